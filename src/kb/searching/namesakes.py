"""Names whose stem is that of a word: Lesbia and *lesbiana*, Allan and *allanamiento*, COMAR and *comer*.

A stemmer cuts names as if they were words. Which forms of a stem the documents have, the engine says; one
that no dictionary explains, and that is no longer than the word, is a name and no form of the word. A plural
with a meaning of its own (*papeles*, *remains*) has no other forms, and *solo* is hardly ever who is alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kb.library import Library
from kb.query.only import ALONE, ONLY, only
from kb.query.tree import All, Alternative, Any, Concept, Node, Query, Should, Translated, Word
from kb.text.words import is_stop_word, stem
from kb.thesaurus.lexicon import Lexicon

_KNOWN = 1  # the distance of a word of a dictionary, or of a regular or irregular form of one
_UNKNOWN = 3  # the distance of what is none of these, nor looks like a form of a verb
_SHORTEST = 3  # letters of a stem whose forms are looked at, and of a name
_VERBAL = ("ed", "ing")  # what names hardly end in
_VOWELS = "aeo"


def told_apart(library: Library, query: Query) -> Query:
    """The question, its words without the names that share their stems."""
    if query.tree is None or library.lexicon is None:
        return query
    adverbs = frozenset() if ONLY in only(query.text) else frozenset({ONLY})
    return replace(query, tree=_Walk(library, library.lexicon, adverbs).node(query.tree))


class _Walk:
    """Goes through a question once."""

    def __init__(self, library: Library, lexicon: Lexicon, adverbs: frozenset[str]) -> None:
        """``adverbs`` are forms that in texts seldom are the word of the question."""
        self.library = library
        self.lexicon = lexicon
        self.adverbs = adverbs
        self.languages = tuple(dict.fromkeys(source for source, _ in lexicon.pairs))

    def node(self, node: Node) -> Node:
        """The node, every word in it without its namesakes."""
        match node:
            case Word():
                return self._word(node)
            case Translated():
                others = tuple(map(self._alternative, node.alternatives))
                apart = tuple(map(self.node, node.apart))
                typed = self._word(node.typed) if isinstance(node.typed, Word) else node.typed
                return Translated(typed, others, apart)
            case Concept():
                others = tuple(map(self._alternative, node.alternatives))
                apart = tuple(map(self.node, node.apart))
                leaf = self._word(node.leaf) if isinstance(node.leaf, Word) else node.leaf
                return Concept(node.id, self.node(node.typed), leaf, others, apart)
            case All() | Any():
                return replace(node, parts=tuple(map(self.node, node.parts)))
            case Should():
                return replace(node, part=self.node(node.part))
            case _:
                return node

    def _alternative(self, other: Alternative) -> Alternative:
        leaf = other.leaf
        return replace(other, leaf=self._word(leaf)) if isinstance(leaf, Word) else other

    def _word(self, word: Word) -> Word:
        if word.exact or word.namesakes or not word.folded.isalpha() or self._distance(word.folded) > _KNOWN:
            return word
        languages = (word.language,) if word.language else self.languages
        namesakes = {form for each in languages for form in self._namesakes(word.folded, each)}
        if word.folded in ALONE and "es" in languages:
            namesakes |= self.adverbs
        return replace(word, namesakes=frozenset(namesakes)) if namesakes else word

    def _namesakes(self, word: str, language: str) -> Iterator[str]:
        stemmed = stem(word, language)
        beginning = stemmed if word.startswith(stemmed) else stemmed[:-1]
        if len(beginning) < _SHORTEST or not word.startswith(beginning):
            return
        apart = self.lexicon.is_plural_apart(word, language)
        for form, _ in self.library.engine.forms(beginning):
            if form != word and stem(form, language) == stemmed and (apart or self._is_name(form, word)):
                yield form

    def _is_name(self, form: str, word: str) -> bool:
        if not _SHORTEST <= len(form) <= len(word) or is_stop_word(form) or form.endswith(_VERBAL):
            return False
        return self._distance(form) == _UNKNOWN and not _is_other_gender(form, word)

    def _distance(self, word: str) -> int:
        return min(self.lexicon.distance(word, language) for language in self.languages)


def _is_other_gender(form: str, word: str) -> bool:
    """Whether two words differ in a last vowel alone: *jefa* and *jefe*.

    >>> _is_other_gender("jefas", "jefes"), _is_other_gender("comar", "comer")
    (True, False)
    """
    form, word = form.removesuffix("s"), word.removesuffix("s")
    return form[:-1] == word[:-1] and form[-1] in _VOWELS and word[-1] in _VOWELS
