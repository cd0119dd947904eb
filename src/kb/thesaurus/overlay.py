"""A user's own file laid over the thesaurus: concepts and labels more, or fewer (pure).

A table with a new id is a new concept. One with a known id adds labels, relations and sources to
that concept and replaces its preferred labels, scope and note; ``remove`` takes labels away.
``instead = true`` puts the table wholly in the place of ours, ``omit = true`` leaves ours out.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace
from typing import Any

from kb.messages import Message
from kb.thesaurus.concept import KINDS, LANGUAGES, LISTS, SWITCHES, Concept
from kb.thesaurus.reading import Table, Tables, check, concept, listed, parsed

FILE = "thesaurus.toml"
Concepts = Mapping[str, Concept]


def laid_over(ours: Concepts, text: str, file: object) -> tuple[dict[str, Concept], Tables]:
    """Our concepts with those of a user's file, and what the file says.

    Raises:
        ThesaurusInvalid: the file breaks a rule.
    """
    read = parsed(text, file)
    return over(ours, read), read


def over(ours: Concepts, read: Tables) -> dict[str, Concept]:
    """Our concepts with those of a user's tables.

    Raises:
        ThesaurusInvalid: the tables break a rule.
    """
    check(read)
    found = dict(ours)
    for name, table in read.tables.items():
        if table.get("omit"):
            _known(read, found, name, "omit")
            del found[name]
        elif name in ours and not table.get("instead"):
            found[name] = _grown(read, ours[name], table)
        else:
            if "remove" in table:
                _known(read, {}, name, "remove")
            found[name] = concept(read, name, table)
    result = without_references(found, ours.keys() - found.keys())
    _check_references(read, result)
    return _related_both_ways(result, read)


def without_references(concepts: Concepts, omitted: Set[str]) -> dict[str, Concept]:
    """The concepts, none of them referring to one that is left out: ``omit`` takes that away too."""
    return {name: _without(each, omitted) for name, each in concepts.items()}


def difference(ours: Concepts, wanted: Concepts) -> dict[str, Concept | None]:
    """What a user's file has to hold to make ``wanted`` out of ours; None: ours is left out."""
    kept = without_references(ours, ours.keys() - wanted.keys())
    changed: dict[str, Concept | None] = {
        name: each for name, each in wanted.items() if kept.get(name) != each
    }
    return changed | dict.fromkeys(name for name in ours if name not in wanted)


def in_our_order(ours: Concept, wanted: Concept) -> Concept:
    """The concept wanted with its labels and relations in the order of ours, new ones behind them.

    A spreadsheet sorts its rows, and other programs their triples: an order says nothing.
    """
    tables: dict[str, Any] = {
        key: {name: _as_ours(ours.labels(key, name), each) for name, each in getattr(wanted, key).items()}
        for key in (*KINDS, "mapping")
    }
    lists: dict[str, Any] = {key: _as_ours(getattr(ours, key), getattr(wanted, key)) for key in LISTS}
    return replace(wanted, **tables, **lists)


def _as_ours(ours: tuple[str, ...], wanted: tuple[str, ...]) -> tuple[str, ...]:
    held = set(wanted)
    return _joined(tuple(each for each in ours if each in held), wanted)


def addition(ours: Concept, wanted: Concept) -> dict[str, Any] | None:
    """The table that makes ``wanted`` out of ours by adding and removing; None where it has to replace it."""
    table: dict[str, Any] = {}
    for language in LANGUAGES:
        kept = {*_all_labels(wanted, language), ours.preferred[language]}
        if removed := [label for label in _all_labels(ours, language) if label not in kept]:
            table.setdefault("remove", {})[language] = removed
    for key in ("preferred", "scope", "note"):
        before = getattr(ours, key)
        table[key] = {name: text for name, text in getattr(wanted, key).items() if before.get(name) != text}
    for key in (*KINDS, "mapping"):
        more = {name: _more(ours.labels(key, name), each) for name, each in getattr(wanted, key).items()}
        table[key] = {name: each for name, each in more.items() if each}
    for key in LISTS:
        table[key] = _more(getattr(ours, key), getattr(wanted, key))
    table = {key: value for key, value in table.items() if value}
    table |= {key: getattr(wanted, key) for key in SWITCHES if getattr(wanted, key) != getattr(ours, key)}
    return table if _grown(Tables("", "", {}), ours, table) == wanted else None


def _more(ours: tuple[str, ...], wanted: tuple[str, ...]) -> list[str]:
    return [each for each in wanted if each not in ours]


