"""Runs of capitalised words with particles, parted where a sentence or a possessive ends them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kb.extractors.honorifics import abbreviates
from kb.text.letters import UPPER

_TOKEN = rf"(?:(?:[ae]l|[ad]n|[au]l|a[drstz]|d|l)[-’'](?=[{UPPER}]))?[{UPPER}](?:\w|['’-](?=\w))*\.?"
_PARTICLE = r"(?:viuda|vda\.|de|del|la|las|los|van|von|der|den|da|das|do|dos|di|du|le|el|al|bin|ibn|bint|ben)"
# No name goes over the end of a printed line.
_NICKNAME = rf"(?:[^\S\n][\"“«](?:(?:[Ee]l|[Ll]a|[Tt]he)[^\S\n])?{_TOKEN}(?:[^\S\n]{_TOKEN})?[\"”»])"
_RUN = re.compile(
    rf"(?<![\w@#/.-]){_TOKEN}(?:{_NICKNAME}?[^\S\n](?:{_PARTICLE}[^\S\n]){{0,3}}{_TOKEN}){{0,9}}"
)
_WORD = re.compile(r"\S+")
_POSSESSIVE = re.compile(r"['’]s?$")
_SHORTEST_OWNER = 4  # letters, the apostrophe included


class Token(NamedTuple):
    """A word of a run, without the full stop or possessive that ends it."""

    start: int
    end: int
    word: str

    @property
    def is_particle(self) -> bool:
        """Whether it is a small word within a name: "de", "van"."""
        return self.word.islower()


def runs(text: str) -> Iterator[list[Token]]:
    """The runs of ``text``: "Ana de la Cruz's sister Eva Paz" has two."""
    for match in _RUN.finditer(text):
        part: list[Token] = []
        for word in _WORD.finditer(match[0]):
            token, ends = _token(match.start() + word.start(), word[0])
            part.append(token)
            if ends:
                yield part
                part = []
        if part:
            yield part


def _token(start: int, printed: str) -> tuple[Token, bool]:
    """A printed word as a token, and whether a run ends with it."""
    word = printed.rstrip(".")
    stops = word != printed and not abbreviates(printed)
    if not stops:
        word = printed
    owner = _POSSESSIVE.search(word) if len(word) >= _SHORTEST_OWNER else None
    if owner:
        word = word[: owner.start()]
    return Token(start, start + len(word), word), stops or owner is not None
