"""Bytes to text: a byte order mark, strict UTF-8, what the file declares, and then Windows-1252.

Windows-1252 is the last resort because it is what HTML's rules read undeclared Western text as
(WHATWG Encoding Standard) and what old office machines in the region write.
"""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# A declaration that could be read is in ASCII letters: UTF-16 cannot be declared so, only marked.
_BYTE_CODECS = re.compile(r"ascii|iso8859|cp\d|koi8|mac-|gb|big5|shift_jis|euc_|johab|hz")
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9._:-]+)""", re.IGNORECASE)


def declared(content: bytes) -> str | None:
    """The encoding that an HTML or XML head names in its first 2,048 bytes, if it does."""
    found = _DECLARED.search(content[:2048])
    return found[1].decode("ascii") if found else None


def decode(content: bytes) -> tuple[str, int]:
    """The text of ``content`` and how many characters of it could not be decoded.

    A file that is UTF-8 but for a few bytes (pasted from elsewhere) keeps the rest: those bytes
    are read as Windows-1252 one by one, so that no letter of the valid part is lost.

    >>> decode("niñez".encode("latin-1")), decode("niñez".encode())
    (('niñez', 0), ('niñez', 0))
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            text = content[len(mark) :].decode(encoding, errors="replace")
            return text, text.count("�")
    try:
        return content.decode("utf-8"), 0
    except UnicodeDecodeError:
        text = _by_declaration(content) or _mixed(content)
    return text, text.count("�")


def _by_declaration(content: bytes) -> str | None:
    name = declared(content)
    try:
        codec = codecs.lookup(name or "")
        if not _BYTE_CODECS.match(codec.name):
            return None
        return content.decode("cp1252" if codec.name in ("iso8859-1", "ascii") else codec.name)
    except (LookupError, UnicodeError):
        return None


def _mixed(content: bytes) -> str:
    valid = content.decode("utf-8", errors="ignore")
    if any(letter > "\x7f" for letter in valid):  # mostly UTF-8, with foreign bytes in it
        codecs.register_error("kb-cp1252", _as_cp1252)
        return content.decode("utf-8", errors="kb-cp1252")
    return content.decode("cp1252", errors="replace")


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return bad.decode("cp1252", errors="replace"), error.end
