"""What a group of RTF keeps, and the text that is being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from kb.parsers.letters import Letters
from kb.parsers.paragraphs import Paragraph


class State:
    """What a group has set, for what is written in it."""

    __slots__ = (
        "bold",
        "capitals",
        "destination",
        "field",
        "font",
        "hidden",
        "ignorable",
        "in_table",
        "initial",
        "level",
        "list",
        "outline",
        "raised",
        "size",
        "style",
        "uc",
    )  # fmt: skip

    def __init__(self) -> None:
        self.destination = "text"
        self.uc = 1
        self.font = -1
        self.bold = self.hidden = self.capitals = self.raised = False
        self.ignorable = self.in_table = self.initial = False
        self.size = 12.0
        self.style = self.outline = self.level = self.list = 0
        self.field: list[str] = []

    def copy(self) -> State:
        """The state that a group begins with."""
        new = State.__new__(State)
        for name in State.__slots__:
            setattr(new, name, getattr(self, name))
        new.ignorable = False
        return new

    def plain(self) -> None:
        """No emphasis, as the control word of that name sets."""
        self.bold = self.hidden = self.capitals = self.raised = False
        self.size, self.font = 12.0, -1

    def new_paragraph(self) -> None:
        """No properties of a paragraph, as the control word ``pard`` sets."""
        self.style = self.outline = self.level = self.list = 0
        self.in_table = self.initial = False


@dataclass(slots=True)
class Open:
    """The text that is being read, of the body or of a note: its paragraphs, and the one begun."""

    done: list[Paragraph] = field(default_factory=list)
    letters: Letters = field(default_factory=Letters)
    label: list[str] = field(default_factory=list)
    counted: bool = False  # whether its mark is counted (of a note)
    endnote: bool = False
    cell: list[Paragraph] = field(default_factory=list)
    row: list[list[Paragraph]] = field(default_factory=list)
    rows: list[list[list[Paragraph]]] = field(default_factory=list)
    in_row: bool = False  # a row was begun and not ended
    depth: int = 0  # of the group that it belongs to
    box: bool = False  # a text box, which stands before the paragraph that it hangs on
