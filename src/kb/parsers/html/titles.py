"""The title of a page: its headline, without the name of the site or section.

The heading that the head of the page names too is the title. Where there is none, it is what the
head states without the pieces that are the site's name, a section, or a domain; where the head
states only those, it is the largest line of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from bs4.element import NavigableString, Tag

from kb.parsers.blocks import Block
from kb.parsers.front_lines import Stated, key
from kb.parsers.head_names import is_name
from kb.parsers.headlines import title_among
from kb.parsers.html import linked, metadata, tree
from kb.parsers.html.metadata import Meta
from kb.parsers.stated_titles import BETWEEN, DASH, is_furniture, without_site
from kb.places import code_of, place_code
from kb.text.folding import fold, normalise, squeeze
from kb.text.wholes import whole

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_MOST_HEADLINES = 5  # a page with more h1 uses them for sections
_LONGEST = 400
_LONGEST_NAME = 10
_NO_BODY = re.compile(
    r"\d|\b(?:news|noticias|portal|online|blog|magazine|revista|diario|tv|radio|website|site|web)\b|[?!“”\"]",
    re.IGNORECASE,
)
_PART_OF_A_NAME = re.compile(
    r"(?!(?:The|El|La|Los|Las|At|In|En|By|Por|About|Sobre)\b)[^\W\d_a-z][^\W_]{0,30}[ -]\Z"
)
_GOES_ON = re.compile(r" (?:(?:of|de|del|for|para|the|la|el|los|y|and) ){0,3}[^\W\d_a-z]")
_OF_COUNTRY = re.compile(
    r" (?:of|de|del) (?:(?:the|la|el|los|las) )?(?P<country>[^\W\d_a-z][^\W\d_]+(?: [^\W\d_a-z][^\W\d_]+)?)"
)
_COUNTRY_BEHIND = re.compile(
    r" (?P<country>[^\W\d_a-z][^\W\d_]+(?: [^\W\d_a-z][^\W\d_]+)?)(?= [–—-]|[,.;:\n]|$)"
)
_NEWS = re.compile(r"\s(?:News(?:room|\sCenter)?|Noticias|Prensa|Press(?:\sRoom)?|Today)$")
_YEARS = re.compile(
    r" \d{4}(?: ?[-–] ?\d{4})?$"
)  # of a government's term: "Ayuntamiento de San Faro 2021-2024"
# The offices of a state: their pages are theirs, whether the text prints their name or not.
_OFFICE = re.compile(
    r"(?:Defensor[ií]a|Ministerio|Secretar[ií]a|Procuradur[ií]a|Fiscal[ií]a|Canciller[ií]a"
    r"|Instituto Nacional|Comisi[oó]n Nacional"
    r"|Ministry|Department|Office of the|National (?:Commission|Institute)|Ombuds\w{3,6})\b"
)
# Bodies that give out texts of their own, unlike houses and papers that bear a name.
_INSTITUTION = re.compile(
    r"\b(?:Fundaci[oó]n|Foundation|Universidad|University|Institut[eo]|Asociaci[oó]n|Association|Observator(?:io|y)"
    r"|(?:Arqui|Archi?)?di[oó]ces(?:is|e)|Coalici[oó]n|Coalition|Cruz\sRoja|Red\sCross|Consulado|Consulate|Embajada"
    r"|Embassy|Alcald[ií]a|Municipalidad|Ayuntamiento|Congreso\sdel?|Asamblea\s(?:Legislativa|Nacional)|Senado\sde|Synod|S[ií]nodo"
    r"|Conferencia\sEpiscopal|Bishops['’]?\sConference)\b",
    re.IGNORECASE,
)
_TELLING = 5  # words of a stated title that can be a headline the text does not print
_MOST_BLOCKS = 60  # that are looked at
_LONGEST_LINE = 300
_HEADS_SITE = frozenset("a p span div td b strong font h1 h2 h3 h4 h5".split())
_PARTED = ("font", "div", "h1", "h2", "h3")  # a paragraph's are read as a letterhead's
_MOST_LINES = 3  # of a site's head
_MOST_ELEMENTS = 300
_HEAD = frozenset(("header", "head", "masthead", "banner", "cabecera", "encabezado", "cabezal"))
_LOGO = frozenset(("logo", "brand", "branding", "sitename"))


def title(soup: BeautifulSoup, meta: Meta, stated: linked.Entry, blocks: Sequence[Block]) -> str | None:
    """The headline of a page, if anything in it tells one."""
    sites = _sites(soup, meta, stated)
    lines = [block for block in blocks[:_MOST_BLOCKS] if not is_furniture(block.text, sites)]
    heads = [head for head in _above_sections(_headlines(soup), blocks) if not is_furniture(head, sites)]
    texts = [*heads, *(line.text for line in lines)]
    own = _in_title(soup)
    names = [name for name in _stated(soup, meta, stated) if name]
    cut = [Stated(left, name != own) for name in names if (left := without_site(name, sites, texts))]
    found = title_among(lines, heads=heads, stated=cut)
    return _better(found, [*names, *(each.text for each in cut)]) if found else None


def site(soup: BeautifulSoup, headline: str | None) -> str | None:
    """The organisation whose name stands beside the headline in the head, if the page prints it too.

    One piece must remain without headline and sections. The name of an office of a state that is all the head
    adds to the headline need not be printed. An acronym is left to those who know whose
    it is, and a name that the page only prints as a part of a longer one is not the whole name.
    """
    stated = _YEARS.sub("", _in_title(soup))
    own = key(headline or "")
    pieces = [piece for part in BETWEEN.split(stated) for piece in DASH.split(part)]
    named = [_without_news(_YEARS.sub("", piece.strip(" .:"))) for piece in pieces if len(key(piece)) > 1]
    names = [
        name for name in named if key(name) not in own or (key(name) != own and _stands_alone(soup, name))
    ]
    left = [name for name in names if not is_furniture(name, frozenset()) and metadata.is_body(name)]
    if len(left) != 1:  # the headline of the head may differ from that of the page
        left = [name for name in left if is_name(name)] or left
    if len(left) != 1:
        left = [name for name in left if _is_name_of_a_body(name)]
    if len(left) != 1 or not _is_name_of_a_body(left[0]):
        return None
    text = tree.text_of(tree.first(soup, "body") or soup, tree.unseen)
    body = _OFFICE.match(left[0]) or _INSTITUTION.search(left[0])
    others = [piece for piece in named if piece != left[0]]
    added = _is_added(stated, left[0], own) or all(_is_no_other(piece, own) for piece in others)
    alone = _stands_alone(soup, left[0]) or (body and added)
    return _printed(text, left[0]) or ((_longer(text, left[0]) or left[0]) if alone else None)


def _without_news(piece: str) -> str:
    """The body whose news a piece of the head is: "Valley University News"."""
    body = _NEWS.sub("", piece)
    return body if body != piece and is_name(body) else piece


def _is_added(stated: str, name: str, own: str) -> bool:
    """Whether a name beside the headline, whose key is ``own``, is all that the head adds to it."""
    first, *rest = BETWEEN.split(stated)
    if rest and _YEARS.sub("", first) == name and " " in rest[-1].strip():
        return all(key(piece) in own for piece in rest)  # "Ayuntamiento de San Faro 2021-2024 » The headline"
    stated = stated if stated.endswith(name) else _NEWS.sub("", stated)
    return bool(own) and stated.endswith(name) and key(stated.removesuffix(name).rstrip(" -–—|·:")) == own


def _is_no_other(piece: str, own: str) -> bool:
    """Whether a piece of the head is a section or the headline, whose key is ``own``, and no other body."""
    section = is_furniture(piece, frozenset()) and not piece.isupper()
    return section or (" " in piece and own.startswith(key(piece)))


def _stands_alone(soup: BeautifulSoup, name: str) -> bool:
    """Whether an element near the top prints a name and nothing else, as a site's head does."""
    tags = islice(tree.named(soup, _HEADS_SITE), _MOST_ELEMENTS)
    looked_for = key(name)
    return any(looked_for in (key(tree.brief(tag, 3)), _opening_of(tag), *_lines_of(tag)) for tag in tags)


