"""The people of a document: everybody who speaks in it, and whom it names with a role.

A name beside which no title and no role stands is left out, because it may be a street or a firm.
Each person is there once, under the longest name printed, where they are first named.
"""

from __future__ import annotations

from dataclasses import replace

from kb.extractors.evidence import evidence
from kb.extractors.scene import Scene
from kb.records import Document, Person


def fill(document: Document) -> Document:
    """``document`` with its people in the order in which they are first named."""
    if document.people or not document.passages:
        return document
    scene = Scene(document, [[] for _ in document.passages])
    speakers = {quote.speaker: quote for quote in document.quotes if quote.speaker}
    people: dict[str, Person] = {}
    for passage, here in zip(document.passages, scene.mentions, strict=True):
        for mention in here:
            name = scene.full_name(mention)
            facts = scene.facts.get(name)
            named = facts is not None and bool(facts.role) and " " in name
            if name in people or not (named or name in speakers) or passage.kind == "heading":
                continue
            quote = speakers.get(name)
            people[name] = Person(
                name=name,
                role=(quote.role if quote else None) or (facts.role if facts else None),
                organisation=(quote.organisation if quote else None)
                or (facts.organisation if facts else None),
                evidence=evidence(passage, mention.start, mention.end, 0.9 if quote else 0.75),
            )
    return replace(document, people=tuple(people.values()))
