"""The days on which running text says that it speaks: "Hoy, 5 de septiembre", "at today's briefing on 3 May".

A text without a dateline may say when it is given out in its first sentences only. A day that it speaks
of otherwise is that of an event.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kb.extractors.front import is_prose
from kb.records import Passage
from kb.text.dates import DateMention, find_dates

_TODAY = re.compile(
    r"\b(?:(?:hoy|today),?|(?:on|en)\s(?:this|este(?:\sd[ií]a)?))\s"
    r"(?:(?:the|el|d[ií]a|\w{3,9}day|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo),?\s){0,3}$",
    re.IGNORECASE,
)
# "This is a summary of what was said by Ana Paz at the press briefing on 3 May 2016."
_BRIEFING = re.compile(
    r"\b(?:what\swas\ssaid|quoted\stext|may\sbe\sattributed|lo\s(?:dicho|expresado|declarado)|pueden?\satribuir(?:se|le)?)\b"
    r"[^.]{0,160}\b(?:briefing|press\sconference|conferencia\sde\sprensa|rueda\sde\sprensa|sesi[oó]n\sinformativa)\b"
    r"[^.:;]{0,80}?(?:\b(?:on|of|del?|el)|,)\s(?:\w{3,9},?\s)?$",
    re.IGNORECASE,
)
_BEFORE = 60  # characters before a date in which "today" stands
_LONGEST_LEAD = 400  # characters


def days(passages: Iterable[Passage]) -> Iterator[tuple[Passage, DateMention]]:
    """The first such dates of paragraphs of running text, with their passages."""
    for passage in (each for each in passages if each.kind == "paragraph" and is_prose(each.text)):
        lead = passage.text[:_LONGEST_LEAD]
        for mention in find_dates(lead):
            before = lead[: mention.start]
            if mention.date.day and (_TODAY.search(before[-_BEFORE:]) or _BRIEFING.search(before)):
                yield passage, mention
