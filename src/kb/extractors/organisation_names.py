"""The full names of organisations in a text: where each begins and ends.

A name is one of the table of `directory`, a noun such as "Ministry" with the capitalised words that
belong to it, a name that a parenthesis or its form explains, or an entry of a list of those who sign.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kb import places
from kb.extractors import directory
from kb.extractors.directory import Body
from kb.extractors.organisation_patterns import (
    ACTS,
    ADJECTIVES,
    ALONE,
    ALSO_ACTS,
    APPOSED,
    BETWEEN_DASHES,
    BODY_NOUN,
    CALLED,
    CITY,
    CONNECTED,
    CONSULATE,
    COUNTRY,
    DATED,
    DEFINED,
    DIF,
    EMPLOYS,
    ENGLISH,
    ENTRY,
    EXPLAINS,
    FELLOWS,
    GENERIC,
    GOES_ON,
    HALVED,
    HOUSE,
    HOUSE_OF,
    IN_A_TITLE,
    IN_BODY,
    IN_NAME,
    INSTITUTION,
    INTERNATIONAL,
    ITEM,
    JOINED_LINE,
    LEADING,
    LEGAL_FORM,
    LISTS,
    LOCAL_OFFICE,
    LONGEST_ENTRY,
    MARKED,
    MOST_COMPARED,
    MOST_SIGNING,
    NO_ENTRY,
    NO_NAMES,
    NO_STAFF,
    NOT_LISTED,
    OF_ACRONYM,
    OF_BODY,
    OF_COUNTRY,
    OF_THE,
    OWNER,
    PARENTHESIS,
    PLACED,
    PORTFOLIO,
    QUOTED,
    SCHOOLS,
    SEATED,
    SIGNED,
    SMALL,
    SPANISH,
    STAFF_OF,
    TAIL,
    THINGS,
    TITLES,
    TOGETHER,
    UNIT_OF,
)
from kb.records import Passage
from kb.text.dates import MONTHS
from kb.text.folding import fold
from kb.text.letters import UPPER

_AND_MORE = re.compile(r"\s(?:y|e|and|de\slas\sNaciones)\s")
_CAPITALISED = re.compile(rf"(?<!\S)[{UPPER}]\S*")
_ACRONYM_BEFORE = re.compile(r"(?<![\w.])([A-ZÑ][A-Za-zñ]{1,10})\s\($")


class Name(NamedTuple):
    """A name in a passage; ``acronym`` as its parenthesis explains it."""

    passage: Passage | None
    start: int
    end: int
    name: str
    body: Body | None
    confidence: float
    acronym: str | None = None


Text = tuple[Passage | None, str]


def signatories(passages: Sequence[Passage]) -> Iterator[Name]:
    """The organisations of a list of signatories: one a line or an item below "Signed:", or behind it."""
    for index, passage in enumerate(passages):
        head = SIGNED.match(passage.text)
        if head is None:
            continue
        entries = list(_entries(passage, head.end()))
        for following in passages[index + 1 : index + 1 + MOST_SIGNING] if not entries else ():
            if len(following.text) > LONGEST_ENTRY * 12 or following.kind in {"heading", "table"}:
                break
            more = list(_entries(following, 0))
            if not more:
                break
            entries += more
        bodies = sum(bool(BODY_NOUN.search(each.name) or each.body) for each in entries)
        if head["what"] or 3 * bodies >= len(entries):
            yield from entries


def _entries(passage: Passage, start: int) -> Iterator[Name]:
    for entry in ENTRY.finditer(passage.text, start):
        name = entry["name"].rstrip(" .")
        bare, _, town = name.rpartition(", ")
        name = bare if bare and places.is_place(town) else name
        prosaic = len(name) > LONGEST_ENTRY or NO_ENTRY.search(name) or len(name.split()) < 2
        if not prosaic and _is_own_name(name):
            begin = entry.start("name")
            yield _explained(
                Name(passage, begin, begin + len(name), name, directory.named(name), 0.7), passage.text
            )


def blanked(text: str, names: Iterable[Name]) -> str:
    """``text`` with spaces in place of the names: positions stay."""
    pieces, last = [], 0
    for name in names:
        pieces += [text[last : name.start], " " * (name.end - name.start)]
        last = name.end
    return "".join([*pieces, text[last:]])


# -- Full names -------------------------------------------------------------------------------


def full_names(passage: Passage | None, text: str, language: str) -> list[Name]:
    """The full names in ``text``, none overlapping, with the acronyms of their parentheses."""
    found = [
        Name(passage, *match.span(), match[0], directory.named(match[0]), 0.95)
        for match in directory.name_pattern().finditer(text)
    ]
    if passage is not None and passage.kind != "heading" and not is_shouted(text):
        apart = text.replace("\n", "\0")  # no name crosses the end of a line, and \s is a line end too
        found += _described(passage, apart, language)
        found += _marked(passage, apart)
    # A long name of the table is whole: "Committee on the Rights of the Child on State obligations".
    longest: dict[int, int] = {}
    for name in found:
        longest[name.start] = max(name.end, longest.get(name.start, 0))
    found.sort(key=lambda name: (name.start, not _is_whole(name, text, longest[name.start]), -name.end))
    kept: list[Name] = []
    for name in found:
        if kept and (name.start < kept[-1].end or _is_translation(text, kept[-1], name)):
            continue
        kept.append(_explained(_extended(name, text), text))
    return kept


def _extended(name: Name, text: str) -> Name:
    """The name with its country, its seat or the name in quotation marks behind it.

    "Office of the Ombudsman of Belize", "Consulate General of Guatemala in Los Angeles", 'Centro "Semillas"'.
    """
    end = name.end
    country = COUNTRY.match(text, end)
    if country and not _ends_with_country(name.name) and (stop := _country_end(country)):
        end = stop
    seat = CITY.match(text, end) if CONSULATE.search(name.name) else None
    if seat and places.place_code(seat["city"]):
        end = seat.end()
    quoted = QUOTED.match(text, end) if name.body is None else None
    if quoted and BODY_NOUN.search(name.name) and not NO_NAMES.search(quoted["name"]):
        end = quoted.end()
    return name._replace(end=end, name=text[name.start : end]) if end > name.end else name


def _country_end(match: re.Match[str]) -> int | None:
    """Where the country ends that stands behind "of", if it is one."""
    for words in (match["country"], match["country"].split()[0]):
        if places.code_of(words) and not words.isupper():
            return match.start("country") + len(words)
    return None


def _ends_with_country(name: str) -> bool:
    of = OF_COUNTRY.search(name)
    return bool(of and places.code_of(of["country"]))


def _is_whole(name: Name, text: str, longest: int) -> bool:
    """Whether a name of the table ends where it stands, and no longer name goes on with "and"."""
    if not name.body or name.name.count(" ") < 2:
        return False
    goes_on = _AND_MORE.match(text, name.end)
    return not (goes_on and longest > name.end)


def _is_translation(text: str, last: Name, name: Name) -> bool:
    """Whether a name stands in brackets behind the name that it translates."""
    between = text[last.end : name.start]
    return between == " (" and text[name.end : name.end + 1] in {")", ","} and not name.name.isupper()


def _described(passage: Passage, text: str, language: str) -> Iterator[Name]:
    """Names made of a noun such as "Ministry" and the capitalised words that belong to it."""
    for pattern in (ENGLISH, SPANISH.get(language, SPANISH["en"])):
        match = pattern.search(text)
        while match:
            start, end = _trimmed(text, *match.span())
            printed = text[start:end]
            unit = GOES_ON.match(text, end)
            if not unit and _is_name(printed, text[max(0, start - 30) : start]):
                yield from _whole(passage, text, start, end)
            match = pattern.search(text, max(end, match.start() + 1))  # behind a cut, another name may begin


def _whole(passage: Passage, text: str, start: int, end: int) -> Iterator[Name]:
    """One name, or two where the acronym is the last part's: "Instituto X de la Universidad Y (UY)"."""
    if further := IN_NAME.match(text, end):
        end = further.end("more")
    if part := OF_BODY.search(text, start, end):
        yield from _parts(passage, text, start, part, end)
        return
    if (of := OF_ACRONYM.search(text, start, end)) and _is_name(text[start : of.start()], ""):
        end = of.start()
    unit = UNIT_OF.match(text, start, end)
    if unit and BODY_NOUN.search(text, unit.end(), end):
        start = unit.end()
        if " " not in text[start:end]:
            return  # "the Secretariat of the Court"
    if house := HOUSE_OF.match(text, start, end):
        yield Name(passage, start, house.start("joint"), text[start : house.start("joint")], None, 0.75)
        start = house.end("joint")
    printed = text[start:end]
    explained = PARENTHESIS.match(text, end)
    acronym = EXPLAINS.fullmatch(explained[1].strip()) if explained else None
    parts = [match.start() for match in BODY_NOUN.finditer(printed) if match.start()]
    if acronym and parts and not _spells(acronym["acronym"], printed):
        whole = _abbreviates(acronym["acronym"], printed)
        fits = _spells if whole else _abbreviates
        last = next((part for part in parts if fits(acronym["acronym"], printed[part:])), None)
        joint = (
            re.search(r"\s(?:de|del|of|at)(?:\s(?:la|el|los|las|the))?\s$", printed[:last]) if last else None
        )
        if last and joint:
            yield Name(passage, start, start + joint.start(), printed[: joint.start()], None, 0.7)
            start, printed = start + last, printed[last:]
    yield Name(passage, start, end, printed, directory.named(printed), 0.75)


