"""How right the structure of guidelines is: outline, addresses, notes, pages, tables, what is left out.

    python -m bench.guidelines [--misses numbers] [FOLDER ...]

Keys as in bench.quality: an address is right with the first words behind it, a heading with its text
(levels apart, since formats number them differently), a note with its mark and first words.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from bench.quality import Json, Keys, Score, add, cases, plain, run
from bench.quality import publisher as same_publisher
from kb.intake import read, recognised
from kb.records import Document, Source
from kb.thesaurus import load

BATCHES = ("guidelines", "guidelines2")
_WORDS = 5  # of a passage that must be the same


def measure(folder: Path) -> dict[str, Score]:
    """The score of every field over the guidelines of a folder."""
    scores = {name: Score() for name in FIELDS}
    for case in cases(folder):
        source = Source(location=case.text.name, content=case.text.read_bytes(), media_type="", sha256="")
        document = read(recognised(source), load(), kind=None, language=None)
        for name, keys in FIELDS.items():
            add(scores[name], case.text.name, *keys(case.expected, document))
    return scores


def _begin(text: str) -> str:
    return " ".join(plain(text).split()[:_WORDS])


def _title(expected: Json, document: Document) -> tuple[Keys, Keys]:
    return Counter([plain(expected["title"])]), Counter([plain(document.title)])


def _plain(name: str) -> Callable[[Json, Document], tuple[Keys, Keys]]:
    def keys(expected: Json, document: Document) -> tuple[Keys, Keys]:
        stated, found = expected[name], getattr(document, name)
        return Counter([stated] if stated else []), Counter([found] if found else [])

    return keys


def _date(expected: Json, document: Document) -> tuple[Keys, Keys]:
    stated, found = expected["published"], document.published
    return (
        Counter([(stated["year"], stated["month"], stated["day"])] if stated else []),
        Counter([(found.year, found.month, found.day)] if found else []),
    )


def _numbers(expected: Json, document: Document) -> tuple[Keys, Keys]:
    texts = {passage.address: passage.text for passage in document.passages}
    wanted = expected["numbered"]
    right = [address for address, words in wanted.items() if _begins(texts.get(address, ""), words)]
    return Counter(wanted.keys()), Counter(right)


def _begins(text: str, words: str) -> bool:
    """Whether a text begins so; a heading keeps its printed number before the words."""
    return bool(words) and f" {_begin(words)}" in f" {' '.join(plain(text).split()[: _WORDS + 6])}"


def _outline(expected: Json, document: Document) -> tuple[Keys, Keys]:
    return (
        Counter(plain(text) for _, text in expected["outline"]),
        Counter(plain(passage.text) for passage in document.passages if passage.kind == "heading"),
    )


def _levels(expected: Json, document: Document) -> tuple[Keys, Keys]:
    """Which heading each heading stands under, among those that both have."""
    found = {
        (plain(passage.text), plain(passage.heading[-1] if passage.heading else ""))
        for passage in document.passages
        if passage.kind == "heading"
    }
    wanted = set(_parents(expected["outline"]))
    both = {text for text, _ in wanted} & {text for text, _ in found}
    return Counter(each for each in wanted if each[0] in both), Counter(
        each for each in found if each[0] in both
    )


def _parents(outline: list[tuple[int, str]]) -> list[tuple[str, str]]:
    above: list[tuple[int, str]] = []
    found = []
    for level, text in outline:
        while above and above[-1][0] >= level:
            above.pop()
        found.append((plain(text), above[-1][1] if above else ""))
        above.append((level, plain(text)))
    return found


def _footnotes(expected: Json, document: Document) -> tuple[Keys, Keys]:
    found = {
        ((passage.number or "").strip("[]()."), _begin(passage.text))
        for passage in document.passages
        if passage.kind == "footnote"
    }
    return Counter((mark, _begin(words)) for mark, words in expected["footnotes"].items()), Counter(found)


def _pages(expected: Json, document: Document) -> tuple[Keys, Keys]:
    pages = {passage.address: passage.page_from for passage in document.passages}
    wanted = expected["pages"].items()
    return Counter(wanted), Counter((address, pages.get(address)) for address, _ in wanted)


def _tables(expected: Json, document: Document) -> tuple[Keys, Keys]:
    cells = {
        plain(cell)
        for passage in document.passages
        if passage.kind == "table"
        for row in passage.text.split("\n")
        for cell in row.split(" | ")
    }
    wanted = [plain(cell) for cell in expected["tables"]]
    return Counter(wanted), Counter(cell for cell in wanted if cell in cells)


def _absent(expected: Json, document: Document) -> tuple[Keys, Keys]:
    text = " ".join(document.text.split())
    return Counter(), Counter(each for each in expected["absent"] if " ".join(each.split()) in text)


FIELDS: dict[str, Callable[[Json, Document], tuple[Keys, Keys]]] = {
    "title": _title,
    "kind": _plain("kind"),
    "symbol": _plain("symbol"),
    "date": _date,
    "publisher": same_publisher,
    "numbers": _numbers,
    "outline": _outline,
    "levels": _levels,
    "footnotes": _footnotes,
    "pages": _pages,
    "tables": _tables,
    "surroundings": _absent,
}


def main() -> None:
    """Measure the folders that are named, or all batches of guidelines."""
    arguments = argparse.ArgumentParser(prog="python -m bench.guidelines", description=__doc__)
    run(arguments, BATCHES, measure, FIELDS)


if __name__ == "__main__":
    main()
