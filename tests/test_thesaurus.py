"""The thesaurus that is shipped, and the look-up of concepts in any."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from kb.text.words import terms
from kb.thesaurus import LANGUAGES, Concept, Thesaurus, label_stems, load, names

SHIPPED = load()
CONCEPTS = sorted(SHIPPED.concepts)

OURS = Thesaurus(
    {
        concept.id: concept
        for concept in (
            Concept(id="animals", preferred={"en": "animals", "es": "animales"}),
            Concept(
                id="dragons",
                preferred={"en": "dragons", "es": "dragones"},
                alternative={"en": ("fire lizards",)},
                hidden={"en": ("draggons",)},
                abbreviation={"en": ("DRG",), "es": ("BID",)},
                broader=("animals",),
            ),
            Concept(
                id="dragon-eggs",
                preferred={"en": "dragon eggs", "es": "huevos de dragón"},
                broader=("dragons",),
            ),
            Concept(id="egg-trade", preferred={"en": "egg trade", "es": "comercio de huevos"}),
            Concept(id="trade", preferred={"en": "trade", "es": "comercio"}),
        )
    }
)


def found(text: str, language: str = "en", thesaurus: Thesaurus = OURS) -> list[tuple[str, str]]:
    return [
        (each.concept, text[each.start : each.end])
        for each in thesaurus.topics(thesaurus.names(terms(text, language), text, language))
    ]


# The shipped file ----------------------------------------------------------------------------


@pytest.mark.parametrize("concept", CONCEPTS)
def test_a_concept_is_complete(concept: str) -> None:
    known = SHIPPED.concepts[concept]

    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", concept)
    for language in LANGUAGES:
        assert all(label_stems(name, language) for name in known.names(language))
        assert all(name == " ".join(name.split()) for name in known.names(language))
        assert known.scope[language].endswith(".")
    assert set(known.broader) | set(known.related) <= set(CONCEPTS) - {concept}
    assert all(concept in SHIPPED.concepts[other].related for other in known.related)
    assert not set(known.broader) & set(known.related)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_label_belongs_to_one_concept(language: str) -> None:
    owners = defaultdict(set)
    for concept in SHIPPED.concepts.values():
        for name in concept.names(language):
            owners[label_stems(name, language)].add(concept.id)

    assert not {label: ids for label, ids in owners.items() if len(ids) > 1}


def test_an_address_elsewhere_is_mapped_from_one_concept() -> None:
    owners = defaultdict(list)
    for concept in SHIPPED.concepts.values():
        for addresses in concept.mapping.values():
            for address in addresses:
                owners[address].append(concept.id)

    assert owners
    assert all(re.fullmatch(r"https?://[a-z.]+/[\w/.#-]+", address) for address in owners)
    assert not {address: ids for address, ids in owners.items() if len(ids) > 1}


def test_an_abbreviation_belongs_to_one_concept() -> None:
    owners = defaultdict(set)
    for concept in SHIPPED.concepts.values():
        for language in LANGUAGES:
            for short in concept.abbreviation.get(language, ()):
                owners[language, short].add(concept.id)

    assert not {short: ids for short, ids in owners.items() if len(ids) > 1}


# Words of every text, each with a label of one word in mind that once shared its stem.
EVERYDAY = {
    "en": "access accession employ employee employment fewer groom hearing less medium minor minority nature "
    "natural order period procedure public traffic train work year",
    "es": "acceso actual bajo conciencia consciente deporte detener empleo fiscal hora mar más mayor menor "
    "menos nación nacional orden periodo periódico proceso público tratar trata trabajo",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_everyday_word_names_a_concept(language: str) -> None:
    met = {word: found(word, language, SHIPPED) for word in EVERYDAY[language].split()}

    assert {word: concepts for word, concepts in met.items() if concepts} == {}


def test_the_field_is_covered_in_both_languages_alike() -> None:
    counts = {
        language: sum(len(each.names(language)) for each in SHIPPED.concepts.values())
        for language in LANGUAGES
    }

    assert len(SHIPPED.concepts) > 200
    assert 0.8 < counts["en"] / counts["es"] < 1.25


def test_no_concept_is_wider_than_itself() -> None:
    for concept in CONCEPTS:
        below = SHIPPED.narrower(concept) - {concept}
        assert not below & set(SHIPPED.concepts[concept].broader)


def test_every_label_of_the_file_is_found_in_a_text() -> None:
    for concept in SHIPPED.concepts.values():
        for language in LANGUAGES:
            for name in concept.names(language):
                met = {each for each, _ in found(name, language, SHIPPED)}
                names = SHIPPED.names(terms(name, language), name, language)
                groups = {each for each, _ in SHIPPED.people(names)}
                assert concept.id in (met if concept.topic else groups), name


def test_other_words_for_a_concept_are_found_and_are_no_names() -> None:
    for concept in SHIPPED.concepts.values():
        for language in LANGUAGES:
            for words in concept.labels("wording", language):
                names = SHIPPED.names(terms(words, language), words, language)
                assert concept.id in {each.concept for each in names}, words
                assert words not in concept.names(language)


def test_the_file_is_read_once() -> None:
    assert load() is load()


def test_a_corrected_file_is_read_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_text('[dragons]\npreferred = { en = "dragons", es = "dragones" }\n', encoding="utf-8")

    assert load(path).concepts == {
        "dragons": Concept(id="dragons", preferred={"en": "dragons", "es": "dragones"})
    }


@pytest.mark.parametrize(
    ("text", "language", "concept"),
    [
        ("the best interests of the child", "en", "best-interests"),
        ("el interés superior de la niña", "es", "best-interests"),
        ("NIÑAS Y NIÑOS NO ACOMPAÑADOS", "es", "unaccompanied-children"),
        ("unaccompanied migrant children", "en", "unaccompanied-children"),
        ("consular protection", "en", "consular-protection"),
        ("protección consular", "es", "consular-protection"),
    ],
)
def test_the_words_of_the_field_are_known(text: str, language: str, concept: str) -> None:
    assert concept in {each for each, _ in found(text, language, SHIPPED)}


# Looking up ----------------------------------------------------------------------------------


def test_a_concept_is_found_by_its_stems() -> None:
    assert found("The DRAGON laid eggs; two Dragons watched.") == [
        ("dragons", "DRAGON"),
        ("dragons", "Dragons"),
    ]
    assert found("Los huevos del Dragón", "es")[0] == ("dragon-eggs", "huevos del Dragón")
    assert found("fire lizard and draggons") == [("dragons", "fire lizard"), ("dragons", "draggons")]


def test_a_name_inside_a_longer_one_is_not_met() -> None:
    assert found("egg trade") == [("egg-trade", "egg trade")]


def test_unless_the_longer_one_is_a_kind_of_it() -> None:
    assert found("dragon eggs") == [("dragon-eggs", "dragon eggs"), ("dragons", "dragon")]


def test_names_that_overlap_are_both_met() -> None:
    assert found("the dragon egg trade") == [
        ("dragon-eggs", "dragon egg"),
        ("dragons", "dragon"),
        ("egg-trade", "egg trade"),
    ]


def test_a_name_does_not_reach_over_a_sentence() -> None:
    assert found("We saw a dragon. Eggs were there.") == [("dragons", "dragon")]


def test_an_abbreviation_counts_as_it_is_written_in_its_language() -> None:
    assert found("the DRG and the drg") == [("dragons", "DRG")]
    assert found("el BID y el DRG", "es") == [("dragons", "BID")]
    assert OURS.abbreviated("drg") == OURS.abbreviated("bid") == "dragons"
    assert OURS.abbreviated("xyz") is None


def test_a_concept_is_known_by_id_and_label_in_either_language() -> None:
    for name in ("dragon-eggs", "Dragon eggs", "HUEVOS DE DRAGON", " huevos  de dragón "):
        assert OURS.named(name) == "dragon-eggs"
    assert OURS.named("drg") == "dragons"
    assert OURS.named("unicorns") is None
    assert OURS.named("the") is OURS.named("") is None
    assert load().named("coyote") == load().named("coyotes")
    assert load().named("grupo de mujeres") is None
    assert load().named("niño migrante") == load().named("niños migrantes") == "migrant-children"


def test_a_label_is_known_by_its_stems() -> None:
    assert OURS.labelled(label_stems("dragons' eggs", "en"), "en") == "dragon-eggs"
    assert OURS.labelled(("unicorn",), "en") is None


def test_labels_are_shown_in_the_language_of_the_reader() -> None:
    assert OURS.label("dragons", "es") == "dragones"
    assert OURS.label("dragons", "fr") == "dragons"
    assert OURS.label("unicorns", "es") == "unicorns"


def test_what_is_narrower_goes_all_the_way_down() -> None:
    assert OURS.narrower("animals") == {"animals", "dragons", "dragon-eggs"}
    assert OURS.narrower("egg-trade") == {"egg-trade"}
    assert OURS.narrower("unicorns") == {"unicorns"}


def test_a_circle_of_concepts_ends() -> None:
    circle = Thesaurus(
        {
            "a": Concept(id="a", preferred={"en": "a1", "es": "a1"}, broader=("b",)),
            "b": Concept(id="b", preferred={"en": "b1", "es": "b1"}, broader=("a",)),
        }
    )

    assert circle.narrower("a") == {"a", "b"}


# Names of kinds and languages ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("press-release", "press-release"),
        ("Comunicados de prensa", "press-release"),
        ("news", "press-release"),
        ("LEYES", "law"),
        ("observaciones generales", "general-comment"),
        ("observacion general", "general-comment"),
        ("guía", "guideline"),
        ("guías", "guideline"),
        ("judgement", "judgment"),
        ("sintesis", "digest"),
        ("páginas", "page"),
        ("los informes", "report"),
        ("comentario general", "general-comment"),
        ("general recommendations", "general-comment"),
        ("fallos", "judgment"),
        ("rulings", "judgment"),
        ("", None),
        ("poem", None),
        ("de", None),
    ],
)
def test_kinds_are_known_by_any_of_their_names(typed: str, kind: str | None) -> None:
    assert names.value_named(names.KINDS, typed) == kind


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("español", "es"),
        ("INGLES", "en"),
        ("French", "fr"),
        ("es", "es"),
        ("it", "it"),
        ("castellano", "es"),
        ("Castilian", "es"),
    ],
)
def test_languages_are_known_by_any_of_their_names(typed: str, code: str) -> None:
    assert names.value_named(names.LANGUAGES, typed) == code


@pytest.mark.parametrize("table", [names.KINDS, names.LANGUAGES])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_leads_back_to_its_value(table: dict[str, tuple[str, str]], language: str) -> None:
    for value in table:
        assert names.value_named(table, names.name(table, value, language)) == value


@pytest.mark.parametrize(
    "text",
    ["Se trata de un curso.", "Hay menos niños.", "Armas ilegales y zapatos mojados.", "Las menas de plomo."],
)
def test_no_text_has_a_concept_for_a_word_by_which_people_only_ask(text: str) -> None:
    thesaurus = load()
    found = {each.concept for each in thesaurus.names(terms(text, "es"), text, "es")}

    assert not found & {"trafficking", "unaccompanied-children", "irregular-migration"}
