"""Bringing topics and index up to date before an answer, with progress where it takes long."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Any

import click

from kb.cli.context import _

if TYPE_CHECKING:
    from kb.library import Library, Progress

_SOON = 1.0  # seconds of work that nobody needs to be told of


def followed(library: Library) -> Library:
    """The library, its index and topics brought up to date; a bar on the terminal if that takes long."""
    with following() as step:
        library.follow(step)
    return library


@contextmanager
def following() -> Iterator[Progress | None]:
    """What is told of the progress; None where there is no terminal."""
    bar = _Bar()
    try:
        yield bar.step if sys.stderr.isatty() else None
    finally:
        bar.finish()


class _Bar:
    """A bar that shows itself after a second of work."""

    def __init__(self) -> None:
        self._began: float | None = None
        self._bar: Any = None

    def step(self, done: int, total: int) -> None:
        if self._bar and done < self._bar.pos:  # the next of two works
            self.finish()
        self._began = self._began or monotonic()
        if self._bar is None and monotonic() - self._began > _SOON:
            self._bar = click.progressbar(length=total, label=_("Bringing up to date"), file=sys.stderr)
        if self._bar:
            self._bar.update(done - self._bar.pos)

    def finish(self) -> None:
        if self._bar:
            self._bar.render_finish()
        self._bar = self._began = None
