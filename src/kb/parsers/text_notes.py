"""Footnotes of plain text: "[1] ..." or "* ..." anywhere, "(1)" or "1" below a line or a heading.

A note is one whose mark stands close behind a word further up: "silence.[1]", or in brackets behind a
sentence: "silence. (1)". The mark is taken out there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kb.parsers.blocks import Block
from kb.text.folding import fold

BELOW_A_LINE = "\ufdd1"  # a block of its own where the line was; no character of any text (Unicode 23.7)
_MARKS = r"\[\d{1,3}\]|\(\d{1,3}\)|[*†‡]{1,3}"
_LINE = re.compile(
    rf"^[ \t]*[_─—-]{{5,200}}[ \t]*\n[ \t\n]{{0,9}}(?=[ \t]*(?:{_MARKS}|\d{{1,3}}[.)]?)[ \t])", re.M
)
_REFERENCE = re.compile(
    rf"(?<=[^\s\[(*|])(?:{_MARKS}|(?<=[.,;:!?»”\"'a-zñáéíóú])\d{{1,3}})(?=[\s.,;:)]|$)"
    r"|(?<=[.;:!?»”\"] )\(\d{1,3}\)(?=\s|$)"
)
_NOTE = re.compile(rf"(?P<mark>{_MARKS}|\d{{1,3}}(?=[.)]?\s))[.)]?\s+(?=\S)")
_HEADINGS = ("notas", "notes", "footnotes", "endnotes", "notas al pie", "notas finales", "notas al final")
_SURE = ("[", "*", "†", "‡")
_SEVERAL = re.compile(rf"\n(?=(?:{_MARKS}|\d{{1,3}}[.)]?)\s)")


def set_off(text: str) -> str:
    """The text with each line above notes replaced by a block that says so."""
    return _LINE.sub(f"\n\n{BELOW_A_LINE}\n\n", text.replace(BELOW_A_LINE, ""))


def with_notes(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those that are notes made footnotes, and their marks taken out of the text above."""
    pieces = [piece for block in blocks for piece in _apart(block)]
    references: dict[str, tuple[int, int, int]] = {}
    found: list[Block | None] = []
    below = False
    for index, block in enumerate(pieces):
        if block.text == BELOW_A_LINE:
            below = True
            found.append(None)
            continue
        if fold(block.text.strip(" :.")) in _HEADINGS:
            below = True
            found.append(block)
            continue
        below = below and block.kind not in ("heading", "table")
        mark, text = _marked(block)
        if mark and mark in references and (below or mark.startswith(_SURE)):
            place, start, end = references.pop(mark)
            found[place] = _without(found[place], start, end)
            _moved(references, place, start, end - start)
            found.append(replace(block, text=text, kind="footnote", level=0, marker=mark))
            continue
        found.append(block)
        if block.kind not in ("table", "preformatted"):
            for each in _REFERENCE.finditer(block.text):
                spaced = block.text[each.start() - 1] == " "
                references[each[0]] = (index, each.start() - spaced, each.end())
    return [block for block in found if block]


def _apart(block: Block) -> list[Block]:
    """Notes that stand one below the other without a blank line."""
    if block.kind != "paragraph" or not _NOTE.match(block.text):
        return [block]
    return [replace(block, text=text) for text in _SEVERAL.split(block.text)]


def _marked(block: Block) -> tuple[str, str]:
    """The mark that a block begins with, and the text behind it."""
    if block.kind == "item" and block.marker and block.marker.startswith(_SURE[1:]):
        return block.marker, block.text
    note = _NOTE.match(block.text) if block.kind == "paragraph" else None
    return (note["mark"], block.text[note.end() :]) if note else ("", "")


def _without(block: Block | None, start: int, end: int) -> Block | None:
    return replace(block, text=block.text[:start] + block.text[end:]) if block else None


def _moved(references: dict[str, tuple[int, int, int]], place: int, start: int, by: int) -> None:
    """Move the references behind a place where a mark was taken out."""
    for mark, (index, begin, end) in references.items():
        if index == place and begin > start:
            references[mark] = (index, begin - by, end - by)
