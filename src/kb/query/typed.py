"""The words that a part of a question was typed as (pure)."""

from __future__ import annotations

from collections.abc import Iterator

from kb.query.beside import is_beside
from kb.query.tree import Concept, Node, Phrase, Should, Translated, Word, leaves


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
        yield from (
            (leaf.folded,) if isinstance(leaf, Word) else leaf.words if isinstance(leaf, Phrase) else ()
        )


def is_denial(part: Node) -> bool:
    """Whether the part is a word that stands in the question for itself besides: *sin papeles*."""
    return is_beside(part.part if isinstance(part, Should) else part)
