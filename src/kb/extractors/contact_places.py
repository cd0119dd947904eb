"""Of which country the words around a number speak: by a name, a people, a town, a state or a body of it.

A town that is in no list, or in the lists of several countries, is where the document says that it is.
The country of a consulate is elsewhere, and a language that somebody speaks is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from kb import places
from kb.extractors import directory, telephones
from kb.extractors.contact_people import EDGES
from kb.extractors.contact_pieces import names_unit
from kb.extractors.contact_starts import tells_day
from kb.extractors.countries import seats_of, spoken_of
from kb.extractors.name_words import is_language
from kb.extractors.plain_words import is_plain_word
from kb.extractors.roles import is_role
from kb.places.mentions import Mention, mentions
from kb.places.regions import region_code
from kb.records import Document
from kb.text.dates import find_dates
from kb.text.folding import fold
from kb.text.letters import UPPER

PIECE = re.compile(
    r"[,;:|()/\n]+|\.\s|\s[–—-]\s|\s(?=[+\d])|(?:^|\s)(?i:in|en|at|on|of|al|de|desde|from|within|dentro\sde)\s"
)
_ACRONYM = re.compile(rf"(?<![\w-])[{UPPER}]{{2,10}}(?![\w-])")
_SENTENCE = re.compile(r"[.?!]\s+(?=\(?[A-ZÁÉÍÓÚ¿¡])")
# A language that somebody speaks is no country: "English: Ana Paz, 202-555-0119".
_MAY_BE_LANGUAGE = re.compile(r"\b[^\W\d_]+\b(?! [A-Z])")
# A town named after a saint and after more: "San José de Gracia" is not "San José".
_SAINT = re.compile(
    rf"\b(?:San|Santa|Santo)(?:\s[{UPPER}][^\W\d_]+){{1,2}}\s(?:del|de(?:\s(?:la|las|los|el))?)\s[{UPPER}][^\W\d_]+"
)
_CAPITAL = re.compile(
    r"(?<!Bogotá\s)(?<!Bogotá,\s)(?<!Washington,\s)(?<!Washington\s)(?<!M\.)(?<!M\.\s)\bD(?:\.\s?)?C(?:\.|\b)"
)
_STATE = re.compile(r"\b(?:new\smexico|nuevo\sm[eé]xico)\b", re.IGNORECASE)  # holds the name of a country
_COUNTY = re.compile(rf"[{UPPER}][^\W\d_]+\sCounty\b|\bCounty\sof\s[{UPPER}]")  # of the United States
_LONGEST_PLACE = 4  # words
# States that persons are called: "Virginia Press" may be somebody.
_NAMES_OF_STATES = frozenset("carolina dakota florida georgia montana virginia".split())
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
_MISSION = (
    r"(?:consulad[oa]s?|c[oó]nsul(?:es)?|embajadas?|embajador(?:es|as?)?|consulates?|embass(?:y|ies)"
    r"|ambassadors?)"
)
_MISSION_OF = re.compile(
    rf"\b{_MISSION}(?:[- ](?:general(?:es)?|m[oó]vil(?:es)?|honorari[oa]s?))?"
    r"\s?(?P<of>\b(?:del?|of)\s(?:(?:l[ao]s?|the)\s)?(?:(?:rep[uú]blica|republic)\s(?:de|of)\s)?)?$",
    re.IGNORECASE,
)
_MISSION_BEHIND = re.compile(rf"[ ](?:(?:general|mobile|honorary)[- ])?{_MISSION}\b", re.IGNORECASE)
_LONGEST_MISSION = 60  # characters
_FOR = re.compile(r"\b(?:a|para|to|for)\s(?:(?:l[oa]s|the)\s)?$")
_ABOUT = re.compile(
    r"\b(?:about|regarding|(?:report|stor(?:y|ies)|study)\son|sobre|acerca\sde)\s(?:(?:the|el|la)\s)?$",
    re.IGNORECASE,
)
_TOWN = re.compile(  # a town and the state or country that it is in
    rf"(?<![\w,])(?P<town>[{UPPER}][^\W\d_]+"
    rf"(?:[ -](?:(?:de|del|la|las|los|el|y|of|the)\s){{0,2}}[{UPPER}][^\W\d_]+){{0,3}})"
    rf",\s(?P<state>[{UPPER}][^\W\d_]+(?:\s(?:de\s|del\s)?[{UPPER}][^\W\d_]+){{0,2}}|[A-Z]{{2}}(?=\s\d{{5}}|\W|$))"
)
_ARTICLE = re.compile(r"^(?:the|THE)\s")
_POSSESSIVE = re.compile(r"['’]s?$")
_LONGEST_STATE = 2  # words
_SHORTEST_TOWN = 5  # letters
_MOST_TOWNS = 200
_MOST_BEFORE_DAY = 1  # words: "Saturday,"


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


def countries(known: Towns, *texts: str) -> Iterator[str]:
    """The country of the last line that tells one, of the last sentence, of the text, and of all texts."""
    texts = tuple(_without_datelines(text) for text in texts)
    for text in texts:
        lines = (country_of(line, known) for line in reversed(text.split("\n")))
        yield from islice(filter(None, lines), 1)
        sentences = [sentence for sentence in _SENTENCE.split(text) if sentence.strip()]
        yield from filter(None, [country_of(sentence, known) for sentence in sentences[-1:]])
    yield from filter(None, [country_of("\n".join(texts), known)])


def _without_datelines(text: str) -> str:
    """A text without the lines that hold a date: what stands there is where the release was written.

    Not where the day comes first and a number behind it: "7 September, Dallas: Ana Paz, 214-555-0161".
    """
    return "\n".join(line for line in text.split("\n") if not tells_day(line) or _is_appointment(line))


def _is_appointment(line: str) -> bool:
    """Whether a line begins with a day, and reaches somebody on the telephone or leads to who does."""
    first = next(iter(find_dates(line)), None)
    begins = first is not None and len(line[: first.start].split()) <= _MOST_BEFORE_DAY
    return begins and (line.rstrip().endswith(":") or any(telephones.telephones(line)))


def of_office(office: str | None, known: Towns) -> Iterator[str]:
    """The countries that the name of an office tells."""
    body = directory.by_acronym((office or "").split(" ")[0]) or directory.named(office or "")
    yield from filter(None, [country_of(office, known), _seat(office), body.country if body else None])


def _with_plain_states(text: str) -> str:
    """``text`` with another state for the one whose name holds that of a country."""
    return _STATE.sub(lambda state: "ARIZONA" if state[0].isupper() else "Arizona", text)


def _without_languages(text: str) -> str:
    return _MAY_BE_LANGUAGE.sub(lambda word: "|" if is_language(word[0]) else word[0], text)


def country_of(text: str | None, known: Towns = _NOTHING) -> str | None:
    """The one country that ``text`` speaks of, by itself, its code, a town or a body of it, if it is one."""
    told = _told(text or "")
    if len(told.named) == 1:  # whatever else its towns may be namesakes of: "Toledo, Belize"
        return next(iter(told.named))
    codes = told.codes or {code for piece in told.pieces if (code := known.country(piece))}
    codes = codes | told.of_bodies
    return next(iter(codes)) if len(codes) == 1 else None


def spoken_in(text: str) -> frozenset[str]:
    """All countries that ``text`` speaks of."""
    told = _told(text)
    return told.named | told.codes | told.of_bodies


class _Told(NamedTuple):
    """What a text tells of countries by itself: by their names, by others, by its bodies, and its pieces."""

    named: frozenset[str]
    codes: frozenset[str] = frozenset()
    of_bodies: frozenset[str] = frozenset()
    pieces: tuple[str, ...] = ()


@lru_cache(maxsize=256)  # the contacts of a block stand among the same lines
def _told(text: str) -> _Told:
    text = _STREET.sub("|", _CAPITAL.sub("Washington", _with_plain_states(_without_languages(text))))
    spoken = spoken_of(text)
    named = {
        mention.code
        for mention in spoken
        if mention.form in {"name", "people"} and not _is_served(text, mention)
    }
    named |= {*_coded(text)}
    if len(named) == 1:
        return _Told(frozenset(named))
    codes = {mention.code for mention in spoken if not _is_served(text, mention)}
    rest = _SAINT.sub(_whole_name, _masked(text, spoken))
    pieces = [piece.strip(EDGES) for piece in PIECE.split(rest)]
    codes |= {code for piece in pieces if (code := _place_in(piece))}
    codes |= {"US"} if not codes and _COUNTY.search(text) else set()
    bodies = [directory.by_acronym(word) for word in _ACRONYM.findall(text)]
    bodies += [directory.named(line) for line in text.split("\n")]  # in capitals too
    bodies += [directory.named(found[0]) for found in directory.name_pattern().finditer(text)]
    of_bodies = {body.country for body in bodies if body and body.country}
    plain = tuple(piece for piece in pieces if not piece[:1].islower())
    return _Told(frozenset(named), frozenset(codes), frozenset(of_bodies), plain)


def _whole_name(saint: re.Match[str]) -> str:
    """A stroke for a name whose beginning is that of another town."""
    return saint[0] if places.is_place(saint[0]) else "|"


def _place_in(piece: str) -> str | None:
    """The country of a piece that is a place, or that begins or ends with one."""
    bare = _ARTICLE.sub("", piece)
    named = not piece[:1].islower()  # not "Lantern of the Valley", "apartado 12"
    whole = places.place_code(piece) if named else None
    return whole or _at_head(bare) or _at_tail(bare)


def _at_head(piece: str) -> str | None:
    """The country of the place that a body's name begins with: "Texas DPS", "Arizona Office of ..."."""
    words = piece.split()[:_LONGEST_PLACE]
    heads = (
        at for at in range(len(words) - 1, 0, -1) if names_unit(words[at]) or _ACRONYM.fullmatch(words[at])
    )
    found = next(filter(None, (places.place_code(" ".join(words[:at])) for at in heads)), None)
    return found or _state_at_head(words)


