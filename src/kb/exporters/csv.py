"""Documents and hits as tables (CSV) for spreadsheets: UTF-8 with a byte order mark, no cell a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from kb import places
from kb.answers import Page
from kb.records import Document
from kb.text.folding import normalise
from kb.thesaurus import Thesaurus

DOCUMENT = (
    "id", "kind", "title", "language", "publisher", "symbol", "published", "place", "countries", "topics",
    "groups", "source", "digest_of",
)  # fmt: skip
PASSAGE = (
    "address", "document", "title", "kind", "language", "publisher", "published", "number", "page",
    "heading", "text",
)  # fmt: skip
_BYTE_ORDER_MARK = "\ufeff"  # without it Excel misreads accents
_COULD_RUN = tuple("=+-@|%\t＝＋－＠")


def table(rows: Iterable[Sequence[object]]) -> str:
    r"""Rows of cells; what a spreadsheet could take for a formula has an apostrophe before it.

    >>> table([["=1+1", -3, "a, b"]])
    '\ufeff\'=1+1,-3,"a, b"\r\n'
    """
    out = io.StringIO(newline="")
    csv.writer(out).writerows([[_cell(each) for each in row] for row in rows])
    return _BYTE_ORDER_MARK + out.getvalue()


def documents(found: Iterable[Document], thesaurus: Thesaurus, language: str) -> str:
    """A row for each document, its topics and countries by their names."""
    return table([DOCUMENT, *(_document(each, thesaurus, language) for each in found)])


def hits(page: Page) -> str:
    """A row for each passage that answers."""
    return table([PASSAGE, *_passages(page)])


def _cell(value: object) -> object:
    if value is None or isinstance(value, int | float):
        return value
    text = normalise(str(value))
    return f"'{text}" if text.lstrip().startswith(_COULD_RUN) else text


def _document(document: Document, thesaurus: Thesaurus, language: str) -> tuple[object, ...]:
    date, about = document.published, document.digest_of
    return (
        document.id,
        document.kind,
        document.title,
        document.language,
        document.publisher,
        document.symbol,
        date and (date.iso or date.as_printed),
        document.place,
        "; ".join(places.label(code, language) for code in document.countries),
        "; ".join(thesaurus.label(each.id, language) for each in document.topics),
        "; ".join(thesaurus.label(each.id, language) for each in document.groups),
        document.source,
        about and (about.symbol or about.title),
    )


def _passages(page: Page) -> Iterator[tuple[object, ...]]:
    for hit in page.hits:
        date = hit.published
        for each in hit.passages:
            yield (
                each.address,
                hit.id,
                hit.title,
                hit.kind,
                each.language,
                hit.publisher,
                date and (date.iso or date.as_printed),
                each.number,
                each.pages,
                each.heading,
                each.text,
            )
