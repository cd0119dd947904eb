"""What a parser hands over: blocks, and what the file declares about itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from kb.parsers.blocks import Block
from kb.parsers.numbering import heading_level
from kb.records import DigestOf, Evidence, PartialDate
from kb.text.dates import find_dates, parse_date
from kb.text.folding import squeeze

_LABEL = re.compile(
    r"(?:(?:press|news|media)\s+(?:release|note|statement)|comunicado(?:\s+de\s+prensa)?"
    r"|bolet[ií]n(?:\s+de\s+prensa)?|nota\s+(?:de\s+prensa|informativa)|for\s+immediate\s+release"
    r"|para\s+publicaci[oó]n\s+inmediata).{0,25}",
    re.IGNORECASE,
)
_SYMBOL = re.compile(r"[A-Z]+(?:/[\w.()-]+)+|[\d\W]+")
# What stands above a title in UN documents: the body, the symbol, distribution, original language.
_LETTERHEAD = re.compile(
    r"(?:United Nations|Naciones Unidas|Distr\.|Original\s*:|Adopted|Aprobad[ao]|Published|Publicad[ao]"
    r"|Fecha|Date)(?!\w).{0,100}|.{0,60}\b[A-Z]{1,6}(?:/[\w.()-]+){2,}.{0,40}"
    r"|[A-Z]{2,8}(?:\s*[,/&-]\s*[A-Z]{2,8})*"
)
# Who publishes, when a label or a date follows: the headline comes after those.
_PUBLISHER = re.compile(
    r"(?:Secretar[ií]a|Ministerio|Ministry|Instituto|Institute|Procuradur[ií]a|Comisi[oó]n|Commission|Defensor[ií]a"
    r"|Gobierno|Government|Oficina|Office|Rep[uú]blica|Republic|Organizaci[oó]n|Organi[sz]ation|Fondo|Congreso"
    r"|Consejo|Council|Direcci[oó]n|Departamento|Department|Fiscal[ií]a|Consulado|Embajada|Embassy)\b.{0,120}",
    re.IGNORECASE,
)
_BREADCRUMB = re.compile(r".{0,80}\s[>›»/|]\s.{0,80}\s[>›»/|]\s.{0,80}")
_LONGEST_DATELINE = 60
_LONGEST_TITLE = 500
_LONGEST_SENTENCE = 150  # a longer line that ends like a sentence is prose
_NEAR_THE_TOP = 8  # blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One file, taken apart. Values are those that the file states, not those of its prose."""

    blocks: tuple[Block, ...]
    id: str | None = None
    kind: str | None = None
    title: str | None = None
    language: str | None = None
    publisher: str | None = None
    symbol: str | None = None
    published: PartialDate | None = None
    source: str | None = None
    digest_of: DigestOf | None = None
    undecodable: int = 0
    evidence: Mapping[str, Evidence] = field(default_factory=dict)


def without_title(blocks: list[Block], title: str) -> tuple[Block, ...]:
    """The blocks without the heading that only repeats the title."""
    for index, block in enumerate(blocks[:8]):
        if squeeze(block.text).casefold() == squeeze(title).casefold():
            return (*blocks[:index], *blocks[index + 1 :])
    return tuple(blocks)


def title_among(blocks: list[Block]) -> str | None:
    """The first heading near the top, else the first short line there, else the first heading.

    "Press release", a symbol, a letterhead, a date, "Article 1" and a long sentence are no titles;
    a text that has nothing else is called by its first words.
    """
    headings = [block for block in blocks if block.kind == "heading" and block.level <= 2]
    first = blocks[:_NEAR_THE_TOP]
    candidates = [block for block in headings if block in first] + first
    texts = [squeeze(block.text) for block in candidates]
    for text, after in zip(texts, [*texts[1:], ""], strict=False):
        if _PUBLISHER.fullmatch(text) and (_LABEL.fullmatch(after) or _is_dated(after)):
            continue
        if not _is_no_title(text):
            return text
    return squeeze(headings[0].text) if headings else _beginning(blocks)


def is_label(line: str) -> bool:
    """Whether a line is a label above a title: "Press release No. 12", a symbol's line, letterhead."""
    return bool(line) and any(pattern.fullmatch(line) for pattern in (_LABEL, _LETTERHEAD))


def _is_no_title(text: str) -> bool:
    prose = text.endswith(".") and len(text) > _LONGEST_SENTENCE
    patterns = (_LABEL, _SYMBOL, _LETTERHEAD, _BREADCRUMB)
    above = any(pattern.fullmatch(text) for pattern in patterns)
    return bool(prose or above or heading_level(text)) or len(text) > _LONGEST_TITLE or _is_dated(text)


def _is_dated(text: str) -> bool:
    """Whether a line is a date, alone or behind a place: "México, D.F., a 14 de julio de 2014"."""
    dates = find_dates(text) if len(text) <= _LONGEST_DATELINE else []
    return parse_date(text) is not None or any(
        mention.end >= len(text.rstrip(" .")) and text[: mention.start].count(" ") <= 5 and "," in text
        for mention in dates
    )


def _beginning(blocks: list[Block]) -> str | None:
    """The first words of a text without a title, so that it can be told apart in a list."""
    text = squeeze(blocks[0].text) if blocks else ""
    if len(text) <= _LONGEST_SENTENCE:
        return text or None
    return f"{text[:_LONGEST_SENTENCE].rpartition(' ')[0] or text[:_LONGEST_SENTENCE]} …"
