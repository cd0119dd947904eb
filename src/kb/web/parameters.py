"""The parameters of a request to the API, read as its description has them: nothing is passed over.

A page is lenient, because people edit addresses; a program is told what it got wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from kb.errors import Misuse
from kb.schema import Json

_NUMBER = re.compile(r"[0-9]{1,9}\Z")
_LONGEST_ECHO = 80  # characters of a value that a sentence repeats


def read(pairs: Iterable[tuple[str, str]], described: Iterable[Json]) -> dict[str, Any]:
    """Name -> value (text, number, or list of texts) of what was given; defaults for the rest.

    >>> limit = {"name": "limit", "schema": {"type": "integer", "minimum": 1, "maximum": 9, "default": 5}}
    >>> read([("limit", "7")], [limit]), read([], [limit])
    ({'limit': 7}, {'limit': 5})

    Raises:
        Misuse: a parameter that is not described, is given twice, or has a value that it cannot have.
    """
    schemas: dict[str, Json] = {each["name"]: each["schema"] for each in described}
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        if name not in schemas:
            raise _unknown(name, list(schemas))
        given.setdefault(name, []).append(value)
    values = {name: _value(name, texts, schemas[name]) for name, texts in given.items()}
    return {name: schema["default"] for name, schema in schemas.items() if "default" in schema} | values


def is_yes(values: dict[str, Any], name: str) -> bool:
    """Whether a parameter is switched on."""
    return values.get(name) in ("1", "true")


def _value(name: str, texts: list[str], schema: Json) -> object:
    if schema["type"] == "array":
        if len(texts) > schema["maxItems"]:
            raise Misuse('"{name}" is given more than {most} times.', name=name, most=schema["maxItems"])
        return texts
    if len(texts) > 1:
        raise Misuse('"{name}" is given more than once.', name=name)
    if schema["type"] == "integer":
        return _number(name, texts[0], schema)
    if texts[0] not in schema.get("enum", texts):
        raise Misuse(
            '"{name}" cannot be "{value}"; it can be {known}.',
            name=name, value=texts[0][:_LONGEST_ECHO], known=", ".join(schema["enum"]),
        )  # fmt: skip
    return texts[0]


def _number(name: str, text: str, schema: Json) -> int:
    least, most = schema["minimum"], schema["maximum"]
    if not _NUMBER.match(text) or not least <= int(text) <= most:
        raise Misuse('"{name}" is a number from {least} to {most}.', name=name, least=least, most=most)
    return int(text)


def _unknown(name: str, known: list[str]) -> Misuse:
    name = name[:_LONGEST_ECHO]
    if near := get_close_matches(name, known, n=1):
        return Misuse('There is no parameter "{name}"; perhaps you mean {near}.', name=name, near=near[0])
    return Misuse('There is no parameter "{name}"; there are {known}.', name=name, known=", ".join(known))
