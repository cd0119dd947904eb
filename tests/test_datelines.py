"""Where and when a release was given out: datelines, letterhead lines, closing formulas, weekdays.

All names are fiction, written for tests of kb.
"""

from __future__ import annotations

import pytest

from kb.extractors import extract
from kb.messages import DATES_DISAGREE
from kb.parsers import parse
from kb.records import Document, Source

ENGLISH = (
    "The network received 300 children last week, and each of them was given a bed, a meal and the "
    "name of a"
    " lawyer who speaks the language of the child."
)
SPANISH = (
    "La red recibió a 300 niños la semana pasada, y a cada uno se le dio una cama, una comida y el "
    "nombre de"
    " una abogada que habla el idioma del niño."
)


def read(text: str) -> Document:
    content = f"{text}\n\nThis text is fiction, written for a test of kb.\n".encode()
    return extract(parse(Source(location="a.txt", content=content, media_type="text/plain", sha256="")))


def date(document: Document) -> tuple[int | None, int | None, int | None] | None:
    found = document.published
    return (found.year, found.month, found.day) if found else None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Submitted by press on Thu, 02/12/2021 - 10:14", (2021, 12, 2)),
        ("Enviado por prensa el Jue, 02/12/2021 - 10:14", (2021, 12, 2)),
        ("Jue, 02/12/2021", (2021, 12, 2)),
        ("mar 07/12/2021 | Prensa", (2021, 12, 7)),
        ("Publicado: viernes 05/03/2021", (2021, 3, 5)),
        ("Friday, 03/05/2021", (2021, 3, 5)),
        ("Martes 4/5/2021", (2021, 5, 4)),
        ("Posted 05/04/2021 (Tuesday)", (2021, 5, 4)),
        ("Posted 05/04/2021", (2021, None, None)),
        ("Miércoles 4/5/2021", (2021, None, None)),  # neither 4 May nor 5 April was one
        ("Lunes 7/7/2021", (2021, 7, 7)),
    ],
)
def test_a_weekday_tells_the_order_of_a_date_in_numbers(
    line: str, expected: tuple[int | None, int | None, int | None]
) -> None:
    assert date(read(f"Farol opens ten houses\n\n{line}\n\n{ENGLISH}\n\n{SPANISH}")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tela, 11/04/2019.- La visita se hizo el 10 de abril, de noche y sin aviso.", (2019, 4, 11)),
        ("Tela, 11/04/2019.- La visita se hizo el 2 de noviembre, de noche.", (2019, 11, 4)),
        ("Nogales, Ariz., 03/05/2021 - The house opened on Monday, 1 March, for girls.", (2021, 3, 5)),
        ("Tela, 11/04/2019.- La casa abrió el 20 de julio de 2012.", (2019, None, None)),
        ("Tela, 05/06/2019.- La visita se hizo el 30 de mayo.", (2019, None, None)),  # both are near
        ("Palacio Municipal de Punta Clara, 05-11-2015", (2015, None, None)),
        ("Palacio Municipal de Punta Clara, 25-11-2015", (2015, 11, 25)),
    ],
)
def test_the_days_that_a_text_tells_of_tell_the_order_of_its_date(
    text: str, expected: tuple[int | None, int | None, int | None]
) -> None:
    assert date(read(f"Farol abre diez casas\n\n{text}\n\n{SPANISH}")) == expected


@pytest.mark.parametrize(
    ("posted", "closing"),
    [
        ("Publicado: 20 de agosto de 2024", "Dado en Tegucigalpa, a los 19 días del mes de agosto de 2024."),
        ("Fecha de publicación: 20/08/2024", "Firmado en San José, 19 de agosto de 2024"),
        ("Posted: August 20, 2024", "Given in Belmopan on 19 August 2024."),
        ("Posted: August 20, 2024", "Given in Belmopan, on the nineteenth day of August, 2024."),
        ("Posted: August 20, 2024", "Given in Tela, to the 19 days of the month of August of 2024."),
        ("Published on 20 August 2024", "Done at Guatemala City, 19 August 2024"),
    ],
)
def test_the_date_of_a_closing_formula_is_the_texts_and_another_of_the_page_is_warned_of(
    posted: str, closing: str
) -> None:
    document = read(f"Farol opens ten houses\n\n{posted}\n\n{ENGLISH}\n\n{closing}")

    assert date(document) == (2024, 8, 19)
    assert [each.template for each in document.warnings] == [DATES_DISAGREE]


