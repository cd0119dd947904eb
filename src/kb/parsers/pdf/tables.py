"""Lines whose runs stand in columns, row after row: a table.

Three or more rows with two or more cells each, whose cells begin (or end) at the same places,
are a table. A line with one cell between two rows goes on with the cell above it. Everything
else stays text: a wrong table would tear sentences apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from kb.parsers.pdf.runs import made
from kb.parsers.pdf.sheets import Line, Run

_FEWEST_ROWS = 3
_SHARED = 1.2  # points: the same edge
_MOST_COLUMNS = 30
_ALIGNED = 4.0  # points
_MARKER = re.compile(r"[\W_]{0,2}(?:\d{1,3}(?:\.\d{1,3}){0,4}|[^\W\d_]|[ivxIVX]{1,5})?[.)\]–-]{0,2}")
_LONGEST_CELL = 8  # lines
_CLOSER = 0.9  # of the distance of rows: a line of the same cell
_ROW_APART = 1.2  # times the distance of the lines of a cell
_NEAR = 2.2  # of the type size, from line to line of a table


def cells(line: Line) -> list[Run]:
    """The runs of a line that can be cells; a number or a bullet before a text is none."""
    return line.runs[1:] if len(line.runs) > 1 and _MARKER.fullmatch(line.runs[0].text) else line.runs


def found(lines: Sequence[Line]) -> list[range]:
    """The stretches of lines that are tables."""
    stretches: list[range] = []
    index = 0
    while index < len(lines):
        end = _end(lines, index)
        if end > index:
            stretches.append(range(index, end))
        index = max(end, index + 1)
    return stretches


def rows(lines: Sequence[Line]) -> str:
    """A table as lines of cells."""
    edges = _edges(lines)
    grid: list[list[tuple[float, str]]] = []
    starts = _starts(lines)
    for index, line in enumerate(lines):
        row = [cell for run in line.runs for cell in _split(run, edges)]
        goes_on = index not in starts if starts else len(row) < 2 and not _begins_row(line, grid[0])
        if grid and goes_on:
            for cell in row:
                _add(grid[-1], *cell)
        else:
            grid.append(row)
    return "\n".join(" | ".join(text for _, text in row) for row in grid)


def _edges(lines: Sequence[Line]) -> list[int]:
    """The left edges that cells share, where narrow columns may have run into each other."""
    lefts = sorted(run.left for line in lines for run in line.runs[1:])
    shared = [round(one) for one, other in pairwise(lefts) if other - one < _SHARED]
    return [edge for edge, _ in Counter(shared).most_common(_MOST_COLUMNS)]


def _split(run: Run, edges: list[int]) -> list[tuple[float, str]]:
    """A run as cells: a word that begins at the edge of a column begins a cell."""
    starts = [
        at
        for at, word in enumerate(run.words)
        if at == 0 or (not word.glued and any(abs(word.left - edge) < _SHARED for edge in edges))
    ]
    if len(starts) == 1:
        return [(run.left, run.text)]
    parts = [made(run.words[one:other]) for one, other in zip(starts, [*starts[1:], None], strict=True)]
    return [(part.left, part.text) for part in parts]


def _begins_row(line: Line, first: list[tuple[float, str]]) -> bool:
    return line.left <= first[0][0] + _ALIGNED


def _starts(lines: Sequence[Line]) -> set[int]:
    """The lines that begin a row, where rows of several lines are set apart; none where they are not.

    Rows are set apart when each begins with all its cells behind a wider gap, and some line between
    has fewer.
    """
    gaps = [above.base - line.base for above, line in pairwise(lines)]
    tight = min(gaps, default=0.0)
    starts = {0, *(at for at, gap in enumerate(gaps, start=1) if gap > _ROW_APART * tight)}
    most = max(len(cells(line)) for line in lines)
    whole = all(len(cells(lines[at])) == most for at in starts)
    fewer = any(len(cells(line)) < most for line in lines)
    return starts if len(starts) >= _FEWEST_ROWS and whole and fewer else set()


def _add(row: list[tuple[float, str]], left: float, text: str) -> None:
    """The text of a cell that goes on in the next line."""
    nearest = min(range(len(row)), key=lambda index: abs(row[index][0] - left))
    row[nearest] = (row[nearest][0], f"{row[nearest][1]} {text}")


def _end(lines: Sequence[Line], start: int) -> int:
    """Where a table ends that begins at ``start``; ``start`` where none does."""
    if lines[start].cells:
        return start + 1
    if len(cells(lines[start])) < 2:
        return start
    full, last = 1, start
    for index in range(start + 1, len(lines)):
        line, above = lines[index], lines[index - 1]
        if line.cells or line.region != above.region or above.base - line.base > _NEAR * above.size:
            break
        if len(cells(line)) >= 2 and _aligned(line.runs, lines[last].runs):
            full, last = full + 1, index
        elif len(line.runs) > 1 or index - last > _LONGEST_CELL or not _within(line, lines[last].runs):
            break
    return _last_cell(lines, start, last) if full >= _FEWEST_ROWS else start


def _last_cell(lines: Sequence[Line], start: int, last: int) -> int:
    """Behind the last row, with the lines of its cells that stand closer than rows do."""
    full = [line for line in lines[start : last + 1] if len(line.runs) > 1]
    nearest = min(above.base - line.base for above, line in pairwise(full))
    end = last + 1
    while (
        end < len(lines)
        and lines[end].region == lines[last].region
        and len(lines[end].runs) == 1
        and 0 < lines[end - 1].base - lines[end].base < _CLOSER * nearest
        and _within(lines[end], lines[last].runs)
    ):
        end += 1
    return end


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


def _within(line: Line, above: list[Run]) -> bool:
    """Whether a line with one cell stands below one cell only."""
    run = line.runs[0]
    return any(
        abs(run.left - cell.left) < _ALIGNED and (at + 1 == len(above) or run.right < above[at + 1].left)
        for at, cell in enumerate(above)
    )
