"""What people cite: treaties, laws, general comments and opinions, with their names in both languages.

The table is ``instruments.toml``. Names are found by their stems, small words left out, so that
"Convención de los derechos de las niñas" is the one "sobre los Derechos del Niño".
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any as Untyped

from kb.text.folding import fold
from kb.text.words import folded_words, is_stop_word, stem

LANGUAGES = ("en", "es")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_JOINT = re.compile(r"[-–](?=[A-Za-z]{1,6}/)")
_INSIDE_NAMES = (",", "-", "(", ")", ".", "'", "’", "no", "num")  # marks, and the sign before a number
OTHER = "other"  # a name that is recognised and not resolved
_END = ""  # where a name may end; no stem is empty

Names = tuple[str, str]  # in English and in Spanish
Trie = dict[str, "Trie | str"]


@dataclass(frozen=True, slots=True)
class Instrument:
    """A text that can be cited: its id here, its titles, the symbols under which it may be held."""

    id: str
    titles: Names
    symbols: tuple[str, ...] = ()
    names: tuple[str, ...] = ()  # of a treaty or law, by all of which its title may begin
    uri: str | None = None
    number: int | None = None  # of a general comment

    @property
    def treaty(self) -> bool:
        """Whether it is named as a treaty or law is, and not by a symbol or a number of its own."""
        return bool(self.names)

    def is_same(self, other: Instrument) -> bool:
        """Whether it is the same text: two committees number their joint comments differently."""
        symbols = {symbol.lower() for symbol in other.symbols}
        return self.id == other.id or any(symbol.lower() in symbols for symbol in self.symbols)


@dataclass(frozen=True, slots=True)
class Committee:
    """A body that numbers its general comments."""

    id: str
    titles: Names
    kind: str  # "comment" or "recommendation"
    number: str
    older: Mapping[int, str]
    treaty: str  # the instrument that it watches over

    @property
    def series(self) -> tuple[tuple[str, ...], ...]:
        """The folded words with which the symbols of its general comments begin."""
        usual = self.number.partition("{")[0]
        words = tuple(fold(word) for word in _WORD.findall(usual))
        return tuple(dict.fromkeys((words, (words[0], "gc"))))

    def symbols(self, number: int) -> tuple[str, ...]:
        """The symbols that the general comment may have, the surest first."""
        usual = self.number.format(number=number)
        return tuple(dict.fromkeys(filter(None, (self.older.get(number), usual))))


class Table:
    """Everything that can be cited."""

    def __init__(self, table: Mapping[str, Untyped]) -> None:
        entries: Mapping[str, Untyped] = table["instruments"]
        bodies: Mapping[str, Untyped] = table["committees"]
        self.instruments = {id: _instrument(id, entry) for id, entry in entries.items()}
        self.committees = {id: _committee(id, entry) for id, entry in bodies.items()}
        self.instrument_names = Finder({**entries, OTHER: table["other"]})
        self.committee_names = Finder(bodies)
        self._called = {id: tuple(_names(entry)) for id, entry in {**entries, OTHER: table["other"]}.items()}
        self._beginning: dict[str, set[str]] = {}
        for id, called in self._called.items():
            for name, _ in called:
                for beginning in _beginnings(fold(name)):
                    self._beginning.setdefault(beginning, set()).add(id)
        self._behind_hyphens = {
            beginning
            for called in self._called.values()
            for name, _ in called
            for _, hyphen, behind in (fold(name).partition("-"),)
            if hyphen
            for beginning in _beginnings(behind)
        }
        self._joint: Sequence[Mapping[str, int]] = table["joint"]
        self._opinions = {int(number): year for number, year in table["opinions"].items()}
        self._numbers = [
            (each.id, re.compile(re.escape(each.number).replace(r"\{number\}", r"(\d{1,3})"), re.IGNORECASE))
            for each in self.committees.values()
        ]
        self._older = {
            symbol.lower(): (each.id, number)
            for each in self.committees.values()
            for number, symbol in each.older.items()
        }

    def comment(self, committee: str, number: int) -> Instrument:
        """A general comment or recommendation; one of two committees has the symbols of both."""
        known = self.committees[committee]
        also = next((each for each in self._joint if each.get(committee) == number), {committee: number})
        symbols = list(known.symbols(number))
        for other, its in also.items():
            symbols += self.committees[other].symbols(its)
        kinds = {"comment": ("comment", "Observación"), "recommendation": ("recommendation", "Recomendación")}
        english, spanish = kinds[known.kind]
        titles = (
            f"General {english} No. {number} of the {known.titles[0]}",
            f"{spanish} general núm. {number} del {known.titles[1]}",
        )
        return Instrument(f"{committee}-gc-{number}", titles, tuple(dict.fromkeys(symbols)), number=number)

    def committee(self, name: str) -> Committee | None:
        """The committee that goes by a name, or by an abbreviation of its convention: *CDN*."""
        words = folded_words(name)
        first = next((place for place, word in enumerate(words) if not is_stop_word(word)), 0)
        named = self.committee_names.named(words, first)
        whole = named[0] if named and named[2] == len(words) else ""
        return self.committees.get(self.committee_names.abbreviated(fold(name)) or whole)

    def called(self, instrument: Instrument) -> tuple[tuple[str, str], ...]:
        """The names of a treaty or law with their languages, and its abbreviations without one.

        Those with which the name of another text begins are left out: "Vienna Convention".
        """
        return tuple(
            (name, language)
            for name, language in self._called.get(instrument.id, ())
            if not self.is_part(name) and self._beginning[fold(name)] == {instrument.id}
        )

    def is_part(self, name: str) -> bool:
        """Whether a longer name of another text goes on with it behind a hyphen."""
        return fold(name) in self._behind_hyphens

    def committee_of(self, instrument: Instrument) -> str | None:
        """The committee of a treaty, or that of a general comment."""
        if instrument.number is not None:
            return instrument.id.rpartition("-gc-")[0]
        return next((id for id, each in self.committees.items() if each.treaty == instrument.id), None)

    def joint(self, numbers: Sequence[int]) -> tuple[str, int] | None:
        """The committee and number of the general comment that two committees number so, or one of them."""
        for each in self._joint:
            if set(numbers) <= set(each.values()):
                of_the_last = [committee for committee, number in each.items() if number == numbers[-1]]
                return of_the_last[0], numbers[-1]
        return None

    def opinion(self, number: int, year: int | None) -> Instrument | None:
        """An advisory opinion of the Inter-American Court; without its year if that is known here."""
        known = self._opinions.get(number) if year is None else year % 100
        if known is None:
            return None
        symbol = f"OC-{number}/{known:02}"
        return Instrument(symbol.lower().replace("/", "-"), _opinion(symbol), (symbol,))

    def of_symbol(self, symbol: str) -> Instrument:
        """What a symbol of the United Nations names."""
        for part in reversed(_JOINT.split(symbol)):
            if part.lower() in self._older:
                return self.comment(*self._older[part.lower()])
            for committee, pattern in self._numbers:
                if found := pattern.fullmatch(part):
                    return self.comment(committee, int(found[1]))
        for each in self.instruments.values():
            if symbol.lower() in map(str.lower, each.symbols):
                return each
        return Instrument(symbol.lower(), (symbol.upper(), symbol.upper()), (symbol,))


class Finder:
    """Looks up names and abbreviations in a row of folded words."""

    def __init__(self, entries: Mapping[str, Untyped]) -> None:
        self._tries: dict[str, Trie] = {language: {} for language in LANGUAGES}
        self._short = {fold(short): id for id, entry in entries.items() for short in entry.get("short", ())}
        for id, entry in entries.items():
            for language in LANGUAGES:
                for name in (*entry[language], *entry.get("asked", {}).get(language, ())):
                    self._put(language, [fold(word) for word in _WORD.findall(name)], id)

    def begins(self, word: str) -> bool:
        """Whether a name or an abbreviation may begin with a folded word."""
        return word in self._short or any(stem(word, each) in self._tries[each] for each in LANGUAGES)

    def abbreviated(self, word: str) -> str | None:
        """What a folded abbreviation stands for."""
        return self._short.get(word)

    def named(self, words: Sequence[str], first: int) -> tuple[str, str, int] | None:
        """The longest name from ``first`` on: what it names, its language, and where it ends."""
        found = [
            (language, *self._walk(language, words, first))
            for language in LANGUAGES
            if first < len(words) and stem(words[first], language) in self._tries[language]
        ]
        language, id, end = max(found, key=lambda each: each[2], default=("", "", first))
        return (id, language, end) if id else None

    def _put(self, language: str, words: Sequence[str], id: str) -> None:
        """Take in a name; a small word at its end belongs to it: "Belém do Pará"."""
        here: Untyped = self._tries[language]
        for place, word in enumerate(words):
            if not is_stop_word(word) or place == len(words) - 1:
                here = here.setdefault(stem(word, language), {})
        here[_END] = id

    def _walk(self, language: str, words: Sequence[str], first: int) -> tuple[str, int]:
        here: Untyped = self._tries[language]
        found = ("", first)
        for place in range(first, len(words)):
            word = words[place]
            following = here.get(stem(word, language))
            if following is None:
                if place > first and (word in _INSIDE_NAMES or is_stop_word(word)):
                    continue
                break
            here = following
            if _END in here:
                found = (here[_END], place + 1)
        return found


@cache
def load() -> Table:
    """The table of this version of kb."""
    return Table(tomllib.loads((files("kb.query") / "instruments.toml").read_text("utf-8")))


def _instrument(id: str, entry: Mapping[str, Untyped]) -> Instrument:
    symbols = (entry["symbol"],) if "symbol" in entry else ()
    titles = (entry["en"][0], entry["es"][0])
    return Instrument(id, titles, symbols, (*entry["en"], *entry["es"]), entry.get("uri"))


def _committee(id: str, entry: Mapping[str, Untyped]) -> Committee:
    older = {int(number): symbol for number, symbol in entry.get("older", {}).items()}
    titles = (entry["en"][0], entry["es"][0])
    return Committee(id, titles, entry.get("kind", "comment"), entry["number"], older, entry["treaty"])


def _names(entry: Mapping[str, Untyped]) -> Iterator[tuple[str, str]]:
    """Its names, and its abbreviations in capitals: "Cartagena" is a town, too."""
    yield from ((name, language) for language in LANGUAGES for name in entry[language])
    yield from ((short, "") for short in entry.get("short", ()) if short.isupper())


def _beginnings(name: str) -> Iterator[str]:
    words = name.split(" ")
    return (" ".join(words[:end]) for end in range(1, len(words) + 1))


def _opinion(symbol: str) -> Names:
    return f"Advisory opinion {symbol}", f"Opinión consultiva {symbol}"
