"""Whose an address is that several persons, offices or numbers stand before.

All people, offices, numbers and addresses are fiction, written for tests of kb.
"""

from __future__ import annotations

import pytest

from kb.extractors import extract
from kb.parsers import parse
from kb.records import Source

ENGLISH = """\
Lantern House opens a room for sisters

4 May 2024 - The room has two beds and a lamp. It was painted by the children who slept there last year.

"""
ESPANOL = """\
La Casa Farol abre un cuarto para hermanas

4 de mayo de 2024. El cuarto tiene dos camas y una lámpara. Lo pintaron las niñas que durmieron allí.

"""
Told = list[tuple[str | None, str | None, str | None]]


def told(text: str, media_type: str = "text/plain") -> Told:
    source = Source(location="text", content=text.encode(), media_type=media_type, sha256="")
    return [(each.name, each.phone, each.email) for each in extract(parse(source)).contacts]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        # Below two offices it is nobody's, whatever its host is called.
        (
            "Oficina de Prensa: 2268-0104\nOficina de Protección: 2268-0105\ninfo@farol.example",
            [(None, "2268-0104", None), (None, "2268-0105", None), (None, None, "info@farol.example")],
        ),
        (
            "Casa Farol: 2268-0104\nAlbergue San Luis: 2268-0105\ninfo@farol.example",
            [(None, "2268-0104", None), (None, "2268-0105", None), (None, None, "info@farol.example")],
        ),
        (
            "Oficina de Prensa: 2268-0104\nOficina de Protección: 2268-0105\nproteccion@farol.example",
            [(None, "2268-0104", None), (None, "2268-0105", "proteccion@farol.example")],
        ),
        # Behind two persons it is nobody's, unless it bears the name of one or is said to be of both.
        ("Contacto: Ana Paz y Leo Luz, prensa@farol.example", [(None, None, "prensa@farol.example")]),
        ("Contacto: Ana Paz y Leo Luz, anapaz@farol.example", [("Ana Paz", None, "anapaz@farol.example")]),
        (
            "Contacto: Ana Paz y Leo Luz, prensa@farol.example (ambos)",
            [("Ana Paz", None, "prensa@farol.example"), ("Leo Luz", None, "prensa@farol.example")],
        ),
        (
            "Contactos:\n- Ana Paz, 2268-0104\n- Leo Luz, 2268-0105\nPara las dos: info@farol.example",
            [("Ana Paz", "2268-0104", "info@farol.example"), ("Leo Luz", "2268-0105", "info@farol.example")],
        ),
        # A toll-free line is one more number of the same office.
        (
            "Casa Farol. Conmutador 2268-0104. Lada sin costo 800 555 0105. Correo: info@farol.example",
            [(None, "2268-0104", "info@farol.example"), (None, "800 555 0105", "info@farol.example")],
        ),
        # A sentence with a label of its own speaks of others.
        (
            "Sobre el caso: Ana Paz, anapaz@farol.example. Quienes quieran sumarse: escriban a "
            "suma@farol.example.",
            [("Ana Paz", None, "anapaz@farol.example"), (None, None, "suma@farol.example")],
        ),
    ],
)
def test_an_address_is_of_whom_the_text_gives_it_to_in_spanish(block: str, expected: Told) -> None:
    assert told(ESPANOL + block) == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "Press desk, 555-0104; after hours, Duty Officer, 555-0105. E-mail: desk@lantern.example",
            [(None, "555-0104", None), (None, "555-0105", None), (None, None, "desk@lantern.example")],
        ),
        ("Contact Ana Paz or Leo Luz at desk@lantern.example.", [(None, None, "desk@lantern.example")]),
        (
            "Ask for Ana Paz at 555-0104. Our address is house@lantern.example.",
            [("Ana Paz", "555-0104", None), (None, None, "house@lantern.example")],
        ),
        (
            "Call the desk at 555-0104 or, from Tobago, 555-0105 (ask for Mrs. Ana Paz). Statements are "
            "received at word@lantern.example.",
            [(None, "555-0104", None), ("Ana Paz", "555-0105", None), (None, None, "word@lantern.example")],
        ),
        (
            "Families may call the desk at 555-0104 (Ana Paz or Leo Luz), or the parish at 555-0105. "
            "Written comments go to the clerk, P.O. Box 12, or clerk@lantern.example.",
            [
                ("Ana Paz", "555-0104", None),
                ("Leo Luz", "555-0104", None),
                (None, "555-0105", None),
                (None, None, "clerk@lantern.example"),
            ],
        ),
        (
            "Press:\n- Lantern House (Tela), Ana Paz, 555-0104\n- Lamp Kitchen, Leo Luz, 555-0105\n"
            "- Wick School (nobody today)\nFor all of the above: desk@lantern.example",
            [
                ("Ana Paz", "555-0104", "desk@lantern.example"),
                ("Leo Luz", "555-0105", "desk@lantern.example"),
            ],
        ),
    ],
)
def test_an_address_is_of_whom_the_text_gives_it_to(block: str, expected: Told) -> None:
    assert told(ENGLISH + block) == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            ESPANOL + "Casa Farol. Conmutador 2268-0104\nPrensa, Lic. Ana Paz, ext. 12\n"
            "Trabajo Social, T.S. Eva Luz, ext. 14\ninfo@farol.example",
            [
                (None, "2268-0104", None),
                ("Ana Paz", "2268-0104;ext=12", None),
                ("Eva Luz", "2268-0104;ext=14", None),
                (None, None, "info@farol.example"),
            ],
        ),
        (
            ENGLISH
            + "Contact: Lamp House, 555-0104\n\nAna Paz, press, extension 12\n\nLeo Luz, intake, ext. 14",
            [
                (None, "555-0104", None),
                ("Ana Paz", "555-0104;ext=12", None),
                ("Leo Luz", "555-0104;ext=14", None),
            ],
        ),
        (
            ENGLISH + "Press: Ana Paz (ext. 12) or Leo Luz (ext. 14), 555-0104",
            [("Ana Paz", "555-0104;ext=12", None), ("Leo Luz", "555-0104;ext=14", None)],
        ),
    ],
)
def test_an_extension_alone_in_a_line_is_one_of_the_number_above(block: str, expected: Told) -> None:
    assert told(block) == expected


