"""Which document that is held a file is a new edition of, or a copy (``release (2).pdf``), or says again.

Two files of one name are often two documents: every office has a ``comunicado.pdf``. Only what both say
tells: they state one symbol, or the one says mostly the same as the other.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path, PurePosixPath

from kb import sources
from kb.library import Library
from kb.records import Document
from kb.store import Held
from kb.text.folding import fold
from kb.text.resemblance import resemblance

_NUMBERED = re.compile(r"(?P<stem>.+) \((?P<number>[1-9][0-9]{0,2})\)(?P<ending>\.[^./ ]{1,10}|)\Z")
# Shares of what either says (kb.text.resemblance); what is sent out every week is no edition of itself.
_MOSTLY = 0.5  # under one title and date
_NEARLY = 0.8  # under another


def numbered(folder: Path, name: str) -> Iterator[Path]:
    """The places for a file of this name: ``release.pdf``, ``release (2).pdf`` ..."""
    yield folder / name
    stem, ending = Path(name).stem, Path(name).suffix
    for number in count(2):
        yield folder / f"{stem} ({number}){ending}"


def held_before(library: Library, document: Document) -> Held | None:
    """The document of which this is a new edition: read from the same place, or moved there.

    A file that moved is known by the id or symbol that it states; titles are too much alike.
    Another file that is still there keeps its own record, even under the same id.
    """
    location = document.locations[0]
    states_id = document.symbol or "id" in document.evidence
    candidates = (
        library.store.held_location(location),
        library.store.held(document.id) if states_id else None,
    )
    return next((held for held in candidates if held and not lies_elsewhere(library, held, location)), None)


def held_alike(library: Library, document: Document) -> Held | None:
    """The document that another file holds in other bytes: with other line ends, in another encoding."""
    store, location = library.store, document.locations[0]
    apart = (each for each in store.namesakes(document) if lies_elsewhere(library, each, location))
    return next((each for each in apart if _reads_alike(store.document(each.id), document)), None)


def lies_elsewhere(library: Library, held: Held, location: str) -> bool:
    """Whether another file that the document was read from is still there."""
    others = (place for place in library.store.locations(held.key) if place != location)
    return any(sources.file_of(library.folder, place) for place in others)


def edition_of(library: Library, document: Document) -> tuple[Held, str] | None:
    """The document of which a numbered copy is a new edition, and the location that it was read from."""
    location = document.locations[0]
    if _file(library, location):
        for place in _before(location):
            held = library.store.held_location(place)
            if held and same(library.store.document(held.id), document):
                return held, place
    return None


def put_in_place(library: Library, document: Document, location: str) -> Document:
    """The document, its file moved to ``location`` in the place of the file that lay there."""
    if file := _file(library, document.locations[0]):
        file.replace(file.with_name(PurePosixPath(location).name))
    return replace(document, locations=(location,))


def same(held: Document, document: Document) -> bool:
    """Whether two texts are plainly editions of one document."""
    if held.language != document.language:
        return False
    if held.symbol and document.symbol:
        return held.symbol == document.symbol
    alike = fold(held.title) == fold(document.title) and _day(held) == _day(document)
    return resemblance(_text(held), _text(document)) >= (_MOSTLY if alike else _NEARLY)


class Unkept:
    """What a dry run has met: a file that says the same as one before it is no new document."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}  # by the bytes of a file, and by what it says

    def before(self, sha256: str, document: Document) -> str | None:
        """The id of what a file before this one said alike, which is remembered else."""
        said = hashlib.sha256(repr(_said(document)).encode()).hexdigest()
        like = self._ids.get(sha256) or self._ids.get(said)
        self._ids |= dict.fromkeys((sha256, said), like or document.id)
        return like


def _reads_alike(held: Document, document: Document) -> bool:
    """Whether two records of the same kind of file say the same, to the letter."""
    return _said(held) == _said(document)


def _said(document: Document) -> tuple[object, ...]:
    stated = (document.media_type, document.kind, document.title, document.language, document.publisher)
    dated = (document.symbol, document.source, document.place, _day(document))
    return *stated, *dated, *((passage.address, passage.text) for passage in document.passages)


def _before(location: str) -> Iterator[str]:
    """Where the files of the same name and a lower number lie.

    >>> list(_before("added/a (3).md")), list(_before("added/a.md"))
    (['added/a.md', 'added/a (1).md', 'added/a (2).md'], [])
    """
    if found := _NUMBERED.fullmatch(location):
        stem, ending = found["stem"], found["ending"]
        yield f"{stem}{ending}"
        yield from (f"{stem} ({number}){ending}" for number in range(1, int(found["number"])))


def _file(library: Library, location: str) -> Path | None:
    """The file of a location; None for what is inside another one."""
    file = sources.file_of(library.folder, location)
    return file if file and file.name == PurePosixPath(location).name else None


def _text(document: Document) -> str:
    return "\n".join((document.title, *(passage.text for passage in document.passages)))


def _day(document: Document) -> tuple[int | None, int | None, int | None]:
    published = document.published
    return (published.year, published.month, published.day) if published else (None, None, None)
