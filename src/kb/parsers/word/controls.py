"""What a content control of Word holds: a building block of the page, or words that wait to be replaced.

Programs that fill in a form often leave the mark of a placeholder standing; so the words have to look like
one.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from kb.parsers.word.styles import Styles, value
from kb.parsers.xml_trees import child

CONTENTS, PAGE_NUMBERS = "table of contents", "page numbers"  # building blocks
_ASKS = re.compile(
    r"\s*(?:\[[^\[\]]{0,200}\]|(?:(?:click|tap)\b|choose an|enter (?:text|a date)|(?:haga|hacer) clic|pulse"
    r"|elija un|escriba (?:aqu[ií]|texto))[^\n]{0,200})\s*\Z",
    re.IGNORECASE,
)
_LONGEST, _MOST_RUNS = 300, 50  # characters and runs of a placeholder


def gallery(control: Element) -> str | None:
    """Which of the building blocks that are no text of the document a control holds."""
    stated = value(child(control, "w:sdtPr", "w:docPartObj", "w:docPartGallery")) or ""
    return next((each for each in (CONTENTS, PAGE_NUMBERS) if stated.casefold().startswith(each)), None)


def is_placeholder(control: Element, styles: Styles) -> bool:
    """Whether a control shows what should be entered, such as "Click here to enter text"."""
    if child(control, "w:sdtPr", "w:showingPlcHdr") is None:
        return False
    text = ""
    styled = True
    for number, run in enumerate(control.iter("w:r")):
        written = "".join(each.text or "" for each in run.iter("w:t"))
        text += written
        style = styles.style(value(child(run, "w:rPr", "w:rStyle")))
        styled = styled and (style.use == "placeholder" or not written.strip())
        if len(text) > _LONGEST or number > _MOST_RUNS:
            return False
    return styled or _ASKS.match(text) is not None
