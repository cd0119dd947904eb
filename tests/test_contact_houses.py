"""Contacts of a house beside those of its people: switchboards, cards side by side, columns of extensions.

All people, offices and numbers are fiction, written for tests of kb.
"""

from __future__ import annotations

import pytest

from tests.contact_texts import ENGLISH, SPANISH, Told, page, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The switchboard below a person's line is not hers.
        (
            SPANISH
            + "Oficina de Prensa, Defensoría de Costa Rica\nAna Paz Mora: 8555-0119\n"
            + "Teléfono central: 4000-0850",
            [("Ana Paz Mora", "+50685550119", None), (None, "+50640000850", None)],
        ),
        # Her number of the house is, with its extension.
        (
            SPANISH + "Contacto: Ana Paz Mora\nCel. +503 7555-0119\nPBX: +503 2231-0850 ext. 12",
            [("Ana Paz Mora", "+50375550119", None), ("Ana Paz Mora", "+50322310850;ext=12", None)],
        ),
        # A spokesperson in brackets within the card of an office.
        (
            ENGLISH
            + "Secretariat of the Haven Network\nPhone +56 2 2555 0177\nMobile (Ms. Ana Paz, spokesperson) "
            + "+56 9 5555 0145\nsecretariat@haven.example",
            [
                (None, "+56225550177", "secretariat@haven.example"),
                ("Ana Paz", "+56955550145", None),
            ],
        ),
        # The country, the number, who answers it and her address, in each line.
        (
            ENGLISH
            + "Contact us\nDominican Republic: 809-555-0137 (WhatsApp), Ana Paz\n"
            + "Haiti: 3455 0126, Leo Estimé, leo@haven.example\nSpain: 91 555 01 46, Eva Sol",
            [
                ("Ana Paz", "+18095550137", None),
                ("Leo Estimé", "+50934550126", "leo@haven.example"),
                ("Eva Sol", "+34915550146", None),
            ],
        ),
        # "Telefax" is a telephone, too.
        (
            SPANISH + "Hna. Ana Paz\nCoordinadora\nana (arroba) faro.example\nTelefax (504) 2229-0110",
            [("Ana Paz", "+50422290110", "ana@faro.example")],
        ),
        # Who signs, with her role in the same line.
        (
            ENGLISH + "With gratitude,\n\nSister Ana Paz\nCoordinator\n520 555 0143 or casa@haven.example",
            [("Ana Paz", "520 555 0143", "casa@haven.example")],
        ),
        # Towns with their numbers, and an address in the card of the last.
        (
            page(
                "<table><tr><td>Albuquerque, NM<br>Phone: (505) 555-0141</td>"
                "<td>Washington, DC<br>Phone: (202) 555-0192<br>press@haven.example</td></tr></table>"
            ),
            [(None, "+15055550141", None), (None, "+12025550192", "press@haven.example")],
        ),
        (
            ENGLISH + "To report smuggling, call Tucson Sector at 1-877-555-0124.",
            [(None, "+18775550124", None)],
        ),
        (
            ENGLISH
            + "Parents may call the Inquiry Unit of the California Department of Justice toll-free at "
            "(800) 555-0152.",
            [(None, "+18005550152", None)],
        ),
        (
            SPANISH + "Puesto de Tecún Umán: +502 5955 0146\nPuesto de Esquipulas: +502 5955 0149",
            [(None, "+50259550146", None), (None, "+50259550149", None)],
        ),
        # The first of several lines, a list of extensions, and a region behind its town.
        (
            ENGLISH + "Contact: Press Office, Kingston, Jamaica. Tel: (876) 926-4220-8",
            [(None, "+18769264220", None)],
        ),
        (
            SPANISH + "Oficina de Prensa, Bogotá, Colombia\nTel. 601 381 4000 Ext. 1247 – 1250",
            [(None, "+576013814000;ext=1247", None), (None, "+576013814000;ext=1250", None)],
        ),
        (
            ENGLISH + "Media contact:\nPress Department\nPort of Spain, Trinidad\n(868) 555-0137",
            [(None, "+18685550137", None)],
        ),
        # Neither a file's number nor a line against crime.
        (
            ENGLISH + "Case #: 22-04417\n\nIf you have information call Crime Stoppers at (830) 555-8477.",
            [(None, "(830) 555-8477", None)],
        ),
        # What the text tells last is no letterhead of the contact below it.
        (
            SPANISH
            + "Los hechos ocurrieron en Juchitán.\n\nUnidad de Prensa · (55) 5346 0000 · prensa@fgr.example",
            [(None, "(55) 5346 0000", "prensa@fgr.example")],
        ),
        # Who is named again with her number, a given name behind its title, a house named after a friar.
        (
            ENGLISH + "Spokesperson: Ana Paz\n\nFor more information, please contact:\n"
            "Ana Paz, +41 22 555 9169, ana@haven.example",
            [("Ana Paz", "+41225559169", "ana@haven.example")],
        ),
        (
            SPANISH + "Pueden traer zapatos a la casa o hablarle a Doña Lupita al 916 555 0194.",
            [("Lupita", "916 555 0194", None)],
        ),
        (
            SPANISH
            + "Contacto de prensa:\nAna Paz (Red TDI) 55 5555 6391\nEva Salvador (Fray Matías) 962 555 0102",
            [("Ana Paz", "55 5555 6391", None), ("Eva Salvador", "962 555 0102", None)],
        ),
        # A line of an event is not where those are who invite to it, and a short line has its number.
        (
            ENGLISH + "Where: Steps of 606 S. Olive St., Los Angeles\n\nRSVP: Ana Paz, ana@haven.example, "
            "213.555.0143",
            [("Ana Paz", "213.555.0143", "ana@haven.example")],
        ),
        (SPANISH + "Denuncia anónima: 089", [(None, "089", None)]),
        # Mexico City's area code is none of another country.
        (
            ENGLISH + "In Mexico City: Ana Paz, +52 55 5555 0144\nIn Panama: Leo Luz, 6555 0127",
            [("Ana Paz", "+525555550144", None), ("Leo Luz", "+50765550127", None)],
        ),
    ],
)
def test_a_house_and_its_people_are_told_apart(text: str, expected: list[Told]) -> None:
    media_type = "text/html" if text.startswith("<") else "text/plain"

    assert sorted(told(text, media_type), key=str) == sorted(expected, key=str)


