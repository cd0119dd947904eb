"""How the names of organisations are written: the nouns of bodies, and the words that belong to them.

Every pattern here is English and Spanish, bounded, and read once from left to right.
"""

from __future__ import annotations

import re

from kb.text.dates import MONTHS, WEEKDAYS
from kb.text.letters import UPPER

# "Pop No'j" and "Q'anil" have an apostrophe inside; that of a possessive is no part of the word.
CAP = rf"[{UPPER}][^\W_]*(?:['’](?!s\b)[^\W_]+)*(?:-[^\W_]+)?"
# A possessive goes on only inside a name: "Children’s Advocate", but not "the Ministry of Health’s plan".
_EN_CAP = rf"{CAP}(?:['’]s(?=\s[{UPPER}])|(?<=s)['’](?=\s[{UPPER}]))?"
_EN_RUN = rf"{_EN_CAP}(?:\s(?:del?\s(?:las?\s|los\s)?)?{_EN_CAP}){{0,4}}"
# "Central American and Caribbean Commission", "Customs & Border Agency": two adjectives before a noun.
_EN_BEFORE = (
    rf"(?:U\.\s?S\.\s)?(?:\d{{1,3}}(?:st|nd|rd|th)\s)?(?:St\.\s)?"
    rf"(?:{_EN_CAP}\s(?:[A-Z]\.\s|(?<=(?:Paso|Mesa|Isla)\s)del\s|(?<=(?:Rio|Río)\s)del\s)?){{1,4}}(?:(?:and|&)\s(?:{_EN_CAP}\s){{1,3}})?"
)
_EN_OF = rf"(?:\s(?:of|for|on|against|to)(?:\sthe)?\s{_EN_RUN})"
_EN_LIST = rf"(?:(?:,\s{_EN_RUN}){{1,3}},?\s(?:and|&)\s(?:the\s)?{_EN_RUN}|\s(?:and|&)\s{_EN_RUN})?"
_EN_IN = rf"(?:\s(?:North|South)(?:west|east)\b|\sInternational\b|\sin\s{CAP}(?:\s{CAP})?)?"
# "Working Group on Children in Transit": a state of people, and no place where somebody works.
_EN_STATE = (
    r"(?:\s(?:in\s(?:Transit|Migration|Movement|Mobility|Need|Crisis|Search|Exile|Detention|Danger|Conflict|Care|Action"
    r"|Transition|Flight|Solidarity)|on\sthe\sMove|at\s(?:the\s)?[A-Z]\w+(?!\s(?:[A-Z]\w+\s){0,2}(?:University|College|School|Law)\b)))?"
)
_EN_STRONG = (
    "Ministry|University|Institute|Department|Committee|Commission|Council|Agency|Association"
    "|Organization|Organisation|Federation|Foundation|Secretariat|Parliament|Consulate|Embassy|Confederation"
    "|Parish|Presbytery|Synod|Congregation|Battalion|Brigade|Guild|Faculty|School District|Chapel|Cathedral"
    "|Permanent Mission|Club|Rotary Club|Lions Club|Bishops['’] Conference|Episcopal Conference"
    "|Ministries|Charities|Caucus|Air Force|Directorate[- ]General"
    "|Observatory|Diocese|Archdiocese|Endowment|Academy|Authority|Municipality|Consortium|Society|Caritas"
    "|Subcommittee|Division|Library|Museum|Fellowship|Defenders|Advocates|Broadcasters|Auxiliary"
)
_EN_WEAK = (
    r"Office(?!:\s?[+(\d])|Network|Center|Centre|Fund|Court|Board|Bureau|Directorate|Coalition|Alliance|Trust|Union"
    "|League|Collective|Platform|Assembly|Chamber|Senate|Police|Bank|Cross|Crescent|Clinic"
    "|Service|Services|College|Hospital|Prosecutor|Observatory|Movement|Task Force|Tribunal"
    "|Administration|Registry|Unit|System|Delegation|Group|Church|Aid|Front|Cooperative|Corps|Defender|School|Circle|Guard"
    "|Home|Watch|Partners|Forum|Conference|Hostel|Facility|Roundtable|Patrol|Circuit|Law School"
    r"|Legal Line|Airlines|Air\sLines|Airways|(?<=National\s)Congress|Congress(?=\sof\s)"
    r"|(?<=Immigrant\s)Defen[cs]e|(?<=Legal\s)Defen[cs]e"
    r"|(?:(?<=Defence\s)|(?<=Defense\s)|(?<=Constabulary\s)|(?<=Police\s)|(?<=Border\s))Force"
    # Lawyers' projects are bodies: "Saltgrass Children's Law Project"
    r"|(?:(?<=Law\s)|(?<=Legal\s)|(?<=Aid\s)|(?<=Justice\s)|(?<=Bar\s)|(?<=Docket\s)|(?<=Rights\s)|(?<=Defense\s))Project"
)
SMALL = (
    r"(?:de|del|la|las|los|lo|el|para|contra|sobre|sus|al?|por|sin|en"
    r"|con(?=\s(?:Migrantes|Refugiad|Niñ|Personas)))"
)
_ES_SMALL = rf"(?:\s{SMALL})"
_ES_MORE = rf"(?:{_ES_SMALL}{{0,3}}\s{CAP})"
_ES_LIST = (
    rf"(?:(?:,\s(?:las?\s|los\s)?{CAP}(?:\s{CAP})?){{1,3}}\s[ye]{_ES_MORE}{{1,4}}|\s[ye]{_ES_MORE}{{1,6}})?"
)
# Plain in both languages, and those that English text uses otherwise ("Red", "Centro").
_ES_BOTH = (
    r"Universidad|Ministerio|Viceministerio|(?:Subs|S)ecretar(?:ía|ia(?=\s(?:de|del|para)\s))"
    r"|Procuradur[ií]a|Instituto"
    r"|Comisi[oó]n"
    r"|Fundaci[oó]n|Asociaci[oó]n|Defensor[ií]a|Fiscal[ií]a|Patronato|Comisar[ií]a|Albergue|Cooperaci[oó]n"
    r"|Vicer+ector[ií]a|Consejer[ií]a(?=\sde)|Pastoral|Embajada|Consulado|Casa|Colectiv[oa]|Di[oó]cesis|Arquidi[oó]cesis"
    r"|C[aá]ritas|Contralor[ií]a|Personer[ií]a|(?:Super)?[Ii]ntendencia|Rector[ií]a|Arzobispado|Obispado|Hermandad|Gremial"
    r"|Confederaci[oó]n|Ayuntamiento|Municipalidad|Alcald[ií]a|Comisionado(?=\s(?:Nacional|para"
    r"|de)\b)|Batall[oó]n|Congregaci[oó]n"
    r"|Mancomunidad|Gerencia|Dimensi[oó]n Episcopal|Misioner[oa]s|Vicariato|Fuerza A[eé]rea"
    r"|Estaci[oó]n Migratoria"
    r"|Comedor|Posada|Servicio(?=\s(?:Nacional|Jesuita))|Direcci[oó]n(?=\s(?:General|Nacional)\s)|Registro(?=\sNacional)"
    r"|Conferencia Episcopal|Parroquia|Facultad|Ferreter[ií]a|Panader[ií]a|Librer[ií]a"
)
_ES_ONLY = (
    "Consejo|Corte|Dirección|Agencia|Organización|Comité|Tribunal|Federación|Sistema Nacional|Sistema"
    "|Coordinación|Subdirección|Policía|Fondo|Asamblea|Congreso|Senado|Cámara|Sala|Juzgado|Observatorio"
    "|Plataforma|Movimiento|Banco|Servicio|Unión|Departamento|Unidad|Delegación|Protección Civil"
    "|Cruz(?= (?:Roja|Verde|Azul|Blanca|Ámbar|de |del ))"
    "|Gobernación|Registro|Academia|Vicaría|Hogar|Refugio|Grupo|Liga|Clínica"
    "|Sindicato|Sociedad|Hospital|Escuela|Colegio|Compañía|Alto Comisionado|Parlamento|Guardia|Gabinete"
    "|Bufete|Mesa|Partido|Biblioteca|Museo|Auditoría|Corporación|Jurisdicción|División|Barra|Articulación"
    "|Liceo|Posada|Comedor|Registraduría|Capitanía|Vicepresidencia|Hermanas|Hermanos|Hijas|Siervas"
    "|Iglesia|Capilla|Transportes|Cooperativa|Órgano|Mecanismo|Foro|Conferencia Regional|Grupos Beta"
    "|Autoridad(?= Nacional)|Conferencia(?= de Obispos)"
)
_ES_WEAK = "Oficina|Centro|Red|Coalición|Alianza"
ENGLISH = re.compile(
    rf"(?<![\w-])(?:(?:{_EN_BEFORE}|U\.\s?S\.\s)?(?:{_EN_STRONG}|{_EN_WEAK})(?:\sGeneral)?{_EN_OF}{{1,4}}(?:{_EN_LIST}{_EN_STATE}|(?<=[a-z]){_EN_IN})"
    rf"|{_EN_BEFORE}(?:(?:Consulate\sGeneral|{_EN_STRONG}|{_EN_WEAK}){_EN_IN}|(?:House|Haven){_EN_OF}?))(?![\w-])"
)
SPANISH = {
    "en": re.compile(
        rf"(?<![\w-])(?:{_ES_BOTH}|{_ES_WEAK}(?=\s(?:de|del|para)\s)){_ES_MORE}{{1,8}}{_ES_LIST}"
    ),
    "es": re.compile(
        rf"(?<![\w-])(?:\d{{1,3}}\.?\s(?=Batall)|(?:Prim|Segund|Tercer|Cuart|Quint)[ao]?\s(?=Sala|Tribunal|Visitad))?(?:{_ES_BOTH}|{_ES_ONLY}|{_ES_WEAK})(?!\sen\s){_ES_MORE}{{1,9}}{_ES_LIST}"
    ),
}
PORTFOLIO = re.compile(
    r"(?:(?:Vice)?[mM]inisterio|Secretar[ií]a|Ministry|Department)\s(?:del?|of)\s"
)  # of Labour
BODY_NOUN = re.compile(rf"\b(?:{_EN_STRONG}|{_EN_WEAK}|{_ES_BOTH}|{_ES_ONLY}|{_ES_WEAK})\b")
# Before a name that is no person's: "The contractor, Brightline Sanitation, said".
LEADS_TO_FIRM = re.compile(
    r"(?:^|[.!?”\"]\s)(?:The|La|El)\s(?:[a-z]{3,12}\s)?(?:company|contractor|firm|operator|charity|agency|nonprofit|group|network"
    r"|organi[sz]ation|airline|empresa|contratista|compañía|firma|organización|asociación|aerolínea|agencia|red|fundación),\s$"
)
HOUSE = re.compile(r"\s(?:House|Haven)(?:$|\sof\s)")  # no noun for contacts: it is a building too
# A word that says of the name behind it that it is an organisation's, and a name without such a noun inside.
MARKED = re.compile(
    r"(?<!\w)(?:NGOs?|ONG|(?i:non-governmental\sorgani[sz]ation|(?:aid|human\srights|civil|partner|local)?\s?organi[sz]ation"
    r"|association|charity|shelter\snetwork|network|collective|coalition|foundation|shelter|law\sfirm|think\stank|(?-i:[A-Z][a-z]+(?:an|ish|ese)\s)group"
    r"|organizaci[oó]n(?:\s(?:no\sgubernamental|civil|humanitaria|social|[a-z]{4,12}(?:ense|e[nñ]a|na|ica)))?|asociaci[oó]n(?:\scivil)?"
    r"|fundaci[oó]n|red|albergue|colectivo|agrupaci[oó]n|casa\shogar|casa(?=\s[A-Z]\w+\s[A-Z])|(?:(?:del|al|el)\s)centro|(?:(?:del|al|el)\s)hogar|refugio|coalici[oó]n|instituci[oó]n))"
    rf"\s(?P<quote>[«“\"])?(?P<name>{CAP}(?:['’]s)?"
    rf"(?:\s(?:(?:of|for|without|and|the|de|del|la|las|los|en|sin|y|para|con|que|a|al|por|in|on)\s){{0,2}}{CAP}){{0,5}})"
)
LEGAL_FORM = re.compile(
    rf"(?P<name>{CAP}(?:\s(?:(?:of|for|de|del|la|las|los|en|sin|y|para|con)\s){{0,2}}{CAP}){{1,6}}),?\s"
    r"(?P<form>A\.\s?C\.|I\.\s?A\.\s?P\.|S\.\s?C\.|R\.\s?L\.|Inc\.|e\.\s?V\.|LL[CP]\b|L\.L\.C\.)"
)
INTERNATIONAL = re.compile(
    rf"(?<![\w-])(?:{CAP}\s){{1,3}}(?:International|Without\sBorders|Sin\sFronteras)(?![\w-])(?!\s{CAP})"
)
DEFINED = re.compile(
    rf"(?P<name>{CAP}(?:\s(?:(?:of|for|the|and|on|in|de|del|la|las|los|para|y|en|sin|con|por)\s){{0,3}}{CAP}){{1,8}})"
    r"\s\((?P<acronym>[A-ZÑ]{2,10})(?:[,;\s][^()]{0,40})?\)"
)
# What stands before a name whose acronym follows: "run with ... (KID)", "junto a la ... (JCE)".
TOGETHER = re.compile(
    r"\b(?:(?:with|by|from)\s(?:the\s)?|(?:con|por|junto\sa|junto\scon|ante)\s(?:el\s|la\s|los\s|las\s)?|junto\sal\s)$"
)
# Words of things that have acronyms and are no bodies: "Temporary Protected Status (TPS)".
THINGS = re.compile(
    r"\b(?:Determination|Assessment|Procedures?|Process|Status|Visas?|Index|Survey|System|Framework|Standards?|Form|Number"
    r"|Relief|Action|Children|Minors|Persons|People|Interests?|Displacement|Violence|Development|Health|Support|Management"
    r"|Protection|Education|Training|Order|Notice|Code|Fever|Disorder|Disease|Test|Study|Line|Rules?|Principles|Goals?|Zone"
    r"|Estatus|Proceso|Procedimiento|Evaluaci[oó]n|Determinaci[oó]n|[IÍ]ndice|Encuesta|Sistema|Marco|Visa|Tarjeta|Formulario|Clave"
    r"|Registro|Niñ[oa]s|Niñez|Adolescentes|Personas|Menores|Inter[eé]s|Violencia|Desarrollo|Salud|Protecci[oó]n|Educaci[oó]n|Plan"
    r"|Producto|Impuesto|Objetivos?|Reglas?|Zona|C[oó]digo|Orden|Enfermedad|Trastorno|Acci[oó]n)\b"
)
# Words of people who are together; with an acronym they are a body: "Still Water Community (SWC)".
PEOPLE = re.compile(
    r"\b(?:Community|Families|Neighbou?rs|Collective|Comunidad|Familias|Vecin[oa]s|Voluntari[oa]s|Volunteers|Youth|Students|Estudiantes|Mothers|Madres)\b"
)
# "Harbour Hands Belize, a community organization from", "Aula Abierta, una asociación de maestras"
APPOSED = re.compile(
    rf"(?<!\w)(?P<name>(?!\w+ó\s){CAP}(?:\s(?:(?:of|for|the|de|del|la|las|los|en|sin|con)\s){{0,2}}{CAP}){{1,5}})"
    r"(?:\s\([A-ZÑ]{2,10}\))?,\s(?:an?|its|una?|su)\s(?:[a-záéíóúñ'’-]{3,15}\s){0,2}"
    r"(?:organi[sz]ation|association|charity|network|coalition|collective|NGO|non-profit|nonprofit|foundation|cooperative"
    r"|organizaci[oó]n|asociaci[oó]n|red|coalici[oó]n|colectivo|ONG|fundaci[oó]n|cooperativa|colectiva)\b"
)
# "Ana Lark of the Heron Docket, a nonprofit": who speaks for it stands before it
PERSON_OF = re.compile(rf"(?:{CAP}\s(?:[A-Z]\.\s)?){{2,3}}(?:of\sthe|de\sla|del)\s(?={CAP}\s{CAP})")
PARENTHESIS = re.compile(r"\s\(([^()\n]{2,120})\)")
EXPLAINS = re.compile(
    r"(?:por\ssus\ssiglas[^,]{0,20},\s)?(?P<acronym>[A-ZÑ][A-Za-zñ]{0,3}[A-ZÑ][A-Za-zñ]{0,8})"
    r"(?P<foreign>\s(?:in|en)\s\w+|(?:,\s|\s)(?:por|for)\s[^()]{3,60}|[,/]\s?[A-ZÑ]{2,10})?"
)
# "Procuraduría General de la Nación -PGN-"
BETWEEN_DASHES = re.compile(r"\s?[-–—](?P<acronym>[A-ZÑ]{2,10})[-–—]")
# What a sentence begins with in front of a name.
LEADING = frozenset(
    """
    a about according after all also an and as at before but by each every for former from how if in its many
    most new of on other our president minister director dr mr mrs ms since some that the their these this
    those to under ngo ong when where while with your
    """.split()
)
NO_NAMES = re.compile(
    r"\b(?:Diplomado|Taller|Curso|Campaña|Seminario|Operativo|Audiencia|Course|Workshop|Training|Campaign|Seminar"
    r"|Hearing|Strategy|Estrategia|Iniciativa)\b|\bInitiative$"
    r"|\b(?:Years?|Awards?|Directors|Trustees|Week|Press|Media|Communications?|Prensa|Rights\sReserved"
    r"|Comunicación|Comunicaciones|Divulgación|Communications?|Public\s(?:Relations|Affairs|Information)|(?<!Centro\s)de\sInformación|Informe|Ley|Convención|Protocolo|Declaración|Premio|Programa|Proyecto)\b"
    r"|^New Haven$|^(?:White|Open|Safe|Upper|Lower|Full|Guest|Opera|Transit|Foster|Town|Court|Green|Press"
    r"|Small|Big|New|Boarding|Country) House\b"
    r"|\b(?:Day|Report|Act|(?<!\bof\s)Law|Convention|Protocol|Declaration|Guidelines|Manual|Prize|Plan|Programme|Program"
    r"|(?<!Law\s)(?<!Legal\s)(?<!Aid\s)(?<!Justice\s)(?<!Bar\s)(?<!Docket\s)(?<!Rights\s)(?<!Defense\s)Project)$"
)
# Words that make no name of a noun alone: "Regional Office", "Press Office", "Sistema Nacional".
GENERIC = frozenset(
    """
    regional national country field local head main central area press legal federal state public
    general subregional liaison relations ombuds technical executive joint special high supreme first
    second third nacional central estatal municipal local general our their his her this that each every
    plenary both new ejecutivo ejecutiva directivo directiva juvenile convention civic development self-help
    superintendent's superintendent’s
    several one two three other de del la las los el en para the of and in for on y e red civil
    juridica legal law group unit service services system mission school aid church hospital administration
    director directora president presidente presidencia mayor governor secretary minister rector rectoria
    spokesperson human resources public news law clerk clerk's clerk’s city technical tecnica posgrado
    coordinacion representacion atencion informacion relaciones publicas prensa comunicacion redonda trabajo
    faculty facultad guard
    """.split()
)
# Labels and roles of a contact block whose lines were joined.
TAIL = re.compile(
    r"\s(?:Tel[eé]fonos?|Tel|Phone|Telephone|T|M|E-?mail|Email|Correo|Fax|Celular|Cel|Mobile|Contact[oa]?s?|Mr|Mrs|Ms|Lic"
    r"|Dra?|PBX|Informes|Web|Twitter|Facebook|Comunicado|COMUNICADO|Bolet[ií]n|BOLET[IÍ]N|PRESS|Nota)\b.*$"
)
DATED = re.compile(rf"\s(?:of|on|for)\s(?:{'|'.join(MONTHS.keys() | WEEKDAYS.keys())})\b", re.IGNORECASE)
# "Family Services Desk" and "the Safe House Network course" name a unit and a course of theirs.
GOES_ON = re.compile(
    r"\s(?:Desk|Director|Officer|Manager|Coordinator|Commissioner|Minister)\b"
    r"|\s(?:[A-Z]\w+\s)?(?:Act|Law|Protocol|Programme|Program|Project"
    r"|Course|Initiative|Campaign|Award|Report"
    r"|(?:[a-z]+\s)?(?:programme|program|project|course|training|campaign|initiative|workshop|bill|protocol))\b(?!\sof)"
)
# A unit of a body that is itself named: "the Secretariat of the Inter-American Court".
UNIT_OF = re.compile(
    r"(?:Secretariat|Registry|Presidency|Bureau|Secretar[ií]a(?:\sGeneral|\sT[eé]cnica)?|Presidencia|Registro)"
    r"\s(?:of\sthe|de\sla|del)\s"
)
# A house that belongs to a body: two names.
HOUSE_OF = re.compile(
    r"(?:Casa|Albergue|Hogar|Refugio|Centro)\s[^,;:()]{3,60}?(?P<joint>\s(?:de\sla|del)\s)(?=(?:Secretar|Procuradur|Instituto"
    r"|Ministerio|Municipalidad|Alcald|Di[oó]cesis|Arquidi[oó]cesis|Sistema|Fundaci|Direcci|Pastoral))"
)
COUNTRY = re.compile(
    rf"\s(?:of|de|del)\s(?:(?:la\sRep[uú]blica\sde|the\sRepublic\sof|the|los|las|la|el)\s)?(?P<country>Trinidad\sand\sTobago|{CAP}(?:\s{CAP})?)"
)
# Of the head of state, where the table knows it without: "Secretaría de Bienestar Social de la Presidencia"
OF_PRESIDENCY = re.compile(r"\sde\sla\sPresidencia(?:\sde\sla\sRep[uú]blica)?\b")
COUNTRY_BEHIND = re.compile(rf"\s({CAP}(?:\s{CAP})?)")
OF_TOWN = re.compile(rf"\s(?:of|de)\s(?P<town>{CAP}(?:\s{CAP})?)$")
OF_COUNTRY = re.compile(r"\s(?:of|de|del)\s(?:(?:the|los|las|la|el)\s)?(?P<country>\S+(?:\s\S+)?)$")
CITY = re.compile(rf"\s(?:in|en)\s(?P<city>{CAP}(?:\s{CAP})?)")
THE_HOUSE = re.compile(rf"(?P<article>(?:El|La|Los|Las)\s)(?:{_ES_BOTH}|{_ES_ONLY}|{_ES_WEAK})\s")
CONSULATE = re.compile(r"\b(?:Consulate|Consulado|Embassy|Embajada)\b")
# What an office of a town is for, and no town.
_MATTERS = (
    r"(?:Niñ|Infan|Adolesc|Mujer|Juven|Migr|Atenc|Protec|Famil|Derech|Enlace|Planif|Desarrollo|G[eé]nero)"
)
# One of a body's many offices, and no body: "Oficina Local de San Carlos", "Regional Office for Asia".
LOCAL_OFFICE = re.compile(
    r"Oficinas?\s(?:Local|Regional|Estatal|Departamental)(?:es)?\s(?:de|del|para|en)\b"
    rf"|Oficinas?\sMunicipal(?:es)?\s(?:de|en)\s(?!(?:la|el|los|las)\s|{_MATTERS})"
    r"|(?:[A-Z]{2,10}\s)?(?:Local|Regional|Field|Country)\sOffice\s(?:for|of|in)\b|[A-Z]{2,10}\sOffice\s(?:for|in)\b"
    # an office by its town: "Oficina Istmo", and no "Oficina Técnica de la Niñez"
    rf"|(?:Oficina|Sede|Sucursal)\s(?![^\W_]+(?:al|ica|tiva|ora|aria)\b)[{UPPER}]"
    # a kind of houses
    r"|Centros?\sde\sAsistencia\sSocial$"
    # a unit that every consulate has, and an office by its town alone
    r"|Departamento\sde\s(?:Protecci[oó]n|Documentaci[oó]n)$|Delegaci[oó]n(?:\s(?:Departamental|Regional|Estatal)(?:\sde)?)?(?:\s[A-Z]\w+){1,3}$"
    # a list that is kept, of victims or guardians
    r"|Registro\s(?:Nacional\s|Estatal\s)?de\s(?:V[ií]ctimas|Tutor|Niñ|Adolesc|Famil|Menores)"
)
QUOTED = re.compile(rf"\s[«“\"](?P<name>{CAP}[^«»“”\"\n]{{1,60}})[»”\"]")
# Who leads it, before a part of a body that has a name: "the Attorney General's Border Crimes Division".
LED_BY = re.compile(
    r"(?:(?:Attorney|Inspector)\sGeneral|(?:District|County|State)\sAttorney|Governor|Mayor|Sheriff|Secretary|Bishop|Superintendent"
    r"|Synod|Diocese|Ministry|Foundation|Institute|University|City|County|State|Court|Department)['’]s\s"
    rf"(?=(?:{CAP}\s){{2}})"
)
OWNER = re.compile(rf"(?P<owner>{CAP}(?:\s{CAP})?)['’]s?\s(?=[{UPPER}])")
# A school that is named by its subject alone is one of every university.
UNNAMED_SCHOOL = re.compile(
    r"(?:Law|Medical|Nursing|High|Primary|Elementary|Middle|Public|Boarding|Sunday)\sSchools?"
    r"|[^\W\d_]+['’]?\sSchool|Escuela\s[^\W\d_]+"
    r"|(?:School|Faculty|Facultad|Escuela)\s(?:of|de)\s(?:Law|Derecho|Medicine|Medicina|Arts|Padres|Verano)"
)
TITLES = frozenset(
    "president minister secretary director mr mrs ms dr sr sra lic presidente ministro".split()
)
# An article after "and" opens another body, unless the name has had one: "Ministerio de la Mujer y la Niñez".
ARTICLE = re.compile(
    r"(?:el|la|los|las)\s(?!Adolescen|Famili|Niñ|Infan|Mujer|Juvent|Primera|Cultura|Democracia|Paz|Tecnolog|Ciencia|Alimentaci"
    r"|Agricultura|Trata|Violencia|Discapacidad|V[ií]ctimas|Migra|Refugi|Derechos|Personas|Justicia|Vida|Tortura|Discrimina"
    r"|Desarrollo|Caribe|Cooperaci|Delincuencia|Educaci|Salud|Seguridad|Tr[aá]fico|Explotaci|Asilo|Reunific)"
)
HAD_ARTICLE = re.compile(r"\s(?:del|(?:de|contra|para|sobre)\s(?:la|las|los|el))\s")
# What is a whole English name of its own behind "and".
OWN_NAME = re.compile(
    rf"(?:{CAP}\s){{2,4}}(?:Aid|Society|Foundation|Center|Centre|Clinic|Network|Council|Alliance|Coalition|University"
    r"|Institute|Association|Hospital|Trust|Charities|Project)$"
    rf"|(?:{CAP}\s){{1,4}}(?:Airlines|Charities|{CAP}\sInternational)$"
)
CONNECTED = re.compile(r",?\s(?:and|y|e)\s|,\s")


