"""Plain text: paragraphs are set apart by blank lines, indents, or numbers at the beginning of a line.

The hard part is what a line end means. In wrapped prose it is a space: the first word of the next
line would not have fitted any more. Where it would have fitted, the author ended the line: in a
letterhead, an address, a contact block. Above the running text each such line is a block of its own,
because it may be the title; below, the lines stay one block and keep their line ends.

Form feeds, as in text taken out of a PDF, are page breaks; `furniture` takes out what belongs to the
pages. Positions are those of the text that remains.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from kb.parsers import furniture, text_tables
from kb.parsers.blocks import Block
from kb.parsers.bounds import bounded, check_length
from kb.parsers.divisions import heading_level, names_division
from kb.parsers.head_lines import CONTACT, is_dated, is_label, opens_with_dateline
from kb.parsers.headlines import title_among
from kb.parsers.letterhead_lines import PROSE, letterhead
from kb.parsers.line_ends import LABELLED, NARROWEST, goes_on, is_hard
from kb.parsers.offices_beside import COLUMNS, sides
from kb.parsers.printed import begins_numbered, counted
from kb.parsers.reading import Reading, without_title
from kb.parsers.text_notes import set_off, with_notes
from kb.records import Source
from kb.text.dates import parse_date
from kb.text.decoding import decode
from kb.text.folding import fold, normalise, squeeze

_BLANK = re.compile(r"\n[ \t]*\n\s*")
_BULLET = re.compile(r"\s*[•·▪‣*–—-]\s+(?=\S)(?!\d{1,3}\s*[–—-]\s*$)")  # "- 30 -" ends a release
_UNDERLINED = re.compile(
    r"^(?P<title>[^\n]{2,160})\n[ \t]*(?P<line>(?P<mark>[=~^*+#-])(?P=mark){3,200})[ \t]*$", re.M
)
_HEADING = (
    "\ufdd0"  # before the level and text of an underlined line; no character of any text (Unicode 23.7)
)
_UNWRAPPED = 200  # characters: a text with lines this long has a paragraph on every line
_WIDEST = 110  # ... and none to more by hand
_LONGEST_LETTERHEAD = 60  # blocks or lines above the running text
_SENTENCE_END = (".", "!", "?", ":", "”", '"', "»")
_PROVISION_END = (*_SENTENCE_END, ";", ",", "; y", "; and", "; o", "; or")
_INDENT = 2
# What a message is forwarded with: "[10:42, 17/3/2020] Prensa Faro: Abren dos casas".
_MESSAGE = re.compile(r"^(\[(?=[^\]\n]*\d:\d\d)[^\]\n]{10,40}\]\s[^:\n]{2,60}):\s", re.MULTILINE)
_FEWEST_OF_OFFICE = 2  # lines of a block beside another
_LONGEST_HEADING = 90
_PARTED = re.compile(r"(?<![\w-])(?P<half>[^\W\d_]{2,30})-[ \t]*\n[ \t]*(?=[a-záéíóúüñ])")
# Halves that keep their hyphen; "co-", "pre-" and "anti-" do not, because they open Spanish words too.
_KEEP_HYPHEN = frozenset("non self well cross socio decision".split())
_NAMES_CONTACT = re.compile(r"(?:(?:media|press)\s)?contact[os]{0,2}\b[^:\n]{0,30}:", re.IGNORECASE)


class _Page(NamedTuple):
    number: int | None
    text: str


def read(source: Source) -> Reading:
    """The paragraphs of a plain text; its title is the first line that can be one.

    Raises:
        SourceTooLarge: there is more text in it than one document has.
    """
    text, undecodable = decode(source.content)
    blocks = blocks_of(text)
    title = title_among([block for block in blocks if not _is_section(block)] or blocks)
    return Reading(
        blocks=without_title(blocks, title) if title and len(blocks) > 1 else tuple(blocks),
        title=title,
        undecodable=undecodable,
    )


def blocks_of(text: str) -> list[Block]:
    """The paragraphs of a text, its title among them.

    Raises:
        SourceTooLarge: there is more text in it than one document has.
    """
    check_length(len(text) - text.count(" "))  # tables are set with spaces, and lines of dots are cheap
    pages = _underlined(
        [page._replace(text=set_off(_MESSAGE.sub(r"\1\n\n", page.text))) for page in _pages(text)]
    )
    return _headed(_joined(with_notes(list(bounded(block for page in pages for block in _blocks(page))))))


def _pages(text: str) -> list[_Page]:
    pages = furniture.without([normalise(part) for part in text.split("\x0c")])
    return [_Page(number if len(pages) > 1 else None, part) for number, part in enumerate(pages, start=1)]


def _is_section(block: Block) -> bool:
    return block.kind == "heading" and begins_numbered(block.text)


def _underlined(pages: list[_Page]) -> list[_Page]:
    """The pages with every underlined line marked as a heading; the levels are the marks' first use."""
    ranks: dict[str, int] = {}

    def heading(found: re.Match[str]) -> str:
        title, line = found["title"].strip(), found["line"]
        if (
            COLUMNS.search(title)
            or not len(title) / 2 <= len(line) <= len(title) * 2 + 4
            or set(title) == {found["mark"]}
        ):
            return found[0]
        rank = ranks.setdefault(found["mark"], len(ranks))
        return f"\n\n{_HEADING}{min(2 + rank, 6)}{title}\n\n"

    return [page._replace(text=_UNDERLINED.sub(heading, page.text.replace(_HEADING, ""))) for page in pages]


