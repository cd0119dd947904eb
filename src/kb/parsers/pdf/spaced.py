"""Cells that stand hardly further apart than words: narrow tables without lines, as browsers set them.

A line that was ended before its edge was not stretched to it, so that a wide space in it was meant. Where
such spaces end at the same place in line after line, cells begin there. Code in typewriter letters has no
other spaces, and is left as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

from kb.parsers.pdf.runs import made
from kb.parsers.pdf.sheets import Line, Run

_FEWEST_LINES = 3
_NEARLY_ALL = 0.75  # of the lines
_WIDE = 0.5  # of the type size: a space is a quarter
_SAME_EDGE = 1.2  # points
_NEAR = 3.5  # of the type size, from line to line


def part(lines: Sequence[Line]) -> None:
    """Part the runs of lines into cells where they are those of such a table."""
    for ended, group in groupby(lines, lambda line: line.ended and not line.cells):
        chain = list(group)
        if ended and len(chain) >= _FEWEST_LINES:
            _part_ended(chain)


def _part_ended(lines: Sequence[Line]) -> None:
    stretch: list[tuple[Line, set[int]]] = []
    for line in lines:
        begun = {round(left) for left in _set_apart(line)}
        if not begun or (stretch and not _follows(stretch[-1][0], line)):
            _part(stretch)
            stretch = []
        if begun:
            stretch.append((line, begun))
    _part(stretch)


def _follows(above: Line, line: Line) -> bool:
    """Whether a line stands as near below another as rows of a table do."""
    return above.region == line.region and 0 < above.base - line.base < _NEAR * line.size


def _part(stretch: Sequence[tuple[Line, set[int]]]) -> None:
    """Part the lines where most of them have a word after a wide space."""
    if len(stretch) < _FEWEST_LINES or not any(_has_space(line) for line, _ in stretch):
        return
    edges = Counter(edge for _, begun in stretch for edge in begun)
    often = max(_FEWEST_LINES, _NEARLY_ALL * len(stretch))
    shared = [edge for edge in edges if edges[edge] + edges[edge + 1] >= often]
    for line, _ in stretch if shared else ():
        line.runs = [piece for run in line.runs for piece in _cells(run, shared)]


def _has_space(line: Line) -> bool:
    """Whether words of a line stand apart by a common space; those of typewriter letters are all wide."""
    return any(
        word.left - before.right <= _WIDE * run.size and not word.glued
        for run in line.runs
        for before, word in pairwise(run.words)
    )


def _set_apart(line: Line) -> list[float]:
    """Where the words of a line begin before which a wide space stands, within its runs or between them."""
    return [run.left for run in line.runs[1:]] + [
        word.left
        for run in line.runs
        for before, word in pairwise(run.words)
        if word.left - before.right > _WIDE * run.size
    ]


def _cells(run: Run, edges: Sequence[int]) -> list[Run]:
    words = run.words
    starts = [
        at
        for at, word in enumerate(words)
        if at == 0
        or (
            word.left - words[at - 1].right > _WIDE * run.size
            and any(-_SAME_EDGE < word.left - edge < 1 + _SAME_EDGE for edge in edges)
        )
    ]
    if len(starts) == 1:
        return [run]
    return [made(words[one:other]) for one, other in zip(starts, [*starts[1:], None], strict=True)]
