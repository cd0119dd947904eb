"""How documents are ranked: one formula for every engine, all its weights in one place.

A document is scored by its best passage and by itself as a whole, each with BM25F (Robertson,
Zaragoza and Taylor 2004) over its text and its title, with Lucene's idf, which is never
negative. The best passage puts a document whose words meet above one whose words are scattered,
and keeps a long guideline from being punished for its length; the whole document rewards one
that returns to the subject.

    tf(unit, text)  = sum over its leaves of weight * occurrences / length norm of the text
    tf'             = tf(unit, passage or document) + TITLE * tf(unit, title)  [+ TOPIC]
    score(text)     = sum over units of weight * idf * tf' / (tf' + K1)
    score(document) = score(best passage) + DOCUMENT * score(whole document)

Lengths count words that are not stop words. N, and how many texts hold a unit, count passages:
with a handful of long guidelines every word would otherwise be in every document and decide nothing.
Titles do not count, because they repeat the text: with them common words weighed too much (Cranfield
nDCG@10 0.376 to 0.388).

K1, TITLE, FOLDED and PAIR were chosen together on every second question of Cranfield (nDCG@10 there
0.371 to 0.394, on the other questions 0.374 to 0.382), and checked on XQuAD in one language (0.962 to
0.960 English, 0.961 to 0.958 Spanish).

Which passages of a document are shown is decided by what each says itself and by the heading that it
stands under. What the title has said already counts less; that a document has a topic says nothing
of which passage tells it:

    tf(unit, shown) = tf(unit, passage) + HEADING * tf(unit, heading)
    score(shown)    = sum over units of weight * idf * (saturated(tf + TITLE * tf(unit, title))
                                                        - saturated(TITLE * tf(unit, title)))

Scores are rounded to DIGITS before they are compared, so that the order in which an engine adds
up its terms never decides between two documents.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple, TypeGuard

from kb.engines import Share
from kb.errors import Misuse
from kb.query.tree import (
    All,
    Any,
    Concept,
    Fuzzy,
    Leaf,
    Near,
    Node,
    Phrase,
    Prefix,
    Query,
    Should,
    Translated,
    Unit,
    Word,
    leaves,
)

K1 = 2.0
B = 0.75
TITLE = 4.0  # a word of the title counts as so many of the text
TOPIC = 1.0  # a document about the concept, as if its text named it once more
DOCUMENT = 0.5
FOLDED = 0.3  # for the very form that was typed, besides its stem
PAIR = 0.8  # shared out over the pairs of neighbouring words of a question
CONCEPT = 1.0
HEADING = 0.3  # a word of the heading above a passage counts as so many of its own, where it is shown
LOOKED_AT = 24  # passages of a document, the best by their score, among which those to show are chosen
TELLING = 0.4  # a passage is shown beside the best one when it has so much of its score
DIGITS = 9

Key = tuple[float | str | bool, ...]
# Undated documents (date 0) come last in both orders of time, then the score, then the id.
ORDERS: dict[str, Callable[[float, int, str], Key]] = {
    "relevance": lambda score, date, id: (-score, -date, id),
    "newest": lambda score, date, id: (-date, -score, id),
    "oldest": lambda score, date, id: (date == 0, date, -score, id),
}


class Counted(NamedTuple):
    """A leaf of a unit in a document: its weighted frequencies, each over the length norm of the text."""

    leaf: Leaf
    title: float
    passage: float  # the best one
    whole: float


def shares(
    unit: Unit, weight: float, counted: Sequence[Counted], *, topic: bool, heading: bool
) -> Iterator[Share]:
    """What makes the score of a document by one unit, whose weight and idf are ``weight``.

    What saturates together is shared out by frequency. ``topic``: the document is about the unit's;
    ``heading``: its best passage is one.
    """
    bonus: list[tuple[Leaf | None, str, float]] = [
        (each.leaf, "title", TITLE * each.title) for each in counted
    ]
    if topic:
        bonus.append((None, "topic", TOPIC))
    best = [(each.leaf, "heading" if heading else "passage", each.passage) for each in counted]
    whole = [(each.leaf, "document", each.whole) for each in counted]
    for factor, frequencies in ((1.0, [*best, *bonus]), (DOCUMENT, [*whole, *bonus])):
        total = sum(frequency for _, _, frequency in frequencies)
        for leaf, place, frequency in frequencies:
            if frequency:
                worth = factor * weight * saturated(total) * frequency / total
                yield Share(leaf, place, None if leaf else unit.topic, worth)


def order(sort: str) -> Callable[[float, int, str], Key]:
    """What to sort matches by, lowest first: a function of score, ``date_order`` and id.

    Raises:
        Misuse: there is no such order.
    """
    if sort not in ORDERS:
        sorts = ", ".join(ORDERS)
        raise Misuse("There is no order called {sort}; write one of {sorts}.", sort=sort, sorts=sorts)
    return ORDERS[sort]


def idf(texts: int, holding: int) -> float:
    """Lucene's inverse document frequency: ln(1 + (N - n + 0.5) / (n + 0.5))."""
    return math.log(1 + (texts - holding + 0.5) / (holding + 0.5))


