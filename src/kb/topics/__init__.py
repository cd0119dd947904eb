"""What a document is about: Document + Thesaurus -> Document with topics and their evidence.

A concept becomes a topic when the title names it, when enough passages do (one in a press release, two in
a digest, in a long guideline one in every eight, because a hundred paragraphs mention many things that
they are not about), when passages in a row dwell on it, or when a heading announces it and the text comes
back to it. A passage that opens with a concept is about it and counts twice. Chosen on twenty general
comments and digests, whose topics were judged before looking: half of them chose, the other half agreed.
Titles of treaties and bodies that a text cites name nothing but themselves. Evidence keeps the words
and where they stand.

Groups of people (children, migrants, women ...) are found apart: a group is named by its own labels
and by those of the concepts that are of it or concern it, inside longer names too; and a document
concerns people whom it names less often.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass, field, replace

from kb.records import Document, Evidence, Passage, Topic, TopicEvidence
from kb.text.words import terms
from kb.thesaurus import Found, Thesaurus
from kb.topics.citations import cited, cited_in_title
from kb.topics.meetings import met_together

RULES = 7  # raised when the rules below give other topics for the same words
PASSAGES_A_TOPIC = 8  # a topic is named at least once in so many passages,
ENOUGH = 10  # however long the document is, in so many at most,
WIDE = 15  # half as often again where so many concepts stand below it, being named everywhere,
PASSAGES_A_PROPER_NAME = 4  # and in so many a treaty or body, which is cited everywhere;
SECTION, TIMES = 3, 4  # or within so many passages in a row so often, though one alone names it;
OPENING = 5  # what stands in this fraction of a passage opens it, and counts twice
IN_OTHER_WORDS = 2  # passages, where none has a name of it
UNDER_A_HEADING = 2  # passages that come back to what a heading names
PASSAGES_A_GROUP = 25  # a group of people is named at least once in so many,
NEIGHBOURS, MENTIONS = 3, 3  # or so often within so many passages in a row
PROSE = 5  # words that make a passage count as one; a contact line or a menu is none
_SHORT = {"press-release": (1, 1), "digest": (16, 2)}  # one in so many passages, so many at most
_LIST = re.compile(r"[\s,]{0,3}(?:\b(?:and|or|y|o|e|u)\s)?(?:\b(?:the|las?|los|el)\s)?")  # between names
KEPT = 12  # pieces of evidence kept for a topic
_IN_TITLE = 1.0
_IN_HEADING = 0.9
_IN_TEXT = 0.8


@dataclass(slots=True)
class _Mentions:
    """Where a concept was named."""

    found: list[tuple[Evidence, str, Found]] = field(default_factory=list)  # where, in which text
    places: list[int] = field(default_factory=list)  # of the passages in the document, in order
    opened: set[int] = field(default_factory=set)  # the places of those that open with it
    titled: bool = False
    headed: bool = False
    end: tuple[int, int] = (-1, 0)  # passage and character where the last one ended

    def add(self, text: str, found: Found, at: Evidence, place: int) -> None:
        self.found.append((at, text, found))
        listed = self.end[0] == place and _LIST.fullmatch(text, self.end[1], found.start)
        self.end = place, found.end
        if not listed:  # "lesbian, gay or bisexual" is one mention
            self.places.append(place)
        if not found.worded and found.start * OPENING < len(text):
            self.opened.add(place)
        self.titled = self.titled or at.confidence >= _IN_TITLE
        self.headed = self.headed or at.confidence == _IN_HEADING

    @property
    def prominent(self) -> bool:
        """Whether the title or a heading names it."""
        return self.titled or self.headed

    def make_a_topic(self, passages: int, enough: int, *, wide: bool, proper: bool) -> bool:
        """Whether a document of so many passages is about the concept, and does not only name it."""
        named = len(set(self.places))
        if not self.titled and named < IN_OTHER_WORDS and all(name.worded for _, _, name in self.found):
            return False
        if proper and enough > 1:
            return self.titled or named * PASSAGES_A_PROPER_NAME >= passages
        headed = self.headed and named > min(UNDER_A_HEADING, enough - 1)
        often = named + len(self.opened) >= (math.ceil(1.5 * enough) if wide and enough > 1 else enough)
        return self.titled or headed or often or self._dwelt_on(min(enough, TIMES), wide=wide)

    def make_a_group(self, passages: int, *, short: bool) -> bool:
        """Whether a document of so many passages concerns these people; a short one, whom it names."""
        spread = len(set(self.places)) >= (1 if short else math.ceil(passages / PASSAGES_A_GROUP))
        later = self.places[MENTIONS - 1 :]
        near = any(last - first < NEIGHBOURS for first, last in zip(self.places, later, strict=False))
        return self.prominent or spread or near

    def _dwelt_on(self, times: int, *, wide: bool) -> bool:
        """Whether passages in a row name it so many times, a wide concept twice as often."""
        named = Counter((*self.places, *self.opened))
        most = max(sum(named.get(place, 0) for place in range(first, first + SECTION)) for first in named)
        return most >= (2 * times if wide else times)


def assign(document: Document, thesaurus: Thesaurus) -> Document:
    """The document with its topics, the most often named first, bodies and professions behind them."""
    topics: dict[str, _Mentions] = {}
    groups: dict[str, _Mentions] = {}
    for place, (at, text, language) in enumerate(_texts(document)):
        names = _names(text, language, thesaurus, title=place == 0)
        for found in _topics(names, text, thesaurus):
            topics.setdefault(found.concept, _Mentions()).add(text, found, at, place)
        for group, found in thesaurus.people(names):
            groups.setdefault(group, _Mentions()).add(text, found, at, place)
    prose = sum(len(each.text.split()) >= PROSE for each in document.passages if each.kind != "footnote")
    each_of, most = _SHORT.get(document.kind, (PASSAGES_A_TOPIC, ENOUGH))
    enough = min(math.ceil(prose / each_of), most)
    about = {
        id_: each
        for id_, each in topics.items()
        if each.make_a_topic(
            prose,
            enough,
            wide=len(thesaurus.narrower(id_)) > WIDE,
            proper=thesaurus.concepts[id_].proper,
        )
    }
    short = document.kind in _SHORT
    concerned = {id_: each for id_, each in groups.items() if each.make_a_group(prose, short=short)}
    return replace(document, topics=_ordered(about, thesaurus), groups=_ordered(concerned, thesaurus))


def groups_named(text: str, language: str, thesaurus: Thesaurus) -> frozenset[str]:
    """The groups of people that a text names."""
    names = _names(text, language, thesaurus)
    return frozenset(group for group, _ in thesaurus.people(names))


def named(passage: Passage, thesaurus: Thesaurus) -> list[Found]:
    """The topics that a passage names, in its order."""
    return _topics(_names(passage.text, passage.language, thesaurus), passage.text, thesaurus)


def fingerprint(thesaurus: Thesaurus) -> str:
    """What a document's topics depend on besides its text: these rules and the thesaurus."""
    return f"{RULES}-{thesaurus.fingerprint}"


