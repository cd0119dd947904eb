"""A thesaurus file -> its tables and concepts; what breaks a rule is said with its line (pure).

A file is TOML with one table a concept. The shipped file and one of the user's are read alike; what
a user's file may say besides (``remove``, ``instead``, ``omit``) is for ``kb.thesaurus.overlay``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from kb.errors import ThesaurusInvalid
from kb.messages import Message
from kb.thesaurus.concept import KINDS, LANGUAGES, LISTS, MATCHES, SWITCHES, TEXTS, Concept

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")
_HEADER = re.compile(r"""\s*\[\s*["']?([^\]"'.\s]*)["']?\s*(?:\.\s*["']?([^\]"'\s]*)["']?\s*)?\]""")
_SWITCHES = (*SWITCHES, "instead", "omit")
_LABELS = '{ en = ["..."], es = ["..."] }'
SHAPES: Mapping[str, str] = {
    **dict.fromkeys(TEXTS, '{ en = "...", es = "..." }'),
    **dict.fromkeys((*KINDS, "remove"), _LABELS),
    **dict.fromkeys(LISTS, '["..."]'),
    "mapping": '{ exact = ["https://..."], close = ["https://..."] }',
    **dict.fromkeys(_SWITCHES, "true"),
}
Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a file by the ids of their concepts, and where they stand."""

    text: str
    file: object
    tables: Mapping[str, Table]

    def refuse(self, problem: Message, concept: str, key: str = "") -> NoReturn:
        """Say what is wrong with a concept or one of its keys.

        Raises:
            ThesaurusInvalid: always.
        """
        raise ThesaurusInvalid(
            "{file}, line {line}: {problem}",
            file=self.file, line=self._line(concept, key), problem=problem, concept=concept, key=key,
        )  # fmt: skip

    def _line(self, concept: str, key: str) -> int:
        """Where a key of a concept stands, else where its table begins."""
        place, inside = 1, False
        for number, line in enumerate(self.text.splitlines(), 1):
            if header := _HEADER.match(line):
                inside = header[1] == concept
                place = number if inside and place == 1 else place
                if inside and key and header[2] == key:
                    return number
            elif inside and key and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[=.]", line):
                return number
        return place


def tables(text: str, file: object) -> Tables:
    """The tables of a file, each key known and of its shape.

    Raises:
        ThesaurusInvalid: the file is not TOML, or a table is not one of a concept.
    """
    read = parsed(text, file)
    check(read)
    return read


def parsed(text: str, file: object) -> Tables:
    """The tables of a file, whatever they hold.

    Raises:
        ThesaurusInvalid: the file is not TOML.
    """
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _PLACE.search(str(error))
        raise ThesaurusInvalid(
            "{file}, line {line}: this is not TOML ({reason}); docs/topics.md shows how it is written.",
            file=file,
            line=(found and found[1]) or len(text.splitlines()) or 1,
            reason=_PLACE.sub("", str(error)).rstrip("."),
        ) from error
    return Tables(text, file, values)


def check(read: Tables) -> None:
    """That each table is one of a concept, and each key known and of its shape.

    Raises:
        ThesaurusInvalid: one is not.
    """
    for name, table in read.tables.items():
        _check(read, name, table)


def concept(read: Tables, name: str, table: Table) -> Concept:
    """The concept that a complete table describes.

    Raises:
        ThesaurusInvalid: a preferred label is missing.
    """
    for language in LANGUAGES:
        if not table.get("preferred", {}).get(language, "").strip():
            read.refuse(
                Message(
                    'the concept "{id}" has no preferred label in "{language}"; write preferred = {shape}.',
                    {"id": name, "language": language, "shape": SHAPES["preferred"]},
                ),
                name, "preferred",
            )  # fmt: skip
    texts = {key: dict(table.get(key, {})) for key in TEXTS}
    labels = {key: listed(table.get(key, {})) for key in (*KINDS, "mapping")}
    lists = {key: tuple(table.get(key, ())) for key in LISTS}
    values: dict[str, Any] = {**texts, **labels, **lists}
    switches = {key: table[key] for key in SWITCHES if key in table}
    return Concept(id=name, **values, **switches)


def concepts(text: str, file: object) -> dict[str, Concept]:
    """The concepts of a file that stands alone.

    Raises:
        ThesaurusInvalid: it breaks a rule.
    """
    read = tables(text, file)
    return {name: concept(read, name, table) for name, table in read.tables.items()}


def listed(table: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """Labels by language, each once; a language without any is left out."""
    return {name: tuple(dict.fromkeys(values)) for name, values in table.items() if values}


def _check(read: Tables, name: str, table: object) -> None:
    if not ID.fullmatch(name):
        problem = Message(
            '"{id}" is no name of a concept; write lower-case words joined by hyphens: [family-tracing].',
            {"id": name},
        )
        read.refuse(problem, name)
    if not isinstance(table, dict):
        problem = Message('"{id}" stands outside of a concept; begin one with a line [{id}].', {"id": name})
        read.refuse(problem, name)
    for key, value in table.items():
        if key not in SHAPES:
            problem = Message(
                '"{key}" is not known in a concept; there are {known}.',
                {"key": key, "known": ", ".join(SHAPES)},
            )
            read.refuse(problem, name, key)
        if not _fits(key, value):
            problem = Message(
                '"{key}" cannot be read; write {key} = {shape}.', {"key": key, "shape": SHAPES[key]}
            )
            read.refuse(problem, name, key)


def _fits(key: str, value: object) -> bool:
    if key in _SWITCHES:
        return isinstance(value, bool)
    if key in LISTS:
        return _strings(value)
    if not isinstance(value, dict) or not value.keys() <= set(MATCHES if key == "mapping" else LANGUAGES):
        return False
    return all(isinstance(each, str) if key in TEXTS else _strings(each) for each in value.values())


def _strings(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) and each.strip() for each in value)
