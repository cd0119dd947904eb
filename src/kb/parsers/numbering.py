"""Blocks -> passages: printed numbers become addresses, headings become paths.

Addresses follow the naming of Akoma Ntoso's parts (OASIS LegalDocML 1.0), shortened so that
they can be typed:

    p36  p2.1  p1bis   a paragraph with a printed number
    p36.a  p36.a.ii  p36.1  p36.u1   an item under it: lettered, in roman numbers below a letter,
                       numbered, or a bullet, counted
    art3  art3.1  art8bis   an article, a numbered paragraph of an article
    principle4  recommendation7  guideline2.1  step3      where the text says so itself
    annex1  chapter2  part1  s4  s2.a                     headings with a printed number or letter
    transitory.1       the transitory provisions that end a law
    fn12               a footnote, by its mark
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
from collections.abc import Iterable, Mapping, Sequence
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
    "step": "step", "paso": "step", "measure": "measure", "medida": "measure",
    "criterion": "criterion", "criterio": "criterion", "action": "action", "accion": "action",
    "indicator": "indicator", "indicador": "indicator", "phase": "phase", "fase": "phase",
    "module": "module", "modulo": "module", "unit": "unit", "unidad": "unit",
    "session": "session", "sesion": "session", "axis": "axis", "eje": "axis",
    "chapter": "chapter", "capitulo": "chapter", "part": "part", "parte": "part",
    "title": "title", "titulo": "title", "section": "s", "seccion": "s",
    "annex": "annex", "anexo": "annex", "appendix": "annex", "apendice": "annex",
    "paragraph": "p", "parrafo": "p", "numeral": "p",
}  # fmt: skip
_LEVELS = {"part": 2, "title": 2, "annex": 2, "module": 2, "axis": 2, "chapter": 3, "unit": 3, "s": 4}
_LOWEST_LEVEL = 5  # of the rest; what holds what is the custom of laws and manuals
_CONTAINERS = ("art", "annex", "transitory")  # numbered paragraphs in these belong to them
_NAMED = (  # an unnumbered paragraph under one of these is counted there
    "art", "annex", "principle", "recommendation", "guideline", "rule", "standard", "objective", "step",
    "measure", "criterion", "action", "indicator", "transitory",
)  # fmt: skip
_COUNTED = "#"  # at the end of an address wished for: the passages that share it are counted
_ORDINALS = (
    "one first primero primera primer unico unica", "two second segundo segunda",
    "three third tercero tercera tercer",
    "four fourth cuarto cuarta", "five fifth quinto quinta", "six sixth sexto sexta",
    "seven seventh septimo septima", "eight eighth octavo octava", "nine ninth noveno novena",
    "ten tenth decimo decima",
)  # fmt: skip
_IN_WORDS = {word: str(number) for number, words in enumerate(_ORDINALS, 1) for word in words.split()}
_BIS = r"(?P<bis>\s(?:bis|ter|qu[aá]ter))?"
_DIVISION = re.compile(
    r"(?P<word>[^\W\d_]+\.?)\s+(?:n(?:[oº°]|[uú]m(?:ero)?|umber)?[.º°]{0,2}\s?(?=\d))?"
    r"(?P<number>[0-9]+(?:\.[0-9]+)*(?:o\b)?|[IVXLC]+|[A-Z]|[^\W\d_]{3,8})"
    + _BIS
    + r"(?P<provision>\([0-9a-z]{1,4}\))?(?=$|[\s.:ºª°)–—-])(?P<mark>[.:ºª°)–—-]*)\s*",
    re.IGNORECASE,
)
# Parts of one or two digits: 68.000 is a quantity.
_NUMBER = re.compile(
    r"(?P<sign>[§¶]\s?)?(?P<number>[0-9]{1,3}(?:\.[0-9]{1,2}){0,4})"
    + _BIS
    + r"(?P<mark>\.?[ºª°][.-]{0,2}|\.-|[.)](?!\d)|\s*[–—-](?=\s)|)\s+(?=\S)",
    re.IGNORECASE,
)
_IN_CAPITALS = re.compile(r"(?P<word>[A-ZÁÉÍÓÚ]{5,8})\s?(?:\.-|[.:])\s+(?=\S)")  # "PRIMERO.- Entra en vigor"
_BEHIND_A_NUMBER = re.compile(r"""["'“‘«(\[¿¡…*]|[^\W\d_]""")
_QUANTITY = re.compile(r"[0-9][0-9.,]*\s?%?\s+[^\W\d_]")  # "12. 30 per cent of ..."
_ITEM = re.compile(r"(?:\((?P<a>[a-z]{1,2}|[ivx]{1,5}|[0-9]{1,2})\)|(?P<b>[a-z]|[ivx]{2,5})[).])\s+(?=\S)")
_ROMAN = re.compile(r"(?P<number>[IVXLC]+|[A-Z])[.)]\s+(?=\S)")
_FRACTION = re.compile(r"(?P<a>[IVXLC]+)(?P<b>)[.)](?:-)?\s+(?=\S)")
_LOWER_ROMAN = re.compile(r"[ivxl]+")
_PROVISION = re.compile(r"\([0-9a-z]{1,4}\)")  # "Article 3 (1) states ..."
_HOLDERS = ("part", "title", "annex", "module", "chapter", "unit", "session", "s")  # the larger first
_HOLDS_LETTERS = re.compile(r"(?:s|chapter|part|title|annex|module|unit)[0-9][0-9.]*")
_ENDS_WITH_A_LETTER = re.compile(r"s(?:[0-9]+\.)?[a-z]")
_NUMBER_ALONE = re.compile(r"(?:[0-9]{1,3}(?:\.[0-9]{1,2}){0,4}[.)]?|\([a-z]{1,4}\)|[a-z]\))")
_TRANSITORY = re.compile(
    r"(?:art[ií]culos |disposiciones |r[eé]gimen )?transitori[oa]s?|transitional provisions", re.IGNORECASE
)
_LIST_MARKER = re.compile(r"[0-9]{1,4}|[a-z]{1,6}")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_SHORTEST_PROSE = 60  # characters; shorter passages take the language of their document
_LONGEST_HEADING = 160
_LONGEST_TITLE = 80  # characters of a numbered title; a longer line is a paragraph
_UNADDRESSED = ("table", "preformatted")  # whatever they begin with