def _parts(passage: Passage, text: str, start: int, part: re.Match[str], end: int) -> Iterator[Name]:
    """A part of a body and the body: "Law Clinic of Ocotillo State University"; else one name."""
    head, body = text[start : part.start()], text[part.end() : end]
    if _is_name(head, "") and _is_name(body, "") and head.split()[0] not in SCHOOLS:
        yield Name(passage, start, part.start(), head, directory.named(head), 0.75)
        yield Name(passage, part.end(), end, body, directory.named(body), 0.75)
    else:
        yield Name(passage, start, end, text[start:end], directory.named(text[start:end]), 0.75)


def _spells(acronym: str, name: str) -> bool:
    """Whether an acronym is the first letters of all capitalised words of a name."""
    return fold(acronym) == fold("".join(word[0] for word in name.split() if word[0].isupper()))


def _abbreviates(acronym: str, name: str) -> bool:
    """Whether the letters of an acronym begin words of a name, in order, the first one its first word."""
    letters = iter(fold(word[0]) for word in re.findall(r"[^\W\d_]+", name))
    initials = [fold(letter) for letter in acronym if letter.isalpha()]
    first = next(letters, None)
    return bool(initials) and first == initials[0] and all(letter in letters for letter in initials[1:3])


def _marked(passage: Passage, text: str) -> Iterator[Name]:
    """Names without a noun that the words around them say to be an organisation's."""
    for match in MARKED.finditer(text):
        start, end = match.span("name")
        if match["quote"] and text[end : end + 1] not in '»”"':
            continue
        if not match["quote"] and (" " not in match["name"] and not _called_one(text, match)):
            continue
        start, end = _trimmed(text, start, end)
        name = text[start:end]
        if name and _is_own_name(name) and not NO_NAMES.search(name):
            yield Name(passage, start, end, name, directory.named(name), 0.7)
    for match in _matches(LEGAL_FORM, text, "C.", "P.", "L.", "Inc.", "V."):
        start, _ = _trimmed(text, *match.span("name"))
        yield Name(passage, start, match.end("form"), text[start : match.end("form")], None, 0.8)
    yield from _known_by_form(passage, text)
    for match in _matches(INTERNATIONAL, text, "International", "Borders", "Fronteras"):
        start, end = _trimmed(text, *match.span())
        if " " in text[start:end] and _is_own_name(text[start:end]):
            yield Name(passage, start, end, text[start:end], directory.named(text[start:end]), 0.7)
    for match in APPOSED.finditer(text):
        start, end = _trimmed(text, *match.span("name"))
        name = text[start:end]
        if " " in name and _is_own_name(name) and not THINGS.search(name) and not NO_NAMES.search(name):
            yield Name(passage, start, end, name, directory.named(name), 0.7)
    yield from _defined(passage, text)


