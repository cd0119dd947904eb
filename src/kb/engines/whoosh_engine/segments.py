"""One segment of the index, read through memory maps.

A segment numbers its texts. Each document has a row of neighbouring texts: its title, and then
its passages in order. Documents are numbered too, so that what belongs to a document (id, dates,
facets) takes one place in an array, and a set of documents is a set of small integers.

What must stay true: ``owners[text]`` is the document of a text and ``titles[document]`` the text
of its title, so that passage ``i`` of a document is text ``titles[document] + 1 + i``.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from itertools import chain, compress, repeat
from mmap import ACCESS_READ, mmap
from pathlib import Path

from kb.engines.whoosh_engine.layout import (
    FileReader,
    Numbers,
    Postings,
    Terms,
    count_texts,
    unpack_postings,
)
from kb.engines.whoosh_engine.rows import About, Pair, Row
from kb.text.spelling import near
from kb.text.words import STEMMED

STEMS = "stem"  # terms "<language>:<stem>", at positions that pass over stop words
FORMS = "word"  # folded forms as they stand, at plain positions
FIELDS = (STEMS, FORMS)
TEXTS = "text"  # the column of rows

POSTINGS_FILE = ".postings"
ROWS_FILE = f".{TEXTS}.col"  # named by Whoosh: one file for each column

# Languages without a stemmer share one vocabulary: their stems are the folded forms themselves.
KEYS = (*STEMMED, "")


def stem_key(stem: str, language: str) -> str:
    """The term of the field STEMS for a stem in ``language``.

    >>> stem_key("nin", "es"), stem_key("enfant", "fr")
    ('es:nin', ':enfant')
    """
    return f"{language if language in STEMMED else ''}:{stem}"


class Pairs:
    """The pairs of property and value of each document, as numbers into a table of them."""

    def __init__(self, file: FileReader, name: str) -> None:
        values = file.strings(f"{name}.values")
        self.table: list[Pair] = list(zip(file.strings(f"{name}.properties"), values, strict=True))
        self._codes = file.numbers(f"{name}.codes")
        self._starts = file.numbers(f"{name}.starts")

    def of(self, document: int) -> Numbers:
        """The codes of one document."""
        return self._codes[self._starts[document] : self._starts[document + 1]]

    def of_all(self, documents: Collection[int]) -> Iterable[int]:
        """The codes of all ``documents``."""
        if len(documents) == len(self._starts) - 1:
            return self._codes
        return chain.from_iterable(map(self.of, documents))

    @cached_property
    def holders(self) -> list[list[int]]:
        """For each code, the documents that have it."""
        holders: list[list[int]] = [[] for _ in self.table]
        for document in range(len(self._starts) - 1):
            for code in self.of(document):
                holders[code].append(document)
        return holders


class Segment:
    """The texts of some documents; what was deleted since it was written is left out."""

    def __init__(self, folder: Path, name: str, deleted: frozenset[int]) -> None:
        self.folder = folder
        self.name = name
        self.deleted = deleted  # documents
        self._rows = FileReader(_mapped(folder / f"{name}{ROWS_FILE}"))
        self._postings = FileReader(_mapped(folder / f"{name}{POSTINGS_FILE}"))
        self.titles = self._rows.numbers("titles")
        self.lengths = self._rows.numbers("lengths")
        self.headings = self._rows.numbers("headings")
        self.owners = self._rows.numbers("owners")
        self.wholes = self._rows.numbers("wholes")  # length of all passages of a document
        self.first = self._rows.numbers("first")
        self.last = self._rows.numbers("last")
        self.facets = Pairs(self._rows, "facets")

    @cached_property
    def ids(self) -> list[str]:
        """The ids of the documents."""
        return self._rows.strings("ids")

    @cached_property
    def names(self) -> Pairs:
        """Names of publishers, organisations, people ..."""
        return Pairs(self._rows, "names")

    @cached_property
    def documents(self) -> frozenset[int]:
        """The numbers of all documents."""
        return frozenset(range(len(self.titles))) - self.deleted

    @cached_property
    def title_texts(self) -> frozenset[int]:
        """The numbers of all texts that are titles."""
        return frozenset(self.titles)

    def texts_of(self, document: int) -> range:
        """The title and the passages of a document."""
        following = document + 1
        end = self.titles[following] if following < len(self.titles) else len(self.lengths)
        return range(self.titles[document], end)

    def heading_above(self, text: int) -> int:
        """The last heading before a text, which may be of an earlier document; -1 if there is none."""
        place = bisect_left(self._headed, text)
        return self._headed[place - 1] if place else -1

    @cached_property
    def _headed(self) -> list[int]:
        return [text for text, heading in enumerate(self.headings) if heading]

    @cached_property
    def passages(self) -> list[slice]:
        """The passages of each document, as a part of all texts."""
        ends = (*self.titles[1:], len(self.lengths))
        return [slice(title + 1, end) for title, end in zip(self.titles, ends, strict=True)]

    @cached_property
    def deleted_texts(self) -> frozenset[int]:
        """The texts of deleted documents."""
        return frozenset(chain.from_iterable(map(self.texts_of, self.deleted)))

    @cached_property
    def title_words(self) -> int:
        """The words of all titles that are not stop words."""
        return sum(self.lengths[self.titles[document]] for document in self.documents)

    @cached_property
    def passage_words(self) -> int:
        """The words of all passages that are not stop words."""
        return sum(self.wholes) - sum(self.wholes[document] for document in self.deleted)

    @property
    def text_count(self) -> int:
        """How many titles and passages there are."""
        return len(self.lengths) - len(self.deleted_texts)

    def postings(self, field: str, term: str) -> Postings | None:
        """Where ``term`` occurs; None where it does not."""
        key = term.encode()
        terms = self._terms[field]
        place = bisect_left(terms, key)
        if place == len(terms) or terms[place] != key:
            return None
        found = self.postings_at(field, place)
        return self._living(found) if self.deleted else found

    def postings_at(self, field: str, place: int) -> Postings:
        """Where the term at ``place`` of the vocabulary occurs, deleted texts included."""
        return unpack_postings(self._postings.data, self._lists[field][place])

    def forms(self, prefix: str) -> Iterator[str]:
        """The folded forms that begin with ``prefix``, in alphabetical order."""
        return (form for form, _ in self.spread(prefix))

    def spread(self, prefix: str) -> Iterator[tuple[str, int]]:
        """The same, each with how many texts hold it."""
        key = prefix.encode()
        terms, lists = self._terms[FORMS], self._lists[FORMS]
        for place in range(bisect_left(terms, key), len(terms)):
            term = terms[place]
            if not term.startswith(key):
                return
            form = term.decode()
            if not self.deleted:
                yield form, count_texts(self._postings.data, lists[place])
            elif found := self.postings(FORMS, form):
                yield form, len(found.texts)

    def near(self, word: str, most: int) -> Iterator[tuple[int, str]]:
        """The folded forms that ``most`` edits at most make of ``word``, each with its edits."""
        for count, form in near(word, most, self._terms[FORMS]):
            if not self.deleted or self.postings(FORMS, form):
                yield count, form

    def vocabulary(self, field: str) -> Terms:
        """All terms of a field, sorted."""
        return self._terms[field]

    def row(self, text: int) -> Row:
        """The text as it was written."""
        heading, document = bool(self.headings[text]), self.owners[text]
        if text != self.titles[document]:
            return Row(self.lengths[text], heading)
        return Row(
            self.lengths[text],
            heading,
            About(
                self.ids[document],
                self.first[document],
                self.last[document],
                tuple(map(self.facets.table.__getitem__, self.facets.of(document))),
                tuple(map(self.names.table.__getitem__, self.names.of(document))),
            ),
        )

    @cached_property
    def _terms(self) -> dict[str, Terms]:
        return {field: self._postings.terms(field) for field in FIELDS}

    @cached_property
    def _lists(self) -> dict[str, Numbers]:
        return {field: self._postings.numbers(f"{field}.lists") for field in FIELDS}

    def _living(self, found: Postings) -> Postings | None:
        dead = self.deleted_texts
        if dead.isdisjoint(found.texts):
            return found
        living = [text not in dead for text in found.texts]
        if not any(living):
            return None
        occurrences = chain.from_iterable(map(repeat, living, found.counts))
        return Postings(
            array(found.texts.typecode, compress(found.texts, living)),
            array(found.counts.typecode, compress(found.counts, living)),
            array(found.positions.typecode, compress(found.positions, occurrences)),
        )


def _mapped(path: Path) -> mmap:
    with path.open("rb") as file:
        return mmap(file.fileno(), 0, access=ACCESS_READ)
