"""The bodies that lines say a text is of: "Statement of ...", "Author: ...", "By ...", "About ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.extractors.front import back, front, is_prose, lines_of
from kb.extractors.official_names import DESK, EDGES, STATE, Official, is_unit, official_name, presented_name
from kb.extractors.publisher_signs import Sign, printed
from kb.places import place_code
from kb.records import Document

_PRESENTS = re.compile(
    r"^(?:about(?:\sthe)?|acerca\sdel?(?:\s(?:la|el|los|las))?|sobre(?:\s(?:la|el|los|las))?"
    r"|(?:©|\(c\)|copyright)\s?(?:©\s?)?(?:\d{4}(?:[-–]\d{4})?)?,?(?:\s(?:by|the))?)\s(?P<name>[^\n.:,;|]{2,90})",
    re.IGNORECASE,
)
# Those who sign together say what they are members of: "las organizaciones integrantes de la Red Camino".
_MEMBERS = re.compile(
    r"\b(?:undersigned|signatories|signing|members?|organi[sz]ations|firmantes|integrantes|miembros|integramos|conformamos"
    r"|organizaciones|pertenecientes|agrupad[oa]s|reunid[oa]s|articulad[oa]s|convocad[oa]s|agremiad[oa]s|afiliad[oa]s|united|gathered)(?:\s(?:organi[sz]ations|groups|bodies|members|organizaciones|colectivos))?"
    r"(?:(?<=mos)\s(?:la|el|los|las)|\s(?:of|in|de|al?|en)(?:\s(?:the|la|el|los|las)|l)?)\s(?=[A-ZÀ-ÖØ-Þ])(?P<name>[^\n.:;,(]{4,90})"
)
_COALITION = re.compile(
    r"\b(?:coalition|alliance|platform|consortium|network|forum|coalici[oó]n|alianza|plataforma|mesa|coordinadora|consorcio|red|foro|frente"
    r"|colectiv[oa]|articulaci[oó]n|grupo\sde\strabajo|movimiento|sindicato)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:by|por|from|de)\s?:?\s(?:(?:(?:la\s)?redacci[oó]n|(?:the\s)?newsroom)\s(?:(?:of|at|de)\s)?)?(?:(?:the|la|el)\s(?:desk|office|people|team|friends|mesa|oficina|equipo)\s(?:of|at|de)\s)?(?:(?:the|la|el|los|las)\s)?(?=[A-ZÀ-ÖØ-Þ])",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"(?:autor[ae]?|author|issued\sby|published\sby|emitid[oa]\spor|emite|publicad[oa]\spor|dependencia|instituci[oó]n"
    r"|organi[sz]ation|organizaci[oó]n|publisher|from|producci[oó]n|(?:produced|prepared)\sby|(?:producid|elaborad)[oa]\spor)\s?[:|]\s?(?P<name>[^\n|]{2,120})$",
    re.IGNORECASE,
)
# How a wire that carries releases for a fee ends: "SOURCE Faro Child Fund".
_CARRIED = re.compile(r"(?:SOURCE|FUENTE):?\s(?P<name>[A-ZÀ-ÖØ-Þ][^\n|:;]{2,90})$")
# Near the top, beside "Lugar:" and "Fecha:"; at the foot it is where figures are from.
_SOURCE = re.compile(r"(?:fuente|source)\s?[:|]\s?(?P<name>[^\n|]{2,120})$", re.IGNORECASE)
# Who invites, in an advisory: "WHO: Faro Interfaith Circle, with families from Guatemala".
_WHO = re.compile(
    r"¿?(?:who|qui[eé]n(?:es)?|organi[sz]ers?|organi[sz]ed\sby|organizan?|convocan?)\s?(?:\?\s?:?|:)\s{0,8}(?P<name>[^\n|,;:.]{4,90}?)"
    r"(?=[,;.]|\s(?:with|and|con|y|junto)\s|\s[A-Z]{4,8}:|$)",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r"(?:(?:joint|public|press|media|open|official)\s)?(?:statement|declaration|communiqu[eé]|letter|message|release|fact\ssheet"
    r"|backgrounder|bulletin|note)s?(?:\sfor\s(?:the\s)?(?:press|media))?\s(?:of|from|by)\s(?:the\s)?(?P<name>.{4,90})$"
    r"|(?:comunicado|pronunciamiento|declaraci[oó]n|carta|mensaje|posicionamiento|bolet[ií]n|hoja\sinformativa|nota)"
    r"(?:\s(?:conjunt[oa]|p[uú]blic[oa]|de\sprensa|para\s(?:la\sprensa|(?:los\s)?medios)|abierta|oficial|urgente)){0,2}\s(?:del?|por)\s(?:la\s|el\s|los\s|las\s)?(?P<nombre>.{4,90})$",
    re.IGNORECASE,
)
_IS_A = re.compile(
    r"(?:(?:the|el|la|los|las)\s)?(?P<name>[^\n.:;]{2,90}?)(?:\s\([A-ZÑ][\w.-]{1,9}\))?,?\s"
    r"(?:(?:is|are|es|son)\s(?:an?|un|una|el|la|the|uno|una)\b"
    r"|(?:was|were|fue)\s(?:founded|created|established|fundad[oa]|cread[oa])|es\suna?\b|nació\b|(?:has|have)\s(?:worked|given|served)"
    r"|works?\s(?:in|with|for|to)\b|trabaja\s(?:en|con|por|desde)\b|(?:is|es|est[aá])\s(?:based|affiliated|afiliad[oa]|integrad[oa])\b)",
    re.IGNORECASE,
)
# What runs a programme, not the programme: "The Faro Project is a programme of Harbour Nurses".
_OF_OWNER = re.compile(
    r"\s(?:\w+\s)?(?:programmes?|programs?|projects?|initiatives?|campaigns?|services?|programas?|proyectos?|iniciativas?|campañas?)"
    r"\s(?:of|run\sby|de|del|impulsad[oa]\spor)\s(?:(?:the|la|el)\s)?(?P<name>[A-ZÀ-ÖØ-Þ][^.:;,\n(]{2,90})"
)
_MARKS = EDGES.translate({ord(mark): None for mark in "()"})  # an acronym stays in its brackets
_STROKE = re.compile(r"\s[|–—•·]\s|[|•·]")
# Numbers and addresses behind a name: "Faro & Sons Ministries | 520-555-0177".
_REACHES = re.compile(r"(?:\s?[|·•]\s|\s[–—-]\s)(?=[^|·•\n]*(?:\d[\d\s().-]{5}\d|@))[^\n]*$")
_MOST_PROSE = 400  # characters of the first running text in which signers name their coalition
_FOOT = 5  # passages
_SHORTEST_NAME = 8  # characters
_LONGEST_LINE = 140
_SHORTEST_SENTENCE = 60  # characters
_LONGEST_OPENING = 200  # characters in which a line says what a body is


def signs(document: Document) -> Iterator[Sign]:
    """The sign of every body that a line says the text is of."""
    yield from _issued(document)
    yield from _in_fields(document)
    yield from _signed(document)
    yield from _in_bylines(document)
    yield from _presented(document)


def is_coalition(name: str) -> bool:
    """Whether a body is one of several that speak together: "Coalición Voces", "the Faro Network"."""
    return _COALITION.search(name) is not None


def names_issuer(line: str) -> bool:
    """Whether a line is read here as a whole: a by-line, or "Statement of the Faro Coalition"."""
    return any(pattern.match(line) for pattern in (_BYLINE, _ISSUED, _WHO))


def _issued(document: Document) -> Iterator[Sign]:
    """The body that a line says it is a statement of: "Joint statement of the Faro Coalition"."""
    for passage, start, line in lines_of(front(document)):
        for offset, piece in _pieces(line) if len(line) <= _LONGEST_LINE else ():
            issued = _ISSUED.match(piece)
            group = "name" if issued and issued["name"] else "nombre"
            official = presented_name(document, issued[group].strip(EDGES)) if issued else None
            if issued and official and issued[group][:1].isupper() and not STATE.match(official.name):
                begin, end = (start + offset + at for at in issued.span(group))
                yield printed("issued", official, passage, begin, end, 5.0)


def _pieces(line: str) -> Iterator[tuple[int, str]]:
    """The pieces of a line between strokes, each with the position where it begins."""
    start = 0
    for stroke in _STROKE.finditer(line):
        yield start, line[start : stroke.start()]
        start = stroke.end()
    yield start, line[start:]


def _in_fields(document: Document) -> Iterator[Sign]:
    """The body behind a label: "Author: National Institute of Fiction"."""
    for passage, start, line in lines_of(front(document)):
        who = _WHO.match(line[:_LONGEST_LINE])
        official = official_name(who["name"].strip(_MARKS), document) if who else None
        if who and official and not is_unit(official.name):
            begin, end = (start + at for at in who.span("name"))
            yield printed("field", official, passage, begin, end, 4.0)
    first = front(document)
    for passage, start, line in lines_of((*first, *back(document))):
        short = len(line) <= _LONGEST_LINE
        sourced = (passage in first and _SOURCE.match(line)) or _CARRIED.match(line)
        field = (_FIELD.match(line) or sourced) if short else None
        official = presented_name(document, field["name"].strip(EDGES)) if field else None
        if field and official:
            yield printed("field", official, passage, start + field.start("name"), start + len(line), 5.0)


def _signed(document: Document) -> Iterator[Sign]:
    """The coalition that those who sign say they are members of, in the first running text."""
    for passage in (each for each in front(document) if is_prose(each.text)):
        for members in _MEMBERS.finditer(passage.text[:_MOST_PROSE]):
            names = (each.name for each in document.organisations)
            name = next((each for each in names if members["name"].startswith(each)), None)
            if name and _COALITION.search(name):
                begin = passage.text.index(name, members.start("name"))
                official = Official(name, inferred=False)
                yield printed("signed", official, passage, begin, begin + len(name), 5.0)


def _in_bylines(document: Document) -> Iterator[Sign]:
    """The body of a by-line near the top; of one that names several, the coalition they form."""
    for passage, start, line in lines_of(front(document)):
        byline = _BYLINE.match(line) if len(line) <= 2 * _LONGEST_LINE else None
        if byline is None:
            continue
        first, *others = re.split(r",\s|\s(?:and|y|e|&)\s(?:the|la|el)\s|\s/\s", line[byline.end() :])
        several = not all(place_code(each.strip(EDGES)) for each in others[-1:])
        official = official_name(first.strip(EDGES), document)
        if official and not DESK.fullmatch(first) and (not several or _COALITION.search(first)):
            begin = start + byline.end()
            yield printed("byline", official, passage, begin, begin + len(first), 4.0)


def at_the_foot(document: Document) -> Iterator[Sign]:
    """The one body whose name is a whole line at the end, as a signature or an imprint."""
    found = []
    for passage, start, line in lines_of(back(document, most=_FOOT)):
        bare = _REACHES.sub("", line).strip(EDGES)
        fits = _SHORTEST_NAME < len(bare) <= _LONGEST_LINE and not DESK.fullmatch(bare)
        official = official_name(bare, document) if fits else None
        if official and passage.kind != "item" and not (is_unit(official.name) or STATE.match(official.name)):
            begin = start + line.index(bare)
            found.append(printed("foot", official, passage, begin, begin + len(bare), 3.0))
    if len({each.name for each in found}) == 1:
        yield found[0]


def _presented(document: Document) -> Iterator[Sign]:
    """The body of the last lines: "About UNICEF", "© Save the Children", "The Fund is a charity ..."."""
    for passage, start, line in lines_of(back(document, most=12)):
        is_a = _IS_A.match(line[:_LONGEST_OPENING]) if len(line) > _SHORTEST_SENTENCE else None
        presents = _PRESENTS.match(line) or (is_a and _OF_OWNER.match(line, is_a.end())) or is_a
        official = presented_name(document, presents["name"].strip(EDGES)) if presents else None
        if presents and official and presents["name"][:1].isupper():
            begin, end = (start + at for at in presents.span("name"))
            yield printed("presented", official, passage, begin, end, 4.0)
