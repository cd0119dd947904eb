"""Who published a document, where its metadata does not say.

In this order: the treaty body or court whose symbol it carries or, for
a general comment, whose treaty it names; the body of a line that holds nothing
but letterhead ("UNICEF Guatemala | Comunicado de prensa"); the body that the last lines present ("About
UNICEF", "© Save the Children"); the body whose office answers for it and whom the title names too
("please contact ... at IOM Costa Rica"). Where nothing tells, there is no publisher.
"""

from __future__ import annotations

import re

from kb.extractors import directory
from kb.extractors.directory import Body
from kb.extractors.evidence import evidence, noted
from kb.extractors.front import back, front, lines
from kb.extractors.organisations import BODY_NOUN
from kb.records import Document, Evidence, Passage
from kb.text.dates import find_dates

_LABEL = re.compile(
    r"\b(?:press|news|media)\s(?:release|note|statement)|comunicado(?:\s(?:de\sprensa|conjunto|oficial))?"
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
_NUMBER = re.compile(r"\b(?:n[oº°]?\.?|núm\.?|number)?\s?\d[\d/.-]*", re.IGNORECASE)
_WHOLES = frozenset(["united nations", "naciones unidas"])
_LONGEST_LINE = 140
_EDGES = " \t|,;:.–—-/•()[]"


def fill(document: Document) -> Document:
    """``document`` with its publisher, where its symbol, letterhead or last lines tell."""
    if document.publisher or document.kind == "digest" or document.digest_of:
        return document
    for reader in (_by_symbol, _by_treaty, _by_letterhead, _by_presentation, _by_contact):
        found = reader(document)
        if found:
            return noted(document, "publisher", found[1], publisher=found[0])
    return document


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
    """The body beside the words "Press release", on their line or alone on the line next to it."""
    head = [(passage, start, line) for passage in front(document) for start, line in lines(passage)]
    for index, (_, _, line) in enumerate(head):
        if len(line) > _LONGEST_LINE or not _LABEL.search(line):
            continue
        for passage, start, near in head[index : index + 2] + head[max(0, index - 1) : index]:
            found = _letterhead(document, passage, start, near)
            if found:
                return found
    return None


def _letterhead(document: Document, passage: Passage, start: int, line: str) -> _Found:
    if len(line) > _LONGEST_LINE:
        return None
    pieces = re.split(r"\s[|–—•-]\s|[|•:]|\s{2,}", _without_furniture(line))
    found = [
        (official, name)
        for name in (piece.strip(_EDGES) for piece in pieces)
        if (official := _official(name, document.language))
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


def _official(printed: str, language: str) -> tuple[str, bool] | None:
    """The name of the body that ``printed`` is as a whole, and whether it was inferred."""
    body = _body(printed) if printed else None
    if body:
        whole = directory.named(printed) is body and not printed.isupper()
        return (printed, False) if whole else (body.name(language), True)
    noun = BODY_NOUN.match(printed)
    if noun and len(printed.split()) > 1 and len(printed) <= 90 and not printed.endswith("."):
        return printed, False
    return None


def _body(printed: str) -> Body | None:
    """The body of the table that ``printed`` names, perhaps with a country: "UNICEF Guatemala"."""
    words = printed.split()
    named = directory.named(printed)
    if named or not words or len(words) > 4:
        return named
    return directory.by_acronym(words[0].strip(_EDGES))


def _by_presentation(document: Document) -> _Found:
    for passage in back(document):
        for start, line in lines(passage):
            presents = _PRESENTS.match(line)
            official = _official(presents["name"].strip(_EDGES), document.language) if presents else None
            if presents and official:
                span = (start + presents.start("name"), start + presents.end("name"))
                return official[0], evidence(passage, *span, 0.8, inferred=official[1])
    return None


def _by_contact(document: Document) -> _Found:
    """The body whose office answers for the release, if the title names the same body."""
    for contact in document.contacts:
        body = _body_within(contact.office or "")
        if body and body in _titled(document.title):
            inferred = Evidence(
                passage=contact.evidence.passage,
                span=contact.evidence.span,
                page=contact.evidence.page,
                confidence=0.7,
                inferred=True,
            )
            return body.name(document.language), inferred
    return None


def _body_within(printed: str) -> Body | None:
    named = directory.name_pattern().match(printed)
    return directory.named(named[0]) if named else directory.by_acronym(printed.partition(" ")[0])


def _titled(title: str) -> list[Body]:
    words = re.findall(r"\w+", title)
    found = [directory.by_acronym(word) for word in words]
    found += [directory.named(match[0]) for match in directory.name_pattern().finditer(title)]
    return [body for body in found if body]
