"""What is read in Word, OpenDocument, EPUB and RTF files, and what is refused."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.errors import FormatUnknown, ParseFailed, SourceError, SourceTooLarge
from kb.parsers.labels import formatted
from kb.parsers.packages import package_type
from kb.records import Document
from kb.sources.media import media_type
from tests.office_files import (
    DOCX,
    EPUB,
    ODT,
    RTF,
    ZIP,
    docx,
    epub,
    flat_odt,
    levels,
    listed,
    num,
    odt,
    p,
    read,
    style,
    zipped,
)

SAID = "This text is fiction, written for a test of kb, and no real agency said any of it."
PROSE = p(SAID)
BOLD = "<w:b/>"
TITLE = "A title of fiction"


def word(body: str, **parts: str) -> Document:
    """The document with this body, below a line that is taken for its title."""
    return read(docx(p(TITLE, run=BOLD) + body, **parts), DOCX)


def without(content: bytes, name: str) -> bytes:
    """A zip file without one of its files."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return zipped({each: archive.read(each) for each in archive.namelist() if each != name})


def outline(document: Document) -> list[tuple[str, str]]:
    return [(passage.address, passage.text) for passage in document.passages]


def texts(document: Document) -> list[str]:
    return [passage.text for passage in document.passages]


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(passage.kind, passage.text) for passage in document.passages]


def headings(document: Document) -> list[tuple[int, str]]:
    return [(passage.level, passage.text) for passage in document.passages if passage.kind == "heading"]


# Word: numbers that print -----------------------------------------------------------------------


def test_numbered_paragraphs_continue_across_others() -> None:
    numbering = levels(7, ("decimal", "%1."), ("lowerLetter", "(%2)")) + num(1, 7)
    body = PROSE + listed("First.", 1) + listed("An item.", 1, 1) + listed("Another.", 1, 1)
    read = word(body + p("Between.") + listed("Second.", 1) + listed("Its item.", 1, 1), numbering=numbering)

    assert outline(read)[1:] == [
        ("p1", "First."),
        ("p1.a", "An item."),
        ("p1.b", "Another."),
        ("u2", "Between."),
        ("p2", "Second."),
        ("p2.a", "Its item."),
    ]


def test_a_list_begins_where_its_override_says() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="36"/></w:lvlOverride>'
    numbering = levels(7, ("decimal", "%1.")) + num(1, 7, override)

    read = word(PROSE + listed("The Committee.", 1) + listed("States.", 1), numbering=numbering)

    assert outline(read)[1:] == [("p36", "The Committee."), ("p37", "States.")]


