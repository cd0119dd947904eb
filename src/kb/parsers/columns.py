"""Lines of text cut into cells where columns begin."""

from __future__ import annotations

from collections.abc import Sequence

Row = tuple[str, ...]


def fits(line: str, starts: Sequence[int]) -> bool:
    """Whether no word of a line stands across the beginning of a column."""
    return all(not line[start - 1 : start].strip() for start in starts[1:] if len(line) > start)


def sliced(line: str, starts: Sequence[int]) -> Row:
    """The cells of a line; the first begins with it.

    >>> sliced("Upper river  12", [0, 12])
    ('Upper river', '12')
    """
    ends = [*starts[1:], None]
    return tuple(" ".join(line[start:end].split()) for start, end in zip([0, *starts[1:]], ends, strict=True))


def joined(rows: Sequence[Row]) -> Row:
    """Rows of several lines as one."""
    return tuple(" ".join(filter(None, cells)) for cells in zip(*rows, strict=True))
