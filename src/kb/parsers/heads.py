"""Which blocks head what follows, where the format does not say so.

A short line that is nothing but a division ("Article 3", "PART I") heads what follows, whether the
format calls it a heading or not. What stands alone goes before its own: a number in a cell of its
own before its paragraph, "CHAPTER I" before the line below it that says what the chapter is about.
In a text without headings, numbered titles are some: "2. Legal framework".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kb.parsers.blocks import Block
from kb.parsers.divisions import LEVELS, division, heading_level, names_division
from kb.parsers.printed import ROMAN, begins_numbered, printed

_NUMBER_ALONE = re.compile(r"(?:[0-9]{1,3}(?:\.[0-9]{1,2}){0,4}[.)]?|\([a-z]{1,4}\)|[a-z]\))")
_LONGEST_TITLE = 80  # characters of a numbered title; a longer line is a paragraph
_FEWEST_TITLES = 2


def headed(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those that head what follows made headings."""
    made = [_as_heading(block) for block in _joined(blocks)]
    return made if any(map(_is_section, made)) else _with_numbered_titles(made)


def _as_heading(block: Block) -> Block:
    level = heading_level(block.text) if block.kind == "paragraph" else None
    return replace(block, kind="heading", level=level) if level else block


def _is_section(block: Block) -> bool:
    """Whether a block is a heading that names no division, such as an annex has."""
    return block.kind == "heading" and division(block.text) is None


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
    title = 0 < len(block.text) <= _LONGEST_TITLE and not block.text.endswith((".", ";", ":", ","))
    own = names_division(block.text) or begins_numbered(block.text) or heading_level(block.text)
    mixed = own or ROMAN.match(block.text)
    return title and not mixed and (block.kind == "heading" or found.word in LEVELS)


# Numbered titles -----------------------------------------------------------------------------


def _with_numbered_titles(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the numbered titles of a text without headings made some: "2. Legal framework".

    They are short lines without a stop, numbered on from 1, and something else than the next title
    stands below most of them, where a list would have its next item.
    """
    annex = next((at for at, block in enumerate(blocks) if block.kind == "heading"), len(blocks))
    titles = {at: found for at, block in enumerate(blocks[:annex]) if (found := _numbered_title(block))}
    top = _running(titles)
    below = [index for index in top if _stands_over_text(blocks, titles, index)]
    if len(top) < _FEWEST_TITLES or len(below) * 4 < len(top) * 3:
        return list(blocks)
    wanted = {index for index, number in titles.items() if index in top or "." in number}
    return [
        replace(block, kind="heading", level=min(2 + titles[index].count("."), 6))
        if index in wanted
        else block
        for index, block in enumerate(blocks)
    ]


def _running(titles: Mapping[int, str]) -> set[int]:
    """The titles that are numbered 1, 2, 3 ...; none where others are numbered too."""
    top = [index for index, number in titles.items() if "." not in number]
    goes_on = [titles[index] for index in top] == [str(count) for count in range(1, len(top) + 1)]
    return set(top) if goes_on else set()


def _stands_over_text(blocks: Sequence[Block], titles: Mapping[int, str], index: int) -> bool:
    """Whether running text comes next, perhaps below a title of its own."""
    after = blocks[index + 1 : index + 3]
    lower = "." in titles.get(index + 1, "")
    return any(_is_text(block) for block in after[: 2 if lower else 1])


def _is_text(block: Block) -> bool:
    number = printed(block, unmarked=False)
    deeper = number is not None and "." in number[0]
    sentence = number is None and block.kind == "paragraph" and block.text.endswith((".", ":", "?"))
    return len(block.text) > _LONGEST_TITLE or deeper or sentence or block.kind == "table"


def _numbered_title(block: Block) -> str | None:
    found = printed(block, unmarked=False) if block.kind == "paragraph" else None
    if found is None or len(block.text) > _LONGEST_TITLE or block.text.endswith((".", ";", ":", ",", "?")):
        return None
    return found[0] if found[1][0].isupper() else None
