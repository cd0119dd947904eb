"""The attribution that goes on behind a quotation: "...", said Ana Paz; «...», señaló; — Ana Paz."""

from __future__ import annotations

import re

from kb.extractors import saying
from kb.extractors.attribution import readings
from kb.extractors.attribution.clauses import FARTHEST, LEAD, lead_end, sentence_end, word_start
from kb.extractors.attribution.discourse import Discourse, Found
from kb.extractors.attribution.verb_subjects import RELATIVE, WITH_OBJECT, behind_verb
from kb.extractors.honorifics import whole_sentences
from kb.extractors.scene import Voice
from kb.extractors.speech import Span
from kb.extractors.subjects import ARTICLE, PREPOSITIONS, Subject

_LONGEST_BEAT = 90  # characters of a sentence between two quotations of one person
_LONGEST_SIGNED = 60  # characters behind a name in a signature
_THUS = re.compile(
    r"(?:As[ií]|De\sesta\s(?:forma|manera)|So)\s(?=(?:lo|se|le|nos)\s|\w+(?:ó|ed)\b|said)|(?:as|so|como|seg[uú]n(?:\slo\sque)?)\s"
)
# "...", reads a letter signed by Ana Paz; «...», se lee en la carta de las madres.
_IN_A_LETTER = re.compile(
    r"(?:reads?|se\s(?:lee|puede\sleer|dice|afirma|señala|indica)\sen|dice|reza)\s(?:the|an?|la|el|una?|su|its|their)\s(?:[^\W\d_]{3,14}\s)?"
    r"(?:letter|statement|message|petition|carta|mensaje|comunicado|pronunciamiento|misiva|petici[oó]n|escrito|manifiesto)\b"
    r"(?P<by>(?:\s[^\W\d_]{3,14}){0,3}\s(?:signed\sby|by|from|firmad[oa]\spor|suscrit[oa]\spor|del?"
    r"|que\s(?:les?\s)?(?:dejó|escribió|firmó|envió|mandó|entregó)|(?:left|written|sent)\sby|that)\s)?"
)
# «...», se lee en su testimonio; "...", her statement reads.
_IN_THEIR_WORDS = re.compile(
    r"(?:se\s(?:lee|puede\sleer|dice|afirma|señala)\sen|dice|reza)\ssu\s(?:[^\W\d_]{3,14}\s)?"
    r"(?:testimonio|carta|declaraci[oó]n|diario|solicitud|mensaje|relato|escrito|demanda)\b"
    r"|(?:(?P<f>her)|(?P<m>his))\s(?:[^\W\d_]{3,14}\s)?(?:testimony|letter|statement|diary|affidavit|message|declaration|note)"
    r"\s(?:reads?|says|said|goes|continues?)\b"
)
# "...". The words are those of Ana Paz; «...». La frase, de un muchacho de 14 años, resume
_THE_WORDS_ARE = re.compile(
    r"The\sspeaker\s(?:is|was)\s|(?:The|Those|These)\s(?:words?|phrase|sentence|line)(?:,|\s(?:is|are|was|were|come|comes))\s(?:those\s)?(?:of|from|by)\s"
    r"|(?:La\sfrase|Las?\spalabras?|La\soración|El\stestimonio)(?:,|\s(?:es|son|era|eran|fue))\s(?:la\s|las\s)?de(?=l?\s)(?:l(?=\s))?\s"
    r"|(?:Quien\shabla|Lo\sdice|Habla|Así\shabla)(?:,|\ses)?\s(?=[A-ZÀ-Þ]|la\s|el\s|una?\s)"
)
_NOT_OURS = re.compile(r"\s?(?::|,?\s(?:that|que)\b|,?\s?[“\"«])")
# Verbs that say nothing behind finished words: "Ana Paz spoke to reporters on the porch".
_INTRANSITIVE = frozenset("spoke speaks went goes began begins habló habla hablaba".split())
_ASKED_TO = re.compile(
    r"(?:asked|begged|offered|agreed|promised|pidió|prometió|ofreció)\s(?:to\s[a-z]|[a-záéíóú]{2,12}[aei]r(?:l[oae]s?)?\s)"
)
_TO_COME = re.compile(r"\b(?:will|may|might|can|must|shall)\s(?:also\s)?$")
_OBJECT = re.compile(r"\s(?:an?|una?|its|sus?)\s")
_LAST_WORD_IS_VERB = re.compile(r"(?:(?:se|le|les|lo|nos|me)\s){0,2}[a-zñáéíóú]{3,20}[óaej]\.")
_LIKE_A_VERB = re.compile(r"[a-zñáéíóú]{2,20}(?:s|ed|ó|e|a|[ai]e?ron|[ae]n)\s")
_CLITICS = re.compile(r"(?:(?:se|les?|l[oa]s?|nos|me)\s){1,2}")
_PRESENT = re.compile(r"[a-zñáéíóú]{3,20}[ae]\s")
_OFFICE = re.compile(r"(?:el|la)\s")
_JOINS = frozenset("desde hasta entre mientras cuando donde aunque porque hacia sino".split())
_A_WORD = re.compile(r"[a-z]{2,20}\s")
_ANY_WORD = re.compile(r"\s[a-z]{2,20}")
_NOBODY = tuple(
    re.compile(
        rf"(?:{ARTICLE}\s|(?:los|las|some|many)\s)?(?:[a-zñáéíóú-]{{3,20}}\s){{{count}}}", re.IGNORECASE
    )
    for count in (1, 2, 3)
)
_MANY = re.compile(r"\s(?:(?:the|some|many)\s)?(?:[a-z-]{3,20}\s){0,2}[a-z]{3,20}s\b")
_RELATIVE = re.compile(r"(?:who|whose|which|that|que|quien|cuy[oa]s?|donde|where|when|cuando)\s")
# Behind "Girl" in a signature: ", 9, from Honduras"; ", 10 años, de Venezuela".
AGE_OR_ORIGIN = re.compile(
    r"(?:,?\s(?:(?:aged?|de|of)\s)?\d{1,2}(?:\s(?:años(?:\sde\sedad)?|years?(?:\sold)?))?(?![\w-])"
    r"|,?\s(?:from|de|in|en|at|of|originari[oa]\sde)\s[^.;:,“”\"«»\n]{2,60}"
    r"|,\s[^\W\d_]{2,20}(?:\s[A-ZÀ-Þ][^\W\d_]{1,20}){0,2}(?=\s?[.)*]|$|,))*"
)
_WHO = re.compile(r"\s(?:who|que)\s[^,.;:“”\"«»]{2,160}")
_VERSE = re.compile(r"\d[,:.]\s?\d")  # of the Bible
_TOLD_OF = re.compile(r",?\s(?:who|que|quien)\s[^.;:“”\"«»]{2,80}")
# "...", is how Ana Paz puts it.
_IS_HOW = re.compile(
    r"(?:is|was)\s(?:how|what|the\sway)\s|(?:es|era|fue)\s(?:lo\sque|como|así\scomo)\s(?:lo\s)?(?:dice|dijo|contó|cuenta|resume|explica)\s"
)
_IS = re.compile(r"(?:is|was|comes?|came|goes|went|es|fue|era|son|fueron)\s")
# Of nobody who is named: "...", se le preguntó; "...", came the reply.
_ASKED_OF = re.compile(
    r"(?:se\sl[ea]s?\s(?:preguntó|pregunta|cuestionó|inquirió)|l[ea]s?\spreguntan?|(?:came|was|vino|fue)\s(?:the|la)\s(?:reply|answer|respuesta)"
    r"(?=[\s,.]))"
)
_ARTICLE = re.compile(r"(?:the|an?|el|la|una?)\s", re.IGNORECASE)
_THEY = re.compile(r"(?:They|Ell[oa]s)\s")
_IT = re.compile(r"it\s")
# A body decides what it holds: "...", the Court holds.
_HOLDS = re.compile(
    r"(?:the|la|el)\s[A-Z]\w+\s(?:holds?|held|finds?|found|ruled?|rules|considers|sostiene|falla|resuelve)\b"
)


