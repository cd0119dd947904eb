"""The attribution that stands before a quotation: Ana Paz said: "..."; her answer: "..."."""

from __future__ import annotations

import re

from kb.extractors import saying
from kb.extractors.attribution import letters, nouns, readings, unnamed
from kb.extractors.attribution.clauses import FARTHEST, clause_before, word_start
from kb.extractors.attribution.discourse import Discourse, Found
from kb.extractors.attribution.terms import is_led
from kb.extractors.attribution.verb_subjects import behind_verb, of_verb
from kb.extractors.honorifics import whole_sentences
from kb.extractors.naming import Mention
from kb.extractors.organisation_patterns import BODY_NOUN
from kb.extractors.plain_words import is_plain_word
from kb.extractors.scene import Voice
from kb.extractors.speech import Span
from kb.extractors.subjects import PREPOSITIONS, Subject
from kb.text.letters import UPPER

# "Asked about the delay, the warden ...": the answer follows, nobody is told to ask.
_ASKED = re.compile(r"(?:when\s)?(?:asked|questioned|preguntad[oa]|consultad[oa])\s", re.IGNORECASE)
# The body that issues a text speaks of itself: "Para este Organismo Nacional, ...".
_ITSELF = re.compile(
    r"(?:[Pp]ara|[Ss]egún|A\sjuicio\sde|[Ff]or|In\sthe\sview\sof)\s(?:est[ea]|this)\s(?P<body>[A-Z]\w+(?:\s[A-Z]\w+){0,3}),\s?"
)
# "The Committee was told by Ana Paz that", "El Comité escuchó de Ana Paz que".
_FROM_WHOM = re.compile(
    r"\b(?:(?:was|were|been|is|are)\s(?:told|informed|assured|reminded|warned|advised)\sby|(?:hears?|heard|learn(?:s|ed|t))\sfrom"
    r"|(?:escuch|oy|recib)(?:ó|aron|eron|ieron)\s(?:de|decir\sa)|supo\s(?:de|por)(?:\sboca\sde)?"
    r"|fue(?:ron)?\s(?:informad|advertid|avisad)[oa]s?\spor)(?:l(?=\s))?\s"
)
# "Costa Rica’s Ana Paz:", "Por Costa Rica, Ana Paz:".
_WHOSE = re.compile(
    rf"(?:(?:The\s)?[{UPPER}][^,;:]{{1,40}}['’]s?|(?:Por|For|From|Desde|De)\s[^,;:]{{2,60}},)\s"
)
_BODY_IN_BRACKETS = re.compile(r"\s\([^()]{2,80}\)$")  # "Ana Paz (Border Lab):"
_SPOKEN_TO = re.compile(r"\b(?:to|al?|with|con|about|sobre|for|para|against|contra)\s$")
_BODY_OF = re.compile(r"(?:\s(?:of|from|at|del?)\s[^()“”\"«»,;.]{2,60})?")
_COMMA = re.compile(r",\s")
_THEIR_VIEWS = (saying.IN_THEIR_VIEW, saying.ACCORDING_TO_THEM)
# "que según indicaron servían “...”": some who are not named again.
_AS_THEY_SAID = re.compile(r"\bseg[uú]n\s(?:lo\sque\s)?(?P<verb>[a-záéíóúñ]{3,20}(?:ron|n|ó))\b")
_FOR_WHOM = re.compile(
    r",\s(?:para\squien|for\swhom|in\swhose\s(?:view|opinion)|a\scuyo\sjuicio|seg[uú]n\squien)(?=\s|$)"
)
_ASKED_WHOM = re.compile(
    r"(?:y\s|and\s)?(?:cuando\s(?:se\s)?l[eao]s?\spregunt(?:amos|é|aron|ó|an?)\sa(?=l?\s)(?:l(?=\s))?"
    r"|al\spreguntarles?\sa(?=l?\s)(?:l(?=\s))?|when\s(?:we|I|they|somebody|someone)\sask(?:ed)?)\s",
    re.IGNORECASE,
)
_JOINS = re.compile(
    r"(?:Por\s(?:eso|ello|tanto)|Sin\sembargo|No\sobstante|De\sahí\sque|Así\sque|En\scambio|Además|Y|Pero|Therefore|Thus|Hence|Still"
    r"|However|And|But|So)?,?\s",
    re.IGNORECASE,
)
_TAKES_FLOOR = re.compile(
    r"\b(?:tom(?:ó|a|aron)|pid(?:ió|e)|us(?:ó|a)|hizo\suso\sde)\s(?:\w+\s)?la\spalabra|\b(?:alz|levant)(?:ó|a)\sla\s(?:voz|mano)"
    r"|\b(?:took|takes|had|has|asked\sfor)\sthe\s(?:floor|microphone)|\b(?:stood|spoke)\sup",
    re.IGNORECASE,
)
_RULED = re.compile(
    r"(?:\s\([^()]{2,20}\))?,?\s(?:resolvió|ordenó|concedió|dispuso|determinó|recomendó|solicitó|pidió|exigió|instó|exhortó|otorgó|ordered|directed|asked"
    r"|urged|required|called|ruled|recommended|instructed)\b"
)
_FEWEST_OF_A_LAW = 6  # words that no "that" leads to: fewer are a term
_FEWEST_WORKED_IN = 8  # words of a document that its sentence works in
_LONGEST_BEAT = 60  # characters of "She pauses."
_HARDLY_MORE = re.compile(
    r"(?:No|Y|Pero|Luego|Se|Lo|Le)\s[a-zñáéíóú][^,;:“”\"«»]{2,50}"
)  # "No ha terminado."
_LONGEST_QUESTION = 90  # characters
_LONGEST_HELD = 200  # characters from a verb with "that" to the words it leads to
_MOST_HELD = 4  # such verbs in a clause
# Behind "his answer": nothing, or a clause that tells of it.
_A_NEW_ONE = re.compile(r"(?:Un[ao]?|Otr[oa]|An?|Another|One|Some|Algún|Alguna|Somebody|Someone|Alguien)\s")


