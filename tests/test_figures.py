"""Figures: what is counted, whom and in which year; and numbers that count nothing.

Every text here is fiction, written for a test of kb.
"""

from __future__ import annotations

import importlib
import json
from pathlib import Path

import pytest

from kb.extractors import figure_ages, figure_exclusions, figure_names, figures
from kb.parsers import parse
from kb.records import Document, Figure, Passage, Source
from kb.text.endings import Ending
from kb.text.numbers import find_numbers
from tests.endless import ends

GOLD = Path(__file__).parent / "data" / "gold" / "releases"
MEDIA = {".html": "text/html", ".md": "text/markdown", ".txt": "text/plain"}
MANY = 1_000_000  # characters


def found(
    text: str, language: str = "en", *, kind: str = "paragraph", of: str = "press-release"
) -> list[Figure]:
    """The figures of a text; a blank line begins a new passage."""
    passages = tuple(
        Passage(address=f"p{number}", text=part, language=language, kind=kind)
        for number, part in enumerate(text.split("\n\n"), 1)
    )
    document = Document(kind=of, language=language, passages=passages)
    return list(figures.fill(document).figures)


def told(
    text: str, language: str = "en", *, kind: str = "paragraph"
) -> list[tuple[float, str | None, int | None]]:
    """The value, unit and year of each figure of a text."""
    return [(figure.value, figure.unit, figure.year) for figure in found(text, language, kind=kind)]


def values(text: str, language: str = "en") -> list[float]:
    return [figure.value for figure in found(text, language)]


# -- Numbers ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "language", "expected"),
    [
        ("68,000", "en", 68000),
        ("68.000", "es", 68000),
        ("68 000", "es", 68000),
        ("68.000 children", "en", 68000),
        ("3.5", "en", 3.5),
        ("3,5", "es", 3.5),
        ("1.234,5", "es", 1234.5),
        ("1,234,567", "en", 1234567),
        ("1.25 million", "en", 1250000),
        ("1.256 million", "en", 1256000),
        ("$1.2m", "en", 1200000),
        ("Q2.4 millones", "es", 2400000),
        ("two hundred and fifty", "en", 250),
        ("thirty-five", "en", 35),
        ("two and a half million", "en", 2500000),
        ("half a million", "en", 500000),
        ("a 13.8-billion", "en", 13800000000),
        ("treinta y cinco", "es", 35),
        ("doscientas mil", "es", 200000),
        ("68 mil", "es", 68000),
        ("3 mil 500", "es", 3500),
        ("un millón 200 mil", "es", 1200000),
        ("2 millones 345 mil 678", "es", 2345678),
        ("un millón y medio", "es", 1500000),
        ("200 mil millones", "es", 200000000000),
    ],
)
def test_a_number_has_the_value_it_is_printed_with(printed: str, language: str, expected: float) -> None:
    assert [number.value for number in find_numbers(printed, language)] == [expected]


@pytest.mark.parametrize(
    ("printed", "language"),
    [
        ("hundreds of thousands", "en"),
        ("several million", "en"),
        ("cientos de miles", "es"),
        ("por ciento", "es"),
        ("CRC/C/GC/14", "en"),
        ("G20 and COVID-19", "en"),
        ("the 21st", "en"),
        ("2.1.3", "en"),
        ("12:30", "en"),
        ("0143", "en"),
        ("9" * 30, "en"),
    ],
)
def test_vague_words_and_parts_of_longer_tokens_are_no_numbers(printed: str, language: str) -> None:
    assert list(find_numbers(printed, language)) == []


# -- What is counted --------------------------------------------------------------------------


