"""Where a text names people, and what it says of them beside the name.

A name is a run of capitalised words with particles ("Ana de la Cruz", "J. M. O'Neill"). Titles, roles
and acronyms that open the run are taken off it; a run that holds a word of institutions, places or
months is nobody. What stands beside the name, joined to it or set off by commas, is its description
when `roles` finds a role in it.

A run without a description may still be a street or a firm: it is a ``Mention``, but not ``sure``.
All steps look at a bounded stretch around the run, so that any text is read in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kb import places
from kb.extractors.appositions import apposition
from kb.extractors.bodies import Bodies
from kb.extractors.capitalised_runs import Token, runs
from kb.extractors.genders import gender, is_given_name
from kb.extractors.honorifics import OFFICES, PEERS, is_honorific
from kb.extractors.initials import INITIALS, stands_alone
from kb.extractors.introductions import introduction
from kb.extractors.name_ends import (
    is_of_date_or_book,
    is_plural,
    trimmed,
    with_joined_surname,
    without_generation,
)
from kb.extractors.name_words import (
    GIVEN_TOO,
    INSTITUTIONS,
    NOT_FIRST,
    SURNAMES,
    is_abstract,
    is_adverb,
    is_gerund,
)
from kb.extractors.office_words import FIELDS_OF_OFFICES
from kb.extractors.organisation_patterns import BODY_NOUN, LEADS_TO_FIRM
from kb.extractors.plain_words import is_plain_word
from kb.extractors.roles import FIELDS_OF_WORK, QUALIFIERS, is_any_role, is_role
from kb.extractors.saying import is_verb
from kb.text.dates import WEEKDAYS
from kb.text.folding import fold
from kb.text.letters import UPPER

_MOST_WORDS = 6  # of a name, particles not counted
_LONGEST_SURNAME_TOO = 8  # letters of "young" and "field", which are surnames: "extraordinary" is none
_FEWEST_WORDS = 2  # that a name keeps behind the field of an office
_MOST_WORDS_OF_PLACE = 3
_ACRONYM = range(3, 6)  # letters
_OF = frozenset("de del".split())
_FROM = re.compile(r"-(?:born|based|raised|trained|educated|area)$")  # "Lagos-born"
_SEAT = re.compile(rf"\sof\s[{UPPER}]\w+")
_JOINED = re.compile(r"\b(?:and|y|e)\s$|&\s$")
_LEADS_CITIZEN = re.compile(r"(?:,|\b(?:[Ee]l|[Ll]a|al|del))\s$")
_PARTY = re.compile(rf"[{UPPER}]-\w+\.?")  # "D-Texas", "T-shirts"
_ROMAN = re.compile("[IVXL]{2,6}")
# Before a word that is part of a body's name: "Office of Children's Placement".
_OWNED_BY = re.compile(rf"\b(?:of|for)\s[{UPPER}][a-z]+['’]s?\s$")
_LONGEST_OWNER = 30  # characters
_PLACE_LINKS = frozenset("in en from desde".split())
# What stands before the field of an office: "ministro de", "Representative for Honduras and".
_OFFICE_LINKS = frozenset("of for on in sobre the and de del en para por la el los las y e".split())
_OFFICE_OF = re.compile(
    rf"(?P<role>[^\W\d_][\w-]*)\s(?:of|for|on|in|sobre|de|del|en|para|por)\s(?:(?:the|la|el|los|las)\s)?"
    rf"(?:[{UPPER}]\w+(?:\s[{UPPER}]\w+)?,?\s(?:and|y|e)\s)?$"
)
_NOBODY = INSTITUTIONS | (WEEKDAYS.keys() - {"domingo"})  # which is a name too
_LONGEST_OFFICE = 60  # characters, with its links
_PERSON_BEHIND = re.compile(r"\*|,?\s\(?\d|\s(?:said|says|told)\b")
_OPENS = re.compile(r"(?:^|[.!?:”\"»\n])\s?$")  # where a sentence begins
# Of people alone: "Génesis, quien", "Yeimi tiene trece años", "Marlon is 17".
_WHO = re.compile(
    r",\s(?:who|quien)\s|\s(?:tiene|tenía|cumplió|cumple|is|was|turned|turns)\s(?:apenas\s|sólo\s|solo\s|only\s|just\s)?"
    r"(?:\d{1,2}(?=[\s,.;](?!\d|per\b|por\b|%|kil|miles|met))|[a-z]{3,10}(?=\s(?:años|years)\b))"
    r"|\s(?:no\ses\ssu\s(?:verdadero\s)?nombre|is\snot\s(?:his|her|their)\s(?:real\s)?name)\b"
)
# "known only as Beto", "un niño llamado Beto".
_CALLED = re.compile(
    r"\b(?:(?:boy|girl|teen(?:ager)?|man|woman|child|niñ[oa]|joven|muchach[oa]|adolescente|hombre|mujer)\s(?:named|called|llamad[oa])"
    r"|(?:whom|who|quien|que)\s(?:[a-zIáéíóú]+\s){0,4}?(?:calls?|called|named?|llaman?|llamó|llamar(?:é|á|án|emos)|llama(?:re)?mos)"
    r"|(?:knows?|knew|known)\s(?:(?:him|her|them)\s)?(?:only\s|simply\s)?as|conoce[n]?\s(?:solo\s|simplemente\s)?como"
    r"|(?:his|her)\sname\sis|se\sllama|su\snombre\ses|^(?:name|nombre):)\s$",
    re.IGNORECASE,
)
_LONGEST_CALL = 60  # characters
_WITHIN_NAME = re.compile(rf"[{UPPER}]\.|St\.?|Sta\.|Ma\.|Don")
_INITIALS_BEFORE = re.compile(rf"(?<![\w.])(?:[{UPPER}]\.){{2,3}}\s$")  # "J.M. Paz"
_HANDLE = re.compile(r"(?<![\w(.@/])@\w{3,30}")  # an account: "@la_nena replied"
_SIGN = re.compile(r"[*†‡]")
_TITLE_ALONE = re.compile(r"(?!.*\b(?:of|for|de|del|para)\b).+")
# Roles that are surnames too are none behind what employs them: "County Judge Ana Paz".
_EMPLOYED = frozenset("judge guard cook chef driver worker student".split())
_EMPLOYERS = frozenset(
    """
    circuit supreme appeals superior
    county court district state city family federal high police school shelter community immigration border
    hospital hotel kitchen clinic university college security social health juvenile municipal youth children
    """.split()
)


class Mention(NamedTuple):
    """A name in the text of a passage; ``first`` and ``last`` hold it and what belongs to it."""

    start: int
    end: int
    name: str
    first: int
    last: int
    role: str | None
    organisation: str | None
    sure: bool  # a title or a role stands beside it
    gender: str | None  # "f" or "m" where title, role or name tell


def mentions(text: str, bodies: Bodies, surnames: frozenset[str] = frozenset()) -> Iterator[Mention]:
    """The people that ``text`` names, in order.

    ``surnames`` are people though places bear them too, or they are letters alone.
    """
    led: Mention | None = None
    for each in _named(text, bodies, surnames):
        # "Principal Ana Paz, Hill Elementary": what stands before the comma is another's name.
        shared = led is not None and led.first == each.first
        apart = led and shared and _TITLE_ALONE.fullmatch(text, led.first, led.start)
        found = each._replace(first=each.start, role=None, gender=gender([], each.name)) if apart else each
        led = found if found.first < found.start else led
        yield found


def _named(text: str, bodies: Bodies, surnames: frozenset[str]) -> list[Mention]:
    letters = (each.span() for each in INITIALS.finditer(text) if each[0] in surnames and stands_alone(each))
    accounts = (each.span() for each in _HANDLE.finditer(text))
    found = [_described(text, [], *span, bodies)._replace(sure=True) for span in (*letters, *accounts)]
    found += [each for tokens in runs(text) if (each := _mention(text, tokens, bodies, surnames))]
    joined = [each for each in found if _JOINED.search(text, max(0, each.start - 4), each.start)]
    whole = bodies(text) if joined else []  # no run of "Immigration and Customs Enforcement" is a person
    within = {each for each in joined if any(begin < each.start and each.end <= end for begin, end in whole)}
    return sorted(each for each in found if each not in within)


@lru_cache(maxsize=1 << 14)
def names_place(printed: str) -> bool:
    """Whether what is printed is the name of a country or a city."""
    return places.place_code(printed) is not None or places.code_of(printed) is not None


def _mention(text: str, tokens: list[Token], bodies: Bodies, surnames: frozenset[str]) -> Mention | None:
    if text[tokens[0].start : tokens[-1].end] in surnames and len(tokens) > 1:
        return _described(text, [], tokens[0].start, tokens[-1].end, bodies)  # "De León said"
    tokens = _without_place(text, tokens)
    opening = _opening(tokens, bodies)
    if not opening and (past_body := _past_body(text, tokens, bodies)):
        tokens = tokens[past_body:]
        opening = _opening(tokens, bodies)
    past = _past_field(text, tokens, opening)
    field = past > opening and all(fold(each.word) in FIELDS_OF_OFFICES for each in tokens[:opening])
    if not field and _is_house(tokens[:opening], bodies):
        return None
    opening = past
    opening = _past_noun(tokens, opening, bodies)
    name, generation = without_generation(text, tokens[opening:])
    name = trimmed(text, name, titled=opening > 0 and is_honorific(tokens[opening - 1].word))
    mister = len(name) > _FEWEST_WORDS + 1 or _LEADS_CITIZEN.search(
        text, max(0, name[0].start - 5), name[0].start
    )
    citizen = name[0].start if len(name) > _FEWEST_WORDS and mister and name[0].word == "C." else None
    name = name[1:] if citizen is not None else name  # "el C. Ana Paz Luna": ciudadano
    saint = len(name) == 1 and opening and tokens[opening - 1].word in {"St.", "St"}  # "of St. Brigid"
    owned = len(name) == 1 and _OWNED_BY.search(text, max(0, name[0].start - _LONGEST_OWNER), name[0].start)
    held = _is_name(name, bodies) and not _is_place(tokens[max(0, opening - 1) :]) and not owned
    if saint or is_of_date_or_book(text, name) or not (held or _is_surname(text, name, surnames)):
        return None
    start, end = name[0].start, generation or name[-1].end
    if opening and tokens[opening - 1].word in PEERS and (seat := _SEAT.match(text, end)):
        end = seat.end()  # "Baroness Ferris of Wick"
    if len(name) == 1 and (letters := _INITIALS_BEFORE.search(text, max(0, start - 12), start)):
        start = letters.start()
    if LEADS_TO_FIRM.search(text, max(0, start - _LONGEST_OWNER), start) and text[end : end + 2] == ", ":
        return None  # "The contractor, Brightline Sanitation, said"
    led = tokens[0].start if opening else start
    titled = any(_is_title(each.word) for each in tokens[:opening])
    if text[max(0, led - 4) : led].lower() == "the " and not titled and (len(name) == 1 or is_plural(name)):
        return None  # "the Move" is nobody, "the Local Repatriation Arrangements" is not either
    found = _described(text, tokens[:opening], start, end, bodies)
    found = found._replace(first=min(found.first, found.start if citizen is None else citizen))
    alone = fold(found.name) if len(name) == 1 else ""
    clause = (is_gerund(alone) or is_adverb(alone)) and _OPENS.search(text, max(0, start - 3), start)
    return None if clause and not _PERSON_BEHIND.match(text, end) else found  # "Responding, Ana Paz said"


def _described(text: str, opening: list[Token], start: int, end: int, bodies: Bodies) -> Mention:
    """The mention of a name with what stands before and behind it."""
    end = with_joined_surname(text, opening[0].start if opening else start, start, end, bodies)
    sign = _SIGN.match(text, end)
    behind = sign.end() if sign else end
    first, titled, before = introduction(text, opening[0].start if opening else start, start, bodies)
    last, after = apposition(text, behind, bodies)
    role = before.role or after.role
    organisation = before.organisation or after.organisation
    return Mention(
        start=start,
        end=end,
        name=text[start:end],
        first=first,
        last=last,
        role=role,
        organisation=organisation,
        sure=titled
        or bool(role or organisation or sign or _is_given(text, start, end))
        or last > behind
        or bool(_WHO.match(text, behind) or _CALLED.search(text, max(0, first - _LONGEST_CALL), first)),
        gender=gender(text[first:start].split(), text[start:end], role),
    )


def _is_given(text: str, start: int, end: int) -> bool:
    """Whether a name is a given name alone that means nothing else: "Joel learned", "Mirna, who"."""
    name = text[start:end]
    return is_given_name(name) and not (is_plain_word(name) or names_place(name))


# -- Before the name, in its run --------------------------------------------------------------


def _without_place(text: str, tokens: list[Token]) -> list[Token]:
    """The words behind a place that "in" leads to: "said in Tapachula Ana Paz"."""
    if _leads_to_place(text, tokens[0].start):
        for size in range(1, min(_MOST_WORDS_OF_PLACE + 1, len(tokens) - 1)):
            if _is_place(tokens[:size]):
                return tokens[size:]
    return tokens


def _opening(tokens: list[Token], bodies: Bodies) -> int:
    """How many words of a run stand before the name: titles, roles, acronyms, a sentence's first words."""
    count = 0
    if _is_newsroom(tokens):
        count = 1
    for index, token in enumerate(tokens[:-1]):
        before = tokens[index - 1].word if index else None
        held = before is not None and fold(before) in _EMPLOYERS and fold(token.word) in _EMPLOYED
        titled = _is_title(token.word) and (index == count or not _is_within_name(token.word))
        if held or titled or (index == count and _opens(token.word, before, bodies)):
            count = index + 1
    return count


