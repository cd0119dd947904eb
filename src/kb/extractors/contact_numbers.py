"""The number that each telephone of a contact block tells: in E.164 where its country is certain.

`contact_regions` says in which countries the numbers of a contact may be; what stands right before or behind
a number says more of it alone. Where nothing does, the area code of another number of the block may whose
place is told; a calling code that another number prints says nothing of one without.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kb.extractors import calling_codes
from kb.extractors.calling_codes import e164_in_one
from kb.extractors.contact_blocks import Block
from kb.extractors.contact_people import Mark
from kb.extractors.contact_places import Towns
from kb.extractors.contact_regions import Regions, before, behind
from kb.extractors.telephones import Telephone

_OF_LINE, _WITH_AREA = 7, 10  # digits of a number without its area code, and with it


def numbers(
    block: Block, groups: Sequence[Sequence[Mark]], regions: Sequence[Regions], towns: Towns
) -> Mapping[int, str]:
    """The number that each telephone mark of a block tells, by where the mark begins."""
    found = _placed(block.text, groups, regions, towns)
    if any(passage.kind == "item" or passage.number for _, passage, _ in block.parts):
        return found  # items of a list say nothing of each other
    return {at: _as_others(number, _beside(block, at, found)) for at, number in found.items()}


def _placed(
    text: str, groups: Sequence[Sequence[Mark]], regions: Sequence[Regions], towns: Towns
) -> Mapping[int, str]:
    found: dict[int, str] = {}
    home: dict[int, Sequence[str]] = {}
    last = 0
    for group, (sure, around, shared) in zip(groups, regions, strict=True):
        several = min([mark.kind for mark in group].count(kind) for kind in ("name", "phone")) > 1
        placed: str | None = None  # where the number before it in its group is
        for mark in group:
            if mark.telephone and mark.kind == "phone":
                beside = behind(text, mark, towns)
                placed = placed if "\n" not in text[last : mark.start] else None
                placed = beside or (None if several else before(text, mark, last)) or placed
                placed = calling_codes.country(mark.words) or placed
                own = placed or sure
                # "same number": in the country of the one that it repeats
                home[mark.start] = home.get(mark.telephone.start) or ([own] if own else around)
                number = _e164(mark.telephone, home[mark.start], around, text)
                if own in shared or not number.startswith("+"):
                    number = e164_in_one(mark.telephone, shared, text) or number
                found[mark.start] = number
            if mark.kind != "name":
                last = mark.end
    return found


def _beside(block: Block, at: int, found: Mapping[int, str]) -> Iterator[str]:
    """The numbers that may tell where the one ``at`` a place is: not what a card below only lets conclude."""
    part = block.part_at(at)
    single = "\n" not in part[1].text
    for other, number in found.items():
        below = block.part_at(other)
        coded = block.text.startswith(("+", "(+", "00"), other)
        if not coded and (other < at or below == part or (single and "\n" not in below[1].text)):
            yield number


def _as_others(number: str, found: Iterable[str]) -> str:
    """A number in E.164 where another with its area code is: "962-555-0188, 962-555-0189"."""
    if number.startswith("+"):
        return number
    plain, _, extension = number.partition(";")
    digits = re.sub(r"\D", "", plain)
    head = len(digits) - _OF_LINE
    for other in found if len(digits) >= _WITH_AREA else ():
        bare = other.partition(";")[0]
        if bare.startswith("+") and bare[-len(digits) :][:head] == digits[:head]:
            return f"{bare[: -len(digits)]}{digits}" + (f";{extension}" if extension else "")
    return number


def _e164(telephone: Telephone, own: Sequence[str], around: Sequence[str], text: str) -> str:
    """A number in E.164 by its ``own`` country, else by those ``around`` it, else as printed."""
    number = calling_codes.e164(telephone, own, text)
    return number if number.startswith("+") else calling_codes.e164(telephone, around, text)
