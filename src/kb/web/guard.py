"""What may come in, before any page is asked: this computer's own name, requests to read, and our own forms.

The name matters most: a page elsewhere can make the browser ask 127.0.0.1 under a name of its own
(DNS rebinding), and then read the answer; only the ``Host`` header tells. A form comes from a page of
ours or not at all: ``Origin`` and ``Sec-Fetch-Site`` tell, which no page can set.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
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

    def __init__(self, app: ASGIApp, name: str, forms: Collection[str] = ()) -> None:
        """``name`` is the host that is answered under, ``forms`` are the addresses that take a form."""
        self.app = app
        self.names = frozenset((*_OUR_NAMES, name.lower()))
        self.forms = frozenset(forms)

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
        takes_form = scope["path"] in self.forms
        refusals = _OF_FORMS if takes_form and scope["method"] == "POST" else _OF_READING
        for wrong, status, sentence in (*_OF_ALL, *refusals):
            if wrong(scope, headers):
                return _refused(scope, status, sentence, "GET, HEAD, POST" if takes_form else "GET, HEAD")
        return None


def _refused(scope: Scope, status: int, sentence: Message, allowed: str = "") -> ASGIApp:
    # The connection ends: a body that nobody wanted is not read either.
    headers = {"Connection": "close"} | ({"Allow": allowed} if status == 405 else {})
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


def _is_no_path(scope: Scope, _headers: Headers) -> bool:
    """Whether a proxy is asked (``GET http://...``): the target may name another host than ``Host``."""
    return not scope["path"].startswith("/")


def _has_two_lengths(_scope: Scope, headers: Headers) -> bool:
    """Whether two readers could disagree where the body ends (RFC 9112, 6.1)."""
    return "transfer-encoding" in headers and "content-length" in headers


def _comes_from_elsewhere(_scope: Scope, headers: Headers) -> bool:
    """Whether the form is not on a page of ours; browsers that say nothing are told by the form's token."""
    origin = headers.get("origin", "").lower()
    ours = f"http://{headers['host'].lower()}"
    return origin not in ("", ours) or headers.get("sec-fetch-site", "same-origin") != "same-origin"


def _has_body(_scope: Scope, headers: Headers) -> bool:
    return "transfer-encoding" in headers or headers.get("content-length", "0") != "0"


def _is_embedded(_scope: Scope, headers: Headers) -> bool:
    """Whether another site asks for a picture, a script, a frame: anything but a link followed."""
    return headers.get("sec-fetch-site") == "cross-site" and headers.get("sec-fetch-dest") != "document"


_ELSEWHERE = Message(
    "This page answers on this computer only; open it under the address that kb serve printed."
)
_Refusal = tuple[Callable[["Scope", Headers], bool], int, Message]
_OF_ALL: tuple[_Refusal, ...] = (
    (_has_long_address, 414, Message("This address is too long; ask a shorter question.")),
    (
        _has_long_head,
        431,
        Message("The browser sent more than this page reads; delete its cookies for this address."),
    ),
    (_is_no_path, 400, Message("This is no address of a page.")),
    (_has_two_lengths, 400, Message("This request says twice how long it is.")),
)
_OF_READING: tuple[_Refusal, ...] = (
    (_writes, 405, Message("This page can only be read: nothing is changed through it.")),
    (_has_body, 400, Message("This page can only be read: it takes no content.")),
    (_is_embedded, 403, Message("This page cannot be part of another site.")),
)
_OF_FORMS: tuple[_Refusal, ...] = (
    (
        _comes_from_elsewhere,
        403,
        Message("Documents are added from the page of kb itself, not from another site."),
    ),
)
