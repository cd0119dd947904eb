"""The engine that reads every passage for every question: naive, and so the oracle of the tests.

Nothing is kept but the documents and the words of each text. What it answers is by definition
what every engine must answer. The index lives in this process only: opened again it has seen
nothing, and is fed from the store like any other that was lost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from kb.engines import PASSAGES, Match, Matches, Seal, Share, ranking
from kb.engines.properties import (
    date_order,
    facet_of,
    facet_values,
    filter_values,
    interval,
    interval_passes,
    ranked,
    title_text,
    value_passes,
)
from kb.query.matching import occurrences
from kb.query.tree import (
    FACETS,
    All,
    Any,
    Concept,
    Filter,
    Fuzzy,
    Leaf,
    Near,
    Node,
    Not,
    Phrase,
    Prefix,
    Query,
    Should,
    Translated,
    Unit,
    Word,
)
from kb.records import Change, Document
from kb.text.spelling import edits
from kb.text.words import Term, terms

VERSION = 1


def open_engine(folder: Path, seal: Seal | None) -> MemoryEngine:
    """An empty engine: memory outlives no process, so that there is nothing to check."""
    del folder, seal
    return MemoryEngine()


class Text(NamedTuple):
    """The analysed words of a passage or a title."""

    words: Sequence[Term]
    language: str
    heading: bool = False

    @property
    def length(self) -> int:
        """How many of its words are not stop words."""
        return sum(term.position >= 0 for term in self.words)


@dataclass(frozen=True)
class Held:
    """A document with its words."""

    document: Document

    @cached_property
    def title(self) -> Text:
        """The words of the title."""
        language = self.document.language
        return Text(terms(title_text(self.document), language), language)

    @cached_property
    def passages(self) -> list[Text]:
        """The words of each passage."""
        return [
            Text(terms(each.text, each.language), each.language, each.kind == "heading")
            for each in self.document.passages
        ]

    @property
    def texts(self) -> list[Text]:
        """The title and the passages."""
        return [self.title, *self.passages]


class MemoryEngine:
    """Documents by id, and nothing else."""

    def __init__(self) -> None:
        self.seen = 0
        self._held: dict[str, Held] = {}

    @property
    def documents(self) -> int:
        """How many documents the engine holds."""
        return len(self._held)

    def apply(self, changes: Iterable[Change]) -> None:
        """Take in changes; visible together, because the new table replaces the old at the end."""
        held, seen = dict(self._held), self.seen
        for change in changes:
            held.pop(change.id, None)
            if change.document is not None:
                held[change.id] = Held(change.document)
            seen = max(seen, change.number)
        self._held, self.seen = held, seen

    def search(
        self,
        query: Query,
        *,
        limit: int = 10,
        offset: int = 0,
        sort: str = "relevance",
        facets: tuple[str, ...] = FACETS,
        explain: bool = False,
    ) -> Matches:
        """The matches from ``offset`` on, ordered by ``sort``, and facet counts over all matches.

        Raises:
            Misuse: there is no such order.
        """
        key = ranking.order(sort)
        reading = Reading(self._held)
        found = [id for id, held in self._held.items() if reading.matches(held, query.tree)]
        kept = [id for id in found if _passes(self._held[id].document, query.filters)]
        scorer = Scorer(reading, ranking.units(query))
        matches = [scorer.match(id, self._held[id]) for id in kept]
        ahead = {id for id in kept if query.ahead and reading.matches(self._held[id], query.ahead)}
        matches.sort(key=lambda each: (each.id not in ahead, key(each.score, self._date(each.id), each.id)))
        counted = {facet: self._counts(facet, found, query.filters) for facet in facets}
        shown = matches[offset : offset + limit]
        if explain:
            shown = [replace(each, shares=scorer.shares(self._held[each.id])) for each in shown]
        return Matches(len(matches), tuple(shown), counted, len(ahead))

    def count(self, query: Query) -> int:
        """How many documents match."""
        reading = Reading(self._held)
        found = (held.document for held in self._held.values() if reading.matches(held, query.tree))
        return sum(_passes(document, query.filters) for document in found)

    def among(self, ids: Collection[str], query: Query) -> frozenset[str]:
        """Which of the documents match."""
        reading = Reading(self._held)
        asked = {id: self._held[id] for id in ids if id in self._held}
        return frozenset(
            id
            for id, held in asked.items()
            if reading.matches(held, query.tree) and _passes(held.document, query.filters)
        )

    def forms(self, beginning: str) -> Iterator[tuple[str, int]]:
        """The folded words that begin so, in alphabetical order, and how many texts hold each."""
        texts = [text for held in self._held.values() for text in held.texts]
        spread = Counter(form for text in texts for form in {term.folded for term in text.words})
        return ((form, spread[form]) for form in sorted(spread) if form.startswith(beginning))

    def seal(self) -> Seal:
        """A seal without files."""
        return Seal("memory", VERSION, self.seen, "")

    def close(self) -> None:
        """Forget everything."""
        self._held = {}

    def _date(self, id: str) -> int:
        return date_order(self._held[id].document)

    def _counts(self, facet: str, found: list[str], filters: tuple[Filter, ...]) -> dict[str, int]:
        others = [each for each in filters if facet_of(each) != facet]
        documents = (self._held[id].document for id in found)
        return ranked(
            Counter(
                value
                for document in documents
                if _passes(document, others)
                for value in set(facet_values(document)[facet])
            )
        )


def _passes(document: Document, filters: Iterable[Filter]) -> bool:
    return all(_passes_one(document, condition) for condition in filters)


def _passes_one(document: Document, condition: Filter) -> bool:
    if condition.field == "published":
        return interval_passes(interval(document), condition)
    return any(value_passes(value, condition) for value in filter_values(document)[condition.field])


class Reading:
    """What one question reads: every text of the engine."""

    def __init__(self, held: dict[str, Held]) -> None:
        self.held = held
        self._forms: dict[Prefix | Fuzzy, frozenset[str]] = {}

    def count(self, leaf: Leaf, text: Text) -> int:
        """How often the leaf occurs in the text."""
        words = text.words
        if isinstance(leaf, Prefix | Fuzzy):
            words = [term for term in words if term.folded in self._expanded(leaf)]
        return len(occurrences(leaf, words, text.language))

    def matches(self, held: Held, node: Node | None) -> bool:
        """Whether the tree is true of the whole document."""
        match node:
            case None:
                return True
            case Word() | Phrase() | Near() | Prefix() | Fuzzy():
                return any(self.count(node, text) for text in held.texts)
            case Concept() | Translated():
                others = (alternative.leaf for alternative in node.alternatives)
                return any(self.matches(held, part) for part in (node.typed, *others))
            case All():
                return all(self.matches(held, part) for part in node.parts)
            case Any():
                return any(self.matches(held, part) for part in node.parts)
            case Not():
                return not self.matches(held, node.part)
            case Should():
                return True
            case Filter():
                return _passes_one(held.document, node)

    def _expanded(self, leaf: Prefix | Fuzzy) -> frozenset[str]:
        """The forms of the vocabulary that the leaf stands for, as many as it may stand for."""
        if leaf not in self._forms:
            texts = [text for held in self.held.values() for text in held.texts]
            forms = {term.folded for text in texts for term in text.words}
            meant = sorted(_fits(leaf, forms))
            self._forms[leaf] = frozenset(form for _, form in meant[: leaf.LIMIT])
        return self._forms[leaf]


def _fits(leaf: Prefix | Fuzzy, forms: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The forms that the leaf may stand for, each with its edits."""
    for form in forms:
        if isinstance(leaf, Prefix):
            if form.startswith(leaf.folded):
                yield 0, form
        elif (found := edits(leaf.folded, form)) is not None and found <= leaf.edits:
            yield found, form


