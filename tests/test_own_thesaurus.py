"""A user's own concepts over ours, and documents that get their topics anew without being read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from kb.curating import described
from kb.errors import KbError, Misuse, ThesaurusInvalid
from kb.ingesting import ingest
from kb.library import Library
from kb.maintaining import status
from kb.messages import say
from kb.reading import show, topics
from kb.searching import search
from kb.settings import make_library, open_as_it_is, open_named
from kb.thesaurus import Thesaurus, load, load_with
from kb.thesaurus.checking import findings
from kb.thesaurus.reading import SHAPES
from tests.fiction import document, release, write

ROOT = Path(__file__).parents[1]
DRAGONS = '[dragons]\npreferred = { en = "dragons", es = "dragones" }\n'


def laid(text: str) -> Thesaurus:
    return load_with(text, "ours.toml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A knowledge base of one release in which a dragon and the best interests occur."""
    made = make_library(tmp_path / "library")
    with open_named(made) as library:
        library.store.put(
            document("a", "Fiction: a dragon watched over their best interests.", kind="press-release"),
            reading=1,
        )
        library.follow()
    return made


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    with open_named(folder) as library:
        yield library


def topics_of(library: Library) -> set[str]:
    return {each.id for each in show(library, library.store.ids()[0]).document.topics}


# What a file may say -------------------------------------------------------------------------


def test_without_a_file_ours_stands() -> None:
    assert load_with("", "") is load()


def test_a_new_concept_is_added() -> None:
    found = laid(f'{DRAGONS}broader = ["migrants"]\nrelated = ["asylum"]\n')

    assert found.named("dragones") == "dragons"
    assert "dragons" in found.narrower("migrants")
    assert "dragons" in found.concepts["asylum"].related  # said once, true both ways
    assert found.concepts.keys() - {"dragons"} == load().concepts.keys()


def test_a_remark_on_a_label_goes_with_it(folder: Path) -> None:
    def note(concept: str, removed: dict[str, list[str]], more: str = "") -> dict[str, str]:
        listed = ", ".join(f"{language} = {labels}" for language, labels in removed.items())
        write(folder, "thesaurus.toml", f"[{concept}]\nremove = {{ {listed} }}\n{more}")
        with open_named(folder) as library:
            return dict(described(library, concept).concept.note)

    ours = load().concepts
    hidden = {language: list(labels) for language, labels in ours["older-persons"].hidden.items()}
    assert note("asylum", {"en": ["asylum shopping"]}) == {
        "en": '"assylum" is a misspelling.',
        "es": "«asylo» es una errata.",
    }
    assert note("asylum", {"en": ["right to asylum"]}) == ours["asylum"].note
    assert note("asylum", {"en": ["asylum shopping", "assylum"], "es": ["asylo"]}) == {}
    assert note("older-persons", hidden) == {}
    assert note("migrants", {"en": ["aliens"]}) == {}
    assert note("asylum", {"en": ["asylum shopping"]}, 'note = { en = "Ours." }\n')["en"] == "Ours."


def test_labels_are_added_and_removed() -> None:
    found = laid(
        '[asylum]\nalternative = { en = ["safe haven"] }\nhidden = { es = ["refuxio"] }\n'
        'remove = { en = ["asylum shopping", "right to asylum"] }\n'
    )

    assert found.named("safe haven") == found.named("refuxio") == found.named("asilo") == "asylum"
    assert found.named("asylum shopping") is None
    assert found.concepts["asylum"].scope == load().concepts["asylum"].scope


def test_a_preferred_label_is_replaced() -> None:
    assert laid('[asylum]\npreferred = { es = "amparo" }').label("asylum", "es") == "amparo"
    assert laid('[asylum]\npreferred = { es = "amparo" }').label("asylum", "en") == "asylum"


