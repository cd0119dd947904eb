"""The footnotes and endnotes of a Word document, and how their marks are counted (ECMA-376, 17.11).

A note is told once, where it is first referred to.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from kb.parsers.labels import formatted, whole
from kb.parsers.word.styles import value
from kb.parsers.xml_trees import child, children

_USUAL = {"footnote": "decimal", "endnote": "lowerRoman"}
_NO_NOTES = ("separator", "continuationSeparator", "continuationNotice")


@dataclass(slots=True)
class Notes:
    """The texts of one kind by their ids, the form of their marks, and how many were counted."""

    texts: dict[str, str]
    form: str
    number: int = 0

    def told(self, name: str) -> str:
        """The text of a note, which is not told again."""
        return self.texts.pop(name, "")

    def mark(self) -> str:
        """The mark of the next note."""
        self.number += 1
        return formatted(self.number, self.form)


def notes(parts: Mapping[str, Element], body: Element, text_of: Callable[[Element], str]) -> dict[str, Notes]:
    """The footnotes and endnotes; ``parts`` are those of the package by what they are."""
    return {kind: _notes(kind, parts, body, text_of) for kind in _USUAL}


def _notes(
    kind: str, parts: Mapping[str, Element], body: Element, text_of: Callable[[Element], str]
) -> Notes:
    stated = [
        child(body, "w:sectPr", f"w:{kind}Pr"),
        child(parts.get("settings"), f"w:{kind}Pr"),
    ]
    forms = (value(child(each, "w:numFmt")) for each in stated)
    start = max(whole(value(child(each, "w:numStart")), 1) for each in stated)
    texts = {
        each.get("w:id", ""): text_of(each)
        for each in children(parts.get(f"{kind}s"), f"w:{kind}")
        if each.get("w:type") not in _NO_NOTES
    }
    return Notes(texts, next(filter(None, forms), _USUAL[kind]), start - 1)
