"""Days and moments: whether two printed dates can be the same day somewhere on earth.

A page's head often gives the moment of its publication in Greenwich's time, its text the day at home: what
was published in the evening in San Salvador has the next day's date there.
"""

from __future__ import annotations

from datetime import date, datetime

from kb.text.dates import parse_date

_DAY = 24 * 60 * 60  # seconds
_FARTHEST = 8  # hours that the Pacific coast is behind Greenwich


def are_other_days(one: str, other: str) -> bool:
    """Whether two dates, each printed as a whole, are different days wherever they are read.

    >>> are_other_days("2021-05-12", "11 de mayo de 2021"), are_other_days("12 May 2021", "2021-05-12")
    (True, False)
    >>> are_other_days("2021-05-12T02:00:00Z", "11 de mayo de 2021")
    False
    >>> are_other_days("2021-05-12T21:00:00Z", "11 de mayo de 2021")
    True
    """
    first, second = _moment(one), _moment(other)
    if first and second:
        return abs((first - second).total_seconds()) >= _DAY
    day, day_of_other = _day(one), _day(other)
    if day is None or day_of_other is None or day == day_of_other:
        return False
    if first:
        return not _is_evening_before(first, day_of_other)
    return not (second and _is_evening_before(second, day))


def _is_evening_before(moment: datetime, day: date) -> bool:
    """Whether a moment in Greenwich's night is in the evening of the day before in the Americas."""
    is_greenwich = not moment.utcoffset()
    return is_greenwich and moment.hour < _FARTHEST and (moment.date() - day).days == 1


def _moment(stated: str) -> datetime | None:
    """The moment that a date with a time and its distance from Greenwich is."""
    try:
        found = datetime.fromisoformat(stated.strip())
    except ValueError:
        return None
    return found if found.tzinfo else None


def _day(stated: str) -> date | None:
    found = parse_date(stated)
    if found is None or found.year is None or found.month is None or found.day is None:
        return None
    return date(found.year, found.month, found.day)
