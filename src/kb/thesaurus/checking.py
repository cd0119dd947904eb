"""What is wrong with a thesaurus: labels in two concepts, missing translations, cycles (pure)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from kb.messages import Message
from kb.thesaurus.concept import KINDS, LANGUAGES, Concept
from kb.thesaurus.lookup import Thesaurus, label_stems, plain
from kb.thesaurus.reading import Tables
from kb.thesaurus.statements import RELATIONS


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a concept, and whether kb refuses to use it so."""

    concept: str
    problem: Message
    severe: bool


_Owners = Mapping[tuple[str, ...], list[tuple[str, str]]]  # a label as it is compared -> concept, label


def findings(thesaurus: Thesaurus, first: Collection[str] = ()) -> list[Finding]:
    """What is wrong, in the order of the concepts; nothing in a sound thesaurus.

    Of two concepts with one label the one among ``first`` is named, else the later one.
    """
    concepts = thesaurus.concepts
    found = [
        *_shared(concepts, first),
        *(Finding(each.id, fault, severe=False) for each in concepts.values() for fault in _of_labels(each)),
        *(finding for each in concepts.values() for finding in _of_relations(each, thesaurus)),
    ]
    order = {name: place for place, name in enumerate(concepts)}
    return sorted(found, key=lambda each: order[each.concept])


def refuse_shared_labels(read: Tables, concepts: Mapping[str, Concept]) -> None:
    """That no label which a user's file brings belongs to another concept already.

    Raises:
        ThesaurusInvalid: one does.
    """
    for each in _shared(concepts, first=read.tables.keys()):
        label = str(each.problem.values["label"])
        table = read.tables.get(each.concept, {})
        keys = [key for key in ("preferred", *KINDS) if label in str(table.get(key, ""))]
        read.refuse(each.problem, each.concept, keys[0] if keys else "")


def _shared(concepts: Mapping[str, Concept], first: Collection[str] = ()) -> Iterator[Finding]:
    """Labels of two concepts; of the two the one among ``first`` is named, else the later one."""
    for language in LANGUAGES:
        for held in _owners(concepts, language).values():
            ordered = sorted(held, key=lambda each: each[0] in first)
            for concept, label in ordered[1:]:
                if concept != ordered[0][0]:
                    problem = Message(
                        'the label "{label}" is also one of "{other}"; keep it in one of the two.',
                        {"label": label, "other": ordered[0][0]},
                    )
                    yield Finding(concept, problem, severe=True)


def _owners(concepts: Mapping[str, Concept], language: str) -> _Owners:
    found: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    asked = {plain(name) for each in concepts.values() for name in each.labels("asked", language)}
    for each in concepts.values():
        for name in (*each.words(language), *each.labels("asked", language)):
            if plain(name) in asked:  # compared letter by letter
                found["asked", plain(name)].append((each.id, name))
        for name in each.words(language):
            if stems := label_stems(name, language):
                found[stems].append((each.id, name))
        for short in each.labels("abbreviation", language):
            found["", short].append((each.id, short))
    return found


def _of_labels(known: Concept) -> Iterator[Message]:
    for language in LANGUAGES:
        names = known.words(language)
        for name in names:
            if not label_stems(name, language):
                yield Message('the label "{label}" has no word that could be found.', {"label": name})
        for place, name in enumerate(names):
            if name in names[:place]:
                yield Message('the label "{label}" is there twice.', {"label": name})
    for key in ("alternative", "scope", "note"):
        table: Mapping[str, object] = getattr(known, key)
        missing = [language for language in LANGUAGES if any(table.values()) and not table.get(language)]
        for language in missing:
            yield Message('"{key}" is missing in "{language}".', {"key": key, "language": language})


def _of_relations(known: Concept, thesaurus: Thesaurus) -> Iterator[Finding]:
    yield from (Finding(known.id, problem, severe=True) for problem in _broken(known, thesaurus))
    yield from (Finding(known.id, problem, severe=False) for problem in _uneven(known, thesaurus))


def _broken(known: Concept, thesaurus: Thesaurus) -> Iterator[Message]:
    met = tuple(other for meeting in known.meetings() for other in meeting)
    for key in ("together", *RELATIONS):
        for other in met if key == "together" else getattr(known, key):
            if other not in thesaurus.concepts:
                yield Message(
                    '"{other}" under {key} is no concept of this thesaurus.', {"other": other, "key": key}
                )
    for written, meeting in zip(known.together, known.meetings(), strict=True):
        if len(meeting) < 2:
            yield Message('"{value}" under together has to name two concepts.', {"value": written})
    if any(above in thesaurus.narrower(known.id) for above in known.broader):
        yield Message("it stands above itself by its broader concepts.")


def _uneven(known: Concept, thesaurus: Thesaurus) -> Iterator[Message]:
    for group in known.concerns:
        if group in thesaurus.concepts and not thesaurus.concepts[group].group:
            yield Message('"{other}" under concerns is no group of people.', {"other": group})
    for other in known.related:
        if other in thesaurus.concepts and known.id not in thesaurus.concepts[other].related:
            yield Message('it is related to "{other}", which does not say so.', {"other": other})
        if other in thesaurus.narrower(known.id) or known.id in thesaurus.narrower(other):
            yield Message('"{other}" is related and also broader or narrower; keep one.', {"other": other})
