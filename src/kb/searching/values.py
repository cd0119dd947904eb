"""The values of fields that no document has: a field that finds nothing says so."""

from __future__ import annotations

from collections.abc import Iterator

from kb.library import Library
from kb.messages import Message
from kb.query.fields import CALLED, Fields
from kb.query.tree import All, Any, Filter, Node, Phrase, Query, Should, Word
from kb.query.wording import shortened


def unheld(library: Library, fields: Fields, typed: Query) -> Iterator[Message]:
    """A notice for each value in a parsed question that is known and that no document has."""
    for condition in dict.fromkeys((*typed.filters, *_conditions(typed.tree))):
        node, _ = fields.resolved(condition)
        # What means nothing is searched as words, and told.
        if not isinstance(node, Word | Phrase) and not library.engine.count(Query(tree=node)):
            yield Message(
                'In no document: {field} "{value}".',
                {"field": CALLED[condition.field], "value": shortened(" ".join(condition.values))},
            )


def _conditions(node: Node | None) -> Iterator[Filter]:
    """The conditions among the clauses of a question; what is left out may well be nowhere."""
    match node:
        case Filter():
            yield node
        case All(parts) | Any(parts):
            for part in parts:
                yield from _conditions(part)
        case Should(part):
            yield from _conditions(part)
        case _:
            return
