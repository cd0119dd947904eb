"""The full names of organisations in a text.

A name is one of the table of `directory`, a noun such as "Ministry" with the capitalised words that
belong to it, or a name that a parenthesis or its form explains; `organisation_spans` says where it ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from kb import places
from kb.extractors import directory
from kb.extractors.capital_names import without_shouting
from kb.extractors.front import lines
from kb.extractors.governments import governments
from kb.extractors.organisation_columns import in_column
from kb.extractors.organisation_patterns import (
    ACTS,
    ALONE,
    ALSO_ACTS,
    APPOSED,
    BODY_NOUN,
    CALLED,
    CITY,
    CONSULATE,
    COUNTRY,
    DEFINED,
    DIF,
    ENGLISH,
    EXPLAINS,
    FELLOWS,
    GOES_ON,
    HOUSE_OF,
    IN_NAME,
    INTERNATIONAL,
    ITEM,
    LEGAL_FORM,
    LISTS,
    LOCAL,
    MARKED,
    NO_NAMES,
    NOT_LISTED,
    NUMBERED,
    OF_ACRONYM,
    OF_BODY,
    OF_COUNTRY,
    OF_PRESIDENCY,
    OF_TOWN,
    PARENTHESIS,
    PEOPLE,
    PERSON_OF,
    PLACED,
    QUOTED,
    SMALL_CONSULATE,
    SMALL_NOUN,
    SPANISH,
    THE_HOUSE,
    THINGS,
    TOGETHER,
    UNIT_OF,
)
from kb.extractors.organisation_spans import (
    Name,
    abbreviates,
    country_behind,
    country_end,
    explained,
    is_name,
    is_own_name,
    is_shouted,
    spells,
    trimmed,
)
from kb.extractors.organisation_staff import EMPLOYS, NO_STAFF, STAFF_DE, STAFF_OF, STAFF_WITH
from kb.records import Passage
from kb.text.letters import UPPER

_AND_MORE = re.compile(r"\s(?:y|e|and|de\slas\sNaciones)\s")
_SHORTEST_LINE, _LONGEST_LINE = 12, 90  # characters of a line in capitals
# Behind a name that is a line: its acronym, its town, a term of office.
_WHOLE_LINE = re.compile(r"(?:\s\([\w ]{2,12}\))?(?:,\s[^,]{3,25})?[\s\d–-]{0,12}[.:]?")
_IN_BRACKETS = re.compile(r"\s\([A-ZÑ]{2}")
_CAPITALISED = re.compile(rf"(?<!\S)[{UPPER}]\S*")


Text = tuple[Passage | None, str]


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
    found += governments(passage, text)
    apart = text.replace("\n", "\0")  # no name crosses the end of a line, and \s is a line end too
    if passage is not None and (passage.kind != "heading" or language == "es") and not is_shouted(text):
        found += _described(passage, apart, language)
        found += _marked(passage, apart)
    found += _in_capitals(passage, text, language) if passage is not None else ()
    if passage is not None and passage.kind == "table":
        found += in_column(passage, text)
    # A long name of the table is whole: "Committee on the Rights of the Child on State obligations".
    longest: dict[int, int] = {}
    for name in found:
        longest[name.start] = max(name.end, longest.get(name.start, 0))
    found.sort(key=lambda name: (name.start, not _is_whole(name, text, longest[name.start]), -name.end))
    kept: list[Name] = []
    for name in found:
        if kept and (name.start < kept[-1].end or _is_translation(text, kept[-1], name)):
            continue
        kept.append(explained(_extended(name, text), text))
    return kept


def _in_capitals(passage: Passage, text: str, language: str) -> Iterator[Name]:
    """The name that a line in capitals is as a whole, as in letterheads: "MINISTERIO DE SALUD"."""
    for start, line in lines(text):
        if line[1:2].islower() or not _SHORTEST_LINE < len(line) <= _LONGEST_LINE:
            continue
        plain = without_shouting(line)
        if plain == line or len(plain) != len(line):
            continue
        for name in governments(passage, plain):
            if not plain[: name.start].strip() and _WHOLE_LINE.fullmatch(plain, name.end):
                yield name._replace(start=start + name.start, end=start + name.end)
        for name in _described(passage, plain, language):
            if (
                "DIF" not in plain
                and not plain[: name.start].strip()
                and _WHOLE_LINE.fullmatch(plain, name.end)
            ):
                yield name._replace(start=start + name.start, end=start + name.end)


def _extended(name: Name, text: str) -> Name:
    """The name with its country, its seat or the name in quotation marks behind it.

    "Office of the Ombudsman of Belize", "Consulate General of Guatemala in Los Angeles", 'Centro "Semillas"'.
    """
    end = name.end
    country = COUNTRY.match(text, end)
    owned = name.body or BODY_NOUN.search(name.name)
    if country and owned and not _ends_with_country(name.name) and (stop := country_end(country)):
        end = stop
    if name.body and (of := OF_PRESIDENCY.match(text, end)):
        end = of.end()
    if name.body and not name.body.acronyms and not name.body.country:
        end = country_behind(text, end) or end  # "Save the Children Honduras"
    if (local := LOCAL.match(text, end)) and name.name.endswith("Union"):
        end = local.end()
    seat = CITY.match(text, end) if CONSULATE.search(name.name) else None
    if seat and places.place_code(seat["city"]):
        end = seat.end()
    quoted = QUOTED.match(text, end) if name.body is None else None
    if quoted and BODY_NOUN.search(name.name) and not NO_NAMES.search(quoted["name"]):
        end = quoted.end()
    return name._replace(end=end, name=text[name.start : end]) if end > name.end else name


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
            start, end = trimmed(text, *match.span())
            printed = text[start:end]
            unit = GOES_ON.match(text, end)
            if not unit and is_name(printed):
                yield from _whole(passage, text, start, end)
            match = pattern.search(text, max(end, match.start() + 1))  # behind a cut, another name may begin


def _whole(passage: Passage, text: str, start: int, end: int) -> Iterator[Name]:
    """One name, or two where the acronym is the last part's: "Instituto X de la Universidad Y (UY)"."""
    if further := IN_NAME.match(text, end):
        end = further.end("more")
    if part := OF_BODY.search(text, start, end):
        yield from _parts(passage, text, start, part, end)
        return
    if (of := OF_ACRONYM.search(text, start, end)) and is_name(text[start : of.start()]):
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
    if acronym and parts and not spells(acronym["acronym"], printed):
        whole = abbreviates(acronym["acronym"], printed)
        fits = spells if whole else abbreviates
        last = next((part for part in parts if fits(acronym["acronym"], printed[part:])), None)
        joint = (
            re.search(r"\s(?:de|del|of|at)(?:\s(?:la|el|los|las|the))?\s$", printed[:last]) if last else None
        )
        if last and joint:
            if " " in (head := printed[: joint.start()]):
                yield Name(passage, start, start + joint.start(), head, None, 0.7)
            start, printed = start + last, printed[last:]
    yield Name(passage, start, end, printed, directory.named(printed), 0.75)


