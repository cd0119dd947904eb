"""The organisations a document names, each once, with its acronym where the text prints one.

Four things make a name: the table of `directory`; a noun such as "Ministry" or "Instituto" with the
capitalised words that belong to it; a parenthesis that explains an acronym ("Full Name (ACR)", "ACR
(Full Name)", "Full Name (ACR in Spanish)"); and the acronym itself, where the table or such a
parenthesis explains it. An acronym that nothing explains is an organisation only when it comes back
and speaks ("the ACR said").

Precision comes first: a name ends where its run of capitalised words ends, and headings, where every
word is capitalised, are searched for names of the table only. A body met only as an acronym gets the
table's name, marked as inferred.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from kb import places
from kb.extractors import directory
from kb.extractors.directory import Body
from kb.extractors.evidence import evidence
from kb.records import Document, Organisation, Passage
from kb.text.dates import MONTHS, WEEKDAYS
from kb.text.folding import fold

_UPPER = "A-ZÀ-ÖØ-Þ"
_CAP = rf"[{_UPPER}][^\W_]*(?:-[^\W_]+)?"
# A possessive goes on only inside a name: "Children’s Advocate", but not "the Ministry of Health’s plan".
_EN_CAP = rf"{_CAP}(?:['’]s(?=\s[{_UPPER}]))?"
_EN_RUN = rf"{_EN_CAP}(?:\s{_EN_CAP}){{0,4}}"
_EN_OF = rf"(?:\s(?:of|for|on|against)(?:\sthe)?\s{_EN_RUN})"
_EN_LIST = rf"(?:(?:,\s{_EN_RUN}){{1,3}},?\sand\s{_EN_RUN}|\sand\s{_EN_RUN})?"
_EN_STRONG = (
    "Ministry|University|Institute|Department|Committee|Commission|Council|Agency|Association"
    "|Organization|Organisation|Federation|Foundation|Secretariat|Parliament"
)
_EN_WEAK = "Office|Network|Center|Centre|Fund|Court|Board|Bureau|Directorate|Coalition|Alliance|Ombudsman"
_SMALL = r"(?:de|del|la|las|los|el|para|contra|sobre|sus|al?)"
_ES_SMALL = rf"(?:\s{_SMALL})"
_ES_MORE = rf"(?:{_ES_SMALL}{{0,3}}\s{_CAP})"
_ES_LIST = rf"(?:(?:,\s{_CAP}(?:\s{_CAP})?){{1,2}}\s[ye]{_ES_MORE}{{1,4}}|\s[ye]{_ES_MORE}{{1,4}})?"
# Plain in both languages, and those that English text uses otherwise ("Red", "Centro").
_ES_BOTH = (
    "Universidad|Ministerio|Viceministerio|Secretar[ií]a|Subsecretar[ií]a|Procuradur[ií]a|Instituto|Comisi[oó]n"
    "|Fundaci[oó]n|Asociaci[oó]n|Defensor[ií]a|Fiscal[ií]a|Patronato|Comisar[ií]a"
)
_ES_ONLY = "Consejo|Corte|Dirección|Agencia|Organización|Comité|Tribunal|Federación|Sistema Nacional"
_ES_WEAK = "Oficina|Centro|Red|Coalición|Alianza"
_ENGLISH = re.compile(
    rf"(?<![\w-])(?:(?:{_EN_RUN}\s)?(?:{_EN_STRONG}|{_EN_WEAK}){_EN_OF}{{1,3}}{_EN_LIST}"
    rf"|{_EN_RUN}\s(?:{_EN_STRONG})(?!\s?\())(?![\w-])"
)
_SPANISH = {
    "en": re.compile(rf"(?<![\w-])(?:{_ES_BOTH}){_ES_MORE}{{1,8}}{_ES_LIST}"),
    "es": re.compile(
        rf"(?<![\w-])(?:(?:{_ES_BOTH}|{_ES_ONLY}){_ES_MORE}{{1,8}}{_ES_LIST}"
        rf"|(?:{_ES_WEAK})(?:\s{_CAP})?{_ES_SMALL}{{1,3}}\s{_CAP}{_ES_MORE}{{0,8}}{_ES_LIST})"
    ),
}
BODY_NOUN = re.compile(rf"\b(?:{_EN_STRONG}|{_EN_WEAK}|{_ES_BOTH}|{_ES_ONLY}|{_ES_WEAK})\b")
_ACRONYM = re.compile(r"(?<![\w@.#&/-])[A-ZÑ]{2,10}(?![\w@&]|[.-]\w*[A-Z\d]|\.\w)")
_JOINED = re.compile(r"(?<=[A-Z]/)[A-ZÑ]{2,10}(?![\w@&/-])")
_PARENTHESIS = re.compile(r"\s\(([^()\n]{2,120})\)")
_EXPLAINS = re.compile(
    r"(?:por\ssus\ssiglas[^,]{0,20},\s)?(?P<acronym>[A-ZÑ][A-Za-zñ]{0,3}[A-ZÑ][A-Za-zñ]{0,8})"
    r"(?P<foreign>\s(?:in|en)\s\w+|(?:,\s|\s)(?:por|for)\s[^()]{3,60}|[,/]\s?[A-ZÑ]{2,10})?"
)
_SPEAKS = re.compile(
    r"(?:(?i:according\sto\s(?:the\s)?|seg[uú]n\s(?:el\s|la\s)?)(?P<cited>[A-ZÑ]{3,10})\b(?!-))"
    r"|(?<![\w.])(?P<speaker>[A-ZÑ]{3,10})\s(?:said|says|announced|urged|warned|welcomed|estimates|inform[oó]"
    r"|señal[oó]|indic[oó]|anunci[oó]|reiter[oó]|lament[oó]|exhort[oó]|expres[oó]|inst[oó]|advirti[oó]|recuerda)\b"
)
# What a sentence begins with in front of a name.
_LEADING = frozenset(
    """
    a according after all also an and as at before but by each every for former from how if in its many
    most new of on other our president minister director dr mr mrs ms since some that the their these this
    those to under when where while with your
    """.split()
)
_NO_NAMES = re.compile(
    r"\b(?:Years?|Awards?|Directors|Trustees|Week|Press|Media|Communications?|Prensa|Comunicación|Rights\sReserved)\b"
)
_DATED = re.compile(rf"\s(?:of|on|for)\s(?:{'|'.join(MONTHS.keys() | WEEKDAYS)})\b", re.IGNORECASE)
_HALVED = re.compile(rf"[{_UPPER}]\w+,?\s(?:and|&)\s$")
_TITLES = frozenset(
    "president minister secretary director mr mrs ms dr sr sra lic presidente ministro".split()
)
_CONNECTED = re.compile(r",?\s(?:and|y|e)\s|,\s")


class _Name(NamedTuple):
    """A name in a passage; ``acronym`` as its parenthesis explains it."""

    passage: Passage | None
    start: int
    end: int
    name: str
    body: Body | None
    confidence: float
    acronym: str | None = None


_Text = tuple[Passage | None, str]


def fill(document: Document) -> Document:
    """``document`` with the organisations that its title and passages name, in that order."""
    if document.organisations:
        return document
    texts: list[_Text] = [(None, document.title)]
    texts += [(passage, passage.text) for passage in document.passages]
    names: list[_Name] = []
    rest: list[_Text] = []  # the same texts with the names blanked out: positions stay
    for passage, text in texts:
        here = _names(passage, text, document.language)
        names += here
        rest.append((passage, _blanked(text, here)))
    order = {id(passage): index for index, (passage, _) in enumerate(texts)}
    found = _organisations(document, list(_grouped(names)), rest)
    found.sort(key=lambda each: (order[id(each[0])], each[1]))
    return replace(document, organisations=tuple(organisation for _, _, organisation in found))


def _blanked(text: str, names: Iterable[_Name]) -> str:
    pieces, last = [], 0
    for name in names:
        pieces += [text[last : name.start], " " * (name.end - name.start)]
        last = name.end
    return "".join([*pieces, text[last:]])


# -- Full names -------------------------------------------------------------------------------


def _names(passage: Passage | None, text: str, language: str) -> list[_Name]:
    """The full names in ``text``, none overlapping, with the acronyms of their parentheses."""
    found = [
        _Name(passage, *match.span(), match[0], directory.named(match[0]), 0.95)
        for match in directory.name_pattern().finditer(text)
    ]
    if passage is not None and passage.kind != "heading" and not _shouted(text):
        found += _described(passage, text, language)
    # A long name of the table is whole: "Committee on the Rights of the Child on State obligations".
    found.sort(key=lambda name: (name.start, not (name.body and name.name.count(" ") > 1), -name.end))
    kept: list[_Name] = []
    for name in found:
        if not kept or name.start >= kept[-1].end:
            kept.append(_explained(name, text))
    return kept


def _described(passage: Passage, text: str, language: str) -> Iterator[_Name]:
    """Names made of a noun such as "Ministry" and the capitalised words that belong to it."""
    for pattern in (_ENGLISH, _SPANISH.get(language, _SPANISH["en"])):
        for match in pattern.finditer(text):
            start, end = _trimmed(text, *match.span())
            printed = text[start:end]
            if _is_name(printed, text[max(0, start - 30) : start]):
                yield _Name(passage, start, end, printed, directory.named(printed), 0.75)


def _is_name(printed: str, before: str) -> bool:
    words = printed.split()
    # "Securities and Exchange Commission" is read from "Exchange": half a name is none.
    halved = len(words) == 2 and BODY_NOUN.match(words[1]) and _HALVED.search(before)
    return len(words) > 1 and bool(BODY_NOUN.search(printed)) and not (_NO_NAMES.search(printed) or halved)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without a sentence's first words, and cut where another name is joined to it."""
    while (word := re.compile(r"[^\W_]+(?:['’]s)?\s").match(text, start, end)) and (
        fold(word[0].strip()) in _LEADING
    ):
        start = word.end()
    if dated := _DATED.search(text, start, end):
        end = dated.start()
    for joint in _CONNECTED.finditer(text, start, end):
        after = text[joint.end() : end]
        if not _belongs(after):
            return start, joint.start()
    return start, end


