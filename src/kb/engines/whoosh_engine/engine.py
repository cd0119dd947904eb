"""The embedded engine: what ``kb.engines`` asks for, over a folder of index files.

An index is trusted when its files are, byte for byte, those of the seal that the store keeps:
Whoosh has no checksums and its table of contents is a pickle, so nothing is read before its hash
has been compared. Hashing costs 3 ms at 10,000 passages. Files beside the sealed ones are never
read: they are what a crash or a merge left, or what another process is writing at this moment;
the next ``apply`` sweeps them.

Any thread may search or seal at any time: it works on the snapshot that it finds when it begins.
``apply`` (one at a time, behind a lock) puts a new snapshot in its place when that is complete.
Another process sees the change when it opens the index with the new seal. One process applies at
a time, and with an engine opened from the newest seal: the library's lock sees to both.
"""

from __future__ import annotations

import gc
import hashlib
import struct
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from kb.engines import Matches, Seal, ranking
from kb.engines.whoosh_engine.evaluation import Question
from kb.engines.whoosh_engine.snapshot import Snapshot, read
from kb.errors import EngineError
from kb.query.tree import FACETS, Query
from kb.records import Change

NAME = "whoosh"
VERSION = 12  # of the files, and of the words in them: another analysis is another version

_SELDOM = 200_000  # objects that are made between two looks
Files = dict[str, tuple[int, str]]  # name: bytes, sha256


def open_engine(folder: Path, seal: Seal | None) -> WhooshEngine:
    """The engine over the index in ``folder``; empty when there is no ``seal``.

    Raises:
        EngineError: the index is not the one that was sealed.
    """
    if seal is None:
        return WhooshEngine(folder, Snapshot(), {})
    if (seal.engine, seal.version) != (NAME, VERSION):
        raise EngineError("The index in {folder} was written by another version of kb.", folder=folder)
    try:
        for name, sealed in seal.files.items():
            if _facts(folder / name) != tuple(sealed):  # out of JSON, pairs are lists
                raise EngineError("The index file {path} is damaged or foreign.", path=folder / name)
        snapshot = read(folder, seal.files, seal.seen)
    except (OSError, ValueError, LookupError, struct.error) as error:
        raise EngineError("The index in {folder} cannot be read.", folder=folder) from error
    return WhooshEngine(folder, snapshot, dict(seal.files))


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Unused objects are looked for less often: each look goes over the postings of all terms.

    That took a fifth of the time of indexing; nothing in it waits for such a look to be let go.
    """
    usual = gc.get_threshold()
    gc.set_threshold(_SELDOM, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


class WhooshEngine:
    """An index in a folder."""

    def __init__(self, folder: Path, snapshot: Snapshot, sealed: Files) -> None:
        self._folder = folder
        self._snapshot = snapshot
        self._sealed = sealed
        self._applying = Lock()

    @property
    def seen(self) -> int:
        """The number of the last change that was applied; 0 when none was."""
        return self._snapshot.seen

    @property
    def documents(self) -> int:
        """How many documents the engine holds."""
        return self._snapshot.documents

    def apply(self, changes: Iterable[Change]) -> None:
        """Take in changes, visible together when the call returns, and on the disk by then.

        Raises:
            EngineError: the index cannot be written; it is as it was.
        """
        from kb.engines.whoosh_engine.writing import Writing

        with self._applying, _seldom_collected():
            writing = Writing(self._folder, self._snapshot, kept=self._sealed)
            try:
                for change in changes:
                    writing.take(change)
                self._snapshot = writing.commit()
            finally:
                writing.close()

    def search(
        self,
        query: Query,
        *,
        limit: int = 10,
        offset: int = 0,
        sort: str = "relevance",
        facets: tuple[str, ...] = FACETS,
        explain: bool = False,
    ) -> Matches:
        """The matches from ``offset`` on, ordered by ``sort``, and facet counts over all matches.

        Raises:
            Misuse: there is no such order.
        """
        order = ranking.order(sort)
        question = Question(self._snapshot, query)
        matches = question.matches(order, offset, limit, explain=explain)
        return Matches(question.total, matches, question.facets(facets), question.ahead)

    def count(self, query: Query) -> int:
        """How many documents match."""
        return Question(self._snapshot, query).total

    def among(self, ids: Collection[str], query: Query) -> frozenset[str]:
        """Which of the documents match."""
        return Question(self._snapshot, query).among(frozenset(ids))

    def forms(self, beginning: str) -> Iterator[tuple[str, int]]:
        """The folded words that begin so, in alphabetical order, and how many texts hold each."""
        return self._snapshot.spread(beginning)

    def seal(self) -> Seal:
        """What to remember of the index; files never change, so that each is hashed once.

        Raises:
            EngineError: its files are gone.
        """
        snapshot, known = self._snapshot, self._sealed
        try:
            files = {name: known.get(name) or _facts(self._folder / name) for name in snapshot.files}
        except OSError as error:
            raise EngineError("The index in {folder} cannot be read.", folder=self._folder) from error
        self._sealed = files
        return Seal(NAME, VERSION, snapshot.seen, self._folder.name, dict(files))

    def close(self) -> None:
        """Let go of files, as soon as the last search that reads them is over."""
        self._snapshot = Snapshot()


def _facts(path: Path) -> tuple[int, str]:
    """The size and the SHA-256 of a file."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return file.tell(), digest
