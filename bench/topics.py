"""Draw topics and passages of general comments for somebody to judge who has not read the thesaurus.

    python -m bench.topics FOLDER OUTPUT [--seed N]

Writes ``assignments.tsv`` (topics given to documents, and concepts met in passages, 100 of each: is it
right, a mere mention, or wrong?), ``passages.tsv`` (100 passages, to be indexed by the judge in words
of their own) and ``found.tsv`` (what kb met in those, not to be opened before that is done). The
draw is the same for the same seed and text.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.comments import read_document
from kb.records import Document, Passage
from kb.thesaurus import Thesaurus, load
from kb.topics import assign, named

DRAWN = 100
SHORTEST = 12  # words of a passage that can be indexed
SHOWN, CUT = 5, 400  # passages shown for a topic of a document, and characters of each


class Assignment(NamedTuple):
    """A concept given to a document or met in a passage, and the text that is to bear it out."""

    document: str
    title: str
    level: str
    passage: str
    concept: str
    label: str
    scope: str
    named: int  # passages that name it
    of: int  # passages of the document
    text: str


def main() -> None:
    """Draw, and write the three files."""
    arguments = argparse.ArgumentParser(prog="python -m bench.topics", description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("output", type=Path)
    arguments.add_argument("--seed", type=int, default=1)
    chosen = arguments.parse_args()
    expected = json.loads((chosen.folder / "expected.json").read_text(encoding="utf-8"))
    documents = {each["file"]: read_document(chosen.folder / each["file"]) for each in expected}
    dice = random.Random(chosen.seed)
    given, met = _assignments(documents, load())
    rows = [*dice.sample(given, min(DRAWN, len(given))), *dice.sample(met, min(DRAWN, len(met)))]
    passages = [(name, each) for name, document in documents.items() for each in _long(document)]
    drawn = dice.sample(passages, min(DRAWN, len(passages)))
    chosen.output.mkdir(parents=True, exist_ok=True)
    _write(chosen.output / "assignments.tsv", ("n", *Assignment._fields), rows)
    _write(chosen.output / "passages.tsv", ("n", "text"), [(each.text,) for _, each in drawn])
    found = [(name, each.address, _concepts(each, load())) for name, each in drawn]
    _write(chosen.output / "found.tsv", ("n", "document", "passage", "concepts"), found)


def _assignments(
    documents: dict[str, Document], thesaurus: Thesaurus
) -> tuple[list[Assignment], list[Assignment]]:
    """Every topic of the documents, and every concept met in their passages."""
    given, met = [], []
    for name, document in documents.items():
        naming: dict[str, list[Passage]] = {}
        for passage in document.passages:
            for concept in dict.fromkeys(each.concept for each in named(passage, thesaurus)):
                naming.setdefault(concept, []).append(passage)
        for topic in assign(document, thesaurus).topics:
            passages = naming.get(topic.id, [])
            text = " ¶ ".join(each.text[:CUT] for each in passages[:SHOWN])
            given.append(_assignment(name, document, topic.id, len(passages), text))
        met += [
            _assignment(name, document, concept, len(passages), passage.text, passage.address)
            for concept, passages in naming.items()
            for passage in passages
        ]
    return given, met


def _assignment(
    name: str, document: Document, concept: str, count: int, text: str, passage: str = ""
) -> Assignment:
    known = load().concepts[concept]
    return Assignment(
        document=name,
        title=document.title,
        level="passage" if passage else "document",
        passage=passage,
        concept=concept,
        label=known.preferred["en"],
        scope=known.scope["en"],
        named=count,
        of=len(document.passages),
        text=text,
    )


def _long(document: Document) -> list[Passage]:
    return [each for each in document.passages if len(each.text.split()) >= SHORTEST]


def _concepts(passage: Passage, thesaurus: Thesaurus) -> str:
    return "; ".join(dict.fromkeys(each.concept for each in named(passage, thesaurus)))


def _write(path: Path, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, dialect="excel-tab")
        writer.writerow(head)
        for number, row in enumerate(rows, start=1):
            writer.writerow((number, *(" ".join(str(cell).split()) for cell in row)))


if __name__ == "__main__":
    main()
