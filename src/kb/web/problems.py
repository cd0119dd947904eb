"""What goes wrong, told to a program: RFC 9457 problem details, in the language that it asked for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.responses import Response

from kb.errors import KbError, Misuse, NotHeld
from kb.messages import Message, say
from kb.web.language import spoken

if TYPE_CHECKING:
    from starlette.requests import Request

API = "/api/"
_STATUS: tuple[tuple[type[KbError], int], ...] = ((Misuse, 400), (NotHeld, 404), (KbError, 500))


def status(error: KbError) -> int:
    """The status of an answer that says this error."""
    return next(code for kind, code in _STATUS if isinstance(error, kind))


def asks_api(path: str) -> bool:
    """Whether a program asks: an address of the API, not of a page."""
    return path.startswith(API)


def answer(
    request: Request, said: Message | KbError, code: int, headers: Mapping[str, str] | None = None
) -> Response:
    """The problem as JSON."""
    language = spoken(request)
    problem = {
        "type": "about:blank",
        "title": HTTPStatus(code).phrase,
        "status": code,
        "detail": say(said, language),
    }
    return Response(
        json.dumps(problem, ensure_ascii=False).encode("utf-8", errors="replace"),
        code,
        {"Content-Language": language, **(headers or {})},
        "application/problem+json",
    )
