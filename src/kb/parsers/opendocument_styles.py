"""What the styles and lists of an OpenDocument text say of a paragraph (OASIS ODF 1.3, parts 16 and 19).

A paragraph names an automatic style of its own, that one a style that people see; what a style does
not say, the one it is based on does. Lists are counted from one ``text:list`` to the next only where
the file says that the next goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from kb.parsers.labels import LEVELS, LONGEST_PATTERN, Level, whole
from kb.parsers.xml_trees import child, children

_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_USES = {
    "title": "title", "subtitle": "", "author": "", "date": "",
    "quotations": "quote", "quote": "quote", "intense quote": "quote",
    "preformatted text": "preformatted", "source code": "preformatted",
}  # fmt: skip
_CONTENTS = re.compile(r"(?:contents|toc|user index|illustration index|table index|index) (?:[0-9]|heading)")
_SIZE = re.compile(r"(?P<number>[0-9]{1,4}(?:\.[0-9]{1,3})?)(?P<unit>pt|%)")
_RAISED = re.compile(r"super|[1-9][0-9.]*%")
_BOLD = frozenset(("bold", "600", "700", "800", "900"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What a style says, with all that it takes from those it is based on."""

    use: str = ""  # title, quote, preformatted, contents, where its name tells
    list: str | None = None  # "": expressly none
    bold: bool = False
    hidden: bool = False
    capitals: bool = False
    raised: bool = False
    size: float = 0.0
    new_page: bool = False
    page_after: bool = False


class Styles:
    """The styles and list styles of a document."""

    def __init__(self, roots: Iterable[Element | None]) -> None:
        self._stated: dict[tuple[str, str], Element] = {}
        self._known: dict[tuple[str, str], Style] = {}
        self.lists: dict[str, dict[int, Level]] = {}
        self.outline: dict[int, Level] = {}
        for root in roots:
            for kind in ("office:styles", "office:automatic-styles"):
                for each in child(root, kind) or ():
                    self._add(each)

    def _add(self, stated: Element) -> None:
        name = stated.get("style:name", "")
        if stated.tag == "style:style":
            self._stated.setdefault((stated.get("style:family", ""), name), stated)
        elif stated.tag == "text:list-style":
            self.lists.setdefault(name, _levels(stated))
        elif stated.tag == "text:outline-style":
            self.outline = _levels(stated)

    def style(self, family: str, name: str | None) -> Style:
        """A style and what it is based on."""
        chain: list[tuple[str, str]] = []
        key = (family, name or "")
        while key in self._stated and key not in self._known and len(chain) <= len(self._stated):
            chain.append(key)
            key = (family, self._stated[key].get("style:parent-style-name", ""))
        style = self._known.get(key, Style())
        for each in reversed(chain):
            style = self._known[each] = _derived(self._stated[each], style)
        return style


def _derived(stated: Element, base: Style) -> Style:
    name = stated.get("style:display-name") or stated.get("style:name", "").replace("_20_", " ")
    name = name.casefold()
    use = "contents" if _CONTENTS.match(name) else _USES.get(name, base.use)
    text, paragraph = child(stated, "style:text-properties"), child(stated, "style:paragraph-properties")
    style = replace(
        base,
        use="" if name.startswith("heading") else use,
        list=stated.get("style:list-style-name", base.list),
        new_page=bool(stated.get("style:master-page-name")) or _breaks(paragraph, "fo:break-before"),
        page_after=_breaks(paragraph, "fo:break-after"),
    )
    return style if text is None else _characters(text, style)


def _characters(text: Element, base: Style) -> Style:
    weight, display = text.get("fo:font-weight"), text.get("text:display")
    transform, position = text.get("fo:text-transform"), text.get("style:text-position")
    return replace(
        base,
        bold=base.bold if weight is None else weight in _BOLD,
        hidden=base.hidden if display is None else display == "none",
        capitals=base.capitals if transform is None else transform == "uppercase",
        raised=base.raised if position is None else _RAISED.match(position) is not None,
        size=_size(text.get("fo:font-size"), base.size),
    )


def _breaks(properties: Element | None, name: str) -> bool:
    return properties is not None and properties.get(name) == "page"


def _size(stated: str | None, inherited: float) -> float:
    found = _SIZE.fullmatch(stated or "")
    if found is None:
        return inherited
    number = float(found["number"])
    return number if found["unit"] == "pt" else inherited * number / 100


def _levels(style: Element) -> dict[int, Level]:
    levels = {}
    for each in style:
        depth = whole(each.get("text:level"), 1) - 1
        if 0 <= depth < LEVELS:
            levels[depth] = _level(each, depth)
    return levels


def _level(stated: Element, depth: int) -> Level:
    if stated.tag not in ("text:list-level-style-number", "text:outline-level-style"):
        return Level(form="bullet")
    form = _FORMS.get(stated.get("style:num-format", ""), "none")
    shown = min(max(whole(stated.get("text:display-levels"), 1), 1), depth + 1)
    pattern = stated.get("loext:num-list-format")
    if pattern is None:
        places = ".".join(f"%{place}" for place in range(depth + 2 - shown, depth + 2))
        pattern = f"{stated.get('style:num-prefix', '')}{places}{stated.get('style:num-suffix', '')}"
    return Level(
        form=form,
        pattern="" if form == "none" else pattern[:LONGEST_PATTERN],
        start=whole(stated.get("text:start-value"), 1),
    )


def stated_title(meta: Element | None) -> str | None:
    """The title in ``meta.xml``."""
    title = next(iter(children(child(meta, "office:meta"), "dc:title")), None)
    return title.text if title is not None else None
