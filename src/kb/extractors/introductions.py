"""What stands before a name and says who it is: "IOM specialist Ana Paz", "la directora, doña Ana Paz"."""

from __future__ import annotations

import re
from typing import NamedTuple

from kb import places
from kb.extractors.bodies import Bodies
from kb.extractors.honorifics import TITLES_OF_OFFICE, abbreviates_before, is_honorific
from kb.extractors.name_words import NOT_FIRST
from kb.extractors.roles import ARTICLES, QUALIFIERS, Description, described, fields_end, is_role, up_to_role
from kb.extractors.saying import verbs
from kb.text.folding import fold
from kb.text.words import STOP_WORDS

_LONGEST = 160  # characters of a description
_MOST_WORDS = 18
_MOST_QUALIFIERS = 5  # between an article and its role
_WORD = re.compile(r"\S+")
_BREAK = re.compile(r"[.;:!?“”\"«»()\[\]—–]")
_POSSESSIVE = re.compile(r"['’]s?$")
# "the National Agency (NFA)", "Sergeant (Ret.)", "directora (e)", "Minister (acting)".
_SHORT_NAME = re.compile(
    r"\s\((?:[A-ZÁÉÍÓÚÑ][\w&-]{1,14}|(?:Ret|ret|R|r|e|i|s|d|a\.\s?i)\.?|(?:acting|interim|interin[oa]|encargad[oa]|retired|retirad[oa]))\)(?=[\s,]|$)"
)
_MOST_FIELDS = 4
_SPANISH_ARTICLES = frozenset("el la un una".split())
_OF = frozenset("of de del for at".split())


class Introduction(NamedTuple):
    """Where the words before a name begin that belong to it, and what they say."""

    start: int
    titled: bool  # a title or a role stands there
    description: Description


def introduction(text: str, run: int, start: int, bodies: Bodies) -> Introduction:
    """The words before the name at ``start``, whose run of capitalised words begins at ``run``."""
    floor = max(0, start - _LONGEST)
    clause = _clause(text, floor, start)
    titles = _titles(_unbracketed(text, clause, start), start)
    comma = titles <= run and text[max(0, titles - 2) : titles] == ", "
    end = titles - 2 if comma else start
    if comma:
        clause = _clause(text, floor, end)
    words = _unbracketed(text, clause, end)[-_MOST_WORDS:]
    index = _role_phrase(words, bodies, joined=not comma)
    if index is not None:
        begin = words[index].start()
        phrase = described(_untitled(text[begin:end]), bodies)
        if phrase.role or phrase.organisation:
            return Introduction(begin, titled=True, description=phrase)
    return Introduction(titles, titles < start, Description(None, None))


def _unbracketed(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The words up to ``end`` without a bracket that ends them: "Sergeant (Ret.)"."""
    words = list(_WORD.finditer(text, start, end))
    while words and words[-1][0].endswith(")"):
        words.pop()
    return words


def _clause(text: str, floor: int, end: int) -> int:
    """Where the clause begins that ends at ``end``: behind a mark, a comma or a verb of saying."""
    short = [match.span() for match in _SHORT_NAME.finditer(text, floor, end)]
    for match in _BREAK.finditer(text, floor, end):
        if any(begin <= match.start() < stop for begin, stop in short):
            continue
        if match[0] != "." or not abbreviates_before(text, match.end()):
            floor = match.end()
    comma = text.rfind(", ", floor, end)
    while comma >= 0 and (earlier := _before_fields(text, floor, comma, end)) is not None:
        comma = earlier
    floor = comma + 2 if comma >= 0 else floor
    return max((stop for _, stop in verbs(text, floor, end)), default=floor)


def _before_fields(text: str, floor: int, comma: int, end: int) -> int | None:
    """The comma before a list of fields of work whose last comma is ``comma``; -1 for none; None: no list."""
    first = comma
    for _ in range(_MOST_FIELDS):
        if fields_end(text[:end], first) >= len(text[:end].rstrip()):
            return text.rfind(", ", floor, first)
        first = text.rfind(", ", floor, first)
        if first < 0:
            break
    return None


def _titles(words: list[re.Match[str]], start: int) -> int:
    """Where the honorifics and their article begin in front of a name."""
    first = start
    for word in reversed(words):
        titled = is_honorific(word[0])
        if not titled and not (first < start and word[0].lower() in ARTICLES):
            break
        first = word.start()
    return first


def _untitled(phrase: str) -> str:
    """``phrase`` without honorifics at its end and the small words at its beginning."""
    words = phrase.split()
    while words and is_honorific(words[-1]) and fold(words[-1]) not in TITLES_OF_OFFICE:
        words.pop()
    while words and fold(words[0]) in NOT_FIRST - QUALIFIERS and words[0].lower() not in ARTICLES:
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
    if is_role(last) or is_honorific(last) or bodies.is_acronym(last):
        return True
    folded = fold(last)
    if _is_adjective_of_role(words) or _is_field_of_role(words):
        return True
    if not any(is_role(word[0]) for word in words[:-1]) or folded in STOP_WORDS:
        return False
    return folded in QUALIFIERS or places.code_of(last) is not None or last[0].isupper()


def _is_adjective_of_role(words: list[re.Match[str]]) -> bool:
    """Whether a Spanish role and one small word behind it stand before the name: "la dirigente emberá"."""
    printed = [word[0] for word in words[-3:]]
    return (
        len(printed) > 2
        and printed[0].lower() in _SPANISH_ARTICLES
        and is_role(printed[1])
        and printed[2].isalpha()
        and printed[2].islower()
        and fold(printed[2]) not in STOP_WORDS
        and not printed[2].endswith(("ó", "aron", "ieron"))
    )


def _is_field_of_role(words: list[re.Match[str]]) -> bool:
    """Whether a Spanish role and its small field stand before the name: "el capitán de bomberos"."""
    printed = [word[0] for word in words[-4:]]
    return (
        len(printed) > 3
        and printed[0].lower() in _SPANISH_ARTICLES
        and is_role(printed[1])
        and printed[2] == "de"
        and printed[3].isalpha()
        and printed[3].islower()
        and fold(printed[3]) not in STOP_WORDS
    )


def _phrase_start(words: list[re.Match[str]], index: int, bodies: Bodies) -> int:
    """Where the phrase of the role at ``index`` begins: at its article, or with its qualifiers."""
    if index and words[index - 1][0].strip(",").lower() in {"part", "parte"}:
        return index  # "said for her part sister Ana Paz"
    for back in range(1, _MOST_QUALIFIERS + 1):
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
        proper = bare[0].isupper() and fold(bare) not in NOT_FIRST
        if not (qualifies or proper or bodies.is_acronym(bare)):
            break
        index -= 1
    return index


def _is_plain(word: str) -> bool:
    """Whether a word is printed small and qualifies no role."""
    bare = _POSSESSIVE.sub("", word)
    return bare.islower() and fold(bare) not in QUALIFIERS and not is_role(bare)
