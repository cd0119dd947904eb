"""Which old code page bytes are in where nobody says so, and letters that were encoded twice.

Files of DOS (850) and of old Macintoshes are still passed on. Read as Windows-1252 they are full of signs
inside words: "ni¤ez", "interŽs". So a reading is judged by its letters above ASCII: a sign between letters,
a capital behind a small letter or a bracket mark on the wrong side is written by nobody. Windows-1252 stays
unless such are a tenth of all, and another reading has less than half as many.

Text that was taken for Windows-1252 once and saved as UTF-8 ("niÃ±ez") shows by itself what it was: its
letters, as bytes of Windows-1252, are UTF-8 again. One such pair may be chance; most of a text is not.
"""

from __future__ import annotations

import re

_USUAL, _OTHERS = "cp1252", ("cp850", "mac_roman")
_JUDGED = 20_000  # letters above ASCII; more tell no more
_FEWEST_AMISS, _SHARE_AMISS = 2, 0.1
_ABOVE = re.compile(r"[^\x00-\x7f]")
_OPENING, _CLOSING = frozenset("¿¡«“„‹"), frozenset("»”›")
_ANYWHERE = frozenset("’‘´–—ªº\xa0\xad")  # an apostrophe, or a dash without spaces
_CONTINUING = bytes(range(0x80, 0xC0))  # bytes of UTF-8, as Windows-1252 shows them or as Latin-1 does
_CONTINUES = _CONTINUING.decode(_USUAL, errors="ignore") + _CONTINUING.decode("latin-1")
_TWICE = re.compile(f"[Â-ß][{_CONTINUES}]|[à-ï][{_CONTINUES}]{{2}}|[ð-ô][{_CONTINUES}]{{3}}")
_FEWEST_TWICE = 2
_MOST_TIMES = 3  # that text is passed on wrongly


def code_page(content: bytes) -> str:
    """The name of the codec for bytes that are not UTF-8: cp1252, cp850 or mac_roman.

    >>> code_page("la niñez y su interés".encode("cp850")), code_page("la niñez".encode("cp1252"))
    ('cp850', 'cp1252')
    """
    usual, judged = _amiss(content.decode(_USUAL, errors="replace"))
    if usual < max(_FEWEST_AMISS, _SHARE_AMISS * judged):
        return _USUAL
    fewest, best = min((_amiss(content.decode(name))[0], name) for name in _OTHERS)
    return best if fewest * 2 < usual else _USUAL


def set_right(text: str) -> str:
    """The text with letters that were encoded twice, or oftener, as they were meant, where most of it is so.

    >>> set_right("niÃ±as y niÃ±os"), set_right("São Paulo, Ñuñoa")
    ('niñas y niños', 'São Paulo, Ñuñoa')
    >>> set_right("niñas y niños".encode().decode("cp1252").encode().decode("cp1252"))
    'niñas y niños'
    """
    for _ in range(_MOST_TIMES):
        better = _once_right(text)
        if better == text:
            break
        text = better
    return text


def _once_right(text: str) -> str:
    twice = [found[0] for found in _TWICE.finditer(text)] if not text.isascii() else []
    letters = sum(map(len, twice))
    if len(twice) < _FEWEST_TWICE or letters * 2 <= sum(1 for _ in _ABOVE.finditer(text)):
        return text
    return _TWICE.sub(lambda found: _meant(found[0]), text)


def _meant(letters: str) -> str:
    raw = b"".join(letter.encode("latin-1" if letter < "\u0100" else _USUAL) for letter in letters)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return letters


def _amiss(text: str) -> tuple[int, int]:
    """How many letters above ASCII stand where nobody writes them, and of how many."""
    amiss = judged = 0
    for judged, found in enumerate(_ABOVE.finditer(text), start=1):
        before = text[max(found.start() - 1, 0) : found.start()] or " "
        behind = text[found.end() : found.end() + 2].ljust(2)
        amiss += _is_amiss(found[0], before, behind[0], behind[1])
        if judged == _JUDGED:
            break
    return amiss, judged


def _is_amiss(letter: str, before: str, behind: str, second: str) -> bool:
    if letter in _ANYWHERE:
        return False
    if letter.isalpha():
        alone = not before.isalpha() and not behind.isalpha()
        opens = not before.isalpha() and behind.isupper() and second.islower()  # a mark before "Qué"
        return letter.isupper() and (alone or opens or before.islower())
    if letter in _OPENING:
        return before.isalnum() or behind.isspace()
    if letter in _CLOSING:
        return before.isspace() and behind.isalnum()
    return letter == "\ufffd" or (before.isalpha() and behind.isalpha())
