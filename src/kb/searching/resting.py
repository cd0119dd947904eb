"""What rests on a text that is cited and not held: concepts whose legal basis is that text or place.

Where nothing here speaks of the text, its concepts are searched, so that "art. 36 VCCR" leads to what is
held on consular notification.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kb.library import Library
from kb.messages import Message, Named
from kb.query.parse import parse
from kb.query.references import Reference, references
from kb.query.tree import Query
from kb.query.understand import understand
from kb.searching.cited import Lead
from kb.thesaurus import LANGUAGES, Thesaurus

_MOST = 6  # concepts


def resting(library: Library, led: Lead, query: Query, *, language: str, expand: bool) -> Query:
    """The question with what rests on the texts that it cites, where it cites nothing that is here."""
    if not led.alone or not led.cited or led.ids:
        return query  # before the legal bases are read, which takes longer than a search
    found = concepts(library.thesaurus, [each.reference for each in led.cited])
    if not found:
        return query
    label = library.thesaurus.label
    named = Named({each: ", ".join(label(id, each) for id in found) for each in LANGUAGES})
    if library.engine.count(query):
        told = Message("What rests on it: {concepts}.", {"concepts": named})
        return replace(query, notices=(*query.notices, told))
    told = Message(
        "Nothing here speaks of it; what rests on it was searched: {concepts}.", {"concepts": named}
    )
    instead = parse(" OR ".join(f'"{label(id, language)}"' for id in found))
    tree = understand(instead, library.thesaurus, library.lexicon, expand=expand).tree
    return replace(query, tree=tree, ahead=None, notices=(*query.notices, told))


def concepts(thesaurus: Thesaurus, cited: Sequence[Reference]) -> tuple[str, ...]:
    """The ids of the concepts whose legal basis is what is cited.

    Where there are none of that very place, those of the text as a whole; of a text without a place, those
    of any place of it.

    >>> from kb.thesaurus import load
    >>> concepts(load(), references("VCCR art. 36"))
    ('consular-protection', 'consular-notification')
    """
    same, near = [], []
    for concept in thesaurus.concepts.values():
        bases = [base for text in concept.basis for base in references(text)]
        pairs = [
            (base.places, each.places)
            for each in cited
            for base in bases
            if base.instrument.is_same(each.instrument)
        ]
        if any(base == place or not {*base}.isdisjoint(place) for base, place in pairs):
            same.append(concept.id)
        elif not all(base and place for base, place in pairs):
            near.append(concept.id)
    return tuple(same or near)[:_MOST]
