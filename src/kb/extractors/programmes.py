"""The programme that a document belongs to, and who finances it.

A programme has a name: in quotation marks, or in capitals beside the word "programme", "project",
"initiative" or "campaign". Of several, the one that the text says it is part of wins, then the one named
most often. Who finances is the name behind "financed by", "with funds from" and their like, in both
languages; it ends where the run of capitalised words ends.

What must stay true: "the programme" without a name is none; bodies such as the World Food Programme are
organisations; texts of law have neither, and a digest speaks of another document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kb import places
from kb.extractors.evidence import evidence, noted
from kb.extractors.figure_units import FUNCTION_WORDS
from kb.records import Document, Passage
from kb.text.folding import fold
from kb.text.letters import UPPER

_WITHOUT = frozenset(("treaty", "law", "general-comment", "judgment", "digest"))
_CAP = rf"(?:[{UPPER}][\w&’'-]*|\d{{1,4}}(?=\s[{UPPER}]))"
_NOUN = (
    r"(?:programmes?|programs?|projects?|initiatives?|campaigns?|scheme|strategy|plan|programas?|proyectos?"
    r"|iniciativas?|campañas?|estrategia)"
)
_BIG_NOUN = (
    r"(?:Programme|Program|Project|Initiative|Campaign|Strategy|Scholarships?|Programa|Proyecto|Iniciativa|Campaña"
    r"|Estrategia|Becas?)"
)
_LESSONS = r"(?:workshops?|courses?|trainings?|seminars?|talleres|taller|cursos?|diplomados?|seminarios?)"
# What has a name of its own only where the text says so: "the service, called Safe Route".
_SERVICE = (
    r"(?:service|servicio|operation|operaci[oó]n|operativo|scheme|model|modelo|network|red|fund|fondo|llam\w+|denomin\w+"
    r"|edition|edici[oó]n|cohort|phase|fase)"
)
_SMALL = (
    r"(?:\s(?:of|the|to|in|on|with|without|for|and|a|an|at|from|de|del|que|y|e|o|con|sin|la|las|los|el"
    r"|en|por|para|al|sobre|contra|no|se|su|sus|es|is))"
)
_RUN = rf"{_CAP}(?:{_SMALL}{{0,3}}\s{_CAP}){{0,7}}"
_QUOTED = r"(?:[“\"«‘*_](?P<quoted>[^”\"»’*_\n“«‘]{2,80})[”\"»’*_])"
_CALLED = (
    r"(?:(?:pilot[oa]?|conjunt[oa]|binacional|estatal|comunitari[oa]|social|insignia|integral)\s?)?(?:(?:,\s)?(?:called|named|entitled|titled|known\sas|llamad[oa]|denominad[oa]|titulad[oa]"
    r"|conocid[oa]\scomo|regional|nacional|national)\s)?"
)
_NAMED = (
    re.compile(rf"\b(?i:{_NOUN}),?\s{_CALLED}{_QUOTED}"),
    re.compile(rf"{_QUOTED}\s(?i:{_NOUN})\b"),
    re.compile(rf"\b(?i:{_LESSONS}),?\s{_CALLED}{_QUOTED}"),
    re.compile(
        rf"\b(?:called|named|known\sas|llamad[oa]|denominad[oa])\s(?:the\s|el\s|la\s)?(?P<name>{_RUN}\s{_BIG_NOUN})\b"
    ),
    re.compile(
        rf"\b(?:{_NOUN}|{_LESSONS}|scholarships?|grants?|becas?)\s(?:(?:se|is|are)\s)?(?:llaman?|denominan?|titulan?|called|named)\s(?P<name>{_RUN}[’']?)"
    ),
    re.compile(
        rf"\b(?:service|servicio|operation|operaci[oó]n|scheme|model|modelo|network|red|fund|fondo),?\s(?:called|named|llamad[oa]|denominad[oa])\s"
        rf"(?:the\s|el\s|la\s)?(?:{_QUOTED}|(?P<name>{_RUN}))"
    ),
    re.compile(
        rf"\b(?i:lo|la|los|it|them)\s(?i:llam(?:a|amos|aremos|ar[áa]n?|an)|denomin(?:a|amos|aremos))\s(?:{_QUOTED}|(?P<name>{_RUN}))"
    ),
    re.compile(rf"\b(?i:operation|operaci[oó]n|operativo)\s(?:{_QUOTED}|(?P<name>{_RUN}))"),
    re.compile(
        rf"\b(?:edition|edici[oó]n|cohort|phase|fase)\s(?:of|del?)\s(?:the\s|la\s|el\s)?(?P<name>{_RUN})"
        rf"(?=,\s(?:an?|un|una|its|su|our|the|el|la)\s(?:[a-zñáéíóú]{{3,15}}\s)?(?:{_NOUN}|{_LESSONS})\b)"
    ),
    re.compile(rf"\b(?i:{_LESSONS})\s(?P<name>{_CAP}(?:{_SMALL}{{0,3}}\s{_CAP}){{1,5}})(?=[,.;])"),
    re.compile(rf"\b(?!{_BIG_NOUN}){_NOUN},?\s{_CALLED}(?<!,\s)(?P<name>{_RUN})"),
    re.compile(
        rf"(?<![\w’'-])(?P<apposed>{_RUN}),\s(?:an?|un|una|its|our|their|su|nuestr[oa])\s(?:[a-zñáéíóú]{{3,15}}\s)?(?:{_NOUN}|space|espacio)\s(?:[a-zñ]{{4,15}}\s)?"
        r"(?:of|by|for|that|which|run|led|de|del|que|para|impulsad[oa]|con)\s"
    ),
    re.compile(rf"(?<![\w’'-])(?P<before>{_RUN})\s(?:programme|program|project|initiative|campaign)\b"),
    re.compile(rf"(?<![\w’'-])(?P<whole>{_RUN}\s{_BIG_NOUN})\b(?!\s(?:of|for|on|to)\b|\s[{UPPER}])"),
    re.compile(rf"(?<![\w’'-])(?P<whole>{_BIG_NOUN}{_SMALL}{{0,3}}\s{_RUN})"),
)
_CERTAIN = 13  # of the forms above: what they find is surely a name, for "project" itself is in small letters
_BELONGS = re.compile(
    r"\b(?:part|component|framework|through|under|within|belongs|umbrella|marco|parte|dentro|trav[eé]s"
    r"|mediante|medio|"
    r"enmarcad?[oa]?|its|our|su|nuestr[oa])\b(?:\s(?:of|to|the|its|del?|la|el|en|su|nuestro"
    r"|nuestra)){0,3}\s?$",
    re.IGNORECASE,
)
_IS_PART = re.compile(
    r"[”\"»’]?,\s(?:del\sque|de\sla\sque|de\slas?\scual|del\scual|al\s(?:que|cual)|a\sla\s(?:que|cual))\s(?:forma\sparte|pertenece)"
    r"|[”\"»’]?,\s(?:of|to)\swhich\b.{0,40}\b(?:part|belongs?)\b"
)
_YEARS = re.compile(r"\s(?:19|20)\d\d\s?[-–/]\s?(?:19|20)?\d\d(?!\w)")
_AFTER_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][\w-]*\s$")
_FINANCED = re.compile(
    r"[”\"»’]?(?:\s\([^()]{2,20}\))?,?\s(?:(?:which|that|que)\s(?:is|are|es)?\s?)?(?:funded|financed"
    r"|supported|financiad|que\scuenta)"
)
_BODIES = re.compile(
    r"\b(?:United\sNations|UN|World\sFood|Development\sProgramme|Environment\sProgramme|Naciones\sUnidas"
    r"|Mundial\sde\sAlimentos)\b"
)
_POST = re.compile(r"\s(?:Officer|Manager|Director|Coordinator|Assistant|Specialist|Lead|Head|Associate)\b")
_LONGEST_POST = 13  # characters of the longest of these
_ENOUGH = 3
_LEAD_LENGTH = 120  # characters: the first passages as long as this tell what the release is about
_LEADING = 2
_SHORT_FORM = re.compile(r"[”\"»]?\s\([A-ZÑ]{2,8}\)")
_LAUNCHED = re.compile(
    r"\b(?:launch(?:ed|es|ing)?|presented|started|dollars\sto|euros\sto|lanz[oóa]\w{0,3}|inici[oó]|arranc[oó]"
    r"|puso\sen\smarcha|d[oó]lares\sal?|euros\sal?|quetzales\sal?)\s(?:(?:the|its|el|la|su)\s)?$",
    re.IGNORECASE,
)
_MOST_MENTIONS = 200
_LONGEST = 50_000  # characters read of a passage: longer ones are no prose
_ANY_NOUN = re.compile(
    rf"\b(?:{_NOUN}|{_BIG_NOUN}|{_LESSONS}|{_SERVICE}|grants?|space|espacio)\b", re.IGNORECASE
)


# "Our Mesoamerica Program", "IOM’s Mesoamerica Program"
_OPENING = re.compile(rf"(?:(?P<word>[^\W\d_]+)|{_CAP}['’]s?)\s")
_ARTICLE = re.compile(r"\b(?:the|el|la|los|las)\s$")
_OPENERS = FUNCTION_WORDS | frozenset("el la un una su en".split())


class _Name(NamedTuple):
    """A name in a text, and where it stands."""

    name: str
    passage: Passage | None
    start: int
    end: int
    weight: int = 0


def fill(document: Document) -> Document:
    """``document`` with the programme it belongs to and who finances it, where the text says so."""
    if document.kind in _WITHOUT or document.digest_of:
        return document
    programme = None if document.programme else _programme(document)
    if programme:
        found = evidence(programme.passage, programme.start, programme.end, 0.8)
        document = noted(document, "programme", found, programme=programme.name)
    funder = None if document.funder else _funder(document, programme)
    if funder:
        found = evidence(funder.passage, funder.start, funder.end, 0.8)
        document = noted(document, "funder", found, funder=funder.name)
    return document


# -- The programme ----------------------------------------------------------------------------


def _programme(document: Document) -> _Name | None:
    """The name with the greatest weight over all its mentions; the first of equals."""
    weights: dict[str, int] = {}
    first: dict[str, _Name] = {}
    for name in _names(document):
        key = fold(name.name)
        weights[key] = weights.get(key, 0) + name.weight
        first.setdefault(key, name)
    best = max(weights, key=lambda key: weights[key], default=None)
    return first[best] if best is not None and weights[best] >= _ENOUGH else None


def _names(document: Document) -> Iterator[_Name]:
    bodies = {fold(organisation.name) for organisation in document.organisations}
    left, prose = _MOST_MENTIONS, 0
    for passage in document.passages:
        if passage.kind == "table":
            continue
        prose += len(passage.text) > _LEAD_LENGTH
        for name in _names_in(passage, leads=prose <= _LEADING):
            if left > 0 and fold(name.name) not in bodies:
                left -= 1
                yield name


def _names_in(passage: Passage, *, leads: bool) -> Iterator[_Name]:
    text, taken = passage.text[:_LONGEST], -1
    if not _ANY_NOUN.search(text):
        return
    matches = [
        (match, rank < _CERTAIN) for rank, pattern in enumerate(_NAMED) for match in pattern.finditer(text)
    ]
    for match, certain in sorted(matches, key=lambda each: (each[0].start(), -each[0].end())):
        group = next(name for name, value in match.groupdict().items() if value)
        start, end = _trimmed(text, *match.span(group), opened=group in ("before", "whole", "apposed"))
        end = years.end() if (years := _YEARS.match(text, end)) else end
        if start < taken or start >= end or not _is_programme(text, start, end, group):
            continue
        taken = end
        before = text[max(0, match.start() - 40) : match.start()]
        behind = _FINANCED.match(text, match.end()) or _SHORT_FORM.match(text, match.end())
        told = leads or _LAUNCHED.search(before) or behind
        belongs = _BELONGS.search(before) or _IS_PART.match(text, match.end())
        weight = 1 + 2 * certain + 3 * bool(belongs) + 2 * bool(told)
        yield _Name(" ".join(text[start:end].split()), passage, start, end, weight)


def _trimmed(text: str, start: int, end: int, *, opened: bool) -> tuple[int, int]:
    """The span without marks at its end; ``opened`` says that a sentence's first words may be in it."""
    opened = opened and _ARTICLE.search(text[max(0, start - 4) : start]) is None  # "the Each Name Project"
    while opened and (match := _OPENING.match(text, start, end)):
        if match["word"] and fold(match["word"]) not in _OPENERS:
            break
        start = match.end()
    return start, end - (len(text[start:end]) - len(text[start:end].rstrip(" ,.;:")))


