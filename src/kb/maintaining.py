"""The stories of upkeep: what is in here, what could not be taken in, and taking a document out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kb.answers import SetAside
from kb.errors import Misuse, ThesaurusInvalid
from kb.library import Library, Waiting
from kb.messages import Message
from kb.sources import file_of, place_of


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
    concepts: Message | None  # what is wrong with the user's own
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
        concepts=_fault_of_concepts(library),
        set_aside=tuple((each.location, each.reason) for each in quarantine(library)),
    )


def _fault_of_concepts(library: Library) -> Message | None:
    try:
        library.load_thesaurus()
    except ThesaurusInvalid as error:
        return Message(error.template, error.values)
    return None


def quarantine(library: Library) -> tuple[SetAside, ...]:
    """Every file that could not be taken in; one that is gone needs nobody's attention."""
    return tuple(
        each for each in library.store.quarantine() if file_of(library.folder, each.location) is not None
    )


def quarantined(library: Library, location: str) -> SetAside:
    """What is known of one file that could not be taken in.

    Raises:
        NotHeld: it is not in the quarantine.
    """
    return library.store.quarantined(location, place_of(library.folder, location))


def drop(library: Library, locations: Iterable[str], *, waiting: Waiting | None = None) -> tuple[str, ...]:
    """Forget that files were set aside (all of them without ``locations``); the files stay where they are.

    Returns:
        The locations that were forgotten.

    Raises:
        NotHeld: one is not in the quarantine; then nothing is forgotten.
        LibraryReadOnly: the knowledge base cannot be changed.
    """
    with library.writing("kb quarantine drop", waiting=waiting):
        wanted = tuple(quarantined(library, location).location for location in locations)
        chosen = wanted or tuple(each.location for each in library.store.quarantine())
        for location in chosen:
            library.store.drop(location)
    return chosen


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
