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
from functools import partial

from kb import places
from kb.extractors import directory
from kb.extractors.countries import seats_of
from kb.extractors.directory import Body
from kb.extractors.evidence import evidence
from kb.extractors.organisation_grouping import grouped
from kb.extractors.organisation_names import Text, blanked, full_names
from kb.extractors.organisation_patterns import BODY_NOUN
from kb.extractors.organisation_spans import Name, country_behind, is_shouted, spells
from kb.extractors.signatories import signatories
from kb.records import Document, Evidence, Organisation, Passage

_ACRONYM = re.compile(r"(?<![\w@.#&/-])[A-ZÑ]{2,10}(?![\w@&]|[.-]\w*[A-Z\d]|\.\w)")
_JOINED = re.compile(r"(?<=[A-Z]/)[A-ZÑ]{2,10}(?![\w@&/-])")
_SPEAKS = re.compile(
    r"(?:(?i:according\sto\s(?:the\s)?|seg[uú]n\s(?:el\s|la\s)?)(?P<cited>[A-ZÑ]{3,10})\b(?!-))"
    r"|(?<![\w.])(?P<speaker>[A-ZÑ]{3,10})\s(?:said|says|announced|urged|warned|welcomed|estimates|inform[oó]"
    r"|señal[oó]|indic[oó]|anunci[oó]|reiter[oó]|lament[oó]|exhort[oó]|expres[oó]|inst[oó]|advirti[oó]|recuerda)\b"
)
_NO_BODY = re.compile(
    r"\b(?:government|gobierno|kingdom|reino|people|peoples?|pueblos?|embassy|embajada|legado|bequest|ciudad|city|and|y|donors?|familias?)\b"
    r"|[(),]|\sof\sthe\s\S+$",
    re.IGNORECASE,
)
_LONGEST_PUBLISHER = 9  # words
_SHORTEST_SPELT = 2  # letters; an acronym that a name spells has more
_FEWEST_OF_PART = 2  # words of a name that a longer one begins or ends with
# A consulate is named with its seat, or without; an acronym and a post are no part of a name.
_NOT_LONGER = re.compile(r"\s(?:en|in)\s|\s\(?[A-ZÑ]{3,10}\)?$|^(?:Secretary|President|Office of),\s")
_ENDS_WITH_PLACE = re.compile(r"\bCounty,\s")  # "the County Judge of Marl County, Texas"


def fill(document: Document) -> Document:
    """``document`` with the organisations that its title and passages name, in that order."""
    if document.organisations:
        return document
    texts: list[Text] = [(None, document.title)]
    texts += [(each, each.text) for each in document.passages if each.text != document.title]
    names: list[Name] = []
    signing: dict[int, list[Name]] = {}
    for name in signatories(document.passages):
        signing.setdefault(id(name.passage), []).append(name)
    rest: list[Text] = []  # the same texts with the names blanked out: positions stay
    for passage, text in texts:
        here = signing.get(id(passage)) or full_names(passage, text, document.language)
        names += here
        rest.append((passage, blanked(text, here)))
    order = {id(passage): index for index, (passage, _) in enumerate(texts)}
    found = _organisations(document, list(grouped(names)), rest)
    found.sort(key=lambda each: (order[id(each[0])], each[1]))
    return replace(document, organisations=tuple(organisation for _, _, organisation in found))


def with_publisher(document: Document) -> Document:
    """``document`` with its publisher among its organisations: a letterhead needs no noun of bodies.

    One that the text names more shortly gets the publisher's name: "Catholic Diocese of San Felipe".
    """
    name = document.publisher
    if not name or document.digest_of or _is_person(document, name):
        return document
    longer = _in_long_form(document.organisations, name)
    if longer != document.organisations:
        return replace(document, organisations=longer)
    stated = document.evidence.get("publisher", Evidence())
    publisher = _further(document, name, stated)
    return replace(document, organisations=(publisher, *document.organisations)) if publisher else document


