"""The stories of reading: one document or passage by its address, and the topics with their counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from difflib import get_close_matches

from kb.answers import Shown
from kb.citing import Cited, at, find, notices
from kb.errors import NotHeld
from kb.exporters import json
from kb.extractors.ids import further_ids, proposed_id, slug
from kb.library import Library
from kb.query.references import covers, references
from kb.query.tree import Query
from kb.records import Document, Passage
from kb.schema import SCHEMA, Json


@dataclass(frozen=True, slots=True)
class TopicCount:
    """A concept of the thesaurus, its label, and how many documents are about it."""

    id: str
    label: str
    count: int


def addresses(library: Library, typed: Sequence[str]) -> tuple[str, ...]:
    """The addresses in what was typed: several where each word is one, or where it cites several texts.

    ``crc-c-gc-22#p36 crc-c-gc-14`` are two, ``GC 22 para 36`` is one, ``GC 22 para 36, GC 14`` are two.
    """
    if all(_is_address(library, each) for each in typed):
        return tuple(typed)
    whole = " ".join(typed)
    found = references(whole)
    if covers(whole, found) and len({each.instrument.id for each in found}) > 1:
        return tuple(dict.fromkeys(each.typed for each in found))
    return (whole,)


def _is_address(library: Library, word: str) -> bool:
    if "#" in word or covers(word, references(word)):
        return True
    with suppress(NotHeld):
        return bool(library.store.resolve(slug(word)))
    return False


def show(library: Library, address: str, language: str = "en") -> Shown:
    """What an address leads to: ``crc-c-gc-22``, ``crc-c-gc-22#p36``, ``GC 22 para 36``.

    Raises:
        NotHeld: there is no such document or passage; the sentence names what comes near.
    """
    name, _, place = address.strip().partition("#")
    try:
        document = _document(library, _resolved(library, name))
    except NotHeld:
        if not (cited := _cited(library, address, language)):
            raise
        document = _document(library, cited[0].document or "")
        passages = dict.fromkeys(each for found in cited for each in found.passages)
        told = notices(cited, language)
        return Shown(document, tuple(document.passages[each] for each in passages), told)
    return Shown(document, _passages(document, place.lower()) if place else ())


def _document(library: Library, name: str) -> Document:
    document = library.store.document(name)
    twins = library.store.twins(document.id)
    return replace(document, twin=twins[0] if twins else None)


def _cited(library: Library, address: str, language: str) -> list[Cited]:
    """What a reference leads to, each place of a list or range; nothing where the address is none.

    Raises:
        NotHeld: the text that is cited is not here; the sentence offers a digest of it.
    """
    found = references(address)
    if not covers(address, found):
        return []
    library.follow()
    cited = [find(library, each, language) for each in found]
    first = cited[0].document
    if first is None:
        *_, last = cited[0].notices(language)
        raise NotHeld(last.template, **last.values)
    return [each for each in cited if each.document == first]


def _passages(document: Document, place: str) -> tuple[Passage, ...]:
    """The passage at a place; with a heading, everything it heads."""
    found = at(document, place)
    if not found:
        addresses = [each.address.lower() for each in document.passages]
        near = get_close_matches(place, addresses, n=3) or addresses[:1]
        raise NotHeld(
            '{id} has no passage "{place}"; near it: {near}.',
            id=document.id, place=place, near=", ".join(near),
        )  # fmt: skip
    return tuple(document.passages[each] for each in found)


def topics(library: Library, language: str = "en") -> list[TopicCount]:
    """Every concept that is a topic, the most used first; those without documents last."""
    library.follow()
    counts = library.engine.search(Query(), limit=1, facets=("topic",)).facets["topic"]
    listed = [
        TopicCount(each.id, library.thesaurus.label(each.id, language), counts.get(each.id, 0))
        for each in library.thesaurus.concepts.values()
        if each.topic
    ]
    return sorted(listed, key=lambda each: (-each.count, each.label))


def topics_record(found: Iterable[TopicCount], language: str) -> Json:
    """What ``topics`` gave as JSON, schema 1."""
    rows = [{"id": each.id, "label": each.label, "count": each.count} for each in found]
    return {"schema": SCHEMA, "language": language, "topics": rows}


def record(library: Library, shown: Shown, language: str = "en", *, contacts: bool = True) -> Json:
    """The whole record of what is shown, in the names of schema 1; contacts are personal data."""
    return json.shown_record(shown, library.thesaurus, language, contacts=contacts)


def export(
    library: Library, addresses: Iterable[str] = (), *, contacts: bool = False, language: str = "en"
) -> Iterator[Json]:
    """The records at these addresses, else all; contacts are personal data, left out unless asked for.

    Raises:
        NotHeld: an address leads to nothing.
    """
    for address in tuple(addresses) or library.store.ids():
        document = show(library, address, language).document
        yield json.record(document, library.thesaurus, language, contacts=contacts)


def _resolved(library: Library, name: str) -> str:
    """The id for an id, alias or symbol, however it is written."""
    wanted = slug(name)
    try:
        return library.store.resolve(wanted)
    except NotHeld:
        digest = next((each for each in library.store.ids() if wanted in _digested(library, each)), None)
        if digest:
            raise NotHeld(
                'There is no document "{name}" in this knowledge base, but a digest of it: {digest}.',
                name=name, digest=digest,
            ) from None  # fmt: skip
        near = get_close_matches(wanted, library.store.ids(), n=1, cutoff=0.6)
        if not near:
            raise
        raise NotHeld(
            'There is no document "{name}" in this knowledge base; perhaps you mean {near}.',
            name=name, near=near[0],
        ) from None  # fmt: skip


def _digested(library: Library, document_id: str) -> tuple[str, ...]:
    """The ids that the document which a digest is about would answer to."""
    if not document_id.startswith("digest-"):
        return ()
    about = library.store.summary(document_id).digest_of
    original = Document(symbol=about.symbol if about else None)
    return (proposed_id(original), *further_ids(original)) if original.symbol else ()
