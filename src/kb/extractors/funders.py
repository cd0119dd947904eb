"""Who finances what a document is about: the name behind "financed by", before "gave 30,000 dollars".

Each pattern says that money is given and ends where the name of the giver begins, or begins where it
ends. The name is the run of capitalised words there. Of who merely supports, a donor's noun or a sum must
tell that it is with money.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from kb import places
from kb.extractors.named_things import LONGEST, Named, trimmed
from kb.extractors.payments import COSTS_ES, GIVES_MONEY, PAID, PROMISES
from kb.records import Document, Passage
from kb.text.caseless import Caseless
from kb.text.letters import UPPER

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
_CURRENCY = (
    r"(?:(?:US\s)?dollars|euros|francs|pesos|quetzales|lempiras|d[oó]lares|colones|c[oó]rdobas|balboas)"
)
_COIN = r"(?:(?:US|MX|BZ|RD|C|TT)?[$€£₡¢]|(?:USD|BZD|EUR|NAf|B/|[QL])\.?)"
_SOME_MONEY = (
    rf"(?:{_COIN}\s?\d[\d.,]{{0,12}}(?:\s(?:million|millones|mil|thousand))?(?:\s(?:de\s)?{_CURRENCY})?"
    rf"|\d[\d.,]{{0,12}}(?:\s(?:million|millones|mil|thousand)){{0,2}}\s(?:de\s)?{_CURRENCY})"
)
_FREE = (
    r"(?:free(?:\sof\scharge)?|without\scharge|no\scost|"
    r"gratis|gratuit[oa]s?|sin\scosto|(?:no\stienen?|ning[uú]n)\scosto)"
)
# What tells that money is given where more words stand between than in the short forms above.
_AT_LENGTH = Caseless(
    # "Los gastos los cubre hasta hoy la Parroquia", "lo paga desde enero la Cooperativa"
    rf"\b{COSTS_ES}\b[^.;]{{0,60}}\sl[oa]s?\s(?:cubre|cubri[oó]|asume|asumi[oó]|pone|puso)n?(?:\s[a-záéíóúñ]{{2,10}}){{0,3}}"
    r"(?=\s(?:la|el|los|las)\s[A-Z])\s"
    r"|\bl[oa]s?\s(?:paga|pag[oó]|costea|coste[oó]|financia|financi[oó]|sufraga|sufrag[oó])n?"
    r"(?:\s[a-záéíóúñ]{2,10}){1,3}(?=\s(?:la|el|los|las)\s[A-Z])\s"
    # "The cost, USD 38,500 for the first year, is met by the Ministry"
    r"|\b(?:costs?|bill|expenses)\b[^.;]{0,80}?\s(?:is|are|was|were|will\sbe)\s(?:covered|met|borne|paid|carried|shouldered"
    r"|defrayed|footed)\sby(?=\s(?:the\s)?[A-Z])\s"
    rf"|\b{COSTS_ES}\b[^.;]{{0,80}}?\s(?:es|son|fue|fueron|ser[aá]n?)\s(?:cubiert|asumid|pagad|costead|sufragad)[oa]s?\spor"
    r"(?=\s(?:la|el|los|las)\s[A-Z])\s"
    # "se financia con Q85,000.00 de la Fundación", "is financed with $85,000 from the Foundation"
    rf"|\bse\s(?:paga|financia|costea|sostiene|cubre)n?\s(?:con|mediante)\s{_SOME_MONEY}\s(?:anuales\s)?del?\s"
    rf"|\b(?:financed|funded|paid|run)\swith\s{_SOME_MONEY}\s(?:a\syear\s)?(?:from|of|by)\s"
    # "is free of charge thanks to the Fund"
    rf"|\b{_FREE}[^.;]{{0,40}}\s(?:thanks\sto|gracias\sal?)\s",
)
_SUPPORTED = Caseless(
    r"(?:(?:\b(?:is|was|are|were|and|been)\s(?:\w+ly\s)?|,\s)(?:supported|backed)\sby|\bmoney\sfrom|\bdinero\sdel?"
    r"|,?\sque\s(?:apoya|respalda|patrocina)n?|\bwith\sthe\s(?:\w+\s)?support\sof|with\ssupport\sfrom"
    r"|\b(?:fue|es|son|fueron|ser[aá])\sposibles?\sgracias\s(?:a|al)|\bcon\sel\s(?:\w+\s)?(?:apoyo|respaldo)\sdel?"
    r"|\b(?:apoyad|respaldad)[oa]s?\spor)\s"
)
_TRIGGERS = Caseless(
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
    re.VERBOSE,
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
    r"(?:(?:the|an?|la|el|una?)\s(?:[A-Za-zà-ÿ]{3,15}\s)?(?:foundation|charity|company|firm|agency|cooperative|bank|organi[sz]ation"
    r"|fundaci[oó]n|empresa|organizaci[oó]n|agencia|cooperativa|firma|compañ[ií]a|asociaci[oó]n)\s(?:[a-zà-ÿ]{4,15}\s)?)"
)
_NAME_WORD = rf"(?!(?:{_COIN})\s?\d)[{UPPER}][\w&’'-]*(?:\.(?=[{UPPER}]\.)[{UPPER}]\.)?"
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
    rf"(?:{_COIN}\s?\d|"
    r"\d[\d.,]{0,12}\s?(?:%|per\s?cent|por\s?ciento)\s(?:of|del?)\s(?:the\s|its\s|el\s|la\s|los\s)?"
    r"(?:budget|costs?|funds|funding|money|presupuesto|costos?|fondos|dinero|gastos)"
    r"|(?:[\w.,]{1,14}\s){1,3}(?:de\s)?(?:dollars|euros|pesos|quetzales|lempiras|d[oó]lares|colones|c[oó]rdobas|balboas))"
)
_GIVES = Caseless(
    r",?\s(?:(?:who|which|that|que|quien(?:es)?)\s)?(?:(?:has|have|ha|han|also|today|hoy|will)\s){0,2}(?:gave|gives|given|contribut(?:ed|es)|donat(?:ed|es)|provid(?:ed|es)"
    r"|pledged|commit(?:s|ted)|grants?|granted|awarded|don[oó]|aport[oóa]n?|aportar[aá]|entreg[oó]|contribuy[oóe]\scon|destin[oó]"
    rf"|otorg[oó]|concedi[oó]|financia|{PROMISES}"
    r"|(?:announce[sd]?|approve[sd]|awards?|awarded|made|anunci[oó]|aprob[oó]|adjudic[oó])\s(?:(?:new|nuev[oa]s|three|tres)\s)?"
    r"(?:grants?|donations?|funding|subvenciones|donativos|fondos|becas)\s(?:total(?:l)?ing|of|worth|for|por|de)"
    rf")\s{_SUM}"
    # "has awarded 14 grants, worth $1.9 million", "otorgó 12 becas por 40 mil quetzales"
    r"|\s(?:(?:has|have|ha|han|also|today|hoy)\s){0,2}(?:awarded|gave|made|approved|entreg[oó]|otorg[oó]|adjudic[oó]|aprob[oó]"
    r"|concedi[oó]|entregado|otorgado)\s[^.,;]{1,25}?\s?(?:grants|subvenciones|donativos|becas)\b[^.;]{0,40}?\s"
    rf"(?:worth|of|for|totall?ing|por|de)\s{_SUM}"
    # "the project, which the Government of Norway supports with 2 million euros"
    rf"|\s(?:supports|backs|apoya|respalda)\s(?:(?:it|them|lo|la)\s)?(?:with|con)\s{_SUM}"
    r"|\s(?:(?:has|have|will|also)\s){0,2}(?:pays?|paid)\sfor\s|\s(?:finances|bankrolls|underwrites|costea|sufraga)\s"
)
# "Apoyado por el Consejo de Ciencia, con 750 mil pesos": a sum makes of who supports one who pays.
_WITH_MONEY = re.compile(rf"(?:\s\([^()\n]{{2,20}}\))?,?\s(?:con|with)\s{_SUM}", re.IGNORECASE)
_GIVER = re.compile(
    rf"(?<![\w’'])(?P<name>(?:(?:[Gg]overnment|[Gg]obierno|[Ee]mbajada|[Ee]mbassy)\s(?:of|del?)\s(?:the\s|los\s|las\s|la\s)?)?"
    rf"{_NAME_WORD}(?:{_CONNECTED}{_NAME_WORD}){{0,7}})(?:\s\([^()\n]{{2,20}}\))?"
    r"(?:,\s[^,.;:()]{3,70},)?$"  # what it is
)
_ACRONYM = re.compile(rf"[{UPPER}]{{3,9}}")
_LONGEST_GIVER = 120
_NEGATED = re.compile(r"\b(?:not|no|never|nunca|without|sin|neither|ni)\s(?:\w+\s){0,3}$", re.IGNORECASE)


def find_funder(document: Document, near: Passage | None) -> Named | None:
    """Who finances something in the passage ``near``, that of the programme; else the first who does."""
    found = list(_funders(document))
    if near:
        found.sort(key=lambda each: each.passage is not near)
    return found[0] if found else None


def _funders(document: Document) -> Iterator[Named]:
    for passage in document.passages:
        if passage.kind == "table":
            continue
        text = passage.text[:LONGEST]
        for trigger in chain(_TRIGGERS.finditer(text), _AT_LENGTH.finditer(text), PAID.finditer(text)):
            match = _FUNDER.match(text, trigger.end())
            if match and not _NEGATED.search(text[max(0, trigger.start() - 30) : trigger.start()]):
                name = " ".join(match["name"].split())
                yield Named(name, passage, *match.span("name"))
        for trigger in _SUPPORTED.finditer(text):
            match = _FUNDER.match(text, trigger.end())
            if match and (_DONOR.search(match["name"]) or _WITH_MONEY.match(text, match.end())):
                yield Named(" ".join(match["name"].split()), passage, *match.span("name"))
        yield from _givers(passage, text)
    yield from _givers(None, document.title[:LONGEST])


def _givers(passage: Passage | None, text: str) -> Iterator[Named]:
    """The names of two words and more that are said to give money."""
    for gives in chain(_GIVES.finditer(text), GIVES_MONEY.finditer(text)):
        begin = max(0, gives.start() - _LONGEST_GIVER)
        giver = _GIVER.search(text[begin : gives.start()])
        if giver is None:
            continue
        start, end = trimmed(text, begin + giver.start("name"), begin + giver.end("name"), opened=True)
        if " " in text[start:end] or _stands_alone(text[start:end]):
            yield Named(" ".join(text[start:end].split()), passage, start, end)


def _stands_alone(name: str) -> bool:
    """Whether one word is enough to tell who gives: an acronym, a country."""
    return _ACRONYM.fullmatch(name) is not None or name in {
        country
        for code in [places.code_of(name)]
        if code
        for country in (places.label(code, "en"), places.label(code, "es"))
    }
