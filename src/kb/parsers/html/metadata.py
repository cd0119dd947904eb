"""What a page says of itself: language, date, publisher and address, from its head before its body.

Dates come from the head (OpenGraph, Dublin Core, Highwire), from JSON-LD, from microdata, from the
``<time>`` of the text, from an element that its class calls a date, and last from one behind a label
("Fecha de publicación"). The date of a change, of a copyright or of another story is never taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from bs4.element import Tag

from kb.parsers.html import linked, tree
from kb.parsers.html.content import Content
from kb.parsers.html.surroundings import Page
from kb.records import PartialDate
from kb.text.dates import find_dates, parse_date
from kb.text.folding import fold, normalise, squeeze
from kb.text.moments import are_other_days

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

Meta = Mapping[str, str]  # what the head's meta elements state, by name in small letters

_DATE_NAMES = (
    "article:published_time", "article:published", "og:published_time", "og:article:published_time",
    "datepublished", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created",
    "dcterms.issued", "dcterms.available", "dc.date.created", "dc.date.available", "date",
    "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
    "publication-date", "published_date", "sailthru.date", "parsely-pub-date",
    "citation_publication_date", "citation_date", "citation_online_date", "prism.publicationdate",
    "article.published", "displaydate", "originalpublicationdate", "created", "fecha",
    "cxenseparse:recs:publishtime",
)  # fmt: skip
_OFFICE = re.compile(r"(?:Libre|Open|Star)Office", re.IGNORECASE)
_DATED = frozenset(
    (
        "date",
        "dates",
        "published",
        "publish",
        "pubdate",
        "fecha",
        "posted",
        "datetime",
        "timestamp",
        "publicado",
    )
)
_NOT_DATED = frozenset(
    "modified updated update upd event events deadline birth copyright archive archives expires comment "
    "picker format until "
    "actualizado related".split()
)
_PUBLISHES = frozenset(("published", "pubdate", "publicado", "posted"))  # in the class of a ``<time>``
_DATE_LABEL = re.compile(
    r"(?:fecha(?: de (?:publicaci[oó]n|emisi[oó]n|difusi[oó]n))?|publicad[oa](?: por [^\d:]{2,40}?)?(?: el)?"
    r"|publicaci[oó]n"
    r"|(?:(?:first|publicly) )?(?:published|posted|released|issued)(?: by [^\d:]{2,40}?)?(?: on)?"
    r"|(?:release|publication|publish|issue|press release) date"
    r"|date(?: (?:of (?:publication|release|issue)|publish(?:ed)?|posted|issued))?)"
    r"(?!\s(?:last\s)?(?:modif|updat|review|actuali))\s?:?\s?",
    re.IGNORECASE,
)
_LABELS = frozenset("dt th td strong b span label p li div em small h5 h6".split())
_MOST_LABELS = 3000  # elements; a label stands near the headline or beside the text
_BESIDE = ("aside", "footer", "nav", "li")
_BYLINES = frozenset(("byline", "meta", "postmeta", "dateline", "submitted", "posted"))
_MADE = re.compile(
    r"\W*(?:created|uploaded|written|creado|creada|subid[oa]|escrit[oa]|redactad[oa])\b", re.IGNORECASE
)
_LINES = frozenset(("span", "p"))  # a date is often beside a byline or buttons
_LONGEST_BYLINE = 180  # characters
_LONGEST_DATE = 90  # characters of an element that shows one
_MOST_DATES = 5  # elements whose class says date; a page with more lists stories
# Confidence in a date, by where it stands.
_IN_HEAD, _IN_JSON, _IN_BODY, _BY_CLASS = 0.95, 0.95, 0.9, 0.75
_PUBLISHER_NAMES = (
    "dc.publisher",
    "dcterms.publisher",
    "citation_publisher",
    "publisher",
    "copyright-holder",
    "dcterms.rightsholder",
)
# What systems put where the publisher should be, and parts of a site.
_NO_PUBLISHER = frozenset(
    """
    wordpress drupal joomla wix squarespace blogger medium home homepage website site untitled blog
    news newsroom noticias prensa press media index inicio portada my mysite localhost staging test
    default articles article comunicados
    """.split()
) | frozenset(
    (
        "press centre", "press center", "sala de prensa", "my blog", "my site", "press releases",
        "just another wordpress site", "media centre", "media center", "nuevo sitio",
        "comunicados de prensa", "press release",
    )
)  # fmt: skip
_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}/?", re.IGNORECASE)


def meta(soup: BeautifulSoup) -> dict[str, str]:
    """What the meta elements state; the first of a name counts."""
    found: dict[str, str] = {}
    for tag in tree.named(soup, ("meta",)):
        content = tag.get("content")
        if not isinstance(content, str) or not content.strip():
            continue
        for name in (tag.get("property"), tag.get("name"), tag.get("itemprop")):
            if isinstance(name, str):
                found.setdefault(name.lower(), squeeze(normalise(content)))
    if _OFFICE.search(found.get("generator", "")):
        found.pop("created", None)  # when the file was made, as in a PDF
    return found


def language(soup: BeautifulSoup, meta: Meta, stated: linked.Entry) -> str | None:
    """The language that the page declares, as two letters."""
    root = tree.first(soup, "html")
    own = root.get("lang") or root.get("xml:lang") if root is not None else None
    values = (own, meta.get("og:locale"), meta.get("dc.language"), linked.text(stated, "inLanguage"))
    codes = (value[:2].lower() for value in values if isinstance(value, str) and value.strip())
    return next((code for code in codes if len(code) == 2 and code.isascii() and code.isalpha()), None)


def publisher(meta: Meta, stated: linked.Entry) -> str | None:
    """The organisation that publishes the page, and neither its system nor a section of the site."""
    values = (meta.get("og:site_name"), linked.body(stated), *(meta.get(name) for name in _PUBLISHER_NAMES))
    return next((value for value in values if value and is_body(value)), None)


def is_body(name: str) -> bool:
    """Whether a name can be an organisation's: no default of a system, no section, no bare domain."""
    plain = fold(name).strip(" .|-")
    return (
        1 < len(name) <= 120
        and plain not in _NO_PUBLISHER
        and _DOMAIN.fullmatch(name) is None
        and not plain.startswith("@")
    )