def test_a_figure_has_its_qualifier_unit_people_and_words_as_printed() -> None:
    [figure] = found("In 2014, over 6,800 unaccompanied migrant children from Arenal arrived at the border.")

    assert (figure.value, figure.qualifier, figure.year) == (6800, "over", 2014)
    assert figure.unit == figure.population == "unaccompanied migrant children"
    assert figure.as_printed == "over 6,800 unaccompanied migrant children"
    assert figure.evidence.passage == "p1"
    assert figure.evidence.span == (9, 50)


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        ("an 81-hour course", "en", "hour"),
        ("six human rights defenders spoke", "en", "human rights defenders"),
        ("40 boys and girls slept", "en", "boys and girls"),
        ("Thirty staff attended.", "en", "staff"),
        ("30 of the children slept", "en", "children"),
        ("12 more shelters opened", "en", "shelters"),
        (
            "640 niñas, niños y adolescentes no acompañados llegaron",
            "es",
            "niñas, niños y adolescentes no acompañados",
        ),
        ("12 casas de acogida abrieron", "es", "casas de acogida"),
        ("212 quejas relacionadas con la niñez", "es", "quejas"),
        ("treinta horas de taller", "es", "horas"),
        ("3 millones de lempiras", "es", "lempiras"),
        ("BZ$640,000 for homes", "en", "BZ$"),
        ("45 per cent of them", "en", "per cent"),
        ("el 3,5 % de las niñas", "es", "%"),
    ],
)
def test_the_unit_is_the_noun_phrase_that_is_counted(text: str, language: str, unit: str) -> None:
    assert [figure.unit for figure in found(text, language)] == [unit]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("In 2019 some 30 000 children and 250 000 adults came.", "en", [30000, 250000]),
        ("En 2019 llegaron 12 000 niños y 1 000 adultos.", "es", [12000, 1000]),
        ("Last year, 3000 Guatemalan children came.", "en", [3000]),
        ("In 2019, 4500 Hondurans were returned.", "en", [4500]),
        ("Since May, 45 Central American girls have slept here.", "en", [45]),
    ],
)
def test_people_are_counted_behind_a_comma_and_in_groups_of_three_digits(
    text: str, language: str, expected: list[float]
) -> None:
    assert values(text, language) == expected


def test_postcodes_and_numbers_to_call_before_a_capital_count_nobody() -> None:
    assert values("Casa del Faro, Calle 5, 29000 Tuxtla, and Farol House, 1204 Farol. Call 12 34 056.") == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "The house took in 15 (fifteen) children and 3 (three) babies.",
            "en",
            [(15, "children"), (3, "babies")],
        ),
        ("Recibió a 120 (ciento veinte) niñas.", "es", [(120, "niñas")]),
        ("Se atendió a 1,450 NNA migrantes no acompañados.", "es", [(1450, "NNA migrantes no acompañados")]),
        ("Some 320 UASC were met there.", "en", [(320, "UASC")]),
        ("Se entregaron 30 ID y 45 mantas.", "es", [(30, None), (45, "mantas")]),
        ("HALLAN A 43 MENORES EN TRES CAMIONES.", "es", [(43, None), (3, None)]),
    ],
)
def test_letters_for_children_count_and_a_number_that_is_spelled_out_counts_once(
    text: str, language: str, expected: list[tuple[float, str | None]]
) -> None:
    assert [(figure.value, figure.unit) for figure in found(text, language)] == expected


def test_a_year_that_others_are_a_multiple_of_and_one_behind_a_semicolon_are_no_other_figures() -> None:
    assert told("The grant of $12 million is 3 times that of 2020; 8 nurses came.") == [
        (12_000_000, "$", None),
        (3, "times", None),
        (8, "nurses", None),
    ]


def test_a_share_speaks_of_the_people_behind_it() -> None:
    [english] = found("78 per cent of the children interviewed had fled.")
    [spanish] = found("El 78 % de las niñas entrevistadas huyó.", "es")

    assert english.population == "children"
    assert spanish.population == "niñas entrevistadas"


def test_a_number_without_a_noun_counts_what_the_text_counted_before() -> None:
    assert told("The house has 38 pupils. Of these, 21 come from Honduras and nine from Cuba.") == [
        (38, "pupils", None),
        (21, "pupils", None),
        (9, "pupils", None),
    ]


def test_a_range_is_two_figures_of_one_unit() -> None:
    assert told("Some 30 to 40 children come every day.") == [(30, "children", None), (40, "children", None)]


def test_a_rise_and_a_fall_have_a_trend() -> None:
    trends = [figure.trend for figure in found("Arrivals rose by 15 per cent; complaints, a drop of 20%.")]

    assert trends == ["up", "down"]


# -- Years ------------------------------------------------------------------------------------


