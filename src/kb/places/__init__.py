"""Which countries a text speaks of: their names, people, capitals and cities, in both languages.

Names are looked up, never guessed: `countries.toml` lists them, and a name that two countries share
stands for neither. Running text is cut into words, the first two lead to the few names that begin
with them, and the longest that fits wins: "Guinea" is not found inside "Papua New Guinea". Traps
("New Mexico", "Geneva Conventions") are found in the same way and then dropped.

What must stay true: positions are half-open code points of the text as given; capitals count ("us",
"chile" and "china" are no countries), accents do not; importing this module reads nothing.

What it cannot do: tell the country Georgia from the state, or Jordan from a person of that name.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from kb.text.words import terms

Form = Literal["name", "people", "capital", "city"]
Names = Mapping[str, tuple[str, ...]]  # language -> names

_SOURCE = Path(__file__).with_name("countries.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """What a country, its people and places are called; `countries.toml` explains the fields."""

    code: str
    name: Mapping[str, str]
    other: Names = field(default_factory=dict)
    people: Names = field(default_factory=dict)
    language: Names = field(default_factory=dict)
    capital: Names = field(default_factory=dict)
    cities: tuple[str, ...] = ()
    quiet: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A country spoken of in a text, from code point `start` up to, not including, `end`."""

    code: str
    start: int
    end: int
    form: Form


@cache
def countries() -> Mapping[str, Country]:
    """Every country by its ISO 3166-1 alpha-2 code, read on first use."""
    tables = ((code, table) for code, table in _tables().items() if isinstance(table, dict))
    return MappingProxyType({code: _country(code, table) for code, table in tables})


def label(code: str, language: str) -> str:
    """The country's name in a language, or the code where there is none.

    >>> label("ES", "en"), label("ES", "es"), label("??", "en")
    ('Spain', 'España', '??')
    """
    country = countries().get(code)
    return country.name.get(language, code) if country else code


def code_of(name: str) -> str | None:
    """The code for a code, a name or a demonym in either language; case and accents do not matter.

    >>> code_of("hn"), code_of("Belgica"), code_of("hondureñas"), code_of("Tegucigalpa")
    ('HN', 'BE', 'HN', None)
    """
    code = name.strip().upper()
    return code if code in countries() else _called().get(_key(name))


def every_name(words: str) -> tuple[tuple[str, str], ...]:
    """Every name, with its language, of the country that one with just these telling words names.

    Small words, case and accents do not matter. Demonyms are no names.

    >>> every_name("reino unido")[:2]
    (('United Kingdom', 'en'), ('UK', 'en'))
    >>> every_name("rica"), every_name("salvador")[0]
    ((), ('El Salvador', 'en'))
    """
    code = _by_words().get(_telling(words))
    if code is None:
        return ()
    country = countries()[code]
    named = (
        (name, language)
        for language in country.name
        for name in (country.name[language], *country.other.get(language, ()))
    )
    return tuple(dict.fromkeys(named))


def place_code(name: str) -> str | None:
    """The code for the exact name of a country, capital or listed city in either language.

    >>> place_code("Ginebra"), place_code("San Jose"), place_code("Granada")
    ('CH', 'CR', None)
    """
    return _situated().get(_key(name))


def is_place(name: str) -> bool:
    """Whether a country, capital or listed city has exactly this name, be it one or several.

    >>> is_place("Granada"), is_place("Peñas Blancas"), is_place("Ana Paz")
    (True, True, False)
    """
    return _key(name) in _everywhere()


def mentions(text: str) -> list[Mention]:
    """All mentions of countries in running text, in reading order, none overlapping.

    >>> [(found.code, found.form) for found in mentions("Mexico City: 7 niños hondureños")]
    [('MX', 'capital'), ('HN', 'people')]
    """
    words, phrases = _words(text), _phrases()
    found = []
    at = 0
    while at < len(words):
        starting = phrases.get(words[at].key)
        phrase = starting and _longest(starting, text, words, at)
        if phrase and phrase.code:
            found.append(_mention(phrase, text, words, at))
        at += len(phrase.words) if phrase else 1
    return found


