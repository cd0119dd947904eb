"""Persons of a contact block who are told by a given name alone, beside the brackets of a number.

"2212-5300 (Marisol)" and "Marisol (2212-5300)" name her; "(Main)", "(Spanish)" and "(Tela)" say which
number it is.
"""

from __future__ import annotations

import re

from kb import places
from kb.extractors import directory
from kb.extractors.contact_people import Mark, is_no_name
from kb.extractors.honorifics import HONORIFIC
from kb.extractors.name_words import is_language
from kb.text.folding import fold
from kb.text.letters import UPPER

# Words in brackets behind a number, with a capital, that tell which number it is: "2212-5300 (Main)".
_NO_GIVEN_NAMES = frozenset(
    """
    afternoons anonymous anytime calls central clinica confidencial confidential conmutador day days dia
    direct directa directo emergency evenings fijo free gratis gratuita gratuito landline llamadas main
    mananas mensajes messages mornings nights noche noches personal recepcion reception signal skype sms
    switchboard tardes telegram text texts trabajo tramites urgent urgente voice weekdays weekends work
    """.split()
)
_GIVEN_IN_BRACKETS = re.compile(
    rf"\s?\((?:{HONORIFIC}\s)?(?P<name>[{UPPER}][^\W\d_]{{1,14}})(?:\)|,\s[^()\n]{{2,40}}\))"
)
_GIVEN_BEFORE = re.compile(
    rf"(?:[,;:]\s|\s(?:and|or|y|o|e|u|with|con)\s)(?P<name>[{UPPER}][^\W\d_]{{1,14}})\s\(?$"
)
_GIVEN_BEHIND = re.compile(  # "2222-0190 con Marlon, o al ..."
    rf"(?:\s\([^()\n]{{0,30}}\))?,?\s(?:con|with|ask\sfor|pregunt(?:e|ar)\spor)\s"
    rf"(?:(?:la|el|the|our)\s(?:[a-záéíóúñ]{{3,14}}\s)?)?(?:{HONORIFIC}\s)?"
    rf"(?P<name>[{UPPER}][^\W\d_]{{2,14}})(?=\s?[,.;)(\n]|\s(?:[oyu]|or|and)\s|$)"
)
_WIDEST_GIVEN = 30  # characters
_COURTESY = (
    r"(?:[Dd]oña|[Dd]on|[Hh]ermano|[Hh]ermana|[Ss]eñora?|[Pp]adre|[Mm]adre|[Ss]or|[Ff]ray|Miss|Nurse|Sister|Brother|Father|Mother"
    r"|Pastora?|(?:Mrs?|Ms|[Ll]ic|[Ll]icda|[Ss]ra?|[Dd]ra?|Hn[ao])\.)"
)
_WHO = (  # labels of persons: "Press contact on site: Ana, 2212-5300"
    r"\b(?i:contact[oa]?s?(?:\s[a-z]{2,12}){0,3}|prensa|press|entrevistas|interviews|enlace(?:\s[a-z]{2,12}){0,2}|responsable"
    r"|coordina\w{0,8}|atiende|informes|speaker|organi[sz]er|volunteers|voluntari[oa]s)"
)
_GIVEN_TO_CALL = re.compile(  # "doña Ana 2212-5300", "ring: Gus, 2212-5300", "con Beto, cocinero, 2212-5300"
    rf"(?:\A\s|{_WHO}:\s(?=[^\W\d_]+,\s$)|(?<![^\W\d_]){_COURTESY}\s|\b(?i:ring|call|text|phone|(?:llamar|llame|marcar|marque)\sa|con|with|ask\sfor|preguntar\spor):?\s(?:(?:la|el|the|our)\s(?:{_COURTESY}\s)?)?"
    rf"|[\u260e\u2706\U0001f4de\U0001f4f1\U0001f4f2]\ufe0f?\s)"
    rf"(?:(?P<first>[{UPPER}][^\W\d_]{{2,14}})\s(?:or|and|[oyue])\s(?:a\s)?(?:{_COURTESY}\s)?)?(?P<name>[{UPPER}][^\W\d_]{{2,14}})"
    r"(?:\s\([^()\n\d]{2,30}\)|,\s[^\n\d,;:@.]{3,40})?(?:[,:]|\s(?:at|on|al|en\sel))?\s\(?$"
)
_CAPITALISED = re.compile(rf"(?<!\w)(?P<name>[{UPPER}][^\W\d_]{{2,14}})(?!\w)")
_LETTERS = re.compile(r"[a-z]{3,}(?=[@._-])")
_WIDEST_CALL = 90  # characters


def given_in_brackets(text: str, end: int) -> Mark | None:
    """Who is told by a given name alone in the brackets that open at ``end``: "2212-5300 (Marisol)"."""
    return _given(_GIVEN_IN_BRACKETS.match(text, end))


def given_behind(text: str, end: int) -> Mark | None:
    """Who is asked for by a given name alone behind a number that ends at ``end``: "2212-5300 with Ana"."""
    return _given(_GIVEN_BEHIND.match(text, end))


def given_before_brackets(text: str, start: int) -> Mark | None:
    """Who is told by a given name alone before the brackets that open at ``start``: ", Ana (2212-5300)"."""
    opened = "(" in text[start - 1 : start + 1]
    return _given(_GIVEN_BEFORE.search(text, max(0, start - _WIDEST_GIVEN), start)) if opened else None


def given_to_call(text: str, begin: int, start: int) -> list[Mark]:
    """Who is told by a title or behind "call" by a given name alone, before a number at ``start``.

    Nothing before ``begin`` is looked at. Two may be told: "call Ana or Leo on ...".
    """
    found = _GIVEN_TO_CALL.search(text, max(begin, start - _WIDEST_CALL), start)
    told = _given(found), _given(found, "first") if found and found["first"] else None
    return sorted(mark for mark in told if mark)


def given_spelt(text: str, begin: int, address: Mark) -> Mark | None:
    """Who is told from ``begin`` on by a given name alone that an address has: "Theo writes: theo@..."."""
    local = _LETTERS.match(fold(address.words))
    words = _CAPITALISED.finditer(text, begin, address.start) if local else ()
    return _given(next((word for word in words if local and fold(word["name"]) == local[0]), None))


def _given(found: re.Match[str] | None, which: str = "name") -> Mark | None:
    if found is None:
        return None
    word = found[which]
    other = is_no_name(word) or is_language(word) or places.is_place(word) or directory.knows_acronym(word)
    return None if other or fold(word) in _NO_GIVEN_NAMES else Mark(*found.span(which), "name", word)
