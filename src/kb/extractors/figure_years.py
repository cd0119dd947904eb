"""The years a text gives, and which of its figures each one is for.

A year belongs to the figure that it follows ("40,000 in 2015") or that it opens the sentence for ("In
2014, over 68,000 ..."). A span of years and words such as "this year" hold the place of a year and give
none. The year of another event in the sentence ("the guidelines approved in 2016") is passed over.

What must stay true: the year is printed for the figure; where that is in doubt there is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kb.extractors.saying import verbs
from kb.text.caseless import Caseless
from kb.text.dates import DateMention
from kb.text.endings import Ending


class YearMention(NamedTuple):
    """A year in a text, as a figure may be given for it."""

    year: int | None  # None: a span of years, "this year"
    start: int  # of the words around it: "in 2016", "en mayo de 2016"
    end: int
    event: bool = False  # the year of something else that happened: "guidelines approved in 2016"
    told: bool = False  # ... which the sentence tells: "120 shelters were opened in 2016"
    compared: bool = False  # "than in 2015": what another figure is measured against


_PLAIN = r"(?:19|20)\d\d"
_ENDS = r"(?![\w/]|['’]s\b|[.,]\d|[-–]\w)"
_MONTH_OF = r"(?:[^\W\d_]{3,10}\s(?:de\s|of\s)?)?"
_SPAN = (
    rf"(?:(?:in|during|en|durante|for|of|de)\s)?{_PLAIN}(?:,\s{_PLAIN}){{0,4}},?\s(?:and|or|y|e|o)\s(?:en\s|in\s|of\s|de\s)?{_PLAIN}(?=,|\s?[.;)]|\s(?:respect|combined|together))|(?:between|from|entre|desde|del?|el)\s(?:(?:el|los|años?)\s){{0,2}}{_MONTH_OF}{_PLAIN}"
    rf"\s?(?:[-–—]|and|to|through|until|y|al?|hasta)\s?(?:el\s)?{_MONTH_OF}{_PLAIN}"
    rf"|{_PLAIN}\s?(?:-|–|/|\sto\s|\sa\s)\s?(?:{_PLAIN}|\d\d)(?!\d)"
    rf"|(?:since|before|after|until|till|from|desde|antes\sde|despu[eé]s\sde|hasta|a\spartir\sde)"
    rf"\s(?!the\syear\s)(?:(?:el|año|the|year|end|of|fines|finales|principios|de|early|late|\w{{3,10}})\s){{0,4}}{_PLAIN}"
)
_VAGUE = (
    r"\b(?:this|that|last|next|the\s(?:previous|same|following|current)|previous|every|each)\s(?:year|month|week)\b"
    r"|\b(?:a|one|two|three)\syears?\s(?:earlier|ago|before|later)|\bthe\syear\safter\b|\b(?:the\s)?year\sbefore\b|\bso\sfar\b|\bcurrently\b|\btoday\b"
    r"|\bnow\b"
    r"|\b(?:este|ese|d?el\s(?:pr[oó]ximo|mismo|presente)|cada)\s(?:año|mes)\b"
    r"|\b(?:este|d?el)\s(?:año|mes)\s(?:pasado|anterior|en\scurso|actual)\b"
    r"|\b(?:un|dos|tres)\saños?\s(?:antes|despu[eé]s|atr[aá]s|m[aá]s\starde)\b|\b(?:el|al)\saño\ssiguiente\b"
    r"|\baño\santerior\b|\bactualmente\b|\bhoy\b|\bahora\b|\ben\slo\sque\sva\b"
)
SAME_YEAR = re.compile(r"(?:that|the\ssame|ese|el\smismo)\s(?:year|año)", re.IGNORECASE)
_YEARS = Caseless(
    rf"(?<!\w)(?:(?P<span>{_SPAN})|(?P<vague>{_VAGUE})"
    rf"|(?P<lead>\b(?:in|from(?=\sthe\syear\s)|during|throughout|by|for|of|early|late|mid|year|en|durante|para|del?|año"
    rf"|ejercicio|FY)\s?(?:the\s|el\s)?"
    rf"(?:(?:fiscal\s|calendar\s|school\s)?years?\s|FY\s?|años?\s(?:fiscal\s"
    rf"|escolar\s)?)?)?(?<![\w.,/$€£#-])(?P<year>{_PLAIN}){_ENDS})"
)
_EVENT = re.compile(
    r"(?P<told>\b(?:was|were|been|fue|fueron|sido|se)\s)?\b(?:approved|adopted|signed|ratified|founded"
    r"|established|created|launched|"
    r"inaugurated|published|agreed|introduced|passed|opened|reformed|enacted|issued|drafted|held|built|"
    r"aprobad[oa]s?|adoptad[oa]s?|firmad[oa]s?|ratificad[oa]s?|fundad[oa]s?|cread[oa]s?|lanzad[oa]s?|"
    r"inaugurad[oa]s?|publicad[oa]s?|acordad[oa]s?|establecid[oa]s?|abiert[oa]s?|reformad[oa]s?|emitid[oa]s?|"
    r"suscrit[oa]s?|elaborad[oa]s?|vigentes?|construid[oa]s?)\b[^,.;\d]{0,80}$",
    re.IGNORECASE,
)
# "The guidance of 2016" and "la de 2016": a text that has its year, which is no figure's.
_TEXT_OF = Ending(
    r"\b(?:(?:guid(?:ance|es?|elines?)|manuals?|handbook|toolkit|standards|principles|recommendations?|statement"
    r"|declaration|agreements?|memorandum|compact|pact|directive|decree|resolution|act|laws?"
    r"|polic(?:y|ies)|protocols?|convention|strategy|rules|instructions?|circular"
    r"|gu[ií]as?|directri(?:z|ces)|lineamientos|manual(?:es)?|normas|principios|recomendaci[oó]n(?:es)?|pronunciamiento"
    r"|declaraci[oó]n|acuerdos?|convenios?|memorando|pacto|directiva|decreto|resoluci[oó]n|ley(?:es)?"
    r"|pol[ií]ticas?|protocolos?|convenci[oó]n|estrategia|reglas|instructivo|circular|reglamento|marco"
    r")|(?:a|by|por|con|than|que|with)\s(?:l[ao]s?|that|those|the\sones?)|al)\s(?P<of>(?:of|from|del?)\s)?",
    longest=25,
)
_OF = re.compile(r"(?:of|from|del?)\s", re.IGNORECASE)
_NAME_BEFORE = re.compile(
    r"(?:\b(?:agenda|horizon|vision|visi[oó]n|plan|program\w*|estrategia|strategy|ley|law|act|decreto"
    r"|convention|protocol"
    r"|convenci[oó]n|protocolo|constitution|constituci[oó]n|resoluci[oó]n|resolution|the|la|crisis)\s"
    r"|\d[\d/.-]*\s(?:of|de)\s)$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"(?:\bthan|\b(?:m[aá]s|menos|mayor\w*|menor\w*|mism[oa]s?|igual|tant[oa]s?)\b[^.;]{0,30}\sque|\btant[oa]s?\b[^.;]{0,30}\scomo|\bas\smany\sas(?=\s(?:in|during|all))"
    r"|\bover(?=\sthe\ssame)"
    r"|\b(?:times|twice|double|triple|veces|doble)(?=\s(?:that|those|of|the|que|de|l[ao]s?)\s)"
    r"|(?:\b(?:up|down|increase|rise|drop|fall|decline|cent|percent)|%)(?:\s\w+)?\s(?:from|over)"
    r"|\bcompared\s(?:with|to)|\b(?:against|versus|frente\sal?|respecto\s(?:al?|de)"
    r"|comparaci[oó]n\s(?:con|a)))"
    r"(?:\s(?:in|en|que|the|el|la|los|las|l[oa]s?|same|mism[oa]s?|previous|period|per[ií]odo|months?"
    r"|mes(?:es)?|lapso|of|de|del|year|año"
    r"|figures?|total|al|cifras?|first|half|quarter|durante|during|those|that|tod[oa]|all|whole)){0,6}\s$",
    re.IGNORECASE,
)
_DEADLINE = re.compile(
    r"\b(?:until|till|by|before|no\slater\sthan|hasta|antes\sdel?|a\sm[aá]s\stardar)\s(?:the\s|el\s)?$",
    re.IGNORECASE,
)
# "GENEVA, 3 May 2017 –": the date of the document, in front of its first sentence.
_DATELINE = re.compile(r"[.,]?\s?(?:\([^()\n]{1,40}\)\s?)?(?:[-–—]{1,2}|\.\s?[-–—]|\|)\s")
_LONGEST_PLACE = 80
_REACH_AFTER = 140
_REACH_BEFORE = 400


def find_years(text: str, dates: Sequence[DateMention]) -> list[YearMention]:
    """The years in ``text``, in order, with what holds the place of one."""
    matches = list(_YEARS.finditer(text))
    found = [
        YearMention(None, *match.span(), compared=_is_compared(text, match.start()))
        for match in matches
        if match["year"] is None
    ]
    spans = _Spans([(mention.start, mention.end) for mention in found])
    printed = _Spans([(dated.start, dated.end) for dated in dates])
    found += [
        YearMention(
            None if _DEADLINE.search(text, max(0, dated.start - 30), dated.start) else dated.date.year,
            dated.start,
            dated.end,
            *_flags(text, dated.start),
        )
        for dated in dates
        if dated.date.year and not spans.touch(dated.start, dated.end) and not _heads(text, dated)
    ]
    found += [
        YearMention(int(match["year"]), *match.span(), *_flags(text, match.start()))
        for match in matches
        if match["year"] and not printed.touch(*match.span("year")) and not _is_named(text, match)
    ]
    return sorted(found, key=lambda mention: mention.start)


def _is_named(text: str, match: re.Match[str]) -> bool:
    """Whether a year belongs to a name: "Agenda 2030", "Ley 5 de 2016", "the 2014 crisis"."""
    at = match.start("year")
    return _NAME_BEFORE.search(text[max(0, at - 20) : at]) is not None


class _Spans:
    """Spans in order, to be asked whether another touches one of them."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans = spans

    def touch(self, start: int, end: int) -> bool:
        index = bisect_left(self._spans, (start, start))
        near = self._spans[max(0, index - 1) : index + 1]
        return any(begin < end and start < finish for begin, finish in near)


