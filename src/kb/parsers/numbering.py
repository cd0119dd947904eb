"""Blocks -> passages: printed numbers become addresses, headings become paths.

Addresses follow the naming of Akoma Ntoso's parts (OASIS LegalDocML 1.0), shortened so that
they can be typed:

    p36  p2.1  p1bis  p4a   a paragraph with a printed number
    p36.a  p36.a.ii  p36.1  p36.u1   an item under it: lettered, in roman numbers below a letter,
                       numbered, or a bullet, counted
    s2.p1              a numbered paragraph or item where numbers begin anew under every heading
    art3  art3.1  art8bis   an article, a numbered paragraph of an article
    principle4  recommendation7  guideline2.1  step3      where the text says so itself
    annex1  chapter2  part1  s4  s2.a  s2.1               headings with a printed number or letter ("II.1")
    transitory.1       the transitory provisions that end a law, also without a heading of their own
    fn12               a footnote, by its mark
    h1  u1             headings and paragraphs without one, counted in order
                       (a text without any printed number counts its paragraphs p1, p2 ...)

What must stay true: an address is unique in its document, and one that was made from a printed
number stays the same in every edition that prints the number there.

`divisions` reads labels such as "Article 3", `printed` the numbers before paragraphs, `heads` finds
what heads the text below it, `runs` which numbers are the document's own, and `outline` knows where we are.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from kb.parsers.blocks import Block
from kb.parsers.divisions import division
from kb.parsers.heads import headed
from kb.parsers.outline import HOLDERS, Outline, Place
from kb.parsers.printed import running, running_headings, shows_number, transitory
from kb.parsers.runs import running_through
from kb.records import Passage
from kb.text.language import language_of
from kb.text.words import STEMMED

_SHORTEST_PROSE = 60  # characters; shorter passages take the language of their document
_CERTAIN_WORDS = 20  # fewer words of Portuguese may look like Spanish (see kb.text.language)


def passages(blocks: Sequence[Block], language: str, labels: Sequence[str] = ()) -> tuple[Passage, ...]:
    """The passages of a document in ``language``, with addresses, numbers and heading paths.

    ``labels`` are the numbers of its pages, where these are not those of the sheets.
    """
    blocks = headed(blocks)
    numbered = running(blocks)
    counts_all = "u#" if numbered or any(map(shows_number, blocks)) else "p#"
    believed = frozenset(numbered | running_headings(blocks))
    named = [found for block in blocks if (found := division(block.text))]
    restarting = _restarting(blocks)
    lettered = frozenset(each.word for each in named if each.letter and each.number.isalpha())
    ending = frozenset(transitory(blocks))

    met = Outline(counts_all, restarting, lettered, believed, ending)
    places = [met.place(block) for block in blocks]
    through = running_through(met.numbers)
    if not through.issuperset(number.block for number in met.numbers):
        outline = Outline(counts_all, restarting, lettered, believed, ending, through)
        places = [outline.place(block) for block in blocks]
    return tuple(_passage(place, language, labels) for place in places)


def _passage(place: Place, language: str, labels: Sequence[str]) -> Passage:
    block, text = place.block, place.text
    return Passage(
        address=place.address,
        text=text,
        kind=block.kind,
        number=place.number,
        level=block.level,
        heading=place.path,
        page_from=block.page,
        page_to=block.page_to or block.page,
        page_label=_label(block, labels) if labels else None,
        language=_language(text, language),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


def _label(block: Block, labels: Sequence[str]) -> str | None:
    """The numbers of the first and the last page of a block, where both are known."""
    sheets = filter(None, (block.page, block.page_to))
    named = [labels[sheet - 1] for sheet in sheets]
    return "–".join(dict.fromkeys(named)) if named and all(named) else None


def _language(text: str, whole: str) -> str:
    """What language a passage is in; few words of a third language look like English or Spanish."""
    enough = len(text) >= _SHORTEST_PROSE
    if whole not in STEMMED:
        enough = len(text.split()) >= _CERTAIN_WORDS
    return (language_of(text) if enough else None) or whole


def _restarting(blocks: Sequence[Block]) -> frozenset[str]:
    """The divisions that print a number twice, as chapters do that begin anew in every title."""
    found = [division(block.text) for block in blocks if block.kind == "heading"]
    counted = Counter((each.word, each.number) for each in found if each and each.word in HOLDERS[1:])
    return frozenset(word for (word, _), times in counted.items() if times > 1)
