"""What bytes are, by the bytes themselves; a file's ending only tells formats of text apart."""

from __future__ import annotations

import json
import re
from pathlib import PurePath

from kb.errors import FormatUnknown
from kb.text.decoding import decode

_READ = (
    (b"{\\rtf", "application/rtf"),
    (b"PK\x03\x04", "application/zip"),
    (b"PK\x05\x06", "application/zip"),
)
_NOT_READ = (
    (b"\xd0\xcf\x11\xe0", "old Microsoft Office"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"\x7fELF", "ELF"),
    (b"MZ\x90", "Windows"),
)
_PDF_WITHIN = 1024  # bytes: where readers of PDF look for its mark (ISO 32000-1, Annex H, note 13)
_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]{0,60}):")
_FOLDED_OR_UNIX = re.compile(rb"[ \t>]|From ")
# A memorandum has From, Date and Subject too; what programs write tells a mail (RFC 5322, RFC 2045).
_BY_PROGRAMS = frozenset((b"mime-version", b"message-id", b"received", b"return-path", b"content-type"))
_BY_PEOPLE = frozenset((b"from", b"subject", b"date", b"to"))
_MAIL_ENDINGS = (".eml", ".mht", ".mhtml")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")  # UTF-16: NUL bytes are letters there
_HTML = re.compile(
    rb"(?:<!doctype\s+html|<html|<head|<body|<article|<main|<section|<h[1-6]|<p|<div|<title|<meta|<table)[\s>/]",
    re.IGNORECASE,
)
_LEADING = re.compile(rb"(?:\xef\xbb\xbf|\s|<\?xml[^>]*>|<!--.*?-->)*", re.DOTALL)
_MARKDOWN_HINT = re.compile(rb"\A(?:\xef\xbb\xbf)?---[ \t]*\r?\n(?:[\w-]+:.*\r?\n)+|^#{1,6} \S", re.MULTILINE)
_HEAD = 4096


def media_type(content: bytes, location: str) -> str:
    """The media type of ``content``; ``application/zip`` may be a Word, OpenDocument or EPUB file.

    Raises:
        FormatUnknown: the bytes are of a format that kb does not read.
    """
    ending = PurePath(location).suffix.lower()
    if _is_pdf(content):
        return "application/pdf"
    opening = content[:_HEAD].lstrip(b"\xef\xbb\xbf\r\n\t ")
    for signature, kind in _READ:
        if opening.startswith(signature):
            return kind
    for signature, name in _NOT_READ:
        if content.startswith(signature):
            raise FormatUnknown(
                "This is a {name} file, which kb does not read; save it as PDF, Word (.docx) or text.",
                name=name,
            )
    if _is_mail(opening, stated=ending in _MAIL_ENDINGS):
        return "message/rfc822"
    head = content[:_HEAD]
    wide = head.startswith(_WIDE_MARKS)
    controls = sum(byte < 9 or 13 < byte < 27 for byte in head)
    if not wide and (b"\x00" in content or controls * 20 > len(head)):
        raise FormatUnknown("The bytes are not text, and of no format that kb reads.")
    if wide:
        head = decode(head)[0].encode()
    leading = _LEADING.match(head)
    body = head[leading.end() :] if leading else head
    if body[:1] in (b"{", b"[") and _is_json(content):
        raise FormatUnknown("This is JSON data and no document.")
    if _HTML.match(body) or (ending in (".html", ".htm", ".xhtml") and (b"<" in content or wide)):
        return "text/html"
    if ending in (".md", ".markdown") or (ending != ".txt" and _MARKDOWN_HINT.search(head)):
        return "text/markdown"
    return "text/plain"


def _is_pdf(content: bytes) -> bool:
    """Whether the mark of a PDF opens it, or stands near and is no mere word of a text."""
    at = content.find(b"%PDF-", 0, _PDF_WITHIN)
    return at >= 0 and (not content[:at].strip() or b" obj" in content)


def _is_mail(opening: bytes, *, stated: bool) -> bool:
    """Whether it opens with the headers of a mail; ``stated``: its name says that it is one."""
    headers = set()
    for line in opening.splitlines():
        header = _HEADER.match(line)
        if header:
            headers.add(header[1].lower())
        elif not _FOLDED_OR_UNIX.match(line):
            break
    people, programs = headers & _BY_PEOPLE, headers & _BY_PROGRAMS
    return bool(people and programs and len(headers) >= 3) or (stated and len(people) >= 2)


def _is_json(content: bytes) -> bool:
    try:
        return isinstance(json.loads(content), dict | list)
    except (ValueError, RecursionError):
        return False
