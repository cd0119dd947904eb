"""What somebody may be typing: concepts, titles, organisations and references that have a word so begun.

All typed words but the last are compared by their stems, whatever their number and gender, the last as the
beginning of a word. Where no name goes on so, those are given that have the typed words in their order.
The tables are made once for each state of the knowledge base; a look-up bisects them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from kb.answers import Suggestion
from kb.citing import is_digest
from kb.library import Library
from kb.query.cited_places import without_begun
from kb.query.instruments import load
from kb.query.tree import Query
from kb.query.wording import prepared
from kb.searching.cited import lead
from kb.text.words import folded_words, stem
from kb.thesaurus import LANGUAGES

KINDS = ("reference", "concept", "title", "organisation")  # in the order in which they are shown
_MOST_LOOKED_AT = 4000  # beginnings; of one letter there may be tens of thousands
_LONGEST = 80  # letters of a beginning that are compared
_LONGEST_SEARCH = 200  # characters of a title that are searched
_SHORT = {  # by language, and whether it is a comment or a recommendation
    ("en", True): ("GC", "General comment"),
    ("es", True): ("OG", "Observación general"),
    ("en", False): ("GR", "General recommendation"),
    ("es", False): ("RG", "Recomendación general"),
}
_UNSEARCHED = str.maketrans(dict.fromkeys('"“”()|', " "))


class _Entry(NamedTuple):
    """A suggestion under one of its names."""

    suggestion: Suggestion
    name: str  # by which it is found
    language: str


class _Row(NamedTuple):
    """A name from one of its words on."""

    key: str
    words: tuple[str, ...]  # of the whole name, folded
    place: int  # the word at which it begins
    entry: _Entry


class _Table(NamedTuple):
    """All names from each of their words on, sorted: as they are written, and by language and stems."""

    written: Sequence[_Row]
    stems: Sequence[_Row]


def suggest(library: Library, beginning: str, language: str = "en", limit: int = 8) -> list[Suggestion]:
    """What may be meant by the beginning of a word or words, whatever its case and accents.

    A whole reference ("OG 14 párr. 36") or address leads to its place, if the text is held. Of each kind the
    best are given, in the order of KINDS; what is just these words comes first, ``language`` before others,
    what begins with them before what has them further on, what many documents have before what few have.
    """
    typed = _plain(beginning).split()
    if not typed or limit < 1:
        return []
    library.follow()
    table = library.remembered(_table)
    found: dict[tuple[str, str], tuple[tuple[object, ...], Suggestion]] = {}
    for _, _, place, entry in list(_begun(table, typed)) or _in_order(table, typed):
        each = entry.suggestion
        other = entry.language not in ("", language)
        part = _plain(entry.name) != " ".join(typed)
        rank = (part, other, place > 0, -each.count, entry.name != each.search, len(entry.name), entry.name)
        key = each.kind, each.id or each.search
        if key not in found or rank < found[key][0]:
            found[key] = rank, each
    ordered = [each for _, each in sorted(found.values(), key=lambda pair: pair[0])]
    told = {each.id for each in ordered if each.kind == "reference"}
    cited = [each for each in _cited(library, beginning, language) if each.id not in told]
    return _shared_out([*cited, *ordered], limit)


def _cited(library: Library, typed: str, language: str) -> Iterator[Suggestion]:
    """The places that a whole reference or address leads to; of a text that is not held, who speaks of it.

    Where the word for a place is being typed ("OG 14 pá"), the text.
    """
    led = lead(library, without_begun(typed[:_LONGEST_SEARCH]), language)
    if led.rest.strip():
        return
    spoken = led.beside(Query(), expand=True)
    for each in led.cited:
        id_ = each.address or each.digest
        count = 1 if id_ else library.engine.count(spoken) if spoken.tree else 0
        if count:
            cited = each.reference
            label = cited.label(cited.language or language)
            yield Suggestion(kind="reference", text=label, search=cited.typed, id=id_, count=count)


def _begun(table: _Table, typed: Sequence[str]) -> Iterator[_Row]:
    """The names that have the words side by side, the last of them begun."""
    *before, last = typed
    if not before:
        yield from _from(table.written, last)
        return
    for language in (*LANGUAGES, ""):
        for row in _from(table.stems, _key(before, language)):
            following = row.words[row.place + len(before) :]
            if following and _goes_on(following[0], last, language):
                yield row


def _in_order(table: _Table, typed: Sequence[str]) -> Iterator[_Row]:
    """The names that have the words in their order, with others between; of a single one, its other forms."""
    for language in (*LANGUAGES, ""):
        stems = [stem(word, language) for word in typed[1:-1]]
        for row in _from(table.stems, _key(typed[:1], language)):
            rest = iter(row.words[row.place + 1 :])
            if all(any(stem(word, language) == each for word in rest) for each in stems) and (
                len(typed) == 1 or any(_goes_on(word, typed[-1], language) for word in rest)
            ):
                yield row


def _goes_on(word: str, typed: str, language: str) -> bool:
    """Whether the typed word is the beginning of a word, or another form of it."""
    return word.startswith(typed) or stem(word, language) == stem(typed, language)


def _from(rows: Sequence[_Row], beginning: str) -> Iterator[_Row]:
    """The rows whose key begins so."""
    wanted = beginning[:_LONGEST]
    start = bisect_left(rows, wanted, key=_by_key)
    for place in islice(range(start, len(rows)), _MOST_LOOKED_AT):
        if not rows[place].key.startswith(wanted):
            return
        yield rows[place]


def _key(words: Sequence[str], language: str) -> str:
    """How words are compared by their stems, each with a blank behind it."""
    return "".join(f"{each} " for each in (language, *(stem(word, language) for word in words)))


def _by_key(row: _Row) -> str:
    return row.key


def _shared_out(ordered: Sequence[Suggestion], limit: int) -> list[Suggestion]:
    """A fair part for each kind, and what is left to the first kinds that have more."""
    fair = -(-limit // len(KINDS))
    kinds = {kind: [each for each in ordered if each.kind == kind] for kind in KINDS}
    counts = {kind: min(len(each), fair) for kind, each in kinds.items()}
    for kind in ("concept", "title", "reference", "organisation"):
        counts[kind] += min(len(kinds[kind]) - counts[kind], max(0, limit - sum(counts.values())))
    return [each for kind in KINDS for each in kinds[kind][: counts[kind]]][:limit]


def _table(library: Library) -> _Table:
    entries = [*_concepts(library), *_documents(library), *_organisations(library)]
    written = sorted(_rows(entries), key=_by_key)
    stems = (row._replace(key=_key(row.words[row.place :], row.entry.language)[:_LONGEST]) for row in written)
    return _Table(written, sorted(stems, key=_by_key))


def _rows(entries: Iterable[_Entry]) -> Iterator[_Row]:
    for entry in entries:
        words = folded_words(entry.name)
        for place in range(len(words)):
            yield _Row(" ".join(words[place:])[:_LONGEST], words, place, entry)


def _plain(text: str) -> str:
    return " ".join(folded_words(prepared(text[:_LONGEST_SEARCH])))


def _concepts(library: Library) -> Iterator[_Entry]:
    counts = library.engine.search(Query(), limit=1, facets=("topic",)).facets["topic"]
    for concept in library.thesaurus.concepts.values():
        for language, other in (LANGUAGES, LANGUAGES[::-1]):
            preferred = concept.preferred[language]
            unshown = (*concept.labels("hidden", language), *concept.labels("asked", language))
            for name in (
                *concept.names(language),
                *concept.labels("asked", language),
                *concept.labels("abbreviation", language),
            ):
                shown = preferred if name in unshown else name
                found = Suggestion(
                    kind="concept",
                    text=shown,
                    language=language,
                    search=preferred,
                    also=concept.preferred[other],
                    id=concept.id,
                    count=counts.get(concept.id, 0),
                )
                yield _Entry(found, name, language)


def _documents(library: Library) -> Iterator[_Entry]:
    titles = library.store.titles()
    held = {symbol for _, _, _, symbol in titles}
    for id_, title, language, symbol in titles:
        if title:
            search = " ".join(title.translate(_UNSEARCHED).split())[:_LONGEST_SEARCH]
            found = Suggestion(kind="title", text=title, language=language, search=search, id=id_, count=1)
            yield _Entry(found, title, language)
        if symbol:
            found = Suggestion(
                kind="reference", text=symbol, search=f'"{symbol}"', also=title or None, id=id_, count=1
            )
            yield _Entry(found, symbol, "")
        about = library.store.summary(id_).digest_of if is_digest(id_) else None
        if cited := symbol or (about and about.symbol not in held and about.symbol):
            yield from _references(id_, cited, title)


def _references(id_: str, symbol: str, title: str) -> Iterator[_Entry]:
    """What is cited by a symbol, as people call it in each language."""
    instrument = load().of_symbol(symbol)
    if instrument.titles == (symbol.upper(),) * 2:  # it has no other name
        return
    for language, name in zip(LANGUAGES, instrument.titles, strict=True):
        found = Suggestion(
            kind="reference",
            text=name,
            language=language,
            search=f'"{symbol}"',
            also=title or None,
            id=id_,
            count=1,
        )
        yield _Entry(found, name, language)
        if instrument.number is not None:
            for short in _SHORT[language, instrument.titles[0].startswith("General comment")]:
                yield _Entry(found, f"{short} {instrument.number}", language)


def _organisations(library: Library) -> Iterator[_Entry]:
    told = set()
    for name, acronym, count in sorted(library.store.organisations(), key=lambda each: -each[2]):
        if (spelled := _plain(name)) in told:  # with another apostrophe
            continue
        told.add(spelled)
        search = f'organisation:"{" ".join(name.translate(_UNSEARCHED).split())}"'
        found = Suggestion(kind="organisation", text=name, search=search, also=acronym, count=count)
        for called in filter(None, (name, acronym)):
            yield _Entry(found, called, "")
