"""Whom to ask: persons told from their titles, offices and places; numbers made E.164 only where certain.

All people, places of work and numbers are fiction, written for tests of kb.
"""

from __future__ import annotations

import pytest

from tests.contact_texts import Told, contacts, told

ENGLISH = """\
Shelter opens in a border town

TUCSON, Arizona, 4 May 2021 -- The Lantern House opened its doors to forty children who came from Guatemala
and Honduras last week, its director said on Tuesday.

"""
SPANISH = """\
Abren albergue en la frontera

Tegucigalpa, Honduras, 4 de mayo de 2021. La Casa Farol abrió sus puertas a cuarenta niñas y niños que
llegaron la semana pasada de México, dijo su directora el martes.

"""


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("Media contact: Rev. Dr. Paul Okafor, 520-555-0133", [("Paul Okafor", "520-555-0133", None)]),
        (
            "For interviews: Cmdr. Luis Vega, +1 520 555 0133; Vice-Consul Ana Ruiz (es), +1 520 555 0134",
            [("Luis Vega", "+15205550133", None), ("Ana Ruiz", "+15205550134", None)],
        ),
        (
            "Press: Deputy Warden Carla Hume and Chaplain Ben Otto, tel. 520 555 0133",
            [("Carla Hume", "520 555 0133", None), ("Ben Otto", "520 555 0133", None)],
        ),
        (
            "Press enquiries\nT. Nunn | nunn@lantern.example | 520.555.0133",
            [("T. Nunn", "520.555.0133", "nunn@lantern.example")],
        ),
        (
            "Questions? Call or WhatsApp Estela, 520-555-0133.",
            [("Estela", "520-555-0133", None)],
        ),
        ("Media: the Lantern House, 520-555-0133", [(None, "520-555-0133", None)]),
        ("Contact: Stann Creek District, 520-555-0133", [(None, "520-555-0133", None)]),
        (
            "Contacts\n- Puerto Calma: Denzil Haylock, 520-555-0133",
            [("Denzil Haylock", "520-555-0133", None)],
        ),
    ],
)
def test_a_person_is_neither_a_title_nor_a_place_nor_a_house(block: str, expected: list[Told]) -> None:
    assert told(ENGLISH + block) == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "Más información con la licenciada Sonia Mejía, 2235-0166",
            [("Sonia Mejía", "2235-0166", None)],
        ),
        ("Secretaría: hermana Clara Inés Doblado, 2235-0166", [("Clara Inés Doblado", "2235-0166", None)]),
        (
            "Vicecónsul Mynor Ajú: 2235-0166, mynor@farol.example",
            [("Mynor Ajú", "2235-0166", "mynor@farol.example")],
        ),
        (
            "Informes con el Tte. Coronel Hugo Paz, tel. 2235-0166, y la Insp. Ana Flores, tel. 2235-0167.",
            [("Hugo Paz", "2235-0166", None), ("Ana Flores", "2235-0167", None)],
        ),
        (
            "Contacto: Ana Paz y Eva Luz, tel. 2235-0166",
            [("Ana Paz", "2235-0166", None), ("Eva Luz", "2235-0166", None)],
        ),
        ("Prensa: Departamental San Miguel, 2235-0166", [(None, "2235-0166", None)]),
        ("Contacto: UNICEF Honduras Daniela Ferrer, 2235-0166", [("Daniela Ferrer", "+50422350166", None)]),
        (
            "Denuncias: marque el 145 o escriba a denuncias@farol.example",
            [(None, "145", "denuncias@farol.example")],
        ),
    ],
)
def test_a_person_is_told_from_her_title_in_spanish(block: str, expected: list[Told]) -> None:
    assert told(SPANISH + block) == expected


def test_the_number_before_the_words_that_invite_is_read_too() -> None:
    text = "The public may report a child to the House at 520-555-0133 or by email to a@lantern.example."

    assert told(ENGLISH + text) == [(None, "520-555-0133", "a@lantern.example")]


def test_each_of_several_lines_is_in_the_country_named_before_it() -> None:
    text = "Numbers: in Mexico 55 5555 0199; in El Salvador 2208-4477; in the United States (301) 555-0118."

    assert [phone for _, phone, _ in told(ENGLISH + text)] == [
        "+525555550199",
        "+50322084477",
        "+13015550118",
    ]


def test_on_both_sides_of_the_border_the_shape_of_a_number_tells_its_country() -> None:
    text = (
        "Three parishes ask for beds\n\nEl Paso, Texas/Ciudad Juárez, Chihuahua -- Three parishes asked the"
        " authorities of the United States and Mexico for beds for the children who wait at the bridges."
        "\n\nPress: Paul Otto, (915) 555-0138, or the chancery in Juárez, Ana Paz, 656 555 0172"
    )

    assert told(text) == [("Paul Otto", "(915) 555-0138", None), ("Ana Paz", "+526565550172", None)]


def test_a_city_that_another_country_has_too_makes_no_country_certain() -> None:
    text = "Abren casa en San Isidro Palenque\n\nLa casa abrió hoy.\n\nInformes: tel. (916) 345 0112 ext. 104"

    assert told(text) == [(None, "(916) 345 0112;ext=104", None)]


