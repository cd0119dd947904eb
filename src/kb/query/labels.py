"""The names that concepts, bodies and countries have, as leaves of a question."""

from __future__ import annotations

from kb.query.tree import Phrase, Word
from kb.text.words import is_stop_word


def leaf(words: tuple[str, ...], *, exact: bool = False) -> Word | Phrase:
    """A name as it is looked for; a stop word alone is meant as it stands."""
    if len(words) > 1:
        return Phrase(words, exact)
    return Word(words[0], exact or is_stop_word(words[0]))


def contains(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Whether a name stands in another one: where that is found, it is found.

    >>> contains(("corte", "penal", "internacional"), ("penal", "internacional"))
    True
    """
    return any(long[place : place + len(short)] == short for place in range(len(long) - len(short) + 1))
