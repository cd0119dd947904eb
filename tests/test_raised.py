"""Raised figures in files of word processors: powers stay, marks of notes spoil no number and no word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kb.records import Document
from tests.office_files import DOCX, ODT, RTF, docx, odt, p, read

_RAISED = '<w:vertAlign w:val="superscript"/>'
_STYLE = (
    '<style:style style:name="S" style:family="text">'
    '<style:text-properties style:text-position="super 58%"/></style:style>'
)
TITLE = "The shelter of the fiction opens"
LAST = "These are the last words of the text, which end it as they should end it all."


def _pieces(line: str) -> list[tuple[str, bool]]:
    """A line with ^raised^ words in its pieces, and whether each is raised."""
    return [(piece, number % 2 == 1) for number, piece in enumerate(line.split("^"))]


def _word(lines: list[str]) -> Document:
    def paragraph(line: str) -> str:
        runs = (p(piece, run=_RAISED if up else "")[5:-6] for piece, up in _pieces(line) if piece)
        return f"<w:p>{''.join(runs)}</w:p>"

    return read(docx(p(TITLE, run="<w:b/>") + "".join(map(paragraph, lines))), DOCX)


def _open_document(lines: list[str]) -> Document:
    def paragraph(line: str) -> str:
        spans = (f'<text:span text:style-name="S">{x}</text:span>' if up else x for x, up in _pieces(line))
        return f"<text:p>{''.join(spans)}</text:p>"

    title = f'<text:p text:style-name="Title">{TITLE}</text:p>'
    return read(odt(title + "".join(map(paragraph, lines)), automatic=_STYLE), ODT)


def _rich_text(lines: list[str]) -> Document:
    def paragraph(line: str) -> str:
        return "".join(f"{{\\super {x}}}" if up else x for x, up in _pieces(line)) + "\\par "

    body = "".join(map(paragraph, lines))
    return read(f"{{\\rtf1\\ansi {{\\b {TITLE}}}\\par {body}}}".encode("cp1252"), RTF)


@pytest.fixture(params=[_word, _open_document, _rich_text], ids=["word", "odt", "rtf"])
def texts(request: pytest.FixtureRequest) -> Callable[..., list[tuple[str, str]]]:
    """The kinds and texts of what is read in a file with these lines."""
    made: Callable[[list[str]], Document] = request.param

    def of(*lines: str) -> list[tuple[str, str]]:
        return [(each.kind, each.text) for each in made([*lines, LAST]).passages]

    return of


def test_marks_behind_numbers_and_words_go(texts: Callable[..., list[tuple[str, str]]]) -> None:
    found = texts("The house took in 1,250^1^ children in 2023^2^, said the officer^3,4^ of the house.")

    assert found[0][1] == "The house took in 1,250 children in 2023, said the officer of the house."


def test_powers_and_ordinals_stay(texts: Callable[..., list[tuple[str, str]]]) -> None:
    found = texts("It has 40 m^2^ on the 5^th^ floor, says the 1^er^ plan, and 10^3^ tiles.")

    assert found[0][1] == "It has 40 m² on the 5th floor, says the 1er plan, and 10³ tiles."


def test_a_paragraph_that_opens_with_a_mark_of_the_text_above_is_a_note(
    texts: Callable[..., list[tuple[str, str]]],
) -> None:
    found = texts(
        "La casa recibió a 320^1^ niñas.", "Dice el puerto.^2^", "^1^ Datos de la casa.", "^2^ Del puerto."
    )

    assert found[:4] == [
        ("paragraph", "La casa recibió a 320 niñas."),
        ("paragraph", "Dice el puerto."),
        ("footnote", "Datos de la casa."),
        ("footnote", "Del puerto."),
    ]


def test_a_paragraph_that_opens_with_a_mark_of_no_text_is_a_paragraph(
    texts: Callable[..., list[tuple[str, str]]],
) -> None:
    assert ("paragraph", "7 Datos de la casa.") in texts(
        "La casa recibió a 320 niñas.", "^7^ Datos de la casa."
    )


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("took in 1,250<sup>1</sup> children in 2023<sup>2</sup>", "took in 1,250 children in 2023"),
        ("dijo el oficial<sup>3,4</sup> de la casa", "dijo el oficial de la casa"),
        ("has 40 m<sup>2</sup> and 10<sup>6</sup> tiles", "has 40 m² and 10⁶ tiles"),
        ("waited 12<sup>1</sup>/<sub>2</sub> days", "waited 12¹/2 days"),
        ("on the 5<sup>th</sup> floor", "on the 5th floor"),
    ],
)
def test_raised_figures_of_a_page(written: str, shown: str) -> None:
    text = f"<p>The house {written}.</p><p>{LAST}</p>"
    page = f"<html><body><article><h1>{TITLE}</h1>{text}</article></body></html>"

    assert read(page.encode(), "text/html").passages[0].text == f"The house {shown}."


def test_raised_figures_in_a_table_of_a_page() -> None:
    rows = (
        "<tr><th>State</th><th>Girls<sup>1</sup></th></tr><tr><td>Puebla</td><td>2,310<sup>2</sup></td></tr>"
    )
    page = f"<html><body><article><h1>{TITLE}</h1><p>{LAST}</p><table>{rows}</table></article></body></html>"

    assert read(page.encode(), "text/html").passages[-1].text == "State | Girls\nPuebla | 2,310"
