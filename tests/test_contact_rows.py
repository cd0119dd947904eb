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
PLAIN = PROSE.lstrip("# ") + PROSE.partition("\n\n")[2]
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


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "For interviews:\n"
            "Ana Paz (press)                 Leo Luz Mora (families)\n"
            "Tucson, Arizona                 Tucson, Arizona\n"
            "520-555-0104, ext. 12           520-555-0104, ext. 13\n"
            "apaz@lantern.example            lluz@lantern.example",
            [
                ("Ana Paz", "+15205550104;ext=12", "apaz@lantern.example"),
                ("Leo Luz Mora", "+15205550104;ext=13", "lluz@lantern.example"),
            ],
        ),
        (
            "Contactos:\n"
            "Ana Paz                    Leo Luz Mora\n"
            "Casa Farol, Honduras       Casa Faro, Guatemala\n"
            "2231-0104                  2232-0105\n"
            "ana@farol.example          leo@faro.example",
            [
                ("Ana Paz", "+50422310104", "ana@farol.example"),
                ("Leo Luz Mora", "+50222320105", "leo@faro.example"),
            ],
        ),
        (
            "MEDIA ENQUIRIES\n\n"
            "Honduras     Ana Paz         (+504) 2231-0104\n"
            "             Honduran Red Cross   apaz@faro.example\n"
            "Guatemala    Leo Luz Mora    (+502) 2232-0105\n"
            "             Guatemalan Red Cross   lluz@faro.example",
            [
                ("Ana Paz", "+50422310104", "apaz@faro.example"),
                ("Leo Luz Mora", "+50222320105", "lluz@faro.example"),
            ],
        ),
    ],
)
def test_blocks_side_by_side_are_read_one_after_the_other(block: str, expected: Told) -> None:
    assert told(PLAIN + block, "text.txt", "text/plain") == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "Press Office of the Lantern Fund\nTel. +504 2231-0104\nCell +504 9955-0104\n"
            "Ana Paz, spokesperson",
            [("Ana Paz", "+50422310104", None), ("Ana Paz", "+50499550104", None)],
        ),
        (
            "Oficina de Prensa\nPBX +502 2414-0104 extensión 24\nLeo Luz Mora (encargado)",
            [("Leo Luz Mora", "+50224140104;ext=24", None)],
        ),
        (
            "Oficina de Prensa, San Salvador\nTel. 2231-0104\nLicda. Eva Sol Paz, jefa de prensa",
            [("Eva Sol Paz", "+50322310104", None)],
        ),
        ("Contactos:\nQuetzaltenango: 7761-0104, lic. Leo Luz", [("Leo Luz", "+50277610104", None)]),
        (
            "Prensa: Casa Farol, Tela, Honduras, tel. 2448-0104, con Ana Paz o Leo Luz.",
            [("Ana Paz", "+50424480104", None), ("Leo Luz", "+50424480104", None)],
        ),
        (
            "Quien quiera donar puede llamar al +505 2772-0104. Preguntar por doña Eva.",
            [("Eva", "+50527720104", None)],
        ),
        (
            "Tel: +1 876 555 0104\nEmail: ana@lantern.example\nAttention: Ana Paz, Kingston, Jamaica",
            [("Ana Paz", "+18765550104", "ana@lantern.example")],
        ),
        (
            "Contacto para prensa\nAna Paz Mora\nCoordinadora\nCasa Farol, Tapachula, Chiapas\n"
            "Tel. 962 555 0104\nana@farol.example",
            [("Ana Paz Mora", "+529625550104", "ana@farol.example")],
        ),
    ],
)
def test_a_person_may_stand_below_or_behind_the_numbers(block: str, expected: Told) -> None:
    assert told(PLAIN + block, "text.txt", "text/plain") == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "Prensa: P. Ana Paz, +504 2231-0104. Para donativos, con la contadora, Eva, en Tela: 2448-0105.",
            [("Ana Paz", "+50422310104", None), ("Eva", "+50424480105", None)],
        ),
        (
            "Informes: oficina del albergue, +502 7761-0104, con la psicóloga Eva.",
            [("Eva", "+50277610104", None)],
        ),
        ("For the clinic ring +501 822-0104 and ask for the nurse Eva.", [("Eva", "+5018220104", None)]),
        # What stands behind a preposition and an article is not always a person.
        (
            "Informes: oficina del albergue, +502 7761-0104, con la directora Nacional.",
            [(None, "+50277610104", None)],
        ),
    ],
)
def test_a_given_name_behind_a_role_is_whom_to_ask_for(block: str, expected: Told) -> None:
    assert told(PROSE + block) == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "Prensa: Profa. Ana Paz. Teléfonos: +504 2231-0104. Oficina de la Niñez: +504 2231-0105",
            [("Ana Paz", "+50422310104", None), (None, "+50422310105", None)],
        ),
        (
            "Press: Ana Paz, +501 822-0104. Office of the Registrar: +501 822-0105",
            [("Ana Paz", "+5018220104", None), (None, "+5018220105", None)],
        ),
        (
            "Prensa: Ana Paz, +503 2231-0104\nLínea gratuita: 132",
            [("Ana Paz", "+50322310104", None), (None, "132", None)],
        ),
    ],
)
def test_an_office_or_line_of_its_own_is_not_the_persons(block: str, expected: Told) -> None:
    assert told(PLAIN + block, "text.txt", "text/plain") == expected


