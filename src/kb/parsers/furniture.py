"""What belongs to the pages of a text and not to the text: page numbers, running heads, contents.

A running head or foot is the first or last line of a page that comes back on other pages, whatever
number it holds. A table of contents is a run of lines that end in leaders and a page number, or the
lines under "Contents" that come again further down; were it left in, it would take the addresses of
the articles it lists. The first page keeps its head, which may be the title.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kb.text.folding import fold, squeeze

_PAGE_NUMBER = re.compile(
    r"\s*(?:[–—-]\s?)?(?:(?:page|p[aá]gina|p[aá]g\.?|p\.)\s?)?\d{1,4}(?:\s?(?:/|of|de|out of)\s?\d{1,4})?"
    r"(?:\s?[–—-])?\s*",
    re.IGNORECASE,
)
_PAGE_OF = re.compile(
    r"\s*(?:[^\n]{0,60}[|·–—-]\s?)?(?:page|p[aá]gina|p[aá]g\.?)\s\d{1,4}(?:\s?(?:of|de|/)\s?\d{1,4})?\s*"
    # set against the other edge of a running head
    r"|[^\n]{0,80}\s{3}(?:page|p[aá]gina|p[aá]g\.?)\s\d{1,4}\s?(?:of|de|/)\s?\d{1,4}\s*"
    r"|\s*(?:page|p[aá]gina|p[aá]g\.?)\s\d{1,4}\s?(?:of|de|/)\s?\d{1,4}\s{3}[^\n]{0,80}",
    re.IGNORECASE,
)
_ENDS_RELEASE = re.compile(r"\s*[–—-]\s?30\s?[–—-]\s*")
_LEADERS = re.compile(r"(?:\.{3,}|…{1,}|(?:\s\.){3,})\s*\d{1,4}\s*$")
_SPACED = re.compile(r"(?:\t|\s{4})\s{0,200}\d{1,4}$")  # a row of a table of figures ends so, too
_CONTENTS = re.compile(
    r"(?:table of )?contents|[ií]ndice(?: de contenidos?| general)?|contenidos?|tabla de contenidos?|sumario",
    re.IGNORECASE,
)
_FEWEST_ENTRIES = 3
_LONGEST_LEADER = 90  # characters
_FEWEST_HEADS = 2  # beside a page number; odd and even pages have their own
_FEWEST_PAGES = 3  # a line on two pages may be chance
_DIGITS = re.compile(r"\d+")
_TRAILING_PAGE = re.compile(r"[\s.…]*\d{0,4}\s*$")


def without(pages: list[str]) -> list[str]:
    """The pages without page numbers, running heads and tables of contents."""
    kept = _without_edges([page.split("\n") for page in pages]) if len(pages) > 1 else [pages[0].split("\n")]
    kept = [_without_page_breaks(lines) for lines in kept]
    ahead = Counter(_entry(line) for lines in kept for line in lines)
    return ["\n".join(_without_contents(lines, ahead)) for lines in kept]


def _without_page_breaks(lines: list[str]) -> list[str]:
    """The lines without "Page 3 of 9", and without the running heads that stand next to such lines."""
    breaks = [index for index, line in enumerate(lines) if _PAGE_OF.fullmatch(line)]
    if not breaks:
        return lines
    printed = [index for index, line in enumerate(lines) if line.strip()]
    place = {index: at for at, index in enumerate(printed)}
    beside = [
        printed[at]
        for index in breaks
        for at in (place[index] - 1, place[index] + 1)
        if 0 <= at < len(printed)
    ]
    seen = Counter(_DIGITS.sub("#", squeeze(lines[index])) for index in beside)
    heads = {index for index in beside if seen[_DIGITS.sub("#", squeeze(lines[index]))] >= _FEWEST_HEADS}
    left_out = heads.union(breaks)
    return [line for index, line in enumerate(lines) if index not in left_out]


def _without_edges(pages: list[list[str]]) -> list[list[str]]:
    kept = pages
    for edge in (0, -1):
        masked = [_masked(page, edge) for page in kept]
        seen = Counter(masked)
        alternate = _alternate(masked)
        kept = [
            _trimmed(page, edge, repeated=number > 0 and (seen[line] >= _FEWEST_PAGES or number in alternate))
            for number, (page, line) in enumerate(zip(kept, masked, strict=True))
        ]
    return kept


def _alternate(heads: list[str]) -> set[int]:
    """The pages whose head is that of the page after next, or before the last."""
    pairs = ((at, at + 2) for at in range(len(heads) - 2) if heads[at] and heads[at] == heads[at + 2])
    return {page for pair in pairs for page in pair}


def _trimmed(page: list[str], edge: int, *, repeated: bool) -> list[str]:
    """A page without its first or last line, if that is a page number or comes back."""
    printed = [index for index, line in enumerate(page) if line.strip()]
    if not printed:
        return page
    at = printed[edge]
    line = page[at]
    numbered = _PAGE_NUMBER.fullmatch(line) and not _ENDS_RELEASE.fullmatch(line)
    return [*page[:at], *page[at + 1 :]] if numbered or repeated else page


def _masked(page: list[str], edge: int) -> str:
    printed = [line for line in page if line.strip()]
    return _DIGITS.sub("#", squeeze(printed[edge])) if printed else ""


def _without_contents(lines: list[str], ahead: Counter[str]) -> Iterator[str]:
    """The lines of a page that are no contents; ``ahead`` counts the lines to come, and is counted down."""
    entries = _entries(lines, ahead)
    return (line for index, line in enumerate(lines) if index not in entries)


def _entries(lines: list[str], ahead: Counter[str]) -> set[int]:
    """The lines of tables of contents, with the heading above them."""
    found: set[int] = set()
    run: list[int] = []
    heading: int | None = None
    for index, line in enumerate([*lines, "The end."]):
        stripped = line.strip()
        if not stripped:
            continue
        ahead[_entry(line)] -= 1
        again = ahead[_entry(line)] > 0
        ending = line.rstrip()[-_LONGEST_LEADER:]
        paged = ending[-1:].isdigit()
        if (paged and _LEADERS.search(ending)) or (again and (heading is not None or _SPACED.search(ending))):
            run.append(index)
            continue
        if len(run) >= _FEWEST_ENTRIES:
            found |= {*run, *([heading] if heading is not None else [])}
        run = []
        heading = index if _CONTENTS.fullmatch(stripped.strip(" :.")) else None
    return found


def _entry(line: str) -> str:
    """What an entry shares with the heading it stands for."""
    return fold(squeeze(_TRAILING_PAGE.sub("", line[:200])))
