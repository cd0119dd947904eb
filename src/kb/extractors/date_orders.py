"""Which number of a date such as 02/12/2021 is the day: what the document itself tells of it."""

from __future__ import annotations

import re
from calendar import weekday
from dataclasses import replace
from datetime import date

from kb.records import Document, PartialDate
from kb.text.dates import WEEKDAYS, DateMention, find_dates
from kb.text.folding import fold

_NUMBERS = re.compile(
    r"(?<![\w./-])(?P<first>[0-3]?\d)([-/.])(?P<second>[0-3]?\d)\2(?:1[4-9]\d\d|20\d\d)(?![\w/-])(?!\.\d)"
)
_WEEKDAY_BEFORE = re.compile(r"(?<!\w)(?P<day>[^\W\d_]{3,9})\.?,?\s$")
_WEEKDAY_BEHIND = re.compile(r",?\s\(?(?P<day>[^\W\d_]{3,9})(?!\w)")
# Short forms that beside a date in numbers can only be weekdays; elsewhere "mar" is a month too.
SHORT_WEEKDAYS = {name: day for day, name in enumerate("lun mar mie jue vie sab dom".split())}
_MONTHS = 12
_NEAR, _FAR = 10, 45  # days
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
        day_first = _near_others(mention, first, second, document)
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


def _near_others(mention: DateMention, first: int, second: int, document: Document) -> bool | None:
    """Whether the first number is the day because one order alone lies near the days that the text tells.

    A release tells of what happened in the days before it: "11/04/2019 ... la visita fue el 10 de abril".
    """
    year = mention.date.year
    if year is None or not (1 <= first <= _MONTHS and 1 <= second <= _MONTHS):
        return None
    told = [
        day
        for each in find_dates(document.text)
        if each.date.year in {None, year} and (day := _day(year, each.date.month, each.date.day))
    ]
    near, far = (
        min((abs((other - day).days) for other in told), default=_FAR)
        for day in (date(year, second, first), date(year, first, second))
    )
    if max(near, far) < _FAR or min(near, far) > _NEAR:
        return None
    return near < far


def _day(year: int, month: int | None, day: int | None) -> date | None:
    try:
        return date(year, month, day) if month and day else None
    except ValueError:  # a day that the calendar has not, such as 31 April
        return None
