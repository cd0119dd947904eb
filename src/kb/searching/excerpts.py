"""Which part of a long passage is shown first: whole sentences that hold the most of the question."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kb.answers import Span
from kb.text.folding import fold
from kb.text.sentences import sentences
from kb.text.words import stem

EXCERPT = 420  # characters of a long passage that a view shows first
_CLAUSE_END = re.compile(r"[;\n]\s*")


def excerpt(text: str, found: Sequence[Span], longest: int = EXCERPT, *, language: str = "") -> Span:
    """The run of whole sentences, about ``longest`` characters, that says most of what was found.

    Different words count before repeated ones. Of a sentence that is longer, such as an enumeration or
    the rows of a table, whole clauses are shown (up to a semicolon or the end of a line), and a clause
    that is longer still is kept whole: nothing is cut inside a clause.

    >>> text = "First things first. Then the best interests. And last."
    >>> start, end = excerpt(text, [(29, 43)], 30)
    >>> text[start:end]
    'Then the best interests.'
    """
    if len(text) <= longest:
        return 0, len(text)
    words = [stem(fold(text[start:end]), language) for start, end in found]
    starts = [start for start, _ in found]
    spans = list(_units(text, longest))
    best, most, last = (0, len(text)), (-1, -1), 0
    for first, (start, _) in enumerate(spans):
        last = max(first, last)
        while last + 1 < len(spans) and spans[last + 1][1] - start <= longest:
            last += 1
        end = spans[last][1]
        begun = range(bisect_left(starts, start), bisect_left(starts, end))
        inside = [words[each] for each in begun if found[each][1] <= end]
        held = len(set(inside)), len(inside)
        if held > most:
            best, most = (start, end), held
    return best


def _units(text: str, longest: int) -> Iterator[Span]:
    """The sentences; of a longer one the clauses."""
    for start, end in sentences(text):
        place = start
        if end - start > longest:
            for match in _CLAUSE_END.finditer(text, start, end):
                stop = match.start() + 1 if match[0][0] == ";" else match.start()
                if place < stop:
                    yield place, stop
                place = match.end()
        if place < end:
            yield place, end