def _opening_of(tag: Tag) -> str:
    """The key of the words before a menu, in an element of a site's head that has both."""
    first = next(iter(tag.contents), None)
    menu = isinstance(first, NavigableString) and any(isinstance(each, Tag) for each in tag.contents)
    return key(first) if menu and tree.words_of(tag) & _HEAD else ""


def _lines_of(tag: Tag) -> list[str]:
    """The keys of the first lines of an element that line breaks divide."""
    parted = tag.name in _PARTED and any(getattr(each, "name", "") == "br" for each in tag.contents)
    return [key(line) for line in islice(tag.stripped_strings, _MOST_LINES)] if parted else []


def _printed(text: str, name: str) -> str | None:
    """The name as a text has it, its country with it, where it is no part of a longer one."""
    for start in whole(name, text):
        end = start + len(name)
        of_country, behind = _OF_COUNTRY.match(text, end), _COUNTRY_BEHIND.match(text, end)
        if of_country and place_code(of_country["country"]):
            end = of_country.end()
        elif behind and code_of(behind["country"]):
            end = behind.end()
        if not _PART_OF_A_NAME.search(text[max(0, start - 33) : start]) and not _GOES_ON.match(text, end):
            return text[start:end]
    return None


def _longer(text: str, name: str) -> str | None:
    """The name as a text has it with a word more: "Alcaldía Municipal de Farol"."""
    between = r"(?: [^\W\d_a-z][^\W\d_]+){0,2} "
    form = re.compile(rf"(?<!\w){between.join(map(re.escape, name.split()))}(?!\w)")
    found = next((each for each in form.finditer(text) if name not in each[0]), None)
    return found[0] if found else None