def find(discourse: Discourse, span: Span, limit: int) -> Found | None:
    """The attribution right behind a quotation, up to ``limit``, where the next begins."""
    passage, text = span.passage, discourse.text(span.passage)
    end = sentence_end(text, span.close, min(limit, span.close + FARTHEST))
    lead = LEAD.match(text, span.close, end)
    at = lead.end() if lead else span.close
    finished = text[span.end - 1 : span.end] in ".!?…" or "." in text[span.close : at]
    comma = text[span.end - 1 : span.end] == ","
    if (
        finished
        and text[at : at + 1].isupper()
        and end >= limit - 2
        and text[at:limit].rstrip().endswith(":")
    ):
        return None  # «...». Ana Paz lo dice de otro modo: «...»
    found = (
        _in_a_letter(discourse, passage, at, end)
        or _closed(discourse, passage, at, end)
        or _reply(discourse, passage, at, end)
        or _cited(discourse, passage, at, end)
        or _verb_first(discourse, passage, at, end, finished=finished)
        or _subject_first(discourse, passage, at, end, comma=comma, finished=finished)
    )
    if found:
        return found._replace(closes=True)
    whole = finished and span.outer <= 1
    block = whole and (
        discourse.scene.passages[passage].kind == "quote" or _is_signature(discourse, passage, at)
    )
    return _signed(discourse, passage, at) if block or (lead and lead["dash"]) else None


