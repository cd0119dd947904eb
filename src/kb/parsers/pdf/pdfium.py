"""A PDF file as pdfium reads it: its pages with their letters, its bookmarks.

pdfium gives characters one call at a time: the boxes of a page are fetched into one buffer whose places
are known beforehand, and what hangs on a text object (font, size) is asked once for each object.

What must stay true: a page and its text are closed before the next one is opened, because a worker
has one gigabyte; bookmarks are walked with a stack, because a hostile outline is deep or a circle.
"""

from __future__ import annotations

import ctypes
import re
from array import array
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any

import pypdfium2
from pypdfium2 import raw

from kb.errors import ParseFailed, SourceTooLarge
from kb.parsers.pdf.drawings import Point, Stroke, drawn_on
from kb.parsers.pdf.pdfium_calls import argument, plain
from kb.parsers.pdf.sheets import Style
from kb.parsers.yields import letters

MOST_PAGES = 5_000
MOST_LETTERS = 200_000  # on one page; a full page of a newspaper has 40,000
_LABEL = re.compile(r"[\w.:/-]{1,12}")
_MOST_BOOKMARKS = 20_000
_DEEPEST_BOOKMARK = 15
_MOST_NOTES = 1_000  # annotations of a page that are looked at
_LONGEST_TITLE = 2_000  # bytes of UTF-16
_RESOLUTION = 300  # dots an inch: what tesseract's models were made for
_MOST_PIXELS = 25_000_000  # an A3 page at 300 dots, 25 MB of grey
_BOLD_WEIGHT = 600
_BOLD_NAMES = ("bold", "black", "heavy", "demi", "cmbx", "sfbx")
_ITALIC_NAMES = ("italic", "oblique", "cmti", "sfti")
_ITALIC_FLAG = 1 << 6  # ISO 32000-1, table 123
_LEAST_ASKEW, _MOST_ASKEW = 0.2, 5.0  # tangents of 11 and 79 degrees; a sheet is scanned more evenly
_FILLED_AND_STROKED = 2  # how word processors draw bold where the font has none
_LONGEST_NAME = 256


# Fonts of TeX without a table of Unicode: the places of ligatures, quotation marks and dashes in the
# encodings T1 (Cork) and, below 16, OT1. No text has control characters of its own there.
_CONTROL = re.compile("[\x0b\x0c\x0e-\x1f\x88]")
_BULLET = re.compile(r"(?<!\S)[\x0f\x88](?!\S)")  # in its fonts of symbols (OMS, TS1), which have no letters
_CORK = str.maketrans(
    "\x0b\x0c\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x19\x1b\x1c\x1d\x1e\x1f", "ﬀﬁﬃﬄ“”„«»–—ıﬀﬁﬂﬃﬄ"
)
_box = plain(raw.FPDFText_GetLooseCharBox, None)
_unicode = plain(raw.FPDFText_GetUnicode, ctypes.c_uint)
_object = plain(raw.FPDFText_GetTextObject, ctypes.c_void_p)
_matrix = plain(raw.FPDFText_GetMatrix, None)
_origin = plain(raw.FPDFText_GetCharOrigin, None)
_size = plain(raw.FPDFText_GetFontSize, ctypes.c_double)
_font_of = plain(raw.FPDFTextObj_GetFont, ctypes.c_void_p)
_mode = plain(raw.FPDFTextObj_GetTextRenderMode, ctypes.c_int)
_matrix_of, _x, _y = raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
_MATRIX, _X, _Y = ctypes.byref(_matrix_of), ctypes.byref(_x), ctypes.byref(_y)


_Traits = tuple[int | None, int, float, float, float]  # font, how it is drawn, size, the scale of its text


class _Answers:
    """A buffer for as many answers as a page has letters, each with the place that pdfium is given."""

    def __init__(self, kind: Any, numbers: int) -> None:
        self._kind, self._numbers = kind, numbers
        self._buffer = (kind * 0)()
        self._places: list[Any] = []

    def places(self, count: int) -> list[Any]:
        """The places of at least ``count`` answers."""
        if len(self._places) < count:
            self._buffer = (self._kind * (self._numbers * count))()
            step = self._numbers * ctypes.sizeof(self._kind)
            self._places = [ctypes.byref(self._buffer, step * at) for at in range(count)]
        return self._places

    def read(self, count: int) -> bytes:
        """The first ``count`` answers."""
        return bytes(memoryview(self._buffer)[: self._numbers * count])


