"""Tables: which hold facts, which are labels with values, and which only lay out a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bs4.element import PageElement, Tag

from kb.parsers.blocks import Block
from kb.parsers.html import tree
from kb.parsers.raised import raised, without_marks
from kb.text.folding import normalise, squeeze

_ROWS = frozenset(("tr", "caption"))
_CELLS = frozenset(("td", "th", "caption"))
_LONGEST_CELL = 120  # characters of a fact
_LONGEST_LABEL = 40
_LONGEST_VALUE = 300
_WITH_DIGITS = 0.25  # of the cells
_MOST_LABELS = 40  # rows
_LONGEST_HEAD = 80  # characters of the name of a column
_LONGEST_IN_GRID = 400  # characters of a cell of words
_FILLED = 0.8  # of the cells of a grid
_MOST_SPANNED = 30  # columns or rows
_FIGURE = re.compile(r"(?:US\$|[$€£Q])?\s?(?:\d{1,3}(?:[.,\s]\d{3}){0,3}|\d{4,6})(?:[.,]\d{1,2})?\s?%?")
_BOLD = frozenset(("b", "strong", "th"))
_DEEPEST_BOLD = 8  # elements between a bold one and its text
_SECTIONS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "img", "form", "nav"))


@dataclass(slots=True)
class _Cell:
    text: str = ""
    columns: int = 1
    rows: int = 1
    bold: bool = True  # all of it


@dataclass(slots=True)
class _Marks:
    """What tells of a table: names of columns, lines around cells, what only a layout holds."""

    headed: bool = False
    framed: bool = False
    laid_out: bool = False
    sections: bool = False  # headings or pictures
    links: int = 0


def is_data(table: Tag) -> bool:
    """Whether a table holds facts: it has headings, or rows of short cells, and no layout."""
    marks = _marks(table)
    if marks.laid_out:
        return False
    cells = _cells(table)
    return marks.headed or _looks_like_data(_laid(cells)) or _is_grid(table, marks, cells)


def labels(table: Tag) -> list[str] | None:
    """The lines "label: value" that a table of two columns is, such as a contact's."""
    marks = _marks(table)
    if marks.laid_out or marks.headed:
        return None
    cells = [row for each in _cells(table) if (row := [cell for cell in each if cell.text])]
    rows = [[cell.text for cell in row] for row in cells]
    if not 2 <= len(rows) <= _MOST_LABELS or not all(map(_is_labelled, rows)):
        return None
    if _names_columns(cells) or _head_above(table, 2):
        return None
    return [f"{label.rstrip(' :')}: {value}" for label, value in rows]


def tells(table: Tag) -> bool:
    """Whether a table is no menu: it has rows of facts, or labels with figures."""
    labelled = labels(table) or []
    return any(any(map(str.isdigit, line)) for line in labelled) if labelled else is_data(table)


def block(table: Tag) -> Iterator[Block]:
    """A table as lines of cells, so that a row can be read and found."""
    text = "\n".join(" | ".join(row) for row in _laid(_cells(table)) if any(row))
    if text:
        yield Block(text=text, kind="table")


def _marks(table: Tag) -> _Marks:
    marks, pending = _Marks(framed=_is_framed(table)), list(table.contents)
    while pending:  # not find(): it walks to the last descendant first
        each = pending.pop()
        if isinstance(each, Tag):
            if each.name == "table":
                marks.laid_out = True
                return marks
            marks.headed |= each.name in ("th", "thead", "caption")
            marks.sections |= each.name in _SECTIONS
            marks.links += each.name == "a"
            pending += each.contents
    return marks


def _is_framed(table: Tag) -> bool:
    border = str(table.get("border") or "0")
    return border.rstrip("px") not in ("0", "none") or "border:" in tree.style(table)


def _looks_like_data(rows: list[list[str]]) -> bool:
    titled = len(rows) > 1 and len(rows[0]) == 1 and 0 < len(rows[0][0]) <= _LONGEST_HEAD
    rows = [row for row in rows if len(row) > 1]
    cells = [cell for row in rows for cell in row if cell]
    if len(rows) + titled == 2:
        return _are_figures(rows)
    if len(rows) < 3 or len({len(row) for row in rows}) > 2 or len(cells) < 6:
        return False
    digits = sum(any(map(str.isdigit, cell)) for cell in cells)
    return (
        max(map(len, cells)) <= _LONGEST_CELL
        and digits >= len(cells) * _WITH_DIGITS
        and not all(map(_is_labelled, rows))
    )


def _are_figures(rows: list[list[str]]) -> bool:
    """Whether two rows, or one below a title, hold hardly more than figures and what is counted."""
    figures = [sum(_FIGURE.fullmatch(cell) is not None for cell in row) for row in rows]
    short = all(len(cell) <= _LONGEST_LABEL for row in rows for cell in row)
    alike = len({len(row) for row in rows}) == 1
    return alike and short and max(figures) >= 2 and max(figures) * 2 >= len(rows[0])


