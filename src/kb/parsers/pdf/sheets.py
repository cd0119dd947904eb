"""The nouns of a page: words with their places, runs of words, lines, and the sheet they stand on.

Coordinates are points. The left edge is 0 and heights count upwards, as in the file; a page whose
words run up or down is turned first, so that every line here runs from left to right.
"""

from __future__ import annotations

from dataclasses import dataclass, field

# Around the mark of a note, from when it is seen until it is known to be one.
MARK_OPENS, MARK_CLOSES = "\ue000", "\ue001"

Cell = tuple[str, ...]  # the lines of a cell of a table


@dataclass(slots=True)
class Word:
    """A word: its place, its baseline, its type."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    italic: bool = False
    glued: bool = False  # to the word before, without a space


@dataclass(slots=True)
class Run:
    """Words side by side on one baseline, with no more than the space between words."""

    words: list[Word]
    left: float
    right: float
    base: float
    size: float
    text: str = ""
    bold: bool = False
    italic: bool = False
    cells: tuple[tuple[Cell, ...], ...] = ()  # row after row, where the run is a ruled table


@dataclass(slots=True)
class Line:
    """A line of a column. ``low`` and ``high`` are the edges of the column it stands in."""

    page: int
    region: int
    runs: list[Run]
    left: float
    right: float
    base: float
    size: float
    text: str
    bold: bool
    italic: bool
    low: float = 0.0
    high: float = 0.0
    rank: int = 0  # the level of the heading that the outline says this is
    group: int = 0  # lines of one such heading share a number

    @property
    def cells(self) -> tuple[tuple[Cell, ...], ...]:
        """The rows of a ruled table; empty where the line is one of words."""
        return self.runs[0].cells

    @property
    def full(self) -> bool:
        """Whether the line reaches the right edge, so that its sentence may go on."""
        return self.high - self.right < 2.5 * self.size


@dataclass(slots=True)
class Sheet:
    """A page: what stands on it, and what may be under its text."""

    number: int
    width: float
    height: float
    runs: list[Run]
    rules: list[tuple[float, float, float]] = field(default_factory=list)  # level: left, right, height
    posts: list[tuple[float, float, float]] = field(default_factory=list)  # upright: place, bottom, top
    letters: int = 0
    unreadable: int = 0  # letters without a meaning in Unicode
    pictured: bool = False
    aside: bool = False  # words that run another way than most of the page
