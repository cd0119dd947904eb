"""The two sides of a gutter, row by row: whether running text stands on both, or the cells of a table.

Running text has long lines that fill their side and go on in the next line, and it does not begin
its paragraphs at the same heights on both sides, as the rows of a table do.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from kb.parsers.pdf.sheets import Run

_PROSE = 15  # letters a line on average; cells of tables are shorter
_FILLED, _MOSTLY = 0.75, 0.4  # a line that long fills its column; so many do
_SAME_HEIGHT, _ONE_HEIGHT = 2.0, 1.0  # points
_NEW = 1.28  # of the usual distance of lines: a paragraph begins, or a row of a table
_TOGETHER = 0.7  # of the paragraphs of both sides begin at the same heights: rows of a table
_PARAGRAPH = 2.5  # lines; cells are shorter
_FLOWING = 0.12  # of the lines go on in the next one: running text
_FILLED_UP = 6.0  # times the type size: what a ragged line may leave free
_ADDRESS = re.compile(r"\S{1,80}@|https?:|www\.")
_SAME_LINE = 0.45  # of the type size, between baselines


@dataclass(slots=True)
class Row:
    """The runs of one side of a gutter that stand at one height."""

    runs: list[Run]

    @property
    def main(self) -> Run:
        """The longest of its runs, whose type is that of the row."""
        return max(self.runs, key=lambda run: len(run.text))

    @property
    def base(self) -> float:
        """The height it stands at."""
        return self.runs[0].base

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.runs[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(run.right for run in self.runs)

    @property
    def letters(self) -> int:
        """How many letters it has."""
        return sum(map(_letters, self.runs))


def parted(band: list[Run], gutter: float) -> tuple[list[Row], list[Row]]:
    """The lines on the left and on the right of a gutter."""
    left = [run for run in band if (run.left + run.right) / 2 < gutter]
    right = [run for run in band if (run.left + run.right) / 2 >= gutter]
    return rows_of(left), rows_of(right)


def rows_of(runs: Sequence[Run]) -> list[Row]:
    """The runs, ordered by height, as rows."""
    rows: list[Row] = []
    for run in runs:
        if rows and rows[-1].base - run.base <= _SAME_LINE * max(run.size, rows[-1].runs[0].size):
            rows[-1].runs.append(run)
        else:
            rows.append(Row([run]))
    for row in rows:
        row.runs.sort(key=lambda run: run.left)
    return rows


def are_columns(left: list[Row], right: list[Row], *, fewest: int) -> bool:
    """Whether running text stands on both sides; ``fewest`` lines on each."""
    if min(len(left), len(right)) < fewest or not _are_abreast(left, right):
        return False
    return is_prose(left) and is_prose(right) and not _is_table(left, right)


def _are_abreast(left: list[Row], right: list[Row]) -> bool:
    """Whether the shorter side stands beside the longer one, not above or below it."""
    short, long = sorted((left, right), key=len)
    high, low = long[0].base + long[0].runs[0].size, long[-1].base - long[-1].runs[0].size
    return 2 * sum(low < row.base < high for row in short) > len(short)


def is_prose(rows: list[Row]) -> bool:
    """Whether lines are those of a column: long, and many of one length."""
    if sum(row.letters for row in rows) < _PROSE * len(rows):
        return False
    rights = sorted(row.right for row in rows)
    low, high = min(row.left for row in rows), rights[int(len(rights) * 0.9)]
    return sum(right > low + _FILLED * (high - low) for right in rights) >= _MOSTLY * len(rows)


def _is_table(left: list[Row], right: list[Row]) -> bool:
    """Whether two sides are the cells of rows: what begins, begins on both, or nothing flows."""
    one, other = _beginnings(left), _beginnings(right)
    most = max(len(one), len(other))
    if most > 1:
        level = sum(any(abs(place - each) < _SAME_HEIGHT for each in other) for place in one)
        return level >= _TOGETHER * most and not _of_one_length(left, right, one, other)
    side_by_side = _shared([row.base for row in left], [row.base for row in right])
    return side_by_side >= _TOGETHER * max(len(left), len(right)) and not (flows(left) or flows(right))


def _beginnings(rows: list[Row]) -> dict[float, float]:
    """The heights at which a paragraph or a row begins, below the first line, and the gaps above them."""
    gaps = [above.base - row.base for above, row in itertools.pairwise(rows)]
    usual = median(gaps) if gaps else 0.0
    return {row.base: gap for row, gap in zip(rows[1:], gaps, strict=True) if gap > _NEW * usual}


def _of_one_length(
    left: list[Row], right: list[Row], one: dict[float, float], other: dict[float, float]
) -> bool:
    """Whether the paragraphs of both sides happen to have as many lines; cells of a row seldom do."""
    long = min(len(left), len(right)) > _PARAGRAPH * max(len(one), len(other))
    return long and all(
        abs(gap - other[each]) < _SAME_HEIGHT
        for place, gap in one.items()
        for each in other
        if abs(place - each) < _SAME_HEIGHT
    )


def _shared(one: Sequence[float], other: Sequence[float]) -> int:
    return sum(any(abs(place - each) < _SAME_HEIGHT for each in other) for place in one)


def flows(rows: list[Row]) -> bool:
    """Whether the sentences of a side run on from line to line: a full one, then a small letter."""
    edge = max(row.right for row in rows) - _FILLED_UP * rows[0].runs[0].size
    running = sum(goes_on(row.runs[0].text) and above.right > edge for above, row in itertools.pairwise(rows))
    return running >= _FLOWING * len(rows)


def goes_on(text: str) -> bool:
    """Whether a line begins inside a sentence: with a small letter, and not with an address."""
    return text[:1].islower() and not _ADDRESS.match(text)


def _letters(run: Run) -> int:
    """Letters, not the dots of a table of contents."""
    return len(run.text) - run.text.count(".") - run.text.count(" ")


def is_alike(one: Run, other: Run) -> bool:
    """Whether two runs are set in the same type."""
    return abs(one.size - other.size) < 0.1 and one.bold == other.bold and one.italic == other.italic
