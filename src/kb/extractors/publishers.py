"""Who published a document, where its metadata does not say.

In this order: the treaty body or court whose symbol it carries or, for
a general comment, whose treaty it names; the body of a line that holds nothing
but letterhead ("UNICEF Guatemala | Comunicado de prensa", "HARBOUR LIGHT FOUNDATION"), and not its press
desk; the body of a by-line; the body that the last lines present ("About UNICEF", "© Save the Children");
the agency of the dateline ("(UNICEF)"); the body whose office answers for it ("please contact ... at IOM
Costa Rica") and that the title or the first paragraphs name; the body that the first sentence begins with;
the one that answers for it. Where nothing tells, or several give it out together, there is no publisher.

What a page's data state stays, unless it is the name of a site ("gob.mx").
"""

from __future__ import annotations

import re
from dataclasses import replace

from kb.extractors import directory
from kb.extractors.datelines import datelines, in_ordinary_letters
from kb.extractors.directory import Body
from kb.extractors.evidence import evidence, noted
from kb.extractors.front import back, front, is_prose, lines
from kb.extractors.organisations import BODY_NOUN
from kb.records import Document, Evidence, Organisation, Passage
from kb.text.dates import find_dates

_LABEL = re.compile(
    r"\b(?:press|news|media)\s(?:release|note|statement)|comunicado(?:\s(?:de\sprensa|conjunto|oficial))?"
    r"|(?:briefing|press|media)\snotes?|newsletter|(?:news|noticias)\s(?:from|of|de)(?:\s(?:the|la|el|los))?"
    r"|bolet[ií]n(?:\sde\sprensa)?|nota\s(?:de\sprensa|informativa)|for\simmediate\srelease",
    re.IGNORECASE,
)
_PRESENTS = re.compile(
    r"^(?:about(?:\sthe)?|acerca\sdel?(?:\s(?:la|el|los|las))?|sobre(?:\s(?:la|el|los|las))?"
    r"|(?:©|\(c\)|copyright)\s?(?:©\s?)?(?:\d{4}(?:[-–]\d{4})?)?,?(?:\s(?:by|the))?)\s(?P<name>[^\n.:,;|]{2,90})",
    re.IGNORECASE,
)
_GENERAL_COMMENT = re.compile(
    r"(?:joint\s)?general\s(?:comment|recommendation)\b|(?:observaci[oó]n|recomendaci[oó]n)\sgeneral\b",
    re.IGNORECASE,
)
_SITE = re.compile(
    r"(?:www\.)?[\w-]+(?:\.[\w-]+)+|(?:sala\sde\sprensa|press\s(?:room|centre|center)|newsroom|noticias|news|home|inicio"
    r"|portal|blog|website|sitio\sweb)",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"\bjoint\s(?:news|press|media|statement)|\bcomunicado\sconjunto|\bdeclaraci[oó]n\sconjunta",
    re.IGNORECASE,
)
# The desk that gives it out stands for its body, which another line names.
_DESK = re.compile(
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
    r"|\b(?:County|Presbytery|Diocese|Parish|Shelter|Museum|Ombudsman|Library|Observatory|League|School\sDistrict|Ministries)\b"
)
_COALITION = re.compile(
    r"\b(?:coalition|alliance|platform|consortium|coalici[oó]n|alianza|plataforma|mesa|coordinadora|consorcio)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:by|por|from|de)\s(?:(?:the|la|el|los|las)\s)?(?=[A-ZÀ-ÖØ-Þ])", re.IGNORECASE)
_STATE = re.compile(
    r"(?:rep[uú]blica|republic|gobierno|government|estados?\sunidos?|kingdom|reino)\b", re.IGNORECASE
)
_NUMBER = re.compile(r"\b(?:n[oº°]?\.?|núm\.?|number)?\s?\d[\d/.-]*", re.IGNORECASE)
_BRACKETED = re.compile(r"\s\([^()]{2,20}\)$")
_LEADING = re.compile(r"(?:by|from|the|por|de|la|el|los|las)\s", re.IGNORECASE)
_NAMES_ITSELF = re.compile(
    r"(?:(?:[A-ZÀ-ÖØ-Þ][\w.'’&-]*|de|del|la|las|los|el|y|e|of|the|for|and|in|on|en|para|con|contra|sobre|against|sin|at|to|&)"
    r"(?:[\s,()-]{1,3}|$)){1,16}"
)
_AGENCY = re.compile(r"[\s.,)\]]{0,3}[(\[](?P<name>[^()\[\]\n]{2,60})[)\]]")
_BEFORE_SUBJECT = re.compile(
    r"[\s.,:;–—-]{0,6}(?:\([^()]{2,40}\)[\s.,:;–—-]{0,6})?(?:(?:hoy|today),?\s)?(?:(?:the|el|la|los|las)\s)?",
    re.IGNORECASE,
)
_WHOLES = frozenset(["united nations", "naciones unidas"])
_LONGEST_LINE = 140
_EDGES = " \t|,;:.–—-/•()[]"


