"""Attributions that have a line of their own: a heading, an announcement, a signature below or within."""

from __future__ import annotations

import re
from itertools import islice

from kb.extractors import saying
from kb.extractors.attribution.behind import AGE_OR_ORIGIN, is_testimony
from kb.extractors.attribution.clauses import FARTHEST
from kb.extractors.attribution.discourse import Discourse, Found
from kb.extractors.honorifics import whole_sentences
from kb.extractors.naming import mentions
from kb.extractors.organisation_patterns import BODY_NOUN
from kb.extractors.scene import Voice
from kb.extractors.subjects import Subject
from kb.text.dates import find_dates

_MOST_DATES = 3  # lines between a heading and the words it announces
_LONGEST_DATE = 80  # characters
_LONGEST_LEAD = 40  # characters of titles before a name
_LONGEST_LINE = 250  # characters
_LEAD = re.compile(r"\s*(?:[‒–—―-]{1,2}\s?|\()?")
_TOLD = re.compile(r",?\s(?:who|quien|que)\s")
_QUOTATION = re.compile(r"\s*[“\"«‘].*[”\"»’]\W*", re.DOTALL)
_BESIDE = frozenset((", ", " (", " –", " —", " |"))  # what may stand behind the name that a line begins with
_ONE_OF_WHOM = re.compile(
    r"(?:(?:una?|otr[oa]|la|el|one|another|an?|the)\s)?(?:(?:carta|testimonio|mensaje|voz|palabras|relato|historia|letter|testimony|message"
    r"|voice|words|story|note)\s)?(?:de|from|by|of)\s",
    re.IGNORECASE,
)
_OF_NOBODY = re.compile(
    r"\b(?:sin\sfirma|sin\snombre|an[oó]nim[oa]s?|unsigned|anonymous|no\ssignature)\b", re.IGNORECASE
)
_PROSE = re.compile(r"(?:\s[a-záéíóúñ]{4,20}){2}\b")
_SMALL_WORD = re.compile(r"\s[^\W\d_A-ZÀ-Þ]")
_MORE_OF_OFFICE = re.compile(r"(?:,\s[A-ZÀ-Þ][\w&'’-]*(?:\s[\w&'’-]+){0,8}){1,2}")


# "The full text of the opening paragraph follows:", "Este es el mensaje íntegro:".
_REPRODUCED = re.compile(
    r"\b(?:(?:text|letter|statement|message|remarks|declaration|joint\sstatement|appeal)\b[^.:]{0,60}\b(?:follow(?:s|ing)?|in\sfull|below|reads)"
    r"|full\s(?:text|statement|message|letter)|(?:the\s)?following\s(?:text|statement|message|letter|appeal)"
    r"|(?:texto|carta|mensaje|comunicado|pronunciamiento|declaración)\b[^.:]{0,60}\b(?:[ií]ntegr[oa]|complet[oa]|siguiente|dice|reza|sigue)"
    r"|(?:siguiente|continuación)\b[^.:]{0,30}\b(?:texto|carta|mensaje|comunicado|pronunciamiento))\b",
    re.IGNORECASE,
)


def headed(discourse: Discourse, passage: int) -> Found | None:
    """Whose words a line above a passage announces, or the title, where only dates stand between."""
    for above in range(passage - 1, max(-1, passage - 1 - _MOST_DATES), -1):
        text = discourse.text(above)
        if found := heading(discourse, above):
            return found
        if len(text) > _LONGEST_DATE or not find_dates(text):
            return None
    return _entitled(discourse) if passage <= _MOST_DATES else None


def _entitled(discourse: Discourse) -> Found | None:
    """Whose words the title says the text is: "Statement of Bishop Ana Paz on the closing"."""
    title = discourse.scene.document.title
    of = saying.SAYING_OF.match(title)
    mention = next(mentions(title, discourse.scene.bodies), None) if of else None
    if of is None or mention is None or mention.first > of.end() + _LONGEST_LEAD:
        return None
    return Found(Voice(mention.name, mention.role, mention.organisation), 0, 0.7)


def heading(discourse: Discourse, passage: int) -> Found | None:
    """Whose words a heading announces: "Palabras de la directora, Ana Paz", "Statement by Ana Paz"."""
    text = discourse.text(passage)
    if len(text) > _LONGEST_LINE:
        return None
    of = saying.SAYING_OF.match(text)
    subject = discourse.subjects.at(passage, of.end(), len(text)) if of else None
    if subject and subject.kind == "name":
        return discourse.found(passage, 0, subject, 0.8)
    return _letter_of(discourse, passage) if discourse.scene.passages[passage].kind == "heading" else None


def _letter_of(discourse: Discourse, passage: int) -> Found | None:
    """Whose letter or testimony a heading within the text says that it is: "Una de Beto, 9 años"."""
    text = discourse.text(passage)
    if of := _ONE_OF_WHOM.match(text):
        subject = discourse.subjects.at(passage, of.end(), len(text))
        if subject and subject.kind == "name":
            return discourse.found(passage, 0, subject, 0.7)
    return Found(Voice(), len(text), 0.5, told=True) if _OF_NOBODY.search(text) else None


def announced(discourse: Discourse, passage: int) -> Found | None:
    """The one person of a paragraph whose last sentence announces words: "The following remarks ..."."""
    text = discourse.text(passage)
    spans = whole_sentences(text)
    if its := saying.ITS_SAYING.match(text):
        whole = len(spans) == 1 and saying.ANNOUNCED.search(text)
        subject = Subject("pronoun", len(text), gender=its.lastgroup)
        return discourse.found(passage, 0, subject, 0.7) if whole else None
    if len(spans) < 2 or not saying.ANNOUNCED.search(text, *spans[-1]):
        return None
    topic = discourse.topic(passage, *spans[-2])
    if topic and topic.kind == "name":
        return discourse.found(passage, 0, topic, 0.65)
    voice = discourse.alone(passage, 0, spans[-1][0])
    return Found(voice, len(text), 0.65) if voice else None


