"""What people are: the nouns of offices, professions and kinship, and what a description makes of them.

A description is what stands beside a name: "IOM specialist", "a participant from the Universidad
Tecnológica in El Salvador", "directora del DIF Chiapas". It has a noun of this table near its front,
and it may name an organisation; what is left without it is the role, as printed.

Nothing is completed: a role is words of the description, an organisation is a name in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from kb import places
from kb.extractors import directory
from kb.extractors.organisation_patterns import BODY_NOUN
from kb.places.mentions import mentions
from kb.text.folding import fold
from kb.text.letters import UPPER

_ENGLISH = """
    accountant activist actor actress administrator adolescent advisor adviser advocate agent ambassador
    analyst anthropologist archbishop architect assistant attorney aunt author baker biologist bishop
    boss boy brother builder businessman businesswoman candidate captain cardinal caregiver caretaker
    carer caseworker ceo chair chairman chairperson chairwoman champion chancellor chaplain chief child
    chef clerk client coach cofounder co-founder colleague colonel columnist commander commissioner
    congressman congresswoman consul consultant cook coordinator co-ordinator co-director correspondent
    counsel counsellor counselor councillor criminologist curator daughter dean defender delegate
    demographer deportee deputy designer diplomat director doctor driver economist editor educator
    employee engineer envoy executive expert facilitator farmer father filmmaker founder friend girl
    governor graduate grandfather grandmother guardian guard head historian husband inspector instructor
    interpreter investigator janitor journalist judge justice king labourer lawmaker lawyer leader
    lecturer lieutenant magistrate manager mayor mediator member mentor midwife migrant minister mother
    musician neighbour neighbor nun nurse nutritionist officer official ombudsman ombudsperson
    ombudswoman operator organiser organizer owner paediatrician pediatrician parent participant partner
    pastor paramedic photographer physician pilot policeman policewoman politician pope president priest
    prince princess principal professor programmer prosecutor psychiatrist psychologist publisher queen
    rapporteur receptionist refugee registrar reporter representative researcher resident returnee
    sailor scholar scientist secretary secretary-general senator sergeant singer sister sociologist
    soldier solicitor son specialist spokesman spokesperson spokeswoman student superintendent
    supervisor surgeon survivor teacher technician teenager therapist trainee trainer translator
    treasurer tutor uncle undersecretary under-secretary-general vice-consul vice-president vicar victim
    volunteer warden wife witness worker writer youth mum mom dad executive creator drummer guitarist
    congressperson quarterback player mechanic carpenter plumber electrician fisherman fisherwoman shopkeeper
    innkeeper landlady landlord caretaker porter tailor seamstress dressmaker painter sculptor poet potter
    gardener librarian archivist cartographer statistician epidemiologist dentist pharmacist veterinarian
    optician dietitian therapist ranger firefighter fireman paralegal notary bailiff clerk rabbi imam deacon
    deaconess presbyter moderator host hostess presenter announcer convenor convener trustee patron benefactor
    donor sponsor alderman alderwoman mayoress provost warden dispatcher inmate detainee pupil schoolgirl
    schoolboy youngster teen user apprentice intern bookkeeper cashier waiter waitress busdriver housekeeper
    grandparent stepmother stepfather cousin nephew niece widow widower veteran villager fellow strategist
    councilman councilwoman councilor councilmember councilperson assemblyman assemblywoman
    assemblymember selectman selectwoman comptroller constable sheriff corporal admiral attaché nuncio
    abbot abbess prioress curate rector deputy-director vice-chair vice-chairman vice-chairwoman
    detective marshal trooper speaker commodore brigadier friar canon superior provincial whip
    elder caseworker planner developer auditor engineer logistician welder mason bricklayer operator pontiff
    unionist doorkeeper gatekeeper watchman custodian groundskeeper lifeguard attendant longshoreman trucker
    rancher farmworker hairdresser nanny babysitter childminder sacristan campaigner lobbyist blogger
    podcaster broadcaster nominee staffer neurologist cardiologist obstetrician pathologist radiologist
    psychotherapist linguist geographer archaeologist ferryman boatman beekeeper parishioner seminarian
    missionary evangelist preacher grandma grandpa granddaughter grandson godmother godfather roommate
    classmate teammate plaintiff defendant petitioner complainant claimant juror signatory bystander
    passenger customer tenant homeowner foreman dockworker stevedore clergyman headteacher headmistress
    headmaster schoolteacher referee swimmer jesuit franciscan salesian
