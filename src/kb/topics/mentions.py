"""Where a document names a concept, and what that makes of it: its topic, one of single passages, or nothing.

A passage is about a concept when its first words name it, when a sentence comes back to what another names,
when it is short and names it, or when it stands right under a heading that does. Chosen on 64 topics of
general comments and digests that one passage gives or does not, judged before there was a rule, half aside.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from kb.records import Evidence
from kb.text.sentences import sentences
from kb.thesaurus import Found

PASSAGES_A_PROPER_NAME = 4  # a treaty or body, cited everywhere, is named at least once in so many
SECTION, TIMES = 3, 4  # a document dwells on what so many passages in a row name so often
OPENING = 5  # what stands in this fraction of a passage opens it, and counts twice
FIRST_WORDS, FIRST_PART = 110, 4  # characters and fraction of a passage in which stands what it is about
IN_OTHER_WORDS = 2  # passages, where none has a name of it
UNDER_A_HEADING = 2  # passages that come back to what a heading names
PASSAGES_A_GROUP = 25  # a group of people is named at least once in so many,
NEIGHBOURS, MENTIONS = 3, 3  # or so often within so many passages in a row
WORDS_A_MENTION = 45  # a passage that names a concept twice or more is about it with one in so many words,
NOT_FAR = 80  # or where another sentence comes back to it after so many;
SHORT = 45  # words of a passage that has no room for more than what it names
IN_TITLE, IN_HEADING, IN_TEXT = 1.0, 0.9, 0.8  # what a mention there is worth
_LIST = re.compile(r"[\s,]{0,3}(?:\b(?:and|or|y|o|e|u)\s)?(?:\b(?:the|las?|los|el)\s)?")  # between names
_COMMA_BEFORE = re.compile(r",\s(?:(?:and|or|y|o|the|las?|los|el)\s)*$")
_LINKING = 40  # characters between a comma and a name
_MORE_BEHIND = re.compile(r",?\s(?:and|or|y|o|e|u)\s|,")
_LIST_BEHIND = re.compile(r",\s[^,.;:()]{1,40}(?:,|\s(?:and|or|y|o|e|u)\s)")


class Mention(NamedTuple):
    """A name of a concept in a text, and which passage of the document that is."""

    place: int
    at: Evidence
    text: str
    name: Found


@dataclass(slots=True)
class Mentions:
    """Where a concept was named."""

    found: list[Mention] = field(default_factory=list)
    places: list[int] = field(default_factory=list)  # of the passages in the document, in order
    opened: set[int] = field(default_factory=set)  # the places of those that open with it,
    begun: set[int] = field(default_factory=set)  # and of those whose first words name it
    named: set[int] = field(default_factory=set)  # of those that do not only say it in other words,
    free: set[int] = field(default_factory=set)  # and name it outside an enumeration
    words: dict[int, int] = field(default_factory=dict)  # of each of the passages
    titled: bool = False
    headings: set[int] = field(default_factory=set)
    end: tuple[int, int] = (-1, 0)  # passage and character where the last one ended

    def add(self, text: str, found: Found, at: Evidence, place: int) -> None:
        """Note a name in the passage at a place; those of a passage come in their order."""
        self.found.append(Mention(place, at, text, found))
        listed = self.end[0] == place and _LIST.fullmatch(text, self.end[1], found.start)
        self.end = place, found.end
        if not listed:  # "lesbian, gay or bisexual" is one mention
            self.places.append(place)
        self.titled = self.titled or at.confidence >= IN_TITLE
        if at.confidence == IN_HEADING:
            self.headings.add(place)
        if place not in self.words:
            self.words[place] = len(text.split())
        if not found.worded:
            self.named.add(place)
            if not _is_item(text, found):
                self.free.add(place)
            if found.start * OPENING < len(text):
                self.opened.add(place)
            if found.start < min(FIRST_WORDS, len(text) / FIRST_PART):
                self.begun.add(place)

    @property
    def prominent(self) -> bool:
        """Whether the title or a heading names it."""
        return self.titled or bool(self.headings)

    def make_a_topic(self, passages: int, enough: int, *, wide: bool, proper: bool) -> bool:
        """Whether a document of so many passages is about the concept, and does not only name it."""
        named = len(set(self.places))
        if not self.titled and named < IN_OTHER_WORDS and not self.named:
            return False
        if proper and enough > 1:
            return self.titled or named * PASSAGES_A_PROPER_NAME >= passages
        headed = bool(self.headings) and named > min(UNDER_A_HEADING, enough - 1)
        often = named + len(self.opened) >= (math.ceil(1.5 * enough) if wide and enough > 1 else enough)
        return self.titled or headed or often or self._dwelt_on(min(enough, TIMES), wide=wide)

    def make_a_group(self, passages: int, *, short: bool) -> bool:
        """Whether a document of so many passages concerns these people; a short one, whom it names."""
        spread = len(set(self.places)) >= (1 if short else math.ceil(passages / PASSAGES_A_GROUP))
        later = self.places[MENTIONS - 1 :]
        near = any(last - first < NEIGHBOURS for first, last in zip(self.places, later, strict=False))
        return self.prominent or spread or near

    def subjects(self, said: Collection[int], *, wide: bool, proper: bool) -> set[int]:
        """The places of the passages that are about it; one mention tells of no wide concept and no treaty.

        ``said`` are the places of the passages with text enough to say what a heading above them names.
        """
        about = {place + 1 for place in self.headings & self.named if place + 1 in said}
        for place, times in Counter(self.places).items():
            if place in self.headings:
                continue
            filled = times > 1 and times * WORDS_A_MENTION >= self.words[place]
            brief = place in self.begun or (place in self.free and self.words[place] <= SHORT)
            alone = brief and not (proper or (wide and times == 1))
            if filled or alone or (times > 1 and not proper and self._comes_back(place)):
                about.add(place)
        return about

    def _comes_back(self, place: int) -> bool:
        """Whether a passage names it again in another sentence, not far from the first."""
        found = [each for each in self.found if each.place == place]
        text = found[0].text
        begins = [start for start, _ in sentences(text)]
        return any(
            bisect_right(begins, one.name.start) != bisect_right(begins, other.name.start)
            and len(text[one.name.start : other.name.start].split()) <= NOT_FAR
            for one, other in pairwise(found)
        )

    def _dwelt_on(self, times: int, *, wide: bool) -> bool:
        """Whether passages in a row name it so many times, a wide concept twice as often."""
        named = Counter((*self.places, *self.opened))
        most = max(sum(named.get(place, 0) for place in range(first, first + SECTION)) for first in named)
        return most >= (2 * times if wide else times)


def _is_item(text: str, name: Found) -> bool:
    """Whether a name is one thing of an enumeration of at least three.

    >>> text = "judges, the police, teachers and nurses"
    >>> _is_item(text, Found("police-and-security-forces", 12, 18, (2,)))
    True
    """
    comma = _COMMA_BEFORE.search(text, max(0, name.start - _LINKING), name.start)
    return bool((comma and _MORE_BEHIND.match(text, name.end)) or _LIST_BEHIND.match(text, name.end))
