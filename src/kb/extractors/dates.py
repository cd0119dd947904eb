"""When a document was published or adopted: from the lines that say so, never from running text.

The lines that say so (kb.extractors.dated_lines) come from the most to the least explicit: the first date
with a year is taken, or else the first one. A closing formula goes before them all. What the date lacks,
another line may tell: the day of a dateline, the year of a letterhead.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kb.extractors import dated_lines, letterhead_years
from kb.extractors.date_orders import ordered
from kb.extractors.dated_line_forms import Candidate
from kb.extractors.evidence import evidence
from kb.messages import DATES_DISAGREE, Message
from kb.records import Document, PartialDate
from kb.text.moments import are_other_days

# Confidence in a dateline's date beside a line that says when the page was put up.
_PRINTED = 1.0


def fill(document: Document) -> Document:
    """``document`` with the date that its letterhead, dateline or last lines print.

    A date that the page's data state stays, is made more exact where the text agrees with it, and is
    warned of where the text prints another.
    """
    if document.kind == "digest" or document.digest_of:
        return document
    stated = document.published
    formal = dated_lines.formal(document)
    if stated is None:
        dated = _dated(document, formal or _best(dated_lines.candidates(document)))
        return _warned(dated, dated_lines.posted(document), formal) if formal else dated
    if stated.evidence.span is None:
        # A page's own line may repeat its data, where the dateline of the release says another day.
        prominent = list(dated_lines.prominent(document))
        other = next(
            (each for each in dated_lines.opening(document) if not _agree(stated, each.mention.date)), None
        )
        if other and any(_agree(stated, each.mention.date) for each in prominent):
            other = other._replace(confidence=_PRINTED)
        return _reconciled(document, stated, formal or other or _best(prominent))
    return document


def _best(candidates: Iterable[Candidate]) -> Candidate | None:
    """The first candidate with a year, or a more exact one of that year or month; else the first one."""
    listed = list(candidates)
    best = next((each for each in listed if each.mention.date.year), None)
    if best is None:
        return listed[0] if listed else None
    known = best.mention.date
    exact = (each for each in listed if each.mention.date.day and _agree(known, each.mention.date))
    return _in_year(next(exact, best), known.year) if known.day is None else best


def _in_year(candidate: Candidate, year: int | None) -> Candidate:
    """A candidate in a year that another line prints, unless its own does."""
    mention = candidate.mention
    if mention.date.year or year is None:
        return candidate
    dated = mention._replace(date=replace(mention.date, year=year))
    return candidate._replace(mention=dated, inferred=True)


def _dated(document: Document, candidate: Candidate | None) -> Document:
    if candidate is None:
        return document
    passage, mention, confidence, inferred = _in_year(candidate, letterhead_years.year(document))
    printed = passage.text if passage else document.title
    date = ordered(mention, printed, document)
    inferred = inferred or date != mention.date
    found = evidence(passage, mention.start, mention.end, confidence, inferred=inferred)
    noted = {**document.evidence, "published": found}
    return replace(document, published=replace(date, evidence=found), evidence=noted)


def _reconciled(document: Document, stated: PartialDate, candidate: Candidate | None) -> Document:
    if candidate is None:
        return document
    printed = candidate.mention.date
    if _agree(stated, printed):
        return _dated(document, candidate) if _is_more_exact(printed, stated) else document
    if _are_same_moment(stated, printed):
        return _dated(document, candidate)
    known = document.evidence.get("published", stated.evidence).confidence
    if min(known, stated.evidence.confidence) < candidate.confidence:  # of the file, or when a page was made
        document = _dated(document, candidate)
    return _warned(document, stated, candidate)


def _warned(document: Document, stated: PartialDate | None, candidate: Candidate) -> Document:
    """``document`` with a warning where a stated date is another than the candidate's."""
    printed = candidate.mention.date
    known = any(each.template == DATES_DISAGREE for each in document.warnings)
    if known or stated is None or _agree(stated, printed):
        return document
    told = {"stated": _shown(stated), "printed": printed.as_printed or printed.iso}
    return replace(document, warnings=(*document.warnings, Message(DATES_DISAGREE, told)))


def _parts(date: PartialDate) -> tuple[int | None, int | None, int | None]:
    return date.year, date.month, date.day


def _agree(stated: PartialDate, printed: PartialDate) -> bool:
    pairs = zip(_parts(stated), _parts(printed), strict=True)
    return all(one == other for one, other in pairs if one is not None and other is not None)


def _are_same_moment(stated: PartialDate, printed: PartialDate) -> bool:
    """Whether a page's data give in Greenwich's time what its text prints by the calendar at home."""
    whole = stated.is_whole and printed.is_whole
    return whole and not are_other_days(stated.as_printed or stated.iso, printed.iso)


def _is_more_exact(printed: PartialDate, stated: PartialDate) -> bool:
    known = sum(part is not None for part in _parts(stated))
    return known < 3 and None not in _parts(printed)[: known + 1]


def _shown(date: PartialDate) -> str:
    return date.iso or date.as_printed or ""
