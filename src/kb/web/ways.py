"""Where nothing was found: what is in the way, and how much would be found without it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from kb.messages import Message
from kb.web.question import Question

_MOST_TRIED = 8  # words, and choices


@dataclass(frozen=True, slots=True)
class Way:
    """A question that is nearly this one and finds something."""

    named: Message
    address: str
    count: int


def ways_on(
    question: Question, count: Callable[[Question], int], label: Callable[[str, str], str]
) -> list[Way]:
    """The ways that find something, the fewest changes first; ``count`` asks, ``label`` names a choice."""
    found = ((named, other, count(other)) for named, other in _others(question, label))
    return [Way(named, other.address(), total) for named, other, total in found if total]


def _others(question: Question, label: Callable[[str, str], str]) -> Iterator[tuple[Message, Question]]:
    first = replace(question, page=1)
    for facet, value in question.chosen[:_MOST_TRIED]:
        named = Message("Search without {choice}", {"choice": label(facet, value)})
        yield named, replace(first, chosen=tuple(pair for pair in question.chosen if pair != (facet, value)))
    if question.exact or question.off:
        yield Message("Search other names too"), replace(first, exact=False, off=())
    words = question.text.split()
    if 1 < len(words) <= _MOST_TRIED:
        for place, word in enumerate(words):
            text = " ".join((*words[:place], *words[place + 1 :]))
            yield Message("Search without {choice}", {"choice": word}), replace(first, text=text)
    if '"' in question.text:
        named = Message("Search the words of the phrase, wherever they stand")
        yield named, replace(first, text=question.text.replace('"', " "))
