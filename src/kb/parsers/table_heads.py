"""The names of columns that a file holds as a table of their own, put above the rows that they name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kb.parsers.blocks import Block

_BETWEEN = " | "
_LONGEST_NAME = 80  # characters


def with_heads(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with a table of one row joined to the next, where it names as many columns as that has."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last and _names(last, block):
            joined[-1] = replace(block, text=f"{last.text}\n{block.text}", page=last.page)
        else:
            joined.append(block)
    return joined


def _names(head: Block, table: Block) -> bool:
    if head.kind != "table" or table.kind != "table" or "\n" in head.text:
        return False
    names = head.text.split(_BETWEEN)
    columns = len(table.text.partition("\n")[0].split(_BETWEEN))
    words = all(0 < len(name) <= _LONGEST_NAME and any(map(str.isalpha, name)) for name in names)
    return len(names) > 1 and columns == len(names) and words
