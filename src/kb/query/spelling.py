"""Which words of a vocabulary somebody may have meant who typed a word that is not in it (pure).

A vocabulary of 100,000 words is not compared word by word. Looked at are the words that begin with
the first letter of the typed one (or one that sounds or lies like it), are about as long and share
most of its letters; of words that begin otherwise, those that differ in the first letter alone.
What was read of the vocabulary is kept, so that a second look-up takes a few milliseconds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from string import ascii_lowercase
from typing import NamedTuple

from kb.text.sounds import cost
from kb.text.spelling import SHORTEST

_MOST_LONGER = 2  # letters
_MOST_OTHER = 4  # letters that only one of two words has
_BEGINNINGS = {
    "b": "v", "v": "b", "s": "cz", "z": "sc", "c": "skqz", "k": "cq", "q": "ck", "g": "j", "j": "g",
}  # fmt: skip
_VOWELS = "aeiou"

Forms = Callable[[str], Iterable[tuple[str, int]]]


class Near(NamedTuple):
    """A word that may have been meant: how far off it is, and how many texts hold it."""

    cost: float
    word: str
    texts: int


class _Held(NamedTuple):
    word: str
    texts: int
    letters: int  # a bit for each


class Speller:
    """Looks for words near a typed one among those that the texts hold, and ``labels``."""

    def __init__(self, forms: Forms, labels: Iterable[str] = ()) -> None:
        """Take the vocabulary from ``forms``: beginning -> folded words with how many texts hold each."""
        self._forms = forms
        self._labels = frozenset(labels)
        self._read: dict[str, dict[int, list[_Held]]] = {}  # beginning -> length -> words

    def near(self, typed: str) -> list[Near]:
        """The words that may have been meant by a folded word, the likeliest first."""
        most = farthest(typed)
        if not most:
            return []
        found = {
            held.word: Near(distance, held.word, held.texts)
            for held in self._proposed(typed)
            if held.word != typed and (distance := cost(typed, held.word)) <= most
        }
        return sorted(found.values(), key=lambda each: (each.cost, -each.texts, each.word))

    def _proposed(self, typed: str) -> Iterator[_Held]:
        letters, length = _letters(typed), len(typed)
        for beginning in _beginnings(typed):
            begun = self.begun(beginning)
            for long in range(length - _MOST_LONGER, length + _MOST_LONGER + 1):
                for held in begun.get(long, ()):
                    if (held.letters ^ letters).bit_count() <= _MOST_OTHER:
                        yield held
        for letter in ascii_lowercase:
            for word in (letter + typed, letter + typed[1:]):
                if one := self._one(word):
                    yield one

    def begun(self, beginning: str) -> Mapping[int, Sequence[_Held]]:
        """The words that begin so, by their length; read once."""
        if beginning not in self._read:
            texts = dict.fromkeys((each for each in self._labels if each.startswith(beginning)), 0)
            texts |= dict(self._forms(beginning))
            begun = self._read[beginning] = defaultdict(list)
            for word, count in texts.items():
                if len(word) >= SHORTEST - 1 and word.isalpha():
                    begun[len(word)].append(_Held(word, count, _letters(word)))
        return self._read[beginning]

    def _one(self, word: str) -> _Held | None:
        for held, count in self._forms(word):
            if held == word:
                return _Held(word, count, 0)
            break
        return _Held(word, 0, 0) if word in self._labels else None


def farthest(typed: str) -> float:
    """How far off a word may be that is offered for a typed one; 0: none is.

    >>> [farthest(word) for word in ("oim", "niña", "asylum", "guardian", "gc14")]
    [0.0, 1.0, 1.5, 2.0, 0.0]
    """
    if len(typed) < SHORTEST or not typed.isalpha():
        return 0.0
    return 1.0 if len(typed) < 6 else 1.5 if len(typed) < 8 else 2.0


def respelled(text: str, words: Mapping[tuple[int, int], str]) -> str:
    """``text`` with other words at some spans, capitals as they were typed.

    >>> respelled('"Best INTRESTS" -x', {(6, 14): "interests"})
    '"Best INTERESTS" -x'
    """
    for start, end in sorted(words, reverse=True):
        typed, word = text[start:end], words[start, end]
        if typed.isupper():
            word = word.upper()
        elif typed[:1].isupper():
            word = word[:1].upper() + word[1:]
        text = text[:start] + word + text[end:]
    return text


def _beginnings(typed: str) -> list[str]:
    """How the words begin that may have been meant."""
    first, second = typed[0], typed[1]
    found = [first, second, *_BEGINNINGS.get(first, "")]
    if first in _VOWELS:
        found.append(f"h{first}")
    if first == "y":
        found.append("ll")
    if typed.startswith("ll"):
        found.append("y")
    return list(dict.fromkeys(found))


def _letters(word: str) -> int:
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits
