"""A thesaurus as statements, the common ground of its formats: who, what, in which language, which value.

Every label and relation of a concept is one statement, in the order in which the concept has it, so
that a table has a row for each and Turtle an object for each, and both can be read back exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kb.errors import ThesaurusInvalid
from kb.messages import Message
from kb.thesaurus.concept import KINDS, LANGUAGES, MATCHES, SWITCHES, TEXTS, Concept
from kb.thesaurus.reading import ID

RELATIONS = ("concerns", "broader", "related")
_MATCHES = tuple(f"{each}-match" for each in MATCHES)
PROPERTIES = ("preferred", *KINDS, *SWITCHES, "together", *RELATIONS, "scope", "basis", "note", *_MATCHES)
_OF_LANGUAGES = frozenset((*TEXTS, *KINDS))
TRUE, FALSE = "true", "false"


@dataclass(frozen=True, slots=True)
class Statement:
    """One fact of a concept; ``line`` is where it was read."""

    concept: str
    property: str
    language: str
    value: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a statement, or with what is said of a concept; the line where it begins."""

    concept: str
    line: int
    problem: Message


def statements(concepts: Iterable[Concept]) -> Iterator[Statement]:
    """Everything that the concepts say."""
    for each in concepts:
        for name in PROPERTIES:
            yield from _stated(each, name)


def concepts(stated: Iterable[Statement], file: object) -> dict[str, Concept]:
    """The concepts that statements make up, in the order in which they are first named.

    Raises:
        ThesaurusInvalid: a statement breaks a rule, or a preferred label is missing.
    """
    found, faults = gathered(stated)
    if faults:
        raise invalid(file, faults[0].line, faults[0].problem)
    return found


def gathered(stated: Iterable[Statement]) -> tuple[dict[str, Concept], list[Fault]]:
    """The concepts that the sound statements make up, and what is wrong with the others.

    An id stands for a preferred label that is missing.
    """
    values: dict[str, dict[str, Any]] = {}
    first: dict[str, int] = {}
    faults: list[Fault] = []
    for each in stated:
        if problem := _fault(each, values.get(each.concept, {})):
            faults.append(Fault(each.concept, each.line, problem))
            continue
        first.setdefault(each.concept, each.line)
        _put(values.setdefault(each.concept, {}), each)
    for name, told in values.items():
        for language in LANGUAGES:
            if language not in told.get("preferred", {}):
                problem = Message(
                    'the concept "{id}" has no preferred label in "{language}"; add one.',
                    {"id": name, "language": language},
                )
                faults.append(Fault(name, first[name], problem))
                told.setdefault("preferred", {})[language] = name
    return {name: Concept(id=name, **_frozen(told)) for name, told in values.items()}, faults


def invalid(file: object, line: int, problem: Message) -> ThesaurusInvalid:
    """The error that says what is wrong in a line of a file."""
    return ThesaurusInvalid("{file}, line {line}: {problem}", file=file, line=line, problem=problem)


def _stated(each: Concept, name: str) -> Iterator[Statement]:
    if name in SWITCHES:
        if (value := getattr(each, name)) != SWITCHES[name]:
            yield Statement(each.id, name, "", TRUE if value else FALSE)
    elif name in TEXTS:
        table: Mapping[str, str] = getattr(each, name)
        for language, text in table.items():
            yield Statement(each.id, name, language, text)
    elif name in KINDS:
        for language in getattr(each, name):
            for label in each.labels(name, language):
                yield Statement(each.id, name, language, label)
    elif name.endswith("-match"):
        for address in each.labels("mapping", name.removesuffix("-match")):
            yield Statement(each.id, name, "", address)
    else:
        for value in getattr(each, name):
            yield Statement(each.id, name, "", value)


def _fault(each: Statement, told: Mapping[str, Any]) -> Message | None:
    if not ID.fullmatch(each.concept):
        return Message(
            '"{id}" is no name of a concept; write lower-case words joined by hyphens: family-tracing.',
            {"id": each.concept},
        )
    if each.property not in PROPERTIES:
        return Message(
            '"{key}" is not known in a concept; there are {known}.',
            {"key": each.property, "known": ", ".join(PROPERTIES)},
        )
    if each.property in _OF_LANGUAGES and each.language not in LANGUAGES:
        return Message(
            '"{key}" needs a language, "en" or "es"; it has "{language}".',
            {"key": each.property, "language": each.language},
        )
    if not each.value.strip():
        return Message('"{key}" of "{id}" is empty.', {"key": each.property, "id": each.concept})
    if each.property in TEXTS and each.language in told.get(each.property, {}):
        return Message(
            '"{key}" of "{id}" is there twice in "{language}"; keep one.',
            {"key": each.property, "id": each.concept, "language": each.language},
        )
    if each.property in SWITCHES and each.value not in (TRUE, FALSE):
        return Message(
            '"{key}" is true or false, not "{value}".', {"key": each.property, "value": each.value}
        )
    return None


def _put(told: dict[str, Any], each: Statement) -> None:
    if each.property in SWITCHES:
        told[each.property] = each.value == TRUE
    elif each.property in TEXTS:
        told.setdefault(each.property, {})[each.language] = each.value
    elif each.property in KINDS:
        _append(told.setdefault(each.property, {}).setdefault(each.language, []), each.value)
    elif each.property.endswith("-match"):
        mapping = told.setdefault("mapping", {})
        _append(mapping.setdefault(each.property.removesuffix("-match"), []), each.value)
    else:
        _append(told.setdefault(each.property, []), each.value)


def _append(values: list[str], value: str) -> None:
    if value not in values:
        values.append(value)


def _frozen(told: Mapping[str, Any]) -> dict[str, Any]:
    """Lists as tuples, which is how concepts hold them."""
    frozen: dict[str, Any] = {}
    for name, value in told.items():
        if isinstance(value, list):
            frozen[name] = tuple(value)
        elif isinstance(value, dict):
            frozen[name] = {
                key: tuple(each) if isinstance(each, list) else each for key, each in value.items()
            }
        else:
            frozen[name] = value
    return frozen
