"""OpenDocument text: the paragraphs of an ODT file as they print (OASIS ODF 1.0 to 1.3).

The walk keeps its own stack. Kept: insertions, text boxes, sections, notes, the results of fields.
Left out: deletions (which stand apart from the text), hidden text and sections, tables of contents
and indexes, page numbers, comments, headers and footers.

Pages are counted only where the program has noted where they ended (``text:soft-page-break``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from kb.errors import ParseFailed
from kb.parsers.labels import LEVELS, Counts, Label, Level, whole
from kb.parsers.letters import Letters
from kb.parsers.opendocument_styles import Style, Styles, stated_title
from kb.parsers.packages import Package
from kb.parsers.paragraphs import Paragraph, Row, reading, table
from kb.parsers.reading import Reading
from kb.parsers.xml_trees import child, children, letters_in, parse_xml, walk
from kb.records import Source

_SILENT = frozenset(
    "text:tracked-changes office:annotation office:annotation-end text:note-citation text:table-of-content "
    "text:illustration-index text:table-index text:object-index text:user-index text:alphabetical-index "
    "text:number text:page-number text:hidden-text text:ruby-text text:sequence-decls text:variable-decls "
    "text:user-field-decls text:dde-connection-decls office:forms office:scripts office:binary-data "
    "office:event-listeners table:shapes text:script draw:object "
    "draw:object-ole ?:title ?:desc".split()
)
_HIDING = frozenset(  # what may say that it does not print, and is no style
    "text:section text:variable-set text:variable-get text:variable-input text:user-field-get "
    "text:user-field-input".split()
)
_SPACE = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 80
_ENCRYPTED = b"encryption-data"
_PLACES = re.compile(r"%[0-9]")


def read(source: Source) -> Reading:
    """The blocks of an OpenDocument text, with its title.

    Raises:
        ParseFailed: the file is damaged, protected, or no text document.
        SourceTooLarge: it unpacks to more than a document has.
    """
    if not source.content.startswith(b"PK"):  # saved flat, as one XML file
        root = parse_xml(source.content)
        return _read(root, (root,), root)
    package = Package(source.content)
    if "meta-inf/manifest.xml" in package and _ENCRYPTED in package.read("meta-inf/manifest.xml"):
        raise ParseFailed("It is protected with a password; save a copy without one and ingest that.")
    content = package.xml("content.xml")
    return _read(content, (content, package.optional_xml("styles.xml")), package.optional_xml("meta.xml"))


def _read(content: Element, styled: Sequence[Element | None], meta: Element | None) -> Reading:
    body = child(content, "office:body", "office:text")
    if body is None:
        raise ParseFailed("There is no text in this OpenDocument file; save its text as ODT or PDF.")
    styles = Styles(styled)
    found = reading(_Reader(body, styles).paragraphs(), stated_title(meta))
    return replace(found, letters=letters_in(body, lambda each: _prints(each, styles)))


def _prints(element: Element, styles: Styles) -> bool:
    """Whether the text in an element prints and is no table of contents."""
    if element.tag in _SILENT or _is_hidden(element):
        return False
    if any(map(_is_hidden, children(element, "text:hidden-paragraph"))):
        return False
    style = styles.style(
        "text" if element.tag == "text:span" else "paragraph", element.get("text:style-name")
    )
    return not (style.hidden or style.use == "contents")


def _is_hidden(element: Element) -> bool:
    """Whether an element says of itself that it does not print, or that a condition for that is met."""
    return element.get("text:display") == "none" or element.get("text:is-hidden") == "true"


@dataclass(slots=True)
class _Open:
    """A paragraph that is being read."""

    style: Style
    outline: int
    label: Label | None
    hidden: bool
    letters: Letters = field(default_factory=Letters)
    after: list[Paragraph] = field(default_factory=list)  # of the text boxes that hang on it


@dataclass(slots=True)
class _List:
    """A list that is being read: its style, its numbers, and what the item we are in still has to show."""

    style: str
    counts: Counts
    name: str
    unlabelled: bool = False  # the item has shown no label yet
    anew: int | None = None


class _Reader:
    """Walks through the body, and collects its paragraphs."""

    def __init__(self, root: Element, styles: Styles) -> None:
        self._root, self._styles = root, styles
        self._found: list[list[Paragraph]] = [[]]
        self._open: list[_Open] = []
        self._spans: list[Style] = []
        self._lists: list[_List] = []
        self._ended: dict[str, _List] = {}  # lists that were read, by style and by id
        self._around: list[tuple[list[_List], list[Style]]] = []  # a note, box or cell
        self._headings = Counts()
        self._tables: list[tuple[list[Row], bool]] = []
        self._written = False
        self._made = 0  # lists begun
        pages = root.get("text:use-soft-page-breaks") == "true"
        pages = pages or next(root.iter("text:soft-page-break"), None) is not None
        self._page: int | None = 1 if pages else None

    def paragraphs(self) -> Sequence[Paragraph]:
        """The paragraphs and tables, in reading order."""
        walk(self._root, self._entered, self._left)
        return self._found[0]

    def _entered(self, element: Element) -> bool:
        enter = _ENTER.get(element.tag)
        shown = element.tag not in _SILENT and not (element.tag in _HIDING and _is_hidden(element))
        entered = shown and (enter is None or enter(self, element))
        self._write(element.text if entered else element.tail)
        return entered

    def _left(self, element: Element) -> None:
        if leave := _LEAVE.get(element.tag):
            leave(self, element)
        self._write(element.tail)

    # Paragraphs

    def _enter_paragraph(self, element: Element) -> bool:
        style = self._styles.style("paragraph", element.get("text:style-name"))
        if self._page is not None and style.new_page and self._written:
            self._page += 1
        outline = whole(element.get("text:outline-level"), 1) if element.tag == "text:h" else 0
        hidden = style.hidden or style.use == "contents"
        label = None if hidden else self._label(element, style, outline)
        self._open.append(_Open(style, outline, label, hidden))
        return True

    def _leave_paragraph(self, _: Element) -> None:
        opened = self._open.pop()
        if not opened.hidden:
            letters, use = opened.letters, opened.style.use
            found = letters.paragraph(letters.text, use=use, outline=opened.outline, label=opened.label)
            self._found[-1].append(found)
        self._found[-1] += opened.after
        if self._page is not None and opened.style.page_after:
            self._page += 1

    def _label(self, element: Element, style: Style, outline: int) -> Label | None:
        if self._lists:
            return self._listed(style)
        level = self._styles.outline.get(outline - 1)
        if level is None or style.list == "" or element.get("text:is-list-header") == "true":
            return None
        restarts = element.get("text:restart-numbering") == "true"
        anew = whole(element.get("text:start-value"), 1) if restarts else None
        self._headings.count(outline - 1, self._styles.outline, anew=anew)
        return _printed(self._headings, outline - 1, self._styles.outline, "outline")

    def _listed(self, style: Style) -> Label | None:
        current = self._lists[-1]
        if not current.unlabelled:
            return None
        current.unlabelled = False
        depth = min(len(self._lists), LEVELS) - 1
        levels = self._styles.lists.get(current.style or style.list or "", {})
        current.counts.count(depth, levels, anew=current.anew)
        current.anew = None
        return _printed(current.counts, depth, levels, current.name)

    # What is written

    def _write(self, text: str | None) -> None:
        if text and self._open:
            self._written_out(_SPACE.sub(" ", text))

    def _written_out(self, text: str) -> None:
        if not self._open:
            return
        opened = self._open[-1]
        style = self._spans[-1] if self._spans else opened.style
        if style.hidden:
            return
        self._written = self._written or bool(text.strip())
        opened.letters.write(text, style, self._page)

    def _enter_span(self, element: Element) -> bool:
        around = self._spans[-1] if self._spans else self._open[-1].style if self._open else Style()
        own = self._styles.style("text", element.get("text:style-name"))
        merged = replace(
            around,
            bold=own.bold or around.bold,
            hidden=own.hidden or around.hidden,
            capitals=own.capitals or around.capitals,
            raised=own.raised or around.raised,
            size=own.size or around.size,
        )
        self._spans.append(merged)
        return True

    def _leave_span(self, _: Element) -> None:
        self._spans.pop()

    def _enter_spaces(self, element: Element) -> bool:
        self._written_out(" " * min(whole(element.get("text:c"), 1), _MOST_SPACES))
        return False

    def _enter_tab(self, _: Element) -> bool:
        self._written_out("\t")
        return False

    def _enter_line_break(self, _: Element) -> bool:
        self._written_out("\n")
        return False

    def _enter_page_break(self, _: Element) -> bool:
        if self._page is not None:
            self._page += 1
        return False

    # Lists

    def _enter_list(self, element: Element) -> bool:
        style = element.get("text:style-name") or (self._lists[-1].style if self._lists else "")
        if self._lists:
            around = self._lists[-1]
            self._lists.append(_List(style, around.counts, around.name))
            return True
        stated = element.get("text:continue-list")
        before = self._ended.get(f"id {stated}") if stated else None
        if element.get("text:continue-numbering") == "true":
            before = before or self._ended.get(f"style {style}")
        self._made += 1
        new = _List(style, Counts(), str(self._made))
        self._lists.append(_List(style, before.counts, before.name) if before else new)
        return True

    def _leave_list(self, element: Element) -> None:
        ended = self._lists.pop()
        if not self._lists:
            self._ended[f"style {ended.style}"] = ended
            if name := element.get("xml:id"):
                self._ended[f"id {name}"] = ended

    def _enter_item(self, element: Element) -> bool:
        if self._lists:
            current = self._lists[-1]
            current.unlabelled = element.tag == "text:list-item"
            stated = element.get("text:start-value")
            current.anew = whole(stated, 1) if stated is not None else None
        return True

    # What stands apart: notes, boxes, sections, tables

    def _enter_apart(self, _: Element) -> bool:
        self._found.append([])
        self._around.append((self._lists, self._spans))
        self._lists, self._spans = [], []
        return True

    def _apart(self) -> list[Paragraph]:
        self._lists, self._spans = self._around.pop()
        return self._found.pop()

    def _leave_note(self, element: Element) -> None:
        found = self._apart()
        citation = child(element, "text:note-citation")
        mark = "".join(citation.itertext()) if citation is not None else ""
        if self._open:
            self._open[-1].letters.notes.append((mark, " ".join(each.text for each in found)))

    def _leave_box(self, _: Element) -> None:
        found = self._apart()
        (self._open[-1].after if self._open else self._found[-1]).extend(found)

    def _enter_hidden(self, element: Element) -> bool:
        if self._open and _is_hidden(element):
            self._open[-1].hidden = True
        return False

    def _enter_table(self, _: Element) -> bool:
        self._tables.append(([], not (self._written or self._tables)))
        return True

    def _leave_table(self, _: Element) -> None:
        rows, at_top = self._tables.pop()
        self._found[-1] += table([row.laid for row in rows], at_top=at_top)

    def _enter_row(self, _: Element) -> bool:
        if self._tables:
            self._tables[-1][0].append(Row())
        return True

    def _enter_covered(self, _: Element) -> bool:
        if self._tables and self._tables[-1][0]:
            self._tables[-1][0][-1].leave_out()
        return False

    def _leave_cell(self, _: Element) -> None:
        found = self._apart()
        if self._tables and self._tables[-1][0]:
            self._tables[-1][0][-1].add(found)
        else:
            self._found[-1] += found


def _printed(counts: Counts, depth: int, levels: dict[int, Level], name: str) -> Label | None:
    level = levels.get(depth)
    if level is None:
        return None
    parts = len(_PLACES.findall(level.pattern))
    return Label(counts.printed(depth, levels), level.form, depth, name, parts)


_ENTER: dict[str, Callable[[_Reader, Element], bool]] = {
    "text:p": _Reader._enter_paragraph,
    "text:h": _Reader._enter_paragraph,
    "text:span": _Reader._enter_span,
    "text:s": _Reader._enter_spaces,
    "text:tab": _Reader._enter_tab,
    "text:line-break": _Reader._enter_line_break,
    "text:soft-page-break": _Reader._enter_page_break,
    "text:list": _Reader._enter_list,
    "text:list-item": _Reader._enter_item,
    "text:list-header": _Reader._enter_item,
    "text:note": _Reader._enter_apart,
    "draw:text-box": _Reader._enter_apart,
    "text:hidden-paragraph": _Reader._enter_hidden,
    "table:table": _Reader._enter_table,
    "table:table-row": _Reader._enter_row,
    "table:table-cell": _Reader._enter_apart,
    "table:covered-table-cell": _Reader._enter_covered,
}
_LEAVE: dict[str, Callable[[_Reader, Element], None]] = {
    "text:p": _Reader._leave_paragraph,
    "text:h": _Reader._leave_paragraph,
    "text:span": _Reader._leave_span,
    "text:list": _Reader._leave_list,
    "text:note": _Reader._leave_note,
    "draw:text-box": _Reader._leave_box,
    "table:table": _Reader._leave_table,
    "table:table-cell": _Reader._leave_cell,
}
