"""Where the leaves of a query occur in a segment: each is read once, however often it is asked.

A word is looked up as a word of every language; languages have stems of their own in the index,
so that a passage is only found by the stem of its own language. A phrase begins with the texts
that hold all its words, and only their positions are compared.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property, partial
from heapq import merge, nsmallest
from itertools import accumulate, groupby, islice
from typing import TypeVar

from kb.engines.whoosh_engine.layout import Numbers, Postings
from kb.engines.whoosh_engine.segments import FORMS, KEYS, STEMS, Segment, stem_key
from kb.query.tree import Fuzzy, Leaf, Near, Phrase, Prefix, Word
from kb.text.words import is_stop_word, stem

Counts = dict[int, int]  # how often something occurs in each text that holds it, texts rising
Amount = TypeVar("Amount", int, float)
Placing = Callable[[Sequence[str], Sequence[Numbers]], int]  # terms, where each stands: how often together

_MANY = 8  # numbers, among which a set finds one faster


class Expansion:
    """The forms that a prefix or a fuzzy word stands for, in the vocabulary of all segments."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        self._forms: dict[Prefix | Fuzzy, list[str]] = {}

    def forms(self, leaf: Prefix | Fuzzy) -> list[str]:
        """At most ``LIMIT`` forms: those with the fewest edits, the first in alphabetical order."""
        if leaf not in self._forms:
            self._forms[leaf] = self._begun(leaf) if isinstance(leaf, Prefix) else self._near(leaf)
        return self._forms[leaf]

    def _begun(self, prefix: Prefix) -> list[str]:
        every = merge(*(segment.forms(prefix.folded) for segment in self._segments))
        return list(islice((form for form, _ in groupby(every)), Prefix.LIMIT))

    def _near(self, fuzzy: Fuzzy) -> list[str]:
        every = {found for segment in self._segments for found in segment.near(fuzzy.folded, fuzzy.edits)}
        return [form for _, form in nsmallest(Fuzzy.LIMIT, every)]


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
            case Word(folded, exact=True, language=language):
                counts = self._sum(FORMS, [folded])
                return self._of(language, folded, counts) if language else counts
            case Word(folded, namesakes=namesakes):
                stems = [stem_key(stem(folded, key), key) for key in _keys(leaf)]
                counts = self._sum(STEMS, stems, apart=True)
                return self._without(namesakes, leaf, counts) if namesakes else counts
            case Prefix() | Fuzzy():
                return self._sum(FORMS, self._expansion.forms(leaf))
            case Phrase(words, exact):
                return self._together(words, _in_a_row, exact=exact, keys=_keys(leaf))
            case Near(words, within, exact):
                return self._together(words, partial(_windows, within), exact=exact, keys=KEYS)

    def _without(self, forms: Iterable[str], leaf: Word, counts: Counts) -> Counts:
        """The counts of a word without those of forms of its stem, in texts of a language where they are."""
        left = dict(counts)
        for language in _keys(leaf):
            for form in forms:
                if stem(form, language) == stem(leaf.folded, language):
                    for text, count in self._of(language, form, self._sum(FORMS, [form])).items():
                        left[text] -= count
        return {text: count for text, count in left.items() if count > 0}

    def _of(self, language: str, folded: str, counts: Counts) -> Counts:
        """The counts in texts of the language: they hold the stem of the form, too, but of stop words."""
        if is_stop_word(folded):
            return counts
        spoken = self._occurrences(STEMS, stem_key(stem(folded, language), language))
        return {text: counts[text] for text in spoken.texts if text in counts} if spoken else {}

    def _together(self, words: Sequence[str], places: Placing, *, exact: bool, keys: Sequence[str]) -> Counts:
        """The words standing as ``places`` wants, as words of each language; no text has two languages."""
        telling = [word for word in words if not is_stop_word(word)]
        if exact or not telling:
            return self._placed(FORMS, words, places)
        found: Counts = {}
        for key in keys:
            found |= self._placed(STEMS, [stem_key(stem(word, key), key) for word in telling], places)
        return rising(found)

    def _placed(self, field: str, terms: Sequence[str], places: Placing) -> Counts:
        lists = [self._occurrences(field, term) for term in terms]
        held = [each for each in lists if each is not None]
        if not terms or len(held) < len(lists):
            return {}
        common = set(min(held, key=len).texts)
        for each in held:
            common = each.counts.keys() & common
        counts = ((text, places(terms, [each.positions(text) for each in held])) for text in sorted(common))
        return {text: count for text, count in counts if count}

    def _sum(self, field: str, terms: Iterable[str], *, apart: bool = False) -> Counts:
        """The counts of all the terms; ``apart``: no text holds two of them."""
        lists = [found for term in terms if (found := self._occurrences(field, term))]
        if len(lists) == 1:
            return lists[0].counts
        total: Counts = {}
        for each in lists:
            if apart or total.keys().isdisjoint(each.texts):
                total |= each.counts
            else:
                _add(total, each.counts)
        return rising(total)

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


def _in_a_row(terms: Sequence[str], positions: Sequence[Numbers]) -> int:
    """How often a position of each term follows one of the term before."""
    del terms
    here: Collection[int] = positions[0]
    for step, following in enumerate(positions[1:], 1):
        places = following if len(following) < _MANY else set(following)
        here = [position for position in here if position + step in places]
    return len(here)


def _windows(within: int, terms: Sequence[str], positions: Sequence[Numbers]) -> int:
    """How many smallest windows of at most ``within`` words hold every term, a repeated one as often."""
    lacking = Counter(terms)
    missing = len(terms)
    places = dict(zip(terms, positions, strict=True))
    met = sorted((position, term) for term, held in places.items() for position in held)
    count = first = 0
    found = -1  # the beginning of the last window that holds them all
    for position, term in met:
        missing -= lacking[term] > 0
        lacking[term] -= 1
        while lacking[met[first][1]] < 0:
            lacking[met[first][1]] += 1
            first += 1
        if not missing and first > found:
            found = first
            count += position - met[first][0] < within
    return count


def rising(total: Mapping[int, Amount]) -> dict[int, Amount]:
    """The same, texts rising."""
    return {text: total[text] for text in sorted(total)}


def _add(total: Counts, counts: Counts) -> None:
    for text, count in counts.items():
        total[text] = total.get(text, 0) + count