def norm(length: int, average: float) -> float:
    """BM25's length norm; 1 for a text of average length."""
    return 1 - B + B * length / average if average else 1.0


def saturated(frequency: float) -> float:
    """How much a (normalised, weighted) frequency counts: rises fast, then hardly at all."""
    return frequency / (frequency + K1)


def telling(weights: Iterable[float], own: Iterable[float], titles: Iterable[float]) -> float:
    """What a passage is worth being shown: what each unit, with its ``tf`` in both, adds to the title."""
    return sum(
        weight * (saturated(frequency + TITLE * title) - saturated(TITLE * title))
        for weight, frequency, title in zip(weights, own, titles, strict=True)
        if frequency
    )


def units(query: Query) -> tuple[Unit, ...]:
    """What to score, in the order of the question; repeated words count again."""
    typed: list[Word] = []
    scored = list(_units(query.tree, typed))
    pairs = [
        Phrase((left.folded, right.folded)) for left, right in pairwise(typed) if left.folded != right.folded
    ]
    scored += [Unit(((pair, 1.0),), PAIR / len(pairs)) for pair in pairs]
    return tuple(scored)


def _units(node: Node | None, typed: list[Word]) -> list[Unit]:
    match node:
        case Word():
            typed.append(node)
            exact = Unit(((replace(node, exact=True), 1.0),), FOLDED)
            both = [Unit(((node, 1.0),)), exact]
            return [exact] if node.exact else both[:1] if node.folded in node.namesakes else both
        case Phrase() | Near() | Prefix():
            return [Unit(((node, 1.0),))]
        case Fuzzy(folded):
            return [Unit(((node, 1.0),)), Unit(((Word(folded, exact=True), 1.0),), FOLDED)]
        case Concept():
            words = node.typed.parts if isinstance(node.typed, Any) else (node.typed,)
            return [*(unit for each in words for unit in _term(each, typed)), _merged(node, CONCEPT)]
        case Translated():
            return _term(node, typed)
        case All() | Any():
            return [unit for part in node.parts for unit in _units(part, typed)]
        case Should(part, where):
            units = [_one_of(part)] if _is_choice(part) else _units(part, [])
            return [replace(unit, where=where, topic=None) for unit in units] if where else units
        case _:
            return []


def _is_choice(node: Node) -> TypeGuard[Any]:
    """Whether a node is one of several leaves: where it may stand or not, they are one term."""
    return isinstance(node, Any) and not node.row and all(isinstance(part, Leaf) for part in node.parts)


def _one_of(node: Any) -> Unit:
    return Unit(tuple((leaf, 1.0) for leaf in leaves(node)))


def _term(node: Node, typed: list[Word]) -> list[Unit]:
    """A word and what else it is called as one term (Pirkola 1998); its very form counts besides."""
    if isinstance(node, Concept | Translated):
        return [_merged(node, 1.0), *_units(node.typed, typed)[1:]]
    return _units(node, typed)


def _merged(node: Concept | Translated, weight: float) -> Unit:
    leaf, topic = (node.leaf, node.id) if isinstance(node, Concept) else (node.typed, None)
    others = ((other.leaf, other.weight) for other in node.alternatives if other.weight)
    return Unit(((leaf, 1.0), *others), weight, topic)
