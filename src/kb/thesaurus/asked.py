"""Labels by which people ask for a concept, and where a question has them (pure).

Texts use such words otherwise too, or say it in terms of the field: *trata*, *locked up*, *sin papeles*.
How a label is compared follows from what it is:

- One word is a noun, compared as it is written. It names its concept where it opens a group of words: alone,
  first, behind a small word that leads to a noun (*contra la trata*) or behind a verb (*sufren pesadillas*);
  not behind another word (*el curso trata de ...*, *armas ilegales*), and not before an article (*trata los
  casos*).
- An infinitive (*encerrar*, *to jail*), and several words, are compared by stems, in any form; one that acts
  on itself (*quedarse con la abuela*) where the question says so, too (*se quedó*, *quiero quedarme*).
- What joins the words of a label (*child or adult*) has to stand there, too.
- Small words do not count where two others remain (*de vuelta a su país*); else one who owns or acts
  stands for any (*on their own*: on her own). Small ones may stand between (*sin sus papeles*), behind an
  infinitive what it acts on, too (*to lock up*: lock a child up), and never a word that denies or
  joins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Protocol

from kb.text.words import folded_words, is_stop_word, stem
from kb.thesaurus.concept import LANGUAGES, Concept

_BEFORE_NOUNS = frozenset(
    """
    a al ante con contra de del desde e el en entre hacia la las los ni o para por sin sobre u un una
    unas unos y mi mis su sus tu tus nuestro nuestra nuestros nuestras up out off away back down over
    my our your his her their about against among an and at between by for from in of on or the to versus
    with without
    """.split()
)
DENIALS = frozenset("no not nor never cannot without sin tampoco nunca".split())
_ARTICLES = frozenset("el la las los lo un una unas unos esta este estas estos a an the this these".split())
_ANYONE = frozenset(
    """
    i he she they me him them my his her its our their your himself herself themselves myself
    mi mis su sus tu tus nuestro nuestra nuestros nuestras
    """.split()
)
_REFLEXIVES = ("arse", "erse", "irse")
_INFINITIVES = ("ar", "er", "ir", *_REFLEXIVES)
_ONESELF = ("se", "me", "te", "nos")  # in front of a verb, or its ending
_AHEAD = 3  # words from such a pronoun to its verb: me voy a quedar
_JOINING = frozenset("or o u".split())
_CLAUSES = frozenset("and or but y e o u pero".split())  # a new one begins
_DIRECTIONS = frozenset("up back home away out over off in down behind vuelt regres atras".split())  # stems
_FURTHEST = 5  # words from one of a label to the next


class Forms(Protocol):
    """A dictionary that knows forms of words."""

    def forms(self, word: str, language: str) -> Sequence[str]:
        """Folded forms of a word, one for each stem."""

    def is_of_verb(self, word: str, language: str) -> bool:
        """Whether a word is a form of a verb, too."""

    def is_verb(self, word: str, language: str) -> bool:
        """Whether a word is a verb, or a form of one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A label met in a question: whose it is, its language, and which words of the question are it."""

    concept: str
    language: str
    places: tuple[int, ...]
    written: bool  # one word, as it is written
    opens: bool = True  # it stands where a noun does that asks for its concept
    shorter: tuple[Asked, ...] = ()  # others there, for where this one's words name something else


@dataclass(frozen=True, slots=True)
class _Label:
    concept: str
    language: str
    keys: tuple[str, ...]
    infinitive: bool
    reflexive: bool


class AskedLabels:
    """The labels of kind ``asked`` of all concepts."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._written: dict[str, tuple[str, str]] = {}
        self._begun: dict[tuple[str, str], list[_Label]] = {}
        for each in concepts:
            for language in LANGUAGES:
                for name in each.labels("asked", language):
                    self._take(each.id, name, language)
        for labels in self._begun.values():
            labels.sort(key=lambda label: -len(label.keys))

    def written(self, folded: str) -> tuple[str, str] | None:
        """The concept that has this word as a label, which is compared as it is written; its language."""
        return self._written.get(folded)

    def met(self, words: Sequence[str], dictionary: Forms | None) -> list[Asked]:
        """The labels in the folded ``words`` of a question, in their order; no word is of two."""
        keys = {language: [_keys_of(word, language, dictionary) for word in words] for language in LANGUAGES}
        found: list[Asked] = []
        free = 0
        for place in range(len(words)):
            longest = self._longest(place, words, keys, dictionary) if place >= free else None
            if longest:
                found.append(longest)
                free = longest.places[-1] + 1
        return found

    def _take(self, concept: str, name: str, language: str) -> None:
        words = tuple(folded_words(name))
        infinitive = words[0].endswith(_INFINITIVES) if language == "es" else words[0] == "to"
        if language == "en" and infinitive:
            words = words[1:]
        if len(words) > 1 or infinitive:
            reflexive = language == "es" and words[0].endswith(_REFLEXIVES)
            words = (_bare(words[0]) if reflexive else words[0], *words[1:])
            if sum(not _is_small(word) for word in words) > 1:
                words = tuple(word for word in words if word in _JOINING or not _is_small(word))
            keys = tuple(_key(word, language) for word in words)
            label = _Label(concept, language, keys, infinitive, reflexive)
            self._begun.setdefault((language, keys[0]), []).append(label)
        else:
            self._written[words[0]] = concept, language

    def _longest(
        self,
        place: int,
        words: Sequence[str],
        keys: dict[str, list[frozenset[str]]],
        dictionary: Forms | None,
    ) -> Asked | None:
        """The label of most words that begins at a place."""
        found: list[Asked] = []
        if known := self._written.get(words[place]):
            opens = _opens(words, place, known[1], dictionary)
            found.append(Asked(*known, (place,), written=True, opens=opens))
        for language in LANGUAGES:
            for key in keys[language][place]:
                for label in self._begun.get((language, key), ()):
                    if label.reflexive and not _acts_on_itself(words, place):
                        continue
                    if places := _places(label, place, words, keys[language]):
                        found.append(Asked(label.concept, language, places, written=False))
        if not found:
            return None
        longest, *shorter = sorted(found, key=lambda each: (len(each.places), each.concept), reverse=True)
        return replace(longest, shorter=tuple(shorter))


