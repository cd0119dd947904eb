"""Words that are spelled almost alike: edit distance, and the near words of a whole vocabulary.

An edit puts in, takes out or replaces a letter, or swaps two neighbours (Damerau 1964). The first letter is
kept, as people seldom get it wrong.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cache
from typing import Protocol

MOST_EDITS = 2
SHORTEST, LONGEST = 4, 40  # letters of a word whose near spellings mean anything


def edits(word: str, other: str) -> int | None:
    """How many edits make ``word`` of ``other``; None where the first letter or too much differs.

    >>> edits("asylum", "aslyum"), edits("ninez", "ninas"), edits("child", "shield")
    (1, 2, None)
    """
    return distance(word, other) if word[:1] == other[:1] else None


def distance(word: str, other: str) -> int | None:
    """How many edits make ``word`` of ``other``, of the first letter too; None where it is too many.

    >>> distance("asilo", "xsilo"), distance("child", "shield"), distance("child", "guardian")
    (1, 2, None)
    """
    if abs(len(word) - len(other)) > MOST_EDITS:
        return None
    found = _damerau()(word, other)
    return found if found <= MOST_EDITS else None


class Vocabulary(Protocol):
    """Sorted words in UTF-8, asked for by number."""

    def __len__(self) -> int: ...

    def __getitem__(self, place: int, /) -> bytes: ...


def near(word: str, most: int, vocabulary: Vocabulary) -> Iterator[tuple[int, str]]:
    """The words of a sorted ``vocabulary`` that ``most`` edits at most make of ``word``, with how many."""
    first = word[:1].encode()
    behind = first + b"\xff"  # in UTF-8 it sorts behind every letter
    for place in range(bisect_left(vocabulary, first), bisect_left(vocabulary, behind)):
        other = vocabulary[place].decode()
        if (count := distance(word, other)) is not None and count <= most:
            yield count, other


@cache
def _damerau() -> Callable[[str, str], int]:
    # Loaded when it is needed: it takes 25 ms, and most questions are spelled right.
    from jellyfish import damerau_levenshtein_distance

    return damerau_levenshtein_distance
