"""The pages of topics: the tree, one concept with its documents, and the matrix with the countries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kb import curating, searching
from kb.library import Library
from kb.messages import LANGUAGES
from kb.reading.matrix import matrix, table
from kb.thesaurus import names
from kb.web.conditional import revalidated
from kb.web.histogram import chart
from kb.web.language import spoken
from kb.web.question import Question, joined, question_of
from kb.web.rendering import saved, show

if TYPE_CHECKING:
    from starlette.requests import Request

_NEWEST = 8
_COUNTED = ("country", "year", "kind", "language")


def routes(library: Library) -> list[Route]:
    """The addresses under /topics, and the matrix."""
    pages = _Concepts(library)
    return [
        Route("/topics", revalidated(pages.tree, library)),
        Route("/topics/{name}", revalidated(pages.concept, library)),
        Route("/matrix", revalidated(pages.matrix, library)),
        Route("/matrix.csv", pages.matrix_file),
    ]


@dataclass(frozen=True, slots=True)
class Twig:
    """A concept in the tree with what is below it."""

    id: str
    count: int
    below: tuple[Twig, ...]

    @property
    def size(self) -> int:
        """How many lines stand below it."""
        return sum(1 + each.size for each in self.below)


def grown(branches: Sequence[curating.Branch]) -> tuple[Twig, ...]:
    """The lines of the tree, each with those that are deeper and follow it, inside it.

    >>> [twig.size for twig in grown([curating.Branch("a", 0, 1), curating.Branch("b", 1, 1)])]
    [1]
    """
    found: list[Twig] = []
    place = 0
    while place < len(branches):
        here = branches[place]
        end = next(
            (at for at in range(place + 1, len(branches)) if branches[at].depth <= here.depth), len(branches)
        )
        found.append(Twig(here.id, here.count, grown(branches[place + 1 : end])))
        place = end
    return tuple(found)


class _Concepts:
    """The pages of the topics of one library."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def tree(self, request: Request) -> Response:
        """Every concept, from the widest down."""
        with self.library.lock:
            twigs = grown(list(curating.tree(self.library)))
            empty = not self.library.store.count("documents")
        return show(request, self.library, "topics.html", twigs=twigs, empty=empty, facet=self._facet)

    def concept(self, request: Request) -> Response:
        """What is known of a concept, and the documents about it."""
        question, language = question_of(request), spoken(request)
        with self.library.lock:
            found = curating.described(self.library, request.path_params["name"])
            if found.concept.id != request.path_params["name"]:  # one of its labels
                return RedirectResponse(question.bare(f"/topics/{quote(found.concept.id, safe='')}"), 302)
            chosen = ((self._facet(found.concept.id), found.concept.id),)
            asked = Question(chosen=chosen, language=question.language)
            answer = searching.search(
                self.library, "", limit=_NEWEST, sort="newest", chosen=asked.chosen, facets=_COUNTED,
                language=language,
            )  # fmt: skip
            counts = self._counts((*found.concept.broader, *found.narrower, *found.concept.related))
        return show(
            request,
            self.library,
            "concept.html",
            found=found,
            basis=curating.basis(found.concept, language),
            asked=asked,
            answer=answer,
            chart=chart(answer.years),
            counts=counts,
            languages=sorted(LANGUAGES, key=lambda each: each != language),
        )

    def matrix(self, request: Request) -> Response:
        """Topics by countries."""
        whole = request.query_params.get("all", "") not in ("", "0")
        with self.library.lock:
            found = matrix(self.library, spoken(request), whole=whole)
        question = question_of(request)

        def cell(topic: str, country: str) -> str:
            return Question(language=question.language).address(
                chosen=(("topic", topic), ("country", country))
            )

        return show(
            request,
            self.library,
            "matrix.html",
            matrix=found,
            asked_whole=whole,
            all=joined(question.bare("/matrix"), {"all": "1"}),
            cell=cell,
        )

    def matrix_file(self, request: Request) -> Response:
        """The same, whole, for a spreadsheet."""
        language = spoken(request)
        with self.library.lock:
            text = table(
                matrix(self.library, language, whole=True), names.name(names.FACETS, "topic", language)
            )
        return saved(text, "matrix.csv", "text/csv")

    def _facet(self, concept: str) -> str:
        """Where the documents of a concept are counted: some groups of people are no topics."""
        return "topic" if self.library.thesaurus.concepts[concept].topic else "group"

    def _counts(self, concepts: Iterable[str]) -> dict[str, int]:
        wanted = set(concepts)
        return {each.id: each.count for each in curating.tree(self.library) if each.id in wanted}