# Reading the file


@cache
def _tables() -> dict[str, Any]:
    import tomllib  # here, because importing kb.places is to cost nothing

    return tomllib.loads(_SOURCE.read_text(encoding="utf-8"))


def _country(code: str, table: Mapping[str, Any]) -> Country:
    return Country(
        code=code,
        name=MappingProxyType(table["name"]),
        other=_names(table.get("other", {})),
        people=_names(table.get("people", {})),
        language=_names(table.get("language", {})),
        capital=_names(table.get("capital", {})),
        cities=tuple(table.get("cities", ())),
        quiet=tuple(table.get("quiet", ())),
    )


def _names(table: Mapping[str, list[str]]) -> Names:
    return MappingProxyType({language: tuple(names) for language, names in table.items()})


# Looking up one name


@cache
def _called() -> Mapping[str, str]:
    return _undisputed(
        (_key(name), country.code)
        for country in countries().values()
        for name in (*_countrys(country), *_all(country.people), *_all(country.language))
    )


@cache
def _by_words() -> Mapping[str, str]:
    named = ((name, country) for country in countries().values() for name in _countrys(country))
    return _undisputed((_telling(name), country.code) for name, country in named)


def _telling(name: str) -> str:
    """The folded words of a name without the small ones."""
    return " ".join(term.folded for term in terms(name, "") if term.position >= 0)


@cache
def _situated() -> Mapping[str, str]:
    return _undisputed(_sites())


@cache
def _everywhere() -> frozenset[str]:
    return frozenset(key for key, _ in _sites())


def _sites() -> Iterator[tuple[str, str]]:
    for country in countries().values():
        for name in (*_countrys(country), *_all(country.capital), *country.cities):
            yield _key(name), country.code


