"""Tables with ruled cells: the lines drawn on a page -> cells, and the words that stand in them.

Level lines of one width, one below the other, are the rows of a table. Its columns are where such
lines are pieced together (word processors and browsers draw each cell's border) or where upright
lines stand. A table that is found so leaves the runs of its page as one run, which keeps its
cells: the columns of the page are looked for without it.

What must stay true: a frame around running text is no table, so a cell holds no more than a few
sentences, and a rule over a page is none, because a table has two columns and two rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from kb.parsers.pdf.runs import made
from kb.parsers.pdf.sheets import Cell, Run, Sheet

_ONE_HEIGHT = 1.5  # points
_PIECED = 3.0  # points between two pieces of a line
_SAME_EDGE = 3.0  # points
_MOST_RULES = 1_500  # on a page; more are a drawing
_LONGEST_CELL = 900  # characters; the longest of 60 tables in guidelines had 700
_OVER = 0.25  # of the type size: a letter's foot may reach over the line


@dataclass(slots=True)
class _Grid:
    """The lines of one table: its sides, its heights from the top, the edges of its columns."""

    left: float
    right: float
    heights: list[float]
    joints: list[float]


def boxed(sheet: Sheet) -> Sheet:
    """The sheet with each ruled table as one run that has cells."""
    for grid in _grids(sheet.rules[:_MOST_RULES], sheet.posts[:_MOST_RULES]):
        inside = [run for run in sheet.runs if _holds(grid, run)]
        table = _table(grid, inside)
        if table:
            taken = set(map(id, inside))
            sheet = replace(sheet, runs=[*(run for run in sheet.runs if id(run) not in taken), table])
    return sheet


def _grids(
    rules: Sequence[tuple[float, float, float]], posts: Sequence[tuple[float, float, float]]
) -> list[_Grid]:
    """The tables that lines make; at least three lines and two columns each."""
    found: list[_Grid] = []
    for left, right, height, joints in _levels(rules):
        grid = next(
            (
                each
                for each in reversed(found)
                if abs(each.left - left) < _SAME_EDGE and abs(each.right - right) < _SAME_EDGE
            ),
            None,
        )
        if grid is None or not _goes_on(grid, height, joints, posts):
            found.append(_Grid(left, right, [height], list(joints)))
        else:
            grid.heights.append(height)
            grid.joints += joints
    for grid in found:
        low, high = grid.heights[-1], grid.heights[0]
        grid.joints += [x for x, bottom, top in posts if bottom < high - 2 and top > low + 2]
        inner = [x for x in grid.joints if grid.left + _SAME_EDGE < x < grid.right - _SAME_EDGE]
        grid.joints = _distinct(inner)
    return [grid for grid in found if len(grid.heights) > 2 and grid.joints]


def _goes_on(
    grid: _Grid,
    height: float,
    joints: Sequence[float],
    posts: Sequence[tuple[float, float, float]],
) -> bool:
    """Whether a line belongs to the table above it: pieced together alike, or joined to it by a side."""
    last = grid.heights[-1]
    alike = any(abs(one - other) < _SAME_EDGE for one in joints for other in grid.joints)
    return (
        alike
        or any(
            abs(x - grid.left) < _SAME_EDGE and bottom < height + 2 and top > last - 2
            for x, bottom, top in posts
        )
        or any(
            grid.left + _SAME_EDGE < x < grid.right - _SAME_EDGE and bottom < height + 2 and top > last - 2
            for x, bottom, top in posts
        )
    )


def _levels(
    rules: Sequence[tuple[float, float, float]],
) -> Iterable[tuple[float, float, float, list[float]]]:
    """Level lines from the top, pieced together: left, right, height, and where their pieces meet."""
    ordered = sorted(rules, key=lambda rule: -rule[2])
    level: list[tuple[float, float, float]] = []
    for rule in [*ordered, None]:
        if level and (rule is None or level[0][2] - rule[2] > _ONE_HEIGHT):
            yield from _pieced(sorted(level))
            level = []
        if rule:
            level.append(rule)


def _pieced(
    level: Sequence[tuple[float, float, float]],
) -> Iterable[tuple[float, float, float, list[float]]]:
    left, right, height = level[0]
    joints: list[float] = []
    for one, other, _ in level[1:]:
        if one - right > _PIECED:
            yield left, right, height, joints
            left, right, joints = one, other, []
        elif other > right:
            joints.append((right + one) / 2)
            right = other
    yield left, right, height, joints


def _distinct(places: Iterable[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _SAME_EDGE:
            found.append(place)
    return found


def _holds(grid: _Grid, run: Run) -> bool:
    middle = (run.left + run.right) / 2
    low = grid.heights[-1] - _OVER * run.size
    return grid.left < middle < grid.right and low < run.base < grid.heights[0]


def _table(grid: _Grid, inside: Sequence[Run]) -> Run | None:
    """The words of a grid as one run with cells; None where they are no table."""
    pieces = sorted(
        (piece for run in inside for piece in _split(run, grid.joints)),
        key=lambda run: (_row(grid, run), _column(grid, run), -round(run.base), run.left),
    )
    rows: list[tuple[Cell, ...]] = []
    for _, row in groupby(pieces, lambda run: _row(grid, run)):
        cells = groupby(row, lambda run: _column(grid, run))
        rows.append(tuple(tuple(_texts(cell)) for _, cell in cells))
    if sum(len(row) > 1 for row in rows) < 2 or _longest(rows) > _LONGEST_CELL:
        return None
    size = max(pieces, key=lambda run: len(run.text)).size
    return Run(
        made_of=[],
        left=grid.left,
        right=grid.right,
        base=grid.heights[0] - size,
        size=size,
        opening=grid.right,
        text=" ".join(run.text for run in pieces),
        cells=tuple(rows),
    )


def _texts(runs: Iterable[Run]) -> Iterable[str]:
    """The lines of a cell."""
    for _, line in groupby(runs, lambda run: round(run.base)):
        yield " ".join(run.text for run in line)


def _longest(rows: Sequence[tuple[Cell, ...]]) -> int:
    return max(sum(map(len, cell)) for row in rows for cell in row)


def _row(grid: _Grid, run: Run) -> int:
    return sum(run.base + _OVER * run.size < height for height in grid.heights)


def _column(grid: _Grid, run: Run) -> int:
    """By its left edge, so that a cell over several columns begins where it does."""
    return sum(run.left > joint - 1 for joint in grid.joints)


def _split(run: Run, joints: Sequence[float]) -> list[Run]:
    """A run, parted where an edge of the table falls between two of its words."""
    cuts = [
        at
        for at, (before, word) in enumerate(pairwise(run.words), start=1)
        if any(before.right - 1 <= joint <= word.left + 1 for joint in joints)
    ]
    if not cuts:
        return [run]
    return [
        made(run.words[one:other]) for one, other in zip([0, *cuts], [*cuts, len(run.words)], strict=True)
    ]