class Published(NamedTuple):
    """The date that a page declares, and the other one that its body shows beside the headline."""

    date: PartialDate
    confidence: float
    contradicted: PartialDate | None = None


def published(soup: BeautifulSoup, content: Content, meta: Meta, stated: linked.Entry) -> Published | None:
    """The date that the page declares, the confidence in it, and what its body says against it."""
    page = content.page
    declared = (
        *((meta.get(name), _IN_HEAD) for name in _DATE_NAMES),
        (linked.text(stated, "datePublished", "dateCreated", "uploadDate"), _IN_JSON),
    )
    shown = (
        *_marked(soup, content),
        *((value, _BY_CLASS) for value in _called_dates(content)),
        *((value, _BY_CLASS) for value in _labelled_dates(page)),
        *((value, _BY_CLASS) for value in _byline_dates(page)),
    )
    first, second = _first_date(declared), _first_date(shown)
    if first is None and second is None:
        return _without_year(page)
    if first is None or second is None:
        return first or second
    if not first.date.day or not second.date.day or first.date.iso == second.date.iso:
        return first
    if not are_other_days(first.date.as_printed or "", second.date.as_printed or ""):  # night in Greenwich
        return second._replace(confidence=first.confidence)
    return first._replace(contradicted=second.date)


def _first_date(values: Iterable[tuple[object, float]]) -> Published | None:
    for value, confidence in values:
        if isinstance(value, str) and (found := parse_date(value.strip())) and found.year:
            return Published(found, confidence)
    return None


def _marked(soup: BeautifulSoup, content: Content) -> Iterator[tuple[object, float]]:
    """Dates of microdata and ``<time>``: those in the text; elsewhere one may be another story's."""
    stated = [each for each in tree.elements(soup) if each.get("itemprop") == "datePublished"]
    if len(stated) == 1 and stated[0].name != "meta":
        yield from _values(stated[0])
    inside = list(islice(tree.named(content.main, ("time",)), _MOST_DATES))
    everywhere = list(islice(tree.named(soup, ("time",)), _MOST_DATES))
    own = [each for each in inside if _may_be_its_own(content.page, each)]
    own = own or [each for each in everywhere if _may_be_its_own(content.page, each)]
    for tag in own[:1] if inside or len(own) == 1 else []:
        yield from _values(tag)
    called = [each for each in everywhere if _is_called_published(each)]
    for tag in called if len(called) == 1 else []:
        yield from _values(tag)


def _is_called_published(tag: Tag) -> bool:
    """Whether a ``<time>`` says that it is of the publication, wherever its system puts it."""
    if tree.stands_in(tag, _BESIDE) or _changes(tag):
        return False
    return bool(tree.words_of(tag) & _PUBLISHES or tag.has_attr("pubdate"))


def _may_be_its_own(page: Page, tag: Tag) -> bool:
    return not _changes(tag) and (not page.is_left_out(tag) or _stands_in_byline(tag))


