"""The walk through a tree: elements -> blocks.

The walk keeps its own stack, so that depth is no danger, and a writer that collects the text of one
block until the next begins. Notes, tables and terms are taken whole. What is left out is said by the
caller, who knows whether the tree is a page with surroundings or a fragment.

In a page without headings below the first, a short paragraph that is all bold is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from bs4.element import PageElement, Tag

from kb.parsers.blocks import Block, are_lines
from kb.parsers.html import tables, tree
from kb.parsers.html.cards import ends_line, is_row
from kb.parsers.html.counting import begun, counted, number
from kb.parsers.html.notes import Notes
from kb.parsers.raised import raised, without_marks
from kb.parsers.ranks import rank
from kb.text.dates import find_dates
from kb.text.folding import normalise, squeeze

_END_HEADINGS = frozenset("p ol ul dl table section article blockquote".split())  # if it was never closed
_SPACE_KEPT = frozenset(("pre", "textarea"))
_TWO_BREAKS = re.compile(r"\n\s*\n")
_WORD_LIST = re.compile(r"mso-list:\w{1,8}level(?P<level>[1-9])")
_BULLETS = frozenset("·•o§Øüv-–—*▪●○■□")
# Bullets that an author has typed; a hyphen or an asterisk is one where several lines begin with it.
_TYPED = re.compile(r"(?P<sign>[•·▪●○■□‣◦➢►✓❖*-])\s+(?=\S)")
_ALONE = frozenset("*-")
_WORD_HEADING = re.compile(r"(?:heading|ttulo|titulo|título|berschrift|titre)(?P<level>[1-6])", re.IGNORECASE)
_BOLD = frozenset(("b", "strong"))
_BOLD_STYLE = re.compile(r"font-weight:(?:bold|[6-9]00)")
_LONGEST_TERM = 80
_LONGEST_BOLD = 110  # characters of a bold paragraph that is a heading
_BOLD_LEVEL, _LOWEST_LEVEL = 2, 6


@dataclass(slots=True)
class _Writer:
    """Collects the text of one block until the next begins."""

    pieces: list[str] = field(default_factory=list)
    lists: list[tuple[str, int, int]] = field(default_factory=list)  # kind, next number, step of open lists
    marker: str | None = None
    item: int = 0
    heading: int = 0
    quoted: int = 0
    kept: int = 0
    word_level: int = 0  # of a paragraph that Word means as an item
    bullet: int = 0  # the ``id()`` of the element that shows it
    terms: list[str] = field(default_factory=list)  # of a list of definitions, still without their text
    bold: int = 0  # elements
    letters: int = 0
    bold_letters: int = 0
    row: tuple[Tag | None, bool] = (None, False)  # an element, and whether those in it are cells

    def write(self, text: str) -> None:
        """Text of the page; its line ends are only spaces, unless they are kept."""
        text = normalise(text)  # what was written as an entity has not been normalised yet
        self.pieces.append(text if self.kept else text.replace("\n", " "))
        letters = len(text) - text.count(" ") - text.count("\n")
        self.letters += letters
        self.bold_letters += letters if self.bold else 0

    def is_in_row(self, tag: Tag) -> bool:
        """Whether an element is a cell of a row; what was found of the last row holds for its other cells."""
        if self.row[0] is not tag.parent:
            self.row = (tag.parent, is_row(tag.parent))
        return self.row[1]

    def begin_word_item(self, tag: Tag) -> None:
        """A paragraph that Word means as an item of a list.

        A number stays in the text, as its author printed it; a sign of Word's symbol fonts is a bullet.
        """
        level = _WORD_LIST.search(tree.style(tag))
        bullet = _word_bullet(tag) if level else None
        if level and bullet is not None:
            self.word_level, self.marker, self.bullet = int(level["level"]), "•", id(bullet)

    def close(self) -> Iterator[_Piece]:
        """The block collected so far, if there is text in it; two line breaks part paragraphs."""
        text = without_marks("".join(self.pieces))
        self.pieces.clear()
        is_bold, self.letters, self.bold_letters = 0 < self.letters == self.bold_letters, 0, 0
        kind = next((name for name, inside in self._kinds() if inside), "paragraph")
        parts = _TWO_BREAKS.split(text) if kind in ("paragraph", "item", "quote") else [text]
        for part in parts:
            if kind == "paragraph" and (lines := _typed_items(part)):
                yield from lines
                continue
            shown = part.strip("\n") if self.kept else _squeezed(part, kind)
            if shown.strip():
                marker = self.marker if kind == "item" else None
                yield _Piece(
                    Block(text=self._with_terms(shown), kind=kind, level=self._level(kind), marker=marker),
                    is_bold,
                )
                self.marker = None

    def _kinds(self) -> tuple[tuple[str, int], ...]:
        return (
            ("heading", self.heading),
            ("preformatted", self.kept),
            ("item", self.item or self.word_level),
            ("quote", self.quoted),
        )

    def _level(self, kind: str) -> int:
        return {"heading": self.heading, "item": self.word_level or len(self.lists)}.get(kind, 0)

    def _with_terms(self, text: str) -> str:
        terms, self.terms = self.terms, []
        return f"{', '.join(term.rstrip(' :') for term in terms)}: {text}" if terms else text


def _squeezed(text: str, kind: str) -> str:
    """A text with single spaces; the line breaks of a letterhead or address stay."""
    lines = [line for line in map(squeeze, text.split("\n")) if line]
    return "\n".join(lines) if kind == "paragraph" and are_lines(lines) else squeeze(text)


def _typed_items(text: str) -> list[_Piece]:
    """The items of a paragraph whose lines begin with bullets, and what stands around them; else nothing."""
    lines = [line for line in map(squeeze, text.split("\n")) if line]
    signs = [found["sign"] for line in lines if (found := _TYPED.match(line))]
    if not signs or (_ALONE.issuperset(signs) and len(signs) == 1):
        return []
    groups: list[list[str]] = []
    for line in lines:
        goes_on = groups and (line[:1].islower() or not _TYPED.match(groups[-1][0]))
        if _TYPED.match(line) or not goes_on:
            groups.append([line])
        else:
            groups[-1].append(line)
    return [_Piece(_typed_item(group)) for group in groups]


def _typed_item(lines: Sequence[str]) -> Block:
    sign = _TYPED.match(lines[0])
    if sign is None:
        return Block(text=_squeezed("\n".join(lines), "paragraph"))
    return Block(
        text=squeeze(" ".join([lines[0][sign.end() :], *lines[1:]])), kind="item", level=1, marker="•"
    )


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block, and whether all of it is bold."""

    block: Block
    bold: bool = False


