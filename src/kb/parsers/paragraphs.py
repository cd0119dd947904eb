"""Paragraphs of a word processor -> blocks: which are headings, items or numbered, and where notes go.

Word, OpenDocument and RTF know the same things of a paragraph: an outline level if its style has
one, the label printed before it, how it is stressed. Many real files use no heading styles at all
(treaty bodies, agencies), or not for all headings: there a short line that is all bold or all in
capitals is a heading, and its level follows from its size and from the form of its number.

Labels become text where they number paragraphs ("36. The Committee"), so that they become
addresses, and markers where they stand in a list ("(a)", a bullet, or 1, 2, 3 between paragraphs
36 and 37).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kb.parsers import raised
from kb.parsers.blocks import Block
from kb.parsers.head_lines import is_label
from kb.parsers.headlines import title_among
from kb.parsers.labels import BULLET, Label
from kb.parsers.ranks import rank
from kb.parsers.reading import Reading, without_title
from kb.text.folding import fold, normalise, squeeze

_LONGEST_HEADING = 160  # characters; a longer bold paragraph is a stressed one
_SHORTEST_TEXT = 60  # characters
_LONGEST_MARKER = 12  # characters
_LOWEST_HEADING = 6
_MOST_STRESSED = 0.5  # of all paragraphs: where more are bold, bold is the manner and no heading
_NO_HEADING_END = (".", ";", ",", ":", "…")
# Addresses and telephones, captions and dates are often bold; then the marks of the end.
_NO_HEADING = re.compile(
    r"(?:tabl[ae]|cuadro|figur[ae]|gr[aá]fic[ao]|graph|chart|mapa?|box|recuadro)\s(?:no?\.?\s?)?[0-9ivx]"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}|.{0,160}(?:@|https?://|www\.|\+[0-9]|[0-9]{3}[ -]?[0-9]{4})"
    r"|(?:ends?|fin)\W*\Z",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_ROMAN = re.compile(r"[ivxlcm]+\Z", re.IGNORECASE)
_FIRST = re.compile(r"\D{0,3}0?1\D{0,3}")
_TITLE_WORDS = 3  # the least that a title in the properties of a file must have to be believed
_BEGINNING = 12  # paragraphs
_VERBATIM = ("table", "preformatted")
_LETTERHEAD_ROWS = 3
_MOST_COLUMNS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph or table as a word processor holds it."""

    text: str
    kind: str = "paragraph"  # or quote, preformatted, table
    outline: int = 0  # 1 is the highest; 0: the style says nothing
    title: bool = False  # its style is that of titles
    label: Label | None = None
    bold: bool = False  # all of it
    size: float = 0.0  # in points; 0: unknown
    page: int | None = None
    page_to: int | None = None
    notes: tuple[tuple[str, str], ...] = ()  # mark and text of the notes that it refers to


def reading(paragraphs: Sequence[Paragraph], stated_title: str | None) -> Reading:
    """The blocks of a document and its title: in the style of titles, stated and found, or the first fit."""
    kept = [each for each in map(_clean, _unraised(paragraphs)) if each.text or each.notes]
    styled, kept = _styled_title(kept)
    found = list(blocks(kept))
    title = styled or _agreed(stated_title, found) or _above_headings(kept) or title_among(found)
    return Reading(
        blocks=without_title(found, title) if title and len(found) > 1 else tuple(found),
        title=title,
    )


def blocks(paragraphs: Sequence[Paragraph]) -> Iterator[Block]:
    """The blocks of paragraphs, each followed by the notes that it refers to."""
    headings = _headings(paragraphs)
    lists = _Lists(paragraphs, headings)
    for index, each in enumerate(paragraphs):
        if each.text:
            yield lists.block(each, headings.get(index, 0))
        for mark, text in each.notes:
            yield Block(text=text, kind="footnote", marker=mark, page=each.page_to or each.page)


