"""Where a name ends in its run of capitalised words: before a role, letters of an order, a generation."""

from __future__ import annotations

import re

from kb.extractors.bodies import Bodies
from kb.extractors.capitalised_runs import Token
from kb.extractors.genders import gender
from kb.extractors.introductions import introduction
from kb.extractors.name_words import GIVEN_TOO, SURNAMES, is_abstract
from kb.extractors.office_words import NUMBERED
from kb.extractors.plain_words import is_plain_word
from kb.extractors.roles import is_any_role, is_role
from kb.text.dates import MONTHS
from kb.text.folding import fold
from kb.text.letters import UPPER

_ORDER = re.compile(rf"[{UPPER}]{{2,5}}")  # of a religious or a doctor behind the name: "Ana Paz SJ"
_LETTERS = re.compile(rf"(?:[{UPPER}]\.){{2}}")  # "Ana Paz C.S."
_ROMAN = re.compile("[IVXL]{1,6}")
_LONGEST_TITLE = 10  # characters
_GENERATION = re.compile("II|III|IV")

# A surname of two before the verb of one person: "la presidenta municipal Sonia Cal y Mayor dio".
_JOINED_SURNAME = re.compile(
    rf"\s[ye]\s[{UPPER}][a-záéíóúñ]+(?=\s(?:(?:se|les?|l[oa]s?|nos)\s)?(?:[a-záéíóúñ]+ó|dijo|dio|hizo|puso|tuvo|estuvo|fue"
    r"|es|quiso|pudo|vino)\s)"
)
_SECOND_SURNAME = re.compile(rf"\s[ye]\s(?P<word>[{UPPER}][a-záéíóúñ]+)(?=\s?[,.;:”\"»]|$)")
_LONGEST_BOOK = 30  # characters
_BOOK = re.compile(
    r"\b(?:[Gg]ospel|[Ee]vangelio)\s(?:of|according\sto|de|según)\s(?:(?:St\.?|Saint|San)\s)?$"
)
_LONGEST_VERB = 16  # characters
_SAYS = re.compile(r"\b(?:dijo|dice|[a-záéíóúñ]{3,14}ó|explica|afirma|señala|cuenta|said|says)\s$")  # of one
_OPENS_CLAUSE = re.compile(r"(?:^|[.,:;—–\n-])\s?$")


def without_generation(text: str, name: list[Token]) -> tuple[list[Token], int | None]:
    """A name without the "III" behind it, and where that ends; two words, a pope or a queen have one."""
    ruler = len(name) > 1 and NUMBERED.search(text, max(0, name[0].start - _LONGEST_TITLE), name[0].start)
    number = _ROMAN if ruler else _GENERATION
    if (len(name) > 2 or ruler) and number.fullmatch(name[-1].word):
        return name[:-1], name[-1].end
    return name, None


def trimmed(text: str, name: list[Token], *, titled: bool = False) -> list[Token]:
    """A name up to a role that follows it, without particles and letters of an order at its ends.

    Behind a title a particle begins the surname: "Ms. van der Berg".
    """
    for index, token in enumerate(name[2:], 2):
        if is_role(token.word) and fold(token.word) not in SURNAMES | GIVEN_TOO:
            name = name[:index]
            break
    while name and name[0].is_particle and not titled:
        name = name[1:]
    while name and (name[-1].is_particle or (len(name) > 2 and _ends_with_order(name))):
        name = name[:-1]
    return name[:-1] if len(name) > 1 and _LETTERS.match(text, name[-1].start) else name


def _ends_with_order(name: list[Token]) -> bool:
    """Whether a name in ordinary letters ends with those of an order or a degree."""
    return bool(_ORDER.fullmatch(name[-1].word)) and not name[0].word.isupper()


def is_plural(name: list[Token]) -> bool:
    """Whether the words of a run are those of things: the last is a plural, and all are of the dictionary."""
    things = (is_plain_word(each.word) or is_abstract(each.word) for each in name)
    return name[-1].word.endswith("s") and all(things)


def is_of_date_or_book(text: str, name: list[Token]) -> bool:
    """Whether a name is the month of a date or of a book of the Bible: "22 June", "the Gospel of Luke"."""
    if _BOOK.search(text, max(0, name[0].start - _LONGEST_BOOK), name[0].start):
        return True
    if len(name) != 1 or fold(name[0].word) not in MONTHS:
        return False
    start, end = name[0].start, name[0].end
    return text[max(0, start - 2) : start].strip()[-1:].isdigit() or text[end : end + 2].strip()[:1].isdigit()


def with_joined_surname(text: str, first: int, start: int, end: int, bodies: Bodies) -> int:
    """Where a name ends whose surname "y" joins to another, as the role and verb of one person tell."""
    joined = _JOINED_SURNAME.match(text, end) if " " in text[start:end] else None
    second = _SECOND_SURNAME.match(text, end) if " " in text[start:end] else None
    if second and (gender([], second["word"]) or (is_any_role(second["word"]) and second["word"] != "Mayor")):
        second = None  # "Ana María Paz y Luis"
    found = joined or second
    if found is None or bodies.holds(found[0][3:]):
        return end
    begins, titled, before = introduction(text, first, start, bodies)
    opens = second or _OPENS_CLAUSE.search(text, max(0, begins - 3), begins)
    one = before.role or (second and (titled or _SAYS.search(text, max(0, start - _LONGEST_VERB), start)))
    return found.end() if one and opens else end
