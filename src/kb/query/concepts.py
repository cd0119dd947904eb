"""Concepts that the words of a question name, with their other names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from kb.query.beside import without_denials
from kb.query.counting import is_counted, is_number
from kb.query.labels import contains, leaf
from kb.query.translating import Translating
from kb.query.tree import Alternative, Concept, Near, Node, Phrase, Should, Word, all_of, in_a_row
from kb.query.weights import HIDDEN, TRANSLATED
from kb.text.folding import fold
from kb.text.words import folded_words, is_stop_word, stem, telling_words
from kb.thesaurus import LANGUAGES, Thesaurus, label_stems

_LONGEST_LABEL = 8  # words


class Named(NamedTuple):
    """A concept where a question names it."""

    concept: Concept
    length: int  # of the parts that name it
    words: Sequence[Word] = ()  # of a name of several, those that say something


class Concepts:
    """Finds concepts by their names."""

    def __init__(
        self, thesaurus: Thesaurus, words: Translating | None = None, off: frozenset[str] = frozenset()
    ) -> None:
        """To the concepts of ``off`` nothing is added; ``words`` knows what their names leave out."""
        self.thesaurus = thesaurus
        self.words = words
        self.off = off

    def at(self, parts: Sequence[Node], place: int) -> Named | None:
        """The longest concept that the words from ``place`` on name."""
        first = parts[place]
        if isinstance(first, Phrase | Near):
            named = None if first.exact else self.named(first, first.words)
            near = first if isinstance(first, Near) else None
            return Named(replace(named, leaf=near or named.leaf), 1) if named else None
        run = _run(parts, place)
        for length in range(len(run), 0, -1):
            words = tuple(word.folded for word in run[:length])
            telling, denials = without_denials(run[:length])
            typed = all_of([*telling, *map(Should, denials)])
            if any(map(is_number, words)) and length > 1:  # "turning 18" is not about 18
                typed = all_of([*_with_numbers(words), *map(Should, denials)])
                telling = [word for word in telling if not is_number(word.folded)]
            if named := self.named(typed, words):
                return Named(named, length, telling if length > 1 else ())
        return None

    def switched_off(self, parts: Sequence[Node], place: int) -> int:
        """How many words from ``place`` on name a concept to which nothing is to be added."""
        run = _run(parts, place) if self.off else []
        for length in range(len(run), 0, -1):
            words = tuple(word.folded for word in run[:length])
            if named := {self._id(words, language) for language in LANGUAGES} - {None}:
                return 0 if self.off.isdisjoint(named) else length
        return 0

    def names(self, id_: str) -> Iterator[tuple[str, str]]:
        """What a concept is called, each name with its language."""
        known = self.thesaurus.concepts[id_]
        return ((name, language) for language in LANGUAGES for name in known.names(language))

    def named(self, typed: Node, words: tuple[str, ...]) -> Concept | None:
        """The concept that the words name, with its other names beside them."""
        wanted = {language: _stems(words, language) for language in LANGUAGES}
        for language in LANGUAGES:
            concept = self._id(words, language)
            if concept and concept not in self.off:
                others = sorted(self._others(concept, wanted), key=lambda other: other.language == language)
                if len(words) == 1:
                    others += self._unnamed(words[0], language, others)
                return Concept(concept, typed, in_a_row(words), tuple(others))
        return None

    def _id(self, words: tuple[str, ...], language: str) -> str | None:
        stems = _stems(words, language)
        labelled = self.thesaurus.labelled(stems, language) if stems else None
        return labelled or (self.thesaurus.abbreviated(words[0]) if len(words) == 1 else None)

    def _unnamed(self, word: str, language: str, named: Sequence[Alternative]) -> list[Alternative]:
        """A word's family, first translation and its family, without what names the concept itself.

        The names of *girls* in Spanish are longer than what documents say, which is *niñas*.
        """
        if not self.words:
            return []
        held = {
            (stem(each.leaf.folded, spoken), spoken)
            for each in named
            if isinstance(each.leaf, Word)
            for spoken in LANGUAGES
        }
        return [
            each
            for each in (*self.words.translations(word, most=1), *self.words.kin(word, language))
            if each.weight and (stem(_found_as(each), each.language), each.language) not in held
        ]

    def _others(self, concept: str, typed: dict[str, tuple[str, ...]]) -> Iterator[Alternative]:
        """The other names, without those that contain another one: where they stand, it stands."""
        known = self.thesaurus.concepts[concept]
        for language in LANGUAGES:
            kept: list[tuple[str, ...]] = [typed[language]]
            hidden = known.hidden.get(language, ())
            for label in sorted(known.names(language), key=lambda name: len(label_stems(name, language))):
                stems = label_stems(label, language)
                if stems and not any(contains(stems, other) for other in kept):
                    kept.append(stems)
                    weight = HIDDEN if label in hidden else TRANSLATED
                    name = leaf(telling_words(label))
                    yield Alternative(name, label, language, weight, shown=label not in hidden)
            for short in known.abbreviation.get(language, ()):
                name = leaf(folded_words(short), exact=True)
                if (name.folded if isinstance(name, Word) else "") not in typed[language]:
                    yield Alternative(name, short, language, HIDDEN)


def _run(parts: Sequence[Node], place: int) -> list[Word]:
    """The words in a row that a label may be made of."""
    run: list[Word] = []
    for part in parts[place : place + _LONGEST_LABEL]:
        if not isinstance(part, Word) or part.exact:
            break
        run.append(part)
    return run


def _with_numbers(words: Sequence[str]) -> list[Word | Phrase]:
    """The words of a name, a number beside the noun that it counts, too, or else behind its word alone."""
    found: list[tuple[str, ...]] = []
    for place, word in enumerate(words):
        before = words[place - 1] if place else ""
        if is_number(before) and is_counted(word, before):
            found += (before, word), (word,)
        elif not is_number(word):
            found.append((word,))
        elif place + 1 == len(words) or not is_counted(words[place + 1], word):
            found.append((*(found.pop() if found else ()), word))
    return [Phrase(each, soft=True) if len(each) > 1 else Word(each[0]) for each in found]


def _stems(words: Sequence[str], language: str) -> tuple[str, ...]:
    return tuple(stem(word, language) for word in words if not is_stop_word(word))


def _found_as(other: Alternative) -> str:
    return other.leaf.folded if isinstance(other.leaf, Word) else fold(other.label)
