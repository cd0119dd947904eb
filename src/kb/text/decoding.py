"""Bytes to text: a byte order mark, strict UTF-8, what the file declares, and then a code page.

Windows-1252 is the usual one because it is what HTML's rules read undeclared Western text as (WHATWG
Encoding Standard) and what old office machines in the region write; where its letters make no words,
kb.text.code_pages tells which other it is. UTF-16 without a mark is known by its NUL bytes.
"""

from __future__ import annotations

import codecs
import re

from kb.text.code_pages import amiss, code_page
from kb.text.mojibake import set_right

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# A declaration that could be read is in ASCII letters: UTF-16 cannot be declared so, only marked.
_BYTE_CODECS = re.compile(r"ascii|iso8859|cp\d|koi8|mac-|gb|big5|shift_jis|euc_|johab|hz")
_ALIASES = {"macintosh": "mac_roman", "x-mac-roman": "mac_roman"}  # of the Encoding Standard, not of Python
_LOOKED_AT, _FEWEST_WIDE = 4096, 8  # bytes
_HALF_NUL, _HARDLY_NUL = 0.7, 0.05  # of every second byte
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9._:-]+)""", re.IGNORECASE)


def declared(content: bytes) -> str | None:
    """The encoding that an HTML or XML head names in its first 2,048 bytes, if it does."""
    found = _DECLARED.search(content[:2048])
    return found[1].decode("ascii") if found else None


def wide(content: bytes) -> str | None:
    """The codec of text in units of two or four bytes, by its mark or, UTF-16, by its NUL bytes."""
    marked = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None)
    if marked:
        return None if marked == "utf-8" else marked
    head = content[:_LOOKED_AT]
    even, odd = head[0::2], head[1::2]
    if len(head) < _FEWEST_WIDE:
        return None
    nul_even, nul_odd = even.count(0) / len(even), odd.count(0) / len(odd)
    if nul_odd > _HALF_NUL and nul_even < _HARDLY_NUL:
        return "utf-16-le"
    return "utf-16-be" if nul_even > _HALF_NUL and nul_odd < _HARDLY_NUL else None


def decode(content: bytes) -> tuple[str, int]:
    """The text of ``content`` and how many characters of it could not be decoded.

    A file that is UTF-8 but for a few bytes (pasted from elsewhere) keeps the rest: those bytes
    are read as Windows-1252 one by one, so that no letter of the valid part is lost.

    >>> decode("niñez".encode("latin-1")), decode("niñez".encode())
    (('niñez', 0), ('niñez', 0))
    """
    mark, encoding = next((each for each in _MARKS if content.startswith(each[0])), (b"", wide(content)))
    if encoding:
        text = content[len(mark) :].decode(encoding, errors="replace")
        return text, text.count("�")
    try:
        return set_right(content.decode("utf-8")), content.count(b"\0")
    except UnicodeDecodeError:
        text = _by_declaration(content) or _mixed(content)
    return text, text.count("�") + text.count("\0")


def _by_declaration(content: bytes) -> str | None:
    name = declared(content)
    try:
        codec = codecs.lookup(_ALIASES.get((name or "").lower(), name or ""))
        if not _BYTE_CODECS.match(codec.name):
            return None
        return content.decode("cp1252" if codec.name in ("iso8859-1", "ascii") else codec.name)
    except (LookupError, UnicodeError):
        return None


def _mixed(content: bytes) -> str:
    paged = content.decode(code_page(content), errors="replace")
    if content.decode("utf-8", errors="ignore").isascii():
        return paged
    codecs.register_error("kb-cp1252", _as_cp1252)
    mixed = content.decode("utf-8", errors="kb-cp1252")  # UTF-8 with foreign bytes in it
    # Two letters of a code page may be one of UTF-8 by chance: "Íñ" of DOS is a Hebrew accent.
    return paged if amiss(paged)[0] < amiss(mixed.replace("�", " "))[0] else mixed


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return bad.decode("cp1252", errors="replace"), error.end
