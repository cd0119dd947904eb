"""How much memory another process holds, as far as the system tells, so that one without any can be ended.

Linux refuses a process what is above its limit of address space (`process`). CPython 3.11 may then turn
in a circle for want of the 32 bytes of an error, with the lock that its own threads would need; so it is
kb that looks. macOS knows no such limit: there the memory that is in use is looked at, twice a second.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

_MEGABYTE = 1024 * 1024
_LEAST_LEFT = 4  # megabytes: Python asks the system for one at a time
_PATIENCE = 5.0  # seconds for ``ps``


def is_exhausted(process: int, megabytes: int) -> bool:
    """Whether a process that may hold so many megabytes holds them; False where nobody can tell."""
    if (mapped := _mapped(process)) is not None:
        return mapped > megabytes - _LEAST_LEFT
    return resident(process) > megabytes


def _mapped(process: int) -> float | None:
    """Megabytes of address space (proc(5), statm); None where the system has no such file."""
    try:
        pages = Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[0]
    except (OSError, IndexError):
        return None
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / _MEGABYTE


def resident(process: int) -> float:
    """Megabytes that are in use, as POSIX's ``ps`` says; 0 where it says nothing."""
    if os.name != "posix":
        return 0.0
    try:
        said = subprocess.run(  # noqa: S603 - no shell, nothing of a file: the number of a worker
            ["/bin/ps", "-o", "rss=", "-p", str(process)],
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
        ).stdout.strip()
    except (OSError, subprocess.TimeoutExpired):
        return 0.0
    return int(said) / 1024 if said.isdigit() else 0.0