def find(discourse: Discourse, span: Span, floor: int) -> Found | None:
    """The attribution in the sentence that a quotation belongs to, from ``floor`` on."""
    text = discourse.text(span.passage)
    clause = clause_before(text, max(floor, span.outer - FARTHEST), span.outer)
    found = _introduced(discourse, span.passage, *clause) if clause else None
    body = found.voice.organisation or "" if found and found.voice[:2] == (None, None) else ""
    beside = BODY_NOUN.fullmatch(body) and text[: span.outer].rstrip().endswith(body)
    short = len(text[span.start : span.end].split()) < _FEWEST_OF_A_LAW
    law = found and found.voice == Voice() and short and clause and readings.is_written(text, *clause)
    return None if (beside or law) and not is_led(text, span) else found


def bracketing(discourse: Discourse, span: Span) -> Found | None:
    """Whose words stand in brackets behind a name: Ana Paz, a nurse ("We listened"), and Eva Luna."""
    text = discourse.text(span.passage)
    if text[span.outer - 2 : span.outer] != " (" or text[span.close : span.close + 1] not in {")", "."}:
        return None
    for mention in reversed(discourse.scene.between(span.passage, span.outer - FARTHEST, span.outer)):
        beside = _BODY_OF.fullmatch(text, max(mention.last, mention.end), span.outer - 2)
        if beside and discourse.subjects.is_person(mention):
            return Found(discourse.scene.person(mention), span.close, 0.8)
    return None


def led_to(discourse: Discourse, passage: int) -> Found | None:
    """Who speaks in the last sentence of a passage that ends with a colon."""
    text = discourse.text(passage).rstrip()
    if not text.endswith(":"):
        return None
    clause = clause_before(text, max(0, len(text) - FARTHEST), len(text))
    return _introduced(discourse, passage, *clause) if clause else None


