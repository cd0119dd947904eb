"""When a document was published or adopted: from the lines that say so, never from running text.

The places that say so are tried from the most to the least explicit: a label ("Adopted",
"Published:", "Fecha de publicación:"), a dateline, a line that holds nothing but a date and letterhead
words ("Press release, 3 May 2017"), and last lines. The first date with a year is taken, or else the
first one.
"""

from __future__ import annotations

import re
from calendar import weekday
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from kb import places
from kb.extractors.dateline_patterns import FEAST_BEFORE, GIVEN
from kb.extractors.datelines import datelines
from kb.extractors.evidence import evidence
from kb.extractors.front import back, front, is_prose, lines
from kb.messages import DATES_DISAGREE, Message
from kb.records import Document, PartialDate, Passage
from kb.text.dates import MONTHS, WEEKDAYS, DateMention, find_dates, parse_date
from kb.text.folding import fold

_LABEL = re.compile(
    r"""(?:^|(?<=[.|•·;—–]\ )|(?<=\)\ ))
    (?: (?:date|day)\ (?:of\ )?(?:adoption|publication|issue|release)
      | fecha(?:\ de\ (?:publicaci[oó]n|emisi[oó]n|aprobaci[oó]n|adopci[oó]n|expedici[oó]n))?
      | (?:first\ )?(?:published|posted|released|issued|adopted|sent|submitted|publicad[oa]|enviad[oa]
      |emitid[oa]|aprobad[oa]s?
      | adoptad[oa]s?|promulgad[oa])
      | (?:publication|release|issue|publish)\ date | publicaci[oó]n | date
      | dated | fechad[oa]
      | (?:(?:press|news|media)\ (?:release|statement)|comunicado|bolet[ií]n)\ (?:dated|of|fechad[oa]|del?)
      | (?:actualizaci[oó]n|actualizado|(?:last\ )?updated?)(?=\W) )
    (?:\ (?:in|en)\ [^\W\d_][^.;:\n]{1,40}?(?=,?\ (?:on|el)\ $))?
    (?:\ (?:by|por)\ [^\W\d_][^.;:\n]{1,40}?(?=,?\ (?:on|el)\ (?:\w{3,9},?\ )?$))?
    ,?(?:\ (?:on|at|by|el|en|online|in))?\s?[:.–—-]?\s?(?:\w{3,9},?\ )?$""",
    re.IGNORECASE | re.VERBOSE,
)
# How a line begins that tells of an adoption and ends in its date: "Aprobadas por la Red, 3 de mayo de 2017".
_TELLS = re.compile(
    r"(?:adopted|approved|made|given|issued|signed|done|effective|in\sforce|valid"
    r"|aprobad[oa]s?|adoptad[oa]s?|dad[oa]s?|firmad[oa]s?|expedid[oa]s?|suscrit[oa]s?|publicad[oa]s?|emitid[oa]s?|vigentes?|en\svigor)\b",
    re.IGNORECASE,
)
_RECORDS = re.compile(r"(?:summary\s)?(?:minutes|record)\sof\b|(?:acta|minuta)\sde", re.IGNORECASE)
_YEAR_LINE = re.compile(
    r"(?:[^\W\d_]{3,10}\s(?:edition|printed|published|printing|edici[oó]n|impresi[oó]n),?\s|edici[oó]n\s|edition\s|a[nñ]o\s)?"
    r"(?:de\s|in\s)?(?P<year>(?:19[5-9]|20\d)\d)\.?",
    re.IGNORECASE,
)
_UPDATE = re.compile(r"actuali|last|update", re.IGNORECASE)  # of use where nothing tells the first date
_EMBARGO = re.compile(
    r"embarg|not\sfor\s(?:publication|release|use)|not\sto\sbe|hold\s(?:for|until)|no\spublicar|©|\(c\)|copyright",
    re.I,
)
_HELD = re.compile(
    r"embarg|hold\s(?:for|until)|no\spublicar\santes|not\sfor\s(?:publication|release|use)\sbefore",
    re.IGNORECASE,
)
_RELEASE_YEAR = re.compile(
    r"(?:for\simmediate\srelease|para\s(?:su\s)?(?:publicaci[oó]n|difusi[oó]n)\sinmediata|press\srelease|comunicado(?:\sde\sprensa)?)"
    r"\s?[\W_]{1,4}\D{0,60}(?:,|\sof|\sde(?:l)?)\s(?P<year>19\d\d|20\d\d)\.?",
    re.IGNORECASE,
)
_POSTED = re.compile(r"\b(?:publi|posted|sent|submitted|enviad)", re.IGNORECASE)
_STATED, _UPDATED = 0.95, 0.6  # confidence in a date that a label names
_FORMAL = 1.0  # in that of a closing formula: a page may put the text up later
_BEFORE = 60  # characters before a date in which its label stands
_LONGEST_LINE = 120
_LETTERHEAD = (
    MONTHS.keys() | WEEKDAYS | set(
        """
        press release releases communique bulletin circular media news statement note briefing
        announcement advisory for immediate comunicado de del prensa boletin nota informativa noticia
        noticias informe numero num no nro general distr original english spanish ingles espanol united
        nations naciones unidas a la el on update page pagina edition edicion issue vol version oficial
        first second third fourth fifth revised printed printing primera segunda tercera cuarta quinta
        revisada impresion official conjunto joint public publico h am pm a m p s gmt utc hrs hours horas
        noon after publicacion inmediata para su difusion the
        """.split()
    )
)  # fmt: skip
_SEPARATOR = re.compile(r"\s?[|·•]\s?|\s(?://|[/–—-])\s|\s{3,}")
_NUMBERS = re.compile(
    r"(?<![\w./-])(?P<first>[0-3]?\d)([-/.])(?P<second>[0-3]?\d)\2(?:1[4-9]\d\d|20\d\d)(?![\w/-])(?!\.\d)"
)
# "Posted: 03/14/19": of the first two numbers one must be above 12, so that it is the day.
_SHORT_YEAR = re.compile(
    r"(?:posted|published|released|issued|date|publicad[oa]|fecha)\s?:\s?"
    r"(?P<date>(?P<first>[0-3]?\d)(?P<stroke>[/.])(?P<second>[0-3]?\d)(?P=stroke)(?P<year>[0-4]\d))(?![\w/.-])",
    re.IGNORECASE,
)
_WEEKDAY_BEFORE = re.compile(r"(?<!\w)(?P<day>[^\W\d_]{3,9})\.?,?\s$")
_WEEKDAY_BEHIND = re.compile(r",?\s\(?(?P<day>[^\W\d_]{3,9})(?!\w)")
_WEEKDAY_NUMBERS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon lunes lun",
            "tuesday tues tue martes mar",
            "wednesday wed miercoles mie",
            "thursday thurs thu jueves jue",
            "friday fri viernes vie",
            "saturday sat sabado sab",
            "sunday sun domingo dom",
        )
    )
    for name in names.split()
}
_OPENS = re.compile(r"\s?(?:\.-?|[–—-])\s(?=[A-ZÁÉÍÓÚÑ¿¡«“\"])")  # "3 de junio. La Dirección informa ..."
_BY = re.compile(r"^,?\s(?:by|por)\s.{1,60}$", re.IGNORECASE)  # "9 julio, 2018 por redacción"
_WORD = re.compile(r"[^\W\d_]+")
_SOURCE = re.compile(r"(?P<before>[^()\n]{0,60})\([^()\n]{3,70}?[,;:–—-]?\s(?:\w{3,9}\s)?")
_CLOSES_SOURCE = re.compile(r"\s?\)\s?[.:]?\s?(?:[-–—]|$)")
_LAST = 4  # passages


