"""Who signs above the lines of several desks, who is told by a given name, and whose an address below is.

All people, offices and numbers are fiction, written for tests of kb.
"""

from __future__ import annotations

import pytest

from tests.contact_texts import ENGLISH, SPANISH, Told, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            SPANISH + "P. Julio Mena, párroco\n\nDespacho parroquial: 2255-0110 (lunes)\nComedor: 2255-0111\n"
            "pjulio@faro.example\nGuatemala",
            [
                ("Julio Mena", None, "pjulio@faro.example"),
                (None, "+50222550110", None),
                (None, "+50222550111", None),
            ],
        ),
        (
            ENGLISH + "Contacts\nTown Hall, Orange Walk: 322-5501, 322-5502; clerk@faro.example\n"
            "Children's desk, Belize City: 223-5503",
            [
                (None, "+5013225501", "clerk@faro.example"),
                (None, "+5013225502", "clerk@faro.example"),
                (None, "+5012235503", None),
            ],
        ),
        (
            ENGLISH + "Children's desk, Belize City: 223-5503\n"
            "Ministry of Hope, Belmopan: 822-5516, 822-5517; desk@faro.example",
            [
                (None, "+5012235503", None),
                (None, "+5018225516", "desk@faro.example"),
                (None, "+5018225517", "desk@faro.example"),
            ],
        ),
        (
            SPANISH + "Hna. Teresa Quiñónez, directora del albergue\n"
            "Tel. del albergue: 2255-0180 (Guatemala)\n"
            "albergue@faro.example",
            [(None, "+50222550180", "albergue@faro.example")],
        ),
    ],
)
def test_a_signer_above_the_numbers_of_desks_has_none_of_them(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            ENGLISH + "Yours,\nthe night crew\n\nwrite: crew [at] faro.example\n"
            "call: Dee, 619-555-0123, San Diego, California",
            [(None, None, "crew@faro.example"), ("Dee", "+16195550123", None)],
        ),
        (
            SPANISH + "☎ Sor Elvira 9555-0141 (Honduras)\n📞 Norma, cocinera, 9555 0142, también de Honduras",
            [("Elvira", "+50495550141", None), ("Norma", "+50495550142", None)],
        ),
        (
            ENGLISH + "📞 Miss Ivy 610-5544 (Belize)\n📞 Dr. Coleman, clinic, 610-5545\n"
            "✉ clinic@faro.example",
            [
                ("Ivy", "+5016105544", None),
                ("Coleman", "+5016105545", None),
                (None, None, "clinic@faro.example"),
            ],
        ),
        (
            SPANISH + "Informes con el padre Nacho al 963 555 0121 o con Lupita (cocina) "
            "963 555 0122, Chiapas.",
            [("Nacho", "+529635550121", None), ("Lupita", "+529635550122", None)],
        ),
        (
            ENGLISH + "By Rosa Lindqvist, with photos by Dan Okoro\n\n"
            "Want to help? Write to help@faro.example.",
            [(None, None, "help@faro.example")],
        ),
    ],
)
def test_who_is_told_by_a_given_name(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            ENGLISH + "Reach us\n\n- clinic, weekdays: 210-555-0150\n- Nurse Joy Alvarado: joy@faro.example\n"
            "- at night: 210-555-0151\n- address: 12 Mission Road, San Antonio, Texas",
            [
                (None, "+12105550150", None),
                ("Joy Alvarado", None, "joy@faro.example"),
                (None, "+12105550151", None),
            ],
        ),
        (
            SPANISH + "Más información: Comunicación Social, de 9:00 a 16:00. Tel. 962-555-0188. "
            "DIF Municipal Suchiate, Chiapas: 962-555-0189",
            [(None, "+529625550188", None), (None, "+529625550189", None)],
        ),
    ],
)
def test_a_later_line_says_where_the_numbers_of_a_block_are(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            ENGLISH + "Sincerely,\nMaria Teresa Lugo\nPresident, Local 11\n\n"
            "Phone: 213-555-0101, Los Angeles\nmlugo@faro.example",
            [("Maria Teresa Lugo", "+12135550101", "mlugo@faro.example")],
        ),
        (
            SPANISH + "Atentamente,\nLic. Raúl Tercero\nPresidente del patronato\n\nTel. 2255-0101, Managua",
            [("Raúl Tercero", "+50522550101", None)],
        ),
        (
            ENGLISH + "Thanks to Maria Teresa Lugo\n\nOffice: 213-555-0101, Los Angeles",
            [(None, "+12135550101", None)],
        ),
    ],
)
def test_who_signs_a_letter_has_the_number_below(text: str, expected: list[Told]) -> None:
    assert told(text) == expected
