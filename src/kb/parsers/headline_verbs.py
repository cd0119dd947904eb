"""Whether a line says something, as headlines do, or only names somebody, as letterheads do.

A headline has a verb, most often in the present, or a word that joins clauses ("who", "que"). Verbs that
are nouns in the names of bodies as well ("Care", "Help", "Ayuda", "Visita") tell nothing and are left out.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from kb.text.folding import fold

_ENGLISH = frozenset(
    """
        is are was were has have had will must can could should may cannot be been being not how why who acts
        whose that what when while after amid than without more fewer less ask asks accept accepts
        accuses adopt adopts advises agree agrees aims allow allows announce announces appoints
        approach approaches approve
        approves arrive arrives assists attends back backs bans become becomes begin begins blames
        blocks bring brings build builds buries call calls came carry carries celebrate celebrates
        challenges close closes commits complete completes conclude concludes condemn condemns confirm
        confirms continue continues counts create creates cuts decide decides declare declares defends
        deliver delivers demand demands denies denounce denounces deplores detained detains die died
        dies disappear discuss discusses donates double doubles drop drops ease eases ended ends ensures
        enter enters establishes examines expand expands expect expects expelled explains express
        expresses extend extends face faces fail fails fall falls fears fell fight fights find finds
        finish finishes fled flee flees follows found frees gain gains gather gathers gave get gets give
        gives go goes graduate grew grow grows halt halts handed hear hears held helped helps highlights
        hold holds honours hosts identified identifies identify improve improves increase increases
        inspects install installs intercepts introduces invests invites join joins keep keeps kept lacks
        launch launched launches leads learn learns leave leaves left lets lifts link live lives look looks
        lose loses lost made make makes marks meet meets met mourn mourns moves named names need needed needs
        offer offers open opened opens oppose opposes order orders passes pay pays plead pledge pledges
        praises prepare prepares present presented presents prevents print prints promises protects
        protest provide provides publish publishes put puts raise raises reach reached reaches read
        reads receive receives recommend recommends refuse refuses registers regrets reiterates reject
        rejects released remain remains reminds renew renews replaces report reports rescued rescues
        responds restore restores return returned returns reunite reunited reunites reveal reveals rise
        rises rose rule rules run runs saves say says see seek seeks sees sell sells send sends sent
        serves set sets shares show shows shut shuts sign signed signs sit sits sleep sleeps speak
        speaks spend spends start started starts stay stays stop stops strengthen strengthens struggle
        indicts investigates overturns prosecutes settles slams submits sue sued sues suffer suffers
        supported supports suspend suspends take takes target targets taught
        teach teaches tell tells thanks told took tours tracks trained trains transfers travel travels
        treats tries tripled triples turned turns unveils updates upholds urge urged urges visit visits
        votes wait waits walked walks want wanted wants warn warned warns welcome welcomed welcomes win wins
        withdraws works write writes
        accredits allocates arrests authorises authorizes bolsters boosts cancels certifies clarifies
        commemorates convenes criticises criticizes debuts dedicates deploys deports dismisses
        distributes empowers enacts encourages endorses enrolls enrols equips evacuates exposes
        finalises finalizes guarantees honors implements inaugurates informs initiates lauds licenses
        mobilises mobilizes negotiates notifies obtains organises organizes outlines participates
        prioritises prioritizes promotes proposes ratifies rebuilds recalls recognises recognizes
        regulates relocates reopens repatriates resettles resumes revises revokes secures swears tackles
        tightens trims unites validates vows widens
    """.split()
)
# What may be a noun or adjective as well is a verb only between two words.
_ALSO_NOUNS = frozenset(
    """
    acts call counts cuts double link drop ease face fall falls fight fights find look looks live
    meet names needs
    offers open orders pass read report reports return returns rise rule rules run runs show shows sign signs
    stay stop stops target targets travel turn turns update updates visit visits vote votes wait walks
    welcome works
    """.split()
)
# The third person of the present; its plural and the preterite follow.
_SPANISH_IN_A = """
    acompaña acusa adopta afirma alcanza amplía analiza anuncia apela aplica apoya aprueba arranca
    arriba asegura aumenta autoriza avanza benefician brinda busca camina cancela canaliza capacita
    celebra cesa cierra comienza completa condena confirma conforma conmemora convoca coordina crea
    cruza culmina declara destaca detecta dialoga documenta dona duplica egresa ejecuta elabora encabeza
    encuentra enfrenta enseña entra entrega envía espera estrena estudia evalúa expresa evita exhorta
    facilita finaliza firma frena gana garantiza genera gestiona gradúa habilita halla identifica
    impulsa implementa inaugura incorpora inicia informa ingresa insta instala intercepta invita lamenta
    lanza libera llama llega lleva localiza logra manda mejora muestra necesita niega nombra opera
    ordena organiza otorga paga participa pasa plantea prepara presenta publica queda reafirma realiza
    rechaza reclama recorre registra regresa reitera renueva reporta rescata respalda retorna revela
    señala sesiona solicita supera supervisa toma trabaja traslada urge verifica viaja recuerda recupera
    alerta alertan cuenta urgen logra constata adjudica alberga alista anula bloquea certifica comparece
    consolida contrata coopera decreta dedica deplora deporta deroga desaloja desarrolla descarta
    designa destina dicta elimina erradica expulsa felicita financia formaliza honra indaga inspecciona
    instruye integra intensifica investiga judicializa lidera moderniza modifica moviliza negocia notifica
    obliga observa orienta prioriza promulga ratifica reabre realoja reanuda rechaza reconstruye recolecta
    refuerza rehabilita reintegra remodela repatría repudia reubica sanciona simplifica suma tramita
    transforma triplica ubica unifica visibiliza vigila
