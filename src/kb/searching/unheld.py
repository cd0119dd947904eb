"""Names of several words that a question has in capitals and no document holds: "Casa Alianza"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.library import Library
from kb.messages import Message
from kb.query.excluding import expanded
from kb.query.telling import is_sentence
from kb.query.tree import Node, Phrase, Query, Word, leaves
from kb.text.letters import UPPER
from kb.text.words import telling_words

_CAPITALISED = rf"[{UPPER}][^\W\d_{UPPER}]+"
_NAME = re.compile(
    rf"(?<![\w:\"“«-]){_CAPITALISED}(?:\s(?:(?:de|del|la|las|los|el|y|in|of|the|and|for)\s){{0,2}}{_CAPITALISED})+"
    r"(?![\w\"”»-])"
)
_LONGEST = 300  # characters of a question


def unheld(library: Library, query: Query) -> Iterator[Message]:
    """That nothing holds such a name as it is written, where its words say nothing else together.

    ``query`` was understood: a name that is a concept's is found by its other names, too.
    """
    text = query.text[:_LONGEST]
    together = [_words(each.typed) for each in expanded(query.tree)]
    for match in _NAME.finditer(text):
        name = match[0]
        if match.start() == 0 and is_sentence(text):
            name = name.partition(" ")[2]
        words = telling_words(name)
        known = any(len(each & {*words}) > 1 for each in together)
        if len(words) > 1 and not known and not library.engine.count(Query(tree=Phrase(words))):
            yield Message("Nothing holds {words} as it is written; its parts were searched.", {"words": name})


def _words(typed: Node) -> frozenset[str]:
    """The words that a concept was typed as."""
    found: set[str] = set()
    for leaf in leaves(typed):
        if isinstance(leaf, Word | Phrase):
            found.update((leaf.folded,) if isinstance(leaf, Word) else leaf.words)
    return frozenset(found)
