"""Whose an address is: of the person or office of a contact, or of somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kb.extractors.contact_labels import without_labels
from kb.extractors.contact_people import Mark
from kb.text.folding import fold

_DESK = re.compile(  # the local part of an address that is nobody's own
    r"(?:prensa|press|media|medios|info|contact|comunica|communica|news|oficina|office|secretar|desk)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\s[A-ZÁÉÍÓÚ][^\W\d_]+\s[^.:;\n]{8,}:\s")  # "Students who want to join: write to"
_SHORT_WORD = 2  # letters
_WORD = re.compile(r"[^\W\d_]{2}")


def is_named_after(group: Sequence[Mark], address: Mark) -> bool:
    """Whether an address is named after the person of a contact, or it or its host after office or town."""
    whole = fold(address.words)
    local = whole.partition("@")[0]
    return any(word in (local if kind == "name" else whole) for kind, word in _words(group))


def is_named_before_host(group: Sequence[Mark], address: Mark) -> bool:
    """Whether an address is named after person, office or town of a contact before its host.

    The host is that of all who work in a house: "info@difreynosa.example" is not that of one of its desks.
    """
    local = fold(address.words.partition("@")[0])
    return any(word in local for _, word in _words(group))


def _words(group: Sequence[Mark]) -> Iterator[tuple[str, str]]:
    """The folded words of the persons, offices and towns of a contact, each with its kind."""
    for mark in group:
        if mark.kind in {"name", "office", "place"}:
            yield from ((mark.kind, fold(word)) for word in mark.words.split() if len(word) > _SHORT_WORD)


def has_person(group: Sequence[Mark]) -> bool:
    """Whether a group names a person."""
    return any(mark.kind == "name" for mark in group)


def has_address(group: Sequence[Mark]) -> bool:
    """Whether a group tells an address."""
    return any(mark.kind == "email" for mark in group)


def is_another_s_address(text: str, group: Sequence[Mark], address: Mark) -> bool:
    """Whether an address is not that of the person of a group, who has one of her own."""
    return _is_desk_after_own(text, group, address) or _is_below_own(text, group, address)


def _is_below_own(text: str, group: Sequence[Mark], address: Mark) -> bool:
    """Whether a person has an address, and one that is not named after her stands in a line below."""
    own = next((mark for mark in group if mark.kind == "email"), None)
    named = [mark for mark in group if mark.kind == "name"]
    below = own is not None and "\n" in text[own.end : address.start]
    return bool(below and named and not is_named_after(named, address))


def _is_desk_after_own(text: str, group: Sequence[Mark], address: Mark) -> bool:
    """Whether words part an address of a desk from one that is named after the person of a group."""
    own = next((mark for mark in group if mark.kind == "email"), None)
    if own is None or not has_person(group) or not is_named_after(group, own):
        return False
    between = without_labels(text[own.end : address.start])
    if not _DESK.match(address.words):
        return _LABEL.search(between) is not None and not is_named_after(group, address)
    return _WORD.search(between) is not None
