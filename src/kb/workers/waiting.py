"""How long another process has waited for a processor.

What it waits does not count as reading, so that a busy machine refuses no file that a free one reads.
"""

from __future__ import annotations

from pathlib import Path

_NANOSECONDS = 1e9


def waited(process: int) -> float:
    """Seconds that a process was ready to run and another one ran; 0 where nobody tells.

    Linux counts them (proc(5), schedstat: time on the processor, time in its queue, turns).
    """
    try:
        return int(Path(f"/proc/{process}/schedstat").read_text(encoding="ascii").split()[1]) / _NANOSECONDS
    except (OSError, IndexError, ValueError):
        return 0.0
