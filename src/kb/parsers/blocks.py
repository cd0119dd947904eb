"""What every parser finds first: blocks of text in reading order, before they have addresses."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading, paragraph, list item, quotation, table, footnote or preformatted text."""

    text: str
    kind: str = "paragraph"
    level: int = 0
    marker: str | None = None  # the number or letter that a list shows, where it is not in the text
    page: int | None = None  # where it begins, counted from 1
    page_to: int | None = None  # where it ends; None: on the page where it begins
