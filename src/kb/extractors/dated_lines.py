"""The lines that say when a document was given out, from the most to the least explicit.

A label ("Adopted", "Published:", "Fecha de publicación:"), a dateline, a line that holds nothing but a
date and letterhead words ("Press release, 3 May 2017"), last lines, and at the end those that print a
year only, or until when a release is held back. Running text is never read: it speaks of other dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.extractors.dated_line_forms import (
    BEFORE,
    SENT,
    STATED,
    Candidate,
    behind_label,
    embargoes,
    in_brackets,
    is_of_an_event,
    last_lines,
    of_a_meeting,
    of_editions,
    of_years,
    short_years,
    spoken,
    telling,
    whole_lines,
    with_letterhead,
)
from kb.extractors.dateline_patterns import GIVEN
from kb.extractors.datelines import datelines
from kb.extractors.front import back, front, is_prose
from kb.records import Document, PartialDate

_RELEASED = re.compile(
    r"\b(?:release\sdate|for\srelease|fecha\sdel?\s(?:comunicado|bolet[ií]n))\b", re.IGNORECASE
)
_POSTED = re.compile(r"\b(?:publi|posted|sent|submitted|enviad)", re.IGNORECASE)
_FORMAL = 1.0  # in that of a closing formula: a page may put the text up later
_SURE = 0.9  # that in a dateline of a known place
_LAST = 4  # passages


def candidates(document: Document) -> Iterator[Candidate]:
    """The dates that lines print as that of the document, the most explicit first."""
    first, last = front(document), back(document)
    # A lead or a note may stand above the line that a label opens: "Date: 26 April 2019".
    labelled = list(behind_label((*front(document, prose=3, most=10), *last)))
    placed = [Candidate(each.passage, each.date, 0.9) for each in datelines(document) if each.date]
    released = any(each.mention.date.is_whole for each in placed)
    stated = (candidate for candidate in labelled if candidate.confidence == STATED)
    yield from (each for each in stated if not (released and is_of_an_event(document, each)))
    yield from short_years(first)
    yield from placed
    told = any(is_prose(passage.text) for passage in document.passages)
    if told:
        # A note on who may be quoted may stand between the headline and a whole date.
        behind_a_note = whole_lines(front(document, prose=2, most=6))
        yield from (*whole_lines(first), *(each for each in behind_a_note if each.mention.date.is_whole))
    yield from in_brackets(document, first)
    yield from telling(first)
    yield from of_editions(first)
    yield from with_letterhead(first, 0.85)
    yield from with_letterhead(last[:4], 0.75)
    yield from (candidate for candidate in labelled if candidate.confidence == SENT)
    if told:
        yield from last_lines(last[:_LAST])
    yield from telling(each for each in last if not is_prose(each.text))
    yield from of_a_meeting(document)
    yield from spoken(front(document, prose=2))
    yield from of_years(first)
    yield from labelled
    yield from embargoes((*first, *last))


def prominent(document: Document) -> Iterator[Candidate]:
    """The candidates sure enough to be held against the page's data: not those of the last lines."""
    addresses = {passage.address for passage in front(document)}
    for candidate in candidates(document):
        if candidate.passage is None or candidate.passage.address in addresses:
            yield candidate


def formal(document: Document) -> Candidate | None:
    """The whole date of a closing formula: "Dado en San Salvador, a los 5 días del mes de junio de 2021"."""
    for dateline in datelines(document):
        if dateline.passage and dateline.date and dateline.date.date.is_whole:
            begin = dateline.passage.text.rfind("\n", 0, dateline.start) + 1
            if GIVEN.match(dateline.passage.text, begin):
                return Candidate(dateline.passage, dateline.date, _FORMAL)
    return None


def opening(document: Document) -> Iterator[Candidate]:
    """The whole dates of the release's own: of its dateline, at or above its running text, and its label."""
    head = front(document, prose=2)
    for passage, mention, *_ in behind_label(head):
        label = passage.text[: mention.start] if passage else ""
        if mention.date.is_whole and _RELEASED.search(label[-BEFORE:]):
            yield Candidate(passage, mention, _FORMAL)
    first = {passage.address for passage in head}
    for dateline in datelines(document):
        if not dateline.passage or dateline.passage.address not in first:
            continue
        sure = dateline.opens or dateline.confidence >= _SURE
        if sure and dateline.date and dateline.date.date.is_whole:
            yield Candidate(dateline.passage, dateline.date, dateline.confidence)


def posted(document: Document) -> PartialDate | None:
    """The date on which a line says that the page was published."""
    for passage, mention, *_ in behind_label(front(document, prose=3, most=10)):
        if passage and _POSTED.search(passage.text[max(0, mention.start - BEFORE) : mention.start]):
            return mention.date
    return None
