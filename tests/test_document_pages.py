"""The page of a document and those beside it: citations, editions, the original, parts of a long text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from kb.ingesting import ingest
from kb.library import Library
from kb.messages import Message
from kb.records import Document, Figure, Passage, Quote
from kb.settings import make_library, open_named
from kb.web.layout import laid_out
from kb.web.pages import application
from tests.fiction import SAID, document, release, write

if TYPE_CHECKING:
    from httpx2 import Response

SCRIPT = "<script>alert('kb')</script>"
TURNED = "\x1b[31m\u202egnp.exe\u2066"
RELEASE = release(
    "Invented shelter opens",
    "Over 1,240 unaccompanied children arrived in 2015.",
    "“A guardian comes first,” said Marta Inventada, director of the Invented Agency.",
    id="shelter",
)
GUIDELINE = release(
    "Invented guideline",
    "## First",
    "1. A guardian is named.",
    "- An item.",
    "2. A consulate is told.",
    id="guide",
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """One knowledge base for all; a test that adds to it uses an id of its own."""
    folder = make_library(tmp_path_factory.mktemp("documents"))
    papers = [write(folder, "in/shelter.md", RELEASE), write(folder, "in/guide.md", GUIDELINE)]
    with open_named(folder) as library:
        ingest(library, [str(each) for each in papers])
        yield library


@pytest.fixture
def client(filled: Library) -> TestClient:
    return TestClient(application(filled, "127.0.0.1"), base_url="http://127.0.0.1")


def words(page: Response) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.text)).split())


def put(library: Library, record: Document) -> None:
    with library.writing("a test"):
        library.store.put(record, reading=1)
    library.follow()


def test_the_four_citations_stand_on_the_page(client: TestClient) -> None:
    page = client.get("/documents/guide")

    assert "“Invented guideline”, n.d." in words(page)
    assert "Invented guideline. (n.d.)." in words(page)
    assert "@misc{guide," in words(page)
    assert "TY - GEN" in words(page) or "TY - RPRT" in words(page) or "TY - ELEC" in words(page)


def test_the_number_of_a_passage_leads_to_its_citation(client: TestClient) -> None:
    page = client.get("/documents/guide?q=guardian&lang=es")
    link = re.search(r'class="own" href="([^"]*cite=p1#p1)"', page.text)

    assert link
    cited = client.get(unescape(link[1]))
    assert "párr. 1." in words(cited)
    assert "<mark>guardian</mark>" in cited.text
    assert cited.text.index('id="p1"') < cited.text.index('class="citation"') < cited.text.index('id="p2"')


def test_an_item_s_citation_stands_in_the_list(client: TestClient) -> None:
    item = re.search(r'<li class="passage item[^"]*" id="([^"]+)"', client.get("/documents/guide").text)

    assert item
    page = client.get(f"/documents/guide?cite={item[1]}")
    assert re.search(r'</li>\s*<li class="of-citation"[^>]*>\s*<aside class="citation"', page.text)


def test_a_citation_is_a_page_and_a_file_too(client: TestClient) -> None:
    page = client.get("/documents/guide/cite?at=p2")
    bib = client.get("/documents/guide/cite.bib?at=p2")
    ris = client.get("/documents/guide/cite.ris?lang=es")

    assert "A consulate is told." in words(page)
    assert "para. 2" in words(page)
    assert bib.text.startswith("@misc{guide-p2,")
    assert bib.headers["content-disposition"] == "attachment; filename*=UTF-8''guide.bib"
    assert ris.text.endswith("ER  - \r\n")
    assert client.get("/documents/guide/cite.doc").status_code == 404
    assert client.get("/documents/guide/cite?at=p99").status_code == 404
    assert "citation" not in client.get("/documents/guide?cite=p99").text.partition('class="body"')[2]


def test_figures_and_quotes_lead_to_their_passages(client: TestClient) -> None:
    page = client.get("/documents/shelter")

    assert re.search(r'<th scope="row"[^>]*>Over 1,240 unaccompanied children</th>', page.text)
    assert "A guardian comes first" in words(page).partition("Quotes")[2]
    assert "Marta Inventada" in words(page)
    assert 'class="place" href="#p' in page.text


@pytest.mark.parametrize(("count", "unfolded"), [(2, True), (12, False)])
def test_figures_and_quotes_of_a_release_are_unfolded_while_they_are_few(
    filled: Library, client: TestClient, count: int, unfolded: bool
) -> None:
    figures = tuple(Figure(value=number, unit="children") for number in range(count))
    quotes = tuple(Quote(text=f"Fiction, said for the {number}th time.") for number in range(count))
    few = document(f"release-{count}", kind="press-release")
    put(filled, replace(few, sha256=f"{count:064}", figures=figures, quotes=quotes))

    page = client.get(f"/documents/release-{count}")

    for panel in ("--figures", "--quotes"):
        assert f'id="{panel}"{" open" if unfolded else ""}><summary>' in page.text


def test_what_a_stranger_wrote_is_only_text(filled: Library, client: TestClient) -> None:
    hostile = f"{SCRIPT}{TURNED}"
    put(
        filled,
        Document(
            id="hostile", title=hostile, publisher=hostile, symbol=hostile, source=f"javascript:{SCRIPT}",
            sha256="0" * 64, locations=(f"/x/{hostile}.html",), programme=hostile, funder=hostile,
            quotes=(Quote(text=hostile, speaker=hostile, role=hostile),),
            figures=(Figure(value=7, unit=hostile, population=hostile, qualifier=hostile),),
            passages=(Passage(address="p1", number=hostile, text=hostile, sha256=""),),
        ),
    )  # fmt: skip

    for path in ("/documents/hostile?cite=p1", "/documents/hostile/cite?at=p1", "/documents/hostile/related"):
        page = client.get(path)
        assert page.status_code == 200
        assert "<script>" not in page.text
        assert 'href="javascript' not in page.text
        assert not set(TURNED) & set("\x1b\u202e\u2066") & set(page.text)


def test_the_original_is_saved_and_never_shown(filled: Library, client: TestClient) -> None:
    page = client.get("/documents/guide")
    saved = client.get("/documents/guide/original")

    assert '/documents/guide/original"' in page.text
    assert saved.content == GUIDELINE.encode()
    assert saved.headers["content-disposition"] == 'attachment; filename="guide.md"'
    assert saved.headers["content-security-policy"].startswith("sandbox")
    assert saved.headers["x-content-type-options"] == "nosniff"
    assert saved.headers["content-type"] == "application/octet-stream"


def test_an_original_that_is_not_kept_is_not_offered(filled: Library, client: TestClient) -> None:
    put(filled, document("lost"))

    assert "/original" not in client.get("/documents/lost").text
    assert client.get("/documents/lost/original").status_code == 404


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "a/b\\c.txt", f"x{TURNED}.pdf", '".html', "https://x.org/a?b=c"]
)
def test_a_name_to_save_under_is_a_plain_one(filled: Library, client: TestClient, name: str) -> None:
    sha256 = filled.store.keep_original(b"fiction")
    put(filled, replace(document(f"named-{len(name)}", location=name), sha256=sha256))

    said = client.get(f"/documents/named-{len(name)}/original").headers["content-disposition"]

    assert re.fullmatch(r'attachment; filename(="[^"/\\]+"|\*=utf-8\'\'[^"/\\]+)', said)


def test_an_edition_that_was_replaced_says_so(filled: Library, client: TestClient, tmp_path: Path) -> None:
    first = GUIDELINE.replace("id: guide", "id: edited")
    ingest(filled, [str(write(tmp_path, "edited.md", first))])
    ingest(filled, [str(write(tmp_path, "edited.md", first.replace("consulate", "ministry")))])

    newest = client.get("/documents/edited")
    before = client.get("/documents/edited?edition=1")

    assert "Superseded" not in newest.text
    assert "A ministry is told." in newest.text
    assert "/documents/edited?edition=1" in newest.text
    assert "This is edition 1; edition 2 has replaced it." in words(before)
    assert "A consulate is told." in before.text
    assert client.get("/documents/edited/original?edition=1").content == first.encode()
    assert "A consulate is told." in client.get("/documents/edited/cite?at=p2&edition=1").text
    assert client.get("/documents/edited?edition=7").status_code == 404
    assert client.get("/documents/edited?edition=x").status_code == 200


def test_the_same_text_in_another_language_is_linked(filled: Library, client: TestClient) -> None:
    english = replace(document("rule-en"), symbol="X/1", title="Fiction of a rule", sha256="2" * 64)
    spanish = replace(english, id="rule-es", language="es", title="Ficción de una regla", sha256="3" * 64)
    put(filled, english)
    put(filled, spanish)

    pages = [client.get(f"/documents/rule-{code}").text for code in ("en", "es")]

    assert "<dt>other language</dt>" in pages[0]
    assert '<a href="/documents/rule-es"><bdi>Ficción de una regla</bdi>' in pages[0]
    assert '<a href="/documents/rule-en"><bdi>Fiction of a rule</bdi>' in pages[1]


def test_the_outline_leads_to_every_heading(filled: Library, client: TestClient) -> None:
    put(filled, replace(long_document(60), id="outlined", sha256="4" * 64))

    outline = client.get("/documents/outlined").text.partition('<nav class="outline"')[2]

    assert re.findall(r'href="#(s\d+)">(Section \d+)<', outline.partition("</nav>")[0]) == [
        (f"s{number}", f"Section {number}") for number in (1, 2, 3)
    ]


def test_what_went_wrong_when_it_was_read_is_told(filled: Library, client: TestClient) -> None:
    put(filled, replace(document("warned"), sha256="5" * 64, warnings=(Message("Some pages have no text."),)))

    assert '<p class="warning">Some pages have no text.</p>' in client.get("/documents/warned").text
    assert '<p class="warning">Some pages have no text.</p>' in client.get("/?q=warned").text


def test_marked_passages_are_numbered_and_linked(client: TestClient) -> None:
    page = client.get("/documents/shelter?q=guardian+OR+children")

    turns = re.findall(r'<span class="turn"[^>]*>(.*?)</span>(?=</p>|</h|</li)', page.text)
    assert len(turns) >= 2
    assert f"1 of {len(turns)}" in turns[0]
    assert 'rel="prev"' not in turns[0]
    assert 'rel="next"' not in turns[-1]


def test_a_long_text_is_shown_in_parts(filled: Library, client: TestClient) -> None:
    put(filled, long_document(2500))

    first, later = client.get("/documents/long"), client.get("/documents/long?at=p2000")

    assert 'id="p2000"' not in first.text
    assert 'id="p2000"' in later.text
    assert "Part 1 of 7" in words(first)
    assert 'rel="next"' in first.text
    assert 'href="/documents/long?at=s80#s80"' in first.text
    assert 'href="?lang=es&amp;at=p2000#p2000"' in later.text


def test_parts_hold_every_passage_once() -> None:
    whole = long_document(2500)
    layout = laid_out(whole)

    assert [each for part in layout.parts for each in part] == list(whole.passages)
    assert max(map(len, layout.parts)) <= 600
    assert laid_out(whole, "p2500").number == len(layout.parts)
    assert len(laid_out(long_document(900)).parts) == 1


def test_what_is_near_has_a_page(client: TestClient) -> None:
    page = client.get("/documents/guide/related?lang=es")

    assert page.status_code == 200
    assert "Documentos relacionados" in words(page)


def long_document(count: int) -> Document:
    """Numbered paragraphs, a heading above every 25."""
    passages: list[Passage] = []
    for number in range(1, count + 1):
        if number % 25 == 1:
            heading = f"Section {number // 25 + 1}"
            passages.append(Passage(address=f"s{number // 25 + 1}", text=heading, kind="heading", level=1))
        passages.append(Passage(address=f"p{number}", number=str(number), text=SAID))
    return Document(
        id="long", title="Fiction", sha256="1" * 64, locations=("long.txt",), passages=tuple(passages)
    )


def test_a_question_marks_in_a_document_what_it_marks_in_a_hit(filled: Library, client: TestClient) -> None:
    said = "The United Nations Children's Fund and the Republic of Costa Rica opened it."
    path = write(filled.folder, "in/marks.md", release("Invented fund", said, id="marks"))
    ingest(filled, [str(path)])

    for question, found in (
        ("UNICEF", "<mark>United Nations Children&#39;s Fund</mark>"),
        ("Costa Rica", "<mark>Costa Rica</mark>"),
    ):
        for address in ("/", "/documents/marks"):
            assert found in client.get(address, params={"q": question}).text, (question, address)