"""
_SPANISH = """
    abogad- abuel- académic- activista actor actriz adjunt- administrador- adolescente agente
    agricultor- alcalde alcaldesa alumn- amig- analista antropólog- arquitect- arzobispo asesor-
    asistente asociad- autor- autoridad auxiliar biólog- campesin- canciller candidat- capitán capitana
    catedrátic- ciudadan- cocinera cocinero cofundador- colaborador- colega comandante comerciante
    comisari- comisionad- compañer- comunicador- concejal congresista consejer- consultor- cónsul
    coordinador- coronel criminólog- cuidador- decan- defensor- delegad- demógraf- deportad- diplomátic-
    diputad- director- dirigente docente doctor- dueñ- economista editor- educador- embajador- emplead-
    encargad- enfermer- entrevistad- enviad- escritor- especialista estadístic- estudiante expert-
    facilitador- fiscal fotógraf- fundador- funcionari- gerente gobernador- gobernante habitante herman-
    hij- hermana historiador- ingenier- inspector- instructor- integrante intendente intérprete
    investigador- jefe jefa joven juez jueza jurista legislador- licenciad- líder lideresa madre madrina
    maestr- magistrad- mandatari- médic- médica mediador- miembro migrante ministr- monitor- monja
    monseñor mujer muchach- niñ- nutricionista obispo oficial operador- padre parlamentari- párroco
    participante pastor- pediatra periodista pescador- pintor- politólog- portavoz preceptor- prelado
    presbítero presidente presidenta prim- procurador- productor- profesionista profesor- promotor-
    psicólog- psiquiatra rector- regidor- relator- relatora religios- representante responsable
    retornad- sacerdote sargento secretari- senador- soci- sociólog- sobrevivient- subdirector-
    subprocurador- subsecretari- supervisor- síndic- teniente terapeuta testigo tesorer- tía tío titular
    trabajador- traductor- tutor- universitari- usuari- vecin- vendedor- vicecanciller vicecónsul
    viceministr- protector- vicepresidente vicepresidenta vicerrector- vicari- viud- visitador- víctima vocal
    mecánic- carpinter- plomer- fontaner- electricista albañil panader- costurera sastre modista zapater-
    barber- peluquer- soldador- jardiner- bibliotecari- archivista notari- dentista odontólog- farmacéutic-
    veterinari- epidemiólog- ginecólog- enfermer- paramédic- bomber- rescatista socorrista
    custodi- alguacil edil cronista poeta escultor- músic- cantante actriz bailarina bailarín atleta
    futbolista deportista entrenador- aprendiz becari- egresad- graduad- escolar bachiller catequista diácono
    pastora cura rabino ermitañ- párroca prior priora superiora vicaria artesan- molender- tortillera
    comadrona partera curander- pulper- tender- taxista motorista camioner- lanchera lanchero estibador-
    obrer- peón caporal ejidatari- comuner- tesorera contador- recepcionista archiver-
    perit- operari- pasante practicante pupil- detenid- retenid- refugiad- desplazad- solicitante
    peticionari- sobrin- niet- nuer- yerno suegr- cuñad- bisabuel- madrastra padrastro padrino
    anfitriona anfitrión voceador- locutor- conductor- presentador- moderador- gestor-
    mentor- logista planificador- programador- analista demógraf- geógraf- jubilad- pensionad- veteran-
    concejala cabildante piloto nuncio abad abadesa deán sheriff alférez brigadista
    jerarca clérigo ancian- profesional galeno galena letrad- líder uniformad- servidor- científic-
    cientific- dirigenta
    vocer- voluntari- expresidente exdirector- subjefe subjefa jornaler- ganader- conductor- chofer
    auditor- juzgador- cabo almirante contralmirante vicealmirante comodoro subteniente suboficial
    subinspector- subcomisari- prefect- corregidor- vicegobernador- cacique cacica sáhila lonko provincial
    capellán
    policía guardia ministro-consejero
    papa mamá pontífice gremialista sindicalista vigilante velador- portero portera conserje lavandera
    barrendero repartidor- mensajero mesero mesera cantinero carnicero ponente ujier traficante
    sacristán monaguillo seminarista misioner- predicador- litigante demandante quejos- denunciante imputad-
    niñera compadre comadre oficinista filósof- lingüista cardiólog- neurólog- traumatólog- camiller-
    buzo maquinista ferrocarriler- trailero trailera tractorista pepenador- columnista bloguer- cineasta
    documentalista fotoperiodista camarógraf- reporter- corresponsal capataz mayordomo patrona inquilin-
    pasajer- cliente observador- firmante panelista conferencista expositor- sustentante tallerista
    jesuita franciscano salesiano fraile misioner- cuentacuentos árbitr- nadador- velocista hermanit- abuelit-
