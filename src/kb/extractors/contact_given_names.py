"""Persons of a contact block who are told by a given name alone, beside the brackets of a number.

"2212-5300 (Marisol)" and "Marisol (2212-5300)" name her; "(Main)", "(Spanish)" and "(Tela)" say which
number it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kb import places
from kb.extractors import directory
from kb.extractors.contact_people import Mark, is_no_name
from kb.extractors.honorifics import HONORIFIC, is_honorific
from kb.extractors.name_words import is_language
from kb.extractors.plain_words import is_plain_word
from kb.extractors.roles import is_role
from kb.text.folding import fold
from kb.text.letters import UPPER

# Words in brackets behind a number, with a capital, that tell which number it is: "2212-5300 (Main)".
_NO_GIVEN_NAMES = frozenset(
    """
    afternoons anonymous anytime calls central clinica confidencial confidential conmutador day days dia
    direct directa directo emergency evenings fijo free gratis gratuita gratuito landline llamadas main
    mananas mensajes messages mornings nights noche noches personal recepcion reception signal skype sms
    switchboard tardes telegram text texts trabajo tramites urgent urgente voice weekdays weekends work
    """.split()
)
_NAME = rf"[{UPPER}][^\W\d_]{{1,14}}(?:-[{UPPER}][^\W\d_]{{2,14}})?"  # "Ana", behind a title "Paz-Luna"
_COURTESY = (
    r"(?:[Dd]oña|[Dd]on|[Hh]ermano|[Hh]ermana|[Ss]eñora?|[Pp]adre|[Mm]adre|[Ss]or|[Ff]ray|Miss|Nurse|Sister|Brother|Father|Mother"
    r"|Deacon|Diácono|Pastora?|Officer|Investigator|Detective|(?:Mrs?|Ms|[Ll]ic|[Ll]icda|[Ss]ra?|[Dd]ra?|Hn[ao]|Fr|Rev|Mtr[ao]|Sgt|Lt|Capt|Prof)\.)"
)
_GIVEN_IN_BRACKETS = re.compile(rf"\s?\((?:{HONORIFIC}\s)?(?P<name>{_NAME})(?:\)|,\s[^()\n]{{2,40}}\))")
_GIVEN_BEFORE = re.compile(
    rf"(?:[,;:]\s|\s(?:and|or|y|o|e|u|with|con)\s|(?:^|\n|[·•|]\s))(?P<name>{_NAME})\s\(?$"
)
_GIVEN_BEHIND = re.compile(  # "2222-0190 con Marlon, o al ..."
    rf"(?:\s\([^()\n]{{0,30}}\))?,?\s(?:(?:y|and)\s)?"
    rf"(?:(?:con|with|ask\sfor|pregunt(?:e|ar)\spor)\s|de\s(?={_COURTESY}\s))"
    rf"(?:(?:la|el|the|our)\s(?:[a-záéíóúñ]{{3,14}}\s)?)?(?:(?:{HONORIFIC}|{_COURTESY})\s)?"
    rf"(?P<name>{_NAME})(?=\s?[,.;)(\n]|\s(?:[oyu]|or|and)\s|$)"
)
_BRACKETS = re.compile(r"\s?\([^()\n]{0,60}\)")  # right behind a number or address
_PART_END = re.compile(r"(?<=[^\W\d_]{3})\.\s(?=[^\W\d_])|;\s")
_WIDEST_GIVEN = 30  # characters
# What leads to a given name: a title, "call", "with", a message "to", the sign of a telephone.
_LEAD = (
    rf"(?:\A\s?|(?<![^\W\d_]){_COURTESY}\s"
    r"|\b(?i:ring|call|text|phone|(?:llamar|llame|marcar|marque|whatsapp|mensaje|recado)\sa|(?:message|calls?)\sto|llamadas\sa|(?:celular|tel[eé]fono|n[uú]mero|phone|cell)\s(?:de|of)|con|with|ask\sfor"
    rf"|preguntar\spor):?\s(?:(?:la|el|the|our)\s(?:{_COURTESY}\s)?)?"
    rf"|[–—·|]\s(?={_NAME}\s(?:or|and|[oyue&])\s)|[\u260e\u2706\U0001f4de\U0001f4f1\U0001f4f2]\ufe0f?\s)"
)
_ASIDE = (
    r"(?:\s\([^()\n\d]{2,30}\)|,\s[^\n\d,;:@.]{3,40}|\s(?:en|in|at)\s[^\n\d,;:@.]{3,50}(?=,|\s\(|\s$)){0,2}"
)
_GIVEN_TO_CALL = re.compile(  # "doña Ana 2212-5300", "ring: Gus, 2212-5300", "con Beto, cocinero, 2212-5300"
    rf"{_LEAD}(?:(?P<first>{_NAME})\s(?:or|and|[oyue&])\s(?:a\s)?(?:{_COURTESY}\s)?)?(?P<name>{_NAME})"
    rf"{_ASIDE}(?:[,:]|\s(?:[–—-]|at|on|al|en\sel))?\s\(?$"
)
_NEXT_OF_LIST = re.compile(  # behind the number of another: "Ana 2212-5300, Leo (English) 2212-5301"
    rf"(?<=[\d)])\s?[,;/·|]\s(?:(?:and|or|[oy])\s)?(?P<name>{_NAME}){_ASIDE}[,:]?\s\(?$"
)
_LABELLED = re.compile(  # "Congressional staff: Ron, 202-555-0211", "Interviews — Ana at 202-555-0211"
    rf"(?P<label>(?:[^\n.:;|\d]|(?<!\d)\d{{1,2}}(?!\d)){{2,45}})(?::|\s[–—→])\s(?P<name>{_NAME})"
    r"(?:\s\([^()\n\d]{2,30}\),?\s\(?|,\s|\s(?:at|on|al)\s|\s\()$"
)
_OF_HOUSES = re.compile(  # what the word behind such a label names is a town or a house
    r"\b(?:albergue|casa|oficina|sede|centro|shelter|house|office|cent(?:er|re)|parish|parroquia|cl[ií]nica?|lugar|place"
    r"|sucursal|delegaci|municipio|town|city|ciudad|regi[oó]n|zona|estado|hotel|hospital|escuela|school|tel|fax|direcci|address)",
    re.IGNORECASE,
)
_BY_ROLE = re.compile(  # "the parish secretary, Gladys, at 202-555-0211"
    rf"(?:['’]s|\b(?:her|his|our|the|su|la|el|nuestr[oa]))\s(?:[a-z]+\s)?(?P<role>[a-záéíóúñ]{{4,14}}),\s(?P<name>{_NAME}),?\s(?:at|on|al)?\s?\(?$"
)
_TITLED = re.compile(rf"(?<![^\W\d_]){_COURTESY}\s$")
_CAPITALISED = re.compile(  # alone, or behind a title: no word of "Bright Harbors Gala"
    rf"(?<!\w)(?P<name>{_NAME})(?!\w)(?!\s[{UPPER}][a-záéíóúñ])"
)
_RUN_BEFORE = re.compile(rf"(?<![^\W\d_])(?P<word>[{UPPER}][^\W\d_]{{2,}})\s$")
_LETTERS = re.compile(r"[a-z]{2,}(?=[@._-])")
_WIDEST_CALL = 110  # characters
_CELL_OF_NAMES = re.compile(  # the heading of a column of persons
    r"\s?(?:name|nombre|contact[oa]?(?:\sperson)?|ask\sfor|pregunt[ae]r?\spor|persona|responsable|encargad[oa]|atiende)\s?",
    re.IGNORECASE,
)
_NAME_IN_CELL = re.compile(rf"\s?(?:{_COURTESY}\s)?(?P<name>{_NAME})\s?")


def given_names(text: str, reach: Sequence[Mark], told: Sequence[Mark]) -> Iterator[Mark]:
    """The given names alone before the brackets of numbers and addresses, or in brackets behind them.

    The latter only where nobody is named before the number.
    """
    last = 0
    line: int | None = None  # where the last begins in which somebody is told so
    for mark in reach:
        begin = max(last, text.rfind("\n", 0, mark.start))
        begin += max((part.end() for part in _PART_END.finditer(text[max(0, begin) : mark.start])), default=0)
        names = [each.words for each in told if each.kind == "name" and begin <= each.start < mark.start]
        named = names != []
        opening = _given_before_brackets(text, mark.start)
        before = [opening] if opening else []
        if mark.kind != "place" and not any(" " in name for name in names):
            before = before or _given_to_call(text, begin, mark.start)
        of_line = text.rfind("\n", 0, mark.start)
        if line == of_line and not (before or names):
            beside = _given_next(text, begin - 1, mark.start)
            before = [beside] if beside else []
        alone = before or (names and not any(" " in name for name in names))
        line = of_line if alone else line
        yield from (each for each in before if not _overlaps(each, told))
        given = None if named or mark.kind == "place" else given_in_brackets(text, mark.end)
        given = given or (given_behind(text, mark.end) if mark.kind == "phone" else None)
        if given and not _overlaps(given, told):
            yield given
        brackets = _BRACKETS.match(text, mark.end)
        last = brackets.end() if brackets else mark.end


def _overlaps(mark: Mark, told: Sequence[Mark]) -> bool:
    return any(mark.start < each.end and each.start < mark.end for each in told)


def given_in_brackets(text: str, end: int) -> Mark | None:
    """Who is told by a given name alone in the brackets that open at ``end``: "2212-5300 (Marisol)"."""
    return _given(_GIVEN_IN_BRACKETS.match(text, end))


def given_behind(text: str, end: int) -> Mark | None:
    """Who is asked for by a given name alone behind a number that ends at ``end``: "2212-5300 with Ana"."""
    return _given(_GIVEN_BEHIND.match(text, end))


def _given_before_brackets(text: str, start: int) -> Mark | None:
    """Who is told by a given name alone before the brackets that open at ``start``: ", Ana (2212-5300)"."""
    opened = "(" in text[start - 1 : start + 1]
    return _given(_GIVEN_BEFORE.search(text, max(0, start - _WIDEST_GIVEN), start)) if opened else None


def _given_to_call(text: str, begin: int, start: int) -> list[Mark]:
    """Who is told by a title or behind "call" by a given name alone, before a number at ``start``.

    Nothing before ``begin`` is looked at. Two may be told: "call Ana or Leo on ...".
    """
    begin = max(begin, start - _WIDEST_CALL)
    found = _GIVEN_TO_CALL.search(text, begin, start)
    told = [_given(found), _given(found, "first") if found and found["first"] else None]
    if not any(told):
        labelled = _LABELLED.search(text, begin, start)
        told += [_given(labelled) if labelled and not _OF_HOUSES.search(labelled["label"]) else None]
        by_role = _BY_ROLE.search(text, begin, start)
        told += [_given(by_role) if by_role and is_role(by_role["role"]) else None]
    return sorted({mark for mark in told if mark})


def _given_next(text: str, begin: int, start: int) -> Mark | None:
    """Who is told by a given name alone behind the number of another who is told so."""
    return _given(_NEXT_OF_LIST.search(text, max(begin, start - _WIDEST_CALL), start))


def given_in_cells(text: str, heading: str) -> Iterator[Mark]:
    """Who is told by a given name alone in a table's column of persons: "English | Ana | 202-555-0211"."""
    column = _column_of_names(heading.rpartition("\n")[2])
    for line in re.finditer(r"[^\n]+", text):
        told = _column_of_names(line[0])
        column = column if told is None else told
        cells = line[0].split("|")
        if told is None and column is not None and column < len(cells):
            start = line.start() + sum(len(cell) + 1 for cell in cells[:column])
            given = _given(_NAME_IN_CELL.fullmatch(text, start, start + len(cells[column])))
            yield from [given] if given else []