def _parts(passage: Passage, text: str, start: int, part: re.Match[str], end: int) -> Iterator[Name]:
    """A part of a body and the body: "Law Clinic of Ocotillo State University"; else one name."""
    head, body = text[start : part.start()], text[part.end() : end]
    if is_name(head) and is_name(body):
        yield Name(passage, start, part.start(), head, directory.named(head), 0.75)
        yield Name(passage, part.end(), end, body, directory.named(body), 0.75)
    else:
        yield Name(passage, start, end, text[start:end], directory.named(text[start:end]), 0.75)


def _marked(passage: Passage, text: str) -> Iterator[Name]:
    """Names without a noun that the words around them say to be an organisation's."""
    for match in MARKED.finditer(text):
        start, end = match.span("name")
        if match["quote"] and text[end : end + 1] not in '»”"':
            continue
        if not match["quote"] and (" " not in match["name"] and not _called_one(text, match)):
            continue
        start, end = trimmed(text, start, end)
        town = OF_TOWN.search(text, start, end)  # "la casa Farol de Quetzaltenango"
        end = town.start() if town and places.place_code(town["town"]) else end
        name = text[start:end]
        if name and is_own_name(name) and not NO_NAMES.search(name):
            yield Name(passage, start, end, name, directory.named(name), 0.7)
    for match in _matches(LEGAL_FORM, text, "C.", "P.", "L.", "Inc.", "V.", "LLC", "LLP"):
        start, _ = trimmed(text, *match.span("name"))
        article = THE_HOUSE.match(text, start)
        start = article.end("article") if article else start
        yield Name(passage, start, match.end("form"), text[start : match.end("form")], None, 0.8)
    yield from _known_by_form(passage, text)
    for match in _matches(INTERNATIONAL, text, "International", "Borders", "Fronteras"):
        start, end = trimmed(text, *match.span())
        if " " in text[start:end] and is_own_name(text[start:end]):
            yield Name(passage, start, end, text[start:end], directory.named(text[start:end]), 0.7)
    for match in APPOSED.finditer(text):
        begin, end = match.span("name")
        person = PERSON_OF.match(text, begin, end)
        start, end = trimmed(text, person.end() if person and not BODY_NOUN.search(person[0]) else begin, end)
        name = text[start:end]
        if " " in name and is_own_name(name) and not THINGS.search(name) and not NO_NAMES.search(name):
            yield Name(passage, start, end, name, directory.named(name), 0.7)
    yield from _defined(passage, text)


