"""Whether what stands between two numbers, addresses or persons says that the second is somebody else's.

Words that only say which number it is ("cell", "a su correo", "evenings") leave it with the person or
office before it; any other word in a line, sentence, column or alternative of its own tells of another:
"Volunteers call ...", "· Town hall: ...", "or the shelter at ...".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kb import places
from kb.extractors.contact_labels import without_labels
from kb.extractors.contact_people import EDGES, Mark
from kb.extractors.contact_pieces import is_street
from kb.extractors.honorifics import HONORIFIC
from kb.extractors.roles import is_role
from kb.text.folding import fold
from kb.text.letters import UPPER
from kb.text.words import STOP_WORDS

# What parts two contacts; the last such mark counts.
_PARTS = re.compile(
    r"\n|(?<=[ap]\.m)\.\s(?=[A-ZÁÉÍÓÚ])|(?<!\w\.\w)(?<!\bext)(?<!\btel)(?<!\b[A-Z])[.;](?:\s|$)|\s?[·|•]|\s:\s|\s[/–—-](?=\s)"
)
_OR = re.compile(r"\b(?:or|o|u|and|y|e)\s")
_BRACKETS = re.compile(r"\([^()\n]*\)")
_DASH = re.compile(r"(?<=\w)\s[—–→]\s$")  # as a label has: "Volunteer nurses — nurses@faro.example"
_SITE = re.compile(r"\b(?:https?:|www\.)\S+")
_WORD = re.compile(r"[^\W\d_]{3,}")
_CLAUSE = re.compile(r"(?<=\s)[a-záéíóúñ]{2,}(?=\s)")  # its small words
_STATE = 4  # letters of a state's code: "Monterrey, N.L."
# Beginnings of words that say which number or address it is, how and when it reaches somebody.
_OWN = re.compile(
    r"(?:tel|phone|fon|cel|cell|mob|mov|whats|wha|wasap|wsp|sms|text|mensaj|messag|chat|signal|telegram|skype|voice|fax|pbx|conmut|switchb"
    r"|mail|email|corre|electr|num|line|lada|direct|fij|land|offic(?!er|ial)|ofic(?!ial)|despach|desk|home|casa|work|trabaj|person|institu|altern|anex"
    r"|ext|int(?:ern)?(?!\w)|interno|opcion|option|call|ring|dial|writ|escrib|escrit|llam|marc|marq|comuni|contact|reach|availab|dispon|atend|atien|atenc|horar|hour"
    r"|hora|hrs|day|dia|night|noch|morn|mana|even|tard|after|aftern|week|seman|fines|guard|turn|duty|urgen|lun|mart|mierc|juev|viern|sab|domin"
    r"|mon|tues|wednes|thurs|fri|satur|sun|also|only|solo|tamb|bien|sin(?!\w)|costo|gratis|same|mism|leave|dej|recad|send|envi|page|pagin|web|siti"
    r"|site|url|visit|redes|twitt|facebook|instagr|prefer|please|favor|ask|pregunt|her|him|his|address|direccion|possib|posib"
    r"|internacional|international|national|nacional|local|abroad|exterior|dentro|fuera|outside|within|desde|from|either|out|you|can|may|could|should|pued|podr|deb)"
)
_OR_CALL = re.compile(r"\s(?:or|o)\s(?:call|ring|phone|ll[aá]m\w{1,5}|marqu\w{1,3})\s[^\n.;:]{0,40}$")
_OUT_OF_HOURS = re.compile(
    r"(?:[.;|]\s|\n)(?:out\sof\s(?:office\s)?hours|after[\s-]hours|fuera\sde\s(?:horario|horas|oficina))\b[^:\n]{0,40}:\s$",
    re.IGNORECASE,
)
_SWITCHBOARD = re.compile(  # before the number of a house
    r"(?:(?:tel[eé]fono|tel\.?|l[ií]nea)\s(?:central|general|principal)|central(?:\stelef[oó]nica)?|conmutador|pbx|planta(?:\stelef[oó]nica)?"
    r"|switchboard|(?:main|general)\s(?:line|office|number|switchboard))\s?:?\s",
    re.IGNORECASE,
)
_TOLL_FREE = re.compile(r"toll|free|gratuit")  # "write to a@faro.example or call the toll-free line 800 ..."
_OTHER_PERSON = re.compile(r"(?:^|[\s,;(])(?:or|o|u|and|y|e|&|/)\s+(?:[^\s,;()]{1,20}\s){0,3}$")
# What stands between two persons of whom the second is no office of the first: a sentence's end, a title.
_TITLED_BEHIND = re.compile(rf"[.;]\s|:\s*$|(?:^|[\s(])(?:{HONORIFIC}\s)+$")
# "... with Ana Paz, call her assistant, Leo Luz": the number is his.
_CALLS_HERS = re.compile(
    r"\b(?:call|contact|ring|write\sto|phone|through|llam\w{1,3}|escrib\w{1,3}|contact\w{1,3}|comun\w{3,9}|dir[ií]\w{2,6})\b[^.;:\n]{0,20}"
    r"\b(?:su|her|his|their)\s[^\W\d_]{4,14}(?:\s(?:de\s)?[^\W\d_]{4,14})?,?\s$",
    re.IGNORECASE,
)
_OTHER_SENTENCE = re.compile(r"[.;]\s(?:[^.;]*:\s*$|[^\W\d_]+\s[^.;]*[a-záéíóúñ]{5},?\s$)")
_DESK_LABEL = re.compile(rf"\.\s(?P<first>[{UPPER}][^\W\d_]+)[^.;:\n]{{0,40}}:\s$")
_OF_HER_HOUSE = re.compile(  # "directora del albergue / tel. del albergue: ": what she heads
    r"\b(?:del|de\sla|of\sthe)\s(?P<body>[^\W\d_]{4,})\b[^\n]*\n[^\n:]*\b(?:(?:del|de\sla)\s(?P=body)|(?P=body)[^\n:\d]{0,12}):\s$"
)
_OUR = re.compile(
    r"[.;]\s(?:Our|Nuestr[oa])\b[^.;:\n]{3,40}\s(?:is|es)\s$"
)  # "Ask for Ana Paz. Our address is"
_OF = re.compile(r"(?:[.;]|\n)\s{1,3}(?:del?|of)\s[^\n.;:]+:\s*$")


def other_words(between: str) -> str | None:
    r"""How the last part of what stands between two marks begins that speaks of somebody else.

    None where it has no such part, or only words on which number it is; else ``"\\n"``, ``"."``, ``"or"``,
    or ``":"`` for a label.
    """
    bare = _DASH.sub(": ", _SITE.sub(" ", _BRACKETS.sub(" ", without_labels(between))))
    parted = next((part for part in _parts(_PARTS, bare) if _WORD.search(part[1])), None)
    parted = parted or next(_parts(_OR, bare), None)
    if parted is None:
        return None
    mark, part = parted
    words = [fold(word) for word in _WORD.findall(part)]
    alternative = _OR.fullmatch(mark) is not None
    if all(
        word in STOP_WORDS or _OWN.match(word) or (alternative and _TOLL_FREE.match(word)) for word in words
    ):
        return None
    if part.rstrip().endswith(":"):
        return ":"
    if any(_tells_more(piece) for piece in part.split(",")):
        return mark  # "Written comments go to the clerk, P.O. Box 12, or "
    return None if is_street(part) or _is_place(re.sub(r"\d", "", part).strip(EDGES)) else mark


def _tells_more(piece: str) -> bool:
    """Whether a piece of a part is a clause, and no street or place."""
    words = [word for word in _CLAUSE.findall(piece) if not _OWN.match(word)]
    return len(words) > 1 and not (is_street(piece) or _is_place(piece.strip(EDGES)))


def _is_place(part: str) -> bool:
    """Whether a part is a place, perhaps with its state or country: "Salina Cruz, Oaxaca"."""
    town, *others = (each.strip() for each in part.split(","))
    placed = places.is_place(town) and all(places.is_place(each) or len(each) <= _STATE for each in others)
    return placed and all(word[0].isupper() or word in STOP_WORDS for word in _WORD.findall(part))


def _parts(mark: re.Pattern[str], text: str) -> Iterator[tuple[str, str]]:
    """The parts of a text behind each mark, the last first, with the mark."""
    end = len(text)
    for found in reversed([*mark.finditer(text)]):
        yield found[0], text[found.end() : end]
        end = found.start()


def parts_persons(between: str) -> bool:
    """Whether what stands before a second name makes it another person's: "or", another sentence or label."""
    patterns = (_OTHER_PERSON, _TITLED_BEHIND, _CALLS_HERS)
    return any(pattern.search(between) for pattern in patterns)


