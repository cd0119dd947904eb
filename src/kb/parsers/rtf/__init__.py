r"""RTF: the paragraphs of a Rich Text file as they print (Microsoft's specification 1.9.1).

The grammar is tiny: control words, groups, text. A group keeps what is set inside it, or is a
destination of its own (a footnote, the style sheet, a picture); those that nobody needs are passed
over. The labels of lists are in the file as text, for programs that cannot count.

`grammar` are its tokens and tables, `groups` what a group keeps, `reader` reads them one after another,
`words` says what each control word does.

Where braces are missing the rest of a file would stand in a table of fonts, or in a running head. Then it is
read again, and a paragraph that begins there ends what is passed over.

What must stay true: one pass, no recursion; the state of a group is one small object.
"""

from __future__ import annotations

from dataclasses import replace

from kb.messages import Message
from kb.parsers.paragraphs import reading
from kb.parsers.reading import CUT_OFF, Reading
from kb.parsers.rtf.reader import Reader
from kb.parsers.rtf.words import WORDS
from kb.records import Source

_BROKEN = Message(
    "The file is damaged: its groups do not match up; text may be missing or out of place, compare it."
)
_PADDING = b"\x00\x1a \t\r\n"


def read(source: Source) -> Reading:
    """The blocks of a Rich Text file, with its title.

    Raises:
        ParseFailed: its groups are nested too deeply.
    """
    found, balanced = _read(source.content, groups_end=True)
    overwritten = b"\0" in source.content.rstrip(_PADDING)
    if balanced and not overwritten:
        return found
    more, _ = _read(source.content, groups_end=False)
    broken = source.content.rstrip(_PADDING).endswith(b"}")
    kept = more if _length(more) > _length(found) else found
    return replace(kept, warnings=(*kept.warnings, _BROKEN if broken else CUT_OFF))


def _read(content: bytes, *, groups_end: bool) -> tuple[Reading, bool]:
    """What is read, and whether every brace has its other."""
    reader = Reader(WORDS, groups_end=groups_end)
    reader.run(content.decode("latin-1"))
    found = reading(reader.paragraphs(), reader.title())
    return replace(found, letters=reader.letters), reader.is_balanced


def _length(found: Reading) -> int:
    return sum(len(block.text) for block in found.blocks)