def _unraised(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs without the raised marks of notes that somebody typed; these notes are notes."""
    for each, note in zip(paragraphs, raised.notes(each.text for each in paragraphs), strict=True):
        noted = tuple((mark, raised.without_marks(text)) for mark, text in each.notes)
        if note:
            yield replace(each, text="", notes=(note, *noted))
        else:
            yield replace(each, text=raised.without_marks(each.text), notes=noted)


def _clean(paragraph: Paragraph) -> Paragraph:
    text = normalise(paragraph.text)
    text = text.strip("\n") if paragraph.kind in _VERBATIM else squeeze(text)
    text = text if text.strip() else ""
    if text == paragraph.text and not paragraph.notes:
        return paragraph
    notes = ((squeeze(normalise(mark)), squeeze(normalise(note))) for mark, note in paragraph.notes)
    return replace(paragraph, text=text, notes=tuple((mark, note) for mark, note in notes if note))


# Titles ------------------------------------------------------------------------------------


def _styled_title(paragraphs: list[Paragraph]) -> tuple[str | None, list[Paragraph]]:
    """The paragraphs near the top in the style of titles, and the rest; a title alone is a text too."""
    first = next((index for index, each in enumerate(paragraphs[:_BEGINNING]) if each.title), None)
    if first is None:
        return None, paragraphs
    end = first
    while end < len(paragraphs) and paragraphs[end].title:
        end += 1
    title = " ".join(each.text for each in paragraphs[first:end] if each.text)
    if not title or is_label(title) or end - first == len(paragraphs):
        return None, paragraphs
    emptied = [replace(each, text="") for each in paragraphs[first:end] if each.notes]
    return title, [*paragraphs[:first], *emptied, *paragraphs[end:]]


def _above_headings(paragraphs: Sequence[Paragraph]) -> str | None:
    """A stressed line above the headings, unless the first of them is the only one of the highest level."""
    styled = [index for index, each in enumerate(paragraphs) if each.outline]
    outlines = [paragraphs[index].outline for index in styled]
    if not outlines or (outlines[0] == min(outlines) and outlines.count(outlines[0]) == 1):
        return None
    above = [Block(text=each.text) for each in paragraphs[: styled[0]] if _may_head(each)]
    return title_among(above)


def _agreed(title: str | None, found: Sequence[Block]) -> str | None:
    """The title in the properties of a file, where the text begins with it too; templates leave others."""
    title = squeeze(normalise(title or ""))
    beginning = fold(" ".join(squeeze(block.text) for block in found[:_BEGINNING]))
    agreed = fold(title) in beginning and len(title.split()) >= _TITLE_WORDS and not is_label(title)
    return title if agreed else None


# Headings ----------------------------------------------------------------------------------


def _headings(paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    """Where the headings are, and their levels: those of styles, and stressed lines among them or alone."""
    styled = {
        index: min(each.outline, _LOWEST_HEADING)
        for index, each in enumerate(paragraphs)
        if each.outline and each.kind == "paragraph"
    }
    if len(styled) > 1:
        plain = [
            replace(each, bold=False) if index in styled else each for index, each in enumerate(paragraphs)
        ]
        return _among(styled, _stressed(plain), paragraphs) | styled
    return _stressed(paragraphs) | styled


def _among(
    styled: dict[int, int], stressed: dict[int, int], paragraphs: Sequence[Paragraph]
) -> dict[int, int]:
    """The stressed lines that head a text below a heading with a style, one level below it and deeper."""
    lists = {each.label.list for each in paragraphs if each.label and not _may_head(each)}
    heads: set[int] = set()
    below = len(paragraphs)
    for index in reversed(range(min(styled) + 1, len(paragraphs))):
        each, label = paragraphs[index], paragraphs[index].label
        if not each.text:
            continue
        if index in stressed and index not in styled and not (label and label.list in lists):
            under = below in heads and stressed[below] > stressed[index]
            heads |= {index} if under or (below < len(paragraphs) and _is_text(paragraphs[below])) else set()
        below = index
    levels: dict[int, int] = {}
    above, over = 0, list[int]()
    for index in sorted(heads | styled.keys()):
        if index in styled:
            above, over = styled[index], []
            continue
        over = [*(level for level in over if level < stressed[index]), stressed[index]]
        levels[index] = min(above + len(over), _LOWEST_HEADING)
    return levels


def _is_text(paragraph: Paragraph) -> bool:
    """Whether a paragraph is what a heading stands above, and no line of an address or a signature."""
    ends = len(paragraph.text) >= _SHORTEST_TEXT or paragraph.text.endswith(_NO_HEADING_END)
    return paragraph.kind != "table" and not _may_head(paragraph) and (ends or paragraph.label is not None)


def _stressed(paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    found = [index for index, each in enumerate(paragraphs) if _may_head(each)]
    chosen = set(found)
    while found and not any(each.text for each in paragraphs[found[-1] + 1 : found[-1] + 2]):
        chosen.discard(found.pop())  # nothing stands under the last line
    texts = sum(bool(each.text) for each in paragraphs)
    if len(chosen) > max(3, texts * _MOST_STRESSED):
        return {}
    forms = {index: rank(_labelled(paragraphs[index])) for index in chosen}
    highest = min((form for form in forms.values() if form), default=1)
    keys = {
        index: (-paragraphs[index].size, not paragraphs[index].text.isupper(), forms[index] or highest)
        for index in chosen
    }
    ranks = {key: place for place, key in enumerate(sorted(set(keys.values())))}
    return {index: min(2 + ranks[key], _LOWEST_HEADING) for index, key in keys.items()}


def _may_head(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if paragraph.kind != "paragraph" or not 0 < len(text) <= _LONGEST_HEADING:
        return False
    if paragraph.label and paragraph.label.form == "bullet":
        return False
    capitals = text.isupper() and _WORD.search(text) is not None
    stressed = (paragraph.bold and _WORD.search(text) is not None) or capitals
    return stressed and not (text.endswith(_NO_HEADING_END) or _NO_HEADING.match(text) or is_label(text))


# Lists -------------------------------------------------------------------------------------


class _Lists:
    """What a label is where it stands: the number of a paragraph, or the marker of an item."""

    def __init__(self, paragraphs: Sequence[Paragraph], headings: dict[int, int]) -> None:
        self._highest: dict[str, int] = {}  # the highest level of each list that is no heading
        self._numbered: set[str] = set()  # lists whose highest level numbers paragraphs
        self._last: dict[str, int] = {}
        listed = [(at, each.label) for at, each in enumerate(paragraphs) if each.label and at not in headings]
        for _, label in listed:
            self._highest[label.list] = min(label.depth, self._highest.get(label.list, label.depth))
        counted = [(at, label) for at, label in listed if self._depth(label) == 0 and _is_number(label)]
        for at, label in counted:
            self._last[label.list] = at
        self._inner = self._inside_others(counted)
        self._numbered = {label.list for _, label in counted} - self._inner

    def block(self, paragraph: Paragraph, heading: int) -> Block:
        """The block that a paragraph becomes."""
        page, page_to, label = paragraph.page, paragraph.page_to, paragraph.label
        if heading:
            text = _labelled(paragraph)
            return Block(text=text, kind="heading", level=heading, page=page, page_to=page_to)
        if paragraph.kind in _VERBATIM or not label or self._is_text(label):
            text = paragraph.text if paragraph.kind in _VERBATIM else _labelled(paragraph)
            return Block(text=text, kind=paragraph.kind, page=page, page_to=page_to)
        if label.form != "bullet" and not label.text:
            return Block(text=paragraph.text, kind=paragraph.kind, page=page, page_to=page_to)
        return Block(
            text=paragraph.text,
            kind="item",
            level=max(1, self._depth(label) + (label.list not in self._numbered)),
            marker=BULLET if label.form == "bullet" else _marker(label),
            page=page,
            page_to=page_to,
        )

    def _depth(self, label: Label) -> int:
        return label.depth - self._highest.get(label.list, label.depth)

    def _is_text(self, label: Label) -> bool:
        if label.form == "bullet" or not label.text:
            return False
        if label.parts > 1 or len(label.text) > _LONGEST_MARKER or _names_a_division(label.text):
            return True
        return self._depth(label) == 0 and _is_number(label) and label.list not in self._inner

    def _inside_others(self, counted: Sequence[tuple[int, Label]]) -> set[str]:
        """The lists that begin at 1 and end between two numbers of another list."""
        inner: set[str] = set()
        seen: set[str] = set()
        around: list[int] = []  # where the lists end that are still going on, innermost last
        for at, label in counted:
            while around and around[-1] < at:
                around.pop()
            if label.list not in seen:
                seen.add(label.list)
                end = self._last[label.list]
                if around and end < around[-1] and _FIRST.fullmatch(label.text):
                    inner.add(label.list)
                around.append(end)
        return inner


def _is_number(label: Label) -> bool:
    return any(map(str.isdecimal, label.text))


def _names_a_division(text: str) -> bool:
    return any(not _ROMAN.match(word) for word in _WORD.findall(text))


def _marker(label: Label) -> str:
    """The label of an item; of a number only its digits, as lists have them."""
    digits = label.text.strip("().- ")
    return digits if digits.isdecimal() else label.text


def _labelled(paragraph: Paragraph) -> str:
    label = paragraph.label
    return f"{label.text} {paragraph.text}" if label and label.text else paragraph.text


# Tables ------------------------------------------------------------------------------------


class Row:
    """A row of a table that is being read; a column that a cell reaches over is empty."""

    def __init__(self, before: int = 0) -> None:
        self._cells: list[list[Paragraph]] = [[] for _ in range(min(before, _MOST_COLUMNS))]
        self._own = 0

    def add(self, cell: list[Paragraph], columns: int = 1) -> None:
        """The next cell, and over how many columns it reaches."""
        self._own += 1
        self._cells.append(cell)
        for _ in range(min(columns, _MOST_COLUMNS) - 1):
            self.leave_out()

    def leave_out(self) -> None:
        """The next column is that of a cell beside or above."""
        if len(self._cells) < _MOST_COLUMNS:
            self._cells.append([])

    @property
    def laid(self) -> list[list[Paragraph]]:
        """The cells by column; the first stands alone, as a title does, where it has the row to itself."""
        return self._cells[:1] if self._own == 1 and self._cells[0] else self._cells


def table(rows: Sequence[Sequence[Sequence[Paragraph]]], *, at_top: bool) -> Iterator[Paragraph]:
    """A table as one paragraph of lines, or as the paragraphs in it where it only places them.

    ``at_top``: nothing was written before it, so that a few rows are a letterhead.
    """
    cells = [[[each for each in cell if each.text.strip()] for cell in row] for row in rows]
    held = [each for row in rows for cell in row for each in cell]
    if _places_only(cells, at_top=at_top):
        yield from (replace(each, bold=False) if at_top else each for each in held)
        return
    lines = [" | ".join(_cell(cell) if cell else "" for cell in row) for row in cells]
    pages = [each.page for each in held if each.page]
    yield Paragraph(
        text="\n".join(line for line in lines if line.strip(" |")),
        kind="table",
        page=min(pages, default=None),
        page_to=max(pages) if pages and max(pages) > min(pages) else None,
        notes=tuple(note for each in held for note in each.notes),
    )


def _places_only(cells: Sequence[Sequence[Sequence[Paragraph]]], *, at_top: bool) -> bool:
    filled = [[cell for cell in row if cell] for row in cells]
    if all(len(row) <= 1 for row in filled):
        return True
    if at_top and len(filled) <= _LETTERHEAD_ROWS:
        return True
    columns = len(filled) == 1 and len(filled[0]) <= 3
    return columns and any(len(cell) > 1 and sum(len(each.text) for each in cell) > 400 for cell in filled[0])


def _cell(paragraphs: Sequence[Paragraph]) -> str:
    texts = (_labelled(each).replace("\n", "; ") for each in paragraphs)
    return squeeze(" ".join(texts))
