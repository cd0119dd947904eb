"""The fields of a Word document: of which the result is text, and where we are in them (ECMA-376, 17.16)."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

_MUTE = frozenset("TOC TOA INDEX PAGE NUMPAGES SECTIONPAGES RD XE TC".split())
_LONGEST_CODE = 80  # characters of a piece; the name stands first


def is_shown(code: str) -> bool:
    """Whether the result of a field is text of the document, by its code.

    >>> is_shown("HYPERLINK https://example.org/"), is_shown(" page ")
    (True, False)
    """
    return (code.split(maxsplit=1) or [""])[0].upper() not in _MUTE


@dataclass(slots=True)
class _Field:
    """A field that is being read: its code until the separator, then its result."""

    code: str = ""
    result: bool = False
    muted: bool = True


class Fields:
    """The fields that we are in, the innermost last."""

    def __init__(self, root: Element) -> None:
        marks = [each.get("w:fldCharType") for each in root.iter("w:fldChar")]
        self._trusted = marks.count("begin") == marks.count("end")
        self._open: list[_Field] = []
        self._muted = 0

    @property
    def muted(self) -> bool:
        """Whether we are in a code, or in a result that is not shown."""
        return self._muted > 0

    @property
    def trusted(self) -> bool:
        """Whether the beginnings and ends of fields match up, so that it is known where they are."""
        return self._trusted

    def mark(self, kind: str | None) -> None:
        """Take in the beginning, the separator or the end of a field, where they match up."""
        if not self._trusted:
            return
        if kind == "begin":
            self._open.append(_Field())
            self._muted += 1
        elif kind == "separate" and self._open and not self._open[-1].result:
            current = self._open[-1]
            current.result = True
            if is_shown(current.code):
                current.muted = False
                self._muted -= 1
        elif kind == "end" and self._open:
            self._muted -= self._open.pop().muted

    def code(self, text: str) -> None:
        """Take in a piece of a code."""
        if self._open and not self._open[-1].result:
            self._open[-1].code += text[:_LONGEST_CODE]
