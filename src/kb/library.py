"""Store, engine and thesaurus that belong together; opens and closes them, no more.

    with open_library(folder, "whoosh") as library: ...

The store is the truth. The engine follows its change numbers (``follow``), and is made anew in a
folder of its own when its index is missing, damaged or foreign, so that search never meets half
an index. One process writes at a time; others wait and are told for whom.

What must stay true: the seal in the store names an index folder that was complete when the seal
was written. A crash between the two makes the index one that does not fit its seal: rebuilt.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Self, TypeVar, cast

from kb.engines import Engine, Seal, open_engine
from kb.errors import EngineError, LibraryBusy, LibraryReadOnly, ThesaurusInvalid
from kb.messages import Message
from kb.records import Change
from kb.store import Store, open_store
from kb.thesaurus import Thesaurus, lexicon, load_with
from kb.thesaurus.lexicon import Lexicon
from kb.thesaurus.overlay import FILE
from kb.topics import assign, fingerprint

T = TypeVar("T")
Progress = Callable[[int, int], None]
Waiting = Callable[[str], None]
PATIENCE = 600.0  # seconds that a writer waits for another
_READERS_PATIENCE = 5.0  # seconds that a question waits for another to finish the first index
_NETWORK_FILE_SYSTEMS = frozenset(
    "nfs nfs4 cifs smb3 smbfs ncpfs afs 9p ceph davfs vboxsf prl_fs fuse.sshfs fuse.davfs fuse.rclone "
    "fuse.glusterfs fuse.gvfsd-fuse fuse.s3fs fuse.vmhgfs-fuse".split()
)


_READ_ONLY = Message(
    "Concepts have changed since the documents got their topics and groups, and this knowledge base can only "
    "be read: both are still those of before. Copy it to a folder that can be written to, and ask there."
)
_BUSY = Message(
    "Concepts have changed, and another command is writing to this knowledge base: topics and groups of its "
    "documents may still be those of before. Ask again when it is done."
)
_OTHER = Message(
    "Another program gave documents topics and groups by other concepts than these (a kb of another version, "
    "or with another thesaurus.toml); use one of them alone."
)


class Library:
    """One knowledge base, open. ``lock`` is held around a story when threads share it."""

    def __init__(self, folder: Path, store: Store, engine_name: str, concepts: Path) -> None:
        self.folder = folder
        self.store = store
        self.lexicon: Lexicon | None = lexicon.load_with(folder / "lexicon")
        self.concepts = concepts  # the user's own, laid over ours; the file need not be there
        self.own_concepts = ("", "")
        self.topics_behind: tuple[Message, ...] = ()  # why documents have topics of another thesaurus
        self._assigned = ""  # the thesaurus that this process gave all documents their topics with
        self._followed = ("", 0)  # by which thesaurus, up to which change, topics were looked at last
        self.lock = RLock()
        self._engine_name = engine_name
        self._engine: Engine | None = None
        self._remembered: dict[str, tuple[tuple[int, str], object]] = {}
        self._thesaurus: Thesaurus | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of all files."""
        if self._engine:
            self._engine.close()
        self.store.close()

    @property
    def thesaurus(self) -> Thesaurus:
        """Our concepts with the user's own over them.

        Raises:
            ThesaurusInvalid: the user's file breaks a rule.
        """
        return self.load_thesaurus()

    def load_thesaurus(self) -> Thesaurus:
        """The same, said where what may be wrong with it is the point.

        Raises:
            ThesaurusInvalid: the user's file breaks a rule.
        """
        if self._thesaurus is None:
            self._thesaurus = self._read_thesaurus()
        return self._thesaurus

    @property
    def writable(self) -> bool:
        """Whether this knowledge base can be changed."""
        return self.store.writable

    @property
    def engine(self) -> Engine:
        """The engine over the index that was sealed last, however old it is."""
        seal = self._seal()
        if self._engine is None or self._engine.seen < (seal.seen if seal else 0):
            self._engine = self._opened(seal)
        return self._engine

    def follow(self, progress: Progress | None = None) -> bool:
        """Bring the index up to the store. False: it stays behind (another writer, a full disk)."""
        self._follow_thesaurus(progress)
        if self.engine.seen == self.store.last_change:
            return True
        if not self.writable:
            self._apply(self.engine, progress)
            return True
        try:
            with self.writing("kb index", patience=0.0 if self.engine.documents else _READERS_PATIENCE):
                self._catch_up(progress)
        except LibraryBusy:
            return False
        except EngineError:  # a full disk: what is there still answers
            if not self.engine.documents:
                self._engine = open_engine("memory", self._engine_folder, None)
                self._apply(self._engine, progress)
            return self.engine.seen == self.store.last_change
        return True

    def revision(self) -> tuple[object, ...] | None:
        """What answers depend on, to be compared while this is open; None while the index is behind."""
        if self.engine.seen != self.store.last_change:
            return None
        return *self.store.revision, _concepts_text(self.concepts)

    def remembered(self, make: Callable[[Library], T]) -> T:
        """What ``make`` says of the knowledge base as it is now; made again once that has changed.

        ``make`` is a function of a module, by whose name it is remembered.
        """
        name, now = f"{make.__module__}.{make.__qualname__}", (self.engine.seen, self.thesaurus.fingerprint)
        if name not in self._remembered or self._remembered[name][0] != now:
            self._remembered[name] = now, make(self)
        return cast(T, self._remembered[name][1])

    @contextmanager
    def writing(
        self, purpose: str, *, waiting: Waiting | None = None, patience: float = PATIENCE
    ) -> Iterator[None]:
        """Hold the knowledge base for writing; ``waiting`` is told for whom we wait.

        Raises:
            LibraryReadOnly: it cannot be written to.
            LibraryBusy: another process held it for longer than ``patience`` seconds.
        """
        if not self.writable:
            raise LibraryReadOnly("{folder} can only be read; copy it to change it.", folder=self.folder)
        from filelock import FileLock, Timeout

        lock = FileLock(self.index_folder / "lock", is_singleton=True)
        holder = self.index_folder / "lock-holder"
        try:
            lock.acquire(timeout=0)
        except Timeout:
            name = _read(holder)
            if waiting and patience:
                waiting(name)
            try:
                lock.acquire(timeout=patience)
            except Timeout as error:
                raise LibraryBusy(
                    "Another command is writing to this knowledge base ({name}); try again when it is done.",
                    name=name,
                ) from error
        try:
            holder.write_text(f"{purpose}, process {os.getpid()}", encoding="utf-8")
            yield
        finally:
            lock.release()

    @property
    def index_folder(self) -> Path:
        """What kb keeps for this folder."""
        return self.folder / "index"

    def index_agrees(self) -> bool:
        """Whether the index on disk is the one that was sealed, undamaged, and up to the store."""
        seal = self._seal()
        if seal is None:
            return self.store.last_change == 0
        try:
            opened = open_engine(self._engine_name, self._sealed_folder(seal), seal)
        except EngineError:
            return False
        agrees = opened.seen == self.store.last_change
        opened.close()
        return agrees

    # Details -------------------------------------------------------------------------------

    def _read_thesaurus(self) -> Thesaurus:
        """Ours with the user's file over it, as it stands now."""
        text = _concepts_text(self.concepts)
        self.own_concepts = (text, str(self.concepts)) if text else ("", "")
        return load_with(*self.own_concepts)

    def _follow_thesaurus(self, progress: Progress | None) -> None:
        """Give topics anew to the documents that had them of another thesaurus; no file is read again.

        Each document is a transaction: stopped, the next follow goes on. Where another process uses
        another thesaurus (an older kb), each assigns once and none fights.
        """
        self._thesaurus = self._read_thesaurus()
        wanted = fingerprint(self._thesaurus)
        if (wanted, self.store.last_change) == self._followed:
            return
        self.topics_behind = self._give_topics_anew(wanted, progress)
        if _BUSY not in self.topics_behind:  # of which the next question is to be told too
            self._followed = wanted, self.store.last_change

    def _give_topics_anew(self, wanted: str, progress: Progress | None) -> tuple[Message, ...]:
        """What keeps documents from having the topics of this thesaurus."""
        if not self.store.assigned_otherwise(wanted):
            self._assigned = wanted
            return ()
        if not self.writable:
            return (_READ_ONLY,)
        if wanted == self._assigned:
            return (_OTHER,)
        try:
            with self.writing("kb topics", patience=0.0):
                self._assign(wanted, progress)
        except LibraryBusy:  # the next question sees to it
            return (_BUSY,)
        self._assigned = wanted
        return ()

    def _assign(self, wanted: str, progress: Progress | None) -> None:
        pending = self.store.assigned_otherwise(wanted)
        for done, name in enumerate(pending, start=1):
            self.store.assign(assign(self.store.document(name), self.thesaurus), wanted)
            if progress:
                progress(done, len(pending))

    def _catch_up(self, progress: Progress | None) -> None:
        engine = self.engine  # sealed anew, perhaps, by the process that was waited for
        if engine.seen == self.store.last_change:
            return
        try:
            self._apply(engine, progress)
        except EngineError:  # its folder was deleted while it was open, or holds what cannot be written on
            engine = self._engine = self._new_engine()
            self._apply(engine, progress)
        seal = engine.seal()
        self.store.save("index", json.dumps(asdict(seal)))
        self._sweep(seal.folder)

    def _apply(self, engine: Engine, progress: Progress | None) -> None:
        changes = self.store.changes(engine.seen)
        if progress:
            total = self.store.count("documents") if engine.seen == 0 else 0
            changes = _counted(changes, total or self.store.last_change - engine.seen, progress)
        engine.apply(changes)

    def _opened(self, seal: Seal | None) -> Engine:
        if not self.writable:
            return self._opened_for_reading(seal)
        if seal:
            with suppress(EngineError):  # disposable: an index that cannot be used is made anew
                return open_engine(self._engine_name, self._sealed_folder(seal), seal)
        return self._new_engine()

    def _new_engine(self) -> Engine:
        """An engine that has seen nothing, in a folder of its own."""
        folder = self._engine_folder / str(self.store.last_change)
        while folder.exists():
            folder = folder.with_name(f"{folder.name}+")
        return open_engine(self._engine_name, folder, None)

    def _opened_for_reading(self, seal: Seal | None) -> Engine:
        """The index as it lies there, or one in memory where it cannot be used or is behind."""
        if seal and seal.seen == self.store.last_change:
            with suppress(EngineError):
                return open_engine(self._engine_name, self._sealed_folder(seal), seal)
        return open_engine("memory", self.index_folder, None)

    @property
    def _engine_folder(self) -> Path:
        """Where the indexes of this engine lie, each in a folder of its own."""
        return self.index_folder / self._engine_name

    def _sealed_folder(self, seal: Seal) -> Path:
        return self._engine_folder / seal.folder

    def _seal(self) -> Seal | None:
        kept = self.store.setting("index")
        if kept is None:
            return None
        try:
            values = json.loads(kept)
            values["files"] = {name: tuple(facts) for name, facts in values["files"].items()}
            seal = Seal(**values)
        except (ValueError, TypeError, KeyError, AttributeError):
            return None  # a seal that cannot be read seals nothing: the index is made anew
        return seal if seal.engine == self._engine_name else None

    def _sweep(self, kept: str) -> None:
        """Delete the indexes of before; one that another process still reads may stay for now."""
        for folder in self._engine_folder.glob("*"):
            if folder.name != kept and folder.is_dir():
                shutil.rmtree(folder, ignore_errors=True)


