"""A question that was understood, with the concepts that its words only ask for (pure).

``kb.thesaurus.asked`` says where a question has such words. They count as before, each for itself, and the
names of the concept stand beside them. Words that name a longer concept, that are typed in quotation
marks, as ``=word`` or to be left out ask for nothing. A noun that is a form of a verb, too (*trata*), is not
looked for itself then, and has no translation elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from kb.query.ages import is_age
from kb.query.apart import apart
from kb.query.beside import is_beside
from kb.query.concepts import Concepts
from kb.query.dictionary import Lexicon
from kb.query.only import only
from kb.query.particles import behind_verbs, without
from kb.query.phrasal import with_phrases
from kb.query.spoken import spoken
from kb.query.translating import Translating
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
    all_of,
    in_a_row,
)
from kb.query.typed import all_words, is_denial, open_words
from kb.query.understand import concepts
from kb.query.weights import HIDDEN, TRANSLATED
from kb.query.wording import Written, prepared
from kb.text.folding import fold
from kb.text.words import folded_words, stem, telling_words
from kb.thesaurus import LANGUAGES, Thesaurus
from kb.thesaurus.asked import Asked
from kb.thesaurus.lexicon.phrases import PARTICLES

_LONGEST = 1000  # characters
_NOUN = re.compile(r"(?:[ai]d[oa]|o)s?$")  # of the verbs of such nouns texts hardly have these forms


def asked(query: Query, thesaurus: Thesaurus, lexicon: Lexicon | None, off: Collection[str] = ()) -> Query:
    """A question that was understood, with the concepts that its words only ask for.

    ``off`` are concepts (by id) and words (folded) to which nothing is to be added.
    """
    if query.tree is None:
        return query
    said = prepared(query.text[:_LONGEST])
    adverbs = only(said)
    words = ["" if word in adverbs else word for word in folded_words(said)]
    languages, written = spoken(query.text, lexicon), Written(query.text).words
    translating = Translating(lexicon, languages, written, {}, frozenset(off)) if lexicon else None
    tree = _Asking(thesaurus, lexicon, off, words).question(query.tree, translating)
    return replace(query, tree=tree)


@dataclass(frozen=True, slots=True)
class _Asking:
    thesaurus: Thesaurus
    lexicon: Lexicon | None
    off: Collection[str]
    words: Sequence[str]  # of the question, folded

    def question(self, tree: Node, translating: Translating | None) -> Node:
        """The tree with concepts in the place of the words that ask for them, and phrases as one part."""
        places = set(behind_verbs(self.words, self.lexicon))
        taken: set[int] = set()
        off: set[int] = set()
        for met in self.thesaurus.asked.met(self.words, self.lexicon):
            for each in (met, *met.shorter):
                words = tuple(self.words[place] for place in each.places)
                before = tree
                if {each.concept, *words}.isdisjoint(self.off):
                    tree = self._with(tree, each, words)
                    taken.update(each.places)
                elif each.concept in self.off:
                    tree = _bare(tree, words)
                    off.update(each.places)
                    break
                if tree != before or any(known.id == met.concept for known in concepts(tree)):
                    break
        tree = self._plain(tree)
        if translating:
            tree = with_phrases(tree, self.words, taken | off, translating)
        return without(tree, PARTICLES & {self.words[place] for place in places | taken})

    def _with(self, node: Node, met: Asked, words: tuple[str, ...]) -> Node:
        """The node with the concept, where the words that ask for it stand there and name nothing else."""
        if isinstance(node, Should):
            return node if is_beside(node.part) else Should(self._with(node.part, met, words))
        joined = isinstance(node, All) or (isinstance(node, Any) and node.row)
        row = node.parts if isinstance(node, All | Any) and joined else (node,)
        typed = [part for part in row if (own := self._typed(part)) and {*own} <= {*words}]
        if not typed:
            if isinstance(node, All | Any):
                return replace(node, parts=tuple(self._with(part, met, words) for part in node.parts))
            return node
        others = [part for part in row if part not in typed and not is_denial(part)]
        concept = self._asked(typed, met)
        if concept is None or not set(words).isdisjoint(word for part in others for word in all_words(part)):
            return node
        kept = [concept if part is typed[0] else part for part in row if part not in typed[1:]]
        return replace(node, parts=tuple(kept)) if isinstance(node, Any) else all_of(kept)

    def _asked(self, typed: Sequence[Node], met: Asked) -> Node | None:
        """The concept for the parts of a question that ask for it; none where they name it already."""
        label = self.thesaurus.concepts[met.concept].preferred[met.language]
        name = telling_words(label)
        leaf = in_a_row(name)
        found = Concepts(self.thesaurus).named(leaf, name)
        named = any(isinstance(part, Concept) and part.id == met.concept for part in typed)
        if named or found is None or found.id != met.concept:
            return None
        if met.written:
            known = isinstance(typed[0], Concept)  # niñas: girls, of the stem of niños
            return self._written(typed[0], found, met.language) if met.opens or known else None
        others = (Alternative(leaf, label, met.language, TRANSLATED), *found.alternatives)
        row = in_a_row(tuple(word for part in typed for word in self._typed(part)))
        if len(met.places) == 1:
            return Concept(met.concept, typed[0], row, others)
        names = tuple(self._names(met.concept))
        words = [part for part in typed if not is_age(part.part if isinstance(part, Should) else part)]
        if not words:
            return None
        each = tuple(apart(part, names, self.lexicon) for part in words)
        whole = all_of(each) if words == typed or isinstance(row, Word) else replace(row, soft=True)
        return Concept(met.concept, whole, row, others, apart=each if len(each) > 1 else ())

    def _typed(self, part: Node) -> tuple[str, ...]:
        """The words that a part was typed as, unless exactly they are meant; of a bare age its number."""
        if isinstance(part, Should):
            part = part.part if is_age(part.part) else part
        return tuple(word for word in open_words(part) if word in self.words)

    def _names(self, concept: str) -> Iterator[tuple[str, str]]:
        """What people call a concept, each with its language."""
        known = self.thesaurus.concepts[concept]
        for language in LANGUAGES:
            for name in (*known.names(language), *known.labels("asked", language)):
                yield name, language

    def _written(self, part: Node, found: Concept, language: str) -> Concept:
        """The concept of a noun that was typed as the label is written; its stem is that of other words."""
        word = _word(part)
        if word is None or self._is_of_verb(word.folded):
            return found
        known = isinstance(part, Concept)
        exact = word if known else replace(word, exact=True)
        concept = self.thesaurus.concepts[found.id]
        name = in_a_row(telling_words(concept.preferred[language]))
        others = [
            Alternative(Word(each, exact=True), each, language, HIDDEN, shown=False)
            for each in map(fold, concept.labels("asked", language))
            if not known and each != word.folded and self._is_form(each, word.folded, language)
        ]
        if stem(word.folded, language) not in {stem(each, language) for each in all_words(name)}:
            others.append(Alternative(name, concept.preferred[language], language, TRANSLATED))
        typed = replace(part, typed=exact) if isinstance(part, Translated) else exact
        return replace(found, typed=typed, leaf=exact, alternatives=(*others, *found.alternatives))

    def _plain(self, node: Node) -> Node:
        """The node without translations of nouns that ask for a concept elsewhere and are a verb here."""
        match node:
            case All(parts) | Any(parts):
                return replace(node, parts=tuple(map(self._plain, parts)))
            case Translated(typed=Word() as word) if self.thesaurus.asked.written(word.folded):
                return word if self._is_of_verb(word.folded) else node
            case _:
                return node

    def _is_form(self, label: str, word: str, language: str) -> bool:
        """Whether a label is the plural of a noun, or its singular, and no verb: *mena*, *menas*."""
        return stem(label, language) == stem(word, language) and not self._is_of_verb(label)

    def _is_of_verb(self, word: str) -> bool:
        """Whether texts have the word as a verb, too: *trata*, not *abogado* or *ejército*."""
        if self.lexicon is None or _NOUN.search(word):
            return False
        return any(self.lexicon.is_of_verb(word, each) for each in LANGUAGES)


def _bare(node: Node, words: Collection[str]) -> Node:
    """The node without translations of these words, which ask for a concept that is switched off."""
    match node:
        case All(parts) | Any(parts):
            return replace(node, parts=tuple(_bare(part, words) for part in parts))
        case Translated(typed=Word(folded) as word) if folded in words:
            return word
        case _:
            return node


def _word(part: Node) -> Word | None:
    """The one word that a part of a question was typed as, unless exactly that form is meant."""
    typed = part.typed if isinstance(part, Concept | Translated) else part
    return typed if isinstance(typed, Word) and not typed.exact else None
