"""What the words of a sentence have to do with money, one letter a word.

Who pays is told in many orders of the same few kinds of words: what is paid, a verb of paying, a
preposition and a name. So a text is read as a row of kinds, and who asks writes the orders as patterns
over the row: "The costs are covered by the Lantern Fund" is "dCBpbdXX", "Los gastos los cubre el Fondo
Farol" is "dCdadXX".

>>> signs("The costs are covered by the Lantern Fund.").row
'dCBpbdXX'
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from kb.text.folding import fold
from kb.text.letters import UPPER

# The kinds, each with its words in both languages, folded: without accents.
_KINDS: Mapping[str, str] = {
    "d": (
        "the a an own its their our his her this these el la los las lo un una unos unas su sus este esta "
        "nuestro nuestra le les"
    ),
    "b": "by por between entre",
    "f": "from",
    "e": "de del",
    "o": "of",
    "t": "to al",
    "w": "with con",
    "i": "through via mediante under using bajo",
    "j": "for para",
    "I": "in en at on desde since",
    "c": "and or y e o",
    "r": "that which who que quien quienes whose cuyo cuya cuyos cuyas",
    "n": "not no never nor neither without sin ni nunca ningun ninguna nadie",
    "l": "it them",
    "h": "has have had will also ha han hoy tambien now today",
    "B": "is are be been being es son sera seran estan sido siendo fue fueron",
    "V": "was were",
    "H": (
        "receive receives received receiving get gets got cuenta cuentan conto contaron contara recibe "
        "reciben recibio recibieron recibira recibido secured"
    ),
    "T": "thanks gracias",
    "W": "possible posible posibles",
    "F": (
        "free waived exempt exento exenta exentos exentas exonerado exonerada exonerados exoneradas gratis "
        "gratuito gratuita gratuitos gratuitas"
    ),
    # verbs that say of themselves that it is about money
    "P": (
        "financed funded cofinanced cofunded sponsored subsidized subsidised underwritten bankrolled "
        "financiado financiada financiados financiadas cofinanciado cofinanciada cofinanciados "
        "cofinanciadas patrocinado patrocinada patrocinados patrocinadas subvencionado subvencionada "
        "subvencionados subvencionadas auspiciado auspiciada auspiciados auspiciadas sufragado sufragada "
        "sufragados sufragadas costeado costeada costeados costeadas subsidiado subsidiada subsidiados "
        "subsidiadas"
    ),
    "A": (
        "finances sponsors bankrolls underwrites subsidizes subsidises cofinances financing sponsoring "
        "funding financia financian financio financiaron financiara financiaran cofinancia cofinancian "
        "patrocina patrocinan patrocino patrocinara subvenciona subvencionan subvenciono auspicia auspician "
        "auspicio costea costean costeo costearon costeara sufraga sufragan sufrago sufragaron sufragara "
        "subsidia subsidian financiando costeando"
    ),
    "E": "sostiene sostienen sustains sustain",
    # said of who will
    "u": "finance sponsor underwrite subsidize subsidise bankroll pay cover",
    # verbs and nouns
    "U": "funds fund",
    # verbs of paying for what costs money
    "y": "paid pagado pagada pagados pagadas",
    "p": (
        "covered met borne carried shouldered defrayed footed shared split reimbursed cubierto cubierta "
        "cubiertos cubiertas asumido asumida asumidos asumidas compartido compartidos reembolsado "
        "reembolsados"
    ),
    "a": "pays paying paga pagan pago pagaron pagara pagaran pagando reimburses reembolsa",
    "Q": (
        "covers cubre cubren cubrio cubrieron cubrira cubriran asume asumen asumio asumira absorbe absorbio "
        "absorbs cubriendo share shares comparten"
    ),
    # verbs of giving
    "g": (
        "donated contributed provided given pledged awarded granted donado donada donados donadas aportado "
        "aportada aportados aportadas otorgado otorgada otorgados otorgadas entregado entregada entregados "
        "entregadas concedido concedida concedidos concedidas sostenido sostenida aportando donando "
        "invirtiendo destinando"
    ),
    "G": (
        "gave gives give contributes donates provides pledges commits committed awards promised invests "
        "invested contribute provide donate invest commit put puts dio dieron da dan dara daran dono "
        "donaron dona donan donara aporto aportaron aporta aportan aportara aportaran puso pusieron pone "
        "ponen pondra prometio invirtio invertira destino destina destinara otorgo otorgara entrega entrego "
        "entregara concedio contribuyo contribuye invierte putting giving contributing "
        "investing released libero"
    ),
    "L": "made makes approved approves announced announces announce anuncio aprobo adjudico",
    "R": "runs operates lives opera operan funciona funcionan vive viven subsiste",
    "K": (
        "comes came come coming viene vienen vino proviene provienen provino llega llegan llego sale salen "
        "salio procede proceden"
    ),
    "k": "cuenta cargo",
    "M": (
        "money funding financing dinero fondo fondos recursos capital presupuesto budget inversion investment"
    ),
    # what is given and is money
    "m": (
        "grant grants donation donations gift gifts sponsorship subsidy donacion donaciones donativo "
        "donativos subvencion subvenciones patrocinio auspicio auspicios obsequio subsidio financiamiento "
        "financiacion"
    ),
    "v": ("contribution contributions aporte aportes aportacion aportaciones contribucion contribuciones"),
    "C": (
        "cost costs expense expenses bill bills tuition fee fees rent rents wages salary salaries payroll "
        "shifts fuel gas insurance meals stipend stipends scholarship scholarships fare fares ticket "
        "tickets transport transportation renovation construction lawyers attorneys interpreters teachers "
        "nurses playrooms costo costos coste costes gasto gastos alquiler alquileres renta rentas sueldo "
        "sueldos salario salarios honorarios facturas factura beca becas cuotas matricula matriculas "
        "colegiatura colegiaturas comida comidas alimentos alimentacion medicinas farmacia pasaje pasajes "
        "boleto boletos viaje viajes gasolina combustible transporte turnos seguro seguros hospedaje utiles "
        "uniformes obras construccion remodelacion talleres"
    ),
    "q": "equipment equipo equipos equipamiento",
    "$": (
        "dollars euros francs pounds dolares pesos quetzales lempiras colones cordobas balboas francos libras"
    ),
    "D": (
        "donor donors funder sponsor financier donante donantes financiador financiadora financiadores "
        "patrocinador patrocinadora patrocinadores benefactor"
    ),
    "S": (
        "support help aid assistance backing generosity apoyo respaldo ayuda asistencia cooperacion "
        "generosidad"
    ),
    "z": "financial economic generous financiero financiera economico economica generoso generosa",
    "Z": ("supported backed apoyado apoyada apoyados apoyadas respaldado respaldada respaldados respaldadas"),
    "s": "supports backs apoya apoyan respalda respaldan",
    "J": (
        "research work project programme program study course training initiative pilot programa proyecto "
        "investigacion estudio"
    ),
    "O": (
        "foundation charity company firm agency cooperative bank organization organisation trust "
        "institution ministry department entity body lottery office bureau fundacion empresa organizacion "
        "agencia cooperativa banco firma compañia compania asociacion entidad institucion organismo "
        "fideicomiso obra loteria congregacion imprenta universidad parroquia diocesis club church parish "
        "iglesia university college hospital federal state national local municipal provincial"
    ),
    "Y": (
        "government governments people peoples embassy embassies gobierno gobiernos pueblo pueblos embajada "
        "embajadas bequest legado"
    ),
}
_KIND = {word: kind for kind, words in _KINDS.items() for word in words.split()}
# Words that open a sentence in capitals and are no names; others are, where a capital follows them.
_SMALL_KINDS = frozenset("dbfeotwijIcrnhBVTH")
_SCALE = r"(?:\s(?:million|thousand|millones|mil|billion)){0,2}"
_CURRENCY = (
    r"(?:dollars|euros|francs|pounds"
    r"|d[oó]lares|pesos|quetzales|lempiras|colones|c[oó]rdobas|balboas|francos|libras)"
)
_SUM = (
    rf"(?:(?:US|BZ|MX|RD|C|J|TT|A|HK)?[$€£₡¢]|\b(?:USD|EUR|CAD|BZD|MXN|CHF|NAf|Lps|B/|[QL])\.?)\s?"
    rf"\d[\d.,]{{0,12}}{_SCALE}"
    rf"|\d[\d.,]{{0,12}}{_SCALE}(?:\s(?:de|US)){{0,2}}\s{_CURRENCY}\b"
    # "B/. 1.2 millones, donados por": the coin is in the sentence before
    r"|\d[\d.,]{0,12}\s(?:million|millones)(?=,\s(?:donat|donad|aportad|given|provided))"
    rf"|\d[\d.,]{{0,12}}\s?(?:%|per\scent|percent|por\s?ciento)"
)
_WORD = re.compile(
    rf"(?P<sum>{_SUM})"
    r"|(?P<number>\d[\d.,]{0,12})"
    r"|(?P<word>[^\W\d_](?:[\w’'&-]|\.(?=[^\W\d_]\.))*)"
    r"|(?P<mark>[;:,()])"
)
_TELLING = frozenset(word for kind in "PAEQuUypagGKMmvCqDSZskWTF" for word in _KINDS[kind].split())
_GIVING = ("G", "g", "m")
_LETTERS = re.compile(r"[^\W\d_]+")
_COINS = re.compile(
    r"[$€£₡¢]|\d\s(?:de\s)?(?:million|millones|mil|dollars|euros|pesos|d[oó]lares|quetzales|lempiras)"
    r"|\b(?:received|recibido)\b.{0,40}(?:%|per\scent|por\sciento)"
)
_CAPITAL = re.compile(rf"[{UPPER}]")
_ASIDE = re.compile(r"\([^()PypgAaGZu]{0,12}\)")


class Signs(NamedTuple):
    """The kinds of the words of a text, and where each word begins and ends."""

    row: str
    spans: list[tuple[int, int]]


def signs(text: str, start: int = 0, end: int | None = None) -> Signs:
    """The row of kinds of a sentence: X for a word of a name, x for any other, marks for themselves."""
    kinds: list[str] = []
    spans: list[tuple[int, int]] = []
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        word = match["word"]
        if word:
            opens = not kinds or kinds[-1] in ":;"
            kinds.append(_kind(word, opens=opens))
        else:
            kinds.append("$" if match["sum"] else "#" if match["number"] else match["mark"])
        spans.append(match.span())
    for at, kind in enumerate(kinds):
        if kind == "?":  # a capital that opens a sentence is a name's where another follows
            named = kinds[at + 1 : at + 2] == ["X"]
            kinds[at] = "X" if named else _KIND.get(fold(text[slice(*spans[at])]), "X")
        elif kind == "X" and kinds[at + 1 : at + 2] == [
            "$"
        ]:  # a headline: "Harbour Trust Commits $2 Million"
            kinds[at] = "G" if _KIND.get(fold(text[slice(*spans[at])])) in _GIVING else "X"
    return _without_asides("".join(kinds), spans)


def tells_of_money(text: str) -> bool:
    """Whether ``text`` has a word or a sign of money."""
    return not _TELLING.isdisjoint(_LETTERS.findall(fold(text))) or _COINS.search(text) is not None


def _without_asides(row: str, spans: list[tuple[int, int]]) -> Signs:
    """The row without what stands in brackets and has no verb: "(AECID)", "(14,000 pesos a month)"."""
    kept: list[int] = []
    last = 0
    for aside in _ASIDE.finditer(row):
        kept += range(last, aside.start())
        last = aside.end()
    kept += range(last, len(row))
    return Signs("".join(row[at] for at in kept), [spans[at] for at in kept])


def _kind(word: str, *, opens: bool) -> str:
    stem, _, possessive = fold(word).replace("’", "'").removeprefix("co-").partition("'")
    kind = "d" if possessive == "s" and word.islower() else _KIND.get(stem, "x")
    if not _CAPITAL.match(word):
        return kind
    if not opens:
        return "X"
    return kind if kind in _SMALL_KINDS else "?"
