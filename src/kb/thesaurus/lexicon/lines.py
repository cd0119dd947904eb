"""The lines of a dictionary: ``shelter: albergue; refugio``, sorted by the folded word (pure).

What must stay true: a look-up bisects, and no line is taken apart that was not asked for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from kb.text.folding import fold
from kb.text.words import stem

_MOST_COUSINS = 2  # words of the same stem that stand in for a word that is not held
_SHORTEST_STEM = 4  # letters; shorter ones say little, and hundreds of words begin with them


@lru_cache(maxsize=1 << 14)  # the lines that searches meet again and again on their way
def word_of(line: str) -> str:
    """The folded word of a line."""
    return fold(line.partition(":")[0])


def translations_of(line: str) -> list[str]:
    """What stands behind the word."""
    return line.partition(": ")[2].split("; ")


def beginning(lines: list[str], letters: str) -> Iterator[str]:
    """The lines whose word begins so, without its accents."""
    for place in range(bisect_left(lines, letters, key=word_of), len(lines)):
        if not word_of(lines[place]).startswith(letters):
            return
        yield lines[place]


def lines_of(lines: list[str], folded: str) -> list[str]:
    """The lines of a word: two for *campana* and *campaña*."""
    found = []
    for place in range(bisect_left(lines, folded, key=word_of), len(lines)):
        if word_of(lines[place]) != folded:
            break
        found.append(lines[place])
    return found


def cousins(lines: list[str], folded: str, language: str) -> list[str]:
    """The lines of the words with the same stem: what is left for a word that no rule gives."""
    wanted = stem(folded, language)
    if len(wanted) < _SHORTEST_STEM:
        return []
    return list(islice(of_stem(lines, wanted, language), _MOST_COUSINS))


def agreeing(lines: list[str], typed: str) -> list[str]:
    """Of lines whose words only accents tell apart those that agree with a word that was typed with some."""
    if typed.isascii():
        return lines
    agreed = {word_of(line) for line in lines if typed.startswith(line.partition(":")[0])}
    return [line for line in lines if typed.startswith(line.partition(":")[0]) or word_of(line) not in agreed]


def of_stem(lines: list[str], wanted: str, language: str) -> Iterator[str]:
    """The lines of the words with a stem."""
    for line in beginning(lines, wanted.removesuffix("i")):  # English stems write y as i
        if stem(word_of(line), language) == wanted:
            yield line