def is_another_alone(between: str) -> bool:
    """Whether what stands between two persons gives what follows to the second of them alone."""
    return bool(_OTHER_SENTENCE.search(between) or _CALLS_HERS.search(between))


def is_of_office(between: str, *, told: bool) -> bool:
    """Whether a label gives a number behind a person to somebody else: "Ana Paz. Tel. de la asociación: "."""
    desk = None if told else _DESK_LABEL.search(without_labels(between))
    if desk and not is_role(desk["first"]) and other_words(between) == ":":
        return True  # "Ana Paz (inglés). Coordinación de entrevistas: ..."
    if _OF_HER_HOUSE.search(between) or _OUR.search(between):
        return True
    return _OF.search(without_labels(between)) is not None and other_words(between) == ":"


def is_out_of_hours(between: str) -> bool:
    """Whether a label gives a number to whoever is on duty: "Ana Paz, 2212-5300. Out of hours: "."""
    return _OUT_OF_HOURS.search(between) is not None


def is_switchboard(text: str, group: Sequence[Mark], phone: Mark) -> bool:
    """Whether a number in a line of its own is that of the house, below a person's line with her number.

    Or below the number and address of a desk, behind the street of the house: "4a Calle 2-10 · PBX: ...".
    """
    own = group[-1]
    line = text[text.rfind("\n", 0, phone.start) + 1 : phone.start]
    extension = phone.telephone is not None and phone.telephone.extension is not None
    whole = {"phone", "email"} <= {mark.kind for mark in group} and "\n" in text[own.end : phone.start]
    switchboard = next(_SWITCHBOARD.finditer(line), None)
    if whole and switchboard and switchboard.end() == len(line) and is_street(line):
        return not extension
    beside = group[-2:-1] and group[-2].kind == "name" and "\n" not in text[group[-2].end : own.start]
    below = own.kind == "phone" and "\n" in text[own.end : phone.start]
    return bool(beside and below and not extension and _SWITCHBOARD.fullmatch(line))


def calls_instead(between: str) -> bool:
    """Whether a number may be called in place of writing: "casa@faro.example or call the house on "."""
    return _OR_CALL.search(between) is not None
