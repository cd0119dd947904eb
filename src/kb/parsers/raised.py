"""Raised figures in a text: powers, and the marks of notes that somebody typed.

Written like other figures they would spoil the number or word before them ("1,250" with the mark 1 is not
1,2501). They are kept as raised characters while it is not known what they are; a paragraph that opens with
one that stood raised in the text above is the note.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_AS_RAISED = str.maketrans("0123456789", _RAISED)
_AS_PLAIN = str.maketrans(_RAISED, "0123456789")
_FIGURES = re.compile(r"\s*[0-9]{1,3}(?:\s*[,;–-]\s*[0-9]{1,3})*\s*")
_MARKS = re.compile(rf"[{_RAISED}]{{1,3}}(?:\s?[,;–-]\s?[{_RAISED}]{{1,3}})*")
_NOTE = re.compile(rf"\s*(?P<mark>[{_RAISED}]{{1,3}})[.):]?\s*(?=\S)")
_POWER = re.compile(  # what stands before one: a small number, a unit of length, a letter of a formula
    r"(?:(?<![\w.,])(?:10|[0-9])|(?<![^\W\d_])(?:[kcdmh]?m|ha|ft|in|[^\W\d_]))\s?\Z"
)
_FRACTION = re.compile(" ?[/⁄]")
_OPENS = re.compile(r"(?:\A|[\n|]) *\Z")  # nothing stands before it: in its paragraph, line or cell
_FARTHEST = 8  # characters before a mark that are looked at


def raised(text: str) -> str:
    """A raised text as it is to be kept: figures as raised characters, all else as it is.

    >>> raised("12"), raised("er")
    ('¹²', 'er')
    """
    return text.translate(_AS_RAISED) if _FIGURES.fullmatch(text) else text


def is_power(before: str) -> bool:
    """Whether a raised figure may be a power, by the text before it.

    >>> is_power("en 40 m"), is_power("in 1,250")
    (True, False)
    """
    return _POWER.search(before[-_FARTHEST:]) is not None


def without_marks(text: str) -> str:
    """The text without the marks of notes; a power stays, and a figure with nothing before it is one.

    >>> without_marks("1,250¹ niños² en 40 m²")
    '1,250 niños en 40 m²'
    """
    if not _MARKS.search(text):
        return text
    pieces: list[str] = []
    end = 0
    for found in _MARKS.finditer(text):
        pieces.append(text[end : found.start()])
        before = text[max(0, found.start() - _FARTHEST) : found.start()]
        if _OPENS.search(before):
            pieces.append(found[0].translate(_AS_PLAIN))
        elif is_power(before) or _FRACTION.match(text, found.end()):
            pieces.append(found[0])
        end = found.end()
    return "".join([*pieces, text[end:]])


def notes(texts: Iterable[str]) -> Iterator[tuple[str, str] | None]:
    """For each paragraph its mark and text, where it is a note that was referred to above, else None."""
    seen: set[str] = set()
    for text in texts:
        found = _NOTE.match(text)
        if found and found["mark"] in seen:
            yield found["mark"].translate(_AS_PLAIN), text[found.end() :]
            continue
        yield None
        for marks in _MARKS.finditer(text):
            seen.update(re.findall(f"[{_RAISED}]+", marks[0]) if marks.start() else ())
