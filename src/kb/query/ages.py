"""How old somebody is, as questions say it: "16 year old", "a 16-year-old", "16 años".

Documents seldom say it so. Beside other words it is not wanted, and counts where it stands; the number
alone would find "Article 16".
"""

from __future__ import annotations

from collections.abc import Sequence

from kb.query.tree import Alternative, Node, Phrase, Translated, Word
from kb.text.folding import fold

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


def is_age(part: Node) -> bool:
    """Whether ``age`` made it."""
    return isinstance(part, Translated) and isinstance(part.typed, Phrase) and _are_years(part.typed.words)


def _are_years(words: Sequence[str]) -> bool:
    return len(words) > 1 and words[0].isdecimal() and len(words[0]) <= _DIGITS and words[1] in _YEARS
