"""Other words for what somebody is, with which a text goes on: "the priest" for "Fr.", "the diplomat".

A person introduced as a consul is the diplomat of the next sentence. A title in front of a name counts as
well as a role behind it.
"""

from __future__ import annotations

import re

from kb.text.folding import fold

# Titles and roles that may mean the same person, a line each, as they are folded.
_GROUPS = """
    rep representative congressman congresswoman congressperson lawmaker legislator
    sen senator lawmaker legislator
    gov governor
    dip diputado diputada legislador legisladora parlamentario parlamentaria congresista
    senador senadora legislador legisladora parlamentario parlamentaria
    fr father priest pastor cleric clergyman rev reverend minister chaplain vicar monk
    msgr monsignor mons monseñor bishop archbishop prelate cleric obispo arzobispo prelado cardenal jerarca
    bishop archbishop cardinal prelate churchman cleric
    pbro padre fray parroco sacerdote religioso cura presbitero clerigo franciscano jesuita
    sor hermana madre religiosa monja
    sister nun religious
    dr doctor physician pediatrician paediatrician psychiatrist surgeon
    dr dra doctor doctora medico medica pediatra psiquiatra cirujano cirujana galeno
    nurse midwife
    lic licda lcda lcdo licenciado licenciada abogado abogada letrado letrada jurista defensor defensora
    lawyer attorney counsel solicitor litigator barrister litigation
    judge magistrate justice jurist
    juez jueza magistrado magistrada juzgador juzgadora togado togada
    prof professor academic scholar researcher lecturer scientist
    prof profa profesor profesora academico academica investigador investigadora docente
    catedratico catedratica academico academica investigador investigadora docente
    mtro mtra maestro maestra docente profesor profesora
    ing ingeniero ingeniera
    consul ambassador envoy diplomat
    consul consulesa embajador embajadora diplomatico diplomatica canciller
    alcalde alcaldesa edil munícipe intendente
    mayor mayoress
    psicologo psicologa terapeuta especialista
    psychologist therapist
    sheriff deputy officer lawman
    col colonel capt captain lt lieutenant sgt sergeant maj major officer
    supt superintendent
    insp inspector officer
    det detective
    amb emb embajador embajadora ambassador
    cmdr commander
    cmte comandante
    col capt lt sgt coronel capitan teniente sargento oficial militar uniformado
    spokesman spokeswoman spokesperson
    vocero vocera portavoz
    relator relatora rapporteur expert experto experta
    driver trucker
    chofer conductor conductora piloto
    reporter journalist
    periodista comunicador comunicadora reportero reportera
"""
_BY_WORD: dict[str, frozenset[str]] = {}
for _line in _GROUPS.strip().splitlines():
    for _word in _line.split():
        _BY_WORD[fold(_word)] = _BY_WORD.get(fold(_word), frozenset()) | {
            fold(each) for each in _line.split()
        }
# An office of two words that has names of one: "la presidenta municipal" is the alcaldesa, the mayor.
_OF_A_TOWN = re.compile(r"\b(?:president[ea]\smunicipal|municipal\spresident)\b", re.IGNORECASE)
_HEADS_OF_TOWNS = ("alcalde", "mayor")
# Roles of children, with which nobody goes on who has an office.
YOUNG = frozenset(
    """
    adolescent adolescente boy child girl hombre man woman joven jovencita jovencito muchacha muchacho nina
    nino teen teenager youngster youth
    """.split()
)


# Offices that one person holds, so that who is named with it later is meant by "a judge" too.
OFFICES = frozenset(
    """
    judge prosecutor director minister secretary mayor governor senator president ambassador consul
    bishop archbishop commissioner spokesman spokeswoman spokesperson superintendent sheriff captain
    rector dean auditor ombudsman ombudsperson rapporteur principal warden comptroller colonel coroner
    chancellor magistrate juez jueza fiscal directora ministro ministra secretario secretaria alcalde
    alcaldesa gobernador gobernadora senadora presidente presidenta embajador embajadora obispo
    arzobispo comisionado comisionada vocero vocera portavoz rectora decano decana auditora procurador
    procuradora relator relatora magistrado magistrada delegado delegada titular comandante coronel
    canciller subdirector subdirectora
    """.split()
)


# What somebody is called who has an office, whatever it is.
OFFICIALS = frozenset(
    """
    official officer funcionario funcionaria autoridad jerarca titular mandataria mandatario diplomatico
    diplomatica diplomat legislador legisladora lawmaker legislator servidor servidora
    """.split()
)


def in_one_word(role: str) -> tuple[str, ...]:
    """The words that name an office of two words.

    >>> in_one_word("presidenta municipal de Suchiate"), in_one_word("presidenta")
    (('alcalde', 'mayor'), ())
    """
    return _HEADS_OF_TOWNS if _OF_A_TOWN.search(role) else ()


def others(role: str) -> frozenset[str]:
    """Titles and roles, folded, that may mean whom a folded role does.

    >>> "rep" in others("congressman"), others("carpenter")
    (True, frozenset())
    """
    return _BY_WORD.get(role, frozenset())
