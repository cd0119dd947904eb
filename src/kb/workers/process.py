"""The worker's own side: reads a file, answers, and waits for the next.

What a library prints goes to standard error, so that it cannot be taken for an answer. An error that
nobody foresaw ends the process with its traceback: kb reports its last line and starts another.

A thread listens for kb while a file is read. When kb is gone (kill -9, a terminal that was closed) it
ends the process at once, with the programs that it has started.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import IO, Any

from kb.extractors import fills
from kb.intake import take_in
from kb.messages import Message
from kb.parsers import progress
from kb.records import Intake, Source
from kb.schema import to_json
from kb.thesaurus import load_with
from kb.workers import frames
from kb.workers.limits import too_large

_MEGABYTE = 1024 * 1024
_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of prctl(2)
_File = tuple[dict[str, Any], bytes]  # what is asked of it, and its bytes


def main(megabytes: int, seconds: float) -> None:
    """Answer until nobody asks any more."""
    _die_with_kb()
    inlet, outlet = _pipes()
    _limit_memory(megabytes)
    files: SimpleQueue[_File] = SimpleQueue()
    Thread(target=_listen, args=(inlet, files), daemon=True).start()
    progress.listen(lambda *step: _tell(outlet, *step))
    gc.disable()
    fills()  # the first file is not to wait for them within its time
    _collect_seldom()
    frames.send(outlet, frames.packed({"ready": True}))
    spent = False
    while not spent:
        request, content = files.get()
        _limit_processor(seconds)
        reply, spent = _reply(request, content, megabytes)
        frames.send(outlet, frames.packed({**reply, "spent": spent}))


def _listen(inlet: IO[bytes], files: SimpleQueue[_File]) -> None:
    """Hand over the files that kb sends, until it is done, or gone."""
    with suppress(frames.Broken):
        while True:
            files.put((frames.unpacked(frames.receive(inlet)), frames.receive(inlet)))
    if os.name == "posix" and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(0)


def _die_with_kb() -> None:
    """Linux ends this process with the one that started it, even while no thread of it can run."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)


def _collect_seldom() -> None:
    """Look for unused objects less often, and never among what is loaded: a look goes over all that is held.

    A page's tree alone has tens of thousands; reading takes 6 to 8 % less time for some 5 MB more.
    """
    gc.enable()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def _tell(outlet: IO[bytes], done: int, total: int, what: str, seconds: float) -> None:
    """How far a long file is, and how long its next part may take."""
    frames.send(outlet, frames.packed({"step": f"{done}/{total} {what}", "seconds": seconds}))


def _reply(request: dict[str, Any], content: bytes, megabytes: int) -> tuple[dict[str, Any], bool]:
    """The answer, and whether it should be this process's last: it has grown too large for the next file."""
    source = Source(location=request["location"], content=content, media_type="", sha256=request["sha256"])
    concepts = load_with(*request["concepts"])
    with suppress(MemoryError):  # what the reading held is let go before the refusal is made
        intake = take_in(
            source,
            concepts,
            folder=Path(request["folder"]),
            kind=request["kind"],
            language=request["language"],
        )
        return _answer(intake), _largest() > megabytes / 2
    return _answer(Intake(refusal=too_large(megabytes))), True


def _answer(intake: Intake) -> dict[str, Any]:
    return {
        "media_type": intake.media_type,
        "document": to_json(intake.document) if intake.document else None,
        "members": [
            {"name": each.name, "path": each.path, "reason": _reason(each.reason)} for each in intake.members
        ],
        "refusal": _reason(intake.refusal),
    }


def _reason(reason: Message | None) -> dict[str, Any] | None:
    if reason is None:
        return None
    return {
        "template": reason.template,
        "values": {name: str(value) for name, value in reason.values.items()},
    }


def _pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Standard input and output for us alone; what others print goes to standard error."""
    inlet, outlet = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    return inlet, outlet


def _limit_memory(megabytes: int) -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform != "darwin":  # there the limit of address space is refused or ignored
            _lower(resource.RLIMIT_AS, megabytes * _MEGABYTE)


def _limit_processor(seconds: float) -> None:
    """A last resort where nobody else ends a worker that never comes to an end."""
    if sys.platform != "win32":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        _lower(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + 10 * seconds) + 1)


def _lower(limit: int, wished: int) -> None:
    import resource

    _, hard = resource.getrlimit(limit)
    soft = wished if hard == resource.RLIM_INFINITY else min(wished, hard)
    resource.setrlimit(limit, (soft, hard))


def _largest() -> float:
    """Megabytes that this program has held at most.

    Linux counts in ``ru_maxrss`` what the process held before it became this program: as much as kb
    itself. "VmHWM" (proc(5), status) begins anew with the program.
    """
    if sys.platform == "win32":
        return 0.0
    with suppress(OSError):
        for line in Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    import resource

    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / (_MEGABYTE if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