def test_levels_show_the_numbers_above_them() -> None:
    numbering = levels(7, ("decimal", "%1."), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3")) + num(1, 7)
    body = listed("One thing", 1) + listed("Part of it", 1, 1) + listed("Deeper", 1, 2) + listed("Next", 1, 1)

    assert [address for address, _ in outline(word(PROSE + body, numbering=numbering))[1:]] == [
        "p1", "p1.1", "p1.1.1", "p1.2",
    ]  # fmt: skip


def test_a_level_may_go_on_where_the_one_above_changes() -> None:
    numbering = levels(
        7, ("upperRoman", "%1."), ("decimal", "%2."), extra={1: '<w:lvlRestart w:val="0"/>'}
    ) + num(1, 7)
    heads = style("H", "heading 1")
    numbers = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
    head = '<w:pStyle w:val="H"/>' + numbers.format(0)
    body = (
        p("Scope", head)
        + p("The first.", numbers.format(1))
        + p("Duties", head)
        + p("The next.", numbers.format(1))
    )

    read = word(PROSE + body, numbering=numbering, styles=heads)

    assert outline(read)[1:] == [
        ("s1", "I. Scope"), ("p1", "The first."), ("s2", "II. Duties"), ("p2", "The next."),
    ]  # fmt: skip


def test_a_label_may_name_an_article() -> None:
    numbering = levels(7, ("decimal", "Artículo %1."), ("upperRoman", "%2.")) + num(1, 7)
    body = listed("Toda niña es ficción.", 1) + listed("Ninguna.", 1) + listed("Una fracción.", 1, 1)

    assert outline(word(PROSE + body, numbering=numbering))[1:] == [
        ("art1", "Toda niña es ficción."), ("art2", "Ninguna."), ("art2.i", "Una fracción."),
    ]  # fmt: skip


def test_a_list_between_two_numbered_paragraphs_is_a_list_in_the_first() -> None:
    numbering = levels(7, ("decimal", "%1.")) + levels(8, ("decimal", "%1)")) + num(1, 7) + num(2, 8)
    body = listed("Paragraph.", 1) + listed("Item.", 2) + listed("Item two.", 2) + listed("Paragraph two.", 1)

    assert [address for address, _ in outline(word(PROSE + body, numbering=numbering))[1:]] == [
        "p1", "p1.1", "p1.2", "p2",
    ]  # fmt: skip


def test_numbers_of_a_style_are_printed() -> None:
    numbering = levels(7, ("decimal", "%1."), ("lowerRoman", "(%2)"), extra={1: '<w:pStyle w:val="Sub"/>'})
    inside = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = style("Para", "Numbered", inside) + style("Sub", "Numbered below", inside, based="Para")
    body = p("One.", '<w:pStyle w:val="Para"/>') + p("Below.", '<w:pStyle w:val="Sub"/>')

    read = word(PROSE + body, numbering=numbering + num(1, 7), styles=styles)

    assert outline(read)[1:] == [("p1", "One."), ("p1.i", "Below.")]


def test_number_zero_takes_a_style_s_number_away() -> None:
    inside = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    body = p("One.", '<w:pStyle w:val="Para"/><w:numPr><w:numId w:val="0"/></w:numPr>')

    read = word(
        PROSE + body, numbering=levels(7, ("decimal", "%1.")) + num(1, 7), styles=style("Para", "N", inside)
    )

    assert kinds(read)[1] == ("paragraph", "One.")
    assert read.passages[1].number is None


def test_bullets_are_items() -> None:
    read = word(PROSE + listed("A bed.", 1), numbering=levels(7, ("bullet", "")) + num(1, 7))

    assert (read.passages[1].kind, read.passages[1].text) == ("item", "A bed.")


@pytest.mark.parametrize(
    ("number", "form", "printed"),
    [
        (3, "decimal", "3"), (3, "decimalZero", "03"), (27, "lowerLetter", "aa"), (4, "upperLetter", "D"),
        (14, "lowerRoman", "xiv"), (9, "upperRoman", "IX"), (5000, "upperRoman", "5000"), (3, "none", ""),
    ],
)  # fmt: skip
def test_forms_of_numbers(number: int, form: str, printed: str) -> None:
    assert formatted(number, form) == printed


# Word: what is text and what is not ---------------------------------------------------------------


def test_headings_come_from_styles_and_what_they_are_based_on() -> None:
    styles = style("H2", "heading 2") + style("Mine", "Section of ours", based="H2")
    styles += style("T", "Título 3") + style("O", "Outlined", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
    body = "".join(p(name, f'<w:pStyle w:val="{name}"/>') + PROSE for name in ("H2", "Mine", "T", "O"))

    assert headings(word(body, styles=styles)) == [
        (2, "H2"), (2, "Mine"), (3, "T"), (1, "O"),
    ]  # fmt: skip


def test_bold_lines_are_headings_where_there_are_no_styles() -> None:
    big = BOLD + '<w:sz w:val="32"/>'
    body = p("Ten beds", run=big) + PROSE + p("I. Scope", run=BOLD) + PROSE
    body += p("A. Children", run=BOLD) + PROSE * 3 + p(SAID * 2, run=BOLD) + PROSE

    document = read(docx(body), DOCX)

    assert document.title == "Ten beds"
    assert headings(document) == [(3, "I. Scope"), (4, "A. Children")]


def test_bold_lines_stand_by_the_form_of_their_numbers() -> None:
    lines = (
        "Part I",
        "II. Principles",
        "A. Common",
        "Principle 1. Fiction",
        "B. Safeguards",
        "Annex 1. Form",
    )
    body = "".join(p(line, run="<w:b/>") + p(f"What stands below {line} is fiction.") for line in lines)

    document = read(docx(body), DOCX)

    levels = [passage.level for passage in document.passages if passage.kind == "heading"]
    assert levels == [2, 3, 4, 5, 4, 2]


def test_bold_lines_among_styled_headings_stand_one_level_below_them() -> None:
    styles = style("H1", "heading 1") + style("H2", "heading 2")
    body = (
        p("Capítulo I", '<w:pStyle w:val="H1"/>')
        + PROSE
        + p("DE LAS VISITAS", run=BOLD)
        + p("Horarios", run=BOLD)
        + PROSE
    )
    body += p("Otros horarios", run=BOLD) + PROSE
    body += p("Sección 1", '<w:pStyle w:val="H2"/>') + PROSE + p("Avisos", run=BOLD) + PROSE
    body += p("Capítulo II", '<w:pStyle w:val="H1"/>') + PROSE * 3

    assert headings(word(body, styles=styles)) == [
        (1, "Capítulo I"), (2, "DE LAS VISITAS"), (3, "Horarios"), (3, "Otros horarios"), (2, "Sección 1"),
        (3, "Avisos"), (1, "Capítulo II"),
    ]  # fmt: skip


def test_bold_lines_that_head_no_text_are_no_headings_among_styled_ones() -> None:
    styles = style("H1", "heading 1")
    body = p("For the press", run=BOLD) + PROSE
    body += "".join(p(text, '<w:pStyle w:val="H1"/>') + PROSE * 2 for text in ("Scope", "Duties"))
    body += p("Ana Ejemplo", run=BOLD) + p("Director") + p("The Office of Fiction", run=BOLD) + p("Upala")

    assert headings(word(body, styles=styles)) == [(1, "Scope"), (1, "Duties")]


def test_bold_members_of_a_numbered_list_stay_numbered_paragraphs_among_styled_headings() -> None:
    styles = style("H1", "heading 1")
    numbering = levels(0, ("decimal", "%1.")) + num(1, 0)
    stressed = listed("Ask the child", 1).replace("<w:r>", f"<w:r><w:rPr>{BOLD}</w:rPr>")
    body = "".join(p(text, '<w:pStyle w:val="H1"/>') + PROSE for text in ("Scope", "Duties"))
    body += listed(SAID, 1) + stressed + listed(SAID, 1)

    found = word(body, styles=styles, numbering=numbering)

    assert [each.address for each in found.passages][-3:] == ["p1", "p2", "p3"]


def test_a_partly_bold_line_is_no_heading() -> None:
    runs = "<w:r><w:rPr><w:b/></w:rPr><w:t>Contact</w:t></w:r><w:r><w:t> the office</w:t></w:r>"

    assert headings(word(PROSE + f"<w:p>{runs}</w:p>" + PROSE)) == []


@pytest.mark.parametrize(
    "line", ["Table 3. Children by country", "Cuadro 2.1 Niñez", "END", "Tel. +00 5550 1234"]
)
def test_bold_captions_and_contacts_are_no_headings(line: str) -> None:
    assert headings(word(PROSE * 3 + p(line, run=BOLD) + PROSE)) == []


def test_the_title_of_a_template_is_not_believed() -> None:
    core = '<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title></cp:coreProperties>'
    body = docx(p("Distr. General") + p("Ten beds for the shelter of Ficticia") + PROSE)

    def titled(title: str) -> str:
        return read(_with(body, "docProps/core.xml", core.format(title)), DOCX).title

    assert titled("Template of a company 2003") == "Ten beds for the shelter of Ficticia"
    assert titled("Ten beds for the shelter of Ficticia") == "Ten beds for the shelter of Ficticia"


def _with(package: bytes, name: str, content: str) -> bytes:
    from io import BytesIO

    with zipfile.ZipFile(BytesIO(package)) as archive:
        files = {each: archive.read(each) for each in archive.namelist()}
    return zipped(files | {name: content.encode()})


def test_tracked_changes_are_taken_as_accepted() -> None:
    body = (
        "<w:p><w:r><w:t>Ten </w:t></w:r><w:del><w:r><w:delText>old </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>new </w:t></w:r></w:ins><w:moveFrom><w:r><w:t>moved </w:t></w:r></w:moveFrom>"
        "<w:r><w:t>beds </w:t></w:r><w:moveTo><w:r><w:t>moved</w:t></w:r></w:moveTo></w:p>"
    )

    assert "Ten new beds moved" in texts(word(PROSE + body))


def test_a_deleted_end_of_a_paragraph_joins_it_to_the_next() -> None:
    body = p("The shelter ", "<w:rPr><w:del/></w:rPr>") + p("has ten beds.")

    assert "The shelter has ten beds." in texts(word(PROSE + body))


def test_hidden_text_and_codes_of_fields_are_left_out() -> None:
    field = "".join(
        f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>{{}}' for mark in ("begin", "separate", "end")
    )
    code = "<w:r><w:instrText> REF fiction </w:instrText></w:r>"
    page = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    result = "<w:r><w:t>{}</w:t></w:r>"
    body = f"<w:p>{field.format(code, result.format('See above.'), result.format(' Page '))}"
    body += f"{field.format(page, result.format('12'), '')}</w:p>" + p("secret", run="<w:vanish/>")

    read = word(PROSE + body)

    assert texts(read)[-1] == "See above. Page"


def test_a_table_of_contents_is_left_out() -> None:
    styles = style("TOC1", "toc 1") + style("H", "heading 1")
    control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{p('Scope 3')}</w:sdtContent></w:sdt>"
    )

    read = word(PROSE + control + p("Duties 4", '<w:pStyle w:val="TOC1"/>') + p("The text."), styles=styles)

    assert texts(read)[-2:] == [SAID, "The text."]


CONTENTS = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    "<w:sdtContent>{}</w:sdtContent></w:sdt>"
)
FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\f</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Scope 3</w:t></w:r></w:p>'
    '<w:p><w:r><w:t>Duties 4</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)


