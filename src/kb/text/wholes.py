"""Names found whole in a text, without a pattern for each: to compile one takes longer than to look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def places_of(words: str, text: str) -> Iterator[int]:
    """Every position at which ``words`` begin in ``text``."""
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def whole(words: str, text: str, joints: str = "_") -> Iterator[int]:
    """The same where no letter or digit and none of ``joints`` stands beside them.

    >>> list(whole("Faro", "Faro, Faros y (Faro)")), list(whole("Faro", "Faro-Sur", "_-"))
    ([0, 15], [])
    """
    return (at for at in places_of(words, text) if stands_alone(text, at, at + len(words), joints))


def stands_alone(text: str, start: int, end: int, joints: str = "_") -> bool:
    """Whether no letter or digit and none of ``joints`` stands right beside a stretch of a text."""
    return not (joins(text[start - 1 : start], joints) or joins(text[end : end + 1], joints))


def joins(letter: str, joints: str = "_") -> bool:
    """Whether what stands beside a word is a part of it: a letter, a digit, one of ``joints``."""
    return letter != "" and (letter.isalnum() or letter in joints)


def apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those of ``spans``, which are in order, that begin behind the end of the one before."""
    kept: list[tuple[int, int]] = []
    for span in spans:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


class Wholes:
    """Names that are looked for together; of those that begin at one place the longest is meant."""

    def __init__(self, names: Iterable[str], joints: str = "_") -> None:
        self._names = sorted(names, key=len, reverse=True)
        self._joints = joints

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where they stand whole in ``text``, none overlapping.

        >>> Wholes(["Faro", "Faro del Sur"]).spans("Faro del Sur y Faro")
        [(0, 12), (15, 19)]
        """
        found = [
            (at, at + len(name))
            for name in self._names
            if name in text
            for at in whole(name, text, self._joints)
        ]
        found.sort(key=lambda span: (span[0], -span[1]))
        return apart(found)

    def end_at(self, text: str, start: int = 0) -> int:
        """Where the one that begins at a position ends; -1 if none does."""
        ends = (
            start + len(name)
            for name in self._names
            if text.startswith(name, start) and stands_alone(text, start, start + len(name), self._joints)
        )
        return next(ends, -1)
