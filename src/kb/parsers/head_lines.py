"""What a line near the top of a text is: a label, a symbol, a date, a name, a contact, or none of these.

Above the headline of a release stands its letterhead: "Press release No. 12", who publishes, when, whom
to call. What such lines look like is written here, once for every format.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kb.parsers.divisions import heading_level
from kb.parsers.head_names import ABOUT, ISSUED, LONGEST_NAME, NAME, is_name
from kb.parsers.headline_verbs import says
from kb.places import is_place, place_code
from kb.text.dates import find_dates, parse_date
from kb.text.folding import fold

_LABEL_WORDS = (
    r"(?:(?:joint|media|press|news|local|official)\s+){1,2}(?:release|note|statement|advisory|communiqu[eé]|bulletin|information|alert"
    r"|brief(?:ing)?)|convocatoria(?:\s+(?:de|a)\s+(?:la\s+|los\s+)?(?:prensa|medios))?|aviso\s+a\s+(?:los\s+)?medios"
    r"|invitaci[oó]n\s+a\s+(?:los\s+)?(?:medios|prensa)|bulletin|news\s+(?:stories|item)"
    r"|statement|communiqu[eé]|(?:news|noticias)\s+(?:from|de)|comunicado(?:\s+(?:de\s+prensa|conjunto|oficial|a\s+la\s+opini[oó]n\s+p[uú]blica)){0,2}"
    r"|bolet[ií]n(?:\s+(?:de\s+prensa|informativo))?|nota\s+(?:de\s+prensa|informativa)"
    r"|for\s+immediate\s+release|for\s+release\s*(?:\son|\safter|\sat|\sfrom|:)|para\s+(?:su\s+)?(?:publicaci[oó]n|difusi[oó]n)\s+inmediata"
    r"|embargoed?\s+(?:until|for)|embargad[oa]\s+hasta"
)
LABEL = re.compile(rf"[\W_]*(?:{_LABEL_WORDS})\b.{{0,40}}", re.IGNORECASE)
KIND_WORDS = frozenset(
    """
    acta advisory alert alerta aviso backgrounder boletin briefing bulletin bureau carta circular
    communications communique comunicacion comunicaciones comunicado convocatoria declaracion desk dossier
    flash hoja informacion information informativa kit letter materials media medios memo news newsletter
    nota note notice noticia noticias posicionamiento posts prensa press pronunciamiento public publicas
    release releases sheet statement update
    """.split()
)
# A line of these words alone says what kind of text it is or which desk gives it out.
_MESSAGES = frozenset("manifesto manifiesto mensaje message".split())  # titles begin so, too
_PRESS_WORDS = (
    KIND_WORDS
    | _MESSAGES
    | frozenset(
        """
    a abierta abierto al and announcement any background before brief community comunitario conjunta
    conjunto da dar de del departamento department difusion digital direccion edicion edition
    editorial el embargo english espanol especial extra fact for frances french from fuente general
    hasta hechos hold immediate immediately informativo ingles inmediata institucional issue joint
    journalists la las los no noon not num numero of office oficial oficina on open opinion original para
    answers periodistas personal ponencia por posicion preguntas publica publicacion publicaciones
    publication publico
    relaciones relations report respuestas room sala section service services servicio situacion
    situation social spanish special spokesperson su the unidad unit until urgent urgente vocera
    questions vocero vol y
    """.split()
    )
)
_STROKE = re.compile(r"\s(?:[|·•★■◆►▪●*~/–—-]|::|//)\s+|\s?[|]\s?")
# What is sent out every season: "Prayer letter, Epiphany 2019", "Carta a los amigos, otoño de 2018".
_PERIODICAL = re.compile(
    r"(?:[^\W\d_]{3,12}\s){0,2}(?:newsletter|letter|bulletin|bolet[ií]na?|carta)(?:\s[^\W\d_]{2,12}){0,3},\s[^,.;:]{2,25}\s(?:de\s)?(?:19|20)\d\d",
    re.IGNORECASE,
)
# What stands below the name of a periodical: "Monthly letter of the Ministries — No. 112, Lent 2011".
_IMPRINT = re.compile(
    r"(?:[^\W\d_]{3,12}\s){0,2}(?:newsletter|letter|bulletin|magazine|review|bolet[ií]n|carta|gaceta|revista|peri[oó]dico|hoja)\b.{0,80}"
    r"\b(?:no|n[oº°]|n[uú]m|n[uú]mero|vol|volume|volumen|issue|edici[oó]n)\.?\s?\d{1,4}\b.{0,40}",
    re.IGNORECASE,
)
# What is posted up with a number: "Ficha de búsqueda 077/2020", "Alerta Amber No. 12".
_NUMBERED_NOTICE = re.compile(
    r"(?:(?:missing|wanted|amber|public|safety|service|recall)\s(?:[^\W\d_]{3,9}\s)?)?"
    r"(?:alert[as]?|ficha|c[eé]dula|cartel|aviso|bolet[ií]n|poster|flyer|notice|circular|memorando|memorandum|exhorto"
    r"|pronunciamiento|posicionamiento)"
    r"(?P<words>(?:\s(?!no\b)[^\W\d_]{2,14}){0,5})\W{1,3}(?:(?:n[oº°]|n[uú]m(?:ero)?|no|number|folio)?[.:#]?\s?#?)?(?!(?:19|20)\d\d$)(?:[A-Z]{1,6}[-/])?\d{1,6}(?:[-/.]\w{1,6}){0,3}",
    re.IGNORECASE,
)
# "A pastoral letter to be read in all churches"
_READ_OUT = re.compile(
    r"(?:(?:an?|una?)\s)?(?:[^\W\d_]{3,12}\s){0,2}(?:letter|message|statement|carta|mensaje)(?:\s[^\W\d_]{4,12})?\s"
    r"(?:to\sbe\sread|(?:para\s)?ser\sle[ií]d[oa]|que\sse\sleer[aá])\b.{0,90}",
    re.IGNORECASE,
)
# "Prayer vigil announcement", "Safety Alert"
_ANNOUNCES = re.compile(
    r"(?:[^\W\d_]{3,12}\s){1,3}(?:announcement|advisory|alert|bulletin|newsletter|release)", re.IGNORECASE
)
# A newspaper's section: "Tribune of the Valley | Opinion".
_SECTION = re.compile(
    r"opini[oó]n|editorial(?:es)?|op-ed|locales|local|nacional(?:es)?|regional|sociedad|migraci[oó]n|mundo|world|nation|state|pol[ií]tica",
    re.IGNORECASE,
)
BYLINE = re.compile(
    r"(?i:by|por|written\sby|escrito\spor|redacci[oó]n|autora?|author)\s?:?\s(?:(?:the|la|el|los|las)\s)?[A-ZÀ-ÖØ-Þ].{0,200}"
    r"|(?:redacci[oó]n|staff(?:\swriter|\sreport)?)",
)
_FIELD = re.compile(
    r"¿?(?:eds|(?:fecha|date|lugar|place|location|hora|time)(?:\s?(?:[/&]|y|and)\s?(?:fecha|date|lugar|place|location|hora|time))?|period(?:\scovered)?|reporting\speriod|per[ií]odo(?:\sque\s(?:cubre|abarca))?|para|to|from|attention|atenci[oó]n|distribuci[oó]n|distribution|actualizaci[oó]n"
    r"|actualizado|who|when|where|qui[eé]n(?:es)?|cu[aá]ndo|d[oó]nde|(?:public\s)?(?:release|publication|issue)\sdate|personer[ií]a\sjur[ií]dica|c[eé]dula\sjur[ií]dica|registro|(?:case|file|docket)\s?(?:no\.?|number|#)?|expediente|sent|enviado|recibido|received"
    r"|dependencia|instituci[oó]n|instancia|[aá]rea|remitente|emisor|emite|expide|folio|department|agency|issued\sby|issuing\s(?:office|body)"
    r"|de|cc?|through|v[ií]a|sede|venue|tema|topic|theme|registered|(?:last\s|first\s)?(?:updated|published|posted|printed|released|issued)|publicado)\b(?:\s(?:el|on))?(?:\s?:|\?\s?:?)?\s.{0,90}",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"(?:to\s(?:the|all)|al|a\s(?:la|los|las|tod[oa]s?\sl[oa]s))\s(?:media|press|people|faithful|public|medios|prensa|opini[oó]n|pueblo"
    r"|fieles|personas|comunidad|community|hombres|periodistas|ciudadan[ií]a|cat[oó]lic[oa]s|p[aá]rrocos|presb[ií]teros|clergy|priests)\b.{0,120}",
    re.IGNORECASE,
)
# The same of a line without a verb: "For the Guatemalan community and the local press".
_FOR_PRESS = re.compile(
    r"(?:for|to|para|a)\s(?:the|all|our|la|el|los|las|tod[oa]s|nuestr[oa]s)\s.{0,60}?\b(?:press|media|editors|journalists|newsrooms"
    r"|reporters|prensa|medios(?:\sde\scomunicaci[oó]n)?|periodistas|redacciones|redactores)\W*",
    re.IGNORECASE,
)
_EMBARGO = re.compile(
    r"(?:under\s|strict(?:ly)?\s)?embargo|(?:not\sfor|hold)\s(?:publication|release|for|use|quotation|broadcast)"
    r"|(?:not\sto\sbe|do\snot)\s(?:quoted?|used?|publish|published|released?|broadcast)\b"
    r"|no\s(?:publicar|difundir|citar|usar|divulgar)\b|prohibid[oa]\ssu"
    r"|(?:please\s)?(?:check(?:ed)?\sagainst|as\sprepared\sfor)\sdelivery|cotej(?:ar|ad[oa]|[eé]se)\s(?:con|contra)\s(?:la\salocuci[oó]n|el\sdiscurso|lo\sdicho)",
    re.IGNORECASE,
)
_SPACED = re.compile(r"(?<=\b[^\W\d_])\s(?=[^\W\d_]\b)")  # "M E N S A J E"
_MARKS = " *-–—_[(#>~"
_BEFORE_EMBARGO = re.compile(rf"[*\s]*(?:{_LABEL_WORDS})\s*[:|–—*-][\s:|–—*-]*", re.IGNORECASE)
LABELLED = re.compile(
    rf"(?:{_LABEL_WORDS})(?:\s+(?:n[oº°]?\.?|n[uú]m\.?)?\s?\d[\w/.-]*)?\s*[:|–—-]\s+(?=\S)"
    r"|(?:embargoed|embargado)\s(?:until|hasta)\s[^\n]{3,50}?:\s+(?=[^\W\d])",
    re.IGNORECASE,
)
SYMBOL = re.compile(
    r"[A-Z]{1,6}\s?[-–]\s?\d{1,4}[/-]\d{2,4}|(?:English|Spanish|Español|Inglés)|(?:N[oº°]?\.?|N[uú]m\.?)\s?\d{1,5}\s(?:of|de)\s\d{4}|[A-Z]+(?:/[\w.()-]+)+|[\d\W]+"
    r"|[A-Z]{2,10}(?:[/_–-][\w.()]{1,12}){1,6}(?:\s\(?[A-Z][a-z]{1,9}\)?)?|\([^()]{1,60}\)"
    r"|(?=.{0,24}[-/–])(?:[A-ZÑ]{1,5}[\s./_–-]{1,3}){1,4}\d{1,5}(?:[-/.]\d{1,4}){0,2}"  # "PR - 27/2025"
    r"|(?:[Pp]royecto|[Pp]rograma|[Ss]erie|[Ee]xpediente|[Cc]aso|[Ff]olio|[Oo]ficio|[Pp]rot(?:ocolo)?|PROT|[Rr]ef|[Pp]roject|[Pp]rogram(?:me)?|[Ss]eries"
    r"|[Cc]ase|[Ff]ile|[Dd]ocket|PROYECTO|PROGRAMA|EXPEDIENTE|PROJECT|CASE)\b[^:;]{0,60}?\b(?:[Nn][oº°]|[Nn][uú]m|N[OÚU]M?)?\.?[º°]?\s?\d[\d./-]{0,12}"
    r"|(?:(?:[Oo]riginal\s?:?\s)?(?:[Ee]nglish|[Ss]panish|[Ee]spañol|[Ii]nglés|ENGLISH|SPANISH|ESPAÑOL|INGLÉS)[\s/|]{0,3}){1,3}"
    r"|(?=\S{0,20}\d)\S{1,24}|[^\W\d]{3,14}\s(?:[Nn][oº°]\.?\s)?\d{1,5}[-/]\d{2,4}"
    r"|(?:(?:[Aa][ñn]o|[Yy]ear|[Vv]ol(?:ume|umen)?|[Nn][uú]m(?:ero)?|[Nn]o|[Ii]ssue|Época)\.?\s?[\dIVXL]{1,6}[\s,·|.-]{0,3}){1,4}"
    r"|.{0,40}\b(?:[Ss]tatement|[Bb]ulletin|[Rr]elease|[Cc]omunicado|[Bb]olet[ií]n|[Cc]ircular)\s(?:[Nn]o|[Nn][uú]m|[Nn]?[º°])\.?\s?\d.{0,30}"
    r"|.{0,60}\b(?:[Vv]ol(?:ume|umen)?|[Aa]ño)\.?\s?[\dIVXL]{1,6},?\s(?:[Nn]o|[Nn][uú]m|[Ii]ssue|N[°º])\.?\s?\d{1,4}\b.{0,40}"
    r"|\d{1,2}(?::\d\d)?\s?(?:[ap]\.?\s?m\.?|h(?:ora)?s?\.?)(?:\s[A-Z]{2,4})?"
    r"|(?=.{0,60}[^\W_]\.?_\w)(?=.{0,60}\d).{1,60}"  # an underscore is in no headline
    r"|[A-Z]{2,8}(?:-[A-Z]{2,8}){1,2}--[^\s.:;?!-][^.:;?!]{2,60}"  # "BC-US--Migrant Children, 1st Ld"
    r"|[^.:;?!]{3,60},\s(?:\d{1,2}(?:st|nd|rd|th)\s)?(?:Ld|Lead|Add|Sub|Writethru)(?:-[A-Z][a-z]{1,12}){0,2}"
    r"|\[(?=[^\]\n]*\d[:/.-]\d)[^\]\n]{6,40}\]\s.{2,60}"  # "[10:42, 17/3/2020] Prensa Faro", of a message
    r"|(?:(?:[A-Z][A-Z./]{1,8}|Court|Corte)[\s,]{1,2}){1,4}[A-Z]{1,8}[\s-]\d{1,4}[/-]\d{2,4}(?:\s\(?[A-Z][a-zñ]{3,9}\)?)?"
)
# A verse that stands above a pastoral message: "Fui forastero y me recibieron (Mt 25, 35)".
EPIGRAPH = re.compile(
    r".{8,200}[\s—–(-](?:[1-3]\s?)?[A-ZÉÁ][a-záéíó]{1,12}\.?\s\d{1,3}\s?[,:.]\s?\d{1,3}(?:\s?[-–]\s?\d{1,3})?[a-c]?\)?\.?"
)
# What the subject of a mail or note is behind: "Re:", "Asunto: RV:".
SUBJECT = re.compile(
    r"(?:re|ref\.?|subject|asunto|headline|t[ií]tulo|titular|title)\s?:\s*(?:(?:re|rv|fwd?|tr|enc|rm)\s?:\s*){0,3}(?=\S)",
    re.IGNORECASE,
)
# An address: "P.O. Box 12, Farol, AZ", "4100 Grand Ave., Suite 3", "Carrera 58 No. 80-87".
_PARTED = re.compile(r"\s[|·•–—(-]\s?$")  # from the date behind it
_POSTAL = re.compile(
    r"(?:p\.?\s?o\.?\s?box|apartado(?:\spostal|\sa[eé]reo)?|casilla(?:\spostal)?)\s.{0,80}"
    r"|\d{1,5}\s(?:[NSEW]\.?\s)?(?:[^\W_][\w.'’]{0,20}\s){1,4}(?:st|street|ave|avenue|road|rd|blvd|boulevard|drive|lane|highway|hwy)\b.{0,80}"
    r"|\d{1,3}(?:[ªa]\.?)?\s(?:avenida|av\.?|calle|c\.)\s.{0,40}\d.{0,80}|.{0,60}\bzona\s\d{1,2}\b.{0,60}"
    r"|(?:calle|avenida|av\.|carrera|cra\.|blvd\.|bulevar|boulevard|calzada|col\.|colonia|barrio|edificio|diagonal)\s[^:;?!]{0,40}(?:\d|s/n\b).{0,80}",
    re.IGNORECASE,
)
# A line of an address that ends in its code: "Nogales, Arizona 85628", "Regina, Saskatchewan S4P 0A1".
_POSTAL_CODE = re.compile(
    r".{0,80},\s(?:[A-Z]{2}|(?:[A-Z][a-z]+\s)?[A-Z][a-z]+\.?)\s+(?:\d{5}(?:-\d{4})?|[A-Z]\d[A-Z]\s?\d[A-Z]\d)"
)
# What stands above a title in UN documents: the body, the symbol, distribution, original language.
_LETTERHEAD = re.compile(
    r"(?:United Nations|Naciones Unidas|Distr\.|Original\s*:|Adopted|Aprobad[ao]|Published|Publicad[ao]"
    r"|Fecha|Date)(?!\w).{0,100}|.{0,60}\b[A-Z]{1,6}(?:/[\w.()-]+){2,}.{0,40}"
    r"|[A-Z]{2,8}(?:\s*[,/&-]\s*[A-Z]{2,8})*"
)
CONTACT = re.compile(
    r".{0,120}[\w.+-]{1,64}@[\w-]{1,64}\..{0,120}|(?:(?:tel(?:[eé]fonos?|ephone|s)?|fax|m[oó]vil|cel(?:ular)?|phone|e-?mail|correo)\b[.:]?(?=[^a-záéíóúñ]*(?:\d|:|@|electr))|www\.|https?:).{0,120}"
    r"|(?:(?:media|press)\s+)?contact[os]{0,2}(?:\s+(?:de\s+prensa|para\s+medios))?\s?:.{0,160}"
    r"|[+()\d][\d\s().+-]{6,24}|.{0,120}(?:\+|\b00|\(\+?)\d{1,4}[)\s][\d\s().-]{5,16}.{0,80}"
    r"|.{0,120}\b(?:tel|tel[eé]fono|phone|m[oó]vil|cel|mobile)\b[.:]?\s?\(?\+?\d[\d\s().-]{5,16}.{0,80}"
    r"|.{0,80}\b\d{3}[-.\s]\d{3}[-.\s]\d{4}\b.{0,80}",
    re.IGNORECASE,
)
PERSON = re.compile(r"(?:[A-Z][a-z]{1,3}\.\s)?[A-ZÀ-ÖØ-Þ][^\W\d]+(?:\s[A-ZÀ-ÖØ-Þ][^\W\d]+){1,3}(?:,.{0,60})?")
_BREADCRUMB = re.compile(r".{0,80}\s[>›»/|]\s.{0,80}\s[>›»/|]\s.{0,80}")
# A line that begins so is a title, though it ends in a date: "Minutes of the ninth meeting, 17 October 2019".
RECORDS = re.compile(
    r"(?:summary\s)?(?:minutes|records?)\sof\b|(?:acta|minuta|relator[ií]a)\sde", re.IGNORECASE
)
# How running text opens: "WASHINGTON—The union ...", "Managua.- El Servicio ...", "FAROL, Ariz. (AP) – ...".
_WORD = r"[A-ZÀ-ÖØ-Þ][\w.'’]*"
_PLACE = rf"{_WORD}(?:(?:\s|-)(?:(?:de|del|la|las|los|el|of|the|y|and)\s){{0,2}}{_WORD}){{0,4}}"
_REPORT = re.compile(
    rf"[(\s]{{0,2}}(?P<place>{_PLACE}?)(?:[,/]\s?{_PLACE}){{0,2}}\)?(?:\s\([^()\n]{{2,40}}\))?"
    r"(?:\.?\s?[—–]|\.?\s?--|\.-|\s-)\s?(?=[A-ZÀ-ÖØ-Þ\"“«¡¿])"
)
_STOPS = re.compile(r"[.:][\"”»’)]?$")
_SHORTEST_REPORT = 90
_LONGEST_DATELINE, _LONGEST_PLACED = 60, 90
_BEFORE_DATE = re.compile(
    r"[\s,.;(–—-]{1,3}(?:(?:a|el|on|\w{3,9}day|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo),?\s)?(?:(?:a|el|on|the)\s)?$",
    re.IGNORECASE,
)
LONGEST_TITLE = 500
LONGEST_SENTENCE = 150  # a longer line that ends like a sentence is prose
_STOP = re.compile(r"\.[\"”»’]?(?:\s?(?:\d{1,2}|\[\d{1,2}\]|[*†]))?$")
# "“We have beds,” said Ana Paz. “Nobody asked.”": words with who says them, and a stop.
_SAID = re.compile(r"[\"“«][^\"”»]{2,200}[\"”»],?\s[^\W\d_][^\n]*")
_LONGEST_LABEL = 3  # words before a colon
# "Air date: 9 October   Slug: DNA   Reporter: Ana Paz"
_FIELDS = re.compile(r"(?:^|\s)[A-ZÀ-ÖØ-Þ][^\W\d_]{1,12}(?:\s[a-z]{3,8})?:\s")
_FEWEST_FIELDS = 3
_FEWEST_OF_SUBJECT = 4  # words behind one
_FOR_WHOM = frozenset("for from until to by para hasta de desde a por".split())  # "for use from Monday"


def is_label(line: str) -> bool:
    """Whether a line is a label above a title: "Press release No. 12", a symbol's line, letterhead."""
    return bool(line) and (is_bare_label(line) or _LETTERHEAD.fullmatch(line) is not None)


