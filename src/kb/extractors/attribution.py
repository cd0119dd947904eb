"""Who said the words between quotation marks.

A quotation is attributed right behind it ("...", said Ana Paz; Ana Paz said), right before it (Ana Paz
said: "..."; según Ana Paz, "..."), in a line of its own (— Ana Paz), or by the sentence before, whose
subject goes on speaking. Each place is a function that returns what it found and how far it reaches, so
that a second quotation behind it can be seen to go on with the first.

What must stay true: words that only have marks (titles, terms, names of campaigns, irony) have no voice.
All looks go over a bounded stretch of text beside the marks.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kb.extractors import saying
from kb.extractors.naming import Mention, whole_sentences
from kb.extractors.scene import Scene, Voice
from kb.extractors.speech import Span
from kb.extractors.subjects import ARTICLE, PREPOSITIONS, Subject, Subjects
from kb.text.folding import fold

_MOST_SENTENCES = 6  # back to whom "she" may mean
_FARTHEST = 400  # characters between a quotation and who said it
_NOBODY = tuple(
    re.compile(
        rf"(?:{ARTICLE}\s|(?:los|las|some|many)\s)?(?:[a-zñáéíóú-]{{3,20}}\s){{{count}}}", re.IGNORECASE
    )
    for count in (1, 2)
)
_LEAD = re.compile(r"[\s,.;_*]{0,4}(?P<dash>[–—-]{1,2}\s?|\(|[|/]\s)?")
_THUS = re.compile(
    r"(?:As[ií]|De\sesta\s(?:forma|manera)|So)\s(?=(?:lo|se|le|nos)\s|\w+(?:ó|ed)\b|said)|(?:as|como)\s"
)
_NOT_OURS = re.compile(r"\s?(?::|,?\s(?:that|que)\b|,?\s?[“\"«])")
_RELATIVE = re.compile(
    r",\s(?:who|whose|quien|que|cuy[oa])\s[^.;:“”\"«»]{2,160}?,\s?|\s?\([^()]{1,80}\),?\s?|,\s?|\s"
)
_NAMING = re.compile(
    r"\b(?:(?P<called>entitled|titled|called|named|dubbed|nicknamed|labell?ed|termed|known\sas|so-called"
    r"|defined\sas|means?"
    r"|the\s(?:terms?|words?|expressions?|phrase|concept|title|theme|slogan|motto|hashtag|heading"
    r"|acronym|name|label)"
    r"|denominad[oa]s?|llamad[oa]s?|titulad[oa]s?|nombrad[oa]s?|conocid[oa]s?\scomo|apodad[oa]|lema"
    r"|t[ií]tulo|nombre\sde|consigna"
    r"|t[eé]rminos?|palabras?|expresi[oó]n|frase|concepto)"
    r"|(?:tema|slogan|motto|theme|banner|hashtag|song|book|film|movie|album|novel|play|poem|painting|mural"
    r"|documentary)"
    r"|campaign|programme|program|project|report|study|guide|manual|handbook|initiative|workshop|seminar"
    r"|course|conference"
    r"|forum|exhibition|exhibit|declaration|convention|protocol|resolution|act|law|bill|strategy|article"
    r"|paper|publication|chapter|module|meeting"
    r"|campa[ñn]a|programa|proyecto|plan|ley|decreto|informe|estudio|gu[ií]a"
    r"|protocolo|iniciativa|taller|seminario|curso|diplomado|conferencia|foro|exposici[oó]n"
    r"|declaraci[oó]n|convenci[oó]n"
    r"|resoluci[oó]n|estrategia|art[ií]culo|libro|pel[ií]cula|canci[oó]n|documental|mural|publicaci[oó]n"
    r"|cap[ií]tulo|m[oó]dulo"
    r"|auditorio|sala|auditorium|room|hall|operativo|ruta|albergue|casa|centro|escuela|refugio|hogar"
    r"|revista|peri[oó]dico|premio|award|shelter|school|center|centre)"
    r"(?:\s(?:de|of|on|for|the|la|el|como|as))?\s?[,:(]?\s?$",
    re.IGNORECASE,
)
_SPOKEN_WORDS = re.compile(r"(?:palabras?|frase|words?|phrase)\s?:\s?$", re.IGNORECASE)
_DETERMINED = re.compile(
    r"\b(?:the|an?|this|these|those|such|any|of|as|its|their|his|her|el|la|los|las|un|una|unos|unas"
    r"|est[ae]|es[ae]|del?|como|su|sus|lo|al)\s$",
    re.IGNORECASE,
)
_DIRECT_TAIL = re.compile(r"(?::|\b(?:that|que)|[,])\s?$", re.IGNORECASE)
_DOCUMENT = re.compile(
    rf"(?:{ARTICLE}\s)?(?:\w+\s)?(?:report|law|text|document|statement|article|letter|sign|study|guide"
    rf"|resolution|convention|note|rule|plaque|inscription|nota|regla|placa|inscripci[oó]n"
    r"|constitution|protocol|poster|banner|informe|ley|texto|documento|comunicado|art[ií]culo|carta"
    r"|estudio|gu[ií]a|resoluci[oó]n"
    r"|convenci[oó]n|constituci[oó]n|protocolo|cartel|letrero|manta|norma|sentencia|fallo)\b",
    re.IGNORECASE,
)
# A letter or a statement is somebody's words, though it is not said whose.
_LETTER = re.compile(
    r"(?:the|la|el|this|est[ae])\s(?:\w+\s)?(?:letter|statement|message|carta|mensaje|comunicado|pronunciamiento)\b",
    re.IGNORECASE,
)
# What stands between a body and its verb, and before it: "the Court (CC), in its opinion of May, held that".
_BESIDE_BODY = re.compile(r"(?:\s\([^()]{1,40}\))?(?:,\s[^;:“”\"«»]{2,160},)?\s?")
_OPENS_BODY = re.compile(
    r"(?:[^,;:]{0,80}[,;:]\s)?(?:(?:the|el|la|los|las)\s|[A-Z]\w+(?:\s[A-Z]\w+)?['’]s?\s)?", re.IGNORECASE
)
_MANY = re.compile(
    r"(?:the|los|las|unos|unas|some|several|many|two|three|dos|tres|varios|varias|algunos|algunas|sus|their)\s"
    r"(?P<who>[a-záéíóúñü]{3,20}s)\b",
    re.IGNORECASE,
)
_CLOSING_WORDS = re.compile(
    r"(?:As[ií]|Con\s(?:estas|esas)\spalabras|(?:Esas|Estas|Tales|Son|Fueron)\b[^.]{0,20}palabras|Those"
    r"|These|So\s(?:said|spoke)"
    r"|With\s(?:these|those)\swords|The\swords)\b",
)
_INTRODUCTION = re.compile(r"(?:for|para|as|como|and|y|but|pero|e|meanwhile|asimismo)\s", re.IGNORECASE)
_UNDERSTOOD = frozenset(saying.LIGHT) | frozenset(
    "y and but pero finalmente asimismo tambien finally".split()
)
_LAST_PRONOUN = re.compile(r"\b(?:(?P<f>she|ella)|(?P<m>he|él)|they)$", re.IGNORECASE)
_JOINT = re.compile(r"(?:,\s|\s(?:y|and|but|pero|as|while|mientras)\s)(?=\w)")
# "Asked about the delay, the warden ...": the answer follows, nobody is told to ask.
_ASKED = re.compile(r"(?:when\s)?(?:asked|questioned|preguntad[oa]|consultad[oa])\s", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:the|an?|el|la|una?)\s")
_MOST_ARTICLES = 4  # before a relative clause: "in the words of a girl from the coast, who"
# What stands before the subject of a sentence, set off by a comma: "In the name of the others, Ana".
_OPENING_PHRASE = re.compile(
    r"(?:in|on|at|for|after|during|a|al|en|con|ante|durante|tras|por|desde)\s[^,.;:“”\"«»]{2,80},\s",
    re.IGNORECASE,
)
# A body decides what it holds: "...", the Court holds.
_HOLDS = re.compile(
    r"(?:the|la|el)\s[A-Z]\w+\s(?:holds?|held|finds?|found|ruled?|rules|considers|sostiene|falla|resuelve)\b"
)
# The body that issues a text speaks of itself: "Para este Organismo Nacional, ...".
_ITSELF = re.compile(
    r"(?:[Pp]ara|[Ss]egún|A\sjuicio\sde|[Ff]or|In\sthe\sview\sof)\s(?:est[ea]|this)\s(?P<body>[A-Z]\w+(?:\s[A-Z]\w+){0,3}),\s?"
)
_FOR_HER_PART = re.compile(r",?\s?(?:for\s(?:her|his|their|its)\spart|por\ssu\sparte),?\s")
_JOINED = re.compile(r",\s(?:and|y)\s$")
_RELATIVE_LINK = re.compile(r",?\s(?:que|quien|who)\s", re.IGNORECASE)
# Behind "his answer": nothing, or a clause that tells of it.
_ITS_END = re.compile(r"(?:,\s(?:which|that|que|la\scual|el\scual)\s[^:“”\"«»]{2,100})?[\s:]*")
_ONE_OF = re.compile(
    r"\b(?:un[ao]\sde\sl[oa]s|otr[oa]\sde\sl[oa]s|one\sof\sthe|another\sof\sthe)\s(?P<who>[^\W\d_]{3,20})\s?$",
    re.IGNORECASE,
)
_ENDS_THROUGH = re.compile(rf"(?:{saying.THROUGH.pattern})$", re.IGNORECASE)
# Clauses that come before the main verb, whose subject Spanish leaves out: "Cuando le preguntan, contesta".
_SUBORDINATE = frozenset(
    "cuando si al tras en durante para despues luego antes como aunque mientras con sobre ante a desde por"
    " entre hoy ayer ahi alli entonces consultado consultada interrogado interrogada"
    " preguntado preguntada".split()
)
# What stands before a colon and is read, not said.
_THING_BEFORE_COLON = re.compile(
    r"\b(?:lemas?|mottos?|slogans?|consignas?|t[ií]tulos?|titles?|nombres?|names?|palabras?\sclave|hashtags?"
    r"|temas?|themes?|preguntas?|questions?|lists?|listas?|pared|wall|pizarra|board|cuaderno|notebook|mural|camiseta"
    r"|shirts?|pancartas?|letras?|lyrics|formulario|form|folletos?|leaflets?|p[aá]gina|page|l[ií]nea|line)\b",
    re.IGNORECASE,
)
_OBJECT_SIGNS = PREPOSITIONS - {"that", "que"}
_LONGEST_BEAT = 90  # characters of a sentence between two quotations of one person
_LONGEST_BETWEEN = 180  # characters of a clause between a name and its verb
_OBJECTS = frozenset(
    "told tell tells telling asked asks reminded reminds informed informs assured assures".split()
)


_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset("a an and the of for in on to with de del la las el los y e en para por con".split())


class Found(NamedTuple):
    """A voice, where the words that name it end, and how sure it is."""

    voice: Voice
    end: int
    confidence: float
    closes: bool = False  # it stands behind the quotation and goes on with its sentence


class Attributor:
    """Finds who said what, quotation by quotation in reading order, and remembers who spoke last."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._subjects = Subjects(scene)
        self._last: tuple[tuple[int, int], Voice] | None = None

    def spoke(self, passage: int, at: int, voice: Voice) -> None:
        """Keep in mind who spoke at a place."""
        if voice.name or voice.role:
            self._last = ((passage, at), voice)

    def last_in(self, passage: int) -> Voice | None:
        """Who spoke last, if that was in the passage."""
        return self._last[1] if self._last and self._last[0][0] == passage else None

    # -- Behind the quotation -------------------------------------------------------------------

    def behind(self, span: Span, limit: int) -> Found | None:
        """The attribution right behind a quotation, up to ``limit``, where the next begins."""
        text = self._text(span.passage)
        end = _sentence_end(text, span.close, min(limit, span.close + _FARTHEST))
        lead = _LEAD.match(text, span.close, end)
        at = lead.end() if lead else span.close
        finished = text[span.end - 1 : span.end] in ".!?…" or "." in text[span.close : at]
        found = self._cited(span.passage, at, end) or self._verb_first(
            span.passage, at, end, finished=finished
        )
        found = found or self._subject_first(span.passage, at, end, span.end - 1, finished=finished)
        if found:
            return found._replace(closes=True)
        return self._signed(span.passage, at) if lead and lead["dash"] else None

    def _cited(self, passage: int, at: int, end: int) -> Found | None:
        text = self._text(passage)
        according = saying.ACCORDING.match(text, at, end)
        if according is None or according[0].lower() in {"for", "para"}:
            return None
        subject = self._subjects.at(passage, _word_start(text, according.end()), end)
        return self._found(passage, at, subject, 0.85)

    def _verb_first(self, passage: int, at: int, end: int, *, finished: bool) -> Found | None:
        text = self._text(passage)
        thus = _THUS.match(text, at, end)
        if thus:
            at = thus.end()
        elif not text[at : at + 1].islower():
            return None
        verb = saying.verb_at(text, at, end, accents=False)
        if verb is None:
            return None if finished else self._any_verb_first(passage, at, end)
        subject = self._behind_verb(passage, verb[1], end)
        bare = subject.kind == "role" and text[_word_start(text, verb[1]) :][:1].islower() and subject.bare
        if subject.kind == "thing" or bare:
            return None
        return self._found(passage, at, subject, 0.95)

    def _any_verb_first(self, passage: int, at: int, end: int) -> Found | None:
        """A name behind any one word: "...", laughs Yesenia."""
        text = self._text(passage)
        only = re.compile(r"[a-zñáéíóú]{3,20}[óaej]\.").match(text, at, end)
        if only and only.end() == end:
            return self._found(passage, at, Subject("pronoun", end - 1), 0.7)
        word = re.compile(r"[a-zñáéíóú]{2,20}(?:s|ed|ó|e|a)\s").match(text, at, end)
        if word and word[0].endswith("ó "):
            # Behind a quotation a Spanish past tense of the third person says, whatever the verb.
            subject = self._behind_verb(passage, word.end(), end)
            return self._found(passage, at, subject, 0.8) if subject.kind in {"name", "role"} else None
        mention = self._scene.starting(passage, word.end()) if word else None
        if word is None or mention is None or word[0].strip() in PREPOSITIONS:
            return None
        return self._found(passage, at, Subject("name", mention.last, mention), 0.75)

    def _behind_verb(self, passage: int, at: int, end: int) -> Subject:
        """The subject of a verb that stands before it; a verb without one goes back to who spoke last."""
        text = self._text(passage)
        at = _word_start(text, at)
        if part := _FOR_HER_PART.match(text, at, end):
            at = part.end()
        subject = self._subjects.at(passage, at, end)
        if subject:
            return subject
        if _DOCUMENT.match(text, at, end):
            return Subject("thing", at)
        if many := _MANY.match(text, at, end):
            return Subject("role", many.end(), voice=Voice(None, many["who"]), definite=False)
        for mention in self._scene.between(passage, at, end):
            if at < mention.first and self._is_free(text, at, mention):
                return Subject("name", mention.last, mention)
        for article in re.finditer(r"(?:^|(?<=\s))(?:el|la|una?|the|an?)\s", text[at:end]):
            before = text[at : at + article.start()].split()
            if before and before[-1].lower() not in PREPOSITIONS:
                subject = self._subjects.role(passage, at + article.start(), end)
                if subject:
                    return subject
        return Subject("pronoun", at)

    def _is_free(self, text: str, at: int, mention: Mention) -> bool:
        """Whether a name some words behind a verb can be its subject."""
        between = text[at : mention.first]
        words = between.split()
        plain = not re.search(r"[.;:“”\"«»]|\b(?:que|that|who|quien)\b", between)
        known = mention.sure or " " in mention.name
        return plain and known and bool(words) and words[-1].lower().strip(",") not in PREPOSITIONS

    def beat(self, span: Span, limit: int) -> Found | None:
        """Who does something in the short sentence between two quotations: «A». Ana Paz calla. «B»."""
        text = self._text(span.passage)
        lead = _LEAD.match(text, span.close, limit)
        at = lead.end() if lead else span.close
        if not 0 < limit - at <= _LONGEST_BEAT or len(whole_sentences(text[at:limit])) != 1:
            return None
        subject = self._subjects.at(span.passage, at, limit)
        if subject is None or subject.kind not in {"name", "pronoun"} or text[limit - 2] not in ".:":
            return None
        full = subject.mention is None or self._subjects.is_person(subject.mention)
        return self._found(span.passage, at, subject._replace(end=limit), 0.6) if full else None

    def _subject_first(self, passage: int, at: int, end: int, mark: int, *, finished: bool) -> Found | None:
        text = self._text(passage)
        subject = self._subjects.at(passage, at, end)
        if subject is None:
            return self._nobody(passage, at, end) if text[mark] == "," else None
        verb = self._verb_behind(text, subject.end, end)
        if verb is None and subject.kind == "name" and text[mark : mark + 1] == ",":
            # A comma inside the marks: whatever the name does, it does it speaking.
            any_verb = re.compile(r"\s[a-z]{2,20}").match(text, subject.end, end)
            verb = any_verb.span() if any_verb else None
        if verb is None or (finished and _NOT_OURS.match(text, verb[1])):
            return None
        if subject.kind == "thing":
            return None
        return self._found(passage, at, subject._replace(end=verb[1]), 0.95)

    def _nobody(self, passage: int, at: int, end: int) -> Found | None:
        """Speech of somebody without name and role: "...", the organization said."""
        text = self._text(passage)
        verb = None
        for phrase in (pattern.match(text, at, end) for pattern in _NOBODY):
            verb = verb or (saying.verb_at(text, phrase.end(), end) if phrase else None)
        if body := _HOLDS.match(text, at, end):
            verb = verb or body.span()
        read = _DOCUMENT.match(text, at, end) and not _LETTER.match(text, at, end)
        return Found(Voice(), verb[1], 0.5) if verb and not read else None

    def _verb_behind(self, text: str, at: int, end: int) -> tuple[int, int] | None:
        between = _RELATIVE.match(text, at, end)
        verb = saying.verb_at(text, between.end(), end) if between else None
        if verb or not text.startswith((", ", " ("), at):
            return verb
        # A longer apposition: ", a fellow at the Institute in Munich, Germany, and author, said".
        return next((found for found in saying.verbs(text, at, end) if text[found[0] - 2] == ","), None)

    def _signed(self, passage: int, at: int) -> Found | None:
        """A name or a role alone behind a dash, or in brackets, as below a motto."""
        text = self._text(passage)
        subject = self._subjects.at(passage, at, min(len(text), at + _FARTHEST))
        if subject is None or subject.kind not in {"name", "role"}:
            return None
        if (
            subject.mention
            and not self._subjects.is_person(subject.mention)
            and text[at : at + 1].isupper()
            and text[subject.mention.end :].strip(" .)*")
        ):
            return None
        rest = text[subject.end :].strip(" .)*")
        if len(rest) > 60 or (subject.kind == "role" and rest):
            return None
        return self._found(passage, at, subject, 0.85)

    # -- Before the quotation -------------------------------------------------------------------

    def before(self, span: Span, floor: int) -> Found | None:
        """The attribution in the sentence that a quotation belongs to, from ``floor`` on."""
        text = self._text(span.passage)
        start, stop = _clause(text, max(floor, span.outer - _FARTHEST), span.outer)
        if start == stop:
            return None
        return self._introduced(span.passage, start, stop)

    def _introduced(self, passage: int, start: int, stop: int) -> Found | None:
        """Who speaks in a clause that leads to a quotation at ``stop``."""
        text = self._text(passage)
        colon = text[:stop].rstrip().endswith(":")
        if colon and (found := self._by_saying(passage, start, stop)):
            return found
        asked = _ASKED.match(text, start, stop)
        for verb in reversed(saying.verbs(text, asked.end() if asked else start, stop)):
            subject = self._of_verb(passage, start, verb, stop)
            if subject:
                return None if subject.kind == "thing" else self._found(passage, verb[0], subject, 0.9)
        for according in saying.ACCORDING.finditer(text, start, stop):
            subject = self._subjects.at(passage, _word_start(text, according.end()), stop)
            if subject and subject.kind in {"name", "role"}:
                return self._found(passage, according.start(), subject, 0.8)
        if theirs := saying.IN_THEIR_VIEW.match(text, start, stop):
            return self._found(passage, start, Subject("pronoun", stop, gender=theirs.lastgroup), 0.75)
        if itself := _ITSELF.fullmatch(text, start, stop):
            return Found(Voice(organisation=itself["body"]), stop, 0.7)
        if colon or saying.verbs(text, start, stop):
            topic = self._topic(passage, start, stop)
            if topic and topic.kind in {"name", "role", "pronoun"}:
                return self._found(passage, start, topic, 0.75)
        return self._untold(passage, start, stop) if colon else None

    def _by_saying(self, passage: int, start: int, stop: int) -> Found | None:
        """Whose words a noun before a colon names: "the answer of Ana Paz:", "her reply:"."""
        text = self._text(passage)
        for mention in self._scene.between(passage, start, stop):
            behind = saying.SAYING_BEHIND.match(text, mention.end, stop)
            if behind and not text[behind.end() : stop].strip(" :"):
                return self._found(passage, start, Subject("name", stop, mention), 0.85)
        if (of := saying.SAYING_OF.match(text, start, stop)) and not saying.verbs(text, of.end(), stop):
            subject = self._subjects.at(passage, of.end(), stop)
            if subject and subject.kind in {"name", "role"}:
                return self._found(passage, start, subject, 0.85)
        its = saying.ITS_SAYING.match(text, start, stop)
        if its and _ITS_END.fullmatch(text, its.end(), stop):
            return self._found(passage, start, Subject("pronoun", stop, gender=its.lastgroup), 0.8)
        return None

    def _untold(self, passage: int, start: int, stop: int) -> Found | None:
        """Who was named just before a clause that names nobody and ends with a colon."""
        text = self._text(passage)
        if _DOCUMENT.search(text, start, stop) or _THING_BEFORE_COLON.search(text, start, stop):
            return None
        if self._scene.between(passage, start, stop) or self._scene.bodies(text[start:stop]):
            return None
        voice = self._alone(passage, max(0, start - _FARTHEST), start, None)
        return Found(voice, stop, 0.55) if voice else None

    def _of_verb(self, passage: int, start: int, verb: tuple[int, int], stop: int) -> Subject | None:
        """The subject of a verb in a clause: right before it, else right behind it, else understood."""
        text = self._text(passage)
        before = self._ending_at(passage, start, verb[0])
        read = _DOCUMENT.match(text, start, verb[0]) is not None
        if read and before and before.mention and text[before.mention.last : before.end].strip(", "):
            return Subject("thing", verb[1])  # "the law, which Ana Paz signed, says"
        before = before or self._antecedent(passage, start, verb[0])
        if before or read:
            return before or Subject("thing", verb[1])
        if text[verb[0] : verb[1]].lower() not in _OBJECTS:
            behind = self._subjects.at(passage, _word_start(text, verb[1]), stop)
            if behind and behind.kind != "thing":
                return behind
            if behind is None and text[verb[1] : verb[1] + 4].lower() not in {" que", " tha"}:
                late = self._behind_verb(passage, verb[1], stop)
                if late.kind in {"name", "role"}:
                    return late
        lead = text[start : verb[0]].lower().split()
        after_comma = text[verb[0] - 2 : verb[0]] == ", "
        inserted = after_comma and (
            text[verb[1] : verb[1] + 1] in {",", ":"} or (bool(lead) and fold(lead[0]) in _SUBORDINATE)
        )
        if inserted or all(word.strip(",.") in _UNDERSTOOD for word in lead):
            return Subject("pronoun", verb[1])
        return None

    def _ending_at(self, passage: int, start: int, at: int) -> Subject | None:
        """The subject that ends right before a verb at ``at``."""
        text = self._text(passage)
        light = re.search(
            rf"(?:\s(?:{'|'.join(saying.LIGHT)}|\w+ly|\w+mente)){{0,5}}\s?$", text[max(start, at - 60) : at]
        )
        edge = at - (len(light[0]) if light else 0)
        for mention in self._scene.between(passage, start, edge):
            if start <= mention.first and self._leads_to(text, start, mention, edge):
                return Subject("name", edge, mention)
        pronoun = _LAST_PRONOUN.search(text[max(start, edge - 8) : edge].rstrip())
        if pronoun:
            return Subject("pronoun", edge, gender=pronoun.lastgroup)
        if role := self._role_ending_at(passage, start, edge):
            return role
        if one := _ONE_OF.search(text[max(start, edge - 60) : edge]):
            return Subject("role", edge, voice=Voice(None, one["who"]), definite=False)
        clause = text[max(start, edge - 2 * _LONGEST_BETWEEN) : edge]
        for begin, stop in self._scene.bodies(clause):
            apposed = _BESIDE_BODY.fullmatch(clause, stop) and _OPENS_BODY.fullmatch(clause, 0, begin)
            if stop == len(clause) or apposed:
                return Subject("body", edge, voice=Voice(None, None, clause[begin:stop]))
        return None

    def _antecedent(self, passage: int, start: int, at: int) -> Subject | None:
        """Whom a relative clause tells of that holds the verb: "a girl, who on leaving wrote"."""
        text = self._text(passage)
        floor = max(start, at - _LONGEST_BETWEEN)
        links = list(_RELATIVE_LINK.finditer(text, floor, at))
        if not links or "," in text[links[-1].end() : at]:
            return None
        edge = links[-1].start()
        for mention in reversed(self._scene.between(passage, start, edge)):
            if edge - 2 <= mention.last <= edge:
                return Subject("name", edge, mention)
        for article in reversed(list(_ARTICLE.finditer(text, floor, edge))[-_MOST_ARTICLES:]):
            subject = self._subjects.role(passage, article.start(), edge)
            if subject and not text[subject.end : edge].strip(" ,"):
                return subject
        return self._role_ending_at(passage, start, edge)

    def _leads_to(self, text: str, start: int, mention: Mention, edge: int) -> bool:
        """Whether a name is the subject of a verb at ``edge``: beside it or behind an apposition."""
        led = text[start : mention.first].split()[-1:]
        through = _ENDS_THROUGH.search(text, max(start, mention.first - 30), mention.first)
        if (
            led and not through and led[0].lower() in _OBJECT_SIGNS
        ) or not 0 <= edge - mention.last <= _LONGEST_BETWEEN:
            return False
        gap = text[mention.last : edge]
        opens = (
            mention.first == start
            or _OPENING_PHRASE.fullmatch(text, start, mention.first)
            or _JOINED.search(text, max(start, mention.first - 6), mention.first)
        )
        apposed = opens and gap[:2] in {", ", " ("} and gap.rstrip().endswith(",")
        return apposed or not gap.strip(", ") or bool(gap.strip() and _RELATIVE.fullmatch(gap))

    def _role_ending_at(self, passage: int, start: int, edge: int) -> Subject | None:
        text = self._text(passage)
        joints = [match.end() + start for match in _JOINT.finditer(text[start:edge])]
        offsets = [start, *joints[-6:]]
        for at in reversed(offsets):
            subject = (
                self._subjects.role(passage, at, edge)
                or self._subjects.unnamed(passage, at, edge)
                or self._subjects.body(passage, at, edge)
            )
            if subject and not text[subject.end : edge].strip(", "):
                return subject
        return None

    # -- The sentence before ---------------------------------------------------------------------

    def topic_before(self, passage: int, at: int, *, whole: bool = False) -> Found | None:
        """Whom the sentence is about that ends before ``at``, where that is a person with a name.

        With ``whole`` the words are whole sentences, and a full name is enough.
        """
        text = self._text(passage)
        window = max(0, at - 2 * _FARTHEST)
        spans = whole_sentences(text[window:at])
        if not spans:
            return None
        start, stop = spans[-1][0] + window, spans[-1][1] + window
        topic = self._topic(passage, start, stop)
        if topic is None or topic.kind in {"thing", "body"}:
            return None
        if whole and topic.mention and " " in self._scene.full_name(topic.mention):
            return self._found(passage, start, topic, 0.6)
        known = topic.mention and (topic.mention.sure or self._is_known(topic.mention))
        if not known and not saying.verbs(text, start, stop):
            return None
        return self._found(passage, start, topic, 0.65)

    def _is_known(self, mention: Mention) -> bool:
        facts = self._scene.facts.get(self._scene.full_name(mention))
        return facts is not None and bool(facts.role or facts.organisation)

    def led_to(self, passage: int) -> Found | None:
        """Who speaks in the last sentence of a passage that ends with a colon."""
        text = self._text(passage).rstrip()
        if not text.endswith(":"):
            return None
        start, stop = _clause(text, max(0, len(text) - _FARTHEST), len(text))
        return self._introduced(passage, start, stop)

    def heading(self, passage: int) -> Found | None:
        """Whose words a heading announces: "Palabras de la directora, Ana Paz", "Statement by Ana Paz"."""
        text = self._text(passage)
        of = saying.SAYING_OF.match(text)
        subject = self._subjects.at(passage, of.end(), len(text)) if of else None
        if subject is None or subject.kind != "name":
            return None
        return self._found(passage, 0, subject, 0.8)

    def announced(self, passage: int) -> Found | None:
        """The one person of a paragraph whose last sentence announces words: "The following remarks ..."."""
        text = self._text(passage)
        spans = whole_sentences(text)
        if len(spans) < 2 or not saying.ANNOUNCED.search(text, *spans[-1]):
            return None
        topic = self._topic(passage, *spans[-2])
        if topic and topic.kind == "name":
            return self._found(passage, 0, topic, 0.65)
        voice = self._alone(passage, 0, spans[-1][0], None)
        return Found(voice, len(text), 0.65) if voice else None

    def line(self, passage: int, *, below_block: bool = False) -> Found | None:
        """Who is named by a line that stands below a quotation and holds nothing else."""
        text = self._text(passage)
        lead = re.match(r"\s*(?:[–—-]{1,2}\s?)?", text)
        at = lead.end() if lead else 0
        if len(text) > 250:
            return None
        if _CLOSING_WORDS.match(text, at):
            for mention in self._scene.shown[passage][:1]:
                return self._found(passage, at, Subject("name", mention.last, mention), 0.7)
        subject = self._subjects.at(passage, at, len(text))
        if subject is None:
            return None
        alone = not text[subject.end :].strip(" .*")
        if subject.mention and not alone and re.match(r"\s[^\W\d_A-ZÀ-Þ]", text[subject.end :]):
            return None  # "Caminemos juntos" begins no signature
        marked = at > 0 or self._scene.passages[passage].kind == "quote"
        signed = marked and not saying.verbs(text, at, len(text))
        named = subject.mention is not None and (
            signed or (alone and (below_block or marked or subject.mention.sure))
        )
        if named or (subject.kind == "role" and (below_block or marked) and alone):
            return self._found(passage, at, subject, 0.75)
        return None

    def resumed(self, passage: int) -> Found | None:
        """Who is named by a line below a quotation that begins with the verb: "says Ana Paz, a driver."."""
        text = self._text(passage)
        end = _sentence_end(text, 0, min(len(text), _FARTHEST))
        return self._verb_first(passage, 0, end, finished=True)

    def signature(self, passage: int) -> tuple[int, Found] | None:
        """The name that is the last sentence of a block quote, and where it begins: "We listen. Ana Paz"."""
        text = self._text(passage)
        spans = whole_sentences(text[-_FARTHEST:])
        start = max(0, len(text) - _FARTHEST) + spans[-1][0] if len(spans) > 1 else 0
        mention = self._scene.starting(passage, start) if start else None
        if mention is None or not self._subjects.is_person(mention) or text[mention.last :].strip(" .)"):
            return None
        return start, Found(self._scene.person(mention), mention.last, 0.75)

    def _topic(self, passage: int, start: int, stop: int) -> Subject | None:
        """Whom a sentence is about: its first words, or those behind "For" or an opening phrase."""
        text = self._text(passage)
        starts = [start]
        if intro := _INTRODUCTION.match(text, start, stop):
            starts.append(intro.end())
        if according := saying.ACCORDING.match(text, start, stop):
            starts.append(_word_start(text, according.end()))
        starts += [match.end() for match in re.compile(r",\s").finditer(text, start, min(stop, start + 120))][
            :2
        ]
        for at in starts:
            subject = self._subjects.at(passage, at, stop)
            # ", a pediatrician at the clinic" behind a name is no subject.
            apposed = subject and at > start and subject.kind == "role" and not subject.definite
            if (
                subject
                and not apposed
                and (subject.mention is None or self._subjects.is_person(subject.mention))
            ):
                return subject
        return None

    # -- References -------------------------------------------------------------------------------

    def _found(self, passage: int, begin: int, subject: Subject | None, confidence: float) -> Found | None:
        if subject is None:
            return None
        if subject.kind == "name" and subject.mention:
            return Found(self._scene.person(subject.mention), subject.end, confidence)
        if subject.kind == "body":
            if spokesperson := self._through(passage, subject):
                return spokesperson
            return Found(subject.voice, subject.end, confidence - 0.1)
        if subject.kind == "role":
            return Found(self._by_role(passage, begin, subject), subject.end, confidence - 0.05)
        last = self._last_voice(passage, begin, subject.gender)
        return Found(last or Voice(), subject.end, confidence - 0.1 if last else 0.5)

    def _through(self, passage: int, body: Subject) -> Found | None:
        """The person through whom an organisation speaks, as the words behind it name one."""
        text = self._text(passage)
        stop = min(len(text), body.end + _FARTHEST)
        through = re.compile(r"[^.:;“”\"«»—]{0,60}?\b").match(text, body.end, stop)
        link = saying.THROUGH.search(text, body.end, min(stop, body.end + 60)) if through else None
        if link is None or re.search(r"[.:;“”\"«»—]", text[body.end : link.start()]):
            return None
        person = self._subjects.at(passage, link.end(), stop)
        if person is None or person.kind != "name" or person.mention is None:
            return None
        voice = self._scene.person(person.mention)
        known = voice._replace(organisation=voice.organisation or body.voice.organisation)
        return Found(known, person.end, 0.85)

    def _by_role(self, passage: int, at: int, subject: Subject) -> Voice:
        role = subject.voice.role or ""
        if not subject.definite:
            return subject.voice
        known = self._scene.with_role(role, (passage, at), subject.gender)
        if known is None and self._scene.is_generic(role) and len(role.split()) == 1:
            known = self._last_voice(passage, at, subject.gender)
        return known or subject.voice

    def _last_voice(self, passage: int, at: int, gender: str | None) -> Voice | None:
        """Whom the sentences before ``at`` are about, else who spoke last."""
        spoke = self._last[0] if self._last else (-1, -1)
        floor = spoke[1] if spoke[0] == passage else 0
        voice = self._topic_between(passage, floor, at, gender) or self._alone(
            passage, max(floor, at - 2 * _FARTHEST), at, gender
        )
        if voice:
            return voice
        for earlier in range(passage - 1, max(spoke[0], passage - 3), -1):
            length = len(self._text(earlier))
            voice = self._topic_between(earlier, max(0, length - 2 * _FARTHEST), length, gender, named=True)
            if voice:
                return voice
        if self._last and _agrees(self._last[1], gender):
            return self._last[1]
        return self._last_named(passage, at, gender)

    def _alone(self, passage: int, floor: int, at: int, gender: str | None) -> Voice | None:
        """The one person whom a stretch of text names in full or with a role."""
        near = {
            self._scene.full_name(each): each
            for each in self._scene.between(passage, floor, at)
            if each.sure or (self._subjects.is_person(each) and not self._is_led(passage, each))
        }
        voices = [self._scene.person(each) for each in near.values()]
        return voices[0] if len(voices) == 1 and _agrees(voices[0], gender) else None

    def _is_led(self, passage: int, mention: Mention) -> bool:
        """Whether a preposition leads to a name, as it does to streets and villages."""
        led = self._text(passage)[max(0, mention.first - 12) : mention.first].split()[-1:]
        return bool(led) and led[0].lower() in PREPOSITIONS

    def _topic_between(
        self, passage: int, floor: int, at: int, gender: str | None, *, named: bool = False
    ) -> Voice | None:
        text = self._text(passage)
        floor = max(floor, at - 2 * _FARTHEST)
        for start, stop in reversed(whole_sentences(text[floor:at])[-_MOST_SENTENCES:]):
            topic = self._topic(passage, floor + start, floor + stop)
            if topic is None:
                continue
            if topic.kind == "name" and topic.mention:
                if self._is_shown(passage, topic.mention):
                    voice = self._scene.person(topic.mention)
                    if _agrees(voice, gender):
                        return voice
            elif topic.kind == "role":
                voice = self._by_role(passage, floor + start, topic)
                if _agrees(voice, gender) and (voice.name or not named):
                    return voice
        return None

    def _is_shown(self, passage: int, mention: Mention) -> bool:
        return bool(self._scene.between(passage, mention.start, mention.end))

    def _last_named(self, passage: int, at: int, gender: str | None) -> Voice | None:
        for index in range(passage, max(-1, passage - 4), -1):
            stop = at if index == passage else len(self._text(index))
            for mention in reversed(self._scene.between(index, max(0, stop - 5 * _FARTHEST), stop)):
                full = index == passage and " " in mention.name and self._subjects.is_person(mention)
                if mention.sure or full:
                    voice = self._scene.person(mention)
                    if _agrees(voice, gender):
                        return voice
        return None

    def _text(self, passage: int) -> str:
        return self._scene.passages[passage].text


