"""Processes that read files for us: a hostile file takes its worker down, never kb or its neighbours.

Workers are started when they are needed, one for each processor, and live as long as their pool.
Each has a limit of memory, and each file a limit of time; a worker that runs over one of them, or
dies, is ended and replaced, and its file gets a sentence. What a worker answers is JSON: nothing
that it says is run. A worker ends when its pool lets go of it or is gone.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from queue import LifoQueue
from typing import Self

from kb.records import Intake
from kb.workers.limits import LIMITS, Limits
from kb.workers.worker import Task, Worker

__all__ = ["Pool", "Task", "processors"]
_MOST_WORKERS = 8  # each takes about 100 MB; more than eight processors are not worth as much memory


class Pool:
    """Up to ``size`` workers, to be used in a ``with``."""

    def __init__(self, size: int | None = None, limits: Limits = LIMITS) -> None:
        self.size = size or processors()
        self._limits = limits
        self._idle: LifoQueue[Worker | None] = LifoQueue()
        self._workers: list[Worker] = []
        self._closed = False
        self._threads = ThreadPoolExecutor(self.size, thread_name_prefix="kb-worker")
        for _ in range(self.size):
            self._idle.put(None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *details: object) -> None:
        self._closed = True
        for worker in list(self._workers):
            worker.end()
        self._threads.shutdown(cancel_futures=True)

    def submit(self, task: Task, step: Callable[[str], None] | None = None) -> Future[Intake]:
        """The answer to come: what the task's file holds.

        ``step`` is told of long work (a page recognised), from another thread. The future raises a
        SourceError where the file made its worker run over its limits, or die.
        """
        return self._threads.submit(self._answer, task, step)

    def _answer(self, task: Task, step: Callable[[str], None] | None) -> Intake:
        worker = self._idle.get()
        try:
            if worker is None or not worker.alive:
                worker = self._started()
            return worker.ask(task, step)
        finally:
            self._idle.put(worker)

    def _started(self) -> Worker:
        worker = Worker(self._limits)
        self._workers[:] = [each for each in self._workers if each.alive]
        self._workers.append(worker)
        if self._closed:  # the pool was left while this one was starting
            worker.end()
        return worker


def processors() -> int:
    """How many workers are worth starting: one for each processor that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, min(len(os.sched_getaffinity(0)), _MOST_WORKERS))
    return max(1, min(os.cpu_count() or 1, _MOST_WORKERS))