def test_a_sentence_that_goes_on_takes_over_what_it_leaves_unsaid() -> None:
    text = (
        "In 2014, over 6,800 unaccompanied children came. In 2015 the number dropped to nearly 4,000. "
        "But in 2016, it again rose to over 5,900."
    )

    assert told(text) == [
        (6800, "unaccompanied children", 2014),
        (4000, "unaccompanied children", 2015),
        (5900, "unaccompanied children", 2016),
    ]


@pytest.mark.parametrize(
    ("text", "language", "years"),
    [
        ("It received 212 calls in 2016, compared with 148 in 2015.", "en", [2016, 2015]),
        ("It grew from 12 beds in 2015 to 45 in 2016.", "en", [2015, 2016]),
        ("During fiscal year 2016, 592 children came.", "en", [2016]),
        ("In 2016 it took in 250 children. Of these, 80 were girls.", "en", [2016, 2016]),
        ("In 2016 it took in 250 children. The garden has 80 trees.", "en", [2016, None]),
        ("In 2017 it took in 80 children, down from 175 in the same period of 2016.", "en", [2017, 2016]),
        ("12 girls and 30 boys were returned in 2016.", "en", [2016, 2016]),
        ("In 2015, 12 girls were returned, and in 2016, 45 girls.", "en", [2015, 2016]),
        ("En 2015 bajó a 400 casos y en 2016 volvió a subir a 590.", "es", [2015, 2016]),
        ("En 2016 hubo 469 quejas, un 12% menos que en 2014 (685).", "es", [2016, 2016, 2014]),
        ("La red cerró 2018 sin deudas. Ese año atendió a 641 niñas.", "es", [2018]),
    ],
)
def test_a_figure_has_the_year_that_is_printed_for_it(
    text: str, language: str, years: list[int | None]
) -> None:
    assert [figure.year for figure in found(text, language)] == years


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Between 2014 and 2016 some 180 children crossed.", "en"),
        ("Since 2013 it has trained 125 officials.", "en"),
        ("This year it expects 300 children.", "en"),
        ("San José, 3 May 2017 – Thirty officers began a course.", "en"),
        ("It was founded in Limón in 1987 and works in 31 towns.", "en"),
        ("Thirty experts discussed the guidelines approved in November 2016.", "en"),
        ("Recoge 118 entrevistas hechas entre octubre de 2013 y septiembre de 2014.", "es"),
        ("El año pasado llegaron 40 niñas.", "es"),
    ],
)
def test_a_span_a_vague_year_and_the_year_of_another_event_are_none(text: str, language: str) -> None:
    assert {figure.year for figure in found(text, language)} == {None}


def test_the_items_of_a_list_have_the_year_of_the_line_that_introduces_it() -> None:
    lead = Passage(address="p1", text="In 2016 the network gave:")
    items = tuple(Passage(address=f"i{each}", text=f"{each} blankets", kind="item") for each in (20, 30))

    filled = figures.fill(Document(passages=(lead, *items)))

    assert [(figure.value, figure.year) for figure in filled.figures] == [(20, 2016), (30, 2016)]


# -- What is no figure ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May 2017, and again in 2018.",
        "Under article 3, paragraphs 12 to 14, and articles 2, 15 (1) and 16 of the Convention.",
        "See general comment No. 14 (2013) and resolution 1325.",
        "A girl aged 12 to 17, a 16-year-old boy and children under 5.",
        "A child of four slept. The youngest is 11. Her brother, 12, and Ana Paz, 42, left.",
        "Doors open at 10 a.m., close at 18:00, Monday to Friday 8.00 to 16.00.",
        "Call +504 2235-0166, 2523-0794 or (664) 555 0199, ext. 12.",
        "91 Freetown Road, Belize City.",
        "Phase 2 of Agenda 2030, Part Two, room 12.",
        "Two-thirds of parents came with brothers, 9 and 12. Children under five crossing alone.",
        "The sisters from Honduras, then 9 and 13, wait. Most are Venezuelans of 14 to 17 years.",
        "They adopted rules for all children.12 In practice (4, 5) they differ [7].",
        "One child, a boy, one of them.",
        "-30-",
        "1. First of all.\n2) Second.",
        "They won 45-17 in the Six-Day War.",
        "Radio Farol, 91.9 FM, is heard on 1250 AM too.",
    ],
)
def test_a_number_that_counts_nothing_is_no_figure(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "El 3 de mayo de 2017, y otra vez en 2018, antes del miércoles 7.",
        "Según el artículo 19 de la Ley 1098 de 2006 y el párrafo 4.",
        "Boletín 045/2016. Comunicado núm. 12.",
        "Los menores de 18 años, de entre 12 y 17 años, y una joven hondureña de diecisiete años.",
        "Alexander, de 15 años, llegó a las 10:30 horas.",
        "Av. Reforma 222, piso 5, C.P. 06600; de la Corte 300 metros al sur; 7 calle, 12 avenida.",
        "Dos tercios. Brandon, hondureño de 10 años, y Ana Ajú, de 71 años: una bebé de siete meses.",
        "La mayoría son nicaragüenses y venezolanos de 14 a 17 años.",
        "Tel. 01 (55) 5387 2400 exts. 18123 y 18124. PBX 2414-8787.",
    ],
)
def test_a_spanish_number_that_counts_nothing_is_no_figure(text: str) -> None:
    assert values(text, "es") == []


