"""EPUB 2 and 3: the chapters of a book in the order of its spine, without cover and contents.

The package file names the parts; each chapter is read as an HTML fragment, notes included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from kb.errors import ParseFailed, SourceTooLarge
from kb.messages import Message
from kb.parsers import epub_notes, html
from kb.parsers.blocks import Block
from kb.parsers.headlines import title_among
from kb.parsers.packages import Package
from kb.parsers.reading import Reading, without_title
from kb.parsers.stated_titles import is_placeholder
from kb.parsers.xml_trees import child, children
from kb.parsers.yields import letters
from kb.records import Evidence, PartialDate, Source
from kb.text.dates import parse_date
from kb.text.decoding import decode
from kb.text.folding import normalise, squeeze

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_FONT_SCRAMBLING = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_TEXT_TYPES = ("application/xhtml+xml", "text/html", "text/x-oeb1-document")
_LEFT_OUT = re.compile(r"""<body[^<>]{0,500}epub:type\s*=\s*["'][^"'<>]{0,200}\b(?:cover|toc|landmarks)\b""")
_GUIDE_LEFT_OUT = ("cover", "toc")
_LITTLE = 400  # letters: a cover has its title, an author and a house
_TO_ANOTHER = re.compile(r"""href\s?=\s?["'][^"'#:]{1,200}#""")
_MOST_TAGS = 300_000  # as for a page; 1,000 pages of a manual have 60,000
_OF_THE_FILE = Evidence(confidence=0.5)  # when the e-book was made, not what it says
_ASKS_NOBODY = "libepubgen"  # the export of LibreOffice: English, whatever the text is
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?![A-Za-z])")


def read(source: Source) -> Reading:
    """The blocks of a book's chapters, and the title, language, publisher and date that it states.

    Raises:
        ParseFailed: the file is damaged or protected, or names no chapters.
        SourceTooLarge: it unpacks to more than a document has.
    """
    package = Package(source.content)
    book = _Book(package, _package_name(package))
    chapters: dict[str, str] = {}
    undecodable = 0
    tags = 0
    for name in book.chapters():
        markup, lost = decode(package.read(name))
        undecodable += lost
        tags += markup.count("<")
        if tags > _MOST_TAGS:
            raise SourceTooLarge(
                "The e-book has more than {most} tags; save its text alone.", most=_MOST_TAGS
            )
        markup = normalise(markup)
        left_out = book.is_left_out(name) or _LEFT_OUT.search(markup)
        if not (left_out and _says_little(markup)):
            chapters[name] = markup
    read_chapters = list(_read(chapters))
    found = [block for blocks, _ in read_chapters for block in blocks]
    stated = book.stated("dc:title")
    title = stated if stated and not is_placeholder(stated) else title_among(found)
    language = _LANGUAGE.match(book.language() or "")
    return Reading(
        blocks=without_title(found, title) if title and len(found) > 1 else tuple(found),
        title=title,
        language=language[1].lower() if language else None,
        publisher=book.stated("dc:publisher"),
        published=book.published(),
        letters=sum(shown for _, shown in read_chapters),
        undecodable=undecodable,
        warnings=book.warnings(),
    )


def _says_little(markup: str) -> bool:
    """Whether a chapter has hardly any text that leads nowhere; some books are one file with its contents."""
    soup = html.tree.soup(markup)
    held = letters(html.tree.text_of(soup))
    return held - sum(letters(html.tree.text_of(each)) for each in html.tree.named(soup, ("a",))) < _LITTLE


def _read(chapters: Mapping[str, str]) -> Iterator[tuple[list[Block], int]]:
    """The blocks and letters of chapters; all are held at once where one may have notes of another."""
    if not any(map(_TO_ANOTHER.search, chapters.values())):
        for markup in chapters.values():
            yield html.fragment(html.tree.soup(markup))
        return
    trees = {name: html.tree.soup(markup) for name, markup in chapters.items()}
    epub_notes.gather(trees, lambda name, href: _joined(name.rpartition("/")[0], unquote(href)))
    for each in trees.values():
        yield html.fragment(each)


def _package_name(package: Package) -> str:
    roots = child(package.xml(_CONTAINER), "container:rootfiles")
    for each in children(roots, "container:rootfile"):
        if name := each.get("full-path"):
            return name
    raise ParseFailed("The e-book does not say where its text is; it is damaged.")


