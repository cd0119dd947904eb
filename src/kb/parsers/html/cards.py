"""Elements of a line that are shown in lines or columns of their own: cards of contacts, rows of figures."""

from __future__ import annotations

import re
from collections.abc import Callable

from bs4.element import NavigableString, Tag

from kb.parsers.html import tree

_INLINE = frozenset(("span", "strong", "b"))
_CARD_PARTS = _INLINE | {"a", "em", "i"}
_REACH = re.compile(r"[^\s@]{1,64}@[^\s@]{1,200}\.[a-zA-Z]{2,18}|[+(]?\d[\d ().-]{5,20}\d")
_FIGURE = re.compile(r"\d[\d.,]{0,14}[\d%]")
_LONGEST_CARD = 12  # elements
_SHORTEST_LINE = 4  # characters: "Mac" and "Donald" may be styled apart


def ends_line(tag: Tag, is_in_row: Callable[[Tag], bool]) -> bool:
    """Whether the next element begins a line of its own, though no space parts them.

    ``is_in_row`` says whether ``is_row`` holds of what the element is in.
    """
    after = tag.next_sibling
    if isinstance(after, NavigableString) and not after.strip():
        beside = _beside(tag)
        return _is_like(tag, beside) or (beside is not None and _is_like(beside, _beside(beside)))
    if tag.name not in _CARD_PARTS or not isinstance(after, Tag) or after.name not in _CARD_PARTS:
        return False
    before, behind = tree.brief(tag), tree.brief(after)
    if before and behind and _is_card(tag.parent):
        return True
    if not {tag.name, after.name} <= _INLINE:
        return False
    if _FIGURE.fullmatch(before) and _FIGURE.fullmatch(behind):
        return is_in_row(tag)
    if min(len(before), len(behind)) < _SHORTEST_LINE:
        return False
    return (before[-1].islower() or before[-1].isdigit()) and behind[0].isupper()


def _beside(tag: Tag) -> Tag | None:
    """The element behind another that no text parts from it."""
    after = tag.next_sibling
    if isinstance(after, NavigableString) and not after.strip():
        after = after.next_sibling
    return after if isinstance(after, Tag) else None


def _is_like(tag: Tag, other: Tag | None) -> bool:
    """Whether two elements are of one class and both reach somebody: a card each, whatever parts them."""
    if other is None or tag.name not in _CARD_PARTS or tag.name != other.name:
        return False
    alike = bool(tag.get("class")) and tag.get("class") == other.get("class")
    return alike and all(_reaches(tree.brief(each)) for each in (tag, other))


def _reaches(text: str) -> bool:
    """Whether a text is more than a number or address, and holds one."""
    return _REACH.fullmatch(text) is None and _REACH.search(text) is not None


def _is_card(parent: Tag | None) -> bool:
    """Whether an element has no text but in elements, and one of them is a whole address or number."""
    parts = parent.contents if parent else []
    if not 2 <= len(parts) <= _LONGEST_CARD:
        return False
    parts = [part for part in parts if str(part).strip() or isinstance(part, Tag)]
    apart = all(isinstance(part, Tag) for part in parts)
    return apart and any(_REACH.fullmatch(tree.brief(part)) for part in parts if isinstance(part, Tag))


def is_row(parent: Tag | None) -> bool:
    """Whether an element has no text but in elements, and no space parts them: "2018", "1.204" are cells."""
    parts = parent.contents if parent else []
    return all(isinstance(part, Tag) and part.name in _INLINE and _is_set_close(part) for part in parts)


def _is_set_close(part: Tag) -> bool:
    text = part.get_text()
    return 0 < len(text) == len(text.strip())
