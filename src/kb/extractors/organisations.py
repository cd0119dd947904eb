"""The organisations a document names, each once, with its acronym where the text prints one.

Four things make a name: the table of `directory`; a noun such as "Ministry" or "Instituto" with the
capitalised words that belong to it; a parenthesis that explains an acronym ("Full Name (ACR)", "ACR
(Full Name)", "Full Name (ACR in Spanish)"); and the acronym itself, where the table or such a
parenthesis explains it. An acronym that nothing explains is an organisation only when it comes back
and speaks ("the ACR said").

Precision comes first: a name ends where its run of capitalised words ends, and headings, where every
word is capitalised, are searched for names of the table only. A body met only as an acronym gets the
table's name, marked as inferred.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from kb import places
from kb.extractors import directory
from kb.extractors.countries import seats_of
from kb.extractors.directory import Body
from kb.extractors.evidence import evidence
from kb.records import Document, Organisation, Passage
from kb.text.dates import MONTHS, WEEKDAYS
from kb.text.folding import fold

_UPPER = "A-ZÀ-ÖØ-Þ"
_CAP = rf"[{_UPPER}][^\W_]*(?:-[^\W_]+)?"
# A possessive goes on only inside a name: "Children’s Advocate", but not "the Ministry of Health’s plan".
_EN_CAP = rf"{_CAP}(?:['’]s(?=\s[{_UPPER}])|(?<=s)['’](?=\s[{_UPPER}]))?"
_EN_RUN = rf"{_EN_CAP}(?:\s(?:del?\s(?:las?\s|los\s)?)?{_EN_CAP}){{0,4}}"
# "Central American and Caribbean Commission", "Customs & Border Agency": two adjectives before a noun.
_EN_BEFORE = (
    rf"(?:\d{{1,3}}(?:st|nd|rd|th)\s)?(?:St\.\s)?(?:{_EN_CAP}\s){{1,4}}(?:(?:and|&)\s(?:{_EN_CAP}\s){{1,3}})?"
)
_EN_OF = rf"(?:\s(?:of|for|on|against|to)(?:\sthe)?\s{_EN_RUN})"
_EN_LIST = rf"(?:(?:,\s{_EN_RUN}){{1,3}},?\s(?:and|&)\s(?:the\s)?{_EN_RUN}|\s(?:and|&)\s{_EN_RUN})?"
_EN_IN = rf"(?:\sin\s{_CAP}(?:\s{_CAP})?)?"
# "Working Group on Children in Transit": a state of people, and no place where somebody works.
_EN_STATE = (
    r"(?:\s(?:in\s(?:Transit|Migration|Movement|Mobility|Need|Crisis|Search|Exile|Detention|Danger|Conflict|Care|Action"
    r"|Transition|Flight|Solidarity)|on\sthe\sMove|at\s(?:the\s)?[A-Z]\w+))?"
)
_EN_STRONG = (
    "Ministry|University|Institute|Department|Committee|Commission|Council|Agency|Association"
    "|Organization|Organisation|Federation|Foundation|Secretariat|Parliament|Consulate|Embassy|Confederation"
    "|Parish|Presbytery|Synod|Congregation|Battalion|Brigade|Guild|Faculty|School District|Chapel|Cathedral"
    "|Club|Rotary Club|Lions Club|Bishops['’] Conference|Episcopal Conference"
    "|Ministries|Charities|Caucus|Air Force|Directorate[- ]General"
    "|Observatory|Diocese|Archdiocese|Endowment|Academy|Authority|Municipality|Consortium|Society|Caritas"
)
_EN_WEAK = (
    "Office|Network|Center|Centre|Fund|Court|Board|Bureau|Directorate|Coalition|Alliance|Trust|Union"
    "|League|Collective|Platform|Assembly|Chamber|Senate|Police|Bank|Cross|Crescent|Clinic"
    "|Service|Services|College|Hospital|Prosecutor|Observatory|Movement|Task Force|Tribunal"
    "|Administration|Registry|Unit|System|Delegation|Group|Church|Aid|Front|Cooperative|Corps|Defender|School|Circle|Guard"
    "|Home|Watch|Partners|Forum|Conference"
)
_SMALL = r"(?:de|del|la|las|los|el|para|contra|sobre|sus|al?|por|sin|en)"
_ES_SMALL = rf"(?:\s{_SMALL})"
_ES_MORE = rf"(?:{_ES_SMALL}{{0,3}}\s{_CAP})"
_ES_LIST = (
    rf"(?:(?:,\s(?:las?\s|los\s)?{_CAP}(?:\s{_CAP})?){{1,2}}\s[ye]{_ES_MORE}{{1,4}}|\s[ye]{_ES_MORE}{{1,6}})?"
)
# Plain in both languages, and those that English text uses otherwise ("Red", "Centro").
_ES_BOTH = (
    r"Universidad|Ministerio|Viceministerio|(?:Subs|S)ecretar(?:ía|ia(?=\s(?:de|del|para)\s))"
    r"|Procuradur[ií]a|Instituto"
    r"|Comisi[oó]n"
    r"|Fundaci[oó]n|Asociaci[oó]n|Defensor[ií]a|Fiscal[ií]a|Patronato|Comisar[ií]a|Albergue|Cooperaci[oó]n"
    r"|Vicer+ector[ií]a|Pastoral|Embajada|Consulado|Casa|Colectiv[oa]|Di[oó]cesis|Arquidi[oó]cesis"
    r"|C[aá]ritas"
    r"|Confederaci[oó]n|Ayuntamiento|Municipalidad|Alcald[ií]a|Comisionado(?=\s(?:Nacional|para"
    r"|de))|Batall[oó]n|Congregaci[oó]n"
    r"|Mancomunidad|Gerencia|Dimensi[oó]n Episcopal|Misioner[oa]s|Vicariato|Fuerza A[eé]rea"
    r"|Estaci[oó]n Migratoria"
    r"|Conferencia Episcopal|Parroquia|Facultad|Ferreter[ií]a|Panader[ií]a|Librer[ií]a"
)
_ES_ONLY = (
    "Consejo|Corte|Dirección|Agencia|Organización|Comité|Tribunal|Federación|Sistema Nacional|Sistema"
    "|Coordinación|Subdirección|Policía|Fondo|Asamblea|Congreso|Senado|Cámara|Sala|Juzgado|Observatorio"
    "|Plataforma|Movimiento|Banco|Servicio|Unión|Departamento|Unidad|Delegación|Cruz|Protección Civil"
    "|Gobernación|Registro|Academia|Vicaría|Hogar|Refugio|Grupo|Liga|Clínica"
    "|Sociedad|Hospital|Escuela|Colegio|Compañía|Alto Comisionado|Parlamento|Guardia|Gabinete|Bufete|Mesa"
    "|Iglesia|Capilla|Transportes|Cooperativa|Órgano|Mecanismo|Foro|Conferencia Regional|Grupos Beta"
)
_ES_WEAK = "Oficina|Centro|Red|Coalición|Alianza"
_ENGLISH = re.compile(
    rf"(?<![\w-])(?:(?:{_EN_BEFORE})?(?:{_EN_STRONG}|{_EN_WEAK})(?:\sGeneral)?{_EN_OF}{{1,3}}(?:{_EN_LIST}{_EN_STATE}|(?<=[a-z]){_EN_IN})"
    rf"|{_EN_BEFORE}(?:{_EN_STRONG}|{_EN_WEAK}){_EN_IN})(?![\w-])"
)
_SPANISH = {
    "en": re.compile(
        rf"(?<![\w-])(?:{_ES_BOTH}|{_ES_WEAK}(?=\s(?:de|del|para)\s)){_ES_MORE}{{1,8}}{_ES_LIST}"
    ),
    "es": re.compile(
        rf"(?<![\w-])(?:\d{{1,3}}\.?\s(?=Batall))?(?:{_ES_BOTH}|{_ES_ONLY}|{_ES_WEAK})(?!\sen\s){_ES_MORE}{{1,9}}{_ES_LIST}"
    ),
}
_PORTFOLIO = re.compile(
    r"(?:(?:Vice)?[mM]inisterio|Secretar[ií]a|Ministry|Department)\s(?:del?|of)\s"
)  # of Labour
BODY_NOUN = re.compile(rf"\b(?:{_EN_STRONG}|{_EN_WEAK}|{_ES_BOTH}|{_ES_ONLY}|{_ES_WEAK})\b")
# A word that says of the name behind it that it is an organisation's, and a name without such a noun inside.
_MARKED = re.compile(
    r"(?<!\w)(?:NGOs?|ONG|(?i:non-governmental\sorgani[sz]ation|(?:aid|human\srights|civil|partner|local)?\s?organi[sz]ation"
    r"|association|charity|shelter\snetwork|network|collective|coalition|foundation|shelter|law\sfirm|think\stank"
    r"|organizaci[oó]n(?:\s(?:no\sgubernamental|civil|humanitaria|social|[a-z]{4,12}(?:ense|e[nñ]a|na|ica)))?|asociaci[oó]n(?:\scivil)?"
    r"|fundaci[oó]n|red|albergue|colectivo|agrupaci[oó]n|casa\shogar|refugio|coalici[oó]n|instituci[oó]n))"
    rf"\s(?P<quote>[«“\"])?(?P<name>{_CAP}(?:['’]s)?"
    rf"(?:\s(?:(?:of|for|without|and|the|de|del|la|las|los|en|sin|y|para|con|que|a|al|por|in|on)\s){{0,2}}{_CAP}){{0,5}})"
)
_LEGAL_FORM = re.compile(
    rf"(?P<name>{_CAP}(?:\s(?:(?:of|for|de|del|la|las|los|en|sin|y|para|con)\s){{0,2}}{_CAP}){{1,6}}),?\s"
    r"(?P<form>A\.\s?C\.|I\.\s?A\.\s?P\.|S\.\s?C\.|R\.\s?L\.|Inc\.|e\.\s?V\.)"
)
_INTERNATIONAL = re.compile(
    rf"(?<![\w-])(?:{_CAP}\s){{1,3}}(?:International|Without\sBorders|Sin\sFronteras)(?![\w-])(?!\s{_CAP})"
)
# A name without a noun is an organisation's where somebody works there: "Director of Light on Paths (LOP)".
_EMPLOYS = re.compile(
    r"(?i:director[ae]?|representative|spokesperson|spokesman|spokeswoman|coordinator|head|president|founder|member"
    r"|officer|psychologist|lawyers?|attorneys?|coordinador[a]?|representante|vocer[oa]|portavoz|presidente|presidenta|fundador[a]?"
    r"|integrante|abogad[oa]|psic[oó]log[oa])\s(?:of|for|at|with|from|de)\s(?:the\s)?$"
)
_DEFINED = re.compile(
    rf"(?P<name>{_CAP}(?:\s(?:(?:of|for|the|and|on|in|de|del|la|las|los|para|y|en|sin|con|por)\s){{0,3}}{_CAP}){{1,8}})"
    r"\s\((?P<acronym>[A-ZÑ]{2,10})(?:[,;\s][^()]{0,40})?\)"
)
_ACRONYM = re.compile(r"(?<![\w@.#&/-])[A-ZÑ]{2,10}(?![\w@&]|[.-]\w*[A-Z\d]|\.\w)")
_JOINED = re.compile(r"(?<=[A-Z]/)[A-ZÑ]{2,10}(?![\w@&/-])")
_PARENTHESIS = re.compile(r"\s\(([^()\n]{2,120})\)")
_EXPLAINS = re.compile(
    r"(?:por\ssus\ssiglas[^,]{0,20},\s)?(?P<acronym>[A-ZÑ][A-Za-zñ]{0,3}[A-ZÑ][A-Za-zñ]{0,8})"
    r"(?P<foreign>\s(?:in|en)\s\w+|(?:,\s|\s)(?:por|for)\s[^()]{3,60}|[,/]\s?[A-ZÑ]{2,10})?"
)
# "Procuraduría General de la Nación -PGN-"
_BETWEEN_DASHES = re.compile(r"\s?[-–—](?P<acronym>[A-ZÑ]{2,10})[-–—]")
_SPEAKS = re.compile(
    r"(?:(?i:according\sto\s(?:the\s)?|seg[uú]n\s(?:el\s|la\s)?)(?P<cited>[A-ZÑ]{3,10})\b(?!-))"
    r"|(?<![\w.])(?P<speaker>[A-ZÑ]{3,10})\s(?:said|says|announced|urged|warned|welcomed|estimates|inform[oó]"
    r"|señal[oó]|indic[oó]|anunci[oó]|reiter[oó]|lament[oó]|exhort[oó]|expres[oó]|inst[oó]|advirti[oó]|recuerda)\b"
)
# What a sentence begins with in front of a name.
_LEADING = frozenset(
    """
    a according after all also an and as at before but by each every for former from how if in its many
    most new of on other our president minister director dr mr mrs ms since some that the their these this
    those to under when where while with your
    """.split()
)
_NO_NAMES = re.compile(
    r"\b(?:Diplomado|Taller|Curso|Campaña|Seminario|Operativo|Audiencia|Course|Workshop|Training|Campaign|Seminar"
    r"|Hearing|Strategy|Estrategia|Iniciativa)\b|\bInitiative$"
    r"|\b(?:Years?|Awards?|Directors|Trustees|Week|Press|Media|Communications?|Prensa|Rights\sReserved"
    r"|Comunicación|Comunicaciones|Divulgación|Communications?|Public\s(?:Relations|Affairs|Information)|de\sInformación|Informe|Ley|Convención|Protocolo|Declaración|Premio|Programa|Proyecto)\b"
    r"|\b(?:Day|Report|Act|Law|Convention|Protocol|Declaration|Guidelines|Manual|Prize|Plan|Programme|Program|Project)$"
)
_NO_STAFF = re.compile(
    r"\b(?:[AÁ]rea|Program\w*|Proyecto|Estado|State|Republic|Rep[uú]blica|Gobierno|Government|Junta|Equipo|Team|Campa\w+"
    r"|Campaign|Puerto|Ciudad|City|Provincia|Departamento)\b"
)
# Words that make no name of a noun alone: "Regional Office", "Press Office", "Sistema Nacional".
_GENERIC = frozenset(
    """
    regional national country field local head main central area press legal federal state public
    general subregional liaison relations ombuds technical executive joint special high supreme first
    second third nacional central estatal municipal local general our their his her this that each every
    both new several one two three other de del la las los el en para the of and in for on y e red civil
    group unit service services system mission school aid church hospital administration
    director directora president presidente presidencia mayor governor secretary minister rector rectoria
    spokesperson human resources public news law clerk clerk's clerk’s city technical tecnica posgrado
    coordinacion representacion relaciones publicas prensa comunicacion redonda trabajo faculty facultad guard
    """.split()
)
# Labels and roles of a contact block whose lines were joined.
_TAIL = re.compile(
    r"\s(?:Tel[eé]fonos?|Tel|Phone|Telephone|T|M|E-?mail|Email|Correo|Fax|Celular|Cel|Mobile|Contact[oa]?s?|Mr|Mrs|Ms|Lic"
    r"|Dra?|PBX|Informes|Web|Twitter|Facebook|Comunicado|COMUNICADO|Bolet[ií]n|BOLET[IÍ]N|PRESS|Nota)\b.*$"
)
_DATED = re.compile(rf"\s(?:of|on|for)\s(?:{'|'.join(MONTHS.keys() | WEEKDAYS)})\b", re.IGNORECASE)
# "Family Services Desk" and "the Safe House Network course" name a unit and a course of theirs.
_GOES_ON = re.compile(
    r"\s(?:Desk|Director|Officer|Manager|Coordinator|Commissioner|Minister)\b"
    r"|\s(?:[A-Z]\w+\s)?(?:Act|Law|Protocol|Programme|Program|Project"
    r"|Course|Initiative|Campaign|Award|Report"
    r"|(?:[a-z]+\s)?(?:programme|program|project|course|training|campaign|initiative|workshop|bill|protocol))\b(?!\sof)"
)
# A unit of a body that is itself named: "the Secretariat of the Inter-American Court".
_UNIT_OF = re.compile(
    r"(?:Secretariat|Registry|Presidency|Bureau|Secretar[ií]a(?:\sGeneral|\sT[eé]cnica)?|Presidencia|Registro)"
    r"\s(?:of\sthe|de\sla|del)\s"
)
# A house that belongs to a body: two names.
_HOUSE_OF = re.compile(
    r"(?:Casa|Albergue|Hogar|Refugio|Centro)\s[^,;:()]{3,60}?(?P<joint>\s(?:de\sla|del)\s)(?=(?:Secretar|Procuradur|Instituto"
    r"|Ministerio|Municipalidad|Alcald|Di[oó]cesis|Arquidi[oó]cesis|Sistema|Fundaci|Direcci|Pastoral))"
)
_COUNTRY = re.compile(
    rf"\s(?:of|de|del)\s(?:(?:la\sRep[uú]blica\sde|the\sRepublic\sof|the|los|las|la|el)\s)?(?P<country>{_CAP}(?:\s{_CAP})?)"
)
_OF_COUNTRY = re.compile(r"\s(?:of|de|del)\s(?:(?:the|los|las|la|el)\s)?(?P<country>\S+(?:\s\S+)?)$")
_CITY = re.compile(rf"\s(?:in|en)\s(?P<city>{_CAP}(?:\s{_CAP})?)")
_CONSULATE = re.compile(r"\b(?:Consulate|Consulado)\b")
# One of a body's many offices, and no body: "Oficina Local de San Carlos", "Regional Office for Asia".
_LOCAL_OFFICE = re.compile(
    r"Oficinas?\s(?:Local|Regional|Estatal|Municipal|Departamental)(?:es)?\s(?:de|del|para|en)\b"
    r"|(?:Local|Regional|Field|Country)\sOffice\s(?:for|of|in)\b"
)
_QUOTED = re.compile(rf"\s[«“\"](?P<name>{_CAP}[^«»“”\"\n]{{1,60}})[»”\"]")
_OWNER = re.compile(rf"(?P<owner>{_CAP}(?:\s{_CAP})?)['’]s?\s(?=[{_UPPER}])")
_HALVED = re.compile(rf"[{_UPPER}]\w+,?\s(?:and|&)\s$")
_SCHOOLS = frozenset(("School", "Faculty", "Facultad", "Escuela"))  # organisations with their university only
_TITLES = frozenset(
    "president minister secretary director mr mrs ms dr sr sra lic presidente ministro".split()
)
_CONNECTED = re.compile(r",?\s(?:and|y|e)\s|,\s")


# A body named in the title of a law or a programme is not spoken of: "Ley del Servicio Exterior".
_IN_A_TITLE = re.compile(
    r"(?:\b(?:Ley|Reglamento|C[oó]digo|Estatuto|Act|Law|Regulation)\s(?:[A-ZÁ][\wáéíóú]+\s){0,2}(?:del?|of|on)(?:\s(?:la|el|the))?\s"
    r"|\b(?:programa|proyecto|programme|program|project|plan)\s(?:[a-záéíóú]+\s){0,2}[«“\"])$"
)
# There is one in every city, so that the city is part of its name.
_SEATED = re.compile(r"\b(?:Consulate|Court|Embassy|Consulado|Juzgado|Tribunal)\b")
_DIF = re.compile(
    rf"(?<![\w-])(?:(?:Sistema\s)(?:(?:Nacional|Estatal|Municipal)\s)?DIF(?![\w-])"
    rf"(?:\s(?:Municipal|Estatal|Nacional))?(?:\s(?:(?:del?|of)\s)?{_CAP}(?:\s{_CAP})?)?"
    rf"|DIF(?:\s(?:[Mm]unicipal|[Ee]statal|[Nn]acional)(?:\s(?:del?|of)\s{_CAP}(?:\s{_CAP})?)?|\s(?:(?:de|of)\s)?{_CAP}(?:\s{_CAP})?))"
)
_ALONE = re.compile(
    r"(?<![\w-])(?:(?<!the\s)(?<!The\s)(?<!\ba\s)Congress(?!\s[A-Z])|Canciller[ií]a|Grupos?\sBeta)(?![\w-])"
)
_STAFF_OF = re.compile(
    r"(?i:director[ae]?|coordinator|president|founder|members?|chair|chairwoman|chairman|head|coordinadora?|presidenta?e?"
    r"|fundadora?|integrantes?|vocer[oa]|about)\s(?:of\sthe|de\sla|del|de\slos|de\slas)\s"
    rf"(?P<name>{_CAP}(?:['’]s)?(?:\s(?:(?:of|for|the|on|in|de|del|la|para|en|sin|con)\s){{0,2}}{_CAP}(?:['’]s)?){{1,5}})"
)
# A house with the name in quotation marks: 'Centro de Día "Semillas"', "Estación Migratoria «Siglo XXI»".
_CALLED = re.compile(
    rf"(?<![\w-])(?:{_ES_BOTH}|{_ES_ONLY}|{_ES_WEAK})(?:{_ES_SMALL}{{0,2}}\s{_CAP}){{0,4}}"
    rf"\s[«“\"]{_CAP}[^«»“”\"\n]{{1,60}}[»”\"]"
)
_ITEM = re.compile(
    rf"{_CAP}(?:['’]s?)?(?:\s(?:(?:of|for|the|on|in|de|del|la|las|los|para|con|sin)\s){{0,3}}{_CAP}(?:['’]s?)?){{0,7}}"
)
_LISTS = re.compile(
    r"\b(?i:organi[sz]ations?|grantees|agencies|signatories|shelters|networks|charities|foundations|law\sfirms"
    r"|organizaciones|instituciones|albergues|redes|colectivos|fundaciones|asociaciones|agencias|firmantes)\b"
    rf"(?P<gap>[a-záéíóúñ ,:]{{0,60}}?)\s(?:[Tt]he\s|la\s|el\s|los\s)?"
    rf"(?P<list>{_ITEM.pattern}(?:(?:,\s(?:(?:and|y|e)\s)?|\s(?:and|y|e)\s)(?:the\s|la\s|el\s)?{_ITEM.pattern}){{1,9}})"
)
_PLACED = re.compile(r"\b(?:in|en|from|de|del|at|across)(?:\s(?:the|la|el|los|las))?$|\b(?:who|que)\b[^,:]*$")
_NOT_LISTED = re.compile(
    r"(?:Government|Gobierno|State|Estado|Ley|Law|Convention|Convenci|President|Minist(?:er|ro|ra)\b|Mr|Ms|Dr|Lic"
    r"|[A-Z]\w*day\b)"
)
_ACTS = re.compile(
    r"\s(?:(?:today|yesterday|also|hoy|ayer|also|this\sweek|esta\ssemana|will(?:\snext\sweek)?)\s)?(?:said|says|announced"
    r"|publish\w{0,3}|presented|presents|launched|released|opened|gives|gave|trained|trains|runs|works|urge[sd]|warn(?:s|ed)"
    r"|calls|called|public[aó]|present[aó]|anunci[aó]|inform[aó]|denunci[aó]|exige|exigi[oó]|da\sa\sconocer|lanz[aó]"
    r"|inaugur[aó]|atiende|atendi[oó]|trabaja|pide|pidi[oó])\b"
)
_INSTITUTION = re.compile(
    r"(?:National|Legislative|Constituent|General|Supreme|High|Constitutional|Federal|State|Central|National\sCivil)\s"
    r"(?:Assembly|Court|Chamber|Police|Guard|Senate|Congress|Council|Bank|University|Parliament|Tribunal|Registry)"
    r"|(?:Asamblea|Corte|Cámara|Policía|Congreso|Consejo|Banco|Universidad|Tribunal|Registro|Guardia|Sala|Parlamento)"
    r"\s(?:Nacional|Legislativa|Suprema|Federal|Central|Constitucional|Estatal|Civil|General|Superior|Municipal"
    r"|Nacional\sCivil)(?:\sde\sJusticia)?"
)


_IN_NAME = re.compile(rf"(?P<more>\s(?:in|en|and|y)\s{_CAP}(?:\s{_CAP}){{0,2}})\s\([A-ZÑ]{{3,10}}[,)]")
_OF_THE = re.compile(
    r"\s(?:de\s(?:la|los|las)|del|of\sthe)\s"
)  # "Secretaría de la Corte" is no name of its own
_ADJECTIVES = re.compile(rf"(?:{_CAP}\s){{1,3}}")
_JOINED_LINE = re.compile(rf"(?:\s{_CAP}){{2,5}}")  # "Red de Tutela Adriana Chaves"
_MOST_COMPARED = 150  # names; comparing each with each takes the square


_SIGNED = re.compile(
    r"\W{0,3}(?i:signed(?:\sby)?|signatories|firman|firmas|firmantes|suscriben|adhieren|signatory\sorgani[sz]ations"
    r"|(?P<what>organizaciones\s(?:que\s)?(?:firmantes|firman|suscriben|convocantes)|signing\sorgani[sz]ations"
    r"|(?:the\s)?(?:undersigned|endorsing)\sorgani[sz]ations))\s?:?\s*(?:\n|$|(?<=:\s)|(?<=:))"
)
_ENTRY = re.compile(
    rf"(?:^|(?<=[\n·•;|])|(?<=:\s))\s?(?:[-–*]\s)?(?P<name>[{_UPPER}][^\n·•;|(]{{3,120}}?)\s?(?=[\n·•;|(]|$)"
)
_NO_ENTRY = re.compile(r"(?:\b[a-záéíóúñ]+\s){4}|[\d@:]")
_LONGEST_ENTRY = 90
_LONGEST_PUBLISHER = 9  # words
_MOST_SIGNING = 40  # passages that a list of signatories runs over


class _Name(NamedTuple):
    """A name in a passage; ``acronym`` as its parenthesis explains it."""

    passage: Passage | None
    start: int
    end: int
    name: str
    body: Body | None
    confidence: float
    acronym: str | None = None


_Text = tuple[Passage | None, str]


def fill(document: Document) -> Document:
    """``document`` with the organisations that its title and passages name, in that order."""
    if document.organisations:
        return document
    texts: list[_Text] = [(None, document.title)]
    texts += [(passage, passage.text) for passage in document.passages]
    names: list[_Name] = []
    signing: dict[int, list[_Name]] = {}
    for name in _signing(document.passages):
        signing.setdefault(id(name.passage), []).append(name)
    rest: list[_Text] = []  # the same texts with the names blanked out: positions stay
    for passage, text in texts:
        here = signing.get(id(passage)) or _names(passage, text, document.language)
        names += here
        rest.append((passage, _blanked(text, here)))
    order = {id(passage): index for index, (passage, _) in enumerate(texts)}
    found = _organisations(document, list(_grouped(names)), rest)
    found.sort(key=lambda each: (order[id(each[0])], each[1]))
    return replace(document, organisations=tuple(organisation for _, _, organisation in found))


def with_publisher(document: Document) -> Document:
    """``document`` with its publisher among its organisations: a letterhead needs no noun of bodies."""
    name, found = document.publisher, document.evidence.get("publisher")
    if not name or found is None or found.passage is None or not 1 < len(name.split()) <= _LONGEST_PUBLISHER:
        return document
    key = _words_of(name)
    known = (_words_of(each) for one in document.organisations for each in (one.name, one.acronym) if each)
    if any(key in each or each in key for each in known):
        return document
    publisher = Organisation(name=name, evidence=replace(found, confidence=min(found.confidence, 0.6)))
    return replace(document, organisations=(publisher, *document.organisations))


def _words_of(name: str) -> str:
    """The words of a name between spaces, to find one name in another."""
    words = re.findall(r"[^\W_]+", directory.key(name))
    return f" {' '.join(words)} "


def _signing(passages: Sequence[Passage]) -> Iterator[_Name]:
    """The organisations of a list of signatories: one a line or an item below "Signed:", or behind it."""
    for index, passage in enumerate(passages):
        head = _SIGNED.match(passage.text)
        if head is None:
            continue
        entries = list(_entries(passage, head.end()))
        for following in passages[index + 1 : index + 1 + _MOST_SIGNING] if not entries else ():
            if len(following.text) > _LONGEST_ENTRY * 12 or following.kind in {"heading", "table"}:
                break
            more = list(_entries(following, 0))
            if not more:
                break
            entries += more
        bodies = sum(bool(BODY_NOUN.search(each.name) or each.body) for each in entries)
        if head["what"] or 3 * bodies >= len(entries):
            yield from entries


def _entries(passage: Passage, start: int) -> Iterator[_Name]:
    for entry in _ENTRY.finditer(passage.text, start):
        name = entry["name"].rstrip(" .")
        prosaic = len(name) > _LONGEST_ENTRY or _NO_ENTRY.search(name) or len(name.split()) < 2
        if not prosaic and _is_own_name(name):
            begin = entry.start("name")
            yield _explained(
                _Name(passage, begin, begin + len(name), name, directory.named(name), 0.7), passage.text
            )


def _blanked(text: str, names: Iterable[_Name]) -> str:
    pieces, last = [], 0
    for name in names:
        pieces += [text[last : name.start], " " * (name.end - name.start)]
        last = name.end
    return "".join([*pieces, text[last:]])


# -- Full names -------------------------------------------------------------------------------


def _names(passage: Passage | None, text: str, language: str) -> list[_Name]:
    """The full names in ``text``, none overlapping, with the acronyms of their parentheses."""
    found = [
        _Name(passage, *match.span(), match[0], directory.named(match[0]), 0.95)
        for match in directory.name_pattern().finditer(text)
    ]
    if passage is not None and passage.kind != "heading" and not _shouted(text):
        apart = text.replace("\n", "\0")  # no name crosses the end of a line, and \s is a line end too
        found += _described(passage, apart, language)
        found += _marked(passage, apart)
    # A long name of the table is whole: "Committee on the Rights of the Child on State obligations".
    longest: dict[int, int] = {}
    for name in found:
        longest[name.start] = max(name.end, longest.get(name.start, 0))
    found.sort(key=lambda name: (name.start, not _is_whole(name, text, longest[name.start]), -name.end))
    kept: list[_Name] = []
    for name in found:
        if kept and (name.start < kept[-1].end or _is_translation(text, kept[-1], name)):
            continue
        kept.append(_explained(_extended(name, text), text))
    return kept


def _extended(name: _Name, text: str) -> _Name:
    """The name with its country, its seat or the name in quotation marks behind it.

    "Office of the Ombudsman of Belize", "Consulate General of Guatemala in Los Angeles", 'Centro "Semillas"'.
    """
    end = name.end
    country = _COUNTRY.match(text, end)
    if country and not _ends_with_country(name.name) and (stop := _country_end(country)):
        end = stop
    seat = _CITY.match(text, end) if _CONSULATE.search(name.name) else None
    if seat and places.place_code(seat["city"]):
        end = seat.end()
    quoted = _QUOTED.match(text, end) if name.body is None else None
    if quoted and BODY_NOUN.search(name.name) and not _NO_NAMES.search(quoted["name"]):
        end = quoted.end()
    return name._replace(end=end, name=text[name.start : end]) if end > name.end else name


def _country_end(match: re.Match[str]) -> int | None:
    """Where the country ends that stands behind "of", if it is one."""
    for words in (match["country"], match["country"].split()[0]):
        if places.code_of(words) and not words.isupper():
            return match.start("country") + len(words)
    return None


def _ends_with_country(name: str) -> bool:
    of = _OF_COUNTRY.search(name)
    return bool(of and places.code_of(of["country"]))


def _is_whole(name: _Name, text: str, longest: int) -> bool:
    """Whether a name of the table ends where it stands, and no longer name goes on with "and"."""
    if not name.body or name.name.count(" ") < 2:
        return False
    goes_on = re.compile(r"\s(?:y|e|and|de\slas\sNaciones)\s").match(text, name.end)
    return not (goes_on and longest > name.end)


def _is_translation(text: str, last: _Name, name: _Name) -> bool:
    """Whether a name stands in brackets behind the name that it translates."""
    between = text[last.end : name.start]
    return between == " (" and text[name.end : name.end + 1] in {")", ","} and not name.name.isupper()


def _described(passage: Passage, text: str, language: str) -> Iterator[_Name]:
    """Names made of a noun such as "Ministry" and the capitalised words that belong to it."""
    for pattern in (_ENGLISH, _SPANISH.get(language, _SPANISH["en"])):
        match = pattern.search(text)
        while match:
            start, end = _trimmed(text, *match.span())
            printed = text[start:end]
            unit = _GOES_ON.match(text, end)
            if not unit and _is_name(printed, text[max(0, start - 30) : start]):
                yield from _whole(passage, text, start, end)
            match = pattern.search(text, max(end, match.start() + 1))  # behind a cut, another name may begin


def _whole(passage: Passage, text: str, start: int, end: int) -> Iterator[_Name]:
    """One name, or two where the acronym is the last part's: "Instituto X de la Universidad Y (UY)"."""
    if further := _IN_NAME.match(text, end):
        end = further.end("more")
    unit = _UNIT_OF.match(text, start, end)
    if unit and BODY_NOUN.search(text, unit.end(), end):
        start = unit.end()
        if " " not in text[start:end]:
            return  # "the Secretariat of the Court"
    if house := _HOUSE_OF.match(text, start, end):
        yield _Name(passage, start, house.start("joint"), text[start : house.start("joint")], None, 0.75)
        start = house.end("joint")
    printed = text[start:end]
    explained = _PARENTHESIS.match(text, end)
    acronym = _EXPLAINS.fullmatch(explained[1].strip()) if explained else None
    parts = [match.start() for match in BODY_NOUN.finditer(printed) if match.start()]
    if acronym and parts and not _spells(acronym["acronym"], printed):
        whole = _abbreviates(acronym["acronym"], printed)
        fits = _spells if whole else _abbreviates
        last = next((part for part in parts if fits(acronym["acronym"], printed[part:])), None)
        joint = (
            re.search(r"\s(?:de|del|of|at)(?:\s(?:la|el|los|las|the))?\s$", printed[:last]) if last else None
        )
        if last and joint:
            yield _Name(passage, start, start + joint.start(), printed[: joint.start()], None, 0.7)
            start, printed = start + last, printed[last:]
    yield _Name(passage, start, end, printed, directory.named(printed), 0.75)


