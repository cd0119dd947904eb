"""Makes small PDF files for the tests, drawn line by line, so that a test says how a page is set.

All texts are fiction; the bodies and places in them do not exist.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence

import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from kb.records import Source

WIDTH, HEIGHT = A4
PLAIN, BOLD, ITALIC = "Times-Roman", "Times-Bold", "Times-Italic"


class Paper:
    """A PDF file that is being drawn, from the top of each page downwards."""

    def __init__(self, title: str = "", locked: str | None = None, owned: str | None = None) -> None:
        self._bytes = io.BytesIO()
        lock = StandardEncryption(locked or "", ownerPassword=owned or locked) if locked or owned else None
        self.canvas = Canvas(self._bytes, pagesize=A4, encrypt=lock)
        self.canvas.setTitle(title)
        self.y = HEIGHT - 80

    def line(self, text: str, x: float = 72, size: float = 11, font: str = PLAIN, down: float = 14) -> None:
        """One line at the height reached; ``down`` is the way to the next one."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self.y, text)
        self.y -= down

    def centred(self, text: str, size: float = 11, font: str = PLAIN, down: float = 14) -> None:
        """One line in the middle of the page."""
        self.line(text, (WIDTH - stringWidth(text, font, size)) / 2, size, font, down)

    def put(self, text: str, x: float, y: float, size: float = 11, font: str = PLAIN) -> None:
        """Words somewhere on the page."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, text)

    def prose(
        self,
        text: str,
        x: float = 72,
        width: float = 450,
        size: float = 11,
        first: float = 0,
        after: float = 8,
    ) -> None:
        """A paragraph, broken into lines; its first line is indented by ``first``."""
        row: list[str] = []
        begins = x + first
        for word in text.split():
            room = x + width - begins
            if row and stringWidth(" ".join([*row, word]), PLAIN, size) > room:
                self.line(" ".join(row), begins, size)
                row, begins = [], x
            row.append(word)
        self.line(" ".join(row), begins, size)
        self.y -= after

    def grid(self, edges: Sequence[float], rows: Sequence[Sequence[str]], size: float = 9) -> None:
        """A table with a line around each cell; a cell holds lines apart by a line break."""
        high = self.y + size + 2
        for row in rows:
            low = high - 8 - (size + 2) * max(cell.count("\n") + 1 for cell in row)
            for left, right, cell in zip(edges[:-1], edges[1:], row, strict=True):
                for text_at, text in enumerate(cell.split("\n"), start=1):
                    self.put(text, left + 4, high - text_at * (size + 2), size)
                self.canvas.lines(
                    [(left, low, right, low), (left, low, left, high), (left, high, right, high)]
                )
            self.canvas.line(edges[-1], low, edges[-1], high)
            high = low
        self.y = high - 18

    def stretched(self, text: str, x: float, width: float, size: float = 11) -> None:
        """A justified line: the spaces fill it."""
        words = text.split()
        space = (width - sum(stringWidth(word, PLAIN, size) for word in words)) / (len(words) - 1)
        for word in words:
            self.put(word, x, self.y, size)
            x += stringWidth(word, PLAIN, size) + space
        self.y -= 14

    def rule(self, length: float = 140) -> None:
        """A thin line from the left edge."""
        self.canvas.line(72, self.y + 8, 72 + length, self.y + 8)
        self.y -= 6

    def bookmark(self, title: str, level: int = 0) -> None:
        """An entry of the outline that leads to this page."""
        key = f"{title}-{self.canvas.getPageNumber()}"
        self.canvas.bookmarkPage(key)
        self.canvas.addOutlineEntry(title, key, level)

    def turn(self) -> None:
        """The page is full: the next one begins."""
        self.canvas.showPage()
        self.y = HEIGHT - 80

    def content(self) -> bytes:
        """The bytes of the file."""
        self.canvas.save()
        return self._bytes.getvalue()


def source(content: bytes) -> Source:
    """A file as the parsers get it."""
    return Source(
        location="file.pdf",
        content=content,
        media_type="application/pdf",
        sha256=hashlib.sha256(content).hexdigest(),
    )


def scanned(content: bytes, *, turn: int = 0) -> bytes:
    """The same pages as pictures, the way a scanner makes them; the sheets lie turned by ``turn`` degrees."""
    pdf = pypdfium2.PdfDocument(content)
    paper = Paper()
    for page in pdf:
        picture = page.render(scale=200 / 72, rotation=turn, grayscale=True).to_pil()
        paper.canvas.drawImage(ImageReader(picture), 0, 0, WIDTH, HEIGHT)
        paper.turn()
    pdf.close()
    return paper.content()


def typed_by_tex(lines: Sequence[bytes], *, private: bytes = b"") -> bytes:
    """A page in a bitmap font as TeX makes it: letters have a number and no name in Unicode.

    Those of ``private`` have names of no meaning: the code points from U+F000 on.
    """
    shown = b" T* ".join(b"(%s) Tj" % line.replace(b"(", b"\\(") for line in lines)
    stream = b"BT /F 11 Tf 14 TL 72 700 Td %s ET" % shown
    glyph = b"500 0 0 0 400 600 d1 0 0 400 600 re f"
    names = b" ".join(b"/a%d" % code for code in range(256))
    meant = b"%d beginbfchar %s endbfchar" % (
        len(private),
        b"".join(b"<%02x> <f0%02x> " % (code, code) for code in private),
    )
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
        b" /Resources << /Font << /F 4 0 R >> >> >>",
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 700] /FontMatrix [0.001 0 0 0.001 0 0]"
        b" /ToUnicode 7 0 R"
        b" /FirstChar 0 /LastChar 255 /Widths [%s] /Encoding << /Differences [0 %s] >> /CharProcs << %s >> >>"
        % (b"500 " * 256, names, b" ".join(b"/a%d 6 0 R" % code for code in range(256))),
        b"<< /Length %d >> stream\n%s\nendstream" % (len(stream), stream),
        b"<< /Length %d >> stream\n%s\nendstream" % (len(glyph), glyph),
        b"<< /Length %d >> stream\n%s\nendstream" % (len(meant), meant),
    )
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % pair for pair in enumerate(objects, start=1))
    return b"%PDF-1.4\n" + body + b"trailer << /Root 1 0 R >>\n%%EOF\n"
