"""Blocks -> passages: printed numbers become addresses, headings become paths.

Addresses follow the naming of Akoma Ntoso's parts (OASIS LegalDocML 1.0), shortened so that
they can be typed:

    p36  p2.1          a paragraph with a printed number
    p36.a  p36.1  p36.u1   an item under it: lettered, numbered, or a bullet, counted
    art3  art3.1       an article, a numbered paragraph of an article
    principle4  recommendation7  guideline2.1  rule5     where the text says so itself
    annex1  chapter2  part1  s4                           headings with a printed number
    h1  u1             headings and paragraphs without one, counted in order
                       (a text without any printed number counts its paragraphs p1, p2 ...)

What must stay true: an address is unique in its document, and one that was made from a printed
number stays the same in every edition that prints the number.

A number without a mark behind it ("36 The Committee ...") is only believed when such numbers
run 1, 2, 3 ... through the document, because a sentence may begin with "30 experts". A short
line that is nothing but a division ("Article 3", "PART I") heads what follows, whether the
format calls it a heading or not.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from kb.parsers.blocks import Block
from kb.records import Passage
from kb.text.folding import fold
from kb.text.language import language_of

# The word that names a division, in either language -> how its address begins.
_DIVISIONS = {
    "article": "art", "articulo": "art", "art.": "art",
    "principle": "principle", "principio": "principle",
    "recommendation": "recommendation", "recomendacion": "recommendation",
    "guideline": "guideline", "lineamiento": "guideline", "directriz": "guideline",
    "rule": "rule", "regla": "rule", "standard": "standard", "estandar": "standard",
    "norma": "standard", "objective": "objective", "objetivo": "objective",
    "chapter": "chapter", "capitulo": "chapter", "part": "part", "parte": "part",
    "title": "title", "titulo": "title", "section": "s", "seccion": "s",
    "annex": "annex", "anexo": "annex", "appendix": "annex", "apendice": "annex",
}  # fmt: skip
_LEVELS = {"part": 2, "title": 2, "annex": 2, "chapter": 3, "s": 4}  # what holds what; the rest is below
_LOWEST_LEVEL = 5
_CONTAINERS = ("art", "annex")  # numbered paragraphs in these belong to them
_NAMED = ("art", "annex", "principle", "recommendation", "guideline", "rule", "standard", "objective")
_COUNTED = "#"  # at the end of an address wished for: the passages that share it are counted
_DIVISION = re.compile(
    r"(?P<word>[^\W\d_]+\.?)\s+(?P<number>[0-9]+(?:\.[0-9]+)*|[IVXLC]+|[A-Z])(?:(?<=[0-9])o)?"
    r"(?P<bis>\s+(?:bis|ter|quater))?(?=$|[\s.:ºª°)–—-])(?P<mark>[.:ºª°)–—-]*)\s*"
)
# Parts of one or two digits: 68.000 is a quantity.
_NUMBER = re.compile(
    r"(?P<number>[0-9]{1,3}(?:\.[0-9]{1,2}){0,4})(?P<mark>\.-|[.)](?!\d)|\s*[–—-](?=\s)|)\s+(?=\S)"
)
_BEHIND_A_NUMBER = re.compile(r"""["'“‘«(\[¿¡…*]|[^\W\d_]""")
_QUANTITY = re.compile(r"[0-9][0-9.,]*\s?%?\s+[^\W\d_]")  # "12. 30 per cent of ..."
_ITEM = re.compile(r"(?:\((?P<a>[a-z]{1,2}|[ivx]{1,5}|[0-9]{1,2})\)|(?P<b>[a-z]|[ivx]{2,5})[).])\s+(?=\S)")
_ROMAN = re.compile(r"(?P<number>[IVXLC]+|[A-Z])[.)]\s+(?=\S)")
_FRACTION = re.compile(r"(?P<a>[IVXLC]+)(?P<b>)[.)](?:-)?\s+(?=\S)")
_PROVISION = re.compile(r"\([0-9a-z]{1,4}\)")  # "Article 3 (1) states ..."
_LIST_MARKER = re.compile(r"[0-9]{1,4}|[a-z]{1,6}")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_SHORTEST_PROSE = 60  # characters; shorter passages take the language of their document
_LONGEST_HEADING = 160
_UNADDRESSED = ("table", "preformatted")  # whatever they begin with


def passages(blocks: Sequence[Block], language: str) -> tuple[Passage, ...]:
    """The passages of a document in ``language``, with addresses, numbers and heading paths."""
    blocks = [_headed(block) for block in blocks]
    running = _running_numbers(blocks, "paragraph")
    numbered = bool(running) or any(map(_shows_number, blocks))
    running |= _running_numbers(blocks, "heading")
    outline = _Outline(counts_all=f"u{_COUNTED}" if numbered else f"p{_COUNTED}")
    return tuple(
        outline.place(block, language, unmarked=index in running) for index, block in enumerate(blocks)
    )


