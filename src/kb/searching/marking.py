"""What to mark in each document of an answer: not every part of a question counts in all of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from kb.library import Library
from kb.query.matching import Marker
from kb.query.tree import Node, Query, bound, leaves


def markers(library: Library, tree: Node | None, ids: Collection[str]) -> Mapping[str, Marker]:
    """For each document what it is to be marked with."""
    everywhere = dict.fromkeys(leaves(tree))
    wheres = dict.fromkeys(each.where for each in bound(tree))
    holders = {where: library.engine.among(ids, Query(tree=where)) for where in wheres}
    parts = [(each.part, holders[each.where]) for each in bound(tree)]
    made: dict[tuple[bool, ...], Marker] = {}
    found: dict[str, Marker] = {}
    for id in ids:
        counting = tuple(id in counts for _, counts in parts)
        if counting not in made:
            more = [
                leaf
                for (part, _), counts in zip(parts, counting, strict=True)
                if counts
                for leaf in leaves(part)
            ]
            made[counting] = Marker(everywhere | dict.fromkeys(more))
        found[id] = made[counting]
    return found
