"""A web page saved as a single file (MHTML, RFC 2557): its page is the first part that is HTML.

The headers say who saved it and when, and not who published it; of them only the address of the page counts.
"""

from __future__ import annotations

from dataclasses import replace

from kb.errors import SourceEmpty
from kb.parsers import html, mail
from kb.parsers.reading import CUT_OFF, Reading
from kb.records import Source

_ADDRESSES = ("Snapshot-Content-Location", "Content-Location")


def read(source: Source) -> Reading:
    """What the page says and declares.

    Raises:
        ParseFailed: its parts cannot be told apart.
        SourceEmpty: no part is a page.
        SourceTooLarge: there are too many, or it has more tags than a page for reading has.
    """
    saved = mail.message(source.content)
    page = next((part for part in mail.parts(saved) if part.get_content_type() == "text/html"), None)
    if page is None:
        raise SourceEmpty("There is no text in it.")
    text, undecodable = mail.decoded(mail.payload(page), page.get_content_charset())
    reading = html.read(replace(source, content=text.encode(), media_type="text/html"))
    stated = (mail.header(part, name) for part, name in zip((saved, page), _ADDRESSES, strict=True))
    address = next((each for each in stated if each.startswith(("https://", "http://"))), None)
    cut_off = mail.is_cut_off(saved) and CUT_OFF not in reading.warnings
    return replace(
        reading,
        source=reading.source or address,
        undecodable=undecodable,
        warnings=(*reading.warnings, CUT_OFF) if cut_off else reading.warnings,
    )
