"""Which calling code a number gets: the one that its line, block, office or heading makes certain, else none.

All people, offices and numbers are fiction, written for tests of kb.
"""

from __future__ import annotations

import pytest

from kb.extractors import extract
from kb.parsers import parse
from kb.records import Source

ENGLISH = """\
Lantern House opens a room for sisters

{place}, 4 May 2024 - The room has two beds and a lamp. It was painted by the children who slept there last
year, and it will be open every night of the week.

"""
ESPANOL = """\
La Casa Farol abre un cuarto para hermanas

{place}, 4 de mayo de 2024. El cuarto tiene dos camas y una lámpara. Lo pintaron las niñas que durmieron allí
el año pasado, y estará abierto todas las noches.

"""


def phones(text: str) -> list[str | None]:
    source = Source(location="text.txt", content=text.encode(), media_type="text/plain", sha256="")
    return [each.phone for each in extract(parse(source)).contacts]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("Prensa: Ana Paz. Teléfonos (+504): 2231-0204, 9955-0205", ["+50422310204", "+50499550205"]),
        ("Contacto: Ana Paz, tel. (503): 2231-0204", ["+50322310204"]),
        ("Contacto: Ana Paz\nWhatsApp (+502): 5555-0104", ["+50255550104"]),
        ("Prensa: Ana Paz, 8855-0104 (código de país 505)", ["+50588550104"]),
        ("Press: Ana Paz, country code 506: 8855-0104", ["+50688550104"]),
        ("Press: Ana Paz, 8855-0104, from 9 to 12:30", ["8855-0104"]),
    ],
)
def test_a_code_that_a_label_tells_is_that_of_the_numbers_behind_it(block: str, expected: list[str]) -> None:
    assert phones(ESPANOL.format(place="Isla Farol") + block) == expected


@pytest.mark.parametrize(
    ("text", "place", "block", "expected"),
    [
        # The dateline says where the town is that the block names.
        (ESPANOL, "Ixcatlán, Oaxaca", "Prensa: Ana Paz, Ixcatlán, 287 555 0104", ["+522875550104"]),
        (ESPANOL, "Farolito, Choluteca", "Contacto: Ana Paz, en Farolito, 2782-0104", ["+50427820104"]),
        (
            ENGLISH,
            "Lampwick, Texas",
            "Press: Ana Paz, Lampwick office, Lampwick, 956-555-0104",
            ["+19565550104"],
        ),
        (ENGLISH, "Lampwick, Cayo", "Press: Lantern House (Lampwick), 824-0104", ["+5018240104"]),
        # Towns of the name are in several countries, of which the dateline names one.
        (ESPANOL, "Farolito, Alajuela", "Prensa: Ana Paz, San Carlos, 2471-0104", ["+50624710104"]),
        (ESPANOL, "Managua", "Prensa: Ana Paz, San Carlos, 2583-0104", ["+50525830104"]),
        # The dateline alone makes nothing certain, and neither does a town that nothing places.
        (ESPANOL, "Ixcatlán, Oaxaca", "Prensa: Ana Paz, 287 555 0104", ["287 555 0104"]),
        (ESPANOL, "Farolito", "Prensa: Ana Paz, San Carlos, 2471-0104", ["2471-0104"]),
        # Half of a name is no place: the capital of Anguilla is called The Valley.
        (
            ENGLISH,
            "Lampwick",
            "Press: Ana Paz, Lantern of the Valley\nMcAllen, TX\nOffice: 956-555-0104",
            ["+19565550104"],
        ),
    ],
)
def test_a_town_is_where_the_document_says_that_it_is(
    text: str, place: str, block: str, expected: list[str]
) -> None:
    assert phones(text.format(place=place) + block) == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("Press: Ana Paz, 223-0104, or Leo Luz, 223-0105 (Panama City)", ["223-0104", "+5072230105"]),
        ("Press:\nAna Paz, 7764-0104\nLeo Luz, (502) 5512 0105", ["7764-0104", "+50255120105"]),
        ("Press:\nAna Paz, 2231-0104\nLeo Luz, Managua, 8855-0105", ["2231-0104", "+50588550105"]),
    ],
)
def test_what_a_contact_says_is_not_true_of_the_one_above(block: str, expected: list[str]) -> None:
    assert phones(ENGLISH.format(place="Lampwick") + block) == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        # The address of both is printed below both, and lends no country.
        (
            "Vocera en Nicaragua: Ana Paz\nTel 8855 0104\nVocero en Honduras: Leo Luz\nTel 9955 0105\n"
            "Correo para ambos: red@faro.example",
            ["+50588550104", "+50499550105"],
        ),
        # Two towns of one name on both sides of a border, each with its state.
        (
            "Lantern House, Nogales, Arizona - Ana Paz - 520.555.0104\n"
            "Casa Farol, Nogales, Sonora - Leo Luz - 631 555 0105",
            ["+15205550104", "+526315550105"],
        ),
        # The rest of the sentence says where a number is, unless somebody else stands there.
        (
            "Contactos: la línea de la casa, 2552-0104, atiende de noche en San Pedro Sula. Prensa: Ana Paz, "
            "ana@faro.example",
            ["+50425520104", None],
        ),
        (
            "Press: Ana Paz, (915) 555-0104, or the house in Juárez, Lic. Eva Sol, 656 555 0105",
            ["(915) 555-0104", "+526565550105"],
        ),
        # The line above is the address.
        (
            "Dirección: Calle 8, Casco Antiguo, Ciudad de Panamá\nTeléfonos: 203-0104, 203-0105",
            ["+5072030104", "+5072030105"],
        ),
    ],
)
def test_each_number_is_where_its_own_line_says(block: str, expected: list[str | None]) -> None:
    assert phones(ESPANOL.format(place="Nogales, Arizona") + block) == expected


