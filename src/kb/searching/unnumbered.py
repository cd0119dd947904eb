"""Words without the number that they were typed with, where nothing holds both side by side.

Nothing holds "30 days": what holds "days" is near, and lacks what was asked for.
"""

from __future__ import annotations

from dataclasses import replace

from kb.query.counting import is_number
from kb.query.tree import Node, Phrase, Translated, Word

_SHORTEST = 3  # letters of a word that says something alone


def without_number(part: Node) -> Word | Translated | None:
    """The word of one with its number, with its translations; nothing of any other part.

    >>> without_number(Phrase(("30", "days"), soft=True)) == Word("days")
    True
    """
    typed = part.typed if isinstance(part, Translated) else part
    word = _word(typed) if isinstance(typed, Phrase) and typed.soft else None
    if word is None or len(word) < _SHORTEST:
        return None
    others = part.alternatives if isinstance(part, Translated) else ()
    translated = tuple(
        replace(each, leaf=Word(other, language=each.leaf.language), label=other)
        for each in others
        if isinstance(each.leaf, Phrase) and (other := _word(each.leaf))
    )
    return Translated(Word(word), translated) if translated else Word(word)


def _word(phrase: Phrase) -> str | None:
    """The one word of a phrase whose other words are numbers."""
    words = [word for word in phrase.words if not is_number(word)]
    return words[0] if len(words) == 1 < len(phrase.words) else None
