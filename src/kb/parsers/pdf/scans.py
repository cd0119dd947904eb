"""Scanned pages -> a Reading, with the program tesseract.

Each page is drawn in grey at 300 dots an inch and handed to tesseract, which answers with words and
their places (TSV). These go the same way as the letters of a text layer, so that a scan has
paragraphs, headings and numbers too. Running heads and notes are known by their places as well;
bold type is not.
"""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from statistics import mean, median

from kb.errors import ParseFailed, ScannedPdf, SourceTooLarge
from kb.messages import Message
from kb.parsers.pdf.assembly import FEWEST_LETTERS, assembled, ranges, without_text
from kb.parsers.pdf.pdfium import File
from kb.parsers.pdf.runs import made
from kb.parsers.pdf.sheets import Run, Sheet, Style, Word
from kb.parsers.reading import Reading
from kb.records import Source

_LANGUAGES = {
    "spa": Message(
        "tesseract cannot read Spanish here, and letters such as ñ may be wrong; "
        "install it (on Debian and Ubuntu: apt install tesseract-ocr-spa) and ingest it again."
    ),
    "eng": Message(
        "tesseract cannot read English here, and words of it may be wrong; "
        "install it (on Debian and Ubuntu: apt install tesseract-ocr-eng) and ingest it again."
    ),
}
SECONDS = 60.0  # for one page; a dense one took 9 on a busy computer
_MOST_PAGES = 500  # an hour of recognising
_LEAST_CERTAIN = 20  # of 100: below, tesseract reads dirt as letters
_UPRIGHT = 80  # of 100: words of upright pages are at 79 to 97 on average, of turned ones at 41 to 63
_ROTATE = re.compile(rb"^Rotate: (?P<degrees>90|180|270)\s*$", re.MULTILINE)
_SAME_SIZE = 0.25  # of the usual size of a page: less is an error of measuring
_WIDEST_SPACE = 1.3  # of the type size
_TALL = re.compile(r"[^\Wacemnorsuvwxz_gpqy]")  # letters with ascenders, capitals, figures
_LOW = re.compile(r"[gjpqyQç,;()\[\]]")  # letters and marks that reach below the line
_Key = tuple[str, ...]  # block, paragraph, line
_Found = tuple[str, float, float, float, float]  # text, left, right, bottom, height of its box
_MISSING = Message(
    "Some of its pages can be recognised with tesseract; install it with Spanish and English "
    "(on Debian and Ubuntu: apt install tesseract-ocr tesseract-ocr-spa) and ingest it again."
)
_HEADER = b"level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
_AS_TABLE = (
    "-c",
    "tessedit_create_tsv=1",
)  # its configuration "tsv" does not come with the data of a language
_ENVIRONMENT = {"OMP_THREAD_LIMIT": "1"}  # its threads wait for each other longer than they work


def tesseract() -> str | None:
    """Where the program is, None where it is not installed."""
    return shutil.which("tesseract")


def recognise(source: Source, *, on_page: Callable[[int, int], None]) -> Reading:
    """What the pages of a scan say; ``on_page(done, total)`` is called before each.

    Raises:
        ScannedPdf: tesseract is not installed, or cannot read Spanish or English.
        SourceTooLarge: it has more pages than can be recognised in an hour.
        ParseFailed: no letter was found on any page.
    """
    file = File(source.content)
    try:
        if file.pages > _MOST_PAGES:
            raise SourceTooLarge(
                "It is a scan of more pages than kb recognises at once ({most}); split it.", most=_MOST_PAGES
            )
        found = pages(file, range(1, file.pages + 1), on_page=on_page)
        stated, bookmarks = file.title(), file.bookmarks()
    finally:
        file.close()
    failed = [number for number, sheet in found.items() if sheet is None]
    sheets = [sheet or Sheet(number=number, width=0, height=0, runs=[]) for number, sheet in found.items()]
    return _told(assembled(sheets, bookmarks, stated), file.pages, failed)


