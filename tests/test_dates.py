"""Dates as they are printed in English and Spanish; nothing in them is invented."""

from __future__ import annotations

import pytest

from kb.text.dates import find_dates, parse_date
from tests.endless import ends

Parts = tuple[int | None, int | None, int | None]

WHOLE: dict[str, Parts] = {
    "2017-05-12": (2017, 5, 12),
    "2017-05-12T23:30:00Z": (2017, 5, 12),
    "2017-05-12T23:30:00.123-06:00": (2017, 5, 12),
    "2017-05-12 23:30:00": (2017, 5, 12),
    "2017/05/12": (2017, 5, 12),
    "20170512": (2017, 5, 12),
    "2016-11": (2016, 11, None),
    "2017": (2017, None, None),
    "14 November 2014": (2014, 11, 14),
    "14 NOVEMBER 2014": (2014, 11, 14),
    "November 14, 2014": (2014, 11, 14),
    "Nov. 14 2014": (2014, 11, 14),
    "14 de noviembre de 2014": (2014, 11, 14),
    "14 DE NOVIEMBRE DE 2014": (2014, 11, 14),
    "noviembre de 2014": (2014, 11, None),
    "setiembre 2014": (2014, 9, None),
    "3 May": (None, 5, 3),
    "3 de mayo": (None, 5, 3),
    "May 2017": (2017, 5, None),
    "Sept. 2016": (2016, 9, None),
    "1 Nov. 2016": (2016, 11, 1),
    "1º de mayo de 2017": (2017, 5, 1),
    "1.º de mayo de 2017": (2017, 5, 1),
    "1ro de mayo de 2017": (2017, 5, 1),
    "primero de mayo de 2017": (2017, 5, 1),
    "3rd May 2017": (2017, 5, 3),
    "1st of May, 2017": (2017, 5, 1),
    "3 de mayo del 2017": (2017, 5, 3),
    "3 de mayo del año 2017": (2017, 5, 3),
    "mayo 3 de 2017": (2017, 5, 3),
    "lunes 3 de abril de 2017": (2017, 4, 3),
    "Miércoles, 3 de mayo de 2017": (2017, 5, 3),
    "Fri, 12 May 2017 10:30:00 +0000": (2017, 5, 12),
    "May 12, 2017 at 10:30 a.m.": (2017, 5, 12),
    "12 de mayo de 2017 10:30 hrs.": (2017, 5, 12),
    "3-May-2017": (2017, 5, 3),
    "25/05/2017": (2017, 5, 25),
    "05/25/2017": (2017, 5, 25),
    "25.05.2017": (2017, 5, 25),
    "05/05/2017": (2017, 5, 5),
    "12/05/2017": (2017, None, None),
    "12-15 March 2016": (2016, 3, None),
    "March 12–15, 2016": (2016, 3, None),
    "del 12 al 15 de marzo de 2016": (2016, 3, None),
    "12 y 13 de marzo de 2016": (2016, 3, None),
    "28 February – 3 March 2016": (2016, None, None),
    "May-June 2017": (2017, None, None),
    "29 February 2016": (2016, 2, 29),
    "29 de febrero": (None, 2, 29),
    "30.XI.2018": (2018, 11, 30),
    "12/XI/2019": (2019, 11, 12),
    "26-abr-2019": (2019, 4, 26),
    "15.ene.2020": (2020, 1, 15),
    "abril 26, 2019": (2019, 4, 26),
    "5th day of June, 2024": (2024, 6, 5),
    "fifth day of June 2024": (2024, 6, 5),
    "twenty-first of June, 2024": (2024, 6, 21),
    "5 days of the month of June of 2024": (2024, 6, 5),
    "5 días del mes de junio de 2024": (2024, 6, 5),
    "cinco días del mes de junio de dos mil veinticuatro": (2024, 6, 5),
    "treinta y uno de enero de mil novecientos noventa y ocho": (1998, 1, 31),
    "tres (3) de mayo del año dos mil veintiuno": (2021, 5, 3),
    "31 de enero del año jubilar 2025": (2025, 1, 31),
    "6 de mayo del año del Señor 2024": (2024, 5, 6),
    "2 February in the year of Our Lord 2024": (2024, 2, 2),
    "March 4 of the jubilee year 2025": (2025, 3, 4),
    "1o. de mayo de 2017": (2017, 5, 1),
    "1er. de mayo de 2017": (2017, 5, 1),
    "March the 5th, 2024": (2024, 3, 5),
    "fourteenth day of June, two thousand and twenty-two": (2022, 6, 14),
    "9th day of March, two thousand nineteen": (2019, 3, 9),
    "3 May two thousand": (2000, 5, 3),
}


@pytest.mark.parametrize("printed", WHOLE)
def test_a_date_is_read_as_far_as_it_is_printed(printed: str) -> None:
    date = parse_date(printed)

    assert date
    assert (date.year, date.month, date.day) == WHOLE[printed]
    assert date.as_printed == printed


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "soon", "mayo", "May", "31 November 2014", "30/02/2017", "29 February 2017", "2017-13-01",
        "12/05/17", "0000", "3000", "2017-05-12 or so", "the 3 May 2017 meeting", "68,000", "1" * 10_000,
    ],
)  # fmt: skip
def test_what_is_no_date_as_a_whole_is_none(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On 3 May 2017, and again in November 2016.", ["3 May 2017", "November 2016"]),
        ("El lunes 3 de abril de 2017 y el 5 de mayo.", ["3 de abril de 2017", "5 de mayo"]),
        ("The 12-15 March 2016 course", ["12-15 March 2016"]),
        ("of 30 April 2016 and 25/05/2017", ["30 April 2016", "25/05/2017"]),
        ("In 2014, over 68,000 children; in 2015 nearly 40,000.", []),
        ("It may 10 times; we march 3 km; a dec 5", []),
        ("May 68,000 people and 1,014 November leaves", []),
        ("the years 2010-12, 24/7 and 10.10.2017.4", []),
        ("articles 3, 5 and 9 of 2017", []),
    ],
)
def test_dates_are_found_where_they_stand(text: str, found: list[str]) -> None:
    mentions = find_dates(text)

    assert [text[mention.start : mention.end] for mention in mentions] == found
    assert [mention.date.as_printed for mention in mentions] == found


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit", ["1", "1 ", "May ", "12-15 ", "3 May ", "1/1/", "3 de mayo de ", " ", "2017-", "enero-", "lunes "]
)
def test_hard_text_comes_to_an_end(unit: str) -> None:
    text = unit * (500_000 // len(unit))

    with ends():
        find_dates(text)
        parse_date(text)
