"""The persons and offices that the pieces of a contact block name.

A piece stands between commas, brackets, line ends and words such as "at" and "or". It names a person
("Ana Paz", "Lic. ANA PAZ"), an office ("Press Office of UNICEF Peru"), both ("Ana Paz UNICEF Peru") or
neither: a role, a street, a label. An office begins where a known body, or a noun such as "Foundation"
with the capitalised words before it, begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kb import places
from kb.extractors import directory
from kb.extractors.contact_people import (
    EDGES,
    NOUN_SURNAMES,
    TITLED,
    Mark,
    beside_name,
    is_no_name,
    people,
    person_in,
)
from kb.extractors.countries import GIVEN_NAMES
from kb.extractors.genders import is_given_name
from kb.extractors.honorifics import HONORIFIC, abbreviates_before
from kb.extractors.organisation_patterns import BODY_NOUN
from kb.extractors.plain_words import is_name_too
from kb.extractors.roles import is_role
from kb.text.folding import fold
from kb.text.letters import UPPER
from kb.text.wholes import Wholes

_LAST_INITIAL = re.compile(rf"[{UPPER}][^\W\d_]+\s[{UPPER}]$")  # "Ana Paz M."
EDGES_BUT_STOP = EDGES.replace(".", "")
_ONE_NAME = re.compile(rf"[{UPPER}][^\W\d_]{{2,14}}")
_GIVEN_NAME = re.compile(  # or, behind a title, a surname
    rf"(?P<name>{_ONE_NAME.pattern})(?:(?P<at>\s(?:at|in|of|en|de|del)\s)|\s[a-záéíóúñ])"
)
_NICKNAME = rf"\([{UPPER}][^\W\d_]{{1,14}}\)(?=\s[{UPPER}][^\W\d_])"  # "Rosa (Lupita) Guzmán"
_PIECE = re.compile(rf"(?:[^,;:|()\n•·/→]|(?<!\s)/|(?<=[^\W\d_]\s){_NICKNAME})+")
_JOINT = re.compile(
    rf"\s[–—-]\s|(?<=[^\W\d_]{{4}})\.\s(?=[{UPPER}])|(?<=\d\s[ap]\.m)\.\s(?=[{UPPER}])|\b(?:contact|call|contacte|llame|comun[ií]quese|escriba|write)\s(?:(?:al?|con|to)\s)?(?=[{UPPER}])|\b(?:at|from|on|en|o|u|or|al?|con|to|with)\s(?:the\s|la\s|el\s)?(?=[{UPPER}])|(?:^|\s)(?:or|o|u|and|y|e)(?=\s*$|\s(?:escrib|write|e-?mail|llam|call|text)\w*\b)"
    rf"|\b(?:or|o|at|al|on)(?=\s*$)"
    rf"|\b(?:ask(?:ing)?\sfor|pregunt(?:e|en|ar)\spor|(?:speak|talk)\s(?:to|with)|hablar\scon)\s(?:la\s|el\s)?(?=(?:{HONORIFIC}\s)?[{UPPER}][^\W\d_]+\s[{UPPER}])"
    rf"|\s(?=(?:Mrs?|Ms|Dra?|Lic|Licda|Licdo|Ing|Sra?|Mtr[ao])\.?\s[{UPPER}])"
)
_UNIT = re.compile(
    r"\b(?:(?i:office|oficina|unit|unidad|department|departamento|desk|team|equipo|section|secci[oó]n)"
    r"|Direcci[oó]n|Delegaci[oó]n|Coordinaci[oó]n|Secretariat|Division|Divisi[oó]n|Relations|Service"
    r"|(?i:comunicaci[oó]n(?:es)?\ssocial(?:es)?|relaciones\sp[uú]blicas|public\saffairs(?!\s(?:[a-z]+\s)?(?:officer|specialist|director|manager|coordinator|advis[eo]r|chief|assistant))|trabajo\ssocial|vocer[ií]a))\b"
)
_CAPITALISED = re.compile(  # "Course " office, "Port of Spain " office
    rf"(?:^|(?<=\s))[{UPPER}][\w'’-]*(?:\s(?:of\s|de\s)?[{UPPER}][\w'’-]*){{0,2}}\s$"
)
_KIND_OF_OFFICE = re.compile(  # "press " desk, "regional " office
    r"(?:(?<=^)|(?<=\s))(?:(?:press|media|communications?|regional|national|protection|front|help|legal|news|duty|intake|field|volunteer)\s)+$"
)
_BEFORE_PLACE = re.compile(rf"[{UPPER}][^\W\d_]+\s$")
_HOUSE = re.compile(r"(?<=\w\s)(?:House|Haven|Kitchen|Lodge|Ministries)\b")
_LETTERS = re.compile(rf"\b[{UPPER}]{{2,10}}\b")
_STREET = re.compile(
    r"\b(?:road|street|avenue|st|ave|avenida|av|calle|col|colonia|zona|boulevard|blvd|bulevar|plaza|edificio|building"
    r"|floor|piso|box(?!\soffice)|apartado|barrio|carretera|paseo|calzada|km|suite|nivel|periférico|c\.p)\b",
    re.IGNORECASE,
)
_COLONEL = re.compile(
    rf"(?:(?:Lt|Tte)\.\s)?(?:Col|St)\.\s(?!L[ao]s?\s|El\s)[{UPPER}]"
)  # or a saint: no quarter, no street
_PLURAL = re.compile(r"\bL[ao]s\s$")  # "Las Patronas"
_AND_PERSON = re.compile(r"\s(?:y|e|and|&|/)\s")
_ROLE = re.compile(r"officer|oficial|jef[ea]|head|chief|coordinador|director", re.IGNORECASE)
_OF = re.compile(r"\s(?:of|from|with|for|del?)\s(?:(?:the|la|los|las)\s)?")
_ANSWERS = re.compile(
    r"(?<=\w)\s(?:is|are|can be|by calling|toll[- ]free|gratis|est[aá]n?|atienden?)$"
)  # "The desk is at ..."
_TELLS = re.compile(  # what a sentence tells of an office: "Lantern House takes gifts at ..."
    r"(?<=\w)\s(?:(?:also|adem[aá]s|tambi[eé]n|s[oó]lo|se|le|les|ya|no|now)\s)*"
    r"(?:(?:recib|atiend|acept|respond|contest|pon|ofrec|brind|reit|abr|present|habilit|invit|solicit|agradec|tien"
    r"|mantien|trabaj|pued|deb)(?:en?|an?|ar[aá]n?)|orientan?|informan?|cuenta|est[aá]n?|es|son|fue|hay"
    r"|receives?|takes?|answers?|accepts?|responds?|opens?|has|have|is|are|can|may|will|offers?|collects?|keeps?"
    r"|handles?|works?|says|said)\s.*"
)
_RED_CROSS = re.compile(r"\s(?:Roja|Verde|Blanca|Azul|Ámbar)\b")
_AND = frozenset(("and", "&", "y", "e"))
_SMALL_IN_NAMES = frozenset("of without for press communications media and & y e".split())
_LONGEST_OFFICE = 110
_LONGEST_COUNTRY = 3  # words


def pieces(masked: str, bodies: Wholes) -> Iterator[tuple[int, str]]:
    """The stretches between the separators, with where each begins; no known name is cut."""
    whole = bodies.spans(masked)
    for match in _PIECE.finditer(masked):
        start = match.start()
        for joint in _JOINT.finditer(match[0]):
            at = match.start() + joint.start()
            if any(begin < at < end for begin, end in whole):
                continue
            if joint[0].startswith(".") and abbreviates_before(masked, at + 1):
                continue
            yield start, masked[start : match.start() + joint.start()]
            start = match.start() + joint.end()
        yield start, masked[start : match.end()]


def read(start: int, piece: str, bodies: Wholes) -> Iterator[Mark]:
    """The person and the office that a piece names, if it does."""
    bare = piece.lstrip(EDGES)
    start += len(piece) - len(bare)
    bare = bare.rstrip(EDGES)
    if _LAST_INITIAL.search(bare) and piece.rstrip(EDGES_BUT_STOP).endswith(f"{bare}."):
        bare += "."
    if places.place_code(bare):
        yield Mark(start, start + len(bare), "place", bare)
        return
    begin = beside_name(bare)
    whole = bare[:begin]
    opened, titled = begin > 0, TITLED.search(bare[:begin])
    begin += country_before(bare[begin:])
    if _STREET.search(bare) and not _COLONEL.match(bare):
        return
    start, bare = start + begin, bare[begin:]
    if len(bare) < 3 or re.search(r"\d", bare):
        return
    office = _office_start(bare, bodies)
    if office is not None and (led := _led_by_role(bare, office)):
        yield Mark(start + led.start, start + led.end, "name", led.words)
        return
    bare, behind = _parted(bare, office, bodies)
    if behind:
        yield Mark(start + len(bare) + 1, start + len(bare) + 1 + len(behind), "name", behind)
    titles = titled[0] if titled else ""
    persons = list(_persons(bare[:office] if office is not None else bare, titles))
    for begin, end in persons:
        yield Mark(start + begin, start + end, "name", bare[begin:end])
    bare = _ANSWERS.sub("", bare)
    if office is not None and (told := _TELLS.search(bare, office)):
        bare = bare[: told.start()]
    if office is not None and 2 < len(bare) - office <= _LONGEST_OFFICE:
        yield Mark(start + office, start + len(bare), "office", bare[office:])
    elif not persons and (opened or start <= 2) and _is_one_name(bare) and not _PLURAL.search(whole):
        yield Mark(start, start + len(bare), "name", bare)
    first = _GIVEN_NAME.match(bare) if opened and not persons else None
    if first and (first["at"] or titled) and _is_one_name(first["name"]):
        yield Mark(start, start + first.end("name"), "name", first["name"])


def country_before(piece: str) -> int:
    """How much of a piece is a country whose line was joined with that of a person: "Costa Rica Ana Paz"."""
    words = [word.end() for word in re.finditer(r"\S+", piece)][:_LONGEST_COUNTRY]
    ends = (
        end
        for end in words
        if places.code_of(piece[:end]) and fold(piece[:end]) not in GIVEN_NAMES and piece[end:]
    )
    at = max(ends, default=0)
    rest = piece[at:].lstrip()
    named = at and next(people(rest), None)
    return len(piece) - len(rest) if named and named.start == 0 else 0


def _persons(text: str, titles: str = "") -> Iterator[tuple[int, int]]:
    """The person that a piece names, before whom ``titles`` stand, and those joined by "and"."""
    person = person_in(text)
    titled = None if person else person_in(f"{titles}{text}")
    if titled and titled[0] == len(titles):
        person = (0, titled[1] - len(titles))
    while person:
        yield person
        joint = _AND_PERSON.match(text, person[1])
        begin = joint.end() + beside_name(text[joint.end() :]) if joint else len(text)
        further = person_in(text[begin:])
        person = (begin + further[0], begin + further[1]) if further else None


def _is_one_name(piece: str) -> bool:
    """Whether a piece is a first name alone: "ask for Xiomara at Warm Kitchen"."""
    return _ONE_NAME.fullmatch(piece) is not None and not is_no_name(piece)


def _parted(piece: str, begin: int | None, bodies: Wholes) -> tuple[str, str]:
    """A piece whose lines were joined, "Red de Tutela Adriana Chaves", cut where its known name ends.

    A country behind the name is that of its office: "ACNUR Guatemala Julián Sosa".
    """
    known = _known_at(piece, begin, bodies) if begin is not None else 0
    if country := re.match(rf"\s([{UPPER}][^\W\d_]+)(?=\s[{UPPER}])", piece[known:]) if known else None:
        known += country.end() if places.code_of(country[1]) else 0
    rest = piece[known + 1 :] if known else ""
    person = person_in(rest) if rest else None
    return (piece[:known], rest) if person == (0, len(rest)) else (piece, "")


def _known_at(piece: str, begin: int, bodies: Wholes) -> int:
    """Where a known name ends that begins at a place; 0 where none does."""
    letters = _LETTERS.match(piece, begin)
    found = [directory.name_pattern().match(piece, begin)]
    found += [letters if letters and directory.knows_acronym(letters[0]) else None]
    return max(0, bodies.end_at(piece, begin), *(match.end() for match in found if match))


def _office_start(piece: str, bodies: Wholes) -> int | None:
    """Where in a piece an office begins: "spokesperson of UNICEF Peru", "the Press Office"."""
    known = [match.span() for match in _LETTERS.finditer(piece) if directory.knows_acronym(match[0])]
    known += [span for span in bodies.spans(piece) if not _is_person_s(piece, *span)]
    known += [match.span() for match in directory.name_pattern().finditer(piece)]
    starts = [start for start, _ in known]
    for pattern in (BODY_NOUN, _UNIT, _HOUSE):
        starts += [
            _leftmost(piece, match.start())
            for match in pattern.finditer(piece)
            if not any(start <= match.start() < end for start, end in known)
            and not _is_surname(piece, match)
            and not _is_where_reached(piece, match)
            and match[0] != "Secretaria"  # who keeps the minutes
        ]
    start = min(starts, default=None)
    before = _BEFORE_PLACE.search(piece, 0, start) if start else None
    state = before and places.is_place(f"{before[0]}{piece[start:].partition(' ')[0]}")
    return before.start() if before and state else start  # "New Mexico Office of ..."


def _is_where_reached(piece: str, found: re.Match[str]) -> bool:
    """Whether "office" only says which number of a person follows: "Ana Paz  office 2212-5300"."""
    before = piece[: found.start()].rstrip()
    alone = found[0] in {"office", "oficina"} and found.end() == len(piece)
    placed = any(map(places.is_place, before.split())) and not is_given_name(before.partition(" ")[0])
    return alone and not placed and person_in(before) == (0, len(before))


def _led_by_role(piece: str, office: int) -> Mark | None:
    """Who ends a piece behind a role that a body's noun stands in: "Sunday School Coordinator Ana Paz"."""
    last = next((name for name in people(piece[office:]) if office + name.end == len(piece)), None)
    before = piece[office : office + last.start].split() if last else []
    if last is None or not before or not is_role(before[-1]) or any(word.islower() for word in before):
        return None
    return last._replace(start=office + last.start, end=office + last.end)


