"""What every engine promises, and that Whoosh answers as the engine that reads everything."""

import random
import sys
import threading
import typing
from array import array
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from kb.answers import SORTS
from kb.engines import PLACES, Engine, Matches, Seal, open_engine
from kb.engines.ranking import ORDERS
from kb.engines.whoosh_engine.pool import PostingPool
from kb.errors import EngineError, KbError, Misuse
from kb.query.tree import (
    FACETS,
    All,
    Alternative,
    Any,
    Concept,
    Filter,
    Fuzzy,
    Near,
    Node,
    Not,
    Phrase,
    Prefix,
    Query,
    Should,
    Translated,
    Word,
)
from kb.records import Change, Document, Organisation, PartialDate, Passage, Person, Quote, Topic

Put = tuple[str, Document | None]


def passage(text: str, language: str = "en", kind: str = "paragraph") -> Passage:
    return Passage(address="p", text=text, language=language, kind=kind)


def english(id: str, *texts: str, title: str = "", year: int | None = None) -> Document:
    published = PartialDate(year=year) if year else None
    passages = tuple(map(passage, texts))
    return Document(id=id, title=title, passages=passages, published=published)


def spanish(id: str, *texts: str, title: str = "") -> Document:
    passages = tuple(passage(text, "es") for text in texts)
    return Document(id=id, title=title, language="es", passages=passages)


def change(engine: Engine, *puts: Put) -> list[Change]:
    return [
        Change(number=number, id=id, document=document)
        for number, (id, document) in zip(count(engine.seen + 1), puts, strict=False)
    ]


def feed(engine: Engine, *documents: Document) -> None:
    engine.apply(change(engine, *((each.id, each) for each in documents)))


def remove(engine: Engine, *ids: str) -> None:
    engine.apply(change(engine, *((id, None) for id in ids)))


def found(engine: Engine, tree: Node | None = None, *filters: Filter, sort: str = "relevance") -> list[str]:
    matches = engine.search(Query(tree=tree, filters=filters), sort=sort, limit=1000)
    return [match.id for match in matches.matches]


