"""What is read out of a PDF: text in order, without the furniture of its pages."""

from __future__ import annotations

import io
import random
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfmetrics import stringWidth

from kb.errors import ParseFailed, ScannedPdf, SourceError, SourceTooLarge
from kb.parsers import numbering, pdf, progress
from kb.parsers.blocks import Block
from kb.parsers.pdf import pdfium, scans
from tests.pdf_files import BOLD, HEIGHT, ITALIC, PLAIN, Paper, scanned, source, typed_by_tex

PROSE = (
    "The Council of Arcadia asks every shelter to name one person who speaks with each child on the day of "
    "arrival, in a language that the child understands, and who stays in touch until a guardian is named."
)
PROSA = (
    "El Consejo de Arcadia pide a cada albergue que nombre a una persona que hable con cada niña o niño el "
    "día de su llegada, en un idioma que comprenda, y que siga en contacto hasta que se nombre un tutor."
)


def blocks(paper: Paper) -> tuple[Block, ...]:
    return pdf.read(source(paper.content())).blocks


def titled() -> Paper:
    paper = Paper()
    paper.line("The first days in Arcadia", size=20, font=BOLD, down=40)
    return paper


def texts(paper: Paper) -> list[str]:
    return [block.text for block in blocks(paper)]


# -- Paragraphs -------------------------------------------------------------------------------


def test_the_lines_of_a_paragraph_are_one_block() -> None:
    paper = Paper()
    paper.prose(PROSE)
    paper.prose(PROSA)

    found = blocks(paper)

    assert [block.text for block in found] == [PROSE, PROSA]
    assert {block.page for block in found} == {1}


def test_an_indent_begins_a_paragraph() -> None:
    paper = Paper()
    for _ in range(4):
        paper.prose(PROSE, first=20, after=0)

    assert texts(paper) == [PROSE] * 4


def test_lines_that_their_author_ended_stay_lines() -> None:
    paper = titled()
    for words in ("Council of Arcadia", "Press office", "Port Vale, 12 May 2021"):
        paper.centred(words)
    paper.y -= 20
    paper.prose(PROSE)

    assert texts(paper) == ["Council of Arcadia\nPress office\nPort Vale, 12 May 2021", PROSE]


def test_a_date_below_the_highlights_is_no_part_of_the_last_one() -> None:
    paper = titled()
    for words in ("640 families came on Saturday", "A second round is planned for the spring in Vale Hill"):
        paper.line(f"• {words}", x=90)
    paper.y -= 3
    paper.centred("Port Vale, 12 May 2021", down=18)
    paper.prose(PROSE)

    assert texts(paper)[2:] == ["Port Vale, 12 May 2021", PROSE]


def test_a_paragraph_that_begins_where_the_bullets_stand_is_no_part_of_the_item_above() -> None:
    paper = titled()
    paper.line("• A second round is planned for the spring", x=90)
    paper.prose(PROSE, first=18, after=0)
    paper.prose(PROSE, first=18)

    assert texts(paper)[1:] == [PROSE, PROSE]


def test_the_text_below_a_line_that_its_author_ended_is_a_paragraph_of_its_own() -> None:
    paper = titled()
    paper.line("Desk | 12 May 2021")
    paper.prose(f"Port Vale. {PROSE}", first=16, after=0)
    paper.prose(PROSE, first=16)

    assert texts(paper) == ["Desk | 12 May 2021", f"Port Vale. {PROSE}", PROSE]


def test_the_lines_of_a_narrow_quotation_are_not_ended() -> None:
    quotation = (
        "Nobody asked Nuria. Nobody wrote to Port Vale. Nobody told Arcadia. Then Ana came to Vale Hill."
    )
    paper = titled()
    paper.prose(PROSE)
    paper.prose(quotation, x=110, width=130)
    paper.prose(PROSE)

    assert texts(paper) == [PROSE, quotation, PROSE]


def test_a_paragraph_goes_on_over_the_page() -> None:
    paper = Paper()
    paper.line("The shelters of the northern provinces are asked to keep a place free for children who")
    paper.turn()
    paper.line("arrive at night.")

    (block,) = blocks(paper)

    assert block.text.endswith("children who arrive at night.")
    assert (block.page, block.page_to) == (1, 2)


def test_a_number_in_the_margin_begins_a_paragraph_and_becomes_its_address() -> None:
    paper = Paper()
    for number in (98, 99, 100):
        paper.put(f"{number}.", 72, paper.y)
        paper.prose(PROSE, x=110, width=400)

    found = numbering.passages(blocks(paper), "en")

    assert [passage.address for passage in found] == ["p98", "p99", "p100"]
    assert found[2].text == PROSE


@pytest.mark.parametrize(
    "numbers", [("1º.", "2º.", "3º."), ("Primero.", "Segundo.", "Tercero."), ("I.", "II.", "III.")]
)
def test_a_number_that_counts_on_begins_a_paragraph_without_a_gap(numbers: tuple[str, ...]) -> None:
    paper = Paper()
    for number in numbers:
        paper.stretched(
            f"{number} La casa recibe a toda niña que llega, y su registro queda abierto a", 72, 450
        )
        paper.stretched(
            "quien lo pida por escrito ante la oficina de la frontera del norte y la del sur.", 72, 450
        )

    found = texts(paper)

    assert len(found) == 3
    assert all(each.endswith("la del sur.") for each in found)


def test_a_word_that_counts_and_does_not_count_on_begins_no_paragraph() -> None:
    paper = Paper()
    for opening in (
        "La casa recibe a toda niña",
        "Segundo. La casa recibe a toda niña",
        "4º. La casa recibe a toda",
    ):
        paper.stretched(f"{opening} que llega, y su registro queda abierto por escrito a", 72, 450)
        paper.stretched(
            "quien lo pida por escrito ante la oficina de la frontera del norte y la del sur.", 72, 450
        )

    assert len(texts(paper)) == 1


def test_a_number_that_a_line_happens_to_begin_with_begins_nothing() -> None:
    paper = Paper()
    paper.line("1. The principle that the views of every child are heard is set out at length in article")
    paper.line("12. It is one of the four principles of the treaty, and it guides the reading of all others,")
    paper.line("as has been said before.")

    assert len(texts(paper)) == 1


def test_bullets_are_items() -> None:
    paper = titled()
    paper.prose(PROSE)
    paper.line("• a first visit on the day of arrival;", x=90)
    paper.line("• a second visit within the week, by the same person, who brings an", x=90)
    paper.line("interpreter if one is needed.", x=99)

    found = blocks(paper)[1:]

    assert [(block.kind, block.marker) for block in found] == [("item", "•")] * 2
    assert found[1].text.endswith("who brings an interpreter if one is needed.")


def test_bullets_that_are_drawn_are_items_too() -> None:
    paper = titled()
    paper.prose(PROSE)
    for text in ("A first visit on the day of arrival.", "A second visit within the week."):
        paper.canvas.circle(82, paper.y + 4, 2, fill=1)
        paper.line(text, x=92)

    assert [block.kind for block in blocks(paper)] == ["paragraph", "item", "item"]


def test_the_bullet_of_a_symbol_font_is_no_letter_that_could_not_be_decoded() -> None:
    lines = [b"What is done for a child", b"\x95 a first visit on the day;", b"\x95 a second visit."]

    reading = pdf.read(source(typed_by_tex(lines, private=b"\x95")))

    assert [(block.kind, block.text) for block in reading.blocks[-2:]] == [
        ("item", "a first visit on the day;"),
        ("item", "a second visit."),
    ]
    assert reading.undecodable == 0