def test_a_page_and_a_formula_of_one_day_are_not_warned_of() -> None:
    text = f"Farol opens\n\nPublished on 20 August 2024\n\n{ENGLISH}\n\nDone at Belmopan, 20 August 2024"

    assert read(text).warnings == ()


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("Agencia Farol Noticias / Peñas Blancas\n\nRed Farol abre diez casas\n\n", "Peñas Blancas"),
        ("Lantern News Agency / Benque Viejo\n\nLantern opens ten houses\n\n", "Benque Viejo"),
        ("Agencia Farol / Ana Paz\n\nRed Farol abre diez casas\n\n", None),
        ("Casa Farol / Comunicado conjunto\n\nRed Farol abre diez casas\n\n", None),
        (
            "17/02/2023 · Ciudad de México · Comunicado de la Red Farol\n======\nRed Farol abre casas\n\n",
            "Ciudad de México",
        ),
        ("Red Farol\n\nPor: Prensa Farol | Cd. Juárez, Chih. | 03-03-2025\n\n", "Cd. Juárez, Chih."),
        ("Lantern\n\nBy: Press office | Brownsville, Tex. | 03-13-2025\n\n", "Brownsville, Tex."),
        (
            "Red Farol\n\nNECOCLÍ (Antioquia, Colombia), 7 de julio de 2023 — ",
            "Necoclí (Antioquia, Colombia)",
        ),
        ("Lantern\n\nDANGRIGA (Stann Creek, Belize), 7 July 2023 - ", "Dangriga (Stann Creek, Belize)"),
        ("Lantern\n\nMARIPOSA (Lantern Wire), 7 July 2023 - ", "Mariposa"),
        ("Lantern\n\nWashington DC, 7 July 2023 - ", "Washington DC"),
        ("Lantern\n\nNew Orleans, Louisiana\n7 July 2023\n\n", "New Orleans, Louisiana"),
        ("Lantern\n\nJuly 7, 2023 (San Francisco, CA) – ", "San Francisco, CA"),
        ("New rules for courts of children\n7 July 2023\n\n", None),
        ("Cooperativa Farol\n\nMarcala, 3 de noviembre\n\n", "Marcala"),
        ("HONDURAS\n7 de julio de 2023\n\n", None),
        ("COMMUNITY ALERT | April 2019\n\nWhat to do if somebody calls\n\n", None),
        ("Red Farol abre casas\n\nDía: viernes 14 de junio de 2019\n\n", None),
        ("Lantern\n\nReleased: 7 July 2023\n\n", None),
        ("Lantern\n\nIssued this 7th day of July, 2023\n\n", None),
    ],
)
def test_a_place_is_read_in_the_line_of_an_agency_or_a_letterhead(head: str, place: str | None) -> None:
    found = read(f"{head}{SPANISH}").place

    assert (found or "").casefold() == (place or "").casefold()


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Pueblo Farol, Tabasco.- (Comunicación Social Municipal, 12 de julio).", (None, 7, 12)),
        ("(Oficina de Prensa, martes 12 de julio de 2022) -", (2022, 7, 12)),
        ("(Press Office, 12 July 2022)", (2022, 7, 12)),
        ("GENEVA (Faro Press, 3 May 2021) –", (2021, 5, 3)),
        ("(Sala de Comunicación, 3 de mayo).-", (None, 5, 3)),
        ("The Convention (New York, 20 November 1989) binds all.", None),
        ("The meeting (Geneva, 3 May 2021) was long.", None),
    ],
)
def test_a_date_stands_in_the_brackets_of_who_gives_the_text_out(
    head: str, expected: tuple[int | None, int, int] | None
) -> None:
    prose = SPANISH if "de julio" in head or "de mayo" in head else ENGLISH

    assert date(read(f"{head}\n\nThe children have a bed\n\n{prose}\n")) == expected


