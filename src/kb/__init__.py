"""kb: a document knowledge base that answers with the paragraph.

    import kb

    with kb.open("folder") as library:
        kb.ingest(library, ["releases/"])
        page = kb.search(library, "best interests")

Everything is imported on first use, so that ``kb --help`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kb.answers import Page
    from kb.ingesting import Report, ingest
    from kb.library import Library
    from kb.searching import search
    from kb.settings import open_named as open

__all__ = ["Library", "Page", "Report", "ingest", "open", "search"]

_HOMES = {
    "Library": ("kb.library", "Library"),
    "Page": ("kb.answers", "Page"),
    "Report": ("kb.ingesting", "Report"),
    "ingest": ("kb.ingesting", "ingest"),
    "open": ("kb.settings", "open_named"),
    "search": ("kb.searching", "search"),
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'kb' has no attribute {name!r}")
    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)
