"""How labels are met in a text: small words, other orders, lists, and where no name reaches (all fiction)."""

from __future__ import annotations

import pytest

from kb.text.words import terms
from kb.thesaurus import Concept, Thesaurus


def concept(id_: str, english: tuple[str, ...], spanish: tuple[str, ...], *, group: bool = False) -> Concept:
    return Concept(
        id=id_,
        preferred={"en": english[0], "es": spanish[0]},
        alternative={"en": english[1:], "es": spanish[1:]},
        group=group,
    )


OURS = Thesaurus(
    {
        each.id: each
        for each in (
            concept("children", ("children",), ("niños",), group=True),
            concept("parents", ("parents", "migrants"), ("padres", "migrantes"), group=True),
            concept("data", ("data collection",), ("recopilación de datos",)),
            concept("rights", ("rights of the child",), ("derechos de los niños",)),
            concept("interests", ("best interests of the child",), ("interés superior del niño",)),
            concept("detention", ("detention of children",), ("detención de niños",)),
            concept("health", ("access to health",), ("acceso a la salud",)),
            concept("consular", ("consular protection",), ("protección consular",)),
            concept("growth", ("life, survival and growth",), ("vida, supervivencia y crecimiento",)),
            concept("boys", ("boys and girls",), ("muchachos y muchachas",)),
            concept("families", ("migrant parents",), ("padres migrantes",)),
            concept("labour", ("child labour",), ("trabajo infantil",)),
            concept("spending", ("organised spending",), ("gasto organizado",)),
            concept("social", ("social care",), ("cuidado social",)),
        )
    }
)


def met(text: str, language: str) -> dict[str, str]:
    names = OURS.names(terms(text, language), text, language)
    return {each.concept: text[each.start : each.end] for each in OURS.topics(names)}


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        # Small words between.
        ("the best interests of his or her child", "en", "interests"),
        ("the child's own best interests", "en", "interests"),
        ("best interests of every child", "en", "interests"),
        ("el interés superior de cada niña", "es", "interests"),
        ("el interés superior de los y las niñas", "es", "interests"),
        ("los derechos de todas las niñas", "es", "rights"),
        # Turned round.
        ("the collection of data", "en", "data"),
        ("the child's rights", "en", "rights"),
        ("girls and boys", "en", "boys"),
        ("muchachas y muchachos", "es", "boys"),
        ("growth, life and survival", "en", "growth"),
        ("supervivencia, crecimiento y vida", "es", "growth"),
        # Members of a list.
        ("detention or deportation of children", "en", "detention"),
        ("detention, arrest or deportation of children", "en", "detention"),
        ("access to education and health", "en", "health"),
        ("consular or diplomatic protection", "en", "consular"),
        ("la detención o deportación de niños", "es", "detention"),
        ("la detención, el arresto y la deportación de niños", "es", "detention"),
        ("el acceso a la educación, la vivienda y la salud", "es", "health"),
        ("la protección y asistencia consular", "es", "consular"),
        # People named more narrowly, and by other words.
        ("rights of unaccompanied or separated children", "en", "rights"),
        ("derechos de la niñez", "es", "rights"),
        ("derechos de NNA", "es", "rights"),
        ("trabajo de los niños", "es", "labour"),
        # Other forms.
        ("organized spending", "en", "spending"),
        ("Children who are in detention: the detention of a child", "en", "detention"),
    ],
)
def test_a_label_is_met_in_any_order_that_means_the_same(text: str, language: str, name: str) -> None:
    assert name in met(text, language)


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        # The end of a clause, a bracket, a dash, a comma.
        ("We spoke of detention (children were there)", "en", "detention"),
        ("We spoke of detention, children were there", "en", "detention"),
        ("a detention when children came", "en", "detention"),
        ("data – collection of stamps", "en", "data"),
        ("Hablamos de detención (los niños estaban)", "es", "detention"),
        ("Hablamos de detención, los niños estaban", "es", "detention"),
        ("una detención cuando los niños llegaron", "es", "detention"),
        # "And" where the label has none.
        ("detention and children", "en", "detention"),
        ("detención y niños", "es", "detention"),
        # A list of unlike things.
        ("children and detention of parents, rights and detention of parents", "en", "rights"),
        # People stay what they are.
        ("parents of migrants", "en", "families"),
        # A part of a longer word, or of a phrase.
        ("detention of child-sized dolls", "en", "detention"),
        ("access to education and health statistics", "en", "health"),
        ("care of social workers", "en", "social"),
    ],
)
def test_a_label_is_not_met_where_its_words_do_not_belong_together(
    text: str, language: str, name: str
) -> None:
    assert name not in met(text, language)


def test_what_is_passed_over_is_met_too() -> None:
    text = "the detention or rights of the child"

    assert met(text, "en") == {
        "detention": "detention or rights of the child",
        "rights": "rights of the child",
    }


def test_any_number_of_words_takes_its_time_alone() -> None:
    text = "detention or deportation, rights and " * 3000 + "children"

    assert met(text, "en") == {"children": "children"}
