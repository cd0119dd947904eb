"""Tables of Pandoc's Markdown: grids, columns under a broken line, rows of several lines. All is fiction."""

from __future__ import annotations

import pytest

from kb.parsers import parse
from kb.parsers.markdown_tables import piped
from kb.records import Source
from tests.endless import ends

GRID = """
+-------------+-------+---------------+
| Place       | Files | What was done |
+=============+=======+===============+
| Vadena      | 1,312 | A guardian    |
|             |       | was **named** |
+-------------+-------+---------------+
| San Telmo   |       | Nothing       |
+-------------+-------+---------------+
"""
GRID_WITHOUT_HEAD = """
+-------------+-------+---------------+
| Place       | Files | What was done |
+-------------+-------+---------------+
| Vadena      | 1,312 | A guardian    |
|             |       | was **named** |
+-------------+-------+---------------+
| San Telmo   |       | Nothing       |
+-------------+-------+---------------+
"""
SEVERAL_LINES = """
------------------------------------
Place        Files  What was
                    done
----------- ------  ----------------
Vadena       1,312  A guardian
                    was **named**

San Telmo           Nothing
------------------------------------

: Fiction
"""
NO_HEAD = """
----------- ------  ----------------
Place        Files  What was
                    done

Vadena       1,312  A guardian
                    was **named**

San Telmo           Nothing
----------- ------  ----------------
"""
SIMPLE = """
Place        Files  What was done
----------- ------  ----------------
Vadena       1,312  A guardian was *named*
San Telmo           Nothing
"""
SIMPLE_WITHOUT_HEAD = """
----------- ------  ----------------
Place        Files  What was done
Vadena       1,312  A guardian was *named*
San Telmo           Nothing
----------- ------  ----------------
"""
ROWS = "Place | Files | What was done\nVadena | 1,312 | A guardian was named\nSan Telmo |  | Nothing"


def read(text: str) -> list[tuple[str, str]]:
    """The kinds and texts of what is in a Markdown text."""
    source = Source(location="fiction", content=text.encode(), media_type="text/markdown", sha256="0" * 64)
    return [(each.kind, each.text) for each in parse(source).passages]


@pytest.mark.parametrize(
    "table", [GRID, GRID_WITHOUT_HEAD, SEVERAL_LINES, NO_HEAD, SIMPLE, SIMPLE_WITHOUT_HEAD]
)
def test_tables_of_pandoc_are_tables(table: str) -> None:
    found = read(f"# Fiction\n\nBefore it.\n{table}\nBehind it.\n")

    assert found[1] == ("table", ROWS)
    assert found[0] == ("paragraph", "Before it.")
    assert found[-1] == ("paragraph", "Behind it.")


def test_a_cell_over_two_columns_is_told_in_the_first() -> None:
    table = """
+--------+-------+-------+
| Place  | Girls and boys |
|        +-------+-------+
|        | 2019  | 2020  |
+========+=======+=======+
| Vadena | 312   | 208   |
+--------+-------+-------+
"""

    assert read(f"# Fiction\n\nBefore it.\n{table}")[1][1].split("\n")[-1] == "Vadena | 312 | 208"


@pytest.mark.parametrize(
    "text",
    [
        "One thing\n---------\n\nand another",
        "-- --\n\nA rule, then text.",
        "```\n" + GRID + "```",
        "A sentence goes on\nfor two lines\n----------- ------\nand a third",
        "+------+\n\nA sign, then text.",
        "Words across the columns\n--- ---\nof a line",
    ],
)
def test_what_only_looks_like_a_table_stays(text: str) -> None:
    assert piped(text) == text


@pytest.mark.parametrize(
    "line", ["+--+\n", "+--+\n|\n", "-- --\n", "a\n-- --\n", "---\na\n-- --\nb\n\n", "+-" * 50]
)
def test_many_lines_of_no_table_are_passed_over(line: str) -> None:
    with ends():
        assert piped(line * 50_000)


@pytest.mark.parametrize(
    "table",
    [
        "Table 1. Steps\n| Step | Who |\n| Register | Shelter |\n| Assess | Judge |",
        "Table 1. Steps\n| Step | Who |\n|---|:-:|\n| Register | Shelter |\n| Assess | Judge |",
    ],
)
def test_tables_with_pipes_below_a_line_or_without_a_rule_are_tables(table: str) -> None:
    content = f"# A fictional guide\n\n{table}\n\nThe text goes on.\n".encode()

    document = parse(Source(location="a.md", content=content, media_type="text/markdown", sha256=""))

    assert [(passage.kind, passage.text) for passage in document.passages] == [
        ("paragraph", "Table 1. Steps"),
        ("table", "Step | Who\nRegister | Shelter\nAssess | Judge"),
        ("paragraph", "The text goes on."),
    ]


def test_lettered_items_are_no_code_however_they_are_indented() -> None:
    text = (
        "# A fictional guide\n\n2. It covers:\n\n(a) one;\n\n(b) two, who must:\n\n    (i) speak;\n\n"
        "    (ii) listen.\n\n3. Tell the consulate:\n    a. by telephone;\n    b. by letter.\n"
        "4. Note the hour.\n\nCode:\n\n    (x) = 1\n"
    )

    document = parse(Source(location="a.md", content=text.encode(), media_type="text/markdown", sha256=""))

    assert [(passage.address, passage.text) for passage in document.passages] == [
        ("p2", "It covers:"), ("p2.a", "one;"), ("p2.b", "two, who must:"), ("p2.b.i", "speak;"),
        ("p2.b.ii", "listen."), ("p3", "Tell the consulate:"), ("p3.a", "by telephone;"),
        ("p3.b", "by letter."), ("p4", "Note the hour."), ("u1", "Code:"), ("u2", "(x) = 1"),
    ]  # fmt: skip


def test_a_comment_between_two_lists_says_nothing() -> None:
    content = b"# A fictional guide\n\n-   Ask:\n\n<!-- -->\n\n-   Where is she?\n"

    document = parse(Source(location="a.md", content=content, media_type="text/markdown", sha256=""))

    assert [passage.text for passage in document.passages] == ["Ask:", "Where is she?"]
