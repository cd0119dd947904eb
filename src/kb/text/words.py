"""Words of a text, folded and stemmed: the analysis that documents and questions share.

English goes through Snowball English ("porter2"). Spanish goes through four suffix rules before
Snowball Spanish, because plain Snowball splits the key words of this field
(interés/intereses, consular/consulares): over 73,660 singular/plural pairs the chain misses
0.32 %, plain Snowball 7.84 %, and no word typed without its accent is missed. Folding comes
first, so that accents never decide a stem. English words in -ise have the stem of those in -ize. Other
languages are folded only.

What must stay true: a question and a document are analysed by the same function, and spans
point into the text that was given.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

import Stemmer

from kb.text.folding import fold

# Digits in groups of three ("68,000", "68.000") are one number, "U.S." is one word. Whatever it is
# begins with a letter or digit: said once, in front, that takes half of the time.
WORD = re.compile(
    r"[^\W_](?:(?<=\d)\d{0,2}(?:[.,]\d{3})+(?!\w)"
    r"|\.(?<=(?<!\w)[^\W\d_]\.)(?:[^\W\d_]\.)+"
    r"|[^\W_]*(?:['’ʼ][^\W_]+)*)"
)
_BREAK = re.compile(r"[.;:!?…\n]")

_SNOWBALL = {"en": "english", "es": "spanish"}
STEMMED = tuple(_SNOWBALL)
_SPANISH_SUFFIXES = (
    (re.compile(r"^(.{2,})ces$"), r"\1z"),
    (re.compile(r"^(.{2,}[lrndsy])es$"), r"\1"),
    (re.compile(r"^(.{2,}[ao])s$"), r"\1"),
    (re.compile(r"^(.{3,}[^aeiou])es?$"), r"\1"),
)
# British verbs in -ise are those in -ize, which the stemmer cuts shorter. Not so supervise (supervision),
# exercise and others that are spelled in one way.
_BRITISH = re.compile(
    r"^(?!advertis|chastis|(?:dis)?(?:en)?franchis|improvis|paradis|treatis)"
    r"(.{2,}(?:[^vc]|[ai]c))is(?=(?:es?|ed|ers?|ing|ations?|able|als?)$)"
)
_POSSESSIVE = re.compile(r"['’ʼ]s$")
_APOSTROPHES = str.maketrans("", "", "'’ʼ.")

# Words that a stemmer throws together with others of another meaning (sport and deportation, gender and to
# generate, minors and minorities), each with its forms: their stem is the first of them, and no other
# word's. Found among the words of the lexicon that share a stem and no translation; those are here that
# people ask for, or that texts often have.
_APART = {
    "en": """
        accession accessions; accountability accountable; aids; apartment apartments; authorize authorizes
        authorized authorizing authorization authorizations authorise authorises authorised authorising
        authorisation authorisations; authors author; business businesses; careful carefully; caste castes;
        collective collectively; commitment commitments; comprehensive comprehensively; conference
        conferences; considerable considerably; consistent consistently consistency; constitution
        constitutions constitutional; convention conventions; conversation conversations; criminalize
        criminalizes criminalized criminalizing criminalization criminalise criminalises criminalised
        criminalising criminalisation; customer customers; designate designates designated designating
        designation designations; direction directions; directive directives; emergency emergencies; exclusive
        exclusively; executive executives; exhaustive exhaustively; hospitality; important importantly
        importance; informal informally; initiative initiatives; integral; integrity; internal internally;
        majority majorities; minority minorities; mobilize mobilizes mobilized mobilizing mobilization
        mobilise mobilises mobilised mobilising mobilisation; nationality nationalities; naturalize
        naturalizes naturalized naturalizing naturalization naturalise naturalises naturalised naturalising
        naturalisation; objective objectives objectively; officer officers; opposition; organ organs; original
        originals originally; personal personally; personality personalities; positive positively; reasonable
        reasonably reasonableness; regularize regularizes regularized regularizing regularization
        regularizations regularise regularises regularised regularising regularisations; relative relatives;
        relatively; respective respectively; responsible responsibly responsibility responsibilities; several;
        stated stating; succession; successive successively; transition transitions transitional; united;
        university universities
        """,
    "es": """
        afectivo afectiva afectivos afectivas; articulo articulos; bebe bebes; bienes; calle calles; cama
        camas; camara camaras; cargo cargos; casa casas; caso casos; comunes comun; comunicado comunicados;
        comunidad comunidades; contra; corte cortes; costa costas; cruces cruz; cuna cunas; cunado cunada
        cunados cunadas; debido debida debidos debidas; deporte deportes; deportista deportistas; deportivo
        deportiva deportivos deportivas; disparidad disparidades; efectivo efectiva efectivos efectivas
        efectivamente efectividad; estadia estadias; genero generos; habitacion habitaciones; habito habitos;
        hombro hombros; informe informes; ingresos; integridad; interno interna internos internas; letrado
        letrada letrados letradas; libro libros; madrid; mara maras; marco marcos; marido maridos; menos;
        mente mentes; mesa mesas; meta metas; mitad mitades; monto montos; muro muros; nacionalidad
        nacionalidades; nada; negocio negocios; nombre nombres; pared paredes; pares par; parte partes;
        partida partidas; partido partidos; parto partos; periodista periodistas periodismo; personalidad
        personalidades; peso pesos; planta plantas; plazo plazos; posada posadas; procurador procuradora
        procuradores procuradoras; puerto puertos; rayo rayos; redada redadas; relato relatos; restos; retenes
        reten; sabado sabados; sala salas; salvo; sede sedes; serie series; solo sola solos solas; taller
        talleres; tarde tardes; tema temas; termino terminos; titulo titulos; trata; tratado tratados; unidad
        unidades; universidad universidades; valoracion valoraciones; varios varias; verdad verdades;
        vulnerable vulnerables vulnerabilidad vulnerabilidades
        """,
}
_KEPT_APART = {
    language: {form: group.split()[0] for group in groups.split(";") for form in group.split()}
    for language, groups in _APART.items()
}

# Words too common to decide anything in either language. "no" and "sin" decide a lot here
# (niñas NO acompañadas), and words that mean something in the other language stay out too.
_LONGEST_ACRONYM = 4  # letters
_LONGEST_NEIGHBOUR = 30  # letters of a word that is looked at beside another
_LAST_WORD = re.compile(r"([^\W\d_]+)[ \t\n]+\Z")
_NEXT_WORD = re.compile(r"[ \t\n]+([^\W\d_]+)")
_STOP_WORDS = {
    "en": """
        a about an and are as at be been but by do does for from had has have how if in into is it its
        of on or our shall should such than that the their them then there these they this those to
        was we were what when where which who whom whose why will with would you your
        """,
    "es": """
        al ante aquel aquella aquello como con cual cuales cuando cuanto de del desde donde e el ella
        ellas ellos en entre es esa esas ese eso esos esta estas este esto estos estan fue ha han hay la
        las le les lo los mas mi muy ni o para pero por porque que quien quienes se segun ser si sobre
        su sus tambien te tu un una unas uno unos y ya
        """,
}
STOP_WORDS_OF = {language: frozenset(words.split()) for language, words in _STOP_WORDS.items()}
STOP_WORDS = frozenset().union(*STOP_WORDS_OF.values())

# What opens a clause behind a comma; "and" and "o" join the items of a list as often.
_OPENING = frozenset(
    """
    as but how if than that when where which who whom whose why
    como cual cuales cuando donde pero porque que quien quienes segun si
    """.split()
)


class Term(NamedTuple):
    """One word of a text: its stem, its folded form, and where it stands."""

    stem: str
    folded: str
    start: int
    end: int
    position: int  # among the words that are not stop words; -1 for a stop word
    printed: str = ""  # a stop word that is printed as an acronym: "WHO"


def terms(text: str, language: str) -> list[Term]:
    """The words of ``text`` in order, each stemmed as a word of ``language``.

    Positions pass over stop words, so that *interés superior de la niñez* and *interés superior
    del niño* are both three words in a row, and leave a gap where a sentence or clause ends (of
    commas those behind which *where*, *in which*, *que* ... stand), so that a phrase never reaches across.

    >>> [(term.stem, term.position) for term in terms("Niñas no acompañadas. La niñez", "es")]
    [('nin', 0), ('no', 1), ('acompan', 2), ('la', -1), ('ninez', 4)]
    >>> [term.printed for term in terms("Who asked the WHO", "en")], terms("ES SU CASA", "es")[1].printed
    (['', '', '', 'WHO'], '')
    """
    found: list[Term] = []
    position = last = 0
    comma = False  # whether one stands behind the last word that is no stop word
    for match in WORD.finditer(text):
        start, end = match.span()
        if start - last > 1 and _BREAK.search(text, last, start):
            position += 1
        before, last = last, end
        folded, stemmed = analysed(match[0], language)
        if folded in STOP_WORDS:
            comma = comma or "," in text[before:start]
            if comma and folded in _OPENING:
                position, comma = position + 1, False
            printed = bare(match[0])
            alone = is_acronym(printed) and not _among_capitals(text, start, end)
            found.append(Term(stemmed, folded, start, end, -1, printed if alone else ""))
        else:
            found.append(Term(stemmed, folded, start, end, position))
            position, comma = position + 1, False
    return found


def bare(raw: str) -> str:
    """A word as it is written, without what says that something is its own.

    >>> bare("WHO's"), bare("child’s")
    ('WHO', 'child')
    """
    return _POSSESSIVE.sub("", raw)


def is_acronym(word: str) -> bool:
    """Whether a word is a few plain capitals: "CAT" is the Committee against Torture.

    >>> [is_acronym(word) for word in ("CAT", "Cat", "NIÑO", "NIGHT")]
    [True, False, False, False]
    """
    return word.isupper() and word.isascii() and 1 < len(word) <= _LONGEST_ACRONYM


def _among_capitals(text: str, start: int, end: int) -> bool:
    """Whether a word beside this one is in capitals, too, and no mark between them."""
    before = _LAST_WORD.search(text, max(0, start - _LONGEST_NEIGHBOUR), start)
    after = _NEXT_WORD.match(text, end)
    return any(len(each[1]) > 1 and each[1].isupper() for each in (before, after) if each)


def folded_words(text: str) -> tuple[str, ...]:
    """The words of ``text``, folded.

    >>> folded_words("Niñas y niños"), folded_words("child's")
    (('ninas', 'y', 'ninos'), ('child',))
    """
    return tuple(term.folded for term in terms(text, ""))


def telling_words(text: str) -> tuple[str, ...]:
    """The same without stop words.

    >>> telling_words("Niñas y niños")
    ('ninas', 'ninos')
    """
    return tuple(term.folded for term in terms(text, "") if term.position >= 0)


@lru_cache(maxsize=1 << 16)
def analysed(raw: str, language: str) -> tuple[str, str]:
    """The folded form and the stem of a word as WORD finds it.

    >>> analysed("Niñas", "es"), analysed("child's", "en"), analysed("68,000", "en")
    (('ninas', 'nin'), ('child', 'child'), ('68000', '68000'))
    """
    if raw.isalpha() and "ʼ" not in raw:  # a letter to Unicode
        folded = fold(raw)
    elif raw[0].isdigit():
        folded = raw.replace(",", "").replace(".", "")
    else:
        folded = fold(bare(raw)).translate(_APOSTROPHES) or raw.lower()
    return folded, stem(folded, language)


@lru_cache(maxsize=1 << 16)
def stem(folded: str, language: str) -> str:
    """The stem of one folded word; the word itself in a language without a stemmer.

    >>> stem("interes", "es") == stem("intereses", "es"), stem("children", "fr")
    (True, 'children')
    """
    if language not in _SNOWBALL or not folded.isalpha():
        return folded
    if kept_apart := _KEPT_APART[language].get(folded):
        return kept_apart
    if language == "es":
        if folded.endswith(("e", "s")):
            for pattern, kept in _SPANISH_SUFFIXES:
                folded = pattern.sub(kept, folded)
    elif "is" in folded:
        folded = _BRITISH.sub(r"\1iz", folded)
    return str(_stemmer(language).stemWord(folded))


def is_stop_word(folded: str) -> bool:
    """Whether a word is too common in English or Spanish to decide a question."""
    return folded in STOP_WORDS


@cache
def _stemmer(language: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(_SNOWBALL[language], 0)  # its own cache of words takes longer than stemming
