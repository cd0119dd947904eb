"""Which words of a contact are a person's name, and which are the desk, house or body that is reached.

All people, offices and numbers are fiction, written for tests of kb.
"""

from __future__ import annotations

import pytest

from kb.extractors import extract
from kb.parsers import parse
from kb.records import Source
from tests.contact_texts import ENGLISH, SPANISH


def named(text: str) -> list[tuple[str | None, str | None]]:
    """The name and office of each contact of a text."""
    document = parse(
        Source(location="a.txt", content=text.encode(), media_type="text/plain", sha256="0" * 64)
    )
    return [(each.name, each.office) for each in extract(document).contacts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            SPANISH
            + "Contacto:\nAtención Ciudadana: 2255-0101\nLínea Segura: 2255-0102\nTrata: t@faro.example",
            ["Atención Ciudadana", "Línea Segura", "Trata"],
        ),
        (SPANISH + "Informes\nPuerta Norte, tel. 2255-0144", ["Puerta Norte"]),
        (SPANISH + "Contacto: Jornada Blanca, 2255-0107", ["Jornada Blanca"]),
        (SPANISH + "Contacto: Tejiendo Redes, 2255-0107", ["Tejiendo Redes"]),
        (SPANISH + "Contactos\nDestacamento Tecún Umán: 2255-0107", ["Destacamento Tecún Umán"]),
        (SPANISH + "Contacto: Cocina Solidaria Doña Tencha, 2255-0117", ["Cocina Solidaria Doña Tencha"]),
        (SPANISH + "Contacto: Luz Verde, 2255-0107", ["Luz Verde"]),
        (SPANISH + "Contacto: Buen Pastor, 2255-0107", ["Buen Pastor"]),
        (ENGLISH + "Contact: Texas Lantern, 512-555-0107", ["Texas Lantern"]),
        (ENGLISH + "Contacts\nNewsroom Duty Editor: 202-555-0131", ["Newsroom Duty Editor"]),
        (ENGLISH + "Contacts\n24-hour Nurse Line, Laredo: 956-555-0139", ["24-hour Nurse Line, Laredo"]),
        (SPANISH + "Contacto:\nOficina en Tela, Yoro: 2255-0103", ["Oficina en Tela, Yoro"]),
        (SPANISH + "Contacto:\nComunicación Social PGN: 2255-0104", ["Comunicación Social PGN"]),
        (
            SPANISH + "La Oficina de Enlace recibe llamadas de las familias en el 2255-0169.",
            ["Oficina de Enlace"],
        ),
        (ENGLISH + "The Legal Desk can be reached at 202-555-0131.", ["Legal Desk"]),
        (
            ENGLISH + "Press and Culture Section, U.S. Embassy Tela: 202-555-0131",
            ["Press and Culture Section, U.S. Embassy Tela"],
        ),
        (SPANISH + "Contacto:\nGrupo Beta Tela atiende en el teléfono 2255-0104", ["Grupo Beta Tela"]),
        (ENGLISH + "Contacts\nPort of Spain office: 202-555-0131", ["Port of Spain office"]),
        (ENGLISH + "Contacts\nLondon press desk, 202-555-0131", ["London press desk"]),
        (ENGLISH + "Contacts\nHouston, Texas: 713-555-0131", ["Houston, Texas"]),
        (SPANISH + "Contacto: Casa Maya, A.C., 2255-0104", ["Casa Maya, A.C."]),
        (SPANISH + "Quejas y Denuncias: 2255-0104", ["Quejas y Denuncias"]),
        (SPANISH + "Contacto:\nDonativos (sólo mensajes): 2255-0104", ["Donativos"]),
    ],
)
def test_words_that_say_something_name_a_desk_and_no_person(text: str, expected: list[str]) -> None:
    assert named(text) == [(None, office) for office in expected]


@pytest.mark.parametrize(
    "line",
    [
        "Contacto: Tel. directo: 2255-0101",
        "Contacto:\nLunes a viernes: 2255-0101",
        "Contacto:\nCitas: citas@faro.example",
        "Contacto:\nEspañol: 2255-0101",
        "Contacto:\nPara denuncias: 2255-0101",
        "Contacto:\nJr. Los Pinos 1580, Jesús María\nTeléfono: 2255-0101",
    ],
)
def test_which_number_it_is_and_what_for_is_no_office(line: str) -> None:
    assert named(SPANISH + line) == [(None, None)]


