"""The years of an answer as bars to draw: each leads to the documents of its year or years.

A bar is as wide as a finger needs (24 px, WCAG 2.5.8), so that only so many fit; where there are more
years, a bar stands for two, five, ten ... of them, and its value in the address is their range (2012..2013).
What is chosen by a bar is chosen as in a list: an alternative of other years that are chosen, and no word
of the question, whose answer it only narrows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kb.query.days import years
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

    @property
    def value(self) -> str:
        """What it chooses of the facet."""
        return str(self.first) if self.first == self.last else f"{self.first}..{self.last}"

    def chosen(self, question: Question) -> bool:
        """Whether all its years are chosen."""
        spans = [span for span, _ in _chosen(question)]
        return all(any(year in span for span in spans) for year in range(self.first, self.last + 1))

    def address(self, question: Question) -> str:
        """Where the bar leads: its years chosen beside others, or no longer."""
        if not self.chosen(question):
            return question.narrowed("year", self.value)
        met = [pair for span, pair in _chosen(question) if span.start <= self.last and self.first < span.stop]
        return question.address(chosen=tuple(pair for pair in question.chosen if pair not in met))


@dataclass(frozen=True, slots=True)
class Chart:
    """All bars, from the earliest to the latest."""

    bars: tuple[Bar, ...]

    @property
    def width(self) -> int:
        """In pixels."""
        return WIDTH * len(self.bars)


def chart(counted: Iterable[tuple[int, int]]) -> Chart:
    """The bars of years and their counts; none where there is only one year to choose.

    >>> [(bar.name, bar.count, bar.height) for bar in chart([(2014, 2), (2015, 0), (2016, 4)]).bars]
    [('2014', 2, 28), ('2015', 0, 0), ('2016', 4, 56)]
    >>> [bar.name for bar in chart((year, 1) for year in range(2001, 2021)).bars][:3]
    ['2001', '2002–2003', '2004–2005']
    """
    found = list(counted)
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


def _chosen(question: Question) -> list[tuple[range, tuple[str, str]]]:
    """The years that are chosen, and how the question has them."""
    return [(years(pair[1]), pair) for pair in question.chosen if pair[0] == "year"]


def _height(count: int, most: int) -> int:
    return max(2, round(TALLEST * count / most)) if count else 0
