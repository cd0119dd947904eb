"""What stands before the name in a run of capitalised words: titles, roles, acronyms, a body, an office.

"Meanwhile", "Minister of Health", "UNICEF Guatemala" are taken off the run that they open.
"""

from __future__ import annotations

import re

from kb import places
from kb.extractors.bodies import Bodies
from kb.extractors.capitalised_runs import Token
from kb.extractors.honorifics import OFFICES, is_honorific
from kb.extractors.name_words import (
    GIVEN_TOO,
    NOT_FIRST,
    SURNAMES,
    is_adverb,
)
from kb.extractors.office_words import FIELDS_OF_OFFICES
from kb.extractors.plain_words import is_plain_word
from kb.extractors.roles import QUALIFIERS, is_any_role, is_role
from kb.extractors.run_names import count_words, is_no_name, is_place, leads_to_place, names_place
from kb.extractors.saying import is_verb
from kb.text.folding import fold
from kb.text.letters import UPPER

FEWEST_WORDS = 2  # that a name keeps behind the field of an office
_MOST_WORDS_OF_PLACE = 3
_ACRONYM = range(3, 6)  # letters
_OF = frozenset("de del".split())
_FROM = re.compile(r"-(?:born|based|raised|trained|educated|area)$")  # "Lagos-born"
# What stands before the field of an office: "ministro de", "Representative for Honduras and".
_OFFICE_LINKS = frozenset("of for on in sobre the and de del en para por la el los las y e".split())
_OFFICE_OF = re.compile(
    rf"(?P<role>[^\W\d_][\w-]*)\s(?:of|for|on|in|sobre|de|del|en|para|por)\s(?:(?:the|la|el|los|las)\s)?"
    rf"(?:[{UPPER}]\w+(?:\s[{UPPER}]\w+)?,?\s(?:and|y|e)\s)?$"
)
_LONGEST_OFFICE = 60  # characters, with its links
_WITHIN_NAME = re.compile(rf"[{UPPER}]\.|St\.?|Sta\.|Ma\.|Don")
# Roles that are surnames too are none behind what employs them: "County Judge Ana Paz".
_EMPLOYED = frozenset("judge guard cook chef driver worker student".split())
_EMPLOYERS = frozenset(
    """
    circuit supreme appeals superior
    county court district state city family federal high police school shelter community immigration border
    hospital hotel kitchen clinic university college security social health juvenile municipal youth children
    """.split()
)


def without_place(text: str, tokens: list[Token]) -> list[Token]:
    """The words behind a place that "in" leads to: "said in Tapachula Ana Paz"."""
    if leads_to_place(text, tokens[0].start):
        for size in range(1, min(_MOST_WORDS_OF_PLACE + 1, len(tokens) - 1)):
            if is_place(tokens[:size]):
                return tokens[size:]
    return tokens


def opening_words(tokens: list[Token], bodies: Bodies) -> int:
    """How many words of a run stand before the name: titles, roles, acronyms, a sentence's first words."""
    count = 0
    if _is_newsroom(tokens):
        count = 1
    for index, token in enumerate(tokens[:-1]):
        before = tokens[index - 1].word if index else None
        held = before is not None and fold(before) in _EMPLOYERS and fold(token.word) in _EMPLOYED
        titled = is_title(token.word) and (index == count or not _is_within_name(token.word))
        if held or titled or (index == count and _opens(token.word, before, bodies)):
            count = index + 1
    return count


def _is_newsroom(tokens: list[Token]) -> bool:
    """Whether an acronym that the document does not tell opens a run: "dijo a EFE Ana Paz"."""
    first, *rest = (each.word for each in tokens)
    acronym = first.isalpha() and first.isupper() and len(first) in _ACRONYM
    return acronym and any(not each.isupper() for each in rest)


def is_title(word: str) -> bool:
    """Whether a word is a title or a role, and no surname too."""
    return is_honorific(word) or (is_any_role(word) and fold(word).strip(".") not in SURNAMES)