@pytest.mark.parametrize(
    ("line", "place", "expected"),
    [
        (
            "Tapachula, Chiapas, Jueves Santo, 14 de abril del año del Señor de 2022",
            "Tapachula",
            (2022, 4, 14),
        ),
        ("Tapachula, solemnidad de San José, 19 de marzo de 2021", "Tapachula", (2021, 3, 19)),
        ("Tegucigalpa, Miércoles de Ceniza, 17 de febrero de 2021", "Tegucigalpa", (2021, 2, 17)),
        ("Belmopan, Good Friday, April 15, 2022", "Belmopan", (2022, 4, 15)),
        ("Belmopan, on the feast of Saint Joseph, 19 March 2021", "Belmopan", (2021, 3, 19)),
        ("Belmopan, second Sunday of Advent, 6 December 2020", "Belmopan", (2020, 12, 6)),
        ("Belmopan, Third Sunday of Lent", "Belmopan", None),
    ],
)
def test_a_feast_may_stand_between_a_place_and_its_date(
    line: str, place: str, expected: tuple[int, int, int] | None
) -> None:
    document = read(f"The children have a bed\n\n{ENGLISH}\n\n{line}\n")

    assert (date(document), (document.place or "").partition(",")[0]) == (expected, place)


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("27 de marzo", (None, 3, 27)),
        ("March 27", (None, 3, 27)),
        ("SPS, 27 de marzo", (None, 3, 27)),
        ("Dado en Tapachula, Chiapas, en julio de 2020", (2020, 7, None)),
        ("San José, a las nueve horas del siete de agosto de dos mil veinte.", (2020, 8, 7)),
        ("Fecha: San Salvador, 12 de septiembre de 2018", (2018, 9, 12)),
        ("Published 6:00 a.m. CT Jan. 17, 2020", (2020, 1, 17)),
        ("Publicado a las 10:30 h, el 17 de enero de 2020", (2020, 1, 17)),
        ("- 27 de marzo\n- 28 de marzo", None),
    ],
)
def test_a_date_without_a_year_may_be_the_last_line(
    last: str, expected: tuple[int | None, int, int | None] | None
) -> None:
    assert date(read(f"The children have a bed\n\n{ENGLISH}\n\n{last}\n")) == expected


@pytest.mark.parametrize(
    ("end", "place", "expected"),
    [
        ("San José, Costa Rica, 22 de setiembre de 2023", "San José", (2023, 9, 22)),
        ("Belmopan, Belize, 22 September 2023.", "Belmopan", (2023, 9, 22)),
        ("as agreed in Geneva, 22 September 2023.", None, None),
        ("en la oficina de San José, 22 de setiembre de 2023.", None, None),
    ],
)
def test_a_place_and_date_may_end_the_line_of_those_who_sign(
    end: str, place: str | None, expected: tuple[int, int, int] | None
) -> None:
    contact = (
        "Oficina de Prensa Contactos: Ana Paz · 8855-0131 · apaz@faro.example / Golfito: (whatsapp) 6100-0187"
    )
    document = read(f"The children have a bed\n\n{ENGLISH}\n\n{contact} {end}\n")

    assert (date(document), document.place and document.place.partition(",")[0]) == (expected, place)


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        (
            "By Faro Wire staff, with information of the Ministry &mdash; Updated 11 p.m., June 28",
            (None, 6, 28),
        ),
        ("Por Redacci&oacute;n | 28 de junio | Noticias", (None, 6, 28)),
        ("Por Redacci&oacute;n | 28 de junio de 2023", (2023, 6, 28)),
        ("From June 28 to July 3", None),
    ],
)
def test_a_byline_tells_a_date_without_a_year(
    byline: str, expected: tuple[int | None, int, int] | None
) -> None:
    page = f'<article><h1>Children have a bed</h1><p class="byline">{byline}</p><p>{ENGLISH}</p></article>'
    source = Source(location="a.html", content=page.encode(), media_type="text/html", sha256="")

    assert date(extract(parse(source))) == expected