def _column_of_names(line: str) -> int | None:
    cells = line.split("|")
    names = (at for at, cell in enumerate(cells) if _CELL_OF_NAMES.fullmatch(cell))
    return next(names, None) if len(cells) > 1 else None


def given_spelt(text: str, begin: int, address: Mark) -> Mark | None:
    """Who is told from ``begin`` on by a given name alone that an address has: "Theo writes: theo@..."."""
    local = _LETTERS.match(fold(address.words))
    words = _CAPITALISED.finditer(text, begin, address.start) if local else ()
    spelt = (word for word in words if local and fold(word["name"]) == local[0])
    return _given(next((word for word in spelt if not _ends_run(text, word.start())), None))


def _ends_run(text: str, start: int) -> bool:
    """Whether another capitalised word stands before the word at ``start`` that leads to no name."""
    before = _RUN_BEFORE.search(text, max(0, start - _WIDEST_GIVEN), start)
    return before is not None and not (is_role(before["word"]) or is_honorific(before["word"]))


def _given(found: re.Match[str] | None, which: str = "name") -> Mark | None:
    if found is None:
        return None
    word = found[which]
    title = _TITLED.search(found.string, 0, found.start(which))
    titled = title is not None  # "Deacon Al"
    if title and _ends_run(found.string, title.start()):
        return None  # "Cocina Solidaria Doña Tencha"
    other = (
        (is_no_name(word) and not (titled and not is_plain_word(word)))
        or is_language(word)
        or places.is_place(word)
        or directory.knows_acronym(word)
        or is_honorific(f"{word}.")  # "hna.ana@..." spells no "Hna."
    )
    return None if other or fold(word) in _NO_GIVEN_NAMES else Mark(*found.span(which), "name", word)
