"""Dates of a text that cannot all be right: two of its own, or a day of the week that was another.

The lines that say when a text was given out (kb.extractors.dated_lines) are compared with each other and with
the date of the page's data; a line that says until when it is held back, or when a page was changed, may well
give another day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kb.extractors import dated_lines
from kb.messages import DATES_DISAGREE, Message
from kb.records import Document, PartialDate, Passage
from kb.text.dates import WEEKDAYS, DateMention, find_dates
from kb.text.folding import fold
from kb.text.moments import are_other_days

_SURE = 0.85  # confidence in a line's date that is held against another
_BEFORE = 24  # characters before a date in which its day of the week stands
_WEEKDAY = re.compile(
    r"(?<!santo )\b(?P<day>[^\W\d_]{3,10}),?\s(?:(?:el|the)\s)?(?:d[ií]a\s)?$", re.IGNORECASE
)

TWICE_DATED = Message("The text is dated twice: {first} and {second}.").template
ANOTHER_WEEKDAY = Message("The text prints {printed}, which was another day of the week.").template


def fill(document: Document) -> Document:
    """``document`` with a warning where its own dates cannot all be right."""
    if document.digest_of or document.kind == "digest":
        return document
    told = [*_twice_dated(document), *_other_weekdays(document)][:1]
    known = {each.template for each in document.warnings} & {DATES_DISAGREE, TWICE_DATED, ANOTHER_WEEKDAY}
    return document if known or not told else replace(document, warnings=(*document.warnings, *told))


def _twice_dated(document: Document) -> Iterator[Message]:
    """What to say of its data and a line, or of two of its lines, that give different days."""
    printed = [each.mention.date for each in dated_lines.prominent(document) if each.confidence >= _SURE]
    stated = document.published
    if stated and stated.evidence.span is None:
        other = next((each for each in printed if _differ(stated, each)), None)
        if other:
            told = {"stated": stated.iso or stated.as_printed, "printed": _shown(other)}
            yield Message(DATES_DISAGREE, told)
    for at, one in enumerate(printed):
        for other in printed[at + 1 :]:
            if _differ(one, other):
                yield Message(TWICE_DATED, {"first": _shown(one), "second": _shown(other)})


def _differ(one: PartialDate, other: PartialDate) -> bool:
    """Whether two dates with a day are different days; a year that one leaves out is that of the other."""
    if not (one.day and other.day):
        return False
    if one.year is None and other.year is None:
        return (one.month, one.day) != (other.month, other.day)
    first = replace(one, year=one.year or other.year)
    stated = one.as_printed if one.year and one.evidence.span is None else None
    return are_other_days(stated or first.iso, replace(other, year=other.year or one.year).iso)


def _shown(day: PartialDate) -> str:
    return day.as_printed or day.iso


def _other_weekdays(document: Document) -> Iterator[Message]:
    for passage in document.passages:
        for mention in find_dates(passage.text):
            weekday, real = _weekday(passage, mention), _calendar_day(mention.date)
            if weekday and real and WEEKDAYS[fold(weekday)] != real.weekday():
                yield Message(ANOTHER_WEEKDAY, {"printed": f"{weekday} {mention.date.as_printed}"})


def _weekday(passage: Passage, mention: DateMention) -> str | None:
    """The day of the week that stands directly before a date."""
    found = _WEEKDAY.search(passage.text[max(0, mention.start - _BEFORE) : mention.start])
    return found["day"] if found and fold(found["day"]) in WEEKDAYS else None


def _calendar_day(printed: PartialDate) -> date | None:
    return date.fromisoformat(printed.iso) if printed.is_whole else None
