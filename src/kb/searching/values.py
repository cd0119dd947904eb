"""The values of fields that no document has or that nobody knows: a field that finds nothing says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kb import places
from kb.library import Library
from kb.messages import Message, Named
from kb.query.fields import CALLED, Fields
from kb.query.tree import All, Any, Filter, Node, Phrase, Query, Should, Word
from kb.query.wording import shortened
from kb.thesaurus import LANGUAGES, label_stems, names

_MOST_NEAR = 4


def unheld(library: Library, fields: Fields, typed: Query) -> Iterator[Message]:
    """A notice for each value in a parsed question that no document has, or that is near to known ones."""
    for condition in dict.fromkeys((*typed.filters, *_conditions(typed.tree))):
        node, _ = fields.resolved(condition)
        value = shortened(" ".join(condition.values))
        if isinstance(node, Word | Phrase):  # what means nothing is searched as words, and told
            if near := _near(library, condition):
                yield Message('Near "{value}" are: {names}.', {"value": value, "names": near})
        elif not library.engine.count(Query(tree=node)):
            yield Message(
                'In no document: {field} "{value}".', {"field": CALLED[condition.field], "value": value}
            )


def called(library: Library, field: str) -> Mapping[str, Mapping[str, Sequence[str]]]:
    """The values that a field knows, each with its names by language, the one we print first."""
    if field == "country":
        return {
            code: {spoken: (each.name[spoken], *each.other.get(spoken, ())) for spoken in LANGUAGES}
            for code, each in places.countries().items()
        }
    if field in ("topic", "group"):
        return {
            each.id: {
                spoken: (each.preferred[spoken], *each.labels("alternative", spoken)) for spoken in LANGUAGES
            }
            for each in library.thesaurus.concepts.values()
            if getattr(each, field)
        }
    table = {"kind": names.KINDS, "language": names.LANGUAGES}.get(field, {})
    return {value: {"en": (english,), "es": (spanish,)} for value, (english, spanish) in table.items()}


def _near(library: Library, condition: Filter) -> Named | None:
    """The values whose names share the most words with one that nobody knows; of a kind otherwise all."""
    typed = " ".join(condition.values)
    known = called(library, condition.field)
    shared = {value: share for value, named in known.items() if any(share := _shared(typed, named))}
    near = [value for value in shared if shared[value] == max(shared.values())]
    if len(near) > _MOST_NEAR:  # what so many share says nothing
        near = []
    if not near and condition.field == "kind":
        near = list(known)
    if not near:
        return None
    return Named({spoken: ", ".join(known[value][spoken][0] for value in near) for spoken in LANGUAGES})


def _shared(typed: str, named: Mapping[str, Sequence[str]]) -> tuple[int, int]:
    """How many stems of the typed words the name has that has most of them, and the first name."""
    rows = {
        spoken: [len({*label_stems(typed, spoken)} & {*label_stems(name, spoken)}) for name in named[spoken]]
        for spoken in LANGUAGES
    }
    return max(max(row) for row in rows.values()), max(row[0] for row in rows.values())


def _conditions(node: Node | None) -> Iterator[Filter]:
    """The conditions among the clauses of a question; what is left out may well be nowhere."""
    match node:
        case Filter():
            yield node
        case All(parts) | Any(parts):
            for part in parts:
                yield from _conditions(part)
        case Should(part):
            yield from _conditions(part)
        case _:
            return
