"""Whose an address or a number is that several could have, and what is nobody's in a page.

All people, offices and numbers are fiction, written for tests of kb.
"""

from __future__ import annotations

import pytest

from tests.contact_texts import ENGLISH, SPANISH, Told, page, told


@pytest.mark.parametrize(
    "block",
    [
        "Prensa: Ana Paz, 6555-0187 / Leo Luz, 6555-0192, equipo@faro.example",
        "Informes: Ana Paz, 6555-0187 · Leo Luz, 6555-0192 · equipo@faro.example",
        "Preguntar por: doña Ana Paz, 6555-0187, o Leo Luz, 6555-0192, equipo@faro.example",
    ],
)
def test_an_address_behind_two_persons_of_a_line_is_nobody_s(block: str) -> None:
    assert told(SPANISH + block) == [
        ("Ana Paz", "6555-0187", None),
        ("Leo Luz", "6555-0192", None),
        (None, None, "equipo@faro.example"),
    ]


def test_an_address_alone_below_persons_of_whom_one_has_hers_beside_her_is_nobody_s() -> None:
    block = "Prensa:\nAna Paz, 6555-0187, ana@faro.example\nLeo Luz, 6555-0190\nequipo@faro.example"

    assert told(SPANISH + block) == [
        ("Ana Paz", "6555-0187", "ana@faro.example"),
        ("Leo Luz", "6555-0190", None),
        (None, None, "equipo@faro.example"),
    ]


def test_each_card_keeps_the_address_below_its_number() -> None:
    block = "Contacts\n\nAna Paz\n202-555-0101\nana@faro.example\n\nLeo Luz\n202-555-0102\nhouse@faro.example"

    assert told(ENGLISH + block) == [
        ("Ana Paz", "202-555-0101", "ana@faro.example"),
        ("Leo Luz", "202-555-0102", "house@faro.example"),
    ]


def test_an_address_behind_two_persons_that_bears_a_name_is_hers() -> None:
    block = "Press: Ana Paz, 202-555-0187 / Leo Luz, 202-555-0192, leo@faro.example"

    assert told(ENGLISH + block) == [
        ("Ana Paz", "202-555-0187", None),
        ("Leo Luz", "202-555-0192", "leo@faro.example"),
    ]


def test_an_address_is_of_the_person_who_is_asked_for_something_else() -> None:
    block = (
        "For the press: Ana Paz, tel. 575-555-0190; for offers of rooms, Leo Luz, 575-555-0148, "
        "rooms@faro.example"
    )

    assert told(ENGLISH + block) == [
        ("Ana Paz", "575-555-0190", None),
        ("Leo Luz", "575-555-0148", "rooms@faro.example"),
    ]


def test_an_address_below_two_desks_is_nobody_s_though_another_had_one_above() -> None:
    block = (
        "Families may contact the Lantern Bureau by calling 202-555-0182 or emailing rights@faro.example.\n\n"
        "Press Office\nEast Press Office: 518-555-0160\nWest Press Office: 716-555-0127\npress@faro.example"
    )

    assert told(ENGLISH + block) == [
        (None, "202-555-0182", "rights@faro.example"),
        (None, "518-555-0160", None),
        (None, "716-555-0127", None),
        (None, None, "press@faro.example"),
    ]


def test_an_address_in_an_item_below_one_person_is_hers() -> None:
    block = "<ul><li>Registration: 213-555-0181 (Ms. Ana Paz)</li><li>E-mail: workshop@faro.example</li></ul>"

    assert told(page(block), "text/html") == [("Ana Paz", "213-555-0181", "workshop@faro.example")]


def test_a_number_behind_the_street_of_a_person_is_hers() -> None:
    block = (
        "More: Ana Paz at the union hall, 210 E. Lantern, Harlingen, Texas: 956-555-0170, ana@faro.example."
    )

    assert told(ENGLISH + block) == [("Ana Paz", "+19565550170", "ana@faro.example")]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "Press? Text or call Theo at 202.555.0143 or write to him: theo [at] faro.example",
            [("Theo", "202.555.0143", "theo@faro.example")],
        ),
        (
            "To volunteer, write to Xochi, who has the list of shifts: xochi.norte@faro.example",
            [("Xochi", None, "xochi.norte@faro.example")],
        ),
        (
            "Questions? Email Jess (jess@faro.example) or Mo (mo@faro.example).",
            [("Jess", None, "jess@faro.example"), ("Mo", None, "mo@faro.example")],
        ),
        (
            "Call Ximena or Beto at 619-555-0190.",
            [("Ximena", "619-555-0190", None), ("Beto", "619-555-0190", None)],
        ),
        (
            "Questions about this story go to the editor, Rae Little: rlittle@faro.example.",
            [("Rae Little", None, "rlittle@faro.example")],
        ),
        ("Media Inquiries: HHS ASPA\n202-690-0143", [(None, "202-690-0143", None)]),
    ],
)
def test_a_given_name_alone_is_read_behind_a_cue_or_where_the_address_bears_it(
    block: str, expected: list[Told]
) -> None:
    assert told(ENGLISH + block) == expected


