"""Who a phrase is: a person by name, a pronoun, a role or a body, read from where its words begin.

"Ana Paz", "la directora del DIF, Ana Paz", "study lead author Ana Paz", "she", "a spokesperson for the
Ministry of Health" and "UNICEF" are subjects; a phrase whose noun is no role is none. References are
not followed here: that needs to know who spoke before, which `attribution` does.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kb import places
from kb.extractors import saying
from kb.extractors.honorifics import HONORIFIC
from kb.extractors.name_words import NOT_FIRST
from kb.extractors.naming import Mention
from kb.extractors.organisation_patterns import BODY_NOUN
from kb.extractors.roles import ARTICLES, QUALIFIERS, described, is_role, up_to_role
from kb.extractors.scene import Scene, Voice
from kb.text.folding import fold
from kb.text.letters import UPPER

_PRONOUN = re.compile(r"(?:(?P<f>she|ella)|(?P<m>he|él)|they|ell[oa]s)(?![\w’'])", re.IGNORECASE)
ARTICLE = (
    r"(?:the|an?|el|la|una?|su|her|his|their|its|our|nuestr[oa]|one|another|otr[oa]s?|un[ao]\sde\sl[oa]s"
    r"|one\sof\sthe)"
)
_ROLE_PHRASE = re.compile(
    rf"(?P<article>{ARTICLE}\s)?(?P<words>(?:[^.,;:!?“”\"«»()—\n]|(?-i:(?<=\bU)\.(?=\s?S\.)|(?<=\bU\.S)\.|(?<=\bU\.\sS)\.)){{3,160}})",
    re.IGNORECASE,
)
_TITLES = re.compile(rf"(?:{ARTICLE}\s)?(?:{HONORIFIC}\s){{0,3}}")
_DEFINITE = re.compile(r"(?:(?:the|el|la|los|las)\s)?", re.IGNORECASE)
_SPANISH_ARTICLE = re.compile(r"(?:el|la|una?|su|otr[oa]s?)\s", re.IGNORECASE)
_OWNED = re.compile(r"(?:su|his|her|their|its|our|nuestr[oa])\s", re.IGNORECASE)
_INDEFINITE = re.compile(r"(?:an?|una?|one|another|otr[oa]|un[ao]\sde\slos|one\sof\sthe)\s", re.IGNORECASE)
_LONGEST_NAME = 60  # characters
_LONGEST_TITLE = 8  # characters of a title between a role and a name
_LED = re.compile(r"(?:(?:the|a|an)\s)?(?:[A-Z][a-z]+\s)?(?:[a-z\d][\w-]*,?\s|CEO\s){0,4}")
PREPOSITIONS = frozenset(
    "a al con de del to with of about sobre for para por by from in at en on ante tras contra against que"
    " that".split()
)
_SPOKEN_TO = re.compile(r"\s(?:al?|to|with|con)\s")  # "preguntó una estudiante a la directora, doctora Paz"
_POSSESSIVE = re.compile(r"['’]s?\s")
_COMMA = re.compile(r",\s?(?=[^\W\d_])")
_JOINS = re.compile(r"\s(?:y|and)\s")
_NEW_CLAUSE = re.compile(r"(?:y|e|o|and|or|but|pero|según|according|mientras|while|who|quien|que)\s")
_STOP = re.compile(r"[.;:!?“”\"«»—\n]")
_LONGEST_DESCRIPTION = 160  # characters between a role and the name behind it
_PHRASE_STOP = re.compile(
    r"\s(?:identificad[oa]|identified|who|whom|whose|quien|que|that|which|what|how|why|where|qué|cómo|quién|dónde|cuando|when|while|mientras|durante|during|tras|after|al|hoy|ayer"
    r"|today|yesterday"
    r"|on\s(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:el|este)\s(?:lunes|martes|mi[eé]rcoles|jueves"
    r"|viernes|s[aá]bado|domingo)"
    r"|in\san?\s(?:statement|interview|speech|press|letter|tweet)|en\s(?:un|una|conferencia|entrevista)"
    r"|(?:y|and)\s(?:sus?|his|her|their|its)|(?:se|lo|les?|es|era|fue|está|estaba|tiene|tenía|ha|había|is|was|has|had)"
    r"|to\s(?:reporters|journalists)"
    r"|a\s(?:medios|periodistas|los\smedios)|ante)\b",
    re.IGNORECASE,
)


# Somebody whom the text gives no name and no office: "one of them", "a 16-year-old from Honduras".
_UNNAMED = re.compile(
    r"(?P<who>(?:un[ao]|otr[oa]|one|another|some|vari[oa]s|algun[oa]s|several|many|much[oa]s)\s(?:of|de(?:\sentre)?)\s"
    r"(?:them|us|ell[oa]s|nosotr[oa]s)|alguien|someone|somebody|one\sof\sthose(?:\s(?:present|there|who\scame|[a-z]{3,12}(?=,)))?"
    r"|(?:one|another|un[ao]|otr[ao])(?=\s?[,:;.]|$)|(?:one|another|un[ao]|otr[oa])\sde\s(?:l[oa]s|sus|nuestr[oa]s)\s[^\W\d_]{3,20}|(?:one|another)\sof\s(?:the|his|her|their|its|our)\s[^\W\d_]{3,20}|(?:an?|the|another)\s(?:\w+\s)?(?:\d{1,2}|[a-z]{3,9})-year-old(?:\sfrom\s(?-i:[A-Z]\w+(?:\s[A-Z]\w+){0,2}))?"
    r"|(?:el|la|un[ao]?|otr[oa])\s(?:más\s)?(?:pequeñ|chiquit|chic|niñ|menor|nen|gemel|quinceañer|mayorcit)[oa]?"
    r"(?:\sde\s(?:ell[oa]s|tod[oa]s|l[oa]s\s\w+|\d{1,2}\saños))?"
    r"|(?:an?|one|another|una?|otr[oa])\s[a-záéíóúñü-]{3,20}(?:\s[a-záéíóúñü-]{3,20}){0,2}(?:\s(?:from|in|of|de|del|en)\s[^\W\d_]{2,20}(?:\s[^\W\d_]{2,20}){0,3})?"
    r"(?=\s?,\s(?:who|quien|identified|identificad[oa])\s)"
    r"|(?:an?|one|another)\s(?:[a-z-]{3,14}\s)?(?:woman|man)(?=\s(?!named|called)[a-z])(?:\sfrom\s(?-i:[A-Z][\w-]+(?:\s[A-Z]\w+)?))?"
    r"|(?:the|an?)\s(?:youngest|oldest|smallest|eldest|younger|older|little)(?:\sone)?(?:\sof\s(?:them|all))?)(?!\w)",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"(?:the|los|las|both|amb[oa]s)\s(?:two\s|three\s|dos\s|tres\s)?(?P<who>[^\W\d_]{3,20}s)(?!\w)",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"(?P<article>the|el|la)\s(?P<who>(?:man|woman|hombre)(?!\s(?:who|of|in|from|with|de|que|en|con)\b)"
    r"|(?:\d{1,2}|[a-z]{3,9})-year-old(?:\s(?:boy|girl|teen(?:ager)?|youth|student))?"
    r"|(?P<people>[^\W\d_]{5,16}))(?!\w)",
    re.IGNORECASE,
)
_TELLS = re.compile(r"\s?(?:[.;:)—]|,?\s?$|,\s(?:quien|who)\s|,?\sde\s\d{1,2}\saños)")
_IS_OR_COMMA = re.compile(r",\s|\s(?:is|was|es|era|fue|está|se\sllama)\s")
_FEMALE = re.compile(r"(?:una|otra|la)\s", re.IGNORECASE)
_MALE = re.compile(r"(?:uno|otro|el)\s", re.IGNORECASE)
_GROUP = re.compile(
    r"(?:un[ao]|otr[oa]|one|another)\s(?:de\s(?:l[oa]s|sus|nuestr[oa]s)|of\s(?:the|his|her|their|its|our))\s",
    re.IGNORECASE,
)
# Somebody of whom only the first letters are printed: "Ms. A.M.T.", "la niña J. R.".
_INITIALS = re.compile(
    rf"(?:(?:the|la|el)\s)?(?:(?:Ms|Mrs?|Mx|Sra?|Srta)\.?|girl|boy|niñ[oa]|joven|adolescente?|señora?)\s"
    rf"(?P<name>(?:[{UPPER}]\.){{2,4}}|[{UPPER}]\.(?:\s[{UPPER}]\.){{1,3}})(?=[\s,:]|$)"
)


# "The agency answered", "la coalición escribió": a body that has its name elsewhere.
_BODY = re.compile(
    r"(?:the|la|el|this|est[ae]|our|said|dicha|dicho)\s(?:[a-záéíóúñ]{4,14}\s)?(?:agency|organi[sz]ation|coalition|network|court|council"
    r"|government|ministry|department|union|foundation|committee|commission|tribunal|directorate|secretariat|company"
    r"|institute|institution|alliance|collective|association|clinic|consulate|embassy|administration|office|board"
    r"|dependencia|organismo|instituci[oó]n|organizaci[oó]n|coalici[oó]n|red|corte|tribunal|gobierno|ministerio|secretar[ií]a"
    r"|fundaci[oó]n|comit[eé]|comisi[oó]n|consejo|alianza|colectivo|asociaci[oó]n|instituto|consulado|embajada|oficina"
    r"|procuradur[ií]a|defensor[ií]a|fiscal[ií]a|canciller[ií]a|empresa|agencia)(?![\w’'])(?!\s(?:of|de|del|for|para)\s)",
    re.IGNORECASE,
)
# Behind the noun of "the Court" and "la Comisión", which mean a body named elsewhere.
_ENDS_NAME = re.compile(rf"(?!\w)(?!\s(?:(?:of|for|on|de|del|para|la|los)\s)?[{UPPER}])")


_SPANISH_PAST = re.compile(r"\s[a-zñáéíú]{3,20}(?:ó|aron|ieron)(?!\w)")
_VERBS_OF_BEING = frozenset("fue era es ha is was were are fueron eran son being been sido siendo".split())


class Subject(NamedTuple):
    """Who is meant, before references are followed; ``end`` is where the words end."""

    kind: str  # name, pronoun, role, body, thing
    end: int
    mention: Mention | None = None
    voice: Voice = Voice()
    gender: str | None = None
    definite: bool = True
    bare: bool = False  # a role without an article, as in headlines
    owned: bool = False  # somebody's: "his lawyer"


class Subjects:
    """Reads the subjects of a document's sentences."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def at(self, passage: int, at: int, end: int) -> Subject | None:
        """The person, pronoun, role or organisation whose words begin at ``at``."""
        text = self._text(passage)
        if text.startswith("a ", at) and self._scene.document.language == "es":
            return None  # "le dijo a Ana Paz": to whom
        mention = self._scene.starting(passage, at) or self._behind_article(passage, at)
        if mention and mention.start < end and not self.owns(passage, mention, end):
            return Subject("name", max(mention.last, mention.end), mention)
        pronoun = _PRONOUN.match(text, at, end)
        if pronoun:
            return Subject("pronoun", pronoun.end(), gender=pronoun.lastgroup)
        role = self.role(passage, at, end)
        named = (
            self._named_behind(passage, at, role, end) or self._named_within(passage, role) if role else None
        )
        if role and role.bare:
            led = self._led_name(passage, at, min(end, role.end + _LONGEST_TITLE))  # "staff attorney Ana Paz"
            plain = (
                led and led.mention and not PREPOSITIONS.intersection(text[at : led.mention.first].split())
            )
            named = led if plain else named
        return (
            named
            or role
            or self.unnamed(passage, at, end)
            or self.body(passage, at, end)
            or self._led_name(passage, at, end)
        )

    def _led_name(self, passage: int, at: int, end: int) -> Subject | None:
        """A name some words on that describe it: "study lead author Ana Paz", "the 14-year-old Paz"."""
        text = self._text(passage)
        for mention in self._scene.between(passage, at, min(end, at + 80))[:1]:
            lead = text[at : mention.first]
            words = lead.split()
            led = words and _LED.fullmatch(lead) and words[0].lower() not in PREPOSITIONS
            free = led and not self.owns(passage, mention, end)
            if free and self.is_person(mention) and not saying.verbs(text, at, mention.first):
                return Subject("name", mention.last, mention)
        return None

    def _named_behind(self, passage: int, at: int, role: Subject, end: int) -> Subject | None:
        """The name behind a long description: "el jefe del Servicio en la provincia, comisionado Paz"."""
        text = self._text(passage)
        joins = _JOINS.match(text, role.end)
        if joins and not any(map(is_role, text[joins.end() : end].split(maxsplit=1)[:1])):
            return None  # "La investigadora y su equipo"
        for comma in _COMMA.finditer(text, role.end, min(end, role.end + _LONGEST_DESCRIPTION)):
            if _NEW_CLAUSE.match(text, comma.end()):
                return None
            if _STOP.search(text, role.end, comma.start()) or saying.verbs(text, role.end, comma.end()):
                return None
            led = self._led_name(passage, comma.end(), end)
            beside = joins or (comma.start() == role.end and not _SPOKEN_TO.search(text, at, role.end))
            titled = self._behind_article(passage, comma.end()) if beside else None
            mention = self._scene.starting(passage, comma.end()) or titled or (led.mention if led else None)
            if mention and not saying.verbs(text, role.end, mention.first):
                break
        else:
            return None
        described = mention._replace(
            role=role.voice.role, organisation=role.voice.organisation or mention.organisation
        )
        return Subject("name", mention.last, described)

    def _named_within(self, passage: int, role: Subject) -> Subject | None:
        """The full name that ends the words of a role: "la anciana tohono o'odham Ana Paz"."""
        text = self._text(passage)
        for mention in self._scene.between(passage, role.end - _LONGEST_NAME, role.end):
            led = text[max(0, mention.start - _LONGEST_NAME) : mention.start].split()[-1:]
            full = " " in mention.name and mention.end == role.end
            if full and led and led[0].lower() not in PREPOSITIONS | ARTICLES | {"y", "and"}:
                return Subject("name", mention.last, mention)
        return None

    def owns(self, passage: int, mention: Mention, end: int) -> bool:
        """Whether a name tells only whose the person is who speaks: "Ana Paz's lawyer, Tom Hill"."""
        text = self._text(passage)
        behind = _POSSESSIVE.match(text, mention.end, end)
        return behind is not None and self.role(passage, behind.end(), end) is not None

    def _behind_article(self, passage: int, at: int) -> Mention | None:
        text = self._text(passage)
        opening = _TITLES.match(text, at)
        return self._scene.starting(passage, opening.end()) if opening and opening.end() > at else None

    def role(self, passage: int, at: int, end: int) -> Subject | None:
        """The role whose words begin at ``at``, with or without an article."""
        text = self._text(passage)
        phrase = _ROLE_PHRASE.match(text, at, end)
        if phrase is None:
            return None
        stop = _phrase_end(text, phrase.start("words"), phrase.end())
        words = text[phrase.start("words") : stop]
        before = up_to_role(words.split())
        if before is None or (len(before) > 1 and not (phrase["article"] or words[:1].isupper())):
            return None
        if before and not phrase["article"] and _opens_clause(before[0]):
            return None
        spanish = _SPANISH_ARTICLE.match(phrase["article"] or "")
        if any(word.lower() in ARTICLES for word in before) or (
            spanish and not all(fold(word) in QUALIFIERS for word in before)
        ):
            return None
        told = described(words, self._scene.bodies)
        if told.role is None:
            return None
        article = phrase["article"] or ""
        gender = {"la ": "f", "una ": "f", "el ": "m", "un ": "m"}.get(article.lower())
        return Subject(
            "role",
            at + len(text[at:stop].rstrip()),
            voice=Voice(None, told.role, told.organisation, gender),
            gender=gender,
            definite=not _INDEFINITE.match(article),
            bare=not article,
            owned=_OWNED.match(article) is not None,
        )

    def unnamed(self, passage: int, at: int, end: int) -> Subject | None:
        """Somebody without name and office whose words begin at ``at``; initials are the name."""
        text = self._text(passage)
        if initials := _INITIALS.match(text, at, end):
            return Subject("role", initials.end(), voice=Voice(initials["name"]), definite=False)
        if again := self._again(text, at, end):
            return again
        found = _UNNAMED.match(text, at, end)
        if found and (link := _IS_OR_COMMA.match(text, found.end(), end)):
            # "one of them, the driver Ana Paz", "One of them is Ana Paz"
            apposed = self.at(passage, link.end(), end)
            if apposed and apposed.mention:
                return apposed._replace(mention=apposed.mention._replace(sure=True))
        if found:
            who = found["who"]
            gender = "f" if _FEMALE.match(who) else "m" if _MALE.match(who) else None
            group = _GROUP.match(who)
            voice = Voice(None, who[group.end() :] if group else who, None, gender)
            return Subject("role", found.end(), voice=voice, definite=False)
        return None

    def together(self, passage: int, at: int, end: int) -> Subject | None:
        """People told by what they are together: "the senators", "los dos alcaldes"; the role is of one."""
        many = _TOGETHER.match(self._text(passage), at, end)
        if many is None:
            return None
        word = many["who"]
        singular = next((one for one in (word[:-1], word[:-2]) if is_role(one)), None)
        meant = self._scene.together(singular, (passage, at)) if singular else None
        return Subject("role", many.end(), voice=meant, definite=False) if meant else None

    def _again(self, text: str, at: int, end: int) -> Subject | None:
        """Somebody told of before, by age or country alone: "the 17-year-old", "la hondureña"."""
        again = _AGAIN.match(text, at, end)
        if again is None:
            return None
        if again["people"]:
            told = places.code_of(again["people"]) and _TELLS.match(text, again.end())
            verb = saying.verb_at(text, again.end() + 1, end)
            if not told and not (places.code_of(again["people"]) and verb):
                return None
        gender = {"la": "f", "el": "m"}.get(again["article"].lower())
        return Subject("role", again.end(), voice=Voice(None, again["who"], None, gender), gender=gender)

    def body(self, passage: int, at: int, end: int) -> Subject | None:
        """The organisation whose name begins at ``at``."""
        text = self._text(passage)
        article = _DEFINITE.match(text, at)
        begin = article.end() if article else at
        if not text[begin : begin + 1].isupper():
            unnamed = _BODY.match(text, at, end)
            return Subject("body", unnamed.end()) if unnamed else None
        window = text[begin : min(end, begin + 160)]
        stops = [stop for start, stop in self._scene.bodies(window) if start == 0]
        articled = begin > at or text[max(0, at - 4) : at].lower().strip() in {"del", "al"}
        short = BODY_NOUN.match(window) if not stops and articled else None
        if short and _ENDS_NAME.match(window, short.end()):
            return Subject("body", begin + short.end(), voice=Voice(None, None, short[0]))
        if not stops:
            return None
        name = window[: max(stops)]
        return Subject("body", begin + len(name), voice=Voice(None, None, name))

    def is_person(self, mention: Mention) -> bool:
        """Whether a name is more than the first word of a sentence."""
        return mention.sure or " " in self._scene.full_name(mention) or mention.name in self._scene.told

    def _text(self, passage: int) -> str:
        return self._scene.passages[passage].text


def _opens_clause(word: str) -> bool:
    """Whether a word before a role begins a clause and no phrase: "Fue detenido", "Then director"."""
    folded = fold(word)
    return folded in _VERBS_OF_BEING or (folded in NOT_FIRST and folded not in QUALIFIERS)


def _phrase_end(text: str, start: int, stop: int) -> int:
    """Where a noun phrase ends: before a verb of saying, a relative clause or an adjunct."""
    ends = [begin for begin, _ in saying.verbs(text, start, stop)[:1]]
    cut = _PHRASE_STOP.search(text, start, stop)
    ends += [cut.start()] if cut else []
    past = _SPANISH_PAST.search(text, start, stop)
    ends += [past.start()] if past else []
    return min(ends, default=stop)
