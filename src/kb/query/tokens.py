"""The tokens of a question that may cite something: folded words, numbers and marks, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.query.numerals import numeral
from kb.text.folding import fold

_LONGEST = 1000  # characters
_DOTTED = r"(?<![\w.])(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?"  # an abbreviation: "O.G.", "C.D.N"
_TOKEN = re.compile(rf"{_DOTTED}|[^\W\d_]+|\d+|[^\w\s]")
_NUMBER_SIGN = frozenset("no num numero number nr n nº n° º ° # numb".split())
BETWEEN = frozenset(", ; : . ( ) [ - – — at in en de del of the la el los las su its un onu".split())
MOST_BETWEEN = 4  # small words and marks in a row
YEAR = 4  # digits


def token_words(text: str) -> list[str]:
    """The folded words, numbers and marks of a text; an abbreviation without its full stops.

    >>> token_words("O.G. 14, párr. 36")
    ['og', '14', ',', 'parr', '.', '36']
    """
    return [word for word, _ in _tokens(text)]


def _tokens(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    for match in _TOKEN.finditer(text):
        word = fold(match[0])
        yield (word.replace(".", "") if len(word) > 1 else word), match.span()


class Tokens:
    """The tokens of a question, and what stands at each of them; a number in words is one of figures."""

    def __init__(self, question: str) -> None:
        self.question = question[:_LONGEST]
        tokens = list(_tokens(self.question))
        self.spans = [span for _, span in tokens]
        self.words = [word for word, _ in tokens]
        for place in range(len(self.words)):
            if place < len(self.words) and (found := numeral(self.words, place)):
                number, end = found
                self.spans[place:end] = [(self.spans[place][0], self.spans[end - 1][1])]
                self.words[place:end] = [f"{number}"]

    def start(self, place: int) -> int:
        """The character where a token begins; the end, behind the last."""
        return self.spans[place][0] if place < len(self.spans) else len(self.question)

    def behind(self, character: int) -> int:
        """The first token that begins there or later."""
        return next((at for at, span in enumerate(self.spans) if span[0] >= character), len(self.spans))

    def word(self, place: int) -> str:
        """The folded token there; nothing, behind the last."""
        return self.words[place] if place < len(self.words) else ""

    def is_capital(self, place: int) -> bool:
        """Whether the token was typed as one capital letter."""
        start, end = self.spans[place]
        return end - start == 1 and self.question[start].isupper()

    def number(self, place: int) -> int | None:
        """The number there, of up to four digits."""
        word = self.word(place)
        return int(word) if word.isascii() and word.isdecimal() and len(word) <= YEAR else None

    def touches(self, place: int) -> bool:
        """Whether a token follows the one before it without a space."""
        return 0 < place < len(self.spans) and self.spans[place - 1][1] == self.spans[place][0]

    def in_brackets(self, place: int) -> bool:
        """Whether a bracket before a token is still open there."""
        opened = 0
        for word in self.words[:place]:
            opened = max(0, opened + (word == "(") - (word == ")"))
        return opened > 0

    def past(self, place: int) -> int:
        """Behind the small words and marks that may stand between a text and its place."""
        for _ in range(MOST_BETWEEN):
            place += self.word(place) in BETWEEN
        return place

    def sign(self, place: int) -> int:
        """Behind "No.", "núm.", "n.º", "#"."""
        for _ in range(MOST_BETWEEN):
            place += self.word(place) == "." or self.word(place) in _NUMBER_SIGN
        return place
