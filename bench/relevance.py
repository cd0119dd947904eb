"""How well answers are ranked: nDCG@10, recall@100 and MAP over judged collections.

    python -m bench.relevance [--data FOLDER] [--plain] [--worst N]

FOLDER holds ``cranfield/`` and ``xquad-dev/``; without it only our own questions over ``corpus/`` are
asked. kb answers through its own search function, from a knowledge base on the disk. ``--plain`` asks
Whoosh, SQLite FTS5 and bm25s the same, as their documentation says to: English Porter stems, any word.

nDCG has gains 2^grade - 1 and discounts log2(rank + 1) (Burges et al. 2005; the same as 0/1 gains where
grades are 0 and 1). MAP counts every grade above 0 as relevant and looks at the first 100.

Then whether the passages that are shown are those that one would cite (grade 2): of the documents on the
first page that hold such a passage, how many show one first, how many among those they show; and how many
questions have one as the first passage of the first document.
"""

from __future__ import annotations

import argparse
import math
import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import bm25s
import Stemmer
from whoosh import fields, filedb, qparser
from whoosh.analysis import StemmingAnalyzer

import kb
from bench import judged
from bench.judged import Collection, Question
from kb.library import Library
from kb.records import Document
from kb.settings import make_library

DEPTH = 100
Search = Callable[[str], Sequence[str]]  # a question -> ids, best first, at most DEPTH


class Figures(NamedTuple):
    """Means over the questions of a collection."""

    ndcg: float
    recall: float
    precision: float


class Shown(NamedTuple):
    """Shares of documents, and of questions, that show a passage one would cite."""

    first: float
    among: float
    best: float


def ndcg(found: Sequence[str], grades: Mapping[str, int], depth: int = 10) -> float:
    """The normalised discounted cumulative gain of the first ``depth``.

    >>> ndcg(["a", "b"], {"b": 1}), ndcg(["b"], {"b": 3})
    (0.6309297535714575, 1.0)
    """

    def gain(row: Sequence[int]) -> float:
        return sum((2.0**grade - 1) / math.log2(rank + 2) for rank, grade in enumerate(row[:depth]))

    best = gain(sorted(grades.values(), reverse=True))
    return gain([grades.get(each, 0) for each in found]) / best if best else 0.0


def recall(found: Sequence[str], grades: Mapping[str, int]) -> float:
    """The share of relevant documents that were found."""
    relevant = {id for id, grade in grades.items() if grade > 0}
    return len(relevant.intersection(found)) / len(relevant) if relevant else 0.0


def average_precision(found: Sequence[str], grades: Mapping[str, int]) -> float:
    """The mean, over relevant documents, of the precision at the rank of each."""
    relevant = {id for id, grade in grades.items() if grade > 0}
    met = total = 0.0
    for rank, each in enumerate(found, start=1):
        if each in relevant:
            met += 1
            total += met / rank
    return total / len(relevant) if relevant else 0.0


def measured(search: Search, questions: Sequence[Question]) -> Figures:
    """The figures of one way to search."""
    rows = [
        (ndcg(found, each.grades), recall(found, each.grades), average_precision(found, each.grades))
        for each in questions
        for found in [search(each.text)]
    ]
    return Figures(*(sum(column) / len(rows) for column in zip(*rows, strict=True)))


def shown(library: Library, questions: Sequence[Question]) -> Shown:
    """What the passages of the first page are worth, by questions whose passages are graded."""
    documents: list[tuple[bool, bool]] = []
    best: list[bool] = []
    for question in questions:
        cited = {address for address, grade in question.grades.items() if grade > 1}
        holding = {address.partition("#")[0] for address in cited}
        hits = kb.search(library, question.text, facets=()).hits
        rows = {hit.id: [passage.address in cited for passage in hit.passages] for hit in hits}
        documents += [(any(row[:1]), any(row)) for id, row in rows.items() if id in holding]
        best.append(any(any(row[:1]) for row in [*rows.values()][:1]))
    first, among = (sum(column) / len(documents) for column in zip(*documents, strict=True))
    return Shown(first, among, sum(best) / len(best))


# Ways to search ------------------------------------------------------------------------------


@contextmanager
def filled(documents: Sequence[Document]) -> Iterator[Library]:
    """A knowledge base in a temporary folder that holds the documents."""
    with (
        tempfile.TemporaryDirectory() as folder,
        kb.open(make_library(Path(folder) / "library")) as library,
    ):
        with library.writing("bench"):
            for each in documents:
                library.store.put(each, reading=1)
        yield library