_boxes = _Answers(ctypes.c_float, 4)
_heights = _Answers(ctypes.c_double, 1)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline; ``page`` is counted from 1, None where it leads nowhere."""

    level: int
    title: str
    page: int | None


@dataclass(slots=True)
class Page:
    """The letters of one open page: ``text[i]`` stands in the box ``lefts[i], bottoms[i] ...``."""

    number: int
    text: str
    lefts: array[float]
    bottoms: array[float]
    rights: array[float]
    tops: array[float]
    width: float
    height: float
    rules: list[Stroke]
    posts: list[Stroke]
    dots: list[Point]
    pictured: bool
    handle: Any  # where pdfium keeps its text page
    _styles: dict[int | None, Style] = field(default_factory=dict)  # by text object
    _known: dict[_Traits, Style] = field(default_factory=dict)
    _alike: dict[Style, Style] = field(default_factory=dict)
    _fonts: dict[int | None, tuple[bool, bool]] = field(default_factory=dict)
    _askew: set[int | None] = field(default_factory=set)  # text objects that run neither level nor upright

    def bases(self, indexes: Sequence[int]) -> array[float]:
        """The baselines on which the letters at these places stand."""
        calls = map(_origin, repeat(self.handle), indexes, repeat(_X), _heights.places(len(indexes)))
        deque(calls, maxlen=0)
        numbers = array("d")
        numbers.frombytes(_heights.read(len(indexes)))
        return numbers

    def base(self, index: int) -> float:
        """The baseline on which the letter at ``index`` stands."""
        _origin(self.handle, index, _X, _Y)
        return _y.value

    def styles(self, indexes: Sequence[int]) -> list[Style]:
        """How the letters at these places are set."""
        drawn = list(map(_object, repeat(self.handle), indexes))
        known = self._styles
        for index, each in zip(indexes, drawn, strict=True):
            if each not in known:
                known[each] = self._made(index, each)
        return list(map(known.__getitem__, drawn))

    def style(self, index: int) -> Style:
        """How the letter at ``index`` is set."""
        return self._style(index, _object(self.handle, index))

    def _style(self, index: int, drawn: int | None) -> Style:
        style = self._styles.get(drawn)
        if style is None:
            style = self._styles[drawn] = self._made(index, drawn)
        return style

    def blank_askew(self) -> bool:
        """Blank the letters that stamps and watermarks print aslant, where any were met; whether it did."""
        if not self._askew:
            return False
        drawn = map(_object, repeat(self.handle), range(len(self.text)))
        kept = [" " if each in self._askew else letter for each, letter in zip(drawn, self.text, strict=True)]
        self._askew.clear()
        blanked = "".join(kept)
        if 2 * letters(blanked) < letters(self.text):  # the page itself is aslant
            return False
        self.text = blanked
        return True

    def _made(self, index: int, drawn: int | None) -> Style:
        """The style of a text object, the same one for all that are set alike."""
        known = argument(drawn) if drawn else None
        font = _font_of(known) or 0 if known else None
        _matrix(self.handle, index, _MATRIX)
        across, up = _matrix_of.a, _matrix_of.b
        if across and up and _LEAST_ASKEW < abs(up / across) < _MOST_ASKEW:
            self._askew.add(drawn)
        size = _size(self.handle, index)
        traits = font, _mode(known) if known else 0, size, _matrix_of.c, _matrix_of.d
        if traits not in self._known:
            self._known[traits] = self._styled(*traits)
        return self._known[traits]

    def _styled(self, font: int | None, mode: int, size: float, across: float, up: float) -> Style:
        if font and font not in self._fonts:
            self._fonts[font] = _face(font)
        bold, italic = self._fonts.get(font, (False, False))
        whole = size * (across**2 + up**2) ** 0.5
        style = Style(round(abs(whole), 1), bold or mode == _FILLED_AND_STROKED, italic)
        return self._alike.setdefault(style, style)


def _face(font: int) -> tuple[bool, bool]:
    """Whether a font is bold and whether it is italic, by its name, else by what it says of itself."""
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    known = ctypes.cast(font, raw.FPDF_FONT)
    raw.FPDFFont_GetBaseFontName(known, name, _LONGEST_NAME)
    called = name.value.decode("latin-1").lower()
    bold = any(part in called for part in _BOLD_NAMES) or (
        raw.FPDFFont_GetWeight(known) >= _BOLD_WEIGHT and "regular" not in called
    )
    flagged = max(raw.FPDFFont_GetFlags(known), 0) & _ITALIC_FLAG
    return bold, bool(flagged) or any(part in called for part in _ITALIC_NAMES)


class File:
    """An open PDF file."""

    def __init__(self, content: bytes) -> None:
        try:
            self._pdf: Any = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
                raise ParseFailed(
                    "The PDF is locked with a password; save a copy without one and ingest that."
                ) from error
            raise ParseFailed(
                "The PDF is damaged and no page of it can be read; fetch the file again."
            ) from error
        self.pages = len(self._pdf)
        self._has_fields = raw.FPDF_GetFormType(self._pdf.raw) != raw.FORMTYPE_NONE
        if self.pages > MOST_PAGES:
            self.close()
            raise SourceTooLarge(
                "It has more pages than kb reads from one file ({most}); split it.", most=MOST_PAGES
            )

    def close(self) -> None:
        """Give the memory back."""
        self._pdf.close()

    def title(self) -> str:
        """The title that the file's properties state, real or not."""
        return str(self._pdf.get_metadata_value("Title") or "")

    @contextmanager
    def page(self, number: int) -> Iterator[Page | None]:
        """The letters of a page, counted from 1; None where it is too damaged to be opened.

        Raises:
            SourceTooLarge: it holds more letters than a page for reading has.
        """
        page = self._loaded(number)
        text = raw.FPDFText_LoadPage(page) if page else None
        try:
            yield _fetched(number, page, text) if text else None
        finally:
            if text:
                raw.FPDFText_ClosePage(text)
            if page:
                raw.FPDF_ClosePage(page)

    def _loaded(self, number: int) -> Any:
        """A page; what was typed into the fields of a form or onto the page is printed on it first."""
        page = raw.FPDF_LoadPage(self._pdf.raw, number - 1)
        count = raw.FPDFPage_GetAnnotCount(page) if page else 0
        if not count or not (self._has_fields or _is_typed_on(page, count)):
            return page
        raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
        raw.FPDF_ClosePage(page)
        return raw.FPDF_LoadPage(self._pdf.raw, number - 1)

    def picture(self, number: int, *, turn: int = 0) -> tuple[bytes, int] | None:
        """A page drawn in grey (as a PGM file), and its resolution in dots an inch.

        ``turn`` is by how many degrees it is turned to the right: 0, 90, 180 or 270.
        """
        try:
            page = self._pdf[number - 1]
        except pypdfium2.PdfiumError:
            return None
        try:
            inches = page.get_width() * page.get_height() / 72**2
            if min(page.get_width(), page.get_height()) < 1:
                return None
            dots = min(_RESOLUTION, int((_MOST_PIXELS / max(inches, 0.01)) ** 0.5))
            bitmap = page.render(scale=dots / 72, rotation=turn, grayscale=True)
            return _as_pgm(bitmap), dots
        except pypdfium2.PdfiumError:
            return None
        finally:
            page.close()

    def is_drawn_by_reader(self) -> bool:
        """Whether Adobe Reader makes its pages from XML (XFA): the file itself asks to wait, and no more."""
        return bool(raw.FPDF_GetFormType(self._pdf.raw) == raw.FORMTYPE_XFA_FULL)

    def labels(self) -> tuple[str, ...]:
        """The numbers that the file gives its pages; empty where it gives none, or those of its sheets."""
        found = [_LABEL.fullmatch(self._pdf.get_page_label(index)) for index in range(self.pages)]
        labels = tuple(each[0] if each else "" for each in found)
        own = all(not label or label == str(sheet) for sheet, label in enumerate(labels, start=1))
        return () if own else labels

    def bookmarks(self) -> tuple[Bookmark, ...]:
        """The outline in its order, as far as it is sound."""
        found: list[Bookmark] = []
        seen: set[int] = set()
        stack = [(raw.FPDFBookmark_GetFirstChild(self._pdf.raw, None), 1)]
        while stack and len(found) < _MOST_BOOKMARKS:
            mark, level = stack.pop()
            address = ctypes.cast(mark, ctypes.c_void_p).value if mark else None
            if address is None or address in seen:
                continue
            seen.add(address)
            found.append(Bookmark(level, _title_of(mark), self._target(mark)))
            stack.append((raw.FPDFBookmark_GetNextSibling(self._pdf.raw, mark), level))
            if level < _DEEPEST_BOOKMARK:
                stack.append((raw.FPDFBookmark_GetFirstChild(self._pdf.raw, mark), level + 1))
        return tuple(found)

    def _target(self, mark: Any) -> int | None:
        place = raw.FPDFBookmark_GetDest(self._pdf.raw, mark)
        if not place:
            action = raw.FPDFBookmark_GetAction(mark)
            place = raw.FPDFAction_GetDest(self._pdf.raw, action) if action else None
        index = raw.FPDFDest_GetDestPageIndex(self._pdf.raw, place) if place else -1
        return index + 1 if index >= 0 else None


