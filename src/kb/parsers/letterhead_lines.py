"""The lines above the running text: each is one of its own, but those of one headline are joined."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.parsers.head_lines import SUBJECT, is_above_title
from kb.parsers.head_names import is_name
from kb.parsers.headline_verbs import says
from kb.parsers.line_ends import LABELLED, goes_on

PROSE = 120  # characters of a paragraph, below which it may be a letterhead's
_JOINS = re.compile(r"(?:y|e|de|del|para|and|of|for|&)\s", re.IGNORECASE)
_SMALL_WORDS = re.compile(r"(?<!\S)[a-záéíóúñü]{4,}")


def letterhead(lines: list[str]) -> Iterator[str]:
    """The lines above the running text, those of one headline joined."""
    headline: list[str] = []
    for line in _names_joined(lines):
        cut = bool(headline) and _is_cut(headline[-1], line)
        if SUBJECT.match(line):
            yield from _as_text(headline)
            headline = [line]
        elif not cut and (is_above_title(line) or len(line) > PROSE):
            yield from _as_text(headline)
            headline = []
            yield line
        elif headline and not cut and _is_another(headline, line):
            yield from _as_text(headline)
            headline = [line]
        else:
            headline.append(line)
    yield from _as_text(headline)


def _names_joined(lines: list[str]) -> list[str]:
    """The lines, the name of a body that goes on in the next line ("AND CULTURE OF ...") made whole.

    So is a headline that opens with a name and says something only with its next line.
    """
    joined: list[str] = []
    for line in lines:
        if joined and _is_opened_by_name(joined[-1], line):
            joined[-1] = f"{joined[-1]} {line}"
            continue
        if joined and _JOINS.match(line) and joined[-1].isupper() == line.isupper():
            whole = f"{joined[-1]} {line}"
            if is_name(joined[-1]) and is_name(whole):
                joined[-1] = whole
                continue
        joined.append(line)
    return joined


def _is_opened_by_name(line: str, following: str) -> bool:
    """Whether a line is the first half of a headline: "Red Cross Societies Reports" before "Ten Losses"."""
    return (
        line.isupper() == following.isupper()
        and is_name(line)
        and not is_above_title(following)
        and not says(following)
        and says(f"{line} {following}")
    )


def _is_cut(line: str, following: str) -> bool:
    """Whether a line of a headline cannot end there."""
    return goes_on(line) and not LABELLED.match(following)


def _is_another(headline: list[str], line: str) -> bool:
    """Whether a line is no part of the headline above it: a line below it that says more.

    In a headline in the letters of a sentence, a part begins with a small letter; one in capitals is
    not continued in other letters.
    """
    last = headline[-1]
    if line[:1].islower() or len(line) < 3 or LABELLED.match(line):
        return False
    if last.isupper() != line.isupper():
        return True
    if not last.isupper() and not _is_sentence(last) and _is_sentence(line):
        return says(last)  # a subhead in other letters than its headline
    return not last.isupper() and _is_sentence(last)


def _is_sentence(line: str) -> bool:
    """Whether a line is in the letters of a sentence, not with a capital for each long word."""
    small = len(_SMALL_WORDS.findall(line))
    return small > 0 and small * 2 >= len([word for word in line.split() if len(word) >= 4])


def _as_text(lines: list[str]) -> Iterator[str]:
    if lines and any(LABELLED.search(line) or len(line) < 3 for line in lines):
        yield "\n".join(lines)
    elif lines:
        yield " ".join(lines)
