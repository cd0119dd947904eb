"""How long the search page takes to answer: python -m bench.serving FOLDER [PASSAGES].

A knowledge base is made as in ``bench.searching`` and served by ``kb serve``. A page has facets and snippets;
no question is asked twice of one server. Times are milliseconds: on the wall, as a client waits, and of the
server's CPU, which other work on the machine lengthens less. Then four and twenty clients ask in a closed
loop, each as soon as it has its answer.
"""

from __future__ import annotations

import http.client
import itertools
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlencode

from bench.engines import documents, rank95
from bench.searching import questions
from kb.records import Document
from kb.settings import make_library, open_named

EACH = 30  # questions of a class
SECONDS = 20.0  # of a closed loop


@dataclass
class Served:
    """A running ``kb serve``."""

    process: subprocess.Popen[str]
    port: int

    def ask(self, connection: http.client.HTTPConnection, path: str, text: str) -> int:
        """The status of an answer that was read to its end; the connection is kept."""
        connection.request("GET", f"{path}?{urlencode({'q': text})}")
        answer = connection.getresponse()
        answer.read()
        return answer.status

    def connect(self) -> http.client.HTTPConnection:
        """A connection of one client."""
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def cpu(self) -> float:
        """CPU seconds of all threads so far."""
        tasks = Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")
        return sum(int(each.read_text().split()[0]) for each in tasks) / 1e9

    def peak(self) -> float:
        """The most memory that was in use, in MB."""
        lines = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


@dataclass
class Load:
    """What clients in a closed loop met with."""

    times: list[float] = field(default_factory=list)  # milliseconds
    errors: int = 0


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """The page of a knowledge base, for as long as the block runs."""
    command = [sys.executable, "-m", "kb", "--library", str(folder), "serve", "--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "KB_LANGUAGE": "en"}
    ) as process:
        assert process.stdout
        yield Served(process, int(process.stdout.readline().rsplit(":", 1)[1].strip(" /\n")))
        process.terminate()


def single(server: Served, path: str, asked: Iterable[str]) -> tuple[list[float], list[float]]:
    """Milliseconds on the wall and of CPU, in rising order, of questions asked one after another."""
    connection, wall, cpu = server.connect(), [], []
    for each in asked:
        used, start = server.cpu(), time.perf_counter()
        status = server.ask(connection, path, each)
        wall.append((time.perf_counter() - start) * 1000)
        cpu.append((server.cpu() - used) * 1000)
        assert status == 200, each
    connection.close()
    return sorted(wall), sorted(cpu)


def loop(server: Served, clients: int, asked: list[str]) -> Load:
    """What so many clients meet with, who ask without a pause."""
    load, end = Load(), time.perf_counter() + SECONDS
    turns = itertools.count()

    def client() -> None:
        connection = server.connect()
        while (start := time.perf_counter()) < end:
            try:
                good = server.ask(connection, "/", asked[next(turns) % len(asked)]) == 200
            except (OSError, http.client.HTTPException):
                good, connection = False, server.connect()
            load.errors += not good
            load.times.append((time.perf_counter() - start) * 1000)
        connection.close()

    threads = [threading.Thread(target=client) for _ in range(clients)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return load


def run(folder: Path, passages: int) -> None:
    """Print all figures."""
    held = documents(folder, passages)
    asked = {name: each[:EACH] for name, each in questions(held).items() if name != "concept"}
    with tempfile.TemporaryDirectory() as scratch:
        home = make_library(Path(scratch) / "library")
        _fill(home, held)
        print(
            f"{passages} passages, load {os.getloadavg()[0]:.1f}; "
            "milliseconds: median, 95 %, worst on the wall | of CPU"
        )
        for path in ("/", "/api/search"):
            with served(home) as server:
                _line(f"{path}: first page after the start", *single(server, path, ["warm"]))
                for name, each in asked.items():
                    _line(f"{path}: {name}", *single(server, path, each))
                print(f"most memory: {server.peak():.0f} MB")
        with served(home) as server:
            _loops(server, held)
            print(f"most memory: {server.peak():.0f} MB")


def _fill(home: Path, held: list[Document]) -> None:
    with open_named(home) as library:
        for number, each in enumerate(held):
            sealed = replace(each, sha256=f"{number:064x}", locations=(f"{number}.txt",), topics=())
            library.store.put(sealed, reading=1, assigned="")
        library.follow()


def _loops(server: Served, held: list[Document]) -> None:
    # Words and pairs of words of the documents, so many that none comes twice in a loop.
    words = sorted({word for each in held for word in each.title.split() if word.isalpha() and len(word) > 3})
    chance = random.Random(4)
    asked = [" ".join(chance.sample(words, chance.choice((1, 2, 2, 3)))) for _ in range(20_000)]
    single(server, "/", ["warm"])
    for clients, part in ((4, asked[:10_000]), (20, asked[10_000:])):
        used = server.cpu()
        load = loop(server, clients, part)
        spent, times = server.cpu() - used, sorted(load.times)
        print(
            f"{clients} clients: {len(times) / SECONDS:.1f} searches/s, {load.errors} errors, "
            f"CPU {spent / len(times) * 1000:.1f} ms a search; load {os.getloadavg()[0]:.1f}"
        )
        _line(f"{clients} clients", times, [])


def _line(name: str, *measured: list[float]) -> None:
    shown = (
        f"{times[len(times) // 2]:8.1f}{times[rank95(len(times))]:8.1f}{times[-1]:8.1f}"
        for times in measured
        if times
    )
    print(f"{name:44}{' |'.join(shown)}")


if __name__ == "__main__":
    given = sys.argv[1:]
    run(Path(given[0] if given else "corpus"), int(given[1]) if len(given) > 1 else 10_000)
