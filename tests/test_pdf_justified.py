"""Lines that are stretched to the edges of narrow columns, and tables among them. All of it is fiction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from kb.parsers import pdf
from tests.pdf_files import BOLD, HEIGHT, PLAIN, Paper, source

PROSA = (
    "Las entidades territoriales de Arcadia garantizarán alojamiento transitorio independiente y disponible.",
    "El juzgado nombrará representante legal sin dilaciones injustificadas y supervisará su desempeño anual.",
    "Los consulados intercambiarán información exclusivamente cuando cada adolescente lo consienta.",
    "Se desaconsejan categóricamente los exámenes radiológicos, y prevalecerán procedimientos respetuosos.",
    "Ninguna devolución procederá mientras permanezca pendiente la resolución administrativa.",
)
PROSE = (
    "Municipal administrations of Arcadia guarantee independent accommodation with specialised personnel.",
    "The court appoints a representative without undue postponement and reviews appointments periodically.",
    "Consulates exchange information exclusively where the adolescent has expressly consented in writing.",
    "Radiological examinations are categorically discouraged, and multidisciplinary assessments prevail.",
    "No deportation proceeds while the corresponding administrative determination remains outstanding.",
)
ROWS = (("Provincia", "Ingresos", "Salidas"), ("Valdeflor", "1.204", "980"), ("Río Hondo", "87", "65"))


def _lines(text: str, width: float) -> Iterator[str]:
    row: list[str] = []
    for word in text.split():
        if row and stringWidth(" ".join([*row, word]), PLAIN, 11) > width:
            yield " ".join(row)
            row = []
        row.append(word)
    yield " ".join(row)


def _column(paper: Paper, paragraphs: Sequence[str], left: float, width: float, indent: float = 0) -> None:
    """Justified paragraphs from the height reached; the first line of each is indented."""
    for paragraph in paragraphs:
        *full, last = _lines(paragraph, width - indent)
        for at, line in enumerate(full):
            begins = left if at else left + indent
            if " " in line:
                paper.stretched(line, begins, left + width - begins)
            else:
                paper.line(line, begins)
        paper.line(last, left, down=20)


def _columns(paragraphs: Sequence[str], count: int, indent: float = 0) -> Paper:
    """A page in columns, each with the same paragraphs in another order, numbered through all."""
    paper = Paper()
    paper.line("Instructivo de Arcadia", size=18, font=BOLD, down=30)
    top = paper.y
    width = (451 - 15 * (count - 1)) / count
    for at in range(count):
        paper.y = top
        turned = [*paragraphs[at:], *paragraphs[:at]]
        numbered = [f"{at * len(turned) + nth}. {text}" for nth, text in enumerate(turned, start=1)]
        _column(paper, numbered, 72 + at * (width + 15), width, indent)
    return paper


@pytest.mark.parametrize("paragraphs", [PROSA, PROSE], ids=["es", "en"])
@pytest.mark.parametrize(("count", "indent"), [(2, 0.0), (2, 12.0), (3, 0.0)])
def test_stretched_lines_of_columns_are_text(paragraphs: Sequence[str], count: int, indent: float) -> None:
    reading = pdf.read(source(_columns(paragraphs, count, indent).content()))

    found = [block.text for block in reading.blocks if block.text != "Instructivo de Arcadia"]
    assert [text.partition(". ")[0] for text in found] == [str(number) for number in range(1, 5 * count + 1)]
    assert sorted({text.partition(". ")[2] for text in found}) == sorted(paragraphs)


def test_a_stretched_line_of_two_words_is_text() -> None:
    paper = Paper()
    for text in ("Las consultas jurídicas son gratuitas,", "confidenciales independientemente", "de la"):
        paper.stretched(text, 72, 210) if text != "de la" else paper.line("de la edad de cada persona.")

    reading = pdf.read(source(paper.content()))

    assert [block.kind for block in reading.blocks] == ["paragraph"]


def test_a_table_between_stretched_lines_keeps_its_cells() -> None:
    paper = Paper()
    _column(paper, PROSA[:2], 72, 215)
    for row in ROWS:
        for cell, left, right in zip(row, (72, 160, 0), (0, 0, 287), strict=True):
            paper.put(cell, left or right - stringWidth(cell, PLAIN, 11), paper.y)
        paper.y -= 14
    paper.y -= 6
    _column(paper, PROSA[2:], 72, 215)
    paper.y = HEIGHT - 80
    _column(paper, PROSA, 310, 215)

    reading = pdf.read(source(paper.content()))

    assert [block.text for block in reading.blocks if block.kind == "table"] == [
        "\n".join(" | ".join(row) for row in ROWS)
    ]


@pytest.mark.parametrize(
    "rows", [("registro entrevista", "retorno tutela"), ("norte centro sur", "este oeste mar")]
)
def test_short_cells_from_edge_to_edge_are_no_stretched_line(rows: tuple[str, str]) -> None:
    paper = Paper()
    _column(paper, PROSA[:3], 72, 300)
    for row in (*rows, *rows):
        paper.stretched(row, 72, 300)
    paper.y -= 6
    _column(paper, PROSA[3:], 72, 300)

    reading = pdf.read(source(paper.content()))

    assert not any(row in block.text for block in reading.blocks for row in rows)