def _heads(text: str, dated: DateMention) -> bool:
    """Whether a date is that of a dateline."""
    return dated.start <= _LONGEST_PLACE and bool(_DATELINE.match(text, dated.end))


def _flags(text: str, start: int) -> tuple[bool, bool, bool]:
    before = text[max(0, start - 120) : start]
    if before.endswith("("):  # "68,541 (2014)": for what is before it, never for what comes
        return True, True, False
    text_of = _TEXT_OF.search(before.lower())
    if text_of and (text_of["of"] or _OF.match(text, start)):
        return True, False, _is_compared(text, start)
    event = _EVENT.search(before)
    return bool(event), bool(event and event["told"]), _is_compared(text, start)


def _is_compared(text: str, start: int) -> bool:
    """Whether what begins at ``start`` is what a figure is measured against: "than in", "menos que"."""
    return _COMPARED.search(text, max(0, start - 120), start) is not None


# -- Which figure a year is for ---------------------------------------------------------------

_CLAUSE = re.compile(r"[;:]|,\s(?:and|but|while|whereas|although|y|pero|mientras|aunque)\b", re.IGNORECASE)
_OPENS = re.compile(r"\b(?:and|but|while|y|e|pero|mientras)\s(?:(?:already|ya)\s)?$", re.IGNORECASE)
# "2,071 children signed such forms in 2017": the event is the figure's own.
_PEOPLE_DID = re.compile(
    r"\S{1,20}(?:\s[a-z-]{1,20}){0,3}?\s(?:children|people|persons|adolescents|minors|families|migrants|students|girls"
    r"|boys)\s(?:signed|ratified|founded|created|launched|opened|passed|adopted|approved|built|held)\b"
)
_LATER = re.compile(
    r"\b(?:after|before|since|when|because|once|cuando|despu[eé]s|antes|desde|tras|luego|porque)\b",
    re.IGNORECASE,
)
LEADS = 60  # characters: a year this near to the beginning of its sentence or clause is that of all of it
_CLAUSE_COMMA = re.compile(r",\s(?![A-ZÁÉÍÓÚÑ])")  # no comma of a list of places
_LONGEST_OPENING = 140  # ... or of a clause of that length that ends with it
_ASIDE = re.compile(
    r"[;:]|,(?!\s(?:when|cuando|en\sque)\s)|\b(?:and|y|e|who|which|that|que|quien|quienes)\s", re.IGNORECASE
)
_NEAR = 60
_CLAUSE_OPENS = re.compile(
    r"(?:[,;:(–—]\s?|\b(?:and|but|while|which|who|where|y|e|pero|mientras|que|donde)\s)(?:(?:already|ya"
    r"|that)\s)?$",
    re.IGNORECASE,
)
_WHEN = re.compile(r",\s(?:when|cuando)\s(?:[^\W\d_]+\s){1,4}$", re.IGNORECASE)
_MOST_EARLIER = 8
_LONGEST_JOINT = 80
_OF_THEM = re.compile(
    r"\s(?:per\scent\s|%\s)?(?:of|de)\s(?:them|these|those|the\sformer|ell[oa]s|est[oa]s)\b", re.IGNORECASE
)
_BREAKS = re.compile(
    r"[;:.(]|[”»]\s|\b(?:to|from|than|versus|against|compared|frente|hasta|desde)\b|\b(?:for|para)\s(?:the|l[ao]s)\b|\ba\s(?=\d|un)",
    re.IGNORECASE,
)
_THAT = re.compile(r"\s(?:that|que)\b|\s?:")
_AGAINST = re.compile(
    r"\b(?:compared\s(?:with|to)|(?:down|up)\sfrom|than|versus|vs\.?|against|as\sopposed\sto|instead\sof"
    r"|frente\sal?|comparaci[oó]n\s(?:con|a)|(?:comparad[oa]s?|en\scontraste)\scon|respecto\s(?:al?|de)"
    r"|contra|(?:m[aá]s|menos|mayor|menor)\sque)"
    r"\s(?:the\s|los\s|las\s|l[ao]\s)?$",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\b(?:of|de)\s(?:the|los|las)\s(?:[^\s\w]{1,3}|[A-Z]{1,3}[$.]{0,2})?\s?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|de|desde)\s(?:the\s|los\s|las\s)?$", re.IGNORECASE)
