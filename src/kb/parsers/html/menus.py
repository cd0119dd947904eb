"""The strings of an element, where all are as short as the words of a menu.

Boxes lie in each other, each with the strings of those inside: what was found of one is kept for the next.
"""

from __future__ import annotations

from bs4.element import Tag

from kb.parsers.head_names import is_name
from kb.parsers.html import lines, tree
from kb.text.folding import squeeze

_LONGEST_WORD = 32  # characters
_LONGEST = 5000  # characters of a menu, with what it hides


class ShortRuns:
    """The short strings in the elements of a page, which stays as it is."""

    def __init__(self) -> None:
        self._found: dict[int, list[str] | None] = {}  # by the ``id()`` of an element; None: one is long

    def within(self, tag: Tag) -> list[str]:
        """All strings in an element; none where one is no word of a menu, or a heading stands there."""
        pending = [tag]
        while pending:
            here = pending[-1]
            inner = [each for each in here.children if isinstance(each, Tag)]
            if unknown := [each for each in inner if id(each) not in self._found]:
                pending += unknown
            else:
                self._found[id(here)] = self._joined(here, inner)
                pending.pop()
        return self._found[id(tag)] or []

    def _joined(self, tag: Tag, inner: list[Tag]) -> list[str] | None:
        """The strings directly in an element, and those of the elements inside."""
        parts = [_own(tag)]
        parts += [None if _heads(each) else self._found[id(each)] for each in inner]
        held: list[list[str]] = []
        for part in parts:
            if part is None:
                return None
            held += [part] if part else []
        if len(held) < 2:
            return held[0] if held else []
        joined = [run for part in held for run in part]
        return joined if sum(map(len, joined)) <= _LONGEST else None


def _heads(tag: Tag) -> bool:
    return tag.name in tree.HEADINGS or tag.name == "th"


def _own(tag: Tag) -> list[str] | None:
    found: list[str] = []
    for each in tag.children:
        if tree.is_shown(each) and (run := squeeze(str(each))):
            pieces = _pieces(run)
            if not pieces:
                return None
            found += pieces
    return found


def _pieces(run: str) -> list[str]:
    """What stands between the strokes of a string, if all is as short as the words of a menu."""
    if len(run) > _LONGEST or run.endswith((".", ";")) or "@" in run:
        return []
    pieces = lines.pieces_of_menu(run)
    if any(len(piece) > _LONGEST_WORD for piece in pieces) or (len(pieces) > 1 and any(map(is_name, pieces))):
        return []
    return pieces
