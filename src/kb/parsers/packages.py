"""Zip files that hold a document: their parts, read within limits, and what kind of document it is.

Nothing that a package says of itself is believed: sizes are counted while bytes are unpacked, the
type is that of the main part, names are looked up and never used as paths. XML is parsed by expat
into a tree whose names are short ("w:p" for a paragraph of Word, in either of its two namespaces).

What must stay true: a hostile file is refused before it costs memory. A declaration of a document
type is refused unread, because only there can entities be declared; one that only names the type, as old
e-books have it, is passed over, and nothing is fetched for it.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping
from io import BytesIO
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from kb.errors import FormatUnknown, ParseFailed, SourceError, SourceTooLarge
from kb.parsers.yields import letters

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
EPUB = "application/epub+zip"
ZIP = "application/zip"

MOST_ENTRIES = 10_000  # a book of 2,000 chapters with a picture each has less than half
MOST_UNPACKED = 100 * 1024 * 1024  # bytes of all parts together
LARGEST_PART = 60 * 1024 * 1024  # bytes of one part; the text of 2,500 pages takes 25 MB in Word's XML
_UNSUSPECTED = 10 * 1024 * 1024  # bytes; below this, nobody minds how well they were packed
_BEST_RATIO = 200  # XML of real documents packs 5 to 40 times smaller; a bomb some 1,000 times
_DEEPEST = 1_000  # elements inside each other; tables ten deep in each other have some 80
_MOST_ELEMENTS = 600_000  # 1,000 pages of Word's own markup have 400,000; the tree takes 120 MB
_CHUNK = 65_536  # bytes
_ENTRY = b"PK\x01\x02"  # begins every entry of a zip file's directory
_ENCRYPTED = 0x1
_METHODS = (
    zipfile.ZIP_STORED,
    zipfile.ZIP_DEFLATED,
)  # the others unpack without a bound, and no office uses them
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, OverflowError)
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

# The type of a main part, or the words of a mimetype entry -> what kb reads it as.
_READ_TYPES = (
    (re.compile(r"wordprocessingml\.(?:document|template)\.main|ms-word\.(?:document|template)"), DOCX),
    (re.compile(r"opendocument\.text(?:-template)?\Z"), ODT),
    (re.compile(r"application/epub\+zip"), EPUB),
)
_REFUSED_TYPES = re.compile(
    r"spreadsheet|ms-excel|presentation|ms-powerpoint|sun\.xml|opendocument|openxmlformats|ms-visio|oasis"
)


def package_type(content: bytes) -> str:
    """The media type of a zip file by what it holds; ``application/zip`` where that is no document.

    Raises:
        FormatUnknown: it is a document of a kind that kb does not read.
        ParseFailed: the zip file is broken.
        SourceTooLarge: it has too many entries.
    """
    package = Package(content)
    stated = _stated_type(package)
    for pattern, media_type in _READ_TYPES:
        if pattern.search(stated):
            return media_type
    if _REFUSED_TYPES.search(stated):
        raise FormatUnknown(
            "This is a spreadsheet, presentation or drawing; save its text as PDF or Word and ingest that."
        )
    return ZIP


def _stated_type(package: Package) -> str:
    """What a package declares to be: the type of its main part, or its mimetype entry."""
    if "[content_types].xml" in package:
        return _office_type(package)
    if "mimetype" in package:
        return package.read("mimetype", most=4096)[:200].decode("ascii", errors="replace").strip()
    if "meta-inf/container.xml" in package:
        return EPUB
    if "content.xml" in package:  # written before the mimetype entry became the rule
        manifest = package.read("meta-inf/manifest.xml") if "meta-inf/manifest.xml" in package else b""
        found = re.search(rb"application/vnd\.oasis\.opendocument\.[a-z-]+", manifest)
        return found[0].decode("ascii") if found else ODT
    return ""


def _office_type(package: Package) -> str:
    main = main_part(package).casefold()
    for each in package.xml("[content_types].xml"):
        if each.get("PartName", "").lstrip("/").casefold() == main:
            return each.get("ContentType", "")
    return DOCX if main.startswith("word/") and main in package else ""


def main_part(package: Package) -> str:
    """The name of the part that a package of Office Open XML is about."""
    relations = relationships(package, "_rels/.rels")
    return next(
        (target for kind, target in relations.values() if kind == "officeDocument"), "word/document.xml"
    )


def relationships(package: Package, name: str) -> dict[str, tuple[str, str]]:
    """The relations that a part lists: id -> the last word of their kind, and the target."""
    if name not in package:
        return {}
    return {
        each.get("Id", ""): (each.get("Type", "").rpartition("/")[2], each.get("Target", "").lstrip("/"))
        for each in package.xml(name)
        if each.get("TargetMode") != "External"
    }


class Package:
    """The parts of a zip file by name; case and a leading slash do not matter, as in Office files."""

    def __init__(self, content: bytes) -> None:
        self._unpacker = Unpacker(content)
        self._entries: dict[str, zipfile.ZipInfo] = {}
        self._twice: set[str] = set()
        for entry in self._unpacker.entries():
            name = _key(entry.filename)
            if name in self._entries:
                self._twice.add(name)
            self._entries[name] = entry

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and _key(name) in self._entries

    def read(self, name: str, *, most: int = LARGEST_PART) -> bytes:
        """The bytes of a part.

        Raises:
            ParseFailed: there is no such part or more than one, or it cannot be unpacked.
            SourceTooLarge: it unpacks to more than a document has.
        """
        key = _key(name)
        if key not in self._entries:
            raise ParseFailed(
                "A part of the file is missing ({name}); save the document anew.", name=_shown(name)
            )
        if key in self._twice:
            raise ParseFailed(
                "The file holds two parts of the same name ({name}); save the document anew.",
                name=_shown(name),
            )
        return self._unpacker.read(self._entries[key], most=most)

    def xml(self, name: str) -> Element:
        """The root of a part that is XML.

        Raises:
            ParseFailed: the part is missing, or is no XML that an office program writes.
            SourceTooLarge: it is larger than a document is.
        """
        return parse_xml(self.read(name))

    def optional_xml(self, name: str) -> Element | None:
        """The root of a part that is XML, or None where there is no such part."""
        return self.xml(name) if name in self else None


class Unpacker:
    """Entries of a zip file, unpacked bit by bit; what was unpacked is counted over all of them."""

    def __init__(self, content: bytes, *, budget: int = MOST_UNPACKED) -> None:
        self._size = len(content)
        self._budget = budget
        if content.count(_ENTRY) > MOST_ENTRIES:  # before Python makes an object of each
            raise SourceTooLarge("The zip file has more than {most} entries; unpack it.", most=MOST_ENTRIES)
        try:
            self._archive = zipfile.ZipFile(BytesIO(content))
        # zipfile raises NotImplementedError for a version of the format that it does not know.
        except (*_BROKEN, NotImplementedError) as error:
            raise ParseFailed("The file is damaged: its zip directory cannot be read.") from error
        self._unpacked = 0

    def entries(self) -> Iterator[zipfile.ZipInfo]:
        """The files in it, in the order of its directory."""
        return (entry for entry in self._archive.infolist() if not entry.is_dir())

    def read(self, entry: zipfile.ZipInfo, *, most: int) -> bytes:
        """The bytes of an entry.

        Raises:
            ParseFailed: it needs a password, or is damaged.
            SourceTooLarge: it, or all that was unpacked so far, is too large.
        """
        if entry.flag_bits & _ENCRYPTED:
            raise ParseFailed("It is protected with a password; save a copy without one and ingest that.")
        if entry.compress_type not in _METHODS:
            raise ParseFailed("It is packed in a way that kb does not read; unpack it and ingest the files.")
        pieces, size = [], 0
        try:
            with self._archive.open(entry) as stream:
                while piece := stream.read(_CHUNK):
                    size += len(piece)
                    self._count(len(piece), size, most)
                    pieces.append(piece)
        # zipfile raises NotImplementedError for a way of packing that it does not know, and RuntimeError for
        # a password; both are looked for above, but a damaged entry can say otherwise in its own head.
        except (*_BROKEN, NotImplementedError, RuntimeError) as error:
            raise ParseFailed("The file is damaged: a part of it cannot be unpacked.") from error
        return b"".join(pieces)

    def _count(self, more: int, size: int, most: int) -> None:
        self._unpacked += more
        if size > most:
            raise SourceTooLarge("It unpacks to more than {most} MB.", most=most // (1024 * 1024) or 1)
        if self._unpacked > self._budget:
            raise SourceTooLarge(
                "All its parts unpack to more than {most} MB.", most=MOST_UNPACKED // (1024 * 1024)
            )
        if self._unpacked > max(_UNSUSPECTED, _BEST_RATIO * self._size):
            raise SourceTooLarge(
                "It unpacks to more than {ratio} times its size, as harmful files do; check its origin.",
                ratio=_BEST_RATIO,
            )

    @property
    def unpacked(self) -> int:
        """How many bytes were unpacked so far."""
        return self._unpacked

    @property
    def is_exhausted(self) -> bool:
        """Whether no more may be unpacked."""
        return self._unpacked > min(self._budget, max(_UNSUSPECTED, _BEST_RATIO * self._size))


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


def _shown(name: str) -> str:
    return "".join(letter for letter in name if letter.isprintable())[-80:]


# XML -----------------------------------------------------------------------------------------


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
            if len(self._names) < MOST_ENTRIES:
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
