"""One concept of the thesaurus: its labels and relations, in the terms of SKOS."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

LANGUAGES = ("en", "es")
KINDS = ("alternative", "abbreviation", "hidden", "asked", "wording")  # of labels, beside the preferred one
TEXTS = ("preferred", "scope", "note")  # one value a language
LISTS = ("together", "concerns", "broader", "related", "basis")
TOGETHER = "+"  # between concepts that name another together
MATCHES = ("exact", "close")  # how far a concept of a public vocabulary is the same


SWITCHES = {"group": False, "topic": True, "proper": False, "actor": False}  # and what holds unsaid


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One idea and every name it goes by."""

    id: str
    preferred: Mapping[str, str]
    alternative: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    abbreviation: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    hidden: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    asked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by whoever asks
    wording: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    group: bool = False  # people whom a text may concern: they have a facet of their own
    topic: bool = True  # what a text may be about; some groups are none ("women", "families")
    proper: bool = False  # a name of its own (a treaty, a body): "child" in it says nothing of children
    actor: bool = False  # who acts (a body, a profession): among a document's topics behind what it is about
    together: tuple[str, ...] = ()  # concepts that name it where a sentence names all: "asylum + children"
    concerns: tuple[str, ...] = ()  # groups whom a text on this concerns: detention, those detained
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    scope: Mapping[str, str] = field(default_factory=dict)
    basis: tuple[str, ...] = ()
    note: Mapping[str, str] = field(default_factory=dict)
    mapping: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # addresses, by MATCHES

    def labels(self, kind: str, language: str) -> tuple[str, ...]:
        """The labels of one of KINDS in ``language``."""
        table: Mapping[str, tuple[str, ...]] = getattr(self, kind)
        return table.get(language, ())

    def names(self, language: str) -> tuple[str, ...]:
        """Every label in ``language`` that is made of words, the preferred one first."""
        others = (*self.alternative.get(language, ()), *self.hidden.get(language, ()))
        return (self.preferred[language], *others)

    def words(self, language: str) -> tuple[str, ...]:
        """The names, and the other words in ``language`` by which documents speak of it."""
        return (*self.names(language), *self.wording.get(language, ()))

    @property
    def abbreviations(self) -> tuple[str, ...]:
        """The short forms of either language."""
        return tuple(short for language in LANGUAGES for short in self.abbreviation.get(language, ()))

    def meetings(self) -> Iterator[tuple[str, ...]]:
        """The concepts that name this one together, by ids."""
        for each in self.together:
            yield tuple(part.strip() for part in each.split(TOGETHER))

    def every_name(self) -> Iterator[str]:
        """The id and every label of either language."""
        yield self.id
        yield from self.abbreviations
        for language in LANGUAGES:
            yield from self.names(language)
            for name in self.labels("asked", language):
                yield from (name, name.removeprefix("to "))  # an infinitive
