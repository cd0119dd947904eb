"""The figures of prose, sentence by sentence: every number that counts something.

`figure_exclusions` says which numbers do not, `quantities` reads those that do, `figure_years` gives each
its year and `figure_ellipsis` what the sentence leaves unsaid.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from kb.extractors import figure_years, quantities
from kb.extractors.evidence import evidence
from kb.extractors.figure_ellipsis import (
    WITHOUT_UNIT,
    Sentence,
    Told,
    carried_year,
    is_repeated,
    population_of,
    unit_of,
    with_same_year,
)
from kb.extractors.figure_exclusions import counting
from kb.extractors.figure_masks import masks
from kb.extractors.figure_years import LEADS, YearMention, find_years
from kb.extractors.quantities import Quantity
from kb.records import Figure, Passage
from kb.text.dates import find_dates
from kb.text.numbers import find_numbers
from kb.text.sentences import sentences

_MOST = 1000  # numbers read in a passage: one with more is no text that anybody reads
_LONGEST = 50_000  # characters read of a passage: what is longer is no prose
# The dots between a label and its number: "Requests, 2021 ........ 1,147".
_LEADER = re.compile(r"(?<![.…])(?:\.{4,200}|(?:\s\.){4,100}|…{2,60})(?![.…]|\s[.…])")
_BALBOA = re.compile(r"B/\.(?=\d)")  # the full stop is of the currency: "B/.214,000"
_YEAR_ROW = re.compile(r"(?:19|20)\d\d\s{4,}\S{1,20}")
_LETTER = re.compile(r"[^\W\d_]")


def of_prose(passage: Passage | None, text: str, language: str, told: Told) -> Iterator[Figure]:
    """The figures of one passage, or of the title; ``told`` learns what they say."""
    told.new_passage(item=passage is not None and passage.kind == "item")
    text = _BALBOA.sub("B/ ", _LEADER.sub(_as_blank, text[:_LONGEST]))
    numbers = list(islice(find_numbers(text, language), _MOST))
    if not (_LETTER.search(text) or _YEAR_ROW.fullmatch(text)) or all(
        number.value == 1 for number in numbers
    ):
        return
    dates = find_dates(text)
    years = find_years(text, dates)
    counted = counting(text, language, numbers, masks(text, dates))
    read = [quantities.read(text, number, language) for number in counted]
    for sentence in _sentences(passage, text, language, [each for each in read if each], years):
        if sentence.quantities:
            yield from _of_sentence(with_same_year(sentence, told), told)
        else:
            told.year = None
        told.mentioned = sentence.years[-1].year if sentence.years else told.mentioned
    if text.rstrip().endswith(":"):
        leading = {mention.year for mention in years if not mention.event}
        told.lead = leading.pop() if len(leading) == 1 else None


def _as_blank(leader: re.Match[str]) -> str:
    """A gap as long as the dots."""
    return " " * len(leader[0])


def _sentences(
    passage: Passage | None,
    text: str,
    language: str,
    counted: Sequence[Quantity],
    years: Sequence[YearMention],
) -> list[Sentence]:
    """The sentences of a text, each with its own counting numbers and years."""
    found = [Sentence(passage, text, language, start, end) for start, end in sentences(text)]
    starts = [sentence.start for sentence in found]
    for quantity in counted:
        found[bisect_right(starts, quantity.begin) - 1].quantities.append(quantity)
    for year in years:
        found[bisect_right(starts, year.start) - 1].years.append(year)
    return found


def _of_sentence(sentence: Sentence, told: Told) -> Iterator[Figure]:
    """The figures of one sentence, each with its unit, people and year."""
    given = figure_years.assign(
        figure_years.Sentence(
            sentence.text,
            sentence.start,
            [(each.start, each.end) for each in sentence.quantities],
            [each.is_share for each in sentence.quantities],
            sentence.years,
        )
    )
    carried = carried_year(sentence, told)
    years: list[int | None] = []
    for index, mention in enumerate(given):
        unit, confidence = unit_of(sentence, index, told)
        elliptic = confidence == WITHOUT_UNIT and unit == told.unit and not sentence.years
        year = mention.year if mention else carried or (told.year if elliptic else None)
        if mention or not is_repeated(sentence, index, unit, told):
            years.append(year)
            yield _figure(sentence, sentence.quantities[index], unit, year, confidence, told)
    told.year = _year_to_carry(sentence, years)


def _year_to_carry(sentence: Sentence, years: Sequence[int | None]) -> int | None:
    """The year of a sentence's figures that the next may go on with: none where it names several."""
    named = [year for year in sentence.years if not year.event]
    if len({year.year for year in named if year.year}) > 1:
        return None
    leading = [year.year for year in named if year.start - sentence.start <= LEADS][:1]
    return next((year for year in (*leading, *years) if year in years), None)


def _figure(
    sentence: Sentence, counted: Quantity, unit: str | None, year: int | None, confidence: float, told: Told
) -> Figure:
    """The figure of a quantity; ``told`` learns what it counts."""
    population = population_of(sentence, counted, unit, told)
    told.learn(counted, unit, population, sentence.language)
    return Figure(
        value=counted.value,
        unit=unit,
        population=population,
        year=year,
        qualifier=counted.qualifier,
        trend=quantities.trend(sentence.text, counted),
        as_printed=sentence.text[counted.start : counted.end],
        evidence=evidence(sentence.passage, counted.start, counted.end, confidence),
    )
