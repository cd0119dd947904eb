"""Whether a reading has taken the text out of its file, or lost much of it: letters in, letters out.

Formats of text show all their letters, so that the two counts can be compared. Of the others only the
bytes are known: a large file with next to no text is told as such.
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
_EXPECTED = 0.8  # of the letters; headers, page numbers and a table of contents are left out on purpose
_LARGE = 300_000  # bytes
_HARDLY_ANY = 300  # letters


def warnings(reading: Reading, source: Source) -> tuple[Message, ...]:
    """What has to be said of a reading whose letters are suspiciously few."""
    taken = _letters(reading.title or "") + sum(
        _letters(block.text) + _letters(block.marker or "") for block in reading.blocks
    )
    if source.media_type in _COMPARED:
        letters = _letters(_MARK_UP.sub(" ", decode(source.content)[0]))
        lost = taken < letters * _EXPECTED
    else:
        letters, lost = 0, len(source.content) > _LARGE and taken < _HARDLY_ANY
    if not lost:
        return ()
    if letters:
        return (
            Message(
                "Only {taken} of the {letters} letters in the file were taken as its text; compare them.",
                {"taken": taken, "letters": letters},
            ),
        )
    return (
        Message(
            "The file is large and holds hardly any text ({taken} letters); compare it with the original.",
            {"taken": taken},
        ),
    )


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
