"""How long questions take: python -m bench.engines [FOLDER] [PASSAGES].

Documents are made of the paragraphs of all text and HTML files below FOLDER (without one: of
``corpus/``), repeated with their sentences shuffled when there are too few. Questions are drawn
from their words, 40 of each class, each asked once of an opened engine, with all facets. Times
are CPU milliseconds of the thread; the last lines are of a fresh process that opens the sealed
index and asks one question.
"""

from __future__ import annotations

import html
import json
import math
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path

from kb.engines import Engine, Seal, open_engine
from kb.query.tree import All, Alternative, Concept, Filter, Node, Phrase, Prefix, Query, Word
from kb.records import Change, Document, PartialDate, Passage, Topic
from kb.text.language import language_of
from kb.text.words import telling_words

QUESTIONS = 40
PASSAGES_OF_A_DOCUMENT = (2, 3, 5, 8, 12, 40)
SUFFIXES = {".txt", ".md", ".rst", ".html"}


def paragraphs(folder: Path) -> list[str]:
    """The paragraphs of at least forty characters in the files below ``folder``."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.suffix not in SUFFIXES or not path.is_file():
            continue
        text = path.read_text(errors="replace")
        if path.suffix == ".html":
            text = html.unescape(re.sub(r"<[^>]*>", "", re.sub(r"(?s)<(script|style).*?</\1>", "", text)))
        found += [" ".join(each.split()) for each in re.split(r"\n\s*\n", text)]
    return [each for each in found if 40 <= len(each) <= 4000]


def shuffled(texts: list[str], chance: random.Random) -> Iterator[str]:
    """The texts, and then again for ever with their sentences in another order."""
    yield from texts
    for text in cycle(texts):
        sentences = text.split(". ")
        chance.shuffle(sentences)
        yield ". ".join(sentences)


def rank95(count: int) -> int:
    """Where the 95th percentile of so many sorted values stands, by the nearest rank.

    >>> rank95(30), rank95(1)
    (28, 0)
    """
    return math.ceil(0.95 * count) - 1


def documents(folder: Path, passages: int) -> list[Document]:
    """Documents of some size that make up about so many passages."""
    chance = random.Random(1)
    texts = islice(shuffled(paragraphs(folder), chance), passages)
    made: list[Document] = []
    while rows := list(islice(texts, chance.choice(PASSAGES_OF_A_DOCUMENT))):
        made.append(document(f"d{len(made)}", rows, chance))
    return made


def document(id: str, texts: list[str], chance: random.Random) -> Document:
    """A document of these texts with a few properties to count."""
    language = language_of(" ".join(texts)) or "en"
    topics = chance.sample(range(60), chance.randint(0, 5))
    return Document(
        id=id,
        title=" ".join(texts[0].split()[:8]),
        language=language,
        kind=chance.choice(["press-release", "guideline", "report"]),
        publisher=chance.choice(["UNICEF", "IOM", "UNHCR", None]),
        countries=tuple(chance.sample(["MX", "CR", "GT", "HN", "SV"], chance.randint(0, 3))),
        topics=tuple(Topic(id=f"topic-{number}") for number in topics),
        published=PartialDate(year=chance.randint(2000, 2025)),
        passages=tuple(
            Passage(address=f"p{number}", text=text, language=language_of(text) or language)
            for number, text in enumerate(texts)
        ),
    )


def questions(held: list[Document]) -> dict[str, list[Query]]:
    """Questions of each class, drawn from the words of the documents."""
    chance = random.Random(2)
    texts = [telling_words(passage.text) for each in held for passage in each.passages]
    spread = Counter(word for text in texts for word in set(text) if word.isalpha() and len(word) > 2)
    rare = [word for word, texts_with in spread.items() if 1 <= texts_with <= 5]
    common = [word for word, _ in spread.most_common(QUESTIONS)]
    long = [text for text in texts if len(text) > 12]

    def ask(make: Callable[[], Node], *filters: Filter) -> list[Query]:
        return [Query(tree=make(), filters=filters) for _ in range(QUESTIONS)]

    def row(length: int) -> tuple[str, ...]:
        text = chance.choice(long)
        start = chance.randrange(len(text) - length)
        return tuple(text[start : start + length])

    def concept() -> Concept:
        typed = row(2)
        others = tuple(Alternative(Phrase(row(2)), "", "es", 0.8) for _ in range(20))
        return Concept("topic-1", All(tuple(map(Word, typed))), Phrase(typed), others)

    commonest = iter(common * 4)
    return {
        "rare word": ask(lambda: Word(chance.choice(rare))),
        "common word": ask(lambda: Word(next(commonest))),
        "phrase": ask(lambda: Phrase(row(2))),
        "phrase of common words": ask(lambda: Phrase((chance.choice(common), chance.choice(common)))),
        "three words": ask(lambda: All(tuple(map(Word, chance.sample(chance.choice(long), 3))))),
        "three common words": ask(lambda: All(tuple(map(Word, chance.sample(common, 3))))),
        "concept of 21 phrases": ask(concept),
        "prefix": ask(lambda: Prefix(chance.choice(common)[:3])),
        "common word, filtered": ask(
            lambda: Word(next(commonest)),
            Filter("country", ("MX",), exact=True),
            Filter("published", first=20100101),
        ),
        "no words": [Query() for _ in range(QUESTIONS)],
    }


def timed(engine: Engine, queries: list[Query]) -> list[float]:
    """CPU milliseconds of each question, in rising order."""
    times = []
    for query in queries:
        start = time.thread_time()
        engine.search(query)
        times.append((time.thread_time() - start) * 1000)
    return sorted(times)


FRESH = """
import json, sys, time
from pathlib import Path
clock, start = [], time.process_time()
def lap(name): clock.append((name, round((time.process_time() - start) * 1000, 1)))
from kb.engines import Seal, open_engine
from kb.query.tree import Query, Word
import kb.engines.whoosh_engine
lap("imports")
engine = open_engine("whoosh", Path(sys.argv[1]), Seal(**json.load(open(sys.argv[2]))))
lap("open")
total = engine.search(Query(tree=Word(sys.argv[3]))).total
lap("search")
print(total, "documents; CPU ms since the start:", dict(clock), "whole process:",
      round(time.process_time() * 1000, 1), "whoosh imported:", "whoosh" in sys.modules)
