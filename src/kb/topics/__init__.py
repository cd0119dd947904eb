"""What a document is about: Document + Thesaurus -> Document with topics and their evidence.

A concept becomes a topic when the title or a heading names it, or when enough passages do: one
in a press release, and in a long guideline one in every twenty-five, because a hundred paragraphs
mention many things that they are not about. Evidence keeps the words and where they stand.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

from kb.records import Document, Evidence, Topic, TopicEvidence
from kb.text.words import terms
from kb.thesaurus import Thesaurus

PASSAGES_A_MENTION = 25  # a topic is named at least once in so many passages
KEPT = 12  # pieces of evidence kept for a topic
_IN_TITLE = 1.0
_IN_HEADING = 0.9


@dataclass(slots=True)
class _Mentions:
    """Where a concept was named."""

    evidence: list[TopicEvidence] = field(default_factory=list)
    passages: set[str] = field(default_factory=set)
    prominent: bool = False

    def add(self, words: str, evidence: Evidence) -> None:
        self.evidence.append(TopicEvidence(words=words, evidence=evidence))
        self.passages.add(evidence.passage or "")
        self.prominent = self.prominent or evidence.confidence >= _IN_HEADING


def assign(document: Document, thesaurus: Thesaurus) -> Document:
    """The document with its topics, the most often named first."""
    mentions: dict[str, _Mentions] = {}
    for address, page, text, language, confidence in _texts(document):
        for found in thesaurus.find(terms(text, language), text, language):
            evidence = Evidence(
                passage=address, span=(found.start, found.end), page=page, confidence=confidence
            )
            mentions.setdefault(found.concept, _Mentions()).add(text[found.start : found.end], evidence)
    needed = math.ceil(len(document.passages) / PASSAGES_A_MENTION)
    kept = [
        (concept, each)
        for concept, each in mentions.items()
        if each.prominent or len(each.passages) >= needed
    ]
    kept.sort(key=lambda pair: _order(pair[0], pair[1], thesaurus))
    return replace(
        document,
        topics=tuple(Topic(id=concept, evidence=_best(each)) for concept, each in kept),
    )


def _order(concept: str, mentions: _Mentions, thesaurus: Thesaurus) -> tuple[bool, float, str]:
    """Named in the title or a heading first, then often; a wide concept counts half."""
    wide = len(thesaurus.narrower(concept)) > 1
    return not mentions.prominent, -len(mentions.passages) / (2 if wide else 1), concept


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