def is_read(discourse: Discourse, span: Span, limit: int) -> bool:
    """Whether words are read and not said: "...", reads the flyer; a letter's are somebody's."""
    text = discourse.text(span.passage)
    at = lead_end(text, span.close, limit)
    verb = saying.verb_at(text, at, limit)
    noun = word_start(text, verb[1]) if verb else limit
    if not _ARTICLE.match(text, noun, limit) or discourse.subjects.at(span.passage, noun, limit):
        return False
    said = readings.is_letter(text, noun, limit) or readings.is_written(text, noun, limit)
    return readings.is_document(text, noun, limit) and not said


def resumed(discourse: Discourse, passage: int) -> Found | None:
    """Who is named by a line below a quotation that begins with the verb: "says Ana Paz, a driver."."""
    text = discourse.text(passage)
    end = sentence_end(text, 0, min(len(text), FARTHEST))
    return _verb_first(discourse, passage, 0, end, finished=True)


def beat(discourse: Discourse, span: Span, limit: int) -> Found | None:
    """Who does something in the short sentence between two quotations: «A». Ana Paz calla. «B»."""
    text = discourse.text(span.passage)
    at = lead_end(text, span.close, limit)
    if not 0 < limit - at <= _LONGEST_BEAT or len(whole_sentences(text[at:limit])) != 1:
        return None
    subject = discourse.subjects.at(span.passage, at, limit)
    if subject is None or subject.kind not in {"name", "pronoun"} or text[limit - 2] not in ".:":
        return None
    if subject.mention and not discourse.subjects.is_person(subject.mention):
        return None
    return discourse.found(span.passage, at, subject._replace(end=limit), 0.6)


def _closed(discourse: Discourse, passage: int, at: int, end: int) -> Found | None:
    """Who is named by the sentence that says whose the words were: «...». Con estas palabras, Ana Paz ..."""
    if words := _THE_WORDS_ARE.match(discourse.text(passage), at, end):
        return discourse.found(passage, at, discourse.subjects.at(passage, words.end(), end), 0.75)
    if not saying.CLOSING_WORDS.match(discourse.text(passage), at, end):
        return None
    named = [each for each in discourse.scene.between(passage, at, end) if discourse.subjects.is_person(each)]
    return discourse.found(passage, at, Subject("name", end, named[0]), 0.75) if named else None


def _in_a_letter(discourse: Discourse, passage: int, at: int, end: int) -> Found | None:
    """Whose letter holds the words; nobody's where it is not told whose."""
    if theirs := _IN_THEIR_WORDS.match(discourse.text(passage), at, end):
        return discourse.found(passage, at, Subject("pronoun", theirs.end(), gender=theirs.lastgroup), 0.7)
    letter = _IN_A_LETTER.match(discourse.text(passage), at, end)
    if letter is None:
        return None
    subject = discourse.subjects.at(passage, letter.end(), end) if letter["by"] else None
    by = subject if subject and subject.kind in {"name", "role", "body"} else None
    return discourse.found(passage, at, by, 0.8) or Found(Voice(), letter.end(), 0.5)


def _reply(discourse: Discourse, passage: int, at: int, end: int) -> Found | None:
    """Whose reply the words are: "...", is Ana Paz's reply; «...», fue su respuesta."""
    text = discourse.text(passage)
    if asked := _ASKED_OF.match(text, at, end):
        return Found(Voice(), asked.end(), 0.5)
    if how := _IS_HOW.match(text, at, end):
        return discourse.found(passage, at, discourse.subjects.at(passage, how.end(), end), 0.8)
    link = _IS.match(text, at, end)
    if link is None:
        return None
    if its := saying.ITS_SAYING.match(text, link.end(), end):
        return discourse.found(passage, at, Subject("pronoun", its.end(), gender=its.lastgroup), 0.8)
    of = saying.SAYING_OF.match(text, link.end(), end)
    subject = discourse.subjects.at(passage, of.end(), end) if of else None
    if subject and subject.kind in {"name", "role"}:
        return discourse.found(passage, at, subject, 0.85)
    mention = discourse.scene.starting(passage, link.end())
    behind = saying.SAYING_BEHIND.match(text, mention.end, end) if mention else None
    return discourse.found(passage, at, Subject("name", behind.end(), mention), 0.85) if behind else None


