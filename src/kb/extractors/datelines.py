"""Where a release was given out: the place that opens "Costa Rica - Experts ...".

A dateline opens a paragraph with a place in capitals or capitalised, perhaps its region, a date and
an agency in parentheses, and then a dash or its like: PLACE [, REGION] [, DATE] [(AGENCY)] –. It may
be turned round (DATE, PLACE) or be a line of its own, in Spanish releases often the last one, which
then may begin "Dado en la ciudad de". A label ("Lugar:") or a feast in place of the date does as well.

A dateline is read step by step from the left, so that no text makes it slow. A place that kb.places
knows is believed, and one that begins as towns are called ("Puerto", "San"); another one only beside a
date or in capitals, because "Experts - " and "By John Smith, 3 May 2017" look the same.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kb import places
from kb.extractors import directory
from kb.extractors.evidence import evidence, noted
from kb.extractors.front import back, front, lines
from kb.extractors.organisation_patterns import BODY_NOUN
from kb.places.regions import region_code
from kb.records import Document, Passage
from kb.text.dates import MONTHS, WEEKDAYS, DateMention, find_dates
from kb.text.folding import fold
from kb.text.letters import UPPER

_WORD = rf"[{UPPER}][\w'’]*(?:[-.][{UPPER}a-z][\w'’]*){{0,4}}(?:(?<![^\W\d_]{{4}})\.)?"
_SMALL = r"(?:of|the|de|del|la|las|los|el|y|and|au|do|da)"
_SMALL_WORDS = frozenset(
    "of the de del la las los el y e and au do da for para in en on contra sin with a al sobre".split()
)
_PLACE = re.compile(rf"{_WORD}(?:(?: {_SMALL}){{0,2}} {_WORD}){{0,4}}")
_REGION = re.compile(rf"\s?[,/]\s?({_WORD}(?: (?:{_SMALL} )?{_WORD}){{0,3}})")
_AGENCY = re.compile(r"\s?[(\[]([^()\[\]\n]{2,40})[)\]]")
_OPENING = re.compile(r"(?:📍\ufe0f?\s?)?[(\[\s]{0,2}")
_DAY_OF_WEEK = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|lunes|martes|mi[eé]rcoles|jueves"
    r"|viernes|s[aá]bado|domingo)\.?,?\s"
)
_BEFORE_DATE = re.compile(
    rf"[\s,.;:|/(\[–—-]{{0,4}}(?:(?:a\slos|a|on\sthis|on\sthe|on|this|the|el\sd[ií]a|el|al)\s)?"
    rf"(?:{_DAY_OF_WEEK})?[(\[]?",
    re.IGNORECASE,
)
_BEFORE_PLACE = re.compile(r"\s?[,|/.–—-]\s?(?:en\s)?|\s")
_DASH = re.compile(
    r"[)\]]?\s?(?:\.?(?:-{1,2}|–)(?=\s|$)|\.?-{2}(?=[A-ZÀ-ÖØ-Þ\"“«])|\.?—|\.?\s(?:-{1,2}|[–—])(?=\s|$)|\s–)\s?"
)
_STOP = re.compile(r"[)\]]?\s?[.:|/]?(?:\s|$)")
_END = re.compile(r"[)\]]?\s?[.:;|]?\s*$")
_SENTENCE = re.compile(rf"[\s\"“”«‘'¿¡(\[]{{0,3}}[{UPPER}\d]")
GIVEN = re.compile(
    r"(?:dad[oa]|firmad[oa]|suscrit[oa]|hecho|emitid[oa]|expedid[oa]|given|done|signed|issued)(?:\s[ye]\s\w{4,12})?"
    r"\s(?:en|in|at)\s(?:(?:la\sciudad|el\smunicipio|the\s(?:city|town))\s(?:de|of)\s)?",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"(?:(?:press|news|media)\s(?:release|statement|note)|comunicado(?:\sde\sprensa)?|bolet[ií]n(?:\sde\sprensa)?|communiqu[eé]"
    r"|statement|nota\sde\sprensa)\s(?:n[oº°]\.?\s?)?(?:[\d/.-]{1,12}\s)?(?=[A-ZÀ-ÖØ-Þ])",
    re.IGNORECASE,
)
_IN = re.compile(r"En\s(?:(?:la\sciudad|el\smunicipio)\sde\s)?")
_LABEL = re.compile(
    r"(?:(?:lugar|ciudad)(?:\sy\sfecha(?:\sde\s\w{4,12})?)?|(?:place|location|city)(?:\sand\sdate(?:\sof\s\w{4,12})?)?|dateline)\s?:\s{0,3}",
    re.IGNORECASE,
)
_FEAST = re.compile(
    rf",\s(?:(?:the|on\sthe|(?:en\s)?la)\s)?(?:(?:[Ff]east|[Ss]olemnity)\sof\b|[Dd]ía\s|(?:[Dd]omingo|[Ll]unes|[Mm]artes|[Mm]iércoles|[Jj]ueves|[Vv]iernes|[Ss]ábado)\s(?:de|Santo)\b"
    rf"|(?:[Ff]iesta|[Mm]emoria|[Vv]ísperas)\sde|[Mm]emorial\sof|[Ss]olemnidad\sde|(?:[{UPPER}][\w'’-]{{0,20}}\s){{1,4}}(?:Day|Eve|Sunday|Friday)\s?$)"
)
# A feast that stands before its date: "Tapachula, Jueves Santo, 14 de abril de 2022".
FEAST_BEFORE = re.compile(
    r"[,.]?\s?(?:(?:on\s|en\s)?(?:the|la|el)\s)?(?:(?:feast|solemnity|memorial|vigil|octave|eve|week|fiesta|festividad|solemnidad|memoria"
    r"|v[ií]speras?|vigilia|octava|d[ií]a)\s(?:of|de)|(?:holy|good|ash|palm|easter|maundy|pentecost|christmas|trinity|corpus|pascua"
    r"|navidad|pentecost[eé]s|epifan[ií]a|epiphany|candelaria)\b|(?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo)\s(?:de|santo)\b"
    r"|(?:\w{4,8}|[ivx]{1,5})\s(?:sunday|week|domingo|semana)\s(?:of|in|after|de)\b)[^,;:()\n]{0,60}[,.]\s",
    re.IGNORECASE,
)
_LAST_SMALL = re.compile(r"\s(?:A|EL|ON)$")  # "CIUDAD DE MÉXICO A 3 DE JUNIO"
# How towns begin to be called; a surname may too, but no person signs "Puerto Farol, 3 de mayo".
_TOPONYM = re.compile(
    r"(?:San|Santa|Santo|Saint|St\.|Sta\.|Sto\.|Cd\.|Pto\.|Puerto|Port|Villa|Punta|La|El|Los|Las|Ciudad|Fort|Fuerte|New|Nuev[oa]|Lake|Mount"
    r"|Río|Rio|Barra|Paso|Valle|Cerro|Laguna|Boca|Bocas|Bahía|Colonia|Aldea|Monte|Pueblo|Isla|Playa|Cabo)\s",
    re.IGNORECASE,
)
# What stands where a place would, and is none.
_NO_PLACES = (
    MONTHS.keys()
    | WEEKDAYS
    | set(
        """
    a according actualizacion actualizado adopted advisory aprobado at atencion attention boletin
    breaking bulletin by circular communique comunicado contact contacto creado created date desde do editor
    editors el
    embargo embargado embargoed en end ends
    exclusive fecha fin for foto fotos from fuente here hold hoy immediate
    importante
    in la las live los media news not nota note notes noticias on para photo photos por posted prensa press
    redaccion redactado published publicado report segun since source statement story subido summary the this
    today un una update updated uploaded urgent urgente video watch when while written
    """.split()
    )
)
_BEFORE_ITS_DATE = re.compile(r"[,.\s–—-]{1,4}(?:(?:a|el|on)\s)?$")
_SEPARATOR = re.compile(r"\s[|·•/]\s")
_CAPITALISED = re.compile(rf"(?<!\w)[{UPPER}]\w")
_ABBREVIATED = re.compile(rf",\s(?:[{UPPER}][^\W\d_]{{1,4}}|(?:[{UPPER}]\.\s?)+)\.$")  # "Cd. Juárez, Chih."
_WIRE = re.compile(
    rf"(?=[^/|·]*\b(?:Agencia|Agency|Noticias|News|Wire|Corresponsal|Correspondent)\b)[^/|·]{{3,50}}\s[/|·]\s"
    rf"(?P<place>{_PLACE.pattern}(?:,\s{_PLACE.pattern})?)\s?"
)
_LONGEST_ALONE = 70
_SHORTEST_ACRONYM = 3  # letters
_SURE, _WITH_A_NOTE = 0.9, 120  # of a closing line, characters with the note that follows its date
# The cities that are told from their countries by the word: "Dado en la ciudad de Guatemala".
_CITY_OF = re.compile(r"ciudad\sde\s(?=(?:Guatemala|M[eé]xico|Panam[aá])\b)", re.IGNORECASE)
_LAST, _MOST_BEHIND = 6, 40  # passages from the end: with a dateline alone, with a closing formula
_WINDOW = 160  # characters: no dateline is longer
_SHORTEST_BODY = 40  # what follows a dash without a date must be a paragraph, not an entry of a list


class Dateline(NamedTuple):
    """A place, perhaps with a date, and where they stand in the text of a passage."""

    passage: Passage | None  # None: the title
    place: str
    start: int
    end: int
    date: DateMention | None
    confidence: float
    opens: bool  # a paragraph, and is no line of its own


def fill(document: Document) -> Document:
    """``document`` with the place of its dateline."""
    if document.place:
        return document
    for dateline in sorted(datelines(document), key=lambda each: not each.opens and each.date is None)[:1]:
        found = evidence(dateline.passage, dateline.start, dateline.end, dateline.confidence)
        return noted(document, "place", found, place=dateline.place)
    return document


def datelines(document: Document) -> list[Dateline]:
    """The datelines that open the first passages, then those that stand alone at the end.

    A text without a headline has its dateline for a title: it is one only with a date, since "Mexico -
    New rules for judges" is a headline too.
    """
    return list(
        _datelines(document.title, front(document, prose=2, most=10), back(document, most=_MOST_BEHIND))
    )


# Four extractors ask for the datelines of the same document, one after another.
@lru_cache(maxsize=2)
def _datelines(title: str, first: tuple[Passage, ...], last: tuple[Passage, ...]) -> tuple[Dateline, ...]:
    titled = _read(None, 0, title)
    found = [titled] if titled and titled.date else []
    found += [
        dateline
        for passage in first
        if passage.kind in ("paragraph", "quote", "heading")
        for start, line in lines(passage)
        if (dateline := _read(passage, start, line))
        and (passage.kind != "heading" or (dateline.date and not dateline.opens))  # a ruled letterhead line
    ]
    # Below the closing formula stand those who signed, in acts of many organisations some dozens.
    ending = [*last[:_LAST], *(passage for passage in last[_LAST:] if GIVEN.match(passage.text))]
    found += [
        dateline
        for passage in ending
        for start, line in lines(passage)
        if (dateline := _at_the_end(passage, start, line))
        or ((dateline := _read(passage, start, line)) and _closes(dateline, line))
    ]
    return tuple(found)


def _closes(dateline: Dateline, line: str) -> bool:
    """Whether a dateline among the last lines stands alone, or says that a text was given there."""
    if dateline.date is None:
        return _FEAST.search(line) is not None and len(line) <= _LONGEST_ALONE
    end = line.find(dateline.date.date.as_printed or "") + len(dateline.date.date.as_printed or "")
    feast = len(line) <= _WITH_A_NOTE and _FEAST.match(line, end) is not None
    return not dateline.opens or feast or GIVEN.match(line) is not None or _has_a_note(dateline, line)


def _at_the_end(passage: Passage, offset: int, line: str) -> Dateline | None:
    """A known place and whole date that end a longer line: "Tel. 2222-0000 San José, 3 de mayo de 2021"."""
    tail = max(0, len(line) - _LONGEST_ALONE)
    if not tail or passage.kind != "paragraph":
        return None
    for word in _CAPITALISED.finditer(line, tail):
        before = line[: word.start()].split()[-1:]
        if before and before[0].rstrip(",").isalpha():
            continue  # "in San José", "the office of Costa Rica"
        read = _read(passage, offset + word.start(), line[word.start() :])
        whole = read and read.date and None not in (read.date.date.year, read.date.date.day)
        if read and whole and not read.opens and read.confidence >= _SURE:
            return read
    return None


def _has_a_note(dateline: Dateline, line: str) -> bool:
    """Whether a short note follows a whole date and its place: "Upala, 3 de mayo de 2021. Con fotos"."""
    date = dateline.date
    whole = date is not None and date.date.year is not None and date.date.day is not None
    return whole and dateline.confidence >= _SURE and len(line) <= _WITH_A_NOTE


def _read(passage: Passage | None, offset: int, line: str) -> Dateline | None:
    """The dateline that ``line`` opens with; positions are moved by ``offset``."""
    if kind := _KIND.match(line):
        offset, line = offset + kind.end(), line[kind.end() :]
    head = line[:_WINDOW]
    dates = find_dates(head)
    read = (
        _place_first(head, dates, len(line))
        or _date_first(head, dates)
        or _alone(line, dates)
        or _among_pieces(line, dates)
        or _given(head, dates)
        or _labelled(line, dates)
        or _of_a_wire(line)
        or _on_a_feast(line)
    )
    if read is None:
        return None
    start, end, date, confidence = read
    moved = DateMention(date.date, date.start + offset, date.end + offset) if date else None
    rest = _SEPARATOR.split(line[max(end, date.end if date else 0) :])[0]
    opens = bool(rest.strip(" .)]:-–—"))
    return Dateline(
        passage, in_ordinary_letters(head[start:end]), start + offset, end + offset, moved, confidence, opens
    )


_Read = tuple[int, int, DateMention | None, float]


def _place_first(head: str, dates: list[DateMention], length: int) -> _Read | None:
    start = _after(_OPENING, head, 0)
    place = _PLACE.match(head, start)
    named = place and _TOPONYM.match(place[0]) and not BODY_NOUN.search(place[0])
    if place is None:
        return None
    end, known = _with_regions(head, place)
    if _is_no_place(place[0]) and not (named and (dates or known)):
        return None
    if small := _LAST_SMALL.search(head[:end]):
        end, known = small.start(), known or _known(head[start : small.start()])
    agency = _AGENCY.match(head, end)
    date = _date_at(dates, head, end) or (_date_at(dates, head, agency.end()) if agency else None)
    if date:
        behind = _after(_AGENCY, head, _closing(head, date.end))
        confidence = _confidence_with_date(head, behind, known=known or bool(named))
    else:
        behind = agency.end() if agency else end
        capitals = place[0].isupper() and not directory.knows_acronym(place[0])
        known = known or bool(named and not _is_no_place(place[0]))
        opens = length - behind >= (_SHORTEST_BODY if known else 2 * _SHORTEST_BODY)
        confidence = opens * _confidence_without_date(head, behind, known=known, capitals=capitals)
    return (start, end, date, confidence) if confidence else None


def _with_regions(head: str, place: re.Match[str]) -> tuple[int, bool]:
    """Where the place ends, its regions with it, and whether one of these names is known."""
    end, known = place.end(), _known(place[0])
    while (region := _REGION.match(head, end)) and not _is_month(region[1]):
        end, known = region.end(), known or _known(region[1]) or region_code(region[1]) is not None
    if (around := _AGENCY.match(head, end)) and _known(around[1].rpartition(", ")[2]):
        return around.end(), True  # "Villahermosa (México), 2 oct", "NECOCLÍ (Antioquia, Colombia)"
    last = head[place.start() : end].rpartition(" ")[2]
    # The full stop of "San José." is no part of the name; that of "D.C." and of "Ariz.," is.
    if head.startswith(".,", end):
        return end + 1, known
    stops = re.fullmatch(r"[^.]{2,}\.", last) and head[end : end + 1] != ","
    return (end - 1 if stops else end), known


def _confidence_with_date(head: str, behind: int, *, known: bool) -> float:
    if _DASH.match(head, behind):
        return 0.95 if known else 0.8
    return 0.9 if known and (_STOP.match(head, behind) or _FEAST.match(head, behind)) else 0.0


def _confidence_without_date(head: str, behind: int, *, known: bool, capitals: bool) -> float:
    dash = _DASH.match(head, behind)
    if dash and not _SENTENCE.match(head, dash.end()):  # "IOM – through its programme – has ..."
        return 0.0
    if dash and known:
        return 0.95 if capitals else 0.85
    if dash and capitals:
        return 0.6
    opens = head.startswith(":", behind) or (
        head.startswith(". ", behind) and _SENTENCE.match(head, behind + 1)
    )
    named = capitals or head.startswith(". ", behind)  # "Guatemala. Treinta familias recibieron ..."
    return 0.7 if known and named and behind > 3 and opens else 0.0


def _date_first(head: str, dates: list[DateMention]) -> _Read | None:
    start = _after(_OPENING, head, 0)
    date = _date_at(dates, head, start)
    if date is None:
        return None
    place = _PLACE.match(head, _after(_BEFORE_PLACE, head, date.end))
    if place is None or not _known(place[0]):
        return None
    end, _ = _with_regions(head, place)
    if not (_DASH.match(head, end) or _END.match(head, end)):
        return None
    return place.start(), end, date, 0.85


def _alone(line: str, dates: list[DateMention]) -> _Read | None:
    """An unknown place with a date in a line of its own: "Antiguo Cuscatlán, 21 November 2017"."""
    place = _PLACE.match(line, _after(_OPENING, line, 0))
    if place is None or len(line) > _LONGEST_ALONE or _is_no_place(place[0]) or BODY_NOUN.search(line):
        return None
    end, _ = _with_regions(line, place)
    date = _date_at(dates, line, end)
    if date is None or not date.date.year or not date.date.month or not _END.match(line, date.end):
        return None
    return place.start(), end, date, 0.7


def _given(head: str, dates: list[DateMention]) -> _Read | None:
    """The place and date of a closing formula: "Dado en San Salvador, a los 5 días del mes de junio"."""
    given = GIVEN.match(head)
    opened = given or _IN.match(head)
    place = _PLACE.match(head, opened.end()) if opened else None
    if place is None or _is_no_place(place[0]):
        return None
    end, _ = _with_regions(head, place)
    date = _date_at(dates, head, end)
    formal = date is not None and re.search(r"\bd[ií]as?\b", head[date.start : date.end])
    city = next((each.start() for each in _CITY_OF.finditer(head) if each.end() == place.start()), None)
    start = place.start() if city is None else city
    return (start, end, date, 0.85) if date and (given or formal) else None


def _labelled(line: str, dates: list[DateMention]) -> _Read | None:
    """The place that a label names, alone on its line: "Lugar: Saltillo, Coahuila"."""
    label = _LABEL.match(line)
    place = _PLACE.match(line, label.end()) if label and len(line) <= _LONGEST_ALONE else None
    if place is None:
        return None
    end, _ = _with_regions(line, place)
    date = _date_at(dates, line, end)
    return (place.start(), end, date, 0.8) if _END.match(line, date.end if date else end) else None


def _of_a_wire(line: str) -> _Read | None:
    """The known place behind the name of a news agency: "Agencia Farol / Tecún Umán"."""
    wire = _WIRE.fullmatch(line) if len(line) <= _LONGEST_ALONE else None
    if wire is None or not _known(wire["place"].partition(",")[0]):
        return None
    return wire.start("place"), wire.end("place"), None, 0.6


def _on_a_feast(line: str) -> _Read | None:
    """A place beside a feast that dates it without a number: "Punta Clara, domingo de Ramos"."""
    feast = _FEAST.search(line) if len(line) <= _LONGEST_ALONE else None
    place = _PLACE.match(line) if feast else None
    if not feast or place is None or not (_known(place[0]) or _TOPONYM.match(place[0])):
        return None
    end, _ = _with_regions(line[: feast.start()], place)
    return (place.start(), end, None, 0.6) if end == feast.start() else None


def _among_pieces(line: str, dates: list[DateMention]) -> _Read | None:
    """The place and date of a letterhead line: "Press release · 3 July 2018 · London"."""
    if not dates or len(line) > _WINDOW or not _SEPARATOR.search(line):
        return None
    cuts = [0, *(position for match in _SEPARATOR.finditer(line) for position in match.span()), len(line)]
    spans = list(zip(cuts[::2], cuts[1::2], strict=True))
    date = dates[0]
    for start, end in spans:
        dated = start <= date.start < end <= date.end + 2  # "Press release | Panamá, 21-mar-2023"
        piece = _BEFORE_ITS_DATE.sub("", line[start : date.start]) if dated else line[start:end]
        piece = piece.strip() if _ABBREVIATED.search(piece.strip()) else piece.strip(" .")
        if not dated and start <= date.start < end:
            continue
        name = piece.partition(",")[0]
        if _PLACE.match(piece) and (_known(name) or (_TOPONYM.match(name) and not BODY_NOUN.search(name))):
            begin = line.index(piece, start)
            return begin, begin + len(piece), date, 0.8
    return None


def _date_at(dates: list[DateMention], head: str, position: int) -> DateMention | None:
    """The date that begins at ``position``, but for a comma, "a" and a weekday before it."""
    begins = {_after(_BEFORE_DATE, head, position)}
    if feast := FEAST_BEFORE.match(head, position):
        begins.add(_after(_BEFORE_DATE, head, feast.end()))
    return next((date for date in dates if date.start in begins), None)


def _closing(head: str, position: int) -> int:
    return position + 1 if head[position : position + 1] in {")", "]"} else position


def _after(pattern: re.Pattern[str], head: str, position: int) -> int:
    match = pattern.match(head, position)
    return match.end() if match else position


def _known(name: str) -> bool:
    bare = name.rstrip(".")
    return any(map(places.is_place, (name, bare, *re.split(r" y | and ", bare))))


def _is_no_place(name: str) -> bool:
    return fold(re.split(r"[\s.]", name)[0]) in _NO_PLACES and not _known(name)


def _is_month(name: str) -> bool:
    return fold(name.split(maxsplit=1)[0].rstrip(".")) in MONTHS.keys() | WEEKDAYS


def in_ordinary_letters(printed: str) -> str:
    """A name in ordinary letters, so that GENEVA and Geneva are one.

    >>> in_ordinary_letters("COMISIÓN NACIONAL DE LOS DERECHOS HUMANOS")
    'Comisión Nacional de los Derechos Humanos'
    """
    first, comma, regions = printed.partition(",")  # in a region, two capitals are a code: "New York, NY"
    parts = [(first, 1), (regions, 2)] if comma else [(first, 1)]
    plain = comma.join(
        " ".join(_capitalised(word) if _shouted(word, short) else word for word in part.split(" "))
        for part, short in parts
    )
    return plain[:1].upper() + plain[1:]


def _shouted(word: str, short: int) -> bool:
    if not word.isupper() or len(word.strip("(),.")) <= short or re.search(r"\.\w", word):
        return False
    return not (len(word) >= _SHORTEST_ACRONYM and directory.knows_acronym(word))  # "DIF", "OIM"


def _capitalised(word: str) -> str:
    if word.lower() in _SMALL_WORDS:
        return word.lower()
    return re.sub(r"[^\W\d_]+", lambda letters: letters[0].capitalize(), word)
