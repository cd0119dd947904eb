"""Roles and organisations that stand beside a name are read whole.

Every text here is fiction, written for a test of kb.
"""

from __future__ import annotations

import pytest

from kb.extractors import extract
from kb.records import Document, Passage


def person(text: str, language: str) -> tuple[str | None, str | None, str | None]:
    """The speaker of the one quotation of a text, with role and organisation."""
    passages = (Passage(address="p1", text=text, language=language),)
    filled = extract(Document(kind="press-release", language=language, title="Fiction", passages=passages))
    [quote] = filled.quotes
    return quote.speaker, quote.role, quote.organisation


@pytest.mark.parametrize(
    ("before", "role", "organisation"),
    [
        ("First Vice-President", "First Vice-President", None),
        ("Third Secretary", "Third Secretary", None),
        (
            "The chief of mission of the Harbour Network (HN) in Mexico,",
            "chief of mission",
            "Harbour Network",
        ),
        (
            "The director of Protection for Citizens Abroad,",
            "director of Protection for Citizens Abroad",
            None,
        ),
        ("The head of Support to Returned Families,", "head of Support to Returned Families", None),
        (
            "The Minister for Children, Disability and Equality,",
            "Minister for Children, Disability and Equality",
            None,
        ),
    ],
)
def test_words_before_a_name_in_english(before: str, role: str, organisation: str | None) -> None:
    spoken = f'{before} Lena Moll said: "Each consulate has a rule of its own now."'.replace(
        ", Lena Moll said", ", Lena Moll, said"
    )

    assert person(spoken, "en") == ("Lena Moll", role, organisation)


@pytest.mark.parametrize(
    ("before", "role", "organisation"),
    [
        ("La primera vicepresidenta", "primera vicepresidenta", None),
        ("La titular de la Red de Puertos (RP)", "titular", "Red de Puertos"),
        ("La jefa de misión de la Red de Puertos (RP) en Belice", "jefa de misión", "Red de Puertos"),
        (
            "La directora general de Protección a Mexicanos en el Exterior",
            "directora general de Protección a Mexicanos en el Exterior",
            None,
        ),
        (
            "La subdirectora de Atención a Menores en Tránsito",
            "subdirectora de Atención a Menores en Tránsito",
            None,
        ),
        ("La ministra de Igualdad, Infancia y Familia", "ministra de Igualdad, Infancia y Familia", None),
    ],
)
def test_words_before_a_name_in_spanish(before: str, role: str, organisation: str | None) -> None:
    spoken = f"{before}, Lena Moll Paz, dijo: «Cada consulado tiene ahora su propia regla»."

    assert person(spoken, "es") == ("Lena Moll Paz", role, organisation)


@pytest.mark.parametrize(
    ("text", "language", "role"),
    [
        (
            'Lena Moll, Commissioner for Migration, Home Affairs and Citizenship, said: "It is urgent now."',
            "en",
            "Commissioner for Migration, Home Affairs and Citizenship",
        ),
        (
            "Lena Moll, ministra de Salud, Deporte y Educación, dijo: «La urgencia es la clave de todo».",
            "es",
            "ministra de Salud, Deporte y Educación",
        ),
        (
            "«La urgencia es la clave», dijo el Alto Comisionado de la ONU para los Refugiados, Lena Moll.",
            "es",
            "Alto Comisionado de la ONU para los Refugiados",
        ),
    ],
)
def test_fields_of_work_in_a_row_and_an_office_are_one_role(text: str, language: str, role: str) -> None:
    assert person(text, language)[:2] == ("Lena Moll", role)


def test_a_list_of_people_is_no_list_of_fields() -> None:
    text = 'Ana Paz, director of Casa Faro, Rosa Cano, and Luis Tun said: "We are all tired of waiting."'

    assert person(text, "en") == ("Ana Paz, Rosa Cano and Luis Tun", None, None)
