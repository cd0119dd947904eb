"""kb as people run it: a process of its own."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

# A warning in the process is an error there too, as in the tests themselves.
KB = (sys.executable, "-W", "error", "-m", "kb")
_KEPT = ("PATH", "SYSTEMROOT", "TMPDIR", "TEMP")


def environment(library: Path | None, **more: str) -> dict[str, str]:
    """What a kb process is told: nothing of who runs the tests."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    nobody = {"HOME": "/nonexistent", "LANG": "C.UTF-8", "PYTHONUTF8": "1"}
    return {**nobody, **kept, **({"KB_LIBRARY": str(library)} if library else {}), **more}


def run(
    library: Path | None,
    *arguments: str | bytes,
    given: bytes | None = None,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    humble: bool = False,
) -> subprocess.CompletedProcess[str]:
    """Run ``kb`` to its end; its output is UTF-8 whatever the test's own locale is.

    ``humble``: the modes of files bind it, even when root runs the tests (Linux).
    """
    return subprocess.run(
        [*KB, *arguments],
        env=environment(library, **(env or {})),
        cwd=cwd,
        input=given.decode("utf-8", "surrogateescape") if given is not None else None,
        stdin=subprocess.DEVNULL if given is None else None,
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",
        timeout=120,
        check=False,
        preexec_fn=_without_privileges if humble and sys.platform == "linux" else None,
    )


def start(library: Path, *arguments: str) -> subprocess.Popen[str]:
    """Start ``kb`` and go on."""
    with _interruptible():
        return subprocess.Popen(
            [*KB, *arguments],
            env=environment(library),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )


def modes_bind() -> bool:
    """Whether a process that is ``humble`` cannot read what nobody may read."""
    return os.name == "posix" and (sys.platform == "linux" or os.geteuid() != 0)


@contextmanager
def _interruptible() -> Iterator[None]:
    """Ctrl-C ends what is started, even where a shell started the tests in the background.

    They ignore Ctrl-C then, and what they start would too; a handler, however, is not handed on.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _without_privileges() -> None:
    """Drop CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH from what a program can be given (prctl(2))."""
    drop_from_bounding_set = 24
    for capability in (1, 2):
        ctypes.CDLL(None).prctl(drop_from_bounding_set, capability, 0, 0, 0)