@pytest.mark.parametrize("entries", [FIELD, p("Scope 3") + p("Duties 4")])
def test_text_in_the_control_of_a_table_of_contents_is_text(entries: str) -> None:
    styles = style("H", "heading 1")
    chapter = p("Scope", '<w:pStyle w:val="H"/>') + p("Short.") + PROSE
    held = CONTENTS.format(p("Contents") + entries + chapter)

    read = word(held + p("Duties", '<w:pStyle w:val="H"/>') + p("The end."), styles=styles)

    assert texts(read) == ["Scope", "Short.", SAID, "Duties", "The end."]


def test_a_paragraph_behind_the_lines_of_a_table_of_contents_is_text() -> None:
    held = CONTENTS.format(
        p("Índice") + p("Alcance 3") + p("Deberes 4") + p(f"{SAID} {SAID} {SAID}") + p("Fin.")
    )

    assert texts(word(held)) == [f"{SAID} {SAID} {SAID}", "Fin."]


def test_footnotes_stand_behind_the_paragraph_that_refers_to_them() -> None:
    notes = (
        '<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>'
        f'<w:footnote w:id="5">{p(" The first note.")}</w:footnote>'
        f'<w:footnote w:id="2">{p("The second.")}</w:footnote>'
    )
    reference = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    said = f"<w:r><w:t>Said</w:t></w:r>{reference.format(5)}<w:r><w:t> so.</w:t></w:r>"
    body = f"<w:p>{said}{reference.format(2)}</w:p>"

    read = word(PROSE + body + p("After."), footnotes=notes)

    assert [(each.kind, each.address, each.text) for each in read.passages][1:] == [
        ("paragraph", "u2", "Said so."),
        ("footnote", "fn1", "The first note."),
        ("footnote", "fn2", "The second."),
        ("paragraph", "u3", "After."),
    ]


def test_a_table_is_lines_and_a_letterhead_is_paragraphs() -> None:
    def table(*rows: tuple[str, ...]) -> str:
        cells = ("".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in rows)
        return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"

    body = table(("Agency of Fiction", "FIC/2031/4"), ("", "3 May 2031")) + p("Ten beds for Ficticia") + PROSE
    document = read(
        docx(body + table(("Country", "Children"), ("Ficticia", "12")) + table(("One cell.",))), DOCX
    )

    assert ("table", "Country | Children\nFicticia | 12") in kinds(document)
    assert kinds(document)[:3] == [
        ("paragraph", "Agency of Fiction"), ("paragraph", "FIC/2031/4"), ("paragraph", "3 May 2031"),
    ]  # fmt: skip
    assert kinds(document)[-1] == ("paragraph", "One cell.")


def test_text_boxes_are_read_once() -> None:
    inside = f"<w:txbxContent>{p('In the box.')}</w:txbxContent>"
    both = f"<mc:Choice>{inside}</mc:Choice><mc:Fallback>{inside}</mc:Fallback>"
    box = f"<mc:AlternateContent>{both}</mc:AlternateContent>"

    read = word(PROSE + f"<w:p><w:r><w:t>Around.</w:t></w:r><w:r>{box}</w:r></w:p>")

    assert texts(read)[1:] == ["Around.", "In the box."]


