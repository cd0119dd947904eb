"""The tree of a page: how it is built, and what an element shows by itself.

BeautifulSoup with ``html.parser`` builds it: of six parsers it was the only one that lost no text in
33 hostile files. Nothing here looks at more than an element and its children, or at a few nodes around
it, so that reading a page of any depth stays linear; ``find`` is used on the whole page only. What
BeautifulSoup finds by several names or by an attribute takes it ten times as long as a look at each
element (``elements``, ``named``).
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Collection, Iterator
from functools import lru_cache
from itertools import islice
from urllib.parse import unquote

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning
from bs4.element import (
    Comment,
    Declaration,
    Doctype,
    NavigableString,
    PageElement,
    ProcessingInstruction,
    Script,
    Stylesheet,
    Tag,
)

from kb.text.folding import normalise, squeeze

LeavesOut = Callable[[Tag], bool]  # says of an element that it is not read

HEADINGS = {f"h{level}": level for level in range(1, 7)}
PARAGRAPHS = frozenset(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption "
    "figure footer form header hr html legend li main menu nav ol p pre section summary table tbody td tfoot "
    "th thead tr ul".split()
)
BLOCKS = PARAGRAPHS | HEADINGS.keys()
_APART = BLOCKS | {"br"}
_QUOTES = frozenset(("aside", "div", "section", "figure", "p"))
_CALLED_QUOTES = frozenset(("pullquote", "quote", "quotation", "blockquote", "testimonial", "testimonio"))
_NEAR = 3  # elements above one
_MOST_IN_FIGURE = 60  # nodes, among which its quotation is one of the first
_UNSEEN = frozenset("script style svg math iframe object canvas head title audio video map".split())
_NAMES = {
    "table": "table", "grid": "table", "treegrid": "table", "rowgroup": "tbody", "row": "tr",
    "cell": "td", "gridcell": "td", "columnheader": "th", "rowheader": "th",
}  # fmt: skip
_NAMELESS = frozenset("div span section ul ol li p".split())  # what a role may make part of a table
_SILENT = _UNSEEN | frozenset("noscript template select option button textarea input dialog".split())
_NO_WORDS = frozenset[str]()
_SILENT_STRINGS = (Comment, Declaration, Doctype, ProcessingInstruction, Script, Stylesheet)
_HIDING = re.compile(r"(?:display:none|visibility:hidden)(?![\w-])")
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_REACH = re.compile(
    r"mailto:(?P<address>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6})(?=\?|$)|tel:(?P<number>\+[\d().\s-]{7,24})$"
    r"|(?:https?:)?(?://)?(?:wa\.me/|(?:api\.)?whatsapp\.com/send/?\?phone=)\+?(?P<chat>[1-9]\d{9,14})(?!\d)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\(?\d[\d ().-]{5,20}\d")
_LOCAL = 7  # the last digits of a number, which are printed whatever codes are left out
_LONGEST_CODE = 3  # digits of a calling code
_SPELT = re.compile(r"[(\[{]\s?(?:at|arroba)\s?[)\]}]|\sarroba\s", re.IGNORECASE)
_LONGEST_STYLE = 500  # characters of a style that are looked at

_NO_SECTION = re.compile(
    r"<!\[(?!(?:temp|cdata|ignore|include|rcdata|if|else|endif)(?![-_.a-z0-9]))", re.IGNORECASE
)
_ENDLESS = re.compile(
    r"&#(?:[0-9]{8,}|x[0-9a-f]{7,});?", re.IGNORECASE
)  # no such character; int() refuses it


def soup(markup: str) -> BeautifulSoup:
    """The tree of a page or a fragment."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        built = BeautifulSoup(_ENDLESS.sub("\ufffd", _closed(markup)), "html.parser")
    _name_cells(built)
    return built


def _name_cells(built: BeautifulSoup) -> None:
    """Give the elements that are tables, rows and cells by their role alone the names that say so."""
    for tag in named(built, _NAMELESS):  # those around come first
        name = _NAMES.get(str(tag.get("role")))
        if name == "table" or (name and any(above.name == "table" for above in islice(tag.parents, _NEAR))):
            tag.name = name


def _closed(markup: str) -> str:
    """The markup, with marks that are never closed made text, and sections of no known name comments.

    ``html.parser`` would look for the end of each mark anew: a minute for 20,000 of "<a ". For a "<![" of
    which it does not know the name it refuses the whole page; browsers take that for a comment.
    """
    markup = _NO_SECTION.sub("<!-[", markup)
    end = markup.rfind("-->") + 1
    markup = markup[:end] + markup[end:].replace("<!--", "&lt;!--")
    end = markup.rfind(">") + 1
    return markup[:end] + markup[end:].replace("<", "&lt;")


def elements(root: Tag) -> Iterator[Tag]:
    """The elements inside one, in the order of the page."""
    return (each for each in root.descendants if isinstance(each, Tag))


def named(root: Tag, names: Collection[str]) -> Iterator[Tag]:
    """Those of the elements inside one that have one of these names."""
    return (each for each in root.descendants if isinstance(each, Tag) and each.name in names)


def first(root: Tag, name: str) -> Tag | None:
    """The first of the elements inside one that has this name."""
    return next(named(root, (name,)), None)


def stands_in(tag: Tag, names: Collection[str]) -> bool:
    """Whether an element stands in one that has one of these names."""
    return any(above.name in names for above in tag.parents)


def unseen(tag: Tag) -> bool:
    """Whether an element never shows text: scripts, styles, drawings."""
    return tag.name in _UNSEEN


