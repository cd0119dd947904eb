"""What in a text is no subject of it: cited titles of treaties and bodies; words to the press (pure).

*Committee on the Rights of the Child* or *general comment No. 14 on the right of the child to have
his or her best interests taken into account* name a body and a document. A title in capitals reaches
to its last capital; one in small letters, after a number, to the end of its clause.
"""

from __future__ import annotations

import re

Span = tuple[int, int]

_HEADS = (
    "Convention|Covenant|Protocol|Declaration|Charter|Compact|Agreement|Statute|Committee|Subcommittee|Commission"
    "|Commissioner|Rapporteur|Expert|Group|Guidelines|Principles|Rules|Recommendation|Programme|Program|Plan|Agenda"
    "|Handbook|Fund|Conference|Council|Act|Law|Code|Report|Study|Forum|Network|Institute|System|Ministry|Secretariat"
    "|Directorate|Department|Trust|Federation"
    "|Convenci[oó]n|Convenio|Pacto|Protocolo|Declaraci[oó]n|Carta|Acuerdo|Estatuto|Comit[eé]|Subcomit[eé]"
    "|Comisi[oó]n|Comisionad[oa]|Relatora?|Relator[ií]a|Expert[oa]|Grupo|Directrices|Principios|Reglas"
    "|Recomendaci[oó]n|Programa|Agenda|Manual|Fondo|Conferencia|Consejo|Ley|C[oó]digo|Informe|Estudio|Foro|Red"
    "|Instituto|Sistema|Ministerio|Secretar[ií]a|Direcci[oó]n|Departamento|Patronato|Procuradur[ií]a|Federaci[oó]n"
)
_SMALL = (
    "of|the|and|or|on|to|in|for|against|with|from|by|their|its|all|other|relating|relative|concerning|regarding"
    "|de|del|la|las|los|el|lo|y|o|e|u|en|a|al|para|por|con|contra|sobre|su|sus|sin|relativ[oa]s?"
)
_CAPITAL = r"[A-ZÁÉÍÓÚÑ][^\W_]*(?:['’-][^\W_]+)*"
_NEXT = (  # another body of a list begins
    r",? (?:and |y |e )?(?:to |al? )the\b|,? (?:y|e) al? |, the "
    rf"|,? (?:and|y|e) (?:the |la |el )?(?:{_HEADS})\b"
)
_TITLE = re.compile(
    rf"\b(?=[A-Z])(?:{_HEADS})\b"
    rf"(?: (?:of|de|del) (?:the )?[0-9]{{1,2}} (?:de )?\w{{3,10}} (?:de )?[0-9]{{4}})?"
    rf"(?= (?:{_CAPITAL} ){{0,3}}(?:{_SMALL}) )"
    rf"(?:(?!{_NEXT}),? (?:(?:{_SMALL}),? ){{0,4}}{_CAPITAL}){{1,30}}"
)
_NUMBERED = re.compile(
    r"\b(?:(?:joint )?general )?"
    r"(?:comments?|recommendations?|resolutions?|decisions?|opinions?"
    r"|(?:observaci|resoluci|recomendaci|decisi|opini)(?:[oó]n|ones)(?: general(?:es)?| consultiva)?)"
    r" (?:(?:Nos?|n[uú]ms?|N)\b[.°º]* ?)?[A-Z0-9/.-]{1,16}\d(?: \(\d{4}\))?,?"
    r"(?: (?:on|concerning|regarding|sobre|relativ[oa]s? a|acerca de)\b[^,;:()\[\]\n]{1,200})?",
    re.IGNORECASE,
)
# What a release says of itself, and to whom: *Media release*, *A los medios de comunicación*.
_TO_THE_PRESS = re.compile(
    r"\bmedia (?:releases?|statement|contacts?|[ei]nquir(?:y|ies)|requests?|relations|advisory|notes?|kit"
    r"|officers?|office|desk|site|cent(?:re|er)|alert|team)\b"
    r"|\b(?:para|a):? (?:los )?(?:medios de comunicaci[oó]n|periodistas)\b"
    r"|\b(?:medios de comunicaci[oó]n|periodistas):"
    r"|\btold journalists\b",
    re.IGNORECASE,
)
_PRESS = re.compile("medi|period|journ", re.IGNORECASE)
_DIGIT = re.compile("[0-9]")
_LOWER = re.compile(r"\b[a-záéíóúñü]{5,}")


def cited(text: str) -> list[Span]:
    """Where titles are cited, or the press addressed, as half-open spans.

    A title in capitals is one from the word after its first.

    >>> text = "The Committee on the Rights of the Child met."
    >>> [text[start:end] for start, end in cited(text)]
    [' on the Rights of the Child']
    """
    numbered = _NUMBERED.finditer(text) if _DIGIT.search(text) else ()
    told = _TO_THE_PRESS.finditer(text) if _PRESS.search(text) else ()
    return _titles(text) + [match.span() for match in (*numbered, *told)]


def cited_in_title(title: str) -> list[Span]:
    """Those in the title of a document, which is none itself, unless all its words have capitals."""
    if len(_LOWER.findall(title)) < 2:
        return []
    return [span for span in _titles(title) if " " in title[: span[0]]]


def _titles(text: str) -> list[Span]:
    found = _TITLE.finditer(text)
    return [(match.start() + len(match[0].split(" ", 1)[0]), match.end()) for match in found]
