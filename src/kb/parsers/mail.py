"""E-mail: the text of a message, its subject and its date (RFC 5322, RFC 2045 to 2049, RFC 3676).

Headers and bodies are taken as they come and decoded here: real mail declares wrong character sets
and breaks its own encodings. The plain part is read unless it is only a stub of the HTML part.
Lines that quote another message stay, as quotations; a mail that passes on another (`forwarded`) has the
title, sender and date of that one; a signature stays, without the dashes that set
it off. Attachments are no part of the text: ``archives`` hands them out. Outlook's .msg files are
not read.
"""

from __future__ import annotations

import binascii
import codecs
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from email import message_from_bytes, policy
from email.errors import CloseBoundaryNotFoundDefect, HeaderParseError, MessageDefect, MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_tz
from html import unescape

from kb.errors import ParseFailed, SourceTooLarge
from kb.messages import Message as Sentence
from kb.parsers import html, mail_parts, plain, transfer
from kb.parsers.blocks import Block
from kb.parsers.forwarded import Forwarded, bare_subject, forwarded, laid_out
from kb.parsers.headlines import title_among
from kb.parsers.mail_senders import organisation
from kb.parsers.reading import CUT_OFF, Reading, without_title
from kb.parsers.yields import letters, letters_of_text
from kb.records import PartialDate, Source
from kb.text.decoding import decode
from kb.text.folding import fold, normalise, squeeze

_MOST_COMPARED = 20_000_000  # boundaries times lines: each line is held against each open boundary
_PARAMETERS = re.compile(
    rb"^content-(?:type|disposition):[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*", re.IGNORECASE | re.MULTILINE
)  # Python takes the square of their length
_MOST_QUOTED = 1000  # changes between quoted and other lines; behind them all is one text
_MOST_TAGS = 300_000  # as for a page
_LONGEST_HEADER = 2000  # characters; addresses of a long list stand in headers that are not read
_RICHER = 1.5  # times the words of the plain part, from which that is a stub
_ALIKE = 0.8  # of the words of the plain part stand in the other: it is that part in another form
_WORD, _TAG = re.compile(r"[^\W_]+"), re.compile(r"<[^<>]{0,5000}>")
_UUENCODED = ("x-uuencode", "uuencode", "uue", "x-uue")
_ENCODED = r"(?:utf-?8|us-ascii|iso-?8859-\d{1,2}|windows-\d{4})"
_BROKEN_WORD = re.compile(  # an encoded word, one of whose marks is damaged or missing
    rf"[=?]{{0,2}}[^\s\w]?\b(?P<charset>{_ENCODED})(?:\S(?P<encoding>[QB])\S|\?[^\s?]?\?)"
    r"(?P<letters>[^\s?]{2,2000})(?:\?\S?|\S?(?=\s|\Z))",
    re.IGNORECASE,
)
_STUMP = re.compile(rf"=\?(?:{_ENCODED}?)(?:\?[QB]?\??)?\Z", re.IGNORECASE)
_TEXT_CODECS = re.compile(
    r"ascii|utf-(?:8|16|32)|iso8859|iso2022|cp\d|koi8|mac-|gb|big5|shift_jis|euc_|johab|hz"
)
_QUOTED = re.compile(r"(?P<marks>(?:> ?){1,50})(?P<text>.*)")
_SIGNATURE = re.compile(r"-- ?\Z")


def message(content: bytes) -> Message:
    """The parts of a mail.

    Raises:
        ParseFailed: they are nested too deeply.
        SourceTooLarge: there are too many.
    """
    boundaries = content.count(b"boundary")
    if boundaries > mail_parts.MOST_PARTS or boundaries * content.count(b"\n") > _MOST_COMPARED:
        raise SourceTooLarge("The mail has too many parts; save what you need of it and ingest that.")
    if any(len(found[0]) > _LONGEST_HEADER for found in _PARAMETERS.finditer(content)):
        raise ParseFailed("The file is damaged: the parts of the mail cannot be told apart.")
    try:
        mail = _parsed(content.removeprefix(b"\xef\xbb\xbf"))
        mail_parts.tell_apart(mail, _parsed)
        return mail
    except RecursionError as error:
        raise ParseFailed("The parts of the mail are nested too deeply.") from error
    except (MessageError, ValueError, LookupError) as error:
        raise ParseFailed("The file is damaged: the parts of the mail cannot be told apart.") from error


