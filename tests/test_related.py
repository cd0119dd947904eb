"""What else to read: the documents near a document or passage, and the reasons."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.answers import Related
from kb.errors import NotHeld
from kb.ingesting import ingest
from kb.library import Library
from kb.messages import say
from kb.reading.related import record, related
from kb.settings import make_library, open_named
from tests.fiction import release, write


def front(**fields: str) -> str:
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in fields.items()) + "---\n\n"


GUARDIANS = (
    "A guardian is appointed for each unaccompanied child, and the guardian hears the kestrel whistle."
)
TUTORES = (
    "Se nombra una tutela para cada niña no acompañada, y la tutela escucha al cernícalo de Wolpertinga."
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A comment with its translation and digests, near and far documents; all fiction."""
    folder = make_library(tmp_path_factory.mktemp("related"))
    symbol = "FIC/C/GC/71"
    texts = {
        "comment": front(id="comment", symbol=symbol, language="en")
        + release("Fiction: comment on guardianship", GUARDIANS, "Wolpertinga is a town of fiction."),
        "comentario": front(id="comentario", symbol=symbol, language="es")
        + release("Ficción: comentario sobre la tutela", TUTORES),
        "digest": front(id="digest-of-it", kind="digest", language="en").replace(
            "---\n\n", f"digest_of:\n  title: Fiction\n  symbol: {symbol}\n---\n\n"
        )
        + release("Fiction: digest", GUARDIANS),
        "near": front(id="near", language="en") + release("Fiction: a guardian in Wolpertinga", GUARDIANS),
        "cerca": front(id="cerca", language="es") + release("Ficción: la tutela en Wolpertinga", TUTORES),
        "far": front(id="far", language="en")
        + release("Fiction: weather", "Rain falls on the hill of otters."),
    }
    for name, text in texts.items():
        write(folder, f"in/{name}.md", text)
    for number in range(6):
        write(folder, f"in/other{number}.md", release(f"Fiction {number}", f"Otter number {number} swims."))
    with open_named(folder) as opened:
        ingest(opened, [str(folder / "in")])
        yield opened


def told(each: Related, language: str = "en") -> list[str]:
    return [say(reason.text, language) for reason in each.reasons]


def test_what_shares_topics_and_words_comes_first_in_either_language(library: Library) -> None:
    found = related(library, "comment")

    assert {each.id for each in found[:2]} == {"near", "cerca"}
    assert "far" not in [each.id for each in found[:2]]


def test_the_document_itself_is_not_near_itself(library: Library) -> None:
    for id_ in library.store.ids():
        assert id_ not in [each.id for each in related(library, id_)]


def test_translations_and_digests_come_last_and_are_marked(library: Library) -> None:
    found = {each.id: each.relation for each in related(library, "comment")}

    assert list(found.items())[-2:] in (
        [("comentario", "translation"), ("digest-of-it", "digest")],
        [("digest-of-it", "digest"), ("comentario", "translation")],
    )
    assert found["near"] is None
    assert {each.id: each.relation for each in related(library, "digest-of-it")}["comment"] == "original"


def test_a_text_without_a_symbol_is_known_by_its_numbered_title(tmp_path: Path) -> None:
    folder = make_library(tmp_path)
    body = "publisher: Committee on the Rights of the Child\nkind: general-comment\n---\n\n"
    text = front(id="text", language="en").replace("---\n\n", body)
    text += release("General comment No. 6 (2005) on herons that fly alone", GUARDIANS)
    digest = front(id="digest-6", kind="digest", language="en").replace(
        "---\n\n", "digest_of:\n  title: Fiction\n  symbol: CRC/GC/2005/6\n---\n\n"
    ) + release("Fiction: digest", GUARDIANS)
    write(folder, "in/text.md", text)
    write(folder, "in/digest.md", digest)
    with open_named(folder) as opened:
        ingest(opened, [str(folder / "in")])

        assert [each.relation for each in related(opened, "text")] == ["digest"]
        assert [each.relation for each in related(opened, "digest-6")] == ["original"]


