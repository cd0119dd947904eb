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

from kb.extractors import directory
from kb.extractors.countries import seats_of
from kb.extractors.directory import Body
from kb.extractors.evidence import evidence
from kb.extractors.organisation_grouping import grouped
from kb.extractors.organisation_names import Text, blanked, full_names
from kb.extractors.organisation_spans import Name, is_shouted
from kb.extractors.signatories import signatories
from kb.records import Document, Organisation, Passage

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


def fill(document: Document) -> Document:
    """``document`` with the organisations that its title and passages name, in that order."""
    if document.organisations:
        return document
    texts: list[Text] = [(None, document.title)]
    texts += [(passage, passage.text) for passage in document.passages]
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
    """``document`` with its publisher among its organisations: a letterhead needs no noun of bodies."""
    publisher = _further(document, document.publisher, "publisher")
    if publisher is None or publisher.evidence.passage is None:
        return document
    return replace(document, organisations=(publisher, *document.organisations))


def with_funder(document: Document) -> Document:
    """``document`` with who finances it among its organisations; a government or people is none."""
    funder = _further(document, document.funder, "funder")
    if funder is None or _NO_BODY.search(funder.name):
        return document
    return replace(document, organisations=(*document.organisations, funder))


def _further(document: Document, name: str | None, role: str) -> Organisation | None:
    """The organisation of a name that evidence for ``role`` supports, unless the document has it already."""
    found = document.evidence.get(role)
    if not name or found is None or not 1 < len(name.split()) <= _LONGEST_PUBLISHER:
        return None
    key = _words_of(name)
    known = (_words_of(each) for one in document.organisations for each in (one.name, one.acronym) if each)
    if any(key in each or each in key for each in known):
        return None
    return Organisation(name=name, evidence=replace(found, confidence=min(found.confidence, 0.6)))


def _words_of(name: str) -> str:
    """The words of a name between spaces, to find one name in another."""
    words = re.findall(r"[^\W_]+", directory.key(name))
    return f" {' '.join(words)} "


# -- Acronyms ---------------------------------------------------------------------------------


_FOREIGN_OFFICE = re.compile(r"(?:Secretaría|Ministerio)\sde\sRelaciones\sExteriores")
_CHANCELLERY = re.compile(r"Canciller[ií]a")  # another word for it
_Found = tuple[Passage | None, int, Organisation]  # with where it stands


def _organisations(document: Document, names: list[Name], rest: list[Text]) -> list[_Found]:
    """The organisations of ``names``, and those that ``rest`` knows by their acronyms only."""
    printed = list(_acronyms(rest))
    acronyms = {match[0] for _, match in printed}
    found = [_named(name, name.acronym or _acronym_of(name.body, acronyms)) for name in names]
    if any(_FOREIGN_OFFICE.search(each.name) for _, _, each in found):
        found = [each for each in found if not _CHANCELLERY.fullmatch(each[2].name)]
    taken = {organisation.acronym for _, _, organisation in found}
    known = {id(name.body) for name in names if name.body}
    speaking = _speakers(rest, Counter(match[0] for _, match in printed))
    for passage, match in printed:
        body = directory.by_acronym(match[0])
        if match[0] in taken or id(body) in known or (body and _is_told(match[0], body, found)):
            continue
        organisation = _unnamed(document, body, passage, match, speaks=match[0] in speaking)
        if organisation:
            taken.add(match[0])
            known |= {id(body)} if body else set()
            found.append((passage, match.start(), organisation))
    return found


def _is_told(acronym: str, body: Body, found: list[_Found]) -> bool:
    """Whether an office of a body was found by name: beside "DIF Tabasco" a DIF alone is that one."""
    own = directory.key(body.name("es")), directory.key(body.name("en"))
    for _, _, each in found:
        name = directory.key(each.name)
        if acronym in each.name.split() or any(one in name for one in own):
            return True
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


def _acronym_of(body: Body | None, printed: set[str]) -> str | None:
    if body is None or body.shared:
        return None
    return next((acronym for acronym in body.acronyms if acronym in printed), None)


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
