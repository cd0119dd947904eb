"""The thesaurus as people handle it: shown, drawn as a tree, checked, taken out and brought in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.curating import FORMATS, bring_in, described, exported, faults, format_of, tree
from kb.errors import Misuse, NotHeld, ThesaurusInvalid
from kb.library import Library
from kb.messages import say
from kb.settings import make_library, open_named
from kb.thesaurus import Concept, Thesaurus, load, overlay, table, turtle, writing
from kb.thesaurus.checking import findings
from kb.thesaurus.faults import of_tables
from tests.fiction import document, write

READERS = {"turtle": turtle, "csv": table}
LINES = st.text(min_size=1, max_size=12).filter(str.strip)
NAMES = st.sampled_from(("dragons", "dragon-eggs", "trade", "x1"))
LABELS = st.dictionaries(
    st.sampled_from(("en", "es")), st.lists(LINES, min_size=1, max_size=3, unique=True).map(tuple)
)
TEXTS = st.dictionaries(st.sampled_from(("en", "es")), LINES)
ADDRESSES = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1, max_size=9
).map(lambda end: f"https://example.org/{end}")
MAPPINGS = st.dictionaries(
    st.sampled_from(("exact", "close")), st.lists(ADDRESSES, min_size=1, max_size=2, unique=True).map(tuple)
)
RELATIONS = st.lists(NAMES, max_size=2, unique=True).map(tuple)
MEETINGS = st.lists(st.tuples(NAMES, NAMES).map(" + ".join), max_size=2, unique=True).map(tuple)
ODD = st.one_of(st.just(True), LINES, st.lists(LINES, max_size=2), st.dictionaries(NAMES, LINES, max_size=2))


def _toml(values: dict[str, dict[str, Any]]) -> str:
    return "".join(
        f"[{name}]\n" + "".join(f"{key} = {_value(value)}\n" for key, value in table.items())
        for name, table in values.items()
    )


def _value(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_value(each)}" for key, each in value.items()) + " }"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


@st.composite
def thesauri(draw: st.DrawFn) -> dict[str, Concept]:
    """Any concepts that can be written down, sound or not."""
    found = {}
    for name in draw(st.lists(NAMES, unique=True)):
        found[name] = Concept(
            id=name,
            preferred={"en": draw(LINES), "es": draw(LINES)},
            alternative=draw(LABELS),
            abbreviation=draw(LABELS),
            hidden=draw(LABELS),
            asked=draw(LABELS),
            group=(group := draw(st.booleans())),
            topic=not group or draw(st.booleans()),
            proper=draw(st.booleans()),
            actor=draw(st.booleans()),
            together=draw(MEETINGS),
            concerns=draw(RELATIONS),
            broader=draw(RELATIONS),
            related=draw(RELATIONS),
            scope=draw(TEXTS),
            basis=tuple(draw(st.lists(LINES, max_size=2, unique=True))),
            note=draw(TEXTS),
            mapping=draw(MAPPINGS),
        )
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = make_library(tmp_path / "library")
    with open_named(made) as library:
        library.store.put(
            document("a", "Fiction: asylum for unaccompanied girls.", kind="press-release"), reading=1
        )
    return made


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    with open_named(folder) as library:
        yield library


# Formats -------------------------------------------------------------------------------------


@given(thesauri())
@settings(deadline=None)
def test_what_is_written_is_read_back(concepts: dict[str, Concept]) -> None:
    for form in READERS.values():
        found = form.read(form.written(concepts.values()), "a file")
        assert found == concepts
        assert list(found) == list(concepts)


@given(thesauri(), thesauri())
@settings(deadline=None)
def test_a_user_s_file_says_any_difference(ours: dict[str, Concept], wanted: dict[str, Concept]) -> None:
    sound = {name: _even(each, wanted) for name, each in wanted.items()}
    text = writing.written(overlay.difference(ours, sound), ours)

    assert overlay.laid_over(ours, text, "a file")[0] == sound


def _even(each: Concept, concepts: dict[str, Concept]) -> Concept:
    """The concept with no relation that a user's file would be refused for."""
    from dataclasses import replace

    return replace(each, together=(), concerns=(), broader=(), related=())


