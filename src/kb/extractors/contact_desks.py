"""The office of a contact: the bodies it names, or the desk that its line names ("Donativos: ...").

What stands before a number or address is the name of whom it reaches, as far as it says more than which
number it is ("Tel. directo"), when it is answered ("Lunes a viernes") or what to write about ("Citas").
"""

from __future__ import annotations

import re

from kb import places
from kb.extractors.contact_apart import other_words
from kb.extractors.contact_cues import CUE
from kb.extractors.contact_labels import LABELS, without_labels
from kb.extractors.contact_people import Mark
from kb.extractors.contact_pieces import is_street, names_unit
from kb.extractors.honorifics import HONORIFIC
from kb.extractors.name_words import NOT_FIRST, is_language
from kb.extractors.roles import is_role
from kb.text.folding import fold
from kb.text.letters import UPPER
from kb.text.words import STOP_WORDS

_GENERIC = (["office"], ["desk"], ["oficina"], ["team"], ["equipo"], ["unit"], ["department"])
_LAND_BEHIND = re.compile(
    rf",\s(?P<land>[{UPPER}][^\W\d_]+(?:\s[{UPPER}][^\W\d_]+){{0,2}})(?=\s?[:,.(|\n]|\s[–—-]|$)"
)
_LEGAL_FORM = re.compile(r",\s(?:A\.\s?C\.|I\.\s?A\.\s?P\.|S\.\s?C\.|IAP|Inc\.)")  # "Casa Maya, A.C."
_EDGES = " .,;:()|–—-•·*_\t→"
_BULLET = re.compile(r"^[\s*•·–—-]+")
_BRACKETS = re.compile(r"\s?\([^()\n]*\)?[\s:.|–—]*$")
_PARTS = re.compile(r"(?<!\b[A-Z])[.;|·•](?=\s)|\s[/–—](?=\s)|\?")
# "La Oficina de Enlace recibe llamadas en el ", "The Legal Desk can be reached at "
_SENTENCE = re.compile(
    rf"(?:^|[.;:!?]\s|\n)(?P<office>(?:(?:The|La|El|Our|Nuestr[oa])\s)?[{UPPER}][^.;:!?\n|,]{{4,90}}?)(?:\s\([^()]*\))?\s(?:tambi[eé]n\s|also\s)?"
    r"(?:recibe|atiende|responde|contesta|pone|ofrece|est[aá]|puede|takes|answers|receives|responds|can\sbe|is|has|may\sbe)\s[^.;:!?\n]*$"
)
_ARTICLE = re.compile(r"^(?:The|La|El|Our|Nuestr[oa])\s")
_LEADERS = re.compile(r"(?:\s?\.){3,}\s*$|\s[–—·|→]\s*$")  # "Protection . . . . . 2212-5300"
_BRACKETED = re.compile(r"\s?\([^()\n]*\)?")
_CONTACT_OF = re.compile(r"^contact[oa]?s?\s(?:de|del|of|for|at)\s(?:(?:la|las|los|the)\s)?", re.IGNORECASE)
_CHANNEL = re.compile(
    r"^(?:whatsapp|tel\.?|tel[eé]fono|phone|correo|e-?mail)\s(?:del?\s(?:la\s)?|of\s(?:the\s)?)?(?=[^\W\d_]{4})",
    re.IGNORECASE,
)
_INVITED = re.compile(  # "Parents in the United States: call "
    r":\s(?:call|dial|write\sto|llam\w{1,3}(?:\sal?)?|marqu\w{1,3}(?:\sal?)?|escrib\w{1,3}(?:\sal?)?)\s*$",
    re.IGNORECASE,
)
_LINE = re.compile(
    r"(?:[^\W\d_][\w'’-]*\s){1,4}(?:line|hotline|pager|helpline|phone)|(?:after|out\sof)[\s-]hours|(?:hot|help)line",
    re.IGNORECASE,
)
_CALLED = re.compile(  # "call the hotline, free of charge, at ", "llamar a la casa cural: "
    r"(?:\b(?:call|ring|phone|telephone|page|through|via|to|at|llam\w{1,3}\sal?|comunicarse\s(?:con|al?)|con|al?)|:)\s(?:the|la|el)\s"
    r"(?!house\b|office\b|propi[oa]|own\b|casa,?\s(?:al|en)|number|n[uú]mero|same|mism|following|siguiente|tel[eé]fono|celular|correo|line\b|l[ií]nea\b"
    r"|switchboard|whatsapp)(?P<office>[^\W\d_][\w'’-]*(?:\s[^\W\d_][\w'’-]*){0,3}?)"
    r"(?:,[^\n,]{2,30})?,?\s?(?:at|on|al?|en\sel|tel\.?|tel[eé]fono|:|free\sof\scharge,\sat)?[\s,:(]*$",
    re.IGNORECASE,
)
_BEFORE_PERSON = re.compile(r"^(?P<words>[^:]+):\s*$")
_TITLES = re.compile(rf"(?<=:\s)(?:{HONORIFIC}\s)+$")
_PLAIN = re.compile(  # what is a desk beside others
    r"prensa|press|media|medios(?:\sde\scomunicaci[oó]n)?|comunicaci[oó]n(?:es)?|inscripciones|volunteers|voluntari[oa]s"
    r"|appointments|citas|registration|registro|atenci[oó]n\sa\smedios|(?:technical|press|media)\s(?:questions|(?:en|in)quiries)",
    re.IGNORECASE,
)
_HOURS = re.compile(r"^\d{1,2}[\s-](?:hour|horas)\b")  # "24-hour Nurse Line"
OPENS = re.compile(rf"[{UPPER}]|{_HOURS.pattern}")
_LONGEST, _MOST_WORDS = 80, 10
# What is asked or said, and no desk's name.
_NO_DESKS = frozenset(
    """
    accreditation acreditacion acreditaciones adhesiones adhesions alta appointments camarografos
    castellano central citas comunicate comuniquese consultas contact contactenos contacto contactos
    contacts copies correspondence disponibles dudas english-language enquiries entrevistas footage
    fotografias fotos free fuente imagenes images info informacion information informe informes
    inquiries inscripciones interviews journalists location mail media medios nota note offices oficinas
    only periodistas photographs photos preguntas prensa press queries questions registration registro
    reporters requests reservaciones rsvp solamente solo source spanish-language switchboard technical
    telefonica toll toll-free ubicacion video videos vocerias web
    """.split()
)
_ASKS = frozenset(
    "conmutador pbx switchboard"
    " contact contacts contacto contactos contacte turno turnos shift llamadas calls all todas todos any"
    " cualquier questions preguntas reply responder si if when cuando".split()
)


