"""The letters of a page -> words with their places, on a sheet.

Words end where pdfium sees a space. Two things it cannot know are mended here from the boxes of
the letters: words printed without a space between them, and a small raised figure at the end of a
word, which is the mark of a note and not a part of the word. Stamps and watermarks aslant are left out.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from operator import sub

from kb.parsers.pdf.legibility import is_legible
from kb.parsers.pdf.pdfium import Page
from kb.parsers.pdf.runs import joined
from kb.parsers.pdf.sheets import Run, Sheet, Word, Words

_WORD = re.compile(r"[^\s\ufffe\x02]+[\ufffe\x02]?")
_MIXED = re.compile(r"[^\s\d][\d*†‡]|\d[^\s\d.,]")  # a figure or a star beside something else
_FIGURES = re.compile(r"[\d*†‡]\d*")
_OFF = 0.12  # of a letter's height: more is another baseline
# Of the type size: a gap that parts two words; a space has 0.2 to 0.3, 0.16 squeezed, 0.14 in "A A".
_GLUED = 0.11
_LETTER_SPACED = 0.05  # of the type size: other gaps of the word as wide as that are its style
_MOST_DOTS = 100  # on a page; more are a drawing
_BULLET_DISTANCE = 2.5  # of the type size
_LIGATURES = str.maketrans({
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
    "\ufffe": "-", "\x02": "-", "\x00": "\ufffd",
    # Symbol fonts of word processors: bullets, ticks and arrows at private code points.
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0a8": "▪", "\uf06f": "▪",
    "\uf076": "❖", "\uf02d": "–", "\uf0e0": "→", "\uf0f0": "→", "\uf071": "▪", "\uf06e": "▪",
})  # fmt: skip
_UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")
_ODD = re.compile("[\x00\x02\ufb00-\ufb06\ufffd\ufffe\ue000-\uf8ff\U000f0000-\U0010ffff]")
_SYMBOLS = range(0xF020, 0xF07F)  # letters of a symbol font stand 0xF000 higher


def sheets(page: Page) -> list[Sheet]:
    """The page as most of its words run, then the words that run another way."""
    ways = _by_direction(page)
    odd = _ODD.search(page.text) is not None
    if odd:
        for words in ways.values():
            words.texts = [_readable(text) for text in words.texts]
    counted = {way: sum(map(len, words.texts)) for way, words in ways.items()}
    letters = sum(counted.values())
    unreadable = sum(text.count("\ufffd") for words in ways.values() for text in words.texts) if odd else 0
    ordered = sorted(ways, key=lambda way: -counted[way]) or [0]
    return [
        Sheet(
            number=page.number,
            width=page.height if way % 2 else page.width,
            height=page.width if way % 2 else page.height,
            runs=_dotted(joined(ways.get(way, Words())), [] if way else page.dots),
            rules=[] if way else page.rules,
            posts=[] if way else page.posts,
            words=len(ways[way].texts) if way in ways else 0,
            letters=letters if way == ordered[0] else 0,
            unreadable=unreadable if way == ordered[0] else 0,
            illegible=way == ordered[0] and not is_legible(page.text),
            pictured=page.pictured,
            aside=way != ordered[0],
        )
        for way in ordered
    ]


def _dotted(runs: list[Run], dots: list[tuple[float, float]]) -> list[Run]:
    """The runs, with a bullet where one is drawn before the line and not written."""
    for x, y in dots[:_MOST_DOTS]:
        for run in runs:
            if run.base <= y <= run.base + 0.8 * run.size and 0 < run.left - x <= _BULLET_DISTANCE * run.size:
                run.text = run.text if run.text.startswith("•") else f"• {run.text}"
                break
    return runs


def _readable(text: str) -> str:
    """A word with common letters in place of ligatures and signs of symbol fonts."""
    if not _ODD.search(text):
        return text
    text = text.translate(_LIGATURES)
    if _UNREADABLE.search(text):
        text = "".join(chr(ord(each) - 0xF000) if ord(each) in _SYMBOLS else each for each in text)
        text = _UNREADABLE.sub("•" if len(text) == 1 else "\ufffd", text)
    return text


def _by_direction(page: Page) -> dict[int, Words]:
    """The words by the way they run: 0 to the right, 1 up, 2 upside down, 3 down."""
    spans = [match.span() for match in _WORD.finditer(page.text)]
    wide = _wide_gaps(page)
    odd = _odd(page, spans)
    page.styles([letter for at in odd for letter in (spans[at][0], spans[at][1] - 1)])
    if page.blank_askew():
        return _by_direction(page)
    if any(spans[at][1] - spans[at][0] > 2 and _direction(page, *spans[at]) for at in odd):
        return _turning(page, spans, wide)
    firsts = [start for start, _ in spans]
    spaced = {bisect_right(firsts, at) - 1 for at in wide}
    marked = {bisect_right(firsts, at) - 1 for at in _mixed(page.text)}
    level = _words(page, spans, firsts)
    if page.blank_askew():
        return _by_direction(page)
    found = Words()
    done = 0
    for at in sorted({*spaced, *marked, *odd}):
        start, end = spans[at]
        cuts = _cuts(page, start, end, wide, mixed=at in marked) if _is_shown(page, start) else {}
        if len(cuts) != 1:  # else it is the word that it seemed to be
            found.extend(level, done, at)
            found.add(_parts(page, cuts, end))
            done = at + 1
    found.extend(level, done, len(spans))
    return {0: found}


def _words(page: Page, spans: list[tuple[int, int]], firsts: list[int]) -> Words:
    """Each stretch of letters as a word, all at once: a page has hundreds."""
    text, lefts, rights = page.text, page.lefts, page.rights
    return Words(
        [text[start:end] for start, end in spans],
        array("d", [lefts[start] for start in firsts]),
        array("d", [rights[end - 1] for _, end in spans]),
        page.bases(firsts),
        page.styles(firsts),
    )


def _odd(page: Page, spans: list[tuple[int, int]]) -> list[int]:
    """The words that do not stand on one baseline, run to the left, or have no height."""
    lefts, bottoms, tops = page.lefts, page.bottoms, page.tops
    return [
        at
        for at, (start, end) in enumerate(spans)
        if not (
            abs(bottoms[end - 1] - bottoms[start]) < _OFF * (tops[start] - bottoms[start])
            and (lefts[end - 1] >= lefts[start] or end - start < 3)
        )
        and not _is_level(page, start, end)
    ]


def _is_level(page: Page, start: int, end: int) -> bool:
    """Whether a word runs to the right on one baseline, though the boxes of its letters differ."""
    height = page.tops[start] - page.bottoms[start]
    across = page.lefts[end - 1] >= page.lefts[start] and page.rights[end - 1] > page.lefts[start]
    return across and height > 0 and abs(page.base(end - 1) - page.base(start)) < _OFF * height


def _mixed(text: str) -> Iterator[int]:
    """Where what ``_MIXED`` looks for stands; a search for figures alone takes a tenth of its time."""
    for start, end in map(re.Match.span, _FIGURES.finditer(text)):
        if _MIXED.search(text, max(start - 1, 0), end + 1):
            yield start


def _is_shown(page: Page, start: int) -> bool:
    return page.tops[start] > page.bottoms[start] or page.rights[start] > page.lefts[start]


def _turning(page: Page, spans: list[tuple[int, int]], wide: set[int]) -> dict[int, Words]:
    """The words of a page where some are turned; one of two letters goes the way of the one before."""
    found: dict[int, Words] = {0: Words()}
    way = 0
    for start, end in spans:
        if not _is_shown(page, start):
            continue
        if end - start > 2:
            way = _direction(page, start, end)
        if way:
            found.setdefault(way, Words()).add([_turned(page, start, end, way)])
        else:
            mixed = _MIXED.search(page.text, start, end) is not None
            found[0].add(_parts(page, _cuts(page, start, end, wide, mixed=mixed), end))
    return found if found[0].texts else {way: words for way, words in found.items() if words.texts}


def _direction(page: Page, first: int, end: int) -> int:
    last = end - 1
    across = page.lefts[last] - page.lefts[first]
    up = page.bottoms[last] - page.bottoms[first]
    if abs(up) < _OFF * (page.tops[first] - page.bottoms[first]) and across >= 0:
        return 0
    if abs(up) > abs(across):
        return 1 if up > 0 else 3
    return 2 if across < -(page.tops[first] - page.bottoms[first]) else 0


def _turned(page: Page, start: int, end: int, way: int) -> Word:
    """A word of another direction, with its place after the page is turned."""
    last = end - 1
    style = page.style(start)
    left, right, base = {
        1: (page.bottoms[start], page.tops[last], -page.rights[start]),
        2: (-page.rights[start], -page.lefts[last], -page.tops[start]),
        3: (-page.tops[start], -page.bottoms[last], page.lefts[start]),
    }[way]
    return Word(page.text[start:end], left, right, base, style)


def _wide_gaps(page: Page) -> set[int]:
    """The letters inside words that stand away from the letter before, which may begin a word."""
    text = page.text
    gaps = map(sub, page.lefts[1:], page.rights)
    return {at for at, gap in enumerate(gaps, start=1) if gap > 1.0 and text[at] > " " < text[at - 1]}


def _cuts(page: Page, start: int, end: int, wide: set[int], *, mixed: bool) -> dict[int, bool]:
    """Where a word and others that pdfium took for one begin, and whether each is glued to the one before."""
    cuts = {start: False}
    off = _OFF * (page.tops[start] - page.bottoms[start])
    if mixed or not _is_level(page, start, end):
        cuts |= dict.fromkeys(_changes(page, start, end, off), True)
    if not wide.isdisjoint(range(start + 1, end)):
        cuts |= dict.fromkeys(_spaces(page, start, end, page.style(start).size), False)
    return cuts


def _parts(page: Page, cuts: Mapping[int, bool], end: int) -> list[Word]:
    """The words and marks that begin at such places, the last one before ``end``."""
    places = sorted(cuts)
    return [
        _word(page, one, other, glued=cuts[one])
        for one, other in zip(places, [*places[1:], end], strict=True)
    ]


def _word(page: Page, start: int, end: int, *, glued: bool = False) -> Word:
    style = page.style(start)
    return Word(
        page.text[start:end],
        page.lefts[start],
        page.rights[end - 1],
        page.base(start),
        style,
        glued,
    )


def _changes(page: Page, start: int, end: int, off: float) -> list[int]:
    """Where the letters of a word step up or down, or stand in another line."""
    bases = list(map(page.base, range(start, end)))  # of few letters, faster than all at once
    return [start + at for at in range(1, end - start) if abs(bases[at] - bases[at - 1]) > off]


def _spaces(page: Page, start: int, end: int, size: float) -> list[int]:
    """Where two words were printed without a space, seen by a gap that is wider than the others."""
    gaps = [page.lefts[at] - page.rights[at - 1] for at in range(start + 1, end)]
    if sorted(gaps)[len(gaps) // 2] > _LETTER_SPACED * size:
        return []
    return [start + 1 + at for at, gap in enumerate(gaps) if gap > _GLUED * size]
