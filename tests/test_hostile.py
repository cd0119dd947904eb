"""Text made to hold kb up: marks without an end, over and over."""

from __future__ import annotations

from contextlib import suppress
from itertools import chain

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kb.errors import SourceError, SourceTooLarge
from kb.parsers import parse
from kb.records import Document, Source
from tests.endless import ends

SIZE = 200_000  # characters: their square is far beyond what `ends` waits for
MARKS = (
    "[", "<", "|", "1.1 ", "> ", "*", "_", "`", "![", "](", "[a](", "[^a]", "*a ", "**a ", "***a*", "_a ",
    "``a ", "#", "- ", "1. ", "(a) ", "=", "\\", "&", "<a ", "<b>", "<!--", "<![", '"', "(", "{", "\t", "  ",
    "a", "a ", "1", "1 ", ".", "a. ", "“", "@", "/", "-a", "|-", "[a]: ", "\\u1 ", "{\\b ", "\\'41",
)  # fmt: skip
BETWEEN = ("", "\n", "\n\n", "\n    ", "\n> ", "\n- ", "\n| ")


def document(text: str, kind: str) -> Document:
    return parse(Source(location="fiction", content=text.encode(), media_type=kind, sha256="0" * 64))


def repeated(piece: str, size: int = SIZE) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def growing(mark: str) -> str:
    """Lines, each with one mark more than the one above."""
    count = int((2 * SIZE / len(mark)) ** 0.5)
    return "\n".join(mark * each for each in range(1, count))


def read(text: str, kind: str) -> None:
    with ends(), suppress(SourceError):
        document(text, kind)


@pytest.mark.slow
@settings(max_examples=12)
@given(
    marks=st.lists(st.sampled_from(MARKS), min_size=1, max_size=3),
    between=st.sampled_from(BETWEEN),
    kind=st.sampled_from(["text/markdown", "text/plain"]),
)
@example(marks=["[", "<b>", "["], between="\n- ", kind="text/markdown")  # items that are none: no list begins
def test_marks_over_and_over_are_read_or_refused(marks: list[str], between: str, kind: str) -> None:
    read(f"Fiction\n\n{repeated(''.join(marks) + between)}", kind)


@pytest.mark.slow
@settings(max_examples=6)
@given(mark=st.sampled_from(MARKS), kind=st.sampled_from(["text/markdown", "text/plain"]))
def test_lines_that_grow_are_read_or_refused(mark: str, kind: str) -> None:
    read(growing(mark), kind)


@pytest.mark.slow
@settings(max_examples=10)
@given(marks=st.lists(st.sampled_from(MARKS), min_size=1, max_size=3))
def test_marks_in_rich_text_are_read_or_refused(marks: list[str]) -> None:
    read(rf"{{\rtf1\ansi {repeated(''.join(marks))}", "application/rtf")


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["[", "[a](", "***a*", "> [\n", "- [", "`a ", "[a]: b\n", "|[\n", "<p>[</p>\n"]
)
def test_marks_of_markdown_without_an_end_are_read(piece: str) -> None:
    with ends():
        read = document(f"# Fiction\n\n{repeated(piece)}\n\nThe last words.", "text/markdown")

    assert read.passages[-1].text.endswith("The last words.")


def test_a_paragraph_with_too_many_marks_keeps_them_as_text_and_says_so() -> None:
    text = "**bold** [and](x) <so> on & on " * 300

    read = document(f"# Fiction\n\nBefore it *this*.\n\n- {text}\n\nBehind it **that**.", "text/markdown")

    assert [each.text for each in read.passages] == ["Before it this.", text.strip(), "Behind it that."]
    assert [str(each) for each in read.warnings] == [
        "Paragraphs with too many marks of Markdown to be read as more than text: 1."
    ]


def test_a_long_table_and_a_long_list_of_links_stay_what_they_are() -> None:
    rows = "\n".join(f"| [Office {each}](https://example.org/{each}) | *open* |" for each in range(700))
    items = "\n".join(f"- [Office {each}](https://example.org/{each})" for each in range(700))

    read = document(f"# Fiction\n\n| Name | State |\n|---|---|\n{rows}\n\n{items}", "text/markdown")

    assert read.warnings == ()
    assert [each.kind for each in read.passages] == ["table", *["item"] * 700]
    assert read.passages[0].text.splitlines()[-1] == "Office 699 | open"


@pytest.mark.parametrize("kind", ["text/plain", "text/markdown"])
@pytest.mark.slow
def test_more_paragraphs_than_a_document_has_are_refused_before_they_are_read(kind: str) -> None:
    text = "\n\n".join(chain(["Fiction"], map(str, range(70_000))))

    with pytest.raises(SourceTooLarge, match="more paragraphs"):
        document(text, kind)
