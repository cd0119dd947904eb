"""Who does the saying in a clause: the subject of a verb, before it, behind it or understood.

"Ana Paz, who runs the desk, said", "a girl, who on leaving wrote", "the Court (CC) held", "said the
driver": the subject may stand off its verb behind an apposition or a relative clause. A document that
is the subject ("the law says") is a "thing", and a verb without a subject has a pronoun's.
"""

from __future__ import annotations

import re
from itertools import pairwise

from kb.extractors import saying
from kb.extractors.attribution import readings
from kb.extractors.attribution.clauses import word_start
from kb.extractors.attribution.discourse import Discourse
from kb.extractors.naming import Mention
from kb.extractors.organisation_patterns import BODY_NOUN
from kb.extractors.plain_words import is_plain_word
from kb.extractors.scene import Voice
from kb.extractors.subjects import PREPOSITIONS, Subject
from kb.text.folding import fold

_LONGEST_BETWEEN = 180  # characters of a clause between a name and its verb
_LONGEST_LIGHT = 60  # characters of light words before a verb
_MOST_JOINTS = 6  # of a clause, behind which its subject may stand
_MOST_ARTICLES = 4  # before a relative clause: "in the words of a girl from the coast, who"
# What may stand between a subject and its verb.
RELATIVE = re.compile(
    r",?\s(?:who|whose|quien|que|cuy[oa])\s[^.;:“”\"«»]{2,160}?,\s?|\s?\([^()]{1,80}\),?\s?|,\s?|\s"
)
_FOR_HER_PART = re.compile(r",?\s?(?:for\s(?:her|his|their|its)\spart|por\ssu\sparte),?\s")
_MANY = re.compile(
    r"(?:the|los|las|unos|unas|some|several|many|two|three|dos|tres|varios|varias|algunos|algunas|sus|their)\s"
    r"(?P<who>[a-záéíóúñü]{3,20}s)\b",
    re.IGNORECASE,
)
_ONE_OF = re.compile(
    r"\b(?:un[ao]\sde\sl[oa]s|otr[oa]\sde\sl[oa]s|one\sof\sthe|another\sof\sthe)\s(?P<who>[^\W\d_]{3,20})\s?$",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r"\b(?:alguien|someone|somebody|una\svoz|a\svoice)$", re.IGNORECASE)
