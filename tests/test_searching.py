"""The story of a question: what is relaxed where nothing has all the words, and what is shown of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kb.answers import FacetValue, Page
from kb.errors import Misuse, NotHeld
from kb.ingesting import ingest
from kb.library import Library
from kb.maintaining import remove
from kb.messages import say
from kb.reading import export, show, topics
from kb.searching import EXCERPT, excerpt, search, suggest
from kb.searching.relaxing import ENOUGH
from kb.settings import make_library, open_named
from tests.fiction import release, write

WOMEN = "Committee on the Elimination of Discrimination against Women"
LONG = " ".join(f"Sentence number {n} says nothing at all." for n in range(40))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """One knowledge base for the whole module; nothing here changes it."""
    folder = make_library(tmp_path_factory.mktemp("searching"))
    write(
        folder, "in/a.md", release("Fiction: herons", "The heron met a kestrel.", "An otter slept.", id="a")
    )
    write(folder, "in/b.md", release("Fiction: kestrels", "The kestrel sat.", id="b"))
    write(folder, "in/c.md", release("Fiction: length", f"{LONG} A marmot came. {LONG}", id="c"))
    write(
        folder, "in/d.md", release("Ficción: niñez", "El interés superior de la niña es lo primero.", id="d")
    )
    with open_named(folder) as opened:
        ingest(opened, [str(folder / "in")])
        yield opened


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """As many documents as are enough with both words, and some with one or other words, in two languages."""
    folder = make_library(tmp_path_factory.mktemp("many"))
    said = {"both": "The heron met a kestrel.", "one": "The heron sat.", "rare": "A heron and an otter."}
    for name, text in said.items():
        for number in range(ENOUGH if name == "both" else 3):
            spoken = "es" if number % 3 else "en"
            front = f"---\nid: {name}-{number}\nlanguage: {spoken}\n---\n"
            write(folder, f"in/{name}-{number}.md", f"{front}# Fiction {name} {number}\n\n{text}\n")
    with open_named(folder) as opened:
        ingest(opened, [str(folder / "in")])
        yield opened


def ids(library: Library, question: str) -> list[str]:
    return [hit.id for hit in search(library, question).hits]


def notices(library: Library, question: str) -> list[str]:
    return [str(notice) for notice in search(library, question).notices]


def test_documents_with_all_words_come_before_those_with_some(library: Library) -> None:
    page = search(library, "heron kestrel")

    assert [hit.id for hit in page.hits] == ["a", "b"]
    assert (page.total, page.complete, page.notices) == (2, 1, ())


@pytest.mark.parametrize(
    "asked", ["can a heron meet a kestrel?", "se puede ver heron kestrel", "is there any heron or kestrel"]
)
def test_of_a_short_sentence_what_it_is_about_is_wanted(library: Library, asked: str) -> None:
    page = search(library, asked)

    assert page.hits[0].id == "a"
    assert page.complete in (0, 1)


def test_of_a_long_question_nobody_says_how_many_hold_all_of_it(library: Library) -> None:
    page = search(library, "who weighs the best interests of the kestrel that sat beside an otter?")

    assert {"a", "b", "d"} == {hit.id for hit in page.hits}
    assert page.complete is None


def test_what_nothing_holds_is_told_of_a_long_question_too(library: Library) -> None:
    page = search(library, "which heron met the kestrel and the slept otter of 99/2031?")

    assert [str(each) for each in page.notices] == ["Nothing holds 99/2031; searched without."]
    assert [hit.id for hit in page.hits] == ["a", "b"]


@pytest.mark.parametrize(
    "asked",
    [
        "16 year old otter",
        "otter of 16 years",
        "a 16-year-old otter",
        "otter de 16 años",
        "¿otter de 16 años?",
    ],
)
def test_an_age_counts_and_is_not_wanted(library: Library, asked: str) -> None:
    page = search(library, asked)

    assert [hit.id for hit in page.hits] == ["a"]
    assert (page.complete, page.notices) == (None, ())


@pytest.fixture(scope="module")
def numbered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Fiction: texts whose titles and notes have numbers, and one each with an age and a span of time."""
    folder = make_library(tmp_path_factory.mktemp("numbered"))
    said = {
        "title": ("Fiction No. 14: the harbour", "The girl sat in the harbour (para. 14)."),
        "shelter": ("Fiction: the shelter", "A girl of the shelter went home; the travelling is over."),
        "aged": ("Ficción: el viaje", "Una niña de 14 años llegó al albergue."),
        "span": ("Fiction: a span", "Whoever is held for 48 hours sees a lawyer."),
        "road": ("Ficción: el camino", "El camino hasta la frontera tomó varias horas a pie."),
    }
    for name, (title, text) in said.items():
        spoken = "es" if title.startswith("Ficción") else "en"
        write(folder, f"in/{name}.md", f"---\nid: {name}\nlanguage: {spoken}\n---\n# {title}\n\n{text}\n")
    with open_named(folder) as opened:
        ingest(opened, [str(folder / "in")])
        yield opened


@pytest.mark.parametrize(
    "asked",
    [
        "the girl is 14 and in the shelter",
        "my daughter, 14, came to the shelter",
        "girl of 14 who wants the shelter",
        "she turns 14 in that shelter soon",
        "la niña tiene 14 y está en el albergue",
        "una niña de 14 que va al albergue",
        "una niña de 14 viaja al albergue",
        "girls aged 12 to 14 in the shelter",
        "niñas de 12 a 14 en un albergue",
    ],
)
def test_a_bare_age_is_an_age_and_meets_no_number_of_a_title(numbered: Library, asked: str) -> None:
    page = search(numbered, asked)

    assert {hit.id for hit in page.hits[:2]} == {"aged", "shelter"}
    assert not any("14" in str(notice) for notice in page.notices)


@pytest.mark.parametrize(
    "asked", ["who may keep a girl 48 hours without telling why", "los dejaron 48 horas sin comer ni beber"]
)
def test_in_a_long_question_a_number_counts_beside_its_word(numbered: Library, asked: str) -> None:
    assert ids(numbered, asked)[0] == "span"


@pytest.mark.parametrize(
    ("asked", "first"),
    [("14", "title"), ("para 14", "title"), ("48 hours", "span"), ("48 horas", "span")],
)
def test_a_number_that_is_asked_for_is_found(numbered: Library, asked: str, first: str) -> None:
    assert ids(numbered, asked)[0] == first


@pytest.mark.parametrize(
    ("asked", "called"), [("72 hours", "72 hours"), ("72 horas", "72 horas"), ("lawyer 72 hours", "72 hours")]
)
def test_what_lacks_the_number_holds_not_all_of_the_question(
    numbered: Library, asked: str, called: str
) -> None:
    page = search(numbered, asked)

    assert [str(each) for each in page.notices] == [f"Nothing holds {called}; searched without the number."]
    assert page.complete == 0
    assert {hit.id for hit in page.hits} == {"span", "road"}
    assert all(called in hit.lacking for hit in page.hits)


def test_of_what_is_chosen_the_number_may_be_missing(numbered: Library) -> None:
    page = search(numbered, "48 hours language:es")

    assert [str(each) for each in page.notices] == [
        "Of what is chosen nothing holds 48 hours; searched without the number."
    ]
    assert [(hit.id, hit.lacking) for hit in page.hits] == [("road", ("48 hours",))]


def test_that_no_document_has_all_words_is_told(library: Library) -> None:
    page = search(library, "heron marmot")

    assert page.complete == 0
    assert [str(each) for each in page.notices] == [
        "No document holds all of heron, marmot; the nearest come first."
    ]


def test_a_question_that_every_document_answers_whole_has_no_notice(library: Library) -> None:
    page = search(library, "marmot came")

    assert ([hit.id for hit in page.hits], page.complete, page.notices) == (["c"], None, ())


def test_what_a_document_lacks_is_told(library: Library) -> None:
    page = search(library, "heron kestrel")

    assert {hit.id: hit.lacking for hit in page.hits} == {"a": (), "b": ("heron",)}
    assert all(hit.lacking == () for hit in search(library, "heron OR kestrel").hits)


