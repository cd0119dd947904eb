"""The stories of upkeep: what is in here, and taking a document out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kb.errors import Misuse
from kb.library import Library, Waiting
from kb.messages import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What a knowledge base holds, and whether its index agrees with its store."""

    folder: Path
    documents: int
    passages: int
    kinds: Mapping[str, int]
    languages: Mapping[str, int]
    last_change: int
    indexed: bool
    writable: bool
    set_aside: tuple[tuple[str, Message], ...]  # location, reason


def status(library: Library) -> Status:
    """What is in the knowledge base; the index is checked against its seal, byte by byte."""
    return Status(
        folder=library.folder,
        documents=library.store.count("documents"),
        passages=library.store.count("passages"),
        kinds=library.store.counts("kind"),
        languages=library.store.counts("language"),
        last_change=library.store.last_change,
        indexed=library.index_agrees(),
        writable=library.writable,
        set_aside=tuple(
            (location, Message(template, values))
            for location, template, values in library.store.set_asides()
            if (library.folder / location).exists()  # a file that is gone needs nobody's attention
        ),
    )


def remove(library: Library, name: str, *, waiting: Waiting | None = None) -> str:
    """Take a document out of the store and the index; returns its id.

    Raises:
        Misuse: the address is that of a passage.
        NotHeld: there is no such document.
        LibraryReadOnly: the knowledge base cannot be changed.
    """
    if "#" in name:
        raise Misuse(
            "{address} is a passage; whole documents are removed: kb remove {document}.",
            address=name, document=name.partition("#")[0],
        )  # fmt: skip
    with library.writing("kb remove", waiting=waiting):
        document_id = library.store.resolve(name)
        library.store.remove(document_id)
        library.follow()
    return document_id