def worked_in(discourse: Discourse, span: Span) -> Found | None:
    """The person or office that a sentence is about which works the words of a quotation in."""
    text = discourse.text(span.passage)
    clause = clause_before(text, max(0, span.outer - FARTHEST), span.outer)
    if clause is None:
        return None
    if readings.is_written(text, *clause):
        long = len(text[span.start : span.end].split()) >= _FEWEST_WORKED_IN
        return Found(Voice(), clause[1], 0.4, told=True) if long else None
    if readings.leads_to_reading(text, *clause):
        return None
    stop, parted = clause[1], text.rfind("; ", *clause)
    start = parted + 2 if parted >= 0 else clause[0]
    about = discourse.topic(span.passage, start, stop)
    if about is None or about.kind not in {"name", "role", "body"} or about.end >= stop:
        return None
    found = discourse.found(span.passage, start, about, 0.5)
    if about.kind == "body":
        held = (
            _RULED.match(text, about.end, stop)
            and len(text[span.start : span.end].split()) >= _FEWEST_WORKED_IN
        )
        return found if held else None
    return found if found and found.voice.name else None


def answered(discourse: Discourse, passage: int, at: int) -> Found | None:
    """Who answers a question that stands right before ``at``: "Her only comment? “None.”", "Why? “So.”"."""
    text = discourse.text(passage)
    window = max(0, at - FARTHEST)
    spans = whole_sentences(text[window:at])
    if not spans or spans[-1][1] - spans[-1][0] > _LONGEST_QUESTION:
        return None
    start, stop = (position + window for position in spans[-1])
    if its := saying.ITS_SAYING.match(text, start, stop):
        return discourse.found(passage, start, Subject("pronoun", stop, gender=its.lastgroup), 0.7)
    if last := discourse.last_in(passage):
        return Found(last, stop, 0.6)
    return discourse.found(passage, start, Subject("pronoun", stop), 0.6)


def topic(discourse: Discourse, passage: int, at: int, *, whole: bool = False) -> Found | None:
    """Whom the sentence is about that ends before ``at``, where that is a person with a name.

    With ``whole`` the words are whole sentences, and a full name is enough.
    """
    text = discourse.text(passage)
    window = max(0, at - 2 * FARTHEST)
    spans = whole_sentences(text[window:at])
    if not spans:
        return None
    start, stop = spans[-1][0] + window, spans[-1][1] + window
    about = discourse.topic(passage, start, stop)
    short = whole and stop - start <= _LONGEST_BEAT
    if about is None:
        if whole and _HARDLY_MORE.fullmatch(text, start, stop) and start == 0:
            return discourse.found(passage, start, Subject("pronoun", stop), 0.55)
        last = _last_word(discourse, passage, start, stop)
        if last is None and short and start > window:  # "The nurse read. Read fast."
            return topic(discourse, passage, start, whole=True)
        return discourse.found(passage, start, last, 0.55)
    return _told_of(discourse, passage, about, (start, stop), whole=whole)


def _told_of(
    discourse: Discourse, passage: int, about: Subject, sentence: tuple[int, int], *, whole: bool
) -> Found | None:
    """The voice of somebody whom a sentence is about that a quotation follows."""
    start, stop = sentence
    if about.kind in {"thing", "body"}:
        return None
    if whole and about.kind == "pronoun" and stop - start <= _LONGEST_BEAT:  # "She pauses."
        return discourse.found(passage, start, about, 0.55)
    full = about.mention and " " in discourse.scene.full_name(about.mention)
    if whole and (full or (about.kind == "role" and about.definite)):  # "The bishop turned to the Gospel."
        found = discourse.found(passage, start, about, 0.6)
        if found and found.voice.name:
            return found
    known = about.mention and _is_known(discourse, about.mention)
    if not known and not saying.verbs(discourse.text(passage), start, stop):
        return None
    return discourse.found(passage, start, about, 0.65)


def _last_word(discourse: Discourse, passage: int, start: int, stop: int) -> Subject | None:
    """The person whose name ends a sentence as its subject: "En la cocina manda Ana"."""
    text = discourse.text(passage)
    for mention in discourse.scene.between(passage, start, stop)[-1:]:
        led = text[start : mention.first].split()[-1:]
        verb = bool(led) and led[0].islower() and led[0] not in PREPOSITIONS | {"y", "and", "o", "or"}
        if verb and not text[mention.end : stop].strip(" .") and mention.gender:
            return Subject("name", stop, mention)
    return None


def _is_known(discourse: Discourse, mention: Mention) -> bool:
    facts = discourse.scene.facts.get(discourse.scene.full_name(mention))
    return mention.sure or (facts is not None and bool(facts.role or facts.organisation))


