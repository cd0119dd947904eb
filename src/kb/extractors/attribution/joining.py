"""Whether a quotation goes on behind its attribution: "We listened," said Ana Paz. "We acted."."""

from __future__ import annotations

import re

from kb.extractors import saying
from kb.extractors.attribution.discourse import Found
from kb.extractors.honorifics import abbreviates_before
from kb.extractors.speech import Span

_ENDS = re.compile(r"[.!?…](?=\s+\S)")
# Somebody goes on in the same sentence: "said Ana Paz, who added:".
_ADDS = re.compile(
    r",?\s(?:quien|who)\s(?:(?:además|luego|también|then|also)\s)?(?:agregó|añadió|prosiguió|continuó|added|continued|went\son):\s?"
)
# What somebody does beside speaking, or a clause of it: "dice y se ríe,", "in a letter that was read,".
_GESTURE = re.compile(
    r"\s?(?:y|e|and)\s(?:se\s|lo\s|la\s)?[a-záéíóúñ]{2,14},\s"
    r"|,?\s(?:(?:in|en|on|con|with|por|by|during|durante|de|from)\s[^.;:“”\"«»]{2,80}\s)?(?:who|que|quien|which|mientras|while|as|cuando|when)\s"
    r"(?![^.;:“”\"«»]*\b[^\W\d_]+(?:ó|ed|said|dijo|dice)(?:\s(?:that|que))?,?\s$)[^.;:“”\"«»]{2,120},\s"
)


def ends_within(rest: str) -> bool:
    """Whether a sentence ends within ``rest``, and not an abbreviation: "a la visitadora, Lic. Ana Paz."."""
    return any(not abbreviates_before(rest, ends.end()) for ends in _ENDS.finditer(rest))


def begins_anew(text: str, span: Span, again: Found) -> bool:
    """Whether a whole sentence behind a finished part tells of others: “...” Her aunt, Ana Paz, laughed."""
    finished = text[span.end - 1] in ".!?…" and text[span.close : span.close + 2][:1] == " "
    return (
        finished and text[span.close + 1 : span.close + 2].isupper() and "," in text[span.close : again.end]
    )


def goes_on(text: str, last: Span, found: Found, rest: str) -> bool:
    """Whether a quotation goes on behind its attribution and ``rest``: it had not ended before."""
    if _ADDS.fullmatch(rest):
        return True
    if "." in rest or text[found.end - 1] == ".":
        ended = text[last.start : last.end].rstrip("’'")[-1:]
        return ended in ",?!" or text[last.close : last.close + 1] == ","
    if _GESTURE.fullmatch(rest):
        return True
    others = [rest[start:end] for start, end in saying.verbs(rest, 0, len(rest))]
    if rest.rstrip().endswith(","):  # "dice Ana Paz señalando una caja,"
        others = [verb for verb in others if not verb.endswith(("ndo", "ing"))]
    return not others and (len(rest.split()) < 2 or rest.rstrip()[-1:] in ",;:—–")