class Scorer:
    """The formula of ``kb.engines.ranking``, taken literally."""

    def __init__(self, reading: Reading, units: tuple[Unit, ...]) -> None:
        self.reading = reading
        self.units = units
        documents = reading.held.values()
        passages = [text.length for held in documents for text in held.passages]
        self.title = _mean([held.title.length for held in documents])
        self.passage = _mean(passages)
        self.whole = sum(passages) / len(documents) if documents else 0.0
        texts = [(held, text) for held in documents for text in held.passages]
        self.weights = [
            unit.weight * ranking.idf(len(texts), sum(self._holds(unit, held, text) for held, text in texts))
            for unit in units
        ]

    def match(self, id: str, held: Held) -> Match:
        """The document with its score and its best passages."""
        scores = self._scores(held)
        nothing = [0.0] * len(self.units)
        best = max(scores.values(), default=self._score(nothing, held))
        score = best + ranking.DOCUMENT * self._score(self._whole(held), held)
        order = sorted(
            scores,
            key=lambda index: (held.passages[index].heading, -round(scores[index], ranking.DIGITS), index),
        )
        telling = {index: self._telling(held, index) for index in order[: ranking.LOOKED_AT]}
        least = round(ranking.TELLING * max(telling.values(), default=0.0), ranking.DIGITS)
        shown = [
            index
            for index in sorted(telling, key=lambda each: (held.passages[each].heading, -telling[each], each))
            if telling[index] >= least
        ]
        return Match(id, round(score, ranking.DIGITS), tuple(shown[:PASSAGES]))

    def _telling(self, held: Held, index: int) -> float:
        own = self._frequencies(held, held.passages[index], self.passage)
        above = [text for text in held.passages[:index] if text.heading]
        if above and not held.passages[index].heading:
            heading = self._frequencies(held, above[-1], self.passage)
            own = [each + ranking.HEADING * more for each, more in zip(own, heading, strict=True)]
        titles = self._frequencies(held, held.title, self.title)
        return round(ranking.telling(self.weights, own, titles), ranking.DIGITS)

    def _frequencies(self, held: Held, text: Text, average: float) -> list[float]:
        return [self._frequency(unit, held, text, average) for unit in self.units]

    def shares(self, held: Held) -> tuple[Share, ...]:
        """What the score of a document is made of."""
        scores = self._scores(held)
        best = held.passages[max(scores, key=scores.__getitem__)] if scores else None
        whole = ranking.norm(sum(text.length for text in held.passages), self.whole)
        title = ranking.norm(held.title.length, self.title)
        topics = {topic.id for topic in held.document.topics}
        found: list[Share] = []
        for unit, weight in zip(self.units, self.weights, strict=True):
            counted = [
                ranking.Counted(
                    leaf,
                    each * self.reading.count(leaf, held.title) / title,
                    each * self.reading.count(leaf, best) / ranking.norm(best.length, self.passage)
                    if best
                    else 0.0,
                    each * sum(self.reading.count(leaf, text) for text in held.passages) / whole,
                )
                for leaf, each in unit.leaves
            ]
            if not self._counts(unit, held):
                continue
            heading = best is not None and best.heading
            found += ranking.shares(unit, weight, counted, topic=unit.topic in topics, heading=heading)
        return tuple(found)

    def _scores(self, held: Held) -> dict[int, float]:
        """The score of each passage that holds something of the question."""
        return {
            index: self._score(self._frequencies(held, text, self.passage), held)
            for index, text in enumerate(held.passages)
            if any(self._holds(unit, held, text) for unit in self.units)
        }

    def _score(self, frequencies: list[float], held: Held) -> float:
        total = 0.0
        topics = {topic.id for topic in held.document.topics}
        for unit, weight, frequency in zip(self.units, self.weights, frequencies, strict=True):
            title = ranking.TITLE * self._frequency(unit, held, held.title, self.title)
            topic = ranking.TOPIC * (unit.topic in topics)
            total += weight * ranking.saturated(frequency + title + topic)
        return total

    def _whole(self, held: Held) -> list[float]:
        norm = ranking.norm(sum(text.length for text in held.passages), self.whole)
        return [sum(self._weighted(unit, held, text) for text in held.passages) / norm for unit in self.units]

    def _frequency(self, unit: Unit, held: Held, text: Text, average: float) -> float:
        return self._weighted(unit, held, text) / ranking.norm(text.length, average)

    def _weighted(self, unit: Unit, held: Held, text: Text) -> float:
        if not self._counts(unit, held):
            return 0.0
        return sum(weight * self.reading.count(leaf, text) for leaf, weight in unit.leaves)

    def _holds(self, unit: Unit, held: Held, text: Text) -> bool:
        return any(self.reading.count(leaf, text) for leaf, _ in unit.leaves) and self._counts(unit, held)

    def _counts(self, unit: Unit, held: Held) -> bool:
        """Whether the unit counts in the document."""
        return self.reading.matches(held, unit.where)


def _mean(lengths: list[int]) -> float:
    return sum(lengths) / len(lengths) if lengths else 0.0
