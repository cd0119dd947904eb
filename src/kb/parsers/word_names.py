"""What Word calls its headings and fields, in its own files and in RTF."""

from __future__ import annotations

import re

_HEADING = re.compile(r"(?:heading|t[ií]tulo|encabezado)\s*(?P<level>[1-9])(?![0-9])", re.IGNORECASE)
_MUTE = frozenset("TOC TOA INDEX PAGE NUMPAGES SECTIONPAGES RD XE TC".split())


def heading_level(style: str) -> int:
    """The level of the headings that have a style of this name; 0 where it is none of theirs.

    >>> heading_level("heading 2"), heading_level("Título 1"), heading_level("Título")
    (2, 1, 0)
    """
    found = _HEADING.match(style)
    return int(found["level"]) if found else 0


def is_shown(code: str) -> bool:
    """Whether the result of a field is text of the document, by its code.

    >>> is_shown("HYPERLINK https://example.org/"), is_shown(" page ")
    (True, False)
    """
    return (code.split(maxsplit=1) or [""])[0].upper() not in _MUTE
