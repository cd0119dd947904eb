"""Lines of three to six digits: "llame al 1546", "dial 911", "Línea 141, gratuita", "text FARO to 741741".

So short a number is one only behind words that say to dial it, or that name a line; elsewhere it counts
something. A number for emergencies that somebody dialled in a story reaches nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set

from kb.extractors.contact_cues import INVITES, NARRATES, PAST

_NUMBER = r"(?P<number>\*?\d{3,5}|\d(?:-\d){2,3})"
# What may follow: no further digits, and no word that it counts ("call 300 families").
_END = (
    r"(?![\w-]|[.,]\d|\s?-?\d|\s?\(\d{3}|\s?[%|]\s?\d|\s(?-i:(?!or\b(?!\smore)|and\b|to\b|ext|[oyu]\b(?!\sm[aá]s)|para\b|from\b|desde\b|within\b|inside\b|dentro\b|statewide\b|nationwide\b|las\b|for\b|free\b"
    r"|toll|if\b|when|any|day\b|gratis\b|sin\b|si\b|cuando\b|cualquier|durante\b|de\slunes\b|(?:in|en)\s[A-Z]"
    r"|at\sany|en\s(?:cualquier|todo)|a\stoda)[a-z]|[A-Z][a-z]+\s(?:St|Ave|Blvd|Road|Rd|Main|Drive)))"
)
_DIALS = (
    r"\b(?:comun[ií](?:quese|carse|carla|carlo)|llam(?:e|en|ar|ando)|ll[aá]m[ae]n?(?:nos)?|marqu?en?|marque|marcar"
    r"|dial(?:ing)?|call(?:ing)?|ring|text)"
)
_TOWARDS = r"(?:\s(?:al?|on|at|the|la|el|to|l[ií]nea|n[uú]mero|number|hotline|line|tel[eé]fono|tty))"
_DIALLED = re.compile(  # "comuníquese al 1546", "dial 1-4-7"
    rf"{_DIALS}(?:\s(?:gratis|free|toll-free|sin\scosto))?{_TOWARDS}{{0,3}}\s{_NUMBER}{_END}", re.IGNORECASE
)
_REPORTED = re.compile(  # "denuncie al 110", not "se recibieron denuncias al 110"
    r"\b(?:denunci\w{1,3}|report[ea]\w{0,3}|av[ií]s[ae]\w{0,3}|acud[ae]n?|quejas?)\s(?:\w+\s){0,2}al"
    rf"\s{_NUMBER}{_END}",
    re.IGNORECASE,
)
_OR = re.compile(  # behind another number: "al 800 555 0104 o al 089", "... or 911"
    r"(?<=\d)(?:\s?\([^()\n]{2,30}\))?(?:,\s[^,.;:\n]{3,30})?,?\s(?:o|u|y|or|and)(?:\s(?:marque|llame|call|dial|text))?"
    rf"(?P<towards>{_TOWARDS}{{0,3}})\s{_NUMBER}{_END}",
    re.IGNORECASE,
)
# Behind the name of a line or what it is for: "Línea gratuita: 132", "Denuncias: 1555".
_LABELLED = re.compile(
    rf"""(?:(?:^|\n)(?:l[ií]nea|hotline|helpline|:)
      | \b(?:l[ií]nea
          (?:\s(?:gratuita|directa|nacional|[uú]nica|de\s(?:ayuda|denuncia|emergencia)s?|telef[oó]nica|sin\scosto))?
        |(?:hot|help)line|toll-free(?:\s(?:line|number))?|free\sline|n[uú]mero\s(?:gratuito|[uú]nico|corto)
        |denuncias?(?:\san[oó]nimas?)?|emergencias?|quejas|ll[aá]m[ae](?:nos)?|marque|call\sus|call\scent(?:er|re)
        |(?:llamadas\sdesde|calls?\sfrom)\s[^\W\d_]{{3,14}}(?:\s[^\W\d_]{{3,14}})?|centro\sde\sllamadas|emergenc(?:y|ies)(?:\sline)?|tty|pbx)(?:\s\([^()\n]{{2,30}}\))?\s?[:|,]
    )\s{_NUMBER}(?=\s?(?:$|[|;)\n(/·•*—–-])|[.,](?:\s|$)|\s(?:o|y|or|and)\s)""",
    re.IGNORECASE | re.VERBOSE,
)
_PLAIN_LABEL = re.compile(  # without a colon: "PBX 1555", "TTY 711", "Hotline (24 hours) 1555"
    rf"\b(?:pbx|tty|call\scent(?:er|re)|(?:hot|help)line(?:\snumber)?|conmutador)(?:\s\([^()\n]{{2,20}}\))?\s{_NUMBER}"
    r"(?=\s?(?:$|[;)\n(,])|\.(?:\s|$)|\s(?:o|u|y|or|and)\s)",
    re.IGNORECASE,
)
# "Línea 141, gratuita", "Childline is 131", and a cell of a table in which other numbers stand.
_NAMED = re.compile(
    rf"\b(?:[Ll][ií]nea|LÍNEA|(?:[Hh]ot|[Hh]elp)line)(?:\s(?:de\s(?:la\s)?)?[a-záéíóúñ]{{4,12}})?\s{_NUMBER}"
    r"(?=[.,;:)\n]|\s?$|\s[(—–-]|\s(?:atiende|recibe|funciona|opera|(?:de\s(?:la\s|el\s)?)?[A-ZÁÉÍÓÚ]))"
)
_IS = re.compile(
    rf"(?:[a-z]line|\bl[ií]nea|\bhotline\snumber|\bn[uú]mero)(?:\sde\s[^\W\d_]+)?\s(?:is|es(?:\sel)?)\s{_NUMBER}{_END}",
    re.IGNORECASE,
)
_INVITED = re.compile(  # "reportarse a la línea 147 de la ...", "comunicarse con el Centro, teléfono 1555"
    r"\b(?:(?:l[ií]nea|tel[eé]fono|(?:al|en\sel)\sn[uú]mero)(?:\s(?:gratuit[oa]|telef[oó]nic[oa]|nacional))?"
    r"|hotline|helpline|telephone|(?:on|at)\s(?:the\s)?number)"
    rf"(?:,|:)?\s{_NUMBER}(?=[.,;)\n]|\s?$|\s(?:de|del|of|from|o|or|y|and|para|to|las)\s)",
    re.IGNORECASE,
)
_FREE = re.compile(rf":\s{_NUMBER}(?=\s?\((?i:gratuit|sin\scosto|toll|free|24))")
_TEXTED = re.compile(  # "text FARO to 741741", "envíe FARO al 50505"
    r"\b(?i:text|send|sms|env[ií][ea]n?|mand[ea]n?|escrib[ea]n?)\s(?:(?i:the\sword|la\spalabra)\s)?[\"“«]?[A-ZÁÉÍÓÚÑ]{2,12}[\"”»]?"
    r"\s(?i:to|al)\s(?P<number>\d{5,6})(?![\w-]|[.,]\d)"
)
_CELL = re.compile(r" \| (?P<number>\d{3,4})(?= \||\s?$)", re.MULTILINE)
_CELL_OF_NUMBERS = re.compile(r" \| [+(]?\d[\d() -]{6,18}\d(?= \||\s?$)", re.MULTILINE)
_LINES = (_DIALLED, _LABELLED, _PLAIN_LABEL, _NAMED, _IS, _FREE, _TEXTED)
_ANY = re.compile(r"\d{3}|\d-\d-\d")
_EMERGENCY = frozenset(("911", "112", "999"))
_LONGEST, _LONGEST_SENTENCE = 7, 200  # characters
_SENTENCE = re.compile(r"[.!?¡¿]\s|\n")


def hotlines(text: str, others: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where short numbers stand in ``text``; ``others`` is where it has numbers of full length.

    >>> text = "Llame al 1546 o al 089, o escriba."
    >>> [text[start:end] for start, end in hotlines(text, ())]
    ['1546', '089']
    """
    if not _ANY.search(text):
        return
    lines = (*_LINES, _CELL) if _CELL_OF_NUMBERS.search(text) else _LINES
    found = {match.span("number") for line in lines for match in line.finditer(text)}
    found |= {match.span("number") for match in _INVITED.finditer(text) if _is_invited(text, match.start())}
    found |= {match.span("number") for match in _REPORTED.finditer(text) if not _is_told(text, match.start())}
    found -= _inside(found, others)
    ends = {end: len(text[start:end]) <= _LONGEST for start, end in (*others, *found)}
    for match in _OR.finditer(text):
        short = ends.get(match.start())
        plain = match["towards"] == "" and not short and match["number"] not in _EMERGENCY
        if short is not None and not plain:  # "ext. 12 or 14"
            found.add(match.span("number"))
            ends[match.end("number")] = True
    for start, end in sorted(found - _inside(found, others)):
        if text[start:end].replace("-", "") not in _EMERGENCY or not _is_told(text, start):
            yield start, end


def _inside(found: Set[tuple[int, int]], others: Sequence[tuple[int, int]]) -> Set[tuple[int, int]]:
    """Those of the spans ``found`` that begin within one of ``others``, which are in order."""
    starts = [start for start, _ in others]
    within = ((span, bisect_right(starts, span[0]) - 1) for span in found)
    return {span for span, at in within if at >= 0 and span[0] < others[at][1]}


def _is_invited(text: str, start: int) -> bool:
    """Whether the sentence invites to call, before a number and not as a tale."""
    begin = _sentence_at(text, start)
    return INVITES.search(text, begin, start) is not None and not _is_told(text, start)


def _is_told(text: str, start: int) -> bool:
    """Whether the sentence tells what happened: "The driver stopped and dialled 911"."""
    begin = _sentence_at(text, start)
    return bool(NARRATES.search(text, begin, start) or PAST.search(text, begin, start))


def _sentence_at(text: str, position: int) -> int:
    """Where the sentence begins in which a position stands."""
    begin = max(0, position - _LONGEST_SENTENCE)
    return max((end.end() for end in _SENTENCE.finditer(text, begin, position)), default=begin)
