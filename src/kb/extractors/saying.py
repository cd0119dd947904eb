"""The words that say that somebody speaks: verbs of saying, and phrases such as "according to".

Verbs are listed by their base and conjugated by rule in the forms that introduce speech: the third
persons of the present and the past. What is irregular is listed as it stands. Accents matter, because
"explicó" speaks and "explico" does not; only right behind a quotation may a verb have lost its accent.
"""

from __future__ import annotations

import re

from kb.text.folding import fold

_ENGLISH = """
    acknowledge add advise affirm agree announce answer appeal argue ask assert assure boast call caution
    clarify comment complain concede conclude confirm continue counter criticise criticize cry declare
    demand describe disclose emphasise emphasize exclaim explain express highlight indicate inform insist
    joke lament maintain mention murmur mutter narrate note observe plead pledge point predict proclaim
    promise propose protest recall recommend recount reflect regret relate remark remember remind repeat
    reply report respond reveal shout signal state stress suggest sum testify tweet underline underscore
    urge vow warn welcome whisper wonder contend claim laugh smile sigh
    allege apologise apologize attest chuckle concur confess confide correct deduce denounce elaborate
    enthuse enquire extol recognise recognize echo chide tease deadpan recite sniff sum offer fume gasp
    grin groan grumble gush implore inquire interject interrupt intone jest
    muse nod opine posit postulate reaffirm reassure rebuke reckon reiterate rejoin reminisce retort scoff
    shrug sob stammer summarise summarize surmise testify theorise theorize utter volunteer wail
"""
# Verbs whose present would be read as a noun: "the orders", "the petitions".
_ENGLISH_PAST = """
    assess boast counsel debate detail estimate greet hint instruct invite judge justify object order petition
    pronounce question reason request manifest resolve report snap submit toast venture yell blurt praise
"""
_ENGLISH_IRREGULAR = """
    written said says say saying told tells tell telling wrote writes write admitted admits quipped
    quips put puts
    spoke speaks began begins went goes adding explaining noting stressing warning stating insisting
    recalling concluding arguing remarking read reads replying joking asking writing repeating reminding
    telling confiding swore swears
"""
_SPANISH_AR = """
    abund acept aclar aconsej acot adelant afirm agreg ahond alert anunci apostill apunt argument asegur
    asever celebr clam coment confes confirm consider contest critic cuestion declar demand denunci destac
    detall ejemplific enfatiz evoc exclam exhort explic expres extern finaliz grit habl indic inform inst
    invit ironiz lament manifest matiz mencion murmur narr not observ opin plante precis pregunt public
    puntualiz ratific recalc rechaz reclam reflexion refrend reiter relat remarc rememor replic resalt revel
    salud señal sentenci subray susurr terci testific testimoni tuite valor zanj
    acus adicion aleg augur aventur balbuce certific constat contrapuntu corrobor cuchiche dictamin
    enjuici enumer evalu glos implor inquir interpel interrog invoc memor musit objet profetiz pronostic
    revir remach complet sustent dispar espet encar recapitul recit reivindic remat reproch rog secund
    sermone sintetiz solicit solloz suplic teoriz
    calific tild catalog tach
    ataj avis concret cuantific pronunci punz rati retruc refut sincer sintetiz
    tranquiliz verific vocifer bisbise contextualiz especific elogi pormenoriz ilustr precis comunic
"""
_SPANISH_IRREGULAR = """
    dijo dice dijeron dicen decía diciendo dicho añadió añade añadieron añaden añadía añadido sostuvo
    sostiene sostuvieron sostienen sostenía sostenido advirtió advierte advirtieron advierten advertido
    recordó recuerda recuerdan recordaba reconoció reconoce reconocieron reconocen reconocido admitió admite
    admitieron admiten admitido insistió insiste insistieron insisten insistido concluyó concluye
    concluyeron concluido respondió responde respondieron responden respondido contó cuenta cuentan contaba
    contado exigió exige exigieron exigen exigido pidió pide pidieron piden pedido propuso propone proponen
    propuesto sugirió sugiere prometió promete prometieron adujo aduce arguyó refirió refiere refirieron
    siguió sigue
    prosiguió prosigue continuó continúa repitió repite resumió resume escribió escribe escribieron escrito
    describió describe compartió comparte intervino interviene recomendó recomienda urgió urge expuso expone
    expusieron expuesto previno previene predijo agradeció agradece deploró ponderó coincidió coincide
    coincidieron bromeó bromea apeló apela señalando indicando explicando agregando afirmando manifestando
    subrayando expresando declarando comentando asegurando destacando advirtiendo recordando concluyendo
    añadiendo rebatió rebate asintió asiente desmintió desmiente aplaudió aplaude rememoró leyó leyeron
    aludió alude discrepó difirió difiere maldijo contradijo interrumpió interrumpe reconvino repuso repone
    transmitió transmite definió define defendió defiende consintió rió ríe sonrió sonríe suspiró
    suspira lloró opuso oponen contrapuso bendijo confió confía respondiendo contando relatando preguntando
    insistiendo reiterando puntualizando precisando sosteniendo diciéndole decían sostenían recordaban
    contaban respondía respondían insistía insistían escribía describía pedía pedían repetía repetían
    contaron contaban recordaron recordado describieron compartieron intervinieron agradecieron prometieron
    sugirieron repitieron resumieron propusieron siguieron continuaron prosiguieron aplaudieron desmintieron
    defendieron definieron urgieron rogó ruega rogaron negó niega negaron comprobó comprobaron corrigió
    corrige corrigieron quejó queja quejaron predijeron previnieron convino convinieron
    resumen repiten prosiguen siguen continúan concluyen agradecen aplauden sugieren prometen bromean
    bromearon convienen arremetió arremetieron arremete
    confiesa confiesan manifiesta manifiestan evalúa acentúa mantiene mantienen mantuvo mantuvieron concede
    concedió conceden concluía admitía advertía prometía exigía exigían reconocía reconocían
"""


