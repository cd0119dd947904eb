"""Utterances: words with the voice behind them, and how their parts are joined and printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kb.extractors import saying
from kb.extractors.attribution.discourse import Found
from kb.extractors.scene import Scene
from kb.extractors.speech import Speech
from kb.text.folding import squeeze
from kb.text.letters import UPPER

EDGE = 20  # characters of marks and dashes around a quotation that fills its paragraph
_MOST_COUNTED = 400  # characters in which words are counted
# The voice between dashes inside the marks: «Llegamos —dijo Ana Paz— de noche».
ASIDE = re.compile(r"\s?[—–]\s?(?P<aside>[^—–“”\"«»]{3,160}?)\s?[—–]\s?(?P<mark>[,.;:]?)")
_MY_NAME = re.compile(
    r"\b(?:[Mm]e\sllamo|[Mm]i\snombre\ses|[Mm]y\sname\sis|[Mm]y\sname['’]s|I\sam\scalled)\s"
    rf"(?P<name>[{UPPER}][^\W\d_]+(?:\s[{UPPER}][^\W\d_]+)?)"
)
WORD = re.compile(r"[^\W_]+")


class Utterance(NamedTuple):
    """A quotation with the voice behind it."""

    spans: Speech
    text: str
    found: Found
    alone: bool  # it fills its paragraph


def own_name(words: str) -> str | None:
    """The name that somebody gives in speaking.

    >>> own_name("Me llamo Génesis y no me perdí.")
    'Génesis'
    """
    mine = _MY_NAME.search(words)
    return mine["name"] if mine else None


def count_words(text: str) -> int:
    """How many words a text begins with, as far as it matters."""
    return len(WORD.findall(text[:_MOST_COUNTED]))


def raw_words(scene: Scene, spans: Speech) -> str:
    """The words between the marks, as they are read."""
    return " ".join(scene.passages[span.passage].text[span.start : span.end] for span in spans)


def fills(scene: Scene, spans: Speech) -> bool:
    """Whether a quotation is all there is in its paragraphs."""
    for span in spans:
        text = scene.passages[span.passage].text
        if span.outer > EDGE or len(text) - span.close > EDGE:
            return False
        if (text[: span.outer] + text[span.close :]).strip(' .,—–-"“”«»'):
            return False
    return True


def printed_words(scene: Scene, parts: Sequence[Speech], found: Found) -> str:
    """The exact words of a quotation, its parts joined, without a mark that only closes."""
    pieces = [squeeze(_without_aside(scene, part)) for part in parts]
    text = pieces[0]
    for piece in pieces[1:]:
        # "We listened," said Ana Paz. "We acted." are two sentences.
        sentence = piece[:1].isupper() and (text.endswith(",") or text[-1:].isalnum())
        text = f"{text.rstrip(',')}. {piece}" if sentence else f"{text} {piece}"
    text = text.rstrip(" ,")
    closes = len(parts) == 1 and found.closes
    return text[:-1] if closes and text.endswith(".") and not text.endswith("..") else text


def _without_aside(scene: Scene, spans: Speech) -> str:
    passages = scene.document.passages
    words = " ".join(passages[span.passage].text[span.start : span.end] for span in spans)
    for aside in ASIDE.finditer(words):
        if saying.verb_at(words, aside.start("aside"), aside.end("aside")):
            return f"{words[: aside.start()]}{aside['mark']} {words[aside.end() :].lstrip()}"
    return words
