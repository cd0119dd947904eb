"""Whom to ask: the name, office, telephone and e-mail address of a contact block.

`contact_blocks` finds where a document says so; `contact_pieces` reads persons and offices, `telephones`
numbers. What is left is to tell which belong together. A contact ends where a person or office stands
behind a number or address. What is printed once for two persons is each one's; a second number or
address is a further contact of the same person.

What must stay true: nothing is completed. "Email" without an address is no address; a number is made
E.164 only where it carries its country code, or where its block names the country it is in (itself, a
town or a body of it) and the number is possible there.

Personal data: only contact blocks are read, never numbers and addresses of the running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import lru_cache
from itertools import islice, pairwise
from typing import NamedTuple

from kb import places
from kb.extractors import contact_groups, contact_regions, directory, telephones
from kb.extractors.addresses import addresses
from kb.extractors.contact_blocks import CITY, CUE, IN_PLACE, LONGEST_LINE, Block, blocks, without_labels
from kb.extractors.contact_pieces import (
    EDGES,
    Bodies,
    Mark,
    begins_with_person,
    country_before,
    is_no_name,
    people,
    pieces,
    read,
)
from kb.extractors.evidence import evidence
from kb.extractors.roles import is_role
from kb.extractors.telephones import Telephone
from kb.records import Contact, Document, Evidence
from kb.text.folding import fold
from kb.text.letters import UPPER

_FIRST_NAME = re.compile(rf"(?<!\w)([{UPPER}][^\W\d_]{{2,14}})(?=((?:\s[{UPPER}][^\W\d_]{{2,20}}){{1,2}}))")
_BY_ROLE = re.compile(
    rf"\b(?:con|por|with|for)\s(?:la|el|the|our|nuestr[oa])\s(?P<role>[a-záéíóúñ]{{4,14}}),?\s"
    rf"(?P<name>[{UPPER}][a-záéíóúñ]{{2,14}})(?=[,.;)(:]|\s(?:en|in|al|at|on)\s|$)"
)
_HOST = re.compile(r"-|\..*")  # of a domain, what is not its first label
_CALLED = re.compile(  # what stands before the name of a programme
    r"\b(?:programa|proyecto|iniciativa|campaña|l[ií]nea|jornada|programme|program|project|initiative|campaign|scheme|called"
    r"|llamad[oa])\s[\"“«‘'*_]{0,2}$",
    re.IGNORECASE,
)
_HEADING = re.compile(rf"\s\|\s|,\s[{UPPER}][^\n|]{{0,40}}\n")  # behind its first word
_WORD = re.compile(r"(?<![^\W\d_])(?!mailto)[^\W\d_]{3}", re.IGNORECASE)
_BELOW = re.compile(r"\s|[^\n]*\n\s*")  # Markdown joins lines
_TOWARDS = re.compile(r"\b(?:a|to|con|with)\s$")  # "escríbale a Mónica: ..."
# A sentence that says for what or whom a number is: "Para donativos, con la contadora: ...".
_PURPOSE = re.compile(r"(?:Para|For)\s[^.:,]{3,40}[,:]")
_OPENING = 2  # characters of a block before what opens it
_MOST_MENTIONS = 5
_WIDEST_GAP = 160
_WIDEST_SPELLING = 80  # characters between a name and the address that spells it
_SHORT = 3  # letters of a surname that many words hold


_Entry = tuple[Mark | None, Mark | None, Mark | None]  # a person, a number, an address


class _Context(NamedTuple):
    """What the rest of the document says of its contacts."""

    text: str
    bodies: Bodies  # the names and acronyms of its organisations
    towns: contact_regions.Towns  # where it says that towns are


def fill(document: Document) -> Document:
    """``document`` with the contacts of its contact blocks, in reading order."""
    if document.contacts:
        return document
    towns = contact_regions.towns(document)
    context = _Context(document.text, _named_bodies(document), towns)
    found = {
        (contact.name, contact.phone, contact.email): contact
        for block in reversed(list(blocks(document.passages, context.bodies)))
        for contact in reversed(list(_contacts(block, context)))
    }
    return replace(document, contacts=tuple(reversed(found.values())))


def _named_bodies(document: Document) -> Bodies:
    names = {each.name for each in document.organisations}
    names |= {each.acronym for each in document.organisations if each.acronym}
    ordered = sorted(names, key=len, reverse=True)[:200]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)") if ordered else None


# -- Marks ------------------------------------------------------------------------------------


def _contacts(block: Block, context: _Context) -> Iterator[Contact]:
    """The contacts of a block; one without a number or address only where a person opens it alone."""
    table = _table_rows(block)
    marks = _marks(block, context, table)
    told = any(mark.kind in {"phone", "email"} for mark in marks)
    items = {at for at, passage, _ in block.parts if passage.kind == "item" or passage.number}
    groups = contact_groups.groups(block.text, marks, items, table)
    offices = [_office(block.text, group) for group in groups]
    regions = contact_regions.regions(block, groups, offices, context.towns)
    numbers = _numbers(block.text, groups, regions, context.towns)
    for number, group in enumerate(groups):
        reachable = any(mark.kind in {"phone", "email"} for mark in group)
        named = group[0].kind == "name" and group[0].start <= 12
        opens = number == 0 and block.cued and named and not told
        if reachable or opens:
            yield from _of_group(block, group, context, numbers)


def _table_rows(block: Block) -> list[range]:
    """Where the rows of tables stand in a block."""
    found: list[range] = []
    for (at, passage, _), end in zip(block.parts, _ends(block), strict=True):
        for row in re.finditer(r"[^\n]+", block.text[at:end]) if passage.kind == "table" else ():
            found += [range(at + row.start(), at + row.end())] if " | " in row[0] else []
    return found


def _ends(block: Block) -> Iterator[int]:
    """Where the parts of a block end."""
    yield from (after for after, _, _ in block.parts[1:])
    yield len(block.text)


def _marks(block: Block, context: _Context, table: Sequence[range]) -> list[Mark]:
    """Whom a block names and how they are reached, without who stands behind all numbers and addresses."""
    text = block.text
    reach = _reach(text)
    marks = sorted([*reach, *_told(text, reach, context)])
    last = max((mark.end for mark in reach if mark.kind != "place"), default=None)
    if last is None:
        return marks
    opened = marks[0].kind in contact_groups.REACH and not any(
        mark.kind == "name" and mark.start < last for mark in marks
    )
    end_of_row = next((row.stop for row in table if last - 1 in row), last)
    kept: list[Mark] = []
    for mark in marks:
        joined = kept and kept[-1].kind == mark.kind == "name" and kept[-1].start >= last
        beside = joined and contact_groups.JOINED.fullmatch(text, kept[-1].end, mark.start)
        if mark.start < end_of_row or beside or _close(text, mark, last, opened=opened):
            kept.append(mark)
    return kept


def _reach(text: str) -> list[Mark]:
    """The numbers and addresses of a block, and the places that stand beside them."""
    emails = [Mark(each.start, each.end, "email", each.words) for each in addresses(text)]
    emails = [
        mark for mark, before in zip(emails, [None, *emails], strict=False) if not _again(text, before, mark)
    ]
    taken = [(mark.start, mark.end) for mark in emails]
    cities = [_place(match) for match in IN_PLACE.finditer(text)]
    cities += [
        Mark(*match.span(), "place", match["place"])
        for match in CITY.finditer(text)
        if places.place_code(match["place"])
    ]
    numbers = list(telephones.telephones(text))
    phones = [mark for mark in map(_of_telephone, numbers) if not _overlaps(mark, taken)]
    phones += [
        Mark(start, end, "phone", each.printed, each)
        for start, end, each in telephones.repeated(text, numbers)
    ]
    return _near(sorted([*emails, *cities, *phones]), text)


def _told(text: str, reach: Sequence[Mark], context: _Context) -> list[Mark]:
    """The persons and offices of a block, whose numbers, addresses and labels are masked."""
    masked = text
    for mark in reach:
        masked = masked[: mark.start] + "|" * (mark.end - mark.start) + masked[mark.end :]
    end = reach[-1].end + LONGEST_LINE if reach else LONGEST_LINE
    masked = without_labels(masked[:end], "|")
    told = [
        mark
        for piece in pieces(masked, context.bodies)
        for mark in read(*piece, context.bodies)
        if _is_no_label(text, mark) and _stands_first(text, mark) and not _heads(masked, mark)
    ]
    told += _spelt(text, reach, told)
    told += (mark for mark in _by_role(text[:end]) if not _overlaps(mark, [each[:2] for each in told]))
    hosts = {_HOST.sub("", fold(mark.words.partition("@")[2])) for mark in reach if mark.kind == "email"}
    return [
        mark._replace(kind="office")
        if mark.kind == "name" and _is_body(mark.words, hosts, context.text)
        else mark
        for mark in told
    ]


def _spelt(text: str, reach: Sequence[Mark], told: Sequence[Mark]) -> Iterator[Mark]:
    """The persons of sentences whose names the address behind them spells: "sent by Ana Paz / apaz@..."."""
    taken = [(mark.start, mark.end) for mark in told]
    for mark in reach:
        if mark.kind == "email":
            begin = max(0, mark.start - _WIDEST_SPELLING)
            local = fold(mark.words.partition("@")[0])
            for person in people(text[begin : mark.start]):
                start, end = begin + person.start, begin + person.end
                given, *_, surname = fold(person.words).split()
                spelt = len(surname) > _SHORT and surname in local and given[0] in local.replace(surname, "")
                spelt = spelt or (len(given) > _SHORT and local.startswith(given))
                if spelt and not _overlaps(Mark(start, end, "name", person.words), taken):
                    yield Mark(start, end, "name", person.words)
                    taken.append((start, end))


def _by_role(text: str) -> Iterator[Mark]:
    """The persons who are told by their role and given name alone: "pregunte por la psicóloga Yuri"."""
    for match in _BY_ROLE.finditer(text):
        if is_role(match["role"]) and not (places.is_place(match["name"]) or is_no_name(match["name"])):
            yield Mark(*match.span("name"), "name", match["name"])


def _is_body(name: str, hosts: Set[str], text: str) -> bool:
    """Whether a run is no person's name: an address has it for its host, or the text calls it a programme."""
    if re.sub(r"[^a-z0-9]", "", fold(name)) in hosts:
        return True
    found = islice(re.finditer(rf"{re.escape(name)}(?!\w)", text), _MOST_MENTIONS)
    return any(_CALLED.search(text[max(0, match.start() - 40) : match.start()]) for match in found)


