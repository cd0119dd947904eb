"""The country of the place that a piece of a contact line is, or that the name of an office holds.

A town counts as a piece of its own, or before and behind what only a body of that town is called: "San Diego
Sector", "Tijuana desk", "DIF Sonora". A saint that a house is called after is no town, and a surname is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb import places
from kb.extractors.contact_pieces import names_unit
from kb.extractors.genders import is_given_name
from kb.extractors.plain_words import is_plain_word
from kb.extractors.roles import is_role
from kb.places.mentions import mentions
from kb.places.regions import region_code
from kb.places.towns import town_codes
from kb.text.folding import fold
from kb.text.letters import UPPER

ACRONYM = re.compile(rf"(?<![\w-])[{UPPER}]{{2,10}}(?![\w-])")
_LONGEST_PLACE = 4  # words
_LONGEST_STATE = 2  # words
_SHORTEST_STATE = 5  # letters
_ARTICLE = re.compile(r"^(?:(?:both|all)\s(?:of\s)?)?(?:(?:the|THE)\s)?")
_WITHIN = re.compile(rf"\s(?:to|with|the)\s(?=[{UPPER}])")  # "to report a child to San Diego Sector"
_POSSESSIVE = re.compile(r"['’]s?$")
_PART = re.compile(  # "South Texas", "Greater Houston"
    r"^(?:(?:North|South|East|West|Mid)(?:east|west)?(?:ern)?|Central|Greater|Metro(?:politan)?|Upper|Lower|Upstate"
    r"|Downtown|Coastal|Inland)[ -]"
)
# States that persons are called: "Virginia Press" may be somebody, and "Guerrero Law" a firm.
_NAMES_OF_STATES = frozenset(
    """
    carazo carolina cartago colon cortes dakota durango florida georgia guerrero heredia herrera hidalgo leon
    limon madriz montana morazan morelos rivas toledo virginia
    """.split()
)
_SAINT = re.compile(r"(?:San|Santa|Santo|St\.?|Saint)\s", re.IGNORECASE)
# What only a town's or a state's own body is called, behind a name that saints and persons have too.
_OF_TOWN = frozenset(
    """
    airport area bay border branch bureau campus chapter city consulate county courthouse desk district field
    fire immigration metro metropolitan municipal newsroom office police port public regional sector sheriff
    station superior unified
    """.split()
)
_LEADS_TO_TOWN = frozenset("at de del en in".split())
# A house that is called after a saint: "Albergue San Diego", "San José Shelter".
_SAINTED = rf"(?:San|Santa|Santo)\s[{UPPER}][^\W\d_]+"
PATRON = re.compile(
    r"\b(?:albergue|bas[ií]lica|capilla|casa|catedral|centro|cl[ií]nica|colegio|comedor|comunidad|congregaci[oó]n|convento"
    r"|cooperativa|escuela|fundaci[oó]n|hermandad|hogar|hospital|iglesia|instituto|misi[oó]n|parroquia|posada|refugio"
    rf"|residencia|santuario|seminario|universidad)\s(?-i:{_SAINTED})"
    rf"|(?-i:{_SAINTED})\s(?:academy|chapel|church|clinic|college|convent|friary|home|hospital|house|inn|mission|parish|school"
    r"|seminary|shelter)\b",
    re.IGNORECASE,
)


def claimants(name: str) -> frozenset[str]:
    """The codes of all countries that have a place of exactly this name."""
    return places.place_codes(name) | town_codes(name)


def site(name: str) -> str | None:
    """The country of the place of this name, where lists know only one, or one that is better known."""
    codes = places.place_codes(name) or town_codes(name)
    return next(iter(codes)) if len(codes) == 1 else None


def site_of(piece: str) -> str | None:
    """The country of a piece that is a place, or that begins or ends with one."""
    named = not piece[:1].islower()  # not "Lantern of the Valley", "apartado 12"
    bare = _ARTICLE.sub("", piece)
    whole = places.place_code(piece) if named else None
    within = _at_head(_WITHIN.split(piece)[-1])
    return whole or _at_head(bare) or _of_part(bare) or _at_tail(bare) or within


def seat(office: str | None) -> str | None:
    """The country of the place that an office is named after: "chancery in Juárez", "Texas Health Office"."""
    words = PATRON.sub("|", office or "").split()
    for at in range(max(0, len(words) - _LONGEST_PLACE), len(words)):
        name = " ".join(words[at:])
        if (code := site(name)) and not (at and _is_shared(name, code) and not _leads_to_town(words[at - 1])):
            return code
    heads = (
        " ".join(words[at:end])
        for end, unit in enumerate(words)
        if names_unit(unit)
        for at in range(max(0, end - _LONGEST_PLACE), end)
    )
    return next(filter(None, map(places.place_code, heads)), None)


def _leads_to_town(word: str) -> bool:
    """Whether a place may follow a word, where after another a surname would."""
    plain = names_unit(word) or (is_plain_word(word) and not is_role(word))
    return fold(word) in _LEADS_TO_TOWN or plain or ACRONYM.fullmatch(word) is not None


def may_be_person(name: str) -> bool:
    """Whether a name that only the longer list knows is a given name as well: "Charlotte"."""
    return not places.is_place(name) and is_given_name(name)


def _is_shared(name: str, code: str) -> bool:
    """Whether saints, persons or words have the name of a place."""
    quiet = code != "US" and name in places.countries()[code].quiet
    listed = places.is_place(name) or " " in name
    return quiet or not listed or fold(name) in _NAMES_OF_STATES or _SAINT.match(name) is not None


def _at_head(piece: str) -> str | None:
    """The country of the place that a body's name begins with: "Texas DPS", "San Diego Sector"."""
    words = piece.split()[:_LONGEST_PLACE]
    for at in range(len(words) - 1, 0, -1):
        name, behind = " ".join(words[:at]), words[at]
        code = None if name[0].islower() else site(name)
        if code and f"{name}." in places.countries()[code].cities:
            continue  # "Camp Director", "Sin costo": no states
        if code and (_is_of_town(behind) if _is_shared(name, code) else _is_of_body(behind)):
            return code
    return _state_at_head(words)


def _is_of_town(word: str) -> bool:
    return fold(word) in _OF_TOWN or ACRONYM.fullmatch(word) is not None


def _is_of_body(word: str) -> bool:
    return names_unit(word) or is_plain_word(word) or ACRONYM.fullmatch(word) is not None


def _state_at_head(words: Sequence[str]) -> str | None:
    """The country of the state that a run begins with which is no name: "Texas Governor's Office"."""
    for at in range(min(len(words) - 1, _LONGEST_STATE), 0, -1):
        state = " ".join(words[:at])
        if len(state) >= _SHORTEST_STATE and region_code(state):
            behind = [_POSSESSIVE.sub("", word) for word in words[at:]]
            told = any(is_role(word) or is_plain_word(word) for word in behind)
            if fold(state) in _NAMES_OF_STATES:
                told = region_code(state) == "US" and len(behind) > 1 and is_plain_word(behind[0])
            return region_code(state) if told else None
    return None


def _of_part(piece: str) -> str | None:
    """The country of a part of a state or town: "North Texas Welcome Center", "Greater Houston"."""
    part = _PART.match(piece)
    rest = piece[part.end() :] if part else ""
    return (site(rest) or _at_head(rest)) if rest else None


def _at_tail(piece: str) -> str | None:
    """The country of the capital that a label ends with: "Subsede Managua"."""
    label, _, town = piece.partition(" ")
    found = mentions(town) if is_plain_word(label) else []
    return next((each.code for each in found if each.form == "capital" and each.end == len(town)), None)
