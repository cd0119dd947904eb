"""The marks of notes inside the text, which are no part of its words.

A small raised figure is a mark unless it can be a power, behind a unit of length for one: there it stays,
as a raised character, as long as no note on its page has this number. A word processor that lost the raising
prints the mark at full size ("detention.4"); such figures go when they count 1, 2, 3 ... through
the whole document behind different words, which quantities and names never do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kb.parsers.pdf.sheets import MARK_CLOSES, MARK_OPENS
from kb.parsers.raised import is_power, raised

_MARK = re.compile(f"{MARK_OPENS}([^{MARK_CLOSES}]{{1,30}}){MARK_CLOSES}")
_FIGURE = re.compile(r"\d{1,9}")
_BEHIND_MARK, _BEHIND_WORD = re.compile(r"[^\W\d_][.,;:!?”\"’)]\Z"), re.compile(r"[^\W\d_]{3}\Z")
FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LAST_WORD = re.compile(r"[^\W\d_]+")
_DISTINCT = 0.6  # of the words before them differ: "table1, table2, table3" are names
_FEWEST_FLAT = 3  # marks in a row that make a count


def without_marks(text: str, noted: Iterable[str]) -> str:
    """The text without raised marks; ``noted`` are the marks of the notes on its pages."""
    if MARK_OPENS not in text:
        return text
    known = set(noted)
    pieces: list[str] = []
    end = 0
    for found in _MARK.finditer(text):
        before = text[end : found.start()]
        pieces.append(before)
        mark = found[1].strip("[](),").translate(FIGURES)
        if is_power(before) and mark not in known and not set(mark) & set("*†‡§¶"):
            pieces.append(raised(found[1]))
        end = found.end()
    return "".join([*pieces, text[end:]]).replace(MARK_OPENS, "").replace(MARK_CLOSES, "")


def _is_flat(text: str, start: int, end: int) -> bool:
    """Whether a figure is glued to a word, or to the sign behind one, and ends there."""
    before, after = text[max(start - 3, 0) : start], text[end : end + 1]
    if _BEHIND_MARK.search(before):
        return not after or after.isspace()
    return _BEHIND_WORD.search(before) is not None and (not after or after.isspace() or after in ".,;:")


def without_flat_marks(texts: Sequence[str]) -> list[str]:
    """The texts without figures glued to words that count 1, 2, 3 ... through the document."""
    places: list[tuple[int, int, int]] = []
    for index, text in enumerate(texts):
        for found in _FIGURE.finditer(text):
            if int(found[0]) == len(places) + 1 and _is_flat(text, found.start(), found.end()):
                places.append((index, found.start(), found.end()))
    before = {_LAST_WORD.findall(texts[index][max(start - 30, 0) : start])[-1] for index, start, _ in places}
    if len(places) < _FEWEST_FLAT or len(before) < _DISTINCT * len(places):
        return list(texts)
    result = list(texts)
    for index, start, end in reversed(places):
        result[index] = result[index][:start] + result[index][end:]
    return result
