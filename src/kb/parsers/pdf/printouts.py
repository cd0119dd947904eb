"""What a browser prints around a web page: its title and the moment above, its address and the page below.

Chromium prints "11/29/26, 7:36 AM" and the title above, the address and "2/5" below; Firefox the title and
the address above, "2 of 5" and the moment below; Safari the title and the moment above, the address and
"Page 2 of 5" below. A person may switch one of the four off, or print in another language.

What must stay true: two different ones of moment, address and count stand at the edges of the same page
before a row is taken away, so that a text that only begins with a date keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kb.parsers.pdf.sheets import Run, Sheet
from kb.text.folding import squeeze

_EDGE = 0.08  # of the height of a page: browsers leave a centimetre
_ONE_ROW = 3.0  # points
_SIGNS = {
    "moment": re.compile(
        r"\d{1,4}(?P<mark>[./-])\d{1,2}(?P=mark)\d{2,4}(?:,?\s\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?\s?m\.?|\sh)?)?",
        re.IGNORECASE,
    ),
    "address": re.compile(r"(?:https?|file)://\S+|about:\S+", re.IGNORECASE),
    "count": re.compile(
        r"(?:p(?:age|ágina|agina|ág\.?|\.)\s)?\d{1,4}\s?(?:/|of|de)\s?\d{1,4}|p(?:age|ágina)\s\d{1,4}",
        re.IGNORECASE,
    ),
}
_FEWEST = 2
_ON_THE_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_CUT_OFF = re.compile(r"…|\.\.\.")


def parted(sheets: Sequence[Sheet]) -> tuple[list[Sheet], str | None]:
    """The sheets without the rows of a browser, and the address of the page where it is printed whole."""
    found = [_rows(sheet) for sheet in sheets]
    bare = [_without(sheet, rows) for sheet, rows in zip(sheets, found, strict=True)]
    addresses = {address for rows in found for address in _addresses(rows)}
    return bare, addresses.pop() if len(addresses) == 1 else None


def _rows(sheet: Sheet) -> list[list[Run]]:
    """The rows of a browser on a page."""
    rows = [row for top in (True, False) if not sheet.aside and (row := _outermost(sheet, top=top))]
    signs = [set(_signs(row)) for row in rows]
    if len(set().union(*signs)) < _FEWEST:
        return []
    return [row for row, found in zip(rows, signs, strict=True) if found]


def _without(sheet: Sheet, rows: Sequence[Sequence[Run]]) -> Sheet:
    gone = {id(run) for row in rows for run in row}
    return replace(sheet, runs=[run for run in sheet.runs if id(run) not in gone]) if gone else sheet


def _outermost(sheet: Sheet, *, top: bool) -> list[Run]:
    """The outermost row of a page, from the left, if it stands in the margin."""
    edge = (max if top else min)((run.base for run in sheet.runs), default=sheet.height / 2)
    if not (edge > (1 - _EDGE) * sheet.height if top else edge < _EDGE * sheet.height):
        return []
    return sorted((run for run in sheet.runs if abs(run.base - edge) <= _ONE_ROW), key=lambda run: run.left)


def _signs(row: Sequence[Run]) -> Iterator[str]:
    """Which of moment, address and count stand at the two ends of a row, with nothing else in the run."""
    for run in (row[0], row[-1]):
        yield from (name for name, sign in _SIGNS.items() if sign.fullmatch(squeeze(run.text)))


def _addresses(rows: Sequence[Sequence[Run]]) -> Iterator[str]:
    """The address on the web that is printed with the moment; browsers cut long ones off."""
    texts = [squeeze(run.text) for row in rows for run in row]
    if any(_SIGNS["moment"].fullmatch(text) for text in texts):
        yield from (text for text in texts if _ON_THE_WEB.fullmatch(text) and not _CUT_OFF.search(text))
