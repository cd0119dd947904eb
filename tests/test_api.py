"""The API: the command line's answers for programs, as its own description says, over real connections."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import jsonschema_rs
import pytest

from kb.settings import make_library
from kb.web.api import routes
from kb.web.openapi import description
from tests.serving import Answer, Server, kb, running, stocked

FICTION = "This text is fiction, written for the tests of kb."
RELEASE = f"""---
kind: press-release
language: es
title: Comunicado inventado sobre la niñez
publisher: Agencia Inventada
published: 2016-11-03
---
# Comunicado inventado sobre la niñez

{FICTION} El interés superior de la niñez es una consideración primordial en la protección consular.

“La niñez va primero”, dijo Ana Inventada, directora de la Agencia Inventada. En 2015 se atendió a 1,200
niñas y niños no acompañados en Honduras.

Para más información: Ana Inventada, Agencia Inventada, tel. +506 2222-0000, ana@example.org
"""
COMMENT = f"""---
kind: digest
title: Digest of an invented comment
digest_of:
  title: Invented comment on asylum
  symbol: TEST/C/GC/9
  source: https://example.org/comment
---
# Digest of an invented comment

1. {FICTION} Asylum is asked for at the border; the best interests of the child come first.

2. A guardian is named without delay.
"""
GUIDELINE = f"""---
kind: guideline
title: Guideline on the invented shelter
symbol: TEST/C/GC/7
publisher: Invented Agency
published: 2014-05
---
# Guideline on the invented shelter

## What comes first