def _english(base: str) -> tuple[str, ...]:
    if base.endswith("e"):
        return f"{base}d", f"{base}s"
    if base.endswith("y") and base[-2] not in "aeo":
        return f"{base[:-1]}ied", f"{base[:-1]}ies"
    return f"{base}ed", f"{base}es" if base.endswith(("s", "sh", "ch", "x")) else f"{base}s"


VERBS = (
    frozenset(form for base in _ENGLISH.split() for form in _english(base))
    | frozenset(
        stem + end for stem in _SPANISH_AR.split() for end in ("ó", "a", "aron", "an", "aba", "aban", "ado")
    )
    | frozenset(_english(base)[0] for base in _ENGLISH_PAST.split())
    | frozenset(_ENGLISH_IRREGULAR.split())
    | frozenset(_SPANISH_IRREGULAR.split())
)
_BASES = frozenset(_ENGLISH.split()) | {"say", "tell"}
_UNACCENTED = frozenset(fold(verb) for verb in VERBS)
# Behind one of these "claims", "nota" or "pregunta" is a noun.
_BEFORE_NOUNS = frozenset(
    """
    a an the this that these those his her its their our my your some any no such of in on for with by
    el la los las un una unos unas su sus este esta estos estas ese esa de del en con por sin al
    """.split()
)
ACCORDING = re.compile(
    r"(?:according\sto|in\sthe\swords?\sof|in\sthe\sview\sof|in\sthe\sopinion\sof|as\squoted\sby"
    r"|seg[uú]n|de\sacuerdo\s(?:con|a)|en\s(?:las\s)?palabras\sde(?=l?\b)|a\s(?:decir|juicio"
    r"|criterio)\sde(?=l?\b)"
    r"|en\s(?:opini[oó]n|voz)\sde(?=l?\b)"
    r"|(?:son|fueron|eran)\s(?:las\s)?palabras\sde(?=l?\b)"
    r"|(?:quien\s(?:habla|lo\sdice|as[ií]\s(?:habla|se\sexpresa))|as[ií]\shabl[aó])(?:\ses\b)?"
    r"|(?:that|this|it)\s(?:is|was)\show"
    r"|para|for)(?:l(?=\s)|\b)",
    re.IGNORECASE,
)
# Who lends a body its voice: "the Network said through its spokesperson, Ana Paz".
THROUGH = re.compile(
    r"(?:through|by\sway\sof|via|represented\sby|por\s(?:medio|conducto|intermedio|boca)\sde|a\strav[eé]s\sde"
    r"|en\s(?:voz|boca)\sde|mediante|representad[oa]\spor)(?:l(?=\s)|\b)\s?",
    re.IGNORECASE,
)
# What somebody says, as a noun: "her answer:", "la respuesta de Ana Paz:", "Ana Paz's advice:".
_SAYINGS = (
    r"(?:own\s|own\sshort\s|[a-z]{3,12}\s)?"
    r"(?:repl(?:y|ies)|answers?|responses?|words?|verdict|advice|message|explanation|summary|conclusion|comments?"
    r"|reaction|warning|request|plea|appeal|wish|rule|diagnosis|recollection|testimony|account|promise|proposal"
    r"|motto|statement|question|balance|assessment|reading|point|argument|recipe|reason|remarks?|prayer|complaint|lament|excuse|line|l[ií]nea|essay|ensayo|poem|poema|speech|discurso|diary|diario|sermon|serm[oó]n|homily"
    r"|homil[ií]a|letter|carta|queja|reclamo|excusa"
    r"|respuestas?|contestaci[oó]n|mensaje|balance|conclusi[oó]n|explicaci[oó]n|consejo|advertencia|petici[oó]n"
    r"|pregunta|reflexi[oó]n|palabras?|comentarios?|reacci[oó]n|testimonio|relato|resumen|diagn[oó]stico|deseo"
    r"|r[eé]plica|promesa|propuesta|veredicto|s[ií]ntesis|sentencia|frase|declaraci[oó]n|llamad[oa]|recuerdo"
    r"|regla|lectura|argumento|raz[oó]n|despedida|ruego|exhortaci[oó]n|lema\spersonal)"
)
SAYING_OF = re.compile(
    rf"(?:(?:the|el|la|las|los|son|fueron)\s){{0,2}}{_SAYINGS}(?:\s[a-zñáéíóú]{{3,14}})?\s"
    r"(?:of|from|by|de(?=l?\s))(?:l(?=\s))?\s?",
    re.IGNORECASE,
)
SAYING_BEHIND = re.compile(rf"['’]s?\s{_SAYINGS}\b", re.IGNORECASE)
# "The union's message to the agency was blunt:"
SAYING_IS = re.compile(
    rf"(?:['’]s?|\b(?:the|its|their|his|her|el|la|su))\s{_SAYINGS}\b[^.;:“”\"«»]{{0,60}}\s(?:is|was|es|fue|era)\s[^.;:“”\"«»]{{2,40}}:\s?$",
    re.IGNORECASE,
)
ENDS_IN_SAYING = re.compile(rf"\b{_SAYINGS}:\s?$", re.IGNORECASE)  # "has only one complaint:"
ITS_SAYING = re.compile(
    rf"(?:in\s|en\s|con\s)?(?:(?P<f>her)|(?P<m>his)|their|sus?)\s(?:[a-z]{3, 10}\s)?{_SAYINGS}\b",
    re.IGNORECASE,
)
# "A su juicio, «contar es cuidar»", "In her view, “counting is caring”".
IN_THEIR_VIEW = re.compile(
    r"(?:a\s(?:su|juicio\ssuyo)\s?(?:juicio|entender|criterio|parecer|ver)|en\ssu\s(?:opini[oó]n|criterio)"
    r"|in\s(?:(?P<f>her)|(?P<m>his)|their)\s(?:own\s)?(?:view|opinion|judg(?:e)?ment|words)),?\s?",
    re.IGNORECASE,
)
# "Según ella, «...»", "According to him, “...”".
ACCORDING_TO_THEM = re.compile(
    r"(?:seg[uú]n|de\sacuerdo\scon|para|according\sto|for)\s(?:(?P<f>ella|her)|(?P<m>él|him))(?=[\s,])(?:,\s?)?",
    re.IGNORECASE,
)
# A sentence that announces a speech: "The following remarks are as prepared for delivery."
ANNOUNCED = re.compile(
    r"\b(?:follow(?:ing|s)|below|prepared|siguientes?|siguen|continuaci[oó]n|reproducimos|[ií]ntegr[oa]s?)\b",
    re.IGNORECASE,
)
# What says of the words above that they are somebody's: "Con estas palabras", "So said".
CLOSING_WORDS = re.compile(
    r"(?:As[ií]|Con\s(?:estas|esas)\spalabras|(?:Esas|Estas|Tales|Son|Fueron)\b[^.]{0,20}palabras|Those"
    r"|These|So\s(?:said|spoke)"
    r"|With\s(?:these|those)\swords|The\swords)\b",
)
# What courts and people hold: verbs that say where "that" leads from them to the words, also without a
# printed subject.
HOLDING = frozenset(
    """
    fear fears feared worries worried expects expected suspects suspected doubts doubted teme temía confía
    hold holds held rule rules ruled find finds found determine determines determined decide decides decided
    orders believe believes believed think thinks thought feel feels felt hope hopes hoped
    resolvió resuelve determinó determina decidió decide falló dispuso estableció establece estimó estima
    ordenó ordena cree creen creía piensa piensan pensaba siente espera entiende opina sabe
    """.split()
)
# Any verb that "that" follows: "Ana Paz reckons, by her own count, that".
LEADS_TO_CLAUSE = re.compile(
    r"\b(?P<verb>[a-záéíóúñ]{3,20})"
    r"(?:,\s[^,.;:“”\"«»]{2,80},|\s(?:por|by|en|in)\s[^,.;:“”\"«»]{2,80})?\s(?:that|que)\b"
)
# "se limitó a decir que", "went on to say that".
LEADS_TO_SAY = re.compile(
    r"\b(?P<verb>[a-záéíóúñ]{3,20})\s(?:a|en|con|on\sto|to|by|with)\s(?:decir|señalar|indicar|responder|contestar"
    r"|afirmar|comentar|agregar|añadir|advertir|reconocer|say(?:ing)?|add(?:ing)?|not(?:e|ing)|admit(?:ting)?"
    r"|conced(?:e|ing)|repeat(?:ing)?)\s(?:that|que)\b"
)
# "thinks the centre", "hopes they": verbs that leave "that" out.
LEADS_WITHOUT_THAT = re.compile(
    r"\b(?P<verb>thinks?|thought|believes?|believed|hopes?|hoped|fears?|feared|feels|felt|expects|expected|worries|worried"
    r"|suspects?|suspected|knows|knew|reckons)\s(?=(?:the|an?|it|he|she|they|we|this|these|those|no|every|each|all|any"
    r"|his|her|their|its|our|children|people|families)\s)"
)
# What may stand between a quotation, or a subject, and its verb.
LIGHT = (
    "also has have had later then further again always often once still now just recently simply"
    " is was been being would could will might did does"
    " quoted tearfully quietly ha han había habían también así lo le les se nos me"
    " luego después ya siempre entonces además por su parte"
).split()
# "likes to say", "alcanzó a decir": a verb that another one holds.
_ROUND_ABOUT = re.compile(
    r"(?:(?:like|love|want|use|manage|continue|hasten|prefer|hurrie|dare)[sd]?\sto\s|liked\sto\s|wanted\sto\s|went\son\sto\s|goes\son\sto\s"
    r"|(?:is|was)\s(?:quick|fond|keen)\s(?:to|of)\s)"
    r"(?:say|repeat|add|tell|ask|remind|joke|explain|insist|warn|answer|reply|whisper)(?:ing)?\b"
    r"|(?:se\s)?(?:suelen?|solían?|puede|pud(?:o|ieron)|quis(?:o|ieron)|quiere|(?:alcanz|acert|atin|lleg|comenz|empez|limit|apresur)(?:a|ó|aron)\sa"
    r"|v(?:olvió|olvieron|uelve|a|ino)\sa|insist(?:e|ió)\sen|gusta\sde|acaba\sde)\s(?:(?:volver|llegar)\sa\s)?"
    r"(?:decir|repetir|añadir|agregar|preguntar|responder|contestar|explicar|señalar|recordar|advertir|contar|aclarar"
    r"|murmurar|susurrar|gritar|afirmar|bromear|comentar|insistir|reconocer)(?:l[aeo]s?|se|nos)?\b"
)
# Behind these "to say" tells of no speech: "children were taught to say".
_LEARNING = frozenset(
    "taught learn learns learned learnt learning how told asked encouraged trained able".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LIGHT = frozenset(LIGHT)
_MOST_LIGHT = 4  # words: "Ana Paz has also later said"


def is_base(word: str) -> bool:
    """Whether ``word`` is an English verb of saying as those print it who are not at home in the language.

    >>> is_base("remember"), is_base("says")
    (True, False)
    """
    return word in _BASES


def base_behind(text: str, start: int, end: int) -> int | None:
    """Where an English verb of saying ends that begins at ``start`` as it stands behind many: "warn".

    >>> base_behind("advocates warn that", 10, 19), base_behind("the warns that", 4, 14)
    (14, None)
    """
    word = _WORD.match(text, start, end)
    return word.end() if word and word[0] in _BASES else None


def is_verb(word: str) -> bool:
    """Whether ``word`` is a verb of saying, as printed.

    >>> is_verb("Señaló"), is_verb("explico"), is_verb("said")
    (True, False, True)
    """
    return word.lower() in VERBS


def verb_at(text: str, start: int, end: int, *, accents: bool = True) -> tuple[int, int] | None:
    """Where the verb of saying stands that begins at ``start``, light words before it passed over.

    >>> text = "has also said that"
    >>> verb_at(text, 0, len(text))
    (9, 13)
    >>> verb_at("has also", 0, 30) is None  # ``end`` may lie behind the text's
    True
    """
    end = min(end, len(text))
    if round_about := _ROUND_ABOUT.match(text, start, end):
        return round_about.span()
    for _ in range(_MOST_LIGHT + 1):
        word = _WORD.match(text, start, end)
        if word is None:
            return None
        if is_verb(word[0]) or (not accents and word[0] in _UNACCENTED):
            return word.span()
        if word[0].lower() not in _LIGHT and not word[0].endswith("ly"):
            return None
        start = word.end()
        while start < end and text[start] == " ":
            start += 1
    return None


def verbs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where verbs of saying stand between two positions; nouns behind an article are none.

    >>> text = "The claims of the report, she said"
    >>> verbs(text, 0, len(text))
    [(30, 34)]
    """
    found = []
    earlier, before, last = "", "", start
    for word in _WORD.finditer(text, start, end):
        beside = not text[last : word.start()].strip()
        infinitive = beside and before == "to" and word[0] in _BASES and earlier in _LEARNING
        if is_verb(word[0]) and not (beside and before in _BEFORE_NOUNS) and not infinitive:
            found.append(word.span())
        earlier, before, last = before, word[0].lower(), word.end()
    return found
