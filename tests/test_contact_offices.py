"""The office of a contact: what is printed beside it, before it or above it, as it is printed.

All names, numbers and addresses are fiction, written for these tests.
"""

from __future__ import annotations

import pytest

from tests.contact_texts import ENGLISH, SPANISH, contacts, page


def offices(text: str, media_type: str = "text/plain") -> list[str | None]:
    """The office of each contact of a text, in their order."""
    return [each.office for each in contacts(text, media_type)]


@pytest.mark.parametrize(
    ("line", "office"),
    [
        ("Contact: Ana Paz, Lantern Legal Project, 202-555-0131", "Lantern Legal Project"),
        ("Contact: Ana Paz (Northern Corridor Watch), 202-555-0131", "Northern Corridor Watch"),
        ("Contact: Ana Paz, Senior Counsel, House of the Willow, 202-555-0131", "House of the Willow"),
        ("Contact: Ana Paz, Southern Ferry Help Desk: 202-555-0131", "Southern Ferry Help Desk"),
        (
            "Contact: Ana Paz, Media Relations, Tela General Hospital, 202-555-0131",
            "Media Relations, Tela General Hospital",
        ),
        ("Contact: Ana Paz at the union hall, 210 E. Main Street: 202-555-0131", "union hall"),
        ("Contact: Ana Paz, Director of Youth Services, 202-555-0131", "Youth Services"),
        (
            "Contact:\nAna Paz\nDirector, Housing, Schools, and Family Income\n202-555-0131",
            "Housing, Schools, and Family Income",
        ),
        (
            "Contact:\nAna Paz\nPress Officer\nMinistry of Schools, Families and Sport\n202-555-0131",
            "Ministry of Schools, Families and Sport",
        ),
        (
            "Contact: Ana Paz, Sparrow Communications, New York, 202-555-0131",
            "Sparrow Communications, New York",
        ),
        ("Contact: Ana Paz, Sarita, Texas, 361-555-0131", None),
        ("Contact: Ana Paz, regional director, 202-555-0131", None),
        ("Contact: Ana Paz (English, Dutch), 202-555-0131", None),
        ("Contact: Ana Paz, RN, 202-555-0131", None),
        ("Contact: Ana Paz, who runs the office on Mondays, 202-555-0131", None),
    ],
)
def test_what_stands_behind_a_person_is_her_office_where_it_is_no_role(line: str, office: str | None) -> None:
    assert offices(ENGLISH + line) == [office]


@pytest.mark.parametrize(
    ("line", "office"),
    [
        ("Contacto: Ana Paz, Puertas al Norte A.C., 2255-0131", "Puertas al Norte A.C."),
        ("Contacto: Ana Paz, área jurídica, 2255-0131", "área jurídica"),
        ("Contacto: Ana Paz, de la Unidad de Prensa, 2255-0131", "Unidad de Prensa"),
        ("Contacto: Ana Paz, vocera, 2255-0131", None),
        ("Contacto: Ana Paz (español e inglés), 2255-0131", None),
    ],
)
def test_what_stands_behind_a_person_is_her_office_in_spanish(line: str, office: str | None) -> None:
    assert offices(SPANISH + line) == [office]


def test_a_line_above_several_contacts_is_the_office_of_each() -> None:
    unit = "Unidad de Comunicaciones\nTorre Sur, 9a. Calle Poniente\nAna Paz: 2255-0131\nLeo Luz: 2255-0132"
    two = "Press Office\nUniversity of Tela\nTel. 202-555-0131\npress@tela.example"
    below = "University of Tela\nPress Office\nTel. 202-555-0131"

    streets = "Divulgación y Prensa, CAF\nDe donde fue el cine, 100 m al sur, Managua\nTel.: 2255-0131"
    towns = "Harbour Light of the Bay\nMcAllen, Texas\nOffice: 956-555-0131"

    assert offices(f"{SPANISH}Contacto:\n{streets}") == ["Divulgación y Prensa, CAF"]
    assert offices(f"{ENGLISH}Contact:\n{towns}") == ["Harbour Light of the Bay"]
    assert offices(f"{SPANISH}Contactos:\n{unit}") == ["Unidad de Comunicaciones"] * 2
    assert offices(ENGLISH + two) == ["Press Office, University of Tela"]
    assert offices(ENGLISH + below) == ["Press Office"]


