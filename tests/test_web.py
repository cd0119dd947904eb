"""The search page, asked over real connections to a real `kb serve`."""

import re
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import cast
from urllib.parse import quote, urlencode, urljoin, urlsplit

import pytest
from starlette.testclient import TestClient

from kb.library import Library
from kb.settings import make_library
from kb.web.pages import application
from tests.serving import PATIENCE, Reader, Server, head, kb, start, status, stocked

FICTION = "This text is fiction, written for the tests of kb."
SCRIPT = "<script>alert('kb')</script>"
GUIDELINE = f"""---
kind: guideline
title: Guideline on the invented shelter
symbol: TEST/C/GC/7
publisher: Invented Agency
source: https://example.org/guideline
---
# Guideline on the invented shelter

{FICTION}

## What comes first

1. The best interests of the child come first in every decision of the shelter.

2. A consulate in Mexico is told, if the child agrees.

- A list says that a guardian is named.
- A second item says that the guardian speaks with the child.

## What comes then

3. Family reunification is looked for when it is safe.
"""
SPANISH = f"""---
kind: press-release
language: es
title: Comunicado sobre la niñez no acompañada
publisher: Agencia inventada
published: 2016-11-03
---
# Comunicado sobre la niñez no acompañada

Este texto es una ficción escrita para las pruebas ({FICTION}).

El interés superior de la niñez es una consideración primordial en la protección consular.

Para más información: Ana Inventada, Agencia inventada, tel. +506 2222-0000, ana@example.org
"""
DIGEST = f"""---
kind: digest
title: Digest of an invented comment
digest_of:
  title: Invented comment on asylum
  symbol: TEST/C/GC/9
  source: https://example.org/comment
---
# Digest of an invented comment

1. {FICTION} Asylum is asked for at the border.
"""
HOSTILE = f"""---
kind: report
title: "Hostile {SCRIPT} title"
publisher: "Publisher {SCRIPT}"
symbol: "TEST{SCRIPT}/1"
source: "javascript:alert('kb')"
digest_of:
  title: "About {SCRIPT}"
  symbol: "X{SCRIPT}"
  publisher: "Y{SCRIPT}"
  source: "javascript:alert(2)"
---
# Hostile {SCRIPT} title

## Heading `{SCRIPT}`

1. {FICTION} The text says `{SCRIPT}` and `"><img src=x onerror=alert(1)>` and smuggling.

```
preformatted {SCRIPT} smuggling
```
"""
JOINT = f"""---
kind: general-comment
title: Joint comment, invented
symbol: CMW/C/GC/97-CRC/C/GC/98
---
# Joint comment, invented

1. {FICTION} Statelessness is prevented.
"""
PAPER = """---
kind: page
title: Paper {number} on trafficking
---
# Paper {number} on trafficking

1. {fiction} Trafficking, paper {number}.
"""
OUR_NAMES = ("127.0.0.1", "localhost", "[::1]")
OTHER_NAMES = (
    "example.org", "localhost.example.org", "127.0.0.1.example.org", "example.org:80", "", "localhost:x",
    "a@localhost",
)  # fmt: skip


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    papers = {
        "guideline.md": GUIDELINE,
        "comunicado.md": SPANISH,
        "digest.md": DIGEST,
        "<img src=x onerror=alert(1)>.md": HOSTILE,
        "joint.md": JOINT,
        **{f"paper{number}.md": PAPER.format(number=number, fiction=FICTION) for number in range(12)},
    }
    return stocked(tmp_path_factory.mktemp("web"), papers)


# -- Pages ------------------------------------------------------------------------------------


