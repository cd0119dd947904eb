"""Zip files that hold a document: their parts, read within limits, and what kind of document it is.

Nothing that a package says of itself is believed: sizes are counted while bytes are unpacked, the
type is that of the main part, names are looked up and never used as paths.

What must stay true: a hostile file is refused before it costs memory.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element

from kb.errors import FormatUnknown, ParseFailed, SourceTooLarge
from kb.parsers.xml_trees import parse_xml

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
EPUB = "application/epub+zip"
ZIP = "application/zip"

MOST_ENTRIES = 10_000  # a book of 2,000 chapters with a picture each has less than half
MOST_UNPACKED = 100 * 1024 * 1024  # bytes of all parts together
LARGEST_PART = 60 * 1024 * 1024  # bytes of one part; the text of 2,500 pages takes 25 MB in Word's XML
_UNSUSPECTED = 10 * 1024 * 1024  # bytes; below this, nobody minds how well they were packed
_BEST_RATIO = 200  # XML of real documents packs 5 to 40 times smaller; a bomb some 1,000 times
_CHUNK = 65_536  # bytes
_ENTRY = b"PK\x01\x02"  # begins every entry of a zip file's directory
_ENCRYPTED = 0x1
_METHODS = (
    zipfile.ZIP_STORED,
    zipfile.ZIP_DEFLATED,
)  # the others unpack without a bound, and no office uses them
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, OverflowError)
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
