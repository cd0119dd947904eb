"""Numbers that are part of a name or a reference: "Horizon 2020", "Calle Juárez 200", a score, a year."""

from __future__ import annotations

import re

from kb import places
from kb.extractors.beside import Beside
from kb.extractors.figure_units import FUNCTION_WORDS, is_people, noun_phrase
from kb.places.mentions import mentions
from kb.text.endings import Ending
from kb.text.folding import fold
from kb.text.words import is_stop_word

_HIGHEST_NAME = 100  # "Fortune 100 brands" is a name; "Casa Alero 300 children" lacks a comma
_LONGEST_CODE = 3  # letters: "In" is the code of India
_HIGHEST_MARK = 999
_LOWEST_POSTCODE = 1000
_PLAIN_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_BEFORE = Ending(
    r"\b(?:in|since|by|of|from|to|until|during|before|after|for|and|year|the|early|late|mid|en|desde|de"
    r"|del|durante|para|hasta|"
    r"antes|año|el|la|y|al?|entre|between|spring|summer|autumn|winter|fall|fiscal|fy)\s?|[-–/(]",
    longest=8,
)
_NO_YEAR = re.compile(
    r"\s(?!das\b|las\b|los\b|was\b|is\b|has\b)(?:[a-zñáéíóú]{2,}s|people|children|women|men)\b"
)
_NAME_AFTER = re.compile(
    r"[-‐‑](?-i:[A-Z])|(?:\.[ºª°o])|[ºª°]|\s?(?:st|nd|rd|th)\b"
    r"|(?:[ -]\w+)?(?:\s(?-i:[A-Z])[\w'’]+){1,3}\s(?:Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Lane"
    r"|Drive|Square|Highway|Place|Court|Way|Terrace)\b"
    r"|\s(?:[NSEW]|North|South|East|West)\.?\s(?-i:[A-Z][a-z])|\sblock\sof\b"
    r"|\s(?:calles?|avenidas?|av\.|carrera|rue|route|via|place)\b"
    r"|\smetros?\s(?:al\s)?(?:norte|sur|este|oeste)\b",
    re.IGNORECASE,
)
_TOKEN_BEFORE = re.compile(r"[^\W\d_]\d{1,5}[-–]$")  # A350-900
_MARK_BEFORE = re.compile(r"[.,;!?”\"’)]\s$")
_MARK_AFTER = re.compile(r"\s(?P<word>[A-ZÁÉÍÓÚÑ][a-záéíóúñ]+)|$")
_LISTED_BEFORE = re.compile(r"[,.]\s$")
_LISTED = re.compile(r"[,;]\s$")
_CAPITAL_BEFORE = re.compile(r"(?<!\w)([A-ZÁÉÍÓÚÑ][\w'’-]*)\s$")
_CAPITAL_AFTER = re.compile(r"\s[A-ZÁÉÍÓÚÑ]")
_SCORE_AFTER = re.compile(r"[-–](\d{1,3})(?![\w,])(?!\.\d)")
_SCORE_BEFORE = re.compile(r"(?<![\w.,])(\d{1,3})[-–]$")
_COUNTED_AFTER = re.compile(
    r"\s(?!and\b|of\b|to\b|in\b|on\b|is\b|the\b|en\b|de\b|y\b)[a-zñ]{3,}|\s?%"
    r"|[- ](?:year|day|hour|week|month)"
)
_MATCH_BEFORE = Ending(
    r"\b(?:won|lost|drew|gan\w{1,5}|perd\w{1,5}|empat\w{1,5})\s(?:by\s|por\s)?(?:\d{1,2}\s(?:a|to)\s)?",
    longest=21,
)
_MATCH_AFTER = re.compile(r"\s(?:a|to)\s\d{1,2}\b|[-–]\d")
_MATCH_ENDS = Ending(r"\b(?:by|por|\d{1,2}\s(?:a|to))\s", longest=6)
_SHOUTED_AFTER = re.compile(r"\s[A-ZÁÉÍÓÚÑ]{3,}")
_SHARE_AFTER = re.compile(r"\s?%|\s(?:per\scent|percent|por\sciento)")
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?:;“\"«(•*\n—])\s*$")
_IN_A_PLACE = re.compile(r"\b(?:in|en|at|de|del|from|desde)\s(?:[A-ZÁÉÍÓÚÑ][\w’'-]*\s){1,4}$")
NOUN = re.compile(r"\s(?!and\b|of\b|to\b|years?\b|de\b|del\b|años\b|in\b|on\b|is\b|the\b|en\b)[a-zñ]{3,}")
_VERB_OPENS = re.compile(
    r"(?:[aeiiéí]ron|aban|[ií]an|^son|^eran|^hay|^somos|^quedan|^van|^hace)$", re.IGNORECASE
)


