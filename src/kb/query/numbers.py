"""The numbers of one question, each with the word that it belongs to.

"48 hours", "Title 42": such a number is looked for beside its word, where they were typed side by side. The
number alone would find "Article 48" and "para. 48".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kb.query.ages import age, bare_age, bare_ages
from kb.query.counting import has_numbers, is_apart, is_counted, is_number, is_of_age, is_short
from kb.query.translating import Translating
from kb.query.tree import Alternative, Node, Phrase, Translated, Word
from kb.text.words import folded_words
from kb.thesaurus import LANGUAGES

_BETWEEN = ("de", "of", "por", "per")
_SIGNS = {ord("%"): " percent ", **dict.fromkeys(map(ord, "$€£"), " money ")}  # what is counted is no age


class Numbers:
    """Knows what the numbers of a question say, by its words as they follow each other."""

    def __init__(self, text: str, words: Translating | None, off: frozenset[str]) -> None:
        """``text`` is the question; to the words of ``off`` nothing is added."""
        said = folded_words(text.translate(_SIGNS))
        self._beside = frozenset((*pairwise(said), *_apart(said)))
        self._bare = bare_ages(said) - off
        self._words = words

    def bare_age(self, part: Node) -> Translated | None:
        """A number that is an age without its years."""
        if not isinstance(part, Word) or part.exact or part.folded not in self._bare:
            return None
        return bare_age(part.folded, self._language)

    def of_age(self, parts: Sequence[Node], place: int) -> tuple[Node, int] | None:
        """An age with what leads to it (*under 15*, *over the age of 16*), and how many parts it takes."""
        words = [_plain_word(part) for part in parts[place:]]
        led = next((count for count, word in enumerate(words) if not is_of_age(word)), len(words))
        number, following = (*words[led:], "", "")[:2]
        if not led or not is_short(number):
            return None
        if said := age(parts, place + led):
            return said[0], led + said[1]
        if is_counted(following, number):  # "over 16 countries"
            return None
        known = bare_age(number, self._language)
        typed = Alternative(
            Phrase((words[led - 1], number)), f"{words[led - 1]} {number}", "", 1.0, shown=False
        )
        return replace(known, alternatives=(typed, *known.alternatives)), led + 1

    def pair(self, parts: Sequence[Node], place: int) -> tuple[str, str] | None:
        """A word and the number that belongs to it, in the order of the question.

        It is the number of the noun behind it ("48 hours"), or else of the word before it ("Title 42",
        "ODS 10"); always of one that numbers stand behind ("artículo 31 de la ley").
        """
        if not self._side_by_side(parts, place):
            return None
        first, second = (_plain_word(part) for part in parts[place : place + 2])
        if is_number(first):
            return (first, second) if not is_number(second) and is_counted(second, first) else None
        if not is_number(second) or second in self._bare:
            return None
        following = _plain_word(parts[place + 2]) if self._side_by_side(parts, place + 1) else ""
        counts = is_counted(following, second) and not is_number(following)
        own = has_numbers(first) and not is_of_age(first)  # "under 18 years"
        return None if counts and not own else (first, second)

    def together(self, words: tuple[str, str]) -> Translated:
        """A word with its number, side by side, and its first translation with it in the other language."""
        return Translated(Phrase(words, soft=True), tuple(self._translated(words)))

    def beside(self, parts: Sequence[Node], place: int) -> Translated | None:
        """A short number of a long question, beside the words that it was typed beside."""
        number = _plain_word(parts[place])
        pairs = [
            (_plain_word(parts[first]), _plain_word(parts[first + 1]))
            for first in (place, place - 1)
            if first >= 0 and self._side_by_side(parts, first)
        ]
        pairs = [pair for pair in pairs if not all(map(is_number, pair))]
        if not is_short(number) or not pairs:
            return None
        others = [Alternative(Phrase(pair), " ".join(pair), "", 1.0, shown=False) for pair in pairs[1:]]
        for pair in pairs:
            others += bare_age(number, self._language).alternatives if is_of_age(pair[0]) else ()
            others += self._translated(pair) if pair[1] == number or is_counted(pair[1], number) else ()
        return Translated(Phrase(pairs[0], soft=True), tuple(others))

    def lone(self, parts: Sequence[Node], place: int) -> Node | None:
        """A short number that stands beside no word, where the question has words besides."""
        others = any(not is_number(word) for part in parts if (word := _plain_word(part)))
        return parts[place] if others and is_short(_plain_word(parts[place])) else None

    @property
    def _language(self) -> str:
        """The language of the question, of those in which ages are known."""
        spoken = self._words.languages if self._words else LANGUAGES
        return next((each for each in spoken if each in LANGUAGES), LANGUAGES[0])

    def _side_by_side(self, parts: Sequence[Node], place: int) -> bool:
        pair = tuple(_plain_word(part) for part in parts[place : place + 2])
        return len(pair) > 1 and all(pair) and pair in self._beside

    def _translated(self, words: tuple[str, str]) -> Iterator[Alternative]:
        word = min(words, key=str.isdecimal)
        if self._words is None or word in self._words.off:
            return
        for each in self._words.translations(word, most=1):
            if isinstance(each.leaf, Word) and each.weight and each.shown:
                yield replace(
                    each,
                    leaf=Phrase(_in_place(words, each.leaf.folded), language=each.language),
                    label=" ".join(_in_place(words, each.label)),
                )


def _apart(said: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Numbers and what they count with a small word between: "4 de noviembre", "95 por ciento"."""
    for number, small, word in zip(said, said[1:], said[2:], strict=False):
        if is_number(number) and small in _BETWEEN and is_apart(word):
            yield number, word


def _in_place(words: Sequence[str], word: str) -> tuple[str, ...]:
    """The words with another one in the place of that which is no number."""
    return tuple(each if each.isdecimal() else word for each in words)


def _plain_word(part: Node) -> str:
    """A word that was typed without marks; nothing of any other part."""
    return part.folded if isinstance(part, Word) and not part.exact else ""
