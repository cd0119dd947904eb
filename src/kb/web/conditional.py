"""Answers that a browser may keep and must ask about: ETag and If-None-Match (RFC 9110, 13).

A tag names the question and the state of the knowledge base, so that it is known before the answer is
made: an unchanged answer costs no search. A new start of the program makes new tags.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from secrets import token_hex
from typing import TYPE_CHECKING

from starlette.responses import Response

from kb.library import Library
from kb.web.language import named, spoken

if TYPE_CHECKING:
    from starlette.requests import Request

Endpoint = Callable[["Request"], Response]
_START = token_hex(8)


def revalidated(endpoint: Endpoint, library: Library) -> Endpoint:
    """``endpoint``, whose good answers carry a strong tag, and which says 304 to those who have it."""

    @wraps(endpoint)
    def answer(request: Request) -> Response:
        tag = _tag(request, library)
        if tag and _has(request.headers.get("if-none-match", ""), tag):
            return _tagged(Response(status_code=304), request, tag)
        response = endpoint(request)
        # The search itself, or another process, may have changed something meanwhile.
        if tag and response.status_code == 200 and _tag(request, library) == tag:
            _tagged(response, request, tag)
        return response

    return answer


def _tag(request: Request, library: Library) -> str | None:
    with library.lock:
        revision = library.revision()
    if revision is None:
        return None
    url = request.url
    asked = (_START, *revision, url.netloc, url.path, url.query, spoken(request))
    return f'"{sha256(repr(asked).encode()).hexdigest()[:32]}"'


def _has(header: str, tag: str) -> bool:
    kept = [each.strip().removeprefix("W/") for each in header.split(",")]
    return "*" in kept or tag in kept


def _tagged(response: Response, request: Request, tag: str) -> Response:
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "private, no-cache"
    if named(request) is None:
        response.headers["Vary"] = "Accept-Language, Cookie"
    return response