@pytest.mark.parametrize(
    ("block", "name"),
    [
        ("Contacto: Ixchel B'atz Tzul, 2255-0134", "Ixchel B'atz Tzul"),
        ("Contacto (kaqchikel): Aura Sotz' Cúmez, 2255-0144", "Aura Sotz' Cúmez"),
        ("Contacto: Ma. Gpe. Villaseñor Ruiz, 2255-0165", "Ma. Gpe. Villaseñor Ruiz"),
        ("Contacto: Ajq'ij Tomás Ixchop Tiu, 2255-0166", "Tomás Ixchop Tiu"),
        ("CONTACTO: ELVIRA DE LA TORRE SOL, 2255-0161", "ELVIRA DE LA TORRE SOL"),
        ("Contacto: LÓPEZ ARCHILA, Ana Lucía, 2255-0165", "LÓPEZ ARCHILA, Ana Lucía"),
        ("Contacto: Mtro. Domingo Guardia Prado, 2255-0165", "Domingo Guardia Prado"),
        ("Contacto: hermana Luz Verde, 2255-0107", "Luz Verde"),
        ("Preguntas: escríbale a Morena Guardado (becas@faro.example)", "Morena Guardado"),
    ],
)
def test_a_name_is_whole_in_spanish(block: str, name: str) -> None:
    assert named(SPANISH + block) == [(name, None)]


@pytest.mark.parametrize(
    ("block", "name"),
    [
        ("Press: Rev. Dr. Tobias van der Meulen, 616-555-0184", "Tobias van der Meulen"),
        ("Contact Sunday School Coordinator Mae Ito at 303-555-0119.", "Mae Ito"),
        ("Contact: J.D. McElroy, Esq., 312-555-0136", "J.D. McElroy"),
        ("Contact: Lars-Erik af Ugglas, 312-555-0137", "Lars-Erik af Ugglas"),
        ("Ring Agnes Obi, who runs the office on Mondays, on 415-555-0161.", "Agnes Obi"),
        ("Contact: Yusra al-Hakim, 312-555-0156", "Yusra al-Hakim"),
        ("cc: Hon. Lucille Trask, Subcommittee\nContact: Fern Castle, 312-555-0156", "Fern Castle"),
        ("Contact: Fern Castle, 312-555-0156", "Fern Castle"),
        ("Her editor, Tom Pruett, can be reached at 915-555-0119.", "Tom Pruett"),
        ("Reporters may ask for Deacon Luis Zuñiga at 956-555-0131.", "Luis Zuñiga"),
        (
            "Pastor Edgar Villas keeps the keys. He is there late; write to him at ev@faro.example.",
            "Edgar Villas",
        ),
    ],
)
def test_a_name_is_whole_in_english(block: str, name: str) -> None:
    assert named(ENGLISH + block) == [(name, None)]


@pytest.mark.parametrize(
    "name", ["Kenya Cuevas", "Irlanda Sosa", "Argelia Tun", "Valencia Ames", "M.ª José Puig"]
)
def test_a_person_who_is_called_like_a_country_says_nothing_of_it(name: str) -> None:
    document = parse(
        Source(
            location="a.txt",
            content=f"{SPANISH}Contacto: {name}, 202-555-0143".encode(),
            media_type="text/plain",
            sha256="0" * 64,
        )
    )
    assert [(each.name, each.phone) for each in extract(document).contacts] == [(name, "202-555-0143")]


def test_an_address_behind_two_persons_without_numbers_is_their_desk_s() -> None:
    block = "* Comunicación Social: Sheny Barrios y Mynor Tzul, prensa@faro.example"

    assert named(SPANISH + "Contacto\n" + block) == [(None, "Comunicación Social")]


def test_an_address_below_a_byline_that_it_is_named_after_is_the_writers() -> None:
    text = "BORDER NEWS\n\nTents close before winter\n\nBy LUCINDA FERRIS\nlferris@faro.example\n\n" + ENGLISH

    assert named(text) == [("LUCINDA FERRIS", None)]


def test_a_label_before_a_person_is_her_office_where_it_names_a_desk() -> None:
    spanish = (
        "Contacto:\nVoluntariado: Ana Paz, 2255-0101\nVocera: Eva Luz, 2255-0102\nMedios: Leo Sol, 2255-0103"
    )
    english = "Contacts\nLegal days: Ana Paz, 202-555-0131\nIn Spanish: Leo Sol, 202-555-0132"

    assert named(SPANISH + spanish) == [("Ana Paz", "Voluntariado"), ("Eva Luz", None), ("Leo Sol", None)]
    assert named(ENGLISH + english) == [("Ana Paz", "Legal days"), ("Leo Sol", None)]
