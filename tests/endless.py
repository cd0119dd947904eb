"""A guard against reading that never ends: the square of a megabyte takes hours, a line of it seconds.

Half a text in a quarter of the time tells a square as surely as the whole.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

PATIENCE = 30.0  # seconds of this process' own time, far beyond what a slow machine needs


@contextmanager
def ends() -> Iterator[None]:
    """Fail what is run inside when it does not come to an end; where the system has no such timer, wait."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def give_up(number: int, frame: object) -> None:
        raise AssertionError(f"It did not end within {PATIENCE:.0f} seconds.")

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