class _Candidate(NamedTuple):
    passage: Passage | None
    mention: DateMention
    confidence: float


def fill(document: Document) -> Document:
    """``document`` with the date that its letterhead, dateline or last lines print.

    A date that the page's data state stays, is made more exact where the text agrees with it, and is
    warned of where the text prints another.
    """
    if document.kind == "digest" or document.digest_of:
        return document
    stated = document.published
    formal = next(_formal(document), None)
    if stated is None:
        dated = _dated(document, formal or next(_best(_candidates(document)), None))
        return _warned(dated, _posted(document), formal) if formal else dated
    if stated.evidence.span is None:
        return _reconciled(document, stated, formal or next(_best(_prominent(document)), None))
    return document


def _best(candidates: Iterable[_Candidate]) -> Iterator[_Candidate]:
    """The first candidate with a year, else the first one."""
    listed = list(candidates)
    yield from [each for each in listed if each.mention.date.year] or listed


def _dated(document: Document, candidate: _Candidate | None) -> Document:
    if candidate is None:
        return document
    passage, mention, confidence = candidate
    printed = passage.text if passage else document.title
    date = _on_its_weekday(mention, printed) or _ordered(mention.date, document)
    found = evidence(passage, mention.start, mention.end, confidence, inferred=date != mention.date)
    noted = {**document.evidence, "published": found}
    return replace(document, published=replace(date, evidence=found), evidence=noted)


