"""Speech without marks: paragraphs that a dash opens in the Spanish manner, and block quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from itertools import islice, pairwise

from kb.extractors import transcripts
from kb.extractors.attribution import before, behind, lines
from kb.extractors.attribution.discourse import Discourse, Found
from kb.extractors.quotations import FEWEST_LOOSE, set_off
from kb.extractors.scene import Scene, Voice
from kb.extractors.speech import SPEAKING_KINDS, Span
from kb.extractors.utterances import WORD, Utterance, own_name
from kb.records import Document, Passage
from kb.text.folding import squeeze

_DASHED = re.compile(r"[—–―-]\s?(?=[\w¿¡«“\"…])")
# In English, where a dash also opens items: another leads to the verb.
_ENGLISH_DASHED = re.compile(r"(?:[—–]\s?|-)(?=[A-Z])(?=[^\n]{10,600}?(?:—\s?|\s[–-])[a-z])")
# Within a paragraph, behind a sentence: "She does not complain. -He fixed my radio -she says."
_INNER = re.compile(r"(?<=[.!?…])\s[—–-](?=[A-ZÁÉÍÓÚÑ¿¡])")
_NEXT_LINE = re.compile(r"\n\s?(?=[—–-]\s?[\w¿¡«“\"…])")
_GOES_ON = re.compile(r"[^—–:]{0,200}?(?:[—–]|-(?=[,.;:\s])|(?<=\.\s)-(?=[A-ZÁÉÍÓÚÑ¿¡]))(?P<mark>[,.;:]?)\s?")
_ASKED_OF = re.compile(r"se\sl[ea]s?\s")
_MOST_INNER = 20  # turns of a paragraph
_ANSWER = re.compile(r":\s[—–]\s?(?=[A-ZÀ-ÖØ-Þ¿¡])")
_PART_OF_DIALOGUE = re.compile(r"\s?[—–]\s?|\s-(?=[a-záéíóúñ])")
_SIGNING_BRACKET = re.compile(r"\s\((?=[A-ZÀ-Þ])[^()\n]{3,160}\)")
_MOST_PARAGRAPHS = 20  # of one block quote
_SIGNING_DASH = re.compile(r"\s[—–]\s?(?=[A-ZÀ-Þ])")


def may_speak(document: Document, passage: Passage) -> bool:
    """Whether a passage without marks can be speech."""
    return passage.kind == "quote" or bool(
        _opening(document, passage) or _answer(document, passage) or _INNER.search(passage.text)
    )


def dialogues(scene: Scene) -> Iterator[Utterance]:
    """Paragraphs that a dash opens: —Llegamos de noche —dijo Ana Paz."""
    discourse = Discourse(scene)
    for index, passage in enumerate(scene.passages):
        if passage.kind not in SPEAKING_KINDS:
            continue
        if _opening(scene.document, passage):
            yield from _lines(discourse, index)
        elif inner := [*islice(_INNER.finditer(passage.text), _MOST_INNER)]:
            for dash in inner:
                yield from _turns(discourse, index, dash.end(), len(passage.text))
        elif answer := _answer(scene.document, passage):
            yield from _answered(discourse, index, answer.end())


def blocks(scene: Scene, marked: set[int]) -> Iterator[Utterance]:
    """Block quotes without marks that a line behind them or the sentence before attributes."""
    discourse = Discourse(scene)
    taken = marked | transcripts.passages_of(scene)
    for group in _groups(discourse, taken):
        last = group[-1]
        stop, found = _signed(discourse, group)
        spans = tuple(
            Span(index, 0, end, 0, end)
            for index in group
            for end in [stop if index == last else len(discourse.text(index))]
        )
        text = " ".join(squeeze(scene.document.passages[span.passage].text[: span.end]) for span in spans)
        if found and len(WORD.findall(text)) >= FEWEST_LOOSE and not lines.below(discourse, last):
            yield Utterance(spans, text, found, alone=True)


# -- Dashes -----------------------------------------------------------------------------------


def _opening(document: Document, passage: Passage) -> re.Match[str] | None:
    return _pattern(document).match(passage.text)


def _pattern(document: Document) -> re.Pattern[str]:
    return _DASHED if document.language == "es" else _ENGLISH_DASHED


def _lines(discourse: Discourse, index: int) -> Iterator[Utterance]:
    """The speech of each printed line that a dash opens, to the line before the next."""
    text = discourse.scene.document.passages[index].text
    starts = [0, *(line.end() for line in islice(_NEXT_LINE.finditer(text), _MOST_PARAGRAPHS)), len(text)]
    for start, stop in pairwise(starts):
        if dash := _pattern(discourse.scene.document).match(text, start):
            yield from _turns(discourse, index, dash.end(), stop)


def _answer(document: Document, passage: Passage) -> re.Match[str] | None:
    return _ANSWER.search(passage.text) if document.language == "es" else None


def _turns(discourse: Discourse, index: int, start: int, stop: int) -> Iterator[Utterance]:
    """The speech from ``start`` on, its attribution between dashes, and what is said behind it."""
    text = discourse.scene.document.passages[index].text
    turn = _PART_OF_DIALOGUE.search(text, start, stop)
    if turn is None:
        if stop == len(text):
            yield from _announced(discourse, index, start)
        return
    span = Span(index, start, turn.start(), start, turn.end())
    found = behind.find(discourse, span, stop)
    if found is None:
        return
    if found.voice == Voice() and _ASKED_OF.match(text, turn.end()):
        return  # "—¿Y ahora? —se le pregunta."
    if not found.voice.name and (mine := own_name(text[start : turn.start()])):
        found = found._replace(voice=found.voice._replace(name=mine))
    discourse.spoke(index, found.end, found.voice)
    words = text[start : turn.start()].rstrip(" ,")
    again = _GOES_ON.match(text, found.end, stop)
    if again:
        mark = "" if words[-1:] in "?!…" and again["mark"] == "." else again["mark"]
        words = f"{words}{mark} {text[again.end() : stop].strip()}"
    elif words.endswith("."):
        words = words[:-1]
    yield Utterance((span,), words, found, alone=True)
    answer = None if again else _ANSWER.search(text, found.end, stop)
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


def _announced(discourse: Discourse, index: int, start: int) -> Iterator[Utterance]:
    """Speech without attribution that the line before leads to: Ana Paz lo dice así: / —Llegamos de noche."""
    scene = discourse.scene
    text = scene.document.passages[index].text
    alone = index + 1 == len(scene.passages) or not _opening(scene.document, scene.passages[index + 1])
    item = text[1:2].isspace()  # it may be one of a list
    dash = text[:1] in "—–" or not (item or _NEXT_LINE.search(text))
    if not (alone and index and dash) or scene.passages[index - 1].kind not in SPEAKING_KINDS:
        return
    found = before.led_to(discourse, index - 1) or _asked(discourse, index)
    if found is None and text[:1] in "—–" and not item:
        found = before.topic(discourse, index - 1, len(discourse.text(index - 1)))
    if found and (found.voice.name or found.voice.role or (found.told and not item)):
        discourse.spoke(index, len(text), found.voice)
        span = Span(index, start, len(text), 0, len(text))
        yield Utterance((span,), squeeze(text[start:]).rstrip(" ,"), found, alone=True)


def _asked(discourse: Discourse, index: int) -> Found | None:
    """Who answers a question that a line of nobody named asks: the one who spoke before it."""
    text = discourse.text(index - 1)
    asks = "?" in text and _opening(discourse.scene.document, discourse.scene.passages[index - 1])
    voice = discourse.last_in(index - 2) if asks else None
    return Found(voice, 0, 0.6) if voice else None


# -- Blocks -----------------------------------------------------------------------------------


def _groups(discourse: Discourse, taken: Set[int]) -> Iterator[list[int]]:
    """The block quotes without marks, those that follow each other up to a signature as one."""
    group: list[int] = []
    for index, passage in enumerate(discourse.scene.passages):
        free = passage.kind == "quote" and index not in taken
        signs = free and bool(group) and lines.below(discourse, index, block=True) is not None
        if group and (not free or signs or len(group) >= _MOST_PARAGRAPHS):
            yield group
            group = []
        if free and not signs:
            group.append(index)
            if _signature(discourse, index):
                yield group
                group = []
    if group:
        yield group


def _signed(discourse: Discourse, group: list[int]) -> tuple[int, Found | None]:
    """Where the last paragraph of a block quote ends, and who signs it: in or below it, or above."""
    last = group[-1]
    if signature := _signature(discourse, last):
        return signature
    spans = tuple(Span(index, 0, end, 0, end) for index in group for end in [len(discourse.text(index))])
    return spans[-1].end, set_off(discourse, spans)


def _signature(discourse: Discourse, index: int) -> tuple[int, Found | None] | None:
    """The signature at the end of a block quote, and where it begins."""
    text = discourse.text(index)
    if sign := _SIGNING_DASH.search(text) or _bracketed(text):
        stop = sign.start()
        return stop, behind.find(discourse, Span(index, 0, stop, 0, stop), len(text))
    if signature := lines.signature(discourse, index):
        return len(text[: signature[0]].rstrip()), signature[1]
    return None


def _bracketed(text: str) -> re.Match[str] | None:
    """The bracket that a text ends with: "We listen. (Ana Paz, cook)"."""
    if not text.rstrip(" .").endswith(")"):
        return None
    return _SIGNING_BRACKET.match(text, max(0, text.rfind("(") - 1))
