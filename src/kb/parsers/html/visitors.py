"""What a page says to those who visit it: how many came before, how it was, who answers for it.

Whole lines of the text that is left of a page, in both languages. The line that a question was asked about
("Sí / No") and the numbers of other days ("Hoy: 34", "Total: 98,221") are only such beside others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kb.parsers.blocks import Block

_LONGEST = 500  # characters; disclaimers of ministries have two sentences
_LONGEST_WITH_STROKES = 200
_NUMBER = r"\d[\d.,]{0,12}"
_COUNTED = (
    r"(?:visitas?|vistas|vist[oa]|visitantes?|le[ií]do|lecturas?|descargas?|votos?|me\sgusta|comentarios?|visualizaciones|reproducciones|views?"
    r"|page\sviews?|hits?|reads?|visitors?|downloads?|votes?|likes?|comments?|shares?|veces\scompartid[oa])"
)
_SITE = r"(?:sitio|p[aá]gina|portal|web|website|site|page)"
_THIS = r"(?:este|esta|del|de\sla|al|el|la|nuestr[oa]|this|the|our)"
_COUNTER = (
    rf"\(?{_COUNTED}\s?:?\s?{_NUMBER}(?:\s(?:veces|times))?\)?|\(?{_NUMBER}\s{_COUNTED}\)?"
    rf"|(?:n[uú]mero|cantidad|total|contador|number)\s(?:de|of)\s{_COUNTED}\s?:?\s?{_NUMBER}"
    rf"|(?:.{{0,20}}\s)?(?:visitante|visita|visitor)\s(?:n[uú]mero|number|no\.?|n[.º°]{{1,2}}|\#)\s?:?\s?{_NUMBER}"
    r"|(?:hay|we\shave)\s\d{1,6}\s(?:invitados|visitantes|usuarios|guests)\b.{0,60}"
)
_DAYS = re.compile(
    rf"(?:hoy|ayer|(?:esta|la)\ssemana(?:\spasada)?|(?:este|el)\smes(?:\spasado)?|total|siempre|today|yesterday"
    rf"|(?:this|last)\s(?:week|month)|all(?:\sdays)?)\s?:?\s?{_NUMBER}",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?:hoy|ayer|today|yesterday)\b", re.IGNORECASE)
_FEEDBACK = (
    rf"\W{{0,2}}(?:(?:te|le|les|me)\s(?:fue|ha\ssido|result[oó]|sirvi[oó]|pareci[oó]|gust[oó])|(?:fue|es|result[oó])\s[uú]til"
    r"|encontr(?:aste|[oó])\slo\sque\sbuscaba|(?:was|is)\sthis|did\syou\sfind)\b.{0,30}"
    r"\b(?:p[aá]gina|art[ií]culo|informaci[oó]n|contenido|sitio|nota|buscaba|buscabas|page|article|information|content|site)\b.{0,30}\?(?:\s(?:yes|s[ií])\W{1,3}no)?"
    r"|this\spage\swas\s(?:not\s)?helpful\b.{0,40}"
    rf"|(?:\W?c[oó]mo|qu[eé]\stal)\s(?:fue|es|est[aá])\s(?:tu|su)\sexperiencia\b.{{0,40}}|how\s(?:was|is)\syour\s(?:experience|visit)\b.{{0,40}}"
    r"|(?:contest[ae]|responde|llen[ae]|complet[ae]|participa\sen|take|complete|answer|fill\s(?:in|out))\s(?:a\s)?(?:nuestra|our)"
    r"\s(?:breve\s|short\s|quick\s)?(?:encuesta|survey|poll)\b.{0,60}"
    rf"|(?:ay[uú]d[ae]nos\sa\smejorar|help\sus\s(?:to\s)?improve)\b.{{0,40}}\b{_SITE}\b.{{0,30}}"
    rf"|(?:report|reporta[r]?|reporte|notifica[r]?)\s(?:an?y?|un)\s(?:problem|error|issue|problema)\b.{{0,20}}\b{_SITE}\b.{{0,20}}"
    r"|(?:encuesta|sondeo|poll|survey)\s?:\s?¿?[^?]{5,120}\?.{0,40}"
    r"|gracias\spor\s(?:tu|su)\s(?:opini[oó]n|visita|calificaci[oó]n)\b.{0,20}|thank\syou\sfor\syour\s(?:feedback|visit)\b.{0,20}"
    r"|(?:give|send|leave)\s(?:us\s)?(?:your\s)?feedback\b.{0,40}"
    rf"|(?:rate|califi(?:ca|que)|valor[ae]|eval[uú][ae])\s(?:this|our|est[ea]|nuestr[oa])\s(?:{_SITE}|article|art[ií]culo|nota|servicio)\b.{{0,20}}"
)
_ANSWER = re.compile(
    r"(?:s[ií]|yes)\s?[/|·,-]?\s?(?:no)|s[ií]|yes|no|votar|vote|enviar|send|submit", re.IGNORECASE
)
_ANSWERS_FOR = (
    rf"(?:disclaimer|aviso|nota|descargo\sde\sresponsabilidad)?\s?:?\s?.{{0,160}}\b(?:responsab|liab)\w+\b.{{0,80}}\b{_THIS}\s(?:\w+\s)?{_SITE}\b.{{0,120}}"
    r"|(?:la|el|the)\s(?:legalidad|veracidad|contenido|informaci[oó]n|exactitud|accuracy|content|information|quality)\b"
    r".{0,160}\b(?:responsabilidad|responsibility)\b.{0,120}"
    rf"(?:\bque\s(?:la|l[oa]s?)\s(?:proporcion|public|gener|emit)\w+|\b(?:that|which|who)\s(?:provided?|publish\w*|issued?)\b|\b{_SITE}\b).{{0,120}}"
    rf"|(?:the\s)?\w.{{0,60}}\baccepts?\sno\s(?:liability|responsibility)\b.{{0,60}}\b{_SITE}\b.{{0,80}}"
)
_VIEWED = (
    rf"(?:{_THIS}\s)?{_SITE}(?:\sweb)?\s(?:(?:est[aá]|is|fue)\s)?(?:optimizad[oa]|se\sve\smejor|mejor\svist[oa]|best\sviewed|optimi[sz]ed)\b.{{0,100}}"
    r"|(?:optimizado\spara|se\sve\smejor\s(?:con|en)|best\sviewed\s(?:in|with|on|at))\b.{0,80}"
)
_OFFICIAL = (
    r"(?:this\sis\s)?an\sofficial\s(?:website|site)\sof\b.{0,80}|here[’']?s\show\syou\sknow"
    r"|(?:(?:este\ses\s)?un\s|el\s)?(?:sitio|portal)(?:\sweb)?\soficial\sdel?\b.{0,80}|as[ií]\ses\sc[oó]mo\s(?:usted\s)?(?:puede|lo)\s.{0,30}"
)
_COMMENTS = (
    r"(?:tu|su)\s(?:direcci[oó]n\sde\s)?(?:correo|e-?mail)(?:\selectr[oó]nico)?\sno\sser[aá]\s(?:publicad|mostrad)[oa]\b.{0,120}"
    r"|your\se-?mail(?:\saddress)?\swill\snot\sbe\spublished\b.{0,100}"
    r"|(?:los\s)?campos\s(?:obligatorios|requeridos|necesarios)\b.{0,40}\bmarcados\b.{0,30}|required\sfields\sare\smarked\b.{0,10}"
    r"|no\shay\scomentarios|no\scomments(?:\syet)?|\W?(?:escribe|s[eé])\sel\sprimer\w{0,2}\s(?:comentario|en\scomentar)\W{0,2}"
    r"|be\sthe\sfirst\sto\s(?:comment|like)\b.{0,30}|(?:debe[s]?|tiene[s]?\sque)\s(?:iniciar\ssesi[oó]n|estar\sregistrad[oa])\b.{0,60}"
    r"|you\smust\s(?:be\slogged|log)\sin\b.{0,60}|(?:iniciar|inicie|inicia)\ssesi[oó]n|(?:log|sign)\sin"
)
_HANDED_ON = (
    r"versi[oó]n\s(?:para\simpresi[oó]n|imprimible|en\spdf|para\simprimir)"
    r"|printer?[\s-]friendly(?:\sversion)?|print\sthis\s\w{4,8}"
    r"|enviar\s(?:a\sun\samigo|esta\sp[aá]gina)\b.{0,20}|e-?mail(?:\s(?:this|to)\b.{0,30})?|send\sto\sa\sfriend|pdf"
    r"|(?:(?:disminuir|aumentar|reducir|increase|decrease|reset|restablecer)\s)?(?:el\s|the\s)?(?:tama[ñn]o\s(?:de\s(?:la\s)?)?(?:fuente|letra|texto)"
    r"|(?:font|text)\ssize)(?:\s.{0,90})?|a-\s?a\+|a\+\s?a-"
    r"|(?:publicado|archivado|posted|filed)\s(?:en|in|under|bajo)\s?:?\s(?:la\s)?(?:categor[ií]a\s)?(?:noticias|comunicados?|prensa|blog"
    r"|boletines|actualidad|eventos|news|press(?:\sreleases?)?|uncategori[sz]ed|sin\scategor[ií]a)"
    r"|(?:[uú]ltima\smodificaci[oó]n|modificado\spor\s[uú]ltima\svez)\b.{0,60}|p[aá]gina\s1\sde\s1|page\s1\sof\s1"
    r"|(?:prev|next|anterior|siguiente|previous)"
)
_COOKIES = (
    rf"(?:{_THIS}\s{_SITE}(?:\sweb)?\s(?:utiliza|usa|emplea|uses)"
    r")\s(?:las\s)?cookies\b.{0,300}|(?:utilizamos|usamos|we\suse)\s(?:las\s)?cookies\b.{0,200}\b(?:experiencia|experience|better|sitio|site|web|tr[aá]fico|traffic)\b.{0,200}"
    r"|(?:etiquetas|tags)\s?:\s?.{1,120}"
    r"|official\swebsites\suse\s\.\w{2,4}|a\s\.\w{2,4}\swebsite\sbelongs\sto\b.{0,120}|secure\s\.\w{2,4}\swebsites\suse\b.{0,60}"
    r"|view\sthis\s(?:e-?mail|message|newsletter)\s(?:in|as)\b.{0,40}|(?:ver|vea)\seste\s(?:correo|mensaje|bolet[ií]n)\sen\s(?:su|tu|el)\snavegador"
    r"|you(?:[’']re|\sare)\sreceiving\sthis\s(?:e-?mail|message|newsletter)\b.{0,160}"
    r"|(?:usted\s)?(?:recibe|recibes|ha\srecibido)\seste\s(?:correo|mensaje|bolet[ií]n)\s(?:porque|por\sestar)\b.{0,160}"
    r"|(?:update|change|manage)\s(?:your|email)\s(?:\w+\s)?preferences|unsubscribe(?:\s(?:here|from\b.{0,40}))?|(?:darse|d[ae]te?)\sde\sbaja\b.{0,30}"
    r"|share\ssensitive\sinformation\sonly\son\sofficial\b.{0,40}"
)
_CONSENT = (
    r"(?:\W{0,3}(?:acept(?:ar|o)|rechaz(?:ar|o)|configurar|gestionar|personalizar|accept|allow|reject|decline|manage|customi[sz]e)"
    r"(?:\s(?:todas?|todo|all|las|the|cookies|preferencias|preferences|opciones|options|settings|necessary|necesarias)){1,3}"
    r"(?:\W{1,3}(?:aceptar|rechazar|configurar|accept|reject|decline|manage|close|cerrar))?\W{0,3}){1,4}"
)
_ELSEWHERE = (
    r"\W{0,2}(?:comp[aá]rt(?:e|a|ir|elo|alo)|share)(?:\s(?:esta|este|en|this|on)\b.{0,30})?\W{0,2}"
    r"|(?:descarg(?:a|ar|ue)|download|abrir)\s(?:(?:el|la|este|esta|the|this)\s)?(?:\w{3,14}\s)?(?:en\s|as\s(?:a\s)?)?(?:pdf|word)(?:\s\(.{1,20}\))?"
    r"|(?:ver|mira|vea|see|view)\s(?:todo|todas|m[aá]s|all|(?:la\s)?galer[ií]a(?:\sde\s\w{4,10})?|(?:el\s)?v[ií]deo|(?:the\s)?(?:photo\s)?gallery)"
    r"|(?:escucha|escuchar|listen\sto|watch)\s(?:el|the)\s(?:audio|v[ií]deo)|todas\slas\sentradas|entradas\srecientes|all\sposts"
    r"|\d{1,2}\smin(?:uto)?s?\.?\s(?:de\slectura|read)|(?:tu|your|mi)\s(?:calificaci[oó]n|rating)|buscar|search"
    r"|(?:volver|regresar|back|return)(?:\s(?:al?|to)\s(?:the\s)?(?:inicio|listado|arriba|noticias|men[uú]|top|home|list|news))?"
    r"|(?:top|bottom|final|inicio)\s(?:of|de(?:\sla)?)\s(?:page|p[aá]gina)"
    r"|publicador\sde\scontenidos|visor\sde\scontenido(?:\sweb)?|asset\spublisher|web\scontent\sdisplay"
)
_TALK = re.compile(
    "|".join(
        (
            _COUNTER,
            _FEEDBACK,
            _ANSWERS_FOR,
            _VIEWED,
            _OFFICIAL,
            _COMMENTS,
            _HANDED_ON,
            _COOKIES,
            _CONSENT,
            _ELSEWHERE,
        )
    ),
    re.IGNORECASE,
)
_QUESTION = re.compile(_FEEDBACK, re.IGNORECASE)
_PHOTO = re.compile(
    r"(?:foto(?:graf[ií]as?|s)?|photos?|im[aá]gen(?:es)?|images?|cr[eé]dito?s?)(?:\s(?:credits?|cortes[ií]a|courtesy))?"
    r"(?:\s(?:by|de|por)\s|\s?:\s).{2,60}(?<!\.)",
    re.IGNORECASE,
)
_LETTERS_SIZE = re.compile(
    r"\s(?:(?:disminuir|aumentar|reducir|decrease|increase)\s(?:el\s|the\s)?)?(?:tama[ñn]o\sde\sla\s(?:fuente|letra)|font\ssize)\b.{0,120}\Z",
    re.IGNORECASE,
)
_FEWEST_STARS = 3
_SIGN = "X"  # of a network, in a list of links to such
_CRUMBS = re.compile(r"(?:home|inicio|portada|principal)(?:\s?[>»›]\s?[^>»›]{1,120}){1,8}", re.IGNORECASE)
_STROKE = re.compile(r"\s[|•·–—/-]\s|\s?\|\s?")


def without_talk(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without what the page says to its visitors."""
    kept: list[Block] = []
    asked = False  # whether the last line asked how the page was
    counted = _of_days(blocks) | _stars(blocks)
    for index, block in enumerate(blocks):
        if block.kind not in ("paragraph", "item", "heading") or len(block.text) > _LONGEST:
            kept.append(block)
            asked = False
            continue
        if block.kind == "item" and block.text == _SIGN:
            continue
        lines = []
        for line in block.text.split("\n"):
            answers = asked and _ANSWER.fullmatch(line) is not None
            asked = answers or _QUESTION.fullmatch(line) is not None
            if not (answers or index in counted or is_talk(line) or _counts_days(line)):
                lines.append(_shortened(line))
        if lines:
            text = "\n".join(lines)
            kept.append(block if text == block.text else replace(block, text=text))
    return kept