1. {FICTION} The best interests of the child come first in every decision of the shelter.
"""
PATHS = (
    "/api/search?q=best+interests&explain=1", "/api/search?q=&country=HN&lang=es", "/api/search?q=guardain",
    "/api/search?q=TEST/C/GC/7", "/api/search", "/api/suggest?q=int&lang=es", "/api/suggest?q=test",
    "/api/topics", "/api/suggest?q=inv&limit=100", "/api/topics?all=true", "/api/topics/best-interests",
    "/api/topics/NNA",
    "/api/documents/test-c-gc-7", "/api/documents/test-c-gc-7?contacts=1",
    "/api/documents/TEST%20C%20GC%207/passages/p1", "/api/openapi.json",
)  # fmt: skip
WRONG = (
    ("/api/search?colour=red", 400, "colour"), ("/api/search?q=a&q=b", 400, "more than once"),
    ("/api/search?page=0", 400, "from 1 to 100"), ("/api/search?page=x", 400, "from 1 to 100"),
    ("/api/search?limit=101", 400, "from 1 to 100"), ("/api/search?sort=best", 400, "relevance, newest"),
    ("/api/search?exact=maybe", 400, "exact"), ("/api/search?lang=fr", 400, "en, es"),
    ("/api/search?topics=asylum", 400, "perhaps you mean topic"), ("/api/documents/none", 404, "none"),
    ("/api/documents/test-c-gc-7/passages/p99", 404, "no passage"),
    ("/api/topics/nothing-like-it", 404, "nothing"), ("/api/nowhere", 404, "no page"),
    ("/api/documents/test-c-gc-7?q=x", 400, '"q"'),
    ("/api/", 404, "no page"),
    ("/api/search?q=" + "a" * 9000, 414, "shorter"),
)  # fmt: skip


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    papers = {"release.md": RELEASE, "comment.md": COMMENT, "guideline.md": GUIDELINE}
    return stocked(tmp_path_factory.mktemp("api"), papers)


def read(answer: Answer) -> Any:
    return json.loads(answer.text)


def printed(folder: Path, *arguments: str) -> Any:
    return json.loads(kb(folder, *arguments, "--json").stdout)


# -- The answers of the command line ----------------------------------------------------------


def test_a_search_answers_as_the_command_line_does(served: Path, server: Server) -> None:
    for asked, options in (
        ({"q": "best interests"}, ()),
        ({"q": "best interests", "exact": "1", "sort": "oldest"}, ("--exact", "--sort", "oldest")),
        ({"q": "guardian", "off": "guardian", "explain": "true"}, ("--without", "guardian", "--explain")),
        ({"q": "asylum OR children", "limit": "1", "page": "2"}, ("--limit", "1", "--page", "2")),
    ):
        answer = server.ask(f"/api/search?{urlencode(asked)}")

        assert (answer.status, answer.headers["content-type"]) == (200, "application/json")
        assert read(answer) == printed(served, "search", asked["q"], *options)


def test_facets_narrow_the_search(server: Server) -> None:
    both = read(server.ask("/api/search?q=interests&kind=digest&kind=guideline"))
    one = read(server.ask("/api/search?q=interests&kind=digest&year=2014"))

    assert both["total"] == 2
    assert one["total"] == 0


def test_records_topics_and_suggestions_are_those_of_the_command_line(served: Path, server: Server) -> None:
    for path, command in (
        ("/api/documents/test-c-gc-7?contacts=1", ("show", "test-c-gc-7")),
        ("/api/documents/test-c-gc-7/passages/p1?contacts=1", ("show", "test-c-gc-7#p1")),
        ("/api/topics", ("topics",)),
        ("/api/topics?all=1", ("topics", "--all")),
        ("/api/topics/NNA", ("topics", "show", "NNA")),
        ("/api/suggest?q=int&limit=20", ("suggest", "int", "--limit", "20")),
    ):
        assert read(server.ask(path)) == printed(served, *command), path


def test_contacts_are_given_where_they_are_asked_for(server: Server) -> None:
    for path in ("/api/documents/test-c-gc-7", "/api/documents/test-c-gc-7/passages/p1"):
        assert "contacts" not in read(server.ask(path))
        assert "contacts" not in read(server.ask(f"{path}?contacts=0"))
        assert "contacts" in read(server.ask(f"{path}?contacts=1"))


def test_a_suggestion_says_what_to_search_or_where_to_go(server: Server) -> None:
    found = {each["kind"]: each for each in read(server.ask("/api/suggest?q=test"))["suggestions"]}

    assert (found["reference"]["query"], found["reference"]["address"]) == ('"TEST/C/GC/7"', "test-c-gc-7")
    (concept, *_) = read(server.ask("/api/suggest?q=inter%C3%A9s+sup&lang=es"))["suggestions"]
    assert (concept["label"], concept["concept"]) == ("interés superior de la niñez", "best-interests")
    assert concept["address"] is None
    assert read(server.ask("/api/suggest"))["suggestions"] == []


def test_labels_and_sentences_are_in_the_language_asked_for(server: Server) -> None:
    for answer in (
        server.ask("/api/search?q=asylum&lang=es"),
        server.ask("/api/search?q=asylum", "GET", None, Accept_Language="es-MX,es;q=0.9"),
    ):
        labels = {each["value"]: each["label"] for each in read(answer)["facets"]["kind"]}
        assert labels["digest"] == "síntesis"
        assert answer.headers["content-language"] == "es"


# -- The description --------------------------------------------------------------------------


def strict(schema: Any) -> Any:
    """The schema, with no name allowed that it does not list."""
    if isinstance(schema, list):
        return [strict(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {"additionalProperties": False} if isinstance(schema.get("required"), list) else {}
    return {**{name: strict(each) for name, each in schema.items()}, **closed}


def validator(schema: Any) -> jsonschema_rs.Draft202012Validator:
    named = {"components": description()["components"]}
    return jsonschema_rs.Draft202012Validator({**strict(named), **strict(schema)})


def test_every_route_is_described_and_the_other_way_round(served: Path) -> None:
    from kb.settings import open_named

    with open_named(served) as library:
        answered = {route.path.replace(":path}", "}") for route in routes(library)}

    assert answered == set(description()["paths"])


@pytest.mark.parametrize("path", PATHS)
def test_answers_are_as_described(server: Server, path: str) -> None:
    answer = server.ask(path)
    bare = path.partition("?")[0]
    (route,) = [each for each in description()["paths"] if fits(each, bare)][:1]
    described = description()["paths"][route]["get"]["responses"]["200"]["content"]["application/json"]

    assert answer.status == 200, answer.text
    if route == "/api/openapi.json":
        assert read(answer) == description()
    else:
        validator(described["schema"]).validate(read(answer))


def fits(route: str, path: str) -> bool:
    ours, theirs = route.split("/"), path.split("/")
    return len(ours) == len(theirs) and all(
        a == b or a[0] == "{" for a, b in zip(ours[1:], theirs[1:], strict=True)
    )


# -- What goes wrong --------------------------------------------------------------------------


@pytest.mark.parametrize(("path", "status", "said"), WRONG)
def test_a_problem_is_told_as_rfc_9457_has_it(server: Server, path: str, status: int, said: str) -> None:
    answer = server.ask(path)
    problem = read(answer)

    assert (answer.status, answer.headers["content-type"]) == (status, "application/problem+json")
    validator({"$ref": "#/components/schemas/Problem"}).validate(problem)
    assert problem["status"] == status
    assert said in problem["detail"]


def test_a_problem_is_told_in_the_language_asked_for(server: Server) -> None:
    spanish = server.ask("/api/search?page=0&lang=es")

    assert read(spanish)["detail"] == "«page» es un número del 1 al 100."
    assert spanish.headers["content-language"] == "es"
    accepted = server.ask("/api/nowhere", "GET", None, Accept_Language="es")
    assert read(accepted)["detail"] == "No hay ninguna página en esta dirección."


def test_the_api_is_only_read_and_only_by_its_own_names(server: Server) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        answer = server.ask("/api/search?q=a", method)
        assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")
        assert read(answer)["status"] == 405
    assert read(server.ask("/api/search", Host="example.org"))["status"] == 421
    assert server.ask("/api/search", Sec_Fetch_Site="cross-site", Sec_Fetch_Dest="empty").status == 403


@pytest.mark.parametrize(
    "text", ["\x00", "\ud800", "a\u202eb", "(" * 400, "\u0301" * 100, '"', "a:b:c", "*", "'--"]
)
def test_nothing_that_is_typed_is_an_error(server: Server, text: str) -> None:
    typed = quote(text, safe="", errors="surrogatepass")

    for path in ("/api/search", "/api/suggest"):
        assert server.ask(f"{path}?q={typed}").status == 200
    for path in ("/api/documents/", "/api/topics/", "/api/documents/test-c-gc-7/passages/"):
        assert server.ask(f"{path}{typed}").status == 404


# -- What may be kept -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", ["/api/search?q=asylum", "/?q=asylum", "/topics", "/documents/test-c-gc-7", "/"]
)
def test_an_answer_that_has_not_changed_is_not_sent_again(server: Server, path: str) -> None:
    first = server.ask(path)
    tag = first.headers["etag"]

    again = server.ask(path, "GET", None, If_None_Match=f'"other", W/{tag}')

    assert (again.status, again.text, again.headers["etag"]) == (304, "", tag)
    for answer in (first, again):
        assert answer.headers["cache-control"] == "private, no-cache"
        assert answer.headers["vary"] == "Accept-Language, Cookie"
    assert server.ask(path, "GET", None, If_None_Match='"other"').status == 200
    assert server.ask(path, "GET", None, If_None_Match=tag, Accept_Language="es").status == 200
    assert server.ask(path, "HEAD", None, If_None_Match=tag).status == 304
    assert "vary" not in server.ask(f"{path}{'&' if '?' in path else '?'}lang=es").headers


def test_a_problem_has_no_tag(server: Server) -> None:
    for path in ("/api/search?page=0", "/documents/none", "/api/documents/none"):
        assert "etag" not in server.ask(path).headers


def test_a_change_makes_another_tag(tmp_path: Path) -> None:
    make_library(tmp_path)
    (tmp_path / "one.md").write_text(COMMENT, encoding="utf-8")
    kb(tmp_path, "ingest", str(tmp_path / "one.md"))
    with running(tmp_path) as server:
        path = "/api/search?q=interests"
        before = server.ask(path)
        (tmp_path / "two.md").write_text(GUIDELINE, encoding="utf-8")
        kb(tmp_path, "ingest", str(tmp_path / "two.md"))

        after = server.ask(path, "GET", None, If_None_Match=before.headers["etag"])
        (tmp_path / "thesaurus.toml").write_text(
            '[best-interests]\nalternative = { en = ["shelter of fiction"] }\n', encoding="utf-8"
        )
        renamed = server.ask(path, "GET", None, If_None_Match=after.headers["etag"])

    assert (read(before)["total"], read(after)["total"]) == (1, 2)
    assert renamed.status == 200
