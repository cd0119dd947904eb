"""The turns of prose that say who pays: "rent is paid until December by ...", "el dinero viene de ...".

What is paid, the verb, a few small words and the preposition stand in one order in every such sentence of
each language; so each pattern is put together of lists of those. A verb that says of itself that it is
about money ("financed") needs no more; one that does not ("covered") wants what costs money before it.
"""

from __future__ import annotations

from kb.text.caseless import Caseless

# What costs money, or is money.
_COSTS_EN = (
    r"(?:costs?|expenses?|bills?|tuition|fees?|rents?|wages|salar(?:y|ies)|pay|payroll|shifts?|fuel|gas|insurance|meals?|stipends?"
    r"|scholarships?|fares?|tickets?|transport(?:ation)?|equipment|budget|money|funds?|funding|financing|renovation|construction"
    r"|dollars|euros|francs|pounds|pesos|quetzales|lempiras)"
)
COSTS_ES = (
    r"(?:costos?|costes?|gastos?|alquiler(?:es)?|rentas?|sueldos?|salarios?|honorarios|cuentas?|facturas?|becas?|cuotas?|matr[ií]culas?"
    r"|colegiaturas?|comidas?|alimentos?|alimentaci[oó]n|medicinas?|farmacia|pasajes?|boletos?|viajes?|gasolina|combustible"
    r"|transporte|turnos?|seguros?|hospedaje|[uú]tiles|uniformes|equipos?|obras?|construcci[oó]n|remodelaci[oó]n|presupuesto"
    r"|dinero|fondos?|recursos|financiamiento|financiaci[oó]n|d[oó]lares|euros|francos|pesos|quetzales|lempiras|colones)"
)
# "for two years", "por completo"
_SMALL = (
    r"(?:\s(?:until|through|since)\s\w{3,10}(?:\s\d{4})?"
    r"|\s(?!(?:by|por|not|no)\b)(?-i:[a-záéíóúñ]{2,12})){0,5}"
)
# "hasta diciembre", "por completo", before a subject that stands behind its verb
_LASTING = (
    r"(?:\s(?:hasta|desde)\s(?-i:[a-záéíóúñ0-9]{3,10})(?:\s(?:de\s)?\d{4})?|\s\w{3,12}mente|\sen\sparte|\spor\s(?:completo|entero)"
    r"|\sen\ssu\stotalidad)?"
)
_SUBJECT = r"(?=(?-i:la|el|los|las)\s(?-i:[A-ZÀ-ÖØ-Þ])|(?-i:[A-Z]{3,9})\b)"
_SOME_MONEY = (
    r"(?:(?-i:[A-Z]{0,3})[$€£₡¢]|(?-i:USD|EUR|CAD|BZD|MXN|Q|L)\.?)\s?"
    r"\d[\d.,]{0,12}(?:\s(?:million|thousand|millones|mil))?"
)
_HELP_EN = (
    r"(?:(?:the\s)?(?:\w+\s){0,2}(?:support|help|aid|assistance|contributions?|backing)"
    r"|money|funds|funding|grants?)"
)
_CAPITAL = r"(?=(?:(?-i:the|an?|la|el|los|las)\s)?(?:[a-zà-ÿ]{3,15}\s){0,2}(?-i:[A-ZÀ-ÖØ-Þ]))"
_NAME = r"(?=(?:(?-i:the|la|el|los|las)\s)?(?-i:[A-ZÀ-ÖØ-Þ]))"

