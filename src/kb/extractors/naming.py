"""Where a text names people, and what it says of them beside the name.

A name is a run of capitalised words with particles ("Ana de la Cruz", "J. M. O'Neill"). Titles, roles
and acronyms that open the run are taken off it; a run that holds a word of institutions, places or
months is nobody. What stands beside the name, joined to it or set off by commas, is its description
when `roles` finds a role in it.

A run without a description may still be a street or a firm: it is a ``Mention``, but not ``sure``.
All steps look at a bounded stretch around the run, so that any text is read in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kb import places
from kb.extractors import directory
from kb.extractors.capitals import calm
from kb.extractors.organisation_patterns import BODY_NOUN
from kb.extractors.roles import (
    ARTICLES,
    FIELDS_OF_WORK,
    QUALIFIERS,
    Description,
    described,
    is_role,
    up_to_role,
)
from kb.extractors.saying import is_verb, verbs
from kb.records import Document
from kb.text.dates import MONTHS, WEEKDAYS
from kb.text.folding import fold
from kb.text.sentences import sentences
from kb.text.words import STOP_WORDS

UPPER = "A-ZÀ-ÖØ-Þ"
_TOKEN = rf"[{UPPER}](?:\w|['’-](?=\w))*\.?"
_PARTICLE = "(?:de|del|la|las|los|van|von|der|den|da|das|do|dos|di|du|le|el|al|bin|ibn|bint|ben)"
# No name goes over the end of a printed line.
_NICKNAME = rf"(?:[^\S\n][\"“«]{_TOKEN}[\"”»])"
_RUN = re.compile(
    rf"(?<![\w@#/.-]){_TOKEN}(?:{_NICKNAME}?[^\S\n](?:{_PARTICLE}[^\S\n]){{0,3}}{_TOKEN}){{0,9}}"
)
_ORDER = re.compile(rf"[{UPPER}]{{2,5}}")  # of a religious or a doctor behind the name: "Ana Paz SJ"
_WORD = re.compile(r"\S+")
_POSSESSIVE = re.compile(r"['’]s?$")
_SHORT_TITLES = (
    "[Mm]rs? [Mm]s [Mm]x Drs? Dra Sres? Sras? Srta Lic Licda Lcda Lcdo Ing Arq Mtr[ao] Mgtr Prof Profa"
    " Hon Rev Fr Sr Gov Sen Rep Pres Gen Col Capt Lt Sgt Maj Adm Supt Det Insp Dip Psic Abg Gral Cnel Cap"
    " Pbro Dn Dña St"
).split()
# Titles only with a full stop: without it they are words or names.
_DOTTED_TITLES = (
    "Dras Srita Srtas Lics Licdo Msc MSc Mag Mgs Mg Profra Profr Revdo Revda Rvdo Rvda Cmdr Cdr Comdr Cpl"
    " Amb Atty Psicól Abgd[ao] Abog Adv Diput Brig Crnl Tcnel Tte Tnte Tcnl Cptn Cmdte Cmte Sgto Cbo Myr"
    " Almte Phro Pdte Pdta Pte Hna Hno Hnas Hnos Mons Enf Enfra Ptr Econ Biol Quím Antrop Sociól Trab Soc"
    " Mtr Téc Tec Nutr Min Agr Agrón Civ Magdo Mgdo Mgda Cons Emb Embj Excmo Excma Ilmo Ilma Comis Subcom"
    " Ofc Cte Br Bro Dtor Dtora Insptr Bp Abp Ph P Ab"
).split()
_LONG_TITLES = (
    "Miss Madam Madame Sir Lord Lady Dame [Dd]on [Dd]oña [Ss]eñora? [Ss]eñorita [Ll]icenciad[oa]"
    " [Dd]octora? [Mm]aestr[oa] [Ii]ngenier[oa] Sister Brother Father Mother Deacon Elder Imam Rabbi"
    " [Ss]or [Ff]ray [Pp]adre Madre madre [Hh]ermana [Hh]ermano [Mm]onseñor [Mm]osén Excelencia Honorable"
    " Professor [Pp]rofesora? [Nn]iña [Dd]iácono Reverend [Rr]everend[oa] Captain Doctor Monsignor Msgr"
).split()
# T.S., M.Sc., Ph.D., S.E.: degrees and offices written as letters.
_LETTERS = rf"(?:[{UPPER}][a-z]{{0,2}}\.){{2,4}}"
HONORIFIC = (
    rf"(?:{_LETTERS}|(?:{'|'.join(_SHORT_TITLES)})\.?(?!\w)"
    rf"|(?:{'|'.join(_DOTTED_TITLES)})\.|(?:{'|'.join(_LONG_TITLES)})(?!\w))"
)
_HONORIFIC = re.compile(HONORIFIC)
_FEMALE = frozenset(
    "mrs ms miss dra sra srta licda lcda mtra señora doña doctora licenciada maestra sor madre".split()
)
_MALE = frozenset("mr sir lord don señor doctor licenciado maestro fray padre mtro lcdo".split())
# Titles that say what somebody is: they are roles where nothing else is told.
_TITLES_OF_OFFICE = frozenset("professor profesor profesora maestro maestra ingeniero ingeniera".split())
_OFFICES = frozenset(
    "Gov Sen Rep Pres Gen Col Capt Lt Sgt Maj Adm Supt Det Insp Dip Hon Dr Dra Mr Mrs Ms".split()
)
_MALE_IN_A = frozenset("joshua luca nicola borja garcia josua ezra noa jonah mustafa musa isa".split())
_ROMAN = re.compile("[IVXL]{2,6}")
_GENERATION = re.compile("II|III|IV")
_INITIAL = re.compile(rf"[{UPPER}]\.")
_ABBREVIATED = frozenset(["jr", "sr", "ma", "st", "sta", "fco"])
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
    series service services shelter sistema social society solidaridad south southern special spring state
    states station statistics strategy summer summit sur sustainable system taller team television
    territory times today tower training treaty tribunal twitter union unit united universal universidad
    university unidas unidos valley vocational war week welfare western winter women work world year youth
    youtube zona save congregation diocese diocesis parroquia pastoral iglesia amnesty google microsoft
    apple amazon iphone agency federation secretariat parliament directorate ombudsman viceministerio
    subsecretaria asociacion defensoria fiscalia patronato comisaria corte agencia comite federacion
    workers members parties persons minors men girls boys mujeres migrantes trabajadores tel cel email
    whatsapp fax house haven kitchen ministries library lodge clinic desk hotline newsroom legal advocates
    neighbors neighbours sanctuary outreach tracing kids partners posada clinica registro municipal estatal
    departamental district districts
    caucus congressional hearing democrat republican vicaria misioneros misioneras ventanilla linea
    """.split()
)
_NOT_FIRST = (
    STOP_WORDS
    | MONTHS.keys()
    | WEEKDAYS
    | frozenset(
        """
        meanwhile according however although though while because since until unless despite during after
        before besides today yesterday tomorrow still also just even only every each both many most some
        several none nobody everybody everyone here there now then next last first second third finally
        additionally furthermore moreover nevertheless therefore thus hence yes not never always often
        another other others such like unlike among amid across around against under over between
        segun mientras aunque asimismo ademas finalmente posteriormente durante tras luego despues antes
        hoy ayer manana actualmente recientemente incluso cada varios muchos algunos algunas todos
        todas
        otro otra otros otras mediante sobre bajo hacia hasta segundo primero tercero aqui ahi alli
        cabe dijo dice aun asi solo nadie nada ella ellos ellas usted ustedes yo nosotros gracias hola
        indeed perhaps maybe clearly
        one two three four five six seven eight nine ten uno una dos tres cuatro cinco seis siete ocho
        she they them we you he it his her our your their who what which where when why how
        read watch listen see photo foto fotos photos image video source fuente contact contacto
        mr mrs ms dr migrants children kids people experts officials authorities
        """.split()
    )
) - frozenset("mar abril may june abr april will so an don julio augusto august domingo".split())
_BREAK = re.compile(r"[.;:!?“”\"«»()\[\]—–]")
_LONGEST_BESIDE = 160  # characters of a description
_MOST_WORDS_BEFORE = 14
_MORE_NAME = 6  # words of the longest name
_LIST_END = re.compile(r"[.;:!?“”\"«»()\[\]—–‘]|,\s|$")
_RELATIVE_OR_VERB = re.compile(r"\s(?:who|quien|which|that|que)\s")
_FROM_BODY = re.compile(r",?\s(?:of|from|at|with|de|del)\s(?:(?:the|la|el)\s)?")
_IN_BRACKETS = re.compile(r"\s\(([^()]{2,80})\)")
_AGE = re.compile(
    r",\s(?:aged\s|de\s)?\d{1,2}(?:\saños|\syears?\sold|-year-old)?(?:\sde\sedad)?(?=[,.)]|\sde\s|$)"
)
_OF = frozenset("of de del for at".split())
# The news agency of a dateline, to whom people speak: "PANAMA CITY, Oct 19 (Isthmus) -".
_AGENCY = re.compile(rf"\((?P<name>[{UPPER}]\w{{2,20}})\)\s?[.–—-]")
# What stands before the field of an office: "ministro de", "Representative for Honduras and".
_OFFICE_LINKS = frozenset("of for in the and de del en para la el los las y e".split())
_OFFICE_OF = re.compile(
    rf"(?P<role>[^\W\d_]+)\s(?:of|for|in|de|del|en|para)\s(?:(?:the|la|el|los|las)\s)?"
    rf"(?:[{UPPER}]\w+(?:\s[{UPPER}]\w+)?,?\s(?:and|y|e)\s)?$"
)
_SIGN = re.compile(r"[*†‡]")


