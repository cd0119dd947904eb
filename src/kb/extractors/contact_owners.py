"""Whose an address is: of the person or office of a contact, or of somebody else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.extractors.contact_labels import without_labels
from kb.extractors.contact_people import Mark
from kb.text.folding import fold

_DESK = re.compile(  # the local part of an address that is nobody's own
    r"(?:prensa|press|media|medios|info|contact|comunica|communica|news|oficina|office|secretar|desk)",
    re.IGNORECASE,
)
_SHORT_WORD = 2  # letters
_WORD = re.compile(r"[^\W\d_]{2}")


def is_named_after(group: Sequence[Mark], address: Mark) -> bool:
    """Whether an address is named after the person of a contact, or it or its host after office or town."""
    whole = fold(address.words)
    local = whole.partition("@")[0]
    words = (
        (fold(word), local if mark.kind == "name" else whole)
        for mark in group
        if mark.kind in {"name", "office", "place"}
        for word in mark.words.split()
    )
    return any(len(word) > _SHORT_WORD and word in spelt for word, spelt in words)


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
    if own is None or not _DESK.match(address.words) or not has_person(group):
        return False
    apart = _WORD.search(without_labels(text[own.end : address.start]))
    return bool(apart and is_named_after(group, own))