# -- "according to Ana Paz" -------------------------------------------------------------------


def _cited(discourse: Discourse, passage: int, at: int, end: int) -> Found | None:
    text = discourse.text(passage)
    according = saying.ACCORDING.match(text, at, end)
    if according is None or according[0].lower() in {"for", "para"}:
        return None
    subject = discourse.subjects.at(passage, word_start(text, according.end()), end)
    if text[at].isupper() and subject and text[subject.end : end].strip(" ."):
        return None  # "«...». Según Ana Paz, ...": the next sentence
    return discourse.found(passage, at, subject, 0.85)


# -- "said Ana Paz" ---------------------------------------------------------------------------


def _verb_first(discourse: Discourse, passage: int, at: int, end: int, *, finished: bool) -> Found | None:
    text = discourse.text(passage)
    if thus := _THUS.match(text, at, end):
        at = thus.end()
    elif not text[at : at + 1].islower():
        return None
    verb = saying.verb_at(text, at, end, accents=False)
    said = None if verb else saying.base_behind(text, at, end)
    if said and (many := _MANY.match(text, said, end)):  # "...", warn doctors at the clinic
        return Found(Voice(), many.end(), 0.5)
    if verb and _ASKED_TO.match(text, verb[0], end):
        return None  # a girl who gave her age as “almost ten”, asked to hold it
    if verb is None:
        return None if finished or thus else _any_verb_first(discourse, passage, at, end)
    subject = behind_verb(discourse, passage, verb[1], end)
    if subject.kind == "thing" and readings.is_written(text, subject.end, end):
        return Found(Voice(), subject.end, 0.5)
    bare = subject.bare and text[word_start(text, verb[1]) :][:1].islower()
    return None if subject.kind == "thing" or bare else discourse.found(passage, at, subject, 0.95)


def _any_verb_first(discourse: Discourse, passage: int, at: int, end: int) -> Found | None:
    """A name behind any one word: "...", laughs Yesenia."""
    text = discourse.text(passage)
    only = _LAST_WORD_IS_VERB.match(text, at, end)
    if only and only.end() == end:
        return discourse.found(passage, at, Subject("pronoun", end - 1), 0.7)
    if clitics := _CLITICS.match(text, at, end):  # «...», se sinceró Ana Paz
        at = clitics.end()
    word = _LIKE_A_VERB.match(text, at, end) or _A_WORD.match(text, at, end)
    if word is None or not (_LIKE_A_VERB.fullmatch(word[0]) or saying.is_base(word[0].rstrip())):
        return None
    if word[0].endswith(("ó ", "aron ", "ieron ")):
        # Behind a quotation a Spanish past tense of the third person says, whatever the verb.
        subject = behind_verb(discourse, passage, word.end(), end)
        return discourse.found(passage, at, subject, 0.8) if subject.kind in {"name", "role"} else None
    mention = discourse.scene.starting(passage, word.end())
    if word[0].strip() in PREPOSITIONS | _JOINS:
        return None
    if mention is None:  # «...», cierra la directora
        role = discourse.subjects.role(passage, word.end(), end) if _OFFICE.match(text, word.end()) else None
        return discourse.found(passage, at, role, 0.7) if role and _PRESENT.fullmatch(word[0]) else None
    return discourse.found(passage, at, Subject("name", mention.last, mention), 0.75)


# -- "Ana Paz said" ---------------------------------------------------------------------------


def _subject_first(
    discourse: Discourse, passage: int, at: int, end: int, *, comma: bool, finished: bool
) -> Found | None:
    """A subject and its verb; ``comma``: the quotation ends with one, so that any verb speaks."""
    text = discourse.text(passage)
    subject = discourse.subjects.together(passage, at, end) or discourse.subjects.at(passage, at, end)
    if (it := _IT.match(text, at, end)) and (said := saying.verb_at(text, it.end(), end)):
        return Found(Voice(), said[1], 0.5)
    if subject is None:
        return _nobody(text, at, end) if comma else None
    verb = _verb_behind(text, subject.end, end)
    if verb is None and subject.kind == "role" and (clause := _WHO.match(text, subject.end, end)):
        verb = next(reversed(saying.verbs(text, *clause.span())), None)
    if verb is None and subject.kind == "name" and comma:
        any_verb = _ANY_WORD.match(text, subject.end, end)
        verb = any_verb.span() if any_verb else None
    if verb is None and subject.kind == "body" and comma:
        return _nobody(text, at, end)
    if verb is None or (finished and _is_of_next(text, verb)):
        return None
    if finished and _THEY.match(text, at) and text[verb[1] : verb[1] + 1] not in {".", ","}:
        return None  # "... the first fans". They asked for the times.
    return discourse.found(passage, at, subject._replace(end=verb[1]), 0.95)


