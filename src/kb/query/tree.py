"""The query tree: what a question means, before any engine has seen it.

Words stand folded (lower case, no accents). A leaf says nothing of languages: an engine looks a
word up as a word of every language it holds, and a phrase in each language as a whole.

A question has a tree, which decides what matches, and filters, which narrow it. Ranking goes by
the *units* of the tree: what was typed, what the thesaurus put beside it, and which words stand
next to each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.messages import Message


@dataclass(frozen=True, slots=True)
class Word:
    """One word; ``exact`` means this folded form only, without its stem.

    With a ``language`` it is a word of that language and found in its texts alone: Spanish "pie" is a
    foot, the English one is eaten. In capitals and ``exact`` it is a small word printed as an acronym: "WHO".
    ``namesakes`` are words of its stem that are no forms of it: Lesbia is no lesbian.
    """

    folded: str
    exact: bool = False
    language: str = ""
    namesakes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row; stop words between them do not count (see ``kb.text.words.terms``).

    A ``soft`` one was typed without quotation marks ("27/2019") and may be let go where nothing has it: with
    a language as a whole ("gave birth"), else its words are looked for apart.
    """

    words: tuple[str, ...]
    exact: bool = False
    language: str = ""  # as of a Word
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """Words in any order, all within a window of ``within`` words (stop words not counted).

    An occurrence is a window that holds all the words, repeated ones as often, and no smaller
    window that does (minimal intervals: Clarke, Cormack and Burkowski 1995).
    """

    words: tuple[str, ...]
    within: int
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """All words that at most ``edits`` edits make of this one, the first letter kept.

    Where there are more than ``LIMIT`` in the vocabulary, those with the fewest edits, and then the
    first in alphabetical order, count. See ``kb.text.spelling``.
    """

    folded: str
    edits: int

    LIMIT = 256


@dataclass(frozen=True, slots=True)
class Prefix:
    """All words that begin so; at least two letters, at most ``LIMIT`` words of the vocabulary."""

    folded: str

    LIMIT = 256


Leaf = Word | Phrase | Near | Prefix | Fuzzy


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another way to say a concept, and how much less it counts than the typed words.

    The ``label`` of a form is the word that it is of: which forms there are some rules only guess.
    Without weight it is what the typed word is called in another language whose stem is the same: found
    as it was typed, and shown.
    """

    leaf: Word | Phrase
    label: str
    language: str
    weight: float
    shown: bool = True  # a misspelling or outdated term is searched and not put before people


@dataclass(frozen=True, slots=True)
class Concept:
    """Typed words that name a concept of the thesaurus, with its other names beside them."""

    id: str
    typed: Node
    leaf: Word | Phrase | Near  # the typed words as they would stand in a text
    alternatives: tuple[Alternative, ...]
    apart: tuple[Node, ...] = ()  # several words that were typed, each understood for itself


@dataclass(frozen=True, slots=True)
class Translated:
    """A typed word, or one with a hyphen, with its translations beside it, all counted as one word.

    ``apart`` are the words of a body's name, each for itself, where nothing holds the name.
    """

    typed: Word | Phrase
    alternatives: tuple[Alternative, ...]
    apart: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class All:
    """Every part must occur somewhere in the document."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part must occur.

    ``row``: the parts are the words of a long question in their order, so that neighbours may name
    a concept together; alternatives that were typed with OR never do.
    """

    parts: tuple[Node, ...]
    row: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    """The part must not occur anywhere in the document."""

    part: Node


@dataclass(frozen=True, slots=True)
class Should:
    """The part may occur or not; where it does, it counts for the score (Lucene's SHOULD).

    With ``where`` it counts, and is marked, only in the documents that match that.
    """

    part: Node
    where: Node | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """A property of the document: one of ``values``, or (``published``) a span of days yyyymmdd.

    ``field`` is one of FIELDS. ``exact`` compares whole values (ids, a facet value);
    otherwise all words of a value must be among the words of one value of the document. What was
    ``chosen`` among the values of a facet leaves the counts of that facet as they are.
    """

    field: str
    values: tuple[str, ...] = ()
    first: int | None = None
    last: int | None = None
    exact: bool = False
    chosen: bool = False


Node = Word | Phrase | Near | Prefix | Fuzzy | Concept | Translated | All | Any | Not | Should | Filter

FACETS = ("topic", "group", "kind", "country", "language", "publisher", "year")
NAMES = ("publisher", "organisation", "person", "place", "symbol", "subject")  # in filters alone
FIELDS = (*FACETS, *NAMES[1:], "id", "published")


@dataclass(frozen=True, slots=True)
class Query:
    """A question, ready for an engine. No tree: everything that the filters leave.

    Of the documents that match the tree those that match ``ahead`` too come first, in every order.
    """

    text: str = ""
    tree: Node | None = None
    ahead: Node | None = None
    filters: tuple[Filter, ...] = ()
    notices: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """What is scored as one term: leaves merged with a weight each, and the weight of the whole."""

    leaves: tuple[tuple[Leaf, float], ...]
    weight: float = 1.0
    topic: str | None = None  # a document about this concept counts as if it said so in its title
    where: Node | None = None  # in which documents it counts, if not in all; then it has no topic


def all_of(parts: Sequence[Node]) -> Node:
    """Every part is wanted; a part alone is itself."""
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def parts_of(tree: Node | None) -> tuple[Node, ...]:
    """The parts that are wanted together; what is no such whole is its one part."""
    return tree.parts if isinstance(tree, All) else (tree,) if tree else ()


def any_of(parts: Sequence[Node]) -> Node:
    """One of the parts is wanted; a part alone is itself."""
    return parts[0] if len(parts) == 1 else Any(tuple(parts))


def in_a_row(words: tuple[str, ...], language: str = "") -> Word | Phrase:
    """The words side by side; a word alone is itself."""
    return Phrase(words, language=language) if len(words) > 1 else Word(words[0], language=language)


def words_of(leaf: Word | Phrase) -> tuple[str, ...]:
    """The words of a leaf, folded."""
    return (leaf.folded,) if isinstance(leaf, Word) else leaf.words


def leaves(node: Node | None) -> Iterator[Leaf]:
    """Every leaf that any matching document may contain, typed ones first within a concept."""
    match node:
        case Word() | Phrase() | Near() | Prefix() | Fuzzy():
            yield node
        case Concept() | Translated():
            yield from leaves(node.typed)
            yield from (alternative.leaf for alternative in node.alternatives)
        case All() | Any():
            for part in node.parts:
                yield from leaves(part)
        case Should(part, where=None):
            yield from leaves(part)
        case _:
            return


def bound(node: Node | None) -> Iterator[Should]:
    """The parts that count in some documents only."""
    match node:
        case All() | Any():
            for part in node.parts:
                yield from bound(part)
        case Should(where=None):
            yield from bound(node.part)
        case Should():
            yield node
        case _:
            return