def passages(blocks: Sequence[Block], language: str) -> tuple[Passage, ...]:
    """The passages of a document in ``language``, with addresses, numbers and heading paths."""
    blocks = [_headed(block) for block in _joined(blocks)]
    if not any(block.kind == "heading" for block in blocks):
        blocks = _with_numbered_headings(blocks)
    running = _running_numbers(blocks, "paragraph") | _running_romans(blocks)
    numbered = bool(running) or any(map(_shows_number, blocks))
    running |= _running_numbers(blocks, "heading")
    outline = _Outline(
        counts_all=f"u{_COUNTED}" if numbered else f"p{_COUNTED}", restarting=_restarting(blocks)
    )
    return tuple(
        outline.place(block, language, unmarked=index in running) for index, block in enumerate(blocks)
    )


@dataclass
class _Outline:
    """Where in the document we are: headings above, the last numbered paragraph, addresses used."""

    counts_all: str
    restarting: frozenset[str]  # divisions whose numbers begin anew in every title or part
    headings: list[tuple[int, str, str]] = field(default_factory=list)  # level, text, address
    container: str = ""  # the article or annex that a paragraph, not a heading, has opened
    paragraph: str = ""
    items: list[str] = field(default_factory=list)  # addresses of the open list items, outermost first
    fraction: str = ""  # the address of the last item with a capital roman number, for the letters below it
    letter: str = ""  # the address of the last lettered item, for the roman numbers below it
    roman: int = 0  # the last of these
    bracketed: bool = False  # paragraphs are numbered "(1)", "(2)"
    letters: dict[int, str] = field(default_factory=dict)  # the last letter of the headings of each level
    last: int = 0  # the number of the last numbered paragraph
    used: Counter[str] = field(default_factory=Counter)
    taken: set[str] = field(default_factory=set)

    def place(self, block: Block, language: str, *, unmarked: bool) -> Passage:
        """The passage that a block becomes, and the outline moved on past it."""
        if block.kind not in ("item", "footnote"):
            self.items.clear()
        block = self._deepened(block)
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
            page_to=block.page_to or block.page,
            language=(len(text) >= _SHORTEST_PROSE and language_of(text)) or language,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
        )

    def _deepened(self, block: Block) -> Block:
        """A heading "A. ..." that the format puts beside its chapter, below it."""
        if block.kind != "heading" or not (found := _ROMAN.match(block.text)):
            return block
        letter = found["number"] in "AB" or bool(self.letters.get(block.level + 1))
        beside = next((address for level, _, address in reversed(self.headings) if level == block.level), "")
        holds = _HOLDS_LETTERS.fullmatch(beside) and not beside.startswith("s")
        return replace(block, level=min(block.level + 1, 6)) if letter and holds else block

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
            self.letters = {level: last for level, last in self.letters.items() if level <= block.level}
            self.container = ""
            self.paragraph = address if number else ""
            self._begin_items()
            self.bracketed = False
        elif block.kind == "item":
            above = max(block.level, 1) - 1
            self.items[:] = [*self.items[:above], *[""] * (above - len(self.items))]
            self.items.append(address if number and not wished.endswith(_COUNTED) else "")
        elif number and _division(block.text):
            self.paragraph = address
            self._begin_items()
            self.container = address if address.startswith(_CONTAINERS) else self.container
        elif number and (not _lettered(block.text) or self._brackets(number)):
            self.paragraph = address
            self._begin_items()

    def _begin_items(self) -> None:
        self.fraction, self.letter, self.roman = "", "", 0

    def _located(self, block: Block, *, unmarked: bool) -> tuple[str | None, str, str]:
        """The printed number, the address wished for, and the text that remains."""
        if block.kind == "heading":
            return self._heading(block, unmarked=unmarked)
        if block.kind in _UNADDRESSED:
            return None, self.counts_all, block.text
        if block.kind == "footnote":
            mark = fold((block.marker or "").strip("[]()."))
            return block.marker, f"fn{mark if mark.isalnum() else _COUNTED}", block.text
        if found := _division(block.text):
            word, number, end = found
            address = self._inside(number) if word == "p" else f"{word}{number}"
            return _label(block.text, end), address, block.text[end:] or block.text
        if printed := _printed(block, unmarked=unmarked):
            number, rest = printed
            return number, self._inside(fold(number).replace(" ", "")), rest
        if block.marker and block.marker.isdigit():
            return block.marker, self._listed(block), block.text
        return self._lettered(block, unmarked=unmarked)

    def _lettered(self, block: Block, *, unmarked: bool) -> tuple[str | None, str, str]:
        """The same for what begins with a letter, a roman number or an ordinal, and for what has none."""
        if item := self._item(block.text):
            return item[0].strip(), self._under(item[1] or item[2]), block.text[item.end() :]
        if unmarked and (roman := _ROMAN.match(block.text)):
            return roman["number"], self._inside(roman["number"].lower()), block.text[roman.end() :]
        word = _IN_CAPITALS.match(block.text)
        if word and (ordinal := _IN_WORDS.get(fold(word["word"]))):
            return word["word"], self._inside(ordinal), block.text[word.end() :]
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
            return _label(block.text, end), self._divided(word, number), block.text
        if printed := _printed(block, unmarked=unmarked):
            return printed[0], self._section(block.level, fold(printed[0]).replace(" ", "")), block.text
        if roman := _ROMAN.match(block.text):
            return roman["number"], self._lettered_or_roman(block.level, roman["number"]), block.text
        if _TRANSITORY.fullmatch(block.text.strip(" .:")):
            return None, "transitory", block.text
        if _DIVISIONS.get(fold(block.text.strip(" .:"))) == "annex":
            return None, "annex", block.text
        return None, f"h{_COUNTED}", block.text

    def _lettered_or_roman(self, level: int, printed: str) -> str:
        """The address of a heading with a letter (A, B, C) or a roman number (I, II; and C after B)."""
        last = self.letters.get(level, "")
        goes_on = len(printed) == 1 and bool(last) and ord(printed) == ord(last) + 1
        if printed not in "AB" and not goes_on and set(printed) <= set(_ROMAN_VALUES):
            return f"s{_arabic(printed)}"
        self.letters[level] = printed
        above = self._above(level)
        under = above if _HOLDS_LETTERS.fullmatch(above) else ""
        return f"{under}.{printed.lower()}" if under else f"s{printed.lower()}"

    def _divided(self, word: str, number: str) -> str:
        """The address of "Chapter II": where chapters begin anew, with the title that it stands in."""
        holders = _HOLDERS[: _HOLDERS.index(word)] if word in self.restarting else ()
        above = (address for _, _, address in reversed(self.headings))
        holder = next((each for each in above if each.rpartition(".")[2].startswith(holders or "?")), "")
        return f"{holder}.{word}{number}" if holder else f"{word}{number}"

    def _section(self, level: int, number: str) -> str:
        """The address of a heading with a number; below a letter or an annex, numbers begin anew."""
        above = self._above(level)
        if number.isdecimal() and _ENDS_WITH_A_LETTER.fullmatch(above):
            return f"{above}.{number}"
        annexes = (
            address for depth, _, address in self.headings if depth < level and address.startswith("annex")
        )
        annex = next(annexes, "")
        return f"{annex}.s{number}" if annex else f"s{number}"

    def _above(self, level: int) -> str:
        """The address of the heading under which one of this level stands."""
        return next((address for depth, _, address in reversed(self.headings) if depth < level), "")

    def _brackets(self, number: str) -> bool:
        return self.bracketed and number.strip("()").isdecimal()

    def _item(self, text: str) -> re.Match[str] | None:
        """A lettered item; in an article or rule also one with a roman number, as the laws of Mexico have."""
        if item := _ITEM.match(text):
            return item
        return _FRACTION.match(text) if self.paragraph.startswith(_NAMED) else None

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
                return f"{address}.p{number}" if address.startswith("annex") else f"{address}.{number}"
        if self.used[f"p{number}"] and self.headings:  # numbers begin anew in this section
            return f"{self.headings[-1][2]}.p{number}"
        return f"p{number}"

    def _under(self, printed: str) -> str:
        """The address of an item: below the paragraph, or a roman number below a letter."""
        mark = fold(printed)
        if mark.isdecimal() and (self.bracketed or self.paragraph in {"", self._article()}):
            self.bracketed = True
            return self._inside(mark)
        if not self.paragraph:
            return self.counts_all
        if printed.isupper():
            self._begin_items()
            self.fraction = f"{self.paragraph}.{mark}"
            return self.fraction
        value = _arabic(mark.upper()) if _LOWER_ROMAN.fullmatch(mark) else 0
        first = value == 1 and not self.letter.endswith(".h")
        if self.letter and (first or (isinstance(value, int) and 1 < value == self.roman + 1)):
            self.roman = int(value)
            return f"{self.letter}.{mark}"
        address = f"{self.fraction or self.paragraph}.{mark}"
        self.letter, self.roman = (address, 0) if mark.isalpha() and len(mark) == 1 else ("", 0)
        return address

    def _article(self) -> str:
        """The address of the article that is open."""
        above = (self.container, *(address for _, _, address in reversed(self.headings)))
        return next((address for address in above if address.startswith("art")), "")

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


