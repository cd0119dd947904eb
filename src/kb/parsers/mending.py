"""Letters that were damaged before they came into a file: set right where that is certain, else told."""

from __future__ import annotations

from dataclasses import replace

from kb.messages import Message
from kb.parsers.reading import Reading
from kb.text.mojibake import damaged, set_right

_BETWEEN = "\n\x00\n"  # no letter is read across it
_UNDECODED = "\ufffd"


def mended(reading: Reading) -> Reading:
    """The reading with its letters set right, and a warning of those that cannot be."""
    texts = [reading.title or "", *(block.text for block in reading.blocks)]
    whole = _BETWEEN.join(texts)
    better = set_right(whole)
    if better != whole:
        title, *rest = better.split(_BETWEEN)
        blocks = tuple(replace(block, text=text) for block, text in zip(reading.blocks, rest, strict=True))
        reading = replace(reading, title=title or None, blocks=blocks)
    # A title may stand in the text, too; letters that could not be decoded are told already.
    words = [
        word
        for word in damaged(better.partition(_BETWEEN)[2])
        if not (reading.undecodable and _UNDECODED in word)
    ]
    if not words:
        return reading
    warning = Message(
        'Letters that are damaged: {count}, as in "{example}". Compare it with a better copy.',
        {"count": len(words), "example": words[0]},
    )
    return replace(reading, warnings=(*reading.warnings, warning))