def test_a_bracket_around_a_person_s_number_is_not_part_of_it() -> None:
    block = "Prensa: Ana Paz (8855-0104); donaciones: Leo Luz (8855-0105)"

    assert phones(ESPANOL.format(place="Isla Farol") + block) == ["8855-0104", "8855-0105"]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("Contacto: Consulado de Guatemala, McAllen, Texas\nTel. 956 555 0104", "+19565550104"),
        (
            "Contacto: Consulado General de El Salvador, Tapachula, Chiapas\nTel. 962 555 0104",
            "+529625550104",
        ),
        ("Contacto: Embajada de la República de Honduras, Managua\nTel. 2231-0104", "+50522310104"),
        ("Press: Honduran Consulate, McAllen, Texas\nTel. 956-555-0104", "+19565550104"),
        ("Press: U.S. Embassy Guatemala, 2331-0104", "+50223310104"),
        # Where nothing else is named, the country that it represents is all there is.
        ("Contacto: Consulado de Guatemala, tel. 2331-0104", "+50223310104"),
    ],
)
def test_a_consulate_is_where_its_town_is_and_not_in_the_country_it_represents(
    block: str, expected: str
) -> None:
    assert phones(ESPANOL.format(place="Isla Farol") + block) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "La línea Farol recibe llamadas desde Guatemala en el 2331-0104 y desde El Salvador en el 2231-0105.",
        "The Lantern line takes calls from Guatemala on 2331-0104 and from El Salvador at 2231-0105.",
    ],
)
def test_each_number_of_a_sentence_about_calls_is_in_the_country_they_come_from(sentence: str) -> None:
    assert phones(ESPANOL.format(place="Isla Farol") + sentence) == ["+50223310104", "+50322310105"]