def _undisputed(claims: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Key -> code, without the keys that more than one country claims."""
    claimants: dict[str, set[str]] = {}
    for key, code in claims:
        claimants.setdefault(key, set()).add(code)
    return {key: min(codes) for key, codes in claimants.items() if len(codes) == 1}


def _countrys(country: Country) -> tuple[str, ...]:
    return (*country.name.values(), *_all(country.other))


def _all(names: Names) -> Iterator[str]:
    for spelled in names.values():
        yield from spelled


@lru_cache(maxsize=1 << 14)
def _key(name: str) -> str:
    """A name's words in lower case, without accents and punctuation: what two spellings share."""
    return " ".join(word.key for word in _words(name))


# Cutting text into words

# Combining marks belong to their letter: text may come decomposed, and positions must not move.
_WORD = re.compile(r"\w+(?:[\u0300-\u036f]+\w*)*")
_SIGNS = str.maketrans("\u2018\u2019\u02bc\u2010\u2011\u2013", "'''---")


class _Word(NamedTuple):
    start: int
    end: int
    text: str  # without accents, in its own case
    key: str  # the same in lower case


def _words(text: str) -> list[_Word]:
    if text.isascii():
        lowered = text.lower()
        spans = (match.span() for match in _WORD.finditer(text))
        return [_Word(start, end, text[start:end], lowered[start:end]) for start, end in spans]
    plain = ((match, _plain(match.group())) for match in _WORD.finditer(text))
    return [_Word(*match.span(), word, word.lower()) for match, word in plain]


def _plain(word: str) -> str:
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _gap(between: str) -> str:
    """What stands between two words, however it was set; no name crosses a blank line."""
    if between == " ":
        return between
    if between.count("\n") > 1:
        return "\n\n"
    return re.sub(r"\s+", " ", between).translate(_SIGNS)


# Finding names in text

_Guard = Callable[[str, list[_Word], int], bool]


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
    for phrase in sorted((*_traps(), *_undisputed_names()), key=lambda one: -len(one.words)):
        first, second = (*phrase.key.split(), "")[:2]
        phrases.setdefault(first, {}).setdefault(second, []).append(phrase)
    return phrases


def _traps() -> Iterator[_Phrase]:
    return (_phrase(name, "", _Use("name")) for name in _tables()["nowhere"])


def _undisputed_names() -> list[_Phrase]:
    """The names to look for, of which one country is sure and that mean little else."""
    named = [phrase for country in countries().values() for phrase in _named(country)]
    undisputed = _undisputed((phrase.key, phrase.code) for phrase in named)
    quiet = {(_key(name), land.code) for land in countries().values() for name in land.quiet}
    return [one for one in named if one.key in undisputed and (one.key, one.code) not in quiet]


def _named(country: Country) -> Iterator[_Phrase]:
    """Every name of a country with the way it is looked for; of equal names the first wins."""
    groups = (
        (_countrys(country), _Use("name")),
        (_all(country.capital), _Use("capital")),
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
    words = _words(name)
    return _Phrase(
        " ".join(word.key for word in words),
        tuple(word.text for word in words),
        tuple(_gap(name[a.end : b.start]) for a, b in pairwise(words)),
        name[words[-1].end :],
        code,
        *use,
    )


def _longest(starting: _Starting, text: str, words: list[_Word], at: int) -> _Phrase | None:
    second = words[at + 1].key if at + 1 < len(words) else ""
    candidates = (*starting.get(second, ()), *starting.get("", ()))
    return next((phrase for phrase in candidates if _fits(phrase, text, words, at)), None)


def _fits(phrase: _Phrase, text: str, words: list[_Word], at: int) -> bool:
    here = words[at : at + len(phrase.words)]
    return (
        _spelled(phrase, tuple(word.text for word in here))
        and phrase.gaps == tuple(_gap(text[a.end : b.start]) for a, b in pairwise(here))
        and not _glued(text, here[0].start, here[-1].end)
        and (phrase.guard is None or phrase.guard(text, words, at))
    )


def _spelled(phrase: _Phrase, words: tuple[str, ...]) -> bool:
    if words == phrase.words:
        return True
    if len(words) != len(phrase.words) or not (phrase.any_case or all(map(str.isupper, words))):
        return False
    return " ".join(words).lower() == phrase.key


def _glued(text: str, start: int, end: int) -> bool:
    """Whether it is part of an address or a sum: mexico@iom.int, @UNHCR, US$ 50."""
    return text[end : end + 1] in {"@", "$"} or text[max(start - 1, 0) : start] == "@"


def _mention(phrase: _Phrase, text: str, words: list[_Word], at: int) -> Mention:
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


def _describes_the_next(text: str, words: list[_Word], at: int) -> bool:
    """Whether "Spanish" stands before a noun, as in "Spanish authorities"; else a language."""
    following, before = _beside(text, words, at, +1), _beside(text, words, at, -1)
    return following.isalpha() and following not in _NO_NOUN and before not in _SPEAKING


def _describes_the_last(text: str, words: list[_Word], at: int) -> bool:
    """Whether "español" stands after a noun, as in "gobierno español"; "Español" is a surname."""
    before = _beside(text, words, at, -1)
    return before.isalpha() and before not in _NO_DESCRIBED and not words[at].text.istitle()


def _not_shouted(text: str, words: list[_Word], at: int) -> bool:
    """Whether some neighbour on the same line, two to either side, is not in capitals."""
    near = [
        word.text
        for word in words[max(at - 2, 0) : at] + words[at + 1 : at + 3]
        if len(word.text) > 1 and "\n" not in _between(text, words[at], word)
    ]
    return not near or not all(map(str.isupper, near))


def _beside(text: str, words: list[_Word], at: int, step: int) -> str:
    """The next word (+1) or the last (-1) in lower case, or nothing if not one space away."""
    beside = at + step
    if not 0 <= beside < len(words):
        return ""
    return words[beside].key if _gap(_between(text, words[at], words[beside])) == " " else ""


def _between(text: str, one: _Word, other: _Word) -> str:
    first, second = sorted((one, other))
    return text[first.end : second.start]
