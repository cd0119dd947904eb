"""What the answers of the API hold, as JSON Schema 2020-12: the records of schema 1.

Every name that is required is there in every answer; more may be added within schema 1.
"""

from __future__ import annotations

from kb.messages import LANGUAGES
from kb.records import KINDS
from kb.schema import SCHEMA, Json
from kb.searching.suggesting import KINDS as SUGGESTED


def reference(name: str) -> Json:
    """A schema by its name."""
    return {"$ref": f"#/components/schemas/{name}"}


def _object(**properties: Json) -> Json:
    return {"type": "object", "required": list(properties), "properties": properties}


def _optional(schema: Json, **properties: Json) -> Json:
    """The schema of an object that has these names only where they are asked for."""
    return {**schema, "properties": {**schema["properties"], **properties}}


def _list(items: Json) -> Json:
    return {"type": "array", "items": items}


def _map(values: Json) -> Json:
    return {"type": "object", "additionalProperties": values}


def _or_null(schema: Json) -> Json:
    return {"anyOf": [schema, {"type": "null"}]}


_TEXT: Json = {"type": "string"}
_TEXT_OR_NULL: Json = {"type": ["string", "null"]}
_COUNT: Json = {"type": "integer", "minimum": 0}
_COUNT_OR_NULL: Json = {"type": ["integer", "null"]}
_SHARE: Json = {"type": "number", "minimum": 0, "maximum": 1}
_YES: Json = {"type": "boolean"}
_KIND: Json = {"type": "string", "enum": list(KINDS)}
_SCHEMA: Json = {"const": SCHEMA}
_SPAN: Json = {
    "type": "array", "items": _COUNT, "minItems": 2, "maxItems": 2,
    "description": "A half-open pair of positions, in Unicode code points, in the text beside it.",
}  # fmt: skip
_DATE: Json = {
    "year": _COUNT_OR_NULL,
    "month": _COUNT_OR_NULL,
    "day": _COUNT_OR_NULL,
    "as_printed": _TEXT_OR_NULL,
}
_EVIDENCE: Json = {
    "passage": _TEXT_OR_NULL,
    "span": _or_null(_SPAN),
    "page": _COUNT_OR_NULL,
    "confidence": _SHARE,
    "inferred": _YES,
}
_LABELLED: Json = {"id": _TEXT, "label": _TEXT}
_COUNTED: Json = {"label": _TEXT, "count": _COUNT}
_HEAD: Json = {"id": _TEXT, "title": _TEXT, "kind": _KIND, "language": _TEXT, "publisher": _TEXT_OR_NULL}
_PASSAGE: Json = {
    "address": _TEXT,
    "kind": _TEXT,
    "number": _TEXT_OR_NULL,
    "page": _COUNT_OR_NULL,
    "page_label": _TEXT_OR_NULL,
    "language": _TEXT,
    "text": _TEXT,
}
_TITLED: Json = {"title": _TEXT, "symbol": _TEXT_OR_NULL}
_OFFICE: Json = {"role": _TEXT_OR_NULL, "organisation": _TEXT_OR_NULL}
_BESIDE: Json = {"locations": _list(_TEXT), "warnings": _list(_TEXT)}
_BY_LANGUAGE: Json = {"type": "object", "propertyNames": {"enum": list(LANGUAGES)}}
_DATED: Json = _or_null(_object(**_DATE, **_EVIDENCE))
_LABELS: Json = {**_BY_LANGUAGE, "additionalProperties": _list(_TEXT)}
_WORDS: Json = {**_BY_LANGUAGE, "additionalProperties": _TEXT}
_SUBJECTS: Json = _list(
    _object(**_LABELLED, mentions=_COUNT, evidence=_list(_object(words=_TEXT, **_EVIDENCE)))
)


def _found(**properties: Json) -> Json:
    """A list of values that were found in the text, each with its place."""
    return _list(_object(**properties, **_EVIDENCE))


