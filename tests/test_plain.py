"""What the plain-text parser makes of line ends, letterheads and the furniture of pages.

All texts are fiction, written for these tests.
"""

from __future__ import annotations

import hashlib

import pytest

from kb.errors import SourceTooLarge
from kb.parsers import parse
from kb.records import Document, Source

PROSE = (
    "The lanterns of the town were lit again last night by thirty people who work with children and who\n"
    "want them to find the way home, as the keeper of the lanterns told those who had come to the harbour\n"
    "to see it and to hear her speak."
)


def plain(text: str) -> Document:
    content = text.encode()
    digest = hashlib.sha256(content).hexdigest()
    return parse(Source(location="/fiction", content=content, media_type="text/plain", sha256=digest))


def texts(document: Document) -> list[str]:
    return [passage.text for passage in document.passages]


@pytest.mark.parametrize(
    "head",
    [
        "LANTERN FOUNDATION\nPRESS RELEASE No. 12\n3 May 2017\n{}\n\n",
        "Ministry of Lanterns\nDirectorate General for Harbour Lights\n\nPress Bulletin No. 1,142\n\n{}\n\n",
        "NEWS RELEASE\n\nContact: Ana Luz, (213) 555-0119, ana@lantern.example\n\n{}\n\n",
        "Lantern Foundation\nBelmopan, Belize\n\nPress release\n\nDate: 25/05/2017\n\n{}\n\n",
        "EMBARGOED UNTIL 06:00 GMT, MONDAY 11 FEBRUARY 2019\n\nJoint news release\n\n{}\n\n",
        "Press release: {}\n\n",
        "LANTERN HOSPITAL\nPUBLIC INFORMATION\n\n{}\n\n",
        "SALA DE PRENSA\nRed de Faroles\nHoja de prensa 3\n\n{}\n\n",
        "LANTERN COURT\nLC_PR_31/15 English\n\n{}\n\n",
        "JOINT STATEMENT\n\nby the Coalition of Lanterns, Casa Faro and the Lantern Fund\n\n{}\n\n",
        "OPEN LETTER\nLantern Collective\n\n{}\n\n",
        "Lantern Alliance\nTogether on the way home\n\nMarch 8, 2019\n\n{}\n\n",
        "NOT FOR PUBLICATION BEFORE NOON ON 6 MAY 2019\n\n{}\n\n",
        "FOR RELEASE\nTuesday, March 3, 2020\n10:00 a.m. EST\n\n{}\n\n",
        "Lantern Fund — Press Service\n\n{}\n\n",
        "Instituto de Faroles\nBoletín informativo\nAño 4, núm. 17\n\n{}\n\n",
        "Belmopan. 12th March 2021\n{}\n\n",
        "Ministry Statement No. 4 of 2018\n\n{}\n\n",
        "Global Lantern Appeal\n\nMedia backgrounder\n\n{}\n\n",
        "Northern Lantern Cluster\nFlash Update #3\n\n{}\n\n",
        "Lantern Bishops\n\nB-033/22\n\n{}\n\n",
    ],
)
def test_the_headline_is_found_under_a_letterhead(head: str) -> None:
    title = "Thirty people light the lanterns of the harbour again"

    assert plain(head.format(title) + PROSE).title == title


def test_a_headline_over_two_lines_is_one() -> None:
    read = plain(
        f"Lantern Foundation\nPress release\nThirty People Light the Lanterns\nof the Harbour\n\n{PROSE}"
    )

    assert read.title == "Thirty People Light the Lanterns of the Harbour"


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        (
            "Lanterns burn less oil, more stories\nKeeper joins the harbour two nights a week",
            "Lanterns burn less oil, more stories",
        ),
        ("THIRTY PEOPLE LIGHT THE LANTERNS\nA harbour waits", "THIRTY PEOPLE LIGHT THE LANTERNS"),
        ("Keepers open a desk\nfor families in Yuma", "Keepers open a desk for families in Yuma"),
        ("Abre sus puertas la casa de\nPaso Farol", "Abre sus puertas la casa de Paso Farol"),
    ],
)
def test_a_line_under_the_headline_is_a_part_of_it_or_says_more(headline: str, title: str) -> None:
    assert plain(f"{headline}\n\n{PROSE}").title == title