def _is_typed_on(page: Any, count: int) -> bool:
    """Whether somebody has typed text onto a page, as whoever fills in a form without fields."""
    for index in range(min(count, _MOST_NOTES)):
        note = raw.FPDFPage_GetAnnot(page, index)
        kind = raw.FPDFAnnot_GetSubtype(note)
        raw.FPDFPage_CloseAnnot(note)
        if kind == raw.FPDF_ANNOT_FREETEXT:
            return True
    return False


def _title_of(mark: Any) -> str:
    length = raw.FPDFBookmark_GetTitle(mark, None, 0)
    if not 2 < length <= _LONGEST_TITLE:
        return ""
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFBookmark_GetTitle(mark, buffer, length)
    return buffer.raw[: length - 2].decode("utf-16-le", errors="ignore")


def _fetched(number: int, page: Any, text: Any) -> Page:
    count = max(raw.FPDFText_CountChars(text), 0)
    if count > MOST_LETTERS:
        raise SourceTooLarge(
            "Page {page} holds more letters than kb reads from one page ({most}).",
            page=number,
            most=MOST_LETTERS,
        )
    handle = argument(ctypes.cast(text, ctypes.c_void_p).value)
    deque(map(_box, repeat(handle), range(count), _boxes.places(count)), maxlen=0)
    numbers = array("f")
    numbers.frombytes(_boxes.read(count))
    drawn = drawn_on(page, empty=not count)
    return Page(
        number=number,
        text=_letters(text, handle, count),
        lefts=numbers[0::4],
        tops=numbers[1::4],
        rights=numbers[2::4],
        bottoms=numbers[3::4],
        width=raw.FPDF_GetPageWidthF(page),
        height=raw.FPDF_GetPageHeightF(page),
        rules=drawn.rules,
        posts=drawn.posts,
        dots=drawn.dots,
        pictured=drawn.pictured,
        handle=handle,
    )


def _letters(text: Any, handle: Any, count: int) -> str:
    """One code point a letter: pdfium's whole text where it counts alike, which is faster."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(text, 0, count, buffer) if count else 0
    whole = bytes(buffer)[: 2 * count].decode("utf-16-le", errors="replace")
    if written != count + 1 or len(whole) != count:
        codes = map(_unicode, repeat(handle, count), range(count))
        whole = "".join(chr(code) if code <= 0x10FFFF else "\ufffd" for code in codes)
    return _BULLET.sub("•", whole).translate(_CORK) if _CONTROL.search(whole) else whole


def _as_pgm(bitmap: Any) -> bytes:
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    data = bytes(bitmap.buffer)
    bitmap.close()
    rows = data if stride == width else b"".join(data[y * stride : y * stride + width] for y in range(height))
    return b"P5 %d %d 255\n" % (width, height) + rows
