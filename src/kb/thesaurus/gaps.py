"""What stands between two words that count: nothing, "of the", "and", a comma, the end of a clause (pure).

Names of concepts are compared word by word, and what stands between says whether the words belong
together: *rights of the child* and *the child's rights* do, *rights and children* and *rights. The
child* do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from kb.text.folding import fold
from kb.text.words import Term

# Each is a bit, so that a label can say which of them it may stand with.
BESIDE = 1  # nothing
ARTICLE = 2  # an article, a possessive, "every"
OF = 4  # a preposition that can turn a pair round: *protection of children*, *child protection*
TO = 8  # another preposition
VERB = 16  # a form of "to be" or "to have", "will", "should": *children (who) are detained*
AND = 32  # "and", "or", a slash
COMMA = 64
COMMA_AND = 128  # ", and"
LIST = AND | COMMA | COMMA_AND
CLAUSE = 256  # "that", "if", "when", "such as": another clause begins
BREAK = 512  # the end of a sentence, a bracket, a dash
PAST_BESIDE = 1024  # nothing, where members of a list were passed over: child [care and] protection
PAST_OF = 2048  # a preposition, where they were: detention [or deportation] of

_FAR = 60  # characters between two words that belong together
_ENDS = re.compile(r"[.;:!?…\n()\[\]{}¿¡•]|\s[-–—]+\s|—")
_WORD = re.compile(r"[^\W\d_]+")
# Words that the analysis keeps and names pass over, beside its stop words.
PASSED_OVER = frozenset(
    """
    his her he him she any every each all both own nor within upon
    cada cualquier cualquiera todo toda todos todas propio propia propios propias dicho dicha dichos
    dichas nuestro nuestra nuestros nuestras
    """.split()
)
_AND = frozenset("and or nor y e o u ni".split())
_OF = frozenset("of for de del".split())
_TO = frozenset(
    "about at by from in into on to with within upon a al ante con desde en entre para por sobre".split()
)
_VERB = frozenset(
    """
    are be been had has have is shall should was we were will would do does
    es esta estan fue ha han hay ser
    """.split()
)
_CLAUSE = frozenset(
    """
    how if than that then there what when where which who whom whose why
    aquel aquella aquello cual cuales cuando cuanto donde pero porque que quien quienes se segun si
    """.split()
)
_AS = re.compile(r"\b(?:as|como)\b", re.IGNORECASE)
# One thing for both genders, no list; and "who are", which joins as "are" does.
_HERS, _ARTICLES = "he|she|his|hers?|him", "el|al|las?|los|un[ao]s?|uno|tod[ao]s?"
_BOTH = re.compile(
    rf"\b(?:{_HERS}) (?:and|or) (?:{_HERS})\b"
    rf"|\b(?:(?:de|a) )?(?:del|{_ARTICLES})(?: ?/ ?| [yo] )(?:(?:de|a) )?(?:{_ARTICLES})\b"
    r"|\b(?:who|that|which|what|que|quien(?:es)?)"
    r" (?=(?:are|is|was|were|has|have|had|been|es|son|est[aá]n?|fue|fueron|ha|han)\b)",
    re.IGNORECASE,
)


# Forms that no stemmer puts together: a child and children, both spellings.
_SAME = {
    "children": "child", "women": "woman", "men": "man", "peopl": "person", "labor": "labour",
    "center": "centr", "program": "programm", "behavior": "behaviour", "defens": "defenc",
    "judgement": "judgment",
}  # fmt: skip
_IS = re.compile(r"(.{3,})is(at)?$")
_IZE = re.compile(r"(.{3,})i[sz](?:e|ed|es|ing|ation|ations)$")  # criminalize is not criminal
# Words that a stemmer puts together with others: nationality with nationals, training with a train.
_APART = {
    form: forms.split()[0]
    for forms in (
        "nationality nationalities", "nacionalidad nacionalidades", "informal informally informales",
        "awareness", "lawful lawfully", "training trainings trained trainer trainers", "housing",
        "interpreter interpreters", "interprete interpretes", "integral integrales integrally",
        "integrity integridad", "accessible accessibility inaccessible",
        "accesible accesibles accesibilidad", "employer employers",
        "counselling counseling counsellor counsellors", "genero generos", "mara maras",
        "foreigner foreigners", "accompanying",
        "periodista periodistas", "refugio refugios", "hospital hospitals hospitales", "income incomes",
        "vulnerabilidad vulnerabilidades", "tracing", "monitoring",
        "coordinator coordinators", "coordinador coordinadora coordinadores coordinadoras",
        "psychologist psychologists", "psicologo psicologa psicologos psicologas",
    )
    for form in forms.split()
}  # fmt: skip
# *On her own*, *by themselves* say "alone" in one word.
_ALONE, _ALONE_STEM = "alone", "alon"
_OWN = frozenset("own myself himself herself itself ourselves themselves".split())
_ON_ONES_OWN = re.compile(
    r"\b(?:on (?:my|his|her|its|our|their) own|by (?:my|him|her|it)self|by (?:our|them)selves)$", re.I
)
# Nouns that are verbs behind "se": *cuando se trata de niños*.
_VERBS, _REFLEXIVE = frozenset({"trata", "tratan"}), (" se ", "Se ")


class Word(NamedTuple):
    """A word that counts, and what stands before it."""

    stem: str
    folded: str
    gap: int
    start: int
    end: int
    term: int  # its place among all terms of the text
    hyphen: bool  # whether a hyphen joins it to the one before


def counted(words: Sequence[Term], text: str) -> list[Word]:
    """The words of ``text`` that count; ``words`` are ``kb.text.words.terms`` of it."""
    found: list[Word] = []
    last = 0
    for index, term in enumerate(words):
        alone = term.folded in _OWN and _ON_ONES_OWN.search(text, last, term.end)
        if not alone and (term.position < 0 or term.folded in PASSED_OVER):
            continue
        between = text[last : alone.start() if alone else term.start]
        if term.folded in _VERBS and between.endswith(_REFLEXIVE):
            continue
        stands = BESIDE if between == " " else gap(between) if len(between) <= _FAR else BREAK
        found.append(
            Word(
                _ALONE_STEM if alone else _same(term.stem, term.folded),
                _ALONE if alone else term.folded,
                stands,
                term.start,
                term.end,
                index,
                between == "-",
            )
        )
        last = term.end
    return found


@lru_cache(maxsize=1 << 15)
def _same(stem: str, folded: str) -> str:
    """The stem that stands for all forms of a word, and of no other: organisation and organization."""
    if apart := _APART.get(folded):
        return apart
    if stem.isascii() and (spelled := _IZE.fullmatch(folded)):
        return f"{spelled[1]}iz"
    if spelled := _IS.fullmatch(stem):
        return f"{spelled[1]}iz"
    return _SAME.get(stem, stem)


@lru_cache(maxsize=1 << 12)
def gap(between: str) -> int:
    """What the text between two words is, as one of the bits above.

    >>> gap(" of the ") == OF, gap(", and ") == COMMA_AND, gap("-") == BESIDE, gap(". ") == BREAK
    (True, True, True, True)
    """
    if _ENDS.search(between):
        return BREAK
    both = _BOTH.sub(" the ", between)
    small = {fold(word) for word in _WORD.findall(both)}
    if small & _CLAUSE or _AS.search(both):
        return CLAUSE
    comma = "," in between
    if small & _AND or "/" in both:
        return COMMA_AND if comma else AND
    if comma:
        return COMMA
    if small & _VERB:
        return VERB
    if small & _OF:
        return OF
    if small & _TO:
        return TO
    return ARTICLE if small else BESIDE
