"""Mails that pass on another: whose words they are, from when, and under which subject.

A forwarding program puts the old headers above the old text: From, Date, Subject, To, in the language of
whoever forwards, below a line such as "Forwarded message". Where one mail passed through many hands, the
longest text is the one meant. The headers are taken out of the text; the notes of those who forwarded stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kb.parsers.blocks import Block
from kb.records import PartialDate
from kb.text.dates import find_dates
from kb.text.folding import fold

_PREFIX = re.compile(r"(?:(?:fwd?|fw|rv|re|reenv|rm|wg|tr)\s?:\s?){1,9}", re.IGNORECASE)
_FORWARDS = re.compile(r"(?:re\s?:\s?){0,3}(?:fwd?|fw|rv|reenv|rm|wg|tr)\s?:", re.IGNORECASE)
_MARKER = re.compile(
    r"[\s>_–—-]{0,60}(?:begin\s)?(?:the\s)?(?:forwarded|original)\smessage(?:\sfollows)?[\s:_–—-]{0,60}"
    r"|[\s>_–—-]{0,60}(?:inicio\sdel\s)?mensaje\s(?:reenviado|original)[\s:_–—-]{0,60}",
    re.IGNORECASE,
)
_PASSED_ON = re.compile(r"forwarded|reenviado", re.IGNORECASE)
_FIELD = re.compile(
    r"\s?\*?(?P<name>from|de|sent|date|enviado(?: el)?|fecha|to|para|subject|asunto|cc|reply-to|responder a)"
    r"\s?:\*?\s(?P<value>\S.{0,400})",
    re.IGNORECASE,
)
_NAMES = {"from": "from", "de": "from", "sent": "date", "date": "date", "enviado": "date",
          "enviado el": "date", "fecha": "date", "subject": "subject", "asunto": "subject"}  # fmt: skip
_FEWEST_FIELDS = 3
_MOST_FIELDS = 8
_QUOTE = re.compile(r"> ?")
_TEXTS = ("paragraph", "quote", "heading")


@dataclass(frozen=True, slots=True)
class Forwarded:
    """The text of a mail without the headers in it, and what those of the mail that was meant say."""

    blocks: tuple[Block, ...]
    sender: str | None = None
    subject: str | None = None
    published: PartialDate | None = None


@dataclass(slots=True)
class _Head:
    """Headers in the text: the lines that they take, and what they say."""

    first: int
    end: int
    fields: dict[str, str]


def bare_subject(subject: str) -> str:
    """A subject without "Fwd:", "RV:", "Re:".

    >>> bare_subject("RV: Fwd: Circular 3")
    'Circular 3'
    """
    prefix = _PREFIX.match(subject)
    return subject[prefix.end() :] if prefix else subject


def laid_out(text: str) -> str:
    """A plain body, each header in it set apart, and what is forwarded as a quotation freed of its marks."""
    lines = _unquoted(text).split("\n")
    fields = [_FIELD.fullmatch(line) is not None for line in lines]
    apart = [
        f"\n{line}\n" if field and (before or after) else line
        for line, field, before, after in zip(
            lines, fields, [False, *fields], [*fields[1:], False], strict=False
        )
    ]
    return "\n".join(apart)


def _unquoted(text: str) -> str:
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if _MARKER.fullmatch(line) and _PASSED_ON.search(line):
            below = next((each for each in lines[at + 1 :] if each.strip()), "")
            if below.startswith(">"):
                inner = (_QUOTE.sub("", each, count=1) for each in lines[at + 1 :])
                return "\n".join((*lines[: at + 1], *inner))
    return text


def forwarded(blocks: Sequence[Block], subject: str) -> Forwarded | None:
    """What a mail passes on, if it does."""
    lines = [
        (index, line)
        for index, block in enumerate(blocks)
        if block.kind in _TEXTS
        for line in block.text.split("\n")
    ]
    heads = list(_heads([line for _, line in lines]))
    marked = any(_MARKER.fullmatch(line) and _PASSED_ON.search(line) for _, line in lines)
    if not heads or not (marked or _FORWARDS.match(subject)):
        return None
    ends = [*(head.first for head in heads[1:]), len(lines)]
    sizes = [
        sum(len(line) for _, line in lines[head.end : end]) for head, end in zip(heads, ends, strict=True)
    ]
    meant = heads[sizes.index(max(sizes))]
    taken = {at for head in heads for at in range(head.first, head.end)}
    kept: dict[int, list[str]] = {}
    for at, (index, line) in enumerate(lines):
        if at not in taken:
            kept.setdefault(index, []).append(line)
    return _passed_on(blocks, kept, meant.fields)


def _passed_on(
    blocks: Sequence[Block], kept: Mapping[int, list[str]], fields: Mapping[str, str]
) -> Forwarded:
    texts = [
        block if block.kind not in _TEXTS else replace(block, text="\n".join(kept.get(index, [])))
        for index, block in enumerate(blocks)
    ]
    dates = find_dates(fields.get("date", "")[:120])
    return Forwarded(
        blocks=tuple(block for block in texts if block.text),
        sender=fields.get("from"),
        subject=bare_subject(fields["subject"]) if "subject" in fields else None,
        published=dates[0].date if dates and dates[0].date.year else None,
    )


def _heads(lines: Sequence[str]) -> Iterator[_Head]:
    """The headers in a text, with the line above them that says that a mail begins there."""
    at = 0
    while at < len(lines):
        first = at
        begin = at + 1 if _MARKER.fullmatch(lines[at]) else at
        fields: dict[str, str] = {}
        end = begin
        while end < len(lines) and end - begin < _MOST_FIELDS and (found := _FIELD.fullmatch(lines[end])):
            name = " ".join(fold(found["name"]).split())
            fields.setdefault(_NAMES.get(name, name), found["value"].strip())
            end += 1
        if len(fields) >= (_FEWEST_FIELDS - (begin > at)) and "from" in fields:
            yield _Head(first, end, fields)
            at = end
        elif begin > at:
            at = begin
        else:
            at += 1
