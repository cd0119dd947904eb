"""What Word files hold beside plain paragraphs: tracked changes, fields, controls, initials, notes."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from kb.errors import ParseFailed
from kb.records import Document
from tests.office_files import DOCX, W, docx, p, read, style, zipped

BEGIN, SEPARATE, END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)
HIDDEN = "<w:rPr><w:vanish/></w:rPr>"
DELETED = "<w:rPr><w:del/></w:rPr>"
NOTES = "".join(
    f'<w:footnote w:id="{number}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
    for number, text in ((1, "Figures of the shelter."), (2, "Figures of the port."))
)


def word(body: str, **parts: str) -> Document:
    """The document with this body between a title and a last paragraph, all of it fiction."""
    last = p("These are the last words of the text, which end it as they should end it all.")
    return read(docx(p("The shelter of the fiction opens", run="<w:b/>") + body + last, **parts), DOCX)


def texts(document: Document) -> list[str]:
    return [passage.text for passage in document.passages][:-1]


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def reference(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def table(*rows: tuple[str, ...]) -> str:
    inside = "".join(f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    return f"<w:tbl>{inside}</w:tbl>"


# Tracked changes ---------------------------------------------------------------------------------


def test_notes_of_a_paragraph_whose_end_was_deleted_are_kept() -> None:
    first = f"<w:p><w:pPr>{DELETED}</w:pPr>{run('Ten beds')}{reference(1)}</w:p>"
    second = f"<w:p>{run(' and a kitchen.')}{reference(2)}</w:p>"

    found = word(first + second, footnotes=NOTES)

    assert texts(found) == ["Ten beds and a kitchen.", "Figures of the shelter.", "Figures of the port."]


def test_a_deleted_end_joins_no_paragraph_to_a_table_or_another_cell() -> None:
    cells = table((p("Last of its cell.", DELETED), p("Beds")), (p("Puebla"), p("12")))

    found = word(p("The table says more.", DELETED) + cells)

    assert texts(found) == ["The table says more.", "Last of its cell. | Beds\nPuebla | 12"]


def test_the_last_paragraph_is_kept_though_its_end_was_deleted() -> None:
    found = read(docx(p("A title of fiction", run="<w:b/>") + p("It has ten beds.", DELETED)), DOCX)

    assert [passage.text for passage in found.passages] == ["It has ten beds."]


@pytest.mark.parametrize("lost", [f"<w:del>{END}</w:del>", END.replace("<w:r>", f"<w:r>{HIDDEN}"), ""])
def test_a_field_whose_end_is_not_shown_takes_no_text_with_it(lost: str) -> None:
    field = f"<w:p>{run('Before it ')}{BEGIN}{code(' TOC ')}{SEPARATE}{lost}{run('and behind it.')}</w:p>"

    found = word(field + p("The text goes on."))

    assert texts(found)[-1] == "The text goes on."
    assert "Before it and behind it." in texts(found)


def test_a_hidden_mark_of_a_field_is_one() -> None:
    hidden = BEGIN.replace("<w:r>", f"<w:r>{HIDDEN}")

    found = word(f"<w:p>{run('Shown ')}{hidden}{code(' PAGE ')}{SEPARATE}{run('3')}{END}{run('only.')}</w:p>")

    assert texts(found) == ["Shown only."]


def test_what_stands_before_a_field_in_its_paragraph_is_text() -> None:
    begins = (
        f"<w:p>{run('The words before the index.')}{BEGIN}{code(' INDEX ')}{SEPARATE}{run('bed, 3')}</w:p>"
    )

    found = word(begins + f"<w:p>{run('door, 4')}{END}</w:p>" + p("The text goes on."))

    assert texts(found) == ["The words before the index.", "The text goes on."]


def test_cells_stay_in_their_columns_beside_one_that_reaches_over_others() -> None:
    wide, merged, goes_on = ('<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>")
    rows = (
        f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr>{p("Girls and boys")}</w:tc></w:tr>',
        f"<w:tr><w:tc><w:tcPr>{merged}</w:tcPr>{p('Puebla')}</w:tc><w:tc>{p('Girls')}</w:tc><w:tc>{p('12')}</w:tc></w:tr>",
        f"<w:tr><w:tc><w:tcPr>{goes_on}</w:tcPr><w:p/></w:tc><w:tc>{p('Boys')}</w:tc><w:tc>{p('14')}</w:tc></w:tr>",
        f"<w:tr><w:tc><w:tcPr>{wide}</w:tcPr>{p('Total')}</w:tc><w:tc>{p('26')}</w:tc></w:tr>",
        f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc>{p("Of them")}</w:tc>'
        f"<w:tc>{p('9')}</w:tc></w:tr>",
    )

    found = word(p("It counts them.") + f"<w:tbl>{''.join(rows)}</w:tbl>")

    assert texts(found)[-1].split("\n") == [
        "Girls and boys",
        "Puebla | Girls | 12",
        " | Boys | 14",
        "Total |  | 26",
        " | Of them | 9",
    ]


# Fields, controls, signs -------------------------------------------------------------------------


def test_what_is_chosen_in_the_list_of_a_form_is_text() -> None:
    listed = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
        '<w:listEntry w:val="Puebla"/><w:listEntry w:val="Chiapas"/></w:ddList></w:ffData></w:fldChar></w:r>'
    )

    found = word(
        f"<w:p>{run('State where the child is: ')}{listed}{code(' FORMDROPDOWN ')}{SEPARATE}{END}</w:p>"
    )

    assert texts(found) == ["State where the child is: Chiapas"]


PLACEHOLDER = '<w:style w:type="character" w:styleId="Texto1"><w:name w:val="Placeholder Text"/></w:style>'


@pytest.mark.parametrize(
    ("held", "shown"),
    [
        (p("Ten beds, as a program has filled in."), ["Ten beds, as a program has filled in."]),
        (p("Click or tap here to enter text."), []),
        (p("Haga clic aquí para escribir texto."), []),
        (p("[Título del documento]"), []),
        (p("Name of the child", run='<w:rStyle w:val="Texto1"/>'), []),
    ],
)
def test_only_what_looks_like_a_placeholder_is_one(held: str, shown: list[str]) -> None:
    control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{held}</w:sdtContent></w:sdt>"

    assert texts(word(control, styles=PLACEHOLDER)) == shown


def test_a_fraction_is_no_number_of_two_figures() -> None:
    space = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    half = "<m:f><m:num><m:r><m:t>3</m:t></m:r></m:num><m:den><m:r><m:t>4</m:t></m:r></m:den></m:f>"

    found = word(f"<w:p>{run('Some ')}<m:oMath {space}>{half}</m:oMath>{run(' of the girls.')}</w:p>")

    assert texts(found) == ["Some 3/4 of the girls."]


def test_characters_of_picture_fonts_stand_for_their_signs() -> None:
    fonts = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'

    found = word(
        f"<w:p><w:r><w:rPr>{fonts}</w:rPr><w:t>\uf0fc\uf04a</w:t></w:r>{run(' A bed for each.')}</w:p>"
    )

    assert texts(found) == ["✓ A bed for each."]


@pytest.mark.parametrize("kind", ["drop", "margin"])
def test_an_initial_that_drops_begins_the_paragraph_behind_it(kind: str) -> None:
    initial = p("L", f'<w:framePr w:dropCap="{kind}" w:lines="3"/>')

    assert texts(word(initial + p("a casa tiene diez camas."))) == ["La casa tiene diez camas."]


def test_a_text_box_on_an_initial_is_kept() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('In the box.')}</w:txbxContent></w:pict></w:r>"
    initial = f'<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr>{run("L")}{box}</w:p>'

    assert texts(word(initial + p("a casa."))) == ["La casa.", "In the box."]


def test_a_note_is_told_once_however_often_it_is_referred_to() -> None:
    body = f"<w:p>{run('Ten beds.')}{reference(1)}</w:p>" * 3

    assert texts(word(body, footnotes=NOTES)).count("Figures of the shelter.") == 1


def test_a_wholly_deleted_paragraph_leaves_the_next_its_own_style() -> None:
    gone = f"<w:p><w:pPr>{DELETED}</w:pPr><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
    heading = p("Beds", '<w:pStyle w:val="H1"/>')

    found = word(gone + heading + p("There are ten."), styles=style("H1", "heading 1"))

    assert (found.passages[0].kind, found.passages[0].text) == ("heading", "Beds")


# Parts beside the text ---------------------------------------------------------------------------

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def beside(body: str, kind: str, name: str, content: str) -> bytes:
    """A file with one part more, which its text refers to as ``rX``."""
    relation = f'<Relationship Id="rX" Type="{OFFICE}/{kind}" Target="{name}"/></Relationships>'
    with zipfile.ZipFile(
        BytesIO(docx(p("The shelter of the fiction opens", run="<w:b/>") + body))
    ) as archive:
        files: dict[str, str | bytes] = {each: archive.read(each) for each in archive.namelist()}
    relations = "word/_rels/document.xml.rels"
    stated = archive_text(files[relations]).replace("</Relationships>", relation)
    return zipped({**files, relations: stated, f"word/{name}": content})


def archive_text(content: str | bytes) -> str:
    return content if isinstance(content, str) else content.decode()


def test_the_boxes_of_a_diagram_are_paragraphs() -> None:
    shown = (
        f'<w:p><w:r><w:drawing><dgm:relIds xmlns:dgm="{DRAWING}/diagram" xmlns:r="{OFFICE}" r:dm="rX"/>'
        "</w:drawing></w:r></w:p>"
    )
    box = "<dgm:pt type={}><dgm:t><a:p><a:r><a:t>{}</a:t></a:r></a:p></dgm:t></dgm:pt>"
    boxes = (
        box.format('"node"', "Arrival at the port.")
        + box.format('"pres"', "Layout")
        + box.format('"node"', "A guardian is named.")
    )
    data = (
        f'<dgm:dataModel xmlns:dgm="{DRAWING}/diagram" xmlns:a="{DRAWING}/main">'
        f"<dgm:ptLst>{boxes}</dgm:ptLst></dgm:dataModel>"
    )

    found = read(beside(p("It goes in two steps:") + shown, "diagramData", "diagrams/data1.xml", data), DOCX)

    assert [passage.text for passage in found.passages] == [
        "It goes in two steps:",
        "Arrival at the port.",
        "A guardian is named.",
    ]


@pytest.mark.parametrize(
    ("kind", "own", "shown"),
    [
        ("first", "<w:titlePg/>", ["Fundación Casa Ejemplo", "Ten beds."]),
        ("first", '<w:titlePg w:val="0"/>', ["Ten beds."]),
        ("first", "", ["Ten beds."]),
        ("default", "<w:titlePg/>", ["Ten beds."]),
    ],
)
def test_a_header_that_prints_once_is_text_and_one_of_all_pages_is_none(
    kind: str, own: str, shown: list[str]
) -> None:
    header = f'<w:hdr xmlns:w="{W}">{p("Fundación Casa Ejemplo")}</w:hdr>'
    reference = f'<w:headerReference xmlns:r="{OFFICE}" w:type="{kind}" r:id="rX"/>'
    section = f"<w:sectPr>{reference}{own}</w:sectPr>"

    found = read(beside(p("Ten beds.") + section, "header", "header1.xml", header), DOCX)

    assert found.title == "The shelter of the fiction opens"
    assert [passage.text for passage in found.passages] == shown


def test_text_that_word_has_still_to_put_in_its_place_is_told() -> None:
    chunk = f'<w:altChunk xmlns:r="{OFFICE}" r:id="rX"/>'

    found = read(beside(p("Ten beds.") + chunk, "aFChunk", "chunk.htm", "<p>More.</p>"), DOCX)

    assert [warning.template[:29] for warning in found.warnings] == ["Word puts a part of this text"]


# Files made to take long -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("begins", "ends"),
    [
        ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"),
        ("<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>", "</w:tc></w:tr></w:tbl>"),
        (
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
            "</w:sdtPr><w:sdtContent>",
            "</w:sdtContent></w:sdt>",
        ),
        (
            f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('Beds')}",
            "</w:sdtContent></w:sdt>",
        ),
    ],
    ids=["boxes", "tables", "contents", "placeholders"],
)
def test_nests_are_read_in_time_or_refused(begins: str, ends: str) -> None:
    line = p("Words of fiction.")
    deep = docx(begins * 2000 + line * 500 + ends * 2000)
    nested = word(begins * 12 + line * 2000 + ends * 12)

    with pytest.raises(ParseFailed, match="nested too deeply"):
        read(deep, DOCX)
    assert nested.passages