def _reconciled(document: Document, stated: PartialDate, candidate: _Candidate | None) -> Document:
    if candidate is None:
        return document
    printed = candidate.mention.date
    if _agree(stated, printed):
        return _dated(document, candidate) if _is_more_exact(printed, stated) else document
    known = document.evidence.get("published", stated.evidence).confidence
    if min(known, stated.evidence.confidence) < candidate.confidence:  # of the file, or when a page was made
        document = _dated(document, candidate)
    return _warned(document, stated, candidate)


def _warned(document: Document, stated: PartialDate | None, candidate: _Candidate) -> Document:
    """``document`` with a warning where a stated date is another than the candidate's."""
    printed = candidate.mention.date
    known = any(each.template == DATES_DISAGREE for each in document.warnings)
    if known or stated is None or _agree(stated, printed):
        return document
    told = {"stated": _shown(stated), "printed": printed.as_printed or printed.iso}
    return replace(document, warnings=(*document.warnings, Message(DATES_DISAGREE, told)))


def _formal(document: Document) -> Iterator[_Candidate]:
    """The whole dates of closing formulas: "Dado en San Salvador, a los 5 días del mes de junio de 2021"."""
    for dateline in datelines(document):
        if dateline.passage and dateline.date and None not in _parts(dateline.date.date):
            begin = dateline.passage.text.rfind("\n", 0, dateline.start) + 1
            if GIVEN.match(dateline.passage.text, begin):
                yield _Candidate(dateline.passage, dateline.date, _FORMAL)


def _posted(document: Document) -> PartialDate | None:
    """The date on which a line says that the page was published."""
    for candidate in _labelled(front(document, prose=3, most=10)):
        passage, mention, _ = candidate
        if passage and _POSTED.search(passage.text[max(0, mention.start - _BEFORE) : mention.start]):
            return mention.date
    return None


def _parts(date: PartialDate) -> tuple[int | None, int | None, int | None]:
    return date.year, date.month, date.day


def _agree(stated: PartialDate, printed: PartialDate) -> bool:
    pairs = zip(_parts(stated), _parts(printed), strict=True)
    return all(one == other for one, other in pairs if one is not None and other is not None)


def _is_more_exact(printed: PartialDate, stated: PartialDate) -> bool:
    known = [part is not None for part in _parts(stated)]
    return (
        all(part is not None for part, has in zip(_parts(printed), known, strict=True) if has)
        and None not in (_parts(printed)[: sum(known) + 1])
        and sum(known) < 3
    )


def _shown(date: PartialDate) -> str:
    return date.iso or date.as_printed or ""


def _ordered(date: PartialDate, document: Document) -> PartialDate:
    """A date such as 12/05/2017, read in the order that the other dates of the document show."""
    numbers = _NUMBERS.fullmatch(date.as_printed or "")
    if date.month is not None or numbers is None:
        return date
    shown = [(int(each["first"]), int(each["second"])) for each in _NUMBERS.finditer(document.text)]
    day_first = any(first > 12 >= second for first, second in shown)
    month_first = any(second > 12 >= first for first, second in shown)
    if day_first == month_first:
        return date
    day, month = (numbers["first"], numbers["second"]) if day_first else (numbers["second"], numbers["first"])
    return replace(date, day=int(day), month=int(month))


