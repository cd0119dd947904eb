"""How much two texts say the same: the resemblance of their shingles (Broder 1997)."""

from __future__ import annotations

import re
from itertools import islice

from kb.text.folding import fold

_SHINGLE = 4  # words
_MOST_WORDS = 50_000  # of a text that are looked at: a hundred pages tell enough
_WORD = re.compile(r"\w+")


def resemblance(first: str, second: str) -> float:
    """The share of runs of four words that both texts have, of all that either has: 0 to 1.

    >>> resemblance("A shelter opens in May.", "a shelter opens in may"), resemblance("One.", "Two.")
    (1.0, 0.0)
    """
    ours, theirs = _shingles(first), _shingles(second)
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 1.0


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = [fold(each[0]) for each in islice(_WORD.finditer(text), _MOST_WORDS)]
    last = max(1, len(words) - _SHINGLE + 1)
    return {tuple(words[place : place + _SHINGLE]) for place in range(last)} if words else set()