def is_above_title(line: str) -> bool:
    """Whether a line belongs to a letterhead: a label, a date, who publishes, where to call."""
    return is_label(line) or is_no_title(line) or is_name(line) or BYLINE.fullmatch(line) is not None


@lru_cache(maxsize=1024)  # of a line near the top it is asked several times
def is_bare_label(text: str) -> bool:
    """Whether a line is nothing but "Press release", a number and a date."""
    labelled = _BEFORE_EMBARGO.match(text)
    rest = text[labelled.end() :] if labelled else ""
    if (
        _EMBARGO.match(text.lstrip(_MARKS))
        or (_EMBARGO.match(rest) and not says(rest.partition(",")[2]))
        or _PERIODICAL.fullmatch(text.strip(_MARKS))
        or _is_numbered_notice(text)
        or _READ_OUT.fullmatch(text)
        or (_ANNOUNCES.fullmatch(text.strip(_MARKS)) and not says(text))
        or _is_made_of_press_words(text)
        or _is_issued(text)
    ):
        return True
    label = LABEL.fullmatch(text) is not None and not ABOUT.search(text)
    labelled = LABELLED.match(text)
    titled = labelled and (says(text) or _is_subject(text[labelled.end() :]))
    return (label and not titled) or _is_desk(text)


def _is_numbered_notice(text: str) -> bool:
    """Whether a line, perhaps behind a kicker, only says which notice it is: "ALERTA · Ficha 077/2020"."""
    pieces = _STROKE.split(text.strip(_MARKS)) if len(text) <= LONGEST_NAME else []
    found = map(_NUMBERED_NOTICE.fullmatch, pieces)
    notices = [each is not None and not says(each["words"]) for each in found]
    return any(notices) and all(
        notice or _is_made_of_press_words(each) for each, notice in zip(pieces, notices, strict=True)
    )


