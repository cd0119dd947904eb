"""Whose words a noun before a colon names: "the answer of Ana Paz:", "her reply:", "a statement by her:"."""

from __future__ import annotations

import re

from kb.extractors import saying
from kb.extractors.attribution import readings
from kb.extractors.attribution.discourse import Discourse, Found
from kb.extractors.scene import Voice
from kb.extractors.subjects import Subject

_OFFICE_IN_CAPITALS = re.compile(
    r"(?:,\s[A-ZÀ-Þ][\w&'’-]*(?:\s(?:of|for|the|and|de|del|la|los|las|y|[A-ZÀ-Þ&][\w&'’-]*)){0,8}){1,2}\s?:\s?"
)
# Whose words somebody else cites: "recordó las palabras del Papa:", "quoting Ana Paz:".
_CITING = re.compile(
    r"\b(?:(?:record|repit|cit|evoc|retom|ley|invoc|recuper)(?:ó|aron|ieron|ando|iendo|a)|hizo\ssuyas|recall(?:ed|ing)|quot(?:ed|ing)"
    r"|cit(?:ed|ing)|repeat(?:ed|ing)|echo(?:ed|ing)|invok(?:ed|ing)|borrow(?:ed|ing))\s(?:(?:las|unas|the|some|una|a|la)\s)?"
    r"(?:(?P<whose>palabras?|frase|words?|line|phrase|sentence)\s(?:de(?=l?\s)|of|from)(?:l(?=\s))?|(?<=ing\s)|(?<=ndo\s)a(?=l?\s)(?:l(?=\s))?)\s?",
    re.IGNORECASE,
)
# "released the following statement from Ana Paz after members reported it:"
_STATEMENT_OF = re.compile(
    r"\b(?:statements?|remarks|declarations?|declaraci[oó]n(?:es)?|comunicado|pronunciamiento)\s"
    r"(?:attribut(?:ed|able)\sto|(?:made|issued|given|read)\sby|from|by|of|(?:hech[oa]s?|emitid[oa]|leíd[oa])\spor|de(?=l?\s))"
    r"(?:l(?=\s))?\s",
    re.IGNORECASE,
)
_ITS_END = re.compile(
    r"(?:,\s(?:which|that|que|la\scual|el\scual)\s[^:“”\"«»]{2,100}|\s(?:begins|ends|opens|closes|empieza|comienza|termina|concluye|abre|cierra|dice|reads?|says)(?:\s[^:“”\"«»]{2,80})?"
    r"|\s(?:is|was|es|era|fue|to|para|for|a)\s[^:“”\"«»]{2,80})?[\s:]*"
)
_ON_WHAT = re.compile(
    r"(?:(?:And|Y)\s)?(?:on|about|regarding|as\s(?:to|for)|sobre|acerca\sde|en\scuanto\sa|respecto\s(?:de|a))l?\s[^:“”\"«»]{2,60}:\s?$",
    re.IGNORECASE,
)
_HIS_OWN = re.compile(
    r"\b(?:(?:is|was)\s(?:(?P<f>hers|her\sown)|(?P<m>his\sown|his))|(?:es|era|fue)\ssuy[oa]s?)\s?:?$"
)


def find(discourse: Discourse, passage: int, start: int, stop: int) -> Found | None:
    """Whose words a noun before a colon names: "the answer of Ana Paz:", "her reply:"."""
    text = discourse.text(passage)
    if labelled := _labelled(discourse, passage, start, stop):
        return labelled
    if citing := _CITING.search(text, start, stop):
        return _cited(discourse, passage, citing, stop)
    if statement := _STATEMENT_OF.search(text, start, stop):
        subject = discourse.subjects.at(passage, statement.end(), stop)
        if subject and subject.kind == "name":
            return discourse.found(passage, start, subject, 0.85)
    for mention in discourse.scene.between(passage, start, stop):
        behind = saying.SAYING_BEHIND.match(text, mention.end, stop)
        if behind and not text[behind.end() : stop].strip(" :"):
            return discourse.found(passage, start, Subject("name", stop, mention), 0.85)
    if (of := saying.SAYING_OF.match(text, start, stop)) and not saying.verbs(text, of.end(), stop):
        subject = discourse.subjects.at(passage, of.end(), stop)
        if subject and subject.kind in {"name", "role"}:
            return discourse.found(passage, start, subject, 0.85)
    own = _HIS_OWN.search(text, start, stop) or _on_what(discourse, passage, start, stop)
    if own:
        return discourse.found(passage, start, Subject("pronoun", stop, gender=own.lastgroup), 0.7)
    its = saying.ITS_SAYING.match(text, start, stop)
    if its and _ITS_END.fullmatch(text, its.end(), stop):
        return discourse.found(passage, start, Subject("pronoun", stop, gender=its.lastgroup), 0.8)
    return None


def _on_what(discourse: Discourse, passage: int, start: int, stop: int) -> re.Match[str] | None:
    """The matter of which the person speaks who is spoken of: "On the backlog: ..."."""
    text = discourse.text(passage)
    read = readings.leads_to_reading(text, start, stop) or discourse.scene.between(passage, start, stop)
    return None if read else _ON_WHAT.match(text, start, stop)


def _cited(discourse: Discourse, passage: int, citing: re.Match[str], stop: int) -> Found | None:
    """Whose words are cited: somebody's who is named, or nobody's."""
    whom = discourse.subjects.at(passage, citing.end(), stop)
    named = (
        discourse.found(passage, citing.start(), whom, 0.7)
        if whom and whom.kind in {"name", "role"}
        else None
    )
    nobody = Found(Voice(), stop, 0.5, told=True) if citing["whose"] else None
    found = named or nobody
    return found._replace(cited=True) if found else None


def _labelled(discourse: Discourse, passage: int, start: int, stop: int) -> Found | None:
    """The full name that opens a label with nothing but capitals behind it: "Ana Paz, Border Lab:"."""
    mention = discourse.scene.starting(passage, start)
    if mention is None or " " not in mention.name or mention.start != start:
        return None
    behind = _OFFICE_IN_CAPITALS.fullmatch(discourse.text(passage), mention.end, stop)
    return discourse.found(passage, start, Subject("name", stop, mention), 0.8) if behind else None
