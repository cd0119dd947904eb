"""The words of a name of several, each for itself: what they mean elsewhere counts little there.

*defensor del pueblo* has little to do with "people", and *sin papeles* with a role that somebody plays.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kb.query.dictionary import Lexicon
from kb.query.tree import Node, Translated, words_of
from kb.text.folding import fold
from kb.text.words import stem
from kb.thesaurus import LANGUAGES, label_stems

ELSEWHERE = 0.3  # what a translation counts of itself within a concept whose names do not have it


def apart(part: Node, names: Iterable[tuple[str, str]], lexicon: Lexicon | None) -> Node:
    """A word; of its translations, those that no name of the concept has, ``ELSEWHERE`` of their weight.

    ``names`` are the concept's, each with its language.
    """
    if not isinstance(part, Translated):
        return part
    said = {(each, language) for name, language in names for each in label_stems(name, language)}

    def names_it(word: str, language: str) -> bool:
        spoken = (language,) if language else LANGUAGES
        family = {(each, own) for own in spoken for each in (word, *_family(lexicon, word, own))}
        return any((stem(fold(each), own), own) in said for each, own in family)

    others = tuple(
        each
        if all(names_it(word, each.language) for word in words_of(each.leaf))
        else replace(each, weight=ELSEWHERE * each.weight)
        for each in part.alternatives
    )
    return replace(part, alternatives=others)


def _family(lexicon: Lexicon | None, word: str, language: str) -> Iterable[str]:
    return lexicon.family(word, language) if lexicon else ()