class Mention(NamedTuple):
    """A name in the text of a passage; ``first`` and ``last`` hold it and what belongs to it."""

    start: int
    end: int
    name: str
    first: int
    last: int
    role: str | None
    organisation: str | None
    sure: bool  # a title or a role stands beside it
    gender: str | None  # "f" or "m" where title, role or name tell


def _nothing(_: str) -> bool:
    return False


class Bodies:
    """The organisations of a document, found again in its descriptions."""

    def __init__(self, document: Document) -> None:
        names = {directory.key(each.name): each.name for each in document.organisations}
        calmed = {calm(name, [], _nothing) for name in names.values() if name.isupper()}
        self._keys = frozenset(names)
        front = " ".join(passage.text[:200] for passage in document.passages[:6])
        agencies = {match["name"] for match in _AGENCY.finditer(front)}
        self.acronyms = frozenset(
            {each.acronym for each in document.organisations if each.acronym} | agencies
        )
        longest = sorted({*names.values(), *calmed, *self.acronyms}, key=len, reverse=True)[:300]
        self._pattern = re.compile(
            rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])" if longest else r"(?!)"
        )

    def __call__(self, text: str) -> list[tuple[int, int]]:
        """Where ``text`` names one of them."""
        return [match.span() for match in self._pattern.finditer(text)]

    def holds(self, name: str) -> bool:
        """Whether ``name`` is an organisation, of the document or of the table."""
        return name in self.acronyms or directory.key(name) in self._keys or directory.named(name) is not None

    def is_acronym(self, word: str) -> bool:
        """Whether ``word`` is an acronym of one of them."""
        return word in self.acronyms or directory.by_acronym(word) is not None


