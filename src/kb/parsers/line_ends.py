"""What the end of a line means in plain text: a space in wrapped prose, or an end that the author set.

In wrapped prose the first word of the next line would not have fitted any more. Some lines go on whatever
their width: behind a small word ("Rooms for children in / southern Mexico"), before a small letter, and
within a name ("or contact Ana / Paz Luna, 2212-5300").
"""

from __future__ import annotations

import re

from kb.parsers.head_lines import is_dated
from kb.places import is_place

NARROWEST = 40  # characters: no prose is wrapped to less
LABELLED = re.compile(
    r"\s*(?:tel|fax|e-?mail|correo|m[oó]vil|cel|www\.|https?:|[\w.+-]{1,64}@)", re.IGNORECASE
)
# A line that ends so goes on: "Rooms for children in / southern Mexico".
_GOES_ON = re.compile(
    r"(?:\s(?:a|an|the|of|for|in|on|at|to|and|or|with|by|from|as|who|that|than|its|their|de|del|la|las|los|el|y|e|o|en"
    r"|con|para|por|al|que|se|su|sus|un|una|sin|entre|sobre|desde|hasta)|[,\w]-|,)$",
    re.IGNORECASE,
)
# The end of a sentence's line within a name, and what is left of it.
_SHORTEST_CUT, _FEWEST_OF_SENTENCE = 40, 4  # characters of such a line, and small words in it
_SMALL = re.compile(r"(?<!\S)[a-záéíóúñü]+(?!\S)")
_NAMED = r"(?:[A-ZÀ-ÖØ-Þ][\w'’-]*\.?)"
_NAME_BEGUN = re.compile(
    rf"(?:\s(?!(?:of|in|from|at|the|de|del|en|desde|y|and)\s)[a-záéíóúñü]+|,)\s(?P<run>{_NAMED}(?:\s{_NAMED}){{0,5}})$"
)
_TITLE_AND_NAME = re.compile(
    r"\s[a-záéíóúñü]+\s[A-Z][a-z]{1,5}\.\s[A-ZÀ-ÖØ-Þ][^\W\d_]+$"
)  # "con la Lic. Ana"
_NAME_ENDS = re.compile(rf"(?P<run>{_NAMED}(?:\s{_NAMED}){{0,3}}?)(?:[,;]|\.(?:\s|$)|\s[a-z(]|\s?$)")


def goes_on(line: str) -> bool:
    """Whether a line cannot end there: its last word is a small one, or parted."""
    return _GOES_ON.search(line) is not None


def is_hard(line: str, following: str, width: int) -> bool:
    """Whether the author ended a line: the next word would have had room on it."""
    stripped, after = line.strip(), following.strip()
    if not after or not stripped or goes_on(stripped):
        return False
    if (after[:1].islower() and not LABELLED.match(after)) or _is_within_name(stripped, after):
        return False
    room = len(line.rstrip()) + 1 + len(after.split(maxsplit=1)[0])
    return room <= width or width < NARROWEST


def _is_within_name(line: str, following: str) -> bool:
    """Whether the line of a sentence ends within somebody's name, one part of which is a word alone."""
    sentence = len(line) >= _SHORTEST_CUT and len(_SMALL.findall(line)) >= _FEWEST_OF_SENTENCE
    cut = sentence or _TITLE_AND_NAME.search(line)
    begun = _NAME_BEGUN.search(line) if cut and not LABELLED.match(following) else None
    ends = _NAME_ENDS.match(following) if begun and not is_dated(following) else None
    if begun is None or ends is None or is_place(ends["run"]) or is_place(begun["run"]):
        return False
    titled = _TITLE_AND_NAME.search(line) is not None
    return titled or " " not in begun["run"] or " " not in ends["run"]
