"""Fields of a record, read from its words: Document -> Document.

Every extractor is a module of one noun with a pure function ``fill(document) -> document``. It fills
only what is absent, because front matter and page metadata know better, and it notes as Evidence
where each value stands. The order matters: the countries of a document tell which body "INM" is,
its organisations tell who published it, its contacts that it is a press release, and its kind whether
numbers in it are likely figures.

What must stay true: passages are never changed; any text is read in linear time; what is not printed
stays absent, and what follows from other values is marked as inferred. A digest takes no symbol,
date, publisher or kind from its text, which speaks of another document.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from kb.records import Document

_Fill = Callable[[Document], Document]


@cache
def fills() -> tuple[_Fill, ...]:
    """The extractors in their order; they are imported here, because a question needs none of them."""
    from kb.extractors import (
        contacts,
        countries,
        date_conflicts,
        datelines,
        dates,
        figures,
        headline_figures,
        kinds,
        organisations,
        people,
        programmes,
        publishers,
        quotes,
        symbols,
    )

    return (
        symbols.fill,
        datelines.fill,
        dates.fill,
        date_conflicts.fill,
        countries.fill,
        organisations.fill,
        quotes.fill,
        people.fill,
        contacts.fill,
        publishers.fill,
        organisations.with_publisher,
        kinds.fill,
        figures.fill,
        headline_figures.fill,
        programmes.fill,
        organisations.with_funder,
    )


def extract(document: Document) -> Document:
    """``document`` with every field that its words tell and its metadata left open."""
    for fill in fills():
        document = fill(document)
    return document
