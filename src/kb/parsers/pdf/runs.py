"""Words -> runs of words side by side, with the text that they make.

A small raised figure or star becomes a mark between two private signs, which stay in the text
until ``notes`` knows whether there is such a note. Letters spaced out for display ("C O N T E N T S")
become words again: the gaps between the words are wider than those between their letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from kb.parsers.pdf.sheets import MARK_CLOSES, MARK_OPENS, Run, Word, Words

_WIDEST_SPACE = 1.0  # of the type size; a justified line stretches its spaces to 0.9
_MOST_STRETCHED = 2.2  # of the type size: spaces of short lines in narrow columns
_SAME_SPACE = 0.35  # points
_FEWEST_STRETCHED = 3  # words
_NEAREST = 0.5  # of the type size: how far a mark stands above the baseline
_SMALLER, _RAISED = 0.85, 0.12  # of the type size around it
_NOTE = re.compile(r"[\[(]?\d{1,3}(?:[,;–-]\d{1,3}){0,5}[\])]?,?|[*†‡§¶]{1,3}")
_TOUCHING = 0.12  # of the type size: a comma behind a mark, and no space
_FIGURES = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")  # raised figures that are letters of their own
_MOST = 0.85  # of the letters: the run is bold
_FEWEST_SPACED = 4  # letters: "A B C" may be three letters


def joined(words: Words) -> list[Run]:
    """The runs, in the order of the words."""
    starts: list[int] = []
    first = right = base = size = 0.0
    sizes = [style[0] for style in words.styles]
    for at, (left, end, height, own) in enumerate(
        zip(words.lefts, words.rights, words.bases, sizes, strict=True)
    ):
        larger = own if own > size else size  # a call of max takes longer than the rest
        near = _NEAREST * larger
        if (
            not -0.6 * larger <= left - right <= _WIDEST_SPACE * larger
            or not (-near <= height - base <= near or -near <= height - first <= near)
            or at == 0
        ):
            starts.append(at)
            first = height
        right, base, size = end, height, own
    groups = list(pairwise([*starts, len(sizes)]))
    return [_run(words, start, end) for start, end in _unstretched(words, groups)]


_Group = tuple[int, int]  # the first word, and behind the last


def _unstretched(words: Words, groups: list[_Group]) -> Iterator[_Group]:
    """The groups; where all spaces of a justified line are stretched alike, its words are one again."""
    chain: list[_Group] = []
    space: float | None = None
    for group in groups:
        gap = _space(words, group[0]) if chain else None
        if gap is not None:
            inside = _inside(words, group)
            known = [each for each in (space, inside) if each is not None]
            if all(abs(gap - each) < _SAME_SPACE for each in known):
                chain.append(group)
                space = gap
                continue
        yield from _chained(words, chain)
        chain, space = [group], _inside(words, group)
    yield from _chained(words, chain)


def _space(words: Words, at: int) -> float | None:
    """The space before a word, if a justified line may have it."""
    gap = words.lefts[at] - words.rights[at - 1]
    level = abs(words.bases[at] - words.bases[at - 1]) < 0.1
    return gap if level and 0 < gap < _MOST_STRETCHED * words.styles[at].size else None


def _inside(words: Words, group: _Group) -> float | None:
    """The first space inside a group."""
    start, end = group
    return words.lefts[start + 1] - words.rights[start] if end - start > 1 else None


def _chained(words: Words, chain: list[_Group]) -> list[_Group]:
    if len(chain) < 2:
        return chain
    start, end = chain[0][0], chain[-1][1]
    spelled = sum(text[:1].isalpha() for text in words.texts[start:end])
    return [(start, end)] if end - start >= _FEWEST_STRETCHED and 2 * spelled > end - start else chain


def _run(words: Words, start: int, end: int) -> Run:
    """The run of a stretch of words; quickly where they are all of one style."""
    styles = words.styles[start:end]
    style = styles[0]
    texts = words.texts[start:end]
    plain = styles.count(style) == end - start and words.glued.isdisjoint(range(start, end))
    text = " ".join(texts)
    if not plain or (end - start >= _FEWEST_SPACED and len(text) == 2 * len(texts) - 1):
        return made(words.part(start, end))
    return Run(
        partial(words.part, start, end),
        words.lefts[start],
        words.rights[end - 1],
        words.bases[start],
        style.size,
        words.rights[start],
        _figured(text),
        style.bold,
        style.italic,
    )


def made(words: list[Word]) -> Run:
    """The run that words make: its size and weight are those of most of its letters."""
    first = words[0]
    style = first.style
    plain = all(word.style is style for word in words)
    bold, italic = (style.bold, style.italic) if plain else _mostly(words)
    size = style.size if plain else _usual_size(words)
    base = first.base if plain else next(word.base for word in words if word.size == size)
    return Run(
        made_of=words,
        left=first.left,
        right=words[-1].right,
        base=base,
        size=size,
        opening=first.right,
        text=_text(words, base, size, plain=plain),
        bold=bold,
        italic=italic,
    )


def _mostly(words: list[Word]) -> tuple[bool, bool]:
    """Whether nearly all letters are bold, and whether they are italic."""
    letters = _MOST * sum(len(word.text) for word in words)
    bold = sum(len(word.text) for word in words if word.style.bold)
    return bold > letters, sum(len(word.text) for word in words if word.style.italic) > letters


def _usual_size(words: list[Word]) -> float:
    sizes: dict[float, int] = {}
    for word in words:
        sizes[word.size] = sizes.get(word.size, 0) + len(word.text)
    return max(sizes, key=lambda each: sizes[each])


def _text(words: list[Word], base: float, size: float, *, plain: bool) -> str:
    if len(words) >= _FEWEST_SPACED and all(len(word.text) == 1 for word in words):
        return _closed_up(words)
    if plain and not any(word[5] for word in words):
        return _figured(" ".join([word.text for word in words]))
    pieces: list[str] = []
    after_mark = False
    right = words[0].left
    for word in words:
        raised = word.size < _SMALLER * size and word.base > base + _RAISED * size
        is_mark = raised and _NOTE.fullmatch(word.text)
        text = f"{MARK_OPENS}{word.text}{MARK_CLOSES}" if is_mark else word.text
        touches = after_mark and word.left - right < _TOUCHING * size
        if pieces and not (word.glued or is_mark or touches):
            pieces.append(" ")
        pieces.append(text)
        after_mark, right = bool(is_mark), word.right
    return _figured("".join(pieces))


def _figured(text: str) -> str:
    """Raised figures of Unicode are marks too."""
    return text if text.isascii() else _FIGURES.sub(f"{MARK_OPENS}\\g<0>{MARK_CLOSES}", text)


def _closed_up(words: list[Word]) -> str:
    """Spaced letters as words; a list of numbers or signs stays as it is."""
    if not all(word.text.isalpha() for word in words):
        return " ".join(word.text for word in words)
    gaps = [word.left - before.right for before, word in pairwise(words)]
    usual = sorted(gaps)[len(gaps) // 2]
    pieces = [words[0].text]
    for gap, word in zip(gaps, words[1:], strict=True):
        pieces.append(f" {word.text}" if gap > 1.6 * usual else word.text)
    return "".join(pieces)
