"""The organisations that kb knows: `organisations.toml`, looked up by name, acronym or symbol.

Acronyms are looked up as printed: "IOM" is a body and "iom" is not. Importing this module reads
nothing; the file is read on first use.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from kb import places
from kb.text.folding import fold, squeeze
from kb.text.words import WORD, is_acronym, is_stop_word

_SOURCE = Path(__file__).with_name("organisations.toml")
_APOSTROPHE = "['’ʼ]"
_PLAIN_APOSTROPHE = str.maketrans("’ʼ", "''")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An organisation of the table; `organisations.toml` explains the fields."""

    names: Mapping[str, tuple[str, ...]]  # by language, the one we print first
    acronyms: tuple[str, ...] = ()
    country: str | None = None
    shared: bool = False
    symbol: str | None = None
    treaties: tuple[str, ...] = ()

    def name(self, language: str) -> str:
        """The name we print in ``language``, in English where it has none."""
        return self.names.get(language, self.names["en"])[0]


@cache
def bodies() -> tuple[Body, ...]:
    """Every organisation of the table, in its order."""
    table = tomllib.loads(_SOURCE.read_text(encoding="utf-8"))
    return tuple(
        Body(
            names={language: tuple(entry[language]) for language in ("en", "es")},
            acronyms=tuple(entry["acronyms"]),
            country=entry.get("country"),
            shared=entry.get("shared", False),
            symbol=entry.get("symbol"),
            treaties=tuple(entry.get("treaties", ())),
        )
        for entry in table["organisation"]
    )


def named(name: str) -> Body | None:
    """The organisation with this name, in either language; case and accents do not matter.

    >>> named("Organización internacional para las migraciones").acronyms
    ('IOM', 'OIM')
    """
    return _by_name().get(key(name))


def by_acronym(acronym: str) -> Body | None:
    """The organisation with this acronym, as printed.

    >>> by_acronym("ACNUR").name("en"), by_acronym("Acnur")
    ('Office of the United Nations High Commissioner for Refugees', None)
    """
    return _by_acronym().get(acronym)


def every_name(name: str) -> tuple[tuple[str, str], ...]:
    """The names of the organisation that a person means by one, each with its language; acronyms have none.

    Neither the case of an acronym matters here nor small words of a name; the acronym of a convention is
    not that of its committee, and one that is a country's too is none.

    >>> every_name("acnur")[:3]
    (('UNHCR', ''), ('ACNUR', ''), ('Office of the United Nations High Commissioner for Refugees', 'en'))
    """
    held = [body for body in _by_any_acronym().get(key(name), []) if _is_told_by(body, name)]
    body = held[0] if len(held) == 1 else named(name) or _by_words().get(key(name))
    if body is None:
        return ()
    return tuple((each, language) for each, language in _called(body) if language or _is_told_by(body, each))


def every_name_of_a_body(name: str) -> tuple[tuple[str, str], ...]:
    """The names of what has this name or acronym and is an organisation for certain.

    The committee that has the acronym of its convention, too; of one that several have, those of all.

    >>> every_name_of_a_body("CRC")[:2]
    (('CRC', ''), ('Committee on the Rights of the Child', 'en'))
    """
    found = _by_any_acronym().get(key(name)) or [body for body in (named(name),) if body]
    return tuple(each for body in found for each in _called(body))


def _is_told_by(body: Body, acronym: str) -> bool:
    """Whether whoever writes an acronym means the body: by "CAT" it is the Convention, by "DRC" a country."""
    return not body.shared or (key(acronym) != key(body.symbol or "") and not places.code_of(acronym))


def _called(body: Body) -> Iterator[tuple[str, str]]:
    yield from ((acronym, "") for acronym in body.acronyms)
    yield from _full(body)


def _full(body: Body) -> Iterator[tuple[str, str]]:
    return ((each, language) for language, names in body.names.items() for each in names)


def knows_acronym(printed: str) -> bool:
    """Whether ``printed`` begins with an acronym of the table: "UNHCR Mexico"."""
    return any(by_acronym(word) for word in printed.split(maxsplit=1)[:1])


def by_symbol(symbol: str) -> tuple[Body, ...]:
    """The bodies that publish under ``symbol``, one for each part of a joint symbol.

    >>> [body.acronyms[0] for body in by_symbol("CMW/C/GC/3-CRC/C/GC/22")]
    ['CMW', 'CRC']
    """
    parts = [symbol] if symbol.startswith("OC-") else re.split(r"[-–](?=[A-Z]+/)", symbol)
    return tuple(
        body
        for part in parts
        for body in bodies()
        if body.symbol and part.startswith((f"{body.symbol}/", f"{body.symbol}-"))
    )


def by_treaty(text: str) -> Body | None:
    """The body that watches over the treaty named first in ``text``."""
    stood = [(text.find(treaty), body) for body in bodies() for treaty in body.treaties if treaty in text]
    return min(stood, key=lambda each: each[0])[1] if stood else None


@cache
def name_pattern() -> re.Pattern[str]:
    """Finds the full names of the table in running text, the longest first; case as printed."""
    names = {name for body in bodies() for each in body.names.values() for name in each}
    ordered = sorted(names, key=len, reverse=True)
    words = "|".join(re.escape(name).replace(r"\ ", r"\s").replace("'", _APOSTROPHE) for name in ordered)
    # The look-ahead saves trying every name at every letter.
    return re.compile(rf"(?<![\w-])(?=[A-Z])(?:{words})(?![\w-])")


@lru_cache(maxsize=1024)
def key(name: str) -> str:
    """What two spellings of a name share: letters without case, accents and typographic marks."""
    return squeeze(fold(name.translate(_PLAIN_APOSTROPHE)))


@cache
def _by_name() -> Mapping[str, Body]:
    return {key(name): body for body in bodies() for each in body.names.values() for name in each}


@cache
def _by_words() -> Mapping[str, Body]:
    """The bodies by the words of their names that say something, and their acronyms: "UN Women"."""
    found: dict[str, dict[str, Body]] = {}
    for body in bodies():
        for name, _ in _full(body):
            telling = (
                word for word in WORD.findall(name) if is_acronym(word) or not is_stop_word(fold(word))
            )
            found.setdefault(" ".join(map(fold, telling)), {})[body.name("en")] = body
    return {words: body for words, named in found.items() if len(named) == 1 for body in named.values()}


@cache
def _by_any_acronym() -> Mapping[str, list[Body]]:
    """Each acronym in whatever case, and whose it is."""
    found: dict[str, list[Body]] = {}
    for body in bodies():
        for acronym in set(map(key, body.acronyms)):
            found.setdefault(acronym, []).append(body)
    return found


@cache
def _by_acronym() -> Mapping[str, Body]:
    return {acronym: body for body in bodies() for acronym in body.acronyms}
