"""Lists and tables that a text ends with: short entries, as menus have, and yet of the text.

Nothing in the entries themselves tells "Registration, Interview, Return" from "Agenda, Gallery, Contact".
What does is where they stand: a line that ends in a colon or a heading leads to them, or they are beside
the paragraphs of the text and have an order, terms, or figures. Links, buttons and what stands under the
heading of other stories are menus in any place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from bs4.element import PageElement, Tag

from kb.parsers.html import lines, tables, tree, visitors
from kb.parsers.html.weights import Weights
from kb.text.folding import squeeze

_LISTS = frozenset(("ul", "ol", "dl", "table"))
_ENTRIES = frozenset("li dt dd tr td th tbody thead tfoot caption".split())
_ROLES_OF_MENUS = frozenset(("menu", "menubar", "tablist", "toolbar", "listbox"))
_STATED = frozenset(("article", "main"))
_PROSE = 60  # characters in the section before one
_SOURCE = 150  # characters of what stands below a table with a caption
_WRAPPERS = 6  # elements around one that hold nothing else
_NODES_BEFORE = 200  # nodes in which the line before a list is looked for
_LONGEST_HEADING = 120  # characters
_BOLD = frozenset(("b", "strong"))


class Endings:
    """What belongs to the text of a page, of the lists and tables behind its last paragraph."""

    def __init__(self, weights: Weights, root: Tag, prose: Callable[[Tag], int]) -> None:
        self._weights = weights
        self._root = root
        self._prose = prose

    def holds(self, tag: Tag) -> bool:
        """Whether an element is, holds, or is part of a list or table that belongs to the text."""
        around = tag
        while around.name in _ENTRIES and around.parent is not None:
            around = around.parent
        if around is not tag and around.name in _LISTS:
            return self._belongs(around)
        if tag.name in _LISTS:
            return self._belongs(tag)
        return self.is_announced(tag) or any(map(self._belongs, tree.named(tag, _LISTS)))

    def is_announced(self, tag: Tag) -> bool:
        """Whether a line of the text that ends in a colon stands right before an element with entries."""
        line = self._line_over(tag)
        if line is None or not tree.text_of(line).endswith(":"):
            return False
        return self._is_beside_paragraphs(line) or self._is_beside_paragraphs(self._box(tag, line))

    def continue_in(self, tag: Tag) -> bool:
        """Whether an element is a section like the one before it, of prose, and holds a list of text."""
        return self._continues(tag) and self.holds(tag)

    def _belongs(self, listed: Tag) -> bool:
        line = self._line_over(listed)
        if line is None:
            return False
        if self.is_announced(listed):
            return True
        box = self._box(listed)
        if lines.is_figure_caption(tree.text_of(line)):
            box = self._box(listed, line, more=_SOURCE)
        elif _is_heading(line):
            wider = self._box(listed, line)
            box = wider if wider.name == "section" or self._continues(wider) else box
        return self._is_beside_paragraphs(box) and (_is_heading(line) or self._is_telling(listed))

    def _line_over(self, listed: Tag) -> Tag | None:
        """The block before a list, if neither it nor the entries are what menus, buttons or stories say."""
        weight = self._weights[listed]
        if not weight.text or weight.linked * 2 > weight.text or tree.roles(listed) & _ROLES_OF_MENUS:
            return None
        said = [_is_talk(run) for run in _runs(listed)]
        line = _block_before(listed) if sum(said) * 3 < len(said) else None
        return None if line is None or _is_talk(tree.text_of(line).rstrip(" :")) else line

    def _is_telling(self, listed: Tag) -> bool:
        """Whether a list has numbers, terms or figures, as no menu has, or is in what is stated as text."""
        if listed.name == "ol" or (listed.name == "dl" and any(tree.named(listed, ("dd",)))):
            return True
        if listed.name == "table":
            return tables.tells(listed)
        return any(above.name in _STATED for above in listed.parents)

    def _box(self, listed: Tag, line: Tag | None = None, more: int = 0) -> Tag:
        """The outermost of the elements that hold a list, or it and the line over it, and hardly more."""
        box, length = listed, self._weights[listed].text
        both = length + (self._weights[line].text if line is not None else 0)
        for above in islice(listed.parents, _WRAPPERS):
            held = self._weights[above].text
            if above is self._root or not (held == length or both <= held <= both + more):
                break
            box = above
        return box

    def _continues(self, tag: Tag) -> bool:
        """Whether an element is a section like the one before it, which holds prose."""
        before = next((each for each in tag.previous_siblings if isinstance(each, Tag)), None)
        if before is None or before.name != tag.name or tag.get("class") != before.get("class"):
            return False
        alike = tag.name == "section" or (tag.name == "div" and bool(_headings(tag) & _headings(before)))
        return alike and self._prose(before) >= _PROSE

    def _is_beside_paragraphs(self, tag: Tag) -> bool:
        """Whether an element stands beside two paragraphs, or beside one where most of the prose is."""
        around = tag.parent
        if around is None:
            return False
        if self._continues(tag):
            return True
        beside = self._weights.paragraphs_in(around)
        return beside > 1 or (beside == 1 and self._prose(around) * 2 >= self._prose(self._root))


def _runs(tag: Tag) -> Iterator[str]:
    for each in tag.descendants:
        if tree.is_shown(each) and any(map(str.isalnum, str(each))):
            yield squeeze(str(each))


def _is_talk(line: str) -> bool:
    said = (lines.is_button, lines.heads_others, lines.is_of_a_menu, visitors.is_talk)
    return any(says(line) for says in said)


def _block_before(tag: Tag) -> Tag | None:
    """The block that the last text before an element stands in."""
    before: PageElement | None = tag
    for _ in range(_NODES_BEFORE):
        before = before.previous_element if before is not None else None
        if before is None:
            return None
        if tree.is_shown(before) and str(before).strip():
            here = before.parent
            while here is not None and here.name not in tree.BLOCKS:
                here = here.parent
            return here
    return None


def _headings(tag: Tag) -> set[str]:
    return {each.name for each in tag.children if isinstance(each, Tag) and each.name in tree.HEADINGS}


def _is_heading(line: Tag) -> bool:
    """Whether a block is a heading, or a line that is all bold."""
    inner = [each for each in line.contents if str(each).strip()]
    bold = len(inner) == 1 and isinstance(inner[0], Tag) and inner[0].name in _BOLD
    return line.name in tree.HEADINGS or (
        line.name == "p" and bold and len(tree.text_of(line)) <= _LONGEST_HEADING
    )