def test_pages_are_counted_where_word_has_noted_them() -> None:
    mark = "<w:lastRenderedPageBreak/>"
    broken = '<w:p><w:r><w:t>One.</w:t></w:r><w:r><w:br w:type="page"/></w:r></w:p>'
    body = (
        PROSE + broken + f"<w:p><w:r>{mark}<w:t>Two </w:t></w:r><w:r>{mark}<w:t>to three.</w:t></w:r></w:p>"
    )

    read = word(body)

    assert [(each.page_from, each.page_to) for each in read.passages] == [(1, 1), (1, 1), (2, 3)]
    assert word(PROSE + broken + p("Two.")).passages[-1].page_from is None


def test_small_signs() -> None:
    body = (
        "<w:p><w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>refoule</w:t><w:softHyphen/><w:t>ment</w:t><w:tab/>"
        '<w:t>a</w:t><w:br/><w:t>b</w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>'
    )

    assert texts(word(PROSE + body))[1] == "non-refoulement a b✓"


def test_strict_files_and_templates_are_read_too() -> None:
    strict = docx(p(TITLE) + PROSE + p("Strict."), space="http://purl.oclc.org/ooxml/wordprocessingml/main")
    template = docx(PROSE, main_type="template.main+xml")

    assert texts(read(strict, DOCX))[1] == "Strict."
    assert package_type(template) == DOCX


# OpenDocument -----------------------------------------------------------------------------------

NUMBERS = (
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" '
    'style:num-prefix="(" style:num-suffix=")"/></text:list-style>'
)


def open_text(body: str, **parts: str) -> Document:
    return read(
        odt(f'<text:p text:style-name="Title">{TITLE}</text:p><text:p>{SAID}</text:p>{body}', **parts), ODT
    )


def item(text: str, inside: str = "", attributes: str = "") -> str:
    return f"<text:list-item {attributes}><text:p>{text}</text:p>{inside}</text:list-item>"


def test_numbers_of_open_document_lists_are_printed() -> None:
    inner = f"<text:list>{item('An item.')}{item('Another.')}</text:list>"
    body = f'<text:list text:style-name="L1">{item("One.", inner)}</text:list><text:p>Between.</text:p>'
    body += f'<text:list text:style-name="L1" text:continue-numbering="true">{item("Two.")}</text:list>'
    anew = item("Anew.", attributes='text:start-value="9"')
    body += f'<text:list text:style-name="L1">{anew}</text:list>'

    assert outline(open_text(body, automatic=NUMBERS))[1:] == [
        ("p1", "One."), ("p1.a", "An item."), ("p1.b", "Another."), ("u2", "Between."),
        ("p2", "Two."), ("p9", "Anew."),
    ]  # fmt: skip


def test_an_open_document_list_begins_anew_unless_it_says_that_it_goes_on() -> None:
    parts = (f'<text:list text:style-name="L1">{item(text)}</text:list>' for text in ("One.", "Other."))
    heads = (f'<text:h text:outline-level="1">{text}</text:h>' for text in ("A", "B"))

    read = open_text("".join(map("".join, zip(heads, parts, strict=True))), automatic=NUMBERS)

    assert [number for number in (each.number for each in read.passages) if number] == ["1", "1"]


def test_open_document_headings_are_numbered_by_the_outline() -> None:
    numbers = "".join(
        f'<text:outline-level-style text:level="{level}" style:num-format="1" text:display-levels="{level}"/>'
        for level in (1, 2)
    )
    heads = [("1", "Scope"), ("2", "Children"), ("1", "Duties")]
    body = "".join(
        f'<text:h text:outline-level="{level}">{text}</text:h><text:p>{SAID}</text:p>'
        for level, text in heads
    )

    read = open_text(body, styles=f"<text:outline-style>{numbers}</text:outline-style>")

    assert headings(read) == [(1, "1 Scope"), (2, "1.1 Children"), (1, "2 Duties")]


def test_open_document_notes_changes_and_indexes() -> None:
    note = (
        "<text:note><text:note-citation>3</text:note-citation><text:note-body><text:p>The note.</text:p>"
        "</text:note-body></text:note>"
    )
    deleted = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Deleted.</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
    )
    contents = "<text:table-of-content><text:p>Scope 3</text:p></text:table-of-content>"
    hidden = '<text:section text:display="none"><text:p>Hidden.</text:p></text:section>'
    remark = "<office:annotation><text:p>A remark.</text:p></office:annotation>"
    body = f'{deleted}{contents}{hidden}<text:p>Said{note}<text:s text:c="3"/>so.{remark}</text:p>'

    read = open_text(body)

    assert kinds(read)[1:] == [("paragraph", "Said so."), ("footnote", "The note.")]
    assert read.passages[2].number == "3"


@pytest.mark.parametrize(
    "hidden",
    [
        '<text:p>Said.<text:variable-set text:display="none">7</text:variable-set></text:p>',
        '<text:p>Said.</text:p><text:p><text:hidden-paragraph text:is-hidden="true"/>Hidden.</text:p>',
        '<text:p>Said.</text:p><text:section text:display="condition" text:is-hidden="true">'
        "<text:p>Hidden.</text:p></text:section>",
    ],
    ids=["value", "paragraph", "section"],
)
def test_what_a_condition_hides_in_an_open_document_is_left_out(hidden: str) -> None:
    assert texts(open_text(hidden))[1:] == ["Said."]


def test_cells_stay_in_their_columns_beside_one_that_reaches_over_others() -> None:
    cell, covered = (
        "<table:table-cell{}><text:p>{}</text:p></table:table-cell>",
        "<table:covered-table-cell/>",
    )
    rows = (
        cell.format("", "Girls and boys") + covered + covered,
        cell.format("", "Puebla") + cell.format("", "Girls") + cell.format("", "12"),
        covered + cell.format("", "Boys") + cell.format("", "14"),
        cell.format("", "Total") + covered + cell.format("", "26"),
    )
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)

    found = open_text(f"<table:table>{body}</table:table>")

    assert texts(found)[-1] == "Girls and boys\nPuebla | Girls | 12\n | Boys | 14\nTotal |  | 26"