def whole_sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of ``text``, one that a title seems to end joined to the next: "la Abog. Ana Paz"."""
    joined: list[tuple[int, int]] = []
    for start, end in sentences(text):
        if joined and _abbreviates_before(text, joined[-1][1]):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


class _Token(NamedTuple):
    start: int
    end: int
    word: str


def mentions(text: str, bodies: Bodies, surnames: frozenset[str] = frozenset()) -> Iterator[Mention]:
    """The people that ``text`` names, in order; ``surnames`` are people though places bear them too."""
    for match in _RUN.finditer(text):
        for tokens in _parts(match):
            if mention := _mention(text, tokens, bodies, surnames):
                yield mention


def _parts(match: re.Match[str]) -> Iterator[list[_Token]]:
    """The words of a run, parted where a sentence or a possessive ends."""
    part: list[_Token] = []
    for word in _WORD.finditer(match[0]):
        token = _Token(match.start() + word.start(), match.start() + word.end(), word[0])
        bare = word[0].rstrip(".")
        stops = word[0] != bare and not _abbreviates(word[0])
        if stops:
            token = token._replace(end=token.end - 1, word=bare)
        owner = _POSSESSIVE.search(token.word)
        if owner and len(token.word) > 3:
            token = token._replace(end=token.end - len(owner[0]), word=token.word[: owner.start()])
        part.append(token)
        if stops or (owner and len(token.word) > 3):
            yield part
            part = []
    if part:
        yield part


def _abbreviates(word: str) -> bool:
    return bool(_INITIAL.fullmatch(word) or _HONORIFIC.fullmatch(word)) or fold(word[:-1]) in _ABBREVIATED


def _mention(text: str, tokens: list[_Token], bodies: Bodies, surnames: frozenset[str]) -> Mention | None:
    tokens = _without_place(text, tokens)
    opening = _opening(tokens, bodies)
    if not any(_is_office(each.word) for each in tokens[:opening]) and any(
        _is_no_name(each.word, bodies) and not bodies.is_acronym(each.word) for each in tokens[:opening]
    ):
        return None  # "Refugio Monseñor Larios" is a house
    opening = _past_field(text, tokens, opening)
    name, generation = _without_generation(tokens[opening:])
    for index, token in enumerate(name[2:], 2):
        if is_role(token.word) and fold(token.word) not in _SURNAMES:
            name = name[:index]
            break
    while name and name[0].word.islower():
        name.pop(0)
    while name and (name[-1].word.islower() or (len(name) > 2 and _is_order(name))):
        name.pop()
    known = len(name) == 1 and name[0].word in surnames and not _leads_to_place(text, name[0].start)
    if not known and (not _is_name(name, bodies) or _is_place(tokens[max(0, opening - 1) :])):
        return None
    start, end = name[0].start, generation or name[-1].end
    if len(name) == 1 and not opening and text[max(0, start - 4) : start].lower() == "the ":
        return None  # "the Move" is nobody
    return _with_description(text, tokens[:opening], start, end, bodies)


def _without_generation(name: list[_Token]) -> tuple[list[_Token], int | None]:
    """A name without the "III" behind it, and where that ends; two words and more have one."""
    if len(name) > 2 and _GENERATION.fullmatch(name[-1].word):
        return name[:-1], name[-1].end
    return name, None


def _past_field(text: str, tokens: list[_Token], opening: int) -> int:
    """How many words stand before the name, with those of an office: "Minister of Health Ana Paz".

    The field or the place of an office is told by the office before it; the name keeps two words.
    """
    led = _led_by_office(text, tokens[0].start)
    small = any(each.word.islower() for each in tokens[max(0, opening - 1) : opening + 1])
    held = small and any(is_role(each.word) for each in tokens[:opening])
    if not (held or (led and is_role(led["role"]))):
        return opening
    index = opening if held else 0
    while index < len(tokens) and sum(not each.word.islower() for each in tokens[index:]) > 2:
        word = tokens[index].word
        particle = word.islower() and index + 1 < len(tokens)
        two = " ".join(each.word for each in tokens[index : index + 2])
        if not particle and names_place(two) and sum(not each.word.islower() for each in tokens[index:]) > 3:
            index += 2
        elif particle or fold(word) in FIELDS_OF_WORK or names_place(word):
            index += 1
        else:
            break
    while index > opening and tokens[index - 1].word.islower():
        index -= 1  # a particle is the name's
    return max(index, opening)


def _led_by_office(text: str, at: int) -> re.Match[str] | None:
    before = text[max(0, at - 5) : at].split()[-1:]
    links = bool(before) and before[0] in _OFFICE_LINKS
    return _OFFICE_OF.search(text, max(0, at - 60), at) if links else None


def _is_order(name: list[_Token]) -> bool:
    """Whether a name in ordinary letters ends with those of an order or a degree."""
    return bool(_ORDER.fullmatch(name[-1].word)) and not name[0].word.isupper()


def _without_place(text: str, tokens: list[_Token]) -> list[_Token]:
    """The words behind a place that "in" leads to: "said in Tapachula Ana Paz"."""
    if _leads_to_place(text, tokens[0].start):
        for size in range(1, min(4, len(tokens) - 1)):
            if _is_place(tokens[:size]):
                return tokens[size:]
    return tokens


def _leads_to_place(text: str, at: int) -> bool:
    before = text[max(0, at - 9) : at].split()[-1:]
    return bool(before) and before[0].lower() in {"in", "en", "from", "desde"}


def _is_office(word: str) -> bool:
    return is_role(word) or word.rstrip(".") in _OFFICES


def _is_place(tokens: list[_Token]) -> bool:
    return names_place(" ".join(token.word for token in tokens))


@lru_cache(maxsize=1 << 14)
def names_place(printed: str) -> bool:
    """Whether what is printed is the name of a country or a city."""
    return places.place_code(printed) is not None or places.code_of(printed) is not None


def _is_title(word: str) -> bool:
    return bool(_HONORIFIC.fullmatch(word)) or is_role(word)


# Roles that are surnames too, or plain nouns: they open a name only where nothing stands before them.
_SURNAMES = frozenset(
    """
    adolescent baker bishop boss boy brother carter chef child cook driver farmer father girl guard judge
    king migrant migrante mother nina nino pope prince princess queen refugee refugiado sister son student
    victim worker youth
    """.split()
)


def _opening(tokens: list[_Token], bodies: Bodies) -> int:
    """How many words of a run stand before the name: titles, roles, acronyms, a sentence's first words."""
    count = 0
    for index, token in enumerate(tokens[:-1]):
        word = token.word
        folded = fold(word).strip(".")
        leads = index == count and (
            folded in _NOT_FIRST or folded in QUALIFIERS or (bodies.is_acronym(word) and len(word) > 1)
        )
        leads = leads or (index == count and (folded in _SURNAMES or is_verb(word)))
        title = _HONORIFIC.fullmatch(word) or (is_role(word) and folded not in _SURNAMES)
        if (
            leads
            or title
            or (
                index == count
                and index
                and bodies.is_acronym(tokens[index - 1].word)
                and places.place_code(word)
            )
        ):
            count = index + 1
    return count


