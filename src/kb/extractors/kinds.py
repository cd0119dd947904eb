"""What kind of document it is: one of ``kb.records.KINDS``.

The first rule that holds decides; they are ordered so that a sure sign (a symbol, the words that open
a title) comes before a likely one (a dateline, a contact block). A document of which nothing tells is
a page.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import NamedTuple

from kb.extractors.datelines import datelines
from kb.extractors.evidence import evidence, noted
from kb.extractors.front import front, lines
from kb.records import Document, Evidence

_ARTICLE = re.compile(r"(?:article|art[ií]culo)\s+(?:1|i|primero)\b", re.IGNORECASE)
_RELEASE = re.compile(
    r"\b(?:press|news|media)\s(?:release|note|statement)\b|\bcomunicado\b|\bbolet[ií]n\sde\sprensa\b"
    r"|\bnota\s(?:de\sprensa|informativa)\b|\bfor\simmediate\srelease\b|\bpublicaci[oó]n\sinmediata\b",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:art|rule|principle|guideline|step|s|chapter|part|module|session|standard|measure)[0-9]"
)
_DIVISION = re.compile(r"([a-z]+)[0-9]+$")
_FEWEST_SECTIONS = 3
_FINDS = re.compile(
    r"\b(?:findings|what\swe\s(?:found|saw|did)|methodology|conclusions|executive\ssummary|hallazgos"
    r"|lo\sque\sencontramos|metodolog[ií]a|conclusiones|resumen\sejecutivo)\b",
    re.IGNORECASE,
)
_LONGEST_LINE = 120
_SURE = frozenset(["general-comment"])


class _Rule(NamedTuple):
    kind: str
    pattern: re.Pattern[str]
    confidence: float


def _rule(kind: str, pattern: str, confidence: float) -> _Rule:
    return _Rule(kind, re.compile(pattern, re.IGNORECASE), confidence)


# How the symbol of a document of this kind looks.
_BY_SYMBOL = (
    _rule("general-comment", r"(?:^|/)GC/", 0.95),
    _rule("judgment", r"^OC-", 0.95),
)
_GUIDES = (
    "guidelines?|lineamientos?|directrices|principios|principles|gu[ií]a|manual|handbook|toolkit|guide"
    "|protocolo|guidance|(?:standard )?(?:operating|operational) procedures?|procedures?|procedimientos?"
    "|instructions?|instructivo|policy|pol[ií]tica|checklist|lista de (?:verificaci[oó]n|comprobaci[oó]n)"
    "|circular"
    "|(?:minimum )?standards|est[aá]ndares|pautas|reglas|rules|code of conduct|c[oó]digo de conducta"
    "|ruta de (?:atenci[oó]n|actuaci[oó]n)|hoja de ruta|recomendaciones|recommendations"
)
# "Cancillería presenta protocolo": what somebody did with a guideline is told by a release. "Release
# procedures" and "Public health guidelines" are no verbs.
_GIVES_OUT = (
    r"(?:(?:present|public|lanz|anunci|firm|adopt|entreg)(?:a|an|[oó]|aron|ar[aá]n?)|apr(?:ueban?|ob[oó]|obaron)"
    r"|emit(?:e|en|i[oó]|ieron)|(?:present|adopt|launch|publish|issu|announc|sign|releas)(?:s|es|ed)"
    r"|(?:presentaci[oó]n|publicaci[oó]n|lanzamiento|adopci[oó]n|aprobaci[oó]n|emisi[oó]n|presentation|launch"
    r"|publication|adoption)\s(?:del?|of))\b"
)
_TEACHING = (
    r"\bm[oó]dulo\b|\bmodule\s\d|\bsyllabus\b|\bcurriculum\b",
    r"\bgu[ií]a\sde\s(?:formaci[oó]n|aprendizaje|ense[nñ]anza)\b",
    r"\b(?:facilitator|trainer|training)(?:['’]?s)?\s(?:guide|manual|handbook|toolkit)",
    r"\bmanual\s(?:de\scapacitaci[oó]n|del?\s(?:la\s)?(?:persona\s)?facilitador)",
    r"\bgu[ií]a\sde(?:l|\sla)?\s(?:persona\s)?(?:facilitador|capacitaci[oó]n)",
)
_LAWS = (
    r"^acuerdo\s(?:\w+\s){0,3}?(?:por\sel\sque|mediante\sel\scual|n[oº°]?\.?\s?\d|n[uú]m)",
    r"\bregulations\b(?:,?\s(?:of\s)?\d{4})?$",
    r"^(?:ley|decreto|reglamento|acuerdo\sgubernativo|c[oó]digo)\s(?:\w+\s){0,6}?"
    r"(?:n[oº°]?\.?|n[uú]m(?:ero)?\.?|de|para|general|org[aá]nica|federal|especial)\b",
    r"\bact,?\s(?:of\s)?\d{4}\b",
)
# How its title begins ("^"), or what the title holds.
_BY_TITLE = (
    _rule("general-comment", r"^(?:joint\s)?general\s(?:comment|recommendation)\b", 0.95),
    _rule("general-comment", r"^(?:observaci[oó]n|recomendaci[oó]n)\sgeneral\b", 0.95),
    _rule("judgment", r"^(?:advisory\sopinion|judge?ment|opini[oó]n\sconsultiva|sentencia)\b", 0.9),
    _rule("judgment", r"^case\sof\s.+\sv\.|^caso\s.+\svs\.", 0.9),
    _rule("guideline", r"\bprotocolo\s(?:de|para\sla)\s(?:actuaci[oó]n|atenci[oó]n|protecci[oó]n)", 0.9),
    _rule("training-material", "|".join(_TEACHING), 0.85),
    _rule(
        "guideline",
        rf"^(?:(?!{_GIVES_OUT})[\w-]+\s){{0,3}}(?:{_GUIDES})\b(?!\s(?:facultativo|adicional))",
        0.8,
    ),
    _rule("law", "|".join(_LAWS), 0.85),
    _rule("report", r"\breport\s(?:of|on|to)\b|\b(?:annual|situation)\sreport\b", 0.8),
    _rule("report", r"^(?:summary\s)?(?:minutes|record)\sof\b", 0.8),
    _rule("report", r"^(?:acta|minuta|relator[ií]a)\s(?:de|del|n)", 0.8),
    _rule("report", r"^informe\b|\binforme\s(?:anual|de|sobre)\b", 0.8),
)
_COURSE = re.compile(r"\b(?:course|training|curso|taller|formaci[oó]n|capacitaci[oó]n)\b", re.IGNORECASE)
_TREATY = re.compile(
    r"\b(?:convention|covenant|treaty|agreement)\b|^(?:optional\s)?protocol\b|\bprotocol\s(?:to\s(?:prevent|the)|relating)"
    r"|\b(?:convenci[oó]n|convenio|pacto|tratado)\b|^protocolo\s(?:facultativo|adicional|para\sprevenir)",
    re.IGNORECASE,
)


def fill(document: Document) -> Document:
    """``document`` with its kind, and the evidence for it."""
    if document.kind:
        return document
    kind, found = _kind(document)
    return noted(document, "kind", found, kind=kind)


def _kind(document: Document) -> tuple[str, Evidence]:
    for kind, pattern, confidence in _BY_SYMBOL:
        if pattern.search(document.symbol or ""):
            return kind, Evidence(confidence=confidence, inferred=True)
    release = release_line(document) or (None if _is_sectioned(document) else _opening(document))
    for kind, pattern, confidence in _BY_TITLE:
        # "Office publishes a guide": a release about a document is not the document.
        if pattern.search(document.title) and (kind in _SURE or not release):
            return kind, Evidence(confidence=confidence)
    if release:
        return "press-release", release
    if _TREATY.search(document.title) and (article := _article(document)):
        return "treaty", article
    if _COURSE.search(document.title) and _is_sectioned(document):
        return "training-material", Evidence(confidence=0.7)
    return _by_body(document)


def _by_body(document: Document) -> tuple[str, Evidence]:
    if _is_sectioned(document):
        return _by_sections(document), Evidence(confidence=0.5, inferred=True)
    for dateline in datelines(document)[:1]:
        return "press-release", evidence(dateline.passage, dateline.start, dateline.end, 0.6)
    for contact in document.contacts:
        if contact.name or contact.office or contact.email:  # "Call 555-0100 for a bed" may stand anywhere
            return "press-release", replace(contact.evidence, confidence=0.7)
    return "page", Evidence(confidence=0.3, inferred=True)


def _is_sectioned(document: Document) -> bool:
    """Whether the text is built of numbered sections, articles, principles or steps, as no release is."""
    numbered = {each.address.partition(".")[0] for each in document.passages if _SECTION.match(each.address)}
    return len(numbered) >= _FEWEST_SECTIONS


def _by_sections(document: Document) -> str:
    """What a text of numbered sections is, by the names of its divisions and headings."""
    names = Counter(found[1] for each in document.passages if (found := _DIVISION.match(each.address)))
    if names["module"] + names["session"] >= _FEWEST_SECTIONS:
        return "training-material"
    if names["art"] >= _FEWEST_SECTIONS:
        return "law"
    headings = [each.text for each in document.passages if each.kind == "heading"]
    return "report" if any(map(_FINDS.search, headings)) else "guideline"


def _opening(document: Document) -> Evidence | None:
    """The dateline that opens the text."""
    for dateline in datelines(document):
        if dateline.opens:
            return evidence(dateline.passage, dateline.start, dateline.end, 0.8)
    return None


def release_line(document: Document) -> Evidence | None:
    """Where a line near the top says "Press release"."""
    for passage in front(document):
        for start, line in lines(passage.text):
            label = _RELEASE.search(line) if len(line) <= _LONGEST_LINE else None
            if label:
                return evidence(passage, start + label.start(), start + label.end(), 0.9)
    return Evidence(confidence=0.9) if _RELEASE.match(document.title) else None


def _article(document: Document) -> Evidence | None:
    """Where the first article is printed."""
    for passage in document.passages:
        article = _ARTICLE.match(passage.text)
        if article:
            return evidence(passage, *article.span(), 0.85)
    return None
