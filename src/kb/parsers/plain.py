"""Plain text: paragraphs are set apart by blank lines, or by numbers at the beginning of a line.

Form feeds, as in text taken out of a PDF, are page breaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.parsers.blocks import Block
from kb.parsers.numbering import begins_numbered, heading_level
from kb.parsers.reading import Reading, is_label, title_among, without_title
from kb.records import Source
from kb.text.decoding import decode
from kb.text.folding import normalise, squeeze

_BLANK = re.compile(r"\n[ \t]*\n\s*")
_BULLET = re.compile(r"\s*[•·▪‣*–—-]\s+(?=\S)")
_UNWRAPPED = 200  # characters: a text with lines this long has a paragraph on every line


def read(source: Source) -> Reading:
    """The paragraphs of a plain text; its title is the first line that can be one."""
    text, undecodable = decode(source.content)
    blocks = [
        block
        for page, part in enumerate(text.split("\x0c"), start=1)
        for block in _blocks(normalise(part), page if "\x0c" in text else None)
    ]
    title = title_among(blocks)
    return Reading(
        blocks=without_title(blocks, title) if title and len(blocks) > 1 else tuple(blocks),
        title=title,
        undecodable=undecodable,
    )


def _blocks(text: str, page: int | None) -> Iterator[Block]:
    long_lines = max(map(len, text.split("\n"))) > _UNWRAPPED
    for paragraph in _BLANK.split(text.strip("\n")):
        for lines in _split(paragraph.split("\n"), every_line=long_lines):
            yield from _block(lines, page)


def _split(lines: list[str], *, every_line: bool) -> Iterator[list[str]]:
    """Runs of lines that belong together: a wrapped paragraph, a list item, a heading."""
    run: list[str] = []
    for line in lines:
        stripped = line.strip()
        begins = every_line or begins_numbered(stripped) or _BULLET.match(line) or _heads(line)
        if run and (begins or _heads(run[-1]) or is_label(stripped) or is_label(run[-1].strip())):
            yield run
            run = []
        run.append(line)
    yield run


def _heads(line: str) -> bool:
    return heading_level(line.strip()) is not None


def _block(lines: list[str], page: int | None) -> Iterator[Block]:
    text = squeeze(" ".join(lines))
    if not text:
        return
    if level := heading_level(text):
        yield Block(text=text, kind="heading", level=level, page=page)
    elif bullet := _BULLET.match(text):
        yield Block(text=text[bullet.end() :], kind="item", level=1, marker=bullet[0].strip(), page=page)
    else:
        yield Block(text=text, page=page)