def _is_name(name: list[_Token], bodies: Bodies) -> bool:
    if not name or len([token for token in name if not token.word.islower()]) > _MORE_NAME:
        return False
    words = [token.word for token in name]
    printed = " ".join(words)
    if any(_is_no_name(word, bodies) for word in words) or BODY_NOUN.match(printed):
        return False
    if len(words) == 1:
        if len(printed) < 2 or fold(printed) in _NOT_FIRST or is_role(printed):
            return False
        if printed.isupper():
            return False
    return not (bodies.holds(printed) or names_place(printed))


def _is_no_name(word: str, bodies: Bodies) -> bool:
    folded = fold(word)
    if word.isupper() and len(word) > 1 and not word.endswith(".") and bodies.is_acronym(word):
        return True
    return folded in INSTITUTIONS or bool(_ROMAN.fullmatch(word)) or any(letter.isdigit() for letter in word)


# -- Beside the name --------------------------------------------------------------------------


def _with_description(text: str, opening: list[_Token], start: int, end: int, bodies: Bodies) -> Mention:
    sign = _SIGN.match(text, end)
    behind = sign.end() if sign else end
    first, titled, before = _before(text, opening[0].start if opening else start, start, bodies)
    last, after = _after(text, behind, bodies)
    title = text[first:start].split()
    role = before.role or after.role
    organisation = before.organisation or after.organisation
    return Mention(
        start=start,
        end=end,
        name=text[start:end],
        first=first,
        last=last,
        role=role,
        organisation=organisation,
        sure=titled or bool(role) or bool(organisation) or last > behind,
        gender=_gender(title, text[start:end]),
    )


