"""A parsed query, resolved and expanded: values of fields become ids, words meet their concepts.

Expansion is deterministic, needs nothing but the thesaurus, and is kept apart in the tree
(``Concept``), so that every view can say what was added and a reader can take it away
(``=word``, ``="a phrase"``, or ``expand=False``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from kb.messages import Message
from kb.query.days import contradictions
from kb.query.dictionary import Lexicon
from kb.query.excluding import Excluding, expanded, left_out
from kb.query.fields import Named
from kb.query.resolving import Resolver
from kb.query.spoken import spoken
from kb.query.tree import Concept, Filter, Node, Query, all_of, any_of
from kb.query.wording import compounds
from kb.text.folding import fold
from kb.text.words import WORD
from kb.thesaurus import Thesaurus

_MOST_TOLD = 4  # names in a notice


def understand(
    query: Query,
    thesaurus: Thesaurus,
    lexicon: Lexicon | None = None,
    *,
    expand: bool = True,
    off: Collection[str] = (),
    organisations: Named | None = None,
    countries: Named | None = None,
) -> Query:
    """The query with the values of its filters resolved, its concepts found and its words translated.

    What is left out is left out in both languages (``kb.query.excluding``).

    A value that means nothing (``country:atlantis``) is searched as words, with a notice. ``off`` are
    concepts (by id) and words (folded) to which nothing is to be added.
    """
    resolver = Resolver(
        thesaurus,
        lexicon,
        expand=expand,
        off=off,
        languages=spoken(query.text, lexicon),
        compounds=dict(compounds(query.text)),
        organisations=organisations,
        countries=countries,
        shouted={fold(word) for word in _words_in_capitals(query.text)},
        excluding=Excluding.beside,
    )
    years = tuple(
        condition for condition in query.filters if condition.field == "year" and not condition.exact
    )
    filters: list[Node] = [resolver.filter(each) for each in query.filters if each not in years]
    spans = tuple(dict.fromkeys(map(resolver.filter, years)))
    # Values of one field are alternatives; a filter holds one span of days.
    filters += [any_of(spans)] if spans else ()
    unknown = tuple(node for node in filters if not isinstance(node, Filter))
    tree = resolver.node(query.tree) if query.tree else None
    known = [node for node in filters if isinstance(node, Filter)]
    return replace(
        query,
        tree=_with(tree, unknown),
        filters=merged(known),
        notices=(*query.notices, *resolver.notices, *_told(tree), *contradictions(known)),
    )


def _told(tree: Node | None) -> Iterator[Message]:
    """That more is left out than was typed."""
    names = list(dict.fromkeys(left_out(tree)))
    if names:
        listed = ", ".join(names[:_MOST_TOLD]) + (" …" if len(names) > _MOST_TOLD else "")
        yield Message(
            "Left out in the other language, too: {names}; with -=word only what is typed.",
            {"names": listed},
        )


def concepts(node: Node | None) -> Iterator[Concept]:
    """The concepts that were recognised, in the order of the question."""
    return (each for each in expanded(node) if isinstance(each, Concept))


def merged(filters: Sequence[Filter]) -> tuple[Filter, ...]:
    """Filters on the same field are alternatives: OR within a field, AND between fields."""
    merged: dict[tuple[str, bool], Filter] = {}
    for index, each in enumerate(filters):
        key = (each.field if each.field != "published" else f"published{index}", each.exact)
        held = merged.get(key)
        values = tuple(dict.fromkeys((*held.values, *each.values))) if held else each.values
        merged[key] = replace(each, values=values)
    return tuple(merged.values())


def _words_in_capitals(text: str) -> Iterator[str]:
    return (word.replace(".", "") for word in WORD.findall(text) if word.isupper())


def _with(tree: Node | None, more: tuple[Node, ...]) -> Node | None:
    parts = (tree, *more) if tree else more
    return all_of(parts) if parts else None
