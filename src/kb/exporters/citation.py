"""What a citation is made of: the parts of a document and of a place in it, from the record alone.

A part that the record does not know is empty, and a style leaves it out; nothing is made up. The number
of a passage is cited only where it is printed: one that kb counted is no paragraph number. A digest
stays a digest, and says what it is a digest of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kb.exporters import wording
from kb.records import DigestOf, Document, PartialDate, Passage
from kb.text.addresses import web_address
from kb.text.folding import normalise, squeeze

_NOT_IN_A_KEY = re.compile(r"[^A-Za-z0-9.:_-]+")
_NUMBER = re.compile(
    r"(?:[^\W\d_]{3,}\.?\s+)?\W?"
    r"([0-9]+(?:\.[0-9]+)*[^\W\d_]{0,2}(?:\s(?:bis|ter|qu[aá]ter|quinquies))?|[IVXLCDM]+|[ivxlcdm]+|[^\W\d_]{1,2})"
    r"\W{0,2}",
)
_BETWEEN_BODIES = " / "  # of a joint text


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """The parts of a citation: one line each, without anything that could upset a reader."""

    key: str  # ASCII
    kind: str
    language: str
    title: str
    authors: tuple[str, ...] = ()
    symbol: str = ""
    date: PartialDate | None = None
    place: str = ""
    address: str = ""  # of the web
    read: PartialDate | None = None
    pinpoint: str = ""  # "para. 36(a)", in the language asked for
    pages: str = ""  # "9" or "9–10"
    original: Work | None = None  # of a digest

    @property
    def is_release(self) -> bool:
        """Whether the kind of text belongs to its citation."""
        return self.kind == "press-release"


def work(document: Document, passage: Passage | None = None, language: str = "en") -> Work:
    """The parts of a document, and of one of its passages if that is what is cited."""
    about = document.digest_of
    found = Work(
        key=_NOT_IN_A_KEY.sub("-", document.id) or "document",
        kind=document.kind,
        language=document.language,
        title=_line(document.title) or _line(document.id),
        authors=_authors(document.publisher),
        symbol=_line(document.symbol),
        date=document.published,
        place=_line(document.place) if document.kind == "press-release" else "",
        address=_address(document.source),
        read=_day(document.retrieved),
        original=_original(about) if about else None,
    )
    if passage is None:
        return found
    return replace(
        found,
        key=_NOT_IN_A_KEY.sub("-", f"{found.key}-{passage.address}"),
        pinpoint=pinpoint(document, passage, language),
        pages=passage.pages,
    )


def pinpoint(document: Document, passage: Passage, language: str) -> str:
    """The place in words: "para. 36(a)", "annex 1, para. 2"; its heading where no number is printed."""
    parts: list[str] = []
    before = ""  # the number said last, which "2.1" after "2" replaces
    for division, number in _printed(document, passage):
        if division and number.startswith(f"{before}.") and before:
            parts.pop()
        if " " in number and not number[0].isdigit():  # "Segunda parte" says all of it
            parts.append(number)
        elif division:
            parts.append(f"{wording.division(division, language)} {number}")
        elif parts:
            parts[-1] += f"({number})" if language == "en" else f" {number})"
        before = number
    if parts:
        return ", ".join(parts)
    head = passage.text if passage.kind == "heading" else next(reversed(passage.heading), "")
    return f"{wording.word('under', language)} {quoted(_line(head), language)}" if head.strip() else ""


def quoted(title: str, language: str) -> str:
    """A title between quotation marks; those inside become the inner ones.

    >>> quoted("Our “home”", "en"), quoted("La «casa»", "es")
    ('“Our ‘home’”', '«La “casa”»')
    """
    if language == "es":
        return f"«{title.replace('«', '“').replace('»', '”')}»"
    return f"“{title.replace('“', '‘').replace('”', '’')}”"


def _printed(document: Document, passage: Passage) -> Iterator[tuple[str, str]]:
    """The steps of an address whose number the text prints, the outermost first: ("p", "36"), ("", "a")."""
    held = {each.address: each for each in document.passages}
    steps = passage.address.split(".")
    above = ""
    for depth in range(1, len(steps) + 1):
        found = held.get(".".join(steps[:depth]))
        if found and found.number:
            number = _number(found.number)
            above = _division(steps[:depth], number, above, found.kind)
            yield above, number


def _division(steps: list[str], number: str, above: str, kind: str) -> str:
    """What the last step is called: "p", "art"; nothing for an item under a paragraph."""
    name, rest = wording.begun(steps[-1])
    if name and (len(steps) == 1 or rest[0].isdigit()):
        return name
    for first in range(len(steps) - 1):  # "p2.1" is a number of two parts, and no item under p2
        name, rest = wording.begun(".".join(steps[first:]))
        if name and rest == number.lower():
            return name
    if kind == "heading":
        return "s"
    return "p" if above == "art" and number[0].isdigit() else ""


def _number(printed: str) -> str:
    """A number without the word before it and the marks around it; one in words stays as it is.

    >>> _number("Article 8 bis"), _number("(a)"), _number("Segunda parte")
    ('8 bis', 'a', 'Segunda parte')
    """
    line = _line(printed)
    found = _NUMBER.fullmatch(line)
    return found[1] if found else line


def _authors(publisher: str | None) -> tuple[str, ...]:
    return tuple(filter(None, map(_line, (publisher or "").split(_BETWEEN_BODIES))))


def _original(about: DigestOf) -> Work:
    return Work(
        key="",
        kind="page",
        language="",
        title=_line(about.title),
        authors=_authors(about.publisher),
        symbol=_line(about.symbol),
        date=about.adopted,
        address=_address(about.source),
    )


def _day(moment: str | None) -> PartialDate | None:
    """The day of an ISO 8601 moment."""
    found = re.match(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", moment or "")
    if found is None or not 1 <= int(found[2]) <= 12:
        return None
    return PartialDate(year=int(found[1]), month=int(found[2]), day=int(found[3]))


def _address(source: str | None) -> str:
    """A web address in ASCII without what ends one in a text, else nothing."""
    address = web_address("".join(normalise(source or "").split())) or ""
    return "".join(
        each if "!" <= each <= "~" and each not in '<>"{}\\^`|' else _percent(each) for each in address
    )


def _percent(letter: str) -> str:
    return "".join(f"%{byte:02X}" for byte in letter.encode())


def _line(text: str | None) -> str:
    return squeeze(normalise(text or ""))
