"""Lines stretched to the edge of their column: words as far apart as cells, which are one run again.

In a narrow column a justified line of a few long words has spaces of several letters' width. Such a line
is known by two things together: the spaces between its words are alike, and it begins and ends where a
line of text right above or below it does, or where several lines of the page do. Its spaces hold no more
than what was too long for it: the first word of the next line. A line of two words has one space only, and
its sentence has to go on as well. What was joined is a line of text to those beside it in turn.

What must stay true: cells stay cells. Their gaps differ, or are wider than the word below.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kb.parsers.pdf.runs import made
from kb.parsers.pdf.sheets import Run
from kb.parsers.pdf.sides import goes_on

_ONE_HEIGHT = 0.5  # points
_ONE_EDGE = 1.5  # points; a picture of letters is measured less exactly than letters
_ALIKE, _EQUAL = 0.15, 0.03  # of the widest space: what the spaces of a line may differ
_EXACT = 0.5  # points
_INDENT = 4.0  # of the type size: the first line of a paragraph
_FEWEST_WORDS = 3  # of a line of text
_FEWEST_LINES = 4  # of a page that show where its columns begin and end
_MOST_RUNS = 40  # of a row: more are a drawing
_LONGEST = 12  # runs that a stretched line fell into
_NEXT_LINE = 1.9  # of the type size
_SPACE, _LONGEST_WORD = 0.35, 8.0  # of the type size; spaces have 0.2 to 0.35
_NEIGHBOURS = 6  # rows above and below, where columns stand at different heights
_PASSES = 3  # down and up: each reaches all lines that follow each other

_Row = list[Run]


class _Edges(NamedTuple):
    """Where lines of text begin and end, and the size of their type."""

    left: float
    right: float
    size: float
    near: bool = False  # right above or below the line in question


def closed(runs: Sequence[Run]) -> list[Run]:
    """The runs with each stretched line as one; both are ordered by height."""
    rows = list(_rows(runs))
    spans = {(round(run.left), round(run.right)) for run in runs if _is_text(run)}
    several = [at for at, row in enumerate(rows) if 1 < len(row) <= _MOST_RUNS and _is_crossed(row, spans)]
    if not several:
        return list(runs)
    columns = list(_columns(runs))
    for _ in range(_PASSES):
        joined = [_close(rows, at, columns) for at in (*several, *reversed(several))]
        if not any(joined):
            break
    return sorted((run for row in rows for run in row), key=lambda run: (-run.base, run.left))


def _is_text(run: Run) -> bool:
    """Whether a run is a line of a text, or may be one."""
    return not run.cells and run.text.count(" ") >= _FEWEST_WORDS - 1


def _is_crossed(row: _Row, spans: Collection[tuple[int, int]]) -> bool:
    """Whether a line of text somewhere on the page goes over a gap of a row, as none does over a gutter."""
    return any(
        left < one.right and right > other.left for one, other in pairwise(row) for left, right in spans
    )


def _columns(runs: Sequence[Run]) -> Iterator[_Edges]:
    """The edges that several lines of the page share."""
    counted = Counter((round(run.left), round(run.right), run.size) for run in runs if _is_text(run))
    for (left, right, size), count in counted.items():
        if count >= _FEWEST_LINES:
            yield _Edges(left, right, size)


def _rows(runs: Sequence[Run]) -> Iterator[_Row]:
    """The runs of each height, from the left."""
    row: _Row = []
    for run in runs:
        if row and row[0].base - run.base > _ONE_HEIGHT:
            yield sorted(row, key=lambda each: each.left)
            row = []
        row.append(run)
    if row:
        yield sorted(row, key=lambda each: each.left)


def _close(rows: Sequence[_Row], at: int, columns: Sequence[_Edges]) -> bool:
    """Join the stretched lines of a row; whether there was one."""
    row = rows[at]
    before = len(row)
    edges = [*_edges_beside(rows, at), *columns]
    below = _row_below(rows, at)
    start = 0
    while edges and start < len(row) - 1:
        end = _end(row, start, edges, below)
        if end > start:
            row[start : end + 1] = [made([word for run in row[start : end + 1] for word in run.words])]
        start += 1
    return len(row) < before


def _edges_beside(rows: Sequence[_Row], at: int) -> Iterator[_Edges]:
    """The edges of the lines of text right above and below a row."""
    base = rows[at][0].base
    for row in rows[max(at - _NEIGHBOURS, 0) : at + _NEIGHBOURS + 1]:
        if row is not rows[at] and len(row) <= _MOST_RUNS:
            for run in row:
                if abs(run.base - base) < _NEXT_LINE * run.size and _is_text(run):
                    yield _Edges(run.left, run.right, run.size, near=True)


def _row_below(rows: Sequence[_Row], at: int) -> list[Run]:
    """What stands in the next lines below a row."""
    base = rows[at][0].base
    following = rows[at + 1 : at + 1 + _NEIGHBOURS]
    return [run for row in following for run in row[:_MOST_RUNS] if base - run.base < _NEXT_LINE * run.size]


def _end(row: _Row, start: int, edges: Sequence[_Edges], below: Sequence[Run]) -> int:
    """The last of the runs that make a stretched line from ``start`` on; ``start`` where none do."""
    for end in range(min(start + _LONGEST, len(row) - 1), start, -1):
        fits = [each for each in edges if _fits(row, start, end, each)]
        if fits and _is_stretched(row[start : end + 1], fits, below):
            return end
    return start


def _fits(row: _Row, start: int, end: int, edges: _Edges) -> bool:
    """Whether runs begin and end where lines do; one of them may be indented, with nothing before it."""
    first, last = row[start], row[end]
    indent = first.left - edges.left
    free = start == 0 or row[start - 1].right < min(edges.left, first.left) - _ONE_EDGE
    return (
        abs(last.right - edges.right) < _ONE_EDGE
        and abs(first.size - edges.size) < 0.1
        and (abs(indent) < _ONE_EDGE or (free and abs(indent) < _INDENT * first.size))
    )


def _is_stretched(part: Sequence[Run], fits: Sequence[_Edges], below: Sequence[Run]) -> bool:
    """Whether the spaces of a line are alike and too narrow for the word that follows."""
    if any(run.cells for run in part):
        return False
    words = [word for run in part for word in run.words]
    gaps = [other.left - one.right for one, other in pairwise(words) if not other.glued]
    spelled = sum(any(map(str.isalpha, word.text)) for word in words)
    if not gaps or 2 * spelled <= len(words):
        return False
    alike = _ALIKE if any(each.near for each in fits) else _EQUAL
    if max(gaps) - min(gaps) > max(alike * max(gaps), _EXACT):
        return False
    following = [run for run in below for each in fits if abs(run.left - each.left) < _ONE_EDGE]
    size = part[0].size
    room = max((run.opening - run.left for run in following), default=_LONGEST_WORD * size)
    if sum(gaps) - len(gaps) * _SPACE * size > room + _SPACE * size:
        return False
    return len(gaps) > 1 or any(goes_on(run.text) for run in (part[0], *following))