def test_the_day_beside_a_number_is_not_part_of_it() -> None:
    assert told(ENGLISH + "Contact: Karen Thor  JUNE 6  515-555-0102 x 218")[0][1] == "515-555-0102;ext=218"


def test_the_address_of_a_desk_is_not_the_last_persons() -> None:
    block = "CONTACT: Willa Strand, 202-555-0151\nBeau Otto, 202-555-0176\npress@lantern.example"
    own = "CONTACT: Willa Strand, 202-555-0151\nBeau Otto, 202-555-0176\notto@lantern.example"

    assert told(ENGLISH + block) == [
        ("Willa Strand", "202-555-0151", None),
        ("Beau Otto", "202-555-0176", None),
        (None, None, "press@lantern.example"),
    ]
    assert told(ENGLISH + own)[1] == ("Beau Otto", "202-555-0176", "otto@lantern.example")


@pytest.mark.parametrize(
    ("text", "block"),
    [
        (
            ENGLISH,
            "Media: in English, Ana Ruiz, +1 915 555 0166; in Spanish, Luis Vega, +1 915 555 0109. {} (both)",
        ),
        (SPANISH, "Prensa: Ana Ruiz, +1 915 555 0166; Luis Vega, +1 915 555 0109. {} (ambos)"),
    ],
)
def test_an_address_said_to_be_of_both_is_with_each(text: str, block: str) -> None:
    desk = "desk@lantern.example"

    assert told(text + block.format(desk)) == [
        ("Ana Ruiz", "+19155550166", desk),
        ("Luis Vega", "+19155550109", desk),
    ]


@pytest.mark.parametrize(
    ("text", "block"),
    [
        (SPANISH, "Informes: Oficina Municipal de Niñez, tel. +504 2237 0182, con Ana Ruiz."),
        (ENGLISH, "For information: Office of the Registrar, tel. +504 2237 0182, ask for Ana Ruiz."),
    ],
)
def test_whom_to_ask_for_stands_behind_the_number_of_an_office(text: str, block: str) -> None:
    assert told(text + block) == [("Ana Ruiz", "+50422370182", None)]


@pytest.mark.parametrize(
    ("block", "phone"),
    [
        ("Contact: Ana Paz, Tela, 2448-0152", "+50424480152"),
        ("Contact: Ana Paz, Lantern House, Belize. Tel. 223-0144", "+5012230144"),
        ("Prensa: Ana Paz, PANI, 2523-0155", "+50625230155"),
        ("Contact: Ana Paz, (202) 555-0144 (United States)", "+12025550144"),
        ("Contacto en Guatemala: Ana Paz, 2232-0144", "+50222320144"),
        ("Contact: Ana Paz, (504) 2231-0204", "+50422310204"),
        ("Contact: Ana Paz, 2231-0204", "2231-0204"),
        ("Contact: Ana Paz, Lantern House, Tucson, Arizona. Phone 520-555-0190", "+15205550190"),
        ("Managua, 22 de enero de 2015\nPrensa: 2278-0185", "2278-0185"),
    ],
)
def test_only_the_block_makes_the_country_of_a_number_certain(block: str, phone: str) -> None:
    assert [each.phone for each in contacts(ENGLISH + block)] == [phone]


def test_the_letterhead_is_the_heading_of_a_contact_that_stands_in_it() -> None:
    head = "FARO FUND\n\n410 Grand Ave., Tucson, Arizona\n\nContact: Ana Paz\n520-555-0133\n\n"

    assert [each.phone for each in contacts(head + ENGLISH)] == ["+15205550133"]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        # Spokespersons by language, offices in a list, a body before its address.
        (
            "Contacts:\nEnglish — Paul Etter, +1 505 555 0166\nEspañol — Ana Paz, +1 505 555 0167",
            [("Paul Etter", "+15055550166", None), ("Ana Paz", "+15055550167", None)],
        ),
        (
            "Media contacts\n- Honduran Red Cross: Luis Vega, +504 9955 0140\n- IOM: desk@lantern.example",
            [("Luis Vega", "+50499550140", None), (None, None, "desk@lantern.example")],
        ),
        # Running prose.
        (
            "Para entrevistas, comuníquese con la doctora Ana Paz al teléfono +504 2455-0177.",
            [("Ana Paz", "+50424550177", None)],
        ),
        (
            "For the press office contact Luis Vega at desk@lantern.example or telephone +504 2455-0177.",
            [("Luis Vega", "+50424550177", "desk@lantern.example")],
        ),
        ("Citas: WhatsApp +504 2455-0177, Lic. Ana Paz.", [("Ana Paz", "+50424550177", None)]),
        # A signer above the person who is asked.
        (
            "+ Mons. Luis Vega Luz\nObispo del Faro\nP. Ana Paz, Pastoral: +504 2455-0177",
            [("Ana Paz", "+50424550177", None)],
        ),
        # Two numbers with a hyphen between them, and the number of a bulletin, which is none.
        (
            "CP-FARO-0067-2022\nOficina de Prensa\nAna Paz - +504 2455-0177 - +504 9955-0190",
            [("Ana Paz", "+50424550177", None), ("Ana Paz", "+50499550190", None)],
        ),
    ],
)
def test_names_and_numbers_find_each_other(block: str, expected: list[Told]) -> None:
    assert told(SPANISH + block) == expected