@pytest.mark.parametrize("word", ["not", "never", "no", "sin"])
def test_a_word_that_denies_is_not_wanted(library: Library, word: str) -> None:
    denied, plain = search(library, f"heron {word} kestrel"), search(library, "heron kestrel")

    assert [hit.id for hit in denied.hits] == [hit.id for hit in plain.hits]
    assert [hit.lacking for hit in denied.hits] == [hit.lacking for hit in plain.hits]


def test_a_word_that_denies_says_something_beside_the_next_one_alone(tmp_path: Path) -> None:
    folder = make_library(tmp_path / "library")
    text = "No hay garzas. La nutria no acompañada llegó; no hay niñas que no lleguen."
    write(folder, "in/a.md", release("Ficción: un río", text, id="a"))
    write(folder, "in/b.md", release("Ficción: un lago", "Las niñas no duermen, y nadie las acompaña."))
    with open_named(folder) as library:
        ingest(library, [str(folder / "in")])
        asked = ("niñas no acompañadas", "mi nutria se fue y no sé de ella")
        marked = [
            {each.text[start:end] for each in hit.passages for start, end in each.marks}
            for question in asked
            for hit in search(library, question).hits[:1]
        ]

    assert marked == [{"no acompañada", "niñas"}, {"nutria"}]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Casa Heron", ["Casa Heron"]),
        ("who runs the Otter of Kestrel", ["Otter of Kestrel"]),
        ("Heron Kestrel", []),  # as it stands
        ("Where Heron sleeps", []),
        ("Best Interests heron", []),
        ("OTR Kestrel", ["OTR Kestrel"]),
        ("Otter Heron Kestrel", ["Otter Heron Kestrel"]),
        ("Kestrel del Río Heron", ["Kestrel del Río Heron"]),
        ("Human Rights Watch", ["Human Rights Watch"]),
        ("who heard of Save the Children at the river", ["Save the Children"]),
        ("¿qué dice Médicos Sin Fronteras de las garzas?", ["Médicos Sin Fronteras"]),
        ("Herons in Honduras", []),
        ("Garzas de Costa Rica", ["Costa Rica"]),
        ("Garzas de UNICEF", []),
        ("HERON CASA", []),
        ('"Casa Heron" heron', []),
        ("casa heron", []),
    ],
)
def test_that_nothing_holds_a_name_is_told(tmp_path: Path, question: str, told: list[str]) -> None:
    folder = make_library(tmp_path / "library")
    write(folder, "in/a.md", release("Fiction: a house", "The Heron Kestrel otter. A heron is in its casa."))
    with open_named(folder) as library:
        ingest(library, [str(folder / "in")])
        said = notices(library, question)

    sentence = "Nothing holds {} as it is written; its parts were searched."
    assert [each for each in said if "as it is written" in each] == list(map(sentence.format, told))


def test_a_number_is_found_beside_the_word_that_it_belongs_to(tmp_path: Path) -> None:
    folder = make_library(tmp_path / "library")
    write(folder, "in/a.md", release("Fiction: a", "Title 42 is a rule on herons (para. 31).", id="a"))
    write(folder, "in/b.md", release("Fiction: b", "A title has no more than 42 letters (para. 48).", id="b"))
    write(
        folder,
        "in/c.md",
        release("Ficción: c", "El artículo 31 dice que 48 horas bastan a las nutrias de este río.", id="c"),
    )
    with open_named(folder) as library:
        ingest(library, [str(folder / "in")])
        found = {
            question: [hit.id for hit in search(library, question).hits]
            for question in ("Title 42", "title 42 herons", "article 31", "48 hours", "plazo de 48 horas")
        }

    assert found == {
        "Title 42": ["a"],
        "title 42 herons": ["a"],
        "article 31": ["c"],
        "48 hours": ["c"],
        "plazo de 48 horas": ["c"],
    }


def test_words_of_a_heading_are_told_as_such(tmp_path: Path) -> None:
    folder = make_library(tmp_path)
    write(folder, "in/a.md", "# Fiction\n\n## The curlew\n\nIt slept.\n\n## The ibis\n\nIt sat.\n")
    with open_named(folder) as opened:
        ingest(opened, [str(folder / "in")])
        (hit,) = search(opened, "curlew", explain=True).hits

    assert say(hit.reasons[0].text, "en") == '"curlew" in a heading'
    assert say(hit.reasons[0].text, "es") == "«curlew» en un encabezado"


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
def test_pages_go_on_from_all_words_to_some(library: Library, sort: str) -> None:
    whole = search(library, "heron kestrel marmot -wolpertinger", sort=sort)
    single = [
        search(library, "heron kestrel marmot -wolpertinger", sort=sort, limit=1, page=page)
        for page in range(1, whole.total + 1)
    ]

    assert [hit.id for page in single for hit in page.hits] == [hit.id for hit in whole.hits]
    assert {(page.total, page.complete) for page in single} == {(whole.total, whole.complete)}
    assert {page.facets == whole.facets for page in single} == {True}


def test_enough_documents_with_all_words_stand_alone(many: Library) -> None:
    page = search(many, "heron kestrel", limit=5)

    assert (page.total, page.complete, page.notices) == (ENOUGH, None, ())
    assert all(hit.id.startswith("both") for hit in page.hits)


def test_a_facet_that_is_chosen_finds_as_many_as_it_counted(many: Library) -> None:
    counted = search(many, "heron kestrel").facets["language"]

    for each in counted:
        page = search(many, "heron kestrel", chosen=[("language", each.value)])
        assert (page.total, page.complete) == (each.count, None)
    few = search(many, "heron otter")
    assert few.complete is not None
    for each in few.facets["language"]:
        assert search(many, "heron otter", chosen=[("language", each.value)]).total == each.count


@pytest.mark.parametrize(
    ("question", "concept", "spoken", "title", "passage"),
    [
        ("topic:age-assessment", "age-assessment", "en", "Age assessment", "No age assessment may hurt."),
        (
            'tema:"adopción internacional"',
            "adoption",
            "es",
            "Adopción internacional",
            "La adopción internacional llega al final.",
        ),
    ],
)
def test_a_topic_finds_the_passage_that_is_about_it(
    tmp_path: Path, question: str, concept: str, spoken: str, title: str, passage: str
) -> None:
    folder = make_library(tmp_path)
    front = f"---\nlanguage: {spoken}\nkind: guideline\n---\n"
    filler = [f"{number}. Nothing of note happens in this fiction." for number in range(1, 90)]
    paper = front + "# Fiction\n\n" + "\n\n".join([*filler, f"90. {passage}", *filler]) + "\n"
    with open_named(folder) as opened:
        ingest(opened, [str(write(folder, "in/a.md", paper))])
        ingest(opened, [str(write(folder, "in/b.md", f"{front}# {title}\n\nFiction.\n"))])
        page = search(opened, question)
        [counted] = [each.count for each in search(opened, "").facets["topic"] if each.value == concept]

    assert [hit.title for hit in page.hits] == [title, "Fiction"]  # about it as a whole first
    assert [each.text for each in page.hits[1].passages] == [passage]
    assert not page.hits[1].topics
    assert counted == page.total == 2


def test_only_what_was_typed_in_quotation_marks_is_held_on_to(library: Library) -> None:
    assert ids(library, '"heron met" wolpertinger') == ["a"]
    assert ids(library, '"heron marmot" kestrel') == []
    assert ids(library, "27/2019 kestrel") == ids(library, "kestrel")
    assert notices(library, "27/2019 kestrel") == ["Nothing holds 27/2019; searched without."]
    assert ids(library, "marmot-7/b") == ["c"]
    assert notices(library, "marmot-7/b") == [
        "Nothing holds marmot-7/b as it is written; its parts were searched."
    ]
    assert ids(library, "wolp* kestrel") == ids(library, "kestrel")
    assert ids(library, "(wolpertinger OR jackalope) kestrel") == ids(library, "kestrel")


