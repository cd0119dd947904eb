"""Who finances what a document is about: the name behind "financed by", before "gave 30,000 dollars".

Each sentence is read as a row of kinds of words (`payment_words`); the patterns below are the orders in
which such a row tells who gives money. Some end where the giver's name begins, others begin where it
ends. The name is the run of capitalised words there.

What must stay true: of who merely supports or gives things, a donor's noun or a sum must tell that it is
with money; a place alone pays for nothing, unless it is a state that is said to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb import places
from kb.extractors import directory
from kb.extractors.named_things import LONGEST, Named, trimmed
from kb.extractors.payment_words import Signs, signs, tells_of_money
from kb.records import Document, Passage
from kb.text.folding import fold
from kb.text.letters import UPPER
from kb.text.sentences import sentences

# Before a name: its article, and what it is: "la fundación alemana", "the federal", "the German aid agency".
_IS = r"d{0,3}(?:[xXS]{0,4}[OUS]x{0,2})?"
_N = r"(?=[XY])"
# Others who give stand before the name: "by its members and by the Trust".
_BY = rf"b(?:[^XYbfrn;:(]{{1,12}}[c,]b?|dO[oe])?{_IS}{_N}"
_OF = rf"[oef]{_IS}{_N}"
_AFTER = (  # the giver follows
    # "financed for two years by", "financed with the support of", "paid for by"
    rf"P[^XnbfP;,]{{0,6}}{_BY}",
    rf"P[^XnbfP;]{{0,6}}?[wi]d?[xz]{{0,2}}[SMmv]{_OF}",
    rf"(?:B|,|,?c|C)x?y(?:[^XnbP;]|(?<=[xi])X){{0,5}}{_BY}",
    rf"yj{_BY}",
    # costs, or a sum, are covered by, shared between
    rf"[CM$q](?:[^n;,]|,(?!c)){{0,25}}?[BV]?x?[py][^XnbP;]{{0,6}}{_BY}",
    # a sum or money that was given by
    rf"[$Mmv][^nX;]{{0,12}}?g[^Xnb;]{{0,3}}{_BY}",
    # a grant, funds, a sum from; what comes from
    rf"[MmvU$][^nXtfer;]{{0,12}}?f{_IS}{_N}",
    # "has received 37 per cent, mainly from"; "La financia Ayuda Boreal"; "A gave $2 and the rest B"
    rf"H[dxhI]{{0,4}}\$,?x{{0,2}}[ef]{_IS}{_N}",
    rf"(?:^|[;xCMqJ])dA{_IS}{_N}",
    rf"[Gg]d?(?:\$|#x)cdx[djb]{{0,2}}{_N}",
    # "thanks the Fund for $4,600"
    rf"T{_IS}(?=X[XoedcxO,]{{0,16}}j\$)",
    rf"[CMU$q][^n;]{{0,25}}?K(?:x?[oe]dM)?{_OF}",
    # a gift of; with funds of; with the financial support of
    rf"m[xz$#oeb]{{0,4}}[oeb]{_IS}{_N}",
    rf"[wTHit]t?d{{0,2}}[xz]{{0,2}}[MvmU][xz]{{0,3}}(?:[eb][$#][$#x]{{0,3}})?[ebo]{_IS}{_N}",
    rf"[Hk]w[$#][$#xe]{{0,3}}e{_IS}{_N}",
    rf"[wTHtBd]t?d{{0,2}}x{{0,2}}(?:zS|Sz)x?(?:xb)?{_OF}",
    rf"T[td]d?x?Sx?{_OF}",
    # "se financia con recursos de", "se paga con $4,000 del Fondo"
    rf"x[AaEQ]w(?:d?[xzMmvC$#]{{1,4}}e)?{_IS}{_N}",
    rf"[yP]w[$#][$#x]{{0,3}}d?x?{_OF}",
    # the verb before its subject: "los gastos los cubre el Fondo", "que financia hasta mayo la Unión"
    rf"[CMqJ][^n;]{{0,15}}?d[aAEQG](?:[xj#biewdhI]{{0,4}}[x#h])?{_IS}{_N}",
    rf"r(?:IX{{1,2}})?[AE](?:[xj#biehI]{{0,4}}[x#h])?d{_N}",
    rf"[CM$mq]x{{0,2}},?r[aQEG](?:[x#bieI]{{0,4}}[x#])?d{_N}",
    rf"(?:^|;)Ad[xJCM][^Xn;]{{0,4}}d{_N}",
    rf"d[Aa](?:[xbeI]{{1,3}})?d{_N}",
    rf"R[^nX;]{{0,4}}?T[td]{_IS}{_N}",
    rf"[vm][oe]{_IS}(?=X[Xoed]{{0,6}},?[eo]?\$)",
    # "recibe del Fondo 620 mil lempiras"
    rf"H[ef]{_IS}(?=X[Xed]{{0,6}}\$)",
    # at the charge of; free thanks to; possible by
    rf"[CM$][^nX;]{{0,25}}?[btd]ke{_IS}{_N}",
    rf"(?:F|nx?C)[^;n]{{0,10}}?T[td]{_IS}{_N}",
    rf"W(?:b|i|T[td])(?:d?x?[SmMv]x?[oef])?{_IS}{_N}",
    # "Its main donor is", "Donors:", "Funding:"
    rf"D(?:B|:|,|)d?{_N}",
    rf"^[MmDA]:{_IS}{_N}",
    rf"J[^X;n]{{0,8}}?BZ{_BY}",
)
_SUPPORTED = (  # who supports or gives things: with money only where that is said
    rf"[wbXH]d?[xz]?Sx?{_OF}",
    rf"Z[^X;nb]{{0,2}}{_BY}",
    rf"r?s{_IS}{_N}",
    rf"[qC][^n;]{{0,8}}?gx?{_BY}",
    rf"xgx?{_BY}",
    rf"\$e{_IS}{_N}",  # "500 millones de pesos del Fondo"
)
_WHAT = r"(?:,d?[xO]{1,3}r|,[^,;:n]{2,12},|,?r)?"
_BEFORE = (  # the giver stands before, at X; what it is may stand between
    rf"X{_WHAT}h{{0,2}}x?A(?=[djxJC#$])",
    r"XB[AM](?=[djx])",
    r"Xhx?[uU](?=[djx])",
    # "the Fund, whose financial support made"; "the Fund, which covered the costs of"
    r"X,rz?[SmMv]z?(?=[xLdWya])",
    r"X,rx?[aQp]j?[d#xo]{0,4}C",
    r"X(?:,?r)?h{0,2}U(?=[dl#i])",
    rf"X{_WHAT}[hB]{{0,2}}x?[aQu]j?[d#xo$]{{0,6}}C",
    r"Xh{0,2}x?[yp]j?[d#xo]{0,5}C",
    r"X(?:,d?[xO]{1,3}r)?[hB]{0,2}x?[ayu]j",
    rf"X{_WHAT}(?:[hB]{{0,2}}(?:d?x)?[gGm]|dg)(?:[wdxbI]{{0,4}}|[dx#]{{0,3}}m[xbojw]{{0,3}})[$]",
    r"Xh{0,2}x?(?:[gG][^X;n]{1,4}?[mMC]|L[^X;n]{0,4}?m),?[^X;n]{0,6}?\$",
    r"X[GLx]h?x?r(?:lh)?[Gu][dx#]{0,3}\$",
    r"Xs[ld]?w(?:[dx]{0,2}[mMvU]|[dx]{0,2}\$)",
    r"X(?:,?r)?h{0,2}Gx?dM",
    r"X[aQU]l",
    r"X(?:,|Bd)d?[xO]{0,2}D",
    r"(?<=r)XE",
)
# "a grant that the Fund made", "con el dinero que da la Red"; "with a Harrow Foundation grant"
_WITHIN = (
    r"[mMUC]x?rd?(?P<name>X[Xoed]{0,6}(?<=X))h?[GgL]",
    r"[wTitfb]t?d{0,2}(?P<name>X{1,5})(?:m|M)",
)
# "The United States, through its Aid Agency, gave $310,000": the agency
_THROUGH = re.compile(r"X,(?:i|[db]xe)d{0,3}(?P<name>X[Xoedj]{0,8}(?<=X)),h?[gG](?:[dxbI]{0,3})\$")
_FORWARD = [re.compile(pattern) for pattern in _AFTER]
_MAYBE = [re.compile(pattern) for pattern in _SUPPORTED]
_BACKWARD = [re.compile(pattern) for pattern in _BEFORE]
_INSIDE = [re.compile(pattern) for pattern in _WITHIN]

# Words that donors' names have, or that tell what they are: behind them "with the support of" tells who pays.
_DONOR = re.compile(
    r"\b(?:[Ff]und|[Ff]oundation|Endowment|Trust|Philanthrop\w+|[Cc]harit\w+|[Ee]mbassy|Government|Cooperation|[Bb]ank|Relief|Kingdom|Lottery"
    r"|[Ff]undaci[oó]n|Fondo|Fideicomiso|[Ee]mbajada|Gobierno|[Cc]ooperaci[oó]n|[Bb]anco|European\sUnion|Uni[oó]n\sEuropea"
    r"|aid\sagency|agencia|obra\scat[oó]lica|(?<!\w)empresa|cooperativa|cooperative|company"
    r"|Misereor|Adveniat|European\sCommission|Comisi[oó]n\sEuropea|Minist(?:ry|erio)\s(?:for|of|de)\s(?:Foreign|Asuntos|Relaciones))\b"
)
# Those who support a Red Cross do so with money, where it says that it is supported.
_OF_RED_CROSSES = re.compile(
    r"(?:Committee|Federation)\sof\s(?:the\s)?Red\sCross|\b(?:[CF]ICR|ICRC|IFRC)\b"
    r"|(?:Comit[eé]|Federaci[oó]n)\sInternacional\sde\s(?:la\sCruz|Sociedades)"
)
_CONNECTED = (
    r"(?:\s(?:of|the|for|on|and|&|against|to|der|den|van|von|und|et|du|des|de|del|la|las|los|el|y|e|para|contra"
    r"|sobre|al|am|im|für|do|da|dos|pour|les)){0,3}\s"
)
_BODY = (
    r"(?:(?i:governments?|peoples?|embass(?:y|ies)|bequest|legado|gobiernos?|pueblos?|embajadas?|cooperaci[oó]n|generosity)"
    r"(?:\s(?:and|y)\s(?:people|government|pueblo|gobierno))?\s(?:(?:of|de|del)\s(?:the\s|la\s|los\s"
    r"|las\s)?(?:doña\s|don\s)?)?)?"
)
_COIN = r"(?:(?:US|MX|BZ|RD|C|TT)?[$€£₡¢]|(?:USD|BZD|EUR|NAf|Lps|B/|[QL])\.?)"
_NAME_WORD = rf"(?!(?:{_COIN})\s?\d)[{UPPER}][\w&’'-]*(?:\.(?=[{UPPER}]\.)[{UPPER}]\.)?"
_LISTED = (
    rf"(?:(?:,\s{_NAME_WORD}(?:{_CONNECTED}{_NAME_WORD}){{0,3}}){{1,4}},?\s(?:and|y|e)\s(?:the\s|la\s"
    rf"|el\s)?{_NAME_WORD})?"
)
_AND_BY = (
    r"(?:\s(?:and\sby|y\spor)\s(?:(?:the|la|el)\s)?(?:[a-zà-ÿ]{3,15}\s){0,3}"
    rf"{_NAME_WORD}(?:{_CONNECTED}{_NAME_WORD}){{0,6}})?"
)
# "the European Union's humanitarian aid department (ECHO)", "DIF y el gobierno del estado", "Alba, A.C."
_REST = (
    r"(?:(?<=['’]s)(?:\s[a-z]{2,14}){1,4}(?=\s\()|\sy\sel\sgobierno\s(?:del\sestado|federal|estatal|municipal)"
    r"|,?\s(?:A\.\s?C\.|I\.\s?A\.\s?P\.|Inc\.))?"
)
_FUNDER = re.compile(
    rf"(?P<name>(?:[Ee]mba(?:jada|ssy)\s(?:of|del?)\s(?:the\s|los\s)?"
    rf"(?:{_NAME_WORD}\s){{1,3}}(?:in|en)(?:\s{_NAME_WORD}){{1,3}}"
    rf"|(?:(?:{_NAME_WORD}\s){{1,2}}(?:office|mission|branch)\sof\s(?:the\s)?)?{_BODY}{_NAME_WORD}(?:{_CONNECTED}{_NAME_WORD}){{0,9}}{_LISTED}"
    rf"(?:{_CONNECTED}{_NAME_WORD}){{0,6}}(?:\s(?:fund|trust|foundation)\b)?"
    rf"(?:\s\([^()\n]{{2,40}}\)(?=\s(?:of|del?|and"
    rf"|y)\s)(?:{_CONNECTED}{_NAME_WORD}){{1,8}})?(?:\s(?:en|in)(?:\s{_NAME_WORD}){{1,3}}(?=\s\([A-ZÑ]{{2}}))?{_AND_BY}{_REST}))"
)
# "Apoyado por el Consejo de Ciencia, con 750 mil pesos": a sum makes of who supports one who pays.
_WITH_MONEY = re.compile(r",?wd?x{0,2}[$#]")
_GIVER = re.compile(
    rf"(?<![\w’'])(?P<name>(?:(?:[Gg]overnment|[Gg]obierno|[Ee]mbajada|[Ee]mbassy)\s(?:of|del?)\s(?:the\s|los\s|las\s|la\s)?)?"
    rf"{_NAME_WORD}(?:{_CONNECTED}{_NAME_WORD}){{0,7}})$"
)
_ACRONYM = re.compile(rf"[{UPPER}]{{3,9}}")
_FOUNDATION = re.compile(
    r"\b(?:foundation|fund|trust|philanthropy|endowment|fundaci[oó]n|fondo)\b", re.IGNORECASE
)
_GRANTS = re.compile(r"\b(?:grants|grantees|subvenciones|donativos)\b|\bawards\s\$", re.IGNORECASE)
_LEADING = 4  # passages
_OF_WHOM = re.compile(r"\s(?:of\sthe|of|de\slas?|del|de\slos)\s")
_TO = re.compile(r"\s(?:to|a|hacia)\s")  # "money from Los Angeles to Honduras"
_FROM = re.compile(r"\b(?:from|of|in|de|en|desde)\s$")
# Courts award damages and parliaments pass budgets; neither finances.
_RULES = re.compile(r"\b(?:Court|Tribunal|Corte|Juzgado|Congress|Congreso|Assembly|Asamblea|Senate|Senado)\b")
_BILL = re.compile(
    r"\b(?:bill|resolution|ordinance|legislation)\b", re.IGNORECASE
)  # who backs one pays nothing
_LONGEST_GIVER = 120
_DENIES = re.compile(r"n[^X,;]{0,3}$")
_NEAR = 4  # words: a negation so near before the pattern denies it


def find_funder(document: Document, programme: Named | None) -> Named | None:
    """Who finances something in the passage of the programme; else the first who does.

    Who is said to pay goes before who supports or gives things; a programme pays for nothing itself.
    """
    near = programme.passage if programme else None
    own = programme.name if programme else None
    found = (each for each in _funders(document) if each.name != own)
    return min(found, key=lambda each: (-each.weight, each.passage is not near), default=None)


def is_grantor(document: Document) -> bool:
    """Whether a foundation publishes what it gives: its name says what it is, and its news are of grants."""
    name = document.publisher or ""
    if not _FOUNDATION.search(name) or directory.named(name):
        return False
    leading = (passage.text[:LONGEST] for passage in document.passages[:_LEADING])
    return any(_GRANTS.search(text) for text in (document.title, *leading))


def _funders(document: Document) -> Iterator[Named]:
    bodies = frozenset(fold(each.name) for each in document.organisations)
    for passage in document.passages:
        if passage.kind != "table":
            yield from _in_text(passage, passage.text[:LONGEST], bodies)
    yield from _in_text(None, document.title[:LONGEST], bodies)


def _in_text(passage: Passage | None, text: str, bodies: frozenset[str]) -> Iterator[Named]:
    for start, end in sentences(text):
        if tells_of_money(text[start:end]):
            read = signs(text, start, end)
            for first, last, weight in (*_behind(text, read), *_ahead(text, read, bodies)):
                yield Named(" ".join(text[first:last].split()), passage, first, last, weight)


def _behind(text: str, read: Signs) -> Iterator[tuple[int, int, int]]:
    """The spans of the names that stand behind what tells of a payment, and how surely they pay."""
    row, spans = read
    for weight, patterns in ((2, _FORWARD), (1, _MAYBE)):
        for pattern in patterns:
            for match in pattern.finditer(row):
                at = match.end()
                name = _FUNDER.match(text, spans[at][0])
                if name is None or _denied(row, match.start()):
                    continue
                told = text[slice(*spans[match.start()])]
                if "sponsored" in told and _BILL.search(text):
                    continue
                if weight == 1 and not _with_money(text, read, match.start(), name):
                    continue
                if row[at - 1] in "fe" and (
                    _is_of_countries(name["name"]) or _TO.search(f"{name['name']} {text[name.end() :][:4]}")
                ):
                    continue
                yield *name.span("name"), weight


def _is_of_countries(name: str) -> bool:
    """Whether a name is that of a country or of several: "Peru and Bolivia"."""
    return all(map(places.code_of, re.split(r",\s|\s(?:and|y|e)\s", name)))


def _with_money(text: str, read: Signs, first: int, name: re.Match[str]) -> bool:
    told = text[read.spans[first][0] : name.end()]
    if _DONOR.search(told) or (read.row[first] in "Zs" and _OF_RED_CROSSES.search(told)):
        return True
    behind = next((at for at, span in enumerate(read.spans) if span[0] >= name.end()), len(read.row))
    return _WITH_MONEY.match(read.row, behind) is not None


def _denied(row: str, at: int) -> bool:
    return _DENIES.search(row, max(0, at - _NEAR), at) is not None


def _ahead(text: str, read: Signs, bodies: frozenset[str]) -> Iterator[tuple[int, int, int]]:
    """The spans of the names that stand before the verb of giving."""
    row, spans = read
    for pattern in _BACKWARD:
        for match in pattern.finditer(row):
            end = spans[match.start()][1]
            begin = max(0, end - _LONGEST_GIVER)
            giver = _GIVER.search(text[begin:end])
            if giver is None or _denied(row, match.start()):
                continue
            start, end = trimmed(text, begin + giver.start("name"), begin + giver.end("name"), opened=True)
            start = _whose(text, start, end, bodies)
            if _FROM.search(text[max(0, start - 10) : start]) and places.code_of(text[start:end]):
                continue
            if _RULES.search(text, start, end):
                continue
            told = row[match.start() - 1 : match.start()] == "r"
            if told or " " in text[start:end] or _stands_alone(text[start:end]):
                yield start, end, 2
    for weight, pattern in ((3, _THROUGH), *((2, each) for each in _INSIDE)):
        for match in pattern.finditer(row):
            yield spans[match.start("name")][0], spans[match.end("name") - 1][1], weight


def _whose(text: str, start: int, end: int, bodies: frozenset[str]) -> int:
    """Where the body begins in "directora de la Fundación Lirio", "Tom Reed of the Alder Fund"."""
    if fold(text[start:end]) in bodies:
        return start
    for link in _OF_WHOM.finditer(text, start, end):
        if fold(text[link.end() : end]) in bodies and fold(text[start : link.start()]) not in bodies:
            return link.end()
    return start


def _stands_alone(name: str) -> bool:
    """Whether one word is enough to tell who gives: an acronym, a country."""
    return _ACRONYM.fullmatch(name) is not None or name in {
        country
        for code in [places.code_of(name)]
        if code
        for country in (places.label(code, "en"), places.label(code, "es"))
    }
