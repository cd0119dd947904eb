"""The readable, stable name of a document: its symbol, or publisher, year and words of the title."""

from __future__ import annotations

import re

from kb.records import Document
from kb.text.folding import fold
from kb.text.words import is_stop_word

_JOINT = re.compile(r"-(?=[A-Z]{1,6}/)")
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_INITIALS = re.compile(r"[A-ZÁÉÍÓÚÑ][\w]*")
_WORDS_OF_TITLE = 6


def proposed_id(document: Document) -> str:
    """The id that the document itself asks for; the store puts ``-2`` behind one that is taken.

    >>> proposed_id(Document(title="General Comment No. 14", symbol="CRC/C/GC/14"))
    'crc-c-gc-14'
    """
    if document.id:
        wished = slug(document.id)
    elif document.symbol and document.kind != "digest":
        wished = slug(document.symbol)
    else:
        wished = _from_title(document)
    if document.kind == "digest" and not wished.startswith("digest-"):
        wished = f"digest-{wished}"
    return wished or f"document-{document.sha256[:8]}"


def further_ids(document: Document) -> tuple[str, ...]:
    """The parts of a joint symbol, each of which the document answers to as well.

    >>> further_ids(Document(symbol="CMW/C/GC/3-CRC/C/GC/22"))
    ('cmw-c-gc-3', 'crc-c-gc-22')
    """
    parts = _JOINT.split(document.symbol or "")
    return tuple(map(slug, parts)) if len(parts) > 1 and document.kind != "digest" else ()


def slug(text: str) -> str:
    """Lower-case letters, digits and hyphens.

    >>> slug("Niñez migrante: 2ª parte")
    'ninez-migrante-2-parte'
    """
    return _NOT_PLAIN.sub("-", fold(text)).strip("-")


def _from_title(document: Document) -> str:
    words = [word for word in slug(document.title).split("-") if word and not is_stop_word(word)]
    publisher = _short(document)
    year = str(document.published.year) if document.published and document.published.year else ""
    title = words[1:] if words[:1] == [publisher] else words
    kept = title[: _WORDS_OF_TITLE - 1]
    return "-".join(part for part in (publisher, year, *kept) if part)


def _short(document: Document) -> str:
    """The publisher's acronym, else its first word or the initials of a long name."""
    name = document.publisher
    if not name:
        return ""
    acronyms = [each.acronym for each in document.organisations if each.name == name and each.acronym]
    if acronyms:
        return slug(acronyms[0])
    words = name.split()
    if len(words) < 3:
        return slug(name)
    return slug("".join(word[0] for word in words if _INITIALS.match(word))) or slug(words[0])