def walk_page(roots: Sequence[Tag], left_out: tree.LeavesOut, notes: Notes) -> list[Block]:
    """The blocks inside elements of a page, where bold lines are headings if it has no others."""
    pieces = [piece for root in roots for piece in _pieces(root, left_out, notes)]
    if any(each.block.kind == "heading" and each.block.level > 1 for each in pieces):
        return [each.block for each in pieces]
    following = [*pieces[1:], _Piece(Block(text=""), bold=True)][: len(pieces)]
    heads = {
        at: rank(each.block.text)
        for at, (each, after) in enumerate(zip(pieces, following, strict=True))
        if _is_heading(each, after)
    }
    highest = min(filter(None, heads.values()), default=0)
    ranks = sorted({each or highest for each in heads.values()})
    return [
        replace(each.block, kind="heading", level=_bold_level(ranks.index(heads[at] or highest)))
        if at in heads
        else each.block
        for at, each in enumerate(pieces)
    ]


def _bold_level(place: int) -> int:
    return min(_BOLD_LEVEL + place, _LOWEST_LEVEL)


def _is_heading(piece: _Piece, after: _Piece) -> bool:
    """Whether a bold line heads what follows; of bold lines in a row only those with a number do."""
    text = piece.block.text
    if not piece.bold or piece.block.kind != "paragraph" or len(text) > _LONGEST_BOLD:
        return False
    if after.bold and (not after.block.text or not rank(text)):
        return False
    return (
        not text.endswith((".", ",", ";", ":", "”", '"'))
        and any(map(str.isalpha, text))
        and not find_dates(text)
    )


def _pieces(root: Tag, left_out: tree.LeavesOut, notes: Notes) -> Iterator[_Piece]:
    writer = _Writer()
    stack: list[tuple[Tag, Iterator[PageElement]]] = [(root, iter([root]))]
    while stack:
        tag, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield from _left(writer, tag) if stack else ()
        elif not isinstance(child, Tag):
            if tree.is_shown(child):
                writer.write(raised(str(child)) if tag.name == "sup" else str(child))
        elif child is root or (not left_out(child) and id(child) != writer.bullet):
            whole = _whole(child, notes)
            if whole is None:
                yield from _entered(writer, child)
                stack.append((child, iter(child.contents)))
            else:
                yield from writer.close()
                yield from map(_Piece, whole)
    yield from _unsaid(writer)
    yield from writer.close()


