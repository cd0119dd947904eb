"""What is read and not said: signs, songs and lists are no quotation; laws and reports are nobody's."""

from __future__ import annotations

import re

from kb.extractors.subjects import ARTICLE

_DOCUMENTS = (
    r"report|law|text|document|statement|article|letter|sign|study|guide|resolution|convention|note|rule"
    r"|flyer|t-?shirts?|shirts?|camisetas?|leaflet|brochure|hashtag|headline|caption|folleto|volante|plaque|constitution|protocol|poster|banner"
    r"|informe|ley|texto|documento|comunicado|art[ií]culo|carta|estudio|gu[ií]a|resoluci[oó]n|convenci[oó]n"
    r"|constituci[oó]n|protocolo|cartel|letrero|manta|norma|sentencia|fallo|nota|regla|placa|inscripci[oó]n"
    r"|inscription|refr[aá]n|dicho|proverbio|adagio|canci[oó]n|copla|himno|proverb|saying|adage|song|hymn|rhyme"
)
# What somebody has written for others to hold to: its clauses are quotations of nobody named.
_WRITTEN = re.compile(
    r"(?:(?:under|pursuant\sto|in\s(?:accordance|keeping)\swith|conforme\sa|con\sarreglo\sa|en\svirtud\sde|bajo|según|para)(?:l(?=\s))?\s)?"
    r"(?:(?:one|a|another|the|una?|otra|la|el|cada)\s(?:\w+\s)?(?:line|sentence|clause|paragraph|section|passage|frase|línea|párrafo|cláusula|pasaje|parte)"
    r"\s(?:of|in|from|de(?=l?\s)|en)(?:l(?=\s))?\s)?"
    rf"(?:(?:{ARTICLE}|both|ambos|ambas|this|that|est[ae]|dich[ao])\s)?(?:own\s|propi[oa]\s)?(?:[\w-]+\s){{0,2}}?"
    r"(?:report|laws?|text|document|article|study|resolution|convention|rule|constitution|protocol|ruling|judg(?:e)?ment|decision"
    r"|order|opinion|memo(?:randum)?|agreement|pact|pledge|declaration|treaty|charter|compact|covenant|policy|act|bill|statute|regulations?"
    r"|guidelines?|guidance|directives?|instructions?|settlement|ordinance|notice|minutes|log|logbook|transcript|e-?mail|decree|contract|complaint|indictment|affidavit|petition|brief|filing|motion|lawsuit|manual|catechism|general\scomment|finding"
    r"|informe|reporte|ley|texto|documento|artículo|estudio|resolución|convención|constitución|protocolo|norma|sentencia|fallo|decreto"
    r"|acuerdo|auto|dictamen|convenio|tratado|pacto|declaración|reglamento|lineamientos?|política|contrato|demanda|acusación|denuncia"
    r"|petición|recurso|manual|oficio|acta|expediente|catecismo|observación\sgeneral|recomendación|opinión\sconsultiva|circular|comunicado|pronunciamiento"
    r"|memorando|memorándum|ordenanza|directriz|directrices|estatutos?|encíclica|exhortación|encyclical|exhortation)\b",
    re.IGNORECASE,
)
# "En la parte medular de la sentencia se lee:", "In the ruling we read that".
_READ_IN = re.compile(
    r"\b(?:en|in|on)\s[^,;:]{0,60}\b(?:sentencia|fallo|resolución|informe|documento|texto|carta|acta|acuerdo|expediente|ruling|judg(?:e)?ment"
    r"|report|document|decision|order|letter|opinion|page|p[aá]gina)\b[^,;:]{0,20}\s(?:se\s(?:lee|dice|señala|indica|establece|afirma|puede\sleer)"
    r"|(?:it|we|one|you)\s(?:says?|reads?|states?|can\sread))",
    re.IGNORECASE,
)
# "En una página está escrito:", "On the wall was written:".
_WRITTEN_THERE = re.compile(
    r"\b(?:está(?:ba)?|estuvo|quedó|(?:is|was|were|had)(?:\sbeen)?)\s(?:escrit|anotad|written)[oa]?s?\b[^.;]{0,40}:\s?$",
    re.IGNORECASE,
)
_OPENING = re.compile(r"[^,;:“”\"«»]{2,60},\s")
_DOCUMENT = re.compile(
    rf"(?:(?:{ARTICLE}|l[oa]s)\s)?(?:\w+\s)?(?:{_DOCUMENTS}|forms)(?:e?s)?\b", re.IGNORECASE
)
_LETTER = re.compile(
    r"(?:the|an?|la|el|una?|this|est[ae])\s(?:\w+\s)?(?:letter|statement|message|carta|mensaje|comunicado|pronunciamiento)\b",
    re.IGNORECASE,
)
# What stands before a colon and is read.
_SHOWN = re.compile(
    r"\b(?:lemas?|mottos?|slogans?|consignas?|t[ií]tulos?|titles?|nombres?|names?|palabras?\sclave|hashtags?"
    r"|temas?|themes?|preguntas?|questions?|lists?|listas?|pared|wall|pizarra|board|cuaderno|notebook|mural|camiseta"
    r"|shirts?|pancartas?|letras?|lyrics|formulario|form|folletos?|leaflets?|p[aá]gina|page|l[ií]nea|line)\b",
    re.IGNORECASE,
)


def is_document(text: str, start: int, end: int) -> bool:
    """Whether a document is named where a clause begins: "The new report says"."""
    return _DOCUMENT.match(text, start, end) is not None


def is_written(text: str, start: int, end: int) -> bool:
    """Whether a law or a report is named where a clause begins: "In its first line, the pact states"."""
    opening = _OPENING.match(text, start, end)
    begins = any(_WRITTEN.match(text, at, end) for at in {start, opening.end() if opening else start})
    return begins or _READ_IN.search(text, start, end) is not None


def is_written_there(text: str, start: int, end: int) -> bool:
    """Whether a clause tells where the words behind it are written, and not by whom."""
    return _WRITTEN_THERE.search(text, start, end) is not None


def is_letter(text: str, start: int, end: int) -> bool:
    """Whether it is a letter or a statement, which are somebody's words, though it is not said whose."""
    return _LETTER.match(text, start, end) is not None


def leads_to_reading(text: str, start: int, stop: int) -> bool:
    """Whether a clause before a colon speaks of something that is read: "On the wall of the dining room:"."""
    return bool(_DOCUMENT.search(text, start, stop) or _SHOWN.search(text, start, stop))