def test_both_numbers_of_a_share_count() -> None:
    assert values("One in five girls, 3 out of 10, nine in every twelve boys.") == [
        5,
        3,
        10,
        9,
        12,
    ]
    assert values("Una de cada tres niñas y cuatro de cada diez niños.", "es") == [3, 4, 10]


def test_the_words_that_are_labels_elsewhere_do_not_hide_a_figure() -> None:
    assert values("Hay sitio para 120 personas, y al niño se le pregunta tres veces.", "es") == [120, 3]
    assert values("The ministry works in 19 offices; in Honduras 300 children wait.") == [19, 300]


def test_a_text_of_law_has_only_figures_with_a_noun_beside_them() -> None:
    text = "More than 80 contributions came, from 15 of 20 bodies. The two complement each other; 12 more."

    assert [figure.value for figure in found(text, of="general-comment")] == [80, 15, 20]


# -- Once -------------------------------------------------------------------------------------


def test_the_same_quantity_of_a_year_is_one_figure() -> None:
    text = "It counted 612 beds in 2015.\n\nIt has 612 beds. The 612 are old.\n\nAn 81-hour course: 81 hours."

    assert told(text) == [(612, "beds", 2015), (81, "hour", None)]


def test_a_title_counts_where_the_text_does_not_say_it() -> None:
    passages = (Passage(address="p1", text="Thirty officers trained."),)

    filled = figures.fill(Document(title="IOM trains 30 officials in four years", passages=passages))

    assert [(figure.value, figure.evidence.passage) for figure in filled.figures] == [(30, "p1"), (4, None)]


def test_figures_that_are_there_are_kept() -> None:
    known = Document(figures=(Figure(value=2),), passages=(Passage(address="p1", text="30 children"),))

    assert figures.fill(known) is known


# -- Tables -----------------------------------------------------------------------------------


def test_years_at_the_head_of_a_table_are_those_of_its_columns() -> None:
    table = (
        "Children returned, by country\nCountry | 2014 | FY 2015\nHonduras | 1,640 | 938\nTotal | 3,346 | –"
    )

    assert told(table, kind="table") == [
        (1640, "Children returned", 2014),
        (938, "Children returned", 2015),
        (3346, "Children returned", 2014),
    ]


def test_years_in_the_first_column_are_those_of_its_rows() -> None:
    table = "Año | Niñas | % del total\n2015 | 1.230 | 34,5\n2016 | 1.500 | 36"

    assert told(table, "es", kind="table") == [
        (1230, "Niñas", 2015),
        (34.5, "%", 2015),
        (1500, "Niñas", 2016),
        (36, "%", 2016),
    ]


