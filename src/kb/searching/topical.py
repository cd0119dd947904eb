"""A topic or group asked for without other words: what is about it first, and the passages that are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kb.library import Library
from kb.query.tree import Filter, Query, any_of
from kb.records import Passage

_PASSAGES = 3  # shown of a document, one for each of the concepts


def about_first(query: Query, chosen: Iterable[Filter]) -> Query:
    """A question of topics alone, with the documents ahead that are about them as a whole."""
    wanted = [each for each in (*query.filters, *chosen) if each.field == "topic" and each.exact]
    if query.tree is not None or not wanted:
        return query
    return replace(query, ahead=any_of([Filter("subject", each.values, exact=True) for each in wanted]))


def concerned(filters: Iterable[Filter]) -> tuple[str, ...]:
    """The topics and groups that a question narrows to."""
    return tuple(
        value for each in filters if each.field in ("topic", "group") and each.exact for value in each.values
    )


def passages_on(library: Library, document_id: str, wanted: Sequence[str]) -> list[Passage]:
    """For each of the concepts the passage of the document that is most about it, in their order."""
    found: list[Passage] = []
    for concept in wanted:
        places = library.store.topic_places(document_id, concept)
        passages = library.store.passages(document_id, places)
        prose = [each for each in passages if each.kind != "heading"]
        found += prose[:1] or library.store.passages(document_id, [place + 1 for place in places[:1]])
    return [*dict.fromkeys(found)][:_PASSAGES]
