"""What documents say: a Source -> a Document of numbered passages.

A parser takes the text apart into blocks and reads what the format itself declares (title,
language, publisher, date, address). Everything that has to be understood from the words is left
to the extractors. A new format is one module with ``read(source) -> Reading`` and one line in
``PARSERS``; it is imported when the first such file comes.
"""

from __future__ import annotations

from importlib import import_module

from kb.errors import FormatUnknown, SourceEmpty
from kb.messages import Message
from kb.parsers import numbering, yields
from kb.parsers.bounds import bounded, check_length
from kb.parsers.captions import lowered
from kb.parsers.contents import without_contents
from kb.parsers.mending import mended
from kb.parsers.reading import NOTE_MARKS, Reading
from kb.parsers.table_heads import with_heads
from kb.records import Document, Source
from kb.text.language import language_of, other_language

PARSERS = {
    "text/html": "kb.parsers.html",
    "text/markdown": "kb.parsers.markdown",
    "text/plain": "kb.parsers.plain",
    "application/pdf": "kb.parsers.pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "kb.parsers.word",
    "application/vnd.oasis.opendocument.text": "kb.parsers.opendocument",
    "application/epub+zip": "kb.parsers.epub",
    "application/rtf": "kb.parsers.rtf",
    "message/rfc822": "kb.parsers.mail",
    "multipart/related": "kb.parsers.saved_page",
}


_CERTAIN_WORDS = 100  # to say that a page states a wrong language
_ENOUGH_WORDS = 20  # to believe the words and not a page that declares a third language


def parse(source: Source, *, kind: str | None = None, language: str | None = None) -> Document:
    """The document in ``source``; ``kind`` and ``language`` override what it says of itself.

    Raises:
        FormatUnknown: no parser reads this media type.
        ParseFailed: the file breaks its own format.
        SourceEmpty: there is no text in it.
        SourceTooLarge: there is more text in it than one document has.
    """
    if source.media_type not in PARSERS:
        raise FormatUnknown("kb does not read files of this kind ({type}).", type=source.media_type)
    reading = mended(import_module(PARSERS[source.media_type]).read(source))
    if not any(block.text for block in reading.blocks):
        raise SourceEmpty("There is no text in it.")
    check_length(sum(len(block.text) for block in reading.blocks))
    blocks = tuple(bounded(lowered(with_heads(reading.blocks))))
    prose = "\n".join(block.text for block in reading.blocks)
    told = () if language else _language_warnings(reading, prose)
    language = language or _language(reading, prose)
    return Document(
        id=reading.id or "",
        kind=kind or reading.kind or "",
        title=(reading.title or "").rstrip(NOTE_MARKS),
        language=language,
        publisher=reading.publisher,
        symbol=reading.symbol,
        published=reading.published,
        source=reading.source,
        place=reading.place,
        media_type=source.media_type,
        sha256=source.sha256,
        locations=(source.location,),
        digest_of=reading.digest_of,
        evidence=reading.evidence,
        warnings=(*_warnings(reading), *told, *yields.warnings(reading, source)),
        passages=numbering.passages(without_contents(blocks), language, reading.page_labels),
    )


def _language(reading: Reading, prose: str) -> str:
    """What the author states; else what the words say; else what the page says, its template perhaps."""
    declared = reading.language
    if declared and "language" in reading.evidence:
        return declared
    words = len(prose.split())
    if declared and declared not in ("en", "es") and words < _ENOUGH_WORDS:
        return declared
    other = other_language(prose) if words >= _CERTAIN_WORDS else None
    return language_of(prose) or other or declared or "en"


def _warnings(reading: Reading) -> tuple[Message, ...]:
    undecodable = Message("Characters that could not be decoded: {count}.", {"count": reading.undecodable})
    return (undecodable, *reading.warnings) if reading.undecodable else reading.warnings


def _language_warnings(reading: Reading, prose: str) -> tuple[Message, ...]:
    """That the words are in another language than the page states, or in none that kb searches in."""
    stated, spoken = reading.language, _language(reading, prose)
    if spoken not in ("en", "es"):
        foreign = Message(
            "Its words seem to be in another language ({language}); kb reads and searches English and "
            "Spanish, and may find little in it.",
            {"language": spoken},
        )
        return (foreign,)
    certain = len(prose.split()) >= _CERTAIN_WORDS and "language" not in reading.evidence
    if not stated or spoken == stated or not certain:
        return ()
    misstated = Message(
        "The page says that its language is {stated}, its words are in {spoken}.",
        {"stated": stated, "spoken": spoken},
    )
    return (misstated,)