def test_the_shipped_thesaurus_survives_both_formats() -> None:
    concepts = load().concepts
    for form in READERS.values():
        assert form.read(form.written(concepts.values()), "a file") == concepts


@given(st.text())
@settings(deadline=None)
def test_any_text_is_read_or_refused_with_its_line(text: str) -> None:
    assert all(each.startswith("a file, line ") for form in READERS.values() for each in refused(form, text))


def refused(form: ModuleType, text: str) -> list[str]:
    """Why a text is refused; nothing where it is read."""
    try:
        form.read(text, "a file")
    except ThesaurusInvalid as error:
        return [str(error)]
    return []


def test_turtle_is_skos() -> None:
    text = turtle.written([load().concepts["unaccompanied-children"]])

    assert ":unaccompanied-children a skos:Concept ;" in text
    assert 'skos:prefLabel "unaccompanied children"@en, "niñez no acompañada"@es ;' in text
    assert "skos:broader :migrant-children, :children ;" in text
    assert "skos:inScheme kb:groups ;" in text


def test_turtle_is_read_in_any_layout() -> None:
    text = """PREFIX s: <http://www.w3.org/2004/02/skos/core#>
        # a remark
        <urn:kb:concept:dragons> a s:Concept; s:prefLabel "dragons"@en-GB;;
          s:prefLabel \"\"\"drag"ones\"\"\"@es ; <http://purl.org/dc/terms/created> "2026"^^<http://x/y>.
        <urn:kb:concept:dragons> s:altLabel "dr\\u00e1kes"@en."""

    assert turtle.read(text, "a file") == {
        "dragons": Concept(
            id="dragons", preferred={"en": "dragons", "es": 'drag"ones'}, alternative={"en": ("drákes",)}
        )
    }


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (":dragons a skos:Concept .", 1, 'the prefix ":" is not declared'),
        ("@prefix : <urn:kb:concept:> .\n:a :b [ :c :d ] .", 2, "blank nodes, collections"),
        ("@prefix : <urn:kb:concept:> .\n:a :b :c\n:d :e :f .", 3, 'a "." is missing before this'),
        ("@prefix : <urn:kb:concept:> .\n:a :b", 2, "ends in the middle of a statement"),
        ("@prefix : .", 1, "a prefix is written"),
        ('@prefix : <urn:kb:concept:> .\n:a :b "\\q" .', 2, "means no letter"),
    ],
)
def test_turtle_that_cannot_be_read_is_told_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(ThesaurusInvalid) as found:
        turtle.read(text, "a file")

    assert str(found.value).startswith(f"a file, line {line}: ")
    assert words in str(found.value)


HEAD = "concept,property,language,value\n"
BOTH = "dragons,preferred,en,dragons\ndragons,preferred,es,dragones\n"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("id,label\n", 1, "the first line has to be concept,property,language,value"),
        (f"{HEAD}dragons,preferred,en\n", 2, "3 cells and needs 4"),
        (f"{HEAD}dragons,preferred,en,dragons\n", 2, 'no preferred label in "es"'),
        (f"{HEAD}Dragons,preferred,en,dragons\n", 2, "lower-case words"),
        (f"{HEAD}{BOTH}dragons,colour,,red\n", 4, '"colour" is not known'),
        (f"{HEAD}{BOTH}dragons,hidden,fr,x\n", 4, 'needs a language, "en" or "es"'),
        (f"{HEAD}{BOTH}dragons,hidden,en,\n", 4, "is empty"),
        (f"{HEAD}{BOTH}dragons,preferred,en,drakes\n", 4, "is there twice"),
        (f"{HEAD}{BOTH}dragons,group,,yes\n", 4, 'is true or false, not "yes"'),
        (f'{HEAD}{BOTH}dragons,hidden,en,"x\n', 4, "this is no CSV"),
    ],
)
def test_a_table_that_cannot_be_read_is_told_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(ThesaurusInvalid) as found:
        table.read(text, "a file")

    assert str(found.value).startswith(f"a file, line {line}: ")
    assert words in str(found.value)
    assert say(found.value, "es").startswith(f"a file, línea {line}: ")


def test_a_spreadsheet_in_spanish_writes_semicolons() -> None:
    text = "\ufeff" + (HEAD + BOTH).replace(",", ";").replace("\n", "\r\n") + ";;;\r\n"

    assert list(table.read(text, "a file")) == ["dragons"]


