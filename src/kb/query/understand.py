"""A parsed query, resolved and expanded: values of fields become ids, words meet their concepts.

Expansion is deterministic, needs nothing but the thesaurus, and is kept apart in the tree
(``Concept``), so that every view can say what was added and a reader can take it away
(``=word``, ``="a phrase"``, or ``expand=False``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from kb.messages import Message
from kb.query.bodies import Bodies
from kb.query.concepts import Concepts
from kb.query.days import contradictions
from kb.query.dictionary import Lexicon
from kb.query.excluding import LeftOutConcepts, LeftOutWords, expanded, left_out
from kb.query.fields import ONE_SPAN, Fields, NamesOf
from kb.query.numbers import Numbers
from kb.query.parse import LONGEST
from kb.query.resolving import Names, Resolver
from kb.query.said_dates import SaidDates
from kb.query.spoken import spoken
from kb.query.translating import Translating
from kb.query.tree import All, Concept, Filter, Node, Phrase, Query, Word, all_of, any_of
from kb.query.wording import Written, compounds, prepared
from kb.thesaurus import Thesaurus

_MOST_TOLD = 4  # names in a notice


def understand(
    query: Query,
    thesaurus: Thesaurus,
    lexicon: Lexicon | None = None,
    *,
    expand: bool = True,
    off: Collection[str] = (),
    organisations: NamesOf | None = None,
    countries: NamesOf | None = None,
    fields: Fields | None = None,
) -> Query:
    """The query with the values of its filters resolved, its concepts found and its words translated.

    What is left out is left out in both languages (``kb.query.excluding``).

    A value that means nothing (``country:atlantis``) is searched as words, with a notice. ``off`` are
    concepts (by id) and words (folded) to which nothing is to be added.
    """
    fields = fields or Fields(thesaurus, organisations if expand else None)
    resolver = Resolver(fields, None)
    if expand:
        text, off = query.text, frozenset(off)
        written = Written(text).words
        said = (spoken(text, lexicon), written, dict(compounds(text)), off)
        words = Translating(lexicon, *said) if lexicon else None
        out = LeftOutWords(lexicon, *said) if lexicon else None
        bodies = Bodies(thesaurus, lexicon, organisations, countries, written, off)
        numbers, dates = Numbers(prepared(text[:LONGEST]), words, off), SaidDates(text)
        excluded = Names(LeftOutConcepts(thesaurus, out, off), bodies, numbers, dates, out)
        asked = Names(Concepts(thesaurus, words, off), bodies, numbers, dates, words)
        resolver = Resolver(fields, asked, left_out=Resolver(fields, excluded))
    filters = list(_filters(query.filters, resolver))
    tree = resolver.node(query.tree) if query.tree else None
    known = [node for node in filters if isinstance(node, Filter)]
    return replace(
        query,
        tree=_with(tree, tuple(node for node in filters if not isinstance(node, Filter))),
        filters=tuple(known),
        notices=(*query.notices, *resolver.notices, *_told(tree), *contradictions(known)),
    )


def _filters(typed: Sequence[Filter], resolver: Resolver) -> Iterator[Node]:
    """What narrows the question: values of one field are alternatives, what means nothing is words.

    A filter holds values of one field or one span of days; other alternatives are parts of the tree.
    """
    rows: dict[str, list[Filter]] = {}
    for place, each in enumerate(typed):
        rows.setdefault(f"{place}" if each.field in ONE_SPAN else each.field, []).append(each)
    for row in rows.values():
        found = list(dict.fromkeys(map(resolver.filter, row)))
        yield from (node for node in found if isinstance(node, Word | Phrase))
        yield from _alternatives([node for node in found if not isinstance(node, Word | Phrase)])


def _alternatives(found: Sequence[Node]) -> Iterator[Node]:
    filters = [node for node in found if isinstance(node, Filter)]
    kinds = {(each.field, each.exact) for each in filters}
    if len(found) == len(filters) > 1 and len(kinds) == 1 and filters[0].field != "published":
        values = dict.fromkeys(value for each in filters for value in each.values)
        yield replace(filters[0], values=tuple(values))
    elif len(found) == 1 and isinstance(found[0], All):
        yield from found[0].parts
    elif found:
        yield any_of(found)


def _told(tree: Node | None) -> Iterator[Message]:
    """That more is left out than was typed."""
    names = list(dict.fromkeys(left_out(tree)))
    if names:
        listed = ", ".join(names[:_MOST_TOLD]) + (" …" if len(names) > _MOST_TOLD else "")
        yield Message(
            "Left out in the other language, too: {names}; with -=word only what is typed.",
            {"names": listed},
        )


def concepts(node: Node | None) -> Iterator[Concept]:
    """The concepts that were recognised, in the order of the question."""
    return (each for each in expanded(node) if isinstance(each, Concept))


def _with(tree: Node | None, more: tuple[Node, ...]) -> Node | None:
    parts = (tree, *more) if tree else more
    return all_of(parts) if parts else None