def test_a_concept_that_nothing_names_is_searched_by_its_words(tmp_path: Path) -> None:
    folder = make_library(tmp_path / "library")
    write(folder, "in/a.md", release("Fiction: ends", "The heron found solutions.", id="a"))
    write(folder, "in/b.md", release("Ficción", "La garza buscó una solución y la encontró ayer.", id="b"))
    write(folder, "in/c.md", release("Fiction: nests", "The otter has a durable nest.", id="c"))
    with open_named(folder) as library:
        ingest(library, [str(folder / "in")])
        page = search(library, "durable solutions")

        assert {hit.id for hit in page.hits} == {"a", "b", "c"}
        assert [str(each) for each in page.notices] == [
            "No document holds all of durable solutions; the nearest come first."
        ]
        assert page.expansions[0].concept == "durable-solutions"
        assert search(library, '"durable solutions"').total == 0


def test_words_of_a_concept_do_not_lead_to_what_its_names_never_say(tmp_path: Path) -> None:
    folder = make_library(tmp_path / "library")
    people = release("Fiction: a river", "Many people met, and an ombudsman heard them out.", id="people")
    ombudsman = release("Fiction: a talk", "An ombudsman spoke with another ombudsman on mercy.", id="talk")
    write(folder, "in/a.md", people)
    write(folder, "in/b.md", ombudsman)
    for number in range(9):
        write(folder, f"in/{number}.md", release(f"Fiction {number}", "The heron sleeps."))
    with open_named(folder) as library:
        ingest(library, [str(folder / "in")])

        assert ids(library, "defensor del pueblo") == ["talk", "people"]


@pytest.fixture(scope="module")
def alike(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Fiction in two languages, with words of one that are other words in the other."""
    folder = make_library(tmp_path_factory.mktemp("alike") / "library")
    english = {
        "son": "A son of the heron vanished.",
        "sea": "They came over the sea.",
        "eleven": "Eleven otters.",
        "again": "They saw it once.",
        "train": "They rode on trains.",
        "training": "Training of the guards.",
        "plane": "The plane left at dawn.",
    }
    spanish = {
        "ser": "Las garzas son así, cualquiera que sea su vuelo.",
        "once": "La garza cumplió once.",
        "tren": "La garza mira el tren.",
        "plan": "Hay un plan para la garza.",
        "costa": "La costa es larga.",
        "cuesta": "El almuerzo cuesta mucho.",
    }
    for language, texts in (("en", english), ("es", spanish)):
        for id, text in texts.items():
            front = f"---\nid: {id}\nlanguage: {language}\n---"
            write(
                folder,
                f"in/{id}.md",
                f"{front}\n\n# {'Fiction' if language == 'en' else 'Ficción'}\n\n{text}\n",
            )
    with open_named(folder) as library:
        ingest(library, [str(folder / "in")])
        yield library


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("where is my son", {"son"}),
        ("my son", {"son"}),
        ("the sea", {"sea"}),
        ("cumplió once", {"once", "eleven"}),
        ("el tren", {"tren", "train"}),
        ("plane ticket", {"plane"}),
        ("cuánto cuesta", {"cuesta"}),
        ("train the guards", {"training", "train", "tren"}),
    ],
)
def test_words_of_the_other_language_that_are_spelled_alike_are_not_found(
    alike: Library, question: str, found: set[str]
) -> None:
    assert set(ids(alike, question)) <= found
    assert set(ids(alike, question))


@pytest.fixture(scope="module")
def phrases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Fiction with particles, and with words of two parts."""
    folder = make_library(tmp_path_factory.mktemp("phrases") / "library")
    texts = {
        "up": "Herons should be followed up, kept up, carried out and handed over, and put away.",
        "detention": "Detention of children is the last resort.",
        "deportation": "The expulsion of migrants.",
        "being": "The well-being of the otter, its decision-making, and a non-governmental pond.",
    }
    for id, text in texts.items():
        write(folder, f"in/{id}.md", release("Fiction", text, id=id))
    with open_named(folder) as library:
        ingest(library, [str(folder / "in")])
        yield library


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("locked up", ["detention"]),
        ("they lock my kids up", ["detention"]),
        ("children locked away", ["detention"]),
        ("kicked out", ["deportation"]),
        ("thrown out of the country", ["deportation"]),
    ],
)
def test_particles_of_verbs_find_nothing(phrases: Library, question: str, found: list[str]) -> None:
    assert "up" not in ids(phrases, question)
    assert not any(
        hit.passages and word in hit.passages[0].text[start:end]
        for hit in search(phrases, question).hits
        for word in ("up", "out", "away")
        for start, end in hit.passages[0].marks
    )
    assert ids(phrases, question)[:1] == found


def test_a_particle_without_a_verb_is_a_word(phrases: Library) -> None:
    assert ids(phrases, "up") == ["up"]


@pytest.mark.parametrize("question", ["wellbeing", "decisionmaking", "nongovernmental", "the wellbeing"])
def test_a_word_in_one_is_found_in_two_parts(phrases: Library, question: str) -> None:
    assert ids(phrases, question) == ["being"]


def test_words_of_an_everyday_phrase_do_not_lead_to_what_its_concept_is_never_called(tmp_path: Path) -> None:
    folder = make_library(tmp_path / "library")
    role = "The role of the heron was new, and so was the role of the otter."
    migrants = "Undocumented migrants listened to it."
    write(folder, "in/a.md", release("Fiction: a river", f"{role}\n\n{migrants}"))
    for number in range(9):
        write(folder, f"in/{number}.md", release(f"Fiction {number}", "The heron sleeps."))
    with open_named(folder) as library:
        ingest(library, [str(folder / "in")])
        (hit,) = search(library, "sin papeles").hits

    assert [each.text for each in hit.passages] == [migrants]


def test_an_acronym_crosses_the_language_as_an_acronym(tmp_path: Path) -> None:
    folder = make_library(tmp_path / "library")
    write(folder, "in/a.md", release("Fiction: a test", "The DNA of the heron is known.", id="dna"))
    write(folder, "in/b.md", release("Ficción: un gato", "El gato duerme en la casa del río.", id="gato"))
    with open_named(folder) as library:
        ingest(library, [str(folder / "in")])

        assert (ids(library, "ADN"), ids(library, "adn"), ids(library, "CAT")) == (["dna"], ["dna"], [])


def test_a_body_is_found_by_its_acronym_in_either_language_and_in_full(tmp_path: Path) -> None:
    folder = make_library(tmp_path / "library")
    write(
        folder, "in/a.md", release("Fiction: a", "Herons asked the United Nations, who listened.", id="full")
    )
    write(folder, "in/b.md", release("Fiction: b", "The UN listened to an otter.", id="short"))
    write(folder, "in/c.md", release("Ficción: c", "La ONU escuchó a un castor.", id="corta"))
    write(folder, "in/d.md", release("Ficción: d", "Un niño y un castor de las naciones del río.", id="no"))
    with open_named(folder) as library:
        ingest(library, [str(folder / "in")])
        found = {
            each: sorted(ids(library, each)) for each in ("UN", "ONU", "onu", "Naciones Unidas", "SU", "WHO")
        }
        (hit,) = [hit for hit in search(library, "UN").hits if hit.id == "short"]

    everywhere = ["corta", "full", "short"]
    assert found == dict.fromkeys(("UN", "ONU", "onu", "Naciones Unidas"), everywhere) | {"SU": [], "WHO": []}
    passage = hit.passages[0]
    assert [passage.text[start:end] for start, end in passage.marks] == ["UN"]


@pytest.mark.parametrize(
    "question", ["asylum access", "what does Asylum Access say of the river and the lake"]
)
def test_the_words_of_a_body_that_nothing_holds_are_searched_in_both_languages(
    tmp_path: Path, question: str
) -> None:
    folder = make_library(tmp_path / "library")
    write(folder, "in/a.md", release("Ficción: a", "Un castor pidió asilo y tuvo acceso a él.", id="a"))
    write(folder, "in/b.md", release("Fiction: b", "An otter dug.", id="b"))
    with open_named(folder) as library:
        ingest(library, [str(folder / "in")])
        page = search(library, question)

    assert [hit.id for hit in page.hits] == ["a"]
    assert "its parts were searched" in str(page.notices[0])


