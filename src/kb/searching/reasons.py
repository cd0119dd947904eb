"""Why a hit is where it is, in plain words: what of the question it holds, where, and what that counts.

The numbers are the engine's own: the shares of which the score is the sum (``kb.engines.ranking``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kb.answers import Reason
from kb.engines import Share
from kb.messages import Message
from kb.query import mentions
from kb.query.matching import Marker
from kb.query.references import Reference
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
    Word,
)
from kb.records import Document
from kb.text.words import telling_words, terms
from kb.thesaurus import Thesaurus

_MOST = 8  # reasons; what is left is summed up
_LEAST = 0.01  # of the score
_WHERE = {
    "title": Message("in the title"),
    "passage": Message("in its best passage"),
    "heading": Message("in a heading"),
    "document": Message("in the document as a whole"),
    "symbol": Message("in its symbol"),
    "digest": Message("in the symbol of what it is a digest of"),
}
_REST = Message("all else")

Names = Mapping[Leaf, Message]


def reasons(
    shares: Iterable[Share], names: Names, thesaurus: Thesaurus, language: str, document: Document
) -> tuple[Reason, ...]:
    """What made the score of a document, the weightiest first; their shares add up to 1."""
    sums: dict[tuple[object, str], float] = defaultdict(float)
    texts: dict[tuple[object, str], Message] = {}
    for leaf, part, topic, score in shares:
        place = part if leaf is None else _place(leaf, part, document)
        if leaf is None:
            text = Message('its topic, "{label}"', {"label": thesaurus.label(topic or "", language)})
        else:
            text = Message("{what} {where}", {"what": named(leaf, names), "where": _WHERE[place]})
        key = str(text.values.get("what", text)), place
        sums[key] += score
        texts[key] = text
    total = sum(sums.values())
    if not total:
        return ()
    ordered = sorted(sums, key=lambda key: (-sums[key], key))
    telling = [key for key in ordered if sums[key] >= _LEAST * total][:_MOST]
    found = [Reason(texts[key], sums[key] / total) for key in telling]
    rest = 1 - sum(each.share for each in found)
    return tuple(found) if rest < _LEAST else (*found, Reason(_REST, rest))


def _place(leaf: Leaf, place: str, document: Document) -> str:
    """Where a leaf stands; what is searched as the title has the symbol with it."""
    if place != "title" or Marker((leaf,)).marks(document.title, document.language):
        return place
    return "digest" if document.digest_of else "symbol"


def leaf_names(query: Query, cited: Iterable[Reference], thesaurus: Thesaurus, language: str) -> Names:
    """How to call each leaf of a question: by what was typed or cited, or what it was added for."""
    typed = {term.folded: query.text[term.start : term.end].lower() for term in terms(query.text, "")}
    found: dict[Leaf, Message] = {}
    for reference in cited:
        called, placed = mentions.spoken(reference)
        for leaf, words in called.items():
            found.setdefault(leaf, Message('"{words}" (the text that is cited)', {"words": words}))
        for leaf, words in placed.items():
            found.setdefault(leaf, Message('"{words}" (the place that is cited)', {"words": words}))
    _name(query.tree, typed, thesaurus, language, found)
    return found


def named(leaf: Leaf, names: Names) -> Message:
    """How to call a leaf; one that the question does not have is two of its words side by side."""
    if leaf in names:
        return names[leaf]
    if isinstance(leaf, Word):  # the very form that was typed
        return names.get(replace(leaf, exact=False), _quoted(leaf.folded))
    typed = {
        each.folded: str(name.values["words"])
        for each, name in names.items()
        if isinstance(each, Word) and name.values.keys() == {"words"}
    }
    return Message('"{words}" side by side', {"words": _words(leaf, typed)})


def _name(
    node: Node | None,
    typed: Mapping[str, str],
    thesaurus: Thesaurus,
    language: str,
    found: dict[Leaf, Message],
) -> None:
    match node:
        case Word() | Phrase() | Near() | Prefix() | Fuzzy():
            found.setdefault(node, _typed(node, typed))
        case Concept():
            _name(node.typed, typed, thesaurus, language, found)
            if isinstance(node.leaf, Word):
                found.setdefault(node.leaf, _typed(node.leaf, typed))
            label = thesaurus.label(node.id, language)
            for other in node.alternatives:
                name = Message(
                    '"{words}" (another name of "{label}")', {"words": other.label, "label": label}
                )
                was_typed = typed.keys() >= set(_folded(other.leaf))
                found.setdefault(other.leaf, _typed(other.leaf, typed) if was_typed else name)
        case Translated():
            _name(node.typed, typed, thesaurus, language, found)
            of = _words(node.typed, typed)
            for other in node.alternatives:
                name = Message('"{words}" (for "{typed}")', {"words": other.label, "typed": of})
                is_form = telling_words(other.label) == _folded(node.typed)
                found.setdefault(other.leaf, _typed(node.typed, typed) if is_form else name)
        case All(parts) | Any(parts):
            for part in parts:
                _name(part, typed, thesaurus, language, found)
        case Should(part):
            _name(part, typed, thesaurus, language, found)
        case _:
            return


def _typed(leaf: Leaf, typed: Mapping[str, str]) -> Message:
    words = _words(leaf, typed)
    match leaf:
        case Prefix():
            return Message('words that begin with "{words}"', {"words": words})
        case Fuzzy():
            return Message('words spelled almost like "{words}"', {"words": words})
        case Near():
            return Message('"{words}" near each other', {"words": words})
        case Phrase():
            return Message('"{words}" side by side', {"words": words})
        case _:
            return _quoted(words)


def _quoted(words: str) -> Message:
    return Message('"{words}"', {"words": words})


def _words(leaf: Leaf, typed: Mapping[str, str]) -> str:
    return " ".join(typed.get(word, word) for word in _folded(leaf))


def _folded(leaf: Leaf) -> tuple[str, ...]:
    return leaf.words if isinstance(leaf, Phrase | Near) else (leaf.folded,)
