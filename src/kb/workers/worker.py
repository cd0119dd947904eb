"""One worker process, seen from kb: hands it a file, waits, ends it when it misbehaves."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from tempfile import TemporaryFile
from threading import Event, Lock, Thread
from time import monotonic
from typing import Any

from kb.errors import ParseFailed, SourceError
from kb.messages import Message
from kb.records import Intake, Member, Source
from kb.schema import from_json
from kb.workers import frames, memory, waiting
from kb.workers.limits import Limits, too_large

_LONGEST_REASON = 200
_START = 60.0  # seconds that the process may take to start, on a busy old laptop
_LONGEST_STEP = 120.0  # seconds that a file may ask for at once
_LONGEST_WAIT = 4.0  # seconds for a processor that do not count: a file is ended within 30 in all
_LOOK = 0.5  # seconds between two looks at how much memory it holds
_MOST_LOOKS = 3  # that find all its memory taken: who can go on has given some back by then
_LAST_WORDS = 4096  # bytes of what a worker complained about before it died
_ISOLATED = "-P"  # a module in the folder where kb is called must not be taken for Python's own


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read, what the user says of it, and the folder for what is in it."""

    source: Source
    folder: str
    kind: str | None = None
    language: str | None = None
    concepts: tuple[str, str] = ("", "")  # the user's own: the text of their file, and its name


class Worker:
    """A process that reads one file after another."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._overtime = self._overgrown = self._ready = False
        with ExitStack() as opened:
            self._complaints = opened.enter_context(TemporaryFile())
            process = subprocess.Popen(  # noqa: S603 - no shell, nothing of a file: this very Python, a module of kb
                [
                    sys.executable, _ISOLATED, *(f"-W{each}" for each in sys.warnoptions),
                    "-m", "kb.workers.process", str(limits.megabytes), str(limits.seconds),
                ],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._complaints,
                start_new_session=True,  # Ctrl-C is for kb, which ends its workers; and theirs go with them
            )  # fmt: skip
            self._process = opened.enter_context(process)
            self._open = opened.pop_all()

    @property
    def alive(self) -> bool:
        """Whether it can be asked."""
        return self._process.poll() is None

    def ask(self, task: Task, step: Callable[[str], None] | None = None) -> Intake:
        """What the file holds, or why it is refused.

        Raises:
            SourceError: it made this worker run over its limits, or die.
        """
        try:
            return self._ask(task, step)
        except frames.Broken as error:
            reason = self._why()
            self.end()
            raise reason from error

    def end(self) -> None:
        """Let go of the process."""
        self._kill()
        with suppress(OSError):  # what was still to be written has no reader any more
            self._open.close()

    def _kill(self) -> None:
        """End the process and what it has started, unless it was seen to its end already."""
        if self._process.returncode is not None:
            return
        with suppress(ProcessLookupError):  # it has just ended by itself
            if os.name == "posix":
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()

    def _ask(self, task: Task, step: Callable[[str], None] | None) -> Intake:
        source = task.source
        request = {
            "location": source.location,
            "sha256": source.sha256,
            "folder": task.folder,
            "kind": task.kind,
            "language": task.language,
            "concepts": task.concepts,
        }
        inlet, outlet = self._process.stdin, self._process.stdout
        if inlet is None or outlet is None:
            raise frames.Broken
        if not self._ready:
            with _Watch(self, _START):
                self._ready = bool(frames.receive(outlet))
        seconds = self._limits.seconds
        with _Watch(self, seconds):
            frames.send(inlet, frames.packed(request), source.content)
        while True:
            with _Watch(self, seconds):
                reply = frames.unpacked(frames.receive(outlet))
            if "step" not in reply:
                if reply["spent"] or self._is_ended:  # too large for another file, or ended behind its answer
                    self.end()
                return _answer(reply)
            seconds = self._limits.seconds + min(float(reply["seconds"]), _LONGEST_STEP)
            if step:
                step(str(reply["step"]))

    def _why(self) -> SourceError:
        """Why a worker that was asked has gone."""
        if self._overtime:
            return ParseFailed(
                "Reading it takes longer than {seconds} seconds; save its text alone, or split it.",
                seconds=round(self._limits.seconds),
            )
        self._process.wait()
        words = self._last_words()
        if self._overgrown or "MemoryError" in words:  # it was too short of memory even to say so
            said = too_large(self._limits.megabytes)
            return ParseFailed(said.template, **said.values)
        code = self._process.returncode
        if code < 0:
            return ParseFailed(
                "Its reader broke down on it ({reason}): the file is damaged or harmful; fetch it again.",
                reason=signal.strsignal(-code) or code,
            )
        reason = words.rpartition("\n")[2] or f"exit code {code}"
        return ParseFailed(
            "kb stumbles over this file ({reason}); please report it.", reason=reason[:_LONGEST_REASON]
        )

    def _last_words(self) -> str:
        size = self._complaints.seek(0, os.SEEK_END)
        self._complaints.seek(max(0, size - _LAST_WORDS))
        return self._complaints.read().decode("utf-8", errors="replace").strip()

    def overtime(self) -> None:
        """Its time is up."""
        self._overtime = True
        self._kill()

    @property
    def _is_ended(self) -> bool:
        return self._overtime or self._overgrown

    def waited(self) -> float:
        """How long it has waited for a processor, in seconds."""
        return waiting.waited(self._process.pid)

    def is_exhausted(self) -> bool:
        """Whether it holds all the memory that it may have."""
        return memory.is_exhausted(self._process.pid, self._limits.megabytes)

    def overgrown(self) -> None:
        """It has no memory to go on with."""
        self._overgrown = True
        self._kill()


class _Watch:
    """Ends a worker that does not answer in time, or stands without memory, unless it has answered."""

    def __init__(self, worker: Worker, seconds: float) -> None:
        self._worker = worker
        self._seconds = seconds
        self._one_at_a_time = Lock()  # to say that it has answered, or to end it
        self._begun, self._waited = monotonic(), worker.waited()
        self._answered = Event()
        self._thread = Thread(target=self._watch, daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *details: object) -> None:
        with self._one_at_a_time:
            self._answered.set()

    def _left(self) -> float:
        """Seconds that it may still take; up to a bound, what it waits for a processor does not count."""
        waited = min(self._worker.waited() - self._waited, _LONGEST_WAIT)
        return self._begun + self._seconds + max(0.0, waited) - monotonic()

    def _watch(self) -> None:
        exhausted = 0  # looks, one after the other
        while not self._answered.wait(max(0.0, min(_LOOK, self._left()))):
            if self._left() <= 0:
                self._end(self._worker.overtime)
                return
            exhausted = exhausted + 1 if self._worker.is_exhausted() else 0
            if exhausted == _MOST_LOOKS:
                self._end(self._worker.overgrown)
                return

    def _end(self, end: Callable[[], None]) -> None:
        with self._one_at_a_time:
            if not self._answered.is_set():
                end()


def _answer(reply: dict[str, Any]) -> Intake:
    return Intake(
        media_type=reply["media_type"],
        document=from_json(reply["document"]) if reply["document"] else None,
        members=tuple(
            Member(name=each["name"], path=each["path"], reason=_reason(each["reason"]))
            for each in reply["members"]
        ),
        refusal=_reason(reply["refusal"]),
    )


def _reason(values: dict[str, Any] | None) -> Message | None:
    return Message(values["template"], values["values"]) if values else None