def _on_its_weekday(mention: DateMention, text: str) -> PartialDate | None:
    """A date such as 02/12/2021 in the order that the weekday beside it tells: "Jue, 02/12/2021"."""
    numbers = _NUMBERS.fullmatch(mention.date.as_printed or "")
    year = mention.date.year
    beside = (
        _WEEKDAY_BEFORE.search(text[max(0, mention.start - 14) : mention.start]),
        _WEEKDAY_BEHIND.match(text, mention.end),
    )
    told = {_WEEKDAY_NUMBERS.get(fold(each["day"])) for each in beside if each} - {None}
    if mention.date.month is not None or numbers is None or year is None:
        return None
    first, second = int(numbers["first"]), int(numbers["second"])
    fitting = [
        (day, month)
        for day, month in ((first, second), (second, first))
        if told == {weekday(year, month, day)}
    ]
    if len(fitting) != 1:
        return None
    return replace(mention.date, day=fitting[0][0], month=fitting[0][1])


def _prominent(document: Document) -> Iterator[_Candidate]:
    """The candidates sure enough to be held against the page's data: not those of the last lines."""
    addresses = {passage.address for passage in front(document)}
    for candidate in _candidates(document):
        if candidate.passage is None or candidate.passage.address in addresses:
            yield candidate


def _candidates(document: Document) -> Iterator[_Candidate]:
    first, last = front(document), back(document)
    # A lead or a note may stand above the line that a label opens: "Date: 26 April 2019".
    labelled = list(_labelled((*front(document, prose=3, most=10), *last)))
    yield from (candidate for candidate in labelled if candidate.confidence == _STATED)
    yield from _short_years(first)
    for dateline in datelines(document):
        if dateline.date:
            yield _Candidate(dateline.passage, dateline.date, 0.9)
    told = any(is_prose(passage.text) for passage in document.passages)
    if told:
        yield from _whole_lines(first)
    yield from _in_brackets(document, first)
    yield from _told(first)
    yield from _alone(first, 0.85)
    yield from _alone(last[:4], 0.75)
    yield from labelled
    if told:
        yield from _last_lines(last[:_LAST])
    yield from _of_a_meeting(document)
    yield from _year_lines(first)
    yield from _release_years(first)
    yield from _embargoes((*first, *last))


def _release_years(passages: Iterable[Passage]) -> Iterator[_Candidate]:
    """The year alone behind the words of a release: "For immediate release, Holy Week, 2021"."""
    for passage in passages:
        for start, line in lines(passage):
            year = _RELEASE_YEAR.fullmatch(line) if len(line) <= _LONGEST_LINE else None
            if year:
                date = PartialDate(year=int(year["year"]), as_printed=year["year"])
                yield _Candidate(passage, DateMention(date, *(start + at for at in year.span("year"))), 0.6)


def _embargoes(passages: Iterable[Passage]) -> Iterator[_Candidate]:
    """The date until which a release is held back: where it prints no other, it is published then."""
    for passage in passages:
        for start, line in lines(passage):
            if len(line) <= _LONGEST_LINE and _HELD.search(line):
                yield from (
                    _Candidate(passage, _moved(mention, start), 0.6) for mention in find_dates(line)[:1]
                )


def _short_years(passages: Iterable[Passage]) -> Iterator[_Candidate]:
    """The labelled dates in numbers whose year is printed with two digits: "Posted: 03/14/19"."""
    for passage in passages:
        for start, line in lines(passage):
            found = _SHORT_YEAR.match(line)
            if found is None:
                continue
            stroke = found["stroke"]
            date = parse_date(f"{found['first']}{stroke}{found['second']}{stroke}20{found['year']}")
            if date and date.day:
                date = replace(date, as_printed=found["date"])
                span = (start + at for at in found.span("date"))
                yield _Candidate(passage, DateMention(date, *span), _STATED)


def _labelled(passages: Iterable[Passage]) -> Iterator[_Candidate]:
    for passage in passages:
        for start, line, mention in _dated_lines(passage):
            label = _LABEL.search(line[max(0, mention.start - _BEFORE) : mention.start])
            if label:
                confidence = _UPDATED if _UPDATE.match(label[0]) else _STATED
                yield _Candidate(passage, _moved(mention, start), confidence)


def _told(passages: Iterable[Passage]) -> Iterator[_Candidate]:
    """The dates at the end of lines that tell of an adoption, perhaps with the body and the place."""
    for passage in passages:
        if is_prose(passage.text):
            continue
        for start, line, mention in _dated_lines(passage):
            if _TELLS.match(line) and not line[mention.end :].strip(" .)"):
                yield _Candidate(passage, _moved(mention, start), 0.85)