def test_two_desks_in_cells_of_a_row_have_their_own_numbers() -> None:
    row = (
        "<table><tr><td>Media inquiries</td><td>Report fraud</td></tr><tr><td>Public Affairs "
        "(202) 555-0106<br>press@oig.example</td><td>OIG Hotline 1-800-555-0147</td></tr></table>"
    )

    found = told(page(f"<p>The inspectors of the OIG wrote a report.</p>{row}"), "text/html")

    assert [(phone or "")[-8:] for _, phone, _ in found] == ["555-0106", "555-0147"]
    assert [email for *_, email in found] == ["press@oig.example", None]


def test_who_writes_a_column_has_the_address_that_spells_her() -> None:
    column = f"Los niños que nadie esperaba\n\nPor Amelia Rueda Montes\n\n{SPANISH.partition(chr(10) * 2)[2]}"

    found = told(f"{column}La autora es socióloga. amelia.rueda@faro.example")

    assert found == [("Amelia Rueda Montes", None, "amelia.rueda@faro.example")]


def test_a_column_of_extensions_is_that_of_the_numbers_before_it() -> None:
    table = (
        "| Servicio | Teléfono | Extensión |\n|---|---|---|\n"
        "| Trabajo Social, Tuxtla | 961 555 0150 | 2204 |\n| Prensa, Tuxtla | 961 555 0158 | – |"
    )

    found = told(f"# Abren sala\n\n{SPANISH}{table}\n", "text/markdown")

    assert [phone for _, phone, _ in found] == ["+529615550150;ext=2204", "+529615550158"]


def test_the_lines_below_a_heading_of_markdown_stay_lines() -> None:
    card = (
        "#### FISCALÍA GENERAL DEL ESTADO, ECUADOR\n**Dirección de Comunicación**\n"
        "Telf.: (593 2) 398 5800\nprensa@fge.example\nDenuncias: 1800 555 013\n"
    )

    found = told(f"# Abren sala\n\n{SPANISH}{card}", "text/markdown")

    assert found == [
        (None, "+59323985800", "prensa@fge.example"),
        (None, "+5931800555013", None),
    ]


def test_the_right_column_of_a_head_goes_on_below_the_left_one() -> None:
    head = (
        "For Immediate Release                     Contact: Ana Paz\n"
        "March 8, 2022                             Phone: +1 202 555 4831\n"
        "                                          ana.paz@haven.example\n\n"
        "MEMBERS ASK FOR LAWYERS OF CHILDREN\n\n"
    )

    assert told(head + ENGLISH) == [("Ana Paz", "+12025554831", "ana.paz@haven.example")]


def test_a_subhead_above_a_contact_tells_not_where_its_number_is() -> None:
    head = (
        "Kids in Need of Counsel (KINC)\n\nNew Report Finds Children Returned Without Screening\n\n"
        "Findings from Nogales show gaps in the protection of Mexican children\n\n"
        "Contact:\nAna Paz\n202-555-5651 (mobile)\nana@haven.example\n\n"
    )

    assert told(head + ENGLISH) == [("Ana Paz", "202-555-5651", "ana@haven.example")]
