"""What a page states of itself in two ways that cannot both be right: its dates, its language, its headline.

The head of a page is written by hand as often as its text. Here what it states in several places is compared:
the date of ``<time>`` with the one it shows, the dates of the head with each other, the languages with each
other, and a number in the title that the headline prints otherwise. What the head states against the words of
the text is told where these are read (kb.parsers, kb.extractors).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from kb.messages import DATES_DISAGREE, Message
from kb.parsers.html import linked, tree
from kb.parsers.html.content import Content
from kb.parsers.html.metadata import Meta
from kb.text.dates import parse_date
from kb.text.folding import normalise, squeeze
from kb.text.language import language_of
from kb.text.moments import are_other_days
from kb.text.words import folded_words

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from bs4.element import Tag

_MOST_DATES = 5
_MOST_HEADINGS = 5
_SAME = 0.7  # of the words of two headlines: they are one
_FEWEST_WORDS = 4
_NOT_DIGITS = re.compile(r"\D+")  # "2019's"
_CERTAIN = 600  # characters, from which the language of a text is sure
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "title", "headline")
_PUBLISHED = ("article:published_time", "og:published_time", "dc.date.issued", "dcterms.issued")

TITLES_DISAGREE = Message("The page's data give the title {stated}, its text prints {printed}.").template
LANGUAGES_DISAGREE = Message(
    "The page states two languages, {first} and {second}; its words are in {spoken}."
).template


def find(soup: BeautifulSoup, content: Content, meta: Meta, stated: linked.Entry) -> Iterator[Message]:
    """What to say of a page that contradicts itself."""
    yield from _dates(content, meta, stated)
    yield from _titles(soup, content, meta, stated)
    yield from _languages(soup, content, meta, stated)


def _dates(content: Content, meta: Meta, stated: linked.Entry) -> Iterator[Message]:
    for tag in islice(tree.named(content.main, ("time",)), _MOST_DATES):
        told, shown = tag.get("datetime"), tree.brief(tag)
        if isinstance(told, str) and not content.page.leaves_out(tag) and are_other_days(told, shown):
            yield _disagree(told, shown)
    declared = [meta[name] for name in _PUBLISHED if name in meta]
    of_entry = linked.text(stated, "datePublished")
    for each in declared[:1]:
        if of_entry and are_other_days(each, of_entry):
            yield _disagree(each, of_entry)


def _disagree(stated: str, printed: str) -> Message:
    day = parse_date(stated)
    return Message(DATES_DISAGREE, {"stated": day.iso if day else stated, "printed": printed})


def _titles(soup: BeautifulSoup, content: Content, meta: Meta, stated: linked.Entry) -> Iterator[Message]:
    """What to say where a title and a headline have the same words and other numbers."""
    told = [meta.get(name, "") for name in _TITLES]
    told += [linked.text(stated, "headline"), linked.text(stated, "name")]
    titled = tree.first(soup, "title")
    told += [squeeze(normalise(titled.get_text(" ")))] if titled else []
    headings = islice(tree.named(content.page.root, tree.HEADINGS), _MOST_HEADINGS)
    shown = [tree.brief(each) for each in headings if not _is_elsewhere(each)]
    for title in filter(None, told):
        for headline in shown:
            if _tell_the_same(title, headline):
                yield Message(TITLES_DISAGREE, {"stated": title, "printed": headline})
                return


def _is_elsewhere(tag: Tag) -> bool:
    return tree.stands_in(tag, ("aside", "footer", "nav", "li", "a"))


def _tell_the_same(title: str, headline: str) -> bool:
    """Whether two lines have the same words, and each a number that the other lacks."""
    one, other = folded_words(title), folded_words(headline)
    words, more = ({each for each in words if not each[0].isdigit()} for words in (one, other))
    numbers, others = (
        {_NOT_DIGITS.sub("", each) for each in words if each[0].isdigit()} for words in (one, other)
    )
    same = len(words & more) >= max(_FEWEST_WORDS, min(len(words), len(more)) * _SAME)
    return same and bool(numbers - others) and bool(others - numbers)


def _languages(soup: BeautifulSoup, content: Content, meta: Meta, stated: linked.Entry) -> Iterator[Message]:
    """What to say of a page that states two languages, one of which is that of its words."""
    root = tree.first(soup, "html")
    own = root.get("lang") or root.get("xml:lang") if root else None
    stand_for = (each for each in tree.named(soup, ("meta",)) if _states_language(each))
    beside = next(stand_for, None)
    values = (
        own,
        beside.get("content") if beside else None,
        meta.get("dc.language"),
        linked.text(stated, "inLanguage"),
    )
    codes = [each.strip()[:2].lower() for each in values if isinstance(each, str) and each.strip()]
    if len(set(codes)) < 2:
        return
    text = content.main.get_text(" ")
    spoken = language_of(text) if len(text) >= _CERTAIN else None
    if spoken == codes[0]:  # else it is told that the words are in another
        other = next(each for each in codes if each != codes[0])
        yield Message(LANGUAGES_DISAGREE, {"first": codes[0], "second": other, "spoken": spoken})


def _states_language(meta: Tag) -> bool:
    return "content-language" in str(meta.get("http-equiv", "")).lower()