def test_a_concept_is_left_out_or_replaced() -> None:
    found = laid(
        '[asylum]\nomit = true\n[return]\ninstead = true\npreferred = { en = "back", es = "vuelta" }'
    )

    assert "asylum" not in found.concepts
    assert not [each for each in found.concepts.values() if "asylum" in (*each.broader, *each.related)]
    assert found.concepts["return"].alternative == {}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("[dragons\n", 1, "this is not TOML"),
        ('\n\n[dragons]\npreferred = { en = "x" es = "y" }', 4, "this is not TOML"),
        ('[dragons]\npreferred = { en = "dragons" }', 2, 'has no preferred label in "es"; write preferred ='),
        ("[dragons]\n", 1, 'has no preferred label in "en"'),
        ('["Big Dragons"]\n', 1, "lower-case words joined by hyphens"),
        ('dragons = "x"\n', 1, "begin one with a line [dragons]"),
        (f'{DRAGONS}colour = "red"\n', 3, '"colour" is not known in a concept; there are'),
        (f'{DRAGONS}alternative = ["drakes"]\n', 3, 'write alternative = { en = ["..."], es = ["..."] }'),
        (f'{DRAGONS}alternative = {{ fr = ["drakes"] }}\n', 3, '"alternative" cannot be read'),
        (f'{DRAGONS}group = "yes"\n', 3, "write group = true"),
        (f"{DRAGONS}\n[dragons.scope]\nen = 7\n", 4, '"scope" cannot be read'),
        (f'{DRAGONS}broader = ["beasts"]\n', 3, '"beasts" under broader is no concept'),
        (f'{DRAGONS}broader = ["dragons"]\n', 3, '"dragons" stands above itself'),
        (f'{DRAGONS}hidden = {{ es = ["asilo"] }}\n', 3, 'the label "asilo" is also one of "asylum"'),
        (f'{DRAGONS}abbreviation = {{ en = ["UASC"] }}\n', 3, 'also one of "unaccompanied-children"'),
        ('[asylum]\nremove = { en = ["dragon"] }', 2, 'there is no label "dragon" to remove'),
        ('[asylum]\nremove = { en = ["asylum"] }', 2, 'the preferred label in "en" is removed'),
        ("[dragons]\nomit = true", 2, 'there is no concept "dragons" of ours'),
    ],
)
def test_a_mistake_is_one_sentence_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(ThesaurusInvalid) as found:
        laid(text)

    assert str(found.value).startswith(f"ours.toml, line {line}: ")
    assert words in str(found.value)
    assert say(found.value, "es").startswith(f"ours.toml, línea {line}: ")


def test_the_example_of_the_documentation_is_read() -> None:
    page = (ROOT / "docs/topics.md").read_text(encoding="utf-8")
    example = page.partition("```toml\n")[2].partition("```")[0]

    found = laid(example)

    assert found.named("comedores populares") == "community-kitchens"
    assert found.label("media", "es") == "prensa"
    assert "freight-trains" not in found.concepts
    assert findings(found) == []


@pytest.mark.parametrize("name", ["media", "xenophobia", "guardianship", "detention", "asylum"])
def test_a_concept_in_the_place_of_ours_has_the_relations_that_ours_say_of_it(name: str) -> None:
    found = laid(f'[{name}]\ninstead = true\npreferred = {{ en = "wolpertinger", es = "volpertinguer" }}\n')

    assert {each.id for each in found.concepts.values() if name in each.related} == {
        *found.concepts[name].related
    }
    assert [str(each.problem) for each in findings(found) if each.concept == name] == []


def test_the_documentation_knows_every_key() -> None:
    page = (ROOT / "docs/topics.md").read_text(encoding="utf-8")

    assert [key for key in SHAPES if f"`{key}" not in page and f"{key} = " not in page] == []
    assert f"{len(load().concepts)} concepts" in page
    for name in ("README.md", "LEEME.md"):
        assert f"{len(load().concepts)} concept" in (ROOT / name).read_text(encoding="utf-8")


# In a knowledge base -------------------------------------------------------------------------


def test_a_file_beside_kb_toml_is_used_at_the_next_question(folder: Path) -> None:
    write(folder, "thesaurus.toml", DRAGONS)

    with open_named(folder) as library:
        assert [hit.topics[0] for hit in search(library, "topic:dragons").hits] == ["dragons"]
        assert "best-interests" in topics_of(library)
        assert {each.id: each.count for each in topics(library)}["dragons"] == 1


def test_it_is_noticed_while_the_knowledge_base_is_open(folder: Path, library: Library) -> None:
    assert search(library, "topic:dragons").total == 1  # as words
    assert "dragons" not in topics_of(library)
    write(folder, "thesaurus.toml", DRAGONS)

    search(library, "best interests")

    assert "dragons" in topics_of(library)
    (folder / "thesaurus.toml").unlink()
    search(library, "best interests")
    assert "dragons" not in topics_of(library)


def test_no_file_is_read_again(folder: Path) -> None:
    write(folder, "thesaurus.toml", DRAGONS)

    with open_named(folder) as library:
        before = show(library, library.store.ids()[0]).document
        library.follow()
        after = show(library, library.store.ids()[0]).document

    assert after.topics != before.topics
    assert (after.edition, after.passages, after.title) == (before.edition, before.passages, before.title)


