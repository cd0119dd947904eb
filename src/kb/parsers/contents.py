"""Tables of contents: the list at the front that repeats the headings of the text.

Such a list says nothing that the text does not say, and would take the addresses of the real articles.
It is left out where it is certain: a run of short lines in the front half, nearly all of which come
again further down in the same order, most of them with running text below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from kb.parsers.blocks import Block
from kb.text.folding import fold, letters

_FEWEST = 4  # lines; three headings in a row may be a title page
_FEWEST_TITLED = 2  # below a line that says "Contents"
_LONGEST = 200  # characters of a line
_MOST_STRANGERS = 0.2  # of its lines: some headings are shortened in the list, or wrapped
_RUNNING_TEXT = 80  # characters
_BELOW = 3  # blocks
_PAGE = re.compile(r"[\s.…·_|-]{0,200}(?:p[aá]?g?\.?\s?)?(?:\d{1,4}|[ivxl]{1,6})$", re.IGNORECASE)
_ROMAN = "ivxlIVXLİı"
_TITLE = re.compile(
    r"(?:table of )?contents|contenidos?|indice(?: general| de contenidos?)?|tabla de contenidos?|sumario"
    r"|(?:what is )?(?:in(?:side)?)(?: this \w{4,12})?|(?:que hay )?en este \w{4,12}"
)


def without_contents(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks without a table of contents and its title."""
    keys = [_key(block) for block in blocks]
    last = {key: index for index, key in enumerate(keys) if key}
    start = 0
    while start < len(blocks) // 2:
        if last.get(keys[start], -1) <= start:
            start += 1
            continue
        end = _end(keys, last, start)
        again = [last[key] for key in keys[start:end] if last.get(key, 0) >= end]
        titled = start > 0 and is_contents(blocks[start - 1].text)
        fewest = _FEWEST_TITLED if titled else _FEWEST
        if len(again) >= fewest and (titled or _heads_text(blocks, again)):
            return (*blocks[: start - 1 if titled else start], *blocks[end:])
        start = max(end, start + 1)
    return tuple(
        block
        for block, after in zip_longest(blocks, blocks[1:])
        if not (after and after.kind == "heading" and block.kind != "table" and is_contents(block.text))
    )


def is_contents(text: str) -> bool:
    """Whether a line heads a table of contents: "Contents", "What is in this booklet"."""
    return _TITLE.fullmatch(fold(text).strip(" .:")) is not None


def _key(block: Block) -> str:
    """What a heading and its line in the list share: letters and digits without the page; empty: neither."""
    sentence = len(block.text) >= _RUNNING_TEXT and block.text.endswith(".")
    if block.kind in ("table", "preformatted", "footnote") or len(block.text) > _LONGEST or sentence:
        return ""
    text = f"{block.marker or ''} {block.text}"
    ends = text.rstrip()
    paged = block.kind != "heading" and (ends[-1:].isdigit() or ends[-1:] in _ROMAN)
    return letters(_PAGE.sub("", ends) or text) if paged else letters(text)


def _end(keys: Sequence[str], last: dict[str, int], start: int) -> int:
    """Where the run of lines that come again, in order, ends; ``start`` itself when there is none."""
    end, strangers, reached = start, 0, start
    for index in range(start, len(keys)):
        again = last.get(keys[index], -1)
        if again > index and again > reached:
            reached, end = again, index + 1
        else:
            strangers += 1
            if not keys[index] or strangers > max(1, (index - start) * _MOST_STRANGERS):
                break
    return end


def _heads_text(blocks: Sequence[Block], places: Sequence[int]) -> bool:
    """Whether most of the lines stand over running text where they come again, perhaps below a heading."""
    below = (blocks[place + 1 : place + 1 + _BELOW] for place in places)
    return sum(any(len(each.text) >= _RUNNING_TEXT for each in run) for run in below) * 2 >= len(places)