def _place(match: re.Match[str]) -> Mark:
    """The place of "In Guatemala:", without the person whose line was joined: "En Guatemala Ana Paz"."""
    name = match["place"]
    begin = country_before(name)
    if begin == 0:
        return Mark(*match.span(), "place", name)
    return Mark(match.start(), match.start("place") + begin - 1, "place", name[: begin - 1])


def _stands_first(text: str, mark: Mark) -> bool:
    """Whether a place opens its line, as that of an office in a list does; others belong to their office."""
    return mark.kind != "place" or not text[: mark.start].rpartition("\n")[2].strip(EDGES)


def _is_no_label(text: str, mark: Mark) -> bool:
    """Whether a word before a colon is a body or place and not the label of what follows."""
    alone = " " not in mark.words and text.startswith(":", mark.end)
    named = mark.kind == "place" or directory.knows_acronym(mark.words)
    return not alone or named or _TOWARDS.search(text, 0, mark.start) is not None


def _heads(masked: str, mark: Mark) -> bool:
    """Whether a word heads a block or column, and names nobody: "Nogales, Arizona", "Sede | Teléfono".

    ``masked`` is the text with strokes for labels, numbers and addresses.
    """
    alone = mark.kind == "name" and " " not in mark.words and mark.start <= _OPENING
    return alone and _HEADING.match(masked, mark.end) is not None


