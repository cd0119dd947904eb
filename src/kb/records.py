"""The nouns: a document, its passages, what was found in them and where.

Records are frozen: every stage takes one and returns a new one (``dataclasses.replace``).
An extracted value carries its ``Evidence``: the passage, the characters, how sure we are.
A value that is not in the text is absent, never guessed.

Spans are half-open pairs of Unicode code points into the text of the passage they name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kb.messages import Message

KINDS = (
    "press-release",
    "guideline",
    "treaty",
    "law",
    "general-comment",
    "judgment",
    "report",
    "training-material",
    "page",
    "digest",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a value was found, and how certain that is."""

    passage: str | None = None  # address inside the document; None: outside the text (metadata)
    span: tuple[int, int] | None = None
    page: int | None = None
    confidence: float = 1.0
    inferred: bool = False  # derived from other values, not printed as such


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A date as far as it is known: "May 2017" has no day, "3 May" has no year."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    as_printed: str | None = None
    evidence: Evidence = Evidence()

    @property
    def is_whole(self) -> bool:
        """Whether year, month and day are known."""
        return None not in (self.year, self.month, self.day)

    @property
    def iso(self) -> str:
        """ISO 8601 as far as it goes: ``2017``, ``2017-05``, ``2017-05-03``; without a year, empty.

        >>> PartialDate(year=2017, month=5).iso, PartialDate(month=5, day=3).iso
        ('2017-05', '')
        """
        if self.year is None:
            return ""
        parts = [f"{self.year:04d}"]
        for part in (self.month, self.day):
            if part is None:
                break
            parts.append(f"{part:02d}")
        return "-".join(parts)

    @property
    def interval(self) -> tuple[int, int] | None:
        """First and last day it can mean, as numbers yyyymmdd; None without a year.

        >>> PartialDate(year=2016, month=11).interval
        (20161101, 20161131)
        """
        if self.year is None:
            return None
        if self.month is None:
            return self.year * 10000 + 101, self.year * 10000 + 1231
        month = self.year * 10000 + self.month * 100
        return (month + self.day, month + self.day) if self.day else (month + 1, month + 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A body named in the document, with its acronym where the text gives one."""

    name: str
    acronym: str | None = None
    evidence: Evidence = Evidence()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom to ask, as printed: personal data, kept apart and left out of exports unless asked for."""

    name: str | None = None
    office: str | None = None
    phone: str | None = None  # E.164 where the country is certain, else as printed
    email: str | None = None
    as_printed: str = ""
    evidence: Evidence = Evidence()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody the document names with a role, or lets speak."""

    name: str
    role: str | None = None
    organisation: str | None = None
    evidence: Evidence = Evidence()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words between quotation marks that somebody said, and who that was."""

    text: str  # the exact words, without the marks
    speaker: str | None = None  # the name; None where the text names nobody
    role: str | None = None
    organisation: str | None = None
    evidence: Evidence = Evidence()  # of the words


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A quantity: "over 68,000 unaccompanied children" in 2014."""

    value: int | float
    unit: str | None = None  # what is counted or measured, as printed: "hours", "per cent", "children"
    population: str | None = None  # the people it speaks of, as printed: "unaccompanied migrant children"
    year: int | None = None  # the year that the text gives for it, never the year of the document
    qualifier: str | None = None  # as printed: "over", "nearly", "más de", "cerca de"
    trend: str | None = None  # "up" or "down", where the quantity is a change
    as_printed: str = ""
    evidence: Evidence = Evidence()


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicEvidence:
    """The words that made a document carry a topic, and where they stand."""

    words: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A concept of the thesaurus that a document is about."""

    id: str
    mentions: int = 0  # of all, also those whose evidence is not kept
    evidence: tuple[TopicEvidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Which version of the document this is; the first is 1."""

    number: int = 1
    supersedes: str | None = None  # sha256 of the original before this one


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestOf:
    """The document that a digest is about; never to be confused with it."""

    title: str
    symbol: str | None = None
    publisher: str | None = None
    adopted: PartialDate | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The unit people cite: a paragraph, list item, heading or table with an address of its own."""

    address: str  # inside the document: p36, s2.1, art3.1, annex1
    text: str
    kind: str = "paragraph"  # heading, paragraph, item, quote, table, preformatted, footnote
    number: str | None = None  # as printed, without the mark that ends it
    level: int = 0  # of a heading: 1 to 6; of a list item: its depth
    heading: tuple[str, ...] = ()  # the headings above, outermost first
    page_from: int | None = None
    page_to: int | None = None
    page_label: str | None = None  # as the file numbers its pages, "iii" or "12–13"; None: as its sheets
    language: str = "en"
    sha256: str = ""

    @property
    def pages(self) -> str:
        """The pages as people cite them, "" where there are none.

        >>> Passage(address="p1", text="", page_from=3, page_to=4).pages
        '3–4'
        >>> Passage(address="p1", text="", page_from=3, page_label="i").pages
        'i'
        """
        if self.page_label or self.page_from is None:
            return self.page_label or ""
        one = self.page_to in (None, self.page_from)
        return str(self.page_from) if one else f"{self.page_from}–{self.page_to}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One release, guideline, treaty or page, as far as it is known."""

    id: str = ""
    kind: str = "page"
    title: str = ""
    language: str = "en"
    publisher: str | None = None
    symbol: str | None = None
    published: PartialDate | None = None
    place: str | None = None
    countries: tuple[str, ...] = ()  # ISO 3166-1 alpha-2, most often named first
    source: str | None = None  # the address that the document itself gives for its origin
    locations: tuple[str, ...] = ()  # where it was read from
    retrieved: str | None = None  # ISO 8601, UTC
    media_type: str = "text/plain"
    sha256: str = ""  # of the original's bytes
    aliases: tuple[str, ...] = ()  # further ids it answers to: each part of a joint symbol
    topics: tuple[Topic, ...] = ()
    passage_topics: tuple[Topic, ...] = ()  # what single passages are about, and not all of it
    groups: tuple[Topic, ...] = ()  # the people it is about: concepts of the thesaurus too
    organisations: tuple[Organisation, ...] = ()
    people: tuple[Person, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    contacts: tuple[Contact, ...] = ()
    programme: str | None = None
    funder: str | None = None
    edition: Edition = Edition()
    twin: str | None = None  # id of the same text in another language
    digest_of: DigestOf | None = None
    warnings: tuple[Message, ...] = ()
    evidence: Mapping[str, Evidence] = field(default_factory=dict)  # of plain values: "title", "countries/CR"
    passages: tuple[Passage, ...] = ()

    @property
    def text(self) -> str:
        """All passages, a blank line between them."""
        return "\n\n".join(passage.text for passage in self.passages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Bytes and where they came from."""

    location: str  # a path or an address, "-" for standard input
    content: bytes
    media_type: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One numbered change of the store: a document put (``document`` is set) or removed."""

    number: int
    id: str
    document: Document | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A file inside a file: its name there, and where its bytes were put or why they were not."""

    name: str
    path: str | None = None
    reason: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What a file turned out to be: a document, a container of members, both, or nothing kb can read."""

    media_type: str = ""  # empty: not recognised
    document: Document | None = None
    members: tuple[Member, ...] = ()
    refusal: Message | None = None
