"""Whom to ask: the name, office, telephone and e-mail address of a contact block.

`contact_blocks` finds where a document says so and `contact_marks` what stands there; `contact_groups` tells
which of it belong together, `contact_sharing` what several share, and `contact_numbers` in which country a
number is. A second number is a further contact of the same person, with the address that is printed once.

What must stay true: nothing is completed. "Email" without an address is no address; a number is made
E.164 only where it carries its country code, or where its block names the country it is in (itself, a
town or a body of it) and the number is possible there.

Personal data: only contact blocks are read, never numbers and addresses of the running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from kb.extractors import contact_groups, contact_numbers, contact_offices, contact_places, contact_regions
from kb.extractors.contact_blocks import Block, blocks
from kb.extractors.contact_desks import named_office
from kb.extractors.contact_marks import marks_of
from kb.extractors.contact_owners import is_named_after
from kb.extractors.contact_people import Mark, people, person_in
from kb.extractors.contact_sharing import FOR_ALL, OF_ALL
from kb.extractors.evidence import evidence
from kb.records import Contact, Document, Evidence
from kb.text.folding import fold
from kb.text.wholes import Wholes

_OWN_EXTENSION = re.compile(
    r",?\s?\(?(?:ext(?:ension|ensión)?|x|anexo)\.?\s?(?P<number>\d{1,6})\)?(?!\d)", re.I
)
_MOST_BODIES = 200  # that are looked for; the longest first
_CLAUSE = re.compile(
    r"^(?:\S+\s){1,9}?[a-záéíóúñ]{2,}\s(?:[^\W\d_]+\s){1,9}\S+@"
)  # "Lantern House takes gifts at a@..."
_BELOW = re.compile(r"\s|[^\n]*\n\s*")  # Markdown joins lines


_Entry = tuple[Mark | None, Mark | None, Mark | None]  # a person, a number, an address


class _Context(NamedTuple):
    """What the rest of the document says of its contacts."""

    text: str
    bodies: Wholes  # the names and acronyms of its organisations
    towns: contact_places.Towns  # where it says that towns are


def fill(document: Document) -> Document:
    """``document`` with the contacts of its contact blocks, in reading order."""
    if document.contacts:
        return document
    towns = contact_places.towns(document)
    context = _Context(document.text, _named_bodies(document), towns)
    found = {
        (contact.name, contact.phone, contact.email): contact
        for block in reversed(list(blocks(document.passages, context.bodies)))
        for contact in reversed(list(_contacts(block, context)))
    }
    reached = {each.name for each in found.values() if each.phone or each.email}
    told = (each for each in reversed(found.values()) if each.phone or each.email or each.name not in reached)
    return replace(document, contacts=tuple(_told_again([*told])))


def _told_again(contacts: Sequence[Contact]) -> Iterator[Contact]:
    """The contacts, an address of which a sentence about an office tells with the number of that office.

    "Protection Desk: 2212-5300 / The Protection Desk takes papers at desk@faro.example"
    """
    offices = [each for each in contacts if each.office and not each.name]
    numbers = {fold(each.office or ""): each for each in reversed(offices) if not each.email}
    told = (each for each in reversed(offices) if not each.phone and _CLAUSE.search(each.as_printed))
    addresses = {fold(each.office or ""): each for each in told}
    for each in contacts:
        office = fold(each.office or "")
        number, address = numbers.get(office), addresses.get(office)
        if number is None or address is None or each not in (number, address):
            yield each
        elif each is number:
            yield replace(number, email=address.email)


def _named_bodies(document: Document) -> Wholes:
    names = {each.name for each in document.organisations}
    names |= {each.acronym for each in document.organisations if each.acronym}
    return Wholes(sorted(names, key=len, reverse=True)[:_MOST_BODIES])


# -- Marks ------------------------------------------------------------------------------------


def _contacts(block: Block, context: _Context) -> Iterator[Contact]:
    """The contacts of a block; one without a number or address only where a person opens it alone."""
    table = _table_rows(block)
    marks = marks_of(block.text, context.text, context.bodies, table, block.heading)
    marks = contact_regions.without_towns_below(block.text, marks)
    told = any(mark.kind in {"phone", "email"} for mark in marks)
    items = {at for at, passage, _ in block.parts if passage.kind == "item" or passage.number}
    groups = contact_groups.groups(block.text, marks, items, table, _cards(block))
    offices = contact_offices.offices(block, groups, table, context.bodies)
    bodies = [named_office(block.text, group) for group in groups]
    regions = contact_regions.regions(block, groups, bodies, context.towns)
    numbers = contact_numbers.numbers(block, groups, regions, context.towns)
    names = _names(groups, context.text)
    for number, group in enumerate(groups):
        told_anew = any(mark.kind in {"phone", "email", "name"} and not _is_repeated(mark) for mark in group)
        reachable = told_anew and any(mark.kind in {"phone", "email"} for mark in group)
        named = group[0].kind == "name" and group[0].start <= 12
        opens = number == 0 and block.cued and named and not told
        if reachable or opens:
            yield from _of_group(block, group, offices[number], names, numbers, context.text)


def _is_repeated(mark: Mark) -> bool:
    """Whether a number is not printed again: "whoever can help may call the same number"."""
    again = mark.telephone is not None and mark.telephone.start != mark.start
    return again and mark.telephone is not None and mark.telephone.extension is None


def _cards(block: Block) -> set[int]:
    """Where the parts of a block begin that follow one of several lines."""
    return {at for (_, before, _), (at, _, _) in pairwise(block.parts) if "\n" in before.text.strip()}


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


# -- Contacts ---------------------------------------------------------------------------------


def _of_group(
    block: Block,
    group: list[Mark],
    office: str | None,
    names: Mapping[str, str],
    numbers: Mapping[int, str],
    text: str,
) -> Iterator[Contact]:
    """One contact for each person and each number; an address alone where there are several."""
    start, end = group[0].start, max(mark.end for mark in group)
    if block.text[end : end + 1] == ")" and "(" in block.text[start:end]:
        end += 1
    for person, phone, email in _entries(block.text, group):
        yield Contact(
            name=names[person.words] if person else _spelt_in_full(email, block.text, text),
            office=office,
            phone=_with_extension(numbers[phone.start], person, block.text) if phone else None,
            email=email.words if email else None,
            as_printed=block.text[start:end].strip(),
            evidence=_evidence(block, start, end),
        )


def _with_extension(number: str, person: Mark | None, text: str) -> str:
    """A number with the extension that stands beside a person above it: "Ana Paz (ext. 12) or Leo Luz"."""
    own = _OWN_EXTENSION.match(text, person.end) if person else None
    return f"{number};ext={own['number']}" if own and ";" not in number else number


def _entries(text: str, group: list[Mark]) -> Iterator[_Entry]:
    """Whom a group names with each number and address: what is printed once is that of them all.

    As many numbers as persons are one each, and so are addresses.
    """
    phones = [mark for mark in group if mark.kind == "phone"]
    emails = [mark for mark in group if mark.kind == "email"]
    persons: list[Mark | None] = [*_reached(text, group)] or [None]
    if not phones and len(emails) == 1:
        persons = [each for each in persons if each and is_named_after([each], emails[0])] or persons
    several = len(persons) > 1
    desk = emails if several and len(emails) == 1 and _is_of_desk(text, group) else []
    persons = [] if desk and not phones else persons  # whom no number reaches
    for index, person in enumerate(persons):
        own = [
            marks[index : index + 1] if several and len(marks) == len(persons) else marks
            for marks in (phones, [] if desk else emails)
        ]
        for phone, email in _pairs(*own):
            yield person, phone, email
    yield from ((None, None, email) for email in desk)


def _is_of_desk(text: str, group: list[Mark]) -> bool:
    """Whether the one address of several persons is none of theirs, nor named after one.

    It stands in a line below the number before it, or alone behind them.
    """
    reach = [mark for mark in group if mark.kind in {"phone", "email"}]
    named = [mark for mark in group if mark.kind == "name"]
    address = next(mark for mark in reach if mark.kind == "email")
    if is_named_after(named, address):
        return False
    if len(reach) > 1:
        return any(
            one.kind == "phone" and other.kind == "email" and _BELOW.fullmatch(text, one.end, other.start)
            for one, other in pairwise(reach)
        )
    between = text[named[-1].end : address.start]
    return not (FOR_ALL.search(between) or OF_ALL.match(text, address.end))


def _reached(text: str, group: list[Mark]) -> list[Mark]:
    """The persons of a group; only the last where a number stands in her line and others are above it."""
    named = [mark for mark in group if mark.kind == "name"]
    reach = next((mark for mark in group if mark.kind in {"phone", "email"}), None)
    if len(named) < 2 or reach is None or "\n" in text[named[-1].end : reach.start]:
        return named
    return [mark for mark in named if "\n" not in text[mark.end : named[-1].start]]


def _names(groups: Sequence[Sequence[Mark]], text: str) -> Mapping[str, str]:
    """The persons of a block by their printed words, each with the full name that no other of them has."""
    found: dict[str, str] = {}
    for words in (mark.words for group in groups for mark in group if mark.kind == "name"):
        full = _full_name(words, text)
        found.setdefault(words, words if full in found.values() else full)
    return found


def _full_name(name: str, text: str) -> str:
    """The one full name that the text gives for a first name or surname: "ask for Rocío", "Ms. Usher"."""
    full = () if " " in name else _full_names(text).get(fold(name), frozenset())
    return next(iter(full)) if len(full) == 1 else name


def _spelt_in_full(email: Mark | None, block: str, text: str) -> str | None:
    """The person of the text whom an address spells with given name and surname: "ana.paz@faro.example".

    Who stands in the block and was not found is named for something else: "Office of Senator Ana Paz".
    """
    given, *others = re.split(r"[._-]", fold(email.words.partition("@")[0])) if email else [""]
    if not others or len(given) < 2:
        return _of_byline(email, text) if email else None
    spelt = (name for name in _persons(text) if {given, others[-1]} <= set(fold(name).split()))
    return next((name for name in spelt if name not in block), None)


def _of_byline(email: Mark, text: str) -> str | None:
    """Who wrote a text and stands right above an address of her initial and surname: "By ANA PAZ"."""
    byline = re.search(
        rf"^(?:By|BY|Por|POR)\s([^\n,|]{{5,40}})\n{{1,2}}[^\n]{{0,20}}{re.escape(email.words)}", text, re.M
    )
    if byline is None or person_in(byline[1]) is None:
        return None
    given, *_, surname = fold(byline[1]).split()
    local = email.words.partition("@")[0].lower()
    return byline[1] if surname in local and local.startswith(given[0]) else None


@lru_cache(maxsize=1)
def _persons(text: str) -> Sequence[str]:
    shouted = (line.partition(",")[0].strip() for line in text.split("\n") if line.isupper())
    return [person.words for person in people(text)] + [line for line in shouted if person_in(line)]


@lru_cache(maxsize=1)
def _full_names(text: str) -> Mapping[str, frozenset[str]]:
    """The persons of a text by their first word and their surnames, the first of two in Spanish."""
    found: dict[str, set[str]] = {}
    for person in _persons(text):
        first, *others = fold(person).split()
        for word in {first, *others[-2:]}:
            found.setdefault(word, set()).add(person)
    return {first: frozenset(names) for first, names in found.items()}


def _pairs(phones: list[Mark], emails: list[Mark]) -> Iterator[tuple[Mark | None, Mark | None]]:
    """Each number with the first address, which is that of them all; then each further address alone."""
    numbers: list[Mark | None] = [*phones] or [None]
    first = next(iter(emails), None)
    yield from ((phone, first) for phone in numbers)
    yield from ((None, email) for email in emails[1:])


def _evidence(block: Block, start: int, end: int) -> Evidence:
    """Where a contact begins; of one that runs over several passages, the part in the first."""
    position, passage, offset = block.part_at(start)
    begin = start - position + offset
    return evidence(passage, begin, min(end - position + offset, len(passage.text)), 0.9)
