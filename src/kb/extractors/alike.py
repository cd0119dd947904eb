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
    p padre sacerdote religioso cura presbitero clerigo
    pbro padre fray parroco sacerdote religioso cura presbitero clerigo franciscano jesuita
    sj jesuit jesuita padre priest sacerdote religioso
    ofm franciscan franciscano fraile friar padre priest sacerdote religioso
    sdb salesiano salesian padre priest sacerdote religioso
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
    papa pontifice pope pontiff
    chargé diplomat diplomatico diplomatica
    monseñor prelado obispo
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
# Offices of some words, and the words by which a text goes on with who holds them.
_CALLED = tuple(
    (re.compile(rf"\b(?:{office})\b", re.IGNORECASE), tuple(words.split()))
    for office, words in (
        (r"president[ea]\smunicipal|municipal\spresident|jef[ae]\scomunal", "alcalde alcaldesa mayor edil"),
        (r"chief\sexecutive(?:\sofficer)?", "ceo executive chief head"),
        (r"executive\sdirector|directora?\sejecutiv[oa]", "executive head ejecutivo ejecutiva"),
        (r"chargée?\sd['’]affaires|encargad[oa]\sde\snegocios", "chargé diplomat diplomático encargado"),
        (
            r"(?:(?:relaciones\s)?exteriores|foreign\s(?:minister|affairs|secretary))",
            "canciller chancellor diplomat diplomático",
        ),
        (r"(?:district|state['’]s|u\.?s\.?|county|commonwealth['’]s)\sattorney", "prosecutor attorney da"),
        (r"attorney\sgeneral", "prosecutor attorney"),
        (r"defensora?\sdel\s(?:pueblo|habitante)|derechos\shumanos|human\srights", "ombudsman ombudsperson"),
        (r"special\sagent", "agent investigator officer"),
        (r"sindicat\w*|gremi\w*|unions?|local\s\d+|brotherhood|teamsters", "leader unionist dirigente líder"),
        (
            r"(?:president|secretary[\s-]general|general\ssecretary|chair(?:man|woman|person)?|head)\sof|president[ea]\sde|secretari[oa]\sgeneral",
            "leader dirigente líder",
        ),
        (
            r"press\s(?:officer|secretary|chief|aide)|communications?|comunicaci[oó]n|prensa|public\s(?:affairs|information)",
            "spokeswoman spokesman spokesperson vocero vocera portavoz",
        ),
        (r"primera\sdama|first\slady", "dama lady"),
        (
            r"escuela|primaria|secundaria|colegio|preescolar|liceo|school|academy",
            "maestra maestro docente profesora profesor teacher educator",
        ),
        (
            r"hospital|cl[ií]nica|centro\sde\ssalud|urgencias|clinic|emergency\sroom",
            "médica médico doctora doctor doctor physician",
        ),
        (
            r"comandante|comisari[oa]|polic[ií]a|patrol|police|sheriff|border\spatrol",
            "oficial uniformado agente officer agent",
        ),
    )
)
# Who heads a body is called after it: "la titular de la Procuraduría" is the procuradora.
_HEADS = frozenset(
    "titular head chief jefe jefa encargado encargada responsable lider lideresa leader representante".split()
)
_HEADS_OF = tuple(
    (re.compile(rf"\b(?:{body})", re.IGNORECASE), tuple(words.split()))
    for body, words in (
        (r"procuradur[ií]a", "procurador procuradora ombudsman"),
        (r"fiscal[ií]a|ministerio\sp[uú]blico", "fiscal"),
        (r"subsecretar[ií]a", "subsecretario subsecretaria"),
        (r"secretar[ií]a|secretariat", "secretario secretaria secretary"),
        (r"viceministerio", "viceministro viceministra"),
        (r"ministerio|ministry", "ministro ministra minister"),
        (r"defensor[ií]a", "defensor defensora ombudsman ombudsperson"),
        (r"consulado|consulate", "cónsul consulesa consul"),
        (r"embajada|embassy", "embajador embajadora ambassador"),
        (r"alcald[ií]a|ayuntamiento|municipalidad|city\shall", "alcalde alcaldesa mayor edil"),
        (r"canciller[ií]a", "canciller"),
        (r"di[oó]cesis|arquidi[oó]cesis|diocese|archdiocese", "obispo arzobispo bishop archbishop prelado"),
        (r"parroquia|parish", "párroco sacerdote priest pastor"),
        (r"juzgado|tribunal|court", "juez jueza judge magistrado magistrada"),
        (r"comisi[oó]n|comisionad[oa]|commission", "comisionado comisionada commissioner ombudsman"),
        (r"direcci[oó]n|instituto|institute|directorate|sistema|dif\b", "director directora"),
        (r"universi\w+", "rector rectora"),
        (r"gobernaci[oó]n", "gobernador gobernadora"),
    )
)
# Roles of children, with which nobody goes on who has an office.
YOUNG = frozenset(
    """
    adolescent adolescente boy child girl hombre man woman joven jovencita jovencito muchacha muchacho nina
    nino teen teenager youngster youth
    """.split()
)


# What somebody is to another, who may be anybody.
KIN = frozenset(
    """
    abuela abuelo amiga amigo aunt brother companera companero cousin dad daughter esposa esposo father friend
    grandfather grandmother hermana hermano hija hijo husband madre mama mother neighbor neighbour padre papa
    parent partner pareja prima primo sister son sobrina sobrino tia tio uncle vecina vecino wife
    """.split()
)
_CHILDREN = frozenset("boy child girl menor nina nino toddler schoolboy schoolgirl".split())


def is_child(role: str) -> bool:
    """Whether a role is that of a child and of nobody older.

    >>> is_child("niño"), is_child("joven de 17 años")
    (True, False)
    """
    return any(fold(word) in _CHILDREN for word in role.split())


# Offices that one person holds, so that who is named with it later is meant by "a judge" too.
OFFICES = frozenset(
    """
    judge prosecutor director minister secretary mayor governor senator president ambassador consul
    bishop archbishop commissioner spokesman spokeswoman spokesperson superintendent sheriff captain
    rector dean auditor chargé ombudsman ombudsperson rapporteur principal warden comptroller colonel coroner
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
    official officer funcionario funcionaria autoridad jerarca titular mandataria mandatario gobernante
    diplomatico
    diplomatica diplomat legislador legisladora lawmaker legislator servidor servidora
    """.split()
)


def is_head(role: str) -> bool:
    """Whether a role is that of whoever heads a body, which names the office.

    >>> is_head("titular"), is_head("vocera")
    (True, False)
    """
    return any(fold(word) in _HEADS for word in role.split()[:3])


def called(role: str, organisation: str | None) -> tuple[str, ...]:
    """The words by which a text goes on with who has a role of some words, or heads a body.

    >>> called("presidenta municipal de Suchiate", None), called("presidenta", None)
    (('alcalde', 'alcaldesa', 'mayor', 'edil'), ())
    >>> called("titular", "Procuraduría de Protección")
    ('procurador', 'procuradora', 'ombudsman')
    """
    whole = f"{role} {organisation or ''}"
    words = [word for office, others in _CALLED if office.search(whole) for word in others]
    if is_head(role):
        head = next((heads for body, heads in _HEADS_OF if body.search(whole)), ())
        words += head
    return tuple(words)


def others(role: str) -> frozenset[str]:
    """Titles and roles, folded, that may mean whom a folded role does.

    >>> "rep" in others("congressman"), others("carpenter")
    (True, frozenset())
    """
    return _BY_WORD.get(role, frozenset())
