"""The API: the stories of the command line for programs, with the same JSON as ``--json``."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from starlette.responses import Response
from starlette.routing import Route

from kb import curating, reading, searching
from kb.library import Library
from kb.query.tree import FACETS
from kb.schema import Json
from kb.web import openapi
from kb.web.conditional import revalidated
from kb.web.language import spoken
from kb.web.parameters import is_yes, read

if TYPE_CHECKING:
    from starlette.requests import Request

Story = Callable[[Library, dict[str, Any], str], Json]


def routes(library: Library) -> list[Route]:
    """A route for each address that is described; the longest first, so that none hides another."""
    addresses = sorted(_STORIES, key=len, reverse=True)
    return [
        # A symbol that is asked for has strokes, written %2F.
        Route(each.replace("{id}", "{id:path}"), revalidated(_endpoint(library, each), library))
        for each in addresses
    ]


def _endpoint(library: Library, address: str) -> Callable[[Request], Response]:
    story = _STORIES[address]

    def answer(request: Request) -> Response:
        values = read(request.query_params.multi_items(), openapi.parameters(address))
        language = spoken(request)
        with library.lock:
            found = story(library, values | request.path_params, language)
        return Response(_written(found), 200, {"Content-Language": language}, "application/json")

    return answer


def _written(found: Json) -> bytes:
    # A file's name may hold bytes that are no text; JSON is UTF-8 all the same.
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode("utf-8", errors="replace")


def _search(library: Library, asked: dict[str, Any], language: str) -> Json:
    page = searching.search(
        library,
        asked.get("q", ""),
        limit=asked["limit"],
        page=asked["page"],
        sort=asked["sort"],
        chosen=[(facet, value) for facet in FACETS for value in asked.get(facet, ())],
        expand=not is_yes(asked, "exact"),
        off=asked.get("off", ()),
        explain=is_yes(asked, "explain"),
        language=language,
    )
    return searching.record(library, page, language)


def _suggest(library: Library, asked: dict[str, Any], language: str) -> Json:
    found = searching.suggest(library, asked.get("q", ""), language, asked["limit"])
    return searching.suggestions_record(found)


def _document(library: Library, asked: dict[str, Any], language: str) -> Json:
    # A "#" belongs to the address of a passage, which is a route of its own.
    return _record(library, asked, asked["id"].partition("#")[0], language)


def _passage(library: Library, asked: dict[str, Any], language: str) -> Json:
    return _record(library, asked, f"{asked['id'].partition('#')[0]}#{asked['address']}", language)


def _record(library: Library, asked: dict[str, Any], address: str, language: str) -> Json:
    shown = reading.show(library, address, language)
    return reading.record(library, shown, language, contacts=is_yes(asked, "contacts"))


def _topics(library: Library, asked: dict[str, Any], language: str) -> Json:
    found = reading.topics(library, language)
    return reading.topics_record((each for each in found if each.count or is_yes(asked, "all")), language)


def _topic(library: Library, asked: dict[str, Any], _language: str) -> Json:
    library.follow()
    return curating.record(curating.described(library, asked["id"]))


def _description(_library: Library, _asked: dict[str, Any], _language: str) -> Json:
    return openapi.description()


_STORIES: dict[str, Story] = {
    "/api/search": _search,
    "/api/suggest": _suggest,
    "/api/documents/{id}": _document,
    "/api/documents/{id}/passages/{address}": _passage,
    "/api/topics": _topics,
    "/api/topics/{id}": _topic,
    "/api/openapi.json": _description,
}
