"""Where in a document we are, and so which address a block has.

Addresses are those that `numbering` describes. A plain number is the document's own ("p36") where it is
one of those that run through it (`runs`); else it belongs to the paragraph or heading above it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from kb.parsers.blocks import Block
from kb.parsers.divisions import (
    ROMAN,
    Division,
    arabic,
    division,
    ends_a_text,
    is_roman,
    is_transitory,
    label,
    unnumbered_annex,
)
from kb.parsers.printed import FRACTION, ITEM, UNADDRESSED, compound, in_words, is_lettered, printed
from kb.parsers.runs import Number
from kb.text.folding import fold

_CONTAINERS = ("art", "annex", "transitory")  # numbered paragraphs in these belong to them
_NAMED = (  # an unnumbered paragraph under one of these is counted there
    "art", "annex", "principle", "recommendation", "guideline", "rule", "standard", "objective", "step",
    "measure", "criterion", "action", "indicator", "goal", "strategy", "line", "finding", "conclusion",
    "commitment", "obligation", "question", "transitory",
)  # fmt: skip
_ENACTED = tuple(each for each in _NAMED if each not in ("annex", "transitory"))
_COUNTED = "#"  # at the end of an address wished for: the passages that share it are counted
HOLDERS = ("part", "title", "annex", "module", "chapter", "unit", "session", "s")  # the larger first
_HOLDS_LETTERS = re.compile(r"(?:s|chapter|part|title|annex|module|unit)[0-9][0-9.]*")
_ENDS_WITH_A_LETTER = re.compile(r"s(?:[0-9]+\.)?[a-z]")
_SECTION = re.compile(r"s[0-9a-z](?:[.0-9]|$)")  # the address of a heading with a number and no word
_DIVISION = re.compile(rf"{_SECTION.pattern}|(?:part|title|chapter)[0-9]")  # or of a law, with both
_AT_THE_TOP = re.compile(r"(?:part|title|module|chapter|unit|s)[0-9]|transitory")
_LOWER_ROMAN = re.compile(r"[ivxl]+")
_LIST_MARKER = re.compile(r"[0-9]{1,4}|[a-z]{1,6}")


class Place(NamedTuple):
    """What the outline says of a block: number as printed, address, the text behind the number, the path."""

    block: Block
    number: str | None
    address: str
    text: str
    path: tuple[str, ...]


class _Heading(NamedTuple):
    level: int
    text: str
    address: str


class _List(NamedTuple):
    """A run of numbers that belongs to one place: how its addresses begin, its last number, its heading."""

    prefix: str
    last: int
    heading: str


@dataclass
class Outline:
    """Headings above, the last numbered paragraph, the items that are open, addresses used."""

    counts_all: str  # how the address of a paragraph without a number begins: "u", or "p" if none has one
    restarting: frozenset[str]  # divisions whose numbers begin anew in every title or part
    lettered: frozenset[str]  # divisions that have letters, among which I is no Roman numeral
    running: frozenset[int]  # blocks whose numbers are believed because they are one of a run
    ending: frozenset[int]  # blocks that are provisions of when a text is in force
    through: frozenset[int] | None = None  # blocks whose plain numbers run through the document; None: all
    numbers: list[Number] = field(default_factory=list)  # the plain numbers met so far
    headings: list[_Heading] = field(default_factory=list)
    container: str = ""  # the article or annex that a paragraph, not a heading, has opened
    paragraph: str = ""
    items: list[str] = field(default_factory=list)  # addresses of the open list items, outermost first
    run: _List | None = None  # the numbered list that a paragraph or heading holds
    announcing: str = ""  # the address of the last text, if it ended in a colon
    fraction: str = ""  # the address of the last item with a capital roman number, for the letters below it
    letter: str = ""  # the address of the last lettered item, for the roman numbers below it
    roman: int = 0  # the last of these
    bracketed: bool = False  # paragraphs are numbered "(1)", "(2)"
    letters: dict[int, str] = field(default_factory=dict)  # the last letter of the headings of each level
    at: int = -1  # which block
    used: Counter[str] = field(default_factory=Counter)
    taken: set[str] = field(default_factory=set)

    def place(self, block: Block) -> Place:
        """Where a block stands, and the outline moved on past it."""
        self.at += 1
        if block.kind not in ("item", "footnote"):
            self.items.clear()
        block = self._levelled(block)
        number, wished, text = self._located(block)
        address = self._unique(wished)
        path = self._path(block)
        self._move(block, number, wished, address)
        return Place(block, number, address, text, path)

    # Headings

    def _levelled(self, block: Block) -> Block:
        """A heading "A. ..." beside its chapter put below it; an annex put at the top."""
        if block.kind != "heading":
            return block
        if roman := ROMAN.match(block.text):
            letter = roman["number"] in "AB" or bool(self.letters.get(block.level + 1))
            levels = (each.address for each in reversed(self.headings) if each.level == block.level)
            beside = next(levels, "")
            holds = _HOLDS_LETTERS.fullmatch(beside) and not beside.startswith("s")
            return replace(block, level=min(block.level + 1, 6)) if letter and holds else block
        found = division(block.text)
        alike = next((each for each in self.headings if found and _is_beside(each.text, found)), None)
        if alike and alike.level < block.level:
            return replace(block, level=alike.level)
        top = self.headings[0] if self.headings else None
        if top and top.level < block.level and _AT_THE_TOP.match(top.address) and ends_a_text(block.text):
            return replace(block, level=top.level)
        return block

    def _path(self, block: Block) -> tuple[str, ...]:
        if block.kind == "heading":
            while self.headings and self.headings[-1].level >= block.level:
                self.headings.pop()
        return tuple(each.text for each in self.headings)

    def _heading(self, block: Block) -> tuple[str | None, str, str]:
        if found := division(block.text):
            return label(block.text, found.end), self._divided(found), block.text
        if shown := printed(block, unmarked=self.at in self.running):
            return shown[0], self._section(block.level, _plain(shown[0])), block.text
        if parts := compound(block.text):
            return parts[0], self._compound(parts[1], parts[2]), block.text
        if roman := ROMAN.match(block.text):
            return roman["number"], self._lettered_or_roman(block.level, roman["number"]), block.text
        if is_transitory(block.text):
            return None, "transitory", block.text
        if unnumbered_annex(block.text):
            return None, "annex", block.text
        return None, f"h{_COUNTED}", block.text

    def _lettered_or_roman(self, level: int, shown: str) -> str:
        """The address of a heading with a letter (A, B, C) or a roman number (I, II; and C after B)."""
        last = self.letters.get(level, "")
        goes_on = len(shown) == 1 and bool(last) and ord(shown) == ord(last) + 1
        if shown not in "AB" and not goes_on and is_roman(shown):
            return f"s{arabic(shown)}"
        self.letters[level] = shown
        above = self._above(level)
        under = above if _HOLDS_LETTERS.fullmatch(above) else ""
        return f"{under}.{shown.lower()}" if under else f"s{shown.lower()}"

    def _compound(self, above: str, below: str) -> str:
        """The address of "II.1" or "A.2": a number below a section that has a roman one or a letter."""
        ends = (f"s{above}", f".{above}")
        holder = next((each.address for each in reversed(self.headings) if each.address.endswith(ends)), "")
        return f"{holder or f's{above}'}.{below}"

    def _divided(self, found: Division) -> str:
        """The address of "Chapter II": where chapters begin anew, with the title that it stands in."""
        word = found.word
        above = [each.address for each in reversed(self.headings)]
        if word == "art" and "transitory" in above:
            return f"transitory.{found.number}"
        number = found.letter if found.letter and word in self.lettered else found.number
        holders = HOLDERS[: HOLDERS.index(word)] if word in self.restarting else ()
        holder = next((each for each in above if each.rpartition(".")[2].startswith(holders or "?")), "")
        return f"{holder}.{word}{number}" if holder else f"{word}{number}"

    def _section(self, level: int, number: str) -> str:
        """The address of a heading with a number; below a letter or an annex, numbers begin anew."""
        above = self._above(level)
        if number.isdecimal() and (_ENDS_WITH_A_LETTER.fullmatch(above) or self._under_roman(level)):
            return f"{above}.{number}"
        higher = (each.address for each in self.headings if each.level < level)
        annex = next((address for address in higher if address.startswith("annex")), "")
        return f"{annex}.s{number}" if annex else f"s{number}"

    def _under_roman(self, level: int) -> bool:
        """Whether the heading above one of this level has a roman number: both would be the same section."""
        above = next((each for each in reversed(self.headings) if each.level < level), None)
        return (
            above is not None and _SECTION.match(above.address) is not None and bool(ROMAN.match(above.text))
        )

    def _above(self, level: int) -> str:
        """The address of the heading under which one of this level stands."""
        return next((each.address for each in reversed(self.headings) if each.level < level), "")

    # Moving on

    def _move(self, block: Block, number: str | None, wished: str, address: str) -> None:
        counted = wished.endswith(_COUNTED)
        if block.kind == "footnote":
            return
        if block.kind == "heading":
            self.headings.append(_Heading(block.level, block.text, address))
            self.letters = {level: last for level, last in self.letters.items() if level <= block.level}
            self.container, self.run, self.bracketed = "", None, False
            self.paragraph = address if number else ""
            self._begin_items()
        elif block.kind == "item":
            above = max(block.level, 1) - 1
            self.items[:] = [*self.items[:above], *[""] * (above - len(self.items))]
            self.items.append(address if number and not counted else "")
        elif number and division(block.text):
            self.paragraph, self.run, self.bracketed = address, None, False
            self._begin_items()
            self.container = address if address.startswith(_CONTAINERS) else self.container
        elif self.bracketed and self.run and wished == f"{self.paragraph}.{self.run.last}":
            self._begin_items()
        elif number and not counted and (not is_lettered(block.text) or self._brackets(number)):
            self.paragraph = address
            self._begin_items()
        announces = block.kind != "heading" and block.text.endswith(":")
        self.announcing = address if announces else ""

    def _begin_items(self) -> None:
        self.fraction, self.letter, self.roman = "", "", 0

    def _brackets(self, number: str) -> bool:
        return self.bracketed and number.strip("()").isdecimal()

    # Paragraphs and items

    def _located(self, block: Block) -> tuple[str | None, str, str]:
        """The printed number, the address wished for, and the text that remains."""
        if block.kind == "heading":
            return self._heading(block)
        if block.kind in UNADDRESSED:
            return None, self.counts_all, block.text
        if block.kind == "footnote":
            mark = fold((block.marker or "").strip("[]()."))
            return block.marker, f"fn{mark if mark.isalnum() else _COUNTED}", block.text
        if found := division(block.text):
            address = self._inside(found.number) if found.word == "p" else self._divided(found)
            return label(block.text, found.end), address, block.text[found.end :] or block.text
        if shown := printed(block, unmarked=self.at in self.running):
            return shown[0], self._plainly(_plain(shown[0])), shown[1]
        if block.marker and block.marker.isdigit():
            return block.marker, self._listed(block), block.text
        return self._lettered(block)

    def _lettered(self, block: Block) -> tuple[str | None, str, str]:
        """The same for what begins with a letter, a roman number or an ordinal, and for what has none."""
        if item := self._item(block.text):
            return item[0].strip(), self._under(item[1] or item[2]), block.text[item.end() :]
        running = self.at in self.running
        if running and (roman := ROMAN.match(block.text)):
            return roman["number"], self._roman(roman["number"]), block.text[roman.end() :]
        if parts := compound(block.text):
            return parts[0], self._compound(parts[1], parts[2]), parts[3]
        if self.at in self.ending and (self.paragraph or self._under_heading()).startswith(_ENACTED):
            self.container = "transitory"
        if word := in_words(block, running=running or self._holder().startswith("transitory")):
            return word[0], self._inside(word[1], words=True), word[2]
        if block.marker:
            shown = block.marker if any(map(str.isalnum, block.marker)) else None  # a bullet is no number
            return shown, self._listed(block), block.text
        return None, self._uncounted(), block.text

    def _roman(self, shown: str) -> str:
        """The address of a paragraph with a roman number: under one that announces a list, else its own."""
        listed = self.paragraph and (self.fraction or self.announcing == self.paragraph)
        return self._under(shown) if listed else self._inside(shown.lower())

    def _uncounted(self) -> str:
        """The address of an unnumbered paragraph, which belongs to the principle or annex it stands under."""
        under = self._under_heading()
        return f"{under}.u{_COUNTED}" if under.startswith(_NAMED) else self.counts_all

    def _item(self, text: str) -> re.Match[str] | None:
        """A lettered item; in an article or rule also one with a roman number, as the laws of Mexico have."""
        if item := ITEM.match(text):
            return item
        return FRACTION.match(text) if self.paragraph.startswith(_NAMED) else None

    def _listed(self, block: Block) -> str:
        """The address of a list item: under the item above it, else under the paragraph."""
        above = [address for address in self.items[: max(block.level, 1) - 1] if address]
        parent = above[-1] if above else self.paragraph
        marker = fold((block.marker or "").strip("()."))
        if not above and marker.isdecimal():
            return self._plainly(marker, item=True)
        if not _LIST_MARKER.fullmatch(marker):
            return f"{parent}.u{_COUNTED}" if parent else self.counts_all
        return f"{parent}.{marker}" if parent else self.counts_all

    def _plainly(self, number: str, *, item: bool = False) -> str:
        """The address of a number without brackets."""
        return self._below_brackets(number) or self._inside(number, item=item)

    def _below_brackets(self, number: str) -> str:
        """The address of a number without brackets in a list that a paragraph "(2)" of an article holds."""
        article = self._holder("art")
        inside = article and self.paragraph.startswith(f"{article}.")
        if not (self.bracketed and inside and number.isdecimal()):
            return ""
        prefix = f"{self.paragraph}."
        goes_on = self.run is not None and self.run.prefix == prefix and int(number) == self.run.last + 1
        if number != "1" and not goes_on:
            return ""
        self.run = _List(prefix, int(number), self._under_heading())
        return f"{prefix}{number}"

    def _inside(self, number: str, *, item: bool = False, words: bool = False) -> str:
        """The address of a numbered paragraph: in an article or annex above it, in a list, or by itself."""
        holder = self._holder()
        if holder and not (item and self.paragraph not in ("", holder)):
            return f"{holder}.p{number}" if holder.startswith("annex") else f"{holder}.{number}"
        if not number.isdecimal():
            begun_anew = self.used[f"p{number}"] and self.headings
            return f"{self._under_heading()}.p{number}" if begun_anew else f"p{number}"
        return self._counted(int(number), item=item, words=words)

    def _counted(self, number: int, *, item: bool, words: bool) -> str:
        """The address of a plain number outside articles and annexes."""
        heading = self._under_heading()
        owner = self._owner(item=item)
        section = _DIVISION.match(heading) is not None
        announced = bool(self.announcing)
        self.numbers.append(Number(self.at, number, heading, bool(owner), item, section, announced, words))
        if self.through is None or self.at in self.through:
            return f"p{number}"
        if self.run and self.run.heading == heading and number == self.run.last + 1:
            self.run = self.run._replace(last=number)
        else:
            owned = f"{owner}." if owner and owner != heading else ""
            unheaded = f"{self.announcing}." if self.announcing and self.through else "p"
            self.run = _List(owned or (f"{heading}.p" if heading else unheaded), number, heading)
        return f"{self.run.prefix}{number}"

    def _owner(self, *, item: bool) -> str:
        """What a list that begins here would belong to: a paragraph, or a heading with a number."""
        heading = self._under_heading()
        if self.paragraph == heading:
            return heading if item else ""
        return self.paragraph if item or self.announcing or self.paragraph.startswith(_NAMED) else ""

    def _under(self, shown: str) -> str:
        """The address of an item: below the paragraph, or a roman number below a letter."""
        mark = fold(shown)
        if mark.isdecimal() and (self.bracketed or self.paragraph in {"", self._holder("art")}):
            self.bracketed = True
            return self._inside(mark)
        if not self.paragraph:
            return self.counts_all
        if shown.isupper():
            self._begin_items()
            self.fraction = f"{self.paragraph}.{mark}"
            return self.fraction
        value = arabic(mark.upper()) if _LOWER_ROMAN.fullmatch(mark) else 0
        first = value == 1 and not self.letter.endswith(".h")
        if self.letter and (first or (isinstance(value, int) and 1 < value == self.roman + 1)):
            self.roman = int(value)
            return f"{self.letter}.{mark}"
        address = f"{self.fraction or self.paragraph}.{mark}"
        self.letter, self.roman = (address, 0) if mark.isalpha() and len(mark) == 1 else ("", 0)
        return address

    # What is above

    def _under_heading(self) -> str:
        return self.headings[-1].address if self.headings else ""

    def _holder(self, kinds: str | tuple[str, ...] = _CONTAINERS) -> str:
        """The article or annex that is open, or what is open of other kinds."""
        above = (self.container, *(each.address for each in reversed(self.headings)))
        return next((address for address in above if address.startswith(kinds)), "")

    def _unique(self, wished: str) -> str:
        """The address wished for, or the next one of its kind that is free."""
        while True:
            self.used[wished] += 1
            count = self.used[wished]
            counted = f"{wished.removesuffix(_COUNTED)}{count}" if wished.endswith(_COUNTED) else wished
            address = counted if counted != wished or count == 1 else f"{wished}-{count}"
            if address not in self.taken:
                self.taken.add(address)
                return address


def _plain(number: str) -> str:
    return fold(number).replace(" ", "")


def _is_beside(heading: str, other: Division) -> bool:
    """Whether a heading is a division of the same kind as another: no chapter stands in a chapter."""
    found = division(heading)
    return found is not None and found.word == other.word and "." not in other.number
