"""HTTP/1.1 as uvicorn speaks it, for clients that are on time.

uvicorn waits for ever for the head of a request, for ever for its body, and for ever for an answer to
be taken. Here the client has ``PATIENCE`` seconds whenever it is its turn: from the connection (or the
answer before) to the end of the head, for every ``STRIDE`` bytes of a body that we are ready to read, and
to take what is ready for it. Then the connection is cut. Where ``ROOM`` connections are open, a new one
takes the place of the one that has waited longest without asking anything.
"""

from __future__ import annotations

import asyncio

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from kb.web.guard import HEADERS

PATIENCE = 10.0  # seconds
STRIDE = 64 * 1024  # bytes
ROOM = 80
_SENTENCE = b"This is not an HTTP request that can be read.\n"
_HEAD = (
    *HEADERS,
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Content-Length", str(len(_SENTENCE))),
    ("Cache-Control", "no-store"),
    ("Connection", "close"),
)
_UNREADABLE = b"HTTP/1.1 400 Bad Request\r\n%b\r\n%b" % (
    "".join(f"{name}: {value}\r\n" for name, value in _HEAD).encode("ascii"),
    _SENTENCE,
)


class PunctualProtocol(H11Protocol):
    """One connection."""

    _deadline: asyncio.TimerHandle | None = None
    _arrived = 0  # bytes since we began to wait

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to wait for a request."""
        if isinstance(transport, asyncio.Transport):  # as every connection over TCP
            super().connection_made(transport)
            self._make_room()
            self._consider()

    def data_received(self, data: bytes) -> None:
        """Stop waiting once a request is complete; wait anew for the next part of a long body."""
        super().data_received(data)
        self._arrived += len(data)
        if self._sends_body and self._arrived >= STRIDE:
            self._stop_waiting()
        self._consider()

    def on_response_complete(self) -> None:
        """Begin to wait for the next request, unless it is here already."""
        super().on_response_complete()
        self._stop_waiting()
        self._consider()

    def pause_writing(self) -> None:
        """Begin to wait for the client to take what is ready for it."""
        super().pause_writing()
        self._consider()

    def resume_writing(self) -> None:
        """Stop waiting for that."""
        super().resume_writing()
        self._consider()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is waited for any more."""
        super().connection_lost(exc)
        self._stop_waiting()

    def send_400_response(self, msg: str) -> None:
        """Refuse bytes that are no request, with the headers that every answer has."""
        del msg  # what h11 says of it helps nobody
        self.transport.write(_UNREADABLE)
        self.transport.close()

    def _consider(self) -> None:
        """Set a deadline if it is the client's turn; one that is set stays as it is."""
        if self._answering and not self._sends_body and not self.flow.write_paused:
            self._stop_waiting()
        elif self._deadline is None:
            self._deadline = self.loop.call_later(PATIENCE, self._end)

    def _end(self) -> None:
        """Cut the connection; where we are busy and read nothing of a body, the client is not late."""
        if self.flow.read_paused and not self.flow.write_paused:
            self._stop_waiting()
            self._consider()
        else:
            self.transport.abort()

    @property
    def _answering(self) -> bool:
        return bool(self.cycle) and not self.cycle.response_complete  # no cycle before the first

    @property
    def _sends_body(self) -> bool:
        return self._answering and self.conn.their_state is h11.SEND_BODY

    def _make_room(self) -> None:
        """End the connection that has waited longest without asking, where there are too many."""
        idle = [each for each in self.connections if isinstance(each, PunctualProtocol) and each._is_idle]
        if len(self.connections) > ROOM and idle:
            longest = min(idle, key=lambda each: each._deadline.when() if each._deadline else 0.0)
            self.connections.discard(longest)  # it counts no more, though the loop ends it a moment later
            longest.transport.abort()

    @property
    def _is_idle(self) -> bool:
        return self._deadline is not None and not self._answering

    def _stop_waiting(self) -> None:
        self._arrived = 0
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
