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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from kb import places
from kb.extractors import contact_regions, directory, telephones
from kb.extractors.contact_blocks import CITY, CUE, IN_PLACE, LABELS, LONGEST_LINE, Block, addresses, blocks
from kb.extractors.contact_pieces import EDGES, Bodies, Mark, begins_with_person, people, pieces, read
from kb.extractors.evidence import evidence
from kb.extractors.honorifics import HONORIFIC
from kb.extractors.telephones import Telephone
from kb.records import Contact, Document, Evidence
from kb.text.folding import fold
from kb.text.letters import UPPER

_OTHER_PERSON = re.compile(r"(?:^|[\s,;(])(?:or|o|u|and|y|e|&|/)\s+(?:[^\s,;()]{1,20}\s){0,3}$")
_ASKED_FOR = re.compile(
    r"\b(?:ask(?:ing)?\sfor|pregunt(?:e|en|ar|ando)\spor|con|with|attn\.?|attention|atenci[oó]n(?:\sa)?|call|llame\sa|contact)\s"
    r"(?:(?:la|el|the|señora?)\s)?(?:[A-Z][a-z]{1,5}\.\s)?$",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:o|y|or|and)\s(?:con|a|al|from|with|to|by)\s?(?:(?:el|la|los|las|the|our|su)\s)?"
    r"(?!correo|e-?mail|tel|phone|n[uú]mero|number|whats|cel|mobile|m[oó]vil|line|l[ií]nea|ext|text|writ|call)[a-z]{3,}"
    r"|(?:[;.\n]|^)[^;.\n]{0,40}\b(?:general|central)\b"
)
_SENTENCE_END = re.compile(
    r"(?<!\bM[rs])(?<!\bMrs)(?<!\bDr)(?<!\bDra)(?<!\bLic)(?<!\bSr)(?<!\bSra)(?<!\bext)(?<!\btel)(?<!\b\w)\.\s+(?=[A-ZÁÉÍÓÚ¿¡\"“«])",
    re.IGNORECASE,
)
_FIRST_NAME = re.compile(rf"(?<!\w)([{UPPER}][^\W\d_]{{2,14}})(?=((?:\s[{UPPER}][^\W\d_]{{2,20}}){{1,2}}))")
_BESIDE = re.compile(rf",\s(?:{HONORIFIC}\s)*")
_OPENS_BRACKET = re.compile(rf"\s{{0,3}}\(\s?(?:{HONORIFIC}\s)*")
_ENDS_LINE = re.compile(r"\.?[ \t]*(?:\n|$)")
_WIDEST_GAP = 160
_WIDEST_OFFICE = 45  # characters between a person and the office, the role among them


# Behind an address that several persons share: "desk@faro.example (both)".
_OF_ALL = re.compile(r"\s?[(,–—-]?\s?(?:for\s|para\s)?(?:both|all|amb[oa]s|tod[oa]s)\b", re.IGNORECASE)


class _Context(NamedTuple):
    """What the rest of the document says of its contacts."""

    text: str
    bodies: Bodies  # the names and acronyms of its organisations


def fill(document: Document) -> Document:
    """``document`` with the contacts of its contact blocks, in reading order."""
    if document.contacts:
        return document
    context = _Context(document.text, _named_bodies(document))
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
    marks = _marks(block, context)
    told = any(mark.kind in {"phone", "email"} for mark in marks)
    groups = _with_shared(block.text, list(_groups(block.text, marks)))
    regions = contact_regions.regions(block, groups, [_office(block.text, group) for group in groups])
    for number, group in enumerate(groups):
        reachable = any(mark.kind in {"phone", "email"} for mark in group)
        named = group[0].kind == "name" and group[0].start <= 12
        opens = number == 0 and block.cued and named and not told
        if reachable or opens:
            yield from _of_group(block, group, context, regions[number])


def _with_shared(text: str, groups: list[list[Mark]]) -> list[list[Mark]]:
    """The groups, an address set apart below several persons with the first of them and not the last.

    It is that of the desk they belong to: nothing says that it is the last person's own.
    """
    last = groups[-1] if groups else []
    if last and last[-1].kind == "email" and _OF_ALL.match(text, last[-1].end):
        first, *others = groups[:-1] or [last[:-1]]
        return [[*first, last[-1]], *others, *([last[:-1]] if groups[:-1] else [])]
    if (
        len(groups) == 2
        and [each.kind for each in last] == ["phone", "email"]
        and not _has_address(groups[0])
    ):
        # Below the second number of an office: "Press Office, tel. 2212-5300 / On call: 7012-5300 / desk@..."
        between = text[last[0].end : last[1].start]
        if groups[0][0].kind == "office" and between.isspace() and "\n" in between:
            return [[*groups[0], last[1]], last[:1]]
    alike = all(sorted(each.kind for each in group) == ["name", "phone"] for group in groups[:-1])
    if len(groups) < 2 or not alike or [each.kind for each in last] != ["name", "phone", "email"]:
        return groups
    address = last[2]
    apart = re.search(r"[\n|;]", text[last[1].end : address.start])
    own = any(fold(word) in fold(address.words) for word in last[0].words.split() if len(word) > 2)
    if not apart or own:
        return groups
    return [[*groups[0], address], *groups[1:-1], last[:2]]


