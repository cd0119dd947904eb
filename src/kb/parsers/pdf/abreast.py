"""Short blocks that stand side by side: the contacts of two offices, two notes of a few lines.

They are too short to be columns of running text, and nothing but their words tells them from the rows
of a table. Blocks they are where each holds a telephone number, an address of e-mail or of a page of
the same kind, or where a sentence of one runs on in its next line while nothing parts the lines into
rows. Each block is then read by itself.

What must stay true: what may be a table is left to ``tables``: three rows that stand apart, a column of
numbers, a number or bullet before a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from kb.parsers.pdf.runs import made
from kb.parsers.pdf.sheets import ENDS, Run
from kb.parsers.pdf.sides import Row, goes_on, rows_of
from kb.parsers.pdf.tables import MARKER

_FEWEST_LINES = 2
_MOST_LINES = 24
_LONGEST_CELL = 4  # lines
_FEWEST_ROWS = 3  # of a table
_MOST_BLOCKS = 4
_NARROWEST = 3.0  # points between two blocks
_HALF_A_LINE = 0.8  # of the type size
_NEXT_ROW = 3.5  # of the type size, at most: the next row of a table
_NEXT_LINE = 1.75  # of the type size: a line of the same block
_EDGE = 2.0  # points
_OUTER = 4.0  # points
_OVER = 1.0  # points that a line may reach over into the next block
_FEWEST_LETTERS = 12  # a line of a block that runs on, on average
_FILLED_UP = 6.0  # times the type size: what a ragged line may leave free
_REACHES = {
    "e-mail": re.compile(r"[\w.+-]@[\w-]|\(at\)|\barroba\b", re.IGNORECASE),
    "telephone": re.compile(r"(?<![\w/])[+(]{0,2}\d(?:[\s().–-]{0,2}\d){6,14}(?![\w/])"),
    "page": re.compile(r"https?://|\bwww\.", re.IGNORECASE),
}

Part = tuple[list[Run], bool]  # runs, and whether they are a block beside others
_Edges = list[tuple[float, float]]  # of blocks: left, right


def parted(runs: Sequence[Run]) -> Iterator[Part]:
    """The runs of a region, from the top; where blocks stand side by side, one block after the other."""
    if not any(above.base - run.base < _HALF_A_LINE * run.size for above, run in pairwise(runs)):
        yield list(runs), False
        return
    rows = rows_of(runs)
    waiting: list[Row] = []
    at = 0
    while at < len(rows):
        if not _is_beside(rows, at):
            waiting.append(rows[at])
            at += 1
            continue
        start, end, blocks = _blocks(rows, at, floor=at - len(waiting))
        if blocks:
            del waiting[len(waiting) - (at - start) :]
            yield from _plain(waiting)
            yield from ((block, True) for block in blocks)
            waiting = []
        else:
            waiting += rows[at:end]
        at = end
    yield from _plain(waiting)


def _plain(rows: Sequence[Row]) -> Iterator[Part]:
    if rows:
        yield [run for row in rows for run in row.runs], False


def _is_beside(rows: Sequence[Row], at: int) -> bool:
    """Whether a row has two texts (a number before a text is none), or stands half a line above another."""
    row, below = rows[at], rows[at + 1] if at + 1 < len(rows) else None
    if len(row.runs) - (MARKER.fullmatch(row.runs[0].text) is not None) > 1:
        return True
    half = below is not None and row.base - below.base < _HALF_A_LINE * row.main.size
    return half and below is not None and (row.right < below.left or below.right < row.left)


def _blocks(rows: Sequence[Row], first: int, floor: int) -> tuple[int, int, list[list[Run]]]:
    """What begins side by side at ``first``: its first row, behind its last one, its blocks or none."""
    end = _end(rows, first)
    beside = [at for at in range(first, end) if _is_beside(rows, at)]
    edges = _edges(rows[first:end])
    if not 1 < len(edges) <= _MOST_BLOCKS:
        return first, end, []
    start = _start(rows, first, floor, edges)
    columns: list[list[Run]] = [[] for _ in edges]
    for at in range(start, end):
        pieces = [piece for run in rows[at].runs for piece in _pieces(run, edges)]
        places = [_column(piece, edges) for piece in pieces]
        if None in places:
            end = at
            break
        for piece, place in zip(pieces, places, strict=True):
            columns[place or 0].append(piece)
    if end <= beside[-1]:
        return first, max(end, first + 1), []
    cells = _are_rows([rows[at] for at in beside]) or _has_rows_near(rows, start, end, edges)
    runs_on = not cells and _run_on(columns) and not _is_inside_text(rows, start, end, edges)
    return start, end, columns if runs_on or _are_contacts(columns) else []


def _are_rows(rows: Sequence[Row]) -> bool:
    """Whether the rows are those of a table: in three of them all begins that stands there."""
    return sum(not any(goes_on(run.text) for run in row.runs) for row in rows) >= _FEWEST_ROWS


def _has_rows_near(rows: Sequence[Row], start: int, end: int, edges: _Edges) -> bool:
    """Whether more stands in the same columns not far above or below, as in other rows of a table."""
    above = [(rows[at], rows[at + 1]) for at in range(start - 1, max(start - 1 - _LONGEST_CELL, -1), -1)]
    below = [(rows[at], rows[at - 1]) for at in range(end, min(end + _LONGEST_CELL, len(rows)))]
    return any(_reaches_a_row(chain, edges) for chain in (above, below))


def _reaches_a_row(chain: Sequence[tuple[Row, Row]], edges: _Edges) -> bool:
    """Whether rows that follow each other, each with the one before, lead to one with two cells."""
    for row, before in chain:
        places = {_column(run, edges) for run in row.runs}
        if abs(row.base - before.base) > _NEXT_ROW * row.main.size or None in places:
            return False
        if len(places) > 1:
            return True
    return False


def _end(rows: Sequence[Row], first: int) -> int:
    """Behind the last of the rows that follow each other as closely as the lines of a paragraph."""
    end = first + 1
    while end < min(len(rows), first + _MOST_LINES) and _are_close(rows[end - 1], rows[end]):
        end += 1
    return end


def _start(rows: Sequence[Row], first: int, floor: int, edges: _Edges) -> int:
    """The first row: lines close above belong to a block that has no line in the row found first."""
    start = first
    held = {_column(run, edges) for run in rows[first].runs}
    while start > floor and _are_close(rows[start - 1], rows[start]):
        places = {_column(run, edges) for run in rows[start - 1].runs}
        if None in places or places & held:
            break
        start -= 1
    return start


def _are_close(above: Row, row: Row) -> bool:
    """Whether two rows follow each other as the lines of a paragraph do."""
    return above.base - row.base < _NEXT_LINE * row.main.size


def _is_inside_text(rows: Sequence[Row], start: int, end: int, edges: _Edges) -> bool:
    """Whether lines as wide as all blocks stand close above or below: these are justified lines of a text."""
    near = [rows[start - 1]] if start and _are_close(rows[start - 1], rows[start]) else []
    near += [rows[end]] if end < len(rows) and _are_close(rows[end - 1], rows[end]) else []
    return any(
        abs(row.left - edges[0][0]) < _OUTER and abs(row.right - edges[-1][1]) < _OUTER for row in near
    )


def _edges(rows: Sequence[Row]) -> _Edges:
    """The edges of what stands side by side; a line beside all of it is of one more block."""
    several = [(run.left, run.right) for row in rows if len(row.runs) > 1 for run in row.runs]
    found = _merged(several)
    for row in rows:
        if len(row.runs) == 1 and all(row.right < left or row.left > right for left, right in found):
            found = _merged([*found, (row.left, row.right)])
    return found


def _merged(spans: Iterable[tuple[float, float]]) -> _Edges:
    found: _Edges = []
    for left, right in sorted(spans):
        if found and left < found[-1][1] + _NARROWEST:
            found[-1] = found[-1][0], max(found[-1][1], right)
        else:
            found.append((left, right))
    return found


def _pieces(run: Run, edges: _Edges) -> list[Run]:
    """A run; several where blocks stand so close that their lines ran into each other."""
    if not any(run.left < left - _EDGE and run.right > left + _EDGE for left, _ in edges):
        return [run]
    starts = [
        at
        for at, word in enumerate(run.words)
        if at == 0 or (not word.glued and any(abs(word.left - left) < _EDGE for left, _ in edges))
    ]
    return [made(run.words[one:other]) for one, other in zip(starts, [*starts[1:], None], strict=True)]


def _column(run: Run, edges: _Edges) -> int | None:
    """Which block a run belongs to; None where it stands over several."""
    before = [at for at, (left, _) in enumerate(edges) if left < run.left + _EDGE]
    if not before:
        return None
    after = edges[before[-1] + 1][0] if before[-1] + 1 < len(edges) else None
    return before[-1] if after is None or run.right < after + _OVER else None


def _are_contacts(columns: Sequence[Sequence[Run]]) -> bool:
    """Whether each block holds a way to reach somebody of a kind that its neighbour has too."""
    kinds = [_kinds(column) for column in columns]
    long = all(len(column) >= _FEWEST_LINES for column in columns)
    return long and all(one & other for one, other in pairwise(kinds))


def _kinds(column: Sequence[Run]) -> set[str]:
    """The ways to reach somebody in the lines of a block; figures below each other are no number."""
    text = " | ".join(run.text for run in column)
    return {kind for kind, pattern in _REACHES.items() if pattern.search(text)}


def _run_on(columns: Sequence[Sequence[Run]]) -> bool:
    """Whether the sentences of blocks run on from line to line, and no block is made of numbers or cells."""
    if any(all(_is_no_text(run.text) for run in column) for column in columns):
        return False
    flowing = [_flows(column) for column in columns]
    return any(flowing) and all(
        flows or len(column) <= _FEWEST_LINES or _kinds(column)
        for flows, column in zip(flowing, columns, strict=True)
    )


def _is_no_text(text: str) -> bool:
    return MARKER.fullmatch(text) is not None or not any(map(str.isalpha, text))


def _flows(column: Sequence[Run]) -> bool:
    letters = sum(len(run.text) for run in column)
    if len(column) < _FEWEST_LINES or letters < _FEWEST_LETTERS * len(column):
        return False
    edge = max(run.right for run in column) - _FILLED_UP * column[0].size
    return any(
        goes_on(run.text) and above.right > edge and not ENDS.search(above.text)
        for above, run in pairwise(column)
    )
