"""How much one document holds at most: what a parser would read for minutes is refused before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from kb.errors import SourceTooLarge

MOST_BLOCKS = 60_000  # paragraphs; 2,500 pages have some 40,000
MOST_TEXT = 5_000_000  # characters: some 2,500 pages; more takes more memory than an old laptop has
_Part = TypeVar("_Part")


def bounded(blocks: Iterable[_Part]) -> Iterator[_Part]:
    """The blocks one by one, or what is to become a block each.

    Raises:
        SourceTooLarge: there are more than one document has.
    """
    for count, block in enumerate(blocks, start=1):
        if count > MOST_BLOCKS:
            raise SourceTooLarge(
                "It holds more paragraphs than kb reads from one file ({most}).", most=MOST_BLOCKS
            )
        yield block


def check_length(characters: int) -> None:
    """See that a document has no more text than kb reads from one file.

    Raises:
        SourceTooLarge: it has.
    """
    if characters > MOST_TEXT:
        raise SourceTooLarge(
            "It holds more text than kb reads from one file ({most} characters).", most=MOST_TEXT
        )
