"""How the passages of a document stand on a page: its title, its text in parts, its outline.

A text of more than _WHOLE passages is shown in parts that begin at headings: a page of 5,000 passages
has 22,000 elements and 3.5 MB, which an old laptop takes seconds to lay out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from kb.records import Document, Passage

_HIGHEST, _LOWEST = 2, 4  # headings on the page: h1 is the title
_WHOLE = 1000  # passages that one page shows
_PART = 400  # passages from which on the next heading begins a new part
_LONGEST_PART = 600


@dataclass(frozen=True)
class Layout:
    """A document laid out: where its title stands in the text, if it does, and what follows."""

    title: str | None  # address of the passage that is the title
    body: tuple[Passage, ...]
    number: int = 1  # of the part that is shown

    @cached_property
    def parts(self) -> tuple[tuple[Passage, ...], ...]:
        """The text in parts, mostly one."""
        return tuple(_parts(self.body)) or ((),)

    @property
    def shown(self) -> tuple[Passage, ...]:
        """The passages of this part."""
        return self.parts[self.number - 1]

    @cached_property
    def outline(self) -> list[tuple[Passage, int]]:
        """The headings of all parts, and which of h2 to h4 each is."""
        return _headings(self.body)

    @cached_property
    def depths(self) -> dict[str, int]:
        """Which of h2 to h4 each heading of this part is, by its address."""
        return {each.address: depth for each, depth in _headings(self.shown)}

    @cached_property
    def numbers(self) -> dict[str, str | None]:
        """The printed number of each passage that is no heading, by its address."""
        numbers = {each.address: each.number if each.kind != "heading" else None for each in self.body}
        return numbers | {self.title or "": None}

    @cached_property
    def here(self) -> frozenset[str]:
        """The addresses that this part has, the title's included."""
        return frozenset((self.title or "", *(each.address for each in self.shown)))


def depths(levels: Iterable[int]) -> Iterator[int]:
    """Which of h2 to h4 headings are, so that none is skipped on the way down (WCAG 2.2, technique G141).

    A text may begin below its highest heading, and leave some out.

    >>> list(depths([3, 1, 3, 2, 4, 5, 6, 1]))
    [2, 2, 3, 3, 4, 4, 4, 2]
    """
    above: list[int] = []
    for level in levels:
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        yield min(len(above) - 1 + _HIGHEST, _LOWEST)


def _headings(passages: Iterable[Passage]) -> list[tuple[Passage, int]]:
    found = [each for each in passages if each.kind == "heading"]
    return list(zip(found, depths(each.level for each in found), strict=True))


def laid_out(document: Document, at: str = "") -> Layout:
    """The document without its title, where that is the first thing the text says, at the part of ``at``."""
    first = document.passages[0] if document.passages else None
    if first and first.kind == "heading" and first.text == document.title:
        layout = Layout(first.address, document.passages[1:])
    else:
        layout = Layout(None, document.passages)
    for number, part in enumerate(layout.parts, start=1):
        if any(each.address == at for each in part):
            return Layout(layout.title, layout.body, number)
    return layout


def _parts(body: tuple[Passage, ...]) -> Iterator[tuple[Passage, ...]]:
    if len(body) <= _WHOLE:
        yield body
        return
    first = 0
    for place, passage in enumerate(body):
        length = place - first
        if (length >= _PART and passage.kind == "heading") or length >= _LONGEST_PART:
            yield body[first:place]
            first = place
    yield body[first:]
