"""References as people cite them -> which text is meant, and where in it (pure).

    GC 14 para 36 · OG 14 párr. 36 · general comment No. 14 (2013), paragraph 36 · CRC/C/GC/14 ¶36
    CRC art. 3(1) · CDN art. 37 b) · artículo 3 de la CDN · arts. 9 y 10 CDN · art. 36 VCCR
    OC-21/14, párr. 108 · CEDAW GR 32 · joint general comment 3/22 · LGDNNA art. 13, fracción XX

A reference is a text, and before or behind it perhaps a place: paragraphs, or articles with what
stands inside them. A treaty or law that is named without a place is a reference where nothing
else is asked; among other words it is a subject. "GC 14" without a committee is the general comment of
the Committee on the Rights of the Child, "GR 32" that of CEDAW, and ``assumed`` says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from kb.query.cited_places import MOST, Place, fragment, places, unlabelled
from kb.query.cited_texts import Text, committee_at, text, treaty
from kb.query.instruments import Instrument, Names, load
from kb.query.tokens import Tokens, token_words
from kb.text.words import is_stop_word

_SPANISH = frozenset(
    """
    og rg ogc observacion recomendacion conjunta consultiva parr parrs parrafo parrafos articulo articulos
    """.split()
)
_ENGLISH = frozenset(
    "gc gr jgc comment recommendation joint advisory paragraph paragraphs paras article articles".split()
)


@dataclass(frozen=True, slots=True)
class Reference:
    """One place that is cited, or a text as a whole."""

    typed: str
    span: tuple[int, int]  # of the question
    instrument: Instrument
    named: str = ""  # the text without its place, as it was typed
    places: tuple[str, ...] = ()  # addresses inside the document, the closest first
    printed: Names = ("", "")  # the place in English and Spanish: "para. 36"
    assumed: Names | None = None  # the committee that was taken, where none was named
    language: str = ""  # that it is written in, where that shows
    cut: bool = False  # what was typed goes on behind this place

    def label(self, language: str) -> str:
        """The citation in full.

        >>> references("OG 14 párr. 36")[0].label("en")
        'General comment No. 14 of the Committee on the Rights of the Child, para. 36'
        """
        spanish = language == "es"
        return ", ".join(filter(None, (self.instrument.titles[spanish], self.printed[spanish])))


def references(question: str) -> tuple[Reference, ...]:
    """The references in a question, in its order, at most ``MOST``.

    >>> [each.places for each in references("CRC art. 3(1), GC 14 para 36")]
    [('art3.1', 'art3'), ('p36',)]
    """
    found = list(islice(_read(Tokens(question)), MOST + 1))
    if len(found) > MOST and found[MOST].span == found[MOST - 1].span:
        found[MOST - 1] = replace(found[MOST - 1], cut=True)
    return tuple(found[:MOST])


def covers(question: str, found: Sequence[Reference]) -> bool:
    """Whether a question is nothing but its references.

    >>> covers("the GC 14, para 36?", references("the GC 14, para 36?"))
    True
    """
    rest, end = [], 0
    for each in found:
        rest.append(question[end : each.span[0]])
        end = max(end, each.span[1])
    words = token_words(" ".join((*rest, question[end:])))
    return bool(found) and not any(word.isalnum() and not is_stop_word(word) for word in words)


def titled(title: str, publisher: str = "") -> tuple[Instrument, bool] | None:
    """The text that a title names at its beginning, and whether it names nothing else.

    A general comment whose title has no committee is that of the committee that publishes it.

    >>> found = titled("General comment No. 9 (2013) on herons", "Committee against Torture")
    >>> found and (found[0].id, found[1])
    ('cat-gc-9', False)
    """
    tokens = Tokens(title)
    named = text(tokens, 0)
    if named is None or (named.instrument.treaty and not named.language):  # an abbreviation is no title
        return None
    rest = [word for word in tokens.words[named.end :] if word.isalpha() and not is_stop_word(word)]
    if named.assumed is None:
        return named.instrument, not rest
    bodies = Tokens(publisher)
    found = next(filter(None, (committee_at(bodies, at)[0] for at in range(len(bodies.words)))), None)
    number = named.instrument.number
    return (load().comment(found, number), not rest) if found and number else None


def _read(tokens: Tokens) -> Iterator[Reference]:
    """Every reference, in order; a treaty alone only where the question says nothing else."""
    first = 0
    while first < len(tokens.words):
        cited, after = places(tokens, first)
        begin = tokens.past(after) if cited else first
        named = _behind(tokens, cited, begin) if cited else text(tokens, first)
        if named is None:
            first += 1
            continue
        end = named.end
        if not cited:
            cited, after = fragment(tokens, end) or places(tokens, tokens.past(end))
            if cited and cited[0].of_an_article and not named.instrument.treaty:
                cited = []  # those of a treaty that is named behind them
            elif not cited and named.instrument.treaty:
                cited, after = unlabelled(tokens, end, opens=first == 0)
            end = after if cited else end
        called = tokens.question[tokens.spans[begin][0] : tokens.spans[named.end - 1][1]]
        yield from _cited(tokens, (first, end), named, cited, called)
        first = end


def _behind(tokens: Tokens, cited: Sequence[Place], first: int) -> Text | None:
    """The text that places belong to: what has articles is a treaty or law."""
    return (treaty(tokens, first) if cited[0].of_an_article else None) or text(tokens, first)


def _cited(
    tokens: Tokens, span: tuple[int, int], named: Text, cited: Sequence[Place], called: str
) -> Iterator[Reference]:
    """A reference for each place, or one to the whole text; ``span`` is of tokens."""
    first, end = span
    start, stop = tokens.spans[first][0], tokens.spans[end - 1][1]
    whole = Reference(
        typed=tokens.question[start:stop],
        span=(start, stop),
        instrument=named.instrument,
        named=called,
        assumed=named.assumed,
        language=named.language or _language(tokens.words[first:end]),
    )
    has_articles = named.instrument.treaty
    if not has_articles:
        cited = [each for each in cited if not each.of_an_article]
    for place in cited:
        yield replace(whole, places=place.addresses, printed=place.printed, cut=place.cut)
    alone = covers(tokens.question, [whole]) and (named.language or whole.typed.isupper())
    if not cited and (alone or not has_articles):
        yield whole


def _language(words: Sequence[str]) -> str:
    spanish, english = not _SPANISH.isdisjoint(words), not _ENGLISH.isdisjoint(words)
    return "" if spanish == english else "es" if spanish else "en"
