"""The words of a question that nothing holds: it is searched without them, and they are named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

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
    parts_of,
)
from kb.query.typed import as_typed
from kb.query.wording import Written
from kb.searching.unnumbered import without_number

_TELLING_PART = 3  # letters or digits of a word that is looked for alone, where its compound is nowhere


def without_missing(library: Library, query: Query, wanted: Sequence[Node]) -> Query:
    """The question without the words that nothing holds, where it has others; a compound by its parts."""

    def occurs(part: Node) -> bool:
        return library.engine.count(Query(tree=part, filters=query.filters)) > 0

    missing = [part for part in wanted if not occurs(part)]
    alone = len(wanted) == 1
    parts = {part: tuple(_apart(part, alone=alone)) for part in missing}
    apart = {part: tuple(filter(occurs, parts[part])) for part in missing}
    gone = {part: _gone(part, parts[part], apart[part]) for part in missing}
    kept = tuple(
        each for part in parts_of(query.tree) for each in (apart[part] if part in missing else (part,))
    )
    telling = [part for part in kept if not isinstance(part, Not | Should | Filter)]
    hard = [part for part in telling if not is_soft(part)]
    if not missing or not telling or not all(map(occurs, hard)):
        return query
    words = Written(query.text)
    notices = list(query.notices)
    if listed := ", ".join(as_typed(each, words) for part in missing for each in gone[part]):
        told = (
            Message("Of what is chosen nothing holds {words}; searched without.", {"words": listed})
            if query.filters
            else Message("Nothing holds {words}; searched without.", {"words": listed})
        )
        notices.append(told)
    parted = [part for part in missing if not gone[part]]
    if listed := ", ".join(as_typed(part, words) for part in parted if without_number(part)):
        told = Message("Nothing holds {words}; searched without the number.", {"words": listed})
        if query.filters:
            told = Message(
                "Of what is chosen nothing holds {words}; searched without the number.", {"words": listed}
            )
        notices.append(told)
    if listed := ", ".join(as_typed(part, words) for part in parted if not without_number(part)):
        told = Message("Nothing holds {words} as it is written; its parts were searched.", {"words": listed})
        notices.append(told)
    return replace(query, tree=all_of(kept), notices=tuple(notices))


def is_soft(node: Node) -> bool:
    """Whether the node is made of words that were typed without quotation marks."""
    match node:
        case Word() | Prefix() | Fuzzy():
            return True
        case Phrase():
            return node.soft
        case Concept(typed=typed) | Translated(typed=typed):
            return is_soft(typed)
        case All(parts) | Any(parts):
            return all(map(is_soft, parts))
        case Should(part):
            return is_soft(part)
        case _:  # a date that was said in words has a value
            return isinstance(node, Filter) and node.field == "published" and bool(node.values)


def compound(part: Node) -> Phrase | None:
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
    elif joined := compound(part):
        long = [word for word in joined.words if len(word) >= _TELLING_PART]
        telling = [word for word in long if word.isalpha()]
        yield from map(Word, telling or (long if alone else ()))


def _gone(part: Node, parts: Sequence[Node], held: Sequence[Node]) -> Sequence[Node]:
    """What is let go: words of a concept that are nowhere; all of it where none of its words is held."""
    if not held:
        return [part]
    return [each for each in parts if each not in held] if isinstance(part, Concept) else []
