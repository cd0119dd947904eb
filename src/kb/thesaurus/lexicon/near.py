"""Words of near meaning within a language: what stands in for a word that no document has (pure).

``near-en.txt`` and ``near-es.txt`` say it one way: a grandmother is a grandparent and a relative. Near are,
too, words that share one of their first translations: *vaccination* and *immunization*, vacunación.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kb.text.folding import fold
from kb.text.words import folded_words, stem
from kb.thesaurus.lexicon.inflection import is_infinitive
from kb.thesaurus.lexicon.lines import translations_of

_FIRST = 2  # translations of a word
_MOST = 4  # words


def sharing(word: str, language: str, lines: Iterable[str], translations: Sequence[str]) -> tuple[str, ...]:
    """The words of a dictionary that share a translation with a word, those that share the first ones first.

    Args:
        word: in any form; it is not among them.
        language: of the word and the dictionary; a Spanish verb is near to verbs alone.
        lines: of the dictionary.
        translations: of the word.
    """
    first = translations[:_FIRST]
    known = _stems(word, language)
    found: dict[str, int] = {}
    for line in lines:
        if not any(each in line for each in first):
            continue
        others = translations_of(line)[:_FIRST]
        ranks = [first.index(each) + others.index(each) for each in first if each in others]
        near = line.partition(":")[0]
        alike = language != "es" or _is_verb(near) == _is_verb(word)
        if ranks and alike and _stems(near, language) != known:
            found[near] = min(ranks)
    return tuple(sorted(found, key=lambda each: (found[each], each)))[:_MOST]


def _is_verb(text: str) -> bool:
    return is_infinitive(fold(text.partition(" ")[0]))


def _stems(text: str, language: str) -> tuple[str, ...]:
    return tuple(stem(word, language) for word in folded_words(text))