def _spells(acronym: str, name: str) -> bool:
    """Whether an acronym is the first letters of all capitalised words of a name."""
    return fold(acronym) == fold("".join(word[0] for word in name.split() if word[0].isupper()))


def _abbreviates(acronym: str, name: str) -> bool:
    """Whether the letters of an acronym begin words of a name, in order, the first one its first word."""
    letters = iter(fold(word[0]) for word in re.findall(r"[^\W\d_]+", name))
    initials = [fold(letter) for letter in acronym if letter.isalpha()]
    first = next(letters, None)
    return bool(initials) and first == initials[0] and all(letter in letters for letter in initials[1:3])


def _marked(passage: Passage, text: str) -> Iterator[_Name]:
    """Names without a noun that the words around them say to be an organisation's."""
    for match in _MARKED.finditer(text):
        start, end = match.span("name")
        if match["quote"] and text[end : end + 1] not in '»”"':
            continue
        if not match["quote"] and (" " not in match["name"] and not _called_one(text, match)):
            continue
        start, end = _trimmed(text, start, end)
        name = text[start:end]
        if name and _is_own_name(name) and not _NO_NAMES.search(name):
            yield _Name(passage, start, end, name, directory.named(name), 0.7)
    for match in _LEGAL_FORM.finditer(text):
        start, _ = _trimmed(text, *match.span("name"))
        yield _Name(passage, start, match.end("form"), text[start : match.end("form")], None, 0.8)
    yield from _known_by_form(passage, text)
    for match in _INTERNATIONAL.finditer(text):
        start, end = _trimmed(text, *match.span())
        if " " in text[start:end] and _is_own_name(text[start:end]):
            yield _Name(passage, start, end, text[start:end], directory.named(text[start:end]), 0.7)
    for match in _DEFINED.finditer(text):
        for word in re.finditer(rf"(?<!\S)[{_UPPER}]\S*", match["name"]):
            start = match.start() + word.start()
            name = text[start : match.end("name")]
            if " " not in name or not _abbreviates(match["acronym"], name) or not _is_own_name(name):
                continue
            employs = _EMPLOYS.search(text, max(0, start - 60), start)
            if employs or _ACTS.match(text, match.end()):
                yield _Name(passage, start, match.end("name"), name, None, 0.7)
            break


