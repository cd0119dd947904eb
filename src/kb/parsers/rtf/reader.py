"""Reads the tokens of RTF one after another, and makes paragraphs of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from kb.errors import ParseFailed
from kb.parsers.labels import Label, formatted
from kb.parsers.letters import Letters
from kb.parsers.paragraphs import Paragraph, table
from kb.parsers.rtf import grammar
from kb.parsers.rtf.groups import Open, State
from kb.parsers.word_names import heading_level, is_shown
from kb.parsers.yields import letters

_DEEPEST = 10_000  # groups inside each other; Word itself stops far earlier
_MOST_INSIDE = 100  # notes and boxes inside each other
_MOST_STAND_INS = 4  # characters that stand for one where \u is not understood; writers give one or two
_GROUP_ENDS = re.compile(r"\s*\}")
_CONTENTS = re.compile(
    r"(?:toc|contents|tdc)\s*(?:[1-9]|heading)|table of (?:figures|authorities)", re.IGNORECASE
)
_TITLE = re.compile(r"title|t[ií]tulo|puesto", re.IGNORECASE)
_BULLET = re.compile(r"(?P<bullet>[•·–-])\t(?=\s*\S)")
_PICTURES = re.compile(r"symbol|wingdings|webdings|dingbats", re.IGNORECASE)
_NOTE_MARK = re.compile(r"\s*(?P<mark>[*†‡§]{1,3}|[0-9]{1,3}(?=[\s.)]))[.)]?\s")


Action = Callable[["Reader", int | None], None]


class Reader:
    """Reads tokens one after another."""

    def __init__(self, words: Mapping[str, Action], *, groups_end: bool = True) -> None:
        self._words = words
        self._groups_end = groups_end  # else a paragraph ends what is passed over: its brace may be missing
        self._broken = False
        self._paragraph_ends = -1  # where, as far as it was looked for
        self.state = State()
        self._groups: list[State] = []
        self._texts = [Open()]
        self.codec = "cp1252"
        self._fonts: dict[int, str] = {}
        self._symbol_fonts: set[int] = set()
        self._styles: dict[int, tuple[str, int]] = {}
        self._style_name: list[str] = []
        self._title: list[str] = []
        self._bytes = bytearray()
        self._skip = 0  # characters that stand for the last \u where it is not understood
        self._high = 0  # the first half of a character beyond the first 65,536
        self._marks = {False: 0, True: 0}
        self.letters = 0  # of the text that was met, read or not, tables of contents left out

    def run(self, text: str) -> None:
        """Read the whole file."""
        at, match = 0, grammar.TOKEN.match
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
                    at += self._picture(text, at, number or 0)
                else:
                    self._word(token["word"], number)
            elif kind == "sign":
                self._flush()
                self._sign(token["sign"])
        self._flush()
        while len(self._texts) > 1:
            self._end_note()
        self.end_paragraph()

    def _picture(self, text: str, at: int, length: int) -> int:
        """How long the bytes are that a file says begin here, where nothing else would be passed over."""
        held = self.state.destination == "skip" and length <= len(text) - at
        if held and _GROUP_ENDS.match(text, at + length) and self._next_paragraph(text, at) >= at + length:
            return length
        self._broken = True
        return 0

    def _next_paragraph(self, text: str, at: int) -> int:
        """Where the next paragraph may end; it is looked for once, whatever pictures say of their length."""
        if self._paragraph_ends < at:
            found = text.find("\\par", at)
            self._paragraph_ends = found if found >= 0 else len(text)
        return self._paragraph_ends

    def paragraphs(self) -> Sequence[Paragraph]:
        """The paragraphs and tables, in reading order."""
        self._end_table(self._texts[0])
        return self._texts[0].done

    @property
    def is_balanced(self) -> bool:
        """Whether every group that was opened was closed, and no other, and pictures end where they say."""
        return not (self._groups or self._broken)

    def title(self) -> str | None:
        """The title in the properties of the file."""
        return "".join(self._title).strip() or None

    # Groups and control words

    def _open_group(self) -> None:
        self._skip = 0
        self._groups.append(self.state)
        if len(self._groups) > _DEEPEST:
            raise ParseFailed("Its groups are nested too deeply to be a document; save it anew.")
        self.state = self.state.copy()

    def _close_group(self) -> None:
        self._skip = 0
        ended = self.state
        if ended.destination == "styles":
            self._end_style(ended)
        if self._groups:
            self.state = self._groups.pop()
        else:
            self._broken = True
        if len(self._texts) > 1 and len(self._groups) < self._texts[-1].depth:
            self._end_note()

    def _word(self, word: str, number: int | None) -> None:
        state = self.state
        if self._skip and word in grammar.WRITTEN:
            self._skip -= 1
            return
        self._skip = 0  # a word that writes nothing stands for no character: the writer has left it out
        if state.ignorable:
            state.ignorable = False
            if word not in grammar.KEPT_IGNORABLE:
                state.destination = "skip"
        if word in grammar.BEGIN_TEXT and not self._groups_end:
            in_label = state.destination == "label" and word == "pard"  # as Word writes labels
            state.destination = state.destination if in_label else "text"
        if state.destination == "skip" and word != "title":
            return
        if word in grammar.SKIPPED:
            state.destination = "skip"
        elif word == "u":
            self._unicode(number or 0)
        elif written := grammar.WRITTEN.get(word):
            self._write(written)
        elif action := self._words.get(word):
            action(self, number)

    def _sign(self, sign: str) -> None:
        if self._skip:
            self._skip -= 1
        elif sign == "*":
            self.state.ignorable = True
        elif sign in "\r\n" and self.state.destination == "text":
            self.end_paragraph()
        elif sign in grammar.SIGNS:
            self._write(grammar.SIGNS[sign])

    # Characters

    def _plain_text(self, text: str) -> None:
        if self.state.destination == "text" and not self.state.hidden:
            self.letters += letters(text)
        if self._skip:
            skipped = min(self._skip, len(text))
            self._skip -= skipped
            text = text[skipped:]
        if text.isascii() and not self._bytes:
            self._write(text)
        elif self.state.destination != "skip":
            self._bytes += text.encode("latin-1")

    def _byte(self, value: int) -> None:
        if self._skip:
            self._skip -= 1
        elif self.state.destination != "skip":
            self._bytes.append(value)

    def _flush(self) -> None:
        if self._bytes:
            if self.state.font in self._symbol_fonts:
                text = "•" if 0xB7 in self._bytes else ""
            else:
                codec = self._fonts.get(self.state.font, self.codec)
                text = self._bytes.decode(codec, errors="replace")
            self._bytes.clear()
            self._write(text)

    def _unicode(self, number: int) -> None:
        code = number + 0x10000 if number < 0 else number
        self._skip = self.state.uc if self.state.uc <= _MOST_STAND_INS else 0  # else text would be lost
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
        state = self.state
        if state.destination == "label" and not self._groups_end and "\t" in self._texts[-1].label:
            state.destination = "text"
        if state.destination != "text":
            self._write_aside(text)
            return
        if state.hidden:
            return
        self._texts[-1].letters.write(text, state)

    def _write_aside(self, text: str) -> None:
        destination = self.state.destination
        if destination == "label":
            self._texts[-1].label.append(text)
        elif destination == "code" and self.state.field:
            self.state.field[0] = (self.state.field[0] + text)[:80]
        elif destination == "styles":
            self._style_name.append(text)
        elif destination == "title":
            self._title.append(text)
        elif destination == "fonts" and _PICTURES.search(text):
            self._symbol_fonts.add(self.state.font)

    # Paragraphs, tables, notes

    def end_paragraph(self, _: int | None = None) -> None:
        """The paragraph ends here."""
        state, opened = self.state, self._texts[-1]
        if state.destination != "text" and len(self._groups):
            return
        if state.initial and any(map(str.strip, opened.letters.pieces)):
            state.initial = False
            return  # the next paragraph is the rest of it
        paragraph = self._paragraph(opened, state)
        opened.letters, opened.label = Letters(), []
        if state.in_table or opened.in_row:
            opened.cell += [paragraph] if paragraph else []
            return
        if paragraph:
            self._end_table(opened)
            opened.done.append(paragraph)

    def _paragraph(self, opened: Open, state: State) -> Paragraph | None:
        text = opened.letters.text
        name, outline = self._styles.get(state.style, ("", 0))
        if _CONTENTS.match(name):
            self.letters -= letters(text)
            return None
        if not (text.strip() or opened.letters.notes):
            return None
        label = _label("".join(opened.label), state)
        bullet = _BULLET.match(text.lstrip(" ")) if label is None else None
        if bullet:
            text, label = text.lstrip(" ")[bullet.end() :], Label("•", "bullet", 0, "typed")
        use = "title" if _TITLE.fullmatch(name) else ""
        return opened.letters.paragraph(text, use=use, outline=state.outline or outline, label=label)

    def begin_row(self, _: int | None) -> None:
        """A row of a table is described; not all writers say of its paragraphs that they stand in it."""
        self._texts[-1].in_row = True

    def end_cell(self, _: int | None) -> None:
        """The cell of a table ends here."""
        opened = self._texts[-1]
        opened.in_row = True
        self.end_paragraph()
        opened.row.append(opened.cell)
        opened.cell = []

    def end_row(self, _: int | None) -> None:
        """The row of a table ends here."""
        opened = self._texts[-1]
        opened.rows.append(opened.row)
        opened.row, opened.in_row = [], False

    def _end_table(self, opened: Open) -> None:
        rows = [*opened.rows, *([[*opened.row, opened.cell]] if opened.row or opened.cell else [])]
        if rows:
            opened.done += table(rows, at_top=not opened.done)
            opened.rows, opened.row, opened.cell = [], [], []

    def begin_note(self, _: int | None) -> None:
        """A footnote or endnote begins."""
        if len(self._texts) > _MOST_INSIDE:
            self.state.destination = "text"
            return
        self._texts.append(Open(depth=len(self._groups)))
        self.state.destination = "text"
        self.state.raised = False
        self.state.new_paragraph()

    def begin_box(self, number: int | None) -> None:
        """A text box begins."""
        self.begin_note(number)
        self._texts[-1].box |= self._texts[-1].depth == len(self._groups)

    def _end_note(self) -> None:
        note = self._texts[-1]
        paragraph = self._paragraph(note, State())
        self._end_table(note)
        self._texts.pop()
        found = [*note.done, *([paragraph] if paragraph else [])]
        if note.box:
            self._texts[-1].done += found
        else:
            self._texts[-1].letters.notes.append(self._noted(note, " ".join(each.text for each in found)))

    def _noted(self, note: Open, text: str) -> tuple[str, str]:
        """The mark and the text of a note."""
        if note.counted:
            self._marks[note.endnote] += 1
            return formatted(self._marks[note.endnote], "lowerRoman" if note.endnote else "decimal"), text
        found = _NOTE_MARK.match(text)
        written = self._texts[-1].letters.pieces  # the mark in the text, which is no part of its words
        if found and written and written[-1].strip() == found["mark"]:
            written.pop()
        return (found["mark"], text[found.end() :]) if found else ("", text)

    def counted(self, _: int | None) -> None:
        """The mark of the note is counted, not written."""
        self._texts[-1].counted = len(self._texts) > 1

    def endnote(self, _: int | None) -> None:
        """The note is one at the end of the text."""
        self._texts[-1].endnote = len(self._texts) > 1

    # Fields, fonts, styles

    def begin_field(self, _: int | None) -> None:
        """A field begins."""
        self.state.field = [""]

    def begin_result(self, _: int | None) -> None:
        """What a field shows begins; some fields are for the page alone."""
        if not is_shown((self.state.field or [""])[0]):
            self.state.destination = "skip"

    def font(self, number: int | None) -> None:
        """The font with this number is used, or described."""
        self.state.font = number or 0

    def charset(self, number: int | None) -> None:
        """The character set of the font that is described."""
        if self.state.destination == "fonts":
            if number == grammar.SYMBOL_SET:
                self._symbol_fonts.add(self.state.font)
            elif codec := grammar.CHARSETS.get(number or 0):
                self._fonts[self.state.font] = codec

    def code_page(self, number: int | None) -> None:
        """The code page of the file."""
        self.codec = grammar.CODE_PAGES.get(number or 0, self.codec)

    def style(self, number: int | None) -> None:
        """The style with this number is used, or described."""
        self.state.style = number or 0

    def _end_style(self, state: State) -> None:
        name = "".join(self._style_name).strip().rstrip(";")
        self._style_name = []
        if name and state.style >= 0:
            outline = state.outline or heading_level(name)
            self._styles.setdefault(state.style, (name, outline))

    def outline(self, number: int | None) -> None:
        """The level of a heading, counted from 0."""
        self.state.outline = (number or 0) + 1 if (number or 0) in range(9) else 0


def _label(text: str, state: State) -> Label | None:
    text = text.strip()
    if not text:
        return None
    shown = any(map(str.isalnum, text)) and len(text) > 1
    if not shown and not text.isalnum():
        return Label("•", "bullet", state.level, f"list {state.list}")
    parts = sum(part.isdecimal() for part in text.strip("().").split("."))
    form = "decimal" if parts else "lowerLetter"
    return Label(text, form, state.level, f"list {state.list}", max(parts, 1))