def test_each_says_why_in_either_language(library: Library) -> None:
    found = {each.id: each for each in related(library, "comment", language="es")}

    assert any(text.startswith("ambos tratan de «") for text in told(found["cerca"], "es"))
    english = {each.id: each for each in related(library, "comment")}
    assert any("both are about" in text for text in told(english["near"]))
    assert any("Wolpertinga" in text for text in told(english["near"]))
    for each in english.values():
        assert 0 < sum(reason.share for reason in each.reasons) <= 1 + 1e-9


def test_reasons_are_what_texts_speak_of_and_not_what_joins_sentences(tmp_path: Path) -> None:
    folder = make_library(tmp_path / "library")
    said = (
        "Whether otters build a river bank since spring, and whether the river bank holds in Costa Rica, "
        "Brunhilda Otterdale asks again. A river bank breaks over the quagga."
    )
    for name in ("one", "other"):
        write(folder, f"in/{name}.md", front(id=name, language="en") + release(f"Fiction {name}", said))
    for number in range(4):
        text = f"Heron number {number} flies over the hill."
        write(folder, f"in/{number}.md", release(f"Fiction {number}", text))
    with open_named(folder) as opened:
        ingest(opened, [str(folder / "in")])
        reasons = told(related(opened, "one")[0])

    assert any("both speak of river bank" in text for text in reasons)
    (bare,) = [text for text in reasons if text.startswith("both have the words")]
    said_words = set(bare.replace(",", "").lower().split())
    assert not {"whether", "since", "again", "over", "costa", "rica", "river"} & said_words


HERONS = (
    "The weight of the heron counts (para. 12), and the weight of the heron (para. 14) is told on a list.",
    "States measure the heron; the list of the OTTERCODE and of the heron is kept: marsh, heron, weight.",
)
GARZAS = (
    "El peso de la garza cuenta (párr. 12), y el peso de la garza (párr. 14) se mide en una lista.",
    "Los Estados miden la garza; la lista del OTTERCODE y de la garza se guarda: marisma, garza, peso.",
)


