"""The forms in which a text refers to somebody: called by a name, told anew, named in the next sentence."""

from __future__ import annotations

import re

ATTRIBUTABLE = re.compile(
    r"\b(?:quot(?:ed|es?|ations?)|text)\b[^.\n]{0,60}\battribut(?:ed|able)\b"
    r"|\battribut(?:ed|able)\b[^.\n]{0,40}\bquot|\b(?:text[oa]s?|citas?|frases?|declaraciones)\b[^.\n]{0,60}\batribu"
    r"|\batribu(?:ir|irse|ibles?|id[oa]s?)\b[^.\n]{0,40}\b(?:text[oa]s?|citas?|citad[oa]s?|declaraciones)\b",
    re.IGNORECASE,
)
# "a 17-year-old who gave only his first name, Elvin", "una joven que pidió ser llamada Luz".
CALLED = re.compile(
    r"""
    (?: [^.;:“”"«»]{0,80}?
        (?: ,?\s(?:a\s)?(?:who|whom|quien|(?:(?:el|la)\s)?que)\s(?:[a-záéíóú]+\s){0,3}? | ,\s(?=identif) )
      | \s(?=se\sllama\s|identificad[oa]\s|identified\s|(?:is|was)\s(?:called|named)\s) )
    (?:(?:se|is|was)\s)?
    (?: (?:gave|giving|dio|daba)\s(?:[a-záéíóú]+\s){0,4}(?:names?|nombre)(?:\s(?:as|como))?,?
      | (?:identified|identificad[oa]|calls?|called|named|identific[aó]|llamad[oa]|llamar(?:se|emos)?|llama)
        (?:\s(?:him|her|them)(?:self|selves)?)?(?:\s(?:en|in)\s(?:the\s)?(?:autos|actas|papers|files?|court|record))?
        (?:\s(?:only|simply|solo|sólo|solamente|just))?(?:\s(?:as|by|como))? )\s
    """,
    re.VERBOSE,
)
TOLD_NEXT = re.compile(
    r"[\s.”\"»]{0,4}(?:Se\strata\sde(?=l?\s)(?:l(?=\s))?|Su\snombre\ses|(?:Él|Ella)?\s?(?:[Ss]e\sllama|[Ee]s|[Ee]ra)"
    r"|(?:His|Her)\sname\s(?:is|was)|(?:He|She|It)\s(?:is|was))\s"
)
NAMED_NEXT = re.compile(
    r"[^.;:“”\"«»]{0,100}\.\s(?:(?:His|Her)\sname\s(?:is|was)|Su\snombre\ses|Se\sllama)\s"
)
SOMEBODY = re.compile(
    r"\b(?:an?|another|una?|otr[oa])\s(?P<words>(?:[^\W\d_][\w’'-]*\s|\d{1,2}-year-old\s){0,3}?[^\W\d_][\w-]*)(?=[\s,.;:)])",
    re.IGNORECASE,
)
# "It is Ana Paz who", "Fue Ana Paz quien".
IT_IS = re.compile(
    r"(?:It\s(?:is|was)|Es|Era|Fue|Se\sllama|(?:His|Her)\sname\sis|Su\snombre\ses)\s(?=[A-ZÀ-Þ]|(?:the|la|el)\s)"
)
# "The judge is Ana Paz."
IS = re.compile(r"\s(?:is|was|es|era|fue)\s(?=[A-ZÀ-Þ])")
# "Last spring she lost a case."
LATER_PRONOUN = re.compile(
    r"(?:Last|This|Every|Each|Now|Then|Today|Sometimes|Once|Twice|Later|At|In|On|By|After|Before)(?:\s[a-z]+){0,3}\s(?:(?P<f>she)|(?P<m>he))\s"
)
# "In her homily the bishop turned to", "En nombre de todos, una niña leyó": what stands before the subject.
ADJUNCT = re.compile(
    r"(?:In|At|During|After|Before|On|From|With|Among|Entre|En|Durante|Desde|Tras|Con|Ante|Al|A)\s[^\W\d_]+\s"
)
# "informó a Istmo un funcionario"
TO_WHOM = re.compile(r"(?:al?|to)\s(?:(?:la|el|the|est[ae]|los|las)\s)?[^\W\d_]+\s")
# "the retired caseworker, 74": who has been named tells her trade and her age.
TOLD_ANEW = re.compile(r",\s(?:de\s|aged\s)?\d{1,2}(?=[,.;]|\saños\b)")
# What may stand between words and the sentence behind them: "...", says the driver. | "...". |
NEXT_SENTENCE = re.compile(r"[”\"»]?,?\s?(?:[a-záéíóúñ]+(?:\s[a-záéíóúñ]+){0,3})?[.”\"»]{0,2}\s(?=[A-ZÀ-Þ])")