_PRONOUN_FIRST = re.compile(
    r"(?:(?P<f>She|Ella)|(?P<m>He|Él)),\s[^.;:“”\"«»]{2,80},\s(?:only|just|sol[oa]|sólo|apenas)?\s?"
)
_AND_ANOTHER = re.compile(r"\s(?P<and>y|e|and)\s")
_OF_MANY = re.compile(r"(?:[aei]ron|[ae]n)\s$")  # a Spanish verb of several
# Who has neither a name nor an office: "contestó la oficina de prensa"; a time is nobody.
_SOMETHING_ELSE = re.compile(
    r"(?:la|el|una?|the|an)\s(?!(?:pasad|próxim|últim|primer|segund|otr|mism|siguient|misma)[oae]?s?\s|(?:next|same|last|first|other|very)\s"
    r"|(?:día|noche|tarde|mañana|madrugada|semana|mes|año|fin|víspera|domingo|lunes|martes|miércoles|jueves|viernes|sábado"
    r"|momento|instante|vez|day|night|morning|week|time|moment)\b)[a-záéíóúñü]{3,20}(?![\w-])"
)
_LONGEST_OF_TWO = 80  # characters of the first
_ARTICLED = re.compile(r"(?:^|(?<=\s))(?:el|la|una?|the|an?)\s")
_ARTICLE = re.compile(r"\b(?:the|an?|el|la|una?)\s")
_NOT_FREE = re.compile(r"[.;:“”\"«»]|\b(?:que|that|who|quien)\b")
_LIGHT = re.compile(rf"(?:\s(?:{'|'.join(saying.LIGHT)}|\w+ly|\w+mente)){{0,5}}\s?$")
_LAST_PRONOUN = re.compile(r"\b(?:(?P<f>she|ella)|(?P<m>he|él)|they|(?P<n>it))$", re.IGNORECASE)
_JOINT = re.compile(r"(?:,\s(?:(?:y|and|but|pero)\s)?|\s(?:y|and|but|pero|as|while|mientras)\s)(?=\w)")
# To whom something is said, before who says it: "preguntó al alcalde una vecina".
_TOLD_TO = re.compile(
    r"(?:al|(?:a|ante)\s(?:la|el|los|las|sus?|un[ao]?|otr[oa]s?|cada)|to\s(?:the|an?|her|his|another))\s[a-záéíóúñ]{3,20}\s"
)
_AND = re.compile(r"\s(?:y|and)\s(?:(?:no|le|les|nos|se|lo|then|luego)\s){0,2}$")
_JOINED = re.compile(r",\s(?:and|y)\s$")
_TELLING = re.compile(
    r",?\s(?:que|who|quien|asked|when|speaking|reached|consultad[oa]|preguntad[oa]|al\sser)\s[^.;:“”\"«»]{2,160}"
)
_LINK = re.compile(
    r"(?:(?:Afterwards?|Later|Meanwhile|Still|Now|Today|Earlier|Después|Luego|Hoy|Ayer|Más\starde|Además|También"
    r"|Finalmente|Asimismo|Then|Entonces|On\sMonday|Yesterday),?\s|(?:But|And|Yet|Pero|Y|(?:To|Upon|At)\swhich|A\slo\s(?:que|cual)|Ante\slo\s(?:que|cual))\s)"
)  # before the subject of a sentence
_FROM = re.compile(
    r",\s(?:of|from|at|with|in|del?|en)\s[^.;:“”\"«»]{2,80},?"
)  # "Ana Paz, del albergue, quien"
_RELATIVE_LINK = re.compile(r",?\s(?:que|quien|who)\s", re.IGNORECASE)
# What stands between a body and its verb, and before it: "the Court (CC), in its opinion of May, held that".
_LETTERS_BEHIND = re.compile(r"^\s\([A-ZÁÉÍÓÚÑ-]{2,12}\)")  # "an official of the National Institute (INM)"
_BESIDE_BODY = re.compile(r"(?:\s\([^()]{1,40}\))?(?:,\s[^;:“”\"«»]{2,160},)?\s?")
_OPENS_BODY = re.compile(
    r"(?:[^,;:]{0,80}[,;:]\s)?(?:(?:the|el|la|los|las)\s|[A-Z]\w+(?:\s[A-Z]\w+)?['’]s?\s)?", re.IGNORECASE
)
# What stands before the subject of a sentence, set off by a comma: "In the name of the others, Ana".
_OPENING_PHRASE = re.compile(
    r"(?:in|on|at|for|after|during|a|al|en|con|ante|durante|tras|por|desde)\s[^,.;:“”\"«»]{2,80},\s",
    re.IGNORECASE,
)
_ENDS_THROUGH = re.compile(rf"(?:{saying.THROUGH.pattern})$", re.IGNORECASE)
_OBJECT_SIGNS = PREPOSITIONS - {"that", "que"}
# Behind these verbs stands who is spoken to.
WITH_OBJECT = frozenset(
    "told tell tells telling asked asks reminded reminds informed informs assured assures".split()
)
_UNDERSTOOD = frozenset(saying.LIGHT) | frozenset(
    "y and but pero finalmente asimismo tambien finally".split()
)
_MOST_WORDS_OF_ADJUNCT = 8
_PREPOSITIONS_OF_ADJUNCT = frozenset("a al en sobre ante tras con durante por desde de del entre".split())
_DETERMINERS = frozenset(
    "el la los las un una unos unas su sus este esta estos estas ese esa lo cada dicho dicha".split()
)
# Clauses that come before the main verb, whose subject Spanish leaves out: "Cuando le preguntan, contesta".
_SUBORDINATE = frozenset(
    "cuando si al tras en durante para despues luego antes como aunque mientras con sobre ante a desde por"
    " entre hoy ayer ahi alli entonces consultado consultada interrogado interrogada"
    " preguntado preguntada".split()
)


