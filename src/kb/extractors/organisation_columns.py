"""The organisations in a column of a table whose head says what it holds: "Grantee | City | Grant"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.extractors import directory
from kb.extractors.front import lines
from kb.extractors.organisation_patterns import NOT_LISTED
from kb.extractors.organisation_spans import Name, is_own_name
from kb.records import Passage
from kb.text.letters import UPPER

_HEAD = re.compile(
    r"(?:grantee|organi[sz]ation|signator(?:y|ies)|member(?:\sorgani[sz]ation)?|partner(?:\sorgani[sz]ation)?"
    r"|organizaci[oó]n|instituci[oó]n|entidad|firmante|organismo|beneficiari[oa]|miembro)(?:s|es)?",
    re.IGNORECASE,
)
_CELL = re.compile(
    rf"\s*(?P<name>(?!(?:Total|Subtotal|Otr[oa]s|Others?)\b)[{UPPER}][^|\n(]{{2,80}}?)\s*(?=\(|$)"
)


def in_column(passage: Passage, text: str) -> Iterator[Name]:
    """The names in the first such column of a table's text, whose cells stand between strokes."""
    head, *rows = list(lines(text)) or [(0, "")]
    heads = [each.strip() for each in head[1].split("|")]
    column = next((index for index, each in enumerate(heads) if _HEAD.fullmatch(each)), None)
    if column is None or len(heads) == 1:
        return
    for start, row in rows:
        cells = row.split("|")
        cell = _CELL.match(cells[column]) if len(cells) == len(heads) else None
        if cell and is_own_name(cell["name"]) and not NOT_LISTED.match(cell["name"]):
            begin = start + sum(len(each) + 1 for each in cells[:column]) + cell.start("name")
            name = cell["name"]
            yield Name(passage, begin, begin + len(name), name, directory.named(name), 0.7)
