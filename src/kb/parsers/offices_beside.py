"""Two blocks of text side by side: the contacts of two offices, or two who sign."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.parsers.head_lines import PERSON
from kb.text.folding import squeeze

COLUMNS = re.compile(r"(?<=\S)(?:[ \t]{4,}|\t+)(?=\S)")  # between the two columns of a letterhead
_ADDRESSES = re.compile(r"[^\s@]{1,64}@[^\s@]{3,80}[ \t]+[^\s@]{1,64}@[^\s@]{3,80}")
_NUMBER = re.compile(r"\d{3,4}[ -]\d{4}(?:,?\s(?:ext|x)\.?\s?\d{1,5})?$", re.IGNORECASE)
_BEFORE_NAME = re.compile(r"[+†]\s?|(?:[A-ZÁÉÍÓÚ][\w.]{0,6}\.\s)+")
_BEHIND_NAME = re.compile(r",?\s(?:Jr\.?|Sr\.?|I{2,3}|(?:[A-Z]\.?){2,6})$")  # "Luis Paz Jr.", "Ana Luz, O.P."
_FEWEST_BESIDE = 2  # lines that have both columns
_MOST_LINES = 12


def sides(lines: Sequence[str]) -> list[str] | None:
    """The texts of the two blocks that stand side by side in all of some lines; None where none do.

    In one line both parts are a number or an address; or the first names two persons, and what only one of
    them has follows below: "Luis Paz      Hna. Ana Luz" / "Obispo        Secretaria" / "        Tel. ...".
    """
    parts = [_columns(line.strip()) for line in lines]
    if all(len(part) == 2 for part in parts):
        reached = any(
            all("@" in each for each in part) or all(_NUMBER.search(each) for each in part) for part in parts
        )
        found = list(zip(*parts, strict=True)) if reached else None
        return ["\n".join(map(squeeze, side)) for side in found] if found else None
    return _unequal(lines, parts)


def _columns(line: str) -> list[str]:
    """The columns of a line; two addresses that fill theirs may have one space between them."""
    return line.split() if _ADDRESSES.fullmatch(line) else COLUMNS.split(line)


def _unequal(lines: Sequence[str], parts: Sequence[list[str]]) -> list[str] | None:
    """The texts of two blocks of which one has more lines."""
    beside = next((at for at, part in enumerate(parts) if len(part) != 2), len(parts))
    below = parts[beside:]
    if not beside >= _FEWEST_BESIDE or len(parts) > _MOST_LINES or any(len(part) != 1 for part in below):
        return None
    if not all(map(_is_person, parts[0])):
        return None
    # The first line of a paragraph has lost its indent.
    starts = [line.rindex(part[1]) for line, part in zip(lines[1:beside], parts[1:], strict=False)]
    rest = [len(line) - len(line.lstrip()) for line in lines[beside:]]
    right = all(abs(start - starts[0]) <= 1 for start in (*starts, *rest))
    left = all(start < starts[0] // 2 for start in rest)
    if not (right or left):
        return None
    columns = [[part[side] for part in parts[:beside]] for side in (0, 1)]
    columns[1 if right else 0] += [part[0] for part in below]
    return ["\n".join(map(squeeze, column)) for column in columns]


def _is_person(part: str) -> bool:
    bare = _BEHIND_NAME.sub("", _BEFORE_NAME.sub("", squeeze(part), count=1))
    return PERSON.fullmatch(bare) is not None
