"""Where a release was given out: the place that opens "Costa Rica - Experts ...".

A dateline opens a paragraph with a place in capitals or capitalised, perhaps its region, a date and
an agency in parentheses, and then a dash or its like: PLACE [, REGION] [, DATE] [(AGENCY)] –. It may
be turned round (DATE, PLACE) or be a line of its own, in Spanish releases often the last one.

A dateline is read step by step from the left, so that no text makes it slow. A place that kb.places
knows is believed; another one only beside a date or in capitals, because "Experts - " and "By John
Smith, 3 May 2017" look the same.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kb import places
from kb.extractors import directory
from kb.extractors.evidence import evidence, noted
from kb.extractors.front import back, front, lines
from kb.records import Document, Passage
from kb.text.dates import MONTHS, WEEKDAYS, DateMention, find_dates
from kb.text.folding import fold

_UPPER = "A-ZÀ-ÖØ-Þ"
_WORD = rf"[{_UPPER}][\w'’]*(?:[-.][{_UPPER}a-z][\w'’]*){{0,4}}\.?"
_SMALL = r"(?:of|the|de|del|la|las|los|el|y|and|au|do|da)"
_PLACE = re.compile(rf"{_WORD}(?:(?: {_SMALL}){{0,2}} {_WORD}){{0,4}}")
_REGION = re.compile(rf"\s?[,/]\s?({_WORD}(?: (?:{_SMALL} )?{_WORD}){{0,3}})")
_AGENCY = re.compile(r"\s?[(\[]([^()\[\]\n]{2,40})[)\]]")
_OPENING = re.compile(r"[(\[\s]{0,2}")
_DAY_OF_WEEK = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|lunes|martes|mi[eé]rcoles|jueves"
    r"|viernes|s[aá]bado|domingo)\.?,?\s"
)
_BEFORE_DATE = re.compile(
    rf"[\s,.;:|/(\[–—-]{{0,4}}(?:(?:a|on|el|al)\s)?(?:{_DAY_OF_WEEK})?[(\[]?", re.IGNORECASE
)
_BEFORE_PLACE = re.compile(r"\s?[,|/.–—-]\s?(?:en\s)?|\s")
_DASH = re.compile(r"[)\]]?\s?(?:\.?(?:-{1,2}|–)(?=\s)|—|\.?\s(?:-{1,2}|[–—])(?=\s)|\s–)\s?")
_STOP = re.compile(r"[)\]]?\s?[.:|/]?(?:\s|$)")
_END = re.compile(r"[)\]]?\s?[.:;|]?\s*$")
_SENTENCE = re.compile(rf"[\s\"“”«‘'¿¡(\[]{{0,3}}[{_UPPER}\d]")
# What stands where a place would, and is none.
_NO_PLACES = (
    MONTHS.keys()
    | WEEKDAYS
    | set(
        """
    a according actualizacion actualizado adopted advisory aprobado at atencion attention boletin
    breaking by comunicado contact contacto date desde editor editors el embargoed en end ends exclusive
    fecha fin for foto fotos from fuente here hoy immediate importante in la las live los media news nota
    note notes noticias on para photo photos por posted prensa press published publicado report segun
    since source statement story summary the this today un una update updated urgent urgente video
    watch when while
    """.split()
    )
)
_WINDOW = 160  # characters: no dateline is longer
_SHORTEST_BODY = 40  # what follows a dash without a date must be a paragraph, not an entry of a list


class Dateline(NamedTuple):
    """A place, perhaps with a date, and where they stand in the text of a passage."""

    passage: Passage | None  # None: the title
    place: str
    start: int
    end: int
    date: DateMention | None
    confidence: float
    opens: bool  # a paragraph, and is no line of its own


def fill(document: Document) -> Document:
    """``document`` with the place of its dateline."""
    if document.place:
        return document
    for dateline in datelines(document)[:1]:
        found = evidence(dateline.passage, dateline.start, dateline.end, dateline.confidence)
        return noted(document, "place", found, place=dateline.place)
    return document


def datelines(document: Document) -> list[Dateline]:
    """The datelines that open the first passages, then those that stand alone at the end.

    A text without a headline has its dateline for a title: it is one only with a date, since "Mexico -
    New rules for judges" is a headline too.
    """
    title = _read(None, 0, document.title)
    found = [title] if title and title.date else []
    found += [
        dateline
        for passage in front(document, prose=2, most=10)
        if passage.kind in ("paragraph", "quote")
        for start, line in lines(passage)
        if (dateline := _read(passage, start, line))
    ]
    return found + [
        dateline
        for passage in back(document, most=6)
        for start, line in lines(passage)
        if (dateline := _read(passage, start, line)) and dateline.date and not dateline.opens
    ]


def _read(passage: Passage | None, offset: int, line: str) -> Dateline | None:
    """The dateline that ``line`` opens with; positions are moved by ``offset``."""
    head = line[:_WINDOW]
    dates = find_dates(head)
    read = _place_first(head, dates, len(line)) or _date_first(head, dates)
    if read is None:
        return None
    start, end, date, confidence = read
    moved = DateMention(date.date, date.start + offset, date.end + offset) if date else None
    opens = bool(line[max(end, date.end if date else 0) :].strip(" .)]:-–—"))
    return Dateline(passage, _cased(head[start:end]), start + offset, end + offset, moved, confidence, opens)


_Read = tuple[int, int, DateMention | None, float]


def _place_first(head: str, dates: list[DateMention], length: int) -> _Read | None:
    start = _after(_OPENING, head, 0)
    place = _PLACE.match(head, start)
    if place is None or _is_no_place(place[0]):
        return None
    end, known = _with_regions(head, place)
    agency = _AGENCY.match(head, end)
    date = _date_at(dates, head, end) or (_date_at(dates, head, agency.end()) if agency else None)
    if date:
        behind = _after(_AGENCY, head, _closing(head, date.end))
        confidence = _confidence_with_date(head, behind, known=known)
    else:
        behind = agency.end() if agency else end
        capitals = place[0].isupper() and not directory.knows_acronym(place[0])
        opens = length - behind >= (_SHORTEST_BODY if known else 2 * _SHORTEST_BODY)
        confidence = opens * _confidence_without_date(head, behind, known=known, capitals=capitals)
    return (start, end, date, confidence) if confidence else None


def _with_regions(head: str, place: re.Match[str]) -> tuple[int, bool]:
    """Where the place ends, its regions with it, and whether one of these names is known."""
    end, known = place.end(), _known(place[0])
    while (region := _REGION.match(head, end)) and not _is_month(region[1]):
        end, known = region.end(), known or _known(region[1])
    last = head[place.start() : end].rpartition(" ")[2]
    # The full stop of "San José." is no part of the name; that of "D.C." is.
    return (end - 1 if re.fullmatch(r"[^.]{2,}\.", last) else end), known


def _confidence_with_date(head: str, behind: int, *, known: bool) -> float:
    if _DASH.match(head, behind):
        return 0.95 if known else 0.8
    return 0.9 if known and _STOP.match(head, behind) else 0.0


def _confidence_without_date(head: str, behind: int, *, known: bool, capitals: bool) -> float:
    dash = _DASH.match(head, behind)
    if dash and not _SENTENCE.match(head, dash.end()):  # "IOM – through its programme – has ..."
        return 0.0
    if dash and known:
        return 0.95 if capitals else 0.85
    if dash and capitals:
        return 0.6
    return 0.7 if known and capitals and behind > 3 and head.startswith(":", behind) else 0.0


def _date_first(head: str, dates: list[DateMention]) -> _Read | None:
    start = _after(_OPENING, head, 0)
    date = _date_at(dates, head, start)
    if date is None:
        return None
    place = _PLACE.match(head, _after(_BEFORE_PLACE, head, date.end))
    if place is None or not _known(place[0]):
        return None
    end, _ = _with_regions(head, place)
    if not (_DASH.match(head, end) or _END.match(head, end)):
        return None
    return place.start(), end, date, 0.85


def _date_at(dates: list[DateMention], head: str, position: int) -> DateMention | None:
    """The date that begins at ``position``, but for a comma, "a" and a weekday before it."""
    begin = _after(_BEFORE_DATE, head, position)
    return next((date for date in dates if date.start == begin and date.date.day), None)


def _closing(head: str, position: int) -> int:
    return position + 1 if head[position : position + 1] in {")", "]"} else position


def _after(pattern: re.Pattern[str], head: str, position: int) -> int:
    match = pattern.match(head, position)
    return match.end() if match else position


def _known(name: str) -> bool:
    bare = name.rstrip(".")
    return any(places.place_code(part) is not None for part in (name, bare, *re.split(r" y | and ", bare)))


def _is_no_place(name: str) -> bool:
    return fold(re.split(r"[\s.]", name)[0]) in _NO_PLACES and not _known(name)


def _is_month(name: str) -> bool:
    return fold(name.split(maxsplit=1)[0].rstrip(".")) in MONTHS.keys() | WEEKDAYS


def _cased(printed: str) -> str:
    """The place in ordinary letters, so that GENEVA and Geneva are one."""
    first, comma, regions = printed.partition(",")  # in a region, two capitals are a code: "New York, NY"
    parts = [(first, 1), (regions, 2)] if comma else [(first, 1)]
    return comma.join(
        " ".join(_capitalised(word) if _shouted(word, short) else word for word in part.split(" "))
        for part, short in parts
    )


def _shouted(word: str, short: int) -> bool:
    return word.isupper() and len(word.strip("(),.")) > short and not re.search(r"\.\w", word)


def _capitalised(word: str) -> str:
    if re.fullmatch(_SMALL, word.lower()):
        return word.lower()
    return re.sub(r"[^\W\d_]+", lambda letters: letters[0].capitalize(), word)