def _parsed(content: bytes) -> Message:
    # compat32 keeps headers as they came; the other policies stumble over those of spam.
    return message_from_bytes(mail_parts.with_headers(content), policy=policy.compat32)


def read(source: Source) -> Reading:
    """The text of a mail; its subject is the title, its date the day of publication.

    Raises:
        ParseFailed: its parts are nested too deeply.
        SourceTooLarge: it has too many of them.
    """
    mail = message(source.content)
    bodies = _bodies(mail)
    if sum(each.markup.count("<") for each in bodies) > _MOST_TAGS:
        raise SourceTooLarge("The page has more than {most} tags; save its text alone.", most=_MOST_TAGS)
    for each in bodies:
        each.take_blocks()
    found = [block for each in bodies for block in each.blocks]
    subject = header(mail, "Subject")
    inner = forwarded(found, subject) or Forwarded(tuple(found))
    title = inner.subject or bare_subject(subject) or title_among(list(inner.blocks))
    several = len(inner.blocks) > 1
    return Reading(
        blocks=without_title(list(inner.blocks), title) if title and several else inner.blocks,
        title=title,
        publisher=organisation(inner.sender) if inner.sender else organisation(header(mail, "From")),
        published=inner.published or _published(mail),
        letters=sum(each.letters for each in bodies)
        - _letters(found)
        + _letters(inner.blocks),  # heads of mails are left out on purpose
        undecodable=sum(each.undecodable for each in bodies),
        warnings=_warnings(mail, held_data=any(each.held_data for each in bodies)),
    )


def _warnings(mail: Message, *, held_data: bool) -> tuple[Sentence, ...]:
    met = (
        (is_cut_off(mail), CUT_OFF),
        (_has_defect(mail, mail_parts.FoundByLines), transfer.OTHERWISE),
        (any(_is_text(part) and opened(part)[1] for part in parts(mail)), transfer.DAMAGED),
        (held_data, transfer.HELD_DATA),
    )
    return tuple(told for is_met, told in met if is_met)


def is_cut_off(mail: Message) -> bool:
    """Whether the mark that ends its parts is missing."""
    return _has_defect(mail, CloseBoundaryNotFoundDefect)


def _has_defect(mail: Message, kind: type[MessageDefect]) -> bool:
    pending = [mail]
    while pending:
        part = pending.pop()
        if any(isinstance(each, kind) for each in part.defects):
            return True
        pending += inner(part)
    return False


# Headers -----------------------------------------------------------------------------------


def header(mail: Message, name: str) -> str:
    """The value of a header, decoded; empty where there is none."""
    values = (str(value) for stated, value in mail.raw_items() if stated.lower() == name.lower())
    value = next(values, "")[:_LONGEST_HEADER]
    raw, _ = decode(value.encode("utf-8", errors="surrogateescape"))  # the parser keeps bytes as surrogates
    return squeeze(normalise(decoded_words(raw)))


def decoded_words(raw: str) -> str:
    """A header's text, its encoded words (RFC 2047) decoded, also those of which a mark is damaged.

    >>> decoded_words("=?utf-8?q?ni=C3=B1os?="), decoded_words("=?utf-8?q?ni=C3=B1os?-")
    ('niños', 'niños')
    """
    text = _decoded_words(raw)
    if _BROKEN_WORD.search(text):
        text = _decoded_words(_BROKEN_WORD.sub(_with_marks, raw))
    return _STUMP.sub("", text)


