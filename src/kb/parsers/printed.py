"""Numbers that are printed before a paragraph: "36.", "2.1", "§ 4", "1 bis.", "4A.", "(a)", "Tercero.".

A number without a mark behind it ("36 The Committee ...") is only believed when such numbers run
1, 2, 3 ... through the document, because a sentence may begin with "30 experts"; so are Roman
numerals and ordinals in words, because "I. Fiction" and "Primero. Se lee" are the beginnings of
sentences too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kb.parsers.blocks import Block
from kb.parsers.divisions import BIS, ROMAN, arabic, ordinal

UNADDRESSED = ("table", "preformatted")  # whatever they begin with
# Parts of one or two digits: 68.000 is a quantity.
_NUMBER = re.compile(
    r"(?P<sign>[§¶]\s?)?(?P<number>[0-9]{1,3}(?:\.[0-9]{1,2}){0,4}|[0-9]{1,3}(?-i:[A-Z](?=[.)])))"
    + BIS
    + r"(?P<mark>\.?[ºª°][.-]{0,2}|\.-|[.)](?!\d)|\s*[–—-](?=\s)|)\s+(?=\S)",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"(?P<word>(?:(?:[DVTdvt][ÉEée]|[Tt]w)[^\W\d_]{4,7}[ -])?[^\W\d_]{5,15})"
    r"\s?(?P<mark>\.-|\.[–—]|[.:])\s*(?=\S)"
)
_BEHIND_A_NUMBER = re.compile(r"""["'“‘«(\[¿¡…*]|[^\W\d_]""")
_QUANTITY = re.compile(r"[0-9][0-9.,]*\s?%?\s+[^\W\d_]")  # "12. 30 per cent of ..."
# What only the provisions say that end a law: that it is in force, printed, or ends another.
_IN_FORCE = re.compile(
    r"\b(?:entra(?:r[aá])?n?\sen\svigor|publ[ií]quese|(?:se\s)?(?:derog|abrog)(?:an?|uen?)\b"
    r"|der[oó]g(?:ue|uen)se|vigencia\sa\spartir|(?:shall\s)?(?:comes?|enters?)\sinto\sforce|(?:is|are)\s(?:hereby\s)?repealed)",
    re.IGNORECASE,
)
ITEM = re.compile(
    r"(?:\((?P<a>[a-z]{1,2}|[ivx]{1,5}|[0-9]{1,2}|[A-Z])\)|(?P<b>[a-z]|[ivx]{2,5}|[A-Z](?=\)))[).])\s+(?=\S)"
)
# "II.1 Who may appeal", "A.2. Shelters": a number below a roman one or a letter.
_COMPOUND = re.compile(
    r"(?:(?P<above>[IVXLC]{1,8}|[A-H])(?P<below>(?:\.[0-9]{1,2}){1,3})[.)]?|(?P<roman>[IVX]{1,8})\.(?P<letter>[A-H])\)?)"
    r"(?:\s[–—-])?\s+(?=[\"“«¿¡]?[^\W\d_a-z])"
)
FRACTION = re.compile(r"(?P<a>[IVXLC]+)(?P<b>)[.)](?:-)?\s+(?=\S)")


def printed(block: Block, *, unmarked: bool) -> tuple[str, str] | None:
    """The number a paragraph begins with and the text behind it."""
    if block.kind in UNADDRESSED:
        return None
    found = _NUMBER.match(block.text)
    if found is None or not (found["mark"] or unmarked or found["sign"] or found["number"].count(".")):
        return None
    number = found["number"] + (found["bis"] or "")
    mark, rest = found["mark"].strip(), block.text[found.end() :]
    if mark[-1:] in set("ºª°") and rest[0].islower():  # "1º de junio"
        return None
    # "3.5 million" has no mark before its small letter, "14 – 16 years" no full stop before its digit.
    if _BEHIND_A_NUMBER.match(rest):
        return (number, rest) if mark or found["sign"] or not rest[0].islower() else None
    return (number, rest) if mark[:1] in (".", ")") and _QUANTITY.match(rest) else None


def compound(text: str) -> tuple[str, str, str, str] | None:
    """The number that begins with a roman one or a letter, its parts as in an address, the text behind.

    >>> compound("IV.2.1 Fiction")
    ('IV.2.1', '4', '2.1', 'Fiction')
    """
    found = _COMPOUND.match(text)
    if found is None:
        return None
    above, below = found["above"] or found["roman"], found["letter"] or found["below"][1:]
    return f"{above}.{below}", str(arabic(above)), below.lower(), text[found.end() :]


