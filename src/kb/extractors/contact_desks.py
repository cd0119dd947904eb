"""The office of a contact: the bodies it names, or the desk that its line names ("Donativos: ...").

What stands before a number or address is the name of whom it reaches, as far as it says more than which
number it is ("Tel. directo"), when it is answered ("Lunes a viernes") or what to write about ("Citas").
"""

from __future__ import annotations

import re

from kb import places
from kb.extractors.contact_apart import other_words
from kb.extractors.contact_blocks import Block
from kb.extractors.contact_cues import CUE
from kb.extractors.contact_labels import without_labels
from kb.extractors.contact_people import Mark
from kb.extractors.contact_pieces import is_street, read
from kb.extractors.honorifics import HONORIFIC
from kb.extractors.name_words import NOT_FIRST, is_language
from kb.extractors.roles import is_role
from kb.text.folding import fold
from kb.text.letters import UPPER
from kb.text.wholes import Wholes
from kb.text.words import STOP_WORDS

_GENERIC = (["office"], ["desk"], ["oficina"], ["team"], ["equipo"], ["unit"], ["department"])
_LAND_BEHIND = re.compile(
    rf",\s(?P<land>[{UPPER}][^\W\d_]+(?:\s[{UPPER}][^\W\d_]+){{0,2}})(?=\s?[:,.(|\n]|\s[–—-]|$)"
)
_LEGAL_FORM = re.compile(r",\s(?:A\.\s?C\.|I\.\s?A\.\s?P\.|S\.\s?C\.|IAP|Inc\.)")  # "Casa Maya, A.C."
_LABEL = re.compile(r"(?::|\.{3,}|[|–—→])\s*$")
_EDGES = " .,;:()|–—-•·*_\t→"
_BULLET = re.compile(r"^[\s*•·–—-]+")
_BRACKETS = re.compile(r"\s?\([^()\n]*\)?[\s:.|–—]*$")
_PARTS = re.compile(r"(?<!\b[A-Z])[.;|·•](?=\s)|\s[/–—](?=\s)|\?")
_RUN = re.compile(
    rf"[{UPPER}][\w'’.&-]*(?:\s(?:(?:de|del|la|las|los|el|y|e|a|of|the|for|and)\s){{0,2}}[{UPPER}][\w'’.&-]*){{1,6}}"
)
# "La Oficina de Enlace recibe llamadas en el ", "The Legal Desk can be reached at "
_SENTENCE = re.compile(
    rf"(?:^|[.;:!?]\s|\n)(?P<office>(?:(?:The|La|El|Our|Nuestr[oa])\s)?[{UPPER}][^.;:!?\n|]{{4,90}}?)\s(?:tambi[eé]n\s|also\s)?"
    r"(?:recibe|atiende|responde|contesta|pone|ofrece|est[aá]|puede|takes|answers|receives|responds|can\sbe|is|has|may\sbe)\s[^.;:!?\n]*$"
)
_BEFORE_PERSON = re.compile(rf"^(?P<words>[^:]+):\s(?:{HONORIFIC}\s)*$")
_ARTICLE = re.compile(r"^(?:The|La|El|Our|Nuestr[oa])\s")
_HOURS = re.compile(r"^\d{1,2}[\s-](?:hour|horas)\b")  # "24-hour Nurse Line"
_OPENS = re.compile(rf"[{UPPER}]|{_HOURS.pattern}")
_LONGEST, _MOST_WORDS = 80, 10
# What is asked or said, and no desk's name.
_NO_DESKS = frozenset(
    """
    adhesiones adhesions appointments castellano central citas comunicate comuniquese consultas
    contact contactenos contacto contactos contacts correspondence disponibles dudas
    english-language enquiries entrevistas free fuente info informacion information informes
    inquiries inscripciones interviews journalists location mail media medios nota note offices
    oficinas only periodistas preguntas prensa press queries questions registration registro
    reporters requests reservaciones rsvp solamente solo source spanish-language switchboard
    technical telefonica toll toll-free ubicacion vocerias web
    """.split()
)
_ASKS = frozenset(
    "all todas todos any cualquier questions preguntas reply responder si if when cuando".split()
)


def office_of(block: Block, group: list[Mark], last: int, bodies: Wholes) -> str | None:
    """The office of a group that begins behind ``last``: the desk before its number, or the body it names."""
    text = block.text
    named = named_office(text, group)
    reach = next((mark for mark in group if mark.kind in {"phone", "email"}), None)
    heading = "" if last else block.heading.rpartition("\n")[2]
    if group[0].kind == "name":
        desk = _desk_of_person(f"{heading}{text[last : group[0].start]}")
        return desk if desk and (named is None or named in desk) else named
    if reach is None or any(mark.kind == "name" for mark in group):
        return named
    desk = _desk_before(f"{heading}{text[last : reach.start]}", bodies)
    line = text.rfind("\n", 0, reach.start)
    beside = any(
        mark.kind == "office" and line < mark.start < reach.start and "." not in text[mark.end : reach.start]
        for mark in group
    )
    return desk if desk and not (beside and named and named not in desk) else named


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


def _desk_before(lead: str, bodies: Wholes) -> str | None:
    """The desk that the words ``lead`` to a number or address name, as a label, a name or in a sentence."""
    lead = without_labels(lead)
    if sentence := _SENTENCE.search(lead):
        return _office_in(sentence["office"], bodies)
    lines = [line for line in lead.split("\n") if line.strip(_EDGES)]
    if not lines:
        return None
    labelled = _LABEL.search(lines[-1].rstrip() + " " if lines[-1].strip() else "") is not None
    line = _BULLET.sub("", _PARTS.split(lines[-1].rstrip(_EDGES))[-1])
    line = _BRACKETS.sub("", line).strip(_EDGES).rpartition(": ")[2]
    return line if (labelled or _RUN.fullmatch(line)) and _is_desk(line) else None


def _desk_of_person(lead: str) -> str | None:
    """The desk that a label names right before a person: "Voluntariado: Lic. Ana Paz"; no role and no cue."""
    line = lead.rpartition("\n")[2]
    label = _BEFORE_PERSON.search(_PARTS.split(line)[-1])
    words = _BRACKETS.sub("", _BULLET.sub("", label["words"])).strip(_EDGES) if label else ""
    other = any(map(is_role, words.split())) or places.is_place(words)
    return words if words and not other and _is_desk(words) else None


def _office_in(words: str, bodies: Wholes) -> str | None:
    """The one office that the first words of a sentence name whole: "La Oficina de Enlace recibe ..."."""
    told = [mark for mark in read(0, words, bodies) if mark.kind != "place"]
    whole = len(told) == 1 and told[0].kind == "office" and _ARTICLE.sub("", words) == told[0].words
    return told[0].words if whole else None


def _is_desk(words: str) -> bool:
    """Whether words name a desk or house: not a cue, a purpose, a time, a language, a town or a street."""
    each = re.findall(r"[^\W\d_][\w'’-]*", words)
    if not each or not _OPENS.match(words) or len(each) > _MOST_WORDS or len(words) > _LONGEST:
        return False
    folded = [fold(word) for word in each]
    if folded[0] in _ASKS | STOP_WORDS | NOT_FIRST or all(word in _NO_DESKS | STOP_WORDS for word in folded):
        return False
    if any(map(is_language, each)) or places.place_code(words) or is_street(words) or _is_cue(words):
        return False
    return other_words(f"\n{words}: ") == ":" and not re.search(r"\d", _HOURS.sub("", words))


def _is_cue(words: str) -> bool:
    cue = CUE.match(f"{words}: ")
    return cue is not None and cue.end() > len(words)