def _is_subject(text: str) -> bool:
    """Whether words behind a label are a headline without a verb: "fondo semilla para casas de acogida"."""
    words = text.split()
    plain = len(words) >= _FEWEST_OF_SUBJECT and not is_name(text) and not re.search(r"\d", text)
    return plain and words[0] not in _FOR_WHOM and LABEL.fullmatch(text) is None


def is_imprint(text: str) -> bool:
    """Whether a line says of what number a periodical is whose name stands above it."""
    return _IMPRINT.fullmatch(text) is not None


def _is_issued(text: str) -> bool:
    """Whether a line only says whose text it is: "Statement by the Keepers' Network", "From the desk of"."""
    if is_imprint(text):
        return True
    issued = ISSUED.match(text)
    whose = text[issued.end() :] if issued else ""
    return is_name(whose) and not says(text) and not ABOUT.search(whose)


def _is_desk(text: str) -> bool:
    """Whether a line names a body and its desk or number: "Faro Fund — Press", "Senado · Boletín 7"."""
    pieces = _STROKE.split(text) if len(text) <= LONGEST_NAME else []
    numbered = any(SYMBOL.fullmatch(each) or LABEL.fullmatch(each) for each in pieces)
    named = [is_name(each) or _is_made_of_press_words(each) for each in pieces]
    others = [each for each, name in zip(pieces, named, strict=True) if not name]
    if len(pieces) < 2:
        return False
    if sum(map(bool, map(_SECTION.fullmatch, pieces))) == 1 and len(pieces) == 2:
        return all(_SECTION.fullmatch(each) or (NAME.fullmatch(each) and not says(each)) for each in pieces)
    return all(LABEL.fullmatch(each) or SYMBOL.fullmatch(each) or is_dated(each) for each in others) or (
        len(pieces) > 2 and numbered and not any(map(says, others))
    )


