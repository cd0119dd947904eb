"""Judged collections: documents, questions, and which documents answer which question how well.

- Cranfield (documents.jsonl, queries.tsv, qrels.txt in TREC form): abstracts and English questions.
- XQuAD (en.jsonl, es.jsonl, parallel line by line): each question is answered by its paragraph, and by
  that paragraph's twin in the other language.
- Our own (tests/data/questions.toml): questions over ``corpus/``, graded 1 to 3.
- Our own, by passage (tests/data/passages.toml): the same corpus, each passage graded 1 or 2 by someone who
  had not seen what kb shows.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kb.intake import read, recognised
from kb.records import Document, Passage, Source
from kb.thesaurus import load

ROOT = Path(__file__).parent.parent
QUESTIONS = ROOT / "tests" / "data" / "questions.toml"
PASSAGES = ROOT / "tests" / "data" / "passages.toml"
CORPUS = ROOT / "corpus"


@dataclass(frozen=True, slots=True)
class Question:
    """A question and the grade of each document, or of each passage by its address, that answers it."""

    text: str
    grades: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents and what is asked of them."""

    name: str
    documents: tuple[Document, ...]
    questions: tuple[Question, ...]


def cranfield(folder: Path) -> Collection:
    """The 1,400 abstracts and 225 questions."""
    rows = _rows(folder / "documents.jsonl")
    documents = tuple(_document(f"c{row['id']}", row["title"], (row["text"],), "en") for row in rows)
    grades: dict[str, dict[str, int]] = {}
    for line in (folder / "qrels.txt").read_text(encoding="utf-8").splitlines():
        number, _, document, grade = line.split()
        grades.setdefault(number, {})[f"c{document}"] = int(grade)
    asked = (line.split("\t") for line in (folder / "queries.tsv").read_text("utf-8").splitlines() if line)
    questions = tuple(Question(text, grades.get(number, {})) for number, text in asked)
    return Collection("cranfield", documents, questions)


def xquad(folder: Path) -> Iterator[Collection]:
    """The four directions: the language of the questions, then that of the paragraphs."""
    rows = {language: list(_rows(folder / f"{language}.jsonl")) for language in ("en", "es")}
    for asked, held in (("en", "en"), ("es", "es"), ("es", "en"), ("en", "es")):
        documents = tuple(
            _document(f"x{number}", "", (row["text"],), held) for number, row in enumerate(rows[held])
        )
        questions = tuple(
            Question(each["question"], {f"x{number}": 1})
            for number, row in enumerate(rows[asked])
            for each in row["questions"]
        )
        yield Collection(f"xquad {asked} -> {held}", documents, questions)


def own() -> Iterator[Collection]:
    """Our questions over ``corpus/``, by the language of the question and of the answer."""
    documents = _corpus()
    language = {each.id: each.language for each in documents}
    asked = tomllib.loads(QUESTIONS.read_text(encoding="utf-8"))["question"]
    for spoken, held in (("en", "en"), ("es", "es"), ("es", "en"), ("en", "es")):
        questions = tuple(
            Question(each["text"], grades)
            for each in asked
            if each["language"] == spoken
            and (grades := {id: grade for id, grade in each["grades"].items() if language[id] == held})
        )
        kept = tuple(each for each in documents if each.language == held)
        yield Collection(f"own {spoken} -> {held}", kept, questions)


def passages() -> Iterator[Collection]:
    """Our questions over ``corpus/`` whose passages are graded, by the language of the question."""
    documents = _corpus()
    asked = tomllib.loads(PASSAGES.read_text(encoding="utf-8"))["question"]
    for spoken in ("en", "es"):
        questions = (Question(each["text"], each["passages"]) for each in asked if each["language"] == spoken)
        yield Collection(f"passages {spoken}", documents, tuple(questions))


def _corpus() -> tuple[Document, ...]:
    thesaurus = load()
    return tuple(
        read(
            recognised(Source(location=path.name, content=path.read_bytes(), media_type="", sha256="")),
            thesaurus,
            kind=None,
            language=None,
        )
        for path in sorted(CORPUS.glob("*.md"))
    )


def _rows(path: Path) -> Iterator[Mapping[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line:
            yield json.loads(line)


def _document(id: str, title: str, texts: tuple[str, ...], language: str) -> Document:
    return Document(
        id=id,
        title=title,
        language=language,
        sha256=id,
        locations=(f"{id}.txt",),
        passages=tuple(
            Passage(address=f"p{number}", text=text, language=language)
            for number, text in enumerate(texts, start=1)
        ),
    )
