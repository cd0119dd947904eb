"""A document survives its JSON."""

from __future__ import annotations

import dataclasses
import json

from hypothesis import given
from hypothesis import strategies as st

from kb.messages import Message
from kb.records import (
    Contact,
    DigestOf,
    Document,
    Edition,
    Evidence,
    Figure,
    Organisation,
    PartialDate,
    Passage,
    Person,
    Quote,
    Topic,
    TopicEvidence,
)
from kb.schema import from_json, passage_from_json, passage_json, to_json

EVIDENCE = Evidence(passage="p1", span=(0, 7), page=3, confidence=0.8, inferred=True)
FULL = Document(
    id="fiction-1",
    kind="guideline",
    title="A fictional guideline",
    language="es",
    publisher="Fictional Agency",
    symbol="FIC/C/GC/1",
    published=PartialDate(year=2017, month=5, day=12, as_printed="12 de mayo de 2017", evidence=EVIDENCE),
    place="San José",
    countries=("CR", "HN"),
    source="https://example.org/1",
    locations=("/a", "/b"),
    retrieved="2017-05-12T00:00:00Z",
    media_type="text/html",
    sha256="ab" * 32,
    aliases=("fic-1",),
    topics=(Topic(id="best-interests", evidence=(TopicEvidence(words="interés", evidence=EVIDENCE),)),),
    passage_topics=(
        Topic(id="asylum", mentions=1, evidence=(TopicEvidence(words="asilo", evidence=EVIDENCE),)),
    ),
    groups=(Topic(id="children", evidence=(TopicEvidence(words="niñas", evidence=EVIDENCE),)),),
    organisations=(Organisation(name="Fictional Agency", acronym="FA", evidence=EVIDENCE),),
    contacts=(
        Contact(
            name="Ana Ejemplo",
            office="Press",
            phone="+50600000000",
            email="ana@example.org",
            as_printed="Ana Ejemplo, +506 0000-0000",
            evidence=EVIDENCE,
        ),
    ),
    edition=Edition(number=2, supersedes="cd" * 32),
    twin="fiction-1-en",
    digest_of=DigestOf(
        title="A fiction",
        symbol="FIC/1",
        publisher="FA",
        adopted=PartialDate(year=2013),
        source="https://example.org/2",
    ),
    programme="P",
    funder="F",
    people=(Person(name="N", role="R", organisation="O", evidence=EVIDENCE),),
    quotes=(Quote(text="T", speaker="N", role="R", organisation="O", evidence=EVIDENCE),),
    figures=(
        Figure(
            value=68000,
            unit="children",
            population="children",
            year=2014,
            qualifier="over",
            trend="up",
            as_printed="over 68,000 children",
            evidence=EVIDENCE,
        ),
        Figure(value=3.5),
    ),
    warnings=(Message("Characters that could not be decoded: {count}.", {"count": 2}),),
    evidence={"title": EVIDENCE, "countries/CR": Evidence()},
    passages=(
        Passage(
            address="p1",
            text="ficción",
            kind="item",
            number="1",
            level=2,
            heading=("A", "B"),
            page_from=3,
            page_to=4,
            page_label="i–ii",
            language="es",
            sha256="ef" * 32,
        ),
        Passage(address="u1", text=""),
    ),
)


def through_json(document: Document) -> Document:
    return from_json(json.loads(json.dumps(to_json(document))))


def test_a_full_document_survives() -> None:
    assert through_json(FULL) == FULL


def test_an_empty_document_survives() -> None:
    assert through_json(Document()) == Document()


def test_the_full_document_of_this_test_is_full() -> None:
    empty = Document()

    same = {
        each.name
        for each in dataclasses.fields(Document)
        if getattr(FULL, each.name) == getattr(empty, each.name)
    }

    assert not same, "a new field needs a value here"


def test_what_is_unknown_is_null() -> None:
    values = to_json(Document())

    assert values["published"] is values["publisher"] is values["digest_of"] is None
    assert values["topics"] == values["passages"] == []


def test_a_record_of_fewer_names_is_read() -> None:
    values = {name: value for name, value in to_json(Document(id="x")).items() if value not in (None, [], {})}

    assert from_json(values) == Document(id="x")


TEXT = st.text(max_size=9)
MAYBE = st.one_of(st.none(), TEXT)
SPANS = st.tuples(st.integers(0, 99), st.integers(0, 99))
EVIDENCES = st.builds(
    Evidence,
    passage=MAYBE,
    span=st.one_of(st.none(), SPANS),
    page=st.one_of(st.none(), st.integers(1, 99)),
    confidence=st.floats(0, 1),
    inferred=st.booleans(),
)
NUMBERS = st.one_of(st.none(), st.integers(1, 9999))
DATES = st.builds(PartialDate, year=NUMBERS, month=NUMBERS, day=NUMBERS, as_printed=MAYBE, evidence=EVIDENCES)
DIGESTS = st.builds(
    DigestOf, title=TEXT, symbol=MAYBE, publisher=MAYBE, adopted=st.one_of(st.none(), DATES), source=MAYBE
)
PASSAGES = st.builds(
    Passage,
    address=TEXT,
    text=TEXT,
    kind=TEXT,
    number=MAYBE,
    level=st.integers(0, 6),
    heading=st.lists(TEXT, max_size=3).map(tuple),
    page_from=NUMBERS,
    page_to=NUMBERS,
    page_label=st.none() | st.text(max_size=5),
    language=TEXT,
    sha256=TEXT,
)
DOCUMENTS = st.builds(
    Document,
    id=TEXT,
    kind=TEXT,
    title=TEXT,
    language=TEXT,
    publisher=MAYBE,
    symbol=MAYBE,
    published=st.one_of(st.none(), DATES),
    place=MAYBE,
    countries=st.lists(TEXT, max_size=2).map(tuple),
    organisations=st.lists(
        st.builds(Organisation, name=TEXT, acronym=MAYBE, evidence=EVIDENCES), max_size=2
    ).map(tuple),
    digest_of=st.one_of(st.none(), DIGESTS),
    evidence=st.dictionaries(TEXT, EVIDENCES, max_size=2),
    passages=st.lists(PASSAGES, max_size=2).map(tuple),
)


@given(DOCUMENTS)
def test_any_document_survives(document: Document) -> None:
    assert through_json(document) == document


@given(PASSAGES)
def test_any_passage_survives(passage: Passage) -> None:
    assert passage_from_json(json.loads(json.dumps(passage_json(passage)))) == passage