def _stands_in_byline(tag: Tag) -> bool:
    """Whether a date stands in a by-line, which is left out of the text but belongs to it."""
    if tree.stands_in(tag, _BESIDE):
        return False
    around = [each for each in tag.parents if each.name in ("p", "div", "span", "header")][:2]
    return any(tree.words_of(each) & _BYLINES for each in around)


def _values(tag: Tag) -> Iterator[tuple[object, float]]:
    """What an element says, surer where no label says that it is when the page was made."""
    around = tree.brief(tag.parent) if tag.parent else ""
    confidence = _BY_CLASS if _MADE.match(around) else _IN_BODY
    yield tag.get("datetime") or tag.get("content"), confidence
    yield tree.brief(tag), confidence


def _changes(tag: Tag) -> bool:
    """Whether an element tells of a change, an event or a comment and not of the publication."""
    words = tree.words_of(tag) | frozenset(str(tag.get("itemprop") or "").lower().split())
    return bool(words & _NOT_DATED or "datemodified" in words)


def _called_dates(content: Content) -> Iterator[str]:
    """The date of the elements whose class calls them so, if all tell the same."""
    for root in (content.main, content.page.root):
        found = _dates_by_class(root, content.page.leaves_out)
        if found:
            yield from found[:1] if len(set(found)) == 1 else ()
            return


def _dates_by_class(root: Tag, left_out: tree.LeavesOut) -> list[str]:
    found: list[str] = []
    pending: list[Tag] = [root]
    while pending and len(found) <= _MOST_DATES:
        tag = pending.pop()
        words = tree.words_of(tag) if tag is not root else frozenset()
        text = tree.brief(tag, 30) if words & _DATED and not words & _NOT_DATED else ""
        dates = find_dates(text) if len(text) <= _LONGEST_DATE else []
        if dates and dates[0].date.year:
            found.append(text[dates[0].start : dates[0].end])
            continue
        inner = [each for each in reversed(tag.contents) if isinstance(each, Tag)]
        pending += [each for each in inner if each.name in _LINES or not left_out(each)]
    return found


def _without_year(page: Page) -> Published | None:
    """The date of a by-line that prints no year: "By the desk — Updated 11 p.m., June 28"."""
    stated = [parse_date(each) for each in _byline_dates(page, year=False)]
    return next((Published(each, _BY_CLASS) for each in stated if each), None)


def _byline_dates(page: Page, *, year: bool = True) -> Iterator[str]:
    """The one date of the by-lines: "Por Oficina de Prensa | Jul 3, 2024 | Noticias"."""
    found = [
        text[dates[0].start : dates[0].end]
        for tag in islice(tree.named(page.root, ("div", "p", "span")), _MOST_LABELS)
        if tree.words_of(tag) & _BYLINES
        and not any(tree.named(tag, ("time",)))  # which says itself what it is
        and not tree.stands_in(tag, _BESIDE)
        and (text := tree.brief(tag))
        and len(text) <= _LONGEST_BYLINE
        and len(dates := find_dates(text)) == 1
        and (dates[0].date.year is not None) == year
        and dates[0].date.day
    ]
    yield from found[:1] if len(set(found)) == 1 else ()


def _labelled_dates(page: Page) -> Iterator[str]:
    """The date behind a label, if all labels tell the same: in the same element or the next one."""
    found: list[str] = []
    for tag in islice(tree.named(page.root, _LABELS), _MOST_LABELS):
        text = tree.brief(tag)
        label = _DATE_LABEL.match(text) if len(text) <= _LONGEST_DATE else None
        behind = text[label.end() :] if label else ""
        following = tag.find_next_sibling() if label and not behind else None
        value = behind or (tree.brief(following) if following else "")
        dates = find_dates(value) if label and len(value) <= _LONGEST_DATE else []
        if dates and dates[0].start <= len("miércoles, ") and dates[0].date.year:
            found.append(value[dates[0].start : dates[0].end])
    yield from found[:1] if len(set(found)) == 1 else ()


def address(soup: BeautifulSoup, meta: Meta) -> str | None:
    """The page's own address on the web."""
    links = (each for each in tree.named(soup, ("link",)) if "canonical" in each.get_attribute_list("rel"))
    link = next(links, None)
    for value in (link.get("href") if link is not None else None, meta.get("og:url")):
        if isinstance(value, str) and value.startswith(("http://", "https://")):
            return squeeze(normalise(value))
    return None


def host(address: str | None) -> str:
    """The host of an address, without ``www``."""
    try:
        return (urlsplit(address or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
