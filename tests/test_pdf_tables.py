"""Tables of PDF files, ruled and not: each cell in its row and column. All of it is fiction."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TypeAlias

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table, TableStyle

from kb.parsers import pdf
from tests.pdf_files import Paper, source

PROSE = (
    "This text is fiction, written for a test of kb. A child who reaches the shelter of Vadena alone is "
    "heard by a guardian on the same day, and nobody is sent away before the morning, whatever the hour."
)
SPAN = "SPAN"
Command: TypeAlias = tuple[object, ...]
GRID: tuple[Command, ...] = (("GRID", (0, 0), (-1, -1), 0.5, colors.black),)
HEAD_AND_FOOT: tuple[Command, ...] = (
    ("LINEABOVE", (0, 0), (-1, 0), 1, colors.black),
    ("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black),
    ("LINEBELOW", (0, -1), (-1, -1), 1, colors.black),
)
LINES: tuple[Command, ...] = (("LINEBELOW", (0, 0), (-1, -1), 0.4, colors.grey),)
SHADED: tuple[Command, ...] = (("ROWBACKGROUNDS", (0, 1), (-1, -1), [colors.white, colors.lightgrey]),)
NONE: tuple[Command, ...] = ()
ARRIVALS = (
    ("Place", "Arrivals", "What was done", "Share"),
    ("Vadena", "1,312", "A guardian hears each child on the day of arrival and writes it down", "61.5%"),
    ("San Telmo", "208", "Nothing", "9.8%"),
    ("Puerta Norte", "97", "The consulate is told, and relatives are looked for", "4.5%"),
    ("Border post of El Roble", "5", "Not reported", "0.2%"),
)


def table(
    rows: Sequence[Sequence[str]],
    style: Sequence[Command],
    *,
    widths: Sequence[float] = (90, 60, 200, 60),
    numbers: int = 2,
    valign: str = "TOP",
    pad: float = 3,
) -> Flowable:
    """A table whose cells wrap; ``numbers`` aligns columns of figures (0 left, 1 middle, 2 right)."""
    figures = [all(row[at][:1].isdigit() or not row[at] for row in rows[1:]) for at in range(len(rows[0]))]
    cells = [
        [
            Paragraph(
                cell, ParagraphStyle("cell", fontSize=9, leading=11, alignment=numbers if figures[at] else 0)
            )
            for at, cell in enumerate(row)
        ]
        for row in rows
    ]
    made = Table(cells, colWidths=widths)
    made.setStyle(
        TableStyle([
            *style, ("VALIGN", (0, 0), (-1, -1), valign),
            ("TOPPADDING", (0, 0), (-1, -1), pad), ("BOTTOMPADDING", (0, 0), (-1, -1), pad),
        ])
    )  # fmt: skip
    return made


def read(made: Flowable) -> list[list[list[str]]]:
    """The tables that kb finds on a page with one between paragraphs, as cells."""
    held = BytesIO()
    prose = ParagraphStyle("prose", fontSize=10.5, leading=13.5, spaceBefore=8, spaceAfter=8)
    SimpleDocTemplate(held, pagesize=A4).build([Paragraph(PROSE, prose), made, Paragraph(PROSE, prose)])
    blocks = pdf.read(source(held.getvalue())).blocks
    assert sum(PROSE.endswith(block.text[-60:]) for block in blocks if block.kind == "paragraph") == 2
    return [
        [line.split(" | ") for line in block.text.split("\n")] for block in blocks if block.kind == "table"
    ]


@pytest.mark.parametrize("style", [GRID, HEAD_AND_FOOT, LINES, SHADED, NONE])
@pytest.mark.parametrize("valign", ["TOP", "MIDDLE"])
@pytest.mark.parametrize("numbers", [0, 1, 2])
def test_cells_that_wrap_stay_in_their_rows(style: Sequence[Command], valign: str, numbers: int) -> None:
    found = read(table(ARRIVALS, style, numbers=numbers, valign=valign))

    assert found == [[list(row) for row in ARRIVALS]]


@pytest.mark.parametrize("style", [GRID, NONE])
@pytest.mark.parametrize("pad", [1, 6])
def test_rows_may_be_set_close_or_wide(style: Sequence[Command], pad: float) -> None:
    assert read(table(ARRIVALS, style, pad=pad)) == [[list(row) for row in ARRIVALS]]


@pytest.mark.parametrize("style", [GRID, LINES, NONE])
def test_an_empty_cell_leaves_the_others_in_their_columns(style: Sequence[Command]) -> None:
    rows = (
        ("Place", "2019", "2020", "2021"),
        ("Vadena", "312", "", "290"),
        ("San Telmo", "", "208", "211"),
        ("Puerta Norte", "97", "101", "99"),
    )

    assert read(table(rows, style, widths=(110, 60, 60, 60))) == [[list(row) for row in rows]]


@pytest.mark.parametrize("style", [GRID, NONE])
def test_a_head_of_two_rows_stays_two_rows(style: Sequence[Command]) -> None:
    rows = (
        ("Place", "Girls and boys", "", "Files"),
        ("", "2019", "2020", "2021"),
        ("Vadena", "312", "208", "290"),
        ("San Telmo", "41", "57", "211"),
        ("Puerta Norte", "97", "101", "99"),
    )
    spans = (*style, (SPAN, (1, 0), (2, 0)), (SPAN, (0, 0), (0, 1)))

    assert read(table(rows, spans, widths=(110, 60, 60, 60), numbers=0)) == [[list(row) for row in rows]]


def test_a_cell_over_several_rows_is_told_in_the_first() -> None:
    rows = (
        ("Place", "Office", "Files"),
        ("Vadena", "Guardians", "312"),
        ("", "Consulate", "41"),
        ("San Telmo", "Guardians", "57"),
        ("", "Consulate", "8"),
    )
    spans = (*GRID, (SPAN, (0, 1), (0, 2)), (SPAN, (0, 3), (0, 4)))

    found = read(table(rows, spans, widths=(110, 110, 60), valign="MIDDLE"))

    assert found == [[list(row) for row in rows]]


def test_figures_that_touch_the_next_column_are_cells_of_their_own() -> None:
    rows = (
        ("Place", "Arrivals", "Open at night", "Files"),
        ("Vadena", "15,779", "no", "53"),
        ("San Telmo", "88,425", "partly", "541"),
        ("Puerta Norte", "20,113", "yes", "74"),
        ("Arcadia", "19,018", "no", "38"),
    )

    assert read(table(rows, NONE, widths=(90, 50, 90, 50))) == [[list(row) for row in rows]]


def test_figures_below_each_other_are_cells_and_no_telephone_numbers() -> None:
    rows = (
        ("Año", "Niñas", "Niños"),
        ("2018", "1.204", "2.310"),
        ("2019", "980", "1.876"),
        ("2020", "455", "903"),
    )
    paper = Paper()
    for row in rows:
        for cell, left in zip(row, (72, 150, 228), strict=True):
            paper.put(cell, left, paper.y)
        paper.y -= 16

    reading = pdf.read(source(paper.content()))

    assert [block.text for block in reading.blocks] == ["\n".join(" | ".join(row) for row in rows)]