def silent(tag: Tag) -> bool:
    """Whether an element shows nothing to a reader: scripts, controls, what is hidden."""
    if tag.name in _SILENT:
        return True
    stated = tag.attrs
    return bool(stated) and (
        "hidden" in stated
        or stated.get("aria-hidden") == "true"
        or ("style" in stated and _HIDING.search(style(tag)) is not None)
    )


def style(tag: Tag) -> str:
    """The element's own style, in small letters and without spaces."""
    stated = tag.get("style")
    return "".join(stated[:_LONGEST_STYLE].lower().split()) if isinstance(stated, str) else ""


def is_shown(text: PageElement) -> bool:
    """Whether a string of the tree is text, and no comment, declaration or script."""
    if type(text) is NavigableString:  # nearly all are
        return True
    return isinstance(text, NavigableString) and not isinstance(text, _SILENT_STRINGS)


def runs(tag: Tag) -> list[str]:
    """The strings directly in an element, their white space squeezed."""
    return [text for child in tag.contents if is_shown(child) and (text := squeeze(str(child)))]


def text_of(tag: Tag, leaves_out: LeavesOut = silent) -> str:
    """All text inside an element on one line, without what is left out."""
    pieces: list[str] = []
    pending: list[PageElement] = [tag]
    while pending:
        each = pending.pop()
        if not isinstance(each, Tag):
            pieces += [str(each)] if is_shown(each) else []
        elif each is tag or not leaves_out(each):
            pieces += [" "] if each.name in _APART else []
            pending += reversed(each.contents)
    return squeeze(normalise("".join(pieces)))


def brief(tag: Tag, most: int = 12) -> str:
    """The text of an element that holds at most so many nodes, else nothing: a mark, a line."""
    nodes, pending = len(tag.contents), [tag]
    while pending and nodes <= most:
        inner = [each for each in pending.pop().contents if isinstance(each, Tag)]
        nodes += sum(len(each.contents) for each in inner)
        pending += inner
    return text_of(tag) if nodes <= most else ""


def words_of(tag: Tag) -> frozenset[str]:
    """The words of an element's class and id: ``relatedPosts`` and ``related-posts`` are the same."""
    stated = tag.attrs
    if "class" not in stated and "id" not in stated:
        return _NO_WORDS
    return _words((*tag.get_attribute_list("class"), tag.get("id")))


@lru_cache(maxsize=4096)
def _words(names: tuple[object, ...]) -> frozenset[str]:
    stated = (name[:_LONGEST_STYLE] for name in names if isinstance(name, str))
    return frozenset(word.lower() for name in stated for word in _WORD.findall(name))


def target(tag: Tag) -> str:
    """The id in the page that a link leads to; empty if it leads elsewhere."""
    href = tag.get("href") if tag.name == "a" else None
    return href[1:] if isinstance(href, str) and href.startswith("#") else ""


def anchors(tag: Tag) -> list[str]:
    """The ids that a link in the page can lead to this element by."""
    names = ("id", "name") if tag.name == "a" else ("id",)
    return [stated for name in names if isinstance(stated := tag.attrs.get(name), str) and stated]


def roles(tag: Tag) -> frozenset[str]:
    """What ``role`` and ``epub:type`` say that an element is."""
    stated = [tag.attrs[name] for name in ("role", "epub:type") if name in tag.attrs]
    if not stated:
        return _NO_WORDS
    return frozenset(word for each in stated if isinstance(each, str) for word in each.lower().split())


def reach(tag: Tag) -> str:
    """The address or number that a link writes to or calls, if nothing there shows one.

    A link to a chat has words; a sign alone is a button of the page.
    """
    href = tag.get("href") if tag.name == "a" else None
    found = _REACH.match(unquote(href[:_LONGEST_STYLE])) if isinstance(href, str) else None
    if found is None:
        return ""
    address, number = found["address"], found["number"]
    if found["chat"]:
        number = f"+{found['chat']}" if brief(tag) else ""
    around = brief(tag.parent) if tag.parent else ""
    if address:
        shown = brief(tag) + around
        return "" if "@" in shown or _SPELT.search(shown) else address
    told = any(map(str.isdigit, brief(tag))) or _digits(number)[-_LOCAL:] in _digits(around)
    return "" if told else number


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def calling_code(tag: Tag) -> str:
    """The calling code that a link dials before the number it shows: "+502" of ``tel:+50222125300``."""
    href = tag.get("href") if tag.name == "a" else None
    found = _REACH.match(unquote(href[:_LONGEST_STYLE])) if isinstance(href, str) else None
    number = found and (found["number"] or found["chat"])
    shown = brief(tag) if number else ""
    if not number or not _NUMBER.fullmatch(shown) or shown.startswith("00"):
        return ""
    dialled, printed = (re.sub(r"\D", "", each) for each in (number, shown))
    code = dialled.removesuffix(printed)
    return f"+{code}" if 0 < len(code) <= _LONGEST_CODE and dialled.endswith(printed) else ""


def is_quotation(tag: Tag) -> bool:
    """Whether an element is a block quote, by its name, or by its class where it is short."""
    if tag.name == "blockquote":
        return True
    return tag.name in _QUOTES and bool(words_of(tag) & _CALLED_QUOTES) and brief(tag) != ""


def signs_quotation(tag: Tag) -> bool:
    """Whether an element says whose a block quote is: its foot, or the caption of its figure."""
    if tag.name == "footer":
        return any(above.name == "blockquote" for above in islice(tag.parents, _NEAR))
    above = islice(tag.parents, _NEAR) if tag.name == "figcaption" else ()
    figure = next((each for each in above if each.name == "figure"), None)
    inner = islice(figure.descendants, _MOST_IN_FIGURE) if figure else ()
    return any(isinstance(each, Tag) and each.name == "blockquote" for each in inner)
