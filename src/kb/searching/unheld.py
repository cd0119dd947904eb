"""Names of several words that a question has in capitals and no document holds: "Casa Alianza", "CBP One"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kb import places
from kb.library import Library
from kb.messages import Message
from kb.query.excluding import expanded
from kb.query.telling import is_sentence
from kb.query.tree import Concept, Node, Phrase, Query, Translated, Word, leaves, words_of
from kb.text.letters import UPPER
from kb.text.words import telling_words

_CAPITALISED = rf"[{UPPER}][^\W\d_{UPPER}]+"
_PART = rf"(?:{_CAPITALISED}|[{UPPER}]{{2,6}}(?![^\W\d_]))"
_SMALL = r"(?:(?:de|del|la|las|los|el|y|in|of|the|and|for)\s){0,2}"
_NAME = re.compile(rf"(?<![\w:\"“«-]){_PART}(?:\s{_SMALL}{_PART})+(?![\w\"”»-])")
_FIRST = re.compile(rf"{_PART}\s(?P<small>{_SMALL})")
_LONGEST = 300  # characters of a question


def unheld(library: Library, query: Query) -> Iterator[Message]:
    """That nothing holds such a name as it is written, where its words say nothing else together.

    ``query`` was understood: a name that is a concept's is found by its other names, too, and that of a body
    by those of the body.
    """
    text = query.text[:_LONGEST]
    known = list(expanded(query.tree))
    for match in _NAME.finditer(text):
        name = _without_opening(match[0], text) if match.start() == 0 else match[0]
        words = telling_words(name)
        if len(words) > 1 and re.search(_CAPITALISED, name) and not _is_held(library, words, known):
            yield Message("Nothing holds {words} as it is written; its parts were searched.", {"words": name})


def _without_opening(name: str, text: str) -> str:
    """A name that begins a question without what is in capitals because it stands there."""
    first = _FIRST.match(name)
    rest = name[first.end() :] if first else ""
    if is_sentence(text) or (first and first["small"] and (places.is_place(rest) or rest.isupper())):
        return rest
    return name


def _is_held(library: Library, words: Sequence[str], known: Sequence[Concept | Translated]) -> bool:
    """Whether a document has the words side by side, or they are part of what is found otherwise."""
    for each in known:
        typed = _words(each.typed)
        if len({*typed} & {*words}) > 1:
            return isinstance(each, Concept) or library.engine.count(Query(tree=each)) > 0
        if {*typed} <= {*words} and places.every_name(" ".join(typed)):
            return True
    return any(library.engine.count(Query(tree=Phrase(row))) for row in _called(words, known))


def _called(words: Sequence[str], known: Sequence[Concept | Translated]) -> Iterator[tuple[str, ...]]:
    """The words, also with another acronym of a body in the place of one."""
    yield tuple(words)
    for each in known:
        for other in each.alternatives if isinstance(each.typed, Word) else ():
            if isinstance(other.leaf, Word) and not other.language:
                row = (other.leaf.folded if word in _words(each.typed) else word for word in words)
                yield tuple(row)


def _words(typed: Node) -> tuple[str, ...]:
    """The words that a concept or body was typed as."""
    found: dict[str, None] = {}
    for leaf in leaves(typed):
        if isinstance(leaf, Word | Phrase):
            found |= dict.fromkeys(words_of(leaf))
    return tuple(found)
