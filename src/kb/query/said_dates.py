"""Dates that are said in words among others: *May 2024*, *antes de 2010*, *desde mayo de 2016* (pure).

A month with its year is looked for side by side, in both languages, and in the date of publication. What lies
before or after a year is in no words of a document: such a date is let go, and the field that means it is
offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kb.messages import Message, Named
from kb.query.days import days
from kb.query.tree import Alternative, Any, Filter, Node, Phrase, Translated, Word
from kb.query.weights import TRANSLATED
from kb.text.dates import MONTHS
from kb.text.folding import fold
from kb.text.words import telling_words

_YEAR = r"(?:19|20)\d\d"
_OF = r"(?:de\s|del\s|of\s)?"
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DATE = (
    rf"(?:(?:(?P<day>\d\d?)\s{_OF})?(?P<month>{_MONTH})\.?\s(?:(?P<after>\d\d?),\s)?{_OF}(?P<year>{_YEAR})"
    rf"|(?P<iso>{_YEAR}-(?:0[1-9]|1[0-2]))|(?P<bare>{_YEAR}))(?![\w/]|[-.]\w)"
)
_LEADS = {
    "before": r"before\s|prior\sto\s|antes\sdel?\s|anterior(?:es)?\sa(?:l\s|\s)",
    "since": r"since\s|desde\s|a\spartir\sdel?\s",
    "after": r"after\s|despues\sdel?\s|posterior(?:es)?\sa(?:l\s|\s)",
    "until": r"until\s|up\sto\s|hasta\s",
    "in": r"in\s|en\s|during\s|durante\s",
}
_LEAD = "|".join(rf"(?P<{name}>{words})" for name, words in _LEADS.items() if name != "after")
_SAID = re.compile(rf"(?<![\w:=<>\"./-])(?:{_LEAD}|(?P<later>{_LEADS['after']}))?{_DATE}")
_SPAN = re.compile(
    rf"(?<![\w:])(?:between|from|entre|de|desde)\s({_YEAR})\s(?:and|to|until|y|e|a|hasta)\s({_YEAR})(?!\w)"
)
_OPEN = ("before", "since", "later", "until")
_OFFERED = {
    "before": ("before:{}", "antes:{}"),
    "since": ("after:{}", "desde:{}"),
    "later": ("year:>{}", "año:>{}"),
    "until": ("until:{}", "hasta:{}"),
    "in": ("published:{}", "publicado:{}"),
}
_MOST = 3  # that are offered
_LONGEST = 1000  # characters


def offered(text: str) -> Iterator[Message]:
    """How to ask for the dates that a question says, where it says any.

    >>> print(*offered("shelters since May 2016"))
    To search by the date of publication: after:2016-05.
    >>> list(offered("published:2016-05 shelters of 12 rooms"))
    []
    """
    fields = list(dict.fromkeys(_fields(_plain(text))))[:_MOST]
    if fields:
        row = {spoken: ", ".join(each[place] for each in fields) for place, spoken in enumerate(("en", "es"))}
        yield Message("To search by the date of publication: {fields}.", {"fields": Named(row)})


def let_go(text: str) -> frozenset[str]:
    """The folded words of dates that are before or after something: they stand so in no document.

    >>> sorted(let_go("tutela antes de 2010")), sorted(let_go("tutela en 2010"))
    (['2010', 'antes'], [])
    """
    found = (match[0] for match in _SAID.finditer(_plain(text)) if any(match[each] for each in _OPEN))
    return frozenset(word for said in found for word in telling_words(said))


def alone(text: str) -> str:
    """The field that a question means which is nothing but a date before or after something; or nothing.

    >>> alone("antes de 2010"), alone("tutela antes de 2010")
    ('before:2010', '')
    """
    match = _SAID.fullmatch(_plain(text))
    lead = next((each for each in _OPEN if match[each]), "") if match else ""
    return _OFFERED[lead][0].format(_value(match)) if match and lead else ""


def names_may(text: str) -> bool:
    """Whether "may" is the month of a year in a question."""
    return any(match["month"] == "may" for match in _SAID.finditer(_plain(text)))


class SaidDates:
    """The months with their years of one question."""

    def __init__(self, text: str) -> None:
        self._written = frozenset(match["iso"] for match in _SAID.finditer(_plain(text)) if match["iso"])

    def month(self, parts: Sequence[Node], place: int, *, one: bool) -> tuple[Node, int] | None:
        """A month with its year that begins there, and how many parts it takes.

        As ``one`` part that is wanted, what was published then has it, too.
        """
        found = self._read(parts, place)
        if found is None:
            return None
        words, month, length = found
        year = next(word for word in words if len(word) == 4 and word.isdecimal())
        named = Translated(Phrase(words, soft=True), tuple(_named(month, year, words)))
        value = f"{year}-{month:02}"
        span = days("year", value) if one else None
        if span is None:
            return named, length
        return Any((named, Filter("published", (value,), first=span.first, last=span.last))), length

    def _read(self, parts: Sequence[Node], place: int) -> tuple[tuple[str, ...], int, int] | None:
        first = parts[place]
        if isinstance(first, Phrase) and first.soft and "-".join(first.words) in self._written:
            return first.words, int(first.words[1]), 1
        row = tuple(
            each.folded for each in parts[place : place + 2] if isinstance(each, Word) and not each.exact
        )
        if len(row) > 1 and row[0] in MONTHS and re.fullmatch(_YEAR, row[1]):
            return row, MONTHS[row[0]], 2
        return None


def _named(month: int, year: str, typed: Sequence[str]) -> Iterator[Alternative]:
    """The names of a month with the year, but for the typed one: English first, then Spanish."""
    names = [name for name, number in MONTHS.items() if number == month]
    for name, language in zip(names, ("en", "es"), strict=False):
        if name not in typed:
            label = f"{name.capitalize()} {year}" if language == "en" else f"{name} de {year}"
            yield Alternative(Phrase((name, year), language=language), label, language, TRANSLATED)


def _plain(text: str) -> str:
    return " ".join(fold(text[:_LONGEST]).split())


def _fields(text: str) -> Iterator[tuple[str, str]]:
    for match in _SPAN.finditer(text):
        yield f"year:{match[1]}..{match[2]}", f"año:{match[1]}..{match[2]}"
    for match in _SAID.finditer(_SPAN.sub(" ", text)):
        lead = next((each for each in _OFFERED if match[each]), "")
        if lead or not match["bare"]:
            english, spanish = _OFFERED[lead or "in"]
            yield english.format(_value(match)), spanish.format(_value(match))


def _value(match: re.Match[str]) -> str:
    if match["month"] is None:
        return match["iso"] or match["bare"]
    day = match["day"] or match["after"]
    value = f"{match['year']}-{MONTHS[match['month']]:02}"
    return f"{value}-{int(day):02}" if day else value