def test_letters_without_a_meaning_are_counted() -> None:
    lines = [b"A child who is alone is heard, and in a \x95\x96\x97 language."]

    reading = pdf.read(source(typed_by_tex(lines, private=b"\x95\x96\x97")))

    assert reading.undecodable == 3


def test_items_that_stand_further_in_are_a_level_deeper() -> None:
    paper = titled()
    paper.prose(PROSE)
    for x, text in (
        (90, "a first visit, with"),
        (110, "an interpreter,"),
        (110, "a guardian;"),
        (90, "a second one."),
    ):
        paper.line(f"• {text}", x=x)

    assert [block.level for block in blocks(paper) if block.kind == "item"] == [1, 2, 2, 1]


def test_a_page_that_ends_with_a_sentence_ends_the_paragraph_though_its_last_line_is_long() -> None:
    paper = titled()
    paper.prose(PROSE)
    paper.line("The shelters keep a place free for every child who comes at night, at any time of the year.")
    paper.turn()
    paper.prose("Guardians are asked to come on the next morning. " + PROSE)

    assert len(texts(paper)) == 3


# -- Words ------------------------------------------------------------------------------------


def test_a_word_divided_at_the_end_of_a_line_is_whole_again() -> None:
    paper = Paper()
    paper.line("The international rules are known to everybody who works there, and other inter-")
    paper.line("national agreements are taught in the second year of the course.")

    assert "other international agreements" in texts(paper)[0]


def test_a_word_in_capitals_divided_at_the_end_of_a_line_is_whole_if_the_text_has_it() -> None:
    paper = Paper()
    paper.line("ANNUAL REPORT ON THE RIGHTS OF CHIL-", size=16, font=BOLD, down=20)
    paper.line("DREN AND YOUTH BETWEEN ARCADIA-", size=16, font=BOLD, down=20)
    paper.line("SOUTH AND VALE", size=16, font=BOLD, down=40)
    paper.prose(PROSE.replace("each child", "children"))

    title = pdf.read(source(paper.content())).title

    assert title == "ANNUAL REPORT ON THE RIGHTS OF CHILDREN AND YOUTH BETWEEN ARCADIA-SOUTH AND VALE"


def test_a_hyphen_that_belongs_to_the_word_stays() -> None:
    paper = Paper()
    paper.line("The rule of non-refoulement and the duty of co-operation are binding. The rule of non-")
    paper.line("refoulement has no exception, and neither has the duty of neighbours to show co-")
    paper.line("operation.")

    (text,) = texts(paper)

    assert "rule of non-refoulement has no" in text
    assert text.endswith("show co-operation.")


@pytest.mark.parametrize(("divided", "shown"), [(0, "second-class rights"), (30, "secondclass rights")])
def test_a_long_document_that_divides_no_words_keeps_its_hyphens(divided: int, shown: str) -> None:
    paper = Paper()
    for number in range(120):
        ends = "inter-" if number < divided else "new"
        paper.line(f"The commission heard the children in room {number} of their {ends}")
        paper.line("national house, which is an international office open to all.")
        if number % 20 == 19:
            paper.turn()
    paper.line("The second house is new. Nobody who arrives alone shall be a person of second-")
    paper.line("class rights, said the commission.")

    assert any(shown in text for text in texts(paper))


def test_a_raised_figure_is_no_part_of_the_word() -> None:
    paper = Paper()
    paper.line("Every child has rights", down=0)
    paper.put("12", 72 + 99.5, paper.y + 4, size=6.5)
    paper.put("and duties since 2012.", 72 + 110, paper.y)

    assert texts(paper) == ["Every child has rights and duties since 2012."]


def test_a_raised_figure_spoils_no_number_and_a_power_stays() -> None:
    paper = Paper()
    row = (
        ("The house took in 1,250", 11),
        ("1", 6.5),
        (" children on 40 m", 11),
        ("2", 6.5),
        (" of the port.", 11),
    )
    x = 72.0
    for text, size in row:
        paper.put(text, x, paper.y + (4 if size < 11 else 0), size=size)
        x += stringWidth(text, PLAIN, size)

    assert texts(paper) == ["The house took in 1,250 children on 40 m² of the port."]


@pytest.mark.parametrize("angle", [30, 45, 60, -45])
@pytest.mark.parametrize("first", [True, False])
def test_a_watermark_aslant_spoils_neither_text_nor_title(*, angle: int, first: bool) -> None:
    def print_aslant() -> None:
        paper.canvas.saveState()
        paper.canvas.translate(150, 400)
        paper.canvas.rotate(angle)
        paper.put("BORRADOR CONFIDENCIAL", 0, 0, size=50, font=BOLD)
        paper.canvas.restoreState()

    paper = Paper()
    if first:
        print_aslant()
    paper.line("The shelter of the fiction opens its doors", size=16, font=BOLD, down=30)
    for _ in range(6):
        paper.prose(PROSA)
    if not first:
        print_aslant()

    found = pdf.read(source(paper.content()))

    assert found.title == "The shelter of the fiction opens its doors"
    assert [block.text for block in found.blocks] == [PROSA] * 6


def test_what_was_typed_onto_a_page_is_read_and_a_remark_beside_it_is_not() -> None:
    paper = titled()
    paper.line("Name of the child in the house of fiction:", down=60)
    paper.prose(PROSE)
    canvas = paper.canvas
    canvas.beginForm("typed", 0, 0, 300, 20)
    paper.put("Ada of Arcadia", 0, 4)
    canvas.endForm()
    shown = pdfdoc.PDFDictionary({"N": pdfdoc.PDFObjectReference(pdfdoc.xObjectName("typed"))})
    typed = {
        "Type": pdfdoc.PDFName("Annot"),
        "Subtype": pdfdoc.PDFName("FreeText"),
        "Rect": pdfdoc.PDFArray([300, HEIGHT - 124, 600, HEIGHT - 104]),
        "Contents": pdfdoc.PDFString("Ada of Arcadia"),
        "AP": shown,
    }
    canvas._addAnnotation(pdfdoc.PDFDictionary(typed))
    canvas.textAnnotation("Ask Ada again", Rect=[500, 300, 520, 320])

    found = " ".join(texts(paper))

    assert "house of fiction: Ada of Arcadia" in found
    assert "Ask Ada" not in found


def test_a_page_that_lies_aslant_as_a_whole_is_read() -> None:
    paper = Paper()
    paper.canvas.rotate(12)
    paper.canvas.translate(120, -60)
    paper.line("Ten beds are ready.")

    assert texts(paper) == ["Ten beds are ready."]


def test_letters_spaced_out_for_display_are_a_word() -> None:
    paper = titled()
    for at, letter in enumerate("RESUMEN"):
        paper.put(letter, 200 + 19 * at, paper.y, size=14, font=BOLD)
    paper.y -= 40
    paper.prose(PROSA)

    assert texts(paper) == ["RESUMEN", PROSA]


def test_words_drawn_without_a_space_are_parted() -> None:
    paper = Paper()
    text = paper.canvas.beginText(72, paper.y)
    text.setFont(PLAIN, 11)
    text.textOut("separated")
    text.moveCursor(0, 0)
    paper.canvas.drawText(text)
    paper.put("children", 72 + 43.5, paper.y)

    assert texts(paper) == ["separated children"]


