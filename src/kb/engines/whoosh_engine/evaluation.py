"""A question over a snapshot: which documents match, in which order, with which counts.

What matches is algebra on sets of documents. The score is that of ``kb.engines.ranking``, summed
up posting by posting over the documents that match. Within a segment everything is a small
integer; the loops of ``Scores`` are what a question costs, and their bodies are kept short.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, reduce
from heapq import nsmallest
from itertools import repeat
from typing import NamedTuple

from kb.engines import PASSAGES, Match, Share, ranking
from kb.engines.properties import facet_of, interval_passes, ranked, value_passes
from kb.engines.ranking import (
    DIGITS,
    DOCUMENT,
    HEADING,
    K1,
    LOOKED_AT,
    TELLING,
    TITLE,
    TOPIC,
    Counted,
    Key,
    idf,
)
from kb.engines.whoosh_engine.leaves import Expansion, Leaves, rising
from kb.engines.whoosh_engine.segments import Segment
from kb.engines.whoosh_engine.snapshot import Norms, Snapshot
from kb.query.tree import (
    NAMES,
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

Documents = frozenset[int]
Texts = Mapping[int, float]


class Held(NamedTuple):
    """How much of a unit each text of a segment holds, and which of them are titles."""

    texts: Texts
    titles: frozenset[int]


class Weighted(NamedTuple):
    """A unit in one segment: where it stands, and what it is worth."""

    held: Held
    weight: float
    topic: str | None


class Question:
    """A query being answered; made for one search and thrown away."""

    def __init__(self, snapshot: Snapshot, query: Query) -> None:
        self._snapshot = snapshot
        expansion = Expansion(snapshot.segments)
        self._parts = [Part(segment, query, expansion) for segment in snapshot.segments]
        self._query = query

    def matches(
        self, order: Callable[[float, int, str], Key], offset: int, limit: int, *, explain: bool
    ) -> tuple[Match, ...]:
        """The documents that match from ``offset`` on, with their shares if asked for."""
        scored = self._scores()
        keyed = (
            (
                document not in part.ahead,
                order(score, part.segment.first[document], part.segment.ids[document]),
                number,
                document,
            )
            for number, (part, scores) in enumerate(zip(self._parts, scored, strict=True))
            for document, score in scores.documents(part.kept)
        )
        page = nsmallest(offset + limit, keyed)[offset:]
        found = tuple(scored[number].match(document) for _, _, number, document in page)
        if explain:
            places = ((scored[number], document) for _, _, number, document in page)
            found = tuple(
                replace(match, shares=tuple(scores.shares(document, self._units)))
                for match, (scores, document) in zip(found, places, strict=True)
            )
        return found

    @property
    def total(self) -> int:
        """How many documents match."""
        return sum(len(part.kept) for part in self._parts)

    @property
    def ahead(self) -> int:
        """How many of them come before the others."""
        return sum(len(part.ahead) for part in self._parts)

    def among(self, ids: frozenset[str]) -> frozenset[str]:
        """Which of the documents match."""
        return frozenset(
            part.segment.ids[document]
            for part in self._parts
            for document in part.kept
            if part.segment.ids[document] in ids
        )

    def facets(self, wanted: Sequence[str]) -> dict[str, dict[str, int]]:
        """For each facet, its values and how many documents have each."""
        counts: dict[str, Counter[str]] = {facet: Counter() for facet in wanted}
        for part in self._parts:
            part.count(counts)
        return {facet: ranked(values) for facet, values in counts.items()}

    @cached_property
    def _units(self) -> tuple[Unit, ...]:
        return ranking.units(self._query)

    def _scores(self) -> list[Scores]:
        held = [[part.held(unit) for unit in self._units] for part in self._parts]
        weights = [
            unit.weight
            * idf(
                self._snapshot.passages,
                sum(len(row[number].texts) - len(row[number].titles) for row in held),
            )
            for number, unit in enumerate(self._units)
        ]
        topics = [unit.topic for unit in self._units]
        return [
            Scores(part, norms, list(map(Weighted, row, weights, topics)))
            for part, norms, row in zip(self._parts, self._snapshot.norms, held, strict=True)
        ]


class Part:
    """A query in one segment: the documents that match."""

    def __init__(self, segment: Segment, query: Query, expansion: Expansion) -> None:
        self.segment = segment
        self._leaves = Leaves(segment, expansion)
        self._about: dict[str, Documents] = {}
        self._where: dict[Node, Documents] = {}
        self._filters = [(facet_of(each), self._passing(each)) for each in query.filters]
        self._found = self._matching(query.tree)
        self.kept = self._narrowed(None)
        self.ahead = self.kept & self._matching(query.ahead) if query.ahead else frozenset()

    def count(self, counts: dict[str, Counter[str]]) -> None:
        """Add to the counts of each facet the documents that its own filters leave out, too."""
        filtered = {facet for facet, _ in self._filters}
        if counts.keys() - filtered:
            self._tally(self.kept, counts, counts.keys() - filtered)
        for facet in counts.keys() & filtered:
            self._tally(self._narrowed(facet), counts, {facet})

    def held(self, unit: Unit) -> Held:
        """How often each text holds a leaf of the unit, by the weights of the leaves."""
        texts = self._texts(unit)
        if unit.where is not None:
            owners, documents = self.segment.owners, self.where(unit.where)
            texts = {text: count for text, count in texts.items() if owners[text] in documents}
        return Held(texts, self.segment.title_texts.intersection(texts))

    def _texts(self, unit: Unit) -> Texts:
        (leaf, weight), *others = unit.leaves
        if not others and weight == 1:
            return self._leaves.counts(leaf)
        total: dict[int, float] = {}
        for leaf, weight in unit.leaves:
            for text, count in self._leaves.counts(leaf).items():
                total[text] = total.get(text, 0.0) + weight * count
        return rising(total)

    def _narrowed(self, free: str | None) -> Documents:
        """What matches, and passes the filters but those of the facet ``free``."""
        sets = (documents for facet, documents in self._filters if facet != free)
        return reduce(frozenset.intersection, sets, self._found)

    def _tally(self, documents: Documents, counts: dict[str, Counter[str]], facets: set[str]) -> None:
        pairs = self.segment.facets
        for code, count in Counter(pairs.of_all(documents)).items():
            facet, value = pairs.table[code]
            if facet in facets:
                counts[facet][value] += count

    def _matching(self, node: Node | None) -> Documents:
        match node:
            case None | Should():
                return self.segment.documents
            case Word() | Phrase() | Near() | Prefix() | Fuzzy():
                return frozenset(map(self.segment.owners.__getitem__, self._leaves.counts(node)))
            case Concept() | Translated():
                others = (alternative.leaf for alternative in node.alternatives)
                return frozenset().union(*map(self._matching, (node.typed, *others)))
            case All():
                return reduce(frozenset.intersection, map(self._matching, node.parts), self.segment.documents)
            case Any():
                return frozenset().union(*map(self._matching, node.parts))
            case Not():
                return self.segment.documents - self._matching(node.part)
            case Filter():
                return self._passing(node)

    def _passing(self, condition: Filter) -> Documents:
        segment = self.segment
        if condition.field == "published":
            days = zip(segment.first, segment.last, strict=True)
            passing = [
                document
                for document, (first, last) in enumerate(days)
                if first and interval_passes((first, last), condition)
            ]
            return segment.documents.intersection(passing)
        if condition.field == "id":
            return frozenset(each for each in segment.documents if value_passes(segment.ids[each], condition))
        pairs = segment.names if condition.field in NAMES else segment.facets
        holders = (
            pairs.holders[code]
            for code, (field, value) in enumerate(pairs.table)
            if field == condition.field and value_passes(value, condition)
        )
        return segment.documents.intersection(frozenset().union(*holders))

    def occurrences(self, leaf: Leaf, *rows: Sequence[int]) -> list[int]:
        """How often each row of texts holds the leaf."""
        counts = self._leaves.counts(leaf).get
        return [sum(map(counts, row, repeat(0))) for row in rows]

    def where(self, node: Node | None) -> Documents:
        """The documents in which a unit counts."""
        if node is None:
            return self.segment.documents
        if node not in self._where:
            self._where[node] = self._matching(node)
        return self._where[node]

    def about(self, topic: str) -> Documents:
        """The documents that are about a topic as a whole."""
        if topic not in self._about:
            self._about[topic] = self._passing(Filter("subject", (topic,), exact=True))
        return self._about[topic]


class Scores:
    """The scores of the documents of one segment that match.

    A text's score is the sum over units of weight * saturated(tf + bonus), where the bonus is
    what the title and the topics of its document add. It is kept as two sums: ``base``, what the
    bonus alone is worth, for each document, and ``gains``, what its own words add to that:

        saturated(tf + bonus) - saturated(bonus) = tf / (lift * (tf + lift * K1)), lift = 1 + bonus / K1

    and with tf = frequency / norm that is frequency / (lift * (frequency + lift * K1 * norm)).
    """

    def __init__(self, part: Part, norms: Norms, units: Sequence[Weighted]) -> None:
        self._part = part
        self._segment = part.segment
        self._norms = norms
        self._units = units
        self._base = [0.0] * len(self._segment.titles)
        self._whole = [0.0] * len(self._segment.titles)
        self._gains = [0.0] * len(self._segment.owners)  # those of titles mean nothing
        for unit in units:
            lifts = self._lifts(unit)
            for document, lift in lifts.items():
                self._base[document] += unit.weight * (1 - 1 / lift)
            self._add(unit, lifts)

    def documents(self, kept: Documents) -> Iterator[tuple[int, float]]:
        """Each of the documents with its score."""
        base, whole, gains, passages = self._base, self._whole, self._gains, self._segment.passages
        for document in kept:
            best = max(gains[passages[document]], default=0.0)
            score = base[document] + best + DOCUMENT * (base[document] + whole[document])
            yield document, round(score, DIGITS)

    def match(self, document: int) -> Match:
        """The match that a document makes."""
        ((_, score),) = self.documents(frozenset((document,)))
        title, *passages = self._segment.texts_of(document)
        base, gains, headings = self._base[document], self._gains, self._segment.headings
        scores = {text: round(base + gains[text], DIGITS) for text in passages if gains[text]}
        best = sorted(scores, key=lambda text: (headings[text], -scores[text], text))[:LOOKED_AT]
        titles = self._frequencies(title)
        telling = {text: self._telling(title, text, titles) for text in best}
        least = round(TELLING * max(telling.values(), default=0.0), DIGITS)
        best.sort(key=lambda text: (headings[text], -telling[text], text))
        shown = [text for text in best if telling[text] >= least]
        return Match(self._segment.ids[document], score, tuple(text - title - 1 for text in shown[:PASSAGES]))

    def _telling(self, title: int, text: int, titles: Sequence[float]) -> float:
        """What a passage is worth being shown, of a document whose title has the frequencies ``titles``."""
        own = self._frequencies(text)
        heading = 0 if self._segment.headings[text] else self._segment.heading_above(text)
        if heading > title:
            above = self._frequencies(heading)
            own = [each + HEADING * more for each, more in zip(own, above, strict=True)]
        return round(ranking.telling((unit.weight for unit in self._units), own, titles), DIGITS)

    def _frequencies(self, text: int) -> list[float]:
        norm = self._norms.texts[text]
        return [K1 * unit.held.texts.get(text, 0.0) / norm for unit in self._units]

    def shares(self, document: int, units: Iterable[Unit]) -> Iterator[Share]:
        """What the score of a document is made of."""
        title, *passages = self._segment.texts_of(document)
        best = [max(passages, key=self._gains.__getitem__)] if passages else []
        norms = (
            self._norms.texts[title],
            self._norms.texts[best[0]] if best else 1.0,
            self._norms.wholes[document],
        )
        for unit, weighed in zip(units, self._units, strict=True):
            if document not in self._part.where(unit.where):
                continue
            counted = [
                Counted(leaf, *(each * K1 * count / norm for count, norm in zip(counts, norms, strict=True)))
                for leaf, each in unit.leaves
                for counts in (self._part.occurrences(leaf, (title,), best, passages),)
                if any(counts)
            ]
            about = unit.topic is not None and document in self._part.about(unit.topic)
            heading = bool(best) and self._segment.headings[best[0]]
            yield from ranking.shares(unit, weighed.weight, counted, topic=about, heading=bool(heading))

    def _lifts(self, unit: Weighted) -> dict[int, float]:
        """The lifts of the documents whose titles and topics add to the frequency of the unit."""
        owners, norms, kept = self._segment.owners, self._norms.texts, self._part.kept
        lifts = {
            owners[text]: 1 + TITLE * unit.held.texts[text] / norms[text]
            for text in unit.held.titles
            if owners[text] in kept
        }
        if unit.topic is not None:
            for document in self._part.about(unit.topic) & kept:
                lifts[document] = lifts.get(document, 1.0) + TOPIC / K1
        return lifts

    def _add(self, unit: Weighted, lifts: Mapping[int, float]) -> None:
        """Add what the unit is worth in each passage and in the whole of each document."""
        owners, titles, kept = self._segment.owners, self._segment.titles, self._part.kept
        norms, gains, weight = self._norms.texts, self._gains, unit.weight
        current, total, lift, matches = -1, 0.0, 1.0, False
        for text, frequency in unit.held.texts.items():
            document = owners[text]
            if document != current:
                self._add_whole(current, total, lift, weight)
                current, total, lift = document, 0.0, lifts.get(document, 1.0)
                matches = document in kept
                if text == titles[document]:
                    continue
            if matches:
                total += frequency
                gains[text] += weight * frequency / (lift * (frequency + lift * norms[text]))
        self._add_whole(current, total, lift, weight)

    def _add_whole(self, document: int, frequency: float, lift: float, weight: float) -> None:
        if frequency:
            norm = self._norms.wholes[document]
            self._whole[document] += weight * frequency / (lift * (frequency + lift * norm))
