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

from collections.abc import Collection, Iterator, Mapping, Sequence
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
    Fuzzy,
    Node,
    Not,
    Phrase,
    Prefix,
    Query,
    Should,
    Translated,
    Word,
    all_of,
    any_of,
)
from kb.query.wording import Written
from kb.searching.unnumbered import without_number

ENOUGH = 10  # documents with all the words: about a page
SURE = 0.45  # what another word has to count at least, to stand for one that was typed
_TELLING_PART = 3  # letters or digits of a word that is looked for alone, where its compound is nowhere


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
    joined = any(map(_compound, wanted))
    if wide == query.tree and not joined:
        return Answer(query, _found(library, query, chosen, window, first))
    if any(map(_is_row, wanted)):
        fewer = _without_missing(library, query, wanted) if joined else query
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
        fewer = _without_missing(library, query, wanted)
        if fewer is not query:
            return _lacking_numbers(query, fewer, answer(library, fewer, chosen, window, first), first)
    ahead = named or _surely(query.tree)
    found = _found(library, replace(query, tree=wide, ahead=ahead), chosen, window, first)
    if found.total == found.ahead:
        return Answer(query, found)
    query = replace(query, tree=wide)
    written = Written(query.text)
    called = tuple(Wanted(spoken(part, written), part, named or _surely(part)) for part in wanted)
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
    kept = _parts(fewer.tree)
    lost: dict[Node, Wanted] = {
        word: Wanted(spoken(part, written), part, _surely(part))
        for part in _wanted(query.tree)
        if part not in kept and (word := without_number(part)) in kept
    }
    if not lost:
        return answered
    wanted = answered.wanted or tuple(
        Wanted(spoken(part, written), part, _surely(part)) for part in _wanted(fewer.tree)
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
        held = [(spoken(each, written), holding(_surely(each))) for each in words] if without else []
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


def _parts(tree: Node | None) -> tuple[Node, ...]:
    return tree.parts if isinstance(tree, All) else (tree,) if tree else ()


def _wanted(tree: Node | None) -> list[Node]:
    return [part for part in _parts(tree) if _is_soft(part) and not isinstance(part, Should)]


def _is_soft(node: Node) -> bool:
    """Whether the node is made of words that were typed without quotation marks."""
    match node:
        case Word() | Prefix() | Fuzzy():
            return True
        case Phrase():
            return node.soft
        case Concept(typed=typed) | Translated(typed=typed):
            return _is_soft(typed)
        case All(parts) | Any(parts):
            return all(map(_is_soft, parts))
        case Should(part):
            return _is_soft(part)
        case _:  # a date that was said in words has a value
            return isinstance(node, Filter) and node.field == "published" and bool(node.values)


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
    others = tuple(part for part in _parts(tree) if part not in wanted)
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


def _without_missing(library: Library, query: Query, wanted: Sequence[Node]) -> Query:
    """The question without the words that nothing holds, where it has others; a compound by its parts."""

    def occurs(part: Node) -> bool:
        return library.engine.count(Query(tree=part, filters=query.filters)) > 0

    missing = [part for part in wanted if not occurs(part)]
    alone = len(wanted) == 1
    parts = {part: tuple(_apart(part, alone=alone)) for part in missing}
    apart = {part: tuple(filter(occurs, parts[part])) for part in missing}
    gone = {part: _gone(part, parts[part], apart[part]) for part in missing}
    kept = tuple(
        each for part in _parts(query.tree) for each in (apart[part] if part in missing else (part,))
    )
    telling = [part for part in kept if not isinstance(part, Not | Should | Filter)]
    hard = [part for part in telling if not _is_soft(part)]
    if not missing or not telling or not all(map(occurs, hard)):
        return query
    words = Written(query.text)
    notices = list(query.notices)
    if listed := ", ".join(spoken(each, words) for part in missing for each in gone[part]):
        told = (
            Message("Of what is chosen nothing holds {words}; searched without.", {"words": listed})
            if query.filters
            else Message("Nothing holds {words}; searched without.", {"words": listed})
        )
        notices.append(told)
    parted = [part for part in missing if not gone[part]]
    if listed := ", ".join(spoken(part, words) for part in parted if without_number(part)):
        told = Message("Nothing holds {words}; searched without the number.", {"words": listed})
        if query.filters:
            told = Message(
                "Of what is chosen nothing holds {words}; searched without the number.", {"words": listed}
            )
        notices.append(told)
    if listed := ", ".join(spoken(part, words) for part in parted if not without_number(part)):
        told = Message("Nothing holds {words} as it is written; its parts were searched.", {"words": listed})
        notices.append(told)
    return replace(query, tree=all_of(kept), notices=tuple(notices))


def _compound(part: Node) -> Phrase | None:
    """The words that were typed joined by marks, if the part is such; no phrase of a language."""
    typed = part.typed if isinstance(part, Translated) else part
    return typed if isinstance(typed, Phrase) and not typed.language else None


def _apart(part: Node, *, alone: bool) -> Iterator[Node]:
    """The words of a concept beside others, or those of a compound that say something by themselves.

    Of a compound that is asked for ``alone`` and has no such words its long numbers.
    """
    if isinstance(part, Concept):
        yield from () if alone else part.apart
    elif isinstance(part, Translated) and part.apart:
        yield from part.apart
    elif word := without_number(part):
        yield word
    elif joined := _compound(part):
        long = [word for word in joined.words if len(word) >= _TELLING_PART]
        telling = [word for word in long if word.isalpha()]
        yield from map(Word, telling or (long if alone else ()))


def _gone(part: Node, parts: Sequence[Node], held: Sequence[Node]) -> Sequence[Node]:
    """What is let go: words of a concept that are nowhere; all of it where none of its words is held."""
    if not held:
        return [part]
    return [each for each in parts if each not in held] if isinstance(part, Concept) else []


def spoken(part: Node, words: Written) -> str:
    """A part of a question as it was typed."""
    match part:
        case Concept(leaf=leaf):
            told = spoken(leaf, words)
        case Translated(typed=typed):
            told = spoken(typed, words)
        case Word(folded):
            told = words.word(folded)
        case Prefix(folded):
            told = f"{words.word(folded)}*"
        case Fuzzy(folded):
            told = f"{words.word(folded)}~"
        case Any(parts):
            told = " / ".join(spoken(each, words) for each in parts if not isinstance(each, Filter))
        case All(parts):
            told = " ".join(spoken(each, words) for each in parts)
        case Not(inner) | Should(inner):
            told = spoken(inner, words)
        case Filter():
            told = ", ".join(part.values)
        case _:
            told = words.row(part.words)
    return told
