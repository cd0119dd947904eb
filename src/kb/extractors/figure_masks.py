"""Where a text has numbers that are parts of something else: dates, addresses of the net, times, symbols."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.text.dates import DateMention
from kb.text.letters import UPPER

_DIGIT = re.compile(r"\d")
_NET = r"(?P<net>(?:https?://|www\.)\S{1,300}|[\w.+-]{1,64}@[\w.-]{1,100})"
_NET_SIGNS = ("@", "://", "www.")
# What begins with a digit, a plus or a bracket; looked for only there.
_FROM_DIGITS = (
    r"(?=[\d+(\[])(?:"
    # telephone numbers
    r"(?<![\w.,])\+\s?\d[\d\s().-]{5,22}\d"
    r"|(?<![\w.,$-])\d{3,4}[-–]\d{4}(?:-\d{4})?(?![\w]|[.,]\d|[ ](?-i:(?!or\b|and\b|to\b|[oy]\b|ext|fax"
    r"|mail|con\b|with\b|al?\b|desde\b|from\b|ask\b)[a-z]))"
    r"|(?<![\w.,$-])\d{3}\.\d{3}\.\d{4}(?!\w|\.\d)|(?<![\w.,$-])\d{4}\.\d{4}(?![\w.])"
    r"|\(\d{1,4}\)\s?\d[\d -]{4,14}\d(?![\w]|[.,]\d)"
    r"|(?<![\w.,$-])\d{2,4}[- ]\d{2,4}[- ]\d{2,4}[- ]\d{2,4}(?![\w]|[.,]\d)"
    r"|(?<![\w.,$-])\d{2,3}[ ]\d{3,4}[ ]\d{4}(?![\w]|[.,]\d|\s(?-i:(?!or\b|and\b|[oy]\b|ext|fax)[a-z]))"
    r"|(?<![\w.,$-])(?!20)[2-9]\d{2,3}[ ]\d{4}(?![\w]|[.,]\d|[ ](?-i:(?!or\b|and\b|[oy]\b|ext|fax)[a-z]))"
    # (three digits to a group: "30 000 children")
    r"|(?<![\w.,$-])(?![1-9]\d{0,2}(?:[ ]\d{3}){1,2}(?!\d|[- ]\d))(?:\d{1,4}[- ]){1,3}0\d{1,3}(?![\w]|[.,]\d)"
    # dockets and files
    r"|(?<![\w.,-])(?:19|20)\d\d[-/]\d{3,6}(?!\d)(?<![-/](?:19|20)\d\d)"
    r"|(?<![\w.,-])\d{1,6}/(?:19|20)\d\d(?!\d)"
    # sizes of screens, zones
    r"|(?<![\w.,])\d{2,4}\s?[x×]\s?\d{2,4}(?!\w)|(?<![\w.,])\d{1,3}-\d{1,3}(?=,?\szon[ae]\b)"
    # times
    r"|(?<![\d.,])\d{1,2}[.:][0-5]\d\s(?:to|a|-|–)\s\d{1,2}[.:][0-5]\d(?![\d,])"
    r"|(?<![\d:])\d{1,2}:\d\d(?::\d\d)?|(?<!\d)\d{1,2}\.\d\d(?=\s?[ap]\.?m\b)|(?<!\d)\d{1,2}h\d\d\b"
    # days
    r"|(?<![\w.,])\d{1,2}\s(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|ene|abr|ago|dic)\.?(?=\s(?:19|20)\d\d)"
    r"|(?<![\w.,])\d{1,2}\s(?:ene|feb|mar|abr|may|jun|jul|ago|sept?|oct|nov|dic)\.?(?=\s\([A-Z])"
    # marks of footnotes
    r"|\[\d{1,3}\]|(?<!19\d\d\s)(?<!20\d\d\s)\(\d{1,3}(?:(?:,\s?|[-–])\d{1,3}){0,6}\)"
    r"|(?<=[^\W\d_][.,;:!?”’\")])\d{1,3}(?![\d.,%])"
    r")"
)
_FROM_WORDS = (
    r"\b(?:(?:tel|t[eé]l|cel|fax|phone|whatsapp|call|pbx|conmutador|centralita)\w{0,9}\b[.:]*\s{0,2}\(?"
    r"\d[\d\s().-]{4,20}\d"
    r"|(?:from|de)\s\d{1,2}\s(?:to|a)\s\d{1,2}\s(?:h|hrs|hours|horas)\b"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?\s\d{1,2}(?:,?\s(?:19|20)\d\d)?(?![\w]|[.,]\d))"
)
# Verses, a day of the month, the article that makes charities: "(Mt 25, 35)", "el pasado día 2", "501(c)(3)".
_CITED = (
    r"\b(?-i:(?:[1-3]\s)?(?:Mt|Mc|Mk|Lc|Lk|Jn|Gn|Gen|Ex|Éx|Lv|Lev|Dt|Deut|Is|Jr|Jer|Sal|Rom|Rm|Heb|Hb|St|Mateo|Marcos|Lucas|Juan"
    r"|Matthew|Mark|Luke|John|Genesis|Exodus|Leviticus|Isaiah|Romans|Hebrews|Psalms?|Salmos?)\.?)\s\d{1,3}\s?[,:.]\s?\d{1,3}"
    r"(?:\s?[-–]\s?\d{1,3})?(?!\d)"
    r"|\b(?:el|pasado|pr[oó]ximo)\sd[ií]a\s\d{1,2}(?![\d.,]\d|\d)|\b501\s?\(c\)"
)
_SYMBOL = r"(?P<symbol>\b[A-Z]{1,6}(?:/[\w.-]{1,12}){1,8})"
# "from Guatemala (77), El Salvador (25) and Mexico (16)": how many came from each.
_A_PLACE = rf"[{UPPER}][^\W\d_]{{1,20}}(?:\s[{UPPER}][^\W\d_]{{1,20}}){{0,2}}\s\(\d{{1,3}}\)"
_TOLD_IN_BRACKETS = re.compile(rf"{_A_PLACE}(?:(?:,\s|,?\s(?:and|y|e)\s){_A_PLACE})+")
_IN_BRACKETS = re.compile(r"\(\d{1,3}\)")
_LIST_NUMBER = r"(?m:^)\s{0,8}\(?\d{1,3}(?:\.\d{1,3}){0,4}[.)°º-]+(?=\s|$)"
_MASKED = re.compile(f"{_FROM_DIGITS}|{_FROM_WORDS}|{_CITED}|{_SYMBOL}|{_LIST_NUMBER}", re.IGNORECASE)
_MASKED_OR_NET = re.compile(f"{_NET}|{_MASKED.pattern}", re.IGNORECASE)


def masks(text: str, dates: Sequence[DateMention]) -> list[tuple[int, int]]:
    """Where dates, addresses of the net, telephone numbers, times, symbols and marks stand, in order."""
    # Looking for an address at every letter costs more than all the rest.
    masked = _MASKED_OR_NET if any(sign in text for sign in _NET_SIGNS) else _MASKED
    told = [each.span() for each in _TOLD_IN_BRACKETS.finditer(text)] if _IN_BRACKETS.search(text) else []
    found = [
        match.span()
        for match in masked.finditer(text)
        if not (_is_capital_word(match) or any(start < match.start() < end for start, end in told))
    ]
    found += [(date.start, date.end) for date in dates]
    return sorted(found)


def _is_capital_word(match: re.Match[str]) -> bool:
    """Whether what looked like a symbol is "and/or"."""
    return match.lastgroup == "symbol" and not _DIGIT.search(match[0])
