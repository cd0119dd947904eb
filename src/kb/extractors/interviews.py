"""Interviews without labels: paragraphs that ask, and below each what the one person answers.

The title or an early paragraph says that it is an interview and with whom; or three questions at least are
answered in the first person, and one person alone is named in full above them. Dashes open questions and
answers in turns. An answer runs up to the next question, the last over one paragraph. Where a voice is told
behind marks or dashes, the words are left to those who read these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from kb.extractors import saying
from kb.extractors.attribution.discourse import Found
from kb.extractors.naming import mentions
from kb.extractors.plain_words import is_plain_word
from kb.extractors.run_names import names_place
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
_TOLD = re.compile(r"[”\"»],?\s|\s?[—–]\s?|\s-(?=[a-z])")  # behind these a voice may be told
_MARKED = re.compile(r"[“\"«](?P<words>[^“”\"«»]+)[”\"»]\.?")
_LABELLED = re.compile(r"[^\n:“”\"«»]{1,60}:\s")
_OF_ONESELF = re.compile(r"\b(?:I|my|me|yo|mis?)\b")
_FEWEST_QUESTIONS = 2
_FEWEST_UNTOLD = 3  # questions of an interview that is not called one
_MOST_PASSAGES_OF_INTRODUCTION = 5
_MOST_PARAGRAPHS = 20  # of one answer


def may_hold(document: Document) -> bool:
    """Whether two passages at least ask."""
    asked = (each for each in document.passages if _QUESTION.fullmatch(each.text))
    return len(list(islice(asked, _FEWEST_QUESTIONS))) == _FEWEST_QUESTIONS


def answers(scene: Scene) -> Iterator[Utterance]:
    """What the person says below each question."""
    asked = [index for index, each in enumerate(scene.passages) if _QUESTION.fullmatch(each.text)]
    if len(asked) < _FEWEST_QUESTIONS:
        return
    dashed = _DASH.match(scene.passages[asked[0]].text) is not None
    answered = [*(_turns(scene, asked[0]) if dashed else _answers(scene, asked))]
    voice = interviewed(scene, asked[0])
    if voice is None and (dashed or len(asked) >= _FEWEST_UNTOLD):
        first_person = any(_OF_ONESELF.search(text) for _, text in answered)
        voice = _alone_above(scene, asked[0]) if dashed or first_person else None
    if voice:
        for spans, text in answered:
            yield Utterance(spans, text, Found(voice, spans[-1].end, 0.7), alone=True)


def _answers(scene: Scene, asked: list[int]) -> Iterator[tuple[tuple[Span, ...], str]]:
    """The paragraphs between questions, and their words."""
    for question, following in pairwise([*asked, min(asked[-1] + 2, len(scene.passages))]):
        spans = [*islice(_paragraphs(scene, question, following), _MOST_PARAGRAPHS)]
        if spans:
            yield tuple(spans), _words(scene, spans)


def _paragraphs(scene: Scene, question: int, following: int) -> Iterator[Span]:
    """The paragraphs of the answer to a question, in which nothing else is told."""
    for index in range(question + 1, following):
        passage = scene.passages[index]
        if passage.kind not in SPEAKING_KINDS or _LABELLED.match(passage.text) or _is_told(passage.text):
            return
        marked = _MARKED.fullmatch(passage.text)
        start, end = marked.span("words") if marked else (0, len(passage.text))
        yield Span(index, start, end, 0, len(passage.text))


def _turns(scene: Scene, first: int) -> Iterator[tuple[tuple[Span, ...], str]]:
    """Every other of the paragraphs that dashes open one after the other, from a question on."""
    for index in range(first, len(scene.passages)):
        text = scene.passages[index].text
        dash = _DASH.match(text)
        if dash is None or _is_told(text[dash.end() :]):
            return
        if (index - first) % 2:
            span = Span(index, dash.end(), len(text), 0, len(text))
            yield (span,), _words(scene, [span])


def _words(scene: Scene, spans: list[Span]) -> str:
    return " ".join(
        squeeze(scene.document.passages[each.passage].text[each.start : each.end]) for each in spans
    )


def _is_told(text: str) -> bool:
    """Whether a verb of saying stands behind marks or a dash."""
    return any(saying.verb_at(text, mark.end(), len(text)) for mark in _TOLD.finditer(text))


def interviewed(scene: Scene, before: int) -> Voice | None:
    """Whom the title or an early passage says to be interviewed."""
    title = scene.document.title or ""
    if told := _INTERVIEW.search(title):
        named = [each for each in mentions(title, scene.bodies) if " " in each.name]
        behind = [each for each in named if each.start > told.start()] or named
        if behind:
            return scene.facts.get(behind[0].name) or Voice(behind[0].name, behind[0].role)
    for index in range(min(before, _MOST_PASSAGES_OF_INTRODUCTION)):
        text = scene.passages[index].text
        if (told := _INTERVIEW.search(text)) or _INTERVIEW.search(title):
            met = scene.starting(index, told.end() + 1) if told else None  # "we sat down with Ana Paz"
            full = (
                {scene.full_name(met)} if met and " " in scene.full_name(met) else _full_names(scene, index)
            )
            if len(full) == 1:
                return scene.facts[full.pop()]
    return None


def _alone_above(scene: Scene, before: int) -> Voice | None:
    """The one person whom the passages above the first question name in full."""
    full = {name for index in range(before) for name in _full_names(scene, index)}
    return scene.facts[full.pop()] if len(full) == 1 else None


def _full_names(scene: Scene, passage: int) -> set[str]:
    named = scene.between(passage, 0, len(scene.passages[passage].text))
    names = {scene.full_name(each) for each in named}
    things = {name for name in names if all(map(is_plain_word, name.split()))}  # "The Open Door Dispatch"
    return {name for name in names - things if " " in name and not names_place(name)}
