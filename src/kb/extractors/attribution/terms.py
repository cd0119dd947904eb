"""Words that only have marks, because something is called so: titles, terms, campaigns, slogans."""

from __future__ import annotations

import re

from kb.extractors import saying
from kb.extractors.speech import Span

_LONGEST_BEFORE = 60  # characters that may say what is named
_MOST_WORDS_BEFORE = 4  # that do so: "the name of the"
_LONGEST_TITLE = 200  # characters looked at
# With these, what follows is a name, whatever letter begins it.
_CALLED = (
    r"entitled|titled|called|named|dubbed|nicknamed|labell?ed|termed|known\sas|so-called|define[sd]?(?:\sas)?|means?"
    r"|the\s(?:terms?|words?|expressions?|phrase|concept|title|theme|slogan|motto|hashtag|heading|acronym|name"
    r"|label)"
    r"|denominad[oa]s?|llamad[oa]s?|titulad[oa]s?|nombrad[oa]s?|conocid[oa]s?\scomo|apodad[oa]"
    r"|defin(?:e|en|ir|ió|ieron)|lema|t[ií]tulo|nombre\sde|consigna|t[eé]rminos?|palabras?|expresi[oó]n|frase|concepto"
)
# What bears a name, printed with a capital.
_BEARERS = (
    r"tema|slogan|motto|theme|banner|hashtag|song|book|film|movie|album|novel|play|poem|painting|mural"
    r"|documentary|campaign|programme|program|project|report|study|guide|manual|handbook|initiative|workshop"
    r"|seminar|course|conference|forum|exhibition|exhibit|declaration|convention|protocol|resolution|act|law"
    r"|bill|strategy|article|paper|publication|chapter|module|meeting|auditorium|room|hall|award|shelter"
    r"|school|center|centre"
    r"|campa[ñn]a|programa|proyecto|plan|ley|decreto|informe|estudio|gu[ií]a|protocolo|iniciativa|taller"
    r"|seminario|curso|diplomado|conferencia|foro|exposici[oó]n|declaraci[oó]n|convenci[oó]n|resoluci[oó]n"
    r"|estrategia|art[ií]culo|libro|pel[ií]cula|canci[oó]n|documental|publicaci[oó]n|cap[ií]tulo|m[oó]dulo"
    r"|auditorio|sala|operativo|ruta|albergue|casa|centro|escuela|refugio|hogar|revista|peri[oó]dico|premio"
)
_NAMING = re.compile(
    rf"\b(?:(?P<called>{_CALLED})|(?:{_BEARERS}))(?:\s(?:de|of|on|for|the|la|el|como|as))?\s?[,:(]?\s?$",
    re.IGNORECASE,
)
# "A los guardias les decían «los fríos»": by what name somebody goes.
_GOES_BY = re.compile(
    r"\b(?:(?:a\squien(?:es)?|whom)\s(?:[^\s,.;:“”\"«»]{1,16}\s){0,5}(?:llaman?|apodan?|conocen\scomo|calls?|called|dub(?:s|bed)?|know\sas)"
    r"|les?\s(?:dic(?:e|en)|decían?|llama(?:n|ba|ban)?|apoda(?:n|ba|ban)?|pus(?:o|ieron))(?:\sal?\s[^,.;:“”\"«»]{2,40})?)\s$",
    re.IGNORECASE,
)
_NICKNAME = re.compile(
    r"(?:(?:[Ee]l|[Ll]a|[Ll]os|[Ll]as|[Uu]na?|[Tt]he|[Aa]n?)\s)?[^\W\d_]+(?:\s[^\W\d_]+){0,3}"
)
# What States agreed that migration should be: nobody's words any more.
_AGREED = re.compile(
    r"(?:safe|segur[ao]s?),?\s(?:orderly|ordenad[ao]s?),?\s(?:(?:and|y)\s)?(?:regular(?:es)?|humane|humana)[.,]?",
    re.IGNORECASE,
)
_SPOKEN_WORDS = re.compile(r"(?:palabras?|frase|words?|phrase)\s?:\s?$", re.IGNORECASE)
_DETERMINED = re.compile(
    r"\b(?:the|an?|this|these|those|such|any|of|as|its|their|his|her|el|la|los|las|un|una|unos|unas"
    r"|est[ae]|es[ae]|del?|como|su|sus|lo|al)\s$",
    re.IGNORECASE,
)
# "calificó el encuentro de «franco»", "described it as “a wall”": what somebody calls a thing.
_JUDGED = re.compile(
    r"\b(?:calific|tild|tach|catalog|describ|descri)(?:i?ó|an?|aron|ieron|e|ed|es|ing|ando|iendo)\b[^.;:“”\"«»]{0,50}"
    r"\s(?:de|como|as)\s(?:(?:un|una|an?)\s)?$",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"(?:no\s)?(?:[a-záéíóúñ]{2,16}(?:ar|er|ir)(?:se|l[aeo]s?|nos)?)\s")
