"""What people said in a document: their exact words, who said them and where.

`speech` finds the words between marks, `attribution` who said them. Here parts that an attribution
interrupts become one quote, words that nobody said (titles, terms, irony) are left out, and a pull
quote that repeats another is dropped. A quote set off in a paragraph of its own may be attributed by
the line behind it or the sentence before.

Precision comes first: a quotation without a voice is no quote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from kb.extractors import saying
from kb.extractors.attribution import Attributor, Found, is_direct, is_part, is_term, is_title
from kb.extractors.evidence import evidence
from kb.extractors.scene import Scene, Voice
from kb.extractors.speech import SPEAKING_KINDS, Span, Speech, speeches
from kb.records import Document, Passage, Quote
from kb.text.folding import fold, squeeze

_MOST_QUOTATIONS = 5000  # of a document; the longest press digest we measured has 60
_FEWEST_WORDS = 3  # of a quote that is only part of somebody's sentence: fewer are irony or a term
_FEWEST_OF_A_PHRASE = 7  # behind an article, where a term or a title would stand
_FEWEST_LOOSE = 4  # of a quote that only the sentence before attributes
_EDGE = 20  # characters of marks and dashes around a quotation that fills its paragraph
_FARTHEST_PART = 250  # characters between an attribution and the part of the quote that goes on
_SAME_WORDS = 5  # the first words that a pull quote shares with the quote it repeats
_ENDS = re.compile(r"[.!?…]\s+\S")
_WORD = re.compile(r"[^\W_]+")
# Verbs with which one speech goes on over a second attribution.
_RESUMES = re.compile(
    r"[\s,.]{0,3}(?:(?:pro)?si(?:guió|gue)|contin(?:uó|úa)|(?:went|goes)\son|continue[sd])\b[^“”\"«»]{0,40}",
)
# Somebody goes on in the same sentence: "said Ana Paz, who added:".
_ADDS = re.compile(
    r",?\s(?:quien|who)\s(?:(?:además|luego|también|then|also)\s)?(?:agregó|añadió|prosiguió|continuó|added|continued|went\son):\s?"
)
_ASIDE = re.compile(r"\s?[—–]\s?(?P<aside>[^—–“”\"«»]{3,160}?)\s?[—–]\s?(?P<mark>[,.;:]?)")
_DASHED = re.compile(r"[—–-]\s?(?=[\w¿¡«“\"…])")
_LONG_DASHED = re.compile(
    r"—(?=[A-Z])(?=[^—\n]{10,600}—\s?[a-z])"
)  # in English, where a dash also opens items
_GOES_ON = re.compile(r"[^—–:]{0,200}?(?:[—–]|-(?=[,.;:\s]))(?P<mark>[,.;:]?)\s?")
_ANSWER = re.compile(r":\s[—–]\s?(?=[A-ZÀ-ÖØ-Þ¿¡])")
_PART_OF_DIALOGUE = re.compile(r"\s?[—–]\s?|\s-(?=[a-záéíóúñ])")


class _Said(NamedTuple):
    """A quotation with the voice behind it."""

    spans: Speech
    text: str
    found: Found
    alone: bool  # it fills its paragraph


def fill(document: Document) -> Document:
    """``document`` with the quotes of its passages, in order."""
    if document.quotes or not document.passages:
        return document
    speech = list(islice(speeches(document.passages), _MOST_QUOTATIONS))
    if not speech and not any(_may_speak(document, passage) for passage in document.passages):
        return document
    hidden: list[list[tuple[int, int]]] = [[] for _ in document.passages]
    for spans in speech:
        for span in spans:
            hidden[span.passage].append((span.outer, span.close))
    scene = Scene(document, hidden)
    said = [
        *_said(scene, speech),
        *_dialogues(scene),
        *_unmarked(scene, {span.passage for spans in speech for span in spans}),
    ]
    said.sort(key=lambda each: (each.spans[0].passage, each.spans[0].start))
    return replace(document, quotes=tuple(_quote(document, each) for each in _once(said)))


def _may_speak(document: Document, passage: Passage) -> bool:
    """Whether a passage without marks can be speech: a block quote, or a dash in the Spanish manner."""
    if document.language != "es":
        return passage.kind == "quote" or bool(_LONG_DASHED.match(passage.text))
    dashed = _DASHED.match(passage.text) or _ANSWER.search(passage.text)
    return passage.kind == "quote" or bool(dashed)


def _quote(document: Document, said: _Said) -> Quote:
    first = said.spans[0]
    passage = document.passages[first.passage]
    voice = said.found.voice
    return Quote(
        text=said.text,
        speaker=voice.name,
        role=voice.role,
        organisation=voice.organisation,
        evidence=evidence(passage, first.start, _last_letter(passage.text, first), said.found.confidence),
    )


def _last_letter(text: str, span: Span) -> int:
    return span.start + len(text[span.start : span.end].rstrip(" ,"))


# -- Quotations between marks -----------------------------------------------------------------


def _said(scene: Scene, speech: Sequence[Speech]) -> Iterator[_Said]:
    """The quotations that somebody said, those in parts joined."""
    attributor = Attributor(scene)
    limits = _limits(scene, speech)
    index = 0
    while index < len(speech):
        parts, found, used = _attributed(scene, attributor, speech, limits, index)
        index += used
        if found is None:
            continue
        last = parts[-1][-1]
        attributor.spoke(last.passage, max(last.close, found.end if used == 1 else 0), found.voice)
        spans = tuple(span for part in parts for span in part)
        text = _words(scene, parts, found)
        if text:
            yield _Said(spans, text, found, _fills(scene, spans))


def _limits(scene: Scene, speech: Sequence[Speech]) -> list[tuple[int, int]]:
    """For each quotation, where the one before it ends and the one behind it begins in its passages."""
    limits = []
    for index, spans in enumerate(speech):
        before = speech[index - 1][-1] if index else None
        behind = speech[index + 1][0] if index + 1 < len(speech) else None
        floor = before.close if before and before.passage == spans[0].passage else 0
        ceiling = len(scene.passages[spans[-1].passage].text)
        if behind and behind.passage == spans[-1].passage:
            ceiling = behind.outer
        limits.append((floor, ceiling))
    return limits


def _attributed(
    scene: Scene, attributor: Attributor, speech: Sequence[Speech], limits: list[tuple[int, int]], index: int
) -> tuple[list[Speech], Found | None, int]:
    """The parts of the quotation at ``index``, its voice, and how many quotations it takes up."""
    spans = speech[index]
    floor, ceiling = limits[index]
    text = scene.passages[spans[0].passage].text
    if is_term(text, spans[0]):
        return [spans], None, 1
    behind = attributor.behind(spans[-1], ceiling)
    if behind:
        parts = [spans, *_continued(scene, attributor, speech, limits, index, behind)]
        titled = is_part(text, spans[0]) and is_title(_raw(scene, spans))
        if not titled and _is_speech(scene, spans, fewest=1 if len(parts) > 1 else 2):
            return parts, behind, len(parts)
    aside = _aside(scene, attributor, spans)
    if aside:
        return [spans], aside, 1
    before = attributor.before(spans[0], floor)
    if before:
        spoken = before.voice != Voice() and _belongs(scene, spans)
        return [spans], before if spoken else None, 1
    beat = _beat(scene, attributor, speech, limits, index)
    if beat:
        return [spans, speech[index + 1]], beat, 2
    return [spans], _loose(scene, attributor, spans), 1


def _beat(
    scene: Scene, attributor: Attributor, speech: Sequence[Speech], limits: list[tuple[int, int]], index: int
) -> Found | None:
    """Who is named between two quotations that fill the rest of a paragraph: «A». Ana calla un rato. «B»."""
    spans = speech[index]
    if index + 1 >= len(speech) or len(_WORD.findall(_raw(scene, spans)[:400])) < _FEWEST_WORDS:
        return None
    last, following = spans[-1], speech[index + 1]
    together = last.passage == following[0].passage and spans[0].outer <= _EDGE
    if not together or attributor.behind(following[-1], limits[index + 1][1]):
        return None
    return attributor.beat(last, following[0].outer)


def _continued(
    scene: Scene,
    attributor: Attributor,
    speech: Sequence[Speech],
    limits: list[tuple[int, int]],
    index: int,
    behind: Found,
) -> list[Speech]:
    """The part of a quotation that goes on behind its attribution."""
    if index + 1 >= len(speech):
        return []
    last, following = speech[index][-1], speech[index + 1]
    first = following[0]
    text = scene.passages[last.passage].text
    together = first.passage == last.passage
    rest = text[behind.end : first.outer] if together else text[behind.end :]
    if len(rest) > _FARTHEST_PART or _ENDS.search(rest) or is_term(scene.passages[first.passage].text, first):
        return []
    if not together:
        open_ended = text[last.end - 1] == ","
        further = first.passage == last.passage + 1 and len(following) > 1 and _fills(scene, following)
        return [following] if open_ended and further else []
    if not _goes_on(text, last, behind, rest):
        return []
    again = attributor.behind(following[-1], limits[index + 1][1])
    if again is None:
        return [following]
    if not _RESUMES.fullmatch(text, following[-1].close, max(again.end, following[-1].close)):
        return []
    return [following, *_continued(scene, attributor, speech, limits, index + 1, again)]


def _goes_on(text: str, last: Span, behind: Found, rest: str) -> bool:
    """Whether a quotation goes on behind its attribution and ``rest``: it had not ended before."""
    if _ADDS.fullmatch(rest):
        return True
    if "." in rest or text[behind.end - 1] == ".":
        return text[last.end - 1] in ",?!" or text[last.close : last.close + 1] == ","
    return not saying.verbs(rest, 0, len(rest)) and (len(rest.split()) < 2 or rest.rstrip()[-1:] in ",;—–")


def _is_speech(scene: Scene, spans: Speech, *, fewest: int) -> bool:
    """Whether words right before an attribution are speech: some words, or a sentence's end or comma."""
    words, last = _raw(scene, spans).rstrip(), spans[-1]
    stopped = words[-1:] in ",.!?…" or scene.passages[last.passage].text[last.close : last.close + 1] in ",."
    count = len(_WORD.findall(words[:400]))
    if not stopped and (is_title(words) or count < 2):
        return False
    return count >= fewest or (count > 0 and words[-1:] in ",.!?…")