class _Book:
    """The package file of a book: what it states, and its chapters in order."""

    def __init__(self, package: Package, name: str) -> None:
        self._package = package
        self._folder = name.rpartition("/")[0]
        self._root = package.xml(name)
        self._encrypted = set(_encrypted(package))
        self._missing: list[str] = []
        self._left_out = {
            self._name(each.get("href", "").partition("#")[0])
            for each in children(child(self._root, "opf:guide"), "opf:reference")
            if each.get("type", "").casefold() in _GUIDE_LEFT_OUT
        }

    def stated(self, name: str) -> str | None:
        """The first value that the metadata have under a name."""
        return next((text for each in self._metadata(name) if (text := _text(each))), None)

    def language(self) -> str | None:
        """The language that is stated, unless a program did it that asks nobody."""
        made_by = [each.get("content", "") for each in self._metadata("opf:meta")]
        left_alone = is_placeholder(self.stated("dc:title") or "")
        return (
            None
            if left_alone or any(_ASKS_NOBODY in each for each in made_by)
            else self.stated("dc:language")
        )

    def published(self) -> PartialDate | None:
        """The date of publication, where it is marked as that or is the only one (as EPUB 3 has it)."""
        dates = list(self._metadata("dc:date"))
        marked = [each for each in dates if each.get("opf:event", "").casefold() == "publication"]
        modified = {
            _text(each) for each in self._metadata("opf:meta") if each.get("property") == "dcterms:modified"
        }
        # A program that makes an e-book states the moment as both.
        plain = [each for each in dates if each.get("opf:event") is None and _text(each) not in modified]
        for each in (*marked, *(plain if len(plain) == 1 else ())):
            found = parse_date(_text(each) or "")
            if found and found.year:
                return replace(found, evidence=_OF_THE_FILE)
        return None

    def is_left_out(self, name: str) -> bool:
        """Whether a chapter is stated to be the cover or the table of contents."""
        return name in self._left_out

    def chapters(self) -> Iterator[str]:
        """The names of the parts that hold text, in reading order.

        Raises:
            ParseFailed: a chapter is protected.
        """
        items = {each.get("id"): each for each in children(child(self._root, "opf:manifest"), "opf:item")}
        seen: set[str] = set()
        for each in children(child(self._root, "opf:spine"), "opf:itemref"):
            item = items.get(each.get("idref"))
            if item is None:
                self._missing.append(each.get("idref", ""))
            if item is None or item.get("media-type") not in _TEXT_TYPES:
                continue
            name = self._name(item.get("href", ""))
            navigates = "nav" in item.get("properties", "").split()
            if navigates or name in seen:
                continue
            seen.add(name)
            if name not in self._package:
                self._missing.append(name)
                continue
            if name in self._encrypted:
                raise ParseFailed("It is protected against copying; ask its publisher for a free copy.")
            yield name

    def warnings(self) -> tuple[Message, ...]:
        """That chapters are missing, once they have been asked for."""
        missing = Message(
            "Chapters that the e-book names and does not hold: {count}; fetch it again.",
            {"count": len(self._missing)},
        )
        return (missing,) if self._missing else ()

    def _metadata(self, name: str) -> Iterator[Element]:
        metadata = child(self._root, "opf:metadata")
        yield from children(metadata, name)
        yield from children(child(metadata, "opf:dc-metadata"), name)

    def _name(self, href: str) -> str:
        return _joined(self._folder, unquote(href))


def _joined(folder: str, href: str) -> str:
    parts: list[str] = folder.split("/") if folder else []
    for part in href.split("/"):
        if part == "..":
            parts[-1:] = []
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def _encrypted(package: Package) -> Iterator[str]:
    root = package.optional_xml(_ENCRYPTION)
    for each in children(root, "enc:EncryptedData"):
        method = child(each, "enc:EncryptionMethod")
        reference = child(each, "enc:CipherData", "enc:CipherReference")
        fonts = method is not None and method.get("Algorithm") in _FONT_SCRAMBLING
        if reference is not None and not fonts:
            yield unquote(reference.get("URI", ""))


def _text(element: Element) -> str | None:
    return squeeze(normalise("".join(element.itertext()))) or None
