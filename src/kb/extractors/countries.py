"""The countries a document speaks of, the most often named first.

A country is spoken of by its name, its people and its capital. Another city does not make a country:
"consultations in Beirut" names a place. The city of the dateline, even a capital, says where a text was
written and not what it speaks of, and "91 Freetown Road" is in Belize.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from kb import places
from kb.extractors.evidence import evidence
from kb.extractors.genders import is_given_name
from kb.extractors.name_words import INSTITUTIONS
from kb.extractors.plain_words import is_plain_word
from kb.places.mentions import Mention, mentions
from kb.records import Document, Evidence, Passage
from kb.text.folding import fold

_STREET_BEHIND = re.compile(r"\s(?:Road|Street|Avenue|Ave|St|Rd|Boulevard|Blvd|Square|Plaza)\b")
_STREET_BEFORE = re.compile(
    r"\b(?:calle|avenida|av\.?|bulevar|boulevard|paseo|calzada|colonia|col\.)\s(?:(?:de|del|la|el|rep[uú]blica)\s){0,3}$",
    re.IGNORECASE,
)
_GIVEN_NAME = re.compile(r"([A-ZÁÉÍÓÚÑ][a-záéíóúñü]{2,14})\s$")
_SURNAME = re.compile(r"\s[A-ZÁÉÍÓÚÑ][a-záéíóúñü]{2,14}\b")
_RUN_BEFORE = re.compile(  # "Infancia Abierta ", "de Mujeres "
    r"(?:\b(?:de|del|la|las|los|of|the|for|para)\s(?P<led>[A-ZÁÉÍÓÚÑ][a-záéíóúñü]{2,14})"
    r"|(?P<first>[A-ZÁÉÍÓÚÑ][a-záéíóúñü]{2,14})\s[A-ZÁÉÍÓÚÑ][a-záéíóúñü]{2,14})\s$"
)
_SURNAMES = frozenset("jordan chad georgia israel cuba espana francia granada guinea holland china".split())
# Countries and capitals that persons are called.
GIVEN_NAMES = frozenset(
    "jordan chad georgia israel salvador paris sofia mauricio kenia montserrat irlanda guadalupe".split()
)
_RARE_GIVEN_NAMES = frozenset("kenya argelia siria grecia".split())  # before a surname that is no word
_NO_GIVEN_NAMES = frozenset(
    """
    the from and for with northern southern eastern western central north south east west greater old new para
    desde hacia entre sobre hasta ciudad embassy embajada consulado consulate government gobierno metro office
    oficina region university universidad declaration conference process casa radio today when while where
    after before since between near
    """.split()
)
_STATE_BEFORE = re.compile(
    r"(?:Atlanta|Savannah|Augusta|Macon|Athens|Columbus|Dalton|Lumpkin|Gainesville),\s$|(?:[Ss]tate|estado)\s(?:of|de)\s$"
    r"|(?:Florida|Alabama|Carolina|Carolinas|Tennessee|Texas|Virginia),?\s(?:(?:and|y|o|or)\s)?$"
)
_STATE_BEHIND = re.compile(
    r",\s(?:U\.?S|United\sStates|EE|Estados\sUnidos)|,?\s(?:and|y)\s(?:Florida|Alabama|Texas|Carolina)"
)
_NOUN_BEHIND = re.compile(r"\s(?P<noun>[A-Z][a-z]+)\b")
_CONFIDENCE = {"name": 0.95, "people": 0.9, "capital": 0.8, "city": 0.7}


def fill(document: Document) -> Document:
    """``document`` with the ISO codes of the countries that its title and passages name.

    That of the dateline comes last and is marked as inferred where only its town is printed.
    """
    if document.countries:
        return document
    texts: list[tuple[Passage | None, str]] = [(None, document.title)]
    texts += [(passage, passage.text) for passage in document.passages]
    counts: Counter[str] = Counter()
    first: dict[str, Evidence] = {}
    for passage, text in texts:
        for mention in spoken_of(text):
            found = evidence(passage, mention.start, mention.end, _CONFIDENCE[mention.form])
            if mention.form == "city" or _is_seat(document, found, mention):
                continue
            counts[mention.code] += 1
            first.setdefault(mention.code, found)
    # Counter.most_common keeps the order of first mention among equals.
    codes = tuple(code for code, _ in counts.most_common())
    seats = [code for code in seats_of(document) if code not in codes]
    if seats and "place" in document.evidence:
        first |= {code: replace(document.evidence["place"], inferred=True) for code in seats}
        codes += tuple(seats)
    noted = {f"countries/{code}": first[code] for code in codes}
    return replace(document, countries=codes, evidence={**document.evidence, **noted})


def spoken_of(text: str) -> list[Mention]:
    """The countries and cities that ``text`` names, without those of its streets."""
    return [
        mention
        for mention in mentions(text)
        if not (_is_street(text, mention) or _is_somebody(text, mention) or _is_state(text, mention))
    ]


def _is_somebody(text: str, mention: Mention) -> bool:
    """Whether it is a person's name: "Ana Lima", "Chad Miller", "Israel Hernández"."""
    printed = text[mention.start : mention.end]
    if " " in printed or mention.form not in {"name", "capital"}:
        return False
    before, behind = text[max(0, mention.start - 25) : mention.start], text[mention.end : mention.end + 25]
    given = _GIVEN_NAME.search(before)
    surname = given and fold(given[1]) not in _NO_GIVEN_NAMES and places.place_code(given[1]) is None
    run = _RUN_BEFORE.search(before)
    if (
        run
        and _says_something(fold(run["led"] or run["first"]))
        and not any(map(is_given_name, run[0].split()))
    ):
        surname = False  # "Infancia Abierta España"
    if surname and (mention.form == "capital" or fold(printed) in _SURNAMES):
        return True
    named = _SURNAME.match(behind)
    rare = fold(printed) in _RARE_GIVEN_NAMES and named and not is_plain_word(named[0].split()[0])
    return bool(rare or (fold(printed) in GIVEN_NAMES and named))