@pytest.fixture(scope="module")
def herons(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The same in both languages, twice, and many that speak of States; all fiction."""
    folder = make_library(tmp_path_factory.mktemp("herons"))
    for name in ("one", "other"):
        write(folder, f"in/{name}.md", front(id=name, language="en") + release(f"Fiction {name}", *HERONS))
    for name in ("una", "otra"):
        write(folder, f"in/{name}.md", front(id=name, language="es") + release(f"Ficción {name}", *GARZAS))
    for number in range(15):
        text = [f"States and Estados write {number}{each}." for each in range(5)]
        write(folder, f"in/{number}.md", release(f"Fiction {number}", *text))
    with open_named(folder) as opened:
        ingest(opened, [str(folder / "in")])
        yield opened


def reasons(library: Library, id_: str, other: str, language: str) -> str:
    found = {each.id: each for each in related(library, id_, limit=100, language=language)}
    return " | ".join(told(found[other], language))


@pytest.mark.parametrize(
    ("id_", "twin", "language", "same", "apart"),
    [
        ("one", "other", "en", "both have the words", "both say"),
        ("una", "otra", "es", "ambos tienen", "dicen"),
    ],
)
def test_words_that_cite_and_pairs_over_a_mark_are_no_reason(
    herons: Library, id_: str, twin: str, language: str, same: str, apart: str
) -> None:
    said = reasons(herons, id_, twin, language)

    assert (same in said, apart in said) == (True, False)
    assert not any(mark in said for mark in "(;:")
    words = set(said.replace(",", "").split())
    assert not {"para", "párr", "parr", "states", "States", "estados", "Estados"} & words
    assert "OTTERCODE" in words


def test_a_word_that_is_there_in_translation_is_told_so(herons: Library) -> None:
    english = reasons(herons, "one", "una", "en")
    spanish = reasons(herons, "una", "one", "es")

    assert "both say, each in its own language, " in english
    assert "weight (peso)" in english
    assert "list (lista)" in english
    assert "ambos dicen, cada uno en su idioma, " in spanish
    assert "peso (weight)" in spanish
    assert "lista (list)" in spanish


def test_what_is_not_held_is_said_in_the_language_asked_for(herons: Library) -> None:
    for language, title in (("es", "Convención sobre los Derechos"), ("en", "Convention on the Rights")):
        with pytest.raises(NotHeld) as problem:
            related(herons, "CDN art. 3", language=language)
        assert title in str(problem.value)


def test_a_passage_has_its_own_neighbours(library: Library) -> None:
    passages = library.store.document("comment").passages
    town = next(each.address for each in passages if "town" in each.text)

    found = related(library, f"comment#{town}")

    assert {"near", "cerca"} & {each.id for each in found}
    assert not any("guardian" in text for each in found for text in told(each))


@pytest.mark.parametrize(
    ("said", "topic", "empty"),
    [
        (
            "The words place a strong duty on whoever exercises custody: a guardian is appointed in any "
            "action that is undertaken.",
            "guardianship",
            {"strong", "words", "action", "undertaken", "duty"},
        ),
        (
            "Las palabras ponen una fuerte carga en quien ejerce funciones: se nombra una tutela en toda "
            "medida que se tome.",
            "guardianship",
            {"palabras", "fuerte", "carga", "funciones", "medida"},
        ),
    ],
)
def test_the_concepts_of_a_passage_lead_and_words_that_it_has_but_once_say_nothing(
    tmp_path: Path, said: str, topic: str, empty: set[str]
) -> None:
    folder = make_library(tmp_path / "library")
    english = "guardian" in said
    tutor = "A guardian is there." if english else "Hay una tutela."
    texts = {
        "one": release("Fiction: one", said, "Fiction goes on."),
        "about": release("Fiction: two", tutor, tutor),
        "empty": release("Fiction: three", " ".join(sorted(empty)) + "."),
    }
    for name, text in texts.items():
        write(folder, f"in/{name}.md", front(id=name, language="en" if english else "es") + text)
    with open_named(folder) as opened:
        ingest(opened, [str(folder / "in")])
        passage = next(each for each in opened.store.document("one").passages if said[:20] in each.text)
        found = related(opened, f"one#{passage.address}")
        label = opened.thesaurus.label(topic, "en")

    assert [each.id for each in found] == ["about"]
    assert label in told(found[0])[0]


def test_what_is_near_is_the_same_every_time_and_no_more_than_asked_for(library: Library) -> None:
    assert related(library, "comment") == related(library, "comment")
    assert len(related(library, "comment", limit=1)) == 1
    whole = related(library, "comment", limit=100)
    near = [each for each in whole if not each.relation]
    for limit in range(1, len(whole) + 1):
        found = related(library, "comment", limit=limit)
        first = [each for each in found if not each.relation]
        assert found == [*near[: len(first)], *(each for each in found if each.relation)]
        assert len(first) >= min(len(near), limit / 2)


def test_what_is_not_held_has_no_neighbours(library: Library) -> None:
    with pytest.raises(NotHeld):
        related(library, "wolpertinger")


def test_a_document_alone_has_none(library_folder: Path) -> None:
    with open_named(library_folder) as opened:
        ingest(opened, [str(write(library_folder, "in/a.md", release("Fiction", GUARDIANS, id="a")))])
        assert related(opened, "a") == []


def test_the_json_has_the_documented_names(library: Library) -> None:
    values = record("comment", related(library, "comment"))

    assert set(values) == {"schema", "address", "related"}
    assert set(values["related"][0]) == {
        "id", "title", "kind", "language", "published", "publisher", "relation", "score", "reasons",
    }  # fmt: skip
