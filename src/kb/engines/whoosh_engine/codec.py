"""Whoosh's extension points: our posting lists and one column of our own, instead of its codec's.

Whoosh's own postings are compressed pickles of 128 entries that are read one entry at a time
through a matcher; a common word of 10,000 passages takes it tens of milliseconds. Ours are
arrays (see ``layout``) that the reader copies in one go. Sorting, segments, merging and the
table of contents stay Whoosh's.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any as Untyped

from whoosh.codec.base import FieldWriter, TermsReader
from whoosh.codec.whoosh3 import W3Codec
from whoosh.columns import Column, ColumnReader, ColumnWriter
from whoosh.fields import COLUMN, FieldType, Schema
from whoosh.formats import Format
from whoosh.matching import ListMatcher

from kb.engines.whoosh_engine.layout import FileWriter, Postings, Vocabulary, pack_postings
from kb.engines.whoosh_engine.pool import TermPostings
from kb.engines.whoosh_engine.rows import Row, RowsWriter
from kb.engines.whoosh_engine.segments import (
    FIELDS,
    FORMS,
    POSTINGS_FILE,
    STEMS,
    TEXTS,
    Segment,
)


class Positions(Format):
    """The format of a posting: an array of four-byte positions."""


class Words(FieldType):
    """A field that is given its terms, each with its positions: analysis is ``kb.text.words``."""

    def __init__(self) -> None:
        super().__init__(Positions(), analyzer=None)

    def index(
        self, value: Mapping[str, Sequence[int]], **options: object
    ) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Term, frequency, weight and encoded positions, as Whoosh's writer wants them."""
        del options
        for term, positions in value.items():
            yield term.encode(), len(positions), 1.0, array("I", positions).tobytes()


class Rows(Column):
    """The column of rows, see ``kb.engines.whoosh_engine.segments``."""

    _default = Row(0)

    class Writer(ColumnWriter):
        """Keeps the rows until Whoosh says that there are no more."""

        def __init__(self, file: Untyped) -> None:
            super().__init__(file)
            self._rows = RowsWriter()

        def add(self, text: int, row: Row) -> None:
            """Take in the next row."""
            if text != len(self._rows):
                raise ValueError(f"text {text} after {len(self._rows)} texts")
            self._rows.add(row)

        def finish(self, count: int) -> None:
            """Write the file."""
            del count
            file = FileWriter(self._dbfile.write)
            self._rows.write(file)
            file.finish()

    class Reader(ColumnReader):
        """Gives the rows back when Whoosh merges segments."""

        def __init__(self, file: Untyped, start: int, length: int, count: int) -> None:
            super().__init__(file, start, length, count)
            path = Path(file.file.name)
            self._segment = Segment(path.parent, path.name.split(".")[0], frozenset())

        def __getitem__(self, text: int) -> Row:
            return self._segment.row(text)


class RowField(COLUMN):
    """The field that fills the column."""

    def to_column_value(self, value: Row) -> Row:
        """The row itself: the column knows what to do with it."""
        return value


def schema() -> Schema:
    """The fields of the index."""
    return Schema(**{STEMS: Words(), FORMS: Words(), TEXTS: RowField(Rows())})


class PostingsWriter(FieldWriter):
    """Writes all posting lists of a segment, then the sorted terms with the place of each list."""

    def __init__(self, storage: Untyped, segment: Untyped) -> None:
        self._dbfile = segment.create_file(storage, POSTINGS_FILE)
        self._file = FileWriter(self._dbfile.write)
        self._terms = {field: Vocabulary() for field in FIELDS}
        self._lists = {field: array("Q") for field in FIELDS}
        self.is_closed = False

    def add_postings(self, schema: object, lengths: object, items: Iterable[TermPostings]) -> None:
        """Take in the postings of each term, sorted by field and term."""
        del schema, lengths
        for field, term, found in items:
            self._terms[field].append(term)
            self._lists[field].append(self._file.put(pack_postings(found)))

    def close(self) -> None:
        """Write the vocabulary."""
        for field in FIELDS:
            self._file.terms(field, self._terms[field])
            self._file.numbers(f"{field}.lists", self._lists[field])
        self._file.finish()
        self._dbfile.close()
        self.is_closed = True


class PostingsReader(TermsReader):
    """Gives the postings back when Whoosh merges segments."""

    def __init__(self, storage: Untyped, segment: Untyped) -> None:
        self._segment = Segment(Path(storage.folder), segment.segment_id(), frozenset())

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        field, text = term
        return self._segment.postings(field, text.decode()) is not None

    def indexed_field_names(self) -> tuple[str, ...]:
        """The fields that have terms."""
        return FIELDS

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """All terms, sorted, each with its field."""
        for field in sorted(FIELDS):
            for term in self._segment.vocabulary(field):
                yield field, term

    def matcher(self, field: str, term: bytes, format_: Format, scorer: object = None) -> ListMatcher:
        """The postings of a term, one by one."""
        del scorer
        found = self._segment.postings(field, term.decode())
        if found is None:
            return ListMatcher([], format=format_)
        return ListMatcher(found.texts, None, _Values(found), format_)


class _Values:
    """The encoded positions of each text of a posting list, made when they are asked for by number."""

    def __init__(self, found: Postings) -> None:
        self._positions = found.positions
        self._ends = array("Q", accumulate(found.counts, initial=0))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, place: int) -> bytes:
        return array("I", self._positions[self._ends[place] : self._ends[place + 1]]).tobytes()


class Codec(W3Codec):
    """Whoosh's codec with other postings; it keeps no lengths, ours are exact."""

    length_stats = False

    def field_writer(self, storage: Untyped, segment: Untyped) -> PostingsWriter:
        """What writes the postings of a new segment."""
        return PostingsWriter(storage, segment)

    def terms_reader(self, storage: Untyped, segment: Untyped) -> PostingsReader:
        """What reads the postings of a segment that is merged into another."""
        return PostingsReader(storage, segment)
