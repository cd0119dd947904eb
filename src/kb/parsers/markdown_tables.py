"""The tables of Pandoc's Markdown -> tables with pipes, which Python-Markdown knows.

    +-------+-----+     Place   Files     -----------------
    | Place | No. |     ------- -----      Place    Files
    +=======+=====+     Arcadia    12     -------- --------
    | Upper |  12 |     Vadena      8      Upper         12
    | river |     |                        river
    +-------+-----+                       -----------------

Grid tables, simple tables and tables of several lines a row, with a head or without (Pandoc's manual,
"Tables"); and tables with pipes right below a line of text, or without the line below their names. What
only looks like one stays as it is. One pass: no line is looked at from more than two others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kb.parsers.columns import Row, fits, joined, sliced

_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_BORDER = re.compile(r" {0,3}\+(?:[-=:]{1,1000}\+){1,40} *")
_LINE = re.compile(r" {0,3}-{3,5000} *")  # above and below a table of several lines a row
_PARTED = re.compile(r" {0,3}-{2,1000}(?: {1,1000}-{2,1000}){1,40} *")  # below the names of columns
_PIPED = re.compile(r" {0,3}\|[^\n]{1,5000}\| *")
_RULE = re.compile(r" {0,3}\|(?: *:?-{1,1000}:? *\|){1,100} *")
_PIPE = re.compile(r"(?<!\\)\|")
_DASHES = re.compile(r"-+")
_ONLY_BORDER = re.compile(r"[-=+: ]+")
_MOST_LINES = 5_000  # of a table
_MOST_NAMES = 6  # lines of the head of a table


def piped(text: str) -> str:
    """The text with its tables drawn by pipes; code between fences stays as it is."""
    if "+-" not in text and "+=" not in text and "--" not in text and "|\n" not in text:
        return text
    lines = text.split("\n")
    written: list[str] = []
    at, fenced = 0, False
    while at < len(lines):
        line = lines[at]
        if _FENCE.match(line):
            fenced = not fenced
        found = None if fenced else _table(lines, at, written)
        if found is None:
            written.append(line)
            at += 1
            continue
        end, rows, above = found
        if not rows:  # what looked like a grid and is none is not looked at again, line by line
            written += lines[at:end]
            at = end
            continue
        at = end
        del written[len(written) - above :]
        written += ["", *_with_pipes(rows), ""]
    return "\n".join(written)


def _table(lines: Sequence[str], at: int, above: Sequence[str]) -> tuple[int, list[Row], int] | None:
    """Where a table ends that shows itself at a line, its rows, and how many lines above are its head."""
    if _BORDER.fullmatch(lines[at]):
        return _grid(lines, at)
    if _PARTED.fullmatch(lines[at]):
        return _columns(lines, at, above)
    if _PIPED.fullmatch(lines[at]) and not (above and _PIPED.fullmatch(above[-1])):
        return _with_flaws(lines, at, below_text=bool(above and above[-1].strip()))
    return None


def _with_flaws(lines: Sequence[str], at: int, *, below_text: bool) -> tuple[int, list[Row], int] | None:
    """A table with pipes that Python-Markdown would not know: below a line of text, or without a rule."""
    end = at
    while end < min(len(lines), at + _MOST_LINES) and _PIPED.fullmatch(lines[end]):
        end += 1
    ruled = end - at > 1 and _RULE.fullmatch(lines[at + 1]) is not None
    if end - at < 2 or (ruled and not below_text):
        return None
    body = [line for line in lines[at:end] if not _RULE.fullmatch(line)]
    rows = [tuple(cell.strip() for cell in _PIPE.split(line.strip())[1:-1]) for line in body]
    columns = {len(row) for row in rows}
    return (end, rows, 0) if len(columns) == 1 and columns.pop() > 1 else None


def _with_pipes(rows: Sequence[Row]) -> Iterator[str]:
    for number, row in enumerate(rows):
        yield "| " + " | ".join(_PIPE.sub(r"\|", cell) for cell in row) + " |"
        if not number:
            yield "|" + "---|" * len(row)


# Grids


def _grid(lines: Sequence[str], at: int) -> tuple[int, list[Row], int]:
    edges = [where for where, sign in enumerate(lines[at]) if sign == "+"]
    rows: list[Row] = []
    row: list[list[str]] = [[] for _ in edges[1:]]
    end = at + 1
    while end < min(len(lines), at + _MOST_LINES) and lines[end].lstrip(" ")[:1] in ("+", "|"):
        if _BORDER.fullmatch(lines[end]):
            if any(row):
                rows.append(tuple(" ".join(cell) for cell in row))
            row = [[] for _ in edges[1:]]
        elif lines[end].rstrip()[-1:] not in ("|", "+"):
            return end, [], 0
        else:
            _fill(row, lines[end], edges)
        end += 1
    return end, [] if any(row) else rows, 0


def _fill(row: list[list[str]], line: str, edges: Sequence[int]) -> None:
    """Put a line of a grid into the cells; one without an edge between two columns is a cell over both."""
    begins = 0
    for column in range(1, len(edges)):
        edge = edges[column]
        if column == len(edges) - 1 or line[edge : edge + 1] in ("|", "+"):
            text = line[edges[begins] + 1 : edge].strip()
            if text and not _ONLY_BORDER.fullmatch(text):
                row[begins].append(text)
            begins = column


# Columns under a broken line


def _columns(lines: Sequence[str], at: int, above: Sequence[str]) -> tuple[int, list[Row], int] | None:
    starts = [found.start() for found in _DASHES.finditer(lines[at])]
    head = 0
    while head < min(_MOST_NAMES, len(above)) and above[-1 - head].strip():
        head += 1
    names = list(above[len(above) - head :])
    framed = bool(names) and _LINE.fullmatch(names[0]) is not None
    if names and not framed and len(names) > 1:
        return None
    if framed:
        names = names[1:]
    end = _end(lines, at + 1, closed=framed or not names)
    body = lines[at + 1 : end]
    if end == at + 1 or not all(fits(line, starts) for line in (*names, *body)):
        return None
    rows = [joined([sliced(line, starts) for line in names])] if names else []
    several = framed or any(not line.strip() for line in body)
    rows += _rows(body, starts) if several else [sliced(line, starts) for line in body]
    return end + (framed or not names), rows, head


def _end(lines: Sequence[str], at: int, *, closed: bool) -> int:
    """Behind the last row: at the line that closes the table, or a blank one; ``at`` where none does."""
    for end in range(at, min(len(lines), at + _MOST_LINES)):
        is_line = _LINE.fullmatch(lines[end]) or _PARTED.fullmatch(lines[end])
        if closed and is_line:
            return end
        if not closed and (is_line or not lines[end].strip()):
            return end
    return at if closed else min(len(lines), at + _MOST_LINES)


def _rows(body: Sequence[str], starts: Sequence[int]) -> Iterator[Row]:
    """The rows of several lines, apart by blank ones."""
    row: list[Row] = []
    for line in (*body, ""):
        if line.strip():
            row.append(sliced(line, starts))
        elif row:
            yield joined(row)
            row = []
