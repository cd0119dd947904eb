"""HTML: the blocks of a page's main content, and what the page says of itself.

``tree`` builds the tree; ``content`` finds where the text is and ``surroundings`` what is not of it, by
``weights``, ``lines``, ``class_names`` and ``endings``; ``walking`` goes through it, with ``notes``,
``contents`` and ``tables`` for what is more than a paragraph; ``titles``, ``metadata`` and ``linked`` read
what the page declares.

What must stay true: a page with text is never read as empty. Where the rules for what is left out
would leave too little, the page is read again with fewer of them, and the reader is told.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from kb.errors import SourceTooLarge
from kb.messages import DATES_DISAGREE, Message
from kb.parsers.blocks import Block
from kb.parsers.headlines import title_among
from kb.parsers.html import banners, contradictions, lines, linked, metadata, notes, titles, tree
from kb.parsers.html.content import Content
from kb.parsers.html.visitors import without_talk
from kb.parsers.html.walking import walk_page
from kb.parsers.reading import CUT_OFF, Reading, without_title
from kb.parsers.yields import letters
from kb.records import Evidence, Source
from kb.text.decoding import decode
from kb.text.folding import normalise

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_MOST_TAGS = 300_000  # the tree of as many takes about 200 MB
_CUT_TAG = re.compile(r"<[A-Za-z/!][^<>]*\Z")  # where a download broke off
_OPENS = re.compile(r"<body\b", re.IGNORECASE)
_ENDS = re.compile(r"</(?:body|html|frameset)\s{0,20}>", re.IGNORECASE)
_ENOUGH = 0.25  # of the page's prose; a story with many comments under it has more
_MUCH_PROSE = 500  # characters, from which a small share is suspicious
_BY_TITLE = 0.7  # confidence in a publisher whose name stands beside the headline
_HARDLY_ANY = 200  # characters
_NEXT_TO_NOTHING = 80  # characters: "Loading ...", or that the page needs JavaScript
_MANY_SCRIPTS = 5

_ALL_KEPT = Message(
    "The text of the page could not be told from what surrounds it, so all was kept; save the text alone."
)
_NOT_LOADED = Message("The page holds hardly any text; open it in a browser and save it again.")


def read(source: Source) -> Reading:
    """The blocks of a page's main content, with the title, language, date and publisher it declares.

    Raises:
        SourceTooLarge: it has more tags than a page for reading has.
    """
    text, undecodable = decode(source.content)
    if text.count("<") > _MOST_TAGS:
        raise SourceTooLarge("The page has more than {most} tags; save its text alone.", most=_MOST_TAGS)
    soup = tree.soup(_CUT_TAG.sub("", normalise(text)))
    content = Content(soup)
    found, warnings = _read(content, soup)
    found = without_talk(found) or found
    if _is_cut_off(text):
        warnings = (*warnings, CUT_OFF)
    meta, stated = metadata.meta(soup), linked.entry(soup)
    title = titles.title(soup, meta, stated, found) or title_among(found)
    published = metadata.published(soup, content, meta, stated)
    stated_by = metadata.publisher(meta, stated)
    named = None if stated_by else titles.site(soup, title) or banners.body(soup)
    evidence = {"published": Evidence(confidence=published.confidence)} if published else {}
    if published and published.contradicted:
        told = {"stated": published.date.iso, "printed": published.contradicted.as_printed or ""}
        warnings = (*warnings, Message(DATES_DISAGREE, told))
    for told_of in contradictions.find(soup, content, meta, stated):
        known = any(each.template == told_of.template for each in warnings)
        warnings = warnings if known else (*warnings, told_of)
    found = [each for each in map(_without_furniture, found) if each.text]
    return Reading(
        blocks=without_title(found, title) if title and len(found) > 1 else tuple(found),
        title=title,
        language=metadata.language(soup, meta, stated),
        publisher=stated_by or named,
        published=published.date if published else None,
        source=metadata.address(soup, meta),
        letters=content.page.letters(),
        undecodable=undecodable,
        warnings=warnings,
        evidence=evidence | ({"publisher": Evidence(confidence=_BY_TITLE)} if named else {}),
    )


def _is_cut_off(text: str) -> bool:
    """Whether a page begins as a whole one and never ends: of 91 saved pages each had one of the ends."""
    return bool(_OPENS.search(text)) and not _ENDS.search(text)


def blocks(markup: str) -> list[Block]:
    """The blocks of an HTML fragment that has no surroundings."""
    return fragment(tree.soup(markup))[0]


def fragment(soup: BeautifulSoup) -> tuple[list[Block], int]:
    """The blocks of such a fragment, by its tree, and how many letters it shows."""
    noted = notes.find(list(tree.elements(soup)))
    found = walk_page([soup], lambda tag: tree.silent(tag) or noted.skips(tag), noted)
    return found, letters(tree.text_of(soup))


def _read(content: Content, soup: BeautifulSoup) -> tuple[list[Block], tuple[Message, ...]]:
    """The blocks of the main content, or of more if that is suspiciously little, and what to say of it."""
    page = content.page
    found = walk_page(content.parts, page.leaves_out, page.notes)
    warnings: tuple[Message, ...] = ()
    if not found or _length(found) < page.whole * _ENOUGH:
        more = walk_page([page.root], page.leaves_out_furniture, page.notes)
        more = more or walk_page([page.root], page.leaves_out_little, page.notes)
        more = more or walk_page([page.root], tree.unseen, page.notes)
        if _length(more) > 2 * _length(found):
            found, warnings = more, (_ALL_KEPT,) if page.whole > _MUCH_PROSE else ()
    length = _length(found)
    scripts = len(list(islice(tree.named(soup, ("script",)), _MANY_SCRIPTS))) if length < _HARDLY_ANY else 0
    if scripts == _MANY_SCRIPTS or (scripts and length < _NEXT_TO_NOTHING):
        warnings = (_NOT_LOADED,)
    return found, warnings


def _without_furniture(block: Block) -> Block:
    """A block without the menu behind a site's name, and without how long it takes to read."""
    shorter = lines.without_bracketed_menu(lines.without_reading_time(block.text))
    return block if shorter == block.text else replace(block, text=shorter)


def _length(found: list[Block]) -> int:
    return sum(len(block.text) for block in found)
