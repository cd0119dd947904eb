"""The parts of a mail whose boundary is declared wrongly, damaged or missing, told apart by their lines.

A part begins at a line ``--boundary`` with headers of a part (``Content-Type:`` ...) below it, or at two such
headers where even that line is lost. Parts that lie in each other stand in one row afterwards.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from email.errors import MessageDefect, MissingHeaderBodySeparatorDefect
from email.message import Message
from itertools import pairwise, takewhile

from kb.errors import SourceTooLarge

MOST_PARTS = 1000  # a digest of a mailing list has some hundred
_HEADERS = re.compile(  # of a part, with the lines that go on with them and the delimiter above
    rb"^(?P<delimiter>--(?P<boundary>[^\r\n]{1,200})\r?\n)?"
    rb"(?P<first>content-(?:type|transfer-encoding|disposition|id|description|location|language)"
    rb"[ \t]?:[^\r\n]{0,2000}(?:\r?\n[ \t][^\r\n]{0,2000}){0,50}\r?\n)"
    rb"(?P<others>(?:[a-z-]{4,60}:[^\r\n]{0,2000}(?:\r?\n[ \t][^\r\n]{0,2000}){0,50}\r?\n){0,20})",
    re.IGNORECASE | re.MULTILINE,
)
_TYPE = re.compile(rb"content-type[ \t]?:[ \t]*[a-z]{4,11}/[a-z0-9.+-]{1,80}[ \t]*(?:;|\r?\n)", re.IGNORECASE)
_LINE = re.compile(
    rb"^[^\r\n]?-{1,2}(?P<boundary>[^ \t\r\n]{3,200}?)(?P<closes>--)?[ \t]*(?:\r?\n|\Z)", re.MULTILINE
)
_OF_MAIL = re.compile(
    rb"(?:from|to|cc|subject|date|message-id|mime-version|received|return-path|reply-to|sender|references"
    rb"|in-reply-to|content-[a-z-]{2,30}|x-[a-z-]{2,60}):|[ \t]+(?:boundary|charset|(?:file)?name)=",
    re.IGNORECASE,
)
_BROKEN = re.compile(  # a header of a part whose name is damaged, or its colon
    rb"(?:mime-version|content-(?:type|transfer-encoding|disposition))[^\w-]"
    rb"|[^\r\n:]{3,40}:[ \t]*(?:quoted-printable|base64|[78]bit)[ \t]*\r?\n?\Z",
    re.IGNORECASE,
)
_NAMED = re.compile(rb"[!-9;-~]{1,100}:")
_HEAD_ENDS = re.compile(rb"\r?\n\r?\n")
_LONGEST_HEAD = 65_536  # bytes
_CLOSE = 0.8  # of a boundary, before and behind what is damaged
_MOST_COMPARED = 5  # boundaries
_PREAMBLE = 300  # bytes; what stands there is for readers without MIME
_OTHERS = (b"content-", b"mime-version:", b"x-")  # what may stand below the first header of a part
_SHOWN_AS_THEY_ARE = ("message/", "text/rfc822-headers")


class FoundByLines(MessageDefect):
    """The parts of a mail stand otherwise than its headers declare."""


def with_headers(content: bytes) -> bytes:
    """A mail in whose head a damaged line is no end: what is no header is named as one."""
    end = _HEAD_ENDS.search(content, 0, _LONGEST_HEAD)
    if end is None:
        return content
    lines = content[: end.start()].splitlines(keepends=True)
    named = [
        b"X-Damaged: " + line if _is_damaged(line, below) else line for line, below in pairwise([*lines, b""])
    ]
    return b"".join((*named, content[end.start() :]))


def _is_damaged(line: bytes, below: bytes) -> bool:
    if not line[:1].strip() or _NAMED.match(line) or line.startswith(b"--"):
        return False
    return _OF_MAIL.match(below) is not None or _BROKEN.match(line) is not None


def raw(part: Message) -> bytes:
    """The bytes of a part as they came."""
    bare = copy.copy(part)
    del bare["Content-Transfer-Encoding"]
    content = bare.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def tell_apart(mail: Message, parse: Callable[[bytes], Message]) -> None:
    """Give a mail the parts that stand in its parts, where a boundary was not found.

    Raises:
        SourceTooLarge: there are too many.
    """
    pending: list[tuple[Message, bytes]] = [(mail, b"")]
    while pending:
        part, boundary = pending.pop()
        held = part.get_payload() if part.is_multipart() else None
        if isinstance(held, list) and part.get_content_maintype() == "multipart":
            boundary = _boundary(part)
            inner: list[Message | str] = [each for each in held if isinstance(each, Message)]
            pending += ((each, boundary) for each in inner if isinstance(each, Message))
            beside = [_pieces(_bytes(each), parse, boundary)[1:] for each in (part.preamble, part.epilogue)]
            if any(beside):
                part.set_payload([*beside[0], *inner, *beside[1]])
                part.defects.append(FoundByLines())
        elif held is None and not part.get_content_type().startswith(_SHOWN_AS_THEY_ARE):
            _open(part, parse, _boundary(part) or boundary)


def _open(part: Message, parse: Callable[[bytes], Message], boundary: bytes) -> None:
    """Put the parts that a part without any holds in its place, the text above them first."""
    content = raw(part)
    if any(isinstance(each, MissingHeaderBodySeparatorDefect) for each in part.defects):
        behind = parse(content)
        for name, value in behind.raw_items():
            part[name] = value
        content = content if behind.is_multipart() else raw(behind)
        _fill(part, content)
    declared = part.get_content_maintype() == "multipart"
    pieces = _pieces(content, parse, boundary)
    if len(pieces) == 1 and not (declared and content.strip()):
        return
    above = pieces[0]
    for name, value in () if declared else part.raw_items():
        if name.lower().startswith("content-"):
            above[name] = value
    for name in ("Content-Type", "Content-Transfer-Encoding", "Content-Disposition"):
        del part[name]
    part["Content-Type"] = "multipart/mixed"
    is_text = len(raw(above).strip()) > (_PREAMBLE if declared and len(pieces) > 1 else 0)
    opened: list[Message | str] = [*pieces]
    part.set_payload(opened if is_text else opened[1:])
    part.defects.append(FoundByLines())


def _pieces(content: bytes, parse: Callable[[bytes], Message], boundary: bytes) -> list[Message]:
    """What stands above the first part, and the parts."""
    stretches = _stretches(content, boundary)
    if len(stretches) > MOST_PARTS:
        raise SourceTooLarge("The mail has too many parts; save what you need of it and ingest that.")
    above = Message()
    _fill(above, content[: stretches[0][1]])
    return [above, *(parse(content[begin:end]) for begin, end in stretches[1:])]


def _stretches(content: bytes, boundary: bytes) -> list[tuple[int, int]]:
    """From where to where the text above the parts and each part goes, without the lines between them."""
    headers = [found for found in _HEADERS.finditer(content) if _is_begin(found, content)]
    known = {found["boundary"].rstrip() for found in headers if found["boundary"]} | {boundary} - {b""}
    few = sorted(known)[:_MOST_COMPARED]
    marks = {found.start(): (found.start("first"), True) for found in headers}
    for line in _LINE.finditer(content) if known else ():
        stump = line.end() == len(content) and line[0].startswith(b"--")
        found = (_are_close(line["boundary"], each, stump=stump) for each in few)
        if line["boundary"] in known or any(found):
            marks.setdefault(line.start(), (line.end(), not line["closes"]))
    places = sorted(marks)
    places = places[:1] + [
        at for last, at in pairwise(places) if not _is_one_head(content, marks[last][0], at)
    ]
    ends = [*places[1:], len(content)]
    begun = [(marks[at][0], end) for at, end in zip(places, ends, strict=False) if marks[at][1]]
    return [(0, places[0] if places else len(content)), *begun]


def _is_one_head(content: bytes, begin: int, end: int) -> bool:
    """Whether what stands between two beginnings are headers, the first of which is damaged."""
    return not content.startswith(b"--", end) and _HEAD_ENDS.search(content, begin, end) is None


def _is_begin(found: re.Match[bytes], content: bytes) -> bool:
    if found["delimiter"] or found["others"].lower().startswith(_OTHERS):
        return True
    before = content[max(0, found.start() - 4) : found.start()].replace(b"\r", b"")
    return before[-2:].strip(b"\n") == b"" and _TYPE.match(found["first"]) is not None


def _are_close(line: bytes, boundary: bytes, *, stump: bool) -> bool:
    """Whether a line is a boundary but for a stretch that is damaged, or all that is left of it."""
    if stump and boundary.startswith(line):
        return True
    if abs(len(line) - len(boundary)) > len(boundary) * (1 - _CLOSE):
        return False
    return _alike(line, boundary) + _alike(line[::-1], boundary[::-1]) >= _CLOSE * len(boundary)


def _alike(one: bytes, other: bytes) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _boundary(part: Message) -> bytes:
    try:
        return _bytes(part.get_boundary())
    except (ValueError, LookupError, TypeError):
        return b""


def _bytes(text: str | None) -> bytes:
    return (text or "").encode("ascii", errors="surrogateescape")


def _fill(part: Message, content: bytes) -> None:
    part.set_payload(content.decode("ascii", errors="surrogateescape"))
