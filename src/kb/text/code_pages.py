"""Which old code page bytes are in where nobody says so.

Files of DOS (850) and of old Macintoshes are still passed on. Read as Windows-1252 they are full of signs
inside words: "ni¤ez", "interŽs". So a reading is judged by its letters above ASCII: a sign between letters,
a capital behind a small letter, a bracket mark on the wrong side or a letter of another script in a word is
written by nobody. Windows-1252 stays unless such are a tenth of all, and another reading has less than half
as many.
"""

from __future__ import annotations

import re

_USUAL, _OTHERS = "cp1252", ("cp850", "mac_roman")
_JUDGED = 20_000  # letters above ASCII; more tell no more
_FEWEST_AMISS, _SHARE_AMISS = 2, 0.1
_ABOVE = re.compile(r"[^\x00-\x7f]")
_OPENING, _CLOSING = frozenset("¿¡«“„‹"), frozenset("»”›")
_OTHER_SCRIPT = re.compile("[\u0250-\u02af\u0370-\u1dff\u2c00-\ufffc]")
_PLAIN = re.compile("[A-Za-z]")
_ANYWHERE = frozenset("’‘´–—ªº\xa0\xad")  # an apostrophe, or a dash without spaces


def code_page(content: bytes) -> str:
    """The name of the codec for bytes that are not UTF-8: cp1252, cp850 or mac_roman.

    >>> code_page("la niñez y su interés".encode("cp850")), code_page("la niñez".encode("cp1252"))
    ('cp850', 'cp1252')
    """
    usual, judged = amiss(content.decode(_USUAL, errors="replace"))
    if usual < max(_FEWEST_AMISS, _SHARE_AMISS * judged):
        return _USUAL
    fewest, best = min((amiss(content.decode(name))[0], name) for name in _OTHERS)
    return best if fewest * 2 < usual else _USUAL


def amiss(text: str) -> tuple[int, int]:
    """How many letters above ASCII stand where nobody writes them, and of how many.

    >>> amiss("la ni¤ez, seg£n ֤igo"), amiss("la niñez, según Íñigo")
    ((3, 3), (0, 4))
    """
    odd = judged = 0
    for judged, found in enumerate(_ABOVE.finditer(text), start=1):
        before = text[max(found.start() - 1, 0) : found.start()] or " "
        behind = text[found.end() : found.end() + 2].ljust(2)
        odd += _is_amiss(found[0], before, behind[0], behind[1])
        if judged == _JUDGED:
            break
    return odd, judged


def _is_amiss(letter: str, before: str, behind: str, second: str) -> bool:
    if letter in _ANYWHERE:
        return False
    if _OTHER_SCRIPT.match(letter):
        return _PLAIN.search(before + behind) is not None
    if letter.isalpha():
        alone = not before.isalpha() and not behind.isalpha()
        opens = not before.isalpha() and behind.isupper() and second.islower()  # a mark before "Qué"
        return letter.isupper() and (alone or opens or before.islower())
    if letter in _OPENING:
        return before.isalnum() or behind.isspace()
    if letter in _CLOSING:
        return before.isspace() and behind.isalnum()
    return letter == "\ufffd" or (before.isalpha() and behind.isalpha())
