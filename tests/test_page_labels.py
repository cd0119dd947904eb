"""Pages are cited by the numbers that a PDF gives them. All bodies and places are fiction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from kb.ingesting import ingest
from kb.library import Library
from kb.parsers import parse
from kb.reading import record, show
from kb.reading.citations import cite
from kb.searching import search
from kb.settings import make_library, open_named
from tests.pdf_files import Paper, source

GUIDE = (
    "This handbook of the Shelter Service of Arcadia is fiction, written for a test of kb.",
    "1. A guardian is named before the first interview of the child, and the interview waits for them.",
    "2. The consulate of Arcadia is told within a day, unless the child asks for asylum.",
)
WORDS = ("guardian", "consul", "judge", "doctor", "mother")
LINES = (
    "The guardian speaks with the child in the language of the child, and brings an interpreter where",
    "one is needed; the interpreter is never a relative, nor a person of the service that holds the",
    "child, and signs that nothing of what was said will be told to others without leave of the court",
    "that named the guardian.",
)


def _handbook(*, labelled: bool = True) -> bytes:
    paper = Paper("Handbook of guardians")
    for at, text in enumerate(GUIDE):
        if at:
            paper.turn()
        else:
            paper.centred("Handbook of guardians", size=16)
        paper.prose(text)
    if labelled:
        paper.canvas.addPageLabel(0, style="ROMAN_LOWER", start=1)
        paper.canvas.addPageLabel(1, style="ARABIC", start=7)
    return paper.content()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    home = make_library(tmp_path / "library")
    (tmp_path / "handbook.pdf").write_bytes(_handbook())
    with open_named(home) as found:
        ingest(found, [str(tmp_path / "handbook.pdf")])
        yield found


def test_passages_have_the_number_of_their_page() -> None:
    passages = parse(source(_handbook())).passages

    assert [(each.page_from, each.pages) for each in passages] == [(1, "i"), (2, "7"), (3, "8")]


def test_pages_that_are_not_numbered_otherwise_are_sheets() -> None:
    passages = parse(source(_handbook(labelled=False))).passages

    assert [(each.page_label, each.pages) for each in passages] == [(None, "1"), (None, "2"), (None, "3")]


@pytest.mark.parametrize(
    ("numbered", "pages"),
    [(2, ["1", "2", "3", "4"]), (3, ["[1]", "[2]", "1", "2", "3"])],
    ids=["too few to tell", "enough"],
)
def test_numbers_printed_at_the_edge_are_those_of_the_pages(numbered: int, pages: list[str]) -> None:
    paper = Paper("Handbook of guardians")
    paper.centred("Handbook of guardians", size=16)
    for at in range(-1, numbered + 1):
        if at > 0:
            paper.put(f"- {at} -", 290, 40)
        paper.prose(f"The {WORDS[at]} of the Shelter Service of Arcadia is told of each child within a day.")
        if at < numbered:
            paper.turn()

    assert [each.pages for each in parse(source(paper.content())).passages] == pages


def _paged(numbers: Sequence[str]) -> list[str]:
    """What pages are called that bear such numbers at their feet; empty: none."""
    paper = Paper("Handbook of guardians")
    paper.centred("Handbook of guardians", size=16)
    for at, number in enumerate(numbers):
        if at:
            paper.turn()
        if number:
            paper.put(number, 290, 40)
        paper.prose(
            f"The {WORDS[at % 5]} of the Shelter Service of Arcadia is told of child {at + 200} within a day."
        )
    return list({each.page_from: each.pages for each in parse(source(paper.content())).passages}.values())


@pytest.mark.parametrize(
    ("printed", "pages"),
    [
        (("", "", "iii", "iv", "v", "", "2", "3", "4"), ["i", "ii", "iii", "iv", "v", "1", "2", "3", "4"]),
        (("", "II", "III", "", "V", "", "", "2", "3", "4"), "I II III IV V [6] 1 2 3 4".split()),
        (("", "", "", "3", "4", "5"), ["[1]", "1", "2", "3", "4", "5"]),
        (("", "2", "3", "4", "", "2", "3", "4"), ["1", "2", "3", "4", "1", "2", "3", "4"]),
    ],
    ids=["a chapter", "a blank page", "a cover", "numbers begin anew"],
)
def test_pages_before_the_first_printed_number_are_counted_from_one(
    printed: Sequence[str], pages: list[str]
) -> None:
    assert _paged(printed) == pages


@pytest.mark.parametrize(
    ("printed", "pages"),
    [
        (("", "16", "17", "18"), ["[1]", "16", "17", "18"]),
        (("Page 1", "", "2", "3", "4"), ["[1]", "[2]", "2", "3", "4"]),
        (("1", "2", "3", "4", "", "7", "8", "9"), ["1", "2", "3", "4", "[5]", "7", "8", "9"]),
        ((*[""] * 12, "11", "12", "13"), [*(f"[{each}]" for each in range(1, 13)), "11", "12", "13"]),
    ],
    ids=["a part of a journal", "a sheet came between", "a sheet is missing", "far from the first page"],
)
def test_pages_keep_the_number_of_their_sheet_where_page_one_is_not_certain(
    printed: Sequence[str], pages: list[str]
) -> None:
    assert _paged(printed) == pages


def test_a_paragraph_over_two_pages_has_both_numbers() -> None:
    paper = Paper("Handbook of guardians")
    paper.prose(GUIDE[0])
    for line in LINES[:2]:
        paper.line(line)
    paper.turn()
    for line in LINES[2:]:
        paper.line(line)
    paper.canvas.addPageLabel(0, style="ROMAN_LOWER", start=4)

    last = parse(source(paper.content())).passages[-1]

    assert (last.page_from, last.page_to, last.pages) == (1, 2, "iv–v")


@pytest.mark.parametrize(("language", "said"), [("en", "para. 1, p. 7"), ("es", "párr. 1, p. 7")])
def test_a_citation_names_the_page_by_its_number(library: Library, language: str, said: str) -> None:
    address = search(library, "guardian interview").hits[0].passages[0].address

    assert said in cite(library, address, language=language)


def test_the_record_has_the_sheet_and_the_number(library: Library) -> None:
    shown = record(library, show(library, search(library, "consulate").hits[0].id))

    assert [(each["page"], each["page_label"]) for each in shown["passages"]] == [
        (1, "i"),
        (2, "7"),
        (3, "8"),
    ]
