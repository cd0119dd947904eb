"""A page of an answer as an Atom feed (RFC 4287): what readers of news can follow.

Ids are made of the question and of the document's id, so that they stay the same wherever the page is
served; ``updated`` is when the document was kept or changed last.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring

from kb.answers import Hit, Page
from kb.messages import Message, say
from kb.thesaurus import Thesaurus

MEDIA_TYPE = "application/atom+xml"
_NAMESPACE = "http://www.w3.org/2005/Atom"
_NEVER = "1970-01-01T00:00:00+00:00"  # of a feed without entries; it must have a date
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TITLE = Message("kb: {query}")
_ALL = Message("kb: newest documents")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a feed is served: absolute addresses, without the slash at the end of the first."""

    site: str
    feed: str
    page: str
    question: str  # the same wherever it is served: what the feed's id is made of


def written(
    page: Page, changed: Mapping[str, str], at: Address, thesaurus: Thesaurus, language: str
) -> bytes:
    """The feed; ``changed`` says when each document was kept or changed last (ISO 8601)."""
    root = Element("feed", {"xmlns": _NAMESPACE, "xml:lang": language})
    title = Message(_TITLE.template, {"query": page.query}) if page.query else _ALL
    _text(root, "title", say(title, language))
    _text(root, "id", _id(f"feed:{at.question}"))
    _text(root, "updated", max((changed[hit.id] for hit in page.hits), default="") or _NEVER)
    _text(SubElement(root, "author"), "name", "kb")
    SubElement(root, "link", {"rel": "self", "type": MEDIA_TYPE, "href": _clean(at.feed)})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": _clean(at.page)})
    for hit in page.hits:
        _entry(root, hit, changed[hit.id] or _NEVER, at, thesaurus, language)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def _entry(root: Element, hit: Hit, changed: str, at: Address, thesaurus: Thesaurus, language: str) -> None:
    entry = SubElement(root, "entry", {"xml:lang": _clean(hit.language)})
    _text(entry, "title", hit.title or hit.id)
    _text(entry, "id", _id(f"document:{hit.id}"))
    _text(entry, "updated", changed)
    if hit.published and hit.published.day and hit.published.iso:
        _text(entry, "published", f"{hit.published.iso}T00:00:00Z")
    if hit.publisher:
        _text(SubElement(entry, "author"), "name", hit.publisher)
    place = hit.passages[0].address.partition("#")[2] if hit.passages else ""
    address = f"{at.site}/documents/{hit.id}" + (f"?at={place}#{place}" if place else "")
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": _clean(address)})
    for topic in hit.topics:
        label = thesaurus.label(topic, language)
        SubElement(entry, "category", {"term": _clean(topic), "label": _clean(label)})
    if hit.passages:
        start, end = hit.passages[0].excerpt
        _text(entry, "summary", hit.passages[0].text[start:end])


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = _clean(text)


def _clean(text: str) -> str:
    """Text without the characters that XML 1.0 cannot hold."""
    return _NO_XML.sub("\ufffd", text)


def _id(name: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'kb:{name}')}"
