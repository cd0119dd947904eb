"""Which line of a text is its title: every line near the top is weighed, and the heaviest wins.

No single sign tells a headline from the kicker, letterhead, slogan or salutation above it and from the
subhead or highlights below it. So each line is weighed by what it looks like (a heading, a verb, length,
a stop at its end), by its neighbours (a label above it, a headline above it, other letters than the
rest) and by how much of it the running text takes up again, which says it in other words.

The weights were fitted to five of six batches of gold releases at a time and tried on the sixth, then
rounded. What must stay true: a line that is a label, a date, a contact or a salutation is never a title
while any other line is left; a text that has nothing else is called by its first words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kb.parsers.blocks import Block
from kb.parsers.contents import is_contents
from kb.parsers.head_lines import (
    BYLINE,
    CONTACT,
    EPIGRAPH,
    KIND_WORDS,
    LABELLED,
    LONGEST_SENTENCE,
    LONGEST_TITLE,
    NAME,
    PERSON,
    RECORDS,
    is_above_title,
    is_bare_label,
    is_dated,
    is_label,
    is_name,
    is_no_title,
    is_prose,
)
from kb.parsers.headline_verbs import says
from kb.parsers.printed import begins_numbered
from kb.text.folding import fold, squeeze

# The nouns of rules and teaching, whose titles have no verb: "Consular Guidelines".
_DOCUMENT = re.compile(
    r"\b(?:guidelines?|guide|guidance|handbook|manual|toolkit|protocol|procedures?|principles|standards|regulations?|rules|act"
    r"|checklist|module|course|training|framework|agreement|directrices|gu[ií]a|lineamientos|reglamento|reglas|protocolo"
    r"|procedimientos?|principios|est[aá]ndares|normas?|ley|decreto|acuerdo|lista|m[oó]dulo|curso|taller|cartilla|marco)\b",
    re.IGNORECASE,
)
# How the line below the title of rules begins: "Adopted by the Council".
_ADOPTED = re.compile(
    r"(?:made|endorsed|signed|firmad|respaldad|adopted|approved|issued|published|given|aprobad|adoptad|dad|emitid|expedid|publicad|suscrit)[oa]?s?\b",
    re.IGNORECASE,
)
# To whom a letter is, which has no other title: "Open letter to the members of the Conference".
_LETTER = re.compile(
    r"(?:open\sletter|letter|carta(?:\s(?:abierta|p[uú]blica|pastoral)|\sde\s[^,.:]{3,25}?)?|petition|petici[oó]n|llamamiento)\s(?:to|al?|on|about|sobre|ante|por)\s",
    re.IGNORECASE,
)
_STROKE = re.compile(r"\s[|·•–—-]\s")
_SUBJECT = re.compile(
    r"(?:re|ref\.?|subject|asunto|headline|t[ií]tulo|titular|title)\s?:\s*(?:(?:re|rv|fwd?|tr|enc|rm)\s?:\s*){0,3}(?=\S)",
    re.IGNORECASE,
)
# "Asunto: Se informa" tells nothing.
_FORMAL = re.compile(
    r"(?:se\sinforma|(?:el|lo)\sque\sse\sindica|as\sstated|invitaci[oó]n|comunicado)\W*", re.IGNORECASE
)
# Whom a letter speaks to: "Dear friends in the press,", "Señoras y señores:".
_SALUTATION = re.compile(
    r"(?:dear|estimad[oa]s?|querid[oa]s?|apreciad[oa]s?|muy\sse[ñn]or|friends|amig[oa]s|hermanos|se[ñn]or[ae]s?|distinguid[oa]s?|a\squien"
    r"|to\swhom|compa[ñn]er[oa]s|colegas|colleagues)\b.{0,90}[,:]"
    r"|(?:to|a)\s(?:the|all|our|my|every|la|los|las|tod[oa]s?|nuestr[oa]s?|quienes|cuant[oa]s)\b.{0,160}:",
    re.IGNORECASE,
)
_BULLET = re.compile(r"(?:[*•·▪–—»>-]|<<|>>|o\s)\s?(?=\S)")
_QUOTED = re.compile(
    r"[\"“«'‘].{8,240}[\"”»'’]\s?[.,—–-]{0,2}\s?(?:\S{1,20}\s){0,5}\S{0,8}\d{1,3}\s?[:,.]\s?\d{1,3}.{0,12}"
)
_NUMBER = re.compile(r"\b(?:N[oº°]|N[uú]m|NO|NÚM)\.?\s?\d", re.IGNORECASE)
_CUT = re.compile(r"\s*(?:…|\.\.\.)$")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_STEM = 6  # letters that two forms of a word share
_TELLING = 4  # letters of a word that tells something
_FEW_WORDS = 4
_MOST_WORDS = 8  # of a line; more tell no more
_LONGEST_SLOGAN = 7  # words
# The end of a sentence before another.
_INNER_STOP = re.compile(r"[a-záéíóúñü]{3}[.!?][\"”»’]?\s[\"“«¿¡]?[A-ZÀ-ÖØ-Þ]")
_MOST_BEFORE = 3  # lines
_LONG_SENTENCE = 12  # words
_MOST_HEAVY = 3  # words of a line that the running text takes up; more tell no more
_LEAD = 2  # paragraphs
_LONGEST_LEAD = 1200  # characters
_SHORTEST_LEAD = 90
_LONGEST_BARE_NAME = 5  # words with a capital; a headline in capitalised words has more
_NEAR_THE_TOP, _HEADINGS_NEAR = 16, 8  # blocks: a letterhead may be long, but no heading stands far below

WEIGHTS: Mapping[str, float] = {
    "first level": 3.0,
    "second level": 2.0,
    "verb": 2.0,
    "words": 2.5,
    "taken up": 3.5,
    "below label": 1.5,
    "below name": 0.5,
    "document": 1.5,
    "letter": 2.0,
    "records": 4.0,
    "subject": 3.0,
    "stated": 1.5,
    "stated exactly": 0.5,
    "name": -3.0,
    "bare name": -1.0,
    "kind": -1.5,
    "adopted": -2.5,
    "numbered": -2.5,
    "number": -1.0,
    "above label": -1.0,
    "slogan": -1.0,
    "stop": -2.5,
    "sentence": -3.0,
    "goes on": -3.5,
    "item": -1.0,
    "below headline": -1.5,
    "later": -1.3,
    "capitals below": -1.0,
    "unprinted": -1.0,
}


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
        return _bare(front.text(-max(weighed)[1]))
    return squeeze(headings[0].text) if headings else _beginning(blocks)


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


def key(text: str) -> str:
    """The letters and digits of a text, folded: marks and spaces differ between head and heading."""
    return "".join(filter(str.isalnum, fold(text)))


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
    found = (match[0] for match in _WORD.finditer(text))
    return frozenset(
        fold(word)[:_STEM] for word in found if len(word) >= _TELLING and (shouted or word[0].islower())
    )


def _possible(lines: Sequence[Line]) -> Iterator[int]:
    """The lines that can be a headline, up to the first running text behind one of them."""
    reached = prose = met = False  # a contact's line: a person's name alone goes on with it
    for index, (text, level, _, printed) in enumerate(lines):
        if subject := _SUBJECT.match(text):
            if not _FORMAL.fullmatch(text, subject.end()):
                met = True
                yield index
            continue
        if is_contents(text) or BYLINE.fullmatch(text) or _is_verse(text):
            continue
        reached, before = CONTACT.fullmatch(text) is not None, reached
        if reached or (before and PERSON.fullmatch(text)):
            reached = True
            continue
        dated = index > 0 and is_dated(lines[index - 1].text)
        prose = prose or (met and (is_prose(text) or _is_sentence(text) or (dated and _stops(text))))
        if (prose and not level and printed) or is_no_title(text) or _SALUTATION.fullmatch(text):
            continue
        met = met or not is_name(text)
        yield index


def _is_verse(text: str) -> bool:
    """Whether a line is a verse above a message; one in capitals is its title: "«ALEGRAOS» (Flp 4, 4)"."""
    cited = EPIGRAPH.fullmatch(text) or _QUOTED.fullmatch(text)
    return cited is not None and not text.rpartition("(")[0].isupper()


class Front(NamedTuple):
    """The lines near the top, which of them can be a headline, and what tells of them."""

    lines: Sequence[Line]
    possible: Sequence[int]
    names: frozenset[int]  # lines that only name a body or place
    labels: frozenset[int]  # lines that only say what kind of text it is, above the running text
    lead: frozenset[str]  # words of the first running text
    stated: Sequence[Stated]

    @classmethod
    def of(cls, blocks: Sequence[Block], heads: Sequence[str], stated: Sequence[Stated]) -> Front:
        """What stands at the top of ``blocks``."""
        lines = _lines(blocks, heads, stated)
        texts = [line.text for line in lines]
        prose = next((at for at, text in enumerate(texts) if is_prose(text)), len(lines))
        return cls(
            lines,
            list(_possible(lines)),
            frozenset(
                at for at, text in enumerate(texts) if is_name(text) or _are_names(text, first=at == 0)
            ),
            frozenset(at for at, text in enumerate(texts[:prose]) if is_bare_label(text)),
            _words(" ".join(_lead(blocks))),
            stated,
        )

    def text(self, index: int) -> str:
        """The text of a line, empty where there is none."""
        return self.lines[index].text if 0 <= index < len(self.lines) else ""


def signs(front: Front, index: int) -> dict[str, float]:
    """What speaks for a line and against it."""
    return {**_in_itself(front, index), **_in_place(front, index)}


def _in_itself(front: Front, index: int) -> dict[str, float]:
    """The signs of a line's own words and form."""
    text, level, item, printed = front.lines[index]
    said = _SUBJECT.sub("", text)
    verb, name, letter = says(said), index in front.names, bool(_LETTER.match(said))
    opening = fold(said.lstrip().partition(" ")[0].strip(":,."))
    return {
        "first level": (level == 1) / max(1, sum(line.level == 1 for line in front.lines)),
        "second level": level == 2,
        "item": item or bool(_BULLET.match(text)),
        "unprinted": not printed,
        "stated": any(_holds(said, each.text) for each in front.stated),
        "stated exactly": any(key(said) == key(each.text) for each in front.stated if each.exact),
        "subject": said != text,
        "verb": verb,
        "words": min(len(said.split()), _MOST_WORDS) / _MOST_WORDS,
        "taken up": min(_MOST_HEAVY, len(_stems(said) & front.lead)) / _MOST_HEAVY,
        "name": name,
        "bare name": not name and _is_bare_name(said),
        "letter": letter,
        "kind": not (verb or letter) and opening in KIND_WORDS,
        "records": bool(RECORDS.match(said)),
        "document": not verb and bool(_DOCUMENT.search(said)),
        "adopted": bool(_ADOPTED.match(said)),
        "numbered": begins_numbered(text),
        "number": bool(_NUMBER.search(said)),
        "sentence": _is_sentence(said),
        "stop": said.endswith((".", ";")),
        "goes on": said.endswith((":", ",")),
    }