def _of_telephone(found: Telephone) -> Mark:
    return Mark(found.start, found.end, "fax" if found.is_fax else "phone", found.printed, found)


def _close(text: str, mark: Mark, last: int, *, opened: bool) -> bool:
    """Whether an office stands on the same line right behind the last number, or a person in brackets."""
    if mark.kind == "name":
        between = text[last : mark.start]
        asked = len(between) <= contact_groups.WIDEST_OFFICE and contact_groups.ASKED_FOR.search(between)
        beside = contact_groups.BESIDE.fullmatch(between)
        ends = contact_groups.ends_card(text, last, mark, opened=opened)
        return contact_groups.in_brackets(text, last, mark) or ends or bool(asked or beside)
    return mark.kind == "office" and "\n" not in text[last : mark.end] and mark.start - last <= 4


def _again(text: str, before: Mark | None, mark: Mark) -> bool:
    """Whether an address is printed a second time beside itself: "[ana@...](mailto:ana@...)"."""
    return bool(before and mark.words == before.words and not _WORD.search(text[before.end : mark.start]))


def _overlaps(mark: Mark, spans: Iterable[tuple[int, int]]) -> bool:
    return any(mark.start < end and start < mark.end for start, end in spans)


def _near(marks: list[Mark], text: str) -> list[Mark]:
    """The marks up to the first wide gap: behind it, the paragraph speaks of other things."""
    last = 0
    for index, mark in enumerate(marks):
        gap = text[last : mark.start].rpartition("\n")[2]  # a line of its own was found to go on with it
        ended = index and len(gap) > 60 and contact_groups.SENTENCE_END.search(gap)
        behind = gap[ended.end() :] if ended else ""
        told = CUE.search(behind) or _PURPOSE.match(behind) or begins_with_person(behind)
        if len(gap) > _WIDEST_GAP or (ended and not told):
            return marks[:index]
        last = mark.end
    return marks


