"""Children are not listed among the people of a record, and the record says that the text names one.

All people and words are fiction, written for tests of kb.
"""

from __future__ import annotations

import pytest

from kb.extractors import people, quotes
from kb.extractors.people import NAMES_A_CHILD
from kb.messages import say
from kb.records import Document, Passage


def document(text: str, language: str = "en") -> Document:
    found = Document(language=language, passages=(Passage(address="p1", text=text, language=language),))
    return people.fill(quotes.fill(found))


ENGLISH = [
    "“I walked for nine days,” said Dayana Cruz Mejía, 14, at the shelter.",
    "“I walked for nine days,” said Dayana Cruz Mejía, who is fifteen.",
    "“I walked for nine days,” said Dayana Cruz Mejía (aged 9).",
    "“I walked for nine days,” said Dayana Cruz Mejía, a 16-year-old from Yoro.",
    "“I walked for nine days,” said 12-year-old Dayana Cruz Mejía.",
    "“I walked for nine days,” said the girl Dayana Cruz Mejía.",
    "“I walked for nine days,” said a boy named Dayron Cruz Mejía.",
    "“I walked for nine days,” said Dayana Cruz Mejía, a girl from Yoro.",
    "Dayana Cruz Mejía is 13. “I walked for nine days,” she said.",
]
SPANISH = [
    "«Caminé nueve días», dijo Dayana Cruz Mejía, de 14 años.",
    "«Caminé nueve días», dijo Dayana Cruz Mejía, una adolescente de Yoro.",
    "«Caminé nueve días», dijo Dayana Cruz Mejía, una estudiante hondureña de quince años.",
    "«Caminé nueve días», dijo la niña Dayana Cruz Mejía.",
    "«Caminé nueve días», dijo el adolescente Dayron Cruz Mejía.",
    "«Caminé nueve días», dijo un joven de 16 años llamado Dayron Cruz Mejía.",
    "«Caminé nueve días», dijo Dayana Cruz Mejía (9 años).",
    "Dayana Cruz Mejía tiene 11 años. «Caminé nueve días», contó.",
]


@pytest.mark.parametrize(
    ("text", "language"), [*((text, "en") for text in ENGLISH), *((text, "es") for text in SPANISH)]
)
def test_a_child_is_not_among_the_people(text: str, language: str) -> None:
    found = document(text, language)

    assert found.people == ()
    assert found.warnings == (NAMES_A_CHILD,)


def test_the_quote_of_a_child_keeps_its_words_and_speaker() -> None:
    (quote,) = document(ENGLISH[0]).quotes

    assert (quote.text, quote.speaker) == ("I walked for nine days", "Dayana Cruz Mejía")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("“We are full,” said nurse Ana Paz, 34, mother of a boy of 8.", "en"),
        ("“We are full,” said Ana Paz, a child psychologist.", "en"),
        ("“We are full,” said Ana Paz, director of the girls’ shelter.", "en"),
        ("“We are full,” said Ana Paz, who was 14 when she came here.", "en"),
        ("“We are full,” said Ana Paz, 18.", "en"),
        ("“We are full,” said Ana Paz on 14 May.", "en"),
        ("«Estamos llenos», dijo Ana Paz, madre de una niña de 8 años.", "es"),
        ("«Estamos llenos», dijo Ana Paz, defensora de la niñez.", "es"),
        ("«Estamos llenos», dijo Ana Paz, maestra con 14 años de servicio.", "es"),
        ("La doctora Ana Paz tiene 15 años de atender partos. «Estamos llenos», dijo.", "es"),
        ("«Estamos llenos», dijo Ana Paz, una joven de 19 años.", "es"),
        ("«Estamos llenos», dijo Ana Paz el 14 de mayo.", "es"),
    ],
)
def test_adults_are_people(text: str, language: str) -> None:
    found = document(text, language)

    assert [person.name for person in found.people] == ["Ana Paz"]
    assert found.warnings == ()


def test_a_text_that_names_a_child_who_does_not_speak_says_so_too() -> None:
    found = document("The nurse Ana Paz came with Kevin, 7, to the clinic.")

    assert [person.name for person in found.people] == ["Ana Paz"]
    assert found.warnings == (NAMES_A_CHILD,)


def test_the_warning_is_said_in_both_languages_and_repeats_no_name() -> None:
    assert say(NAMES_A_CHILD, "en").startswith("The text names a child")
    assert say(NAMES_A_CHILD, "es").startswith("El texto nombra a una niña, un niño o adolescente")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A guardian is appointed. Throughout, the child should be offered a translator.", "en"),
        ("Consequently, the child has a right to direction and guidance.", "en"),
        ("See the Guidelines on Justice in Matters involving Child Victims and Witnesses of Crime.", "en"),
        ("Preferably, a child should not be heard in open court.", "en"),
        ("Además, el niño debe ser oído en todo momento.", "es"),
        ("Finalmente, la niña tiene derecho a un intérprete.", "es"),
    ],
)
def test_a_rule_about_children_names_none(text: str, language: str) -> None:
    assert document(text, language).warnings == ()
