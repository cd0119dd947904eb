"""Tables: which hold facts, which are labels with values, and which only lay out a page."""

from __future__ import annotations

from collections.abc import Iterator

from bs4.element import Tag

from kb.parsers.blocks import Block
from kb.parsers.html import tree
from kb.text.folding import normalise, squeeze

_ROWS = frozenset(("tr", "caption"))
_CELLS = frozenset(("td", "th", "caption"))
_LONGEST_CELL = 120  # characters of a fact
_LONGEST_LABEL = 40
_LONGEST_VALUE = 300
_WITH_DIGITS = 0.25  # of the cells
_MOST_LABELS = 40  # rows


def is_data(table: Tag) -> bool:
    """Whether a table holds facts: it has headings or rows of short cells with digits, and no layout."""
    headed, laid_out = _marks(table)
    return not laid_out and (headed or _looks_like_data(_rows(table)))


def labels(table: Tag) -> list[str] | None:
    """The lines "label: value" that a table of two columns is, such as a contact's."""
    rows = [] if any(_marks(table)) else [[cell for cell in row if cell] for row in _rows(table)]
    rows = [row for row in rows if row]
    if not 2 <= len(rows) <= _MOST_LABELS or not all(map(_is_labelled, rows)):
        return None
    return [f"{label.rstrip(' :')}: {value}" for label, value in rows]


def block(table: Tag) -> Iterator[Block]:
    """A table as lines of cells, so that a row can be read and found."""
    text = "\n".join(" | ".join(row) for row in _rows(table) if any(row))
    if text:
        yield Block(text=text, kind="table")


def _marks(table: Tag) -> tuple[bool, bool]:
    """Whether it has cells of heading, and whether it holds what only a layout holds."""
    headed, pending = False, list(table.contents)
    while pending:  # not find(): it walks to the last descendant first
        each = pending.pop()
        if isinstance(each, Tag):
            if each.name == "table":
                return headed, True
            headed = headed or each.name == "th"
            pending += each.contents
    return headed, False


def _looks_like_data(rows: list[list[str]]) -> bool:
    rows = [row for row in rows if len(row) > 1]
    cells = [cell for row in rows for cell in row if cell]
    if len(rows) < 3 or len({len(row) for row in rows}) > 2 or len(cells) < 6:
        return False
    digits = sum(any(map(str.isdigit, cell)) for cell in cells)
    return (
        max(map(len, cells)) <= _LONGEST_CELL
        and digits >= len(cells) * _WITH_DIGITS
        and not all(map(_is_labelled, rows))
    )


def _is_labelled(row: list[str]) -> bool:
    if len(row) != 2 or len(row[1]) > _LONGEST_VALUE:
        return False
    label = row[0].rstrip(" :")
    return 0 < len(label) <= _LONGEST_LABEL and label[0].isalpha() and not any(map(str.isdigit, label))


def _rows(table: Tag) -> list[list[str]]:
    rows: list[list[str]] = [[]]
    for each in table.descendants:
        if isinstance(each, Tag):
            if each.name in _ROWS:
                rows.append([])
            if each.name in _CELLS:
                rows[-1].append("")
        elif tree.is_shown(each) and rows[-1]:
            rows[-1][-1] += f"{each} "
    return [[squeeze(normalise(cell)) for cell in row] for row in rows]
