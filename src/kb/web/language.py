"""Which language the person at the browser reads: the address, else the cookie, else the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.messages import LANGUAGES

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

PARAMETER = "lang"
_COOKIE = "kb_language"
_YEAR = 365 * 24 * 3600  # seconds


def named(request: Request) -> str | None:
    """The language that the address names, if it is one of ours."""
    value = request.query_params.get(PARAMETER)
    return value if value in LANGUAGES else None


def spoken(request: Request) -> str:
    """The language to answer in; English where nothing is said."""
    kept = request.cookies.get(_COOKIE)
    if kept not in LANGUAGES:
        kept = None
    return named(request) or kept or _accepted(request.headers.get("accept-language", "")) or "en"


def keep(response: Response, request: Request) -> None:
    """Let the browser remember the language that the address named."""
    if language := named(request):
        response.set_cookie(_COOKIE, language, max_age=_YEAR, httponly=True, samesite="lax")


def _accepted(header: str) -> str | None:
    """The most wanted of our languages (RFC 9110, 12.5.4).

    >>> _accepted("fr, en;q=0.5, es-MX;q=0.9"), _accepted("de"), _accepted("es;q=x")
    ('es', None, None)
    """
    wanted: list[tuple[float, str]] = []
    for part in header.split(",")[:20]:
        tag, _, parameter = part.strip().partition(";")
        language = tag.partition("-")[0].lower()
        if language in LANGUAGES:
            wanted.append((_weight(parameter), language))
    best = max(wanted, key=lambda each: each[0], default=(0.0, None))
    return best[1] if best[0] > 0 else None


def _weight(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if name != "q":
        return 1.0
    return float(value) if value.replace(".", "", 1).isdecimal() else 0.0
