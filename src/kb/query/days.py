"""Dates of a question -> the days that are meant: a year, a span, or what is before or after one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kb.messages import Message
from kb.query.tree import Filter

_RANGE = re.compile(r"(.*?)\.\.(.*)", re.DOTALL)
_YEARS = re.compile(r"(\d{4})[-–—/](\d{4})")
_OPEN = re.compile(r"(\d{4})[-–—+]()")
_COMPARED = re.compile(r"([<>])(=?)(.+)", re.DOTALL)
_CHOSEN = re.compile(r"(\d{1,4})(?:\.\.(\d{1,4}))?", re.ASCII)
_LAST_DAY = 99999999


def days(field: str, typed: str) -> Filter | None:
    """The days that a value of ``year``, ``after``, ``before`` or ``until`` means; None if it means none.

    >>> span = days("year", "2010..2012")
    >>> span.first, span.last, days("year", ">2010").first, days("until", "soon")
    (20100101, 20121231, 20101232, None)
    """
    if compared := _COMPARED.fullmatch(typed):
        return _compared(*compared.groups())
    low, high = _span(typed) or (typed, typed)
    first, last = _day(low, 0), _day(high, 1)
    if (low and first is None) or (high and last is None) or not (first or last):
        return None
    if first and last and first > last:
        first, last = _day(high, 0), _day(low, 1)
    if _span(typed) or field == "year":
        return Filter("published", first=first, last=last)
    if field == "before":
        return Filter("published", last=(first or 0) - 1)  # a number that sorts before the day
    after = field == "after"
    return Filter("published", first=first if after else None, last=None if after else last)


def years(chosen: str) -> range:
    """The years that a value of the facet means: one, or some in a row; none, if it means nothing.

    >>> years("2014"), years("2012..2013"), years("soon")
    (range(2014, 2015), range(2012, 2014), range(0, 0))
    """
    if not (found := _CHOSEN.fullmatch(chosen)):
        return range(0)
    first, last = int(found[1]), int(found[2] or found[1])
    return range(min(first, last), max(first, last) + 1)


def contradictions(filters: Sequence[Filter]) -> Iterator[Message]:
    """A notice where no day is in all the spans of days that are wanted."""
    spans = [each for each in filters if each.field == "published"]
    first = max((each.first or 0 for each in spans), default=0)
    last = min((each.last or _LAST_DAY for each in spans), default=_LAST_DAY)
    if first > last:
        yield Message("The dates that are asked for exclude each other: no day is in all of them.")


def _compared(sign: str, equal: str, typed: str) -> Filter | None:
    """``>2010`` is after the year, ``>=2010`` it and what follows."""
    first, last = _day(typed, 0), _day(typed, 1)
    if first is None or last is None:
        return None
    if sign == ">":
        return Filter("published", first=first if equal else last + 1)
    return Filter("published", last=last if equal else first - 1)


def _span(typed: str) -> tuple[str, str] | None:
    """The ends of ``2016..2018`` (either may be open), ``2016-2018`` or ``2016-``."""
    found = _RANGE.fullmatch(typed) or _YEARS.fullmatch(typed) or _OPEN.fullmatch(typed)
    return (found[1], found[2]) if found else None


def _day(text: str, end: int) -> int | None:
    from kb.text.dates import parse_date  # here, because its patterns take 40 ms and few questions have dates

    date = parse_date(text.strip()) if text.strip() else None
    interval = date.interval if date else None
    return interval[end] if interval else None