def test_the_start_page_says_what_is_in_here(server: Server) -> None:
    page = server.ask("/")

    assert page.status == 200
    assert "All documents (17)" in page.text
    assert 'href="/?language=es">Spanish</a>' in page.text
    assert "Comunicado sobre la niñez no acompañada" in page.text
    assert "kb ingest" in page.text


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_examples_begin_in_the_reader_s_language(server: Server, language: str) -> None:
    page = Reader(server.ask(f"/?lang={language}").text)

    shown = [named["lang"] for tag, named in page.elements if tag == "a" and named.get("class") == "chip"]

    assert shown[0] == language
    assert set(shown) == {"en", "es"}


def test_a_question_shows_passages_with_marks(server: Server) -> None:
    page = server.search("best interests")

    assert "Documents found: 2" in page.text
    assert "<mark>best</mark> <mark>interests</mark> of the child come first" in page.text
    assert '<p class="text" lang="es">' in page.text
    assert "<mark>interés superior" in page.text, "the other language is searched, and marked"


def test_words_without_accents_find_words_with_them(server: Server) -> None:
    page = server.search("ninez no acompanada", exact="1")

    assert "<mark>niñez no acompañada</mark>" in page.text or "<mark>niñez</mark>" in page.text


def test_what_the_thesaurus_added_can_be_switched_off(server: Server) -> None:
    expanded = server.search("best interests")
    exact = server.search("best interests", exact="1")

    assert "/?q=best+interests&amp;exact=1" in expanded.text
    assert "Documents found: 1" in exact.text
    assert 'href="/?q=best+interests"' in exact.text


def test_another_spelling_is_a_link_beside_the_answer(server: Server) -> None:
    page = server.search("guardain", language="en", lang="es")

    assert 'Quizá quiso decir: <a href="/?q=guardian&amp;language=en&amp;lang=es">' in page.text
    assert "Quizá" not in server.search("guardian", lang="es").text


def test_a_document_marks_translations_unless_they_are_switched_off(server: Server) -> None:
    marked = "<mark>primordial</mark>"
    name = next(
        urlsplit(each).path
        for each in Reader(server.search("primordial language:es").text).links
        if each.startswith("/documents/")
    )

    assert marked in server.ask(f"{name}?q=paramount").text
    assert marked not in server.ask(f"{name}?q=paramount&off=paramount").text
    assert marked not in server.ask(f"{name}?q=paramount&exact=1").text


def test_a_hit_says_why_it_is_here_when_asked(server: Server) -> None:
    page = server.search("best interests", lang="es")
    asking = [each for each in Reader(page.text).links if "why=" in each]
    told = [server.ask(each).text for each in asking]

    assert ">Por qué está aquí</a>" in page.text
    assert "(otro nombre de" not in page.text
    assert any("(otro nombre de «interés superior de la niñez»)" in each for each in told)
    for address, each in zip(asking, told, strict=True):
        assert urlsplit(address).fragment in Reader(each).ids
        assert any(
            "why=" not in link and urlsplit(link).fragment == urlsplit(address).fragment
            for link in Reader(each).links
        )
    assert "Por qué" not in server.search("", topic="best-interests", lang="es").text


def test_a_link_to_a_passage_leads_to_its_anchor(server: Server) -> None:
    links = [each for each in Reader(server.search("guardian").text).links if "#p" in each or "#u" in each]

    assert links
    for link in links:
        document = server.ask(link)
        assert document.status == 200
        assert urlsplit(link).fragment in Reader(document.text).ids
        assert "<mark>" in document.text


def test_every_link_leads_somewhere(server: Server) -> None:
    seen: set[str] = set()
    pending = ["/", "/?q=best+interests&topic=migration", "/?q=nothing-like-it", "/?sort=newest&page=2"]
    while pending and len(seen) < 150:
        path = pending.pop()
        seen.add(path)
        page = server.ask(path)
        assert page.status in (200, 302), path
        if "html" in page.headers.get("content-type", ""):
            reader = Reader(page.text)
            assert len(reader.ids) == len(set(reader.ids)), f"an id twice on {path}"
            ours = [each for each in reader.links if not each.startswith("http")]
            found = {urljoin(path, each).partition("#")[0] for each in ours}
            pending += sorted(found - seen - set(pending))

    assert len(seen) > 30


