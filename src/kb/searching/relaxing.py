"""What to do when few documents have all the words: the nearest follow behind them.

All words are wanted, and documents that have them all come first. Where these are fewer than ENOUGH,
those that have some of the words follow them; how many have all is said beside the total, and a notice tells
where none has. A word that no document has is let go and named. Of a long question (a row) none is
wanted: its documents are ranked by how much of it they hold, and nothing is said of how many hold all. Only
what stands in quotation marks, filters and exclusions are held on to, whatever is found. What follows
is decided by the question as it was typed: a facet that is chosen narrows and changes nothing else,
so that its counts are what a reader gets.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from kb.engines import Match, Matches
from kb.library import Library
from kb.messages import Message
from kb.query.tree import (
    All,
    Any,
    Concept,
    Filter,
    Node,
    Phrase,
    Query,
    Should,
    Translated,
    all_of,
    any_of,
    parts_of,
)
from kb.query.typed import as_typed
from kb.query.wording import Written
from kb.searching.missing import compound, is_soft, without_missing
from kb.searching.unnumbered import without_number

ENOUGH = 10  # documents with all the words: about a page
SURE = 0.45  # what another word has to count at least, to stand for one that was typed


@dataclass(frozen=True, slots=True)
class Window:
    """Which matches are shown, and what is said of them."""

    limit: int = 10
    offset: int = 0
    sort: str = "relevance"
    facets: tuple[str, ...] = ()
    explain: bool = False


class First(NamedTuple):
    """Documents that come before all others, whether they have the words or not."""

    matches: tuple[Match, ...]  # those that all filters leave
    ids: tuple[str, ...]  # of all: a facet counts those that its own choice leaves out, too


NONE_FIRST = First((), ())


class Wanted(NamedTuple):
    """A part of the question: as it was typed, as it was understood, and what a document must hold of it."""

    typed: str
    part: Node
    whole: Node | None


@dataclass(frozen=True, slots=True)
class Answer:
    """The question as it was answered, and what it found."""

    query: Query
    matches: Matches
    complete: int | None = None  # how many come before those that have some of the words only
    wanted: tuple[Wanted, ...] = ()  # what those lack some of


def answer(
    library: Library,
    query: Query,
    chosen: tuple[Filter, ...],
    window: Window,
    first: First = NONE_FIRST,
) -> Answer:
    """The documents with all the words, and those that come nearest where these are few.

    ``chosen`` are facet values that narrow; ``first`` are documents that come before all others, whether
    they have the words or not.
    """
    wanted = _wanted(query.tree)
    if any(map(_is_row, wanted)):
        query = replace(query, tree=_with_names_apart(library, query.tree))
        wanted = _wanted(query.tree)
    wide = _some(query.tree, wanted)
    joined = any(map(compound, wanted))
    if wide == query.tree and not joined:
        return Answer(query, _found(library, query, chosen, window, first))
    if any(map(_is_row, wanted)):
        fewer = without_missing(library, query, wanted) if joined else query
        if fewer is not query:
            return answer(library, fewer, chosen, window, first)
        query = replace(query, tree=wide)
        return Answer(query, _found(library, query, chosen, window, first))
    named = _named(library, query)
    everywhere = library.engine.count(query)
    if everywhere >= ENOUGH:
        ahead = named if window.sort == "relevance" else None
        return Answer(query, _found(library, replace(query, ahead=ahead), chosen, window, first))
    if not everywhere:
        fewer = without_missing(library, query, wanted)
        if fewer is not query:
            return _lacking_numbers(query, fewer, answer(library, fewer, chosen, window, first), first)
    ahead = named or _surely(query.tree)
    found = _found(library, replace(query, tree=wide, ahead=ahead), chosen, window, first)
    if found.total == found.ahead:
        return Answer(query, found)
    query = replace(query, tree=wide)
    written = Written(query.text)
    called = tuple(Wanted(as_typed(part, written), part, named or _surely(part)) for part in wanted)
    if not found.ahead:
        words = ", ".join(each.typed for each in called)
        told = (
            Message(
                "Of what is chosen nothing holds all of {words}; the nearest come first.", {"words": words}
            )
            if query.filters or chosen
            else Message("No document holds all of {words}; the nearest come first.", {"words": words})
        )
        query = replace(query, notices=(*query.notices, told))
    return Answer(query, found, complete=found.ahead, wanted=called)


def _lacking_numbers(query: Query, fewer: Query, answered: Answer, first: First) -> Answer:
    """The answer to a question that was searched without some of its numbers: nothing holds all of it."""
    written = Written(query.text)
    kept = parts_of(fewer.tree)
    lost: dict[Node, Wanted] = {
        word: Wanted(as_typed(part, written), part, _surely(part))
        for part in _wanted(query.tree)
        if part not in kept and (word := without_number(part)) in kept
    }
    if not lost:
        return answered
    wanted = answered.wanted or tuple(
        Wanted(as_typed(part, written), part, _surely(part)) for part in _wanted(fewer.tree)
    )
    return replace(
        answered,
        complete=len(first.matches),
        wanted=tuple(lost.get(each.part, each) for each in wanted),
    )


def lacking(library: Library, answered: Answer, ids: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    """What of the question each of these documents lacks, as it was typed, by its id.

    Of a concept in several words those that it lacks; where it has all of them translated, the concept in
    quotation marks.
    """
    written = Written(answered.query.text)

    def holding(whole: Node | None) -> Collection[str]:
        return library.engine.among(ids, Query(tree=whole))

    found: dict[str, list[str]] = {id: [] for id in ids}
    for name, part, whole in answered.wanted:
        words = part.apart if isinstance(part, Concept) else ()
        without = set(ids).difference(holding(whole))
        held = [(as_typed(each, written), holding(_surely(each))) for each in words] if without else []
        for id in without:
            missing = [word for word, holders in held if id not in holders]
            found[id] += missing or ([f"“{name}”"] if held else [name])
    return {id: tuple(names) for id, names in found.items()}


def finds(library: Library, query: Query) -> bool:
    """Whether any document has some of the words, and all that stands in quotation marks."""
    return library.engine.count(replace(query, tree=_some(query.tree, _wanted(query.tree)))) > 0


def _found(
    library: Library, query: Query, chosen: tuple[Filter, ...], window: Window, first: First
) -> Matches:
    """A page of the matches, the ``first`` before all others and counted with them."""
    ids = tuple(match.id for match in first.matches)
    tree, ahead = query.tree, query.ahead
    if first.ids and tree is not None:
        cited = Filter("id", first.ids, exact=True)
        tree, ahead = Any((tree, cited)), Any((ahead, cited)) if ahead else cited
    found = library.engine.search(
        replace(query, tree=tree, ahead=ahead, filters=(*query.filters, *chosen)),
        limit=window.offset + window.limit if ids else window.limit,
        offset=0 if ids else window.offset,
        sort=window.sort,
        facets=window.facets,
        explain=window.explain,
    )
    if not ids:
        return found
    others = (match for match in found.matches if match.id not in ids)
    return replace(found, matches=(*first.matches, *others)[window.offset : window.offset + window.limit])


# What is wanted, and may be let go ---------------------------------------------------------


def _wanted(tree: Node | None) -> list[Node]:
    return [part for part in parts_of(tree) if is_soft(part) and not isinstance(part, Should)]


def _surely(node: Node | None) -> Node | None:
    """The node without what may mean something else: third translations, families of translations."""
    match node:
        case Translated(alternatives=others) | Concept(alternatives=others):
            return replace(node, alternatives=tuple(each for each in others if each.weight >= SURE))
        case All(parts) | Any(parts):
            return replace(node, parts=tuple(filter(None, map(_surely, parts))))
        case _:
            return node


def _named(library: Library, query: Query) -> Node | None:
    """The one concept that is asked for in several words, as a whole: any of its names, or what is about it.

    *Castigo corporal* is not where "lenguaje corporal" and "castigo" stand. None where nothing names it.
    """
    concept = query.tree
    if not isinstance(concept, Concept) or not concept.apart or not isinstance(concept.leaf, Phrase):
        return None
    whole = _surely(replace(concept, typed=concept.leaf, apart=()))
    named = Any(tuple(filter(None, (whole, Filter("topic", (concept.id,), exact=True)))))
    return named if library.engine.count(replace(query, tree=named)) else None


def _is_row(part: Node) -> bool:
    return isinstance(part, Any) and part.row


def _some(tree: Node | None, wanted: Sequence[Node]) -> Node | None:
    """The tree with some of the wanted words instead of all, those that name a concept together too."""
    if not wanted:
        return tree
    others = tuple(part for part in parts_of(tree) if part not in wanted)
    return all_of((any_of([_loosened(part) for part in wanted]), *others))


def _loosened(part: Node) -> Node:
    """A concept that was typed in several words matches, and is scored, by each of them too."""
    match part:
        case Concept(apart=apart) if apart:
            return replace(part, typed=Any(apart))
        case Any(parts, row=True):
            return replace(part, parts=tuple(map(_loosened, parts)))
        case _:
            return part


def _with_names_apart(library: Library, node: Node | None) -> Node | None:
    """A long question with the words of a body's name, each for itself, where nothing holds the name."""
    match node:
        case All(parts):
            return all_of(tuple(filter(None, (_with_names_apart(library, part) for part in parts))))
        case Any(parts, row=True):
            rows = (_named_or_apart(library, part) for part in parts)
            return replace(node, parts=tuple(each for row in rows for each in row))
        case _:
            return node


def _named_or_apart(library: Library, part: Node) -> tuple[Node, ...]:
    if isinstance(part, Translated) and part.apart and not library.engine.count(Query(tree=part)):
        return part.apart
    return (part,)