SCHEMAS: Json = {
    "Page": _object(
        schema=_SCHEMA,
        query=_TEXT,
        total=_COUNT,
        complete=_COUNT_OR_NULL,
        page=_COUNT,
        hits=_list(reference("Hit")),
        facets=_map(_list(_object(value=_TEXT, **_COUNTED))),
        years=_list(_object(year={"type": "integer"}, count=_COUNT)),
        references=_list(
            _object(
                typed=_TEXT,
                instrument=_TEXT,
                label=_TEXT,
                address=_TEXT_OR_NULL,
                digest=_TEXT_OR_NULL,
                uri=_TEXT_OR_NULL,
            )
        ),
        expansions=_list(
            _object(
                concept=_TEXT_OR_NULL,
                label=_TEXT,
                typed=_TEXT,
                also=_list(_object(text=_TEXT, language=_TEXT)),
            )
        ),
        notices=_list(_TEXT),
        suggestion=_TEXT_OR_NULL,
    ),
    "Hit": _object(
        **_HEAD,
        **_BESIDE,
        title_marks=_list(_SPAN),
        published=_or_null(_object(**_DATE)),
        digest_of=_or_null(_object(**_TITLED)),
        topics=_list(_object(**_LABELLED)),
        score={"type": "number"},
        cited=_YES,
        lacking=_list(_TEXT),
        passages=_list(_object(**_PASSAGE, heading=_TEXT, marks=_list(_SPAN), excerpt=_SPAN)),
        reasons=_list(_object(text=_TEXT, share=_SHARE)),
    ),
    "Record": _optional(
        _object(
            schema=_SCHEMA,
            **_HEAD,
            **_BESIDE,
            symbol=_TEXT_OR_NULL,
            place=_TEXT_OR_NULL,
            source=_TEXT_OR_NULL,
            retrieved=_TEXT_OR_NULL,
            media_type=_TEXT,
            sha256=_TEXT,
            twin=_TEXT_OR_NULL,
            programme=_TEXT_OR_NULL,
            funder=_TEXT_OR_NULL,
            countries=_list(_TEXT),
            aliases=_list(_TEXT),
            published=_DATED,
            organisations=_found(name=_TEXT, acronym=_TEXT_OR_NULL),
            people=_found(name=_TEXT, **_OFFICE),
            quotes=_found(text=_TEXT, speaker=_TEXT_OR_NULL, **_OFFICE),
            figures=_found(
                value={"type": "number"},
                unit=_TEXT_OR_NULL,
                population=_TEXT_OR_NULL,
                year=_COUNT_OR_NULL,
                qualifier=_TEXT_OR_NULL,
                trend={"enum": ["up", "down", None]},
                as_printed=_TEXT,
            ),
            topics=_SUBJECTS,
            passage_topics=_SUBJECTS,
            groups=_SUBJECTS,
            edition=_object(number=_COUNT, supersedes=_TEXT_OR_NULL),
            digest_of=_or_null(
                _object(**_TITLED, publisher=_TEXT_OR_NULL, adopted=_DATED, source=_TEXT_OR_NULL)
            ),
            evidence=_map(_object(**_EVIDENCE)),
            passages=_list(
                _object(**_PASSAGE, level=_COUNT, heading=_list(_TEXT), page_to=_COUNT_OR_NULL, sha256=_TEXT)
            ),
        ),
        contacts=_found(
            name=_TEXT_OR_NULL,
            office=_TEXT_OR_NULL,
            phone=_TEXT_OR_NULL,
            email=_TEXT_OR_NULL,
            as_printed=_TEXT,
        ),
    ),
    "Suggestions": _object(
        schema=_SCHEMA,
        suggestions=_list(
            _object(
                kind={"type": "string", "enum": list(SUGGESTED)},
                language=_TEXT_OR_NULL,
                also=_TEXT_OR_NULL,
                query=_TEXT,
                concept=_TEXT_OR_NULL,
                address=_TEXT_OR_NULL,
                **_COUNTED,
            )
        ),
    ),
    "Topics": _object(
        schema=_SCHEMA,
        language=_TEXT,
        topics=_list(_object(id=_TEXT, **_COUNTED)),
    ),
    "Concept": _object(
        schema=_SCHEMA,
        id=_TEXT,
        preferred=_WORDS,
        alternative=_LABELS,
        abbreviation=_LABELS,
        hidden=_LABELS,
        asked=_LABELS,
        wording=_LABELS,
        scope=_WORDS,
        note=_WORDS,
        mapping=_map(_list(_TEXT)),
        broader=_list(_TEXT),
        narrower=_list(_TEXT),
        related=_list(_TEXT),
        groups=_list(_TEXT),
        basis=_list(_TEXT),
        count=_COUNT,
    ),
    "Problem": _object(type=_TEXT, title=_TEXT, status=_COUNT, detail=_TEXT),
    "Description": _object(openapi=_TEXT, info={"type": "object"}, paths={"type": "object"}),
}
