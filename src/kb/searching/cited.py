"""The documents that a question cites: they come first, and the answer to its other words behind them.

The words of a reference are not wanted as words. What other documents may call the text is: it counts for
the score beside other words, and alone it finds the documents that speak of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from kb.citing import Cited, find, held_at, notices
from kb.engines import PASSAGES, Match
from kb.errors import NotHeld
from kb.library import Library
from kb.messages import Message
from kb.query.references import Reference, covers, references
from kb.query.tree import All, Any, Filter, Near, Node, Phrase, Query, Should, Word, all_of, any_of
from kb.query.wording import narrowed
from kb.text.words import folded_words, telling_words

_ADDRESS = re.compile(r"(?<![\w#-])([a-z0-9][\w-]{1,120})#([\w.-]{1,60})", re.IGNORECASE)
_KEPT_BEFORE = ("-", "=", ":")  # what stands before a reference that is excluded, wanted so, or a value
_COMMENTS = ("general comment", "general recommendation", "observación general", "recomendación general")
_PLACE = re.compile(r"(art|p)(\d+)")
_WRITTEN = {"art": ("article", "art", "articulo"), "p": ("paragraph", "para", "parrafo", "parr")}
_BESIDE = 3  # words, over the full stop of "art."
_WITHIN = 4  # words, between "general comment" and its number
_MOST_PASSAGES = 12  # of a document that is cited


@dataclass(frozen=True, slots=True)
class Lead:
    """What a question cites."""

    cited: tuple[Cited, ...]
    rest: str  # the question without its references
    alone: bool  # it is nothing else

    @property
    def documents(self) -> frozenset[str]:
        """The ids of the texts that are cited and held."""
        return frozenset(each.document for each in self.cited if each.document)

    def notices(self, language: str) -> tuple[Message, ...]:
        """What is to say of the references, once each."""
        return notices(self.cited, language)

    def beside(self, tree: Node | None) -> Node | None:
        """The tree of the other words, with what the cited texts are called beside it."""
        called = [
            any_of(names)
            for names in dict.fromkeys(_called(each.reference, alone=tree is None) for each in self.cited)
            if names
        ]
        if not called:
            return tree
        if tree is None:
            places = dict.fromkeys(place for each in self.cited if (place := _placed(each.reference)))
            return all_of((any_of(called), *map(Should, places)))
        parts = tree.parts if isinstance(tree, All) else (tree,)
        return All((*parts, *map(Should, called)))

    def first(self, library: Library, query: Query) -> tuple[Match, ...]:
        """The cited documents that the filters leave, digests where the text itself is not held."""
        places: dict[str, list[int]] = {}
        for each in self.cited:
            if found := each.document or each.digest:
                places.setdefault(found, []).extend(each.passages)
        if not places:
            return ()
        only = Filter("id", tuple(places), exact=True)
        tree = All((only, Should(query.tree))) if query.tree else only
        found_ = library.engine.search(replace(query, tree=tree), limit=len(places), facets=()).matches
        passages = {match.id: match.passages for match in found_}
        return tuple(
            Match(id, 0.0, tuple(dict.fromkeys(cited))[:_MOST_PASSAGES] or passages[id][:PASSAGES])
            for id, cited in places.items()
            if id in passages
        )


def lead(library: Library, text: str, language: str) -> Lead:
    """What the question cites, found in the library."""
    plain = narrowed(text)
    found = [each for each in references(plain) if _before(text, each.span[0]) != "-"]
    cited = [find(library, each, language) for each in found]
    addressed = list(_addressed(library, text))
    cited = [*addressed, *(each for each in cited if not _lies_in(each.reference, addressed))]
    spans = [each.reference.span for each in cited if not _is_kept(text, each.reference.span[0])]
    alone = covers(plain, [each.reference for each in cited])
    rest = "" if alone and len(spans) == len(cited) else _without(text, spans)
    return Lead(tuple(cited), rest, alone)


def _addressed(library: Library, text: str) -> Iterator[Cited]:
    """The passages whose addresses were typed as kb writes them: "crc-c-gc-14#p36"."""
    for match in _ADDRESS.finditer(text):
        with suppress(NotHeld):
            yield held_at(library, match[1], match[2], match[0], match.span())


def _lies_in(reference: Reference, others: Sequence[Cited]) -> bool:
    start, end = reference.span
    spans = (each.reference.span for each in others)
    return any(first < end and start < last for first, last in spans)


def _before(text: str, place: int) -> str:
    return text[place - 1] if place else ""


def _is_kept(text: str, place: int) -> bool:
    """Whether a reference stands in quotation marks or is the value of a field: then its words are wanted."""
    quoted = sum(text.count(mark, 0, place) for mark in '"“”«»„') % 2
    return bool(quoted) or _before(text, place) in _KEPT_BEFORE


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in sorted(set(spans), reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text


def _called(reference: Reference, *, alone: bool) -> tuple[Node, ...]:
    """How other documents may name a text: as it was typed, by its symbol, by its number.

    An abbreviation that is asked for ``alone`` brings the other names of its concept.
    """
    instrument = reference.instrument
    called = filter(None, (reference.named, *instrument.symbols))
    names: list[Node] = [_leaf(name, exact=not alone) for name in called]
    if instrument.number is not None:
        for kind in _COMMENTS:
            words = (*folded_words(kind), str(instrument.number))
            names.append(Near(words, _WITHIN))
    return tuple(dict.fromkeys(names))


def _placed(reference: Reference) -> Node | None:
    """The place that is cited, as other documents write it: "art. 3", "artículo 3", "para. 36"."""
    place = _PLACE.fullmatch(reference.places[-1]) if reference.places else None
    if place is None:
        return None
    return Any(tuple(Near((word, place[2]), _BESIDE) for word in _WRITTEN[place[1]]))


def _leaf(name: str, *, exact: bool) -> Word | Phrase:
    words = telling_words(name)
    return Phrase(words) if len(words) > 1 else Word(words[0], exact)
