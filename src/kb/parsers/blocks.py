"""What every parser finds first: blocks of text in reading order, before they have addresses."""

from __future__ import annotations

from collections.abc import Sequence
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


_LONGEST_LINE = 90  # characters
_MOST_LINES = 12
_SHORTEST_SENTENCE = 30  # characters


def are_lines(lines: Sequence[str]) -> bool:
    """Whether each line was ended by its author, as in letterheads and addresses, and none was wrapped.

    >>> are_lines(["Casa del Faro", "Tel. 2255-0100"]), are_lines(["The house that", "opened"])
    (True, False)
    """
    return 1 < len(lines) <= _MOST_LINES and not any(map(_is_text, lines))


def _is_text(line: str) -> bool:
    goes_on = line[:1].islower() or line.endswith((",", "-"))
    return (
        not 0 < len(line) <= _LONGEST_LINE
        or goes_on
        or (line.endswith(".") and len(line) > _SHORTEST_SENTENCE)
    )
