"""A page of an answer as an Atom feed; apart, so that a search at the command line loads nothing of it."""

from __future__ import annotations

from kb.answers import Page
from kb.exporters import atom
from kb.exporters.atom import Address
from kb.library import Library

__all__ = ["Address", "feed"]


def feed(library: Library, page: Page, at: Address, language: str = "en") -> bytes:
    """A page of an answer as an Atom feed (RFC 4287), for readers of news."""
    changed = {hit.id: library.store.changed(hit.id) for hit in page.hits}
    return atom.written(page, changed, at, library.thesaurus, language)
