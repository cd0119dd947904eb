"""XML of office files and e-books: parsed by expat into a tree, and gone through.

Names are short: "w:p" is a paragraph of Word, in either of its two namespaces.

What must stay true: a hostile file is refused before it costs memory. A declaration of a document
type is refused unread, because only there can entities be declared; one that only names the type, as old
e-books have it, is passed over, and nothing is fetched for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from io import BytesIO
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from kb.errors import ParseFailed, SourceError, SourceTooLarge
from kb.parsers.yields import letters

_DEEPEST = 1_000  # elements inside each other; tables ten deep in each other have some 80
_MOST_ELEMENTS = 600_000  # 1,000 pages of Word's own markup have 400,000; the tree takes 120 MB
_MOST_NAMES = 10_000  # whose short form is kept; a hostile file may have no end of them
# At the head of an XML file, the name of a document type without the brackets in which entities are declared.
_NO_ENTITIES = re.compile(
    rb"\A(?P<before>(?:\xef\xbb\xbf)?\s{0,20}(?:<\?xml[^<>]{0,200}\?>)?\s{0,20})<!DOCTYPE\s[^<>\[\]]{1,400}>"
)
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)

_NAMESPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
    "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0": "fo",
    "urn:oasis:names:tc:opendocument:xmlns:meta:1.0": "meta",
    "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0": "manifest",
    "urn:oasis:names:tc:opendocument:xmlns:container": "container",
    "urn:oasis:names:tc:opendocument:xmlns:loext:1.0": "loext",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
    "http://www.idpf.org/2007/opf": "opf",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://www.w3.org/2001/04/xmlenc#": "enc",
}  # fmt: skip
_SEPARATOR = "\x1f"  # between a namespace and a name; XML has no such character


def parse_xml(content: bytes) -> Element:
    """The tree of an XML document, its names shortened: ``w:p``, ``text:h``; ``?:x`` is of no known space.

    Raises:
        ParseFailed: it is not well-formed, declares a document type, or is nested too deeply.
        SourceTooLarge: it has more elements than a document for reading has.
    """
    content = _NO_ENTITIES.sub(rb"\g<before>", content, count=1)
    if _DOCTYPE.search(content.replace(b"\x00", b"")):  # UTF-16 and UTF-32 have NUL bytes between letters
        raise _declares_a_type()
    tree = _Tree()
    parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
    parser.buffer_text = True
    parser.StartElementHandler = tree.start
    parser.EndElementHandler = tree.end
    parser.CharacterDataHandler = tree.builder.data
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _refuse_doctype
    try:
        parser.ParseFile(BytesIO(content))
        return tree.builder.close()
    except SourceError:
        raise
    except (expat.ExpatError, ValueError, LookupError, AssertionError) as error:
        raise ParseFailed("The file is damaged: its XML cannot be read.") from error


class _Tree:
    """Makes elements of expat's events, and counts them."""

    def __init__(self) -> None:
        self.builder = TreeBuilder()
        self._names: dict[str, str] = {}
        self._depth = 0
        self._elements = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins; attributes that only track editing sessions are left out."""
        self._depth += 1
        self._elements += 1
        if self._depth > _DEEPEST:
            raise ParseFailed("Its XML is nested too deeply to be a document.")
        if self._elements > _MOST_ELEMENTS:
            raise SourceTooLarge(
                "It has more than {most} elements of markup; save its text alone.", most=_MOST_ELEMENTS
            )
        kept = {}
        for key, value in attributes.items():
            short = self._short(key)
            if not short.startswith(("w:rsid", "?:")):
                kept[short] = value
        self.builder.start(self._short(name), kept)

    def end(self, name: str) -> None:
        """An element ends."""
        self._depth -= 1
        self.builder.end(self._short(name))

    def _short(self, name: str) -> str:
        short = self._names.get(name)
        if short is None:
            space, separator, local = name.rpartition(_SEPARATOR)
            short = f"{_NAMESPACES.get(space, '?')}:{local}" if separator else local
            if len(self._names) < _MOST_NAMES:
                self._names[name] = short
        return short


def _refuse_doctype(*_declaration: object) -> None:
    raise _declares_a_type()


def _declares_a_type() -> ParseFailed:
    return ParseFailed("Its XML declares entities, as no office program does; check where it is from.")


def walk(root: Element, enter: Callable[[Element], bool], leave: Callable[[Element], None]) -> None:
    """Go through all below ``root`` in the order of the text, on a stack of our own.

    ``enter`` says whether to go into an element; ``leave`` is called behind each that was gone into.
    """
    pending: list[tuple[Element, Iterator[Element]]] = [(root, iter(root))]
    while pending:
        element, inside = pending[-1]
        each = next(inside, None)
        if each is None:
            pending.pop()
            leave(element)
        elif enter(each):
            pending.append((each, iter(each)))


def letters_in(root: Element, enters: Callable[[Element], bool], only: Collection[str] = ()) -> int:
    """The letters in a tree of XML, or in its elements of some names, as far as ``enters`` goes in."""
    count = 0

    def enter(element: Element) -> bool:
        nonlocal count
        entered = enters(element)
        if entered and (element.tag in only or not only):
            count += letters(element.text or "")
        count += 0 if only else letters(element.tail or "")
        return entered

    walk(root, enter, lambda _: None)
    return count


def children(element: Element | None, name: str) -> list[Element]:
    """The children of an element that have a name; none where there is no element."""
    return [] if element is None else element.findall(name)


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of that name, its first child of the next name, and so on."""
    for name in path:
        element = None if element is None else element.find(name)
    return element