def test_what_a_condition_leaves_in_an_open_document_is_text() -> None:
    shown = (
        '<text:p><text:hidden-paragraph text:is-hidden="false"/>Shown.</text:p><text:section '
        'text:display="condition" text:is-hidden="false"><text:p>Also shown.</text:p></text:section>'
    )

    assert texts(open_text(shown))[1:] == ["Shown.", "Also shown."]


def test_a_note_in_an_open_document_prints_as_it_says_and_not_as_its_mark() -> None:
    styles = (
        '<style:style style:name="R" style:family="text">'
        '<style:text-properties style:text-position="super 58%"/></style:style>'
        '<style:style style:name="B" style:family="text">'
        '<style:text-properties fo:font-weight="bold"/></style:style>'
    )
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>In total "
        '<text:span text:style-name="B">1250</text:span> beds.</text:p></text:note-body></text:note>'
    )
    body = f'<text:p>Said<text:span text:style-name="R">{note}</text:span> so.</text:p>'

    assert kinds(open_text(body, automatic=styles))[1:] == [
        ("paragraph", "Said so."),
        ("footnote", "In total 1250 beds."),
    ]


def test_open_document_tables_pages_and_titles() -> None:
    automatic = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    rows = "".join(
        f"<table:table-row>{cell.format(a)}{cell.format(b)}</table:table-row>" for a, b in ("ab", "cd")
    )
    body = f'<text:p text:style-name="P1">Ten beds</text:p><table:table>{rows}</table:table>'
    body += "<text:p>One<text:soft-page-break/> and two.</text:p>"

    document = read(odt(f"<text:p>{SAID}</text:p>{body}", automatic=automatic), ODT)

    assert document.title == "Ten beds"
    assert kinds(document)[1] == ("table", "a | b\nc | d")
    assert (document.passages[2].page_from, document.passages[2].page_to) == (1, 2)


def test_an_open_document_saved_as_one_xml_file_is_read_as_the_packed_one() -> None:
    body = f'<text:p text:style-name="Title">Ten beds</text:p><text:p>{SAID}</text:p>'

    flat = flat_odt(body)

    assert media_type(flat, "beds.fodt") == ODT
    assert (read(flat, ODT).title, kinds(read(flat, ODT))) == (
        read(odt(body), ODT).title,
        kinds(read(odt(body), ODT)),
    )


def test_a_flat_open_document_that_declares_entities_is_refused() -> None:
    laughs = flat_odt("<text:p>&a;</text:p>").replace(b"?>", b'?><!DOCTYPE w [<!ENTITY a "aaaa">]>', 1)

    with pytest.raises(ParseFailed, match="entities"):
        read(laughs, ODT)


def test_an_encrypted_open_document_says_so() -> None:
    content = zipped(
        {"mimetype": ODT, "content.xml": b"\x00\x01", "META-INF/manifest.xml": "<x><encryption-data/></x>"}
    )

    with pytest.raises(ParseFailed, match="password"):
        read(content, ODT)


# EPUB -------------------------------------------------------------------------------------------


def test_chapters_come_in_the_order_of_the_spine() -> None:
    metadata = (
        "<dc:title>Ten beds</dc:title><dc:language>en-GB</dc:language>"
        "<dc:publisher>Agency of Fiction</dc:publisher><dc:date>2031-05-03</dc:date>"
    )
    chapters = {
        "nav": "<body><nav><ol><li>Two</li></ol></nav></body>",
        "two": f"<body><h1>Two</h1><p>{SAID}</p></body>",
        "one": '<body><h1>One</h1><p>Said<a epub:type="noteref" href="#n1">1</a> so.</p>'
        '<aside epub:type="footnote" id="n1"><p>The note.</p></aside></body>',
        "cover": '<body epub:type="cover"><p>Cover</p></body>',
    }

    read_book = read(epub(chapters, metadata=metadata, spine="cover nav one two"), EPUB)

    assert kinds(read_book) == [
        ("heading", "One"), ("paragraph", "Said so."), ("footnote", "The note."), ("heading", "Two"),
        ("paragraph", SAID),
    ]  # fmt: skip
    assert (read_book.title, read_book.language, read_book.publisher) == (
        "Ten beds",
        "en",
        "Agency of Fiction",
    )
    assert read_book.published is not None
    assert read_book.published.iso == "2031-05-03"


@pytest.mark.parametrize("kind", ["toc", "cover"])
def test_a_chapter_with_text_is_read_though_the_book_calls_it_contents(kind: str) -> None:
    leads = '<p><a href="one.xhtml#scope">Scope</a></p><h1 id="scope">Scope</h1>'
    chapters = {
        "one": f"<body>{leads}<p>{SAID * 8}</p></body>",
        "two": f'<body epub:type="{kind}"><h1>Duties</h1><p>{SAID * 8}</p></body>',
    }
    guide = f'<reference type="{kind}" href="one.xhtml#contents"/>'

    found = read(epub(chapters, metadata="<dc:title>A book of fiction</dc:title>", guide=guide), EPUB)

    assert [text for _, text in headings(found)] == ["Scope", "Duties"]
    assert texts(found).count(SAID * 8) == 2


def test_a_cover_and_a_list_of_links_are_left_out() -> None:
    links = "".join(
        f'<p><a href="one.xhtml#s{number}">The duties of state {number}</a></p>' for number in range(60)
    )
    chapters = {
        "cover": "<body><h1>A book of fiction</h1><p>By nobody</p></body>",
        "list": f"<body><h1>Contents</h1>{links}</body>",
        "one": f"<body><h1>Scope</h1><p>{SAID}</p></body>",
    }
    guide = '<reference type="cover" href="cover.xhtml"/><reference type="toc" href="list.xhtml"/>'

    assert texts(read(epub(chapters, guide=guide), EPUB)) == [SAID]