def _blocks(page: _Page) -> Iterator[Block]:
    found = list(text_tables.parts(page.text.split("\n")))
    width = max((len(line) for part in found for line in part.lines), default=0)
    prose = (page.number or 1) > 1  # whether the running text has begun: the title is above it
    count = 0
    for part in found:
        if part.rows:
            rows = "\n".join(" | ".join(row) for row in part.rows)
            yield Block(text=rows, kind="table", page=page.number)
        for paragraph in _BLANK.split("\n".join(part.lines).strip("\n")):
            own = _width(paragraph.split("\n"), width)
            for run in _runs(paragraph.split("\n"), own, head=not prose):
                for text in _texts_of(run, own, head=not prose):
                    count += 1
                    long = len(text) > PROSE and not _NAMES_CONTACT.match(text)
                    prose = prose or long or count > _LONGEST_LETTERHEAD
                    if block := _block(text, page.number):
                        yield block


def _width(lines: list[str], width: int) -> int:
    """What a paragraph is wrapped to: its own width where half of its lines go on in small letters.

    An indented quotation is narrower than the page, and wrapped even where no other paragraph is.
    """
    own = max(len(line.rstrip()) for line in lines)
    going_on = sum(line.strip()[:1].islower() for line in lines[1:])
    return own if NARROWEST <= own <= _WIDEST and 0 < len(lines) - 1 <= 2 * going_on else width


def _uncolumned(run: Sequence[str]) -> list[str]:
    """The lines of a letterhead with what stands on its left first, and then what stands on its right."""
    parts = [COLUMNS.split(line.strip()) for line in run]
    parts = [[_on_one_line(*part)] if len(part) == 2 and _belongs(*part) else part for part in parts]
    if max(map(len, parts)) != 2:
        return [line if len(part) > 2 else part[0] for line, part in zip(run, parts, strict=True)]
    # A line without a left column is as far in as the right column of the others.
    begin = min(line.rindex(part[1]) for line, part in zip(run, parts, strict=True) if len(part) == 2)
    alone = [
        len(part) == 1 and len(line) - len(line.lstrip()) >= begin - _INDENT
        for line, part in zip(run, parts, strict=True)
    ]
    left = [part[0] for part, right in zip(parts, alone, strict=True) if not right]
    return left + [part[-1] for part, right in zip(parts, alone, strict=True) if right or len(part) == 2]


def _runs(lines: list[str], width: int, *, head: bool) -> Iterator[list[str]]:
    """The runs of a paragraph; two blocks side by side are one, apart from the line that heads them."""
    alone = len(lines) > _FEWEST_OF_OFFICE and len(COLUMNS.split(lines[0].strip())) == 1
    begin = 1 if alone else 0
    if sides(lines[begin:]):
        yield from (part for part in (lines[:begin], lines[begin:]) if part)
    else:
        yield from _split(lines, width, head=head)


def _belongs(left: str, right: str) -> bool:
    """Whether two columns are one line: a label and its value, or a date behind a place."""
    label = left.endswith(":") and not right.endswith(":")
    return label or (parse_date(right) is not None and not CONTACT.fullmatch(left))


def _on_one_line(left: str, right: str) -> str:
    return f"{left} {right}" if left.endswith(":") else f"{left}, {right}"


def _split(lines: list[str], width: int, *, head: bool) -> Iterator[list[str]]:
    """Runs of lines that belong together: a wrapped paragraph, a list item, a heading, an address."""
    margin = min((_indent(line) for line in lines if line.strip()), default=0)
    run: list[str] = []
    length = 0
    for number, line in enumerate(lines):
        stripped = line.strip()
        head = (
            head and number < _LONGEST_LETTERHEAD and len(stripped) <= PROSE
        )  # a headline is broken even where paragraphs are not
        begins = (
            (width > _UNWRAPPED and not head)
            or (begins_numbered(stripped) and not (run and _cites(run[-1])))
            or _goes_on_counting(run, stripped)
            or _BULLET.match(line)
            or (_heads(line) and not (run and goes_on(run[-1].strip())))
        )
        if run and (begins or _ends(run, length, line, margin, width, head=head)):
            yield run
            run, length = [], 0
        run.append(line)
        length += len(stripped)
    yield run


