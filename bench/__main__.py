"""Run every benchmark and print its figures: medians and 95th percentiles."""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import kb
from bench.engines import rank95
from bench.texts import pages, paragraphs, questions
from kb.settings import make_library

STARTS = 30


def main() -> None:
    """Ingest, start-up and search, over a library in a temporary folder."""
    arguments = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    arguments.add_argument("--texts", type=Path, required=True, help="a folder of HTML pages")
    arguments.add_argument("--documents", type=int, default=1000)
    chosen = arguments.parse_args()
    texts = paragraphs(chosen.texts)
    print(f"{len(texts)} paragraphs of real text")
    with tempfile.TemporaryDirectory() as folder:
        library = make_library(Path(folder) / "library")
        _ingest(library, texts, chosen.documents)
        _starts(library, questions(texts)["three words"])
        _searches(library, questions(texts))


def _ingest(library: Path, texts: list[str], count: int) -> None:
    """Whole command: ``kb ingest`` of ``count`` pages, wall clock, CPU and peak memory."""
    source = library.parent / "pages"
    source.mkdir()
    for name, page in pages(texts, count):
        (source / f"{name}.html").write_text(page, encoding="utf-8")
    started, before = time.perf_counter(), _children()
    _kb(library, "ingest", str(source))
    wall, cpu = time.perf_counter() - started, _children() - before
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"ingest {count} pages: {count / wall:.1f} documents/s ({wall:.1f} s, CPU {cpu:.1f} s)")
    print(f"peak memory: {peak:.0f} MB")
    size = sum(file.stat().st_size for file in (library / "index" / "whoosh").rglob("*") if file.is_file())
    print(f"index: {size / 1e6:.1f} MB")


def _starts(library: Path, asked: Sequence[str]) -> None:
    """Whole processes from cold: CPU seconds of ``kb --help`` and of one search, each another question."""
    _report("kb --help, CPU s", [_cpu(library, "--help") for _ in range(STARTS)])
    _report("kb search, CPU s", [_cpu(library, "search", question) for question in asked])


def _searches(library: Path, asked: dict[str, list[str]]) -> None:
    """One warm process: milliseconds of a search with all facets and snippets, no question twice."""
    with kb.open(library) as opened:
        kb.search(opened, "warm")
        print(f"{opened.store.count('passages')} passages")
        for name, each in asked.items():
            _report(f"search, {name}, ms", [_milliseconds(opened, question) for question in each])


def _milliseconds(library: kb.Library, question: str) -> float:
    started = time.perf_counter()
    kb.search(library, question)
    return 1000 * (time.perf_counter() - started)


def _cpu(library: Path, *arguments: str) -> float:
    before = _children()
    _kb(library, *arguments)
    return _children() - before


def _kb(library: Path, *arguments: str) -> None:
    command = [sys.executable, "-m", "kb", "--library", str(library), *arguments]
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, env={**os.environ, "NO_COLOR": "1"})


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _report(name: str, values: Sequence[float]) -> None:
    ordered = sorted(values)
    percentile = ordered[rank95(len(ordered))]
    middle = statistics.median(ordered)
    print(f"{name}: median {middle:.3f}, 95th percentile {percentile:.3f} ({len(ordered)} runs)")


if __name__ == "__main__":
    main()
