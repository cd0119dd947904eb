"""Where words stand between quotation marks: straight and typographic, single and double, « », „ “.

A passage is read once from left to right with a stack of open marks, so that marks inside marks stay
inside. Typists close with the wrong mark or not at all: any closing mark closes any double opening
one, and a quotation still open where a paragraph ends goes on in the next if that opens with a mark
(or closes without one), and else ends there. Apostrophes (children's, '90s) are told from single marks
by the letters beside them.

What is found are words between marks; whether somebody said them is for `attribution`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kb.records import Passage
from kb.text.letters import UPPER

_MARK = re.compile("``|‘‘|’’|''|[\"“”„‟«»]|(?<!\\w)[‘'](?=[\\w¿¡“\"«.…])|[’'](?!\\w)")
_OPENING = frozenset(["“", "„", "‟", "«", "``", "‘‘"])
_CLOSING = frozenset(["”", "»", "’’", "''"])
_DOUBLE = _OPENING | _CLOSING | {'"'}
_STARTS = re.compile('\\s*["“”„«»]\\s?')
_ELISION = re.compile(r"['‘’](?:\d\ds?\b|(?:em|til|cause|twas|tis|n|bout|round)\b)", re.IGNORECASE)
_ENDS_SINGLE = re.compile(r"[,.!?…]['’](?!\w)")
_ONE_NAME = re.compile(rf"[{UPPER}][^\W\d_]{{1,20}}")
_NAME_BEFORE = re.compile(rf"(?<!\w)[{UPPER}][^\W\d_]{{1,20}}\s$")
_NAME_BEHIND = re.compile(rf"\s[{UPPER}][^\W\d_]")
SPEAKING_KINDS = frozenset(["paragraph", "item", "quote"])
_MOST_PARAGRAPHS = 20  # of one quotation


class Span(NamedTuple):
    """Words between marks in one passage, ``start`` to ``end``; with marks ``outer`` to ``close``."""

    passage: int
    start: int
    end: int
    outer: int
    close: int
    closed: bool = True


Speech = tuple[Span, ...]  # one quotation, a span for each paragraph it runs over


def speeches(passages: Sequence[Passage]) -> Iterator[Speech]:
    """The quotations of ``passages`` in order; a quote without marks in a blockquote is none yet."""
    going: list[Span] = []
    past = 0
    for index, passage in enumerate(passages):
        if index < past:
            continue
        if single := _single_paragraphs(passages, index):
            yield from [tuple(going)] if going else []
            yield tuple(single)
            going, past = [], single[-1].passage + 1
            continue
        if passage.kind not in SPEAKING_KINDS:
            if going:
                yield tuple(going)
                going = []
            continue
        text = passage.text
        begin, resumed = _resumed(text) if going else (0, False)
        if going and not resumed:
            yield tuple(going)
            going = []
        spans = [span for span in _spans(index, text, begin, inside=resumed) if not _is_nickname(text, span)]
        for span in spans:
            going.append(span)
            if span.closed or len(going) > _MOST_PARAGRAPHS:
                yield tuple(going)
                going = []
    if going:
        yield tuple(going)


def _single_paragraphs(passages: Sequence[Passage], index: int) -> list[Span]:
    """The paragraphs from ``index`` on that each open with a single mark, which the last alone closes."""
    found: list[Span] = []
    for at, passage in enumerate(passages[index : index + _MOST_PARAGRAPHS], index):
        text = passage.text.rstrip()
        opens = passage.kind in SPEAKING_KINDS and text[:1] in {"'", "‘"} and _leads(text, 0)
        if not opens or _ELISION.match(text) or _ENDS_SINGLE.search(text, 0, len(text) - 1):
            return []
        closed = text[-1] in "'’" and len(text) > 1
        found.append(_span(at, text, 1, len(text) - closed, 0, len(text), closed=closed))
        if closed:
            return found if len(found) > 1 else []
    return []


def _is_nickname(text: str, span: Span) -> bool:
    """Whether one capitalised word in marks stands within a name: Ana "Nena" Paz."""
    beside = _NAME_BEFORE.search(text, max(0, span.outer - 30), span.outer) and _NAME_BEHIND.match(
        text, span.close
    )
    return bool(beside and _ONE_NAME.fullmatch(text, span.start, span.end))


def _resumed(text: str) -> tuple[int, bool]:
    """Where an open quotation goes on in the next paragraph, and whether it does."""
    mark = _STARTS.match(text)
    if mark:
        return mark.end(), True
    first = next((found for found in _MARK.finditer(text) if found[0] in _DOUBLE), None)
    if first is None:
        return 0, False
    closes = first[0] in _CLOSING or (first[0] == '"' and not _leads(text, first.start()))
    return 0, closes


def _spans(index: int, text: str, begin: int, *, inside: bool) -> list[Span]:
    """The outermost quotations of ``text`` from ``begin`` on; the last may be left open."""
    found, left = _read(index, text, begin, inside=inside, nesting=True)
    if left is None:
        return found
    if _is_open(text, *left):
        outer, start = left
        return [*found, _span(index, text, start, len(text), outer, len(text), closed=False)]
    # Not every mark that seems to open one inside another does: read on from there without depth.
    outer, start = left
    before = [span for span in found if span.start < start]
    rest, left = _read(index, text, start, inside=True, nesting=False, outer=outer)
    if left is not None:
        outer, start = left
        rest.append(_span(index, text, start, len(text), outer, len(text), closed=False))
    return before + rest


def _is_open(text: str, outer: int, start: int) -> bool:
    """Whether a guillemet is not closed by the marks of other kinds behind it, which are pairs."""
    marks = [found[0] for found in _MARK.finditer(text, start) if found[0] in _DOUBLE]
    pairs = all(
        (one, other) in {("“", "”"), ('"', '"')} for one, other in zip(marks[::2], marks[1::2], strict=False)
    )
    return text[outer : outer + 1] == "«" and bool(marks) and len(marks) % 2 == 0 and pairs


def _read(
    index: int, text: str, begin: int, *, inside: bool, nesting: bool, outer: int | None = None
) -> tuple[list[Span], tuple[int, int] | None]:
    """The closed quotations, and the outer and inner start of one left open."""
    found: list[Span] = []
    stack: list[str] = ["“"] if inside else []
    start, mark_at = begin, begin if outer is None else outer
    singles = _Singles(text)
    skip_to = begin
    for match in _MARK.finditer(text, begin):
        mark, at = match[0], match.start()
        if at < skip_to:
            continue
        if mark in {"‘", "'", "’"}:
            opens = not stack and mark != "’" and _leads(text, at) and not _ELISION.match(text, at)
            end = singles.closing(at) if opens else None
            if end is not None:
                found.append(_span(index, text, at + 1, end, at, end + 1))
                skip_to = end + 1
            continue
        if _opens(text, at, mark, stack):
            if not stack:
                start, mark_at = match.end(), at
                stack.append(mark)
            elif nesting:
                stack.append(mark)
        elif stack:
            stack.pop()
            if not stack:
                found.append(_span(index, text, start, at, mark_at, match.end()))
    return found, (mark_at, start) if stack else None


def _opens(text: str, at: int, mark: str, stack: list[str]) -> bool:
    if mark in _OPENING:
        # In „ “ the second mark closes.
        return not (mark == "“" and stack[-1:] == ["„"] and not _leads(text, at))
    if mark in _CLOSING:
        return not stack and mark == "”" and _leads(text, at)
    if _leads(text, at) or (not stack and _leads_with_a_space(text, at, mark)):
        return True
    return not stack and not text[at + 1 : at + 2].isspace() and at + 1 < len(text) and not _trails(text, at)


def _leads(text: str, at: int) -> bool:
    """Whether a mark stands where one opens: behind a space or bracket, before a word."""
    before, behind = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return (
        (not before or before.isspace() or before in "([—–-:¿¡‘'_*")
        and bool(behind)
        and not behind.isspace()
        and behind not in ",.;:)"
    )


def _leads_with_a_space(text: str, at: int, mark: str) -> bool:
    """Whether a straight mark opens words set off by spaces from both their marks: " We listened. "."""
    if mark != '"' or not (at == 0 or text[at - 1].isspace()) or not text[at + 1 : at + 2].isspace():
        return False
    closing = text.find(mark, at + 1)
    return closing > at + 2 and text[closing - 1].isspace() and not text[at + 2].isspace()


def _trails(text: str, at: int) -> bool:
    before, behind = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return bool(before) and not before.isspace() and not (behind.isalnum())


def _span(
    index: int, text: str, start: int, end: int, outer: int, close: int, *, closed: bool = True
) -> Span:
    """The span without white space at its edges."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return Span(index, start, max(start, end), outer, close, closed)


class _Singles:
    """Which single mark closes one that opened; worked out once for a text, when first asked."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._closers: list[tuple[int, bool]] | None = None  # position, and whether it is beyond doubt
        self._next = 0

    def closing(self, at: int) -> int | None:
        """Where the mark stands that closes the one at ``at``; asked in rising order."""
        if self._closers is None:
            self._closers = list(self._find())
        while self._next < len(self._closers) and self._closers[self._next][0] <= at + 1:
            self._next += 1
        index = self._next
        for position, certain in self._closers[index : index + 8]:
            if certain:
                return position
        # None beyond doubt near by: the first that may be one.
        return self._closers[index][0] if index < len(self._closers) else None

    def _find(self) -> Iterator[tuple[int, bool]]:
        text = self._text
        for match in re.finditer(r"(?<=\S)[’'](?!\w)", text):
            at = match.start()
            beside = text[at - 1 : at] + text[at + 1 : at + 2]
            yield at, any(sign in ".,!?…;:)" for sign in beside) or at + 1 == len(text)