def test_a_cell_of_a_press_desk_below_the_text_is_kept() -> None:
    prose = "La casa recibió a 183 niños, y a cada uno se le dio una cama, una comida y un cuaderno. " * 3
    page = (
        "<html><head><title>Farol informa</title></head><body>"
        "<table><tr><td><a href='/'>Inicio</a></td><td><a href='/a'>Alertas</a></td></tr></table>"
        "<table><tr><td><h2>La casa recibe a 183 niños</h2></td></tr>"
        f"<tr><td><p>{prose}</p><p>{prose}</p></td></tr>"
        "<tr><td><b>Departamento de Comunicación Social, Farol</b><br>PBX +502 2414-0104<br>"
        "Ana Paz, encargada</td></tr></table>"
        "<table><tr><td>Este texto es ficción, escrito para una prueba de kb.</td></tr></table></body></html>"
    )

    assert told(page, "a.html", "text/html") == [("Ana Paz", "+50224140104", None)]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "Lantern House, Panama City, +507 203 0104 · press: Ana Paz, ana@lantern.example",
            [(None, "+5072030104", None), ("Ana Paz", None, "ana@lantern.example")],
        ),
        (
            "Prensa: Ana Paz (+506 8855-0104) · Donaciones: Leo Luz (+506 8855-0105) · casa@faro.example",
            [
                ("Ana Paz", "+50688550104", None),
                ("Leo Luz", "+50688550105", None),
                (None, None, "casa@faro.example"),
            ],
        ),
        (
            "Oficina de Prensa\nAna Paz: +506 8855-0104\nLeo Luz: +506 8855-0105\nprensa@faro.example",
            [
                ("Ana Paz", "+50688550104", None),
                ("Leo Luz", "+50688550105", None),
                (None, None, "prensa@faro.example"),
            ],
        ),
        (
            "Contactos\nSede central: +502 7951-0104\nSede Petén: +502 7926-0105",
            [(None, "+50279510104", None), (None, "+50279260105", None)],
        ),
    ],
)
def test_what_is_of_the_house_is_not_lent_to_a_person(block: str, expected: Told) -> None:
    assert told(PLAIN + block, "text.txt", "text/plain") == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        # A label of the press, and a person behind it, end the line of a house.
        (
            "Casa Farol | Saltillo, Coahuila | Tel. 844 555 0104 | prensa@faro.example | "
            "Prensa: Hna. Ana Paz",
            [("Ana Paz", "+528445550104", "prensa@faro.example")],
        ),
        (
            "Lantern House, Nogales, Arizona. Tel. 520-555-0104, house@lantern.example. "
            "Media contact: Leo Luz",
            [("Leo Luz", "+15205550104", "house@lantern.example")],
        ),
        (
            "Lantern House\nChicago, IL 60601\n312.555.0104\nhouse@lantern.example\nPress: Leo Luz, ext. 7",
            [(None, "+13125550104", "house@lantern.example"), ("Leo Luz", "+13125550104;ext=7", None)],
        ),
        # What somebody does stands before her in the brackets.
        (
            "Lantern House\nBelize City\nTelephone: 255-0104 (switchboard), 655-0105 (press, Ana Paz)",
            [(None, "+5012550104", None), ("Ana Paz", "+5016550105", None)],
        ),
        (
            "Contactos: +506 2255-0104 (recepción), +506 8855-0105 (prensa: Leo Luz)",
            [(None, "+50622550104", None), ("Leo Luz", "+50688550105", None)],
        ),
        # Surnames that are days, and titles in letters.
        (
            "Interviews: ask for Sister Eulalia Domingo (+502 7755 0104).",
            [("Eulalia Domingo", "+50277550104", None)],
        ),
        (
            "Informes: Lcda. Ana Paz, tel. +502 7886-0104; T.S. Eva Xitumul (trabajo social), "
            "tel. +502 7886-0105.",
            [("Ana Paz", "+50278860104", None), ("Eva Xitumul", "+50278860105", None)],
        ),
        # A town in a line of its own.
        (
            "Contacto\nDirección de Comunicación\nConmutador: 55 5128 0104, exts. 11 y 12\nCiudad de México\n"
            "prensa@faro.example",
            [
                (None, "+525551280104;ext=11", "prensa@faro.example"),
                (None, "+525551280104;ext=12", "prensa@faro.example"),
            ],
        ),
    ],
)
def test_who_is_told_beside_a_number_of_the_house(block: str, expected: Told) -> None:
    assert told(PLAIN + block, "text.txt", "text/plain") == expected
