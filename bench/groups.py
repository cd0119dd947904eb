"""Measure the groups of people against labels that others gave to general comments.

    python -m bench.groups FOLDER [--misses GROUP]

``expected.json`` says which groups each printed paragraph concerns. Every second document, in the
order of that file, was looked at while the thesaurus was written; the others are held out, and the
misses of those are never printed. A document is expected to carry a group that any of its labelled
paragraphs concerns: who filters by a group wants the paragraph.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from bench.comments import read_document
from kb.records import Document
from kb.thesaurus import load
from kb.topics import groups_named

# The labels of expected.json, and our group for each.
LABELS = {
    "Children": "children",
    "Migrants": "migrants",
    "Refugees & asylum-seekers": "refugees-and-asylum-seekers",
    "Women/girls": "women-and-girls",
    "Persons deprived of their liberty": "persons-deprived-of-liberty",
    "Children in alternative care": "children-in-alternative-care",
    "Non-citizens and stateless": "stateless-persons",
    "Persons affected by armed conflict": "conflict-affected-people",
    "Internally displaced persons": "internally-displaced-persons",
    "Adolescents": "adolescents",
    "Persons with disabilities": "persons-with-disabilities",
    "Persons in street situations": "children-in-street-situations",
    "LGBTI+": "lgbti",
    "Indigenous peoples": "indigenous-peoples",
    "Persons living in poverty": "people-in-poverty",
    "Persons living in rural/remote areas": "rural-communities",
}
HALVES = ("looked at", "held out")


class Judged(NamedTuple):
    """A paragraph or document: the groups expected and found."""

    wanted: frozenset[str]
    found: frozenset[str]
    text: str = ""


def main() -> None:
    """Print precision and recall of both halves, by paragraph and by document."""
    arguments = argparse.ArgumentParser(prog="python -m bench.groups", description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--misses", metavar="GROUP", help="print the paragraphs missed, half looked at")
    chosen = arguments.parse_args()
    judged: dict[str, tuple[list[Judged], list[Judged]]] = {half: ([], []) for half in HALVES}
    expected = json.loads((chosen.folder / "expected.json").read_text(encoding="utf-8"))
    for place, each in enumerate(expected):
        document = read_document(chosen.folder / each["file"])
        paragraphs = list(_paragraphs(document, each))
        half = judged[HALVES[place % 2]]
        half[0].extend(paragraphs)
        half[1].append(_whole(document, paragraphs))
    for name, (paragraphs, documents) in judged.items():
        print(f"\n{name}: {len(documents)} documents, {len(paragraphs)} paragraphs")
        for unit, units in (("paragraphs", paragraphs), ("documents", documents)):
            _report(unit, units)
    if chosen.misses:
        _print_misses(judged["looked at"][0], chosen.misses)


def _paragraphs(document: Document, expected: Mapping[str, Any]) -> Iterator[Judged]:
    passages = {passage.address: passage for passage in document.passages}
    ours = frozenset(LABELS.values())
    for each in expected["labels"]:
        if (passage := passages.get(f"p{each['paragraph'].strip('. ')}")) is None:
            continue
        below = _with_parts(document, passage.address)
        found = frozenset(
            group for text in below for group in groups_named(text, passage.language, load()) if group in ours
        )
        yield Judged(frozenset(LABELS[label] for label in each["labels"]), found, " ".join(below))


def _with_parts(document: Document, address: str) -> list[str]:
    """The text of a numbered paragraph with the items that belong to it."""
    places = {passage.address: place for place, passage in enumerate(document.passages)}
    first, *rest = document.passages[places[address] :]
    parts = [first.text]
    for passage in rest:
        if passage.kind == "heading" or passage.address.lstrip("p").isdigit():
            break
        if passage.kind != "footnote":
            parts.append(passage.text)
    return parts


def _whole(document: Document, paragraphs: list[Judged]) -> Judged:
    wanted = {group for each in paragraphs for group in each.wanted}
    found = {group.id for group in document.groups} & set(LABELS.values())
    return Judged(frozenset(wanted), frozenset(found))


def _report(unit: str, units: list[Judged]) -> None:
    for group in LABELS.values():
        _print_line(f"  {unit}: {group}", *_counts(units, frozenset((group,))))
    _print_line(f"  {unit}: all", *_counts(units, frozenset(LABELS.values())))


def _counts(units: list[Judged], groups: frozenset[str]) -> tuple[int, int, int]:
    right = sum(len(each.wanted & each.found & groups) for each in units)
    found, wanted = (sum(len(getattr(each, name) & groups) for each in units) for name in ("found", "wanted"))
    return right, found, wanted


def _print_line(name: str, right: int, found: int, wanted: int) -> None:
    if found or wanted:
        precision = f"{right / found:.2f}" if found else "   -"
        recall = f"{right / wanted:.2f}" if wanted else "   -"
        print(f"{name:<48} precision {precision} of {found:>3}, recall {recall} of {wanted:>3}")


def _print_misses(paragraphs: list[Judged], group: str) -> None:
    for each in paragraphs:
        if (group in each.wanted) != (group in each.found):
            print(f"\n{'missed' if group in each.wanted else 'too much'}: {each.text[:600]}")


if __name__ == "__main__":
    main()
