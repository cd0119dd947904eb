"""Where the name of an organisation begins and ends, and whether a run of words is one."""

from __future__ import annotations

import re
from typing import NamedTuple

from kb import places
from kb.extractors import directory
from kb.extractors.directory import Body
from kb.extractors.organisation_patterns import (
    AGAINST,
    ARTICLE,
    BETWEEN_DASHES,
    BODY_NOUN,
    CONNECTED,
    COUNTRY_BEHIND,
    DATED,
    EXPLAINS,
    FELLOWS,
    GENERIC,
    HAD_ARTICLE,
    HOUSE,
    IN_A_TITLE,
    IN_BODY,
    INSTITUTION,
    LEADING,
    LED_BY,
    LOCAL_OFFICE,
    NO_NAMES,
    OF_THE,
    OWN_NAME,
    OWNER,
    PARENTHESIS,
    PORTFOLIO,
    SEATED,
    SMALL,
    TAIL,
    TITLES,
    UNNAMED_SCHOOL,
)
from kb.extractors.plain_words import is_plain_word
from kb.records import Passage
from kb.text.dates import MONTHS
from kb.text.folding import fold
from kb.text.letters import UPPER

_ACRONYM_BEFORE = re.compile(r"(?<![\w.])([A-ZÑ][A-Za-zñ]{1,10})\s\($")


# "... de la Familia del Estado de Altea (DIF Altea)": the name of a state's own office.
_OF_STATE = re.compile(
    rf"(?P<state>\s(?:del\s[Ee]stado\sde|del?)\s(?P<place>[{UPPER}][^\W\d_]+(?:\s[{UPPER}][^\W\d_]+){{0,2}}))"
    r"\s\((?P<acronym>[A-ZÑ]{2,8})\s(?P=place)\)"
)


_TOWNS_OFFICE = re.compile(r"(\S+(?:\s\S+)?)\sOffice")
_NEW_PLACE = re.compile(r"New\s(?:Mexico|York|Jersey|Hampshire|Orleans|Haven|England|Bedford|Zealand)\b")
_WITH_PLACE = re.compile(
    rf"(?P<acronym>[A-ZÑ]{{2,8}})\s(?P<place>[{UPPER}][^\W\d_]+(?:\s[{UPPER}][^\W\d_]+){{0,2}})"
)
_MOST_OF_PLACE = 2  # words behind the first


class Name(NamedTuple):
    """A name in a passage; ``acronym`` as its parenthesis explains it."""

    passage: Passage | None
    start: int
    end: int
    name: str
    body: Body | None
    confidence: float
    acronym: str | None = None


def is_own_name(name: str) -> bool:
    """Whether a run is no place and does not open with a sentence's first word."""
    first = fold(name.split(maxsplit=1)[0])
    return first not in LEADING and places.code_of(name) is None and places.place_code(name) is None


def is_name(printed: str) -> bool:
    """Whether a run with a noun of bodies names one body."""
    words = printed.split()
    if len(words) < 2:
        return False
    before_place = re.split(r"\s(?:in|en)\s", printed)[0].split()
    own = [
        word
        for word in before_place
        if fold(word.strip(",")) not in GENERIC and not BODY_NOUN.fullmatch(word)
    ]
    own = [word for word in own if not (word.isupper() and len(word) > 1)]
    nouns = (
        len(BODY_NOUN.findall(printed)) > 1
        and not OF_THE.search(printed)
        and words[0] not in {"Office", "Oficina", "Unit", "Unidad"}
    )
    if UNNAMED_SCHOOL.fullmatch(printed):
        return False
    town = _TOWNS_OFFICE.fullmatch(printed)
    if LOCAL_OFFICE.match(printed) or (town and places.is_place(town[1])):
        return False
    proper = bool(own) or nouns or _is_institution(printed) or bool(PORTFOLIO.match(printed))
    noun = BODY_NOUN.search(printed) or HOUSE.search(printed)
    return proper and bool(noun) and not NO_NAMES.search(printed)


def _is_institution(printed: str) -> bool:
    """Whether a name without a word of its own is known to be one: "National Assembly", "Policía Federal"."""
    return bool(INSTITUTION.fullmatch(printed))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without a sentence's first words, and cut where another name is joined to it."""
    while (word := re.compile(r"[^\W_]+(?:['’]s)?\s").match(text, start, end)) and (
        fold(word[0].strip()) in LEADING and not _NEW_PLACE.match(text, start)
    ):
        start = word.end()
    start, end = _owned(text, start, end)
    if re.search(r"\s[A-Z]$", text[start:end]) and text.startswith(".", end):  # "Luna Nueva A.C."
        end -= 2
    if IN_A_TITLE.search(text, max(0, start - 60), start):
        return start, start
    end = _without_what_follows(text, start, end)
    for joint in re.compile(r"\s(?:en|in)\s(?:la\s|el\s)?").finditer(text, start, end):
        if text[joint.end() : end] in {"America", "América"}:  # "Lutheran Church in America"
            break
        when = fold(text[joint.end() : end]) in MONTHS
        if not when and SEATED.search(text, start, joint.start()):
            break
        if when or places.place_code(text[joint.end() : end]) or _sounds_like_place(text, joint, end):
            end = joint.start()
            break
    for joint in CONNECTED.finditer(text, start, end):
        after = text[joint.end() : end]
        if _joins_country(text[start : joint.start()], after):
            continue
        opens = ARTICLE.match(after.removeprefix("de ")) and not HAD_ARTICLE.search(
            text, start, joint.start()
        )
        if opens or OWN_NAME.match(after) or not _belongs(after):
            return start, joint.start()
    return start, end


