"""Which paragraphs of a control for a table of contents are its lines; some programs put the text there, too.

The result of the field of a table of contents is left out wherever it stands (`fields`). So its control has
only the title before the field; what is behind it is text. A table without a field ends where something
is longer than a line, has a note or is a heading.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kb.parsers.word.styles import Styles, outline_level, value
from kb.parsers.xml_trees import child

_LONGEST_TITLE, _LONGEST_LINE = 80, 200  # characters


def lines(control: Element, styles: Styles, *, fields: bool) -> Iterator[Element]:
    """The paragraphs that are the title and lines of a table; ``fields``: whether fields can be told."""
    has_field = fields and any("TOC" in (code.text or "") for code in control.iter("w:instrText"))
    first = True
    for paragraph in control.iter("w:p"):
        text = "".join(each.text or "" for each in paragraph.iter("w:t"))
        begins = has_field and next(paragraph.iter("w:fldChar"), None) is not None
        if begins or _is_text(paragraph, text, styles, first=first, field=has_field):
            return
        first = first and not text.strip()
        yield paragraph


def _is_text(paragraph: Element, text: str, styles: Styles, *, first: bool, field: bool) -> bool:
    properties = child(paragraph, "w:pPr")
    outline = outline_level(properties) or styles.paragraph(value(child(properties, "w:pStyle"))).outline
    noted = next(paragraph.iter("w:footnoteReference"), None) is not None
    return noted or len(text) > (_LONGEST_TITLE if field else _LONGEST_LINE) or bool(outline and not first)
