"""Where a release was given out: the place that opens "Costa Rica - Experts ...".

A dateline opens a paragraph with a place in capitals or capitalised, perhaps its region, a date and
an agency in parentheses, and then a dash or its like: PLACE [, REGION] [, DATE] [(AGENCY)] –. It may
be turned round (DATE, PLACE) or be a line of its own, in Spanish releases often the last one, which
then may begin "Dado en la ciudad de". A label ("Lugar:") or a feast in place of the date does as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice, pairwise
from typing import NamedTuple

from kb import places
from kb.extractors.capital_names import in_ordinary_letters
from kb.extractors.dateline_forms import LONGEST_ALONE, read_form
from kb.extractors.dateline_patterns import CAPITALISED, FEAST, GIVEN, KIND, LABEL, SEPARATOR
from kb.extractors.evidence import evidence, noted
from kb.extractors.front import back, front, is_prose, lines
from kb.places import place_code
from kb.records import Document, Passage
from kb.text.dates import DateMention, parse_date

_SURE, _WITH_A_NOTE = 0.9, 120  # of a closing line, characters with the note that follows its date
_STROKE = re.compile(r"\s[|·•–—-]\s|\s?\|\s")
_LONGEST_PARTED, _MOST_STROKES = 140, 4  # characters of a line, and strokes in it
_LAST, _MOST_BEHIND = 6, 40  # passages from the end: with a dateline alone, with a closing formula


class _Printed(NamedTuple):
    """A place, perhaps with a date, and where they stand in a text."""

    place: str
    start: int
    end: int
    date: DateMention | None
    confidence: float
    opens: bool  # a paragraph, and is no line of its own


class Dateline(NamedTuple):
    """The same in a passage of a document."""

    passage: Passage | None  # None: the title
    place: str
    start: int
    end: int
    date: DateMention | None
    confidence: float
    opens: bool


def fill(document: Document) -> Document:
    """``document`` with the place of its dateline."""
    if document.place:
        return document
    for dateline in sorted(datelines(document), key=_is_doubtful)[:1]:
        found = evidence(dateline.passage, dateline.start, dateline.end, dateline.confidence)
        return noted(document, "place", found, place=dateline.place)
    return document


def _is_doubtful(dateline: Dateline) -> bool:
    """Whether a place stands alone, or is but a country beside a date, as the pages of a site say it."""
    return not dateline.opens and (dateline.date is None or place_code(dateline.place) is not None)


def datelines(document: Document) -> list[Dateline]:
    """The datelines that open the first passages, then those that stand alone at the end.

    A text without a headline has its dateline for a title: it is one only with a date, since "Mexico -
    New rules for judges" is a headline too.
    """
    first, last = front(document, prose=2), back(document, most=_MOST_BEHIND)
    passages = (*first, *last)
    texts = tuple((passage.kind, passage.text) for passage in passages)
    found = _datelines(document.title, texts, len(first))
    return [Dateline(None if at is None else passages[at], *printed) for at, printed in found]


_Found = tuple[int | None, _Printed]  # which of the passages has it; None: the title


# Four extractors ask for the datelines of the same document, one after another. The cache knows texts and
# no passages, because two documents may print the same words.
@lru_cache(maxsize=2)
def _datelines(title: str, texts: tuple[tuple[str, str], ...], fronts: int) -> tuple[_Found, ...]:
    """The datelines of a title and of kinds and texts of passages: ``fronts`` in front, then the last."""
    first, last = list(enumerate(texts))[:fronts], list(enumerate(texts))[fronts:]
    titled = _read(0, title)
    found: list[_Found] = [(None, titled)] if titled and titled.date else []
    found += [
        (at, dateline)
        for at, (kind, text) in first
        if kind in ("paragraph", "quote", "heading")
        for start, line in lines(text)
        if (dateline := _read(start, line))
        and (kind != "heading" or (dateline.date and not dateline.opens))  # a ruled letterhead line
    ]
    found += [(at, dateline) for at, (_, text) in first for dateline in _in_pieces(text)]
    found += _above_dates([(at, text) for at, (_, text) in first])
    # Below the closing formula stand those who signed, in acts of many organisations some dozens.
    lists = next((index for index, (_, (_, text)) in enumerate(last) if is_prose(text)), len(last))
    ending = [
        *last[: max(_LAST, lists)],
        *(each for each in last[max(_LAST, lists) :] if GIVEN.match(each[1][1])),
    ]
    found += [
        (at, dateline)
        for at, (kind, text) in ending
        for start, line in lines(text)
        if (dateline := _at_the_end(kind, start, line))
        or ((dateline := _read(start, line)) and _closes(dateline, line))
    ]
    return tuple(found)


def _above_dates(texts: Iterable[tuple[int, str]]) -> Iterator[_Found]:
    """The datelines of two lines: "New Orleans, Louisiana" above "October 15, 2019"."""
    printed = [(at, start, line) for at, text in texts for start, line in lines(text)]
    for (at, start, line), (_, _, below) in pairwise(printed):
        if len(line) <= _LONGEST_PARTED // 2 and parse_date(below.strip(" .")) is not None:
            read = _read(start, f"{line}, {below}")
            kicker = places.code_of(line) is not None and line.isupper()
            if read and _is_sure(read) and not kicker and not read.opens and read.end <= start + len(line):
                yield at, read._replace(date=None)


def _in_pieces(text: str) -> Iterator[_Printed]:
    """The datelines that strokes part from other pieces, or from their date: "News · Upala · 3 May 2021"."""
    for start, line in lines(text):
        if len(line) > _LONGEST_PARTED:
            continue
        for stroke in islice(_STROKE.finditer(line), _MOST_STROKES):
            rest = line[stroke.end() :]
            read = _read(start + stroke.end(), rest) or _read(
                start + stroke.end(), _STROKE.sub(_as_comma, rest, count=1)
            )
            if read and _is_sure(read) and not read.opens:
                yield read


def _as_comma(stroke: re.Match[str]) -> str:
    """A comma in the place of a stroke, as long as it."""
    return ",".ljust(len(stroke[0]))


def _closes(dateline: _Printed, line: str) -> bool:
    """Whether a dateline among the last lines stands alone, or says that a text was given there."""
    if dateline.date is None:
        return FEAST.search(line) is not None and len(line) <= LONGEST_ALONE
    printed = dateline.date.date.as_printed or ""
    feast = FEAST.match(line, line.find(printed) + len(printed))
    # A short note may follow a feast or a whole date: "Upala, 3 de mayo de 2021. Con fotos".
    noted_behind = len(line) <= _WITH_A_NOTE and (feast is not None or _is_sure(dateline))
    return not dateline.opens or noted_behind or GIVEN.match(line) is not None


def _at_the_end(kind: str, offset: int, line: str) -> _Printed | None:
    """A known place and whole date that end a longer line: "Tel. 2222-0000 San José, 3 de mayo de 2021"."""
    tail = max(0, len(line) - LONGEST_ALONE)
    if not tail or kind != "paragraph":
        return None
    for word in CAPITALISED.finditer(line, tail):
        before = line[: word.start()].split()[-1:]
        if before and before[0].rstrip(",").isalpha():
            continue  # "in San José", "the office of Costa Rica"
        read = _read(offset + word.start(), line[word.start() :])
        if read and _is_sure(read) and not read.opens:
            return read
    return None


def _is_sure(dateline: _Printed) -> bool:
    """Whether the place is known and the date whole."""
    whole = dateline.date is not None and dateline.date.date.is_whole
    return whole and dateline.confidence >= _SURE


def _read(offset: int, line: str) -> _Printed | None:
    """The dateline that ``line`` opens with; positions are moved by ``offset``."""
    label = LABEL.match(line)
    if label and (labelled := _read(offset + label.end(), line[label.end() :])) and labelled.date:
        return labelled  # "Date/Place: 07/19/2018, Sarita, Texas"
    if kind := KIND.match(line):
        offset, line = offset + kind.end(), line[kind.end() :]
    form = read_form(line)
    if form is None:
        return None
    start, end, date, confidence = form
    moved = DateMention(date.date, date.start + offset, date.end + offset) if date else None
    rest = SEPARATOR.split(line[max(end, date.end if date else 0) :])[0]
    opens = bool(rest.strip(" .)]:-–—"))
    place = in_ordinary_letters(line[start:end])
    return _Printed(place, start + offset, end + offset, moved, confidence, opens)