def _is_made_of_press_words(text: str) -> bool:
    """Whether a short line holds nothing but words of a press office: "Public Information"."""
    words = fold(_SPACED.sub("", text)).replace(".", " ").split() if len(text) <= _LONGEST_DATELINE else []
    bare = [word.strip("|:,;()[]#-–—·•/\"'«»") for word in words]
    telling = [word for word in bare if word.isalpha() and len(word) > 1]
    return (
        bool(telling)
        and len(telling) <= 9
        and _PRESS_WORDS.issuperset(telling)
        and any(map(_names_kind, bare))
    )


def _names_kind(word: str) -> bool:
    return word in KIND_WORDS or word in _MESSAGES


def is_prose(text: str) -> bool:
    """Whether a line is a long sentence, or a quotation; the mark of a note may stand behind its stop."""
    stopped = _STOP.search(text) is not None
    return stopped and (len(text) > LONGEST_SENTENCE or _SAID.fullmatch(text) is not None)


def is_no_title(text: str) -> bool:
    """Whether a line is prose, too long, or belongs to a letterhead: no headline."""
    patterns = (SYMBOL, _LETTERHEAD, _BREADCRUMB, CONTACT)
    above = any(pattern.fullmatch(text) for pattern in patterns) or is_bare_label(text)
    street = _POSTAL.fullmatch(text) is not None and not says(text)
    above = above or _is_field(text) or street or _POSTAL_CODE.fullmatch(text) is not None
    unlike = is_prose(text) or above or heading_level(text) or opens_with_dateline(text)
    return bool(unlike) or len(text) > LONGEST_TITLE or (is_dated(text) and not RECORDS.match(text))


