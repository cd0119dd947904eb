"""The years of an answer as bars to draw: each leads to the documents of its year or years.

A bar is as wide as a finger needs (24 px, WCAG 2.5.8), so that only so many fit; where there are more
years, a bar stands for two, five, ten ... of them and leads to a question with that range.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kb.web.question import Question

WIDTH = 24  # pixels of a bar and the room around it
TALLEST = 56
_MOST = 11  # bars; what fits beside the results
_STEPS = (1, 2, 5, 10, 20, 50, 100, 1000)  # years of a bar


@dataclass(frozen=True, slots=True)
class Bar:
    """A year, or a few in a row, and how many documents are of them."""

    first: int
    last: int
    count: int
    left: int  # pixels
    height: int

    @property
    def name(self) -> str:
        """The year, or the first and the last."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"

    def chosen(self, question: Question) -> bool:
        """Whether the question is narrowed to this very year."""
        return self.first == self.last and ("year", str(self.first)) in question.chosen

    def address(self, question: Question) -> str:
        """Where the bar leads: its year chosen, or no longer; its years as words of the question."""
        if self.chosen(question):
            return question.widened("year", str(self.first))
        if self.first == self.last:
            return question.narrowed("year", str(self.first))
        return question.address(text=f"{question.text} year:{self.first}..{self.last}".strip())


@dataclass(frozen=True, slots=True)
class Chart:
    """All bars, from the earliest to the latest."""

    bars: tuple[Bar, ...]

    @property
    def width(self) -> int:
        """In pixels."""
        return WIDTH * len(self.bars)


def chart(years: Iterable[tuple[int, int]]) -> Chart:
    """The bars of years and their counts; none where there is only one year to choose.

    >>> [(bar.name, bar.count, bar.height) for bar in chart([(2014, 2), (2015, 0), (2016, 4)]).bars]
    [('2014', 2, 28), ('2015', 0, 0), ('2016', 4, 56)]
    >>> [bar.name for bar in chart((year, 1) for year in range(2001, 2021)).bars][:3]
    ['2001', '2002–2003', '2004–2005']
    """
    found = list(years)
    for step in _STEPS:
        counts: Counter[int] = Counter()
        for year, count in found:
            counts[year // step * step] += count
        if len(counts) <= _MOST:
            break
    if len(counts) < 2:
        return Chart(())
    most = max(1, *counts.values())
    earliest, latest = found[0][0], found[-1][0]
    return Chart(
        tuple(
            Bar(
                max(first, earliest),
                min(first + step - 1, latest),
                count,
                WIDTH * place,
                _height(count, most),
            )
            for place, (first, count) in enumerate(sorted(counts.items()))
        )
    )


def _height(count: int, most: int) -> int:
    return max(2, round(TALLEST * count / most)) if count else 0
