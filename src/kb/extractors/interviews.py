"""Interviews without labels: paragraphs that ask, and below each what the one person answers.

A title or an early paragraph says that it is an interview and with whom; two questions at least stand in
paragraphs or headings of their own. Answers run up to the next question, the last over one paragraph. An
answer with marks inside is left to those who read marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from kb.extractors.attribution.discourse import Found
from kb.extractors.naming import mentions, names_place
from kb.extractors.scene import Scene, Voice
from kb.extractors.speech import SPEAKING_KINDS, Span
from kb.extractors.utterances import Utterance
from kb.records import Document
from kb.text.folding import squeeze

_INTERVIEW = re.compile(
    r"\b(?:interview(?:ed|s)?|q\s?&\s?a|questions?\s(?:and\sanswers|for|to)|in\sconversation|(?:talk(?:ed|s)?|sp(?:oke|eaks?)|sat\sdown)\s(?:to|with)"
    r"|entrevista(?:mos|da|do)?|convers(?:a|amos|ación|ó)|preguntas?\s(?:y\srespuestas|a)|habl(?:a|amos|ó)\scon|charla(?:mos)?)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"(?P<dash>[—–-]\s?)?[A-ZÀ-Þ¿¡][^\n“”\"«»]{8,240}\?")
_DASH = re.compile(r"[—–-]\s?")
_MARKS = re.compile(r"[“”\"«»]")
_MARKED = re.compile(r"[“\"«](?P<words>[^“”\"«»]+)[”\"»]\.?")
_LABELLED = re.compile(r"[^\n:“”\"«»]{1,60}:\s")
_FEWEST_QUESTIONS = 2
_MOST_PASSAGES_OF_INTRODUCTION = 5
_MOST_PARAGRAPHS = 20  # of one answer


def may_hold(document: Document) -> bool:
    """Whether two passages at least ask."""
    asked = (each for each in document.passages if _QUESTION.fullmatch(each.text))
    return len(list(islice(asked, _FEWEST_QUESTIONS))) == _FEWEST_QUESTIONS


def answers(scene: Scene) -> Iterator[Utterance]:
    """What the person says below each question."""
    asked = [index for index, each in enumerate(scene.passages) if _QUESTION.fullmatch(each.text)]
    voice = _interviewed(scene, asked[0]) if len(asked) >= _FEWEST_QUESTIONS else None
    if voice is None:
        return
    for question, following in pairwise([*asked, min(asked[-1] + 2, len(scene.passages))]):
        spans = [*islice(_spans(scene, question, following), _MOST_PARAGRAPHS)]
        words = (scene.document.passages[each.passage].text[each.start : each.end] for each in spans)
        if text := " ".join(squeeze(each) for each in words):
            yield Utterance(tuple(spans), text, Found(voice, spans[-1].end, 0.7), alone=True)


def _spans(scene: Scene, question: int, following: int) -> Iterator[Span]:
    """The paragraphs of the answer to a question, in which nothing else is told."""
    dashed = _DASH.match(scene.passages[question].text)
    for index in range(question + 1, following):
        passage = scene.passages[index]
        marked = _MARKED.fullmatch(passage.text)
        opening = _DASH.match(passage.text)
        apart = (_MARKS.search(passage.text) and not marked) or _LABELLED.match(passage.text)
        if passage.kind not in SPEAKING_KINDS or apart or (dashed and not opening):
            return
        start, end = marked.span("words") if marked else (opening.end() if opening else 0, len(passage.text))
        yield Span(index, start, end, 0, len(passage.text))


def _interviewed(scene: Scene, before: int) -> Voice | None:
    """Whom the title or an early passage says to be interviewed."""
    title = scene.document.title or ""
    if told := _INTERVIEW.search(title):
        named = [each for each in mentions(title, scene.bodies) if " " in each.name]
        behind = [each for each in named if each.start > told.start()] or named
        if behind:
            return scene.facts.get(behind[0].name) or Voice(behind[0].name, behind[0].role)
    for index in range(min(before, _MOST_PASSAGES_OF_INTRODUCTION)):
        text = scene.passages[index].text
        if _INTERVIEW.search(text) or _INTERVIEW.search(title):
            names = {scene.full_name(each) for each in scene.between(index, 0, len(text))}
            full = [name for name in names if " " in name and not names_place(name)]
            if len(full) == 1:
                return scene.facts[full[0]]
    return None
