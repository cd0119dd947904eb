"""What a figure leaves unsaid and takes from its sentence or from those before it.

"Of these, 40 per cent were girls" takes the people and the year of the sentence before, "30" in "30 to
40 children" the noun of the range, "the 150 participants" repeats a figure that was told. The noun
beside a number comes first, then that of the range it begins, of its subject ("the number of children
dropped to 40,000"), of the number before, of the text before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from kb.extractors.figure_units import is_measure, is_money, is_people, is_share, is_time, kind, noun_phrase
from kb.extractors.figure_years import LEADS, SAME_YEAR, YearMention
from kb.extractors.quantities import Quantity
from kb.records import Passage

WITHOUT_UNIT = 0.7  # confidence in a figure whose noun stands elsewhere
WITH_UNIT = 0.9  # ... and in one that has its noun beside it
LARGE = 13  # "the two countries" are not the two girls of before; "the 150" are
_MOST_EARLIER = 8  # numbers of a sentence looked back at
_MOST_OF_RANGE = 2  # numbers behind the first of a range
_LONGEST_SUBJECT = 200  # characters between "the number of children" and the number
_OF_NUMBER = re.compile(r"\s(?:out\s)?(?:of|de)\s(?:the\s|los\s|las\s)?$", re.IGNORECASE)
_TO_NUMBER = re.compile(r"\s?(?:-|–|—|\bto\b|\band\b|\bor\b|\ba\b|\by\b|\bo\b|\bu\b|/)\s?", re.IGNORECASE)
_WHOSE = re.compile(
    r"\b(?:numbers?|total|n[uú]mero|cantidad|cifra|arrivals?|llegadas?)\s(?:of|de)(?=\s)", re.IGNORECASE
)
_LINK = re.compile(r"\s[OoDd][FfEe]\s")  # stands in each of these, and costs less to look for
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
_MILLIONS = re.compile(r"(?:million|mill[oó]n|millones)$", re.IGNORECASE)
_REPEATS = re.compile(r"\b(?:the|these|those|los|las|est[oa]s|es[oa]s|dich[oa]s)\s$", re.IGNORECASE)
_NARROWED = re.compile(r"\s(?:que|who|that|in|en|from|of|de)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its quantities and years; positions are those of the text of its passage."""

    passage: Passage | None  # None: the title
    text: str
    language: str
    start: int
    end: int
    quantities: list[Quantity] = field(default_factory=list)
    years: list[YearMention] = field(default_factory=list)


@dataclass(slots=True)
class Told:
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

    def learn(self, quantity: Quantity, unit: str | None, population: str | None, language: str) -> None:
        """Keep in mind what a figure counts."""
        if unit and not (is_share(unit) or is_measure(unit)):
            self.unit, self.population = unit, population
        counted = kind(unit, language) if quantity.unit else ""
        self.said |= {(quantity.value, counted), (quantity.value, "")}


# -- Years ------------------------------------------------------------------------------------


def with_same_year(sentence: Sentence, told: Told) -> Sentence:
    """The sentence with "that year" read as the year told before."""
    same = told.year or told.mentioned
    years = [
        year._replace(year=same) if SAME_YEAR.fullmatch(sentence.text, year.start, year.end) else year
        for year in sentence.years
    ]
    return replace(sentence, years=years)


def carried_year(sentence: Sentence, told: Told) -> int | None:
    """The year that a sentence without one takes from the text before it."""
    if sentence.years:
        return None
    if told.lead is not None:
        return told.lead
    words = sentence.text[sentence.start : sentence.end]
    goes_on = _GOES_ON.match(words) or _SHARE_OPENS.match(words) or _OF_THEM.search(words[:LEADS])
    return told.year if goes_on else None


# -- What is counted --------------------------------------------------------------------------


def unit_of(sentence: Sentence, index: int, told: Told) -> tuple[str | None, float]:
    """What a number counts, and how sure that is.

    The noun beside it; else that of the range it begins, of its subject, of the text before.
    """
    quantity = sentence.quantities[index]
    beside = quantity.unit.words if quantity.unit else _of_range(sentence, index)
    if beside:
        return beside, WITH_UNIT
    return _of_subject(sentence, quantity) or _of_earlier(sentence, index) or told.unit, WITHOUT_UNIT


def _of_range(sentence: Sentence, index: int) -> str | None:
    """The unit that "30" shares in "30 to 40 children" and in "30 of 40 children"."""
    stop = sentence.quantities[index].stop
    for after in sentence.quantities[index + 1 : index + 1 + _MOST_OF_RANGE]:
        between = sentence.text[stop : after.start]
        if not (_TO_NUMBER.fullmatch(between) or _OF_NUMBER.fullmatch(between)):
            return None
        if after.unit:
            return after.unit.words
        stop = after.stop
    return None


def _of_subject(sentence: Sentence, quantity: Quantity) -> str | None:
    """The noun of "the number of children dropped to 40,000"."""
    floor = max(sentence.start, quantity.start - _LONGEST_SUBJECT)
    if not _LINK.search(sentence.text, floor, quantity.start):
        return None
    subjects = list(_WHOSE.finditer(sentence.text, floor, quantity.start))
    if not subjects:
        return None
    noun = noun_phrase(sentence.text, subjects[-1].end(), sentence.language, quantity.start)
    return noun.words if noun else None


def _of_earlier(sentence: Sentence, index: int) -> str | None:
    """The unit of the number before in the sentence; money for millions, no measure for others."""
    quantity = sentence.quantities[index]
    millions = _MILLIONS.search(sentence.text, max(0, quantity.stop - 9), quantity.stop) is not None
    for each in reversed(sentence.quantities[max(0, index - _MOST_EARLIER) : index]):
        fits = each.unit and (
            is_money(each.unit.words) if millions else not (each.is_share or is_time(each.unit.words))
        )
        if each.unit and fits:
            return each.unit.words
    return None


def population_of(sentence: Sentence, quantity: Quantity, unit: str | None, told: Told) -> str | None:
    """The people that a figure speaks of; of a share those it is a share of."""
    if is_people(unit):
        return unit
    if not is_share(unit):
        return told.population if unit is not None and unit == told.unit else None
    of_whom = _OF_WHOM.match(sentence.text, quantity.end)
    whom = noun_phrase(sentence.text, of_whom.end(), sentence.language) if of_whom else None
    if whom:
        return whom.words if is_people(whom.words) else None
    return told.population


def is_repeated(sentence: Sentence, index: int, unit: str | None, told: Told) -> bool:
    """Whether "the 150 participants" are the 150 adolescents of before, or "the two" are anybody."""
    quantity = sentence.quantities[index]
    if not _REPEATS.search(sentence.text, max(0, quantity.start - 8), quantity.start):
        return False
    if quantity.value >= LARGE:
        counted = kind(unit, sentence.language) if quantity.unit else ""
        return (quantity.value, counted) in told.said
    return quantity.unit is None and not _NARROWED.match(sentence.text, quantity.stop)
