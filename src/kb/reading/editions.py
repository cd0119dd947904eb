"""The stories of what lies behind a document: its editions of before, and the file it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kb.answers import Shown
from kb.citing import at
from kb.errors import NotHeld
from kb.library import Library
from kb.reading import show
from kb.records import Document
from kb.text.folding import normalise, squeeze

_LONGEST_NAME = 120  # characters


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes a document was read from: where they lie, and under which name to save them."""

    path: Path
    name: str
    size: int  # bytes


def edition(library: Library, address: str, number: int | None, language: str = "en") -> Shown:
    """What an address leads to, in the edition of this number; without one, in the newest.

    Raises:
        NotHeld: there is no such document, passage or edition.
    """
    name, _, place = address.partition("#")
    newest = show(library, name, language).document
    if number is None or number == newest.edition.number:
        return show(library, address, language)
    document = library.store.edition(newest.id, number)
    return Shown(document, tuple(document.passages[each] for each in at(document, place)) if place else ())


def numbers(library: Library, document: Document) -> tuple[int, ...]:
    """The editions that are held, the newest first; one alone is no list."""
    older = [number for number, _ in library.store.editions(document.id)]
    newest = library.store.summary(document.id).edition.number
    return (newest, *older) if older else ()


def original(library: Library, document: Document) -> Original | None:
    """The file that a document was read from; None where its bytes are not kept."""
    path = library.store.original_path(document.sha256)
    try:
        size = path.stat().st_size
    except OSError:
        return None
    return Original(path, _name(document), size)


def held_original(library: Library, address: str, number: int | None = None) -> Original:
    """The same by an address.

    Raises:
        NotHeld: there is no such document, or its bytes are not kept.
    """
    document = edition(library, address, number).document
    found = original(library, document)
    if found is None:
        raise NotHeld('The original of "{id}" is not kept here.', id=document.id)
    return found


def _name(document: Document) -> str:
    """The last part of where it was read from, without what a file system could stumble over."""
    location = document.locations[0] if document.locations else ""
    last = PurePosixPath(location.replace("\\", "/").partition("?")[0]).name
    kept = "".join(each for each in squeeze(normalise(last)) if each not in '<>:"/\\|?*').strip(". ")
    stem, dot, ending = kept.rpartition(".")
    return f"{stem[:_LONGEST_NAME]}{dot}{ending[:_LONGEST_NAME]}" if kept else document.id