@pytest.mark.parametrize(
    ("line", "place", "expected"),
    [
        (
            f"Los Robles, Alajuela. Wednesday 8th february, 2017.-{ENGLISH}",
            "Los Robles, Alajuela",
            (2017, 2, 8),
        ),
        (f"San José, 12 de mayo de 2017.-{SPANISH}", "San José", (2017, 5, 12)),
        (f"Tapachula, Chiapas, a 3 de junio de 2019.-“{SPANISH}”", "Tapachula, Chiapas", (2019, 6, 3)),
        (f"Belize City, 3 June 2019.-{ENGLISH}", "Belize City", (2019, 6, 3)),
        (f"Puerto Farol, 4 de julio de 2020.-¿Dónde? {SPANISH}", "Puerto Farol", (2020, 7, 4)),
        ("Red Senderos de Niñez - Tapachula, 20/01/2020", "Tapachula", (2020, 1, 20)),
        ("Casa Farol – San Salvador, 20 de enero de 2020", "San Salvador", (2020, 1, 20)),
        ("The Lantern Network — Belmopan, 20 January 2020", "Belmopan", (2020, 1, 20)),
        (
            "Coalición Farol - Tegucigalpa, Honduras, 2 de marzo de 2021",
            "Tegucigalpa, Honduras",
            (2021, 3, 2),
        ),
        ("Harbour Foundation - Nassau, March 2, 2021", "Nassau", (2021, 3, 2)),
    ],
)
def test_a_dateline_may_stand_close_to_its_text_or_behind_a_body(
    line: str, place: str, expected: tuple[int, int, int]
) -> None:
    document = read(f"Farol opens ten houses\n\n{line}\n\n{ENGLISH}\n\n{SPANISH}")

    assert (document.place, date(document)) == (place, expected)


@pytest.mark.parametrize(
    "line", ["Red Farol - Tapachula recibe a 20 niños", "Memoria - Juan Paz, 3 de mayo de 2020"]
)
def test_what_stands_behind_a_dash_is_a_dateline_only_with_a_body_a_place_and_a_date(line: str) -> None:
    assert read(f"Farol opens ten houses\n\n{line}\n\n{ENGLISH}").place is None


@pytest.mark.parametrize("printed", ["12 November 2019", "12 de noviembre de 2019", "November 12, 2019"])
def test_a_date_may_stand_behind_a_note_on_who_may_be_quoted(printed: str) -> None:
    note = (
        "This is a summary of what was said by the spokesperson Ana Paz - to whom quoted text may be "
        "attributed - "
        "at the press briefing of the network in the house of the bishops."
    )

    assert date(read(f"Boys flee the harbour\n\n{note}\n\n{printed}\n\n{ENGLISH}")) == (2019, 11, 12)


@pytest.mark.parametrize(
    ("field", "dateline"),
    [
        (
            "<dl><dt>Fecha de publicación</dt><dd>15 de marzo de 2018</dd></dl>",
            f"Agua Clara, Sonora, 14 de marzo de 2018.- {SPANISH}",
        ),
        ("<p>Fecha: 15/03/2018</p>", f"San José, 14 de marzo de 2018. {SPANISH}"),
        (
            "<p><span>Publicado el 15 de marzo de 2018</span></p>",
            f"Tapachula, 14 de marzo de 2018.- {SPANISH}",
        ),
        ("<p>Published: 15 March 2018</p>", f"Belmopan, 14 March 2018 – {ENGLISH}"),
        (
            "<table><tr><th>Date publish</th><td>03/15/2018</td></tr></table>",
            f"San Pedro, Belize, 14 March 2018 – {ENGLISH}",
        ),
        ('<time datetime="2018-03-15">March 15, 2018</time>', f"Nassau, 14 March 2018 – {ENGLISH}"),
    ],
)
def test_a_page_whose_field_and_dateline_differ_is_warned_of(field: str, dateline: str) -> None:
    page = (
        f"<html><body><h1>Farol opens ten houses</h1>{field}<p>{dateline}</p><p>{SPANISH}</p></body></html>"
    )

    document = extract(
        parse(Source(location="a.html", content=page.encode(), media_type="text/html", sha256=""))
    )

    assert [warning.template for warning in document.warnings] == [DATES_DISAGREE]


def test_a_page_whose_field_and_dateline_agree_is_not() -> None:
    page = (
        "<html><body><h1>Farol abre diez casas</h1><p>Fecha de publicación: 15 de marzo de 2018</p>"
        f"<p>Tapachula, 15 de marzo de 2018.- {SPANISH}</p><p>{SPANISH}</p></body></html>"
    )

    document = extract(
        parse(Source(location="a.html", content=page.encode(), media_type="text/html", sha256=""))
    )

    assert (date(document), document.warnings) == ((2018, 3, 15), ())