def test_no_cell_is_a_formula() -> None:
    concept = Concept(id="x", preferred={"en": "=1+1", "es": "'x"})

    assert ",=1" not in table.written([concept])
    assert table.read(table.written([concept]), "a file")["x"] == concept


# Checking ------------------------------------------------------------------------------------


def test_the_shipped_thesaurus_is_sound() -> None:
    assert findings(load()) == []


def test_what_is_wrong_is_found() -> None:
    def concept(id: str, **values: Any) -> Concept:
        given: dict[str, Any] = {"preferred": {"en": f"{id} word", "es": f"{id} palabra"}, **values}
        return Concept(id=id, **given)

    faulty = (
        concept("a", alternative={"en": ("b words",)}),
        concept("b", scope={"en": "Fiction."}, broader=("c",)),
        concept("c", broader=("b",), related=("d", "gone")),
        concept("d", hidden={"en": ("of the",), "es": ("d palabra",)}, concerns=("a",)),
        concept("f", together=("a", "b + nowhere")),
    )
    found = [
        (each.concept, str(each.problem))
        for each in findings(Thesaurus({known.id: known for known in faulty}))
    ]

    assert found == [
        ("a", '"alternative" is missing in "es".'),
        ("b", 'the label "b word" is also one of "a"; keep it in one of the two.'),
        ("b", '"scope" is missing in "es".'),
        ("b", "it stands above itself by its broader concepts."),
        ("c", '"gone" under related is no concept of this thesaurus.'),
        ("c", "it stands above itself by its broader concepts."),
        ("c", 'it is related to "d", which does not say so.'),
        ("d", 'the label "of the" has no word that could be found.'),
        ("d", 'the label "d palabra" is there twice.'),
        ("d", '"a" under concerns is no group of people.'),
        ("f", '"nowhere" under together is no concept of this thesaurus.'),
        ("f", '"a" under together has to name two concepts.'),
    ]


# In a knowledge base -------------------------------------------------------------------------


def test_a_concept_is_described_by_any_of_its_names(library: Library) -> None:
    for name in ("unaccompanied-children", "NIÑOS no acompañados", "uasc", "menores solos"):
        assert described(library, name).concept.id == "unaccompanied-children"
    found = described(library, "asylum")
    assert found.count == 1
    assert "refugee-status-determination" in found.narrower
    assert found.groups == ("refugees-and-asylum-seekers",)


def test_a_name_of_nothing_is_told_with_what_is_near(library: Library) -> None:
    with pytest.raises(NotHeld, match="near it: asylum"):
        described(library, "asylun")
    with pytest.raises(NotHeld, match="kb topics tree"):
        described(library, "zzzzzzzz")


def test_the_tree_shows_every_concept(library: Library) -> None:
    branches = list(tree(library))

    assert {each.id for each in branches} == load().concepts.keys()
    assert all(branches[place].depth <= branches[place - 1].depth + 1 for place in range(1, len(branches)))
    below = [(each.id, each.depth) for each in tree(library, "niñez")]
    assert below[0] == ("children", 0)
    assert ("unaccompanied-children", 2) in below  # under migrant children, not here as well
    assert ("unaccompanied-children", 1) not in below


def test_the_format_is_known_by_the_name_of_the_file() -> None:
    assert [format_of(Path(name)) for name in ("a.TTL", "a.csv")] == ["turtle", "csv"]
    assert format_of(Path("a.txt"), "csv") == "csv"
    with pytest.raises(Misuse, match="name the format"):
        format_of(Path("a.txt"))


@pytest.mark.parametrize("form", FORMATS)
def test_out_and_in_again_is_the_same_thesaurus(folder: Path, tmp_path: Path, form: str) -> None:
    write(
        folder,
        "thesaurus.toml",
        '[dragons]\npreferred = { en = "dragons", es = "dragones" }\n[asylum]\nomit = true\n',
    )
    with open_named(folder) as library:
        before = library.thesaurus.concepts
        path = write(tmp_path, "all", exported(library, form))
        done = bring_in(library, path, form, exact=True)
        assert (done.added, done.changed, done.omitted) == ((), (), ())
    (folder / "thesaurus.toml").unlink()
    with open_named(folder) as library:
        done = bring_in(library, path, form, exact=True)
        assert (done.added, done.omitted, done.before) == (("dragons",), ("asylum",), None)

    with open_named(folder) as library:
        assert library.thesaurus.concepts == before


