"""Who published a document, where its metadata does not say.

The treaty body or court whose symbol it carries has published it; for a general comment, the body of
the treaty it names. Of releases nothing tells for sure, so that every sign is weighed, as a careful
reader does: who stands in the letterhead, who is presented at the end, who the headline and the first
sentence begin with, whose office and e-mail address answer questions. A body that is only mentioned
has none of these signs. The heaviest wins, if it is heavy enough; of a text that several give out
together, only the lines around it can name one.

What a page's data state stays, unless it is the name of a site ("gob.mx").
"""

from __future__ import annotations

import re
from dataclasses import replace

from kb.extractors import directory, embassies, issuers, letterheads, publisher_mentions, spelled_names
from kb.extractors.evidence import noted
from kb.extractors.front import front, lines_of
from kb.extractors.official_names import EDGES, is_unit
from kb.extractors.publisher_signs import MOST_NAMES, MOST_TEXT, Sign
from kb.places import place_code
from kb.records import Document, Evidence, Organisation
from kb.text.folding import fold

_GENERAL_COMMENT = re.compile(
    r"(?:joint\s)?general\s(?:comment|recommendation)\b|(?:observaci[oó]n|recomendaci[oó]n)\sgeneral\b",
    re.IGNORECASE,
)
_SITE = re.compile(
    r"(?:www\.)?[\w-]+(?:\.[\w-]+)+|(?:sala\sde\sprensa|press\s(?:room|centre|center)|newsroom|noticias|news|home|inicio"
    r"|portal|blog|website|sitio\sweb)",
    re.IGNORECASE,
)
# What a site adds to the acronym or the name of whose it is: "Portal ICBF", "UCA Noticias".
_SITE_OF = re.compile(
    r"(?:portal|noticias|p[aá]gina\sweb|sitio\sweb|sala\sde\sprensa)(?:\s(?:oficial|institucional))?(?:\s(?:del?|de\sla))?\s(?P<whose>.+)"
    r"|(?P<before>.+?)\s(?:news|newsroom|noticias|website|press\sroom)",
    re.IGNORECASE,
)
_HONOURABLE = re.compile(r"^(?:h\.|honorable|the\shonou?rable)\s")  # "H. Congreso del Estado"
_ENOUGH = 3.0
_Found = tuple[str, Evidence] | None


def fill(document: Document) -> Document:
    """``document`` with its publisher, where its symbol, its lines or its text tell."""
    stated = document.publisher
    if document.kind == "digest" or document.digest_of:
        return document
    if stated and not _is_site(document, stated):
        return _of_site(document, stated) or _in_long_form(document, stated)
    found = _by_symbol(document) or _by_treaty(document) or _by_signs(document) or _by_spelling(document)
    if found is None:
        return document
    return _of_site(document, found[0]) or noted(document, "publisher", found[1], publisher=found[0])


def _of_site(document: Document, name: str) -> Document | None:
    """The document of the body whose site has the name: "Portal ICBF", "Noticias UCA"."""
    site = _SITE_OF.fullmatch(name)
    short = (site["whose"] or site["before"]) if site else ""
    organisation = _organisation(document, short) if short else None
    if organisation is None and short.isupper() and len(short) > 1:
        begun = [each for each in document.organisations if _initials(each.name).startswith(short)]
        organisation = begun[0] if len(begun) == 1 else None
    if organisation is None:
        return None
    found = replace(organisation.evidence, confidence=0.7)
    return noted(document, "publisher", found, publisher=_shown(document, organisation.name))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _in_long_form(document: Document, stated: str) -> Document:
    """The body of a site's name that begins with its acronym, "OIM Honduras", as the text spells it out."""
    longer = next((each for each in document.organisations if embassies.are_one(stated, each.name)), None)
    if longer and len(longer.name) > len(stated):
        return noted(document, "publisher", longer.evidence, publisher=longer.name)
    acronym = stated.partition(" ")[0]
    organisation = _organisation(document, acronym) if acronym.isupper() and len(acronym) > 2 else None
    if "publisher" in document.evidence or not organisation or organisation.acronym != acronym:
        return document
    if fold(organisation.name) not in fold(document.text):
        return document
    return noted(
        document, "publisher", replace(organisation.evidence, confidence=0.8), publisher=organisation.name
    )


def _is_site(document: Document, stated: str) -> bool:
    """Whether the page's data name a site and no body: "gob.mx", "Sala de prensa"."""
    return "publisher" not in document.evidence and bool(_SITE.fullmatch(stated.strip()))


def _by_symbol(document: Document) -> _Found:
    bodies = directory.by_symbol(document.symbol or "")
    if not bodies:
        return None
    joint = " / ".join(body.name(document.language) for body in bodies)
    return joint, Evidence(confidence=0.95, inferred=True)


