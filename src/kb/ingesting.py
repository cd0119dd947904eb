"""The story of a file that comes in: find, read, parse, extract, assign topics, keep, index.

Files are read by worker processes (kb.workers), several at once, and kept here one after another in
the order in which they were found. What is inside a zip or a mail comes in behind its container, as
``container/name``. One file that cannot be taken in becomes a line of the report and goes to the
quarantine with its reason; the run goes on. The same bytes are one record however often and under
whatever name they come, and so are others that read alike to the letter (line ends, encodings);
changed bytes at the same place are a new edition of the same document.
"""

from __future__ import annotations

import shutil
from collections import Counter, deque
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures import TimeoutError as StillReading
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from kb import sources
from kb.copies import Unkept, edition_of, held_alike, held_before, lies_elsewhere, put_in_place
from kb.errors import Misuse, SourceError, SourceMissing
from kb.library import Library, Waiting
from kb.library import Progress as Following
from kb.messages import Message
from kb.records import Document, Intake, Member, Source
from kb.store import Held
from kb.thesaurus import names
from kb.topics import fingerprint
from kb.workers import Pool, Task, processors

# Raised when kb reads more out of a file than before: unchanged files are then read anew.
READING = 7
OUTCOMES = ("new", "updated", "unchanged", "set aside")
_UNPACKED = "unpacked-"
_AHEAD = 2  # files in memory for each worker: one being read, one waiting
_MOST_AHEAD = 160 * 1024 * 1024  # bytes of these files together; eight workers could want twice as much
_DEEPEST = 5  # containers in each other: a mail forwarded with its archive has three
_MOST_MEMBERS = 5000  # of one file, through all containers in it
_GLANCE = 0.2  # seconds between two looks at how far a long file is
Progress = Callable[[int, int, str], None]
_GONE = Message('The file is gone; "kb quarantine drop" forgets it.')
_TOO_MANY = Message(
    "It holds more than {most} files, in archives in archives; unpack them and ingest the files.",
    {"most": _MOST_MEMBERS},
)
_TOO_DEEP = Message(
    "Archives lie more than {most} deep in each other; unpack them and ingest the files.",
    {"most": _DEEPEST},
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of one location; ``reason`` where it was set aside or needs a word."""

    location: str
    outcome: str
    id: str | None = None
    title: str = ""
    reason: Message | None = None
    warnings: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What became of every location, in the order they were read."""

    entries: tuple[Entry, ...]
    dry_run: bool = False

    @property
    def counts(self) -> dict[str, int]:
        """How many entries have each outcome of OUTCOMES."""
        counted = Counter(entry.outcome for entry in self.entries)
        return {outcome: counted[outcome] for outcome in OUTCOMES}


def ingest(
    library: Library,
    locations: Iterable[str],
    *,
    kind: str | None = None,
    language: str | None = None,
    copies: bool = False,
    dry_run: bool = False,
    progress: Progress | None = None,
    following: Following | None = None,
    waiting: Waiting | None = None,
) -> Report:
    """Take in every file that the locations lead to, and index what changed.

    With ``copies``, ``release (2).pdf`` may be a new edition of ``release.pdf`` (kb.copies).
    ``progress`` is told of the files, ``following`` of topics given anew and of the index.

    Raises:
        Misuse: ``kind`` or ``language`` is not one that kb knows.
        LibraryError: the knowledge base cannot be written to.
    """
    given = _Given(_known(names.KINDS, kind, "kind"), _known(names.LANGUAGES, language, "language"), copies)
    if dry_run:
        return _report(library, locations, given, progress, keep=False)
    with library.writing("kb ingest", waiting=waiting):
        report = _report(library, locations, given, progress)
        library.follow(following)
    return report


def retry(
    library: Library,
    locations: Iterable[str],
    *,
    progress: Progress | None = None,
    waiting: Waiting | None = None,
) -> Report:
    """Try once more what lies in the quarantine; without ``locations`` all of it.

    Raises:
        NotHeld: a location is not in the quarantine.
        LibraryError: the knowledge base cannot be written to.
    """
    wanted = [
        library.store.quarantined(each, sources.place_of(library.folder, each)).location for each in locations
    ]
    chosen = wanted or [each.location for each in library.store.quarantine()]
    with library.writing("kb quarantine retry", waiting=waiting):
        files = {location: sources.file_of(library.folder, location) for location in chosen}
        places = dict.fromkeys(str(file) for file in files.values() if file)
        report = _report(library, places, _Given(None, None), progress, again=True)
        library.follow()
    gone = (Entry(location, "set aside", reason=_GONE) for location in wanted if not files[location])
    return replace(report, entries=(*report.entries, *gone))


def _report(
    library: Library,
    locations: Iterable[str],
    given: _Given,
    progress: Progress | None,
    *,
    keep: bool = True,
    again: bool = False,
) -> Report:
    found = deque(sources.find(locations, typed=not again))
    home = _swept(library) if keep else None
    with (
        TemporaryDirectory(prefix=_UNPACKED, dir=home) as folder,
        Pool(max(1, min(processors(), len(found)))) as pool,
    ):
        run = _Run(library, given, progress, pool, Path(folder), len(found), keep=keep, again=again)
        return Report(tuple(run.entries(found)), dry_run=not keep)


def _swept(library: Library) -> Path:
    """Where archives are unpacked, without what a run that was killed has left there."""
    for left in library.index_folder.glob(f"{_UNPACKED}*"):
        shutil.rmtree(left, ignore_errors=True)
    return library.index_folder


@dataclass(frozen=True, slots=True)
class _Given:
    """What the user says of all the files of a run."""

    kind: str | None
    language: str | None
    copies: bool = False

    def fits(self, held: Held) -> bool:
        """Whether a document is held as the user wants it read."""
        return self.kind in (None, held.kind) and self.language in (None, held.language)


@dataclass(frozen=True, slots=True)
class _Job:
    """A file on its way: its bytes, and the answer of a worker, or why there is none."""

    place: str
    source: Source | None = None
    answer: Future[Intake] | None = None
    error: SourceError | None = None
    steps: deque[str] = field(default_factory=deque)
    depth: int = 0  # of containers that it was taken out of


@dataclass(slots=True)
class _Run:
    """One ingest: what is asked of every file, and where it goes."""

    library: Library
    given: _Given
    progress: Progress | None
    pool: Pool
    folder: Path  # where members of containers are unpacked
    total: int  # files that were found
    done: int = 0
    keep: bool = True
    again: bool = False  # open containers that were read before
    would_hold: Unkept = field(default_factory=Unkept)
    numbers: Iterator[int] = field(default_factory=count)
    inside: int = 0  # members taken out of the file that is being read

    def entries(self, found: deque[sources.Location]) -> Iterator[Entry]:
        """What became of every location, in order; workers read some files ahead. ``found`` is used up."""
        jobs: deque[_Job] = deque()
        # One that is met last would leave the other workers without work; one of them goes on with the rest.
        early = {each: self._begun(each) for each in sources.largest(found, self.pool.size - 1)}
        while found or jobs:
            while found and self._has_room(jobs, early.values()):
                each = found.popleft()
                jobs.append(early.pop(each) if each in early else self._begun(each))
            job = jobs.popleft()
            self._tell(job.place)
            self.inside = 0
            yield from self._ended(job)
            self.done += 1
        self._tell("")

    def _has_room(self, jobs: Collection[_Job], early: Iterable[_Job]) -> bool:
        """Whether one more file may be read ahead; where none is, one must."""
        held = sum(len(job.source.content) for job in (*jobs, *early) if job.source)
        return not jobs or (len(jobs) < _AHEAD * self.pool.size and held < _MOST_AHEAD)

    def _begun(self, location: sources.Location) -> _Job:
        place = sources.place_of(self.library.folder, location.path)
        try:
            source = replace(sources.read(location), location=place)
        except SourceError as error:
            return _Job(place, error=error)
        return self._handed_over(source)

    def _handed_over(self, source: Source) -> _Job:
        if source.location == sources.STANDARD_INPUT:
            source = replace(source, location=f"standard-input:{source.sha256[:12]}")
        if self._held_as_wished(source) and not self.again:
            return _Job(source.location, source)
        own = self.folder / str(next(self.numbers))
        steps: deque[str] = deque(maxlen=1)
        task = Task(source, str(own), self.given.kind, self.given.language, self.library.own_concepts)
        return _Job(source.location, source, self.pool.submit(task, steps.append), steps=steps)

    def _ended(self, job: _Job) -> Iterator[Entry]:
        """The entries of a file: its own, then those of its members."""
        if job.source is None:
            yield self._set_aside(job, _said(job.error))
            return
        if job.answer is None:
            yield self._unchanged(job.source)
            return
        try:
            intake = self._waited_for(job, job.answer)
        except SourceError as error:
            yield self._set_aside(job, _said(error))
            return
        for member in intake.members:  # first: while one is missing, the container is not held
            self.inside += 1
            if self.inside > _MOST_MEMBERS:
                intake = replace(intake, document=None, refusal=_TOO_MANY)
                break
            yield from self._member(job, member)
        if intake.refusal:
            yield self._set_aside(job, intake.refusal, intake.media_type)
        elif intake.document:
            yield self._kept(job.source, intake.document)
        else:
            self._clear(job.place)

    def _member(self, job: _Job, member: Member) -> Iterator[Entry]:
        place = f"{job.place}/{member.name}"
        self._tell(place)
        if job.depth == _DEEPEST:
            member = replace(member, path=None, reason=_TOO_DEEP)
        if member.path is None:
            yield self._set_aside(_Job(place), member.reason)
            return
        try:
            source = replace(sources.read(sources.Location(member.path, named=False)), location=place)
        except SourceError as error:
            yield self._set_aside(_Job(place), _said(error))
            return
        Path(member.path).unlink()
        inner = replace(self._handed_over(source), depth=job.depth + 1)
        yield from self._ended(inner)

    def _waited_for(self, job: _Job, answer: Future[Intake]) -> Intake:
        while True:
            try:
                return answer.result(timeout=_GLANCE)
            except StillReading:
                if answer.done():
                    return answer.result()
                if job.steps:
                    self._tell(f"{job.place}: {job.steps[-1]}")

    def _kept(self, source: Source, document: Document) -> Entry:
        same = self.library.store.held_bytes(source.sha256)
        if same and self._held_as_wished(source):  # read meanwhile, under another name
            return self._unchanged(source)
        if not same and (alike := held_alike(self.library, document)):
            return self._unchanged(source, alike)
        if not self.keep and (like := self.would_hold.before(source.sha256, document)):
            return Entry(source.location, "unchanged", like)
        before = same or held_before(self.library, document)
        if not before and self.given.copies:
            before, document = self._copied(document)
        if self.keep:
            self.library.store.keep_original(source.content)
            document = self.library.store.put(
                document,
                reading=READING,
                replaces=before.id if before else None,
                assigned=fingerprint(self.library.thesaurus),
            )
        return Entry(
            document.locations[0],
            "updated" if before else "new",
            before.id if before else document.id,
            document.title,
            warnings=document.warnings,
        )

    def _copied(self, document: Document) -> tuple[Held | None, Document]:
        """What a numbered copy is a new edition of, and the document in its place."""
        before, location = edition_of(self.library, document) or (None, "")
        if before is None or lies_elsewhere(self.library, before, location):
            return None, document
        return before, put_in_place(self.library, document, location) if self.keep else document

    def _unchanged(self, source: Source, alike: Held | None = None) -> Entry:
        store = self.library.store
        held = alike or store.held_bytes(source.sha256)
        known = store.held_location(source.location)
        if held and self.keep and (known is None or known.id != held.id):
            store.locate(held.id, source.location, source.sha256)
        self._clear(source.location)
        return Entry(source.location, "unchanged", held.id if held else None)

    def _set_aside(self, job: _Job, reason: Message | None, media_type: str = "") -> Entry:
        passing = isinstance(job.error, SourceMissing) or job.place == sources.STANDARD_INPUT
        if self.keep and reason and not passing:
            size = len(job.source.content) if job.source else 0
            self.library.store.set_aside(job.place, reason, media_type=media_type, size=size)
        return Entry(job.place, "set aside", reason=reason)

    def _clear(self, place: str) -> None:
        if self.keep and self.library.store.is_set_aside(place):
            self.library.store.drop(place)

    def _held_as_wished(self, source: Source) -> bool:
        held = self.library.store.held_bytes(source.sha256)
        return held is not None and held.reading == READING and self.given.fits(held)

    def _tell(self, words: str) -> None:
        if self.progress:
            self.progress(self.done, self.total, words)


def _said(error: SourceError | None) -> Message | None:
    return Message(error.template, error.values) if error else None


def _known(table: dict[str, tuple[str, str]], typed: str | None, option: str) -> str | None:
    if typed is None:
        return None
    value = names.value_named(table, typed)
    if value is None:
        raise Misuse(
            'There is no {option} "{typed}"; there are {known}.',
            option=option, typed=typed, known=", ".join(table),
        )  # fmt: skip
    return value
