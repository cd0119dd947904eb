"""Measure how much of saved news pages' article bodies kb reads, and how much else.

The folder holds ``expected.json`` (name -> ``articleBody``) and ``html/NAME.html.gz``, as the article
extraction benchmark of Scrapinghub has them. Precision and recall count shingles of four words on each
page and are averaged over the pages; the F1 is of the two averages. A hash of its name puts each page
in one of two halves: "looked at" is the half whose pages were read while the finder was written.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import statistics
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from kb.parsers import html
from kb.records import Source

_WORD = re.compile(r"\w+")
_SHINGLE = 4  # words


class Score(NamedTuple):
    """How one page was read."""

    name: str
    precision: float
    recall: float
    words: int


def main() -> None:
    """Read every page of the folder and print the figures of both halves and of all."""
    arguments = argparse.ArgumentParser(prog="python -m bench.articles", description=__doc__)
    arguments.add_argument("folder", type=Path, help="a folder with expected.json and html/")
    arguments.add_argument("--worst", type=int, default=0, help="name so many pages of the half looked at")
    chosen = arguments.parse_args()
    scores = measured(chosen.folder)
    halves = {"looked at": True, "held out": False}
    for name, half in halves.items():
        report(name, [score for score in scores if looked_at(score.name) == half])
    report("all", scores)
    seen = sorted((each for each in scores if looked_at(each.name)), key=lambda each: f1(each[1], each[2]))
    for score in seen[: chosen.worst]:
        print(f"  {score.name[:12]} P {score.precision:.3f} R {score.recall:.3f} ({score.words} words)")


def looked_at(name: str) -> bool:
    """Whether a page belongs to the half that may be looked at."""
    return hashlib.sha256(name.encode()).digest()[0] % 2 == 0


def measured(folder: Path) -> list[Score]:
    """The scores of all pages that ``expected.json`` names."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return [
        scored(name, text(folder / "html" / f"{name}.html.gz"), page["articleBody"])
        for name, page in sorted(expected.items())
    ]


def text(path: Path) -> str:
    """What kb reads in a page."""
    content = gzip.decompress(path.read_bytes())
    source = Source(location=str(path), content=content, media_type="text/html", sha256="")
    return "\n".join(block.text for block in html.read(source).blocks)


def scored(name: str, read: str, expected: str) -> Score:
    """Precision and recall of the shingles of one page."""
    ours, theirs = _shingles(read), _shingles(expected)
    common = (ours & theirs).total()
    return Score(
        name, common / max(1, ours.total()), common / max(1, theirs.total()), len(_WORD.findall(read))
    )


def report(name: str, scores: list[Score]) -> None:
    """One line of figures."""
    precision = statistics.mean(score.precision for score in scores)
    recall = statistics.mean(score.recall for score in scores)
    empty = sum(not score.words for score in scores)
    print(
        f"{name}: P {precision:.3f} R {recall:.3f} F1 {f1(precision, recall):.3f} "
        f"({len(scores)} pages, {empty} without text)"
    )


def f1(precision: float, recall: float) -> float:
    """The harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _shingles(read: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(read.lower())
    last = max(1, len(words) - _SHINGLE + 1)
    return Counter(tuple(words[place : place + _SHINGLE]) for place in range(last) if words)


if __name__ == "__main__":
    main()
