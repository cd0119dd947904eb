"""Numbers that a word processor prints before a paragraph: list levels and counts -> "36.", "(a)", "1.1".

A list has levels; each has a form of number, a pattern such as "%1.%2." and a first number. A
paragraph counts its own level on and starts the deeper ones anew. A level that nobody has used yet
counts as used once where a deeper one shows it, as Word does since its version 6.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

LEVELS = 10  # OpenDocument has ten, Word nine
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN = 3999  # the numerals go no further
_MOST_LETTERS = 26 * 30  # thirty times the same letter, as in Word
_PLACE = re.compile(r"%([1-9]|10)(?:%)?(?![0-9])")
LONGEST_PATTERN = 80  # characters; Word allows 31
BULLET = "•"


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How one level of a list prints its numbers."""

    form: str = "decimal"
    pattern: str = ""  # "%1.%2": the numbers of the levels 1 and 2
    start: int = 1
    legal: bool = False  # all levels are shown in Arabic numerals
    restart: int | None = None  # the level (from 1) that starts it anew; 0: none, None: each higher one


@dataclass(frozen=True, slots=True)
class Label:
    """What is printed before a paragraph, and where its list stands."""

    text: str
    form: str
    depth: int  # of the level, from 0
    list: str  # which list it is counted in
    parts: int = 1  # how many levels it shows


@dataclass(slots=True)
class Counts:
    """The numbers of one list, as far as it has been read."""

    values: list[int | None] = field(default_factory=lambda: [None] * LEVELS)

    def count(self, depth: int, levels: Mapping[int, Level], *, anew: int | None = None) -> None:
        """Count a paragraph of a level; ``anew`` is the number it is given where it starts again."""
        level = levels.get(depth, Level())
        before = self.values[depth]
        self.values[depth] = anew if anew is not None else level.start if before is None else before + 1
        for deeper in range(depth + 1, LEVELS):
            restart = levels.get(deeper, Level()).restart
            if restart is None or depth < restart:
                self.values[deeper] = None

    def printed(self, depth: int, levels: Mapping[int, Level]) -> str:
        """The label of the paragraph that was just counted."""
        level = levels.get(depth, Level())

        def number(found: re.Match[str]) -> str:
            place = int(found[1]) - 1
            shown = levels.get(place, Level())
            if self.values[place] is None:
                self.values[place] = shown.start
            form = "decimal" if level.legal and shown.form != "none" else shown.form
            return formatted(self.values[place] or 0, form)

        return _PLACE.sub(number, level.pattern).strip()


def formatted(number: int, form: str) -> str:
    """A number in one of the forms that lists have; forms of other scripts are shown in digits.

    >>> [formatted(28, form) for form in ("decimal", "lowerLetter", "upperRoman", "decimalZero", "none")]
    ['28', 'bb', 'XXVIII', '28', '']
    """
    if form in ("none", "bullet"):
        return ""
    if form == "decimalZero":
        return f"{number:02}"
    if form in ("lowerRoman", "upperRoman") and 0 < number <= _MOST_ROMAN:
        return _roman(number) if form == "lowerRoman" else _roman(number).upper()
    if form in ("lowerLetter", "upperLetter") and 0 < number <= _MOST_LETTERS:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    return str(number)


def _roman(number: int) -> str:
    letters = ""
    for value, letter in _ROMAN:
        letters += letter * (number // value)
        number %= value
    return letters


def whole(text: str | None, default: int = 0) -> int:
    """A number that a file states; the default for what is none, and for what no list counts to."""
    digits = (text or "").strip()
    negative = digits.startswith("-")
    digits = digits.removeprefix("-")
    if not digits.isascii() or not digits.isdecimal() or len(digits) > 9:
        return default
    return -int(digits) if negative else int(digits)