def test_capitals_with_a_narrow_space_between_them_are_two_words() -> None:
    paper = Paper()
    paper.put("AYUDA A LA", 72, paper.y, font=BOLD)
    paper.put("ACOGIDA", 72 + stringWidth("AYUDA A LA", BOLD, 11) + 1.54, paper.y, font=BOLD)

    assert texts(paper) == ["AYUDA A LA ACOGIDA"]


def test_marks_that_count_through_the_document_go_though_they_are_not_raised() -> None:
    paper = titled()
    paper.prose(
        "Every child has rights.1 Nobody is sent away at night,2 and nobody waits alone.3 It cost 4.5 crowns."
    )

    assert texts(paper) == [
        "Every child has rights. Nobody is sent away at night, and nobody waits alone. It cost 4.5 crowns."
    ]


def test_names_that_end_in_figures_keep_them() -> None:
    paper = titled()
    paper.prose("The rooms are called north1 and north2 and north3, and nobody knows why.")

    assert texts(paper) == ["The rooms are called north1 and north2 and north3, and nobody knows why."]


def test_ligatures_and_quotation_marks_of_tex_are_letters() -> None:
    content = typed_by_tex(
        [b"The \x1crst o\x1ecer came at \x0cve, \x10in the rain\x11, and", b"the \x1dag was up."]
    )

    (block,) = pdf.read(source(content)).blocks

    assert block.text == "The first officer came at five, “in the rain”, and the flag was up."


@pytest.mark.parametrize("bullet", [b"\x88", b"\x0f"])
def test_bullets_of_the_bitmap_fonts_of_tex_are_bullets(bullet: bytes) -> None:
    lines = [bullet + b" Beds for all;", bullet + b" Food, and \x0cve teachers."]

    found = pdf.read(source(typed_by_tex([b"The home has these:", *lines]))).blocks

    assert [(each.kind, each.text) for each in found][-2:] == [
        ("item", "Beds for all;"),
        ("item", "Food, and five teachers."),
    ]


def test_text_that_is_not_shown_is_text() -> None:
    paper = titled()
    hidden = paper.canvas.beginText(72, paper.y)
    hidden.setFont(PLAIN, 11)
    hidden.setTextRenderMode(3)
    hidden.textLine("Recognised under a picture of the page.")
    paper.canvas.drawText(hidden)

    assert texts(paper) == ["Recognised under a picture of the page."]


# -- What is not text -------------------------------------------------------------------------


