"""What bytes are, by the bytes themselves; a file's ending only tells formats of text apart."""

from __future__ import annotations

import json
import re
from pathlib import PurePath

from kb.errors import FormatUnknown
from kb.text.decoding import decode, wide
from kb.text.mailbox import is_mailbox

_READ = (
    (b"{\\rtf", "application/rtf"),
    (b"PK\x03\x04", "application/zip"),
    (b"PK\x05\x06", "application/zip"),
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # how Office keeps a locked .docx
_NOT_READ = (
    (_OLD_OFFICE, "Microsoft Office 97-2003"),
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
    (b"%!PS", "PostScript"),
    (b"-----BEGIN PGP MESSAGE-----", "PGP"),
)
_RTF = re.compile(rb"\{\\rtf1?\s?\\(?:ansi|mac|pc|adef|deff|uc)")  # behind bytes of somebody else
_PDF_END = re.compile(rb"\nstartxref\s{1,4}\d{1,12}\s{1,4}%%EOF")
_WITHIN = 1024  # bytes: where readers of PDF look for its mark (ISO 32000-1, Annex H, note 13)
_HEADER = re.compile(rb"(?P<name>[A-Za-z][A-Za-z0-9-]{0,60}):[ \t]?(?P<value>[^\r\n]{0,998})")
_ADDRESS = re.compile(rb"[^\s@<>]{1,64}@[^\s@<>]{1,255}")
# What programs write at the head of a mail, and no author of a press release (RFC 5322, RFC 2045).
_BY_PROGRAMS = {
    b"message-id": re.compile(rb"\s*<[^\s<>]{1,500}>"),
    b"mime-version": re.compile(rb"\s*1\.0"),
    b"received": re.compile(rb"\s*(?:from|by|\(qmail)\s"),
    b"return-path": re.compile(rb"\s*<"),
    b"content-type": re.compile(rb"\s*(?:text|multipart|message|application)/[a-z]"),
    b"date": re.compile(
        rb"\s*(?:[A-Z][a-z]{2},\s)?\s?[0-9]{1,2}\s[A-Z][a-z]{2}\s[0-9]{4}\s[0-9]{2}:[0-9]{2}"
    ),
}
_CONTROLS = bytes([*range(9), *range(14, 27)])
_HEADERS_END = re.compile(rb"\r?\n\r?\n")
_SENDER = re.compile(rb"^from:[^\n]{0,998}(?:\n[ \t][^\n]{0,998})*", re.IGNORECASE | re.MULTILINE)
_SENT = re.compile(rb"^(?:message-id|received|return-path|to):", re.IGNORECASE | re.MULTILINE)
_OF_A_PAGE = (
    re.compile(rb"^mime-version:\s*1\.0", re.IGNORECASE | re.MULTILINE),
    re.compile(rb"^content-type:\s*(?:multipart/related|text/html)\b", re.IGNORECASE | re.MULTILINE),
)
_SENDERS = frozenset((b"from", b"received", b"sender", b"return-path"))
_BY_PEOPLE = frozenset((b"from", b"subject", b"date", b"to"))
_MOST_DAMAGED = 2  # lines of a head
_CERTAIN = 3  # headers that tell a mail whose head is damaged
_MAIL_ENDINGS = (".eml", ".mht", ".mhtml")
_MOST_NUL = 0.001  # of the bytes of a text that was damaged; other formats have more
_FLAT = re.compile(  # what an office program saves as one XML file
    rb"<office:document\b[^<>]{0,20000}\boffice:mimetype\s*=\s*[\"']application/vnd\.oasis\.opendocument\.text[\"']"
)
_XML = re.compile(rb"<\?xml\s|<[A-Za-z][\w.:-]{0,80}\s[^<>]{0,2000}?\bxmlns[:=]")
_HTML = re.compile(
    rb"(?:<!doctype\s+html|<html|<head|<body|<article|<main|<section|<h[1-6]|<p|<div|<title|<meta|<table"
    rb"|<header|<nav|<aside|<form|<center|<font|<span|<ul|<ol|<dl|<blockquote|<figure|<style|<link)[\s>/]",
    re.IGNORECASE,
)
_LEADING = re.compile(rb"(?:\xef\xbb\xbf|\s|<\?xml[^>]*>|<!--.*?-->)*", re.DOTALL)
_MARKDOWN_HINT = re.compile(rb"\A(?:\xef\xbb\xbf)?---[ \t]*\r?\n(?:[\w-]+:.*\r?\n)+|^#{1,6} \S", re.MULTILINE)
_MARKDOWN_HEADING = re.compile(rb"^(#{1,6}) \S", re.MULTILINE)
_FEWEST_HEADINGS = 3
_HEAD = 4096
_XML_HEAD = 65_536


def media_type(content: bytes, location: str) -> str:
    """The media type of ``content``; ``application/zip`` may be a Word, OpenDocument or EPUB file.

    Raises:
        FormatUnknown: the bytes are of a format that kb does not read.
    """
    ending = PurePath(location).suffix.lower()
    opening = content[:_HEAD].lstrip(b"\xef\xbb\xbf\r\n\t ")
    head_of_text = content[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    for signature, kind in _READ:
        if opening.startswith(signature):
            return kind
    if _RTF.search(content, 0, _WITHIN):
        return "application/rtf"
    if _is_pdf(content):  # after zip: a PDF may lie in it as it is
        return "application/pdf"
    if content.startswith(_OLD_OFFICE) and _ENCRYPTED in content:
        raise FormatUnknown("It is protected with a password; save a copy without one and ingest that.")
    for signature, name in _NOT_READ:
        if content.startswith(signature):
            raise _not_read(name)
    if _is_saved_page(head_of_text):
        return "multipart/related"
    if _is_mail(head_of_text, stated=ending in _MAIL_ENDINGS):
        return "application/mbox" if is_mailbox(content) else "message/rfc822"
    return _of_text(content, ending)


def _of_text(content: bytes, ending: str) -> str:
    """The media type of what can only be text: HTML, OpenDocument in one XML file, Markdown or plain."""
    head = content[:_HEAD]
    is_wide = wide(content) is not None
    if is_wide:
        head = decode(head)[0].encode()
    controls = len(head) - len(head.translate(None, _CONTROLS))
    nul = 0 if is_wide else content.rstrip(b"\x00\x1a").count(0)
    if controls * 20 > len(head) or nul > _MOST_NUL * len(content):
        raise FormatUnknown("The bytes are not text, and of no format that kb reads.")
    leading = _LEADING.match(head)
    body = head[leading.end() :] if leading else head
    if body[:1] in (b"{", b"[") and _is_json(content):
        raise FormatUnknown("This is JSON data and no document.")
    if _HTML.match(body) or (ending in (".html", ".htm", ".xhtml") and (b"<" in content or is_wide)):
        return "text/html"
    if _FLAT.search(content, 0, _XML_HEAD):
        return "application/vnd.oasis.opendocument.text"
    if _XML.match(head.lstrip(b"\xef\xbb\xbf\r\n\t ")) or _XML.match(body):
        raise _not_read("XML")
    hinted = _is_outlined(head) if ending == ".txt" else _MARKDOWN_HINT.search(head)
    if ending in (".md", ".markdown") or hinted:
        return "text/markdown"
    return "text/plain"


def _is_outlined(head: bytes) -> bool:
    """Whether a text has headings of Markdown, of more than one level: a line with ``#`` may be a remark."""
    marks = [found[1] for found in _MARKDOWN_HEADING.finditer(head)]
    return len(marks) >= _FEWEST_HEADINGS and len(set(marks)) > 1


def _not_read(name: str) -> FormatUnknown:
    return FormatUnknown(
        "kb does not read files of this kind ({name}); save it as PDF, Word (.docx) or text.", name=name
    )


def _is_pdf(content: bytes) -> bool:
    """Whether the mark of a PDF opens it, or stands near and is no mere word of a text, or its end tells."""
    at = content.find(b"%PDF-", 0, _WITHIN)
    if at >= 0:
        return not content[:at].strip() or b" obj" in content
    return _PDF_END.search(content) is not None and b"\nendobj" in content  # its mark is damaged


def _is_mail(head: bytes, *, stated: bool) -> bool:
    """Whether bytes begin with the headers of a mail; ``stated``: the name of the file says so.

    A release may well begin with "Date:", "Contact:" and "Subject:"; only a program writes a
    Message-ID or a date with the time in figures, and a sender has an address. Where there are more
    headers of programs, a line among them may be damaged.
    """
    names: set[bytes] = set()
    shown = damaged = 0
    lines = head.split(b"\n")
    for number, line in enumerate(lines):
        if not line.strip(b"\r"):
            break
        header = _HEADER.match(line)
        if header is None:
            if (names and line[:1] in b" \t") or (number == 0 and line.startswith((b"From ", b">From "))):
                continue
            damaged += 1
            if damaged > _MOST_DAMAGED:
                break  # the text, without an empty line above it
            continue
        name = header["name"].lower()
        names.add(name)
        written = _BY_PROGRAMS.get(name)
        shown += bool(written and written.match(header["value"]))
        if name == b"from" and not _ADDRESS.search(header["value"]) and not _continues(lines, number):
            damaged += 1
    by_people = len(names & _BY_PEOPLE) if stated else 0
    if damaged or not names & _SENDERS:
        return shown + by_people >= _CERTAIN or (not damaged and by_people >= 2)
    return (shown > 0 and len(names) > 1) or by_people >= 2


def _is_saved_page(head: bytes) -> bool:
    """Whether bytes begin with the headers of a web page in a single file, which nobody has sent."""
    if not _HEADER.match(head):
        return False
    headers = _HEADERS_END.split(head, maxsplit=1)[0]
    sender = _SENDER.search(headers)
    unsent = not _SENT.search(headers) and not (sender and _ADDRESS.search(sender[0]))
    return unsent and _HEADER.match(headers) is not None and all(each.search(headers) for each in _OF_A_PAGE)


def _continues(lines: list[bytes], number: int) -> bool:
    return number + 1 < len(lines) and lines[number + 1][:1] in (b" ", b"\t")


def _is_json(content: bytes) -> bool:
    try:
        return isinstance(json.loads(content), dict | list)
    except (ValueError, RecursionError):
        return False
