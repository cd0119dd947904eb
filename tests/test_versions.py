"""Of one text in two languages that of the question comes first. Every document is fiction."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kb.ingesting import ingest
from kb.library import Library
from kb.searching import search
from kb.settings import make_library, open_named
from tests.fiction import release, write

SYMBOL = "FIC/C/GC/83"
LONG = "Nothing else is told of the fictional village of Ober, where rain falls on hills and herons."
LARGO = "Nada más se cuenta de la aldea ficticia de Ober, donde llueve sobre las colinas y las garzas."


def head(id: str, language: str, *more: str) -> str:
    return "\n".join((f"---\nid: {id}\nlanguage: {language}", *more, "---\n\n"))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A comment, its translation and a digest, two digests of a release, and others; all fiction."""
    folder = make_library(tmp_path_factory.mktemp("versions"))
    text = f"symbol: {SYMBOL}"
    of_release = "digest_of:\n  title: The mill of fiction\n  publisher: Ober"
    texts = {
        "comment": head("comment", "en", text)
        + release("Fiction: the mill", f"{LONG} The mill has a lawyer and a bell."),
        "comentario": head("comentario", "es", text)
        + release("Ficción: abogado y campana", "El molino tiene un abogado y una campana."),
        "note": head("digest-note", "en", "kind: digest", of_release)
        + release("Fiction: a house and a bridge", "The carpenter has a house and a bridge."),
        "nota": head("digest-nota", "es", "kind: digest", of_release)
        + release("Ficción: un carpintero", f"{LARGO} El carpintero tiene una casa y un puente."),
        "otro": head("otro", "es") + release("Ficción: la fuente", "Una fuente y otra fuente."),
        "other": head("other", "en") + release("Fiction: water", "A fountain, rain and much else."),
    }
    for name, each in texts.items():
        write(folder, f"in/{name}.md", each)
    with open_named(folder) as opened:
        ingest(opened, [str(folder / "in")])
        yield opened


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("where is the lawyer with the bell", ["comment", "comentario"]),
        ("dónde está el abogado con la campana", ["comentario", "comment"]),
        ("which house has a bridge", ["digest-note", "digest-nota"]),
        ("qué casa tiene un puente", ["digest-nota", "digest-note"]),
    ],
)
@pytest.mark.parametrize("limit", [1, 2, 10])
def test_the_version_in_the_language_of_the_question_leads(
    library: Library, question: str, expected: list[str], limit: int
) -> None:
    found = search(library, question, limit=limit).hits

    assert [hit.id for hit in found][:2] == expected[:limit]


@pytest.mark.parametrize("question", ["where is the lawyer with the bell", "qué casa tiene un puente"])
def test_pages_of_any_length_are_parts_of_one_row(library: Library, question: str) -> None:
    row = [hit.id for hit in search(library, question, limit=50).hits]

    for limit in (1, 2, 3):
        pages = [search(library, question, limit=limit, page=page).hits for page in range(1, len(row) + 1)]
        assert [hit.id for hits in pages for hit in hits] == row


def test_other_documents_stay_where_their_score_puts_them(library: Library) -> None:
    found = search(library, "is there a fountain").hits

    scores = [hit.score for hit in found]
    assert {hit.id for hit in found} >= {"otro", "other"}
    assert scores == sorted(scores, reverse=True)


def test_nothing_changes_in_an_order_of_time(library: Library) -> None:
    found = search(library, "where is the lawyer with the bell", sort="newest").hits

    assert [(-hit.score, hit.id) for hit in found] == sorted((-hit.score, hit.id) for hit in found)
