"""The pages of topics: the tree, a concept with its documents, and the matrix, whose figures are searches."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from html import unescape

import pytest
from starlette.testclient import TestClient

from kb.curating import tree
from kb.ingesting import ingest
from kb.library import Library
from kb.reading.matrix import MOST_TOPICS, matrix
from kb.records import Document, Topic
from kb.searching import search
from kb.settings import make_library, open_named
from kb.topics import fingerprint
from kb.web.pages import application
from tests.fiction import release, write
from tests.processes import run

PAPERS = {
    "mexico.md": release(
        "Asylum in Mexico", "Mexico hears unaccompanied children who ask for asylum.", id="one"
    ),
    "both.md": release("Guardians", "Guatemala and Mexico name a guardian and speak of asylum.", id="two"),
    "none.md": release("Guardianship", "A guardian is named for every child.", id="three"),
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = make_library(tmp_path_factory.mktemp("topics"))
    papers = [write(folder, f"in/{name}", text) for name, text in PAPERS.items()]
    with open_named(folder) as library:
        ingest(library, [str(each) for each in papers])
        yield library


@pytest.fixture
def client(filled: Library) -> TestClient:
    return TestClient(application(filled, "127.0.0.1"), base_url="http://127.0.0.1")


def words(text: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


def test_every_concept_has_a_line_and_a_page(filled: Library, client: TestClient) -> None:
    page = client.get("/topics").text

    ids = {each.id for each in tree(filled)}
    assert ids == set(re.findall(r'href="/topics/([^"]+)"', page))
    for id_ in sorted(ids)[::40]:
        assert client.get(f"/topics/{id_}").status_code == 200


def test_the_number_of_a_topic_leads_to_its_documents(client: TestClient) -> None:
    page = client.get("/topics").text

    assert re.search(r'class="count" href="/\?topic=asylum" aria-label="documents: 2">2</a>', page)


def test_people_who_are_no_topic_are_counted_as_a_group(filled: Library, client: TestClient) -> None:
    alone = next(each for each in filled.thesaurus.concepts.values() if each.group and not each.topic)
    told = Document(
        id="people",
        title="Fiction",
        sha256="2" * 64,
        locations=("people.txt",),
        groups=(Topic(id=alone.id),),
    )
    with filled.writing("a test"):
        filled.store.put(told, reading=1, assigned=fingerprint(filled.thesaurus))
    filled.follow()

    page = client.get("/topics").text

    assert f'href="/?group={alone.id}"' in page
    assert 'href="/documents/people"' in client.get(f"/topics/{alone.id}").text


def test_a_concept_is_told_in_both_languages(client: TestClient) -> None:
    english = words(client.get("/topics/best-interests").text)
    spanish = words(client.get("/topics/best-interests?lang=es").text)

    for text in (english, spanish):
        assert "best interests of the child" in text
        assert "interés superior de la niñez" in text
    assert "legal basis Convention on the Rights of the Child, art. 3(1) ; General comment No. 14" in english
    assert "Convención sobre los Derechos del Niño, art. 3(1) ; Observación general núm. 14" in spanish
    assert "más amplios derechos de niñas, niños y adolescentes" in spanish


def test_a_concept_is_found_by_any_of_its_names(client: TestClient) -> None:
    answer = client.get("/topics/Interés superior?lang=es", follow_redirects=False)

    assert (answer.status_code, answer.headers["location"]) == (302, "/topics/best-interests?lang=es")
    assert client.get("/topics/nothing-like-it").status_code == 404


def test_a_concept_shows_its_documents_by_country(client: TestClient) -> None:
    page = client.get("/topics/asylum").text

    assert re.search(
        r'href="/\?topic=asylum&amp;country=MX">Mexico</a>.*?<span class="count">2</span>', page, re.DOTALL
    )
    assert 'href="/documents/one"' in page
    assert "No document is about it yet." in client.get("/topics/torture").text


def test_a_concept_shows_its_documents_by_year(library: Library) -> None:
    for name, year in (("a", 2014), ("b", 2016), ("c", 2016)):
        text = f"---\nid: {name}\npublished: {year}-05-01\n---\n{release('Smuggling', f'Of {name}.')}"
        ingest(library, [str(write(library.folder, f"in/{name}.md", text))])
    client = TestClient(application(library, "127.0.0.1"), base_url="http://127.0.0.1")

    page = client.get("/topics/smuggling").text

    bars = re.findall(r'<a href="([^"]+)" aria-label="(\d+: \d+)">', page)
    rows = re.findall(r'<a href="([^"]+)">(\d{4})</a></th><td><span class="count">(\d+)<', page)
    assert bars[0] == ("/?topic=smuggling&amp;year=2014", "2014: 1")
    assert [label for _, label in bars] == ["2014: 1", "2015: 0", "2016: 2"]
    assert rows == [
        ("/?topic=smuggling&amp;year=2016", "2016", "2"),
        ("/?topic=smuggling&amp;year=2014", "2014", "1"),
    ]


def test_every_cell_is_what_a_search_finds(filled: Library) -> None:
    found = matrix(filled, whole=True)

    assert found.count("asylum", "MX") == 2
    assert found.count("asylum", "GT") == 1
    for topic in found.topics:
        for country in found.countries:
            chosen = [("topic", topic.id), ("country", country.id)]
            assert search(filled, "", chosen=chosen, facets=()).total == found.count(topic.id, country.id)


def test_the_matrix_has_headers_and_links(client: TestClient) -> None:
    page = client.get("/matrix").text

    assert re.search(r'<th scope="col"><a href="/\?country=MX">Mexico</a>', page)
    assert re.search(r'<th scope="row"><a href="/topics/asylum">asylum</a>', page)
    assert '<a href="/?topic=asylum&amp;country=MX">2</a>' in page
    assert 'tabindex="0" role="region"' in page


def test_the_matrix_begins_with_the_most_frequent(filled: Library) -> None:
    found = matrix(filled)

    counts = [each.count for each in found.topics]
    assert counts == sorted(counts, reverse=True)
    assert len(found.topics) <= MOST_TOPICS


def test_the_table_has_the_same_figures(filled: Library, client: TestClient) -> None:
    answer = client.get("/matrix.csv?lang=es")

    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''matrix.csv"
    head, *rows = csv.reader(io.StringIO(answer.text.removeprefix("\ufeff")))
    assert head[0] == "tema"
    assert rows[[row[0] for row in rows].index("asilo")][head.index("México")] == "2"


def test_the_command_line_gives_the_same_figures(filled: Library) -> None:
    shown = run(filled.folder, "topics", "matrix", "--language", "en")
    table = run(filled.folder, "topics", "matrix", "--csv", "--language", "en")

    assert re.search(r"^asylum +2 +1$", shown.stdout, re.MULTILINE)
    assert "asylum,2,1\r\n" in table.stdout or "asylum,2,1\n" in table.stdout


def test_an_empty_library_has_pages_too(library: Library) -> None:
    client = TestClient(application(library, "127.0.0.1"), base_url="http://127.0.0.1")

    for path in ("/topics", "/topics/asylum", "/matrix", "/matrix.csv"):
        assert client.get(path).status_code == 200
