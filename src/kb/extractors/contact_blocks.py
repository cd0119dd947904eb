"""Where a document says whom to ask: the blocks of its contacts.

A block begins with a cue ("For further information, please contact", "Contacto de prensa:") and goes
on over the next passages while they look like one: short, with a number, an address or a label. A
sentence of the running text that invites to write or call is one as well; a number that is merely
mentioned is none. Near the top and the end, lines without a cue are a block too when they hold a number
or address beside an office or a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from kb import places
from kb.extractors import directory
from kb.extractors.addresses import address_at, addresses
from kb.extractors.contact_labels import LABELS
from kb.extractors.contact_people import EDGES, begins_with_person, people
from kb.extractors.contact_pieces import Bodies, names_unit
from kb.extractors.organisation_patterns import BODY_NOUN
from kb.extractors.roles import is_role
from kb.extractors.telephones import telephones
from kb.records import Passage
from kb.text.caseless import Caseless
from kb.text.dates import MONTHS, find_dates
from kb.text.letters import UPPER

CUE = Caseless(
    r"""
    (?: for\ (?:(?:more|further|additional|media|press)\ ){0,2}
        (?:information|details|(?:press\ |media\ )?(?:inquiries|enquiries|queries|interviews|requests))
        [^.:\n]{0,60}?(?:\bcontact\b|\bcall\b|\bwrite\ to\b|\bturn\ to\b|\breach\b|:)(?:\ us)?
    | (?<!\w)(?:media|press)\ (?:contacts?|enquiries|inquiries|queries|officers?|liaison|relations)
        (?:\ (?:for|in)\ [^.:\n,]{2,40}(?=:))?\s?(?:[:–-]|$)
    | (?<!\w)contacts?\ (?:for\ (?:the\ )?(?:media|press|journalists)|information|persons?)\s?:?
    | (?<![\w-])(?:contact(?:s|os?)?|informes(?:\ y\ [^\W\d_]{3,12})?|press|prensa|preguntar\ por)\s?:
    | (?:^|\n)(?:informaci[oó]n|information)\s?:
    | (?<!\w)(?:further|more|additional)\ information(?:\ from)?\s?:
    | (?<!\w)contact[oa]?\s?\([^()\n]{1,25}\)\s?:
    | (?<!\w)informaci[oó]n\ (?:sobre|de|para)\ [^.:\n]{3,50}:
    | (?<!\w)(?:phone\ )?(?:numbers|n[uú]meros(?:\ de\ tel[eé]fono)?|tel[eé]fonos)\s?:
    | (?<!\w)(?:interesad[oa]s|interested\ (?:families|parties|persons|people|journalists|volunteers)
        |citas|appointments|voluntari[oa]s|volunteers|consultas|questions|queries|enquiries|inquiries|dudas|reservaciones|inscripciones
        |acreditaciones)\s?:
    | \?\s(?:call|write|ring|e-?mail|llam[ae]|marca|marque|escrib[ae]|pregunt[ae])\b(?:\ (?:to|al?|por))?
    | (?<!\w)(?:questions|preguntas|dudas|interviews|entrevistas)
        (?:\ (?:about|on|sobre|de)\ [^.:?\n]{3,50})?\?
    | (?:^|\n)(?:vocer[ií]as?|vocer[oa]s(?:\ y\ vocer[oa]s)?|portavoces|spokespe(?:ople|rsons)|prensa|press)
        \s?(?=\n|$)
    | (?:^|\n)(?:who(?:m)?\ to\ (?:call|contact|write\ to)
        |(?:how\ to\ reach|reach(?:ing)?|contact(?:ing)?|call)\ us
        |a\ qui[eé]n\ (?:llamar|escribir|acudir|dirigirse)|c[oó]mo\ (?:contactar(?:nos|se)|comunicarse)
        |cont[aá]ct[ae](?:nos|nse)|comun[ií]quese(?:\ con\ nosotr[oa]s)?
        |d[oó]nde\ (?:llamar|comunicarse|estamos))\s?[:.]?(?=\n|$)
    | (?<!\w)(?:reporters|journalists|editors|periodistas|encargad[oa]|responsable|vocer[oa]s?|spokespersons?)
        (?:\ (?:para|de|for)\ (?:los\ |the\ )?(?:medios|prensa|media|press))?\s?:
    | (?<!\w)to\ (?:talk|speak)\ to\ [^.:\n]{3,40}:
    | (?<!\w)(?:can|may|should)\ (?:ring|call|telephone|e-?mail|write\ to|ask\ for)\b
    | (?<!\w)(?:pueden|puede|podr[aá]n?)\ (?:llamar|escribir|comunicarse)(?:\ (?:al?|con))?
    | (?<!\w)(?:call|ring|phone|llame|llamar|marque|marcar)(?:\ al?)?(?=\ [+(])
    | (?<!\w)(?:confirmar\ (?:su\ )?asistencia|please\ confirm|registration|rsvp)\b[^.\n]{0,60}?
        (?:\bcon\b|\bto\b|\bwith\b|:)
    | (?<!\w)contact(?:e|ar)\ (?:al?|con)\b
    | (?:^|\n)(?:contacts?|contactos?|media\ contacts?|press\ contacts?)\s?(?=\n|$)
    | (?:m[aá]s|mayor(?:es)?)\ (?:informaci[oó]n|informes|detalles)\ con\b
    | (?:para\ )?(?:m[aá]s|mayor(?:es)?)\ (?:informaci[oó]n|informes|detalles)[^.:\n]{0,60}?
        (?:\bcontact(?:ar|e|o)\b|\bcomun[ií](?:car|qu)[ea]?se\ (?:con|al?)\b|\bescrib(?:a|ir)\b
        |\bdirigirse\ a\b|:|,)
    | para\ (?:entrevistas|solicitudes|solicitar|coordinar|concertar)[^.:\n]{0,60}?
        (?:\bcontact(?:ar|e|o)\b|\bcomun[ií](?:car|qu)[ea]?se\ (?:con|al?)\b|\bescrib(?:a|ir)\b|:|,)
    | (?<!\w)contactos?\ (?:de|para|con)\ (?:la\ |los\ )?(?:prensa|medios|periodistas)
        (?:\ de\ comunicaci[oó]n)?\s?:?
    | (?<!\w)(?:atenci[oó]n|informaci[oó]n)\ (?:de|a|para)\ (?:la\ |los\ )?(?:prensa|medios)\s?:
    | (?<!\w)(?:oficina\ de\ )?(?:prensa|medios(?:\ de\ comunicaci[oó]n)?)\s?:
    | (?:those|anyone|journalists|reporters|families|people|media|editors|press|parents)\b[^.:\n]{0,50}?
        \b(?:can|may|should|are\ (?:asked|invited)\ to)\ (?:ring|call|write\ to|ask\ for|contact|reach
        |telephone|e-?mail)
    | (?:quien(?:es)?|interesad[oa]s|periodistas|medios|familias|personas|padres)\b[^.:\n]{0,60}?
        \b(?:pueden?|podr[aá]n?|deben?)\ (?:llamar|escribir|comunicarse|contactar|dirigirse|preguntar)
        (?:\ (?:al?|con|por))?
    ) \s{0,3} (?:(?:with|a|con|by|to)\ )? (?:[:–-]\s{0,3})?
    """,
    re.VERBOSE,
)
# Words of a sentence that invites; none is a past tense, because "she called 2212-5300" tells a story.
INVITES = re.compile(
    r"""(?<![\w-])(?:
      (?<!\ba\ )(?<!\bthe\ )(?<!\bone\ )
      (?:call|ring|phone|text|write|e-?mail|contact|reach|send|ask|dial|message)(?:\ us)?
      | (?:can|may|should|must)\ be\ (?:made|arranged|scheduled|organi[sz]ed|booked|directed|sent|addressed
        |requested|obtained|had|reported|ordered|reached|emailed)
      | (?:get|be|keep)\ in\ touch | available\ (?:from|at|on|by|for) | apply | rsvp
      | (?:book|arranged?)\ (?:with|through|via)
      | register\ (?:at|with|by) | volunteer | donate | questions
      | (?:enquiries|inquiries|complaints|donations|requests|queries|bookings|applications)
      | llam(?:e|en|ar|arse) | ll[aá]m[ea]n?[nl]os | marqu?en? | marque | marcar
      | escrib(?:a|an|ir|irse|anos|irnos) | escr[ií]b[ae]n?os
      | comun[ií](?:qu[ea]n?se|carse|que) | contact(?:e|en|ar|arse) | cont[aá]ct[ae]n?os
      | pregunt(?:e|en|ar|arse) | solicit(?:e|en|ar|arse|udes) | solicitud
      | p[ií]d[ae](?:n|l[oa]s?)? | pedir(?:se|l[oa]s?)? | env[ií](?:e|en|ar|arse)
      | dir[ií]ja(?:n)?se | dirigir(?:se)? | denunciad[oa]s? | denunci(?:e|en|ar|arse|as) | quej(?:as|arse)
      | consult(?:e|en|as|ar) | confirm(?:e|en|ar) | inscr[ií]b(?:a|anse|irse) | inscripciones | informes
      | donar | donaciones | reportar(?:se|lo)? | dejar\ (?:un\ )?(?:mensaje|recado) | atiend(?:e|en)
    )(?![\w-])(?:\ (?:to|at|on|al?|con|por|from|for)(?!\w))?""",
    re.IGNORECASE | re.VERBOSE,
)
_SENTENCE_END = re.compile(
    r"(?<!\bM[rs])(?<!\bMrs)(?<!\bDr)(?<!\bDra)(?<!\bLic)(?<!\bSr)(?<!\bSra)(?<!\bext)(?<!\btel)(?<!\b\w)[.?!]\s+"
    r"(?=[A-ZÁÉÍÓÚ¿¡\"“«])",
    re.IGNORECASE,
)
_COUNTS = re.compile(  # "2212-5300 of them"
    r"[+(]?\d[\d ().-]{5,20}\s(?:of|times|people|children|families|veces|personas|niñ|familias)\b",
    re.IGNORECASE,
)
# Words that invite where nothing is told of the past: "avise al 2255-0101", "interviews with Ana Paz".
_TOWARDS = re.compile(
    r"(?<![oó])(?<!ado)\sal\s$"
    r"|(?<!\w)(?:(?:interviews?|entrevistas)(?=\s(?:with|con|in|en|are|available|disponibles)\b)"
    r"|spokes(?:people|persons?|m[ae]n|wom[ae]n)|vocer[oa]s?|vocer[ií]as?|portavo(?:z|ces))(?!\w)(?:\s(?:are|is|son|es)(?!\w))?",
    re.IGNORECASE,
)
_NARRATES = re.compile(  # "marcó once veces al 2255-0101"
    r"[^\W\d_]{2}(?:ó|aron|ieron|aba|aban)\b|\b(?:said|told|called|rang|phoned|dial+ed|texted|dijo|dijeron)\b",
    re.IGNORECASE,
)
# What stands between a person and the words that invite: "Ana Paz and Leo Luz; both can be reached at".
_AUXILIARY = re.compile(
    r"(?:[,;]?\s(?:is|are|can|may|will|be|both|either|each|also|who|est(?:ar)?[aá]n?|pueden?|podr[aá]n?|amb[oa]s"
    r"|quien(?:es)?|se))+$"
)
_LONG_MONTHS = "|".join(name for name in MONTHS if len(name) > len("may"))
_OF_MONTH = re.compile(rf"\d\s(?:d[ií]as\s)?(?:de\s|del\smes\sde\s)(?:{_LONG_MONTHS})\b")  # behind a day
_ASKED_AFTER = re.compile(  # behind a number
    r"[^\n;:@]{7,40}?[,.(]\s?(?:ask(?:ing)?\sfor|pregunt(?:e|en|ar|ando)\spor)\s", re.IGNORECASE
)
_OPENED = re.compile(r"\s\((?:[^()]{1,40}[,;:]\s)?$")
_MAIL_HEAD = re.compile(
    r"(?:De|From|Para|To|Cc|Asunto|Subject|Enviado(?:\sel)?|Sent|Reply-To|Responder\sa)\s?:\s", re.IGNORECASE
)
_PAST = re.compile(r"\b(?:fue|fueron|was|were|had|hab[ií]an?|eran?)\b", re.IGNORECASE)
_LONGEST_INVITATION = 180  # characters between the words that invite and the number or address
_MOST_REACHES = 6  # numbers and addresses of a passage that are looked at
# What a longer passage with a cue has somewhere; looking for cues themselves takes ten times as long.
_HINT = re.compile(r"@|[(\[{ ](?:at|arroba)[)\]} ]|\+\s?\d|\d{3,4}[ -]\d{3,4}|[Cc]ontac|CONTAC|:\s*$")
_SHORT = 80
_NUMBER = re.compile(r"[+(]?\d[\d ().-]{5,20}\d")
_OPENING_NUMBER = re.compile(r"^[+(]?\d[\d ().-]{5,20}\s(?=[^\W\d_])")
_TABLE_CUE = re.compile(
    r"[^\n]{0,80}\b(?:name|nombre|contact[oa]?|office|oficina|persona)\b[^\n]{0,80}\|"
    r"[^\n]{0,80}\b(?:phone|telephone|tel[eé]fono|tel|e-?mail|correo)[^\n]{0,80}\n",
    re.IGNORECASE,
)
_LABELS_END = re.compile(rf"(?:{LABELS.pattern})\s?$", re.IGNORECASE)
IN_PLACE = re.compile(
    rf"(?<![\w,])(?:In|En|(?:^|(?<=[:;]\s))(?:in|en))\s(?:the\s)?(?P<place>[{UPPER}][^\W\d]+(?:\s[^\W\d]+){{0,3}})"
    r"(?:\s?[:,(–-]\s*|(?=\s[+(]?\d))"
)
CITY = re.compile(rf"(?:^|\n)(?P<place>[{UPPER}][^\W\d]+(?:\s[^\W\d]+){{0,3}}):\s(?=[{UPPER}(+\d])")
_PRESS = re.compile(
    r"\b(?:prensa|press|comunicaci[oó]n|comunicaciones|communications?|media|medios"
    r"|p[uú]blic(?:as|\srelations))\b",
    re.IGNORECASE,
)
_SMALL_WORD = re.compile(r"(?<![\w@.])[a-záéíóúñü]+(?![\w@.])")
_FEWEST_WORDS = 9  # in small letters, in a sentence
_FEWEST_PLAIN_WORDS = 4  # in one without a label: "The office answered 2212-5300 often."
_PROSE_ENDS = ("?", "!", "”", '"', "»")
_END_OF_RELEASE = re.compile(r"[\W_]*(?:ends?|fin|30)?[\W_]*", re.IGNORECASE)
_NO_CONTACT = re.compile(
    r"(?:about|acerca\sde|sobre|notes?\s(?:to|for)|notas?\s(?:para|a\s(?:los|la))|this\stext\sis|este\stexto\ses"
    r"|follow|s[ií]gue(?:nos)?|visit|visite|twitter|facebook|https?:|www\.)\b",
    re.IGNORECASE,
)
_REGION = re.compile(r"(?:Centroam[eé]rica|Central\sAmerica|C\.\s?A\.?)")
LONGEST_LINE = 200
_LONGEST_BLOCK = 1200
_LONGEST_HEADING = 120
_DEEPEST_LETTERHEAD, _LONGEST_LINE_ABOVE = 8, 90  # passages, characters
_LONGEST_NAME_LINE = 100
_LONGEST_BARE_BLOCK = 320  # characters of a block without a cue
_MOST_LINES = 14
_MOST_BETWEEN = 5  # passages from a person's role or street to her number
_LABEL_ABOVE = 3  # characters before a number: "O 202.555.0195"
_ENDS_SHORTLY = re.compile(r"\b\w{1,2}\.$")  # "Jamaica W.I."
_LAST = 14  # passages from the end in which a block needs no cue
_FIRST = 4


class Block(NamedTuple):
    """The text of one contact block, and where each of its passages begins in it."""

    text: str
    parts: tuple[tuple[int, Passage, int], ...]  # position in text, passage, position in the passage
    cued: bool = True
    heading: str = ""  # the words before it: the cue, the heading above


def blocks(passages: tuple[Passage, ...], bodies: Bodies) -> Iterator[Block]:
    """The contact blocks of a document, in reading order."""
    index = 0
    while index < len(passages):
        bare = index < _FIRST or index >= len(passages) - _LAST
        start = _start(passages[index], bare=bare)
        if start is None:
            index += 1
            continue
        above = _letterhead(passages[:index]) if index < _DEEPEST_LETTERHEAD else ""
        above = above or (_address(passages[index - 1]) if index else "")
        block, used = _block(passages[index : index + _MOST_LINES], start, bodies)
        block = block._replace(heading=f"{above}{block.heading}")
        if block.cued or _tells(block.text, bodies):
            yield block
            index += used
        else:
            index += 1


def tells_day(line: str) -> bool:
    """Whether a line holds a date, however it is worded: "Dado en Tela, a los 14 días del mes de mayo"."""
    return bool(find_dates(line)) or _OF_MONTH.search(line) is not None


def _letterhead(passages: tuple[Passage, ...]) -> str:
    """The lines above a block that stands in a letterhead, which are its heading."""
    if any(len(passage.text) > _LONGEST_LINE_ABOVE for passage in passages):
        return ""
    return "".join(f"{passage.text}\n" for passage in passages if not find_dates(passage.text))


def _address(above: Passage) -> str:
    """The line right above a block, where it can be its address: "Dirección: Calle 8, Ciudad de Panamá"."""
    text = above.text
    short = len(text) <= _LONGEST_LINE_ABOVE and not text.endswith((".", "?", "!", "»", "”"))
    return f"{text}\n" if short and not tells_day(text) and not _NO_CONTACT.match(text) else ""


def _start(passage: Passage, *, bare: bool) -> tuple[int, bool] | None:
    """Where in a passage a block may begin, and whether a cue says so."""
    text = passage.text
    if _MAIL_HEAD.match(text):
        return None
    table = _TABLE_CUE.match(text)
    if table:
        return table.end(), True
    hinted = len(text) <= _SHORT or _HINT.search(text)
    cue = next((cue for cue in CUE.finditer(text) if _is_cue(cue, text)), None) if hinted else None
    invited = _invitation(text, bare=bare) if hinted else None
    if passage.kind == "table" and (cue or invited):
        return 0, True  # a row tells it of its own contact
    if invited and (cue is None or invited[1] < cue.end()):
        return invited[0], True
    if cue:
        told = len(text) <= LONGEST_LINE and _reaches(text[: cue.start()])
        return 0 if told else cue.end(), True  # "Lantern House, +507 203 0141 · press: Ana Paz, ..."
    if (
        bare
        and len(text) <= _LONGEST_BARE_BLOCK
        and (_reaches(text) or not tells_day(text))
        and not _END_OF_RELEASE.fullmatch(text)
        and not _NO_CONTACT.match(text)
        and not _prosaic(text)
    ):
        return 0, False
    return None


def _is_cue(cue: re.Match[str], text: str) -> bool:
    """Whether a cue of running text ("those who wish to help can ring") has a number or address near."""
    behind = text[cue.end() : cue.end() + LONGEST_LINE]
    return (
        not behind.strip()
        or len(text) <= LONGEST_LINE
        or bool(any(addresses(behind)) or any(telephones(behind)) or any(people(behind[:60])))
    )


def _invitation(text: str, *, bare: bool) -> tuple[int, int] | None:
    """Where a sentence begins to say whom to write to or call, and the number; ``bare``: near the end.

    Near the end a label will do: "Las consultas se atienden por correo: datos@faro.example".
    """
    reaches = [address.start for address in islice(addresses(text), _MOST_REACHES)]
    reaches += [number.start for number in islice(telephones(text), _MOST_REACHES)]
    reaches.sort()
    for reach in reaches:
        if _COUNTS.match(text, reach):
            continue
        before = text[max(0, reach - _LONGEST_INVITATION) : reach]
        sentence = _SENTENCE_END.split(before)[-1]
        begin = reach - len(sentence)
        if invites := INVITES.search(sentence) or (
            None if _NARRATES.search(sentence) else _TOWARDS.search(sentence)
        ):
            # "at 822-5501 or by email to ...": the sentence reaches somebody before it invites.
            earlier = [other for other in reaches if begin <= other < begin + invites.end()]
            if earlier or begins_with_person(sentence) or _told_before(sentence[: invites.start()]):
                return begin, min(earlier, default=reach)
            return begin + invites.end(), reach
        labelled = sentence.rstrip().endswith(":") or _LABELS_END.search(sentence)
        if _ASKED_AFTER.match(text, reach):
            return reach - len(sentence.rpartition(": ")[2]), reach
        if bare and (person := _person_beside(sentence)) is not None:
            return begin + person, reach
        told = address_at(text, reach) and not _PAST.search(sentence)
        if bare and (labelled or told):
            return (0 if len(text) <= LONGEST_LINE else begin), reach
    return None


def _person_beside(words: str) -> int | None:
    """Where a person stands who has what follows in brackets: "sent by Ana Paz (ana@faro.example)"."""
    opened = _OPENED.search(words)
    named = [name for name in people(words) if opened and name.end == opened.start()]
    return named[0].start if named else None


def _told_before(words: str) -> bool:
    """Whether a person ends the words before those that invite: "Dr. Ana Paz can be reached at ..."."""
    behind = _AUXILIARY.sub("", words.rpartition(": ")[2].rstrip())
    return any(name.end == len(behind) for name in people(behind))


def _prosaic(text: str) -> bool:
    """Whether a line is a sentence and no address."""
    plain = text.endswith(".") and not LABELS.search(text) and ":" not in text and "@" not in text
    if plain and len(_SMALL_WORD.findall(text)) >= _FEWEST_PLAIN_WORDS:
        return True
    return any(
        len(_SMALL_WORD.findall(line)) >= _FEWEST_WORDS
        or (len(line) > 60 and line.rstrip().endswith(_PROSE_ENDS))
        for line in text.split("\n")
    )


def _block(passages: tuple[Passage, ...], begin: tuple[int, bool], bodies: Bodies) -> tuple[Block, int]:
    """The block that begins in the first passage, and how many passages it takes."""
    start, cued = begin
    text = passages[0].text[start : start + _LONGEST_BLOCK]
    parts = [(0, passages[0], start)]
    for index, passage in enumerate(passages[1:], start=1):
        if not cued and CUE.match(passage.text):
            break
        table = _TABLE_CUE.match(passage.text)
        rows = passage.kind == "table" and cued and _reaches(passage.text)
        goes_on = table or rows or _goes_on(passage.text, bodies)
        goes_on = goes_on or _leads_to_reach(passages[index : index + _MOST_BETWEEN], told=_reaches(text))
        if not goes_on:
            break
        first = table.end() if table else 0
        parts.append((len(text) + 1, passage, first))
        text += "\n" + passage.text[first : first + _LONGEST_BLOCK]
    return Block(text, tuple(parts), cued, passages[0].text[:start][-_LONGEST_HEADING:]), len(parts)


def _goes_on(text: str, bodies: Bodies) -> bool:
    """Whether a passage belongs to the block before it."""
    first = text.partition("\n")[0]
    if len(first) > LONGEST_LINE or _NO_CONTACT.match(first) or _MAIL_HEAD.match(first):
        return False
    if (
        any(addresses(first))
        or LABELS.match(first)
        or any(telephones(first))
        or _END_OF_RELEASE.fullmatch(first)
    ):
        return True
    if is_role(first.split(" ")[0]) and len(first) <= _SHORT and not first.endswith((".", ":")):
        return True
    if _is_town(first) or (bodies and bodies.match(first) and not _prosaic(first)):
        return True
    if len(first) > _LONGEST_NAME_LINE or first.endswith("."):
        return False
    if len(first) <= _SHORT and _begins_reach(text[len(first) : len(first) + LONGEST_LINE].lstrip()):
        return True  # a role above its number
    named = BODY_NOUN.match(first) or directory.name_pattern().match(first) or directory.knows_acronym(first)
    person = any(name.start <= 6 for name in people(first))
    return bool(named or IN_PLACE.match(first) or person or names_unit(first) or _PRESS.search(first))


def _is_town(line: str) -> bool:
    """Whether a line is a place, or a town and its state or country: "Kingston, Jamaica"."""
    return all(
        places.is_place(part.strip(EDGES)) or places.code_of(part.strip(EDGES))
        for part in line.split(",")[:3]
    )


def _leads_to_reach(passages: tuple[Passage, ...], *, told: bool) -> bool:
    """Whether a short passage stands above a number: the role or street of the person named before it.

    ``told``: the block has a number or address already; before its first, several such lines may stand.
    """
    for passage, after in pairwise(passages[:2] if told else passages):
        text = passage.text
        whole = text.endswith((".", ":")) and not _ENDS_SHORTLY.search(text)
        if len(text) > _SHORT or whole or _NO_CONTACT.match(text):
            return False
        line = after.text[:LONGEST_LINE].partition("\n")[0]
        if _begins_reach(line) or any(each.start <= _LABEL_ABOVE for each in telephones(line)):
            return True
    return False


def _begins_reach(text: str) -> bool:
    return bool(address_at(text) or LABELS.match(text) or _NUMBER.match(text))


def _tells(text: str, bodies: Bodies) -> bool:
    """Whether a block without a cue is one: a number or address, beside an office or a person's line."""
    if not _reaches(text):
        return False
    lines = text.split("\n")[:6]
    known = bodies.search(text) if bodies else None
    return bool(_PRESS.search(text) or names_unit(text) or known or any(map(_is_person, lines)))


def _reaches(text: str) -> bool:
    return any(addresses(text)) or any(telephones(text))


def _is_person(line: str) -> bool:
    """Whether a line begins with a person, perhaps behind a city: "Palenque: Brother Ignacio, 916 ..."."""
    line = _OPENING_NUMBER.sub("", line)
    city = CITY.match(line)
    return begins_with_person(line[city.end() :] if city else line)