def in_words(block: Block, *, running: bool) -> tuple[str, str, str] | None:
    """The ordinal a paragraph begins with, its number, and the text behind it: "PRIMERO.- Entra en vigor"."""
    found = _ORDINAL.match(block.text) if block.kind in ("paragraph", "item", "heading") else None
    number = ordinal(found["word"]) if found else None
    if found is None or number is None or not found["word"][0].isupper():
        return None
    if not (running or found["word"].isupper() or found["mark"][1:]):
        return None
    return found["word"], number, block.text[found.end() :]


def transitory(blocks: Sequence[Block]) -> set[int]:
    """The provisions with ordinals in words that run 1, 2 ... and of which one says when it is in force."""
    found: set[int] = set()
    members: list[int] = []
    for index, block in enumerate([*blocks, Block(text="")]):
        value = _ordinal(block)
        if members and value != len(members) + 1 and (value == 1 or index == len(blocks)):
            found |= set(members) if any(_IN_FORCE.search(blocks[each].text) for each in members) else set()
            members = []
        if value == len(members) + 1:
            members.append(index)
    return found


def begins_numbered(line: str) -> bool:
    """Whether a line begins like a numbered paragraph or a lettered item, with its mark."""
    number = _NUMBER.match(line)
    if number and not number["mark"]:
        return "." in number["number"] and line[number.end() :][:1].isupper()  # "2.1 The State"
    return number is not None or ITEM.match(line) is not None


def counted(line: str) -> int | None:
    """The roman number with a mark, or the ordinal in words, that a line begins with: "II.", "SEGUNDO."."""
    if roman := ROMAN.match(line):
        value = arabic(roman["number"])
        return value if isinstance(value, int) else None
    found = in_words(Block(text=line), running=True)
    return int(found[1]) if found else None


def shows_number(block: Block) -> bool:
    """Whether a paragraph or item has a printed number of its own."""
    if block.marker and block.marker.isdigit():
        return True
    item = ITEM.match(block.text)
    bracketed = item is not None and (item["a"] or "").isdecimal()
    return block.kind != "heading" and (bracketed or printed(block, unmarked=False) is not None)


def running(blocks: Sequence[Block]) -> set[int]:
    """The paragraphs that continue a run 1, 2, 3 ... of numbers that are believed only in a run."""
    return (
        _run(blocks, lambda block: _unmarked(block, "paragraph"))
        | _run(blocks, _roman, anew=True)
        | _run(blocks, _ordinal, anew=True)
    )


def running_headings(blocks: Sequence[Block]) -> set[int]:
    """The headings that continue a run of numbers without a mark."""
    return _run(blocks, lambda block: _unmarked(block, "heading"))


def _run(blocks: Sequence[Block], number: Callable[[Block], object], *, anew: bool = False) -> set[int]:
    """The members of runs of two and more; ``anew``: where the number is 1 again, another run begins."""
    found: set[int] = set()
    members: list[int] = []
    for index, block in enumerate(blocks):
        value = number(block)
        if value == len(members) + 1:
            members.append(index)
        elif anew and value == 1:
            found |= set(members) if len(members) > 1 else set()
            members = [index]
    return found | (set(members) if len(members) > 1 else set())


def _unmarked(block: Block, kind: str) -> int | None:
    found = printed(block, unmarked=True) if block.kind == kind else None
    if found is None or not found[0].isdecimal() or begins_numbered(block.text):
        return None
    return int(found[0])


def _roman(block: Block) -> object:
    found = ROMAN.match(block.text) if block.kind == "paragraph" else None
    return arabic(found["number"]) if found and found["number"] != "A" else None


def _ordinal(block: Block) -> int | None:
    found = in_words(block, running=True) if block.kind == "paragraph" else None
    return int(found[1]) if found else None


def is_lettered(text: str) -> bool:
    """Whether a text begins like an item with a letter or a roman number."""
    return (ITEM.match(text) or FRACTION.match(text)) is not None


def lettered(text: str) -> str:
    """The letter of an item, "" where it has none: "b" of "(b)", "b)" and "b."."""
    found = ITEM.match(text)
    shown = (found["a"] or found["b"]) if found else ""
    return shown if len(shown) == 1 and shown.isalpha() else ""
