"""Titles that only their numbers tell, where a text has no headings: "II. Principles", "B. Safeguards".

They are short lines without a stop whose numbers run on from I, A or 1, and something else than the next
title stands below most of them, where a list would have its next item. Letters, and numbers below letters
or roman ones, may begin anew under each of these.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from kb.parsers.blocks import Block
from kb.parsers.divisions import LEVELS, LONGEST_HEADING, ROMAN, arabic, division, is_roman
from kb.parsers.printed import printed

LONGEST_TITLE = 80  # characters of a numbered title; a longer line is a paragraph
_FEWEST_TITLES = 2
_FORMS = ("roman", "letter", "number")  # the higher first
_HIGHEST, _LOWEST = 2, 6  # levels
_NO_TITLE_ENDS = (".", ";", ":", ",", "?")
_SENTENCE_ENDS = (".", ":", ";", "?")


class _Title(NamedTuple):
    form: str
    value: int  # of its first part
    dots: int = 0


def is_numbered_heading(block: Block) -> bool:
    """Whether a block is a heading with a roman number or a letter, as a line in capitals may be."""
    return block.kind == "heading" and ROMAN.match(block.text) is not None


def with_numbered_titles(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the numbered titles of a text that has no headings but divisions made some."""
    for unmarked in (False, True):
        titles = dict(_titles(blocks[: _end(blocks)], unmarked=unmarked))
        chosen = _chosen(blocks, titles)
        if chosen:
            break
    else:
        return list(blocks)
    levels = _levels(blocks, chosen)
    made = list(blocks)
    for index, title in chosen.items():
        if made[index].kind != "heading":
            level = min(levels[title.form] + title.dots, _LOWEST)
            made[index] = replace(made[index], kind="heading", level=level)
    return made


def _end(blocks: Sequence[Block]) -> int:
    """Where the numbers of annexes, chapters and articles begin, which are their own."""
    found = ((at, division(block.text)) for at, block in enumerate(blocks) if block.kind == "heading")
    ends = (at for at, each in found if each and (each.word in LEVELS or each.word == "art"))
    return next(ends, len(blocks))


def _titles(blocks: Sequence[Block], *, unmarked: bool) -> Iterator[tuple[int, _Title]]:
    last = {"roman": 0, "letter": 0}
    for at, block in enumerate(blocks):
        found = _title(block, last, unmarked=unmarked)
        if found:
            if found.form == "roman":
                last["letter"] = 0
            last[found.form] = found.value
            yield at, found


def _title(block: Block, last: Mapping[str, int], *, unmarked: bool) -> _Title | None:
    longest = LONGEST_HEADING if block.kind == "heading" else LONGEST_TITLE
    may_be = block.kind == "paragraph" or is_numbered_heading(block)
    if not may_be or len(block.text) > longest or block.text.endswith(_NO_TITLE_ENDS):
        return None
    if roman := ROMAN.match(block.text):
        shown = roman["number"]
        if not block.text[roman.end() :][:1].isupper():
            return None
        value = arabic(shown) if is_roman(shown) else 0
        if isinstance(value, int) and value and (len(shown) > 1 or value == last["roman"] + 1):
            return _Title("roman", value)
        return _Title("letter", ord(shown) - ord("A") + 1) if len(shown) == 1 else None
    found = printed(block, unmarked=unmarked)
    if found is None or not found[1][0].isupper():
        return None
    first, *rest = found[0].split(".")
    return _Title("number", int(first), len(rest)) if first.isdecimal() else None


def _chosen(blocks: Sequence[Block], titles: Mapping[int, _Title]) -> dict[int, _Title]:
    """The titles whose form runs on, with text below most of them."""
    chosen: dict[int, _Title] = {}
    for form in _FORMS:
        own = {at: each for at, each in titles.items() if each.form == form}
        top = [at for at, each in own.items() if not each.dots]
        below = [at for at in top if _stands_over_text(blocks, titles, at)]
        enough = len(top) >= _FEWEST_TITLES and len(below) * 4 >= len(top) * 3
        if enough and _runs_on(top, own, chosen):
            chosen |= own
    return chosen


def _runs_on(top: Sequence[int], own: Mapping[int, _Title], higher: Mapping[int, _Title]) -> bool:
    """Whether the numbers run 1, 2, 3 ..., perhaps anew under each title of a higher form."""
    places = sorted(higher)
    last, above = 0, 0
    for at in top:
        now = bisect(places, at)
        anew = own[at].value == 1 and now > above
        if own[at].value != last + 1 and not anew:
            return False
        last, above = own[at].value, now
    return True


def _stands_over_text(blocks: Sequence[Block], titles: Mapping[int, _Title], index: int) -> bool:
    """Whether running text comes next, perhaps below a title of its own."""
    after = blocks[index + 1 : index + 3]
    form = titles[index].form
    below = titles.get(index + 1)
    lower = below is not None and (_FORMS.index(below.form), below.dots) > (_FORMS.index(form), 0)
    named = bool(after) and after[0].kind == "heading" and index + 1 not in titles
    return any(_is_text(block, form) for block in after[: 2 if lower or named else 1])


def _is_text(block: Block, form: str) -> bool:
    number = printed(block, unmarked=False)
    sentence = block.kind == "paragraph" and block.text.endswith(_SENTENCE_ENDS)
    deeper = number is not None and ("." in number[0] or (form != "number" and sentence))
    return len(block.text) > LONGEST_TITLE or deeper or (sentence and number is None) or block.kind == "table"


def _levels(blocks: Sequence[Block], chosen: Mapping[int, _Title]) -> dict[str, int]:
    """The level of each form: one below the next higher that there is."""
    levels: dict[str, int] = {}
    level = _HIGHEST
    for form in _FORMS:
        own = [at for at, title in chosen.items() if title.form == form]
        stated = [blocks[at].level for at in own if blocks[at].kind == "heading"]
        levels[form] = min(stated, default=level)
        level = levels[form] + 1 if own else level
    return levels
