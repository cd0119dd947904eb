"""Text and positions -> pieces that a template can mark; the text itself is never changed."""

from __future__ import annotations

from collections.abc import Iterable

from kb.library import Library
from kb.query.matching import Marker
from kb.records import Document, Passage
from kb.searching.marking import markers
from kb.searching.meaning import meaning
from kb.web.question import Question

Span = tuple[int, int]
Piece = tuple[str, bool]  # a run of text, and whether it is marked


def pieces(text: str, spans: Iterable[Span], window: Span | None = None) -> list[Piece]:
    """The text inside ``window`` (all of it, if none) cut at its marks.

    >>> pieces("the best interests", [(4, 18)]), pieces("the best interests", [(4, 18)], (0, 8))
    ([('the ', False), ('best interests', True)], [('the ', False), ('best', True)])
    """
    place, last = window or (0, len(text))
    found: list[Piece] = []
    for first, end in spans:
        start, stop = max(first, place), min(end, last)
        if start < stop:
            found += [(text[place:start], False), (text[start:stop], True)]
            place = stop
    return [piece for piece in (*found, (text[place:last], False)) if piece[0]]


def wanted(library: Library, question: Question, id: str) -> Marker:
    """What a question marks in a document: its words, other names of its concepts, translations."""
    expand, off = not question.exact, question.off
    tree = meaning(library, question.text, expand=expand, off=off).query.tree
    return markers(library, tree, [id])[id]


def marked(document: Document, marker: Marker, passages: Iterable[Passage]) -> dict[str, list[Span]]:
    """Address -> spans, of the ``passages`` that hold something to mark; the title's under no address."""
    if not marker:
        return {}
    texts = [("", document.title, document.language)]
    texts += [(passage.address, passage.text, passage.language) for passage in passages]
    found = ((address, marker.marks(text, language)) for address, text, language in texts)
    return {address: spans for address, spans in found if spans}
