"""Word's lists, and how far each has been counted (ECMA-376, part 1, 17.9).

A paragraph is counted in an abstract list; the lists that refer to it share its numbers, and one that
gives a first number of its own begins there when it is first used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from kb.parsers.labels import LEVELS, LONGEST_PATTERN, Counts, Label, Level, whole
from kb.parsers.word.styles import Styles, is_on_value, value
from kb.parsers.xml_trees import child, children

_PLACE = re.compile(r"%[1-9]")


@dataclass(slots=True)
class _List:
    """One ``w:num``: which abstract list it counts in, its levels, and where it begins anew."""

    abstract: str
    levels: dict[int, Level]
    styled: dict[str, int]  # the style of a paragraph -> its level
    anew: dict[int, int] = field(default_factory=dict)  # the level -> its first number, until it is used


class Numbering:
    """The lists of a document, and how far each has been counted."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract = {each.get("w:abstractNumId", ""): each for each in children(root, "w:abstractNum")}
        self._stated = {each.get("w:numId", ""): each for each in children(root, "w:num")}
        self._levels: dict[str, tuple[dict[int, Level], dict[str, int]]] = {}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, Counts] = {}

    def label(self, number: str | None, depth: int | None, style: str | None) -> Label | None:
        """Count a paragraph of a list, and the label that is printed before it."""
        found = self._list(number or "")
        if found is None:
            return None
        if depth is None:
            depth = found.styled.get(style or "", 0)
        depth = min(max(depth, 0), LEVELS - 1)
        counts = self._counts.setdefault(found.abstract, Counts())
        counts.count(depth, found.levels, anew=found.anew.pop(depth, None))
        level = found.levels.get(depth)
        if level is None:
            return None
        shared = found.levels is self._levels[found.abstract][0]
        name = found.abstract if shared else f"{found.abstract}/{number}"
        parts = len(set(_PLACE.findall(level.pattern)))
        return Label(counts.printed(depth, found.levels), level.form, depth, name, parts)

    def _list(self, number: str) -> _List | None:
        if number not in self._lists:
            stated = self._stated.get(number)
            self._lists[number] = None if stated is None else self._made(stated)
        return self._lists[number]

    def _made(self, stated: Element) -> _List | None:
        abstract = self._followed(value(child(stated, "w:abstractNumId")) or "")
        if abstract is None:
            return None
        if abstract not in self._levels:
            self._levels[abstract] = _levels(self._abstract[abstract])
        levels, styled = self._levels[abstract]
        made = _List(abstract, levels, styled)
        for override in children(stated, "w:lvlOverride"):
            depth = whole(override.get("w:ilvl"))
            other = child(override, "w:lvl")
            if other is not None:
                made.levels = made.levels | {depth: _level(other)}
            start = child(override, "w:startOverride")
            if start is not None:
                made.levels = dict(made.levels)  # a list of its own, that begins somewhere
                made.anew[depth] = whole(value(start), 1)
        return made

    def _followed(self, abstract: str) -> str | None:
        """The abstract list itself, or the one that its list style stands for."""
        if abstract not in self._abstract:
            return None
        linked = value(child(self._abstract[abstract], "w:numStyleLink"))
        if not linked:
            return abstract
        stated = self._stated.get(self._styles.list_of(linked) or "")
        target = value(child(stated, "w:abstractNumId"))
        return target if target in self._abstract else abstract


def _levels(abstract: Element) -> tuple[dict[int, Level], dict[str, int]]:
    levels: dict[int, Level] = {}
    styled: dict[str, int] = {}
    for each in children(abstract, "w:lvl"):
        depth = whole(each.get("w:ilvl"))
        levels[depth] = _level(each)
        if style := value(child(each, "w:pStyle")):
            styled[style] = depth
    return levels, styled


def _level(stated: Element) -> Level:
    restart = value(child(stated, "w:lvlRestart"))
    legal = child(stated, "w:isLgl")
    return Level(
        form=value(child(stated, "w:numFmt")) or "decimal",
        pattern=(value(child(stated, "w:lvlText")) or "")[:LONGEST_PATTERN],
        start=whole(value(child(stated, "w:start"))),
        legal=legal is not None and is_on_value(legal.get("w:val", "1")),
        restart=None if restart is None else whole(restart),
    )