def _by_treaty(document: Document) -> _Found:
    """General comments are made by the body of the treaty that they, or else their text, name first.

    One with a symbol that is of none of these bodies is another's.
    """
    if document.symbol or not _GENERAL_COMMENT.match(document.title):
        return None
    opening = "\n".join([document.title, *(passage.text for passage in document.passages[:8])])
    named = directory.by_treaty(opening)
    return (named.name(document.language), Evidence(confidence=0.7, inferred=True)) if named else None


# Weighing ------------------------------------------------------------------------------------


def _by_signs(document: Document) -> _Found:
    """The body that most speaks for."""
    signs = [
        *letterheads.signs(document),
        *issuers.signs(document),
        *publisher_mentions.of_agency(document),
    ]
    signs = signs or [*issuers.at_the_foot(document)]
    joint = letterheads.is_joint(document)
    mentioned = publisher_mentions.signs(document, [sign.name for sign in signs])
    signs += [sign for sign in mentioned if not joint or _opens_as_coalition(sign)]
    keys = [_key(document, sign.name) for sign in signs]
    strongest: dict[tuple[str, str], float] = {}
    for key, sign in zip(keys, signs, strict=True):
        strongest[key, sign.kind] = max(strongest.get((key, sign.kind), 0.0), sign.weight)
    weights: dict[str, float] = {}
    for (key, _), weight in strongest.items():
        weights[key] = weights.get(key, 0.0) + weight
    # A body that enough speaks for is named before the unit that wrote for it.
    best = max(
        weights, key=lambda key: (weights[key] >= _ENOUGH and not is_unit(key), weights[key]), default=""
    )
    if weights.get(best, 0.0) < _ENOUGH:
        return None
    speaking = (sign for key, sign in zip(keys, signs, strict=True) if key == best)
    first = max(speaking, key=lambda sign: sign.weight)
    confidence = round(min(0.95, 0.4 + weights[best] * 0.05), 2)
    return _shown(document, first.name), replace(first.found, confidence=confidence)


def _by_spelling(document: Document) -> _Found:
    """The body whose name opens the text and that its address spells, where nothing else speaks for any."""
    sign = next(spelled_names.signs(document), None)
    return (_shown(document, sign.name), replace(sign.found, confidence=0.55)) if sign else None


def _opens_as_coalition(sign: Sign) -> bool:
    """Whether the first sentence of a text that several give out begins with the coalition they form."""
    return sign.kind == "text" and sign.weight >= _ENOUGH and issuers.is_coalition(sign.name)


def _key(document: Document, name: str) -> str:
    """What all names of a body in a document share."""
    organisation = _organisation(document, name)
    return _HONOURABLE.sub("", directory.key(organisation.name if organisation else name))


def _organisation(document: Document, name: str) -> Organisation | None:
    wanted = directory.key(name)
    return next(
        (
            each
            for each in document.organisations[:MOST_NAMES]
            if wanted in (directory.key(each.name), directory.key(each.acronym or each.name))
            or embassies.are_one(each.name, name)
            or (name.isupper() and (each.acronym or "").startswith(f"{name} "))
        ),
        None,
    )


def _as_printed(document: Document, name: str) -> str:
    """The office or the acronym that a letterhead prints of a body whose name stands nowhere."""
    body = directory.named(name)
    if body is None or fold(name) in fold(f"{document.title}\n{document.text}"):
        return name
    offices = (_country_office(document, acronym) for acronym in body.acronyms)
    return next(filter(None, offices), name)


def _country_office(document: Document, acronym: str) -> str | None:
    """The line of a letterhead that names an agency's office in a country: "UNHCR Belize"."""
    for _, _, line in lines_of(front(document)):
        agency, _, country = line.strip(EDGES).partition(" ")
        if agency == acronym and place_code(country):
            return line.strip(EDGES)
    return None


def _shown(document: Document, name: str) -> str:
    """The long form where the document prints it, else what it prints."""
    organisation = _organisation(document, name)
    if organisation is None:
        return _as_printed(document, name)
    text = f"{document.title}\n{document.text}"
    printed = fold(organisation.name) in fold(text)
    if printed and organisation.acronym and f"{organisation.acronym}, " in text:
        both = (  # "UNHCR, the UN Refugee Agency,"
            rf"(?<!\w){re.escape(organisation.acronym)}, (?:the|la|el) {re.escape(organisation.name)}(?!\w)"
        )
        if beside := re.search(both, text[:MOST_TEXT]):
            return _country_office(document, organisation.acronym) or beside[0]
    return organisation.name if printed else organisation.acronym or name