def _gender(title: list[str], name: str) -> str | None:
    """What the article, the title or a given name in -a says; many women's names end in -o."""
    words = {fold(word).strip(".,") for word in title[-1:]}
    article = title[0].lower() if title else ""
    if words & _FEMALE or article in {"la", "una"}:
        return "f"
    if words & _MALE or article in {"el", "un"}:
        return "m"
    given = fold(name.split(maxsplit=1)[0])
    return "f" if given.endswith("a") and given not in _MALE_IN_A else None


def _before(text: str, run: int, start: int, bodies: Bodies) -> tuple[int, bool, Description]:
    """Where the words before a name begin that describe it, whether a title does, and what they say."""
    clause = _floor(text, max(0, start - _LONGEST_BESIDE), start)
    titles = _titles(list(_WORD.finditer(text, clause, start)), start)
    comma = titles <= run and text[max(0, titles - 2) : titles] == ", "
    end = titles - 2 if comma else start
    if comma:
        clause = _floor(text, max(0, start - _LONGEST_BESIDE), end)
    words = list(_WORD.finditer(text, clause, end))[-_MOST_WORDS_BEFORE:]
    index = _role_phrase(words, bodies, joined=not comma)
    if index is not None:
        begin = words[index].start()
        phrase = described(_untitled(text[begin:end]), bodies)
        if phrase.role or phrase.organisation:
            return begin, True, phrase
    return titles, titles < start, Description(None, None)


