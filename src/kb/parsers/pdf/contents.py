"""Tables of contents: recognised, left out of the text, and used as an outline.

An entry is a line that ends in a page number, with dots or a gap before it. Entries count as a
table of contents when several stand together and their numbers rise. A title that ends right before its
number leaves no gap; such a line is an entry beside others, where a line below them all says the title again.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Container, Sequence
from functools import cache

from kb.parsers.pdf.pdfium import Bookmark
from kb.parsers.pdf.sheets import Line
from kb.text.folding import fold, squeeze

_HEADINGS = re.compile(
    r"(?:table of )?contents?|contents page|(?:tabla|[ií]ndice) de (?:contenidos?|materias)"
    r"|[ií]ndice(?: general)?"
    r"|contenidos?|sumario|(?:list|table) of (?:tables|figures|boxes)"
    r"|(?:lista|[ií]ndice) de (?:cuadros|tablas|figuras|gr[áa]ficos|recuadros)",
    re.IGNORECASE,
)
_LONGEST_HEADING = 60  # characters
_LAST_NUMBER = re.compile(r"(?:^|[\s.…·_])(?P<page>\d{1,4}|[ivxlc]{1,7})$")
_LEADERS = " .…·_\t"
_FEWEST_LEADERS = 4
_FEWEST_ENTRIES = 3
_LARGER = 1.05  # times the type of the entries
_LONGEST_TITLE = 6  # words
_BETWEEN = 3  # lines of an entry that wraps, or a part's name, between two entries
_RISING = 0.8  # of the numbers are not below the one before
_DEEPEST = 6


def parted(lines: Sequence[Line]) -> tuple[list[Line], tuple[Bookmark, ...]]:
    """The lines without tables of contents, and the entries of these, without pages."""
    dropped: set[int] = set()
    entries: list[Bookmark] = []
    for run in (_grown(lines, run) for run in _runs(lines)):
        first = run[0] - 1 if run[0] and _is_title(lines, run[0] - 1) else run[0]
        dropped.update(range(first, run[-1] + 1))
        entries.extend(_outline([lines[index] for index in run]))
    pages = {lines[index].page for index in dropped}
    dropped |= {
        index
        for index, line in enumerate(lines)
        if _heads(line) and (line.page in pages or _is_alone(lines, index))
    }
    return [line for index, line in enumerate(lines) if index not in dropped], tuple(entries)


def _is_title(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is the title of the entries below it, whatever its words: "What is inside"."""
    line, below = lines[index], lines[index + 1]
    alone = index > 0 and lines[index - 1].page == line.page and _is_alike(lines[index - 1], line)
    larger = line.size > _LARGER * below.size or (line.bold and not below.bold)
    short = len(line.text.split()) <= _LONGEST_TITLE and not line.text.rstrip().endswith((".", ",", ";"))
    first_page = line.page == lines[0].page
    return _heads(line) or (line.page == below.page and larger and short and not (alone or first_page))


def _is_alike(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) < 0.1 and one.bold == other.bold


def _is_alone(lines: Sequence[Line], index: int) -> bool:
    """Whether nothing else stands on a line's page: a table of contents has ended on the page before."""
    around = [lines[at].page for at in (index - 1, index + 1) if 0 <= at < len(lines)]
    return bool(around) and lines[index].page not in around


def _heads(line: Line) -> bool:
    short = len(line.text) <= _LONGEST_HEADING
    return short and _HEADINGS.fullmatch(squeeze(line.text).rstrip(":")) is not None


def _runs(lines: Sequence[Line]) -> list[list[int]]:
    """The stretches of entries that are tables of contents."""
    found: list[list[int]] = []
    leaders = {index: entry for index, line in enumerate(lines) if (entry := _entry(line))}
    for index in leaders:
        if found and index - found[-1][-1] <= _BETWEEN:
            found[-1].append(index)
        else:
            found.append([index])
    return [run for run in found if _is_contents(lines, run, leaders)]


def _grown(lines: Sequence[Line], run: list[int]) -> list[int]:
    """The stretch with the entries right above and below it whose titles reach their numbers."""

    @cache
    def below() -> set[str]:
        return {fold(squeeze(line.text)) for line in lines[run[-1] + 1 :]}

    grown = list(run)
    while grown[0] and _adjoins(lines[grown[0] - 1], lines[grown[0]], below):
        grown.insert(0, grown[0] - 1)
    while grown[-1] + 1 < len(lines) and _adjoins(lines[grown[-1]], lines[grown[-1] + 1], below):
        grown.append(grown[-1] + 1)
    return grown


def _adjoins(above: Line, line: Line, below: Callable[[], Container[str]]) -> bool:
    """Whether the titles of two lines of one page are said again below, and their numbers rise."""
    entries = [_parts(each) for each in (above, line)]
    first, second = entries
    if first is None or second is None or above.page != line.page or not _is_alike(above, line):
        return False
    numbers = [int(page) for _, page in (first, second) if page.isdecimal()]
    return numbers == sorted(numbers) and all(
        _entry(each) or fold(squeeze(title)) in below()
        for each, (title, _) in zip((above, line), (first, second), strict=True)
    )


def _is_contents(lines: Sequence[Line], run: list[int], entries: dict[int, tuple[str, str, bool]]) -> bool:
    headed = any(_heads(lines[index]) for index in range(max(run[0] - _BETWEEN, 0), run[0] + 1))
    dotted = sum(entries[index][2] for index in run)
    if len(run) < (2 if headed or dotted == len(run) else _FEWEST_ENTRIES):
        return False
    numbers = [int(entries[index][1]) for index in run if entries[index][1].isdecimal()]
    rising = sum(one <= other for one, other in itertools.pairwise(numbers))
    return rising >= _RISING * max(len(numbers) - 1, 0) and (headed or dotted >= 0.5 * len(run))


def _entry(line: Line) -> tuple[str, str, bool] | None:
    """The title, the page as printed, and whether dots lead to it."""
    parts = _parts(line)
    if parts is None:
        return None
    title, page = parts
    between = line.text.rstrip()[len(title) : -len(page)]
    leaders = sum(each in ".…·_" for each in between) + 2 * between.count("…")
    dotted = leaders >= _FEWEST_LEADERS
    apart = len(line.runs) > 1 and line.runs[-1].text.strip() == page
    return (title, page, dotted) if dotted or apart else None


def _parts(line: Line) -> tuple[str, str] | None:
    """The words of a line, and the number of a page that it ends in."""
    text = line.text.rstrip()
    found = _LAST_NUMBER.search(text[-8:])
    if found is None:
        return None
    title = text[: len(text) - len(found["page"])].rstrip(_LEADERS)
    return (title, found["page"]) if title else None


def _outline(lines: list[Line]) -> list[Bookmark]:
    """The entries as bookmarks; how far they are indented says how deep they are."""
    lefts: list[float] = []
    for line in sorted(lines, key=lambda each: each.left):
        if not lefts or line.left - lefts[-1] > 3:
            lefts.append(line.left)
    found = []
    for line in lines:
        entry = _parts(line)
        level = 1 + sum(left < line.left - 3 for left in lefts)
        if entry and fold(entry[0]):
            found.append(Bookmark(min(level, _DEEPEST), entry[0], None))
    return found
