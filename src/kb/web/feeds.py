"""What browsers and readers of news ask for by themselves: feeds, and how to search here (OpenSearch 1.1)."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, tostring

from starlette.responses import Response
from starlette.routing import Route

from kb import searching
from kb.library import Library
from kb.messages import Message, say
from kb.searching.feeds import Address, feed
from kb.web import assets
from kb.web.answering import answer_to
from kb.web.conditional import revalidated
from kb.web.language import spoken
from kb.web.question import Question, question_of

if TYPE_CHECKING:
    from starlette.requests import Request

ENTRIES = 50  # of a feed
_SUGGESTIONS = 8
_ATOM = "application/atom+xml"
_SUGGESTED = "application/x-suggestions+json"
_NAME = Message("Documents (kb)")  # at most 16 characters (OpenSearch 1.1)
_ABOUT = Message("Search the documents on this computer, in English or Spanish")


def routes(library: Library) -> list[Route]:
    """Feeds, the description of the search, and its suggestions."""
    feeds = _Feeds(library)
    return [
        Route("/feed.atom", revalidated(feeds.atom, library)),
        Route("/opensearch.xml", revalidated(feeds.description, library)),
        Route("/suggestions.json", revalidated(feeds.suggestions, library)),
    ]


class _Feeds:
    """The feeds of one library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def atom(self, request: Request) -> Response:
        """The newest documents that answer a question; whatever page and order it has."""
        question = replace(question_of(request), sort="newest", page=1, why="")
        language, site = spoken(request), _site(request)
        at = Address(
            site=site,
            feed=f"{site}{request.url.path}?{request.url.query}",
            page=f"{site}{question.address()}",
            question=replace(question, language=None).address(),
        )
        with self._library.lock:
            answer = answer_to(question, self._library, language, limit=ENTRIES, facets=())
            written = feed(self._library, answer, at, language)
        return Response(written, media_type=_ATOM)

    def description(self, request: Request) -> Response:
        """How a browser searches here."""
        language, site = spoken(request), _site(request)
        root = Element("OpenSearchDescription", {"xmlns": "http://a9.com/-/spec/opensearch/1.1/"})
        for name, text in (
            ("ShortName", say(_NAME, language)),
            ("Description", say(_ABOUT, language)),
            ("InputEncoding", "UTF-8"),
            ("Language", language),
        ):
            SubElement(root, name).text = text
        SubElement(
            root, "Image", {"width": "16", "height": "16", "type": "image/svg+xml"}
        ).text = f"{site}{assets.address('icon.svg')}"
        for kind, address in (
            ("text/html", f"{site}/?q={{searchTerms}}&lang={language}"),
            (_SUGGESTED, f"{site}/suggestions.json?q={{searchTerms}}&lang={language}"),
            (_ATOM, f"{site}/feed.atom?q={{searchTerms}}&lang={language}"),
        ):
            SubElement(root, "Url", {"type": kind, "template": address})
        described = tostring(root, encoding="utf-8", xml_declaration=True)
        return Response(described, media_type="application/opensearchdescription+xml")

    def suggestions(self, request: Request) -> Response:
        """What is typed, and what may be meant: texts, what they are, and where each leads."""
        typed, language = request.query_params.get("q", ""), spoken(request)
        with self._library.lock:
            found = searching.suggest(self._library, typed, language, _SUGGESTIONS)
        site = _site(request)
        where = [f"{site}{Question(text=each.search, language=language).address()}" for each in found]
        rows = [typed, [each.text for each in found], [each.also or "" for each in found], where]
        written = json.dumps(rows, ensure_ascii=False).encode("utf-8", errors="replace")
        return Response(written, media_type=_SUGGESTED)


def _site(request: Request) -> str:
    """Our own address, as the browser knows it; the guard has seen to the name."""
    return f"http://{request.url.netloc}"