def _in_place(front: Front, index: int) -> dict[str, float]:
    """The signs of what stands above a line and below it."""
    text, level, _, printed = front.lines[index]
    heads = level > 0 and front.lines[index - 1].level == 0
    above, below = front.text(index - 1), front.text(index + 1)
    before = [at for at in front.possible if at < index and at not in front.names]
    behind = [at for at in front.possible if at > index and at not in front.names]
    named = index - 1 in front.names
    lettered = is_label(below) or is_dated(below) or CONTACT.fullmatch(below)
    return {
        "below label": is_label(above) or is_dated(above),
        "above label": any(at > index for at in front.labels),
        "below name": named,
        "slogan": named and len(text.split()) <= _LONGEST_SLOGAN and bool(lettered),
        "later": min(_MOST_BEFORE, len(before)) if printed else 0,
        "below headline": index - 1 in before
        and not heads
        and (len(above.split()) > _FEW_WORDS or says(above)),
        "capitals below": not text.isupper() and any(front.text(at).isupper() for at in behind),
    }


def _holds(line: str, stated: str) -> bool:
    """Whether one of a line and a stated title has the other in it, or most of its words."""
    ours, theirs = key(line), key(_CUT.sub("", stated))
    if not ours or not theirs or len(line.split()) < 3:
        return False
    words, printed = set(fold(stated).split()), set(fold(line).split())
    return ours in theirs or theirs in ours or len(words & printed) >= len(words) * 0.6


