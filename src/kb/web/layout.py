"""How the passages of a document stand on a page: its title, its text, its outline."""

from __future__ import annotations

from dataclasses import dataclass

from kb.records import Document, Passage

_HIGHEST, _LOWEST = 2, 4  # headings on the page: h1 is the title


@dataclass(frozen=True, slots=True)
class Layout:
    """A document laid out: where its title stands in the text, if it does, and what follows."""

    title: str | None  # address of the passage that is the title
    body: tuple[Passage, ...]

    @property
    def headings(self) -> list[Passage]:
        """The outline."""
        return [passage for passage in self.body if passage.kind == "heading"]

    def depth(self, heading: Passage) -> int:
        """Which of h2 to h4 a heading is; the highest of this document is h2."""
        highest = min(each.level for each in self.headings)
        return min(heading.level - highest + _HIGHEST, _LOWEST)


def laid_out(document: Document) -> Layout:
    """The document without its title, where that is the first thing the text says."""
    first = document.passages[0] if document.passages else None
    if first and first.kind == "heading" and first.text == document.title:
        return Layout(first.address, document.passages[1:])
    return Layout(None, document.passages)
