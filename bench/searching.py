"""How long a question takes with everything that helps it: python -m bench.searching FOLDER [PASSAGES].

A knowledge base is made of the paragraphs of all text and HTML files below FOLDER (see
``bench.engines``), in English and Spanish. The same questions are asked with the names and
translations that the thesaurus and the lexicon add, without them, and with reasons; then misspelled.
Times are CPU milliseconds of the thread, of a whole ``kb.searching.search`` with all facets and
snippets, once each.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from bench.engines import documents, rank95
from kb.library import Library
from kb.reading.related import related
from kb.records import Document
from kb.searching import search, suggest
from kb.settings import make_library, open_named
from kb.text.words import telling_words

QUESTIONS = 40


def questions(held: list[Document]) -> dict[str, list[str]]:
    """Questions of each class, in the words of the documents."""
    chance = random.Random(2)
    texts = [telling_words(passage.text) for each in held for passage in each.passages]
    spread = Counter(word for text in texts for word in set(text) if word.isalpha() and len(word) > 3)
    common = [word for word, _ in spread.most_common(4 * QUESTIONS)]
    middle = [word for word, count in spread.items() if 10 < count < 200]
    rare = [word for word, count in spread.items() if count <= 5]
    concepts = "best interests|interés superior|asylum|tutela|guardian|protección consular|children|niñez"
    long = [text for text in texts if len(text) > 20]
    return {
        "rare word": chance.sample(rare, QUESTIONS),
        "common word": chance.sample(common, QUESTIONS),
        "three words": [" ".join(chance.sample(middle, 3)) for _ in range(QUESTIONS)],
        "three common words": [" ".join(chance.sample(common, 3)) for _ in range(QUESTIONS)],
        "sentence of ten words": [" ".join(chance.choice(long)[:10]) for _ in range(QUESTIONS)],
        "concept": concepts.split("|") * 5,
    }


def timed(ask: Callable[[str], object], asked: Iterable[str]) -> list[float]:
    """CPU milliseconds of each question, in rising order."""
    times = []
    for each in asked:
        start = time.thread_time()
        ask(each)
        times.append((time.thread_time() - start) * 1000)
    return sorted(times)


def misspelled(words: Iterable[str]) -> list[str]:
    """Words with two letters changed over."""
    return [word[:2] + word[3] + word[2] + word[4:] for word in words if len(word) > 5]


def run(folder: Path, passages: int) -> None:
    """Print all figures."""
    held = documents(folder, passages)
    with tempfile.TemporaryDirectory() as scratch:
        home = make_library(Path(scratch) / "library")
        with open_named(home) as library:
            fingerprint = ""
            for number, each in enumerate(held):
                sealed = replace(each, sha256=f"{number:064x}", locations=(f"{number}.txt",), topics=())
                library.store.put(sealed, reading=1, assigned=fingerprint)
            library.follow()
        with open_named(home) as library:
            _report(library, questions(held))


def _report(library: Library, asked: dict[str, list[str]]) -> None:
    search(library, "warm")
    count = library.store.count("passages")
    print(f"{count} passages, {sum(1 for _ in library.engine.forms(''))} forms; CPU ms: median, 95 %, worst")
    for name, each in asked.items():
        _line(f"{name}, as typed", timed(lambda text: search(library, text, expand=False), each))
        _line(f"{name}, expanded", timed(lambda text: search(library, text), each))
        _line(f"{name}, explained", timed(lambda text: search(library, text, explain=True), each))
    _line("misspelled word", timed(lambda text: search(library, text), misspelled(asked["common word"])))
    begun = [word[:length] for word in asked["common word"] for length in (1, 2, 3, 4)]
    start = time.thread_time()
    suggest(library, "warm")
    print(f"first suggestion: {(time.thread_time() - start) * 1000:.1f}")
    _line("suggestions", timed(lambda text: suggest(library, text), begun))
    ids = random.Random(3).sample(library.store.ids(), QUESTIONS)
    _line("related documents", timed(lambda id_: related(library, id_), ids))


def _line(name: str, times: list[float]) -> None:
    middle, high = times[len(times) // 2], times[rank95(len(times))]
    print(f"{name:36}{middle:8.1f}{high:8.1f}{times[-1]:8.1f}")


if __name__ == "__main__":
    given = sys.argv[1:]
    run(Path(given[0] if given else "corpus"), int(given[1]) if len(given) > 1 else 10_000)
