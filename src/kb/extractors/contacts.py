"""Whom to ask: the name, office, telephone and e-mail address of a contact block.

A block begins with a cue ("For further information, please contact", "Contacto de prensa:") and goes
on over the next passages while they look like one: short, with a number, an address or a label.
Inside, a contact ends where the next begins: at a line, a semicolon or "or" behind which another name
stands once this one has a number or address.

What must stay true: nothing is completed. "Email" without an address is no address; a number is made
E.164 only where it carries its country code or the office says which country it is in.

Personal data: only contact blocks are read, never numbers and addresses of the running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from kb import places
from kb.extractors import directory
from kb.extractors.evidence import evidence
from kb.extractors.organisations import BODY_NOUN
from kb.records import Contact, Document, Evidence, Passage
from kb.text.dates import parse_date
from kb.text.folding import fold

_CUE = re.compile(
    r"""
    (?: for\ (?:(?:more|further|additional|media)\ )?
        (?:information|details|(?:press\ |media\ )?(?:inquiries|enquiries|queries|interviews))
        [^.:\n]{0,60}?(?:\bcontact\b|\bcall\b|\bwrite\ to\b|:)(?:\ us)?
    | (?<!\w)(?:media|press)\ (?:contacts?|enquiries|inquiries|officers?|liaison)\s?(?:[:–-]|$)
    | (?<!\w)contacts?\ (?:for\ (?:the\ )?(?:media|press)|information)\s?:?
    | (?<![\w-])(?:contact(?:s|os?)?|informes)\s?:
    | para\ (?:m[aá]s|mayor(?:es)?)\ (?:informaci[oó]n|informes|detalles)[^.:\n]{0,60}?
        (?:\bcontact(?:ar|e|o)\b|\bcomun[ií](?:car|qu)[ea]?se\ con\b|\bescrib(?:a|ir)\b|:|,)
    | (?<!\w)contactos?\ (?:de|para|con)\ (?:la\ |los\ )?(?:prensa|medios)(?:\ de\ comunicaci[oó]n)?\s?:?
    | (?<!\w)(?:oficina|atenci[oó]n|informaci[oó]n)\ (?:de|a)\ (?:la\ )?(?:prensa|medios)\s?:
    ) \s{0,3} (?:(?:with|a|con)\ )? (?:[:–-]\s{0,3})?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_UPPER = "A-ZÀ-ÖØ-Þ"
_EMAIL = re.compile(
    r"(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9][A-Za-z0-9.-]{0,120}\.[A-Za-z]{2,18}(?![\w@])"
)
_PHONE = re.compile(r"(?<![\w.@/+])(?:\+|00)?\(?\d[\d ().\u2011-]{5,20}\d(?![\w@])")
_EXTENSION = re.compile(r"[\s,;]{0,2}(?:ext|extensi[oó]n|x|int)\.?\s?\d{1,6}\b", re.IGNORECASE)
_LABELS = re.compile(
    r"(?<!\w)(?:tel[eé]fonos?|telephone|phone|tels?|tfno|t|m[oó]vil|mobile|mob|cell?|celular|whats?app|cel|fax"
    r"|e-?mails?|email|mail|correos?(?:\selectr[oó]nicos?)?|m)(?:\s?[.:]|(?=\s?[+(\d])|(?=\s?$))\s?:?",
    re.IGNORECASE,
)
_NAME_WORD = rf"[{_UPPER}][^\W\d_]+(?:[-'’][{_UPPER}]?[^\W\d_]+)?|[{_UPPER}]\."
_NAME = re.compile(
    rf"(?:{_NAME_WORD})(?:\s(?:(?:de|del|la|las|los|van|von|da|dos)\s){{0,2}}(?:{_NAME_WORD})){{1,4}}"
)
_HONORIFIC = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Dra|Sr|Sra|Srta|Lic|Licda|Ing|Mtra|Mtro)\.?|Licenciad[oa]|Doctora?|Señora?)\s"
)
_IN_PLACE = re.compile(
    rf"(?<![\w,])(?:In|En)\s(?:the\s)?(?P<place>[{_UPPER}][^\W\d]+(?:\s[^\W\d]+){{0,3}})\s?[:,(–-]\s*"
)
_PIECES = re.compile(r"[,;:()|\n]|\s[–-]\s|\b(?:at|from|en)\s(?:the\s|la\s|el\s)?(?=[A-ZÁÉÍÓÚ])")
_UNIT = re.compile(r"\b(?:Office|Oficina|Unidad|Unit|Department|Departamento|Dirección|Delegación)\b")
_PRESS = re.compile(r"\b(?:Prensa|Press|Comunicación|Communications?|Media|Medios)\b")
_CAPITALS = re.compile(rf"\b[{_UPPER}]{{2,10}}\b")
_EDGES = " .,;:()|–-•"
# Words that open a capitalised run and make it a role, an office or a heading and not a person.
_NO_PERSON = frozenset(
    """
    advisor agency area asistente assistant centro chief child children comision comite commission
    communication communications comunicacion comunicaciones consultant contact contacto coordinador
    coordinadora coordinator correo defensoria departamento department desk direccion director
    directora division email enlace for fund fundacion general gerente head informacion information
    institute instituto international jefa jefe manager media medios ministerio ministry nacional
    national ninez office officer oficial oficina oficinas organization para person phone please
    portavoz prensa press procuraduria program programa programme public publicas red regional
    relaciones relations representante representative save secretaria secretariat senior social
    specialist spokesperson telefono telephone the unidad unit united universidad university vocera
    vocero
    """.split()
)
_YEARS = re.compile(r"(?:19|20)\d\d\s?-\s?(?:19|20)\d\d")
_LONGEST_BLOCK = 1200
_LONGEST_LINE = 200
_LONGEST_NAME_LINE = 100
_WIDEST_GAP = 160
_MOST_LINES = 10