def test_what_a_document_lacks_of_a_concept_is_told_by_its_words(tmp_path: Path) -> None:
    folder = make_library(tmp_path / "library")
    write(folder, "in/a.md", release("Fiction: ends", "The heron found solutions that last.", id="a"))
    write(folder, "in/b.md", release("Fiction: nests", "A durable nest and other solutions.", id="b"))
    write(folder, "in/c.md", release("Fiction: both", "They are durable solutions for the heron.", id="c"))
    with open_named(folder) as library:
        ingest(library, [str(folder / "in")])
        lacking = {hit.id: hit.lacking for hit in search(library, "durable solutions heron").hits}

    assert lacking == {"a": ("durable",), "b": ("heron",), "c": ()}


def test_names_of_people_are_not_translated(tmp_path: Path) -> None:
    folder = make_library(tmp_path / "library")
    write(
        folder,
        "in/a.md",
        release("Fiction: the sea", "The sea, a victory and a light in the lakes.", id="sea"),
    )
    write(folder, "in/b.md", release("Ficción: ella", "Lo dijo María Lagos, de la Red Luz.", id="maria"))
    with open_named(folder) as library:
        ingest(library, [str(folder / "in")])

        assert [ids(library, text) for text in ("María", "maria", "Luz Lagos")] == [["maria"]] * 3
        assert ids(library, "luz") == ["maria", "sea"]


def test_an_abbreviation_of_a_concept_has_no_words_of_near_meaning(tmp_path: Path) -> None:
    folder = make_library(tmp_path / "library")
    write(folder, "in/a.md", release("Fiction: an offer", "An offer was made.", id="offer"))
    write(folder, "in/b.md", release("Fiction: rules", "The best interests determination.", id="rules"))
    with open_named(folder) as library:
        ingest(library, [str(folder / "in")])
        pages = [search(library, text) for text in ("BID", "bid")]

    assert [[hit.id for hit in page.hits] for page in pages] == [["rules"]] * 2
    assert [page.notices for page in pages] == [(), ()]


def test_a_concept_asked_for_alone_is_named_by_what_comes_first(tmp_path: Path) -> None:
    folder = make_library(tmp_path / "library")
    apart = "Ni castigo ni lenguaje corporal."
    write(folder, "in/a.md", release("Ficción: castigo, gesto corporal", apart, id="apart"))
    write(folder, "in/b.md", release("Fiction: a rule", "Any corporal punishment is forbidden.", id="named"))
    write(folder, "in/c.md", release("Ficción: otra", "La violencia y el castigo físico.", id="other"))
    with open_named(folder) as library:
        ingest(library, [str(folder / "in")])
        spanish, english = (search(library, text) for text in ("castigo corporal", "corporal punishment"))

    assert [{hit.id for hit in page.hits[:2]} for page in (spanish, english)] == [{"named", "other"}] * 2
    assert [(page.hits[-1].id, page.complete) for page in (spanish, english)] == [("apart", 2)] * 2
    assert spanish.hits[-1].lacking == ("“castigo corporal”",)


def test_a_facet_of_a_question_with_words_let_go_counts_what_it_gives(tmp_path: Path) -> None:
    folder = make_library(tmp_path / "library")
    texts = {
        "a": "The heron and the otter.",
        "b": "The otter alone.",
        "c": "La nutria.",
        "d": "The heron, alone.",
    }
    for name, text in texts.items():
        told = "language: es\nid:" if name == "c" else "id:"
        write(folder, f"in/{name}.md", release(f"Fiction {name}", text, id=name).replace("id:", told, 1))
    with open_named(folder) as library:
        ingest(library, [str(folder / "in")])
        for question in ("heron otter", "heron otter wolpertinger", "heron nutria"):
            page = search(library, question)
            for facet, values in page.facets.items():
                for value in values:
                    narrowed = search(library, question, chosen=[(facet, value.value)])
                    assert narrowed.total == value.count, (question, facet, value.value)
                    assert not [each for each in narrowed.notices if "Nothing" in str(each)] or page.notices

        (notice,) = search(library, "heron otter", chosen=[("language", "es")]).notices
        assert str(notice) == "Of what is chosen nothing holds all of heron, otter; the nearest come first."
        page = search(library, "heron otter language:es")
        assert [hit.id for hit in page.hits] == ["c"]
        (notice,) = page.notices
        assert str(notice) == "Of what is chosen nothing holds heron; searched without."


def test_words_are_repeated_as_they_were_typed(library: Library) -> None:
    assert notices(library, "Ñandú kestrel") == ["Nothing holds Ñandú; searched without."]
    (expansion,) = search(library, "«niñez»").expansions
    assert expansion.typed == "niñez"


def test_what_cannot_be_searched_is_told(library: Library) -> None:
    assert "Nothing in the question" in str(*search(library, "¿?").notices)
    assert search(library, "").notices == search(library, "kind:page").notices == ()


def test_nothing_is_added_to_a_concept_or_word_by_any_of_its_names(library: Library) -> None:
    question = "best interests niñez"

    for name in ("best-interests", "Interés superior del niño", "BEST INTERESTS"):
        found = search(library, question, off=[name])
        assert [each.typed for each in found.expansions] == ["niñez"], name
        assert "no concept" not in str([str(each) for each in found.notices])
    assert "niñez" not in [each.typed for each in search(library, question, off=["Niñez"]).expansions]
    (compound,) = search(library, "well-being").expansions
    assert compound.name not in [
        each.name for each in search(library, "well-being", off=[compound.name]).expansions
    ]
    assert search(library, "well-being", off=[compound.name]).notices == ()
    (told,) = search(library, "heron", off=["wolpertinger"]).notices
    assert '"wolpertinger"' in str(told)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("lawyer", "abogado"), ("abogado", "lawyer"), ("tutor", "guardianship"), ("guardian", "tutela"),
        ("guardian", "guardianship"), ("drought", "sequía"), ("sequía", "drought"), ("judge", "juez"),
        ("locked up", "persons-deprived-of-liberty"), ("lo encerraron", "persons-deprived-of-liberty"),
        ("niños no acompañados", "UASC"), ("best interests determination", "DIS"), ("juez", "courts"),
    ],
)  # fmt: skip
def test_what_is_switched_off_is_off_in_one_step(library: Library, question: str, name: str) -> None:
    found = search(library, question, off=[name])

    assert search(library, question).expansions
    assert found.expansions == ()
    assert "no concept" not in " ".join(map(str, found.notices))


def test_what_is_switched_off_leaves_the_other_words(library: Library) -> None:
    for question, name, left in (
        ("shelter niñez", "albergue", "niñez"),
        ("el juez y la tutora", "guardian", "juez"),
        ("drought children", "sequía", "children"),
    ):
        assert {each.typed for each in search(library, question, off=[name]).expansions} == {left}


@pytest.mark.parametrize(
    ("question", "language", "said"),
    [
        ("tema:wolpertinger", "es", 'No se conoce tema "wolpertinger"'),
        ("país:atlantis", "es", 'No se conoce país "atlantis"'),
        ("year:soon", "en", 'known as date "soon"'),
        (f"topic:{'x' * 300}", "en", f'topic "{"x" * 59}…"'),
    ],
)
def test_a_value_that_means_nothing_is_told_in_the_readers_language(
    library: Library, question: str, language: str, said: str
) -> None:
    assert said in " ".join(say(each, language) for each in search(library, question).notices)


@pytest.mark.parametrize(
    ("question", "field", "value"),
    [
        ("kestrel country:fr", "country", "fr"),
        ("kind:law", "kind", "law"),
        ("idioma:portugués", "language", "portugués"),
        ("topic:torture kestrel", "topic", "torture"),
        ("grupo:indígenas", "group of people", "indígenas"),
        ("year:1950", "date", "1950"),
        ("after: 2030", "date", "2030"),
        ("publisher:CEDAW", "publisher", "CEDAW"),
        ("(organisation:OIM) kestrel", "organisation", "OIM"),
        ("person:nobody OR kestrel", "person", "nobody"),
        ('symbol:"OG 9"', "symbol", "OG 9"),
        ("lugar:Nowhere", "place", "Nowhere"),
        ("language:en language:fr", "language", "fr"),
    ],
)
def test_a_value_that_no_document_has_is_told(
    library: Library, question: str, field: str, value: str
) -> None:
    assert f'In no document: {field} "{value}".' in notices(library, question)


