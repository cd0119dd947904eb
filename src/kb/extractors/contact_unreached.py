"""What a contact block names and does not reach: quarters, headings, programmes, who took the photos.

The runs that `contact_pieces` reads as persons, places and offices are asked one by one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import islice

from kb import places
from kb.extractors import directory
from kb.extractors.contact_people import EDGES, Mark
from kb.extractors.contact_pieces import is_street
from kb.extractors.contact_starts import named_above
from kb.extractors.honorifics import HONORIFIC
from kb.extractors.organisation_patterns import BODY_NOUN
from kb.text.folding import fold
from kb.text.letters import UPPER
from kb.text.wholes import joins, places_of

_CALLED = re.compile(  # what stands before the name of a programme
    r"\b(?:programa|proyecto|iniciativa|campaña|l[ií]nea|jornada|programme|program|project|initiative|campaign|scheme|called"
    r"|llamad[oa])[ ][\"“«‘'*_]{0,2}$",
    re.IGNORECASE,
)
_HEADING = re.compile(rf"\s\|\s|,\s[{UPPER}][^\n|]{{0,40}}\n")  # behind its first word
WORD = re.compile(r"(?<![^\W\d_])(?!mailto)[^\W\d_]{3}", re.IGNORECASE)
_TITLE_BEFORE = re.compile(rf"(?:^|[\s(]){HONORIFIC}\s$")
_TOWARDS = re.compile(r"\b(?:a|to|con|with)\s$")  # "escríbale a Mónica: ..."
_CONTACT_OF = re.compile(r"(?i:contact[oa]?s?)\s(?:de\sla|del|de\sl[ao]s|of\sthe|for\sthe|at\sthe)\s$")
_STATE_BEHIND = re.compile(rf",\s(?P<state>[{UPPER}][^\W\d_]+(?:\s[{UPPER}][^\W\d_]+)?)(?=\s?[\n,.;:(|])")
_TOWN_BEHIND = re.compile(
    rf",\s(?:ciudad\sde\s)?(?P<town>[{UPPER}][^\n,.;:()|]{{2,40}}?)\s?(?=[\n,.;:()|]|$)"
)
_IN_QUARTER = re.compile(r"(?:\d\w?|s/n),?\s(?:Col|Fracc|Urb|Res|Bo)\.\s$")  # behind a house's number
_BEHIND_HOUSE = re.compile(  # "Jr. Huiracocha 1580, Jesús María"
    rf"[{UPPER}][^\W\d_]+\.?,?\s(?!ext|anexo|int|op|room|oficina|office|sala)(?:(?:n[°º.]|no\.|#)\s?)?\d{{1,5}}\w?(?:-\d{{1,4}})?,\s$",
    re.IGNORECASE,
)
_QUARTER = re.compile(r"\s?(?:Col|Colonia|Bo|Barrio|Res|Fracc|Urb)\.?\s")  # opens the line of an address
_CREDIT = re.compile(
    rf"(?:^|\n)[—–-]{{0,2}}\s?(?:by|por|thanks\sto|gracias\sa(?:l|\sla)?)\s(?:(?-i:{HONORIFIC})\s)*$"
    r"|(?:^|[\n;.|·(]\s?|\s)(?:redacci[oó]n|redact[oó]|edici[oó]n|edit[oó]|textos?|reportaje|fotos?|fotograf[ií]as?|diseño|ilustraci[oó]n|traducci[oó]n|revis[oó]|elabor[oó]|aprob[oó]"
    r"|reporting|edit(?:ed|ing)|text|words|photos?|photographs?|design|illustrations?|translation|story)"
    rf"(?:\s(?:by|de|por))?\s?:?\s(?:(?-i:{HONORIFIC})\s)*$",
    re.IGNORECASE,
)
_CREDIT_END = re.compile(r"[\n;]|\.\s")
_LONGEST_CREDIT = 30  # characters
_OPENING = 2  # characters of a block before what opens it
_BODY_BEFORE = re.compile(rf"(?:{BODY_NOUN.pattern})(?:[\s-][^\W\d_]+){{1,8}}$")  # what letters stand for
_WIDEST_BODY = 100  # characters
_MOST_MENTIONS = 5


def is_behind_town(masked: str, mark: Mark) -> bool:
    """Whether a word that may be a given name ends the line of a town: "Port of Spain, Trinidad"."""
    if mark.kind != "name" or " " in mark.words:
        return False
    town, comma, between = masked[masked.rfind("\n", 0, mark.start) + 1 : mark.start].rpartition(",")
    ends = masked[mark.end :].partition("\n")[0].strip(EDGES) == ""
    return bool(comma and not between.strip() and ends and places.is_place(town.strip()))


def is_body(name: str, hosts: Set[str], text: str) -> bool:
    """Whether a run is no person's name: an address has it for its host, or the text calls it a programme."""
    if re.sub(r"[^a-z0-9]", "", fold(name)) in hosts:
        return True
    first = name.partition(" ")[0]
    bracketed = f"({first})".lower() in text.lower()
    stands = re.search(rf"(?i:\s\({re.escape(first)}\))", text) if bracketed else None
    if stands and _BODY_BEFORE.search(text[max(0, stands.start() - _WIDEST_BODY) : stands.start()]):
        return True  # "Camef Tela", of the "Centro de Atención a Menores Fronterizos (Camef)"
    whole = (at for at in places_of(name, text) if not joins(text[at + len(name) : at + len(name) + 1]))
    return any(_CALLED.search(text[max(0, at - 40) : at]) for at in islice(whole, _MOST_MENTIONS))


