"""A named thing in a text, such as a programme or who finances it: its name and where that stands."""

from __future__ import annotations

import re
from typing import NamedTuple

from kb.extractors.figure_units import FUNCTION_WORDS
from kb.records import Passage
from kb.text.folding import fold
from kb.text.letters import UPPER

LONGEST = 50_000  # characters read of a passage: longer ones are no prose
# "Our Mesoamerica Program", "IOM’s Mesoamerica Program"
_OPENING = re.compile(rf"(?:(?P<word>[^\W\d_]+)|[{UPPER}][\w&’'-]*['’]s?)\s")
# Behind one, "Each" and "Both" are a name's: "the Each Name Project", "its Both Banks Initiative".
_ARTICLE = re.compile(r"(?:\b(?i:the|its|their|our|his|her|el|la|los|las|sus?)|['’]s)\s$")
_OWNER = re.compile(rf"(?:[{UPPER}][\w&-]*\s){{0,3}}[{UPPER}][\w&-]*(?:['’]s|s['’])\s")
OPENERS = FUNCTION_WORDS | frozenset("el la un una su en".split())


class Named(NamedTuple):
    """A name in a text, and where it stands."""

    name: str
    passage: Passage | None
    start: int
    end: int
    weight: int = 0
    told: bool = False  # the text says what it is


def trimmed(text: str, start: int, end: int, *, opened: bool) -> tuple[int, int]:
    """The span without marks at its end; ``opened`` says that a sentence's first words may be in it."""
    opened = opened and _ARTICLE.search(text[max(0, start - 6) : start]) is None
    if (
        not opened
        and text[max(0, start - 4) : start].endswith("the ")
        and (owner := _OWNER.match(text, start, end))
    ):
        start = owner.end()  # "the Foundation's Someone Beside Me initiative"
    while opened and (match := _OPENING.match(text, start, end)):
        if match["word"] and fold(match["word"]) not in OPENERS:
            break
        start = match.end()
        if _ARTICLE.search(text[max(0, start - 6) : start]):
            break
    return start, end - (len(text[start:end]) - len(text[start:end].rstrip(" ,.;:")))