# -- The clause that leads to the words -------------------------------------------------------


def _introduced(discourse: Discourse, passage: int, start: int, stop: int) -> Found | None:
    """Who speaks in a clause that leads to a quotation at ``stop``."""
    text = discourse.text(passage)
    colon = text[:stop].rstrip().endswith(":")
    if found := _by_noun(discourse, passage, start, stop, colon=colon):
        return found
    if colon and readings.is_written_there(text, start, stop):
        return Found(Voice(), stop, 0.5, told=True)
    asked = _ASKED.match(text, start, stop)
    for verb in reversed(saying.verbs(text, asked.end() if asked else start, stop)):
        if subject := of_verb(discourse, passage, start, verb, stop):
            memo = subject == Subject("pronoun", verb[1]) and text[verb[1]] != ","
            if subject.kind != "thing" and not (memo and readings.is_written(text, start, verb[0])):
                return discourse.found(passage, verb[0], subject, 0.9)
            letter = colon and readings.is_letter(text, start, stop)
            written = letter or readings.is_written(text, start, stop)
            return Found(Voice(), stop, 0.5, told=True) if written else None
    found = _held(discourse, passage, start, stop) or _in_view_of(discourse, passage, start, stop)
    if found := found or (_named_at(discourse, passage, start, stop) if colon else None):
        return found
    if colon or saying.verbs(text, start, stop):
        about = discourse.topic(passage, start, stop)
        if about and about.kind in {"name", "role", "pronoun"}:
            return discourse.found(passage, start, about, 0.75)
    found = _untold(discourse, passage, start, stop) if colon else None
    return found or unnamed.somebody(text, start, stop)


def _by_noun(discourse: Discourse, passage: int, start: int, stop: int, *, colon: bool) -> Found | None:
    """Who is told to speak without a verb of saying: an answer, something heard, a question, the floor."""
    found = letters.aloud(discourse, passage, start, stop) if colon else None
    found = found or (nouns.find(discourse, passage, start, stop) if colon else None)
    found = found or _heard(discourse, passage, start, stop) or _answers(discourse, passage, start, stop)
    return found or (_with_floor(discourse, passage, start, stop) if colon else None)


def _with_floor(discourse: Discourse, passage: int, start: int, stop: int) -> Found | None:
    """Who asks to be heard: "Tomó la palabra una compañera de turno:", "Ana Paz took the floor:"."""
    floor = _TAKES_FLOOR.search(discourse.text(passage), start, stop)
    if floor is None:
        return None
    behind = behind_verb(discourse, passage, floor.end(), stop)
    told = behind.mention or behind.voice.role
    subject = behind if told else of_verb(discourse, passage, start, floor.span(), stop)
    known = subject if subject and subject.kind in {"name", "role"} else None
    return discourse.found(passage, start, known, 0.75)


def _heard(discourse: Discourse, passage: int, start: int, stop: int) -> Found | None:
    """From whom something was heard: "The Committee was told by Ana Paz that"."""
    heard = _FROM_WHOM.search(discourse.text(passage), start, stop)
    whom = discourse.subjects.at(passage, heard.end(), stop) if heard else None
    told = whom if whom and whom.kind in {"name", "role"} else None
    return discourse.found(passage, start, told, 0.8)


def _answers(discourse: Discourse, passage: int, start: int, stop: int) -> Found | None:
    """Who answers what was asked of them: "When we asked the boy what he missed, he said:"."""
    whom = _ASKED_WHOM.match(discourse.text(passage), start, stop)
    subject = discourse.subjects.at(passage, whom.end(), stop) if whom else None
    if subject is None or subject.kind not in {"name", "role"}:
        return None
    others = discourse.scene.between(passage, subject.end, stop)
    return None if others else discourse.found(passage, start, subject, 0.7)


