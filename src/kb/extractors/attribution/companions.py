"""People who speak with one voice: "Ana Paz and Eva Luna, attorneys, said", "dijeron Ana Paz y Eva Luna".

Their full names stand beside each other, at most with an apposition between, and "and" joins the last.
One name of a single word is joined to nobody: "Ramón y Cajal" is one man.
"""

from __future__ import annotations

import re

from kb.extractors import saying
from kb.extractors.naming import Mention
from kb.extractors.run_names import names_place
from kb.extractors.scene import Scene, Voice

_FARTHEST = 400  # characters between them
_MOST = 4  # people with one voice
_BRACKET = re.compile(r"(?:\s\([^()]{1,40}\))?")  # of a party: "Ana Paz (R-Utah)"
_ORDER = r"(?:,\s(?:[A-Z]\.?){2,5})?"  # of a religious: "Ana Paz, CSJ, y Eva Luna"
_LINK = re.compile(rf"{_BRACKET.pattern}{_ORDER}(?P<comma>,)?\s(?:(?P<and>and|y|e|&)\s)?")
_SPLIT = re.compile(r",\s|\s(?:and|y|e|&)\s")
_OF_BODY = re.compile(r"\s(?:of|from|de|del)\s[^.;:,“”\"«»]{2,80}?(?P<comma>,)?\s(?P<and>and|y|e|&)\s")
_JOINT = re.compile(
    r"\s(?:of|from|de|del)\s[^.;:,“”\"«»]{2,80}?\s(?:issued|said|wrote|signed|dijeron|emitieron|firmaron)\b"
)
# "Ana Paz, CSJ, y Eva Luna, C.S., coinciden"
_PLURAL = re.compile(
    r"^(?:,\s[A-Z.]{2,8},)?\s(?:[a-záéíóú]{3,20}(?:aron|ieron)|coinciden|dicen|afirman|sostienen|agree)\b"
)
_LONGEST_GAP = 30
_ENDS = re.compile(r"\s?(?:[.;:,)—–]|$)")
_ENDS_SENTENCE = re.compile(r"\s?(?:[.;:)]|$)")
_OPENS = re.compile(r"(?:^|[.!?…:”\"»)]\s)$")


def voice(scene: Scene, passage: int, mention: Mention) -> Voice:
    """The voice of a person, with those who speak at the same time."""
    people, link = _beside(scene, passage, mention)
    if link is None or not _speak(scene.passages[passage].text, people, link):
        return scene.person(mention)
    return _joint(scene, people, link["and"])


def together(scene: Scene, passage: int, mention: Mention) -> Voice | None:
    """Those who are named together with somebody, whatever they do: "Ana Paz and Eva Luna came"."""
    people, link = _beside(scene, passage, mention)
    return _joint(scene, people, link["and"]) if link else None


def _joint(scene: Scene, people: list[Mention], joint: str) -> Voice:
    """The one voice of people who are joined by a word."""
    voices = [scene.person(each) for each in people]
    if len({each.name for each in voices}) < 2:
        return scene.person(people[0])
    *others, last = [each.name or "" for each in voices]
    roles = {each.role for each in voices}
    bodies = {each.organisation for each in voices}
    return Voice(
        f"{', '.join(others)} {joint} {last}",
        roles.pop() if len(roles) == 1 else None,
        bodies.pop() if len(bodies) == 1 else None,
    )


def names(speaker: str) -> list[str]:
    """The people of a printed voice.

    >>> names("Ana Paz, Eva Luna and Tom Hill")
    ['Ana Paz', 'Eva Luna', 'Tom Hill']
    """
    return _SPLIT.split(speaker)


def _beside(scene: Scene, passage: int, mention: Mention) -> tuple[list[Mention], re.Match[str] | None]:
    """The people of whom a mention is one, in order, and what joins the last; else that one alone."""
    text = scene.passages[passage].text
    here = scene.between(passage, mention.start - _FARTHEST, mention.start + _FARTHEST)
    at = next((index for index, each in enumerate(here) if each.start == mention.start), None)
    if at is None:
        return [mention], None
    start = at
    while start and at - start < _MOST and _link(text, here[start - 1], here[start]):
        start -= 1
    for index in range(start, min(len(here) - 1, start + _MOST)):
        link = _link(text, here[index], here[index + 1])
        if link is None:
            break
        if link["and"]:
            return (here[start : index + 2], link) if at <= index + 1 else ([mention], None)
    return [mention], None


def _link(text: str, one: Mention, other: Mention) -> re.Match[str] | None:
    """What joins two full names that stand beside each other: a comma, "and", or both."""
    full = all(" " in each.name and not names_place(each.name) for each in (one, other))
    link = _LINK.fullmatch(text, one.last, other.first) if full else None
    if full and link is None and other.first < other.start and _OPENS.search(text, 0, one.first):
        # "Chief Ana Paz of the Council and Sheriff Tom Hill"
        link = _OF_BODY.fullmatch(text, one.last, other.first)
    return link if link and (link["comma"] or link["and"]) else None


def _speak(text: str, people: list[Mention], link: re.Match[str]) -> bool:
    """Whether what stands around people who are named together leaves them one voice."""
    first, bracket = people[0], _BRACKET.match(text, people[-1].last)
    end = bracket.end() if bracket else people[-1].last
    plural = _PLURAL.search(text[people[-1].last : people[-1].last + _LONGEST_GAP])
    if link["comma"] and not plural:  # "said Ana Paz, a nurse, and Eva Luna, a cook, nodded"
        return bool(_OPENS.search(text, 0, first.first) or _ENDS_SENTENCE.match(text, end))
    return bool(_ENDS.match(text, end) or _JOINT.match(text, end) or saying.verb_at(text, end + 1, len(text)))
