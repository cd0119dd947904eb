"""What the values of a field mean: ids of topics and countries, spans of days, names of bodies."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from kb import places
from kb.messages import Message, Named
from kb.query.days import days
from kb.query.instruments import load
from kb.query.references import covers, references
from kb.query.tree import NAMES, Any, Filter, Node, Phrase, Word, all_of
from kb.query.wording import shortened
from kb.text.words import folded_words, is_stop_word
from kb.thesaurus import LANGUAGES, Thesaurus, label_stems, names

ONE_SPAN = ("after", "before", "until")  # several of them all apply
DATES = ("year", *ONE_SPAN)
_PEOPLE = Message("group of people")
CALLED = {
    "topic": Message("topic"), "group": _PEOPLE, "kind": Message("kind"), "country": Message("country"),
    "language": Message("language"), "publisher": Message("publisher"),
    "organisation": Message("organisation"), "person": Message("person"), "place": Message("place"),
    "symbol": Message("symbol"), **dict.fromkeys(DATES, Message("date")),
}  # fmt: skip

NamesOf = Callable[[str], Sequence[tuple[str, str]]]  # a name -> every name it has, its language
Resolved = tuple[Node, tuple[Message, ...]]


@dataclass(frozen=True, slots=True)
class Fields:
    """The values that fields can have."""

    thesaurus: Thesaurus
    bodies: NamesOf | None = None  # by any name or acronym, also one that means something else elsewhere
    texts: Callable[[str], Sequence[str]] | None = None  # the ids of documents that a citation leads to

    def resolved(self, condition: Filter) -> Resolved:
        """The filter with ids for values, or words for what means nothing; and what is to be told."""
        if condition.exact:
            return condition, ()
        if condition.field in NAMES:
            return self._named(condition), ()
        if condition.field in ("topic", "group"):
            return self._concern(condition) or as_words(condition)
        if condition.field in DATES:
            found = days(condition.field, condition.values[0])
            return (found, ()) if found else as_words(condition)
        values = [value for typed in condition.values if (value := _id(condition.field, typed))]
        return (Filter(condition.field, tuple(values), exact=True), ()) if values else as_words(condition)

    def _named(self, condition: Filter) -> Node:
        """The filter; a body by any of its names, a text by its symbols or where its title tells it."""
        if condition.field == "symbol":
            known = replace(condition, values=tuple(_symbols(condition.values)))
            ids = [id for typed in condition.values for id in (self.texts(typed) if self.texts else ())]
            return Any((known, Filter("id", tuple(ids), exact=True))) if ids else known
        if condition.field in ("publisher", "organisation") and self.bodies:
            also = (name for typed in condition.values for name in _names_of(self.bodies, typed))
            return replace(condition, values=tuple(dict.fromkeys((*condition.values, *also))))
        return condition

    def _concern(self, condition: Filter) -> Resolved | None:
        """A topic or group alone, as its facet counts it; what is not counted there by what is."""
        typed = " ".join(condition.values)
        concept = self.thesaurus.named(typed) or self.thesaurus.named(typed.replace("_", " "))
        found = self._counted(condition.field, concept, typed)
        if not found:
            return None
        if found == [Filter(condition.field, (concept or "",), exact=True)]:
            return found[0], ()
        told = Message(
            'There is no {field} "{value}"; searched as {other}: {labels}.',
            {
                "value": shortened(typed),
                "field": CALLED[condition.field],
                "other": CALLED[found[0].field],
                "labels": self._labels([each.values[0] for each in found]),
            },
        )
        return all_of(found), (told,)

    def _counted(self, field: str, concept: str | None, typed: str) -> list[Filter]:
        """The facet values that count the documents on a concept, of the wanted field if there is one."""
        if concept is None:
            named = self._groups_with(typed) if field == "group" else self._first_named("topic", typed)
            return [Filter(field, named, exact=True)] if len(named) == 1 else []
        known = self.thesaurus.concepts[concept]
        if known.topic and field == "topic":
            return [Filter("topic", (concept,), exact=True)]
        if groups := (concept,) if known.group else self.thesaurus.groups(concept):
            # All of them: girls are children, and women and girls.
            return [Filter("group", (each,), exact=True) for each in groups]
        return [Filter("topic", (concept,), exact=True)] if known.topic else []

    def _groups_with(self, typed: str) -> tuple[str, ...]:
        """The groups in whose first names the words stand: *disabled*, of persons with disabilities.

        Else those in whose other names they do, the widest: *boys*, of children.
        """
        if first := self._first_named("group", typed):
            return first
        every = (each for each in self.thesaurus.concepts.values() if each.group)
        found = {each.id for each in every if _named(typed, each.alternative)}
        below = {id for each in found for id in self.thesaurus.narrower(each) if id != each}
        return tuple(found - below)

    def _first_named(self, field: str, typed: str) -> tuple[str, ...]:
        """The topics or groups in whose first names the words stand: *adoption*, of child adoption."""
        every = (each for each in self.thesaurus.concepts.values() if getattr(each, field))
        return tuple(each.id for each in every if _named(typed, {s: (n,) for s, n in each.preferred.items()}))

    def _labels(self, concepts: Sequence[str]) -> Named:
        labels = self.thesaurus.label
        return Named({spoken: ", ".join(labels(each, spoken) for each in concepts) for spoken in LANGUAGES})


def as_words(condition: Filter) -> Resolved:
    """The words of a value that means nothing, and that they are searched as such."""
    typed = " ".join(condition.values)
    told = Message(
        'Nothing is known as {field} "{value}"; searched as words.',
        {"field": CALLED[condition.field], "value": shortened(typed)},
    )
    words = folded_words(typed)
    if len(words) > 1:
        return Phrase(words, soft=True), (told,)
    return Word(words[0], is_stop_word(words[0])), (told,)


def _id(field: str, typed: str) -> str | None:
    """The id of a country, kind or language."""
    if field == "country":
        return places.code_meant(typed)
    value = names.value_named(_TABLES[field], typed)
    return value or (typed.lower() if field == "language" and len(typed) == 2 else None)


_TABLES = {"kind": names.KINDS, "language": names.LANGUAGES}


def _names_of(bodies: NamesOf, typed: str) -> list[str]:
    """Every name of the body that is meant; a committee by the short names of its convention, too."""
    committee = load().committee(typed)
    return [name for name, _ in bodies(committee.titles[0] if committee else typed)]


def _symbols(values: Sequence[str]) -> list[str]:
    """The symbols of the texts that are cited (*OG 14*); what cites nothing as it was typed."""
    found: list[str] = []
    for typed in values:
        cited = references(typed)
        # "CRC" begins symbols, and is no citation of the resolution that adopted the Convention.
        symbols = [
            symbol for each in cited if not each.instrument.treaty for symbol in each.instrument.symbols
        ]
        found += symbols if symbols and covers(typed, cited) else [typed]
    return found


def _named(typed: str, labels: Mapping[str, Sequence[str]]) -> bool:
    """Whether all words that count are among those of one of the labels."""
    for language in LANGUAGES:
        stems = set(label_stems(typed, language))
        if stems and any(stems <= {*label_stems(label, language)} for label in labels.get(language, ())):
            return True
    return False