def _is_field(text: str) -> bool:
    """Whether a line says for whom, when or where it is: "Date: 3 May", "A los medios de comunicación"."""
    if len(_FIELDS.findall(text)) >= _FEWEST_FIELDS:
        return True
    label = text.partition(":")[0]
    asked = text.startswith("¿") and "?" in text
    telling = (bool(re.search(r"\d", text)) and not says(text)) or (
        (":" in text or asked) and len(label.split("?")[0].split()) <= _LONGEST_LABEL
    )
    field = _FIELD.fullmatch(text) is not None and telling
    for_press = _FOR_PRESS.fullmatch(text) is not None and not says(text)
    return field or for_press or _ADDRESSED.fullmatch(text) is not None


def is_dated(text: str) -> bool:
    """Whether a line is a date, alone or beside a place: "México, D.F., a 14 de julio de 2014"."""
    bare = text.strip(" .-–—|()")
    dates = find_dates(bare) if len(bare) <= _LONGEST_DATELINE or _is_long_dateline(bare) else []
    if parse_date(bare) is not None or _is_dated_label(bare):
        return True
    return any(
        (
            mention.end >= len(bare)
            and bare[: mention.start].count(" ") <= 8
            and _ends_in_date(bare, mention.start)
        )
        or (mention.start == 0 and re.fullmatch(r"\s?[|,·–—-]\s?[^.]{2,40}", bare[mention.end :]))
        for mention in dates
    )


