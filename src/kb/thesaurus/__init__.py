"""The concepts of the field in English and Spanish: read from TOML, found in a text (pure).

``thesaurus.toml`` is the data, one table a concept, in SKOS terms (preferred, alternative and
hidden labels, broader, related, scope), and may be corrected by hand. A label matches where its
significant stems stand in a row, so that number, gender, accents and stop words do not matter;
an abbreviation matches in documents only as it is written.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from pathlib import Path

from kb.text.folding import fold
from kb.text.words import Term, terms

LANGUAGES = ("en", "es")
_LONGEST_LABEL = 12  # words; names that far back cannot contain this one
STARTER = Path(__file__).parent / "thesaurus.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One idea and every name it goes by."""

    id: str
    preferred: Mapping[str, str]
    alternative: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    abbreviation: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    hidden: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    scope: Mapping[str, str] = field(default_factory=dict)
    basis: tuple[str, ...] = ()
    note: Mapping[str, str] = field(default_factory=dict)

    def names(self, language: str) -> tuple[str, ...]:
        """Every label in ``language`` that is made of words, the preferred one first."""
        others = (*self.alternative.get(language, ()), *self.hidden.get(language, ()))
        return (self.preferred[language], *others)

    @property
    def abbreviations(self) -> tuple[str, ...]:
        """The short forms of either language."""
        return tuple(short for language in LANGUAGES for short in self.abbreviation.get(language, ()))


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

    def label(self, concept: str, language: str) -> str:
        """The preferred label; an id that is not held is its own label."""
        known = self.concepts.get(concept)
        return known.preferred[_spoken(language)] if known else concept

    def named(self, name: str) -> str | None:
        """The concept with this id or label, whatever its case and accents."""
        return self._by_name.get(_plain(name))

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

    def find(self, words: Sequence[Term], text: str, language: str) -> list[Found]:
        """The concepts named in ``text``, in its order.

        A name that lies wholly inside a longer one is met only where the longer one is a kind of
        it: *best interests determination* names the best interests too, *child labour* no labour
        market. ``words`` are ``kb.text.words.terms(text, language)``. Abbreviations are those of
        the text's own language: BID is the child's best interests in one and a bank in the other.
        """
        held = [(index, term) for index, term in enumerate(words) if term.position >= 0]
        found: list[Found] = []
        for place in range(len(held)):
            for concept, length in self._names_at(held, place, text, language):
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
        return {_plain(name): each.id for each in self.concepts.values() for name in _every_name(each)}

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


@cache
def load(path: Path = STARTER) -> Thesaurus:
    """The thesaurus in a TOML file."""
    with path.open("rb") as file:
        tables = tomllib.load(file)
    return Thesaurus({name: _concept(name, table) for name, table in tables.items()})


def _concept(name: str, table: Mapping[str, Mapping[str, Sequence[str]]]) -> Concept:
    listed = {
        kind: {language: tuple(labels) for language, labels in table.get(kind, {}).items()}
        for kind in ("alternative", "abbreviation", "hidden")
    }
    return Concept(
        id=name,
        preferred={language: str(label) for language, label in table["preferred"].items()},
        **listed,
        broader=tuple(table.get("broader", ())),
        related=tuple(table.get("related", ())),
        scope={language: str(text) for language, text in table.get("scope", {}).items()},
        basis=tuple(table.get("basis", ())),
        note={language: str(text) for language, text in table.get("note", {}).items()},
    )


def _spoken(language: str) -> str:
    return language if language in LANGUAGES else "en"


def _every_name(concept: Concept) -> Iterator[str]:
    yield concept.id
    yield from concept.abbreviations
    for language in LANGUAGES:
        yield from concept.names(language)


def _plain(name: str) -> str:
    return " ".join(fold(name).replace("-", " ").split())