_DIRECT_TAIL = re.compile(r"(?::|\b(?:that|que)|[,])\s?$", re.IGNORECASE)
_LED_TO = re.compile(r"(?::|\b(?:that|que))\s?$", re.IGNORECASE)
_GOVERNS = re.compile(
    r"\s(?:must|should|shall|is|are|was|were|means?|deben?|debería[n]?|es|son|era|fue|significan?|consisten?)\s"
)
_OWN = re.compile(r"\b(?:I|my|me|we|our|us|yo|mis?|mí|me|nos|nosotr[oa]s|nuestr[oa]s?)\b", re.IGNORECASE)
_FEWEST_TOLD = 5  # words of whom nothing names
_WORD = re.compile(r"[^\W_]+")
_ANY_WORD = re.compile(r"\w+")
_SMALL = frozenset(
    "a an and the of for in on to with at by from as or into de del la las el los y e en para por con".split()
)


def is_title(words: str) -> bool:
    """Whether most words are capitalised, as in the title of a report."""
    long = [word for word in _WORD.findall(words[:_LONGEST_TITLE]) if word.lower() not in _SMALL]
    return len(long) > 1 and sum(word[0].isupper() for word in long) > 0.7 * len(long)


def is_told(words: str) -> bool:
    """Whether somebody speaks of himself in sentences that begin with a capital, and no title."""
    opened = words.lstrip("¿¡")[:1].isupper() and len(words.split()) >= _FEWEST_TOLD
    return opened and _OWN.search(words) is not None and not is_title(words)


def is_term(text: str, span: Span) -> bool:
    """Whether the words in marks are what something is called: a title, a term, a campaign."""
    before = text[max(0, span.outer - _LONGEST_BEFORE) : span.outer]
    starts = [word.start() for word in _ANY_WORD.finditer(before)][-_MOST_WORDS_BEFORE:]
    if _AGREED.fullmatch(text, span.start, span.end):
        return True
    if _GOES_BY.search(before) and _NICKNAME.fullmatch(text, span.start, span.end):
        return True
    naming = next((found for start in starts if (found := _NAMING.match(before, start))), None)
    if naming is None or _SPOKEN_WORDS.search(before):
        return False
    called, lead = naming["called"] is not None, before.rstrip()
    if lead.endswith(":") and not called:
        return False  # "the head of the school: “We are full”"
    if lead.endswith(","):  # "The report, “Waiting Rooms”, says"; "in the report, “We are full”"
        return is_title(text[span.start : span.end])
    # What bears a name prints it with a capital: the school "Puente"; but "the school “is full”".
    return called or text[span.start : span.start + 1].isupper()


def is_part(text: str, span: Span) -> bool:
    """Whether the words in marks are only part of a noun phrase: the "best interests" principle."""
    judged = _JUDGED.search(text, max(0, span.outer - _LONGEST_BEFORE), span.outer)
    asked = _INFINITIVE.match(text, span.start)  # "urgió a «no confundir»"
    return not (judged or asked) and bool(_DETERMINED.search(text[max(0, span.outer - 20) : span.outer]))


def is_subject(text: str, span: Span) -> bool:
    """Whether the words in marks are what the sentence speaks of: “best interests” must prevail."""
    return not is_led(text, span) and _GOVERNS.match(text, span.close) is not None


def is_led(text: str, span: Span) -> bool:
    """Whether a colon or "that" stands right before a quotation."""
    return _LED_TO.search(text[max(0, span.outer - 20) : span.outer]) is not None


def is_direct(text: str, span: Span) -> bool:
    """Whether what stands right before a quotation leads to speech: a colon, a comma, "that" or a verb."""
    before = text[max(0, span.outer - _LONGEST_BEFORE) : span.outer]
    words = before.split()
    return bool(_DIRECT_TAIL.search(before)) or bool(words and saying.is_verb(words[-1]))
