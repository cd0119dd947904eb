"""What strangers may send to the page, byte by byte, and what documents may hold: none of it does harm."""

import re
import socket
from contextlib import ExitStack
from pathlib import Path

import pytest

from kb.settings import make_library
from tests.serving import Reader, Server, everything, head, kb, status

FICTION = "This text is fiction, written for the tests of kb."
SCRIPT = "<script>alert('kb')</script>"
BREAKING = f"\"'>{SCRIPT}<img src=x onerror=alert(1)>"
HOSTILE = f"""---
kind: press-release
language: en
title: "Title {SCRIPT} of hostile fiction"
publisher: "Publisher {SCRIPT}"
symbol: "TEST{SCRIPT}/1"
source: "javascript:alert('kb')"
published: 2016-05-04
place: "Place {SCRIPT}"
programme: "Programme {SCRIPT}"
funder: "Funder {SCRIPT}"
---
# Title `{SCRIPT}` of hostile fiction

## Heading `{BREAKING}`

{FICTION} The asylum text says `{BREAKING}`, and the Agency `{SCRIPT}` (AGE) helped 1,200 children in 2015.

“We protect `{SCRIPT}` every child”, said Ana `{SCRIPT}` Inventada, director of the Agency.

| Country `{SCRIPT}` | Children |
| --- | --- |
| Honduras `{BREAKING}` | 1,200 |

- item `{SCRIPT}`

```
preformatted {SCRIPT}
```

Media contact: Ana `{SCRIPT}` Inventada, tel. +506 2222-0000, ana@example.org
"""
OVERLAY = f"""
[hostile-topic]
preferred = {{ en = "hostile fiction {SCRIPT}", es = "ficción hostil {SCRIPT}" }}
alternative = {{ en = ["asylum text {SCRIPT}", "hostile fiction"], es = ["texto hostil"] }}
"""
GET = b"GET /topics HTTP/1.1\r\nHost: localhost\r\n"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_library(tmp_path_factory.mktemp("defences") / "library")
    (folder / "thesaurus.toml").write_text(OVERLAY, encoding="utf-8")
    papers = folder / "papers"
    papers.mkdir()
    (papers / "<img src=x onerror=alert(1)>.md").write_text(HOSTILE, encoding="utf-8")
    (papers / "<svg onload=alert(1)>.bin").write_bytes(b"\x00\x01\x02" * 50)
    kb(folder, "ingest", str(papers))
    return folder


def is_well(server: Server) -> bool:
    return server.ask("/topics").status == 200


# -- Script in everything that is shown -------------------------------------------------------


def test_script_in_a_document_is_text_on_every_page(server: Server) -> None:
    (document,) = {
        each.partition("?")[0]
        for each in Reader(server.search("asylum").text).links
        if each.startswith("/documents/")
    }
    asked = "%22%27%3E%3Cscript%3Ealert(1)%3C/script%3E"
    for path in (
        "/", "/?q=asylum", f"/?q={asked}", f"/?topic={asked}&publisher={asked}&off={asked}", "/topics",
        "/add", f"{document}?q={asked}", f"{document}?q=protect+children", f"/documents/{asked}", f"/{asked}",
        "/?sort=newest",
        "/?topic=hostile-topic", "/api", f"/?sort={asked}", f"/?page={asked}&year={asked}",
    ):  # fmt: skip
        page = server.ask(path)
        reader = Reader(page.text)
        scripts = [named for tag, named in reader.elements if tag == "script"]
        attributes = {name for _, named in reader.elements for name in named}
        assert all((each.get("src") or "").startswith("/static/") for each in scripts), path
        assert not {tag for tag, _ in reader.elements} & {"img", "iframe", "object", "embed", "style"}, path
        assert not [name for name in attributes if name.startswith("on") or name in ("style", "srcdoc")], path
        assert not [link for link in reader.links if "javascript" in link.partition("?")[0]], path
        assert "<script>alert" not in page.text, path


def test_an_answer_of_the_api_is_never_taken_for_a_page(server: Server) -> None:
    for path in ("/api/search?q=<script>", "/api/suggest?q=hostile", "/api/topics/hostile-topic", "/api/<b>"):
        answer = server.ask(path.replace("<", "%3C").replace(">", "%3E"))

        assert re.fullmatch(r"application/(problem\+)?json", answer.headers["content-type"])
        assert answer.headers["x-content-type-options"] == "nosniff"


# -- Who is asked, and for what ---------------------------------------------------------------


