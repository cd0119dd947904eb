"""The documents that a question cites: they come first, and the answer to its words behind them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from kb.citing import Cited, find
from kb.engines import PASSAGES, Match, Matches
from kb.library import Library
from kb.messages import Message
from kb.query.references import covers, references
from kb.query.tree import Any, Filter, Query


@dataclass(frozen=True, slots=True)
class Lead:
    """What a question cites, and the documents that this puts before all others."""

    cited: tuple[Cited, ...]
    first: tuple[Match, ...]
    alone: bool  # the question is nothing but references, and they lead somewhere

    @property
    def ids(self) -> frozenset[str]:
        """The documents that come first."""
        return frozenset(match.id for match in self.first)

    def notices(self, language: str) -> Iterator[Message]:
        """What is to say of the references, once each."""
        said = {str(notice): notice for each in self.cited for notice in each.notices(language)}
        yield from said.values()

    def before(
        self,
        library: Library,
        query: Query,
        *,
        limit: int,
        offset: int,
        sort: str,
        facets: tuple[str, ...],
        explain: bool,
    ) -> Matches:
        """A page of the matches behind the first documents; what is counted counts those too."""
        whole = replace(query, tree=Any((query.tree, _one_of(self.ids))) if query.tree else None)
        found = library.engine.search(whole, limit=offset + limit, sort=sort, facets=facets, explain=explain)
        others = (match for match in found.matches if match.id not in self.ids)
        return replace(found, matches=(*self.first, *others)[offset : offset + limit])


def lead(library: Library, query: Query, language: str) -> Lead:
    """What the question cites, found in the library."""
    found = references(query.text)
    cited = tuple(find(library, each, language) for each in found)
    first = _first(library, cited, query)
    return Lead(cited, first, bool(first) and covers(query.text, found))


def _first(library: Library, cited: Sequence[Cited], query: Query) -> tuple[Match, ...]:
    """The cited documents that the filters leave, each with the passages that are cited."""
    places: dict[str, list[int]] = {}
    for each in cited:
        if each.document:
            places.setdefault(each.document, []).extend(each.passages)
    if not places:
        return ()
    only = Query(tree=_one_of(places), filters=query.filters)
    left = {match.id for match in library.engine.search(only, limit=len(places), facets=()).matches}
    return tuple(Match(id, 0.0, tuple(found[:PASSAGES])) for id, found in places.items() if id in left)


def _one_of(ids: Collection[str]) -> Filter:
    return Filter("id", tuple(ids), exact=True)
