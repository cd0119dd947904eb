"""Which blocks head what follows, where the format does not say so.

A short line that is nothing but a division ("Article 3", "PART I") heads what follows, whether the
format calls it a heading or not. What stands alone goes before its own: a number in a cell of its
own before its paragraph, "CHAPTER I" before the line below it that says what the chapter is about.
In a text without headings, numbered titles are some (`numbered_titles`): "2. Legal framework".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kb.parsers.blocks import Block
from kb.parsers.divisions import LEVELS, ROMAN, division, heading_level, names_division
from kb.parsers.numbered_titles import LONGEST_TITLE, is_numbered_heading, with_numbered_titles
from kb.parsers.printed import begins_numbered

_NUMBER_ALONE = re.compile(  # and no date: "05.23.19"
    r"(?!\d\d\.\d\d\.\d\d\Z)(?:[0-9]{1,3}(?:\.[0-9]{1,2}){0,4}[.)]?|\([a-z]{1,4}\)|(?:[a-z]|[ivx]{2,5}|[IVX]{1,5})[.)])(?=\s|$)"
)


def headed(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those that head what follows made headings."""
    made = [_as_heading(block) for block in _joined(blocks)]
    return made if any(map(_is_section, made)) else with_numbered_titles(made)


def _as_heading(block: Block) -> Block:
    level = heading_level(block.text) if block.kind == "paragraph" else None
    return replace(block, kind="heading", level=level) if level else block


def _is_section(block: Block) -> bool:
    """Whether a block is a heading that names no division, such as an annex has."""
    named = division(block.text) is not None or is_numbered_heading(block)
    return block.kind == "heading" and not named


# What stands alone ---------------------------------------------------------------------------


def _joined(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with what stands alone put before its own."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last and _stands_before(last, block):
            kind = last.kind if last.kind == "heading" else block.kind
            level = last.level or block.level
            text = f"{last.text.rstrip(' :')} {block.text}"
            joined[-1] = replace(block, text=text, kind=kind, level=level, page=last.page)
        else:
            joined.append(block)
    return joined


def _stands_before(label: Block, block: Block) -> bool:
    if label.kind == block.kind == "paragraph" and _NUMBER_ALONE.fullmatch(label.text):
        return not _NUMBER_ALONE.match(block.text)
    found = division(label.text) if label.kind in ("heading", "paragraph") else None
    if not found or label.text[found.end :] or block.kind not in ("heading", "paragraph"):
        return False
    title = 0 < len(block.text) <= LONGEST_TITLE and not block.text.endswith((".", ";", ":", ","))
    own = names_division(block.text) or begins_numbered(block.text) or heading_level(block.text)
    mixed = own or ROMAN.match(block.text)
    return title and not mixed and (block.kind == "heading" or found.word in LEVELS)
