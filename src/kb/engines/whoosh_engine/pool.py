"""Postings gathered by term, in place of Whoosh's pool.

Whoosh keeps a tuple for each posting, pickles them to sort them, and pickles as many again to merge
them: half the time of indexing. Texts are numbered in the order in which they come, so that the
postings of a term are in order already and only terms need sorting. They are kept as three arrays
for each term. Over a limit of memory they go to the disk, by term, and are merged at the end.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, suppress
from heapq import merge
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from kb.engines.whoosh_engine.layout import Postings

Posting = tuple[str, bytes, int, float, bytes]  # field, term, text, weight, positions as array("I")
TermPostings = tuple[str, bytes, Postings]

_TERM = 500  # bytes that a term takes besides its postings
_MOST_RUNS = 64  # files open at once
_HEAD = struct.Struct("<IIII")  # bytes of the field and the term; texts, positions


class PostingPool:
    """What Whoosh's writer puts its postings into, with the methods that it calls."""

    def __init__(self, folder: Path, limit: int) -> None:
        """Keep at most about ``limit`` bytes in memory, and the rest in files without names in ``folder``."""
        self._folder = folder
        self._limit = limit
        self._size = 0
        self._held: dict[str, dict[bytes, Postings]] = {}
        self._runs: list[IO[bytes]] = []
        self._open = ExitStack()  # the files of the runs

    def add(self, item: Posting) -> None:
        """Take in a posting; the texts of a term come in rising order."""
        field, term, text, _, encoded = item
        terms = self._held.setdefault(field, {})
        found = terms.get(term)
        if found is None:
            found = terms[term] = _nothing()
            self._size += _TERM + len(term)
        texts, counts, positions = found
        texts.append(text)
        counts.append(len(encoded) // positions.itemsize)
        positions.frombytes(encoded)
        self._size += 2 * positions.itemsize + len(encoded)
        if self._size > self._limit:
            self._save(self._sorted())

    def iter_postings(self) -> Iterator[TermPostings]:
        """All postings, sorted by field and term; the pool is empty then."""
        held, self._held = self._sorted(), {}
        yield from _joined([*map(_read, self._runs), held]) if self._runs else held
        self.cleanup()

    def cleanup(self) -> None:
        """Let go of the files."""
        with suppress(OSError):  # a full disk: nobody reads what was still to be written
            self._open.close()
        self._runs = []

    def _sorted(self) -> Iterator[TermPostings]:
        held = self._held
        return ((field, term, held[field][term]) for field in sorted(held) for term in sorted(held[field]))

    def _save(self, gathered: Iterable[TermPostings]) -> None:
        with ExitStack() as opened:
            run = opened.enter_context(TemporaryFile(dir=self._folder))
            for field, term, found in gathered:
                name = field.encode()
                run.write(_HEAD.pack(len(name), len(term), len(found.texts), len(found.positions)))
                run.write(b"".join((name, term, *(values.tobytes() for values in found))))
            run.flush()
            self._open.push(opened.pop_all())
        self._runs.append(run)
        self._held, self._size = {}, 0
        if len(self._runs) == _MOST_RUNS:
            runs, self._runs = self._runs, []
            with self._open.pop_all():
                self._save(_joined(list(map(_read, runs))))


def _joined(runs: list[Iterator[TermPostings]]) -> Iterator[TermPostings]:
    """The runs as one; where several have a term, the earlier has the earlier texts."""
    for (field, term), group in groupby(merge(*runs, key=itemgetter(0, 1)), itemgetter(0, 1)):
        found = _nothing()
        for _, _, part in group:
            for values, following in zip(found, part, strict=True):
                values.extend(following)
        yield field, term, found


def _read(run: IO[bytes]) -> Iterator[TermPostings]:
    run.seek(0)
    while head := run.read(_HEAD.size):
        name, term, texts, positions = _HEAD.unpack(head)
        key = run.read(name).decode(), run.read(term)
        found = _nothing()
        for values, count in zip(found, (texts, texts, positions), strict=True):
            values.frombytes(run.read(count * values.itemsize))
        yield *key, found


def _nothing() -> Postings:
    return Postings(array("I"), array("I"), array("I"))
