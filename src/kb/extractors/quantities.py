"""Quantities: a number with its qualifier, its currency and the noun of what it counts.

"over 68,000 unaccompanied children", "unos US$ 3 millones", "40 %"; and whether the sentence tells
that it is a rise or a fall by this amount ("fell by 12 per cent").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.extractors.figure_units import Unit, after_scale, is_money, is_people, is_share, unit_behind
from kb.text.endings import Ending
from kb.text.numbers import NumberMention

_LONGEST_QUALIFIER = 40  # characters, with the currency behind it
_LONGEST_TREND = 40
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
_CHANGED_BY = r"\w{0,8}\s(?:(?:by|of|de|del|en|un|una|el)\s){1,2}"
_TRENDS = (
    ("up", Ending(rf"\b{_UP}{_CHANGED_BY}|\bup\s", longest=_LONGEST_TREND)),
    ("down", Ending(rf"\b{_DOWN}{_CHANGED_BY}|\bdown\s", longest=_LONGEST_TREND)),
)
_TRENDS_AFTER = (
    ("up", re.compile(rf"\W{{1,3}}{_UP}\w*(?!\s(?:de\s)?\d)", re.IGNORECASE)),
    ("down", re.compile(rf"\W{{1,3}}{_DOWN}\w*", re.IGNORECASE)),
)
_PESOS_OR_DOLLARS = frozenset(["mdp", "mdd"])  # "120 mdp": million pesos, as the scale of the number


@dataclass(frozen=True, slots=True)
class Quantity:
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


def read(text: str, number: NumberMention, language: str) -> Quantity | None:
    """A number with its qualifier and unit; None for one thing, and for nothing."""
    before = _BEFORE.search(text, max(0, number.start - _LONGEST_QUALIFIER), number.start)
    qualifier = before["qualifier"] if before else None
    unit = _unit(text, number, before, language)
    measured = unit is not None and (is_money(unit.words) or is_share(unit.words))
    # In "3 girls and 1 boy" the digit counts, in "one boy" the word is an article.
    measured |= number.digits and unit is not None and is_people(unit.words)
    if number.value <= 1 and not measured:
        return None
    return Quantity(
        value=number.value,
        begin=number.start,
        stop=number.end,
        start=before.start() if before and before[0].strip() else number.start,
        end=max(number.end, unit.end if unit else 0),
        qualifier=" ".join(qualifier.lower().split()) if qualifier else None,
        unit=unit,
    )


def _unit(text: str, number: NumberMention, before: re.Match[str] | None, language: str) -> Unit | None:
    """The noun behind a number where it is money or no currency stands before it; else the currency."""
    unit = unit_behind(text, after_scale(text, number.end), language)
    scaled = text[max(number.start, number.end - 3) : number.end].lower()
    if unit is None and scaled in _PESOS_OR_DOLLARS:
        unit = Unit(scaled, number.end - 3, number.end)
    if before and before["currency"] and not (unit and is_money(unit.words)):
        currency, start = before["currency"].strip(), before.start("currency")
        return Unit(currency, start, start + len(currency))
    return unit


def trend(text: str, quantity: Quantity) -> str | None:
    """Whether it is told as a rise or a fall by this amount: "up" or "down"."""
    before = text[max(0, quantity.start - _LONGEST_TREND) : quantity.start].lower()
    for name, ending in _TRENDS:
        if ending.ends(before):
            return name
    if not quantity.is_share:
        return None
    return next((name for name, pattern in _TRENDS_AFTER if pattern.match(text, quantity.end)), None)