def _is_newsroom(tokens: list[Token]) -> bool:
    """Whether an acronym that the document does not tell opens a run: "dijo a EFE Ana Paz"."""
    first, *rest = (each.word for each in tokens)
    acronym = first.isalpha() and first.isupper() and len(first) in _ACRONYM
    return acronym and any(not each.isupper() for each in rest)


def _is_title(word: str) -> bool:
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


def _is_house(opening: list[Token], bodies: Bodies) -> bool:
    """Whether a run is no person for what opens it: "Refugio Monseñor Larios"."""
    words = [each.word for each in opening]
    if any(is_role(word) or word.rstrip(".") in OFFICES for word in words):
        return False
    return any(_is_no_name(word, bodies) and not bodies.is_acronym(word) for word in words)


def _past_body(text: str, tokens: list[Token], bodies: Bodies) -> int:
    """How many words of a run are a body before a full name: "director of Red Hilo Ana Paz"."""
    if not any(_is_no_name(each.word, bodies) for each in tokens[:-_FEWEST_WORDS]):
        return 0
    start = tokens[0].start
    for end in (end for begin, end in bodies(text[start : tokens[-1].end]) if begin == 0):
        rest = [index for index, each in enumerate(tokens) if each.start > start + end]
        if rest and _count_words(tokens[rest[0] :]) >= _FEWEST_WORDS and not tokens[rest[0]].is_particle:
            return rest[0]
    return 0