def _agrees(voice: Voice, gender: str | None) -> bool:
    return gender is None or voice.gender is None or voice.gender == gender


def is_title(words: str) -> bool:
    """Whether most words are capitalised, as in the title of a report."""
    long = [word for word in _WORD.findall(words[:200]) if word.lower() not in _SMALL]
    return len(long) > 1 and sum(word[0].isupper() for word in long) > 0.7 * len(long)


def is_term(text: str, span: Span) -> bool:
    """Whether the words in marks are what something is called: a title, a term, a campaign."""
    before = text[max(0, span.outer - 60) : span.outer]
    starts = [word.start() for word in re.finditer(r"\w+", before)][-4:]
    naming = next((found for start in starts if (found := _NAMING.match(before, start))), None)
    if naming is None or _SPOKEN_WORDS.search(before):
        return False
    if naming["called"] is None and before.rstrip().endswith(":"):
        return False  # "the head of the school: “We are full”"
    if before.rstrip().endswith(","):  # "The report, “Waiting Rooms”, says"; "in the report, “We are full”"
        return is_title(text[span.start : span.end])
    # What bears a name prints it with a capital: the school "Puente"; but "the school “is full”".
    return naming["called"] is not None or text[span.start : span.start + 1].isupper()


def is_part(text: str, span: Span) -> bool:
    """Whether the words in marks are only part of a noun phrase: the "best interests" principle."""
    return bool(_DETERMINED.search(text[max(0, span.outer - 20) : span.outer]))


def is_direct(text: str, span: Span) -> bool:
    """Whether what stands right before a quotation leads to speech: a colon, a comma, "that" or a verb."""
    before = text[max(0, span.outer - 60) : span.outer]
    words = before.split()
    return bool(_DIRECT_TAIL.search(before)) or bool(words and saying.is_verb(words[-1]))


def _clause(text: str, start: int, stop: int) -> tuple[int, int]:
    """The unfinished sentence in front of ``stop``; nothing where a sentence has just ended."""
    spans = whole_sentences(text[start:stop])
    if not spans:
        return stop, stop
    first, last = start + spans[-1][0], start + spans[-1][1]
    if text[last - 1 : last] in ".!?…":
        return stop, stop
    while first < last and text[first] in " ,;.—–-":
        first += 1
    return first, last


def _sentence_end(text: str, start: int, limit: int) -> int:
    """Where the sentence ends that goes on at ``start`` behind a closing mark."""
    lead = _LEAD.match(text, start, limit)
    begin = lead.end() if lead else start
    spans = whole_sentences(text[begin:limit])
    return begin + spans[0][1] if spans else limit


def _word_start(text: str, at: int) -> int:
    while at < len(text) and text[at] == " ":
        at += 1
    return at
