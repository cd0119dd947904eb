"""Where the leaves of a query tree occur in a text: for marks, and for the engine that reads all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kb.query.tree import Leaf, Phrase, Prefix, Word
from kb.text.words import Term, is_stop_word, stem, terms

Span = tuple[int, int]


def occurrences(leaf: Leaf, words: Sequence[Term], language: str) -> list[Span]:
    """The spans of every occurrence of ``leaf`` among the ``words`` of a text in ``language``.

    Occurrences of a phrase may overlap; each begins at another word.
    """
    match leaf:
        case Word(folded, exact):
            if exact:
                return [(term.start, term.end) for term in words if term.folded == folded]
            wanted = stem(folded, language)
            if leaf.language not in ("", language):
                return []
            return [(term.start, term.end) for term in words if term.stem == wanted and term.position >= 0]
        case Prefix(folded):
            return [(term.start, term.end) for term in words if term.folded.startswith(folded)]
        case Phrase(folded, exact):
            if exact or all(map(is_stop_word, folded)):
                return _in_a_row(list(folded), [(term.folded, at, term) for at, term in enumerate(words)])
            if leaf.language not in ("", language):
                return []
            wanted_stems = [stem(word, language) for word in folded if not is_stop_word(word)]
            return _in_a_row(
                wanted_stems, [(term.stem, term.position, term) for term in words if term.position >= 0]
            )


def marks(leaves: Iterable[Leaf], text: str, language: str) -> list[Span]:
    """The spans of ``text`` to mark, in order, none overlapping another."""
    words = terms(text, language)
    found = sorted({span for leaf in leaves for span in occurrences(leaf, words, language)})
    merged: list[Span] = []
    for start, end in found:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _in_a_row(wanted: Sequence[str], held: Sequence[tuple[str, int, Term]]) -> list[Span]:
    """The spans where the forms stand at one position after another."""
    spans = []
    for first in range(len(held) - len(wanted) + 1):
        row = held[first : first + len(wanted)]
        here = row[0][1]
        if all(
            form == want and position == here + step
            for step, ((form, position, _), want) in enumerate(zip(row, wanted, strict=True))
        ):
            spans.append((row[0][2].start, row[-1][2].end))
    return spans
