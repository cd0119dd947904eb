"""Tables with ruled cells: the lines drawn on a page -> cells, and the words that stand in them.

Level lines of one width, one below the other, are the rows of a table. Its columns are where such
lines are pieced together (word processors and browsers draw each cell's border) or where upright
lines stand. A cell over several rows or columns is one that no line crosses; it is told in the first
of them. Where no upright line stands, level lines may part groups of rows, or the head from the rest:
the rows between two of them are found by distance (`tables`), and the head may stand above the first.
A table that is found so leaves the runs of its page as one run, which keeps its cells: the columns of
the page are looked for without it.

What must stay true: a frame around running text is no table, so a cell holds no more than a few
sentences, and a rule over a page is none, because a table has two columns and two rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from kb.parsers.pdf import tables
from kb.parsers.pdf.runs import made
from kb.parsers.pdf.sheets import Cell, Run, Sheet

_ONE_HEIGHT = 1.5  # points
_PIECED = 3.0  # points between two pieces of a line
_SAME_EDGE = 3.0  # points
_MOST_RULES = 1_500  # on a page; more are a drawing
_LONGEST_CELL = 900  # characters; the longest of 60 tables in guidelines had 700
_FEW_LINES = 3  # level lines: above, below the head, at the foot; more stand between rows
_HEAD = 2.8  # of the type size: a row above the first line or below the last
_MOST_BEYOND = 4  # lines
_NEXT_LINE = 1.5  # of the type size: a line of a cell
_OVER = 0.25  # of the type size: a letter's foot may reach over the line


@dataclass(slots=True)
class _Grid:
    """The lines of one table: its sides, its heights from the top, the edges of its columns."""

    left: float
    right: float
    heights: list[float]
    joints: list[float]
    partial: list[tuple[float, float, float]] = field(default_factory=list)  # level lines across some columns
    posts: dict[float, list[tuple[float, float]]] = field(default_factory=dict)  # by joint: bottom, top
    upright: dict[float, list[float]] = field(default_factory=dict)  # by height: joints with a line there


def boxed(sheet: Sheet) -> Sheet:
    """The sheet with each ruled table as one run that has cells."""
    for grid in _grids(sheet.rules[:_MOST_RULES], sheet.posts[:_MOST_RULES]):
        inside = [run for run in sheet.runs if _holds(grid, run)]
        inside += _beyond(grid, [run for run in sheet.runs if not run.cells])
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
    tall = [grid for grid in found if len(grid.heights) > 2]
    for grid in tall:
        low, high = grid.heights[-1], grid.heights[0]
        beside = [post for post in posts if post[1] < high - 2 and post[2] > low + 2]
        joints = [*grid.joints, *(x for x, _, _ in beside)]
        grid.joints = _distinct(x for x in joints if grid.left + _SAME_EDGE < x < grid.right - _SAME_EDGE)
        for x, bottom, top in beside:
            for joint in (grid.left, *grid.joints, grid.right):
                if abs(joint - x) < _SAME_EDGE:
                    grid.posts.setdefault(joint, []).append((bottom, top))
        grid.partial = [rule for rule in rules if _is_partial(grid, rule)]
    return [grid for grid in tall if grid.joints]


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


def _is_partial(grid: _Grid, rule: tuple[float, float, float]) -> bool:
    """Whether a level line parts rows in some columns only."""
    left, right, height = rule
    inside = grid.left - _SAME_EDGE < left and right < grid.right + _SAME_EDGE
    between = grid.heights[-1] + _ONE_HEIGHT < height < grid.heights[0] - _ONE_HEIGHT
    return inside and between and all(abs(height - each) > _ONE_HEIGHT for each in grid.heights)


def _holds(grid: _Grid, run: Run) -> bool:
    middle = (run.left + run.right) / 2
    low = grid.heights[-1] - _OVER * run.size
    return grid.left < middle < grid.right and low < run.base < grid.heights[0]


def _beyond(grid: _Grid, runs: Sequence[Run]) -> list[Run]:
    """The rows above the first line and below the last one: a head, or rows that are not shaded."""
    if grid.posts and _is_closed(grid):
        return []
    around = [run for run in runs if grid.left - 1 < run.left and run.right < grid.right + 1]
    above = sorted((run for run in around if run.base >= grid.heights[0]), key=lambda run: run.base)
    found = _rows_beyond(grid, above, grid.heights[0])
    if grid.posts:
        low = grid.heights[-1]
        below = sorted(
            (run for run in around if run.base < low - _OVER * run.size), key=lambda run: -run.base
        )
        found += _rows_beyond(grid, below, low)
    return found


def _is_closed(grid: _Grid) -> bool:
    """Whether upright lines stand beside all rows, so that nothing of the table is outside of them."""
    posts = [post for each in grid.posts.values() for post in each]
    middles = [(top + bottom) / 2 for top, bottom in pairwise(grid.heights)]
    return all(any(bottom < middle < top for bottom, top in posts) for middle in middles)


def _rows_beyond(grid: _Grid, runs: Sequence[Run], edge: float) -> list[Run]:
    """The runs that go on with a table, as far as they stand in its columns, two beside each other.

    None where there are many lines of them: the columns of the page, which may stand so too.
    """
    found: list[Run] = []
    waiting: list[Run] = []
    for count, (_, level) in enumerate(groupby(runs, lambda run: round(run.base))):
        line = list(level)
        size = line[0].size
        far = abs(line[0].base - edge) > (_HEAD if len(line) > 1 else _NEXT_LINE) * size
        if far or not all(_keeps_in(grid, run) for run in line):
            break
        if count == _MOST_BEYOND:
            return []
        waiting += line
        if len({_column(grid, run) for run in waiting}) > 1:
            found += waiting
            waiting = []
        edge = line[0].base
    return found


def _keeps_in(grid: _Grid, run: Run) -> bool:
    """Whether a run stands within one column, or its words do where columns meet."""
    edges = [grid.left, *grid.joints, grid.right]
    return all(piece.right < edges[_column(grid, piece) + 1] + 1 for piece in _split(run, grid.joints))


def _table(grid: _Grid, inside: Sequence[Run]) -> Run | None:
    """The words of a grid as one run with cells; None where they are no table."""
    top = grid.heights[0]
    head = [run for run in inside if run.base >= top]
    body = [run for run in inside if run.base < top and _holds(grid, run)]
    last = [run for run in inside if run.base < top and not _holds(grid, run)]
    rows = [*_apart(grid, head), *(_ruled if grid.posts else _banded)(grid, body), *_apart(grid, last)]
    filled = [[cell for cell in row if cell] for row in rows]
    if sum(len(row) > 1 for row in filled) < 2 or _longest(filled) > _LONGEST_CELL:
        return None
    size = max(inside, key=lambda run: len(run.text)).size
    return Run(
        made_of=[],
        left=grid.left,
        right=grid.right,
        base=max(run.base for run in inside),
        size=size,
        opening=grid.right,
        text=" ".join(run.text for run in inside),
        cells=tuple(row for row in rows if any(row)),
    )


def _ruled(grid: _Grid, inside: Sequence[Run]) -> list[tuple[Cell, ...]]:
    """The rows of a table whose cells have lines on all sides."""
    heights = sorted({*grid.heights, *(height for *_, height in grid.partial)}, reverse=True)
    steps = [height for at, height in enumerate(heights) if not at or heights[at - 1] - height > _ONE_HEIGHT]
    cells: dict[tuple[int, int], list[Run]] = {}
    for run in inside:
        for piece in _split(run, _upright(grid, run)):
            column = _first_column(grid, piece)
            cells.setdefault((_first_row(grid, piece, column, steps), column), []).append(piece)
    return [
        tuple(_cell(cells.get((row, column), ())) for column in range(len(grid.joints) + 1))
        for row in range(len(steps) + 1)
    ]


def _upright(grid: _Grid, run: Run) -> list[float]:
    """The edges of columns with a line beside a run, or never one."""
    middle = run.base + _OVER * run.size
    if middle not in grid.upright:
        grid.upright[middle] = _upright_at(grid, middle)
    return grid.upright[middle]


def _upright_at(grid: _Grid, middle: float) -> list[float]:
    if not any(bottom < middle < top for posts in grid.posts.values() for bottom, top in posts):
        return grid.joints  # a row without any line beside its cells, as between shaded rows
    return [
        joint
        for joint in grid.joints
        if joint not in grid.posts or any(bottom < middle < top for bottom, top in grid.posts[joint])
    ]


def _first_column(grid: _Grid, run: Run) -> int:
    """The first column of the cell that a run stands in."""
    edges = [joint for joint in _upright(grid, run) if joint < run.left + 1]
    return grid.joints.index(edges[-1]) + 1 if edges else 0


def _first_row(grid: _Grid, run: Run, column: int, steps: Sequence[float]) -> int:
    """The first row of the cell that a run stands in."""
    edges = [grid.left, *grid.joints, grid.right]
    middle = (edges[column] + edges[column + 1]) / 2
    base = run.base + _OVER * run.size
    above = [height for height in grid.heights if height > base]
    above += [height for left, right, height in grid.partial if height > base and left < middle < right]
    top = min(above, default=grid.heights[0])
    return sum(step > top - _ONE_HEIGHT for step in steps)


def _cell(runs: Iterable[Run]) -> Cell:
    return tuple(_texts(sorted(runs, key=lambda run: (-round(run.base), run.left))))


def _banded(grid: _Grid, inside: Sequence[Run]) -> list[tuple[Cell, ...]]:
    """The rows of a table with level lines only; between two lines they are told by distance."""
    rows: list[tuple[Cell, ...]] = []
    few = len(grid.heights) <= _FEW_LINES
    ordered = sorted(inside, key=lambda run: _row(grid, run))
    for _, runs in groupby(ordered, lambda run: _row(grid, run)):
        band = list(runs)
        parted = _apart(grid, band)
        several = len(parted) > 2 and all(sum(map(bool, row)) > 1 for row in parted)
        rows += parted if few or several else [_in_columns(grid, band)]
    return rows


def _apart(grid: _Grid, runs: Sequence[Run]) -> list[tuple[Cell, ...]]:
    """Runs without a line between them as the rows that their distances tell."""
    pieces = sorted((piece for run in runs for piece in _split(run, grid.joints)), key=lambda run: -run.base)
    places = [tables.Place(run.base, run.size, _column(grid, run), run.text) for run in pieces]
    return [_in_columns(grid, [pieces[at] for at in group]) for group in tables.groups(places)]


def _in_columns(grid: _Grid, runs: Sequence[Run]) -> tuple[Cell, ...]:
    cells: dict[int, list[Run]] = {}
    for run in (piece for each in runs for piece in _split(each, grid.joints)):
        cells.setdefault(_column(grid, run), []).append(run)
    return tuple(_cell(cells.get(column, ())) for column in range(len(grid.joints) + 1))


def _texts(runs: Iterable[Run]) -> Iterable[str]:
    """The lines of a cell."""
    for _, line in groupby(runs, lambda run: round(run.base)):
        yield " ".join(run.text for run in line)


def _longest(rows: Sequence[Sequence[Cell]]) -> int:
    return max((sum(map(len, cell)) for row in rows for cell in row), default=0)


def _row(grid: _Grid, run: Run) -> int:
    return sum(run.base + _OVER * run.size < height for height in grid.heights)


def _column(grid: _Grid, run: Run) -> int:
    """By its left edge, so that a cell over several columns begins where it does."""
    return sum(run.left > joint - 1 for joint in grid.joints)


def _split(run: Run, joints: Sequence[float]) -> list[Run]:
    """A run, parted where an edge of the table falls between two of its words."""
    if not any(run.left - 1 <= joint <= run.right + 1 for joint in joints):
        return [run]
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