def test_facets_narrow_and_can_be_taken_back(server: Server) -> None:
    page = server.ask("/?q=best+interests&kind=guideline")
    reader = Reader(page.text)

    assert "Documents found: 1" in page.text
    assert "/?q=best+interests" in reader.links
    boxes = [attributes for tag, attributes in reader.elements if attributes.get("type") == "checkbox"]
    kinds = {each["value"]: "checked" in each for each in boxes if each["name"] == "kind"}
    assert kinds == {"guideline": True, "press-release": False}, "siblings keep their counts"
    assert all(each["form"] == "ask" for each in boxes)


def test_values_of_one_facet_are_alternatives(server: Server) -> None:
    page = server.ask("/?kind=guideline&kind=press-release")

    assert "Documents found: 2" in page.text


def test_pages_follow_each_other(server: Server) -> None:
    first, second = server.search("trafficking"), server.search("trafficking", page="2")

    assert '<link rel="next" href="/?q=trafficking&amp;page=2">' in first.text
    assert '<link rel="prev" href="/?q=trafficking">' in second.text
    titles = re.findall(r"Paper \d+", first.text + second.text)
    assert set(titles) == {f"Paper {number}" for number in range(12)}


def test_without_words_nothing_is_the_best(server: Server) -> None:
    asked, listed = server.search("trafficking").text, server.ask("/?kind=page").text

    assert "best first" in asked
    assert "best first" not in listed
    assert '<span aria-current="true">newest</span>' in listed


def test_a_page_after_the_last_says_so(server: Server) -> None:
    page = server.search("trafficking", page="7")

    assert page.status == 200
    assert "/?q=trafficking&amp;page=2" in page.text


def test_nothing_found_offers_a_way_on(server: Server) -> None:
    page = server.ask("/?q=zxcvbnm&kind=law")

    assert page.status == 200
    assert "Nothing found for zxcvbnm." in page.text
    assert {"/?q=zxcvbnm", "/topics"} <= set(Reader(page.text).links)


def test_a_document_shows_its_record_and_its_text(server: Server) -> None:
    page = server.ask("/documents/test-c-gc-7")
    reader = Reader(page.text)

    assert page.status == 200
    for said in ("guideline", "Invented Agency", "TEST/C/GC/7", "papers/guideline.md", "Mexico"):
        assert said in page.text
    assert ("a", {"href": "https://example.org/guideline", "rel": "noreferrer nofollow"}) in reader.elements
    assert {"p1", "p2", "p3"} <= set(reader.ids)
    assert {"#p1", "#p2", "#p3"} <= set(reader.links)
    assert [tag for tag, _ in reader.elements if tag in ("h1", "h3", "h4")] == ["h1"]
    assert page.text.count('<ul class="items">') == 1
    assert "<mark>" not in page.text


def test_a_digest_says_what_it_is(server: Server) -> None:
    found = server.search("asylum", kind="digest").text

    page = server.ask(first_document(found))

    assert "digest of" in found
    assert "not the document itself" in page.text
    assert "TEST/C/GC/9" in page.text


def test_a_document_answers_to_its_other_names(server: Server) -> None:
    page = server.ask("/documents/crc-c-gc-98?q=statelessness&lang=es")

    whole = "/documents/cmw-c-gc-97-crc-c-gc-98"
    assert (page.status, page.headers["location"]) == (302, f"{whole}?q=statelessness&lang=es")
    assert server.ask(whole).status == 200
    for symbol in ("CRC/C/GC/98", "CRC%2FC%2FGC%2F98"):
        assert server.ask(f"/documents/{symbol}?at=p1").headers["location"] == f"{whole}?at=p1#p1"
        assert server.ask(f"/api/documents/{symbol}").status == 200