def _past_noun(tokens: list[Token], opening: int, bodies: Bodies) -> int:
    """How many words stand before the name, a noun of the dictionary included: "Estudio de Ana Paz"."""
    led = tokens[opening : opening + 2]
    if len(led) < 2 or led[1].word not in _OF or _count_words(tokens[opening + 1 :]) < _FEWEST_WORDS:
        return opening
    noun = is_plain_word(led[0].word) and not _is_no_name(led[0].word, bodies)
    return opening + 2 if noun and not is_plain_word(tokens[opening + 2].word) else opening


def _past_field(text: str, tokens: list[Token], opening: int) -> int:
    """How many words stand before the name, with those of an office: "Minister of Health Ana Paz".

    The field or the place of an office is told by the office before it; the name keeps two words.
    """
    small = any(each.is_particle for each in tokens[max(0, opening - 1) : opening + 1])
    held = small and any(is_role(each.word) for each in tokens[:opening])
    if not (held or _is_led_by_office(text, tokens[0].start)):
        return opening
    index = opening if held else 0
    while index < len(tokens) and (left := _count_words(tokens[index:])) > _FEWEST_WORDS:
        word = tokens[index].word
        particle = tokens[index].is_particle and index + 1 < len(tokens)
        if not particle and left > _FEWEST_WORDS + 1 and _is_place(tokens[index : index + 2]):
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


