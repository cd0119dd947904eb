"""Who is on stage in a document: the people its passages name, found again by surname, role or pronoun.

"Ramos", "la doctora Paz" and "Penagos Zebadúa" are the longer name that holds their words in the same
order; "the director" is the person introduced with that role; "she", or a verb without a subject, is
whom the last sentences were about. Where two people fit, the one named last before the place is meant,
and where the gender is known and does not fit, nobody is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import islice
from typing import NamedTuple

from kb import places
from kb.extractors import alike
from kb.extractors.bodies import Bodies, front
from kb.extractors.capitals import calm
from kb.extractors.genders import gender
from kb.extractors.honorifics import is_honorific
from kb.extractors.initials import standing_for_names
from kb.extractors.minors import is_child
from kb.extractors.name_words import is_gerund
from kb.extractors.naming import Mention, mentions
from kb.extractors.roles import GENERIC, is_role
from kb.extractors.run_names import names_place
from kb.extractors.saying import is_verb, verb_at
from kb.extractors.speech import SPEAKING_KINDS
from kb.records import Document, Organisation, Passage
from kb.text.folding import fold

_MOST_NAMES = 20_000  # of a document; the longest general comment measured has 400
_DATELINE_AT = 5  # a dateline's place begins the passage, at most behind a dash
_TOGETHER = range(2, 4)  # people who are meant by one word
_MOST_NAMESAKES = 40  # longer names that one word leads to
_LONGEST_VERB = 20  # characters
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
# The end of a printed line that is too long for a letterhead's, and no sentence's.
_WRAPPED = re.compile(r"\n(?<=[^\n]{45}\n)(?<![.!?:]\n)")


_ORDER = re.compile(r",?\s(?:S\.?J|O\.?F\.?M|S\.?D\.?B)\b")  # behind the name of a religious
_Words = Callable[[int, Mention], list[str]]


_LED_SURNAME = re.compile(
    r"(?<=\s)(del?|van|von|da|di|du|la)((?:\s(?:la|los|las|der|den))?)\s([^\W\d_a-zà-þ][\w'’-]*)"
)


class Voice(NamedTuple):
    """Somebody who speaks: a name, or only a role or an organisation."""

    name: str | None = None
    role: str | None = None
    organisation: str | None = None
    gender: str | None = None


_Introduced = tuple[tuple[int, int], Voice]  # where somebody is introduced: passage, position


class Scene:
    """The passages of a document with the people in them."""

    def __init__(self, document: Document, hidden: Sequence[Sequence[tuple[int, int]]]) -> None:
        self.document = document
        self.bodies = _bodies(document.organisations, front(document))
        # As they are read: what is printed in capitals alone is in ordinary letters here.
        self.passages = tuple(
            _calmed(passage, spans, self.bodies)
            for passage, spans in zip(document.passages, hidden, strict=True)
        )
        initials = standing_for_names(self.passages)
        self.mentions = list(_people(self.passages, self.bodies, initials))
        if surnames := _surnames(self.mentions):
            self.mentions = list(_people(self.passages, self.bodies, surnames | initials))
        place = fold(document.place or "")
        self.shown = [
            [each for each in here if not (_inside(each.start, spans) or _opens_dateline(each, place))]
            for here, spans in zip(self.mentions, hidden, strict=True)
        ]
        self._hidden = hidden
        self._starts = [[each.start for each in here] for here in self.shown]
        # "Northgate executive director Ana Paz" begins with her description, and not with a name.
        self._starting = [
            {each.first: each for each in here}
            | {each.start: each for each in here}
            | {each.first: each for each in here if each.role}
            for here in self.mentions
        ]
        named = [each.name for here in self.mentions for each in here]
        self._longer = _longer_names([*named, *_entitled(document.title, named, self.bodies)])
        self.facts = self._facts()
        self._roles = self._introduced(self._role_words)
        self._called = self._introduced(self._titles)
        self._first_introduced = self._first_two()

    @cached_property
    def told(self) -> frozenset[str]:
        """The names of one word that somewhere are somebody's beyond doubt, or beside a verb of saying."""
        return frozenset(
            each.name
            for passage, here in zip(self.passages, self.shown, strict=True)
            for each in here
            if " " not in each.name and (each.sure or _says(passage.text, each))
        )

    def starting(self, passage: int, at: int) -> Mention | None:
        """The person whose name or description begins at a position."""
        return self._starting[passage].get(at)

    def between(self, passage: int, start: int, stop: int) -> list[Mention]:
        """The people named from ``start`` up to ``stop`` of a passage, outside of quotations."""
        here, starts = self.shown[passage], self._starts[passage]
        return here[bisect_left(starts, start) : bisect_left(starts, stop)]

    def is_quoted(self, passage: int, at: int) -> bool:
        """Whether a position stands within a quotation."""
        return _inside(at, self._hidden[passage])

    def full_name(self, mention: Mention) -> str:
        """The longest name that the document gives the person."""
        return self._longer.get(mention.name, mention.name)

    def person(self, mention: Mention) -> Voice:
        """What the document says of a person it names, here first and then anywhere."""
        name = self.full_name(mention)
        known = self.facts.get(name, Voice())
        if mention.role or mention.organisation:
            # "Professor" in front of a name says less than its first introduction.
            return Voice(
                name,
                mention.role or known.role,
                mention.organisation or known.organisation,
                known.gender or _gender(mention, name),
            )
        return Voice(name, known.role, known.organisation, known.gender or _gender(mention, name))

    def with_role_like(self, role: str, before: tuple[int, int], gender: str | None) -> Voice | None:
        """The person whom a title or another word for a role introduced last before a place."""
        head = next((fold(word) for word in _WORD.findall(role) if is_role(word)), "")
        last: _Introduced | None = None
        heads = (head, *(fold(word) for word in alike.called(role, None)))
        for other in frozenset(heads).union(*map(alike.others, heads)):
            entries = self._called.get(_sexless(other), [])
            until = bisect_left(entries, before, key=lambda entry: entry[0])
            for entry in reversed(entries[max(0, until - _MOST_NAMESAKES) : until]):
                if not gender or entry[1].gender in {None, gender}:
                    last = entry if last is None or entry[0] > last[0] else last
                    break
        return last[1] if last else None

    def with_role(self, role: str, before: tuple[int, int], gender: str | None) -> Voice | None:
        """The person introduced with the role, last before a place, else the first of all."""
        head = next((fold(word) for word in _WORD.findall(role) if is_role(word)), "")
        found = self._roles.get(_sexless(head), [])
        fitting = [entry for entry in found if not gender or entry[1].gender in {None, gender}]
        if not fitting:
            return None
        earlier = [voice for at, voice in fitting if at < before]
        return earlier[-1] if earlier else fitting[0][1]

    def together(self, role: str, before: tuple[int, int]) -> Voice | None:
        """The two or three people introduced with a role before a place: "the senators"."""
        entries = self._called.get(_sexless(fold(role)), [])[:_MOST_NAMESAKES]
        names = list(dict.fromkeys(voice.name or "" for at, voice in entries if at < before))
        if len(names) not in _TOGETHER:
            return None
        joint = "y" if self.document.language == "es" else "and"
        return Voice(f"{', '.join(names[:-1])} {joint} {names[-1]}", role)

    def named_later(self, role: str, after: tuple[int, int]) -> Voice | None:
        """The one person of the document with an office, where it names her after a place: "a judge"."""
        head = next((fold(word) for word in _WORD.findall(role) if is_role(word)), "")
        found = self._called.get(_sexless(head), []) if head in alike.OFFICES else []
        named = {voice.name: voice for _, voice in found[:_MOST_NAMESAKES]}
        return named.popitem()[1] if len(named) == 1 and found[0][0] > after else None

    def in_office(self, before: tuple[int, int], gender: str | None) -> Iterator[Voice]:
        """The people introduced before a place with a role that is no child's, the last one first."""
        until = bisect_left(self._offices, before, key=lambda entry: entry[0])
        nearest = reversed(self._offices[max(0, until - _MOST_NAMESAKES) : until])
        return (voice for _, voice in nearest if not gender or voice.gender in {None, gender})

    @cached_property
    def _offices(self) -> list[_Introduced]:
        """Where people are introduced with a role that is no child's, in order."""
        entries = (entry for named in self._roles.values() for entry in named)
        grown = (entry for entry in entries if not self.is_young(entry[1].role or ""))
        return sorted(grown, key=lambda entry: entry[0])

    def only_one(self, before: tuple[int, int], gender: str | None) -> Voice | None:
        """The one person who is introduced with a role before a place, if that is the gender."""
        first, second = self._first_introduced
        if first is None or first[0] >= before or (second and second[0] < before):
            return None
        return first[1] if not gender or first[1].gender in {None, gender} else None

    def is_young(self, role: str) -> bool:
        """Whether a role is a child's or a youth's, or an age or a country that stands for somebody."""
        young = any(fold(word) in alike.YOUNG or word.endswith("-year-old") for word in role.split())
        return young or places.code_of(role) is not None

    def nouns_of(self, role: str) -> frozenset[str]:
        """The nouns, folded, that tell of whoever has a role: those of all children for a child's."""
        nouns = {fold(word) for word in _WORD.findall(role) if is_role(word)}
        return frozenset(nouns | (alike.YOUNG if self.is_young(role) else frozenset()))

    def is_grown(self, voice: Voice) -> bool:
        """Whether somebody has a surname and nothing beside it tells that it is a child's."""
        return " " in (voice.name or "") and voice.name not in self.children

    @cached_property
    def children(self) -> frozenset[str]:
        """The full names of those whom the text shows to be children."""
        return frozenset(
            self.full_name(mention)
            for passage, here in zip(self.passages, self.mentions, strict=True)
            for mention in here
            if is_child(passage.text, mention)
        )

    def is_generic(self, role: str) -> bool:
        """Whether a role stands for whoever was named last: "la funcionaria"."""
        return any(fold(word) in GENERIC for word in role.split()[:2]) or self.is_young(role)

    def _facts(self) -> dict[str, Voice]:
        """What is told of each person, by the full name; what is told first stands."""
        facts: dict[str, Voice] = {}
        for each in (each for here in self.shown for each in here):
            name = self.full_name(each)
            old = facts.get(name, Voice(name))
            facts[name] = Voice(
                name,
                old.role or each.role,
                old.organisation or each.organisation,
                old.gender or _gender(each, name),
            )
        return facts

    def _first_two(self) -> tuple[_Introduced | None, _Introduced | None]:
        """Where the first two people are introduced with a role."""
        first: dict[str | None, _Introduced] = {}
        entries = (entry for named in self._roles.values() for entry in named)
        for entry in sorted(entries, key=lambda entry: entry[0]):
            first.setdefault(entry[1].name, entry)
        one, other, *_ = [*first.values(), None, None]
        return one, other

    def _role_words(self, _: int, mention: Mention) -> list[str]:
        return [word for word in _WORD.findall(mention.role or "") if is_role(word)]

    def _titles(self, passage: int, mention: Mention) -> list[str]:
        """The words before a name and of its role, by which the person may be called later."""
        before = self.passages[passage].text[mention.first : mention.start]
        titles = [word for word in _WORD.findall(before) if is_role(word) or is_honorific(f"{word}.")]
        if order := _ORDER.match(self.passages[passage].text, mention.end):
            titles.append(order[0].replace(".", "").strip(" ,"))
        called = alike.called(mention.role or "", mention.organisation) if mention.role else ()
        return [*titles, *self._role_words(passage, mention), *called]

    def _introduced(self, words: _Words) -> dict[str, list[_Introduced]]:
        """Where people are introduced, by the words of each that are roles or titles."""
        called: dict[str, list[_Introduced]] = {}
        for index, each in ((index, each) for index, here in enumerate(self.shown) for each in here):
            for word in {_sexless(fold(word)) for word in words(index, each)}:
                called.setdefault(word, []).append(((index, each.start), self.person(each)))
        return called