def _is_name_of_a_body(name: str) -> bool:
    words = name.split()
    long = [word for word in words if len(word) > 3]
    named = (
        bool(long)
        and all(word[:1].isupper() for word in long)
        and (words[0].endswith(".") or not words[0].isupper())
    )
    return named and 2 <= len(words) <= _LONGEST_NAME and (_NO_BODY.search(name) is None or is_name(name))


def _better(head: str, names: Sequence[str]) -> str:
    """The headline in the letters of the head of the page, where its own are all capitals."""
    if not head.isupper():
        return head
    return next((name for name in names if fold(name) == fold(head) and not name.isupper()), head)


def _headlines(soup: BeautifulSoup) -> list[str]:
    """The texts of the first headings that are no logo."""
    found = []
    headings = list(islice(tree.named(soup, ("h1",)), _MOST_HEADLINES))
    for tag in headings or islice(filter(_is_called_headline, tree.elements(soup)), _MOST_HEADLINES):
        text = tree.text_of(tag, tree.unseen)
        if text and len(text) <= _LONGEST and not tree.words_of(tag) & _LOGO and not tree.silent(tag):
            found.append(text)
    return found


def _above_sections(heads: Sequence[str], blocks: Sequence[Block]) -> Iterator[str]:
    """The headings up to the first that the text prints; those behind it head its sections."""
    printed = {key(block.text) for block in blocks}
    for head in heads:
        yield head
        if key(head) in printed:
            return


def _is_called_headline(tag: Tag) -> bool:
    """Whether an element says that it is the headline, by its microdata or class."""
    if tag.get("itemprop") == "headline" and tag.name != "meta":
        return True
    words = tree.words_of(tag) if tag.name in ("h2", "h3", "div", "p", "font", "span", "td") else frozenset()
    return bool(
        words & {"titular", "headline"} or {"entry", "title"} <= words or {"article", "title"} <= words
    )


def _stated(soup: BeautifulSoup, meta: Meta, stated: linked.Entry) -> Iterator[str]:
    """The titles that the head states, the most exact first."""
    yield meta.get("og:title", "")
    yield linked.text(stated, "headline")
    yield from (
        meta.get(name, "") for name in ("citation_title", "dc.title", "dcterms.title", "twitter:title")
    )
    yield _in_title(soup)
    yield linked.text(stated, "name")


def _in_title(soup: BeautifulSoup) -> str:
    stated = tree.first(soup, "title")
    return squeeze(normalise(stated.get_text(" "))) if stated else ""


def _sites(soup: BeautifulSoup, meta: Meta, stated: linked.Entry) -> frozenset[str]:
    """The names of the site, folded: as declared, and its domain's."""
    host = metadata.host(metadata.address(soup, meta))
    parts = [host, *host.split(".")[:-1]]
    named = [
        meta.get("og:site_name", ""),
        meta.get("application-name", ""),
        linked.body(stated),
        meta.get("dc.publisher", ""),
    ]
    return frozenset(key(each) for each in (*named, *parts) if len(each) > 1)
