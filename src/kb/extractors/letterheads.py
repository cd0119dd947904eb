"""The bodies that the lines around a text name: its letterhead, by-line, and who it presents at its end.

A line of a letterhead is cut at its separators; a piece is a body when the table knows it, when the
document names it as an organisation, when a noun of institutions is in it, or when nothing but capitals
is and the running text speaks of it too. A press desk stands for its body, which another line names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kb.extractors import directory
from kb.extractors.capital_names import in_ordinary_letters
from kb.extractors.directory import Body
from kb.extractors.front import back, front, is_prose, lines
from kb.extractors.organisation_patterns import BODY_NOUN
from kb.places import place_code
from kb.records import Document, Passage
from kb.text.dates import find_dates
from kb.text.folding import fold

_LABEL = re.compile(
    r"\b(?:press|news|media)\s(?:release|note|statement)|comunicado(?:\s(?:de\sprensa|conjunto|oficial))?"
    r"|(?:briefing|press|media)\snotes?|newsletter|(?:news|noticias)\s(?:from|of|del|de)\b(?:\s(?:the|la|el|los))?"
    r"|bolet[ií]n(?:\sde\sprensa)?|nota\s(?:de\sprensa|informativa)|for\simmediate\srelease"
    r"|para\s(?:su\s)?(?:publicaci[oó]n|difusi[oó]n)\sinmediata",
    re.IGNORECASE,
)
_PRESENTS = re.compile(
    r"^(?:about(?:\sthe)?|acerca\sdel?(?:\s(?:la|el|los|las))?|sobre(?:\s(?:la|el|los|las))?"
    r"|(?:©|\(c\)|copyright)\s?(?:©\s?)?(?:\d{4}(?:[-–]\d{4})?)?,?(?:\s(?:by|the))?)\s(?P<name>[^\n.:,;|]{2,90})",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"\bjoint\s(?:news|press|media|statement|declaration|appeal|letter)"
    r"|\b(?:comunicado|pronunciamiento|posicionamiento|llamamiento)\sconjunto|\b(?:declaraci[oó]n|carta)\sconjunta",
    re.IGNORECASE,
)
# What a text is, and no body that gives it out: "Pronunciamiento conjunto", "Open letter".
_KIND_OF_TEXT = re.compile(
    r"(?:(?:joint|public|open|urgent|press|media|official|political)\s){0,2}"
    r"(?:statement|declaration|letter|appeal|call|message|manifesto|position\spaper|fact\ssheet|backgrounder|communiqu[eé]|resolution)s?"
    r"|(?:pronunciamiento|posicionamiento|comunicado|llamamiento|manifiesto|mensaje|declaraci[oó]n|carta|hoja|aviso|nota|resoluci[oó]n"
    r"|convocatoria|exhorto)(?:\s(?:conjunt[oa]|p[uú]blic[oa]|abiert[oa]|urgente|oficial|pol[ií]tic[oa]|informativ[oa]|pastoral)){0,2}"
    r"|(?:opini[oó]n\sp[uú]blica|a\sla\sopini[oó]n\sp[uú]blica)",
    re.IGNORECASE,
)
# Those who sign together say what they are members of: "las organizaciones integrantes de la Red Camino".
_MEMBERS = re.compile(
    r"\b(?:undersigned|signatories|signing|members?|organi[sz]ations|firmantes|integrantes|miembros|integramos|conformamos"
    r"|organizaciones|pertenecientes|agrupad[oa]s)(?:\s(?:organi[sz]ations|groups|bodies|members|organizaciones|colectivos))?"
    r"\s(?:of|in|de|a|en)(?:\s(?:the|la|el|los|las)|l)?\s(?=[A-ZÀ-ÖØ-Þ])(?P<name>[^\n.:;,(]{4,90})"
)
DESK = re.compile(
    r"(?:\w+['’]s\s)?(?:(?:press|news|media|public(?:\s(?:information|affairs|relations))?|communications?|external\srelations)"
    r"(?:\s(?:and|&)\s\w+)?\s?(?:bureau|office|desk|service|room|unit|department|section|team|release|contact|cent(?:er|re))?s?)"
    r"|.{0,40}\s(?:statement|release|bulletin|advisory|communiqu[eé])"
    r"|(?:(?:oficina|unidad|direcci[oó]n|departamento|[aá]rea|sala|gerencia|coordinaci[oó]n|jefatura|subdirecci[oó]n)"
    r"(?:\sgeneral|\snacional)?\sde\s)?(?:prensa|comunicaci[oó]n(?:es)?|relaciones\sp[uú]blicas|informaci[oó]n(?:\sp[uú]blica)?|medios)"
    r"(?:\s(?:social|institucional|p[uú]blica|digital|y\s(?:prensa|medios|relaciones\sp[uú]blicas|protocolo)))?"
    r"|(?:city|town|county|village)\sclerk['’]?s?(?:['’]s)?\soffice|office\sof\s(?:the\s)?(?:press|communications?|public\saffairs).{0,30}",
    re.IGNORECASE,
)
_MORE_NOUNS = re.compile(
    r"^(?:City|Town|County|Village|Municipality|Parish|Presbytery|Diocese|State|Alcald[ií]a|Municipalidad|Municipio|Parroquia"
    r"|Ayuntamiento|Prefectura|Di[oó]cesis|Arzobispado|Albergue|Casa|Hogar|Museo|Escuela|Liga|Mesa|Radio|Observatorio|Cooperativa)\b"
    r"|^(?:Sistema\s)?D(?:IF|if)\s(?:Municipal|Estatal|Nacional)\b|\bConferencia\s(?:del\sEpiscopado|Episcopal)\b|\b(?:Episcopal|Bishops['’]?)\sConference\b"
    r"|\b(?:Interfaith|Ecumenical|House\sof|County|Presbytery|Diocese|Parish|Shelter|Museum|Ombudsman|Library|Observatory|League|School\sDistrict|Ministries)\b"
)
# What a body is called that does not say of which place it is: "H. Ayuntamiento 2021–2024".
_OF_NO_PLACE = re.compile(
    r"(?:H\.\s|Honorable\s)?(?:Ayuntamiento(?:\sConstitucional|\sMunicipal)?|Cabildo|(?:City|Town|County|Municipal|Village)\sCouncil"
    r"|Concejo\sMunicipal|Municipalidad|Alcald[ií]a(?:\sMunicipal)?)",
    re.IGNORECASE,
)
_COALITION = re.compile(
    r"\b(?:coalition|alliance|platform|consortium|network|coalici[oó]n|alianza|plataforma|mesa|coordinadora|consorcio|red)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:by|por|from|de)\s(?:(?:the|la|el)\s(?:desk|office|people|team|friends|mesa|oficina|equipo)\s(?:of|at|de)\s)?(?:(?:the|la|el|los|las)\s)?(?=[A-ZÀ-ÖØ-Þ])",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"(?:rep[uú]blica|republic|gobierno|government|estados?\sunidos?|kingdom|reino)\b", re.IGNORECASE
)
_NUMBER = re.compile(r"\b(?:n[oº°]?\.?|núm\.?|number)?\s?\d[\d/.-]*", re.IGNORECASE)
_ACRONYM_BEHIND = re.compile(r"\s\([A-ZÑ]{2,10}\)$")
_BRACKETED = re.compile(r"\s\([^()]{2,20}\)$")
_LEADING = re.compile(r"(?:by|from|the|por|de|la|el|los|las)\s", re.IGNORECASE)
_NAMES_ITSELF = re.compile(
    r"(?:(?:[A-ZÀ-ÖØ-Þ][\w.'’&-]*|de|del|la|las|los|el|y|e|of|the|for|and|in|on|en|para|con|contra|sobre|against|sin|at|to|&)"
    r"(?:[\s,()-]{1,3}|$)){1,16}"
)
_WHOLES = frozenset(["united nations", "naciones unidas"])
# A part of a body, which gives out the texts of the whole.
_UNIT = re.compile(
    r"(?:direcci[oó]n|coordinaci[oó]n|unidad|oficina|departamento|delegaci[oó]n|subdirecci[oó]n|secci[oó]n|jefatura"
    r"|divisi[oó]n|office|unit|department|section|directorate|desk)\b(?!.{0,20}\b(?:alto|high|migraci[oó]n|migration|nacional))",
    re.IGNORECASE,
)
# Where a state's own press office is all that is printed, it is who publishes.
_STATE_DESK = re.compile(
    r"(?:(?:government|state)\sof\s.{2,40}\s(?:press|information)\s(?:office|bureau|service)"
    r"|(?:oficina|direcci[oó]n|secretar[ií]a)\sde\s(?:prensa|informaci[oó]n|comunicaci[oó]n)\sdel\sgobierno\b.{0,60})",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"(?:autor[ae]?|author|issued\sby|published\sby|emitid[oa]\spor|emite|publicad[oa]\spor|dependencia|instituci[oó]n"
    r"|organi[sz]ation|organizaci[oó]n|publisher|from)\s?[:|]\s?(?P<name>[^\n|]{2,120})$",
    re.IGNORECASE,
)
# Who invites, in an advisory: "WHO: Faro Interfaith Circle, with families from Guatemala".
_WHO = re.compile(
    r"(?:who|qui[eé]n(?:es)?|organi[sz]ers?|organi[sz]ed\sby|organizan?|convocan?)\s?:\s?(?P<name>[^\n|,;:.]{4,90}?)"
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
# A line of a contact: what stands before its labels is a person. "Contact: Ana Paz Office: 202-555-0147"
_CALLS = re.compile(
    r"\bcontact(?:os?|s)?\s?:[^\n]{0,60}\b(?:office|oficina|desk|direct|cel{1,2}|tel)\s?:\s?[+(]?\d",
    re.IGNORECASE,
)
_STROKE = re.compile(r"\s[|–—•·]\s|[|•·]")
_MOST_PROSE = 400  # characters of the first running text in which signers name their coalition
_SENTENCE = re.compile(r"\b(?:be|is|are|do|have|can|will|must|no|not|es|son|que|hay|ser)\b", re.IGNORECASE)
_SEPARATORS = re.compile(r"\s[|–—•·/-]\s|[|•·:]|\s{2,}")
_LONGEST_LINE = 140
_EDGES = " \t|,;:.–—-/•()[]*#=_"
_FEWEST_TELLING, _MOST_WORDS = 2, 8  # words of a name that has no noun of institutions


class Named(NamedTuple):
    """A body that a line names, and where its printed words stand in the passage."""

    kind: str
    name: str
    passage: Passage
    start: int
    end: int
    weight: float
    inferred: bool = False


def named(document: Document) -> Iterator[Named]:
    """Every body that the lines around the text name, with the weight of the place that names it."""
    yield from _in_letterhead(document)
    yield from _issued(document)
    yield from _in_fields(document)
    yield from _signed(document)
    yield from _in_bylines(document)
    yield from _presented(document)


def is_unit(name: str) -> bool:
    """Whether a name is that of a part of a body, which gives out the texts of the whole."""
    return _UNIT.match(name) is not None


def is_joint(document: Document) -> bool:
    """Whether a line near the top says that several give it out together."""
    return any(
        _JOINT.search(line) for passage in front(document) for _, line in lines(passage) if len(line) < 80
    )


def _in_letterhead(document: Document) -> Iterator[Named]:
    """The body beside the words "Press release", then those of lines of their own."""
    head = [(passage, start, line) for passage in front(document) for start, line in lines(passage)]
    labels = {
        index for index, (_, _, line) in enumerate(head) if len(line) <= _LONGEST_LINE and _LABEL.search(line)
    }
    first = True
    for index, (passage, start, line) in enumerate(head):
        if (
            len(line) > _LONGEST_LINE
            or _CALLS.search(line)
            or is_prose(line)
            or _JOINT.search(line)
            or _is_sentence_of(line)
        ):
            continue
        near = 6.0 if index in labels else 5.0 if labels & {index - 1, index + 1} else 4.0
        for name, printed, inferred, known in _bodies_of(document, line, first=index == 0):
            at = start + max(0, line.find(printed))
            part = _UNIT.match(name) or _OF_NO_PLACE.fullmatch(name)
            weight = 3.0 if part else (near if known else 3.0) + first
            yield Named("letterhead", name, passage, at, at + len(printed), weight, inferred)
            first = False


def _bodies_of(document: Document, line: str, *, first: bool) -> Iterator[tuple[str, str, bool, bool]]:
    """The bodies of a line: name, as printed, whether inferred, whether anything says it is a body."""
    whole = _stripped(line)
    if _STATE_DESK.fullmatch(whole):
        yield in_ordinary_letters(whole) if is_shouted(whole) else whole, whole, False, True
        return
    pieces = [_stripped(piece) for piece in _SEPARATORS.split(_without_furniture(line))]
    found = [
        (official[0], piece, official[1], True)
        for piece in pieces
        if not DESK.fullmatch(piece)
        and (official := official_name(piece, document))
        and not _STATE.match(piece)
    ]
    # "United Nations — Committee on the Rights of the Child": the whole is named before its part.
    found.sort(key=lambda each: directory.key(each[1]) in _WHOLES)
    yield from found[:2]
    if not found and len(pieces) == 1 and (first or _speaks_of(document, whole)) and _is_bare_name(whole):
        bare = _ACRONYM_BEHIND.sub("", whole)
        cased = in_ordinary_letters(bare) if is_shouted(bare) else bare
        yield cased, whole, cased != whole, False


def _stripped(piece: str) -> str:
    """A piece without the marks at its ends, but for the bracket that closes one inside."""
    bare = piece.strip(_EDGES)
    return f"{bare})" if bare.count("(") > bare.count(")") and f"{bare})" in piece else bare


def _is_sentence_of(line: str) -> bool:
    """Whether a line is read as a whole: a by-line, or "Statement of the Faro Coalition"."""
    return any(pattern.match(line) for pattern in (_BYLINE, _ISSUED, _WHO))


def _is_bare_name(line: str) -> bool:
    """Whether a line may be a name though no noun tells: capitalised words, no place, label or desk."""
    cased = in_ordinary_letters(line) if is_shouted(line) else line
    words = [word for word in cased.split() if len(word) > 3]
    named = (
        _NAMES_ITSELF.fullmatch(cased) and len(words) >= _FEWEST_TELLING and len(cased.split()) <= _MOST_WORDS
    )
    placed = any(place_code(part.strip()) for part in re.split("[,/]", line))
    return bool(
        named
        and not placed
        and not _SENTENCE.search(line)
        and not DESK.fullmatch(line)
        and not _KIND_OF_TEXT.fullmatch(line)
        and not _STATE.match(line)
    )


def _speaks_of(document: Document, name: str) -> bool:
    """Whether the running text has the words of a line as a name."""
    folded = fold(name)
    return any(folded in fold(passage.text) for passage in document.passages[:30] if is_prose(passage.text))


def _issued(document: Document) -> Iterator[Named]:
    """The body that a line says it is a statement of: "Joint statement of the Faro Coalition"."""
    for passage in front(document):
        for start, line in lines(passage):
            for offset, piece in _pieces(line) if len(line) <= _LONGEST_LINE else ():
                issued = _ISSUED.match(piece)
                group = "name" if issued and issued["name"] else "nombre"
                official = _presented_name(document, issued[group].strip(_EDGES)) if issued else None
                if issued and official and issued[group][:1].isupper() and not _STATE.match(official[0]):
                    begin, end = (start + offset + at for at in issued.span(group))
                    yield Named("issued", official[0], passage, begin, end, 5.0, official[1])


def _pieces(line: str) -> Iterator[tuple[int, str]]:
    """The pieces of a line between strokes, each with the position where it begins."""
    start = 0
    for stroke in _STROKE.finditer(line):
        yield start, line[start : stroke.start()]
        start = stroke.end()
    yield start, line[start:]


def _signed(document: Document) -> Iterator[Named]:
    """The coalition that those who sign say they are members of, in the first running text."""
    for passage in (each for each in front(document) if is_prose(each.text)):
        for members in _MEMBERS.finditer(passage.text[:_MOST_PROSE]):
            name = next(
                (each.name for each in document.organisations if members["name"].startswith(each.name)), None
            )
            if name and _COALITION.search(name):
                begin = passage.text.index(name, members.start("name"))
                yield Named("signed", name, passage, begin, begin + len(name), 5.0)


def _in_fields(document: Document) -> Iterator[Named]:
    """The body behind a label: "Author: National Institute of Fiction"."""
    for passage in front(document):
        for start, line in lines(passage):
            who = _WHO.match(line[:_LONGEST_LINE])
            official = official_name(who["name"].strip(_EDGES), document) if who else None
            if who and official and not _UNIT.match(official[0]):
                begin, end = (start + at for at in who.span("name"))
                yield Named("field", official[0], passage, begin, end, 4.0, official[1])
    for passage in (*front(document), *back(document)):
        for start, line in lines(passage):
            field = _FIELD.match(line) if len(line) <= _LONGEST_LINE else None
            official = _presented_name(document, field["name"].strip(_EDGES)) if field else None
            if field and official:
                yield Named(
                    "field",
                    official[0],
                    passage,
                    start + field.start("name"),
                    start + len(line),
                    5.0,
                    official[1],
                )


def _in_bylines(document: Document) -> Iterator[Named]:
    """The body of a by-line near the top; of one that names several, the coalition they form."""
    for passage in front(document):
        for start, line in lines(passage):
            byline = _BYLINE.match(line) if len(line) <= 2 * _LONGEST_LINE else None
            if byline is None:
                continue
            first, *others = re.split(r",\s|\s(?:and|y|e|&)\s(?:the|la|el)\s|\s/\s", line[byline.end() :])
            several = not all(place_code(each.strip(_EDGES)) for each in others[-1:])
            official = official_name(first.strip(_EDGES), document)
            if official and not DESK.fullmatch(first) and (not several or _COALITION.search(first)):
                begin = start + byline.end()
                yield Named("byline", official[0], passage, begin, begin + len(first), 4.0, official[1])


def _presented(document: Document) -> Iterator[Named]:
    """The body of the last lines: "About UNICEF", "© Save the Children", "The Fund is a charity ..."."""
    for passage in back(document, most=12):
        for start, line in lines(passage):
            is_a = _IS_A.match(line[:200]) if len(line) > 60 else None
            presents = _PRESENTS.match(line) or (is_a and _OF_OWNER.match(line, is_a.end())) or is_a
            official = _presented_name(document, presents["name"].strip(_EDGES)) if presents else None
            if presents and official and presents["name"][:1].isupper():
                begin, end = (start + at for at in presents.span("name"))
                yield Named("presented", official[0], passage, begin, end, 4.0, official[1])


def _presented_name(document: Document, printed: str) -> tuple[str, bool] | None:
    """The body that is presented: one that anything says it is, or a name that the text above has too."""
    official = official_name(printed, document)
    if official or not _NAMES_ITSELF.fullmatch(printed) or not 1 < len(printed.split()) <= _MOST_WORDS:
        return official
    mentions = sum(
        each.count(printed) for each in (document.title, *(each.text for each in document.passages))
    )
    return (printed, False) if mentions > 1 else None


def _without_furniture(line: str) -> str:
    for mention in reversed(find_dates(line)):
        line = line[: mention.start] + "|" + line[mention.end :]
    return _NUMBER.sub("|", _LABEL.sub("|", line))


def official_name(printed: str, document: Document) -> tuple[str, bool] | None:
    """The name of the body that ``printed`` is as a whole, and whether it was inferred."""
    body = _body(printed) if printed else None
    if body:
        whole = directory.named(printed) is body and not printed.isupper()
        if whole or (printed in body.acronyms and not _prints(document, body.name(document.language))):
            return printed, False
        return body.name(document.language), True
    wanted = directory.key(_BRACKETED.sub("", _LEADING.sub("", printed)))
    for organisation in document.organisations:
        if wanted in {
            directory.key(organisation.name),
            directory.key(organisation.acronym or organisation.name),
        }:
            return organisation.name, organisation.name != printed
    known = next((each for each in document.organisations if _begins(wanted, directory.key(each.name))), None)
    bare = _ACRONYM_BEHIND.sub("", printed)
    cased = in_ordinary_letters(bare) if is_shouted(bare) else bare
    noun = BODY_NOUN.search(cased) or _MORE_NOUNS.search(cased)
    if (
        noun
        and _NAMES_ITSELF.fullmatch(cased)
        and 1 < len(printed.split()) <= 14
        and not printed.endswith(".")
    ):
        return (
            (known.name, True) if known and len(wanted) - len(known.name) < 4 else (cased, cased != printed)
        )
    return None


def _prints(document: Document, name: str) -> bool:
    folded = fold(name)
    return any(folded in fold(passage.text) for passage in document.passages[:40]) or folded in fold(
        document.title
    )


def is_shouted(printed: str) -> bool:
    """Whether a line is in capitals, but for a small letter in a name: "CONSULADO EN McALLEN"."""
    small = sum(map(str.islower, printed))
    return printed.isupper() or (small <= 2 and sum(map(str.isupper, printed)) > 8 * small)


def _begins(wanted: str, name: str) -> bool:
    """Whether a line is an organisation's name with a country or place behind it: "UNICEF Honduras"."""
    return bool(name) and wanted.startswith(name + " ") and len(wanted.split()) <= len(name.split()) + 4


def _body(printed: str) -> Body | None:
    """The body of the table that ``printed`` names, perhaps with a country: "UNICEF Guatemala"."""
    words = printed.split()
    named = directory.named(printed)
    if named or not words or len(words) > 4:
        return named
    return directory.by_acronym(words[0].strip(_EDGES))
