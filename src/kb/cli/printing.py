"""How answers look on a terminal: colour only where there is one, and never with NO_COLOR."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence

import click

from kb.cli.context import LANGUAGE, _
from kb.errors import KbError
from kb.messages import Message, say

_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_BREAKS = str.maketrans("\t\n", "  ")
_WORD = re.compile(r"\S+")
_WIDEST = 100
Span = tuple[int, int]


def clean(text: object) -> str:
    """Text on one line that cannot drive a terminal: no control or directional characters."""
    return _UNSAFE.sub("�", str(text).translate(_BREAKS))


def line(text: str = "", *, err: bool = False) -> None:
    """Print a line; styles vanish where there is no terminal or NO_COLOR is set."""
    click.echo(text, err=err, color=False if os.environ.get("NO_COLOR") else None)


def raw(text: str) -> None:
    """Print a file's text: as it is where it goes to a file, safe for the eyes on a terminal."""
    if sys.stdout.isatty():
        text = "\n".join(map(clean, text.splitlines())) + "\n"
    click.echo(text.encode("utf-8"), nl=False)


def message(spoken: Message) -> None:
    """Say something beside the results."""
    line(clean(say(spoken, LANGUAGE)), err=True)


def problem(error: KbError, code: int) -> int:
    """Say in one sentence what went wrong; returns the exit code."""
    line(f"kb: {clean(say(error, LANGUAGE))}", err=True)
    return code


def as_json(values: object, *, indent: int | None = 2) -> None:
    """Print JSON, its letters as they are but for those that could drive a terminal."""
    written = json.dumps(values, ensure_ascii=False, indent=indent)
    line(_UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", written))


def bold(text: str) -> str:
    """Emphasised on a terminal."""
    return click.style(clean(text), bold=True)


def dim(text: str) -> str:
    """Set back on a terminal."""
    return click.style(clean(text), dim=True)


def wrapped(text: str, *, indent: str = "") -> str:
    """``text`` set back and wrapped to the width of the terminal."""
    return "\n".join(indent + dim(text[start:end]) for start, end in _lines(text, _width(indent)))


def marked(text: str, marks: Sequence[Span], *, indent: str = "", strong: bool = False) -> str:
    """``text`` wrapped to the width of the terminal, with its marks made visible."""
    lines = [_styled(text, marks, start, end, strong=strong) for start, end in _lines(text, _width(indent))]
    return "\n".join(indent + each for each in lines)


def _width(indent: str) -> int:
    return min(shutil.get_terminal_size().columns, _WIDEST) - len(indent)


def _lines(text: str, width: int) -> Iterable[Span]:
    start = end = None
    for word in _WORD.finditer(text):
        if start is not None and (word.end() - start > width or "\n" in text[end : word.start()]):
            yield start, end or start
            start = None
        start, end = word.start() if start is None else start, word.end()
    if start is not None:
        yield start, end or start


def _styled(text: str, marks: Sequence[Span], start: int, end: int, *, strong: bool) -> str:
    pieces, place = [], start
    for mark in marks:
        first, last = max(mark[0], start), min(mark[1], end)
        if first < last:
            pieces.append(click.style(clean(text[place:first]), bold=strong))
            pieces.append(click.style(clean(text[first:last]), fg="yellow", bold=True))
            place = last
    return "".join([*pieces, click.style(clean(text[place:end]), bold=strong)])


def percent(share: float) -> str:
    """A share of 1 in whole per cent, as wide as the widest."""
    return f"{100 * share:3.0f} %"


def table(rows: Mapping[str, object]) -> None:
    """Print names and values in two columns."""
    width = max(map(len, rows), default=0)
    indent = " " * (width + 2)
    for name, value in rows.items():
        line(f"{dim(name.ljust(width))}  {marked(str(value), (), indent=indent).removeprefix(indent)}")


def listed(counts: Mapping[str, int]) -> str:
    """``3 new, 1 updated``: the counts that are not nought."""
    return ", ".join(f"{count} {name}" for name, count in counts.items() if count) or _("nothing")