def _is_grid(table: Tag, marks: _Marks, cells: Sequence[Sequence[_Cell]]) -> bool:
    """Whether words stand in rows and columns that have names or lines, or are three and more each."""
    rows = [row for row in _laid(cells) if len(row) > 1]
    columns = {len(row) for row in rows}
    filled = [cell for row in rows for cell in row if cell]
    if marks.sections or len(columns) != 1 or not filled or max(map(len, filled)) > _LONGEST_IN_GRID:
        return False
    if marks.links * 3 > len(filled) or len(filled) < len(rows) * columns.copy().pop() * _FILLED:
        return False
    if len(rows) == 1:
        return _heads_next(table, cells)
    wide = columns.pop()
    if _names_columns(cells) or (marks.framed and wide > 1) or _head_above(table, wide):
        return True
    return wide > 2 and len(rows) > 2 and max(map(len, filled)) <= _LONGEST_CELL


def _names_columns(cells: Sequence[Sequence[_Cell]]) -> bool:
    """Whether the first row is bold and names the columns of the others."""
    rows = [row for row in cells if len(row) > 1 and any(cell.text for cell in row)]
    if len(rows) < 2 or not all(cell.bold and 0 < len(cell.text) <= _LONGEST_HEAD for cell in rows[0]):
        return False
    return not all(cell.bold for row in rows[1:] for cell in row)


def _heads_next(table: Tag, cells: Sequence[Sequence[_Cell]]) -> bool:
    """Whether a table of one row names the columns of the table that follows."""
    row = next((row for row in cells if len(row) > 1), [])
    after = _beside(table.next_siblings)
    named = all(cell.bold and 0 < len(cell.text) <= _LONGEST_HEAD for cell in row)
    return named and after is not None and _width(after) == len(row)


def _head_above(table: Tag, columns: int) -> bool:
    above = _beside(table.previous_siblings)
    cells = _cells(above) if above is not None else []
    return len(cells) == 1 and len(cells[0]) == columns and all(cell.bold for cell in cells[0])


def _beside(siblings: Iterator[PageElement]) -> Tag | None:
    """The table that stands right beside another."""
    for each in siblings:
        if isinstance(each, Tag):
            return each if each.name == "table" else None
        if str(each).strip():
            return None
    return None


def _width(table: Tag) -> int:
    return max((len(row) for row in _laid(_cells(table))), default=0)


def _is_labelled(row: list[str]) -> bool:
    if len(row) != 2 or len(row[1]) > _LONGEST_VALUE:
        return False
    label = row[0].rstrip(" :")
    return 0 < len(label) <= _LONGEST_LABEL and label[0].isalpha() and not any(map(str.isdigit, label))


def _cells(table: Tag) -> list[list[_Cell]]:
    rows: list[list[_Cell]] = [[]]
    for each in table.descendants:
        if isinstance(each, Tag):
            if each.name in _ROWS:
                rows.append([])
            if each.name in _CELLS:
                rows[-1].append(_Cell(columns=_span(each, "colspan"), rows=_span(each, "rowspan")))
            elif each.name == "li" and rows[-1] and rows[-1][-1].text.rstrip()[-1:].isalnum():
                rows[-1][-1].text = f"{rows[-1][-1].text.rstrip()}; "
        elif tree.is_shown(each) and rows[-1]:
            cell = rows[-1][-1]
            raises = each.parent is not None and each.parent.name == "sup"
            cell.text += f"{raised(str(each)) if raises else each} "
            cell.bold &= not str(each).strip() or _is_bold(each)
    for row in rows:
        for cell in row:
            cell.text = squeeze(without_marks(normalise(cell.text)))
    return [row for row in rows if row]


def _span(cell: Tag, name: str) -> int:
    stated = str(cell.get(name) or "1")
    return min(max(int(stated), 1), _MOST_SPANNED) if stated.isdecimal() and len(stated) < 4 else 1


def _is_bold(string: PageElement) -> bool:
    here = string.parent
    for _ in range(_DEEPEST_BOLD):
        if here is None or here.name in _BOLD:
            return here is not None
        if here.name in _CELLS:
            return False
        here = here.parent
    return False


def _laid(cells: Sequence[Sequence[_Cell]]) -> list[list[str]]:
    """The rows, with empty cells where one reaches over several columns or rows; a title stands alone."""
    rows: list[list[str]] = []
    reaching: dict[int, int] = {}  # column -> rows that a cell above still takes
    for row in cells:
        if len(row) == 1 and not reaching:
            rows.append([row[0].text])
            continue
        laid: list[str] = []
        for cell in row:
            while reaching.get(len(laid)):
                reaching[len(laid)] -= 1
                laid.append("")
            if cell.rows > 1:
                reaching[len(laid)] = cell.rows - 1
            laid += [cell.text, *[""] * (cell.columns - 1)]
        while reaching.get(len(laid)):
            reaching[len(laid)] -= 1
            laid.append("")
        reaching = {column: left for column, left in reaching.items() if left}
        rows.append(laid)
    return rows
