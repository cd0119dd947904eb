"""Documents and hits as Markdown (CommonMark), each with how it is cited; their own marks are escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kb.answers import Page
from kb.exporters import footnote
from kb.exporters.citation import work
from kb.records import Document, Passage
from kb.text.folding import normalise, squeeze

_MARKS = re.compile(r"([\\`*_\[\]<>#|~&!])")
_AT_THE_START = re.compile(r"^(\s*)([-+=]|[0-9]{1,9}(?=[.)]))", re.MULTILINE)


def escaped(text: str) -> str:
    r"""Text in which nothing is a mark of Markdown or HTML, on one line.

    >>> escaped("1. *Not* a <b>list</b>")
    '1\\. \\*Not\\* a \\<b\\>list\\</b\\>'
    """
    line = _MARKS.sub(r"\\\1", squeeze(normalise(text)))
    return _AT_THE_START.sub(lambda found: f"{found[1]}{_harmless(found[2])}", line)


def document(found: Document, language: str) -> str:
    """A document with its citation and its passages."""
    cited = footnote.written(work(found, language=language), language)
    parts = [f"# {escaped(found.title or found.id)}", escaped(cited)]
    return "\n\n".join([*parts, *map(_passage, found.passages)]) + "\n"


def hits(page: Page, documents: Iterable[Document], language: str) -> str:
    """Each hit with the passages that answer, as quotations, and how it is cited."""
    return "\n".join(
        "\n\n".join(
            [
                f"## {escaped(hit.title or hit.id)}",
                *(f"> {escaped(each.text)}\n>\n> `{each.address}`" for each in hit.passages),
                escaped(footnote.written(work(found, language=language), language)),
            ]
        )
        + "\n"
        for hit, found in zip(page.hits, documents, strict=True)
    )


def _harmless(start: str) -> str:
    return f"{start}\\" if start.isdigit() else f"\\{start}"


def _passage(passage: Passage) -> str:
    text = escaped(passage.text)
    if passage.kind == "heading":
        return f"{'#' * min(max(passage.level, 1) + 1, 6)} {text}"
    number = f"{escaped(passage.number)} " if passage.number else ""
    return f"{'> ' if passage.kind == 'quote' else ''}{number}{text}"
