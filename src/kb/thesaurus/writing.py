"""Concepts -> the text of a user's file, which ``kb.thesaurus.overlay`` reads (pure)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from kb.thesaurus.concept import KINDS, SWITCHES, Concept
from kb.thesaurus.overlay import addition, without_references
from kb.thesaurus.statements import RELATIONS

_HEAD = """\
# Concepts of your own, laid over those of kb; docs/topics.md shows what may be written here.
"""


def written(changed: Mapping[str, Concept | None], ours: Mapping[str, Concept]) -> str:
    """The file that makes these changes to ``ours``; None leaves a concept out."""
    kept = without_references(ours, {name for name, each in changed.items() if each is None})
    return _HEAD + "".join(
        "\n" + "\n".join((f"[{name}]", *_table(each, kept.get(name)))) + "\n"
        for name, each in changed.items()
    )


def _table(each: Concept | None, ours: Concept | None) -> Iterator[str]:
    """The lines of a table: what it adds to ours where that says it all, so that ours can still grow."""
    if each is None:
        yield "omit = true"
    elif ours and (added := addition(ours, each)):
        for key, value in added.items():
            yield f"{key} = {_inline(value) if isinstance(value, dict) else _value(value)}"
    else:
        yield from (["instead = true"] if ours else [])
        yield from _whole(each)


def _whole(each: Concept) -> Iterator[str]:
    yield f"preferred = {_inline(each.preferred)}"
    for kind in KINDS:
        if any(table := getattr(each, kind)):
            yield f"{kind} = {_inline(table)}"
    for switch, usual in SWITCHES.items():
        if getattr(each, switch) != usual:
            yield f"{switch} = {_value(not usual)}"
    for relation in ("together", *RELATIONS, "basis"):
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
