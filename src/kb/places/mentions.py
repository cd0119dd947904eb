"""The countries that running text speaks of, by their names, people, capitals and cities.

Text is cut into words, the first two lead to the few names that begin with them, and the longest that
fits wins: "Guinea" is not found inside "Papua New Guinea". Traps ("New Mexico", "Geneva Conventions") are
found in the same way and then dropped. Capitals count ("us", "chile" and "china" are no countries).
Positions are half-open code points of the text as given.

What it cannot do: tell the country Georgia from the state, or Jordan from a person of that name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from kb.places import Country, countries, in_every_language, traps, undisputed
from kb.places.regions import region_code
from kb.places.spelling import Word, cut, gap, key_of

Form = Literal["name", "people", "capital", "city"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A country spoken of in a text, from code point `start` up to, not including, `end`."""

    code: str
    start: int
    end: int
    form: Form


def mentions(text: str) -> list[Mention]:
    """All mentions of countries in running text, in reading order, none overlapping.

    >>> [(found.code, found.form) for found in mentions("Mexico City: 7 niños hondureños")]
    [('MX', 'capital'), ('HN', 'people')]
    """
    return list(_mentions(text))


@lru_cache(maxsize=256)  # several extractors read the same paragraph or line one after another
def _mentions(text: str) -> tuple[Mention, ...]:
    words, phrases = cut(text), _phrases()
    found = []
    at = 0
    while at < len(words):
        starting = phrases.get(words[at].key)
        phrase = starting and _longest(starting, text, words, at)
        if phrase and phrase.code and not _is_namesake(phrase, text, words, at + len(phrase.words)):
            found.append(_mention(phrase, text, words, at))
        at += len(phrase.words) if phrase else 1
    return tuple(found)


# Names made ready


_Guard = Callable[[str, list[Word], int], bool]


class _Phrase(NamedTuple):
    """A name made ready: its words, what stands between them, and what may follow the last."""

    key: str
    words: tuple[str, ...]
    gaps: tuple[str, ...]
    tail: str
    code: str  # empty for a trap
    form: Form
    any_case: bool = False
    guard: _Guard | None = None


class _Use(NamedTuple):
    """How the names of one kind are looked for."""

    form: Form
    any_case: bool = False
    guard: _Guard | None = None


_Starting = Mapping[str, list[_Phrase]]  # second word, or "" -> names, the longest first


@cache
def _phrases() -> Mapping[str, _Starting]:
    """First word -> second word -> names; nearly every word of a text ends at the first look-up."""
    phrases: dict[str, dict[str, list[_Phrase]]] = {}
    no_countries = (_phrase(name, "", _Use("name")) for name in traps())
    for phrase in sorted((*no_countries, *_undisputed_names()), key=lambda one: -len(one.words)):
        first, second = (*phrase.key.split(), "")[:2]
        phrases.setdefault(first, {}).setdefault(second, []).append(phrase)
    return phrases


def _undisputed_names() -> list[_Phrase]:
    """The names to look for, of which one country is sure and that mean little else."""
    named = [phrase for country in countries().values() for phrase in _named(country)]
    sure = undisputed((phrase.key, phrase.code) for phrase in named)
    quiet = {(key_of(name), land.code) for land in countries().values() for name in land.quiet}
    return [one for one in named if one.key in sure and (one.key, one.code) not in quiet]


def _named(country: Country) -> Iterator[_Phrase]:
    """Every name of a country with the way it is looked for; of equal names the first wins."""
    groups = (
        (country.names, _Use("name")),
        (in_every_language(country.capital), _Use("capital")),
        (country.cities, _Use("city")),
        (country.people.get("en", ()), _Use("people")),
        (country.people.get("es", ()), _Use("people", any_case=True)),
        (country.language.get("en", ()), _Use("people", guard=_describes_the_next)),
        (country.language.get("es", ()), _Use("people", any_case=True, guard=_describes_the_last)),
    )
    for names, use in groups:
        for name in names:
            guarded = use._replace(guard=_not_shouted) if name in _SHOUTED else use
            yield _phrase(name, country.code, guarded)


def _phrase(name: str, code: str, use: _Use) -> _Phrase:
    words = cut(name)
    return _Phrase(
        " ".join(word.key for word in words),
        tuple(word.text for word in words),
        tuple(gap(name[a.end : b.start]) for a, b in pairwise(words)),
        name[words[-1].end :],
        code,
        *use,
    )


def _longest(starting: _Starting, text: str, words: list[Word], at: int) -> _Phrase | None:
    second = words[at + 1].key if at + 1 < len(words) else ""
    candidates = (*starting.get(second, ()), *starting.get("", ()))
    return next((phrase for phrase in candidates if _fits(phrase, text, words, at)), None)


def _fits(phrase: _Phrase, text: str, words: list[Word], at: int) -> bool:
    here = words[at : at + len(phrase.words)]
    return (
        _spelled(phrase, tuple(word.text for word in here))
        and phrase.gaps == tuple(gap(text[a.end : b.start]) for a, b in pairwise(here))
        and not _glued(text, here[0].start, here[-1].end)
        and (phrase.guard is None or phrase.guard(text, words, at))
    )


