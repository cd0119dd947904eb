"""The front and the back of a document: what is printed before the running text and after it.

A release says who, where and when in its first lines and its last; what stands between is running
text, which speaks of other dates, places and documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from kb.records import Document, Passage

_LINE = re.compile(r"[^\n]+")
_SHORTEST_PROSE = 90  # characters: below this even a sentence is a line of its own
_CERTAIN_PROSE = 180
_MOST_LINES = 60  # a letterhead has fewer; what has more is a table or noise


def front(document: Document, *, prose: int = 1, most: int = 15) -> tuple[Passage, ...]:
    """The first passages, up to and with the ``prose``-th one of running text, ``most`` at most."""
    chosen: list[Passage] = []
    for passage in document.passages[:most]:
        chosen.append(passage)
        prose -= is_prose(passage.text)
        if prose <= 0:
            break
    return tuple(chosen)


def back(document: Document, *, most: int = 8) -> tuple[Passage, ...]:
    """The last passages, the last one first."""
    return tuple(reversed(document.passages[-most:]))


def is_prose(text: str) -> bool:
    """Whether ``text`` is running text and no line of a letterhead.

    >>> is_prose("Distr.: General. Adopted 16 November 2017. Original: English")
    False
    """
    ends = text.rstrip().endswith((".", ":", "”", '"', "»"))
    return len(text) >= _CERTAIN_PROSE or (len(text) >= _SHORTEST_PROSE and ends)


def lines(text: str) -> Iterator[tuple[int, str]]:
    """The first lines of a passage's text, each with the position where it begins."""
    yield from _lines(text)


@lru_cache(maxsize=256)  # several extractors read the same front one after another
def _lines(text: str) -> tuple[tuple[int, str], ...]:
    return tuple((match.start(), match[0]) for match in islice(_LINE.finditer(text), _MOST_LINES))


def lines_of(passages: Iterable[Passage]) -> Iterator[tuple[Passage, int, str]]:
    """The first lines of each passage, with the passage and the position where they begin."""
    for passage in passages:
        for start, line in lines(passage.text):
            yield passage, start, line
