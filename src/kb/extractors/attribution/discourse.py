"""Whom a document's pronouns and roles mean, by what it has told up to there.

A name is that person. "The director" is who was introduced so, "the official" whoever is spoken of.
"She", or a verb without a subject, is whom the last sentences are about, else who spoke last, else who
was named last; a person whose known gender does not fit is passed over.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

from kb.extractors import alike, saying
from kb.extractors.attribution import companions, heads, references
from kb.extractors.attribution.clauses import FARTHEST, word_start
from kb.extractors.attribution.topics import Topics
from kb.extractors.genders import gender as gender_of
from kb.extractors.honorifics import whole_sentences
from kb.extractors.roles import QUALIFIERS
from kb.extractors.scene import Scene, Voice
from kb.extractors.subjects import Subject
from kb.text.folding import fold

_MOST_SENTENCES = 6  # back to whom "she" may mean
_MOST_PASSAGES = 2  # back to whom a passage that names nobody is about
_MOST_PASSAGES_NAMED = 3  # back to who was named last
_LONGEST_TELLING = 200  # characters at the end of a sentence
_THROUGH_WITHIN = 60  # characters between a body and "through its spokesperson"
_WITH_ARTICLE = re.compile(r"\b(?:the|an?|la|el|una?)\s(?=[a-záéíóúñ])", re.IGNORECASE)
_COMMA = re.compile(r",\s")
_MOST_PASSAGES_OF_NOTE = 60
_LONGEST_NOTE = 400  # characters
_MANY = re.compile(r"\b(?:they|ell[oa]s)\b|[^\W\d_](?:aron|ieron|jeron)\s?$", re.IGNORECASE)
_BROKEN_OFF = re.compile(r"[.:;“”\"«»—]")


class Found(NamedTuple):
    """A voice, where the words that name it end, and how sure it is."""

    voice: Voice
    end: int
    confidence: float
    closes: bool = False  # it stands behind the quotation and goes on with its sentence
    told: bool = False  # somebody is told to speak who has no name here: "the agency"
    cited: bool = False  # somebody else goes on speaking, who cites the words


class Discourse(Topics):
    """Follows the subjects of a document, quotation by quotation in reading order."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self._last: tuple[tuple[int, int], Voice] | None = None

    # -- Who spoke ----------------------------------------------------------------------------

    def spoke(self, passage: int, at: int, voice: Voice) -> None:
        """Keep in mind who spoke at a place."""
        if voice.name:
            self.heard.add(voice.name)
        if voice.name or voice.role:
            self._last = ((passage, at), voice)

    def last_in(self, passage: int) -> Voice | None:
        """Who spoke last, if that was in the passage."""
        return self._last[1] if self._last and self._last[0][0] == passage else None

    @cached_property
    def attributed(self) -> Voice | None:
        """To whom a note gives every quotation of the text: "to whom quoted text may be attributed"."""
        for index, passage in enumerate(self.scene.passages[:_MOST_PASSAGES_OF_NOTE]):
            if references.ATTRIBUTABLE.search(passage.text[:_LONGEST_NOTE]):
                named = filter(self.subjects.is_person, self.scene.between(index, 0, _LONGEST_NOTE))
                voices = {self.scene.person(each) for each in named}
                if len(voices) == 1:
                    return voices.pop()
        return None

    # -- Whom a subject means -----------------------------------------------------------------

    def found(self, passage: int, begin: int, subject: Subject | None, confidence: float) -> Found | None:
        """The voice that a subject means whose clause begins at ``begin``; less sure where it is no name."""
        if subject is None:
            return None
        if subject.kind == "name" and subject.mention:
            voice = companions.voice(self.scene, passage, subject.mention)
            return Found(voice, subject.end, confidence)
        if subject.kind == "body":
            spokesperson = self._spokesperson(passage, subject)
            return spokesperson or Found(subject.voice, subject.end, confidence - 0.1, told=True)
        if subject.kind == "role" and subject.voice.name:
            return Found(subject.voice, subject.end, confidence - 0.05)
        if subject.kind == "role":
            if named := self._called(passage, subject):
                return Found(named, subject.end, confidence)
            return Found(self._by_role(passage, begin, subject), subject.end, confidence - 0.05)
        if subject.gender is None and _MANY.search(self.text(passage), begin, subject.end):
            return Found(self._together(passage, begin), subject.end, 0.5, told=True)
        last = self._spoken_of(passage, begin, subject.gender)
        return Found(last or Voice(), subject.end, confidence - 0.1 if last else 0.5, told=True)

    def _together(self, passage: int, at: int) -> Voice:
        """Whom "they" means: those named together before, or who spoke so last; else nobody who is named."""
        for mention in reversed(self.scene.between(passage, 0, at)):
            if voice := companions.together(self.scene, passage, mention):
                return voice
        last = self._last[1] if self._last else Voice()
        return last if len(companions.names(last.name or "")) > 1 else Voice()

    def _spokesperson(self, passage: int, body: Subject) -> Found | None:
        """The person through whom an organisation speaks, as the words behind it name one."""
        text = self.text(passage)
        stop = min(len(text), body.end + FARTHEST)
        link = saying.THROUGH.search(text, body.end, min(stop, body.end + _THROUGH_WITHIN))
        if link is None or _BROKEN_OFF.search(text, body.end, link.start()):
            return None
        person = self.subjects.at(passage, link.end(), stop)
        if person is None or person.mention is None:
            return None
        voice = self.scene.person(person.mention)
        known = voice._replace(organisation=voice.organisation or body.voice.organisation)
        return Found(known, person.end, 0.85)

    def _called(self, passage: int, subject: Subject) -> Voice | None:
        """The name of somebody told of without one: "said a 17-year-old, who gave his name, Elvin"."""
        called = references.CALLED.match(self.text(passage), subject.end, subject.end + FARTHEST)
        mention = self.scene.starting(passage, called.end()) if called else None
        if mention is None:
            return None
        voice = self.scene.person(mention)
        return voice._replace(role=voice.role or subject.voice.role)

    def told_next(self, passage: int, at: int) -> Voice | None:
        """Who the next sentence says it was: "Se trata de Ana Paz", "His name is Beto"."""
        told = references.TOLD_NEXT.match(self.text(passage), at) or references.NAMED_NEXT.match(
            self.text(passage), at
        )
        mention = self.scene.starting(passage, told.end()) if told else None
        return self.scene.person(mention) if mention and self.is_known(mention) else None

    def introduced_next(self, passage: int, at: int) -> Voice | None:
        """Who is introduced first of all by the sentence behind the words: "We wait." Ana Paz, 61, drives."""
        text = self.text(passage)
        sentence = references.NEXT_SENTENCE.match(text, at)
        mention = self.scene.starting(passage, sentence.end()) if sentence else None
        if mention is None or " " not in mention.name or mention.last == mention.end:
            return None
        name = self.scene.full_name(mention)
        earlier = (each for index in range(passage) for each in self.scene.shown[index])
        new = name not in self.heard and all(self.scene.full_name(each) != name for each in earlier)
        return self.scene.person(mention) if new and text[mention.last : mention.last + 1] != "." else None

    def _by_role(self, passage: int, at: int, subject: Subject) -> Voice:
        role = subject.voice.role or ""
        if not subject.definite:
            return self.scene.named_later(role, (passage, at)) or subject.voice
        if self._is_unnamed(role, passage, at):
            return subject.voice
        known = heads.head(self.scene, subject, (passage, at))
        if known is None and subject.owned and alike.is_head(role):
            known = heads.only(self.scene, (passage, at), subject.gender)
        known = known or self.scene.with_role(role, (passage, at), subject.gender)
        if known is None and not subject.owned:
            known = self.scene.with_role_like(role, (passage, at), subject.gender)
        of_body = subject.voice.organisation is not None and alike.is_head(role)
        if known is None and self.scene.is_generic(role) and not (subject.owned or of_body):
            known = self._meant(role, passage, at, subject.gender)
        if known is None and not subject.owned:
            known = self._without_role(role, passage, at, subject)
        another = known and heads.is_of_another(self.scene, known, subject.voice.organisation)
        return subject.voice if known is None or another else known

    def _without_role(self, role: str, passage: int, at: int, subject: Subject) -> Voice | None:
        """Whom an office told only now means: who is spoken of, if no other office is told of that person.

        "The grandmother" may be anybody's; it is the person who alone is named in the passage.
        """
        if self.scene.is_young(role):
            return None
        gender = subject.gender or gender_of([], "", role)
        kin = any(fold(word) in alike.KIN for word in role.split())
        if kin and not references.TOLD_ANEW.match(self.text(passage), subject.end):
            here = {self.scene.full_name(each) for each in self.scene.between(passage, 0, at)}
            spoken = self.scene.facts.get(here.pop()) if len(here) == 1 else None
        else:
            spoken = self._spoken_of(passage, at, subject.gender)
        office = any(fold(word) in alike.OFFICES for word in role.split()[:2])
        full = spoken and (" " in (spoken.name or "") if kin or office else spoken.name)
        return spoken if spoken and full and not spoken.role and _agrees(spoken, gender) else None

    def _is_unnamed(self, role: str, passage: int, at: int) -> bool:
        """Whether a role was told last of somebody without a name: "a boy came", and now "the boy"."""
        nouns = self.scene.nouns_of(role)
        for index in range(passage, max(-1, passage - 1 - _MOST_PASSAGES), -1):
            stop = at if index == passage else len(self.text(index))
            floor = max(0, stop - 4 * FARTHEST)
            told = [
                each
                for each in references.SOMEBODY.finditer(self.text(index), floor, stop)
                if nouns & {fold(word) for word in each["words"].split()}
                and not self.scene.is_quoted(index, each.start())
            ]
            named = self.scene.between(index, told[-1].start() if told else floor, stop)
            if any(not each.role or nouns & self.scene.nouns_of(each.role) for each in named):
                return False
            if told:
                return True
        return False

    def _meant(self, role: str, passage: int, at: int, gender: str | None) -> Voice | None:
        """Whom "the official" means: who is spoken of; with more words, the one person introduced."""
        young = self.scene.is_young(role)
        head, *qualifiers = map(fold, role.split())
        if head in alike.OFFICIALS and QUALIFIERS.issuperset(qualifiers):
            role = head  # "el funcionario estatal"
        if len(role.split()) > 1 and "-year-old" not in role:
            return None if young else self.scene.only_one((passage, at), gender)
        known = self._spoken_of(passage, at, gender)
        if known is None and fold(role) in alike.OFFICIALS:
            return next(self.scene.in_office((passage, at), gender), None)
        held = known is not None and known.role is not None and not self.scene.is_young(known.role)
        if young:
            grown = known is not None and alike.is_child(role) and self.scene.is_grown(known)
            return None if known is None or held or grown else known._replace(role=known.role or role)
        if known and not held and fold(role.split(maxsplit=1)[0]) in alike.OFFICIALS:
            known = next(self.scene.in_office((passage, at), gender), known)
        if known and not known.name:  # another who was told by an office alone is not meant
            known = self._last_named(passage, at, gender)
        return known

    # -- Whom the text is about ---------------------------------------------------------------

    def alone(self, passage: int, floor: int, stop: int) -> Voice | None:
        """The one person whom a stretch of text names in full or with a role."""
        near = {
            self.scene.full_name(each): each
            for each in self.scene.between(passage, floor, stop)
            if each.sure or (self.is_known(each) and not self.is_led(passage, each))
        }
        voices = [self.scene.person(each) for each in near.values()]
        return voices[0] if len(voices) == 1 else None

    def told_of(self, passage: int) -> Voice | None:
        """The one person of a passage beside whose name something is told; streets are left aside."""
        sure = [each for each in self.scene.between(passage, 0, len(self.text(passage))) if each.sure]
        voices = {self.scene.full_name(each): self.scene.person(each) for each in sure}
        return voices.popitem()[1] if len(voices) == 1 else None

    def _spoken_of(self, passage: int, at: int, gender: str | None) -> Voice | None:
        """Whom the sentences before ``at`` are about, else who spoke last, else who was named last."""
        spoke = self._last[0] if self._last else (-1, -1)
        floor = spoke[1] if spoke[0] == passage else 0
        if voice := self._topic_between(passage, floor, at, gender):
            return voice
        alone = self.alone(passage, max(floor, at - 2 * FARTHEST), at)
        if alone and _agrees(alone, gender):
            return alone
        if near := self._unnamed_near(passage, floor, at, gender):
            return near
        if spoke[0] < passage - 1 and (young := self._young_topic(passage - 1, gender)):
            return young
        for earlier in range(passage - 1, max(spoke[0], passage - 1 - _MOST_PASSAGES), -1):
            voice = self._topic_between(earlier, 0, len(self.text(earlier)), gender, named=True)
            if voice:
                return voice
        if self._last and _agrees(self._last[1], gender):
            return self._last[1]
        return self._last_named(passage, at, gender)

    def _topic_between(
        self, passage: int, floor: int, stop: int, gender: str | None, *, named: bool = False
    ) -> Voice | None:
        """Whom the last sentence is about that is about anybody who fits; ``named``: with a name."""
        floor = max(floor, stop - 2 * FARTHEST)
        spans = whole_sentences(self.text(passage)[floor:stop])[-_MOST_SENTENCES:]
        for start, end in reversed(spans):
            told = self._teller(passage, floor + start, floor + end)
            topic = told or self.topic(passage, floor + start, floor + end)
            voice = self._voice_of_topic(passage, floor + start, topic) if topic else None
            if voice and _agrees(voice, gender) and (voice.name or not named):
                return voice
        return None

    def _unnamed_near(self, passage: int, floor: int, at: int, gender: str | None) -> Voice | None:
        """Who is told of last by a role alone before "she": "He called the grandmother. She answered"."""
        floor = max(floor, at - 2 * FARTHEST)
        told = [*_WITH_ARTICLE.finditer(self.text(passage), floor, at)] if gender else []
        for article in reversed([each for each in told if not self.scene.is_quoted(passage, each.start())]):
            role = self.subjects.role(passage, article.start(), at)
            voice = self._by_role(passage, article.start(), role) if role else None
            if voice and (voice.gender or gender_of([], "", voice.role)) == gender:
                return voice
        return None

    def _young_topic(self, passage: int, gender: str | None) -> Voice | None:
        """Whom the last sentence of a passage is about, if it is a child or a youth told by that alone."""
        spans = whole_sentences(self.text(passage))[-1:] if passage >= 0 else []
        topic = self.topic(passage, *spans[0]) if spans else None
        if topic is None or topic.kind != "role" or not self.scene.is_young(topic.voice.role or ""):
            return None
        voice = self._voice_of_topic(passage, spans[0][0], topic)
        return voice if voice and _agrees(voice, gender) else None

    def _teller(self, passage: int, start: int, stop: int) -> Subject | None:
        """Who tells what a sentence says, at its end: "Forty came, said Ana Paz", ", según la directora"."""
        text = self.text(passage)
        for comma in _COMMA.finditer(text, max(start, stop - _LONGEST_TELLING), stop):
            at = comma.end()
            verb = saying.verb_at(text, at, stop)
            according = saying.ACCORDING.match(text, at, stop)
            if verb or according:
                behind = word_start(text, verb[1] if verb else according.end() if according else at)
                to = references.TO_WHOM.match(text, behind, stop)
                teller = self.subjects.at(passage, to.end() if to else behind, stop)
            else:
                teller = self.subjects.at(passage, at, stop)
                said = teller and saying.verb_at(text, word_start(text, teller.end), stop)
                teller = teller if said and not text[said[1] : stop].strip(" .") else None
            if teller and teller.kind in {"name", "role"}:
                return teller
        return None

    def _voice_of_topic(self, passage: int, start: int, topic: Subject) -> Voice | None:
        if topic.kind == "role":
            return self._called(passage, topic) or self._by_role(passage, start, topic)
        mention = topic.mention
        shown = mention and self.scene.between(passage, mention.start, mention.end)
        return self.scene.person(mention) if mention and shown else None

    def _last_named(self, passage: int, at: int, gender: str | None) -> Voice | None:
        for index in range(passage, max(-1, passage - 1 - _MOST_PASSAGES_NAMED), -1):
            stop = at if index == passage else len(self.text(index))
            for mention in reversed(self.scene.between(index, max(0, stop - 5 * FARTHEST), stop)):
                full = index == passage and " " in mention.name and self.subjects.is_person(mention)
                if mention.sure or full:
                    voice = self.scene.person(mention)
                    if _agrees(voice, gender):
                        return voice
        return None


def _agrees(voice: Voice, gender: str | None) -> bool:
    return gender is None or voice.gender is None or voice.gender == gender
