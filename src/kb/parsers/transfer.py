"""Transfer encodings of mail (RFC 2045, section 6), undone also where they are damaged or wrongly declared.

What a header says of an encoding is held against the letters: lines of base64 are never taken for text,
and quoted-printable is known by its soft line ends and escapes. A letter too few in a line of base64 spoils
that line alone.
"""

from __future__ import annotations

import base64
import quopri
import re
from collections import Counter
from itertools import groupby

from kb.messages import Message

OTHERWISE = Message("The parts of the mail stand otherwise than it declares; compare it with the original.")
DAMAGED = Message("The mail is damaged; text may be missing or out of place, compare it with the original.")
HELD_DATA = Message("Encoded data in the text of the mail was left out; ask for it as an attachment.")
_BASE64_LINE = re.compile(rb"[A-Za-z0-9+/]{4,}={0,2}")
_FOREIGN = re.compile(rb"[^A-Za-z0-9+/]")
_DELIMITER = re.compile(rb"^--.*", re.MULTILINE | re.DOTALL)  # nothing of base64 begins so
_ADDRESS = re.compile(rb"(?:https?://|www\.)\S+")  # their questions have signs of equality
_SIGNATURE = re.compile(
    r"-----BEGIN PGP SIGNATURE-----\n.{0,8000}?-----END PGP SIGNATURE-----"
    r"|-----BEGIN PGP SIGNED MESSAGE-----\n(?:[A-Z][A-Za-z-]{2,20}: [^\n]{0,200}\n){0,9}",
    re.DOTALL,
)
_ESCAPE = re.compile(rb"=(?:[0-9A-Fa-f]{2}|[ \t]*\r?\n)")
_TELLING = re.compile(
    rb"=[89A-Fa-f][0-9A-Fa-f]|=(?<=[^\r\n]{70}=)[ \t]*\r?\n"
)  # beyond ASCII, or a soft line end
_FEWEST_TELLING = 2
_BEYOND_ASCII = bytes(range(128, 256))
_MOSTLY, _NEARLY = 0.9, 0.99
_LONG_LINE = 60  # letters without a blank; lines of base64 have 60 to 76
_LONG_FIRST = re.compile(rb"\s*[A-Za-z0-9+/]{%d}" % _LONG_LINE)
_FEWEST_LINES = 4  # to take lines in the middle of a text for base64


def undone(raw: bytes, stated: str) -> tuple[bytes, bool]:
    r"""The bytes of a body whose header states an encoding, and whether they are damaged.

    >>> undone(b"bmnDsW9z", "base64"), undone(b"ni=C3=B1os, =\nni=C3=B1as", "7bit")[0].decode()
    ((b'ni\xc3\xb1os', False), 'niños, niñas')
    """
    if stated == "base64":
        try:
            return base64.b64decode(b"".join(raw.split()), validate=True), False
        except ValueError:  # damaged, or none
            is_base64 = _could_be_base64(raw)
    else:
        is_base64 = _is_base64(raw)
    if is_base64:
        return _from_base64(raw)
    if stated == "quoted-printable" or _is_quoted_printable(raw):
        return quopri.decodestring(raw), False
    return raw, stated == "base64" and bool(raw.strip())


def without_base64(text: str) -> tuple[str, bool]:
    """A text without the lines of base64 in it, and whether there were any."""
    text = _SIGNATURE.sub("", text)
    kept: list[str] = []
    found = ends = False
    for encoded, run in groupby(text.split("\n"), key=_is_long_line):
        lines = list(run)
        if encoded and len(lines) >= _FEWEST_LINES and _is_encoded(lines):
            found = ends = True
            continue
        if ends and _BASE64_LINE.fullmatch(lines[0].strip().encode("ascii", errors="replace")):
            lines = lines[1:]
        kept += lines
        ends = False
    return ("\n".join(kept), True) if found else (text, False)


def _is_encoded(lines: list[str]) -> bool:
    """Whether long lines are all of one length, and of more than the letters of a number."""
    alike = len({len(line.strip()) for line in lines[:-1]}) == 1
    joined = "".join(lines)
    return alike and joined not in (joined.lower(), joined.upper())


def _is_long_line(line: str) -> bool:
    bare = line.strip().encode("ascii", errors="replace")
    return len(bare) >= _LONG_LINE and _BASE64_LINE.fullmatch(bare) is not None and not bare.isalpha()


def _lines(raw: bytes) -> list[bytes]:
    return [line for line in (each.strip() for each in _DELIMITER.sub(b"", raw).split(b"\n")) if line]


def _is_base64(raw: bytes) -> bool:
    """Whether a body of another encoding is base64: lines without a blank that are all of one length."""
    if not _LONG_FIRST.match(raw):
        return False
    lines = _lines(raw)
    alike = sum(
        len(line) == len(lines[0]) and _BASE64_LINE.fullmatch(line) is not None for line in lines[:-1]
    )
    return alike >= _MOSTLY * (len(lines) - 1) and _BASE64_LINE.fullmatch(lines[0]) is not None


def _could_be_base64(raw: bytes) -> bool:
    lines = _lines(raw)
    letters = sum(map(len, lines))
    foreign = sum(len(_FOREIGN.findall(line.rstrip(b"="))) for line in lines)
    return bool(lines) and foreign <= (1 - _MOSTLY) * letters


def _from_base64(raw: bytes) -> tuple[bytes, bool]:
    lines = _lines(raw)
    bare = [_FOREIGN.sub(b"", line) for line in lines]
    damaged = any(len(line.rstrip(b"=")) != len(each) for line, each in zip(lines, bare, strict=True))
    usual = Counter(map(len, lines)).most_common(1)[0][0] if lines else 0
    if usual % 4 or all(len(line) == usual for line in bare[:-1]):
        bare = [b"".join(bare)]
    damaged = damaged or any(len(line) % 4 == 1 for line in bare)
    damaged = damaged or any(len(line) % 4 for line in bare[:-1])
    return b"".join(map(_decoded, bare)), damaged


def _decoded(letters: bytes) -> bytes:
    whole = letters[:-1] if len(letters) % 4 == 1 else letters
    return base64.b64decode(whole + b"=" * (-len(whole) % 4))


def _is_quoted_printable(raw: bytes) -> bool:
    if b"=" not in raw or len(raw.translate(None, _BEYOND_ASCII)) < _NEARLY * len(raw):
        return False
    prose = _ADDRESS.sub(b"", raw)
    return (
        len(_ESCAPE.findall(prose)) >= _MOSTLY * prose.count(b"=")
        and len(_TELLING.findall(prose)) >= _FEWEST_TELLING
    )