def _with_marks(word: re.Match[str]) -> str:
    encoding = word["encoding"] or ("q" if "=" in word["letters"] else "b")
    return f"=?{word['charset']}?{encoding}?{word['letters']}?="


def _decoded_words(raw: str) -> str:
    try:
        pieces = decode_header(raw.replace("\r", "").replace("\n", ""))
    except (HeaderParseError, ValueError, binascii.Error, LookupError):
        return raw
    shown = []
    for piece, charset in pieces:
        shown.append(piece if isinstance(piece, str) else decoded(piece, charset)[0])
    return "".join(shown)


def _published(mail: Message) -> PartialDate | None:
    """The day on which it was sent, where the sender was."""
    stated = header(mail, "Date")
    try:
        found = parsedate_tz(stated)
    except (ValueError, IndexError, OverflowError):
        return None
    if not found or not (1970 <= found[0] <= 2200 and 1 <= found[1] <= 12 and 1 <= found[2] <= 31):
        return None
    return PartialDate(year=found[0], month=found[1], day=found[2], as_printed=stated)


# Bodies ------------------------------------------------------------------------------------


def decoded(content: bytes, charset: str | None) -> tuple[str, int]:
    """The text of bytes in a declared character set, or in the one they are in after all."""
    try:
        codec = codecs.lookup((charset or "").strip("'\" ")).name
        if _TEXT_CODECS.match(codec):
            codec = "cp1252" if codec == "iso8859-1" else codec
            text = content.decode(codec)
            return text, text.count("\0")
    except (LookupError, ValueError):
        pass
    return decode(content)


@dataclass(slots=True)
class _Body:
    """Text that a mail shows in one place: plain, as HTML, or in both forms, of which one is read."""

    plain: str = ""
    markup: str = ""
    lost: Counter[str] = field(default_factory=Counter)  # characters that could not be decoded, by form
    blocks: list[Block] = field(default_factory=list)
    letters: int = 0
    undecodable: int = 0
    held_data: bool = False

    def add(self, other: _Body) -> None:
        """Put more of it behind."""
        self.plain = "\n\n".join(filter(None, (self.plain, other.plain)))
        self.markup = "\n".join(filter(None, (self.markup, other.markup)))
        self.lost += other.lost

    def take_blocks(self) -> None:
        """Read the form that says more."""
        text, self.held_data = transfer.without_base64(normalise(self.plain))
        text = laid_out(text)
        self.blocks, self.letters, kind = _plain_blocks(text), letters_of_text(text), "text/plain"
        if self.markup:
            rich, shown = html.fragment(html.tree.soup(self.markup))
            if _words(rich) > _RICHER * _words(self.blocks):
                self.blocks, self.letters, kind = rich, shown, "text/html"
        self.undecodable = self.lost[kind]


def _bodies(mail: Message) -> list[_Body]:
    """The texts of a mail one behind the other; parts that are attached are left out."""
    found: list[_Body] = []
    pending: list[tuple[Message, _Body | None]] = [(mail, None)]
    while pending:
        part, choice = pending.pop()
        if part.is_multipart() and part.get_content_maintype() == "multipart":
            if choice is None and part.get_content_subtype() == "alternative":
                choice = _Body()
                found.append(choice)
            pending += reversed([(each, choice) for each in inner(part)])
        elif _is_text(part) and choice is not None:
            choice.add(_body(part))
        elif _is_text(part):
            body = _body(part)
            if found and _are_one(found[-1], body):
                found[-1].add(body)
            else:
                found.append(body)
    return found


def _body(part: Message) -> _Body:
    kind = part.get_content_type()
    text, lost = decoded(payload(part), part.get_content_charset())
    counted = Counter({kind: lost})
    if kind == "text/html":
        return _Body(markup=text, lost=counted)
    return _Body(plain=_unflowed(text, part) if _is_flowed(part) else text, lost=counted)


