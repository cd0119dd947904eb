"""The index as it was at one moment.

A snapshot never changes: a search takes the engine's once and works on it to the end, whatever
is applied meanwhile, and its memory maps live as long as somebody holds it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from heapq import merge
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from kb.engines.ranking import K1, norm
from kb.engines.whoosh_engine.segments import Segment

INDEX = "texts"  # Whoosh's name for the index: the beginning of all file names


def contents_name(generation: int) -> str:
    """The name of the table of contents of a generation."""
    return f"{INDEX}.{generation}.json"


def contents_of(generation: int, deleted: Mapping[str, Iterable[int]]) -> bytes:
    """A table of contents: the segments, and the documents of each that are deleted."""
    segments = [{"name": name, "deleted": sorted(documents)} for name, documents in deleted.items()]
    return json.dumps({"generation": generation, "segments": segments}).encode()


class Norms(NamedTuple):
    """K1 times the length norm of each text and of each whole document: what saturates them halfway."""

    texts: list[float]
    wholes: list[float]


@dataclass(frozen=True)
class Snapshot:
    """Segments, and the files that they and the tables of contents lie in."""

    seen: int = 0  # the number of the last change
    segments: tuple[Segment, ...] = ()
    files: tuple[str, ...] = ()

    @cached_property
    def documents(self) -> int:
        """How many documents there are."""
        return sum(len(segment.documents) for segment in self.segments)

    @cached_property
    def passages(self) -> int:
        """How many passages there are; each document has one more text, its title."""
        return sum(segment.text_count for segment in self.segments) - self.documents

    @cached_property
    def title_average(self) -> float:
        """The mean length of a title."""
        words = sum(segment.title_words for segment in self.segments)
        return words / self.documents if self.documents else 0.0

    @cached_property
    def passage_average(self) -> float:
        """The mean length of a passage."""
        return self._passage_words / self.passages if self.passages else 0.0

    @cached_property
    def whole_average(self) -> float:
        """The mean length of all passages of a document together."""
        return self._passage_words / self.documents if self.documents else 0.0

    @cached_property
    def _passage_words(self) -> int:
        return sum(segment.passage_words for segment in self.segments)

    @cached_property
    def norms(self) -> list[Norms]:
        """The length norms in each segment."""
        longest = max((max(segment.lengths, default=0) for segment in self.segments), default=0)
        by_length = [K1 * norm(length, self.passage_average) for length in range(longest + 1)]
        return [self._norms(segment, by_length) for segment in self.segments]

    def _norms(self, segment: Segment, by_length: Sequence[float]) -> Norms:
        texts = [by_length[length] for length in segment.lengths]
        for title in segment.titles:
            texts[title] = K1 * norm(segment.lengths[title], self.title_average)
        return Norms(texts, [K1 * norm(length, self.whole_average) for length in segment.wholes])

    def after(self, seen: int) -> Snapshot:
        """The same after changes that changed nothing."""
        return self if seen == self.seen else replace(self, seen=seen)

    def spread(self, beginning: str) -> Iterator[tuple[str, int]]:
        """The forms that begin so, in alphabetical order, and how many texts hold each."""
        every = merge(*(segment.spread(beginning) for segment in self.segments))
        for form, counted in groupby(every, itemgetter(0)):
            yield form, sum(count for _, count in counted)

    def find(self, id: str) -> tuple[Segment, int] | None:
        """The segment that holds the document, and its number there."""
        place = self._places.get(id)
        return (self.segments[place[0]], place[1]) if place else None

    @cached_property
    def _places(self) -> dict[str, tuple[int, int]]:
        return {
            segment.ids[document]: (number, document)
            for number, segment in enumerate(self.segments)
            for document in segment.documents
        }


def read(folder: Path, files: Iterable[str], seen: int, before: Snapshot | None = None) -> Snapshot:
    """The snapshot that the table of contents among ``files`` describes; empty without one.

    Segments that ``before`` has too are taken from it, with what they have read already.
    """
    name = next((name for name in files if name.endswith(".json")), None)
    if name is None:
        return Snapshot(seen)
    contents = json.loads((folder / name).read_bytes())
    opened = {(each.name, each.deleted): each for each in before.segments} if before else {}
    segments = []
    for entry in contents["segments"]:
        key = entry["name"], frozenset(entry["deleted"])
        segments.append(opened.get(key) or Segment(folder, *key))
    table = f"_{INDEX}_{contents['generation']}.toc"  # named by Whoosh
    held = sorted(path.name for segment in segments for path in folder.glob(f"{segment.name}.*"))
    return Snapshot(seen, tuple(segments), (name, table, *held))
