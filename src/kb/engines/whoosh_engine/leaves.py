"""Where the leaves of a query occur in a segment: each is read once, however often it is asked.

A word is looked up as a word of every language; languages have stems of their own in the index,
so that a passage is only found by the stem of its own language. A phrase begins with the texts
that hold all its words, and only their positions are compared.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from heapq import merge
from itertools import accumulate, groupby, islice

from kb.engines.whoosh_engine.layout import Numbers, Postings
from kb.engines.whoosh_engine.segments import FORMS, KEYS, STEMS, Segment, stem_key
from kb.query.tree import Leaf, Phrase, Prefix, Word
from kb.text.words import is_stop_word, stem

Counts = dict[int, int]  # how often something occurs in each text that holds it

_stem = lru_cache(maxsize=1 << 12)(stem)


class Expansion:
    """The forms that a prefix stands for, in the vocabulary of all segments."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        self._forms: dict[Prefix, list[str]] = {}

    def forms(self, prefix: Prefix) -> list[str]:
        """At most ``Prefix.LIMIT`` forms, the first in alphabetical order."""
        if prefix not in self._forms:
            every = merge(*(segment.forms(prefix.folded) for segment in self._segments))
            distinct = (form for form, _ in groupby(every))
            self._forms[prefix] = list(islice(distinct, Prefix.LIMIT))
        return self._forms[prefix]


class Leaves:
    """The occurrences of leaves in one segment."""

    def __init__(self, segment: Segment, expansion: Expansion) -> None:
        self._segment = segment
        self._expansion = expansion
        self._counts: dict[Leaf, Counts] = {}
        self._lists: dict[tuple[str, str], Occurrences | None] = {}

    def counts(self, leaf: Leaf) -> Counts:
        """How often the leaf occurs in each text that holds it."""
        if leaf not in self._counts:
            self._counts[leaf] = self._count(leaf)
        return self._counts[leaf]

    def _count(self, leaf: Leaf) -> Counts:
        match leaf:
            case Word(folded, exact=True):
                return self._sum(FORMS, [folded])
            case Word(folded):
                return self._sum(STEMS, [stem_key(_stem(folded, key), key) for key in _keys(leaf)])
            case Prefix():
                return self._sum(FORMS, self._expansion.forms(leaf))
            case Phrase(words, exact):
                if exact or all(map(is_stop_word, words)):
                    return self._row(FORMS, words)
                return self._rows([word for word in words if not is_stop_word(word)], _keys(leaf))

    def _rows(self, words: Sequence[str], keys: Sequence[str]) -> Counts:
        """The words in a row as words of each language; no text has two languages."""
        found: Counts = {}
        for key in keys:
            found |= self._row(STEMS, [stem_key(_stem(word, key), key) for word in words])
        return found

    def _row(self, field: str, terms: Sequence[str]) -> Counts:
        lists = [self._occurrences(field, term) for term in terms]
        held = [each for each in lists if each is not None]
        if not terms or len(held) < len(lists):
            return {}
        common = set(min(held, key=len).texts)
        for each in held:
            common.intersection_update(each.texts)
        counts = ((text, _in_a_row([each.positions(text) for each in held])) for text in common)
        return {text: count for text, count in counts if count}

    def _sum(self, field: str, terms: Iterable[str]) -> Counts:
        lists = [found for term in terms if (found := self._occurrences(field, term))]
        if len(lists) == 1:
            return lists[0].counts
        total: Counts = {}
        for each in lists:
            if total.keys().isdisjoint(each.texts):  # always so for the languages of a word
                total |= each.counts
            else:
                _add(total, each.counts)
        return total

    def _occurrences(self, field: str, term: str) -> Occurrences | None:
        key = field, term
        if key not in self._lists:
            postings = self._segment.postings(field, term)
            self._lists[key] = Occurrences(postings) if postings else None
        return self._lists[key]


class Occurrences:
    """A posting list, taken apart as far as somebody asks."""

    def __init__(self, postings: Postings) -> None:
        self._postings = postings
        self.texts = postings.texts

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def counts(self) -> Counts:
        """How often the term occurs in each text."""
        return dict(zip(self.texts, self._postings.counts, strict=True))

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(self._postings.counts)]

    def positions(self, text: int) -> Numbers:
        """The positions in a text that holds the term."""
        place = bisect_left(self.texts, text)
        return self._postings.positions[self._starts[place] : self._starts[place + 1]]


def _keys(leaf: Word | Phrase) -> Sequence[str]:
    """The languages in whose texts the leaf is looked for."""
    return (leaf.language,) if leaf.language else KEYS


def _in_a_row(positions: Sequence[Numbers]) -> int:
    """How often a position of each list follows one of the list before."""
    here = set(positions[0])
    for step, following in enumerate(positions):
        here.intersection_update([position - step for position in following])
    return len(here)


def _add(total: Counts, counts: Counts) -> None:
    for text, count in counts.items():
        total[text] = total.get(text, 0) + count
