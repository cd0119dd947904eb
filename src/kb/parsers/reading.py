"""What a parser hands over: blocks, and what the file declares about itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kb.messages import Message
from kb.parsers.blocks import Block
from kb.records import DigestOf, Evidence, PartialDate
from kb.text.folding import squeeze

NOTE_MARKS = " *†‡"  # at the end of a title they refer to a note
CUT_OFF = Message("The file ends in the middle, as if its download had broken off; fetch it again.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One file, taken apart. Values are those that the file states, not those of its prose."""

    blocks: tuple[Block, ...]
    id: str | None = None
    kind: str | None = None
    title: str | None = None
    language: str | None = None
    publisher: str | None = None
    symbol: str | None = None
    published: PartialDate | None = None
    source: str | None = None
    place: str | None = None
    digest_of: DigestOf | None = None
    page_labels: tuple[str, ...] = ()  # of the sheets in their order, where the file numbers them otherwise
    letters: int | None = None  # of the text in the file, counted without the rules that read it
    undecodable: int = 0
    warnings: tuple[Message, ...] = ()  # what was met and could not be read
    evidence: Mapping[str, Evidence] = field(default_factory=dict)


def without_title(blocks: list[Block], title: str) -> tuple[Block, ...]:
    """The blocks without the line and the headings near the top that only repeat the title."""
    wanted = _unmarked(title)
    repeated = [index for index, block in enumerate(blocks[:8]) if _unmarked(block.text) == wanted]
    dropped = {*repeated[:1], *(index for index in repeated if blocks[index].kind == "heading")}
    return tuple(block for index, block in enumerate(blocks) if index not in dropped)


def _unmarked(title: str) -> str:
    return squeeze(title).strip("*_ ").rstrip(NOTE_MARKS).casefold()