def test_contacts_are_folded_away(server: Server) -> None:
    page = server.ask(first_document(server.search("consular", kind="press-release").text))

    before, _, folded = page.text.partition('<details class="panel" id="--contacts">')
    assert "personal data" in folded
    assert "ana@example.org" not in before


def test_an_unknown_document_gets_a_suggestion(server: Server) -> None:
    page = server.ask("/documents/test-c-gc-77")

    assert page.status == 404
    assert "perhaps you mean test-c-gc-7" in page.text
    assert "/documents/test-c-gc-7" in Reader(page.text).links


def test_topics_lead_to_their_documents(server: Server) -> None:
    page = server.ask("/topics")

    assert "/?topic=trafficking" in Reader(page.text).links


def test_questions_asked_at_once_are_all_answered(server: Server) -> None:
    def answered(number: int) -> bool:
        return f"/documents/paper-{number % 12}-trafficking?" in server.search(f'"paper {number % 12}"').text

    with ThreadPoolExecutor(8) as people:
        assert all(people.map(answered, range(48)))


# -- Languages --------------------------------------------------------------------------------


def test_the_language_comes_from_the_address_the_cookie_or_the_browser(server: Server) -> None:
    def spoken(path: str, **headers: str) -> str:
        found = re.search(r'<html lang="(..)">', server.ask(path, "GET", None, **headers).text)
        return found[1] if found else ""

    assert spoken("/") == "en"
    assert spoken("/", Accept_Language="es-MX,es;q=0.9,en;q=0.5") == "es"
    assert spoken("/", Accept_Language="es", Cookie="kb_language=en") == "en"
    assert spoken("/?lang=es", Cookie="kb_language=en") == "es"
    assert spoken("/?lang=fr", Accept_Language="q=;;,,;q=1.2.3", Cookie="kb_language=xx") == "en"


def test_the_switch_keeps_the_question_and_is_remembered(server: Server) -> None:
    english = server.ask("/?q=asylum&kind=digest")
    switch = next(each for each in Reader(english.text).links if each.startswith("?"))

    spanish = server.ask("/" + switch)

    assert switch == "?q=asylum&kind=digest&lang=es"
    assert "síntesis" in spanish.text
    assert "Documents found" in english.text
    cookie = spanish.headers["set-cookie"].lower()
    assert all(part in cookie for part in ("kb_language=es", "httponly", "samesite=lax"))
    assert "set-cookie" not in english.headers


def test_a_spanish_page_says_topics_and_kinds_in_spanish(server: Server) -> None:
    page = server.ask("/?q=best+interests&lang=es")

    assert all(each in page.text for each in ("comunicado de prensa", "interés superior de la niñez", "Tipo"))


# -- What documents and people can write ------------------------------------------------------


def test_nothing_that_is_written_becomes_markup(server: Server) -> None:
    document = first_document(server.search("smuggling").text)
    wanted = {
        "q": f"smuggling \u202e\x07{SCRIPT}",
        "topic": SCRIPT,
        "publisher": f'"{SCRIPT}',
        "lang": SCRIPT,
    }
    asked = urlencode(wanted)
    paths = [
        "/", "/?q=smuggling", "/?sort=newest", f"/?{asked}", f"/?{urlencode({'sort': SCRIPT})}",
        document, f"{document.partition('?')[0]}?{asked}", f"/documents/{quote(SCRIPT)}", f"/{quote(SCRIPT)}",
        f"//example.org/{quote(SCRIPT)}",
    ]  # fmt: skip

    for path in paths:
        page = server.ask(path)
        reader = Reader(page.text)
        tags = {tag for tag, _ in reader.elements}
        assert not tags & {"img", "iframe", "object", "style"}, path
        scripts = [named for tag, named in reader.elements if tag == "script"]
        assert {str(each.get("src"))[:8] for each in scripts} == {"/static/"}, path
        attributes = {name for _, named in reader.elements for name in named}
        assert not [name for name in attributes if name.startswith("on") or name in ("style", "srcdoc")], path
        assert all(link[0] in "/#?" or link.startswith("https://example.org/") for link in reader.links), path
        assert not any(link.startswith("//") for link in reader.links), path
        assert not {"\u202e", "\x07"} & set(page.text), path
    assert "&lt;script&gt;" in server.ask(document).text
    assert "&lt;img src=x" in server.ask(document).text, "the name of the file"


