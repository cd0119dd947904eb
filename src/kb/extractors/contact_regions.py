"""In which countries the numbers of a contact block may be: what the block itself says of it.

A number without a calling code belongs to a country that its office, its line, its block or the heading
above names: by name, by a town or state, or by a body of that country. The town of the dateline makes
nothing certain: a press officer may sit elsewhere. What one contact says is not true of the one before
it, but of those below it that say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from kb import places
from kb.extractors.contact_blocks import Block, is_town
from kb.extractors.contact_labels import LABELS
from kb.extractors.contact_people import EDGES, Mark
from kb.extractors.contact_places import (
    PIECE,
    Towns,
    countries,
    country_of,
    namesakes,
    of_office,
    spoken_in,
    without_represented,
)
from kb.extractors.contact_sentences import sentence_end
from kb.text.letters import UPPER

_IN_BRACKETS = re.compile(r"\s?\([^()\n]{2,30}\)")
_CALLED_FROM = re.compile(
    rf",?\s(?:if\s(?:you\s)?call(?:ing|ed)?\s)?(?:from|desde|within|dentro\sde|in|en)\s(?:the\s|los\s)?"
    rf"(?P<place>[{UPPER}][^\W\d_]+(?:\s[{UPPER}][^\W\d_]+)?)"
)
_CALLED_AT = re.compile(  # before a number: "calls from Mexico on "
    rf"\b(?:from|desde)\s(?:the\s|los\s)?(?P<place>[{UPPER}][^\W\d_]+(?:\s[{UPPER}][^\W\d_]+){{0,2}}),?"
    r"\s(?:at|on|en|al)\s(?:(?:el|the)\s)?(?:n[uú]mero\s|number\s)?$"
)
_PLACE_BEHIND = re.compile(rf",?[ ](?P<place>[{UPPER}][^\n;.,/|:()\d]{{2,30}}?)(?=\s?(?:[;.\n|]|/\s|$))")
_WIDEST_REST = 120  # characters of a sentence behind its number


class Regions(NamedTuple):
    """In which countries the numbers of a contact may be."""

    own: str | None  # the one country that the contact itself names
    likely: Sequence[str]  # all that it, its block or the contact above names, the surest first
    shared: frozenset[str]  # that have a town of a name in it or its heading, which is elsewhere too


_NAMESAKES = {"LR": "CR"}  # Liberia is a town of Costa Rica


def regions(
    block: Block,
    groups: Sequence[Sequence[Mark]],
    offices: Sequence[str | None],
    known: Towns,
) -> list[Regions]:
    """For each group of marks the countries its numbers may be in; ``known``: of `towns` of the document."""
    text = _without_persons(block.text, groups)
    heading, abroad = block.heading, (without_represented(block.heading), without_represented(text))
    if any(countries(known, *abroad)):  # it says where the consulates are
        heading, text = abroad
        offices = [without_represented(office) if office else None for office in offices]
    ends = [*_ends(text, groups)]
    begins = [0, *ends][: len(ends)]
    around = [*countries(known, heading, text[max(ends, default=0) :])]
    found: list[Regions] = []
    above: list[str] = []
    below: set[str] = set()  # what contacts without a number say, as the office of the persons above
    for group, office, begin, end in zip(groups, offices, begins, ends, strict=True):
        told = [*of_office(office, known), *countries(known, text[begin:end])]
        told = [_meant(code, {*around, *above, *known.seats}) for code in told]
        if not any(mark.kind == "phone" for mark in group):
            below.update(told)
        sure = told[0] if len(set(told)) == 1 else None
        one = [*{*above, *spoken_in(text[:begin])}]  # of several countries none is that of those below
        one = one if len(one) == 1 and above else []
        shared = namesakes(text[begin:end]) | namesakes(office or "") or namesakes(heading)
        found.append(Regions(sure, list(dict.fromkeys([*told, *around, *one])), shared))
        above += told
    listed = any(passage.kind == "item" or passage.number for _, passage, _ in block.parts)
    if len(below) == 1 and not listed:  # items of a list say nothing of each other
        found = [each._replace(likely=each.likely or [*below]) for each in found]
    return found


def _meant(code: str, near: Set[str]) -> str:
    """The country of a town of the region, where a country far away has its name: "San José ... Liberia"."""
    namesake = _NAMESAKES.get(code)
    return namesake if namesake and namesake in near else code


def _without_persons(text: str, groups: Sequence[Sequence[Mark]]) -> str:
    """``text`` with strokes for its persons, whose names are those of towns too."""
    for mark in (mark for group in groups for mark in group if mark.kind == "name"):
        text = text[: mark.start] + "|" * (mark.end - mark.start) + text[mark.end :]
    return text


def _ends(text: str, groups: Sequence[Sequence[Mark]]) -> Iterator[int]:
    """Where each group ends: behind its last mark that no other shares, and what brackets tell behind it.

    The rest of a sentence or line without another mark belongs to it: "2552-0104, day and night in Tela".
    """
    below = _towns_below(text)
    for group, after in zip(groups, [*groups[1:], None], strict=False):
        begin = after[0].start if after else len(text)
        last = max((mark.end for mark in group if mark.start < begin), default=group[0].end)
        behind = _IN_BRACKETS.match(text, last) or _place_behind(text, last)
        last = behind.end() if behind else last
        last = next((end for begin, end in below if begin == last + 1), last)
        line = text[last : last + _WIDEST_REST].partition("\n")[0]
        ended = sentence_end(line)
        rest = last + (ended.start() if ended else len(line))
        yield rest if after and rest <= begin and len(line) < _WIDEST_REST else last


def without_towns_below(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """The marks without the towns that end cards: "Ana Paz / 2231-0204 / Tela"."""
    below = _towns_below(text)
    return [
        mark
        for mark in marks
        if mark.kind != "place" or not any(start <= mark.start < end for start, end in below)
    ]


def _towns_below(text: str) -> list[tuple[int, int]]:
    """Where the lines of towns stand that end cards: two at least, the last line among them."""
    lines = [line for line in re.finditer(r"[^\n]+", text) if line[0].strip()]
    towns = [line for line in lines if is_town(line[0])]
    if len(towns) < 2 or towns[-1] is not lines[-1] or towns[0] is lines[0]:
        return []
    return [line.span() for line in towns]


def behind(text: str, phone: Mark, known: Towns) -> str | None:
    """The country in the brackets behind a number, or from where it is called: "... from Mexico"."""
    brackets = _IN_BRACKETS.match(text, phone.end)
    if called := _CALLED_FROM.match(text, phone.end):
        return places.code_of(called["place"]) or places.code_of(called["place"].split()[0])
    beside = brackets or _place_behind(text, phone.end)
    return country_of(beside[0], known) if beside else None


def _place_behind(text: str, end: int) -> re.Match[str] | None:
    """The place alone that ends the part of a number: "2231-0204, Honduras; Leo Luz, ..."."""
    found = _PLACE_BEHIND.match(text, end)
    return found if found and (places.is_place(found["place"]) or places.code_of(found["place"])) else None


def before(text: str, phone: Mark, start: int) -> str | None:
    """The country that stands right before a number: "Managua, Nicaragua: 8855-0102".

    ``start`` is where what belongs to other numbers ends.
    """
    said = LABELS.sub("|", text[start : phone.start].rpartition("\n")[2])
    if called := _CALLED_AT.search(said):
        return places.place_code(called["place"])
    pieces = [piece.strip(EDGES) for piece in PIECE.split(said)]
    last = next((piece for piece in reversed(pieces) if piece), None)
    return places.place_code(last) if last and not last[0].islower() else None