@contextmanager
def ours(documents: Sequence[Document], *, translate: bool = True) -> Iterator[Search]:
    """Kb's own search function over a knowledge base in a temporary folder."""
    with filled(documents) as library:
        if not translate:
            library.lexicon = None

        def search(text: str) -> Sequence[str]:
            page = kb.search(library, text, limit=DEPTH, facets=())
            return [hit.id for hit in page.hits]

        yield search


@contextmanager
def plain_whoosh(documents: Sequence[Document]) -> Iterator[Search]:
    """Whoosh's defaults with OR."""
    schema = fields.Schema(id=fields.ID(stored=True), text=fields.TEXT(analyzer=StemmingAnalyzer()))
    index = filedb.filestore.RamStorage().create_index(schema)
    writer = index.writer()
    for each in documents:
        writer.add_document(id=each.id, text=_text(each))
    writer.commit()
    parser = qparser.QueryParser("text", schema, group=qparser.OrGroup)
    with index.searcher() as searcher:
        yield lambda text: [
            hit["id"] for hit in searcher.search(parser.parse(" ".join(_words(text))), limit=DEPTH)
        ]


@contextmanager
def plain_fts5(documents: Sequence[Document]) -> Iterator[Search]:
    """SQLite FTS5 with its Porter stemmer and bm25()."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE held USING fts5 (id UNINDEXED, text, tokenize = 'porter')")
    connection.executemany("INSERT INTO held VALUES (?, ?)", [(each.id, _text(each)) for each in documents])
    statement = "SELECT id FROM held WHERE text MATCH ? ORDER BY bm25(held) LIMIT ?"

    def search(text: str) -> Sequence[str]:
        asked = " OR ".join(f'"{word}"' for word in _words(text))
        return [row[0] for row in connection.execute(statement, (asked, DEPTH))]

    yield search
    connection.close()


@contextmanager
def plain_bm25s(documents: Sequence[Document]) -> Iterator[Search]:
    """bm25s with its English stop words and PyStemmer, Lucene's variant."""
    stemmer = Stemmer.Stemmer("english")
    retriever = bm25s.BM25()
    corpus = [_text(each) for each in documents]
    retriever.index(bm25s.tokenize(corpus, stemmer=stemmer, show_progress=False), show_progress=False)

    def search(text: str) -> Sequence[str]:
        tokens = bm25s.tokenize(text, stemmer=stemmer, show_progress=False)
        found, scores = retriever.retrieve(tokens, k=min(DEPTH, len(documents)), show_progress=False)
        return [documents[place].id for place, score in zip(found[0], scores[0], strict=True) if score > 0]

    yield search


def _text(document: Document) -> str:
    return f"{document.title}\n{document.text}"


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


# The report ----------------------------------------------------------------------------------


def every(data: Path | None) -> Iterator[Collection]:
    """The collections that are there."""
    yield from judged.own()
    if data is not None:
        yield judged.cranfield(data / "cranfield")
        yield from judged.xquad(data / "xquad-dev")


def main() -> None:
    """Print a line for each collection and way to search."""
    arguments = argparse.ArgumentParser(prog="python -m bench.relevance", description=__doc__)
    arguments.add_argument("--data", type=Path, help="a folder with cranfield/ and xquad-dev/")
    arguments.add_argument("--plain", action="store_true", help="also Whoosh, FTS5 and bm25s as they come")
    chosen = arguments.parse_args()
    print(f"{'collection':<16}{'questions':>10}  {'search':<22}{'nDCG@10':>9}{'recall@100':>12}{'MAP':>8}")
    for collection in every(chosen.data):
        ways = {"kb": ours(collection.documents)}
        ways["kb, no lexicon"] = ours(collection.documents, translate=False)
        if chosen.plain:
            ways |= {
                "Whoosh": plain_whoosh(collection.documents),
                "SQLite FTS5": plain_fts5(collection.documents),
                "bm25s": plain_bm25s(collection.documents),
            }
        for name, way in ways.items():
            with way as search:
                figures = measured(search, collection.questions)
            print(
                f"{collection.name:<16}{len(collection.questions):>10}  {name:<22}"
                f"{figures.ndcg:>9.4f}{figures.recall:>12.4f}{figures.precision:>8.4f}",
                flush=True,
            )
    print(f"\n{'passages':<16}{'questions':>10}{'first':>10}{'among':>10}{'best':>10}")
    for collection in judged.passages():
        with filled(collection.documents) as library:
            found = shown(library, collection.questions)
        print(
            f"{collection.name:<16}{len(collection.questions):>10}"
            f"{found.first:>10.4f}{found.among:>10.4f}{found.best:>10.4f}"
        )


if __name__ == "__main__":
    main()
