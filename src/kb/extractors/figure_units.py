"""What a number counts, and whom: the noun phrase behind it, in English and Spanish.

There is no dictionary of nouns. A phrase ends where a function word, a verb or a mark stands; its
head is the first plural in English, and in Spanish a run of words that all end in s, since adjectives
agree with their noun. Whether a phrase speaks of people is looked up in a table.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from kb import places
from kb.text.folding import fold


class Unit(NamedTuple):
    """The words that say what is counted, and where they stand (half-open, code points)."""

    words: str
    start: int
    end: int


_MOST_WORDS = 6
_REACH = 160  # characters behind a number in which its noun stands
_WORD = re.compile(r"\s{1,2}([^\W\d_]+(?:['’-][^\W\d_]+)*)")
_SPELLED = re.compile(r"\s\([^\W\d_]{3,12}(?:[\s-][^\W\d_]{1,12}){0,5}\)(?=\s)")  # "15 (fifteen) children"
_HYPHENED = re.compile(r"[-‐‑]([^\W\d_]{3,})")
_SHARE = re.compile(
    r"\s{0,2}(%|per\s?cent(?:age\spoints)?\b|por\s?ciento\b|puntos\sporcentuales\b)", re.IGNORECASE
)
_ATTACHED = re.compile(r"(?:km|kg|cm|ha|hrs?|min|ml|mg)\b")
_OF_THE = re.compile(
    r"\s(?:of|de)\s(?:(?:all|the|these|those|its|their|our|todos|todas|los|las|estos|estas|esos"
    r"|esas|sus|dichos|dichas)\b\s?){1,2}",
    re.IGNORECASE,
)
_SCALE = re.compile(r"(?:mill[oó]n|millones|bill[oó]n|billones|docenas?)$", re.IGNORECASE)
_SCALE_JOINT = re.compile(r"\s(?:of|de)(?=\s)", re.IGNORECASE)
_AND_THE = re.compile(r"\s(?:and|or|y|e|o|u)\b(?:\s(?:the|los|las)\b)?", re.IGNORECASE)
_COMMA = re.compile(r",(?=(?:\s[^\W\d_]+,)?\s[^\W\d_]+\s(?:and|or|y|e|o)\s)")

_ENGLISH_STOPS = frozenset(
    """
    a about above after again against all almost already also although am among an and any are around
    arrived as at away be became because been before began being below between both but by came can
    children's come could daily did do does done down during each either even ever every fell few for from
    gave get go got had has have having he her here him his how however i if in inside into is it its just
    last later least left less like live lives living made many may me might more most much must my near
    nearly never no nor not now of off on once only onto or our out outside over own per remain remained
    rose said say says she should since so some still such take than that the their them then there these
    they this those through throughout thus to today together too took toward towards under until up upon
    us versus via was we went were what when where whether which while who whom whose why will with within
    without worldwide would yesterday yet you your is't along across alone attend attended need needs
    receive received held working coming
    """.split()
)
_SPANISH_STOPS = frozenset(
    """
    los las sus nos les mas menos tras ademas entonces antes despues jamas quizas ellas ellos estos estas
    esos esas aquellos aquellas quienes cuales todos todas ambos ambas nosotros otros otras varios varias
    pues mientras apenas detras demas vos dos tres seis segun unos unas muchos muchas pocos pocas
    tantos tantas cuantos cuantas mayores siguientes proximos proximas ultimos ultimas atras adelante
    """.split()
)
FUNCTION_WORDS = _ENGLISH_STOPS | _SPANISH_STOPS
_SKIPPED = re.compile(r"\s(?:more|others?|additional|further|new|otr[oa]s|nuev[oa]s)(?=\s)", re.IGNORECASE)
# They end in s and are no plurals of their own here: "human rights defenders", "news agencies".
_MODIFIERS = frozenset("rights sports affairs services states news human various previous homeless".split())
_NO_PLURALS = ("ss", "us", "is", "'s", "’s")
_IRREGULAR = frozenset(
    "children people women men persons youth staff police personnel feet teeth criteria data media offspring "
    "aircraft".split()
)
_TIME = frozenset(
    """
    second minute hour day night week month year decade centur centurie segundo minuto hora dia noche
    semana mes mese ano decada siglo trimestre semestre bimestre
    """.split()
)
_MEASURES = frozenset(
    "kilometro metro kilo kilogramo tonelada litro hectarea vece vez punto kilometre metre".split()
)
_MONEY = frozenset(
    """
    dollar euro peso quetzal quetzale lempira colon colone cordoba balboa cent pound franc sterling peseta
    real reale dolar dolare libra franco centavo bolivar bolivare sole yen krone usd eur mxn mdp mdd
    """.split()
)
_PEOPLE = frozenset(
    """
    child children girl boy minor adolescent teenager youth youngster infant baby babie toddler people
    person man men woman women adult migrant refugee asylum-seeker seeker returnee deportee detainee
    family familie parent mother father brother sister sibling relative grandparent guardian tutor pupil
    student teacher graduate worker officer official expert specialist participant facilitator trainer
    trainee interpreter lawyer attorney judge prosecutor psychologist doctor nurse paediatrician
    pediatrician physician volunteer caregiver carer caseworker advocate defender activist researcher
    interviewer journalist reporter staff employee professional police guard soldier leader representative
    delegate member minister ambassador consul victim survivor resident citizen national inhabitant
    passenger traveller traveler beneficiary beneficiarie respondent patient orphan runaway smuggler
    trafficker suspect agent applicant claimant evacuee internee newborn dependant educator counsellor
    counselor mediator monitor neighbour neighbor farmer
    magistrate hondureno guatemalteco salvadoreno nicaraguense mexicano honduran guatemalan salvadoran
    nicaraguan mexican personnel women's user client candidate nino nina adolescente joven jovene menor
    menore bebe lactante persona gente hombre mujer mujere adulto adulta migrante refugiado refugiada
    solicitante retornado retornada deportado deportada detenido detenida familia padre madre hermano
    hermana hijo hija abuelo abuela pariente familiar familiare tutora guardian guardiane alumno alumna
    estudiante docente maestro maestra profesor profesore profesora egresado egresada trabajador
    trabajadore trabajadora funcionario funcionaria oficial oficiale experto experta especialista
    participante facilitador facilitadore facilitadora capacitador interprete abogado abogada juez juece
    jueza fiscal fiscale psicologo psicologa medico medica enfermera enfermero voluntario voluntaria
    cuidador cuidadore cuidadora defensor defensore defensora activista investigador investigadore
    investigadora periodista empleado empleada profesional profesionale policia guardia soldado lider
    lidere lideresa representante delegado delegada miembro integrante ministro ministra embajador cónsul
    consul consule victima sobreviviente residente ciudadano ciudadana habitante pasajero pasajera viajero
    viajera beneficiario beneficiaria agente educador educadore educadora orientador orientadora promotor
    promotore promotora monitore infante muchacho muchacha chico chica servidor servidore servidora
    magistrado huesped huespede perito encuestador encuestadora paralegal secretario secretaria
    mediador mediadora connacional connacionale poblador pobladore usuario usuaria
    """.split()
)
# What offices call children by: "niñas, niños y adolescentes", "unaccompanied and separated children".
_LETTERS = frozenset("nna nnya nnaj nnam uasc uac uam mena".split())
_CALLED_PEOPLE = _PEOPLE | _LETTERS


def unit_behind(text: str, end: int, language: str) -> Unit | None:
    """The noun phrase that begins at ``end``, behind a number; None where none does."""
    if spelled := _SPELLED.match(text, end):
        end = spelled.end()
    share = _SHARE.match(text, end)
    if share:
        return _unit(text, share.start(1), share.end(1))
    if attached := _ATTACHED.match(text, end):
        return _unit(text, *attached.span())
    if hyphened := _HYPHENED.match(text, end):
        return _unit(text, *hyphened.span(1))
    of_the = _OF_THE.match(text, end)
    begin = of_the.end() - 1 if of_the else end
    return noun_phrase(text, begin, language, min(len(text), end + _REACH))


def after_scale(text: str, end: int) -> int:
    """Where the noun begins behind a number that ends at ``end``: behind the "de" of "millones de"."""
    joint = _SCALE_JOINT.match(text, end)
    return joint.end() if joint and _SCALE.search(text, max(0, end - 9), end) else end


def noun_phrase(text: str, start: int, language: str, limit: int | None = None) -> Unit | None:
    """The noun phrase that begins behind the space at ``start``."""
    limit = min(len(text), start + _REACH) if limit is None else limit
    read = _spanish if language == "es" else _english
    skipped = _SKIPPED.match(text, start, limit)
    start = skipped.end() if skipped else start
    return read(text, start, limit)


def is_people(words: str | None) -> bool:
    """Whether a noun phrase speaks of people: by its first noun and what is joined to it."""
    return any(_singular(word) in _CALLED_PEOPLE for word in _heads(words)) if words else False


def is_share(words: str | None) -> bool:
    """Whether a unit is per cent."""
    return bool(words and _SHARE.fullmatch(words))


def is_time(words: str | None) -> bool:
    """Whether a unit is one of time."""
    return bool(words) and any(_singular(word) in _TIME for word in _heads(words))


def is_measure(word: str) -> bool:
    """Whether a noun is a measure, which needs no complement: hours, dollars, kilometres."""
    return is_time(word) or is_money(word) or _singular(word.partition(" ")[0]) in _MEASURES


def is_money(words: str | None) -> bool:
    """Whether a unit is money."""
    return bool(words) and (
        any(_singular(word) in _MONEY for word in _heads(words)) or (words or "")[-1:] in "$€£₡Q"
    )


def head(words: str | None, language: str) -> str:
    """The noun that decides whether two units are the same: "an 81-hour course", "81 hours"."""
    heads = _heads(words) if words else []
    return _singular(heads[0 if language == "es" else -1]) if heads else ""


def kind(words: str | None, language: str) -> str:
    """What a unit counts, people by whatever name being the same."""
    return "people" if is_people(words) else head(words, language)


def _unit(text: str, start: int, end: int) -> Unit:
    return Unit(" ".join(text[start:end].split()), start, end)


def _heads(words: str | None) -> list[str]:
    """The words of a phrase that can be its head: up to its first "of", "de" or verb."""
    found = []
    for word in (words or "").lower().replace(",", " ").split():
        if word in ("of", "de", "in", "en", "from", "per"):
            break
        found.append(word)
    return found


@lru_cache(maxsize=4096)
def _singular(word: str) -> str:
    word = fold(word)
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


# -- English ----------------------------------------------------------------------------------


def _english(text: str, start: int, limit: int) -> Unit | None:
    words = _words(text, start, limit, _ENGLISH_STOPS)
    behind = [word for word, _, _ in words[1:]] + [""]
    plurals = [end for (word, _, end), after in zip(words, behind, strict=False) if _is_head(word, after)]
    known = [end for word, _, end in words if is_people(word) or is_measure(word)]
    if not (plurals or known):
        return _of_either(text, words, limit)
    last = (plurals or known)[0]
    return _unit(text, words[0][1], _joined(text, last, limit, _ENGLISH_STOPS, _is_plural))


# "Unaccompanied or separated children": qualities in a row before the one noun.
_EITHER = re.compile(r"\s(?:and/or|and|or)(?=\s)|,(?=\s[^\W\d_]+(?:,?\s(?:and|or)\s))", re.IGNORECASE)
# The same of three: "faith, legal and community organizations".
_LISTED = re.compile(r"[a-z-]{3,},\s[a-z-]{3,},?\s(?:and|or)\s[a-z-]{3,}\s(?P<noun>[a-z]{3,})\b")
_HAPPENED = frozenset("died arrived disappeared drowned vanished applied said answered replied left".split())


def _of_either(text: str, words: list[tuple[str, int, int]], limit: int) -> Unit | None:
    """The people behind qualities that are joined, where ``words`` are the first of them."""
    begin = words[0][1] if words else 0
    for _ in range(2):
        joint = _EITHER.match(text, words[-1][2], limit) if 0 < len(words) <= 2 else None
        if joint is None or fold(words[0][0]) in _HAPPENED:
            return None
        words = _words(text, joint.end(), limit, _ENGLISH_STOPS)
        people = next((end for word, _, end in words[1:] if _is_plural(word) and is_people(word)), None)
        if people is not None:
            return _unit(text, begin, _joined(text, people, limit, _ENGLISH_STOPS, _is_plural))
    listed = _LISTED.match(text, begin, limit) if begin else None
    return _unit(text, begin, listed.end()) if listed and _is_plural(listed["noun"]) else None


def _is_head(word: str, behind: str) -> bool:
    """Whether a plural ends its phrase: not "rights" in "human rights defenders"."""
    return _is_plural(word) and not (fold(word) in _MODIFIERS and _is_plural(behind))


def _is_plural(word: str) -> bool:
    plain = fold(word)
    return plain in _IRREGULAR or (len(plain) > 3 and plain.endswith("s") and not plain.endswith(_NO_PLURALS))


# -- Spanish ----------------------------------------------------------------------------------


def _spanish(text: str, start: int, limit: int) -> Unit | None:
    words = _words(text, start, limit, _SPANISH_STOPS)
    count = 0
    for word, _, _ in words:
        negated = (
            count and word.lower() == "no" and count + 1 < len(words) and _ends_in_s(words[count + 1][0])
        )
        letters = not count and word.isupper() and _singular(word) in _LETTERS  # "1,450 NNA"
        if not (_ends_in_s(word) or negated or letters):
            break
        count += 1
    if not count:
        return None
    count = _without_participle(text, words, count, limit)
    if is_measure(words[0][0]):
        return _unit(text, words[0][1], words[count - 1][2])
    first, last = words[0][1], words[count - 1][2]
    last = _joined(text, last, limit, _SPANISH_STOPS, _ends_in_s)
    return _unit(text, first, _complement(text, last, limit))


_ADJECTIVE = re.compile(r"(?:\sno)?\s[^\W\d_]{3,40}s\b")
_PARTICIPLE = re.compile(r"(?:[ai]d|ch|riginari|st)[oa]s$")
_ITS_PHRASE = re.compile(r"\s(?:con|en|por|entre|a|para|desde|hasta|al)\s")


def _without_participle(text: str, words: list[tuple[str, int, int]], count: int, limit: int) -> int:
    """How many words are the noun's own: "quejas relacionadas con ..." counts "quejas"."""
    last = words[count - 1]
    alone = count > 1 and words[count - 2][0].lower() != "no" and _PARTICIPLE.search(last[0])
    measured = is_measure(words[0][0]) or _ITS_PHRASE.match(text, last[2], limit)
    return count - 1 if alone and measured else count