def _of_a_meeting(document: Document) -> Iterator[_Candidate]:
    """The date of a meeting in the title of its minutes."""
    if _RECORDS.match(document.title):
        for mention in find_dates(document.title)[-1:]:
            yield _Candidate(None, mention, 0.7)


def _year_lines(passages: Iterable[Passage]) -> Iterator[_Candidate]:
    """The years that are a line of their own: "2016", "First printed 2015"."""
    for passage in passages:
        for start, line in lines(passage):
            if found := _YEAR_LINE.fullmatch(line.strip()):
                at = start + line.index(found["year"])
                date = PartialDate(year=int(found["year"]), as_printed=found["year"])
                yield _Candidate(passage, DateMention(date, at, at + 4), 0.6)


def _whole_lines(passages: Iterable[Passage]) -> Iterator[_Candidate]:
    """The dates that are a line of their own or open the running text: "3 de junio. La Dirección informa"."""
    for passage in passages:
        for start, line, mention in _dated_lines(passage):
            opens = _OPENS.match(line, mention.end) and mention.start <= 2 and is_prose(passage.text)
            whole = line.strip(" .") == line[mention.start : mention.end].strip(" .")
            if opens or (whole and mention.date.day):
                yield _Candidate(passage, _moved(mention, start), 0.8)


def _in_brackets(document: Document, passages: Iterable[Passage]) -> Iterator[_Candidate]:
    """The dates in the brackets of who gives a text out: "Tenosique.- (Prensa municipal, 12 de julio)."."""
    placed = {dateline.passage.address for dateline in datelines(document) if dateline.passage}
    for passage in passages:
        for start, line in lines(passage):
            for mention in find_dates(line[:_LONGEST_LINE])[:1]:
                source = _SOURCE.fullmatch(line, 0, mention.start)
                place = source["before"].strip(" .,–—-").partition(",")[0] if source else None
                opens = not place or passage.address in placed or places.is_place(place)
                if source and opens and _CLOSES_SOURCE.match(line, mention.end):
                    yield _Candidate(passage, _moved(mention, start), 0.8)


def _last_lines(passages: Iterable[Passage]) -> Iterator[_Candidate]:
    """The dates without a year that are a line of their own among the last: "27 de marzo"."""
    for passage in passages:
        for start, line, mention in _dated_lines(passage):
            whole = line.strip(" .") == line[mention.start : mention.end].strip(" .")
            if whole and passage.kind == "paragraph" and mention.date.day:
                yield _Candidate(passage, _moved(mention, start), 0.6)


def _alone(passages: Iterable[Passage], confidence: float) -> Iterator[_Candidate]:
    """The dates of lines that hold letterhead words besides."""
    for passage in passages:
        for start, line, mention in _dated_lines(passage):
            if _stands_alone(line, mention):
                yield _Candidate(passage, _moved(mention, start), confidence)


def _dated_lines(passage: Passage) -> Iterator[tuple[int, str, DateMention]]:
    """The first dates of the lines short enough to be no running text, and a date that opens running text."""
    for start, line in lines(passage):
        if _EMBARGO.search(line[:_LONGEST_LINE]):
            continue
        if len(line) <= _LONGEST_LINE:
            for mention in find_dates(line)[:2]:
                yield start, line, mention
        else:
            for mention in find_dates(line[:_BEFORE])[:1]:
                if mention.start <= 2:
                    yield start, line, mention


def _stands_alone(line: str, mention: DateMention) -> bool:
    """Whether the line, or its piece between separators, holds a date and letterhead words only.

    A date without a year needs such words: "3 May" alone may be anything.
    """
    before = FEAST_BEFORE.sub("", _SEPARATOR.split(line[: mention.start])[-1])
    after = _BY.sub("", _SEPARATOR.split(line[mention.end :])[0])
    rest = list(map(fold, _WORD.findall(before + " " + after)))
    return _LETTERHEAD.issuperset(rest) and bool(rest or mention.date.year)


def _moved(mention: DateMention, by: int) -> DateMention:
    return DateMention(mention.date, mention.start + by, mention.end + by)
