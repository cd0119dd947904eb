"""Lines of few digits that a text says to dial, and short numbers that count something.

All offices, lines and numbers are fiction, written for tests of kb.
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


def phones(text: str) -> list[str | None]:
    source = Source(location="text.txt", content=text.encode(), media_type="text/plain", sha256="")
    return [each.phone for each in extract(parse(source)).contacts]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("If you see a child alone on the road, dial 911.", ["911"]),
        ("To report a child in danger call 0-800-776-0104 or 911.", ["0-800-776-0104", "911"]),
        ("Children may call 5-7-5-7 from any telephone.", ["5-7-5-7"]),
        (
            "Since the first of March children who travel through the valley without their families can call "
            "5-7-5-7 from any telephone, free of charge.",
            ["5-7-5-7"],
        ),
        (
            "Whoever meets a child alone on the road at night, whatever the hour may be, should at once text "
            "LANTERN to 74174.",
            ["74174"],
        ),
        ("Lantern Hotline 1-833-555-0104 or TTY 711.", ["1-833-555-0104", "711"]),
        ("Call 211 for a bed.", ["211"]),
        ("Families can dial *455 from a cell phone.", ["*455"]),
        ("Text LANTERN to 74174.", ["74174"]),
        ("Lampline is 131 or 800-4321.", ["131", "800-4321"]),
        ("Emergency line: 999", ["999"]),
        ("Any case can be reported to the helpline, 116, at any hour.", ["116"]),
        ("The house takes complaints at 520-555-0104.", ["520-555-0104"]),
        ("The public can report what it has seen, without a name, at 800-555-0104.", ["800-555-0104"]),
        ("Call center 1546", ["1546"]),
        ("You may call 311 at any hour.", ["311"]),
        # What they say to do, and not what somebody did.
        ("Deputies answered a 911 call at 1546 Main Street.", []),
        ("Volunteers call 120 in a month; some text 300 or more.", []),
        ("The driver stopped and dialled 911.", []),
        ("A neighbour had to call 911.", []),
        ("Volunteers call 120 families in a week.", []),
        ("Call the house about form number 589 of the agency.", []),
        ("Families can ask which bus line 300 of the city is.", []),
        ("The house takes a call in 2019 as seriously as now.", []),
    ],
)
def test_a_short_number_is_one_where_the_text_says_to_dial_it(sentence: str, expected: list[str]) -> None:
    assert phones(ENGLISH + sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("¿Vio a una niña sola? Llame al 1546, gratis las 24 horas, o al 9-1-1.", ["1546", "9-1-1"]),
        ("Marque sin costo al 800 555 0104 o al 089 (denuncia anónima).", ["800 555 0104", "089"]),
        ("Denuncie al 110 o escriba a farol@farol.example.", ["110"]),
        ("Asistencia a familias (24 horas): PBX 1555", ["1555"]),
        ("Llame a la línea 1511 de la Casa Farol.", ["1511"]),
        ("La línea 1511 atiende de día y de noche.", ["1511"]),
        ("Emergencias: 110 / 2239-0104", ["110", "2239-0104"]),
        ("Envíe FAROL al 50505.", ["50505"]),
        ("Línea 1-4-7, gratuita", ["1-4-7"]),
        (
            "Lo que le pase a una niña que viaja sola por la ruta puede reportarse a la línea 147 del Farol.",
            ["147"],
        ),
        (
            "Las familias pueden comunicarse con el Centro del Farol, teléfono 1555, las 24 horas del día.",
            ["1555"],
        ),
        ("La Casa Farol recibe reportes en el 951 555 0104.", ["951 555 0104"]),
        ("Emergencias: 122 · www.farol.example", ["122"]),
        (
            "Línea gratuita 800-555-0104 (México) · 1-888-555-0105 (EE.UU.) · 2255-0106 (Honduras)",
            ["+528005550104", "+18885550105", "+50422550106"],
        ),
        ("Línea 147 Farol, gratuita; WhatsApp 9876-0104.", ["147", "9876-0104"]),
        ("Llame al 2231-0104 o a la línea 113 en Tegucigalpa.", ["+50422310104", "113"]),
        ("Informes: véase doi.org/10.1007/978-3-319-09575-2_68, o 2231-0104", ["2231-0104"]),
        ("Casa Farol, Ciudad de México. LADA sin costo 01800 555 0104", ["+528005550104"]),
        ("Informes: 2239-0104, extensiones 104 ó 105", ["2239-0104;ext=104", "2239-0104;ext=105"]),
        (
            "Informes: 2239-0104, extensiones 11 (prensa), 12 (albergue) y 13 (ropa)",
            ["2239-0104;ext=11", "2239-0104;ext=12", "2239-0104;ext=13"],
        ),
        ("Informes: 2239-0104, ext. 11, 9955 0105", ["2239-0104;ext=11", "9955 0105"]),
        ("Informes: 822-0104 / 0105 Fax: 822-0106", ["822-0104", "822-0105"]),
        ("Puede llamar al 1546 en cualquier momento.", ["1546"]),
        ("El chofer se detuvo y llamó al 911.", []),
        ("Se recibieron denuncias al 089 durante mayo.", []),
        ("La casa está en el kilómetro 110 al 140 de la carretera.", []),
        ("Llamamos a 141 familias.", []),
        ("En 2022 la casa recibió denuncias en el 147.", []),
        ("Puede consultar el artículo 147 de la ley o el formulario número 1500.", []),
    ],
)
def test_a_short_number_is_one_where_the_text_says_to_dial_it_in_spanish(
    sentence: str, expected: list[str]
) -> None:
    assert phones(ESPANOL + sentence) == expected


def test_what_stands_in_a_line_below_is_read_where_the_line_above_goes_on_to_other_things() -> None:
    block = (
        "If you see a child alone in the desert, dial 911. Do not leave water and drive on, whatever the "
        "heat of the day is; the patrol answers 555-0104.\n\nMedia contact: Ana Paz, 520-555-0105"
    )
    assert phones(ENGLISH + block) == ["911", "520-555-0105"]