# A body named in the title of a law or a programme is not spoken of: "Ley del Servicio Exterior".
IN_A_TITLE = re.compile(
    r"(?:\b(?:Ley|Reglamento|C[oó]digo|Estatuto|Act|Law|Regulation)\s(?:[A-ZÁ][\wáéíóú]+\s){0,2}(?:del?|of|on)(?:\s(?:la|el|the))?\s"
    r"|\b(?:programa|proyecto|programme|program|project|plan)\s(?:[a-záéíóú]+\s){0,2}[«“\"])$"
)
# There is one in every city, so that the city is part of its name.
SEATED = re.compile(r"\b(?:Consulate|Court|Embassy|Consulado|Embajada|Juzgado|Tribunal)\b")
DIF = re.compile(
    rf"(?<![\w-])(?:(?:Sistema\s)(?:(?:Nacional|Estatal|Municipal)\s)?DIF(?![\w-])"
    rf"(?:\s(?:[Mm]unicipal|[Ee]statal|[Nn]acional)(?!\w))?(?:\s(?:(?:del\s[Ee]stado\sde|del?|of)\s)?{CAP}(?:\s{CAP})?)?"
    rf"|(?:Sonora|Chiapas|Tabasco|Coahuila|Chihuahua|Tamaulipas|Oaxaca|Veracruz|Baja\sCalifornia|Nuevo\sLe[oó]n|Puebla|Jalisco)\s(?:State\s)?DIF"
    rf"(?:\sSystem)?(?![\w-])"
    rf"|DIF\sde\sla\sCiudad\sde\s{CAP}|DIF(?:\s(?:[Mm]unicipal|[Ee]statal|[Nn]acional)(?!\w)(?:(?:\s(?:del?|of))?\s{CAP}(?:\s{CAP})?)?|\s(?:(?:de|of)\s)?{CAP}(?:\s{CAP})?))"
)
ALONE = re.compile(
    r"(?<![\w-])(?:U\.S\.\s(?:Senate|House\sof\sRepresentatives|Congress)(?!\s[A-Z])|(?:National\s|(?<!the\s)(?<!The\s)(?<!\ba\s))Congress(?!\s[A-Z])|Canciller[ií]a|Grupos?\sBeta"
    r"|Senado(?!\sde)|Protecci[oó]n\sCivil|Senate(?!\s[A-Z])|Poder\s(?:Judicial|Ejecutivo|Legislativo)|Fuerza\sA[eé]rea(?!\s[A-Z])"
    r"|(?:U\.S\.\s)?Border\sPatrol|Migraci[oó]n\s(?:Colombia|Panam[aá]|Ecuador)"
    rf"|(?<!in\sthe\s)(?<!In\sthe\s)(?<!to\sthe\s)City\sof\s{CAP}(?:\s{CAP})?(?=[.,;]|\s[a-z])"
    # Foundations and stations of other languages have their noun in front
    r"|(?:Stichting|Fondation|Fundação|Fondazione|Secours|Brot|Loterie|Diakonie|Radio)"
    rf"(?:\s(?:d['’]|(?:de|des|du|der|die|für|van|voor|pour|les|la|le|del)(?:\sde[nr]|\sdie)?\s)?{CAP}){{1,3}})(?![\w-])"
)
# What Spanish prints with a small noun: "la diócesis de Yoro", "la iglesia Cristo Rey".
SMALL_NOUN = re.compile(
    r"(?<=\s)(?:(?<=la\s)(?:di[oó]cesis|arquidi[oó]cesis|municipalidad|alcald[ií]a)\sde"
    r"|(?<=the\s)(?:diocese|archdiocese)\sof|(?<!in\sthe\s)(?<=the\s)parish\sof|(?<=la\s)(?:parroquia|iglesia|capilla)(?:\sde)?)"
    rf"(?:\s(?:la|los|las|el|the))?\s{CAP}(?:(?:\s(?:de|del))?\s{CAP}){{0,4}}"
)
# "the Peruvian consulate in Denver"
SMALL_CONSULATE = re.compile(
    rf"(?<=[Tt]he\s){CAP}(?:an|ese|ish|can)\sconsulate(?:\sgeneral)?\sin\s{CAP}(?:\s{CAP})?(?![\w-])"
)
# A house whose name is a number: "el albergue La 57"
NUMBERED = re.compile(
    r"\b(?:albergue|refugio|casa|shelter)\s[*_“\"«]?(?P<name>(?:La|El|Los|Las)\s\d{1,3}(?:\sBis)?)(?![\w.,]\d)"
)
LOCAL = re.compile(r"\sLocal\s\d{1,4}\b")  # of a union
AGAINST = re.compile(r"\sagainst\s")
# A house with the name in quotation marks: 'Centro de Día "Semillas"', "Estación Migratoria «Siglo XXI»".
CALLED = re.compile(
    rf"(?<![\w-])(?:{_ES_BOTH}|{_ES_ONLY}|{_ES_WEAK})(?:{_ES_SMALL}{{0,2}}\s{CAP}){{0,4}}"
    rf"\s[«“\"]{CAP}[^«»“”\"\n]{{1,60}}[»”\"]"
)
ITEM = re.compile(
    rf"{CAP}(?:['’]s?)?(?:\s(?:(?:of|for|the|on|in|de|del|la|las|los|para|con|sin)\s){{0,3}}{CAP}(?:['’]s?)?){{0,7}}"
)
LISTS = re.compile(
    r"\b(?i:organi[sz]ations?|grantees|agencies|signatories|shelters|networks|charities|foundations|law\sfirms"
    r"|organizaciones|instituciones|albergues|redes|colectivos|fundaciones|asociaciones|agencias|firmantes)\b"
    rf"(?P<gap>[a-záéíóúñ ,:]{{0,60}}?)\s(?:[Tt]he\s|la\s|el\s|los\s)?"
    rf"(?P<list>{ITEM.pattern}(?:(?:,\s(?:(?:and|y|e)\s)?|\s(?:and|y|e)\s)(?:the\s|la\s|el\s)?{ITEM.pattern}){{1,9}})"
)
PLACED = re.compile(
    r"\b(?:in|en|from|de|del|of|at|across|between|entre)(?:\s(?:the|la|el|los|las))?$|\b(?:who|que)\b[^,:]*$"
)
NOT_LISTED = re.compile(
    r"(?:Government|Gobierno|State|Estado|Ley|Law|Convention|Convenci|President|Minist(?:er|ro|ra)\b|Mr|Ms|Dr|Lic"
    rf"|[A-Z]\w*day\b|(?i:{'|'.join(MONTHS)})\b)"
)
ACTS = re.compile(
    r"\s(?:(?:today|yesterday|also|hoy|ayer|also|this\sweek|esta\ssemana|will(?:\snext\sweek)?)\s)?(?:said|says|announced"
    r"|publish\w{0,3}|presented|presents|launched|released|opened|gives|gave|trained|trains|runs|works|urge[sd]|warn(?:s|ed)"
    r"|calls|called|public[aó]|present[aó]|anunci[aó]|inform[aó]|denunci[aó]|exige|exigi[oó]|da\sa\sconocer|lanz[aó]"
    r"|inaugur[aó]|atiende|atendi[oó]|trabaja|pide|pidi[oó])\b"
)
# Of one whose acronym is spelt by its name.
ALSO_ACTS = re.compile(
    r"\s(?:visit(?:ed|s)|ask(?:s|ed)|sign(?:s|ed)|found|finds|joined|joins|sent|sends|came|hosted|hosts"
    r"|firm[oóa]|visit[oóa]|recorri[oó]|encontr[oó]|envi[oóa]|recibi[oó]|recibe|organiz[oóa])\b"
)
INSTITUTION = re.compile(
    r"(?:National|Legislative|Constituent|General|Supreme|High|Constitutional|Federal|State|Central|National\sCivil)\s"
    r"(?:Assembly|Court|Chamber|Police|Guard|Senate|Congress|Council|Bank|University|Parliament|Tribunal|Registry)"
    r"|(?:Asamblea|Biblioteca|Museo|Corte|Cámara|Policía|Congreso|Consejo|Banco|Universidad|Tribunal|Registro|Guardia|Sala|Parlamento)"
    r"\s(?:Nacional|Legislativa|Suprema|Federal|Central|Constitucional|Estatal|Civil|General|Superior|Municipal"
    r"|Nacional\sCivil)(?:\sde\sJusticia)?"
)