def _says_something(word: str) -> bool:
    """Whether a word, or what it is the plural of, is none that persons are called: "Mujeres", "Children"."""
    return word in INSTITUTIONS or any(map(is_plain_word, (word, word[:-1], word[:-2])))


def _is_state(text: str, mention: Mention) -> bool:
    """Whether it is Georgia of the United States: "Atlanta, Georgia", "Georgia Department of Labor"."""
    if text[mention.start : mention.end] != "Georgia":
        return False
    before, behind = text[max(0, mention.start - 40) : mention.start], text[mention.end : mention.end + 16]
    noun = _NOUN_BEHIND.match(text, mention.end)
    of_body = noun is not None and is_plain_word(noun["noun"])  # of the country it would be "Georgian"
    return bool(_STATE_BEFORE.search(before) or _STATE_BEHIND.match(behind) or of_body)


def seats_of(document: Document) -> tuple[str, ...]:
    """The countries of the dateline's places, where they are known."""
    parts = re.split(r"\s?[,/]\s?", document.place or "")
    return tuple(dict.fromkeys(code for part in parts if (code := places.place_code(part))))


def _is_street(text: str, mention: Mention) -> bool:
    """Whether it is part of an address: "91 Freetown Road", "avenida República de Panamá"."""
    before, behind = text[max(0, mention.start - 30) : mention.start], text[mention.end : mention.end + 12]
    return bool(_STREET_BEHIND.match(behind) or _STREET_BEFORE.search(before))


def _is_seat(document: Document, found: Evidence, mention: Mention) -> bool:
    """Whether it is the city of the dateline: where a release was written, not what it speaks of."""
    place = document.evidence.get("place")
    if place is None or not place.span or place.passage != found.passage or mention.form == "name":
        return False
    return place.span[0] <= mention.start < place.span[1]
