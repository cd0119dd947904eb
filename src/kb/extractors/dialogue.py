"""Speech without marks: paragraphs that a dash opens in the Spanish manner, and block quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.extractors.attribution import before, behind, lines
from kb.extractors.attribution.discourse import Discourse, Found
from kb.extractors.quotations import FEWEST_LOOSE, set_off
from kb.extractors.scene import Scene, Voice
from kb.extractors.speech import SPEAKING_KINDS, Span
from kb.extractors.utterances import WORD, Utterance
from kb.records import Document, Passage
from kb.text.folding import squeeze

_DASHED = re.compile(r"[—–-]\s?(?=[\w¿¡«“\"…])")
_LONG_DASHED = re.compile(
    r"—(?=[A-Z])(?=[^—\n]{10,600}—\s?[a-z])"
)  # in English, where a dash also opens items
_GOES_ON = re.compile(r"[^—–:]{0,200}?(?:[—–]|-(?=[,.;:\s]))(?P<mark>[,.;:]?)\s?")
_ANSWER = re.compile(r":\s[—–]\s?(?=[A-ZÀ-ÖØ-Þ¿¡])")
_PART_OF_DIALOGUE = re.compile(r"\s?[—–]\s?|\s-(?=[a-záéíóúñ])")
_SIGNING_DASH = re.compile(r"\s[—–]\s?(?=[A-ZÀ-Þ])")


def may_speak(document: Document, passage: Passage) -> bool:
    """Whether a passage without marks can be speech."""
    return passage.kind == "quote" or bool(_opening(document, passage) or _answer(document, passage))


def dialogues(scene: Scene) -> Iterator[Utterance]:
    """Paragraphs that a dash opens: —Llegamos de noche —dijo Ana Paz."""
    discourse = Discourse(scene)
    for index, passage in enumerate(scene.passages):
        if passage.kind not in SPEAKING_KINDS:
            continue
        if dash := _opening(scene.document, passage):
            yield from _turns(discourse, index, dash.end())
        elif answer := _answer(scene.document, passage):
            yield from _answered(discourse, index, answer.end())


def blocks(scene: Scene, marked: set[int]) -> Iterator[Utterance]:
    """Block quotes without marks that a line behind them or the sentence before attributes."""
    discourse = Discourse(scene)
    for index, passage in enumerate(scene.passages):
        if passage.kind != "quote" or index in marked:
            continue
        stop, found = _signed(discourse, index)
        words = len(WORD.findall(passage.text[:stop]))
        if found and words >= FEWEST_LOOSE and not lines.below(discourse, index):
            span = Span(index, 0, stop, 0, stop)
            yield Utterance((span,), squeeze(scene.document.passages[index].text[:stop]), found, alone=True)


# -- Dashes -----------------------------------------------------------------------------------


def _opening(document: Document, passage: Passage) -> re.Match[str] | None:
    return (_DASHED if document.language == "es" else _LONG_DASHED).match(passage.text)


def _answer(document: Document, passage: Passage) -> re.Match[str] | None:
    return _ANSWER.search(passage.text) if document.language == "es" else None


def _turns(discourse: Discourse, index: int, start: int) -> Iterator[Utterance]:
    """The speech from ``start`` on, its attribution between dashes, and what is said behind it."""
    text = discourse.scene.document.passages[index].text
    turn = _PART_OF_DIALOGUE.search(text, start)
    if turn is None:
        return
    span = Span(index, start, turn.start(), start, turn.end())
    found = behind.find(discourse, span, len(text))
    if found is None:
        return
    discourse.spoke(index, found.end, found.voice)
    words = text[start : turn.start()].rstrip(" ,")
    again = _GOES_ON.match(text, found.end)
    if again:
        mark = "" if words[-1:] in "?!…" and again["mark"] == "." else again["mark"]
        words = f"{words}{mark} {text[again.end() :].strip()}"
    elif words.endswith("."):
        words = words[:-1]
    yield Utterance((span,), words, found, alone=True)
    answer = None if again else _ANSWER.search(text, found.end)
    if answer:
        yield from _answered(discourse, index, answer.end())


def _answered(discourse: Discourse, index: int, start: int) -> Iterator[Utterance]:
    """Speech that a dash opens behind a colon: Ana Paz contesta: —Llegamos de noche."""
    text = discourse.scene.document.passages[index].text
    span = Span(index, start, len(text), start - 1, len(text))
    found = before.find(discourse, span, 0)
    if found and found.voice != Voice():
        discourse.spoke(index, len(text), found.voice)
        yield Utterance((span,), squeeze(text[start:]).rstrip(" ,"), found, alone=False)


# -- Blocks -----------------------------------------------------------------------------------


def _signed(discourse: Discourse, index: int) -> tuple[int, Found | None]:
    """Where the words of a block quote end, and who signs it: in it, below it or in the sentence before."""
    text = discourse.text(index)
    if dash := _SIGNING_DASH.search(text):
        stop = dash.start()
        return stop, behind.find(discourse, Span(index, 0, stop, 0, stop), len(text))
    if signature := lines.signature(discourse, index):
        return len(text[: signature[0]].rstrip()), signature[1]
    return len(text), set_off(discourse, (Span(index, 0, len(text), 0, len(text)),))
