"""A running `kb serve` for tests, asked over real connections, and how its answers are read."""

import http.client
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlencode

from kb.settings import make_library
from tests.fiction import write

PATIENCE = 120  # seconds; a busy machine is slow, not wrong


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    text: str


class Reader(HTMLParser):
    """Ids, links and elements of a page; fails where elements are not closed as they were opened."""

    VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert not self._open, self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.elements.append((tag, named))
        self.ids += [each] if (each := named.get("id")) else []
        self.links += [each] if (each := named.get("href")) else []
        if tag not in self.VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open, f"</{tag}> closes nothing"
        assert self._open.pop() == tag, f"</{tag}> at {self.getpos()}"


@dataclass(frozen=True)
class Server:
    """A running `kb serve`."""

    process: subprocess.Popen[str]
    port: int

    def ask(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path.partition("#")[0], body, named)
        answer = connection.getresponse()
        text = answer.read().decode("utf-8")
        connection.close()
        return Answer(answer.status, {name.lower(): each for name, each in answer.getheaders()}, text)

    def search(self, text: str = "", **more: str) -> Answer:
        return self.ask("/?" + urlencode({"q": text, **more}))

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)

    def send(self, request: bytes) -> bytes:
        with self.connect() as connection:
            connection.sendall(request)
            return everything(connection)


def everything(connection: socket.socket) -> bytes:
    received = b""
    try:
        while piece := connection.recv(65536):
            received += piece
    except ConnectionResetError:  # cut while we were still sending
        pass
    return received


def kb(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kb", "--library", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)


def stocked(folder: Path, papers: Mapping[str, str]) -> Path:
    """A new knowledge base in ``folder``, with these texts by the names of their files."""
    make_library(folder)
    for name, text in papers.items():
        write(folder / "papers", name, text)
    done = kb(folder, "ingest", str(folder / "papers"))
    assert done.returncode == 0, done.stderr
    return folder


def start(folder: Path, *arguments: str) -> Server:
    process = subprocess.Popen(
        [sys.executable, "-m", "kb", "--library", str(folder), "serve", "--port", "0", *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "KB_LANGUAGE": "en"},
    )  # fmt: skip
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line, process.communicate()[1]
    return Server(process, int(line.rsplit(":", 1)[1].strip(" /\n")))


@contextmanager
def running(folder: Path, *arguments: str) -> Iterator[Server]:
    """A server for as long as the block runs; it must stop cleanly."""
    started = start(folder, *arguments)
    try:
        yield started
    finally:
        started.process.send_signal(signal.SIGTERM)
        started.process.communicate(timeout=PATIENCE)
    assert started.process.returncode == 0


def status(raw: bytes) -> int:
    """The status of an answer; 0 where the connection was cut without one."""
    return int(raw.split(b" ", 2)[1]) if raw.startswith(b"HTTP/") else 0


def head(raw: bytes) -> dict[str, str]:
    lines = raw.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")[1:]
    return {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
