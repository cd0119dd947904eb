"""Concepts by their ids and labels, and where a text names them (pure).

A label matches where its significant stems stand in a row, so that number, gender, accents and stop
words do not matter; an abbreviation matches in documents only as it is written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import sha256

from kb.text.folding import fold
from kb.text.words import Term, terms
from kb.thesaurus.concept import KINDS, LANGUAGES, Concept

_LONGEST_LABEL = 12  # words; names that far back cannot contain this one


@dataclass(frozen=True, slots=True)
class Found:
    """A concept met in a text: which words (half-open span of characters, and of terms)."""

    concept: str
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Labels:
    """The labels of one language by their stems, and by first stem how long the longest is."""

    concepts: Mapping[tuple[str, ...], str]
    longest: Mapping[str, int]


class Thesaurus:
    """Concepts by id, and the look-up of their labels."""

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        self.concepts = concepts
        self._narrower: dict[str, frozenset[str]] = {}
        self._groups: dict[str, tuple[str, ...]] = {}

    def label(self, concept: str, language: str) -> str:
        """The preferred label; an id that is not held is its own label."""
        known = self.concepts.get(concept)
        return known.preferred[_spoken(language)] if known else concept

    def named(self, name: str) -> str | None:
        """The concept with this id or label, whatever its case and accents."""
        return self._by_name.get(plain(name))

    def labelled(self, stems: tuple[str, ...], language: str) -> str | None:
        """The concept one of whose labels has just these stems."""
        return self._labels(language).concepts.get(stems)

    def abbreviated(self, folded: str) -> str | None:
        """The concept with this abbreviation, however it is typed."""
        return self._short_folded.get(folded)

    def narrower(self, concept: str) -> frozenset[str]:
        """The concept and everything below it."""
        if concept in self._narrower:
            return self._narrower[concept]
        found, pending = {concept}, [concept]
        while pending:
            below = self._below.get(pending.pop(), ())
            pending += [each for each in below if each not in found]
            found.update(below)
        return self._narrower.setdefault(concept, frozenset(found))

    def groups(self, concept: str) -> tuple[str, ...]:
        """The groups of people whom a text that names the concept concerns.

        Those it is said to concern, itself if it is one, and the nearest groups above it. Above a
        group only groups count: unaccompanied children are children, and not all of them migrants.
        """
        if concept not in self._groups:
            known = self.concepts.get(concept)
            found = (*(known.concerns if known else ()), *self._groups_above(concept, frozenset()))
            self._groups[concept] = tuple(dict.fromkeys(found))
        return self._groups[concept]

    def find_groups(self, words: Sequence[Term], text: str, language: str) -> list[tuple[str, Found]]:
        """The groups of people named in ``text``, by parts of longer names too, but not of proper ones."""
        held = [(index, term) for index, term in enumerate(words) if term.position >= 0]
        found: list[tuple[str, Found]] = []
        ends: dict[str, int] = {}  # of the last word that named each group
        proper = -1  # the last word of a proper name
        for place in range(len(held)):
            for concept, length in self._people._names_at(held, place, text, language):
                (first, begin), (last, end) = held[place], held[place + length - 1]
                if self.concepts[concept].proper:
                    proper = max(proper, last)
                for group in self.groups(concept):
                    if max(ends.get(group, -1), proper) < last:
                        ends[group] = last
                        found.append((group, Found(concept, begin.start, end.end, first, last + 1)))
        return found

    @cached_property
    def fingerprint(self) -> str:
        """Sixteen letters that change when a document could be given other topics or groups."""
        told = [
            [each.id, each.group, each.topic, each.proper, each.concerns, each.broader, dict(each.preferred)]
            + [dict(getattr(each, kind)) for kind in KINDS]
            for each in self.concepts.values()
        ]
        return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]

    def find(self, words: Sequence[Term], text: str, language: str) -> list[Found]:
        """The topics named in ``text``, in its order.

        A name that lies wholly inside a longer one is met only where the longer one is a kind of
        it: *best interests determination* names the best interests too, *child labour* no labour
        market. ``words`` are ``kb.text.words.terms(text, language)``. Abbreviations are those of
        the text's own language: BID is the child's best interests in one and a bank in the other.
        """
        held = [(index, term) for index, term in enumerate(words) if term.position >= 0]
        found: list[Found] = []
        for place in range(len(held)):
            for concept, length in self._names_at(held, place, text, language):
                if not self.concepts[concept].topic:
                    continue
                (first, begin), (last, end) = held[place], held[place + length - 1]
                met = Found(concept, begin.start, end.end, first, last + 1)
                if all(self._stands_beside(met, other) for other in found[-_LONGEST_LABEL:]):
                    found.append(met)
        return found

    def _stands_beside(self, met: Found, other: Found) -> bool:
        """Whether a name is no mere part of another that was met before it."""
        if met.last > other.last or met.first < other.first:
            return True
        return met.concept != other.concept and other.concept in self.narrower(met.concept)

    def _names_at(self, held: Held, place: int, text: str, language: str) -> Iterator[tuple[str, int]]:
        """The concepts whose names begin at a word, the longest name first."""
        table = self._labels(language)
        stems = [held[place][1].stem]
        here = held[place][1].position
        for _, term in held[place + 1 : place + table.longest.get(stems[0], 0)]:
            if term.position != here + len(stems):
                break
            stems.append(term.stem)
        for length in range(len(stems), 0, -1):
            if concept := table.concepts.get(tuple(stems[:length])):
                yield concept, length
        if short := self._abbreviation(held, place, text, language):
            yield short, 1

    def _abbreviation(self, held: Held, place: int, text: str, language: str) -> str | None:
        term = held[place][1]
        return self._short[_spoken(language)].get(text[term.start : term.end])

    def _labels(self, language: str) -> _Labels:
        return self._stems[_spoken(language)]

    @cached_property
    def _stems(self) -> dict[str, _Labels]:
        return {language: _labels_of(self.concepts.values(), language) for language in LANGUAGES}

    @cached_property
    def _short(self) -> dict[str, dict[str, str]]:
        """Language -> abbreviation -> concept."""
        return {
            language: {
                short: each.id
                for each in self.concepts.values()
                for short in each.abbreviation.get(language, ())
            }
            for language in LANGUAGES
        }

    @cached_property
    def _short_folded(self) -> dict[str, str]:
        return {fold(short): concept for table in self._short.values() for short, concept in table.items()}

    @cached_property
    def _by_name(self) -> dict[str, str]:
        return {plain(name): each.id for each in self.concepts.values() for name in each.every_name()}

    @cached_property
    def _people(self) -> Thesaurus:
        """The concepts that concern groups of people, and those with proper names, alone."""
        return Thesaurus(
            {name: each for name, each in self.concepts.items() if each.proper or self.groups(name)}
        )

    def _groups_above(self, concept: str, below: frozenset[str]) -> Iterator[str]:
        known = self.concepts.get(concept)
        if known is None or concept in below:  # a circle ends
            return
        if known.group:
            yield concept
        for above in known.broader:
            if not known.group or (above in self.concepts and self.concepts[above].group):
                yield from self._groups_above(above, below | {concept})

    @cached_property
    def _below(self) -> dict[str, tuple[str, ...]]:
        below: dict[str, tuple[str, ...]] = {}
        for concept in self.concepts.values():
            for above in concept.broader:
                below[above] = (*below.get(above, ()), concept.id)
        return below


Held = Sequence[tuple[int, Term]]


def _labels_of(concepts: Iterable[Concept], language: str) -> _Labels:
    table: dict[tuple[str, ...], str] = {}
    longest: dict[str, int] = {}
    for concept in concepts:
        for name in concept.names(language):
            if stems := label_stems(name, language):
                table.setdefault(stems, concept.id)
                longest[stems[0]] = max(len(stems), longest.get(stems[0], 0))
    return _Labels(table, longest)


@lru_cache(maxsize=1 << 14)
def label_stems(label: str, language: str) -> tuple[str, ...]:
    """The stems of the words of a label that count.

    >>> label_stems("interés superior de la niñez", "es")
    ('inter', 'superior', 'ninez')
    """
    return tuple(term.stem for term in terms(label, language) if term.position >= 0)


def _spoken(language: str) -> str:
    return language if language in LANGUAGES else "en"


def plain(name: str) -> str:
    """A name as it is compared: folded, hyphens and runs of blanks as one blank."""
    return " ".join(fold(name).replace("-", " ").split())
