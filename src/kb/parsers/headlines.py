"""Which line of a text is its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kb.parsers.blocks import Block
from kb.parsers.head_lines import (
    BYLINE,
    CONTACT,
    EPIGRAPH,
    LABEL,
    LABELLED,
    LONGEST_SENTENCE,
    LONGEST_TITLE,
    NAME,
    PERSON,
    PUBLISHER,
    RECORDS,
    SYMBOL,
    is_bare_label,
    is_dated,
    is_label,
    is_name,
    is_no_title,
    is_prose,
)
from kb.parsers.headline_verbs import says
from kb.text.folding import fold, squeeze

# The nouns of rules and teaching, whose titles say nothing, and how the line below them begins.
_DOCUMENT = re.compile(
    r"\b(?:guidelines?|guide|guidance|handbook|manual|toolkit|protocol|procedures?|principles|standards|regulations?|rules|act"
    r"|checklist|module|course|training|framework|agreement|directrices|gu[ií]a|lineamientos|reglamento|reglas|protocolo"
    r"|procedimientos?|principios|est[aá]ndares|normas?|ley|decreto|acuerdo|lista|m[oó]dulo|curso|taller|cartilla|marco)\b",
    re.IGNORECASE,
)
_ADOPTED = re.compile(
    r"(?:made|adopted|approved|issued|published|given|aprobad|adoptad|dad|emitid|expedid|publicad|suscrit)[oa]?s?\b",
    re.IGNORECASE,
)
_NUMBERS = frozenset(
    """
    two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred
    hundreds thousands dozens more dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte
    treinta cuarenta cincuenta cien cientos decenas miles mas un una new nuevo nueva nuevos nuevas
    """.split()
)
_LONGEST_SLOGAN = 7  # words; a line of more is the headline
_LONGEST_BARE_NAME = 5  # words with a capital; a headline in capitalised words has more
_NEAR_THE_TOP, _HEADINGS_NEAR = 12, 8  # blocks: a letterhead may be long, but no heading stands far below


def title_among(blocks: list[Block]) -> str | None:
    """The first heading near the top, else the first short line there, else the first heading.

    "Press release", a symbol, a letterhead, a date, "Article 1" and a long sentence are no titles; where
    a line says "Press release", what stands above it is letterhead too, unless nothing else can be the
    title. A text that has nothing else is called by its first words.
    """
    headings = [block for block in blocks if block.kind == "heading" and block.level <= 2]
    first = [block for block in blocks[:_NEAR_THE_TOP] if block.kind not in ("table", "footnote")]
    heads = [block for block in first[:_HEADINGS_NEAR] if block in headings]
    lines = [_Line(squeeze(_bare(block.text)), block in heads, block.kind == "item") for block in first]
    found = _among(lines)
    if found:
        return unlabelled(found)
    return squeeze(headings[0].text) if headings else _beginning(blocks)


def _bare(text: str) -> str:
    """A text without the lines below its first that are only a number or label: "CP-014-2018"."""
    first, *rest = text[:LONGEST_TITLE].split("\n")
    while rest and (is_label(rest[-1]) or SYMBOL.fullmatch(rest[-1])):
        rest.pop()
        text = "\n".join([first, *rest])
    return text


class _Line(NamedTuple):
    """A line near the top."""

    text: str
    heading: bool
    item: bool


def _among(lines: Sequence[_Line]) -> str | None:
    """The headline: a heading before a line, one that says something before one that only names."""
    texts = [line.text for line in lines]
    label = max((index for index, text in enumerate(texts) if is_bare_label(text)), default=-1)
    possible = list(_possible(lines))
    below = [
        index
        for index in possible
        if (index > label or lines[index].heading)
        and not (is_prose(texts[index]) or EPIGRAPH.fullmatch(texts[index]))
    ]
    free = [
        index
        for index in below
        if (" " in texts[index] or index == below[0])
        and not (lines[index].item or texts[index].endswith("."))
    ]
    sure = [
        index
        for index in free or below
        if lines[index].heading or not (_is_slogan(texts, index) or _only_names(texts, index, below))
    ]
    records = [index for index in below if RECORDS.match(texts[index])]
    for choice in (records, sure, below, possible):
        for index in sorted(choice, key=lambda index: (not lines[index].heading, index)):
            if not is_name(texts[index]) or _stands_below_label(texts, index, label):
                return texts[index]
    return next((texts[index] for index in possible), None)


def _possible(lines: Sequence[_Line]) -> Iterator[int]:
    """The lines that can be a headline, up to the first running text behind one of them."""
    reached = prose = met = False  # a contact's line: a person's name alone goes on with it
    for index, (text, heading, _) in enumerate(lines):
        after = lines[index + 1].text if index + 1 < len(lines) else ""
        if BYLINE.fullmatch(text):
            continue
        reached, before = CONTACT.fullmatch(text) is not None, reached
        if reached or (before and PERSON.fullmatch(text)):
            reached = True
            continue
        prose = prose or (is_prose(text) and met)
        named = PUBLISHER.fullmatch(text) and (LABEL.fullmatch(after) or is_dated(after))
        if (prose and not heading) or (named and not says(text)) or is_no_title(text):
            continue
        met = True
        yield index


def _stands_below_label(texts: Sequence[str], index: int, label: int) -> bool:
    """Whether a line of a headline's length is the one below "Press release", though it has no known verb."""
    return index == label + 1 > 0 and len(texts[index].split()) > _LONGEST_SLOGAN


def _only_names(texts: Sequence[str], index: int, others: Sequence[int]) -> bool:
    """Whether a line is the name of some body, though no noun tells, because one below it says more."""
    text = texts[index]
    capitals = text.isupper()
    words = [word for word in text.split() if len(word) > 3 or (word[:1].isupper() and not capitals)]
    named = 1 < len(words) <= _LONGEST_BARE_NAME and NAME.fullmatch(text) and not says(text)
    if not named or re.search(r"[\d:?!]", text) or fold(words[0]) in _NUMBERS:
        return False
    if _DOCUMENT.search(text):  # "Consular Guidelines" has no verb, and is a title
        return False
    below = next((texts[other] for other in others if other > index and not is_name(texts[other])), "")
    return _says_more(below, text) and _ADOPTED.match(below) is None


def _says_more(line: str, name: str) -> bool:
    if says(line) or (line.isupper() and name.isupper() and len(line.split()) > 2 * len(name.split())):
        return True
    return len([word for word in line.split() if len(word) > 3 and word.islower()]) > 1


def _is_slogan(texts: Sequence[str], index: int) -> bool:
    """Whether a line goes with the name above it: a label, a date or an address stands below it."""
    above, below = texts[index - 1] if index else "", next(iter(texts[index + 1 : index + 2]), "")
    if len(texts[index].split()) > _LONGEST_SLOGAN:
        return False
    return bool(above and is_name(above) and (is_label(below) or is_dated(below) or CONTACT.fullmatch(below)))


def unlabelled(title: str) -> str:
    """A headline without "Press release:" before it.

    >>> unlabelled("Comunicado de prensa: Abren tres albergues")
    'Abren tres albergues'
    """
    label = LABELLED.match(title)
    return title[label.end() :] if label else title


def _beginning(blocks: list[Block]) -> str | None:
    """The first words of a text without a title, so that it can be told apart in a list."""
    text = squeeze(blocks[0].text) if blocks else ""
    if len(text) <= LONGEST_SENTENCE:
        return text or None
    return f"{text[:LONGEST_SENTENCE].rpartition(' ')[0] or text[:LONGEST_SENTENCE]} …"