def test_who_wrote_is_told_by_the_address_that_spells_the_whole_name() -> None:
    body = ENGLISH.replace("The network", "The network, reports Ana Paz,")

    found = told(f"{body}((ana.paz@isthmus.example; +1 956 555 0131))")

    assert found == [("Ana Paz", "+19565550131", "ana.paz@isthmus.example")]


def test_those_credited_have_no_number_beside_that_of_the_newsdesk() -> None:
    block = "(Reporting by Ana Paz; Editing by Leo Luz; Newsdesk +52 962 555 0190)"

    assert told(ENGLISH + block) == [(None, "+529625550190", None)]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "Contacto\nAna Paz · 9555-0163\nBecas (solo mensajes) · 9555-0165 · becas@faro.example",
            ["9555-0163", "9555-0165"],
        ),
        (
            "Contacto\nAna Paz · +504 9555-0163\nBecas (solo mensajes) · 9555-0165 · becas@faro.example",
            ["+50495550163", "9555-0165"],
        ),
        ("Contacto: Ana Paz, (504) 2255-0163 y 9555-0165", ["+50422550163", "+50495550165"]),
        (
            "Centro de Atención a Mexicanos, desde Estados Unidos: 520 555 0188",
            ["+15205550188"],
        ),
        ("Contacto: Centro de Atención a Mexicanos, (520) 555-0188", ["(520) 555-0188"]),
        (
            "Las familias pueden llamar a la Casa Farol al 1-855-555-0136 desde Estados Unidos o al "
            "800-555-0177 desde México.",
            ["+18555550136", "+528005550177"],
        ),
        ("Patronato Nacional de la Infancia\nOficina de Prensa\nTel: 2523-0755", ["+50625230755"]),
        ("Contacto: Ana Paz, conmutador (57-1) 437 5555", ["+5714375555"]),
        ("Contacto: Ana Paz, teléfono (57) (1) 314 7355 ext. 24", ["+5713147355;ext=24"]),
        ("Contacto: Ana Paz, 52 (55) 5555 0161", ["+525555550161"]),
        (
            "¿Conoce un caso? Línea 141, gratuita en todo el país, o WhatsApp 320 555 0141.",
            ["141", "320 555 0141"],
        ),
        ("Llámenos: 1555 — denuncias@faro.example", ["1555"]),
        ("Teléfonos: (593-2) 299-0132 / 299-0133", ["+59322990132", "+59322990133"]),
        ("Contacto: Ana Paz, (213) 555-0131 / 555-0132", ["(213) 555-0131", "555-0132"]),
        (
            "Av. Congreso de la Unión 66, Ciudad de México · Coordinación de Prensa, Tel. 55 5036 0199",
            ["+525550360199"],
        ),
        (
            "UNIDAD DE COMUNICACIONES\nCol. Humuya, calle La Salud, Tegucigalpa, Honduras\nTel. 2239-0144",
            ["+50422390144"],
        ),
        ("Tel.: 2250-0101 Ext.: 1201 y 1202", ["2250-0101;ext=1201", "2250-0101;ext=1202"]),
        ("Media: Ana Paz, Texas DPS, South Region, 956-565-7100", ["+19565657100"]),
        ("Contact: Ana Paz, 902-555-0116, mornings, Halifax, Nova Scotia", ["+19025550116"]),
        ("Contact: Ana Paz, New Mexico Office of the Attorney General, (505) 555-0129", ["+15055550129"]),
        (
            "CONSULADO GENERAL DE EL SALVADOR\n10301 Harwin Drive, Suite B, Houston, TX\nTel. 713 555 0156",
            ["+17135550156"],
        ),
    ],
)
def test_a_number_is_in_the_country_of_its_own_line(block: str, expected: list[str]) -> None:
    assert [phone for _, phone, _ in told(SPANISH + block) if phone] == expected