def test_every_file_of_before_is_kept(folder: Path, tmp_path: Path) -> None:
    path = write(tmp_path, "mine.csv", f"{HEAD}{BOTH}")
    write(folder, "thesaurus.toml", "# mine\n")

    kept = []
    for _ in range(3):
        with open_named(folder) as library:
            kept.append(bring_in(library, path, "csv").before)

    assert [each and each.name for each in kept] == [
        "thesaurus.before.toml", "thesaurus.before-2.toml", "thesaurus.before-3.toml",
    ]  # fmt: skip
    assert (folder / "thesaurus.before.toml").read_text(encoding="utf-8") == "# mine\n"


@pytest.mark.parametrize("exact", [False, True])
@pytest.mark.parametrize(("form", "text"), [("csv", HEAD), ("turtle", "")])
def test_a_file_without_concepts_changes_nothing(
    folder: Path, tmp_path: Path, form: str, text: str, *, exact: bool
) -> None:
    path = write(tmp_path, "empty", text)

    with open_named(folder) as library, pytest.raises(ThesaurusInvalid, match="There is no concept in"):
        bring_in(library, path, form, exact=exact, sure=True)

    assert not (folder / "thesaurus.toml").exists()


def test_most_concepts_are_left_out_only_by_somebody_who_is_sure(folder: Path, tmp_path: Path) -> None:
    path = write(tmp_path, "mine.csv", f"{HEAD}{BOTH}")

    with open_named(folder) as library:
        with pytest.raises(Misuse, match="lacks 271 of the 271 concepts"):
            bring_in(library, path, "csv", exact=True)
        assert not (folder / "thesaurus.toml").exists()
        done = bring_in(library, path, "csv", exact=True, sure=True)

    assert (done.added, len(done.omitted)) == (("dragons",), 271)


def test_what_refers_to_an_omitted_concept_goes_with_it_and_leaves_the_rest_to_kb(
    folder: Path, tmp_path: Path
) -> None:
    with open_named(folder) as library:
        rows = exported(library, "csv").splitlines(keepends=True)
        path = write(tmp_path, "all.csv", "".join(row for row in rows if not row.startswith("asylum,")))
        done = bring_in(library, path, "csv", exact=True)

    written = (folder / "thesaurus.toml").read_text(encoding="utf-8")
    assert written.partition("\n\n")[2].splitlines() == ["[asylum]", "omit = true"]
    assert done.omitted == ("asylum",)


def test_a_part_adds_and_changes_and_leaves_the_rest(folder: Path, tmp_path: Path) -> None:
    path = write(tmp_path, "mine.csv", f"{HEAD}{BOTH}dragons,related,,asylum\n")
    write(folder, "thesaurus.toml", "# mine\n")

    with open_named(folder) as library:
        done = bring_in(library, path, "csv")

        assert (done.added, done.omitted) == (("dragons",), ())
        assert done.before
        assert done.before.read_text(encoding="utf-8") == "# mine\n"
        library.follow()
        assert library.thesaurus.named("dragones") == "dragons"
        assert library.thesaurus.concepts.keys() - {"dragons"} == load().concepts.keys()


def test_a_label_more_or_fewer_leaves_the_rest_to_kb(folder: Path, tmp_path: Path) -> None:
    with open_named(folder) as library:
        text = exported(library, "csv") + "asylum,alternative,en,safe haven\n"
        text = text.replace("asylum,hidden,en,asylum shopping\r\n", "")
        bring_in(library, write(tmp_path, "all.csv", text), "csv", exact=True)

    written = (folder / "thesaurus.toml").read_text(encoding="utf-8")
    assert written.partition("\n\n")[2].splitlines() == [
        "[asylum]",
        'remove = { en = ["asylum shopping"] }',
        'alternative = { en = ["safe haven"] }',
    ]
    with open_named(folder) as library:
        assert library.thesaurus.named("safe haven") == "asylum"


