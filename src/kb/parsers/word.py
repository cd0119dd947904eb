"""Word: the paragraphs of a DOCX file as they print (ECMA-376, transitional and strict).

The standard library reads the zip file and the XML; nothing is run, nothing outside the file is
opened. The walk keeps its own stack. Kept: insertions, results of fields, text boxes, content
controls, notes. Left out: deletions and moved text at its old place, hidden text, the codes of
fields, tables of contents, page numbers, headers and footers, comments.

Pages are counted only where Word has noted where its lines fell (``w:lastRenderedPageBreak``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from kb.errors import ParseFailed
from kb.parsers.labels import Label, formatted, whole
from kb.parsers.packages import Package, child, children, main_part, relationships
from kb.parsers.paragraphs import Paragraph, reading, table
from kb.parsers.reading import Reading
from kb.parsers.word_styles import Numbering, Style, Styles, characters, is_on_value, outline_level, value
from kb.records import Source

_SILENT = frozenset(
    "w:pPr w:rPr w:del w:moveFrom w:delText w:tblPr w:tblGrid w:tcPr w:trPr w:sectPr w:sdtPr w:rt w:rubyPr "
    "w:altChunk w:binData w:cellDel".split()
)
_MUTE_FIELDS = frozenset("TOC TOA INDEX PAGE NUMPAGES SECTIONPAGES RD XE TC".split())
_WRITTEN = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
# Characters of Word's picture fonts that stand for something in a text; the others are ornaments.
_SYMBOLS = {
    "symbol": {
        0xB7: "•", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xA3: "≤", 0xB9: "≠", 0xAE: "→", 0xA7: "♣", 0x2D: "−",
    },
    "wingdings": {
        0xFC: "✓", 0xFB: "✗", 0xA8: "☐", 0xFE: "☑", 0xFD: "☒", 0xE0: "→", 0x6F: "☐", 0x28: "☎", 0x2A: "✉",
    },
}  # fmt: skip
_PARTS = ("styles", "numbering", "settings", "footnotes", "endnotes")
_NO_NOTES = ("separator", "continuationSeparator", "continuationNotice")


def read(source: Source) -> Reading:
    """The blocks of a Word document, with its title.

    Raises:
        ParseFailed: the file is damaged, protected, or no document of Word.
        SourceTooLarge: it unpacks to more than a document has.
    """
    package = Package(source.content)
    name = main_part(package)
    body = child(package.xml(name), "w:body")
    if body is None:
        raise ParseFailed("There is no text part in this Word file; save the document anew.")
    parts = _parts(package, name)
    styles = Styles(parts.get("styles"))
    reader = _Reader(body, styles, Numbering(parts.get("numbering"), styles), _notes(parts, styles, body))
    return reading(reader.paragraphs(), _stated_title(package))


def _parts(package: Package, name: str) -> dict[str, Element]:
    """The parts that the main part refers to, by what they are; those that are missing are left out."""
    folder, _, file = name.rpartition("/")
    parts: dict[str, Element] = {}
    for kind, target in relationships(package, f"{folder}/_rels/{file}.rels").values():
        path = next((path for path in (f"{folder}/{target}", target) if path in package), None)
        if path and kind in _PARTS and kind not in parts:
            parts[kind] = package.xml(path)
    return parts


def _stated_title(package: Package) -> str | None:
    stated = child(package.optional_xml("docProps/core.xml"), "dc:title")
    return stated.text if stated is not None else None


# Notes -------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Notes:
    """The footnotes or endnotes of a document, and how their marks are counted."""

    texts: dict[str, str]
    form: str
    number: int = 0

    def mark(self) -> str:
        """The mark of the next note."""
        self.number += 1
        return formatted(self.number, self.form)


def _notes(parts: dict[str, Element], styles: Styles, body: Element) -> dict[str, _Notes]:
    found = {}
    for kind, usual in (("footnote", "decimal"), ("endnote", "lowerRoman")):
        stated = [
            child(body, "w:sectPr", f"w:{kind}Pr"),
            child(parts.get("settings"), f"w:{kind}Pr"),
        ]
        forms = (value(child(each, "w:numFmt")) for each in stated)
        form = next(filter(None, forms), usual)
        start = max(whole(value(child(each, "w:numStart")), 1) for each in stated)
        texts = {
            each.get("w:id", ""): _note_text(each, styles)
            for each in children(parts.get(f"{kind}s"), f"w:{kind}")
            if each.get("w:type") not in _NO_NOTES
        }
        found[kind] = _Notes(texts, form, start - 1)
    return found


def _note_text(note: Element, styles: Styles) -> str:
    reader = _Reader(note, styles, Numbering(None, styles), {})
    return " ".join(each.text for each in reader.paragraphs())


# The body ----------------------------------------------------------------------------------


@dataclass(slots=True)
class _Open:
    """A paragraph that is being read."""

    style: Style
    properties: Element | None
    name: str | None
    pieces: list[str]
    notes: list[tuple[str, str]] = field(default_factory=list)
    after: list[Paragraph] = field(default_factory=list)  # of the text boxes that hang on it
    plain: bool = False  # whether there are letters that are not bold
    size: float = 0.0
    page: int | None = None
    page_to: int | None = None


@dataclass(slots=True)
class _Field:
    """A field that is being read: its code until the separator, then its result."""

    code: str = ""
    result: bool = False
    muted: bool = True


@dataclass(slots=True)
class _Table:
    """The rows of a table that is being read."""

    rows: list[list[list[Paragraph]]] = field(default_factory=list)
    at_top: bool = False


class _Reader:
    """Walks through the body, and collects its paragraphs."""

    def __init__(self, root: Element, styles: Styles, numbering: Numbering, notes: dict[str, _Notes]) -> None:
        self._root, self._styles, self._numbering, self._notes = root, styles, numbering, notes
        self._found: list[list[Paragraph]] = [[]]  # of the body, and of the cells and boxes we are in
        self._open: list[_Open] = []
        self._runs: list[Style] = []
        self._tables: list[_Table] = []
        self._fields: list[_Field] = []
        self._muted = 0  # how many things we are in that are not shown
        self._carried: list[str] = []  # of a paragraph whose end was deleted
        self._marked = False  # the rest of the run is the mark of a note
        self._written = False  # whether there was any text yet
        self._page: int | None = None
        self._fresh_page = False
        self._prepare()

    def _prepare(self) -> None:
        marks = [each.get("w:fldCharType") for each in self._root.iter("w:fldChar")]
        self._trusts_fields = marks.count("begin") == marks.count("end")
        if next(self._root.iter("w:lastRenderedPageBreak"), None) is not None:
            self._page = 1

    def paragraphs(self) -> Sequence[Paragraph]:
        """The paragraphs and tables, in reading order."""
        pending: list[tuple[Element, Iterator[Element]]] = [(self._root, iter(self._root))]
        while pending:
            element, inside = pending[-1]
            each = next(inside, None)
            if each is None:
                pending.pop()
                if leave := _LEAVE.get(element.tag):
                    leave(self, element)
            elif each.tag not in _SILENT:
                enter = _ENTER.get(each.tag)
                if enter is None or enter(self, each):
                    pending.append((each, iter(each)))
        return self._found[0]

    # Paragraphs

    def _enter_paragraph(self, element: Element) -> bool:
        properties = child(element, "w:pPr")
        name = value(child(properties, "w:pStyle"))
        self._open.append(_Open(self._styles.paragraph(name), properties, name, self._carried))
        self._carried = []
        return True

    def _leave_paragraph(self, _: Element) -> None:
        paragraph = self._open.pop()
        mark = child(paragraph.properties, "w:rPr")
        if child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None:
            self._carried = paragraph.pieces
            self._found[-1] += paragraph.after
            return
        text = "".join(paragraph.pieces)
        hidden = not text.strip() and mark is not None and characters(mark, paragraph.style).hidden
        shown = text or paragraph.notes or paragraph.style.list or paragraph.properties is not None
        if shown and not (hidden or paragraph.style.use == "contents" or self._muted):
            self._found[-1] += self._parts(paragraph, text)
        self._found[-1] += paragraph.after

    def _parts(self, paragraph: _Open, text: str) -> Iterator[Paragraph]:
        """The paragraph; two line breaks part it, as they do for the eye."""
        style, properties = paragraph.style, paragraph.properties
        outline = outline_level(properties)
        whole_one = Paragraph(
            text=text,
            kind=style.use if style.use in ("quote", "preformatted") else "paragraph",
            outline=style.outline if outline is None else outline,
            title=style.use == "title",
            label=self._label(paragraph),
            bold=not paragraph.plain,
            size=paragraph.size,
            page=paragraph.page,
            page_to=paragraph.page_to if paragraph.page_to != paragraph.page else None,
            notes=tuple(paragraph.notes),
        )
        parts = [part for part in text.split("\n\n") if part.strip()] if "\n\n" in text else []
        if len(parts) < 2 or whole_one.kind == "preformatted" or whole_one.outline or whole_one.title:
            yield whole_one
            return
        yield replace(whole_one, text=parts[0], notes=())
        for number, part in enumerate(parts[1:], start=2):
            notes = whole_one.notes if number == len(parts) else ()
            yield replace(whole_one, text=part, label=None, notes=notes)

    def _label(self, paragraph: _Open) -> Label | None:
        numbers = child(paragraph.properties, "w:numPr")
        stated = value(child(numbers, "w:numId"))
        depth = value(child(numbers, "w:ilvl"))
        number = stated if stated is not None else paragraph.style.list
        at = whole(depth) if depth is not None else None if stated else paragraph.style.depth
        return self._numbering.label(number, at, paragraph.name)

    # Runs and what is written in them

    def _enter_run(self, element: Element) -> bool:
        style = self._open[-1].style if self._open else Style()
        properties = child(element, "w:rPr")
        if properties is not None and len(properties):
            if name := value(child(properties, "w:rStyle")):
                own = self._styles.style(name)
                bold, hidden = style.bold or own.bold, style.hidden or own.hidden
                style = replace(style, bold=bold, hidden=hidden, size=own.size or style.size)
            style = characters(properties, style)
        self._runs.append(style)
        self._marked = False
        if style.hidden:
            self._runs.pop()
        return not style.hidden

    def _leave_run(self, _: Element) -> None:
        self._runs.pop()
        self._marked = False

    def _enter_text(self, element: Element) -> bool:
        self._write(element.text or "")
        return False

    def _enter_written(self, element: Element) -> bool:
        if element.get("w:type") == "page" and self._page is not None:
            self._page += 1
            self._fresh_page = True
        self._write(_WRITTEN[element.tag])
        return False

    def _enter_symbol(self, element: Element) -> bool:
        try:
            code = int(element.get("w:char", ""), 16)
        except ValueError:
            return False
        font = element.get("w:font", "").casefold()
        signs = next((signs for name, signs in _SYMBOLS.items() if font.startswith(name)), None)
        if signs is not None:
            self._write(signs.get(code & 0xFF, ""))
        elif 0x20 <= code < 0xD800:
            self._write(chr(code))
        return False

    def _write(self, text: str) -> None:
        if self._muted or not self._open:
            return
        paragraph = self._open[-1]
        if self._marked and paragraph.notes:
            mark, note = paragraph.notes[-1]
            paragraph.notes[-1] = (mark + text, note)
            return
        style = self._runs[-1] if self._runs else paragraph.style
        if text.strip():
            self._written, self._fresh_page = True, False
            paragraph.page = paragraph.page or self._page
            paragraph.page_to = self._page
            paragraph.plain = paragraph.plain or not style.bold
            paragraph.size = paragraph.size or style.size
        paragraph.pieces.append(text.upper() if style.capitals else text)

    def _enter_page_break(self, _: Element) -> bool:
        if self._page is not None and not self._fresh_page:  # Word notes a break that was asked for, too
            self._page += 1
        self._fresh_page = False
        return False

    # Fields, notes, and text that is there twice

    def _enter_field_mark(self, element: Element) -> bool:
        kind = element.get("w:fldCharType")
        if not self._trusts_fields:
            return False
        if kind == "begin":
            self._fields.append(_Field())
            self._muted += 1
        elif kind == "separate" and self._fields and not self._fields[-1].result:
            current = self._fields[-1]
            current.result = True
            if _field_name(current.code) not in _MUTE_FIELDS:
                current.muted = False
                self._muted -= 1
        elif kind == "end" and self._fields:
            self._muted -= self._fields.pop().muted
        return False

    def _enter_code(self, element: Element) -> bool:
        if self._fields and not self._fields[-1].result:
            self._fields[-1].code += (element.text or "")[:80]
        return False

    def _enter_simple_field(self, element: Element) -> bool:
        return _field_name(element.get("w:instr", "")) not in _MUTE_FIELDS

    def _enter_note(self, element: Element) -> bool:
        kind = element.tag.removeprefix("w:").removesuffix("Reference")
        notes = self._notes.get(kind)
        if notes and self._open and not self._muted:
            custom = is_on_value(element.get("w:customMarkFollows", "0"))
            self._marked = custom
            text = notes.texts.get(element.get("w:id", ""), "")
            self._open[-1].notes.append(("" if custom else notes.mark(), text))
        return False

    def _enter_alternatives(self, element: Element) -> bool:
        chosen = child(element, "mc:Choice")
        if chosen is None:
            chosen = child(element, "mc:Fallback")
        element[:] = [] if chosen is None else [chosen]
        return True

    def _enter_control(self, element: Element) -> bool:
        properties = child(element, "w:sdtPr")
        self._muted += _shows_contents(properties)
        return child(properties, "w:showingPlcHdr") is None  # "Click here to enter text"

    def _leave_control(self, element: Element) -> None:
        self._muted -= _shows_contents(child(element, "w:sdtPr"))

    # Boxes and tables

    def _enter_box(self, _: Element) -> bool:
        self._found.append([])
        return True

    def _leave_box(self, _: Element) -> None:
        found = self._found.pop()
        if self._open:
            self._open[-1].after += found
        else:
            self._found[-1] += found

    def _enter_table(self, _: Element) -> bool:
        self._tables.append(_Table(at_top=not (self._written or self._tables)))
        return True

    def _leave_table(self, _: Element) -> None:
        found = self._tables.pop()
        self._found[-1] += table(found.rows, at_top=found.at_top)

    def _enter_row(self, element: Element) -> bool:
        deleted = child(element, "w:trPr", "w:del") is not None
        if self._tables and not deleted:
            self._tables[-1].rows.append([])
        return not deleted

    def _enter_cell(self, _: Element) -> bool:
        self._found.append([])
        return True

    def _leave_cell(self, _: Element) -> None:
        found = self._found.pop()
        if self._tables and self._tables[-1].rows:
            self._tables[-1].rows[-1].append(found)
        else:
            self._found[-1] += found


def _field_name(code: str) -> str:
    return (code.split(maxsplit=1) or [""])[0].upper()


def _shows_contents(properties: Element | None) -> bool:
    gallery = child(properties, "w:docPartObj", "w:docPartGallery")
    return (value(gallery) or "").casefold().startswith(("table of contents", "page numbers"))


_ENTER: dict[str, Callable[[_Reader, Element], bool]] = {
    "w:p": _Reader._enter_paragraph,
    "w:r": _Reader._enter_run,
    "w:t": _Reader._enter_text,
    "m:t": _Reader._enter_text,
    **dict.fromkeys(_WRITTEN, _Reader._enter_written),
    "w:sym": _Reader._enter_symbol,
    "w:lastRenderedPageBreak": _Reader._enter_page_break,
    "w:fldChar": _Reader._enter_field_mark,
    "w:instrText": _Reader._enter_code,
    "w:fldSimple": _Reader._enter_simple_field,
    "w:footnoteReference": _Reader._enter_note,
    "w:endnoteReference": _Reader._enter_note,
    "mc:AlternateContent": _Reader._enter_alternatives,
    "w:sdt": _Reader._enter_control,
    "w:txbxContent": _Reader._enter_box,
    "w:tbl": _Reader._enter_table,
    "w:tr": _Reader._enter_row,
    "w:tc": _Reader._enter_cell,
}
_LEAVE: dict[str, Callable[[_Reader, Element], None]] = {
    "w:p": _Reader._leave_paragraph,
    "w:r": _Reader._leave_run,
    "w:sdt": _Reader._leave_control,
    "w:txbxContent": _Reader._leave_box,
    "w:tbl": _Reader._leave_table,
    "w:tc": _Reader._leave_cell,
}
