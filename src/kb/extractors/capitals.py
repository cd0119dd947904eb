"""Text that is wholly in capitals, written again in ordinary letters of the same places.

Town halls and police forces send releases without one small letter. Names cannot be told from other
words there, but what is surely none can: articles, prepositions, roles, verbs of saying. Those become
small, all others keep their first capital, and inside quotation marks only the first word does.

Every character keeps its place, so that a position in one text is the same position in the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kb.extractors.roles import ARTICLES, is_role
from kb.extractors.saying import is_verb
from kb.text.words import STOP_WORDS

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_FEWEST_LETTERS = 20  # of a text outside its quotations; fewer are an acronym and a name
_MOST_SMALL = 0.1  # of the letters: an "a" or "km" may be small
_BEFORE_A_SENTENCE = frozenset(".!?…¿¡")


def calm(text: str, quoted: Sequence[tuple[int, int]], keeps: Callable[[str], bool]) -> str:
    """``text`` in ordinary letters where it is in capitals; words that ``keeps`` names stay.

    >>> calm("AFIRMÓ LA DIRECTORA DE LA CASA, MARTA FUNES.", [], lambda word: False)
    'afirmó la directora de la Casa, Marta Funes.'
    """
    if not _is_loud(text, quoted):
        return text
    letters = list(text)
    rest = iter(quoted)
    begin, end = next(rest, (len(text), len(text)))
    for word in _WORD.finditer(text):
        while end <= word.start():
            begin, end = next(rest, (len(text), len(text) + 1))
        spoken = begin <= word.start() < len(text)
        if len(word[0]) > 1 and keeps(word[0]):
            continue
        start = word.start() + (not _is_small(word[0], text, word.start(), spoken=spoken))
        letters[start : word.end()] = [_small(letter) for letter in text[start : word.end()]]
    return "".join(letters)


def _is_loud(text: str, quoted: Sequence[tuple[int, int]]) -> bool:
    outside, end = [], 0
    for start, stop in quoted:
        outside.append(text[end:start])
        end = max(end, stop)
    letters = list(filter(str.isalpha, "".join([*outside, text[end:]])))
    small = sum(map(str.islower, letters))
    if len(letters) < _FEWEST_LETTERS:
        return bool(letters) and small == 0 and text.isupper()
    return small <= _MOST_SMALL * len(letters)


def _is_small(word: str, text: str, at: int, *, spoken: bool) -> bool:
    """Whether a word is written small: what is no name, and in a quotation all but a first word."""
    before = text[max(0, at - 3) : at].rstrip()[-1:]
    if spoken:
        return not (before in _BEFORE_A_SENTENCE or before in '“"«‘')
    lowered = word.lower()
    return lowered in STOP_WORDS or lowered in ARTICLES or is_role(lowered) or is_verb(lowered)


def _small(letter: str) -> str:
    lowered = letter.lower()
    return lowered if len(lowered) == 1 else letter
