"""The symbol of a document: CRC/C/GC/14, CMW/C/GC/3-CRC/C/GC/22, OC-21/14.

United Nations symbols are series joined by strokes (ST/LIB/SER.B/5/Rev.5 lists the series); the
advisory opinions of the Inter-American Court are numbered OC-number/year. A symbol is the document's
own when it stands near the top in a line that holds nothing but letterhead words ("United Nations",
"Distr.: General", a date), behind a label ("Código: ..."), or alone; in a sentence it is one that the
text cites.
"""

from __future__ import annotations

import re

from kb.extractors.evidence import evidence, noted
from kb.extractors.front import front, lines
from kb.extractors.kinds import release_line
from kb.records import Document
from kb.text.dates import MONTHS
from kb.text.folding import fold

_SERIES = (
    "A CAC CAT CCPR CED CEDAW CERD CMW CRC CRPD CTOC DP E FCCC HCR HRI INT LC/L LC NGO S SPLOS ST "
    "TD UNEP UNHCR"
)
_PART = r"[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*(?:\([A-Za-z0-9.]{1,8}\))?"
_ONE = rf"(?:{'|'.join(_SERIES.split())})(?:/{_PART}){{1,8}}"
_SYMBOL = re.compile(
    rf"(?<![\w/.-])(?:{_ONE}(?:[-–]{_ONE}){{0,2}}|OC-\d{{1,3}}/\d\d|OEA/Ser\.(?:/?{_PART}){{1,8}})(?![\w/])"
)
# A piece of a line that says of itself that it holds the symbol: whoever the publisher is, that is it.
_LABELLED = re.compile(
    r"(?:^|(?<=[|·;,\t])\s?)(?:(?:document )?symbol|s[ií]mbolo|signatura|clave|c[oó]digo|code|expediente"
    r"|oficio|file|doc(?:ument|umento)?\.?|ref(?:erence|erencia|\.)?)(?:\s(?:n(?:[oº°]|[uú]m(?:ero)?|umber)\.?|code))?\s?:\s*"
    r"(?!\S+\.(?:pdf|docx?|odt|rtf|txt|html?|jpe?g|png)\b)"  # a file's name is none
    r"(?P<symbol>(?-i:[A-Z])[\w.]{0,15}(?:[/_-][\w.()]{1,15}){1,8})\.?(?=$|\s?[|·;,\t])",
    re.IGNORECASE,
)
# A line that is nothing but a number as offices give them: "LPC-03/2018", "RCC/C/GC/4", "SOP-CP-07".
_ALONE = re.compile(r"(?!CC-BY)[A-Z]{2,8}(?:[/_-][A-Z0-9][A-Za-z0-9.()]{0,11}){2,8}")
# An act that is called by its number: "Acuerdo 118-2011", "Decreto Legislativo No. 57-2008".
_ACT = re.compile(
    r"(?:Acuerdo|Decreto|Resoluci[oó]n|Ley|Ordenanza|Circular|Instructivo|Agreement|Decree|Resolution|Order|Act"
    r"|Instruction)(?:\s(?!n[oº°ú])[^\W\d_]{3,15}){0,3}\s(?:n(?:[oº°]|[uú]m(?:ero)?|umber)?\.?[º°]?\s?)?"
    r"(?:[A-Z]{1,8}[/-])?\d{1,5}(?:[/-]\d{1,4}){1,2}",
    re.IGNORECASE,
)
_LONGEST_LINE = 160
_LETTERHEAD = frozenset(
    """
    united nations naciones unidas nations unies un onu doc document documento symbol signatura no num
    distr distribution distribucion general limited limitada restricted reservada advance unedited
    version original english spanish french russian ingles espanol frances y and or
    adopted aprobada adoptada date fecha of on de del the el la in en
    committee comite assembly asamblea council consejo economic social economico human rights
    derechos humanos opinion consultiva advisory oc vol
    crc cmw cedaw cerd ced cat ccpr crpd hri
    """.split()
) | frozenset(MONTHS)
_NAMED_IN_TITLE = re.compile(
    r"(?:advisory\s+opinion|opini[oó]n\s+consultiva|(?:joint\s+)?general\s+(?:comment|recommendation)"
    r"|(?:observaci[oó]n|recomendaci[oó]n)\s+general)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")


def fill(document: Document) -> Document:
    """``document`` with its own symbol, where one is printed near the top or in its title."""
    if document.symbol or document.kind == "digest" or document.digest_of:
        return document
    for passage in front(document):
        for start, line in lines(passage.text):
            if labelled := _stated(line):
                found = evidence(passage, start + labelled[0], start + labelled[1], 0.9)
                return noted(document, "symbol", found, symbol=line[labelled[0] : labelled[1]])
            symbol = _SYMBOL.search(line) if len(line) <= _LONGEST_LINE else None
            if symbol and _letterhead(line[: symbol.start()] + " " + line[symbol.end() :]):
                found = evidence(passage, start + symbol.start(), start + symbol.end(), 0.95)
                return noted(document, "symbol", found, symbol=symbol[0])
    return _from_title(_numbered(document))


def _stated(line: str) -> tuple[int, int] | None:
    """Where a line states the symbol under a label of its own."""
    found = _LABELLED.search(line) if len(line) <= _LONGEST_LINE else None
    return found.span("symbol") if found and any(map(str.isdigit, found["symbol"])) else None


def _numbered(document: Document) -> Document:
    """``document`` with the number that is a line of its own in its letterhead; a release's is no symbol."""
    if release_line(document):
        return document
    for pattern in (_ALONE, _ACT):
        for passage in front(document):
            for start, line in lines(passage.text):
                bare = line.strip(" .")
                if pattern.fullmatch(bare) and any(map(str.isdigit, bare)):
                    at = start + line.index(bare)
                    found = evidence(passage, at, at + len(bare), 0.8)
                    return noted(document, "symbol", found, symbol=bare)
        if pattern.fullmatch(document.title):
            return noted(document, "symbol", evidence(None, 0, 0, 0.8), symbol=document.title)
    return document


def _letterhead(rest: str) -> bool:
    return _LETTERHEAD.issuperset(map(fold, _WORD.findall(rest)))


def _from_title(document: Document) -> Document:
    """A title names its own symbol first, or after the words that say what the document is."""
    symbol = None if document.symbol else _SYMBOL.search(document.title[:_LONGEST_LINE])
    if symbol is None or not (symbol.start() == 0 or _NAMED_IN_TITLE.match(document.title)):
        return document
    return noted(document, "symbol", evidence(None, 0, 0, 0.8), symbol=symbol[0])