def _long(pages: int, head: str = "CF/C/GC/7", chapters: tuple[str, ...] = ()) -> Paper:
    paper = Paper()
    for number in range(1, pages + 1):
        paper.put(
            chapters[(number - 1) * len(chapters) // pages] if chapters else head, 72, HEIGHT - 40, size=9
        )
        paper.put(f"{number}", 300, 30, size=9)
        for _ in range(6):
            paper.prose(f"Page {number} of the story. {PROSE}")
        paper.turn()
    return paper


def test_running_heads_and_page_numbers_go() -> None:
    found = texts(_long(4))

    assert len(found) == 24
    assert not any("CF/C/GC/7" in text or text.isdecimal() for text in found)


@pytest.mark.parametrize("number", ["1", "Page 1 of 1", "Página 1 de 1", "- 1 -", "1/1"])
def test_the_number_of_an_only_page_goes(number: str) -> None:
    paper = Paper()
    paper.prose(PROSE)
    paper.put(number, 280, 40, size=9)

    assert texts(paper) == [PROSE]


BROWSERS = {
    "Chromium": ("11/29/26, 7:36 AM", "A door that opens | Casa del Faro", "https://faro.example/a", "1/1"),
    "Chromium in Spanish": (
        "29/11/26, 7:36 a.m.",
        "Una puerta | Casa del Faro",
        "file:///C:/faro/a.html",
        "1/1",
    ),
    "Firefox": ("A door that opens", "https://faro.example/a", "1 of 1", "11/29/2026, 7:36 AM"),
    "Firefox in Spanish": ("Una puerta que abre", "https://faro.example/a", "1 de 1", "29/11/26, 7:36"),
    "Safari": ("A door that opens", "29/11/2026, 19:36", "https://faro.example/a", "Page 1 of 1"),
}


@pytest.mark.parametrize("browser", BROWSERS)
def test_what_a_browser_prints_around_a_page_goes(browser: str) -> None:
    paper = titled()
    paper.prose(PROSE)
    places = ((24, HEIGHT - 22), (320, HEIGHT - 22), (24, 17), (540, 17))
    for (x, y), words in zip(places, BROWSERS[browser], strict=True):
        paper.put(words, x, y, size=8)

    reading = pdf.read(source(paper.content()))

    assert reading.title == "The first days in Arcadia"
    assert [block.text for block in reading.blocks] == [PROSE]
    assert reading.source == (None if "file:" in str(BROWSERS[browser]) else "https://faro.example/a")


def test_a_date_at_the_edge_stays_where_no_browser_printed() -> None:
    paper = titled()
    paper.put("12/05/2021", 72, HEIGHT - 40, size=9)
    paper.prose(PROSE)

    assert texts(paper) == ["12/05/2021", PROSE]


def test_a_title_in_capitals_whose_lines_fill_the_page_is_one() -> None:
    lines = (
        "RECOMENDACIÓN 31/2021 SOBRE EL CASO DE TRES ADOLESCENTES EN EL",
        "PUENTE FRONTERIZO DE LA LOMA, ESTADO DE LA COSTA DE ARCADIA, Y DE LA",
        "FAMILIA QUE LOS BUSCABA",
    )
    paper = Paper()
    for line in lines:
        paper.centred(line, font=BOLD)
    paper.y -= 20
    paper.prose(PROSE)

    reading = pdf.read(source(paper.content()))

    assert (reading.title, [block.text for block in reading.blocks]) == (" ".join(lines), [PROSE])


@pytest.mark.parametrize("ends", [".", ")"])
def test_letters_that_hang_before_full_lines_begin_items(ends: str) -> None:
    full = (
        "the guardian says that somebody is waiting outside, or keeps looking at the telephone;",
        "the child recites one story, in the same words as another child of the same journey;",
        "the child shows injuries, or speaks of wanting to die.",
    )
    paper = titled()
    paper.line("Stop the interview and call the person responsible for the safety of the house if:")
    for letter, text in zip("abc", full, strict=True):
        paper.put(f"{letter}{ends}", 72, paper.y)
        paper.line(text, x=92)

    assert texts(paper)[1:] == [f"{each}{ends} {text}" for each, text in zip("abc", full, strict=True)]


def test_paragraph_numbers_in_the_margin_at_the_top_of_pages_stay() -> None:
    paper = titled()
    paper.turn()
    for number, who in ((7, "guardian"), (17, "consul"), (29, "judge")):
        paper.put(f"{number}.", 72, paper.y)
        paper.prose(f"The {who} of the child is told within a day of what was found.", x=110, width=400)
        paper.turn()

    assert [text.split()[:3] for text in texts(paper)] == [
        ["7.", "The", "guardian"],
        ["17.", "The", "consul"],
        ["29.", "The", "judge"],
    ]


def test_the_names_of_chapters_above_the_pages_go() -> None:
    found = texts(_long(9, chapters=("Arrival of children", "Guardianship", "Return and after")))

    assert not any(text in ("Arrival of children", "Guardianship", "Return and after") for text in found)


def test_a_line_that_stands_once_at_the_top_stays() -> None:
    paper = titled()
    paper.put("Council of Arcadia, 12 May 2021", 72, HEIGHT - 40, size=9)
    paper.prose(PROSE)

    assert texts(paper)[0] == "Council of Arcadia, 12 May 2021"


def test_footnotes_stand_apart_from_the_paragraph_they_interrupt() -> None:
    paper = Paper()
    for _ in range(9):
        paper.prose(PROSE)
    paper.line("The shelters of the northern provinces are asked to keep a place free for children who")
    paper.y = 100
    paper.rule()
    paper.put("3", 72, paper.y + 3, size=6)
    paper.line("See the report of the Council of Arcadia, page 12,", x=77, size=9, down=11)
    paper.line("and the letters there.", size=9)
    paper.turn()
    paper.line("arrive at night.")

    found = blocks(paper)

    assert found[-1].kind == "footnote"
    assert found[-1].marker == "3"
    assert found[-1].text == "See the report of the Council of Arcadia, page 12, and the letters there."
    assert found[-2].text.endswith("children who arrive at night.")


def test_a_table_of_contents_is_no_text_and_names_the_headings() -> None:
    paper = titled()
    paper.line("Contents", size=16, font=BOLD, down=30)
    for title, page in (("Arrival", 2), ("Guardians", 3), ("Return", 4)):
        paper.line(f"{title} {'.' * 60} {page}")
    paper.turn()
    for title in ("Arrival", "Guardians", "Return"):
        paper.line(title)
        paper.y -= 6
        paper.prose(PROSE)
        paper.turn()

    found = blocks(paper)

    assert [block.text for block in found if block.kind == "heading"] == ["Arrival", "Guardians", "Return"]
    assert not any("...." in block.text for block in found)


@pytest.mark.parametrize("short", [0, 1, 3])
def test_an_entry_whose_title_reaches_its_number_is_no_text(short: int) -> None:
    titles = ["1. Reception at the border", "2. Guardians of children", "3. Interpreters", "4. Return home"]
    paper = titled()
    paper.line("Contents", size=16, font=BOLD, down=30)
    for at, title in enumerate(titles):
        paper.put(title, 72, paper.y)
        paper.line(str(at + 2), 76 + stringWidth(title, PLAIN, 11) if at == short else 400)
    paper.line("The council adopted this text in its session 5", down=30)
    for title in titles:
        paper.line(title, font=BOLD, size=13, down=20)
        paper.prose(PROSE)

    found = texts(paper)

    assert found[0] == "The council adopted this text in its session 5"
    assert [text for text in found if text[:1].isdigit()] == titles


def test_the_title_of_a_table_of_contents_goes_whatever_it_says() -> None:
    paper = titled()
    paper.prose(PROSE)
    paper.turn()
    paper.line("What awaits you here", size=16, font=BOLD, down=30)
    for title, page in (("Arrival", 3), ("Guardians", 4), ("Return", 5)):
        paper.line(f"{title} {'.' * 60} {page}")
    paper.turn()
    paper.prose(PROSA)

    assert texts(paper)[-2:] == [PROSE, PROSA]


def test_a_head_that_says_again_what_the_first_page_says_goes() -> None:
    paper = Paper()
    paper.line("LANTERN OBSERVATORY", size=12, down=20)
    paper.line("May 2021", down=40)
    paper.line("The first days in Arcadia", size=20, font=BOLD, down=40)
    paper.prose(PROSE)
    for head in ("Lantern Observatory - May 2021", "The first days in Arcadia"):
        paper.turn()
        paper.put(head, 72, HEIGHT - 40, size=8)
        paper.prose(PROSA)

    assert not {"Lantern Observatory - May 2021", "The first days in Arcadia"} & set(texts(paper)[1:])


def test_notes_with_the_same_words_on_every_page_are_no_furniture() -> None:
    paper = titled()
    for number in range(1, 6):
        for _ in range(9):
            paper.prose(PROSE)
        paper.y = 100
        paper.put(str(number), 72, paper.y + 3, size=6)
        paper.line("Ibid., page 12.", x=77, size=9)
        paper.put(str(number), 300, 30, size=9)
        paper.turn()

    found = [(block.marker, block.page) for block in blocks(paper) if block.kind == "footnote"]

    assert found == [("1", 1), ("2", 2), ("3", 3), ("4", 4), ("5", 5)]


def test_the_first_lines_of_pages_that_begin_alike_stay() -> None:
    paper = titled()
    for number in range(1, 5):
        paper.put("CF/C/GC/7", 72, HEIGHT - 40, size=9)
        paper.y = HEIGHT - 80
        for _ in range(6):
            paper.prose(f"Day {number} of the story. {PROSE}")
        paper.turn()

    assert len(texts(paper)) == 24


# -- Columns and tables -----------------------------------------------------------------------


OFFICES = (
    ("In Port Vale:", "Nuria Sandoval", "Council of Arcadia", "+502 2222 0101", "nuria@arcadia.example"),
    ("In Vale Hill:", "Oscar Benning", "Casa del Faro", "+507 301 0102", "oscar@faro.example"),
    ("In Riverside:", "Lydia Harrow", "Ministry", "+504 2233 0103", "lydia@ministry.example"),
)


@pytest.mark.parametrize("offices", [2, 3])
@pytest.mark.parametrize("steps", [(0, 0, 0), (0, 5, 10), (9, 0, 5)])
def test_contacts_side_by_side_are_read_one_after_the_other(
    offices: int, steps: tuple[int, int, int]
) -> None:
    paper = titled()
    paper.prose(PROSE)
    paper.line("Media contacts", font=BOLD, down=24)
    for at, (office, step) in enumerate(zip(OFFICES[:offices], steps, strict=False)):
        for row, text in enumerate(office):
            paper.put(text, 72 + 155 * at, paper.y - step - 14 * row)
    paper.y -= 110
    paper.prose(PROSA)

    found = " ".join(texts(paper)).replace("\n", " ")

    assert " ".join(" ".join(office) for office in OFFICES[:offices]) in found
    assert found.endswith(PROSA)


def test_a_table_of_contacts_is_read_row_by_row() -> None:
    paper = titled()
    paper.prose(PROSE)
    for office in (("Office", "Person", "Council", "Telephone", "E-mail"), *OFFICES):
        for at in (1, 3, 4):
            paper.put(office[at], 40 + 100 * at, paper.y)
        paper.y -= 14
    paper.y -= 14
    paper.prose(PROSE)

    assert [block.text for block in blocks(paper) if block.kind == "table"] == [
        "Person | Telephone | E-mail\n"
        + "\n".join(" | ".join(office[at] for at in (1, 3, 4)) for office in OFFICES)
    ]


def test_cells_hardly_further_apart_than_words_are_a_table() -> None:
    rows = (
        ("What", "Who", "Within"),
        ("Guardian named", "Family court", "24 hours"),
        ("Doctor seen", "Health post", "48 hours"),
    )
    paper = titled()
    paper.prose(PROSE)
    for row in rows:
        for x, cell in zip((72, 153, 223), row, strict=True):
            paper.put(cell, x, paper.y)
        paper.y -= 18
    paper.prose(PROSE)

    (table,) = (block.text for block in blocks(paper) if block.kind == "table")

    assert table == "\n".join(map(" | ".join, rows))


def test_code_in_typewriter_letters_is_no_table() -> None:
    paper = titled()
    paper.prose(PROSE)
    for words in ("kb ingest houses", "kb search houses", "kb review houses"):
        paper.line(words, font="Courier")
    paper.y -= 10
    paper.prose(PROSE)

    assert not any(block.kind == "table" for block in blocks(paper))


def test_two_notes_of_a_few_lines_are_read_one_after_the_other() -> None:
    notes = (
        "The photographs may be used by everybody who names the house.",
        "This text may be printed without a fee, whole.",
    )
    paper = titled()
    paper.prose(PROSE)
    top = paper.y
    for at, note in enumerate(notes):
        paper.y = top
        paper.prose(note, x=72 + 250 * at, width=150)
    paper.y = top - 80
    paper.prose(PROSE)

    assert texts(paper) == [PROSE, *notes, PROSE]


def test_addresses_keep_their_hyphens_at_the_end_of_a_line() -> None:
    paper = titled()
    paper.line("The Council of Arcadia and its press office in Port Vale answer letters to council@arcadia-")
    paper.line(
        "north.example, to those who write in Spanish there is an office in Vale Hill at https://www.casa-"
    )
    paper.line("del-faro.example/prensa, and to those who write in English another one, with its name press-")
    paper.line("office@arcadia.example, for the whole island; the others get theirs from the house of proto-")
    paper.line("cols@arcadia.example, which holds the protocols.")

    (text,) = texts(paper)

    addresses = ("council@arcadia-north.example", "casa-del-faro.example", "press-office@", "protocols@")
    assert [address for address in addresses if address not in text] == []


def test_two_columns_are_read_one_after_the_other_below_a_wide_heading() -> None:
    paper = Paper()
    paper.line("A heading over both columns of this page", size=18, font=BOLD, down=40)
    top = paper.y
    for _ in range(4):
        paper.prose("Left column. " + PROSE, width=200)
    paper.line("It was in May.")
    paper.y = top
    for _ in range(4):
        paper.prose("Right column. " + PROSA, x=310, width=210)

    found = [text.split(".")[0] for text in texts(paper)]

    assert [text for text in found if "column" in text][-8:] == ["Left column"] * 4 + ["Right column"] * 4


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    paper = titled()
    for _ in range(3):
        paper.prose(PROSE, width=210)
    paper.line("A place is kept free for a child who", down=14)
    paper.y = HEIGHT - 120
    paper.line("arrives at night or on a holiday, and", x=310)
    paper.line("nobody is sent away.", x=310, down=22)
    for _ in range(3):
        paper.prose(PROSE, x=310, width=210)

    assert any("for a child who arrives at night" in text for text in texts(paper))


def test_aligned_cells_are_a_table() -> None:
    paper = Paper()
    paper.prose(PROSE)
    for row in (("Province", "Shelters", "Children"), ("Northern", "12", "340"), ("Southern", "7", "56")):
        for x, cell in zip((72, 200, 300), row, strict=True):
            paper.put(cell, x, paper.y)
        paper.y -= 16
    paper.y -= 20
    paper.prose(PROSE)

    table = blocks(paper)[1]

    assert table.kind == "table"
    assert table.text == "Province | Shelters | Children\nNorthern | 12 | 340\nSouthern | 7 | 56"


ROWS = (("Task", "Who"), ("Opens the\nprocess", "Supervisor of\nthe panel"), ("Decides", "Panel"))
TABLE = "Task | Who\nOpens the process | Supervisor of the panel\nDecides | Panel"


def _columns(left: Callable[[Paper], None], right: Callable[[Paper], None]) -> Paper:
    """A page with a title over two columns; both are filled with prose above what is given."""
    paper = titled()
    top = paper.y
    for x, mark, rest in ((72, "Left", left), (310, "Right", right)):
        paper.y = top
        for number in (1, 2):
            paper.prose(f"{mark} {number}. " + (PROSE if x == 72 else PROSA), x=x, width=210)
        rest(paper)
    return paper


def _prose(mark: str, x: float, text: str = PROSE) -> Callable[[Paper], None]:
    return lambda paper: paper.prose(f"{mark}. {text}", x=x, width=210)


def test_a_table_in_one_column_leaves_the_other_column_whole() -> None:
    def with_table(paper: Paper) -> None:
        paper.grid((72, 180, 282), ROWS)
        paper.prose("Left 3. " + PROSE, width=210)

    found = blocks(_columns(with_table, _prose("Right 3", 310)))

    kinds = [block.kind for block in found]
    assert [block.text[:7] for block in found if block.kind == "paragraph"][-6:] == [
        "Left 1.", "Left 2.", "Left 3.", "Right 1", "Right 2", "Right 3"
    ]  # fmt: skip
    assert [block.text for block in found if block.kind == "table"] == [TABLE]
    assert kinds.index("table") == kinds.index("paragraph") + 2


def test_a_table_over_both_columns_stands_between_the_columns_above_and_below() -> None:
    paper = _columns(lambda _: None, lambda _: None)
    paper.y -= 60
    paper.grid((72, 300, 520), ROWS)
    top = paper.y
    for x, mark in ((72, "Left 3"), (310, "Right 3")):
        paper.y = top
        paper.prose(f"{mark}. {PROSE}", x=x, width=210)

    beginnings = [text[:7] for text in texts(paper)]

    assert beginnings[-7:] == ["Left 1.", "Left 2.", "Right 1", "Right 2", "Task | ", "Left 3.", "Right 3"]


def test_a_short_heading_over_both_columns_ends_those_above_it() -> None:
    paper = _columns(lambda _: None, lambda _: None)
    paper.y -= 70
    paper.line("Return", size=13, font=BOLD, down=24)
    top = paper.y
    for x, mark in ((72, "Left 3"), (310, "Right 3")):
        paper.y = top
        paper.prose(f"{mark}. {PROSE}", x=x, width=210)

    beginnings = [text[:7] for text in texts(paper)]

    assert beginnings[-7:] == ["Left 1.", "Left 2.", "Right 1", "Right 2", "Return", "Left 3.", "Right 3"]


def test_a_box_beside_the_text_does_not_tear_its_paragraph() -> None:
    paper = titled()
    paper.prose(PROSE)
    top = paper.y
    paper.prose("From the field: " + PROSA, x=330, width=190, size=10)
    paper.y = top
    paper.line("A shelter that cannot take a child who has come")
    for _ in range(7):
        paper.line("alone to the town at night asks the next shelter")
    paper.line(
        "and the next one after that, and nobody is sent away before the morning, whatever the hour at"
    )
    paper.line("which the child came to the door and whatever the number of those who sleep there.")

    found = texts(paper)

    assert any(text.startswith("A shelter that") and text.endswith("who sleep there.") for text in found)
    assert any(text.startswith("From the field") and text.endswith("nombre un tutor.") for text in found)


def test_a_note_that_begins_in_the_left_column_and_goes_on_over_both_turns_no_columns() -> None:
    paper = titled()
    top = paper.y
    for _ in range(4):
        paper.prose("Left column. " + PROSE, width=200)
    paper.y = top
    for _ in range(4):
        paper.prose("Right column. " + PROSA, x=310, width=210)
    paper.y -= 20
    paper.line("1. The office of the town keeps a list of", size=8, down=9)
    paper.line(
        "the shelters that have a place, and of those that will have one before the week is over, in print",
        size=8,
    )

    found = [text.split(".")[0] for text in texts(paper)]

    assert [text for text in found if "column" in text] == ["Left column"] * 4 + ["Right column"] * 4


def test_a_page_with_a_few_lines_in_columns_has_the_columns_of_the_page_before() -> None:
    paper = _columns(_prose("Left 3", 72), _prose("Right 3", 310))
    paper.turn()
    for x, mark in ((72, "Left"), (310, "Right")):
        paper.y = HEIGHT - 80
        paper.line(f"{mark}: nobody waits alone in the harbour, and", x=x)
        paper.line("somebody stays until the morning.", x=x)

    found = " ".join(texts(paper))

    assert "Left: nobody waits alone in the harbour, and somebody stays until the morning. Right:" in found


def _in_columns(paper: Paper, left: str, right: str, *, wide: float = 210) -> None:
    """Prose on both sides of a gutter, from the height reached; the longer side says where it ends."""
    top, ends = paper.y, []
    for x, text in ((72, left), (310, right)):
        paper.y = top
        paper.prose(text, x=x, width=wide)
        ends.append(paper.y)
    paper.y = min(ends)


def test_a_heading_over_columns_of_uneven_length_ends_both() -> None:
    paper = titled()
    _in_columns(paper, f"One. {PROSE}", f"Two. {PROSE} {PROSE[:70]}.")
    paper.y -= 12
    paper.line("Return", size=13, font=BOLD, down=24)
    _in_columns(paper, f"Three. {PROSE}", f"Four. {PROSE}")

    assert [text.split(".")[0] for text in texts(paper)] == ["One", "Two", "Return", "Three", "Four"]


def test_a_caption_over_both_columns_ends_those_above_it() -> None:
    paper = titled()
    _in_columns(paper, f"One. {PROSE}", f"Two. {PROSE}")
    paper.y -= 60
    paper.line("Figure 1. Arrivals by month.", size=9, font=ITALIC, down=24)
    _in_columns(paper, f"Three. {PROSE}", f"Four. {PROSE}")

    assert [text.split(".")[0] for text in texts(paper)] == ["One", "Two", "Figure 1", "Three", "Four"]


def test_a_heading_in_the_left_column_beside_a_right_one_that_ended_parts_nothing() -> None:
    paper = titled()
    _in_columns(paper, f"One. {PROSE}", f"Two. {PROSE}")
    paper.y -= 12
    paper.line("Return", size=13, font=BOLD, down=24)
    for mark in ("Three", "Four"):
        paper.prose(f"{mark}. {PROSE}", width=210)

    assert [text.split(".")[0] for text in texts(paper)] == ["One", "Return", "Three", "Four", "Two"]


def test_a_heading_beside_a_sentence_that_is_not_over_parts_nothing() -> None:
    paper = titled()
    _in_columns(paper, f"One. {PROSE}", f"Two. {PROSE[:-1]} and")
    paper.y -= 12
    paper.line("Return", size=13, font=BOLD, down=24)
    paper.prose(f"Three. {PROSE[:60]}", width=210)
    paper.turn()
    paper.prose("stays in touch.")

    found = texts(paper)

    assert [text.split(".")[0] for text in found] == ["One", "Return", "Three", "Two"]
    assert found[-1].endswith("is named and stays in touch.")


def test_a_heading_at_the_end_of_the_left_column_heads_the_right_one() -> None:
    paper = titled()
    _in_columns(paper, f"One. {PROSE}", f"Two. {PROSE} And so on.")
    paper.put("Return", 72, paper.y + 12, size=13, font=BOLD)

    assert [text.split(".")[0] for text in texts(paper)] == ["One", "Return", "Two"]


def test_a_figure_inside_a_sentence_in_small_type_begins_no_note() -> None:
    paper = titled()
    for _ in range(6):
        paper.prose(PROSE)
    paper.y = 200
    paper.line("What helps", size=9, font=BOLD)
    paper.stretched("Every shelter names one person who speaks with each child, as article", 72, 450, size=9)
    paper.line("7 of the agreement says.", size=9)

    assert texts(paper)[-1].endswith("as article 7 of the agreement says.")


def test_the_next_figure_begins_the_next_note_though_an_address_ends_the_one_before() -> None:
    paper = titled()
    for _ in range(6):
        paper.prose(PROSE)
    paper.y = 100
    paper.stretched(
        "1 See the report of the Council of Arcadia, at council.example/reports/2021", 72, 450, size=9
    )
    paper.line("2 See annex II.", size=9)

    found = [(block.marker, block.text[-9:]) for block in blocks(paper) if block.kind == "footnote"]

    assert found == [("1", "orts/2021"), ("2", "annex II.")]


def test_bullets_drawn_by_a_thick_stroke_are_items() -> None:
    paper = titled()
    paper.prose(PROSE)
    for text in ("A first visit on the day of arrival.", "A second visit within the week."):
        paper.canvas.setLineWidth(3.2)
        paper.canvas.line(80, paper.y + 2.4, 80, paper.y + 5.6)
        paper.line(text, x=92)

    assert [block.kind for block in blocks(paper)] == ["paragraph", "item", "item"]


def test_the_last_lines_of_three_columns_are_in_the_order_of_the_columns() -> None:
    paper = titled()
    top = paper.y
    for x, mark in ((72, "One"), (230, "Two"), (388, "Three")):
        paper.y = top
        for _ in range(2):
            paper.prose(f"{mark}. {PROSE}", x=x, width=146)
    paper.turn()
    for x, rows in (
        (72, ("consular officer hands over", "the sheet. The shelter team", "reads the letter in the")),
        (230, ("presence of a person of", "trust, and the guardian", "translates it then.")),
    ):
        paper.y = HEIGHT - 80
        for row in rows:
            paper.line(row, x=x)

    assert texts(paper)[-1].endswith(
        "consular officer hands over the sheet. The shelter team reads the letter in the "
        "presence of a person of trust, and the guardian translates it then."
    )


def test_a_table_without_lines_over_both_columns_stays_whole() -> None:
    paper = _columns(lambda _: None, lambda _: None)
    paper.y -= 70
    rows = (("Province", "Shelters", "Children"), ("North", "12", "1,340"), ("South", "7", "56"))
    for row in rows:
        paper.put(row[0], 150, paper.y)
        for right, cell in ((275, row[1]), (420, row[2])):
            paper.canvas.drawRightString(right, paper.y, cell)
        paper.y -= 13
    paper.y -= 16
    _in_columns(paper, f"Left 3. {PROSE}", f"Right 3. {PROSE}")

    found = texts(paper)

    assert "Province | Shelters | Children\nNorth | 12 | 1,340\nSouth | 7 | 56" in found
    assert [text[:6] for text in found][-3:] == ["Provin", "Left 3", "Right "]


def test_a_figure_at_the_top_of_the_next_page_does_not_tear_a_paragraph() -> None:
    paper = titled()
    for _ in range(3):
        paper.prose(PROSE)
    paper.line("The shelters of the northern provinces are asked to keep a place free for children who")
    paper.turn()
    paper.line("Figure 1. Arrivals by month.", size=9, font=ITALIC, down=24)
    paper.line("arrive at night.")

    found = blocks(paper)

    assert found[-1].text == "Figure 1. Arrivals by month."
    assert found[-2].text.endswith("children who arrive at night.")
    assert (found[-2].page, found[-2].page_to) == (1, 2)


def test_the_figures_of_a_chart_are_no_part_of_a_sentence() -> None:
    paper = titled()
    for _ in range(3):
        paper.prose(PROSE)
    paper.line("The shelters of the northern provinces are asked to keep a place free for children who")
    paper.turn()
    paper.line("312 44", down=40)
    paper.line("Figure 1. Arrivals by month.", size=9, font=ITALIC, down=24)
    paper.line("arrive at night.")

    assert [text[-15:] for text in texts(paper)[-3:]] == ["rrive at night.", "312 44", "ivals by month."]


def test_small_type_on_the_next_page_is_no_part_of_a_note_that_has_ended() -> None:
    paper = titled()
    for _ in range(9):
        paper.prose(PROSE)
    paper.y = 100
    paper.put("3", 72, paper.y + 3, size=6)
    paper.line("See the report of the Council of Arcadia, page 12.", x=77, size=9)
    paper.turn()
    paper.prose(PROSE)
    paper.y = 300
    paper.line("Figure 1. Arrivals by month, north and south.", size=9, down=24)

    found = blocks(paper)

    assert [block.text for block in found if block.kind == "footnote"] == [
        "See the report of the Council of Arcadia, page 12."
    ]
    assert found[-1].text == "Figure 1. Arrivals by month, north and south."


def test_lines_stretched_to_the_edge_are_no_table() -> None:
    paper = titled()
    for line in ("brothers and sisters would be", "asked where they want to", "live, and nobody would be"):
        paper.stretched(line, 72, 195)
    paper.line("parted there.")

    assert texts(paper) == [
        "brothers and sisters would be asked where they want to live, and nobody would be parted there."
    ]


def test_cells_of_several_lines_stay_together_where_rows_are_set_apart() -> None:
    paper = titled()
    rows = (
        (("A first visit on the", "The guardian, in a"), ("day of arrival", "room with a window")),
        (("A second visit", "The same person, who"), ("", "brings an interpreter")),
        (("A third visit if", "Whoever the child"), ("it is wanted", "asks for")),
    )
    for row in rows:
        for line in row:
            for x, cell in zip((72, 250), line, strict=True):
                paper.put(cell, x, paper.y)
            paper.y -= 13
        paper.y -= 9

    assert [block.text for block in blocks(paper) if block.kind == "table"] == [
        "A first visit on the day of arrival | The guardian, in a room with a window\n"
        "A second visit | The same person, who brings an interpreter\n"
        "A third visit if it is wanted | Whoever the child asks for"
    ]


# -- Headings, titles -------------------------------------------------------------------------


def test_headings_are_known_by_their_type() -> None:
    paper = Paper()
    paper.line("Guidelines on the first days in Arcadia", size=22, font=BOLD, down=50)
    for title in ("Arrival", "Return"):
        paper.line(title, size=15, font=BOLD, down=26)
        paper.prose(PROSE)
        paper.line("What the law says", size=11, font=BOLD, down=20)
        paper.prose(PROSE)

    headings = [(block.text, block.level) for block in blocks(paper) if block.kind == "heading"]

    names = [text for text, _ in headings]
    assert names == ["Arrival", "What the law says", "Return", "What the law says"]
    assert headings[0][1] < headings[1][1]


def test_bookmarks_say_which_lines_are_headings_and_how_deep() -> None:
    paper = titled()
    for level, title in ((0, "Arrival"), (1, "The first interview")):
        paper.bookmark(title, level)
        paper.line(title, down=20)
        paper.prose(PROSE)

    headings = [(block.text, block.level) for block in blocks(paper) if block.kind == "heading"]

    assert headings == [("Arrival", 1), ("The first interview", 2)]


@pytest.mark.parametrize("names", [("Arrival", "Interviews"), ("La llegada", "El relato")])
def test_a_bookmark_means_the_line_with_its_number_and_not_the_list_of_what_follows(
    names: tuple[str, str],
) -> None:
    paper = titled()
    for name in names:
        paper.line(name, down=20)
    paper.prose(PROSE)
    for at, name in enumerate(names, start=1):
        paper.bookmark(f"3.{at}. {name}", 0)
        paper.line(f"3.{at}. {name}", down=20)
        paper.prose(PROSE)

    headings = [block.text for block in blocks(paper) if block.kind == "heading"]

    assert headings == [f"3.1. {names[0]}", f"3.2. {names[1]}"]


def test_a_title_below_a_letterhead_is_found_though_the_letterhead_is_larger() -> None:
    paper = Paper()
    for left, right in (
        ("Convention on the", "Distr.: General"),
        ("Rights of the Mountain", "Original: English"),
    ):
        paper.put(right, 400, paper.y, size=9)
        paper.line(left, size=18, font=BOLD, down=24)
    paper.y -= 30
    paper.line("General comment No. 7 on the first days", size=15, font=BOLD, down=40)
    paper.prose(PROSE)

    assert pdf.read(source(paper.content())).title == "General comment No. 7 on the first days"


@pytest.mark.parametrize("size", [12.5, 14, 17])
def test_a_title_may_be_smaller_than_the_headings_of_sections(size: float) -> None:
    paper = Paper()
    paper.centred("Guía para el acompañamiento consular de la niñez", size=size, font=BOLD, down=36)
    paper.centred("Consejo de Arcadia", size=12, down=32)
    paper.centred("12 de mayo de 2021", size=12, down=40)
    for heading in ("1 Introducción", "2 Principios"):
        paper.line(heading, size=14.3, font=BOLD, down=26)
        paper.prose(PROSA)
        paper.prose(PROSA)

    reading = pdf.read(source(paper.content()))

    assert reading.title == "Guía para el acompañamiento consular de la niñez"
    assert [block.text for block in reading.blocks[:3]] == [
        "Consejo de Arcadia",
        "12 de mayo de 2021",
        "1 Introducción",
    ]


def test_a_title_in_the_properties_loses_the_name_of_the_site() -> None:
    for stated in (
        "Three homes open in Arcadia | News | Casa del Faro",
        "Casa del Faro - Three homes open in Arcadia",
    ):
        paper = Paper(title=stated)
        paper.line("Casa del Faro", size=22, font=BOLD, down=30)
        paper.line("News", down=30)
        paper.line("Three homes open in Arcadia", size=16, font=BOLD, down=40)
        paper.prose(PROSE)

        assert pdf.read(source(paper.content())).title == "Three homes open in Arcadia"


def test_an_italic_word_in_a_paragraph_makes_no_heading() -> None:
    paper = Paper()
    paper.line("The rule is known to all.", down=0)
    paper.put("inter alia", 250, paper.y, font=ITALIC)
    paper.y -= 14
    paper.prose(PROSE)

    assert not any(block.kind == "heading" for block in blocks(paper))


@pytest.mark.parametrize(
    "stated", ["Microsoft Word - draft7.doc", "draft_7.indd", "untitled", "", "Another text"]
)
def test_a_title_in_the_properties_is_believed_only_if_the_page_says_it(stated: str) -> None:
    paper = Paper(title=stated)
    paper.line("Guidelines on the first days", size=22, font=BOLD, down=26)
    paper.line("in the shelters of Arcadia", size=22, font=BOLD, down=50)
    paper.prose(PROSE)

    reading = pdf.read(source(paper.content()))

    assert reading.title == "Guidelines on the first days in the shelters of Arcadia"


def test_a_title_in_the_properties_that_the_page_confirms_is_the_title() -> None:
    paper = Paper(title="Guidelines on the first days")
    paper.line("ARCADIA", size=30, font=BOLD, down=50)
    paper.line("Guidelines on the first days", size=16, font=BOLD, down=50)
    paper.prose(PROSE)

    assert pdf.read(source(paper.content())).title == "Guidelines on the first days"


def test_the_day_a_file_was_made_is_no_date_of_publication() -> None:
    paper = Paper()
    paper.prose(PROSE)

    assert pdf.read(source(paper.content())).published is None


# -- Files that are odd -----------------------------------------------------------------------


def test_a_locked_file_says_what_to_do() -> None:
    paper = Paper(locked="secret")
    paper.prose(PROSE)

    with pytest.raises(ParseFailed, match="password"):
        pdf.read(source(paper.content()))


def test_a_file_that_only_its_owner_may_change_is_read() -> None:
    paper = Paper(owned="secret")
    paper.prose(PROSE)

    assert texts(paper) == [PROSE]


def test_a_file_that_is_no_pdf_any_more_says_so() -> None:
    with pytest.raises(ParseFailed, match="damaged"):
        pdf.read(source(b"%PDF-1.7\n" + b"\x00" * 500))


def test_what_was_written_into_a_form_is_text() -> None:
    paper = titled()
    paper.prose(PROSA)
    paper.canvas.acroForm.textfield(name="tutora", value="Lucía Vela", x=72, y=paper.y - 20, width=200)

    assert texts(paper) == [PROSA, "Lucía Vela"]


def test_pages_that_are_damaged_are_named() -> None:
    content = _long(4).content().replace(b"/Type /Page\n", b"/Type /Pagf\n", 2)
    content = content.replace(b"/Type /Pagf\n", b"/Type /Page\n", 1)

    reading = pdf.read(source(content))

    assert {block.page for block in reading.blocks} == {1, 3, 4}
    assert [str(warning) for warning in reading.warnings] == [
        "Damaged pages that could not be read: 2; fetch the file again."
    ]


def test_a_form_that_another_program_draws_is_told() -> None:
    paper = Paper()
    paper.line("Please wait. This fiction will be replaced by the form.")
    form = b"/Type /Catalog /NeedsRendering true /AcroForm << /Fields [] /XFA (x) >>"

    reading = pdf.read(source(paper.content().replace(b"/Type /Catalog", form)))

    assert "Adobe Reader" in str(reading.warnings[0])


def test_a_part_that_no_longer_unpacks_is_told() -> None:
    content = bytearray(_long(4).content())
    middle = content.index(b"stream", content.index(b"FlateDecode")) + 60
    content[middle] ^= 2

    told = [str(warning) for warning in pdf.read(source(bytes(content))).warnings]

    assert told == ["A part of the PDF is damaged, and text of it may be missing; fetch the file again."]
    assert pdf.read(source(_long(4).content())).warnings == ()


def test_a_file_with_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = _long(3)
    monkeypatch.setattr(pdfium, "MOST_PAGES", 2)

    with pytest.raises(SourceTooLarge):
        pdf.read(source(paper.content()))


def test_damage_anywhere_is_an_error_of_ours_or_none() -> None:
    content = _long(3).content()
    chance = random.Random(7)

    for _ in range(40):
        damaged = bytearray(content[: chance.randrange(len(content))])
        for _ in range(chance.randrange(20)):
            damaged[chance.randrange(len(damaged) or 1) :][:1] = bytes([chance.randrange(256)])
        try:
            pdf.read(source(bytes(damaged)))
        except SourceError:
            continue


def test_words_up_the_margin_do_not_disturb_the_text() -> None:
    paper = titled()
    paper.canvas.saveState()
    paper.canvas.rotate(90)
    paper.canvas.drawString(300, -40, "Printed in Arcadia by the Council itself")
    paper.canvas.restoreState()
    paper.prose(PROSE)

    assert texts(paper) == [PROSE, "Printed in Arcadia by the Council itself"]


# -- Scans ------------------------------------------------------------------------------------


def _letter() -> Paper:
    paper = Paper()
    paper.line("Carta sobre los albergues de Arcadia", size=22, font=BOLD, down=40)
    for number in (1, 2):
        paper.prose(f"{number}. {PROSA}", size=12)
    return paper


def test_a_scan_without_the_program_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    content = scanned(_letter().content())
    monkeypatch.setenv("PATH", "/nonexistent")

    with pytest.raises(ScannedPdf, match="tesseract"):
        pdf.read(source(content))


@pytest.mark.slow
@pytest.mark.usefixtures("tesseract")
def test_a_sheet_that_lay_on_its_head_is_recognised() -> None:
    reading = pdf.read(source(scanned(_letter().content(), turn=180)))

    assert reading.title == "Carta sobre los albergues de Arcadia"


@pytest.mark.slow
def test_a_scan_is_recognised(tesseract: str) -> None:
    content = scanned(_letter().content())
    steps: list[tuple[int, int, str, float]] = []
    progress.listen(lambda *step: steps.append(step))

    reading = pdf.read(source(content))
    progress.listen(None)

    found = {passage.address: passage.text for passage in numbering.passages(reading.blocks, "es")}
    assert reading.title == "Carta sobre los albergues de Arcadia"
    assert found["p1"] == PROSA
    assert steps == [(0, 1, "pages recognised", scans.SECONDS)]
    assert scans.tesseract() == tesseract


@pytest.mark.slow
def test_a_language_that_tesseract_lacks_is_told(
    tesseract: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = subprocess.run([tesseract, "--list-langs"], capture_output=True, text=True, check=True)
    data = Path(listed.stdout.split('"')[1])
    (tmp_path / "eng.traineddata").symlink_to(data / "eng.traineddata")
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))

    reading = pdf.read(source(scanned(_letter().content())))

    assert str(reading.warnings[1]) == (
        "tesseract cannot read Spanish here, and letters such as ñ may be wrong; "
        "install it (on Debian and Ubuntu: apt install tesseract-ocr-spa) and ingest it again."
    )


