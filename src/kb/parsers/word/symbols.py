"""Characters of Word's picture fonts that stand for something in a text; the others are ornaments."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from kb.parsers.xml_trees import child

_SIGNS = {
    "symbol": {
        0xB7: "•", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xA3: "≤", 0xB9: "≠", 0xAE: "→", 0xA7: "♣", 0x2D: "−",
    },
    "wingdings": {
        0xFC: "✓", 0xFB: "✗", 0xA8: "☐", 0xFE: "☑", 0xFD: "☒", 0xE0: "→", 0x6F: "☐", 0x28: "☎", 0x2A: "✉",
    },
}  # fmt: skip
_PRIVATE = re.compile("[\uf020-\uf0ff]")  # where the characters of picture fonts stand as text


def symbol(font: str, code: str) -> str:
    """The character that a font has at a hexadecimal code; nothing for an ornament.

    >>> symbol("Wingdings", "F0FC"), symbol("Wingdings 2", "F050"), symbol("Arial", "00E9")
    ('✓', '', 'é')
    """
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    signs = next((signs for name, signs in _SIGNS.items() if font.casefold().startswith(name)), None)
    if signs is not None:
        return signs.get(number & 0xFF, "")
    return chr(number) if 0x20 <= number < 0xD800 else ""


def with_signs(text: str, properties: Element | None) -> str:
    """A text whose characters of picture fonts are what they stand for; ``properties`` are of its run."""
    if not _PRIVATE.search(text):
        return text
    fonts = child(properties, "w:rFonts")
    font = (fonts.get("w:ascii") or fonts.get("w:hAnsi") or "") if fonts is not None else ""
    known = next((each for each in _SIGNS if font.casefold().startswith(each)), "symbol")
    return _PRIVATE.sub(lambda found: symbol(known, f"{ord(found[0]):x}"), text)