def heading_level(line: str) -> int | None:
    """The level of a short line that names a division and so heads what follows, else None.

    >>> heading_level("PART I"), heading_level("Artículo 3"), heading_level("Article 3 obliges them.")
    (2, 5, None)
    """
    goes_on = len(line) > _LONGEST_HEADING or line.rstrip().endswith((".", ";", ",", ":"))
    if found := _division(line):
        named = found[0] != "p" and not (goes_on and line[found[2] :])
        return _LEVELS.get(found[0], _LOWEST_LEVEL) if named else None
    if _TRANSITORY.fullmatch(line.strip(" .:")):
        return _LEVELS["chapter"]
    return _LEVELS["s"] if not goes_on and line.isupper() and _ROMAN.match(line) else None


def begins_numbered(line: str) -> bool:
    """Whether a line begins like a numbered paragraph or a lettered item, with its mark."""
    number = _NUMBER.match(line)
    if number and not number["mark"]:
        return "." in number["number"] and line[number.end() :][:1].isupper()  # "2.1 The State"
    return number is not None or _ITEM.match(line) is not None


def _restarting(blocks: Sequence[Block]) -> frozenset[str]:
    """The divisions that print a number twice, as chapters do that begin anew in every title."""
    found = [_division(block.text) for block in blocks if block.kind == "heading"]
    counted = Counter(each[:2] for each in found if each and each[0] in _HOLDERS[1:])
    return frozenset(word for (word, _), times in counted.items() if times > 1)