def _belongs(scene: Scene, spans: Speech) -> bool:
    """Whether the words are speech and not a title or a term in somebody's sentence."""
    text = scene.passages[spans[0].passage].text
    words = _raw(scene, spans)
    count = len(_WORD.findall(words[:400]))
    if is_title(words):
        return False
    if is_part(text, spans[0]):
        return count >= _FEWEST_OF_A_PHRASE
    stopped = words.rstrip()[-1:] in ".!?…" or text[spans[0].close : spans[0].close + 1] == "."
    return count >= _FEWEST_WORDS or (is_direct(text, spans[0]) and stopped)


def _loose(scene: Scene, attributor: Attributor, spans: Speech) -> Found | None:
    """The voice of whole sentences that nothing beside them attributes."""
    words = _raw(scene, spans)
    if len(_WORD.findall(words[:400])) < _FEWEST_LOOSE or is_title(words):
        return None
    if _fills(scene, spans):
        return _set_off(scene, attributor, spans)
    first = spans[0]
    text = scene.passages[first.passage].text
    before = text[max(0, first.outer - _EDGE) : first.outer].rstrip()
    if not before and first.passage and scene.passages[first.passage - 1].kind in SPEAKING_KINDS:
        return attributor.led_to(first.passage - 1)
    if not before or before[-1] not in '.!?…”"»' or not (words[:1].isupper() or words[:1] in "¿¡"):
        return None
    whole = words.rstrip()[-1:] in ".!?…" and scene.passages[first.passage].text[first.close :].strip() == ""
    found = attributor.topic_before(first.passage, first.outer, whole=whole)
    if found is None and words.rstrip()[-1:] in ".!?…":
        last = attributor.last_in(first.passage)
        found = Found(last, first.outer, 0.55) if last else None
    return found