def test_the_lines_of_an_address_stay_lines_and_those_of_prose_do_not() -> None:
    read = plain(f"Lanterns\n\n{PROSE}\n\nPress Office\nAna Luz\nTel. +506 2212-5300")

    assert texts(read) == [PROSE.replace("\n", " "), "Press Office\nAna Luz\nTel. +506 2212-5300"]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (
            "For more details go to the page of the network or contact Amalia\nQuirindongo, Press Office.",
            True,
        ),
        ("All those who have a question about it can turn to the Press Office\nAna Paz, 2212-5300", False),
        ("Children of the road draw for a week with the painter Ana Paz\nTapachula, Chiapas", False),
    ],
)
def test_a_line_goes_on_within_a_name(lines: str, joined: bool) -> None:
    assert texts(plain(f"Lanterns\n\n{PROSE}\n\n{lines}"))[-1] == (
        lines.replace("\n", " ") if joined else lines
    )


def test_the_names_of_columns_above_a_blank_line_belong_to_their_table() -> None:
    document = plain(
        "A fictional guide\n\nStep         Who           When\n\nRegister     Shelter       24 hours\n"
        "Assess       Judge         72 hours\nPlan         Guardian      15 days\n\nThe text goes on.\n"
    )

    (table,) = (passage for passage in document.passages if passage.kind == "table")
    assert table.text.split("\n")[:2] == ["Step | Who | When", "Register | Shelter | 24 hours"]


@pytest.mark.parametrize(
    ("drawn", "rows"),
    [
        (
            "                         FY 2015     FY 2016\n  Files examined              98         114\n"
            "  Consulate told              31          52\n  No proof of notice          45          35",
            [" | FY 2015 | FY 2016", "Files examined | 98 | 114"],
        ),
        (
            "Falta (ejercicio 2018)     Expedientes\nSin huellas                        512\n"
            "Sin fotografía                     286\nSin acta                         1,177",
            ["Falta (ejercicio 2018) | Expedientes", "Sin huellas | 512"],
        ),
    ],
)
def test_columns_of_numbers_have_names_above_them(drawn: str, rows: list[str]) -> None:
    document = plain(f"A fictional audit\n\nWhat was found:\n\n{drawn}\n\nThe text goes on from here.\n")

    (table,) = (passage for passage in document.passages if passage.kind == "table")
    assert table.text.split("\n")[:2] == rows


def test_a_list_of_pages_is_no_table() -> None:
    document = plain(
        "A fictional guide\n\nPart              Page\nThe arrival           3\nThe interview         9\n"
        "The decision         14\n\nThe text goes on from here.\n"
    )

    assert all(passage.kind != "table" for passage in document.passages)


def test_roman_numbers_and_ordinals_on_lines_of_their_own_are_provisions() -> None:
    document = plain(
        "LEY FICTICIA DE LA NIÑEZ\n\nArtículo 2. Se entenderá por:\nI. Albergue: un lugar inventado;\n"
        "II. Niña: una persona del cuento;\nIII. Tutor: quien la acompaña.\n\nTRANSITORIOS\n\n"
        "PRIMERO. Esta Ley entrará en vigor mañana.\nSEGUNDO. Se derogan las demás.\n"
    )

    assert [passage.address for passage in document.passages] == [
        "art2", "art2.i", "art2.ii", "art2.iii", "transitory", "transitory.1", "transitory.2",
    ]  # fmt: skip


def test_a_wrapped_line_that_begins_with_a_division_begins_no_heading() -> None:
    document = plain(
        "A guide\n\n1. The receiving authority of fiction writes the names on the form in\n"
        "Annex A. The child keeps a copy of it, as every annex of this invented guide says again and again.\n"
    )

    assert [passage.kind for passage in document.passages] == ["paragraph"]


def test_a_numbered_line_that_cannot_end_there_is_no_title() -> None:
    document = plain(
        "A fictional guide to forms\n\n1. The house of fiction writes it on the form in\nAnnex A.\n"
    )

    assert [passage.text for passage in document.passages] == [
        "The house of fiction writes it on the form in Annex A."
    ]