def _joined(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with what stands alone put before its own.

    A number in a cell of its own goes before its paragraph, "CHAPTER I" before the line below it that
    says what the chapter is about.
    """
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last and _stands_before(last, block):
            kind = last.kind if last.kind == "heading" else block.kind
            level = last.level or block.level
            text = f"{last.text.rstrip(' :')} {block.text}"
            joined[-1] = replace(block, text=text, kind=kind, level=level, page=last.page)
        else:
            joined.append(block)
    return joined


def _stands_before(label: Block, block: Block) -> bool:
    if label.kind == block.kind == "paragraph" and _NUMBER_ALONE.fullmatch(label.text):
        return not _NUMBER_ALONE.match(block.text)
    found = _division(label.text) if label.kind in ("heading", "paragraph") else None
    if not found or label.text[found[2] :] or block.kind not in ("heading", "paragraph"):
        return False
    title = 0 < len(block.text) <= _LONGEST_TITLE and not block.text.endswith((".", ";", ":", ","))
    named = fold(block.text.strip(" .:")) in _DIVISIONS
    own = named or heading_level(block.text) or begins_numbered(block.text) or _ROMAN.match(block.text)
    return title and not own and (block.kind == "heading" or found[0] in _LEVELS)


def _headed(block: Block) -> Block:
    level = heading_level(block.text) if block.kind == "paragraph" else None
    return replace(block, kind="heading", level=level) if level else block


def _division(text: str) -> tuple[str, str, int] | None:
    """How the address begins, its number, and where the label ends."""
    found = _DIVISION.match(text)
    word = _DIVISIONS.get(fold(found["word"])) if found else None
    if found is None or word is None or not _labels(text, found):
        return None
    number = _counted(found["number"])
    if number is None or not found["word"][0].isupper():
        return None
    provision = f".{found['provision'][1:-1].lower()}" if found["provision"] else ""
    return word, number + _after(found) + provision, found.end()


def _counted(printed: str) -> str | None:
    """A number in digits, roman letters, words or a letter, as it stands in an address; None: a mere word."""
    if printed[0].isdigit():
        return printed.rstrip("oO")
    if printed.isupper() and (len(printed) == 1 or set(printed) <= set(_ROMAN_VALUES)):
        return str(_arabic(printed))
    return _IN_WORDS.get(fold(printed))


def _after(found: re.Match[str]) -> str:
    """``bis`` of "Article 8 bis"."""
    return fold(found["bis"] or "").strip()


def _labels(text: str, found: re.Match[str]) -> bool:
    """Whether the words are a label and not the beginning of a sentence ("Article 3 obliges")."""
    rest = text[found.end() :]
    if not rest or found["mark"]:
        return True
    if _PROVISION.match(rest):
        return False
    return text[: found.end()].isupper() or not rest[:1].islower()


def _label(text: str, end: int) -> str:
    label = text[:end].strip(" .:-–—")
    return label if "(" in label else label.strip(")")


def _lettered(text: str) -> bool:
    return (_ITEM.match(text) or _FRACTION.match(text)) is not None


def _printed(block: Block, *, unmarked: bool) -> tuple[str, str] | None:
    """The number a paragraph begins with and the text behind it."""
    if block.kind in _UNADDRESSED:
        return None
    found = _NUMBER.match(block.text)
    if found is None or not (found["mark"] or unmarked or found["sign"] or found["number"].count(".")):
        return None
    number, mark, rest = (
        found["number"] + (found["bis"] or ""),
        found["mark"].strip(),
        block.text[found.end() :],
    )
    if mark[-1:] in set("ºª°") and rest[0].islower():  # "1º de junio"
        return None
    # "3.5 million" has no mark before its small letter, "14 – 16 years" no full stop before its digit.
    if _BEHIND_A_NUMBER.match(rest):
        return (number, rest) if mark or found["sign"] or not rest[0].islower() else None
    return (number, rest) if mark[:1] in (".", ")") and _QUANTITY.match(rest) else None


def _shows_number(block: Block) -> bool:
    if block.marker and block.marker.isdigit():
        return True
    item = _ITEM.match(block.text)
    bracketed = item is not None and (item["a"] or "").isdecimal()
    return block.kind != "heading" and (bracketed or _printed(block, unmarked=False) is not None)


def _running_numbers(blocks: Sequence[Block], kind: str) -> set[int]:
    """The blocks of a kind that continue a run 1, 2, 3 ... of numbers which have no mark."""
    members: list[int] = []
    for index, block in enumerate(blocks):
        printed = _printed(block, unmarked=True) if block.kind == kind else None
        if printed and printed[0] == str(len(members) + 1) and not begins_numbered(block.text):
            members.append(index)
    return set(members) if len(members) > 1 else set()


def _running_romans(blocks: Sequence[Block]) -> set[int]:
    """The paragraphs that are numbered I, II, III ... one after another."""
    members: list[int] = []
    for index, block in enumerate(blocks):
        roman = _ROMAN.match(block.text) if block.kind == "paragraph" else None
        if roman and roman["number"] != "A" and _arabic(roman["number"]) == len(members) + 1:
            members.append(index)
    return set(members) if len(members) > 1 else set()


def _with_numbered_headings(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a text without headings, with its numbered titles made some: "2. Legal framework".

    They are short lines without a stop, numbered on from 1, and most have running text below them,
    where a list would have its next item.
    """
    titles = {index: found for index, block in enumerate(blocks) if (found := _numbered_title(block))}
    top = [index for index, number in titles.items() if "." not in number]
    below = [index for index in top if _stands_over_text(blocks[index + 1 : index + 3], titles, index + 1)]
    runs_on = [titles[index] for index in top] == [str(count) for count in range(1, len(top) + 1)]
    if len(top) < 2 or not runs_on or len(below) * 4 < len(top) * 3:
        return list(blocks)
    return [
        replace(block, kind="heading", level=min(2 + titles[index].count("."), 6))
        if index in titles
        else block
        for index, block in enumerate(blocks)
    ]


def _stands_over_text(after: Sequence[Block], titles: Mapping[int, str], first: int) -> bool:
    """Whether running text comes next, perhaps below a title of its own."""
    lower = "." in titles.get(first, "")
    return any(len(block.text) > _LONGEST_TITLE for block in after[: 2 if lower else 1])


def _numbered_title(block: Block) -> str | None:
    printed = _printed(block, unmarked=False) if block.kind == "paragraph" else None
    if printed is None or len(block.text) > _LONGEST_TITLE or block.text.endswith((".", ";", ":", ",", "?")):
        return None
    return printed[0] if printed[1][0].isupper() else None


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
