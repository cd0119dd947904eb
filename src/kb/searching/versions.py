"""The version of a text in the language of the question before one in another, where both answer.

A general comment, its digest and the translations of both are one text. Of two among the first documents the
one in the language of the question comes first, if its score is not far behind; the other follows it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kb.citing import is_same_text
from kb.engines import Match, Matches
from kb.library import Library
from kb.query.spoken import spoken
from kb.query.tree import Filter, Query
from kb.records import Document
from kb.searching.relaxing import Window

_AMONG = 10  # the first documents, whatever a page holds; the order of the others stays
# The share of a score that is not far behind. So nDCG@10 of our own questions over both languages gains up to
# 0.001, and more answers begin in the language of the question; a bonus for every document of that language
# loses up to 0.01.
_AS_GOOD = 0.6


def wide(window: Window) -> Window:
    """A window with all the documents whose order decides what the given one shows."""
    if window.sort != "relevance" or window.offset >= _AMONG:
        return window
    return replace(window, offset=0, limit=max(_AMONG, window.offset + window.limit))


def own_first(
    library: Library,
    text: str,
    found: Matches,
    window: Window,
    cited: Collection[str],
    summary: Callable[[str], Document],
) -> Matches:
    """What a window shows of the matches of its ``wide`` one, texts in the language of the question first.

    What is ``cited`` stays where it is, and nothing passes from behind those that are ahead before them.
    """
    whole = wide(window)
    if whole == window and (window.offset or window.sort != "relevance"):
        return found
    borders = sorted({0, min(len(cited), _AMONG), min(found.ahead, _AMONG), _AMONG})
    matches = list(found.matches)
    languages = spoken(text, library.lexicon)
    first = matches[:_AMONG]
    if len(languages) == 1:
        own = library.engine.among(
            [each.id for each in first], Query(tree=Filter("language", (languages[0],), exact=True))
        )
        for start, end in pairwise(borders):
            if start >= len(cited):
                matches[start:end] = _ordered(matches[start:end], own, summary)
    return replace(found, matches=tuple(matches[window.offset - whole.offset :][: window.limit]))


def _ordered(
    matches: Sequence[Match], own: Collection[str], summary: Callable[[str], Document]
) -> Iterator[Match]:
    """The matches, each in another language behind the version of its text that is among ``own``."""
    left = list(matches)
    while left:
        best = left[0]
        behind = (each for each in left[1:] if each.id in own and each.score >= _AS_GOOD * best.score)
        if best.id not in own:
            document = summary(best.id)
            best = next((each for each in behind if is_same_text(summary(each.id), document)), best)
        left.remove(best)
        yield best
