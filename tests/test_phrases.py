"""Words that mean something together are one word of a question. Every document is fiction."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from kb.ingesting import ingest
from kb.library import Library
from kb.searching import search
from kb.settings import make_library, open_named
from kb.text.words import telling_words
from kb.thesaurus.lexicon import load
from tests.fiction import write

TEXTS = {
    "en": {
        "gone": "The fictional oxen went to the well and the guard said so; he brings them.",
        "raised": "A woman of the fictional village of Ober brought up seven boys in her hut.",
        "brought": "The wagon brought flour to the fictional village of Ober, up on the hill.",
        "newborn": "In the fictional town of Nieder a traveller gave birth below a tree.",
        "noticed": "The guard of the fictional tower did not realize that the rope was gone.",
        "bus": "The fictional driver collected the boys at the well.",
    },
    "es": {
        "idas": "Los bueyes ficticios van al pozo; fueron ayer y el guardia lo dijo.",
        "criadas": "En la aldea ficticia de Ober una mujer crio a siete muchachos.",
        "luz": "La lámpara de la torre ficticia da mucha luz a la plaza.",
        "parto": "En el pueblo ficticio de Nieder una viajera dio a luz bajo un árbol.",
        "cuenta": "El contador de la torre ficticia abrió una cuenta en el banco.",
        "advertido": "El guardia de la torre ficticia no se dio cuenta de que faltaba la cuerda.",
        "recogidos": "El chofer ficticio recogió a los muchachos en el pozo.",
    },
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Short invented texts in both languages."""
    folder = make_library(tmp_path_factory.mktemp("phrases") / "library")
    for language, texts in TEXTS.items():
        for name, text in texts.items():
            write(
                folder, f"in/{name}.md", f"---\nid: {name}\nlanguage: {language}\n---\n# {name}\n\n{text}\n"
            )
    with open_named(folder) as opened:
        ingest(opened, [str(folder / "in")])
        yield opened


def found(library: Library, question: str) -> list[str]:
    return [hit.id for hit in search(library, question).hits]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("bring up", {"raised", "criadas"}),
        ("who brought them up", {"raised", "criadas"}),
        ("giving birth", {"newborn", "parto"}),
        ("dar a luz", {"newborn", "parto"}),
        ("dio ella a luz", {"newborn", "parto"}),
        ("darse cuenta", {"noticed", "advertido"}),
        ("me di cuenta", {"noticed", "advertido"}),
        ("pick up", {"bus", "recogidos"}),
        ("picked the boys up", {"bus", "recogidos"}),
    ],
)
def test_a_phrase_is_found_as_a_whole_in_both_languages(
    library: Library, question: str, expected: set[str]
) -> None:
    first = found(library, question)[: len(expected)]

    assert set(first) == expected


@pytest.mark.parametrize(
    ("question", "never"),
    [("brought up", "brought"), ("dar a luz", "luz"), ("darse cuenta", "cuenta")],
)
def test_the_words_of_a_phrase_are_not_looked_for_alone(library: Library, question: str, never: str) -> None:
    assert never not in found(library, question)


@pytest.mark.parametrize(
    ("question", "expected"), [("lamp light", "luz"), ("=luz", "luz"), ("abrir cuenta", "cuenta")]
)
def test_the_words_apart_are_words(library: Library, question: str, expected: str) -> None:
    assert found(library, question)[0] == expected


@pytest.mark.parametrize("off", ["brought up", "brought"])
def test_a_phrase_that_is_switched_off_is_not_translated(library: Library, off: str) -> None:
    ids = {hit.id for hit in search(library, "brought up", off=[off]).hits}

    assert "criadas" not in ids
    assert "raised" in ids


def test_a_phrase_is_shown_with_its_translations(library: Library) -> None:
    (added,) = search(library, "who brought them up").expansions

    assert added.typed == "brought them up"
    assert ("criar", "es") in added.also


@pytest.mark.parametrize(
    ("words", "place", "language", "phrase"),
    [
        ("they turned us away", 1, "en", "turn away"),
        ("gave the little boy back", 0, "en", "give back"),
        ("gave the boy a ball and went back", 0, "en", None),
        ("went missing", 0, "en", "go missing"),
        ("nos dimos cuenta", 1, "es", "darse cuenta"),
        ("haciendose cargo", 0, "es", "hacerse cargo"),
        ("dieron cuenta", 0, "es", "dar cuenta"),
        ("lleva la maleta a cabo", 0, "es", None),
        ("echaba mucho de menos", 0, "es", None),
        ("medida de acogimiento", 1, "es", None),
        ("hermanas mayores", 0, "es", "hermana mayor"),
        ("free of charge", 0, "en", "free of charge"),
    ],
)
def test_where_a_phrase_stands(words: str, place: int, language: str, phrase: str | None) -> None:
    met = load().phrase(words.split(), place, language)

    assert (met[0] if met else None) == phrase


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("oxen go", '"ir" (for "go")'),
        ("quién trajo bueyes", '"bring" (for "trajo")'),
        ("guard said", '"decir" (for "said")'),
        ("irían los bueyes", '"go" (for "irían")'),
    ],
)
def test_a_reason_names_words_and_no_forms_that_a_rule_guesses(
    library: Library, question: str, named: str
) -> None:
    hits = search(library, question, explain=True).hits
    said = [str(each.text) for hit in hits for each in hit.reasons]
    words = {word for text in said for word in telling_words(" ".join(re.findall('"([^"]*)"', text)))}

    assert any(text.startswith(named) for text in said)
    assert {word for word in words if min(load().distance(word, "en"), load().distance(word, "es"))} <= {
        *telling_words(question)
    }
