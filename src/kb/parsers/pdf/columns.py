"""The runs of a sheet -> its lines in reading order, column after column.

A gutter is a strip that pairs of neighbouring runs leave free. Runs that cross it (a title, a wide
figure) part the page into bands, and each band is asked whether running text stands on both sides:
lines that are long, fill their side, and do not begin their paragraphs at the same heights. Where
cells stand beside each other instead it is a table, which is read row by row. In a band the left
column comes before the right one. The same is asked again inside a column, so that three can be
found. A page that shows too little of its columns is asked for the gutter of the pages near it.

What must stay true: no run is lost, and none appears twice.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from kb.parsers.pdf import abreast
from kb.parsers.pdf.bands import bands
from kb.parsers.pdf.grids import boxed
from kb.parsers.pdf.justified import closed
from kb.parsers.pdf.lines import lines_of
from kb.parsers.pdf.sheets import Line, Run, Sheet
from kb.parsers.pdf.sides import Row, are_columns, is_alike, parted

_FEWEST_PAIRS = 4  # runs side by side that make a gutter
_MOST_GUTTERS = 4  # of a page are tried, those with the most pairs first
_NARROWEST_GUTTER = 0.8  # of the type size
_NEIGHBOURS = 12  # runs further on in the order of heights are no neighbours
_FEWEST_LINES = 3  # of a column in a band
_MOST_COLUMNS_DEEP = 3
_NEAR_PAGES = 4  # whose gutter a page may have too
_MOST_KNOWN, _SAME_GUTTER = 6, 2.0  # gutters; points
_NEXT_LINE = 1.7  # of the type size


def pages(sheets: Sequence[Sheet]) -> list[tuple[Sheet, list[Line]]]:
    """Each sheet with its lines in reading order; regions (columns) are numbered through all."""
    grounds = [closed(_ordered(boxed(sheet).runs if sheet.rules else sheet.runs)) for sheet in sheets]
    gutters: list[list[float]] = [[] for _ in sheets]
    parts = [list(_regions(runs, (), own)) for runs, own in zip(grounds, gutters, strict=True)]
    found = []
    region = 0
    for index, (sheet, runs) in enumerate(zip(sheets, grounds, strict=True)):
        known = _known(gutters, index)
        lines: list[Line] = []
        for column in _regions(runs, known, []) if known else parts[index]:
            for part, apart in abreast.parted(column):
                lines.extend(lines_of(part, sheet.number, region, apart=apart))
                region += 1
        found.append((sheet, lines))
    return found


def _ordered(runs: Sequence[Run]) -> list[Run]:
    return sorted(runs, key=lambda run: (-run.base, run.left))


def _known(gutters: Sequence[list[float]], index: int) -> list[float]:
    """The gutters of a page and of those near it, its own first."""
    near = [*gutters[max(index - _NEAR_PAGES, 0) : index], *gutters[index + 1 : index + _NEAR_PAGES + 1]]
    found: list[float] = []
    for gutter in itertools.chain(gutters[index], *near):
        if not any(abs(gutter - each) < _SAME_GUTTER for each in found):
            found.append(gutter)
    return found[:_MOST_KNOWN]


def _regions(
    runs: Sequence[Run], known: Sequence[float], found: list[float], depth: int = 0
) -> Iterator[list[Run]]:
    """The columns of a page or of a part of it, in order; ``found`` gathers their gutters.

    A part that shows too little of its columns may have one of the ``known`` gutters.
    """
    gutter = _gutter(runs, known) if depth <= _MOST_COLUMNS_DEEP else None
    if gutter is None:
        if runs:
            yield list(runs)
        return
    found.append(gutter)
    stretches = list(bands(runs, gutter))
    late: list[Row] = []
    whole: list[Run] = []  # bands without columns, which are one region
    for index, (band, is_wide) in enumerate(stretches):
        left, right = parted(band, gutter)
        if is_wide or not are_columns(left, right, fewest=1):
            whole += band
            if late:
                yield whole
                yield from _column(late, known, found, depth)
                late, whole = [], []
            continue
        if whole:
            yield whole
            whole = []
        before = stretches[index - 1][0][-1] if index else None
        after = stretches[index + 1][0][0] if index + 1 < len(stretches) else None
        sides, late = _in_order(before, left, right, after)
        for side in sides:
            yield from _column(side, known, found, depth)
    if whole:
        yield whole


def _column(
    rows: Sequence[Row], known: Sequence[float], found: list[float], depth: int
) -> Iterator[list[Run]]:
    """The regions inside a column."""
    yield from _regions(_ordered([run for row in rows for run in row.runs]), known, found, depth + 1)


def _in_order(
    before: Run | None, left: list[Row], right: list[Row], after: Run | None
) -> tuple[list[list[Row]], list[Row]]:
    """Two sides as they are read, and a box that comes after the wide text below.

    Where the text below goes on with one side only, the other is a box that the text runs around.
    """
    runs_on = [after is not None and _goes_on(side, after) for side in (left, right)]
    if runs_on[0] == runs_on[1]:
        return [left, right], []
    text, box = (left, right) if runs_on[0] else (right, left)
    interrupted = before is not None and _runs_on(before, text[0].runs[0])
    return ([text], box) if interrupted else ([box, text], [])


def _goes_on(side: list[Row], after: Run) -> bool:
    """Whether the text of a side runs on below; the small type of a note at its end does not."""
    last = side[-1].runs[0]
    return _runs_on(last, after) and is_alike(last, side[len(side) // 2].main)


def _runs_on(run: Run, following: Run) -> bool:
    near = 0 < run.base - following.base < _NEXT_LINE * run.size
    return near and is_alike(run, following) and following.text[:1].islower()


def _gutter(runs: Sequence[Run], known: Sequence[float]) -> float | None:
    """The middle of the strip that parts the most running text from running text."""
    gaps = list(_gaps(runs))
    scored = [
        (_score(runs, each, fewest=_FEWEST_LINES), each)
        for each in (_strips(gaps) if len(gaps) >= _FEWEST_PAIRS else ())
    ]
    score, best = max(scored, key=lambda pair: pair[0], default=(0, 0.0))
    if score >= _FEWEST_LINES:
        return best
    return next((each for each in known if gaps and _score(runs, each, fewest=1)), None)


def _strips(gaps: Sequence[tuple[float, float]]) -> list[float]:
    """The middles of the strips that many gaps share, the most shared first."""
    edges = sorted([(left, 1) for left, _ in gaps] + [(right, -1) for _, right in gaps])
    peaks: list[tuple[int, float]] = []
    depth = 0
    for (place, step), (following, after) in itertools.pairwise(edges):
        depth += step
        if depth >= _FEWEST_PAIRS and step > 0 > after and following > place:
            peaks.append((depth, (place + following) / 2))
    return [middle for _, middle in sorted(peaks, reverse=True)[:_MOST_GUTTERS]]


def _score(runs: Sequence[Run], gutter: float, *, fewest: int) -> int:
    """How many lines stand in columns on the shorter side of a gutter, in all bands."""
    score = 0
    for band, is_wide in bands(runs, gutter):
        left, right = parted(band, gutter)
        if not is_wide and are_columns(left, right, fewest=fewest):
            score += min(len(left), len(right))
    return score


def _gaps(runs: Sequence[Run]) -> Iterator[tuple[float, float]]:
    """The free strips between runs that stand side by side."""
    for index, run in enumerate(runs):
        nearest: float | None = None
        for other in runs[index + 1 : index + _NEIGHBOURS]:
            if run.base - other.base > 0.8 * run.size:
                break
            if other.left >= run.right + _NARROWEST_GUTTER * run.size:
                nearest = min(nearest or other.left, other.left)
            elif other.right <= run.left - _NARROWEST_GUTTER * run.size:
                yield other.right, run.left
        if nearest is not None:
            yield run.right, nearest