def _set_off(scene: Scene, attributor: Attributor, spans: Speech) -> Found | None:
    """The voice of a quotation that fills its paragraphs."""
    before, behind = spans[0].passage - 1, spans[-1].passage + 1
    follows = behind < len(scene.passages) and scene.passages[behind].kind in SPEAKING_KINDS
    blocked = scene.passages[spans[0].passage].kind == "quote"
    if follows and (found := attributor.line(behind, below_block=blocked)):
        return found
    last_span = spans[-1]
    ended = scene.passages[last_span.passage].text[max(0, last_span.end - 1) : last_span.end]
    if follows and ended in ",?!" and (found := attributor.resumed(behind)):
        return found
    if before >= 0 and scene.passages[before].kind == "heading":
        return attributor.heading(before)
    if before < 0 or scene.passages[before].kind not in SPEAKING_KINDS:
        return None
    if found := attributor.led_to(before) or attributor.announced(before):
        return found
    length = len(scene.passages[before].text)
    last = attributor.last_in(before)
    return attributor.topic_before(before, length) or (Found(last, 0, 0.6) if last else None)


def _fills(scene: Scene, spans: Speech) -> bool:
    """Whether a quotation is all there is in its paragraphs."""
    for span in spans:
        text = scene.passages[span.passage].text
        if span.outer > _EDGE or len(text) - span.close > _EDGE:
            return False
        if (text[: span.outer] + text[span.close :]).strip(' .,—–-"“”«»'):
            return False
    return True


