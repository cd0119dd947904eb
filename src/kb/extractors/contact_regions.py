"""In which countries the numbers of a contact block may be: what the block itself says of it.

A number without a calling code belongs to a country that its office, its line, its block or the heading
above names: by name, by a town or state, or by a body of that country. The town of the dateline makes
nothing certain: a press officer may sit elsewhere. What one contact says is not true of the one before
it, but of those below it that say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kb import places
from kb.extractors import directory, telephones
from kb.extractors.contact_blocks import LABELS, Block
from kb.extractors.contact_pieces import EDGES, Mark
from kb.extractors.countries import spoken_of
from kb.extractors.name_words import is_language
from kb.text.dates import find_dates
from kb.text.letters import UPPER

_PIECE = re.compile(r"[,;:|()/\n]+|\.\s|\s[–—-]\s|\s(?=[+\d])|\s(?:in|en|at|of|de)\s")
_ACRONYM = re.compile(rf"(?<![\w-])[{UPPER}]{{2,10}}(?![\w-])")
_IN_BRACKETS = re.compile(r"\s?\([^()\n]{2,30}\)")
_SENTENCE = re.compile(r"[.?!]\s+(?=[A-ZÁÉÍÓÚ¿¡])")
# A language that somebody speaks is no country: "English: Ana Paz, 202-555-0119".
_MAY_BE_LANGUAGE = re.compile(r"\b[^\W\d_]+\b(?! [A-Z])")
_CAPITAL = re.compile(r"(?<!Bogotá\s)(?<!Bogotá,\s)(?<!Washington,\s)(?<!Washington\s)\bD\.\s?C(?:\.|\b)")
_LONGEST_PLACE = 4  # words


class Regions(NamedTuple):
    """In which countries the numbers of a contact may be."""

    own: str | None  # the one country that the contact itself names
    likely: Sequence[str]  # all that it, its block or the contact above names, the surest first


def regions(block: Block, groups: Sequence[Sequence[Mark]], offices: Sequence[str | None]) -> list[Regions]:
    """For each group of marks the countries its numbers may be in."""
    text = block.text
    ends = [_end(text, group) for group in groups]
    begins = [0, *ends][: len(ends)]
    around = [*_countries(block.heading, text[max(ends, default=0) :])]
    found: list[Regions] = []
    above: list[str] = []
    for group, office, begin, end in zip(groups, offices, begins, ends, strict=True):
        own = [*_of_office(office), *_stated(group), *_countries(text[begin:end])]
        sure = own[0] if len(set(own)) == 1 else None
        found.append(Regions(sure, list(dict.fromkeys([*own, *around, *above]))))
        above = own[:1] or above
    return found


def _end(text: str, group: Sequence[Mark]) -> int:
    """Where the last mark ends, with what stands in brackets behind it: "800 555 0199 (Mexico)"."""
    last = max(mark.end for mark in group)
    behind = _IN_BRACKETS.match(text, last)
    return behind.end() if behind else last


def behind(text: str, phone: Mark) -> str | None:
    """The country in the brackets behind a number."""
    brackets = _IN_BRACKETS.match(text, phone.end)
    return _country(brackets[0]) if brackets else None


def before(text: str, phone: Mark, start: int) -> str | None:
    """The country that stands right before a number: "Managua, Nicaragua: 8855-0102".

    ``start`` is where what belongs to other numbers ends.
    """
    said = LABELS.sub("|", text[start : phone.start].rpartition("\n")[2])
    pieces = [piece.strip(EDGES) for piece in _PIECE.split(said)]
    last = next((piece for piece in reversed(pieces) if piece), None)
    return places.place_code(last) if last else None


def _stated(group: Sequence[Mark]) -> Iterator[str]:
    """The countries whose calling codes other numbers of the contact carry."""
    stated = (telephones.country(mark.words) for mark in group if mark.kind == "phone")
    yield from filter(None, stated)


def _of_office(office: str | None) -> Iterator[str]:
    body = directory.by_acronym((office or "").split(" ")[0]) or directory.named(office or "")
    yield from filter(None, [_country(office), _seat(office), body.country if body else None])


def _countries(*texts: str) -> Iterator[str]:
    """The country of the last sentence of a text, then of the text, and of all texts together."""
    texts = tuple(_without_datelines(text) for text in texts)
    for text in texts:
        sentences = [sentence for sentence in _SENTENCE.split(text) if sentence.strip()]
        yield from filter(None, [_country(sentence) for sentence in sentences[-1:]])
    yield from filter(None, [_country("\n".join(texts))])


def _without_datelines(text: str) -> str:
    """A text without the lines that hold a date: what stands there is where the release was written."""
    return "\n".join(line for line in text.split("\n") if not find_dates(line))


def _without_languages(text: str) -> str:
    return _MAY_BE_LANGUAGE.sub(lambda word: "|" if is_language(word[0]) else word[0], text)


def _country(text: str | None) -> str | None:
    """The one country that ``text`` speaks of, by itself, a town or a body of it, if it is one."""
    text = _CAPITAL.sub("Washington", _without_languages(text or ""))
    mentions = spoken_of(text)
    named = {mention.code for mention in mentions if mention.form in {"name", "people"}}
    if len(named) == 1:  # whatever else its towns may be namesakes of: "Toledo, Belize"
        return named.pop()
    codes = {mention.code for mention in mentions}
    codes |= {code for piece in _PIECE.split(text) if (code := places.place_code(piece.strip(EDGES)))}
    bodies = (directory.by_acronym(word) for word in _ACRONYM.findall(text))
    codes |= {body.country for body in bodies if body and body.country}
    return codes.pop() if len(codes) == 1 else None


def _seat(office: str | None) -> str | None:
    """The country of the place that an office is named after: "chancery in Juárez"."""
    words = (office or "").split()
    tails = (" ".join(words[at:]) for at in range(max(0, len(words) - _LONGEST_PLACE), len(words)))
    return next(filter(None, map(places.place_code, tails)), None)
