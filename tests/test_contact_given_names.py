"""Contacts told by a given name in brackets, in cards of HTML and columns of text, and by links that dial.

All people, offices and numbers are fiction, written for tests of kb.
"""

from __future__ import annotations

import pytest

from tests.contact_texts import ENGLISH, SPANISH, Told, page, told


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "Contact: 210-555-0155 (Marisol) or 210-555-0156 (Ben)",
            [("Marisol", "210-555-0155", None), ("Ben", "210-555-0156", None)],
        ),
        (
            "Press enquiries: press@faro.example (Iris), 202-555-0199 (Theo)",
            [("Iris", None, "press@faro.example"), ("Theo", "202-555-0199", None)],
        ),
        (
            "In hope,\nThe Rev. Marta Enge, Bishop\n\nTo offer a bed: Pr. Karin Sandoval, 520-555-0151\n"
            "To drive: Dale Hutch, 520-555-0164",
            [("Karin Sandoval", "520-555-0151", None), ("Dale Hutch", "520-555-0164", None)],
        ),
        ("Call the house on 915 555 0121 (Main).", [(None, "915 555 0121", None)]),
        (
            "Call the house on 915 555 0121 (Spanish) or 915 555 0122 (English).",
            [(None, "915 555 0121", None), (None, "915 555 0122", None)],
        ),
        (
            "Contact: Ana Paz (ana@faro.example) or call the shelter on +507 203 0121",
            [("Ana Paz", None, "ana@faro.example"), (None, "+5072030121", None)],
        ),
    ],
)
def test_a_given_name_in_brackets_behind_a_number_is_whose_it_is(block: str, expected: list[Told]) -> None:
    assert told(ENGLISH + block) == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "Contacto: +502 5555 0101 (Yolanda), +502 5555 0102 (Edgar)",
            [("Yolanda", "+50255550101", None), ("Edgar", "+50255550102", None)],
        ),
        (
            "Contacto: WhatsApp +503 7855 0177 (Chepe, por las tardes)",
            [("Chepe", "+50378550177", None)],
        ),
        (
            "Informes: P. Abel Montoya, tel. 2555-0198; Hna. Delmy Reyes, tel. 2555-0193, casa@faro.example",
            [
                ("Abel Montoya", "2555-0198", None),
                ("Delmy Reyes", "2555-0193", None),
                (None, None, "casa@faro.example"),
            ],
        ),
        ("Contacto: +504 2231-0101 (Conmutador)", [(None, "+50422310101", None)]),
        (
            "Secretaría: 2231-0101\nSubsede Managua, Nicaragua: 2268-0101\nDelegación Choluteca: 2231-0102",
            [(None, "2231-0101", None), (None, "+50522680101", None), (None, "+50422310102", None)],
        ),
        ("Contacto: Ana Paz, +504 2231-0101 (Noche)", [("Ana Paz", "+50422310101", None)]),
    ],
)
def test_a_given_name_in_brackets_is_a_person_in_spanish(block: str, expected: list[Told]) -> None:
    assert told(SPANISH + block) == expected


def test_cards_of_spans_without_a_space_between_them_are_lines() -> None:
    card = (
        "<div><h3>Press contact</h3><span>Marta Solano</span><span>Communications Officer</span>"
        "<span>+506 2222 0101</span><span>marta@faro.example</span></div>"
    )

    assert told(page(card), "text/html") == [("Marta Solano", "+50622220101", "marta@faro.example")]


def test_an_address_in_several_spans_stays_one() -> None:
    card = "<h3>Contact</h3><p>Ana Paz, <span>ana</span><span>@faro</span><span>.example</span></p>"

    assert told(page(card), "text/html") == [("Ana Paz", None, "ana@faro.example")]


def test_a_link_that_dials_tells_the_calling_code_of_the_number_it_shows() -> None:
    dialled = "<h3>Contact</h3><p>Press desk: <a href='tel:+525555550101'>55 5555 0101</a></p>"
    local = "<h3>Contact</h3><p>Press desk: <a href='tel:5555550101'>55 5555 0101</a></p>"

    assert told(page(dialled), "text/html") == [(None, "+525555550101", None)]
    assert told(page(local), "text/html") == [(None, "55 5555 0101", None)]


def test_columns_of_two_people_parted_by_tabs_are_one_contact_each() -> None:
    text = (
        "For more information:\nJudith Amaya\t\tCarl Benson\nDirector\tSpokesman\n"
        "judith@faro.example\tcarl@faro.example"
    )

    assert told(ENGLISH + text) == [
        ("Judith Amaya", None, "judith@faro.example"),
        ("Carl Benson", None, "carl@faro.example"),
    ]