def _belongs(after: str) -> bool:
    """Whether what follows "and" can be part of a name: no acronym, body, country or person."""
    after = re.sub(rf"^(?:(?:{_SMALL}|the)\s)+", "", after)
    first = after.split()[0].strip(",")
    return not (
        (first.isupper() and len(first) > 1)
        or fold(first) in _TITLES
        or BODY_NOUN.match(after)
        or directory.name_pattern().match(after)
        or places.code_of(after.split(",")[0]) is not None
    )


def _explained(name: _Name, text: str) -> _Name:
    behind = _PARENTHESIS.match(text, name.end)
    explains = _EXPLAINS.fullmatch(behind[1].strip()) if behind else None
    if explains:
        return name._replace(acronym=explains["acronym"], confidence=max(name.confidence, 0.9))
    before = re.compile(r"(?<![\w.])([A-ZÑ][A-Za-zñ]{1,10})\s\($").search(
        text[max(0, name.start - 20) : name.start]
    )
    if before and sum(map(str.isupper, before[1])) > 1 and text[name.end : name.end + 1] in {")", ","}:
        return name._replace(acronym=before[1], confidence=0.9)
    return name


def _shouted(text: str) -> bool:
    letters = [letter for letter in text[:300] if letter.isalpha()]
    return sum(map(str.isupper, letters)) * 2 > len(letters)


