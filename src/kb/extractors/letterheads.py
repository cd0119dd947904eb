"""The bodies that the letterhead of a document names.

A line of a letterhead is cut at its separators; a piece is a body when its words are one's name
(kb.extractors.official_names), or when nothing but capitalised words is in the line and the running text
speaks of it too. A press desk stands for its body, which another line names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kb.extractors import directory
from kb.extractors.capital_names import without_shouting
from kb.extractors.dateline_patterns import KIND_NOUNS
from kb.extractors.front import front, is_prose, lines_of
from kb.extractors.honorifics import is_honorific
from kb.extractors.issuers import names_issuer
from kb.extractors.official_names import (
    ACRONYM_BEHIND,
    DESK,
    EDGES,
    MOST_WORDS,
    NAMES_ITSELF,
    STATE,
    Official,
    begins_with_somebody,
    is_unit,
    official_name,
    speaks_for_itself,
)
from kb.extractors.publisher_signs import Sign, printed
from kb.places import place_code
from kb.records import Document
from kb.text.dates import find_dates
from kb.text.folding import fold

_LABEL = re.compile(
    r"\b(?:press|news|media)\s(?:release|note|statement)|comunicado(?:\s(?:de\sprensa|conjunto|oficial))?"
    r"|(?:briefing|press|media)\snotes?|newsletter|(?<=\s)bulletin\b|(?<!\bde\s)(?:news|noticias)\s(?:from|of|del|de)\b(?:\s(?:the|la|el|los))?"
    r"|bolet[ií]n(?:\sde\sprensa)?|nota\s(?:de\sprensa|informativa)|for\simmediate\srelease"
    r"|para\s(?:su\s)?(?:publicaci[oó]n|difusi[oó]n)\sinmediata",
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
    r"|convocatoria|exhorto|aviso|alerta)(?:\sa\s(?:los\s|la\s)?(?:medios|prensa)(?:\s[^\W\d_]+){0,3})?(?:\s(?:conjunt[oa]|p[uú]blic[oa]|abiert[oa]|urgente|oficial|pol[ií]tic[oa]|informativ[oa]|pastoral)){0,2}"
    r"|(?:public\s)?notice(?:\sof\s.{2,40})?|letters?\sto\sthe\seditor|cartas?\sal\seditor|(?:opini[oó]n\sp[uú]blica|a\sla\sopini[oó]n\sp[uú]blica)",
    re.IGNORECASE,
)
# What a body is called that does not say of which place it is: "H. Ayuntamiento 2021–2024".
_OF_NO_PLACE = re.compile(
    r"(?:H\.\s|Honorable\s)?(?:Ayuntamiento(?:\sConstitucional|\sMunicipal)?|Cabildo|(?:City|Town|County|Municipal|Village)\sCouncil"
    r"|Concejo\sMunicipal|Municipalidad|Alcald[ií]a(?:\sMunicipal)?)",
    re.IGNORECASE,
)
# Whom a text speaks to, or what it is about: "A la sociedad civil", "RE: Ten houses open".
_NO_SENDER = re.compile(
    r"\W*(?:a\s(?:los?|las?|el|tod[oa]s)\s|al\s|to\s(?:the|all|our)\s|(?:to|para|re|ref|subject|asunto|headline|t[ií]tulo)\s?:)",
    re.IGNORECASE,
)
# Words of a page's menu: "Home Research Podcast".
_OF_MENUS = frozenset(
    """
    home about news blog contact donate research podcast shop store events team search menu login join
    inicio nosotros noticias contacto dona donar investigacion tienda eventos equipo buscar ingresar
    """.split()
)
# What a line begins or ends with that says what kind of text it is, and names nobody.
_KIND_WORDS = KIND_NOUNS | frozenset(
    """
    check notice notices update updates guidance distribution sheet series podcast blog episode episodio
    invitation invitacion
    announcement message mensaje letter carta speech discurso remarks palabras transcript transcripcion
    interview entrevista opinion editorial column columna feature reportaje cronica testimonio testimony
    hearing audiencia agenda calendar calendario correction correccion fe urgente urgent exclusiva exclusive
    """.split()
)
_CONTACT = re.compile(r"\W*(?:(?:media|press)\s)?contact[os]{0,2}\s?:\s?\S", re.IGNORECASE)
_LOCAL = re.compile(r"\bLocal\s\d{1,4}$", re.IGNORECASE)  # of a union: its number is a part of its name
_DASHES = re.compile(r"(?<=[^\W\d_])[-/]{1,2}(?=[^\W\d_])")
_NUMBER = re.compile(r"\b(?:n[oº°]?\.?|núm\.?|number)?\s?\d[\d/.-]*", re.IGNORECASE)
_WHOLES = frozenset(["united nations", "naciones unidas"])
# Where a state's own press office is all that is printed, it is who publishes.
_STATE_DESK = re.compile(
    r"(?:(?:government|state)\sof\s.{2,40}\s(?:press|information)\s(?:office|bureau|service)"
    r"|(?:oficina|direcci[oó]n|secretar[ií]a)\sde\s(?:prensa|informaci[oó]n|comunicaci[oó]n)\sdel\sgobierno\b.{0,60})",
    re.IGNORECASE,
)
# A line of a contact: what stands before its labels is a person. "Contact: Ana Paz Office: 202-555-0147"
_CALLS = re.compile(
    r"\bcontact(?:os?|s)?\s?:[^\n]{0,60}\b(?:office|oficina|desk|direct|cel{1,2}|tel)\s?:\s?[+(]?\d",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\b(?:be|is|are|do|have|can|will|must|no|not|es|son|que|hay|ser)\b", re.IGNORECASE)
_SEPARATORS = re.compile(
    r"\s[|–—•·/-]\s|\s?\*{2,3}\s|[|•·:★■◆►▪●]|\s{2,}|(?<=[a-záéíóúñ]{4})\.\s(?=[A-ZÀ-ÖØ-Þ])"
)
_SPACED = re.compile(r"(?:\s[A-ZÑ](?!\S)){4,}")  # "S I T R A N I", an acronym that is drawn apart
# The name in capitals that a line in small letters explains: "CASA DEL ALMENDRO albergue para adolescentes".
_CAPITALS_FIRST = re.compile(r"(?P<name>[A-ZÀ-ÖØ-Þ’'-]{3,}(?:\s[A-ZÀ-ÖØ-Þ’'-]+){1,7}),?\s(?=[a-zà-ÿ]{3,}\s)")
_OWN_VOICE = 3.5  # weight of an office that speaks for itself below the body it belongs to
_SIGNS = re.compile(r"^[^\w\"“”«»'‘’¿¡()]+")  # a picture or a star before a name
_MOST_COMPOUND = 2  # words that dashes join in a name
_LONGEST_LINE = 140
_LONGEST_LABEL = 80  # characters of a line that says several sign
_ARTICLES = frozenset(("the", "los", "las", "del"))
_FEWEST_TELLING = 2  # words of a name that has no noun of institutions


def signs(document: Document) -> Iterator[Sign]:
    """The body beside the words "Press release", then those of lines of their own."""
    passages = (each for each in front(document) if not (each.kind == "heading" and each.number))
    head = list(lines_of(passages))
    labels = {
        index for index, (_, _, line) in enumerate(head) if len(line) <= _LONGEST_LINE and _LABEL.search(line)
    }
    first, several = True, _names_others(document, [line for _, _, line in head])
    for index, (passage, start, line) in enumerate(head):
        if not _may_name(line):
            continue
        near = 6.0 if index in labels else 5.0 if labels & {index - 1, index + 1} else 4.0
        for body in _bodies_of(document, line, first=index == 0):
            at = start + max(0, line.find(body.printed))
            part = _is_whole_or_part(body.official.name)
            part = part or (STATE.match(body.official.name) is not None and several)
            weight = 3.0 if part else (near if body.known else 3.0) + first
            weight += _OWN_VOICE * speaks_for_itself(body.official.name)
            yield printed("letterhead", body.official, passage, at, at + len(body.printed), weight)
            first = False


def _names_others(document: Document, lines: Sequence[str]) -> bool:
    """Whether the lines name a body besides the state whose it is: an office below "State of Farol"."""
    found = (each for line in lines if _may_name(line) for each in _bodies_of(document, line, first=False))
    return any(each.known and not STATE.match(each.official.name) for each in found)


def _is_whole_or_part(name: str) -> bool:
    """Whether a name says too much or too little: "United Nations", "School of Law", "Ayuntamiento"."""
    return is_unit(name) or directory.key(name) in _WHOLES or _OF_NO_PLACE.fullmatch(name) is not None


def _may_name(line: str) -> bool:
    """Whether a line can be one of a letterhead: no running text, contact or line that is read as a whole."""
    if len(line) > _LONGEST_LINE or is_prose(line):
        return False
    if sum(fold(word) in _OF_MENUS for word in line.split()) > 1:
        return False
    return not (
        _CALLS.search(line)
        or _NO_SENDER.match(line)
        or _CONTACT.match(line)
        or _is_slug(line)
        or _JOINT.search(line)
        or names_issuer(line)
    )


def _is_slug(line: str) -> bool:
    """Whether a line is the key words of a wire's item: "MEXICO-CARAVAN-CHILDREN"."""
    words = _DASHES.split(line.partition(",")[0])
    return len(words) > _MOST_COMPOUND or (len(words) > 1 and place_code(words[0]) is not None)


