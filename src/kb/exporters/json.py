"""Records as JSON, schema 1, with the labels of their topics."""

from __future__ import annotations

from collections.abc import Iterable

from kb.answers import Hit, HitPassage, Page, Reason, Related, Shown, Suggestion
from kb.messages import say
from kb.records import Document, PartialDate
from kb.schema import SCHEMA, Json, passage_json, to_json
from kb.thesaurus import Thesaurus


def record(document: Document, thesaurus: Thesaurus, language: str, *, contacts: bool = True) -> Json:
    """The whole record; without ``contacts`` (personal data) that list is left out."""
    values: Json = {"schema": SCHEMA, **to_json(document)}
    values["warnings"] = [say(each, language) for each in document.warnings]
    for name in ("topics", "passage_topics", "groups"):
        values[name] = [
            {
                "id": each["id"],
                "label": thesaurus.label(each["id"], language),
                "mentions": each["mentions"],
                "evidence": each["evidence"],
            }
            for each in values[name]
        ]
    if not contacts:
        del values["contacts"]
    return values


def shown_record(shown: Shown, thesaurus: Thesaurus, language: str, *, contacts: bool = True) -> Json:
    """The record of a document; of a passage or section, its record with those passages alone."""
    values = record(shown.document, thesaurus, language, contacts=contacts)
    if shown.passages:
        values["passages"] = [passage_json(passage) for passage in shown.passages]
    return values


def page_record(page: Page, thesaurus: Thesaurus, language: str) -> Json:
    """One page of an answer, as ``kb search --json`` and the page's API give it."""
    return {
        "schema": SCHEMA,
        "query": page.query,
        "total": page.total,
        "complete": page.complete,
        "page": page.page,
        "hits": [_hit(hit, thesaurus, language) for hit in page.hits],
        "facets": {
            name: [{"value": each.value, "label": each.label, "count": each.count} for each in values]
            for name, values in page.facets.items()
        },
        "years": [{"year": year, "count": count} for year, count in page.years],
        "references": [
            {
                "typed": each.typed,
                "instrument": each.instrument,
                "label": each.label,
                "address": each.address,
                "digest": each.digest,
                "uri": each.uri,
            }
            for each in page.references
        ],
        "expansions": [
            {
                "concept": each.concept,
                "label": each.label,
                "typed": each.typed,
                "also": [{"text": text, "language": spoken} for text, spoken in each.also],
            }
            for each in page.expansions
        ],
        "notices": [say(each, language) for each in page.notices],
        "suggestion": page.suggestion,
    }


def related_record(address: str, found: Iterable[Related], language: str) -> Json:
    """The documents near an address, as ``kb related --json`` gives them."""
    return {
        "schema": SCHEMA,
        "address": address,
        "related": [
            {
                "id": each.id,
                "title": each.title,
                "kind": each.kind,
                "language": each.language,
                "published": _date(each.published),
                "publisher": each.publisher,
                "relation": each.relation,
                "score": each.score,
                "reasons": _reasons(each.reasons, language),
            }
            for each in found
        ],
    }


def suggestions_record(found: Iterable[Suggestion]) -> Json:
    """What somebody may be typing, as ``kb suggest --json`` and the page's API give it."""
    return {
        "schema": SCHEMA,
        "suggestions": [
            {
                "kind": each.kind,
                "label": each.text,
                "language": each.language,
                "also": each.also,
                "query": each.search,
                "concept": each.id if each.kind == "concept" else None,
                "address": None if each.kind == "concept" else each.id,
                "count": each.count,
            }
            for each in found
        ],
    }


def _reasons(reasons: Iterable[Reason], language: str) -> list[Json]:
    return [{"text": say(each.text, language), "share": each.share} for each in reasons]


def _hit(hit: Hit, thesaurus: Thesaurus, language: str) -> Json:
    return {
        "id": hit.id,
        "title": hit.title,
        "title_marks": [list(span) for span in hit.title_marks],
        "kind": hit.kind,
        "language": hit.language,
        "published": _date(hit.published),
        "publisher": hit.publisher,
        "digest_of": hit.digest_of and {"title": hit.digest_of.title, "symbol": hit.digest_of.symbol},
        "topics": [{"id": topic, "label": thesaurus.label(topic, language)} for topic in hit.topics],
        "locations": list(hit.locations),
        "score": hit.score,
        "cited": hit.cited,
        "lacking": list(hit.lacking),
        "warnings": [say(each, language) for each in hit.warnings],
        "passages": [_passage(passage) for passage in hit.passages],
        "reasons": _reasons(hit.reasons, language),
    }


def _passage(passage: HitPassage) -> Json:
    return {
        "address": passage.address,
        "heading": passage.heading,
        "number": passage.number,
        "page": passage.page,
        "page_label": passage.page_label,
        "language": passage.language,
        "kind": passage.kind,
        "text": passage.text,
        "marks": [list(span) for span in passage.marks],
        "excerpt": list(passage.excerpt),
    }


def _date(date: PartialDate | None) -> Json | None:
    if date is None:
        return None
    return {"year": date.year, "month": date.month, "day": date.day, "as_printed": date.as_printed}