def _is_programme(text: str, start: int, end: int, group: str) -> bool:
    name = text[start:end]
    words = name.split()
    if _BODIES.search(name) or _POST.search(text, start, end + _LONGEST_POST) or places.code_of(name):
        return False
    before = _AFTER_NAME.search(text[max(0, start - 30) : start])
    if group == "whole" and (" of the " in name or (before and fold(before[0].strip()) not in _OPENERS)):
        return False  # "Ana Paz of the Harbour Project", "the Missing Children Project of the Faro Agency"
    if group == "quoted":
        return name[:1].isupper() or len(words) > 1
    if group in ("before", "apposed"):
        return len(words) > 1 and not name.isupper()
    if group == "name":
        return not name.isupper() or len(words) > 1
    return len(words) > 1 and not re.fullmatch(rf"(?:{_BIG_NOUN})(?:\s(?:de|of|for|en|to))?", name)


# -- Who finances it --------------------------------------------------------------------------

_GIVEN_EN = (
    r"(?:funding|funds|financing|donations?|grants?|(?:financial|economic|generous)\s(?:support|assistance|aid|backing"
    r"|contributions?|help)|sponsorship)"
)
_GIVEN_ES = (
    r"(?:financiamiento|financiaci[oó]n|fondos|recursos|aportes?|aportaci[oó]n(?:es)?|donaci[oó]n(?:es)?"
    r"|donativos?|subvenci[oó]n(?:es)?"
    r"|patrocinio|auspicios?|contribuci[oó]n(?:es)?|(?:apoyo|cooperaci[oó]n|ayuda|asistencia"
    r"|respaldo)\s(?:financier[oa]|econ[oó]mic[oa]))"
)
_AMOUNT = (
    r"(?:(?:(?:US|BZ|MX)?[$€£Q₡¢]|[LC]\.?|B/\.)\s?)?\d[\d.,]{0,12}(?:\s(?:million|millones|mil"
    r"|thousand))?(?:\s(?:de\s)?[a-z]{3,12})?"
)
_MONEY = (
    r"(?:dollars|euros|pesos|quetzales|lempiras|colones|c[oó]rdobas|d[oó]lares|budget|presupuesto|fondos?|funds?|money|dinero"
    r"|grants?|subvenci[oó]n|becas?)"
)
# Words that donors' names have: behind them "with the support of" tells who pays, behind others who helps.
_DONOR = re.compile(
    r"\b(?:Fund|Foundation|Endowment|Trust|Philanthrop\w+|Charit\w+|Embassy|Government|Cooperation|Bank|Relief"
    r"|Fundaci[oó]n|Fondo|Fideicomiso|Embajada|Gobierno|Cooperaci[oó]n|Banco|European\sUnion|Uni[oó]n\sEuropea"
    r"|Misereor|Adveniat|Minist(?:ry|erio)\s(?:for|of|de)\s(?:Foreign|Asuntos|Relaciones))\b"
)
_SUPPORTED = re.compile(
    r"(?:(?:\b(?:is|was|are|were|and|been)\s(?:\w+ly\s)?|,\s)supported\sby|\bwith\sthe\s(?:\w+\s)?support\sof|with\ssupport\sfrom"
    r"|\b(?:fue|es|son|fueron|ser[aá])\sposibles?\sgracias\s(?:a|al)|\bcon\sel\s(?:\w+\s)?(?:apoyo|respaldo)\sdel?"
    r"|\b(?:apoyad|respaldad)[oa]s?\spor)\s",
    re.IGNORECASE,
)
_TRIGGERS = re.compile(
    rf"""\b(?:(?:co-?)?(?:financed|funded|sponsored|underwritten|bankrolled|paid\sfor)(?:\s\w+ly)?\sby|bill\sis\spaid\sby|supported\sfinancially\sby
    |{_MONEY}[^.;]{{0,50}}?\s(?:contributed|donated|provided|given|pledged|sustained)\sby
    |{_MONEY}[^.;]{{0,50}}?\s(?:aportad|sostenid|donad|entregad|subsidiad)[oa]s?\spor
    |,\s(?:(?:all|todo|que)\s)?(?:(?:which|that)\s(?:is|are|was|were)\s)?(?:paid|given|donated)\sby(?=\s(?:the\s)?[A-Z])
    |\b(?:is|are|be)\spaid(?:\sfor)?\sby(?=\sthe\s[A-Z])
    |\bque\s(?:aport|don|pag|financi|coste|sufrag|entreg)(?:ó|aron|a|an)(?=\s(?:la|el|los|las)\s[^\s.,;]+\s(?-i:[A-ZÀ-ÖØ-Þ]))
    |\b(?:ser[aá]n?|fue|fueron|es|son|est[aá]n?)\s(?:pagad|cubiert|costead)[oa]s?\spor(?=\s(?:la|el|los|las)\s[A-Z])
    |\bl[oa]s?\s(?:financi|costea|pag|cubr|sufrag)(?:a|an|ó|aron|e|en|ió|ieron)
    |(?:is|was|comes?\sfrom)\sa\sgrant\s(?:of|from)
    |(?:costs?|bills?|expenses|work)\s(?:is|are|was|were|will\sbe)\s(?:covered|met|borne|paid)\sby
    |(?:money|funds|funding)(?:\sfor\s[^.,;]{{1,60}})?\s(?:(?:is|was|were|are)\s(?:donated|provided|given|contributed)\sby|c[ao]mes?\sfrom)
    |gifts?\s(?:of|from)(?=\sthe\s(?:people|government))
    |(?:dinero|fondos|recursos)\s(?:(?:es|son|fue|fueron)\s)?(?:donad|aportad|entregad)[oa]s?\spor
    |(?:costos?|costes?|gastos)\s(?:[^.,;]{{1,40}}\s)?(?:es|son|fue|fueron|ser[aá]n?)\s(?:cubiert|asumid|pagad|aportad)[oa]s?\spor
    |(?:costos?|costes?|gastos|obras?|programa|proyecto)\sl[oa]s?\s(?:paga|cubre|asume|financia)n?
    |se\s(?:paga|financia|costea|sostiene|cubre)n?\s(?:con|mediante)(?:\s(?:un\s|una\s|el\s|la\s|los\s)?{_GIVEN_ES}(?:\sde\s{_AMOUNT})?\sdel?|\sdinero\sdel?)?
    |(?:presupuesto|costos?|costes?|gastos|pesos|d[oó]lares|euros|quetzales|lempiras|colones|c[oó]rdobas),?\s(?:(?:que\s)?(?:es|fue|ser[aá]|est[aá])\s)?
    (?:cubiert|asumid|costead|pagad|sufragad)[oa]s?\s(?:\w+mente\s)?por
    |(?:budget|costs?|bill|dollars|euros|francs)(?:[^.,;]|,(?=\d)){{0,60}}?\s(?:is|are|was|were|will\sbe)\s(?:covered|met|borne|paid)\sby
    |(?:receives?|received)\s(?:\w+\s)?support\sfrom(?=\s(?:the\s)?(?:Kingdom|Government|Embass|Republic|European|[^.,;]{{0,40}}(?:Fund|Foundation|Trust|Lottery)\b))
    |(?:con|gracias\sa|mediante)\s(?:el\s|los\s|la\s|las\s|un\s|una\s)?{_GIVEN_ES}\s(?:de|por)\s{_AMOUNT}\s(?:del?|por)
    |(?:obsequio|donativo)\sdel?
    |\bla\s(?:donaci[oó]n|subvenci[oó]n|aportaci[oó]n)\sdel?
    |cuentan?\scon\s{_AMOUNT}\sdel?
    |(?:with|through|thanks\sto|by|from|receives?|received)\s(?:the\s|an?\s
    |its\s)?(?:\w+\s)?{_GIVEN_EN}(?:\sprovided)?\s(?:from|of|by)
    |(?:grants?|donations?|gifts?)(?:\s(?:of|worth)\s{_AMOUNT})?\sfrom
    |{_AMOUNT}\sfrom(?=\sthe\s[A-Z])
    |made\spossible\s(?:by|through|thanks\sto)(?:\sthe\s(?:\w+\s)?(?:support|generosity|contributions?
    |help)\s(?:of|from))?
    |thanks\sto\sthe\s(?:\w+\s)?(?:support|generosity|contributions?)\s(?:of|from)
    |(?:research|work\sof[^.,;]{{0,60}}|work|project|programme|program|study|course|training
    |initiative)\s(?:is|was|are|were|has\sbeen)\ssupported\sby
    |(?:co)?(?:financiad|sufragad|costead|patrocinad|auspiciad|subvencionad)[oa]s?(?:\s\w+mente)?\spor
    |apoyad[oa]s?\s(?:financiera|econ[oó]mica)mente\spor
    |(?:con|gracias\sa|gracias\sal|mediante|recibe|recibi[oó])\s(?:el\s|los\s|la\s|las\s|un\s|una\s
    |al\s)?(?:\w+\s)?{_GIVEN_ES}(?:\s[a-z]+os|\s[a-z]+as)?\s(?:por\sparte\s)?(?:del?|por)
    |gracias\sal\s(?:\w+\s)?apoyo\sdel?|corren?\s(?:por|a)\scuenta\sdel?|lo\sfinancian?
    |(?:que\s)?financian?(?=\s(?:la|el)\s[A-Z])
    |(?:funded\sby|donors?|funder|financiad[oa]\spor|donantes?|financiador(?:a|es)?|financian?):)\s""",
    re.IGNORECASE | re.VERBOSE,
)
_CONNECTED = (
    r"(?:\s(?:of|the|for|on|and|&|against|to|der|den|van|von|du|des|de|del|la|las|los|el|y|e|para|contra"
    r"|sobre|al)){0,3}\s"
)
_BODY = (
    r"(?:(?i:governments?|peoples?|embass(?:y|ies)|bequest|legado|gobiernos?|pueblos?|embajadas?|cooperaci[oó]n|generosity)"
    r"(?:\s(?:and|y)\s(?:people|government|pueblo|gobierno))?\s(?:(?:of|de|del)\s(?:the\s|la\s|los\s"
    r"|las\s)?(?:doña\s|don\s)?)?)?"
)
_WHAT_IT_IS = (  # "la fundación alemana Brücke", "the company Transportes Farol"
    r"(?:(?:the|an?|la|el|una?)\s(?:[a-zà-ÿ]{3,15}\s)?(?:foundation|charity|company|firm|agency|cooperative|bank|organi[sz]ation"
    r"|fundaci[oó]n|empresa|organizaci[oó]n|agencia|cooperativa|firma|compañ[ií]a|asociaci[oó]n)\s(?:[a-zà-ÿ]{4,15}\s)?)"
)
_NAME_WORD = rf"[{UPPER}][\w&’'-]*(?:\.(?=[{UPPER}]\.)[{UPPER}]\.)?"
_LISTED = (
    rf"(?:(?:,\s{_NAME_WORD}(?:{_CONNECTED}{_NAME_WORD}){{0,3}}){{1,4}},?\s(?:and|y|e)\s(?:the\s|la\s"
    rf"|el\s)?{_NAME_WORD})?"
)
_FUNDER = re.compile(
    rf"(?:{_WHAT_IT_IS}|(?:the\s|el\s|la\s)?(?:federal|state|national|local|municipal|provincial|gobierno)\s(?=[{UPPER}])|the\s|el\s|la\s|los\s|las\s|its\s|the\s\w+['’]s\s(?:own\s)?|its\sown\s"
    rf"|l['’])?(?P<name>{_BODY}{_NAME_WORD}(?:{_CONNECTED}{_NAME_WORD}){{0,9}}{_LISTED}"
    rf"(?:{_CONNECTED}{_NAME_WORD}){{0,6}}(?:\s\([^()\n]{{2,40}}\)(?=\s(?:of|del?|and"
    rf"|y)\s)(?:{_CONNECTED}{_NAME_WORD}){{1,8}})?(?:\s(?:en|in)(?:\s{_NAME_WORD}){{1,3}}(?=\s\([A-ZÑ]{{2}}))?)"
)
# Who gives stands before the verb: "the Lantern Fund gave 30,000 dollars", "la Unión aporta el 75 %".
_SUM = (
    r"(?:(?:el|un|the|some|about|over|more\sthan|up\sto|un\stotal\sde|a\stotal\sof|m[aá]s\sde|unos|cerca\sde)\s){0,2}"
    r"(?:(?:US|MX|BZ)?[$€£]\s?\d|\d[\d.,]{0,12}\s?(?:%|per\s?cent|por\s?ciento)\s(?:of|del?)\s(?:the\s|its\s|el\s|la\s|los\s)?"
    r"(?:budget|costs?|funds|funding|money|presupuesto|costos?|fondos|dinero|gastos)"
    r"|(?:[\w.,]{1,14}\s){1,3}(?:de\s)?(?:dollars|euros|pesos|quetzales|lempiras|d[oó]lares|colones|c[oó]rdobas|balboas))"
)
_GIVES = re.compile(
    r",?\s(?:(?:who|which|that|que|quien(?:es)?)\s)?(?:(?:has|have|ha|han|also|today|hoy|will)\s){0,2}(?:gave|gives|given|contribut(?:ed|es)|donat(?:ed|es)|provid(?:ed|es)"
    r"|pledged|commit(?:s|ted)|grants?|granted|awarded|don[oó]|aport[oóa]n?|aportar[aá]|entreg[oó]|contribuy[oóe]\scon|destin[oó]"
    rf"|otorg[oó]|concedi[oó]|financia"
    r"|(?:announce[sd]?|approve[sd]|awards?|awarded|made|anunci[oó]|aprob[oó]|adjudic[oó])\s(?:(?:new|nuev[oa]s|three|tres)\s)?"
    r"(?:grants?|donations?|funding|subvenciones|donativos|fondos|becas)\s(?:total(?:l)?ing|of|worth|for|por|de)"
    rf")\s{_SUM}"
    r"|\s(?:(?:has|have|will|also)\s){0,2}(?:pays?|paid)\sfor\s|\s(?:finances|bankrolls|underwrites|costea|sufraga)\s",
    re.IGNORECASE,
)
# "Apoyado por el Consejo de Ciencia, con 750 mil pesos": a sum makes of who supports one who pays.
_WITH_MONEY = re.compile(rf"(?:\s\([^()\n]{{2,20}}\))?,?\s(?:con|with)\s{_SUM}", re.IGNORECASE)
_GIVER = re.compile(
    rf"(?<![\w’'])(?P<name>(?:(?:[Gg]overnment|[Gg]obierno|[Ee]mbajada|[Ee]mbassy)\s(?:of|del?)\s(?:the\s|los\s|las\s|la\s)?)?"
    rf"{_NAME_WORD}(?:{_CONNECTED}{_NAME_WORD}){{0,7}})(?:\s\([^()\n]{{2,20}}\))?$"
)
_LONGEST_GIVER = 120
_NEGATED = re.compile(r"\b(?:not|no|never|nunca|without|sin|neither|ni)\s(?:\w+\s){0,3}$", re.IGNORECASE)


