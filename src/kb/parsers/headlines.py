"""Which line of a text is its title: every line near the top is weighed, and the heaviest wins.

No single sign tells a headline from the kicker, letterhead, slogan or salutation above it and from the
subhead or highlights below it. So each line is weighed by what it looks like (a heading, a verb, length,
a stop at its end), by its neighbours (a label above it, a headline above it, other letters than the
rest) and by how much of it the running text takes up again, which says it in other words.

The weights (kb.parsers.headline_signs) were fitted to five of six groups of releases at a time, of 800 in
all, and tried on the sixth, then rounded. What must stay true: a line that is a label, a date, a contact
or a salutation is never a title while any other line is left; a text that has nothing else is called by
its first words, a communiqué by its label.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.parsers.blocks import Block
from kb.parsers.divisions import division
from kb.parsers.front_lines import Front, Stated, stops
from kb.parsers.head_lines import LABELLED, LONGEST_SENTENCE, SUBJECT
from kb.parsers.headline_signs import signs, weight
from kb.text.folding import squeeze

_SHORTEST_TEXT = 90  # characters
_LONGEST_DIVISION = 120  # characters of its label and name
_LOWEST_OF_ALL = 3  # level: of modules, annexes and chapters, not of articles
_WIRE = re.compile(
    r"\((?=[A-ZÀ-ÖØ-Þ .]{0,30}[A-ZÀ-ÖØ-Þ]{2})[A-ZÀ-ÖØ-Þ .]{3,30}\)\s(?=\S)"
)  # "(ISTHMUS WIRE) ..."
# What a wire marks a new version of its story with: "UPDATE 1-", "CORRECTED:", "AMPLIACIÓN 2 -".
_VERSION = re.compile(
    r"(?:[(\[]?(?:UPDATED?|WRAPUP|CORRECT(?:ED|ION)|REFILE|RPT|WRITETHRU|EXCLUSIV[EA]|URGENTE?|BREAKING(?:\sNEWS)?"
    r"|ACTUALIZA(?:CI[OÓ]N|D[OA])?|AMPL(?:IACI[OÓ]N|ÍA|IA)|CORRIGE|CORRECCI[OÓ]N|REPITE|REPETICI[OÓ]N|AVANCE)"
    r"(?:\s?[#Nn]?[oº°]?\.?\s?\d{1,2})?(?:[)\]]\s?[-–—:]?|\s?(?:[-–—:|]|\.-))\s?){1,3}(?=[^\sa-záéíóúñ])"
)
_EVENT = re.compile(  # of an invitation that has no other title
    r"¿?(?:what|qu[eé]|event[o]?|actividad|activity)(?:\s?:|\?\s?:?)\s+(?=\S)", re.IGNORECASE
)


def title_among(
    blocks: Sequence[Block], *, heads: Sequence[str] = (), stated: Sequence[Stated] = ()
) -> str | None:
    """The heaviest line near the top, else the first heading, else the first words.

    ``heads`` are headings that stand apart from the blocks, ``stated`` titles that a page has in its head.
    """
    headings = [block for block in blocks if block.kind == "heading" and block.level <= 2]
    front = Front.of(blocks, heads, stated)
    weighed = [(weight(signs(front, index)), -index) for index in front.possible]
    if weighed:
        found = front.text(-max(weighed)[1])
        if stops(found) and (heading := _heading_of_all(blocks)):
            return heading
        return front.text(max(front.labels)) if front.labels and _is_running(found) else _bare(found)
    return squeeze(headings[0].text) if headings else _beginning(blocks)


def _heading_of_all(blocks: Sequence[Block]) -> str | None:
    """The heading that opens a text and is the only one as high: "Module 3: Interviews" may stand alone.

    A text that begins with the first of several divisions is called by that one, and that there are more.
    """
    first = blocks[0] if blocks else Block(text="")
    alike = [each for each in blocks if each.kind == "heading" and each.level <= first.level]
    if first.kind == "heading" and first.level <= _LOWEST_OF_ALL and len(alike) == 1:
        return squeeze(first.text)
    short = (each.text for each in blocks if len(each.text) <= _LONGEST_DIVISION)
    several = division(first.text) is not None and sum(division(text) is not None for text in short) > 1
    return f"{squeeze(first.text)} …" if several and len(first.text) <= _LONGEST_DIVISION else None


def _is_running(text: str) -> bool:
    """Whether a line is the beginning of the text: a communiqué may have no other title than that word."""
    quoted = text.startswith(('"', "“", "«")) and text.endswith(".")  # with who says it
    return quoted or (len(text) >= _SHORTEST_TEXT and text.endswith((".", ":")))


def _bare(text: str) -> str:
    """A headline without a wire's name or version, "Press release:" or "Subject:" before it, or marks.

    >>> _bare("Comunicado de prensa: Abren tres albergues"), _bare("*Abren la casa*")
    ('Abren tres albergues', 'Abren la casa')
    >>> _bare("UPDATE 1-Shelter opens"), _bare("AVANCE: Abren la casa"), _bare("UPDATE on the water")
    ('Shelter opens', 'Abren la casa', 'UPDATE on the water')
    """
    text = text.strip("*_ ") if text.startswith(("*", "_")) else text
    for before in (_VERSION, _WIRE):
        text = text[found.end() :] if (found := before.match(text)) else text
    if subject := SUBJECT.match(text):
        text = text[subject.end() :]
    label = LABELLED.match(text) or _EVENT.match(text)
    rest = text[label.end() :] if label else text
    return text if rest[:1].islower() else rest  # "Convocatoria: fondo para casas de acogida" is one phrase


def _beginning(blocks: Sequence[Block]) -> str | None:
    """The first words of a text without a title, so that it can be told apart in a list."""
    text = squeeze(blocks[0].text) if blocks else ""
    if len(text) <= LONGEST_SENTENCE:
        return text or None
    return f"{text[:LONGEST_SENTENCE].rpartition(' ')[0] or text[:LONGEST_SENTENCE]} …"