def _named_at(discourse: Discourse, passage: int, start: int, stop: int) -> Found | None:
    """The person whose name stands right before a colon: "The happiest was Ana Paz, 71:"."""
    text = discourse.text(passage)
    clause = text[start:stop].rstrip(" :")
    ends = {start + len(clause), start + len(_BODY_IN_BRACKETS.sub("", clause))}
    for mention in reversed(discourse.scene.between(passage, start, stop)):
        whose = _WHOSE.fullmatch(text, start, mention.first) and " " in mention.name
        if (
            max(mention.last, mention.end) in ends
            and (mention.sure or whose)
            and not _SPOKEN_TO.search(text, start, mention.first)
        ):
            return discourse.found(passage, start, Subject("name", max(ends), mention), 0.7)
    return None


def _held(discourse: Discourse, passage: int, start: int, stop: int) -> Found | None:
    """Who holds or thinks what "that" leads to: "The Court held, by five votes to two, that «...»"."""
    text = discourse.text(passage)
    window = max(start, stop - _LONGEST_HELD)
    held = [*saying.LEADS_TO_CLAUSE.finditer(text, window, stop)]
    held += [*saying.LEADS_TO_SAY.finditer(text, window, stop)]
    held += [*saying.LEADS_WITHOUT_THAT.finditer(text, window, stop)]
    for verb in [each.span("verb") for each in sorted(held, key=re.Match.end)[: -_MOST_HELD - 1 : -1]]:
        subject = of_verb(discourse, passage, start, verb, stop)
        printed = subject and (subject.end <= verb[0] or text[verb[0] : verb[1]].lower() in saying.HOLDING)
        if subject and printed:
            return None if subject.kind == "thing" else discourse.found(passage, verb[0], subject, 0.75)
    return None


def _in_view_of(discourse: Discourse, passage: int, start: int, stop: int) -> Found | None:
    """Whose view a clause without a verb gives: "según Ana Paz,", "in her view,", "para este Organismo,"."""
    text = discourse.text(passage)
    if whom := _FOR_WHOM.search(text, start, stop):
        for mention in reversed(discourse.scene.between(passage, start, whom.start())):
            if max(mention.last, mention.end) == whom.start():
                return discourse.found(passage, start, Subject("name", stop, mention), 0.8)
    for they in _AS_THEY_SAID.finditer(text, start, stop):
        if saying.is_verb(they["verb"]):
            return Found(Voice(), stop, 0.5, told=True)
    for according in saying.ACCORDING.finditer(text, start, stop):
        subject = discourse.subjects.at(passage, word_start(text, according.end()), stop)
        bare = according[0].lower() in {"for", "para"}
        body = subject and subject.kind == "body" and not (bare and text[subject.end : stop].strip(" ,"))
        if subject and (body or subject.kind in {"name", "role"}):
            return discourse.found(passage, according.start(), subject, 0.8)
    begins = [
        start,
        _past_link(text, start, stop),
        *(comma.end() for comma in _COMMA.finditer(text, start, stop)),
    ]
    views = (pattern.match(text, at, stop) for at in begins for pattern in _THEIR_VIEWS)
    theirs = next((view for view in views if view), None)
    if theirs:
        return discourse.found(passage, start, Subject("pronoun", stop, gender=theirs.lastgroup), 0.75)
    if itself := _ITSELF.fullmatch(text, start, stop):
        return Found(Voice(organisation=itself["body"]), stop, 0.7)
    return None


def _past_link(text: str, start: int, stop: int) -> int:
    """Where a clause begins behind the words that join it to the sentence before: "Por eso, a su juicio"."""
    link = _JOINS.match(text, start, stop)
    return link.end() if link else start


def _untold(discourse: Discourse, passage: int, start: int, stop: int) -> Found | None:
    """Who was named just before a clause that names nobody and ends with a colon."""
    text = discourse.text(passage)
    if readings.leads_to_reading(text, start, stop):
        return letters.gone_on_with(discourse, passage, start, stop) or letters.written(
            discourse, passage, start, stop
        )
    named = discourse.scene.between(passage, start, stop)
    if any(each.start > start or not is_plain_word(each.name) for each in named) or discourse.scene.bodies(
        text[start:stop]
    ):
        return None
    if _A_NEW_ONE.match(text, start, stop):
        return Found(Voice(), stop, 0.45, told=True)
    voice = discourse.alone(passage, max(0, start - FARTHEST), start)
    return Found(voice, stop, 0.55) if voice else None
