"""Concepts by their ids and labels, and where a text names them (pure).

A label is compared by the stems of its words that count, so that number, gender, accents and small
words do not matter (``kb.thesaurus.labels``); an abbreviation matches in documents only as it is
written, and a label by which people only ask (``asked``) never.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from hashlib import sha256
from typing import NamedTuple

from kb.text.folding import fold
from kb.text.words import Term, terms
from kb.thesaurus.asked import AskedLabels
from kb.thesaurus.concept import KINDS, LANGUAGES, SWITCHES, Concept
from kb.thesaurus.gaps import LIST, Word, counted
from kb.thesaurus.labels import Labels, Name

_NEIGHBOURS = 24  # names that far back cannot contain this one
_DENIALS = frozenset(("without", "sin"))  # a list behind one says of each that it is not there


class Found(NamedTuple):
    """A concept met in a text: the half-open span of characters, and which of its terms name it."""

    concept: str
    start: int
    end: int
    words: tuple[int, ...]
    worded: bool = False  # by other words than its names
    listed: bool = False  # by a list: "unaccompanied and separated children"


class Thesaurus:
    """Concepts by id, and the look-up of their labels."""

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        self.concepts = concepts
        self._narrower: dict[str, frozenset[str]] = {}
        self._groups: dict[str, tuple[str, ...]] = {}
        self._labels: dict[str, Labels] = {}

    def label(self, concept: str, language: str) -> str:
        """The preferred label; an id that is not held is its own label."""
        known = self.concepts.get(concept)
        return known.preferred[_spoken(language)] if known else concept

    def named(self, name: str) -> str | None:
        """The concept with this id or label, whatever its case and accents, or in another form.

        ``coyote`` names what has the label "coyotes"; a form that two concepts share names none.
        """
        if exact := self._by_name.get(plain(name)):
            return exact
        stems = ((label_stems(name, language), language) for language in LANGUAGES)
        found = {self._stems[language].get(each) for each, language in stems if each} - {None}
        return found.pop() if len(found) == 1 else None

    def labelled(self, stems: tuple[str, ...], language: str) -> str | None:
        """The concept one of whose labels has just these stems."""
        return self._stems[_spoken(language)].get(stems)

    def abbreviated(self, folded: str) -> str | None:
        """The concept with this abbreviation, however it is typed."""
        return self._short_folded.get(folded)

    @cached_property
    def asked(self) -> AskedLabels:
        """The labels by which people ask for a concept, and which texts may use otherwise: *trata*."""
        return AskedLabels(self.concepts.values())

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

    @cached_property
    def meetings(self) -> tuple[tuple[str, tuple[frozenset[str], ...]], ...]:
        """Each concept that others name together, and those others: each with all below it.

        One that is its own member, said in other words, is no other there, though it is a kind of it.
        """
        return tuple(
            (each.id, tuple(self._members(each.id, meeting)))
            for each in self.concepts.values()
            for meeting in each.meetings()
        )

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

    @cached_property
    def fingerprint(self) -> str:
        """Sixteen letters that change when a document could be given other topics or groups."""
        told = [
            [each.id, *(getattr(each, name) for name in SWITCHES), each.together, each.concerns, each.broader]
            + [dict(each.preferred)]
            + [dict(getattr(each, kind)) for kind in KINDS if kind != "asked"]
            for each in self.concepts.values()
        ]
        return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]

    def names(self, words: Sequence[Term], text: str, language: str) -> list[Found]:
        """Every name of a concept in ``text``, by its first word, the longest first.

        ``words`` are ``kb.text.words.terms(text, language)``. Abbreviations are those of the text's
        own language: BID is the child's best interests in one and a bank in the other.
        """
        held = counted(words, text)
        found = [_found(name, held) for name in self._labels_of(_spoken(language)).met(held)]
        short = self._short[_spoken(language)]
        abbreviated = [
            _found(Name(short[text[word.start : word.end]], (place,), worded=False), held)
            for place, word in enumerate(held)
            if word.folded in self._short_folded and text[word.start : word.end] in short
        ]
        if abbreviated:
            found = sorted([*found, *abbreviated], key=lambda name: (name.start, -name.end))
        return found

    def topics(self, names: Iterable[Found]) -> list[Found]:
        """The topics among the names in a text, in its order.

        A name that lies wholly inside a longer one is met only where the longer one is a kind of
        it: *best interests determination* names the best interests too, *child labour* no labour
        market. Inside a list it is met where the two are neighbours (*unaccompanied and separated children*).
        Where other words reach into a name of the concept, the name stands (*contra la trata de personas*).
        """
        found: list[Found] = []
        for met in names:
            if self.concepts[met.concept].topic and all(
                self._stands_beside(met, other) for other in found[-_NEIGHBOURS:]
            ):
                if not met.worded:
                    for other in [each for each in found[-_NEIGHBOURS:] if _reaches_into(each, met)]:
                        found.remove(other)
                found.append(met)
        return found

    def people(self, names: Iterable[Found]) -> list[tuple[str, Found]]:
        """The groups of people among the names in a text, by parts of longer names too.

        Not by the words in proper names, and not by other words than names.
        """
        found: list[tuple[str, Found]] = []
        ends: dict[str, int] = {}  # of the last word that named each group
        proper = -1  # the last word of a proper name
        for met in names:
            last = met.words[-1]
            if met.worded:
                continue
            if self.concepts[met.concept].proper:
                proper = max(proper, last)
            for group in self.groups(met.concept):
                if max(ends.get(group, -1), proper) < last:
                    ends[group] = last
                    found.append((group, met))
        return found

    def _members(self, concept: str, meeting: Sequence[str]) -> Iterator[frozenset[str]]:
        own = self.narrower(concept) if concept in meeting else frozenset[str]()
        for member in meeting:
            yield self.narrower(member) if member == concept else self.narrower(member) - own

    def _stands_beside(self, met: Found, other: Found) -> bool:
        """Whether a name is no mere part of another that was met before it."""
        if met.concept == other.concept:
            return met.start >= other.end or (_reaches_into(other, met) and not met.worded)
        if not set(met.words) <= set(other.words) or other.concept in self.narrower(met.concept):
            return True
        joined = other.listed and not self.concepts[other.concept].proper
        return joined and other.concept in self.concepts[met.concept].related

    def _labels_of(self, language: str) -> Labels:
        """Made when a text of the language comes: it takes a tenth of a second."""
        if language not in self._labels:
            self._labels[language] = Labels(self.concepts.values(), language)
        return self._labels[language]

    @cached_property
    def _stems(self) -> dict[str, dict[tuple[str, ...], str]]:
        """Language -> the stems of a label -> concept."""
        found: dict[str, dict[tuple[str, ...], str]] = {language: {} for language in LANGUAGES}
        for each in self.concepts.values():
            for language in LANGUAGES:
                for name in each.names(language):
                    if stems := label_stems(name, language):
                        found[language].setdefault(stems, each.id)
        return found

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


def _reaches_into(other: Found, met: Found) -> bool:
    """Whether other words for a concept end inside what was met of it."""
    return other.worded and other.concept == met.concept and met.start < other.end < met.end


def _found(name: Name, held: Sequence[Word]) -> Found:
    first, last = held[name.places[0]], held[name.places[-1]]
    words = tuple(held[place].term for place in name.places)
    listed = first.folded not in _DENIALS and any(held[place].gap & LIST for place in name.places[1:])
    return Found(name.concept, first.start, last.end, words, name.worded, listed)


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
