"""How long the server waits for its clients, by a clock that the tests turn: nothing here takes that long."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
import uvicorn
from uvicorn.server import ServerState

from kb.web.protocol import PATIENCE, STRIDE, PunctualProtocol
from tests.serving import status

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

GET = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
POST = b"POST /add HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
IN_TIME = PATIENCE - 1
LONG = 50_000_000  # bytes of an answer: more than the system holds for a client that takes nothing


class Clock(asyncio.SelectorEventLoop):
    """An event loop whose time passes when a test says so."""

    _now = 0.0

    def time(self) -> float:
        return self._now


class Connection:
    """A client, the server that it is connected to, and the application that answers."""

    def __init__(self, clock: Clock) -> None:
        self.taken = 0  # bytes of the body that have come to the application
        self.may_take = asyncio.Event()
        self.may_take.set()
        self.answer = b"Taken."
        self.answered = asyncio.Event()
        self._clock = clock
        self._state = ServerState()

    async def open(self) -> None:
        config = uvicorn.Config(self._application, interface="asgi3", ws="none", log_config=None)
        self._protocol = PunctualProtocol(config, self._state, {})
        server = await self._clock.create_server(lambda: self._protocol, "127.0.0.1", 0)
        self._reader, self._writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        server.close()
        while self.is_cut_off():
            await asyncio.sleep(0)

    def is_cut_off(self) -> bool:
        return not self._state.connections

    async def send(self, piece: bytes, body: int = 0) -> None:
        """Send something of which so many bytes are body, and wait until the application has these."""
        expected = self.taken + body
        self._writer.write(piece)
        with suppress(ConnectionError):
            await self._writer.drain()
        while self.taken < expected and not self.is_cut_off():
            await asyncio.sleep(0)

    async def wait(self, seconds: float) -> None:
        """Let time pass; what comes due in it has happened afterwards."""
        self._clock._now += seconds
        for _ in range(3):  # the loop finds what is due, does it, and does what that asks for
            await asyncio.sleep(0)

    async def is_held_back(self) -> None:
        """Wait until the server reads no more of the body, because the application has enough."""
        while not self._protocol.flow.read_paused:
            await asyncio.sleep(0)

    async def status(self) -> int:
        """The status of the answer; 0 where there was none."""
        with suppress(ConnectionError):
            return status(await self._reader.read(-1))
        return 0

    def close(self) -> None:
        self._writer.transport.abort()

    async def _application(self, scope: Scope, receive: Receive, send: Send) -> None:
        more = True
        while more:
            await self.may_take.wait()
            event = await receive()
            self.taken += len(event.get("body", b""))
            more = event.get("more_body", False)
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": self.answer})
        self.answered.set()


Story = Callable[[Connection], Awaitable[None]]


def told(story: Story) -> None:
    """Run a story of one connection to its end."""

    clock = Clock()

    async def whole() -> None:
        connection = Connection(clock)
        await connection.open()
        try:
            await story(connection)
        finally:
            connection.close()

    with asyncio.Runner(loop_factory=lambda: clock) as runner:
        runner.run(whole())


@pytest.mark.parametrize("begun", [b"", b"GE", GET[:-2]])
def test_a_head_that_stays_away_ends_the_connection(begun: bytes) -> None:
    async def story(connection: Connection) -> None:
        await connection.wait(IN_TIME)
        await connection.send(begun)
        assert not connection.is_cut_off()
        await connection.wait(1)
        assert connection.is_cut_off()
        assert await connection.status() == 0

    told(story)


@pytest.mark.parametrize("before", [b"", GET])
def test_a_head_that_dribbles_ends_the_connection_also_behind_an_answer(before: bytes) -> None:
    async def story(connection: Connection) -> None:
        await connection.send(before)
        if before:
            await connection.answered.wait()
        for _ in range(int(PATIENCE)):
            assert not connection.is_cut_off()
            await connection.send(b"G")
            await connection.wait(1)
        assert connection.is_cut_off()

    told(story)


def test_a_head_that_is_late_is_answered() -> None:
    async def story(connection: Connection) -> None:
        await connection.send(GET[:20])
        await connection.wait(IN_TIME)
        await connection.send(GET[20:])
        await connection.answered.wait()
        await connection.wait(PATIENCE)  # for another question
        assert await connection.status() == 200

    told(story)


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        (b"Content-Length: 100000\r\n\r\n", b""),
        (b"Content-Length: 100000\r\n\r\n", b"x"),
        (b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
    ],
)
def test_a_body_that_dribbles_or_stays_away_ends_the_connection(head: bytes, piece: bytes) -> None:
    async def story(connection: Connection) -> None:
        await connection.send(POST + head)
        for _ in range(int(PATIENCE)):
            assert not connection.is_cut_off()
            await connection.send(piece, b"x" in piece)
            await connection.wait(1)
        assert connection.is_cut_off()
        assert await connection.status() == 0

    told(story)


def test_a_body_that_comes_steadily_is_read_to_its_end() -> None:
    pieces = 20

    async def story(connection: Connection) -> None:
        await connection.send(POST + b"Content-Length: %d\r\n\r\n" % (pieces * STRIDE))
        for _ in range(pieces):
            await connection.wait(IN_TIME)
            await connection.send(b"x" * STRIDE, STRIDE)
        assert await connection.status() == 200

    told(story)


def test_a_body_that_we_do_not_take_may_wait() -> None:
    async def story(connection: Connection) -> None:
        size = 100 * STRIDE
        connection.may_take.clear()
        await connection.send(POST + b"Content-Length: %d\r\n\r\n" % size)
        sending = asyncio.create_task(connection.send(b"x" * size, size))
        await connection.wait(0)
        for _ in range(10):
            await connection.wait(PATIENCE)
        connection.may_take.set()
        await sending
        assert await connection.status() == 200

    told(story)


@pytest.mark.parametrize("more", [b"", GET])
def test_an_answer_that_is_not_taken_ends_the_connection(more: bytes) -> None:
    async def story(connection: Connection) -> None:
        connection.answer = b"x" * LONG
        await connection.send(GET + more)
        await connection.answered.wait()
        await connection.wait(IN_TIME)
        assert not connection.is_cut_off()
        await connection.wait(1)
        assert connection.is_cut_off()

    told(story)