@dataclass
class _Outline:
    """Where in the document we are: headings above, the last numbered paragraph, addresses used."""

    counts_all: str
    headings: list[tuple[int, str, str]] = field(default_factory=list)  # level, text, address
    container: str = ""  # the article or annex that a paragraph, not a heading, has opened
    paragraph: str = ""
    items: list[str] = field(default_factory=list)  # addresses of the open list items, outermost first
    last: int = 0  # the number of the last numbered paragraph
    used: Counter[str] = field(default_factory=Counter)

    def place(self, block: Block, language: str, *, unmarked: bool) -> Passage:
        """The passage that a block becomes, and the outline moved on past it."""
        if block.kind != "item":
            self.items.clear()
        number, wished, text = self._located(block, unmarked=unmarked)
        address = self._unique(wished)
        path = self._path(block)
        self._move(block, number, wished, address)
        return Passage(
            address=address,
            text=text,
            kind=block.kind,
            number=number,
            level=block.level,
            heading=path,
            page_from=block.page,
            page_to=block.page,
            language=(len(text) >= _SHORTEST_PROSE and language_of(text)) or language,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
        )

    def _path(self, block: Block) -> tuple[str, ...]:
        if block.kind == "heading":
            while self.headings and self.headings[-1][0] >= block.level:
                self.headings.pop()
        return tuple(text for _, text, _ in self.headings)

    def _move(self, block: Block, number: str | None, wished: str, address: str) -> None:
        if number and number.isdecimal() and wished == self._inside(number):
            self.last = int(number)
        if block.kind == "heading":
            self.headings.append((block.level, block.text, address))
            self.container = ""
            self.paragraph = address if address.startswith("art") else ""
        elif block.kind == "item":
            above = max(block.level, 1) - 1
            self.items[:] = [*self.items[:above], *[""] * (above - len(self.items))]
            self.items.append(address if number and not wished.endswith(_COUNTED) else "")
        elif number and _division(block.text):
            self.paragraph = address
            self.container = address if address.startswith(_CONTAINERS) else self.container
        elif number and not _lettered(block.text):
            self.paragraph = address

    def _located(self, block: Block, *, unmarked: bool) -> tuple[str | None, str, str]:
        """The printed number, the address wished for, and the text that remains."""
        if block.kind == "heading":
            return self._heading(block, unmarked=unmarked)
        if block.kind in _UNADDRESSED:
            return None, self.counts_all, block.text
        if found := _division(block.text):
            word, number, end = found
            return _label(block.text, end), f"{word}{number}", block.text[end:] or block.text
        if printed := _printed(block, unmarked=unmarked):
            number, rest = printed
            return number, self._inside(number), rest
        if block.marker and block.marker.isdigit():
            return block.marker, self._listed(block), block.text
        if item := self._item(block.text):
            return item[0].strip(), self._under(item[1] or item[2]), block.text[item.end() :]
        if block.marker:
            shown = block.marker if any(map(str.isalnum, block.marker)) else None  # a bullet is no number
            return shown, self._listed(block), block.text
        return None, self._uncounted(), block.text

    def _uncounted(self) -> str:
        """The address of an unnumbered paragraph, which belongs to the principle or annex it stands under."""
        under = self.headings[-1][2] if self.headings else ""
        return f"{under}.u{_COUNTED}" if under.startswith(_NAMED) else self.counts_all

    def _heading(self, block: Block, *, unmarked: bool) -> tuple[str | None, str, str]:
        if found := _division(block.text):
            word, number, end = found
            return _label(block.text, end), f"{word}{number}", block.text
        if printed := _printed(block, unmarked=unmarked):
            return printed[0], f"s{printed[0]}", block.text
        if roman := _ROMAN.match(block.text):
            return roman["number"], f"s{_arabic(roman['number'])}", block.text
        if _DIVISIONS.get(fold(block.text.strip(" .:"))) == "annex":
            return None, "annex", block.text
        return None, f"h{_COUNTED}", block.text

    def _item(self, text: str) -> re.Match[str] | None:
        """A lettered item; in an article also one with a roman number, as the laws of Mexico have."""
        if item := _ITEM.match(text):
            return item
        return _FRACTION.match(text) if self.paragraph.startswith("art") else None

    def _listed(self, block: Block) -> str:
        """The address of a list item: under the item above it, else under the paragraph."""
        above = [address for address in self.items[: max(block.level, 1) - 1] if address]
        parent = above[-1] if above else self.paragraph
        marker = fold((block.marker or "").strip("()."))
        if not above and self._goes_on(marker):
            return self._inside(marker)
        if not _LIST_MARKER.fullmatch(marker):
            return f"{parent}.u{_COUNTED}" if parent else self.counts_all
        if parent:
            return f"{parent}.{marker}"
        return self._inside(marker) if marker.isdigit() else self.counts_all

    def _goes_on(self, marker: str) -> bool:
        """Whether a list carries the numbers of the paragraphs on, and is no list inside one of them."""
        if not marker.isdecimal() or not self.last or int(marker) != self.last + 1:
            return False
        return not self.items or self.items[0] == self._inside(str(self.last))

    def _inside(self, number: str) -> str:
        """The address of a numbered paragraph, which belongs to an article or annex above it."""
        for address in (self.container, *(address for _, _, address in reversed(self.headings))):
            if address.startswith(_CONTAINERS):
                return f"{address}.{number}" if address.startswith("art") else f"{address}.p{number}"
        if self.used[f"p{number}"] and self.headings:  # numbers begin anew in this section
            return f"{self.headings[-1][2]}.p{number}"
        return f"p{number}"

    def _under(self, letter: str) -> str:
        return f"{self.paragraph}.{fold(letter)}" if self.paragraph else self.counts_all

    def _unique(self, wished: str) -> str:
        self.used[wished] += 1
        count = self.used[wished]
        if wished.endswith(_COUNTED):
            return f"{wished.removesuffix(_COUNTED)}{count}"
        return wished if count == 1 else f"{wished}-{count}"