def is_year(number: Beside) -> bool:
    """Whether a number is a year and no count of things."""
    if not _PLAIN_YEAR.fullmatch(number.printed):
        return False
    if _YEAR_BEFORE.ends(number.lowered) or not _NO_YEAR.match(number.after):
        return True
    name = _CAPITAL_BEFORE.search(number.before)
    return name is not None and not _is_plain(name)


def is_in_name(number: Beside) -> bool:
    """Whether it is as in "Six-Day War", "Horizon 2020", "Calle Juárez 200", "29000 Tuxtla"."""
    if _TOKEN_BEFORE.search(number.before) or _NAME_AFTER.match(number.after):
        return True
    if not (number.number.digits and number.printed.isdigit()):
        return False
    value = int(number.printed)
    return any(test(number, value) for test in (_is_mark, _is_postcode, _is_score, _is_named))


def _is_mark(number: Beside, value: int) -> bool:
    """Whether it is a footnote mark that lost its height, or a list's number."""
    if value >= _HIGHEST_MARK or not _MARK_BEFORE.search(number.before):
        return False
    mark = _MARK_AFTER.match(number.after)
    if mark is None or mark["word"] is None:
        return mark is not None
    return not (_is_place(mark["word"]) or (_LISTED.search(number.before) and _counts_people(number.after)))


def _is_postcode(number: Beside, value: int) -> bool:
    if value < _LOWEST_POSTCODE or not _LISTED_BEFORE.search(number.before):
        return False
    return _CAPITAL_AFTER.match(number.after) is not None and not _counts_people(number.after)


def _counts_people(after: str) -> bool:
    """Whether people stand behind a number: " Hondurans", " Central American children", and not " Tuxtla"."""
    named = next(iter(mentions(after)), None)
    if named is not None and named.form == "people" and not after[: named.start].strip():
        return True
    noun = noun_phrase(after, 0, "en")
    return noun is not None and noun.words.rpartition(" ")[2].islower() and is_people(noun.words)


def _is_score(number: Beside, value: int) -> bool:
    """Whether two numbers with a dash between are no range, which rises and counts something."""
    after = number.after
    scored = _MATCH_AFTER.match(after) or (_MATCH_ENDS.ends(number.lowered) and not NOUN.match(after))
    if scored and _MATCH_BEFORE.ends(number.lowered):
        return True
    if behind := _SCORE_AFTER.match(after):
        return not (value < int(behind[1]) and _COUNTED_AFTER.match(after, behind.end()))
    ahead = _SCORE_BEFORE.search(number.before)
    return ahead is not None and not (int(ahead[1]) < value and _COUNTED_AFTER.match(after))


def _is_named(number: Beside, value: int) -> bool:
    """Whether the capitalised word before it makes it part of a name, where not all words are capitals."""
    before, after = number.before, number.after
    name = _CAPITAL_BEFORE.search(before)
    if (
        name is None
        or (name[1].isupper() and _SHOUTED_AFTER.match(after))
        or _is_plain(name)
        or _SHARE_AFTER.match(after)
    ):
        return False
    opens = _OPENS_SENTENCE.search(before[: name.start()]) is not None
    return not (NOUN.match(after) and (opens or value > _HIGHEST_NAME or _IN_A_PLACE.search(before)))


def _is_plain(name: re.Match[str]) -> bool:
    """Whether a capitalised word before a number begins a sentence, or is a country, and no other name."""
    word = name[1]
    if _VERB_OPENS.search(word):
        return True
    return is_stop_word(fold(word)) or fold(word) in FUNCTION_WORDS or _is_place(word)


def _is_place(word: str) -> bool:
    """Whether a word is a country or its people, and not one of two letters like the code of one."""
    return len(word) > _LONGEST_CODE and places.code_of(word) is not None
