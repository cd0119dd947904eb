"""What every parser finds first: blocks of text in reading order, before they have addresses."""

from __future__ import annotations

import re
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
_LONGEST_REACH = 170  # characters of a line with a number or address
_SHORTEST_SENTENCE = 30  # characters
_REACH = re.compile(r"\w@\w|(?<!\d)(?:\d{3,4}[ .-]\d{4}|\d{2} \d{4} \d{4})(?!\d)")
_LABEL = re.compile(
    r"(?:[ctmefpw]\.|tel|cel|fax|ext|e-?mail|correo|mobile|whatsapp|phone|lic\.|ing\.|mtr[oa]\.|dra?\.|\S+@)"
)


def are_lines(lines: Sequence[str]) -> bool:
    """Whether each line was ended by its author, as in letterheads and addresses, and none was wrapped.

    >>> are_lines(["Casa del Faro", "Tel. 2255-0100"]), are_lines(["The house that", "opened"])
    (True, False)
    """
    return 1 < len(lines) <= _MOST_LINES and not any(map(_is_text, lines))


def _is_text(line: str) -> bool:
    reach = _REACH.search(line)
    goes_on = (line[:1].islower() and not (reach and _LABEL.match(line))) or line.endswith((",", "-"))
    return (
        not 0 < len(line) <= (_LONGEST_REACH if reach else _LONGEST_LINE)
        or goes_on
        or (line.endswith(".") and len(line) > _SHORTEST_SENTENCE)
    )
