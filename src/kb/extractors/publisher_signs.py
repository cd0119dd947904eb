"""What speaks for a body as the publisher of a document: a sign, of some weight, that stands somewhere."""

from __future__ import annotations

from typing import NamedTuple

from kb.extractors.evidence import evidence
from kb.extractors.official_names import Official
from kb.records import Evidence, Passage

MOST_NAMES = 60  # organisations of a document that are looked at
MOST_TEXT = 60_000  # characters in which mentions are counted


class Sign(NamedTuple):
    """Something that speaks for a body."""

    kind: str  # signs of one kind do not add up
    name: str
    found: Evidence
    weight: float


def printed(
    kind: str, official: Official, passage: Passage | None, start: int, end: int, weight: float
) -> Sign:
    """The sign of the words ``start`` to ``end`` of a passage, which name a body."""
    found = evidence(passage, start, end, 0.9, inferred=official.inferred)
    return Sign(kind, official.name, found, weight)