def heading_level(line: str) -> int | None:
    """The level of a short line that names a division and so heads what follows, else None.

    >>> heading_level("PART I"), heading_level("Artículo 3"), heading_level("Article 3 obliges them.")
    (2, 5, None)
    """
    goes_on = len(line) > _LONGEST_HEADING or line.rstrip().endswith((".", ";", ",", ":"))
    if found := _division(line):
        return None if goes_on and line[found[2] :] else _LEVELS.get(found[0], _LOWEST_LEVEL)
    return _LEVELS["s"] if not goes_on and line.isupper() and _ROMAN.match(line) else None


def begins_numbered(line: str) -> bool:
    """Whether a line begins like a numbered paragraph or a lettered item, with its mark."""
    number = _NUMBER.match(line)
    if number and not number["mark"]:
        return "." in number["number"] and line[number.end() :][:1].isupper()  # "2.1 The State"
    return number is not None or _ITEM.match(line) is not None


def _headed(block: Block) -> Block:
    level = heading_level(block.text) if block.kind == "paragraph" else None
    return replace(block, kind="heading", level=level) if level else block


def _division(text: str) -> tuple[str, str, int] | None:
    """How the address begins, its number, and where the label ends."""
    found = _DIVISION.match(text)
    word = _DIVISIONS.get(fold(found["word"])) if found else None
    if found is None or word is None or not _labels(text, found):
        return None
    number = found["number"]
    number = number if number[0].isdigit() else str(_arabic(number))
    return word, number + (found["bis"] or "").strip(), found.end()


def _labels(text: str, found: re.Match[str]) -> bool:
    """Whether the words are a label and not the beginning of a sentence ("Article 3 obliges")."""
    rest = text[found.end() :]
    if not rest or found["mark"]:
        return True
    if _PROVISION.match(rest):
        return False
    return text[: found.end()].isupper() or not rest[:1].islower()


def _label(text: str, end: int) -> str:
    return text[:end].strip(" .:-–—)")


def _lettered(text: str) -> bool:
    return (_ITEM.match(text) or _FRACTION.match(text)) is not None


def _printed(block: Block, *, unmarked: bool) -> tuple[str, str] | None:
    """The number a paragraph begins with and the text behind it."""
    if block.kind in _UNADDRESSED:
        return None
    found = _NUMBER.match(block.text)
    if found is None or not (found["mark"] or unmarked or found["number"].count(".")):
        return None
    number, mark, rest = found["number"], found["mark"].strip(), block.text[found.end() :]
    # "3.5 million" has no mark before its small letter, "14 – 16 years" no full stop before its digit.
    if _BEHIND_A_NUMBER.match(rest):
        return (number, rest) if mark or not rest[0].islower() else None
    return (number, rest) if mark[:1] in (".", ")") and _QUANTITY.match(rest) else None


def _shows_number(block: Block) -> bool:
    return bool(block.marker and block.marker.isdigit()) or (
        block.kind != "heading" and _printed(block, unmarked=False) is not None
    )


def _running_numbers(blocks: Sequence[Block], kind: str) -> set[int]:
    """The blocks of a kind that continue a run 1, 2, 3 ... of numbers which have no mark."""
    members: list[int] = []
    for index, block in enumerate(blocks):
        printed = _printed(block, unmarked=True) if block.kind == kind else None
        if printed and printed[0] == str(len(members) + 1) and not begins_numbered(block.text):
            members.append(index)
    return set(members) if len(members) > 1 else set()


def _arabic(roman: str) -> int | str:
    """The value of a roman numeral; a letter stays a letter.

    >>> _arabic("IX"), _arabic("B")
    (9, 'b')
    """
    if not set(roman) <= set(_ROMAN_VALUES):
        return roman.lower()
    values = [_ROMAN_VALUES[letter] for letter in roman]
    following: Iterable[int] = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))
