"""Schema 1: a Document as JSON and back, the names that the store, exports and ``--json`` share.

Unknown is null or absent. Every extracted value carries ``passage``, ``span``, ``page`` and
``confidence``; plain values (title, place, countries ...) have theirs under ``evidence``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any, TypeVar, cast

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

SCHEMA = 1
Json = dict[str, Any]

_PLAIN = (
    "id", "kind", "title", "language", "publisher", "symbol", "place", "source", "retrieved",
    "media_type", "sha256", "twin", "programme", "funder",
)  # fmt: skip
_LISTS = ("countries", "locations", "aliases")
_FOUND = ("organisations", "people", "quotes", "figures", "contacts")
Found = Organisation | Person | Quote | Figure | Contact
_NAMES: Mapping[type[Found], Sequence[str]] = {  # of their fields but the evidence
    noun: [each.name for each in fields(noun) if each.name != "evidence"]
    for noun in (Organisation, Person, Quote, Figure, Contact)
}
_Noun = TypeVar("_Noun", Organisation, Person, Quote, Figure, Contact)


def to_json(document: Document) -> Json:
    """The whole record, passages included, in the order a reader expects."""
    return {
        **{name: getattr(document, name) for name in _PLAIN},
        **{name: list(getattr(document, name)) for name in _LISTS},
        "published": _date_json(document.published),
        **{name: [_found_json(each) for each in getattr(document, name)] for name in _FOUND},
        "topics": topics_json(document.topics),
        "passage_topics": topics_json(document.passage_topics),
        "groups": topics_json(document.groups),
        "edition": {"number": document.edition.number, "supersedes": document.edition.supersedes},
        "digest_of": _digest_json(document.digest_of),
        "warnings": [{"template": each.template, "values": dict(each.values)} for each in document.warnings],
        "evidence": {name: _evidence_json(each) for name, each in document.evidence.items()},
        "passages": [passage_json(passage) for passage in document.passages],
    }


def from_json(values: Json) -> Document:
    """The Document that ``to_json`` wrote."""
    plain = {name: values.get(name) for name in _PLAIN}
    lists = {name: tuple(values.get(name, ())) for name in _LISTS}
    return Document(
        **cast(dict[str, Any], plain | lists),
        published=_date(values.get("published")),
        organisations=tuple(_found(Organisation, each) for each in values.get("organisations", ())),
        people=tuple(_found(Person, each) for each in values.get("people", ())),
        quotes=tuple(_found(Quote, each) for each in values.get("quotes", ())),
        figures=tuple(_found(Figure, each) for each in values.get("figures", ())),
        contacts=tuple(_found(Contact, each) for each in values.get("contacts", ())),
        topics=tuple(_topic(each) for each in values.get("topics", ())),
        passage_topics=tuple(_topic(each) for each in values.get("passage_topics", ())),
        groups=tuple(_topic(each) for each in values.get("groups", ())),
        edition=Edition(**values.get("edition", {})),
        digest_of=_digest(values.get("digest_of")),
        warnings=tuple(Message(each["template"], each["values"]) for each in values.get("warnings", ())),
        evidence={name: _evidence(each) for name, each in values.get("evidence", {}).items()},
        passages=tuple(passage_from_json(each) for each in values.get("passages", ())),
    )


def passage_json(passage: Passage) -> Json:
    """One passage with its address inside the document."""
    return {
        "address": passage.address,
        "kind": passage.kind,
        "number": passage.number,
        "level": passage.level,
        "heading": list(passage.heading),
        "page": passage.page_from,
        "page_to": passage.page_to,
        "page_label": passage.page_label,
        "language": passage.language,
        "text": passage.text,
        "sha256": passage.sha256,
    }


def passage_from_json(values: Mapping[str, Any]) -> Passage:
    """The Passage that ``passage_json`` wrote."""
    return Passage(
        address=values["address"],
        text=values["text"],
        kind=values["kind"],
        number=values["number"],
        level=values["level"],
        heading=tuple(values["heading"]),
        page_from=values["page"],
        page_to=values["page_to"],
        page_label=values.get("page_label"),
        language=values["language"],
        sha256=values["sha256"],
    )


def _evidence_json(evidence: Evidence) -> Json:
    return {
        "passage": evidence.passage,
        "span": list(evidence.span) if evidence.span else None,
        "page": evidence.page,
        "confidence": evidence.confidence,
        "inferred": evidence.inferred,
    }


def _evidence(values: Mapping[str, Any]) -> Evidence:
    span: Sequence[int] | None = values.get("span")
    return Evidence(
        passage=values.get("passage"),
        span=(span[0], span[1]) if span else None,
        page=values.get("page"),
        confidence=values.get("confidence", 1.0),
        inferred=values.get("inferred", False),
    )


def _date_json(date: PartialDate | None) -> Json | None:
    if date is None:
        return None
    return {
        "year": date.year,
        "month": date.month,
        "day": date.day,
        "as_printed": date.as_printed,
        **_evidence_json(date.evidence),
    }


def _date(values: Mapping[str, Any] | None) -> PartialDate | None:
    if values is None:
        return None
    named = {name: values.get(name) for name in ("year", "month", "day", "as_printed")}
    return PartialDate(**cast(dict[str, Any], named), evidence=_evidence(values))


def _found_json(value: Found) -> Json:
    """An extracted value: its fields by name, its evidence among them."""
    named = {name: getattr(value, name) for name in _NAMES[type(value)]}
    return {**named, **_evidence_json(value.evidence)}


def _found(noun: type[_Noun], values: Mapping[str, Any]) -> _Noun:
    named = {name: values[name] for name in _NAMES[noun] if name in values}
    return noun(**named, evidence=_evidence(values))


def topics_json(topics: Iterable[Topic]) -> list[Json]:
    """Topics or groups with their evidence, as they stand in a record."""
    return [_topic_json(each) for each in topics]


def _topic_json(topic: Topic) -> Json:
    found = [{"words": each.words, **_evidence_json(each.evidence)} for each in topic.evidence]
    return {"id": topic.id, "mentions": topic.mentions, "evidence": found}


def _topic(values: Mapping[str, Any]) -> Topic:
    found = (TopicEvidence(words=each["words"], evidence=_evidence(each)) for each in values["evidence"])
    return Topic(id=values["id"], mentions=values.get("mentions", 0), evidence=tuple(found))


def _digest_json(about: DigestOf | None) -> Json | None:
    if about is None:
        return None
    return {
        "title": about.title,
        "symbol": about.symbol,
        "publisher": about.publisher,
        "adopted": _date_json(about.adopted),
        "source": about.source,
    }


def _digest(values: Mapping[str, Any] | None) -> DigestOf | None:
    if values is None:
        return None
    return DigestOf(
        title=values["title"],
        symbol=values["symbol"],
        publisher=values["publisher"],
        adopted=_date(values["adopted"]),
        source=values["source"],
    )