class _Block(NamedTuple):
    """The text of one contact block, and where each of its passages begins in it."""

    text: str
    parts: tuple[tuple[int, Passage, int], ...]  # position in text, passage, position in the passage


class _Mark(NamedTuple):
    """A name, place, phone or e-mail in a block."""

    start: int
    end: int
    kind: str
    words: str


def fill(document: Document) -> Document:
    """``document`` with the contacts of its contact blocks, in reading order."""
    if document.contacts:
        return document
    acronyms = frozenset(each.acronym for each in document.organisations if each.acronym)
    found = {
        (contact.name, contact.office, contact.phone, contact.email): contact
        for block in reversed(list(_blocks(document.passages)))
        for contact in reversed(list(_contacts(block, acronyms)))
    }
    return replace(document, contacts=tuple(reversed(found.values())))


# -- Blocks -----------------------------------------------------------------------------------


def _blocks(passages: tuple[Passage, ...]) -> Iterator[_Block]:
    index = 0
    while index < len(passages):
        cue = _CUE.search(passages[index].text)
        if cue is None:
            index += 1
            continue
        block, used = _block(passages[index : index + _MOST_LINES], cue.end())
        yield block
        index += used


def _block(passages: tuple[Passage, ...], start: int) -> tuple[_Block, int]:
    """The block that begins at ``start`` of the first passage, and how many passages it takes."""
    text = passages[0].text[start : start + _LONGEST_BLOCK]
    parts = [(0, passages[0], start)]
    for passage in passages[1:]:
        if not _goes_on(passage.text):
            break
        parts.append((len(text) + 1, passage, 0))
        text += "\n" + passage.text
    return _Block(text, tuple(parts)), len(parts)


def _goes_on(line: str) -> bool:
    if len(line) > _LONGEST_LINE:
        return False
    if _EMAIL.search(line) or _LABELS.match(line) or any(_phones(line)):
        return True
    if len(line) > _LONGEST_NAME_LINE:
        return False
    named = BODY_NOUN.match(line) or directory.name_pattern().match(line) or directory.knows_acronym(line)
    return bool(named or _IN_PLACE.match(line)) or any(name.start == 0 for name in _people(line))


# -- Marks ------------------------------------------------------------------------------------


def _contacts(block: _Block, acronyms: frozenset[str]) -> Iterator[Contact]:
    """The contacts of a block; one without a number or address only where a person opens it."""
    marks = _marks(block.text)
    for number, group in enumerate(_groups(block.text, marks)):
        reachable = any(mark.kind in {"phone", "email"} for mark in group)
        opens = number == 0 and group[0].kind == "name" and group[0].start <= 8
        if reachable or opens:
            yield _contact(block, group, number, acronyms)


def _marks(text: str) -> list[_Mark]:
    emails = [_Mark(*match.span(), "email", match[0].rstrip(".")) for match in _EMAIL.finditer(text)]
    cities = [_Mark(*match.span(), "place", match["place"]) for match in _IN_PLACE.finditer(text)]
    marks = emails + cities
    for mark in (*_phones(text), *_people(text)):
        if not any(mark.start < other.end and other.start < mark.end for other in marks):
            marks.append(mark)
    return _near(sorted(marks))


def _near(marks: list[_Mark]) -> list[_Mark]:
    """The marks up to the first wide gap: behind it, the paragraph speaks of other things."""
    last = 0
    for index, mark in enumerate(marks):
        if mark.start - last > _WIDEST_GAP:
            return marks[:index]
        last = mark.end
    return marks


def _phones(text: str) -> Iterator[_Mark]:
    for match in _PHONE.finditer(text):
        digits = sum(letter.isdigit() for letter in match[0])
        if 7 <= digits <= 15 and parse_date(match[0]) is None and not _YEARS.fullmatch(match[0]):
            extension = _EXTENSION.match(text, match.end())
            yield _Mark(match.start(), extension.end() if extension else match.end(), "phone", match[0])


def _people(text: str) -> Iterator[_Mark]:
    for match in _NAME.finditer(text):
        end = match.start()
        words = 0
        for word in re.finditer(r"\S+", match[0]):
            if _is_no_person(word[0]):
                break
            end, words = match.start() + word.end(), words + 1
        name = text[match.start() : end]
        if words > 1 and not _is_known(name):
            yield _Mark(match.start(), end, "name", name)