def _floor(text: str, floor: int, end: int) -> int:
    """Where the clause begins that ends at ``end``: behind a mark, a comma or a verb of saying."""
    for match in _BREAK.finditer(text, floor, end):
        abbreviated = match[0] == "." and _abbreviates_before(text, match.end())
        if not abbreviated:
            floor = match.end()
    comma = text.rfind(", ", floor, end)
    if comma >= 0:
        floor = comma + 2
    for _, stop in verbs(text, floor, end):
        floor = stop
    return floor


def _abbreviates_before(text: str, end: int) -> bool:
    word = text[max(0, end - 8) : end].split()[-1:]
    return bool(word) and _abbreviates(word[0].lstrip("("))


def _titles(words: list[re.Match[str]], start: int) -> int:
    """Where the honorifics and their article begin in front of a name."""
    first = start
    for word in reversed(words):
        titled = _HONORIFIC.fullmatch(word[0]) is not None
        if not titled and not (first < start and word[0].lower() in ARTICLES):
            break
        first = word.start()
    return first


def _untitled(phrase: str) -> str:
    """``phrase`` without honorifics at its end and the small words at its beginning."""
    words = phrase.split()
    while words and _HONORIFIC.fullmatch(words[-1]) and fold(words[-1]) not in _TITLES_OF_OFFICE:
        words.pop()
    while words and fold(words[0]) in _NOT_FIRST and words[0].lower() not in ARTICLES:
        words.pop(0)
    return " ".join(words)


def _role_phrase(words: list[re.Match[str]], bodies: Bodies, *, joined: bool) -> int | None:
    """Which of ``words`` begins the phrase with a role that ends with them."""
    if not words or (joined and not _ties(words, bodies)):
        return None
    chosen = None
    for index in range(len(words) - 1, -1, -1):
        if not is_role(words[index][0].strip("’'")):
            continue
        begin = _phrase_start(words, index, bodies)
        chosen = begin
        opener = fold(words[begin - 1][0]) if begin else ""
        if opener not in _OF and fold(words[begin][0]) != "del":
            break
    if chosen is None or joined:
        return chosen
    opens = words[chosen][0]
    articled = opens.lower() in ARTICLES or opens[0].isupper()
    return chosen if articled else None