def _without_what_follows(text: str, start: int, end: int) -> int:
    """Where the span ends before a label, a day, a body that it is at or whom a court is to judge."""
    if tail := TAIL.search(text, start, end):
        end = tail.start()
    if dated := DATED.search(text, start, end):
        end = dated.start()
    if (inside := IN_BODY.search(text, start, end)) and BODY_NOUN.match(text, inside.end()):
        end = inside.start()
        end -= 2 * text[start:end].endswith((" y", " e"))
    if (against := AGAINST.search(text, start, end)) and text[start : against.start()].endswith("Court"):
        end = against.start()
    return end


def _sounds_like_place(text: str, joint: re.Match[str], end: int) -> bool:
    """Whether "in" leads to a place that no list has: "the Lantern Association in Sasabe"."""
    first, *more = text[joint.end() : end].split()
    return "in" in joint[0] and len(more) < _MOST_OF_PLACE and not any(map(is_plain_word, (first, *more)))


def _joins_country(before: str, after: str) -> bool:
    """Whether "and" is a part of a country's name: "Trinidad and Tobago Red Cross"."""
    return places.code_of(f"{before.rsplit(maxsplit=1)[-1]} and {after.split(maxsplit=1)[0]}") is not None


def _owned(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without who leads a body or the country that owns it, cut before another body of a country.

    "Panama's National Assembly"; "Directorate of Migration and Panama's National Service".
    """
    if led := LED_BY.match(text, start, end):
        start = led.end()
    for owner in OWNER.finditer(text, start, end):
        if not places.code_of(owner["owner"]):
            continue
        if BODY_NOUN.search(text, start, owner.start()):
            return start, start + len(re.sub(r",?\s(?:and|y|e)\s?$", "", text[start : owner.start()]))
        start = owner.end()
    return start, end


def _belongs(after: str) -> bool:
    """Whether what follows "and" can be part of a name: no acronym, body, country or person."""
    after = re.sub(rf"^(?:(?:{SMALL}|the)\s)+", "", after)
    first = after.split()[0].strip(",")
    return not (
        (first.isupper() and len(first) > 1)
        or fold(first) in TITLES
        or FELLOWS.match(after)
        or (BODY_NOUN.match(after) and len(after.split()) > 1 and not after.startswith("Cooperaci"))
        or directory.name_pattern().match(after)
        or places.code_of(after.split(",")[0]) is not None
    )


def spells(acronym: str, name: str) -> bool:
    """Whether an acronym is the first letters of all capitalised words of a name."""
    return fold(acronym) == fold("".join(word[0] for word in name.split() if word[0].isupper()))


def abbreviates(acronym: str, name: str) -> bool:
    """Whether the letters of an acronym begin words of a name, in order, the first one its first word."""
    letters = iter(fold(word[0]) for word in re.findall(r"[^\W\d_]+", name))
    initials = [fold(letter) for letter in acronym if letter.isalpha()]
    first = next(letters, None)
    return bool(initials) and first == initials[0] and all(letter in letters for letter in initials[1:3])


def explained(name: Name, text: str) -> Name:
    """The name with the acronym that stands behind it, or before it where it is the explanation."""
    if of_state := _OF_STATE.match(text, name.end):
        printed = " ".join(text[name.start : of_state.end("state")].split())
        short = f"{of_state['acronym']} {of_state['place']}"
        return name._replace(name=printed, end=of_state.end("state"), body=None, acronym=short)
    behind = PARENTHESIS.match(text, name.end)
    own = _WITH_PLACE.fullmatch(behind[1]) if behind else None
    if own and name.name.endswith(f" de {own['place']}") and abbreviates(own["acronym"][0], name.name):
        return name._replace(acronym=own[0])
    explains = EXPLAINS.fullmatch(behind[1].strip()) if behind else None
    explains = explains or BETWEEN_DASHES.match(text, name.end)
    if explains:
        return name._replace(acronym=explains["acronym"], confidence=max(name.confidence, 0.9))
    before = _ACRONYM_BEFORE.search(text[max(0, name.start - 20) : name.start])
    if before and sum(map(str.isupper, before[1])) > 1 and text[name.end : name.end + 1] in {")", ","}:
        return name._replace(acronym=before[1], confidence=0.9)
    return name


def country_end(match: re.Match[str]) -> int | None:
    """Where the country ends that stands behind "of", if it is one."""
    for words in (match["country"], match["country"].split()[0]):
        if places.code_of(words) and not words.isupper():
            return match.start("country") + len(words)
    return None


def country_behind(text: str, end: int) -> int | None:
    """Where the country ends that stands directly behind ``end``, if one does: "UNICEF Costa Rica"."""
    behind = COUNTRY_BEHIND.match(text, end)
    if behind is None:
        return None
    for words in (behind[1], behind[1].split()[0]):
        if not words.isupper() and places.code_of(words) and places.is_place(words):
            return behind.start(1) + len(words)
    return None


def is_shouted(text: str) -> bool:
    """Whether most letters of a text are capitals."""
    letters = list(filter(str.isalpha, text[:300]))
    return sum(map(str.isupper, letters)) * 2 > len(letters)
