"""HTTP/1.1 as uvicorn speaks it, for clients that are on time.

uvicorn waits for ever for the head of a request, and for ever for an answer to be taken. Here
the client has ``PATIENCE`` seconds whenever it is its turn: from the connection (or the answer
before) to the end of the head, and to take what is ready for it. Then the connection is cut.
"""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

from kb.web.guard import HEADERS

PATIENCE = 10.0  # seconds
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

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # a server of ours has TCP alone
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._consider()

    def data_received(self, data: bytes) -> None:
        """Stop waiting once the head of a request is complete."""
        super().data_received(data)
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

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - ours says no more than that
        """Refuse bytes that are no request, with the headers that every answer has."""
        self.transport.write(_UNREADABLE)
        self.transport.close()

    def _consider(self) -> None:
        """Set a deadline if it is the client's turn; one that is set stays as it is."""
        answering = bool(self.cycle) and not self.cycle.response_complete  # no cycle before the first
        if answering and not self.flow.write_paused:
            self._stop_waiting()
        elif self._deadline is None:
            self._deadline = self.loop.call_later(PATIENCE, self.transport.abort)

    def _stop_waiting(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
