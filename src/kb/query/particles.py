"""Particles of English phrasal verbs, which say nothing alone: *locked up*, *sent him away* (pure).

They are let go where a verb stands before them, or where they are among everyday words that ask for a
concept: what the verb means with them is what the concept says, and alone they find "follow up" and
"carry out". *Out of school* and *over 16* keep theirs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from kb.query.dictionary import Lexicon
from kb.query.tree import All, Any, Concept, Node, Should, Translated, Word, all_of
from kb.thesaurus.lexicon.phrases import PARTICLES

_REACH = 3  # words from a verb to its particle: "send the child back"
_CLAUSES = frozenset("and or but if when that who which because".split())


def behind_verbs(words: Sequence[str], lexicon: Lexicon | None) -> Iterator[int]:
    """The places of particles in the folded ``words`` of a question that stand behind a verb."""
    for place, word in enumerate(words):
        if word in PARTICLES and lexicon:
            for before in reversed(words[max(0, place - _REACH) : place]):
                if before in _CLAUSES:
                    break
                if lexicon.is_verb(before, "en"):
                    yield place
                    break


def without(node: Node, particles: Collection[str]) -> Node:
    """The node without these words where it has others."""
    match node:
        case All(parts) | Any(parts, row=True):
            kept = tuple(part for part in parts if not _is(part, particles)) or parts
            inner = tuple(without(part, particles) for part in kept)
            return replace(node, parts=inner) if isinstance(node, Any) else all_of(inner)
        case Concept(typed=typed, apart=apart):
            left = tuple(part for part in apart if not _is(part, particles))
            return replace(node, typed=without(typed, particles), apart=left if len(left) > 1 else ())
        case Should(part):
            return Should(without(part, particles))
        case _:
            return node


def _is(part: Node, particles: Collection[str]) -> bool:
    typed = part.typed if isinstance(part, Translated) else part
    return isinstance(typed, Word) and not typed.exact and typed.folded in particles
