"""The countries a document speaks of, the most often named first."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from kb import places
from kb.extractors.evidence import evidence
from kb.records import Document, Evidence, Passage

_CONFIDENCE = {"name": 0.95, "people": 0.9, "capital": 0.8, "city": 0.7}


def fill(document: Document) -> Document:
    """``document`` with the ISO codes of the countries that its title and passages name."""
    if document.countries:
        return document
    texts: list[tuple[Passage | None, str]] = [(None, document.title)]
    texts += [(passage, passage.text) for passage in document.passages]
    counts: Counter[str] = Counter()
    first: dict[str, Evidence] = {}
    for passage, text in texts:
        for mention in places.mentions(text):
            sure = _CONFIDENCE[mention.form]
            found = evidence(passage, mention.start, mention.end, sure)
            counts[mention.code] += not _is_seat(document, found, mention)
            first.setdefault(mention.code, found)
    # Counter.most_common keeps the order of first mention among equals.
    codes = tuple(code for code, _ in counts.most_common())
    noted = {f"countries/{code}": first[code] for code in codes}
    return replace(document, countries=codes, evidence={**document.evidence, **noted})


def _is_seat(document: Document, found: Evidence, mention: places.Mention) -> bool:
    """Whether it is the city of the dateline: where a release was written, not what it speaks of."""
    place = document.evidence.get("place")
    if place is None or not place.span or place.passage != found.passage or mention.form == "name":
        return False
    return place.span[0] <= mention.start < place.span[1]
