"""Did you mean ...? A question with other spellings for words that are in no document.

Nothing is replaced: the answer to what was typed stays, and the other question is offered beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from kb.library import Library
from kb.query.spelling import Speller, farthest, respelled
from kb.query.tree import All, Any, Near, Node, Phrase, Query, Word
from kb.text.folding import fold, normalise
from kb.text.words import is_stop_word, stem, terms
from kb.thesaurus import LANGUAGES

_FEW = 2  # documents; a word that more of them have is no typing error
_COMMONER = 10  # times as many documents have the word that may have been meant
_ONE_ERROR = 1.0


def suggestion(library: Library, query: Query) -> str | None:
    """The question as it may have been meant, with accents; None where every word is known.

    ``query`` is as it was parsed, nothing added.
    """
    text = normalise(query.text)
    wanted = dict.fromkeys(_words(query.tree))
    better = {word: found for word in wanted if (found := _better(library, word))}
    if not better:
        return None
    written = {word: _as_written(library, found) for word, found in better.items()}
    spans = {
        (term.start, term.end): written[term.folded] for term in terms(text, "") if term.folded in written
    }
    return respelled(text, spans) if spans else None


def _words(node: Node | None) -> Iterator[str]:
    """The words that were typed to be found, but for those that are wanted just so."""
    match node:
        case Word(folded, exact=False):
            yield folded
        case Phrase(words, exact=False) | Near(words, exact=False):
            yield from words
        case All(parts) | Any(parts):
            for part in parts:
                yield from _words(part)
        case _:
            return


def _better(library: Library, word: str) -> str | None:
    """The word that was probably meant; None for a word that is known."""
    if not farthest(word) or is_stop_word(word) or _is_known(library, word):
        return None
    held = _documents(library, word)
    if held > _FEW:
        return None
    for near in library.remembered(_speller).near(word):
        if not held or (near.cost <= _ONE_ERROR and _documents(library, near.word) >= _COMMONER * held):
            return near.word
    return None


def _is_known(library: Library, word: str) -> bool:
    """Whether the thesaurus or the lexicon has the word, whatever the documents hold."""
    known = library.remembered(_label_stems)
    if any((stem(word, language), language) in known for language in LANGUAGES):
        return True
    lexicon = library.lexicon
    return lexicon is not None and any(
        lexicon.translations(word, *pair) for pair in permutations(LANGUAGES, 2)
    )


def _documents(library: Library, word: str) -> int:
    return library.engine.search(Query(tree=Word(word)), limit=1, facets=()).total


def _speller(library: Library) -> Speller:
    return Speller(library.engine.forms, (fold(word) for word in library.remembered(_label_words).values()))


def _label_words(library: Library) -> dict[str, str]:
    """Every word of a label, by its folded form, as it is written."""
    return {
        term.folded: label[term.start : term.end].lower()
        for concept in library.thesaurus.concepts.values()
        for language in LANGUAGES
        for label in (concept.preferred[language], *concept.labels("alternative", language))
        for term in terms(label, language)
        if term.position >= 0
    }


def _label_stems(library: Library) -> frozenset[tuple[str, str]]:
    return frozenset(
        (term.stem, language)
        for concept in library.thesaurus.concepts.values()
        for language in LANGUAGES
        for label in concept.names(language)
        for term in terms(label, language)
    )


def _as_written(library: Library, folded: str) -> str:
    """A folded word with its accents, as a label or the best passage with it has it."""
    labels = library.remembered(_label_words)
    if folded in labels:
        return labels[folded]
    found = library.engine.search(Query(tree=Word(folded, exact=True)), limit=1, facets=())
    for match in found.matches:
        texts = [each.text for each in library.store.passages(match.id, match.passages)]
        for text in (*texts, library.store.summary(match.id).title):
            for term in terms(text, ""):
                if term.folded == folded:
                    return text[term.start : term.end].lower()
    return folded
