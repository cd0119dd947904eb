"""Turns of a transcript: paragraphs or lines that name who speaks and a colon, one below the other.

"CHAIR: How many?" and "Mr. Paz: Twenty-six." are turns where at least two voices take them, what they say
are sentences, and one asks or speaks again; "Director: Ana Paz" in a list of credits is none, and neither
is what a list tells of people. A name that a turn gives in brackets ("The Chair (Hon. Ana Paz): ...") is
that of the later turns of the same label. In an interview "Q:" asks, and "A:" is the one person introduced
before; questions of nobody named are no quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from kb.extractors import interviews
from kb.extractors.attribution.discourse import Discourse, Found
from kb.extractors.honorifics import is_honorific
from kb.extractors.roles import is_role
from kb.extractors.scene import Scene, Voice
from kb.extractors.speech import SPEAKING_KINDS, Span
from kb.extractors.utterances import Utterance
from kb.records import Document
from kb.text.folding import fold, squeeze

_TURN = re.compile(
    r"(?:(?P<label>[^\W\d_][^\n,:()“”\"«»@\d]{0,60}?)(?:\s?\((?P<who>[^\n:()@]{3,80})\))?\s?:"
    r"|(?P<letter>[QAPR])\.-?)\s(?P<words>[A-ZÀ-Þ¿¡\d“\"«])"
)
_ASKS = frozenset(
    "q question p pregunta reporter journalist interviewer periodista entrevistador entrevistadora".split()
)
_ANSWERS = frozenset("a answer r respuesta".split())
_MARK, _MARKED = re.compile(r":|[QAPR]\."), 160  # characters in which it stands
_QUESTION = re.compile(r"[^\n:]{8,240}\?")  # a paragraph or heading that asks, of nobody named
_LINE = re.compile(r"[^\n]+")
_SENTENCE_ENDS = '.?!…”"»'
_FEWEST_TURNS = 2
_MOST_INITIALS = 4
_MOST_LINES = 200  # of a passage
_ARTICLE = re.compile(r"(?:the|el|la)\s", re.IGNORECASE)


class _Turn(NamedTuple):
    passage: int
    start: int  # of the words
    end: int
    label: str
    voice: Voice
    asks: bool


def turns(scene: Scene) -> Iterator[Utterance]:
    """What each turn of the document's transcripts says."""
    for turn in _turns(scene):
        words = squeeze(scene.document.passages[turn.passage].text[turn.start : turn.end])
        span = Span(turn.passage, turn.start, turn.end, turn.start, turn.end)
        yield Utterance((span,), words.strip(' "“”«»'), Found(turn.voice, turn.end, 0.8), alone=True)


def may_hold(document: Document) -> bool:
    """Whether two passages or lines at least begin as turns do, or ask."""
    begin = (
        line
        for passage in document.passages
        if passage.kind in SPEAKING_KINDS or _QUESTION.fullmatch(passage.text)
        for line in _LINE.finditer(passage.text)
        if _TURN.match(line[0]) or _QUESTION.fullmatch(line[0])
    )
    return len(list(islice(begin, _FEWEST_TURNS))) == _FEWEST_TURNS


def passages_of(scene: Scene) -> set[int]:
    """The passages that hold turns."""
    return {turn.passage for turn in _turns(scene)}


def _turns(scene: Scene) -> Iterator[_Turn]:
    run: list[_Turn] = []
    for turn in _lines(scene):
        if turn is None:
            yield from _taken(run)
            run = []
        else:
            run.append(turn)
    yield from _taken(run)


def _taken(run: list[_Turn]) -> list[_Turn]:
    """The turns of a run, if two voices at least take them, and one asks or speaks again."""
    labels = {turn.label for turn in run}
    answered = len(labels) < len(run) or any(turn.asks for turn in run)
    whole = len(run) >= _FEWEST_TURNS and len(labels) > 1 and answered
    return [turn for turn in run if turn.voice != Voice()] if whole else []