def test_notes_in_a_chapter_of_their_own_stand_at_the_end_of_the_chapter_that_refers_to_them() -> None:
    mark = '<a epub:type="noteref" id="r{0}" href="notes.xhtml#n{0}">{0}</a>'
    note = '<p id="n{0}"><a href="{1}.xhtml#r{0}">{0}</a>. Note {0} of fiction.</p>'
    chapters = {
        "one": f"<body><h1>One</h1><p>Said{mark.format(1)} so.</p>"
        "<p>See <a href='two.xhtml#two'>two</a>.</p></body>",
        "two": f"<body><h1 id='two'>Two</h1><p>Said<sup>{mark.format(2)}</sup> again.</p>"
        f"<p>{SAID}</p></body>",
        "notes": f"<body><h1>Notes</h1>{note.format(1, 'one')}{note.format(2, 'two')}<p>The end.</p></body>",
    }

    book = read(epub(chapters, metadata="<dc:title>Ten beds</dc:title>"), EPUB)

    assert [(each.kind, each.number, each.text) for each in book.passages] == [
        ("heading", None, "One"), ("paragraph", None, "Said so."), ("paragraph", None, "See two."),
        ("footnote", "1", "Note 1 of fiction."), ("heading", None, "Two"), ("paragraph", None, "Said again."),
        ("paragraph", None, SAID), ("footnote", "2", "Note 2 of fiction."), ("heading", None, "Notes"),
        ("paragraph", None, "The end."),
    ]  # fmt: skip


@pytest.mark.parametrize("mark", ["1", "[1]", "(1)"])
def test_a_mark_whose_note_leads_back_to_it_is_one_whatever_it_is_called(mark: str) -> None:
    chapters = {
        "one": f'<body><h1>One</h1><p>Said<a id="r" href="last.xhtml#x7">{mark}</a> so.</p></body>',
        "two": f'<body><p>As in part <a id="s" href="last.xhtml#x8">8</a> it says.</p><p>{SAID}</p></body>',
        "last": f'<body><h1>Last</h1><p><a id="x7" href="one.xhtml#r">{mark}</a> A law of fiction.</p>'
        '<p><a id="x8" href="two.xhtml#s">8</a> Part of it.</p></body>',
    }

    found = [(each.kind, each.number, each.text) for each in read(epub(chapters), EPUB).passages]

    assert found[:2] == [("paragraph", None, "Said so."), ("footnote", "1", "A law of fiction.")]
    assert [kind for kind, *_ in found].count("footnote") == 1


def test_chapters_that_an_e_book_lacks_are_told() -> None:
    whole = epub({"one": f"<body><p>{SAID}</p></body>", "two": "<body><p>More.</p></body>"})

    lacking = read(without(whole, "OEBPS/two.xhtml"), EPUB)
    unknown = read(epub({"one": f"<body><p>{SAID}</p></body>"}, spine="one gone lost"), EPUB)

    assert not read(whole, EPUB).warnings
    assert [(each.template.split(":")[0], each.values["count"]) for each in lacking.warnings] == [
        ("Chapters that the e-book names and does not hold", 1)
    ]
    assert [each.values["count"] for each in unknown.warnings] == [2]


@pytest.mark.parametrize(
    "stated",
    ["Unknown Title", "Untitled", "Sin título", "Documento1", "Microsoft Word - guía.doc", "v3 final.odt"],
)
def test_what_a_program_or_a_file_is_called_is_no_title(stated: str) -> None:
    chapters = {"one": f"<body><h1>{TITLE}</h1><p>{SAID}</p></body>"}
    metadata = f"<dc:title>{stated}</dc:title><dc:language>es</dc:language>"

    book = read(epub(chapters, metadata=metadata), EPUB)

    assert (book.title, book.language, book.warnings) == (TITLE, "en", ())


def test_the_language_that_an_office_program_states_by_itself_is_none() -> None:
    sentence = (
        "La casa recibe a niñas y niños que llegan sin sus padres y les da comida y un lugar para dormir. "
    )
    chapters = {"one": f"<body><p>{sentence * 8}</p></body>"}
    metadata = "<dc:title>Casa nueva</dc:title><dc:language>en</dc:language>"
    generator = '<meta name="generator" content="LibreOffice (libepubgen/0.1.1)"/>'

    assert read(epub(chapters, metadata=metadata), EPUB).warnings
    assert not read(epub(chapters, metadata=metadata + generator), EPUB).warnings


def test_only_the_date_of_publication_counts() -> None:
    chapters = {"one": f"<body><p>{SAID}</p></body>"}
    created = '<dc:date opf:event="creation">2020-01-01</dc:date>'
    published = '<dc:date opf:event="publication">2031</dc:date>'

    assert read(epub(chapters, metadata=created), EPUB).published is None
    found = read(epub(chapters, metadata=created + published), EPUB).published
    assert found is not None
    assert found.iso == "2031"


def test_the_moment_when_an_e_book_was_made_is_no_date_of_publication() -> None:
    chapters = {"one": f"<body><p>{SAID}</p></body>"}
    made = "<dc:date>2026-01-01T10:00:00Z</dc:date>"
    modified = '<meta property="dcterms:modified">{}</meta>'

    same, later = modified.format("2026-01-01T10:00:00Z"), modified.format("2027-05-05T10:00:00Z")

    assert read(epub(chapters, metadata=made + same), EPUB).published is None
    assert read(epub(chapters, metadata=made + later), EPUB).published is not None


# RTF --------------------------------------------------------------------------------------------


def rich(body: str) -> Document:
    return read(
        (r"{\rtf1\ansi\ansicpg1252\uc1 {\b " + TITLE + r"\par}" + SAID + r"\par " + body + "}").encode(
            "latin-1"
        ),
        RTF,
    )


def test_rich_text_characters() -> None:
    body = r"ni\'f1os \u241?\u8212- \endash  {\v hidden}{\*\unknown gone}\u-10179?\u-8704?{\b bold}\par"

    assert texts(rich(body))[1] == "niños ñ— – 😀bold"


