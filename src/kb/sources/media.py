"""What bytes are, by the bytes themselves; a file's ending only tells text formats apart."""

from __future__ import annotations

import json
import re
from pathlib import PurePath

from kb.errors import FormatUnknown
from kb.text.decoding import decode

_SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "Word/OpenDocument/EPUB/zip"),
    (b"\xd0\xcf\x11\xe0", "old Microsoft Office"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "gzip"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"\x7fELF", "ELF"),
    (b"MZ\x90", "Windows"),
)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")  # UTF-16: NUL bytes are letters there
_HTML = re.compile(
    rb"(?:<!doctype\s+html|<html|<head|<body|<article|<main|<section|<h[1-6]|<p|<div|<title|<meta|<table)[\s>/]",
    re.IGNORECASE,
)
_LEADING = re.compile(rb"(?:\xef\xbb\xbf|\s|<\?xml[^>]*>|<!--.*?-->)*", re.DOTALL)
_MARKDOWN_HINT = re.compile(rb"\A(?:\xef\xbb\xbf)?---[ \t]*\r?\n(?:[\w-]+:.*\r?\n)+|^#{1,6} \S", re.MULTILINE)
_HEAD = 4096


def media_type(content: bytes, location: str) -> str:
    """``text/html``, ``text/markdown`` or ``text/plain``.

    Raises:
        FormatUnknown: the bytes are not text, or of a format that kb does not read.
    """
    opening = content[:_HEAD].lstrip(b"\xef\xbb\xbf\r\n\t ")
    for signature, name in _SIGNATURES:
        if opening.startswith(signature):
            raise FormatUnknown(
                "This is a {name} file; kb reads HTML, Markdown and plain text. Save it as one of these.",
                name=name,
            )
    head = content[:_HEAD]
    wide = head.startswith(_WIDE_MARKS)
    controls = sum(byte < 9 or 13 < byte < 27 for byte in head)
    if not wide and (b"\x00" in content or controls * 20 > len(head)):
        raise FormatUnknown("The bytes are not text; kb reads HTML, Markdown and plain text.")
    if wide:
        head = decode(head)[0].encode()
    leading = _LEADING.match(head)
    body = head[leading.end() :] if leading else head
    if body[:1] in (b"{", b"[") and _is_json(content):
        raise FormatUnknown("This is JSON data and no document; kb reads HTML, Markdown and plain text.")
    ending = PurePath(location).suffix.lower()
    if _HTML.match(body) or (ending in (".html", ".htm", ".xhtml") and (b"<" in content or wide)):
        return "text/html"
    if ending in (".md", ".markdown") or (ending != ".txt" and _MARKDOWN_HINT.search(head)):
        return "text/markdown"
    return "text/plain"


def _is_json(content: bytes) -> bool:
    try:
        return isinstance(json.loads(content), dict | list)
    except (ValueError, RecursionError):
        return False
