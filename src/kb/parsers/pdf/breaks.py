"""Lines that their author ended: the first word of the next one would have had room behind them.

Whoever sets running text fills a line before beginning the next. So a line that leaves more room than
the next word takes was ended on purpose: a letterhead, a date, an address, each line of a contact. How
much room there is depends on how a line is set: from the left edge that others share, around the
middle of the column, or against its right edge.

In a block beside others nobody can tell how wide it was; its lines are its author's if none reads as wrapped.

What must stay true: a line of running text is never said to have been ended because a wider line stands
elsewhere on the page, so that an indented quotation is measured by its own lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from kb.parsers.blocks import are_lines
from kb.parsers.pdf.sheets import Line

_RAGGED = 2.5  # of the type size: lines that share a right edge end this near to it
_SPACE = 0.3  # of the type size
_SAME_EDGE = 2.0  # points
_OF_THE_COLUMN = 2.0  # of the type size: lines that begin this near to its edge are as wide as the column
_MIDDLE = 3.0  # points
_RIGHT = 0.25  # of the width of the column is free before a line set against its right edge
_MOST_BY_CHANCE = 3  # lines around one middle that begin at one edge
_LONGEST_MIDST = 6  # characters, with the space before
# Words that stand before others, a bracket that is open, a sign that joins.
_MIDST = re.compile(
    r"(?:\b(?:and|or|of|the|for|in|at|to|with|by|an?|from|y|e|o|de|del|la|las|los|el|para|en|al|con|por)|[(&/+@‐-])$",
    re.IGNORECASE,
)
_MOST = 0.95  # of the lines with one left edge end before this one's right edge: the others hang out


def mark(lines: Sequence[Line]) -> None:
    """Say of each line whether its author ended it."""
    for _, group in groupby(lines, lambda line: line.region):
        column = list(group)
        rights = _rights(column)
        listed = column[0].apart and are_lines([line.text for line in column])
        for line, below in pairwise(column):
            if not _goes_on(line.text, below.text):
                room = line.high - line.low if listed else _room(line, rights[round(line.left)])
                line.spare = room - needs(below)


def parted(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines as their author wrote them; one that was wrapped is several."""
    found: list[list[Line]] = [[]]
    for line in lines:
        found[-1].append(line)
        if line.ended and line is not lines[-1]:
            found.append([])
    return found


def are_authored(lines: Sequence[Line]) -> bool:
    """Whether lines of a paragraph are those of a letterhead or an address, and no running text."""
    groups = parted(lines)
    return len(groups) > 1 and are_lines([" ".join(line.text for line in group) for group in groups])


def needs(line: Line) -> float:
    """The room that the first word of a line would have taken in the line before."""
    return line.runs[0].opening - line.left + _SPACE * line.size


def _goes_on(text: str, below: str) -> bool:
    """Whether a line ends as none does that its author ended: in "of the", or in half a number."""
    return _MIDST.search(text[-_LONGEST_MIDST:]) is not None or (text[-1:].isdigit() and below[:1].isdigit())


def _room(line: Line, rights: Sequence[float]) -> float:
    """What a line leaves free of the width it could have had; ``rights`` are the ends of those below it."""
    width = line.high - line.low
    alone = len(rights) < _MOST_BY_CHANCE and line.left > line.low + line.size
    centred = abs(line.left + line.right - line.low - line.high) / 2 < _MIDDLE
    pushed = abs(line.right - line.high) < _SAME_EDGE and line.left > line.low + _RIGHT * width
    if alone and (centred or pushed):
        return width - (line.right - line.left)
    if line.left < line.low + _OF_THE_COLUMN * line.size or len(rights) == 1:
        return line.high - line.right
    edge = rights[min(int(len(rights) * _MOST), len(rights) - 1)]
    share_it = 2 * sum(edge - right < _RAGGED * line.size for right in rights) >= len(rights)
    return (edge if share_it else line.high) - line.right


def _rights(lines: Sequence[Line]) -> dict[int, list[float]]:
    """Where the lines end that begin at one left edge, by that edge."""
    found: dict[int, list[float]] = {}
    for line in lines:
        found.setdefault(round(line.left), []).append(line.right)
    return {
        left: sorted(right for each in (left - 1, left, left + 1) for right in found.get(each, ()))
        for left in found
    }