"""


def fresh(folder: Path, seal: Seal, word: str) -> None:
    """Print what the first question of a fresh process costs."""
    fields = {name: getattr(seal, name) for name in Seal.__slots__} | {"files": dict(seal.files)}
    (folder.parent / "seal.json").write_text(json.dumps(fields))
    command = [sys.executable, "-c", FRESH, str(folder), str(folder.parent / "seal.json"), word]
    for _ in range(3):
        print(subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip())


def run(folder: Path, passages: int) -> None:
    """Print all figures."""
    held = documents(folder, passages)
    with tempfile.TemporaryDirectory() as scratch:
        index = Path(scratch) / "index"
        engine = open_engine("whoosh", index, None)
        start = time.process_time()
        engine.apply(Change(number=n, id=each.id, document=each) for n, each in enumerate(held, 1))
        seconds = time.process_time() - start
        total = sum(len(each.passages) for each in held)
        print(f"{total} passages, {len(held)} documents: {seconds:.1f} s CPU, {total / seconds:.0f} a second")
        start = time.process_time()
        engine.apply([Change(number=len(held) + 1, id="d0", document=held[0])])
        print(f"one document replaced: {(time.process_time() - start) * 1000:.0f} ms CPU")
        seal = engine.seal()
        print(f"{sum(size for size, _ in seal.files.values()) / 1e6:.1f} MB in {len(seal.files)} files")
        asked = questions(held)
        engine = open_engine("whoosh", index, seal)
        print(f"{'':24}{'median':>8}{'95 %':>8}{'worst':>8}")
        for name, queries in asked.items():
            times = timed(engine, queries)
            middle, high = times[len(times) // 2], times[rank95(len(times))]
            print(f"{name:24}{middle:8.2f}{high:8.2f}{times[-1]:8.2f}")
        word = asked["common word"][5].tree
        fresh(index, seal, word.folded if isinstance(word, Word) else "")


if __name__ == "__main__":
    given = sys.argv[1:]
    run(Path(given[0] if given else "corpus"), int(given[1]) if len(given) > 1 else 10_000)
