"""Whether a part of a PDF no longer unpacks: PDFium draws what it can of it, and says nothing.

Only packed streams tell, because their checksums do (RFC 1950). Pictures are no text, and what is locked
cannot be looked at; a stream whose end is missing is left to PDFium, since some programs write none.
"""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterator

_STREAM = re.compile(rb">>\s{0,8}stream\r?\n")
_END = b"endstream"
_DICTIONARY = 2000  # bytes before a stream in which its dictionary stands
_PACKED = re.compile(
    rb"/(?:Filter|F)\s{0,8}(?:\[\s{0,8}(?P<text>/(?:ASCII85Decode|A85)\s{0,8})?)?/(?:FlateDecode|Fl)\b(?!\s{0,8}/\w+Decode)"
)
_PICTURE = re.compile(rb"/Subtype\s{0,8}/Image\b")
_MOST_UNPACKED = 200 * 1024 * 1024  # bytes of all streams; a text of 2,500 pages has 30 MB
_MOST_AS_TEXT = 2 * 1024 * 1024  # bytes of ASCII85, which Python decodes slowly
_CHUNK = 1024 * 1024


def is_damaged(content: bytes) -> bool:
    """Whether a packed stream that is no picture has errors in it."""
    if b"/Encrypt" in content:
        return False
    left, as_text = _MOST_UNPACKED, _MOST_AS_TEXT
    for dictionary, stream in _streams(content):
        packed = _PACKED.search(dictionary)
        if packed is None or _PICTURE.search(dictionary):
            continue
        as_text -= len(stream) if packed["text"] else 0
        if as_text < 0:
            continue
        unpacked = _unpacked(_from_text(stream) if packed["text"] else stream, left)
        if unpacked is None:
            return True
        left -= unpacked
        if left <= 0:
            break
    return False


def _streams(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each stream with what stands before it."""
    at = 0
    while begin := _STREAM.search(content, at):
        at = content.find(_END, begin.end())
        if at < 0:
            return
        before = content[max(begin.start() - _DICTIONARY, 0) : begin.start()]
        yield before.rpartition(b" obj")[2], content[begin.end() : at]


def _from_text(stream: bytes) -> bytes | None:
    try:
        return base64.a85decode(stream.strip().removesuffix(b"~>").removeprefix(b"<~"))
    except ValueError:
        return None


def _unpacked(stream: bytes | None, most: int) -> int | None:
    """How many bytes a stream unpacks to, as far as is looked; None where it is damaged."""
    if stream is None:
        return None
    unpacker, size = zlib.decompressobj(), 0
    try:
        while stream and not unpacker.eof and size < most:
            size += len(unpacker.decompress(stream, _CHUNK))
            stream = unpacker.unconsumed_tail
    except zlib.error:
        return None
    return size