def test_a_row_says_what_it_counts_and_telephone_numbers_count_nothing() -> None:
    table = "Indicator | Value | Telephone\nShelters | 12 | +502 2400 0123\nBudget | US$ 1,200 | 2400-0123"

    assert told(table, kind="table") == [(12, "Shelters", None), (1200, "US$", None)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Two dozen volunteers and half a dozen nuns cook.", "en"),
        ("Una docena de familias y dos docenas de niños duermen aquí.", "es"),
        ("Views: 1204", "en"),
        ("Visto: 1204 veces", "es"),
        ("Compartido 56 veces", "es"),
        ("5 min read", "en"),
        ("Lectura de 4 minutos", "es"),
        ("Publicado: hace 3 años · Comunicados · 4 comentarios", "es"),
        ("Photo 3 of 12", "en"),
        ("Página 2 de 4", "es"),
        ("Call 520.555.0183 at any time.", "en"),
        ("Llame a las extensiones 410 y 411.", "es"),
        ("Doña Petra Ajú, de 71 años, escuchaba.", "es"),
        ("Lo escribió una usuaria de catorce años.", "es"),
        ("In the hall a Honduran of seventeen, Luz, read.", "en"),
        ("She came from Leeds at 16 and stayed.", "en"),
        ("Llegó a los quince y se quedó.", "es"),
        ("Open between 4 and 7 p.m.", "en"),
        ("Dado en La Paz, a los 5 días del mes de junio.", "es"),
        ("Marque el 911.", "es"),
        ("El 60 aniversario fue ayer.", "es"),
        ("El equipo ganó 3 a 1.", "es"),
        ("Newsletter, issue 88", "en"),
    ],
)
def test_dozens_page_counters_ages_and_lines_to_call_count_nothing(text: str, language: str) -> None:
    assert values(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Aquella noche durmieron en la casa 118 personas.", "es", [118]),
        ("De las doce diócesis respondieron diez.", "es", [12, 10]),
        ("Fueron 17.", "es", [17]),
        ("Hace 20 años se firmó.", "es", [20]),
        ("EL PUENTE MIDE 38 METROS.", "es", [38]),
        ("La tasa subió del 2 al 5 %.", "es", [2, 5]),
        ("A family of six slept there.", "en", [6]),
    ],
)
def test_what_looks_like_a_label_an_age_or_an_hour_may_count(
    text: str, language: str, expected: list[float]
) -> None:
    assert values(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("In 2020 there were 300 girls. A year later there were 410.", "en", [(300, 2020), (410, None)]),
        ("En 2019 hubo 320 niñas; un año antes habían sido 280.", "es", [(320, 2019), (280, None)]),
        ("During 2016 and 2017, 900 families were reunited.", "en", [(900, None)]),
        (
            "The talks were held in 2008 by 16 students. Each lasted about 25 minutes.",
            "en",
            [(16, 2008), (25, 2008)],
        ),
        (
            "She read 52 files from the year 2014. In 19 of them no name stood.",
            "en",
            [(52, 2014), (19, 2014)],
        ),
        (
            "De los Q12 millones pedidos para 2016, la casa recibió 4.5 millones.",
            "es",
            [(12_000_000, 2016), (4_500_000, 2016)],
        ),
        (
            "En 2017 bajaron a 2.388 niños, es decir, un 22,3 % menos que el año anterior.",
            "es",
            [(2388, 2017), (22.3, 2017)],
        ),
        (
            "In 2022 the house had 1,067 guests; in 2023 it had 203. Most stay less than 12 days.",
            "en",
            [(1067, 2022), (203, 2023), (12, None)],
        ),
    ],
)
def test_a_year_goes_on_only_where_the_text_does(
    text: str, language: str, expected: list[tuple[float, int | None]]
) -> None:
    assert [(figure.value, figure.year) for figure in found(text, language)] == expected


def test_a_year_in_the_corner_of_a_table_is_that_of_its_cells() -> None:
    table = "Whom they called, 2008 | Children\nMother | 121\nFather | 38"

    assert [(figure.value, figure.year) for figure in found(table, kind="table")] == [(121, 2008), (38, 2008)]


# -- Whole releases ---------------------------------------------------------------------------


def gold() -> list[tuple[Document, list[dict[str, object]]]]:
    cases = []
    for path in sorted(GOLD.glob("*.json")):
        source = next(each for each in GOLD.glob(f"{path.stem}.*") if each.suffix in MEDIA)
        given = Source(
            location=source.name,
            content=source.read_bytes(),
            media_type=MEDIA[source.suffix],
            sha256="0" * 64,
        )
        cases.append((parse(given), json.loads(path.read_text(encoding="utf-8"))["figures"]))
    return cases


