"""How many letters the text of a Word file has, counted without the rules by which it is read."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from kb.parsers.word.controls import is_placeholder
from kb.parsers.word.styles import Styles, is_on_value, value
from kb.parsers.xml_trees import child, letters_in

_TEXTS = ("w:t", "m:t")
_NOT_SHOWN = frozenset(("w:del", "w:moveFrom", "mc:Fallback", "w:rt", "w:cellDel"))


def letters(parts: Iterable[Element], styles: Styles) -> int:
    """The letters that print in parts of the file, without paragraphs that lead to another."""

    def enters(element: Element) -> bool:
        if element.tag == "w:p":
            return not _is_contents(element, styles)
        if element.tag == "w:r":
            hidden = child(element, "w:rPr", "w:vanish")
            return hidden is None or not is_on_value(hidden.get("w:val", "1"))
        if element.tag == "w:sdt":
            return not is_placeholder(element, styles)
        return element.tag not in _NOT_SHOWN

    return sum(letters_in(each, enters, _TEXTS) for each in parts)


def _is_contents(paragraph: Element, styles: Styles) -> bool:
    style = styles.paragraph(value(child(paragraph, "w:pPr", "w:pStyle")))
    if style.use == "contents" or style.hidden:
        return True
    links = any(each.get("w:anchor") for each in paragraph.iter("w:hyperlink"))
    return links or any("PAGEREF" in (each.text or "") for each in paragraph.iter("w:instrText"))
