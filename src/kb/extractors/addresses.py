"""E-mail addresses: where a text prints them, and what they are when they are written out.

To keep collectors away, many are printed as ``prensa (arroba) faro.example`` or ``press [at] lantern [dot]
example``. Such a one is read as the address it spells where it is complete: with a domain of two parts
and more. The words alone are read too where they leave no doubt, ``ana arroba faro punto example``; of
"at" beside a full stop ("look at faro.example") nothing is certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_AT = r"\s?(?:\((?:at|arroba|@)\)|\[(?:at|arroba|@)\]|\{(?:at|arroba|@)\}|<(?:at|arroba)>)\s?"
_WORD_DOT = r"\s(?:dot|punto)\s"
_DOT = rf"(?:\.|\s?(?:\((?:dot|punto|\.)\)|\[(?:dot|punto|\.)\]|\{{(?:dot|punto)\}})\s?|{_WORD_DOT})"
_LABEL = r"[A-Za-z0-9][A-Za-z0-9-]{0,62}"
_ADDRESS = re.compile(
    rf"(?<![\w.+-])(?P<local>[A-Za-z0-9][\w.+-]{{0,63}}(?:{_WORD_DOT}[\w+-]{{1,30}}){{0,3}})"
    rf"(?:@(?P<plain>{_LABEL}(?:\.{_LABEL}){{0,6}}?\.[A-Za-z]{{2,18}})(?![\w@]|\.[A-Za-z])"
    rf"|(?:{_AT}|\sarroba\s|\s@\s(?={_LABEL}\s?[(\[{{]?(?:dot|punto)\b)|\sat\s(?={_LABEL}{_WORD_DOT}))"
    rf"(?P<spelt>{_LABEL}(?:{_DOT}{_LABEL}){{0,6}}?{_DOT}[A-Za-z]{{2,18}})(?![\w@]|{_DOT}[A-Za-z]))",
    re.IGNORECASE,
)
_SPELT_OUT = re.compile(r"arroba|[(\[{<]at[)\]}>]|\s(?:dot|punto)\s")  # what each has that is written out
# The end of a number that an address follows without a space: "7855-0101ana@faro.example".
_NUMBER = re.compile(
    r"(?:\d{1,4}[.-])?\d{3,4}[.-]?\d{4}(?=[A-Za-z])|[A-Za-z]{1,30}\d{3,4}[.-]\d{4}(?=[A-Za-z])"
)
_DOTS = re.compile(_DOT, re.IGNORECASE)
# Addresses that nobody reads.
_STOPS = re.compile(
    r"(?:no[-_.]?repl(?:y|ies)|do[-_.]?not[-_.]?reply|no[-_.]?responder|unsubscribe|bounces?|mailer[-_]?daemon|darse[-_]?de[-_]?baja"
    r"|cancelar[-_]?suscripcion|baja|bajas|postmaster|webmaster)(?![^\W_])",
    re.IGNORECASE,
)


class Address(NamedTuple):
    """An e-mail address in a text, as it is meant."""

    start: int
    end: int
    words: str


def addresses(text: str) -> Iterator[Address]:
    """The e-mail addresses in ``text`` that somebody reads.

    >>> [each.words for each in addresses("prensa (arroba) faro.example, no-reply@faro.example")]
    ['prensa@faro.example']
    """
    if "@" in text or _SPELT_OUT.search(text.lower()):  # to look for one at every word takes longer
        yield from _addresses(text)


@lru_cache(maxsize=256)  # of a line it is asked several times
def _addresses(text: str) -> tuple[Address, ...]:
    found = _ADDRESS.finditer(text)
    return tuple(_meant(match) for match in found if not _STOPS.match(match["local"]))


def address_at(text: str, position: int = 0) -> Address | None:
    """The address that begins at ``position``, whoever reads it."""
    match = _ADDRESS.match(text, position)
    return _meant(match) if match else None


def _meant(match: re.Match[str]) -> Address:
    domain = match["plain"] or _DOTS.sub(".", match["spelt"])
    number = _NUMBER.match(match["local"])
    local = match["local"][number.end() if number else 0 :]
    return Address(match.end("local") - len(local), match.end(), f"{_DOTS.sub('.', local)}@{domain}")
