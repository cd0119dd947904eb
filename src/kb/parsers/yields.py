"""Whether a reading has taken the text out of its file, or lost much of it: letters in, letters out.

Formats of text show all their letters, and the parsers of office formats, e-books and mails count them where
nothing is left out on purpose; of a page those are counted that stand in no link and in nothing that is known
to surround a text. Of the other formats only the bytes are known: a large file with next to no text is told
as such.
"""

from __future__ import annotations

import re

from kb.messages import Message
from kb.parsers.reading import Reading
from kb.records import Source
from kb.text.decoding import decode

_COMPARED = ("text/plain", "text/markdown")
_MARK_UP = re.compile(
    r"\A---\n.{0,65536}?^---$|\]\([^()\n]{0,2000}\)|<[^<>\n]{0,2000}>|https?://\S+", re.S | re.M
)
_EXPECTED = {  # of the letters
    "text/plain": 0.8,  # headers, page numbers and a table of contents are left out on purpose
    "text/markdown": 0.8,
    "message/rfc822": 0.8,
    "text/html": 0.5,  # of 91 news pages the fewest are 0.57: comments and forms stand beside the text
}
_EXPECTED_OF_OTHERS = 0.9  # 37 office files and e-books that were read whole had 0.95 to 1
_FEWEST, _FEWEST_ON_PAGE = 200, 600  # letters; fewer are the foot of a page, or a form
_LARGE = 300_000  # bytes
_HARDLY_ANY = 300  # letters


def warnings(reading: Reading, source: Source) -> tuple[Message, ...]:
    """What has to be said of a reading whose letters are suspiciously few."""
    held, least = _expected(reading, source)
    taken = _taken(reading, max(least, _HARDLY_ANY))
    if taken < least:
        return (
            Message(
                "Only {taken} of the {letters} letters in the file were taken as its text; compare them.",
                {"taken": taken, "letters": held},
            ),
        )
    if source.media_type not in _COMPARED and len(source.content) > _LARGE and taken < _HARDLY_ANY:
        return (_hardly_any(taken),)
    return ()


def _taken(reading: Reading, enough: float) -> int:
    """The letters of a reading, counted until there are enough of them."""
    parts = (part or "" for block in reading.blocks for part in (block.text, block.marker))
    taken = letters(reading.title or "")
    for part in parts:
        if taken >= enough:
            break
        taken += letters(part)
    return taken


def _expected(reading: Reading, source: Source) -> tuple[int, float]:
    """How many letters the file holds, and how many of them a reading has to have."""
    share = _EXPECTED.get(source.media_type, _EXPECTED_OF_OTHERS)
    if source.media_type in _COMPARED:
        held = letters_of_text(decode(source.content)[0])
        return held, held * share
    held = reading.letters or 0
    fewest = _FEWEST_ON_PAGE if source.media_type == "text/html" else _FEWEST
    return held, held * share if held >= fewest else 0


def _hardly_any(taken: int) -> Message:
    return Message(
        "The file is large and holds hardly any text ({taken} letters); compare it with the original.",
        {"taken": taken},
    )


def letters(text: str) -> int:
    """The letters and digits of a text."""
    return sum(map(str.isalnum, text))


def letters_of_text(text: str) -> int:
    """The letters of a plain text or Markdown, without addresses and marks."""
    return letters(_MARK_UP.sub(" ", text))
