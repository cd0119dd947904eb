"""Numbers as people print them in English and Spanish: "68,000", "68 mil", "thirty-five", "3,5".

A number is a run of elements: numerals, number words and scales ("thousand", "millones"). The run is
added up from left to right while each element can belong to the one before; where it cannot, the next
number begins. What a separator means is decided by the digits behind it: groups of three are
thousands, anything else is a decimal. A language decides only where both are possible.

What must stay true: vague words ("hundreds", "miles", "two dozen") are no numbers; a numeral that is
part of a longer token ("GC/14", "G20", "2.1.3", "1st") is none either; the text is read once, in linear
time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kb.text.caseless import Caseless
from kb.text.folding import fold


class NumberMention(NamedTuple):
    """A number in a text, and where its printed words stand (half-open, code points)."""

    value: int | float
    start: int
    end: int
    digits: bool  # begins with a numeral, not with a word


class _Element(NamedTuple):
    value: float
    kind: str  # digits, small (1 to 19), tens, hundreds, hundred, scale, half, article, vague
    start: int
    end: int


_ENGLISH_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SPANISH_SMALL = (
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco "
    "veintiséis veintisiete veintiocho veintinueve"
)
_SPANISH_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
_SPANISH_HUNDREDS = (
    "doscient trescient cuatrocient quinient seiscient setecient ochocient novecient"  # and -os, -as
)

_Lexicon = dict[str, tuple[float, str]]


def _english() -> _Lexicon:
    words: _Lexicon = {word: (value, "small") for value, word in enumerate(_ENGLISH_SMALL.split(), 1)}
    words |= {word: (value * 10, "tens") for value, word in enumerate(_ENGLISH_TENS.split(), 2)}
    words |= {"hundred": (100, "hundred"), "dozen": (12, "vague"), "thousand": (1000, "scale")}
    words |= {"million": (10**6, "scale"), "billion": (10**9, "scale"), "trillion": (10**12, "scale")}
    return words | {"a": (1, "article"), "half a": (0.5, "article"), "and a half": (0.5, "half")}


def _spanish() -> _Lexicon:
    words: _Lexicon = {word: (value, "small") for value, word in enumerate(_SPANISH_SMALL.split(), 1)}
    words |= {word: (value * 10, "tens") for value, word in enumerate(_SPANISH_TENS.split(), 3)}
    for value, root in enumerate(_SPANISH_HUNDREDS.split(), 2):
        words |= dict.fromkeys((root + "os", root + "as"), (value * 100, "hundreds"))
    words |= dict.fromkeys(("cien", "ciento"), (100, "hundreds"))
    words |= dict.fromkeys(("un", "una"), (1, "small")) | {
        "veintiún": (21, "small"),
        "veintiuna": (21, "small"),
    }
    words |= dict.fromkeys(("mdp", "mdd"), (10**6, "scale"))  # millions of pesos, of dollars
    words |= {"mil": (1000, "scale"), "docena": (12, "vague"), "docenas": (12, "vague")}
    words |= dict.fromkeys(("millón", "millones"), (10**6, "scale"))
    words |= dict.fromkeys(("billón", "billones"), (10**12, "scale"))
    return words | {"medio": (0.5, "article"), "media": (0.5, "article"), "y medio": (0.5, "half")}


_LEXICONS: dict[str, _Lexicon] = {
    language: {fold(word): meaning for word, meaning in words.items()}
    for language, words in (("en", _english()), ("es", _spanish()))
}
_LONGEST_NUMERAL = 20  # characters; whatever is longer counts nothing
_GROUPED = r"\d{1,3}(?:[ '’]\d{3})+(?:[.,]\d{1,2})?"
_NUMERAL = (
    rf"(?<![\w./:@#\\_])(?<![^\W\d_]['’-])(?<!\d,)(?:{_GROUPED}|\d+(?:[.,]\d+)*)"
    # Not the beginning of a longer token either: 1st, 12:30, 14/2, 2.1.3.
    r"(?![^\W\d_]|_|\d|[.,:/]\d|/\w)"
)
_SHORT = r"(?<=[$€£])(?P<money>\d[\d.,]{0,14}\d|\d)(?P<short>\s?(?:bn|mn|[mkM]))(?!\w)"
_SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9}
# Quetzales and lempiras: "Q2.4 millones"; a plain "Q1" is a quarter of a year.
_PRICED = (
    r"(?:(?<=[QL])(?<!\w[QL])|(?<=[QL]\.)(?<!\w[QL]\.))(?P<priced>\d{1,3}(?:,\d{3}){1,4}(?:\.\d\d)?|\d{1,6}\.\d{1,2}"
    r"|\d{1,3}(?=\smil)|\d{2,6})(?![\w]|[.,]\d)"
)
_MEASURED = r"(?<![\w./:@#\\-])(?P<measured>\d+(?:[.,]\d+)*)(?=(?:km|kg|cm|ha|hrs?|min|ml|mg)\b)"


# At most letters nothing else has to be looked at.
_NO_LETTER_BEFORE = r"(?:(?<![^\W\d_])|(?<=[QL]))"


def _pattern(lexicon: _Lexicon) -> Caseless:
    accents = str.maketrans({"a": "[aá]", "e": "[eé]", "i": "[ií]", "o": "[oó]", "u": "[uú]", " ": r"\s"})
    words = "|".join(word.translate(accents) for word in sorted(lexicon, key=len, reverse=True))
    return Caseless(
        rf"{_NO_LETTER_BEFORE}(?:{_SHORT}|{_PRICED}|(?P<digits>{_NUMERAL})|{_MEASURED}"
        # A word stands alone or, behind a hyphen, goes on: "twenty-five".
        rf"|(?:(?<![\w'’-])|(?<=[a-z\d]-))(?:{words})(?![\w'’]))",
    )


_PATTERNS = {language: _pattern(lexicon) for language, lexicon in _LEXICONS.items()}
_PER_CENT = re.compile(r"por\s$", re.IGNORECASE)
_JOINT = re.compile(r"\s{1,2}|[-‐‑]|\s{1,2}(?:and|y)\s{1,2}", re.IGNORECASE)
_SMALLEST_SCALE_ALONE = 1000  # "mil niños"; "hundred" and "million" never stand without a number


def find_numbers(text: str, language: str) -> Iterator[NumberMention]:
    """The numbers printed in ``text``, in order; the words of Spanish or else of English.

    >>> [found.value for found in find_numbers("over 68,000, 1.2 million or thirty-five", "en")]
    [68000, 1200000, 35]
    >>> [found.value for found in find_numbers("68 mil, un millón 200 mil, 3,5 y treinta y cinco", "es")]
    [68000, 1200000, 3.5, 35]
    """
    language = language if language in _LEXICONS else "en"
    run: list[_Element] = []
    for element in _elements(text, language):
        if run and not _continues(run, element, text[run[-1].end : element.start], language):
            yield from _number(run, language)
            run = []
        run.append(element)
    yield from _number(run, language)


def numeral(printed: str, language: str, *, scaled: bool = False) -> float | None:
    """The value of a numeral with its separators; None where they make no number.

    ``scaled`` says that a scale follows ("1.256 million"), or that it is a share in per cent.

    >>> numeral("68.000", "es"), numeral("3,5", "en"), numeral("1,234.50", "en"), numeral("2.1.3", "en")
    (68000.0, 3.5, 1234.5, None)
    """
    if len(printed) > _LONGEST_NUMERAL:
        return None
    printed = printed.replace(" ", "").replace("'", "").replace("’", "")
    marks = [mark for mark in printed if mark in ".,"]
    if not marks:
        return float(printed) if printed[0] != "0" or len(printed) == 1 else None
    groups = printed.replace(",", ".").split(".")
    decimal = groups[-1] if _has_decimals(marks, groups, language, scaled=scaled) else None
    whole = groups[:-1] if decimal is not None else groups
    uniform = len(set(marks[:-1] if decimal is not None else marks)) <= 1
    if (
        not uniform
        or any(len(group) != 3 for group in whole[1:])
        or not 1 <= len(whole[0]) <= 3 < 4 * len(whole)
    ):
        return float(f"{whole[0]}.{decimal}") if decimal is not None and len(whole) == 1 else None
    return float("".join(whole) + (f".{decimal}" if decimal is not None else ""))


def _has_decimals(marks: list[str], groups: list[str], language: str, *, scaled: bool) -> bool:
    """Whether the last group is a fraction: not of three digits, or behind the other separator."""
    if len(marks) > 1:
        return marks[-1] != marks[0] or len(groups[-1]) != 3
    if len(groups[-1]) != 3 or groups[0].strip("0") == "" or len(groups[0]) > 3:
        return True
    return scaled and language == "en" and marks[0] == "."


def _elements(text: str, language: str) -> Iterator[_Element]:
    lexicon = _LEXICONS[language]
    for match in _PATTERNS[language].finditer(text):
        printed = match["digits"] or match["money"] or match["priced"] or match["measured"]
        if not printed:
            if (
                _PER_CENT.search(text, max(0, match.start() - 5), match.start())
                and match[0].lower() == "ciento"
            ):
                continue
            value, kind = lexicon[fold(" ".join(match[0].split()))]
            yield _Element(value, kind, *match.span())
            continue
        after = text[match.end() : match.end() + 12].lstrip(" -")
        scaled = after.startswith(("m", "b", "%", "per")) and not after.startswith(("me", "mo", "mi ", "bo"))
        number = numeral(printed, language, scaled=scaled)
        if number is not None:
            scale = _SHORT_SCALES[match["short"].strip().lower()] if match["short"] else 1
            yield _Element(number * scale, "digits", *match.span())


def _continues(run: list[_Element], element: _Element, between: str, language: str) -> bool:
    """Whether ``element`` belongs to the number that ``run`` has begun."""
    last = run[-1]
    if element.kind == "half":
        return last.kind in ("scale", "small") and between.isspace()
    if not _JOINT.fullmatch(between):
        return False
    joint = between.strip().lower()
    if element.kind == "vague":
        return not joint
    if element.kind in ("scale", "hundred"):
        return joint in ("", "-") and (last.kind != "scale" or last.value < element.value)
    if joint == "and":
        return language == "en" and last.kind in ("hundred", "scale") and _is_word(element)
    if last.kind == "tens":
        return element.kind == "small" and element.value < 10 and (joint == "y" or language == "en")
    return not joint and _adds(last, element, language)


def _is_word(element: _Element) -> bool:
    return element.kind in ("small", "tens")


def _adds(last: _Element, element: _Element, language: str) -> bool:
    """Whether it is "3 mil 500" or "two hundred five", and not "two million 300 children"."""
    if last.kind != "scale":
        return last.kind in ("hundred", "hundreds") and _is_word(element)
    if last.value < _SMALLEST_SCALE_ALONE or element.kind == "article":
        return False
    in_order = element.value < last.value and element.value == int(element.value)
    return in_order and (element.kind != "digits" or language == "es")


def _number(run: list[_Element], language: str) -> Iterator[NumberMention]:
    """The number of a run; none where only a scale or an article is left of it."""
    while run and run[-1].kind == "article":
        run = run[:-1]
    if not run or run[0].kind in ("hundred", "half") or run[-1].kind == "vague":
        return
    if run[0].kind == "scale" and not (language == "es" and run[0].value == _SMALLEST_SCALE_ALONE):
        return
    value = round(_sum(run), 6)
    whole = int(value) if value == int(value) else value
    yield NumberMention(whole, run[0].start, run[-1].end, run[0].kind == "digits")


def _sum(run: list[_Element]) -> float:
    total, group, scale = 0.0, 0.0, 1.0
    for last, element in zip([None, *run], run, strict=False):
        if element.kind == "scale":
            if last is not None and last.kind == "scale":  # "200 mil millones"
                total *= element.value
            else:
                total += (group or 1) * element.value
            group, scale = 0.0, element.value
        elif element.kind == "hundred":
            group *= 100
        elif element.kind == "half":
            total, group = (total, group + 0.5) if group else (total + scale / 2, 0.0)
        else:
            group += element.value
    return total + group