def _known_by_form(passage: Passage, text: str) -> Iterator[_Name]:
    """Offices of the DIF, bodies of one word, and names whose people the text presents ("director of")."""
    for match in _DIF.finditer(text):
        start, end = _trimmed(text, *match.span())
        yield _Name(passage, start, end, text[start:end], None, 0.8, "DIF")
    for match in _ALONE.finditer(text):
        yield _Name(passage, *match.span(), match[0], None, 0.7)
    for match in _CALLED.finditer(text):
        yield _Name(passage, *match.span(), match[0], None, 0.75)
    yield from _listed(passage, text)
    for match in _STAFF_OF.finditer(text):
        start, end = _trimmed(text, *match.span("name"))
        name = text[start:end]
        if " " not in name or (BODY_NOUN.search(name) and not _is_name(name, "")):
            continue
        if _is_own_name(name) and not (
            _NO_STAFF.search(name) or _NO_NAMES.search(name.replace(" Project", " Group"))
        ):
            yield _Name(passage, start, end, name, directory.named(name), 0.6)


def _listed(passage: Passage, text: str) -> Iterator[_Name]:
    """The names of a list that says what they are: "Grantees include Abrigo Sur, Red Istmo and KidsPath"."""
    for match in _LISTS.finditer(text):
        if _PLACED.search(match["gap"]):
            continue
        items = list(_ITEM.finditer(text, match.start("list"), match.end("list")))
        for item in items:
            start, end = item.span()
            if _is_own_name(item[0]) and not _NOT_LISTED.match(item[0]) and len(items) > 1:
                yield _Name(passage, start, end, item[0], directory.named(item[0]), 0.65)


