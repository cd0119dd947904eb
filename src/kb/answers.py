"""The nouns of an answer: a page of hits with their passages, facets and what was added.

Snippets are text and positions (half-open pairs of Unicode code points), never markup.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from kb.messages import Message
from kb.records import DigestOf, Document, PartialDate, Passage

DEEPEST_PAGE = 100
SORTS = ("relevance", "newest", "oldest")
LONGEST_GAP = 30  # years without a match that a histogram shows
Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class HitPassage:
    """A passage that answers: whole text, spans to mark, and the sentences to show first."""

    address: str  # with the document's id: crc-c-gc-14#p36
    heading: str  # the path of headings, " › " between them
    number: str | None
    page: int | None
    page_label: str | None
    pages: str  # as people cite them
    language: str
    kind: str
    text: str
    marks: tuple[Span, ...]
    excerpt: Span


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that put a hit where it is, and its share of the score, 0 to 1."""

    text: Message
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A document that matches, with one to three passages, best first."""

    id: str
    title: str
    title_marks: tuple[Span, ...]
    kind: str
    language: str
    published: PartialDate | None
    publisher: str | None
    topics: tuple[str, ...]  # ids
    locations: tuple[str, ...]
    score: float
    passages: tuple[HitPassage, ...]
    digest_of: DigestOf | None = None
    warnings: tuple[Message, ...] = ()
    reasons: tuple[Reason, ...] = ()  # where asked for, the weightiest first
    lacking: tuple[str, ...] = ()  # what of the question it does not hold, where others hold it all
    cited: bool = False  # a reference of the question led here, whatever its words find
    edition: int = 1  # the newest that is held; a later one than the first has superseded others


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet, its name for people, and how many matches have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Expansion:
    """What was put beside typed words: (text, language) of every other name or translation."""

    concept: str | None  # None: a word that the lexicon translates
    label: str  # of the concept, or the word
    typed: str
    also: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        """What to say to switch it off."""
        return self.concept or self.typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A reference that was typed, the text it means, and where that is."""

    typed: str
    instrument: str  # an id of kb.query.instruments
    label: str  # in full: "Convention on the Rights of the Child, art. 3"
    address: str | None  # of the document or passage; None where it is not held
    digest: str | None = None  # the id of a digest of a text that is not held
    uri: str | None = None  # where the text stands on the web, if that is certain


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of an answer."""

    query: str
    total: int
    page: int
    limit: int
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[FacetValue, ...]] = field(default_factory=dict)
    references: tuple[Citation, ...] = ()
    expansions: tuple[Expansion, ...] = ()
    notices: tuple[Message, ...] = ()
    suggestion: str | None = None  # the question in another spelling, which finds something
    complete: int | None = None  # so many matches come first; those behind have some of the words only

    @property
    def years(self) -> tuple[tuple[int, int], ...]:
        """How many matches each year has, from the first to the last; empty years between are nought.

        A gap of more than LONGEST_GAP years is left out: a date misread should fill no page.
        """
        counts = {int(each.value): each.count for each in self.facets.get("year", ())}
        years = sorted(counts)
        found = [(year, counts[year]) for year in years[:1]]
        for before, year in pairwise(years):
            if year - before <= LONGEST_GAP:
                found += [(empty, 0) for empty in range(before + 1, year)]
            found.append((year, counts[year]))
        return tuple(found)

    @property
    def pages(self) -> int:
        """How many pages there are that can be asked for."""
        return min(-(-self.total // self.limit), DEEPEST_PAGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A document near another one, with the reasons; their shares are of its score."""

    id: str
    title: str
    kind: str
    language: str
    published: PartialDate | None
    publisher: str | None
    relation: str | None  # translation, digest, original: the same matter, not merely a near one
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What somebody may be typing: how to show it, and what to search for."""

    kind: str  # concept, title, organisation, reference
    text: str
    search: str
    language: str | None = None  # of the text, where it has one
    also: str | None = None  # the concept in the other language, an acronym, the title of a symbol
    id: str | None = None  # of the concept or the document
    count: int = 0  # documents


@dataclass(frozen=True, slots=True)
class Shown:
    """A document, and the passages that were asked for: one, a section, or none for the whole."""

    document: Document
    passages: tuple[Passage, ...] = ()
    notices: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class SetAside:
    """A file that could not be taken in."""

    location: str
    reason: Message
    at: str  # ISO 8601, UTC
    media_type: str  # empty where the bytes did not show it
    size: int  # bytes; 0 where they could not be had
