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
from kb.extractors import calling_codes, directory, telephones
from kb.extractors.contact_people import EDGES
from kb.extractors.contact_pieces import names_unit
from kb.extractors.contact_sites import ACRONYM, PATRON, claimants, may_be_person, seat, site, site_of
from kb.extractors.contact_starts import tells_day
from kb.extractors.countries import seats_of, spoken_of
from kb.extractors.name_words import is_language
from kb.places.mentions import Mention, mentions
from kb.places.regions import region_code
from kb.records import Document
from kb.text.dates import find_dates
from kb.text.letters import UPPER

PIECE = re.compile(
    r"[,;:|()/\n]+|\.\s|\s[–—-]\s|\s(?=[+\d])|(?:^|\s)(?i:in|en|at|on|of|al|de|desde|from|within|dentro\sde)\s"
)
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
_FOR = re.compile(
    r"\b(?:a|para|to|for)\s(?:(?:l[oa]s|the)\s)?"
    r"(?:(?:adolescentes?|ciudadan[oa]s|comunidad|connacionales|familia(?:re)?s|j[oó]venes|madres|menores|mujeres"
    r"|niñ[oa]s|padres|personas|poblaci[oó]n|solicitantes)\s(?:migrantes?\s)?)?$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:about|regarding|(?:report|stor(?:y|ies)|study)\son|sobre|acerca\sde)\s(?:(?:the|el|la)\s)?$",
    re.IGNORECASE,
)
_TOWN = re.compile(  # a town and the state or country that it is in
    rf"(?<![\w,])(?P<town>[{UPPER}][^\W\d_]+"
    rf"(?:[ -](?:(?:de|del|la|las|los|el|y|of|the)\s){{0,2}}[{UPPER}][^\W\d_]+){{0,3}})"
    rf"(?=,\s(?P<state>(?:[A-Z]\.\s?){{2,3}}|[A-Z]{{2}}(?=\s\d{{5}}|\W|$)"
    rf"|[{UPPER}][^\W\d_]+(?:\s(?:de\s|del\s)?[{UPPER}][^\W\d_]+){{0,2}}\.?))"
)
_IS_STATE = re.compile(
    r"^(?!Col\.|D\.?\s?C\b)(?:[A-Z]{2}$|.*\.\s?$|.{5})"
)  # not "Tela, Col. Centro", "Bogotá, D.C."
_SHORTEST_TOWN = 5  # letters
_MOST_TOWNS = 200
_LONGEST_CODE = 2  # letters
_MOST_BEFORE_DAY = 1  # words: "Saturday,"


_REPORTED = re.compile(  # a dateline at the end: "Ana Paz reported from Laredo."
    r"\b(?:report(?:ed|ing|s)|writes|wrote|inform[aó]|report[aó]|escrib(?:e|ió))\s(?:from|desde)\s[^\n.;]{2,40}"
)


class Towns(NamedTuple):
    """What a document says of where towns are that are in no list, or in the lists of several countries."""

    told: Mapping[str, str] = MappingProxyType({})  # the countries of towns named with their state or country
    seats: frozenset[str] = frozenset()  # the countries of the dateline

    def country(self, name: str) -> str | None:
        """The one country that has a place of this name, as far as lists and the document tell."""
        here = claimants(name) & self.seats
        told = places.place_code(name) or self.told.get(name) or (min(here) if len(here) == 1 else None)
        return told or (None if may_be_person(name) else site(name))


def towns(document: Document) -> Towns:
    """What a document says of where towns are; those of which it says two things are left out."""
    found: dict[str, set[str]] = {}
    for text in (document.text, document.place or ""):
        for match in islice(_TOWN.finditer(text), _MOST_TOWNS):
            name, codes = match["town"], _situated(match)
            known = places.is_place(name) or places.code_of(name) or names_unit(name)
            if len(codes) == 1 and not known and len(name) >= _SHORTEST_TOWN:
                found.setdefault(name, set()).update(codes)
    told = {town: min(codes) for town, codes in found.items() if len(codes) == 1}
    return Towns(told, frozenset(seats_of(document)))


