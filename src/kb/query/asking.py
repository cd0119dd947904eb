"""Words by which people ask for a concept and which texts use otherwise too: *trata*, *menas* (pure).

They are labels of a kind of their own (``asked``), compared as they are written. In a question such a
word names its concept where it opens a group of words: alone, first, or behind a small word that leads to
a noun (*contra la trata*, *víctimas de trata*); not behind another word (*el curso trata de ...*, *armas
ilegales*), and not before an article (*trata los casos*). A form of a verb is not looked for itself then, and
has no translation elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from kb.query.resolving import HIDDEN, TRANSLATED, Resolver
from kb.query.tree import (
    All,
    Alternative,
    Any,
    Concept,
    Node,
    Query,
    Should,
    Translated,
    Word,
    in_a_row,
)
from kb.query.wording import prepared
from kb.text.folding import fold
from kb.text.words import folded_words, stem, telling_words
from kb.thesaurus import LANGUAGES, Thesaurus

_BEFORE_NOUNS = frozenset(
    """
    a al ante con contra de del desde e el en entre hacia la las los ni o para por sin sobre u un una
    unas unos y about against among an and at between by for from in of on or the to versus with without
    """.split()
)
_ARTICLES = frozenset("el la las los lo un una unas unos esta este estas estos a an the this these".split())


class Verbs(Protocol):
    """A dictionary that knows forms of verbs."""

    def is_of_verb(self, word: str, language: str) -> bool:
        """Whether a word is a form of a verb, too."""


def asked(query: Query, thesaurus: Thesaurus, verbs: Verbs | None, off: Collection[str] = ()) -> Query:
    """A question that was understood, with the concepts that its words only ask for.

    ``off`` are concepts (by id) and words (folded) to which nothing is to be added.
    """
    if query.tree is None:
        return query
    words = folded_words(prepared(query.text))
    return replace(query, tree=_Asked(thesaurus, verbs, off, words).node(query.tree))


@dataclass(frozen=True, slots=True)
class _Asked:
    thesaurus: Thesaurus
    verbs: Verbs | None
    off: Collection[str]
    words: Sequence[str]  # of the question, folded

    def node(self, node: Node) -> Node:
        """The node with its words replaced that ask for a concept."""
        match node:
            case All(parts):
                return All(tuple(map(self.node, parts)))
            case Any(parts):
                return replace(node, parts=tuple(map(self.node, parts)))
            case Should(part):
                return Should(self.node(part))
            case Concept(typed=Word() as word):  # niñas: girls, of the stem of niños
                return self._named(word, known=node.id) or node
            case Translated(typed=Word() as word) if self.thesaurus.asked(word.folded):
                if self._opens(word.folded):
                    return self._named(word) or node
                return word if self._is_of_verb(word.folded) else node
            case Word() if self._opens(node.folded):
                return self._named(node) or node
            case _:
                return node

    def _opens(self, word: str) -> bool:
        """Whether the word opens a group of words anywhere in the question."""
        before = ("", *self.words)
        after = (*self.words[1:], "")
        return any(
            each == word and (not one or one in _BEFORE_NOUNS) and other not in _ARTICLES
            for one, each, other in zip(before, self.words, after, strict=False)
        )

    def _is_of_verb(self, word: str) -> bool:
        return self.verbs is not None and any(self.verbs.is_of_verb(word, each) for each in LANGUAGES)

    def _named(self, word: Word, known: str = "") -> Concept | None:
        """The concept that the word asks for, where it is another than the known one."""
        id_ = self.thesaurus.asked(word.folded)
        if id_ is None or id_ == known or word.exact or not {id_, word.folded}.isdisjoint(self.off):
            return None
        concept = self.thesaurus.concepts[id_]
        spoken = {
            language: [fold(label) for label in concept.labels("asked", language) if " " not in label]
            for language in LANGUAGES
        }
        language = next(each for each in LANGUAGES if word.folded in spoken[each])
        label = concept.preferred[language]
        name = telling_words(label)
        leaf = in_a_row(name)
        found = Resolver(self.thesaurus, None, expand=True).named(leaf, name)
        if found is None or found.id != id_:
            return None
        if self._is_of_verb(word.folded):
            return found
        typed = word if known else replace(word, exact=True)
        others = [
            Alternative(Word(each, exact=True), each, language, HIDDEN, shown=False)
            for each in spoken[language]
            if not known and each != word.folded and not self._is_of_verb(each)
        ]
        if stem(word.folded, language) not in {stem(each, language) for each in name}:
            others.append(Alternative(leaf, label, language, TRANSLATED))
        return replace(found, typed=typed, leaf=typed, alternatives=(*others, *found.alternatives))
