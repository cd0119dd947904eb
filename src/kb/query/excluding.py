"""What an exclusion leaves out: the typed words, and the same in the other language.

Whoever types ``tutela -adopción`` is shown English texts on guardianship too, and does not want those on
adoption. What is left out goes unseen, so that only what means the same is: the first name of a
concept in the language that was not typed, the first translation of a word, all names of a country or
organisation. Near words, further translations, abbreviations and outdated terms stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kb.query.concepts import Concepts
from kb.query.translating import Translating
from kb.query.tree import (
    All,
    Alternative,
    Any,
    Concept,
    Node,
    Not,
    Should,
    Translated,
    in_a_row,
)
from kb.query.weights import FORM, LEXICAL, TRANSLATED
from kb.text.words import telling_words
from kb.thesaurus import LANGUAGES, label_stems


class LeftOutConcepts(Concepts):
    """Concepts of what is left out."""

    def named(self, typed: Node, words: tuple[str, ...]) -> Concept | None:
        """The concept as the other language calls it, with the translation of a single word.

        Of several words all plain names of several words count; of a single one, which may say more, the
        first name. A single word that is not itself the first name (*girls*, of children) is only translated.
        """
        concept = super().named(typed, words)
        spoken = self._spoken(concept.id, words) if concept else frozenset()
        if concept is None or not spoken:
            return None
        single = len(words) == 1
        names = (
            name
            for language in LANGUAGES
            if language not in spoken
            for name in self._called(concept.id, language, single=single)
        )
        translations = self.words.other_words(words[0]) if self.words and single else ()
        others = {each.leaf: each for each in (*names, *translations)}
        return replace(concept, alternatives=tuple(others.values()), apart=()) if others else None

    def _called(self, id_: str, language: str, *, single: bool) -> Iterator[Alternative]:
        """The first name in a language, or all plain ones of several words."""
        concept = self.thesaurus.concepts[id_]
        others = () if single else concept.labels("alternative", language)
        for label in (concept.preferred[language], *others):
            words = telling_words(label)
            if label == concept.preferred[language] or len(words) > 1:
                yield Alternative(in_a_row(words, language), label, language, TRANSLATED)

    def _spoken(self, id_: str, words: tuple[str, ...]) -> frozenset[str]:
        """The languages in which the words are the first or a short name of the concept, or several words."""
        concept = self.thesaurus.concepts[id_]
        kinds = ("abbreviation",) if len(words) == 1 else ("abbreviation", "alternative")
        return frozenset(
            language
            for language in LANGUAGES
            for name in (
                concept.preferred[language],
                *(label for kind in kinds for label in concept.labels(kind, language)),
            )
            if label_stems(name, language) == label_stems(" ".join(words), language)
        )


class LeftOutWords(Translating):
    """Words of what is left out."""

    def other_words(self, folded: str) -> Iterator[Alternative]:
        """Its first translation and its irregular forms; nothing for what is a word of both languages."""
        spoken = self.lexicon.languages(folded, self.languages)
        pairs = (pair for pair in self.lexicon.pairs if pair[0] in spoken)
        of = {source for source, into in pairs if self.lexicon.translations(folded, source, into)}
        if len(of) == 1:
            for each in super().other_words(folded):
                if each.weight >= LEXICAL[0] and (each.weight != FORM or each.language in of):
                    yield each


def left_out(node: Node | None) -> Iterator[str]:
    """What is left out besides what was typed, as people write it."""
    match node:
        case Not(part):
            for each in expanded(part):
                yield from (other.label for other in each.alternatives if other.shown)
        case All() | Any():
            for part in node.parts:
                yield from left_out(part)
        case _:
            return


def expanded(node: Node | None) -> Iterator[Concept | Translated]:
    """The words and concepts to which something was added, in the order of the question."""
    match node:
        case Concept(typed=typed):
            yield node
            yield from expanded(typed)
        case Translated():
            yield node
        case All() | Any():
            for part in node.parts:
                yield from expanded(part)
        case Should(part):
            yield from expanded(part)
        case _:
            return
