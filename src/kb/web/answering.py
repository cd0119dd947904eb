"""A question as an address asks it -> the page of its answer."""

from __future__ import annotations

from kb import searching
from kb.answers import Page
from kb.library import Library
from kb.query.tree import FACETS
from kb.web.question import Question


def answer_to(
    question: Question,
    library: Library,
    language: str,
    *,
    limit: int = 10,
    facets: tuple[str, ...] = FACETS,
) -> Page:
    """The answer, with its reasons where a hit is to tell why it is where it is."""
    with library.lock:
        return searching.search(
            library,
            question.text,
            limit=limit,
            page=question.page,
            sort=question.sort,
            chosen=question.chosen,
            expand=not question.exact,
            off=question.off,
            facets=facets,
            explain=bool(question.text and question.why),
            language=language,
        )
