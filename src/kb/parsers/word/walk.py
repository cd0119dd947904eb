"""The walk through the text part of a Word document: what each element does.

Pages are counted only where Word has
noted where its lines fell (``w:lastRenderedPageBreak``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from kb.parsers.labels import whole
from kb.parsers.paragraphs import Paragraph, Row, table
from kb.parsers.word import contents
from kb.parsers.word.controls import CONTENTS, PAGE_NUMBERS, gallery, is_placeholder
from kb.parsers.word.fields import Fields, chosen
from kb.parsers.word.lists import Numbering
from kb.parsers.word.notes import Notes
from kb.parsers.word.paragraph import Draft
from kb.parsers.word.styles import Style, Styles, characters, is_on_value, value
from kb.parsers.word.symbols import symbol, with_signs
from kb.parsers.word_names import is_shown
from kb.parsers.xml_trees import child, walk

_SILENT = frozenset(
    "w:pPr w:rPr w:del w:moveFrom w:delText w:tblPr w:tblGrid w:tcPr w:trPr w:sectPr w:sdtPr w:rt w:rubyPr "
    "w:altChunk w:binData w:cellDel".split()
)
_WRITTEN = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}


@dataclass(slots=True)
class _Table:
    """The rows of a table that is being read."""

    rows: list[Row] = field(default_factory=list)
    at_top: bool = False


class Walk:
    """Goes through the body or a note once, and collects its paragraphs."""

    def __init__(
        self,
        root: Element,
        styles: Styles,
        numbering: Numbering,
        notes: Mapping[str, Notes],
        diagrams: dict[str, tuple[str, ...]],
    ) -> None:
        self._root, self._styles, self._numbering, self._notes = root, styles, numbering, notes
        self._diagrams = diagrams
        self._found: list[list[Paragraph]] = [[]]  # of the body, and of the cells and boxes we are in
        self._open: list[Draft] = []
        self._runs: list[Style] = []
        self._tables: list[_Table] = []
        self._fields = Fields(root, _is_read)
        self._held: Counter[str | None] = Counter()  # the building blocks whose controls we are in
        self._contents: set[Element] = set()  # paragraphs of tables of contents
        self._carried: Draft | None = None  # a paragraph of which the next one is the rest
        self._marked = False  # the rest of the run is the mark of a note
        self._font: Element | None = None  # the properties of the run, where its font is
        self._written = False  # whether there was any text yet
        noted = next(root.iter("w:lastRenderedPageBreak"), None)
        self._page = None if noted is None else 1
        self._fresh_page = False

    def paragraphs(self) -> Sequence[Paragraph]:
        """The paragraphs and tables, in reading order."""
        walk(self._root, self._entered, self._left)
        self._end_carried()
        return self._found[0]

    def _entered(self, element: Element) -> bool:
        enter = _ENTER.get(element.tag)
        return element.tag not in _SILENT and (enter is None or enter(self, element))

    def _left(self, element: Element) -> None:
        if leave := _LEAVE.get(element.tag):
            leave(self, element)

    @property
    def _muted(self) -> bool:
        """Whether we are in something that is not shown."""
        listed = bool(self._open) and self._open[-1].listed
        return self._held[PAGE_NUMBERS] > 0 or listed or self._fields.muted

    # Paragraphs

    def _enter_paragraph(self, element: Element) -> bool:
        properties = child(element, "w:pPr")
        name = value(child(properties, "w:pStyle"))
        draft = Draft(self._styles.paragraph(name), properties, name)
        draft.listed = element in self._contents
        if self._carried:
            draft.letters, draft.after = self._carried.letters, self._carried.after
            self._carried = None
        self._open.append(draft)
        return True

    def _leave_paragraph(self, _: Element) -> None:
        draft = self._open.pop()
        if draft.goes_on:
            self._carried = draft
            return
        if not (draft.is_empty and (self._muted or draft.listed)):
            self._found[-1] += draft.parts(self._numbering)
        self._found[-1] += draft.after

    def _end_carried(self) -> None:
        """A paragraph ends where none follows, though its own end was deleted."""
        if self._carried:
            written = () if self._carried.is_empty else self._carried.parts(self._numbering)
            self._found[-1] += [*written, *self._carried.after]
            self._carried = None

    # Runs and what is written in them

    def _enter_run(self, element: Element) -> bool:
        style = self._open[-1].style if self._open else Style()
        properties = child(element, "w:rPr")
        if properties is not None and len(properties):
            if name := value(child(properties, "w:rStyle")):
                own = self._styles.style(name)
                bold, hidden = style.bold or own.bold, style.hidden or own.hidden
                style = replace(
                    style, bold=bold, hidden=hidden, raised=own.raised, size=own.size or style.size
                )
            style = characters(properties, style)
        self._runs.append(style)
        self._marked, self._font = False, properties
        if style.hidden:
            self._runs.pop()
            for each in element:  # that a field begins or ends is seen, for what is shown behind it
                if each.tag == "w:fldChar":
                    self._fields.mark(each)
                elif each.tag == "w:instrText":
                    self._enter_code(each)
        return not style.hidden

    def _leave_run(self, _: Element) -> None:
        self._runs.pop()
        self._marked = False

    def _enter_text(self, element: Element) -> bool:
        self._write(with_signs(element.text or "", self._font))
        return False

    def _enter_written(self, element: Element) -> bool:
        if element.get("w:type") == "page" and self._page is not None:
            self._page += 1
            self._fresh_page = True
        self._write(_WRITTEN[element.tag])
        return False

    def _enter_symbol(self, element: Element) -> bool:
        self._write(symbol(element.get("w:font", ""), element.get("w:char", "")))
        return False

    def _write(self, text: str) -> None:
        if self._muted or not self._open:
            return
        draft = self._open[-1]
        notes = draft.letters.notes
        if self._marked and notes:
            mark, note = notes[-1]
            notes[-1] = (mark + text, note)
            return
        if text.strip():
            self._written, self._fresh_page = True, False
        draft.letters.write(text, self._runs[-1] if self._runs else draft.style, self._page)

    def _enter_page_break(self, _: Element) -> bool:
        if self._page is not None and not self._fresh_page:  # Word notes a break that was asked for, too
            self._page += 1
        self._fresh_page = False
        return False

    # Fields, notes, and text that is there twice

    def _enter_field_mark(self, element: Element) -> bool:
        self._write(chosen(element))
        self._fields.mark(element)
        return False

    def _enter_code(self, element: Element) -> bool:
        self._fields.code(element.text or "")
        return False

    def _enter_simple_field(self, element: Element) -> bool:
        return is_shown(element.get("w:instr", ""))

    def _enter_note(self, element: Element) -> bool:
        kind = element.tag.removeprefix("w:").removesuffix("Reference")
        notes = self._notes.get(kind)
        if notes and self._open and not self._muted:
            custom = is_on_value(element.get("w:customMarkFollows", "0"))
            self._marked = custom
            mark = "" if custom else notes.mark()
            self._open[-1].letters.notes.append((mark, notes.told(element.get("w:id", ""))))
        return False

    def _enter_alternatives(self, element: Element) -> bool:
        chosen = child(element, "mc:Choice")
        if chosen is None:
            chosen = child(element, "mc:Fallback")
        element[:] = [] if chosen is None else [chosen]
        return True

    def _enter_control(self, element: Element) -> bool:
        held = gallery(element)
        self._held[held] += 1
        if held == CONTENTS and self._held[held] == 1:
            self._contents.update(contents.lines(element, self._styles, fields=self._fields.trusted))
        return not is_placeholder(element, self._styles)

    def _leave_numerator(self, _: Element) -> None:
        self._write("/")

    def _leave_control(self, element: Element) -> None:
        self._held[gallery(element)] -= 1

    # Boxes and tables

    def _enter_box(self, _: Element) -> bool:
        self._found.append([])
        return True

    def _leave_box(self, _: Element) -> None:
        self._end_carried()
        found = self._found.pop()
        if self._open:
            self._open[-1].after += found
        else:
            self._found[-1] += found

    def _enter_diagram(self, element: Element) -> bool:
        if self._open:
            shown = self._diagrams.pop(element.get("r:dm", ""), ())  # it is told once
            self._open[-1].after += [Paragraph(text=text) for text in shown]
        return False

    def _enter_table(self, _: Element) -> bool:
        self._end_carried()
        self._tables.append(_Table(at_top=not (self._written or self._tables)))
        return True

    def _leave_table(self, _: Element) -> None:
        found = self._tables.pop()
        self._found[-1] += table([row.laid for row in found.rows], at_top=found.at_top)

    def _enter_row(self, element: Element) -> bool:
        read = _is_read(element)
        if self._tables and read:
            before = whole(value(child(element, "w:trPr", "w:gridBefore")))
            self._tables[-1].rows.append(Row(before))
        return read

    def _enter_cell(self, _: Element) -> bool:
        self._found.append([])
        return True

    def _leave_cell(self, element: Element) -> None:
        self._end_carried()
        found = self._found.pop()
        if self._tables and self._tables[-1].rows:
            columns = whole(value(child(element, "w:tcPr", "w:gridSpan")), 1)
            self._tables[-1].rows[-1].add(found, columns)
        else:
            self._found[-1] += found


def _is_read(element: Element) -> bool:
    """Whether an element is gone into, as far as it says so itself."""
    deleted = element.tag == "w:tr" and child(element, "w:trPr", "w:del") is not None
    return not (deleted or element.tag in _SILENT or element.tag == "mc:Fallback")


_ENTER: dict[str, Callable[[Walk, Element], bool]] = {
    "w:p": Walk._enter_paragraph,
    "w:r": Walk._enter_run,
    "w:t": Walk._enter_text,
    "m:t": Walk._enter_text,
    **dict.fromkeys(_WRITTEN, Walk._enter_written),
    "w:sym": Walk._enter_symbol,
    "w:lastRenderedPageBreak": Walk._enter_page_break,
    "w:fldChar": Walk._enter_field_mark,
    "w:instrText": Walk._enter_code,
    "w:fldSimple": Walk._enter_simple_field,
    "w:footnoteReference": Walk._enter_note,
    "w:endnoteReference": Walk._enter_note,
    "mc:AlternateContent": Walk._enter_alternatives,
    "w:sdt": Walk._enter_control,
    "w:txbxContent": Walk._enter_box,
    "dgm:relIds": Walk._enter_diagram,
    "w:tbl": Walk._enter_table,
    "w:tr": Walk._enter_row,
    "w:tc": Walk._enter_cell,
}
_LEAVE: dict[str, Callable[[Walk, Element], None]] = {
    "w:p": Walk._leave_paragraph,
    "w:r": Walk._leave_run,
    "w:sdt": Walk._leave_control,
    "m:num": Walk._leave_numerator,
    "w:txbxContent": Walk._leave_box,
    "w:tbl": Walk._leave_table,
    "w:tc": Walk._leave_cell,
}
