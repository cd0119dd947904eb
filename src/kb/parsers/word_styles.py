"""What Word's styles and lists say of a paragraph (ECMA-376, part 1, 17.7 and 17.9).

A style takes from the one it is based on what it does not say itself. A paragraph is counted in an
abstract list; the lists that refer to it share its numbers, and one that gives a first number of its
own begins there when it is first used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from kb.parsers.labels import LEVELS, LONGEST_PATTERN, Counts, Label, Level, whole
from kb.parsers.packages import child, children

_PLACE = re.compile(r"%[1-9]")
_OFF = ("0", "false", "off")
_HEADING = re.compile(r"(?:heading|t[ií]tulo|encabezado)\s*(?P<level>[1-9])(?![0-9])", re.IGNORECASE)
_NAMES = {
    "title": "title", "título": "title", "titulo": "title", "puesto": "title",
    "subtitle": "", "subtítulo": "", "author": "", "autor": "", "date": "", "fecha": "",
    "quote": "quote", "intense quote": "quote", "block text": "quote", "quotations": "quote",
    "cita": "quote", "cita destacada": "quote",
    "html preformatted": "preformatted", "preformatted text": "preformatted",
    "source code": "preformatted",
    "toc heading": "contents", "table of figures": "contents", "table of authorities": "contents",
}  # fmt: skip
_CONTENTS = re.compile(r"(?:toc|contents|tdc|index)\s*(?:[1-9]|heading)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What a style says, with all that it takes from those it is based on."""

    use: str = ""  # title, quote, preformatted, contents, where its name tells
    outline: int = 0
    list: str | None = None
    depth: int | None = None
    bold: bool = False
    hidden: bool = False
    capitals: bool = False
    size: float = 0.0


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Element | None) -> None:
        self._stated: dict[str, Element] = {}
        self._default: str | None = None
        for each in children(root, "w:style"):
            name = each.get("w:styleId", "")
            self._stated[name] = each
            if each.get("w:type") == "paragraph" and is_on_value(each.get("w:default", "0")):
                self._default = name
        base = characters(child(root, "w:docDefaults", "w:rPrDefault", "w:rPr"), Style())
        self._known: dict[str, Style] = {"": base}

    def paragraph(self, name: str | None) -> Style:
        """The style of a paragraph that names it, or names none."""
        return self.style(name if name in self._stated else self._default)

    def style(self, name: str | None) -> Style:
        """A style and what it is based on."""
        chain: list[str] = []
        while name and name in self._stated and name not in self._known and name not in chain[-1:]:
            if len(chain) > len(self._stated):
                break  # they are based on each other
            chain.append(name)
            based = child(self._stated[name], "w:basedOn")
            name = based.get("w:val") if based is not None else None
        style = self._known.get(name or "", self._known[""])
        for each in reversed(chain):
            style = self._known[each] = _derived(self._stated[each], style)
        return style

    def list_of(self, name: str) -> str | None:
        """The list that a style of lists stands for."""
        number = child(self._stated.get(name), "w:pPr", "w:numPr", "w:numId")
        return number.get("w:val") if number is not None else None


def _derived(stated: Element, base: Style) -> Style:
    name = value(child(stated, "w:name")) or ""
    properties = child(stated, "w:pPr")
    numbers = child(properties, "w:numPr")
    outline = outline_level(properties)
    named = _HEADING.match(name)
    if outline is None:
        outline = int(named["level"]) if named else base.outline
    use = "contents" if _CONTENTS.match(name) else _NAMES.get(name.casefold(), base.use)
    style = replace(
        base,
        use="" if named else use,
        outline=outline,
        list=value(child(numbers, "w:numId")) or base.list,
        depth=whole(value(child(numbers, "w:ilvl"))) if child(numbers, "w:ilvl") is not None else base.depth,
    )
    return characters(child(stated, "w:rPr"), style)


def characters(properties: Element | None, base: Style) -> Style:
    """A style with the properties of characters that are stated above it."""
    if properties is None or not len(properties):
        return base
    size = whole(value(child(properties, "w:sz"))) / 2
    return replace(
        base,
        bold=_switch(properties, "w:b", inherited=base.bold),
        hidden=_switch(properties, "w:vanish", inherited=base.hidden),
        capitals=_switch(properties, "w:caps", inherited=base.capitals),
        size=size or base.size,
    )


def outline_level(properties: Element | None) -> int | None:
    """The outline level that properties of a paragraph state: 1 to 9, 0 for body text, else None."""
    stated = value(child(properties, "w:outlineLvl"))
    if stated is None:
        return None
    level = whole(stated, 9) + 1
    return level if 1 <= level <= 9 else 0


def value(element: Element | None) -> str | None:
    """``w:val`` of an element."""
    return None if element is None else element.get("w:val")


def is_on_value(stated: str) -> bool:
    """Whether a switch's value means on."""
    return stated.lower() not in _OFF


def _switch(properties: Element, name: str, *, inherited: bool) -> bool:
    stated = child(properties, name)
    return inherited if stated is None else is_on_value(stated.get("w:val", "1"))


# Lists -------------------------------------------------------------------------------------


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
