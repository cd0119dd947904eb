"""Everything that is wrong with a file of concepts, and not only the first of it (pure).

Reading stops at the first fault. To tell them all, each is noted and taken out of what was read, which
is then looked at again; what a statement or label leaves open is judged as if it were mended.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from kb.errors import ThesaurusInvalid
from kb.messages import Message
from kb.thesaurus.checking import Finding, findings
from kb.thesaurus.concept import LANGUAGES, Concept
from kb.thesaurus.lookup import Thesaurus
from kb.thesaurus.overlay import Concepts, over
from kb.thesaurus.reading import Tables, parsed
from kb.thesaurus.statements import Statement, gathered

MOST = 200  # faults of one file that stop its reading


def of_tables(ours: Concepts, text: str, file: object) -> list[Finding]:
    """What is wrong with a user's file, laid over our concepts.

    Raises:
        ThesaurusInvalid: it is no TOML.
    """
    read = parsed(text, file)
    found: list[Finding] = []
    while len(found) < MOST:
        try:
            concepts = over(ours, read)
        except ThesaurusInvalid as fault:
            found.append(_finding(fault.values["concept"], fault.values["line"], fault.values["problem"]))
            read = replace(read, tables=_without(read, fault))
        else:
            return found + findings(Thesaurus(concepts), first=read.tables)
    return found


def of_statements(stated: Iterable[Statement]) -> list[Finding]:
    """What is wrong with a thesaurus that stands alone."""
    concepts, faults = gathered(stated)
    found = [_finding(each.concept, each.line, each.problem) for each in faults]
    return found + findings(Thesaurus(concepts))


def _finding(concept: Any, line: Any, problem: Any) -> Finding:
    return Finding(
        concept, Message("line {line}: {problem}", {"line": line, "problem": problem}), severe=True
    )


def _without(read: Tables, fault: ThesaurusInvalid) -> dict[str, Any]:
    """The tables without what the fault is about: a value, else the key, else the whole table."""
    concept, key, problem = (fault.values[name] for name in ("concept", "key", "problem"))
    table: Any = read.tables[str(concept)]
    if not isinstance(table, Mapping) or not (key in table or key == "preferred"):
        return {name: each for name, each in read.tables.items() if name != concept}
    kept = {name: value for name, value in table.items() if name != key}
    if key == "preferred":
        given = table.get(key)
        told = given if isinstance(given, Mapping) else {}
        kept[key] = {
            language: label
            if isinstance(label := told.get(language), str) and label.strip()
            else str(concept)
            for language in LANGUAGES
        }
    elif isinstance(problem, Message) and (other := problem.values.get("other")):
        kept[str(key)] = [each for each in table[key] if other not in _parts(each)]
    return {**read.tables, str(concept): kept}


def _parts(value: str) -> tuple[str, ...]:
    """The ids in a value: itself, or the concepts that meet in it."""
    empty = dict.fromkeys(LANGUAGES, "")
    (parts,) = Concept(id="", preferred=empty, together=(value,)).meetings()
    return (value, *parts)
