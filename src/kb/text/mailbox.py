"""Where the mails of a mailbox begin (RFC 4155): behind an empty line, at a line "From " before headers."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BEGINS = re.compile(
    rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\r\n]{1,300}\r?\n(?=[A-Za-z][A-Za-z-]{1,60}:[ \t])"
)
_MARKED = re.compile(rb"^>(>*From )", re.MULTILINE)


def is_mailbox(content: bytes) -> bool:
    """Whether there are two mails or more."""
    return sum(1 for _ in zip(range(2), _BEGINS.finditer(content), strict=False)) == 2


def mails(content: bytes) -> Iterator[bytes]:
    """The mails, each without the line before it and the mark that its own such lines have."""
    begins = [*_BEGINS.finditer(content)]
    for number, begin in enumerate(begins, start=1):
        end = begins[number].start() if number < len(begins) else len(content)
        yield _MARKED.sub(rb"\1", content[begin.end() : end])