def _has_address(group: list[Mark]) -> bool:
    return any(mark.kind == "email" for mark in group)


def _marks(block: Block, context: _Context) -> list[Mark]:
    text = block.text
    reach = [Mark(*match.span(), "email", _address(match)) for match in addresses(text)]
    taken = [(mark.start, mark.end) for mark in reach]
    cities = [Mark(*match.span(), "place", match["place"]) for match in IN_PLACE.finditer(text)]
    cities += [
        Mark(*match.span(), "place", match["place"])
        for match in CITY.finditer(text)
        if places.place_code(match["place"])
    ]
    reach += cities
    reach += [mark for mark in map(_of_telephone, telephones.telephones(text)) if not _overlaps(mark, taken)]
    reach = _near(sorted(reach), text)
    masked = text
    for mark in reach:
        masked = masked[: mark.start] + "|" * (mark.end - mark.start) + masked[mark.end :]
    end = reach[-1].end + LONGEST_LINE if reach else LONGEST_LINE
    masked = LABELS.sub(lambda label: "|" * len(label[0]), masked[:end])
    told = [mark for piece in pieces(masked, context.bodies) for mark in read(*piece, context.bodies)]
    told = [mark for mark in told if _is_no_label(text, mark) and _stands_first(text, mark)]
    last = max((mark.end for mark in reach if mark.kind != "place"), default=None)
    marks = sorted([*reach, *told])
    return [mark for mark in marks if last is None or mark.start < last or _close(text, mark, last)]


def _stands_first(text: str, mark: Mark) -> bool:
    """Whether a place opens its line, as that of an office in a list does; others belong to their office."""
    return mark.kind != "place" or not text[: mark.start].rpartition("\n")[2].strip(EDGES)


def _is_no_label(text: str, mark: Mark) -> bool:
    """Whether a word before a colon is a body or place and not the label of what follows."""
    alone = " " not in mark.words and text.startswith(":", mark.end)
    return not alone or mark.kind == "place" or directory.knows_acronym(mark.words)


def _of_telephone(found: Telephone) -> Mark:
    return Mark(found.start, found.end, "fax" if found.is_fax else "phone", found.printed, found)


def _close(text: str, mark: Mark, last: int) -> bool:
    """Whether an office stands on the same line right behind the last number, or a person in brackets."""
    if mark.kind == "name":
        between = text[last : mark.start]
        asked = len(between) <= _WIDEST_OFFICE and _ASKED_FOR.search(between)
        beside = _BESIDE.fullmatch(between) and _ENDS_LINE.match(text, mark.end)
        return _in_brackets(text, last, mark) or bool(asked or beside)
    return mark.kind == "office" and "\n" not in text[last : mark.end] and mark.start - last <= 4


def _in_brackets(text: str, last: int, mark: Mark) -> bool:
    return _OPENS_BRACKET.fullmatch(text, last, mark.start) is not None and text[mark.end : mark.end + 1] in {
        ")",
        ",",
    }


def _address(match: re.Match[str]) -> str:
    """The e-mail address; of one printed with "(at)" as it is meant, of "[at]" nothing is certain."""
    printed = match[0].rstrip(".")
    if match["at"] == "@":
        return printed
    return printed.replace(match["at"], "@") if "(" in match["at"] else ""


def _overlaps(mark: Mark, spans: Iterable[tuple[int, int]]) -> bool:
    return any(mark.start < end and start < mark.end for start, end in spans)


def _near(marks: list[Mark], text: str) -> list[Mark]:
    """The marks up to the first wide gap: behind it, the paragraph speaks of other things."""
    last = 0
    for index, mark in enumerate(marks):
        gap = text[last : mark.start].rpartition("\n")[2]  # a line of its own was found to go on with it
        if len(gap) > _WIDEST_GAP or (index and len(gap) > 60 and _SENTENCE_END.search(gap)):
            return marks[:index]
        last = mark.end
    return marks


# -- Contacts ---------------------------------------------------------------------------------


def _groups(text: str, marks: list[Mark]) -> Iterator[list[Mark]]:
    """The marks of each contact: a new one begins where a mark would be its second."""
    group: list[Mark] = []
    for mark in marks:
        kind = mark
        if mark.kind == "name" and _is_office_of(text, group, mark):
            kind = mark._replace(kind="office")
        if group and _begins(text, group, kind):
            yield group
            group = []
        group.append(kind)
    if group:
        yield group


