"""Citations after the manual of the APA (7th edition): the reference, and what stands in the text.

Committee on the Rights of the Child. (2013, May 29). General Comment No. 14 ... (CRC/C/GC/14). https://...
In the text: (Committee on the Rights of the Child, 2013, para. 36)
"""

from __future__ import annotations

from kb.exporters import footnote, wording
from kb.exporters.citation import Work, quoted


def written(work: Work, language: str) -> str:
    """The reference; for a passage, a second line with the citation in the text."""
    reference = _reference(work, language)
    if not footnote.places(work, language):
        return reference
    return f"{reference}\n{wording.word('in the text', language)}: {_in_the_text(work, language)}"


def _reference(work: Work, language: str) -> str:
    date = f"({wording.year_first(work.date, language)})"
    title = work.title
    if work.symbol:
        title += f" ({work.symbol})"
    if described := _description(work, language):
        title += f" [{described}]"
    head = (_authors(work, language), date, title) if work.authors else (title, date)
    sentences = [each if each.endswith((".", "?", "!")) else f"{each}." for each in head]
    return " ".join([*sentences, *([work.address] if work.address else ())])


def _description(work: Work, language: str) -> str:
    """What a text is, where its title and symbol do not say so."""
    if work.original:
        said = footnote.about(work, language)
        return said[:1].upper() + said[1:]
    return wording.kind(work.kind, language) if work.is_release else ""


def _in_the_text(work: Work, language: str) -> str:
    name = _authors(work, language) or quoted(work.title, language)
    parts = (name, wording.year(work.date, language), footnote.places(work, language))
    return f"({', '.join(parts)})"


def _authors(work: Work, language: str) -> str:
    return wording.listed(work.authors, language, last="&" if language == "en" else None)
