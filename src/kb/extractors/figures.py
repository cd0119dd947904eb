"""Figures: "over 68,000 unaccompanied children" in 2014, with what is counted, whom and when.

Every number of a passage that counts something is a figure; `figure_prose` reads it in sentences, and
`tables` in tables. A sentence that goes on ("But in 2016, it again rose to over 59,000") takes from the
one before what it leaves unsaid. Titles and headings repeat the text: they count only where nothing else
has the number.

What must stay true: a year is printed for its figure, never that of the document; the same quantity
of the same year stands once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kb.extractors.evidence import evidence
from kb.extractors.figure_ellipsis import LARGE, WITH_UNIT, Told
from kb.extractors.figure_prose import of_prose
from kb.extractors.figure_units import head, is_money, is_people, is_share, is_time, kind
from kb.extractors.tables import cells, is_caption
from kb.records import Document, Figure

_LONGEST_TABLE = 50_000  # characters read of a table
# In texts of law a number without a noun is a stray reference or footnote mark.
_NORMATIVE = frozenset(("treaty", "law", "general-comment", "judgment", "guideline"))
_ROUND = 50  # 200 files and 200 beds are two figures; 5,286 files and 5,286 children are one
_MEASURES = {"share": is_share, "money": is_money, "time": is_time}


def fill(document: Document) -> Document:
    """``document`` with the figures that its passages, and then its headings and title, give."""
    if document.figures:
        return document
    language = document.language
    found = _once(_of_passages(document), language)
    titles = [(each, each.text, each.language) for each in document.passages if each.kind == "heading"]
    for passage, text, spoken in [*titles, (None, document.title, language)]:
        found += _unsaid(of_prose(passage, text, spoken, Told()), found, language)
    return replace(document, figures=tuple(found))


def _of_passages(document: Document) -> Iterator[Figure]:
    told = Told()
    least = WITH_UNIT if document.kind in _NORMATIVE else 0.0
    for index, passage in enumerate(document.passages):
        if passage.kind == "table":
            yield from _of_table(document, index)
        elif passage.kind not in ("heading", "footnote"):
            figures = of_prose(passage, passage.text, passage.language, told)
            yield from (figure for figure in figures if figure.evidence.confidence >= least)


def _of_table(document: Document, index: int) -> Iterator[Figure]:
    passage = document.passages[index]
    near = document.passages[max(0, index - 1) : index] + document.passages[index + 1 : index + 2]
    caption = next((each.text for each in near if is_caption(each)), "")
    for cell in cells(
        passage.text[:_LONGEST_TABLE], caption, " ".join(passage.heading[-1:]), passage.language
    ):
        yield Figure(
            value=cell.value,
            unit=cell.unit,
            population=cell.unit if is_people(cell.unit) else cell.population,
            year=cell.year,
            as_printed=passage.text[cell.start : cell.end],
            evidence=evidence(passage, cell.start, cell.end, 0.8),
        )


def _unsaid(figures: Iterable[Figure], said: Sequence[Figure], language: str) -> Iterator[Figure]:
    """The figures of a title that the text does not say, perhaps of people by another name."""
    known = {(figure.value, kind(figure.unit, language)) for figure in said}
    values = {figure.value for figure in said}
    for figure in figures:
        named = figure.unit is not None and (figure.value, kind(figure.unit, language)) not in known
        if named or figure.value not in values:
            yield figure


def _once(figures: Iterable[Figure], language: str) -> list[Figure]:
    """Each quantity of a year once: the first, whatever adjectives its unit has.

    A large number that is not round is the same by whatever noun; a large number that is given once with
    its year and once without is the same.
    """
    kept: dict[tuple[object, int | None, str], Figure] = {}
    for figure in figures:
        exact = figure.value >= LARGE and figure.value % _ROUND
        noun = _measure(figure.unit) if exact else head(figure.unit, language)
        kept.setdefault((figure.value, figure.year, noun), figure)
    dated = {(value, noun) for value, year, noun in kept if year}
    return [
        figure
        for (value, year, noun), figure in kept.items()
        if year or figure.value < LARGE or (value, noun) not in dated
    ]


def _measure(unit: str | None) -> str:
    """What of a unit tells equal numbers apart: per cent, money and time from each other and from things."""
    return next((name for name, test in _MEASURES.items() if test(unit)), "")
