"""What counts beside the words that are wanted, and is not wanted itself: ages and denials.

"16 year old", "a 16-year-old", "16 años": documents seldom say it so, and the number alone would find
"Article 16". "should *not* be punished", "*sin* importar": the small word says nothing of what is asked, but
"no acompañados" side by side does.
"""

from __future__ import annotations

from collections.abc import Sequence

from kb.query.tree import Alternative, Node, Phrase, Translated, Word
from kb.text.folding import fold
from kb.thesaurus.asked import DENIALS

_DIGITS = 2
_YEARS = {"year": "es", "years": "es", "ano": "en", "anos": "en"}  # where it is said otherwise
_IN = {"en": "years", "es": "años"}


def age(parts: Sequence[Node], place: int, weight: float) -> tuple[Translated, int] | None:
    """An age as words side by side, in the other language beside it, and how many parts it takes.

    ``weight``: what the other language counts of what was typed.
    """
    first = parts[place]
    if isinstance(first, Phrase):
        words, length = (first.words if first.soft else ()), 1
    else:
        row = (each.folded for each in parts[place : place + 3] if isinstance(each, Word) and not each.exact)
        words = tuple(row)
        length = len(words) if words[2:] == ("old",) else 2
    if not _are_years(words):
        return None
    other = _YEARS[words[1]]
    leaf = Phrase((words[0], fold(_IN[other])), language=other)
    also = Alternative(leaf, f"{words[0]} {_IN[other]}", other, weight)
    return Translated(Phrase(words[:2], soft=True), (also,)), length


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

    >>> without_denials([Word("ninas"), Word("no"), Word("acompanadas")])[0]
    [Word(folded='ninas', exact=False, language=''), Word(folded='acompanadas', exact=False, language='')]
    """
    found = {place: pair for place in range(len(words)) if (pair := denied(words, place))}
    return [word for place, word in enumerate(words) if place not in found], list(found.values())


def is_beside(part: Node) -> bool:
    """Whether ``age`` or ``denied`` made it."""
    words = part.typed if isinstance(part, Translated) else part
    return isinstance(words, Phrase) and words.soft and (_are_years(words.words) or words.words[0] in DENIALS)


def _are_years(words: Sequence[str]) -> bool:
    return len(words) > 1 and words[0].isdecimal() and len(words[0]) <= _DIGITS and words[1] in _YEARS
