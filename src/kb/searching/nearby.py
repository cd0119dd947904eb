"""Words that nothing holds, with words of near meaning that documents have: *grandmother*, "grandparents".

What is near the lexicon says. Where a word is held, in either language, nothing is added; nor to a name.
What is near by way of a translation may be so in another sense (*llave*, key: *clave*): beside other words a
document has to have one of them, too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from kb.library import Library
from kb.messages import Message
from kb.query.dictionary import Lexicon
from kb.query.spoken import spoken
from kb.query.tree import (
    All,
    Alternative,
    Any,
    Concept,
    Node,
    Phrase,
    Query,
    Should,
    Translated,
    Word,
    any_of,
    in_a_row,
    leaves,
)
from kb.query.typed import open_words
from kb.query.weights import NEAR, TRANSLATED
from kb.query.wording import Written
from kb.text.words import folded_words, is_acronym, telling_words

_MOST = 4  # words of near meaning
_FIRST = 2  # translations of a word


def nearby(library: Library, query: Query, off: Collection[str] = ()) -> Query:
    """The question with words of near meaning beside those that nothing holds, and a notice which.

    Nothing is added to the folded words of ``off``.
    """
    if query.tree is None or library.lexicon is None:
        return query
    walk = _Walk(library, library.lexicon, query, off)
    tree = walk.node(query.tree)
    return replace(query, tree=tree, notices=(*query.notices, *walk.notices))


class _Walk:
    """Goes through a question once and collects notices on the way."""

    def __init__(self, library: Library, lexicon: Lexicon, query: Query, off: Collection[str]) -> None:
        self.library = library
        self.lexicon = lexicon
        self.off = off
        self.written = Written(query.text)
        self.opening = next(iter(folded_words(query.text)), "")
        self.languages = spoken(query.text, lexicon)
        self.asked = [leaf for leaf in leaves(query.tree) if isinstance(leaf, Word)]
        self.notices: list[Message] = []

    def node(self, node: Node) -> Node:
        """The node with words of near meaning beside its own."""
        match node:
            case Word() | Translated() | Concept():
                return self._with(node)
            case All(parts) | Any(parts):
                return replace(node, parts=tuple(map(self.node, parts)))
            case Should(part):
                return Should(self.node(part))
            case _:
                return node

    def _with(self, part: Word | Translated | Concept) -> Word | Translated | Concept:
        words = open_words(part)
        if len(words) != 1 or words[0] in self.off or self._is_name(words[0]) or self._is_acronym(words[0]):
            return part
        if self._holds(part) and not (isinstance(part, Concept) and self._is_wider(part, words[0])):
            return part
        weight = TRANSLATED if isinstance(part, Concept) else NEAR
        own = set(leaves(part))
        beside = [leaf for leaf in self.asked if leaf not in own]
        near = tuple(self._held(words[0], weight, beside))
        if not near:
            return part
        listed = ", ".join(each.label for each in near)
        told = Message(
            "Nothing holds {word}; words of near meaning were searched: {near}.",
            {"word": self.written.word(words[0]), "near": listed},
        )
        self.notices.append(told)
        if isinstance(part, Word):
            return Translated(part, near)
        return replace(part, alternatives=(*part.alternatives, *near))

    def _is_wider(self, concept: Concept, word: str) -> bool:
        """Whether only other names of a concept are held: "vaccination" is a matter of health."""
        pairs = [pair for pair in self.lexicon.pairs if pair[0] in self.languages]
        own = [text for pair in pairs for text in self.lexicon.translations(word, *pair)]
        return not any(map(self._holds, (concept.typed, *(in_a_row(telling_words(each)) for each in own))))

    def _is_name(self, word: str) -> bool:
        """Whether it is written with a capital within the question."""
        return word != self.opening and self.written.word(word)[0].isupper()

    def _is_acronym(self, word: str) -> bool:
        """Whether it is the abbreviation of a concept or in capitals: BID, no offer."""
        return is_acronym(self.written.word(word)) or self.library.thesaurus.abbreviated(word) is not None

    def _held(self, word: str, weight: float, beside: Sequence[Word]) -> Iterator[Alternative]:
        """The nearest words of both languages that documents have, in the sense of those ``beside`` it."""
        found: set[tuple[str, str]] = set()
        for text, language, sure in self._near(word):
            leaf = in_a_row(telling_words(text), language)
            known = len(found) == _MOST or (text, language) in found
            if not known and self._holds(leaf) and (sure or self._stands_with(leaf, beside)):
                found.add((text, language))
                yield Alternative(leaf, text, language, weight)

    def _near(self, word: str) -> Iterator[tuple[str, str, bool]]:
        """What is near the word and its translations, by turns; its synonyms; what the first are called.

        Each with its language, and whether it is near in any sense: a synonym may be so in one alone.
        """
        lexicon = self.lexicon
        near: list[list[tuple[str, str, bool]]] = []
        own: list[tuple[str, str, bool]] = []
        further: list[tuple[str, str, bool]] = []
        for language in self.languages:
            near.append([(each, language, True) for each in lexicon.near(word, language)])
            own += [(each, language, False) for each in lexicon.synonyms(word, language)]
            for other in (target for source, target in lexicon.pairs if source == language):
                first = lexicon.translations(word, language, other)[:_FIRST]
                near += [
                    [(text, other, each == first[0]) for text in lexicon.near(each, other)] for each in first
                ]
                for each in lexicon.near(word, language):
                    further += [
                        (there, other, True) for there in lexicon.translations(each, language, other)[:1]
                    ]
        for turn in zip_longest(*near):
            yield from filter(None, turn)
        yield from own
        yield from further

    def _stands_with(self, leaf: Word | Phrase, beside: Sequence[Word]) -> bool:
        """Whether a document has a word and one of these; if there are none, nothing tells."""
        return not beside or self._holds(All((leaf, any_of(beside))))

    def _holds(self, node: Node) -> bool:
        return self.library.engine.count(Query(tree=node)) > 0