def test_an_indent_begins_a_paragraph() -> None:
    read = plain(f"Lanterns\n\n   {PROSE}\n   {PROSE}")

    assert texts(read) == [PROSE.replace("\n", " ")] * 2


def test_page_numbers_and_running_heads_are_no_text() -> None:
    pages = [f"The lantern report\n\n{PROSE}\n\nPage {number} of 3" for number in (1, 2, 3)]

    read = plain("\x0c".join(pages))

    assert read.title == "The lantern report"
    assert texts(read) == [PROSE.replace("\n", " ")] * 3


@pytest.mark.parametrize(
    "head",
    ["MINISTERIO DE FICCIÓN                    Página {} de 2", "Page {} of 2          The lantern report"],
)
def test_a_running_head_with_the_page_at_its_other_edge_is_no_text(head: str) -> None:
    parts = [
        f"In the town {PROSE}",
        head.format(1),
        f"In the port {PROSE}",
        head.format(2),
        f"At sea {PROSE}",
    ]

    found = texts(plain("\n\n".join(["The lantern rules", *parts])))

    assert not any("of 2" in text or "de 2" in text for text in found)


def test_a_line_of_contents_with_a_page_is_no_running_head() -> None:
    read = plain(f"The lantern rules\n\n{PROSE}\n\nSee the annex     page 12\n\n{PROSE}")

    assert "See the annex page 12" in [" ".join(text.split()) for text in texts(read)]


def test_a_table_of_contents_takes_no_addresses() -> None:
    contents = (
        "Contents\nArticle 1 Light ........ 2\nArticle 2 Oil ........ 3\nArticle 3 Wicks ........ 4\n\n"
    )

    read = plain(
        f"Lantern rules\n\n{contents}Article 1 Light\n\nLet there be light.\n\nArticle 2 Oil\n\nNo waste."
    )

    assert [passage.address for passage in read.passages] == ["art1", "art1.u1", "art2", "art2.u1"]


def test_the_end_mark_of_a_release_is_no_list_item() -> None:
    assert plain(f"Lanterns\n\n{PROSE}\n\n- 30 -").passages[-1].kind == "paragraph"


def test_a_word_parted_at_the_line_end_is_whole_again() -> None:
    lines = (
        "Este texto es ficción y dice que el albergue reci-",
        "bió a los niños que llegaron solos por la vía te-",
        "rrestre al pueblo; y que the principle of non-",
        "refoulement keeps its hyphen, as compounds do.",
    )

    (paragraph,) = plain("Ficción: una nota\n\n" + "\n".join(lines)).passages

    for word in ("recibió", "terrestre", "non-refoulement"):
        assert word in paragraph.text


FIGURES = """\
Month        Arrivals   Under 12
-----        --------   --------
July               41         12
May                33          7
June               20          3"""


@pytest.mark.parametrize(
    ("drawn", "rows"),
    [
        (FIGURES, "Month | Arrivals | Under 12\nJuly | 41 | 12\nMay | 33 | 7\nJune | 20 | 3"),
        (
            FIGURES.replace("-----        --------   --------\n", ""),
            "Month | Arrivals | Under 12\nJuly | 41 | 12\nMay | 33 | 7\nJune | 20 | 3",
        ),
        (
            "+-----+-------+\n| No. | Acto  |\n+=====+=======+\n| 1   | Abrir |\n"
            "|     | ya    |\n+-----+-------+\n| 2   | Ver   |\n+-----+-------+",
            "No. | Acto\n1 | Abrir ya\n2 | Ver",
        ),
        (
            "┌────┬────┐\n│ Uno│ Dos│\n├────┼────┤\n│ a  │ b  │\n│ c  │ d  │\n└────┴────┘",
            "Uno | Dos\na | b\nc | d",
        ),
        (
            "Origen          2019   2020\n---------------------------\nHonduras         204    157"
            "\nGuatemala         96     61\n---------------------------\nTotal            300    218",
            "Origen | 2019 | 2020\nHonduras | 204 | 157\nGuatemala | 96 | 61\nTotal | 300 | 218",
        ),
        ("Dato | Quién\n---- | -----\nFirma | Ella", "Dato | Quién\nFirma | Ella"),
        (
            "Hora            Lugar\n--------------  ---------\nHasta las ocho  puerta\n"
            "                lateral",
            "Hora | Lugar\nHasta las ocho | puerta lateral",
        ),
    ],
)
def test_tables_drawn_in_text_keep_their_cells(drawn: str, rows: str) -> None:
    read = plain(f"A title of fiction\n\n{PROSE}\n\n{drawn}\n\n{PROSE}\n")

    assert [block.text for block in read.passages if block.kind == "table"] == [rows]