"""
_SPANISH_IN_E = """
    abre acoge advierte agradece asiste asume atiende concede concluye construye convive crece cumple
    debe decide defiende detiene devuelve difunde dirige dispone duerme emite emprende establece exige
    expone extiende fallece fortalece hace huye imparte impide interpone interviene invierte mantiene
    muere nace obtiene ofrece pide pierde piden pone prohíbe promueve propone protege quiere recibe
    reconoce reduce responde restituye reúne resuelve sale sirve suscribe suspende sustituye teje tiene
    vive vuelve recomienda aprende comparte contribuye desmiente despide difiere distribuye excluye incluye
    permite persiste prevé promete requiere retrocede rinde sugiere transmite
"""
_SPANISH_ALONE = """
    es son fue fueron será serán ha han hay había está están va van ve ven da dan dio dieron sabe saben
    puede pueden podrá podrán tendrá tendrán deberá deberán habrá sigue siguen que quien quienes cómo
    visitan visitó visitaron
    cuando mientras se no nos ya dejen deje acuerda acuerdan acordó acordaron urge cae caen cayó
"""


def _forms() -> frozenset[str]:
    forms = set(_SPANISH_ALONE.split())
    for verb in _SPANISH_IN_A.split():
        forms |= {verb, f"{verb}n", f"{verb[:-1]}ó", f"{verb[:-1]}aron", f"{verb}rá", f"{verb}rán"}
    for verb in _SPANISH_IN_E.split():
        stem = verb[:-1]
        forms |= {verb, f"{verb}n", f"{stem}ió", f"{stem}ieron", f"{verb}rá", f"{stem}irá", f"{stem}irán"}
    return frozenset(forms)


_SPANISH = _forms()
# Capitals are often printed without accents: "AMPLIA", "DETECTO".
_IN_CAPITALS = frozenset(fold(form) for form in _SPANISH)
_BEFORE_NAMES = frozenset("de del con para por".split())
_THIRD_PERSONS = frozenset(f"{_SPANISH_IN_A} {_SPANISH_IN_E}".split())
_BEFORE_NOUNS = frozenset("a al con de del e el en la las los para por su sus un una y".split())
_TO_DO = re.compile(
    r"(?<=[a-z]\s)to\s(?!the\b|a\b|an\b|its\b)[a-z]|\bTO\s(?!THE\b|A\b)[A-Z]{2}"
)  # "to reopen", not "to Migrants"
# "Consulado visita a menores", but "Programa de Visita a Hogares".
_VISITS = re.compile(r"(?<!\bde)(?<!\bla)(?<!\by)(?<=[^\W\d_])\svisita\sal?\s", re.IGNORECASE)
# "Clinic to Examine Children", where capitals open all long words; "Aid to Migrants" says nothing.
_TO_DO_IN_CAPITALS = re.compile(r"\b[Tt]o\s(?P<verb>[A-Z][a-z]{1,15})(?=\s)")
_BASES = frozenset(word[:-1] for word in _ENGLISH if word.endswith("s")) | _ENGLISH
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+|['’][^\W\d_](?![^\W\d_]))?")  # "No'j" is a name
_LONGEST = 500  # characters of a line that are looked at


@lru_cache(maxsize=1024)  # a line near the top is weighed against each other one
def says(line: str) -> bool:
    """Whether a line has a verb or a word that joins clauses.

    >>> says("AMPLÍA LA CASA SU COCINA"), says("Casa del Faro"), says("Bishops ask parishes for rooms")
    (True, False, True)
    """
    found = [each[0].lower() for each in _WORD.finditer(line[:_LONGEST])]
    told = [word for before, word in pairwise(["", *found]) if not _is_noun(before, word)]
    words = [word for word in told[:1] + told[-1:] if word not in _ALSO_NOUNS] + told[1:-1]
    return (
        _TO_DO.search(line[:_LONGEST]) is not None
        or any(each["verb"].lower() in _BASES for each in _TO_DO_IN_CAPITALS.finditer(line[:_LONGEST]))
        or _VISITS.search(line[:_LONGEST]) is not None
        or any(word in _ENGLISH or word in _SPANISH for word in words)
        or (line.isupper() and _says_in_capitals(found))
    )


def _is_noun(before: str, word: str) -> bool:
    """Whether a form of a verb is a noun behind its preposition: "Sistema de Alerta"."""
    return before in _BEFORE_NAMES and word in _THIRD_PERSONS


def _says_in_capitals(words: list[str]) -> bool:
    """Whether a word without its accent is a verb, and no noun behind an article: "RED DEL CAMINO"."""
    return any(
        fold(word) in _IN_CAPITALS and before not in _BEFORE_NOUNS for before, word in pairwise(["", *words])
    )
