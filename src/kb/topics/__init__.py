"""What a document is about: Document + Thesaurus -> Document with topics and their evidence.

Topics are two lists. Those of the document are shown with it; those of single passages are found besides
when somebody asks for a topic, since a paragraph on the assessment of age is what its reader wants, whatever
the rest of the document is about (``mentions`` says when a passage is).

A concept becomes a topic when the title names it, when enough passages do (one in a press release, two in
a digest, in a long guideline one in every eight, because a hundred paragraphs mention many things that
they are not about), when passages in a row dwell on it, or when a heading announces it and the text comes
back to it. A passage that opens with a concept is about it and counts twice. Chosen on twenty general
comments and digests, whose topics were judged before looking: half of them chose, the other half agreed.
Titles of treaties and bodies that a text cites name nothing but themselves. Evidence keeps the words
and where they stand.

Groups of people (children, migrants, women ...) are found apart: a group is named by its own labels
and by those of the concepts that are of it or concern it, inside longer names too; and a document
concerns people whom it names less often, or a single passage of it.
"""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import replace

from kb.records import Document, Evidence, Passage, Topic, TopicEvidence
from kb.text.words import terms
from kb.thesaurus import Found, Thesaurus
from kb.topics.citations import cited, cited_in_title
from kb.topics.meetings import met_together
from kb.topics.mentions import IN_HEADING, IN_TEXT, IN_TITLE, PASSAGES_A_GROUP, Mentions

__all__ = [
    "ENOUGH",
    "KEPT",
    "PASSAGES_A_GROUP",
    "PASSAGES_A_TOPIC",
    "assign",
    "fingerprint",
    "groups_named",
    "named",
]

RULES = 12  # raised when the rules give other topics for the same words
PASSAGES_A_TOPIC = 8  # a topic is named at least once in so many passages,
ENOUGH = 10  # however long the document is, in so many at most,
WIDE = 15  # half as often again where so many concepts stand below it, being named everywhere
PROSE = 5  # words that make a passage count as one; a contact line or a menu is none
SECTION_TEXT = 12  # words of a passage that says what the heading above it names
_SHORT = {"press-release": (1, 1), "digest": (16, 2)}  # one in so many passages, so many at most
KEPT = 12  # pieces of evidence kept for a topic


def assign(document: Document, thesaurus: Thesaurus) -> Document:
    """The document with its topics, the most often named first, bodies and professions behind them."""
    topics: dict[str, Mentions] = {}
    groups: dict[str, Mentions] = {}
    texts = _texts(document)
    for place, (at, text, language) in enumerate(texts):
        names = _names(text, language, thesaurus, title=place == 0)
        together = met_together(names, text, thesaurus)
        for found in _topics(names, together, thesaurus):
            topics.setdefault(found.concept, Mentions()).add(text, found, at, place)
        for group, found in _people(names, together, thesaurus):
            groups.setdefault(group, Mentions()).add(text, found, at, place)
    prose = sum(len(each.text.split()) >= PROSE for each in document.passages if each.kind != "footnote")
    each_of, most = _SHORT.get(document.kind, (PASSAGES_A_TOPIC, ENOUGH))
    enough = min(math.ceil(prose / each_of), most)
    said = {
        place for place, (at, text, _) in enumerate(texts) if at.confidence == IN_TEXT and _says_much(text)
    }
    about: dict[str, tuple[Mentions, set[int]]] = {}
    treated: dict[str, tuple[Mentions, set[int]]] = {}
    for id_, each in topics.items():
        wide, proper = len(thesaurus.narrower(id_)) > WIDE, thesaurus.concepts[id_].proper
        places = each.subjects(said, wide=wide, proper=proper)
        if each.make_a_topic(prose, enough, wide=wide, proper=proper):
            about[id_] = each, places
        elif places:
            treated[id_] = each, places
    short = document.kind in _SHORT
    concerned: dict[str, tuple[Mentions, set[int]]] = {}
    for id_, each in groups.items():
        places = each.subjects(said, wide=False, proper=False)
        if places or each.make_a_group(prose, short=short):
            concerned[id_] = each, places
    return replace(
        document,
        topics=_ordered(about, thesaurus),
        passage_topics=_ordered(treated, thesaurus),
        groups=_ordered(concerned, thesaurus),
    )


