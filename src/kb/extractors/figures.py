"""Figures: "over 68,000 unaccompanied children" in 2014, with what is counted, whom and when.

Every number of a passage that counts something is a figure; `figure_exclusions` says which do not,
`figure_units` what is counted and `figure_years` for which year. A sentence that goes on ("But in
2016, it again rose to over 59,000") takes from the one before what it leaves unsaid. Tables are read
by `tables`. Titles and headings repeat the text: they count only where nothing else has the number.

What must stay true: a year is printed for its figure, never that of the document; the same quantity
of the same year stands once.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from kb.extractors import figure_years
from kb.extractors.evidence import evidence
from kb.extractors.figure_exclusions import counting, masks
from kb.extractors.figure_units import (
    Unit,
    after_scale,
    head,
    is_measure,
    is_money,
    is_people,
    is_share,
    is_time,
    noun_phrase,
    unit_behind,
)
from kb.extractors.figure_years import LEADS, SAME_YEAR, YearMention, find_years
from kb.extractors.tables import cells, is_caption
from kb.records import Document, Figure, Passage
from kb.text.dates import find_dates
from kb.text.numbers import NumberMention, find_numbers
from kb.text.sentences import sentences

_LONGEST_QUALIFIER = 40  # characters, with the currency behind it
_MOST_EARLIER = 8
_MOST = 1000  # numbers read in a passage: one with more is no text that anybody reads
_LONGEST = 50_000  # characters read of a passage: what is longer is no prose
_QUALIFIERS = (
    "(?:just |well |slightly |a little |muy |un poco |poco |algo )?"
    "(?:over|more than|less than|fewer than|nearly|almost|about|around|at least|up to|as many as|some"
    "|an estimated|estimated"
    "|approximately|roughly|close to|under|below|above|at most|no more than|no fewer than|no less than"
    "|not more than|not less than"
    "|as few as|upwards of|only"
    "|m[aá]s del?|menos del?|cerca del?|casi(?: el)?|al menos|por lo menos|alrededor del?|unos|unas"
    "|hasta|aproximadamente|en torno al?"
    "|no menos de|no m[aá]s de|no menor al?|no mayor al?|cuando menos|como m[ií]nimo|como m[aá]ximo"
    "|a lo sumo|apenas|solo|s[oó]lo|solamente"
    "|un m[ií]nimo de|un m[aá]ximo de)"
)
_CURRENCY = (
    r"(?:(?<![\w.])(?:US|BZ|MX|CAN|C|HK|A|NZ)?\$|[€£₡]|(?<!\w)(?:USD|EUR|MXN|GTQ|HNL|CRC|NIO|BZD|PAB)"
    r"|(?<!\w)(?-i:[QL]\.?|B/\.?))"
)
_BEFORE = re.compile(
    rf"(?:(?<!\w)(?P<qualifier>{_QUALIFIERS.replace(' ', chr(92) + 's')})(?:\s(?:los|las|the|a|un"
    rf"|una))?\s)?(?P<currency>{_CURRENCY}\s?)?$",
    re.IGNORECASE,
)
_UP = (
    r"(?:increas|rose|risen|rise|rising|grew|grow|growth|up|climb|jump|surg|higher|more|aument|increment"
    r"|crec|subi|subió|mayor|m[aá]s|alza)"
)
_DOWN = (
    r"(?:decreas|declin|drop|fell|fall|down|reduc|lower|fewer|less|shrank|dismin|descen|baj|cay|caíd"
    r"|menor|menos|merma)"
)
_CHANGED_BY = r"\w{0,8}\s(?:(?:by|of|de|del|en|un|una|el)\s){1,2}$"
_TRENDS = (
    ("up", re.compile(rf"\b{_UP}{_CHANGED_BY}|\bup\s$", re.IGNORECASE)),
    ("down", re.compile(rf"\b{_DOWN}{_CHANGED_BY}|\bdown\s$", re.IGNORECASE)),
)
_TRENDS_AFTER = (
    ("up", re.compile(rf"\W{{1,3}}{_UP}\w*(?!\s(?:de\s)?\d)", re.IGNORECASE)),
    ("down", re.compile(rf"\W{{1,3}}{_DOWN}\w*", re.IGNORECASE)),
)
_OF_NUMBER = re.compile(r"\s(?:out\s)?(?:of|de)\s(?:the\s|los\s|las\s)?$", re.IGNORECASE)
_TO_NUMBER = re.compile(r"\s?(?:-|–|—|\bto\b|\band\b|\bor\b|\ba\b|\by\b|\bo\b|\bu\b|/)\s?", re.IGNORECASE)
_WHOSE = re.compile(
    r"\b(?:number|total|n[uú]mero|cantidad|cifra|arrivals?|llegadas?)\s(?:of|de)(?=\s)", re.IGNORECASE
)
_OF_WHOM = re.compile(
    r"\s(?:of|de|among|entre)(?:\s(?:all|the|these|those|todos|todas|los|las|estos|estas)){0,3}(?=\s)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"""["“«]?(?:of\s(?:these|those|them|that|the)|they|among\s(?:these|those|them)|most|the\s(?:number|figure|total|rest|others|remaining)
    |this\s(?:figure|number)|that\s(?:figure|number)|another|the\sremaining|in\saddition|each(?!\syear|\smonth)|none|half|in\s\d+|in\s(?:two|three|four|five|six|seven|eight|nine|ten)\b|almost|nearly
    |about|more\sthan|over
    |de\s(?:ell[oa]s|est[oa]s|es[oa]s|l[oa]s\scuales)|del\stotal|entre\sell[oa]s|otr[oa]s|el\sresto
    |la\smayor[íi]a|est[ae]\scifra|adem[áa]s
    |much[oa]s|cada\sun[oa]|ningun[oa]|la\smitad|un[oa]s|casi|m[áa]s\sde|cerca\sde|dos\sde|tres\sde)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_SHARE_OPENS = re.compile(
    r"(?:(?:el|un|the|some|about|around|nearly|almost|over|casi|alrededor\sdel?|cerca\sdel?|m[aá]s\sdel?"
    r"|unos)\s){0,3}"
    r"[\d.,]{1,8}\s?(?:%|per\s?cent|por\sciento)",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\b(?:of\s(?:them|these|those)|de\s(?:ell[oa]s|est[oa]s|es[oa]s))\b", re.IGNORECASE)
_WITHOUT_UNIT = 0.7
_WITH_UNIT = 0.9  # confidence in a figure that has its noun beside it
# In texts of law a number without a noun is a stray reference or footnote mark.
_NORMATIVE = frozenset(("treaty", "law", "general-comment", "judgment", "guideline"))
_MILLIONS = re.compile(r"(?:million|mill[oó]n|millones)$", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_ROUND = 50  # 200 files and 200 beds are two figures; 5,286 files and 5,286 children are one
_LARGE = 13  # "the two countries" are not the two girls of before; "the 150" are
_REPEATS = re.compile(r"\b(?:the|these|those|los|las|est[oa]s|es[oa]s|dich[oa]s)\s$", re.IGNORECASE)
_NARROWED = re.compile(r"\s(?:que|who|that|in|en|from|of|de)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Number:
    """A counting number with the words around it, before it is known what it leaves unsaid."""

    value: int | float
    begin: int  # of the number alone
    stop: int
    start: int  # with its qualifier and currency
    end: int  # with its unit
    qualifier: str | None
    unit: Unit | None

    @property
    def is_share(self) -> bool:
        """Whether it is per cent."""
        return self.unit is not None and is_share(self.unit.words)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with its numbers and years; positions are those of the text of its passage."""

    passage: Passage | None  # None: the title
    text: str
    language: str
    start: int
    end: int
    numbers: list[_Number] = field(default_factory=list)
    years: list[YearMention] = field(default_factory=list)


@dataclass(slots=True)
class _Told:
    """What the sentences before have said, for those that go on."""

    unit: str | None = None
    population: str | None = None
    year: int | None = None  # of the figures of the sentence before
    mentioned: int | None = None  # the last year that it names
    lead: int | None = None  # of the line that introduces a list
    said: set[tuple[int | float, str]] = field(default_factory=set)  # values and what they count

    def new_passage(self, *, item: bool) -> None:
        """Forget what only the sentences of one passage carry on; an item keeps the year of its list."""
        self.unit = self.population = self.year = self.mentioned = None
        if not item:
            self.lead = None


def fill(document: Document) -> Document:
    """``document`` with the figures that its passages, and then its headings and title, give."""
    if document.figures:
        return document
    language = document.language
    found = _once(_of_passages(document), language)
    titles = [(each, each.text, each.language) for each in document.passages if each.kind == "heading"]
    for passage, text, spoken in [*titles, (None, document.title, language)]:
        found += _unsaid(_of_prose(passage, text, spoken, _Told()), found, language)
    return replace(document, figures=tuple(found))


def _of_passages(document: Document) -> Iterator[Figure]:
    told = _Told()
    least = _WITH_UNIT if document.kind in _NORMATIVE else 0.0
    for index, passage in enumerate(document.passages):
        if passage.kind == "table":
            yield from _of_table(document, index)
        elif passage.kind not in ("heading", "footnote"):
            figures = _of_prose(passage, passage.text, passage.language, told)
            yield from (figure for figure in figures if figure.evidence.confidence >= least)


def _unsaid(figures: Iterable[Figure], said: Sequence[Figure], language: str) -> Iterator[Figure]:
    """The figures of a title that the text does not say, perhaps of people by another name."""
    known = {(figure.value, _kind(figure.unit, language)) for figure in said}
    values = {figure.value for figure in said}
    for figure in figures:
        named = figure.unit is not None and (figure.value, _kind(figure.unit, language)) not in known
        if named or figure.value not in values:
            yield figure


def _kind(unit: str | None, language: str) -> str:
    """What a unit counts, people by whatever name being the same."""
    return "people" if is_people(unit) else head(unit, language)


def _once(figures: Iterable[Figure], language: str) -> list[Figure]:
    """Each quantity of a year once: the first, whatever adjectives its unit has.

    A large number that is not round is the same by whatever noun; a large number that is given once with
    its year and once without is the same.
    """
    kept: dict[tuple[object, int | None, str], Figure] = {}
    for figure in figures:
        exact = figure.value >= _LARGE and figure.value % _ROUND
        noun = _measure(figure.unit) if exact else head(figure.unit, language)
        kept.setdefault((figure.value, figure.year, noun), figure)
    dated = {(value, noun) for value, year, noun in kept if year}
    return [
        figure
        for (value, year, noun), figure in kept.items()
        if year or figure.value < _LARGE or (value, noun) not in dated
    ]


def _measure(unit: str | None) -> str:
    """What of a unit tells equal numbers apart: per cent, money and time from each other and from things."""
    tests = {"share": is_share, "money": is_money, "time": is_time}
    return next((name for name, test in tests.items() if test(unit)), "")


def _of_table(document: Document, index: int) -> Iterator[Figure]:
    passage = document.passages[index]
    near = document.passages[max(0, index - 1) : index] + document.passages[index + 1 : index + 2]
    caption = next((each.text for each in near if is_caption(each)), "")
    for cell in cells(passage.text[:_LONGEST], caption, " ".join(passage.heading[-1:]), passage.language):
        yield Figure(
            value=cell.value,
            unit=cell.unit,
            population=cell.unit if is_people(cell.unit) else cell.population,
            year=cell.year,
            as_printed=passage.text[cell.start : cell.end],
            evidence=evidence(passage, cell.start, cell.end, 0.8),
        )


# -- Prose ------------------------------------------------------------------------------------


def _of_prose(passage: Passage | None, text: str, language: str, told: _Told) -> Iterator[Figure]:
    """The figures of one passage, sentence by sentence; ``told`` learns what they say."""
    told.new_passage(item=passage is not None and passage.kind == "item")
    text = text[:_LONGEST]
    numbers = list(islice(find_numbers(text, language), _MOST))
    if not _LETTER.search(text) or all(number.value == 1 for number in numbers):
        return
    dates = find_dates(text)
    years = find_years(text, dates)
    counted = counting(text, language, numbers, masks(text, dates))
    read = [_read(text, number, language) for number in counted]
    for sentence in _sentences(passage, text, language, [each for each in read if each], years):
        if sentence.numbers:
            yield from _of_sentence(_with_same_year(sentence, told), told)
        else:
            told.year = None
        told.mentioned = sentence.years[-1].year if sentence.years else told.mentioned
    if text.rstrip().endswith(":"):
        leading = {mention.year for mention in years if not mention.event}
        told.lead = leading.pop() if len(leading) == 1 else None


def _sentences(
    passage: Passage | None,
    text: str,
    language: str,
    numbers: Sequence[_Number],
    years: Sequence[YearMention],
) -> list[_Sentence]:
    """The sentences of a text, each with its own counting numbers and years."""
    found = [_Sentence(passage, text, language, start, end) for start, end in sentences(text)]
    starts = [sentence.start for sentence in found]
    for number in numbers:
        found[bisect_right(starts, number.begin) - 1].numbers.append(number)
    for year in years:
        found[bisect_right(starts, year.start) - 1].years.append(year)
    return found


def _read(text: str, number: NumberMention, language: str) -> _Number | None:
    """A number with its qualifier and unit; None for one thing, and for nothing."""
    before = _BEFORE.search(text, max(0, number.start - _LONGEST_QUALIFIER), number.start)
    qualifier = before["qualifier"] if before else None
    start = before.start() if before and before[0].strip() else number.start
    unit = unit_behind(text, after_scale(text, number.end), language)
    scaled = text[max(number.start, number.end - 3) : number.end].lower()
    if unit is None and scaled in {"mdp", "mdd"}:
        unit = Unit(scaled, number.end - 3, number.end)
    if before and before["currency"] and not (unit and is_money(unit.words)):
        currency = before["currency"].strip()
        unit = Unit(currency, before.start("currency"), before.start("currency") + len(currency))
    measured = unit is not None and (is_money(unit.words) or is_share(unit.words))
    if number.value <= 1 and not measured:
        return None
    return _Number(
        value=number.value,
        begin=number.start,
        stop=number.end,
        start=start,
        end=max(number.end, unit.end if unit else 0),
        qualifier=" ".join(qualifier.lower().split()) if qualifier else None,
        unit=unit,
    )


def _with_same_year(sentence: _Sentence, told: _Told) -> _Sentence:
    """The sentence with "that year" read as the year told before."""
    same = told.year or told.mentioned
    years = [
        year._replace(year=same) if SAME_YEAR.fullmatch(sentence.text, year.start, year.end) else year
        for year in sentence.years
    ]
    return replace(sentence, years=years)


def _of_sentence(sentence: _Sentence, told: _Told) -> Iterator[Figure]:
    """The figures of one sentence, each with its unit, people and year."""
    given = figure_years.assign(
        figure_years.Sentence(
            sentence.text,
            sentence.start,
            [(number.start, number.end) for number in sentence.numbers],
            [number.is_share for number in sentence.numbers],
            sentence.years,
        )
    )
    carried = _carried(sentence, told)
    years: list[int | None] = []
    for index, mention in enumerate(given):
        unit, confidence = _unit_of(sentence, index, told)
        elliptic = confidence == _WITHOUT_UNIT and unit == told.unit and not sentence.years
        year = mention.year if mention else carried or (told.year if elliptic else None)
        if mention or not _is_repeated(sentence, index, unit, told):
            years.append(year)
            yield _figure(sentence, sentence.numbers[index], unit, year, confidence, told)
    leading = [
        year.year for year in sentence.years if year.start - sentence.start <= LEADS and not year.event
    ]
    told.year = leading[0] if leading and leading[0] in years else next(iter(years), None)
    if len({year.year for year in sentence.years if year.year and not year.event}) > 1:
        told.year = None


def _figure(
    sentence: _Sentence, number: _Number, unit: str | None, year: int | None, confidence: float, told: _Told
) -> Figure:
    """The figure of a number; ``told`` learns what it counts."""
    population = _population(sentence, number, unit, told)
    if unit and not (is_share(unit) or is_measure(unit)):
        told.unit, told.population = unit, population
    kind = _kind(unit, sentence.language) if number.unit else ""
    told.said |= {(number.value, kind), (number.value, "")}
    return Figure(
        value=number.value,
        unit=unit,
        population=population,
        year=year,
        qualifier=number.qualifier,
        trend=_trend(sentence.text, number),
        as_printed=sentence.text[number.start : number.end],
        evidence=evidence(sentence.passage, number.start, number.end, confidence),
    )


def _is_repeated(sentence: _Sentence, index: int, unit: str | None, told: _Told) -> bool:
    """Whether "the 150 participants" are the 150 adolescents of before, or "the two" are anybody."""
    number = sentence.numbers[index]
    if not _REPEATS.search(sentence.text, max(0, number.start - 8), number.start):
        return False
    if number.value >= _LARGE:
        kind = _kind(unit, sentence.language) if number.unit else ""
        return (number.value, kind) in told.said
    return number.unit is None and not _NARROWED.match(sentence.text, number.stop)


def _carried(sentence: _Sentence, told: _Told) -> int | None:
    """The year that a sentence without one takes from the text before it."""
    if sentence.years:
        return None
    if told.lead is not None:
        return told.lead
    words = sentence.text[sentence.start : sentence.end]
    goes_on = _GOES_ON.match(words) or _SHARE_OPENS.match(words) or _OF_THEM.search(words[:LEADS])
    return told.year if goes_on else None


def _unit_of(sentence: _Sentence, index: int, told: _Told) -> tuple[str | None, float]:
    """What a number counts, and how sure that is.

    The noun beside it; else that of the range it begins, of its subject, of the text before.
    """
    number = sentence.numbers[index]
    beside = number.unit.words if number.unit else _of_range(sentence, index)
    if beside:
        return beside, _WITH_UNIT
    return _of_subject(sentence, number) or _of_earlier(sentence, index) or told.unit, _WITHOUT_UNIT


def _of_range(sentence: _Sentence, index: int) -> str | None:
    """The unit that "30" shares in "30 to 40 children" and in "30 of 40 children"."""
    stop = sentence.numbers[index].stop
    for after in sentence.numbers[index + 1 : index + 3]:
        between = sentence.text[stop : after.start]
        if not (_TO_NUMBER.fullmatch(between) or _OF_NUMBER.fullmatch(between)):
            return None
        if after.unit:
            return after.unit.words
        stop = after.stop
    return None


def _of_subject(sentence: _Sentence, number: _Number) -> str | None:
    """The noun of "the number of children dropped to 40,000"."""
    subjects = list(_WHOSE.finditer(sentence.text, max(sentence.start, number.start - 200), number.start))
    noun = (
        noun_phrase(sentence.text, subjects[-1].end(), sentence.language, number.start) if subjects else None
    )
    return noun.words if noun else None


def _of_earlier(sentence: _Sentence, index: int) -> str | None:
    """The unit of the number before in the sentence; money for millions, no measure for others."""
    number = sentence.numbers[index]
    millions = _MILLIONS.search(sentence.text, max(0, number.stop - 9), number.stop) is not None
    units = [
        each.unit.words
        for each in sentence.numbers[max(0, index - _MOST_EARLIER) : index]
        if each.unit
        and (is_money(each.unit.words) if millions else not (each.is_share or is_time(each.unit.words)))
    ]
    return units[-1] if units else None


def _population(sentence: _Sentence, number: _Number, unit: str | None, told: _Told) -> str | None:
    if is_people(unit):
        return unit
    if not is_share(unit):
        return told.population if unit is not None and unit == told.unit else None
    of_whom = _OF_WHOM.match(sentence.text, number.end)
    whom = noun_phrase(sentence.text, of_whom.end(), sentence.language) if of_whom else None
    if whom:
        return whom.words if is_people(whom.words) else None
    return told.population


def _trend(text: str, number: _Number) -> str | None:
    """Whether the sentence says that it is a rise or a fall by this amount."""
    before = text[max(0, number.start - 40) : number.start]
    for trend, pattern in _TRENDS:
        if pattern.search(before):
            return trend
    if not number.is_share:
        return None
    return next((trend for trend, pattern in _TRENDS_AFTER if pattern.match(text, number.end)), None)
