"""Where in a passage a contact block may begin: behind a cue, in a sentence that invites, in a bare line.

A number that the running text merely mentions begins none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from kb.extractors.addresses import address_at, addresses
from kb.extractors.contact_cues import (
    COUNTS,
    CUE,
    END_OF_RELEASE,
    INVITES,
    MAIL_HEAD,
    NARRATES,
    NO_CONTACT,
    PAST,
    TABLE_CUE,
    TOWARDS,
)
from kb.extractors.contact_labels import LABELS
from kb.extractors.contact_people import begins_with_person, people
from kb.extractors.contact_reaches import reaches
from kb.extractors.contact_sentences import first_sentence, last_sentence
from kb.extractors.honorifics import HONORIFIC
from kb.extractors.telephones import telephones
from kb.records import Passage
from kb.text.dates import MONTHS, find_dates
from kb.text.letters import UPPER

# What stands between a person and the words that invite: "Ana Paz and Leo Luz; both can be reached at".
_AUXILIARY = re.compile(
    r"(?:[,;]?\s(?:is|are|can|may|will|be|both|either|each|also|who|est(?:ar)?[aá]n?|pueden?|podr[aá]n?|amb[oa]s"
    r"|quien(?:es)?|se))+$"
)
_LONG_MONTHS = "|".join(name for name in MONTHS if len(name) > len("may"))
_OF_MONTH = re.compile(rf"\d\s(?:d[ií]as\s)?(?:de\s|del\smes\sde\s)(?:{_LONG_MONTHS})\b")  # behind a day
_ASKED_AFTER = re.compile(  # behind a number
    r"[^\n;:@]{7,40}?[,.(]\s?(?:(?:y|and)\s)?(?:ask(?:ing)?\sfor|pregunt(?:e|en|ar|ando)\spor)\s",
    re.IGNORECASE,
)
# "Ana Paz wrote this. She can be reached at ..."
_PRONOUN = re.compile(
    r"(?:she|he|they|ella|él|se\s(?:la|le|lo)(?:\sencuentra)?)\s(?:(?:may|can|is|puede|también)\s)?",
    re.IGNORECASE,
)
# "Ana Paz leads it; write to her at ...", "Email him: ..."
_TO_PRONOUN = re.compile(r"\s(?:him|her)(?:\sdirectly)?(?::\s|\s(?:at|on|by|via|a\s))")
_WITH_PRONOUN = re.compile(r"[aeér]n?l[aeo](?:\s(?:al?|en|por|con))?\s?$")  # "Escríbale a", behind the verb
_OF_WHOM = re.compile(r"\b(?:for|at|of|from|with|to|de|del|en|para|con|al?)\s(?:(?:the|la|el|los|las)\s)?$")
# Who wrote the text, of whom the line above tells: "Reach the reporter at ..."
_WRITER = re.compile(
    r"\s?(?:the|al?|la|el|con\sl?[ae]l?)\s?(?:author|reporter|writer|autora?|reporter[oa]|periodista)\b"
)
# "hablarle a Doña Lupita al ..."
_TITLED_BEFORE = re.compile(rf"\s(?P<titled>{HONORIFIC}\s[{UPPER}][^\W\d_]{{2,14}})\s?$")
_OPENED = re.compile(r"\s\((?:[^()]{1,40}[,;:]\s)?$")
_LONGEST_INVITATION = 180  # characters between the words that invite and the number or address
_MOST_REACHES = 6  # numbers and addresses of a passage that are looked at
# What a longer passage with a cue has somewhere; looking for cues themselves takes ten times as long.
_HINT = re.compile(
    r"@|[(\[{ ](?:at|arroba)[)\]} ]|\+\s?\d|\d{3,4}[ -]\d{3,4}|[Cc]ontac|CONTAC|:\s*$"
    r"|(?:l[ií]nea|[Ll]ine|fono|phone|n[uú]mero|number|\bal|call|marque|dial|llam\w{1,3}|ring|text|tty|pbx)[,:]?"
    r"\s\*?\d{3,5}(?!\w)|(?<!\d)\d-\d-\d(?!\d)|[A-Z]{2}[\"”»]?\s(?:to|al)\s\d{5}"
)
SHORT = 80
_SYMBOL = re.compile(r"[\u260e\u2706\U0001f4de\U0001f4f1\U0001f4f2]")  # a telephone, before its number
_SIGN_UP = re.compile(r":\s(?:sign\sup|subscribe|suscr[ií]b\w+|follow|s[ií]gue\w*)\b", re.IGNORECASE)
_LABEL_BEFORE = re.compile(rf"[{UPPER}][^.:;\n\d]{{2,45}}:\s(?=\S)")
_NUMBER = re.compile(r"[+(]?\d[\d ().-]{5,20}\d")
_LABELS_END = re.compile(rf"(?:{LABELS.pattern})\s?$", re.IGNORECASE)
_SMALL_WORD = re.compile(r"(?<![\w@.])[a-záéíóúñü]+(?![\w@.])")
_FEWEST_WORDS = 9  # in small letters, in a sentence
_FEWEST_PLAIN_WORDS = 4  # in one without a label: "The office answered 2212-5300 often."
_PROSE_ENDS = ("?", "!", "”", '"', "»")
LONGEST_LINE = 200
_LONGEST_BARE_BLOCK = 320  # characters of a block without a cue


def leads(passages: tuple[Passage, ...]) -> tuple[int, bool] | None:
    """Where the sentence begins that leads to the number or address which the next passage begins with."""
    text = passages[0].text
    if len(passages) < 2 or not text.endswith(":") or not begins_reach(passages[1].text):
        return None
    sentence = last_sentence(text)
    return (len(text) - len(sentence), True) if len(sentence) <= LONGEST_LINE else None


def named_above(above: str, text: str) -> int | None:
    """Where in a short line a person stands whom the passage below invites to reach: "Reach her at ..."."""
    sentence = first_sentence(text)
    invites = INVITES.match(sentence) if len(above) <= LONGEST_LINE else None
    hers = invites and (_is_hers(sentence, invites) or _WRITER.match(sentence, invites.end()))
    named = _named_last(above) if hers and not any(people(sentence)) else None
    return len(above) - named if named is not None else None


@lru_cache(maxsize=512)
def tells_day(line: str) -> bool:
    """Whether a line holds a date, however it is worded: "Dado en Tela, a los 14 días del mes de mayo"."""
    return bool(find_dates(line)) or _OF_MONTH.search(line) is not None


def begin(passage: Passage, *, bare: bool) -> tuple[int, bool] | None:
    """Where in a passage a block may begin, and whether a cue says so."""
    text = passage.text
    if MAIL_HEAD.match(text):
        below = text.find("\n") + 1
        cue = CUE.match(text[below:]) if below else None
        return (below + cue.end(), True) if cue else None  # "cc: Ana Paz / Contact: Leo Luz"
    table = TABLE_CUE.match(text)
    if table:
        return table.end(), True
    if _SYMBOL.match(text) and reaches(text[:LONGEST_LINE]):
        return 0, True
    hinted = len(text) <= SHORT or _HINT.search(text)
    cue = next((cue for cue in CUE.finditer(text) if _is_cue(cue, text)), None) if hinted else None
    invited = _invitation(text, bare=bare) if hinted else None
    if passage.kind == "table" and (cue or invited):
        return 0, True  # a row tells it of its own contact
    if invited and (cue is None or invited[1] < cue.end()):
        told = invited[0] <= LONGEST_LINE and reaches(text[: invited[0]])
        return 0 if told else invited[0], True
    if cue:
        told = len(text) <= LONGEST_LINE and reaches(text[: cue.start()])
        # "Lantern House, +507 203 0141 · press: Ana Paz, ..."
        return (0 if told else _named_by(cue) or cue.end()), True
    return _bare_start(text) if bare else None


def _bare_start(text: str) -> tuple[int, bool] | None:
    """Where a block begins without a cue, in a line near the top or the end."""
    if _SIGN_UP.search(text):
        return None
    if _LABEL_BEFORE.match(text) and reaches(text[:LONGEST_LINE]) and not NARRATES.search(text):
        return 0, True  # "Notices and gifts: Ana (her niece), 2212-5300"
    if (
        len(text) <= _LONGEST_BARE_BLOCK
        and (reaches(text) or not tells_day(text))
        and not END_OF_RELEASE.fullmatch(text)
        and not NO_CONTACT.match(text)
        and not prosaic(text)
    ):
        return 0, False
    return None


def _named_by(cue: re.Match[str]) -> int | None:
    """Where the person stands with whom a cue ends: "Questions about this go to the editor, Ana Paz: "."""
    ends = len(cue[0].rstrip(" :,–-"))
    return next((cue.start() + name.start for name in people(cue[0]) if name.end == ends), None)


def _is_cue(cue: re.Match[str], text: str) -> bool:
    """Whether a cue of running text ("those who wish to help can ring") has a number or address near."""
    behind = text[cue.end() : cue.end() + LONGEST_LINE]
    return (
        not behind.strip() or len(text) <= LONGEST_LINE or bool(reaches(behind) or any(people(behind[:60])))
    )


def _invitation(text: str, *, bare: bool) -> tuple[int, int] | None:
    """Where a sentence begins to say whom to write to or call, and the number; ``bare``: near the end.

    Near the end a label will do: "Las consultas se atienden por correo: datos@faro.example".
    """
    found = [address.start for address in islice(addresses(text), _MOST_REACHES)]
    found += [number.start for number in islice(telephones(text), _MOST_REACHES)]
    found.sort()
    for reach in found:
        if COUNTS.match(text, reach):
            continue
        before = text[max(0, reach - _LONGEST_INVITATION) : reach]
        sentence = last_sentence(before)
        begin = reach - len(sentence)
        if invites := INVITES.search(sentence) or (
            None if NARRATES.search(sentence) else TOWARDS.search(sentence)
        ):
            # "at 822-5501 or by email to ...": the sentence reaches somebody before it invites.
            earlier = [other for other in found if begin <= other < begin + invites.end()]
            named = _named_last(text[:begin][-_LONGEST_INVITATION:]) if _is_hers(sentence, invites) else None
            if named is not None:
                return begin - named, reach
            if earlier or begins_with_person(sentence) or _told_before(sentence[: invites.start()]):
                return begin, min(earlier, default=reach)
            titled = _TITLED_BEFORE.search(sentence, 0, invites.start())
            return begin + (titled.start("titled") if titled else invites.end()), reach
        tale = NARRATES.search(sentence)
        labelled = sentence.rstrip().endswith(":") or (_LABELS_END.search(sentence) and not tale)
        if _ASKED_AFTER.match(text, reach):
            return reach - len(sentence.rpartition(": ")[2]), reach
        if bare and (person := _person_beside(sentence)) is not None:
            return begin + person, reach
        told = address_at(text, reach) and not PAST.search(sentence)
        if bare and (labelled or told):
            return (0 if len(text) <= LONGEST_LINE else begin), reach
    return None


def _is_hers(sentence: str, invites: re.Match[str]) -> bool:
    """Whether a sentence invites to reach whom the text named last: "She can be reached at ..."."""
    if _PRONOUN.fullmatch(sentence[: invites.start()]) or _TO_PRONOUN.match(sentence, invites.end()):
        return True
    return _WITH_PRONOUN.search(invites[0]) is not None and not any(people(sentence[invites.end() :]))


def _named_last(words: str) -> int | None:
    """How far before the end of ``words`` the last person stands of whom they tell."""
    named = [name.start for name in people(words) if not _OF_WHOM.search(words, 0, name.start)]
    return len(words) - named[-1] if named else None


def _person_beside(words: str) -> int | None:
    """Where a person stands who has what follows in brackets: "sent by Ana Paz (ana@faro.example)"."""
    opened = _OPENED.search(words)
    named = [name for name in people(words) if opened and name.end == opened.start()]
    return named[0].start if named else None


def _told_before(words: str) -> bool:
    """Whether a person ends the words before those that invite: "Dr. Ana Paz can be reached at ..."."""
    behind = _AUXILIARY.sub("", words.rpartition(": ")[2].rstrip(" ,;"))
    return any(name.end == len(behind) for name in people(behind))


@lru_cache(maxsize=512)
def prosaic(text: str) -> bool:
    """Whether a line is a sentence and no address."""
    plain = text.endswith(".") and not LABELS.search(text) and ":" not in text and "@" not in text
    if plain and (len(_SMALL_WORD.findall(text)) >= _FEWEST_PLAIN_WORDS or NARRATES.search(text)):
        return True
    return any(
        len(_SMALL_WORD.findall(line)) >= _FEWEST_WORDS
        or (len(line) > 60 and line.rstrip().endswith(_PROSE_ENDS))
        for line in text.split("\n")
    )


def begins_reach(text: str) -> bool:
    """Whether a text begins with a number, an address or the label of one."""
    return bool(address_at(text) or LABELS.match(text) or _NUMBER.match(text))
