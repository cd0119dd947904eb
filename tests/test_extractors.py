"""What the extractors find in press releases and guidelines, and what they leave alone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kb.extractors import directory, extract
from kb.parsers import parse
from kb.records import (
    KINDS,
    Contact,
    DigestOf,
    Document,
    Evidence,
    Organisation,
    PartialDate,
    Passage,
    Source,
)
from kb.text.language import language_of
from tests.endless import ends

RELEASES = Path(__file__).parent / "data" / "releases"
CASES = sorted(path.stem for path in RELEASES.glob("*.txt"))


def document(text: str, *, title: str = "", language: str | None = None) -> Document:
    """The paragraphs of ``text`` as passages p1, p2 ...; the kind is still unknown."""
    paragraphs = [part for part in re.split(r"\n\s*\n", text.strip()) if part]
    return Document(
        kind="",
        title=title,
        language=language or language_of(text) or "en",
        passages=tuple(
            Passage(address=f"p{number}", text=paragraph) for number, paragraph in enumerate(paragraphs, 1)
        ),
    )


def release(case: str) -> Document:
    """The case as a parser leaves it: the fiction line dropped, the next line the title."""
    _, title, text = (RELEASES / f"{case}.txt").read_text(encoding="utf-8").split("\n", 2)
    return document(text, title=title)


SHOWN: dict[str, Callable[[Document], Any]] = {
    "kind": lambda found: found.kind,
    "symbol": lambda found: found.symbol,
    "publisher": lambda found: found.publisher,
    "place": lambda found: found.place,
    "countries": lambda found: list(found.countries),
    "published": lambda found: (
        [found.published.year, found.published.month, found.published.day] if found.published else None
    ),
    "organisations": lambda found: [[each.name, each.acronym] for each in found.organisations],
    "contacts": lambda found: [
        {name: getattr(each, name) for name in ("name", "office", "phone", "email")}
        for each in found.contacts
    ],
}


# -- Whole releases ---------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES)
def test_a_release_yields_the_record_we_expect(case: str) -> None:
    expected = json.loads((RELEASES / f"{case}.json").read_text(encoding="utf-8"))

    found = extract(release(case))

    assert {name: SHOWN[name](found) for name in expected} == expected


@pytest.mark.parametrize("case", CASES)
def test_a_release_says_first_that_it_is_fiction(case: str) -> None:
    first = (RELEASES / f"{case}.txt").read_text(encoding="utf-8").split("\n")[0]

    assert first.startswith(("[Test fiction", "[Ficción de prueba"))


@pytest.mark.parametrize("case", CASES)
def test_every_span_holds_what_was_found(case: str) -> None:
    found = extract(release(case))

    texts = {passage.address: passage.text for passage in found.passages}

    def words(evidence: Evidence) -> str:
        if evidence.passage is None or evidence.span is None:
            return ""
        return texts[evidence.passage][slice(*evidence.span)]

    for each in found.organisations:
        assert words(each.evidence) in {"", each.name, each.acronym}
    for contact in found.contacts:
        assert contact.as_printed.startswith(words(contact.evidence))
        assert words(contact.evidence)
    if found.published:
        assert words(found.published.evidence) == found.published.as_printed
    if found.place:
        assert words(found.evidence["place"]).casefold() == found.place.casefold()
    if found.symbol:
        assert words(found.evidence["symbol"]) == found.symbol
    assert {f"countries/{code}" for code in found.countries} <= found.evidence.keys()
    assert found.kind in KINDS
    assert "kind" in found.evidence


@pytest.mark.parametrize("case", CASES)
def test_passages_are_never_changed(case: str) -> None:
    before = release(case)

    after = extract(before)

    assert after.passages == before.passages
    assert extract(after) == after


def test_what_the_metadata_says_stays() -> None:
    known = replace(
        release("procuraduria-boletin"),
        kind="report",
        symbol="X/1",
        publisher="Somebody",
        place="Somewhere",
        countries=("FR",),
        published=PartialDate(year=2017, month=4, day=3),
        organisations=(Organisation(name="Body"),),
        contacts=(Contact(name="Nobody"),),
    )

    assert extract(known) == known


def test_blank_passages_yield_nothing() -> None:
    blank = tuple(Passage(address=f"p{i}", text=text) for i, text in enumerate(["Contact:", "", " ", "\n"]))

    found = extract(Document(kind="", passages=blank))

    assert (found.kind, found.contacts, found.organisations) == ("page", (), ())


def test_an_empty_document_is_a_page_of_which_nothing_is_known() -> None:
    found = extract(Document(kind=""))

    assert replace(found, evidence={}) == Document(kind="page")


def test_a_digest_takes_no_symbol_date_or_publisher_from_its_text() -> None:
    text = "CRC/C/GC/14\n\nAdopted 29 May 2013\n\nThe Committee on the Rights of the Child says ..."
    digest = replace(document(text), kind="digest", digest_of=DigestOf(title="General comment No. 14"))

    found = extract(digest)

    assert (found.kind, found.symbol, found.published, found.publisher) == ("digest", None, None, None)
    assert [each.name for each in found.organisations] == ["Committee on the Rights of the Child"]


# -- Symbols ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "symbol",
    [
        "CRC/C/GC/14",
        "CRC/GC/2005/6",
        "A/51/18",
        "CMW/C/GC/3-CRC/C/GC/22",
        "HRI/GEN/1/Rev.9 (Vol. I)".split(maxsplit=1)[0],
        "E/CN.4/1998/53/Add.2",
        "OC-21/14",
        "A/RES/64/142",
        "CEDAW/C/GC/31/Rev.1-CRC/C/GC/18/Rev.1",
    ],
)
@pytest.mark.parametrize(
    "line", ["{}", "United Nations — {}", "{} Distr.: General 3 May 2017 Original: English"]
)
def test_the_symbol_of_a_letterhead_is_the_documents_own(symbol: str, line: str) -> None:
    found = extract(document(line.format(symbol) + "\n\nThe text begins here."))

    assert found.symbol == symbol


@pytest.mark.parametrize(
    "text",
    [
        "See CRC/C/GC/14.",
        "The Committee recalls its general comment (CRC/C/GC/14) on best interests.",
        "Children and/or parents; A/B testing; 24/7",
        "SOMETHING/ELSE/1",
    ],
)
def test_a_symbol_in_a_sentence_is_a_citation(text: str) -> None:
    assert extract(document(text)).symbol is None


def test_an_advisory_opinion_names_its_symbol_in_its_title() -> None:
    found = extract(
        document("Text.", title="Opinión Consultiva OC-21/14 de 19 de agosto de 2014", language="es")
    )

    assert (found.symbol, found.kind) == ("OC-21/14", "judgment")
    assert found.publisher == "Corte Interamericana de Derechos Humanos"


# -- Dates and datelines ----------------------------------------------------------------------

BODY = "Thirty people who work with children met today and agreed on what to do about the night buses."


@pytest.mark.parametrize(
    ("opening", "place", "iso"),
    [
        ("Costa Rica - ", "Costa Rica", None),
        ("Geneva, 3 May 2017 – ", "Geneva", "2017-05-03"),
        ("GENEVA (12 May 2017) – ", "Geneva", "2017-05-12"),
        ("GENEVA/SAN JOSÉ (12 May 2017) — ", "Geneva/San José", "2017-05-12"),
        ("San José, 12 de mayo de 2017. ", "San José", "2017-05-12"),
        ("San José, 12 de mayo de 2017.- ", "San José", "2017-05-12"),
        ("Ciudad de México, a 3 de mayo de 2016. ", "Ciudad de México", "2016-05-03"),
        ("CIUDAD DE MÉXICO, lunes 3 de abril de 2017 – ", "Ciudad de México", "2017-04-03"),
        ("Washington, D.C. – ", "Washington, D.C.", None),
        ("WASHINGTON, D.C., May 3, 2017 -- ", "Washington, D.C.", "2017-05-03"),
        ("Tapachula, Chiapas.- ", "Tapachula, Chiapas", None),
        ("VILLA INVENTADA, 3 de mayo de 2017 – ", "Villa Inventada", "2017-05-03"),
        ("HANOI, Vietnam (AP) — ", "Hanoi, Vietnam", None),
        ("3 May 2017, Geneva – ", "Geneva", "2017-05-03"),
        ("(Geneva, 3 May 2017) – ", "Geneva", "2017-05-03"),
        ("Tegucigalpa, Honduras. 3 de mayo de 2017. ", "Tegucigalpa, Honduras", "2017-05-03"),
    ],
)
def test_a_dateline_tells_place_and_date(opening: str, place: str, iso: str | None) -> None:
    found = extract(document(opening + BODY))

    assert found.place == place
    assert (found.published.iso if found.published else None) == iso
    assert found.kind == "press-release"


@pytest.mark.parametrize(
    "opening",
    [
        "IOM – through its programme – trains people. ",
        "By John Alder, 3 May 2017. ",
        "BREAKING – ",
        "Experts – ",
        "Mexico-based ",
        "In Costa Rica – as everywhere – ",
        "Mexico, Guatemala and Honduras agreed. ",
        "UNICEF – The fund opened a room. ",
        "US: ",
    ],
)
def test_what_only_looks_like_a_dateline_is_no_place(opening: str) -> None:
    assert extract(document(opening + BODY)).place is None


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Adopted 16 November 2017", "2017-11-16"),
        ("Distr.: General. Adopted 16 November 2017. Original: English", "2017-11-16"),
        ("Fecha de publicación: 3 de mayo de 2017", "2017-05-03"),
        ("Published: 2017-05-03", "2017-05-03"),
        ("Posted on Wednesday, 3 May 2017", "2017-05-03"),
        ("Press release, 3 May 2017", "2017-05-03"),
        ("Comunicado de prensa 12/2017 | 3 de mayo de 2017", "2017-05-03"),
        ("Date: 12/05/2017", "2017"),
        ("Posted: 05/13/17", "2017-05-13"),
        ("Action bulletin // Thursday, May 11, 2017", "2017-05-11"),
        ("May 2017", "2017-05"),
    ],
)
def test_a_line_near_the_top_tells_the_date(line: str, iso: str) -> None:
    found = extract(document(f"{line}\n\n{BODY}"))

    assert found.published
    assert found.published.iso == iso


@pytest.mark.parametrize(
    "text",
    [
        "In 2017 the program is expected to be upgraded by the Conference approved in November 2016.",
        BODY
        + "\n\nThe law was adopted on 3 May 2017 by a large majority of those who were in the room that day.",
        "3 May",
    ],
)
def test_dates_of_the_running_text_are_not_the_documents(text: str) -> None:
    assert extract(document(text)).published is None


@pytest.mark.parametrize(
    ("line", "place", "iso"),
    [
        (
            "Dado en la ciudad de San Salvador, a los cinco días del mes de junio de dos mil veinticuatro.",
            "San Salvador",
            "2024-06-05",
        ),
        ("Firmado en Managua, a los 5 días del mes de junio de 2024.", "Managua", "2024-06-05"),
        ("Done at Belmopan on 5 June 2024", "Belmopan", "2024-06-05"),
        ("San Pedro Sula, veintidós de octubre de dos mil diecinueve.", "San Pedro Sula", "2019-10-22"),
        ("Punta Clara, domingo de Ramos", "Punta Clara", None),
    ],
)
def test_the_last_lines_tell_place_and_date(line: str, place: str, iso: str | None) -> None:
    signed = "\n\n".join(f"Red de Faroles número {number}" for number in range(8) if iso)

    found = extract(document(f"{BODY}\n\n{line}\n\n{signed if line.startswith('Dado') else ''}"))

    assert (found.place, found.published.iso if found.published else None) == (place, iso)


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("WASHINGTON / SAN PEDRO SULA, 5 June 2019 — ", "Washington / San Pedro Sula"),
        ("Guatemala. ", "Guatemala"),
        ("Punta Clara, 3 de mayo de 2017. ", "Punta Clara"),
        ("NOGALES, 30.XI.2018 — ", "Nogales"),
        ("Lugar: Saltillo, Coahuila\n\n", "Saltillo, Coahuila"),
        ("Lugar y fecha: San Salvador, 12 de diciembre de 2023\n\n", "San Salvador"),
        ("Place and date: Belmopan, 12 December 2023\n\n", "Belmopan"),
        ("Las Cruces, New Mexico, the Feast of the Holy Innocents\n\n", "Las Cruces, New Mexico"),
        ("Creado: 9 de noviembre de 2023\n\nNogales, Arizona, 8 de noviembre de 2023.- ", "Nogales, Arizona"),
        ("CIUDAD DE MÉXICO A 3 DE JUNIO DE 2021\n\n", "Ciudad de México"),
    ],
)
def test_a_place_is_known_by_how_it_stands(opening: str, place: str) -> None:
    assert extract(document(opening + BODY)).place == place


@pytest.mark.parametrize(
    ("closing", "place", "iso"),
    [
        ("Dado en la ciudad de Guatemala, el 31 de enero de 2025", "Ciudad de Guatemala", "2025-01-31"),
        ("Dado en la ciudad de Saltillo, el 31 de enero de 2025", "Saltillo", "2025-01-31"),
        (
            "Eagle Pass, Texas, United States, October 30, 2024. With three photographs.",
            "Eagle Pass, Texas, United States",
            "2024-10-30",
        ),
        ("Upala, Costa Rica, 3 de mayo de 2021. Se adjuntan fotografías.", "Upala, Costa Rica", "2021-05-03"),
    ],
)
def test_a_closing_line_tells_place_and_date(closing: str, place: str, iso: str) -> None:
    found = extract(document(f"{BODY}\n\n{BODY}\n\n{closing}"))

    assert found.place == place
    assert found.published
    assert found.published.iso == iso


@pytest.mark.parametrize(
    ("head", "iso"),
    [
        ("Published on: Friday 26 April 2019 | 5 min", "2019-04-26"),
        ("Press release dated 7 September 2018", "2018-09-07"),
        ("Last updated: 3 January 2020\nFirst published 12 February 2019", "2019-02-12"),
        ("Actualización: 15 de julio de 2022", "2022-07-15"),
        ("9 julio, 2018 por redacción", "2018-07-09"),
        (f"{BODY}\n\nDate: 26 April 2019", "2019-04-26"),
        ("EMBARGOED UNTIL 6 MAY 2019", "2019-05-06"),
        ("© 2019, 6 May 2019", None),
        (f"May 6th, 2019: {BODY}", "2019-05-06"),
        (f"6 May: {BODY}", None),
    ],
)
def test_a_date_may_stand_among_other_words(head: str, iso: str | None) -> None:
    found = extract(document(f"{head}\n\n{BODY}")).published

    assert (found.iso if found else None) == iso


def test_a_text_without_a_headline_has_its_dateline_for_a_title() -> None:
    found = extract(document(BODY, title="México, D. F., a 12 de mayo de 2016", language="es"))

    assert (found.place, found.published and found.published.iso) == ("México, D. F.", "2016-05-12")


def test_a_release_about_a_guide_is_a_release() -> None:
    about = document(f"Geneva, 3 May 2017 – {BODY}", title="UNICEF Guide for judges is out")

    assert extract(about).kind == "press-release"


@pytest.mark.parametrize(
    ("stated", "shown", "warned"),
    [
        (PartialDate(year=2017, month=5, day=3), "2017-05-03", False),
        (PartialDate(year=2017, month=5), "2017-05-03", False),
        (PartialDate(year=2016, month=8, day=1), "2016-08-01", True),
    ],
)
def test_the_data_of_a_page_is_held_against_its_dateline(
    stated: PartialDate, shown: str, warned: bool
) -> None:
    before = replace(document(f"Geneva, 3 May 2017 – {BODY}"), published=stated)

    found = extract(before)

    assert found.published
    assert found.published.iso == shown
    assert bool(found.warnings) is warned
    assert extract(found).warnings == found.warnings


def test_another_date_of_the_document_shows_the_order_of_day_and_month() -> None:
    alone = extract(document(f"Date: 12/05/2017\n\n{BODY}")).published
    beside = extract(document(f"Date: 12/05/2017\n\n{BODY} They meet again on 25/05/2017.")).published

    assert alone
    assert beside
    assert (alone.iso, alone.evidence.inferred) == ("2017", False)
    assert (beside.iso, beside.evidence.inferred) == ("2017-05-12", True)


@pytest.mark.parametrize(
    ("line", "place", "iso"),
    [
        ("3 May 2017 | Geneva", "Geneva", "2017-05-03"),
        ("📍 Tapachula, Chiapas, 3 de mayo de 2017", "Tapachula, Chiapas", "2017-05-03"),
        ("Press release · 3rd July 2018 · London", "London", "2018-07-03"),
        ("Antiguo Cuscatlán, 21 November 2017", "Antiguo Cuscatlán", "2017-11-21"),
        ("TAPACHULA, CHIAPAS, a 3 de junio de 2016.-", "Tapachula, Chiapas", "2016-06-03"),
        ("Belmopan. September 28th, 2016.", "Belmopan", "2016-09-28"),
        ("Managua, Nicaragua (May 2017).", "Managua, Nicaragua", "2017-05"),
        ("Farolito, Ariz., 3 May 2017.", "Farolito, Ariz.", "2017-05-03"),
        ("Farolito, Chis., a 3 de mayo de 2017.", "Farolito, Chis.", "2017-05-03"),
    ],
)
def test_a_dateline_may_be_a_line_of_its_own(line: str, place: str, iso: str) -> None:
    found = extract(document(f"{line}\n\n{BODY}"))

    assert (found.place, found.published and found.published.iso) == (place, iso)


@pytest.mark.parametrize(
    ("opening", "place", "date"),
    [
        ("Peñas de Farol, 3 may (Meridiano).- ", "Peñas de Farol", (None, 5, 3)),
        ("La Farola, 14 agosto.- ", "La Farola", (None, 8, 14)),
        ("México, Guatemala y Honduras, 30 de agosto, Día de las Luces. ", "México, Guatemala y Honduras",
         (None, 8, 30)),
        ("LAS FAROLAS, N.M. – ", "Las Farolas, N.M.", None),
        ("Puerto Farol – ", "Puerto Farol", None),
    ],
)  # fmt: skip
def test_a_dateline_may_name_a_town_that_no_list_knows(
    opening: str, place: str, date: tuple[int | None, ...] | None
) -> None:
    found = extract(document(f"{opening}{BODY}", title="Abren una casa"))

    assert found.place == place
    assert date == (found.published and (found.published.year, found.published.month, found.published.day))


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("FOR RELEASE MONDAY A.M.'S, JUNE 6, 2022", "2022-06-06"),
        ("EMBARGOED UNTIL 00:01 HRS, 12 May 2017", "2017-05-12"),
        ("Publicado por Comunicación Social el lunes, 16/01/2023", "2023-01-16"),
        ("For immediate release -- Wednesday in Holy Week, 2021", "2021"),
        ("Comunicado de prensa 018-2022", None),
    ],
)
def test_the_lines_of_a_letterhead_tell_the_date(line: str, iso: str | None) -> None:
    published = extract(document(f"{line}\n\n{BODY}", title="Abren una casa")).published

    assert (published and published.iso) == iso


# -- Publishers -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (f"LANTERN LIGHT FOUNDATION\n\nFOR IMMEDIATE RELEASE\n\n{BODY}", "Lantern Light Foundation"),
        (f"{BODY}\n\nAbout the Lantern Alliance: it was founded in 1998.", "Lantern Alliance"),
        (f"Tegucigalpa (UNICEF) – {BODY}", "UNICEF"),
        (f"The Lantern Foundation today opened a room for thirty people. {BODY}", "Lantern Foundation"),
        (f"{BODY}\n\nMedia contact: Ana Luz, Lantern Foundation, +506 2212-5300", "Lantern Foundation"),
        (f"Lantern Fund\nPress Office\n\nPress release\n\n{BODY}", "Lantern Fund"),
        (f"CONSULADO DE FANTASÍA EN McALLEN\n\n{BODY}", "Consulado de Fantasía en McALLEN"),
        (f"City of San Faro\nCity Clerk's Office\n\n{BODY}", "City of San Faro"),
        (
            f"Joint statement\n\nBy the Alliance for Doors, Casa Faro and the Lantern Fund\n\n{BODY}",
            "Alliance for Doors",
        ),
        (f"Joint news release\n\nThe Lantern Foundation and the Candle Fund agreed. {BODY}", None),
    ],
)
def test_a_publisher_is_named_by_letterhead_or_text(text: str, publisher: str | None) -> None:
    assert extract(document(text, title="A room opens")).publisher == publisher


# -- Countries --------------------------------------------------------------------------------


def test_countries_come_by_how_often_they_are_named() -> None:
    text = "Honduran and Honduran children met at the US State Department. One came from Mexico."

    assert extract(document(text)).countries == ("HN", "US", "MX")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Consultations in Lyon ended; a judge came from Tegucigalpa.", ("HN",)),
        ("Write to 91 Freetown Road in Belize.", ("BZ",)),
        ("Michael Jordan and Ana Lima met Chad Miller of Atlanta, Georgia.", ()),
        ("The Georgia Department of Labor wrote to Ana España and to Infancia Abierta España.", ("ES",)),
        (
            "Children from Georgia, Jordan and Chad came through the Canal de Panamá.",
            ("GE", "JO", "TD", "PA"),
        ),
    ],
)
def test_other_cities_streets_and_persons_are_no_countries(text: str, codes: tuple[str, ...]) -> None:
    assert extract(document(text, language="en")).countries == codes


# -- Organisations ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "acronym"),
    [
        ("It was the [Regional Network of Civil Paths for Children] (RRCN in Spanish).", "RRCN"),
        ("A student of the [Universidad Inventada] in Peru spoke.", None),
        ("He left. The [Ministry of Labour and Social Welfare] said no.", None),
        ("We asked the [Ministry of Labour] and UNHCR.", None),
        ("The [US State Department’s Bureau of Population, Refugees, and Migration] paid.", None),
        ("The ICRC ([International Committee of the Red Cross]) helped.", "ICRC"),
        ("The [Ministry of Health]’s plan is ready.", None),
        ("It was the [Committee on the Rights of the Child] on State obligations.", None),
        ("El [Ministerio de Trabajo] y la OIM firmaron ayer.", None),
        ("La [Procuraduría Federal de Protección de Niñas, Niños y Adolescentes] firmó ayer.", None),
        ("Lo dijo la [Secretaría de Niñez, Adolescencia y Familia] ayer por la mañana.", None),
        ("Habló el [Instituto Nacional de Cosas Perdidas] en Lima.", None),
        ("La [Red Franciscana de Casas del Sur] (RFCS) lo dijo.", "RFCS"),
        ("The [Border Lantern Alliance] will represent 650 people.", None),
        ("It was paid for by the [Lantern Family Endowment] last year.", None),
        ("The aid organization [Lanterns without Walls] said so.", None),
        ("Lo dijo la organización civil [Luz del Camino] ayer.", None),
        ("Ana Luz, director of [Lanterns on Paths] (LOP), said so.", "LOP"),
        ("El [Refugio Monseñor Luz] abrió ayer.", None),
        ("La [Universidad Don Farol] (UDF) abrió ayer.", "UDF"),
        ("The [Central American and Caribbean Commission for Lanterns] met.", None),
        ("El [Fondo de las Naciones Unidas para la Infancia] (UNICEF, por sus siglas en inglés)", "UNICEF"),
    ],
)
def test_an_organisation_is_named_as_printed(text: str, acronym: str | None) -> None:
    name = text[text.index("[") + 1 : text.index("]")]

    found = extract(document(re.sub(r"[\[\]]", "", text))).organisations[0]

    assert (found.name, found.acronym) == (name, acronym)
    assert not found.evidence.inferred


def test_an_acronym_alone_gets_the_name_of_the_table_in_the_documents_language() -> None:
    (found,) = extract(document("Lo anunció ayer la OIM en un acto.", language="es")).organisations

    assert (found.name, found.acronym) == ("Organización Internacional para las Migraciones", "OIM")
    assert found.evidence.inferred


def test_the_acronym_of_a_national_body_counts_where_its_country_is_named() -> None:
    here = extract(document("El INM de México abrió sus puertas.", language="es"))
    elsewhere = extract(document("El INM abrió sus puertas en Suiza.", language="es"))

    assert [each.acronym for each in here.organisations] == ["INM"]
    assert elsewhere.organisations == ()


@pytest.mark.parametrize(
    "text",
    [
        "A BID and a BIA were made. The BID was good.",
        "The CRC is a convention.",
        "BE KIND TO CHILDREN",
        "Best Interests Determination (BID) is a procedure.",
        "He is on the Board of Directors.",
    ],
)
def test_what_only_looks_like_an_organisation_is_none(text: str) -> None:
    assert extract(document(text, language="en")).organisations == ()


def test_every_name_of_the_table_leads_to_its_entry() -> None:
    for body in directory.bodies():
        for names in body.names.values():
            for name in names:
                found = directory.name_pattern().fullmatch(name)
                assert found, name
                assert directory.named(name) is body, name


# -- Contacts ---------------------------------------------------------------------------------


def test_no_address_is_made_up() -> None:
    (found,) = extract(document("For information, please contact Ana Luz at IOM Peru, Email")).contacts

    assert (found.name, found.office, found.phone, found.email) == ("Ana Luz", "IOM Peru", None, None)


@pytest.mark.parametrize(
    ("printed", "phone"),
    [
        ("+506 2212-5300", "+50622125300"),
        ("00506 2212 5300", "+50622125300"),
        ("2212-5300", "+50622125300"),
        ("(506) 2212-5300 ext. 12", "+50622125300;ext=12"),
    ],
)
def test_a_phone_is_e164_where_its_country_is_certain(printed: str, phone: str) -> None:
    text = f"Media contact: Ana Luz, UNICEF Costa Rica, Tel: {printed}"

    (found,) = extract(document(text)).contacts

    assert found.phone == phone
    assert found.as_printed.endswith(printed)


def test_a_contact_ends_with_its_parenthesis() -> None:
    text = "For media requests please contact: Ms. Alia Ficta (+41 22 917 0001 / alia@example.org)"

    (found,) = extract(document(text)).contacts

    assert (found.name, found.phone, found.email) == ("Alia Ficta", "+41229170001", "alia@example.org")
    assert found.as_printed == "Alia Ficta (+41 22 917 0001 / alia@example.org)"


def test_a_contact_without_a_name_begins_below_its_cue() -> None:
    (found,) = extract(document("Media contact:\n\nUNICEF Panama, Tel. 301-7400")).contacts

    assert (found.name, found.office, found.phone) == (None, "UNICEF Panama", "+5073017400")
    assert (found.evidence.passage, found.evidence.span) == ("p2", (0, 28))


def test_what_is_far_behind_a_contact_is_not_part_of_it() -> None:
    text = f"Media contact: Ana Luz, ana@example.org. {BODY} {BODY} Donations: Leo Paz, +41 22 917 0001."

    (found,) = extract(document(text)).contacts

    assert (found.name, found.phone, found.email) == ("Ana Luz", None, "ana@example.org")


def test_a_phone_without_a_country_stays_as_printed() -> None:
    (found,) = extract(document("Media contact: Ana Luz, UNICEF, Tel: 2212-5300")).contacts

    assert found.phone == "2212-5300"


@pytest.mark.parametrize(
    "text",
    [
        "The shelter's number, 2212-5300, rang forty times on the first night.",
        "Last year the office answered (956) 555-0105 2,300 times.",
        "She called +506 2212-5300 and nobody answered her.",
        "Lantern Fund is a registered charity, no. 2022061. EIN 74-5550106.",
        "Acuerdo Ministerial 255-0119. Expediente 2019-00120. Comunicado de prensa 2022-061.",
        "Cuenta bancaria: 100-01-0555-0109. Apartado 1234-1000.",
        "Este boletín se envía desde no-reply@faro.example; no responda a este correo.",
        "To stop receiving these notes, write to unsubscribe@lantern.example.",
        "El informe fue enviado a la dirección informe@faro.example por cuarenta personas de la ciudad.",
        "Contact us",
        "For more information, visit our page.",
        "Children who have contact with the law need help: 2212-5300 of them in 2016.",
    ],
)
def test_the_running_text_has_no_contacts(text: str) -> None:
    assert extract(document(text)).contacts == ()


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "Contact:\nAna Luz\nPress Officer, Lantern Foundation\nTel. +504 2550-0123\nana@lantern.example",
            [("Ana Luz", "+50425500123", "ana@lantern.example")],
        ),
        (
            "Oficina de Prensa CONADEH\nANA LUZ\nJefa de Comunicaciones\nTeléfono: (504) 2239-0104\n"
            "Celular: (504) 9955-0131\nCorreo: aluz@conadeh.example",
            [
                ("ANA LUZ", "+50422390104", "aluz@conadeh.example"),
                ("ANA LUZ", "+50499550131", "aluz@conadeh.example"),
            ],
        ),
        (
            "Media contact: Ana Luz, UNICEF Costa Rica, tel. 2212-5300 exts. 12 y 14",
            [("Ana Luz", "+50622125300;ext=12", None), ("Ana Luz", "+50622125300;ext=14", None)],
        ),
        (
            "Press contact: Ana Luz or Leo Paz, Lantern Fund, +506 2212-5300",
            [("Ana Luz", "+50622125300", None), ("Leo Paz", "+50622125300", None)],
        ),
        (
            "Contacts: Ana Luz, +506 2212-5300, ana@lantern.example; or Leo Paz, leo@lantern.example",
            [("Ana Luz", "+50622125300", "ana@lantern.example"), ("Leo Paz", None, "leo@lantern.example")],
        ),
        (
            "Press Office\nUniversity of the Lanterns\nTel. +507 317 0155\nFax +507 317 0156",
            [(None, "+5073170155", None)],
        ),
        (
            "Para más información: Ana Luz, prensa (at) lantern.example",
            [("Ana Luz", None, "prensa@lantern.example")],
        ),
        (
            "Para más información: Ana Luz, prensa [at] lantern.example",
            [("Ana Luz", None, "prensa@lantern.example")],
        ),
        ("Para más información: Ana Luz, prensa [at] lantern", [("Ana Luz", None, None)]),
        (
            "Press contact: Ana Luz Office: 202-555-0147 · Cell: 202-555-0162 ana@lantern.example",
            [
                ("Ana Luz", "202-555-0147", "ana@lantern.example"),
                ("Ana Luz", "202-555-0162", "ana@lantern.example"),
            ],
        ),
        (
            "Press Office, Lanterns\nTel. +506 2212-5300\nGuardia: +506 7012-5300\ndesk@lantern.example",
            [(None, "+50622125300", "desk@lantern.example"), (None, "+50670125300", "desk@lantern.example")],
        ),
        (
            "Contact:\nLantern House, Belize\nTel: 822-2156\nTel: 822-3914 (Ms. Ana Luz)",
            [(None, "+5018222156", None), ("Ana Luz", "+5018223914", None)],
        ),
        (
            "Contact: Lantern House, Belize\nTel: 822-2057\nTel: 822-3914",
            [(None, "+5018222057", None), (None, "+5018223914", None)],
        ),
        (
            "Contacto: Prensa, Costa Rica Ana Luz y Leo Paz\nTel. 2212-5300\nprensa@lantern.example",
            [
                ("Ana Luz", "+50622125300", None),
                ("Leo Paz", "+50622125300", None),
                (None, None, "prensa@lantern.example"),
            ],
        ),
        (
            "For interviews contact Press Officer Ana Luz on +506 2212-5300.",
            [("Ana Luz", "+50622125300", None)],
        ),
    ],
)
def test_a_contact_block_is_read_however_it_is_set(
    block: str, expected: list[tuple[str | None, str | None, str | None]]
) -> None:
    found = extract(document(f"{BODY}\n\n{block}", title="Lanterns for Honduras")).contacts

    assert [(each.name, each.phone, each.email) for each in found] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Los datos pueden solicitarse a datos@faro.example.", [(None, None, "datos@faro.example")]),
        ("Las consultas se atienden por correo: datos@faro.example.", [(None, None, "datos@faro.example")]),
        ("Questions? Write to hello@lantern.example.", [(None, None, "hello@lantern.example")]),
        (
            "Si tiene una queja, escriba a quejas@faro.example o llame al 2212-5300.",
            [(None, "2212-5300", "quejas@faro.example")],
        ),
        (
            "Quien quiera donar cobijas puede llamar al 2212-5300 y preguntar por Rocío.",
            [("Rocío", "2212-5300", None)],
        ),
        (
            "Mayores informes al 2212-5300, ext. 7, con la Mtra. Lucía Pech.",
            [("Lucía Pech", "2212-5300;ext=7", None)],
        ),
        ("Si conoce a la niña, avise al 2212-5300.", [(None, "2212-5300", None)]),
        (
            "Reporters may write to press@lantern.example or call Ana Luz at 2212-5300.",
            [("Ana Luz", "2212-5300", "press@lantern.example")],
        ),
        (
            "Ana Luz, the director, can be reached at 2212-5300 or ana@lantern.example.",
            [("Ana Luz", "2212-5300", "ana@lantern.example")],
        ),
        (
            "Complaints can be made on 2212-5300. Press should write to Ana Luz at ana@lantern.example.",
            [(None, "2212-5300", None), ("Ana Luz", None, "ana@lantern.example")],
        ),
        (
            "Pueden comunicarse con Ana Luz, tel. 2212-5300, o con el taller, tel. 2212-5301.",
            [("Ana Luz", "2212-5300", None), (None, "2212-5301", None)],
        ),
        (
            "Press: Ana Luz, ana@lantern.example. To stop this, write to unsubscribe@lantern.example.",
            [("Ana Luz", None, "ana@lantern.example")],
        ),
    ],
)
def test_a_sentence_that_invites_to_write_or_call_is_a_contact(
    sentence: str, expected: list[tuple[str | None, str | None, str | None]]
) -> None:
    found = extract(document(f"San José, 3 de mayo de 2017. {BODY}\n\n{sentence}")).contacts

    assert [(each.name, each.phone, each.email) for each in found] == expected


@pytest.mark.parametrize(
    ("printed", "phone"),
    [
        ("956/555-0172, ext. 4", "+19565550172;ext=4"),
        ("(956) 555-0172 x4", "+19565550172;ext=4"),
        ("956.555.0172", "+19565550172"),
        ("956-555-0172, option 2", "+19565550172;ext=2"),
    ],
)
def test_a_number_of_the_united_states_is_read_in_every_notation(printed: str, phone: str) -> None:
    text = f"NOGALES, Ariz., May 3, 2017 – {BODY}\n\nMedia contact: Ana Luz, Nogales, Ariz., {printed}"

    assert [each.phone for each in extract(document(text)).contacts] == [phone]


def test_a_role_of_its_own_line_parts_no_contact() -> None:
    lines = ["Contacto: Hna. Ana Luz", "Coordinadora de la casa", "2212-5300", "ana@faro.example"]
    text = "\n\n".join([f"San José, 3 de mayo de 2017. {BODY}", *lines])

    found = extract(document(text)).contacts

    assert [(each.name, each.phone, each.email) for each in found] == [
        ("Ana Luz", "2212-5300", "ana@faro.example")
    ]


def test_of_two_persons_the_one_beside_the_address_is_the_contact() -> None:
    found = extract(document(f"{BODY}\n\nTextos: Ana Luz. Fotos: Leo Paz, leo@faro.example")).contacts

    assert [(each.name, each.email) for each in found] == [("Leo Paz", "leo@faro.example")]


def test_a_first_name_is_completed_where_the_text_gives_it_in_full() -> None:
    text = f"{BODY} Their teacher is Rocío Vela.\n\nMarque al +506 2212-5300 y pregunte por Rocío."

    assert [each.name for each in extract(document(text)).contacts] == ["Rocío Vela"]


def test_a_table_is_a_contact_block() -> None:
    first, second = "Ana Luz | +506 2212-5300 | ana@lantern.example", "Leo Paz | | leo@lantern.example"
    table = f"Name | Phone | Email\n{first}\n{second}"

    found = extract(document(f"{BODY}\n\n{table}")).contacts

    assert [(each.name, each.phone, each.email) for each in found] == [
        ("Ana Luz", "+50622125300", "ana@lantern.example"),
        ("Leo Paz", None, "leo@lantern.example"),
    ]


def test_the_dateline_makes_the_country_of_a_number_not_certain() -> None:
    found = extract(
        document(f"San José, 3 de mayo de 2017. {BODY}\n\nPrensa: Ana Luz, 2212-5300", language="es")
    )

    assert [each.phone for each in found.contacts] == ["2212-5300"]


# -- Kinds ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        (
            "General recommendation No. 32 on the gender-related dimensions of refugee status",
            "general-comment",
        ),
        ("Observación general núm. 14 sobre el derecho del niño", "general-comment"),
        ("Ley de Migración", "law"),
        ("Ley General de los Derechos de Niñas, Niños y Adolescentes", "law"),
        ("Decreto núm. 44 de 2016", "law"),
        ("Children Act 1989", "law"),
        ("Sentencia de 25 de noviembre de 2013", "judgment"),
        ("Guidelines for the Alternative Care of Children", "guideline"),
        ("UNHCR Guidelines on Best Interests", "guideline"),
        ("Lineamientos regionales para la protección", "guideline"),
        ("Protocolo de actuación para la niñez migrante", "guideline"),
        ("Guía para entrevistas", "guideline"),
        ("Release procedures for unaccompanied children", "guideline"),
        ("Public health guidelines for shelters", "guideline"),
        ("Council adopts guidelines", "page"),
        ("Cancillería presenta protocolo", "page"),
        ("Presentación de la guía de tutores", "page"),
        ("Módulo 3: Entrevistas con adolescentes", "training-material"),
        ("Facilitator’s Guide: listening", "training-material"),
        ("Informe anual de la Defensoría", "report"),
        ("Report of the Special Rapporteur", "report"),
        ("Something else entirely", "page"),
    ],
)
def test_a_title_tells_the_kind(title: str, kind: str) -> None:
    assert extract(document("Some text.", title=title)).kind == kind


@pytest.mark.parametrize("line", ["File: photo-2.jpg", "Code: covid-19", "Ref: Minutes-3.pdf"])
def test_the_name_of_a_file_and_small_letters_are_no_symbol(line: str) -> None:
    assert extract(document(f"{line}\n\nThe text begins here.", title="A guide")).symbol is None


def test_a_treaty_has_articles() -> None:
    title = "Convention on the Safety of Lanterns"

    assert extract(document("Article 1\n\nLanterns are safe.", title=title)).kind == "treaty"
    assert extract(document("What people think of it.", title=title)).kind == "page"


# -- Any text ---------------------------------------------------------------------------------

HARD = {
    "one letter": "A",
    "capitalised words": "Aa ",
    "capitals": "AAAA ",
    "ministries": "Ministry of ",
    "ministries of things": "Ministry of Ab, Cd and ",
    "secretarías": "Secretaría de la Niña y ",
    "parentheses": "(A",
    "explained": "Ab Cd (AC) ",
    "spaces": " ",
    "line ends": "\n",
    "digits": "1 ",
    "long number": "1",
    "dates": "3 May 2017, ",
    "strokes": "CRC/C/",
    "cues": "For information contact ",
    "labels": "Tel. ",
    "addresses": "a@",
    "dots": "a.",
    "dashes": "A - ",
    "quotation marks of mails": "> ",
    "names": "Ana Luz, ",
    "short lines": "Ana Luz\n3 May\n",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HARD)
@pytest.mark.parametrize("prefix", ["", "For more information, contact "])
def test_hard_text_comes_to_an_end(name: str, prefix: str) -> None:
    text = HARD[name] * (100_000 // len(HARD[name]))
    one = Document(kind="", title=text[:300], passages=(Passage(address="p1", text=prefix + text),))

    with ends():
        extract(one)


def test_many_short_passages_come_to_an_end() -> None:
    lines = ["Tel. 2212-5300", "Ana Luz", "In Geneva:", "Contact:", "3 May 2017", "UNICEF (IOM)"]
    many = Document(
        kind="",
        passages=tuple(Passage(address=f"p{i}", text=lines[i % len(lines)]) for i in range(20_000)),
    )

    with ends():
        extract(many)


@pytest.mark.parametrize(
    ("line", "place", "iso"),
    [
        ("The Harbour Light Foundation, 3 June 2024", None, "2024-06-03"),
        ("ACNUR Nota informativa, 8 de julio de 2014", None, "2014-07-08"),
        ("Comunicado 112/2019 · Xalapa, Veracruz, 14 de noviembre de 2019", "Xalapa, Veracruz", "2019-11-14"),
        ("News | Tapachula | 8 March 2022", "Tapachula", "2022-03-08"),
    ],
)
def test_a_body_or_strokes_may_stand_before_a_date(line: str, place: str | None, iso: str) -> None:
    text = f"Thirty children sleep in the house\n\n{line}\n\n" + "The house by the river is open. " * 8
    source = Source(location="x", content=text.encode(), media_type="text/plain", sha256="0" * 64)
    document = extract(parse(source))

    assert (document.place, document.published and document.published.iso) == (place, iso)