def _is_dated_label(text: str) -> bool:
    """Whether a line only says what kind of text it is and when: "Questions for the press, 3 May 2021"."""
    dates = find_dates(text) if len(text) <= _LONGEST_PLACED else []
    ends = dates[:1] and dates[0].end >= len(text)
    before = text[: dates[0].start] if ends else ""
    words = re.findall(r"[^\W\d_]+", fold(before))
    kind = words[:1] and words[0] in KIND_WORDS and _PARTED.search(before)
    return bool(words) and (_PRESS_WORDS.issuperset(words) or bool(kind))


def _is_long_dateline(text: str) -> bool:
    """Whether a line is a place with its district and a date: "Benque Viejo, Cayo District. 3 May 2021"."""
    dates = find_dates(text) if len(text) <= _LONGEST_PLACED else []
    place = _BEFORE_DATE.sub("", text[: dates[0].start]) if dates else ""
    ends = dates[:1] and dates[0].end >= len(text)
    return bool(ends and "," in place and NAME.fullmatch(place.replace(".", "")) and not says(place))


def opens_with_dateline(text: str) -> bool:
    """Whether a text begins with a place, perhaps its date, and a mark: "Tapachula, 3 May. The house ..."."""
    report = _REPORT.match(text) if len(text) >= _SHORTEST_REPORT and _STOPS.search(text) else None
    if report and (report["place"].isupper() or is_place(report["place"])):
        return True
    for mention in find_dates(text[: 2 * _LONGEST_DATELINE])[:1]:
        behind = re.match(r"\s?\)?\s?[.:–—-]", text[mention.end :])
        place = _BEFORE_DATE.sub("", text[: mention.start])
        if behind and mention.date.day and len(place) <= _LONGEST_DATELINE and NAME.fullmatch(place):
            return text[mention.end + behind.end() :].strip() != ""
    return False


def _ends_in_date(line: str, start: int) -> bool:
    """Whether what stands before the date of a line is a place: "Belmopan. 12th March"."""
    place = re.sub(r"[.,;\s]{1,3}(?:(?:a|el|on)\s)?$", "", line[:start], flags=re.IGNORECASE)
    return bool(re.search("[,|·(;]", line) or place_code(place))
