"""The forms of one organisation's name brought together: the longest, with the acronym that any explains."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from kb.extractors import directory, embassies
from kb.extractors.organisation_patterns import ADJECTIVES, JOINED_LINE
from kb.extractors.organisation_spans import Name
from kb.places.regions import region_code

_MOST_COMPARED = 150  # names; comparing each with each takes the square


def grouped(names: Iterable[Name]) -> Iterator[Name]:
    """One name for each organisation: the first, with the first acronym any of them explains."""
    groups: dict[object, Name] = {}
    counts: Counter[object] = Counter()
    for name in names:
        key = name.body.names["en"] if name.body else directory.key(name.name)
        counts[key] += 1
        first = groups.setdefault(key, name)
        if first.acronym is None and name.acronym:
            groups[key] = first._replace(acronym=name.acronym)
    keys = list(groups)[:_MOST_COMPARED]
    for shorter in keys:
        for longer in keys:
            _merge(groups, counts, shorter, longer)
    short = {
        each.acronym for each in groups.values() if each.acronym and each.acronym not in each.name.split()
    }
    yield from (each for each in groups.values() if not _is_short(each.name, short))


def _is_short(name: str, acronyms: set[str]) -> bool:
    """Whether a name is another's acronym with a place or a rank: "DIF Altea", "DIF estatal"."""
    acronym, _, rank = name.partition(" ")
    return (" " in name and name in acronyms) or (acronym in acronyms and rank.islower())


def _merge(groups: dict[object, Name], counts: Counter[object], one: object, other: object) -> None:
    """Leave the longer of two forms of one name, or the shorter where lines were joined to it."""
    if one == other or one not in groups or other not in groups:
        return
    short, long = groups[one], groups[other]
    if short.acronym and long.acronym and short.acronym != long.acronym:
        return
    if embassies.are_one(short.name, long.name) and len(short.name) < len(long.name):
        groups[other] = long._replace(acronym=long.acronym or short.acronym)
        del groups[one]
        return
    before, inside, behind = long.name.partition(short.name)
    if not inside or len(long.name) == len(short.name):
        return
    if (behind and not behind.startswith((" ", ","))) or (before and not ADJECTIVES.fullmatch(before)):
        return
    joined = counts[other] == 1 and not (short.body and len(short.name.split()) < 3)
    led = (
        bool(before.strip()) and region_code(before.strip()) is None
    )  # "Ohio Office of the Governor" is whole
    glued = joined and (led or JOINED_LINE.fullmatch(behind))
    gone, kept = (other, one) if glued else (one, other)
    groups[kept] = groups[kept]._replace(acronym=groups[kept].acronym or groups[gone].acronym)
    del groups[gone]
