"""In which countries the numbers of a contact block may be: what the block itself says of it.

A number without a calling code belongs to a country that its office, its line, its block or the heading
above names: by name, by a town or state, or by a body of that country. The town of the dateline makes
nothing certain: a press officer may sit elsewhere. What one contact says is not true of the one before
it, but of those below it that say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from kb import places
from kb.extractors import directory, telephones
from kb.extractors.contact_apart import SENTENCE_END
from kb.extractors.contact_blocks import Block
from kb.extractors.contact_labels import LABELS
from kb.extractors.contact_people import EDGES, Mark
from kb.extractors.contact_pieces import names_unit
from kb.extractors.contact_starts import tells_day
from kb.extractors.countries import seats_of, spoken_of
from kb.extractors.name_words import is_language
from kb.places.mentions import Mention, mentions
from kb.records import Document
from kb.text.letters import UPPER

_PIECE = re.compile(
    r"[,;:|()/\n]+|\.\s|\s[–—-]\s|\s(?=[+\d])|(?:^|\s)(?i:in|en|at|on|of|al|de|desde|from|within|dentro\sde)\s"
)
_ACRONYM = re.compile(rf"(?<![\w-])[{UPPER}]{{2,10}}(?![\w-])")
_IN_BRACKETS = re.compile(r"\s?\([^()\n]{2,30}\)")
_CALLED_FROM = re.compile(
    rf",?\s(?:if\s(?:you\s)?call(?:ing|ed)?\s)?(?:from|desde|within|dentro\sde)\s(?:the\s|los\s)?"
    rf"(?P<place>[{UPPER}][^\W\d_]+(?:\s[{UPPER}][^\W\d_]+)?)"
)
_CALLED_AT = re.compile(  # before a number: "calls from Mexico on "
    rf"\b(?:from|desde)\s(?:the\s|los\s)?(?P<place>[{UPPER}][^\W\d_]+(?:\s[{UPPER}][^\W\d_]+){{0,2}}),?"
    r"\s(?:at|on|en|al)\s(?:(?:el|the)\s)?(?:n[uú]mero\s|number\s)?$"
)
_SENTENCE = re.compile(r"[.?!]\s+(?=\(?[A-ZÁÉÍÓÚ¿¡])")
# A language that somebody speaks is no country: "English: Ana Paz, 202-555-0119".
_MAY_BE_LANGUAGE = re.compile(r"\b[^\W\d_]+\b(?! [A-Z])")
_CAPITAL = re.compile(
    r"(?<!Bogotá\s)(?<!Bogotá,\s)(?<!Washington,\s)(?<!Washington\s)(?<!M\.)(?<!M\.\s)\bD(?:\.\s?)?C(?:\.|\b)"
)
_LONGEST_PLACE = 4  # words
_WIDEST_REST = 120  # characters of a sentence behind its number
_STREET = re.compile(  # what its name says is no place: "Av. Congreso de la Unión 66"
    r"\b(?:Av|Avenida|Calle|Blvd|Bulevar|Boulevard|Calz|Calzada|Paseo)\.?\s[^,;:|·\n\d]{2,40}(?=\s\d)"
)
# A calling code that a label tells of the numbers: "Teléfonos (+504): 2231-0204", "country code 503".
_CODE = re.compile(
    r"(?<![\d+(])\(?\s?\+\s?(?P<code>[1-9]\d{0,2})\s?\)?\s?:|\((?P<bare>50[1-8]|52)\)\s?:"
    r"|(?i:\b(?:country|calling|dialling|dialing)\scode|\bc[oó]digo(?:\sde(?:l)?\s(?:pa[ií]s|[aá]rea))?|\bprefi(?:x|jo))"
    r"\s?:?\s?\(?\+?(?P<told>[1-9]\d{0,2})(?!\d)"
)
# A consulate or embassy, before the country that it represents and behind its people.
_MISSION = r"(?:consulad[oa]s?|embajadas?|consulates?|embass(?:y|ies))"
_MISSION_OF = re.compile(
    rf"\b{_MISSION}(?:[- ](?:general(?:es)?|m[oó]vil(?:es)?|honorari[oa]s?))?"
    r"\s?(?P<of>\b(?:del?|of)\s(?:(?:l[ao]s?|the)\s)?(?:(?:rep[uú]blica|republic)\s(?:de|of)\s)?)?$",
    re.IGNORECASE,
)
_MISSION_BEHIND = re.compile(rf"\s(?:(?:general|mobile|honorary)[- ])?{_MISSION}\b", re.IGNORECASE)
_LONGEST_MISSION = 60  # characters
_FOR = re.compile(r"\b(?:a|para|to|for)\s(?:(?:l[oa]s|the)\s)?$")
_TOWN = re.compile(  # a town and the state or country that it is in
    rf"(?<![\w,])(?P<town>[{UPPER}][^\W\d_]+"
    rf"(?:[ -](?:(?:de|del|la|las|los|el|y|of|the)\s){{0,2}}[{UPPER}][^\W\d_]+){{0,3}})"
    rf",\s(?P<state>[{UPPER}][^\W\d_]+(?:\s(?:de\s|del\s)?[{UPPER}][^\W\d_]+){{0,2}}|[A-Z]{{2}}(?=\s\d{{5}}|\W|$))"
)
_SHORTEST_TOWN = 5  # letters
_MOST_TOWNS = 200


class Regions(NamedTuple):
    """In which countries the numbers of a contact may be."""

    own: str | None  # the one country that the contact itself names
    likely: Sequence[str]  # all that it, its block or the contact above names, the surest first


class Towns(NamedTuple):
    """What a document says of where towns are that are in no list, or in the lists of several countries."""

    told: Mapping[str, str] = MappingProxyType({})  # the countries of towns named with their state or country
    seats: frozenset[str] = frozenset()  # the countries of the dateline

    def country(self, name: str) -> str | None:
        """The one country that has a place of this name, as far as lists and the document tell."""
        here = places.place_codes(name) & self.seats
        return places.place_code(name) or self.told.get(name) or (min(here) if len(here) == 1 else None)


def towns(document: Document) -> Towns:
    """What a document says of where towns are; those of which it says two things are left out."""
    found: dict[str, set[str]] = {}
    for text in (document.text, document.place or ""):
        for match in islice(_TOWN.finditer(text), _MOST_TOWNS):
            name, code = match["town"], places.place_code(match["state"])
            known = places.is_place(name) or places.code_of(name) or names_unit(name)
            if code and not known and len(name) >= _SHORTEST_TOWN:
                found.setdefault(name, set()).add(code)
    told = {town: min(codes) for town, codes in found.items() if len(codes) == 1}
    return Towns(told, frozenset(seats_of(document)))


_NOTHING = Towns()
_NAMESAKES = {"LR": "CR"}  # Liberia is a town of Costa Rica


def regions(
    block: Block,
    groups: Sequence[Sequence[Mark]],
    offices: Sequence[str | None],
    known: Towns,
) -> list[Regions]:
    """For each group of marks the countries its numbers may be in; ``known``: of `towns` of the document."""
    text = _without_persons(block.text, groups)
    heading, abroad = block.heading, (_without_represented(block.heading), _without_represented(text))
    if any(_countries(known, *abroad)):  # it says where the consulates are
        heading, text = abroad
        offices = [_without_represented(office) if office else None for office in offices]
    ends = [*_ends(text, groups)]
    begins = [0, *ends][: len(ends)]
    around = [*_countries(known, heading, text[max(ends, default=0) :])]
    found: list[Regions] = []
    above: list[str] = []
    below: set[str] = set()  # what contacts without a number say, as the office of the persons above
    for group, office, begin, end in zip(groups, offices, begins, ends, strict=True):
        told = [*_of_office(office, known), *_countries(known, text[begin:end])]
        told = [_meant(code, {*around, *above, *known.seats}) for code in told]
        if not any(mark.kind == "phone" for mark in group):
            below.update(told)
        sure = told[0] if len(set(told)) == 1 else None
        found.append(Regions(sure, list(dict.fromkeys([*told, *around, *above]))))
        above = told[:1] or above
    listed = any(passage.kind == "item" or passage.number for _, passage, _ in block.parts)
    if len(below) == 1 and not listed:  # items of a list say nothing of each other
        found = [each._replace(likely=each.likely or [*below]) for each in found]
    return found


def _meant(code: str, near: Set[str]) -> str:
    """The country of a town of the region, where a country far away has its name: "San José ... Liberia"."""
    namesake = _NAMESAKES.get(code)
    return namesake if namesake and namesake in near else code


def _without_persons(text: str, groups: Sequence[Sequence[Mark]]) -> str:
    """``text`` with strokes for its persons, whose names are those of towns too."""
    for mark in (mark for group in groups for mark in group if mark.kind == "name"):
        text = text[: mark.start] + "|" * (mark.end - mark.start) + text[mark.end :]
    return text


def _without_represented(text: str) -> str:
    """``text`` with strokes for the countries of consulates and embassies, which are elsewhere."""
    return _masked(text, [mention for mention in mentions(text) if _is_represented(text, mention)])


def _is_represented(text: str, mention: Mention) -> bool:
    """Whether a country is that of a consulate: "U.S. Embassy", "Consulado de Honduras, Houston"."""
    if _MISSION_BEHIND.match(text, mention.end):
        return True
    before = _MISSION_OF.search(text[max(0, mention.start - _LONGEST_MISSION) : mention.start])
    return before is not None and (before["of"] is not None or mention.form == "people")


def _ends(text: str, groups: Sequence[Sequence[Mark]]) -> Iterator[int]:
    """Where each group ends: behind its last mark that no other shares, and what brackets tell behind it.

    The rest of a sentence or line without another mark belongs to it: "2552-0104, day and night in Tela".
    """
    for group, after in zip(groups, [*groups[1:], None], strict=False):
        begin = after[0].start if after else len(text)
        last = max((mark.end for mark in group if mark.start < begin), default=group[0].end)
        behind = _IN_BRACKETS.match(text, last)
        last = behind.end() if behind else last
        line = text[last : last + _WIDEST_REST].partition("\n")[0]
        ended = SENTENCE_END.search(line)
        rest = last + (ended.start() if ended else len(line))
        yield rest if after and rest <= begin and len(line) < _WIDEST_REST else last


def behind(text: str, phone: Mark, known: Towns) -> str | None:
    """The country in the brackets behind a number, or from where it is called: "... from Mexico"."""
    brackets = _IN_BRACKETS.match(text, phone.end)
    if called := _CALLED_FROM.match(text, phone.end):
        return places.code_of(called["place"]) or places.code_of(called["place"].split()[0])
    return _country(brackets[0], known) if brackets else None


def before(text: str, phone: Mark, start: int) -> str | None:
    """The country that stands right before a number: "Managua, Nicaragua: 8855-0102".

    ``start`` is where what belongs to other numbers ends.
    """
    said = LABELS.sub("|", text[start : phone.start].rpartition("\n")[2])
    if called := _CALLED_AT.search(said):
        return places.place_code(called["place"])
    pieces = [piece.strip(EDGES) for piece in _PIECE.split(said)]
    last = next((piece for piece in reversed(pieces) if piece), None)
    return places.place_code(last) if last else None


def _of_office(office: str | None, known: Towns) -> Iterator[str]:
    body = directory.by_acronym((office or "").split(" ")[0]) or directory.named(office or "")
    yield from filter(None, [_country(office, known), _seat(office), body.country if body else None])


def _countries(known: Towns, *texts: str) -> Iterator[str]:
    """The country of the last line that tells one, of the last sentence, of the text, and of all texts."""
    texts = tuple(_without_datelines(text) for text in texts)
    for text in texts:
        lines = (_country(line, known) for line in reversed(text.split("\n")))
        yield from islice(filter(None, lines), 1)
        sentences = [sentence for sentence in _SENTENCE.split(text) if sentence.strip()]
        yield from filter(None, [_country(sentence, known) for sentence in sentences[-1:]])
    yield from filter(None, [_country("\n".join(texts), known)])


def _without_datelines(text: str) -> str:
    """A text without the lines that hold a date: what stands there is where the release was written."""
    return "\n".join(line for line in text.split("\n") if not tells_day(line))


def _without_languages(text: str) -> str:
    return _MAY_BE_LANGUAGE.sub(lambda word: "|" if is_language(word[0]) else word[0], text)


def _country(text: str | None, known: Towns = _NOTHING) -> str | None:
    """The one country that ``text`` speaks of, by itself, its code, a town or a body of it, if it is one."""
    told = _told(text or "")
    if len(told.named) == 1:  # whatever else its towns may be namesakes of: "Toledo, Belize"
        return next(iter(told.named))
    codes = told.codes or {code for piece in told.pieces if (code := known.country(piece))}
    codes = codes | told.of_bodies
    return next(iter(codes)) if len(codes) == 1 else None


class _Told(NamedTuple):
    """What a text tells of countries by itself: by their names, by others, by its bodies, and its pieces."""

    named: frozenset[str]
    codes: frozenset[str] = frozenset()
    of_bodies: frozenset[str] = frozenset()
    pieces: tuple[str, ...] = ()


@lru_cache(maxsize=256)  # the contacts of a block stand among the same lines
def _told(text: str) -> _Told:
    text = _STREET.sub("|", _CAPITAL.sub("Washington", _without_languages(text)))
    spoken = spoken_of(text)
    named = {
        mention.code
        for mention in spoken
        if mention.form == "name" or (mention.form == "people" and not _is_served(text, mention))
    }
    named |= {*_coded(text)}
    if len(named) == 1:
        return _Told(frozenset(named))
    codes = {mention.code for mention in spoken if not _is_served(text, mention)}
    rest = _masked(text, spoken)
    pieces = [piece.strip(EDGES) for piece in _PIECE.split(rest) if not piece.startswith("the ")]
    codes |= {code for piece in pieces if (code := places.place_code(piece) or _at_head(piece))}
    bodies = [directory.by_acronym(word) for word in _ACRONYM.findall(text)]
    bodies += [directory.named(found[0]) for found in directory.name_pattern().finditer(text)]
    of_bodies = {body.country for body in bodies if body and body.country}
    return _Told(frozenset(named), frozenset(codes), frozenset(of_bodies), tuple(pieces))


def _at_head(piece: str) -> str | None:
    """The country of the place that a body's name begins with: "Texas DPS", "New Mexico Office of ..."."""
    words = piece.split()[:_LONGEST_PLACE]
    heads = (
        at for at in range(len(words) - 1, 0, -1) if names_unit(words[at]) or _ACRONYM.fullmatch(words[at])
    )
    return next(filter(None, (places.place_code(" ".join(words[:at])) for at in heads)), None)


def _is_served(text: str, people: Mention) -> bool:
    """Whether a people is only whom an office is for: "Center for Assistance to Mexicans"."""
    return people.form == "people" and _FOR.search(text, 0, people.start) is not None


def _masked(text: str, named: Sequence[Mention]) -> str:
    """``text`` with strokes for what it names: of "Port of Spain", nothing is Spain."""
    for mention in named:
        text = text[: mention.start] + "|" * (mention.end - mention.start) + text[mention.end :]
    return text


def _coded(text: str) -> Iterator[str]:
    """The countries whose calling codes labels tell of the numbers behind them."""
    for match in _CODE.finditer(text):
        if region := telephones.region(match["code"] or match["bare"] or match["told"]):
            yield region


def _seat(office: str | None) -> str | None:
    """The country of the place that an office is named after: "chancery in Juárez", "Texas Health Office"."""
    words = (office or "").split()
    tails = (" ".join(words[at:]) for at in range(max(0, len(words) - _LONGEST_PLACE), len(words)))
    heads = (
        " ".join(words[at:end])
        for end, unit in enumerate(words)
        if names_unit(unit)
        for at in range(max(0, end - _LONGEST_PLACE), end)
    )
    return next(filter(None, map(places.place_code, (*tails, *heads))), None)