def test_what_documents_have_and_what_is_left_out_is_not_told(library: Library) -> None:
    for question in ("language:es kestrel", "-country:fr kestrel", "kind:page -kind:law", "country:atlantis"):
        assert "In no document" not in " ".join(notices(library, question)), question


def test_dates_that_exclude_each_other_are_told(library: Library) -> None:
    assert "exclude each other" in " ".join(notices(library, "heron after:2018 before:2016"))
    assert "exclude each other" not in " ".join(notices(library, "heron after:2016 before:2018"))


def test_topics_may_be_written_with_underscores(library: Library) -> None:
    assert ids(library, "topic:best_interests") == ids(library, "topic:best-interests") == ["d"]


def test_a_word_that_nothing_holds_is_left_out_and_told(library: Library) -> None:
    assert ids(library, "kestrel wolpertinger") == ids(library, "kestrel")
    assert notices(library, "kestrel wolpertinger") == ["Nothing holds wolpertinger; searched without."]


def test_words_that_no_document_has_together_find_the_nearest(library: Library) -> None:
    assert set(ids(library, "heron marmot")) == {"a", "c"}
    assert notices(library, "heron marmot") == [
        "No document holds all of heron, marmot; the nearest come first."
    ]


def test_what_must_not_occur_still_does_not_when_words_are_relaxed(library: Library) -> None:
    assert ids(library, "kestrel marmot -heron") == ["b", "c"] or ids(library, "kestrel marmot -heron") == [
        "c",
        "b",
    ]


@pytest.mark.parametrize(
    "question", ["wolpertinger", "wolpertinger jackalope", '"heron marmot"', "kind:law heron"]
)
def test_nothing_is_nothing(library: Library, question: str) -> None:
    page = search(library, question)

    assert (page.total, page.hits, page.pages) == (0, (), 0)


@pytest.mark.parametrize("question", ["", " ", "-", "()", '"', "¿?", "*", ":", "a" * 5000, "\x00", "\ud800"])
def test_nothing_that_can_be_typed_is_an_error(library: Library, question: str) -> None:
    assert search(library, question).query == question


def test_a_letterhead_is_shown_behind_what_says_something(tmp_path: Path) -> None:
    folder = make_library(tmp_path)
    said = "The registry of the invented council of herons is open on every day of the week to all who come."
    write(
        folder, "in/a.md", f"# Fiction\n\nCOUNCIL OF HERONS\n\n{said}\n\nSigned by the council of herons.\n"
    )
    with open_named(folder) as library:
        ingest(library, [str(folder / "in")])

        shown = [each.text for each in search(library, "council herons").hits[0].passages]

    assert shown[-1] == "COUNCIL OF HERONS"
    assert len(shown) > 1


def test_a_long_passage_shows_the_sentences_that_answer(library: Library) -> None:
    (passage,) = search(library, "marmot").hits[0].passages
    start, end = passage.excerpt

    shown = passage.text[start:end]
    assert "A marmot came." in shown
    assert len(shown) <= EXCERPT
    assert shown.startswith(("Sentence", "A marmot"))
    assert shown.endswith(".")


def test_an_excerpt_is_whole_sentences_however_long() -> None:
    long = "Word " + "word " * 200 + "end."

    start, end = excerpt(f"Short one. {long} Short two.", [(20, 24)], 50)

    assert f"Short one. {long} Short two."[start:end] == long
    assert excerpt("Short.", [], 50) == (0, 6)
    clauses = f"States should: (a) {'speak ' * 12}; (b) hear the child;\n(c) {'listen ' * 12}."
    place = clauses.index("child")
    start, end = excerpt(clauses, [(place, place + 5)], 60)
    assert clauses[start:end] == "(b) hear the child;"
    assert excerpt("", [], 50) == (0, 0)


def test_the_other_language_is_found_and_told(library: Library) -> None:
    page = search(library, "best interests of the child")

    assert [hit.id for hit in page.hits] == ["d"]
    assert ("interés superior", "es") in page.expansions[0].also
    assert search(library, "best interests of the child", expand=False).total == 0


