"""Dates as people print them in English and Spanish, as far as they are known.

A date is one of a few forms: day month year, month day year, month year, ISO 8601, numbers with
strokes, Roman months ("30.XI.2018"), and ranges of these. Spanish acts print them in words: "a los
cinco días del mes de junio de dos mil veinticuatro". Each form is one regular expression whose
groups are named after what they hold (``day``, ``month``, ``year``; ``first`` and ``second`` where
the order is in doubt; ``until_day`` and ``until_month`` in a range); one function reads them all.
Where forms overlap, the one that begins first and then the longest is the date.

What must stay true: nothing is invented. "3 May" has no year and "May 2017" no day; a range keeps
what its ends share ("12-15 March 2016" is March 2016); "12/05/2017" may be May or December and
keeps only its year (general date parsers got 5 of 15 such cases right).
"""

from __future__ import annotations

import calendar
import re
from functools import lru_cache
from typing import NamedTuple

from kb.records import PartialDate
from kb.text.folding import fold

_MONTH_NAMES = (
    "january enero jan ene",
    "february febrero feb",
    "march marzo mar",
    "april abril apr abr",
    "may mayo",
    "june junio jun",
    "july julio jul",
    "august agosto aug ago",
    "september septiembre setiembre sept sep set",
    "october octubre oct",
    "november noviembre nov",
    "december diciembre dec dic",
)
MONTHS = {name: month for month, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_WEEKDAY_NAMES = (
    "monday mon lunes",
    "tuesday tues tue martes",
    "wednesday wed miercoles",
    "thursday thurs thur thu jueves",
    "friday fri viernes",
    "saturday sat sabado",
    "sunday sun domingo",
)
WEEKDAYS = {name: day for day, names in enumerate(_WEEKDAY_NAMES) for name in names.split()}
# Spanish prints months in small letters; in English "may", "march" and "dec" are other words then.
_SMALL_LETTERS = frozenset(
    "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre "
    "diciembre".split()
)

_SPANISH_UNITS = "uno dos tres cuatro cinco seis siete ocho nueve"
_SPANISH_TEENS = "diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve"
_SPANISH_TWENTIES = "veinte " + " ".join(
    f"veinti{unit}" for unit in "uno dos tres cuatro cinco seis siete ocho nueve".split()
)
_SPANISH_TENS = {"treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80,
                 "noventa": 90}  # fmt: skip
_ENGLISH_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_ENGLISH_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_ENGLISH_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ENGLISH_DAYS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third "
    "twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
_WORDS = (
    {
        word: number
        for number, word in enumerate(f"{_SPANISH_UNITS} {_SPANISH_TEENS} {_SPANISH_TWENTIES}".split(), 1)
    }
    | {"primero": 1, "un": 1, "veintiun": 21, "mil": 1000, "novecientos": 900}
    | _SPANISH_TENS
    | {word: day for day, word in enumerate(_ENGLISH_DAYS, 1)}
    | {word: number for number, word in enumerate(f"{_ENGLISH_UNITS}|{_ENGLISH_TEENS}".split("|"), 1)}
    | {word: 10 * tens for tens, word in enumerate(_ENGLISH_TENS.split("|"), 2)}
    | {"thousand": 1000}
)
_ROMAN = {name: month for month, name in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)}

