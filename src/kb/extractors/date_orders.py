"""Which number of a date such as 02/12/2021 is the day: what the document itself tells of it."""

from __future__ import annotations

import re
from calendar import weekday
from dataclasses import replace

from kb.records import Document, PartialDate
from kb.text.dates import WEEKDAYS, DateMention
from kb.text.folding import fold

_NUMBERS = re.compile(
    r"(?<![\w./-])(?P<first>[0-3]?\d)([-/.])(?P<second>[0-3]?\d)\2(?:1[4-9]\d\d|20\d\d)(?![\w/-])(?!\.\d)"
)
_WEEKDAY_BEFORE = re.compile(r"(?<!\w)(?P<day>[^\W\d_]{3,9})\.?,?\s$")
_WEEKDAY_BEHIND = re.compile(r",?\s\(?(?P<day>[^\W\d_]{3,9})(?!\w)")
# Short forms that beside a date in numbers can only be weekdays; elsewhere "mar" is a month too.
SHORT_WEEKDAYS = {name: day for day, name in enumerate("lun mar mie jue vie sab dom".split())}
_WEEKDAYS = {**WEEKDAYS, **SHORT_WEEKDAYS}


def ordered(mention: DateMention, text: str, document: Document) -> PartialDate:
    """The date of a mention in ``text``; where two orders are possible, in the one that something tells."""
    numbers = _NUMBERS.fullmatch(mention.date.as_printed or "")
    if mention.date.month is not None or numbers is None:
        return mention.date
    first, second = int(numbers["first"]), int(numbers["second"])
    day_first = _on_its_weekday(mention, text, first, second)
    if day_first is None:
        day_first = _as_others(document)
    if day_first is None:
        return mention.date
    day, month = (first, second) if day_first else (second, first)
    return replace(mention.date, day=day, month=month)


def _on_its_weekday(mention: DateMention, text: str, first: int, second: int) -> bool | None:
    """Whether the first number is the day by the weekday beside a date: "Jue, 02/12/2021"."""
    beside = (
        _WEEKDAY_BEFORE.search(text[max(0, mention.start - 14) : mention.start]),
        _WEEKDAY_BEHIND.match(text, mention.end),
    )
    told = {_WEEKDAYS.get(fold(each["day"])) for each in beside if each} - {None}
    year = mention.date.year
    if year is None:
        return None
    day_first, month_first = told == {weekday(year, second, first)}, told == {weekday(year, first, second)}
    return None if day_first == month_first else day_first


def _as_others(document: Document) -> bool | None:
    """Whether the first number is the day in the dates of a document that can be read in one order only."""
    shown = [(int(each["first"]), int(each["second"])) for each in _NUMBERS.finditer(document.text)]
    day_first = any(first > 12 >= second for first, second in shown)
    month_first = any(second > 12 >= first for first, second in shown)
    return None if day_first == month_first else day_first