def open_library(folder: Path, engine_name: str, concepts: Path | None = None) -> Library:
    """The knowledge base in ``folder``, with the user's own ``concepts`` (else its thesaurus.toml).

    Raises:
        LibraryError: it is damaged, too new, or on a network drive.
    """
    folder = folder.absolute()
    index = folder / "index"
    if (kind := _network_file_system(folder)) is not None:
        raise LibraryReadOnly(
            "{folder} is on a network drive ({kind}), which is not safe for its database; copy it here.",
            folder=folder, kind=kind,
        )  # fmt: skip
    writable = os.access(index if index.exists() else folder, os.W_OK)
    if not writable and not (index / "kb.db").exists():
        raise LibraryReadOnly("{folder} cannot be written to, and holds no index yet.", folder=folder)
    return Library(folder, open_store(index, writable=writable), engine_name, concepts or folder / FILE)


def _counted(changes: Iterable[Change], total: int, progress: Progress) -> Iterator[Change]:
    for done, change in enumerate(changes, start=1):
        yield change
        progress(done, total)


def _concepts_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        raise ThesaurusInvalid("{file} is not UTF-8; save it as UTF-8 and try again.", file=path) from error
    except OSError as error:
        raise ThesaurusInvalid(
            "{file} cannot be read: {reason}.", file=path, reason=error.strerror
        ) from error


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return "?"


def _network_file_system(folder: Path) -> str | None:
    """The kind of network file system that ``folder`` is on, where the system tells (Linux)."""
    if sys.platform != "linux":
        return None
    best, kind = "", ""
    for line in _read(Path("/proc/mounts")).splitlines():
        fields = line.split(" ")
        mount = fields[1].replace("\\040", " ") if len(fields) > 2 else ""
        if len(mount) > len(best) and Path(mount) in (folder, *folder.parents):
            best, kind = mount, fields[2]
    return kind if kind in _NETWORK_FILE_SYSTEMS else None