def _grouped(names: Iterable[_Name]) -> Iterator[_Name]:
    """One name for each organisation: the first, with the first acronym any of them explains."""
    groups: dict[object, _Name] = {}
    for name in names:
        key = name.body.names["en"] if name.body else directory.key(name.name)
        first = groups.setdefault(key, name)
        if first.acronym is None and name.acronym:
            groups[key] = first._replace(acronym=name.acronym)
    yield from groups.values()


# -- Acronyms ---------------------------------------------------------------------------------


_Found = tuple[Passage | None, int, Organisation]  # with where it stands


def _organisations(document: Document, names: list[_Name], rest: list[_Text]) -> list[_Found]:
    """The organisations of ``names``, and those that ``rest`` knows by their acronyms only."""
    printed = list(_acronyms(rest))
    acronyms = {match[0] for _, match in printed}
    found = [_named(name, name.acronym or _acronym_of(name.body, acronyms)) for name in names]
    taken = {organisation.acronym for _, _, organisation in found}
    known = {id(name.body) for name in names if name.body}
    speaking = _speakers(rest, Counter(match[0] for _, match in printed))
    for passage, match in printed:
        body = directory.by_acronym(match[0])
        if match[0] in taken or id(body) in known:
            continue
        organisation = _unnamed(document, body, passage, match, speaks=match[0] in speaking)
        if organisation:
            taken.add(match[0])
            known |= {id(body)} if body else set()
            found.append((passage, match.start(), organisation))
    return found


def _named(name: _Name, acronym: str | None) -> _Found:
    found = evidence(name.passage, name.start, name.end, name.confidence)
    return name.passage, name.start, Organisation(name=name.name, acronym=acronym, evidence=found)


def _unnamed(
    document: Document, body: Body | None, passage: Passage | None, match: re.Match[str], *, speaks: bool
) -> Organisation | None:
    """The organisation behind an acronym whose full name is printed nowhere."""
    if body is None and speaks:
        found = evidence(passage, *match.span(), 0.5)
        return Organisation(name=match[0], acronym=match[0], evidence=found)
    if body is None or body.shared or (body.country and body.country not in document.countries):
        return None
    found = evidence(passage, *match.span(), 0.85, inferred=True)
    return Organisation(name=body.name(document.language), acronym=match[0], evidence=found)


def _acronym_of(body: Body | None, printed: set[str]) -> str | None:
    if body is None or body.shared:
        return None
    return next((acronym for acronym in body.acronyms if acronym in printed), None)


def _acronyms(texts: Iterable[_Text]) -> Iterator[tuple[Passage | None, re.Match[str]]]:
    """The acronyms of every text that is not all in capitals."""
    for passage, text in texts:
        if not _shouted(text):
            for pattern in (_ACRONYM, _JOINED):
                yield from ((passage, match) for match in pattern.finditer(text))


def _speakers(texts: Iterable[_Text], counts: Counter[str]) -> set[str]:
    """The acronyms that come back and speak, or are cited."""
    speaking = (match["cited"] or match["speaker"] for _, text in texts for match in _SPEAKS.finditer(text))
    return {acronym for acronym in speaking if counts[acronym] > 1}