PAID = Caseless(
    # "Rent and salaries are being paid for two years by the Fund"
    rf"\b{_COSTS_EN}\b(?:(?!,\s(?:and|but)\s)[^.;]){{0,90}}?\s(?:is|are|was|were|be|been|being)\s(?:\w+ly\s)?"
    rf"(?:paid|covered|met|borne|shared|shouldered|carried|defrayed|footed){_SMALL}\sby\s{_NAME}"
    # "has been funded with support from the Commission", "financed for three years by the Fund"
    rf"|\b(?:co-?)?(?:financed|funded|sponsored|subsidi[sz]ed|underwritten|bankrolled){_SMALL}\s"
    rf"(?:by|(?:with|through)\s{_HELP_EN}\s(?:of|from))\s{_CAPITAL}"
    # "Pay for the lessons, J$9.6 million for the year, comes from the Foundation"
    rf"|\b{_COSTS_EN}\b(?:[^.;]|\.(?=\d)){{0,90}}?\s(?:comes?|came|coming)\sfrom\s{_NAME}"
    rf"|\b(?:is|was|are|were)\san?\s(?:\w+\s)?(?:gift|donation|present|grant|contribution)\s(?:of|from)\s{_CAPITAL}"
    # "$150,000 comes from the Trust"
    rf"|{_SOME_MONEY}\s(?:comes?|came)\sfrom\s{_NAME}"
    # "receives CAD 2.1 million from the Fund"
    r"|\b(?:receive[sd]?|got|gets|has|with)\s(?:\w+\s){0,3}"
    rf"(?:{_SOME_MONEY}|\d[\d.,]{{0,12}}(?:\s(?:million|thousand))?\s(?:US\s)?(?:dollars|euros|francs|pounds|pesos))"
    rf"(?:\s\w+){{0,4}}\sfrom\s{_NAME}"
    r"|\b(?:UK|US|EU)\said\sfrom\s"
    # "la matrícula la cubre por completo la Universidad", "los sueldos los paga el Fondo"
    rf"|\b{COSTS_ES}\b[^.;]{{0,60}}?\sl[oa]s?\s(?:cubre|cubri[oó]|asume|asumi[oó]|pone|puso|paga|pag[oó]|aporta|da|sufraga)n?"
    rf"{_LASTING}\s{_SUBJECT}"
    # "40 mil dólares, corrió por cuenta de la Fundación", "el alquiler está a cargo de la Red"
    rf"|\b{COSTS_ES}\b[^.;]{{0,60}}?\s(?:corr(?:e|en|i[oó]|ieron|er[aá]n?)|est[aá]n?|quedan?|qued[oó])\s"
    r"(?:por\scuenta|a\scargo)\sdel?\s"
    # "El dinero viene de la Agencia"
    rf"|\b{COSTS_ES}\b[^.;]{{0,60}}?\s(?:viene|proviene|llega|sale|procede)n?\sdel?\s{_NAME}"
    # "los gastos son cubiertos en su totalidad por la Red"
    rf"|\b{COSTS_ES}\b[^.;]{{0,80}}?\s(?:es|son|fue|fueron|ser[aá]n?|est[aá]n?)\s"
    rf"(?:cubiert|asumid|pagad|costead|sufragad|compartid)[oa]s?{_SMALL}\spor\s{_NAME}"
    rf"|\b(?:co)?(?:financiad|patrocinad|subvencionad|auspiciad|sufragad|costead)[oa]s?{_SMALL}\spor\s{_CAPITAL}"
    # "la clínica, que sostiene la Fundación", "que financia hasta 2027 la Unión"
    rf"|,?\sque\s(?:sostiene|patrocina|subvenciona|financia|costea|sufraga|paga)n?{_LASTING}\s{_SUBJECT}"
    rf"|\b{COSTS_ES},?\sque\s(?:puso|pusieron|pondr[aá]|dio|dieron|aport[oó]|aportar[aá])\s{_SUBJECT}"
    # "Financian el proyecto la Unión Europea y ..."
    r"|(?:^|[.]\s)(?:co)?(?:financia|patrocina|costea|sufraga|subvenciona)n?\s(?:el|la|los|las|este|esta|estos|estas)\s"
    rf"[a-z]{{3,15}}{_SMALL}\s{_SUBJECT}"
    r"|\bgracias\sal\s(?:\w+\s)?apoyo(?:\s\w+)?\sdel?\s"
)
# Behind the name of who gives; a sum need not follow.
GIVES_MONEY = Caseless(
    r"\s(?:(?:also|now|today|hoy|tambi[eé]n)\s)?(?:is|are|was|were)\s(?:paying|funding|financing|sponsoring)\s"
    r"|\s(?:(?:also|now|today|will)\s)?(?:funds?|sponsors?|subsidi[sz]es?)\s(?=(?:the|its|it|them|this|these|all|half|most|an?|through|until)\s|\d)"
    r"|\s(?:covers?|covered|pays?|paid|will\s(?:cover|pay))\s(?:for\s)?(?:the|its|their|all|half|most\sof)\s(?:the\s)?(?:\w+\s){0,2}"
    rf"{_COSTS_EN}\b"
    r"|\s(?:(?:hoy|tambi[eé]n)\s)?(?:financi(?:a|an|ar[aá]|[oó])|patrocin(?:a|an|ar[aá]|[oó])|subvencion(?:a|an|ar[aá]|[oó])"
    r"|auspici(?:a|an|ar[aá]|[oó])|cofinancian?)\s(?=(?:el|la|los|las|este|esta|estos|estas|su|sus|tod[oa]s?|hasta|desde|un|una)\s|\d)"
    r"|\s(?:paga|pagan|pagar[aá]|pag[oó]|cubre|cubren|cubrir[aá]|cubri[oó]|asume|asumir[aá])\s(?:el|la|los|las|sus|tod[oa]s?)\s(?:los\s|las\s)?"
    rf"(?:\w+\s)?{COSTS_ES}\b"
    # "which the Fund supports with a grant of $185,000"
    r"|\s(?:supports|backs|apoya|respalda)\s(?:(?:it|them|lo|la)\s)?(?:with|con)\s(?:an?\s|un\s|una\s)?"
    r"(?:grants?|funding|funds|money|donaci[oó]n|subvenci[oó]n|fondos|dinero|recursos)\b"
    r"|,?\s(?:who|which|that|que)\s(?:funds|finances|sponsors|bankrolls|underwrites)\s"
)
# Verbs of giving that a sum must follow, besides those that only donors do.
PROMISES = (
    r"(?:promised|invest(?:s|ed)?|will\s(?:give|contribute|provide|donate|invest|commit)|dio|dieron|dar[aá]n?|puso|pondr[aá]|prometi[oó]"
    r"|donar[aá]|invirti[oó]|invertir[aá]|destinar[aá]|otorgar[aá]|entregar[aá])"
)