def _says(text: str, mention: Mention) -> bool:
    """Whether a verb of saying stands right before or behind a name: "responde Lamine"."""
    before = text[max(0, mention.first - _LONGEST_VERB) : mention.first].split()[-1:]
    return bool(before and is_verb(before[0])) or verb_at(text, mention.end + 1, mention.end + 30) is not None


def _calmed(passage: Passage, quoted: Sequence[tuple[int, int]], bodies: Bodies) -> Passage:
    if passage.kind not in SPEAKING_KINDS:
        return passage
    text = calm(_WRAPPED.sub(" ", passage.text), quoted, bodies.is_acronym)
    return passage if text == passage.text else replace(passage, text=text)


def _surnames(mentions: Sequence[Sequence[Mention]]) -> frozenset[str]:
    """The surnames that alone seem something else: "Villanueva", and "De León" as a sentence opens."""
    full = {each.name for here in mentions for each in here}
    words = {word for name in full for word in name.split()[1:]}
    led = {
        f"{each[1].capitalize()}{each[2]} {each[3]}" for name in full for each in _LED_SURNAME.finditer(name)
    }
    return frozenset(led | {name for name in words if names_place(name) or is_gerund(fold(name))})


def _people(
    passages: Sequence[Passage], bodies: Bodies, surnames: frozenset[str] = frozenset()
) -> Iterator[list[Mention]]:
    """The names in each passage, up to the most that are looked at."""
    left = _MOST_NAMES
    for passage in passages:
        silent = left <= 0 or passage.kind in {"table", "preformatted"}
        found = () if silent else _named(passage.text, bodies, _printed(surnames, passage.text))[:left]
        left -= len(found)
        yield list(found)