def of_verb(
    discourse: Discourse, passage: int, start: int, verb: tuple[int, int], stop: int
) -> Subject | None:
    """The subject of a verb in a clause: right before it, else right behind it, else understood."""
    text = discourse.text(passage)
    before = _ending_at(discourse, passage, start, verb[0])
    read = readings.is_document(text, start, verb[0])
    if read and before and before.mention and text[before.mention.last : before.end].strip(", "):
        return Subject("thing", verb[1])  # "the law, which Ana Paz signed, says"
    before = before or _antecedent(discourse, passage, start, verb[0])
    inserted = text[verb[0] - 2 : verb[0]] == ", " and text[verb[1] : verb[1] + 2] == ", "
    if before and before.kind == "body" and inserted and discourse.scene.document.language == "es":
        return Subject("pronoun", verb[1])  # "La agencia, advirtió, está"
    if before or read:
        return before or Subject("thing", verb[1])
    if text[verb[0] : verb[1]].lower() not in WITH_OBJECT and (
        behind := _close_behind(discourse, passage, verb[1], stop)
    ):
        return behind
    if _AND.search(text, start, verb[0]) and (first := discourse.topic(passage, start, verb[0])):
        return (
            first
            if first.kind == "name" and len(discourse.scene.between(passage, start, verb[0])) == 1
            else None
        )
    understood = _is_understood(text, start, verb) or (
        discourse.scene.document.language == "es" and _is_adjunct(text[start : verb[0]])
    )
    return Subject("pronoun", verb[1]) if understood else None


def behind_verb(discourse: Discourse, passage: int, at: int, end: int) -> Subject:
    """The subject behind a verb that ends at ``at``; a pronoun's where none is printed."""
    text = discourse.text(passage)
    at = word_start(text, at)
    if part := _FOR_HER_PART.match(text, at, end):
        at = part.end()
    together = discourse.subjects.together(passage, at, end) or _two(discourse, passage, at, end)
    if subject := together or discourse.subjects.at(passage, at, end):
        return subject
    if (told := _TOLD_TO.match(text, at, end)) and (
        subject := discourse.subjects.at(passage, told.end(), end)
    ):
        return subject
    if readings.is_document(text, at, end):
        return Subject("thing", at)
    if many := _MANY.match(text, at, end):
        return Subject("role", many.end(), voice=Voice(None, many["who"]), definite=False)
    for mention in discourse.scene.between(passage, at, end):
        owner = discourse.subjects.owns(passage, mention, end)
        if at < mention.first and _is_free(text, at, mention) and not owner:
            return Subject("name", mention.last, mention)
    if role := _role_some_words_on(discourse, passage, at, end):
        return role
    other = _SOMETHING_ELSE.match(text, at, end)
    return Subject("body", other.end()) if other else Subject("pronoun", at)


def _two(discourse: Discourse, passage: int, at: int, end: int) -> Subject | None:
    """Two people behind a verb of whom one at least has no full name there: "dijeron el alcalde y Paz"."""
    text = discourse.text(passage)
    joint = (
        _AND_ANOTHER.search(text, at, min(end, at + _LONGEST_OF_TWO))
        if _OF_MANY.search(text, 0, at)
        else None
    )
    if joint is None or "," in text[at : joint.start()]:
        return None
    each = [
        discourse.found(passage, begin, discourse.subjects.at(passage, begin, stop), 0.8)
        for begin, stop in ((at, joint.start()), (joint.end(), end))
    ]
    names = [found.voice.name for found in each if found and found.voice.name]
    if len(set(names)) != len(each) or each[-1] is None:
        return None
    return Subject("role", each[-1].end, voice=Voice(f" {joint['and']} ".join(names)), definite=False)


# -- Behind the verb --------------------------------------------------------------------------


def _close_behind(discourse: Discourse, passage: int, at: int, stop: int) -> Subject | None:
    """The subject behind a verb of a clause, where no "that" stands between them."""
    text = discourse.text(passage)
    subject = discourse.subjects.at(passage, word_start(text, at), stop)
    if subject is None and text[at : at + 4].lower() not in {" que", " tha"}:
        late = behind_verb(discourse, passage, at, stop)
        return late if late.kind in {"name", "role"} else None
    if subject is None or subject.kind == "thing":
        return None
    # "She said the Institute “shares the aim”": a short name there is of the next clause.
    short = subject.kind == "body" and BODY_NOUN.fullmatch(subject.voice.organisation or "")
    return None if short and discourse.scene.document.language != "es" else subject