def _is_of_next(text: str, verb: tuple[int, int]) -> bool:
    """Whether a verb behind a finished quotation leads to other words: "Ana Paz added a paragraph"."""
    word = text[verb[0] : verb[1]]
    if _TO_COME.search(text, max(0, verb[0] - 12), verb[0]):
        return True  # "Ana Paz will say Mass"
    takes = word not in WITH_OBJECT and _OBJECT.match(text, verb[1])
    return bool(
        takes or _NOT_OURS.match(text, verb[1]) or (word in _INTRANSITIVE and _ANY_WORD.match(text, verb[1]))
    )


def _nobody(text: str, at: int, end: int) -> Found | None:
    """Speech of somebody without name and role: "...", the organization said."""
    said = readings.is_letter(text, at, end) or readings.is_written(text, at, end)
    if readings.is_document(text, at, end) and not said:
        return None
    if _RELATIVE.match(text, at, end):  # "The Aunt in Baltimore," whose authors asked
        return None
    for phrase in (pattern.match(text, at, end) for pattern in _NOBODY):
        if phrase and (verb := saying.verb_at(text, phrase.end(), end)):
            return Found(Voice(), verb[1], 0.5)
        many = saying.base_behind(text, phrase.end(), end) if phrase and phrase[0].endswith("s ") else None
        if many:  # "...", advocates warn
            return Found(Voice(), many, 0.5)
    held = _HOLDS.match(text, at, end)
    return Found(Voice(), held.end(), 0.5) if held else None


def _verb_behind(text: str, at: int, end: int) -> tuple[int, int] | None:
    between = RELATIVE.match(text, at, end)
    verb = saying.verb_at(text, between.end(), end) if between else None
    if verb or not text.startswith((", ", " ("), at):
        return verb
    # A longer apposition: ", a fellow at the Institute in Munich, Germany, and author, said".
    return next((found for found in saying.verbs(text, at, end) if text[found[0] - 2] == ","), None)


# -- "— Ana Paz" ------------------------------------------------------------------------------


def _is_signature(discourse: Discourse, passage: int, at: int) -> bool:
    """Whether a full name with what describes it is all that stands behind: "..." Ana Paz, director."""
    mention = discourse.scene.starting(passage, at)
    full = mention is not None and " " in mention.name and mention.last > mention.end
    return bool(mention and full and not discourse.text(passage)[mention.last :].strip(" .)*"))


def is_testimony(text: str, at: int) -> bool:
    """Whether all that a dash leads to is a line that names nobody: "— Testimonio, Santa Ana"."""
    line = text[at:]
    verse = _VERSE.search(line)
    return (
        not verse
        and len(line) <= _LONGEST_SIGNED
        and line[:1].isupper()
        and line.count(".") < 2
        and not saying.verbs(text, at, len(text))
    )


def _signed(discourse: Discourse, passage: int, at: int) -> Found | None:
    """A name or a role alone behind a dash, or in brackets, as below a motto."""
    text = discourse.text(passage)
    subject = discourse.subjects.at(passage, at, min(len(text), at + FARTHEST))
    if subject is None or subject.kind not in {"name", "role"}:
        return Found(Voice(), len(text), 0.5) if is_testimony(text, at) else None
    if (
        subject.mention
        and not discourse.subjects.is_person(subject.mention)
        and text[at : at + 1].isupper()
        and text[subject.mention.end :].strip(" .)*")
    ):
        return Found(Voice(), len(text), 0.5) if is_testimony(text, at) else None
    told = AGE_OR_ORIGIN.match(text, subject.end)
    told = _TOLD_OF.match(text, told.end() if told else subject.end) or told
    rest = text[told.end() if told else subject.end :].strip(" .)*")
    if (
        subject.kind == "role" and subject.bare and told
    ):  # "Youth, 16, who lived there" is nobody told of before
        subject = subject._replace(definite=False)
    if len(rest) > _LONGEST_SIGNED or (subject.kind == "role" and rest):
        return None
    return discourse.found(passage, at, subject, 0.85)