def test_a_second_address_in_an_item_of_its_own_is_another_contact() -> None:
    text = (
        f"# {ENGLISH}## Contacts\n\n- Ana Delgado, spokesperson, +507 6203 0145, ana@faro.example\n"
        "- general@faro.example"
    )

    assert told(text, "text/markdown") == [
        ("Ana Delgado", "+50762030145", "ana@faro.example"),
        (None, None, "general@faro.example"),
    ]


def test_an_invitation_to_somebody_and_the_contact_of_a_body_begin_contacts_of_their_own() -> None:
    text = (
        "For more information: Ana Paz, Communications Office, Casa Faro, El Paso, Texas, (915) 555-0131. "
        "To volunteer: Leo Luz, Casa Faro, El Paso, Texas, (915) 555-0190, leo@faro.example."
    )

    assert told(ENGLISH + text) == [
        ("Ana Paz", "+19155550131", None),
        ("Leo Luz", "+19155550190", "leo@faro.example"),
    ]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "Contacto\nTela: 2448-0128, Raúl Paz\nYoro: 2671-0128, Ana Mora",
            [("Raúl Paz", "+50424480128", None), ("Ana Mora", "+50426710128", None)],
        ),
        (
            "Contacto: Tela: 2448-0128, ing. Raúl Paz; Yoro: 2671-0128, dra. Ana Mora",
            [("Raúl Paz", "+50424480128", None), ("Ana Mora", "+50426710128", None)],
        ),
        (
            "Contacto: Guatemala: +502 2448-0128 - Raúl Paz | Honduras: +504 2671-0128 - Ana Mora",
            [("Raúl Paz", "+50224480128", None), ("Ana Mora", "+50426710128", None)],
        ),
        (
            "Preguntas: escriba a casa@faro.example; para visitar, con Ana Mora, ana@faro.example.",
            [(None, None, "casa@faro.example"), ("Ana Mora", None, "ana@faro.example")],
        ),
        (
            "Informes: Casa Faro, Tel. 2222-0101, ext. 12 (Ana Mora) y 14 (Raúl Paz)",
            [("Ana Mora", "2222-0101;ext=12", None), ("Raúl Paz", "2222-0101;ext=14", None)],
        ),
        (
            "Para más información puede escribir a Ana Mora (ana@faro.example) o llamar a la Fundación en "
            "Upala, Costa Rica, al 2470-0149.",
            [("Ana Mora", None, "ana@faro.example"), (None, "+50624700149", None)],
        ),
    ],
)
def test_a_number_before_its_person_is_hers(block: str, expected: list[Told]) -> None:
    assert told(SPANISH + block) == expected


def test_a_given_name_before_the_brackets_of_a_number_is_a_person() -> None:
    block = "Questions from the press: Winnie (919-555-0104) before noon, Osvaldo (919-555-0105) after."

    assert told(ENGLISH + block) == [("Winnie", "919-555-0104", None), ("Osvaldo", "919-555-0105", None)]


def test_a_label_before_the_brackets_of_a_number_is_nobody() -> None:
    block = "Questions from the press: Ana Paz, Mobile (919-555-0104), Office (919-555-0105)."

    assert told(ENGLISH + block) == [("Ana Paz", "919-555-0104", None), ("Ana Paz", "919-555-0105", None)]


def test_a_quarter_of_a_town_is_nobody() -> None:
    block = "Contact:\nLantern House\nCalle 3 Este, Casco Viejo, Panama City\nTel. 228-0101"

    assert told(ENGLISH + block) == [(None, "+5072280101", None)]


def test_an_address_in_a_row_is_of_that_row_where_a_cell_is_empty() -> None:
    table = (
        "<h2>Contacts</h2><table><tr><th>Office</th><th>Person</th><th>Phone</th><th>E-mail</th></tr>"
        "<tr><td>Guatemala</td><td>Sara Tun</td><td>2331-0101</td><td></td></tr>"
        "<tr><td>Honduras</td><td></td><td>2231-0102</td><td>hn@faro.example</td></tr></table>"
    )

    assert told(page(table), "text/html") == [
        ("Sara Tun", "+50223310101", None),
        (None, "+50422310102", "hn@faro.example"),
    ]


def test_a_first_surname_is_whose_the_text_names_with_both() -> None:
    said = "«Es tarde», dijo la doctora Ximena Ruelas Ocampo, directora.\n\n"

    block = "Mayor información con la doctora Ruelas, tel. 2231-0101."

    assert told(SPANISH + said + block) == [("Ximena Ruelas Ocampo", "2231-0101", None)]
