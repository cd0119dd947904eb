"""Dates that a question says in words: looked for as they stand, found by publication, offered as a field."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kb.ingesting import ingest
from kb.library import Library
from kb.messages import say
from kb.query.said_dates import offered
from kb.searching import search
from kb.settings import make_library, open_named
from tests.fiction import SAID, write


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Fiction of several months; nothing here changes it."""
    folder = make_library(tmp_path_factory.mktemp("dates"))
    for id, published, text in (
        ("published", "2016-03-09", "Herons nest in a shelter."),
        ("named", "2019-07-01", "Herons came in March 2016 to the shelter."),
        (
            "nombrado",
            "2019-08-01",
            "Las garzas de los ríos y los lagos del sur llegaron al refugio en marzo de 2016.",
        ),
        ("apart", "2016-11-10", "From March on, herons rest; of 2016 little is known."),
        ("old", "2004-05-02", "Herons nest in a shelter."),
    ):
        language = "es" if "garzas" in text else "en"
        front = f"---\nid: {id}\npublished: {published}\nlanguage: {language}\n---\n"
        write(folder, f"in/{id}.md", f"{front}# Fiction {id}\n\n{SAID}\n\n{text}\n")
    with open_named(folder) as opened:
        ingest(opened, [str(folder / "in")])
        yield opened


@pytest.mark.parametrize(
    "question", ["March 2016", "marzo de 2016", "in March of 2016", "2016-03", "marzo del 2016"]
)
def test_a_month_with_its_year_is_found_side_by_side_and_by_publication(
    library: Library, question: str
) -> None:
    assert {hit.id for hit in search(library, question).hits} == {"published", "named", "nombrado"}


def test_may_with_a_year_is_the_month(library: Library) -> None:
    assert {hit.id for hit in search(library, "in May 2004").hits} == {"old"}


def test_a_month_is_wanted_beside_other_words_and_let_go_where_nothing_has_it(library: Library) -> None:
    page = search(library, "shelter March 2016")
    assert {hit.id for hit in page.hits[: page.complete]} == {"published", "named"}

    told = " ".join(map(str, search(library, "shelter March 1998").notices))
    assert "Nothing holds March 1998" in told


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("before 2010", {"old"}),
        ("antes de 2010", {"old"}),
        ("since 2019", {"named", "nombrado"}),
        ("desde 2019", {"named", "nombrado"}),
        ("hasta marzo de 2016", {"old", "published"}),
    ],
)
def test_a_date_before_or_after_something_alone_is_its_field(
    library: Library, question: str, found: set[str]
) -> None:
    assert {hit.id for hit in search(library, question).hits} == found


@pytest.mark.parametrize(
    "question", ["shelter before 2010", "shelter antes de 2010", "shelter since May 2015"]
)
def test_a_date_before_or_after_something_is_not_wanted_as_words(library: Library, question: str) -> None:
    page = search(library, question)

    assert {hit.id for hit in page.hits} == {"published", "named", "old"}
    assert not any("Nothing holds" in str(each) for each in page.notices)


@pytest.mark.parametrize(
    ("question", "english", "spanish"),
    [
        ("May 2024", "published:2024-05", "publicado:2024-05"),
        ("refugios mayo de 2024", "published:2024-05", "publicado:2024-05"),
        ("2024-05", "published:2024-05", "publicado:2024-05"),
        ("comunicado del 7 de mayo de 2024", "published:2024-05-07", "publicado:2024-05-07"),
        ("release of May 7, 2024", "published:2024-05-07", "publicado:2024-05-07"),
        ("antes de 2010 tutela", "before:2010", "antes:2010"),
        ("guardians since 2015", "after:2015", "desde:2015"),
        ("después de 2015", "year:>2015", "año:>2015"),
        ("hasta junio de 2015", "until:2015-06", "hasta:2015-06"),
        ("en 2014", "published:2014", "publicado:2014"),
        ("entre 2010 y 2015", "year:2010..2015", "año:2010..2015"),
    ],
)
def test_the_field_of_a_date_is_offered_in_both_languages(question: str, english: str, spanish: str) -> None:
    (told,) = offered(question)

    assert str(told) == f"To search by the date of publication: {english}."
    assert say(told, "es") == f"Para buscar por la fecha de publicación: {spanish}."


@pytest.mark.parametrize(
    "question",
    ["before:2010", "published:2024-05", "año:2014..2018", "resolución 2016/12", "Ley de 2014", "2014",
     "may children", "before 12 months", "=2024-05", "OC-21/2014", "GC 14 (2013)", "1951 Convention"],
)  # fmt: skip
def test_no_field_is_offered_for_what_is_no_date_in_words(question: str) -> None:
    assert list(offered(question)) == []