# The quotes and the people of a document are read one after the other, over the same passages.


@lru_cache(maxsize=1)
def _bodies(organisations: tuple[Organisation, ...], front: str) -> Bodies:
    return Bodies(organisations, front)


@lru_cache(maxsize=1 << 12)
def _named(text: str, bodies: Bodies, surnames: frozenset[str]) -> tuple[Mention, ...]:
    return tuple(islice(mentions(text, bodies, surnames), _MOST_NAMES))


def _printed(surnames: frozenset[str], text: str) -> frozenset[str]:
    """Those of ``surnames`` that a text has."""
    return frozenset(name for name in surnames if name in text)


def _opens_dateline(mention: Mention, place: str) -> bool:
    """Whether a name that opens a passage is the place of the dateline."""
    return mention.start <= _DATELINE_AT and not mention.role and bool(place) and fold(mention.name) in place


def _sexless(role: str) -> str:
    return role.rstrip("ao") if len(role) > 4 else role


def _gender(mention: Mention, full: str) -> str | None:
    """The gender that a mention tells; a surname tells none, though "Solano" ends as men's names do."""
    surname = mention.name != full and not full.startswith(mention.name)
    untold = mention.first == mention.start or mention.gender == gender([], mention.name)
    return None if surname and untold else mention.gender