def fill(document: Document) -> Document:
    """``document`` with its publisher, where its symbol, letterhead or last lines tell."""
    stated = document.publisher
    if (stated and not _is_site(document, stated)) or document.kind == "digest" or document.digest_of:
        return document
    for reader in _READERS:
        if reader in _OF_ONE and _is_joint(document):
            continue
        found = reader(document)
        if found:
            return noted(document, "publisher", found[1], publisher=found[0])
    return document


def _is_site(document: Document, stated: str) -> bool:
    """Whether the page's data name a site and no body: "gob.mx", "Sala de prensa"."""
    return "publisher" not in document.evidence and bool(_SITE.fullmatch(stated.strip()))


def _is_joint(document: Document) -> bool:
    """Whether a line near the top says that several give it out together."""
    return any(
        _JOINT.search(line) for passage in front(document) for _, line in lines(passage) if len(line) < 80
    )


_Found = tuple[str, Evidence] | None


def _by_symbol(document: Document) -> _Found:
    bodies = directory.by_symbol(document.symbol or "")
    if not bodies:
        return None
    joint = " / ".join(body.name(document.language) for body in bodies)
    return joint, Evidence(confidence=0.95, inferred=True)


def _by_treaty(document: Document) -> _Found:
    """General comments are made by the body of the treaty that they, or else their text, name first."""
    if not _GENERAL_COMMENT.match(document.title):
        return None
    opening = "\n".join([document.title, *(passage.text for passage in document.passages[:8])])
    named = directory.by_treaty(opening)
    return (named.name(document.language), Evidence(confidence=0.7, inferred=True)) if named else None


def _by_letterhead(document: Document) -> _Found:
    """The body beside the words "Press release"; else that of a line of its own."""
    head = [(passage, start, line) for passage in front(document) for start, line in lines(passage)]
    for index, (_, _, line) in enumerate(head):
        if len(line) > _LONGEST_LINE or not _LABEL.search(line):
            continue
        for passage, start, near in head[index : index + 1] + head[:index] + head[index + 1 : index + 2]:
            found = _letterhead(document, passage, start, near)
            if found:
                return found
    found_alone = (_letterhead(document, *each) for each in head if not is_prose(each[2]))
    return next((found for found in found_alone if found), None)


def _letterhead(document: Document, passage: Passage, start: int, line: str) -> _Found:
    if len(line) > _LONGEST_LINE:
        return None
    pieces = re.split(r"\s[|–—•·/-]\s|[|•·:]|\s{2,}", _without_furniture(line))
    found = [
        (official, name)
        for name in (piece.strip(_EDGES) for piece in pieces)
        if not _DESK.fullmatch(name) and (official := _official(name, document)) and not _STATE.match(name)
    ]
    # "United Nations — Committee on the Rights of the Child": the whole is named before its part.
    found.sort(key=lambda each: directory.key(each[1]) in _WHOLES)
    for (name, inferred), printed in found[:1]:
        at = start + max(0, line.find(printed))
        return name, evidence(passage, at, at + len(printed), 0.85, inferred=inferred)
    return None


def _without_furniture(line: str) -> str:
    for mention in reversed(find_dates(line)):
        line = line[: mention.start] + "|" + line[mention.end :]
    return _NUMBER.sub("|", _LABEL.sub("|", line))


def _official(printed: str, document: Document) -> tuple[str, bool] | None:
    """The name of the body that ``printed`` is as a whole, and whether it was inferred."""
    body = _body(printed) if printed else None
    if body:
        whole = directory.named(printed) is body and not printed.isupper()
        if whole or (printed in body.acronyms and body.name(document.language) not in document.text):
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
    cased = in_ordinary_letters(printed) if _is_shouted(printed) else printed
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


def _is_shouted(printed: str) -> bool:
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


def _by_byline(document: Document) -> _Found:
    """The body of a by-line near the top; of one that names several, the coalition they form."""
    for passage in front(document):
        for start, line in lines(passage):
            byline = _BYLINE.match(line) if len(line) <= 2 * _LONGEST_LINE else None
            first = (
                re.split(r",\s|\s(?:and|y|e|&)\s(?:the|la|el)\s", line[byline.end() :])[0] if byline else ""
            )
            several = (
                bool(byline) and len(first) < len(line[byline.end() :].rstrip(" .")) if byline else False
            )
            if not byline or _DESK.fullmatch(first) or (several and not _COALITION.search(first)):
                continue
            official = _official(first.strip(_EDGES), document)
            if official:
                span = (start + byline.end(), start + byline.end() + len(first))
                return official[0], evidence(passage, *span, 0.75, inferred=official[1])
    return None