@pytest.fixture(params=["memory", "whoosh"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    opened = open_engine(request.param, tmp_path / "index", None)
    yield opened
    opened.close()


@pytest.fixture
def whoosh(tmp_path: Path) -> Iterator[Engine]:
    opened = open_engine("whoosh", tmp_path / "index", None)
    yield opened
    opened.close()


# -- What matches -----------------------------------------------------------------------------


def test_an_empty_engine_has_seen_nothing(engine: Engine) -> None:
    assert (engine.seen, engine.documents) == (0, 0)
    assert engine.search(Query(tree=Word("child"))) == Matches(0, (), {facet: {} for facet in FACETS})


def test_no_tree_finds_every_document(engine: Engine) -> None:
    feed(engine, english("b", "One"), english("a", "Two"), english("empty"))

    assert found(engine) == ["a", "b", "empty"]


def test_a_word_finds_its_other_forms_in_either_language(engine: Engine) -> None:
    feed(engine, english("en", "Unaccompanied children travel."), spanish("es", "Los intereses de la niña"))

    assert found(engine, Word("child")) == []
    assert found(engine, Word("travels")) == ["en"]
    assert found(engine, Word("interes")) == ["es"]
    assert found(engine, Word("ninas")) == ["es"]


def test_a_passage_is_read_in_its_own_language(engine: Engine) -> None:
    passages = tuple(passage("Niños", language) for language in ("en", "es", "fr"))
    feed(engine, Document(id="mixed", passages=passages))

    assert engine.search(Query(tree=Word("nina"))).matches[0].passages == (1,)
    assert engine.search(Query(tree=Word("ninos"))).matches[0].passages == (0, 1, 2)


def test_the_heading_above_a_passage_decides_which_of_two_is_shown_first(engine: Engine) -> None:
    passages = (
        passage("Meals", kind="heading"),
        passage("A child eats at noon."),
        passage("Detention", kind="heading"),
        passage("A child is let go at once."),
    )
    feed(engine, Document(id="rules", passages=passages))

    (match,) = engine.search(Query(tree=All((Word("child"), Word("detention"))))).matches
    assert match.passages[0] == 3


def test_a_topic_of_the_document_does_not_count_against_the_passage_that_names_it(engine: Engine) -> None:
    texts = "Detention is a last resort.", "Migrant children, migrant families, migrant workers, migrants."
    about = Document(id="law", passages=tuple(map(passage, texts)), topics=(Topic(id="detention"),))
    feed(engine, about, english("other", "Meals."))

    detention = Concept("detention", Word("detention"), Word("detention"), ())
    (match,) = engine.search(Query(tree=Any((detention, Word("migrant"))))).matches
    assert match.passages == (0, 1)


def test_an_exact_word_finds_its_own_form_only(engine: Engine) -> None:
    feed(engine, english("one", "A right."), english("many", "The rights of the child."))

    assert found(engine, Word("right")) == ["one", "many"]
    assert found(engine, Word("right", exact=True)) == ["one"]
    assert found(engine, Word("the", exact=True)) == ["many"]
    assert found(engine, Word("the")) == []


def test_words_may_be_scattered_over_passages_and_title(engine: Engine) -> None:
    feed(engine, english("a", "Asylum", "Procedure", title="Children"), english("b", "Asylum"))

    assert found(engine, All((Word("asylum"), Word("procedure"), Word("children")))) == ["a"]


def test_a_phrase_passes_over_stop_words(engine: Engine) -> None:
    feed(engine, spanish("a", "El interés superior de la niñez"), spanish("b", "Superior es el interés"))

    assert found(engine, Phrase(("interes", "superior", "ninez"))) == ["a"]
    assert found(engine, Phrase(("interes", "superior", "del", "ninez"))) == ["a"]
    assert found(engine, Phrase(("interes", "superior", "del", "ninez"), exact=True)) == []
    assert found(engine, Phrase(("interes", "superior", "de", "la", "ninez"), exact=True)) == ["a"]


def test_a_phrase_of_stop_words_is_found_as_it_stands(engine: Engine) -> None:
    feed(engine, english("a", "What if it is so?"), english("b", "What is it if not so?"))

    assert found(engine, Phrase(("if", "it", "is"))) == ["a"]


def test_a_small_word_printed_in_capitals_is_found_as_an_acronym(engine: Engine) -> None:
    feed(
        engine,
        english("a", "The heron, who asked the WHO, it is said."),
        english("b", "WHO IS IT? Who knows."),
        spanish("c", "La WHO y un niño. ES UN DERECHO."),
        spanish("d", "UN Women, en inglés."),
        english("e", "What the UN's otters said."),
    )

    assert sorted(found(engine, Word("WHO", exact=True))) == ["a", "c"]
    assert sorted(found(engine, Word("who", exact=True))) == ["a", "b", "c"]
    assert sorted(found(engine, Word("UN", exact=True))) == ["d", "e"]
    assert found(engine, Phrase(("UN", "women"), exact=True)) == ["d"]


def test_a_phrase_never_crosses_a_passage_a_sentence_or_the_title(engine: Engine) -> None:
    feed(engine, english("a", "best", "interests", title="Best"), english("b", "At best. Interests differ."))

    assert found(engine, Phrase(("best", "interests"))) == []


@pytest.mark.parametrize(
    ("apart", "together", "words"),
    [
        ("A house on the street, where the children play.", "Street, and children.", ("street", "children")),
        ("A street, in which children play.", "The street of the children.", ("street", "children")),
        ("The judge, who had a lawyer, left.", "The judges, the lawyers.", ("judge", "lawyer")),
    ],
)
def test_a_phrase_never_crosses_into_another_clause(
    engine: Engine, apart: str, together: str, words: tuple[str, ...]
) -> None:
    feed(engine, english("apart", apart), english("together", together))

    assert found(engine, Phrase(words)) == ["together"]


def test_a_spanish_phrase_never_crosses_into_another_clause(engine: Engine) -> None:
    feed(engine, spanish("apart", "Un patio, donde los niños; niños, a los que la calle acoge."))
    feed(engine, spanish("list", "El patio, los niños y la calle."))

    assert found(engine, Phrase(("patio", "ninos"))) == ["list"]
    assert found(engine, Phrase(("ninos", "calle"))) == ["list"]


def test_a_phrase_may_repeat_a_word(engine: Engine) -> None:
    feed(engine, english("a", "child child child"), english("b", "child to child"), english("c", "child"))

    assert found(engine, Phrase(("child", "child"))) == ["a", "b"]
    assert found(engine, Phrase(("child", "child", "child"))) == ["a"]


def test_a_prefix_finds_folded_forms_and_stop_words(engine: Engine) -> None:
    feed(engine, spanish("a", "Niñez"), spanish("b", "nido", title="Niños"), english("c", "these"))

    assert found(engine, Prefix("nin")) == ["b", "a"]
    assert found(engine, Prefix("ni")) == ["b", "a"]
    assert found(engine, Prefix("the")) == ["c"]


def test_a_prefix_stands_for_its_first_forms_only(engine: Engine) -> None:
    words = [f"xy{first}{second}" for first in "abcdefghijklmnopqr" for second in "abcdefghijklmnopqr"]
    documents = [english(word, word) for word in words]
    feed(engine, *documents[:200])
    feed(engine, *documents[200:])
    remove(engine, words[0], words[1])

    assert sorted(found(engine, Prefix("xy"))) == words[2 : 2 + Prefix.LIMIT]


def test_words_near_each_other_stand_in_any_order_within_the_window(engine: Engine) -> None:
    feed(
        engine,
        english("close", "The interests that are best for a child."),
        english("wide", "Interests differ widely between parents, at best."),
        english("apart", "interests", "best"),
        spanish("es", "interes de best"),
    )

    assert sorted(found(engine, Near(("best", "interests"), 2))) == ["close"]
    assert sorted(found(engine, Near(("best", "interests"), 7))) == ["close", "wide"]
    assert found(engine, Near(("interests", "best"), 2, exact=True)) == []
    assert found(engine, Near(("interests", "best"), 4, exact=True)) == ["close"]
    assert found(engine, Near(("the", "that"), 3)) == ["close"]


def test_words_near_each_other_may_be_one_word_twice(engine: Engine) -> None:
    feed(engine, english("once", "child"), english("twice", "child and parent and child"))

    assert found(engine, Near(("child", "child"), 3)) == ["twice"]
    assert found(engine, Near(("child", "children"), 3)) == []


def test_a_fuzzy_word_finds_its_near_spellings_the_typed_one_first(engine: Engine) -> None:
    feed(
        engine,
        english("swapped", "aslyum"),
        spanish("accent", "ásylum"),
        english("two", "asilums"),
        english("first", "usylum"),
        english("none", "album"),
    )

    assert found(engine, Fuzzy("asylum", 0)) == ["accent"]
    assert found(engine, Fuzzy("asylum", 1)) == ["accent", "swapped"]
    assert found(engine, Fuzzy("asylum", 2)) == ["accent", "swapped", "two"]


def test_a_fuzzy_word_stands_for_its_nearest_forms_only(engine: Engine) -> None:
    letters = "abcdefghijklmnopqr"
    far = [f"xyz{first}{second}" for first in letters for second in letters if "w" not in (first, second)]
    feed(engine, *(english(word, word) for word in far[:200]), english("xyzw", "xyzw"))
    feed(engine, *(english(word, word) for word in far[200:]))
    remove(engine, far[0])

    matches = found(engine, Fuzzy("xyzw", 2))

    nearest = [word for word in ("xyz", "xyzw") if word in matches]
    assert len(matches) == Fuzzy.LIMIT
    assert nearest == ["xyzw"]
    assert far[0] not in matches
    assert set(matches) >= set(far[1:100])


def test_any_all_and_not_are_algebra_over_documents(engine: Engine) -> None:
    feed(engine, english("a", "asylum", "detention"), english("b", "asylum"), english("c", "visa"))

    assert found(engine, All((Word("asylum"), Not(Word("detention"))))) == ["b"]
    assert sorted(found(engine, Any((Word("visa"), Word("detention"))))) == ["a", "c"]
    assert sorted(found(engine, Not(Word("asylum")))) == ["c"]
    assert found(engine, Not(Not(Word("visa")))) == ["c"]


def test_what_should_occur_counts_where_it_is_said_to(engine: Engine) -> None:
    feed(engine, english("a", "visa", "asylum"), english("b", "visa", "asylum"), english("c", "visa"))
    only = Filter("id", ("b",), exact=True)

    query = Query(tree=All((Word("visa"), Should(Word("asylum"), where=only))))
    matches = engine.search(query, explain=True).matches

    assert (matches[0].id, {each.id for each in matches}) == ("b", {"a", "b", "c"})
    told = {each.id: {share.leaf for share in each.shares} for each in matches}
    assert Word("asylum") in told["b"]
    assert Word("asylum") not in told["a"]


def test_what_should_occur_counts_and_is_not_wanted(engine: Engine) -> None:
    feed(engine, english("a", "visa"), english("b", "visa", "asylum"), english("c", "asylum"))

    assert found(engine, All((Word("visa"), Should(Word("asylum"))))) == ["b", "a"]
    assert sorted(found(engine, Should(Word("asylum")))) == ["a", "b", "c"]


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
def test_what_the_question_puts_ahead_comes_first_in_every_order(engine: Engine, sort: str) -> None:
    feed(
        engine,
        english("a", "asylum asylum", year=2020),
        english("b", "asylum visa", year=2016),
        english("c", "asylum", year=2010),
        english("d", "visa"),
    )

    matches = engine.search(Query(tree=Word("asylum"), ahead=Word("visa")), sort=sort)
    ids = [match.id for match in matches.matches]
    assert (ids[0], sorted(ids), matches.total, matches.ahead) == ("b", ["a", "b", "c"], 3, 1)
    narrowed = Query(tree=Word("asylum"), ahead=Word("visa"), filters=(Filter("year", ("2020",)),))
    assert engine.search(narrowed, sort=sort).ahead == 0


def test_a_filter_inside_the_tree_is_algebra_too(engine: Engine) -> None:
    feed(engine, english("a", "asylum", year=2016), english("b", "asylum", year=2020))

    assert found(engine, All((Word("asylum"), Not(Filter("published", first=20200101))))) == ["a"]
    assert found(engine, Any((Filter("year", ("2020",)), Word("visa")))) == ["b"]


def test_an_id_from_a_name_that_is_not_unicode_survives(engine: Engine) -> None:
    feed(engine, english("ni\udcf1ez", "asylum"))

    assert found(engine, Word("asylum")) == ["ni\udcf1ez"]


BEST_INTERESTS = Concept(
    "best-interests",
    All((Word("best"), Word("interests"))),
    Phrase(("best", "interests")),
    (Alternative(Phrase(("interes", "superior")), "interés superior", "es", 0.8),),
)


def test_a_word_of_a_language_is_found_in_its_texts_alone(engine: Engine) -> None:
    feed(engine, english("pastry", "A pie for everyone."), spanish("foot", "Se lastimó un pie."))

    assert found(engine, Word("pie", language="es")) == ["foot"]
    assert found(engine, Phrase(("lastimo", "pie"), language="es")) == ["foot"]
    assert found(engine, Phrase(("lastimo", "pie"), language="en")) == []
    assert found(engine, Word("pie")) == ["foot", "pastry"]


def test_a_word_is_not_found_by_its_namesakes(engine: Engine) -> None:
    feed(engine, spanish("name", "Habló Fidel."), spanish("both", "La fidelidad de Fidel."))
    feed(engine, english("english", "Fidel spoke of fidelidad."))

    assert found(engine, Word("fidelidad")) == ["both", "english", "name"]
    apart = Word("fidelidad", namesakes=frozenset({"fidel"}))
    assert found(engine, apart) == ["both", "english"]
    assert sorted(found(engine, Word("fidel"))) == ["both", "english", "name"]


def test_a_word_is_found_by_its_translations_and_before_them(engine: Engine) -> None:
    feed(
        engine,
        spanish("es", "Una escuela nueva."),
        english("en", "A new school."),
        english("other", "An escuela, as they say."),
    )
    school = Translated(Word("school"), (Alternative(Word("escuela", language="es"), "escuela", "es", 0.6),))

    assert found(engine, school) == ["en", "es"]


def test_common_words_of_titles_that_repeat_the_text_do_not_weigh_more(engine: Engine) -> None:
    feed(
        engine,
        english("a", "rare common", title="rare common"),
        *(english(f"b{number}", "common thing", title="common thing") for number in range(8)),
        english("c", "rare thing", title="thing"),
    )

    assert found(engine, Any((Word("rare"), Word("common"))))[:2] == ["a", "c"]


def test_a_concept_is_found_by_any_of_its_names(engine: Engine) -> None:
    feed(
        engine,
        spanish("es", "El interés superior es primordial."),
        english("en", "The best interests are primary."),
        english("scattered", "Interests at their best."),
        spanish("none", "Superior interés"),
    )

    assert found(engine, BEST_INTERESTS) == ["en", "scattered", "es"]


def test_the_vocabulary_is_the_folded_forms_of_titles_and_passages_with_their_texts(engine: Engine) -> None:
    feed(engine, spanish("a", "Niñez, niñez y nido", "La niñez", title="Niños"), english("b", "nine"))
    feed(engine, spanish("c", "Niñas y niñez"), english("gone", "nineteen"))
    remove(engine, "gone")

    assert list(engine.forms("ni")) == [("nido", 1), ("ninas", 1), ("nine", 1), ("ninez", 3), ("ninos", 1)]
    assert [form for form, _ in engine.forms("")] == ["la", "nido", "ninas", "nine", "ninez", "ninos", "y"]
    assert list(engine.forms("x")) == []


def test_a_score_is_explained_by_leaves_and_places(engine: Engine) -> None:
    feed(
        engine,
        Document(
            id="a",
            title="Best interests",
            topics=(Topic(id="best-interests"),),
            passages=(passage("The interés superior, as they say.", "es"), passage("Other words.")),
        ),
        english("b", "Nothing at all."),
    )
    (match,) = engine.search(Query(tree=BEST_INTERESTS), explain=True).matches

    told = {(share.leaf, share.place, share.topic) for share in match.shares}
    assert (Phrase(("best", "interests")), "title", None) in told
    assert (Word("best"), "title", None) in told
    assert (Phrase(("interes", "superior")), "passage", None) in told
    assert (Phrase(("interes", "superior")), "document", None) in told
    assert (None, "topic", "best-interests") in told
    assert not any(
        share.place in ("passage", "document") for share in match.shares if share.leaf == Word("best")
    )
    assert engine.search(Query(tree=BEST_INTERESTS)).matches[0].shares == ()


# -- Filters and facets -----------------------------------------------------------------------


def release(id: str, **fields: typing.Any) -> Document:
    return Document(id=id, passages=(passage("release"),), **fields)


RELEASES = (
    release(
        "a",
        publisher="United Nations Children's Fund",
        organisations=(Organisation(name="United Nations Children's Fund", acronym="UNICEF"),),
        countries=("CR", "MX"),
        topics=(Topic(id="best-interests"), Topic(id="consular-protection")),
        groups=(Topic(id="children"), Topic(id="migrants")),
        published=PartialDate(year=2016, month=11),
        kind="press-release",
    ),
    release(
        "b",
        publisher="OIM México",
        organisations=(Organisation(name="UNICEF México", acronym=None),),
        countries=("MX",),
        topics=(Topic(id="best-interests"),),
        groups=(Topic(id="children"),),
        place="San José, Costa Rica",
        symbol="FIC/C/GC/14",
        people=(Person(name="Ana Fiction"),),
        quotes=(Quote(text="It is so.", speaker="Bo León"), Quote(text="Said by nobody.")),
        published=PartialDate(year=2017, month=5, day=3),
        language="es",
    ),
    release("c", published=PartialDate(month=5, day=3), topics=(Topic(id="asylum"), Topic(id="asylum"))),
)


@pytest.mark.parametrize(
    ("condition", "ids"),
    [
        (Filter("topic", ("best-interests",), exact=True), ["a", "b"]),
        (Filter("topic", ("interests",)), ["a", "b"]),
        (Filter("group", ("children",), exact=True), ["a", "b"]),
        (Filter("topic", ("interests",), exact=True), []),
        (
            Filter(
                "topic",
                ("asylum", "consular"),
            ),
            ["a", "c"],
        ),
        (Filter("country", ("CR",), exact=True), ["a"]),
        (Filter("publisher", ("unicef",)), ["a"]),
        (Filter("publisher", ("mexico",)), ["b"]),
        (Filter("organisation", ("UNICEF",)), ["a", "b"]),
        (Filter("organisation", ("nations fund",)), ["a"]),
        (Filter("person", ("ANA",)), ["b"]),
        (Filter("person", ("leon",)), ["b"]),
        (Filter("person", ("ana leon",)), []),
        (Filter("place", ("san jose",)), ["b"]),
        (Filter("symbol", ("fic/c/gc/14",)), ["b"]),
        (Filter("symbol", ("FIC/C/GC/1",)), []),
        (Filter("id", ("c", "a", "x"), exact=True), ["a", "c"]),
        (Filter("kind", ("press release",)), ["a"]),
        (Filter("language", ("es",), exact=True), ["b"]),
        (Filter("year", ("2016", "2018"), exact=True), ["a"]),
        (Filter("published", first=20161115), ["a", "b"]),
        (Filter("published", first=20161201), ["b"]),
        (Filter("published", last=20170502), ["a"]),
        (Filter("published"), ["a", "b"]),
    ],
)
def test_a_filter_narrows(engine: Engine, condition: Filter, ids: list[str]) -> None:
    feed(engine, *RELEASES)

    assert sorted(found(engine, Word("release"), condition)) == ids


def test_filters_must_all_hold(engine: Engine) -> None:
    feed(engine, *RELEASES)

    assert found(engine, None, Filter("country", ("MX",)), Filter("year", ("2017",))) == ["b"]


def test_facets_count_all_matches(engine: Engine) -> None:
    feed(engine, *RELEASES)

    matches = engine.search(Query(tree=Word("release")), limit=1)

    assert matches.total == 3
    assert matches.facets == {
        "topic": {"best-interests": 2, "asylum": 1, "consular-protection": 1},
        "group": {"children": 2, "migrants": 1},
        "kind": {"page": 2, "press-release": 1},
        "country": {"MX": 2, "CR": 1},
        "language": {"en": 2, "es": 1},
        "publisher": {"OIM México": 1, "United Nations Children's Fund": 1},
        "year": {"2016": 1, "2017": 1},
    }
    assert list(matches.facets["topic"]) == ["best-interests", "asylum", "consular-protection"]


def test_a_selected_facet_still_shows_its_siblings(engine: Engine) -> None:
    feed(engine, *RELEASES)
    chosen = (Filter("country", ("CR",), exact=True, chosen=True), Filter("published", last=20161231))

    facets = engine.search(Query(filters=chosen), facets=("country", "year", "kind")).facets

    assert facets == {
        "country": {"CR": 1, "MX": 1},
        "year": {"2016": 1},
        "kind": {"press-release": 1},
    }
    years = engine.search(Query(filters=chosen[1:]), facets=("year",)).facets
    assert years == {"year": {"2016": 1}}  # a year that is chosen narrows the span of days further


def test_a_field_that_was_typed_narrows_its_own_facet(engine: Engine) -> None:
    feed(engine, *RELEASES)
    typed = Filter("kind", ("press-release",), exact=True)

    assert engine.search(Query(filters=(typed,)), facets=("kind",)).facets == {"kind": {"press-release": 1}}


def test_words_of_a_publishers_name_narrow_the_publishers_that_are_counted(engine: Engine) -> None:
    feed(engine, *RELEASES)

    counts = engine.search(Query(filters=(Filter("publisher", ("unicef",)),)), facets=("publisher",)).facets

    assert counts == {"publisher": {"United Nations Children's Fund": 1}}


# -- Order ------------------------------------------------------------------------------------


def test_words_that_meet_rank_above_words_that_are_scattered(engine: Engine) -> None:
    feed(
        engine,
        english("scattered", "asylum", "procedure"),
        english("together", "asylum procedure", "other"),
    )

    assert found(engine, All((Word("asylum"), Word("procedure")))) == ["together", "scattered"]


def test_a_title_ranks_above_a_passage_and_the_typed_form_above_another(engine: Engine) -> None:
    feed(
        engine,
        english("passage", "the asylum", title="Other"),
        english("title", "other words", title="Asylum"),
        english("plural", "the asylums", title="Other"),
    )

    assert found(engine, Word("asylum")) == ["title", "passage", "plural"]


def test_a_topic_lifts_a_document(engine: Engine) -> None:
    plain = english("a", "the best interests")
    feed(engine, plain, Document(id="b", passages=plain.passages, topics=(Topic(id="best-interests"),)))

    assert found(engine, BEST_INTERESTS) == ["b", "a"]


def test_a_topic_of_a_single_passage_is_found_and_lifts_nothing(engine: Engine) -> None:
    plain = english("a", "the best interests")
    feed(
        engine, plain, Document(id="b", passages=plain.passages, passage_topics=(Topic(id="best-interests"),))
    )
    chosen = Filter("topic", ("best-interests",), exact=True)

    assert found(engine, BEST_INTERESTS) == ["a", "b"]
    assert [match.id for match in engine.search(Query(filters=(chosen,))).matches] == ["b"]
    assert engine.search(Query(), facets=("topic",)).facets["topic"] == {"best-interests": 1}


def test_a_document_found_by_its_title_alone_has_no_passages(engine: Engine) -> None:
    feed(engine, english("a", "Nothing of it", title="Asylum"), english("b", title="Asylum"))

    matches = engine.search(Query(tree=Word("asylum"))).matches

    assert [(match.id, match.passages) for match in matches] == [("a", ()), ("b", ())]
    assert all(match.score > 0 for match in matches)


def test_ties_go_by_date_and_then_by_id(engine: Engine) -> None:
    years = {"d": 2016, "c": None, "b": 2016, "a": 2015}
    feed(engine, *(english(id, "asylum", year=year) for id, year in years.items()))

    assert found(engine, Word("asylum")) == ["b", "d", "a", "c"]


def test_sorting_by_date_puts_the_undated_last(engine: Engine) -> None:
    feed(
        engine,
        english("none", "asylum asylum asylum"),
        english("old", "asylum", year=1989),
        english("new", "asylum", year=2020),
        english("best", "asylum asylum", year=2020),
    )

    assert found(engine, Word("asylum"), sort="newest") == ["best", "new", "old", "none"]
    assert found(engine, Word("asylum"), sort="oldest") == ["old", "best", "new", "none"]


def test_an_unknown_order_is_misuse(engine: Engine) -> None:
    with pytest.raises(Misuse, match="no order called loudest"):
        engine.search(Query(), sort="loudest")


def test_pages_continue_where_the_last_one_ended(engine: Engine) -> None:
    feed(engine, *(english(f"{number:02}", "asylum " * (number % 4 + 1)) for number in range(25)))
    query = Query(tree=Word("asylum"))

    pages = [engine.search(query, limit=10, offset=offset) for offset in (0, 10, 20, 30)]

    joined = [match for page in pages for match in page.matches]
    assert [len(page.matches) for page in pages] == [10, 10, 5, 0]
    assert {page.total for page in pages} == {25}
    assert joined == list(engine.search(query, limit=25).matches)


def test_the_best_passages_come_first_and_headings_last(engine: Engine) -> None:
    texts = ["asylum and other things", "asylum", "nothing", "asylum asylum", "asylum"]
    kinds = ["paragraph", "heading", "paragraph", "paragraph", "item"]
    passages = tuple(passage(text, kind=kind) for text, kind in zip(texts, kinds, strict=True))
    feed(engine, Document(id="a", passages=passages), Document(id="b", passages=passages[:3]))

    matches = engine.search(Query(tree=Word("asylum"))).matches

    assert [match.passages for match in matches] == [(3, 4, 0), (0, 1)]


# -- Changes ----------------------------------------------------------------------------------


def test_a_document_that_changes_is_replaced(engine: Engine) -> None:
    feed(engine, english("a", "asylum", title="Asylum"), english("b", "asylum"))
    feed(engine, english("a", "visa"))

    assert found(engine, Word("asylum")) == ["b"]
    assert found(engine, Word("visa")) == ["a"]
    assert (engine.documents, engine.seen) == (2, 3)


def test_a_document_may_change_twice_in_one_call(engine: Engine) -> None:
    one, two = english("a", "asylum"), english("a", "visa")
    engine.apply(
        change(engine, ("a", one), ("b", one), ("a", two), ("b", None), ("c", one), ("c", None), ("c", two))
    )

    assert found(engine, Word("asylum")) == []
    assert found(engine, Word("visa")) == ["a", "c"]
    assert engine.documents == 2


def test_a_removed_document_is_gone_and_removing_it_again_changes_nothing(engine: Engine) -> None:
    feed(engine, english("a", "asylum"), english("b", "asylum"))
    remove(engine, "a", "never there")
    remove(engine, "a")

    assert found(engine) == found(engine, Word("asylum")) == ["b"]
    assert (engine.documents, engine.seen) == (1, 5)


def test_applying_twice_is_the_same_as_once(engine: Engine) -> None:
    changes = change(engine, ("a", english("a", "asylum")), ("b", english("b", "asylum")), ("b", None))
    engine.apply(changes)
    before = engine.search(Query(tree=Word("asylum")))
    engine.apply(changes)

    assert engine.search(Query(tree=Word("asylum"))) == before
    assert (engine.documents, engine.seen) == (1, 3)


def test_applying_nothing_changes_nothing(engine: Engine) -> None:
    engine.apply([])

    assert (engine.documents, engine.seen) == (0, 0)


def test_a_failed_apply_leaves_the_old_answers_and_the_next_one_works(engine: Engine) -> None:
    feed(engine, english("a", "asylum"))

    def breaking() -> Iterator[Change]:
        yield Change(number=2, id="a", document=None)
        yield Change(number=3, id="b", document=english("b", "asylum"))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        engine.apply(breaking())

    assert (found(engine, Word("asylum")), engine.seen) == (["a"], 1)
    feed(engine, english("b", "asylum"))
    assert found(engine, Word("asylum")) == ["a", "b"]


# -- Whoosh answers as the engine that reads everything -----------------------------------------

ENGLISH = "child children child's the of rights right best interest interests no visa asylum".split()
SPANISH = "niño niña niños niñez la de del interés intereses superior no visas asilo derecho".split()
WORDS = {"en": ENGLISH, "es": SPANISH, "fr": ["enfants", "enfant", "la", *ENGLISH[:4]]}
FOLDED = [*ENGLISH[:2], *ENGLISH[3:], *"nino nina ninez interes intereses asilo derechos la enfant".split()]
TOPICS = ("best-interests", "asylum", "consular-protection")


class Guesser:
    """Random documents and queries; the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def text(self, language: str, longest: int) -> str:
        words = self.random.choices(WORDS[language], k=self.random.randint(0, longest))
        return " ".join(word + self.random.choice(["", "", "", ".", ","]) for word in words)

    def document(self, id: str) -> Document:
        language = self.random.choice(["en", "es", "fr"])
        year = self.random.choice([None, 2016, 2016, 2017])
        return Document(
            id=id,
            title=self.text(language, 4),
            language=language,
            kind=self.random.choice(["page", "law"]),
            place=self.random.choice([None, "San José"]),
            symbol=self.random.choice([None, "FIC/C/1", "FIC/C/2"]),
            people=self.random.choice([(), (Person(name="Ana Fiction León"),)]),
            publisher=self.random.choice([None, "UNICEF México", "IOM"]),
            organisations=self.random.choice([(), (Organisation(name="UNICEF", acronym="UN"),)]),
            countries=tuple(self.random.sample(["MX", "CR", "GT"], self.random.randint(0, 2))),
            topics=tuple(Topic(id=id) for id in self.random.sample(TOPICS, self.random.randint(0, 2))),
            published=PartialDate(year=year, month=self.random.choice([None, 5])) if year else None,
            passages=tuple(self.passage(language) for _ in range(self.random.randint(0, 4))),
        )

    def passage(self, language: str) -> Passage:
        spoken = self.random.choice([language, language, "en", "es"])
        kind = self.random.choice(["paragraph", "paragraph", "heading"])
        return passage(self.text(spoken, 12), spoken, kind)

    def query(self) -> Query:
        filters = tuple(self.filter() for _ in range(self.random.choice([0, 0, 1, 2])))
        return Query(tree=self.random.choice([None, *([self.tree(3)] * 9)]), filters=filters)

    def tree(self, depth: int) -> Node:
        kinds: list[Callable[[], Node]] = [
            *(self.word, self.phrase, self.near, self.prefix, self.fuzzy, self.concept, self.translated)
        ]
        if depth:
            kinds += [
                lambda: All(self.parts(depth)),
                lambda: Any(self.parts(depth)),
                lambda: All(self.parts(depth)),
                lambda: Not(self.tree(depth - 1)),
                lambda: Should(self.tree(depth - 1)),
                lambda: Should(self.tree(depth - 1), self.filter()),
                lambda: Should(Any(tuple(self.word() for _ in range(3))), self.tree(depth - 1)),
                self.filter,
            ]
        return self.random.choice(kinds)()

    def parts(self, depth: int) -> tuple[Node, ...]:
        return tuple(self.tree(depth - 1) for _ in range(self.random.randint(1, 3)))

    def word(self) -> Word:
        word = self.random.choice(FOLDED)
        apart = frozenset(self.random.sample(FOLDED, 2)) if self.random.random() < 0.3 else frozenset()
        return Word(word, exact=self.random.random() < 0.2, language=self.language(), namesakes=apart)

    def phrase(self) -> Phrase:
        words = tuple(self.random.choices(FOLDED, k=self.random.randint(1, 3)))
        return Phrase(words, exact=self.random.random() < 0.2, language=self.language())

    def language(self) -> str:
        return self.random.choice(["", "", "en", "es"])

    def leaf(self) -> Word | Phrase:
        return self.word() if self.random.random() < 0.5 else self.phrase()

    def prefix(self) -> Prefix:
        return Prefix(self.random.choice(["ch", "ni", "in", "con", "la", "zz"]))

    def near(self) -> Near:
        words = tuple(self.random.choices(FOLDED, k=self.random.randint(1, 4)))
        return Near(words, self.random.randint(len(words), 8), exact=self.random.random() < 0.2)

    def fuzzy(self) -> Fuzzy:
        word = self.random.choice(["chidl", "interest", "intreses", "asylo", "rihgt", "enfants", "visa"])
        return Fuzzy(word, self.random.choice([0, 1, 2]))

    def concept(self) -> Concept:
        typed = self.phrase()
        others = tuple(Alternative(self.leaf(), "", "es", 0.7) for _ in range(2))
        return Concept(self.random.choice(TOPICS), All(tuple(map(Word, typed.words))), typed, others)

    def translated(self) -> Translated:
        others = tuple(Alternative(self.leaf(), "", "es", 0.5) for _ in range(2))
        return Translated(self.word(), others)

    def filter(self) -> Filter:
        return self.random.choice(
            [
                Filter("topic", (self.random.choice(TOPICS),), exact=True),
                Filter("country", ("MX", "GT"), exact=True),
                Filter("publisher", ("unicef",)),
                Filter("organisation", (self.random.choice(["un", "unicef", "iom"]),)),
                Filter("person", (self.random.choice(["ana", "leon"]),)),
                Filter("place", ("san jose",)),
                Filter("symbol", ("FIC/C/1",)),
                Filter("id", ("d3", "d4", "d5"), exact=True),
                Filter("year", ("2016",), exact=True),
                Filter("published", first=20160501),
                Filter("language", (self.random.choice(["es", "fr"]),), exact=True),
            ]
        )


def assert_same(one: Matches, other: Matches) -> None:
    assert one.total == other.total
    for facet, counts in one.facets.items():
        assert list(counts.items()) == list(other.facets[facet].items())
    for mine, yours in zip(one.matches, other.matches, strict=True):
        assert (mine.id, mine.passages) == (yours.id, yours.passages)
        assert mine.score == pytest.approx(yours.score, abs=1.5e-9)  # one in the last digit kept


def assert_explained(matches: Matches) -> None:
    for match in matches.matches:
        assert sum(share.score for share in match.shares) == pytest.approx(match.score, abs=1e-8)
        assert all(share.score > 0 and share.place in PLACES for share in match.shares)


def assert_paged(engine: Engine, query: Query, sort: str) -> None:
    """Page after page has every hit of the whole once, in its order."""
    whole = engine.search(query, limit=100, sort=sort)
    pages = [engine.search(query, limit=3, offset=start, sort=sort) for start in range(0, whole.total, 3)]
    assert [match.id for page in pages for match in page.matches] == [match.id for match in whole.matches]


@pytest.mark.parametrize("seed", range(12))
def test_whoosh_answers_as_memory_does(seed: int, tmp_path: Path) -> None:
    guesser = Guesser(seed)
    ids = [f"d{number}" for number in range(14)]
    memory = open_engine("memory", tmp_path, None)
    whoosh = open_engine("whoosh", tmp_path / "index", None)

    for _ in range(7):
        chosen = guesser.random.sample(ids, guesser.random.randint(1, 8))
        puts = [(id, guesser.document(id) if guesser.random.random() < 0.75 else None) for id in chosen]
        memory.apply(change(memory, *puts))
        whoosh.apply(change(whoosh, *puts))
        if guesser.random.random() < 0.5:
            whoosh = open_engine("whoosh", tmp_path / "index", whoosh.seal())
        assert (whoosh.documents, whoosh.seen) == (memory.documents, memory.seen)
        for _ in range(8):
            query = guesser.query()
            sort = guesser.random.choice(["relevance", "relevance", "newest", "oldest"])
            limit, offset = guesser.random.choice([(10, 0), (3, 0), (4, 2), (100, 0)])
            assert_same(
                whoosh.search(query, limit=limit, offset=offset, sort=sort),
                memory.search(query, limit=limit, offset=offset, sort=sort),
            )
            for each in (whoosh, memory):
                assert_explained(each.search(query, limit=limit, sort=sort, explain=True))
                assert each.count(query) == each.search(query).total
            assert_paged(whoosh, query, sort)


# -- The index of Whoosh: sealed, damaged, swept ------------------------------------------------


def reopened(tmp_path: Path, seal: Seal) -> Engine:
    return open_engine("whoosh", tmp_path / "index", seal)


def largest(tmp_path: Path) -> Path:
    return max((tmp_path / "index").iterdir(), key=lambda path: path.stat().st_size)


def test_a_sealed_index_opens_again(whoosh: Engine, tmp_path: Path) -> None:
    feed(whoosh, english("a", "asylum"), english("b", "visa"))
    seal = whoosh.seal()

    again = reopened(tmp_path, seal)

    assert (again.seen, again.documents, found(again, Word("visa"))) == (2, 2, ["b"])
    assert again.seal() == seal
    feed(again, english("c", "visa"))
    assert sorted(found(again, Word("visa"))) == ["b", "c"]


def test_an_empty_index_is_sealed_and_opens_again(whoosh: Engine, tmp_path: Path) -> None:
    again = reopened(tmp_path, whoosh.seal())

    feed(again, english("a", "asylum"))
    assert found(again, Word("asylum")) == ["a"]


def test_an_index_that_lost_all_its_documents_opens_again(whoosh: Engine, tmp_path: Path) -> None:
    feed(whoosh, english("a", "asylum"))
    remove(whoosh, "a")

    again = reopened(tmp_path, whoosh.seal())

    assert (again.documents, found(again), again.seen) == (0, [], 2)
    feed(again, english("a", "asylum"))
    assert found(again, Word("asylum")) == ["a"]


def test_the_orders_are_those_that_are_named() -> None:
    assert tuple(ORDERS) == SORTS


@pytest.mark.parametrize("cut", ["missing", "truncated", "flipped", "foreign"])
def test_every_damaged_file_is_noticed(whoosh: Engine, tmp_path: Path, cut: str) -> None:
    feed(whoosh, english("a", "asylum", title="Asylum"))
    seal = whoosh.seal()
    for name in seal.files:
        path = tmp_path / "index" / name
        content = path.read_bytes()
        middle = len(content) // 2
        damaged = {
            "truncated": content[:-1],
            "flipped": content[:middle] + bytes([content[middle] ^ 4]) + content[middle + 1 :],
            "foreign": bytes(reversed(content)),
        }
        path.unlink()
        if cut in damaged:
            path.write_bytes(damaged[cut])

        with pytest.raises(EngineError, match=r"The index .*\.$"):
            reopened(tmp_path, seal)
        path.write_bytes(content)
    assert found(reopened(tmp_path, seal), Word("asylum")) == ["a"]


def test_an_index_of_another_engine_or_version_is_refused(whoosh: Engine, tmp_path: Path) -> None:
    seal = whoosh.seal()

    for other in (Seal("whoosh", seal.version + 1, 0, "index"), Seal("tantivy", seal.version, 0, "index")):
        with pytest.raises(EngineError, match="another version"):
            reopened(tmp_path, other)


def test_strangers_are_not_read_and_the_next_change_sweeps_them(whoosh: Engine, tmp_path: Path) -> None:
    feed(whoosh, english("a", "asylum"))
    seal = whoosh.seal()
    folder = tmp_path / "index"
    (folder / "_texts_99.toc").write_bytes(b"not a table of contents")
    (folder / "texts_abcdefghijklmnop.postings").write_bytes(b"left by a crash")
    (folder / "kb.db").write_bytes(b"nothing of ours")
    (folder / "texts.tmp").mkdir()
    (folder / "texts.tmp" / "run").write_bytes(b"left by a crash")

    again = reopened(tmp_path, seal)
    assert found(again, Word("asylum")) == ["a"]
    feed(again, english("b", "asylum"))

    assert found(again, Word("asylum")) == ["a", "b"]
    assert {path.name for path in folder.iterdir()} == {"kb.db", *seal.files, *again.seal().files}


def test_after_a_crash_before_the_seal_the_old_seal_still_opens(whoosh: Engine, tmp_path: Path) -> None:
    feed(whoosh, english("a", "asylum"))
    seal = whoosh.seal()
    feed(whoosh, english("b", "asylum"))
    feed(whoosh, english("c", "asylum"))

    again = reopened(tmp_path, seal)

    assert (found(again, Word("asylum")), again.seen) == (["a"], 1)
    feed(again, english("b", "asylum"))
    assert found(reopened(tmp_path, again.seal()), Word("asylum")) == ["a", "b"]


def test_an_index_that_cannot_be_written_says_so(whoosh: Engine, tmp_path: Path) -> None:
    (tmp_path / "index").write_text("a file where the folder should be")

    with pytest.raises(EngineError, match="cannot be written"):
        feed(whoosh, english("a", "asylum"))


def test_segments_stay_few(whoosh: Engine) -> None:
    for number in range(40):
        feed(whoosh, english(f"d{number:02}", "asylum"))

    names = {name.split(".")[0] for name in whoosh.seal().files if name.startswith("texts_")}
    assert len(names) <= 5
    assert len(found(whoosh, Word("asylum"))) == 40


def test_searches_go_on_while_changes_are_applied(whoosh: Engine) -> None:
    feed(whoosh, *(english(f"d{number}", "asylum") for number in range(20)))
    wrong: list[object] = []
    done = threading.Event()

    def search() -> None:
        while not done.is_set():
            try:
                total = whoosh.search(Query(tree=Word("asylum"))).total
            except KbError as error:
                wrong.append(error)
            else:
                wrong.extend([total] if total != 20 else [])

    threads = [threading.Thread(target=search) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(15):
        feed(whoosh, english(f"d{number}", "asylum again"), english("other", f"visa {number}"))
    done.set()
    for thread in threads:
        thread.join()

    assert wrong == []


def test_whoosh_itself_can_read_the_index(whoosh: Engine, tmp_path: Path) -> None:
    from whoosh.filedb.filestore import FileStorage

    feed(whoosh, english("a", "the asylum procedure", title="Asylum"))

    with FileStorage(str(tmp_path / "index")).open_index("texts").reader() as reader:
        assert reader.doc_count() == 2
        assert list(reader.postings("stem", "en:asylum").all_ids()) == [0, 1]


def test_searching_imports_no_whoosh(whoosh: Engine, tmp_path: Path) -> None:
    import json
    import subprocess

    feed(whoosh, english("a", "asylum"))
    seal = whoosh.seal()
    program = (
        "import json, sys; from pathlib import Path; from kb.engines import Seal, open_engine;"
        "from kb.query.tree import Query, Word;"
        "engine = open_engine('whoosh', Path(sys.argv[1]), Seal(*json.loads(sys.argv[2])));"
        "total = engine.search(Query(tree=Word('asylum'))).total;"
        "print(total, 'whoosh' in sys.modules)"
    )
    fields = [seal.engine, seal.version, seal.seen, seal.folder, dict(seal.files)]

    answer = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "index"), json.dumps(fields)],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(Path(__file__).parent.parent / "src")},
    )

    assert answer.stdout.split() == ["1", "False"]


# -- Postings on their way into a segment -------------------------------------------------------


@pytest.mark.parametrize("limit", [1, 3000, 10**9])  # more files than may be open, a few, none
def test_postings_come_out_sorted_however_little_memory_they_may_take(tmp_path: Path, limit: int) -> None:
    chance = random.Random(5)
    pool = PostingPool(tmp_path, limit)
    given: dict[tuple[str, bytes], list[tuple[int, list[int]]]] = {}
    for text in range(150):
        for number in sorted(chance.sample(range(40), 3)):
            field, key = ("stem", "word")[number % 2], b"\xc3\xb1" * (number % 3) + b"%d" % number
            places = sorted(chance.sample(range(70_000), chance.randint(1, 4)))
            given.setdefault((field, key), []).append((text, places))
            pool.add((field, key, text, 1.0, array("I", places).tobytes()))

    told = list(pool.iter_postings())

    assert [(field, term) for field, term, _ in told] == sorted(given)
    for field, term, found in told:
        rows = given[field, term]
        assert list(found.texts) == [text for text, _ in rows]
        assert list(found.counts) == [len(places) for _, places in rows]
        assert list(found.positions) == [place for _, places in rows for place in places]
    assert list(tmp_path.iterdir()) == []