# -- Contacts ---------------------------------------------------------------------------------


def _of_group(
    block: Block, group: list[Mark], context: _Context, numbers: Mapping[int, str]
) -> Iterator[Contact]:
    """One contact for each person and each number; an address alone where there are several."""
    office = _office(block.text, group)
    start, end = group[0].start, max(mark.end for mark in group)
    if block.text[end : end + 1] == ")" and "(" in block.text[start:end]:
        end += 1
    for person, phone, email in _entries(block.text, group):
        yield Contact(
            name=_full_name(person.words, context.text) if person else None,
            office=office,
            phone=numbers[phone.start] if phone else None,
            email=email.words if email else None,
            as_printed=block.text[start:end].strip(),
            evidence=_evidence(block, start, end),
        )


def _entries(text: str, group: list[Mark]) -> Iterator[_Entry]:
    """Whom a group names with each number and address: what is printed once is that of them all.

    As many numbers as persons are one each, and so are addresses.
    """
    phones = [mark for mark in group if mark.kind == "phone"]
    emails = [mark for mark in group if mark.kind == "email"]
    persons: list[Mark | None] = [*_reached(text, group)] or [None]
    several = len(persons) > 1
    desk = emails if several and len(emails) == 1 and _is_of_desk(text, group) else []
    for index, person in enumerate(persons):
        own = [
            marks[index : index + 1] if several and len(marks) == len(persons) else marks
            for marks in (phones, [] if desk else emails)
        ]
        for phone, email in _pairs(*own):
            told = email and phone and _is_of_sentence_before(text, email, phone)
            yield person, phone, None if told and not person else email
    yield from ((None, None, email) for email in desk)


def _is_of_sentence_before(text: str, email: Mark, phone: Mark) -> bool:
    """Whether an address ends the sentence before the one of a number: "a@faro.example. Or 800 555 0144."."""
    return contact_groups.SENTENCE_END.search(text, email.end, phone.start + 1) is not None


def _is_of_desk(text: str, group: list[Mark]) -> bool:
    """Whether an address stands in a line below the number before it: it is that of the persons' desk."""
    reach = [mark for mark in group if mark.kind in {"phone", "email"}]
    return any(
        one.kind == "phone" and other.kind == "email" and _BELOW.fullmatch(text, one.end, other.start)
        for one, other in pairwise(reach)
    )


