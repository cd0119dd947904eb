"""The notes at the foot of a page, apart from its text.

Notes are set in smaller type below the last line of the text, or stand below a short rule. The
first begins with a mark: a figure, a star, a small raised sign. What follows without a mark goes
on with the note before, also from the page before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.parsers.pdf.notes import FIGURES
from kb.parsers.pdf.sheets import ENDS, MARK_CLOSES, MARK_OPENS, Line, Sheet

_SMALLER = 0.93  # of the type of the text
_OTHER_SIZE = 0.3  # points
_LOWER_PART = 0.62  # of the page: where notes can begin
_MARKED = re.compile(
    rf"{MARK_OPENS}[\[(]?(?P<raised>[\d⁰-⁹¹²³]{{1,3}}|[*†‡§¶]{{1,3}})[\])]?,?{MARK_CLOSES}\s?"
    r"|[\[(]?(?P<plain>\d{1,3}|[*†‡§¶]{1,3})[\]).]{0,2}(?:\s+|(?=[^\W\d]))(?=\S)"
)
_RAISED = re.compile(rf"{MARK_OPENS}[\[(]?(?P<mark>[\d⁰-⁹¹²³]{{1,3}}|[*†‡§¶]{{1,3}})[\])]?{MARK_CLOSES}\s?")
_LONGEST_RULE = 0.6  # of the width of the column; a longer one belongs to a table


def marked(text: str) -> tuple[str, str] | None:
    """The mark that a note begins with, and the rest of it.

    >>> marked("3 See annex II."), marked("* Adopted in May."), marked("See annex II.")
    (('3', 'See annex II.'), ('*', 'Adopted in May.'), None)
    """
    found = _MARKED.match(text)
    return ((found["raised"] or found["plain"]).translate(FIGURES), text[found.end() :]) if found else None


def begins(line: Line, above: Line | None, last: str | None = None) -> bool:
    """Whether a note begins with a line: a plain figure inside a sentence ("article 7") is no mark.

    ``last`` is the mark of the note before; the figure that comes after it is always one.
    """
    found = _MARKED.match(line.text)
    if found is None or above is None or found["raised"] or abs(above.size - line.size) > _OTHER_SIZE:
        return found is not None
    counts = last is not None and last.isdecimal() and found["plain"] == str(int(last) + 1)
    return counts or bool(ENDS.search(above.text)) or not above.full


def raised(text: str) -> tuple[str, str] | None:
    """The small raised mark at the beginning of a note, and the rest: so are endnotes printed."""
    found = _RAISED.match(text)
    return (found["mark"].translate(FIGURES), text[found.end() :]) if found else None


def parted(
    lines: Sequence[Line], sheet: Sheet, body: float, *, goes_on: bool
) -> tuple[list[Line], list[Line]]:
    """The lines of the text and those of the notes; ``goes_on``: the page before ended with a note."""
    text: list[Line] = []
    notes: list[Line] = []
    for region in dict.fromkeys(line.region for line in lines):
        column = [line for line in lines if line.region == region]
        start = _start(column, sheet, body, goes_on=goes_on)
        text += column[:start]
        notes += column[start:]
    return text, notes


def _start(column: list[Line], sheet: Sheet, body: float, *, goes_on: bool) -> int:
    """The line of a column where its notes begin; its length where there are none."""
    under = _under_rule(column, sheet)
    if under is not None:
        return under
    start = len(column)
    while start and _is_small(column[start - 1], sheet, body):
        start -= 1
    while start < len(column) and not begins(column[start], column[start - 1] if start else None):
        if goes_on and start and column[start].size < _SMALLER * body:
            return start
        start += 1
    return start if start else len(column)  # a column of notes alone is an appendix in small type


def _is_small(line: Line, sheet: Sheet, body: float) -> bool:
    return not line.cells and line.size < _SMALLER * body and line.base < _LOWER_PART * sheet.height


def _under_rule(column: list[Line], sheet: Sheet) -> int | None:
    """The first line below a short rule, if a note begins there."""
    for left, right, height in sheet.rules:
        line = column[0]
        short = right - left < _LONGEST_RULE * max(line.high - line.low, 1)
        if not short or abs(left - line.low) > 6 or height > _LOWER_PART * sheet.height:
            continue
        below = [index for index, each in enumerate(column) if each.base < height]
        if below and below[0] and marked(column[below[0]].text) and height - column[below[0]].base < 30:
            return below[0]
    return None