def with_funder(document: Document) -> Document:
    """``document`` with who finances it among its organisations; a government or people is none."""
    funder = _further(document, document.funder, document.evidence.get("funder"))
    if funder is None or _NO_BODY.search(funder.name):
        return document
    return replace(document, organisations=(*document.organisations, funder))


def _in_long_form(organisations: tuple[Organisation, ...], name: str) -> tuple[Organisation, ...]:
    """The organisations, the one whose name is the beginning or end of ``name`` with the whole of it."""
    words = _words_of(name)
    if any(words in _words_of(each.name) for each in organisations) or _NOT_LONGER.search(name):
        return organisations
    if places.is_place(name.rpartition(", ")[2]) and _ENDS_WITH_PLACE.search(name) is None:
        return organisations
    parts = [
        each
        for each in organisations
        if len(each.name.split()) >= _FEWEST_OF_PART
        and words.startswith(_words_of(each.name)) != words.endswith(_words_of(each.name))
    ]
    if len(parts) != 1:
        return organisations
    return tuple(replace(each, name=name) if each is parts[0] else each for each in organisations)


def _is_person(document: Document, name: str) -> bool:
    """Whether who publishes is somebody and no office: "Congresswoman Ada Lark"."""
    return not BODY_NOUN.search(name) and any(person.name in name for person in document.people)


def _further(document: Document, name: str | None, found: Evidence | None) -> Organisation | None:
    """The organisation of a name that evidence supports, unless the document has it already."""
    if not name or found is None or not 1 < len(_parts(name)) <= _LONGEST_PUBLISHER:
        return None
    key = _words_of(name)
    known = (_words_of(each) for one in document.organisations for each in (one.name, one.acronym) if each)
    if any(key in each or each in key for each in known):
        return None
    body = directory.named(name)
    short = (each.acronym for each in document.organisations if each.acronym)
    if any(spells(each, name) or (body and each in body.acronyms) for each in short):
        return None
    return Organisation(name=name, evidence=replace(found, confidence=min(found.confidence, 0.6)))


def _parts(name: str) -> list[str]:
    """The words of a name; one that is joined of two counts as two: "CoastWire"."""
    return re.findall(r"[A-Z][a-z]{2,}(?=[A-Z])|\S+", name)


def _words_of(name: str) -> str:
    """The words of a name between spaces, to find one name in another."""
    words = re.findall(r"[^\W_]+", directory.key(name))
    return f" {' '.join(words)} "


# -- Acronyms ---------------------------------------------------------------------------------


_NATIONAL = re.compile(r"\snacional\b")
_FOREIGN_OFFICE = re.compile(r"(?:Secretaría|Ministerio)\sde\sRelaciones\sExteriores")
_CHANCELLERY = re.compile(r"Canciller[ií]a")  # another word for it
_OF_MANY = re.compile(r"\b(?:los|las|sistemas|several|varios)\s(?:\d+\s)?$")  # "los 32 DIF" are none of them
_Found = tuple[Passage | None, int, Organisation]  # with where it stands


def _organisations(document: Document, names: list[Name], rest: list[Text]) -> list[_Found]:
    """The organisations of ``names``, and those that ``rest`` knows by their acronyms only."""
    printed = list(_acronyms(rest))
    acronyms = {match[0] for _, match in printed}
    explained = {name.acronym for name in names}
    spelt = {
        each
        for each in acronyms - explained
        if len(each) > _SHORTEST_SPELT and not directory.by_acronym(each)
    }
    found = [_named(name, name.acronym or _acronym_of(name, acronyms, spelt)) for name in names]
    if any(_FOREIGN_OFFICE.search(each.name) for _, _, each in found):
        found = [each for each in found if not _CHANCELLERY.fullmatch(each[2].name)]
    taken = {organisation.acronym for _, _, organisation in found}
    known = {id(name.body) for name in names if name.body}
    abroad = acronyms - {match[0] for passage, match in printed if _office(passage, match) is None}
    speaking = _speakers(rest, Counter(match[0] for _, match in printed))
    for passage, match in printed:
        if _OF_MANY.search(match.string, max(0, match.start() - 20), match.start()):
            continue
        body = directory.by_acronym(match[0])
        if match[0] in taken or id(body) in known or (body and _is_told(match[0], body, found)):
            continue
        if body and match[0] in abroad:
            office = _office(passage, match)
            known_offices = {each.name for _, _, each in found}
            found += [(passage, match.start(), office)] if office and office.name not in known_offices else []
            continue
        organisation = _unnamed(document, body, passage, match, speaks=match[0] in speaking)
        if organisation:
            taken.add(match[0])
            known |= {id(body)} if body else set()
            found.append((passage, match.start(), organisation))
    return found


