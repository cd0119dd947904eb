"""Where nothing was found: what is in the way, and how much would be found without it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from kb.messages import LANGUAGES, Message
from kb.query.field_names import without_blanks
from kb.web.question import Question

_MOST_TRIED = 8  # words, and choices
_PARTS = re.compile(r'\S*"[^"]*"\S*|\S+')  # a phrase is one, with its field


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
    yield from _without_choices(first, label)
    if question.exact or question.off:
        yield Message("Search other names too"), replace(first, exact=False, off=())
    yield from _without_words(first)
    if '"' in question.text:
        named = Message("Search the words of the phrase, wherever they stand")
        yield named, replace(first, text=question.text.replace('"', " "))


def _without_choices(
    question: Question, label: Callable[[str, str], str]
) -> Iterator[tuple[Message, Question]]:
    for pair in question.chosen[:_MOST_TRIED]:
        others = tuple(each for each in question.chosen if each != pair)
        if pair[0] == "language" and pair[1] in LANGUAGES:
            language = LANGUAGES[1 - LANGUAGES.index(pair[1])]
            named = Message("Search in {language}", {"language": label("language", language)})
            yield named, replace(question, chosen=(*others, ("language", language)))
        else:
            yield _without(label(*pair)), replace(question, chosen=others)
    if len(question.chosen) > 1:
        yield Message("Search without the choices."), replace(question, chosen=())


def _without_words(question: Question) -> Iterator[tuple[Message, Question]]:
    words = _PARTS.findall(without_blanks(question.text))
    if 1 < len(words) <= _MOST_TRIED:
        for place, word in enumerate(words):
            text = " ".join((*words[:place], *words[place + 1 :]))
            yield _without(word), replace(question, text=text)


def _without(what: str) -> Message:
    return Message("Search without “{choice}”", {"choice": what})
