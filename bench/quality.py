"""How right the records are: precision and recall of every field over the gold sets.

    python -m bench.quality                      all batches of tests/data/gold
    python -m bench.quality --misses quotes      what was missed (-) and what was found wrongly (+)
    python -m bench.quality FOLDER ...           other folders of texts with a .json beside each

A value counts once: found and expected are compared as multisets of keys (below), so precision is the
share of found values that are expected and recall the share of expected values that were found, over
all documents together. A key keeps what must be right: of a quote its words and speaker, of a figure
value and year, of a contact every part.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from kb import places
from kb.extractors import extract
from kb.extractors.people import NAMES_A_CHILD
from kb.parsers import parse
from kb.places.regions import region_code
from kb.records import Document, Source
from kb.sources.media import media_type
from kb.text.folding import fold

GOLD = Path(__file__).parent.parent / "tests" / "data" / "gold"
BATCHES = (
    "releases",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twentyfirst",
    "twentysecond",
    "twentythird",
    "twentyfourth",
    "twentyfifth",
    "twentysixth",
    "twentyseventh",
    "twentyeighth",
    "twentyninth",
    "thirtieth",
    "thirtyfirst",
    "thirtysecond",
)
Json = Mapping[str, Any]
Keys = Counter[Hashable]


class Case(NamedTuple):
    """A text, and the record that a careful reader makes of it."""

    text: Path
    expected: Json


@dataclass
class Score:
    """Of one field: how many values were expected, found, and both."""

    expected: int = 0
    found: int = 0
    right: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of found values that are right; 1 when nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of expected values that were found; 1 when nothing was expected."""
        return self.right / self.expected if self.expected else 1.0


def cases(folder: Path) -> Iterator[Case]:
    """Every text of ``folder`` that has a .json of the same name beside it, in order."""
    for expected in sorted(folder.glob("*.json")):
        for text in sorted(folder.glob(f"{expected.stem}.*")):
            if text != expected:
                yield Case(text, json.loads(expected.read_text(encoding="utf-8")))


def read(path: Path) -> Document:
    """The record that kb makes of a file, without topics."""
    content = path.read_bytes()
    kind = media_type(content, path.name)
    digest = hashlib.sha256(content).hexdigest()
    return extract(parse(Source(location=path.name, content=content, media_type=kind, sha256=digest)))


def measure(folder: Path) -> dict[str, Score]:
    """The score of every field over the cases of a folder."""
    scores = {name: Score() for name in FIELDS}
    for case in cases(folder):
        document = read(case.text)
        for name, keys in FIELDS.items():
            add(scores[name], case.text.name, *keys(case.expected, document))
    return scores


def add(score: Score, name: str, expected: Keys, found: Keys) -> None:
    """Count the keys of one document."""
    score.expected += expected.total()
    score.found += found.total()
    score.right += (expected & found).total()
    score.misses += [f"{name}: - {key}" for key in (expected - found).elements()]
    score.misses += [f"{name}: + {key}" for key in (found - expected).elements()]


# What of a field must be right ---------------------------------------------------------------


def plain(text: str | None) -> str:
    """Letters and digits alone, folded, without a leading article."""
    words = "".join(each if each.isalnum() else " " for each in fold(text or "")).split()
    return " ".join(words[1:] if words[:1] and words[0] in _ARTICLES else words)


_ARTICLES = frozenset("the a an el la los las un una".split())


def _one(value: str | tuple[int | None, ...] | None) -> Keys:
    return Counter([value]) if value else Counter()


def _title(expected: Json, document: Document) -> tuple[Keys, Keys]:
    return _one(plain(expected["title"])), _one(plain(document.title))


def _date(expected: Json, document: Document) -> tuple[Keys, Keys]:
    stated, found = expected["published"], document.published
    return (
        _one(stated and (stated["year"], stated["month"], stated["day"])),
        _one((found.year, found.month, found.day) if found else None),
    )


def _place(expected: Json, document: Document) -> tuple[Keys, Keys]:
    return _town(expected["place"]), _town(document.place)


def _town(place: str | None) -> Keys:
    return _one(plain((place or "").partition(",")[0]))


def publisher(expected: Json, document: Document) -> tuple[Keys, Keys]:
    """The publisher, in its short or long form."""
    stated, found = plain(expected["publisher"]), plain(document.publisher)
    alike = bool(stated and found) and (f" {stated} " in f" {found} " or f" {found} " in f" {stated} ")
    return _one(stated), _one(stated if alike else found)


def _countries(expected: Json, document: Document) -> tuple[Keys, Keys]:
    return Counter(expected["countries"]), Counter(document.countries)


def _words(expected: Json, document: Document) -> tuple[Keys, Keys]:
    return (
        Counter(plain(each["text"]) for each in expected["quotes"]),
        Counter(plain(each.text) for each in document.quotes),
    )


def _quotes(expected: Json, document: Document) -> tuple[Keys, Keys]:
    return (
        Counter((plain(each["text"]), plain(each["speaker"])) for each in expected["quotes"]),
        Counter((plain(each.text), plain(each.speaker)) for each in document.quotes),
    )


def _figures(expected: Json, document: Document) -> tuple[Keys, Keys]:
    return (
        Counter((float(each["value"]), each["year"]) for each in expected["figures"]),
        Counter((float(each.value), each.year) for each in document.figures),
    )


def _values(expected: Json, document: Document) -> tuple[Keys, Keys]:
    return (
        Counter(float(each["value"]) for each in expected["figures"]),
        Counter(float(each.value) for each in document.figures),
    )


