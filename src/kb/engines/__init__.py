"""Engines find documents; they keep no truth.

An engine is fed the numbered changes of the store and answers queries. Every engine promises
the same answers as the ``memory`` engine, which reads every passage for every question; one
contract suite (``tests/test_engines.py``) holds them all to it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, Protocol

from kb.query.tree import FACETS, Leaf, Query
from kb.records import Change


class Share(NamedTuple):
    """What one leaf of the question, or a topic (no leaf), adds to a score, and where it stands."""

    leaf: Leaf | None
    place: str  # one of PLACES
    topic: str | None
    score: float


# The best passage, which may be a heading; the document as a whole.
PLACES = ("title", "passage", "heading", "document", "topic")


@dataclass(frozen=True, slots=True)
class Match:
    """A document that matches: its id, its score, and its best passages, best first."""

    id: str
    score: float
    passages: tuple[int, ...]  # indices into Document.passages; at most PASSAGES, headings last
    shares: tuple[Share, ...] = ()  # where asked for: together they are the score


@dataclass(frozen=True, slots=True)
class Matches:
    """One page of matches, how many there are in all, and facet counts over all of them."""

    total: int
    matches: tuple[Match, ...]
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    ahead: int = 0  # how many of the total the question puts before the others


@dataclass(frozen=True, slots=True)
class Seal:
    """What the store remembers of an index: its engine and format, the last change, its files."""

    engine: str
    version: int
    seen: int
    folder: str
    files: Mapping[str, tuple[int, str]] = field(default_factory=dict)  # name: bytes, sha256


PASSAGES = 3


class Engine(Protocol):
    """What every engine can do."""

    @property
    def seen(self) -> int:
        """The number of the last change that was applied; 0 when none was."""

    @property
    def documents(self) -> int:
        """How many documents the engine holds."""

    def apply(self, changes: Iterable[Change]) -> None:
        """Take in changes, oldest first. Applying a change twice is the same as once.

        All become visible together when the call returns; after an exception none is.
        """

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
        """The matches from ``offset`` on, ordered by ``sort``, ties by date and then by id.

        Those that match ``query.ahead`` come first.

        With ``explain`` each comes with the shares that make its score.

        Facet counts are over all matches; what was chosen among a facet's values does not narrow its
        counts, so that its other values can still be chosen.
        """

    def count(self, query: Query) -> int:
        """How many documents match, which is the total of a search; nothing is scored for it."""

    def among(self, ids: Collection[str], query: Query) -> frozenset[str]:
        """Which of the documents match; nothing is scored for it."""

    def forms(self, beginning: str) -> Iterator[tuple[str, int]]:
        """The folded words that begin so, in alphabetical order, and how many texts hold each.

        Texts are titles and passages.
        """

    def seal(self) -> Seal:
        """What to remember of the index, so that damage and strangers are noticed."""

    def close(self) -> None:
        """Let go of files."""


ENGINES = {"memory": "kb.engines.memory", "whoosh": "kb.engines.whoosh_engine"}


def open_engine(name: str, folder: Path, seal: Seal | None) -> Engine:
    """The engine ``name`` over the index in ``folder``; empty when there is no ``seal``.

    Raises:
        EngineError: the index is not the one that was sealed (missing, damaged, foreign).
    """
    opened: Engine = import_module(ENGINES[name]).open_engine(folder, seal)
    return opened
