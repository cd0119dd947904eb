"""How lists of a page count: in numbers, letters or Roman numerals, from where and in which steps."""

from __future__ import annotations

import re

from bs4.element import Tag

from kb.parsers.html import tree
from kb.parsers.labels import formatted

_LIST_STYLE = re.compile(r"list-style(?:-type)?:(?P<style>[a-z-]{4,20})")
_LIST_STYLES = {
    "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A", "lower-roman": "i",
    "upper-roman": "I", "decimal": "1", "none": "none",
}  # fmt: skip
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_LETTERS = 26  # what browsers show behind z is not what word processors do


def begun(tag: Tag) -> tuple[str, int, int]:
    """How an open list counts: its kind, its first number, and the step."""
    if tag.name == "ul":
        return "ul", 0, 0
    styled = _LIST_STYLE.search(tree.style(tag))
    kind = str(tag.get("type") or (_LIST_STYLES.get(styled["style"]) if styled else None) or "1")
    reverse = tag.has_attr("reversed")
    items = sum(1 for each in tag.children if isinstance(each, Tag) and each.name == "li") if reverse else 1
    return kind, number(tag.get("start"), items), -1 if reverse else 1


def counted(number: int, kind: str) -> str:
    """A number of an ordered list as it shows: ``type="a"`` counts in letters, ``"i"`` in Roman ones.

    >>> [counted(number, "i") for number in (4, 44)], [counted(number, "A") for number in (0, 2, 27)]
    (['iv', 'xliv'], ['0', 'B', '27'])
    """
    lettered = kind in ("a", "A")
    return str(number) if lettered and number > _LETTERS else formatted(number, _FORMS.get(kind, "decimal"))


def number(value: object, default: int) -> int:
    """A number that an element states, or the one that is due."""
    return int(value) if isinstance(value, str) and value.isdecimal() and len(value) < 6 else default
