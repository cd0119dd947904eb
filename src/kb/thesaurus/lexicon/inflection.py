"""Forms of a word and the dictionary word they belong to, in English and Spanish (pure).

Rules say what is regular; a list of each language (``en.txt``, ``es.txt``) says the rest. Rules only
propose: whoever asks keeps the proposals that are words. Everything is folded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kb.text.folding import fold

# Endings of forms, and what the dictionary has instead (all of them count), in the order in which they
# are tried.
_ENDINGS: dict[str, tuple[tuple[str, *tuple[str, ...]], ...]] = {
    "en": (
        ("s", ""), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("oes", "o"),
        ("ies", "y"), ("ed", "e"), ("ed", ""), ("ied", "y"), ("ing", "e"), ("ing", ""),
        ("ly", ""), ("ily", "y"), ("ally", ""), ("ly", "le"), ("er", "e"), ("er", ""), ("ier", "y"),
        ("est", "e"), ("est", ""), ("iest", "y"), ("ise", "ize"), ("ises", "ize"), ("ised", "ize"),
        ("ising", "ize"), ("isation", "ization"), ("isations", "ization"),
    ),
    "es": (
        ("s", ""), ("es", ""), ("ces", "z"), ("a", "o", "ar"), ("as", "o", "ar"), ("ora", "or"),
        ("oras", "or"), ("esa", "es"), ("esas", "es"), ("ola", "ol"), ("olas", "ol"), ("ana", "an"),
        ("anas", "an"), ("amente", "o"),
        ("mente", ""), ("se", ""), ("andose", "ar", "arse"), ("iendose", "er", "ir", "erse", "irse"),
        *((f"r{pronoun}", "r") for pronoun in ("lo", "los", "la", "las", "le", "les", "me", "te", "nos")),
    ),
}  # fmt: skip
# Forms that are words of their own and forms of a verb too: building, missing, limited.
PARTICIPLES = {"en": ("ing", "ed")}
_DOUBLED = frozenset("bdfgklmnprstvz")
_VOWELS = "aeiou"
_SHORTEST = 3  # letters of a word that a rule may propose: no "bus" from "b"

# What may follow the stem of a Spanish verb or participle; no -ad, -ed, -id, with which nobody asks here.
_SPANISH_ENDINGS = frozenset(
    """
    a aba abais aban abamos abas ado ada ados adas ais amos an ando ar ara aran aramos aras aron as aste
    e eis emos en endo er era eran eramos eras eron es ese esen i ia iamos ian ias ido ida idos idas
    iendo iera ieramos ieran ieras ieron iese iesen imos io ir iste o os
    """.split()
)
_LONGEST_ENDING = max(map(len, _SPANISH_ENDINGS))
# An infinitive has the own stem of its verb: no "rotar" of "roto".
_OF_INFINITIVES = {"ar", "er", "ir"}
_CHANGED_ENDINGS = _SPANISH_ENDINGS - _OF_INFINITIVES
_SHOWN_ENDINGS = ("o", "a", "en", "ieron")  # together they give every stem that a changed verb has
# The sound of a verb's last consonant is spelled otherwise before another vowel: busque, llegue, exija.
_SPANISH_SPELLING = (
    ("car", "que"), ("guar", "gue"), ("gar", "gue"), ("zar", "ce"), ("ger", "ja"), ("gir", "ja"),
    ("guir", "ga"), ("quir", "ca"), ("ncer", "nza"), ("rcer", "rza"), ("cer", "zca"),
    ("cir", "zca"), ("uir", "uyo"),
)  # fmt: skip
_RESPELLED = {
    "es": _SPANISH_SPELLING,
    "en": (("yze", "yse"),),
}
_SAME_SOUND = {"e": "e", "a": "ao", "o": "aeo"}
INFINITIVES = ("ar", "er", "ir", "arse", "erse", "irse")
# What ends like one and is none.
_NO_INFINITIVES = frozenset(
    """
    alfiler altar ambar auxiliar ayer azucar bachiller bar bazar bienestar bolivar cadaver cancer
    caracter celular centenar chofer circular collar crater dolar ejemplar elixir escaner escolar
    estandar familiar gangster ganster hangar hogar impar insular jupiter laser lider lugar lunar
    malestar mar martir mercader militar millar molar mujer nectar niger nuclear ocular olivar paladar
    par particular peculiar pilar placer polar popular porvenir poster primer pulgar quehacer regular
    revolver secular similar singular solar sueter taller tercer titular ultramar vehicular vulgar
    """.split()
)
_KEEP_THE_SOUND = ("ar", "arse", "uir", "uirse")  # verbs whose last consonant sounds alike before e and a
_BEFORE_E = {"c": "qu", "g": "gu", "z": "c"}


def bases(form: str, language: str) -> Iterator[tuple[str, ...]]:
    """The dictionary words that a folded form may be a regular form of, the likeliest first.

    Words that are as likely as each other come together.

    >>> list(bases("stopped", "en"))
    [('stoppe',), ('stopp',), ('stop',)]
    >>> next(bases("genera", "es")), ("llegar",) in bases("lleguen", "es")
    (('genero', 'generar'), True)
    """
    yield from regular(form, language)
    if language == "es":
        yield from ((infinitive,) for infinitive in _infinitives(form))


def regular(form: str, language: str) -> Iterator[tuple[str, ...]]:
    """Those of the bases that its ending tells, without the many endings of Spanish verbs.

    >>> list(regular("mayores", "es")), list(regular("come", "es"))
    ([('mayore',), ('mayor',)], [])
    """
    for ending, *replaced in _ENDINGS.get(language, ()):
        if not form.endswith(ending):
            continue
        kept = form.removesuffix(ending)
        # being is no form of bee, nor feed of fee
        if replaced == ["e"] and kept.endswith("e") and (ending == "ing" or len(kept) == 2):
            continue
        if len(kept + replaced[0]) >= _SHORTEST:
            yield tuple(kept + each for each in replaced)
            if language == "en" and replaced == [""] and kept[-1] == kept[-2] and kept[-1] in _DOUBLED:
                yield (kept[:-1],)


def inflected(noun: str) -> tuple[str, ...]:
    """The regular plural of an English noun.

    >>> inflected("country"), inflected("day"), inflected("box")
    (('countries',), ('days',), ('boxes',))
    """
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return (f"{noun[:-1]}ies",)
    return (f"{noun}es" if noun.endswith(("s", "x", "z", "ch", "sh")) else f"{noun}s",)


def is_infinitive(word: str) -> bool:
    """Whether a folded Spanish word is the infinitive of a verb, by its ending.

    >>> is_infinitive("quitarse"), is_infinitive("mujer")
    (True, False)
    """
    return word.endswith(INFINITIVES) and len(word) > _SHORTEST and word not in _NO_INFINITIVES


def is_adverb(word: str, language: str) -> bool:
    """Whether a word looks like an adverb made of an adjective: *quickly*."""
    return language == "en" and word.endswith("ly")


def adverbs(adjective: str, language: str) -> Iterator[str]:
    """The adverb that is made of an adjective, where it has a stem of its own.

    >>> list(adverbs("rápido", "es")), list(adverbs("quick", "en"))
    (['rápidamente'], [])
    """
    if language == "es" and adjective.isalpha():
        yield (f"{adjective[:-1]}a" if adjective.endswith("o") else adjective) + "mente"


def respelled(word: str, language: str) -> Iterator[str]:
    """Forms of a regular word that are spelled otherwise: by the next vowel, or in British English.

    >>> list(respelled("buscar", "es")), list(respelled("analyze", "en"))
    (['busque'], ['analyse'])
    """
    for ending, changed in _RESPELLED.get(language, ()):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            yield word.removesuffix(ending) + changed
            return


class Irregular:
    """The forms of a language that no rule gives, both ways.

    A line is a dictionary word and its forms; ``tuv-`` stands for every form that begins so.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._forms: dict[str, list[str]] = {}
        self._words: dict[str, list[str]] = {}
        for line in lines:
            word, _, forms = fold(line).partition(": ")
            held = forms.split("; ")
            self._forms.setdefault(word, []).extend(held)
            for form in held:
                for spelled in (form, *_before_e(form, word)):
                    self._words.setdefault(spelled, []).append(word)

    def words(self, form: str) -> Iterator[str]:
        """The dictionary words that a folded form belongs to."""
        yield from self._words.get(form, ())
        for place in range(max(1, len(form) - _LONGEST_ENDING), len(form)):
            if form[place:] in _CHANGED_ENDINGS:
                yield from self._words.get(f"{form[:place]}-", ())

    def forms(self, word: str) -> Iterator[str]:
        """Forms of a folded dictionary word, enough of them to have every stem."""
        for form in self._forms.get(word, ()):
            if form.endswith("-"):
                yield from (form[:-1] + ending for ending in _SHOWN_ENDINGS)
                yield from (f"{spelled[:-1]}en" for spelled in _before_e(form, word))
            else:
                yield form


def _infinitives(form: str) -> Iterator[str]:
    for place in range(len(form) - 1, max(1, len(form) - _LONGEST_ENDING - 1), -1):
        beginning, ending = form[:place], form[place:]
        if ending not in _SPANISH_ENDINGS:
            continue
        if ending in _OF_INFINITIVES:  # reunir is of reunirse, and not of "reunar"
            yield f"{form}se"
            continue
        if beginning.endswith(INFINITIVES):  # vivirán
            yield beginning
        for infinitive in INFINITIVES:
            yield beginning + infinitive
        for infinitive, changed in _SPANISH_SPELLING:
            if beginning.endswith(changed[:-1]) and ending[0] in _SAME_SOUND[changed[-1]]:
                yield beginning.removesuffix(changed[:-1]) + infinitive


def _before_e(form: str, verb: str) -> Iterator[str]:
    """``empiez-`` is ``empiec-`` in *empiece*, ``sig-`` is ``sigu-`` in *sigue*; but *haga* is of *hacer*."""
    if verb.endswith(_KEEP_THE_SOUND) and len(form) > 2 and form.endswith("-") and form[-2] in _BEFORE_E:
        yield f"{form[:-2]}{_BEFORE_E[form[-2]]}-"