def _cites(line: str) -> bool:
    """Whether a line ends with the word of a division whose number follows: "the form in Annex / A."."""
    *before, last = line.split() or [""]
    return len(before) > 1 and not line.isupper() and names_division(last) and not last.endswith((".", ":"))


def _goes_on_counting(run: Sequence[str], line: str) -> bool:
    """Whether a line has the roman number or ordinal behind that of the line which begins the run."""
    if not run or not run[-1].rstrip().endswith(_PROVISION_END):
        return False
    before, number = counted(run[0].strip()), counted(line)
    return number is not None and before is not None and number == before + 1


def _ends(run: list[str], length: int, line: str, margin: int, width: int, *, head: bool) -> bool:
    """Whether a paragraph of so many characters ends before ``line``."""
    last = run[-1].strip()
    heads = _heads(last) or (len(run) == 1 and _is_numbered_title(last, line))
    if last.startswith(_HEADING) or (heads and is_hard(last, line, width)):
        return True
    if head and (is_label(line.strip()) or is_label(last)):
        return True
    if not last.endswith(_SENTENCE_END) or _BULLET.match(run[0]):
        return False
    indented = _indent(line) >= margin + _INDENT > _indent(run[-1]) + (len(run) == 1) * _INDENT
    return (indented or is_hard(last, line, width)) and length > PROSE


def _indent(line: str) -> int:
    return len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())


def _heads(line: str) -> bool:
    return heading_level(line.strip()) is not None


def _is_numbered_title(line: str, following: str) -> bool:
    """Whether a line is a title with a number, and the text below it begins: "2. Matters arising"."""
    title = len(line) <= _LONGEST_HEADING and not line.endswith((".", ",", ";", ":", "?"))
    cut = goes_on(line) or _cites(line)  # "writes it on the form in / Annex A."
    return title and not cut and begins_numbered(line) and following.strip()[:1].isupper()


def _texts_of(run: Sequence[str], width: int, *, head: bool) -> Iterator[str]:
    """The texts of a run: of two offices side by side, of a letterhead's columns, of a paragraph."""
    if beside := sides(run):
        yield from beside
    else:
        yield from _texts(_uncolumned(run) if head else run, width, apart=head)


def _texts(run: Sequence[str], width: int, *, apart: bool) -> Iterator[str]:
    """The text of a run, its wrapped lines joined; ``apart``: a text for each letterhead line."""
    joined: list[list[str]] = []
    for index, line in enumerate(run):
        before = run[index - 1] if index else ""
        dated = apart and is_dated(line.strip()) and not goes_on(before.strip())
        if before and not (dated or is_hard(before, line, width) or _ends_with_label(before, line)):
            joined[-1].append(line)
        else:
            joined.append([line])
    lines = [squeeze(_PARTED.sub(_whole, "\n".join(parts))) for parts in joined]
    if not apart or opens_with_dateline(lines[0]):
        yield "\n".join(lines)
        return
    yield from letterhead(lines)


def _whole(parted: re.Match[str]) -> str:
    """A word that was parted at the end of a line, whole again; a compound keeps its hyphen."""
    return parted["half"] + ("-" if fold(parted["half"]) in _KEEP_HYPHEN else "")


def _ends_with_label(line: str, following: str) -> bool:
    return bool(LABELLED.match(following) and not line.strip().endswith(","))


def _block(text: str, page: int | None) -> Block | None:
    if not text.strip():
        return None
    if text.startswith(_HEADING):
        return Block(text=text[2:], kind="heading", level=int(text[1]), page=page)
    if level := heading_level(text):
        return Block(text=text, kind="heading", level=level, page=page)
    if bullet := _BULLET.match(text):
        marker = bullet[0].strip()
        return Block(text=squeeze(text[bullet.end() :]), kind="item", level=1, marker=marker, page=page)
    return Block(text=text, page=page)


def _joined(blocks: list[Block]) -> list[Block]:
    """The blocks, a paragraph that a page break cut in two made whole."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        cut = (
            last
            and last.kind == block.kind == "paragraph"
            and last.page != block.page
            and len(last.text) > PROSE
            and not last.text.endswith(_SENTENCE_END)
            and block.text[:1].islower()
        )
        if last and cut:
            joined[-1] = replace(last, text=f"{last.text} {block.text}", page_to=block.page)
        else:
            joined.append(block)
    return joined


def _headed(blocks: list[Block]) -> list[Block]:
    """The blocks, short lines in capitals below the first running text made headings."""
    prose = next((index for index, block in enumerate(blocks) if len(block.text) > PROSE), len(blocks))
    return blocks[:prose] + [_as_heading(block) for block in blocks[prose:]]


def _as_heading(block: Block) -> Block:
    text = block.text
    letters = sum(map(str.isalpha, text))
    shouted = text.isupper() and letters > 3 and letters * 2 > len(text) and len(text) <= _LONGEST_HEADING
    if block.kind != "paragraph" or not shouted or text.endswith((".", ";", ",")) or "\n" in text:
        return block
    return replace(block, kind="heading", level=4)