def _funder(document: Document, programme: _Name | None) -> _Name | None:
    """Who finances the programme, in its passage; else the first who finances something."""
    found = list(_funders(document))
    if programme:
        found.sort(key=lambda each: each.passage is not programme.passage)
    return found[0] if found else None


def _funders(document: Document) -> Iterator[_Name]:
    for passage in document.passages:
        if passage.kind == "table":
            continue
        text = passage.text[:_LONGEST]
        for trigger in _TRIGGERS.finditer(text):
            match = _FUNDER.match(text, trigger.end())
            if match and not _NEGATED.search(text[max(0, trigger.start() - 30) : trigger.start()]):
                name = " ".join(match["name"].split())
                yield _Name(name, passage, *match.span("name"))
        for trigger in _SUPPORTED.finditer(text):
            match = _FUNDER.match(text, trigger.end())
            if match and (_DONOR.search(match["name"]) or _WITH_MONEY.match(text, match.end())):
                yield _Name(" ".join(match["name"].split()), passage, *match.span("name"))
        yield from _givers(passage, text)
    yield from _givers(None, document.title[:_LONGEST])


def _givers(passage: Passage | None, text: str) -> Iterator[_Name]:
    """The names of two words and more that are said to give money."""
    for gives in _GIVES.finditer(text):
        begin = max(0, gives.start() - _LONGEST_GIVER)
        giver = _GIVER.search(text[begin : gives.start()])
        if giver is None:
            continue
        start, end = _trimmed(text, begin + giver.start("name"), begin + giver.end("name"), opened=True)
        if " " in text[start:end]:
            yield _Name(" ".join(text[start:end].split()), passage, start, end)
