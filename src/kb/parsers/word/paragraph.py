"""A paragraph of a Word document while it is being written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from kb.parsers.labels import Label, whole
from kb.parsers.letters import Letters
from kb.parsers.paragraphs import Paragraph
from kb.parsers.word.lists import Numbering
from kb.parsers.word.styles import Style, characters, outline_level, value
from kb.parsers.xml_trees import child


@dataclass(slots=True)
class Draft:
    """What is known of a paragraph up to here."""

    style: Style
    properties: Element | None
    name: str | None  # of its style
    letters: Letters = field(default_factory=Letters)
    listed: bool = False  # a line of a table of contents
    after: list[Paragraph] = field(default_factory=list)  # of the text boxes that hang on it

    @property
    def goes_on(self) -> bool:
        """Whether the next paragraph is the rest: the end of this was deleted, or it is a dropped initial."""
        mark, frame = child(self.properties, "w:rPr"), child(self.properties, "w:framePr")
        drops = frame is not None and frame.get("w:dropCap") in ("drop", "margin")
        return drops or child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written in it."""
        return not (self.letters.text.strip() or self.letters.notes)

    def parts(self, numbering: Numbering) -> Iterator[Paragraph]:
        """The paragraph, if it is shown; two line breaks part it, as they do for the eye."""
        text = self.letters.text
        if not self._is_shown(text):
            return
        whole_one = self._whole(text, _label(self, numbering))
        parts = [part for part in text.split("\n\n") if part.strip()] if "\n\n" in text else []
        if len(parts) < 2 or whole_one.kind == "preformatted" or whole_one.outline or whole_one.title:
            yield whole_one
            return
        yield replace(whole_one, text=parts[0], notes=())
        for number, part in enumerate(parts[1:], start=2):
            notes = whole_one.notes if number == len(parts) else ()
            yield replace(whole_one, text=part, label=None, notes=notes)

    def _is_shown(self, text: str) -> bool:
        mark = child(self.properties, "w:rPr")
        hidden = not text.strip() and mark is not None and characters(mark, self.style).hidden
        something = text or self.letters.notes or self.style.list or self.properties is not None
        return bool(something) and not hidden and self.style.use != "contents"

    def _whole(self, text: str, label: Label | None) -> Paragraph:
        stated = outline_level(self.properties)
        outline = self.style.outline if stated is None else stated
        return self.letters.paragraph(text, use=self.style.use, outline=outline, label=label)


def _label(draft: Draft, numbering: Numbering) -> Label | None:
    numbers = child(draft.properties, "w:numPr")
    stated = value(child(numbers, "w:numId"))
    depth = value(child(numbers, "w:ilvl"))
    number = stated if stated is not None else draft.style.list
    at = whole(depth) if depth is not None else None if stated else draft.style.depth
    return numbering.label(number, at, draft.name)
