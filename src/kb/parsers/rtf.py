r"""RTF: the paragraphs of a Rich Text file as they print (Microsoft's specification 1.9.1).

The grammar is tiny: control words, groups, text. A group keeps what is set inside it, or is a
destination of its own (a footnote, the style sheet, a picture); those that nobody needs are passed
over. The labels of lists are in the file as text, for programs that cannot count.

What must stay true: one pass, no recursion; the state of a group is one small object.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kb.errors import ParseFailed
from kb.parsers.labels import Label, formatted
from kb.parsers.paragraphs import Paragraph, reading, table
from kb.parsers.reading import Reading
from kb.records import Source

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?[0-9]{1,10})?[ ]?|\\'(?P<hex>[0-9a-fA-F]{2})"
    r"|\\(?P<sign>[^a-zA-Z])|(?P<brace>[{}])|(?P<text>[^\\{}\r\n\x00]+)|[\r\n\x00]+|\\"
)
_DEEPEST = 10_000  # groups inside each other; Word itself stops far earlier
_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_CODE_PAGES = {
    **{page: f"cp{page}" for page in (437, 850, 852, 858, 874, 932, 936, 949, 950, *range(1250, 1259))},
    10000: "mac_roman",
    65001: "utf-8",
}
_OLD_SETS = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_SYMBOL_SET = 2
_WRITTEN = {
    "tab": "\t", "line": "\n", "page": "\n", "column": "\n", "nestcell": "\n", "nestrow": "\n",
    "softline": " ", "emspace": " ", "enspace": " ", "qmspace": " ", "bullet": "•",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emdash": "—", "endash": "–",
}  # fmt: skip
_SIGNS = {"~": " ", "_": "-", "-": "", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}
_SKIPPED = frozenset(
    "pict objdata header headerl headerr headerf footer footerl footerr footerf colortbl filetbl "
    "listtable listoverridetable info xe tc tcn rxe template nonshppict shprslt sp nonesttables pnseclvl "
    "revtbl atnauthor ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn bkmkstart bkmkend atnid "
    "annotation comment".split()
)
_KEPT_IGNORABLE = frozenset("fldinst shpinst ud pntext listtext footnote".split())
_MUTE_FIELDS = frozenset("TOC TOA INDEX PAGE NUMPAGES SECTIONPAGES RD XE TC".split())
_HEADING = re.compile(r"(?:heading|t[ií]tulo|encabezado)\s*(?P<level>[1-9])(?![0-9])", re.IGNORECASE)
_CONTENTS = re.compile(
    r"(?:toc|contents|tdc)\s*(?:[1-9]|heading)|table of (?:figures|authorities)", re.IGNORECASE
)
_TITLE = re.compile(r"title|t[ií]tulo|puesto", re.IGNORECASE)
_BULLET = re.compile(r"(?P<bullet>[•·–-])\t(?=\s*\S)")
_PICTURES = re.compile(r"symbol|wingdings|webdings|dingbats", re.IGNORECASE)
_NOTE_MARK = re.compile(r"\s*(?P<mark>[*†‡§]{1,3}|[0-9]{1,3}(?=[\s.)]))[.)]?\s")


def read(source: Source) -> Reading:
    """The blocks of a Rich Text file, with its title.

    Raises:
        ParseFailed: its groups are nested too deeply.
    """
    reader = _Reader()
    reader.run(source.content.decode("latin-1"))
    return reading(reader.paragraphs(), reader.title())


class _State:
    """What a group has set, for what is written in it."""

    __slots__ = (
        "bold",
        "capitals",
        "destination",
        "field",
        "font",
        "hidden",
        "ignorable",
        "in_table",
        "level",
        "list",
        "outline",
        "size",
        "style",
        "uc",
    )  # fmt: skip

    def __init__(self) -> None:
        self.destination = "text"
        self.uc = 1
        self.font = -1
        self.bold = self.hidden = self.capitals = self.ignorable = self.in_table = False
        self.size = 12.0
        self.style = self.outline = self.level = self.list = 0
        self.field: list[str] = []

    def copy(self) -> _State:
        """The state that a group begins with."""
        new = _State.__new__(_State)
        for name in _State.__slots__:
            setattr(new, name, getattr(self, name))
        new.ignorable = False
        return new

    def plain(self) -> None:
        """No emphasis, as the control word of that name sets."""
        self.bold = self.hidden = self.capitals = False
        self.size, self.font = 12.0, -1

    def new_paragraph(self) -> None:
        """No properties of a paragraph, as the control word ``pard`` sets."""
        self.style = self.outline = self.level = self.list = 0
        self.in_table = False


@dataclass(slots=True)
class _Open:
    """The text that is being read, of the body or of a note: its paragraphs, and the one begun."""

    done: list[Paragraph] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    label: list[str] = field(default_factory=list)
    plain: bool = False  # whether there are letters that are not bold
    size: float = 0.0
    counted: bool = False  # whether its mark is counted (of a note)
    endnote: bool = False
    cell: list[Paragraph] = field(default_factory=list)
    row: list[list[Paragraph]] = field(default_factory=list)
    rows: list[list[list[Paragraph]]] = field(default_factory=list)
    depth: int = 0  # of the group that it belongs to
    box: bool = False  # a text box, which stands before the paragraph that it hangs on


class _Reader:
    """Reads tokens one after another."""

    def __init__(self) -> None:
        self._state = _State()
        self._groups: list[_State] = []
        self._texts = [_Open()]
        self._codec = "cp1252"
        self._fonts: dict[int, str] = {}
        self._symbol_fonts: set[int] = set()
        self._styles: dict[int, tuple[str, int]] = {}
        self._style_name: list[str] = []
        self._title: list[str] = []
        self._bytes = bytearray()
        self._skip = 0  # characters that stand for the last \u where it is not understood
        self._high = 0  # the first half of a character beyond the first 65,536
        self._marks = {False: 0, True: 0}

    def run(self, text: str) -> None:
        """Read the whole file."""
        at, match = 0, _TOKEN.match
        while token := match(text, at):
            at = token.end()
            kind = token.lastgroup
            if kind == "text":
                self._plain_text(token["text"])
            elif kind == "hex":
                self._byte(int(token["hex"], 16))
            elif kind == "brace":
                self._flush()
                self._open_group() if token["brace"] == "{" else self._close_group()
            elif kind in ("word", "number"):
                self._flush()
                number = int(token["number"]) if token["number"] else None
                if token["word"] == "bin":
                    at += (
                        number if number and 0 < number <= len(text) - at else 0
                    )  # else it would swallow the rest
                else:
                    self._word(token["word"], number)
            elif kind == "sign":
                self._flush()
                self._sign(token["sign"])
        self._flush()
        while len(self._texts) > 1:
            self._end_note()
        self._end_paragraph()

    def paragraphs(self) -> Sequence[Paragraph]:
        """The paragraphs and tables, in reading order."""
        self._end_table(self._texts[0])
        return self._texts[0].done

    def title(self) -> str | None:
        """The title in the properties of the file."""
        return "".join(self._title).strip() or None

    # Groups and control words

    def _open_group(self) -> None:
        self._skip = 0
        self._groups.append(self._state)
        if len(self._groups) > _DEEPEST:
            raise ParseFailed("Its groups are nested too deeply to be a document; save it anew.")
        self._state = self._state.copy()

    def _close_group(self) -> None:
        self._skip = 0
        ended = self._state
        if ended.destination == "styles":
            self._end_style(ended)
        if self._groups:
            self._state = self._groups.pop()
        if len(self._texts) > 1 and len(self._groups) < self._texts[-1].depth:
            self._end_note()

    def _word(self, word: str, number: int | None) -> None:
        state = self._state
        if self._skip and word != "u":
            self._skip -= 1
            return
        if state.ignorable:
            state.ignorable = False
            if word not in _KEPT_IGNORABLE:
                state.destination = "skip"
        if state.destination == "skip" and word != "title":
            return
        if word in _SKIPPED:
            state.destination = "skip"
        elif word == "u":
            self._unicode(number or 0)
        elif written := _WRITTEN.get(word):
            self._write(written)
        elif action := _WORDS.get(word):
            action(self, number)

    def _sign(self, sign: str) -> None:
        if self._skip:
            self._skip -= 1
        elif sign == "*":
            self._state.ignorable = True
        elif sign in "\r\n" and self._state.destination == "text":
            self._end_paragraph()
        elif sign in _SIGNS:
            self._write(_SIGNS[sign])

    # Characters

    def _plain_text(self, text: str) -> None:
        if self._skip:
            skipped = min(self._skip, len(text))
            self._skip -= skipped
            text = text[skipped:]
        if text.isascii() and not self._bytes:
            self._write(text)
        elif self._state.destination != "skip":
            self._bytes += text.encode("latin-1")

    def _byte(self, value: int) -> None:
        if self._skip:
            self._skip -= 1
        elif self._state.destination != "skip":
            self._bytes.append(value)

    def _flush(self) -> None:
        if self._bytes:
            if self._state.font in self._symbol_fonts:
                text = "•" if 0xB7 in self._bytes else ""
            else:
                codec = self._fonts.get(self._state.font, self._codec)
                text = self._bytes.decode(codec, errors="replace")
            self._bytes.clear()
            self._write(text)

    def _unicode(self, number: int) -> None:
        code = number + 0x10000 if number < 0 else number
        self._skip = self._state.uc
        if 0xD800 <= code < 0xDC00:
            self._high = code
            return
        if 0xDC00 <= code < 0xE000 and self._high:
            code = 0x10000 + ((self._high - 0xD800) << 10) + code - 0xDC00
        self._high = 0
        if 0xF000 <= code < 0xF100:  # of a font of pictures
            self._write("•" if code == 0xF0B7 else "")
        elif 0 < code < 0x110000:
            self._write(chr(code))

    def _write(self, text: str) -> None:
        state = self._state
        if state.destination != "text":
            self._write_aside(text)
            return
        if state.hidden:
            return
        opened = self._texts[-1]
        if text.strip():
            opened.plain = opened.plain or not state.bold
            opened.size = opened.size or state.size
        opened.pieces.append(text.upper() if state.capitals else text)

    def _write_aside(self, text: str) -> None:
        destination = self._state.destination
        if destination == "label":
            self._texts[-1].label.append(text)
        elif destination == "code" and self._state.field:
            self._state.field[0] = (self._state.field[0] + text)[:80]
        elif destination == "styles":
            self._style_name.append(text)
        elif destination == "title":
            self._title.append(text)
        elif destination == "fonts" and _PICTURES.search(text):
            self._symbol_fonts.add(self._state.font)

    # Paragraphs, tables, notes

    def _end_paragraph(self, _: int | None = None) -> None:
        state, opened = self._state, self._texts[-1]
        if state.destination != "text" and len(self._groups):
            return
        paragraph = self._paragraph(opened, state)
        opened.pieces, opened.notes, opened.label = [], [], []
        opened.plain, opened.size = False, 0.0
        if state.in_table:
            opened.cell += [paragraph] if paragraph else []
            return
        if paragraph:
            self._end_table(opened)
            opened.done.append(paragraph)

    def _paragraph(self, opened: _Open, state: _State) -> Paragraph | None:
        text = "".join(opened.pieces)
        name, outline = self._styles.get(state.style, ("", 0))
        if _CONTENTS.match(name) or not (text.strip() or opened.notes):
            return None
        label = _label("".join(opened.label), state)
        bullet = _BULLET.match(text.lstrip(" ")) if label is None else None
        if bullet:
            text, label = text.lstrip(" ")[bullet.end() :], Label("•", "bullet", 0, "typed")
        return Paragraph(
            text=text,
            outline=state.outline or outline,
            title=_TITLE.fullmatch(name) is not None,
            label=label,
            bold=not opened.plain,
            size=opened.size,
            notes=tuple(opened.notes),
        )

    def _end_cell(self, _: int | None) -> None:
        opened = self._texts[-1]
        self._state.in_table = True
        self._end_paragraph()
        opened.row.append(opened.cell)
        opened.cell = []

    def _end_row(self, _: int | None) -> None:
        opened = self._texts[-1]
        opened.rows.append(opened.row)
        opened.row = []

    def _end_table(self, opened: _Open) -> None:
        rows = [*opened.rows, *([[*opened.row, opened.cell]] if opened.row or opened.cell else [])]
        if rows:
            opened.done += table(rows, at_top=not opened.done)
            opened.rows, opened.row, opened.cell = [], [], []

    def _begin_note(self, _: int | None) -> None:
        self._texts.append(_Open(depth=len(self._groups)))
        self._state.destination = "text"
        self._state.new_paragraph()

    def _begin_box(self, number: int | None) -> None:
        self._begin_note(number)
        self._texts[-1].box = True

    def _end_note(self) -> None:
        note = self._texts[-1]
        paragraph = self._paragraph(note, _State())
        self._end_table(note)
        self._texts.pop()
        found = [*note.done, *([paragraph] if paragraph else [])]
        if note.box:
            self._texts[-1].done += found
        else:
            self._texts[-1].notes.append(self._noted(note, " ".join(each.text for each in found)))

    def _noted(self, note: _Open, text: str) -> tuple[str, str]:
        """The mark and the text of a note."""
        if note.counted:
            self._marks[note.endnote] += 1
            return formatted(self._marks[note.endnote], "lowerRoman" if note.endnote else "decimal"), text
        found = _NOTE_MARK.match(text)
        return (found["mark"], text[found.end() :]) if found else ("", text)

    def _counted(self, _: int | None) -> None:
        self._texts[-1].counted = len(self._texts) > 1

    def _endnote(self, _: int | None) -> None:
        self._texts[-1].endnote = len(self._texts) > 1

    # Fields, fonts, styles

    def _begin_field(self, _: int | None) -> None:
        self._state.field = [""]

    def _begin_result(self, _: int | None) -> None:
        code = (self._state.field or [""])[0].split()
        if code and code[0].upper() in _MUTE_FIELDS:
            self._state.destination = "skip"

    def _font(self, number: int | None) -> None:
        self._state.font = number or 0

    def _charset(self, number: int | None) -> None:
        if self._state.destination == "fonts":
            if number == _SYMBOL_SET:
                self._symbol_fonts.add(self._state.font)
            elif codec := _CHARSETS.get(number or 0):
                self._fonts[self._state.font] = codec

    def _code_page(self, number: int | None) -> None:
        self._codec = _CODE_PAGES.get(number or 0, self._codec)

    def _style(self, number: int | None) -> None:
        self._state.style = number or 0

    def _end_style(self, state: _State) -> None:
        name = "".join(self._style_name).strip().rstrip(";")
        self._style_name = []
        heading = _HEADING.match(name)
        if name and state.style >= 0:
            outline = state.outline or (int(heading["level"]) if heading else 0)
            self._styles.setdefault(state.style, (name, outline))

    def _outline(self, number: int | None) -> None:
        self._state.outline = (number or 0) + 1 if (number or 0) in range(9) else 0


def _label(text: str, state: _State) -> Label | None:
    text = text.strip()
    if not text:
        return None
    shown = any(map(str.isalnum, text)) and len(text) > 1
    if not shown and not text.isalnum():
        return Label("•", "bullet", state.level, f"list {state.list}")
    parts = sum(part.isdecimal() for part in text.strip("().").split("."))
    form = "decimal" if parts else "lowerLetter"
    return Label(text, form, state.level, f"list {state.list}", max(parts, 1))


def _set(name: str, *, switch: bool = False, scale: float = 1) -> Callable[[_Reader, int | None], None]:
    """What a control word does that only sets a value of the state."""

    def action(reader: _Reader, number: int | None) -> None:
        value = number != 0 if switch else (number or 0) * scale
        setattr(reader._state, name, value)

    return action


def _enter(destination: str) -> Callable[[_Reader, int | None], None]:
    """What a control word does that begins a destination."""

    def action(reader: _Reader, _: int | None) -> None:
        reader._state.destination = destination

    return action


def _old_set(codec: str) -> Callable[[_Reader, int | None], None]:
    def action(reader: _Reader, _: int | None) -> None:
        reader._codec = codec

    return action


_WORDS: dict[str, Callable[[_Reader, int | None], None]] = {
    "par": _Reader._end_paragraph,
    "sect": _Reader._end_paragraph,
    "cell": _Reader._end_cell,
    "row": _Reader._end_row,
    "footnote": _Reader._begin_note,
    "shptxt": _Reader._begin_box,
    "chftn": _Reader._counted,
    "ftnalt": _Reader._endnote,
    "field": _Reader._begin_field,
    "fldrslt": _Reader._begin_result,
    "fldinst": _enter("code"),
    "listtext": _enter("label"),
    "pntext": _enter("label"),
    "fonttbl": _enter("fonts"),
    "stylesheet": _enter("styles"),
    "title": _enter("title"),
    "upr": _enter("text"),
    "pard": lambda reader, _: reader._state.new_paragraph(),
    "plain": lambda reader, _: reader._state.plain(),
    "b": _set("bold", switch=True),
    "v": _set("hidden", switch=True),
    "deleted": _set("hidden", switch=True),
    "caps": _set("capitals", switch=True),
    "intbl": _set("in_table", switch=True),
    "fs": _set("size", scale=0.5),
    "ls": _set("list"),
    "ilvl": _set("level"),
    "uc": _set("uc"),
    "s": _Reader._style,
    "f": _Reader._font,
    "fcharset": _Reader._charset,
    "ansicpg": _Reader._code_page,
    "outlinelevel": _Reader._outline,
    **{name: _old_set(codec) for name, codec in _OLD_SETS.items()},
}
