"""The words of a name of several, each for itself: what they mean elsewhere counts little there, or nothing.

*defensor del pueblo* has little to do with "people", and *estación migratoria* nothing with a season.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kb.query.dictionary import Lexicon
from kb.query.tree import Alternative, Node, Translated, words_of
from kb.text.folding import fold
from kb.text.words import stem
from kb.thesaurus import LANGUAGES, label_stems

ELSEWHERE = 0.3  # what a translation counts of itself within a concept whose names do not have it


def apart(part: Node, names: Iterable[tuple[str, str]], lexicon: Lexicon | None) -> Node:
    """A word with its family and those of its translations that a name of the concept has.

    Of the others the first is kept, with ``ELSEWHERE`` of its weight. ``names`` are the concept's, each with
    its language.
    """
    if not isinstance(part, Translated):
        return part
    said = {(each, language) for name, language in names for each in label_stems(name, language)}

    def names_it(word: str, language: str) -> bool:
        spoken = (language,) if language else LANGUAGES
        family = {(each, own) for own in spoken for each in (word, *_family(lexicon, word, own))}
        return any((stem(fold(each), own), own) in said for each, own in family)

    first: dict[str, str] = {}
    others: list[Alternative] = []
    for each in part.alternatives:
        further = each.shown and first.setdefault(each.language, each.label) != each.label
        kin = any(each.label in _family(lexicon, word, each.language) for word in words_of(part.typed))
        if kin or all(names_it(word, each.language) for word in words_of(each.leaf)):
            others.append(each)
        elif not further:
            others.append(replace(each, weight=ELSEWHERE * each.weight))
    return replace(part, alternatives=tuple(others))


def _family(lexicon: Lexicon | None, word: str, language: str) -> Iterable[str]:
    return lexicon.family(word, language) if lexicon else ()
