"""The desk that a contact's line names where no person does: "Donativos: ...", "Consulado en Tela: ...".

What stands before a number or address is the name of whom it reaches, as far as it says more than which
number it is ("Tel. directo"), when it is answered ("Lunes a viernes") or what to write about ("Citas").
"""

from __future__ import annotations

import re

from kb import places
from kb.extractors.contact_apart import other_words
from kb.extractors.contact_cues import CUE
from kb.extractors.contact_labels import without_labels
from kb.extractors.contact_pieces import is_street, read
from kb.extractors.name_words import NOT_FIRST, is_language
from kb.text.folding import fold
from kb.text.letters import UPPER
from kb.text.wholes import Wholes
from kb.text.words import STOP_WORDS

_KIND_ABOVE = re.compile(r"[\s|.,:;()–—·•-]*$")
_LABEL = re.compile(r"(?::|\.{3,}|[|–—→])\s*$")
_EDGES = " .,;:()|–—-•·*_\t→"
_BULLET = re.compile(r"^[\s*•·–—-]+")
_BRACKETS = re.compile(r"\s?\([^()\n]*\)?[\s:.|–—]*$")
_PARTS = re.compile(r"[.;|·•](?=\s)|\s[/–—](?=\s)|\?")
_RUN = re.compile(
    rf"[{UPPER}][\w'’.&-]*(?:\s(?:(?:de|del|la|las|los|el|y|e|a|of|the|for|and)\s){{0,2}}[{UPPER}][\w'’.&-]*){{1,6}}"
)
# "La Oficina de Enlace recibe llamadas en el ", "The Legal Desk can be reached at "
_SENTENCE = re.compile(
    rf"(?:^|[.;:!?]\s|\n)(?P<office>(?:(?:The|La|El|Our|Nuestr[oa])\s)?[{UPPER}][^.;:!?\n|]{{4,90}}?)\s(?:tambi[eé]n\s|also\s)?"
    r"(?:recibe|atiende|responde|contesta|pone|ofrece|est[aá]|puede|takes|answers|receives|responds|can\sbe|is|has|may\sbe)\s[^.;:!?\n]*$"
)
_ARTICLE = re.compile(r"^(?:The|La|El|Our|Nuestr[oa])\s")
_HOURS = re.compile(r"^\d{1,2}[\s-](?:hour|horas)\b")  # "24-hour Nurse Line"
_OPENS = re.compile(rf"[{UPPER}]|{_HOURS.pattern}")
_LONGEST, _MOST_WORDS = 70, 8
# What is asked or said, and no desk's name.
_NO_DESKS = frozenset(
    """
    adhesiones adhesions appointments central citas comunicate comuniquese consultas contact
    contactenos contacto contactos contacts correspondence dudas enquiries entrevistas free fuente
    info informacion information informes inquiries inscripciones interviews location mail nota note
    offices oficinas preguntas queries questions registration registro reservaciones rsvp source
    switchboard telefonica toll toll-free ubicacion web
    """.split()
)
_ASKS = frozenset(
    "all todas todos any cualquier questions preguntas reply responder si if when cuando".split()
)


def desk_before(lead: str, bodies: Wholes) -> str | None:
    """The desk that the words ``lead`` to a number or address name, as a label, a name or in a sentence."""
    lead = without_labels(lead)
    if sentence := _SENTENCE.search(lead):
        return _office_of(sentence["office"], bodies)
    lines = [line for line in lead.split("\n") if line.strip(_EDGES)]
    if not lines:
        return None
    labelled = _LABEL.search(lines[-1].rstrip() + " " if lines[-1].strip() else "") is not None
    line = _BULLET.sub("", _PARTS.split(lines[-1].rstrip(_EDGES))[-1])
    line = _BRACKETS.sub("", line).strip(_EDGES).rpartition(": ")[2]
    return line if (labelled or _RUN.fullmatch(line)) and _is_desk(line) else None


def _office_of(words: str, bodies: Wholes) -> str | None:
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