def is_joint(document: Document) -> bool:
    """Whether a line near the top says that several give it out together."""
    return any(_JOINT.search(line) for _, _, line in lines_of(front(document)) if len(line) < _LONGEST_LABEL)


class _Piece(NamedTuple):
    """A body of a line, its printed words, and whether anything says that it is a body."""

    official: Official
    printed: str
    known: bool


def _bodies_of(document: Document, line: str, *, first: bool) -> Iterator[_Piece]:
    """The bodies of a line."""
    whole = _stripped(line)
    if _STATE_DESK.fullmatch(whole):
        yield _Piece(Official(without_shouting(whole), inferred=False), whole, known=True)
        return
    capitals = _CAPITALS_FIRST.match(line) if first else None
    pieces = [_stripped(piece) for piece in _SEPARATORS.split(_without_furniture(line))]
    pieces = [capitals["name"]] if capitals else [whole] if _LOCAL.search(whole) else pieces
    if begins_with_somebody(whole, document):  # "Ada Lark, Office of Senator Paz, Portland"
        pieces = [piece for piece in whole.split(", ")[1:] if speaks_for_itself(piece)]
    found = [
        _Piece(official, piece, known=True)
        for piece in pieces
        if not (DESK.fullmatch(piece) or _is_title(document, piece))
        and (official := official_name(piece, document))
    ]
    # "United Nations — Committee on the Rights of the Child": the whole is named before its part.
    found.sort(key=lambda each: directory.key(each.printed) in _WHOLES)
    yield from found[:2]
    if not found and len(pieces) == 1 and (first or _speaks_of(document, whole)) and _is_bare_name(whole):
        cased = without_shouting(ACRONYM_BEHIND.sub("", whole))
        yield _Piece(Official(cased, inferred=cased != whole), whole, known=False)


