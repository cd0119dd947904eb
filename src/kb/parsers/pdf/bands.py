"""The bands of a page: what stands over all columns, and what stands in columns, from the top.

A run that crosses the gutter stands over the columns, and so do the rows of a table without lines
that has cells on both sides. A short heading or a caption over both columns may not reach the
gutter; it is known by the free strip beside it and by columns that end above it and begin below it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from statistics import median

from kb.parsers.pdf.sheets import ENDS, Run
from kb.parsers.pdf.sides import Row, flows, is_alike, is_prose, parted, rows_of

_NEIGHBOURS = 12  # runs further on in the order of heights are no neighbours
_FEWEST_LINES = 3  # of a column in a band
_SAME_HEIGHT, _ONE_HEIGHT = 2.0, 1.0  # points
_HEADING = 1.04  # times the type below it
_BALANCED = 3.0  # of the type size: columns that end that near each other were balanced
_FREE, _WIDE = 1.6, 2.3  # of the distance of lines: a free strip beside a heading, between uneven columns
_ROOM = 0.9  # of the type size: what a line needs
_NEXT_LINE = 1.7  # of the type size
_FEWEST_CELLS = 3  # of a row over both columns: two may be two lines of text
_FAR = 3.5  # of the type size, from row to row


def bands(runs: Sequence[Run], gutter: float) -> Iterator[tuple[list[Run], bool]]:
    """Stretches of the page that cross the gutter, and stretches that keep it free, from the top."""
    crossing = [run.base for run in runs if run.left < gutter - 1 and run.right > gutter + 1]
    heights = sorted([*crossing, *_tabled(runs, gutter)], reverse=True)
    band: list[Run] = []
    wide = False
    at = 0
    for index, run in enumerate(runs):
        while at < len(heights) and heights[at] > run.base + _ONE_HEIGHT:
            at += 1
        crosses = at < len(heights) and abs(heights[at] - run.base) <= _ONE_HEIGHT
        beside = runs[max(index - _NEIGHBOURS, 0) : index + _NEIGHBOURS]
        crosses = crosses or (wide and _is_end_of(band[-1], run, beside, gutter))
        if band and crosses != wide:
            yield from _headed(band, gutter, wide=wide, last=False)
            band = []
        wide = crosses
        band.append(run)
    if band:
        yield from _headed(band, gutter, wide=wide, last=True)


def _tabled(runs: Sequence[Run], gutter: float) -> Iterator[float]:
    """The heights of the rows of tables that stand over both columns without a line around them."""
    for stretch in _stretches([row for row in rows_of(runs) if len(row.runs) >= _FEWEST_CELLS]):
        sides = parted([run for row in stretch for run in row.runs], gutter)
        if len(stretch) >= _FEWEST_LINES and not any(_is_text(side) for side in sides):
            yield from (run.base for row in stretch for run in row.runs)


def _stretches(rows: list[Row]) -> Iterator[list[Row]]:
    """The rows in groups whose cells begin one below the other."""
    start = 0
    for end in range(1, len(rows) + 1):
        if end == len(rows) or not _are_aligned(rows[end - 1], rows[end]):
            yield rows[start:end]
            start = end


def _are_aligned(above: Row, row: Row) -> bool:
    """Whether the cells of two rows begin, end or have their middles one below the other."""
    shared = sum(
        any(
            min(
                abs(run.left - each.left),
                abs(run.right - each.right),
                abs(run.left + run.right - each.left - each.right) / 2,
            )
            < _SAME_HEIGHT
            for each in above.runs
        )
        for run in row.runs
    )
    return shared >= _FEWEST_CELLS and above.base - row.base < _FAR * row.runs[0].size


def _is_text(rows: list[Row]) -> bool:
    """Whether the lines of a side are whole and run on, so that it is no side of a table."""
    whole = sum(len(row.runs) == 1 for row in rows)
    return not rows or (2 * whole > len(rows) and is_prose(rows) and flows(rows))


def _is_end_of(wide: Run, run: Run, beside: Sequence[Run], gutter: float) -> bool:
    """Whether a short line is the last one of a paragraph that crosses the gutter."""
    if wide.right <= gutter:
        return False
    alike = abs(wide.size - run.size) < 0.1 and wide.bold == run.bold and abs(wide.left - run.left) < 2
    near = 0 < wide.base - run.base < _NEXT_LINE * run.size
    return (
        alike
        and near
        and not any(other.left > gutter and abs(other.base - run.base) < 0.8 * run.size for other in beside)
    )


def _headed(band: list[Run], gutter: float, *, wide: bool, last: bool) -> Iterator[tuple[list[Run], bool]]:
    """A band, parted where something short ends two columns and begins what follows."""
    start = 0
    if not wide:
        left, right = parted(band, gutter)
        for height in _spanning(left, right, last=last):
            end = next(at for at, run in enumerate(band) if run.base <= height)
            if end > start:
                yield band[start:end], False
            start = end
    yield band[start:], wide


def _spanning(left: list[Row], right: list[Row], *, last: bool) -> Iterator[float]:
    """The heights of a heading or a caption on the left that stands over both columns.

    The right side is free beside it. The columns above were balanced, and below both begin at one
    height, or too little is left for the right. In the middle of a column a heading has no such place.
    """
    leading = median([one.base - other.base for one, other in itertools.pairwise(right)] or [0.0])
    at = 0
    for index, (above, below) in enumerate(itertools.zip_longest(right, right[1:])):
        while at < len(left) and left[at].base >= above.base:
            at += 1
        if below and above.base - below.base < _FREE * leading:
            continue
        start = next((row for row in range(at, len(left)) if not is_alike(left[row].main, above.main)), 0)
        if not start or left[start].base > above.base - _ROOM * left[start].main.size:
            continue
        before = left[start - 1]
        apart = abs(above.base - before.base)
        level = apart < _SAME_HEIGHT or below is None or above.base - below.base > _WIDE * leading
        if not level or apart > _BALANCED * above.main.size:
            continue
        if _goes_over(left, start, _final(right[: index + 1]), below, last=last):
            yield left[start].base + 0.01


def _final(rows: list[Row]) -> Run:
    """The last line of the last column, where the rows may be of several."""
    lowest = min(rows[-1].runs, key=lambda run: run.base)
    near = [run for row in rows for run in row.runs if run.base - lowest.base < _BALANCED * lowest.size]
    return max(near, key=lambda run: (run.left > lowest.right, -run.base))


def _goes_over(left: list[Row], start: int, text: Run, below: Row | None, *, last: bool) -> bool:
    """Whether what begins at ``start`` ends above two columns, and can follow the text above."""
    end = start
    while end < len(left) and not is_alike(left[end].main, text):
        end += 1
    heads = left[start].main.size > _HEADING * text.size or (left[start].main.bold and not text.bold)
    if heads and not ENDS.search(text.text):
        return False
    if below is None:
        few = end - start < _FEWEST_LINES and len(left) - end <= _FEWEST_LINES
        return heads and few and not (last and end == len(left))
    return end < len(left) and abs(left[end].base - below.base) < _SAME_HEIGHT