def groups_named(text: str, language: str, thesaurus: Thesaurus) -> frozenset[str]:
    """The groups of people that a text names."""
    names = _names(text, language, thesaurus)
    return frozenset(group for group, _ in _people(names, met_together(names, text, thesaurus), thesaurus))


def named(passage: Passage, thesaurus: Thesaurus) -> list[Found]:
    """The topics that a passage names, in its order."""
    names = _names(passage.text, passage.language, thesaurus)
    return _topics(names, met_together(names, passage.text, thesaurus), thesaurus)


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


def _topics(names: list[Found], together: list[Found], thesaurus: Thesaurus) -> list[Found]:
    """The topics named in a text, and those that others name ``together``, in its order.

    What others name together has no need of other words than its names in the same place.
    """
    alone = thesaurus.topics(names)
    if not together:
        return alone
    told = {(name.concept, word) for name in together for word in name.words}
    named = (
        name
        for name in alone
        if not name.worded or all((name.concept, word) not in told for word in name.words)
    )
    return sorted([*named, *together], key=lambda name: name.start)


def _people(names: list[Found], together: list[Found], thesaurus: Thesaurus) -> list[tuple[str, Found]]:
    """The groups of people named in a text, and those that others name ``together``."""
    groups = (name for name in together if thesaurus.concepts[name.concept].group)
    return [*thesaurus.people(names), *((name.concept, name) for name in groups)]


def _ordered(kept: dict[str, tuple[Mentions, set[int]]], thesaurus: Thesaurus) -> tuple[Topic, ...]:
    ordered = sorted(kept.items(), key=lambda pair: _order(pair[0], pair[1][0], thesaurus))
    return tuple(
        Topic(id=concept, mentions=len(each.found), evidence=_best(each, places))
        for concept, (each, places) in ordered
    )


def _order(concept: str, mentions: Mentions, thesaurus: Thesaurus) -> tuple[bool, bool, float, str]:
    """Named in the title or a heading first, then often; a wide concept counts half; who acts comes last."""
    wide = len(thesaurus.narrower(concept)) > 1
    actor = concept in thesaurus.concepts and thesaurus.concepts[concept].actor
    return actor, not mentions.prominent, -len(set(mentions.places)) / (2 if wide else 1), concept


def _texts(document: Document) -> list[tuple[Evidence, str, str]]:
    """Where the title and every passage stand and what a mention there is worth; text and language.

    Footnotes cite: what they name is no subject of the document.
    """
    title = (Evidence(confidence=IN_TITLE), document.title, document.language)
    return [
        title,
        *((_at(each), each.text, each.language) for each in document.passages if each.kind != "footnote"),
    ]


def _at(passage: Passage) -> Evidence:
    confidence = IN_HEADING if passage.kind == "heading" else IN_TEXT
    return Evidence(passage=passage.address, page=passage.page_from, confidence=confidence)


def _says_much(text: str) -> bool:
    return len(text.split()) >= SECTION_TEXT


def _best(mentions: Mentions, about: Collection[int]) -> tuple[TopicEvidence, ...]:
    """Titles and headings first, then the passages that are about it."""
    ranked = sorted(mentions.found, key=lambda each: (-each.at.confidence, each.place not in about))
    return tuple(
        TopicEvidence(
            words=each.text[each.name.start : each.name.end],
            evidence=Evidence(
                passage=each.at.passage,
                span=(each.name.start, each.name.end),
                page=each.at.page,
                confidence=each.at.confidence,
            ),
        )
        for each in ranked[:KEPT]
    )