def _are_one(above: _Body, below: _Body) -> bool:
    """Whether two texts are of one form, or one in two forms that the mail does not offer as a choice."""
    if bool(above.plain) != bool(above.markup) and bool(above.plain) == bool(below.plain):
        return True
    if not (above.plain and below.markup) or above.markup:
        return False
    marked = set(_WORD.findall(fold(_TAG.sub(" ", unescape(below.markup)))))
    words = set(_WORD.findall(fold(above.plain)))
    return len(words & marked) >= _ALIKE * len(words)


def _is_text(part: Message) -> bool:
    return part.get_content_type() in ("text/plain", "text/html") and not is_attached(part)


def parts(mail: Message) -> Iterator[Message]:
    """The parts of a mail, not those of the mails that are attached to it."""
    pending = [mail]
    while pending:
        part = pending.pop()
        if part.is_multipart() and part.get_content_maintype() == "multipart":
            pending += reversed(inner(part))
        else:
            yield part


def inner(part: Message) -> list[Message]:
    """The messages right inside a part; what it holds else is never asked for undecoded."""
    held = part.get_payload() if part.is_multipart() else []
    return [each for each in held if isinstance(each, Message)]


def payload(part: Message) -> bytes:
    """The bytes of a part, its transfer encoding undone as far as it can be."""
    return opened(part)[0]


def opened(part: Message) -> tuple[bytes, bool]:
    """The bytes of a part, its transfer encoding undone, and whether that is damaged."""
    stated = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
    if stated not in _UUENCODED:
        return transfer.undone(mail_parts.raw(part), stated)
    try:
        content = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError, binascii.Error):
        content = None
    return content if isinstance(content, bytes) else b"", False


def is_attached(part: Message) -> bool:
    """Whether a part is a file that was sent along."""
    disposition = str(part.get("Content-Disposition", "")).strip().lower()
    return disposition.startswith("attachment") or (part.get_filename() is not None and not disposition)


def _is_flowed(part: Message) -> bool:
    return str(part.get_param("format", "")).lower() == "flowed"


def _unflowed(text: str, part: Message) -> str:
    """The text with its soft line ends joined (RFC 3676)."""
    drops_space = str(part.get_param("delsp", "")).lower() == "yes"
    lines: list[str] = []
    flowing: str | None = None  # the quote marks of a line that goes on
    for raw in text.replace("\r\n", "\n").split("\n"):
        found = _QUOTED.match(raw)
        marks, line = (found["marks"].replace(" ", ""), found["text"]) if found else ("", raw)
        line = line.removeprefix(" ")
        if flowing == marks and line != "-- ":
            lines.append(line)
        else:
            lines.append(f"\n{marks}{' ' if marks else ''}{line}")
        flowing = marks if line.endswith(" ") and line != "-- " else None
        if flowing is not None and drops_space:
            lines[-1] = lines[-1][:-1]
    return "".join(lines).removeprefix("\n")


def _plain_blocks(text: str) -> list[Block]:
    """The paragraphs of a plain body: quoted lines are quotations, the dashes of a signature are dropped."""
    found: list[Block] = []
    run: list[str] = []
    quoted, changes = False, 0
    for line in normalise(text).split("\n"):
        match = _QUOTED.match(line)
        if _SIGNATURE.match(line):
            match = None
        if (match is not None) != quoted and changes < _MOST_QUOTED:
            changes += 1
            found += _prose("\n".join(run), quoted=quoted)
            run, quoted = [], match is not None
        run.append(match["text"] if match else "" if _SIGNATURE.match(line) else line)
    return found + _prose("\n".join(run), quoted=quoted)


def _prose(text: str, *, quoted: bool) -> list[Block]:
    if not text.strip():
        return []
    found = plain.blocks_of(text)
    return [replace(block, kind="quote", level=0) for block in found] if quoted else found


def _letters(blocks: Sequence[Block]) -> int:
    return sum(letters(block.text) for block in blocks)


def _words(blocks: list[Block]) -> int:
    return sum(len(block.text.split()) for block in blocks)
