"""Years that a letterhead prints without a day.

One in a bulletin's number or a slogan ("Boletín 045/2021", "2020, Año de Leona Vicario") dates nothing by
itself, but a dateline without a year ("Tapachula, 3 de mayo.-") is of that year. One that is a line of its
own ("2016", "Newsletter, Winter 2017") is all that dates a text without another date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kb.extractors.dateline_patterns import LETTERHEAD
from kb.extractors.front import front, is_prose, lines_of
from kb.records import Document, Passage
from kb.text.folding import fold

_YEAR = r"(?P<year>(?:19[89]|20[0-4])\d)"
_NUMBER = r"(?!(?:19|20)\d\d(?!\d))\d{1,5}"
# What stands before a number: "Comunicado 7 / 2022", "Press release No. 12-2019", "CGCP/045/2021".
_LABEL = (
    r"(?:\b(?i:comunicado|bolet[ií]n|bulletin|release|statement|communiqu[eé]|nota|note|circular|aviso|advisory|oficio|informe"
    r"|report|n[oº°]|n[uú]m|n[uú]mero|number)\b|\b[A-ZÑ]{2,10}\s?[/–-])[^\n]{0,40}?(?<!\d)"
)
_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_LABEL}{_NUMBER}\s?(?:[/–-]|de\b|of\b)\s?{_YEAR}(?![\w/–-])",
        rf"{_LABEL}{_YEAR}\s?[/–-]\s?{_NUMBER}(?![\w/–-])",
        rf"^[\"“«]?{_YEAR}[,:.]?\s(?i:a[ñn]o\sdel?|year\sof)\s",
    )
)
_YEAR_LINE = re.compile(
    r"\s*(?:[^\W\d_]{3,10}\s(?:edition|printed|published|printing|edici[oó]n|impresi[oó]n),?\s|edici[oó]n\s|edition\s|a[nñ]o\s)?"
    r"(?:de\s|in\s)?(?P<year>(?:19[5-9]|20\d)\d)\.?\s*",
    re.IGNORECASE,
)
_RELEASE_YEAR = re.compile(
    r"(?:for\simmediate\srelease|para\s(?:su\s)?(?:publicaci[oó]n|difusi[oó]n)\sinmediata|press\srelease|comunicado(?:\sde\sprensa)?)"
    r"\s?[\W_]{1,4}\D{0,60}(?:,|\sof|\sde(?:l)?)\s(?P<year>19\d\d|20\d\d)\.?",
    re.IGNORECASE,
)
_SEASON = re.compile(
    r"\b(?:winter|spring|summer|autumn|fall|invierno|primavera|verano|otoño|lent|advent|easter|christmas|epiphany|pentecost|cuaresma|adviento|pascua|navidad|trimestre|quarter|semester|semestre),?\s(?:of\s|del?\s)?(?P<year>(?:19[5-9]|20\d)\d)\b",
    re.IGNORECASE,
)
_STROKE = re.compile(r"\s[|·•–—-]\s|,\s")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_LINE = 120


def year(document: Document) -> int | None:
    """The one year that the lines above the running text print so, if they do."""
    found = set(_years(document))
    return found.pop() if len(found) == 1 else None


def _years(document: Document) -> Iterator[int]:
    for passage, _, line in lines_of(front(document)):
        if len(line) <= _LONGEST_LINE and not is_prose(passage.text):
            yield from (int(found["year"]) for form in _FORMS for found in form.finditer(line))


def alone(passages: Iterable[Passage]) -> Iterator[tuple[Passage, int, str]]:
    """The years that date lines without a day: the passage, where in it they stand, and as printed."""
    listed = list(lines_of(passages))
    for form in (_of_its_own, _of_a_release):
        for passage, start, line in listed:
            if len(line) <= _LONGEST_LINE and (found := form(line)):
                yield passage, start + found.start("year"), found["year"]


def _of_its_own(line: str) -> re.Match[str] | None:
    """A year that is the line, or stands behind a season, alone or beside letterhead words."""
    season = _SEASON.search(line)
    piece = _STROKE.split(line[: season.start()])[-1] + line[season.end() :] if season else ""
    lettered = season if LETTERHEAD.issuperset(map(fold, _WORD.findall(piece))) else None
    return _YEAR_LINE.fullmatch(line) or lettered


def _of_a_release(line: str) -> re.Match[str] | None:
    """A year behind the words of a release: "For immediate release, Holy Week, 2021"."""
    return _RELEASE_YEAR.fullmatch(line)
