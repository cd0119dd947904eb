"""The letters of a paragraph while it is read from the file of a word processor."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from kb.parsers.labels import Label
from kb.parsers.paragraphs import Paragraph
from kb.parsers.raised import raised

_KINDS = ("quote", "preformatted")


class Stress(Protocol):
    """How letters print; Word's styles, OpenDocument's and the groups of RTF say it alike."""

    @property
    def bold(self) -> bool:
        """Whether they are heavy."""

    @property
    def capitals(self) -> bool:
        """Whether they print as capitals."""

    @property
    def raised(self) -> bool:
        """Whether they stand above the line."""

    @property
    def size(self) -> float:
        """Points; 0 is unknown."""


@dataclass(slots=True)
class Letters:
    """What was written of a paragraph up to here, how it is stressed, and on which pages it stands."""

    pieces: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)  # mark and text
    _plain: bool = field(default=False, init=False)  # whether there are letters that are not bold
    _size: float = field(default=0.0, init=False)  # of the first
    _page: int | None = field(default=None, init=False)
    _page_to: int | None = field(default=None, init=False)

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self.pieces)

    def write(self, text: str, stress: Stress, page: int | None = None) -> None:
        """Take in text; a blank says nothing of stress and pages."""
        if text.strip():
            self._page = self._page or page
            self._page_to = page
            self._plain = self._plain or not stress.bold
            self._size = self._size or stress.size
        text = raised(text) if stress.raised else text
        self.pieces.append(text.upper() if stress.capitals else text)

    def paragraph(self, text: str, *, use: str, outline: int, label: Label | None) -> Paragraph:
        """The paragraph that ends here; ``use`` is what its style is for, where its name tells."""
        return Paragraph(
            text=text,
            kind=use if use in _KINDS else "paragraph",
            outline=outline,
            title=use == "title",
            label=label,
            bold=not self._plain,
            size=self._size,
            page=self._page,
            page_to=self._page_to if self._page_to != self._page else None,
            notes=tuple(self.notes),
        )
