"""Lists, tables and signatures that give many numbers, and the given names that stand in them alone.

All people, offices and numbers are fiction, written for tests of kb.
"""

from __future__ import annotations

import pytest

from tests.contact_texts import ENGLISH, SPANISH, Told, told


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "Interviews — Courtney at 1 (956) 555-0195 or Dr. Paz's assistant, Omar, at 1 (956) 555-0196\n"
            "Volunteer nurses — nurses@faro.example",
            [
                ("Courtney", "1 (956) 555-0195", None),
                ("Omar", "1 (956) 555-0196", None),
                (None, None, "nurses@faro.example"),
            ],
        ),
        (
            "Farol Desk. Hna. Idalina Rivas: (253) 555-0188, hna.idalina@faro.example",
            [("Idalina Rivas", "(253) 555-0188", "hna.idalina@faro.example")],
        ),
        (
            "Greta & Pilar\nvisits@faro.example\nGreta (253) 555-0121 • Pilar (253) 555-0122 (evenings)",
            [
                (None, None, "visits@faro.example"),
                ("Greta", "(253) 555-0121", None),
                ("Pilar", "(253) 555-0122", None),
            ],
        ),
        (
            "Contact: Lexi or Sanjay, hello@faro.example, (737) 555-0190",
            [
                ("Lexi", "(737) 555-0190", "hello@faro.example"),
                ("Sanjay", "(737) 555-0190", "hello@faro.example"),
            ],
        ),
        (
            "Confirm with Fer or Ximena: 962-555-0119 (Fer), 962-555-0120 (Ximena)\npress@faro.example",
            [
                ("Fer", "962-555-0119", None),
                ("Ximena", "962-555-0120", None),
                (None, None, "press@faro.example"),
            ],
        ),
        (
            "Contact: Kelly (English) 919-555-0101, Nayeli (Spanish/Mixteco) 919-555-0102",
            [("Kelly", "919-555-0101", None), ("Nayeli", "919-555-0102", None)],
        ),
        (
            "Questions → Sister Nell, (210) 555-0133. Reporters → Vince Daniels, (210) 555-0134.",
            [("Nell", "(210) 555-0133", None), ("Vince Daniels", "(210) 555-0134", None)],
        ),
        (
            "Please direct all calls to Kathy at the parish (520-555-0101).",
            [("Kathy", "520-555-0101", None)],
        ),
        (
            "Media line: 512 555 0133, weekdays\nAfter 5: Trish, 512 555 0134",
            [(None, "512 555 0133", None), ("Trish", "512 555 0134", None)],
        ),
        (
            "To sign up, speak with your pastor or with:\nDeacon Al (English) - 915.555.8431\n"
            "Mrs. Nell Brandt - 915.555.8432\nhosts@faro.example",
            [
                ("Al", "915.555.8431", None),
                ("Nell Brandt", "915.555.8432", None),
                (None, None, "hosts@faro.example"),
            ],
        ),
        (
            "Families may call Mrs. Ortega (bilingual) in Baton Rouge at (225) 555-0118, 8 to 8.",
            [("Ortega", "+12255550118", None)],
        ),
        (
            "[Not for publication: Dr. Paz-Luna 305/555-0128 home; Dr. Brandt rbrandt@faro.example]",
            [("Paz-Luna", "305-555-0128", None), ("Brandt", None, "rbrandt@faro.example")],
        ),
    ],
)
def test_given_names_and_surnames_alone_are_read_beside_their_numbers(
    block: str, expected: list[Told]
) -> None:
    assert told(ENGLISH + block) == expected


def test_a_given_name_in_the_column_of_persons_of_a_table_is_read() -> None:
    block = (
        "| Language | Ask for | Phone |\n|---|---|---|\n| English | Tamsin | 559.555.0110 |\n"
        "| Mixteco | Doña Eulalia | 559.555.0112 (Mon/Wed 2-5) |"
    )

    assert told(f"# {ENGLISH}{block}", "text/markdown") == [
        ("Tamsin", "559.555.0110", None),
        ("Eulalia", "559.555.0112", None),
    ]


