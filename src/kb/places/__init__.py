"""Countries: what they, their people, capitals and cities are called, in both languages.

Names are looked up, never guessed: `countries.toml` lists them, and a name that two countries share
stands for neither. Accents and case do not matter here. `kb.places.mentions` finds them in running text.

What must stay true: importing this module reads nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kb.places.spelling import key_of
from kb.text.words import telling_words

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

    @property
    def names(self) -> tuple[str, ...]:
        """What the country itself is called, in every language."""
        return (*self.name.values(), *in_every_language(self.other))


@cache
def countries() -> Mapping[str, Country]:
    """Every country by its ISO 3166-1 alpha-2 code, read on first use."""
    tables = ((code, table) for code, table in _tables().items() if isinstance(table, dict))
    return MappingProxyType({code: _country(code, table) for code, table in tables})


def traps() -> tuple[str, ...]:
    """What sounds like a country and is none: "New Mexico", "Geneva Conventions"."""
    return tuple(_tables()["nowhere"])


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
    return code if code in countries() else _called().get(key_of(name))


def code_meant(name: str) -> str | None:
    """The same, with an article or without the one that belongs to the name.

    >>> code_meant("los Estados Unidos"), code_meant("Salvador"), code_meant("Rica")
    ('US', 'SV', None)
    """
    return code_of(name) or _by_words().get(_telling(name))


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
    return _situated().get(key_of(name))


def is_place(name: str) -> bool:
    """Whether a country, capital or listed city has exactly this name, be it one or several.

    >>> is_place("Granada"), is_place("Peñas Blancas"), is_place("Ana Paz")
    (True, True, False)
    """
    return key_of(name) in _claimants()


def place_codes(name: str) -> frozenset[str]:
    """The codes of all countries that have a country name, capital or listed city of exactly this name.

    >>> sorted(place_codes("Granada")), sorted(place_codes("Ana Paz"))
    (['ES', 'GD', 'NI'], [])
    """
    return _claimants().get(key_of(name), frozenset())


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
    return undisputed(
        (key_of(name), country.code)
        for country in countries().values()
        for name in (*country.names, *in_every_language(country.people), *in_every_language(country.language))
    )


@cache
def _by_words() -> Mapping[str, str]:
    named = ((name, country) for country in countries().values() for name in country.names)
    return undisputed((_telling(name), country.code) for name, country in named)


def _telling(name: str) -> str:
    """The folded words of a name without the small ones."""
    return " ".join(telling_words(name))


@cache
def _situated() -> Mapping[str, str]:
    return undisputed(_sites())


@cache
def _claimants() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for key, code in _sites():
        found.setdefault(key, set()).add(code)
    return {key: frozenset(codes) for key, codes in found.items()}


def _sites() -> Iterator[tuple[str, str]]:
    for country in countries().values():
        for name in (*country.names, *in_every_language(country.capital), *country.cities):
            yield key_of(name), country.code


def undisputed(claims: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Key -> code, without the keys that more than one country claims."""
    claimants: dict[str, set[str]] = {}
    for key, code in claims:
        claimants.setdefault(key, set()).add(code)
    return {key: min(codes) for key, codes in claimants.items() if len(codes) == 1}


def in_every_language(names: Names) -> Iterator[str]:
    """The names of all languages."""
    for spelled in names.values():
        yield from spelled