def test_the_address_below_a_table_of_spokespersons_may_be_that_of_all() -> None:
    text = (
        f"{ESPANOL}| Vocerías | Organización | Teléfono |\n|---|---|---|\n"
        "| Ana Paz | Casa Farol, Tela | 2268-0104 |\n| Leo Luz | Casa Mecha, Yoro | 2268-0105 |\n\n"
        "Correo para las dos vocerías: voces@farol.example\n"
    )
    assert [(name, email) for name, _, email in told(text, "text/markdown")] == [
        ("Ana Paz", "voces@farol.example"),
        ("Leo Luz", "voces@farol.example"),
    ]


@pytest.mark.parametrize(
    ("block", "name"),
    [
        (ESPANOL + "Por Ana Paz, Agencia Farol, en Tapachula. Escríbale a mesa@farol.example", "Ana Paz"),
        (ESPANOL + "Por Ana Paz\n\nEscríbale a la autora en mesa@farol.example", "Ana Paz"),
        (ESPANOL + "Leo Luz guarda las llaves. Contáctelo en mesa@farol.example.", "Leo Luz"),
        (ESPANOL + "Ana Paz dirige la casa. Se le puede escribir a mesa@farol.example.", "Ana Paz"),
        (ESPANOL + "El consulado abre mañana. Escríbale a mesa@farol.example.", None),
        (ESPANOL + "Ana Paz y Leo Luz escribieron esta nota. Escríbales a mesa@farol.example.", None),
        (ENGLISH + "By Ana Paz, Lantern Wire\n\nReach her at mesa@farol.example.", "Ana Paz"),
        (ENGLISH + "By Ana Paz, Lantern Wire\n\nReach the reporter at mesa@farol.example.", "Ana Paz"),
        (
            ENGLISH + "Leo Luz covers the river for Lantern Wire. Email him directly at mesa@farol.example.",
            "Leo Luz",
        ),
        (
            ENGLISH + "Pastor Leo Luz keeps the keys. He has none; write to him at mesa@farol.example.",
            "Leo Luz",
        ),
        (ENGLISH + "Judge Leo Luz ruled. The office can be reached at mesa@farol.example.", None),
        (ENGLISH + "Judge Leo Luz ruled on Monday. Write to us at mesa@farol.example.", None),
    ],
)
def test_an_address_is_of_whom_a_pronoun_means(block: str, name: str | None) -> None:
    assert told(block) == [(name, None, "mesa@farol.example")]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            ESPANOL + "Casa Farol: 2268-0104\n\nPrensa: Ana Paz, 2268-0105\n\n"
            "La Casa Farol recibe además ropa y avisos en ropa@farol.example",
            [(None, "2268-0104", "ropa@farol.example"), ("Ana Paz", "2268-0105", None)],
        ),
        (
            ESPANOL + "Casa Farol: 2268-0104\n\nPrensa: Ana Paz, 2268-0105\n\nCasa Farol: casa@farol.example",
            [
                (None, "2268-0104", None),
                ("Ana Paz", "2268-0105", None),
                (None, None, "casa@farol.example"),
            ],
        ),
        (
            ENGLISH + "Lantern House: 555-0104. Lantern House takes gifts at gifts@lantern.example.",
            [(None, "555-0104", "gifts@lantern.example")],
        ),
    ],
)
def test_an_address_is_of_the_office_that_its_sentence_names_again(block: str, expected: Told) -> None:
    assert told(block) == expected


def test_the_heading_of_several_lines_is_that_of_a_labelled_line_below() -> None:
    lines = (
        "Oficinas en Tucson, Arizona\n\nProtección: (520) 555-0104\n\nPrensa: Lic. Ana Paz, (646) 555-0105"
    )

    assert [phone for _, phone, _ in told(ESPANOL + lines)] == ["+15205550104", "+16465550105"]


@pytest.mark.parametrize(
    "block",
    [
        ENGLISH + "Media contact: Ana Paz, 2268-0104, or after 6 p.m. Leo Luz, 2268-0105",
        ESPANOL + "Prensa: Ana Paz, 2268-0104, y después de las 6 p.m. Leo Luz, 2268-0105",
    ],
)
def test_who_answers_behind_an_hour_is_somebody_else(block: str) -> None:
    assert told(block) == [("Ana Paz", "2268-0104", None), ("Leo Luz", "2268-0105", None)]