def test_an_extension_beside_each_person_is_of_the_number_below_them() -> None:
    block = (
        "For further information contact:\nAna Paz (ext. 52350) or Leo Luz (ext. 52351)\n"
        "Office of Communications, Lantern Courts\n609-815-0155"
    )

    assert told(ENGLISH + block) == [
        ("Ana Paz", "609-815-0155;ext=52350", None),
        ("Leo Luz", "609-815-0155;ext=52351", None),
    ]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "  FROM WITHIN THE U.S.     1 (713) 555-0107\n  TOLL FREE                1-866-555-0107\n"
            "  NEW ORLEANS              504-555-0163 (Mrs. Ana Paz)",
            [(None, "+17135550107"), (None, "+18665550107"), ("Ana Paz", "+15045550163")],
        ),
        (
            "If seen, call:\nLaredo Crime Stoppers .... (956) 555-8477\nCase 19-044, 04/27/2019 2140 HRS",
            [(None, "+19565558477")],
        ),
        (
            "Media contacts:\nAna Paz, Department of Linguistics\nLeo Luz, Communications, 520-555-0187\n"
            "news@faro.example",
            [("Leo Luz", "520-555-0187"), (None, None)],
        ),
        (
            "Ana Paz\nPress Officer\nUpper Marlboro, MD\nO: (301) 555-0170 Ext: 12 | M: (240) 555-0119\n"
            "comm@faro.example",
            [("Ana Paz", "+13015550170;ext=12"), ("Ana Paz", "+12405550119")],
        ),
    ],
)
def test_lines_of_numbers_at_the_end_need_no_cue(
    block: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert [(name, phone) for name, phone, _ in told(ENGLISH + block)] == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "Avisos y donativos: Toño (su nieto), 966 555 0102, o la Hna. Luz en la Casa Farol de Arriaga, "
            "966 555 0164.",
            [("Toño", "+529665550102", None), ("Luz", "+529665550164", None)],
        ),
        (
            "Escríbanos a hola@faro.example o mande un WhatsApp a Lupita: 844 555 0166 (después de las 6).",
            [(None, None, "hola@faro.example"), ("Lupita", "844 555 0166", None)],
        ),
        (
            "Teléfonos del Consulado:\n  Conmutador             (956) 555-0130\n"
            "  Ventanilla de Niñez    (956) 555-0130, opción 2\n  Desde El Salvador      (503) 2555-0116\n\n"
            "Correo electrónico: citas@faro.example",
            [
                (None, "(956) 555-0130", None),
                (None, "(956) 555-0130;ext=2", None),
                (None, "+50325550116", None),
                (None, None, "citas@faro.example"),
            ],
        ),
        (
            "Solo periodistas: Depto. de Comunicación de la Cruz Roja Hondureña, 2237-0155 ext: 22 y 23",
            [(None, "+50422370155;ext=22", None), (None, "+50422370155;ext=23", None)],
        ),
        (
            "CONTACTO EN SONORA\nAlbergue Farol: (631) 555 01 30 y 31",
            [(None, "+526315550130", None), (None, "+526315550131", None)],
        ),
        (
            "Atentamente,\nAna Paz Sol\nCédula 2-0555-0123\nPresidenta\nTel. 2470 0155",
            [("Ana Paz Sol", "2470 0155", None)],
        ),
        (
            "Síndica: doña Jesusa Paz. Secretaria municipal: Heidi, 5512-0202",
            [("Heidi", "5512-0202", None)],
        ),
        (
            "Para confirmar: Rocío 55 1234 5678 / Mónica 55 8765 4321",
            [("Rocío", "55 1234 5678", None), ("Mónica", "55 8765 4321", None)],
        ),
        (
            "Anfitriona: Nora, de la Casa Peregrina. Celular de Nora: 667 555 0199.",
            [("Nora", "667 555 0199", None)],
        ),
        (
            "Línea de denuncia 110 (gratuita las 24 horas) o al WhatsApp 5510-0110.",
            [(None, "110", None), (None, "5510-0110", None)],
        ),
        ("DENUNCIAS\nCasa Farol: 1555 (gratuito), de 6 a 22 horas", [(None, "1555", None)]),
        (
            "Información: Casa Farol, Danlí, al celular 3333-0101 de Sor Lucía.",
            [("Lucía", "+50433330101", None)],
        ),
        ("Contacto: Tte. Col. Ana Paz, agregada, tel. 2326-4001", [("Ana Paz", "2326-4001", None)]),
        (
            "Lic. Ana Paz Sol\nSubprocuradora de Protección\nProcuraduría de Faro\nTel. 993 319 1720",
            [("Ana Paz Sol", "993 319 1720", None)],
        ),
        ("Contacto: Marisol 5550-0102. Marcador: 14 11 6 15", [("Marisol", "5550-0102", None)]),
        ("O a la radio, 7721-0555, y pregunte por Lencho.", [("Lencho", "7721-0555", None)]),
    ],
)
def test_rosters_in_spanish_are_read_line_by_line(block: str, expected: list[Told]) -> None:
    assert told(SPANISH + block) == expected
