"""The story of taking results along: documents and hits in the formats of other programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from kb.answers import Page
from kb.exporters import csv, markdown
from kb.library import Library
from kb.reading import show
from kb.reading.citations import bibliography
from kb.records import Document

FORMATS = ("csv", "markdown", "bibtex", "ris", "ids")


def documents(library: Library, addresses: Iterable[str], form: str, language: str = "en") -> Iterator[str]:
    """The documents at these addresses, else all, in one of FORMATS: pieces of one text.

    Contacts are in none of them.

    Raises:
        NotHeld: an address leads to nothing.
    """
    ids = [show(library, each, language).document.id for each in addresses] or library.store.ids()
    if form == "ids":
        yield from (f"{each}\n" for each in ids)
    elif form == "csv":
        yield csv.documents(map(library.store.summary, ids), library.thesaurus, language)
    else:
        read = library.store.document if form == "markdown" else library.store.summary
        one = _ONE[form]
        for place, each in enumerate(ids):
            yield ("\n" if place and form != "ris" else "") + one(read(each), language)


def hits(library: Library, page: Page, form: str, language: str = "en") -> str:
    """A page of an answer in one of FORMATS: a row for each passage, or the documents."""
    if form == "csv":
        return csv.hits(page)
    if form == "ids":
        return "".join(f"{hit.id}\n" for hit in page.hits)
    found: Sequence[Document] = [library.store.summary(hit.id) for hit in page.hits]
    if form == "markdown":
        return markdown.hits(page, found, language)
    return bibliography(found, form, language)


_ONE: dict[str, Callable[[Document, str], str]] = {
    "markdown": markdown.document,
    "bibtex": lambda document, language: bibliography([document], "bibtex", language),
    "ris": lambda document, language: bibliography([document], "ris", language),
}
