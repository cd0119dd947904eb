"""What one file may take, seconds and megabytes, and what is said where it is not enough."""

from __future__ import annotations

from dataclasses import dataclass

from kb.messages import Message


@dataclass(frozen=True, slots=True)
class Limits:
    """Of one worker: how long a file may take, and how much memory the process may have.

    On Linux the system keeps the limit of memory, on macOS kb looks; on Windows time alone is limited.
    """

    seconds: float  # since it was handed over or gave a sign; waiting for a processor does not count
    megabytes: int  # of address space; on macOS, in use


# A 600-byte PDF can make its reader take 2 GB; the largest honest files measured took under 400 MB.
# The slowest took 6 s; 25 leaves an old laptop four times as long and keeps a hostile file below 30.
LIMITS = Limits(seconds=25.0, megabytes=1024)


def too_large(megabytes: int) -> Message:
    """What is said of a file that takes more memory than a worker may have."""
    return Message(
        "Reading it takes more than {megabytes} MB of memory; save its text alone, or split it.",
        {"megabytes": megabytes},
    )