def test_a_cell_of_four_digits_is_a_number_beside_other_numbers() -> None:
    block = (
        "| Contact | Telephone |\n|---|---|\n"
        "| Press Office | (502) 2414-5501 |\n| Lantern line, day and night | 1546 |"
    )

    found = told(f"# {ENGLISH}{block}", "text/markdown")

    assert found == [(None, "+50224145501", None), (None, "1546", None)]


def test_an_address_and_a_toll_free_line_of_one_sentence_are_one_contact() -> None:
    block = "Families may write to help@faro.example or call the toll-free line 800-2550-0177."

    assert told(ENGLISH + block) == [(None, "800-2550-0177", "help@faro.example")]


def test_a_sentence_leads_to_the_number_in_the_line_below() -> None:
    block = (
        "The Lantern Call Center helps children at any hour:\n\n   1-800-555-0123\n   help@faro.example\n\n"
        "Sponsors: for an application call the Parent Hotline, 1-800-555-0124."
    )

    assert told(ENGLISH + block) == [
        (None, "1-800-555-0123", "help@faro.example"),
        (None, "1-800-555-0124", None),
    ]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "Atentamente\nPbro. Ana Paz          Hna. Luz Sol\nDirectora            Coordinadora\n\n"
            "Juan de Faro 2406, Col. Landín. Tel. 844 555 0127. casa@faro.example",
            [(None, "844 555 0127", "casa@faro.example")],
        ),
        (
            "Fray Leo Luz, Hna. Ana Paz y el equipo\nCasa del Migrante (Tenosique, Tabasco): 934 555 0108. "
            "Para prensa, solo con la Hna. Ana: 934 555 0119, pozo@faro.example",
            [(None, "+529345550108", None), ("Ana Paz", "+529345550119", "pozo@faro.example")],
        ),
        (
            "Sincerely,\nDr. Ana Paz\nSuperintendent\n\n"
            "Enrollment questions: Newcomer Center, 555-0136 ext. 4, newcomers@faro.example",
            [(None, "555-0136;ext=4", "newcomers@faro.example")],
        ),
        (
            "Atentamente,\n\nCoordinación del Faro\n\nP. Leo Luz\nSecretario Ejecutivo\nTel. 844 555 0127",
            [("Leo Luz", "844 555 0127", None)],
        ),
        (
            "Teléfonos: Managua 2278-5500 (Lic. Ana Paz), Bluefields 2572-5511 (Sra. Luz Sol), "
            "Chinandega 2341-5522.",
            [
                ("Ana Paz", "+50522785500", None),
                ("Luz Sol", "+50525725511", None),
                (None, "+50523415522", None),
            ],
        ),
        (
            "Informes:\nAna Paz\nCNDH\nCalle Sur 9\nTel. 55 5681 8125, ext. 12\n@CNDH\nana@faro.example",
            [("Ana Paz", "+525556818125;ext=12", "ana@faro.example")],
        ),
        (
            "Informes: Casa Farol · 844 555 0127 ext. 4 · Lic. Ana Paz Sol",
            [("Ana Paz Sol", "844 555 0127;ext=4", None)],
        ),
        (
            "Secretaría Técnica: tel. (505) 2222-0101; e-mail: st@faro.example; contacto: Lic. Ana Paz",
            [("Ana Paz", "+50522220101", "st@faro.example")],
        ),
        ("Sincerely,\nAna Paz\nSuperintendent\n202-555-0136", [("Ana Paz", "202-555-0136", None)]),
        (
            "Contact: Ana Paz, 202-555-0136, apaz@faro.example. Out of hours: 202-555-0137.",
            [("Ana Paz", "202-555-0136", "apaz@faro.example"), (None, "202-555-0137", None)],
        ),
        (
            "Protección: (713) 555-0142\nEmergencias, fuera de horario: (713) 555-0178\nayuda@faro.example",
            [
                (None, "(713) 555-0142", None),
                (None, "(713) 555-0178", None),
                (None, None, "ayuda@faro.example"),
            ],
        ),
        (
            "Si tiene información, comuníquese a:\nFiscalía General de Faro ........ 800 555 0190\n"
            "Alerta Lucero ............................ 800 555 0854\n"
            "Consulado de Faro .............. 229 555 0177\nalertalucero@faro.example",
            [
                (None, "800 555 0190", None),
                (None, "800 555 0854", "alertalucero@faro.example"),
                (None, "229 555 0177", None),
            ],
        ),
        (
            "Oficina de la senadora Ana Paz, Paseo Farol 14, Tela. Tel. 2212-5300. ana.paz@senado.example",
            [(None, "+50422125300", "ana.paz@senado.example")],
        ),
        (
            "¿Quiere ayudar? Escriba a tela@faro.example o llame a la casa en Tela al 2448-5300.",
            [(None, "+50424485300", "tela@faro.example")],
        ),
    ],
)
def test_a_house_s_number_is_nobody_s_though_persons_sign_above(block: str, expected: list[Told]) -> None:
    body = SPANISH if any(letter in block for letter in "óúñé") or "Atentamente" in block else ENGLISH

    assert told(body + block) == expected


