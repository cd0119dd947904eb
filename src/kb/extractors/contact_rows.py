"""Rows of a contact block: of a table, or lines that tell a number before its person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from kb.extractors.contact_people import Mark

REACH = frozenset(("phone", "email", "fax"))
_LABEL_CELL = re.compile(
    r"\s?(?:tel|phone|correo|e-?mail|mail|cel|m[oó]vil|mobile|whats|fax|n[uú]mero|number)", re.IGNORECASE
)
_ROW_END = re.compile(r"[\n;]")
_COLUMN_END = re.compile(r"\s[|·•/]\s")
_WORD = re.compile(r"[^\W\d_]{2}")


def goes_on_with(text: str, row: Sequence[Mark], mark: Mark) -> bool:
    """Whether a number or address below a row of a table has a label alone for its first cell."""
    cell = text[row[-1].end : mark.start].rpartition("\n")[2]
    return mark.kind in REACH and (not _WORD.search(cell) or _LABEL_CELL.match(cell) is not None)


def offices_apart(text: str, row: Sequence[Mark]) -> Set[int]:
    """Where the offices of a row begin that have a cell with their number, behind that of another number."""
    return frozenset(
        mark.start
        for before, mark, behind in zip(row, row[1:], row[2:], strict=False)
        if mark.kind == "office" and before.kind in REACH and behind.kind in REACH
        if "|" in text[before.end : mark.start] and "|" not in text[mark.end : behind.start]
    )


def is_one_contact(row: Sequence[Mark]) -> bool:
    """Whether a row of a table tells of one person or office, and a number or address."""
    kinds = [mark.kind for mark in row]
    told = len(kinds) - sum(kind in REACH for kind in kinds)
    return 0 < told < len(kinds) and kinds.count("name") <= 1 and kinds.count("place") <= 1


def rows_of(text: str, marks: Sequence[Mark]) -> Set[int]:
    """Where the first marks of rows stand: of lines that tell a number before its person, two at least."""
    rows = _rows_between(_ROW_END, text, marks)
    return rows if len(rows) > 1 else _rows_between(_COLUMN_END, text, marks)


def _rows_between(end: re.Pattern[str], text: str, marks: Sequence[Mark]) -> Set[int]:
    """The rows that end so, if there are two at least."""
    rows = []
    for line in _lines(end, text, marks):
        kinds = [mark.kind for mark in line]
        kinds = kinds[1:] if kinds[0] == "place" and len(kinds) > 1 else kinds
        kinds = kinds[:-1] if kinds[-2:] == ["name", "email"] else kinds  # of the person before it
        if kinds[0] in REACH and kinds[-1] in {"name", "office"} and kinds.count("name") <= 1:
            rows.append(line[0].start)
    return frozenset(rows if len(rows) > 1 else ())


def _lines(end: re.Pattern[str], text: str, marks: Sequence[Mark]) -> Iterator[list[Mark]]:
    """The marks of each line, which ``end`` ends, that has some."""
    line: list[Mark] = []
    for mark in marks:
        if line and end.search(text, line[-1].end, mark.start + 1):
            yield line
            line = []
        line.append(mark)
    if line:
        yield line