def _spelled(phrase: _Phrase, words: tuple[str, ...]) -> bool:
    if words == phrase.words or (
        len(words) == len(phrase.words) and all(map(_written_alike, words, phrase.words))
    ):
        return True
    if len(words) != len(phrase.words) or not (phrase.any_case or all(map(str.isupper, words))):
        return False
    return " ".join(words).lower() == phrase.key


def _written_alike(word: str, told: str) -> bool:
    """Whether a word is one of a name; small ones may have a capital: "San Cristóbal de Las Casas"."""
    return word == told or (told.islower() and word == told.capitalize())


def _is_namesake(phrase: _Phrase, text: str, words: list[Word], end: int) -> bool:
    """Whether another town is meant: "San José de Gracia", "San José, California", "Freetown Road"."""
    if phrase.form not in _TOWNS:
        return False
    if phrase.words[0] in _SAINTS and _goes_on(text, words, end):
        return True
    if (
        end < len(words)
        and words[end].text in _STREETS
        and text[words[end - 1].end : words[end].start] == " "
    ):
        return True
    behind = words[end : end + _LONGEST_STATE]
    if phrase.code == _STATES or not behind or text[words[end - 1].end : behind[0].start] != ", ":
        return False
    return any(region_code(text[behind[0].start : last.end]) == _STATES for last in behind)


def _goes_on(text: str, words: list[Word], end: int) -> bool:
    """Whether a name goes on behind the saint's: not the capital in "San José de Gracia"."""
    before = words[end - 1]
    for word in words[end : end + _LONGEST_LINK + 1]:
        if text[before.end : word.start] != " ":
            return False
        if word.text not in _LINKS:
            return word.text[0].isupper() and word.key not in _phrases()
        before = word
    return False


# Towns that are named after saints, many after one; the small words that tell them apart.
_SAINTS = frozenset(("San", "Santa", "Santo", "SAN", "SANTA", "SANTO"))
_LINKS = frozenset("de del la las los el DE DEL LA LAS LOS EL".split())
_LONGEST_LINK = 2  # words
_TOWNS = frozenset(("capital", "city"))
_STREETS = frozenset("Road Rd Street St Avenue Ave Lane Ln Boulevard Blvd Drive".split())
_STATES, _LONGEST_STATE = "US", 2  # whose towns have names from everywhere; words of a state


def _glued(text: str, start: int, end: int) -> bool:
    """Whether it is part of an address or a sum: mexico@iom.int, @UNHCR, US$ 50."""
    return text[end : end + 1] in {"@", "$"} or text[max(start - 1, 0) : start] == "@"


def _mention(phrase: _Phrase, text: str, words: list[Word], at: int) -> Mention:
    end = words[at + len(phrase.words) - 1].end
    if text.startswith(phrase.tail, end):
        end += len(phrase.tail)
    return Mention(code=phrase.code, start=words[at].start, end=end, form=phrase.form)


# Guards: what the words around a name must say before it counts

# In a line of capitals these may be other words: "HELP US", "EL GOBIERNO USA LA FUERZA".
_SHOUTED = frozenset(["US", "USA"])


def _vocabulary(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NO_NOUN = _vocabulary(
    """a abbreviation abbreviations acronym acronyms an and are as at but by class classes course
    edition for from he if in initials interpreter interpreters is it language languages lesson
    lessons name of on only or original she speaker speakers speaking subtitles text texts that
    the they this title to translation translations version versions was we were when which who
    will with word words you"""
)
_SPEAKING = _vocabulary("into learn learning speak speaking speaks spoke")
_NO_DESCRIBED = _vocabulary(
    """a abreviatura acronimo al aprende aprenden aprender como con de del e el en era es fue
    habla hablaba hablaban hablamos hablan hablante hablantes hablar idioma la lengua lo ni nombre
    o original para por ser sigla siglas son su texto titulo traduccion traducida traducido u un
    version y"""
)


def _describes_the_next(text: str, words: list[Word], at: int) -> bool:
    """Whether "Spanish" stands before a noun, as in "Spanish authorities"; else a language."""
    following, before = _beside(text, words, at, +1), _beside(text, words, at, -1)
    return following.isalpha() and following not in _NO_NOUN and before not in _SPEAKING


def _describes_the_last(text: str, words: list[Word], at: int) -> bool:
    """Whether "español" stands after a noun, as in "gobierno español"; "Español" is a surname."""
    before = _beside(text, words, at, -1)
    return before.isalpha() and before not in _NO_DESCRIBED and not words[at].text.istitle()


def _not_shouted(text: str, words: list[Word], at: int) -> bool:
    """Whether some neighbour on the same line, two to either side, is not in capitals."""
    near = [
        word.text
        for word in words[max(at - 2, 0) : at] + words[at + 1 : at + 3]
        if len(word.text) > 1 and "\n" not in _between(text, words[at], word)
    ]
    return not near or not all(map(str.isupper, near))


def _beside(text: str, words: list[Word], at: int, step: int) -> str:
    """The next word (+1) or the last (-1) in lower case, or nothing if not one space away."""
    beside = at + step
    if not 0 <= beside < len(words):
        return ""
    return words[beside].key if gap(_between(text, words[at], words[beside])) == " " else ""


def _between(text: str, one: Word, other: Word) -> str:
    first, second = sorted((one, other))
    return text[first.end : second.start]
