"""Patterns that ignore case, found at the speed of those that do not.

Python compares letters one by one where case is ignored, and tries every branch of an alternation at
every letter. In a text of small letters a branch is left at its first letter. So a place is looked for
in small letters, and the pattern as it stands decides there; `small_letters` keeps every position.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# What small letters would change in a pattern: escapes, names of groups, and switches of case.
_TOKEN = re.compile(r"\\.|\(\?P<\w+>|\(\?-?i:|[^\\(]+|\(", re.DOTALL)
_SWITCHES = frozenset(["(?i:", "(?-i:"])


def small_letters(text: str) -> str:
    """``text`` in small letters, each at its place.

    >>> small_letters("NIÑEZ"), len(small_letters("İZMİR"))
    ('niñez', 5)
    """
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


class Caseless:
    r"""A pattern that ignores case; no negative look-around of it may ask for capitals.

    >>> [match[0] for match in Caseless(r"funded\sby\s(?=(?-i:[A-Z]))").finditer("Funded by A, FUNDED BY b")]
    ['Funded by ']
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._exact = re.compile(pattern, flags | re.IGNORECASE)
        self._small = re.compile(_small_pattern(pattern), flags)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches in ``text``, none overlapping."""
        lowered, at = small_letters(text), 0
        while found := self._small.search(lowered, at):
            match = self._exact.match(text, found.start())
            if match:
                yield match
            at = max(match.end() if match else 0, found.start() + 1)

    def match(self, text: str) -> re.Match[str] | None:
        """The match that begins ``text``."""
        return self._exact.match(text)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in ``text``."""
        return next(self.finditer(text), None)


def _small_pattern(pattern: str) -> str:
    """``pattern`` for a text of small letters: what asks for capitals there takes any letter."""
    return "".join(_small_token(token[0]) for token in _TOKEN.finditer(pattern))


def _small_token(token: str) -> str:
    if token in _SWITCHES:
        return "(?:"
    return token if token[0] == "\\" or token.startswith("(?P<") else token.lower()