def _ties(words: list[re.Match[str]], bodies: Bodies) -> bool:
    """Whether the word right before a name belongs to it: a role, or the end of a phrase with one."""
    last = words[-1][0]
    if is_role(last) or _HONORIFIC.fullmatch(last) or bodies.is_acronym(last):
        return True
    folded = fold(last)
    if not any(is_role(word[0]) for word in words[:-1]) or folded in STOP_WORDS:
        return False
    return folded in QUALIFIERS or places.code_of(last) is not None or last[0].isupper()


def _phrase_start(words: list[re.Match[str]], index: int, bodies: Bodies) -> int:
    """Where the phrase of the role at ``index`` begins: at its article, or with its qualifiers."""
    if index and words[index - 1][0].strip(",").lower() in {"part", "parte"}:
        return index  # "said for her part sister Ana Paz"
    for back in range(1, 6):
        if index - back >= 0 and words[index - back][0].lower() in ARTICLES:
            plain = up_to_role([word[0] for word in words[index - back + 1 : index + 1]]) is not None
            # "In her concurring opinion Judge Paz": what is small before a capital is another phrase.
            beside = words[index - 1][0]
            plain = plain and not (words[index][0][0].isupper() and back > 1 and _is_plain(beside))
            return index - back if plain else index
        if index - back < 0 or fold(words[index - back][0]) in STOP_WORDS:
            break
    while index > 0:
        word = words[index - 1][0]
        bare = _POSSESSIVE.sub("", word)
        qualifies = (
            fold(bare) in QUALIFIERS or (is_role(bare) and bare.islower()) or places.code_of(bare) is not None
        )
        proper = bare[0].isupper() and fold(bare) not in _NOT_FIRST
        if not (qualifies or proper or bodies.is_acronym(bare)):
            break
        index -= 1
    return index


def _is_plain(word: str) -> bool:
    """Whether a word is printed small and qualifies no role."""
    bare = _POSSESSIVE.sub("", word)
    return bare.islower() and fold(bare) not in QUALIFIERS and not is_role(bare)


def _after(text: str, end: int, bodies: Bodies) -> tuple[int, Description]:
    """Where the words behind a name end that describe it, and what they say."""
    nothing = Description(None, None)
    last = end
    if age := _AGE.match(text, end):
        last = age.end()
    bracket = _IN_BRACKETS.match(text, last)
    if bracket:
        inside = described(bracket[1], bodies)
        if inside.role or inside.organisation or bracket[1].strip().isdigit():
            return bracket.end(), inside
    if text.startswith(", ", last):
        stop = _apposition_end(text, last + 2, bodies)
        phrase = text[last + 2 : stop]
        found = described(phrase, bodies) if _may_describe(phrase) else nothing
        if found.role or (found.organisation and _FROM_BODY.match(text, last)):
            return stop, found
    if link := _FROM_BODY.match(text, last):
        spans = [span for span in bodies(text[link.end() : link.end() + 120]) if span[0] == 0]
        if spans:
            size = max(span[1] for span in spans)
            return link.end() + size, described(text[last : link.end() + size], bodies)
    return last, nothing


def _apposition_end(text: str, start: int, bodies: Bodies) -> int:
    window = text[start : start + _LONGEST_BESIDE]
    spans = bodies(window)
    for match in _LIST_END.finditer(window):
        inside = any(begin < match.start() < stop for begin, stop in spans)
        abbreviated = match[0] == "." and match.start() > 0 and _abbreviates_before(window, match.end())
        if not (inside or abbreviated):
            stop = match.start()
            break
    else:
        stop = len(window)
    if relative := _RELATIVE_OR_VERB.search(window, 0, stop):
        stop = relative.start()
    for begin, _ in verbs(window, 0, stop):
        stop = begin
        break
    return start + len(window[:stop].rstrip())


def _may_describe(phrase: str) -> bool:
    """Whether a phrase behind a comma begins like an apposition and not like a clause."""
    words = phrase.split()
    if not words:
        return False
    first = words[0].lower()
    if first in {"whose", "cuyo", "cuya", "cuyos", "cuyas"}:
        return False
    if first in ARTICLES or first in {"of", "de", "del", "from", "with"}:
        return True
    return any(is_role(word.strip(",.’'")) for word in words[:4])