def _phone(printed: str | None) -> str:
    number, _, extension = (printed or "").partition(";ext=")
    digits = "".join(filter(str.isdigit, number))
    return f"{digits};{extension}" if extension else digits


def _contacts(expected: Json, document: Document) -> tuple[Keys, Keys]:
    return (
        Counter(
            (plain(each["name"]), _phone(each["phone"]), (each["email"] or "").lower())
            for each in expected["contacts"]
        ),
        Counter(
            (plain(each.name), _phone(each.phone), (each.email or "").lower()) for each in document.contacts
        ),
    )


def _parts(expected: Json, document: Document) -> tuple[Keys, Keys]:
    """Names, phones and e-mails one by one: what is found and not expected is invented."""
    stated = {
        part
        for each in expected["contacts"]
        for part in (plain(each["name"]), _phone(each["phone"]), (each["email"] or "").lower())
    }
    found = {
        part
        for each in document.contacts
        for part in (plain(each.name), _phone(each.phone), (each.email or "").lower())
    }
    return Counter(stated - {""}), Counter(found - {""})


def _offices(expected: Json, document: Document) -> tuple[Keys, Keys]:
    """The offices of the contacts, each once: what is printed of one may be more or less of its name."""
    stated = {_office(each["office"]) for each in expected["contacts"]}
    return Counter(stated - {""}), Counter({_office(each.office) for each in document.contacts} - {""})


def _office(printed: str | None) -> str:
    """An office without the town, state or country or the acronym behind it: labels differ in them."""
    words = re.sub(r"\s\([A-Z][A-Z-]{1,11}\)$", "", printed or "")
    while (seat := _SEAT.fullmatch(words)) and (
        places.is_place(seat["place"]) or places.code_of(seat["place"]) or region_code(seat["place"])
    ):
        words = seat["office"]
    return plain(words)


_SEAT = re.compile(r"(?P<office>.+?)(?:,\s|\s\()(?P<place>[^,()]+)\)?")


def _organisations(expected: Json, document: Document) -> tuple[Keys, Keys]:
    """By name, or by acronym where both give one: the longest form printed is a matter of taste."""
    stated = [(plain(each["name"]), plain(each["acronym"])) for each in expected["organisations"]]
    found: list[Hashable] = []
    for each in document.organisations:
        name, acronym = plain(each.name), plain(each.acronym)
        same = (key for key in stated if key[0] == name or (acronym and acronym in key) or key[1] == name)
        found.append(next((key for key in same if key not in found), (name, acronym)))
    return Counter(stated), Counter(found)


def _programme(expected: Json, document: Document) -> tuple[Keys, Keys]:
    return _one(plain(expected["programme"])), _one(plain(document.programme))


def _funder(expected: Json, document: Document) -> tuple[Keys, Keys]:
    """Who pays, with or without the acronym in brackets that may stand behind the name."""
    stated, found = (
        re.sub(r"\s\([^()]{2,12}\)$", "", each or "") for each in (expected["funder"], document.funder)
    )
    return _one(plain(stated)), _one(plain(found))


def _surroundings(expected: Json, document: Document) -> tuple[Keys, Keys]:
    """Phrases of the page's surroundings that got into the record; none is expected there."""
    text = document.text
    return Counter(), Counter(phrase for phrase in expected.get("absent", ()) if phrase in text)


def _warned(expected: Json, document: Document) -> tuple[Keys, Keys]:
    """Warnings of what a page contradicts itself in; that it names a child is not labelled."""
    told = [each for each in document.warnings if each != NAMES_A_CHILD]
    warned = expected.get("warning", False), told
    return _one("warned" if warned[0] else ""), _one("warned" if warned[1] else "")


FIELDS: dict[str, Callable[[Json, Document], tuple[Keys, Keys]]] = {
    "title": _title,
    "date": _date,
    "place": _place,
    "publisher": publisher,
    "countries": _countries,
    "quote words": _words,
    "quotes": _quotes,
    "figure values": _values,
    "figures": _figures,
    "contacts": _contacts,
    "contact parts": _parts,
    "contact offices": _offices,
    "organisations": _organisations,
    "programme": _programme,
    "funder": _funder,
    "surroundings": _surroundings,
    "warnings": _warned,
}


def main() -> None:
    """Measure the folders that are named, or all batches of releases."""
    arguments = argparse.ArgumentParser(prog="python -m bench.quality", description=__doc__)
    run(arguments, BATCHES, measure, FIELDS)


def run(
    arguments: argparse.ArgumentParser,
    batches: Sequence[str],
    measure: Callable[[Path], Mapping[str, Score]],
    fields: Collection[str],
) -> None:
    """Print the table of each folder, and the misses of one field if asked."""
    folders = [GOLD / name for name in batches]
    arguments.add_argument("folders", nargs="*", type=Path, default=folders)
    arguments.add_argument("--misses", choices=fields, metavar="FIELD", help=", ".join(fields))
    chosen = arguments.parse_args()
    for folder in chosen.folders:
        scores = measure(folder)
        if chosen.misses:
            print("\n".join(scores[chosen.misses].misses))
        _print_scores(folder.name, sum(1 for _ in cases(folder)), scores)


def _print_scores(name: str, count: int, scores: Mapping[str, Score]) -> None:
    print(f"\n{name}: {count} documents")
    print(f"{'field':<16}{'precision':>10}{'recall':>8}{'expected':>10}{'found':>7}")
    for each, score in scores.items():
        print(f"{each:<16}{score.precision:>10.3f}{score.recall:>8.3f}{score.expected:>10}{score.found:>7}")


if __name__ == "__main__":
    main()
