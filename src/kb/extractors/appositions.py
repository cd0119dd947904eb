"""What stands behind a name and says who it is: "Ana Paz, directora del DIF, ...", "Ana Paz (UNICEF)"."""

from __future__ import annotations

import re

from kb import places
from kb.extractors.bodies import Bodies
from kb.extractors.honorifics import abbreviates_before
from kb.extractors.name_words import INSTITUTIONS, is_abstract
from kb.extractors.roles import (
    ARTICLES,
    FIELDS_OF_WORK,
    QUALIFIERS,
    Description,
    described,
    fields_end,
    is_role,
)
from kb.extractors.saying import verbs
from kb.text.folding import fold
from kb.text.letters import UPPER

_LONGEST = 160  # characters of a description
_LONGEST_BODY = 120  # characters
_FIRST_WORDS = 4  # of an apposition, of which one is a role
_LIST_END = re.compile(r"[.;:!?“”\"«»()\[\]—–‘]|,\s|$")
_RELATIVE = re.compile(r"\s(?:who|quien|which|that|que)\s")
_FROM_BODY = re.compile(r",?\s(?:of|from|at|with|de|del)\s(?:(?:the|la|el)\s)?")
_IN_BRACKETS = re.compile(r"\s\(([^()]{2,80})\)")
# "Brayan (nombre ficticio)", "Ana (not her real name)".
_PSEUDONYM = re.compile(
    r"\s\((?:nombre\s(?:ficticio|cambiado|supuesto|protegido|reservado|modificado)|(?:es\s)?(?:un\s)?(?:seud|pseud)[oó]nimo"
    r"|(?:an?\s)?(?:pseudonym|alias)|not\s(?:his|her|their)\sreal\snames?|(?:all\s|his\s|her\s)?names?\s[^()]{0,20}changed)"
    r"[^()]{0,40}\)"
)
_AGE = re.compile(
    r"(?:,\s(?:aged\s|de\s)?|\s(?:de|aged)\s)(?:\d{1,2}|[a-záéíóú]{3,11}(?=\saños)|(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen)(?=[,.):;]))(?:\saños|\syears?\sold|-year-old)?(?:\sde\sedad)?(?=[,.):;]|\s(?:de|que|quien|who)\s|$)"
)
_ORIGIN = re.compile(
    r",\s(?:an?\s|un[ao]?\s)?(?P<from>[^\W\d_]{4,20})(?:,?\s(?:de|aged|of|who\sis)\s\d{1,2}(?:\saños|\syears?)?)?(?=[,.;)]|\s(?:que|quien|who)\s|$)"
)
# The endings of those who do something, and things that end so.
_TRADE = re.compile(
    r",\s(?:an?|un[ao]?)\s(?:[^\W\d_]{3,14}\s)?(?P<trade>[^\W\d_]{2,14}(?:er|or|ist|man|woman|er[oa]|ora?|ista))"
    r"(?=[,.;:)]|\s(?:from|of|who|in|at|with|de|del|en|que|quien)\s)"
)
_NO_TRADES = frozenset(
    """
    border center centre chapter charter corner corridor disaster frontier harbor letter matter
    newsletter number
    order paper power quarter river sector shelter summer tower transfer water winter carretera
    comedor corredor
    escalera frontera ladera pradera ribera sendero senda barrera cordillera quisquilla albor valor
    error motor
    color labor dolor favor humor licor temor vapor terror tractor factor
    """.split()
)
_OF_PLACE = re.compile(rf"\s(?:of|de)\s(?:(?:la|los|las|el|San|Santa|Saint|St\.)\s)?[{UPPER}][^\W\d_]+(?=, )")
_WORDS_OF_NAME = range(2, 5)
_WHOSE = frozenset("whose cuyo cuya cuyos cuyas".split())
# With these a clause begins, and no apposition.
_OPENS_CLAUSE = frozenset(
    "while when as and but or if mientras cuando como y e pero o si aunque had has have was were is are"
    " había ha han fue era es son está".split()
)
_LINKS = frozenset("of de del from with".split())


def apposition(text: str, end: int, bodies: Bodies) -> tuple[int, Description]:
    """Where the words end that stand behind the name at ``end`` and describe it, and what they say."""
    pseudonym = _PSEUDONYM.match(text, end)
    last = pseudonym.end() if pseudonym else end
    age = _AGE.match(text, last)
    last = age.end() if age else last
    found = (
        _in_brackets(text, last, bodies)
        or _behind_comma(text, last, bodies)
        or _of_body(text, last, bodies)
        or _of_see(text, last, bodies)
    )
    return found or (_origin_end(text, last), Description(None, None))


