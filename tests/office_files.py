"""Small real files of office formats, made with the standard library; their texts are fiction."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Mapping
from io import BytesIO

from kb.parsers import parse
from kb.records import Document, Source

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
EPUB = "application/epub+zip"
RTF = "application/rtf"
MAIL = "message/rfc822"
ZIP = "application/zip"

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_TITLE = '<style:style style:name="Title" style:family="paragraph"/>'
_ODF_SPACES = (
    f'xmlns:office="{_ODF}:office:1.0" xmlns:text="{_ODF}:text:1.0" xmlns:table="{_ODF}:table:1.0" '
    f'xmlns:style="{_ODF}:style:1.0" xmlns:draw="{_ODF}:drawing:1.0" xmlns:fo="{_ODF}:xsl-fo-compatible:1.0" '
    f'xmlns:meta="{_ODF}:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def source(content: bytes, media_type: str) -> Source:
    """A source with these bytes."""
    return Source(
        location="/fiction",
        content=content,
        media_type=media_type,
        sha256=hashlib.sha256(content).hexdigest(),
    )


def read(content: bytes, media_type: str) -> Document:
    """The document in these bytes."""
    return parse(source(content, media_type))


def zipped(files: Mapping[str, str | bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file with these files."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx(body: str, *, main_type: str = "document.main+xml", space: str = W, **parts: str) -> bytes:
    """A Word file with the XML of its body, and of further parts: ``styles``, ``numbering`` ..."""
    spaces = (
        f'xmlns:w="{space}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>' for name in parts
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Override PartName="/word/document.xml" '
        f'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{main_type}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>',
        "word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>",
    }
    for name, content in parts.items():
        files[f"word/{name}.xml"] = f"<w:{name} {spaces}>{content}</w:{name}>"
    return zipped(files)


def p(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph of Word; ``run`` are the properties of its characters."""
    before = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    inside = f"<w:rPr>{run}</w:rPr>" if run else ""
    return f'<w:p>{before}<w:r>{inside}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def listed(text: str, number: int, depth: int = 0) -> str:
    """A paragraph in a list of Word."""
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def levels(number: int, *stated: tuple[str, str], extra: Mapping[int, str] | None = None) -> str:
    """An abstract list of Word, whose levels have a form of number and a pattern."""
    inside = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'{(extra or {}).get(depth, "")}<w:lvlText w:val="{pattern}"/></w:lvl>'
        for depth, (form, pattern) in enumerate(stated)
    )
    return f'<w:abstractNum w:abstractNumId="{number}">{inside}</w:abstractNum>'


def num(number: int, abstract: int, inside: str = "") -> str:
    """A list of Word that counts in an abstract list."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{inside}</w:num>'


def style(name: str, shown: str, inside: str = "", based: str = "") -> str:
    """A style of paragraphs of Word."""
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown}"/>{base}{inside}</w:style>'


def odt(body: str, *, automatic: str = "", styles: str = "", title: str = "") -> bytes:
    """An OpenDocument text with the XML of its body and styles."""
    return zipped(
        {
            "mimetype": ODT,
            "content.xml": f"<office:document-content {_ODF_SPACES}><office:automatic-styles>{automatic}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
            "styles.xml": f"<office:document-styles {_ODF_SPACES}><office:styles>{_TITLE}{styles}"
            "</office:styles></office:document-styles>",
            "meta.xml": f"<office:document-meta {_ODF_SPACES}><office:meta><dc:title>{title}</dc:title>"
            "</office:meta></office:document-meta>",
        }
    )


def flat_odt(body: str, *, title: str = "") -> bytes:
    """The same as one XML file (.fodt)."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {_ODF_SPACES} office:mimetype="{ODT}">'
        f"<office:meta><dc:title>{title}</dc:title></office:meta><office:styles>{_TITLE}</office:styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def epub(chapters: Mapping[str, str], *, metadata: str = "", spine: str = "", guide: str = "") -> bytes:
    """An e-book of chapters in XHTML, in this order unless ``spine`` says otherwise."""
    items = "".join(
        f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"'
        f"{' properties=' + chr(34) + 'nav' + chr(34) if name == 'nav' else ''}/>"
        for name in chapters
    )
    order = spine or " ".join(chapters)
    references = "".join(f'<itemref idref="{name}"/>' for name in order.split())
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:opf="http://www.idpf.org/2007/opf" version="3.0">'
        f"<metadata>{metadata}</metadata><manifest>{items}</manifest><spine>{references}</spine>"
        f"<guide>{guide}</guide></package>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/>'
        "</rootfiles></container>"
    )
    files = {"mimetype": EPUB, "META-INF/container.xml": container, "OEBPS/book.opf": package}
    for name, body in chapters.items():
        files[f"OEBPS/{name}.xhtml"] = (
            '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" '
            f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>{name}</title></head>{body}</html>'
        )
    return zipped(files)