def _state_at_head(words: Sequence[str]) -> str | None:
    """The country of the state that a run begins with which is no name: "Texas Governor's Office"."""
    for at in range(min(len(words) - 1, _LONGEST_STATE), 0, -1):
        state = " ".join(words[:at])
        if len(state) >= _SHORTEST_TOWN and region_code(state) and fold(state) not in _NAMES_OF_STATES:
            behind = (_POSSESSIVE.sub("", word) for word in words[at:])
            told = any(is_role(word) or is_plain_word(word) for word in behind)
            return region_code(state) if told else None
    return None


def _at_tail(piece: str) -> str | None:
    """The country of the capital that a label ends with: "Subsede Managua"."""
    label, _, town = piece.partition(" ")
    found = mentions(town) if is_plain_word(label) else []
    return next((each.code for each in found if each.form == "capital" and each.end == len(town)), None)


def _is_served(text: str, told: Mention) -> bool:
    """Whether a people is only whom an office is for, or a country what a text is about.

    "Center for Assistance to Mexicans", "the report on Honduras".
    """
    if _ABOUT.search(text, 0, told.start):
        return True
    return told.form == "people" and _FOR.search(text, 0, told.start) is not None


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


def without_represented(text: str) -> str:
    """``text`` with strokes for the countries of consulates and embassies, which are elsewhere."""
    return _masked(text, [mention for mention in mentions(text) if _is_represented(text, mention)])


def _is_represented(text: str, mention: Mention) -> bool:
    """Whether a country is that of a consulate: "U.S. Embassy", "Consulado de Honduras, Houston"."""
    if mention.form in {"name", "people"} and _MISSION_BEHIND.match(text, mention.end):
        return True
    before = _MISSION_OF.search(text[max(0, mention.start - _LONGEST_MISSION) : mention.start])
    return before is not None and (before["of"] is not None or mention.form == "people")
