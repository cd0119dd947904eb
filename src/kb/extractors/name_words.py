"""Words that tell what a capitalised word is: none of a name, none of its beginning, or a surname."""

from __future__ import annotations

import re

from kb.text.dates import MONTHS, WEEKDAYS
from kb.text.folding import fold
from kb.text.words import STOP_WORDS

# Words of institutions, events, places and times: a run that holds one is no person's name.
INSTITUTIONS = frozenset(
    """
    academy act action administration africa african agenda agreement albergue alianza alliance american
    americas analysis annual apoyo area army article asia association asylum avenida avenue award bank
    barrio border bureau calle camp campaign capital caribbean carretera casa cathedral catholic center
    central centre centro centroamerica chamber children child city ciudad civil climate club coalition
    code college colonia comedor comision commission committee comment community company comunicado
    conferencia conference congreso congress consejo consulado consulate convention convencion corporation
    council country county court covenant cumbre dark data days declaration defence defense department
    derechos desarrollo development dia diario direccion district division east eastern economic education
    embajada embassy emergency encuentro escuela estado estados europe european event facebook familia
    families family federal feria festival film fondo force foreign foro forum foundation frontera fund
    fundacion game games general global gobierno government group grupo guide guidelines health high hogar
    home hospital hotel human immigration inc independence infancia initiative institute instituto
    inter-american international internet island islands journal justice labor labour latin latino league
    learning ley libro libre ltd magazine manual market media meeting memorial migracion migration
    migratoria ministerio ministry mission month mount mountain movement municipio municipal museum mundo
    nacion nacional naciones nation national nations network new news niñas ninas ninez niños ninos norte
    north northern noticias ocean office oficina organizacion organization pacific palacio pacto parque
    partnership party penal plan plaza poder police policia policy post prensa press prize procuraduria
    program programa programme project protection protocol protocolo proyecto public publico puente puerto
    radio red refugee refugees refugio region regional report republic republica research review rights
    rio river road room route salud school science season secretaria section security semana senate
    series service services shelter sistema social society solidaridad south southern sector special spring
    state states station statistics strategy summer summit sur sustainable system taller team television
    territory times today tower training treaty tribunal twitter union unit united universal universidad
    university unidas unidos valley vocational war week welfare western winter women work world year youth
    incidencia asistencia presidencia gerencia violencia emergencias residencia politica politicas atte
    atentamente saludos modulo difusion imagen enlace recepcion redaccion igualdad genero
    town village parish municipality hermanas hermanos sisters brothers hijas siervas religiosas religiosos
    frailes friars creole kriol kreyol garifuna haitian english
    youtube zona save congregation diocese diocesis parroquia pastoral iglesia amnesty google microsoft
    apple amazon iphone agency federation secretariat parliament directorate ombudsman viceministerio
    subsecretaria asociacion defensoria fiscalia patronato comisaria corte agencia comite federacion
    workers members parties persons minors men girls boys mujeres migrantes trabajadores tel cel email
    whatsapp fax house haven kitchen ministries library lodge clinic desk hotline newsroom legal advocates
    neighbors neighbours sanctuary outreach tracing kids partners posada clinica registro municipal estatal
    departamental district districts
    principios principles lineamientos directrices reglas
    pledge compact memorandum catechism gospel encyclical
    embargo embargoed caucus congressional hearing democrat republican vicaria misioneros misioneras
    ventanilla linea caso casos historia historias testimonio testimonios carta cartas relato relatos voces
    informe oficio boletin acuerdo decreto expediente resolucion dictamen acta reglamento estudio encuesta
    diagnostico reporte recomendacion sentencia memorando convenio anexo capitulo articulo contrato nota memo
    bulletin decree ruling notice regulation resolution survey annex docket affidavit exhibit petition
    complaint directive amendment statement letter tempore
    """.split()
)
# The endings of abstract nouns, and the names of persons that have one.
_ABSTRACT = re.compile(
    r"\w{3,}(?:cion|ciones|sion|siones|[ie]dad|[ie]dades|aldad|miento|mientos|tion|tions|ment|ments|ship|ness|[aei]duria|atura)"
)
_NAMED_SO = frozenset(
    """
    concepcion asuncion encarnacion ascension visitacion anunciacion purificacion consolacion resurreccion
    natividad trinidad soledad piedad caridad felicidad bondad novedad sarmiento clement sacramento
    nacimiento bangladesh
    """.split()
)


def is_abstract(word: str) -> bool:
    """Whether a folded word has the ending of what offices are for, and is no name: "incidencia" has none.

    >>> is_abstract("movilidad"), is_abstract("atencion"), is_abstract("soledad")
    (True, True, False)
    """
    return _ABSTRACT.fullmatch(word) is not None and word not in _NAMED_SO


