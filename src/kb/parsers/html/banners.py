"""The body whose name heads a page: in its header, its brand, or as the words of its logo."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from bs4.element import Tag

from kb.parsers.head_lines import is_bare_label
from kb.parsers.head_names import is_name
from kb.parsers.html import tree
from kb.text.folding import normalise, squeeze

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_CALLED = frozenset("header brand branding logo sitename masthead banner".split())
_MAY_BE_BANNERS = frozenset("header div a span p img h2 h3".split())
_OF_MENUS = ("nav", "ul", "ol", "button", "form", "script", "style", "select")
_OF_ARTICLES = ("article", "main", "section", "footer", "aside", "nav")
_MOST_ELEMENTS, _MOST_TEXTS = 400, 4
_MOST_INSIDE = 2000  # elements of a banner, with its menus
_FEWEST_WORDS, _MOST_WORDS = 2, 10  # of a name


def body(soup: BeautifulSoup) -> str | None:
    """The name of a body that stands at the head of a page outside its article and menus."""
    for tag in islice(tree.named(soup, _MAY_BE_BANNERS), _MOST_ELEMENTS):
        if not _is_banner(tag):
            continue
        for text in islice(_texts(tag), _MOST_TEXTS):
            name = squeeze(normalise(text)).strip(" |·-–—")
            short = _FEWEST_WORDS <= len(name.split()) <= _MOST_WORDS
            if short and is_name(name) and not is_bare_label(name) and not _is_short_form(name):
                return name
    return None


def _is_short_form(name: str) -> bool:
    """Whether a name begins with an acronym or numeral that the text may spell out: "ACNUR México"."""
    first = name.partition(" ")[0]
    return "&" in name or (first.isupper() and first.isalpha() and not name.isupper())


def _is_banner(tag: Tag) -> bool:
    called = tag.name == "header" or tag.get("role") == "banner" or bool(tree.words_of(tag) & _CALLED)
    if not called or tree.stands_in(tag, _OF_ARTICLES):
        return False
    return all(each.name != "h1" for each in islice(tree.elements(tag), _MOST_INSIDE))


def _texts(tag: Tag) -> Iterator[str]:
    """The words of a banner one after another, without its menus; of pictures what stands for them."""
    inside = islice(tree.elements(tag), _MOST_INSIDE)
    pictures = [tag] if tag.name == "img" else (each for each in inside if each.name == "img")
    yield from (str(picture.get("alt") or "") for picture in islice(pictures, _MOST_TEXTS))
    looked_at, pending = 0, [*reversed(tag.contents)]
    while pending and looked_at < _MOST_INSIDE:
        each = pending.pop()
        looked_at += 1
        if isinstance(each, Tag):
            pending += [] if each.name in _OF_MENUS else reversed(each.contents)
        elif tree.is_shown(each) and str(each).strip():
            yield str(each)
