"""The lines near the top of a text, and which of them can be its headline.

A salutation, a verse, a contact or running text below another line cannot; a line that a label names the
subject ("Re:", "Asunto:") always can.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from kb.parsers.blocks import Block
from kb.parsers.contents import is_contents
from kb.parsers.head_lines import (
    BYLINE,
    CONTACT,
    EPIGRAPH,
    LONGEST_TITLE,
    PERSON,
    SUBJECT,
    is_above_title,
    is_bare_label,
    is_dated,
    is_no_title,
    is_prose,
)
from kb.parsers.head_names import NAME, is_name
from kb.parsers.headline_verbs import says
from kb.text.dates import find_dates
from kb.text.folding import fold, letters, squeeze

_DASHES = "–—-"  # which sentences have, too
_STROKE = re.compile(rf"\s[|·•*{_DASHES}]\s")
# "Asunto: Se informa" tells nothing.
_FORMAL = re.compile(
    r"(?:se\sinforma|(?:el|lo)\sque\sse\sindica|as\sstated|invitaci[oó]n|comunicado)\W*", re.IGNORECASE
)
# Whom a letter speaks to: "Dear friends in the press,", "Señoras y señores:".
_SALUTATION = re.compile(
    r"(?:dear|estimad[oa]s?|querid[oa]s?|apreciad[oa]s?|muy\sse[ñn]or|friends|amig[oa]s|herman[oa]s|sisters|brothers|se[ñn]or(?:[ae]s?)?|madam|mr\.?\s(?:president|chair\w*|speaker|secretary)|distinguid[oa]s?|a\squien"
    r"|to\swhom|compa[ñn]er[oa]s|colegas|colleagues)\b.{0,90}[,:]"
    r"|(?:good\s(?:morning|afternoon|evening|day)|buen[oa]s\s(?:d[ií]as|tardes|noches))\b.{0,160}"
    r"|(?:to|a)\s(?:the|all|our|my|every|la|los|las|tod[oa]s?|nuestr[oa]s?|quienes|cuant[oa]s)\b.{0,160}:",
    re.IGNORECASE,
)
# How a line ends that leads to the headline below it: "La Alcaldía invita a los medios a la".
_CUT_SHORT = re.compile(
    r"\s(?:an?|the|and|or|of|del?|las?|los|el|(?-i:[yeo])|en|con|para|por|al|que|sus?|una?|sin|entre|sobre)$",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"[\"“«'‘].{8,240}[\"”»'’]\s?[.,—–-]{0,2}\s?(?:\S{1,20}\s){0,5}\S{0,8}\d{1,3}\s?[:,.]\s?\d{1,3}.{0,12}"
)
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_STEM = 6  # letters that two forms of a word share
_TELLING = 4  # letters of a word that tells something
# The end of a sentence before another.
_INNER_STOP = re.compile(r"[a-záéíóúñü]{3}[.!?][\"”»’]?\s[\"“«¿¡]?[A-ZÀ-ÖØ-Þ]")
_LONG_SENTENCE = 12  # words
_LONG_HEADLINE = 9  # words, more than the names of most bodies have
_LEAD = 2  # paragraphs
_LONGEST_LEAD = 1200  # characters
_SHORTEST_LEAD = 90
_CLOSE = 2  # lines
_LONGEST_DATELINE = 60
_LONGEST_BODY = 20_000
_NEAR_THE_TOP, _HEADINGS_NEAR = 16, 8  # blocks: a letterhead may be long, but no heading stands far below


class Line(NamedTuple):
    """A line near the top; ``level`` of a heading, 0 of others."""

    text: str
    level: int = 0
    item: bool = False
    printed: bool = True  # or only stated by the head of a page


class Stated(NamedTuple):
    """What the head of a page states as its title, without the name of the site."""

    text: str
    exact: bool  # of this page alone, where <title> may be that of the site


class Front(NamedTuple):
    """The lines near the top, which of them can be a headline, and what tells of them."""

    lines: Sequence[Line]
    possible: Sequence[int]
    names: frozenset[int]  # lines that only name a body or place
    labels: frozenset[int]  # lines that only say what kind of text it is, above the running text
    lead: frozenset[str]  # words of the first running text
    body: str  # the running text
    stated: Sequence[Stated]

    @classmethod
    def of(cls, blocks: Sequence[Block], heads: Sequence[str], stated: Sequence[Stated]) -> Front:
        """What stands at the top of ``blocks``."""
        lines = _lines(blocks, heads, stated)
        texts = [line.text for line in lines]
        prose = next((at for at, text in enumerate(texts) if is_prose(text)), len(lines))
        return cls(
            lines,
            list(_without_mails_subject(lines, list(_possible(lines)))),
            frozenset(
                at
                for at, text in enumerate(texts)
                if (is_name(text) and not _is_shouted_headline(texts, at)) or _are_names(text, first=at == 0)
            ),
            frozenset(at for at, text in enumerate(texts[:prose]) if is_bare_label(text)),
            _words(" ".join(_lead(blocks))),
            "\n".join(block.text for block in blocks if len(block.text) >= _SHORTEST_LEAD)[:_LONGEST_BODY],
            stated,
        )

    def text(self, index: int) -> str:
        """The text of a line, empty where there is none."""
        return self.lines[index].text if 0 <= index < len(self.lines) else ""


def _lines(blocks: Sequence[Block], heads: Sequence[str], stated: Sequence[Stated]) -> list[Line]:
    """The lines of the text, after the headings that stand apart and before what is only stated."""
    lines = list(_printed_lines(blocks))
    lines[:0] = [Line(head, 1) for head in heads if not _is_printed(head, lines)]
    for each in stated:
        if not _is_printed(each.text, lines):
            lines.append(Line(each.text, printed=False))
    return lines


def _is_printed(text: str, lines: Sequence[Line]) -> bool:
    return any(key(line.text) == key(text) for line in lines)


@lru_cache(maxsize=1024)
def key(text: str) -> str:
    """The letters and digits of a text, folded: marks and spaces differ between head and heading."""
    return letters(text)


def _printed_lines(blocks: Sequence[Block]) -> Iterator[Line]:
    """The lines near the top; a paragraph that a label, a date or a name is a line of is taken apart."""
    first = [block for block in blocks[:_NEAR_THE_TOP] if block.kind not in ("table", "footnote")]
    for number, block in enumerate(first):
        heads = block.kind == "heading" and number < _HEADINGS_NEAR
        texts = block.text[:LONGEST_TITLE].split("\n")
        apart = len(texts) > 1 and any(is_above_title(squeeze(text)) for text in texts)
        for text in texts if apart else (block.text,):
            yield Line(squeeze(text), block.level if heads else 0, block.kind == "item")


def _lead(blocks: Sequence[Block]) -> Iterator[str]:
    """The first running text."""
    prose = (
        block.text[:_LONGEST_LEAD]
        for block in blocks
        if block.kind == "paragraph"
        and len(block.text) >= _SHORTEST_LEAD
        and block.text.rstrip().endswith((".", ":", "”", '"', "»", ")"))
    )
    for _, text in zip(range(_LEAD), prose, strict=False):
        yield text


def _words(text: str) -> frozenset[str]:
    """The beginnings of the telling words of a text that are no names: those in small letters."""
    shouted = text.isupper()
    found = (match[0] for match in WORD.finditer(text))
    return frozenset(
        fold(word)[:_STEM] for word in found if len(word) >= _TELLING and (shouted or word[0].islower())
    )


def _possible(lines: Sequence[Line]) -> Iterator[int]:
    """The lines that can be a headline, up to the first running text behind one of them."""
    reached = prose = met = greeted = named = False  # a contact's line: a person's name alone goes on with it
    for index, (text, level, _, printed) in enumerate(lines):
        if subject := SUBJECT.match(text):
            if not _FORMAL.fullmatch(text, subject.end()):
                met = True
                yield index
            continue
        if is_contents(text) or BYLINE.fullmatch(text) or _is_verse(text) or _leads(lines, index):
            continue
        reached, before = CONTACT.fullmatch(text) is not None, reached
        if reached or (before and PERSON.fullmatch(text)):
            reached = True
            continue
        dated = index > 0 and is_dated(lines[index - 1].text)
        prose = prose or (met and (is_prose(text) or is_sentence(text) or (dated and stops(text))))
        prose = prose or (named and _begins_text(text))
        if is_bare_label(text):
            prose = False  # a note may stand above the release
        greets = _SALUTATION.fullmatch(text) is not None
        greeted = greeted or greets
        prose = prose or (greeted and is_sentence(text))
        if greets or (prose and not level and printed) or is_no_title(text):
            continue
        met = met or not is_name(text)
        named = True
        yield index


def _begins_text(text: str) -> bool:
    """Whether running text begins with its date: "Belmopan. May 10, 2021. The Ministry ..."."""
    return len(text) >= _SHORTEST_LEAD and is_prose(text) and bool(find_dates(text[:_LONGEST_DATELINE]))


def _leads(lines: Sequence[Line], index: int) -> bool:
    """Whether the sentence of a line goes on in the headline below it."""
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return _CUT_SHORT.search(lines[index].text) is not None and bool(below) and not is_prose(below)


def _without_mails_subject(lines: Sequence[Line], possible: Sequence[int]) -> Iterator[int]:
    """The lines that can be a headline without the subject of a mail above a release that has its own."""
    labels = [at for at, line in enumerate(lines) if is_bare_label(line.text)]
    for index in possible:
        if not SUBJECT.match(lines[index].text) or not any(
            index < at < other <= at + _CLOSE for at in labels for other in possible
        ):
            yield index


def _is_verse(text: str) -> bool:
    """Whether a line is a verse above a message; one in capitals is its title: "«ALEGRAOS» (Flp 4, 4)"."""
    cited = EPIGRAPH.fullmatch(text) or _QUOTED.fullmatch(text)
    return cited is not None and not text.rpartition("(")[0].isupper()


def is_sentence(text: str) -> bool:
    """Whether a line is running text, shorter than most of it: a long sentence, or several."""
    return stops(text) and (len(text.split()) > _LONG_SENTENCE or _INNER_STOP.search(text) is not None)


def stops(text: str) -> bool:
    """Whether a line ends as a sentence does: a headline has no stop, and the text below its date has one."""
    return text.rstrip("\"'”’»)").endswith((".", "…"))


def _is_shouted_headline(texts: Sequence[str], at: int) -> bool:
    """Whether a long line in capitals below a label is a headline, since who publishes is named above it."""
    text, above = texts[at], texts[at - 1] if at else ""
    return (
        text.isupper()
        and len(text.split()) >= _LONG_HEADLINE
        and (is_bare_label(above) or is_dated(above))
        and any(map(is_name, texts[: at - 1]))
    )


def _are_names(text: str, *, first: bool) -> bool:
    """Whether a line is made of names, one of a body or it is the first: "Albergue El Faro · Paso Farol"."""
    pieces = _STROKE.split(text)
    if first and sum(stroke[1] not in _DASHES for stroke in _STROKE.findall(text)) > 1:
        return True  # a letterhead of several parts: "RADIO FARO * 91.9 FM * TELA"
    return (
        len(pieces) > 1
        and (first or any(map(is_name, pieces)))
        and all(NAME.fullmatch(piece) and not says(piece) for piece in pieces)
    )


def stems(text: str) -> frozenset[str]:
    """The beginnings of the telling words of a text."""
    return frozenset(fold(word)[:_STEM] for word in WORD.findall(text) if len(word) >= _TELLING)
