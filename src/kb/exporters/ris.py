"""Citations as records of RIS, which Zotero, Mendeley and EndNote read.

A record is lines of a tag and a value, ended by ``ER``. A name with a comma stands as the publisher
alone: as an author it would be read as a family name and a first name.
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.exporters import footnote, wording
from kb.exporters.citation import Work
from kb.records import PartialDate

_TYPES = {
    "general-comment": "RPRT", "guideline": "RPRT", "report": "RPRT", "training-material": "RPRT",
    "law": "STAT", "judgment": "CASE", "page": "ELEC",
}  # fmt: skip
_OTHER = "GEN"  # what no reader mistakes for an article


def written(work: Work, language: str) -> str:
    """One record; its lines end as the format says, with CR and LF."""
    lines = [f"{tag}  - {value}" for tag, value in _lines(work, language) if value]
    return "".join(f"{each}\r\n" for each in (*lines, "ER  - "))


def _lines(work: Work, language: str) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES.get(work.kind, _OTHER)
    yield "ID", work.key
    yield from (("AU", each) for each in work.authors if "," not in each)
    yield "TI", work.title
    yield "PB", wording.listed(work.authors, language)
    yield "CY", work.place
    if work.date and work.date.year:
        yield "PY", str(work.date.year)
        yield "DA", _date(work.date)
    yield "M1", work.symbol
    yield "M3", wording.kind(work.kind, language)
    yield "SP", work.pages
    yield "N1", footnote.places(work, language)
    about = footnote.about(work, language)
    yield "N1", about[:1].upper() + about[1:]
    yield "UR", work.address
    if work.read and work.address:
        yield "Y2", _date(work.read)
    yield "LA", work.language


def _date(date: PartialDate) -> str:
    """``YYYY/MM/DD/``, what is unknown left empty."""
    month = f"{date.month:02d}" if date.month else ""
    day = f"{date.day:02d}" if date.month and date.day else ""
    return f"{date.year:04d}/{month}/{day}/"
