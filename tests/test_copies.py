"""Numbered copies of files: editions of what they are copied from, or documents apart. All is fiction."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kb.ingesting import ingest
from kb.settings import make_library, open_named
from kb.text.resemblance import resemblance
from tests.fiction import SAID, write

BODY = " ".join(
    f"The invented office of lane {number} counted {number + 3} children." for number in range(40)
)


def paper(title: str, body: str, *, published: str = "2016-05-12", more: str = "") -> str:
    return f"---\npublished: {published}\n{more}---\n# {title}\n\n{SAID}\n\n{body}\n"


FIRST = paper("Lanes", BODY)
MARKED = paper("Lanes", BODY, more="symbol: INV/1\n")
Outcome = Callable[..., str]


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Knowledge bases by the text that they hold as ``release.md``: each is read once."""
    made = {}
    for first in (FIRST, MARKED):
        folder = make_library(tmp_path_factory.mktemp("begun"))
        write(folder, "release.md", first)
        with open_named(folder) as library:
            ingest(library, [str(folder / "release.md")])
        made[first] = folder
    return made


@pytest.fixture
def outcome(begun: dict[str, Path], tmp_path: Path) -> Outcome:
    """What becomes of ``release (2).md`` beside ``release.md``."""

    def of(second: str, *, first: str = FIRST, copies: bool = True, dry_run: bool = False) -> str:
        folder = tmp_path / "library"
        shutil.copytree(begun[first], folder)
        write(folder, "release (2).md", second)
        with open_named(folder) as library:
            report = ingest(library, [str(folder / "release (2).md")], copies=copies, dry_run=dry_run)
        assert len(report.entries) == 1
        return report.entries[0].outcome

    return of


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (paper("Lanes", BODY.replace("lane 7 ", "lane seven ")), "updated"),
        (paper("Lanes", BODY + " The office thanks nobody."), "updated"),
        (paper("Lanes: a correction", BODY + " The office thanks nobody."), "updated"),
        (paper("Lanes", "Nothing of this was said before, and nobody counted anyone at all."), "new"),
        (paper("Lanes of June", BODY[:1100] + " All else is new.", published="2016-06-12"), "new"),
    ],
    ids=["corrected", "longer", "another title", "other text", "the next of a series"],
)
def test_only_what_says_mostly_the_same_is_an_edition(outcome: Outcome, second: str, expected: str) -> None:
    assert outcome(second) == expected


@pytest.mark.parametrize(("symbol", "expected"), [("INV/1", "updated"), ("INV/2", "new")])
def test_a_symbol_decides(outcome: Outcome, symbol: str, expected: str) -> None:
    second = paper("Lanes", BODY + " More.", more=f"symbol: {symbol}\n")

    assert outcome(second, first=MARKED) == expected


def test_without_being_asked_a_copy_is_a_document_of_its_own(outcome: Outcome) -> None:
    assert outcome(paper("Lanes", BODY + " More."), copies=False) == "new"


def test_a_dry_run_moves_nothing(outcome: Outcome, tmp_path: Path) -> None:
    assert outcome(paper("Lanes", BODY + " More."), dry_run=True) == "updated"
    assert (tmp_path / "library" / "release (2).md").exists()


def test_a_long_text_is_compared_in_a_moment() -> None:
    words = "word " * 2_000_000

    assert resemblance(words, words + "more") == 1.0
