"""Where the words of a question are a phrase of a dictionary: *brought her up*, *se dio cuenta* (pure).

A phrase is compared word by word, each in any form, small ones as they stand. In between may stand other
small words (*dio ella a luz*), before the particle of an English verb up to two of any kind (*pick the
children up*), and never a word that denies or begins another clause. A reflexive verb (*darse cuenta*) is one
only with its pronoun: *dar cuenta* is to report.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from kb.text.words import is_stop_word

# Of English phrasal verbs: they say nothing alone.
PARTICLES = frozenset("up out off away back over down".split())
_SMALL = frozenset(
    """
    i he she me him my her its own herself himself themselves myself us
    me nos mis tus yo nuestro nuestra usted ella el
    """.split()
)
_BREAKS = frozenset(
    """
    and or but if when that who which because no not nor never cannot without
    y e o u pero si cuando que quien porque sin nunca tampoco
    """.split()
)
_PRONOUNS = frozenset("se me te nos os".split())
_ENCLITIC = re.compile("(?:r|ndo)(?:se|me|te|nos|os)$")
_MOST_BETWEEN = 2  # words of weight between a verb and its particle
_FURTHEST = 5  # words from one of a phrase to the next


def met(
    words: Sequence[str],
    first: int,
    language: str,
    bases: Callable[[str], Iterable[str]],
    beginning: Callable[[str], Iterable[str]],
) -> tuple[str, tuple[int, ...]] | None:
    """The longest phrase that begins at a place of folded words, and the places of its words.

    Args:
        words: of a question.
        first: a place among them.
        language: of the phrases.
        bases: the dictionary words that a folded word may be a form of, itself among them.
        beginning: the folded phrases whose first word is one.
    """
    reflexive = words[max(0, first - 1)] in _PRONOUNS or _ENCLITIC.search(words[first])
    proposed = tuple(dict.fromkeys(bases(words[first])))
    if language == "es":
        own = tuple(base for base in proposed if not base.endswith("rse"))
        proposed = (*(f"{base}se" for base in own if base.endswith("r") and reflexive), *own)
    found = [
        (phrase, places)
        for base in proposed
        for phrase in beginning(base)
        if (places := _places(phrase.split(), first, words, bases))
    ]
    return max(found, key=lambda each: len(each[1]), default=None)


def _places(
    phrase: Sequence[str], first: int, words: Sequence[str], bases: Callable[[str], Iterable[str]]
) -> tuple[int, ...]:
    places = [first]
    for word in phrase[1:]:
        reached = _reach(words, places[-1] + 1, _MOST_BETWEEN if word in PARTICLES else 0)
        place = next((each for each in reached if _is(words[each], word, bases)), None)
        if place is None:
            return ()
        places.append(place)
    return tuple(places)


def _reach(words: Sequence[str], first: int, most: int) -> Iterator[int]:
    """The places where the next word may stand, behind so many others at most."""
    others = 0
    for place in range(first, min(len(words), first + _FURTHEST)):
        yield place
        others += not (is_stop_word(words[place]) or words[place] in _SMALL)
        if others > most or words[place] in _BREAKS:
            return


def _is(word: str, wanted: str, bases: Callable[[str], Iterable[str]]) -> bool:
    small = is_stop_word(wanted) or wanted in PARTICLES
    return word == wanted or (not small and wanted in bases(word))