def test_only_web_addresses_are_links(server: Server) -> None:
    page = server.ask(first_document(server.search("smuggling").text))

    assert "javascript:alert" in page.text
    assert not [each for each in Reader(page.text).links if "javascript" in each]


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("q=asylum&page=abc", 200), ("q=asylum&page=", 200), ("q=asylum&page=9999", 200),
        ("q=asylum&page=-1", 200), ("q=asylum&page=0", 200), ("q=asylum&sort=x", 200),
        (f"q=asylum&page={'9' * 5000}", 200), ("q=asylum&colour=red&limit=x", 200), ("q=%00%ff%ed%a0", 200),
        ("q=" + "a" * 3000, 200), ("q=" + "(" * 500, 200), ("q=a*&year=x&country=%00", 200), ("&&&==&q", 200),
    ],
)  # fmt: skip
def test_no_address_breaks_the_page(server: Server, query: str, status: int) -> None:
    page = server.ask(f"/?{query}")

    assert page.status == status
    Reader(page.text)


# -- What is let in ---------------------------------------------------------------------------


def test_every_answer_carries_the_headers_that_keep_it_safe(server: Server) -> None:
    answers = [
        server.ask("/"), server.ask("/?q=asylum"), server.ask("/nowhere"), server.ask("/matrix/none"),
        server.ask("/", Host="example.org"), server.ask("/", "POST", b"x"), server.ask(style(server)),
        server.ask("/documents/none"), server.ask("/" + "x" * 9000),
    ]  # fmt: skip
    heads = [answer.headers for answer in answers]
    heads.append(head(server.send(b"\x16\x03\x01\r\n\r\n")))

    for headers in heads:
        assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'self'")
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cross-origin-opener-policy"] == "same-origin"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "server" not in headers
    kept = [headers["cache-control"] for headers in heads]
    assert kept[:2] == ["private, no-cache"] * 2
    assert "immutable" in kept.pop(6)
    assert set(kept[2:]) == {"no-store"}


