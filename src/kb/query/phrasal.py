"""Words of a question that a dictionary knows as a phrase: *picked up*, *dio a luz* (pure).

They are one word: looked for side by side, with the translations of the whole beside them. A word that stands
in between (*picked the bodies up*) stays what it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from kb.query.translating import Translating
from kb.query.tree import All, Alternative, Any, Node, Phrase, Should, Translated, Word, all_of, in_a_row
from kb.query.typed import all_words, is_denial, open_words
from kb.query.weights import FORM, KIN, NEAR
from kb.text.words import is_stop_word, telling_words
from kb.thesaurus.lexicon.phrases import PARTICLES

_NEAREST = 2  # words of near meaning beside a phrase
# Verbs that say nothing without their particle; "beaten up" is beaten.
_LIGHT = frozenset(
    """
    bring call carry come cut do fall get give go hold keep lay let look make pass pick put run set show take
    turn
    """.split()
)


def with_phrases(tree: Node, words: Sequence[str], taken: Collection[int], translating: Translating) -> Node:
    """The tree with each phrase of the folded ``words`` of a question as one part.

    ``taken`` are places of words that mean something else.
    """
    lexicon = translating.lexicon
    held = {*taken}
    for place in range(len(words)):
        found = ((lexicon.phrase(words, place, each), each) for each in translating.languages)
        met = [(*known, language) for known, language in found if known]
        for phrase, places, language in met[:1]:
            typed = tuple(words[each] for each in places if not is_stop_word(words[each]))
            if typed and held.isdisjoint(places) and translating.off.isdisjoint((*typed, "".join(typed))):
                others = dict.fromkeys(_others(translating, phrase, typed, language))
                tree = _with(tree, Translated(_leaf(typed, language), tuple(others)))
                held.update(places)
    return tree


def _others(
    translating: Translating, phrase: str, typed: Sequence[str], language: str
) -> Iterator[Alternative]:
    """The phrase in every form, and what it is called in the other language."""
    lexicon = translating.lexicon
    (verb, *rest), known = typed, phrase.partition(" ")[0]
    if not is_stop_word(known):
        infinitive = known.removesuffix("se") if language == "es" else known
        for form in dict.fromkeys((*lexicon.forms(verb, language), *lexicon.forms(infinitive, language))):
            if form != verb:
                yield Alternative(in_a_row((form, *rest), language), phrase, language, FORM, shown=False)
            if rest and known not in _LIGHT and PARTICLES.issuperset(rest):
                yield Alternative(Word(form, language=language), known, language, KIN, shown=False)
    yield from translating.other_words(phrase)
    for each in (lexicon.near(phrase, language) or lexicon.synonyms(phrase, language))[:_NEAREST]:
        yield Alternative(in_a_row(telling_words(each), language), each, language, NEAR)


def _leaf(words: tuple[str, ...], language: str) -> Word | Phrase:
    return Phrase(words, soft=True, language=language) if len(words) > 1 else Word(words[0])


def _with(node: Node, phrase: Translated) -> Node:
    """The node with the phrase in the place of its words, where nothing else there is made of them."""
    if isinstance(node, Should):
        return node if is_denial(node) else Should(_with(node.part, phrase))
    words = {*all_words(phrase)}
    joined = isinstance(node, All) or (isinstance(node, Any) and node.row)
    row = node.parts if isinstance(node, All | Any) and joined else (node,)
    typed = [part for part in row if (own := open_words(part)) and words.issuperset(own)]
    if not typed and isinstance(node, All | Any):
        return replace(node, parts=tuple(_with(part, phrase) for part in node.parts))
    others = [part for part in row if part not in typed and not is_denial(part)]
    if not typed or not words.isdisjoint(word for part in others for word in all_words(part)):
        return node
    kept = tuple(phrase if part is typed[0] else part for part in row if part not in typed[1:])
    return replace(node, parts=kept) if isinstance(node, Any) else all_of(kept)
