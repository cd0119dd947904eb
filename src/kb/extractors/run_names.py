"""Whether the words of a run are the name of a person: of no institution, party, place or number."""

from __future__ import annotations

import re
from functools import lru_cache

from kb import places
from kb.extractors.bodies import Bodies
from kb.extractors.capitalised_runs import Token
from kb.extractors.honorifics import is_honorific
from kb.extractors.name_words import (
    INSTITUTIONS,
    NOT_FIRST,
    is_abstract,
)
from kb.extractors.organisation_patterns import BODY_NOUN
from kb.extractors.roles import FIELDS_OF_WORK, QUALIFIERS, is_any_role
from kb.text.dates import WEEKDAYS
from kb.text.folding import fold
from kb.text.letters import UPPER

_MOST_WORDS = 6  # of a name, particles not counted
_LONGEST_SURNAME_TOO = 8  # letters of "young" and "field", which are surnames: "extraordinary" is none
_PARTY = re.compile(rf"[{UPPER}]-\w+\.?")  # "D-Texas", "T-shirts"
_ROMAN = re.compile("[IVXL]{2,6}")
_PLACE_LINKS = frozenset("in en from desde".split())
_NOBODY = INSTITUTIONS | (WEEKDAYS.keys() - {"domingo"})  # which is a name too


@lru_cache(maxsize=1 << 14)
def names_place(printed: str) -> bool:
    """Whether what is printed is the name of a country or a city."""
    return places.place_code(printed) is not None or places.code_of(printed) is not None


def is_surname(text: str, name: list[Token], surnames: frozenset[str]) -> bool:
    """Whether a word alone is one of these surnames, and no place that somebody is in or from."""
    return len(name) == 1 and name[0].word in surnames and not leads_to_place(text, name[0].start)


def is_name(name: list[Token], bodies: Bodies) -> bool:
    """Whether words are the name of a person as far as they say themselves."""
    if not name or count_words(name) > _MOST_WORDS:
        return False
    words = [token.word for token in name]
    printed = " ".join(words)
    if any(is_no_name(word, bodies) for word in words) or BODY_NOUN.match(printed):
        return False
    alone = len(words) == 1
    if alone and (len(printed) < 2 or printed.isupper() or is_any_role(printed) or _opens_sentence(printed)):
        return False
    qualifies = len(printed) > _LONGEST_SURNAME_TOO and fold(printed) in QUALIFIERS
    if alone and (is_honorific(printed) or is_abstract(fold(printed)) or qualifies):
        return False
    return not (bodies.holds(printed) or names_place(printed))


def _opens_sentence(word: str) -> bool:
    """Whether a capitalised word alone opens a sentence and names nobody: "Then", "Health"."""
    folded = fold(word)
    return folded in NOT_FIRST or folded in FIELDS_OF_WORK


def is_no_name(word: str, bodies: Bodies) -> bool:
    """Whether a word is part of no name of a person: an acronym, a word of institutions, a numeral."""
    if word.isupper() and len(word) > 1 and not word.endswith(".") and bodies.is_acronym(word):
        return True
    if _PARTY.fullmatch(word):
        return True
    return fold(word) in _NOBODY or bool(_ROMAN.fullmatch(word)) or any(letter.isdigit() for letter in word)


def count_words(tokens: list[Token]) -> int:
    """How many words there are, particles not counted."""
    return sum(not each.is_particle for each in tokens)


def is_place(tokens: list[Token]) -> bool:
    """Whether words name a country or a city together."""
    return names_place(" ".join(token.word for token in tokens))


def leads_to_place(text: str, at: int) -> bool:
    """Whether the word before leads to a place: "in", "desde"."""
    before = text[max(0, at - 9) : at].split()[-1:]
    return bool(before) and before[0].lower() in _PLACE_LINKS
