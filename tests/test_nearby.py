"""A word that nothing holds leads to words of near meaning. Every document is fiction."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kb.library import Library
from kb.searching import search
from tests.fiction import library_of

TEXTS = {
    "elders": ("en", "In the fictional village of Ober the grandparents keep the keys of the mill."),
    "needle": ("en", "The fictional mill of Nieder offers immunization every spring."),
    "cart": ("en", "The fictional tower of Nieder has a truck with one wheel."),
    "loft": ("en", "In the fictional town of Mitte a carpenter builds wheels."),
    "tios": ("es", "En la aldea ficticia de Ober los tíos guardan las llaves del molino."),
    "azotea": ("es", "En el puerto ficticio de Ober la azotea tiene una campana."),
    "patio": ("es", "En el pueblo ficticio de Mitte los parientes pintan el patio."),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Short invented texts in both languages."""
    with library_of(tmp_path_factory.mktemp("nearby"), TEXTS) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("grandmother", "elders"),
        ("abuela", "elders"),
        ("abuelita", "elders"),
        ("madrina", "patio"),
        ("nephews", "patio"),
        ("who pays for vaccination?", "needle"),
        ("lorries", "cart"),
    ],
)
def test_a_word_that_nothing_holds_leads_to_what_is_near(
    library: Library, question: str, expected: str
) -> None:
    answer = search(library, question)

    assert expected in [hit.id for hit in answer.hits]
    assert "words of near meaning" in " ".join(map(str, answer.notices))


@pytest.mark.parametrize("question", ["tíos", "uncle", "truck", "parientes", "carpenter"])
def test_a_word_that_is_held_in_either_language_is_as_it_was(library: Library, question: str) -> None:
    answer = search(library, question)

    assert len(answer.hits) == 1
    assert answer.notices == ()


@pytest.mark.parametrize(("question", "off"), [("=grandmother", ()), ("grandmother", ("grandmother",))])
def test_nothing_is_near_what_is_meant_exactly_or_switched_off(
    library: Library, question: str, off: tuple[str, ...]
) -> None:
    assert search(library, question, off=off).hits == ()


def test_nothing_is_near_a_name(library: Library) -> None:
    notices = " ".join(map(str, search(library, "the carpenter Cousin").notices))

    assert "near meaning" not in notices


def test_what_is_wanted_besides_still_is(library: Library) -> None:
    (first, *others) = [hit.id for hit in search(library, "grandmother keys").hits]

    assert first == "elders"
    assert "loft" not in others


def test_what_is_near_by_a_translation_is_in_a_document_with_other_words(library: Library) -> None:
    together, apart = search(library, "tejado con campana"), search(library, "tejado del patio")

    assert "azotea" in " ".join(map(str, together.notices))
    assert "azotea" not in " ".join(map(str, apart.notices))
