"""Who heads a body that a text calls by its name alone: "la titular de la SRE", "the head of the agency".

Whoever was introduced with an office of that body, or with the office that its name tells (who heads a
Procuraduría is the procuradora), is meant. An office of one body is no person of another.
"""

from __future__ import annotations

import re
from collections.abc import Set

from kb.extractors import alike, directory
from kb.extractors.organisation_patterns import BODY_NOUN
from kb.extractors.roles import is_role
from kb.extractors.scene import Scene, Voice
from kb.extractors.subjects import Subject
from kb.text.folding import fold
from kb.text.words import STOP_WORDS

_WORD = re.compile(r"[^\W\d_]{3,}")
# The nouns of those who head a body; its spokeswoman does not.
_HEADS = tuple(
    """
    head chief director directora president chair executive ceo secretari secretary minist comision commission
    procurador fiscal titular rector alcald mayor gobernador governor defensor ombuds jefe jefa canciller
    superintendent auditor coordinador coordinator
    """.split()
)
_LANGUAGES = ("en", "es")


def head(scene: Scene, subject: Subject, before: tuple[int, int]) -> Voice | None:
    """The person who was introduced before a place as the head of the body that a role names."""
    role, body = subject.voice.role or "", subject.voice.organisation
    if body is None or not alike.is_head(role):
        return None
    names = _names(scene, body)
    called = {fold(word) for name in names for word in alike.called(role, name)}
    heads = scene.in_office(before, subject.gender)
    return next((each for each in heads if _heads(each, scene, names, called)), None)


def only(scene: Scene, before: tuple[int, int], gender: str | None) -> Voice | None:
    """The one person before a place who heads a body: "the Office returns in April. Its head said"."""
    heads = {each.name: each for each in scene.in_office(before, gender) if _is_head(each)}
    return heads.popitem()[1] if len(heads) == 1 else None


def _is_head(voice: Voice) -> bool:
    return any(fold(word).startswith(_HEADS) for word in (voice.role or "").split() if is_role(word))


def is_of_another(scene: Scene, voice: Voice, body: str | None) -> bool:
    """Whether a person holds an office of another body than the one that is named."""
    if body is None or voice.organisation is None or not _is_known(scene, body):
        return False
    return not _is_same(_names(scene, body), _names(scene, voice.organisation))


def _is_known(scene: Scene, body: str) -> bool:
    """Whether a name is that of a body, and no district or village: "la legisladora del distrito de Paz"."""
    return scene.bodies.holds(body) or BODY_NOUN.match(body) is not None


def _heads(voice: Voice, scene: Scene, names: frozenset[str], called: Set[str]) -> bool:
    """Whether a person's office is of the body, or is so called as that of its head."""
    if voice.organisation and _is_same(names, _names(scene, voice.organisation)):
        return _is_head(voice)
    nouns = [fold(word) for word in (voice.role or "").split() if is_role(word)]
    return voice.organisation is None and not called.isdisjoint(nouns) and _fits(voice, names)


def _names(scene: Scene, body: str) -> frozenset[str]:
    """The names of a body that the document or the table has, as printed there."""
    same = {body}
    for each in scene.document.organisations:
        if body in {each.name, each.acronym}:
            same |= {each.name, each.acronym or each.name}
    if known := directory.named(body) or directory.by_acronym(body):
        same |= {*map(known.name, _LANGUAGES), *known.acronyms}
    return frozenset(same)


def _is_same(names: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two bodies share a name, or the words of one are among those of the other."""
    if names & others:
        return True
    pairs = [(_words(name), _words(other)) for name in names for other in others]
    return any(one and other and (one <= other or other <= one) for one, other in pairs)


def _fits(voice: Voice, names: frozenset[str]) -> bool:
    """Whether what a person's role tells beside its noun is of the body: not "secretaria de Salud"."""
    field = {word for word in _words(voice.role or "") if not is_role(word)}
    return not field or any(field & _words(name) for name in names)


def _words(text: str) -> frozenset[str]:
    return frozenset(map(fold, _WORD.findall(text))) - STOP_WORDS