def _is_person_s(piece: str, start: int, end: int) -> bool:
    """Whether what was taken for a body ends a person's name: "Domingo Guardia Prado"."""
    nouns = list(BODY_NOUN.finditer(piece, start, end))
    given = piece.partition(" ")[0]
    named = is_given_name(given) or is_name_too(given) or given.endswith(".")
    first = [noun.start() for noun in nouns][:1] == [start]
    return first and named and all(_is_surname(piece, noun) for noun in nouns)


def _is_surname(piece: str, found: re.Match[str]) -> bool:
    """Whether a noun of bodies that Spanish puts first ends a person's name: "María Elena Cruz"."""
    if found[0] not in NOUN_SURNAMES or found.start() == 0:
        return False
    if found.end() == len(piece) or (found[0] == "Cruz" and not _RED_CROSS.match(piece, found.end())):
        return True
    person = person_in(piece)
    return person is not None and person[0] < found.start() and found.end() <= person[1]


def _leftmost(piece: str, position: int) -> int:
    """The beginning of the capitalised words before ``position``: "Harbour Light Foundation"."""
    if not piece[position].isupper():
        kind = _KIND_OF_OFFICE.search(piece, 0, position)
        position = kind.start() if kind else position
        before = _CAPITALISED.search(piece[:position])
        return before.start() if before and not _ROLE.search(before[0]) else position
    words = list(re.finditer(r"\S+", piece[:position]))
    begin, of_person = position, _of_person(piece[:position])
    for word in reversed(words):
        if word.end() <= of_person:
            break
        in_name = word[0][0].isupper() or word[0] in _SMALL_IN_NAMES
        if word[0] in _AND and _ends_with_person(piece[: word.start()].rstrip()):
            break
        if not in_name or word[0].endswith(",") or _ROLE.search(word[0]):
            break
        begin = word.start()
    return begin if piece[begin].isupper() else position


def _ends_with_person(before: str) -> bool:
    """Whether a person stands before "and": "Ana Paz and Media Office"."""
    return any(name.end == len(before) for name in people(before))


def _of_person(before: str) -> int:
    """Where a person ends whom "of" joins with her office: "Ana Paz of University Communications"."""
    joints = (joint for joint in _OF.finditer(before) if person_in(before[: joint.start()]))
    return max((joint.end() for joint in joints), default=0)


def is_street(text: str) -> bool:
    """Whether a text speaks of a street, a building or a quarter."""
    return _STREET.search(text) is not None


@lru_cache(maxsize=1024)
def names_unit(line: str) -> bool:
    """Whether a line speaks of an office, a department or another body."""
    return bool(_UNIT.search(line) or BODY_NOUN.search(line) or directory.knows_acronym(line))