def _lines(scene: Scene) -> Iterator[_Turn | None]:
    """The lines that are turns; None where one is not, so that a run ends."""
    discourse = Discourse(scene)
    known: dict[str, Voice] = {}
    for index, passage in enumerate(scene.passages):
        if _QUESTION.fullmatch(passage.text):
            yield _Turn(index, 0, len(passage.text), "", Voice(), asks=True)
            continue
        asks = passage.kind == "heading" and passage.text.endswith("?")
        speaks = asks or passage.kind in SPEAKING_KINDS
        if not speaks or not _MARK.search(passage.text, 0, _MARKED):
            yield None
            continue
        lines = [*_LINE.finditer(passage.text)][:_MOST_LINES]
        for line in lines:
            yield _read(discourse, index, line, known)


def _read(discourse: Discourse, index: int, line: re.Match[str], known: dict[str, Voice]) -> _Turn | None:
    text = discourse.text(index)
    found = _TURN.match(text, line.start(), line.end())
    if found is None or text[line.end() - 1] not in _SENTENCE_ENDS:
        return None
    called = discourse.scene.starting(index, found.start("words"))
    if called and " " in called.name and called.last >= line.end() - 1:
        return None  # "Coordinator: Ana Paz."
    label = fold(_ARTICLE.sub("", found["label"] or found["letter"]))
    voice = (
        _of_interview(discourse.scene, index, label)
        or (_voice(discourse, index, found) if found["label"] else None)
        or known.get(label)
        or _by_initials(discourse.scene, found["label"] or "")
        or (Voice() if text[line.end() - 1] == "?" else None)  # a paper that asks: "Gaceta: ¿Y por qué?"
    )
    if voice is None:
        return None
    if voice.name:
        known.setdefault(label, voice)
    asks = text.find("?", found.start("words"), line.end()) >= 0
    return _Turn(index, found.start("words"), line.end(), label, known.get(label, voice), asks)


def _of_interview(scene: Scene, index: int, label: str) -> Voice | None:
    """Who "Q" and "A" are: nobody, and the one person introduced before, else in all of the document."""
    label = label.rstrip(".- ")
    if label in _ASKS:
        return Voice()
    if label not in _ANSWERS:
        return None
    end = (len(scene.passages), 0)
    if voice := interviews.interviewed(scene, index):
        return voice
    return scene.only_one((index, 0), None) or scene.only_one(end, None) or _alone(scene) or Voice()


def _alone(scene: Scene) -> Voice | None:
    """The one person whom the document names in full."""
    full = [voice for name, voice in scene.facts.items() if " " in name and not _MARK.match(name)]
    return full[0] if len(full) == 1 else None


def _voice(discourse: Discourse, index: int, turn: re.Match[str]) -> Voice | None:
    """Who a label is: the person it names, first in its brackets, else a role with whom it means."""
    start, end = turn.span("label")
    if known := _by_surname(discourse.scene, turn["label"]):
        return known
    subject = discourse.subjects.at(index, start, end)
    named = discourse.subjects.at(index, turn.start("who"), turn.end("who")) if turn["who"] else None
    if named and named.mention:
        voice = discourse.scene.person(named.mention)
        role = subject.voice.role if subject and subject.kind == "role" else None
        return voice._replace(role=voice.role or role)
    if subject is None or subject.end < end or subject.kind not in {"name", "role"}:
        return None
    if subject.mention and not discourse.subjects.is_person(subject.mention):
        return None
    meant = discourse.found(index, start, subject, 0.8)
    return meant.voice if meant else None


def _by_initials(scene: Scene, label: str) -> Voice | None:
    """The one person of the document whose names begin with the letters of a label: "ES:"."""
    if not 1 < len(label) <= _MOST_INITIALS or not label.isupper():
        return None
    named = [
        voice
        for name, voice in scene.facts.items()
        if "".join(word[0] for word in name.split() if word[0].isupper()).startswith(label)
    ]
    return named[0] if len(named) == 1 else None


def _by_surname(scene: Scene, label: str) -> Voice | None:
    """The one person of the document whom a label in capitals names: "MS. PAZ", "SENATOR PAZ"."""
    words = {fold(word) for word in label.split() if not (is_honorific(word.capitalize()) or is_role(word))}
    if not label.isupper() or not words:
        return None
    named = [voice for name, voice in scene.facts.items() if words <= {*fold(name).split()}]
    return named[0] if len(named) == 1 else None
