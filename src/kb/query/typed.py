"""The words that a part of a question was typed as, folded and as they stand there (pure)."""

from __future__ import annotations

from collections.abc import Iterator

from kb.query.beside import is_beside
from kb.query.tree import (
    All,
    Any,
    Concept,
    Filter,
    Fuzzy,
    Node,
    Not,
    Phrase,
    Prefix,
    Should,
    Translated,
    Word,
    leaves,
    words_of,
)
from kb.query.wording import Written


def open_words(part: Node) -> tuple[str, ...]:
    """Those of one word, or of one with its number, unless exactly they are meant."""
    typed = part.typed if isinstance(part, Concept | Translated) else part
    if isinstance(typed, Phrase):
        return typed.words if typed.soft else ()
    return (typed.folded,) if isinstance(typed, Word) and not typed.exact else ()


def all_words(part: Node) -> Iterator[str]:
    """Those of a part of any kind."""
    typed = part.typed if isinstance(part, Concept | Translated) else part
    for leaf in leaves(typed):
        yield from words_of(leaf) if isinstance(leaf, Word | Phrase) else ()


def is_denial(part: Node) -> bool:
    """Whether the part is a word that stands in the question for itself besides: *sin papeles*."""
    return is_beside(part.part if isinstance(part, Should) else part)


def as_typed(part: Node, words: Written) -> str:
    """A part of a question as it was typed."""
    match part:
        case Concept(leaf=leaf):
            told = as_typed(leaf, words)
        case Translated(typed=typed):
            told = as_typed(typed, words)
        case Word(folded):
            told = words.word(folded)
        case Prefix(folded):
            told = f"{words.word(folded)}*"
        case Fuzzy(folded):
            told = f"{words.word(folded)}~"
        case Any(parts):
            told = " / ".join(as_typed(each, words) for each in parts if not isinstance(each, Filter))
        case All(parts):
            told = " ".join(as_typed(each, words) for each in parts)
        case Not(inner) | Should(inner):
            told = as_typed(inner, words)
        case Filter():
            told = ", ".join(part.values)
        case _:
            told = words.row(part.words)
    return told
