"""The Atom feed of a search and the OpenSearch description, over real connections."""

import json
import re
from pathlib import Path
from urllib.parse import quote, urlsplit
from xml.etree.ElementTree import Element, fromstring

import pytest

from kb.settings import make_library
from tests.serving import Reader, Server, kb, running

FICTION = "This text is fiction, written for the tests of kb."
SCRIPT = "<script>alert('kb')</script>"
RELEASE = """---
kind: press-release
language: en
title: "Invented release {number} {more}"
publisher: "Agency & {more}"
published: {date}
---
# Invented release {number} {more}

{fiction} The best interests of the child come first, release {number} says.
"""
DATES = ("2014-05-02", "2016-11", "2015-01-30")
ATOM = "{http://www.w3.org/2005/Atom}"
SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def written(folder: Path, number: int, date: str, more: str = "") -> Path:
    path = folder / f"release{number}.md"
    text = RELEASE.format(number=number, date=date, fiction=FICTION, more=more)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_library(tmp_path_factory.mktemp("feeds") / "library")
    papers = [str(written(folder, number, date)) for number, date in enumerate(DATES)]
    kb(folder, "ingest", *papers, str(written(folder, 9, "2013-01-01", SCRIPT)))
    return folder


def feed(server: Server, question: str = "q=best+interests", **headers: str) -> Element:
    answer = server.ask(f"/feed.atom?{question}", "GET", None, **headers)
    assert (answer.status, answer.headers["content-type"]) == (200, "application/atom+xml")
    return fromstring(answer.text.encode())


def texts(element: Element, name: str) -> list[str]:
    return [each.text or "" for each in element.iter(f"{ATOM}{name}")]


def links(element: Element) -> dict[str, str]:
    return {each.attrib["rel"]: each.attrib["href"] for each in element.findall(f"{ATOM}link")}


def test_a_feed_has_what_rfc_4287_asks_for(server: Server) -> None:
    for found in (
        feed(server),
        feed(server, "q=nothing-like-it"),
        feed(server, ""),
        feed(server, "q=%00%ff%0b"),
    ):
        entries = found.findall(f"{ATOM}entry")
        for each in (found, *entries):
            assert [child.tag for child in each].count(f"{ATOM}id") == 1
            assert [child.tag for child in each].count(f"{ATOM}title") == 1
            assert [child.tag for child in each].count(f"{ATOM}updated") == 1
        assert found.find(f"{ATOM}author/{ATOM}name") is not None
        ids = texts(found, "id")
        assert len(ids) == len(set(ids))
        assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", each) for each in ids)
        assert all(
            RFC_3339.fullmatch(each) for each in (*texts(found, "updated"), *texts(found, "published"))
        )
        assert links(found).keys() == {"self", "alternate"}


def test_the_newest_come_first_and_lead_to_their_passage(server: Server) -> None:
    found = feed(server, "q=best+interests&sort=oldest&page=3")

    titles = [each[17:18] for each in texts(found, "title")[1:]]
    assert titles == ["1", "2", "0", "9"]
    assert texts(found, "published") == [
        "2015-01-30T00:00:00Z",
        "2014-05-02T00:00:00Z",
        "2013-01-01T00:00:00Z",
    ]
    entry = found.findall(f"{ATOM}entry")[0]
    address = urlsplit(links(entry)["alternate"])
    assert address.netloc == f"127.0.0.1:{server.port}"
    page = server.ask(address.path)
    assert address.fragment in Reader(page.text).ids
    assert texts(entry, "summary")[0].startswith(FICTION)


def test_ids_stay_the_same_and_a_change_is_told(tmp_path: Path) -> None:
    folder = make_library(tmp_path / "library")
    kb(folder, "ingest", str(written(folder, 1, "2014-05-02")))
    with running(folder) as server:
        before = feed(server)
        spanish = feed(server, "lang=es&q=best+interests", Host="localhost")
        kb(folder, "ingest", str(written(folder, 1, "2014-05-02", "changed")))
        after = feed(server)

    assert texts(before, "id") == texts(spanish, "id") == texts(after, "id")
    assert texts(after, "updated")[1] > texts(before, "updated")[1]
    assert texts(after, "updated")[0] == texts(after, "updated")[1]


def test_the_results_name_their_feed(server: Server) -> None:
    page = server.ask("/?q=best+interests&year=2014&sort=newest&page=1")

    (link,) = [
        named["href"]
        for tag, named in Reader(page.text).elements
        if named.get("type") == "application/atom+xml"
    ]
    assert link == "/feed.atom?q=best+interests&year=2014"
    assert len(feed(server, link.partition("?")[2]).findall(f"{ATOM}entry")) == 1


def test_script_in_a_document_is_text_in_a_feed(server: Server) -> None:
    (entry,) = feed(server, "q=%22release+9%22").findall(f"{ATOM}entry")

    assert SCRIPT in texts(entry, "title")[0]
    assert texts(entry, "name") == [f"Agency & {SCRIPT}"]
    assert SCRIPT in (feed(server, f"q={quote(SCRIPT)}").findtext(f"{ATOM}title") or "")


def test_a_feed_that_has_not_changed_is_not_sent_again(server: Server) -> None:
    tag = server.ask("/feed.atom?q=best").headers["etag"]

    assert server.ask("/feed.atom?q=best", "GET", None, If_None_Match=tag).status == 304


@pytest.mark.parametrize(("language", "name"), [("en", "Documents (kb)"), ("es", "Documentos (kb)")])
def test_a_browser_can_add_the_search(server: Server, language: str, name: str) -> None:
    page = server.ask(f"/?lang={language}")
    (link,) = [named["href"] for _, named in Reader(page.text).elements if named.get("rel") == "search"]

    answer = server.ask(link or "")
    described = fromstring(answer.text.encode())

    assert answer.headers["content-type"] == "application/opensearchdescription+xml"
    assert described.findtext(f"{SEARCH}ShortName") == name
    assert len(name) <= 16
    where = {each.attrib["type"]: each.attrib["template"] for each in described.iter(f"{SEARCH}Url")}
    assert where.keys() == {"text/html", "application/x-suggestions+json", "application/atom+xml"}
    for kind, address in where.items():
        assert address.startswith(f"http://127.0.0.1:{server.port}/")
        path = address.replace("{searchTerms}", "release").partition(str(server.port))[2]
        found = server.ask(path)
        assert found.status == 200
        assert found.headers["content-type"].partition(";")[0] == kind


def test_suggestions_are_those_of_a_browser(server: Server) -> None:
    typed, found, also, where = json.loads(server.ask("/suggestions.json?q=best+int").text)

    assert typed == "best int"
    assert found[0] == "best interests of the child"
    assert len(found) == len(also) == len(where)
    assert server.ask(where[0].partition(str(server.port))[2]).status == 200