def _is_office_of(text: str, group: list[Mark], mark: Mark) -> bool:
    """Whether a second capitalised run is where the first person works: "Ana Paz, Warm Kitchen, +505 ..."."""
    named = group and group[-1].kind == "name"
    between = text[group[-1].end : mark.start] if named else ""
    return bool(named and len(between) <= _WIDEST_OFFICE and not _parts_persons(between))


def _parts_persons(between: str) -> bool:
    """Whether what stands before a second name makes it another person's: "or", another sentence or label."""
    return bool(_OTHER_PERSON.search(between) or re.search(r"[.;]\s|:\s*$", between))


def _begins(text: str, group: list[Mark], mark: Mark) -> bool:
    kinds = {other.kind for other in group}
    reachable = bool(kinds & {"phone", "email", "fax"})
    between = text[group[-1].end : mark.start]
    if mark.kind == "name" and reachable and "name" not in kinds:
        alone = "place" not in kinds and "\n" not in between and not _SENTENCE_END.search(between)
        if _in_brackets(text, group[-1].end, mark) or (alone and _ASKED_FOR.search(between)):
            return False
        if alone and group[0].kind == "phone" and _ENDS_LINE.match(text, mark.end):
            return False  # "Appointments: (713) 555-0148, Ana Paz."
    if mark.kind == "name" and group[-1].kind == "name" and re.search(r"[.;]\s[^.;]*:\s*$", between):
        return True  # "Texts: Ana Paz. Photographs: Leo Luz, leo@faro.example"
    if mark.kind in {"name", "place"}:
        return reachable or (mark.kind == "name" and {"name", "office"} <= kinds and group[0].kind == "name")
    if mark.kind == "office":
        return reachable and ("\n" in between or ";" in between or "office" in kinds)
    if mark.kind == "phone" and "phone" in kinds and "name" not in kinds and "\n" in between:
        opened = _OPENS_BRACKET.match(text, mark.end)
        if opened and begins_with_person(text[opened.end() : opened.end() + LONGEST_LINE].partition(")")[0]):
            return True  # "Tel: 2212-5300 / Tel: 2212-5301 (Ms. Ana Paz)": the second is hers
    named_behind = "name" in kinds and group[0].kind in {"phone", "email"} and group[-1].kind == "name"
    if named_behind and "\n" in between:  # "ana@faro.example (Ana Paz)", a contact in each line
        return True
    # Another label or cue begins another contact: "Emergencies: +1 956 ...", "For donations, write to ...".
    said = CUE.search(between) or re.search(r"\n[^\n]*[^\W\d_]{5}[^\n]*:\s?$", LABELS.sub("", between))
    said = said or _ANOTHER.search(LABELS.sub("", between))
    return bool(reachable and said and mark.kind in {"phone", "email"})


def _of_group(
    block: Block, group: list[Mark], context: _Context, regions: Sequence[str]
) -> Iterator[Contact]:
    """One contact for each person and, behind the first, for each further number or address."""
    office = _office(block.text, group)
    phones = [mark for mark in group if mark.kind == "phone"]
    emails = [mark for mark in group if mark.kind == "email"]
    people: list[Mark | None] = [*_reached(block.text, group)] or [None]
    start, end = group[0].start, max(mark.end for mark in group)
    if block.text[end : end + 1] == ")" and "(" in block.text[start:end]:
        end += 1
    apart = len(people) > 1 and len(people) in {len(phones), len(emails)}
    for index, person in enumerate(people):
        shared = [] if index and _is_of_desk(block.text, group) else emails
        mine = (phones[index : index + 1], emails[index : index + 1]) if apart else (phones, shared)
        for phone, email in _pairs(*mine):
            yield Contact(
                name=_full_name(person.words, context.text) if person else None,
                office=office,
                phone=_e164(phone, regions, block.text),
                email=(email.words or None) if email else None,
                as_printed=block.text[start:end].strip(),
                evidence=_evidence(block, start, end),
            )


def _is_of_desk(text: str, group: list[Mark]) -> bool:
    """Whether an address stands apart from the number before it: it is that of the persons' desk."""
    reach = [mark for mark in group if mark.kind in {"phone", "email"}]
    return any(
        one.kind == "phone" and other.kind == "email" and text[one.end : other.start].isspace()
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
    """The first number with the first address, then each further one alone."""
    yield next(iter(phones), None), next(iter(emails), None)
    yield from ((phone, None) for phone in phones[1:])
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


def _e164(phone: Mark | None, regions: Sequence[str], around: str) -> str | None:
    if phone is None or phone.telephone is None:
        return None
    own = contact_regions.behind(around, phone)
    return telephones.e164(phone.telephone, [own] if own else regions, around)


def _evidence(block: Block, start: int, end: int) -> Evidence:
    """Where a contact begins; of one that runs over several passages, the part in the first."""
    index = max(i for i, (position, _, _) in enumerate(block.parts) if position <= start)
    position, passage, offset = block.parts[index]
    begin = start - position + offset
    return evidence(passage, begin, min(end - position + offset, len(passage.text)), 0.9)