@pytest.mark.parametrize(
    "kicker",
    [
        "Briefing Notes", "News Note", "Media Advisory", "Fact Sheet", "Joint Statement",
        "Ficha informativa", "Nota Informativa", "Boletín", "Comunicado", "Declaración Conjunta",
    ],
)  # fmt: skip
def test_what_kind_of_text_it_is_stands_before_a_date_and_is_no_place(kicker: str) -> None:
    document = read(f"Keepers ask for more rooms\n\n{kicker}, 8 July 2014\n\n{ENGLISH}")

    assert (document.place, date(document)) == (None, (2014, 7, 8))


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Second edition, October 2020", (2020, 10, None)),
        ("Farolia Council for Children. Revised edition (June 2018)", (2018, 6, None)),
        ("Version 1.3, 4 May 2021", (2021, 5, 4)),
        ("2nd ed., March 2017", (2017, 3, None)),
        ("Consejo de la Niñez de Farolia. Segunda edición, octubre de 2020", (2020, 10, None)),
        ("Versión 2.0 – marzo de 2019", (2019, 3, None)),
        ("Tercera edición revisada y actualizada, mayo de 2015", (2015, 5, None)),
        ("Edición 2.ª, agosto de 2013", (2013, 8, None)),
        ("Primera reimpresión, junio de 2012", (2012, 6, None)),
    ],
)
def test_the_date_of_an_edition_is_that_of_a_guideline(
    line: str, day: tuple[int | None, int | None, int | None]
) -> None:
    assert date(read(f"Guidelines for keepers of rooms\n\n{line}\n\n1. Purpose\n\n{ENGLISH}")) == day


@pytest.mark.parametrize("line", ["FOR RELEASE ON OR AFTER: Friday, July 12", "For release after July 12"])
def test_a_release_is_dated_by_the_day_after_which_it_may_be_printed(line: str) -> None:
    assert date(read(f"{line}\n\nThe children have a bed\n\n{ENGLISH}\n")) == (None, 7, 12)


@pytest.mark.parametrize(
    ("head", "opening", "expected"),
    [
        ("RED DEL FARO\nComunicado 7 / 2022", "Puerto Farol, 24 de enero.- ", (2022, 1, 24)),
        ("FARO NETWORK\nPress release No. 12-2019", "FAROL CITY, Texas, March 3 -- ", (2019, 3, 3)),
        (
            "«2020, Año de las Guardianas del Río»\nRED DEL FARO",
            "Tapachula, Chiapas, 8 de mayo.- ",
            (2020, 5, 8),
        ),
        ("FARO NETWORK\nMay 2017", "San José, 3 May – ", (2017, 5, 3)),
        # A government's term and two numbers of years tell no year.
        ("H. AYUNTAMIENTO DE FAROL 2021-2024", "Tapachula, Chiapas, 8 de mayo.- ", (None, 5, 8)),
        ("RED DEL FARO\nBoletín 4/2021\n\nComunicado 9/2020", "Puerto Farol, 24 de enero.- ", (None, 1, 24)),
    ],
)
def test_the_year_of_a_dateline_may_stand_in_the_letterhead(
    head: str, opening: str, expected: tuple[int | None, int, int]
) -> None:
    found = read(f"{head}\n\nFarol abre diez casas\n\n{opening}{SPANISH}").published

    assert found
    assert (found.year, found.month, found.day) == expected
    assert found.evidence.inferred == (found.year is not None)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("DATE/PLACE: 07/19/2018, Lantern Creek, Texas", (2018, 7, 19)),
        ("Lugar y fecha: Puerto Farol, a 19 de julio de 2018", (2018, 7, 19)),
        ("Filed: Managua, Nov. 4, 2015", (2015, 11, 4)),
        ("Release Date\nThu, 07/14/2022", (2022, 7, 14)),
        ("Fecha de activación: 31/10/2021", (2021, 10, 31)),
        ("July 20, 2018 12:01AM EDT", (2018, 7, 20)),
        ("Contact: Ana Paz, (213) 555-0172          Aug. 11, 2014", (2014, 8, 11)),
        ("News of the children who wait in Winter 2017", None),
        ("Farol Letter, Winter 2017", (2017, None, None)),
        ("Newsletter, Winter 2017", (2017, None, None)),
        ("News release 04 December 2019 Honduras", (2019, 12, 4)),
        ("Comunicado 12 de marzo de 2020 Managua", (2020, 3, 12)),
        ("Ciudad Faro.\n06:00 hs. 27 de noviembre de 2022", (2022, 11, 27)),
        ("September 27, 2018 - Ottawa\n\nDate: September 28, 2018\nTime: 10:30 a.m.", (2018, 9, 27)),
        ("Fecha: 28/09/2018\nHora: 10:30", (2018, 9, 28)),
    ],
)
def test_a_label_or_a_time_may_stand_beside_a_date(
    line: str, expected: tuple[int, int | None, int | None] | None
) -> None:
    document = read(
        f"FARO NETWORK\n{line}\n\nFarol opens ten houses\n\n{ENGLISH}\n\nLast modified: 1 May 2024"
    )

    assert date(document) == (expected or (2024, 5, 1))


