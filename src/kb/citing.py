"""Where the texts that people cite are held: a reference -> a document and a place in it, or a digest.

A text is known by its symbol, else by a title that begins with its name. A digest is never the text
that it is about: it is offered, and said to be one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import takewhile

from kb.answers import Citation
from kb.errors import NotHeld
from kb.extractors.ids import slug
from kb.library import Library
from kb.messages import Message
from kb.query.cited_places import PAGES
from kb.query.instruments import Instrument, load
from kb.query.references import Reference, covers, references, titled
from kb.query.tree import Any, Filter, Phrase, Query, Word
from kb.records import DigestOf, Document, Passage
from kb.text.words import folded_words

_LOOKED_AT = 50  # documents whose titles are compared
_PARAGRAPH = re.compile(r"p[0-9].*")  # an address that a printed paragraph number gives
_ACTS = ("treaty", "law")  # kinds whose title may go on behind the name


@dataclass(frozen=True, slots=True)
class Cited:
    """What a reference leads to; ``place`` is the address inside the document."""

    reference: Reference
    document: str | None = None
    place: str | None = None
    passages: tuple[int, ...] = ()  # the passages at the place: one, or a heading and what it heads
    digest: str | None = None  # of a text that is not held
    others: tuple[Instrument, ...] = ()  # held texts of other committees, where none was named

    @property
    def address(self) -> str | None:
        """The whole address, as it can be typed."""
        return "#".join(filter(None, (self.document, self.place))) or None

    def citation(self, language: str) -> Citation:
        """The reference as an answer shows it."""
        return Citation(
            typed=self.reference.typed,
            instrument=self.reference.instrument.id,
            label=self.reference.label(language),
            address=self.address,
            digest=self.digest,
            uri=self.reference.instrument.uri,
        )

    def notices(self, language: str) -> Iterator[Message]:
        """What a reader has to know: which text was taken, and what is not here."""
        reference = self.reference
        text = reference.instrument.titles[language == "es"]
        values = {"reference": text, "typed": reference.typed, "id": self.document}
        if reference.assumed:
            yield Message(
                '"{typed}" names no committee; taken as: {reference}. To cite that of another, write for '
                "example CMW GC 2.",
                values,
            )
        if self.digest:
            yield Message(
                "{reference}: not in this knowledge base, but a digest of it is: {digest}.",
                {**values, "digest": self.digest},
            )
        elif self.document is None:
            yield Message("{reference}: not in this knowledge base.", values)
        if self.others:
            titles = "; ".join(each.titles[language == "es"] for each in self.others)
            yield Message("In this knowledge base are: {titles}.", {"titles": titles})
        if reference.places and reference.places[0].startswith(PAGES) and self.place == reference.places[-1]:
            yield Message(
                "{reference}: the document {id} has no pages; this is paragraph {number}.",
                {**values, "number": self.place[1:]},
            )


def notices(cited: Sequence[Cited], language: str) -> tuple[Message, ...]:
    """What is to say of several references, each once, and one sentence for places that a text lacks."""
    told = [notice for each in cited for notice in (*each.notices(language), *_cut(each, cited))]
    said = {str(notice): notice for notice in told}
    lacking: dict[str, list[Cited]] = {}
    for each in cited:
        if each.document and each.reference.places and each.place is None:
            lacking.setdefault(each.document, []).append(each)
    for id, found in lacking.items():
        title = found[0].reference.instrument.titles[language == "es"]
        places = [each.reference.printed[language == "es"] for each in found]
        none = Message(
            "{reference}: the document is {id}, but it has no such place.",
            {"reference": ", ".join((title, *places)), "id": id},
        )
        said[str(none)] = none
    return tuple(said.values())


def _cut(cited: Cited, others: Sequence[Cited]) -> Iterator[Message]:
    """That more places were typed than are looked up."""
    reference = cited.reference
    if reference.cut and cited.document:
        count = sum(each.reference.span == reference.span for each in others)
        yield Message(
            "{typed}: only a part of these places is looked up ({count}).",
            {"typed": reference.typed, "count": count},
        )


def find_all(library: Library, references: Sequence[Reference], language: str) -> list[Cited]:
    """What each reference leads to; a text with several places is looked up once."""
    texts: dict[Instrument, str | None] = {}
    for each in references:
        if each.instrument not in texts:
            texts[each.instrument] = _text(library, each)
    return [_found(library, each, texts[each.instrument], language) for each in references]


def find(library: Library, reference: Reference, language: str) -> Cited:
    """What ``reference`` leads to; a text in several languages in its own, else in ``language``."""
    return _found(library, reference, _text(library, reference), language)


def _text(library: Library, reference: Reference) -> str | None:
    return _by_symbol(library, reference) or _by_title(library, reference)


def _found(library: Library, reference: Reference, held: str | None, language: str) -> Cited:
    spoken = reference.language or language
    if held is None:
        digest = _digest(library, reference, spoken)
        others = _of_others(library, reference) if digest is None and reference.assumed else ()
        if len(others) == 1:
            return find(library, others[0], language)
        return Cited(reference, digest=digest, others=tuple(each.instrument for each in others))
    document = library.store.document(_in_language(library, held, spoken))
    if paged := _page(document, reference.places):
        return Cited(reference, document.id, document.passages[paged[0]].address, paged)
    place = _place(document, reference.places)
    return Cited(reference, document.id, place, at(document, place) if place else ())


def texts(library: Library, typed: str) -> tuple[str, ...]:
    """The ids of the documents that a citation leads to which is nothing else, by symbol or title."""
    cited = references(typed)
    if not covers(typed, cited):
        return ()
    found = (find(library, each, each.language).document for each in cited)
    return tuple(dict.fromkeys(id for id in found if id))


def held_at(library: Library, name: str, place: str, typed: str, span: tuple[int, int]) -> Cited:
    """What an address as kb writes it leads to.

    Raises:
        NotHeld: there is no such document.
    """
    document = library.store.document(library.store.resolve(slug(name)))
    title = document.title or document.id
    symbols = (document.symbol,) if document.symbol else ()
    text = Instrument(document.id, (title, title), symbols)
    reference = Reference(typed, span, text, places=(place,), printed=(f"#{place}", f"#{place}"))
    passages = at(document, place)
    return Cited(reference, document.id, place if passages else None, passages)


def at(document: Document, place: str) -> tuple[int, ...]:
    """Which passages stand at an address of the document; at a heading, everything it heads.

    Another edition may say in which part or chapter a paragraph is, or leave it out: "p3" also finds the
    only chapter's "chapter1.p3", and "chapter1.p3" the document's own "p3" where it stands in that chapter.
    """
    passages = document.passages
    found = {each.address.lower(): index for index, each in reversed([*enumerate(passages)])}
    place = place.lower()
    first = found.get(place, _elsewhere(document, found, place))
    if first is None:
        return ()
    if passages[first].kind != "heading":
        return (first,)
    path = (*passages[first].heading, passages[first].text)
    headed = takewhile(
        lambda index: passages[index].heading[: len(path)] == path, range(first + 1, len(passages))
    )
    return (first, *headed)


def _elsewhere(document: Document, found: Mapping[str, int], place: str) -> int | None:
    """The passage that another edition has at a place."""
    above, _, number = place.rpartition(".")
    if not above and _PARAGRAPH.fullmatch(place):
        inside = [each for each in found if each.endswith(f".{place}") and not each.startswith("annex")]
        return found[inside[0]] if len(inside) == 1 else None
    if not _PARAGRAPH.fullmatch(number) or above not in found or number not in found:
        return None
    heads = document.passages[found[above]].text in document.passages[found[number]].heading
    return found[number] if heads else None


def _of_others(library: Library, reference: Reference) -> tuple[Reference, ...]:
    """What was cited without a committee, of the other committees whose text of that number is held."""
    known, number = load(), reference.instrument.number or 0
    usual = known.committees[known.committee_of(reference.instrument) or ""]
    found: dict[str, Reference] = {}
    for each in known.committees.values():
        if each.kind == usual.kind and each.id != usual.id:
            other = replace(reference, instrument=known.comment(each.id, number), assumed=each.titles)
            if held := _text(library, other):
                found.setdefault(held, other)
    return tuple(found.values())


def _by_symbol(library: Library, reference: Reference) -> str | None:
    for symbol in reference.instrument.symbols:
        with suppress(NotHeld):
            found = library.store.resolve(slug(symbol))
            if library.store.summary(found).kind != "digest":
                return found
    return None


def _by_title(library: Library, reference: Reference) -> str | None:
    """A document whose title says that it is the text."""
    query = _query(reference)
    if query is None:
        return None
    for match in library.engine.search(query, limit=_LOOKED_AT, facets=()).matches:
        with suppress(NotHeld):
            document = library.store.summary(match.id)
            if _is_titled(document, reference):
                return document.id
    return None


def _query(reference: Reference) -> Query | None:
    """What finds the documents whose titles are worth a look."""
    instrument = reference.instrument
    if instrument.number is not None:
        comments = (Filter("kind", ("general-comment",), exact=True),)
        return Query(tree=Word(str(instrument.number), exact=True), filters=comments)
    if not instrument.treaty:
        return None
    names = [folded_words(title) for title in instrument.names]
    return Query(tree=Any(tuple(map(Phrase, names))))


def _is_titled(document: Document, reference: Reference) -> bool:
    if document.kind in ("digest", "press-release"):
        return False
    found = titled(document.title, document.publisher or "")
    if found is None or not found[0].is_same(reference.instrument):
        return False
    return found[1] or document.kind in _ACTS or reference.instrument.number is not None


def _digest(library: Library, reference: Reference, language: str) -> str | None:
    """A digest of the text, in ``language`` if there is one."""
    found = [
        summary
        for summary in map(library.store.summary, filter(is_digest, library.store.ids()))
        if summary.digest_of and _is_about(summary.digest_of, reference)
    ]
    found.sort(key=lambda each: each.language != language)
    return found[0].id if found else None


def is_same_text(document: Document, other: Document) -> bool:
    """Whether two documents are one text: itself, a translation or a digest of it."""
    mine, its = _instrument(document), _instrument(other)
    if mine and its:
        return mine.is_same(its)
    digests = document.digest_of, other.digest_of
    return None not in digests and digests[0] == digests[1]


def _instrument(document: Document) -> Instrument | None:
    """The text that a document is or is a digest of, by its symbol or else by a numbered title."""
    about = document.digest_of
    if symbol := about.symbol if about else document.symbol:
        return load().of_symbol(symbol)
    if document.kind == "press-release":
        return None
    found = titled(about.title if about else document.title, document.publisher or "")
    return found[0] if found and found[0].number is not None else None


def is_digest(document_id: str) -> bool:
    """Whether the id is that of a digest."""
    return document_id.startswith("digest-")


def _is_about(about: DigestOf, reference: Reference) -> bool:
    wanted = reference.instrument
    if about.symbol:
        same = slug(about.symbol) in map(slug, wanted.symbols)
        return same or load().of_symbol(about.symbol).is_same(wanted)
    found = titled(about.title, about.publisher or "")
    return found is not None and found[0].is_same(wanted)


def _in_language(library: Library, document_id: str, language: str) -> str:
    """The same text in ``language``, if that is held."""
    if library.store.summary(document_id).language == language:
        return document_id
    twins = library.store.twins(document_id)
    return next((twin for twin in twins if library.store.summary(twin).language == language), document_id)


def _page(document: Document, places: Sequence[str]) -> tuple[int, ...]:
    """The passages on a page that is cited, if the document has pages."""
    if not places or not places[0].startswith(PAGES):
        return ()
    page = int(places[0].removeprefix(PAGES))
    return tuple(index for index, each in enumerate(document.passages) if _is_on(each, page))


def _is_on(passage: Passage, page: int) -> bool:
    """Whether a passage stands on a page by the numbers that the file gives, else by its sheets."""
    first, _, last = passage.pages.partition("–")
    return first.isdecimal() and int(first) <= page <= int(last if last.isdecimal() else first)


def _place(document: Document, places: Sequence[str]) -> str | None:
    """The address of the closest of ``places``, also where it stands inside an annex or a chapter."""
    addresses = [passage.address for passage in document.passages]
    if places and places[0].startswith(PAGES) and any(each.page_from for each in document.passages):
        return None
    for place in places:
        if place in addresses:
            return place
        inside = [address for address in addresses if address.endswith(f".{place}")]
        if len(inside) == 1:
            return inside[0]
    return None
