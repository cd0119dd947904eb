"""The labels of one language as a tree of stems, and the names that a text has of them (pure).

A label is met where its words stand in a row, or in another order or farther apart that means the
same:

- turned round: *collection of data* is *data collection*, *deportation and detention* the other
  way round is the same list;
- sharing a word: *detention or deportation of children* names the detention of children, *access to
  education and health* the access to health;
- of people who are named more narrowly: *rights of migrant children* are *rights of children*.

Never across the end of a clause, a bracket, or an "and" that the label does not have.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import permutations
from typing import NamedTuple

from kb.text.words import terms
from kb.thesaurus.concept import Concept
from kb.thesaurus.gaps import (
    AND,
    ARTICLE,
    BESIDE,
    CLAUSE,
    COMMA,
    COMMA_AND,
    LIST,
    OF,
    PAST_BESIDE,
    PAST_OF,
    TO,
    VERB,
    Word,
    counted,
)

_JOINED = BESIDE | ARTICLE | OF | TO | VERB
_SKIPS = 2  # times that one name may pass over words of others
_CONJUNCTS = 3  # words in a list that may be passed over
# Words after which another phrase begins, though nothing else stands between.
_NO_NOUNS = frozenset(
    "also after against among befor between can could dure includ may must not regardless through under "
    "without".split()
)
_ADJECTIVE = re.compile("(?:al|ive|ic|ous|ary|ory|[ai]ble|ful|less|ed)$")  # they cannot follow "of"
_DEED = re.compile("(?:ion|ment|miento)$")  # what is done to people, and no word for them
_CHILDREN = ("nin", "ninez", "infanci", "nna")  # Spanish words for them, which stand for each other
_MODIFIERS = 3  # words that may stand between "of" and the people: unaccompanied or separated


@dataclass(slots=True)
class _Node:
    """A word of a label: which words may follow, past which gaps, and the concept that ends here."""

    concept: str | None = None
    last: bool = False  # the word has to be the last of its phrase
    worded: bool = False  # no name of the concept, but other words for it
    after: dict[str, dict[int, _Node]] = field(default_factory=dict)


_NONE: Mapping[int, _Node] = {}


Places = tuple[int, ...]  # of words among those that count


class Name(NamedTuple):
    """A concept named in a text, and the places of the words that name it."""

    concept: str
    places: Places
    worded: bool


class Labels:
    """The labels of one language, to be found in texts."""

    def __init__(self, concepts: Collection[Concept], language: str) -> None:
        self._root = _Node()
        self._language = language
        given = [
            (words, each, worded)
            for worded in (False, True)
            for each in concepts
            for label in (each.labels("wording", language) if worded else each.names(language))
            if (words := counted(terms(label, language), label))
        ]
        self._people = frozenset(
            words[0].stem
            for words, concept, worded in given
            if concept.group and not worded and len(words) == 1 and not _DEED.search(words[0].folded)
        )
        owners: dict[tuple[str, ...], str] = {}
        shared = set()
        for words, concept, _ in given:
            stems = tuple(word.stem for word in words)
            if owners.setdefault(stems, concept.id) != concept.id:
                shared.add(stems)  # "child migrants" and "children of migrants"
        for words, concept, worded in given:
            written = _as_written(words)
            if tuple(word.stem for word in words) in shared:
                written = [(stem, gaps & ~BESIDE if gaps & OF else gaps) for stem, gaps in written]
            self._put(written, concept.id, worded=worded)
        for words, concept, worded in given:
            for variant in self._variants(words):
                if owners.setdefault(tuple(stem for stem, _ in variant), concept.id) == concept.id:
                    self._put(variant, concept.id, worded=worded)

    def met(self, words: Sequence[Word]) -> Iterator[Name]:
        """The names in a text by their first word, the longest first, each concept once at a word."""
        beyond: dict[int, list[tuple[int, int]]] = {}
        for place, word in enumerate(words):
            if begun := self._root.after.get(word.stem):
                yield from self._at(words, place, begun.values(), beyond)

    def _at(
        self,
        words: Sequence[Word],
        place: int,
        begun: Iterable[_Node],
        beyond: dict[int, list[tuple[int, int]]],
    ) -> Iterable[Name]:
        found: dict[str, Name] = {}
        pending: list[tuple[_Node, Places, int]] = [(node, (place,), 0) for node in begun]
        while pending:
            node, places, skips = pending.pop()
            last = places[-1]
            if (
                node.concept
                and (node.concept not in found or len(places) > len(found[node.concept].places))
                and self._ends(words, places, last=node.last)
            ):
                found[node.concept] = Name(node.concept, places, node.worded)
            if not node.after or last + 1 == len(words):
                continue
            if skips < _SKIPS:
                if last not in beyond:
                    beyond[last] = list(self._beyond(words, last))
                for target, gap in beyond[last]:
                    for allowed, after in node.after.get(words[target].stem, _NONE).items():
                        if allowed & gap:
                            pending.append((after, (*places, target), skips + 1))
            following = words[last + 1]  # looked at first, being put last
            for allowed, after in node.after.get(following.stem, _NONE).items():
                if allowed & following.gap:
                    pending.append((after, (*places, last + 1), skips))
        if len(found) < 2:
            return found.values()
        return sorted(found.values(), key=lambda name: (-name.places[-1], -len(name.places)))

    # Where a name may go on ------------------------------------------------------------------

    def _beyond(self, words: Sequence[Word], last: int) -> Iterator[tuple[int, int]]:
        """The words past those of others that may continue a name after one: place and gap."""
        gap = words[last + 1].gap
        if gap & (AND | COMMA):
            target = self._past_list(words, last + 1)
            if target and self._goes_on(words, last, target):
                # "protect and assist children"
                whom = PAST_OF if gap & AND and words[target].stem in self._people else 0
                yield target, _past(words[target].gap) | whom
        elif gap & (BESIDE | ARTICLE | OF | TO):
            yield from ((target, _past(gap)) for target in self._ends_of_lists(words, last + 1))
            yield from ((target, gap) for target in self._people_named_more_narrowly(words, last + 1))

    def _past_list(self, words: Sequence[Word], place: int) -> int | None:
        """The word after a list that goes on from the one before ``place``: "or deportation" [of]."""
        for target in range(place + 1, min(place + 1 + _CONJUNCTS, len(words))):
            before = words[target - 1].gap
            if before & AND or (before & COMMA_AND and target - place > 1):
                return target if words[target].gap & _JOINED else None
            if not before & COMMA:
                return None
        return None

    def _ends_of_lists(self, words: Sequence[Word], place: int) -> Iterator[int]:
        """The other members of a list that begins at ``place``: "education", and "health"."""
        longer = False
        for target in range(place + 1, min(place + 1 + 2 * _CONJUNCTS, len(words))):
            gap = words[target].gap
            if gap & BESIDE and not longer:
                longer = True  # "health care and education": a member of two words
            elif gap & AND:
                if self._alike(words, place, target) and self._last_of_its_phrase(words, target):
                    yield target
                return
            elif gap & COMMA:
                longer = False
            else:
                return

    def _people_named_more_narrowly(self, words: Sequence[Word], place: int) -> Iterator[int]:
        """The people whom modifiers from ``place`` on narrow: [of] "unaccompanied or separated" children."""
        if not words[place].gap & (OF | TO):
            return
        for target in range(place + 1, min(place + 1 + _MODIFIERS, len(words))):
            gap = words[target].gap
            if gap & BESIDE and words[target].stem in self._people:
                yield target
            if not gap & (BESIDE | AND):
                return

    def _ends(self, words: Sequence[Word], places: Places, *, last: bool) -> bool:
        """Whether a name can end here: no part of a longer word, nor of a phrase where that would matter."""
        end = places[-1] + 1
        hyphened = any(words[place].hyphen for place in places[1:])
        if len(places) > 1 and end < len(words) and words[end].hyphen and not hyphened:
            return False
        return not last or self._last_of_its_phrase(words, places[-1])

    def _last_of_its_phrase(self, words: Sequence[Word], place: int) -> bool:
        """Whether no noun follows that the word only describes, as English has it: "health" services.

        Of people only other people do: "migrant" children.
        """
        if self._language != "en" or place + 1 == len(words) or not words[place + 1].gap & BESIDE:
            return True
        following = words[place + 1].stem
        if words[place].stem in self._people:
            return following not in self._people
        return following in _NO_NOUNS

    def _goes_on(self, words: Sequence[Word], last: int, target: int) -> bool:
        """Whether the list between two words shares the second: "indigenous and migrant" children."""
        describes = words[target].gap == BESIDE and words[target - 1].stem in self._people
        return describes or self._alike(words, last, target - 1)

    def _alike(self, words: Sequence[Word], one: int, other: int) -> bool:
        """Whether two words of a list are of a kind: both people, or neither."""
        return (words[one].stem in self._people) == (words[other].stem in self._people)

    # Labels ----------------------------------------------------------------------------------

    def _put(self, words: Sequence[tuple[str, int]], concept: str, *, worded: bool) -> None:
        node = self._root
        for stem, gaps in words:
            node = node.after.setdefault(stem, {}).setdefault(gaps, _Node())
        if node.concept is None:
            node.concept, node.worded = concept, worded
            node.last = bool(words[-1][1] & OF) and not words[-1][1] & BESIDE

    def _variants(self, words: Sequence[Word]) -> Iterator[list[tuple[str, int]]]:
        yield from _other_orders(words)
        if self._language == "en":
            yield from self._turned_round(words)
        if self._language == "es":
            yield from _of_children(words)

    def _turned_round(self, words: Sequence[Word]) -> Iterator[list[tuple[str, int]]]:
        """*data collection* as "collection of data", *rights of the child* as "the child's rights".

        Only in English; and people stay what they are: *parents of migrants* are not migrant parents.
        """
        written = _as_written(words)
        gaps = [word.gap for word in words[1:]]
        if gaps.count(OF) == 1 and all(gap in (BESIDE, ARTICLE, OF) for gap in gaps):
            cut = gaps.index(OF) + 1
            if words[cut - 1].stem not in self._people:
                yield [
                    (written[cut][0], BESIDE),
                    *written[cut + 1 :],
                    *_after(written[:cut], BESIDE | ARTICLE | PAST_BESIDE),
                ]
        elif (
            gaps
            and all(gap == BESIDE for gap in gaps)
            and words[-1].stem not in self._people
            and not any(word.hyphen or _ADJECTIVE.search(word.folded) for word in words)
        ):
            yield [(written[-1][0], BESIDE), *_after(written[:-1], OF | PAST_OF)]


def _of_children(words: Sequence[Word]) -> Iterator[list[tuple[str, int]]]:
    """*detención de niños* with "niñez", "infancia" and NNA; *trabajo infantil* as "trabajo de niños"."""
    written = _as_written(words)
    stems = [stem for stem, _ in written]
    if "primer" in stems or len(words) == 1:
        return
    for place, (stem, gaps) in enumerate(written):
        if stem in _CHILDREN:
            others = [(other, gaps) for other in _CHILDREN]
            if place and place == len(words) - 1 and words[place].gap == OF:
                others.append(("infantil", BESIDE))
        elif stem == "infantil" and place:
            others = [(other, OF) for other in _CHILDREN]
        else:
            continue
        for other in others:
            yield [*written[:place], other, *written[place + 1 :]]


def _as_written(words: Sequence[Word]) -> list[tuple[str, int]]:
    return [(words[0].stem, BESIDE), *((word.stem, _allowed(word.gap)) for word in words[1:])]


def _allowed(gap: int) -> int:
    """The gaps of a text that may stand where a label has this one."""
    if gap & LIST:
        return LIST | BESIDE
    if gap & (CLAUSE | VERB):
        return _JOINED | CLAUSE | PAST_OF
    if gap & (BESIDE | ARTICLE):
        return BESIDE | ARTICLE | VERB | PAST_BESIDE
    return _JOINED | PAST_OF


def _past(gap: int) -> int:
    """The gap where words were passed over: only labels that have one alike go on there."""
    return PAST_BESIDE if gap == BESIDE else PAST_OF


def _after(words: Sequence[tuple[str, int]], gap: int) -> list[tuple[str, int]]:
    return [(words[0][0], gap), *words[1:]]


def _other_orders(words: Sequence[Word]) -> Iterator[list[tuple[str, int]]]:
    """*boys and girls* the other way round; *life, survival and development* in any order."""
    lists = [place for place, word in enumerate(words) if place and word.gap & LIST]
    if not lists:
        return
    written = _as_written(words)
    if len(lists) == 1:
        cut = lists[0]
        yield [(written[cut][0], BESIDE), *written[cut + 1 :], *_after(written[:cut], LIST)]
    first, last = lists[0] - 1, lists[-1]
    if last - first == len(lists):  # members of one word each
        stems = [stem for stem, _ in written[first : last + 1]]
        for order in permutations(stems) if len(stems) <= 3 else ():
            gaps = [gap for _, gap in written[first : last + 1]]
            yield [*written[:first], *zip(order, gaps, strict=True), *written[last + 1 :]]
