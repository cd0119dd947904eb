"""Concepts -> the text of a user's file, which ``kb.thesaurus.overlay`` reads (pure)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from kb.thesaurus.concept import KINDS, Concept
from kb.thesaurus.statements import RELATIONS, SWITCHES

_HEAD = """\
# Concepts of your own, laid over those of kb; docs/topics.md shows what may be written here.
"""


def written(changed: Mapping[str, Concept | None], ours: Mapping[str, Concept]) -> str:
    """The file that makes these changes to ``ours``; None leaves a concept out."""
    return _HEAD + "".join(
        "\n" + "\n".join(_table(name, each, replaces=name in ours)) + "\n" for name, each in changed.items()
    )


def _table(name: str, each: Concept | None, *, replaces: bool) -> Iterator[str]:
    yield f"[{name}]"
    if each is None:
        yield "omit = true"
        return
    if replaces:
        yield "instead = true"
    yield f"preferred = {_inline(each.preferred)}"
    for kind in KINDS:
        if any(table := getattr(each, kind)):
            yield f"{kind} = {_inline(table)}"
    for switch, usual in SWITCHES.items():
        if getattr(each, switch) != usual:
            yield f"{switch} = {_value(not usual)}"
    for relation in (*RELATIONS, "basis"):
        if values := getattr(each, relation):
            yield f"{relation} = {_value(values)}"
    for key in ("scope", "note", "mapping"):
        if table := getattr(each, key):
            yield f"{key} = {_inline(table)}"


def _inline(table: Mapping[str, object]) -> str:
    return "{ " + ", ".join(f"{key} = {_value(value)}" for key, value in table.items()) + " }"


def _value(value: object) -> str:
    """A string, switch or list in TOML, whose strings are JSON's but for the delete character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