def test_figures_of_the_gold_releases_are_found_with_their_years() -> None:
    right = printed = wanted = 0
    for document, expected in gold():
        pairs = [(figure.value, figure.year) for figure in figures.fill(document).figures]
        printed, wanted = printed + len(pairs), wanted + len(expected)
        for each in expected:
            if (pair := (each["value"], each["year"])) in pairs:
                pairs.remove(pair)
                right += 1

    # 0.986 and 0.994 when written, on the cases the rules were made with.
    assert right / printed > 0.9
    assert right / wanted > 0.9


@pytest.mark.parametrize(
    "piece",
    ["1", "1,", "111,", "two ", "dos ", "mil ", "1 ", "1-1-", "2014 ", "in 2014 30 children, ", "(1) ", "1%"],
)
def test_a_megabyte_of_numbers_comes_to_an_end(piece: str) -> None:
    text = piece * (MANY // len(piece))

    with ends():
        found(text)
        found(text, "es")


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Tres adolescentes de 15, 16 y 17 años esperan.", "es", [3]),
        ("He signed the form at 15 after a night without sleep, with 40 others.", "en", [40]),
        ("Antes se iban a los diecisiete ahora a los trece; son 60 niños.", "es", [60]),
        ("Children as young as four sat there; 30 of them were alone.", "en", [30]),
        ("The act (H.R. 2281) frees 300 children.", "en", [300]),
        ("Call 515-555-0102 x 218 for one of the 30 beds.", "en", [30]),
        ("The hotline took its ten-thousandth call with 86 telephones.", "en", [86]),
        ("Peñas Blancas, 3 may (Meridiano).- Llegaron 26 mujeres.", "es", [26]),
        ("En 2020 hubo 16 ataques; este año, en Veracruz, 15.", "es", [16, 15]),
    ],
)
def test_ages_bills_extensions_and_days_count_nothing(
    text: str, language: str, expected: list[float]
) -> None:
    assert values(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("El proyecto costó 2.3 mdp.", "es", [(2_300_000, "mdp", None)]),
        ("Cada beca es de Q600 al mes.", "es", [(600, "Q", None)]),
        (
            "To meet the needs of the children on the move in the region in 2024, it asks for 160 beds.",
            "en",
            [(160, "beds", 2024)],
        ),
        (
            "They saw 71 deaths in Mexico, Central America and the Caribbean in 2022, up from 51 in 2021.",
            "en",
            [(71, "deaths", 2022), (51, "deaths", 2021)],
        ),
        (
            "Then 2,071 children signed such forms in 2017 and 1,894 in 2018.",
            "en",
            [(2071, "children", 2017), (1894, "children", 2018)],
        ),
        ("It will cost 640 dollars until 31 December 2024.", "en", [(640, "dollars", None)]),
    ],
)
def test_money_and_years_in_awkward_places(
    text: str, language: str, expected: list[tuple[float, str | None, int | None]]
) -> None:
    assert told(text, language) == expected


def test_an_exact_number_is_the_same_figure_by_whatever_noun() -> None:
    assert values("5,286 case files were read.\n\nThe report is “Files of 5,286 Children”.") == [5286]
    assert values("200 files were read.\n\nThere were 200 beds.") == [200, 200]


@pytest.mark.parametrize(
    "ending",
    [
        pytest.param(value, id=f"{module.__name__}.{name}")
        for module in (figure_ages, figure_exclusions, figure_names)
        for name, value in vars(module).items()
        if isinstance(value, Ending)
    ],
)
def test_an_ending_is_looked_for_as_far_back_as_it_can_begin(ending: Ending) -> None:
    parser = importlib.import_module("re._parser")

    assert parser.parse(ending.pattern).getwidth()[1] == ending.longest


# -- Years of what a figure is compared with, and of what else a sentence tells ---------------


