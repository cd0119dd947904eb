"""The numbers and addresses of a text, by which it lets somebody be reached."""

from __future__ import annotations

from collections.abc import Iterator

from kb.extractors.addresses import addresses
from kb.extractors.telephones import telephones


def reaches(text: str) -> bool:
    """Whether a text holds a number or an address.

    >>> reaches("press: +502 2212 5300"), reaches("ana@faro.example"), reaches("Res. 71/177")
    (True, True, False)
    """
    return next(reaches_at(text), None) is not None


def reaches_at(text: str) -> Iterator[int]:
    """Where the addresses and numbers of a text begin."""
    yield from (address.start for address in addresses(text))
    yield from (number.start for number in telephones(text))
