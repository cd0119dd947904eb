"""Tables drawn in plain text: boxes, pipes, columns under a ruled line, columns that only stand in line.

    +-----+--------+    No. | Action    Month   Arrivals    July     41   12
    | No. | Action |    --- | ------    -----   --------    August   58   20
    +-----+--------+    1   | Print     July          41    May      33    7

Columns without any line are believed where three rows and more have three cells and more, and every column
begins or ends in line: prose that is set in two columns, or justified with spaces, does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kb.parsers.columns import Row, fits, joined, sliced

_BORDER = re.compile(r"[ \t]*[+┌├└╔╠╚╒╞╘╭╰┏┣┗|│║][-+=─━┄═┬┼┴╦╬╩╤╪╧┐┤┘╗╣╝╕╡╛╮╯┳╋┻┓┫┛|│║: \t]{3,}")
_LINE = re.compile(r"[-=─━═]{2,}")
_BARS = re.compile(r"[|│║┃]")
_RULED = re.compile(r"[ \t]*[-=─━]{2,}(?:[ \t]+[-=─━]{2,}){1,29}[ \t]*")
_DASHES = re.compile(r"[ \t]*[-=─━]{3,}[ \t]*")
_CELL = re.compile(r"\S+(?: \S+)*")
_NUMBER = re.compile(r"[$€Q]?\s?\d{1,3}(?:[.,]\d{3}){0,3}(?:\.\d{1,2})?\s?%?")
_PAGE = re.compile(r"(?:page|p[aá]g(?:ina|\.)?)s?", re.IGNORECASE)  # of a table of contents
_PIPES = re.compile(r"[|\s:+-]+")
_FEWEST_ROWS = 3  # of columns without a line, and of pipes without one
_FEWEST_COLUMNS = 3
_HEAD_ROWS = 3  # lines above a ruled one
_MOST_COLUMNS = 30
_MOST_TRIED = 50  # rows out of line, after which the next is not tried as the first
_LONGEST_LINE = 1000  # characters


class Part(NamedTuple):
    """Lines of a text, or the rows of a table in it."""

    lines: list[str]
    rows: list[Row]


def parts(lines: Sequence[str]) -> Iterator[Part]:
    """A text as its lines and the tables between them."""
    text: list[str] = []
    at = 0
    while at < len(lines):
        table = _table(lines, at, text)
        if table is None:
            text.append(lines[at])
            at += 1
            continue
        end, rows, above = table
        if not rows:  # what looked like a table and is none is not looked at again, line by line
            text += lines[at:end]
            at = end
            continue
        del text[len(text) - above :]
        if len(rows[0]) == 1:  # a box around prose
            text += ["", *(cell for row in rows for cell in row), ""]
        else:
            yield Part(text, [])
            yield Part([], rows)
            text = []
        at = end
    yield Part(text, [])


def _table(lines: Sequence[str], at: int, above: Sequence[str]) -> tuple[int, list[Row], int] | None:
    """Where what looks like a table ends, its rows if it is one, and how many lines above are its head."""
    line = lines[at]
    if not line.strip() or len(line) > _LONGEST_LINE:
        return None
    if _is_border(line) or _BARS.search(line):
        return (*_boxed(lines, at), 0)
    if _RULED.fullmatch(line):
        return _ruled(lines, at, above)
    found = _aligned(lines, at)
    if found is None:
        return None
    end, rows = found
    names, height = _names_above(above, lines[at:end]) if rows else ((), 0)
    return end, [names, *rows] if names else rows, height


# Boxes and pipes -----------------------------------------------------------------------------


def _is_border(line: str) -> bool:
    return _BORDER.fullmatch(line) is not None and _LINE.search(line) is not None


def _boxed(lines: Sequence[str], at: int) -> tuple[int, list[Row]]:
    end = at + 1
    while end < len(lines) and len(lines[end]) <= _LONGEST_LINE and _goes_on(lines[end]):
        end += 1
    run = [line.strip() for line in lines[at:end]]
    ruled = any(map(_is_rule, run))
    closed = all(_is_rule(line) or _BARS.match(line) for line in run)
    if not ruled and len(run) < (2 if closed else _FEWEST_ROWS):
        return end, []
    rows = list(_box_rows(run))
    columns = {len(row) for row in rows}
    if len(columns) != 1 or not rows or columns.pop() > _MOST_COLUMNS:
        return end, []
    return end, [] if len(rows[0]) == 1 and not (ruled and closed) else rows


def _goes_on(line: str) -> bool:
    return _is_border(line) or _BARS.search(line) is not None


def _is_rule(line: str) -> bool:
    return _is_border(line) or ("-" in line and _PIPES.fullmatch(line) is not None)


def _box_rows(run: Sequence[str]) -> Iterator[Row]:
    """The rows: a line each, or what stands between two rules where each row has one below it."""
    groups: list[list[Row]] = [[]]
    for line in run:
        if _is_rule(line):
            groups.append([])
        else:
            groups[-1].append(_barred(line))
    filled = [group for group in groups if group]
    each_ruled = len(filled) > 2 and max(map(len, filled)) < len([row for group in filled for row in group])
    alone = sum(map(len, filled)) == len(filled)
    for group in filled:
        if each_ruled and not alone and len({len(row) for row in group}) == 1:
            yield tuple(" ".join(filter(None, cells)) for cells in zip(*group, strict=True))
        else:
            yield from group


def _barred(line: str) -> Row:
    inner = _BARS.sub("|", line)
    inner = inner.removeprefix("|").removesuffix("|") if inner.startswith("|") else inner
    return tuple(" ".join(cell.split()) for cell in inner.split("|"))


# Columns -------------------------------------------------------------------------------------


def _ruled(lines: Sequence[str], at: int, above: Sequence[str]) -> tuple[int, list[Row], int]:
    """Columns under a line that is broken where they part; their names may stand above it."""
    starts = [found.start() for found in _LINE.finditer(lines[at])]
    head = 0
    while head < min(_HEAD_ROWS, len(above)) and above[-1 - head].strip():
        head += 1
    names = [line for line in above[len(above) - head :] if not _DASHES.fullmatch(line)]
    if not all(fits(line, starts) for line in names):
        head, names = 0, []
    end = at + 1
    body: list[str] = []
    while end < len(lines) and lines[end].strip() and len(lines[end]) <= _LONGEST_LINE:
        if not (_RULED.fullmatch(lines[end]) or _DASHES.fullmatch(lines[end])):
            body.append(lines[end])
        end += 1
    if not body or not all(fits(line, starts) for line in body):
        return end, [], 0
    rows = [joined([sliced(line, starts) for line in names])] if names else []
    for line in body:
        row = sliced(line, starts)
        if rows and not row[0] and sum(map(bool, row)) * 2 <= len(row):
            rows[-1] = joined([rows[-1], row])
        else:
            rows.append(row)
    return end, rows, head


def _aligned(lines: Sequence[str], at: int) -> tuple[int, list[Row]] | None:
    """Rows of cells that are set apart by two spaces and more, in columns that begin or end in line."""
    first = [found.span() for found in _CELL.finditer(lines[at])]
    if not _FEWEST_COLUMNS - 1 <= len(first) <= _MOST_COLUMNS:
        return None
    rows: list[list[tuple[int, int]]] = []
    kept: list[str] = []
    end = at
    while end < len(lines) and len(lines[end]) <= _LONGEST_LINE:
        if rows and _DASHES.fullmatch(lines[end]):  # a line below the names, or above the sum
            end += 1
            continue
        spans = [found.span() for found in _CELL.finditer(lines[end])]
        if len(spans) != len(first):
            break
        if _RULED.fullmatch(lines[end]):
            return None  # what stands above the line are the names of its columns
        rows.append(spans)
        kept.append(lines[end])
        end += 1
    texts = [tuple(line[start:stop] for start, stop in spans) for line, spans in zip(kept, rows, strict=True)]
    alike = len(rows) >= _FEWEST_ROWS and all(_in_line(column) for column in zip(*rows, strict=True))
    if not alike or (len(first) < _FEWEST_COLUMNS and not _count(texts)):
        return (end, []) if len(rows) > _MOST_TRIED else None
    return end, texts


def _count(rows: Sequence[Row]) -> bool:
    """Whether rows of two cells have a number each, below the names of the two columns."""
    names, *counted = [row[1] for row in rows]
    numbers = len(counted) >= _FEWEST_ROWS and all(map(_NUMBER.fullmatch, counted))
    return numbers and _NUMBER.fullmatch(names) is None and _PAGE.fullmatch(names) is None


def _names_above(above: Sequence[str], body: Sequence[str]) -> tuple[Row, int]:
    """The names of the columns that are no row of theirs, and how many lines they take.

    A blank line parts them from the rows, or the column that names the rows has no name itself.
    """
    blank = next((count for count, line in enumerate(reversed(above[-2:])) if line.strip()), 0)
    line = above[-1 - blank] if above else ""
    names = [found.span() for found in _CELL.finditer(line[:_LONGEST_LINE])]
    rows = [[found.span() for found in _CELL.finditer(each)] for each in body]
    columns = list(zip(*(row for row in rows if len(row) == len(rows[0])), strict=True)) if names else []
    unnamed = len(columns) - len(names)
    if len(columns) < _FEWEST_COLUMNS or unnamed not in ((0, 1) if blank else (1,)):
        return (), 0
    if not all(_over(name, column) for name, column in zip(names, columns[unnamed:], strict=True)):
        return (), 0
    return (*("",) * unnamed, *(line[start:stop] for start, stop in names)), blank + 1


def _over(name: tuple[int, int], column: Sequence[tuple[int, int]]) -> bool:
    """Whether a name begins or ends where its column does."""
    begin, end = min(each[0] for each in column), max(each[1] for each in column)
    return abs(name[0] - begin) <= 1 or abs(name[1] - end) <= 1


def _in_line(column: Sequence[tuple[int, int]]) -> bool:
    begins = [begin for begin, _ in column]
    ends = [end for _, end in column]
    return max(begins) - min(begins) <= 1 or max(ends) - min(ends) <= 1