def test_rich_text_that_claims_endless_stand_ins_loses_no_letter() -> None:
    body = r"\uc999999999\u8220 12 children speak.\par"

    assert texts(rich(body))[1] == "“12 children speak."


def test_control_words_behind_a_character_without_stand_in_are_heeded() -> None:
    body = r"Ocho ni\u241\b os\b0  y \u8220\ldblquote dos\u8221\par La casa.\par"

    assert texts(rich(body))[1:] == ["Ocho niños y “dos”", "La casa."]


def test_text_below_a_table_whose_writer_marks_no_paragraphs_of_it_is_none_of_its_cells() -> None:
    row = r"\trowd\cellx1\cellx2 {}\cell {}\cell\row "
    rows = row.format("Puebla", r"First.\par Then.") + row.format("Lima", "9")

    found = rich(rows + r"It goes on.\par And on.\par")

    assert kinds(found)[1:] == [
        ("table", "Puebla | First. Then.\nLima | 9"),
        ("paragraph", "It goes on."),
        ("paragraph", "And on."),
    ]


def test_a_mark_of_their_own_stands_before_notes_of_rich_text_alone() -> None:
    body = r"La casa{\super *}{\footnote\pard\plain {\super *} De noche.} abre, dos{\super 2} veces.\par"

    found = rich(body)

    assert kinds(found)[1:] == [("paragraph", "La casa abre, dos veces."), ("footnote", "De noche.")]
    assert found.passages[2].number == "*"


def test_of_rich_text_that_is_there_twice_the_better_is_read() -> None:
    title = r"{\info{\author {\upr{Nobody}{\*\ud{Nadie}}}}}"
    body = rich(title + r"Said {\upr{in Lodz}{\*\ud{in \u321\'4c\u243\'6fd\u378\'7a}}} by nobody.\par")

    assert texts(body)[1:] == ["Said in Łódź by nobody."]


def test_old_text_boxes_and_initials_that_drop_are_text() -> None:
    box = r"Said.{\*\do\dobxcolumn\dptxbx{\dptxbxtext\pard In the box.\par}\dpx0}\par "
    initial = r"\pard\dropcapli3\dropcapt1 {\fs96 L}\par\pard a casa tiene diez camas.\par"

    assert texts(rich(box + initial))[1:] == ["In the box.", "Said.", "La casa tiene diez camas."]


@pytest.mark.parametrize("length", [40, 9_999_999_999])
@pytest.mark.parametrize("begins", [r"\bin", r"{\pict\bin"])
def test_bytes_that_claim_to_be_longer_than_their_picture_take_no_text(begins: str, length: int) -> None:
    ends = "}" * begins.count("{")
    body = rf"{begins}{length} 0123{ends} The child speaks.\par And the sister, too.\par"

    document = rich(body)

    assert "The child speaks." in texts(document)[1]
    assert [each.template[:19] for each in document.warnings] == ["The file is damaged"]


@pytest.mark.parametrize(
    "body",
    [
        r"{\*\x "
        + "".join(rf"\bin{9_000_000 - 12 * at:07} " for at in range(60_000))
        + "0" * 8_280_007
        + r"\par }",
        r"\dropcapli3 L\par" * 60_000,
        r"{\shptxt Words.\par" * 5_000 + "}" * 5_000,
        r"{\footnote Words.\par" * 5_000 + "}" * 5_000,
    ],
    ids=["pictures", "initials", "boxes", "notes"],
)
@pytest.mark.slow
def test_rich_text_made_to_take_long_is_read(body: str) -> None:
    assert texts(rich(body))[0] == SAID


def test_the_bytes_of_a_picture_are_passed_over_whatever_they_look_like() -> None:
    document = rich(r"{\pict\bin12 }}{\b no \q}} The child speaks.\par")

    assert texts(document)[1] == "The child speaks."
    assert not document.warnings


RTF_FICTION = (
    r"{\rtf1\ansi{\fonttbl{\f0\fswiss Fiction Sans;}{\f1\froman Fiction Serif;}}{\colortbl;\red0;}"
    r"{\*\generator Invented 1;}{\info{\author Nobody}}{\header \pard\plain Running head\par}"
    r"\pard\f0 This paragraph is fiction.\par {\b The second} one is, too.\par"
    r"{\listtext\pard\plain 1.\tab}\ls1\ilvl0 A third is counted.\par}"
)


def test_a_brace_too_many_or_too_few_loses_no_text_of_rich_text() -> None:
    at = [place for place, letter in enumerate(RTF_FICTION) if letter in "{}"][1:-1]
    damaged = [RTF_FICTION[:place] + RTF_FICTION[place + 1 :] for place in at]
    damaged += [RTF_FICTION[:place] + RTF_FICTION[place] + RTF_FICTION[place:] for place in at]

    for each in damaged:
        document = read(each.encode(), RTF)
        text = " ".join((document.title, *(passage.text for passage in document.passages)))
        assert "This paragraph is fiction" in text, each
        assert "A third is counted" in text, each
        assert [warning.template[:19] for warning in document.warnings] == ["The file is damaged"], each


def test_whole_rich_text_has_no_warning_and_a_damaged_one_says_so() -> None:
    assert not read(RTF_FICTION.encode(), RTF).warnings
    assert "ends in the middle" in read(RTF_FICTION[:-20].encode(), RTF).warnings[0].template
    overwritten = RTF_FICTION.replace("is fiction", "\0" * 10).encode()
    assert "damaged" in read(overwritten, RTF).warnings[0].template
    assert not read(RTF_FICTION.encode() + b"\r\n\0\0", RTF).warnings


def test_rich_text_fonts_have_their_own_code_pages() -> None:
    fonts = r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}}"

    assert texts(rich(fonts + r"{\f0 \'e9}{\f1 \'e9}\par"))[1] == "éй"


