"""Where and when a release was given out: datelines, letterhead lines, closing formulas, weekdays.

All names are fiction, written for tests of kb.
"""

from __future__ import annotations

import pytest

from kb.extractors import extract
from kb.messages import DATES_DISAGREE
from kb.parsers import parse
from kb.records import Document, Source

ENGLISH = (
    "The network received 300 children last week, and each of them was given a bed, a meal and the name of a"
    " lawyer who speaks the language of the child."
)
SPANISH = (
    "La red recibió a 300 niños la semana pasada, y a cada uno se le dio una cama, una comida y el nombre de"
    " una abogada que habla el idioma del niño."
)


def read(text: str) -> Document:
    content = f"{text}\n\nThis text is fiction, written for a test of kb.\n".encode()
    return extract(parse(Source(location="a.txt", content=content, media_type="text/plain", sha256="")))


def date(document: Document) -> tuple[int | None, int | None, int | None] | None:
    found = document.published
    return (found.year, found.month, found.day) if found else None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Submitted by press on Thu, 02/12/2021 - 10:14", (2021, 12, 2)),
        ("Enviado por prensa el Jue, 02/12/2021 - 10:14", (2021, 12, 2)),
        ("Publicado: viernes 05/03/2021", (2021, 3, 5)),
        ("Friday, 03/05/2021", (2021, 3, 5)),
        ("Martes 4/5/2021", (2021, 5, 4)),
        ("Posted 05/04/2021 (Tuesday)", (2021, 5, 4)),
        ("Posted 05/04/2021", (2021, None, None)),
        ("Miércoles 4/5/2021", (2021, None, None)),  # neither 4 May nor 5 April was one
        ("Lunes 7/7/2021", (2021, 7, 7)),
    ],
)
def test_a_weekday_tells_the_order_of_a_date_in_numbers(
    line: str, expected: tuple[int | None, int | None, int | None]
) -> None:
    assert date(read(f"Farol opens ten houses\n\n{line}\n\n{ENGLISH}\n\n{SPANISH}")) == expected


@pytest.mark.parametrize(
    ("posted", "closing"),
    [
        ("Publicado: 20 de agosto de 2024", "Dado en Tegucigalpa, a los 19 días del mes de agosto de 2024."),
        ("Fecha de publicación: 20/08/2024", "Firmado en San José, 19 de agosto de 2024"),
        ("Posted: August 20, 2024", "Given in Belmopan on 19 August 2024."),
        ("Published on 20 August 2024", "Done at Guatemala City, 19 August 2024"),
    ],
)
def test_the_date_of_a_closing_formula_is_the_texts_and_another_of_the_page_is_warned_of(
    posted: str, closing: str
) -> None:
    document = read(f"Farol opens ten houses\n\n{posted}\n\n{ENGLISH}\n\n{closing}")

    assert date(document) == (2024, 8, 19)
    assert [each.template for each in document.warnings] == [DATES_DISAGREE]


def test_a_page_and_a_formula_of_one_day_are_not_warned_of() -> None:
    text = f"Farol opens\n\nPublished on 20 August 2024\n\n{ENGLISH}\n\nDone at Belmopan, 20 August 2024"

    assert read(text).warnings == ()


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("Agencia Farol Noticias / Peñas Blancas\n\nRed Farol abre diez casas\n\n", "Peñas Blancas"),
        ("Lantern News Agency / Benque Viejo\n\nLantern opens ten houses\n\n", "Benque Viejo"),
        ("Agencia Farol / Ana Paz\n\nRed Farol abre diez casas\n\n", None),
        ("Casa Farol / Comunicado conjunto\n\nRed Farol abre diez casas\n\n", None),
        (
            "17/02/2023 · Ciudad de México · Comunicado de la Red Farol\n======\nRed Farol abre casas\n\n",
            "Ciudad de México",
        ),
        ("Red Farol\n\nPor: Prensa Farol | Cd. Juárez, Chih. | 03-03-2025\n\n", "Cd. Juárez, Chih."),
        ("Lantern\n\nBy: Press office | Brownsville, Tex. | 03-13-2025\n\n", "Brownsville, Tex."),
        (
            "Red Farol\n\nNECOCLÍ (Antioquia, Colombia), 7 de julio de 2023 — ",
            "Necoclí (Antioquia, Colombia)",
        ),
        ("Lantern\n\nDANGRIGA (Stann Creek, Belize), 7 July 2023 - ", "Dangriga (Stann Creek, Belize)"),
        ("Lantern\n\nMARIPOSA (Lantern Wire), 7 July 2023 - ", "Mariposa"),
    ],
)
def test_a_place_is_read_in_the_line_of_an_agency_or_a_letterhead(head: str, place: str | None) -> None:
    found = read(f"{head}{SPANISH}").place

    assert (found or "").casefold() == (place or "").casefold()
