"""The documents that a question cites: they come first, and the answer to its other words behind them.

The words of a reference are not wanted as words. What other documents may call the text is: it counts for
the score beside other words, and alone it finds the documents that speak of the text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from kb.citing import Cited, find_all, held_at, notices
from kb.engines import PASSAGES, Match
from kb.errors import NotHeld
from kb.library import Library
from kb.messages import Message
from kb.query import mentions
from kb.query.references import Reference, covers, references
from kb.query.tree import All, Filter, Not, Query, Should, parts_of
from kb.query.wording import narrowed

_ADDRESS = re.compile(r"(?<![\w#-])([a-z0-9][\w-]{1,120})#([\w.-]{1,60})", re.IGNORECASE)
_KEPT_BEFORE = ("-", "=", ":")  # what stands before a reference that is excluded, wanted so, or a value
_MOST_PLACES = 4  # in a list, that are looked for in what speaks of a text
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

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the cited documents, of digests where the text itself is not held."""
        return tuple(dict.fromkeys(filter(None, (each.document or each.digest for each in self.cited))))

    def notices(self, language: str) -> tuple[Message, ...]:
        """What is to say of the references, once each."""
        return notices(self.cited, language)

    def beside(self, query: Query, *, expand: bool, off: Collection[str] = ()) -> Query:
        """The question of the other words, with what the cited texts are called beside it.

        Alone they find the documents that speak of the text, first those that speak of the place.
        """
        references = [each.reference for each in self.cited]
        called = [name for each in references for name in mentions.names(each, expand=expand, off=off)]
        places = [place for each in references[:_MOST_PLACES] for place in mentions.place(each)]
        counting = tuple(dict.fromkeys((*called, *places)))
        if query.tree is not None:
            return replace(query, tree=All((*parts_of(query.tree), *counting))) if counting else query
        wanted = mentions.naming(called)
        if wanted is None:
            return query
        # What is not missing has to be there, and counts nothing for it.
        return replace(query, tree=All((Not(Not(wanted)), *counting)), ahead=mentions.naming(places))

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
    cited = find_all(library, found, language)
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
    opened = text.rfind("(", 0, place)
    listed = opened > text.rfind(")", 0, place) and _before(text, opened) == ":"  # symbol:(A/1 A/2)
    return bool(quoted) or listed or _before(text, place) in _KEPT_BEFORE


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in sorted(set(spans), reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text
