"""Quotations between marks that somebody said, their interrupted parts joined.

Precision comes first: words that only have marks (titles, terms, irony) are no quotation, and a voice
beside such words is not theirs. What counts as speech depends on where the voice stands: right behind
("...", said Ana Paz) two words are enough, in front of a part of somebody's sentence three, and whole
sentences that only the text before attributes need four.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from kb.extractors.attribution import before, behind, joining, lines
from kb.extractors.attribution.discourse import Discourse, Found
from kb.extractors.attribution.terms import is_direct, is_led, is_part, is_subject, is_term, is_title, is_told
from kb.extractors.scene import Scene, Voice
from kb.extractors.speech import SPEAKING_KINDS, Span, Speech
from kb.extractors.utterances import (
    ASIDE,
    EDGE,
    Utterance,
    count_words,
    fills,
    own_name,
    printed_words,
    raw_words,
)

_FEWEST_WORDS = 3  # of a quote that is only part of somebody's sentence: fewer are irony or a term
_FEWEST_OF_A_PHRASE = 7  # behind an article, where a term or a title would stand
_FEWEST_WORKED_IN = 4  # of a quote that its sentence works in without a verb of saying
FEWEST_LOOSE = 4  # of a quote that only the sentence before attributes
_MOST_BELOW = 20  # quotations, one below the other, of one voice
_FARTHEST_PART = 250  # characters between an attribution and the part of the quote that goes on
# Verbs with which one speech goes on over a second attribution.
_RESUMES = re.compile(
    r"[\s,.]{0,3}(?:(?:pro)?si(?:guió|gue)|contin(?:uó|úa)|(?:went|goes)\son|continue[sd])\b[^“”\"«»]{0,40}",
)
_AND_THAT = re.compile(r",?\s(?:and|y|e)\s(?:also\s|también\s)?(?:that|que)\b[^.;:“”\"«»]{0,100}")
_SAME_SENTENCE = re.compile(
    r",?\s(?![^,]{0,20}\b(?:report|informe|libro|campaña|campaign)\b)[^.;:“”\"«»]{0,80}"
)


def said(scene: Scene, speech: Sequence[Speech]) -> Iterator[Utterance]:
    """The quotations that somebody said, in order."""
    discourse = Discourse(scene)
    reader = _Reader(discourse, speech)
    index = 0
    while index < len(speech):
        parts, found = reader.attributed(index)
        index += len(parts)
        if found is None:
            continue
        last = parts[-1][-1]
        if not found.cited:
            discourse.spoke(last.passage, max(last.close, found.end if len(parts) == 1 else 0), found.voice)
        spans = tuple(span for part in parts for span in part)
        if text := printed_words(scene, parts, found):
            yield Utterance(spans, text, found, fills(scene, spans))


def set_off(discourse: Discourse, spans: Speech) -> Found | None:
    """The voice of a quotation that fills its paragraphs: from the line below, the heading or text above."""
    passages = discourse.scene.passages
    above, below = spans[0].passage - 1, spans[-1].passage + 1
    if found := lines.above(discourse, spans[0].passage):
        return found
    if below < len(passages) and passages[below].kind in SPEAKING_KINDS:
        block = passages[spans[0].passage].kind == "quote"
        if found := lines.below(discourse, below, block=block):
            return found
        ended = discourse.text(spans[-1].passage)[max(0, spans[-1].end - 1) : spans[-1].end]
        if ended in ",?!" and (found := behind.resumed(discourse, below)):
            return found
    found = lines.headed(discourse, spans[0].passage)
    if found or (above >= 0 and passages[above].kind == "heading"):
        return found
    if above < 0 or passages[above].kind not in SPEAKING_KINDS:
        return None
    if found := before.led_to(discourse, above) or lines.announced(discourse, above):
        return found
    block = passages[spans[0].passage].kind == "quote"
    marked = spans[0].start > spans[0].outer
    return lines.reproduced(discourse, above) or _spoken_before(discourse, above, block=block, marked=marked)


def _spoken_before(discourse: Discourse, above: int, *, block: bool, marked: bool) -> Found | None:
    """Who is told to speak in all of the text, whom the paragraph above is about, or who spoke in it."""
    if voice := discourse.attributed:
        return Found(voice, 0, 0.65)
    if found := before.topic(discourse, above, len(discourse.text(above)), whole=block):
        return found
    last = discourse.last_in(above) or (discourse.told_of(above) if block and marked else None)
    return Found(last, 0, 0.6) if last else None


class _Limits(NamedTuple):
    """How far the text beside a quotation is its own: up to its neighbours in the same passages."""

    floor: int
    ceiling: int


class _Reader:
    """Finds the voices of a document's quotations, which are asked for in reading order."""

    def __init__(self, discourse: Discourse, speech: Sequence[Speech]) -> None:
        self._discourse = discourse
        self._scene = discourse.scene
        self._speech = speech
        self._found: Found | None = None  # the voice of the last one asked for
        self._limits = [self._limits_of(index) for index in range(len(speech))]

    def _limits_of(self, index: int) -> _Limits:
        spans, speech = self._speech[index], self._speech
        earlier = speech[index - 1][-1] if index else None
        later = speech[index + 1][0] if index + 1 < len(speech) else None
        floor = earlier.close if earlier and earlier.passage == spans[0].passage else 0
        ceiling = len(self._text(spans[-1]))
        if later and later.passage == spans[-1].passage:
            ceiling = later.outer
        return _Limits(floor, ceiling)

    def attributed(self, index: int) -> tuple[list[Speech], Found | None]:
        """The quotations that are the parts of the one at ``index``, and its voice."""
        parts, found = self._attributed(index)
        if found and not found.voice.name:
            last, words = parts[-1][-1], raw_words(self._scene, parts[0])
            named = self._discourse.told_next(last.passage, max(last.close, found.end))
            if named is None and not found.voice.role:
                named = self._discourse.introduced_next(last.passage, last.close)
            if named is None and (mine := own_name(words)):
                named = Voice(mine)
            if named:
                found = found._replace(voice=named._replace(role=found.voice.role or named.role))
        self._found = found
        return parts, found

    def _attributed(self, index: int) -> tuple[list[Speech], Found | None]:
        spans = self._speech[index]
        if is_term(self._text(spans[0]), spans[0]):
            return [spans], None
        if found := before.bracketing(self._discourse, spans[0]):
            return [spans], found
        if behind.is_read(self._discourse, spans[-1], self._limits[index].ceiling):
            return [spans], None
        if found := behind.find(self._discourse, spans[-1], self._limits[index].ceiling):
            parts = [spans, *self._continued(index, found)]
            if self._is_speech(spans, fewest=1 if len(parts) > 1 else 2):
                return parts, found
        if found := self._aside(spans):
            return [spans], found
        if found := before.find(self._discourse, spans[0], self._limits[index].floor):
            nameless = found.voice == Voice() and not is_led(self._text(spans[0]), spans[0])
            spoken = (found.told or found.voice != Voice()) and self._belongs(spans, nameless=nameless)
            return [spans], found if spoken else None
        if found := self._beat(index):
            return [spans, self._speech[index + 1]], found
        return self._apart(index)

    def _apart(self, index: int) -> tuple[list[Speech], Found | None]:
        """The parts and the voice of a quotation that its own sentence attributes to nobody."""
        spans = self._speech[index]
        found = self._loose(spans)
        if found is None and self._is_coordinated(index):
            return [spans], self._found
        if found and found.voice.name and fills(self._scene, spans) and self._is_led_from_above(spans):
            return [spans, *self._below(index)], found
        if found and (rest := self._behind_line(index)):
            return [spans, *rest], found
        return [spans], found or self._worked_in(spans) or self._told(spans)

    # -- Parts ----------------------------------------------------------------------------------

    def _continued(self, index: int, found: Found) -> list[Speech]:
        """The parts of a quotation that go on behind its attribution."""
        if index + 1 >= len(self._speech):
            return []
        last, following = self._speech[index][-1], self._speech[index + 1]
        first, text = following[0], self._text(last)
        together = first.passage == last.passage
        rest = text[found.end : first.outer] if together else text[found.end :]
        if len(rest) > _FARTHEST_PART or joining.ends_within(rest) or is_term(self._text(first), first):
            return []
        if not together:
            return [] if rest.rstrip().endswith(":") else self._below(index)
        if not joining.goes_on(text, last, found, rest):
            return []
        again = behind.find(self._discourse, following[-1], self._limits[index + 1].ceiling)
        close = following[-1].close
        if again is None or joining.begins_anew(text, following[-1], again):
            return [following]
        if not _RESUMES.fullmatch(text, close, max(again.end, close)):
            return []
        return [following, *self._continued(index + 1, again)]

    def _below(self, index: int) -> list[Speech]:
        """The quotations that fill the paragraphs below one and go on with it: nobody else signs them."""
        parts: list[Speech] = []
        for last, following in pairwise(self._speech[index : index + _MOST_BELOW]):
            below = following[-1].passage + 1
            if following[0].passage != last[-1].passage + 1 or not fills(self._scene, following):
                break
            pulled = raw_words(self._scene, following) in raw_words(self._scene, last)
            if pulled or self._is_repeated(following) or self._kind(following) != self._kind(last):
                break
            if self._aside(following):
                break
            if below < len(self._scene.passages) and lines.below(self._discourse, below):
                break
            parts.append(following)
        return parts

    def _is_repeated(self, speech: Speech) -> bool:
        """Whether the document quotes the words of a quotation elsewhere too."""
        return self._times[raw_words(self._scene, speech).rstrip(" .,")] > 1

    @cached_property
    def _times(self) -> Counter[str]:
        """How many times the document quotes the same words."""
        return Counter(raw_words(self._scene, each).rstrip(" .,") for each in self._speech)

    def _kind(self, speech: Speech) -> str:
        return self._scene.passages[speech[0].passage].kind

    def _behind_line(self, index: int) -> list[Speech]:
        """The part of a quotation behind its attribution in the paragraph below: "A," / says Ana Paz. "B"."""
        last = self._speech[index][-1]
        for following in self._speech[index + 1 : index + 2]:
            first, text = following[0], self._text(following[0])
            named = behind.resumed(self._discourse, first.passage) if text[:1].islower() else None
            goes_on = self._text(last)[last.end - 1] in ",?!" and first.passage == last.passage + 1
            if not (named and goes_on and named.end <= first.outer <= named.end + _FARTHEST_PART):
                return []
            own = behind.find(self._discourse, following[-1], self._limits[index + 1].ceiling)
            apart = own or text[: first.outer].rstrip()[-1:] == ":" or is_term(text, first)
            return [] if apart or joining.ends_within(text[named.end : first.outer]) else [following]
        return []

    def _beat(self, index: int) -> Found | None:
        """Who is named between two quotations that fill the rest of a paragraph: «A». Ana calla. «B»."""
        spans = self._speech[index]
        if index + 1 >= len(self._speech) or count_words(raw_words(self._scene, spans)) < _FEWEST_WORDS:
            return None
        last, following = spans[-1], self._speech[index + 1]
        together = last.passage == following[0].passage and spans[0].outer <= EDGE
        if not together or behind.find(self._discourse, following[-1], self._limits[index + 1].ceiling):
            return None
        return behind.beat(self._discourse, last, following[0].outer)

    def _aside(self, spans: Speech) -> Found | None:
        """The voice named between dashes inside the marks: «Llegamos —dijo Ana Paz— de noche»."""
        span = spans[0]
        for aside in ASIDE.finditer(self._text(span), span.start, span.end):
            inner = Span(span.passage, span.start, aside.start(), span.outer, aside.start("aside"))
            if found := behind.find(self._discourse, inner, aside.end("aside")):
                return found
        return None

    # -- What is speech -------------------------------------------------------------------------

    def _is_speech(self, spans: Speech, *, fewest: int) -> bool:
        """Whether words right before an attribution are speech: some words, or a sentence's end or comma."""
        words, last = raw_words(self._scene, spans).rstrip(), spans[-1]
        titled = is_title(words)
        if titled and is_part(self._text(spans[0]), spans[0]):
            return False
        stopped = words[-1:] in ",.!?…" or self._text(last)[last.close : last.close + 1] in ",."
        count = count_words(words)
        if not stopped and (titled or count < 2):
            return False
        if (
            count == 1
            and self._opens_sentence(spans[0])
            and self._text(last)[last.close : last.close + 1] == ","
        ):
            return True  # «Ya», le responde Ana Paz
        return count >= fewest or (count > 0 and words[-1:] in ",.!?…")

    def _opens_sentence(self, span: Span) -> bool:
        """Whether the words in marks begin a sentence or a paragraph."""
        lead = self._text(span)[max(0, span.outer - EDGE) : span.outer].rstrip()
        return not lead or lead[-1] in ".!?…"

    def _belongs(self, spans: Speech, *, nameless: bool) -> bool:
        """Whether the words are speech and not a title or a term in somebody's sentence.

        One word of somebody without a name is what a form says: 870 of them said “no”.
        """
        words, text = raw_words(self._scene, spans), self._text(spans[0])
        count = count_words(words)
        if is_title(words) or is_subject(text, spans[0]):
            return False
        if is_part(text, spans[0]):
            return count >= _FEWEST_OF_A_PHRASE
        stopped = words.rstrip()[-1:] in ".!?…" or text[spans[0].close : spans[0].close + 1] == "."
        return count >= _FEWEST_WORDS or (not nameless and is_direct(text, spans[0]) and stopped)

    def _worked_in(self, spans: Speech) -> Found | None:
        """The voice of words worked into a sentence: Ana Paz thanked them for their “dogged, boring help”."""
        words, text = raw_words(self._scene, spans), self._text(spans[0])
        first, last = spans[0], spans[-1]
        small = words[:1].islower() or words[:1].isdigit()
        if len(spans) > 1 or not small or is_subject(text, first):
            return None
        before_mark = "," in words or words.rstrip()[-1:] in ".!?…"
        ends = words.rstrip()[-1:] in ",.!?…" or text[last.close : last.close + 1] in {".", ";", ","}
        fewest = _FEWEST_OF_A_PHRASE if is_part(text, first) and not before_mark else _FEWEST_WORKED_IN
        if not ends or count_words(words) < fewest:
            return None
        return before.worked_in(self._discourse, first)

    def _told(self, spans: Speech) -> Found | None:
        """Nobody's voice, of whole sentences behind a colon or a comma in which somebody says I or we."""
        words, text = raw_words(self._scene, spans), self._text(spans[0])
        led = text[: spans[0].outer].rstrip()[-1:] in (":", ",")
        ended = words.rstrip()[-1:] in ".!?…" or text[spans[-1].close : spans[-1].close + 1] == "."
        return Found(Voice(), spans[0].outer, 0.5) if led and ended and is_told(words) else None

    # -- Whole sentences ------------------------------------------------------------------------

    def _loose(self, spans: Speech) -> Found | None:
        """The voice of whole sentences that nothing beside them attributes."""
        words = raw_words(self._scene, spans)
        if count_words(words) < FEWEST_LOOSE or is_title(words):
            return None
        if fills(self._scene, spans):
            return set_off(self._discourse, spans)
        first, text = spans[0], self._text(spans[0])
        lead = text[max(0, first.outer - EDGE) : first.outer].rstrip()
        above = self._scene.passages[first.passage - 1] if first.passage else None
        if not lead and (found := self._introduced_behind(spans)):
            return found
        if not lead and above and above.kind in SPEAKING_KINDS:
            return before.led_to(self._discourse, first.passage - 1)
        if lead[-1:] == "?" and (found := before.answered(self._discourse, first.passage, first.outer)):
            return found
        opening = words.lstrip("¿¡‘'“«")
        if not lead or lead[-1] not in '.!?…”"»' or not opening[:1].isupper():
            return None
        ended = words.rstrip()[-1:] in ".!?…" or text[first.close : first.close + 1] == "."
        found = before.topic(self._discourse, first.passage, first.outer, whole=ended)
        last = self._discourse.last_in(first.passage) if ended else None
        return found or (Found(last, first.outer, 0.55) if last else None)

    def _introduced_behind(self, spans: Speech) -> Found | None:
        """The voice of sentences that open a paragraph whose next sentence introduces somebody."""
        last = spans[-1]
        ended = (
            self._text(last)[last.end - 1] in ".!?…" or self._text(last)[last.close : last.close + 1] == "."
        )
        voice = self._discourse.introduced_next(last.passage, last.close) if ended else None
        return Found(voice, last.close, 0.5) if voice else None

    def _is_coordinated(self, index: int) -> bool:
        """Whether one clause goes on with "that" behind the quotation before: that «A», and that it «B»."""
        last, first = self._speech[index - 1][-1], self._speech[index][0]
        if not index or last.passage != first.passage:
            return False
        if _AND_THAT.fullmatch(self._text(first), last.close, first.outer):
            return True
        whole = count_words(raw_words(self._scene, self._speech[index])) >= _FEWEST_WORKED_IN
        apart = is_part(self._text(first), first) or is_subject(self._text(first), first)
        return (
            whole
            and not apart
            and _SAME_SENTENCE.fullmatch(self._text(first), last.close, first.outer) is not None
        )

    def _is_led_from_above(self, spans: Speech) -> bool:
        """Whether the paragraph above ends with a colon: Ana Paz said: / «...» / «...»."""
        above = spans[0].passage - 1
        return above >= 0 and self._discourse.text(above).rstrip().endswith(":")

    def _text(self, span: Span) -> str:
        return self._discourse.text(span.passage)