def _reached(text: str, group: list[Mark]) -> list[Mark]:
    """The persons of a group; only the last where a number stands in her line and others are above it."""
    named = [mark for mark in group if mark.kind == "name"]
    reach = next((mark for mark in group if mark.kind in {"phone", "email"}), None)
    if len(named) < 2 or reach is None or "\n" in text[named[-1].end : reach.start]:
        return named
    return [mark for mark in named if "\n" not in text[mark.end : named[-1].start]]


def _full_name(name: str, text: str) -> str:
    """The one full name that the text gives for a first name or surname: "ask for Rocío", "Ms. Usher"."""
    full = () if " " in name else _full_names(text).get(name, frozenset())
    return next(iter(full)) if len(full) == 1 else name


@lru_cache(maxsize=1)
def _full_names(text: str) -> Mapping[str, frozenset[str]]:
    """The capitalised runs of a text by their first word and their last; every word of a run begins one."""
    found: dict[str, set[str]] = {}
    for match in _FIRST_NAME.finditer(text):
        found.setdefault(match[1], set()).add(match[1] + match[2])
    for person in people(text):
        found.setdefault(person.words.rpartition(" ")[2], set()).add(person.words)
    return {first: frozenset(names) for first, names in found.items()}


def _pairs(phones: list[Mark], emails: list[Mark]) -> Iterator[tuple[Mark | None, Mark | None]]:
    """Each number with the first address, which is that of them all; then each further address alone."""
    numbers: list[Mark | None] = [*phones] or [None]
    first = next(iter(emails), None)
    yield from ((phone, first) for phone in numbers)
    yield from ((None, email) for email in emails[1:])


def _office(text: str, group: list[Mark]) -> str | None:
    """The office of a group: a unit and its body are both printed; else the city that "In Geneva:" names."""
    offices = [mark for mark in group if mark.kind == "office"]
    if not offices:
        return next((mark.words for mark in group if mark.kind == "place"), None)
    first, *more = offices
    name = first.words
    for mark in more[:1]:
        name = f"{name}, {mark.words}"
    behind = re.match(rf",\s([{UPPER}][\w'’ ]{{2,30}}?)(?=\s?:)", text[offices[-1].end :])
    if behind and places.place_code(behind[1]):
        name = f"{name}, {behind[1]}"
    return name


def _numbers(
    text: str,
    groups: Sequence[Sequence[Mark]],
    regions: Sequence[contact_regions.Regions],
    towns: contact_regions.Towns,
) -> Mapping[int, str]:
    """The number that each telephone mark tells, by where the mark begins."""
    found: dict[int, str] = {}
    home: dict[int, Sequence[str]] = {}
    last = 0
    for group, (sure, around) in zip(groups, regions, strict=True):
        for mark in group:
            if mark.telephone and mark.kind == "phone":
                own = (
                    contact_regions.behind(text, mark, towns)
                    or contact_regions.before(text, mark, last)
                    or sure
                )
                # "same number": in the country of the one that it repeats
                home[mark.start] = home.get(mark.telephone.start) or ([own] if own else around)
                found[mark.start] = _e164(mark.telephone, home[mark.start], around, text)
            if mark.kind != "name":
                last = mark.end
    return found


def _e164(telephone: Telephone, own: Sequence[str], around: Sequence[str], text: str) -> str:
    """A number in E.164 by its ``own`` country, else by those ``around`` it, else as printed."""
    number = telephones.e164(telephone, own, text)
    return number if number.startswith("+") else telephones.e164(telephone, around, text)


def _evidence(block: Block, start: int, end: int) -> Evidence:
    """Where a contact begins; of one that runs over several passages, the part in the first."""
    index = max(i for i, (position, _, _) in enumerate(block.parts) if position <= start)
    position, passage, offset = block.parts[index]
    begin = start - position + offset
    return evidence(passage, begin, min(end - position + offset, len(passage.text)), 0.9)
