"""Numbered copies of files: editions of what they are copied from, or documents apart. All is fiction."""

from pathlib import Path

import pytest

from kb.ingesting import ingest
from kb.library import Library
from kb.text.resemblance import resemblance
from tests.fiction import SAID

BODY = " ".join(
    f"The invented office of lane {number} counted {number + 3} children." for number in range(40)
)


def paper(title: str, body: str, *, published: str = "2016-05-12", more: str = "") -> str:
    return f"---\npublished: {published}\n{more}---\n# {title}\n\n{SAID}\n\n{body}\n"


def outcome(
    library: Library, folder: Path, first: str, second: str, *, copies: bool = True, dry_run: bool = False
) -> str:
    """What becomes of ``release (2).md`` beside ``release.md``."""
    (folder / "release.md").write_text(first, encoding="utf-8")
    ingest(library, [str(folder / "release.md")])
    (folder / "release (2).md").write_text(second, encoding="utf-8")
    (entry,) = ingest(library, [str(folder / "release (2).md")], copies=copies, dry_run=dry_run).entries
    return entry.outcome


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
def test_only_what_says_mostly_the_same_is_an_edition(
    library: Library, tmp_path: Path, second: str, expected: str
) -> None:
    assert outcome(library, tmp_path, paper("Lanes", BODY), second) == expected


@pytest.mark.parametrize(("symbol", "expected"), [("INV/1", "updated"), ("INV/2", "new")])
def test_a_symbol_decides(library: Library, tmp_path: Path, symbol: str, expected: str) -> None:
    first = paper("Lanes", BODY, more="symbol: INV/1\n")
    second = paper("Lanes", BODY + " More.", more=f"symbol: {symbol}\n")

    assert outcome(library, tmp_path, first, second) == expected


def test_without_being_asked_a_copy_is_a_document_of_its_own(library: Library, tmp_path: Path) -> None:
    first, second = paper("Lanes", BODY), paper("Lanes", BODY + " More.")

    assert outcome(library, tmp_path, first, second, copies=False) == "new"


def test_a_dry_run_moves_nothing(library: Library, tmp_path: Path) -> None:
    first, second = paper("Lanes", BODY), paper("Lanes", BODY + " More.")

    assert outcome(library, tmp_path, first, second, dry_run=True) == "updated"
    assert (tmp_path / "release (2).md").exists()


def test_a_long_text_is_compared_in_a_moment() -> None:
    words = "word " * 2_000_000

    assert resemblance(words, words + "more") == 1.0
