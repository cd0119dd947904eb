"""How fields are written in a question: their names in both languages, and blanks around the colon.

``topic: asylum``, ``año : 2014`` and ``year:2014 - 2018`` say what they say without the blanks; behind a word
that is no field a colon is a mark like any other.
"""

from __future__ import annotations

import re

from kb.text.folding import fold

FIELD_NAMES = {
    "topic": "topic", "tema": "topic", "group": "group", "grupo": "group",
    "kind": "kind", "type": "kind", "tipo": "kind",
    "country": "country", "pais": "country", "language": "language", "lang": "language", "idioma": "language",
    "lengua": "language", "publisher": "publisher", "editor": "publisher", "editorial": "publisher",
    "organisation": "organisation", "organization": "organisation", "organizacion": "organisation",
    "person": "person", "persona": "person", "place": "place", "lugar": "place",
    "symbol": "symbol", "simbolo": "symbol", "signatura": "symbol",
    "year": "year", "ano": "year", "published": "year", "publicado": "year", "date": "year", "fecha": "year",
    "after": "after", "since": "after", "desde": "after", "despues": "after",
    "before": "before", "antes": "before", "until": "until", "hasta": "until",
}  # fmt: skip
_COLON = re.compile(r"(?<!\w)([^\W\d_]{1,20})[ \t]*:[ \t]*(?=[\w\"“”«„(<>=.])")
_DATES = re.compile(r"(?<=:)([\d/-]{4,10})[ \t]*(?:\.\.|[-–—]|\b(?:to|al?|hasta)\b)[ \t]*(?=\d{4}(?!\d))")
_COMPARED = re.compile(r"(?<=:)([<>]=?)[ \t]+(?=\d)")


def without_blanks(text: str) -> str:
    """The question with its fields written without blanks.

    >>> without_blanks("tema: asilo, año : 2014 - 2018"), without_blanks("before: note: two words")
    ('tema:asilo, año:2014..2018', 'before:note: two words')
    """
    named = _COLON.sub(lambda found: f"{found[1]}:" if fold(found[1]) in FIELD_NAMES else found[0], text)
    return _COMPARED.sub(r"\1", _DATES.sub(r"\1..", named))
