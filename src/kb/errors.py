"""What can go wrong, each with a sentence a reader can act on.

    KbError
    ├── LibraryError             the knowledge base as a whole
    │   ├── LibraryNotFound      no kb.toml here or above
    │   ├── LibraryTooNew        written by a newer kb than this one
    │   ├── LibraryDamaged       the database cannot be read
    │   ├── LibraryReadOnly      the folder cannot be written to
    │   ├── LibraryFull          there is no room on its disk
    │   └── LibraryBusy          another command has been writing for too long
    ├── SourceError              one file or address could not be taken in; the run goes on
    │   ├── SourceMissing
    │   ├── SourceUnreadable     no permission, not a regular file, vanished while reading
    │   ├── SourceTooLarge
    │   ├── SourceEmpty
    │   ├── ScannedPdf           its pages are pictures, and nothing here reads pictures
    │   └── FormatUnknown        nothing here reads this kind of file
    │       └── ParseFailed      the format is known, this file breaks it
    ├── NotHeld                  an address that leads to nothing
    ├── ThesaurusInvalid         a file of concepts breaks a rule
    ├── EngineError              the index cannot be used; it is disposable, so it is rebuilt
    └── Misuse                   an argument that makes no sense

A message is a template and its values, so that it can be said in English or Spanish.
"""

from __future__ import annotations


class KbError(Exception):
    """Any failure that kb foresees; ``str()`` of it is the English sentence."""

    def __init__(self, template: str, /, **values: object) -> None:
        super().__init__(template.format(**values))
        self.template = template
        self.values = values


class LibraryError(KbError):
    """The knowledge base as a whole cannot be used."""


class LibraryNotFound(LibraryError):
    """There is no knowledge base where one was looked for."""


class LibraryTooNew(LibraryError):
    """The knowledge base was written by a newer version of kb."""


class LibraryDamaged(LibraryError):
    """The database of the knowledge base cannot be read."""


class LibraryReadOnly(LibraryError):
    """A change was asked for where nothing can be written."""


class LibraryFull(LibraryError):
    """There is no room left on the disk of the knowledge base."""


class LibraryBusy(LibraryError):
    """Another process holds the knowledge base for writing."""


class SourceError(KbError):
    """One file or address could not be taken in."""


class SourceMissing(SourceError):
    """There is nothing at this path."""


class SourceUnreadable(SourceError):
    """The path exists and its bytes cannot be had."""


class SourceTooLarge(SourceError):
    """More bytes than kb reads from one file."""


class SourceEmpty(SourceError):
    """No bytes, or no text in the bytes."""


class ScannedPdf(SourceError):
    """The pages of a PDF are pictures and no program to recognise them is installed."""


class FormatUnknown(SourceError):
    """No parser reads this kind of file."""


class ParseFailed(FormatUnknown):
    """The format is known and this file breaks it."""


class NotHeld(KbError):
    """An address or id that leads to nothing in this knowledge base."""


class ThesaurusInvalid(KbError):
    """A file of concepts breaks a rule; the sentence names the file, the line and the remedy."""


class LexiconInvalid(KbError):
    """A file of words breaks a rule; the sentence names the file, the line and the remedy."""


class EngineError(KbError):
    """The index is missing, damaged or foreign."""


class Misuse(KbError):
    """An argument that makes no sense."""