def test_rich_text_that_was_cut_off_is_told() -> None:
    whole = rb"{\rtf1\ansi " + SAID.encode() + rb"\par {\b Ten beds}\par}"

    assert not read(whole, RTF).warnings
    assert "broken off" in str(read(whole[:-8], RTF).warnings[0])


def test_rich_text_structure() -> None:
    body = (
        r"{\stylesheet{\s1\outlinelevel0 heading 1;}}{\pard\s1 Scope\par}"
        r"\pard {\listtext 1.\tab}\ls1 First.\par {\listtext\'b7\tab}\ls2 Bullet.\par "
        r"\pard Said{\super\chftn}{\footnote{\super\chftn} The note.} so.\par "
        r"\trowd\cellx100\cellx200\pard\intbl a\cell b\cell\row"
        r"\trowd\pard\intbl c\cell d\cell\row\pard End.\par {\header Top}"
        r"{\field{\*\fldinst PAGE}{\fldrslt 3}}{\field{\*\fldinst HYPERLINK x}{\fldrslt Link.}}\par"
    )

    assert kinds(rich(body))[1:] == [
        ("heading", "Scope"), ("paragraph", "First."), ("item", "Bullet."), ("paragraph", "Said so."),
        ("footnote", "The note."), ("table", "a | b\nc | d"), ("paragraph", "End."), ("paragraph", "Link."),
    ]  # fmt: skip


def test_control_words_at_the_beginning_of_a_line_are_no_text() -> None:
    assert texts(rich("One\r\n\\par\n\\pard Two\\par"))[1:] == ["One", "Two"]


# What is refused --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "media_type"),
    [
        ({"mimetype": ODT}, ODT), ({"mimetype": EPUB}, EPUB), ({"mimetype": ODT + "-template"}, ODT),
        ({"content.xml": "<x/>", "META-INF/manifest.xml": f'<x t="{ODT}"/>'}, ODT), ({"a.txt": "x"}, ZIP),
        ({"META-INF/container.xml": "<x/>"}, EPUB),
    ],
)  # fmt: skip
def test_packages_are_known_by_what_they_hold(files: dict[str, str], media_type: str) -> None:
    assert package_type(zipped(files)) == media_type


@pytest.mark.parametrize("kind", ["spreadsheet", "presentation"])
def test_other_office_files_are_refused_by_name(kind: str) -> None:
    with pytest.raises(FormatUnknown, match=kind):
        package_type(zipped({"mimetype": f"application/vnd.oasis.opendocument.{kind}"}))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
def test_declarations_of_entities_are_refused(encoding: str) -> None:
    laughs = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/hostname">]><w>&a;&b;</w>'

    with pytest.raises(ParseFailed, match="entities"):
        read(_document(laughs.encode(encoding)), DOCX)


def test_a_type_of_document_that_is_only_named_is_passed_over() -> None:
    named = '<!DOCTYPE package PUBLIC "+//ISBN 0-9673008-1-9//DTD OEB 1.2 Package//EN" "oebpkg12.dtd">\n'
    book = epub({"one": f"<body><h1>Scope</h1><p>{SAID}</p></body>"})
    with zipfile.ZipFile(BytesIO(book)) as archive:
        files = {each: archive.read(each) for each in archive.namelist()}
    stated = {
        **files,
        "OEBPS/book.opf": b'<?xml version="1.0"?>\n' + named.encode() + files["OEBPS/book.opf"],
    }

    assert SAID in texts(read(zipped(stated), EPUB))


def _document(content: bytes) -> bytes:
    return zipped({"[Content_Types].xml": "<x/>", "word/document.xml": content})


def test_bombs_are_refused() -> None:
    with pytest.raises(SourceTooLarge):
        read(_document(b"<w>" + b" " * 30_000_000), DOCX)
    with pytest.raises(ParseFailed, match="nested"):
        read(_document(b"<w>" * 20_000), DOCX)
    with pytest.raises(ParseFailed, match="nested"):
        read(b"{\\rtf1 " + b"{" * 20_000, RTF)


def test_sizes_that_lie_are_not_believed() -> None:
    content = bytearray(_document(b"<w>" + b" " * 1_000_000))
    at = content.rfind(b"PK\x01\x02")
    content[at + 24 : at + 28] = struct.pack("<I", 10)

    with pytest.raises(SourceError):
        read(bytes(content), DOCX)


def test_passwords_and_foreign_packing_are_named() -> None:
    locked = bytearray(docx(PROSE))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := locked.find(mark, at + 1)) >= 0:
            locked[at + offset] |= 1
    packed = zipped({"word/document.xml": "<w/>"}, method=zipfile.ZIP_BZIP2)

    with pytest.raises(ParseFailed, match="password"):
        read(bytes(locked), DOCX)
    with pytest.raises(ParseFailed, match="packed"):
        read(packed, DOCX)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused() -> None:
    from io import BytesIO

    buffer = BytesIO(docx(PROSE))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/document.xml", "<other/>")

    with pytest.raises(ParseFailed, match="same name"):
        read(buffer.getvalue(), DOCX)


FORMATS = {
    DOCX: docx(p("A title of fiction") + PROSE * 3),
    ODT: odt(f"<text:p>{SAID}</text:p>"),
    EPUB: epub({"one": f"<body><p>{SAID}</p></body>"}),
    RTF: rb"{\rtf1\ansi " + SAID.encode() + rb"\par {\b x}}",
}


@pytest.mark.parametrize("media_type", FORMATS)
@given(cut=st.floats(0, 1), at=st.floats(0, 0.999), bit=st.integers(0, 7))
def test_a_damaged_file_is_read_or_refused(media_type: str, cut: float, at: float, bit: int) -> None:
    content = bytearray(FORMATS[media_type])
    content[int(at * len(content))] ^= 1 << bit
    del content[int(len(content) * max(cut, 0.2)) :]

    try:
        read(bytes(content), media_type)
    except SourceError:
        return
