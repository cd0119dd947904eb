"""Who signs above the numbers of desks and of a house, and is not reached by the first of them."""

from __future__ import annotations

from collections.abc import Sequence

from kb.extractors.contact_apart import other_words
from kb.extractors.contact_blocks import CLOSING
from kb.extractors.contact_owners import has_person
from kb.extractors.contact_people import Mark, people
from kb.extractors.contact_pieces import is_street


def without_signer(text: str, groups: list[list[Mark]]) -> tuple[list[list[Mark]], list[list[Mark]]]:
    """A person who stands above the lines of several desks, each with its number, and the groups.

    "Ana Paz, secretary / Parish office: 2212-5300 / House in Tela: 2448-5300"
    """
    if groups and _signs_above(text, groups):
        phone = next(mark for mark in groups[0] if mark.kind == "phone")
        line = text.rfind("\n", 0, phone.start) + 1
        return [], [[mark for mark in groups[0] if mark.start >= line], *groups[1:]]
    if len(groups) < 2 or groups[0][0].kind != "name":
        return [], groups
    line = _desk_line(text, groups[0])
    below = _desk_line(text, groups[1])
    if not 0 < line < below or groups[0][0].end > line:
        return [], groups
    signer = [mark for mark in groups[0] if mark.start < line]
    if any(mark.kind in {"phone", "email"} for mark in signer):
        return [], groups
    return [signer], [[mark for mark in groups[0] if mark.start >= line], *groups[1:]]


def _signs_above(text: str, groups: Sequence[Sequence[Mark]]) -> bool:
    """Whether persons sign above a line that tells where the number of their house is.

    Of one who signs a letter, the line must name the house behind a label; of several, or tell its street.
    A line that opens with the house and goes on to another person is whole without who signs.
    """
    group = groups[0]
    phone = next((mark for mark in group if mark.kind == "phone"), None)
    if phone is None or group[0].kind != "name":
        return False
    line = text.rfind("\n", 0, phone.start) + 1
    if not group[0].end < line or any(mark.kind == "name" and mark.end > line for mark in group):
        return False
    before = text[line : phone.start]
    house = any(mark.kind == "office" and line <= mark.start < phone.start for mark in group)
    signature = text[text.rfind("\n", 0, group[0].start) + 1 :].partition("\n")[0]
    if len([*people(signature)]) > 1:
        return house or is_street(before)
    end = (text.find("\n", phone.end) + 1 or len(text) + 1) - 1
    opens = any(mark.kind == "office" and mark.start == line for mark in group)
    whole = opens and any(has_person(each) and phone.end < each[0].start < end for each in groups[1:2])
    return house and (whole or CLOSING.match(text) is not None) and ": " in before


def _desk_line(text: str, group: Sequence[Mark]) -> int:
    """Where the line begins that tells a group's first number behind a desk's name; 0 where none does."""
    phone = next((mark for mark in group if mark.kind == "phone"), None)
    line = text.rfind("\n", 0, phone.start) + 1 if phone else 0
    if phone is None or any(line <= mark.start < phone.start and mark.kind == "name" for mark in group):
        return 0
    label = text[line : phone.start]
    office = any(mark.kind == "office" and mark.start == line for mark in group)
    return line if label.endswith(": ") and (office or other_words(f"\n{label}") == ":") else 0
