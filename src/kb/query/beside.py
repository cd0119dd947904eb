"""Words of a question that count where they stand side by side and are not wanted: ages and denials.

"should *not* be punished", "*sin* importar": the small word says nothing of what is asked, but
"no acompañados" side by side does.
"""

from __future__ import annotations

from collections.abc import Sequence

from kb.query.ages import is_age
from kb.query.tree import Node, Phrase, Translated, Word
from kb.thesaurus.asked import DENIALS


def denied(parts: Sequence[Node], place: int) -> Phrase | None:
    """A small word that denies and the word behind it, side by side, where there are such."""
    row = tuple(each.folded for each in parts[place : place + 2] if isinstance(each, Word) and not each.exact)
    return Phrase(row, soft=True) if len(row) > 1 and row[0] in DENIALS else None


def denies_nothing(parts: Sequence[Node], place: int) -> bool:
    """Whether a small word that denies stands there with no word behind it, and others before it."""
    part = parts[place]
    if not isinstance(part, Word) or part.exact or part.folded not in DENIALS or denied(parts, place):
        return False
    return any(isinstance(each, Word | Phrase) and each != part for each in parts)


def without_denials(words: Sequence[Word]) -> tuple[list[Word], list[Phrase]]:
    """The words of a row that say something, and each one that denies with the word behind it.

    >>> words, _ = without_denials([Word("ninas"), Word("no"), Word("acompanadas")])
    >>> words == [Word("ninas"), Word("acompanadas")]
    True
    """
    found = {place: pair for place in range(len(words)) if (pair := denied(words, place))}
    return [word for place, word in enumerate(words) if place not in found], list(found.values())


def is_beside(part: Node) -> bool:
    """Whether it is an age, or a word with one that denies it."""
    words = part.typed if isinstance(part, Translated) else part
    denied_ = isinstance(words, Phrase) and words.soft and words.words[0] in DENIALS
    return denied_ or is_age(part)
