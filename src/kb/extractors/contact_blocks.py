"""Where a document says whom to ask: the blocks of its contacts.

A block begins with a cue ("For further information, please contact", "Contacto de prensa:") and goes
on over the next passages while they look like one: short, with a number, an address or a label. A
sentence of the running text that invites to write or call is one as well; a number that is merely
mentioned is none. Near the top and the end, lines without a cue are a block too when they hold a number
or address beside an office or a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import NamedTuple

from kb import places
from kb.extractors import directory
from kb.extractors.addresses import addresses
from kb.extractors.contact_cues import (
    CUE,
    END_OF_RELEASE,
    MAIL_HEAD,
    NO_CONTACT,
    TABLE_CUE,
)
from kb.extractors.contact_labels import LABELS
from kb.extractors.contact_people import EDGES, begins_with_person, people
from kb.extractors.contact_pieces import is_street, names_unit
from kb.extractors.contact_reaches import reaches, reaches_at
from kb.extractors.contact_sentences import last_sentence
from kb.extractors.contact_starts import (
    LONGEST_LINE,
    SHORT,
    begin,
    begins_reach,
    leads,
    named_above,
    prosaic,
    tells_day,
)
from kb.extractors.organisation_patterns import BODY_NOUN
from kb.extractors.roles import is_role
from kb.extractors.telephones import telephones
from kb.records import Passage
from kb.text.dates import find_dates
from kb.text.letters import UPPER
from kb.text.wholes import Wholes

_BESIDE = re.compile(r"\s?[,:(–—-]?\s?")  # between a person and her number
_ADDRESS_LABEL = re.compile(
    r"(?:in\sperson|(?:street\s|our\s)?address|en\spersona|(?:nuestra\s)?direcci[oó]n|domicilio|ubicaci[oó]n)\s?:",
    re.IGNORECASE,
)
_VENUE = re.compile(r"(?:where|venue|location|d[oó]nde|lugar)\s?:", re.IGNORECASE)  # of an event
_OPENING_NUMBER = re.compile(r"^[+(]?\d[\d ().-]{5,20}\s(?=[^\W\d_])")
CLOSING = re.compile(  # "Sincerely, Ana Paz": the lines of a letter's end, joined
    r"^(?:yours(?:\s(?:sincerely|faithfully|truly|in\s[a-z]+))?|(?:very\s)?(?:sincerely|respectfully)(?:\syours)?"
    r"|(?:with\s)?(?:best|kind|warm)\sregards|regards|blessings|thanks|in\s(?:solidarity|peace)"
    r"|atentamente|cordialmente|fraternalmente|respetuosamente|gracias|bendiciones|saludos(?:\scordiales)?"
    r"|con\s(?:gratitud|cariño|afecto|esperanza))[,.:]?\s(?-i:(?=[A-ZÁÉÍÓÚÑ]))",
    re.IGNORECASE,
)
IN_PLACE = re.compile(
    rf"(?<![\w,])(?:In|En|(?:^|(?<=[:;]\s))(?:in|en))\s(?:the\s)?(?P<place>[{UPPER}][^\W\d]+(?:\s[^\W\d]+){{0,3}})"
    r"(?:\s?[:,(–-]\s*|(?=\s[+(]?\d))"
)
CITY = re.compile(rf"(?:^|\n)(?P<place>[{UPPER}][^\W\d]+(?:\s[^\W\d]+){{0,3}}):\s(?=[{UPPER}(+\d])")
_PRESS = re.compile(
    r"\b(?:prensa|press|comunicaci[oó]n|comunicaciones|communications?|media|medios"
    r"|p[uú]blic(?:as|\srelations)|news\s?(?:desk|room))\b",
    re.IGNORECASE,
)
_CROSS = "+†✠ "  # before a bishop's name
_REGION = re.compile(r"(?:Centroam[eé]rica|Central\sAmerica|C\.\s?A\.?)")
_LONGEST_BLOCK = 1200
_LONGEST_HEADING = 120
_DEEPEST_LETTERHEAD, _LONGEST_LINE_ABOVE = 8, 90  # passages, characters
_FEWEST_OF_SUBHEAD = 8  # words
_LONGEST_NAME_LINE = 100
_MOST_LINES = 14
_LONGEST_ROLE = 4  # words
_MOST_BETWEEN = 5  # passages from a person's role or street to her number
_LABEL_ABOVE = 3  # characters before a number: "O 202.555.0195"
_ENDS_SHORTLY = re.compile(r"\b\w{1,2}\.$")  # "Jamaica W.I."
_MOST_SIGNING = 5  # passages, from the thanks of a letter to the card below
_LAST = 14  # passages from the end in which a block needs no cue
_FIRST = 4


class Block(NamedTuple):
    """The text of one contact block, and where each of its passages begins in it."""

    text: str
    parts: tuple[tuple[int, Passage, int], ...]  # position in text, passage, position in the passage
    cued: bool = True
    heading: str = ""  # the words before it: the cue, the heading above

    def part_at(self, position: int) -> tuple[int, Passage, int]:
        """The part of the block in which a position of its text stands."""
        return max((part for part in self.parts if part[0] <= position), key=lambda part: part[0])


def blocks(passages: tuple[Passage, ...], bodies: Wholes) -> Iterator[Block]:
    """The contact blocks of a document, in reading order."""
    index = end = 0
    card = ""  # the heading of the lines above
    while index < len(passages):
        bare = index < _FIRST or index >= len(passages) - _LAST
        bare = bare and not _is_quoted(passages[index : index + _MOST_LINES])
        start = begin(passages[index], bare=bare) or leads(passages[index : index + 2])
        if start is None:
            index += 1
            continue
        if not start[1] and (signed := _signature_ends(passages[index : index + _MOST_SIGNING], bodies)):
            index += signed
            continue
        named = named_above(passages[index - 1].text, passages[index].text) if end < index else None
        if named is not None:
            index, start = index - 1, (named, True)
        above = _letterhead(passages[:index]) if index < _DEEPEST_LETTERHEAD else ""
        above = above or (_address(passages[index - 1]) if index else "")
        above = f"{card}{above}" if end == index else above
        block, used = _block(passages[index : index + _MOST_LINES], start, bodies)
        block = block._replace(heading=f"{above}{block.heading}")
        beside = 0 < end == index  # a card right behind another
        if block.cued or _tells(block.text, bodies) or (beside and reaches(block.text)):
            yield block
            card = _heading_of(block)
            index = end = index + used
        else:
            index += 1


def _signature_ends(passages: tuple[Passage, ...], bodies: Wholes) -> int:
    """How many passages end with who signs, above the card of a house; 0 where nobody does."""
    bare = takewhile(lambda passage: not reaches(passage.text), passages)
    signed = (at for at, _ in enumerate(bare, start=1) if _only_signs(passages[at - 1 : at + 1], bodies))
    return next(signed, 0)


def _only_signs(passages: tuple[Passage, ...], bodies: Wholes) -> bool:
    """Whether the first passage is who signs, and the second the card of a house: "Casa Farol, Tela ..."."""
    if len(passages) < 2 or "\n" not in passages[0].text:
        return False  # each line is a passage, and nothing tells where the card begins
    if reaches(passages[0].text) or not reaches(passages[1].text):
        return False
    signer, (first, *_) = CLOSING.sub("", passages[0].text), passages[1].text.split("\n")
    at = min((begin for begin, _ in bodies.spans(first)), default=len(first))
    noun = BODY_NOUN.match(first) or directory.name_pattern().match(first)
    return begins_with_person(signer.partition("\n")[0]) and (at == 0 or noun is not None)


def _is_quoted(passages: tuple[Passage, ...]) -> bool:
    """Whether the first passage is of a quotation that is set apart, and reaches nobody, as who signs it."""
    quoted = takewhile(lambda passage: passage.kind == "quote", passages)
    return passages[0].kind == "quote" and not any(reaches(passage.text) for passage in quoted)


def _heading_of(block: Block) -> str:
    """The line that heads the lines of a block without a cue: "Oficinas en Tucson, Arizona"."""
    first = block.text.partition("\n")[0]
    sentence = prosaic(first) or first.endswith(".")
    return f"{first}\n" if len(block.parts) > 1 and not (block.cued or reaches(first) or sentence) else ""


def _letterhead(passages: tuple[Passage, ...]) -> str:
    """The lines above a block that stands in a letterhead, which are its heading."""
    if any(len(each.text) > _LONGEST_LINE_ABOVE or prosaic(each.text) for each in passages):
        return ""
    lines = (passage.text for passage in passages if not find_dates(passage.text))
    return "".join(f"{line}\n" for line in lines if not _is_subhead(line))


def _is_subhead(line: str) -> bool:
    """Whether a line of many words names no body and no street: it says what the release is about."""
    plain = len(line.split()) >= _FEWEST_OF_SUBHEAD and not re.search(r"\d", line)
    return plain and not (names_unit(line) or is_street(line))


def _address(above: Passage) -> str:
    """The line right above a block, where it can be its address: "Dirección: Calle 8, Ciudad de Panamá".

    Of a passage that leads to the block with a colon it is the last sentence.
    """
    leads_on = above.text.endswith(":")
    text = last_sentence(above.text) if leads_on else above.text
    short = len(text) <= (LONGEST_LINE if leads_on else _LONGEST_LINE_ABOVE)
    short = short and not text.endswith((".", "?", "!", "»", "”"))
    other = tells_day(text) or NO_CONTACT.match(text) or _VENUE.match(text)
    signs = begins_with_person(text.lstrip(_CROSS)) and not is_street(text)
    return f"{text}\n" if short and not (other or signs) else ""


def _block(passages: tuple[Passage, ...], begin: tuple[int, bool], bodies: Wholes) -> tuple[Block, int]:
    """The block that begins in the first passage, and how many passages it takes."""
    start, cued = begin
    text = passages[0].text[start : start + _LONGEST_BLOCK]
    parts = [(0, passages[0], start)]
    for index, passage in enumerate(passages[1:], start=1):
        if not cued and CUE.match(passage.text):
            break
        table = TABLE_CUE.match(passage.text)
        rows = passage.kind == "table" and cued and reaches(passage.text)
        goes_on = table or rows or _goes_on(passage.text, bodies)
        goes_on = goes_on or _leads_to_reach(passages[index : index + _MOST_BETWEEN], told=reaches(text))
        if not goes_on:
            break
        first = table.end() if table else 0
        parts.append((len(text) + 1, passage, first))
        text += "\n" + passage.text[first : first + _LONGEST_BLOCK]
    return Block(text, tuple(parts), cued, passages[0].text[:start][-_LONGEST_HEADING:]), len(parts)


def _goes_on(text: str, bodies: Wholes) -> bool:
    """Whether a passage belongs to the block before it."""
    first = text.partition("\n")[0]
    if len(first) > LONGEST_LINE or NO_CONTACT.match(first) or MAIL_HEAD.match(first):
        return False
    if (
        any(addresses(first))
        or LABELS.match(first)
        or _ADDRESS_LABEL.match(first)
        or any(telephones(first))
        or END_OF_RELEASE.fullmatch(first)
    ):
        return True
    if _is_role(first) and len(first) <= SHORT and not first.endswith((".", ":")):
        return True
    if is_town(first) or (bodies.end_at(first) > 0 and not prosaic(first)):
        return True
    if len(first) > _LONGEST_NAME_LINE or first.endswith("."):
        return False
    if len(first) <= SHORT and begins_reach(text[len(first) : len(first) + LONGEST_LINE].lstrip()):
        return True  # a role above its number
    named = BODY_NOUN.match(first) or directory.name_pattern().match(first) or directory.knows_acronym(first)
    person = any(name.start <= 6 for name in people(first))
    return bool(named or IN_PLACE.match(first) or person or names_unit(first) or _PRESS.search(first))


def _is_role(line: str) -> bool:
    """Whether a line begins with a role or is a short one that ends with one: "Managing Director"."""
    words = line.split(" ")
    return is_role(words[0]) or (len(words) <= _LONGEST_ROLE and is_role(words[-1]))


def is_town(line: str) -> bool:
    """Whether a line is a place, or a town and its state or country: "Kingston, Jamaica"."""
    return all(
        places.is_place(part.strip(EDGES)) or places.code_of(part.strip(EDGES))
        for part in line.split(",")[:3]
    )


def _leads_to_reach(passages: tuple[Passage, ...], *, told: bool) -> bool:
    """Whether a short passage stands above a number: the role or street of the person named before it.

    ``told``: the block has a number or address already; before its first, several such lines may stand.
    """
    for passage, after in pairwise(passages[:2] if told else passages):
        text = passage.text
        whole = text.endswith((".", ":")) and not _ENDS_SHORTLY.search(text)
        if len(text) > SHORT or whole or NO_CONTACT.match(text):
            return False
        line = after.text[:LONGEST_LINE].partition("\n")[0]
        if begins_reach(line) or any(each.start <= _LABEL_ABOVE for each in telephones(line)):
            return True
    return False


def _tells(text: str, bodies: Wholes) -> bool:
    """Whether a block without a cue is one: a number or address, beside an office or a person's line."""
    if not reaches(text):
        return False
    lines = text.split("\n")[:6]
    known = bodies.spans(text)
    at = [*reaches_at(text)]
    beside = any(_BESIDE.fullmatch(text, name.end, reach) for name in people(text) for reach in at)
    rows = [line for line in lines if len(line) <= SHORT and reaches(line)]
    named = beside or len(rows) > 1 or _PRESS.search(text) or names_unit(text) or known or is_street(text)
    return bool(named or any(map(_is_person, lines)))


def _is_person(line: str) -> bool:
    """Whether a line begins with a person, perhaps behind a city: "Palenque: Brother Ignacio, 916 ..."."""
    line = CLOSING.sub("", _OPENING_NUMBER.sub("", line))
    city = CITY.match(line)
    return begins_with_person(line[city.end() :] if city else line)
