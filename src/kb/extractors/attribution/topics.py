"""Whom a sentence is about: its first words, those behind an opening phrase, or whom something happens to."""

from __future__ import annotations

import re

from kb.extractors import saying
from kb.extractors.attribution import references
from kb.extractors.attribution.clauses import word_start
from kb.extractors.naming import Mention
from kb.extractors.scene import Scene
from kb.extractors.subjects import PREPOSITIONS, Subject, Subjects

_MOST_COMMAS = 2  # within a sentence, behind which its subject may stand
_LONGEST_OPENING = 120  # characters that hold them
_INTRODUCTION = re.compile(r"(?:for|para|as|como|and|y|but|pero|e|meanwhile|asimismo)\s", re.IGNORECASE)
_WORD_AND_ARTICLE = re.compile(
    r"(?P<word>[^\W\d_]+)\s(?=(?:the|la|el)\s"
    r"|(?:(?<=asistió\s)|(?<=llegó\s)|(?<=está\s)|(?<=encuentra\s)|(?<=encontraba\s)|(?<=venía\s)|(?<=viajaba\s)|(?<=estaba\s)|(?<=habló\s)|(?<=subió\s)|(?<=acudió\s)|(?<=también\s))una?\s)"
)  # "Al corte de listón asistió también un niño"
_DATIVE = re.compile(r"A(?:l\s|\s(?:(?=la\s))?)")
_TO_THEM = re.compile(r",?\s(?:no\s)?(?:se\s)?les?\s")
_COMMA = re.compile(r",\s")
_DATELINE = re.compile(r"[A-ZÀ-Þ][^\n.:;“”\"«»]{2,60}?(?:\.\s?[‒–—-]{1,3}|\s?[–—]|\s-{1,3})\s")
_TOLD_OF = re.compile(r",\s(?:who|quien|que|whose|cuy[oa])\s")  # somebody of one name: "Ana, who"
_GOES_ON = re.compile(r".?[a-záéíóúñ]|,\s(?:who|quien|que)\s")  # behind a name of which something is told


class Topics:
    """Reads whom the sentences of a document are about, who has spoken in it so far."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.subjects = Subjects(scene)
        self.heard: set[str] = set()  # the names of those who have spoken

    def text(self, passage: int) -> str:
        """The words of a passage."""
        return self.scene.passages[passage].text

    def is_known(self, mention: Mention) -> bool:
        """Whether a name is somebody's: more than the first word of a sentence, or of one who has spoken."""
        return self.subjects.is_person(mention) or self.scene.full_name(mention) in self.heard

    def topic(self, passage: int, start: int, stop: int) -> Subject | None:
        """Whom a sentence is about: its first words, or those behind "For" or an opening phrase."""
        text = self.text(passage)
        starts = [start]
        dateline = _DATELINE.match(text, 0, stop) if start == 0 else None
        starts += [dateline.end()] if dateline else []
        if opening := saying.verb_at(text, start, stop):  # "Explicó la directora que ..."
            starts.append(word_start(text, opening[1]))
        for intro in (_INTRODUCTION.match(text, start, stop), references.IT_IS.match(text, start, stop)):
            starts += [intro.end()] if intro else []
        if according := saying.ACCORDING.match(text, start, stop):
            starts.append(word_start(text, according.end()))
        if whom := self._dative(passage, start, stop):
            return whom
        adjunct = references.ADJUNCT.match(text, start, stop)
        if adjunct:
            led = _WORD_AND_ARTICLE.finditer(text, start, min(stop, start + _LONGEST_OPENING))
            starts += [each.end() for each in led if each["word"].lower() not in PREPOSITIONS][:_MOST_COMMAS]
            beside = self.scene.between(passage, adjunct.end(), min(stop, start + _LONGEST_OPENING))[:1]
            starts += [
                each.first
                for each in beside
                if _GOES_ON.match(text, each.last) and not self.is_led(passage, each)
            ]
        commas = list(_COMMA.finditer(text, start, min(stop, start + _LONGEST_OPENING)))
        for at in [*starts, *(comma.end() for comma in commas[:_MOST_COMMAS])]:
            subject = None if self.scene.is_quoted(passage, at) else self._named_as(passage, at, stop)
            told = subject and subject.mention and _TOLD_OF.match(text, subject.mention.end, stop)
            # ", a pediatrician at the clinic" behind a name is no subject.
            later = at > start and not (dateline and at == dateline.end())
            apposed = subject and later and subject.kind == "role" and not subject.definite and not adjunct
            if (
                subject
                and not apposed
                and (subject.mention is None or told or self.is_known(subject.mention))
            ):
                return subject
        pronoun = references.LATER_PRONOUN.match(text, start, stop)
        return Subject("pronoun", pronoun.end(), gender=pronoun.lastgroup) if pronoun else None

    def _named_as(self, passage: int, at: int, stop: int) -> Subject | None:
        """The subject whose words begin at ``at``; "the judge" is whom the sentence names so."""
        subject = self.subjects.at(passage, at, stop)
        named = references.IS.match(self.text(passage), subject.end, stop) if subject else None
        mention = self.scene.starting(passage, named.end()) if named else None
        role = subject and subject.kind == "role" and not subject.voice.name
        return Subject("name", mention.last, mention) if mention and role else subject

    def _dative(self, passage: int, start: int, stop: int) -> Subject | None:
        """Whom a Spanish sentence is about that something happens to: "A Ana Paz le tomó catorce meses"."""
        text = self.text(passage)
        dative = _DATIVE.match(text, start, stop) if self.scene.document.language == "es" else None
        whom = self.subjects.at(passage, dative.end(), stop) if dative else None
        return whom if whom and _TO_THEM.match(text, whom.end, stop) else None

    def is_led(self, passage: int, mention: Mention) -> bool:
        """Whether a preposition leads to a name, as it does to streets and villages."""
        led = self.text(passage)[max(0, mention.first - 12) : mention.first].split()[-1:]
        return bool(led) and led[0].lower() in PREPOSITIONS
