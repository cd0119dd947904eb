"""What a document is about: Document + Thesaurus -> Document with topics and their evidence.

A concept becomes a topic when the title or a heading names it, when enough passages do (one in a
press release, in a long guideline one in every twenty-five, because a hundred paragraphs mention
many things that they are not about), or when neighbouring passages dwell on it. Evidence keeps the
words and where they stand.

Groups of people (children, migrants, women ...) go by the same rule and are found apart: a group is
named by its own labels and by those of the concepts that are of it or concern it, inside longer
names too.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field, replace

from kb.records import Document, Evidence, Passage, Topic, TopicEvidence
from kb.text.words import terms
from kb.thesaurus import Found, Thesaurus

RULES = 2  # raised when the rules below give other topics for the same words
PASSAGES_A_MENTION = 25  # a topic is named at least once in so many passages
PROSE = 5  # words that make a passage count as one; a contact line or a menu is none
_SHORT = {"press-release": 1, "digest": 1}  # about whatever they name, however they are cut up
DWELLING, NEIGHBOURS = 3, 3  # so many mentions within so many passages in a row
_LIST = re.compile(r"[\s,]{0,3}(?:\b(?:and|or|y|o|e|u)\s)?(?:\b(?:the|las?|los|el)\s)?")  # between names
KEPT = 12  # pieces of evidence kept for a topic
_IN_TITLE = 1.0
_IN_HEADING = 0.9
_IN_TEXT = 0.8


@dataclass(slots=True)
class _Mentions:
    """Where a concept was named."""

    evidence: list[TopicEvidence] = field(default_factory=list)
    places: list[int] = field(default_factory=list)  # of the passages in the document, in order
    prominent: bool = False
    end: tuple[int, int] = (-1, 0)  # passage and character where the last one ended

    def add(self, text: str, found: Found, at: Evidence, place: int) -> None:
        span = (found.start, found.end)
        self.evidence.append(
            TopicEvidence(words=text[found.start : found.end], evidence=replace(at, span=span))
        )
        listed = self.end[0] == place and _LIST.fullmatch(text, self.end[1], found.start)
        self.end = place, found.end
        if not listed:  # "lesbian, gay or bisexual" is one mention
            self.places.append(place)
        self.prominent = self.prominent or at.confidence >= _IN_HEADING

    def make_a_topic(self, passages: int) -> bool:
        """Whether a document of so many passages is about the concept, and does not only name it."""
        spread = len(set(self.places)) >= math.ceil(passages / PASSAGES_A_MENTION)
        later = self.places[DWELLING - 1 :]
        dwelt = any(last - first < NEIGHBOURS for first, last in zip(self.places, later, strict=False))
        return self.prominent or spread or dwelt


def assign(document: Document, thesaurus: Thesaurus) -> Document:
    """The document with its topics, the most often named first."""
    topics: dict[str, _Mentions] = {}
    groups: dict[str, _Mentions] = {}
    for place, (at, text, language) in enumerate(_texts(document)):
        words = terms(text, language)
        for found in thesaurus.find(words, text, language):
            topics.setdefault(found.concept, _Mentions()).add(text, found, at, place)
        for group, found in thesaurus.find_groups(words, text, language):
            groups.setdefault(group, _Mentions()).add(text, found, at, place)
    prose = sum(len(each.text.split()) >= PROSE for each in document.passages)
    passages = _SHORT.get(document.kind, prose)
    return replace(
        document, topics=_kept(topics, passages, thesaurus), groups=_kept(groups, passages, thesaurus)
    )


def groups_named(text: str, language: str, thesaurus: Thesaurus) -> frozenset[str]:
    """The groups of people that a text names."""
    return frozenset(group for group, _ in thesaurus.find_groups(terms(text, language), text, language))


def fingerprint(thesaurus: Thesaurus) -> str:
    """What a document's topics depend on besides its text: these rules and the thesaurus."""
    return f"{RULES}-{thesaurus.fingerprint}"


def _kept(mentions: dict[str, _Mentions], passages: int, thesaurus: Thesaurus) -> tuple[Topic, ...]:
    kept = [pair for pair in mentions.items() if pair[1].make_a_topic(passages)]
    kept.sort(key=lambda pair: _order(pair[0], pair[1], thesaurus))
    return tuple(Topic(id=concept, evidence=_best(each)) for concept, each in kept)


def _order(concept: str, mentions: _Mentions, thesaurus: Thesaurus) -> tuple[bool, float, str]:
    """Named in the title or a heading first, then often; a wide concept counts half."""
    wide = len(thesaurus.narrower(concept)) > 1
    return not mentions.prominent, -len(set(mentions.places)) / (2 if wide else 1), concept


def _texts(document: Document) -> list[tuple[Evidence, str, str]]:
    """Where the title and every passage stand and what a mention there is worth; text and language."""
    title = (Evidence(confidence=_IN_TITLE), document.title, document.language)
    return [title, *((_at(each), each.text, each.language) for each in document.passages)]


def _at(passage: Passage) -> Evidence:
    confidence = _IN_HEADING if passage.kind == "heading" else _IN_TEXT
    return Evidence(passage=passage.address, page=passage.page_from, confidence=confidence)


def _best(mentions: _Mentions) -> tuple[TopicEvidence, ...]:
    ranked = sorted(mentions.evidence, key=lambda each: -each.evidence.confidence)
    return tuple(ranked[:KEPT])