@pytest.mark.parametrize(
    ("text", "language", "years"),
    [
        ("Some 6,120 children crossed (4,310 in the same period of 2018).", "en", [None, 2018]),
        ("The house took in 412 children (in 2021 they were 377).", "en", [None, 2021]),
        ("It counted 620 girls and 540 boys (480 in 2020).", "en", [None, None, 2020]),
        ("In 2023, 620 girls (480 in 2022) were assisted.", "en", [2023, 2022]),
        ("Entre enero y agosto del año en curso recibió a 942 niñas (531 en 2018).", "es", [None, 2018]),
        ("En lo que va del presente año llegaron 412 niñas (en 2021 fueron 377).", "es", [None, 2021]),
        ("El consulado recibió 1,940 solicitudes (1,210 en 2022).", "es", [None, 2022]),
        ("It will deploy 35 tutors and added that in 2020 it assisted 1,262 children.", "en", [None, 2020]),
        ("She promised 60 beds and recalled that 150 girls were registered in 2021.", "en", [None, 2021]),
        ("It will open 14 homes, because 300 children were registered in 2022.", "en", [None, 2022]),
        ("It has 14 homes for the 300 children who came in 2022.", "en", [None, 2022]),
        ("“Habrá 35 tutores” y agregó que en 2020 se atendió a 262 niñas.", "es", [None, 2020]),
        ("Abrirá 14 albergues e indicó que durante 2019 se acogió a 1,200 niñas.", "es", [None, 2019]),
        ("Anunció 60 camas y recordó que 150 niñas fueron registradas en 2021.", "es", [None, 2021]),
        ("Endorsed by 24 agencies, it replaces the guidance of 2016.", "en", [None]),
        ("Written by 24 agencies, the guide builds on the guidelines of May 2009.", "en", [None]),
        ("La guía, avalada por 24 redes, sustituye a la de 2016.", "es", [None]),
        ("Firman 24 redes, que actualizan las directrices de 2009.", "es", [None]),
    ],
)
def test_the_year_of_a_comparison_another_clause_or_an_older_text_is_no_other_figures(
    text: str, language: str, years: list[int | None]
) -> None:
    assert [figure.year for figure in found(text, language)] == years


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        (
            "Some 212 unaccompanied or separated children were registered.",
            "unaccompanied or separated children",
        ),
        (
            "Some 212 orphaned, separated or abandoned girls live there.",
            "orphaned, separated or abandoned girls",
        ),
        ("The number of detained or deported families climbed to 512.", "detained or deported families"),
        ("Numbers of returned adolescents reached 910.", "returned adolescents"),
    ],
)
def test_qualities_in_a_row_belong_to_the_people_behind_them(text: str, unit: str) -> None:
    [figure] = found(text)

    assert (figure.unit, figure.population) == (unit, unit)


def test_what_happened_to_people_is_no_quality_of_others() -> None:
    [figure] = found("In the river 12 died and frightened children fled.")

    assert figure.population is None


