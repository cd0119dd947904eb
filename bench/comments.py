"""Measure the general comments: title, symbol, date, and the addresses of printed paragraph numbers.

    python -m bench.comments FOLDER      a folder with documents and expected.json

A printed number is right when its address (``p36``) is a passage that begins with the same words.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from bench.quality import plain
from kb.errors import SourceError
from kb.intake import read, recognised
from kb.records import Document, Source
from kb.text.dates import parse_date
from kb.thesaurus import load


class Result(NamedTuple):
    """What of one document is right."""

    title: bool
    symbol: bool
    date: bool
    numbers: int
    right: int


def main() -> None:
    """Print a line for each document and the share of all numbers."""
    arguments = argparse.ArgumentParser(prog="python -m bench.comments", description=__doc__)
    arguments.add_argument("folder", type=Path)
    folder = arguments.parse_args().folder
    results = []
    for expected in json.loads((folder / "expected.json").read_text(encoding="utf-8")):
        try:
            result = compared(read_document(folder / expected["file"]), expected)
        except SourceError as error:
            print(f"{expected['file']:<32} {error}")
            continue
        results.append(result)
        shown = " ".join(f"{name} {value!s:<6}" for name, value in result._asdict().items())
        print(f"{expected['file']:<32} {shown}")
    print(f"numbers: {sum(each.right for each in results)} of {sum(each.numbers for each in results)}")


def compared(document: Document, expected: Mapping[str, Any]) -> Result:
    """What of the document is as it should be."""
    texts = {passage.address: passage.text for passage in document.passages}
    numbers = expected["first_words"]
    right = sum(
        plain(texts.get(f"p{printed.strip('. ')}", "")).startswith(plain(words)[:40])
        for printed, words in numbers.items()
    )
    date = parse_date(expected["adopted"])
    return Result(
        title=plain(document.title) == plain(expected["title"]),
        symbol=document.symbol == expected["symbol"],
        date=bool(date and document.published and document.published.iso == date.iso),
        numbers=len(numbers),
        right=right,
    )


def read_document(path: Path) -> Document:
    """The record that kb reads out of a file."""
    source = recognised(Source(location=path.name, content=path.read_bytes(), media_type="", sha256=""))
    return read(source, load(), kind=None, language=None)


if __name__ == "__main__":
    main()
