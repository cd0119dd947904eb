"""Files of words of one's own: another language, another translation. Every document is fiction."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.errors import LexiconInvalid
from kb.ingesting import ingest
from kb.searching import search
from kb.settings import make_library, open_named
from tests.fiction import write

PORTUGUESE = (
    "# Fiction: birds\n\nUm papagaio de penas verdes mora na casa da ponte. Este texto foi inventado.\n"
)
ENGLISH = (
    "# Fiction: bird\n\nA parrot with green feathers lives in the house at the bridge. It is invented.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A knowledge base with a text in Portuguese and one in English, and words of Portuguese."""
    folder = make_library(tmp_path / "library")
    write(folder, "lexicon/pt-en.txt", "# words of ours, in no order\npapagaio: parrot\ncegonha: stork\n")
    write(folder, "lexicon/en-pt.txt", "stork: cegonha\n\nparrot: papagaio\n")
    write(folder, "in/pt.md", f"---\nlanguage: pt\nid: pt\n---\n{PORTUGUESE}")
    write(folder, "in/en.md", f"---\nid: en\n---\n{ENGLISH}")
    with open_named(folder) as library:
        ingest(library, [str(folder / "in")])
    return folder


def found(folder: Path, question: str) -> dict[str, list[str]]:
    """What a question finds: of each document the words that are marked."""
    with open_named(folder) as library:
        return {
            hit.id: [each.text[start:end] for each in hit.passages for start, end in each.marks]
            for hit in search(library, question).hits
        }


@pytest.mark.parametrize("question", ["parrot", "papagaio", "where does the parrot live"])
def test_another_language_is_added_as_files(folder: Path, question: str) -> None:
    marked = found(folder, question)

    assert marked.keys() == {"pt", "en"}
    assert "papagaio" in marked["pt"]
    assert "parrot" in marked["en"]


def test_a_translation_of_ones_own_stands_before_ours(folder: Path) -> None:
    write(folder, "lexicon/en-es.txt", "parrot: cotorra; perico\n")

    with open_named(folder) as library:
        (added,) = search(library, "parrot").expansions

    assert added.also == (("cotorra", "es"), ("perico", "es"), ("loro", "es"), ("papagaio", "pt"))


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"parrot papagaio\n", 'Line 1 of {file} is no word with its translations or forms; write it like '
         '"shelter: albergue; refugio".'),
        (b"# words\nstork:\n", 'Line 2 of {file} is no word with its translations or forms; write it like '
         '"shelter: albergue; refugio".'),
        ("parrot: papagáio\n".encode("utf-16"), "{file} is not UTF-8 text; save it as UTF-8."),
    ],
)  # fmt: skip
def test_a_file_that_is_wrong_is_told(folder: Path, content: bytes, problem: str) -> None:
    file = folder / "lexicon/en-pt.txt"
    file.write_bytes(content)

    with open_named(folder) as library, pytest.raises(LexiconInvalid) as told:
        search(library, "parrot")

    assert str(told.value) == problem.format(file=file)