def _is_no_person(word: str) -> bool:
    return fold(word.strip(".")) in _NO_PERSON or (word.isupper() and word.isalpha() and len(word) > 1)


def _is_known(name: str) -> bool:
    return places.place_code(name) is not None or directory.named(name) is not None


# -- Contacts ---------------------------------------------------------------------------------


def _groups(text: str, marks: list[_Mark]) -> Iterator[list[_Mark]]:
    """The marks of each contact: a new one begins where a mark would be its second."""
    group: list[_Mark] = []
    for mark in marks:
        if group and _begins(text, group, mark):
            yield group
            group = []
        group.append(mark)
    if group:
        yield group


def _begins(text: str, group: list[_Mark], mark: _Mark) -> bool:
    kinds = {other.kind for other in group}
    reachable = bool(kinds & {"phone", "email"})
    if mark.kind in {"name", "place"}:
        return reachable
    apart = any(sign in text[group[-1].end : mark.start] for sign in "\n;")
    return mark.kind == "email" and "email" in kinds and apart


def _contact(block: _Block, group: list[_Mark], number: int, acronyms: frozenset[str]) -> Contact:
    first = {mark.kind: mark for mark in reversed(group)}
    unnamed = number == 0 and not {"name", "place"} & first.keys()
    start = len(block.text) - len(block.text.lstrip()) if unnamed else group[0].start
    office = _office(_stretch(block.text, first, group, start), acronyms)
    place = first.get("place")
    phone, email, name = first.get("phone"), first.get("email"), first.get("name")
    end = max(group[-1].end, group[0].end)
    if office and "phone" not in first and "email" not in first:
        end = max(end, block.text.find(office, start) + len(office))
    if block.text[end : end + 1] == ")" and "(" in block.text[start:end]:
        end += 1
    return Contact(
        name=_HONORIFIC.sub("", name.words) if name else None,
        office=office or (place.words if place else None),
        phone=_e164(phone.words, office, place.words if place else None) if phone else None,
        email=email.words if email else None,
        as_printed=block.text[start:end].strip(),
        evidence=_evidence(block, start, end),
    )


def _stretch(text: str, first: dict[str, _Mark], group: list[_Mark], start: int) -> str:
    """What stands between the name, or the beginning, and the number or address."""
    begin = first["name"].end if "name" in first else first["place"].end if "place" in first else start
    ends = [mark.start for mark in group if mark.kind in {"phone", "email"} and mark.start >= begin]
    stretch = text[begin : min(ends, default=begin + _LONGEST_LINE)]
    if not ends:
        stretch = re.split(r"\.(?:\s|$)|\n", stretch)[0]
    return stretch


def _office(stretch: str, acronyms: frozenset[str]) -> str | None:
    """The body that ``stretch`` names, or else the unit."""
    pieces = [piece.strip(_EDGES) for piece in _PIECES.split(_LABELS.sub(",", stretch))]
    bodies = [office for piece in pieces if (office := _body_in(piece, acronyms))]
    outside = [office for office in bodies if not _PRESS.search(office)]
    return next(iter(outside + bodies + [piece for piece in pieces if _UNIT.search(piece)]), None)


def _body_in(piece: str, acronyms: frozenset[str]) -> str | None:
    """``piece`` from where it begins to name a body: "spokesperson of UNICEF Peru"."""
    starts = [
        match.start()
        for match in _CAPITALS.finditer(piece)
        if match[0] in acronyms or directory.knows_acronym(match[0])
    ]
    for pattern in (directory.name_pattern(), BODY_NOUN):
        starts += [match.start() for match in pattern.finditer(piece)]
    office = piece[min(starts, default=len(piece)) :]
    return office if 2 < len(office) <= 90 else None


def _e164(printed: str, office: str | None, place: str | None) -> str:
    """``printed`` in E.164 where its country is certain, else as it is."""
    import phonenumbers  # here, because its tables are large and most documents have no contact

    region = _country(office) or _country(place)
    try:
        number = phonenumbers.parse(re.sub(r"^00", "+", printed), region)
    except phonenumbers.NumberParseException:
        return printed
    stated = printed.startswith(("+", "00")) and phonenumbers.is_possible_number(number)
    if not stated and not phonenumbers.is_valid_number(number):
        return printed
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _country(name: str | None) -> str | None:
    """The one country that ``name`` speaks of, if it is one."""
    codes = {mention.code for mention in places.mentions(name or "")}
    return codes.pop() if len(codes) == 1 else None


def _evidence(block: _Block, start: int, end: int) -> Evidence:
    """Where a contact begins; of one that runs over several passages, the part in the first."""
    index = max(i for i, (position, _, _) in enumerate(block.parts) if position <= start)
    position, passage, offset = block.parts[index]
    begin = start - position + offset
    return evidence(passage, begin, min(end - position + offset, len(passage.text)), 0.9)