def _defined(passage: Passage, text: str) -> Iterator[Name]:
    """Names that an acronym follows, of bodies that act, employ somebody or are spelt by it."""
    for match in _matches(DEFINED, text, "("):
        for word in _CAPITALISED.finditer(match["name"]):
            start = match.start() + word.start()
            name = text[start : match.end("name")]
            if " " not in name or not _abbreviates(match["acronym"], name) or not _is_own_name(name):
                continue
            employs = EMPLOYS.search(text, max(0, start - 60), start)
            together = TOGETHER.search(text, max(0, start - 20), start)
            spelt = _spells(match["acronym"], name) and not THINGS.search(name) and not NO_NAMES.search(name)
            together = together or ALSO_ACTS.match(text, match.end())
            if employs or ACTS.match(text, match.end()) or (together and spelt):
                yield Name(passage, start, match.end("name"), name, None, 0.7)
            break


def _matches(pattern: re.Pattern[str], text: str, *signs: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern each of which holds one of ``signs``: most texts have none."""
    return pattern.finditer(text) if any(sign in text for sign in signs) else iter(())


def _known_by_form(passage: Passage, text: str) -> Iterator[Name]:
    """Offices of the DIF, bodies of one word, and names whose people the text presents ("director of")."""
    for match in _matches(DIF, text, "DIF"):
        start, end = _trimmed(text, *match.span())
        yield Name(passage, start, end, text[start:end], None, 0.8, "DIF")
    for match in FELLOWS.finditer(text):
        if not places.is_place(match["whose"]) and not places.code_of(match["whose"]):
            yield Name(passage, *match.span(), match[0], directory.named(match[0]), 0.65)
    for match in ALONE.finditer(text):
        yield Name(passage, *match.span(), match[0], None, 0.7)
    for match in _matches(CALLED, text, *'«“"'):
        yield Name(passage, *match.span(), match[0], None, 0.75)
    yield from _listed(passage, text)
    for match in STAFF_OF.finditer(text):
        start, end = _trimmed(text, *match.span("name"))
        name = text[start:end]
        if " " not in name or (BODY_NOUN.search(name) and not _is_name(name, "")):
            continue
        if _is_own_name(name) and not (
            NO_STAFF.search(name) or NO_NAMES.search(name.replace(" Project", " Group"))
        ):
            yield Name(passage, start, end, name, directory.named(name), 0.6)


def _listed(passage: Passage, text: str) -> Iterator[Name]:
    """The names of a list that says what they are: "Grantees include Abrigo Sur, Red Istmo and KidsPath"."""
    for match in LISTS.finditer(text):
        if PLACED.search(match["gap"]):
            continue
        items = list(ITEM.finditer(text, match.start("list"), match.end("list")))
        for item in items:
            start, end = item.span()
            if _is_own_name(item[0]) and not NOT_LISTED.match(item[0]) and len(items) > 1:
                yield Name(passage, start, end, item[0], directory.named(item[0]), 0.65)


def _called_one(text: str, match: re.Match[str]) -> bool:
    """Whether one word alone is a name here: "la organización Cristosal", at no sentence's beginning."""
    return not match["name"].isupper() and text[match.start() : match.start() + 1].islower()


def _is_own_name(name: str) -> bool:
    first = fold(name.split(maxsplit=1)[0])
    return first not in LEADING and places.code_of(name) is None and places.place_code(name) is None


def _is_name(printed: str, before: str) -> bool:
    words = printed.split()
    if len(words) < 2:
        return False
    # "Securities and Exchange Commission" is read from "Exchange": half a name is none.
    halved = len(words) == 2 and BODY_NOUN.match(words[1]) and HALVED.search(before)
    before_place = re.split(r"\s(?:in|en)\s", printed)[0].split()
    own = [
        word
        for word in before_place
        if fold(word.strip(",")) not in GENERIC and not BODY_NOUN.fullmatch(word)
    ]
    own = [word for word in own if not (word.isupper() and len(word) > 1)] or own[1:]
    nouns = (
        len(BODY_NOUN.findall(printed)) > 1
        and not OF_THE.search(printed)
        and words[0] not in {"Office", "Oficina", "Unit", "Unidad"}
    )
    if words[0] in SCHOOLS or words[-1] == "School":
        return any(each in printed for each in ("Universi", "College", "Colegio"))
    if LOCAL_OFFICE.match(printed):
        return False
    proper = bool(own) or nouns or _is_institution(printed) or bool(PORTFOLIO.match(printed))
    noun = BODY_NOUN.search(printed) or HOUSE.search(printed)
    return proper and bool(noun) and not (NO_NAMES.search(printed) or halved)


def _is_institution(printed: str) -> bool:
    """Whether a name without a word of its own is known to be one: "National Assembly", "Policía Federal"."""
    return bool(INSTITUTION.fullmatch(printed))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without a sentence's first words, and cut where another name is joined to it."""
    while (word := re.compile(r"[^\W_]+(?:['’]s)?\s").match(text, start, end)) and (
        fold(word[0].strip()) in LEADING
    ):
        start = word.end()
    start, end = _owned(text, start, end)
    if re.search(r"\s[A-Z]$", text[start:end]) and text.startswith(".", end):  # "Luna Nueva A.C."
        end -= 2
    if tail := TAIL.search(text, start, end):
        end = tail.start()
    if IN_A_TITLE.search(text, max(0, start - 60), start):
        return start, start
    if dated := DATED.search(text, start, end):
        end = dated.start()
    if (inside := IN_BODY.search(text, start, end)) and BODY_NOUN.match(text, inside.end()):
        end = inside.start()
    for joint in re.compile(r"\s(?:en|in)\s(?:la\s|el\s)?").finditer(text, start, end):
        if fold(text[joint.end() : end]) in MONTHS:
            return start, joint.start()
        if SEATED.search(text, start, joint.start()):
            break
        if places.place_code(text[joint.end() : end]):
            return start, joint.start()
    for joint in CONNECTED.finditer(text, start, end):
        after = text[joint.end() : end]
        if not _belongs(after):
            return start, joint.start()
    return start, end


def _owned(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the country that owns a body, and cut before another body of a country.

    "Panama's National Assembly"; "Directorate of Migration and Panama's National Service".
    """
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


def _explained(name: Name, text: str) -> Name:
    behind = PARENTHESIS.match(text, name.end)
    explains = EXPLAINS.fullmatch(behind[1].strip()) if behind else None
    explains = explains or BETWEEN_DASHES.match(text, name.end)
    if explains:
        return name._replace(acronym=explains["acronym"], confidence=max(name.confidence, 0.9))
    before = _ACRONYM_BEFORE.search(text[max(0, name.start - 20) : name.start])
    if before and sum(map(str.isupper, before[1])) > 1 and text[name.end : name.end + 1] in {")", ","}:
        return name._replace(acronym=before[1], confidence=0.9)
    return name


def is_shouted(text: str) -> bool:
    """Whether most letters of a text are capitals."""
    letters = list(filter(str.isalpha, text[:300]))
    return sum(map(str.isupper, letters)) * 2 > len(letters)


def grouped(names: Iterable[Name]) -> Iterator[Name]:
    """One name for each organisation: the first, with the first acronym any of them explains."""
    groups: dict[object, Name] = {}
    counts: Counter[object] = Counter()
    for name in names:
        key = name.body.names["en"] if name.body else directory.key(name.name)
        counts[key] += 1
        first = groups.setdefault(key, name)
        if first.acronym is None and name.acronym:
            groups[key] = first._replace(acronym=name.acronym)
    keys = list(groups)[:MOST_COMPARED]
    for shorter in keys:
        for longer in keys:
            _merge(groups, counts, shorter, longer)
    yield from groups.values()


def _merge(groups: dict[object, Name], counts: Counter[object], one: object, other: object) -> None:
    """Leave the longer of two forms of one name, or the shorter where lines were joined to it."""
    if one == other or one not in groups or other not in groups:
        return
    short, long = groups[one], groups[other]
    if short.acronym and long.acronym and short.acronym != long.acronym:
        return
    before, inside, behind = long.name.partition(short.name)
    if not inside or len(long.name) == len(short.name):
        return
    if (behind and not behind.startswith((" ", ","))) or (before and not ADJECTIVES.fullmatch(before)):
        return
    joined = counts[other] == 1 and not (short.body and len(short.name.split()) < 3)
    glued = joined and (len(before.split()) > 0 or JOINED_LINE.fullmatch(behind))
    gone, kept = (other, one) if glued else (one, other)
    groups[kept] = groups[kept]._replace(acronym=groups[kept].acronym or groups[gone].acronym)
    del groups[gone]