"""
_QUALIFIERS = """
    acting assistant associate chief child children's community country deputy emeritus executive field
    first third former general global head honorary human interim international joint legal local managing
    national new old permanent political principal programme program protection public regional resident
    presiding retired school second senior shelter social special state vice young youth communications media
    press emergency adjunta adjunto ejecutiva ejecutivo especial estatal ex federal fundadora fundador
    general generales honoraria honorario infantil interina interino internacional jurídica jurídico legal
    local municipal nacional primera principal provincial quinto regional residente social sociales superior
    técnica técnico jubilada jubilado operativa operativo clínica clínico comunitaria comunitario escolar
    académica académico departamental interinstitucional hondureña hondureño guatemalteca guatemalteco
    salvadoreña salvadoreño mexicana mexicano nicaragüense costarricense panameña panameño beliceña beliceño
    extraordinary apostolic apostólico apostólica castrense plenario judicial pontificio pontificia
    emerita emérita emérito plenipotentiary plenipotenciaria plenipotenciario extraordinaria extraordinario
    designate designada designado elect electa electo encargada encargado saliente suplente auxiliar
    migrante retornado retornada segundo segunda tercer tercera
"""


def _both(entry: str) -> tuple[str, ...]:
    if not entry.endswith("-"):
        return (entry,)
    stem = entry[:-1]
    return (stem, f"{stem}a") if stem.endswith("or") and len(stem) > 6 else (f"{stem}o", f"{stem}a", stem)


ROLES = frozenset(fold(form) for entry in (_ENGLISH + _SPANISH).split() for form in _both(entry))
# An office that differs from another noun only by its accent, and bodies that do so from an office.
_ACCENTED = frozenset(["chargé", "chargée"])
_NO_ROLES = frozenset(["secretaría", "subsecretaría", "procuraduría"])
QUALIFIERS = frozenset(fold(word) for word in _QUALIFIERS.split())
# A reference to somebody who was named before, whatever that person's role.
GENERIC = frozenset(
    """
    official officer expert specialist funcionario funcionaria experto experta especialista
    entrevistada entrevistado autoridad jerarca titular mandataria mandatario gobernante joven
    adolescente mujer
    profesional academica academico religiosa religioso activista diplomatico diplomatica jurista prelado
    docente galeno legislador legisladora investigador investigadora cientifico cientifica servidor
    servidora letrado letrada lider lideresa dirigente sacerdote religiosas clerigo edil uniformado
    jovencita jovencito muchacho muchacha senora senor anciana anciano artesana artesano
    galena academic diplomat scholar lawmaker researcher scientist cleric priest politician physician
    activist youngster teenager boy girl teen nino nina congressman congresswoman legislator
    """.split()
)

# "Copresidenta", "exalcalde", "subcoordinador".
_TO_BE = re.compile(r"-(?:elect|designate|designad[oa]|elect[oa]|general|emeritus|in-charge|in-chief)$")
_PREFIX = re.compile(r"^(?:co|ex|vice|sub|pro|archi)(?=[a-z]{5})")
ARTICLES = frozenset("a an the el la los las un una su sus his her their its our".split())
_WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")
_CAP = rf"[{UPPER}][\w&'’-]*"
_RUN = rf"{_CAP}(?:\s(?:(?:of|for|the|and|without|de|del|la|las|los|el|y|e|sin|para)\s){{0,3}}{_CAP}){{0,9}}"
_MORE_CAPITALS = re.compile(rf"(?:\s{_CAP}){{1,4}}")
_PRINTED_WORD = re.compile(r"\S+")
_OF_BODY = re.compile(
    rf"(?:^|\s)(?P<link>of|at|from|with|for|in|to|del?|en|con|por|al?|ante)"
    rf"\s(?:(?:the|la|el|las|los|our|su)\s)?(?P<body>(?:U\.\s?S\.\s)?{_RUN})"
)
_LINK = re.compile(
    r"[\s,]+(?:(?:of|at|from|with|for|in|to|on|by|del?|en|con|por|al?|ante|the|el|la|las|los)\s*)+$"
)
_PREPOSITIONS = frozenset(
    "of at from with for in to on by about de del en con por para al sobre que that against than between"
    " and y as into over under entre contra desde hasta".split()
)
# "Director of the organization" names no body: the role is "director".
_ITS_BODY = re.compile(
    r"\s(?:of|for|de|del)\s(?:(?:the|this|la|el|dicho|esta|este)\s)?(?:organi[sz]ation|agency|alliance|foundation|charity"
    r"|institution|association|organismo|organizaci[oó]n|instituci[oó]n|fundaci[oó]n|asociaci[oó]n|alianza|dependencia)$",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s?(?=\s)")
_CAPITALS = re.compile(rf"(?<![\w-])[{UPPER}][\w-]*[{UPPER}][\w-]*")
# Ministers and the like are called after their field: "Minister of Social Development" names no body.
_FIELD = frozenset(
    "minister ministro ministra viceministro viceministra secretary secretario secretaria subsecretario "
    "subsecretaria procurador procuradora fiscal defensor defensora commissioner comisionado comisionada "
    "rapporteur relator relatora ombudsman consul mayor alcalde alcaldesa gobernador gobernadora president "
    "jueza juez visitador visitadora vicecanciller undersecretary governor presidente"
    " presidenta".split()
)
# "Director of Communications" names a field of work, not a body.
FIELDS_OF_WORK = frozenset(
    """
    affairs asuntos communication communications comunicacion comunicaciones derechos desarrollo
    development education educacion emergencies external human immigration infancia migracion migration
    ninez operaciones operations policy politicas prensa press prevention prevencion programas
    programmes programs proteccion protection public relaciones relations rights salud health servicios
    services social youth juventud familia adolescencia
    gobernacion interior seguridad security justicia justice trabajo labour labor economia economy finanzas
    finance hacienda treasury turismo tourism cultura culture ambiente environment bienestar welfare
    inclusion gobierno government estado state exteriores foreign defensa defence defense transporte
    transport energia energy agricultura agriculture vivienda housing obras planificacion planning homeland
    mujer women genero gender infantil humano humana humanos children childhood ciudadana ciudadano
    mission mision atencion apoyo support asistencia assistance care citizenship ciudadania equality
    igualdad sport sports deporte deportes disability discapacidad families familias inclusion home
    poblacion population movilidad mobility
    vinculacion cooperacion cooperation consular consulares culto nacional interna internas ninas ninos
    """.split()
)
_FROM_PLACE = re.compile(r"\sfrom\s[A-ZÀ-Þ].*$")
_OWNED = re.compile(r"^[a-z]+['’]s\s")
_AGE_BEHIND = re.compile(
    r"\s(?:de|of|aged)\s(?:\d{1,2}|[a-z]{4,14})\s(?:años|years?)\b.*|,?\s(?:(?:aged|of|de)\s)?\d{1,2}$"
)
_AGE = re.compile(r"(?:aged\s|of\s|de\s)?\d{1,2}(?:\s(?:years?|años)(?:\sold|\sde\sedad)?)?(?:,\s|$)")
_CLAUSE = re.compile(
    r",?\s(?:who|whose|which|that|quien|que|cuy[oa]|tras|durante|after|during|when|while|cuando|al)\s|\s\("
)
_LONGEST_ROLE = 12  # words
_RELATIVE = re.compile(
    r"^(?:who|quien|que)\s(?:is|was|has\sbeen|works\sas|serves\sas|es|era|fue|trabaja\scomo)\s(?:also\s"
    r"|tambi[eé]n\s)?"
)
_FIELD_NAME = re.compile(rf"{_CAP}(?:\s(?:(?:of|for|a|de|del|la|las|los|en)\s){{0,2}}{_CAP}){{0,4}}")
_NEXT_FIELD = re.compile(r",\s(?:(?:and|y|e)\s)?|\s(?:and|y|e|&)\s")
_MOST_FIELDS = 5
# Whose office is called as they are: "el Alto Comisionado de la ONU para los Refugiados".
_OFFICES = frozenset(
    "commissioner comisionado comisionada defensor defensora ombudsman ombudsperson ombudswoman procurador"
    " procuradora".split()
)
KnownBodies = Callable[[str], list[tuple[int, int]]]


class Description(NamedTuple):
    """What a description says of somebody: words of it, or nothing."""

    role: str | None
    organisation: str | None


def is_any_role(word: str) -> bool:
    """Whether a word is a noun of the table, or its plural as it stands before names.

    >>> is_any_role("Senators"), is_any_role("magistradas"), is_any_role("Torres")
    (True, True, False)
    """
    return is_role(word) or any(is_role(word.removesuffix(end)) for end in ("s", "es") if word.endswith(end))


@lru_cache(maxsize=1 << 14)
def is_role(word: str) -> bool:
    """Whether a word, as printed, is a noun of the table."""
    folded = fold(word)
    if word.lower() in _NO_ROLES:
        return False
    forms = folded, folded.rpartition("-")[2], _TO_BE.sub("", folded), _PREFIX.sub("", folded)
    return any(form in ROLES for form in forms) or word.lower() in _ACCENTED


def described(text: str, known: KnownBodies) -> Description:
    """The role and the organisation in ``text``; ``known`` finds the organisations of the document.

    >>> described("the head of child protection at UNICEF Guatemala", lambda text: [])
    Description(role='head of child protection', organisation='UNICEF Guatemala')
    >>> described("alcaldesa de Tapachula", lambda text: [])
    Description(role='alcaldesa de Tapachula', organisation=None)
    """
    text = _RELATIVE.sub("", _AGE.sub("", text.strip(" ,.;:")))
    if clause := _CLAUSE.search(text):
        text = text[: clause.start()]
    text = _OWNED.sub("", _AGE_BEHIND.sub("", _without_article(text)).strip())
    span = _body(text, known)
    if span is None:
        return Description(_role(_FROM_PLACE.sub("", _ITS_BODY.sub("", text))), None)
    start, end = span
    before = _LINK.sub("", " " + text[:start]).strip(" ,")
    behind = _POSSESSIVE.sub("", text[end:], count=1).strip(" ,")
    role = _role(_without_article(before)) or (_role(behind) if not before or not _role(before) else None)
    if role is None and not before and _is_office(text[start:end]):
        role = text[start:end]
    return Description(role, text[start:end])


def _is_office(name: str) -> bool:
    """Whether the name of a body is what the person is who holds it: "Defensor del Pueblo"."""
    return any(fold(word) in _OFFICES for word in name.split()[:2])


def fields_end(text: str, comma: int) -> int:
    """Where a list of fields of work ends whose first stands before ``comma``; ``comma`` where there is none.

    >>> text = "Minister for Health, Home Affairs and Youth, said"
    >>> text[: fields_end(text, text.index(","))]
    'Minister for Health, Home Affairs and Youth'
    """
    end, joined = comma, False
    for _ in range(_MOST_FIELDS):
        joint = _NEXT_FIELD.match(text, end)
        name = _FIELD_NAME.match(text, joint.end()) if joint else None
        if not (joint and name and any(fold(word) in FIELDS_OF_WORK for word in name[0].split())):
            break
        end, joined = name.end(), joined or not joint[0].startswith(", ") or len(joint[0]) > len(", ")
    return end if joined else comma


def _without_article(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if first.lower() in ARTICLES else text


def _role(text: str) -> str | None:
    """``text`` where it is a role: one of its first words is a noun of the table."""
    words = text.split()
    return text if len(words) <= _LONGEST_ROLE and up_to_role(words) is not None else None


def up_to_role(words: list[str]) -> list[str] | None:
    """The words before the noun of a role, if it is among the first and no preposition comes before it."""
    for index, word in enumerate(words[:5]):
        if is_role(word.strip(",.()’'")):
            return words[:index]
        if word.lower() in _PREPOSITIONS:
            return None
    return None


def _body(text: str, known: KnownBodies) -> tuple[int, int] | None:
    """Where ``text`` names an organisation: one that is known, else capitalised words behind "of"."""
    spans = known(text)
    spans += [match.span() for match in directory.name_pattern().finditer(text)]
    spans += [match.span() for match in _CAPITALS.finditer(text) if directory.by_acronym(match[0])]
    spans += [match.span("body") for match in _OF_BODY.finditer(text) if BODY_NOUN.match(match["body"])]
    if spans:
        start, end = min(spans, key=lambda span: (span[0], -span[1]))
        return start, _widened(text, end)
    head = next((fold(word[0]) for word in _WORD.finditer(text) if is_role(word[0])), "")
    whose: set[str] = set()
    for match in _OF_BODY.finditer(text) if head else ():
        body = match["body"]
        field = head in _FIELD and match["link"] in {"of", "de", "del", "for"}
        if not field and match["link"] not in {"in", "en"} | whose and _may_be_body(body):
            return match.span("body")
        if fold(body.split(maxsplit=1)[0]) in FIELDS_OF_WORK:
            whose = {"a", "al", "to", "for", "por"}  # "Atención a Menores en Tránsito" is one field
    return None


def _may_be_body(name: str) -> bool:
    first = name.split(maxsplit=1)[0]
    if len(name) == 1:  # of "U.S."
        return False
    if is_role(first) or fold(first) in FIELDS_OF_WORK:
        return False
    return places.place_code(name) is None and not mentions(name)


def _widened(text: str, end: int) -> int:
    """The end of an organisation with the words of its name that follow: "UNICEF Guatemala"."""
    more = _MORE_CAPITALS.match(text, end)
    if more is None:
        return end
    stop = end
    for word in _PRINTED_WORD.finditer(more[0]):
        if is_role(word[0]) or fold(word[0]) in QUALIFIERS:
            break
        stop = end + word.end()
    return stop