@pytest.mark.slow
def test_files_that_come_in_meet_the_user_s_concepts(folder: Path, tmp_path: Path) -> None:
    write(folder, "thesaurus.toml", DRAGONS)
    write(tmp_path, "b.md", release("Fiction of the south", "Dragons slept."))

    with open_named(folder) as library:
        ingest(library, [str(tmp_path / "b.md")])
        changes = library.store.last_change
        library.follow()

        assert search(library, "topic:dragons").total == 2
        assert library.store.last_change == changes


def test_a_thesaurus_that_gives_the_same_topics_changes_nothing(folder: Path) -> None:
    write(folder, "thesaurus.toml", DRAGONS.replace("dragon", "unicorn"))

    with open_named(folder) as library:
        before = library.store.last_change
        search(library, "best interests")

        assert library.store.last_change == before
        search(library, "best interests")


def test_what_was_stopped_goes_on(folder: Path) -> None:
    with open_named(folder) as library:
        for name in "bcd":
            library.store.put(document(name, f"Fiction {name}: a dragon.", kind="press-release"), reading=1)
        library.follow()
    write(folder, "thesaurus.toml", DRAGONS)

    def stop(done: int, total: int) -> None:
        assert total == 4
        raise KeyboardInterrupt

    with open_named(folder) as library, pytest.raises(KeyboardInterrupt):
        library.follow(stop)

    told: list[tuple[int, int]] = []
    with open_named(folder) as library:
        library.follow(lambda *step: told.append(step))

        assert told[:3] == [(1, 3), (2, 3), (3, 3)]
        assert search(library, "topic:dragons").total == 4


def test_two_processes_with_another_thesaurus_do_not_fight(folder: Path) -> None:
    with open_named(folder) as one:
        search(one, "dragon")
        write(folder, "thesaurus.toml", DRAGONS)
        with open_named(folder) as other:
            search(other, "dragon")
            (folder / "thesaurus.toml").unlink()
            settled = other.store.last_change
            page = search(one, "dragon")  # knows nothing of dragons, and had its turn

            assert one.store.last_change == settled
            assert [str(each) for each in page.notices if "Another program" in str(each)]


def test_where_nothing_can_be_written_the_topics_stay(folder: Path) -> None:
    write(folder, "thesaurus.toml", DRAGONS)
    with open_named(folder) as library:
        library.store.writable = False

        page = search(library, "best interests")

        assert page.total == 1
        assert [str(each) for each in page.notices if "can only be read" in str(each)]
        assert "dragons" not in topics_of(library)


def test_topics_of_before_are_told_while_another_command_writes(folder: Path) -> None:
    with open_named(folder) as library:
        search(library, "best interests")
        write(folder, "thesaurus.toml", DRAGONS)
        with FileLock(library.index_folder / "lock"):
            notices = [str(each) for each in search(library, "best interests").notices]

            assert [each for each in notices if each.startswith("Concepts have changed")]
            assert not [each for each in notices if each.startswith("The index is behind")]
        assert not search(library, "topic:dragons").notices


def test_kb_toml_may_name_another_file(folder: Path) -> None:
    write(folder, "concepts/dragons.toml", DRAGONS)
    with (folder / "kb.toml").open("a", encoding="utf-8") as settings:
        settings.write('thesaurus = "concepts/dragons.toml"\n')

    with open_named(folder) as library:
        assert search(library, "topic:dragons").total == 1
    (folder / "concepts/dragons.toml").unlink()
    with pytest.raises(Misuse, match=r"names the thesaurus .*, which is not there"):
        open_named(folder)


def test_what_is_in_a_knowledge_base_is_told_whatever_is_wrong_with_its_concepts(folder: Path) -> None:
    write(folder, "thesaurus.toml", "[dragons")

    with open_as_it_is(folder) as library:
        found = status(library)

    assert found.documents == 1
    assert found.concepts
    assert "thesaurus.toml, line 1: this is not TOML" in str(found.concepts)
    with pytest.raises(ThesaurusInvalid):
        open_named(folder)


def test_a_file_that_is_no_text_is_told(folder: Path) -> None:
    (folder / "thesaurus.toml").write_bytes(b"[dragons]\npreferred = { en = '\xe9' }")

    with pytest.raises(KbError, match="is not UTF-8; save it as UTF-8"):
        open_named(folder)


def test_a_byte_order_mark_does_no_harm(folder: Path) -> None:
    (folder / "thesaurus.toml").write_text(DRAGONS, encoding="utf-8-sig")

    with open_named(folder) as library:
        assert library.thesaurus.named("dragons") == "dragons"
