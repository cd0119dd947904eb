"""The title of a PDF: what its properties state, if the page prints it, else the heaviest line near the top.

Properties often hold the name of the program, of the file or of another document. So what they state
is the title where it stands on the first pages by itself, and else speaks for a line that it agrees with.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kb.parsers.blocks import Block
from kb.parsers.front_lines import Stated, key
from kb.parsers.head_lines import is_above_title
from kb.parsers.head_names import is_name
from kb.parsers.headlines import title_among
from kb.parsers.pdf.paragraphs import Draft
from kb.parsers.stated_titles import is_placeholder, without_site
from kb.text.folding import fold, normalise, squeeze

_WORD = re.compile(r"[^\W_]+")
_AGREES = 0.8  # of the stated title's words stand on the first pages
_SHORTEST, _LONGEST = 4, 400
_LETTERHEAD = 15  # blocks
_PROSE = 150  # characters: the text has begun
_FEWEST_WORDS = 3  # of a title; shorter ones may be anything that the page prints


def title(stated: str, drafts: Sequence[Draft], blocks: Sequence[Block]) -> str | None:
    """The title, or None where there is none that can be believed."""
    first_page = min((draft.lines[0].page for draft in drafts), default=1)
    opening = [draft for draft in drafts if draft.lines[0].page <= first_page + 1]
    stated = squeeze(normalise(stated))
    believed = _headline(stated, opening) if _is_real(stated) and _agrees(stated, opening) else ""
    return _as_printed(believed, opening) or title_among(
        _without_sections(blocks), stated=[Stated(believed, exact=True)] if believed else ()
    )


def _without_sections(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; below the first prose nothing heads the text that is smaller than a heading above it."""
    prose = next((index for index, block in enumerate(blocks) if len(block.text) >= _PROSE), len(blocks))
    above = min((block.level for block in blocks[:prose] if block.kind == "heading"), default=0)
    return [
        replace(block, kind="paragraph", level=0)
        if index > prose and block.kind == "heading" and block.level > above > 0
        else block
        for index, block in enumerate(blocks)
    ]


def _headline(stated: str, drafts: Sequence[Draft]) -> str:
    """What the properties state, without the name of the site that the page was printed from."""
    return without_site(stated, frozenset(), [draft.text for draft in drafts])


def _as_printed(stated: str, drafts: Sequence[Draft]) -> str | None:
    """The block with the same words, which has the accents and capitals that people wrote."""
    if len(stated.split()) < _FEWEST_WORDS or is_name(stated):
        return None
    return next((squeeze(draft.text) for draft in drafts if key(draft.text) == key(stated)), None)


def without_letterhead(blocks: Sequence[Block], title: str | None) -> tuple[Block, ...]:
    """The blocks; what stands around the title (who publishes, a symbol, a date) heads nothing."""
    result = list(blocks)
    for index, block in enumerate(result[:_LETTERHEAD]):
        if block.page != result[0].page or len(block.text) > _PROSE:
            break
        if block.kind == "heading" and block.text != title and is_above_title(block.text):
            result[index] = replace(block, kind="paragraph", level=0)
    return tuple(result)


def _is_real(stated: str) -> bool:
    return " " in stated and _SHORTEST <= len(stated) <= _LONGEST and not is_placeholder(stated)


def _agrees(stated: str, drafts: Sequence[Draft]) -> bool:
    words = set(_WORD.findall(fold(stated)))
    printed = {word for draft in drafts for word in _WORD.findall(fold(draft.text))}
    return bool(words) and len(words & printed) >= _AGREES * len(words)
