"""The nouns of a page: words with their places, runs of words, lines, and the sheet they stand on.

Coordinates are points. The left edge is 0 and heights count upwards, as in the file; a page whose
words run up or down is turned first, so that every line here runs from left to right.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

# Around the mark of a note, from when it is seen until it is known to be one.
MARK_OPENS, MARK_CLOSES = "\ue000", "\ue001"

# The end of a sentence, a quotation or an item, with the mark of a note behind it.
ENDS = re.compile(rf"""[.:;?!…]["”’»)\]{MARK_OPENS}{MARK_CLOSES}\d]{{0,6}}$""")

_SLACK = 0.6  # of the type size, for what may keep a word from a line that has room for it

Cell = tuple[str, ...]  # the lines of a cell of a table


class Style(NamedTuple):
    """How letters are set."""

    size: float
    bold: bool = False
    italic: bool = False


class Word(NamedTuple):
    """A word: its place, its baseline, its type. A tuple, because a page has 400 of them."""

    text: str
    left: float
    right: float
    base: float
    style: Style
    glued: bool = False  # to the word before, without a space

    @property
    def size(self) -> float:
        """The size of its type."""
        return self.style.size


_word: Callable[[tuple[Any, ...]], Word] = partial(tuple.__new__, Word)  # half the time of Word(...)


def _numbers() -> array[float]:
    return array("d")


@dataclass(slots=True)
class Words:
    """The words of a page, one list a trait: a page has 400, and most are never asked for one by one."""

    texts: list[str] = field(default_factory=list)
    lefts: array[float] = field(default_factory=_numbers)
    rights: array[float] = field(default_factory=_numbers)
    bases: array[float] = field(default_factory=_numbers)
    styles: list[Style] = field(default_factory=list)
    glued: set[int] = field(default_factory=set)

    def add(self, words: Iterable[Word]) -> None:
        """Put words behind the others."""
        for word in words:
            if word.glued:
                self.glued.add(len(self.texts))
            self.texts.append(word.text)
            self.lefts.append(word.left)
            self.rights.append(word.right)
            self.bases.append(word.base)
            self.styles.append(word.style)

    def extend(self, other: Words, start: int, end: int) -> None:
        """Put a stretch of other words, none of them glued, behind these."""
        self.texts += other.texts[start:end]
        self.lefts += other.lefts[start:end]
        self.rights += other.rights[start:end]
        self.bases += other.bases[start:end]
        self.styles += other.styles[start:end]

    def part(self, start: int, end: int) -> list[Word]:
        """A stretch of them, each by itself."""
        traits = (self.texts, self.lefts, self.rights, self.bases, self.styles)
        glued = map(self.glued.__contains__, range(start, end))
        return list(map(_word, zip(*(trait[start:end] for trait in traits), glued, strict=True)))


@dataclass(slots=True)
class Run:
    """Words side by side on one baseline, with no more than the space between words.

    ``made_of`` are the words, or what makes them when they are asked for.
    """

    made_of: list[Word] | Callable[[], list[Word]]
    left: float
    right: float
    base: float
    size: float
    opening: float  # the right edge of its first word
    text: str = ""
    bold: bool = False
    italic: bool = False
    cells: tuple[tuple[Cell, ...], ...] = ()  # row after row, where the run is a ruled table

    @property
    def words(self) -> list[Word]:
        """Its words, each with its place."""
        if not isinstance(self.made_of, list):
            self.made_of = self.made_of()
        return self.made_of


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
    apart: bool = False  # of a block beside others, whose text goes on nowhere
    rank: int = 0  # the level of the heading that the outline says this is
    group: int = 0  # lines of one such heading share a number
    spare: float = 0.0  # the room that the first word of the next line would have left

    @property
    def cells(self) -> tuple[tuple[Cell, ...], ...]:
        """The rows of a ruled table; empty where the line is one of words."""
        return self.runs[0].cells

    @property
    def ended(self) -> bool:
        """Whether its author ended it: the next word would have had room."""
        return self.spare > _SLACK * self.size

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
    words: int = 0
    letters: int = 0
    unreadable: int = 0  # letters without a meaning in Unicode
    illegible: bool = False  # its letters are not those that it shows
    pictured: bool = False
    aside: bool = False  # words that run another way than most of the page