_LONGEST = 120  # characters of a string that parse_date looks at
_SPACE = r"[ \t\n]{1,3}"
_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_UNIT = "(?:un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)"
_UNDER_THIRTY = (
    r"(?:diez|once|doce|trece|catorce|quince|dieci(?:s[eé]is|siete|ocho|nueve)"
    r"|veint(?:e|i(?:uno|[uú]n|d[oó]s|tr[eé]s|cuatro|cinco|s[eé]is|siete|ocho|nueve)))"
)
_DAY_WORDS = rf"primero|{_UNDER_THIRTY}|treinta(?: y un[oa]?)?|{_UNIT}"
_TENS = rf"(?:{'|'.join(_SPANISH_TENS)})(?: y {_UNIT})?"
_UNDER_HUNDRED = rf"(?:{_ENGLISH_TENS})(?:[- ](?:{_ENGLISH_UNITS}))?|{_ENGLISH_TEENS}|{_ENGLISH_UNITS}"
_ENGLISH_YEAR = rf"two thousand(?:(?: and)? (?:{_UNDER_HUNDRED}))?"
_YEAR_WORDS = rf"(?:dos mil|mil novecientos)(?: (?:{_UNDER_THIRTY}|{_TENS}|{_UNIT}))?|{_ENGLISH_YEAR}"
_DAY = (
    rf"(?<!\w)(?<!\d[.,/–-])(?P<day>[0-3]?\d|{_DAY_WORDS})"
    r"(?:(?:st|nd|rd|th|ro|er|o)\b\.?|\.?[ºª°]|\b)(?: \([0-3]?\d\))?"
)
_MONTH = rf"(?P<month>{_NAMES})\b(?:\.(?!\d))?"
_YEAR = rf"(?P<year>1[4-9]\d\d|20\d\d|{_YEAR_WORDS})(?![\w])(?![.,/-]\d)"
_MONTH_OF = rf"(?:d[ií]as?{_SPACE})?(?:del{_SPACE}mes{_SPACE})?de{_SPACE}"
_DAY_OF = rf"(?:days?{_SPACE})?of{_SPACE}(?:the{_SPACE}(?:month{_SPACE}of{_SPACE})?)?"
_OF = rf"(?:{_SPACE}(?:{_MONTH_OF}|{_DAY_OF})?|[-/.])"
# "the ninth day of February": such a word before a month says nothing ("May second the motion").
_WORDED_DAY = rf"(?<!\w)(?P<day>{'|'.join(reversed(_ENGLISH_DAYS))})\b{_SPACE}{_DAY_OF}"
_OF_GRACE = (  # "del año jubilar 2025", "in the year of Our Lord 2025"
    rf"(?:del{_SPACE})?año{_SPACE}(?:(?:jubilar|santo|de{_SPACE}gracia|del{_SPACE}señor){_SPACE})?(?:de{_SPACE})?"
    rf"|(?:of|in){_SPACE}the{_SPACE}(?:(?:jubilee|holy){_SPACE})?year{_SPACE}(?:of{_SPACE}(?:grace|our{_SPACE}lord){_SPACE})?"
)
_OF_YEAR = rf"(?:,?{_SPACE}(?:{_OF_GRACE}|del?{_SPACE}|of{_SPACE})?|[-/.])"
_TO = rf"(?:{_SPACE})?(?:[-–—/]|to\b|and\b|al?\b|y\b)(?:{_SPACE})?(?:el{_SPACE})?"
_UNTIL_DAY = _DAY.replace("?P<day>", "?P<until_day>").replace(r"(?<!\d[.,/–-])", "")
_UNTIL_MONTH = _MONTH.replace("?P<month>", "?P<until_month>")

