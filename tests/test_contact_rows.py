"""Contacts in rows and columns: each row of a table is one, in whatever order its cells stand.

All people, offices and numbers are fiction, written for tests of kb.
"""

from __future__ import annotations

import pytest

from kb.extractors import extract
from kb.parsers import parse
from kb.records import Source

PROSE = """\
# Lantern network opens ten new houses

The network received 300 children last week, and each of them was given a bed, a meal and the name of a lawyer
who speaks the language of the child.

"""
Told = list[tuple[str | None, str | None, str | None]]


def told(content: str, name: str = "text.md", media_type: str = "text/markdown") -> Told:
    source = Source(location=name, content=content.encode(), media_type=media_type, sha256="")
    return [(each.name, each.phone, each.email) for each in extract(parse(source)).contacts]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "| Office | Telephone | Ask for |\n|---|---|---|\n"
            "| Managua | 2255-0104 | Ana Paz |\n| León, Nicaragua | 2311-0105 / 8855-0105 | Leo Luz Mora |",
            [
                ("Ana Paz", "+50522550104", None),
                ("Leo Luz Mora", "+50523110105", None),
                ("Leo Luz Mora", "+50588550105", None),
            ],
        ),
        (
            "| Correo | Nombre | Teléfono |\n|---|---|---|\n"
            "| ana@faro.example | Ana Paz | +504 2231-0104 |\n| leo@faro.example | Leo Luz | +504 9955-0105",
            [
                ("Ana Paz", "+50422310104", "ana@faro.example"),
                ("Leo Luz", "+50499550105", "leo@faro.example"),
            ],
        ),
        (
            "| Teléfono | Correo | Contacto |\n|---|---|---|\n"
            "| +503 2255-0104 | ana@faro.example | Ana Paz |\n| +503 2255-0105 | leo@faro.example | Leo Luz",
            [
                ("Ana Paz", "+50322550104", "ana@faro.example"),
                ("Leo Luz", "+50322550105", "leo@faro.example"),
            ],
        ),
        # The rows of one office are one contact.
        (
            "| Contacto | Dato |\n|---|---|\n| Oficina de Prensa, Tegucigalpa | 2231-0104 |\n"
            "| Correo | prensa@faro.example |",
            [(None, "+50422310104", "prensa@faro.example")],
        ),
    ],
)
def test_a_row_is_a_contact_in_whatever_order_its_cells_stand(table: str, expected: Told) -> None:
    assert told(PROSE + "## Contacts\n\n" + table) == expected


@pytest.mark.parametrize(
    "heading",
    [
        "COMUNÍQUESE CON NOSOTROS",
        "EMERGENCIES AT NIGHT",
        "DESDE HONDURAS",
        "ONLY FOR FAMILIES",
        "PARA URGENCIAS",
    ],
)
def test_words_that_no_name_holds_make_no_person(heading: str) -> None:
    assert told(f"{PROSE}## Contacts\n\n{heading}: +1 830 555 0104") == [(None, "+18305550104", None)]


@pytest.mark.parametrize(
    ("block", "names"),
    [
        (
            "Prensa: P. Ana Paz, tel. +504 2231-0104, o bien Hna. Eva Sol (solo radio), tel. +504 2231-0105",
            ["Ana Paz", "Eva Sol"],
        ),
        ("Press: Yariela Him, +507 204-0104, or else Mr. Leo Luz, +507 204-0105", ["Yariela Him", "Leo Luz"]),
        (
            "Prensa: Lic. Ana Paz, +503 2231-0104; si no contesta, Sra. Eva Sol, +503 2231-0105",
            ["Ana Paz", "Eva Sol"],
        ),
    ],
)
def test_a_second_person_behind_small_words_is_another_contact(block: str, names: list[str]) -> None:
    assert [name for name, _, _ in told(PROSE + block)] == names