@pytest.mark.parametrize(
    "sentence",
    [
        "La línea Farol recibió llamadas desde Guatemala en el 2331-0104.",
        "The Lantern line received calls from Guatemala on 2331-0104.",
    ],
)
def test_calls_of_the_past_invite_nobody(sentence: str) -> None:
    behind = "\n\nLa casa tiene diez camas y una lámpara que no se apaga en toda la noche."
    assert phones(ESPANOL.format(place="Isla Farol") + sentence + behind * 15) == []


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        # A label that ends with a capital is no person of that surname.
        ("Filial Managua: 2255-0104\nSubsede Tegucigalpa: 2231-0105", ["+50522550104", "+50422310105"]),
        ("Vocería: Luz Lima, 2255-0104", ["2255-0104"]),
        # A state at the head of an office, in capitals and behind an article.
        ("Press: Office of the Texas Attorney General, 512-555-0104", ["+15125550104"]),
        ("Press: New Mexico Governor's Office, Ana Paz, 505-555-0104", ["+15055550104"]),
        ("OFFICE OF THE NEW MEXICO ATTORNEY GENERAL\nPress: Ana Paz, 505-555-0104", ["+15055550104"]),
        ("Contact: Virginia Press, 804-555-0104", ["804-555-0104"]),
        # A county is one of the United States where the number can be.
        ("Press: Webb County Judge, (956) 555-0104", ["+19565550104"]),
        ("Press: Webb County Judge, 0712 555 010", ["0712 555 010"]),
        # A body in capitals.
        ("PROCURADURÍA GENERAL DE LA NACIÓN\nPrensa: Ana Paz, 2414-0104", ["+50224140104"]),
    ],
)
def test_a_label_and_a_body_tell_where_they_are(block: str, expected: list[str]) -> None:
    assert phones(ESPANOL.format(place="Isla Farol") + block) == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "Sede (Ciudad de Guatemala): 2255-0104\nSubsede Managua: 2255-0105\nPrensa: Ana Paz, 2255-0106",
            ["+50222550104", "+50522550105", "2255-0106"],
        ),
        (
            "Press: Managua desk: 2255-0104; Tegucigalpa desk: 2231-0105; Ana Paz: 2255-0106",
            ["+50522550104", "+50422310105", "2255-0106"],
        ),
        ("Managua desk: 2255-0104\nPress: Ana Paz, 2255-0106", ["+50522550104", "+50522550106"]),
    ],
)
def test_of_several_countries_above_none_is_that_of_the_numbers_below(
    block: str, expected: list[str]
) -> None:
    assert phones(ESPANOL.format(place="Isla Farol") + block) == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        # A place right behind a number, at the end of its part.
        (
            "Vocería: Ana Paz, celular 9955 0104, Honduras; Leo Luz, celular 5555 0105, Guatemala.",
            ["+50499550104", "+50255550105"],
        ),
        ("Contactos: 2255-0104 Honduras / 2255-0105 Guatemala", ["+50422550104", "+50222550105"]),
        ("Contactos: Honduras 2255-0104, Guatemala 2255-0105", ["+50422550104", "+50222550105"]),
        (
            "Llame al (01 800) 555 0104 en México o al 1-888-555-0105 en EE. UU.",
            ["+528005550104", "+18885550105"],
        ),
        # Columns behind the name of a town.
        (
            "Press\n\n| Houston: Ana Paz | 713-555-0104 |\n| Mexico City: Eva Sol | 55 5555 0105 |",
            ["+17135550104", "+525555550105"],
        ),
        # Cards that end with the town.
        ("Ana Paz\n2255-0104\nTegucigalpa\n\nLeo Luz\n2255-0105\nManagua", ["+50422550104", "+50522550105"]),
        ("Ana Paz\nTegucigalpa\n2255-0104\n\nLeo Luz\nManagua\n2255-0105", ["+50422550104", "+50522550105"]),
        # Of several persons and their numbers, no place is that of all.
        (
            "Prensa: Ana Paz (Tegucigalpa) y Leo Luz (Managua), 2255-0104 y 2255-0105.",
            ["2255-0104", "2255-0105"],
        ),
        # A consul is where her office is.
        ("Cónsul de Honduras en Tapachula, Ana Paz, 962 555 0104", ["+529625550104"]),
        ("Houston Consulate: 713-555-0104", ["+17135550104"]),
        # What a text is about is no place of those who wrote it.
        ("El informe sobre Guatemala puede pedirse a Ana Paz, 2255-0104.", ["2255-0104"]),
        ("The report on Guatemala is available from Ana Paz, 2255-0104.", ["2255-0104"]),
        # What can be no number of the country that is named gets no code.
        ("Mexico desk: Ana Paz, 202-555-0104", ["202-555-0104"]),
        ("Escriba a la Casa Farol, apartado 12, o llame al 2255-0104.", ["2255-0104"]),
        ("Prensa: Ana Paz, Guatemala, 9955-0104", ["9955-0104"]),
        ("Prensa: Ana Paz, Managua, (520) 555-0104", ["(520) 555-0104"]),
        ("Prensa: Ana Paz, San Salvador, 962 555 0104", ["962 555 0104"]),
    ],
)
def test_a_place_beside_a_number_is_that_of_this_number(block: str, expected: list[str]) -> None:
    assert phones(ESPANOL.format(place="Isla Farol") + block) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Prensa: Ana Paz, Centro del Farol, San José de Gracia, tel. 381 555 0118",
        "Prensa: Ana Paz, parroquia de San Miguel de Allende, tel. 415 555 0118",
        "Press: Ana Paz, Lantern House, Santa Ana del Valle, tel. 951 555 0118",
    ],
)
def test_a_town_named_after_a_saint_and_more_is_not_its_namesake(line: str) -> None:
    assert [(number or "")[:1] for number in phones(ESPANOL.format(place="Tela") + line)] != ["+"]


