"""The runs of one column -> its lines, from the top."""

from __future__ import annotations

from collections.abc import Iterator

from kb.parsers.pdf.runs import made
from kb.parsers.pdf.sheets import Line, Run

_NEIGHBOURS = 12  # runs further on in the order of heights are no neighbours
_APART = 0.9  # of the type size: runs further from each other stay two
_TOUCHING = 0.08  # of the type size: no space between them
_OTHER_SIZE = 1.15  # times the smaller type
_WIDE_GAP = 2.0  # of the type size
_LONGEST_NUMBER = 6  # characters: a number before a larger heading is part of it
_SAME_LINE = 0.45  # of the type size, between baselines
_FULL_WIDTH = 0.95  # of the lines end before this one's right edge: the others hang out


def lines_of(runs: list[Run], page: int, region: int, *, apart: bool = False) -> Iterator[Line]:
    """The lines of one column; its edges are where most of its lines begin and end.

    ``apart`` says that it is a block beside others, whose text goes on nowhere.
    """
    rows: list[list[Run]] = []
    for run in runs:
        row = rows[-1] if rows else []
        nearest = row[-_NEIGHBOURS:]
        if any(abs(run.base - other.base) <= _SAME_LINE * max(run.size, other.size) for other in nearest):
            row.append(run)
        else:
            rows.append([run])
    ordered = _unmixed([_closed(sorted(row, key=lambda run: run.left)) for row in rows])
    found = [_line(row, page, region) for row in ordered]
    low = min(line.left for line in found)
    ends = sorted(line.right for line in found)
    high = ends[min(int(len(ends) * _FULL_WIDTH), len(ends) - 1)]
    for line in found:
        line.low, line.high, line.apart = low, high, apart
        yield line


def _unmixed(rows: list[list[Run]]) -> list[list[Run]]:
    """The rows; where large type stands beside small type, as in a masthead, the left side comes first."""
    result: list[list[Run]] = []
    right: list[list[Run]] = []
    for row in rows:
        at = _other_type(row)
        edge = right[-1][0].left if right else None
        if at:
            result.append(row[:at])
            right.append(row[at:])
        elif edge is not None and abs(row[0].left - edge) < 3:
            right.append(row)
        else:
            result += [*right, row]
            right = []
    return result + right


def _other_type(row: list[Run]) -> int:
    """Where in a row type of another size begins, behind a wide gap; 0 where none does."""
    for at in range(1, len(row)):
        before, run = row[at - 1], row[at]
        larger, smaller = max(before.size, run.size), min(before.size, run.size)
        if larger > _OTHER_SIZE * smaller and run.left - before.right > _WIDE_GAP * smaller:
            return at if smaller < before.size or len(before.text) > _LONGEST_NUMBER else 0
    return 0


def _line(row: list[Run], page: int, region: int) -> Line:
    letters = [len(run.text) for run in row]
    widest = row[letters.index(max(letters))]
    return Line(
        page=page,
        region=region,
        runs=row,
        left=row[0].left,
        right=max(run.right for run in row),
        base=widest.base,
        size=widest.size,
        text=" ".join(run.text for run in row),
        bold=all(run.bold for run in row),
        italic=all(run.italic for run in row),
    )


def _closed(row: list[Run]) -> list[Run]:
    """Runs that touch are one, though the file has them in another order."""
    if len(row) == 1:
        return row
    groups = [[row[0]]]
    for run in row[1:]:
        last = groups[-1][-1]
        gap = run.left - last.right
        if gap >= _APART * max(run.size, last.size):
            groups.append([run])
            continue
        groups[-1].append(run)
        if -1 <= gap < _TOUCHING * run.size:
            run.words[0] = run.words[0]._replace(glued=True)
    return [
        group[0] if len(group) == 1 else made([word for run in group for word in run.words])
        for group in groups
    ]