_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_DAY}{_OF}{_MONTH}(?:{_OF_YEAR}{_YEAR})?",
        rf"{_WORDED_DAY}{_MONTH}(?:{_OF_YEAR}{_YEAR})?",
        rf"(?<!\w){_MONTH}(?:{_SPACE}(?:the{_SPACE})?|-){_DAY}(?!\d|[.,]\d)(?:(?:,{_SPACE}|{_OF_YEAR}){_YEAR})?",
        rf"(?<!\w){_MONTH}{_OF_YEAR}{_YEAR}",
        rf"{_DAY}{_TO}{_UNTIL_DAY}{_OF}{_MONTH}(?:{_OF_YEAR}{_YEAR})?",
        rf"(?<!\w){_MONTH}{_SPACE}{_DAY}{_TO}{_UNTIL_DAY}(?!\d|[.,]\d)(?:{_OF_YEAR}{_YEAR})?",
        rf"{_DAY}{_OF}{_MONTH}{_TO}{_UNTIL_DAY}{_OF}{_UNTIL_MONTH}(?:{_OF_YEAR}{_YEAR})?",
        rf"(?<!\w){_MONTH}{_SPACE}{_DAY}{_TO}{_UNTIL_MONTH}{_SPACE}{_UNTIL_DAY}(?!\d)(?:{_OF_YEAR}{_YEAR})?",
        rf"(?<!\w){_MONTH}{_TO}{_UNTIL_MONTH}{_OF_YEAR}{_YEAR}",
        r"(?<![\w./-])(?P<year>1[4-9]\d\d|20\d\d)([-/.])(?P<month>[01]\d)\2(?P<day>[0-3]\d)"
        r"(?![\d/-])(?!\.\d)",
        r"(?<![\w./-])(?P<first>[0-3]?\d)([-/.])(?P<second>[0-3]?\d)\2(?P<year>1[4-9]\d\d|20\d\d)"
        r"(?![\w/-])(?!\.\d)",
        r"(?<![\w./-])(?P<day>[0-3]?\d)([-/.]| )(?-i:(?P<month>I{1,3}|I?V|VI{1,3}|I?X|XI{1,2}))\2"
        r"(?P<year>1[4-9]\d\d|20\d\d)(?![\w/-])(?!\.\d)",
    )
)
_FORMS_WITH_MONTH, _FORMS_OF_DIGITS = _FORMS[:9], _FORMS[9:]
_ANY_MONTH = re.compile(rf"(?<!\w)(?:{_NAMES})\b")
_ANY_YEAR = re.compile(r"(?:1[4-9]|20)\d\d")
# Forms that only a string which is a date as a whole may take: in running text 2010-12 are years.
_WHOLE_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<year>1[4-9]\d\d|20\d\d)",
        r"(?P<year>1[4-9]\d\d|20\d\d)-(?P<month>\d\d)",
        r"(?P<year>1[4-9]\d\d|20\d\d)(?P<month>\d\d)(?P<day>\d\d)",
    )
)
_WEEKDAY = re.compile(r"([^\W\d_]{3,10})\.?,?\s+(?:el\s+)?")
_TIME = re.compile(
    r"(?:T|,?\s+(?:at\s+|a\s+las?\s+|[-–|]\s*)?)\d{1,2}[:.h]\d\d(?::?\d\d(?:[.,]\d{1,9})?)?"
    r"(?:\s?[ap]\.?\s?m\.?)?(?:\s?(?:Z|[A-Z]{2,4}|(?:GMT|UTC)?[+-]\d\d:?\d\d|h(?:ora)?s?\.?))?\s*$",
    re.IGNORECASE,
)


_ENDS_DATELINE = re.compile(r"\.?\s?(?:[(–—]|\.-|--)")


class DateMention(NamedTuple):
    """A date in a text, and where its printed words stand (half-open, code points)."""

    date: PartialDate
    start: int
    end: int


def find_dates(text: str) -> list[DateMention]:
    """The dates printed in ``text``, in order, none overlapping; a year alone is not one.

    >>> [mention.date.iso for mention in find_dates("Del 12 al 15 de marzo de 2016; May 3, 2017.")]
    ['2016-03', '2017-05-03']
    """
    return list(_dates(text))


