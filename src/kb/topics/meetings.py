"""Concepts that name another together: Found in one sentence -> Found of the other (pure).

A text seldom says *immigration detention of children* each time: *unaccompanied children should not be
detained* says it too, by two concepts that meet in a sentence. Which ones do is told by the thesaurus
(``together``). They have to stand near each other, because a long sentence lists many things.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kb.text.sentences import sentences
from kb.thesaurus import Found, Thesaurus

NEAR = 100  # characters between the first of the concepts and the last


def met_together(names: Sequence[Found], text: str, thesaurus: Thesaurus) -> list[Found]:
    """The concepts that others name together in ``text``, once a sentence, by their first words.

    ``names`` are all names in the text. One that a longer name goes on from is no member: *child labour*.
    """
    told = {name.concept for name in names}
    possible = [
        (concept, members)
        for concept, members in thesaurus.meetings
        if all(not told.isdisjoint(each) for each in members)
    ]
    if not possible:
        return []
    going_on = {
        word for name in names if not name.worded for word, after in pairwise(name.words) if after == word + 1
    }
    names = [name for name in names if name.words[-1] not in going_on]
    found: list[Found] = []
    for held in _by_sentence(names, text):
        said = {name.concept for name in held if not name.worded}
        for concept, members in possible:
            if concept not in said and (met := _meeting(concept, members, held)):
                said.add(concept)
                found.append(met)
    return found


def _by_sentence(names: Sequence[Found], text: str) -> Iterator[list[Found]]:
    begins = [start for start, _ in sentences(text)]
    held: dict[int, list[Found]] = {}
    for name in names:
        held.setdefault(bisect_right(begins, name.start), []).append(name)
    yield from held.values()


def _meeting(concept: str, members: Sequence[frozenset[str]], held: Sequence[Found]) -> Found | None:
    """The first place in a sentence where one of each of the members stands near the others."""
    last: list[Found | None] = [None] * len(members)
    for name in held:
        for place, member in enumerate(members):
            if name.concept in member:
                last[place] = name
        met = [each for each in last if each]
        if len(set(met)) == len(members) and _near(met):
            words = tuple(sorted({word for each in met for word in each.words}))
            return Found(concept, min(e.start for e in met), max(e.end for e in met), words)
    return None


def _near(met: Sequence[Found]) -> bool:
    return max(each.start for each in met) - min(each.end for each in met) <= NEAR
