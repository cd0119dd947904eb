"""The forms of a dateline, one after another: where in a line its place and its date stand, and how surely.

A line is read step by step from the left, so that no text makes it slow. A place that kb.places knows is
believed, and one that begins as towns are called ("Puerto", "San"); another one only beside a date or in
capitals, because "Experts - " and "By John Smith, 3 May 2017" look the same.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kb import places
from kb.extractors import directory
from kb.extractors.dateline_patterns import (
    ABBREVIATED,
    AGENCY,
    BEFORE_DATE,
    BEFORE_ITS_DATE,
    BEFORE_PLACE,
    BETWEEN_TOWNS,
    CITY_OF,
    DASH,
    END,
    FEAST,
    FEAST_BEFORE,
    GIVEN,
    IN,
    KIND_NOUNS,
    LABEL,
    LAST_SMALL,
    NO_PLACES,
    OPENING,
    PLACE,
    REGION,
    SENTENCE,
    SEPARATOR,
    STOP,
    STROKE,
    STROKE_OF_TEXT,
    TOPONYM,
    WIRE,
)
from kb.extractors.front import is_prose
from kb.extractors.organisation_patterns import BODY_NOUN
from kb.places.regions import region_code
from kb.text.dates import MONTHS, WEEKDAYS, DateMention, find_dates
from kb.text.folding import fold

LONGEST_ALONE = 70  # characters of a dateline that is a line of its own
_IN_MONTH = re.compile(r",?\s(?:en|in)(?=\s[^\W\d_]{3,10}\s(?:de\s|del\s)?(?:19|20)\d\d)")
_DISTRICT = re.compile(r"\s(?:D\.?\s?[CFN]|M\.?\s?D\.?\s?C)\.?$")  # "Bogotá D.C."
_WINDOW = 160  # characters: no dateline is longer
_SHORTEST_BODY = 40  # what follows a dash without a date must be a paragraph, not an entry of a list


class Form(NamedTuple):
    """A place from ``start`` up to, not including, ``end`` in its line, its date, and how sure both are."""

    start: int
    end: int
    date: DateMention | None
    confidence: float


def read_form(line: str) -> Form | None:
    """The first form that ``line`` opens with."""
    head = line[:_WINDOW]
    dates = find_dates(head)
    return (
        _of_several(line, dates)
        or _place_first(head, dates, len(line))
        or _date_first(head, dates)
        or _alone(line, dates)
        or _among_pieces(line, dates)
        or _behind_a_body(line, dates)
        or _given(head, dates)
        or _labelled(line, dates)
        or _of_a_wire(line)
        or _before_a_stroke(line)
        or _on_a_feast(line)
    )


def _place_first(head: str, dates: list[DateMention], length: int) -> Form | None:
    start = _after(OPENING, head, 0)
    place = PLACE.match(head, start)
    named = place and TOPONYM.match(place[0]) and not BODY_NOUN.search(place[0])
    if place is None:
        return None
    end, known = _with_regions(head, place)
    if _is_no_place(place[0]) and not (named and (dates or known)):
        return None
    if small := LAST_SMALL.search(head[:end]):
        end, known = small.start(), known or _known(head[start : small.start()])
    agency = AGENCY.match(head, end)
    date = _date_at(dates, head, end) or (_date_at(dates, head, agency.end()) if agency else None)
    if date:
        behind = _after(AGENCY, head, _closing(head, date.end))
        confidence = _confidence_with_date(head, behind, known=known or bool(named))
    else:
        behind = agency.end() if agency else end
        capitals = place[0].isupper() and not directory.knows_acronym(place[0])
        known = known or bool(named and not _is_no_place(place[0]))
        opens = length - behind >= (_SHORTEST_BODY if known else 2 * _SHORTEST_BODY)
        confidence = opens * _confidence_without_date(head, behind, known=known, capitals=capitals)
    return Form(start, end, date, confidence) if confidence else None


def _with_regions(head: str, place: re.Match[str]) -> tuple[int, bool]:
    """Where the place ends, its regions with it, and whether one of these names is known."""
    end, known = place.end(), _known(place[0])
    while (region := REGION.match(head, end)) and not _is_month(region[1]):
        end, known = region.end(), known or _known(region[1]) or region_code(region[1]) is not None
    if (around := AGENCY.match(head, end)) and _known(around[1].rpartition(", ")[2]):
        return around.end(), True  # "Villahermosa (México), 2 oct", "NECOCLÍ (Antioquia, Colombia)"
    last = head[place.start() : end].rpartition(" ")[2]
    # The full stop of "San José." is no part of the name; that of "D.C." and of "Ariz.," is.
    if head.startswith(".,", end):
        return end + 1, known
    stops = re.fullmatch(r"[^.]{2,}\.", last) and head[end : end + 1] != ","
    return (end - 1 if stops else end), known


def _confidence_with_date(head: str, behind: int, *, known: bool) -> float:
    if DASH.match(head, behind):
        return 0.95 if known else 0.8
    return 0.9 if known and (STOP.match(head, behind) or FEAST.match(head, behind)) else 0.0


def _confidence_without_date(head: str, behind: int, *, known: bool, capitals: bool) -> float:
    dash = DASH.match(head, behind)
    if dash and not SENTENCE.match(head, dash.end()):  # "IOM – through its programme – has ..."
        return 0.0
    if dash and known:
        return 0.95 if capitals else 0.85
    if dash and capitals:
        return 0.6
    opens = head.startswith(":", behind) or (
        head.startswith(". ", behind) and SENTENCE.match(head, behind + 1)
    )
    named = capitals or head.startswith(". ", behind)  # "Guatemala. Treinta familias recibieron ..."
    return 0.7 if known and named and behind > 3 and opens else 0.0


def _date_first(head: str, dates: list[DateMention]) -> Form | None:
    start = _after(OPENING, head, 0)
    date = _date_at(dates, head, start)
    if date is None:
        return None
    place = PLACE.match(head, _after(BEFORE_PLACE, head, date.end))
    end, known = _with_regions(head, place) if place else (0, False)
    if place is None or not known:
        return None
    stop = head.startswith(". ", end) and date.date.is_whole and SENTENCE.match(head, end + 1)
    if not (DASH.match(head, end) or END.match(head, end) or stop):
        return None
    return Form(place.start(), end, date, 0.85)


def _alone(line: str, dates: list[DateMention]) -> Form | None:
    """An unknown place with a date in a line of its own: "Antiguo Cuscatlán, 21 November 2017"."""
    place = PLACE.match(line, _after(OPENING, line, 0))
    if place is None or len(line) > LONGEST_ALONE or _is_no_place(place[0]) or BODY_NOUN.search(line):
        return None
    end, _ = _with_regions(line, place)
    date = _date_at(dates, line, end)
    if date is None or not END.match(line, date.end):
        return None
    beside = line.startswith(", ", end) and date.start == end + 2
    if not (date.date.year and date.date.month) and not (beside and (date.date.day or date.date.year)):
        return None  # "Marcala, 3 de noviembre", "Casa Farol, 05-11-2015"
    return Form(place.start(), end, date, 0.7 if date.date.year else 0.6)


def _given(head: str, dates: list[DateMention]) -> Form | None:
    """The place and date of a closing formula: "Dado en San Salvador, a los 5 días del mes de junio"."""
    given = GIVEN.match(head)
    opened = given or IN.match(head)
    place = PLACE.match(head, opened.end()) if opened else None
    if place is None or _is_no_place(place[0]):
        return None
    end, _ = _with_regions(head, place)
    date = _date_at(dates, head, _after(_IN_MONTH, head, end))  # "Dado en Saltillo, en julio de 2020"
    formal = date is not None and re.search(r"\bd[ií]as?\b", head[date.start : date.end])
    city = next((each.start() for each in CITY_OF.finditer(head) if each.end() == place.start()), None)
    start = place.start() if city is None else city
    return Form(start, end, date, 0.85) if date and (given or formal) else None


def _labelled(line: str, dates: list[DateMention]) -> Form | None:
    """The place that a label names, alone on its line: "Lugar: Saltillo, Coahuila"."""
    label = LABEL.match(line)
    place = PLACE.match(line, label.end()) if label and len(line) <= LONGEST_ALONE else None
    if place is None or _is_no_place(place[0]):
        return None
    end, _ = _with_regions(line, place)
    date = _date_at(dates, line, end)
    return Form(place.start(), end, date, 0.8) if END.match(line, date.end if date else end) else None


def _of_several(line: str, dates: list[DateMention]) -> Form | None:
    """Known places before their date: "Upala - San José, mayo de 2021", "Upala, Rivas y Liberia, 3 May."."""
    date = next((each for each in dates[:1] if each.date.month and each.end <= _WINDOW), None)
    if date is None:
        return None
    start = _after(OPENING, line, 0)
    end = len(BEFORE_ITS_DATE.sub("", line[: date.start]))
    alone = date.date.year and END.match(line, date.end)
    opens = date.date.day and (DASH.match(line, date.end) or STOP.match(line, date.end))
    for between, fits in ((STROKE, alone), (BETWEEN_TOWNS, alone or opens)):
        towns = between.split(line[start:end])
        if fits and len(towns) > 1 and all(map(_known, towns)):
            return Form(start, end, date, 0.8)
    return None


def _of_a_wire(line: str) -> Form | None:
    """The known place behind the name of a news agency: "Agencia Farol / Tecún Umán"."""
    wire = WIRE.fullmatch(line) if len(line) <= LONGEST_ALONE else None
    if wire is None or not _known(wire["place"].partition(",")[0]):
        return None
    return Form(wire.start("place"), wire.end("place"), None, 0.6)


def _before_a_stroke(line: str) -> Form | None:
    """The known town that a stroke parts from running text: "Upala | La casa abrió sus puertas ...".

    A country so stands before a headline, too.
    """
    place = PLACE.match(line)
    stroke = STROKE_OF_TEXT.match(line, _with_regions(line, place)[0]) if place else None
    if place is None or stroke is None or not _known(place[0]) or places.code_of(place[0]):
        return None
    return Form(place.start(), stroke.start(), None, 0.7) if is_prose(line[stroke.end() :]) else None


def _on_a_feast(line: str) -> Form | None:
    """A place beside a feast that dates it without a number: "Punta Clara, domingo de Ramos"."""
    feast = FEAST.search(line) if len(line) <= LONGEST_ALONE else None
    place = PLACE.match(line) if feast else None
    if not feast or place is None or not (_known(place[0]) or TOPONYM.match(place[0])):
        return None
    end, _ = _with_regions(line[: feast.start()], place)
    return Form(place.start(), end, None, 0.6) if end == feast.start() else None


def _among_pieces(line: str, dates: list[DateMention]) -> Form | None:
    """The place and date of a letterhead line: "Press release · 3 July 2018 · London"."""
    if not dates or len(line) > _WINDOW or not SEPARATOR.search(line):
        return None
    cuts = [0, *(position for match in SEPARATOR.finditer(line) for position in match.span()), len(line)]
    spans = list(zip(cuts[::2], cuts[1::2], strict=True))
    date = dates[0]
    for start, end in spans:
        dated = start <= date.start < end <= date.end + 2  # "Press release | Panamá, 21-mar-2023"
        piece = BEFORE_ITS_DATE.sub("", line[start : date.start]) if dated else line[start:end]
        piece = piece.strip() if ABBREVIATED.search(piece.strip()) else piece.strip(" .")
        if not dated and start <= date.start < end:
            continue
        name = piece.partition(",")[0]
        if PLACE.match(piece) and (_known(name) or (TOPONYM.match(name) and not BODY_NOUN.search(name))):
            begin = line.index(piece, start)
            return Form(begin, begin + len(piece), date, 0.8)
    return None


def _behind_a_body(line: str, dates: list[DateMention]) -> Form | None:
    """The place and date that end the line of a body: "Red Farol - Tapachula, 20 de enero de 2020"."""
    stroke = STROKE.search(line) if dates and len(line) <= _WINDOW else None
    place = PLACE.match(line, stroke.end()) if stroke and BODY_NOUN.search(line, 0, stroke.start()) else None
    if place is None or not (_known(place[0]) or TOPONYM.match(place[0])):
        return None
    end, _ = _with_regions(line, place)
    date = _date_at(dates, line, end)
    return Form(place.start(), end, date, 0.8) if date and END.match(line, date.end) else None


def _date_at(dates: list[DateMention], head: str, position: int) -> DateMention | None:
    """The date that begins at ``position``, but for a comma, "a" and a weekday before it."""
    begins = {_after(BEFORE_DATE, head, position)}
    if feast := FEAST_BEFORE.match(head, position):
        begins.add(_after(BEFORE_DATE, head, feast.end()))
    return next((date for date in dates if date.start in begins), None)


def _closing(head: str, position: int) -> int:
    return position + 1 if head[position : position + 1] in {")", "]"} else position


def _after(pattern: re.Pattern[str], head: str, position: int) -> int:
    match = pattern.match(head, position)
    return match.end() if match else position


@lru_cache(maxsize=1024)
def _known(name: str) -> bool:
    bare = _DISTRICT.sub("", name.rstrip("."))
    return any(map(places.is_place, (name, bare, *re.split(r" y | and ", bare))))


@lru_cache(maxsize=1024)
def _is_no_place(name: str) -> bool:
    words = fold(name).replace(".", " ").split()
    day = words[-1:] and words[-1] in WEEKDAYS  # "Pentecost Sunday, June 9"
    told = words[:1] and (words[0] in NO_PLACES or day or not KIND_NOUNS.isdisjoint(words))
    return bool(told) and not _known(name)


def _is_month(name: str) -> bool:
    return fold(name.split(maxsplit=1)[0].rstrip(".")) in MONTHS.keys() | WEEKDAYS.keys()