@pytest.mark.parametrize(
    "request_",
    [
        b"GET http://example.org/topics HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET http://localhost/topics HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"CONNECT example.org:443 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET topics HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /topics HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
        b"GET /topics HTTP/1.1\r\n\r\n",
        b"GET /topics HTTP/1.1\r\nHost: localhost\r\nHost : example.org\r\n\r\n",
        b"GET /topics HTTP/1.1\r\nHost:\r\n\r\n",
        b"GET /topics HTTP/1.1\r\nHost: localhost, example.org\r\n\r\n",
        b"GET /topics HTTP/1.1\r\nHost: localhost\x00.example.org\r\n\r\n",
        b"GET /topics HTTP/1.1\r\nX-Host: localhost\r\n folded: example.org\r\n\r\n",
        b"GET /topics HTTP/2.0\r\nHost: localhost\r\n\r\n",
        b"GET /topics\r\n\r\n",
        b"get /topics HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /top ics HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    ],
)
def test_a_strange_request_is_refused(server: Server, request_: bytes) -> None:
    with server.connect() as connection:
        connection.sendall(request_)
        connection.shutdown(socket.SHUT_WR)
        answer = everything(connection)

    assert status(answer) in (0, 400, 404, 405, 421, 501, 505)
    assert b"Traceback" not in answer
    assert b"/kb/" not in answer
    assert is_well(server)


@pytest.mark.parametrize(
    "path",
    [
        b"/static/%2e%2e/%2e%2e/server.py", b"/static/..%2f..%2fserver.py", b"/static/x/%2e%2e%2fserver.py",
        b"/static/x/..%5c..%5cserver.py", b"/static/x/style.css%00.py", b"/static/%c0%ae%c0%ae/server.py",
        b"/static/x/%c0%af..%c0%afserver.py", b"/static/x/%e0%80%ae/server.py", b"/%2e%2e/%2e%2e/etc/passwd",
        b"//etc/passwd", b"/documents/%2e%2e%2fkb.toml", b"/documents/..%5ckb.toml", b"/documents/%00",
        b"/documents/%ff%fe", b"/api/documents/%2e%2e/passages/%2e%2e", b"/api/documents/..%2fkb.toml",
        b"/api/topics/%2e%2e%2f%2e%2e%2fetc", b"/documents/%252e%252e", b"/static/x/\xff\xfe",
        b"/add/../kb.toml",
        b"/documents/a/original/../../kb.toml", b"/static/../web/server.py",
    ],
)  # fmt: skip
def test_no_path_leads_to_a_file(served: Path, server: Server, path: bytes) -> None:
    answer = server.send(b"GET " + path + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")

    assert status(answer) in (400, 404)
    for secret in (b"Traceback", b"root:", b"uvicorn", b"[library]", str(served.parent).encode()):
        assert secret not in answer


def test_no_problem_tells_where_anything_lies(served: Path, server: Server) -> None:
    for path in (
        "/?page=9999",
        "/documents/none",
        "/nowhere",
        "/api/search?page=x",
        "/api/documents/none",
        "/add?x=%00",
    ):
        page = server.ask(path).text

        assert str(served) not in page
        assert "Traceback" not in page


# -- How much, how long -----------------------------------------------------------------------


def test_two_lengths_of_one_body_are_refused(server: Server) -> None:
    for body in (
        b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + GET + b"\r\n",
        b"Transfer-Encoding: chunked\r\nContent-Length: 0\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
        b"Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde",
        b"Content-Length: +4\r\n\r\nabcd", b"Content-Length: 4, 4\r\n\r\nabcd", b"Content-Length: -1\r\n\r\n",
        b"Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n",
        b"Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
    ):  # fmt: skip
        for method in (b"POST /add", b"GET /topics"):
            with server.connect() as connection:
                connection.sendall(method + b" HTTP/1.1\r\nHost: localhost\r\n" + body)
                connection.shutdown(socket.SHUT_WR)
                answer = everything(connection)
            assert answer.count(b"HTTP/1.1 ") == 1, body
            assert status(answer) in (400, 403, 405, 413, 501), body
            assert b"Traceback" not in answer


def test_floods_are_refused(server: Server) -> None:
    line = b"X-Flood: " + b"x" * 100 + b"\r\n"
    for flood in (line * 5000, b"X: " + b"y" * 900_000 + b"\r\n", b"X" * 100_000, line * 160):
        assert status(server.send(GET + flood + b"\r\n")) in (0, 400, 431)
    for target in (b"/" + b"a" * 9000, b"/?q=" + b"a" * 12_000, b"/" + b"%41" * 200_000):
        answer = server.send(b"GET " + target + b" HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert status(answer) in (0, 400, 414)
    assert is_well(server)


def test_a_pipeline_is_answered_in_order(server: Server) -> None:
    first = b"GET /documents/none HTTP/1.1\r\nHost: localhost\r\n\r\n"
    last = GET + b"Connection: close\r\n\r\n"

    answers = server.send(first + GET + b"\r\n" + last)

    assert re.findall(rb"HTTP/1\.1 (\d+)", answers) == [b"404", b"200", b"200"]


def test_an_old_client_is_answered_and_left(server: Server) -> None:
    answer = server.send(b"GET /topics HTTP/1.0\r\nHost: localhost\r\n\r\n")

    assert status(answer) == 200
    assert head(answer)["connection"] == "close"


def test_a_hundred_idle_connections_keep_nobody_out(server: Server) -> None:
    with ExitStack() as idle:
        for number in range(100):
            connection = idle.enter_context(server.connect())
            connection.sendall(b"GET /topics HT" if number % 2 else b"")  # and no more

        answers = [server.ask("/topics").status for _ in range(20)]

    assert answers == [200] * 20


def test_a_long_form_is_read_to_its_end(server: Server) -> None:
    """How long the server waits for it is told in tests/test_protocol.py."""
    post = b"POST /add HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=B\r\n"
    part = b'--B\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
    body = part + b"x" * 4_000_000 + b"\r\n--B--\r\n"

    answer = server.send(post + b"Connection: close\r\nContent-Length: %d\r\n\r\n" % len(body) + body)

    assert status(answer) == 403, "the secret of our own forms is missing"