IN_NAME = re.compile(rf"(?P<more>\s(?:in|en|and|y)\s{CAP}(?:\s{CAP}){{0,2}})\s\([A-ZÑ]{{3,10}}[,)]")
# A part of a body that is named too: "Comisión de Migrantes del Congreso de la República".
OF_BODY = re.compile(
    r"\s(?:de\sla|del|of(?:\sthe)?|at)\s(?=(?:Universidad\s|Congreso|Cámara\sde|Senado|Asamblea|Parlamento|Congress|House\sof|Senate|Assembly"
    rf"|Parliament|(?:{CAP}\s){{1,3}}(?:University|College|Law\sSchool))\b)"
)
OF_ACRONYM = re.compile(r"\s(?:de\sla|del|of(?:\sthe)?)\s[A-ZÑ]{3,10}$")
IN_BODY = re.compile(r"\s(?:en\sel|en\sla|al|a\sla|in\sthe|at\sthe|to\sthe|for\sthe)\s")
# People who are one body: "Knights of Saint Martin", "Médicos sin Orillas".
FELLOWS = re.compile(
    r"(?<![\w-])(?:(?:Knights|Sisters|Brothers|Missionaries|Daughters|Servants|Sons|Friends)\sof(?:\sthe)?"
    r"|(?:[A-Z][a-z]+\s)?(?:Doctors|Lawyers|Physicians|Pediatricians|Psychologists|Teachers|Nurses|Engineers|Parents|Mothers|Students)\s(?:for|[Ww]ithout|[Aa]cross|(?<=Doctors\s)of)(?:\sthe)?"
    r"|(?:Médicos|Abogad[oa]s|Payasos|Arquitect[oa]s|Ingenier[oa]s|Maestr[oa]s|Bomber[oa]s)\s(?:[Ss]in|por|para|con)(?:\slos|\slas|\sla)?"
    r"|(?:Misioner[oa]s|Caballeros|Damas|Amig[oa]s|Religios[oa]s)\s(?:del?|de\sla|de\slos|de\slas))"
    rf"\s(?P<whose>{CAP}(?:(?:\s(?:of|the|de|del|la|los|las)){{0,2}}\s{CAP}){{0,3}})"
)
OF_THE = re.compile(
    r"\s(?:de\s(?:la|los|las)|del|of\sthe)\s"
)  # "Secretaría de la Corte" is no name of its own
ADJECTIVES = re.compile(rf"(?:(?:{CAP}|U\.\s?S\.)\s){{1,3}}")
JOINED_LINE = re.compile(rf"(?:\s{CAP}){{2,5}}")  # "Red de Tutela Adriana Chaves"