def test_the_day_of_a_dateline_goes_before_that_on_which_a_mail_was_sent() -> None:
    head = "From: Faro Network\nSent: Thursday, January 16, 2020 8:02 AM\n\nFarol opens ten houses"

    assert date(read(f"{head}\n\n{ENGLISH}")) == (2020, 1, 16)
    assert date(read(f"{head}\n\nTapachula, January 17, 2020 – {ENGLISH}")) == (2020, 1, 17)


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Hoy, 5 de septiembre, abrió la casa. ", (None, 9, 5)),
        ("La red abrió hoy lunes 5 de septiembre de 2022 la casa. ", (2022, 9, 5)),
        ("The network said today, March 3, that the house is open. ", (None, 3, 3)),
        ("Este lunes 5 de septiembre abrirá la casa. ", None),
        ("The network said that on March 3 the house opened. ", None),
        ("On this 5 September 2022, Day of the Lanterns, we say again what we said. ", (2022, 9, 5)),
        (
            "This is a summary of what was said by Ana Paz, to whom quoted text may be attributed, at the "
            "press briefing on 5 September 2022. ",
            (2022, 9, 5),
        ),
        ("The minister spoke at a press briefing on 5 September 2022. ", None),
    ],
)
def test_the_day_on_which_a_text_speaks_dates_it_where_nothing_else_does(
    opening: str, expected: tuple[int | None, int, int] | None
) -> None:
    assert date(read(f"Farol abre diez casas\n\n{opening}{SPANISH}")) == expected


@pytest.mark.parametrize(
    ("closing", "expected", "place"),
    [
        ("Given at our house on the Feast of the Lanterns, 28 December 2019.", (2019, 12, 28), None),
        ("Signed on 19/04/2022.", (2022, 4, 19), None),
        ("Bogotá, 27 de septiembre de 2020, Jornada Mundial del Faro", (2020, 9, 27), "Bogotá"),
        ("Managua, 30 de abril de 2018\n\nFirman:\n\nRed del Faro\n\nCasa Azul\n\nCasa Roja\n\nCasa Verde"
         "\n\nCasa Blanca\n\nMesa del Río\n\nContacto: 2255-0100", (2018, 4, 30), "Managua"),
    ],
)  # fmt: skip
def test_the_end_of_a_letter_tells_when_it_was_given(
    closing: str, expected: tuple[int, int, int], place: str | None
) -> None:
    document = read(f"Farol abre diez casas\n\n{SPANISH}\n\n{closing}")

    assert (date(document), document.place) == (expected, place)


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("(Lantern Creek, Ariz.) Aug. 2, 2023 - ", "Lantern Creek, Ariz"),
        ("LANTERN FALLS, VA – ", "Lantern Falls, VA"),
    ],
)
def test_a_region_makes_a_place_known(opening: str, place: str) -> None:
    assert read(f"Farol opens ten houses\n\n{opening}{ENGLISH}").place == place