def _stems(text: str) -> frozenset[str]:
    return frozenset(fold(word)[:_STEM] for word in _WORD.findall(text) if len(word) >= _TELLING)


def _is_sentence(text: str) -> bool:
    """Whether a line is running text, shorter than most of it: a long sentence, or several."""
    return _stops(text) and (len(text.split()) > _LONG_SENTENCE or _INNER_STOP.search(text) is not None)


def _stops(text: str) -> bool:
    """Whether a line ends as a sentence does: a headline has no stop, and the text below its date has one."""
    return text.rstrip("\"'”’»)").endswith((".", "…"))


def _are_names(text: str, *, first: bool) -> bool:
    """Whether a line is made of names, one of a body or it is the first: "Albergue El Faro · Paso Farol"."""
    pieces = _STROKE.split(text)
    return (
        len(pieces) > 1
        and (first or any(map(is_name, pieces)))
        and all(NAME.fullmatch(piece) and not says(piece) for piece in pieces)
    )


def _is_bare_name(text: str) -> bool:
    """Whether a short line is in capitalised words and says nothing."""
    capitals = text.isupper()
    words = [word for word in text.split() if len(word) > 3 or (word[:1].isupper() and not capitals)]
    named = 1 < len(words) <= _LONGEST_BARE_NAME and NAME.fullmatch(text) and not says(text)
    return bool(named) and not re.search(r"[\d:?!]", text)


def weight(found: Mapping[str, float]) -> float:
    """How much of a headline a line with these signs has."""
    return sum(WEIGHTS.get(sign, 0.0) * value for sign, value in found.items())


def _bare(text: str) -> str:
    """A headline without "Press release:" or "Subject:" before it.

    >>> _bare("Comunicado de prensa: Abren tres albergues")
    'Abren tres albergues'
    """
    if subject := _SUBJECT.match(text):
        text = text[subject.end() :]
    label = LABELLED.match(text)
    return text[label.end() :] if label else text


def _beginning(blocks: Sequence[Block]) -> str | None:
    """The first words of a text without a title, so that it can be told apart in a list."""
    text = squeeze(blocks[0].text) if blocks else ""
    if len(text) <= LONGEST_SENTENCE:
        return text or None
    return f"{text[:LONGEST_SENTENCE].rpartition(' ')[0] or text[:LONGEST_SENTENCE]} …"
