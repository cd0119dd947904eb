"""PDF: letters with their places on a page -> blocks in reading order.

A PDF has no paragraphs, only letters and where they stand. One module a step brings the text back:

    pdfium      the file, its pages, its letters, its bookmarks;  drawings: lines, bullets, pictures
    letters     letters -> words;  runs: words -> runs of words;  legibility: letters that say nothing
    printouts   what a browser prints around a page goes
    furniture   running heads and page numbers go
    grids       ruled tables, apart
    justified   lines stretched to the edge of their column are one run
    columns     runs -> columns in order, by bands and the two sides of a gutter;  lines: their lines
    abreast     short blocks side by side, such as the contacts of two offices
    footnotes   notes at the foot, apart;  notes: their marks in the text go
    contents    tables of contents go, and serve as outline;  outline: bookmarks find their lines
    breaks      lines that their author ended;  spaced: cells hardly further apart than words
    tables, paragraphs, hyphens    lines -> blocks
    headings, titles               what stands above them
    damage      parts that no longer unpack are told
    assembly    the story of all these;  scans: the same for pages that are pictures

What must stay true: no letter of the text is lost on the way except what is named above, and no
value is taken from the file's properties but a title that the first page confirms. The date in
the properties says when the file was made, not when the document was published.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice

from kb.errors import ParseFailed, SourceTooLarge
from kb.messages import Message
from kb.parsers import progress
from kb.parsers.pdf import legibility, scans
from kb.parsers.pdf.assembly import assembled, ranges, without_text
from kb.parsers.pdf.damage import is_damaged
from kb.parsers.pdf.letters import sheets
from kb.parsers.pdf.pdfium import File
from kb.parsers.pdf.sheets import Sheet
from kb.parsers.reading import Reading
from kb.records import Source

_MOST_LETTERS = 6_000_000  # of all pages: what kb reads from one file, and room for what is left out
_MOST_WORDS = 1_500_000  # each takes 250 bytes until its line is known
_AT_ONCE = 20  # pages whose words are learnt, until they clear the pages in doubt
_NEARLY_ALL = 0.9  # of the pages without text: the document is a scan
_PARTLY = Message("A part of the PDF is damaged, and text of it may be missing; fetch the file again.")
_WAITS = Message("Only Adobe Reader shows the pages of this form; open it there and print it to a new PDF.")
_MOST_UNREADABLE = 0.3  # of the letters: the text layer says nothing


def read(source: Source) -> Reading:
    """The blocks of a PDF with their pages; pages that are pictures are recognised with tesseract.

    So are pages whose fonts do not say which letters they show. Where it is not installed, a file of
    such pages is an error, and such pages among others are named in a warning.

    Raises:
        ParseFailed: it is damaged, or locked with a password.
        ScannedPdf: its pages are pictures and there is no tesseract.
        SourceTooLarge: it has more pages or letters than a document for reading.
    """
    with _uncollected():
        reading = _read(source)
    if not is_damaged(source.content):
        return reading
    if not reading.blocks:
        raise _unreadable()
    return replace(reading, warnings=(_PARTLY, *reading.warnings))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without looking for circles of objects meanwhile: there are none, and it took 8 of 100 seconds."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _read(source: Source) -> Reading:
    file = File(source.content)
    try:
        found, damaged = _sheets(file)
        labels = file.labels()
        scanned = _is_scan(found)
        if not scanned:
            found, told = scans.among(file, found, on_page=_tell)
            reading = assembled(found, file.bookmarks(), file.title())
            waits = (_WAITS,) if file.is_drawn_by_reader() else ()
            labels = labels or reading.page_labels
            return replace(reading, page_labels=labels, warnings=(*waits, *damaged, *told, *reading.warnings))
    finally:
        file.close()
    if scans.tesseract() is None:
        raise scans.missing(illegible=any(sheet.illegible for sheet in found))
    recognised = scans.recognise(source, on_page=_tell)
    return replace(recognised, page_labels=labels or recognised.page_labels)


def _tell(done: int, total: int) -> None:
    progress.step(done, total, "pages recognised", scans.SECONDS)


def _sheets(file: File) -> tuple[list[Sheet], tuple[Message, ...]]:
    """The sheets of all pages, and which of these are too damaged to be opened."""
    found: list[Sheet] = []
    damaged: list[int] = []
    letters = words = 0
    for number in range(1, file.pages + 1):
        with file.page(number) as page:
            if page is None:
                damaged.append(number)
            else:
                drawn = sheets(page)
                letters += len(page.text)
                words += sum(sheet.words for sheet in drawn)
                found.extend(drawn)
        if letters > _MOST_LETTERS or words > _MOST_WORDS:
            raise SourceTooLarge(
                "It holds more text than kb reads from one file ({most} characters).", most=_MOST_LETTERS
            )
    if len(damaged) == file.pages:
        raise _unreadable()
    told = Message(
        "Damaged pages that could not be read: {pages}; fetch the file again.", {"pages": ranges(damaged)}
    )
    _clear(found)
    return found, (told,) if damaged else ()


def _clear(found: Sequence[Sheet]) -> None:
    """Pages of code say what they show where legible pages hold their words."""
    doubtful = [sheet for sheet in found if sheet.illegible]
    if not doubtful:
        return
    legible = iter([sheet for sheet in found if not sheet.illegible])
    known: set[str] = set()
    for sheet in doubtful:
        text = " ".join(run.text for run in sheet.runs)
        while not (cleared := legibility.is_known(text, known)) and (more := list(islice(legible, _AT_ONCE))):
            known |= legibility.words(run.text for each in more for run in each.runs)
        sheet.illegible = not cleared


def _unreadable() -> ParseFailed:
    return ParseFailed("The PDF is damaged and no page of it can be read; fetch the file again.")


def _is_scan(found: list[Sheet]) -> bool:
    pages = [sheet for sheet in found if not sheet.aside and (sheet.letters or sheet.pictured)]
    silent = sum(without_text(sheet) for sheet in pages)
    letters = sum(sheet.letters for sheet in pages)
    illegible = sum(sheet.letters for sheet in pages if sheet.illegible)
    unreadable = sum(sheet.unreadable for sheet in pages)
    return bool(pages) and (
        silent >= _NEARLY_ALL * len(pages)
        or illegible > _NEARLY_ALL * letters
        or unreadable > _MOST_UNREADABLE * letters
    )
