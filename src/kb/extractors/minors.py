"""Whom a text shows to be a child: somebody named with an age below eighteen, or called a girl or boy.

The words right beside a name tell ("Ana, 14, said", "la niña Ana", "Ana, a boy from Colón", "un adolescente
de 15 años llamado Ana"). An age of eighteen or more tells that it is none, whatever the person is called.
A woman who is "mother of a girl of 8", and somebody who was 14 when it happened, are no children.

The field's definition is that of the Convention on the Rights of the Child, article 1: below eighteen.
"""

from __future__ import annotations

import re

from kb.extractors.naming import Mention
from kb.extractors.roles import is_role

_BEHIND = 120  # characters looked at behind a name
_BEFORE = 90
_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen un uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
    " diecis[eé]is diecisiete"
)
_YOUNG = rf"(?:(?<!\d)(?:1[0-7]|\d)(?![\d%]|[.,:]\d)|(?:{'|'.join(_WORDS.split())})\b)"
_ADULT = re.compile(
    r",?\s\(?(?:aged\s|age\s|de\s|of\s|an?\s)?(?:1[89]|[2-9]\d)(?:\s(?:años|years\sold)|-year-old|(?=[,.;)]))",
    re.IGNORECASE,
)
_CHILD = (
    r"(?:ni[ñn](?:it)?[oa]|adolescente|girl|boy|teenager|teen|toddler|baby|beb[eé]|infant|schoolgirl|schoolboy|child"
    r"|(?<=un\s)menor|(?<=una\s)menor|(?<=el\s)menor|(?<=la\s)menor|(?<=the\s)minor|(?<=a\s)minor)"
)
_WHO = (
    rf"(?:{_CHILD}|joven|estudiante|muchach[oa]|hij[oa]|herman[oa]|sobrin[oa]|niet[oa]|alumn[oa]|migrante"
    r"|guatemaltec[oa]|hondureñ[oa]|salvadoreñ[oa]|son|daughter|brother|sister|nephew|niece|pupil|student)"
)
_CALLED = (
    r"(?:(?:named|called|by\sthe\sname\sof|identified\sas|llamad[oa]|de\snombre|identificad[oa]\scomo)\s)?"
)
_WORD = r"[a-zñáéíóúü-]{2,20}"
_YEARS_OF_AGE = r"(?:\s(?:años|meses)(?:\sde\sedad)?(?!\sde\b|\sen\b)|\s(?:years|months)\sold)"
_NO_BODY = (
    r"(?!\s(?:[a-z-]+\s){0,2}(?:network|organi[sz]ation|program\w*|project|shelter|group|charity|house|centre"
    r"|center|firm))"
)
_AGED = re.compile(
    rf"""
      ,\s(?:aged\s|age\s|de\s)?{_YOUNG}(?:{_YEARS_OF_AGE}|(?=[,.;)—–]|$))
    | \s\((?:aged\s|age\s|de\s)?{_YOUNG}{_YEARS_OF_AGE}?[),;]
    | ,\s(?:an?|the)\s{_YOUNG}[-\s](?:year|month)[-\s]old\b{_NO_BODY}
    | ,\s(?:una?|el|la)\s(?:(?!de\s|con\s|que\s|su\s|una?\s){_WORD}\s){{1,3}}de\s{_YOUNG}\s(?:años|meses)
    | ,?\s(?:(?:who|que|quien)\s)?(?:is|tiene|turned|cumplió)\s(?:only\s|just\s|sol[oa]\s|sólo\s|apenas\s)?
        {_YOUNG}(?:{_YEARS_OF_AGE}|(?=[,.;)]|\sand\b|$))
    | ,\s(?:una?|el|la)\s(?:ni[ñn](?:it)?[oa]|adolescente)(?:\s(?:{_WORD}))?
        (?=[,.;)]|\s(?:de|que|quien|con|en)\s|$)
    | ,\s(?:an?|the)\s(?:{_WORD}\s){{0,2}}(?:girl|boy|teenager|toddler|schoolgirl|schoolboy|child)
        (?=[,.;)]|\s(?:of|from|who|whose|in|with|aged)\s|$)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_IN_BRACKETS = re.compile(rf"\s\({_YOUNG}\)")
_LED = re.compile(
    rf"""(?:
      \b{_YOUNG}[-\s](?:year|month)[-\s]old\s(?:{_WORD},?\s){{0,3}}{_CALLED}
    | \b{_CHILD}\s(?:(?:{_WORD}\s){{0,3}}
        (?:named|called|llamad[oa]|de\snombre|identificad[oa]\scomo|identified\sas)\s)?
    | \bde\s{_YOUNG}\s(?:años|meses)(?:\sde\sedad)?\s{_CALLED}
    | \b{_WHO}\s(?:{_WORD}\s){{0,2}}de\s{_YOUNG}\s(?:años|meses)(?:\sde\sedad)?,\s{_CALLED}
    | \b{_WHO}\s(?:{_WORD}\s){{0,2}}(?:of|aged)\s{_YOUNG},?\s{_CALLED}
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
# Some of it stands wherever `_LED` fits; it is looked for first, because it takes a tenth of the time.
_HINT = re.compile(
    r"ni[ñn]|adolescent|girl|boy|teen|toddler|bab|beb|infant|child|menor|minor|old\b|años|meses|aged|of\s",
    re.IGNORECASE,
)
_CHILD_ROLE = re.compile(
    rf"(?:{_WORD}\s){{0,2}}(?P<noun>ni[ñn](?:it)?[oa]|adolescente|girl|boy|teenager|schoolgirl|schoolboy|child)\b\s?(?P<next>\w*)",
    re.IGNORECASE,
)

# "Throughout, the child should be heard": no name and a role, but the beginning of a sentence.
_BEHIND_A_CHILD = frozenset(("", "of", "from", "in", "with", "who", "whose", "aged", "at", "and"))
_SPANISH_VERBS = frozenset(
    """
    debe debera deberá deberia debería deben tiene tendra tendrá puede podra podrá podria podría
    es sera será sea ha habra habrá esta está estara estará no se fue era
    necesita requiere recibe recibira recibirá
    """.split()
)


def is_child(text: str, mention: Mention) -> bool:
    """Whether ``text``, in which a person is named, shows right there that the person is a child."""
    behind = text[mention.end : mention.end + _BEHIND]
    if _ADULT.match(behind):
        return False
    before = text[max(0, mention.start - _BEFORE) : mention.start]
    bracketed = mention.sure and _IN_BRACKETS.match(behind)
    led = _LED.search(before) if _HINT.search(before) else None
    return bool(
        _AGED.match(behind)
        or bracketed
        or (led and not _in_a_title(before, led.start()))
        or has_childs_role(mention.role)
    )


def _in_a_title(before: str, start: int) -> bool:
    """Whether the word for a child has a capital within a sentence: "Guidelines involving Child Victims"."""
    return before[start].isupper() and bool(re.search(r"\w,?\s$", before[:start]))


def has_childs_role(role: str | None) -> bool:
    """Whether the noun of a role is one for children: "niña migrante", and not "child psychologist"."""
    found = _CHILD_ROLE.match(role or "")
    if found is None or found["noun"][0].isupper():  # "Child Victims": a title
        return False
    following = found["next"].lower()
    spanish = found["noun"].lower().startswith(("ni", "ado"))
    if spanish:
        return following not in _SPANISH_VERBS
    return following in _BEHIND_A_CHILD and not is_role(following)
