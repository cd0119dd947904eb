"""Sheets -> a Reading: one stage after another.

The same story serves a text layer and what tesseract recognised: both are runs with places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from kb.messages import Message
from kb.parsers.blocks import Block
from kb.parsers.pdf import (
    breaks,
    columns,
    contents,
    footnotes,
    furniture,
    headings,
    hyphens,
    notes,
    outline,
    printouts,
    titles,
)
from kb.parsers.pdf.paragraphs import ENDS_SENTENCE, Draft, drafts, measure
from kb.parsers.pdf.pdfium import Bookmark
from kb.parsers.pdf.sheets import Line, Sheet
from kb.parsers.pdf.tables import as_line, rows
from kb.parsers.reading import Reading, without_title
from kb.text.folding import normalise, squeeze

FEWEST_LETTERS = 25  # on a page with pictures: a scan may carry a stamp


def assembled(sheets: Sequence[Sheet], bookmarks: Sequence[Bookmark] = (), stated: str = "") -> Reading:
    """What the sheets say, in order, with the outline and the title that the file states."""
    bare, address = printouts.parted(sheets)
    pages = columns.pages(furniture.removed(bare))
    body = headings.body_size([line for _, lines in pages for line in lines])
    text, foot = _parted(pages, body)
    text, entries = contents.parted(text)
    outline.mark(text, bookmarks or entries)
    how = measure(text, body)
    found = drafts(text, how)
    below = _footnotes(foot)
    known = hyphens.vocabulary(line.text for line in [*text, *foot])
    for draft in (*found, *below):
        draft.text = _rows(draft, known) if draft.kind == "table" else _running(draft, known)
    _endnoted(found)
    found = headings.named(found, body)
    blocks = _blocks(found, below)
    title = titles.title(stated, found, blocks)
    blocks = titles.without_letterhead(blocks, title)
    return Reading(
        blocks=without_title(list(blocks), title) if title and len(blocks) > 1 else blocks,
        title=title,
        source=address,
        page_labels=furniture.page_labels(bare),
        undecodable=sum(sheet.unreadable for sheet in sheets),
        warnings=tuple(_warnings(sheets)),
    )


def without_text(sheet: Sheet) -> bool:
    """Whether a page shows something that its letters do not say: a scan, perhaps."""
    silent = sheet.pictured and sheet.letters < FEWEST_LETTERS
    return not sheet.aside and (silent or sheet.illegible)


def _parted(pages: Sequence[tuple[Sheet, list[Line]]], body: float) -> tuple[list[Line], list[Line]]:
    """The lines of the text, and those of the footnotes."""
    text: list[Line] = []
    foot: list[Line] = []
    for sheet, lines in pages:
        last = foot[-1] if foot else None
        goes_on = last is not None and last.page >= sheet.number - 1 and not ENDS_SENTENCE.search(last.text)
        above, below = footnotes.parted(lines, sheet, body, goes_on=goes_on)
        text += above
        foot += below
    return text, foot


def _footnotes(lines: Sequence[Line]) -> list[Draft]:
    """Footnotes begin with a mark; a line without one goes on with the note before."""
    found: list[Draft] = []
    for line in lines:
        noted = footnotes.marked(line.text)
        if not found or footnotes.begins(line, found[-1].lines[-1], found[-1].marker):
            mark, line.text = noted or (None, line.text)
            found.append(Draft([line], kind="footnote", marker=mark))
        else:
            found[-1].lines.append(line)
    return found


def _rows(draft: Draft, known: hyphens.Vocabulary) -> str:
    """A table as lines of cells."""
    ruled = [row for line in draft.lines for row in line.cells]
    if not ruled:
        return rows(draft.lines)
    return "\n".join(as_line([hyphens.joined(cell, known) for cell in row]) for row in ruled)


def _running(draft: Draft, known: hyphens.Vocabulary) -> str:
    """Running text; lines that their author ended stay lines."""
    if draft.kind != "paragraph" or not breaks.are_authored(draft.lines):
        return hyphens.joined((line.text for line in draft.lines), known)
    groups = breaks.parted(draft.lines)
    return "\n".join(hyphens.joined((line.text for line in group), known) for group in groups)


def _endnoted(found: Iterable[Draft]) -> None:
    """Paragraphs that begin with a small raised mark are notes, wherever they stand."""
    for draft in found:
        note = footnotes.raised(draft.text) if draft.kind == "paragraph" else None
        if note and note[1]:
            draft.kind, (draft.marker, draft.text) = "footnote", note


def _blocks(found: Sequence[Draft], below: Sequence[Draft]) -> tuple[Block, ...]:
    """The text with each page's notes behind the block in which the page ends."""
    marks = {page: [note.marker or "" for note in group] for page, group in groupby(below, _page)}
    waiting = list(below)
    ordered: list[Draft] = []
    for draft in found:
        while waiting and _page(waiting[0]) < _page(draft):
            ordered.append(waiting.pop(0))
        ordered.append(draft)
    ordered += waiting
    for draft in ordered:
        noted = {mark for page in {line.page for line in draft.lines} for mark in marks.get(page, ())}
        draft.text = notes.without_marks(draft.text, noted)
    texts = notes.without_flat_marks([draft.text if draft.kind != "table" else "" for draft in ordered])
    return tuple(
        block
        for draft, text in zip(ordered, texts, strict=True)
        if (block := _block(draft, draft.text if draft.kind == "table" else text)).text
    )


def _page(draft: Draft) -> int:
    return draft.lines[0].page


def _block(draft: Draft, text: str) -> Block:
    shown = normalise(text)
    last = draft.lines[-1].page
    return Block(
        text=_squeezed(shown, draft.kind),
        kind=draft.kind,
        level=draft.level if draft.kind in ("heading", "item") else 0,
        marker=draft.marker,
        page=_page(draft),
        page_to=last if last != _page(draft) else None,
    )


def _squeezed(text: str, kind: str) -> str:
    """A text with single spaces; tables keep their rows, paragraphs the lines that their author ended."""
    if kind not in ("table", "paragraph"):
        return squeeze(text)
    return "\n".join(map(_row if kind == "table" else squeeze, text.split("\n")))


def _row(line: str) -> str:
    """A row of a table; a cell without text stays, so that the others keep their columns."""
    return " | ".join(map(squeeze, line.split(" | ")))


def _warnings(sheets: Sequence[Sheet]) -> Iterator[Message]:
    """Which pages say nothing, and which say what cannot be told."""
    silent = [sheet for sheet in sheets if without_text(sheet)]
    pictures = [sheet.number for sheet in silent if not sheet.illegible]
    illegible = [sheet.number for sheet in silent if sheet.illegible]
    if pictures:
        yield Message("Pages without text: {pages}; they may be scanned.", {"pages": ranges(pictures)})
    if illegible:
        yield Message(
            "Pages whose fonts do not say which letters they show: {pages}; their text is wrong here.",
            {"pages": ranges(illegible)},
        )


def ranges(numbers: Sequence[int]) -> str:
    """Numbers as people write them.

    >>> ranges([3, 7, 8, 9])
    '3, 7-9'
    """
    runs = [
        [number for _, number in group]
        for _, group in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])
    ]
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
