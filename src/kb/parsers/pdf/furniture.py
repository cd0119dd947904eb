"""What stands on page after page and is no part of the text: running heads, feet, page numbers.

A line near the upper or lower edge is furniture when the same words, whatever their digits, stand
at the same height on several pages, or when it is a page number that counts with the pages. A line
that repeats at that place only on pages that follow each other (the chapter's name) counts too. So does
a small line above a later page that only says again what the first page says in its letterhead or title.

What must stay true: a line in the middle of a page is never taken away, and a page is not emptied
of lines that were found once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kb.parsers.divisions import arabic
from kb.parsers.labels import formatted
from kb.parsers.pdf.sheets import MARK_OPENS, Run, Sheet
from kb.text.folding import fold, squeeze

_MOST_ROWS = 4  # at the top and at the bottom of a page that can be furniture
_UPPER = 0.7  # of the height of a page: above is near the edge, and as much from below
_ONE_ROW = 3.0  # points
_SHORT = 0.5  # of the width of the page
_APART = 1.8  # of the type size, from the text
_SAME_HEIGHT = 4.0  # points
_FEWEST = 3  # pages with the same line; two where the document has no more than four
_NEAR = 4  # pages from one to the next: left and right pages have their own heads
_DENSE = 0.4  # of the pages between the first and the last show it
_FEWEST_INSIDE = 5  # pages, from the second row on: a table's head may stand below the running head
_OPENING = 15  # runs of the first page: its letterhead and title
_FEWEST_WORDS = 3
_SMALLER = 0.4  # points
_WORDS = re.compile(r"[^\W_]+")
_LONGEST_NUMBER = 30  # characters
_Edge = tuple[int, bool]  # sheet, whether its top
_Place = tuple[int, float, int]  # sheet, height, the run
_FIRST_NUMBER = re.compile(r"\d{1,4}(?!\d)(?=\W{0,3}(?:\s|$))")
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:(?:page|p[áa]gina|p[áa]g\.?|p\.)\s{0,3})?[-–—\[(|•]{0,2}\s?(?P<number>\d{1,4}|[ivxlc]{1,7})\s?[-–—\])|•]{0,2}"
    r"(?:\s{0,2}(?:/|of|de|\|)\s{0,2}(?:\d{1,4}|page|p[áa]gina))?",
    re.IGNORECASE,
)


def removed(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets without their furniture, peeled off row by row from the edges."""
    fewest = _FEWEST if len({sheet.number for sheet in sheets}) > 4 else 2
    peeled = list(sheets)
    open_edges = {(index, top) for index in range(len(peeled)) for top in (True, False)}
    for depth in range(_MOST_ROWS):
        rows = {edge: _row(peeled[edge[0]], top=edge[1], inner=depth > 0) for edge in open_edges}
        gone = _numbered(peeled, rows) | _repeated(peeled, rows, fewest, inner=depth > 0)
        fewest = max(fewest, _FEWEST_INSIDE) if len(sheets) > _FEWEST_INSIDE else fewest
        if not gone:
            break
        peeled = [replace(sheet, runs=[run for run in sheet.runs if id(run) not in gone]) for sheet in peeled]
        open_edges = {edge for edge, row in rows.items() if any(id(run) in gone for run in row)}
    return _unechoed(peeled)


def _unechoed(sheets: list[Sheet]) -> list[Sheet]:
    """The sheets without heads that repeat the words of the first page: a short text may show each once."""
    first = next((sheet for sheet in sheets if sheet.runs), None)
    if first is None:
        return sheets
    opening = sorted(first.runs, key=lambda run: -run.base)[:_OPENING]
    known = {word for run in opening for word in _WORDS.findall(fold(run.text))}
    return [
        sheet if sheet.number == first.number or not (gone := _echo(sheet, known)) else _without(sheet, gone)
        for sheet in sheets
    ]


def _without(sheet: Sheet, gone: Sequence[Run]) -> Sheet:
    return replace(sheet, runs=[run for run in sheet.runs if not any(run is each for each in gone)])


