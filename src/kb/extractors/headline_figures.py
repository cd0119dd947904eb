"""A headline whose number the text gives otherwise: "36 children counted" above "they counted 63 children".

The sentence that tells what the headline tells shares its words. Where the first number that this sentence
gives of the same kind is another, and that of the headline stands nowhere in the text, one of the two is
wrong, and the reader is told.

What must stay true: a round number, one with a qualifier ("more than 600") and one that the numbers of the
text add up to are no contradiction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from kb.extractors.figure_ellipsis import Told
from kb.extractors.figure_prose import of_prose
from kb.extractors.figure_units import is_people, is_share, is_time, kind
from kb.extractors.front import front
from kb.messages import Message
from kb.records import Document, Figure
from kb.text.numbers import find_numbers
from kb.text.sentences import sentences
from kb.text.words import stem, telling_words

_SHARED = 0.4  # of the headline's words, in the sentence that tells the same
_SHARED_BY_A_SLIP = 0.25  # the same where only the digits have changed places, or one of them is another
_FEWEST_SHARED = 2
_PROSE = 3  # paragraphs of running text in which the sentence stands
_ROUND = 100  # below this a headline gives numbers as they are
_SMALL = 10  # below this only people are counted so that a headline gives their number
_MOST = 40  # numbers that are added up
_MORE = re.compile(r"\b(?:more|other|others|another|additional|otr[oa]s|m[aá]s|adicionales)\b", re.IGNORECASE)

DISAGREES = Message("The headline says {headline}, the text says {printed}.").template


class _Sentence(NamedTuple):
    """A sentence near the headline, with its figures of one kind."""

    words: frozenset[str]
    figures: tuple[Figure, ...]


def fill(document: Document) -> Document:
    """``document`` with a warning where its text gives a number of the headline otherwise."""
    if any(each.template == DISAGREES for each in document.warnings):
        return document
    for figure in _exact(document):
        if other := _contradicted(document, figure):
            told = Message(DISAGREES, {"headline": figure.as_printed, "printed": other.as_printed})
            return replace(document, warnings=(*document.warnings, told))
    return document


def _exact(document: Document) -> list[Figure]:
    """The figures of the headline that the text should repeat, and does not."""
    language = document.language
    # The capitals of a headline hide what is counted: "Shelter Opens 64 New Beds".
    forms = (document.title, document.title.lower())
    read = [each for form in forms for each in of_prose(None, form, language, Told())]
    given = list({each.value: each for each in read if each.unit}.values())
    given = [each for each in given if not each.qualifier and not is_time(each.unit)]
    given = [each for each in given if each.value >= _SMALL or is_people(each.population or each.unit)]
    if not given:
        return []
    printed = {each.value for passage in document.passages for each in find_numbers(passage.text, language)}
    return [each for each in given if each.value not in printed]


def _contradicted(document: Document, figure: Figure) -> Figure | None:
    """The figure of the text in the place of one of the headline."""
    language = document.language
    counted = _kind(figure, language)
    words = _words(document.title, language)
    near = list(_near(document, counted))
    best = max(near, key=lambda each: len(each.words & words), default=None)
    if best is None or best.figures[0].qualifier:
        return None
    found, shared = best.figures[0], len(best.words & words)
    least = _SHARED_BY_A_SLIP if _is_slip(figure.value, found.value) else _SHARED
    if shared < max(_FEWEST_SHARED, least * len(words)) or _is_rounded(figure.value, found.value):
        return None
    values = [each.value for sentence in near for each in sentence.figures][:_MOST]
    return None if figure.value in _results(values) else found


def _near(document: Document, counted: str) -> Iterator[_Sentence]:
    """The sentences below the headline that have figures of a kind."""
    for passage in front(document, prose=_PROSE):
        here = [each for each in document.figures if each.evidence.passage == passage.address]
        here = [each for each in here if _kind(each, document.language) == counted and not _adds(each)]
        for start, end in sentences(passage.text) if here else ():
            figures = tuple(each for each in here if start <= _start(each) < end)
            if figures:
                yield _Sentence(_words(passage.text[start:end], passage.language), figures)


def _adds(figure: Figure) -> bool:
    """Whether a figure is what comes to another: "3 more countries", "otras 12 personas"."""
    return _MORE.search(figure.as_printed) is not None


def _start(figure: Figure) -> int:
    return figure.evidence.span[0] if figure.evidence.span else -1


def _kind(figure: Figure, language: str) -> str:
    return kind(figure.unit if is_share(figure.unit) else figure.population or figure.unit, language)


def _words(text: str, language: str) -> frozenset[str]:
    return frozenset(stem(word, language) for word in telling_words(text) if word.isalpha())


def _is_slip(first: float, second: float) -> bool:
    """Whether two numbers have the same digits in another order, or differ in one of them.

    >>> _is_slip(120, 102), _is_slip(48, 42), _is_slip(25, 43)
    (True, True, False)
    """
    one, other = f"{first:g}", f"{second:g}"
    differing = sum(here != there for here, there in zip(one, other, strict=False))
    return sorted(one) == sorted(other) or (1 < len(one) == len(other) and differing == 1)


def _is_rounded(headline: float, exact: float) -> bool:
    """Whether a headline's number is that of the text in round numbers.

    >>> _is_rounded(92_000, 92_348), _is_rounded(120, 102), _is_rounded(40, 42)
    (True, False, False)
    """
    digits = f"{headline:.0f}"
    return headline >= _ROUND and abs(exact - headline) < 10 ** (len(digits) - len(digits.rstrip("0")))


def _results(values: Sequence[float]) -> set[float]:
    """What numbers of a text come to: the sums of runs of them, and the difference of any two."""
    sums = {total for begin in range(len(values)) for total in accumulate(values[begin:])}
    pairs = {one - other for one in values for other in values}
    return sums | pairs | {one + other for one in values for other in values}