@pytest.mark.parametrize(
    "block",
    [
        "Lantern Sector Communications Branch, Texas\nPhone: (956) 555-0143\n\nLast Modified: Jul 15, 2022",
        "Iniciativa Kino-Farol\nCalle Sur s/n, Nogales, Texas\nTel. (956) 555-0143",
        "Alerta Amber México, en Texas: (956) 555-0143",
    ],
)
def test_a_label_a_body_and_a_country_are_no_names(block: str) -> None:
    assert told(ENGLISH + block) == [(None, "+19565550143", None)]


def test_a_press_office_right_behind_the_article_is_the_release_s() -> None:
    html = page("<p>For the rest, see below.</p>").replace(
        "</article>",
        "</article><div class='press'>Press Office<br>Albany Press Office: (518) 555-0127</div>",
    )

    assert told(html, "text/html") == [(None, "(518) 555-0127", None)]


def test_a_contact_box_below_the_date_is_the_release_s() -> None:
    html = page("").replace(
        "<p>The network",
        "<div>July 9, 2014</div><div><b>Media Contact</b><br>125 Broad Street<br>(212) 555-0126<br>"
        "<a href='mailto:media@faro.example'>media@faro.example</a></div><div><p>The network",
    )

    assert [email for _, _, email in told(html, "text/html")] == ["media@faro.example"]


def test_numbers_in_the_foot_of_a_page_are_the_site_s() -> None:
    html = page("<p>Contact: Ana Paz, 202-555-0144</p>").replace(
        "<footer>", "<footer><p>3211 Fourth Street, Washington | 202-555-0100</p>"
    )

    assert told(html, "text/html") == [("Ana Paz", "202-555-0144", None)]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        # A country or state with a noun, a campus and what letters stand for are no persons.
        (
            "Se invita a denunciar al 962 555 0104 del Faro o, sin costo, al 800 555 0105 (Jalisco Escucha).",
            [(None, "+529625550104", None), (None, "+528005550105", None)],
        ),
        ("Contacto: Santiago Casas, 7133-0101", [("Santiago Casas", "7133-0101", None)]),
        (
            "Contacto: Dra. Ana Paz, de lunes a viernes por la mañana y por la tarde, "
            "Campus San Bruno de Luna. PBX: 7133-0101. anapaz@faro.example",
            [("Ana Paz", "7133-0101", "anapaz@faro.example")],
        ),
        (
            "El Centro de Apoyo Infantil (Capin) abre.\n\nLas familias pueden llamar al Capin Farolito, "
            "teléfono 7133-0101.",
            [(None, "7133-0101", None)],
        ),
        # A label in capitals is one with a bracket behind it too.
        (
            "PRENSA: Ana Paz, 7133-0101, ana@faro.example. INTAKE (solo familias): 7133-0102.",
            [("Ana Paz", "7133-0101", "ana@faro.example"), (None, "7133-0102", None)],
        ),
        # A line that opens with an office and goes on to a person has nothing of who signs above.
        (
            "Hna. Eva Sol\nCoordinadora\n\nOficina de la Casa: Isla Farol, tel. 7133-0101. En el muelle, "
            "P. Leo Luz, cel. 7133-0102.",
            [(None, "7133-0101", None), ("Leo Luz", "7133-0102", None)],
        ),
    ],
)
def test_a_number_is_that_of_the_person_or_office_before_it(block: str, expected: list[Told]) -> None:
    assert told(SPANISH + block) == expected


@pytest.mark.parametrize(
    "lines",
    [
        "Norte – Ana Paz, 7133-0101\nSur – Leo Luz, 7133-0102\nOeste – 7133-0103 (Casa Farol)",
        "Mesa de noche: Ana Paz, 7133-0101, a@faro.example\nCitas: 7133-0102\nTela, Honduras: 7133-0103",
    ],
)
def test_an_address_below_the_lines_of_several_is_a_contact_of_its_own(lines: str) -> None:
    found = told(f"{SPANISH}Contacto de prensa:\n{lines}\nred@red.example")

    assert [email for _, _, email in found][1:] == [None, None, "red@red.example"]