def _situated(match: re.Match[str]) -> frozenset[str]:
    """The countries in which a town may be as its state behind the comma tells: "Surrey, B.C."."""
    town, state = match["town"], match["state"]
    if places.code_of(town) or (len(state) > _LONGEST_CODE and places.code_of(state)):
        return frozenset()  # "Guatemala, C.A.", "Granada, Nicaragua"
    of_town = claimants(town)
    of_state = claimants(state) if "." in state else places.place_codes(state)
    if _IS_STATE.search(state) and not (of_town and state == "CA"):
        of_state |= frozenset(filter(None, [region_code(state)]))
    return of_town & claimants(state) or of_state


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
    lines = (line for line in text.split("\n") if not tells_day(line) or _is_appointment(line))
    return _REPORTED.sub("|", "\n".join(lines))


def _is_appointment(line: str) -> bool:
    """Whether a line begins with a day, and reaches somebody on the telephone or leads to who does."""
    first = next(iter(find_dates(line)), None)
    begins = first is not None and len(line[: first.start].split()) <= _MOST_BEFORE_DAY
    return begins and (line.rstrip().endswith(":") or any(telephones.telephones(line)))


def of_office(office: str | None, known: Towns) -> Iterator[str]:
    """The countries that the name of an office tells."""
    body = directory.by_acronym((office or "").split(" ")[0]) or directory.named(office or "")
    yield from filter(None, [country_of(office, known), seat(office), body.country if body else None])


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


def namesakes(text: str) -> frozenset[str]:
    """The countries that have a town of a name in ``text``, where several have one: "Guadalajara", "León"."""
    told = _told(_without_datelines(text))
    return told.shared.union(*(claimants(piece) for piece in told.pieces if len(claimants(piece)) > 1))


class _Told(NamedTuple):
    """What a text tells of countries by itself: by their names, by others, by its bodies, and its pieces."""

    named: frozenset[str]
    codes: frozenset[str] = frozenset()
    of_bodies: frozenset[str] = frozenset()
    pieces: tuple[str, ...] = ()
    shared: frozenset[str] = frozenset()  # the countries of its towns that have a namesake


@lru_cache(maxsize=256)  # the contacts of a block stand among the same lines
def _told(text: str) -> _Told:
    text = PATRON.sub("|", _without_languages(text))
    text = _STREET.sub("|", _CAPITAL.sub("Washington", _with_plain_states(text)))
    situated = [(match, found) for match in _TOWN.finditer(text) if (found := _situated(match))]
    for match, _ in situated:
        start, end = match.start("town"), match.end("state")
        text = text[:start] + "|" * (end - start) + text[end:]
    in_county = _COUNTY.search(text) is not None
    text = _COUNTY.sub("|", text)
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
    codes |= {code for piece in pieces if (code := site_of(piece))}
    codes |= {code for _, of_town in situated for code in of_town if len(of_town) == 1}
    codes |= {"US"} if in_county and not codes else set()
    bodies = [directory.by_acronym(word) for word in ACRONYM.findall(text)]
    bodies += [directory.named(line) for line in text.split("\n")]  # in capitals too
    bodies += [directory.named(found[0]) for found in directory.name_pattern().finditer(text)]
    of_bodies = {body.country for body in bodies if body and body.country}
    plain = tuple(piece for piece in pieces if not piece[:1].islower())
    towns = [claimants(text[each.start : each.end]) for each in spoken if each.form in {"capital", "city"}]
    towns += [of_town for _, of_town in situated]
    shared = frozenset[str]().union(*(of_town for of_town in towns if len(of_town) > 1))
    return _Told(frozenset(named), frozenset(codes), frozenset(of_bodies), plain, shared)


def _whole_name(saint: re.Match[str]) -> str:
    """A stroke for a name whose beginning is that of another town."""
    return saint[0] if places.is_place(saint[0]) else "|"


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
        if region := calling_codes.region(match["code"] or match["bare"] or match["told"]):
            yield region


def without_represented(text: str) -> str:
    """``text`` with strokes for the countries of consulates and embassies, which are elsewhere."""
    return _masked(text, [mention for mention in mentions(text) if _is_represented(text, mention)])


def _is_represented(text: str, mention: Mention) -> bool:
    """Whether a country is that of a consulate: "U.S. Embassy", "Consulado de Honduras, Houston"."""
    if mention.form in {"name", "people"} and _MISSION_BEHIND.match(text, mention.end):
        return True
    before = _MISSION_OF.search(text[max(0, mention.start - _LONGEST_MISSION) : mention.start])
    return before is not None and (before["of"] is not None or mention.form == "people")