def _whole(tag: Tag, notes: Notes) -> list[Block] | None:
    """The blocks of an element that is taken whole: a note, a table of facts, labels with values."""
    if id(tag) in notes.marks:
        note = notes.block(tag)
        return [note] if note else []
    if tag.name != "table":
        return None
    if (lines := tables.labels(tag)) is not None:
        return [Block(text=line) for line in lines]
    return list(tables.block(tag)) if tables.is_data(tag) else None


def _entered(writer: _Writer, tag: Tag) -> Iterator[_Piece]:
    name = tag.name
    if name == "br":
        writer.pieces.append("\n")
    if code := tree.calling_code(tag):
        writer.write(f"{code} ")
    writer.bold += _is_bold(tag)
    if name not in tree.BLOCKS:
        return
    yield from writer.close()
    heading = tree.HEADINGS.get(name) or _word_heading(tag)
    writer.heading = heading or (0 if name in _END_HEADINGS else writer.heading)
    writer.quoted += tree.is_quotation(tag) or tree.signs_quotation(tag)
    writer.kept += name in _SPACE_KEPT
    if name in ("ol", "ul"):
        writer.lists.append(begun(tag))
    elif name == "li" and writer.lists:
        writer.item += 1
        writer.marker = _marker(writer, tag)
    elif name == "p":
        writer.begin_word_item(tag)


def _left(writer: _Writer, tag: Tag) -> Iterator[_Piece]:
    name = tag.name
    writer.bold -= _is_bold(tag)
    if reach := tree.reach(tag):
        writer.write(f" ({reach})")
    if name not in tree.BLOCKS:
        if not writer.kept and ends_line(tag, writer.is_in_row):
            writer.pieces.append("\n")
        return
    if name == "dt":
        yield from _term(writer)
    yield from writer.close()
    if name == "dl":
        yield from _unsaid(writer)
    writer.heading = 0 if name in tree.HEADINGS or _word_heading(tag) else writer.heading
    writer.word_level = 0 if name == "p" else writer.word_level
    writer.quoted -= tree.is_quotation(tag) or tree.signs_quotation(tag)
    writer.kept -= name in _SPACE_KEPT
    if name in ("ol", "ul") and writer.lists:
        writer.lists.pop()
    elif name == "li" and writer.item:
        writer.item -= 1


def _is_bold(tag: Tag) -> bool:
    return tag.name in _BOLD or (tag.has_attr("style") and _BOLD_STYLE.search(tree.style(tag)) is not None)


def _term(writer: _Writer) -> Iterator[_Piece]:
    """A term waits for its definition, which it begins; a long one stands for itself."""
    text = squeeze("".join(writer.pieces))
    if text and len(text) <= _LONGEST_TERM and not writer.heading:
        writer.terms.append(text)
        writer.pieces.clear()
    yield from writer.close()


def _unsaid(writer: _Writer) -> Iterator[_Piece]:
    """Terms that no definition followed."""
    terms, writer.terms = writer.terms, []
    yield from (_Piece(Block(text=term)) for term in terms)


def _word_heading(tag: Tag) -> int:
    """The level of a paragraph that Word's style calls a heading."""
    if tag.name not in ("p", "div"):
        return 0
    found = (_WORD_HEADING.search(str(each)) for each in tag.get_attribute_list("class") if each)
    return next((int(each["level"]) for each in found if each), 0)


def _word_bullet(tag: Tag) -> Tag | None:
    """The element that shows the bullet of a paragraph which Word means as an item."""
    here: Tag | None = tag
    for _ in range(4):
        here = next((each for each in here.children if isinstance(each, Tag)), None) if here else None
        if here is not None and "mso-list:ignore" in tree.style(here):
            return here if tree.brief(here) in _BULLETS else None
    return None


def _marker(writer: _Writer, tag: Tag) -> str | None:
    kind, value, step = writer.lists[-1]
    if kind == "ul":
        return "•"
    value = number(tag.get("value"), value)
    writer.lists[-1] = (kind, value + step, step)
    return None if kind == "none" else counted(value, kind)
