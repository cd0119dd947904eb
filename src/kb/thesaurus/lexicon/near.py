"""Words of near meaning within a language: what stands in for a word that no document has (pure).

``near-en.txt`` and ``near-es.txt`` say it one way: a grandmother is a grandparent and a relative. Near are,
too, words that have the same first translation: *attorney* and *lawyer*, abogado.
"""

from __future__ import annotations

from collections.abc import Iterable

from kb.text.folding import fold
from kb.text.words import folded_words, stem
from kb.thesaurus.lexicon.inflection import is_infinitive
from kb.thesaurus.lexicon.lines import translations_of

_MOST = 4  # words


def synonyms(
    word: str, language: str, lines: Iterable[str], translation: str, *, verb: bool
) -> tuple[str, ...]:
    """The words of a dictionary whose first translation is that of a word.

    Args:
        word: in any form; it is not among them.
        language: of the word and the dictionary.
        lines: of the dictionary.
        translation: of the word, its first.
        verb: whether it is one; a Spanish verb is near to verbs alone.
    """
    known = _stems(word, language)
    found = (line.partition(":")[0] for line in lines if translation == translations_of(line)[0])
    return tuple(
        each
        for each in found
        if _stems(each, language) != known
        and (language != "es" or is_infinitive(fold(each.partition(" ")[0])) == verb)
    )[:_MOST]


def _stems(text: str, language: str) -> tuple[str, ...]:
    return tuple(stem(word, language) for word in folded_words(text))
