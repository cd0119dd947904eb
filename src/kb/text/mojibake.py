"""Letters that a text shows and nobody wrote: those that can be set right, and those that can only be told.

UTF-8 that was taken for an old code page and saved again shows by itself what it was: "niÃ±ez" (Windows-1252,
Latin-1), "ni├▒ez" (DOS), "ni√±ez" (Macintosh). As bytes of that page its letters are UTF-8 again. Where most
letters above ASCII are such, all are set right; else only those that nobody can have written: "iÃ±" has a
capital behind a small letter.

Some of these bytes have no sign in the code page, or an invisible one, and are lost on the way. Where only
one letter can have been there it is set right ("MarÃa", "dijoâ€�"); elsewhere the letter is gone ("Ã�frica"
is Á or Í), as it is where a program wrote a mark for it ("ni?ez", "ni�ez") or nothing at all ("proteccin").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kb.text.caseless import Caseless

_CONTINUING = bytes(range(0x80, 0xC0))  # bytes of UTF-8 behind the first of a letter
_FEWEST_TWICE = 2
_MOST_TIMES = 3  # that text is passed on wrongly
_SMALL = "a-zà-öø-ÿ"
_CAPITAL = "A-ZÀ-ÖØ-Þ"


class _Page(NamedTuple):
    """A code page that UTF-8 was taken for: all letters that were, and those of them that are certain."""

    codec: str
    twice: re.Pattern[str]
    certain: re.Pattern[str]


def _page(codec: str, two: str, three: str, dash: str, four: str = "") -> _Page:
    """The patterns for the first signs of letters of two, three and four bytes, and of dashes and marks."""
    shown = re.escape(_CONTINUING.decode(codec, errors="ignore"))
    shown += _CONTINUING.decode("latin-1") if codec == "cp1252" else ""
    twice = f"[{two}][{shown}]|[{three}][{shown}]{{2}}" + (f"|[{four}][{shown}]{{3}}" if four else "")
    first = b"\xc2".decode(codec), b"\xc3".decode(codec)
    certain = (
        f"(?<=[{_SMALL}])[{''.join(first)}][{shown}]|(?<!\\w){first[1]}[{shown}](?=[{_SMALL}])"
        f"|(?<![{_CAPITAL}]){first[0]}(?:[¡-¿]|[{shown}](?=\\w))|{dash}[{shown}]"
    )
    return _Page(codec, re.compile(twice), re.compile(certain))


_PAGES = (
    _page("cp1252", "Â-ß", "à-ï", "â€", "ð-ô"),
    _page("cp850", "┬├", "Ô", "ÔÇ"),
    _page("cp437", "┬├", "Γ", "ΓÇ"),
    _page("mac_roman", "¬√", "‚", "‚Ä"),
)
_TWO_SIGNS = re.compile(r"[Â-ôΓ┬├¬√‚][^\x00-\x7f]")  # the first of a letter, and one of those behind it
_ABOVE = re.compile(r"[^\x00-\x7f]")
# What becomes of ” without its last byte, and of í without its invisible one.
_LOST_MARK = re.compile("â€(?:\ufffd|(?=[\\s.,;:)\\]]|$))")
_LOST_LETTER = re.compile(f"(?<=[a-zß-áä-öø-ÿ])Ã(?=[{_SMALL}.,;:!?)”])")
_DAMAGED = re.compile(
    "\ufffd|ï¿½|â€"
    f"|(?<=[{_SMALL}])[ÃÂ]|(?<!\\w)Ã(?=[{_SMALL}¡-¿])|(?<![{_CAPITAL}])Â(?=[¡-¿])"
    f"|(?<=[{_SMALL}])â(?=[\\s.,;:)\\]])|(?<!\\w)â(?=[{_CAPITAL}¿¡])"
    f"|(?<=[{_SMALL}])[├┬√](?=[^\\s\\w]|[{_SMALL}])"
)
_DAMAGE = re.compile("[\ufffdïâÃÂ├┬√]")  # what each of these begins with; to look for them all takes longer
# One of these alone may be a slip of the pen, or the name of a drug.
_MARK_INSIDE = re.compile(f"[?¿](?<=[{_SMALL}].)(?=[{_SMALL}])")  # the mark first: it is rare
_IN_CODE = re.compile(r"\w\(|[/@=&.:|+\[\]{}]")  # and in addresses
# What was "-ción", and other common words without their marked letters.
_DROPPED = Caseless(
    r"\b(?:[a-z]{2,20}[acinprtu]cin|tambin|segn|ni[oa]s|niez|nio|nia|despus|adems|travs|inters|pblic[oa]s?"
    r"|poltic[oa]s?|mxico|corazn|razn)\b"
)
_WHOLE = re.compile(r"ci[oó]n\b")
_FEWEST = 3
_LONGEST_WORD = 24  # characters around a letter that are shown of its word


def set_right(text: str) -> str:
    """The text with letters that were encoded twice, or oftener, as they were meant.

    >>> set_right("niÃ±as y niÃ±os"), set_right("São Paulo, Ñuñoa")
    ('niñas y niños', 'São Paulo, Ñuñoa')
    >>> set_right("niñas y niños".encode().decode("cp1252").encode().decode("cp1252"))
    'niñas y niños'
    >>> set_right("José y MarÃa, â€œdijoâ€�")
    'José y María, “dijo”'
    """
    if text.isascii() or not ("Ã" in text or _TWO_SIGNS.search(text)):
        return text
    for _ in range(_MOST_TIMES):
        better = text
        for page in _PAGES:
            better = _once_right(better, page)
        if better == text:
            break
        text = better
    return _LOST_LETTER.sub("í", _LOST_MARK.sub("”", text))


def damaged(text: str) -> list[str]:
    """The words with letters that nobody wrote and that cannot be set right, one for each such letter.

    >>> damaged("Ã�frica: la ni�ez"), damaged("¿Qué? La niñez de São Paulo")
    (['Ã�frica:', 'ni�ez'], [])
    """
    places = map(re.Match.start, _DAMAGE.finditer(text))
    found = [_word(text, each) for at in places if (each := _DAMAGED.match(text, at))]
    for weaker in (_marks(text), _dropped(text)):
        words = list(weaker)
        found += words if len(words) >= _FEWEST else []
    return found


def _once_right(text: str, page: _Page) -> str:
    twice = [found[0] for found in page.twice.finditer(text)]
    letters = sum(map(len, twice))
    most = len(twice) >= _FEWEST_TWICE and letters * 2 > sum(1 for _ in _ABOVE.finditer(text))
    pattern = page.twice if most else page.certain
    return pattern.sub(lambda found: _meant(found[0], page.codec), text) if twice else text


def _meant(letters: str, codec: str) -> str:
    try:
        raw = b"".join(
            letter.encode("latin-1" if codec == "cp1252" and letter < "\u0100" else codec)
            for letter in letters
        )
        return raw.decode("utf-8")
    except UnicodeError:
        return letters


def _marks(text: str) -> Iterator[str]:
    if "?" not in text and "¿" not in text:
        return iter(())
    words = (_word(text, found) for found in _MARK_INSIDE.finditer(text))
    return (word for word in words if not _IN_CODE.search(word))


def _dropped(text: str) -> Iterator[str]:
    return iter(()) if _WHOLE.search(text) else (found[0] for found in _DROPPED.finditer(text))


def _word(text: str, found: re.Match[str]) -> str:
    """The word that a letter stands in."""
    before = text[max(found.start() - _LONGEST_WORD, 0) : found.start()]
    behind = text[found.end() : found.end() + _LONGEST_WORD]
    begins = "" if before[-1:].isspace() else (before.split() or [""])[-1]
    ends = "" if behind[:1].isspace() else (behind.split() or [""])[0]
    return f"{begins}{found[0]}{ends}"
