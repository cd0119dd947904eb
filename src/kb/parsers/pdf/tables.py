"""Lines whose runs stand in columns, one below the other: a table without ruled cells.

Its columns are the strips of the page that its runs keep free between them. Its rows are found by
distance: the lines of one cell follow each other as closely as any, and what stands beside them
belongs to the same row, however cells are set in their row (from the top, in the middle, at the foot).
Where all lines are as close, a line with a cell in the first column begins a row.

What must stay true: a wrong table would tear sentences apart, so three rows with two cells or more
must stand in line, and a line of text across the columns ends what is above it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from kb.parsers.pdf.runs import made
from kb.parsers.pdf.sheets import Line, Run

_FEWEST_ROWS = 3
_NEARLY_ALL = 0.75  # of the rows with several cells
_WIDER = 0.4  # of the type size: a space is a quarter
_SHARED = 1.2  # points: the same edge
_MOST_COLUMNS = 30
_ALIGNED = 4.0  # points
MARKER = re.compile(r"[\W_]{0,2}(?:\d{1,3}(?:\.\d{1,3}){0,4}|[^\W\d_]|[ivxIVX]{1,5})?[.)\]–-]{0,2}")
_MOST_ALONE = 8  # lines with a single cell, one after the other
_OVER = 1.0  # points that a run reaches into a column
_MOST_SPLIT = 2  # lines of a head whose cells stand over several columns
_IN_LINE = 0.7  # of the lines with several cells
_CLOSE = 1.12  # times the least distance of lines: lines of one cell
_CLOSEST = 0.8  # of the type size
_LINE_OF_A_CELL = 1.5  # of the type size, at most, from line to line of a cell
_FOOT = 0.9  # of the least distance of rows: a line below the last one belongs to a cell of it
_SHORT = 0.6  # of the width of the table: a heading between its rows
_NEAR = 3.5  # of the type size, from line to line of a table; rows may be set wide apart
_NEAR_ALONE = 2.6  # to a line with one cell
_SAME_LINE = 0.45  # of the type size, between baselines
_WHOLE = 0.5  # of the close lines: more with a cell in every column, and each is a row


@dataclass(slots=True)
class _Column:
    left: float
    right: float
    lines: int = 0

    def overlaps(self, run: Run) -> bool:
        """Whether a run stands in the column, with some of its width at least."""
        return min(self.right, run.right) - max(self.left, run.left) > min(_OVER, (run.right - run.left) / 2)


def cells(line: Line) -> list[Run]:
    """The runs of a line that can be cells; a number or a bullet before a text is none."""
    return line.runs[1:] if len(line.runs) > 1 and MARKER.fullmatch(line.runs[0].text) else line.runs


def found(lines: Sequence[Line]) -> list[range]:
    """The stretches of lines that are tables."""
    stretches: list[range] = []
    index = 0
    while index < len(lines):
        end = _end(lines, index)
        if end > index:
            floor = stretches[-1].stop if stretches else 0
            start = index if lines[index].cells else _head(lines, index, floor)
            stretches.append(range(start, end))
        index = max(end, index + 1)
    return stretches


def rows(lines: Sequence[Line]) -> str:
    """A table as lines of cells; an empty cell stays, so that each stands in its column."""
    edges = _edges(lines)
    parted = [[part for run in line.runs for part in _split(run, edges)] for line in lines]
    columns = _columns(parted)
    parted = [[part for run in line for part in _at_strips(run, columns)] for line in parted]
    pieces = [(line.base, run) for line, runs in zip(lines, parted, strict=True) for run in runs]
    places = [Place(base, run.size, _column(columns, run), run.text) for base, run in pieces]
    grid: list[list[str]] = []
    for group in groups(places, _FEWEST_ROWS):
        row = [""] * len(columns)
        for at in group:
            column = places[at].column
            row[column] = f"{row[column]} {pieces[at][1].text}".strip()
        grid.append(row)
    return "\n".join(map(as_line, grid))


def as_line(row: Sequence[str]) -> str:
    """A row of cells as a line; a row with one cell is a line of text."""
    return " | ".join(row) if sum(map(bool, row)) > 1 else "".join(row)


def _edges(lines: Sequence[Line]) -> list[float]:
    """The left edges that cells share, where narrow columns may have run into each other.

    Two runs that begin there show one, or a word of nearly every row with more than a space before it.
    """
    lefts = sorted(run.left for line in lines for run in line.runs[1:])
    shared = [round(one) for one, other in pairwise(lefts) if other - one < _SHARED]
    edges: list[float] = [edge for edge, _ in Counter(shared).most_common(_MOST_COLUMNS)]
    rows = [line for line in lines if len(line.runs) > 1]
    words = [{round(left) for run in line.runs for left in _set_apart(run)} for line in rows]
    counted = Counter(left for line in words for left in line)
    often = max(_FEWEST_ROWS, _NEARLY_ALL * len(rows))
    return edges + [left for left in counted if counted[left] + counted[left + 1] >= often]


def _set_apart(run: Run) -> Iterator[float]:
    """Where the words begin that stand wider apart from the one before than words do."""
    for before, word in pairwise(run.words):
        if word.left - before.right > _WIDER * run.size:
            yield word.left


def _split(run: Run, edges: list[float]) -> list[Run]:
    """A run as cells: a word that begins at the edge of a column begins a cell."""
    starts = [
        at
        for at, word in enumerate(run.words)
        if at == 0 or (not word.glued and any(abs(word.left - edge) < _SHARED for edge in edges))
    ]
    if len(starts) == 1:
        return [run]
    return [made(run.words[one:other]) for one, other in zip(starts, [*starts[1:], None], strict=True)]


# Columns


def _columns(lines: Sequence[Sequence[Run]]) -> list[_Column]:
    """The columns, from the left; the lines with most cells know them best."""
    columns: list[_Column] = []
    for line in sorted(lines, key=len, reverse=True):
        for run in line:
            under = [column for column in columns if column.overlaps(run)]
            if not under:
                columns.append(_Column(run.left, run.right))
            elif len(under) == 1:
                under[0].left, under[0].right = min(under[0].left, run.left), max(under[0].right, run.right)
    return sorted(columns, key=lambda column: column.left)


def _at_strips(run: Run, columns: Sequence[_Column]) -> list[Run]:
    """A run parted where more than a space stands over the strip between two columns."""
    under = [column for column in columns if column.overlaps(run)]
    if len(under) < 2:
        return [run]
    cuts = [
        at
        for at, (before, word) in enumerate(pairwise(run.words), start=1)
        if word.left - before.right > _WIDER * run.size
        and any(before.right < right.left and word.left > left.right for left, right in pairwise(under))
    ]
    return [
        made(run.words[one:other]) for one, other in zip([0, *cuts], [*cuts, len(run.words)], strict=True)
    ]


def _column(columns: Sequence[_Column], run: Run) -> int:
    """The first of the columns that a run stands over."""
    return next((at for at, column in enumerate(columns) if column.overlaps(run)), 0)


# Rows


class Place(NamedTuple):
    """A piece of a cell: where it stands and what it says."""

    base: float
    size: float
    column: int
    text: str


def groups(places: Sequence[Place], fewest: int = 1) -> list[list[int]]:
    """The pieces of each row, by their indexes; the places come from the top.

    Where distance would leave less than ``fewest`` rows, it does not tell.
    """
    close = _closeness(places)
    found = list(_grouped(places, close))
    return found if len(found) >= fewest or not close else list(_grouped(places, 0.0))


def _grouped(places: Sequence[Place], close: float) -> Iterator[list[int]]:
    most = len({place.column for place in places})
    last: dict[int, float] = {}  # the last baseline in each column
    group: list[int] = []
    for level in _levels(places):
        base = places[level[0]].base
        held = {places[at].column for at in level}
        if close:
            beside = bool(group) and places[group[-1]].base - base < close / _CLOSE * _CLOSEST
            goes_on = beside or any(column in last and last[column] - base <= close for column in held)
        else:
            filled = {places[at].column for at in group}
            goes_on = held <= filled and _continues([places[at] for at in level], held, most)
        if group and not goes_on:
            yield group
            group = []
        group += level
        last.update(dict.fromkeys(held, base))
    if group:
        yield group


def _levels(places: Sequence[Place]) -> Iterator[list[int]]:
    """The places of each line."""
    level: list[int] = []
    for at, place in enumerate(places):
        if level and places[level[0]].base - place.base > _SAME_LINE * place.size:
            yield level
            level = []
        level.append(at)
    if level:
        yield level


def _continues(line: Sequence[Place], held: set[int], most: int) -> bool:
    """Whether a line goes on with the cells above it, where distance does not tell.

    It does without a cell in the first column, unless all others have one: the row of a cell over several.
    """
    if 0 not in held:
        return len(held) < max(most - 1, 2)
    return held == {0} and line[0].text[:1].islower()


def _closeness(places: Sequence[Place]) -> float:
    """The most that the next line of a cell stands below the one before; 0 where distance does not tell.

    Of each column the distances of its lines are compared. Where they are all alike, or most of the close
    lines have a cell in every column, they are those of rows.
    """
    last: dict[int, float] = {}
    gaps: list[tuple[float, float]] = []  # with the baseline of the lower line
    held: dict[float, set[int]] = {}
    small: set[float] = set()  # lines that begin with a small letter, and so are no rows
    for base, size, column, text in places:
        if column in last and last[column] - base > _CLOSEST * size:
            gaps.append((last[column] - base, base))
        last[column] = base
        held.setdefault(round(base), set()).add(column)
        if column == 0 and text[:1].islower():
            small.add(round(base))
    least = min((gap for gap, _ in gaps), default=0.0)
    close = {round(base) for gap, base in gaps if gap <= _CLOSE * least}
    most = max(map(len, held.values()), default=0)
    whole = sum(len(held[base]) == most for base in close - small)
    alike = all(gap <= _CLOSE * least for gap, _ in gaps)
    if alike or least > _LINE_OF_A_CELL * places[0].size or whole > _WHOLE * len(close):
        return 0.0
    return _CLOSE * least


# Where tables begin and end


def _end(lines: Sequence[Line], start: int) -> int:
    """Where a table ends that begins at ``start``; ``start`` where none does."""
    if lines[start].cells:
        return start + 1
    if len(cells(lines[start])) < 2:
        return start
    columns = [_Column(run.left, run.right, 1) for run in lines[start].runs]
    several, last = [start], start
    for index in range(start + 1, len(lines)):
        line, above = lines[index], lines[index - 1]
        near = _NEAR if len(line.runs) > 1 else _NEAR_ALONE
        if line.cells or line.region != above.region or above.base - line.base > near * above.size:
            break
        if not _takes(columns, line) or index - last > _MOST_ALONE:
            break
        if len(cells(line)) >= 2:
            several.append(index)
            last = index
    if len(several) < _FEWEST_ROWS or not _are_in_line([lines[at] for at in several]):
        return start
    return _foot(lines, columns, several, last)


def _takes(columns: list[_Column], line: Line) -> bool:
    """Put the runs of a line into their columns; False where it is no line of this table."""
    placed: list[tuple[Run, list[_Column]]] = [
        (run, [column for column in columns if column.overlaps(run)]) for run in line.runs
    ]
    for column in list(columns):
        inside = [run for run, under in placed if under == [column]]
        if len(inside) > 1:  # so far it was a cell over several columns
            if column.lines > _MOST_SPLIT:
                return False
            columns.remove(column)
            columns += [_Column(run.left, run.right) for run in inside]
    width = max(column.right for column in columns) - min(column.left for column in columns)
    for run in line.runs:
        under = [column for column in columns if column.overlaps(run)]
        if len(under) > 1 and run.right - run.left > _SHORT * width:
            return False
        if (
            len(under) > 1
            and len(line.runs) == 1
            and run.left > min(each.left for each in columns) + _ALIGNED
        ):
            return False
        if not under:
            if len(line.runs) == 1:
                return False
            columns.append(_Column(run.left, run.right, 1))
        elif len(under) == 1:
            only = under[0]
            only.left, only.right = min(only.left, run.left), max(only.right, run.right)
            only.lines += 1
    return True


def _are_in_line(lines: Sequence[Line]) -> bool:
    """Whether the cells of nearly all lines stand below others: by an edge or their middle, two in each."""
    good = sum(
        any(
            _aligned(line.runs, other.runs)
            for other in (*lines[max(at - 3, 0) : at], *lines[at + 1 : at + 4])
        )
        for at, line in enumerate(lines)
    )
    return good >= _FEWEST_ROWS and good >= _IN_LINE * len(lines)


def _aligned(row: list[Run], above: list[Run]) -> bool:
    """Whether two cells or more stand below cells: at their left edge, right edge or middle."""
    matched = sum(
        any(
            abs(cell.left - other.left) < _ALIGNED
            or abs(cell.right - other.right) < _ALIGNED
            or abs(cell.left + cell.right - other.left - other.right) < _ALIGNED
            for other in above
        )
        for cell in row
    )
    return matched >= 2


def _foot(lines: Sequence[Line], columns: Sequence[_Column], several: Sequence[int], last: int) -> int:
    """Behind the last row, with the lines of its cells that stand closer than rows do."""
    nearest = min(lines[one].base - lines[other].base for one, other in pairwise(several))
    end = last + 1
    while (
        end < len(lines)
        and lines[end].region == lines[last].region
        and len(lines[end].runs) == 1
        and 0 < lines[end - 1].base - lines[end].base < max(_FOOT * nearest, 1.3 * lines[end].size)
        and sum(column.overlaps(lines[end].runs[0]) for column in columns) == 1
    ):
        end += 1
    return end


def _head(lines: Sequence[Line], start: int, floor: int) -> int:
    """Where the head begins: above the first line may stand the first lines of names that are wrapped."""
    columns = [_Column(run.left, run.right) for run in lines[start].runs]
    while start > floor:
        line, below = lines[start - 1], lines[start]
        gap = line.base - below.base
        if line.region != below.region or not 0 < gap <= _LINE_OF_A_CELL * line.size or len(line.runs) > 1:
            break
        under = [at for at, column in enumerate(columns) if column.overlaps(line.runs[0])]
        if len(under) != 1 or under == [0]:
            break
        start -= 1
    return start