def _office(passage: Passage | None, match: re.Match[str]) -> Organisation | None:
    """The office of an agency in the country that stands behind its acronym: "UNICEF Belize"."""
    country = country_behind(match.string, match.end())
    body = directory.by_acronym(match[0]) if country else None
    if not country or body is None or body.country:
        return None
    found = evidence(passage, match.start(), country, 0.85)
    return Organisation(name=match.string[match.start() : country], evidence=found)


def _is_told(acronym: str, body: Body, found: list[_Found]) -> bool:
    """Whether an office of a body was found by name: beside "DIF Tabasco" a DIF alone is that one."""
    own = directory.key(body.name("es")), directory.key(body.name("en"))
    for _, _, each in found:
        name = directory.key(each.name)
        if acronym in each.name.split() or any(one in name for one in own):
            return True
        if each.acronym and (each.acronym == f"SN{acronym}" or each.acronym.startswith(f"{acronym} ")):
            return True  # that of the whole nation, or of a state: "SIPINNA Oaxaca"
    return False


def _named(name: Name, acronym: str | None) -> _Found:
    found = evidence(name.passage, name.start, name.end, name.confidence)
    return name.passage, name.start, Organisation(name=name.name, acronym=acronym, evidence=found)


def _unnamed(
    document: Document, body: Body | None, passage: Passage | None, match: re.Match[str], *, speaks: bool
) -> Organisation | None:
    """The organisation behind an acronym whose full name is printed nowhere."""
    if body is None and speaks:
        found = evidence(passage, *match.span(), 0.5)
        return Organisation(name=match[0], acronym=match[0], evidence=found)
    if (
        body is None
        or body.shared
        or (body.country and body.country not in (*document.countries, *seats_of(document)))
    ):
        return None
    found = evidence(passage, *match.span(), 0.85, inferred=True)
    return Organisation(name=body.name(document.language), acronym=match[0], evidence=found)


def _acronym_of(name: Name, printed: set[str], spelt: set[str]) -> str | None:
    """The acronym of a name that no parenthesis explains: the table's, or one that its words spell."""
    if name.body is None:
        spelling = (acronym for acronym in sorted(spelt) if spells(acronym, name.name))
        return next(spelling, None) or next(filter(partial(_is_of_state, name.name), sorted(printed)), None)
    acronyms = () if name.body.shared else name.body.acronyms
    return next((acronym for acronym in acronyms if acronym in printed), None)


def _is_of_state(name: str, acronym: str) -> bool:
    """Whether a name is a body's of the table, of a state or town in place of the nation."""
    body = directory.by_acronym(acronym)
    own = [_NATIONAL.sub("", directory.key(each)) for each in body.names["es"]] if body else []
    return any(directory.key(name).startswith(f"{each} de") for each in own)


def _acronyms(texts: Iterable[Text]) -> Iterator[tuple[Passage | None, re.Match[str]]]:
    """The acronyms of every text that is not all in capitals."""
    for passage, text in texts:
        if not is_shouted(text):
            for pattern in (_ACRONYM, _JOINED):
                yield from ((passage, match) for match in pattern.finditer(text))


def _speakers(texts: Iterable[Text], counts: Counter[str]) -> set[str]:
    """The acronyms that come back and speak, or are cited."""
    speaking = (match["cited"] or match["speaker"] for _, text in texts for match in _SPEAKS.finditer(text))
    return {acronym for acronym in speaking if counts[acronym] > 1}