_TO = re.compile(r"\b(?:to|a|hasta)\s(?:[^\W\d]+\s){0,2}$", re.IGNORECASE)
_ARRIVING = re.compile(
    r"\W{0,2}(?:to|a|hasta|reaching|alcanzando|con|with)?\W{0,2}(?:[^\W\d]+\s){0,2}", re.IGNORECASE
)
_CHANGE = re.compile(
    r"\W{0,3}(?:more|fewer|less|higher|lower|increase|rise|drop|fall|decrease|decline|m[aá]s|menos|mayor"
    r"|menor|superior|inferior)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its figures and years, each by where it stands in the text."""

    text: str  # of the whole passage
    begin: int
    figures: Sequence[tuple[int, int]]
    shares: Sequence[bool]  # which figures are per cent: they speak of the figure before them
    years: Sequence[YearMention]


def assign(sentence: Sentence) -> list[YearMention | None]:
    """For each figure of a sentence the mention that gives its year."""
    found: list[YearMention | None] = []
    followed: set[int] = set()  # the mentions that a figure before them has taken
    spent: set[int] = (
        set()
    )  # ... and that no other takes: not those of the whole, "of the 12 asked for in 2016"
    ends = [mention.end for mention in sentence.years]
    for index, (start, end) in enumerate(sentence.figures):
        first = bisect_right(ends, start)  # the first mention behind the figure
        after = _following(sentence, index, first)
        before = None if _measured_against(sentence, index) else _preceding(sentence, index, first, spent)
        own = _PEOPLE_DID.match(sentence.text, start) is not None
        chosen = _chosen(sentence.text[end : after.start] if after else "", after, before, own=own)
        if chosen is None and (_speaks_of_them(sentence, index) or (after and after.compared)):
            chosen = next((each for each in reversed(found) if each), None)
        elif chosen is not None and chosen is after:
            followed.add(id(chosen))
            if not _WHOLE.search(sentence.text, max(0, start - 12), start):
                spent.add(id(chosen))
        found.append(chosen)
    return _shared(sentence, found, followed)


def _speaks_of_them(sentence: Sentence, index: int) -> bool:
    share = sentence.shares[index] and len(sentence.years) == 1
    return share or bool(_OF_THEM.match(sentence.text, sentence.figures[index][1]))


def _chosen(
    between: str, after: YearMention | None, before: YearMention | None, *, own: bool
) -> YearMention | None:
    """The mention behind a figure, unless it is another event's or an aside and there is one before.

    ``own``: what happened is what the people of the figure did.
    """
    if after is None or after.compared:
        return before
    other = after.event and not (after.told or own)
    if before is not None and (other or "," in between):
        return before
    return None if other else after


def _measured_against(sentence: Sentence, index: int) -> bool:
    """Whether a figure is what another is compared with: "down from 68,000", "from 12 to 45"."""
    start, end = sentence.figures[index]
    before = sentence.text[max(0, start - 40) : start]
    behind = sentence.text[end : min(end + 80, _next(sentence, index))]
    return bool(_AGAINST.search(before) or (_FROM.search(before) and _TO.search(behind)))


def _next(sentence: Sentence, index: int) -> int:
    """Where the next figure begins; the end of the text where there is none."""
    following = sentence.figures[index + 1 : index + 2]
    return following[0][0] if following else len(sentence.text)


def _following(sentence: Sentence, index: int, first: int) -> YearMention | None:
    """The mention behind a figure, before the next one and in the same clause."""
    end, limit = sentence.figures[index][1], _next(sentence, index)
    mention = sentence.years[first] if first < len(sentence.years) else None
    if mention is None or not end <= mention.start <= min(end + _REACH_AFTER, limit):
        return None
    between = sentence.text[end : mention.start]
    opens_next = (
        _CLAUSE_COMMA.search(between) and limit - mention.end <= _NEAR and index + 1 < len(sentence.figures)
    )
    apart = opens_next or any(pattern.search(between) for pattern in (_LATER, _OPENS, _CLAUSE))
    return None if apart or _tells_more(between) or _in_bracket(sentence, index, mention) else mention


def _in_bracket(sentence: Sentence, index: int, mention: YearMention) -> bool:
    """Whether a bracket opens behind a figure that holds the mention and a figure of its own."""
    end = sentence.figures[index][1]
    opened = sentence.text.rfind("(", end, mention.start)
    if opened < 0 or ")" in sentence.text[opened : mention.start]:
        return False
    closed = sentence.text.find(")", mention.end, mention.end + _REACH_AFTER)
    return closed >= 0 and _next(sentence, index) < closed


def _tells_more(between: str) -> bool:
    """Whether a clause begins that somebody adds: "... 35 beds and recalled that in 2020"."""
    return any(_THAT.match(between, stop) for _, stop in verbs(between, 0, len(between)))


def _preceding(sentence: Sentence, index: int, first: int, spent: set[int]) -> YearMention | None:
    """The mention before a figure that opens its sentence or clause, or that stands just before it."""
    start, end = sentence.figures[index]
    change = _CHANGE.match(sentence.text, end)
    for mention in reversed(sentence.years[max(0, first - _MOST_EARLIER) : first]):
        between = sentence.text[mention.end : start][:_REACH_BEFORE]
        if between == " (":  # "in 2014 (68,541)"
            return mention
        near = len(between) <= _NEAR and not _ASIDE.search(between)
        other = mention.event and not (mention.told and near)
        if start - mention.end > _REACH_BEFORE or other:
            return None
        if mention.compared:  # "more than in 2018, when there were 1,912"
            return mention if _WHEN.match(between) else None
        arrives = change or _ARRIVING.fullmatch(between)
        if id(mention) in spent and not arrives:
            continue
        return mention if arrives or near or _leads(sentence, mention) else None
    return None


def _leads(sentence: Sentence, mention: YearMention) -> bool:
    """Whether a mention opens its sentence or a clause of it."""
    before = sentence.text[max(0, mention.start - 16) : mention.start]
    distance = mention.start - sentence.begin
    closes = (
        sentence.text[mention.end : mention.end + 1] == ","
    )  # "To meet the needs of ... in 2024, it asks for"
    alone = len(sentence.years) == 1 and sentence.figures[0][0] > mention.end
    if closes and alone and distance <= _LONGEST_OPENING:
        return True
    return distance <= LEADS or _CLAUSE_OPENS.search(before) is not None


def _shared(
    sentence: Sentence, found: list[YearMention | None], followed: set[int]
) -> list[YearMention | None]:
    """The years, where a list shares the one behind its last figure: "12 girls and 30 boys in 2016"."""
    for index in range(len(found) - 2, -1, -1):
        shared = found[index + 1]
        between = sentence.text[sentence.figures[index][1] : _next(sentence, index)]
        apart = _BREAKS.search(between) or _LATER.search(between) or _tells_more(between)
        joined = len(between) <= _LONGEST_JOINT and not apart
        if found[index] is None and shared is not None and id(shared) in followed and joined:
            found[index] = shared
    return found
