"""The API's description of itself (OpenAPI 3.1), as data: what may be asked and what comes back.

One fact, one place: requests are read by the parameters that stand here (``kb.web.parameters``), and the
tests hold every route and every real answer against it.
"""

from __future__ import annotations

from importlib.metadata import version

from kb.answers import DEEPEST_PAGE, SORTS
from kb.messages import LANGUAGES, Message
from kb.query.tree import FACETS
from kb.schema import Json
from kb.searching import MOST_HITS
from kb.web.question import MOST_CHOSEN
from kb.web.schemas import SCHEMAS, reference

YES = ("0", "1", "false", "true")
MOST_SUGGESTIONS = 100


def _parameter(name: str, schema: Json, says: str) -> Json:
    return {"name": name, "in": "query", "required": False, "schema": schema, "description": says}


_ROWS = {"year": ", or to some in a row (2012..2013)"}


def _many(says: str, name: str) -> Json:
    values = {"type": "array", "maxItems": MOST_CHOSEN, "items": {"type": "string"}}
    return {**_parameter(name, values, says), "style": "form", "explode": True}


def _choice(*values: str) -> Json:
    return {"type": "string", "enum": list(values)}


def _number(most: int, default: int) -> Json:
    return {"type": "integer", "minimum": 1, "maximum": most, "default": default}


def _in_path(name: str, says: str, example: str) -> Json:
    schema = {"type": "string", "minLength": 1}
    return {
        "name": name, "in": "path", "required": True, "schema": schema,
        "description": says, "example": example,
    }  # fmt: skip


_LANG = _parameter(
    "lang", _choice(*LANGUAGES), "The language of labels and sentences; else that of Accept-Language."
)
_Q = _parameter("q", {"type": "string"}, "The question, in the query language; nothing typed is an error.")
_EXACT = _parameter("exact", _choice(*YES), "Search only what is typed: no other names, no translations.")
_CONTACTS = _parameter("contacts", _choice(*YES), "Include contacts, which are personal data.")
_PROBLEM = {
    "description": "What is wrong, in a sentence (RFC 9457).",
    "content": {"application/problem+json": {"schema": reference("Problem")}},
}
_HEADERS = {
    "ETag": {
        "description": "Names this answer; send it back in If-None-Match.",
        "schema": {"type": "string"},
    },
    "Content-Language": {"description": "The language of its sentences.", "schema": {"type": "string"}},
}


SUMMARIES: dict[str, Message] = {}  # by the name of an operation; said in both languages on the page


def _get(name: str, summary: Message, parameters: list[Json], schema: str, *, missing: bool = False) -> Json:
    SUMMARIES[name] = summary
    refused = ["400", "403", "414", "421", "431", "500", "503", *(["404"] if missing else [])]
    return {
        "get": {
            "operationId": name,
            "summary": str(summary),
            "parameters": [*parameters, _LANG],
            "responses": {
                "200": {
                    "description": "The answer.",
                    "headers": _HEADERS,
                    "content": {"application/json": {"schema": reference(schema)}},
                },
                "304": {"description": "Nothing has changed since the answer that If-None-Match names."},
                **dict.fromkeys(sorted(refused), _PROBLEM),
            },
        }
    }


_DOCUMENT = _in_path(
    "id", "The id of a document, its symbol, or how people cite it.", "digest-crc-gc-14-best-interests"
)
PATHS: Json = {
    "/api/search": _get(
        "search",
        Message("Search: one page of documents with the passages that answer."),
        [
            _Q,
            *(
                _many(f"Narrow to this {facet}{_ROWS.get(facet, '')}; several are alternatives.", facet)
                for facet in FACETS
            ),
            _parameter("sort", _choice(*SORTS) | {"default": SORTS[0]}, "The order."),
            _parameter("page", _number(DEEPEST_PAGE, 1), "Which page."),
            _parameter("limit", _number(MOST_HITS, 10), "Documents on a page."),
            _EXACT,
            _many("Ids of concepts and words to which nothing is added.", "off"),
            _parameter("explain", _choice(*YES), "Say of each hit why it is where it is."),
        ],
        "Page",
    ),
    "/api/suggest": _get(
        "suggest",
        Message("Complete what is being typed."),
        [
            _parameter("q", {"type": "string"}, "The beginning of a word or words."),
            _parameter("limit", _number(MOST_SUGGESTIONS, 8), "How many."),
        ],
        "Suggestions",
    ),
    "/api/documents/{id}": _get(
        "document", Message("A document with its record."), [_DOCUMENT, _CONTACTS], "Record", missing=True
    ),
    "/api/documents/{id}/passages/{address}": _get(
        "passage",
        Message("One passage, or with a heading all that it heads, with the record."),
        [_DOCUMENT, _in_path("address", "The address inside the document.", "p2"), _CONTACTS],
        "Record",
        missing=True,
    ),
    "/api/topics": _get(
        "topics",
        Message("The topics, the most used first."),
        [_parameter("all", _choice(*YES), "Also those without documents.")],
        "Topics",
    ),
    "/api/topics/{id}": _get(
        "topic",
        Message("A concept of the thesaurus."),
        [_in_path("id", "Its id, or any of its labels.", "best-interests")],
        "Concept",
        missing=True,
    ),
    "/api/openapi.json": _get("description", Message("This description."), [], "Description"),
}


def description() -> Json:
    """The whole description."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "kb",
            "version": version("kb"),
            "summary": "The search page's API: the answers of `kb search --json` and `kb show --json`.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": PATHS,
        "components": {"schemas": SCHEMAS},
    }


def parameters(path: str) -> list[Json]:
    """The parameters that stand in the query of a route."""
    found: list[Json] = [each for each in PATHS[path]["get"]["parameters"] if each["in"] == "query"]
    return found
