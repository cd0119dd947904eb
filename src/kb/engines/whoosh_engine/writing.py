"""One call of ``apply``: changes become texts of a new Whoosh segment, and old ones are merged.

A document that changes is deleted where it stands and written anew. Nothing shows until
``commit``, which writes Whoosh's table of contents and, beside it, ours: which segments there
are and which of their documents are deleted, so that reading needs no Whoosh.
"""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any as Untyped

from whoosh.index import TOC, FileIndex
from whoosh.index import IndexError as ContentsError
from whoosh.reading import SegmentReader
from whoosh.writing import IndexingError, SegmentWriter

from kb.engines.properties import facet_values, filter_values, interval, title_text
from kb.engines.whoosh_engine.codec import Codec, schema
from kb.engines.whoosh_engine.pool import PostingPool
from kb.engines.whoosh_engine.rows import About, Pair, Row
from kb.engines.whoosh_engine.segments import FORMS, STEMS, TEXTS, stem_key
from kb.engines.whoosh_engine.snapshot import INDEX, Snapshot, contents_name, contents_of, read
from kb.engines.whoosh_engine.storage import SyncedStorage, sync_file, sync_folder
from kb.errors import EngineError
from kb.query.tree import FACETS, NAMES
from kb.records import Change, Document
from kb.text.words import terms

MEMORY = 32 * 1024 * 1024  # bytes of postings before they go to the disk
GROWTH = 2  # a segment is merged into what is written when it is at most so many times as large
_OURS = re.compile(rf"_?{INDEX}[._]")  # how the names of all our files and folders begin


class Writing:
    """Changes on their way into the index: ``take`` each, ``commit``, and in any case ``close``."""

    def __init__(self, folder: Path, before: Snapshot, *, kept: Collection[str]) -> None:
        """Sweep the folder of all files but those of ``before`` and those ``kept``."""
        self._folder = folder
        self._before = before
        self._seen = before.seen
        self._deleted = {segment.name: set(segment.deleted) for segment in before.segments}
        self._new: list[range] = []  # the texts of each document of the new segment
        self._places: dict[str, int] = {}  # of documents in the new segment
        self._changed = False
        with _failing(folder):
            _sweep(folder, {*before.files, *kept})
            self._writer = _writer(SyncedStorage(folder), fresh=not before.files)
        self._segments = {each.segment_id(): each for each in self._writer.segments}
        if self._segments.keys() != self._deleted.keys():
            raise EngineError("The index in {folder} is not the one that was opened.", folder=folder)

    def take(self, change: Change) -> None:
        """Write or delete one document."""
        with _failing(self._folder):
            self._delete(change.id)
            if change.document is not None:
                self._add(change.id, change.document)
        self._seen = max(self._seen, change.number)

    def commit(self) -> Snapshot:
        """Make everything visible; the index as it is then."""
        if not self._changed:
            return self._before.after(self._seen)
        with _failing(self._folder):
            self._writer.commit(mergetype=self._merge)
            path = self._folder / contents_name(self._writer.generation)
            path.write_bytes(contents_of(self._writer.generation, self._deleted))
            sync_file(path)
            sync_folder(self._folder)
            return read(self._folder, [path.name], self._seen, self._before)

    def close(self) -> None:
        """Forget what was not committed; its files are left to the next sweep."""
        if not self._writer.is_closed:
            with suppress(OSError):  # a full disk, most likely: what is being said already
                self._writer.cancel()

    def _add(self, id: str, document: Document) -> None:
        start = self._writer.docnum
        for text in _texts(id, document):
            self._writer.add_document(**text)
        self._places[id] = len(self._new)
        self._new.append(range(start, self._writer.docnum))
        self._changed = True

    def _delete(self, id: str) -> None:
        if id in self._places:
            place = self._places.pop(id)
            self._drop(self._writer.newsegment, self._new[place], place)
        elif (held := self._before.find(id)) is not None:
            segment, place = held
            if place not in self._deleted[segment.name]:
                self._drop(self._segments[segment.name], segment.texts_of(place), place)

    def _drop(self, segment: Untyped, texts: range, place: int) -> None:
        for text in texts:
            segment.delete_document(text)
        self._deleted.setdefault(segment.segment_id(), set()).add(place)
        self._changed = True

    def _merge(self, writer: SegmentWriter, segments: list[Untyped]) -> list[Untyped]:
        """Whoosh's merge policy: the segments that stay as they are.

        From the smallest up, each segment that is not much larger than what is being written goes
        into it, as does one of which more than half is deleted. Sizes then grow geometrically, so
        that there are few segments and a text is rewritten a logarithmic number of times.
        (Whoosh's own policy, MERGE_SMALL, merges nothing of more than a few dozen texts.)
        """
        staying = []
        for segment in sorted(segments, key=lambda each: int(each.doc_count())):
            living = segment.doc_count()
            if living > GROWTH * writer.docnum and 2 * living >= segment.doc_count_all():
                staying.append(segment)
            elif living:
                reader = SegmentReader(writer.storage, writer.schema, segment)
                writer.add_reader(reader)
                reader.close()
        names = [segment.segment_id() for segment in staying]
        if writer.docnum:
            names.append(writer.newsegment.segment_id())
        self._deleted = {name: self._deleted.get(name, set()) for name in names}
        return staying


def _writer(storage: SyncedStorage, *, fresh: bool) -> SegmentWriter:
    if fresh:
        TOC.create(storage, schema(), INDEX)
    index = FileIndex(storage, indexname=INDEX)
    # No lock of Whoosh's: the engine has one for threads, the library one for processes.
    writer = SegmentWriter(index, _lk=False, codec=Codec(), compound=False)
    writer.pool = PostingPool(Path(storage.folder), MEMORY)
    return writer


def _sweep(folder: Path, kept: Collection[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        if path.name in kept or not _OURS.match(path.name):
            continue
        if path.is_dir():
            shutil.rmtree(path)
        else:
            with suppress(PermissionError):  # Windows: another process still reads it
                path.unlink()


@contextmanager
def _failing(folder: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, ContentsError, IndexingError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise EngineError(
            "The index in {folder} cannot be written: {reason}.", folder=folder, reason=reason
        ) from error


def _texts(id: str, document: Document) -> Iterator[dict[str, Untyped]]:
    """The title, with what is known of the document, and each passage, as Whoosh documents."""
    yield _text(title_text(document), document.language, heading=False, about=_about(id, document))
    for passage in document.passages:
        yield _text(passage.text, passage.language, heading=passage.kind == "heading", about=None)


def _text(text: str, language: str, *, heading: bool, about: About | None) -> dict[str, Untyped]:
    stems: dict[str, list[int]] = defaultdict(list)
    forms: dict[str, list[int]] = defaultdict(list)
    for place, term in enumerate(terms(text, language)):
        forms[term.folded].append(place)
        if term.printed:
            forms[term.printed].append(place)
        if term.position >= 0:
            stems[stem_key(term.stem, language)].append(term.position)
    length = sum(map(len, stems.values()))
    return {STEMS: stems, FORMS: forms, TEXTS: Row(length, heading, about)}


def _about(id: str, document: Document) -> About:
    first, last = interval(document) or (0, 0)
    facets = tuple(_pairs(facet_values(document), FACETS))
    names = tuple(_pairs(filter_values(document), NAMES))
    return About(id, first, last, facets, names)


def _pairs(values: dict[str, tuple[str, ...]], fields: tuple[str, ...]) -> Iterator[Pair]:
    for field in fields:
        for value in dict.fromkeys(values[field]):
            yield field, value
