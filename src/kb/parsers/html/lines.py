"""What the lines around a text say: the words of buttons, menus, lists of other stories and invitations.

A line is furniture only as a whole: "Share" and "Related stories" are, "Share of children who
travel alone" is not. English and Spanish.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kb.text.caseless import Caseless
from kb.text.folding import fold

_LONGEST = 90  # characters
_STORIES = (
    r"(?:stories|story|news|articles?|posts?|content|reading|coverage|links|topics|videos?|features?|"
    r"resources|pages|headlines|releases|press\sreleases)"
)
_NOTAS = (
    r"(?:noticias?|notas?|art[ií]culos?|contenidos?|historias?|publicaciones|temas?|enlaces|entradas|"
    r"comunicados|v[ií]deos?|reportajes|documentos|lecturas)"
)
# What a site asks its visitors for: to give, to buy, to join. Only what no release says as a line of its own.
_GIVING = (
    r"(?:"
    r"(?:please\s)?(?:donate|give)(?:\s(?:now|today|here|online|monthly|once|via\s\w{3,12}|to\s(?:us|our\s\w{3,12}))){0,2}"
    r"|make\s(?:a|your)\s(?:donation|gift)(?:\s(?:now|today|online))?|ways\sto\sgive|leave\sa\slegacy|gifts\sin\swills"
    r"|(?:adopt|sponsor)\sa(?:n|nother)?\s[\w’'-]{3,14}(?:\s[\w’'-]{2,14}){0,3}"
    r"|become\sa(?:n)?\s(?:monthly\s)?(?:member|sponsor|donor|friend|partner|volunteer|supporter)(?:\s(?:now|today))?"
    r"|support\s(?:us|our\s(?:work|mission|children|cause))(?:\s(?:now|today))?|fundraise(?:\sfor\sus)?"
    r"|(?:visit\s)?(?:our\s|the\s)?(?:online\s|gift\s|charity\s|solidarity\s|fair\strade\s)?(?:shop|store)(?:\snow)?"
    r"|shop\s(?:now|online|with\sus|for\sgood)|add\sto\s(?:cart|basket|bag)|(?:view\s|your\s|shopping\s)?cart(?:\s\(\d{1,3}\))?|check\s?out"
    r"|don[ae](?:\s(?:ahora|aqu[ií]|hoy|ya|en\sl[ií]nea)){1,2}|(?:quiero\s)?donar(?:\s(?:ahora|aqu[ií]|en\sl[ií]nea))?"
    r"|ha(?:z|ga)\s(?:un|una|tu|su)\s(?:donaci[oó]n|donativo|aporte)(?:\s(?:ahora|aqu[ií]|hoy))?"
    r"|(?:apadrin[ae]r?|adopt[ae]r?)\s(?:a\s)?una?\s[\w-]{3,14}(?:\s[\w-]{2,14}){0,3}"
    r"|(?:ha(?:z|ga)[ts]e|s[eé])\s(?:soci[oa]|voluntari[oa]|amig[oa]|padrino|madrina|donante)(?:/[oa])?(?:\s(?:ahora|hoy))?"
    r"|(?:nuestra\s)?tienda(?:\s(?:solidaria|en\sl[ií]nea|virtual|online))?|(?:ver\s(?:el\s)?)?carrito(?:\sde\scompras?)?(?:\s\(\d{1,3}\))?"
    r"|(?:a[ñn]adir|agregar)\sal\s(?:carrito|a\sla\scesta)|comprar\sahora|ap[oó]y[ae]nos|colabor[ae]\scon\snosotros|s[uú]m[ae]te"
    r")[\s!¡.»>→]*"
)
_GIVES = re.compile(rf"[¡\s]*{_GIVING}", re.IGNORECASE)
# A heading over other stories, comments, or an invitation: what stands under it is not the text.
_OTHERS = re.compile(
    rf"""(?:
      related(?:\s{_STORIES})? | {_STORIES}\srelated\sto\b.* | recommended(?:\s(?:{_STORIES}|for\syou))?
    | more\s{_STORIES}(?:\s(?:from|on|about|in)\b.*)? | more\s(?:from|in|on)\b.* | more\sto\s(?:explore|read)
    | (?:the\s)?(?:latest|recent|trending|popular|top|featured|other|similar|you\smight)\s{_STORIES}
    | trending(?:\snow)? | recent\scomments | most\s(?:read|popular|viewed|shared|recent)(?:\s{_STORIES})?
    | (?:you|we)\s(?:may|might)(?:\salso)?\s(?:like|be\sinterested\sin|enjoy)\b.* | don[’']?t\smiss(?:\sit)?
    | what\sto\sread\snext | read\s(?:next|also|this\snext) | also\sread | up\snext | keep\sreading
    | editor[’']?s?[’']?\s(?:picks?|choice) | something\sto\sconsider | quick\slinks | in\sthis\ssection
    | share(?:\s(?:this|on|via|the)\b.*)? | follow\sus\b.*
    | connect\swith\sus\b.* | stay\s(?:connected|informed)\b.*
    | (?:\d+\s)?(?:comments?|thoughts?|responses?|replies)(?:\s\(\d+\)|\son\s.*)?
    | leave\sa\s(?:reply|comment)\b.*
    | join\sthe\s(?:conversation|discussion) | sign\sup\b.* | subscribe\b.* | (?:our\s)?newsletters?
    | about\sthe\sauthors? | (?:post\s)?tags | filed\sunder\b.* | tagged(?:\swith)?
    | advertisements? | sponsored(?:\scontent)? | site\smap | deals
    | (?:{_NOTAS}|[ií]tems)\srelacionad[oa]s?(?:\s\(por\s\w{{3,12}}\))? | relacionad[oa]s? | recomendad[oa]s?
    | (?:tambi[eé]n\s)?[tl]es?\s(?:puede|podr[ií]a|pueden)(?:\stambi[eé]n)?\sinteresar\b.*
    | m[aá]s\s{_NOTAS}(?:\s(?:de|sobre|en)\b.*)?
    | m[aá]s\s(?:para\sexplorar|le[ií]d[oa]s|vist[oa]s|reciente?s?)
    | lo\s[uú]ltimo\sde\b.* | latest\s(?:from|by)\b.*
    | (?:more\sin\sthis|m[aá]s\sen\sesta)\scategor(?:y|[ií]a)
    | related\sitems(?:\s\(by\s\w{{3,12}}\))? | lo\sm[aá]s\s(?:le[ií]do|visto|reciente|nuevo|compartido)
    | (?:[uú]ltim[oa]s|otr[oa]s)\s{_NOTAS} | {_NOTAS}\s(?:recientes|destacad[oa]s|similares|recomendad[oa]s)
    | (?:lee|lea|leer|ver|vea|mira)\stambi[eé]n\b.* | no\s(?:te|se)\slo\spierda?s?
    | compart(?:e|ir|a|elo|irlo)\b.{{0,30}} | s[ií]g(?:u[ea]|a)nos\b.* | comentarios(?:\s\(\d+\))?
    | dej(?:a|e|ar)\s(?:una?|tu|su)\s(?:comentario|respuesta)\b.* | suscr[ií]b(?:e|a|ete|ase|irse)\b.*
    | (?:sobre|acerca\sde)\s?l?\s(?:el\s)?autora? | etiquetas | publicidad | mapa\sdel\ssitio
    | enlaces\s(?:r[aá]pidos|de\sinter[eé]s)
    | (?:our\s)?office\s(?:locations?|hours) | (?:ubicaci[oó]n|horarios?)\sde\s(?:nuestras\s|las\s)?oficinas?
    )[\s:.…»>+]*""",
    re.IGNORECASE | re.VERBOSE,
)
_OVER_A_MENU = re.compile(
    r"(?:(?:main|principal|site|quick)\s)?(?:men[uú]|navigation|navegaci[oó]n)(?:\sprincipal)?|sections?|secciones|categor(?:y|ies|[ií]as?)"
    r"|(?:noticias|news)(?:\spor\s\w{3,9}|\sby\s\w{3,9})?|archives?|archivos?(?:\sde\snoticias)?|tags|temas|topics|explore|explor[ae]"
    r"|(?:useful\s|quick\s|external\s)?links|enlaces(?:\s[uú]tiles|\sexternos)?|sitios\sde\sinter[eé]s|redes(?:\ssociales)?"
    r"|social(?:\smedia)?|calendar(?:io)?|agenda|galer[ií]a|gallery|multimedia|language|idiomas?|buscar|search|login",
    re.IGNORECASE,
)
# Before a link to another story in the middle of a text.
_BEFORE_A_LINK = re.compile(
    r"(?:(?:related(?:\s\w{1,10})?|read\s(?:more|also|next)|see\s(?:also|more)|also(?:\sread)?|more|watch|don[’']?t\smiss"
    r"|(?:lee|lea|leer|ver|vea|mira)(?:\sm[aá]s|\stambi[eé]n)|te\spuede\sinteresar|relacionad[oa]s?|m[aá]s(?:\sen\sesta\scategor[ií]a)?|more\sin\sthis\scategory)"
    r"\s?[:|»>–—-]|click\shere|(?:haga|da|haz)\sclic)",
    re.IGNORECASE,
)
_ACTIONS = re.compile(
    r"(?:skip|jump)\sto\s.{1,40}|(?:pasar|saltar|ir)\sal?\s(?:contenido|men[uú]|navegaci[oó]n).{0,30}"
    r"|(?:back\sto\s(?:the\s)?)top(?:\sof\s(?:the\s)?page)?|(?:volver|ir|regresar)?\s?(?:al\s)?(?:inicio|arriba)"
    r"|continue\sreading\b.{0,40}|story\scontinues\sbelow\b.{0,40}|text\ssize\b.{0,80}|(?:read|learn|see|show)\smore"
    r"|(?:leer|ver)\sm[aá]s|\d{1,2}\s(?:of|/|de)\s\d{1,3}|\d{1,3}\s?(?:min(?:ute)?s?)\sread|tiempo\sde\slectura.{0,20}"
    r"|reading\stime\s?:?.{0,20}|(?:you\sare\shere|est[aá]s?(?:\susted)?\s(?:en|aqu[ií]))\s?:.{0,80}"
    r"|photo:?|image:?|caption|close|loading\W{0,3}|cargando\W{0,3}|i?advertisement|publicidad|iklan"
    r"|click\sto\s(?:tweet|share|email|print)\b.{0,40}|download\s(?:our|the)\sapp\b.{0,40}"
    r"|(?:also\s)?(?:available|read\sthis)\sin\s?:.{0,60}|(?:tambi[eé]n\s)?(?:disponible|leer)\sen\s?:.{0,60}"
    r"|(?:(?:previous|next|older|newer)(?:\s(?:post|article|story|entry))?|(?:noticia|nota|entrada|art[ií]culo)?\s?(?:anterior|siguiente))"
    r"\s?:.{1,80}"
    r"|(?:previous|next|older|newer)\s(?:post|article|story|entry|release)s?"
    r"|(?:noticia|nota|entrada|art[ií]culo|comunicado)\s(?:anterior|siguiente)",
    re.IGNORECASE,
)
_NEIGHBOURS = re.compile(
    r"\W{0,3}(?:(?:previous|next|prev|older|newer)(?:\s(?:post|article|story|entry|release)s?)?"
    r"|(?:(?:noticia|nota|entrada|art[ií]culo|comunicado)\s)?(?:anterior|siguiente)|navegaci[oó]n\sde\sentradas|post\snavigation)\W{0,3}",
    re.IGNORECASE,
)
_NUMBER_OR_ADDRESS = re.compile(
    r"(?:(?:pbx|tel[eé]?(?:fonos?|phone)?|call(?:\scenter)?|central(?:\stelef[oó]nica)?|l[ií]nea\sgratuita|fax|e-?mail|correo)\W{0,3}\s?)?"
    r"(?:[+(]?\d[\d ()./-]{5,24}\d|[\w.+-]{1,64}@[\w.-]{3,80})?",
    re.IGNORECASE,
)
# Pieces of menus that are printed with strokes between them.
_MENU = re.compile(
    r"(?:home|about(?:\sus)?|contact(?:\sus)?|our\swork|news(?:room)?|jobs|careers|donate|give|login|search|directory|sitemap"
    r"|terms(?:\sof\suse)?|privacy(?:\spolicy)?|accessibility|legal|transparency|(?:log|sign)\s?in|faqs?|(?:un)?subscribe"
    r"|find\sa\s[a-z]{4,14}|view\s(?:this\s)?(?:e-?mail\s)?in\s(?:your\s)?browser|manage\s(?:your\s)?preferences"
    r"|(?:darse|date)\sde\sbaja|cancelar\s(?:la\s|su\s)?suscripci[oó]n|preguntas\sfrecuentes|galer[ií]a"
    r"|facebook|twitter|instagram|youtube|whatsapp"
    r"|inicio|qui[eé]nes\ssomos|nosotros|cont[aá]ct(?:o|enos|anos)|servicios|noticias|prensa|transparencia|directorio|dona(?:r|ciones)?"
    r"|portal\sde\stransparencia|buscar|tr[aá]mites|mapa\sdel\ssitio|aviso\sde\sprivacidad|empleos?|accesibilidad)",
    re.IGNORECASE,
)
_STROKE = re.compile(r"\s?[|•·]\s?|\s?\]\s?\[\s?|^\[\s?|\s?\](?:\s|$)")
_MARK = re.compile(rf"{_STROKE.pattern}|\s(?:[~/»›>]|::)\s")
# A menu in brackets behind the name of a site: "Procuraduría [ Inicio ] [ Delegaciones ] [ Biblioteca ]".
_IN_BRACKETS = re.compile(r"(?:\s?\[\s?[^\[\]\d\n]{2,32}\s?\]){3,}")
_FEWEST_PIECES, _LONGEST_PIECE = 3, 40
# What stands in the imprint of a site; with an e-mail address it may be a contact.
_IMPRINT = Caseless(
    r"\b(?:derechos\sreservados|all\srights\sreserved|aviso\s(?:de\sprivacidad|legal)|privacy\s(?:policy|notice)"
    r"|foia\s[|·]|no\sfear\sact\b"
    r"|terms\s(?:of\suse|and\sconditions)|t[eé]rminos\sy\scondiciones|lada\ssin\scosto|equal\sopportunity|tax\sid\b"
    r"|(?:website|site|page|web)\s(?:made|built|designed|developed|created)\sby\b"
    r"|copyright\b|estricta\sresponsabilidad\sde\s(?:la\sdependencia|quien)\b)"
    r"|^(?:.{0,60}\bvisitante\sn[uú]mero\s\d.{0,20})?(?:p[aá]gina|sitio|portal)(?:\sweb)?\s(?:hech|elaborad|diseñad|desarrollad|cread)[oa]\spor\b"
    r"|^(?:web\sdesign|dise[ñn]o\sweb)\b|^©|^contenido\s(?:suspendido|no\sdisponible)\b"
    r"|^(?:visitas|hits|visits)\b.{0,40}:|^(?:n[uú]mero\sde|contador\sde|total\sde)\svisitas\b"
    r"|^(?:por|debido\sa|durante|con\smotivo\sde|en\satenci[oó]n\sa|en\scumplimiento\sde)\s(?:la\s|el\s)?(?:veda|periodo|proceso)\selectoral\b.{0,60}\b(?:sitio|p[aá]gina|portal)\b"
)
_LONGEST_BYLINE = 200  # characters
_READING_TIME = re.compile(
    r"\s?[|·•–—-]\s(?:\d{1,2}\s?min(?:ute|uto)?s?\s(?:read|de\slectura)"
    r"|(?:tiempo\sde\s)?lectura(?:\sde)?\s?:?\s\d{1,2}\smin(?:uto)?s?"
    r"|reading\stime\s?:?\s\d{1,2}\smin(?:ute)?s?)(?=\s[|·•–—-]|$)",
    re.IGNORECASE,
)
_ACTING = frozenset(
    "share shares sharing tweet print printable imprimir imprime imprima facebook twitter whatsapp linkedin "
    "telegram copiar compartir comparte reddit pinterest flipboard follow siguenos".split()
)
_BUTTONS = _ACTING | frozenset(
    """
    tweets pin like email e mail correo version x instagram youtube messenger copy link enlace enviar por en
    on via by to with this page document article a the un este esta articulo pagina save guardar seguir
    google plus rss feed full whole entire completa completo la el toda todo pdf text size o
    """.split()
)
_BYLINE = re.compile(r"(?:by|por|written\sby|escrito\spor)\s[^\W\d_].{1,80}", re.IGNORECASE)
_FIGURE = re.compile(
    r"(?:figure|figura|fig\.|gr[aá]fic[oa]|chart|graph|diagram(?:a)?|table|tabla|cuadro|map|mapa|box|recuadro|"
    r"source|fuente|ilustraci[oó]n|illustration|esquema)\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"(?:(?:media|press|news|for)\s)?contacts?(?:\s(?:for\s(?:the\s)?)?(?:media|press|information|persons?|details?|us\s(?:at|on)))?\s?(?::|$)"
    r"|(?:media|press)\s(?:contacts?|inquiries|enquiries|queries|office)\s?(?:[:(–—-]|$)|contact\sinformation"
    r"|for\s(?:more|further|additional)\s(?:information|details)|for\s(?:media|press|interviews?)\b"
    r"|notes?\s(?:to|for)\s(?:the\s)?editors?|editors?[’']?\snotes?|for\smedia\b"
    r"|contactos?(?:\s(?:de|para|con)\s(?:la\s)?(?:prensa|medios|comunicaci[oó]n|los\smedios))?\s?(?::|$)"
    r"|para\s(?:m[aá]s|mayor(?:es)?)\s(?:informaci[oó]n|informes|detalles)|m[aá]s\sinformaci[oó]n\s?:|(?:mayores|m[aá]s)\sinformes"
    r"|notas?\s(?:a|para)\s(?:los\s|las\s)?(?:editor|redac|medios)|informes\s?:"
    r"|footnotes?|endnotes?|notas\s(?:al|a)\spie|annex|anexo|references|referencias|bibliograf[ií]a|bibliography",
    re.IGNORECASE,
)


_PRESS_ALONE = re.compile(
    r"(?:media|press|prensa|medios|enquiries|inquiries|consultas|informes)\s?:?", re.IGNORECASE
)
_PRESS_OFFICE = re.compile(  # "Dirección de Prensa, ...: prensa@..."
    r"[^.:@]{0,40}\b(?:prensa|press|comunicaci[oó]n|communications?|media|medios)\b[^@]{1,200}@",
    re.IGNORECASE,
)
_PRESS_DESK = re.compile(  # "Comunicación Social PGN", "Office of Communications"
    r"(?:[^\W\d_]{4,14}\s(?:general\s)?(?:de\s|of\s)?(?:la\s)?)?"
    r"(?:prensa|press|comunicaci[oó]n(?:\s(?:social|institucional))?|communications?|(?:public|media)\s(?:affairs|relations)"
    r"|relaciones\sp[uú]blicas)(?:\s(?:office|desk|unit|team|department))?(?:[\s,–-]{1,3}[A-ZÁÉÍÓÚ].{1,50})?",
    re.IGNORECASE,
)
_REACH = re.compile(r"@|(?<!\d)(?:\d{4}[ .-]\d{4}|\d{3}[ .-]\d{4}|\d{2} \d{4} \d{4})(?!\d)")
_ABOUT = re.compile(
    r"(?:About|ABOUT|Acerca\sde|ACERCA\sDE|Sobre)(?:\s(?:the|el|la|los|las)|l)?\s[A-ZÁÉÍÓÚÑ][^.]{1,60}:?"
)


def heads_others(line: str) -> bool:
    """Whether a line stands over other stories, comments or an invitation: "Noticias relacionadas"."""
    found = _OTHERS.fullmatch(line) or _GIVES.fullmatch(line) if 0 < len(line) <= _LONGEST else None
    return found is not None


def is_of_a_menu(line: str) -> bool:
    """Whether a line is a word of menus, or stands over one: "Secciones", "Archives", "Contact us"."""
    return _OVER_A_MENU.fullmatch(line) is not None or _MENU.fullmatch(line) is not None


def is_button(line: str) -> bool:
    """Whether a line only says what can be done with the page: "Share", "Imprimir", "Back to top"."""
    if not 0 < len(line) <= _LONGEST:
        return False
    words = [fold(word) for word in re.findall(r"[^\W_]+", line)]
    acts = any(word in _ACTING for word in words) and all(word in _BUTTONS for word in words)
    pieces = [piece for piece in _STROKE.split(line.strip(" .:«»‹›<>")) if piece] or [""]
    return acts or all(
        _ACTIONS.fullmatch(piece.strip(" .:»›>")) or _GIVES.fullmatch(piece) for piece in pieces
    )


def without_reading_time(line: str) -> str:
    """A line without how long it takes to read: "Posted on 3 May · 3 min read".

    >>> without_reading_time("Posted on 3 May · 3 min read")
    'Posted on 3 May'
    """
    return _READING_TIME.sub("", line) if len(line) <= _LONGEST_BYLINE else line


def without_bracketed_menu(line: str) -> str:
    """A line without the menu in brackets that stands behind the name of a site.

    >>> without_bracketed_menu("Casa del Faro [ Inicio ] [ Quiénes somos ] [ Escríbanos ]")
    'Casa del Faro'
    """
    shorter = _IN_BRACKETS.sub("", line)
    return line if shorter == line else shorter.strip()


def is_menu(line: str) -> bool:
    """Whether a line is a menu: "Home | Our work | Donate"."""
    pieces = pieces_of_menu(line)
    return (
        len(pieces) >= _FEWEST_PIECES
        and all(len(piece) <= _LONGEST_PIECE for piece in pieces)
        and any(_MENU.fullmatch(piece) or _GIVES.fullmatch(piece) for piece in pieces)
        and not re.search(r"@|\d{4}-\d", line)
    )


def pieces_of_menu(line: str) -> list[str]:
    """What stands between the strokes of a line; the line where it has none."""
    return [piece for piece in _MARK.split(line) if piece] or [line]


@lru_cache(maxsize=1024)
def is_imprint(line: str) -> bool:
    """Whether a line says whose a site is and what its terms are, with an address perhaps."""
    return "@" not in line and _IMPRINT.search(line) is not None


def names_neighbours(line: str) -> bool:
    """Whether a line leads to the story before or behind this one: "Anterior", "Next post"."""
    return len(line) <= _LONGEST and _NEIGHBOURS.fullmatch(line) is not None


def is_number_or_address(line: str) -> bool:
    """Whether a line is a telephone number or e-mail address, or the label of one, and nothing else."""
    return len(line) <= _LONGEST and _NUMBER_OR_ADDRESS.fullmatch(line) is not None


def leads_elsewhere(line: str) -> bool:
    """Whether a line sends the reader to another story: "READ MORE: ...", "Lea también: ..."."""
    return _BEFORE_A_LINK.match(line) is not None


def is_byline(line: str) -> bool:
    """Whether a line only names who wrote: "By Ana Ejemplo"."""
    return len(line) <= _LONGEST and not line.endswith(".") and _BYLINE.fullmatch(line) is not None


def is_figure_caption(line: str) -> bool:
    """Whether a caption belongs to the text: "Figure 3", "Cuadro 2", "Source: ..."."""
    return _FIGURE.match(line) is not None


def is_foot_of_a_release(line: str) -> bool:
    """Whether a line begins what a release ends with: contacts, notes to editors, notes, annexes."""
    contact = _CONTACT.match(line) or _PRESS_ALONE.fullmatch(line) or _PRESS_OFFICE.match(line)
    return contact is not None or (_ABOUT.fullmatch(line) is not None and not heads_others(line))


def names_a_press_desk(lines: Sequence[str]) -> bool:
    """Whether a line of an element names who speaks to the press."""
    return any(len(line) <= _LONGEST and _PRESS_DESK.fullmatch(line.strip(" :")) for line in lines)


def reaches(lines: Sequence[str]) -> bool:
    """Whether a line of an element holds a telephone number or e-mail address."""
    return any(map(_REACH.search, lines))