def _defined(passage: Passage, text: str) -> Iterator[Name]:
    """Names that an acronym follows, of bodies that act, employ somebody or are spelt by it."""
    for match in DEFINED.finditer(text) if _IN_BRACKETS.search(text) else ():
        for word in _CAPITALISED.finditer(match["name"]):
            start = match.start() + word.start()
            name = text[start : match.end("name")]
            if " " not in name or not abbreviates(match["acronym"], name) or not is_own_name(name):
                continue
            employs = EMPLOYS.search(text, max(0, start - 60), start)
            together = TOGETHER.search(text, max(0, start - 20), start)
            spelt = spells(match["acronym"], name) and not THINGS.search(name) and not NO_NAMES.search(name)
            together = together or ALSO_ACTS.match(text, match.end()) or PEOPLE.search(name)
            if employs or ACTS.match(text, match.end()) or (together and spelt):
                yield Name(passage, start, match.end("name"), name, None, 0.7)
            break


def _matches(pattern: re.Pattern[str], text: str, *signs: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern each of which holds one of ``signs``: most texts have none."""
    return pattern.finditer(text) if any(sign in text for sign in signs) else iter(())


def _known_by_form(passage: Passage, text: str) -> Iterator[Name]:
    """Offices of the DIF, bodies of one word, and names whose people the text presents ("director of")."""
    for match in _matches(DIF, text, "DIF"):
        start, end = trimmed(text, *match.span())
        yield Name(passage, start, end, text[start:end], None, 0.8, "DIF")
    for match in FELLOWS.finditer(text):
        whose = match["whose"]
        if places.is_place(whose) or places.code_of(whose):
            continue
        start, end = trimmed(text, *match.span())
        yield Name(passage, start, end, text[start:end], directory.named(text[start:end]), 0.65)
    small = _matches(
        SMALL_NOUN,
        text,
        "cesis ",
        "ocese ",
        "parish ",
        "parroquia ",
        "iglesia ",
        "capilla ",
        "lidad ",
        "alcald",
    )
    for match in chain(ALONE.finditer(text), small):
        yield Name(passage, *match.span(), match[0], None, 0.7)
    for match in _matches(SMALL_CONSULATE, text, "consulate"):
        yield Name(passage, *match.span(), match[0], None, 0.7)
    for match in NUMBERED.finditer(text):
        yield Name(passage, *match.span("name"), match["name"], None, 0.65)
    for match in _matches(CALLED, text, *'«“"'):
        yield Name(passage, *match.span(), match[0], None, 0.75)
    yield from _listed(passage, text)
    staff = (
        _matches(STAFF_OF, text, " of the ", " de la", " del ", " de los "),
        _matches(STAFF_WITH, text, " with ", " at "),
        _matches(STAFF_DE, text, " de "),
    )
    for match in chain(*staff):
        start, end = trimmed(text, *match.span("name"))
        name = text[start:end]
        if " " not in name or (BODY_NOUN.search(name) and not is_name(name)):
            continue
        if is_own_name(name) and not (
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
            if is_own_name(item[0]) and not NOT_LISTED.match(item[0]) and len(items) > 1:
                yield Name(passage, start, end, item[0], directory.named(item[0]), 0.65)


def _called_one(text: str, match: re.Match[str]) -> bool:
    """Whether one word alone is a name here: "la organización Cristosal", at no sentence's beginning."""
    return not match["name"].isupper() and text[match.start() : match.start() + 1].islower()
