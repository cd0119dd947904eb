"""The fields of a Word document: of which the result is text, and where we are in them (ECMA-376, 17.16)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from kb.parsers.labels import whole
from kb.parsers.word_names import is_shown
from kb.parsers.xml_trees import child, children, walk

_LONGEST_CODE = 80  # characters of a piece; the name stands first


@dataclass(slots=True)
class _Field:
    """A field that is being read: its code until the separator, then its result."""

    code: str = ""
    result: bool = False
    muted: bool = True


class Fields:
    """The fields that we are in, the innermost last."""

    def __init__(self, root: Element, is_read: Callable[[Element], bool]) -> None:
        self._ends, self._trusted = _pairs(root, is_read)
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

    def mark(self, element: Element) -> None:
        """Take in the beginning, the separator or the end of a field; one without its other says nothing."""
        kind = element.get("w:fldCharType")
        if kind in ("begin", "end") and element not in self._ends:
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


def _pairs(root: Element, is_read: Callable[[Element], bool]) -> tuple[set[Element], bool]:
    """The beginnings and ends of fields that have their other in what is read, and whether all have.

    A tracked change or a program may leave one of the two: text behind it would be taken for a code.
    """
    paired: set[Element] = set()
    open_ones: list[Element] = []
    marks = 0

    def enter(element: Element) -> bool:
        nonlocal marks
        kind = element.get("w:fldCharType") if element.tag == "w:fldChar" else None
        if kind in ("begin", "end"):
            marks += 1
            if kind == "begin":
                open_ones.append(element)
            elif open_ones:
                paired.update((open_ones.pop(), element))
        return is_read(element)

    if next(root.iter("w:fldChar"), None) is not None:
        walk(root, enter, lambda _: None)
    return paired, len(paired) == marks


def chosen(mark: Element) -> str:
    """What is chosen in the list of a form, which stands at the beginning of its field alone."""
    entries = children(child(mark, "w:ffData", "w:ddList"), "w:listEntry")
    number = child(mark, "w:ffData", "w:ddList", "w:result")
    at = whole(number.get("w:val")) if number is not None else 0
    return (entries[at].get("w:val") or "") if 0 <= at < len(entries) else ""
