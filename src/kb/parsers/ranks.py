"""How high a heading stands by the form of its number: "Part I", "II.", "B.", "3.", "3.1"."""

from __future__ import annotations

import re

from kb.parsers.divisions import division

_OF_DIVISIONS = {"part": 1, "title": 1, "module": 1, "axis": 1, "chapter": 2, "unit": 2, "s": 3, "session": 3}
_ROMAN, _LETTER, _NUMBER, _DIVISION = 4, 5, 6, 7  # below a number of one part, above one of two
_FORM = re.compile(
    r"(?P<roman>[IVX]|[IVXLC]{2,7})[.)-]|(?P<letter>[A-Z])[.)-]|(?P<parts>[0-9]{1,3}(?:\.[0-9]{1,2}){0,4})[.)-]?\s"
)
_UNRANKED = ("annex", "p")  # an annex stands beside the highest


def rank(text: str) -> int:
    """The rank of a heading, 1 for the highest; 0: it has no number that tells.

    >>> [rank(each) for each in ("Parte I", "II. Fin", "A. Fin", "2. Fin", "Principio 2", "2.1 Fin")]
    [1, 4, 5, 6, 7, 8]
    """
    found = division(text)
    if found:
        return 0 if found.word in _UNRANKED else _OF_DIVISIONS.get(found.word, _DIVISION)
    form = _FORM.match(text)
    if form is None:
        return 0
    return _ROMAN if form["roman"] else _LETTER if form["letter"] else _NUMBER + 2 * form["parts"].count(".")
