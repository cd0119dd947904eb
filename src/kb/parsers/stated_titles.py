"""A title as a page or a file states it -> the headline, without the names of site and section around it.

"Three homes open | News | Casa del Faro" stands in the head of a page, and in the properties of a PDF
that was printed from it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from kb.parsers.front_lines import key
from kb.parsers.head_lines import is_label
from kb.parsers.head_names import is_name

BETWEEN = re.compile(r"\s+(?:\||::|»|«|›|·|•|¦)\s+|\s*\|\s*|\s+::\s*")  # between a headline and a site
DASH = re.compile(r"\s+[-–—:/]\s+")
_SECTIONS = re.compile(
    r"(?:(?:latest\s)?news(?:room|\sreleases?|\sstories|\s(?:and|&)\s\w{3,12})?|home(?:\s?page)?"
    r"|press(?:\s(?:releases?|cent(?:re|er)|room|statements?))?|media(?:\scent(?:re|er)|\sreleases?|\sroom)?"
    r"|stories|articles?|publications?|documents?|statements?|resources|events|blog|updates?|portal"
    r"|noticias?|inicio|prensa|sala\sde\sprensa|comunicados?(?:\sde\sprensa)?|boletines|historias"
    r"|bolet[ií]n(?:\sde\sprensa)?|art[ií]culos?|publicaciones|documentos|gobierno|portada|actualidad"
    r"|p[aá]gina\s(?:de\s)?inicio|index|press\srelease.{0,20}|comunicado\s.{0,20})",
    re.IGNORECASE,
)
_THING = r"(?:document|documento|book|e-?book|libro|file|archivo|page|p[aá]gina)"
_PLACEHOLDER = re.compile(
    rf"[\[(<]?(?:(?:new|blank|nuevo|el|la|the)\s)?(?:{_THING}\s)?"
    r"(?:untitled|unnamed|no\stitle|unknown(?:\stitle)?|enter\stitle|sin\s(?:t[ií]tulo|nombre)"
    rf"|t[ií]tulo(?:\sdesconocido|\sdel?\s(?:la\s)?{_THING})?|desconocido|title(?:\sof\s(?:the\s)?{_THING})?|{_THING})"
    rf"(?:\s(?:{_THING}|title|t[ií]tulo|here|aqu[ií]|nuev[oa]|de\stexto)){{0,2}}[-_\s]?\(?\d{{0,3}}\)?[\])>]?"
    r"|(?:microsoft\s(?:word|powerpoint|excel|publisher)|(?:powerpoint|openoffice|libreoffice)\spresentation"
    r"|presentaci[oó]n\sde\spowerpoint)\b.{0,200}"
    r"|.{0,200}\.(?:docx?|rtf|pdf|odt|indd|pptx?|xlsx?|qxd|pmd|tex|html?|txt|dvi|wpd|epub|pub)",
    re.IGNORECASE,
)
_SHORT_NAME = 5  # words
_FEWEST_CUT = 4


def without_site(stated: str, sites: frozenset[str], lines: Sequence[str]) -> str:
    """A stated title without the names of site and section around the headline."""
    keys = {key(line): line for line in lines}
    stated = stated.strip(" .:|»«-–—")
    pieces = [piece.strip() for piece in BETWEEN.split(stated) if piece.strip()]
    if len(pieces) > 1 and (printed := next((each for each in pieces if key(each) in keys), None)):
        return printed
    left = [piece for piece in pieces if not is_furniture(piece, sites)]
    if not left:
        return ""
    best = max(left, key=lambda piece: len(piece.split())) if len(pieces) > 1 else left[0]
    return _without_dash(best, sites, keys)


def _without_dash(text: str, sites: frozenset[str], keys: Mapping[str, str]) -> str:
    """A title without a site's name before or behind a dash, which may also be a part of the headline."""
    if key(text) in keys:
        return text
    marks = [*DASH.finditer(text)]
    for mark in marks[:1]:
        first, rest = text[: mark.start()], text[mark.end() :]
        named = _is_name(first) or is_name(first)
        if is_furniture(first, sites) or (named and _begins_line(_without_section(rest), keys)):
            return _without_dash(rest, sites, keys)
    for mark in marks[-1:]:
        rest, last = text[: mark.start()], text[mark.end() :]
        if (
            is_furniture(last, sites)
            or key(rest) in keys
            or (mark[0].strip() not in ":/" and _is_site_like(last, rest))
        ):
            return _without_dash(rest, sites, keys)
    return "" if is_furniture(text, sites) else text


def _without_section(text: str) -> str:
    """What stands behind the name of a section: "Noticias - Abren tres casas"."""
    mark = DASH.search(text)
    return text[mark.end() :] if mark and _SECTIONS.fullmatch(text[: mark.start()]) else text


def _begins_line(stated: str, keys: Collection[str]) -> bool:
    """Whether a stated title is a line, or the beginning of one that was too long for the page's head."""
    start = key(stated)
    return start in keys or (
        len(stated.split()) >= _FEWEST_CUT and any(each.startswith(start) for each in keys)
    )


def _is_site_like(last: str, rest: str) -> bool:
    """Whether what stands behind a dash is a name in capitals, much shorter than what stands before."""
    return _is_name(last) and len(rest.split()) >= 4 and len(rest.split()) > len(last.split())


def _is_name(text: str) -> bool:
    words = [word for word in text.split() if len(word) > 3 or word.isupper()]
    named = bool(words) and all(word[:1].isupper() for word in words)
    return named and len(text.split()) <= _SHORT_NAME and not any(map(str.isdigit, text))


def is_furniture(text: str, sites: frozenset[str]) -> bool:
    """Whether a line names the site, a section or the kind of text and is no headline."""
    return (
        key(text) in sites or _SECTIONS.fullmatch(text) is not None or is_label(text) or is_placeholder(text)
    )


def is_placeholder(title: str) -> bool:
    """Whether a stated title is what a program put there, or the name of a file.

    >>> [is_placeholder(each) for each in ("Unknown Title", "Documento1", "Microsoft Word - guía v3.doc")]
    [True, True, True]
    >>> [is_placeholder(each) for each in ("Unknown children at the border", "Documento final de la mesa")]
    [False, False]
    """
    return _PLACEHOLDER.fullmatch(title.strip()) is not None
