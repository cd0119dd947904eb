"""What the text of a document tells of who published it.

A body speaks for itself where the headline or the first sentence begins with it, where its office or
e-mail address answers questions, and where the text names it most often. A body that is only mentioned
has none of these signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from kb.extractors.capital_names import without_shouting
from kb.extractors.datelines import datelines
from kb.extractors.evidence import evidence
from kb.extractors.front import back, front, is_prose, lines_of
from kb.extractors.honorifics import is_honorific
from kb.extractors.official_names import DESK, EDGES, NAMES_ITSELF, official_name
from kb.extractors.organisation_patterns import BODY_NOUN
from kb.extractors.publisher_signs import MOST_NAMES, MOST_TEXT, Sign
from kb.extractors.roles import is_any_role
from kb.places import is_place
from kb.places.regions import region_code
from kb.records import Document, Evidence, Passage
from kb.text.caseless import small_letters
from kb.text.folding import fold
from kb.text.wholes import apart, whole

_WIRE = 5.0  # weight of an agency that nothing else names: what else stands at the top is a slug
_LAST_LINES = 4
_COPYRIGHT = re.compile(r"^(?:©|\(c\)|copyright)\s?(?:\d{4})?\s?", re.IGNORECASE)
_JOINED = re.compile(r"[A-Z][a-z]{2,}[A-Z][a-z]{2,}")  # "CoastWire"
_AGENCY = re.compile(r"[\s.,)\]]{0,3}[(\[](?P<name>[^()\[\]\n]{2,60})[)\]]")
_BEFORE_SUBJECT = re.compile(
    r"[\s.,:;–—-]{0,6}(?:\([^()]{2,40}\)[\s.,:;–—-]{0,6})?(?:(?:hoy|today),?\s)?(?:(?:the|el|la|los|las)\s)?",
    re.IGNORECASE,
)
# The organ of a body that acts for it: "El Pleno del Senado", "The Board of the Faro Network".
_ORGAN = re.compile(
    r"(?:(?:el|la|los|las|the)\s)?(?:pleno|plenario|mesa\sdirectiva|junta\sdirectiva|comisi[oó]n\spermanente|diputaci[oó]n\spermanente"
    r"|presidencia|direcci[oó]n(?:\s(?:general|nacional|ejecutiva))?|board(?:\sof\s(?:directors|trustees))?|plenary|leadership|general\ssecretariat"
    r"|(?:titular|president[ae]|director[a]?|secretari[oa]|rector[a]?|procurador[a]?|defensor[a]?|fiscal|alcalde|alcaldesa|obispo|vocer[oa])"
    r"(?:\s(?:general|nacional|ejecutiv[oa]|adjunt[oa]))?)\s(?:del?(?:\s(?:la|los|las))?|of(?:\sthe)?)\s",
    re.IGNORECASE,
)
_RUN = re.compile(
    r"(?:[A-ZÀ-ÖØ-Þ][\w’'-]*)(?:\s(?:(?:of|for|the|and|&|de|del|la|las|los|el|y|para|en|sin|on|to)\s){0,2}[A-ZÀ-ÖØ-Þ][\w’'-]*){1,7}"
)
_AND = re.compile(r"\s(?:y|e|and|&)\s")
_GOES_ON = re.compile(r"(?:\s\([A-ZÑ]{2,10}\))?,?\s[a-záéíóúñ]")
# What stands in a headline before a house that somebody else opens.
_OPENS = re.compile(  # "Inaugura Casa Farol" may say who opens
    r"\b(?:inauguran|inauguraron|abren|abrieron|abrir[aá]n|estrenan|reabren|visitan|recorren|opens?|opened|launch(?:es|ed)?|visits)"
    r"\s(?:(?:la|el|the|a)\s)?[\"“«]?$",
    re.IGNORECASE,
)
_EARLY = 16  # characters into a headline: Spanish ones begin with the verb
_WORD = re.compile(r"[a-z0-9]+")
_COMMON_LABELS = frozenset(
    """
    com org net gob gov int edu example mail gmail hotmail outlook yahoo info press prensa media www ficcion
    fiction
    """.split()
)
_SHORTEST_SENTENCE = 60  # characters
_MOSTLY = 0.7  # of the long words of a headline
_SHORTEST_LABEL = 4  # letters of a domain's name that may be a part of a body's name


def of_agency(document: Document) -> Iterator[Sign]:
    """The agency that the dateline names in brackets: "Tegucigalpa (UNICEF) –"."""
    for dateline in datelines(document)[:1]:
        text = dateline.passage.text if dateline.passage else document.title
        agency = _AGENCY.match(text, max(dateline.end, dateline.date.end if dateline.date else 0))
        official = official_name(agency["name"], document) if agency else None
        if agency and official:
            found = evidence(dateline.passage, *agency.span("name"), 0.8, inferred=official.inferred)
            yield Sign("agency", official.name, found, 4.0)
        elif agency and dateline.opens and (named := _agency(document, agency["name"])):
            found = evidence(dateline.passage, *agency.span("name"), 0.7, inferred=named != agency["name"])
            yield Sign("agency", named, found, _WIRE)


def _agency(document: Document, printed: str) -> str | None:
    """The news agency that a dateline names, by the line near the top or the end that spells its letters."""
    if not NAMES_ITSELF.fullmatch(printed) or is_place(printed) or region_code(printed):
        return None
    for _, _, line in lines_of((*front(document), *back(document, most=_LAST_LINES))):
        name = _COPYRIGHT.sub("", line).strip(EDGES)
        if line.rstrip().endswith(f" ({printed})"):
            return without_shouting(line[: line.rindex(" (")].strip(EDGES))
        words = [word for word in name.split() if word[:1].isupper()]
        if 1 < len(words) == len(name.split()) and printed == "".join(word[0] for word in words):
            return without_shouting(name)
    return printed if printed.isupper() or " " in printed or _JOINED.fullmatch(printed) else None


class _Candidate(NamedTuple):
    """A body that may have published the document, by all its names."""

    name: str
    acronym: str | None
    found: Evidence

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where ``text`` names it, in order; of a name of several words neither case nor line ends matter."""
        name, plain = (small_letters(self.name), _plain(text)) if " " in self.name else (self.name, text)
        found = [(at, at + len(name)) for at in whole(name, plain)]
        if self.acronym:
            found += [(at, at + len(self.acronym)) for at in whole(self.acronym, text)]
        return apart(sorted(found, key=lambda span: span[0]))  # the name before an acronym in it


