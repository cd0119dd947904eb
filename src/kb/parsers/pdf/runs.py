"""Words -> runs of words side by side, with the text that they make.

A small raised figure or star becomes a mark between two private signs, which stay in the text
until ``notes`` knows whether there is such a note. Letters spaced out for display ("C O N T E N T S")
become words again: the gaps between the words are wider than those between their letters.
"""

from __future__ import annotations

import itertools
import re

from kb.parsers.pdf.sheets import MARK_CLOSES, MARK_OPENS, Run, Word

_WIDEST_SPACE = 1.0  # of the type size; a justified line stretches its spaces to 0.9
_NEAREST = 0.5  # of the type size: how far a mark stands above the baseline
_SMALLER, _RAISED = 0.85, 0.12  # of the type size around it
_NOTE = re.compile(r"[\[(]?\d{1,3}(?:[,;–-]\d{1,3}){0,5}[\])]?,?|[*†‡§¶]{1,3}")
_TOUCHING = 0.12  # of the type size: a comma behind a mark, and no space
_FIGURES = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")  # raised figures that are letters of their own
_FEWEST_SPACED = 4  # letters: "A B C" may be three letters


def joined(words: list[Word]) -> list[Run]:
    """The runs, in the order of the words."""
    groups: list[list[Word]] = []
    right = base = size = 0.0
    for word in words:
        size = max(size, word.size)
        near = abs(word.base - base) <= _NEAREST * size or (
            groups and abs(word.base - groups[-1][0].base) <= _NEAREST * size
        )
        if groups and near and -0.6 * size <= word.left - right <= _WIDEST_SPACE * size:
            groups[-1].append(word)
        else:
            groups.append([word])
        right, base, size = word.right, word.base, word.size
    return [made(group) for group in groups]


def made(words: list[Word]) -> Run:
    """The run that words make: its size and weight are those of most of its letters."""
    sizes: dict[float, int] = {}
    letters = bold = italic = 0
    for word in words:
        length = len(word.text)
        letters += length
        bold += length * word.bold
        italic += length * word.italic
        sizes[word.size] = sizes.get(word.size, 0) + length
    first = words[0]
    plain = len(sizes) == 1
    size = first.size if plain else max(sizes, key=lambda each: sizes[each])
    base = first.base if plain else next(word.base for word in words if word.size == size)
    return Run(
        words=words,
        left=first.left,
        right=words[-1].right,
        base=base,
        size=size,
        text=_text(words, base, size, plain=plain),
        bold=bold > 0.85 * letters,
        italic=italic > 0.85 * letters,
    )


def _text(words: list[Word], base: float, size: float, *, plain: bool) -> str:
    if len(words) >= _FEWEST_SPACED and all(len(word.text) == 1 for word in words):
        return _closed_up(words)
    if plain and not any(word.glued for word in words):
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
    gaps = [word.left - before.right for before, word in itertools.pairwise(words)]
    usual = sorted(gaps)[len(gaps) // 2]
    pieces = [words[0].text]
    for gap, word in zip(gaps, words[1:], strict=True):
        pieces.append(f" {word.text}" if gap > 1.6 * usual else word.text)
    return "".join(pieces)
