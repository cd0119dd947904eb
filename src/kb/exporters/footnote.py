"""Citations as footnotes have them, after the manner of the Chicago manual (notes) and OSCOLA.

Committee on the Rights of the Child, “General Comment No. 14 ...”, CRC/C/GC/14, 29 May 2013,
para. 36, p. 9, <https://...>.
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.exporters import wording
from kb.exporters.citation import Work, quoted


def written(work: Work, language: str) -> str:
    """One line that ends with a full stop."""
    parts = [*_parts(work, language)]
    if work.read and work.address:
        parts.append(f"{wording.word('accessed', language)} {wording.written(work.read, language)}")
    text = ", ".join(parts)
    if work.original:
        text += f" ({_about(work.original, language)})"
    return text if text.endswith(".") else f"{text}."


def about(work: Work, language: str) -> str:
    """What a digest is a digest of, in one line; nothing for a text itself."""
    return _about(work.original, language) if work.original else ""


def places(work: Work, language: str) -> str:
    """The place that is cited: "para. 36, p. 9"."""
    return ", ".join(_places(work, language))


def _about(original: Work, language: str) -> str:
    return f"{wording.word('digest of', language)}: {', '.join(_parts(original, language))}"


def _parts(work: Work, language: str) -> Iterator[str]:
    if work.authors:
        yield wording.listed(work.authors, language)
    yield quoted(work.title, language)
    if work.is_release:
        yield wording.kind(work.kind, language).lower()
    yield from filter(None, (work.place, work.symbol))
    yield wording.written(work.date, language)
    yield from _places(work, language)
    if work.address:
        yield f"<{work.address}>"


def _places(work: Work, language: str) -> Iterator[str]:
    if work.pinpoint:
        yield work.pinpoint
    if work.pages:
        yield f"{wording.word('pages' if '–' in work.pages else 'page', language)} {work.pages}"