def test_a_share_of_applicants_speaks_of_them_and_has_no_year_of_two() -> None:
    [figure] = found("In 2015 and 2016, 30 % of asylum applicants in the country were girls.")

    assert (figure.population, figure.year) == ("asylum applicants", None)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Amir*, 15, from Herat, told us.", "en"),
        ("Lupe**, 16, walked.", "en"),
        ("Sara†, aged 14, walked.", "en"),
        ("“Kofi”, 16, fled.", "en"),
        ("Marisol (not her real name), 15, fled.", "en"),
        ("Lupe*, 16 años, caminó.", "es"),
        ("Lupe*, de 16, caminó.", "es"),
        ("«Chepe», 13, huyó.", "es"),
        ("Marisol (nombre ficticio), 15, huyó.", "es"),
    ],
)
def test_the_age_behind_a_changed_name_is_no_figure(text: str, language: str) -> None:
    assert values(text, language) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Prensa: 951 501 5077 y 951 501 5078", "es"),
        ("Ana Paz, teléfono de la casa en Guatemala 7760 9925", "es"),
        ("Llámenos al 2653-4418 con el padre Noé.", "es"),
        ("Phone: 2231-5507 / 2231-5508\nmail@faro.example", "en"),
        ("Faro House is a 501(c)(3) organization.", "en"),
        ("«Fui forastero y me acogieron» (Mt 25, 35)", "es"),
        ("La caravana salió el pasado día 2 con rumbo al norte.", "es"),
        ("Una mujer de 41 años quedó detenida.", "es"),
        ("Brayan (nombre ficticio) de 14 años, salió de noche.", "es"),
        ("El más pequeño de 11 meses dormía.", "es"),
        ("The children, now 5, 8 and 12, were found.", "en"),
        ("A sister of nineteen and a brother of nine cross together.", "en"),
        ("The smallest patient was eleven days old.", "en"),
        ("I am eleven. They were younger than five. I saw a boy of perhaps seven who slept.", "en"),
    ],
)
def test_numbers_to_call_verses_days_and_ages_count_nothing(text: str, language: str) -> None:
    assert values(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("A family of nine brothers slept here, and a sister of nine children.", "en", [9, 9]),
        ("Ese día 212 niñas llegaron solas.", "es", [212]),
        ("Between 1200-1500 children slept in the halls.", "en", [1200, 1500]),
    ],
)
def test_what_looks_like_them_may_count(text: str, language: str, expected: list[float]) -> None:
    assert set(values(text, language)) == set(expected)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Atendió a 1,264 menores, 17 por ciento más que en todo 2021.",
            "es",
            [(1264, "menores", None), (17, "por ciento", None)],
        ),
        (
            "There were 2,000 claims, almost as many as in the whole of 2018, when there were 1,912.",
            "en",
            [(2000, "claims", None), (1912, "claims", 2018)],
        ),
        (
            "Recibió en esta oficina 3,077 solicitudes, casi tantas como en todo 2020.",
            "es",
            [(3077, "solicitudes", None)],
        ),
        ("Solicitudes, 2021 ........ 1,147", "es", [(1147, None, 2021)]),
        ("2014 ......... 5,721\n\n2015 ......... 7,405", "es", [(5721, None, 2014), (7405, None, 2015)]),
        ("Se cobró hasta Q.95,000.00 por niño.", "es", [(95000, "Q.", None)]),
        ("New staff across the houses: 31", "en", [(31, None, None)]),
        (
            "Sixty-one faith, legal and community organizations wrote.",
            "en",
            [(61, "faith, legal and community organizations", None)],
        ),
    ],
)
def test_comparisons_leaders_and_lists_leave_a_figure_its_own_year_and_noun(
    text: str, language: str, expected: list[tuple[float, str | None, int | None]]
) -> None:
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Detenido: Óscar Armando V. R., 41 años.", "es"),
        ("Suspendió la devolución de un adolescente maya mam de 16 años que fue detenido.", "es"),
        ("Una alumna hondureña de once años recitó un poema.", "es"),
        ("—Uno de seis años que venía a pie —responde.", "es"),
        ("That caller was 13. She had lost her uncle.", "en"),
        ("The oldest is 16, the youngest 7. They had files.", "en"),
        ("It was said by Devon, who is twenty-four and will graduate.", "en"),
        ("We see mothers of nineteen with a letter.", "en"),
        ("Call 956.555.0120. It is free.", "en"),
        ("Informes: 555 010 8890", "es"),
        ("Denuncia: 962 555 01 77", "es"),
        ("They met at the hall, 210 E. Filmore, and at 400 block of Levee Street.", "en"),
        ("Local 555 asks for a hearing in courtroom 14, with exhibit 9.", "en"),
    ],
)
def test_ages_of_those_told_of_otherwise_numbers_to_call_and_rooms_count_nothing(
    text: str, language: str
) -> None:
    assert values(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("En 2021 la clínica llevó 19 casos y ganó 14.", "es", [19, 14]),
        ("The clinic has taken 61 cases and has won 18; 37 are open.", "en", [61, 18, 37]),
        ("The children came from Guatemala (77), El Salvador (25) and Mexico (16).", "en", [77, 25, 16]),
        ("Los niños eran de Cortés (51), Olancho (37) y Yoro (30).", "es", [51, 37, 30]),
        ("El pago de las horas extras suma B/.214,000.", "es", [214_000]),
        ("The team won by 3 to 1.", "en", []),
        ("As the Court held (12), a child is heard (13).", "en", []),
    ],
)
def test_what_was_won_and_how_many_came_from_each_place_count(
    text: str, language: str, expected: list[float]
) -> None:
    assert values(text, language) == expected


def test_the_numbers_to_call_in_a_table_are_no_figures() -> None:
    table = "Office | Beds | Phone\nNorth | 12 | 656 555 0160\nSouth | 8 | 656 555 0161"

    assert [figure.value for figure in found(table, kind="table")] == [12, 8]
