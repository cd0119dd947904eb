"""Which words of a question decide: stop words and talk are let go, and a sentence is ranked by its words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.query.passing import in_passing
from kb.query.said_dates import let_go, names_may
from kb.query.spoken import spoken
from kb.query.tree import Any, Node, Not, Word, all_of
from kb.text.folding import fold
from kb.text.words import WORD, is_stop_word

ALL_WANTED = 4  # significant words; in a longer question the best covered documents come first
ALL_IN_SENTENCE = 3  # of a sentence, which says more than what it is about
_SHORTEST_SENTENCE = 3
# A mark, an accent, or the question behind what happened: "her passport is gone, what do we do".
_ASKS = re.compile(
    r"""\?
    | \b(?:a?dónde|qué|cómo|cuándo|quién(?:es)?|cuál(?:es)?|cuánt[oa]s?)\b
    | [,;.]\s+(?:and\s+|so\s+)?(?:what|how|where)\b
    | [,;.]\s+(?:y\s+|entonces\s+)?que\s(?:se\s|le\s|nos\s)?(?:hag|hac|pued|pod|deb|pas)""",
    re.VERBOSE | re.IGNORECASE,
)
_ASKING = frozenset(
    """
    what who whom whose which when where why how is are was were do does did can could may must should
    que quien quienes cual cuales cuando donde como cuanto cuanta cuantos cuantas puede pueden debe deben
    es hay esta estan tiene tienen have has will would
    """.split()
)
# "no tiene papeles, lo pueden encerrar": who types these writes a sentence.
_MODAL = frozenset(
    "can could should must cannot cant puede pueden podria podrian debe deben puedo podemos".split()
)
# Who asks says nothing of what is asked: "my nephew is in a shelter". Not "us", a country in capitals.
_PERSONS = frozenset(
    """
    i me my mine myself he him his himself she her hers herself itself ours themselves
    yo me mis mio mia mios mias nos nosotros nosotras nuestro nuestra nuestros nuestras
    suyo suya suyos suyas
    """.split()
)
# Folded, without their apostrophes: "we can't send her home".
_CONTRACTED = frozenset(
    """
    cant dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt wont wouldnt shouldnt couldnt mustnt
    im ive youre youve theyre theyve weve whos whats
    """.split()
)
# "ha sido deportado": a verb is made with them.
_AUXILIARIES = frozenset("sido siendo habia habian habido habiendo haya hayan".split())
_JOINING = frozenset("because during while although durante mientras aunque".split())
_US = re.compile(r"\bus\b")  # in capitals it is a country
_NO_TELLING = _PERSONS | _CONTRACTED | _AUXILIARIES | _JOINING
# "se puede detener a ...", "at what age", "¿a quién avisa ...?"
_BEFORE_ASKING = frozenset(
    "se a al con de desde en para por hasta segun y at in on from to with by for under until and".split()
)
# What a sentence says besides what it is about; "pasa" and "know" are rare in documents and weigh much.
# By language: an English "son" is a child.
_TALK = {
    "en": frozenset(
        """
        can could may might must need needs happen happens happened mean means know knows tell find get give
        anyone someone something somebody nobody everybody everyone please am does did done
        many much allowed permitted having go going goes gets got getting let
        any some every also here say says said ever just
        """.split()
    ),
    "es": frozenset(
        """
        cuanto cuanta cuantos cuantas permitido permitida
        puede pueden podria podrian debe deben deberia hace hacen hacer hago hacemos pasa pasar pasaria sucede
        ocurre significa quiere quiero saber sabe sabemos saben decir dime necesito hay tiene tienen tener
        alguien nadie algo favor
        ser son sea sean fue fueron sido siendo era eran sera seran seria serian estar estan estuvo
        haber habia puedo podemos debo debemos tengo tenemos ir va van voy queda quedan
        cada algun alguna algunos algunas tambien aqui dice dicen dijo vez partir
        """.split()
    ),
}


# Small words of one language that say something in the other: let go in a question of the one.
_SMALL = {"en": frozenset("once".split()), "es": frozenset("son sea sean seas era van he".split())}


def is_sentence(text: str) -> bool:
    """Whether people would read the text as a question, not as words to look for."""
    words = [fold(match[0]) for match in WORD.finditer(text)]
    if names_may(text):
        words.remove("may")
    if len(words) < _SHORTEST_SENTENCE:
        return False
    first = next((word for word in words if word not in _BEFORE_ASKING), "")
    return bool(_ASKS.search(text)) or first in _ASKING or not _MODAL.isdisjoint(words)


def is_small(word: str) -> bool:
    """Whether a folded word says nothing of what is asked, in any question."""
    return is_stop_word(word) or word in _NO_TELLING


def gather(parts: Sequence[Node], text: str = "", *, sentence: bool = False) -> Node | None:
    """Clauses as one node: stop words let go, and a long row of words ranked instead of demanded.

    ``text`` is the question that they are. Of a ``sentence`` a row of any length is ranked, its talk let go.
    """
    words = [part for part in parts if isinstance(part, Word)]
    said = _NO_TELLING | ({"us"} if len(words) > 1 and _US.search(text) else set())
    telling = [word for word in words if word.exact or not (is_stop_word(word.folded) or word.folded in said)]
    passing = in_passing(text) | let_go(text)
    telling = [word for word in telling if word.exact or word.folded not in passing] or telling
    languages = spoken(text)
    if len(languages) == 1:
        telling = [
            word for word in telling if word.exact or word.folded not in _SMALL[languages[0]]
        ] or telling
    if sentence:
        talk = frozenset().union(*(_TALK[language] for language in languages))
        talk -= {"may"} if names_may(text) else set()
        telling = [word for word in telling if word.exact or word.folded not in talk] or telling
    if len(telling) < len(words):
        others = any(not isinstance(part, Word | Not) for part in parts)
        if telling or others:
            kept = frozenset(telling)
            parts = [part for part in parts if not isinstance(part, Word) or part in kept]
        else:  # nothing but stop words: then they are what is wanted
            parts = [Word(part.folded, exact=True) if isinstance(part, Word) else part for part in parts]
    if len(telling) > (ALL_IN_SENTENCE if sentence else ALL_WANTED):
        rest = tuple(part for part in parts if not isinstance(part, Word))
        parts = [Any(tuple(telling), row=True), *rest]
    return all_of(parts) if parts else None
