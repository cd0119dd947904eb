"""How the names of places and running text are compared: words without accents, and what stands between."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# Combining marks belong to their letter: text may come decomposed, and positions must not move.
_WORD = re.compile(r"\w+(?:[\u0300-\u036f]+\w*)*")
_SIGNS = str.maketrans("\u2018\u2019\u02bc\u2010\u2011\u2013", "'''---")


class Word(NamedTuple):
    """A word of a text, which it is from code point ``start`` up to, not including, ``end``."""

    start: int
    end: int
    text: str  # without accents, in its own case
    key: str  # the same in lower case


@lru_cache(maxsize=1 << 14)
def key_of(name: str) -> str:
    """A name's words in lower case, without accents and punctuation: what two spellings share."""
    return " ".join(word.key for word in cut(name))


def cut(text: str) -> list[Word]:
    """The words of a text, in their order."""
    if text.isascii():
        lowered = text.lower()
        spans = (match.span() for match in _WORD.finditer(text))
        return [Word(start, end, text[start:end], lowered[start:end]) for start, end in spans]
    plain = ((match, _plain(match.group())) for match in _WORD.finditer(text))
    return [Word(*match.span(), word, word.lower()) for match, word in plain]


def _plain(word: str) -> str:
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def gap(between: str) -> str:
    """What stands between two words, however it was set; no name crosses a blank line."""
    if between == " ":
        return between
    if between.count("\n") > 1:
        return "\n\n"
    return re.sub(r"\s+", " ", between).translate(_SIGNS)