def pages(
    file: File, numbers: Sequence[int], *, on_page: Callable[[int, int], None]
) -> dict[int, Sheet | None]:
    """The sheets of some pages that are pictures, by their numbers; None where one cannot be recognised.

    Raises:
        ScannedPdf: tesseract is not installed, or cannot read Spanish or English.
    """
    program = tesseract()
    if program is None:
        raise missing()
    languages = "+".join(_languages(program))
    found: dict[int, Sheet | None] = {}
    for done, number in enumerate(numbers):
        on_page(done, len(numbers))
        found[number] = _sheet(file, number, program, languages, partial(on_page, done, len(numbers)))
    return found


def among(
    file: File, sheets: Sequence[Sheet], *, on_page: Callable[[int, int], None]
) -> tuple[list[Sheet], tuple[Message, ...]]:
    """The sheets of a file, those that are pictures among pages with text recognised, and which these are.

    Without tesseract, and where there are too many, they stay as they are.
    """
    silent = [sheet.number for sheet in sheets if without_text(sheet)]
    if silent and tesseract() is None:
        return list(sheets), (_MISSING,)
    if not 0 < len(silent) <= _MOST_PAGES:
        return list(sheets), ()
    try:
        found = pages(file, silent, on_page=on_page)
    except ScannedPdf:  # tesseract has neither language
        return list(sheets), (_MISSING,)
    read = {number: sheet for number, sheet in found.items() if sheet and sheet.letters >= FEWEST_LETTERS}
    told = Message(
        "These pages were recognised from pictures: {pages}; compare them before you quote them.",
        {"pages": ranges(list(read))},
    )
    recognised = [read.get(sheet.number, sheet) if without_text(sheet) else sheet for sheet in sheets]
    return recognised, (told, *_lacking()) if read else ()


def missing(*, illegible: bool = False) -> ScannedPdf:
    """The error of a scan, or of letters that say nothing, where nothing here can read pictures."""
    if illegible:
        return ScannedPdf(
            "Its fonts do not say which letters they show, and its pages can be read as pictures only; "
            "install tesseract with Spanish and English "
            "(on Debian and Ubuntu: apt install tesseract-ocr tesseract-ocr-spa) and ingest it again."
        )
    return ScannedPdf(
        "Its pages are pictures without text; install tesseract with Spanish and English "
        "(on Debian and Ubuntu: apt install tesseract-ocr tesseract-ocr-spa) and ingest it again."
    )


def _told(reading: Reading, total: int, failed: list[int]) -> Reading:
    if not reading.blocks:
        raise ParseFailed(
            "Its pages are pictures, and no letters could be recognised on them; scan it again."
        )
    told = Message(
        "The text was recognised from pictures (pages: {count}); compare it with them before you quote it.",
        {"count": total - len(failed)},
    )
    lost = Message("Pages that could not be recognised: {count}.", {"count": len(failed)})
    return replace(reading, warnings=(told, *_lacking(), lost) if failed else (told, *_lacking()))


def _languages(program: str) -> list[str]:
    """What the program can read, of the languages that kb knows."""
    listed = _run([program, "--list-langs"], b"")
    installed = set((listed or b"").decode(errors="replace").split())
    found = [language for language in _LANGUAGES if language in installed]
    if not found:
        raise missing()
    return found


def _lacking() -> tuple[Message, ...]:
    """What to say of the languages that the program cannot read."""
    known = _languages(tesseract() or "")
    return tuple(told for language, told in _LANGUAGES.items() if language not in known)


def _run(command: list[str], content: bytes) -> bytes | None:
    try:
        done = subprocess.run(  # noqa: S603 - no shell, nothing of a file: it comes by a pipe
            command,
            input=content,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env={**os.environ, **_ENVIRONMENT},
        )
    except (subprocess.TimeoutExpired, OSError):
        return None
    return done.stdout if done.returncode == 0 else None


def _sheet(file: File, number: int, program: str, languages: str, go_on: Callable[[], None]) -> Sheet | None:
    """A page as it lies or, where hardly a word of it is certain, as it was meant; ``go_on`` asks for time.

    A scanner takes in sheets that lie on their side or their head, and tesseract reads dirt in them.
    """
    table = _table(file, number, program, languages, turn=0)
    if table is not None and _certainty(table[0]) < _UPRIGHT:
        go_on()
        turn = _turn(file, number, program)
        if turn:
            go_on()
            turned = _table(file, number, program, languages, turn=turn)
            table = max(table, turned or table, key=lambda each: _certainty(each[0]))
    return _read(table[0], number, 72 / table[1]) if table else None