def test_prose_in_a_box_is_no_table() -> None:
    box = "+--------------+\n| Tip. Fiction |\n| goes on.     |\n+--------------+"

    read = plain(f"A title of fiction\n\n{PROSE}\n\n{box}\n")

    assert [block.kind for block in read.passages] == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "All is fiction.[1] It goes on.\n\n[1] The note.",
            ("All is fiction. It goes on.", "[1]", "The note."),
        ),
        ("Todo es ficción.*\n\n* La nota.", ("Todo es ficción.", "*", "La nota.")),
        ("All is fiction.(1)\n\n_____\n(1) The note.", ("All is fiction.", "(1)", "The note.")),
        ("Todo es ficción.1\n\n_______\n1 La nota.", ("Todo es ficción.", "1", "La nota.")),
    ],
)
def test_notes_of_a_text_are_footnotes(text: str, expected: tuple[str, str, str]) -> None:
    above, note = plain(f"A title of fiction\n\n{text}\n").passages

    assert (above.text, note.number, note.text) == expected
    assert note.kind == "footnote"


@pytest.mark.parametrize("heading", ["NOTAS", "Notes:", "Footnotes"])
def test_notes_below_a_heading_are_footnotes(heading: str) -> None:
    text = f"All is fiction. (1) It goes on, too. (2)\n\n{heading}\n\n(1) One.\n\n(2) Two.\n"

    above, *_, first, second = plain(f"A title of fiction\n\n{text}").passages

    assert above.text == "All is fiction. It goes on, too."
    assert [(each.kind, each.number, each.text) for each in (first, second)] == [
        ("footnote", "(1)", "One."),
        ("footnote", "(2)", "Two."),
    ]


def test_a_numbered_paragraph_is_no_note_of_a_number_cited_in_brackets() -> None:
    read = plain("A title of fiction\n\nSee Article 3(1) and 4(2).\n\n(1) The first.\n\n(2) The second.\n")

    assert "footnote" not in [block.kind for block in read.passages]


def test_running_heads_of_odd_and_even_pages_are_left_out() -> None:
    pages = (
        f"{head}\n\n{number}. {PROSE}"
        for number, head in enumerate(("Title", "Odd", "Even", "Odd", "Even"), 1)
    )

    read = plain("\x0c".join(pages))

    assert not {"Odd", "Even"} & {block.text for block in read.passages}


def test_rows_of_figures_are_no_table_of_contents() -> None:
    rows = "\n".join(
        f"{month}          {number}" for month, number in (("May", 4), ("June", 7), ("July", 12))
    )

    assert "June" in " ".join(
        block.text for block in plain(f"A title\n\n{PROSE}\n\n{rows}\n\n{PROSE}").passages
    )


def test_an_indented_quotation_is_wrapped_to_a_width_of_its_own() -> None:
    wide = "A long line that no one has wrapped. " * 8
    quoted = (
        '    "Eleven of them know that somebody believed them. They\n'
        "    were put on a bus at four in the morning. One of them was\n"
        '    holding the shoe of her sister."'
    )

    found = texts(plain(f"A headline\n\n{wide}\n\nThe keeper of the lanterns said:\n\n{quoted}\n\n{wide}"))

    assert " ".join(line.strip() for line in quoted.split("\n")) in found


@pytest.mark.slow
def test_a_text_of_hundreds_of_thousands_of_paragraphs_is_refused() -> None:
    with pytest.raises(SourceTooLarge):
        plain("1. a\n\n" * 61_000)


@pytest.mark.parametrize(
    "line", ["| a |", "-- -- --", "a  b  c  d  e" + " " * 9, "." * 300, "<" * 300, "x    7"]
)
def test_lines_without_end_are_read_at_once(line: str) -> None:
    assert len(plain(f"A title\n\n{PROSE}\n\n" + f"{line}\n" * 1000).passages) > 1
