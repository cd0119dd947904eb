"""Answer on this computer until told to stop.

uvicorn does the talking, with everything that it guesses or logs switched off: no access log
(what people search is nobody's business), no ``Server`` header, no trust in proxy headers.
"""

from __future__ import annotations

import asyncio
import errno
import ipaddress
import socket
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import TYPE_CHECKING

import uvicorn

from kb.errors import KbError, Misuse
from kb.library import Library
from kb.web.guard import HEADERS, LONGEST_HEAD
from kb.web.pages import application, prepare
from kb.web.protocol import PunctualProtocol

if TYPE_CHECKING:
    from starlette.types import ASGIApp

_MOST_CONNECTIONS = 100
_GRACE = 2  # seconds that an unfinished answer may take when we are told to stop


def serve(
    library: Library, host: str, port: int, *, ready: Callable[[str], None], read_only: bool = False
) -> None:
    """Serve the pages of ``library``; ``ready`` is told the address once they can be asked for.

    With ``read_only``, no documents are added through them.

    Returns when the process gets Ctrl-C or SIGTERM.

    Raises:
        Misuse: ``host`` is not this computer alone.
        KbError: the port cannot be had.
    """
    bound = _loopback(host)
    listening = _listening(bound, port)
    name = f"[{bound}]" if ":" in bound else bound
    address = f"http://{name}:{listening.getsockname()[1]}/"
    with listening:
        server = _Server(
            _config(application(library, name, read_only=read_only)),
            ready=partial(ready, address),
            then=partial(prepare, library),
        )
        server.run(sockets=[listening])


class _Server(uvicorn.Server):
    """uvicorn, which says when it answers, and for which a signal to stop is no failure."""

    def __init__(
        self, config: uvicorn.Config, *, ready: Callable[[], None], then: Callable[[], None]
    ) -> None:
        super().__init__(config)
        self._ready, self._then = ready, then

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()
        asyncio.get_running_loop().run_in_executor(None, self._then)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        del sig, frame  # a handler is given them; both signals mean the same
        # Not super(): it raises the signal again after the end, and Ctrl-C would be an error.
        self.force_exit = self.should_exit
        self.should_exit = True


def _config(served: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(
        served,
        loop="asyncio",
        http=PunctualProtocol,
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="critical",  # our own line says what failed (kb.web.pages)
        access_log=False,
        proxy_headers=False,
        server_header=False,
        headers=list(HEADERS),
        limit_concurrency=_MOST_CONNECTIONS,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=_GRACE,
        h11_max_incomplete_event_size=LONGEST_HEAD,
    )


def _loopback(host: str) -> str:
    if host.lower() == "localhost":
        return "127.0.0.1"
    try:
        if ipaddress.ip_address(host).is_loopback:
            return host
    except ValueError:
        pass
    raise Misuse(
        "kb serve answers on this computer only, and {host} would let others in; leave out --host.",
        host=host,
    )


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host, port), family=family)
        # Head and body of an answer are two writes; without this the second waits 40 ms for the client to
        # confirm the first (RFC 896). asyncio sets it only for sockets made with a named protocol.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listening
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise KbError(
                "Port {port} is taken, perhaps by another kb serve; stop that one, or choose a free port "
                "with: kb serve --port 0",
                port=port,
            ) from error
        raise KbError(
            "{host} port {port} cannot be used ({reason}); choose a free port with: kb serve --port 0",
            host=host, port=port, reason=error.strerror or str(error),
        ) from error  # fmt: skip
