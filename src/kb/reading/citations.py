"""The story of citing: an address -> how the document or passage there is cited, in one of four styles."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from kb.answers import Shown
from kb.errors import Misuse
from kb.exporters.citation import Work, work
from kb.library import Library
from kb.reading import show
from kb.records import Document

STYLES = ("footnote", "apa", "bibtex", "ris")


def cite(library: Library, address: str, *, style: str = STYLES[0], language: str = "en") -> str:
    """How what an address leads to is cited; of a section, its heading is the place.

    Raises:
        NotHeld: there is no such document or passage.
        Misuse: there is no such style.
    """
    return written(_work(show(library, address, language), language), style, language)


def citations(shown: Shown, language: str) -> dict[str, str]:
    """What is shown in every style."""
    cited = _work(shown, language)
    return {style: written(cited, style, language) for style in STYLES}


def bibliography(documents: Iterable[Document], style: str, language: str) -> str:
    """A list of documents in one style, one after another."""
    entries = (written(work(each, language=language), style, language) for each in documents)
    return "".join(each if each.endswith("\n") else f"{each}\n" for each in entries)


def written(cited: Work, style: str, language: str) -> str:
    """A work in a style.

    Raises:
        Misuse: there is no such style.
    """
    if style not in STYLES:
        raise Misuse('There is no style "{style}"; there are {known}.', style=style, known=", ".join(STYLES))
    return str(import_module(f"kb.exporters.{style}").written(cited, language))


def _work(shown: Shown, language: str) -> Work:
    return work(shown.document, shown.passages[0] if shown.passages else None, language)