def _grown(read: Tables, ours: Concept, table: Table) -> Concept:
    """Our concept with what the table adds, and without the labels that it removes."""
    removed = listed(table.get("remove", {}))
    for language, labels in removed.items():
        for label in labels:
            if label not in _all_labels(ours, language):
                problem = Message(
                    'there is no label "{label}" to remove; "kb topics show {id}" lists them.',
                    {"label": label, "id": ours.id},
                )
                read.refuse(problem, ours.id, "remove")
    kinds: dict[str, Any] = {
        kind: _added(getattr(ours, kind), listed(table.get(kind, {})), removed) for kind in KINDS
    }
    grown = replace(
        ours,
        **kinds,
        preferred=_preferred(ours, removed) | table.get("preferred", {}),
        scope={**ours.scope, **table.get("scope", {})},
        note={**ours.note, **table.get("note", {})},
        **{name: table.get(name, getattr(ours, name)) for name in SWITCHES},
        together=_joined(ours.together, table.get("together", ())),
        concerns=_joined(ours.concerns, table.get("concerns", ())),
        broader=_joined(ours.broader, table.get("broader", ())),
        related=_joined(ours.related, table.get("related", ())),
        basis=_joined(ours.basis, table.get("basis", ())),
        mapping=_added(ours.mapping, listed(table.get("mapping", {})), {}),
    )
    for language in LANGUAGES:
        if language not in grown.preferred:
            problem = Message(
                'the preferred label in "{language}" is removed; give another: preferred = {shape}.',
                {"language": language, "shape": f'{{ {language} = "..." }}'},
            )
            read.refuse(problem, ours.id, "remove")
    return grown


def _preferred(ours: Concept, removed: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {
        language: label
        for language, label in ours.preferred.items()
        if label not in removed.get(language, ())
    }


def _added(
    ours: Mapping[str, tuple[str, ...]],
    more: Mapping[str, tuple[str, ...]],
    removed: Mapping[str, tuple[str, ...]],
) -> dict[str, tuple[str, ...]]:
    joined = {
        key: tuple(
            label
            for label in _joined(ours.get(key, ()), more.get(key, ()))
            if label not in removed.get(key, ())
        )
        for key in (*ours, *(more.keys() - ours.keys()))
    }
    return {key: labels for key, labels in joined.items() if labels}


def _joined(ours: tuple[str, ...], more: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*ours, *more)))


def _all_labels(known: Concept, language: str) -> tuple[str, ...]:
    others = (label for kind in ("abbreviation", "asked") for label in known.labels(kind, language))
    return (*known.words(language), *others)


def _without(each: Concept, omitted: Set[str]) -> Concept:
    met = (part for meeting in each.meetings() for part in meeting)
    if omitted.isdisjoint((*met, *each.concerns, *each.broader, *each.related)):
        return each
    kept = zip(each.together, each.meetings(), strict=True)
    together = tuple(written for written, meeting in kept if omitted.isdisjoint(meeting))
    concerns, broader, related = (
        tuple(other for other in others if other not in omitted)
        for others in (each.concerns, each.broader, each.related)
    )
    return replace(each, together=together, concerns=concerns, broader=broader, related=related)


def _known(read: Tables, found: Concepts, name: str, key: str) -> None:
    if name not in found:
        problem = Message(
            'there is no concept "{id}" of ours, so "{key}" means nothing; "kb topics tree" lists them.',
            {"id": name, "key": key},
        )
        read.refuse(problem, name, key)


def _related_both_ways(found: dict[str, Concept], read: Tables) -> dict[str, Concept]:
    """What one concept of the file says of another, the other says too, and the other way round."""
    for name, table in read.tables.items():
        for other in table.get("related", ()) if name in found else ():
            found[other] = replace(found[other], related=_joined(found[other].related, (name,)))
    for name in read.tables.keys() & found.keys():
        others = [each.id for each in found.values() if name in each.related]
        found[name] = replace(found[name], related=_joined(found[name].related, others))
    return found


def _check_references(read: Tables, found: Concepts) -> None:
    """That what the file's concepts refer to is there, and none stands above itself."""
    for name, table in read.tables.items():
        for key in ("together", "concerns", "broader", "related"):
            others = table.get(key, ())
            if key == "together":
                others = [part for meeting in found[name].meetings() for part in meeting] if others else ()
            for other in others:
                if other not in found:
                    problem = Message(
                        '"{other}" under {key} is no concept; mend the name ("kb topics tree" lists '
                        "them) or add a concept [{other}].",
                        {"other": other, "key": key},
                    )
                    read.refuse(problem, name, key)
        if name in found and _stands_above_itself(found, name):
            problem = Message(
                '"{id}" stands above itself by its broader concepts; take one of them away.', {"id": name}
            )
            read.refuse(problem, name, "broader")


def _stands_above_itself(found: Concepts, name: str) -> bool:
    seen: set[str] = set()
    pending = list(found[name].broader)
    while pending:
        above = pending.pop()
        if above == name:
            return True
        if above in found and above not in seen:
            seen.add(above)
            pending += found[above].broader
    return False