_COMPLEMENT = re.compile(
    r"(?:\sde\s(?!entre\b|esta\b|este\b|forma\b|manera\b|edad\b)[a-zñáéíóúü]{4,}){1,2}(?![\w])"
)


def _complement(text: str, end: int, limit: int) -> int:
    """Where "casas de acogida" ends, which begins with what ends at ``end``."""
    behind = _COMPLEMENT.match(text, end, limit)
    return behind.end() if behind and not re.search(r"\d", behind[0]) else end


def _ends_in_s(word: str) -> bool:
    return len(word) > 2 and word.endswith("s")


# -- Both -------------------------------------------------------------------------------------


def _words(text: str, start: int, limit: int, stops: frozenset[str]) -> list[tuple[str, int, int]]:
    """The words from ``start`` up to a stop word or mark, with where they stand."""
    found: list[tuple[str, int, int]] = []
    while len(found) < _MOST_WORDS:
        word = _WORD.match(text, start, limit)
        if word is None or fold(word[1]) in stops:
            break
        found.append((word[1], *word.span(1)))
        start = word.end()
    return found


def _joined(text: str, end: int, limit: int, stops: frozenset[str], fits: Callable[[str], bool]) -> int:
    """Where the phrase ends with the nouns joined to it: "girls and boys", "niñas, niños y adolescentes"."""
    for _ in range(3):
        joint = _COMMA.match(text, end, limit) or _AND_THE.match(text, end, limit)
        if not joint:
            break
        more = _words(text, joint.end(), limit, stops)[:3]
        fitting = next((word for word in more if fits(word[0])), None)
        if fitting is None or not (is_people(fitting[0]) or places.code_of(fitting[0])):
            break
        end = _agreeing(text, fitting[2], limit) if stops is _SPANISH_STOPS else fitting[2]
    return end


def _agreeing(text: str, end: int, limit: int) -> int:
    """Where the adjectives behind a Spanish noun end: "niñas y niños no acompañados"."""
    for _ in range(3):
        word = _ADJECTIVE.match(text, end, limit)
        if not word or fold(word[0].split()[-1]) in _SPANISH_STOPS:
            break
        end = word.end()
    return end