def _aside(scene: Scene, attributor: Attributor, spans: Speech) -> Found | None:
    """The voice named between dashes inside the marks: «Llegamos —dijo Ana Paz— de noche»."""
    span = spans[0]
    text = scene.passages[span.passage].text
    for aside in _ASIDE.finditer(text, span.start, span.end):
        inner = Span(span.passage, span.start, aside.start(), span.outer, aside.start("aside"))
        found = attributor.behind(inner, aside.end("aside"))
        if found:
            return found
    return None


# -- Words ------------------------------------------------------------------------------------


def _raw(scene: Scene, spans: Speech) -> str:
    return " ".join(scene.passages[span.passage].text[span.start : span.end] for span in spans)


def _printed(scene: Scene, spans: Speech) -> str:
    passages = scene.document.passages
    return " ".join(passages[span.passage].text[span.start : span.end] for span in spans)


def _words(scene: Scene, parts: Sequence[Speech], found: Found) -> str:
    """The exact words of a quotation, its parts joined, without a mark that only closes."""
    pieces = [squeeze(_without_aside(scene, part)) for part in parts]
    text = pieces[0]
    for piece in pieces[1:]:
        # "We listened," said Ana Paz. "We acted." are two sentences.
        sentence = piece[:1].isupper() and (text.endswith(",") or text[-1:].isalnum())
        text = f"{text.rstrip(',')}. {piece}" if sentence else f"{text} {piece}"
    text = text.rstrip(" ,")
    closes = len(parts) == 1 and found.closes
    if closes and text.endswith(".") and not text.endswith(".."):
        text = text[:-1]
    return text


def _without_aside(scene: Scene, spans: Speech) -> str:
    words = _printed(scene, spans)
    for aside in _ASIDE.finditer(words):
        if saying.verb_at(words, aside.start("aside"), aside.end("aside")):
            return f"{words[: aside.start()]}{aside['mark']} {words[aside.end() :].lstrip()}"
    return words


# -- Quotes without marks ---------------------------------------------------------------------


def _dialogues(scene: Scene) -> Iterator[_Said]:
    """Paragraphs that a dash opens in the Spanish manner: —Llegamos de noche —dijo Ana Paz."""
    attributor = Attributor(scene)
    for index, passage in enumerate(scene.passages):
        if passage.kind not in SPEAKING_KINDS:
            continue
        spanish = scene.document.language == "es"
        if dash := (_DASHED if spanish else _LONG_DASHED).match(passage.text):
            yield from _turns(scene, index, dash.end(), attributor)
        elif spanish and (answer := _ANSWER.search(passage.text)):
            yield from _answered(scene, index, answer.end(), attributor)


