"""The forms of lines that say when a document was given out: each finds the dates of its own.

A label ("Adopted", "Published:", "Fecha de publicación:"), a line that holds nothing but a date and
letterhead words ("Press release, 3 May 2017"), an edition, a year alone, until when a release is held back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from kb import places
from kb.extractors import directory, letterhead_years, spoken_days
from kb.extractors.date_orders import SHORT_WEEKDAYS
from kb.extractors.dateline_patterns import FEAST, FEAST_BEFORE, KIND_NOUNS, LETTERHEAD
from kb.extractors.datelines import datelines
from kb.extractors.front import is_prose, lines_of
from kb.extractors.official_names import NAMES_ITSELF
from kb.extractors.organisation_patterns import BODY_NOUN
from kb.records import Document, PartialDate, Passage
from kb.text.dates import WEEKDAYS, DateMention, find_dates, parse_date
from kb.text.folding import fold

_LABEL = re.compile(
    r"""(?:^|(?<=[.|•·;—–]\ )|(?<=\)\ ))
    (?: (?:date|day)\ (?:of\ )?(?:adoption|publication|issue|release|issued|published|posted|released|sent)
      | fecha(?:\ de\ (?:publicaci[oó]n|emisi[oó]n|aprobaci[oó]n|adopci[oó]n|expedici[oó]n
      |activaci[oó]n|elaboraci[oó]n|env[ií]o|difusi[oó]n))?
      | (?:(?:first|publicly)\ )?(?:published|posted|released|issued|adopted|sent|submitted|publicad[oa]
      |enviad[oa]|emitid[oa]|aprobad[oa]s?
      | adoptad[oa]s?|promulgad[oa])
      | (?:public\ )?(?:publication|release|issue|publish|start|air)\ date | publicaci[oó]n | date
      | dated | fechad[oa] | for\ planning\ purposes(?:\ only)?|as\ of|(?:con\ )?corte\ al?
      | (?:(?:press|news|media)\ (?:release|statement)|comunicado|bolet[ií]n)\ (?:dated|of|fechad[oa]|del?)
      | (?:actualizaci[oó]n|actualizad[oa](?:\ al?(?=\ ))?|(?:last\ )?(?:modified|reviewed|updated?))(?=\W) )
    (?:\ (?:in|en)\ [^\W\d_][^.;:\n]{1,40}?(?=,?\ (?:on|el)\ $))?
    (?:\ (?:by|por)\ [^\W\d_][^.;:\n]{1,40}?(?=,?\ (?:on|el)\ (?:\w{3,9},?\ )?$))?
    ,?(?:\ (?:on|at|by|el|en|online|in))?\s?[:.–—-]?\s?
    (?:(?:(?:at|a\ las)\ )?\d{1,2}[:.]\d\d(?:\ ?(?:[ap]\.?\ ?m\.?|h(?:rs?|oras)?\.?))?,?\ (?:[A-Z]{2,4},?\ )?
      (?:(?:on|el|del)\ )?)?
    (?:\w{3,9}[.,]{0,2}\ )?$""",
    re.IGNORECASE | re.VERBOSE,
)
# How a line begins that tells of an adoption and ends in its date: "Aprobadas por la Red, 3 de mayo de 2017".
_TELLS = re.compile(
    r"(?:adopted|approved|made|given|issued|signed|done|effective|in\sforce|valid"
    r"|aprobad[oa]s?|adoptad[oa]s?|dad[oa]s?|firmad[oa]s?|expedid[oa]s?|suscrit[oa]s?|publicad[oa]s?|emitid[oa]s?|vigentes?|en\svigor)\b",
    re.IGNORECASE,
)
_RECORDS = re.compile(r"(?:summary\s)?(?:minutes|record)\sof\b|(?:acta|minuta)\sde", re.IGNORECASE)
_UPDATE = re.compile(  # of use where nothing tells the first date
    r"actuali|last|update|modif|review", re.IGNORECASE
)
# The head of a mail says when it was sent, which may be before the day of the release in it.
_MAILED = re.compile(r"(?:sent|enviado)\s?:", re.IGNORECASE)
_EMBARGO = re.compile(
    r"embarg|not\sfor\s(?:publication|release|use)|not\sto\sbe|hold\s(?:for|until)|no\spublicar|©|\(c\)|copyright",
    re.I,
)
_HELD = re.compile(
    r"embarg|hold\s(?:for|until)|no\spublicar\santes|not\sfor\s(?:publication|release|use)\sbefore|for\suse\s(?:from|after)",
    re.IGNORECASE,
)
STATED, SENT, _UPDATED = 0.95, 0.85, 0.6  # confidence in a date that a label names
BEFORE = 60  # characters before a date in which its label stands
_LONGEST_LINE = 120
# What an edition of a guideline is called, directly before its date: "Consejo X. Segunda edición, octubre
# de 2020".
_EDITION = re.compile(
    r"""(?:^|(?<=[.|•·;:,—–(-]\ )|(?<=\())
    (?: (?:[^\W_]{1,10}\.?\ ){0,2}(?:edition|edici[oó]n|version|versi[oó]n|revision|revisi[oó]n
        |reprint|reimpresi[oó]n)
      | (?:\d{1,2}(?:st|nd|rd|th)\ |\d{1,2}[.ªa]{1,2}\ )ed\.
      | v\.?\ ?(?=\d) | rev\.?\ (?=\d) )
    (?:\ ?(?:n[oº°]\.?\ ?)?\d{1,3}(?:\.\d{1,3}){0,3}(?:\.?[ªº])?)?
    (?:\ (?:y\ |and\ )?(?:revisada|ampliada|corregida|actualizada|aumentada
      |revised|updated|enlarged|final)){0,2}
    (?:\ ?[,:(–—-]|\ (?:of|de|del))?\ ?$""",
    re.IGNORECASE | re.VERBOSE,
)
_SEPARATOR = re.compile(r"\s?[|·•★■◆►▪●]\s?|\s(?://|[/–—-])\s|\s{3,}")
# "Posted: 03/14/19", "3/14/19": of the first two numbers one must be above 12, so that it is the day.
_SHORT_YEAR = re.compile(
    r"(?:(?:posted|published|released|issued|date|publicad[oa]|fecha)\s?:\s?|(?=[\d/.]{6,8}$))"
    r"(?P<date>(?P<first>[0-3]?\d)(?P<stroke>[/.])(?P<second>[0-3]?\d)(?P=stroke)(?P<year>[0-4]\d))(?![\w/.-])",
    re.IGNORECASE,
)
_OPENS = re.compile(r"\s?(?:\.-?|[–—-])\s(?=[A-ZÁÉÍÓÚÑ¿¡«“\"])")  # "3 de junio. La Dirección informa ..."
_COLON = re.compile(r"\s?:\s(?=[A-ZÁÉÍÓÚÑ¿¡«“\"])")  # "June 20th, 2022: The Authority invites ..."
_DAY_OF_WEEK = re.compile(r"(?P<day>[^\W\d_]{3,9}),?\s(?:el\s)?")
# "9 julio, 2018 por redacción", "[10:42, 17/3/2020] Prensa Faro"
_BY = re.compile(r"^(?:,?\s(?:by|por)|\])\s.{1,60}$", re.IGNORECASE)
_BYLINE = re.compile(r"\W{0,3}(?:by|por)\s", re.IGNORECASE)
_TIME = re.compile(
    r"^,?\s(?:at\s|a\slas?\s)?\d{1,2}[:.h]?(?:\d\d)?\s?(?:[ap]\.?\s?m\.?|h(?:rs?|oras)?\.?)?(?:\s[A-Z]{2,4})?(?=\W|$)",
    re.I,
)
_TIME_OR_PLACE = re.compile(
    r"\W{0,3}(?:time|location|venue|where|hora|lugar|sede|d[oó]nde)\W{0,3}:", re.IGNORECASE
)
_BRACKETED = re.compile(r"^\s?\([^()\n]{2,60}\)")
_BESIDE_DATES = LETTERHEAD | SHORT_WEEKDAYS.keys()
_WORD = re.compile(r"[^\W\d_]+")
_SOURCE = re.compile(r"(?P<before>[^()\n]{0,60})\([^()\n]{3,70}?[,;:–—-]?\s(?:\w{3,9}\s)?")
_CLOSES_SOURCE = re.compile(r"\s?\)\s?[.:]?\s?(?:[-–—]|$)")
_TOWN_IN_LETTERS = re.compile(r"[A-ZÑ]{2,5},\s(?:(?:a|el)\s)?")  # "SPS, 8 de junio"


class Candidate(NamedTuple):
    """A date that a line prints, how surely it is that of the document, and where: None is the title."""

    passage: Passage | None
    mention: DateMention
    confidence: float
    inferred: bool = False  # whether a part of the date stands elsewhere


def behind_label(passages: Iterable[Passage]) -> Iterator[Candidate]:
    """The dates behind a label, or on the line below it."""
    above = ""
    for passage, start, line in lines_of(passages):
        for mention in _dates_of(line):
            before = line[max(0, mention.start - BEFORE) : mention.start]
            alone = parse_date(line) is not None and len(above) <= BEFORE
            if label := _LABEL.search(before) or (_LABEL.match(above) if alone else None):
                told = ((_UPDATE, _UPDATED), (_MAILED, SENT))
                confidence = next((sure for form, sure in told if form.match(label[0])), STATED)
                yield Candidate(passage, _moved(mention, start), confidence)
        above = line


def is_of_an_event(document: Document, labelled: Candidate) -> bool:
    """Whether the next line says at what time or where: a day to which the press is invited."""
    passage, mention = labelled.passage, labelled.mention
    if passage is None:
        return False
    behind = document.passages.index(passage) + 1
    following = next((each.text for each in document.passages[behind:]), "")
    rest = _BRACKETED.sub("", passage.text[mention.end :])  # "20 June 2018 (World Refugee Day)"
    return _TIME_OR_PLACE.match(rest.strip(" .\n") or following) is not None


def short_years(passages: Iterable[Passage]) -> Iterator[Candidate]:
    """The labelled dates in numbers whose year is printed with two digits: "Posted: 03/14/19".

    Of one whose day and month nothing tells apart ("Posted: 03/12/19") only the year.
    """
    for passage, start, line in lines_of(passages):
        found = _SHORT_YEAR.match(line)
        if found is None:
            continue
        stroke = found["stroke"]
        date = parse_date(f"{found['first']}{stroke}{found['second']}{stroke}20{found['year']}")
        if date and (date.day or found.start("date") > found.start()):
            date = replace(date, as_printed=found["date"])
            span = (start + at for at in found.span("date"))
            yield Candidate(passage, DateMention(date, *span), STATED)


def whole_lines(passages: Iterable[Passage]) -> Iterator[Candidate]:
    """The dates that are a line of their own or open the running text: "3 de junio. La Dirección informa"."""
    for passage, start, line, mention in _dated_lines(passages):
        marks = (_OPENS, _COLON) if mention.date.is_whole else (_OPENS,)
        marked = any(mark.match(line, mention.end) for mark in marks)
        opens = marked and _opens_with(line, mention) and is_prose(passage.text)
        if opens or _is_day_alone(line, mention):
            yield Candidate(passage, _moved(mention, start), 0.8)


def last_lines(passages: Iterable[Passage]) -> Iterator[Candidate]:
    """The dates without a year that are a line among the last: "27 de marzo", "SPS, 3 de mayo"."""
    for passage, start, line, mention in _dated_lines(passages):
        town = _TOWN_IN_LETTERS.match(line)
        begin = town.end() if town else 0
        moved = DateMention(mention.date, mention.start - begin, mention.end - begin)
        if passage.kind == "paragraph" and _is_day_alone(line[begin:], moved):
            yield Candidate(passage, _moved(mention, start), 0.6)


def _is_day_alone(line: str, mention: DateMention) -> bool:
    """Whether a line holds nothing but a date with its day."""
    whole = line.strip(" .") == line[mention.start : mention.end].strip(" .")
    return whole and mention.date.day is not None


def in_brackets(document: Document, passages: Iterable[Passage]) -> Iterator[Candidate]:
    """The dates in the brackets of who gives a text out: "Tenosique.- (Prensa municipal, 12 de julio)."."""
    placed = {dateline.passage.address for dateline in datelines(document) if dateline.passage}
    for passage, start, line in lines_of(passages):
        for mention in find_dates(line[:_LONGEST_LINE])[:1]:
            source = _SOURCE.fullmatch(line, 0, mention.start)
            place = source["before"].strip(" .,–—-").partition(",")[0] if source else None
            opens = not place or passage.address in placed or places.is_place(place)
            if source and opens and _CLOSES_SOURCE.match(line, mention.end):
                yield Candidate(passage, _moved(mention, start), 0.8)


def telling(passages: Iterable[Passage]) -> Iterator[Candidate]:
    """The dates at the end of lines that tell of an adoption, perhaps with the body and the place."""
    for passage, start, line, mention in _dated_lines(passages):
        ends = not line[mention.end :].strip(" .)")
        if ends and _TELLS.match(line) and not is_prose(passage.text):
            yield Candidate(passage, _moved(mention, start), 0.85)


def spoken(passages: Iterable[Passage]) -> Iterator[Candidate]:
    """The days on which running text says that it speaks: "Hoy, 5 de septiembre, empezó ..."."""
    yield from (Candidate(passage, mention, 0.6) for passage, mention in spoken_days.days(passages))


def of_editions(passages: Iterable[Passage]) -> Iterator[Candidate]:
    """The dates that end a line or a sentence, of an edition: "Versión 2.0 – marzo de 2019"."""
    for passage, start, line, mention in _dated_lines(passages):
        ends = line[mention.end :].lstrip(" )")[:1] in ("", ".", ",", ";", "|", "·", "•")
        if ends and not is_prose(passage.text) and _EDITION.search(line[: mention.start][-BEFORE:]):
            yield Candidate(passage, _moved(mention, start), 0.85)


def with_letterhead(passages: Iterable[Passage], confidence: float) -> Iterator[Candidate]:
    """The dates of lines that hold letterhead words besides."""
    for passage, start, line, mention in _dated_lines(passages):
        if _stands_alone(line, mention):
            yield Candidate(passage, _moved(mention, start), confidence)


def _stands_alone(line: str, mention: DateMention) -> bool:
    """Whether the line, or its piece between separators, holds a date and letterhead words only.

    A date without a year needs such words, an hour or a writer: "3 May" alone may be anything.
    """
    before = FEAST_BEFORE.sub("", _SEPARATOR.split(line[: mention.start])[-1])
    behind = _TIME.sub("", line[mention.end :], count=1)
    timed = behind != line[mention.end :]
    after = "" if FEAST.match(behind) else _BY.sub("", _SEPARATOR.split(behind)[0])
    rest = list(map(fold, _WORD.findall(_without_body(before) + " " + after)))
    lettered = rest or mention.date.year or timed or _BYLINE.match(line)
    known = _BESIDE_DATES.issuperset(rest) or _names_kind(line, mention)
    return known and bool(lettered)


def _names_kind(line: str, mention: DateMention) -> bool:
    """Whether a line begins with a kind of text and ends with its date: "Circular to all - 3 May 2021"."""
    words = _WORD.findall(line[: mention.start])
    parted = line[: mention.start].rstrip().endswith(("-", "–", "—", "|", "·", "•", "("))
    ends = not line[mention.end :].strip(" .)")
    return bool(words) and fold(words[0]) in KIND_NOUNS and parted and ends


def _without_body(before: str) -> str:
    """What stands before a date without the body whose text it dates: "The Faro Foundation, 3 June 2024"."""
    name = before.strip(" ,:*_")
    if NAMES_ITSELF.fullmatch(name) and BODY_NOUN.search(name):
        return ""
    first, _, rest = name.partition(" ")
    return rest if directory.knows_acronym(first) else before


def of_a_meeting(document: Document) -> Iterator[Candidate]:
    """The date of a meeting in the title of its minutes."""
    if _RECORDS.match(document.title):
        for mention in find_dates(document.title)[-1:]:
            yield Candidate(None, mention, 0.7)


def of_years(passages: Iterable[Passage]) -> Iterator[Candidate]:
    """The years that lines print without a day: "2016", "First printed 2015", "Newsletter, Winter 2017"."""
    for passage, at, printed in letterhead_years.alone(passages):
        date = PartialDate(year=int(printed), as_printed=printed)
        yield Candidate(passage, DateMention(date, at, at + len(printed)), 0.6)


def embargoes(passages: Iterable[Passage]) -> Iterator[Candidate]:
    """The date until which a release is held back: where it prints no other, it is published then."""
    for passage, start, line in lines_of(passages):
        if len(line) <= _LONGEST_LINE and _HELD.search(line):
            for mention in find_dates(line)[:1]:
                yield Candidate(passage, _moved(mention, start), 0.6)


# Lines with their dates ----------------------------------------------------------------------


def _dated_lines(passages: Iterable[Passage]) -> Iterator[tuple[Passage, int, str, DateMention]]:
    """The first dates of the lines short enough to be no running text, and a date that opens running text."""
    for passage, start, line in lines_of(passages):
        for mention in _dates_of(line):
            yield passage, start, line, mention


@lru_cache(maxsize=1024)
def _dates_of(line: str) -> tuple[DateMention, ...]:
    if _EMBARGO.search(line[:_LONGEST_LINE]):
        return ()
    if len(line) <= _LONGEST_LINE:
        return tuple(find_dates(line)[:2])
    return tuple(mention for mention in find_dates(line[:BEFORE])[:1] if _opens_with(line, mention))


def _opens_with(line: str, mention: DateMention) -> bool:
    """Whether a line opens with a date, its weekday perhaps before it."""
    weekday = _DAY_OF_WEEK.match(line)
    return mention.start <= (weekday.end() if weekday and fold(weekday["day"]) in WEEKDAYS else 2)


def _moved(mention: DateMention, by: int) -> DateMention:
    return DateMention(mention.date, mention.start + by, mention.end + by)