def _called_one(text: str, match: re.Match[str]) -> bool:
    """Whether one word alone is a name here: "la organización Cristosal", at no sentence's beginning."""
    return not match["name"].isupper() and text[match.start() : match.start() + 1].islower()


def _is_own_name(name: str) -> bool:
    first = fold(name.split(maxsplit=1)[0])
    return first not in _LEADING and places.code_of(name) is None and places.place_code(name) is None


def _is_name(printed: str, before: str) -> bool:
    words = printed.split()
    if len(words) < 2:
        return False
    # "Securities and Exchange Commission" is read from "Exchange": half a name is none.
    halved = len(words) == 2 and BODY_NOUN.match(words[1]) and _HALVED.search(before)
    before_place = re.split(r"\s(?:in|en)\s", printed)[0].split()
    own = [
        word
        for word in before_place
        if fold(word.strip(",")) not in _GENERIC and not BODY_NOUN.fullmatch(word)
    ]
    own = [word for word in own if not (word.isupper() and len(word) > 1)] or own[1:]
    nouns = (
        len(BODY_NOUN.findall(printed)) > 1
        and not _OF_THE.search(printed)
        and words[0] not in {"Office", "Oficina", "Unit", "Unidad"}
    )
    if words[0] in _SCHOOLS or words[-1] == "School":
        return any(each in printed for each in ("Universi", "College", "Colegio"))
    if _LOCAL_OFFICE.match(printed):
        return False
    proper = bool(own) or nouns or _is_institution(printed) or bool(_PORTFOLIO.match(printed))
    return proper and bool(BODY_NOUN.search(printed)) and not (_NO_NAMES.search(printed) or halved)


