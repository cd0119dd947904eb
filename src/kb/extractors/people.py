"""The people of a document: everybody who speaks in it, and whom it names with a role.

A name beside which no title and no role stands is left out, because it may be a street or a firm.
Each person is there once, under the longest name printed, where they are first named. A child is not
there at all: the record says instead that the text names one. Nor is somebody of whom only letters are
printed ("J.M."), whose name the text keeps back, or an account ("@la_nena").
"""

from __future__ import annotations

from dataclasses import replace

from kb.extractors.attribution import companions
from kb.extractors.evidence import evidence
from kb.extractors.initials import INITIALS
from kb.extractors.minors import has_childs_role
from kb.extractors.scene import Scene
from kb.messages import Message
from kb.records import Document, Person

NAMES_A_CHILD = Message("The text names a child; the name is not among the people of the record.")


def fill(document: Document) -> Document:
    """``document`` with its people in the order in which they are first named."""
    if document.people or not document.passages:
        return document
    scene = Scene(document, [[] for _ in document.passages])
    speakers = {
        name: quote
        for quote in document.quotes
        if quote.speaker
        for name in (quote.speaker, *companions.names(quote.speaker))
    }
    young = (each.speaker for each in document.quotes if each.speaker and has_childs_role(each.role))
    children = scene.children.union(young)
    people: dict[str, Person] = {}
    for passage, here in zip(document.passages, scene.mentions, strict=True):
        for mention in here:
            name = scene.full_name(mention)
            facts = scene.facts.get(name)
            named = facts is not None and bool(facts.role) and " " in name
            if name in people or name in children or passage.kind == "heading":
                continue
            if INITIALS.fullmatch(name.replace(" ", "")) or name.startswith("@"):
                continue
            if not (named or name in speakers):
                continue
            quote = speakers.get(name)
            people[name] = Person(
                name=name,
                role=(quote.role if quote else None) or (facts.role if facts else None),
                organisation=(quote.organisation if quote else None)
                or (facts.organisation if facts else None),
                evidence=evidence(passage, mention.start, mention.end, 0.9 if quote else 0.75),
            )
    told = children and NAMES_A_CHILD not in document.warnings
    warnings = (*document.warnings, NAMES_A_CHILD) if told else document.warnings
    return replace(document, people=tuple(people.values()), warnings=warnings)