def _table(file: File, number: int, program: str, languages: str, *, turn: int) -> tuple[str, int] | None:
    """What tesseract says of a page that is turned by so many degrees, and the resolution."""
    drawn = file.picture(number, turn=turn)
    if drawn is None:
        return None
    picture, dots = drawn
    answer = _run([program, "stdin", "stdout", "-l", languages, "--dpi", str(dots), *_AS_TABLE], picture)
    if answer is None or not answer.startswith(_HEADER):
        return None
    return answer.decode("utf-8", errors="replace"), dots


def _turn(file: File, number: int, program: str) -> int:
    """By how many degrees a page has to be turned to stand upright; 0 where tesseract cannot tell."""
    drawn = file.picture(number)
    told = _run([program, "stdin", "stdout", "--psm", "0"], drawn[0]) if drawn else None
    found = _ROTATE.search(told or b"")
    return int(found["degrees"]) if found else 0


def _certainty(tsv: str) -> float:
    """How certain the words of a table are on average, of 100."""
    rows = (row.split("\t") for row in tsv.splitlines()[1:])
    certain = [float(row[10]) for row in rows if len(row) == 12 and row[0] == "5" and row[11].strip()]
    return mean(certain) if certain else 100.0


def _read(tsv: str, number: int, scale: float) -> Sheet:
    """The words of tesseract's table as runs; heights are turned to count upwards."""
    rows = [
        row for row in csv.reader(io.StringIO(tsv), delimiter="\t", quoting=csv.QUOTE_NONE) if len(row) == 12
    ]
    width, height = (float(rows[1][at]) * scale for at in (8, 9)) if len(rows) > 1 else (0.0, 0.0)
    words: dict[_Key, list[_Found]] = {}
    for level, _, block, paragraph, line, _, *box, certain, text in rows[1:]:
        if level == "5" and text.strip() and float(certain) >= _LEAST_CERTAIN:
            left, top, wide, high = (float(each) * scale for each in box)
            words.setdefault((block, paragraph, line), []).append(
                (text.strip(), left, left + wide, height - top - high, high)
            )
    sizes = _sizes(words)
    runs = [run for key, found in words.items() for run in _runs(found, sizes[key[:2]])]
    letters = sum(len(run.text) for run in runs)
    return Sheet(number=number, width=width, height=height, runs=runs, letters=letters, pictured=False)


def _sizes(words: Mapping[_Key, Sequence[_Found]]) -> dict[_Key, float]:
    """The type size of each paragraph: a page has few sizes, and what is measured differs a little."""
    measured: dict[_Key, list[float]] = {}
    for key, found in words.items():
        measured.setdefault(key[:2], []).extend(_size(text, high) for text, *_, high in found)
    usual = median([size for sizes in measured.values() for size in sizes]) if measured else 0.0
    own = {key: median(sizes) for key, sizes in measured.items()}
    return {
        key: round(usual if abs(size - usual) < _SAME_SIZE * usual else size, 1) or 1.0
        for key, size in own.items()
    }


def _size(text: str, high: float) -> float:
    """The type size of a word, from the height of its box and the shapes of its letters."""
    tall = bool(_TALL.search(text))
    low = bool(_LOW.search(text))
    return high / (0.48 + 0.24 * tall + 0.22 * low)


def _runs(found: Sequence[_Found], size: float) -> list[Run]:
    """A line in one or more runs: a gap as wide as a gutter or a tabulator parts them."""
    base = median(bottom + 0.22 * size * bool(_LOW.search(text)) for text, _, _, bottom, _ in found)
    style = Style(size)
    groups: list[list[Word]] = []
    for text, left, right, _, _ in found:
        word = Word(text, left, right, base, style)
        if groups and left - groups[-1][-1].right < _WIDEST_SPACE * size:
            groups[-1].append(word)
        else:
            groups.append([word])
    return [made(group) for group in groups]