def _inside(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    index = bisect_left(spans, (at + 1,)) - 1
    return index >= 0 and spans[index][0] <= at < spans[index][1]


def _entitled(title: str | None, named: Sequence[str], bodies: Bodies) -> list[str]:
    """The full names of a title in ordinary letters whose surname alone the text has."""
    words = (title or "").split()
    if not words or sum(word[0].isupper() for word in words) > len(words) / 2:
        return []
    full = {word for each in named if " " in each for word in _key(each)}
    alone = {fold(each) for each in named} - full
    return [
        each.name
        for each in mentions(title or "", bodies)
        if " " in each.name and _key(each.name)[-1] in alone
    ]


def _longer_names(names: Iterable[str]) -> dict[str, str]:
    """Each name with the longest name of the document that holds its words in this order."""
    unique = list(dict.fromkeys(names))
    by_word: dict[str, list[str]] = {}
    for name in unique:
        words = _key(name)
        if len(words) > 1:
            for word in set(words):
                by_word.setdefault(word, []).append(name)
    longer = {}
    for name in unique:
        words = _key(name)
        holders = (
            [other for other in by_word.get(words[0], ())[:_MOST_NAMESAKES] if _holds(_key(other), words)]
            if words
            else []
        )
        longer[name] = max(holders, key=lambda other: (len(_key(other)), not other.isupper()), default=name)
    return longer


def _key(name: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(name)]


def _holds(longer: list[str], words: list[str]) -> bool:
    rest = iter(longer)
    if len(words) > 1 and longer[0] != words[0] and names_place(longer[0]):
        return False  # the heading "Honduras Ana Paz" gives her no longer name
    return all(word in rest for word in words)
