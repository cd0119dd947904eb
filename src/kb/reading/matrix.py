"""The story of the matrix: how many documents are about each topic in each country."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kb import places
from kb.exporters import csv
from kb.library import Library
from kb.query.tree import Query

MOST_TOPICS, MOST_COUNTRIES = 30, 12  # that a page shows at first


@dataclass(frozen=True, slots=True)
class Header:
    """A topic or country: its id, its name, and how many documents it has in all."""

    id: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Topics by countries, the most frequent first; a cell that is not there is nought.

    A document of two countries is counted in both, so that rows do not add up to the totals.
    """

    topics: tuple[Header, ...]
    countries: tuple[Header, ...]
    cells: Mapping[tuple[str, str], int]
    whole: bool  # nothing was left out

    def count(self, topic: str, country: str) -> int:
        """How many documents are about both."""
        return self.cells.get((topic, country), 0)


def matrix(library: Library, language: str = "en", *, whole: bool = False) -> Matrix:
    """The matrix of the topics and countries that have documents; those most frequent, or all."""
    library.follow()
    facets = library.engine.search(Query(), limit=1, facets=("topic", "country")).facets
    cells = library.remembered(_cells)
    with_country = {topic for topic, _ in cells}
    topics = [
        Header(id_, library.thesaurus.label(id_, language), count)
        for id_, count in facets["topic"].items()
        if id_ in with_country
    ]
    countries = [
        Header(code, places.label(code, language), count) for code, count in facets["country"].items()
    ]
    topics.sort(key=lambda each: (-each.count, each.label))
    countries.sort(key=lambda each: (-each.count, each.label))
    fits = len(topics) <= MOST_TOPICS and len(countries) <= MOST_COUNTRIES
    if whole or fits:
        return Matrix(tuple(topics), tuple(countries), cells, whole=True)
    return Matrix(tuple(topics[:MOST_TOPICS]), tuple(countries[:MOST_COUNTRIES]), cells, whole=False)


def table(found: Matrix, corner: str) -> str:
    """The matrix as CSV for a spreadsheet; ``corner`` is what its first cell says."""
    head = [corner, *(each.label for each in found.countries)]
    rows = [
        [topic.label, *(found.count(topic.id, country.id) for country in found.countries)]
        for topic in found.topics
    ]
    return csv.table([head, *rows])


def _cells(library: Library) -> dict[tuple[str, str], int]:
    return {(topic, country): count for topic, country, count in library.store.countries_by_topic()}
