"""What a release or its page says against itself is told: numbers, dates, weekdays, titles, languages.

All releases here are fiction.
"""

from __future__ import annotations

import pytest

from kb.extractors import extract
from kb.extractors.date_conflicts import ANOTHER_WEEKDAY, TWICE_DATED
from kb.extractors.headline_figures import DISAGREES
from kb.messages import DATES_DISAGREE
from kb.parsers import parse
from kb.parsers.html.contradictions import LANGUAGES_DISAGREE, TITLES_DISAGREE
from kb.records import Document, Source

MORE = (
    " Las niñas y los niños recibieron alimentos, ropa y atención médica, y hablaron por teléfono con sus"
    " familias. El consulado verificará cada caso con las autoridades antes de que se decida su futuro."
)
MORE_ENGLISH = (
    " The children were given food, clothes and medical care, and spoke with their families by telephone."
    " The consulate will check every case with the authorities before anything is decided."
)


def read(text: str, kind: str = "text/plain") -> Document:
    return extract(parse(Source(location="x", content=text.encode(), media_type=kind, sha256="0" * 64)))


def told(text: str, kind: str = "text/plain") -> list[str]:
    return [each.template for each in read(text, kind).warnings]


def page(headline: str, body: str, head: str = "", language: str = "es") -> list[str]:
    return told(
        f'<!doctype html><html lang="{language}"><head><title>{headline}</title>{head}</head>'
        f"<body><main><h1>{headline}</h1>{body}</main></body></html>",
        "text/html",
    )


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        (
            "Rescatan a 17 adolescentes centroamericanos en Manzanillo",
            "Personal de la Procuraduría rescató en Manzanillo a 71 adolescentes que viajaban solos.",
        ),
        (
            "Capacitan a 30 servidores públicos",
            "El DIF Oaxaca capacitó a 32 servidores públicos de la costa.",
        ),
        (
            "Shelter Opens 64 New Beds for Teenage Mothers",
            "Casa Luna opened 46 new beds for teenage mothers who travel alone, the shelter announced.",
        ),
        (
            "Foundation gives $250,000 to legal clinics",
            "The Bell Foundation gives $520,000 to four legal clinics that defend children, it said.",
        ),
        (
            "75 percent of children have no lawyer, study finds",
            "A study of Lutheran Families finds that 57 percent of the children in El Paso have no lawyer.",
        ),
    ],
)
def test_a_number_of_the_headline_that_the_text_gives_otherwise(headline: str, lead: str) -> None:
    more = MORE if "ó" in lead else MORE_ENGLISH

    assert told(f"{headline}\n\n{lead}{more}\n") == [DISAGREES]


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        (
            "Rescatan a 17 adolescentes en Manzanillo",
            "Personal de la Procuraduría rescató en Manzanillo a diecisiete adolescentes que iban solos.",
        ),
        (
            "Más de 300 familias reciben víveres en Danlí",
            "En Danlí recibieron víveres 318 familias.",
        ),
        (
            "INM identifica a 45 personas en Veracruz; 12 eran menores",
            "El INM identificó en Veracruz a 45 personas, de ellas 33 adultas y el resto menores de edad.",
        ),
        (
            "Helpline answers 92,000 calls of children",
            "The helpline answered 92,348 calls of children in the twelve months to June, it reports.",
        ),
        (
            "Five countries agree on a joint registry for children",
            "Belize, Costa Rica, Guatemala, Mexico and Panama agreed on it; 3 more countries observe.",
        ),
    ],
)
def test_round_numbers_and_what_adds_up_contradict_nothing(headline: str, lead: str) -> None:
    more = MORE if "ó" in lead or "recibieron" in lead else MORE_ENGLISH

    assert told(f"{headline}\n\n{lead}{more}\n") == []


def test_a_letterhead_and_a_dateline_of_two_days() -> None:
    release = (
        "Defensoría de Altea\n\nFecha: 14 de agosto de 2018\n\nDefensoría visita puesto fronterizo\n\n"
        f"Altea, {{}} de agosto de 2018.- La Defensoría visitó el puesto fronterizo el día 11.{MORE}\n"
    )

    assert told(release.format(13)) == [TWICE_DATED]
    assert told(release.format(14)) == []