@pytest.mark.parametrize(
    ("line", "place", "expected"),
    [
        ("Saltillo - Tenosique - San José, mayo de 2021", "Saltillo - Tenosique - San José", (2021, 5, None)),
        ("Laredo – Tegucigalpa, 7 May 2021", "Laredo – Tegucigalpa", (2021, 5, 7)),
        (
            "Tapachula, Ciudad de Guatemala y San Pedro Sula, 2 de diciembre de 2020",
            "Tapachula, Ciudad de Guatemala y San Pedro Sula",
            (2020, 12, 2),
        ),
        ("Managua and San José, 7 May 2021 –", "Managua and San José", (2021, 5, 7)),
    ],
)
def test_a_text_may_be_given_out_in_several_towns(
    line: str, place: str, expected: tuple[int | None, int | None, int | None]
) -> None:
    document = read(f"Farol opens ten houses\n\n{line}\n\n{ENGLISH}")

    assert (document.place, date(document)) == (place, expected)


@pytest.mark.parametrize("line", ["Pentecost Sunday, June 9, 2019", "Palm Sunday, 14 April 2019"])
def test_a_feast_is_no_place(line: str) -> None:
    document = read(f"Farol opens ten houses\n\n{line}\n\n{ENGLISH}")

    assert document.place is None
    assert document.published is not None
    assert document.published.year == 2019


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("For Planning Purposes Only: February 18, 2021", (2021, 2, 18)),
        ("Questions & Answers for the press, 25 November 2020", (2020, 11, 25)),
        ("Preguntas y respuestas para periodistas, 25 de noviembre de 2020", (2020, 11, 25)),
        ("As of 18:00, 22 June 2021", (2021, 6, 22)),
        ("For release: 6 a.m. Pacific, Monday, August 30, 2021", (2021, 8, 30)),
        ("Circular to members and press — 19 August 2022", (2022, 8, 19)),
        ("Red del Faro | press statement | for use from 06:00 on 30 August", (None, 8, 30)),
    ],
)
def test_what_a_text_is_for_stands_before_its_date(
    line: str, expected: tuple[int | None, int | None, int | None]
) -> None:
    assert date(read(f"{line}\n\nFarol opens ten houses\n\n{ENGLISH}")) == expected


def test_the_day_of_an_event_may_be_a_feast_and_is_not_that_of_its_invitation() -> None:
    document = read(
        f"Farol opens ten houses\n\nMontreal, June 19, 2018 – {ENGLISH}\n\n"
        "Date:     Wednesday, June 20, 2018 (Day of the Lanterns)\nTime:     1:30 p.m."
    )

    assert date(document) == (2018, 6, 19)


@pytest.mark.parametrize(
    ("opening", "place"),
    [("TEGUCIGALPA (FARO) _ ", "Tegucigalpa"), ("Tegucigalpa | ", "Tegucigalpa"), ("Honduras | ", None)],
)
def test_a_low_dash_or_a_stroke_may_part_a_town_from_its_text(opening: str, place: str | None) -> None:
    assert read(f"Farol opens ten houses\n\n{opening}{ENGLISH}").place == place


@pytest.mark.parametrize(
    ("printed", "expected"), [("24/06/2019", (2019, 6, 24)), ("05.23.19", (2019, 5, 23))]
)
def test_a_date_in_digits_above_the_headline_of_a_page_is_its_own(
    printed: str, expected: tuple[int, int, int]
) -> None:
    page = (
        f"<html><body><div class='note'><div class='d'>{printed}</div><h2>Farol opens ten houses</h2></div>"
        f"<div class='text'><p>{ENGLISH}</p><p>{SPANISH}</p></div></body></html>"
    )
    source = Source(location="a.html", content=page.encode(), media_type="text/html", sha256="")

    assert date(extract(parse(source))) == expected


def test_a_paragraph_may_open_with_its_date_and_then_its_place() -> None:
    document = read(f"Farol opens ten houses\n\nJuly 29, 2019, Nogales. {ENGLISH}")

    assert (document.place, date(document)) == ("Nogales", (2019, 7, 29))


def test_a_weekday_cut_short_is_no_place() -> None:
    document = read(f"Farol abre diez casas\n\nJue 04 Abr 2019\n\n{SPANISH}")

    assert (document.place, date(document)) == (None, (2019, 4, 4))
