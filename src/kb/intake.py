"""What one file's bytes say -> a record: recognise, parse, extract, assign topics; nothing is kept.

This is the part of ingesting that meets what strangers wrote, so it runs in a worker process
(kb.workers). A container (zip, e-mail with attachments) also has members: each is written to a
folder under a plain number and then taken in like any other file, beside its container's name.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kb.errors import SourceEmpty, SourceError
from kb.extractors import extract
from kb.extractors.ids import further_ids, proposed_id
from kb.messages import Message
from kb.parsers import parse
from kb.records import Document, Intake, Member, Source
from kb.sources.media import media_type
from kb.thesaurus import Thesaurus
from kb.topics import assign

if TYPE_CHECKING:
    from kb.parsers import archives

ZIP = "application/zip"
_BARE = (ZIP, "application/mbox")  # that hold nothing but members
CONTAINERS = (*_BARE, "message/rfc822")


def take_in(
    source: Source, thesaurus: Thesaurus, *, folder: Path, kind: str | None, language: str | None
) -> Intake:
    """What is in ``source``: its record, its members (written to ``folder``), or why it is refused."""
    try:
        source = recognised(source)
    except SourceError as error:
        return Intake(refusal=_reason(error))
    members, refusal = _unpacked(source, folder) if source.media_type in CONTAINERS else ((), None)
    document = None
    if source.media_type not in _BARE:
        try:
            document = read(source, thesaurus, kind=kind, language=language)
        except SourceEmpty as error:  # a mail may carry nothing but its attachments
            refusal = refusal or (None if members else _reason(error))
        except SourceError as error:
            refusal = _reason(error)
    elif not (members or refusal):
        refusal = Message("There is nothing in this archive that kb reads.")
    return Intake(media_type=source.media_type, document=document, members=members, refusal=refusal)


def recognised(source: Source) -> Source:
    """``source`` with the media type that its bytes show.

    Raises:
        FormatUnknown: kb does not read it.
    """
    kind = media_type(source.content, source.location)
    if kind == ZIP:
        from kb.parsers.packages import package_type

        kind = package_type(source.content)
    return replace(source, media_type=kind)


def read(source: Source, thesaurus: Thesaurus, *, kind: str | None, language: str | None) -> Document:
    """The whole reading of one document of a known type.

    Raises:
        SourceError: it cannot be read.
    """
    document = extract(parse(source, kind=kind, language=language))
    document = replace(document, id=proposed_id(document), aliases=further_ids(document))
    return assign(document, thesaurus)


def _unpacked(source: Source, folder: Path) -> tuple[tuple[Member, ...], Message | None]:
    """The members as far as they can be had, and why the rest cannot."""
    from kb.parsers import archives

    found: list[Member] = []
    names: Counter[str] = Counter()
    folder.mkdir(exist_ok=True)  # one of its own for each container, and none for plain files
    try:
        for member in archives.members(source):
            written = _written(member, folder / f"{len(found):06}")  # its name is only a label
            names[member.name] += 1
            again = f" ({names[member.name]})" if names[member.name] > 1 else ""
            found.append(replace(written, name=f"{member.name}{again}"))
    except SourceError as error:
        return tuple(found), _reason(error)
    except OSError as error:
        reason = {"reason": error.strerror or type(error).__name__}
        return tuple(found), Message("It could not be unpacked ({reason}); make room and try again.", reason)
    return tuple(found), None


def _written(member: archives.Member, path: Path) -> Member:
    if member.error:
        return Member(name=member.name, reason=_reason(member.error))
    path.write_bytes(member.content)
    return Member(name=member.name, path=str(path))


def _reason(error: SourceError) -> Message:
    return Message(error.template, error.values)