@lru_cache(maxsize=16)  # each body is looked for in the same few
def _plain(text: str) -> str:
    return small_letters(text).replace("\n", " ").replace("\t", " ")


def signs(document: Document, around: Iterable[str]) -> Iterator[Sign]:
    """What headline, first sentences and contacts say of each body; ``around``: those that lines name too."""
    named = document.organisations[:MOST_NAMES]
    around = list(dict.fromkeys(around))
    candidates = [_Candidate(each.name, each.acronym, each.evidence) for each in named]
    candidates += [_Candidate(name, None, Evidence(confidence=0.5)) for name in around]
    candidates += _opening_runs(document)
    prose = [passage for passage in front(document, prose=2) if _is_text(passage)]
    for candidate in (each for each in candidates if not DESK.fullmatch(each.name)):
        yield from _in_headline(document, candidate)
        yield from _in_prose(document, candidate, prose)
        yield from _in_contacts(document, candidate, lettered=candidate.name in around)
    yield from _most_named(document, candidates)


def _opening_runs(document: Document) -> list[_Candidate]:
    """The capitalised words that the first sentence begins with, where the document has them again."""
    found = []
    for passage in filter(_is_text, front(document)):
        opening = _BEFORE_SUBJECT.match(passage.text, _behind_dateline(document, passage))
        run = _RUN.match(passage.text, opening.end() if opening else 0)
        if (
            run
            and not _is_no_body(document, run[0])
            and _GOES_ON.match(passage.text, run.end())
            and sum(run[0] in text for text in (document.title, *(each.text for each in document.passages)))
            > 1
        ):
            found.append(_Candidate(run[0], None, evidence(passage, *run.span(), 0.6, inferred=True)))
    headed = None if _is_all_capitalised(document.title) else _RUN.match(document.title)
    if headed and not _is_no_body(document, headed[0]) and _GOES_ON.match(document.title, headed.end()):
        found.append(_Candidate(headed[0], None, Evidence(confidence=0.5, inferred=True)))
    return found


def _is_all_capitalised(title: str) -> bool:
    """Whether a headline capitalises its long words, so that a run of such words in it is no name."""
    long = [word for word in title.split() if len(word) > _SHORTEST_LABEL]
    return sum(word[:1].isupper() for word in long) > len(long) * _MOSTLY


def _is_no_body(document: Document, run: str) -> bool:
    """Whether a run is a person with a title, an office, a place or two: "Doña Ana", "Deputy Secretary"."""
    first, *_, last = run.split()
    office = is_any_role(fold(last)) and not BODY_NOUN.search(run)
    return is_honorific(first) or office or is_place(run) or _are_two(document, run)


def _are_two(document: Document, run: str) -> bool:
    """Whether a run joins a body of the document with another: "FARO y Cancillería"."""
    parts = _AND.split(run)
    names = {name for each in document.organisations[:MOST_NAMES] for name in (each.name, each.acronym)}
    return len(parts) > 1 and any(part in names for part in parts)


