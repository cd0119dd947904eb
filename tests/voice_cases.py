"""Cases of whose words stand between marks, as `test_voices` and `test_speakers` write them.

A case begins with its language and speakers ("-": somebody without a name; "none": no quote); then come the
paragraphs. A longer one goes on indented, and ⏎ ends a printed line.
"""

from __future__ import annotations


def read(cases: str) -> list[tuple[str, list[str | None], list[str]]]:
    """Language, speakers and paragraphs of each case."""
    found = []
    for case in cases.strip().split("\n\n"):
        head, *paragraphs = case.replace("\n  ", " ").split("\n")
        language, _, names = head.partition(": ")
        speakers = [None if name == "-" else name for name in names.split("; ") if name != "none"]
        found.append((language, speakers, [each.replace("⏎", "\n") for each in paragraphs]))
    return found
