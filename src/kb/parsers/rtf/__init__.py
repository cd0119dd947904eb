r"""RTF: the paragraphs of a Rich Text file as they print (Microsoft's specification 1.9.1).

The grammar is tiny: control words, groups, text. A group keeps what is set inside it, or is a
destination of its own (a footnote, the style sheet, a picture); those that nobody needs are passed
over. The labels of lists are in the file as text, for programs that cannot count.

`grammar` are its tokens and tables, `groups` what a group keeps, `reader` reads them one after another,
`words` says what each control word does.

What must stay true: one pass, no recursion; the state of a group is one small object.
"""

from __future__ import annotations

from dataclasses import replace

from kb.parsers.paragraphs import reading
from kb.parsers.reading import CUT_OFF, Reading
from kb.parsers.rtf.reader import Reader
from kb.parsers.rtf.words import WORDS
from kb.records import Source


def read(source: Source) -> Reading:
    """The blocks of a Rich Text file, with its title.

    Raises:
        ParseFailed: its groups are nested too deeply.
    """
    reader = Reader(WORDS)
    reader.run(source.content.decode("latin-1"))
    found = reading(reader.paragraphs(), reader.title())
    return replace(found, warnings=(*found.warnings, CUT_OFF)) if reader.is_cut_off else found