def _is_institution(printed: str) -> bool:
    """Whether a name without a word of its own is known to be one: "National Assembly", "Policía Federal"."""
    return bool(_INSTITUTION.fullmatch(printed))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without a sentence's first words, and cut where another name is joined to it."""
    while (word := re.compile(r"[^\W_]+(?:['’]s)?\s").match(text, start, end)) and (
        fold(word[0].strip()) in _LEADING
    ):
        start = word.end()
    start, end = _owned(text, start, end)
    if re.search(r"\s[A-Z]$", text[start:end]) and text.startswith(".", end):  # "Luna Nueva A.C."
        end -= 2
    if tail := _TAIL.search(text, start, end):
        end = tail.start()
    if _IN_A_TITLE.search(text, max(0, start - 60), start):
        return start, start
    if dated := _DATED.search(text, start, end):
        end = dated.start()
    for joint in re.compile(r"\s(?:en|in)\s(?:la\s|el\s)?").finditer(text, start, end):
        if fold(text[joint.end() : end]) in MONTHS:
            return start, joint.start()
        if _SEATED.search(text, start, joint.start()):
            break
        if places.place_code(text[joint.end() : end]):
            return start, joint.start()
    for joint in _CONNECTED.finditer(text, start, end):
        after = text[joint.end() : end]
        if not _belongs(after):
            return start, joint.start()
    return start, end


