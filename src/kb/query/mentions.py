"""How other texts speak of a text that is cited, and of a place in it (pure).

A text goes by its own names and symbols, never by those of its neighbours: a thesaurus has the two covenants,
or the Convention on women with that of Belém do Pará, as one concept. An article of one treaty is not that of
another with the same number: it counts beside the treaty's name, and alone in what the treaty's own committee
writes ("article 22 of the Convention"). Likewise "general comment No. 14" without its committee.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import pairwise

from kb.query.cited_places import PAGES
from kb.query.instruments import Instrument, load
from kb.query.references import Reference
from kb.query.tree import (
    All,
    Alternative,
    Any,
    Filter,
    Leaf,
    Near,
    Node,
    Not,
    Phrase,
    Should,
    Translated,
    Word,
    any_of,
    in_a_row,
    leaves,
    words_of,
)
from kb.query.weights import TRANSLATED
from kb.text.folding import fold
from kb.text.words import folded_words, telling_words

_PLACE = re.compile(r"(art|p)(\d+)")
_ARTICLE = {"en": ("article", "art"), "es": ("articulo", "art"), "": ("article", "articulo", "art")}
_PARAGRAPH = ("para", "paras", "paragraph", "paragraphs", "parr", "parrs", "parrafo", "parrafos")
_WRITTEN = {each: each for each in (*_ARTICLE["en"], *_PARAGRAPH)} | {
    "art": "art.", "articulo": "artículo", "para": "para.", "paras": "paras.", "parr": "párr.",
    "parrs": "párrs.", "parrafo": "párrafo", "parrafos": "párrafos",
}  # fmt: skip
_COMMENTS = ("general comment", "general recommendation", "observación general", "recomendación general")
_BESIDE = 3  # words, over the full stop of "art." or another number: "arts. 3, 22"
_APART = 6  # words that may stand between a text, in words that tell, and its place
_WITHIN = 4  # words, between "general comment" and its number
_DIGEST = Filter("kind", ("digest",), exact=True)


def names(reference: Reference, *, expand: bool, off: Collection[str] = ()) -> tuple[Should, ...]:
    """What other texts may call the text: as it was typed, and by its other names and symbols."""
    instrument = reference.instrument
    if instrument.number is not None:
        return tuple(_comment(instrument))
    called = {_leaf(name, language): (name, language) for name, language in _called(instrument)}
    named = reference.named
    if not named or load().is_part(named):
        named = next((name for name, _ in called.values()), named)
    if not telling_words(named):
        return ()
    typed = _leaf(named)
    if not expand or not {fold(named), *folded_words(reference.named)}.isdisjoint(off):
        return (Should(typed),)
    others = tuple(
        Alternative(leaf, name, language, TRANSLATED)
        for leaf, (name, language) in called.items()
        if words_of(leaf) != words_of(typed)
    )
    return (Should(Translated(typed, others) if others else typed),)


def place(reference: Reference) -> tuple[Should, ...]:
    """The place that is cited, beside a name of the text, and alone where its own committee writes."""
    found = _PLACE.fullmatch(reference.places[-1]) if reference.places else None
    if found is None or reference.places[0].startswith(PAGES):
        return ()
    kind, number = found.groups()
    beside = tuple(_articles(reference, number) if kind == "art" else _paragraphs(reference, number))
    own = _own(reference.instrument) if kind == "art" else _digests(reference.instrument)
    alone = tuple(_numbered(kind, number))
    if own is None:
        return (Should(Any(beside)),) if beside else ()
    return Should(Any(beside), Not(own)), Should(Any(alone), own)


def naming(parts: Sequence[Should]) -> Node | None:
    """What a document has to hold, to speak of one of several texts or places."""
    wanted: dict[Node | None, list[Node]] = {}
    for each in parts:
        wanted.setdefault(each.where, []).append(each.part)
    kept = [All((where, any_of(row))) if where else any_of(row) for where, row in wanted.items()]
    return any_of(kept) if kept else None


def spoken(reference: Reference) -> tuple[dict[Leaf, str], dict[Leaf, str]]:
    """How people write the names of the text, and the place that is cited, by what looks for them."""
    called: dict[Leaf, str] = {
        Phrase(folded_words(symbol), exact=True): symbol for symbol in reference.instrument.symbols
    }
    called |= {_leaf(name, language): name for name, language in _called(reference.instrument)}
    called[_leaf(reference.named)] = reference.named
    number = reference.instrument.number
    for node in names(reference, expand=False):
        for leaf in leaves(node.part):
            kind = next((kind for kind in _COMMENTS if _holds(leaf, kind)), None)
            if number is not None and kind:
                called[leaf] = f"{kind} {number}"
    placed: dict[Leaf, str] = {}
    for node in place(reference):
        for leaf in leaves(node.part):
            word, at = _worded(leaf)
            placed[leaf] = f"{word} {at}"
    return called, placed


def _holds(leaf: Leaf, words: str) -> bool:
    return isinstance(leaf, Near) and set(folded_words(words)) <= set(leaf.words)


def _worded(leaf: Leaf) -> tuple[str, str]:
    """The word for a place as it is written, and its number."""
    words = leaf.words if isinstance(leaf, Near) else ()
    word, at = next((pair for pair in pairwise(words) if pair[0] in _WRITTEN), ("", ""))
    return _WRITTEN.get(word, word), at


# Names -------------------------------------------------------------------------------------


def _called(instrument: Instrument) -> Iterator[tuple[str, str]]:
    """The names of a text with their languages, without those that contain another, and its symbols."""
    kept: list[tuple[str, ...]] = []
    for name, language in sorted(load().called(instrument), key=lambda each: len(telling_words(each[0]))):
        words = telling_words(name)
        if words and not any(_contains(words, other) for other in kept):
            kept.append(words)
            yield name, language
    if not instrument.treaty:  # that of the resolution that adopted a treaty is seldom named
        yield from ((symbol, "") for symbol in instrument.symbols)


def _comment(instrument: Instrument) -> Iterator[Should]:
    """A general comment by its symbols, in words beside its committee, or alone where that writes."""
    symbols = [Phrase(folded_words(symbol), exact=True) for symbol in instrument.symbols]
    rows = tuple(Near((*folded_words(kind), f"{instrument.number}"), _WITHIN) for kind in _COMMENTS)
    bodies = [telling_words(body) for body in _committees(instrument)]
    beside = [
        Near((*words, *row.words), len(words) + len(row.words) + _APART) for row in rows for words in bodies
    ]
    yield Should(Any((*symbols, *beside)))
    if own := _own(instrument):
        yield Should(Any(rows), own)


def _leaf(name: str, language: str = "") -> Word | Phrase:
    words = telling_words(name)
    return Word(words[0], exact=True) if len(words) == 1 else in_a_row(words, language)


def _contains(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


# Places ------------------------------------------------------------------------------------


def _articles(reference: Reference, number: str) -> Iterator[Near]:
    """The article within a few words of a name."""
    called = ((reference.named, reference.language), *_called(reference.instrument))
    for name, language in dict.fromkeys(called):
        words = telling_words(name)
        for word in _ARTICLE[language] if words else ():
            yield Near((word, number, *words), len(words) + 2 + _APART)


def _paragraphs(reference: Reference, number: str) -> Iterator[Near]:
    """The paragraph within a few words of a symbol, or of a general comment in words."""
    rows = [folded_words(symbol) for symbol in reference.instrument.symbols]
    for row in rows:
        for word in _PARAGRAPH:  # exact, as "para" says nothing in Spanish
            yield Near((*row, word, number), len(row) + 2 + _APART, exact=True)
    for kind in _COMMENTS if reference.instrument.number is not None else ():
        row = (*folded_words(kind), f"{reference.instrument.number}")
        for word in _PARAGRAPH:
            yield Near((*row, word, number), len(row) + 2 + _APART, exact=True)


def _numbered(kind: str, number: str) -> Iterator[Near]:
    words = _PARAGRAPH if kind == "p" else _ARTICLE[""]
    return (Near((word, number), _BESIDE, exact=kind == "p") for word in words)


# What a committee writes -------------------------------------------------------------------


def _own(instrument: Instrument) -> Node | None:
    """What the committee of a treaty or general comment writes alone, and digests of it."""
    return _written_by(load().committee_of(instrument))


@cache
def _written_by(committee: str | None) -> Node | None:
    known = load().committees
    if committee is None:
        return None
    others = [each for each in known if each != committee]
    titles = known[committee].titles
    theirs = tuple(title for each in others for title in known[each].titles)
    written = All((Filter("publisher", titles), Not(Filter("publisher", theirs))))
    series = any_of([Phrase(row, exact=True) for row in known[committee].series])
    strange = [Not(Phrase(row, exact=True)) for each in others for row in known[each].series]
    return Any((written, All((_DIGEST, series, *strange))))


def _digests(instrument: Instrument) -> Node | None:
    """Digests of the text itself."""
    rows = [Phrase(folded_words(symbol), exact=True) for symbol in instrument.symbols]
    return All((_DIGEST, any_of(rows))) if rows else None


def _committees(instrument: Instrument) -> tuple[str, ...]:
    committee = load().committee_of(instrument)
    return load().committees[committee].titles if committee else ()
