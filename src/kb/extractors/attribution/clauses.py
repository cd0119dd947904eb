"""The stretch of a sentence beside a quotation: where it begins, ends and has its first word."""

from __future__ import annotations

import re

from kb.extractors.honorifics import whole_sentences

FARTHEST = 400  # characters between a quotation and who said it
LEAD = re.compile(r"(?::\s(?=as[ií]\s)|[\s,.;_*]{0,4})(?P<dash>[‒–—―-]{1,2}\s?|\(|[|/]\s)?")


def lead_end(text: str, close: int, limit: int) -> int:
    """Where the words begin behind a quotation, its marks and the dash of its attribution."""
    lead = LEAD.match(text, close, limit)
    return lead.end() if lead else close


def sentence_end(text: str, start: int, limit: int) -> int:
    """Where the sentence ends that goes on at ``start`` behind a closing mark."""
    begin = lead_end(text, start, limit)
    spans = whole_sentences(text[begin:limit])
    return begin + spans[0][1] if spans else limit


def clause_before(text: str, start: int, stop: int) -> tuple[int, int] | None:
    """The unfinished sentence in front of ``stop``; None where a sentence has just ended."""
    spans = whole_sentences(text[start:stop])
    if not spans:
        return None
    first, last = start + spans[-1][0], start + spans[-1][1]
    if text[last - 1 : last] in ".!?…":
        return None
    while first < last and text[first] in " ,;.—–-":
        first += 1
    return (first, last) if first < last else None


def word_start(text: str, at: int) -> int:
    """Where the next word begins, spaces passed over."""
    while at < len(text) and text[at] == " ":
        at += 1
    return at
