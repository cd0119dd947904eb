"""What a page says of itself in JSON-LD (schema.org): the entry that is about its text.

Real pages have trailing commas, comments and CDATA marks around their JSON; these are taken off
when it cannot be read as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kb.parsers.html import tree
from kb.text.folding import normalise, squeeze

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_TEXTS = frozenset(
    "newsarticle article reportagenewsarticle pressrelease blogposting report scholarlyarticle techarticle "
    "advertisercontentarticle analysisnewsarticle backgroundnewsarticle opinionnewsarticle webpage itempage "
    "aboutpage creativework digitaldocument governmentservice legislation liveblogposting "
    "socialmediaposting".split()
)
_BODIES = (
    "organization",
    "organisation",
    "ngo",
    "governmentorganization",
    "newsmediaorganization",
    "corporation",
)
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage")
_MOST = 200  # entries of one page
_BEFORE = re.compile(r"(?:<!--|(?://|/\*)?\s?<!\[CDATA\[)(?:\s?\*/)?")
_BEHIND = re.compile(r"(?:-->|(?://|/\*)?\s?\]\]>(?:\s?\*/)?);?\Z")
_LAST_COMMA = re.compile(r",[ \t\r\n]{0,200}(?=[}\]])")

Entry = dict[str, object]


def entry(soup: BeautifulSoup) -> Entry:
    """The entry about the text: an article before a page, the first of its kind; empty if there is none."""
    found = [each for each in _entries(soup) if _kind(each) in _TEXTS or not _kind(each)]
    found.sort(
        key=lambda each: (
            _kind(each) in ("webpage", "itempage", "aboutpage", "creativework", ""),
            not _dated(each),
        )
    )
    return found[0] if found else {}


def text(entry: Entry, *names: str) -> str:
    """The string under the first of these names that has one."""
    values = (_first(entry.get(name)) for name in names)
    return next((squeeze(normalise(each)) for each in values if isinstance(each, str) and each.strip()), "")


def body(entry: Entry) -> str:
    """The organisation that an entry says has published it, or else has written it."""
    publishers = [each for each in _listed(entry.get("publisher")) if isinstance(each, (dict, str))]
    writers = [
        each
        for name in ("sourceOrganization", "author", "creator")
        for each in _listed(entry.get(name))
        if isinstance(each, dict) and _kind(each) in _BODIES
    ]
    named = [
        text(each, "name") if isinstance(each, dict) else squeeze(normalise(each))
        for each in [*publishers, *writers]
    ]
    return next(filter(None, named), "")


def _dated(entry: Entry) -> bool:
    return bool(text(entry, "datePublished"))


def _entries(soup: BeautifulSoup) -> Iterator[Entry]:
    left = _MOST
    for tag in tree.named(soup, ("script",)):
        if not str(tag.get("type", "")).lower().startswith("application/ld+json"):
            continue
        pending = _listed(_read(tag.get_text()))
        while pending and left:
            each, left = pending.pop(0), left - 1
            if isinstance(each, dict):
                yield each
                pending += [inner for name in _INSIDE for inner in _listed(each.get(name))]


def _read(stated: str) -> object:
    for form in (stated, _mended(stated)):
        try:
            return json.loads(form, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _mended(stated: str) -> str:
    """JSON without the marks of comments and CDATA around it and the commas before its brackets."""
    bare = stated.strip()
    for _ in range(2):  # a comment around CDATA
        bare = _BEHIND.sub("", _BEFORE.sub("", bare[:40]) + bare[40:]).strip()
    return _LAST_COMMA.sub("", bare)


def _kind(entry: Entry) -> str:
    kinds = [each.lower() for each in _listed(entry.get("@type")) if isinstance(each, str)]
    return next((each for each in kinds if each in _TEXTS), kinds[0] if kinds else "")


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _first(value: object) -> object:
    return value[0] if isinstance(value, list) and value else value