def is_labelled(text: str, mark: Mark) -> bool:
    """Whether a run is the body of a label: "Contacto de la Biblioteca Faro: ..."."""
    return text.startswith(":", mark.end) and _CONTACT_OF.search(text, 0, mark.start) is not None


def stands_first(text: str, mark: Mark) -> bool:
    """Whether a place opens its line, as that of an office in a list does; others belong to their office."""
    return mark.kind != "place" or not text[: mark.start].rpartition("\n")[2].strip(EDGES)


def is_no_label(text: str, mark: Mark) -> bool:
    """Whether a word before a colon is a body or place and not the label of what follows."""
    alone = " " not in mark.words and text.startswith(":", mark.end)
    titled = _TITLE_BEFORE.search(text, 0, mark.start) if mark.kind == "name" else None  # "Sister Pat: "
    named = mark.kind == "place" or directory.knows_acronym(mark.words) or titled is not None
    return not alone or named or _TOWARDS.search(text, 0, mark.start) is not None


def heads(masked: str, mark: Mark) -> bool:
    """Whether a word heads a block or column, and names nobody: "Nogales, Arizona", "Sede | Teléfono".

    ``masked`` is the text with strokes for labels, numbers and addresses.
    """
    alone = mark.kind == "name" and " " not in mark.words
    state = _STATE_BEHIND.match(masked, mark.end) if alone else None
    if (
        state
        and places.code_of(state["state"])
        and masked[: mark.start].rpartition("\n")[2].strip(EDGES) == ""
    ):
        return True  # "Cucuyagua, Honduras ..... 2661-0133"
    return alone and mark.start <= _OPENING and _HEADING.match(masked, mark.end) is not None


def is_quarter(masked: str, mark: Mark) -> bool:
    """Whether a run is the quarter of an address: "Calle 3 Este, Casco Viejo, Panama City"."""
    if mark.kind != "name":
        return False
    line = masked[masked.rfind("\n", 0, mark.start) + 1 : mark.start]
    rest = masked[mark.end :].partition("\n")[0]
    house = _BEHIND_HOUSE.search(line)
    if _IN_QUARTER.search(line) or (_QUARTER.fullmatch(line) and is_street(rest)):
        return True
    if house and not WORD.search(rest):
        return True
    behind = _TOWN_BEHIND.match(masked, mark.end)
    return bool((house or is_street(line)) and behind and places.is_place(behind["town"]))


def is_credited(text: str, mark: Mark, marks: Sequence[Mark]) -> bool:
    """Whether a person only made something, and has no number in her line: "Edición: Ana Paz"."""
    credited = mark.kind == "name" and _CREDIT.search(text, max(0, mark.start - _LONGEST_CREDIT), mark.start)
    end = _CREDIT_END.search(text, mark.end)
    stop = end.start() if end else len(text)
    if credited and named_above(text[mark.start : stop], text[stop:].lstrip("\n;. ")) is not None:
        return False  # "By Ana Paz, Lantern Wire / Reach her at ..."
    return bool(credited) and not any(mark.end <= each.start < stop for each in marks if each.kind != "name")
