"""How far a parser has come with a long file, told to whoever listens.

A worker process gives a file so many seconds. Recognising the letters of a scanned page takes longer
than reading a whole book, so the parser says before each page how long it may take. There is one
listener in a process, as there is one file at a time.
"""

from __future__ import annotations

from collections.abc import Callable

Listener = Callable[[int, int, str, float], None]

_listeners: list[Listener] = []


def listen(listener: Listener | None) -> None:
    """Call ``listener`` at each step from now on; None: nobody."""
    _listeners[:] = [listener] if listener else []


def step(done: int, total: int, what: str, seconds: float) -> None:
    """Say that ``done`` of ``total`` parts, named by ``what``, are done; the next may take ``seconds``."""
    for listener in _listeners:
        listener(done, total, what, seconds)