def _owned(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the country that owns a body, and cut before another body of a country.

    "Panama's National Assembly"; "Directorate of Migration and Panama's National Service".
    """
    for owner in _OWNER.finditer(text, start, end):
        if not places.code_of(owner["owner"]):
            continue
        if BODY_NOUN.search(text, start, owner.start()):
            return start, start + len(re.sub(r",?\s(?:and|y|e)\s?$", "", text[start : owner.start()]))
        start = owner.end()
    return start, end


def _belongs(after: str) -> bool:
    """Whether what follows "and" can be part of a name: no acronym, body, country or person."""
    after = re.sub(rf"^(?:(?:{_SMALL}|the)\s)+", "", after)
    first = after.split()[0].strip(",")
    return not (
        (first.isupper() and len(first) > 1)
        or fold(first) in _TITLES
        or (BODY_NOUN.match(after) and len(after.split()) > 1 and not after.startswith("Cooperaci"))
        or directory.name_pattern().match(after)
        or places.code_of(after.split(",")[0]) is not None
    )


def _explained(name: _Name, text: str) -> _Name:
    behind = _PARENTHESIS.match(text, name.end)
    explains = _EXPLAINS.fullmatch(behind[1].strip()) if behind else None
    explains = explains or _BETWEEN_DASHES.match(text, name.end)
    if explains:
        return name._replace(acronym=explains["acronym"], confidence=max(name.confidence, 0.9))
    before = re.compile(r"(?<![\w.])([A-ZÑ][A-Za-zñ]{1,10})\s\($").search(
        text[max(0, name.start - 20) : name.start]
    )
    if before and sum(map(str.isupper, before[1])) > 1 and text[name.end : name.end + 1] in {")", ","}:
        return name._replace(acronym=before[1], confidence=0.9)
    return name


def _shouted(text: str) -> bool:
    letters = [letter for letter in text[:300] if letter.isalpha()]
    return sum(map(str.isupper, letters)) * 2 > len(letters)


def _grouped(names: Iterable[_Name]) -> Iterator[_Name]:
    """One name for each organisation: the first, with the first acronym any of them explains."""
    groups: dict[object, _Name] = {}
    counts: Counter[object] = Counter()
    for name in names:
        key = name.body.names["en"] if name.body else directory.key(name.name)
        counts[key] += 1
        first = groups.setdefault(key, name)
        if first.acronym is None and name.acronym:
            groups[key] = first._replace(acronym=name.acronym)
    keys = list(groups)[:_MOST_COMPARED]
    for shorter in keys:
        for longer in keys:
            _merge(groups, counts, shorter, longer)
    yield from groups.values()


def _merge(groups: dict[object, _Name], counts: Counter[object], one: object, other: object) -> None:
    """Leave the longer of two forms of one name, or the shorter where lines were joined to it."""
    if one == other or one not in groups or other not in groups:
        return
    short, long = groups[one], groups[other]
    if short.acronym and long.acronym and short.acronym != long.acronym:
        return
    before, inside, behind = long.name.partition(short.name)
    if not inside or len(long.name) == len(short.name):
        return
    if (behind and not behind.startswith((" ", ","))) or (before and not _ADJECTIVES.fullmatch(before)):
        return
    joined = counts[other] == 1 and not (short.body and len(short.name.split()) < 3)
    glued = joined and (len(before.split()) > 0 or _JOINED_LINE.fullmatch(behind))
    gone, kept = (other, one) if glued else (one, other)
    groups[kept] = groups[kept]._replace(acronym=groups[kept].acronym or groups[gone].acronym)
    del groups[gone]


# -- Acronyms ---------------------------------------------------------------------------------


_FOREIGN_OFFICE = re.compile(r"(?:Secretaría|Ministerio)\sde\sRelaciones\sExteriores")
_CHANCELLERY = re.compile(r"Canciller[ií]a")  # another word for it
_Found = tuple[Passage | None, int, Organisation]  # with where it stands


def _organisations(document: Document, names: list[_Name], rest: list[_Text]) -> list[_Found]:
    """The organisations of ``names``, and those that ``rest`` knows by their acronyms only."""
    printed = list(_acronyms(rest))
    acronyms = {match[0] for _, match in printed}
    found = [_named(name, name.acronym or _acronym_of(name.body, acronyms)) for name in names]
    if any(_FOREIGN_OFFICE.search(each.name) for _, _, each in found):
        found = [each for each in found if not _CHANCELLERY.fullmatch(each[2].name)]
    taken = {organisation.acronym for _, _, organisation in found}
    known = {id(name.body) for name in names if name.body}
    speaking = _speakers(rest, Counter(match[0] for _, match in printed))
    for passage, match in printed:
        body = directory.by_acronym(match[0])
        if match[0] in taken or id(body) in known:
            continue
        organisation = _unnamed(document, body, passage, match, speaks=match[0] in speaking)
        if organisation:
            taken.add(match[0])
            known |= {id(body)} if body else set()
            found.append((passage, match.start(), organisation))
    return found


def _named(name: _Name, acronym: str | None) -> _Found:
    found = evidence(name.passage, name.start, name.end, name.confidence)
    return name.passage, name.start, Organisation(name=name.name, acronym=acronym, evidence=found)


def _unnamed(
    document: Document, body: Body | None, passage: Passage | None, match: re.Match[str], *, speaks: bool
) -> Organisation | None:
    """The organisation behind an acronym whose full name is printed nowhere."""
    if body is None and speaks:
        found = evidence(passage, *match.span(), 0.5)
        return Organisation(name=match[0], acronym=match[0], evidence=found)
    if (
        body is None
        or body.shared
        or (body.country and body.country not in (*document.countries, *seats_of(document)))
    ):
        return None
    found = evidence(passage, *match.span(), 0.85, inferred=True)
    return Organisation(name=body.name(document.language), acronym=match[0], evidence=found)


def _acronym_of(body: Body | None, printed: set[str]) -> str | None:
    if body is None or body.shared:
        return None
    return next((acronym for acronym in body.acronyms if acronym in printed), None)


def _acronyms(texts: Iterable[_Text]) -> Iterator[tuple[Passage | None, re.Match[str]]]:
    """The acronyms of every text that is not all in capitals."""
    for passage, text in texts:
        if not _shouted(text):
            for pattern in (_ACRONYM, _JOINED):
                yield from ((passage, match) for match in pattern.finditer(text))


def _speakers(texts: Iterable[_Text], counts: Counter[str]) -> set[str]:
    """The acronyms that come back and speak, or are cited."""
    speaking = (match["cited"] or match["speaker"] for _, text in texts for match in _SPEAKS.finditer(text))
    return {acronym for acronym in speaking if counts[acronym] > 1}
