"""What is read and not said: reports, laws, signs, lists."""

from __future__ import annotations

import re

from kb.extractors.subjects import ARTICLE

_DOCUMENTS = (
    r"report|law|text|document|statement|article|letter|sign|study|guide|resolution|convention|note|rule"
    r"|flyer|leaflet|brochure|hashtag|headline|caption|folleto|volante|plaque|constitution|protocol|poster|banner"
    r"|informe|ley|texto|documento|comunicado|art[ií]culo|carta|estudio|gu[ií]a|resoluci[oó]n|convenci[oó]n"
    r"|constituci[oó]n|protocolo|cartel|letrero|manta|norma|sentencia|fallo|nota|regla|placa|inscripci[oó]n"
    r"|inscription|refr[aá]n|dicho|proverbio|adagio|canci[oó]n|copla|himno|proverb|saying|adage|song|hymn|rhyme"
)
_DOCUMENT = re.compile(rf"(?:{ARTICLE}\s)?(?:\w+\s)?(?:{_DOCUMENTS})\b", re.IGNORECASE)
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


def is_letter(text: str, start: int, end: int) -> bool:
    """Whether it is a letter or a statement, which are somebody's words, though it is not said whose."""
    return _LETTER.match(text, start, end) is not None


def leads_to_reading(text: str, start: int, stop: int) -> bool:
    """Whether a clause before a colon speaks of something that is read: "On the wall of the dining room:"."""
    return bool(_DOCUMENT.search(text, start, stop) or _SHOWN.search(text, start, stop))