_GERUND = re.compile(r"[a-z]{3,}ing")


def is_gerund(word: str) -> bool:
    """Whether a folded word looks like one that opens an English clause: "responding", "closing".

    >>> is_gerund("responding"), is_gerund("king")
    (True, False)
    """
    return _GERUND.fullmatch(word) is not None


_ADVERB = re.compile(r"[a-z]{4,}mente")


def is_adverb(word: str) -> bool:
    """Whether a folded word has the ending of Spanish adverbs, and is no name.

    >>> is_adverb("finalmente"), is_adverb("clemente")
    (True, False)
    """
    return _ADVERB.fullmatch(word) is not None and word != "clemente"


_LANGUAGES = frozenset(
    """
    english spanish french portuguese german italian chinese creole kriol kreyol garifuna nahuatl maya mam
    ingles espanol frances portugues aleman italiano chino kiche quechua kichwa kekchi tzotzil tzeltal
    zapoteco mixteco dutch swedish russian arabic japanese korean tagalog hindi qeqchi kaqchikel cakchiquel
    neerlandes holandes sueco ruso arabe japones coreano miskito
    """.split()
)


def is_language(word: str) -> bool:
    """Whether a word names a language that spokespersons speak.

    >>> is_language("K'iche'"), is_language("Dutch"), is_language("Tela")
    (True, True, False)
    """
    return re.sub(r"['’]", "", fold(word)) in _LANGUAGES


# Words that ask to write to somebody or to call, before a name; they are none themselves.
ASKS_TO_REACH = frozenset(
    """
    ask call contact contactar contacte comunicarse dial dirigirse e-mail email escriba escribe escribir
    llama llamando llamar llame phone pregunta preguntando preguntar pregunte reach ring telephone text
    write
    """.split()
)
# Words that open a sentence and no name; months and days that are names too are left out.
NOT_FIRST = (
    STOP_WORDS
    | MONTHS.keys()
    | WEEKDAYS.keys()
    | ASKS_TO_REACH
    | frozenset(
        """
        conforme charge
        meanwhile according however although though while because since until unless despite during after
        before besides today yesterday tomorrow still also just even only every each both many most some
        several none nobody everybody everyone here there now then next last first second third finally
        additionally furthermore moreover nevertheless therefore thus hence yes not never always often
        another other others such like unlike among amid across around against under over between
        segun mientras aunque asimismo ademas finalmente posteriormente durante tras luego despues antes
        hoy ayer manana actualmente recientemente incluso cada varios muchos algunos algunas todos
        todas
        otro otra otros otras mediante sobre bajo hacia hasta segundo primero tercero aqui ahi alli
        cabe dijo dice aun asi solo nadie nada ella ellos ellas usted ustedes yo nos nosotros gracias hola
        indeed perhaps maybe clearly likewise igualmente ultimately elsewhere earlier later lastly afterwards
        afterward nonetheless otherwise instead together alongside overall anyway somehow sometimes again
        encima debajo dentro fuera atras adelante arriba abajo entretanto entonces siempre nunca tampoco
        tambien quiza quizas talvez ojala adicionalmente enseguida apenas pronto tarde temprano
        inside outside upstairs downstairs nearby below above behind beyond adentro afuera cerca lejos
        once twice tonight soon almost nearly similarly unfortunately currently recently importantly notably
        specifically particularly consequently accordingly actually certainly simply surely sadly tragically
        remarkably interestingly surprisingly equally conversely historically traditionally officially
        previously subsequently initially originally eventually immediately suddenly separately typically
        usually generally normally frequently occasionally rarely firstly secondly thirdly regrettably
        thankfully fortunately hopefully personally globally regionally nationally locally
        one two three four five six seven eight nine ten uno una dos tres cuatro cinco seis siete ocho
        she they them we you he it his her our your their who what which where when why how
        read watch listen see photo foto fotos photos image video
        source fuente contacto
        meet join visit thank hear follow find tell bring send
        conozca
        escuche escucha visite busque marque acuda dirijase comuniquese solicite envie
        mr mrs ms dr migrants children kids people experts officials authorities
        """.split()
    )
) - frozenset("mar abril may june abr april will so an don julio augusto august domingo".split())
# Roles that are given names or surnames behind a given name: "Ángel Custodio Paz", "Emily Potter".
GIVEN_TOO = frozenset(
    "viuda custodio pastor abad prior mason potter porter page painter tailor gardener".split()
)
# Roles that are surnames too, or plain nouns: they open a name only where nothing stands before them.
SURNAMES = frozenset(
    """
    adolescent baker bishop boss boy brother carter chef child cook driver farmer father girl guard judge
    king migrant migrante mother nina nino pope prince princess queen refugee refugiado sister son student
    victim worker youth
    """.split()
)