def test_a_town_with_capital_small_words_is_known() -> None:
    line = "Prensa: Ana Paz, Centro del Farol, San Cristóbal de Las Casas, tel. 967 555 0118"
    assert phones(ESPANOL.format(place="Tela") + line) == ["+529675550118"]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        # A number that prints its code says nothing of the one beside it.
        (
            "Press:\nAna Paz: write to ana@faro.example or call +1 214 555 0104.\nLeo Luz, 214-555-0105",
            ["+12145550104", "214-555-0105"],
        ),
        # Where and when somebody is to be met, day first; a dateline has its town first.
        (
            "September 7, Dallas - St. Rita Hall. Appointments: Ana Paz, 214-555-0104\n"
            "September 9, Tulsa - Market Hall. Appointments: Leo Luz, 918-555-0105",
            ["+12145550104", "+19185550105"],
        ),
        # A number that is free at home is dialled with its zero there alone.
        (
            "Press: the Belize City office, 227-0104, or toll-free in Belize 0-800-555-0105",
            ["+5012270104", "0-800-555-0105"],
        ),
        # Where who signs above it sits is no address of a contact.
        (
            "+ Leo Luz Mar\nObispo de Tapachula\n\nPara entrevistas: P. Ana Paz, cel. 962 555 0104",
            ["962 555 0104"],
        ),
        # The sentence that leads to several numbers is their heading.
        (
            "El traslado es gratuito. Quien vea a una niña sola puede avisar a la guardia de Tapachula:\n\n"
            "Turno de día (7:00 a 15:00): 962 555 0104\nTurno de noche (15:00 a 7:00): 962 555 0105",
            ["+529625550104", "+529625550105"],
        ),
    ],
)
def test_a_place_counts_for_the_numbers_that_it_is_said_of(block: str, expected: list[str]) -> None:
    assert [phone for phone in phones(ENGLISH.format(place="Lampwick") + block) if phone] == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        # A town or state inside the name of a body that only it has.
        ("Press: Ana Paz\nSan Diego Sector Communications\n619-555-0104", ["+16195550104"]),
        ("To report a child alone to San Diego Sector, call (619) 555-0104.", ["+16195550104"]),
        ("Media: San Francisco Immigration Court, Ana Paz, 415-555-0104", ["+14155550104"]),
        ("Contact: Ana Paz, Hidalgo County Sheriff's Office, 956-555-0104", ["+19565550104"]),
        ("Media: Ana Paz, North Texas Welcome Center, 214-555-0104", ["+12145550104"]),
        ("Press: Ana Paz, 305-555-0104, or Leo Luz, 786-555-0105, both Florida Rural Law", ["+13055550104"]),
        ("Press: Saskatoon office, Ana Paz, 306-555-0104", ["+13065550104"]),
        ("Charlotte office: Ana Paz, 704-555-0104", ["+17045550104"]),
        ("Prensa: Ana Paz, A Coruña, 981 550 104", ["+34981550104"]),
        ("Prensa\nInfancia Abierta España – Comunicación\nAna Paz – 655 55 01 04", ["+34655550104"]),
        # A house that is called after a saint, and who is called like a town.
        ("Prensa: Parroquia Santa Ana, Ana Paz, 2231-0104", ["2231-0104"]),
        ("Prensa: Albergue San Diego, Ana Paz, 962 555 0104", ["962 555 0104"]),
        ("Press: San Antonio Parish, Sr. Ana Paz, 210-555-0104", ["210-555-0104"]),
        ("Press: Guerrero Law Office, 656 555 0104", ["656 555 0104"]),
        ("Ask for Charlotte, 704-555-0104", ["704-555-0104"]),
        ("Sin costo: 961 555 0104", ["961 555 0104"]),
        # Whom a number is for says nothing of where it is.
        ("Para familias guatemaltecas: 2231-0104", ["2231-0104"]),
        # A town and its state, of which each alone may be elsewhere.
        ("Press: Ana Paz, London, Ont., 519-555-0104", ["+15195550104"]),
        ("Press: Ana Paz, Surrey, B.C., 604-555-0104", ["+16045550104"]),
        ("Informes: Ana Paz, Rosarito, B.C., 661 555 0104", ["+526615550104"]),
        ("Contacto: Ana Paz, Tela, Col. Centro, 2448-0104", ["+50424480104"]),
        # Who reported from where.
        ("Ana Paz reported from Laredo. Reach her editor, Leo Luz, at 956-555-0104", ["956-555-0104"]),
    ],
)
def test_a_town_counts_inside_the_name_of_what_only_it_has(block: str, expected: list[str]) -> None:
    assert phones(ENGLISH.format(place="Lampwick") + block)[:1] == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        # Of the towns of one name, that is meant in whose country the number is in use.
        ("Prensa: Ana Paz, Guadalajara, 33 5555 0104", ["+523355550104"]),
        ("Prensa: Ana Paz, León, 2311-0104", ["+50523110104"]),
        ("Prensa: Ana Paz, León, 477 555 0104", ["+524775550104"]),
        ("Prensa: Ana Paz, Pamplona, 948 550 104", ["+34948550104"]),
        ("Press: Ana Paz, Kingston, 613-555-0104", ["+16135550104"]),
        ("Press: Ana Paz, Birmingham, 205-555-0104", ["+12055550104"]),
        ("Press: Ana Paz, Victoria, B.C., 250-555-0104", ["+12505550104"]),
        # In use in the countries of two, or printed as in none of them.
        ("Prensa: Ana Paz, Santa Rosa, 2662-0104", ["2662-0104"]),
        ("Prensa: Ana Paz, San Luis, 653 555 0104", ["653 555 0104"]),
        ("Prensa: Ana Paz, San José, 624 555 0104", ["624 555 0104"]),
    ],
)
def test_which_of_two_towns_a_number_can_be_in(block: str, expected: list[str]) -> None:
    assert phones(ENGLISH.format(place="Lampwick") + block) == expected