def _names(text: str, language: str, thesaurus: Thesaurus, *, title: bool = False) -> list[Found]:
    """The names in a text, without those inside titles that it cites."""
    names = thesaurus.names(terms(text, language), text, language)
    if not names:
        return names
    titles = cited_in_title(text) if title else cited(text)
    return [
        name
        for name in names
        if thesaurus.concepts[name.concept].proper
        or not any(start <= name.start < end for start, end in titles)
    ]


def _topics(names: list[Found], text: str, thesaurus: Thesaurus) -> list[Found]:
    """The topics named in a text, and those that others name together, in its order.

    What others name together has no need of other words than its names in the same place.
    """
    alone = thesaurus.topics(names)
    together = met_together(names, text, thesaurus)
    if not together:
        return alone
    told = {(name.concept, word) for name in together for word in name.words}
    named = (
        name
        for name in alone
        if not name.worded or all((name.concept, word) not in told for word in name.words)
    )
    return sorted([*named, *together], key=lambda name: name.start)


def _ordered(kept: dict[str, _Mentions], thesaurus: Thesaurus) -> tuple[Topic, ...]:
    ordered = sorted(kept.items(), key=lambda pair: _order(pair[0], pair[1], thesaurus))
    return tuple(
        Topic(id=concept, mentions=len(each.found), evidence=_best(each)) for concept, each in ordered
    )


def _order(concept: str, mentions: _Mentions, thesaurus: Thesaurus) -> tuple[bool, bool, float, str]:
    """Named in the title or a heading first, then often; a wide concept counts half; who acts comes last."""
    wide = len(thesaurus.narrower(concept)) > 1
    actor = concept in thesaurus.concepts and thesaurus.concepts[concept].actor
    return actor, not mentions.prominent, -len(set(mentions.places)) / (2 if wide else 1), concept


def _texts(document: Document) -> list[tuple[Evidence, str, str]]:
    """Where the title and every passage stand and what a mention there is worth; text and language.

    Footnotes cite: what they name is no subject of the document.
    """
    title = (Evidence(confidence=_IN_TITLE), document.title, document.language)
    return [
        title,
        *((_at(each), each.text, each.language) for each in document.passages if each.kind != "footnote"),
    ]


def _at(passage: Passage) -> Evidence:
    confidence = _IN_HEADING if passage.kind == "heading" else _IN_TEXT
    return Evidence(passage=passage.address, page=passage.page_from, confidence=confidence)


def _best(mentions: _Mentions) -> tuple[TopicEvidence, ...]:
    ranked = sorted(mentions.found, key=lambda each: -each[0].confidence)
    return tuple(
        TopicEvidence(words=text[name.start : name.end], evidence=replace(at, span=(name.start, name.end)))
        for at, text, name in ranked[:KEPT]
    )
