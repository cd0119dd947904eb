"""What a document is about: Document + Thesaurus -> Document with topics and their evidence.

A concept becomes a topic when the title or a heading names it, when enough passages do (one in a
press release, in a long guideline one in every twenty-five, because a hundred paragraphs mention
many things that they are not about), or when neighbouring passages dwell on it. Evidence keeps the
words and where they stand.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

from kb.records import Document, Evidence, Topic, TopicEvidence
from kb.text.words import terms
from kb.thesaurus import Thesaurus

PASSAGES_A_MENTION = 25  # a topic is named at least once in so many passages
PROSE = 5  # words that make a passage count as one; a contact line or a menu is none
_SHORT = {"press-release": 1, "digest": 1}  # about whatever they name, however they are cut up
DWELLING, NEIGHBOURS = 3, 3  # so many mentions within so many passages in a row
KEPT = 12  # pieces of evidence kept for a topic
_IN_TITLE = 1.0
_IN_HEADING = 0.9


@dataclass(slots=True)
class _Mentions:
    """Where a concept was named."""

    evidence: list[TopicEvidence] = field(default_factory=list)
    places: list[int] = field(default_factory=list)  # of the passages in the document, in order
    prominent: bool = False

    def add(self, words: str, evidence: Evidence, place: int) -> None:
        self.evidence.append(TopicEvidence(words=words, evidence=evidence))
        self.places.append(place)
        self.prominent = self.prominent or evidence.confidence >= _IN_HEADING

    def make_a_topic(self, passages: int) -> bool:
        """Whether a document of so many passages is about the concept, and does not only name it."""
        spread = len(set(self.places)) >= math.ceil(passages / PASSAGES_A_MENTION)
        later = self.places[DWELLING - 1 :]
        dwelt = any(last - first < NEIGHBOURS for first, last in zip(self.places, later, strict=False))
        return self.prominent or spread or dwelt


def assign(document: Document, thesaurus: Thesaurus) -> Document:
    """The document with its topics, the most often named first."""
    mentions: dict[str, _Mentions] = {}
    for place, (address, page, text, language, confidence) in enumerate(_texts(document)):
        for found in thesaurus.find(terms(text, language), text, language):
            evidence = Evidence(
                passage=address, span=(found.start, found.end), page=page, confidence=confidence
            )
            words = text[found.start : found.end]
            mentions.setdefault(found.concept, _Mentions()).add(words, evidence, place)
    prose = sum(len(each.text.split()) >= PROSE for each in document.passages)
    kept = [pair for pair in mentions.items() if pair[1].make_a_topic(_SHORT.get(document.kind, prose))]
    kept.sort(key=lambda pair: _order(pair[0], pair[1], thesaurus))
    return replace(
        document,
        topics=tuple(Topic(id=concept, evidence=_best(each)) for concept, each in kept),
    )


def _order(concept: str, mentions: _Mentions, thesaurus: Thesaurus) -> tuple[bool, float, str]:
    """Named in the title or a heading first, then often; a wide concept counts half."""
    wide = len(thesaurus.narrower(concept)) > 1
    return not mentions.prominent, -len(set(mentions.places)) / (2 if wide else 1), concept


def _texts(document: Document) -> list[tuple[str | None, int | None, str, str, float]]:
    """Address, page, text, language of the title and every passage, and what a mention there is worth."""
    title = (None, None, document.title, document.language, _IN_TITLE)
    passages = [
        (
            each.address,
            each.page_from,
            each.text,
            each.language,
            _IN_HEADING if each.kind == "heading" else 0.8,
        )
        for each in document.passages
    ]
    return [title, *passages]


def _best(mentions: _Mentions) -> tuple[TopicEvidence, ...]:
    ranked = sorted(mentions.evidence, key=lambda each: -each.evidence.confidence)
    return tuple(ranked[:KEPT])
