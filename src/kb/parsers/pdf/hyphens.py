"""Lines -> running text: words that were divided at the end of a line become whole again.

Whether a hyphen at the end of a line belongs to the word is decided by the document itself: the
form that occurs elsewhere in it wins ("non-refoulement", "international"). Where neither does, the
hyphen stays if its first half stands before hyphens elsewhere, or its second half behind them
("child-friendly" beside "gender-friendly"); else it goes, because most are the printer's. In a long
document that divides no words, a hyphen beside a word of the document belongs to a compound.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kb.text.folding import fold

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DIVIDED = re.compile(r"(?P<first>[^\W\d_]+(?:-[^\W\d_]+){0,4})[-\u00ad‐]$")
_FEWEST_LINES = 100  # to tell of a document that it divides no words
_MOST_HYPHENS = 0.01  # of its lines; where words are divided, up to a third of the lines end in a hyphen
_MOST_DIVIDED = 0.2  # of those words, as an oversight
_LONGEST_WORD = 80  # characters
_NEXT = re.compile(r"[^\W\d_]+")
# Addresses of e-mail and pages keep their hyphens, and are one word where a line ends in one of their marks.
_ADDRESS_ENDS = re.compile(r"(?:[\w.+-]@[\w.-]{0,60}|(?:https?://|www\.)\S{0,200})[-@./_]$")
_ADDRESS_BEGINS = re.compile(r"[\w.+-]{1,40}@\w|[\w-]{1,40}\.[a-z]{2,8}(?:$|[\s/,;)])")
_JOINS = re.compile(r"[\w)][-‐/]$|\w–$")
_ENDS = "-\u00ad‐@./_–"  # what a line ends in that may not be followed by a space


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a document, what stands before and behind hyphens, and whether it divides words."""

    words: Counter[str]
    befores: frozenset[str]
    behinds: frozenset[str]
    divides: bool

    def knows(self, word: str) -> bool:
        """Whether a word stands in the document."""
        return self.words[fold(word)] > 0

    def whole(self, first: str, second: str) -> str:
        """The word that two halves make, with or without its hyphen."""
        joined, hyphened = fold(first + second), fold(f"{first}-{second}")
        if self.words[joined] != self.words[hyphened]:
            keeps = self.words[hyphened] > self.words[joined]
        else:
            one, other = fold(first), fold(second)
            keeps = (
                (not self.divides and (one in self.befores or self.words[one] > 0 or self.words[other] > 0))
                or (one in self.befores and self.words[other] > 0)
                or (other in self.behinds and self.words[one] > 0)
            )
        return f"{first}-{second}" if keeps else f"{first}{second}"


def vocabulary(texts: Iterable[str]) -> Vocabulary:
    """The words of the lines, without those that a line's end divides."""
    undivided: list[str] = []
    plain: list[str] = []  # lines that neither end nor begin in half a word
    wholes: list[str] = []  # of words that end in a hyphen at the end of a line
    begun = half = ""
    lines = 0
    for text in texts:
        lines += 1
        divided = text[-1:] in ("-", "\u00ad", "‐")
        if not divided and not begun:
            plain.append(text)
            continue
        found = _WORD.findall(fold(text))
        undivided += found[1 if begun else 0 : len(found) - divided]
        if half and found and text[0].islower():
            wholes.append(half + found[0])
        half = found[-1] if divided and found else ""
        begun = text[-1:] if divided else ""
    words = Counter([*_WORD.findall(fold("\n".join(plain))), *undivided])
    rare = lines >= _FEWEST_LINES and len(wholes) <= _MOST_HYPHENS * lines
    divides = not rare or sum(words[whole] > 0 for whole in wholes) > _MOST_DIVIDED * len(wholes)
    parts = [word.split("-") for word in words if "-" in word]
    return Vocabulary(
        words, frozenset(part[0] for part in parts), frozenset(part[-1] for part in parts), divides
    )


def joined(texts: Iterable[str], known: Vocabulary) -> str:
    """The text of lines that follow each other."""
    pieces: list[str] = []
    for text in texts:
        if pieces:
            pieces[-1:] = _met(pieces[-1], text, known)
        else:
            pieces.append(text)
    return "".join(pieces)


def _met(before: str, text: str, known: Vocabulary) -> tuple[str, str]:
    """Two lines as they meet: the first one's end, whole or with a space, and what is left of the second."""
    if before[-1:] not in _ENDS:
        return f"{before} ", text
    divided, following = _DIVIDED.search(before[-_LONGEST_WORD:]), _NEXT.match(text)
    address = _ADDRESS_ENDS.search(before[-_LONGEST_WORD:])
    if (address or (divided and _ADDRESS_BEGINS.match(text))) and not (
        divided and following and _is_divided(divided["first"], following[0], known, address=bool(address))
    ):
        return before, text
    if divided is None or following is None:
        return (before, text) if _JOINS.search(before[-2:]) else (f"{before} ", text)
    if before.endswith("\u00ad"):
        return before[:-1], text
    first, second = divided["first"], following[0]
    if not second[0].islower() and not (known.knows(first + second) and first.isupper() and second.isupper()):
        return before, text
    whole = known.whole(first, second)
    return before[: -len(divided[0])], whole + text[len(second) :]


def _is_divided(first: str, second: str, known: Vocabulary, *, address: bool) -> bool:
    """Whether a hyphen inside an address was set by whoever divides words; ``address``: behind its beginning.

    The hyphen stays beside a word of the document, as in "prensa-acnur@...", and in most names of hosts.
    """
    whole = known.knows(first + second)
    return whole or not (address or known.knows(first) or known.knows(second))
