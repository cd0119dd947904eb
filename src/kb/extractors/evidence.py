"""Where a value was found: Evidence made from a passage and two positions in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kb.records import Document, Evidence, Passage


def evidence(
    passage: Passage | None, start: int, end: int, confidence: float, *, inferred: bool = False
) -> Evidence:
    """Evidence for the characters ``start`` to ``end`` of ``passage``; None stands for the title.

    The title is kept outside the passages, so that a value found there has no address to name.
    """
    if passage is None:
        return Evidence(confidence=confidence, inferred=inferred)
    return Evidence(
        passage=passage.address,
        span=(start, end),
        page=passage.page_from,
        confidence=confidence,
        inferred=inferred,
    )


def noted(document: Document, name: str, found: Evidence, **values: Any) -> Document:
    """``document`` with ``values`` set and ``found`` as the evidence for the plain value ``name``."""
    return replace(document, evidence={**document.evidence, name: found}, **values)