def test_until_when_a_release_is_held_back_is_no_second_date() -> None:
    release = (
        "Legal Aid of Altea\n\nEMBARGOED until 6 June 2017\n\nChildren wait too long\n\n"
        f"ALTEA, June 4, 2017 – Children wait too long for a hearing, a report finds.{MORE_ENGLISH}\n"
    )

    assert told(release) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("el jueves 14 de octubre de 2021", "el viernes 14 de octubre de 2021"),
        ("Tuesday, 5 May 2020", "Monday, 5 May 2020"),
        ("en Santo Domingo, 6 de septiembre de 2024", "el domingo, 6 de septiembre de 2024"),
    ],
)
def test_a_day_of_the_week_that_was_another(right: str, wrong: str) -> None:
    text = "Invitan a foro\n\nEl foro será {} en el auditorio municipal, con cónsules y procuradoras.{}\n"

    assert told(text.format(wrong, MORE)) == [ANOTHER_WEEKDAY]
    assert told(text.format(right, MORE)) == []


def test_what_an_element_says_and_shows_of_its_date() -> None:
    body = '<p><time datetime="{}">{} de septiembre de 2021</time></p><p>La mesa quedó instalada.{}</p>'

    assert page("Instalan mesa de niñez", body.format("2021-09-03", 4, MORE)) == [DATES_DISAGREE]
    assert page("Instalan mesa de niñez", body.format("2021-09-03", 3, MORE)) == []


def test_an_evening_at_home_is_the_next_day_in_greenwich() -> None:
    head = '<meta property="article:published_time" content="2021-09-04T{}:10:00Z">'
    release = (
        f"<!doctype html><html><head>{head}</head><body><h1>Instalan mesa de niñez</h1>"
        f"<p>Altea, 3 de septiembre de 2021.- La mesa de niñez quedó instalada.{MORE}</p></body></html>"
    )
    evening = read(release.format("01"), "text/html")

    assert evening.warnings == ()
    assert evening.published
    assert evening.published.iso == "2021-09-03"
    assert told(release.format("17"), "text/html") == [DATES_DISAGREE]


def test_dates_of_the_head_that_differ() -> None:
    head = (
        '<meta property="article:published_time" content="2022-07-07T15:00:00-07:00">'
        '<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{}"}}</script>'
    )
    body = f"<p>A clinic for children opened on Wednesday.{MORE_ENGLISH}</p>"

    assert page("Clinic opens", body, head.format("2021-07-07"), "en") == [DATES_DISAGREE]
    assert page("Clinic opens", body, head.format("2022-07-07T22:00:00Z"), "en") == []


def test_a_dateline_without_a_year_against_the_head() -> None:
    head = '<meta property="article:published_time" content="2022-07-{}T15:00:00-07:00">'
    body = f"<p><b>YUMA, Ariz. (July 7)</b> – A clinic for children opened.{MORE_ENGLISH}</p>"

    assert page("Clinic opens", body, head.format("09"), "en") == [DATES_DISAGREE]
    assert page("Clinic opens", body, head.format("07"), "en") == []


def test_a_title_of_the_head_with_another_number() -> None:
    head = '<meta property="og:title" content="Consulado asiste a {} menores en Laredo | Boletín">'
    body = f"<p>El Consulado asistió en Laredo a 58 menores no acompañados.{MORE}</p>"

    assert page("Consulado asiste a 58 menores en Laredo", body, head.format(85)) == [TITLES_DISAGREE]
    assert page("Consulado asiste a 58 menores en Laredo", body, head.format(58)) == []


def test_two_languages_of_one_page() -> None:
    head = '<meta http-equiv="Content-Language" content="{}">'
    body = f"<p>La mesa quedó instalada.{MORE * 4}</p>"

    assert page("Instalan mesa de niñez", body, head.format("en")) == [LANGUAGES_DISAGREE]
    assert page("Instalan mesa de niñez", body, head.format("es-MX")) == []


@pytest.mark.parametrize("label", ["Date modified", "Date updated", "Fecha actualizada"])
def test_when_a_page_was_changed_contradicts_nothing(label: str) -> None:
    body = f"<p>3 de mayo de 2021 – Arcadia. {MORE}</p>"
    head = '<meta name="dcterms.issued" content="2021-05-03">'

    assert page("Vuelven treinta niñas", f"{body}<footer><p>{label}: 2021-06-02</p></footer>", head) == []