def reproduced(discourse: Discourse, passage: int) -> Found | None:
    """Words of nobody named that a paragraph gives in full: "The text of the letter follows:"."""
    text = discourse.text(passage)
    spans = whole_sentences(text)
    if not spans or not text.rstrip().endswith(":") or not _REPRODUCED.search(text, *spans[-1]):
        return None
    return Found(Voice(), len(text), 0.5, told=True)


def below(discourse: Discourse, passage: int, *, block: bool = False) -> Found | None:
    """Who is named by a line that stands below a quotation, or a block quote, and holds nothing else."""
    text = discourse.text(passage)
    if len(text) > _LONGEST_LINE:
        return None
    lead = _LEAD.match(text)
    at = lead.end() if lead else 0
    if saying.CLOSING_WORDS.match(text, at):
        people = filter(discourse.subjects.is_person, discourse.scene.shown[passage])
        for mention in islice(people, 1):
            return discourse.found(passage, at, Subject("name", mention.last, mention), 0.7)
    subject = discourse.subjects.at(passage, at, len(text))
    marked = at > 0 or discourse.scene.passages[passage].kind == "quote"
    if subject and not marked and _heads_list(discourse, passage, subject):
        return None
    if subject and _signs(text, at, subject, block=block, marked=marked):
        return discourse.found(passage, at, subject, 0.75)
    dashed = at > 0 and text[at - 1] != "(" and is_testimony(text, at)
    return Found(Voice(), len(text), 0.5, told=True) if dashed else None


def above(discourse: Discourse, passage: int) -> Found | None:
    """Who is named by the line above a quotation, where names and quotations take turns from a name on."""
    line = passage - 1
    named = _name_line(discourse, line) if line >= 0 else None
    if named is None:
        return None
    top, people = line, int(named.voice.name is not None)
    while top > 1 and _is_quotation(discourse, top - 1) and (upper := _name_line(discourse, top - 2)):
        top, people = top - 2, people + int(upper.voice.name is not None)
    opens = not (top and _is_quotation(discourse, top - 1))
    return named if opens and people else None


def _name_line(discourse: Discourse, passage: int) -> Found | None:
    """Who is all that a line or heading names, with what stands behind a comma; a body has no name."""
    text = discourse.text(passage)
    if len(text) > _LONGEST_LINE or _is_marked(discourse, passage) or text.rstrip()[-1:] in ".!?;":
        return None
    if saying.verbs(text, 0, len(text)):
        return None
    subject = discourse.subjects.at(passage, 0, len(text))
    mention = subject.mention if subject else None
    if subject and mention and mention.first == 0 and " " in mention.name:
        rest = text[subject.end :].rstrip(" :")
        return discourse.found(passage, 0, subject, 0.75) if not rest or rest[:2] in _BESIDE else None
    body = (subject is None or mention or subject.kind == "body") and BODY_NOUN.search(text)
    return Found(Voice(), len(text), 0.5, told=True) if body and not _PROSE.search(text) else None


def _is_marked(discourse: Discourse, passage: int) -> bool:
    lead = _LEAD.match(discourse.text(passage))
    return bool(lead and lead.end()) or discourse.scene.passages[passage].kind == "quote"


def _is_quotation(discourse: Discourse, passage: int) -> bool:
    """Whether a passage is all between marks, or a block quote."""
    text = discourse.text(passage)
    return discourse.scene.passages[passage].kind == "quote" or bool(_QUOTATION.fullmatch(text))


def _heads_list(discourse: Discourse, passage: int, subject: Subject) -> bool:
    """Whether one word that is nobody's name leads to a list: "Exigimos" above what is demanded."""
    following = discourse.scene.passages[passage + 1 : passage + 2]
    known = subject.mention is None or discourse.subjects.is_person(subject.mention)
    return not known and any(each.kind == "item" for each in following)


def _signs(text: str, at: int, subject: Subject, *, block: bool, marked: bool) -> bool:
    """Whether a subject at the beginning of a line is a signature."""
    told = AGE_OR_ORIGIN.match(text, subject.end) if subject.kind == "role" else None
    alone = not text[told.end() if told else subject.end :].strip(" .*)")
    if subject.mention is None:
        return subject.kind == "role" and alone and (block or marked)
    if alone:
        return block or marked or subject.mention.sure
    if subject.mention.role and _MORE_OF_OFFICE.fullmatch(text, subject.end):
        return True  # "Ana Paz, Program Director, Haven House"
    if _SMALL_WORD.match(text, subject.end):
        return False  # "Caminemos juntos" begins no signature
    stop = told.start() if (told := _TOLD.search(text, subject.end)) else len(text)
    return marked and not saying.verbs(text, at, stop)


def signature(discourse: Discourse, passage: int) -> tuple[int, Found] | None:
    """The name that is the last sentence of a block quote, and where it begins: "We listen. Ana Paz"."""
    text = discourse.text(passage)
    spans = whole_sentences(text[-FARTHEST:])
    start = max(0, len(text) - FARTHEST) + spans[-1][0] if len(spans) > 1 else 0
    mention = discourse.scene.starting(passage, start) if start else None
    if mention is None or not discourse.subjects.is_person(mention) or text[mention.last :].strip(" .)"):
        return None
    return start, Found(discourse.scene.person(mention), mention.last, 0.75)
