"""Runs 1, 2, 3 ...: which of them number the paragraphs of the document, and which belong to one place.

A guideline numbers its paragraphs through all of its sections, with lists in between that begin at 1 again
and end before it goes on. Another begins anew in every section. The first is found by what its run does: it
goes on under a second heading. What begins anew belongs to where it stands, also where it stands first, so
that its address does not depend on what other editions print before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

_DEEPEST = 8  # runs inside each other that are looked at
_WIDEST_GAP = 3  # numbers that may be missing: an edition has dropped them


@dataclass(frozen=True, slots=True)
class Number:
    """A number that stands before a paragraph: which block, under which heading, and how."""

    block: int
    value: int
    heading: str
    local: bool  # a list of the paragraph above it, or of a section with a number
    item: bool = False  # the format calls it an item of a list
    section: bool = False  # the heading has a number of its own, which tells where the paragraph is
    announced: bool = False  # a colon stands before it: it may begin a list
    words: bool = False  # printed as a word, "Tercero": a run has digits or words, never both


@dataclass(slots=True)
class _Run:
    numbers: list[Number] = field(default_factory=list)

    @property
    def last(self) -> int:
        return self.numbers[-1].value

    @property
    def headings(self) -> int:
        return len({each.heading for each in self.numbers})


def running_through(numbers: Iterable[Number]) -> frozenset[int]:
    """The blocks whose numbers run through the document; none where they begin anew in every section.

    >>> one = [Number(1, 1, "s1", False), Number(2, 2, "s1", False), Number(3, 3, "s2", False)]
    >>> two = [Number(1, 1, "s1", False), Number(2, 2, "s1", False), Number(3, 1, "s2", False)]
    >>> sorted(running_through(one)), sorted(running_through(two))
    ([1, 2, 3], [])
    """
    runs = _runs(list(numbers))
    open_ones = [run for run in runs if not run.numbers[0].local or run.headings > 1]
    # A list of the foreword is no rival of the paragraphs behind it.
    open_ones = [run for run in open_ones if not run.numbers[0].announced or run.headings > 1] or open_ones
    alike = [[run for run in open_ones if run.numbers[0].words == words] for words in (False, True)]
    chosen = next((run for find in (_through, _alone) for each in alike if (run := find(each))), None)
    return frozenset(each.block for each in chosen.numbers) if chosen else frozenset()


def _through(runs: Sequence[_Run]) -> _Run | None:
    """The run that goes on under a second heading and has half of the numbers or more."""
    longest = max(runs, key=lambda run: (run.headings > 1, len(run.numbers)), default=None)
    members = sum(len(run.numbers) for run in runs)
    return longest if longest and longest.headings > 1 and len(longest.numbers) * 2 >= members else None


def _alone(runs: Sequence[_Run]) -> _Run | None:
    """The only run, where no section's own number tells where it is."""
    return runs[0] if len(runs) == 1 and not runs[0].numbers[0].section else None


def _runs(numbers: Sequence[Number]) -> list[_Run]:
    found: list[_Run] = []
    going_on: list[_Run] = []  # those that may go on, the innermost last
    for number in numbers:
        run = _continued(going_on, number)
        if run is None:
            run = _Run()
            found.append(run)
            going_on.append(run)
        else:
            while going_on[-1] is not run:
                going_on.pop()
        run.numbers.append(number)
    return found


def _continued(going_on: Sequence[_Run], number: Number) -> _Run | None:
    if number.value == 1:
        return None
    inner = [run for run in going_on[:-_DEEPEST:-1] if run.numbers[0].words == number.words]
    inner = [run for run in inner if not run.numbers[0].local or run.numbers[-1].heading == number.heading]
    exact = [run for run in inner if run.last == number.value - 1]
    alike = [run for run in exact if run.numbers[-1].item == number.item]
    near = [run for run in inner if 1 < number.value - run.last <= _WIDEST_GAP + 1]
    return next(iter((*alike, *exact, *near)), None)