def named_office(text: str, group: list[Mark]) -> str | None:
    """The office of a group: a unit and its body are both printed; else the city that "In Geneva:" names."""
    offices = [mark for mark in group if mark.kind == "office"]
    if group[0].kind == "name" and [mark.words for mark in offices] in _GENERIC:
        return None  # "Ana Paz, who runs the office"
    if not offices:
        place = next((mark for mark in group if mark.kind == "place"), None)
        land = (
            _LAND_BEHIND.match(text, text.find(place.words, place.start) + len(place.words))
            if place
            else None
        )
        wider = land and (places.code_of(land["land"]) or places.is_place(land["land"]))
        return f"{place.words}, {land['land']}" if place and land and wider else place and place.words
    first, *more = offices
    name = first.words
    for mark in more[:1]:
        name = f"{name}, {mark.words}"
    form = _LEGAL_FORM.match(text, offices[-1].end)
    name += form[0] if form else ""
    behind = re.match(rf",\s([{UPPER}][\w'’ ]{{2,30}}?)(?=\s?:)", text[offices[-1].end :])
    if behind and places.place_code(behind[1]):
        name = f"{name}, {behind[1]}"
    return name


def desk_before(lead: str, *, plain: bool = False) -> str | None:
    """The desk or line that the words right before a number name, as a label or in a sentence.

    ``plain``: so plain a word as "Prensa" is a desk, where it stands beside others.
    """
    line = _BULLET.sub("", _LEADERS.sub(": ", lead).rpartition("\n")[2])
    if called := _CALLED.search(line):
        return called["office"]
    if sentence := _SENTENCE.search(lead):
        told = _ARTICLE.sub("", sentence["office"]).partition(" desde ")[0]
        return told if names_unit(told) else None
    bare = _INVITED.sub(": ", without_labels(line)).rstrip()
    if not bare.endswith(":"):
        return None
    label = _PARTS.split(bare.rstrip(": "))[-1].strip(_EDGES)
    label = _CONTACT_OF.sub("", _CHANNEL.sub("", _BRACKETED.sub("", label).rpartition(": ")[2]))
    named = OPENS.match(label) and (is_desk(label) or (plain and _PLAIN.fullmatch(label)))
    return label if named or _LINE.fullmatch(label) else None


def desk_of_person(lead: str, *, plain: bool = False) -> str | None:
    """The desk that a label names right before a person: "Voluntariado: Lic. Ana Paz"; no role and no cue."""
    line = _TITLES.sub("", _LEADERS.sub(": ", lead.rpartition("\n")[2]))
    label = _BEFORE_PERSON.search(_PARTS.split(line)[-1])
    words = _BRACKETS.sub("", _BULLET.sub("", label["words"])).strip(_EDGES) if label else ""
    words = _CONTACT_OF.sub("", words)
    other = any(map(is_role, words.split())) or places.is_place(words)
    named = (
        words
        and not other
        and (is_desk(words) or (plain and _PLAIN.fullmatch(words) and not fold(words).startswith("medi")))
    )
    return words if named else None


def is_label(words: str) -> bool:
    """Whether words name a desk or line, be it with so plain a word as "Prensa"."""
    return bool(is_desk(words) or _PLAIN.fullmatch(words) or _LINE.fullmatch(words))


def is_plain(words: str) -> bool:
    """Whether words are so plain a label as "Prensa"."""
    return _PLAIN.fullmatch(words) is not None


def is_desk(words: str) -> bool:
    """Whether words name a desk or house: not a cue, a purpose, a time, a language, a town or a street."""
    each = re.findall(r"[^\W\d_][\w'’-]*", words)
    if not each or not OPENS.match(words) or len(each) > _MOST_WORDS or len(words) > _LONGEST:
        return False
    folded = [fold(word) for word in each]
    if folded[0] in _ASKS | STOP_WORDS | NOT_FIRST or all(word in _NO_DESKS | STOP_WORDS for word in folded):
        return False
    if any(map(is_language, each)) or places.place_code(words) or is_street(words) or _is_cue(words):
        return False
    if LABELS.match(words):
        return False  # "Conmutador en Tela"
    return other_words(f"\n{words}: ") == ":" and not re.search(r"\d", _HOURS.sub("", words))


def _is_cue(words: str) -> bool:
    cue = CUE.match(f"{words}: ")
    return cue is not None and cue.end() > len(words)
