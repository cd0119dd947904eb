"""Words that end a stretch of text: what stands right before something, looked for from no farther back.

A pattern with ``$`` at its end is tried at every letter of the text before it. How far it can reach is
known, so that only the last characters are tried; letters are small, because a comparison that ignores
case costs several times as much.
"""

from __future__ import annotations

import re


class Ending:
    r"""A pattern of small letters for the end of a text; no match of it is longer than ``longest``.

    >>> aged = Ending(r"aged?\s", longest=5)
    >>> aged.ends("girls aged "), aged.ends("aged girls ")
    (True, False)
    """

    def __init__(self, pattern: str, *, longest: int) -> None:
        self.pattern = pattern
        self.longest = longest
        self._compiled = re.compile(rf"(?:{pattern})$")

    def search(self, text: str) -> re.Match[str] | None:
        """The match that ends ``text``, or its last line, which is in small letters."""
        return self._compiled.search(text, max(0, len(text) - self.longest - 1))

    def ends(self, text: str) -> bool:
        """Whether ``text``, which is in small letters, ends so."""
        return self.search(text) is not None