def test_so_plain_a_label_as_press_is_a_desk_beside_others_alone() -> None:
    desks = "CONTACTO\nProtección a la niñez: Ana Paz, 2255-0131\nPrensa: Leo Luz, 2255-0132"
    alone = "Prensa: Leo Luz, 2255-0132"

    below = (
        "Willow Law Project (Tela)\nPress: Ana Paz, 2255-0131\nCoast Net (Yoro)\nPress: Leo Luz, 2255-0132"
    )

    assert offices(ENGLISH + below) == ["Willow Law Project, Tela", "Coast Net, Yoro"]
    assert offices(SPANISH + desks) == ["Protección a la niñez", "Prensa"]
    assert offices(SPANISH + alone) == [None]


@pytest.mark.parametrize(
    ("line", "office"),
    [
        ("Families may call the hotline, free of charge, at 1-800-555-0131.", "hotline"),
        ("Shelters should telephone the clinic's scheduler at 202-555-0131.", "clinic's scheduler"),
        (
            "Reporters may call the Tela Sector of the Coast Patrol at 202-555-0131.",
            "Tela Sector of the Coast Patrol",
        ),
        (
            "Reporters may call the Office of Youth Relations in Tucson, 520-555-0131.",
            "Office of Youth Relations in Tucson",
        ),
        (
            "Complaints may be filed with the Public Inquiry Unit in Sacramento at 916-555-0131.",
            "Public Inquiry Unit",
        ),
        ("Contacts\nProtection of minors . . . . . . 202 555 0131", "Protection of minors"),
        ("Reach the students through the clinic's front desk, 202-555-0131.", "clinic's front desk"),
        ("(Reporting by Leo Luz; Tela Bay newsroom, 202-555-0131)", "Tela Bay newsroom"),
        ("Contacts\nAfter hours: 202-555-0131", "After hours"),
        ("Contacts\nParents in the United States: call 1-800-555-0131.", "Parents in the United States"),
        ("Contacts\nCall 202-555-0131 (Tela office).", "Tela office"),
    ],
)
def test_the_desk_or_line_that_a_number_reaches_is_its_office(line: str, office: str) -> None:
    assert offices(ENGLISH + line) == [office]


@pytest.mark.parametrize(
    ("line", "office"),
    [
        ("Quien quiera ayudar puede llamar a la casa cural: 2255-0131.", "casa cural"),
        (
            "Contacto:\nOficina de Representación en Tapachula, teléfono 962 555 0131",
            "Oficina de Representación en Tapachula",
        ),
        ("Contacto:\nUnidad de Prensa, San Salvador: 2255-0131", "Unidad de Prensa, San Salvador"),
        ("Contacto: Coordinación médica, 2255-0131", "Coordinación médica"),
        (
            "Contacto: Fiscalía de la Niñez, delegación Tapachula, 962 555 0131",
            "Fiscalía de la Niñez, delegación Tapachula",
        ),
        ("El Centro de Ayuda desde México atiende en el 55 5555 0131.", "Centro de Ayuda"),
        ("Escriba al WhatsApp de Casa Farol Solidaria: 2255-0131", "Casa Farol Solidaria"),
        ("Contacto de la Biblioteca Farol: WhatsApp 2255-0131", "Biblioteca Farol"),
        ("Contacto: Comunicación FAROL, prensa@farol.example", "Comunicación FAROL"),
        ("Centro de Ayuda a Familias (CAF): 2255-0131", "Centro de Ayuda a Familias"),
    ],
)
def test_the_desk_that_a_number_reaches_is_its_office_in_spanish(line: str, office: str) -> None:
    assert offices(SPANISH + line) == [office]


def test_the_cell_of_a_table_is_taken_whole() -> None:
    table = """<table><tr><th>Office</th><th>Name</th><th>Phone</th></tr>
    <tr><td>Relations, headquarters</td><td>Ana Paz</td><td>202-555-0131</td></tr>
    <tr><td>Honduras</td><td>Eva Sol, Child Protection Unit</td><td>+504 2255-0134</td></tr>
    <tr><td>Press</td><td>Leo Luz</td><td>202-555-0132</td></tr>
    <tr><td>Call centre (U.S.)</td><td></td><td>202-555-0133</td></tr></table>"""

    told = offices(page(f"<h2>Contacts</h2>{table}"), "text/html")

    assert told == ["Relations, headquarters", "Child Protection Unit", "Press", "Call centre (U.S.)"]


def test_who_signs_above_a_person_is_not_her_office() -> None:
    signed = "Signed by: Tela Church · Yoro Legal Centre · Coast School Network\nMedia: Ana Paz, 202-555-0131"

    assert offices(ENGLISH + signed) == [None]