def test_what_kb_would_refuse_is_not_brought_in(folder: Path, tmp_path: Path) -> None:
    path = write(tmp_path, "mine.csv", f"{HEAD}{BOTH}dragons,hidden,en,asylum\n")

    with (
        open_named(folder) as library,
        pytest.raises(ThesaurusInvalid, match='in "dragons", the label "asylum"'),
    ):
        bring_in(library, path, "csv")

    assert not (folder / "thesaurus.toml").exists()


@pytest.mark.parametrize("exact", [False, True])
def test_rows_in_another_order_change_nothing(folder: Path, tmp_path: Path, exact: bool) -> None:
    with open_named(folder) as library:
        head, *rows = exported(library, "csv").splitlines()
        path = write(tmp_path, "sorted.csv", "\r\n".join([head, *sorted(rows, reverse=True)]))

        done = bring_in(library, path, "csv", exact=exact)

    assert (done.added, done.changed, done.omitted) == ((), (), ())
    assert "[" not in (folder / "thesaurus.toml").read_text(encoding="utf-8")


def test_all_that_is_wrong_with_a_table_is_told_at_once(library: Library, tmp_path: Path) -> None:
    rows = """\
dragons,preferred,en,dragons
eggs,preferred,en,eggs
eggs,preferred,es,huevos de dragón
eggs,colour,,red
eggs,hidden,en,dragons
eggs,broader,,nests
eggs,broader,,eggs
nest,together,,eggs + wolves
nest,preferred,en,dragon nest
nest,preferred,es,nido de dragón
"""
    found = faults(library, write(tmp_path, "mine.csv", HEAD + rows))

    assert [(each.concept, str(each.problem).partition(";")[0]) for each in found if each.severe] == [
        ("eggs", 'line 5: "colour" is not known in a concept'),
        ("dragons", 'line 2: the concept "dragons" has no preferred label in "es"'),
        ("eggs", 'the label "dragons" is also one of "dragons"'),
        ("eggs", '"nests" under broader is no concept of this thesaurus.'),
        ("eggs", "it stands above itself by its broader concepts."),
        ("nest", '"wolves" under together is no concept of this thesaurus.'),
    ]


def test_all_that_is_wrong_with_a_file_is_told_at_once(library: Library, tmp_path: Path) -> None:
    text = """\
[dragons]
preferred = { en = "dragons" }
broader = ["nests", "caves", "eggs"]
colour = "red"

[eggs]
preferred = { en = "dragon eggs", es = "huevos de dragón" }
hidden = { en = ["asylum"] }
broader = ["dragons"]

[asylum]
remove = { en = ["no such label"] }
together = ["eggs + wolves", "eggs + dragons"]
"""
    found = faults(library, write(tmp_path, "mine.toml", text))

    assert {(each.concept, str(each.problem).partition(";")[0]) for each in found if each.severe} == {
        ("dragons", 'line 4: "colour" is not known in a concept'),
        ("dragons", 'line 2: the concept "dragons" has no preferred label in "es"'),
        ("dragons", 'line 3: "nests" under broader is no concept'),
        ("dragons", 'line 3: "caves" under broader is no concept'),
        ("dragons", 'line 3: "dragons" stands above itself by its broader concepts'),
        ("eggs", 'the label "asylum" is also one of "asylum"'),
        ("asylum", 'line 12: there is no label "no such label" to remove'),
        ("asylum", 'line 13: "wolves" under together is no concept'),
    }


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(NAMES, st.dictionaries(st.sampled_from(("preferred", "broader", "omit", "x")), ODD)))
def test_whatever_a_file_holds_is_told_in_the_end(values: dict[str, dict[str, Any]]) -> None:
    found = of_tables({}, _toml(values), "mine.toml")

    assert all(str(each.problem) for each in found)


def test_a_file_is_checked_before_it_is_used(library: Library, tmp_path: Path) -> None:
    good = write(tmp_path, "mine.toml", '[dragons]\npreferred = { en = "dragons", es = "dragones" }\n')
    uneven = write(tmp_path, "mine.csv", f"{HEAD}{BOTH}dragons,scope,en,Beasts.\n")

    assert faults(library, good) == []
    assert [str(each.problem) for each in faults(library, uneven)] == ['"scope" is missing in "es".']
    with pytest.raises(ThesaurusInvalid, match="cannot be read"):
        faults(library, tmp_path / "none.csv")