def test_a_page_without_text_among_others_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    picture = scanned(_letter().content())
    merged = _merged(_long(3).content(), picture, picture)
    monkeypatch.setenv("PATH", "/nonexistent")

    reading = pdf.read(source(merged))

    assert [str(warning) for warning in reading.warnings] == [
        "Some of its pages can be recognised with tesseract; install it with Spanish and English "
        "(on Debian and Ubuntu: apt install tesseract-ocr tesseract-ocr-spa) and ingest it again.",
        "Pages without text: 4-5; they may be scanned.",
    ]


@pytest.mark.slow
@pytest.mark.usefixtures("tesseract")
def test_pictures_among_pages_with_text_are_recognised_and_named() -> None:
    picture = scanned(_letter().content())
    merged = _merged(_long(3).content(), picture)
    steps: list[tuple[int, int, str, float]] = []
    progress.listen(lambda *step: steps.append(step))

    reading = pdf.read(source(merged))
    progress.listen(None)

    assert f"1. {PROSA}" in [block.text for block in reading.blocks if block.page == 4]
    assert [str(warning) for warning in reading.warnings] == [
        "These pages were recognised from pictures: 4; compare them before you quote them."
    ]
    assert steps == [(0, 1, "pages recognised", scans.SECONDS)]


def _merged(*contents: bytes) -> bytes:
    whole = pypdfium2.PdfDocument.new()
    for content in contents:
        whole.import_pages(pypdfium2.PdfDocument(content))
    out = io.BytesIO()
    whole.save(out)
    return out.getvalue()