def _is_title(document: Document, piece: str) -> bool:
    """Whether a piece repeats the headline behind a label: "Press Release / Faro Network Opens Houses"."""
    several = len(piece.split()) > MOST_WORDS
    return several and directory.key(piece) == directory.key(document.title)


def _stripped(piece: str) -> str:
    """A piece without the marks at its ends, but for the bracket that closes one inside."""
    bare = _SIGNS.sub("", piece).strip(EDGES)
    return f"{bare})" if bare.count("(") > bare.count(")") and f"{bare})" in piece else bare


def _is_bare_name(line: str) -> bool:
    """Whether a line may be a name though no noun tells: capitalised words, no place, label or desk."""
    cased = without_shouting(line)
    words = cased.split()
    if not NAMES_ITSELF.fullmatch(cased) or len(words) > MOST_WORDS:
        return False
    if sum(map(_tells, words)) < _FEWEST_TELLING or _SENTENCE.search(line):
        return False
    if any(place_code(part.strip()) for part in re.split("[,/]", line)):
        return False
    if any(map(is_honorific, words[:3])) or _KIND_WORDS & {fold(words[0]), fold(words[-1])}:
        return False  # "Señor Director", "The Right Reverend Ana Paz", "Travel Guidance Update"
    return not (DESK.fullmatch(line) or _KIND_OF_TEXT.fullmatch(line) or STATE.match(line))


def _tells(word: str) -> bool:
    """Whether a word of a name says something: "Voz" does, "Los" does not."""
    return len(word) > 3 or (len(word) > 2 and word[0].isupper() and fold(word) not in _ARTICLES)


def _speaks_of(document: Document, name: str) -> bool:
    """Whether the running text has the words of a line as a name."""
    folded = fold(name)
    return any(folded in fold(passage.text) for passage in document.passages[:30] if is_prose(passage.text))


def _without_furniture(line: str) -> str:
    line = _SPACED.sub("|", line)
    for mention in reversed(find_dates(line)):
        line = line[: mention.start] + "|" + line[mention.end :]
    return _NUMBER.sub("|", _LABEL.sub("|", line))