def _is_text(passage: Passage) -> bool:
    """Whether a passage is running text, or a first sentence shorter than such."""
    ends = passage.text.endswith(".") and not passage.text.endswith(").")
    sentence = passage.kind == "paragraph" and ends and "\n" not in passage.text
    return is_prose(passage.text) or (sentence and len(passage.text) >= _SHORTEST_SENTENCE)


def _in_headline(document: Document, candidate: _Candidate) -> Iterator[Sign]:
    start = next((start for start, _ in candidate.spans(document.title)), None)
    noun = candidate.name.partition(" ")[0]  # "Reúne Procuraduría a 14 niños con sus familias"
    if start is not None and _OPENS.search(document.title, 0, start):
        return  # "Inauguran Casa Puente"
    if start is not None:
        yield Sign("headline", candidate.name, candidate.found, 2.0 if start <= _EARLY else 1.0)
    elif len(noun) > _SHORTEST_LABEL and _names_shortly(document.title, noun):
        yield Sign("headline", candidate.name, candidate.found, 1.5)


def _names_shortly(title: str, noun: str) -> bool:
    """Whether a headline has the noun of a body alone: "Reúne Procuraduría a 14 niños", "LLEVA ALCALDÍA"."""
    if (noun.upper() if title.isupper() else noun) not in title:
        return False
    if title.isupper():
        return re.search(rf"(?<!\w){re.escape(noun.upper())}\s(?!DEL?\s)", title) is not None
    return re.search(rf"(?<!\w){re.escape(noun)}\s[a-záéíóú]", title) is not None


def _in_prose(document: Document, candidate: _Candidate, prose: list[Passage]) -> Iterator[Sign]:
    """The body that a first sentence begins with: "The Harbour Light Foundation opened ..."."""
    for index, passage in enumerate(prose):
        mentions = candidate.spans(passage.text)
        if not mentions:
            continue
        subject = _is_subject(passage.text, _behind_dateline(document, passage), mentions[0][0])
        found = evidence(passage, *mentions[0], 0.6, inferred=True)
        yield Sign("text", candidate.name, found, (3.0 if subject else 1.0) - index * 0.5)


def _in_contacts(document: Document, candidate: _Candidate, *, lettered: bool) -> Iterator[Sign]:
    """The body whose office or e-mail address answers; ``lettered``: a line near the top names it."""
    head = {passage.address for passage in front(document) if not _is_text(passage)}
    for contact in document.contacts[:1]:
        if contact.evidence.passage in head and lettered:
            continue  # the letterhead's own words, which speak for it already
        if contact.office and candidate.spans(contact.office):
            yield Sign("contact", candidate.name, replace(contact.evidence, inferred=True), 3.0)
    emails = [contact for contact in document.contacts if contact.email]
    own = [contact for contact in emails if _is_address_of(contact.email or "", candidate)]
    if own:
        yield Sign(
            "contact", candidate.name, replace(own[0].evidence, inferred=True), 3.0 * len(own) / len(emails)
        )


def _is_address_of(email: str, candidate: _Candidate) -> bool:
    """Whether a part of an address's domain is an acronym or part of a name: "press@keepers.example"."""
    words = _WORD.findall(fold(candidate.name))
    short = fold(candidate.acronym or "").replace(" ", "")  # "DIF Altea" answers at difaltea.example
    for label in _WORD.findall(fold(email.rpartition("@")[2])):
        if label in _COMMON_LABELS:
            continue
        if len(short) > 2 and (
            label.startswith(short) or (len(label) > _SHORTEST_LABEL and short.startswith(label))
        ):
            return True  # that of a state, "SIPINNA Oaxaca", answers at sipinna-oax.example
        if len(label) >= _SHORTEST_LABEL and label in "".join(words):
            return True
        inside = sum(len(word) for word in words if len(word) > _SHORTEST_LABEL and word in label)
        if len(words) > 1 and inside >= len(label) * 0.8:
            return True
    return False


def _most_named(document: Document, candidates: list[_Candidate]) -> Iterator[Sign]:
    text = f"{document.title}\n{document.text}"[:MOST_TEXT]
    counts = {each: len(each.spans(text)) for each in candidates}
    most = max(counts.values(), default=0)
    for each, count in counts.items():
        if count == most > 2:
            yield Sign("often", each.name, each.found, 1.0)


def _behind_dateline(document: Document, passage: Passage) -> int:
    for dateline in datelines(document):
        if dateline.passage and dateline.passage.address == passage.address:
            return max(dateline.end, dateline.date.end if dateline.date else 0)
    return 0


def _is_subject(text: str, start: int, position: int) -> bool:
    opening = _BEFORE_SUBJECT.match(text, start, position) if start <= position else None
    if opening is None:
        return False
    return opening.end() == position or _ORGAN.fullmatch(text, opening.end(), position) is not None
