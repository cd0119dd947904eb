"""The column of rows: figures of each text, then of each document, packed while they are gathered.

A writer holds one segment's figures until Whoosh says that there are no more. As arrays they take
some ten bytes a text; as objects they took ten times that, which grew with the knowledge base.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import NamedTuple

from kb.engines.whoosh_engine.layout import FileWriter, Numbers

Pair = tuple[str, str]  # a property and one of its values


class About(NamedTuple):
    """What a segment knows of a document besides its words."""

    id: str
    first: int  # day, yyyymmdd; 0 without a date
    last: int
    facets: tuple[Pair, ...]
    names: tuple[Pair, ...]  # of kb.query.tree.NAMES, for filters


class Row(NamedTuple):
    """A text as the column stores it; a title brings its document with it."""

    length: int  # words that are not stop words
    heading: bool = False
    about: About | None = None


class RowsWriter:
    """Rows on their way into the column."""

    def __init__(self) -> None:
        self._headings = array("B")
        self._lengths = array("I")
        self._titles = array("I")
        self._first = array("I")
        self._last = array("I")
        self._ids: list[str] = []
        self._facets = _PairsWriter()
        self._names = _PairsWriter()

    def __len__(self) -> int:
        return len(self._lengths)

    def add(self, row: Row) -> None:
        """Take in the next row."""
        if row.about is not None:
            self._titles.append(len(self))
            self._first.append(row.about.first)
            self._last.append(row.about.last)
            self._ids.append(row.about.id)
            self._facets.add(row.about.facets)
            self._names.add(row.about.names)
        self._lengths.append(row.length)
        self._headings.append(row.heading)

    def write(self, file: FileWriter) -> None:
        """Write the column."""
        file.numbers("titles", self._titles)
        file.numbers("lengths", self._lengths)
        file.numbers("headings", self._headings)
        file.numbers("owners", self._owners())
        file.numbers("wholes", array("Q", self._wholes()))
        file.numbers("first", self._first)
        file.numbers("last", self._last)
        file.strings("ids", self._ids)
        self._facets.write(file, "facets")
        self._names.write(file, "names")

    def _owners(self) -> Numbers:
        owners = array("I")
        for document, texts in enumerate(self._texts()):
            owners.extend([document] * len(texts))
        return owners

    def _wholes(self) -> Iterator[int]:
        return (sum(self._lengths[texts.start + 1 : texts.stop]) for texts in self._texts())

    def _texts(self) -> Iterator[range]:
        """The texts of each document, its title first."""
        ends = [*self._titles[1:], len(self)]
        return map(range, self._titles, ends)


class _PairsWriter:
    """The pairs of each document, as numbers into a table of them."""

    def __init__(self) -> None:
        self._codes: dict[Pair, int] = {}
        self._flat = array("I")
        self._starts = array("I", [0])

    def add(self, pairs: tuple[Pair, ...]) -> None:
        self._flat.extend([self._codes.setdefault(pair, len(self._codes)) for pair in pairs])
        self._starts.append(len(self._flat))

    def write(self, file: FileWriter, name: str) -> None:
        file.numbers(f"{name}.starts", self._starts)
        file.numbers(f"{name}.codes", self._flat)
        file.strings(f"{name}.properties", [field for field, _ in self._codes])
        file.strings(f"{name}.values", [value for _, value in self._codes])
