"""The pages of one document: its text and record, its citations, what is near it, the original."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Route

from kb.answers import Shown
from kb.library import Library
from kb.reading.citations import citations
from kb.reading.editions import edition, held_original, numbers, original
from kb.reading.related import related
from kb.records import Document, Passage
from kb.web.amounts import amount, size
from kb.web.conditional import revalidated
from kb.web.language import spoken
from kb.web.layout import laid_out
from kb.web.marking import marked, wanted
from kb.web.question import Question, joined, question_of
from kb.web.rendering import saved, show

if TYPE_CHECKING:
    from starlette.requests import Request

_STYLES = {"bib": ("bibtex", "application/x-bibtex"), "ris": ("ris", "application/x-research-info-systems")}
_RELATED = 8
# What a stranger wrote is saved, and never shown by the browser as a page of ours.
_FOR_SAVING = {"Content-Security-Policy": "sandbox; default-src 'none'", "X-Content-Type-Options": "nosniff"}


def routes(library: Library) -> list[Route]:
    """The addresses under /documents; a name may be a symbol, with strokes: ``CRC/C/GC/14``."""
    pages = _Documents(library)
    return [
        Route("/documents/{name:path}/cite", revalidated(pages.citation, library)),
        *(Route(f"/documents/{{name:path}}/cite.{ending}", pages.citation_file) for ending in _STYLES),
        Route("/documents/{name:path}/related", revalidated(pages.related, library)),
        Route("/documents/{name:path}/original", pages.original),
        Route("/documents/{name:path}", revalidated(pages.document, library)),
    ]


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses inside and beside a document, which keep the question and the edition."""

    question: Question
    document: Document
    edition: int | None  # None: the newest
    here: Collection[str]  # addresses of passages on this page

    def to(self, place: str) -> str:
        """A passage, on this page or in another part of the text."""
        if place in self.here:
            return f"#{quote(place)}"
        return f"{self.part(place)}#{quote(place)}"

    def part(self, place: str) -> str:
        """The part of the text that has a passage."""
        return self._with(at=place)

    @property
    def cite(self) -> str:
        """This page with a citation under a passage, whose address goes behind it."""
        address = self._with()
        return f"{address}{'&' if '?' in address else '?'}cite="

    def newest(self) -> str:
        """The newest edition."""
        return self.question.document(self.document.id)

    def of(self, number: int) -> str:
        """An edition by its number."""
        return joined(self.newest(), {"edition": str(number)})

    def beside(self, page: str, place: str = "") -> str:
        """Another page of this document: ``cite``, ``cite.bib``, ``related``, ``original``."""
        values = {"at": place, "edition": str(self.edition or ""), "lang": self.question.language or ""}
        return joined(f"/documents/{quote(self.document.id, safe='')}/{page}", values)

    def _with(self, **values: str) -> str:
        return joined(self.newest(), {"edition": str(self.edition or ""), **values})


class _Documents:
    """The pages of the documents of one library."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def document(self, request: Request) -> Response:
        question = question_of(request)
        name, cited = request.path_params["name"], request.query_params.get("cite", "")
        place = request.query_params.get("at", "")
        with self.library.lock:
            document = self._shown(request).document
            beside = self._beside(document)
            marker = wanted(self.library, question, document.id)
        if document.id != name:  # one of its other names
            return RedirectResponse(question.document(document.id, place), 302)
        layout = laid_out(document, place or cited)
        links = Links(question, document, self._edition(request), layout.here)
        marks = marked(document, marker, layout.shown)
        return show(
            request,
            self.library,
            "document.html",
            document=document,
            layout=layout,
            links=links,
            marks=marks,
            turns=[each.address for each in layout.shown if each.address in marks],
            **beside,
            cite_address=links.cite,
            number=partial(amount, language=spoken(request)),
            size=partial(size, language=spoken(request)),
            whole=citations(Shown(document), spoken(request)),
            cited=self._cited(document, cited, request),
        )

    def citation(self, request: Request) -> Response:
        """The citation of a document or passage, as a page of its own."""
        with self.library.lock:
            shown = self._shown(request, place=request.query_params.get("at", ""))
        question = question_of(request)
        return show(
            request,
            self.library,
            "citation.html",
            document=shown.document,
            passage=shown.passages[0] if shown.passages else None,
            links=Links(question, shown.document, self._edition(request), ()),
            cited=citations(shown, spoken(request)),
        )

    def citation_file(self, request: Request) -> Response:
        """The same as a file for a reference manager."""
        ending = request.url.path.rpartition(".")[2]
        style, media_type = _STYLES[ending]
        with self.library.lock:
            shown = self._shown(request, place=request.query_params.get("at", ""))
        text = citations(shown, spoken(request))[style]
        return saved(text, f"{shown.document.id}.{ending}", media_type)

    def related(self, request: Request) -> Response:
        """What else to read."""
        with self.library.lock:
            document = self._shown(request).document
            found = related(self.library, document.id, limit=_RELATED, language=spoken(request))
        return show(request, self.library, "related.html", document=document, related=found)

    def original(self, request: Request) -> Response:
        """The file that a document was read from, to be saved."""
        with self.library.lock:
            found = held_original(
                self.library, request.path_params["name"].partition("#")[0], self._edition(request)
            )
        return FileResponse(
            found.path, media_type="application/octet-stream", filename=found.name, headers=_FOR_SAVING
        )

    def _beside(self, document: Document) -> dict[str, Any]:
        """What the store knows beside the record: editions, the title in the other language, the original."""
        return {
            "numbers_held": numbers(self.library, document),
            "twin": self.library.store.summary(document.twin).title if document.twin else "",
            "original": original(self.library, document),
        }

    def _shown(self, request: Request, place: str = "") -> Shown:
        name = request.path_params["name"].partition("#")[0]
        address = f"{name}#{place}" if place else name
        return edition(self.library, address, self._edition(request), spoken(request))

    def _edition(self, request: Request) -> int | None:
        asked = request.query_params.get("edition", "")
        return int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 7 else None

    def _cited(
        self, document: Document, place: str, request: Request
    ) -> tuple[Passage, dict[str, str]] | None:
        """The passage whose citation is asked for, and the citation."""
        passage = next((each for each in document.passages if each.address == place), None)
        if passage is None:
            return None
        return passage, citations(Shown(document, (passage,)), spoken(request))
