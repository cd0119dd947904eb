"""Names whose stem is that of a word are not found by it. Every document and person is fiction."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kb.library import Library
from kb.searching import search
from tests.fiction import library_of

TEXTS = {
    "fidel": ("es", "Habló el cónsul ficticio Fidel Ober, de la aldea de Mitte."),
    "fidelidad": ("es", "La aldea ficticia de Ober celebra la fidelidad de sus molineros."),
    "allan": ("es", "El director ficticio Allan Nieder abrió la puerta del molino."),
    "allanamientos": ("es", "La policía ficticia de Ober anunció dos allanamientos en el molino."),
    "marit": ("en", "The fictional consul Marit Ober painted the tower."),
    "marital": ("en", "In the fictional town of Mitte the marital home has a garden."),
    "jefa": ("es", "La jefa ficticia del molino de Nieder pinta el patio."),
    "comar": ("es", "Escriba a la oficina ficticia de Comar, en la aldea de Nieder."),
    "papeles": ("es", "La niña ficticia de Ober perdió los papeles en el tren."),
    "papel": ("es", "El molino ficticio tiene un papel clave en la aldea de Mitte."),
    "remains": ("en", "The remains of a fictional mill were found in Nieder."),
    "remaining": ("en", "The remaining fictional towers of Ober have bells."),
    "sola": ("es", "La tía ficticia de Mitte camina sola al molino."),
    "solo": ("es", "El puente ficticio de Nieder abre solo por la tarde."),
    "comieron": ("es", "Los carpinteros ficticios de Mitte comieron en el patio."),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Short invented texts in both languages."""
    with library_of(tmp_path_factory.mktemp("namesakes"), TEXTS) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("fidelidad", {"fidelidad"}),
        ("papeles", {"papeles"}),
        ("papel", {"papel", "papeles"}),
        ("remains", {"remains"}),
        ("restos", {"remains"}),
        ("remain", {"remains", "remaining"}),
        ("sola", {"sola"}),
        ("tía sola", {"sola"}),
        ("raid", {"allanamientos"}),
        ("allanamiento", {"allanamientos"}),
        ("redadas", {"allanamientos"}),
        ("marital", {"marital"}),
        ("conyugal", {"marital"}),
        ("comer", {"comieron"}),
        ("eating", {"comieron"}),
    ],
)
def test_a_word_does_not_find_a_name_of_its_stem(library: Library, question: str, expected: set[str]) -> None:
    assert {hit.id for hit in search(library, question).hits} == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [("Fidel", "fidel"), ("Allan", "allan"), ("COMAR", "comar"), ("Marit", "marit"), ("jefe", "jefa")],
)
def test_a_name_that_is_typed_and_the_other_gender_are_found(
    library: Library, question: str, expected: str
) -> None:
    assert expected in {hit.id for hit in search(library, question).hits}


def test_a_name_is_not_marked_for_a_word(library: Library) -> None:
    (hit,) = search(library, "fidelidad cónsul").hits[:1]

    passages = [(found.text, found.marks) for found in hit.passages]
    assert passages
    assert all("Fidel " not in text[start:end] + " " for text, marks in passages for start, end in marks)