def _origin_end(text: str, at: int) -> int:
    """Where a phrase ends that tells a country or a trade: ", hondureño de 16 años", ", a baker"."""
    origin = _ORIGIN.match(text, at)
    if origin and places.code_of(origin["from"]):
        return origin.end()
    trade = _TRADE.match(text, at)
    return trade.end() if trade and trade["trade"] not in _NO_TRADES else at


def _of_see(text: str, at: int, bodies: Bodies) -> tuple[int, Description] | None:
    """Behind the place of somebody: "Bishop Ana Paz of Biloxi, chairman of the committee"."""
    see = _OF_PLACE.match(text, at)
    return _behind_comma(text, see.end(), bodies) if see else None


def _in_brackets(text: str, at: int, bodies: Bodies) -> tuple[int, Description] | None:
    bracket = _IN_BRACKETS.match(text, at)
    if bracket is None:
        return None
    inside = described(bracket[1], bodies)
    tells = inside.role or inside.organisation or bracket[1].strip().isdigit()
    return (bracket.end(), inside) if tells else None


def _behind_comma(text: str, at: int, bodies: Bodies) -> tuple[int, Description] | None:
    if not text.startswith(", ", at):
        return None
    stop = _end(text, at + 2, bodies)
    phrase = text[at + 2 : stop]
    if not _may_describe(phrase):
        return None
    if _names_another(phrase):
        return None
    found = described(phrase, bodies)
    tells = found.role or (found.organisation and _FROM_BODY.match(text, at))
    return (stop, found) if tells else None


def _of_body(text: str, at: int, bodies: Bodies) -> tuple[int, Description] | None:
    """Behind "of": "Ana Paz of UNICEF", where the document names the body."""
    link = _FROM_BODY.match(text, at)
    ends = (
        [end for begin, end in bodies(text[link.end() : link.end() + _LONGEST_BODY]) if not begin]
        if link
        else []
    )
    if link is None or not ends:
        return None
    stop = link.end() + max(ends)
    return stop, described(text[at:stop], bodies)


def _end(text: str, start: int, bodies: Bodies) -> int:
    """Where an apposition ends: with its line, at a mark, a relative clause or a verb of saying."""
    window = text[start : start + _LONGEST].partition("\n")[0]  # a line that its author ended
    spans = bodies(window)
    stop, listed = len(window), 0
    for match in _LIST_END.finditer(window):
        inside = any(begin < match.start() < end for begin, end in spans) or match.start() < listed
        if match[0] == ", " and not inside and (stopped := fields_end(window, match.start())) > match.start():
            listed, inside = stopped, True
        abbreviated = match[0] == "." and match.start() > 0 and abbreviates_before(window, match.end())
        if not (inside or abbreviated):
            stop = match.start()
            break
    if relative := _RELATIVE.search(window, 0, stop):
        stop = relative.start()
    stop = next((begin for begin, _ in verbs(window, 0, stop)), stop)
    return start + len(window[:stop].rstrip())


def _names_another(phrase: str) -> bool:
    """Whether a phrase ends with the name of its own person: "UNICEF Executive Director Ana Paz"."""
    words = phrase.split()
    held = [index for index, word in enumerate(words) if is_role(word)]
    name = words[held[-1] + 1 :] if held and words[0].lower() not in ARTICLES else []
    capitals = all(word[:1].isupper() and not _is_of_office(word) for word in name)
    return capitals and len(name) in _WORDS_OF_NAME


def _is_of_office(word: str) -> bool:
    folded = fold(word)
    known = folded in INSTITUTIONS | FIELDS_OF_WORK | QUALIFIERS or is_role(word) or is_abstract(folded)
    return known or places.code_of(word) is not None or places.place_code(word) is not None or word.isupper()


def _may_describe(phrase: str) -> bool:
    """Whether a phrase behind a comma begins like an apposition and not like a clause."""
    words = phrase.split()
    first = words[0].lower() if words else ""
    if first in _OPENS_CLAUSE:
        return False
    if first in ARTICLES or first in _LINKS:
        return True
    return first not in _WHOSE and any(is_role(word.strip(",.’'")) for word in words[:_FIRST_WORDS])