def _opens(words: Sequence[str], place: int, language: str, dictionary: Forms | None) -> bool:
    """Whether the word opens a group of words: first, behind a small word or what is done to it."""
    before = words[place - 1] if place else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    if after in _ARTICLES:
        return False
    acted_on = dictionary is not None and dictionary.is_verb(before, language)
    return not before or before in _BEFORE_NOUNS or acted_on


def _acts_on_itself(words: Sequence[str], place: int) -> bool:
    """Whether a verb says that who acts is who is acted on: *quedarse*, *se quiere quedar*."""
    before = words[max(0, place - _AHEAD) : place]
    return words[place].endswith(_ONESELF) or not {*before}.isdisjoint(_ONESELF)


def _places(
    label: _Label, first: int, words: Sequence[str], keys: Sequence[AbstractSet[str]]
) -> tuple[int, ...]:
    """Where the words of a label stand from ``first`` on; none where not all of them do."""
    places = [first]
    for number, key in enumerate(label.keys[1:]):
        others = 0 if number or not label.infinitive else 2 if key in _DIRECTIONS else 1
        reached = _reach(words, places[-1] + 1, others)
        place = next((each for each in reached if key in keys[each]), None)
        if place is None:
            return ()
        places.append(place)
    return tuple(places)


def _reach(words: Sequence[str], first: int, most: int) -> Iterator[int]:
    """The places from ``first`` on where the next word of a label may stand, behind so many others at most.

    One stands right before it (*an immigration lawyer*), of two the place does not matter (*send the
    children of migrants back*).
    """
    others = 0
    for place in range(first, min(len(words), first + _FURTHEST)):
        before = words[place - 1]
        if not others or (before not in _ARTICLES if most > 1 else not _is_small(before)):
            yield place
        others += not _is_small(words[place])
        if words[place] in DENIALS or (most and words[place] in _CLAUSES) or others > most:
            return


def _is_small(word: str) -> bool:
    return is_stop_word(word) or word in _ANYONE


def _bare(verb: str) -> str:
    """An infinitive without the pronoun that it ends in (*quedarme*: quedar); other words as they are."""
    for pronoun in _ONESELF:
        if verb.endswith(tuple(ending + pronoun for ending in ("ar", "er", "ir"))):
            return verb.removesuffix(pronoun)
    return verb


def _key(word: str, language: str) -> str:
    return "" if word in _ANYONE else stem(word, language)


def _keys_of(word: str, language: str, dictionary: Forms | None) -> frozenset[str]:
    """Every stem that a word of a question has."""
    forms = {word, *(dictionary.forms(word, language) if dictionary and word.isalpha() else ())}
    if language == "es":
        forms |= {_bare(word), f"{word[:-1]}ó" if word.endswith("io") else word}  # folded: metió
    return frozenset(_key(each, language) for each in forms)
