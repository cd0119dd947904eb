"""A file gives one record, whatever was read before it in the same process."""

from __future__ import annotations

import hashlib
import importlib
import json
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import get_args, get_origin, get_type_hints

import kb
from bench.quality import GOLD, cases
from kb.extractors.datelines import datelines
from kb.intake import read, recognised
from kb.records import Document, Passage, Source
from kb.schema import to_json
from kb.thesaurus import load

RELEASES = sorted((Path(__file__).parent / "data" / "releases").glob("*.txt"))
BATCHES = ("second", "fourth", "sixth", "seventh", "ninth", "tenth")
FILES = [*RELEASES[::3], *(case.text for batch in BATCHES for case in list(cases(GOLD / batch))[::6])]


def record(file: Path) -> str:
    content = file.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    source = Source(location=file.name, content=content, media_type="", sha256=digest)
    return json.dumps(to_json(read(recognised(source), load(), kind=None, language=None)))


def test_what_was_read_before_changes_no_record() -> None:
    alone = {file: record(file) for file in FILES}

    again = {file: {record(file), record(file)} for file in reversed(FILES)}

    assert [file.name for file in FILES if again[file] != {alone[file]}] == []


def test_a_dateline_stands_in_a_passage_of_the_document_that_was_asked() -> None:
    text = "UPALA, 3 de mayo de 2021. La Defensoría de Ficción abrió hoy una casa para niñas y niños."
    one, other = (
        Document(language="es", title="Abre la casa", passages=(Passage(address=address, text=text),))
        for address in ("p1", "s2.1")
    )

    places = [{each.passage.address for each in datelines(asked) if each.passage} for asked in (one, other)]

    assert places == [{"p1"}, {"s2.1"}]


def test_what_a_cache_is_asked_for_and_keeps_holds_no_passage_and_no_document() -> None:
    caching = list(cached())

    assert len(caching) > 20
    assert [name for name, nouns in caching if Passage in nouns or Document in nouns] == []


def cached() -> Iterator[tuple[str, list[object]]]:
    """The functions of kb that remember what they returned, with the types that each takes and returns."""
    for module in pkgutil.walk_packages(kb.__path__, "kb."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                if hasattr(value, "cache_info") and value.__module__ == module.name:
                    yield f"{module.name}.{name}", list(within(get_type_hints(value.__wrapped__).values()))


def within(types: Iterable[object]) -> Iterator[object]:
    """The types, those that they are made of, and those of their fields; a function holds none."""
    left, seen = [*types], []
    while left:
        each = left.pop()
        if each not in seen and get_origin(each) is not Callable:
            seen.append(each)
            left += get_args(each)
            if isinstance(each, type) and each.__module__.startswith("kb."):
                left += get_type_hints(each).values()
            yield each