def _is_free(text: str, at: int, mention: Mention) -> bool:
    """Whether a name some words behind a verb can be its subject."""
    between = text[at : mention.first]
    words = between.split()
    known = mention.sure or " " in mention.name
    if not (known and words) or _NOT_FREE.search(between):
        return False
    return words[-1].lower().strip(",") not in PREPOSITIONS


def _role_some_words_on(discourse: Discourse, passage: int, at: int, end: int) -> Subject | None:
    text = discourse.text(passage)
    for article in _ARTICLED.finditer(text[at:end]):
        before = text[at : at + article.start()].split()
        if before and before[-1].lower() not in PREPOSITIONS:
            subject = discourse.subjects.role(passage, at + article.start(), end)
            if subject:
                return subject
    return None


# -- Before the verb --------------------------------------------------------------------------


def _ending_at(discourse: Discourse, passage: int, start: int, at: int) -> Subject | None:
    """The subject that ends right before a verb at ``at``."""
    text = discourse.text(passage)
    light = _LIGHT.search(text[max(start, at - _LONGEST_LIGHT) : at])
    edge = at - (len(light[0]) if light else 0)
    leading = [
        mention
        for mention in discourse.scene.between(passage, start, edge)
        if start <= mention.first
        and _leads_to(text, start, mention, edge)
        and not _is_noun(discourse, mention)
    ]
    if leading:
        joined = _JOINED.search(text, max(start, leading[-1].first - 6), leading[-1].first)
        return Subject("name", edge, leading[-1 if joined else 0])
    if pronoun := _LAST_PRONOUN.search(text[max(start, edge - 8) : edge].rstrip()):
        if pronoun["n"]:
            return Subject("body", edge)
        return Subject("pronoun", edge, gender=pronoun.lastgroup)
    if role := _role_ending_at(discourse, passage, start, edge):
        return role
    if first := _PRONOUN_FIRST.fullmatch(text, start, edge):
        return Subject("pronoun", edge, gender=first.lastgroup)
    if some := _SOMEBODY.search(text, max(start, edge - 20), edge):
        return Subject("role", edge, voice=Voice(None, some[0]), definite=False)
    if one := _ONE_OF.search(text[max(start, edge - 60) : edge]):
        return Subject("role", edge, voice=Voice(None, one["who"]), definite=False)
    return _body_ending_at(discourse, text, start, edge)


def _leads_to(text: str, start: int, mention: Mention, edge: int) -> bool:
    """Whether a name is the subject of a verb at ``edge``: beside it or behind an apposition."""
    if not 0 <= edge - mention.last <= _LONGEST_BETWEEN or is_object(text, start, mention):
        return False
    gap = text[mention.last : edge]
    opens = (
        mention.first == start
        or _OPENING_PHRASE.fullmatch(text, start, mention.first)
        or _JOINED.search(text, max(start, mention.first - 6), mention.first)
    )
    apposed = opens and gap[:2] in {", ", " ("} and gap.rstrip().endswith(",")
    apposed = apposed or bool(opens and gap.rstrip().endswith(",") and _TELLING.fullmatch(gap))
    return apposed or not gap.strip(", ") or bool(gap.strip() and RELATIVE.fullmatch(gap))


def _is_noun(discourse: Discourse, mention: Mention) -> bool:
    """Whether a name is the first word of a sentence, and one of the dictionary: "Fuentes consultadas"."""
    return not discourse.subjects.is_person(mention) and is_plain_word(mention.name)


def is_object(text: str, start: int, mention: Mention) -> bool:
    """Whether a preposition leads to a name that is no spokesperson's: "to Ana Paz"."""
    led = text[start : mention.first].split()[-1:]
    if not led or led[0].lower() not in _OBJECT_SIGNS:
        return False
    return not _ENDS_THROUGH.search(text, max(start, mention.first - 30), mention.first)


