"""The story of a file that comes in: find, read, parse, extract, assign topics, keep, index.

One file that cannot be taken in becomes a line of the report and is set aside with its reason;
the run goes on. The same bytes are one record however often and under whatever name they come;
changed bytes at the same place are a new edition of the same document.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from kb import sources
from kb.errors import KbError, Misuse, ParseFailed, SourceError, SourceMissing
from kb.extractors import extract
from kb.extractors.ids import further_ids, proposed_id
from kb.library import Library, Waiting
from kb.messages import Message
from kb.parsers import parse
from kb.records import Document, Source
from kb.store import Held
from kb.thesaurus import names
from kb.topics import assign

# Raised when kb reads more out of a file than before: unchanged files are then read anew.
READING = 1
OUTCOMES = ("new", "updated", "unchanged", "set aside")
_LONGEST_REASON = 200
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of one location; ``reason`` where it was set aside or needs a word."""

    location: str
    outcome: str
    id: str | None = None
    title: str = ""
    reason: Message | None = None
    warnings: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What became of every location, in the order they were read."""

    entries: tuple[Entry, ...]
    dry_run: bool = False

    @property
    def counts(self) -> dict[str, int]:
        """How many entries have each outcome of OUTCOMES."""
        counted = Counter(entry.outcome for entry in self.entries)
        return {outcome: counted[outcome] for outcome in OUTCOMES}


def ingest(
    library: Library,
    locations: Iterable[str],
    *,
    kind: str | None = None,
    language: str | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
    waiting: Waiting | None = None,
) -> Report:
    """Take in every file that the locations lead to, and index what changed.

    Raises:
        Misuse: ``kind`` or ``language`` is not one that kb knows.
        LibraryError: the knowledge base cannot be written to.
    """
    given = _Given(_known(names.KINDS, kind, "kind"), _known(names.LANGUAGES, language, "language"))
    if dry_run:
        return Report(tuple(_entries(library, locations, given, progress, keep=False)), dry_run=True)
    with library.writing("kb ingest", waiting=waiting):
        entries = tuple(_entries(library, locations, given, progress, keep=True))
        library.follow()
    return Report(entries)


@dataclass(frozen=True, slots=True)
class _Given:
    """What the user says of all the files of a run."""

    kind: str | None
    language: str | None

    def fits(self, held: Held) -> bool:
        """Whether a document is held as the user wants it read."""
        return self.kind in (None, held.kind) and self.language in (None, held.language)


def _entries(
    library: Library,
    locations: Iterable[str],
    given: _Given,
    progress: Progress | None,
    *,
    keep: bool,
) -> Iterable[Entry]:
    found = list(sources.find(locations))
    for done, location in enumerate(found):
        if progress:
            progress(done, len(found), location.path)
        place = _place(library, location.path)
        try:
            source = replace(sources.read(location), location=place)
            yield _taken_in(library, source, given, keep=keep)
        except SourceError as error:
            if keep and location.path != sources.STANDARD_INPUT and not isinstance(error, SourceMissing):
                library.store.set_aside(place, error.template, error.values)
            yield Entry(place, "set aside", reason=Message(error.template, error.values))
    if progress:
        progress(len(found), len(found), "")


def _taken_in(library: Library, source: Source, given: _Given, *, keep: bool) -> Entry:
    if source.location == sources.STANDARD_INPUT:
        source = replace(source, location=f"standard-input:{source.sha256[:12]}")
    same = library.store.held_bytes(source.sha256)
    if same and same.reading == READING and given.fits(same):
        return _unchanged(library, source, same, keep=keep)
    document = read(source, library, kind=given.kind, language=given.language)
    before = same or _before(library, document)
    if keep:
        library.store.keep_original(source.content)
        document = library.store.put(document, reading=READING, replaces=before.id if before else None)
    return Entry(
        source.location,
        "updated" if before else "new",
        before.id if before else document.id,
        document.title,
        warnings=document.warnings,
    )


def read(source: Source, library: Library, *, kind: str | None, language: str | None) -> Document:
    """The whole reading of one file, from its bytes to a record with topics; nothing is kept.

    Raises:
        SourceError: it cannot be read, or made the reading stumble.
    """
    try:
        document = extract(parse(source, kind=kind, language=language))
        document = replace(document, id=proposed_id(document), aliases=further_ids(document))
        return assign(document, library.thesaurus)
    except KbError:
        raise
    except Exception as error:  # a file that makes a parser fail must not take its neighbours along
        raise ParseFailed(
            "kb stumbles over this file ({reason}); please report it.",
            reason=f"{type(error).__name__}: {error}"[:_LONGEST_REASON],
        ) from error


def _unchanged(library: Library, source: Source, held: Held, *, keep: bool) -> Entry:
    known = library.store.held_location(source.location)
    if keep and (known is None or known.id != held.id):
        library.store.locate(held.id, source.location, source.sha256)
    elif keep and library.store.is_set_aside(source.location):
        library.store.clear(source.location)
    return Entry(source.location, "unchanged", held.id)


def _before(library: Library, document: Document) -> Held | None:
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
    return next((held for held in candidates if held and not _elsewhere(library, held, location)), None)


def _elsewhere(library: Library, held: Held, location: str) -> bool:
    """Whether another file that the document was read from is still there."""
    others = (place for place in library.store.locations(held.key) if place != location)
    return any(os.path.lexists(library.folder / place) for place in others)


def _place(library: Library, path: str) -> str:
    """The path from the library's folder where it lies inside, else from the root."""
    if path == sources.STANDARD_INPUT:
        return path
    absolute = sources.absolute(path)
    inside = Path(absolute).is_relative_to(library.folder)
    return Path(absolute).relative_to(library.folder).as_posix() if inside else absolute


def _known(table: dict[str, tuple[str, str]], typed: str | None, option: str) -> str | None:
    if typed is None:
        return None
    value = names.value_named(table, typed)
    if value is None:
        raise Misuse(
            'There is no {option} "{typed}"; there are {known}.',
            option=option, typed=typed, known=", ".join(table),
        )  # fmt: skip
    return value