def test_only_our_own_names_are_answered(server: Server) -> None:
    for name in OUR_NAMES:
        assert server.ask("/topics", Host=name).status == 200
        assert server.ask("/topics", Host=f"{name}:{server.port}").status == 200
    for name in OTHER_NAMES:
        answer = server.ask("/topics", Host=name)
        assert answer.status == 421, name
        assert len(answer.text.splitlines()) == 1
    assert status(server.send(b"GET / HTTP/1.0\r\n\r\n")) == 421
    assert status(server.send(b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: example.org\r\n\r\n")) == 400


def test_the_page_can_only_be_read(server: Server) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"):
        answer = server.ask("/", method)
        assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")
    assert server.ask("/", "GET", b"content").status == 400


def test_head_is_get_without_the_page(server: Server) -> None:
    for path in ("/", "/?q=asylum", "/topics", "/documents/none"):
        full, only = server.ask(path), server.ask(path, "HEAD")
        assert (only.status, only.text) == (full.status, "")
        assert only.headers["content-length"] == full.headers["content-length"]


def test_another_site_may_link_here_and_no_more(server: Server) -> None:
    def asked(destination: str) -> int:
        return server.ask("/topics", Sec_Fetch_Site="cross-site", Sec_Fetch_Dest=destination).status

    assert asked("document") == 200
    assert [asked(each) for each in ("image", "script", "iframe", "empty")] == [403] * 4


def test_no_path_leads_out_of_the_static_files(server: Server) -> None:
    version = style(server).split("/")[2]
    for path in (
        "/static/../../server.py", "/static/%2e%2e/%2e%2e/server.py", f"/static/{version}/../server.py",
        f"/static/{version}/..%2fserver.py", f"/static/{version}/%2fetc%2fpasswd", "/static/x/style.css",
        "/static//etc/passwd", "/static/..\\..\\server.py", "/documents/..%2fkb.toml", "/documents/../x",
    ):  # fmt: skip
        assert server.ask(path).status == 404, path


def test_too_much_is_refused(server: Server) -> None:
    assert server.ask("/?q=" + "a" * 9000).status == 414
    assert server.ask("/", Cookie="a" * 15000 + "; b=" + "b" * 5000).status in (400, 431)
    flood = b"".join(b"X-%d: %s\r\n" % (number, b"x" * 100) for number in range(5000))
    assert status(server.send(b"GET / HTTP/1.1\r\nHost: localhost\r\n" + flood)) in (0, 400, 431)
    assert server.ask("/topics").status == 200


def test_bytes_that_are_no_request_are_refused(server: Server) -> None:
    for request in (b"\x00\r\n\r\n", b"GET /\r\n\r\n", b"GET / HTTP/1.1\r\nHost localhost\r\n\r\n"):
        assert status(server.send(request)) == 400


def test_what_nobody_foresaw_is_a_sentence_and_a_line(caplog: pytest.LogCaptureFixture) -> None:
    broken = cast(Library, SimpleNamespace(writable=True))
    client = TestClient(application(broken, "localhost"), "http://localhost", raise_server_exceptions=False)

    answer = client.get("/?q=secret")

    assert answer.status_code == 500
    assert len(answer.text.splitlines()) == 1
    (record,) = [each for each in caplog.records if each.name == "kb.web"]
    assert "AttributeError" in record.getMessage()
    assert "secret" not in record.getMessage()


# -- Starting and stopping --------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_cleanly_and_has_logged_nothing(served: Path, how: signal.Signals) -> None:
    begun = start(served)
    assert begun.search("a secret question").status == 200

    begun.process.send_signal(how)
    said, complained = begun.process.communicate(timeout=PATIENCE)

    assert (begun.process.returncode, said, complained) == (0, "", "")


@pytest.mark.slow
def test_a_port_that_is_taken_is_a_sentence(served: Path, server: Server) -> None:
    done = kb(served, "serve", "--port", str(server.port))

    assert done.returncode == 3
    assert str(server.port) in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.slow
@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "example.org", "::"])
def test_it_answers_on_this_computer_only(served: Path, host: str) -> None:
    done = kb(served, "serve", "--port", "0", "--host", host)

    assert done.returncode == 2
    assert host in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.slow
def test_an_empty_knowledge_base_says_how_to_begin(tmp_path: Path) -> None:
    make_library(tmp_path)
    begun = start(tmp_path)

    pages = [begun.ask(path).text for path in ("/", "/topics", "/?q=asylum", "/?kind=law")]
    begun.process.terminate()
    begun.process.communicate(timeout=PATIENCE)

    for page in pages:
        assert 'class="empty">There is nothing in here yet. Begin with: kb ingest' in page
        assert "Fewer or other words" not in page


_SEARCH = """
import sys
from kb.cli import main

sys.argv = ["kb", "--library", sys.argv[1], "search", "asylum"]
try:
    main()
finally:
    assert not {"kb.web", "starlette", "jinja2", "uvicorn"} & set(sys.modules)
"""


def test_searching_at_the_terminal_never_loads_the_page(served: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SEARCH, str(served)],
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )

    assert done.returncode == 0, done.stderr


# -- Reading answers --------------------------------------------------------------------------


def style(server: Server) -> str:
    return next(each for each in Reader(server.ask("/").text).links if each.endswith(".css"))


def first_document(page: str) -> str:
    return next(each for each in Reader(page).links if each.startswith("/documents/"))