def _is_within_name(word: str) -> bool:
    """Whether a title may be part of a name behind its first word: "Ana P. Paz", "Ángel Custodio Paz"."""
    return bool(_WITHIN_NAME.fullmatch(word)) or fold(word) in GIVEN_TOO


def _opens(word: str, before: str | None, bodies: Bodies) -> bool:
    """Whether a word opens a run and no name: "Meanwhile", "Said", "UNICEF", and "Guatemala" behind it."""
    folded = fold(word).strip(".")
    if len(word) == 2 and word.endswith("."):  # "A. L."
        return False
    if (
        folded in NOT_FIRST
        or folded in QUALIFIERS
        or folded in SURNAMES
        or is_adverb(folded)
        or _FROM.search(word)
        or is_verb(word)
    ):
        return True
    if len(word) > 1 and bodies.is_acronym(word):
        return True
    return before is not None and bodies.is_acronym(before) and places.place_code(word) is not None


def is_house(opening: list[Token], bodies: Bodies) -> bool:
    """Whether a run is no person for what opens it: "Refugio Monseñor Larios"."""
    words = [each.word for each in opening]
    if any(is_role(word) or word.rstrip(".") in OFFICES for word in words):
        return False
    return any(is_no_name(word, bodies) and not bodies.is_acronym(word) for word in words)


def past_body(text: str, tokens: list[Token], bodies: Bodies) -> int:
    """How many words of a run are a body before a full name: "director of Red Hilo Ana Paz"."""
    if not any(is_no_name(each.word, bodies) for each in tokens[:-FEWEST_WORDS]):
        return 0
    start = tokens[0].start
    for end in (end for begin, end in bodies(text[start : tokens[-1].end]) if begin == 0):
        rest = [index for index, each in enumerate(tokens) if each.start > start + end]
        if rest and count_words(tokens[rest[0] :]) >= FEWEST_WORDS and not tokens[rest[0]].is_particle:
            return rest[0]
    return 0


def past_noun(tokens: list[Token], opening: int, bodies: Bodies) -> int:
    """How many words stand before the name, a noun of the dictionary included: "Estudio de Ana Paz"."""
    led = tokens[opening : opening + 2]
    if len(led) < 2 or led[1].word not in _OF or count_words(tokens[opening + 1 :]) < FEWEST_WORDS:
        return opening
    noun = is_plain_word(led[0].word) and not is_no_name(led[0].word, bodies)
    return opening + 2 if noun and not is_plain_word(tokens[opening + 2].word) else opening


def past_field(text: str, tokens: list[Token], opening: int) -> int:
    """How many words stand before the name, with those of an office: "Minister of Health Ana Paz".

    The field or the place of an office is told by the office before it; the name keeps two words.
    """
    small = any(each.is_particle for each in tokens[max(0, opening - 1) : opening + 1])
    held = small and any(is_role(each.word) for each in tokens[:opening])
    if not (held or _is_led_by_office(text, tokens[0].start)):
        return opening
    index = opening if held else 0
    while index < len(tokens) and (left := count_words(tokens[index:])) > FEWEST_WORDS:
        word = tokens[index].word
        particle = tokens[index].is_particle and index + 1 < len(tokens)
        if not particle and left > FEWEST_WORDS + 1 and is_place(tokens[index : index + 2]):
            index += 2
        elif particle or fold(word) in FIELDS_OF_OFFICES or names_place(word):
            index += 1
        else:
            break
    while index > opening and tokens[index - 1].is_particle:
        index -= 1  # a particle is the name's
    return max(index, opening)


def _is_led_by_office(text: str, at: int) -> bool:
    """Whether the words before a run are an office and its link: "ministro de"."""
    before = text[max(0, at - 5) : at].split()[-1:]
    if not before or before[0] not in _OFFICE_LINKS:
        return False
    led = _OFFICE_OF.search(text, max(0, at - _LONGEST_OFFICE), at)
    return led is not None and is_role(led["role"])
