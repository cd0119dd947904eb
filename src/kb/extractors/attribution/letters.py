"""Words that come from a letter: whose it is that a clause before a quotation speaks of."""

from __future__ import annotations

import re

from kb.extractors.attribution import readings
from kb.extractors.attribution.clauses import FARTHEST
from kb.extractors.attribution.discourse import Discourse, Found
from kb.extractors.honorifics import whole_sentences
from kb.extractors.scene import Voice

_WROTE = re.compile(
    r"\b(?:written|wrote|writes|sent|signed|escrito|escribió|escribe|envi(?:ó|ado)|mandó|firm(?:ó|ado))\b"
)
_LETTERS = r"(?:letter|message|statement|carta|mensaje|misiva|comunicado|pronunciamiento)"
# Words of somebody else, which are read aloud: "leyó en tribuna una carta:".
_READ_ALOUD = re.compile(
    rf"\b(?:leyó|leyeron|lee|leyendo|read|reads|reading)\s(?:[^\s.;:]+\s){{0,4}}?(?:una?|la|el|a|the|an|one)\s(?:\w+\s)?"
    rf"(?:{_LETTERS}|note|nota|testimon(?:y|io)|poema?|diar(?:y|io))\b(?P<by>\s(?:from|by|of|de(?=l?\s)|que\s\w+)(?:l(?=\s))?\s)?",
    re.IGNORECASE,
)
_LETTER_GOES_ON = re.compile(
    rf"(?:the|la|el)\s{_LETTERS}\s(?:ends|closes|concludes|begins|opens|adds|says|reads|goes\son|continues|termina|cierra"
    r"|concluye|empieza|comienza|abre|agrega|añade|dice|continúa)(?:\s(?:with|con|así|thus|by\ssaying))?:\s?",
    re.IGNORECASE,
)
_MOST_ABOVE = 40  # passages in which it is told whose a letter is
_THEIR_LETTER = re.compile(rf"\b(?:his|her|su)\s(?:[a-zA-Z]{{3,14}}\s)?{_LETTERS}\b")


def aloud(discourse: Discourse, passage: int, start: int, stop: int) -> Found | None:
    """Whose letter is read aloud, whoever reads it: "leyó en tribuna una carta de Ana Paz:"."""
    read = _READ_ALOUD.search(discourse.text(passage), start, stop)
    if read is None:
        return None
    writer = discourse.subjects.at(passage, read.end(), stop) if read["by"] else None
    named = writer if writer and writer.kind in {"name", "role"} else None
    return discourse.found(passage, start, named, 0.8) or Found(Voice(), stop, 0.5, told=True)


def written(discourse: Discourse, passage: int, start: int, stop: int) -> Found | None:
    """Who has just been told to write, where a clause speaks of a letter: "The letter had one line:"."""
    text = discourse.text(passage)
    window = max(0, start - FARTHEST)
    spans = whole_sentences(text[window:start])
    if not spans or not readings.is_letter(text, start, stop):
        return None
    wrote = _WROTE.search(text, window + spans[-1][0], start)
    voice = discourse.alone(passage, window + spans[-1][0], start) if wrote else None
    return Found(voice, stop, 0.6) if voice else None


def gone_on_with(discourse: Discourse, passage: int, start: int, stop: int) -> Found | None:
    """Whose letter it is that a clause goes on with: "The letter ends:"."""
    if not _LETTER_GOES_ON.fullmatch(discourse.text(passage), start, stop):
        return None
    for above in range(passage - 1, max(-1, passage - 1 - _MOST_ABOVE), -1):
        theirs = _THEIR_LETTER.search(discourse.text(above))
        voice = discourse.alone(above, 0, len(discourse.text(above))) if theirs else None
        if voice:
            return Found(voice, stop, 0.65)
    return None
