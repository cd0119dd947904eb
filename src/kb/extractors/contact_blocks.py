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
from itertools import islice, pairwise
from typing import NamedTuple

from kb import places
from kb.extractors import directory
from kb.extractors.addresses import address_at, addresses
from kb.extractors.contact_cues import (
    COUNTS,
    CUE,
    END_OF_RELEASE,
    INVITES,
    MAIL_HEAD,
    NARRATES,
    NO_CONTACT,
    PAST,
    TABLE_CUE,
    TOWARDS,
)
from kb.extractors.contact_labels import LABELS
from kb.extractors.contact_people import EDGES, begins_with_person, people
from kb.extractors.contact_pieces import Bodies, is_street, names_unit
from kb.extractors.organisation_patterns import BODY_NOUN
from kb.extractors.roles import is_role
from kb.extractors.telephones import telephones
from kb.records import Passage
from kb.text.dates import MONTHS, find_dates
from kb.text.letters import UPPER

_SENTENCE_END = re.compile(
    r"(?<!\bM[rs])(?<!\bMrs)(?<!\bDr)(?<!\bDra)(?<!\bLic)(?<!\bSr)(?<!\bSra)(?<!\bext)(?<!\btel)(?<!\b\w)[.?!]\s+"
    r"(?=[A-ZÁÉÍÓÚ¿¡\"“«])",
    re.IGNORECASE,
)
# What stands between a person and the words that invite: "Ana Paz and Leo Luz; both can be reached at".
_AUXILIARY = re.compile(
    r"(?:[,;]?\s(?:is|are|can|may|will|be|both|either|each|also|who|est(?:ar)?[aá]n?|pueden?|podr[aá]n?|amb[oa]s"
    r"|quien(?:es)?|se))+$"
)
_LONG_MONTHS = "|".join(name for name in MONTHS if len(name) > len("may"))
_OF_MONTH = re.compile(rf"\d\s(?:d[ií]as\s)?(?:de\s|del\smes\sde\s)(?:{_LONG_MONTHS})\b")  # behind a day
_ASKED_AFTER = re.compile(  # behind a number
    r"[^\n;:@]{7,40}?[,.(]\s?(?:ask(?:ing)?\sfor|pregunt(?:e|en|ar|ando)\spor)\s", re.IGNORECASE
)
# "Ana Paz wrote this. She can be reached at ..."
_PRONOUN = re.compile(
    r"(?:she|he|they|ella|él|se\s(?:la|le|lo)(?:\sencuentra)?)\s(?:(?:may|can|is|puede|también)\s)?",
    re.IGNORECASE,
)
_OPENED = re.compile(r"\s\((?:[^()]{1,40}[,;:]\s)?$")
_LONGEST_INVITATION = 180  # characters between the words that invite and the number or address
_MOST_REACHES = 6  # numbers and addresses of a passage that are looked at
# What a longer passage with a cue has somewhere; looking for cues themselves takes ten times as long.
_HINT = re.compile(r"@|[(\[{ ](?:at|arroba)[)\]} ]|\+\s?\d|\d{3,4}[ -]\d{3,4}|[Cc]ontac|CONTAC|:\s*$")
_BESIDE = re.compile(r"\s?[,:(–—-]?\s?")  # between a person and her number
_SHORT = 80
_SYMBOL = re.compile(r"[\u260e\u2706\U0001f4de\U0001f4f1\U0001f4f2]")  # a telephone, before its number
_ADDRESS_LABEL = re.compile(
    r"(?:in\sperson|(?:street\s|our\s)?address|en\spersona|(?:nuestra\s)?direcci[oó]n|domicilio|ubicaci[oó]n)\s?:",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[+(]?\d[\d ().-]{5,20}\d")
_OPENING_NUMBER = re.compile(r"^[+(]?\d[\d ().-]{5,20}\s(?=[^\W\d_])")
CLOSING = re.compile(  # "Sincerely, Ana Paz": the lines of a letter's end, joined
    r"^(?:yours(?:\s(?:sincerely|faithfully|truly|in\s[a-z]+))?|(?:very\s)?(?:sincerely|respectfully)(?:\syours)?"
    r"|(?:with\s)?(?:best|kind|warm)\sregards|regards|blessings|thanks|in\s(?:solidarity|peace)"
    r"|atentamente|cordialmente|fraternalmente|respetuosamente|gracias|bendiciones|saludos(?:\scordiales)?"
    r"|con\s(?:gratitud|cariño|afecto|esperanza))[,.:]?\s(?-i:(?=[A-ZÁÉÍÓÚÑ]))",
    re.IGNORECASE,
)
_LABELS_END = re.compile(rf"(?:{LABELS.pattern})\s?$", re.IGNORECASE)
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
_SMALL_WORD = re.compile(r"(?<![\w@.])[a-záéíóúñü]+(?![\w@.])")
_FEWEST_WORDS = 9  # in small letters, in a sentence
_FEWEST_PLAIN_WORDS = 4  # in one without a label: "The office answered 2212-5300 often."
_PROSE_ENDS = ("?", "!", "”", '"', "»")
_REGION = re.compile(r"(?:Centroam[eé]rica|Central\sAmerica|C\.\s?A\.?)")
LONGEST_LINE = 200
_LONGEST_BLOCK = 1200
_LONGEST_HEADING = 120
_DEEPEST_LETTERHEAD, _LONGEST_LINE_ABOVE = 8, 90  # passages, characters
_LONGEST_NAME_LINE = 100
_LONGEST_BARE_BLOCK = 320  # characters of a block without a cue
_MOST_LINES = 14
_MOST_BETWEEN = 5  # passages from a person's role or street to her number
_LABEL_ABOVE = 3  # characters before a number: "O 202.555.0195"
_ENDS_SHORTLY = re.compile(r"\b\w{1,2}\.$")  # "Jamaica W.I."
_LAST = 14  # passages from the end in which a block needs no cue
_FIRST = 4


class Block(NamedTuple):
    """The text of one contact block, and where each of its passages begins in it."""

    text: str
    parts: tuple[tuple[int, Passage, int], ...]  # position in text, passage, position in the passage
    cued: bool = True
    heading: str = ""  # the words before it: the cue, the heading above


def blocks(passages: tuple[Passage, ...], bodies: Bodies) -> Iterator[Block]:
    """The contact blocks of a document, in reading order."""
    index = end = 0
    while index < len(passages):
        bare = index < _FIRST or index >= len(passages) - _LAST
        start = _start(passages[index], bare=bare) or _leads(passages[index : index + 2])
        if start is None:
            index += 1
            continue
        above = _letterhead(passages[:index]) if index < _DEEPEST_LETTERHEAD else ""
        above = above or (_address(passages[index - 1]) if index else "")
        block, used = _block(passages[index : index + _MOST_LINES], start, bodies)
        block = block._replace(heading=f"{above}{block.heading}")
        beside = 0 < end == index  # a card right behind another
        if block.cued or _tells(block.text, bodies) or (beside and _reaches(block.text)):
            yield block
            index = end = index + used
        else:
            index += 1


def _leads(passages: tuple[Passage, ...]) -> tuple[int, bool] | None:
    """Where the sentence begins that leads to the number or address which the next passage begins with."""
    text = passages[0].text
    if len(passages) < 2 or not text.endswith(":") or not _begins_reach(passages[1].text):
        return None
    sentence = _SENTENCE_END.split(text)[-1]
    return (len(text) - len(sentence), True) if len(sentence) <= LONGEST_LINE else None


def tells_day(line: str) -> bool:
    """Whether a line holds a date, however it is worded: "Dado en Tela, a los 14 días del mes de mayo"."""
    return bool(find_dates(line)) or _OF_MONTH.search(line) is not None


def _letterhead(passages: tuple[Passage, ...]) -> str:
    """The lines above a block that stands in a letterhead, which are its heading."""
    if any(len(passage.text) > _LONGEST_LINE_ABOVE for passage in passages):
        return ""
    return "".join(f"{passage.text}\n" for passage in passages if not find_dates(passage.text))


def _address(above: Passage) -> str:
    """The line right above a block, where it can be its address: "Dirección: Calle 8, Ciudad de Panamá"."""
    text = above.text
    short = len(text) <= _LONGEST_LINE_ABOVE and not text.endswith((".", "?", "!", "»", "”"))
    return f"{text}\n" if short and not tells_day(text) and not NO_CONTACT.match(text) else ""


def _start(passage: Passage, *, bare: bool) -> tuple[int, bool] | None:
    """Where in a passage a block may begin, and whether a cue says so."""
    text = passage.text
    if MAIL_HEAD.match(text):
        return None
    table = TABLE_CUE.match(text)
    if table:
        return table.end(), True
    if _SYMBOL.match(text) and _reaches(text[:LONGEST_LINE]):
        return 0, True
    hinted = len(text) <= _SHORT or _HINT.search(text)
    cue = next((cue for cue in CUE.finditer(text) if _is_cue(cue, text)), None) if hinted else None
    invited = _invitation(text, bare=bare) if hinted else None
    if passage.kind == "table" and (cue or invited):
        return 0, True  # a row tells it of its own contact
    if invited and (cue is None or invited[1] < cue.end()):
        told = invited[0] <= LONGEST_LINE and _reaches(text[: invited[0]])
        return 0 if told else invited[0], True
    if cue:
        told = len(text) <= LONGEST_LINE and _reaches(text[: cue.start()])
        return 0 if told else _named_by(
            cue
        ) or cue.end(), True  # "Lantern House, +507 203 0141 · press: Ana Paz, ..."
    if (
        bare
        and len(text) <= _LONGEST_BARE_BLOCK
        and (_reaches(text) or not tells_day(text))
        and not END_OF_RELEASE.fullmatch(text)
        and not NO_CONTACT.match(text)
        and not _prosaic(text)
    ):
        return 0, False
    return None


def _named_by(cue: re.Match[str]) -> int | None:
    """Where the person stands with whom a cue ends: "Questions about this go to the editor, Ana Paz: "."""
    ends = len(cue[0].rstrip(" :"))
    return next((cue.start() + name.start for name in people(cue[0]) if name.end == ends), None)


def _is_cue(cue: re.Match[str], text: str) -> bool:
    """Whether a cue of running text ("those who wish to help can ring") has a number or address near."""
    behind = text[cue.end() : cue.end() + LONGEST_LINE]
    return (
        not behind.strip()
        or len(text) <= LONGEST_LINE
        or bool(any(addresses(behind)) or any(telephones(behind)) or any(people(behind[:60])))
    )


def _invitation(text: str, *, bare: bool) -> tuple[int, int] | None:
    """Where a sentence begins to say whom to write to or call, and the number; ``bare``: near the end.

    Near the end a label will do: "Las consultas se atienden por correo: datos@faro.example".
    """
    reaches = [address.start for address in islice(addresses(text), _MOST_REACHES)]
    reaches += [number.start for number in islice(telephones(text), _MOST_REACHES)]
    reaches.sort()
    for reach in reaches:
        if COUNTS.match(text, reach):
            continue
        before = text[max(0, reach - _LONGEST_INVITATION) : reach]
        sentence = _SENTENCE_END.split(before)[-1]
        begin = reach - len(sentence)
        if invites := INVITES.search(sentence) or (
            None if NARRATES.search(sentence) else TOWARDS.search(sentence)
        ):
            # "at 822-5501 or by email to ...": the sentence reaches somebody before it invites.
            earlier = [other for other in reaches if begin <= other < begin + invites.end()]
            if _PRONOUN.fullmatch(sentence[: invites.start()]) and (
                named := _named_last(text, begin - _LONGEST_INVITATION, begin)
            ):
                return named, reach
            if earlier or begins_with_person(sentence) or _told_before(sentence[: invites.start()]):
                return begin, min(earlier, default=reach)
            return begin + invites.end(), reach
        labelled = sentence.rstrip().endswith(":") or _LABELS_END.search(sentence)
        if _ASKED_AFTER.match(text, reach):
            return reach - len(sentence.rpartition(": ")[2]), reach
        if bare and (person := _person_beside(sentence)) is not None:
            return begin + person, reach
        told = address_at(text, reach) and not PAST.search(sentence)
        if bare and (labelled or told):
            return (0 if len(text) <= LONGEST_LINE else begin), reach
    return None


def _named_last(text: str, start: int, end: int) -> int | None:
    """Where the last person stands whom a text names from ``start`` to ``end``."""
    start = max(0, start)
    return max((start + name.start for name in people(text[start:end])), default=None)


def _person_beside(words: str) -> int | None:
    """Where a person stands who has what follows in brackets: "sent by Ana Paz (ana@faro.example)"."""
    opened = _OPENED.search(words)
    named = [name for name in people(words) if opened and name.end == opened.start()]
    return named[0].start if named else None


def _told_before(words: str) -> bool:
    """Whether a person ends the words before those that invite: "Dr. Ana Paz can be reached at ..."."""
    behind = _AUXILIARY.sub("", words.rpartition(": ")[2].rstrip())
    return any(name.end == len(behind) for name in people(behind))


def _prosaic(text: str) -> bool:
    """Whether a line is a sentence and no address."""
    plain = text.endswith(".") and not LABELS.search(text) and ":" not in text and "@" not in text
    if plain and len(_SMALL_WORD.findall(text)) >= _FEWEST_PLAIN_WORDS:
        return True
    return any(
        len(_SMALL_WORD.findall(line)) >= _FEWEST_WORDS
        or (len(line) > 60 and line.rstrip().endswith(_PROSE_ENDS))
        for line in text.split("\n")
    )


def _block(passages: tuple[Passage, ...], begin: tuple[int, bool], bodies: Bodies) -> tuple[Block, int]:
    """The block that begins in the first passage, and how many passages it takes."""
    start, cued = begin
    text = passages[0].text[start : start + _LONGEST_BLOCK]
    parts = [(0, passages[0], start)]
    for index, passage in enumerate(passages[1:], start=1):
        if not cued and CUE.match(passage.text):
            break
        table = TABLE_CUE.match(passage.text)
        rows = passage.kind == "table" and cued and _reaches(passage.text)
        goes_on = table or rows or _goes_on(passage.text, bodies)
        goes_on = goes_on or _leads_to_reach(passages[index : index + _MOST_BETWEEN], told=_reaches(text))
        if not goes_on:
            break
        first = table.end() if table else 0
        parts.append((len(text) + 1, passage, first))
        text += "\n" + passage.text[first : first + _LONGEST_BLOCK]
    return Block(text, tuple(parts), cued, passages[0].text[:start][-_LONGEST_HEADING:]), len(parts)


def _goes_on(text: str, bodies: Bodies) -> bool:
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
    if is_role(first.split(" ")[0]) and len(first) <= _SHORT and not first.endswith((".", ":")):
        return True
    if _is_town(first) or (bodies and bodies.match(first) and not _prosaic(first)):
        return True
    if len(first) > _LONGEST_NAME_LINE or first.endswith("."):
        return False
    if len(first) <= _SHORT and _begins_reach(text[len(first) : len(first) + LONGEST_LINE].lstrip()):
        return True  # a role above its number
    named = BODY_NOUN.match(first) or directory.name_pattern().match(first) or directory.knows_acronym(first)
    person = any(name.start <= 6 for name in people(first))
    return bool(named or IN_PLACE.match(first) or person or names_unit(first) or _PRESS.search(first))


def _is_town(line: str) -> bool:
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
        if len(text) > _SHORT or whole or NO_CONTACT.match(text):
            return False
        line = after.text[:LONGEST_LINE].partition("\n")[0]
        if _begins_reach(line) or any(each.start <= _LABEL_ABOVE for each in telephones(line)):
            return True
    return False


def _begins_reach(text: str) -> bool:
    return bool(address_at(text) or LABELS.match(text) or _NUMBER.match(text))


def _tells(text: str, bodies: Bodies) -> bool:
    """Whether a block without a cue is one: a number or address, beside an office or a person's line."""
    if not _reaches(text):
        return False
    lines = text.split("\n")[:6]
    known = bodies.search(text) if bodies else None
    reaches = [*_reaches_at(text)]
    beside = any(_BESIDE.fullmatch(text, name.end, reach) for name in people(text) for reach in reaches)
    named = beside or _PRESS.search(text) or names_unit(text) or known or is_street(text)
    return bool(named or any(map(_is_person, lines)))


def _reaches(text: str) -> bool:
    return next(_reaches_at(text), None) is not None


def _reaches_at(text: str) -> Iterator[int]:
    """Where the addresses and numbers of a text begin."""
    yield from (address.start for address in addresses(text))
    yield from (number.start for number in telephones(text))


def _is_person(line: str) -> bool:
    """Whether a line begins with a person, perhaps behind a city: "Palenque: Brother Ignacio, 916 ..."."""
    line = CLOSING.sub("", _OPENING_NUMBER.sub("", line))
    city = CITY.match(line)
    return begins_with_person(line[city.end() :] if city else line)