# -- The name ---------------------------------------------------------------------------------


def _is_surname(text: str, name: list[Token], surnames: frozenset[str]) -> bool:
    return len(name) == 1 and name[0].word in surnames and not _leads_to_place(text, name[0].start)


def _is_name(name: list[Token], bodies: Bodies) -> bool:
    if not name or _count_words(name) > _MOST_WORDS:
        return False
    words = [token.word for token in name]
    printed = " ".join(words)
    if any(_is_no_name(word, bodies) for word in words) or BODY_NOUN.match(printed):
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


def _is_no_name(word: str, bodies: Bodies) -> bool:
    if word.isupper() and len(word) > 1 and not word.endswith(".") and bodies.is_acronym(word):
        return True
    if _PARTY.fullmatch(word):
        return True
    return fold(word) in _NOBODY or bool(_ROMAN.fullmatch(word)) or any(letter.isdigit() for letter in word)


def _count_words(tokens: list[Token]) -> int:
    return sum(not each.is_particle for each in tokens)


def _is_place(tokens: list[Token]) -> bool:
    return names_place(" ".join(token.word for token in tokens))


def _leads_to_place(text: str, at: int) -> bool:
    before = text[max(0, at - 9) : at].split()[-1:]
    return bool(before) and before[0].lower() in _PLACE_LINKS
