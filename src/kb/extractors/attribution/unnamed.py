"""Quotations of whom the clause before them names nobody: "She had only one complaint:", "He wrote that"."""

from __future__ import annotations

import re

from kb.extractors import saying
from kb.extractors.attribution import readings
from kb.extractors.attribution.clauses import word_start
from kb.extractors.attribution.discourse import Found
from kb.extractors.scene import Voice

_REPORTS = re.compile(r"\b(?:that|que)\b[^.;:“”\"«»]{0,120}$|:\s?$")
_BY_WHICH = re.compile(r"\b(?:according\sto|under|in|by)\swhich\s?$|\bseg[uú]n\s(?:el|la)\scual,?\s?$")
_SAID_IT = re.compile(
    r"(?:\s(?:it|they|he|she)(?:\s(?:was|were|is|are|had|would|will|has))?)?(?:\s(?:in|en)\s[^\W\d_]{3,12})?[\s,]*"
)
_AS = re.compile(r"(?:As|Como)\s")  # "As the bishops wrote in 1998, “...”"
_ADJUNCT = re.compile(r"[^.;:“”\"«»]{0,60},\s?")
# Who is asked answers: "El más callado, cuando le preguntamos qué le hacía falta:", "When we asked the boy:".
_WE_ASKED = re.compile(
    r"\b(?:cuando|al)\s(?:(?:se\s)?l[eao]s?\s)?(?:pregunt(?:amos|é|aron|ó|an?)|preguntarles?)\b[^:]{0,120}:\s?$"
    r"|\bwhen\s(?:we|I|they|somebody|someone)\sask(?:ed)?\b(?!\sfor\b)[^:]{0,120}:\s?$|\bwhen\sasked\b[^:]{0,120}:\s?$",
    re.IGNORECASE,
)
# Those who write speak themselves: "Nosotras decimos lo mismo:", "To the governments we say:".
_WE_SAY = re.compile(
    r"\b(?:(?<!\ble\s)decimos|dijimos|respondimos|respondemos|contestamos|repetimos|gritamos|preguntamos|insistimos"
    r"|we\s(?:say|said|answer(?:ed)?|repl(?:y|ied)|repeat(?:ed)?|ask(?:ed)?|insist(?:ed)?))\b[^.;:“”\"«»]{0,60}:\s?$",
    re.IGNORECASE,
)
_MANY_SAY = re.compile(
    r"\b[a-z]{3,20}s\s(?:(?:also|now|still|often)\s)?(?=[a-z]{3,12}(?:\sthat\b|[,:]\s?$))", re.IGNORECASE
)
_LONGEST_SAYING = 60  # characters of "only one complaint:"
_LONGEST_HELD = 200  # characters from a verb with "that" to the words it leads to


def somebody(text: str, start: int, stop: int) -> Found | None:
    """Speech of whom the clause tells with words that are no name: "The mission said in a note that it"."""
    if readings.is_document(text, start, stop) or readings.is_written(text, start, stop):
        leads = _REPORTS.search(text, start, stop) or saying.verbs(text, start, stop)
        return (
            Found(Voice(), stop, 0.45, told=True)
            if leads and readings.is_written(text, start, stop)
            else None
        )
    if _BY_WHICH.search(text, start, stop):
        return Found(Voice(), stop, 0.45, told=True)
    ends = saying.ENDS_IN_SAYING.search(text, max(start, stop - _LONGEST_SAYING), stop)
    if ends or saying.SAYING_IS.search(text, start, stop):
        return Found(Voice(), stop, 0.45, told=True)
    window = max(start, stop - _LONGEST_HELD)
    if any(each.search(text, window, stop) for each in (saying.LEADS_TO_SAY, _WE_ASKED, _WE_SAY)):
        return Found(Voice(), stop, 0.45, told=True)
    many = (saying.base_behind(text, each.end(), stop) for each in _MANY_SAY.finditer(text, window, stop))
    if any(many):  # "Advocates warn that"
        return Found(Voice(), stop, 0.45, told=True)
    for _, end in saying.verbs(text, start, stop)[-1:]:
        noun = word_start(text, end)
        if readings.is_document(text, noun, stop) and not readings.is_written(text, noun, stop):
            return None  # "As the sign at the door says,"
        as_they = _AS.match(text, start) and _ADJUNCT.fullmatch(text, end, stop)
        # A boy looked at the pot and said, "..."
        said = _SAID_IT.fullmatch(text, end, stop) and not readings.leads_to_reading(text, start, stop)
        if as_they or said or _REPORTS.search(text, end, stop):
            return Found(Voice(), stop, 0.45, told=True)
    return None