@lru_cache(maxsize=64)  # several extractors read the same paragraph one after another
def _dates(text: str) -> tuple[DateMention, ...]:
    found = [
        DateMention(date, match.start(), match.start() + len(date.as_printed or ""))
        for form in _forms_for(text)
        for match in form.finditer(text)
        if (date := _read(match)) and _reads_as_date(match, date)
    ]
    found.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[DateMention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


def _forms_for(text: str) -> tuple[re.Pattern[str], ...]:
    """The forms that a text can have: those with a month only where it names one."""
    named = _FORMS_WITH_MONTH if _ANY_MONTH.search(text.lower()) else ()
    return named + (_FORMS_OF_DIGITS if _ANY_YEAR.search(text) else ())


@lru_cache(maxsize=256)
def parse_date(text: str) -> PartialDate | None:
    """The date that ``text`` is as a whole, from front matter, a meta tag or ``<time datetime>``.

    A weekday before it and a time of day behind it are passed over.

    >>> parse_date("1º de mayo de 2017").iso, parse_date("2017-05-12T23:30:00-06:00").iso
    ('2017-05-01', '2017-05-12')
    >>> parse_date("12/05/2017").iso, parse_date("soon")
    ('2017', None)
    """
    printed = text.strip()
    bare = _TIME.sub("", printed[:_LONGEST].rstrip(" .,")).rstrip(" .,")
    weekday = _WEEKDAY.match(bare)
    if weekday and fold(weekday[1]) in WEEKDAYS.keys() | {"del"}:
        bare = bare[weekday.end() :]
    if len(printed) > _LONGEST:
        return None
    for form in _WHOLE_FORMS + _FORMS:
        match = form.fullmatch(bare)
        if match and (date := _read(match, printed)):
            return date
    return None


def _read(match: re.Match[str], printed: str | None = None) -> PartialDate | None:
    groups = match.groupdict()
    day, month = _day_month(groups)
    year = _year(groups["year"]) if groups.get("year") else None
    if not _possible(year, month, day) or not _possible_end(groups):
        return None
    if groups.get("until_month"):
        day = month = None
    elif groups.get("until_day"):
        day = None
    if year is None and month is None:
        return None
    return PartialDate(year=year, month=month, day=day, as_printed=printed or match[0].rstrip("."))


def _day_month(groups: dict[str, str | None]) -> tuple[int | None, int | None]:
    first, second = groups.get("first"), groups.get("second")
    if first and second:
        return _unambiguous(int(first), int(second))
    day, month = groups.get("day"), groups.get("month")
    return _number(day) if day else None, _number(month) if month else None


def _unambiguous(first: int, second: int) -> tuple[int | None, int | None]:
    """Day and month of two numbers whose order is not known, where only one order is possible."""
    if first > 12 or first == second:
        return first, second
    return (second, first) if second > 12 else (None, None)


def _number(printed: str) -> int:
    if printed.isdigit():
        return int(printed)
    return MONTHS.get(fold(printed)) or _ROMAN.get(printed) or _in_words(printed)


def _year(printed: str | None) -> int | None:
    return None if printed is None else int(printed) if printed.isdigit() else _in_words(printed)


def _in_words(printed: str) -> int:
    """The number of words: "dos mil veinticuatro", "treinta y uno", "two thousand and twenty-two"."""
    if (day := _WORDS.get(fold(printed))) is not None:
        return day
    total = 0
    for word in fold(printed).replace("-", " ").split():
        number = _WORDS.get(word, 0)
        total = total * number if word in ("mil", "thousand") and total else total + number
    return total


def _possible(year: int | None, month: int | None, day: int | None) -> bool:
    if month is None:
        return day is None
    if not 1 <= month <= 12:
        return False
    # Without a year, 29 February is possible: 2000 was a leap year.
    return day is None or 1 <= day <= calendar.monthrange(year or 2000, month)[1]


def _possible_end(groups: dict[str, str | None]) -> bool:
    end = groups.get("until_day")
    return end is None or 1 <= _number(end) <= 31


def _reads_as_date(match: re.Match[str], date: PartialDate) -> bool:
    """Whether the month is more than a word in small letters: "may 10", "3 mar".

    News agencies write "3 may (EFE).-": behind a day, with a bracket or dash behind it, it is a month.
    """
    month = match.groupdict().get("month")
    if month is None or month.isdigit() or not month.islower() or month in _SMALL_LETTERS:
        return True
    if date.day is not None and match[0][:1].isdigit() and _ENDS_DATELINE.match(match.string, match.end()):
        return True
    return date.day is not None and date.year is not None