@pytest.fixture(scope="module")
def nouns(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Documents that say with a noun what is asked with a verb, and one of each language that does not."""
    folder = make_library(tmp_path_factory.mktemp("nouns"))
    said = {
        "noun-en": "The detention of a child is a last resort.",
        "family-en": "The reunification of a family takes a week.",
        "noun-es": "La detención de una niña es el último recurso.",
        "family-es": "La protección de la familia dura una semana.",
        "other-en": "A child met a family.",
        "other-es": "Un niño conoció a una familia.",
    }
    for name, text in said.items():
        write(folder, f"in/{name}.md", f"---\nid: {name}\nlanguage: {name[-2:]}\n---\n# Fiction\n\n{text}\n")
    with open_named(folder) as opened:
        ingest(opened, [str(folder / "in")])
        yield opened


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("can a child be detained", "noun-en"),
        ("are families reunited", "family-en"),
        ("detener a un niño", "noun-es"),
        ("proteger a las familias", "family-es"),
    ],
)
def test_a_verb_meets_its_noun(nouns: Library, question: str, first: str) -> None:
    assert ids(nouns, question)[0] == first


def test_a_chosen_facet_narrows_and_its_others_stay_in_sight(library: Library) -> None:
    page = search(library, "", chosen=[("language", "es"), ("nonsense", "x"), ("kind", "")])

    assert [hit.id for hit in page.hits] == ["d"]
    assert {each.value for each in page.facets["language"]} == {"en", "es"}


@pytest.mark.parametrize(
    "choice", [{"limit": 0}, {"limit": 101}, {"page": 0}, {"page": 101}, {"sort": "x"}, {"facets": ("x",)}]
)
def test_a_choice_that_does_not_exist_is_told(library: Library, choice: dict[str, Any]) -> None:
    with pytest.raises(Misuse):
        search(library, "heron", **choice)


def test_a_page_behind_the_last_is_empty(library: Library) -> None:
    page = search(library, "kestrel", page=5)

    assert (page.total, page.hits) == (2, ())


# -- Reading and upkeep -------------------------------------------------------------------------


def test_a_document_or_a_passage_is_shown_by_its_address(library: Library) -> None:
    whole, part = show(library, "b"), show(library, f"b#{show(library, 'b').document.passages[-1].address}")

    assert whole.passages == ()
    assert [passage.text for passage in part.passages] == ["The kestrel sat."]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("nobody-at-all", "no document"),
        ("", "no document"),
        ("#p1", "no document"),
        ("b#p77", 'no passage "p77"; near it: p1'),
    ],
)
def test_an_address_that_leads_nowhere_is_told(library: Library, address: str, words: str) -> None:
    with pytest.raises(NotHeld, match=words):
        show(library, address)


def test_topics_are_counted_and_their_labels_follow_the_language(library: Library) -> None:
    counted = topics(library, "es")

    first = next(each for each in counted if each.id == "best-interests")
    assert (first.count, first.label.startswith("interés superior")) == (1, True)
    assert [each.count for each in counted] == sorted((each.count for each in counted), reverse=True)


def test_exports_come_in_the_order_asked_for(library: Library) -> None:
    assert [record["id"] for record in export(library, ["c", "a"])] == ["c", "a"]
    assert [record["id"] for record in export(library)] == ["a", "b", "c", "d"]


def test_removing_takes_a_document_out_of_store_and_index(tmp_path: Path) -> None:
    folder = make_library(tmp_path)
    write(folder, "a.md", release("Fiction: heron", id="a"))
    with open_named(folder) as library:
        ingest(library, [str(folder / "a.md")])

        assert remove(library, "a") == "a"

        assert search(library, "heron").total == library.store.count("documents") == 0
        with pytest.raises(NotHeld):
            remove(library, "a")


def test_removing_a_passage_is_refused(library: Library) -> None:
    with pytest.raises(Misuse, match="is a passage"):
        remove(library, "a#p1")


def test_a_symbol_finds_its_document_and_its_digest(tmp_path: Path) -> None:
    folder = make_library(tmp_path)
    write(folder, "a.md", "---\nsymbol: FIC/C/GC/14\n---\n# Fiction: a comment\n\nIt is fiction.\n")
    write(
        folder,
        "b.md",
        "---\nkind: digest\nid: digest-b\ndigest_of: {title: A, symbol: FIC/C/GC/14}\n---\n# B\n\nFiction.",
    )
    with open_named(folder) as library:
        ingest(library, [str(folder)])

        assert set(ids(library, "FIC/C/GC/14")) == {"fic-c-gc-14", "digest-b"}
        assert show(library, "FIC/C/GC/14").document.id == "fic-c-gc-14"
        remove(library, "fic-c-gc-14")
        with pytest.raises(NotHeld, match="digest-b"):
            show(library, "fic-c-gc-14#p3")


def test_the_address_of_a_heading_shows_its_section(tmp_path: Path) -> None:
    folder = make_library(tmp_path)
    write(
        folder,
        "a.md",
        "---\nid: a\n---\n# Fiction\n\n## I. One\n\n1. A.\n\n### Inner\n\n2. B.\n\n## II. Two\n\n3. C.\n",
    )
    with open_named(folder) as library:
        ingest(library, [str(folder / "a.md")])

        assert [each.address for each in show(library, "a#s1").passages] == ["s1", "p1", "h1", "p2"]
        assert [each.address for each in show(library, "A#P3").passages] == ["p3"]


def test_a_paragraphs_number_is_enough_where_one_chapter_alone_prints_it(tmp_path: Path) -> None:
    folder = make_library(tmp_path)
    chapters = (
        "## Chapter 1. A",
        "1. One.",
        "2. Two.",
        "## Chapter 2. B",
        "1. Three.",
        "## Annex 1",
        "2. Note.",
    )
    write(folder, "a.md", "\n\n".join(("---\nid: a\n---\n# Fiction", *chapters)))
    with open_named(folder) as library:
        ingest(library, [str(folder / "a.md")])

        assert [each.address for each in show(library, "a#p2").passages] == ["chapter1.p2"]
        with pytest.raises(NotHeld, match='no passage "p1"'):
            show(library, "a#p1")


def test_a_paragraph_is_found_by_its_chapter_where_numbers_now_run_through(tmp_path: Path) -> None:
    folder = make_library(tmp_path)
    chapters = ("## Chapter 1. A", "1. One.", "2. Two.", "## Chapter 2. B", "3. Three.")
    write(folder, "a.md", "\n\n".join(("---\nid: a\n---\n# Fiction", *chapters)))
    with open_named(folder) as library:
        ingest(library, [str(folder / "a.md")])

        assert [each.address for each in show(library, "a#chapter1.p2").passages] == ["p2"]
        with pytest.raises(NotHeld, match="no passage"):
            show(library, "a#chapter1.p3")


def test_a_page_behind_the_last_says_so(library: Library) -> None:
    page = search(library, "heron", page=9)

    assert (page.total, page.hits) == (1, ())
    assert [str(notice) for notice in page.notices] == ["There is no page 9; the last is page 1."]


# -- Did you mean ... -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kestral", "kestrel"),
        ("kestrle", "kestrel"),
        ("ekstrel", "kestrel"),
        ("estrel", "kestrel"),
        ("Kestrul heron", "Kestrel heron"),
        ("KESTRAL HERON", "KESTREL HERON"),
        ('"the kestral sat" -otter', '"the kestrel sat" -otter'),
        ("kestral OR otter", "kestrel OR otter"),
        ("marmott", "marmot"),
        ("kestrel -ottr", "kestrel -otter"),
        ("kestrelsat", "kestrel sat"),
    ],
)
def test_a_word_that_nothing_holds_is_offered_in_another_spelling(
    library: Library, typed: str, meant: str
) -> None:
    page = search(library, typed)

    assert page.suggestion == meant
    assert page.query == typed  # what was typed is answered all the same


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("asilm seekers", "asylum seekers"),
        ("the asylo of children", "the asylum of children"),
        ("el asylo de los menores", "el asilo de los menores"),
        ("protecion consular", "protección consular"),
        ("consular protecton", "consular protection"),
        ("Casa del Migrante Belén", None),
    ],
)
def test_a_word_is_offered_in_the_language_of_the_question(
    tmp_path: Path, typed: str, meant: str | None
) -> None:
    folder = make_library(tmp_path / "library")
    english = "Herons had been asylum seekers under the consular protection of otters."
    spanish = "Los menores en asilo tienen protección consular en la Casa del Migrante."
    write(folder, "in/a.md", release("Fiction: herons", english))
    write(folder, "in/b.md", release("Ficción: garzas", spanish))
    with open_named(folder) as opened:
        ingest(opened, [str(folder / "in")])

        assert search(opened, typed).suggestion == meant


def test_a_body_is_offered_in_another_spelling(tmp_path: Path) -> None:
    folder = make_library(tmp_path / "library")
    text = "The Heron Foundation and UNICEF met in the river house."
    write(folder, "in/a.md", release("Fiction: a house", text))
    with open_named(folder) as opened:
        ingest(opened, [str(folder / "in")])

        assert search(opened, "organisation:uncief").suggestion == "organisation:UNICEF"
        assert (
            search(opened, 'organización:"Heron Foundaton"').suggestion == 'organización:"Heron Foundation"'
        )
        assert search(opened, "organisation:unicef").suggestion is None
        assert search(opened, "organisation:wolpertinger").suggestion is None


def test_a_value_of_a_field_is_offered_in_another_spelling(tmp_path: Path) -> None:
    folder = make_library(tmp_path / "library")
    text = "A guardian of El Salvador speaks for each child; guardians of El Salvador and Honduras met."
    write(folder, "in/a.md", release("Fiction: a guardian in El Salvador and Honduras", text))
    with open_named(folder) as opened:
        ingest(opened, [str(folder / "in")])

        assert search(opened, "guardian country:hondruas").suggestion == "guardian country:Honduras"
        assert search(opened, 'country:"el salvadro"').suggestion == 'country:"El Salvador"'
        assert search(opened, "país:Onduras").suggestion == "país:Honduras"
        assert search(opened, "country:atlantis").suggestion is None
        assert search(opened, "country:honduras").suggestion is None


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("kind:general", 'Near "general" are: general comment.'),
        ("tipo:general", 'Cerca de "general" están: observación general.'),
        ("topic:interest", "best interests of the child"),
        ("tema:interés", "interés superior"),
        ("country:America", 'Near "America" are: United States.'),
        ("kind:poem", "press release, guideline"),
    ],
)
def test_what_is_near_a_value_that_nobody_knows_is_told(library: Library, question: str, told: str) -> None:
    language = "es" if question.startswith("t") and not question.startswith("topic") else "en"

    *_, near = search(library, question).notices

    assert told in say(near, language)


@pytest.mark.parametrize("question", ["country:Atlantis", "grupo:persona", "topic:herons"])
def test_of_what_is_like_nothing_or_like_many_nothing_near_is_told(library: Library, question: str) -> None:
    assert not any(str(each).startswith("Near") for each in search(library, question).notices)


def test_of_a_concept_that_nothing_holds_the_words_that_are_held_are_searched(tmp_path: Path) -> None:
    folder = make_library(tmp_path / "library")
    write(folder, "in/a.md", release("Fiction: herons", "Asylum for herons that met violence.", id="a"))
    write(folder, "in/b.md", release("Fiction: otters", "Otters asked for asylum.", id="b"))
    with open_named(folder) as opened:
        ingest(opened, [str(folder / "in")])
        page = search(opened, "gang violence asylum")

        assert page.hits[0].id == "a"
        assert [str(each) for each in page.notices] == ["Nothing holds gang; searched without."]


def test_a_country_of_several_words_is_known_in_any_letters(tmp_path: Path) -> None:
    folder = make_library(tmp_path / "library")
    write(folder, "in/a.md", release("Fiction: a school", "A rich woman of the coast paid for it.", id="a"))
    write(folder, "in/b.md", release("Fiction: a desk", "It opened in Costa Rica for the niñez.", id="b"))
    with open_named(folder) as opened:
        ingest(opened, [str(folder / "in")])

        for question in ("Costa Rica", "costa rica", "COSTA RICA", "niñez en costa rica", "costa rica niñez"):
            assert ids(opened, question) == ["b"], question


def test_an_acronym_is_no_word_in_another_spelling(library: Library) -> None:
    assert search(library, "otters of the OTTR").suggestion is None
    assert search(library, "OTTR").suggestion == "OTTER"
    assert search(library, "ottr").suggestion == "otter"


def test_a_star_is_not_offered_again_and_a_known_acronym_is_no_error(library: Library) -> None:
    assert search(library, "*kestral").suggestion == "kestrel"
    assert search(library, "icrc").suggestion is None
    assert search(library, "ICRC").suggestion is None


def test_a_spelling_is_offered_with_its_accents(library: Library) -> None:
    assert search(library, "ninnez").suggestion == "niñez"
    assert search(library, "interes superiro").suggestion == "interes superior"


@pytest.mark.parametrize(
    "typed",
    [
        "kestrel",
        "kestrels",
        "wolpertinger",
        "=kestral",
        "kestra*",
        "heron -kestral",
        "shelter",
        "refugio",
        "gc14",
        "oto",
        "",
    ],
)
def test_no_spelling_is_offered_for_a_word_that_is_known_wanted_so_or_like_none(
    library: Library, typed: str
) -> None:
    assert search(library, typed).suggestion is None


def test_a_spelling_that_finds_nothing_is_not_offered(library: Library) -> None:
    assert search(library, "kestral kind:law").suggestion is None
    assert search(library, '"kestral marmot"').suggestion is None


def test_a_rare_word_is_offered_as_a_much_commoner_one(tmp_path: Path) -> None:
    folder = make_library(tmp_path / "library")
    for number in range(12):
        write(folder, f"in/{number}.md", release(f"Fiction {number}", "The wolverine of the hill."))
    write(folder, "in/error.md", release("Fiction: an error", "A wolvernie was seen."))
    with open_named(folder) as opened:
        ingest(opened, [str(folder / "in")])

        assert (search(opened, "wolvernie").total, search(opened, "wolvernie").suggestion) == (1, "wolverine")
        assert search(opened, "wolverine").suggestion is None


# -- Why a hit is where it is; years ----------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "language", "told"),
    [
        ("kestrels", "en", ['"kestrels" in the title', '"kestrels" in its best passage']),
        ("kestrels", "es", ["«kestrels» en el título", "«kestrels» en su mejor pasaje"]),
        ('"kestrel sat"', "en", ['"kestrel sat" side by side in its best passage']),
        ("the heron met", "en", ['"heron met" side by side in its best passage']),
        ("superior niña", "es", ["«superior niña», una palabra junto a otra, en su mejor pasaje"]),
        ("garzas", "en", ['"heron" (for "garzas") in the title']),
        ("kestr*", "en", ['words that begin with "kestr" in the title']),
        ("kestral~", "es", ["palabras que se escriben casi como «kestral» en el título"]),
        (
            "best interests",
            "en",
            ['"interés superior" (another name of "best interests of the child") in its best passage'],
        ),
        ("best interests", "en", ['its topic, "best interests of the child"']),
    ],
)
def test_a_hit_says_why_it_is_where_it_is(
    library: Library, question: str, language: str, told: list[str]
) -> None:
    hit = search(library, question, explain=True, language=language).hits[0]
    said = [say(each.text, language) for each in hit.reasons]

    assert set(told) <= set(said)
    assert sum(each.share for each in hit.reasons) == pytest.approx(1)
    assert all(each.share >= 0.01 for each in hit.reasons)


def test_reasons_are_given_to_who_asks_for_them(library: Library) -> None:
    assert search(library, "kestrel").hits[0].reasons == ()
    assert search(library, "", explain=True).hits[0].reasons == ()


def test_years_stand_in_order_with_the_empty_ones_between(library: Library) -> None:
    def page(*years: tuple[str, int]) -> Page:
        values = tuple(FacetValue(year, year, count) for year, count in years)
        return Page(query="", total=1, page=1, limit=10, hits=(), facets={"year": values})

    assert page(("2019", 2), ("2016", 5)).years == ((2016, 5), (2017, 0), (2018, 0), (2019, 2))
    assert page(("2016", 1), ("1016", 1)).years == ((1016, 1), (2016, 1))
    assert (page().years, search(library, "kestrel", facets=()).years) == ((), ())


def test_values_of_one_field_are_alternatives_and_fields_all_apply(library: Library) -> None:
    assert {hit.id for hit in search(library, "language:es language:en kestrel").hits} == {"a", "b"}
    assert search(library, "language:es language:fr kestrel").total == 0
    chosen = (("language", "es"), ("language", "en"))
    assert {hit.id for hit in search(library, "kestrel", chosen=chosen).hits} == {"a", "b"}


@pytest.mark.parametrize(
    "typed", ["language:es", "(language:es)", "idioma:español", "language:(es fr)", "NOT language:en"]
)
def test_what_is_clicked_narrows_what_was_typed(library: Library, typed: str) -> None:
    page = search(library, f"{typed} kestrel OR niña")
    spanish = search(library, f"{typed} kestrel OR niña", chosen=[("language", "es")])
    english = search(library, f"{typed} kestrel OR niña", chosen=[("language", "en")])

    assert {each.value: each.count for each in page.facets["language"]} == {"es": 1}
    assert (page.total, spanish.total, english.total) == (1, 1, 0)


@pytest.mark.parametrize("text", ["language:es", "topic:children", "kestrel", "year:2010..2030", "kind:page"])
def test_every_facet_finds_as_many_as_it_counted(library: Library, text: str) -> None:
    page = search(library, text)
    values = [(name, each.value, each.count) for name, found in page.facets.items() for each in found]

    assert [
        (name, value, search(library, text, chosen=[(name, value)]).total) for name, value, _ in values
    ] == values


def test_choosing_never_says_that_every_document_is_listed(library: Library) -> None:
    typed = search(library, "language:es", chosen=[("language", "es")])
    nothing = search(library, "...", chosen=[("language", "es")])

    assert typed.notices == ()
    assert [str(each) for each in nothing.notices] == [
        "Nothing in the question can be searched for; all that is chosen is listed."
    ]


def test_what_is_clicked_within_a_span_of_days_narrows_it(tmp_path: Path) -> None:
    folder = make_library(tmp_path)
    for year in (2014, 2015, 2016):
        front = f"---\nid: in-{year}\ndate: {year}-03-02\n---\n"
        write(folder, f"in/{year}.md", f"{front}# Fiction of {year}\n\nThe kestrel sat.\n")
    with open_named(folder) as library:
        ingest(library, [str(folder / "in")])

        page = search(library, "kestrel year:2014..2015")
        counts = {each.value: each.count for each in page.facets["year"]}
        clicked = search(library, "kestrel year:2014..2015", chosen=[("year", "2015")])

    assert counts == {"2015": 1, "2014": 1}
    assert clicked.total == counts["2015"]


# -- Suggestions while typing -----------------------------------------------------------------


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Documents with symbols and organisations, all fiction."""
    folder = make_library(tmp_path_factory.mktemp("named"))
    front = "---\nsymbol: FIC/C/GC/71\npublisher: Invented Agency\n---\n\n"
    text = "The Invented Agency for Herons (IAH) met the consulate."
    write(folder, "in/a.md", front + release("Fiction: the Ñandú comment", text))
    write(
        folder, "in/b.md", release("Ficción: la protección consular", "La protección consular es un derecho.")
    )
    comment = (
        "---\nsymbol: CRC/C/GC/14\nkind: general-comment\n---\n# Herons\n\n1. Fiction.\n\n2. More fiction.\n"
    )
    write(folder, "in/c.md", comment)
    about = "{title: Herons, symbol: CEDAW/C/GC/32}"
    digest = f"---\nid: digest-d\nkind: digest\ndigest_of: {about}\n---\n# Digest of herons\n\nFiction.\n"
    write(folder, "in/d.md", digest)
    with open_named(folder) as opened:
        ingest(opened, [str(folder / "in")])
        yield opened


@pytest.mark.parametrize(
    ("beginning", "language", "kind", "text"),
    [
        ("ñan", "en", "title", "Fiction: the Ñandú comment"),
        ("NAN", "es", "title", "Fiction: the Ñandú comment"),
        ("the ñandu com", "es", "title", "Fiction: the Ñandú comment"),
        ("fic c gc", "en", "reference", "FIC/C/GC/71"),
        ("gc/71", "es", "reference", "FIC/C/GC/71"),
        ("consular prot", "en", "concept", "consular protection"),
        ("protección cons", "en", "concept", "protección consular"),
        ("UAS", "es", "concept", "UASC"),
        ("inv", "en", "organisation", "Invented Agency for Herons"),
        ("iah", "en", "organisation", "Invented Agency for Herons"),
        ("og 1", "es", "reference", "Observación general núm. 14 del Comité de los Derechos del Niño"),
        ("crc-c-gc-14#p2", "es", "reference", "Herons, #p2"),
        (
            "CRC/C/GC/14#p2",
            "en",
            "reference",
            "General comment No. 14 of the Committee on the Rights of the Child, para. 2",
        ),
        ("nin@s no acomp", "es", "concept", "niños no acompañados"),
        ("niñxs no acomp", "en", "concept", "niños no acompañados"),
        ("DIS", "en", "concept", "DIS"),
        ("dis", "es", "concept", "DIS"),
        (
            "observación gen",
            "es",
            "reference",
            "Observación general núm. 14 del Comité de los Derechos del Niño",
        ),
        (
            "general comment 14",
            "en",
            "reference",
            "General comment No. 14 of the Committee on the Rights of the Child",
        ),
        ("GR 3", "en", "reference", f"General recommendation No. 32 of the {WOMEN}"),
        (
            "OG 14 párr. 2",
            "es",
            "reference",
            "Observación general núm. 14 del Comité de los Derechos del Niño, párr. 2",
        ),
        *(
            (typed, "es", "reference", "Observación general núm. 14 del Comité de los Derechos del Niño")
            for typed in ("OG 14 p", "OG 14 pá", "OG 14, párr.")
        ),
        *(
            (typed, "en", "reference", "General comment No. 14 of the Committee on the Rights of the Child")
            for typed in ("GC 14 p", "GC 14 para")
        ),
    ],
)
def test_what_is_being_typed_is_completed(
    named: Library, beginning: str, language: str, kind: str, text: str
) -> None:
    found = suggest(named, beginning, language)

    assert text in [each.text for each in found if each.kind == kind]


@pytest.mark.parametrize(
    ("beginning", "language", "concept"),
    [
        ("niñas no", "es", "unaccompanied-children"),
        ("niñas no a", "es", "unaccompanied-children"),
        ("niñas no acompañadas", "es", "unaccompanied-children"),
        ("NINAS NO ACOMP", "en", "unaccompanied-children"),
        ("unaccompanied gi", "en", "unaccompanied-children"),
        ("unaccompanied child", "en", "unaccompanied-children"),
        ("adolescentes acompañ", "es", "accompanied-children"),
        ("detained migr", "en", "persons-deprived-of-liberty"),
        ("mujeres solicitantes asilo", "es", "refugee-women"),
        ("interés superior niñ", "es", "best-interests"),
        ("huérfanas", "es", "children-in-alternative-care"),
    ],
)
def test_words_before_the_last_are_completed_in_any_form_and_with_words_between(
    named: Library, beginning: str, language: str, concept: str
) -> None:
    assert concept in [each.id for each in suggest(named, beginning, language, 20)]


def test_words_in_another_order_are_not_completed(named: Library) -> None:
    assert not any(each.kind == "reference" for each in suggest(named, "heron pa"))
    assert suggest(named, "acompañadas no niñas") == suggest(named, "niñas wolpertinger") == []


def test_a_text_is_suggested_once(named: Library) -> None:
    found = suggest(named, "GC 14")

    assert [each.id for each in found if each.kind == "reference"] == ["crc-c-gc-14"]


def test_a_reference_to_a_text_that_others_speak_of_is_suggested(tmp_path: Path) -> None:
    folder = make_library(tmp_path)
    write(
        folder,
        "in/a.md",
        release("Fiction", "The Convention on the Rights of the Child says so in article 3."),
    )
    with open_named(folder) as library:
        ingest(library, [str(folder / "in")])

        for typed, language, label in (
            ("CDN art. 3", "es", "Convención sobre los Derechos del Niño, art. 3"),
            ("art. 3 CRC", "en", "Convention on the Rights of the Child, art. 3"),
            ("artículo 3 de la CDN", "en", "Convención sobre los Derechos del Niño, art. 3"),
        ):
            (found,) = suggest(library, typed, language)
            assert (found.kind, found.text, found.id, found.count) == ("reference", label, None, 1)
            assert search(library, found.search).total == 1
        assert suggest(library, "art. 36 VCCR") == []


def test_an_organisation_written_with_two_apostrophes_is_suggested_once(tmp_path: Path) -> None:
    folder = make_library(tmp_path)
    for number, mark in enumerate("'’"):
        text = f"Fiction: the Invented Herons{mark} Agency (IHA) met."
        write(folder, f"in/{number}.md", release(f"Fiction {number}", text))
    with open_named(folder) as library:
        ingest(library, [str(folder / "in")])

        found = [each for each in suggest(library, "invented") if each.kind == "organisation"]

    assert len(found) == 1


def test_what_is_suggested_can_be_searched_and_opened(named: Library) -> None:
    for beginning in ("consular", "ñan", "gc/71", "inv"):
        for each in suggest(named, beginning, "en", 20):
            if each.count:
                assert search(named, each.search).total, each
            if each.kind in ("title", "reference"):
                assert each.id is not None
                assert show(named, each.id).document.id == each.id


def test_a_concept_is_suggested_once_in_the_language_that_is_typed(named: Library) -> None:
    (spanish,) = [each for each in suggest(named, "consul", "es", 50) if each.id == "consular-protection"]
    (english,) = [each for each in suggest(named, "consul", "en", 50) if each.id == "consular-protection"]

    assert (spanish.text, spanish.language, spanish.also) == (
        "protección consular",
        "es",
        "consular protection",
    )
    assert (english.text, english.language, english.also) == (
        "consular protection",
        "en",
        "protección consular",
    )


def test_suggestions_are_few_and_follow_the_documents(named: Library) -> None:
    assert len(suggest(named, "c", "en", 5)) == 5
    assert suggest(named, "") == suggest(named, " ¿?") == suggest(named, "wolpertinger") == []
    assert suggest(named, "a" * 5000) == []


def test_suggestions_know_a_document_that_was_just_taken_in(tmp_path: Path) -> None:
    folder = make_library(tmp_path / "library")
    with open_named(folder) as opened:
        assert suggest(opened, "wolver") == []
        ingest(opened, [str(write(folder, "in/a.md", release("Fiction: a wolverine", "It sat.")))])
        assert [each.text for each in suggest(opened, "wolver")] == ["Fiction: a wolverine"]


def test_a_hit_says_which_edition_it_is(tmp_path: Path) -> None:
    folder = make_library(tmp_path / "library")
    file = write(folder, "in/a.md", release("Fiction: herons", "The heron met a kestrel.", id="a"))
    with open_named(folder) as library:
        ingest(library, [str(file)])
        write(folder, "in/a.md", release("Fiction: herons", "The heron met an otter.", id="a"))
        ingest(library, [str(file)])

        assert [hit.edition for hit in search(library, "heron").hits] == [2]
        assert "kestrel" not in search(library, "heron").hits[0].passages[-1].text
