"""Words that were typed as one and stand as two in the documents: *xrays*, *wellbeing*, *nongovernmental*.

A word that hardly any document holds is looked for in two parts, where documents have these side by side or
with a hyphen. Which parts, the documents say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kb.library import Library
from kb.query.tree import All, Alternative, Any, Node, Phrase, Query, Should, Translated, Word
from kb.query.weights import TRANSLATED
from kb.text.words import is_stop_word

_FEW = 2  # documents; a word that more of them have is written so here
_SHORTEST = 5  # letters of a word, and of the longest its parts are looked for: time is bounded
_LONGEST = 40
_SHORTEST_PART = 2  # letters, but for x


def joined(library: Library, query: Query) -> Query:
    """The question with the two words that a typed one is in the documents beside it."""
    return replace(query, tree=_with(library, query.tree)) if query.tree else query


def parts(library: Library, word: str) -> tuple[str, str] | None:
    """Two words that documents have side by side, and that a word is without a space; a long first one."""
    for place in range(len(word) - _SHORTEST_PART, 0, -1):
        pair = word[:place], word[place:]
        telling = not any(map(is_stop_word, pair)) and (place >= _SHORTEST_PART or word[0] == "x")
        if telling and library.engine.count(Query(tree=Phrase(pair))):
            return pair
    return None


def _with(library: Library, node: Node) -> Node:
    match node:
        case Word() if others := tuple(_apart(library, node)):
            return Translated(node, others)
        case Translated(typed=Word() as word, alternatives=others):
            return replace(node, alternatives=(*_apart(library, word), *others))
        case All(inner) | Any(inner):
            return replace(node, parts=tuple(_with(library, part) for part in inner))
        case Should(part):
            return Should(_with(library, part))
        case _:
            return node


def _apart(library: Library, word: Word) -> Iterator[Alternative]:
    folded = word.folded
    if word.exact or not folded.isalpha() or not _SHORTEST <= len(folded) <= _LONGEST:
        return
    if library.engine.count(Query(tree=word)) <= _FEW and (pair := parts(library, folded)):
        yield Alternative(Phrase(pair, language=word.language), " ".join(pair), "", TRANSLATED, shown=False)
