"""Three questions for somebody who is here for the first time, all of which find something."""

from __future__ import annotations

from itertools import islice

from kb.library import Library
from kb.messages import LANGUAGES
from kb.searching import search

_SHOWN = 3
_QUESTIONS = (
    ("best interests of the child", "en"),
    ("protección consular", "es"),
    ("asylum OR refugee", "en"),
    ("niñez no acompañada", "es"),
    ("family reunification", "en"),
    ("debido proceso", "es"),
    ("unaccompanied children", "en"),
    ("repatriación", "es"),
)


def examples(library: Library) -> tuple[tuple[str, str], ...]:
    """(question, language), each with an answer in this knowledge base; its own topics fill up."""
    topics = search(library, "", limit=1, facets=("topic",)).facets["topic"]
    labels = ((library.thesaurus.label(each.value, code), code) for each in topics for code in LANGUAGES)
    asked = (each for each in (*_QUESTIONS, *labels) if _answered(library, each[0]))
    return tuple(islice(dict.fromkeys(asked), _SHOWN))


def _answered(library: Library, text: str) -> bool:
    wanted = text if " OR " in text else f'"{text}"'
    return search(library, wanted, limit=1, facets=(), expand=False).total > 0