def _answered(scene: Scene, index: int, start: int, attributor: Attributor) -> Iterator[_Said]:
    """Speech that a dash opens behind a colon: Ana Paz contesta: —Llegamos de noche."""
    text = scene.document.passages[index].text
    span = Span(index, start, len(text), start - 1, len(text))
    found = attributor.before(span, 0)
    if found and found.voice != Voice():
        attributor.spoke(index, len(text), found.voice)
        yield _Said((span,), squeeze(text[start:]).rstrip(" ,"), found, alone=False)


def _turns(scene: Scene, index: int, start: int, attributor: Attributor) -> Iterator[_Said]:
    """The speech from ``start`` on, its attribution between dashes, and what is said behind it."""
    text = scene.document.passages[index].text
    turn = _PART_OF_DIALOGUE.search(text, start)
    if turn is None:
        return
    span = Span(index, start, turn.start(), start, turn.end())
    found = attributor.behind(span, len(text))
    if found is None:
        return
    attributor.spoke(index, found.end, found.voice)
    words = text[start : turn.start()].rstrip(" ,")
    again = _GOES_ON.match(text, found.end)
    if again:
        mark = "" if words[-1:] in "?!…" and again["mark"] == "." else again["mark"]
        words = f"{words}{mark} {text[again.end() :].strip()}"
    elif words.endswith("."):
        words = words[:-1]
    yield _Said((span,), words, found, alone=True)
    answer = None if again else _ANSWER.search(text, found.end)
    if answer:
        yield from _answered(scene, index, answer.end(), attributor)


def _unmarked(scene: Scene, marked: set[int]) -> Iterator[_Said]:
    """Block quotes without marks that a line behind them or the sentence before attributes."""
    attributor = Attributor(scene)
    for index, passage in enumerate(scene.passages):
        if passage.kind != "quote" or index in marked:
            continue
        stop, found = _signed(scene, attributor, index)
        if found and len(_WORD.findall(passage.text[:stop])) >= _FEWEST_LOOSE and not attributor.line(index):
            span = Span(index, 0, stop, 0, stop)
            yield _Said((span,), squeeze(scene.document.passages[index].text[:stop]), found, alone=True)


def _signed(scene: Scene, attributor: Attributor, index: int) -> tuple[int, Found | None]:
    """Where the words of a block quote end, and who signs it: in it, below it or in the sentence before."""
    text = scene.passages[index].text
    if dash := re.search(r"\s[—–]\s?(?=[A-ZÀ-Þ])", text):
        stop = dash.start()
        return stop, attributor.behind(Span(index, 0, stop, 0, stop), len(text))
    if signature := attributor.signature(index):
        return len(text[: signature[0]].rstrip()), signature[1]
    return len(text), _set_off(scene, attributor, (Span(index, 0, len(text), 0, len(text)),))


# -- Once -------------------------------------------------------------------------------------


def _once(said: Sequence[_Said]) -> Iterator[_Said]:
    """Each quote once: a paragraph of its own that repeats words of another is a pull quote."""
    keys = [" ".join(_WORD.findall(fold(each.text))) for each in said]
    starts: dict[str, list[int]] = {}
    for index, key in enumerate(keys):
        words = key.split()
        for at in range(max(1, len(words) - _SAME_WORDS + 1)):
            held = starts.setdefault(" ".join(words[at : at + _SAME_WORDS]), [])
            if len(held) < 4 and held[-1:] != [index]:
                held.append(index)
    for index, each in enumerate(said):
        opening = " ".join(keys[index].split()[:_SAME_WORDS])
        others = [other for other in starts.get(opening, ()) if other != index and keys[index] in keys[other]]
        same = any(
            keys[other] == keys[index] and (said[other].alone, other) < (each.alone, index)
            for other in others
        )
        longer = any(
            len(keys[other]) > len(keys[index])
            and (each.alone or each.found.voice.name == said[other].found.voice.name is not None)
            for other in others
        )
        if not (same or longer):
            yield each
