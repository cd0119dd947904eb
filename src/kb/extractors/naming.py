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
from typing import NamedTuple

from kb.extractors.appositions import apposition
from kb.extractors.bodies import Bodies
from kb.extractors.capitalised_runs import Token, runs
from kb.extractors.genders import gender, is_given_name
from kb.extractors.honorifics import PEERS, is_honorific
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
    is_adverb,
    is_gerund,
)
from kb.extractors.office_words import FIELDS_OF_OFFICES
from kb.extractors.organisation_patterns import LEADS_TO_FIRM
from kb.extractors.plain_words import is_plain_word
from kb.extractors.run_names import is_name, is_place, is_surname, names_place
from kb.extractors.run_openings import (
    FEWEST_WORDS,
    is_house,
    is_title,
    opening_words,
    past_body,
    past_field,
    past_noun,
    without_place,
)
from kb.text.folding import fold
from kb.text.letters import UPPER

_SEAT = re.compile(rf"\sof\s[{UPPER}]\w+")
_JOINED = re.compile(r"\b(?:and|y|e)\s$|&\s$")
_LEADS_CITIZEN = re.compile(r"(?:,|\b(?:[Ee]l|[Ll]a|al|del))\s$")
# Before a word that is part of a body's name: "Office of Children's Placement".
_OWNED_BY = re.compile(rf"\b(?:of|for)\s[{UPPER}][a-z]+['’]s?\s$")
_LONGEST_OWNER = 30  # characters
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
_INITIALS_BEFORE = re.compile(rf"(?<![\w.])(?:[{UPPER}]\.){{2,3}}\s$")  # "J.M. Paz"
_HANDLE = re.compile(r"(?<![\w(.@/])@\w{3,30}")  # an account: "@la_nena replied"
_SIGN = re.compile(r"[*†‡]")
_TITLE_ALONE = re.compile(r"(?!.*\b(?:of|for|de|del|para)\b).+")


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


def _mention(text: str, tokens: list[Token], bodies: Bodies, surnames: frozenset[str]) -> Mention | None:
    if text[tokens[0].start : tokens[-1].end] in surnames and len(tokens) > 1:
        return _described(text, [], tokens[0].start, tokens[-1].end, bodies)  # "De León said"
    tokens = without_place(text, tokens)
    opening = opening_words(tokens, bodies)
    if not opening and (behind := past_body(text, tokens, bodies)):
        tokens = tokens[behind:]
        opening = opening_words(tokens, bodies)
    past = past_field(text, tokens, opening)
    field = past > opening and all(fold(each.word) in FIELDS_OF_OFFICES for each in tokens[:opening])
    if not field and is_house(tokens[:opening], bodies):
        return None
    opening = past
    opening = past_noun(tokens, opening, bodies)
    name, generation = without_generation(text, tokens[opening:])
    name = trimmed(text, name, titled=opening > 0 and is_honorific(tokens[opening - 1].word))
    mister = len(name) > FEWEST_WORDS + 1 or _LEADS_CITIZEN.search(
        text, max(0, name[0].start - 5), name[0].start
    )
    citizen = name[0].start if len(name) > FEWEST_WORDS and mister and name[0].word == "C." else None
    name = name[1:] if citizen is not None else name  # "el C. Ana Paz Luna": ciudadano
    saint = len(name) == 1 and opening and tokens[opening - 1].word in {"St.", "St"}  # "of St. Brigid"
    owned = len(name) == 1 and _OWNED_BY.search(text, max(0, name[0].start - _LONGEST_OWNER), name[0].start)
    held = is_name(name, bodies) and not is_place(tokens[max(0, opening - 1) :]) and not owned
    if saint or is_of_date_or_book(text, name) or not (held or is_surname(text, name, surnames)):
        return None
    start, end = name[0].start, generation or name[-1].end
    if opening and tokens[opening - 1].word in PEERS and (seat := _SEAT.match(text, end)):
        end = seat.end()  # "Baroness Ferris of Wick"
    if len(name) == 1 and (letters := _INITIALS_BEFORE.search(text, max(0, start - 12), start)):
        start = letters.start()
    if LEADS_TO_FIRM.search(text, max(0, start - _LONGEST_OWNER), start) and text[end : end + 2] == ", ":
        return None  # "The contractor, Brightline Sanitation, said"
    led = tokens[0].start if opening else start
    titled = any(is_title(each.word) for each in tokens[:opening])
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
