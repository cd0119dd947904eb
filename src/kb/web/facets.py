"""The facets of an answer, made ready to choose from: what is chosen first, the long tail folded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kb.answers import FacetValue, Page
from kb.library import Library
from kb.query.days import years
from kb.searching import facet_label
from kb.web.question import FILTERS, Question

_SHOWN = 8  # values; the others unfold
_MOST = 40  # a longer tail would be most of the page, of values that a document or two have
_ORDER = ("year", *(name for name in FILTERS if name != "year"))  # the picture first


@dataclass(frozen=True, slots=True)
class Facet:
    """A property to narrow by, and the values it has among the matches."""

    name: str
    shown: tuple[FacetValue, ...]
    more: tuple[FacetValue, ...]


def facets(answer: Page, question: Question, library: Library, language: str) -> list[Facet]:
    """The facets that have a value; one that was chosen and matches nothing is there with nought.

    Years in a row that were chosen together are one value.
    """
    found = []
    for name in _ORDER:
        values = answer.facets.get(name, ())
        chosen = [value for facet, value in question.chosen if facet == name]
        missing = sorted(set(chosen) - {each.value for each in values})
        added = [
            FacetValue(each, facet_label(name, each, library.thesaurus, language), _held(name, each, values))
            for each in missing
        ]
        ordered = sorted((*values, *added), key=lambda each: each.value not in chosen)  # stable: chosen first
        split = max(_SHOWN, len(chosen))
        if name == "year" and len(ordered) > 1:  # drawn as bars; the list is for those who would rather read
            ordered, split = sorted(ordered, key=lambda each: each.value, reverse=True), 0
        if ordered:
            kept = [each for place, each in enumerate(ordered) if place < _MOST or each.value in chosen]
            found.append(Facet(name, tuple(kept[:split]), tuple(kept[split:])))
    return found


def _held(facet: str, value: str, values: Sequence[FacetValue]) -> int:
    """How many matches have a value that is not counted by itself: some years in a row."""
    span = years(value) if facet == "year" else range(0)
    return sum(each.count for each in values if span and int(each.value) in span)
