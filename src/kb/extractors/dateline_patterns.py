"""What a dateline is made of, as it is printed: places, regions, dashes, labels, closing formulas, feasts."""

from __future__ import annotations

import re

from kb.text.dates import MONTHS, WEEKDAYS
from kb.text.letters import UPPER

_WORD = rf"[{UPPER}][\w'’]*(?:[-.][{UPPER}a-z][\w'’]*){{0,4}}(?:(?<![^\W\d_]{{4}})\.)?"
_SMALL = r"(?:of|the|de|del|la|las|los|el|y|and|au|do|da)"
PLACE = re.compile(rf"{_WORD}(?:(?: {_SMALL}){{0,2}} {_WORD}){{0,4}}")
REGION = re.compile(rf"(?:\.(?=/))?\s?[,/]\s?({_WORD}(?: (?:{_SMALL} )?{_WORD}){{0,3}})")
AGENCY = re.compile(r"\s?[(\[]([^()\[\]\n]{2,40})[)\]]")
OPENING = re.compile(r"(?:📍\ufe0f?\s?)?[(\[\s]{0,2}")
_DAY_OF_WEEK = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|lunes|martes|mi[eé]rcoles|jueves"
    r"|viernes|s[aá]bado|domingo)\.?,?\s"
)
_HOUR = (  # as courts write it: "a las nueve horas con diez minutos del día"
    r"a\slas?\s[^\W\d_]{3,10}(?:\sy\s[^\W\d_]{3,12})?\shoras?"
    r"(?:\s(?:y|con)\s[^\W\d_]{3,12}(?:\sy\s[^\W\d_]{3,12})?\sminutos)?\sdel(?:\sd[ií]a)?"
    r"|\d{1,2}[:.]\d\d\s?(?:hs?|hrs|horas|[ap]\.?\s?m)\.?,?"  # as bulletins do: "06:00 hs. 27 de noviembre"
)
BEFORE_DATE = re.compile(
    rf"[\s,.;:|/()\[–—-]{{0,4}}(?:(?:{_HOUR}|a\slos|a|(?:on|at|to)\s(?:this|the)|on|this|the|el\sd[ií]a|el|al)\s)?"
    rf"(?:{_DAY_OF_WEEK})?[(\[]?",
    re.IGNORECASE,
)
BEFORE_PLACE = re.compile(r"\s\(|\s?[,|/.–—-]\s?(?:en\s)?|\s")
DASH = re.compile(
    r"[)\]]?\s?(?:\.?(?:-{1,3}|–)(?=\s|$)|(?:\.-|\.?-{2})(?=[A-ZÀ-ÖØ-Þ\"“«¡¿])|\.?—|\.?\s(?:-{1,3}|[–—_])(?=\s|$)|\s–)\s?"
)
STOP = re.compile(r"[)\]]?\s?[.:|/]?(?:\s|$)")
END = re.compile(r"[)\]]?\s?[.:;|]?\s*$")
SENTENCE = re.compile(rf"[\s\"“”«‘'¿¡(\[]{{0,3}}[{UPPER}\d]")
GIVEN = re.compile(
    r"(?:dad[oa]|firmad[oa]|suscrit[oa]|hecho|emitid[oa]|expedid[oa]|given|done|signed|issued)(?:\s[ye]\s\w{4,12})?"
    r"\s(?:en|in|at)\s(?:(?:la\sciudad|el\smunicipio|the\s(?:city|town))\s(?:de|of)\s)?",
    re.IGNORECASE,
)
_OF_A_MONTH = rf"(?:de\s)?(?:{'|'.join(MONTHS)})\b"
KIND = re.compile(
    r"(?:(?:press|news|media)\s(?:release|statement|note)|comunicado(?:\sde\sprensa)?|bolet[ií]n(?:\sde\sprensa)?|communiqu[eé]"
    r"|statement|nota\sde\sprensa)\s(?:n[oº°]\.?\s?)?"
    rf"(?:[\d/.-]{{1,12}}\s(?!{_OF_A_MONTH}))?(?=[A-ZÀ-ÖØ-Þ]|\d{{1,2}}\s{_OF_A_MONTH})",
    re.IGNORECASE,
)
IN = re.compile(r"En\s(?:(?:la\sciudad|el\smunicipio)\sde\s)?")
_FIELD = r"(?:fecha|date|lugar|ciudad|place|location|city)"
LABEL = re.compile(
    rf"(?:{_FIELD}(?:\s?(?:[/,&-]|y|and)\s?{_FIELD})?(?:\s(?:de|of)\s\w{{4,12}})?|dateline|filed|issued|released|sent|emitido|enviado)"
    r"\s?:\s{0,3}",
    re.IGNORECASE,
)
FEAST = re.compile(
    rf",\s(?:(?:the|on\sthe|(?:en\s)?la)\s)?(?:(?:[Ff]east|[Ss]olemnity)\sof\b|[Dd]ía\s|[Jj]ornada\s|(?:World|International)\s(?=[^,.]{{0,60}}\bDay\b)|(?:[Dd]omingo|[Ll]unes|[Mm]artes|[Mm]iércoles|[Jj]ueves|[Vv]iernes|[Ss]ábado)\s(?:de|Santo)\b"
    rf"|(?:[Ff]iesta|[Mm]emoria|[Vv]ísperas)\sde|[Mm]emorial\sof|[Ss]olemnidad\sde|(?:\w{{4,8}}|[IVX]{{1,5}})\s(?:Sunday|[Dd]omingo)\s(?:of|in|after|de)\b|(?:[{UPPER}][\w'’-]{{0,20}}\s){{1,4}}(?:Day|Eve|Sunday|Friday)\s?$)"
)
# A feast that stands before its date: "Tapachula, Jueves Santo, 14 de abril de 2022".
FEAST_BEFORE = re.compile(
    r"[,.]?\s?(?:(?:on\s|en\s)?(?:the|la|el)\s)?(?:(?:feast|solemnity|memorial|vigil|octave|eve|week|fiesta|festividad|solemnidad|memoria"
    r"|v[ií]speras?|vigilia|octava|d[ií]a)\s(?:of|de)|(?:holy|good|ash|palm|easter|maundy|pentecost|christmas|trinity|corpus|pascua"
    r"|navidad|pentecost[eé]s|epifan[ií]a|epiphany|candelaria)\b|(?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo)\s(?:de|santo)\b"
    r"|(?:\w{4,8}|[ivx]{1,5})\s(?:sunday|week|domingo|semana)\s(?:of|in|after|de)\b)[^,;:()\n]{0,60}[,.]\s",
    re.IGNORECASE,
)
LAST_SMALL = re.compile(r"\s(?:A|EL|ON)$")  # "CIUDAD DE MÉXICO A 3 DE JUNIO"
# How towns begin to be called; a surname may too, but no person signs "Puerto Farol, 3 de mayo".
TOPONYM = re.compile(
    r"(?:San|Santa|Santo|Saint|St\.|Sta\.|Sto\.|Cd\.|Pto\.|Puerto|Port|Villa|Punta|La|El|Los|Las|Ciudad|Fort|Fuerte|New|Nuev[oa]|Lake|Mount"
    r"|Río|Rio|Barra|Paso|Valle|Cerro|Laguna|Boca|Bocas|Bahía|Colonia|Aldea|Monte|Pueblo|Isla|Playa|Cabo)\s",
    re.IGNORECASE,
)
# What stands where a place would, and is none.
NO_PLACES = (
    MONTHS.keys()
    | WEEKDAYS.keys()
    | set(
        """
    a according actividad actualizacion actualizado adopted advisory alert approved aprobado at atencion
    attention boletin breaking bulletin by circular communique comunicado contact contacto creado
    created date dated day desde dia do edited editor editors el embargado embargo embargoed emitido en
    end ends enviado event evento exclusive fact fecha fechado fin firmada firmado for foto fotos from
    fuente given hecho here hoja hold hora horario hoy immediate importante in issued joint la las last
    live los media modified news not nota note notes noticias on para photo photos por posted prensa
    press public publica publicado publicly publico published redaccion redactado released report
    revised segun sent signed since source statement story subido submitted summary suscrito technical
    the this time today
    lun mar mie jue vie sab dom ultima ultimo un una update updated uploaded urgent urgente video watch when
    while written
    """.split()
    )
)
# Words of which one says what kind of text it is: "Briefing Notes, 8 July 2014", "Acnur Nota Informativa,
# ...".
KIND_NOUNS = frozenset(
    """
    advisory alert alerta alerts aviso backgrounder backgrounders boletin boletines briefing briefings
    bulletin bulletins circular
    communique comunicado comunicados convocatoria declaracion dossier edicion edition factsheet
    ficha informativa
    informativas informativo informe memo memorandum newsletter nota notas note notes noticiero
    posicionamiento
    pronunciamiento reimpresion release releases reprint revision sitrep statement statements version
    """.split()
)
# Words that stand beside the date of a letterhead.
LETTERHEAD = (
    KIND_NOUNS | MONTHS.keys() | WEEKDAYS.keys() | set(
        """
        press release releases communique bulletin circular media news statement note briefing
        announcement advisory for immediate comunicado de del prensa boletin nota informativa noticia
        noticias informe numero num no nro general distr original english spanish ingles espanol united
        nations naciones unidas a la el on update page pagina edition edicion issue vol version oficial
        first second third fourth fifth revised printed printing primera segunda tercera cuarta quinta
        revisada impresion official conjunto joint public publico h am pm a m p s
        gmt utc est edt cst cdt mst mdt pst pdt et ct pt hs hrs hours horas
        memo memorandum story historia blog post reporters editors desk
        noon after or publicacion inmediata para su difusion the conjunta fact sheet hoja alert
        questions answers q preguntas respuestas journalists periodistas medios and y los las
        speech remarks discurso mensaje message letter carta column columna opinion editorial transcript
        pacific eastern central mountain local time hora
        transcripcion interview entrevista feature reportaje cronica weekly monthly semanal mensual
        """.split()
    )
)  # fmt: skip
BEFORE_ITS_DATE = re.compile(r"[,.\s–—-]{1,4}(?:(?:a|el|on)\s)?$")
SEPARATOR = re.compile(r"\s[|·•/]\s")
STROKE = re.compile(r"\s[–—-]\s")
STROKE_OF_TEXT = re.compile(rf"\s[|/·•]\s(?=[\"“«¿¡]?[{UPPER}])")
# Two or more towns, the last behind "and": "Upala, Ciudad de Guatemala y San José".
BETWEEN_TOWNS = re.compile(r",\s(?=.*\s(?:y|e|and|&)\s)|,?\s(?:y|e|and|&)\s")
CAPITALISED = re.compile(rf"(?<!\w)[{UPPER}]\w")
ABBREVIATED = re.compile(rf",\s(?:[{UPPER}][^\W\d_]{{1,4}}|(?:[{UPPER}]\.\s?)+)\.$")  # "Cd. Juárez, Chih."
WIRE = re.compile(
    rf"(?=[^/|·]*\b(?:Agencia|Agency|Noticias|News|Wire|Corresponsal|Correspondent)\b)[^/|·]{{3,50}}\s[/|·]\s"
    rf"(?P<place>{PLACE.pattern}(?:,\s{PLACE.pattern})?)\s?"
)
# The cities that are told from their countries by the word: "Dado en la ciudad de Guatemala".
CITY_OF = re.compile(r"ciudad\sde\s(?=(?:Guatemala|M[eé]xico|Panam[aá])\b)", re.IGNORECASE)
