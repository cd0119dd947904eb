"""The pieces of what stands around a contact: bodies and desks, places, and what is neither.

A text is cut at commas, brackets, columns and line ends, but not inside a known name or a list that is one
name ("Ministry of Health, Families and Youth"). A role, a language, a street, a label and a clause are no
office; a role "of" a body tells that body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kb import places
from kb.extractors import contact_desks, directory
from kb.extractors.contact_labels import LABELS
from kb.extractors.contact_people import EDGES, people
from kb.extractors.contact_pieces import is_street, names_unit
from kb.extractors.name_words import is_language
from kb.extractors.roles import is_role
from kb.places.regions import region_code
from kb.text.folding import fold
from kb.text.letters import UPPER
from kb.text.wholes import Wholes

_SMALL = (
    r"(?:de|del|la|las|los|el|y|e|en|para|por|con|entre|sin|sobre|contra|a|al"
    r"|of|the|for|and|in|on|to|from|with|by|&)"
)
_CAP = rf"[{UPPER}0-9«\"“'’][\w'’.&«»\"“”/-]*"
NAME = rf"{_CAP}(?:[ ](?:{_SMALL}[ ]){{0,3}}{_CAP})*"
_WHOLE_NAME = re.compile(NAME)
WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_CUT = re.compile(r"[\n,;|()•·:?]|\s[–—/-]\s|(?<=[^\W\d_]{3})\.(?=\s|$)")
_LEAD = re.compile(r"[\s.*_>«–—-]*")
_LIST = re.compile(
    rf"{NAME}(?:,[ ]{_CAP}(?:[ ]{_CAP}){{0,3}}){{0,3}},?[ ](?:and|y|e|&)[ ](?:the[ ])?{_CAP}(?:[ ]{_CAP})*"
    r"(?=\s?[\n,;|():]|\s?$)"
)
_LIST_PART = re.compile(r",\s(?:(?:and|y)\s)?|\s(?:and|y|e|&)\s")
_BEFORE_NAME = r"a ?t ?e ?n ?t ?a ?m ?e ?n ?t ?e|or|o|y|and|of|from|at|with|for|en|de|con|por"
_TOWARDS = re.compile(  # "or from the ", "for "
    rf"(?:(?:{_BEFORE_NAME}|whatsapp|in|to|by|about|call|contact[oa]?s?|para|sobre|al?)\s)*"
    rf"(?-i:(?:the|our|la|el|los|las|nuestr[oa]|del|al)\s)+|(?:(?:{_BEFORE_NAME}|whatsapp\sde)\s)+(?=(?-i:[{UPPER}]))",
    re.IGNORECASE,
)
_AT = re.compile(r"\s(?:at|on|al|en\sel|por\sel)$")
_SINCE = re.compile(r"\sdesde\s.*")  # "... desde México"
_ACRONYM = re.compile(rf"(?<=\w)\s\([{UPPER}][{UPPER}-]{{1,11}}\)")  # behind the name that it stands for
_CAPITALS = re.compile(rf"[{UPPER}]{{3,10}}")
_LEGAL_FORM = re.compile(r"\s(?:A\.\s?C|S\.\s?C|I\.\s?A\.\s?P|Inc)\.?$")
_LETTERS_END = re.compile(rf"\.[{UPPER}]$")
_ROLE_OF = re.compile(rf"[^,\n]*?\s(?:of|for|de|del)\s(?:(?:the|la|el|los|las)\s)?(?P<body>[{UPPER}].*)")
_CLAUSE = re.compile(
    r"\b(?:write|call|contact|escrib\w+|llam\w+|contact\w+|env\w+|is|are|es|son|can|puede\w?|who|that|quien|que|runs"
    r"|desde|\w+(?:arse|erse|irse)|[Ss]igned|[Ff]irma\w*|atiend\w+|recib\w+|helps|ayudan?|takes|answers|has|offers|ofrece\w?)\b",
)
_CLAUSE_LEAD = re.compile(r"\s(?:o|or|y|and)$")
_PLAIN_UNIT = re.compile(  # "área jurídica", "communications", "Tela newsroom"
    rf"(?:delegaci[oó]n|sede|filial|regional)\s[{UPPER}].+|[{UPPER}][\w'’-]*(?:\s[\w'’-]+){{0,3}}\s(?:newsroom|bureau|desk|hotline)|"
    r"[aá]rea\s(?:de\s)?[^\W\d_]+|prensa|[Cc]omunicaci[oó]n(?:es)?|[Pp]rotecci[oó]n|voluntariado|communications|press"
    r"|media\srelations|newsroom|(?:chancery|registry|union\shall)"
    rf"(?:\s(?:in|en)\s[{UPPER}][\w'’]+)?"
)
_ENDS_BODY = re.compile(
    r"\s(?:Communications|Strategies|Media|News|Press|Relations|Consulting|Partners|Advocates|Project|Initiative)$"
)
_REGION = re.compile(
    r"Centroam[eé]rica|Central\sAmerica|Latin\sAmerica|Am[eé]rica\sLatina|Caribe|(?:the\s)?Caribbean"
)
_UNIT_NOUN = re.compile(
    r"coordinaci[oó]n|unidad|direcci[oó]n|[aá]rea|departamento|oficina|secretar[ií]a", re.IGNORECASE
)
_HOUSE_NUMBER = re.compile(r"[^\W\d_]{3}\s\d{1,4}$")  # "Congreso de la Unión 66"
_SUFFIX = re.compile(r"(?:Esq|RN|MD|PhD|Jr|Sr|MSW|LCSW|OP|SJ|PIO)\.?")  # behind a name
_DESK = re.compile(r"(?:desk|office|oficina)\b", re.IGNORECASE)
_BEFORE_DESK = re.compile(rf"(?:^|[\s(]){_CAP}\s$")
_NO_NAME = re.compile(r"\d{4}|@")
_DIGIT = re.compile(r"[\d@|]")
_GENERIC = frozenset("office desk oficina team equipo unit department oficinas offices".split())
_LANGUAGES = frozenset("eng en sp esp es fr only solo y and".split())  # and their abbreviations
_RANKS = frozenset("chief officer director directora jefe jefa head manager coordinator specialist".split())
_CLIENTS = frozenset(
    "child youth migrant refugee student survivor victim parent".split()
)  # "Youth Law Clinic"
_CONJUNCTIONS = frozenset("and y e &".split())
_OFFICES = frozenset(("office", "oficina", "despacho"))
_OF = frozenset(("of", "de", "del"))
_LONGEST, _LONGEST_ROLE, _LONGEST_UNIT, _LONGEST_ACRONYM = 90, 5, 6, 6  # characters, words, letters


class Piece(NamedTuple):
    """A stretch of text between separators."""

    words: str
    kind: str | None  # "office", "place" or neither
    before: str = ""  # what parts it from the piece before it


class Pieces:
    """Reads the pieces of a text; organisations of the document and marks of the contact are known to it."""

    def __init__(self, bodies: Wholes, marks: Sequence[str]) -> None:
        self._bodies, self._marks = bodies, marks

    def of(self, text: str) -> list[Piece]:
        """The pieces of a text that have words."""
        return [piece for piece in self._all(text) if piece.words]

    def is_body(self, words: str) -> bool:
        """Whether words name an organisation or one of its units, by their nouns or as the document does."""
        return self._is_known(words) or names_unit(_in_small(words)) or _ENDS_BODY.search(words) is not None

    def kind(self, words: str) -> str | None:
        """Whether words are an "office", a "place" or neither."""
        each = WORD.findall(words)
        if not each or len(words) > _LONGEST or _NO_NAME.search(words) or is_generic(words):
            return None
        if all(map(is_spoken, each)) or is_place(words):
            return "place" if is_place(words) else None
        if self._is_known(words):
            return "office"
        if _HOUSE_NUMBER.search(words) or is_street(words) or is_title(each) or _SUFFIX.fullmatch(words):
            return None
        return "office" if self._is_named(words, each) else None

    def _is_named(self, words: str, each: Sequence[str]) -> bool:
        """Whether words that the document does not know are written as the name of an office."""
        unit = names_unit(_in_small(words))
        if not unit and any(people(words)):
            return False
        if words.isupper() and len(words) <= _LONGEST_ACRONYM and len(each) == 1:
            return directory.knows_acronym(words)
        desk = contact_desks.is_desk(_LEGAL_FORM.sub("", words)) or (unit and len(each) > 1)
        if desk and _WHOLE_NAME.fullmatch(words) and not _CLAUSE.match(words):
            return True
        small = unit and len(each) <= _LONGEST_UNIT and not _CLAUSE.search(words)
        return small or _PLAIN_UNIT.fullmatch(words) is not None

    def _is_known(self, words: str) -> bool:
        known = (self._bodies.end_at(each) == len(each) for each in {words, _in_small(words)})
        return any(known) or directory.named(words) is not None

    def _all(self, text: str) -> Iterator[Piece]:
        masked = _ACRONYM.sub("", without_labels(text))
        whole = [*self._bodies.spans(masked)]
        at, past, titled = 0, 0, False
        while at < len(masked):
            lead = _LEAD.match(masked, at)
            at = lead.end() if lead else at
            listed = _LIST.match(masked, at)
            if listed and not (titled or _is_list(listed[0])):
                listed = None
            end = listed.end() if listed else _end(masked, at, whole)
            words = _name(masked[at:end])
            title = bool(words) and is_title(words.split())
            piece = self._piece(words, listed=bool(listed), title=title)
            yield piece._replace(before=masked[past:at])
            titled = title or (titled and not words)
            past, at = end, max(end, at) + 1

    def _piece(self, words: str, *, listed: bool, title: bool) -> Piece:
        kind = self.kind(words)
        if kind is not None:
            return Piece(words, kind)
        if listed and not _DIGIT.search(words):
            return Piece(words, "office")
        of = _ROLE_OF.match(words) if title else None
        if of and self.is_body(of["body"]):
            return Piece(of["body"], "office")
        inside = without_clause(next((mark for mark in self._marks if mark in words), ""))
        told = inside and not is_generic(inside) and not is_title(inside.split())
        return Piece(inside, "office") if told else Piece(words, None)


def _in_small(words: str) -> str:
    """Several words in capitals as they are written in a sentence: "BAY HOSPITAL"."""
    shouted = " " in words and words.isupper()
    return " ".join(word.capitalize() for word in words.split()) if shouted else words


def is_acronym(words: str) -> bool:
    """Whether words are one in capitals that may stand for a body."""
    return _CAPITALS.fullmatch(words) is not None


def is_generic(words: str) -> bool:
    """Whether words say no more than that somebody has an office."""
    return fold(words) in _GENERIC


def is_place(words: str) -> bool:
    """Whether words are a town, state, country or region of the world.

    >>> is_place("Houston"), is_place("D.C."), is_place("Central America"), is_place("Casa Farol")
    (True, True, True, False)
    """
    known = places.is_place(words) or places.place_code(words) or region_code(words)
    return bool(known or _REGION.fullmatch(words))


def is_spoken(word: str) -> bool:
    """Whether a word is a language, perhaps abbreviated."""
    return is_language(word) or fold(word) in _LANGUAGES


def is_title(each: Sequence[str]) -> bool:
    """Whether words are somebody's role.

    >>> is_title("Regional Chief of Communication".split()), is_title("Office of the Ombudsman".split())
    (True, False)
    """
    if len(each) > 1 and _UNIT_NOUN.fullmatch(each[0]):
        return False  # "Coordinación médica"
    if len(each) > len(("office", "of")) and fold(each[0]) in _OFFICES and fold(each[1]) in _OF:
        return False
    joined = len(each) > len(("and", "noun")) and each[-2] in _CONJUNCTIONS
    last = is_role(each[-1]) and len(each) <= _LONGEST_ROLE and not joined
    first = is_role(each[0]) and not (fold(each[0]) in _CLIENTS and len(each) > len(("youth", "noun")))
    first = first or fold(each[0]) == "enlace"
    return first or last or any(fold(word) in _RANKS for word in each[:3])


def without_clause(words: str) -> str:
    """A name without the clause that was taken for its end.

    >>> without_clause("oficina de prensa contacte a")
    'oficina de prensa'
    """
    clause = _CLAUSE.search(words)
    return _CLAUSE_LEAD.sub("", words[: clause.start()].strip()) if clause else words


def without_labels(text: str) -> str:
    """A text whose labels are masked, but for the last word of a desk's name.

    >>> without_labels("Western Border Help Desk: Tel. ")
    'Western Border Help Desk: |||||'
    """

    def masked(label: re.Match[str]) -> str:
        named = _DESK.match(label[0]) and _BEFORE_DESK.search(text, 0, label.start())
        return label[0] if named else "|" * len(label[0])

    return LABELS.sub(masked, text)


def _name(cut: str) -> str:
    """The words of a piece without what leads to them and behind them."""
    words = _AT.sub("", _SINCE.sub("", cut).strip(EDGES))
    words += "." if _LETTERS_END.search(words) and cut.rstrip().endswith(".") else ""
    towards = _TOWARDS.match(words)
    return words[towards.end() :] if towards else words


def _end(masked: str, at: int, whole: Sequence[tuple[int, int]]) -> int:
    """Where the piece ends that begins at a place; no known name is cut."""
    cuts = (cut.start() for cut in _CUT.finditer(masked, at))
    return next((cut for cut in cuts if not any(start < cut < end for start, end in whole)), len(masked))


def _is_list(words: str) -> bool:
    """Whether commas and "and" stand inside one name and part no places, languages, roles or persons."""
    parts = [part.strip() for part in _LIST_PART.split(words) if part.strip()]
    return "," in words and not any(
        places.is_place(part) or is_spoken(part) or is_role(part.split(" ")[0]) or any(people(part))
        for part in parts
    )
