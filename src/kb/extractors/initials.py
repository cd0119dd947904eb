"""Letters that a text prints for somebody's name, which it keeps back: "J.M., who was 16", "K., of 9"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.extractors.saying import is_verb, verb_at
from kb.records import Passage
from kb.text.letters import UPPER

# Of a child: "J.M.", "K."; a letter beside a name is that person's.
INITIALS = re.compile(rf"(?<![\w.@&-])(?:(?:[{UPPER}]\.){{2,4}}|[{UPPER}]\.(?!\s[{UPPER}]))(?![\w@])")
_LONGEST_WORD = 30  # characters
# Beside letters that stand for a name: ", who", ", a boy from", ", de 15 años"; "the girl", "on behalf of".
_WHO = re.compile(
    r",\s(?:who|whose|whom|quien|cuy[oa]|an?\s|un[ao]?\s|aged\s|(?:de\s)?\d{1,2}(?:\saños)?\b|now\s|hoy\s)"
    r"|\s(?:heard|learned|was|is|had|has|came|left|went|and\s(?:his|her)|fue|era|es|llegó|salió|y\ssu)\s|['’]s\s"
)
_A_CHILD = re.compile(
    r"\b(?:girl|boy|teen(?:ager)?|client|plaintiff|child|minor|niñ[oa]|joven|adolescente|menor|alumn[oa]|named|called"
    r"|llamad[oa]|behalf\sof|nombre\sde|(?:known|identified|named)\s(?:\w+\s){0,4}as|identificad[oa]\s(?:\w+\s){0,2}como)\s$",
    re.IGNORECASE,
)
_NO_NAMES = frozenset(
    """
    U.S. U.S.A. U.K. U.N. E.U. D.C. N.Y. L.A. D.F. S.A. A.C. S.C. C.V. R.L. B.C. N.M. P.R. O.N.U. O.E.A.
    C.A. I.A.P. A.M. P.M. B.A. M.A. M.D. J.D. S.J. O.P. C.P. P.D. R.D. N.L. S.L.P. E.E. U.U. EE.UU. P.O.
    N.J. N.C. S.D.
    """.split()
)
_LAST_WORD = re.compile(r"(?P<word>[^\W\d_]+)\s$")
# Beside a letter alone, which may be anything: its age.
_AGED = re.compile(
    r",?\s\(?(?:aged\s|de\s)?(?:an?\s)?(?:\d{1,2}|[a-záéíóú]{3,10}(?=\saños|-year))(?:\saños|-year-old|[,)]|\syears?\sold)"
)
_LONGEST_ALONE = 2  # characters of one letter with its full stop
_NAME_BEHIND = re.compile(rf"\s[{UPPER}][^\W\d_]+\s[{UPPER}]")
_NAME_BEFORE = re.compile(rf"[{UPPER}]\w+,\s\Z")


def standing_for_names(passages: Sequence[Passage]) -> frozenset[str]:
    """The letters that stand for somebody's name, as what is printed beside them tells."""
    found = (each for passage in passages for each in INITIALS.finditer(passage.text))
    return frozenset(
        each[0] for each in found if each[0] not in _NO_NAMES and _is_somebody(each.string, *each.span())
    )


def stands_alone(letters: re.Match[str]) -> bool:
    """Whether letters are more than the end of the name before them: "Ana P."."""
    before = letters.string[max(0, letters.start() - _LONGEST_WORD) : letters.start()].split()[-1:]
    return len(letters[0]) > len("P.") or not (before and before[0][0].isupper() and before[0].isalpha())


def _is_somebody(text: str, start: int, end: int) -> bool:
    if _NAME_BEFORE.search(text, max(0, start - 20), start):  # "Sister Ana Paz, M.J.": of an order
        return False
    if end - start <= _LONGEST_ALONE:
        return bool(_AGED.match(text, end) or _A_CHILD.search(text, max(0, start - 40), start))
    if _NAME_BEHIND.match(text, end):  # "T.S. Ana Paz": a degree
        return False
    before = _LAST_WORD.search(text, max(0, start - 20), start)
    said = (before and is_verb(before["word"])) or verb_at(text, end + 1, end + 40)
    return bool(said or _WHO.match(text, end) or _A_CHILD.search(text, max(0, start - 40), start))