def _echo(sheet: Sheet, known: set[str]) -> list[Run]:
    """The outermost row at the top, if it is small, apart from the text, and says nothing new."""
    row = [] if sheet.aside else _row(sheet, top=True, inner=False)
    others = [run for run in sheet.runs if not any(run is each for each in row)]
    if not row or not others:
        return []
    words = [word for run in row for word in _WORDS.findall(fold(run.text))]
    nearest = max(run.base for run in others)
    usual = sorted(run.size for run in others)[len(others) // 2]
    small = all(run.size < usual - _SMALLER and not run.bold for run in row)
    apart = row[0].base - nearest > _APART * usual
    return row if small and apart and len(words) >= _FEWEST_WORDS and known.issuperset(words) else []


def _row(sheet: Sheet, *, top: bool, inner: bool) -> list[Run]:
    """The outermost row of a page, if it is near the edge; all where words stand aside of the text.

    From the second row on it must be short or stand apart, as the first line of the text does not.
    """
    if sheet.aside or not sheet.runs:
        return sheet.runs
    edge = (max if top else min)(run.base for run in sheet.runs)
    if not (edge > _UPPER * sheet.height if top else edge < (1 - _UPPER) * sheet.height):
        return []
    row = [run for run in sheet.runs if abs(run.base - edge) <= _ONE_ROW]
    if not inner or sum(run.right - run.left for run in row) <= _SHORT * sheet.width:
        return row
    apart = min((abs(run.base - edge) for run in sheet.runs if abs(run.base - edge) > _ONE_ROW), default=0.0)
    return row if apart >= _APART * row[0].size else []


def _repeated(
    sheets: Sequence[Sheet], rows: Mapping[_Edge, list[Run]], fewest: int, *, inner: bool
) -> set[int]:
    """What repeats; from the second row on with the same digits ("Version 4.6" may be a heading)."""
    places: dict[tuple[str, bool], list[_Place]] = defaultdict(list)
    for (index, top), row in rows.items():
        for run in row:
            if not run.text.startswith(MARK_OPENS):
                places[_key(run, sheets[index].number, inner=inner), top].append((index, run.base, id(run)))
    return {each for members in places.values() for each in _recurring(members, fewest)}


def _key(run: Run, page: int, *, inner: bool) -> str:
    """What repeats: the words whatever their digits; a number at the beginning must count with the pages.

    "12 Ibid." and "14 Ibid." at the feet of two pages are notes.
    """
    text = fold(squeeze(run.text))
    number = _FIRST_NUMBER.match(text)
    begins = str(int(number[0]) - page) if number else ""
    return text if inner else begins + _DIGITS.sub("#", text)


def _recurring(places: list[_Place], fewest: int) -> set[int]:
    """The runs with the same words that stand at one height on page after page."""
    places.sort(key=lambda place: (place[1], place[0]))
    found: set[int] = set()
    start = 0
    for end in range(1, len(places) + 1):
        if end == len(places) or places[end][1] - places[end - 1][1] > _SAME_HEIGHT:
            found |= _in_a_row(sorted(places[start:end]), fewest)
            start = end
    return found


def _in_a_row(places: list[_Place], fewest: int) -> set[int]:
    """Those that follow each other closely enough: every page, or every second, chapters' first ones not."""
    found: set[int] = set()
    start = 0
    for end in range(1, len(places) + 1):
        if end < len(places) and places[end][0] - places[end - 1][0] <= _NEAR:
            continue
        pages = {place[0] for place in places[start:end]}
        if len(pages) >= fewest and len(pages) >= _DENSE * (max(pages) - min(pages)):
            found.update(place[2] for place in places[start:end])
        start = end
    return found


def _numbered(sheets: Sequence[Sheet], rows: Mapping[_Edge, list[Run]]) -> set[int]:
    """Page numbers: they stand at an edge and go up with the pages."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for (index, _), row in rows.items():
        for ahead, _, run in _page_numbers(row, sheets[index].number):
            found[ahead].append((index, id(run)))
    alone = len({sheet.number for sheet in sheets}) == 1  # "Page 1 of 1"
    return {
        member
        for ahead, members in found.items()
        if len({index for index, _ in members}) > 1 or (alone and ahead == 0)
        for _, member in members
    }


def page_labels(sheets: Sequence[Sheet]) -> tuple[str, ...]:
    """The numbers printed at the edges of the pages, where they are not those of the sheets; else empty.

    A sheet between two that count on has the number between theirs, and those before the first have theirs
    if page 1 is among them: the first pages of chapters bear none. Another sheet without one has that of
    the sheet in brackets, as libraries note pages that bear none (ISO 690).
    """
    printed: dict[int, dict[int, str]] = defaultdict(dict)  # by how far the numbers are ahead of the sheets
    for sheet in sheets:
        for top in (True, False):
            row = [] if sheet.aside else _row(sheet, top=top, inner=False)
            for ahead, number, _ in _page_numbers(row, sheet.number):
                printed[ahead][sheet.number] = number
    counting = {ahead: numbers for ahead, numbers in printed.items() if _are_dense(numbers, min(numbers))}
    found: dict[int, str] = {}
    for ahead, numbers in sorted(counting.items(), key=lambda each: len(each[1])):
        found |= _counted(range(min(numbers), max(numbers) + 1), ahead, numbers) | numbers
    alone = [
        (sheet, sheet + at) for at, numbers in printed.items() if at not in counting for sheet in numbers
    ]
    for ahead, numbers in counting.items():
        before = range(1 - ahead, min(numbers))
        free = found.keys().isdisjoint(before) and not any(
            sheet < before.stop and number < before.stop + ahead for sheet, number in alone
        )
        if before.start > 0 and free and _are_dense(numbers, before.start):
            found |= _counted(before, ahead, numbers)
    if all(label == str(sheet) for sheet, label in found.items()):
        return ()
    return tuple(
        found.get(sheet, f"[{sheet}]") for sheet in range(1, max(each.number for each in sheets) + 1)
    )


def _are_dense(numbers: Mapping[int, str], first: int) -> bool:
    """Whether enough of the sheets from the first to the last bear their number."""
    return len(numbers) >= _FEWEST and len(numbers) >= _DENSE * (max(numbers) - first)


def _counted(sheets: Iterable[int], ahead: int, numbers: Mapping[int, str]) -> dict[int, str]:
    """The numbers of sheets, in the figures of those that are printed."""
    like = numbers[min(numbers)]
    form = "decimal" if like.isdecimal() else "upperRoman" if like.isupper() else "lowerRoman"
    return {sheet: formatted(sheet + ahead, form) for sheet in sheets}


def _page_numbers(row: Iterable[Run], page: int) -> Iterator[tuple[int, str, Run]]:
    """The numbers of pages that runs are: how far each is ahead of the sheet, as printed, and its run."""
    for run in row:
        match = _PAGE_NUMBER.fullmatch(squeeze(run.text)) if len(run.text) < _LONGEST_NUMBER else None
        if match:
            number = match["number"]
            value = int(number if number.isdecimal() else arabic(number.upper()))
            yield value - page, number, run
