"""The organisations that sign a text: one a line or an item below "Signed:", or behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kb import places
from kb.extractors import directory
from kb.extractors.organisation_patterns import BODY_NOUN
from kb.extractors.organisation_spans import Name, explained, is_own_name
from kb.records import Passage
from kb.text.letters import UPPER

_SIGNED = re.compile(
    r"\W{0,3}(?i:signed(?:\sby)?|signatories|firman|firmas|firmantes|suscriben|adhieren|signatory\sorgani[sz]ations"
    r"|(?P<what>organizaciones\s(?:que\s)?(?:firmantes|firman|suscriben|convocantes)|signing\sorgani[sz]ations"
    r"|(?:the\s)?(?:undersigned|endorsing)\sorgani[sz]ations|(?:signers|signatories)\sinclude))\s?:?\s*(?:\n|$|(?<=:\s)|(?<=:)|(?<=SIGNED\sBY\s)|(?<=FIRMAN\s))"
)
_ENTRY = re.compile(
    rf"(?:^|(?<=[\n·•;|])|(?<=:\s)|(?<=SIGNED\sBY\s)|(?<=FIRMAN\s))\s?(?:[-–*]\s)?(?P<name>[{UPPER}][^\n·•;|(]{{3,120}}?)\s?(?=[\n·•;|(]|$)"
)
_NO_ENTRY = re.compile(r"(?:\b[a-záéíóúñ]+\s){4}|[\d@:]")
_LONGEST_ENTRY = 90
_MOST_SIGNING = 40  # passages that a list of signatories runs over


def signatories(passages: Sequence[Passage]) -> Iterator[Name]:
    """The organisations of a list of signatories: one a line or an item below "Signed:", or behind it."""
    for index, passage in enumerate(passages):
        head = _SIGNED.match(passage.text)
        if head is None:
            continue
        entries = list(_entries(passage, head.end()))
        for following in passages[index + 1 : index + 1 + _MOST_SIGNING] if not entries else ():
            if len(following.text) > _LONGEST_ENTRY * 12 or following.kind in {"heading", "table"}:
                break
            more = list(_entries(following, 0))
            if not more:
                break
            entries += more
        bodies = sum(bool(BODY_NOUN.search(each.name) or each.body) for each in entries)
        if head["what"] or 3 * bodies >= len(entries):
            yield from entries


def _entries(passage: Passage, start: int) -> Iterator[Name]:
    for entry in _ENTRY.finditer(passage.text, start):
        name = entry["name"].rstrip(" .")
        bare, _, town = name.rpartition(", ")
        name = bare if bare and places.is_place(town) else name
        prosaic = len(name) > _LONGEST_ENTRY or _NO_ENTRY.search(name) or len(name.split()) < 2
        if not prosaic and is_own_name(name):
            begin = entry.start("name")
            yield explained(
                Name(passage, begin, begin + len(name), name, directory.named(name), 0.7), passage.text
            )
