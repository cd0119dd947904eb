"""Files inside a file: what a zip archive holds, and what is attached to a mail.

Members are handed out one after another, with the reason in place of the bytes where one cannot be
had. A zip inside a zip is opened too, to a depth of three. Names are labels for people and are never
used as paths. Pictures inside the text of a mail, signatures and calendars are passed over, as are
hidden files and those that computers leave behind.
"""

from __future__ import annotations

import mimetypes
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from pathlib import PurePosixPath

from kb.errors import ParseFailed, SourceError, SourceTooLarge
from kb.parsers import mail
from kb.parsers.packages import MOST_ENTRIES, MOST_UNPACKED, ZIP, Unpacker, package_type
from kb.records import Source
from kb.text.folding import normalise, squeeze
from kb.text.mailbox import mails

MBOX = "application/mbox"
LARGEST_MEMBER = 20 * 1024 * 1024  # bytes, as of a file
_DEEPEST = 3  # archives inside each other
_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
_LONGEST_NAME = 200  # characters
_LEFT_BEHIND = frozenset(("__macosx", "thumbs.db", "desktop.ini"))
_UTF8_NAME = 0x800  # the flag of names that are in UTF-8
_PASSED_OVER = frozenset(
    "application/pgp-signature application/pkcs7-signature application/x-pkcs7-signature text/calendar "
    "application/ics text/x-vcard text/vcard application/pgp-keys application/pgp-encrypted "
    "message/delivery-status "
    "text/rfc822-headers".split()
)
_OUTLOOK = frozenset(("application/ms-tnef", "application/vnd.ms-tnef"))


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside another: its name, and its bytes or why they cannot be had."""

    name: str
    content: bytes = b""
    error: SourceError | None = None


@dataclass(slots=True)
class _Budget:
    """What may still be unpacked, over all archives inside each other."""

    size: int = MOST_UNPACKED
    entries: int = MOST_ENTRIES


def members(source: Source) -> Iterator[Member]:
    """The files in a zip archive, the mails in a mailbox, or what is attached to a mail.

    Raises:
        ParseFailed: the file is damaged.
        SourceTooLarge: it holds more than an archive of documents does.
    """
    budget = _Budget()
    if source.media_type == ZIP:
        yield from _unzipped(source.content, "", 1, budget)
    elif source.media_type == MBOX:
        yield from _mails(source.content)
    else:
        yield from _attached(source.content, budget)


def _unzipped(content: bytes, prefix: str, depth: int, budget: _Budget) -> Iterator[Member]:
    unpacker = Unpacker(content, budget=budget.size)
    for entry in unpacker.entries():
        name = _name(entry)
        if _is_left_behind(name):
            continue
        budget.entries -= 1
        if budget.entries < 0:
            raise SourceTooLarge("The zip file has more than {most} entries; unpack it.", most=MOST_ENTRIES)
        if stat.S_ISLNK(entry.external_attr >> 16):
            yield Member(
                prefix + name, error=ParseFailed("It is a link to another file, which is not in it.")
            )
            continue
        before = unpacker.unpacked
        try:
            unpacked = unpacker.read(entry, most=LARGEST_MEMBER)
        except SourceError as error:
            yield Member(prefix + name, error=error)
            if unpacker.is_exhausted:
                return
            continue
        finally:
            budget.size -= unpacker.unpacked - before
        yield from _opened(unpacked, prefix + name, depth, budget)


def _opened(content: bytes, name: str, depth: int, budget: _Budget) -> Iterator[Member]:
    """A file; in place of an archive, the files in it."""
    try:
        if not content.startswith(_SIGNATURES) or package_type(content) != ZIP:
            yield Member(name, content)
            return
        if depth >= _DEEPEST:
            raise ParseFailed(
                "Archives lie more than {most} deep in each other; unpack them and ingest the files.",
                most=_DEEPEST,
            )
        yield from _unzipped(content, f"{name}/", depth + 1, budget)
    except SourceError as error:
        yield Member(name, error=error)


def _name(entry: zipfile.ZipInfo) -> str:
    name = entry.filename
    if not entry.flag_bits & _UTF8_NAME and not name.isascii():
        raw = name.encode("cp437", errors="replace")  # as zipfile has decoded it
        try:
            name = raw.decode("utf-8")
        except UnicodeDecodeError:
            name = raw.decode("cp850")  # what Windows writes where Spanish is spoken
    return _label(name)


def _label(name: str) -> str:
    """A name as it can be shown: printable, without a way out of its folder."""
    shown = "".join(letter for letter in normalise(name.replace("\\", "/")) if letter.isprintable())
    steps = (squeeze(step) for step in shown.split("/"))
    label = "/".join(step for step in steps if step not in ("", ".", "..") and not _is_drive(step))
    return label[-_LONGEST_NAME:].lstrip("/") or "unnamed"


def _is_drive(step: str) -> bool:
    return len(step) == 2 and step[1] == ":"


def _is_left_behind(name: str) -> bool:
    steps = PurePosixPath(name).parts
    return any(step.startswith((".", "~$")) or step.casefold() in _LEFT_BEHIND for step in steps)


# Mailboxes ---------------------------------------------------------------------------------


def _mails(content: bytes) -> Iterator[Member]:
    for number, sent in enumerate(mails(content), start=1):
        try:
            subject = mail.header(mail.message(sent), "Subject")
        except SourceError:  # the mail itself is refused when it is read
            subject = ""
        yield Member(_label(f"{subject.replace('/', '-') or number}.eml"), sent)


# Attachments -------------------------------------------------------------------------------


def _attached(content: bytes, budget: _Budget) -> Iterator[Member]:
    for number, part in enumerate(mail.parts(mail.message(content)), start=1):
        kind = part.get_content_type()
        if kind in _PASSED_OVER or _belongs_to_text(part):
            continue
        name = _attachment_name(part, number)
        try:
            attached, damaged = (
                (_attached_message(part), False) if kind == "message/rfc822" else mail.opened(part)
            )
        except ParseFailed as too_deep:
            yield Member(name, error=too_deep)
            continue
        budget.size -= len(attached)
        if kind in _OUTLOOK:
            yield Member(name, error=_wrapped_by_outlook())
        elif len(attached) > LARGEST_MEMBER:
            error = SourceTooLarge("It unpacks to more than {most} MB.", most=LARGEST_MEMBER // (1024 * 1024))
            yield Member(name, error=error)
        elif budget.size < 0:
            raise SourceTooLarge(
                "All its parts unpack to more than {most} MB.", most=MOST_UNPACKED // (1024 * 1024)
            )
        elif not attached.strip() or (damaged and b"\0" not in attached):  # of others the reader tells it
            yield Member(name, error=ParseFailed("The attachment is empty or damaged; ask for it again."))
        else:
            yield from _opened(attached, name, 1, budget)


def _belongs_to_text(part: Message) -> bool:
    """Whether a part is the text of the mail, or a picture in it."""
    if part.get_content_maintype() == "multipart":  # without an end, or without parts
        return True
    disposition = str(part.get("Content-Disposition", "")).strip().lower()
    if disposition.startswith("attachment"):
        return False
    if part.get_content_maintype() in ("image", "video", "audio"):
        return True
    return part.get_content_type() in ("text/plain", "text/html") and not mail.is_attached(part)


def _attached_message(part: Message) -> bytes:
    """The bytes of a mail that was sent along.

    Raises:
        ParseFailed: mails are nested in it too deeply.
    """
    attached = mail.inner(part)
    if not attached:
        return mail.payload(part)
    try:
        return attached[0].as_bytes()
    except RecursionError as error:
        raise ParseFailed("The parts of the mail are nested too deeply.") from error
    except (ValueError, LookupError, KeyError, TypeError, AttributeError):
        return b""


def _attachment_name(part: Message, number: int) -> str:
    try:
        stated = part.get_filename() or ""
    except (ValueError, LookupError, TypeError):
        stated = ""
    if stated:
        return _label(mail.decoded_words(stated))
    if part.get_content_type() == "message/rfc822":
        attached = mail.inner(part)
        subject = mail.header(attached[0], "Subject") if attached else ""
        return _label(f"{subject.replace('/', '-') or number}.eml")
    return _label(f"attachment-{number}{mimetypes.guess_extension(part.get_content_type()) or ''}")


def _wrapped_by_outlook() -> ParseFailed:
    return ParseFailed(
        "Outlook has wrapped the attachments (winmail.dat); ask for them as plain attachments."
    )
