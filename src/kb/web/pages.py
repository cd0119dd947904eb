"""Which address shows what: each page reads its address, calls one story and shows the answer.

Threads share one library; each holds its lock while a story runs. What goes wrong becomes a page
with the sentence of the error; what nobody foresaw, a plain one, and one line on standard error.
"""

from __future__ import annotations

import gc
import logging
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from string import ascii_lowercase
from typing import TYPE_CHECKING, cast

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from kb import searching
from kb.answers import Page
from kb.errors import KbError
from kb.library import Library
from kb.messages import Message, say
from kb.web import api, assets, concepts, documents, feeds, openapi, problems
from kb.web.adding import ADDRESS, Adding
from kb.web.answering import answer_to
from kb.web.conditional import revalidated
from kb.web.examples import examples
from kb.web.facets import facets
from kb.web.guard import Guard
from kb.web.histogram import chart
from kb.web.language import spoken
from kb.web.question import Question, question_of
from kb.web.rendering import compile_templates, show
from kb.web.ways import Way, ways_on

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import ASGIApp

_NEWEST = 8  # documents on the start page
_UNFORESEEN = Message("Something went wrong in kb; the window in which it runs says where.")
_log = logging.getLogger("kb.web")


def application(library: Library, name: str, *, read_only: bool = False) -> ASGIApp:
    """The pages of ``library`` behind their guard; ``name`` is the host they are served under."""
    pages, adding = _Pages(library), Adding(library, read_only=read_only)
    served = Starlette(
        routes=[
            Route("/", revalidated(pages.search, library)),
            *documents.routes(library),
            *concepts.routes(library),
            Route("/help", revalidated(pages.help, library)),
            Route(ADDRESS, adding.page),
            Route(ADDRESS, adding.take, methods=["POST"]),
            Route("/static/{version}/{name}", assets.serve),
            Route("/api", revalidated(pages.api, library)),
            *api.routes(library),
            *feeds.routes(library),
        ],
        exception_handlers={KbError: pages.problem, HTTPException: pages.nowhere, Exception: _failure},
    )
    served.router.redirect_slashes = False
    served.state.adds = bool(adding.addresses)  # else no page leads to where documents are added
    return Guard(served, name, adding.addresses)


def prepare(library: Library) -> None:
    """Read what the first questions need (words, concepts, the index) while nobody waits for it yet.

    In small steps, so that whoever does ask meanwhile is answered between two of them. What was read is
    then set aside from the search for garbage, which would pause an answer for 40 ms to look through it.
    """
    compile_templates()
    steps: list[Callable[[], object]] = [
        lambda: library.remembered(examples),
        lambda: searching.suggest(library, "a"),
        lambda: searching.search(library, "guardain", explain=True),
        *(partial(searching.read_words, library, letter) for letter in ascii_lowercase),
    ]
    for step in steps:
        with library.lock, suppress(KbError):  # whoever asks is told
            step()
    gc.freeze()


class _Pages:
    """The pages of one library."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def search(self, request: Request) -> Response:
        question = question_of(request)
        if not question.asked:
            return self._start(request)
        language = spoken(request)
        answer = answer_to(question, self.library, language)
        return show(
            request,
            self.library,
            "results.html",
            answer=answer,
            facets=facets(answer, question, self.library, language),
            chart=chart(answer.years),
            ways=[] if answer.total else self._ways(question, language),
            whole=None if answer.total else self._whole(language),
        )

    def api(self, request: Request) -> Response:
        paths = [(path, each["get"]) for path, each in openapi.PATHS.items()]
        return show(request, self.library, "api.html", paths=paths, summaries=openapi.SUMMARIES)

    def help(self, request: Request) -> Response:
        return show(request, self.library, "help.html")

    def problem(self, request: Request, error: Exception) -> Response:
        known = cast(KbError, error)
        return self._problem(request, known, problems.status(known))

    def nowhere(self, request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 404
        return self._problem(request, KbError("There is no page at this address."), status)

    def _problem(self, request: Request, error: KbError, status: int) -> Response:
        if problems.asks_api(request.url.path):
            return problems.answer(request, error, status)
        return show(request, self.library, "problem.html", status=status, error=error)

    def _start(self, request: Request) -> Response:
        language = spoken(request)
        answer = answer_to(Question(sort="newest"), self.library, language, limit=_NEWEST)
        with self.library.lock:
            asked = sorted(self.library.remembered(examples), key=lambda each: each[1] != language)
        return show(
            request, self.library, "start.html", answer=answer, examples=asked, chart=chart(answer.years)
        )

    def _whole(self, language: str) -> Page:
        """All that is in here, where nothing was found: how much, and its topics."""
        return answer_to(Question(), self.library, language, limit=1, facets=("topic",))

    def _ways(self, question: Question, language: str) -> list[Way]:
        def count(other: Question) -> int:
            return answer_to(other, self.library, language, limit=1, facets=()).total

        def label(facet: str, value: str) -> str:
            return searching.facet_label(facet, value, self.library.thesaurus, language)

        return ways_on(question, count, label)


def _failure(request: Request, error: Exception) -> Response:
    # Where it failed and as what, but not its message, which may hold what somebody searched for.
    place = traceback.extract_tb(error.__traceback__)[-1]
    _log.error("kb: a page failed: %s in %s, line %s", type(error).__name__, place.filename, place.lineno)
    if problems.asks_api(request.url.path):
        return problems.answer(request, _UNFORESEEN, 500)
    return PlainTextResponse(f"{say(_UNFORESEEN, spoken(request))}\n", 500)
