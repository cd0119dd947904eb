"""The picture of the years: what a bar tells is what it leads to, whatever is asked and chosen."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from starlette.testclient import TestClient

from kb.ingesting import ingest
from kb.settings import make_library, open_named
from kb.web.histogram import chart
from kb.web.pages import application
from kb.web.question import Question, read
from tests.fiction import release, write

QUESTIONS = (
    "kestrel",
    "kestrel heron",
    "kestrel heron otter",
    '"the kestrel" -newt',
    "kestrel NOT",
    "garza OR",
    "",
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Fiction of sixteen years; few of it have a second and a third word."""
    folder = make_library(tmp_path_factory.mktemp("years"))
    for year in range(2004, 2020):
        words = " ".join(("kestrel", *(["heron"] * (year % 3 == 0)), *(["otter"] * (year % 5 == 0))))
        front = f"---\nid: in-{year}\ndate: {year}-03-02\nlanguage: {'es' if year % 2 else 'en'}\n---\n"
        write(folder, f"in/{year}.md", front + release(f"Fiction of {year}", f"Here sat the {words}."))
    with open_named(folder) as library:
        ingest(library, [str(folder / "in")])
        yield TestClient(application(library, "127.0.0.1"), base_url="http://127.0.0.1")


def bars(client: TestClient, address: str) -> list[tuple[str, int, bool]]:
    """Where each bar of a page leads, what it tells, and whether it is chosen."""
    found = re.findall(
        r'<a href="([^"]+)"( class="chosen")? aria-label="[\d–]+: (\d+)">', client.get(address).text
    )
    return [(unescape(link), int(count), bool(chosen)) for link, chosen, count in found]


def total(client: TestClient, address: str) -> int:
    found = client.get(address.replace("/?", "/api/search?", 1)).json()
    assert isinstance(found["total"], int)
    return found["total"]


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_bar_leads_to_what_it_tells(client: TestClient, text: str) -> None:
    asked = Question(text, sort="newest")

    told = bars(client, asked.address())

    assert len(told) > 6
    assert [total(client, link) for link, _, _ in told] == [count for _, count, _ in told]


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_bar_is_an_alternative_of_a_year_that_is_chosen(client: TestClient, text: str) -> None:
    asked = Question(text, chosen=(("year", "2010"),), sort="newest")
    held = total(client, asked.address())

    told = bars(client, asked.address())

    assert held
    for link, count, _ in told:
        within = "year=2010..2011" in link
        assert total(client, link) == (count if within else held + count), link


def test_a_bar_that_is_chosen_takes_its_years_back(client: TestClient) -> None:
    asked = Question("kestrel", chosen=(("year", "2006..2007"), ("year", "2010"), ("year", "2011")))

    page = client.get(asked.address()).text
    chosen = [link for link, _, chosen in bars(client, asked.address()) if chosen]

    assert chosen == [
        asked.address(chosen=(("year", "2010"), ("year", "2011"))),
        asked.address(chosen=(("year", "2006..2007"),)),
    ]
    assert "<bdi>2006–2007</bdi>" in page
    assert re.search(
        r'value="2006..2007" checked> <span>2006–2007</span></label> <span class="count">2<', page
    )


def test_years_in_a_row_are_a_value_of_the_api(client: TestClient) -> None:
    found = client.get("/api/search?q=kestrel&year=2006..2007&year=2010").json()

    assert found["total"] == 3
    assert client.get("/api/search?q=kestrel&year=soon").json()["total"] == 0


def test_bars_of_single_years_know_those_of_several() -> None:
    asked = read([("q", "kestrel"), ("year", "2012..2013"), ("year", "2015")])
    of = {bar.first: bar for bar in chart((year, 1) for year in range(2011, 2017)).bars}

    assert [year for year, bar in of.items() if bar.chosen(asked)] == [2012, 2013, 2015]
    assert of[2012].address(asked) == "/?q=kestrel&year=2015"
    assert of[2014].address(asked) == "/?q=kestrel&year=2012..2013&year=2014&year=2015"
