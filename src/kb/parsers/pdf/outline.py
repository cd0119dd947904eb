"""The outline of a file, found again in its lines.

A bookmark names a heading. It is looked for on the page it leads to, then on the next one, as a
stretch of whole lines with the same letters; white space, hyphens and points make no difference,
and the number may be missing on one side. An entry of a printed table of contents leads to no
page: it is looked for after the one before.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from kb.parsers.pdf.pdfium import Bookmark
from kb.parsers.pdf.sheets import Line
from kb.text.folding import letters

_NUMBERED = re.compile(
    r"(?:(?:chapter|cap[ií]tulo|part|parte|section|secci[oó]n|annex|anexo)\s+)?(?:[a-z]\.)?[\divxlc.]+[\s:.)]\s*"
)
_BEGINNING = 4  # letters by which a line is looked up
_MOST_STARTS = 60  # lines with the same beginning
_MOST_LINES = 5  # of one heading
_DEEPEST = 6


def mark(lines: Sequence[Line], bookmarks: Iterable[Bookmark]) -> int:
    """Write the level of each bookmark on the lines it names; returns how many were found."""
    bookmarks = list(bookmarks)
    if not bookmarks:
        return 0
    named = [[key for key in _keys(each.title, letters(each.title)) if len(key) > 1] for each in bookmarks]
    begun = {key[:_BEGINNING] for wanted in named for key in wanted}
    keys = [letters(line.text) for line in lines]
    beginning: dict[tuple[int | None, str], list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        for key in {each[:_BEGINNING] for each in _keys(line.text, keys[index])} & begun:
            for page in (line.page, None):
                beginning[page, key].append(index)
    last = group = 0
    for bookmark, wanted in zip(bookmarks, named, strict=True):
        pages = (None,) if bookmark.page is None else (bookmark.page, bookmark.page + 1)
        starts = [
            at
            for page in pages
            for key in wanted
            for at in beginning.get((page, key[:_BEGINNING]), ())[:_MOST_STARTS]
            if page is not None or at >= last
        ]
        found = next((span for at in starts if (span := _span(lines, keys, at, wanted))), None)
        if found:
            group += 1
            last = found[-1] if bookmark.page is None else last
            for index in found:
                lines[index].rank, lines[index].group = min(bookmark.level, _DEEPEST), group
    return group


def _span(lines: Sequence[Line], keys: list[str], start: int, wanted: Sequence[str]) -> range | None:
    """The lines from ``start`` that together are one of the titles wanted."""
    if lines[start].rank:
        return None
    for first in _keys(lines[start].text, keys[start]):
        joined = first
        for end in range(start + 1, min(start + _MOST_LINES, len(lines)) + 1):
            if joined in wanted:
                return range(start, end)
            if end == len(lines) or not joined or not any(key.startswith(joined) for key in wanted):
                break
            joined += keys[end]
    return None


def _keys(text: str, whole: str) -> tuple[str, ...]:
    """The letters of a line, ``whole``, and those behind its number if it has one."""
    found = _NUMBERED.match(text.lower())
    bare = letters(text[found.end() :]) if found else whole
    return (whole,) if bare == whole else (whole, bare)