def _role_ending_at(discourse: Discourse, passage: int, start: int, edge: int) -> Subject | None:
    text, subjects = discourse.text(passage), discourse.subjects
    joints = [match.end() + start for match in _JOINT.finditer(text[start:edge])]
    # "During the visit the captain said": what the opening phrase holds is not the last article's.
    articles = [match.start() for match in _ARTICLE.finditer(text, start, edge)][-1:]
    joints += [at for at in articles if at > start and text[start:at].split()[-1].lower() not in PREPOSITIONS]
    link = _LINK.match(text, start, edge)
    for at in reversed([link.end() if link else start, *joints[-_MOST_JOINTS:]]):
        subject = (
            subjects.role(passage, at, edge)
            or subjects.unnamed(passage, at, edge)
            or subjects.body(passage, at, edge)
        )
        rest = _LETTERS_BEHIND.sub("", text[subject.end : edge]).strip(", ") if subject else ""
        if subject and (not rest or _is_told_of(text, subject, edge)):
            return subject
    return None


def _is_told_of(text: str, subject: Subject, edge: int) -> bool:
    """Whether a clause tells of a subject up to ``edge``: "one of the boys who hid there"."""
    return _TELLING.fullmatch(text, subject.end, edge) is not None


def _body_ending_at(discourse: Discourse, text: str, start: int, edge: int) -> Subject | None:
    clause = text[max(start, edge - 2 * _LONGEST_BETWEEN) : edge]
    for begin, stop in discourse.scene.bodies(clause):
        apposed = _BESIDE_BODY.fullmatch(clause, stop) and _OPENS_BODY.fullmatch(clause, 0, begin)
        if stop == len(clause) or apposed:
            return Subject("body", edge, voice=Voice(None, None, clause[begin:stop]))
    return None


def _antecedent(discourse: Discourse, passage: int, start: int, at: int) -> Subject | None:
    """Whom a relative clause tells of that holds the verb: "a girl, who on leaving wrote"."""
    text = discourse.text(passage)
    floor = max(start, at - _LONGEST_BETWEEN)
    links = list(_RELATIVE_LINK.finditer(text, floor, at))
    if not links or "," in text[links[-1].end() : at]:
        return None
    edge = links[-1].start()
    beside = [
        mention
        for mention in reversed(discourse.scene.between(passage, start, edge))
        if edge - 2 <= mention.last <= edge or _FROM.fullmatch(text, mention.last, edge)
    ]
    if beside:
        return Subject("name", edge, next((each for each in beside if " " in each.name), beside[0]))
    for article in reversed(list(_ARTICLE.finditer(text, floor, edge))[-_MOST_ARTICLES:]):
        subject = discourse.subjects.role(passage, article.start(), edge)
        if subject and not text[subject.end : edge].strip(" ,"):
            return subject
    return _role_ending_at(discourse, passage, start, edge)


# -- No subject at all ------------------------------------------------------------------------


def _is_understood(text: str, start: int, verb: tuple[int, int]) -> bool:
    """Whether a verb has its subject from the sentence before: inserted behind a comma, or opening."""
    lead = text[start : verb[0]].lower().split()
    if all(word.strip(",.") in _UNDERSTOOD for word in lead):
        return True
    subordinate = bool(lead) and fold(lead[0]) in _SUBORDINATE
    return text[verb[0] - 2 : verb[0]] == ", " and (text[verb[1] : verb[1] + 1] in {",", ":"} or subordinate)


def _is_adjunct(lead: str) -> bool:
    """Whether the words before a Spanish verb are adjuncts alone: "A pregunta expresa respondió".

    A determiner that no preposition leads to begins a phrase that may be the subject.
    """
    words = [word.strip(",.") for word in lead.split()]
    if not 2 <= len(words) <= _MOST_WORDS_OF_ADJUNCT or fold(words[0]) not in _PREPOSITIONS_OF_ADJUNCT:
        return False
    small = all(word.islower() for word in words[1:])
    led = all(
        before.lower() in _PREPOSITIONS_OF_ADJUNCT for before, word in pairwise(words) if word in _DETERMINERS
    )
    return small and led
