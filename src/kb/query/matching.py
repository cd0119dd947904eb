"""Where the leaves of a query tree occur in a text: for marks, and for the engine that reads all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from kb.query.tree import Fuzzy, Leaf, Near, Phrase, Prefix, Word
from kb.text.spelling import edits
from kb.text.words import STEMMED, WORD, Term, analysed, bare, is_stop_word, stem, terms

Span = tuple[int, int]
Placed = tuple[str, int, Term]  # the form that is compared, its position, the word


def occurrences(leaf: Leaf, words: Sequence[Term], language: str) -> list[Span]:
    """The spans of every occurrence of ``leaf`` among the ``words`` of a text in ``language``.

    Occurrences of a phrase may overlap; each begins at another word. One of ``Near`` reaches from its
    first word to its last, whatever stands between.
    """
    match leaf:
        case Word(folded, exact):
            if not _is_of(leaf, language):
                return []
            if exact:
                return [(term.start, term.end) for term in words if folded in (term.folded, term.printed)]
            wanted = stem(folded, language)
            alike = (term for term in words if term.stem == wanted and term.position >= 0)
            return [(term.start, term.end) for term in alike if term.folded not in leaf.namesakes]
        case Prefix(folded):
            return [(term.start, term.end) for term in words if term.folded.startswith(folded)]
        case Fuzzy(folded, most):
            return [(term.start, term.end) for term in words if _is_near(folded, most, term.folded)]
        case Phrase():
            return _in_a_row(*_placed(leaf, words, language))
        case Near():
            return [(window[0].start, window[-1].end) for window in _windows(leaf, words, language)]


class _Sought(NamedTuple):
    """What is looked for in texts of one language."""

    stems: frozenset[str]  # of words
    forms: frozenset[str]  # of words that are wanted as they stand
    rows: tuple[Leaf, ...]  # what takes more than a look at each word
    namesakes: frozenset[str]  # of the stems, which are no forms of any of the words
    any: frozenset[str]  # every stem and form of the words and rows


class Marker:
    """Marks what a question looks for, in one text after another.

    Most words of a text are not looked for: each is looked up once, and all are only taken apart where
    all words of a phrase are among them. That takes a third of the time.
    """

    def __init__(self, leaves: Iterable[Leaf]) -> None:
        self._leaves = tuple(leaves)
        self._by_language: dict[str, _Sought] = {}

    def __bool__(self) -> bool:
        return bool(self._leaves)

    def marks(self, text: str, language: str) -> list[Span]:
        """The spans of ``text`` to mark, in order, none overlapping another."""
        if language not in self._by_language:
            self._by_language[language] = _sought(self._leaves, language)
        stems, forms, rows, namesakes, every = self._by_language[language]
        found: set[Span] = set()
        held: set[str] = set()
        for match in WORD.finditer(text):
            folded, stemmed = analysed(match[0], language)
            printed = bare(match[0])
            if not every.isdisjoint((stemmed, folded, printed)):
                held |= {stemmed, folded, printed}
                known = stemmed in stems and folded not in namesakes and not is_stop_word(folded)
                if known or not forms.isdisjoint((folded, printed)):
                    found.add(match.span())
        if likely := [leaf for leaf in rows if _may_occur(leaf, held, language)]:
            words = terms(text, language)
            found.update(span for leaf in likely for span in _to_mark(leaf, words, language))
        return _joined(sorted(found))


def _sought(leaves: Iterable[Leaf], language: str) -> _Sought:
    words = [leaf for leaf in leaves if isinstance(leaf, Word) and _is_of(leaf, language)]
    rows = tuple(leaf for leaf in leaves if not isinstance(leaf, Word))
    alike = [(stem(each.folded, language), each) for each in words if not each.exact]
    stems = {stemmed for stemmed, _ in alike}
    kept = {(stemmed, form) for stemmed, each in alike for form in _namesakes(words) - each.namesakes}
    strange = {form for form in _namesakes(words) if (stem(form, language), form) not in kept}
    forms = {each.folded for each in words if each.exact}
    inside = {word for leaf in rows if isinstance(leaf, Phrase | Near) for word in leaf.words}
    every = stems | forms | inside | {stem(word, language) for word in inside}
    return _Sought(frozenset(stems), frozenset(forms), rows, frozenset(strange), frozenset(every))


def _namesakes(words: Iterable[Word]) -> frozenset[str]:
    return frozenset().union(*(each.namesakes for each in words))


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _may_occur(leaf: Leaf, held: Collection[str], language: str) -> bool:
    """Whether the words of the leaf are among the stems and forms ``held``: a quick look, then a slow one."""
    if isinstance(leaf, Phrase | Near):
        return all(is_stop_word(word) or word in held or stem(word, language) in held for word in leaf.words)
    return True


def _to_mark(leaf: Leaf, words: Sequence[Term], language: str) -> Iterator[Span]:
    """What shows a reader where the leaf occurs: of words near each other, the words alone."""
    if isinstance(leaf, Near):
        for window in _windows(leaf, words, language):
            yield from ((term.start, term.end) for term in window)
    else:
        yield from occurrences(leaf, words, language)


def _is_of(leaf: Word | Phrase, language: str) -> bool:
    """Whether the leaf is looked for in texts of a language; those without a stemmer are one to the index.

    A stop word that is wanted as it stands is of every language.
    """
    if isinstance(leaf, Word) and leaf.exact and is_stop_word(leaf.folded):
        return True
    return leaf.language in ("", language) or not {leaf.language, language} & {*STEMMED}


def _is_near(word: str, most: int, other: str) -> bool:
    found = edits(word, other)
    return found is not None and found <= most


def _placed(leaf: Phrase | Near, words: Sequence[Term], language: str) -> tuple[list[str], list[Placed]]:
    """The forms that the leaf wants, and the words in the same form: their stems, or as they stand."""
    telling = [word for word in leaf.words if not is_stop_word(word)]
    if leaf.exact or not telling:
        acronyms = frozenset(leaf.words)
        forms = (term.printed if term.printed in acronyms else term.folded for term in words)
        return list(leaf.words), [(form, at, words[at]) for at, form in enumerate(forms)]
    if isinstance(leaf, Phrase) and not _is_of(leaf, language):
        return telling, []
    stems = [(term.stem, term.position, term) for term in words if term.position >= 0]
    return [stem(word, language) for word in telling], stems


def _windows(leaf: Near, words: Sequence[Term], language: str) -> Iterator[list[Term]]:
    """The wanted words of each smallest window that is small enough, in order."""
    wanted, every = _placed(leaf, words, language)
    forms = frozenset(wanted)
    held = [each for each in every if each[0] in forms]
    windows = [_window(held, first, wanted, leaf.within) for first in range(len(held))]
    for window, following in zip_longest(windows, windows[1:], fillvalue=()):
        if window and not (following and following[-1] is window[-1]):
            yield window


def _window(held: Sequence[Placed], first: int, wanted: Sequence[str], within: int) -> list[Term]:
    """The words from ``first`` on up to where all are met; nothing, where that is too far."""
    lacking, missing = Counter(wanted), len(wanted)
    window: list[Term] = []
    for form, position, term in held[first : first + within]:
        if position - held[first][1] >= within:
            break
        window.append(term)
        missing -= lacking[form] > 0
        lacking[form] -= 1
        if not missing:
            return window
    return []


def _in_a_row(wanted: Sequence[str], held: Sequence[Placed]) -> list[Span]:
    """The spans where the forms stand at one position after another."""
    spans = []
    for first in range(len(held) - len(wanted) + 1):
        if held[first][0] != wanted[0]:
            continue
        row = held[first : first + len(wanted)]
        here = row[0][1]
        if all(
            form == want and position == here + step
            for step, ((form, position, _), want) in enumerate(zip(row, wanted, strict=True))
        ):
            spans.append((row[0][2].start, row[-1][2].end))
    return spans
