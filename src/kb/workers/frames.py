"""How kb and a worker talk: frames of bytes with their length before them, over two pipes."""

from __future__ import annotations

import json
import struct
from typing import IO, Any

_LENGTH = struct.Struct(">Q")
_LARGEST = 512 * 1024 * 1024  # bytes; a longer frame is no frame of ours


class Broken(Exception):
    """The other side is gone, or does not talk in frames."""


def send(pipe: IO[bytes], *frames: bytes) -> None:
    """Write frames and push them through.

    Raises:
        Broken: nobody reads.
    """
    try:
        for frame in frames:
            pipe.write(_LENGTH.pack(len(frame)))
            pipe.write(frame)
        pipe.flush()
    except (OSError, ValueError) as error:  # ValueError: the pipe is closed already
        raise Broken from error


def receive(pipe: IO[bytes]) -> bytes:
    """The next frame.

    Raises:
        Broken: nothing more comes, or not a frame.
    """
    try:
        head = pipe.read(_LENGTH.size)
        length = _LENGTH.unpack(head)[0] if len(head) == _LENGTH.size else _LARGEST + 1
        frame = pipe.read(length) if length <= _LARGEST else b""
    except (OSError, ValueError) as error:
        raise Broken from error
    if length > _LARGEST or len(frame) < length:
        raise Broken
    return frame


def packed(values: object) -> bytes:
    """Values as JSON, in bytes; a lone surrogate of a file's name survives."""
    return json.dumps(values, ensure_ascii=True).encode("ascii")


def unpacked(frame: bytes) -> Any:
    """The values in a frame.

    Raises:
        Broken: it is no JSON.
    """
    try:
        return json.loads(frame)
    except (ValueError, RecursionError) as error:
        raise Broken from error
