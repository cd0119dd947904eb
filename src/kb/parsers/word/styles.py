"""What Word's styles say of a paragraph (ECMA-376, part 1, 17.7).

A style takes from the one it is based on what it does not say itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from kb.parsers.labels import whole
from kb.parsers.word_names import heading_level
from kb.parsers.xml_trees import child, children

_OFF = ("0", "false", "off")
_NAMES = {
    "title": "title", "título": "title", "titulo": "title", "puesto": "title",
    "subtitle": "", "subtítulo": "", "author": "", "autor": "", "date": "", "fecha": "",
    "quote": "quote", "intense quote": "quote", "block text": "quote", "quotations": "quote",
    "cita": "quote", "cita destacada": "quote",
    "html preformatted": "preformatted", "preformatted text": "preformatted",
    "source code": "preformatted",
    "placeholder text": "placeholder",
    "toc heading": "contents", "table of figures": "contents", "table of authorities": "contents",
}  # fmt: skip
_CONTENTS = re.compile(r"(?:toc|contents|tdc|index)\s*(?:[1-9]|heading)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What a style says, with all that it takes from those it is based on."""

    use: str = ""  # title, quote, preformatted, contents, placeholder, where its name tells
    outline: int = 0
    list: str | None = None
    depth: int | None = None
    bold: bool = False
    hidden: bool = False
    capitals: bool = False
    raised: bool = False
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
    named = heading_level(name)
    if outline is None:
        outline = named or base.outline
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
    raised = value(child(properties, "w:vertAlign"))
    return replace(
        base,
        bold=_switch(properties, "w:b", inherited=base.bold),
        hidden=_switch(properties, "w:vanish", inherited=base.hidden),
        capitals=_switch(properties, "w:caps", inherited=base.capitals),
        raised=base.raised if raised is None else raised == "superscript",
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
