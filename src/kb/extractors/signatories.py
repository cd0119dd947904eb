"""The organisations that sign a text: one a line or an item below "Signed:", or behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kb import places
from kb.extractors import directory
from kb.extractors.contact_reaches import reaches
from kb.extractors.organisation_patterns import BODY_NOUN
from kb.extractors.organisation_spans import Name, explained, is_own_name
from kb.records import Passage
from kb.text.letters import UPPER

_SIGNED = re.compile(
    r"\W{0,3}(?i:signed(?:\sby)?|endorsed\sby|signatories|(?:se\s)?adhieren|firman|firmas|firmantes|suscriben|adhieren|signatory\sorgani[sz]ations"
    r"|(?P<what>organizaciones\s(?:que\s)?(?:firmantes|firman|suscriben|convocantes)|signing\sorgani[sz]ations"
    r"|(?:the\s)?(?:undersigned|endorsing)\sorgani[sz]ations|(?:signers|signatories)\sinclude))"
    r"(?:,\s(?:entre\sotr[oa]s|among\sothers))?\s?:?\s*(?:\n|$|(?<=:\s)|(?<=:)|(?<=SIGNED\sBY\s)|(?<=FIRMAN\s)"
    r"|(?=[^\n;]{3,90};[^\n;]{3,90};))"  # "Signed by Casa Alba; Red Farol; and 20 others"
)
_MARKS = re.compile(r"[\n·•;|]")
_COMMAS = re.compile(r",\s(?![^()]*\))(?:(?:and|y|e)\s)?|\s(?:and|y|e)\s(?=[^,;]{3,60}\.?$)")
_ENTRY = re.compile(  # perhaps behind a country: "Honduras: Red Alba"
    rf"\s?(?:[-–*]\s)?(?:(?:and|y|e)\s|[{UPPER}][^\W\d_]+(?:\s[{UPPER}][^\W\d_]+)?:\s)?"
    rf"(?P<name>[{UPPER}][^\n·•;|(]{{3,120}}?)\s?(?=\(|$)"
)
_LEGAL = re.compile(r"\b[A-Z]\.\s?[A-Z]\.$")
_NO_ENTRY = re.compile(r"(?:\b[a-záéíóúñ]+\s){4}|[\d@:]")
_LONGEST_ENTRY = 90
_LONGEST_CODE = 3  # letters: "A.C" is a legal form and no place
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
            if reaches(following.text):
                break  # "Contacto: Ana Paz (México), +52 ..."
            more = list(_entries(following, 0))
            if not more:
                break
            entries += more
        bodies = sum(bool(BODY_NOUN.search(each.name) or each.body) for each in entries)
        if head["what"] or 3 * bodies >= len(entries):
            yield from entries


def _entries(passage: Passage, start: int) -> Iterator[Name]:
    for begin, end in _pieces(passage.text, start):
        entry = _ENTRY.match(passage.text[:end], begin)
        if entry is None:
            continue
        printed = entry["name"].strip()
        name = printed if _LEGAL.search(printed) else printed.rstrip(" .")
        bare, _, town = name.rpartition(", ")
        name = bare if len(town) > _LONGEST_CODE and places.is_place(town) else name
        prosaic = len(name) > _LONGEST_ENTRY or _NO_ENTRY.search(name) or len(name.split()) < 2
        if not prosaic and is_own_name(name):
            first = entry.start("name")
            yield explained(
                Name(passage, first, first + len(name), name, directory.named(name), 0.7), passage.text
            )


def _pieces(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where each entry begins and ends: between marks, or between commas behind a head on one line."""
    marks = _MARKS if _MARKS.search(text, start) or not start else _COMMAS
    for mark in marks.finditer(text, start):
        yield start, mark.start()
        start = mark.end()
    yield start, len(text)