def _by_presentation(document: Document) -> _Found:
    for passage in back(document):
        for start, line in lines(passage):
            presents = _PRESENTS.match(line)
            official = _official(presents["name"].strip(_EDGES), document) if presents else None
            if presents and official:
                span = (start + presents.start("name"), start + presents.end("name"))
                return official[0], evidence(passage, *span, 0.8, inferred=official[1])
    return None


def _by_agency(document: Document) -> _Found:
    """The agency that the dateline names in brackets: "Tegucigalpa (UNICEF) –"."""
    for dateline in datelines(document)[:1]:
        text = dateline.passage.text if dateline.passage else document.title
        agency = _AGENCY.match(text, max(dateline.end, dateline.date.end if dateline.date else 0))
        official = _official(agency["name"], document) if agency else None
        if agency and official:
            spelled = official[0] in document.text
            return official[0] if spelled else agency["name"], evidence(
                dateline.passage, *agency.span("name"), 0.8, inferred=official[1]
            )
    return None


def _by_contact(document: Document) -> _Found:
    """The body whose office answers for the release, if the title or the first paragraphs name it."""
    opening = "\n".join([document.title, *(passage.text for passage in front(document, prose=2))])
    return _answering(document, opening)


def _by_office(document: Document) -> _Found:
    """The body whose office answers for the release."""
    return _answering(document, None)


def _answering(document: Document, opening: str | None) -> _Found:
    for contact in document.contacts[:1]:
        organisation = _organisation_in(document, contact.office or "")
        name = organisation.name if organisation else _alone(contact.office or "", document)
        printed = {name, organisation.acronym if organisation else None} - {None}
        if (
            name
            and not _DESK.fullmatch(name)
            and (opening is None or any(each in opening for each in printed if each))
        ):
            return name, replace(contact.evidence, confidence=0.7, inferred=True)
    return None


def _organisation_in(document: Document, office: str) -> Organisation | None:
    """The organisation of the document that an office belongs to: the longest name in it."""
    named = [
        each
        for each in document.organisations
        if re.search(
            rf"(?<!\w)(?:{re.escape(each.name)}|{re.escape(each.acronym or each.name)})(?!\w)", office
        )
    ]
    return max(named, key=lambda each: len(each.name), default=None)


def _alone(office: str, document: Document) -> str | None:
    body = _body_within(office)
    return body.name(document.language) if body else None


def _by_subject(document: Document) -> _Found:
    """The body that the first sentence begins with: "The Harbour Light Foundation opened ..."."""
    for passage in front(document):
        if not is_prose(passage.text):
            continue
        start = _behind_dateline(document, passage)
        for organisation in document.organisations:
            found = organisation.evidence
            if (
                found.passage == passage.address
                and found.span
                and _is_subject(passage.text, start, found.span[0])
            ):
                return organisation.name, replace(found, confidence=0.6, inferred=True)
    return None


def _behind_dateline(document: Document, passage: Passage) -> int:
    for dateline in datelines(document):
        if dateline.passage is passage:
            return max(dateline.end, dateline.date.end if dateline.date else 0)
    return 0


def _by_first(document: Document) -> _Found:
    """Of what looks like a release, the organisation that its first running text names first."""
    if not (document.place or document.published or document.contacts):
        return None
    prose = next((passage for passage in front(document) if is_prose(passage.text)), None)
    text = f"{document.title}\n{document.text}"
    for organisation in document.organisations:
        counts = [text.count(each) for each in {organisation.name, organisation.acronym} if each]
        main = organisation.acronym or sum(counts) > 1
        if prose and main and organisation.evidence.passage == prose.address:
            return organisation.name, replace(organisation.evidence, confidence=0.5, inferred=True)
    return None


def _is_subject(text: str, start: int, position: int) -> bool:
    return start <= position and _BEFORE_SUBJECT.fullmatch(text[start:position]) is not None


def _body_within(printed: str) -> Body | None:
    named = directory.name_pattern().match(printed)
    return directory.named(named[0]) if named else directory.by_acronym(printed.partition(" ")[0])


_READERS = (
    _by_symbol,
    _by_treaty,
    _by_letterhead,
    _by_byline,
    _by_presentation,
    _by_agency,
    _by_contact,
    _by_subject,
    _by_first,
    _by_office,
)
_OF_ONE = frozenset(
    [_by_letterhead, _by_contact, _by_subject, _by_first, _by_office]
)  # not where several speak
