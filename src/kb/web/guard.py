"""What may come in, before any page is asked: this computer's own name, and requests to read.

The name matters most: a page elsewhere can make the browser ask 127.0.0.1 under a name of its own
(DNS rebinding), and then read the answer; only the ``Host`` header tells.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse

from kb.messages import Message, say
from kb.web import problems
from kb.web.language import spoken

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send
    from starlette.types import Message as Event

# On every answer, also those that the server gives without asking us (see kb.web.server).
HEADERS = (
    (
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)
LONGEST_ADDRESS = 8 * 1024  # bytes
LONGEST_HEAD = 16 * 1024
_OUR_NAMES = ("localhost", "127.0.0.1", "[::1]")
_PORT = re.compile(r":[0-9]{1,5}\Z")


class Guard:
    """Lets a request through to ``app``, or refuses it with one sentence."""

    def __init__(self, app: ASGIApp, name: str) -> None:
        self.app = app
        self.names = frozenset((*_OUR_NAMES, name.lower()))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; what comes back is kept by no cache unless it says so itself."""

        async def uncached(event: Event) -> None:
            if event["type"] == "http.response.start":
                MutableHeaders(scope=event).setdefault("Cache-Control", "no-store")
            await send(event)

        answer = self._refusal(scope) or self.app
        await answer(scope, receive, uncached)

    def _refusal(self, scope: Scope) -> ASGIApp | None:
        headers = Headers(scope=scope)
        if _PORT.sub("", headers.get("host", "").lower()) not in self.names:
            return _refused(scope, 421, _ELSEWHERE)
        for wrong, status, sentence in _REFUSALS:
            if wrong(scope, headers):
                return _refused(scope, status, sentence)
        return None


def _refused(scope: Scope, status: int, sentence: Message) -> ASGIApp:
    # The connection ends: a body that nobody wanted is not read either.
    headers = {"Connection": "close"} | ({"Allow": "GET, HEAD"} if status == 405 else {})
    request = Request(scope)
    if problems.asks_api(scope["path"]):
        return problems.answer(request, sentence, status, headers)
    return PlainTextResponse(f"{say(sentence, spoken(request))}\n", status, headers)


def _writes(scope: Scope, _headers: Headers) -> bool:
    return scope["method"] not in ("GET", "HEAD")


def _has_long_address(scope: Scope, _headers: Headers) -> bool:
    return len(scope["raw_path"]) + len(scope["query_string"]) > LONGEST_ADDRESS


def _has_long_head(scope: Scope, _headers: Headers) -> bool:
    # The server's own limit holds for heads that come in pieces only.
    return sum(len(name) + len(value) for name, value in scope["headers"]) > LONGEST_HEAD


def _has_body(_scope: Scope, headers: Headers) -> bool:
    return "transfer-encoding" in headers or headers.get("content-length", "0") != "0"


def _is_embedded(_scope: Scope, headers: Headers) -> bool:
    """Whether another site asks for a picture, a script, a frame: anything but a link followed."""
    return headers.get("sec-fetch-site") == "cross-site" and headers.get("sec-fetch-dest") != "document"


_ELSEWHERE = Message(
    "This page answers on this computer only; open it under the address that kb serve printed."
)
_REFUSALS: tuple[tuple[Callable[[Scope, Headers], bool], int, Message], ...] = (
    (_writes, 405, Message("This page can only be read: nothing is changed through it.")),
    (_has_long_address, 414, Message("This address is too long; ask a shorter question.")),
    (
        _has_long_head,
        431,
        Message("The browser sent more than this page reads; delete its cookies for this address."),
    ),
    (_has_body, 400, Message("This page can only be read: it takes no content.")),
    (_is_embedded, 403, Message("This page cannot be part of another site.")),
)