def is_talk(line: str) -> bool:
    """Whether a line is said to the visitors of a page.

    >>> is_talk("Visto 1234 veces"), is_talk("Contesta nuestra encuesta"), is_talk("Visitas a 12 albergues")
    (True, True, False)
    """
    line = line.strip(" .:»«›‹|←→")
    if not line or any(each.fullmatch(line) for each in (_TALK, _CRUMBS, _PHOTO)):
        return True
    said = line.split(". ") if len(line) <= _LONGEST_WITH_STROKES else [line]
    return len(said) > 1 and all(map(_TALK.fullmatch, said))


def _shortened(line: str) -> str:
    """A line without pieces between strokes that are such: "Published: 5 June 2024 | Hits: 532"."""
    if len(line) > _LONGEST_WITH_STROKES:
        return line
    line = _LETTERS_SIZE.sub("", line)
    pieces = _STROKE.split(line)
    if len(pieces) < 2:
        return line
    kept = [piece for piece in pieces if not is_talk(piece)]
    return line if len(kept) == len(pieces) or not kept else " | ".join(kept)


def _of_days(blocks: Sequence[Block]) -> set[int]:
    """The blocks in a row that count the visitors of days, weeks and months."""
    found: set[int] = set()
    run: list[int] = []
    for index, block in enumerate([*blocks, Block(text="")]):
        if _DAYS.fullmatch(block.text):
            run.append(index)
            continue
        found |= set(run) if sum(_names_day(blocks[each].text) for each in run) > 1 else set()
        run = []
    return found


def _counts_days(line: str) -> bool:
    pieces = _STROKE.split(line)
    return all(map(_DAYS.fullmatch, pieces)) and sum(map(_names_day, pieces)) > 1


def _names_day(text: str) -> bool:
    return _DAY.match(text) is not None


def _stars(blocks: Sequence[Block]) -> set[int]:
    """The blocks that are nothing but 1, 2, 3 ...: how many stars a visitor gives, or pages of a list."""
    found: set[int] = set()
    run: list[int] = []
    for index, block in enumerate([*blocks, Block(text="")]):
        if block.text == str(len(run) + 1):
            run.append(index)
            continue
        found |= set(run) if len(run) >= _FEWEST_STARS else set()
        run = [index] if block.text == "1" else []
    return found
