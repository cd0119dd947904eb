"""What people said in a document: their exact words, who said them and where.

`speech` finds the words between marks, `quotations` which of them somebody said and whose voice it is,
`dialogue` speech without marks, `transcripts` the turns of a hearing, `interviews` answers without labels.
A pull quote that repeats another is dropped here.

Precision comes first: a quotation without a voice is no quote.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from kb.extractors import dialogue, interviews, quotations, transcripts
from kb.extractors.evidence import evidence
from kb.extractors.plain_words import is_plain_word
from kb.extractors.scene import Scene
from kb.extractors.speech import Span, Speech, speeches
from kb.extractors.utterances import WORD, Utterance
from kb.records import Document, Quote
from kb.text.folding import fold

_MOST_QUOTATIONS = 5000  # of a document; the longest press digest we measured has 60
_SAME_WORDS = 5  # the first words that a pull quote shares with the quote it repeats
_MOST_SHARING = 4  # quotes that are looked at for the same first words


def fill(document: Document) -> Document:
    """``document`` with the quotes of its passages, in order."""
    if document.quotes or not document.passages:
        return document
    speech = list(islice(speeches(document.passages), _MOST_QUOTATIONS))
    silent = not speech and not any(dialogue.may_speak(document, passage) for passage in document.passages)
    if silent and not (transcripts.may_hold(document) or interviews.may_hold(document)):
        return document
    hidden: list[list[tuple[int, int]]] = [[] for _ in document.passages]
    for spans in speech:
        for span in spans:
            hidden[span.passage].append((span.outer, span.close))
    scene = Scene(document, hidden)
    between_marks = list(quotations.said(scene, speech))
    quoted = list(dialogue.blocks(scene, _with_marks(speech, between_marks)))
    answers = list(interviews.answers(scene))
    turns = list(transcripts.turns(scene))
    told = list(dialogue.dialogues(scene))
    whole = {span.passage for each in (*quoted, *answers) for span in each.spans}
    own = (each for each in between_marks if each.spans[0].passage not in whole)
    said = [
        *turns,
        *answers,
        *(each for each in own if not any(_holds(turn.spans[0], each.spans[0]) for turn in (*turns, *told))),
        *told,
        *quoted,
    ]
    said.sort(key=lambda each: (each.spans[0].passage, each.spans[0].start))
    return replace(document, quotes=tuple(_quote(document, each) for each in _once(said)))


def _with_marks(speech: Sequence[Speech], said: Sequence[Utterance]) -> set[int]:
    """The passages that open with a mark, or hold what somebody said between marks.

    In a block quote of its own other marks hold the words of others: > The file said «he wants to go back».
    """
    opened = {span.passage for spans in speech for span in spans if span.outer <= 1}
    return opened | {span.passage for each in said if each.found.voice.name for span in each.spans}


def _quote(document: Document, said: Utterance) -> Quote:
    first = said.spans[0]
    passage = document.passages[first.passage]
    voice = said.found.voice
    inside = voice.name and is_plain_word(voice.name) and _is_of_body(document, voice.name)
    return Quote(
        text=said.text,
        speaker=None if inside else voice.name,
        role=voice.role,
        organisation=voice.organisation,
        evidence=evidence(passage, first.start, _last_letter(passage.text, first), said.found.confidence),
    )


def _is_of_body(document: Document, word: str) -> bool:
    """Whether a word is one of the name of a body: "Comisión de Ayuda a Refugiados" names no Refugiados."""
    return any(word in each.name.split() for each in document.organisations)


def _holds(turn: Span, span: Span) -> bool:
    return turn.passage == span.passage and turn.start <= span.outer and span.close <= turn.end


def _last_letter(text: str, span: Span) -> int:
    return span.start + len(text[span.start : span.end].rstrip(" ,"))


# -- Once -------------------------------------------------------------------------------------


def _once(said: Sequence[Utterance]) -> Iterator[Utterance]:
    """Each quote once: a paragraph of its own that repeats words of another is a pull quote."""
    keys = [" ".join(WORD.findall(fold(each.text))) for each in said]
    starts: dict[str, list[int]] = {}
    for index, key in enumerate(keys):
        words = key.split()
        for at in range(max(1, len(words) - _SAME_WORDS + 1)):
            held = starts.setdefault(" ".join(words[at : at + _SAME_WORDS]), [])
            if len(held) < _MOST_SHARING and held[-1:] != [index]:
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
