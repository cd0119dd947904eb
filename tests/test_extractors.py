"""What the extractors find in press releases and guidelines, and what they leave alone."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kb.extractors import directory, extract
from kb.records import (
    KINDS,
    Contact,
    DigestOf,
    Document,
    Evidence,
    Organisation,
    PartialDate,
    Passage,
)
from kb.text.language import language_of

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
        published=PartialDate(year=1999),
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


def test_a_text_without_a_headline_has_its_dateline_for_a_title() -> None:
    found = extract(document(BODY, title="México, D. F., a 12 de mayo de 2016", language="es"))

    assert (found.place, found.published and found.published.iso) == ("México, D. F.", "2016-05-12")


def test_a_release_about_a_guide_is_a_release() -> None:
    about = document(f"Geneva, 3 May 2017 – {BODY}", title="UNICEF Guide for judges is out")

    assert extract(about).kind == "press-release"


# -- Countries --------------------------------------------------------------------------------


def test_countries_come_by_how_often_they_are_named() -> None:
    text = "Honduran and Honduran children met at the US State Department. One came from Mexico."

    assert extract(document(text)).countries == ("HN", "US", "MX")


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
        ("(506) 2212-5300 ext. 12", "+50622125300"),
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
        "Call 555-0100 or write to someone@example.org today.",
        "Contact us",
        "For more information, visit our page.",
        "Children who have contact with the law need help: 2212-5300 of them in 2016.",
    ],
)
def test_the_running_text_has_no_contacts(text: str) -> None:
    assert extract(document(text)).contacts == ()


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
        ("Módulo 3: Entrevistas con adolescentes", "training-material"),
        ("Facilitator’s Guide: listening", "training-material"),
        ("Informe anual de la Defensoría", "report"),
        ("Report of the Special Rapporteur", "report"),
        ("Something else entirely", "page"),
    ],
)
def test_a_title_tells_the_kind(title: str, kind: str) -> None:
    assert extract(document("Some text.", title=title)).kind == kind


def test_a_treaty_has_articles() -> None:
    title = "Convention on the Safety of Lanterns"

    assert extract(document("Article 1\n\nLanterns are safe.", title=title)).kind == "treaty"
    assert extract(document("What people think of it.", title=title)).kind == "page"


# -- Any text ---------------------------------------------------------------------------------

HARD = {
    "one letter": "A" * 200_000,
    "capitalised words": "Aa " * 66_000,
    "capitals": "AAAA " * 40_000,
    "ministries": "Ministry of " * 16_000,
    "ministries of things": "Ministry of Ab, Cd and " * 8_000,
    "secretarías": "Secretaría de la Niña y " * 8_000,
    "parentheses": "(A" * 100_000,
    "explained": "Ab Cd (AC) " * 18_000,
    "spaces": " " * 200_000,
    "line ends": "\n" * 200_000,
    "digits": "1 " * 100_000,
    "long number": "1" * 200_000,
    "dates": "3 May 2017, " * 16_000,
    "strokes": "CRC/C/" * 33_000,
    "cues": "For information contact " * 8_000,
    "labels": "Tel. " * 40_000,
    "addresses": "a@" * 100_000,
    "dots": "a." * 100_000,
    "dashes": "A - " * 50_000,
    "names": "Ana Luz, " * 22_000,
    "short lines": "Ana Luz\n3 May\n" * 14_000,
}


@pytest.mark.parametrize("name", HARD)
@pytest.mark.parametrize("prefix", ["", "For more information, contact "])
def test_hard_text_takes_no_more_than_a_moment(name: str, prefix: str) -> None:
    one = Document(
        kind="", title=HARD[name][:300], passages=(Passage(address="p1", text=prefix + HARD[name]),)
    )

    start = time.process_time()
    extract(one)

    assert time.process_time() - start < 5  # about 0.5 s here; quadratic time would take minutes


def test_many_short_passages_take_linear_time() -> None:
    lines = ["Tel. 2212-5300", "Ana Luz", "In Geneva:", "Contact:", "3 May 2017", "UNICEF (IOM)"]
    many = Document(
        kind="",
        passages=tuple(Passage(address=f"p{i}", text=lines[i % len(lines)]) for i in range(20_000)),
    )

    start = time.process_time()
    extract(many)

    assert time.process_time() - start < 20
