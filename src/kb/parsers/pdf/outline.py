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
    keys = [letters(line.text) for line in lines]
    beginning: dict[tuple[int | None, str], list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        bare = _bare(line.text)
        for key in {keys[index], letters(bare) if bare != line.text else keys[index]}:
            for page in (line.page, None):
                beginning[page, key[:_BEGINNING]].append(index)
    last = group = 0
    for bookmark in bookmarks:
        keys_of = dict.fromkeys((letters(bookmark.title), letters(_bare(bookmark.title))))
        wanted = [key for key in keys_of if len(key) > 1]  # the whole one first
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
    for first in dict.fromkeys((keys[start], letters(_bare(lines[start].text)))):
        joined = first
        for end in range(start + 1, min(start + _MOST_LINES, len(lines)) + 1):
            if joined in wanted:
                return range(start, end)
            if end == len(lines) or not joined or not any(key.startswith(joined) for key in wanted):
                break
            joined += keys[end]
    return None


def _bare(text: str) -> str:
    found = _NUMBERED.match(text.lower())
    return text[found.end() :] if found else text
